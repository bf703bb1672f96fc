"""What applies to an Einheit: Verweisungen followed to the end, with the chain, the Maßgaben and the Bedingungen of each.

Guarantees: every target of a clause that was found is among what applies, part of the Einheit asked about, or listed as not
resolved, with the reason; an exception holds for all that lies behind it; every walk ends, for a clause is gone through
again only with fewer exceptions or conditions, and at most a few times.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .netz import Bereich, Netz
from .verweisung import Verweisung, Wirkung
from .zitat import Ziel

Weg = tuple[Verweisung, ...]

#: Ways followed through one clause at most, where they differ in exceptions and conditions; the shortest come first.
_WEGE_JE_KLAUSEL = 4


_NUR_BESCHRIEBEN = "Der Text beschreibt, was gilt, und nennt keine Vorschrift"


@dataclass(frozen=True, slots=True)
class Gilt:
    """An Einheit that applies, and the clauses that make it so, first to last.

    ``vorspann`` are the numbers above it whose own words apply with it, such as the opening of a list, outermost first.
    """

    zitat: str
    weg: Weg
    vorspann: tuple[str, ...] = ()

    @property
    def wirkung(self) -> Wirkung:
        """``ANALOG`` as soon as one step of the chain says "entsprechend"."""
        return Wirkung.ANALOG if any(v.wirkung is Wirkung.ANALOG for v in self.weg) else Wirkung.DIREKT

    @property
    def tiefe(self) -> int:
        """Number of steps."""
        return len(self.weg)

    @property
    def massgaben(self) -> tuple[str, ...]:
        """Maßgaben collected along the chain."""
        return tuple(v.massgabe for v in self.weg if v.massgabe)

    @property
    def bedingungen(self) -> tuple[str, ...]:
        """Bedingungen collected along the chain."""
        return tuple(v.bedingung for v in self.weg if v.bedingung)


def vorbehalte(weg: Weg) -> frozenset[str]:
    """Return the Maßgaben and Bedingungen along a chain."""
    return frozenset(wort for v in weg for wort in (v.massgabe, v.bedingung) if wort)


@dataclass(frozen=True, slots=True)
class Ungeloest:
    """A target that cannot be followed, as it is named, with the reason and the chain that leads to it."""

    ziel: str
    grund: str
    weg: Weg


@dataclass(frozen=True, slots=True)
class Geltung:
    """All that applies to ``zitat``; ``nicht`` are the chains to clauses that exclude something or leave it unaffected.

    ``innerhalb`` are the clauses that make one part of it apply to another, ``kreise`` the chains that come back to where
    one of their clauses stands, and end there. ``wege`` are all chains that were followed, nearest first, also those that
    lead to nothing new.
    """

    zitat: str
    gilt: tuple[Gilt, ...]
    nicht: tuple[Weg, ...]
    ungeloest: tuple[Ungeloest, ...]
    innerhalb: tuple[Verweisung, ...] = ()
    kreise: tuple[Weg, ...] = ()
    wege: tuple[Weg, ...] = ()


#: What one target of a clause names, what is excepted of it by any clause of the chain, and the chain.
Schritt = tuple[Bereich, Bereich, Weg]


@dataclass(slots=True)
class _Suche:
    """State of one walk through the net."""

    netz: Netz
    start: Bereich
    gilt: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Gilt] = field(default_factory=dict)
    nicht: dict[Verweisung, Weg] = field(default_factory=dict)
    ungeloest: dict[tuple[str, str], Ungeloest] = field(default_factory=dict)
    innerhalb: dict[Verweisung, None] = field(default_factory=dict)
    kreise: dict[Weg, None] = field(default_factory=dict)
    wege: list[Weg] = field(default_factory=list)
    offen: deque[Schritt] = field(default_factory=deque)
    gegangen: dict[Verweisung, list[tuple[Bereich, frozenset[str]]]] = field(default_factory=dict)

    def laufe(self) -> Iterator[Schritt]:
        """Go to the end, and yield each target on the way, nearest first."""
        self.folge(self.start, frozenset(), ())
        while self.offen:
            schritt = self.offen.popleft()
            yield schritt
            self.folge(*schritt)

    def folge(self, bereich: Bereich, ausgenommen: Bereich, weg: Weg) -> None:
        """Take every clause of some Einheiten that leads further than the ways already gone through it."""
        for v in self.netz.verweisungen(bereich, ausgenommen):
            weiter = (*weg, v)
            if v.wirkung in (Wirkung.NEGATIV, Wirkung.UNBERUEHRT):
                self.nicht.setdefault(v, weiter)
            elif self._fuehrt_weiter(v, ausgenommen, weiter):
                self._gehe(v, ausgenommen | self._ausgenommen(v.ausnahmen, weiter), weiter)

    def _fuehrt_weiter(self, v: Verweisung, ausgenommen: Bereich, weg: Weg) -> bool:
        """Tell whether no way gone through a clause had as few exceptions and conditions; ways come shortest first."""
        bisher, stand = self.gegangen.setdefault(v, []), vorbehalte(weg)
        if len(bisher) >= _WEGE_JE_KLAUSEL or any(a <= ausgenommen and b <= stand for a, b in bisher):
            return False
        bisher.append((ausgenommen, stand))
        return True

    def _gehe(self, v: Verweisung, ausgenommen: Bereich, weg: Weg) -> None:
        for satz in v.offen:
            self._merke_ungeloest(satz, "Das Ziel dieser Klausel kann nicht gelesen werden", weg)
        for worte in v.vage:
            self._merke_ungeloest(f"~{worte}", v.hinweis or _NUR_BESCHRIEBEN, weg)
        if not v.sicher:
            self._merke_zweifel(v, weg)
            return
        self.wege.append(weg)
        for ziel in v.ziele:
            bereich, grund = self.netz.loese(ziel)
            if grund:
                self._merke_ungeloest(str(ziel), grund, weg)
            self._merke(bereich, ausgenommen, weg)
            self._merke_rueckkehr(bereich, weg)
            self.offen.append((bereich, ausgenommen, weg))

    def _merke_rueckkehr(self, bereich: Bereich, weg: Weg) -> None:
        """Note a target that lies in the Einheit asked about, and one that an earlier clause of the chain stands in."""
        if len(weg) == 1 and bereich and bereich <= self.start:
            self.innerhalb[weg[0]] = None
        elif any(self.netz.nummern[str(v.quelle)] in bereich for v in weg):
            self.kreise[weg] = None

    def _merke_zweifel(self, v: Verweisung, weg: Weg) -> None:
        """List the targets of a doubtful clause; one that points back only stresses what stands before it."""
        for ziel in () if v.hinweis else v.ziele:
            self._merke_ungeloest(str(ziel), f"Nach dem Wortlaut nicht sicher eine Verweisung: „{v.text}“", weg)

    def _merke(self, bereich: Bereich, ausgenommen: Bereich, weg: Weg) -> None:
        blaetter = dict.fromkeys(self.netz.blaetter(bereich, ausgenommen))
        for zitat in blaetter:
            nr = self.netz.nummern[zitat]
            if nr not in self.start:
                fund = Gilt(zitat, weg, self.netz.vorspann(nr, bereich - ausgenommen, blaetter))
                self.gilt.setdefault((zitat, fund.massgaben, fund.bedingungen), fund)

    def _ausgenommen(self, ziele: Iterable[Ziel], weg: Weg) -> Bereich:
        nummern: set[int] = set()
        for ziel in ziele:
            bereich, grund = self.netz.loese(ziel)
            if grund:
                self._merke_ungeloest(f"Ausnahme {ziel}", grund, weg)
            nummern.update(bereich)
        return frozenset(nummern)

    def _merke_ungeloest(self, ziel: str, grund: str, weg: Weg) -> None:
        self.ungeloest.setdefault((ziel, str(weg[-1].quelle)), Ungeloest(ziel, grund, weg))


def geltung(netz: Netz, start: int) -> Geltung:
    """Follow every clause in the Einheit ``start`` or below it, and those in what they make apply, nearest first."""
    suche = _Suche(netz, netz.mit_allem(start))
    for _ in suche.laufe():
        pass
    zitat = netz.eintraege[start].zitat
    nicht, ungeloest = tuple(suche.nicht.values()), tuple(suche.ungeloest.values())
    innerhalb, kreise = tuple(suche.innerhalb), tuple(suche.kreise)
    return Geltung(zitat, tuple(suche.gilt.values()), nicht, ungeloest, innerhalb, kreise, tuple(suche.wege))


def schritte(netz: Netz, einheit: int) -> Iterator[Schritt]:
    """Follow the clauses of one Einheit alone, not those below it, as `geltung` does; yield what each target makes apply."""
    return _Suche(netz, frozenset({einheit})).laufe()
