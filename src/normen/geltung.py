"""What applies to an Einheit: Verweisungen followed to the end, with the chain, the Maßgaben and the Bedingungen of each.

Pure: works on the numbering of the tree (an Einheit is a number, what lies below it a range) and on the clauses.
Guarantees: every target of a clause that was found is either among what applies or listed as not resolved, with the
reason; an exception holds for all that lies behind it; every walk ends, for a clause is gone through again only with fewer
exceptions or conditions, and at most a few times.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from .einheit import Art, Druck, Eintrag
from .ergaenzung import gemeint
from .verweisung import Verweisung, Wirkung
from .zitat import Rahmen, Spanne, Ziel, Zitat

Weg = tuple[Verweisung, ...]

#: Ways followed through one clause at most, where they differ in exceptions and conditions; the shortest come first.
_WEGE_JE_KLAUSEL = 4


_NUR_BESCHRIEBEN = "Der Text beschreibt, was gilt, und nennt keine Vorschrift"


@dataclass(frozen=True, slots=True)
class Gilt:
    """An Einheit that applies, and the clauses that make it so, first to last."""

    zitat: str
    weg: Weg

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


@dataclass(frozen=True, slots=True)
class Ungeloest:
    """A target that cannot be followed, as it is named, with the reason and the chain that leads to it."""

    ziel: str
    grund: str
    weg: Weg


@dataclass(frozen=True, slots=True)
class Geltung:
    """All that applies to ``zitat``; ``nicht`` are the chains to clauses that exclude something or leave it unaffected."""

    zitat: str
    gilt: tuple[Gilt, ...]
    nicht: tuple[Weg, ...]
    ungeloest: tuple[Ungeloest, ...]


Bereich = frozenset[int]

#: What one target of a clause names, what is excepted of it by any clause of the chain, and the chain.
Schritt = tuple[Bereich, Bereich, Weg]


@dataclass(frozen=True)
class Netz:
    """The tree as numbers, and the clauses with the number of the Einheit they stand in."""

    eintraege: dict[int, Eintrag]
    nummern: dict[str, int]
    kinder: dict[int, tuple[int, ...]]
    klauseln: dict[int, tuple[Verweisung, ...]]
    geladen: frozenset[str]

    @classmethod
    def aus(
        cls, eintraege: Iterable[Eintrag], verweisungen: Iterable[tuple[int, Verweisung]], geladen: Iterable[str]
    ) -> Netz:
        """Make the net of stored Einheiten and clauses; ``geladen`` are the works whose text is there."""
        nach_nr = {e.nr: e for e in eintraege}
        kinder: dict[int, list[int]] = {}
        klauseln: dict[int, list[Verweisung]] = {}
        for e in nach_nr.values():
            kinder.setdefault(e.eltern or 0, []).append(e.nr)
        for quelle, v in verweisungen:
            klauseln.setdefault(quelle, []).append(v)
        return cls(
            nach_nr,
            {e.zitat: e.nr for e in nach_nr.values()},
            {nr: tuple(liste) for nr, liste in kinder.items()},
            {nr: tuple(liste) for nr, liste in klauseln.items()},
            frozenset(geladen),
        )

    def mit_allem(self, nr: int) -> Bereich:
        """Return the numbers of an Einheit and of all below it, with the VV on it."""
        return frozenset(range(nr, self.eintraege[nr].letzte + 1))

    def verweisungen(self, bereich: Bereich, ausgenommen: Bereich) -> Iterator[Verweisung]:
        """Yield the clauses that stand in some Einheiten, less what is excepted."""
        return (v for nr in sorted(bereich - ausgenommen) for v in self.klauseln.get(nr, ()))

    def blaetter(self, bereich: Bereich, ausgenommen: Bereich) -> Iterator[str]:
        """Yield the leaves: of rules the deepest numbers, of statutes what was named, of either what an exception leaves."""
        ende = max(bereich, default=0)
        for nr in sorted(bereich - ausgenommen):
            e = self.eintraege[nr]
            ist_wurzel = e.eltern not in bereich or self._ist_regelnummer(nr)
            zerfaellt = self._hat_regelnummern(nr) or self._ist_angebrochen(nr, ende, ausgenommen)
            ist_rest = e.eltern in bereich and self._ist_angebrochen(e.eltern or 0, ende, ausgenommen)
            if not zerfaellt and (ist_wurzel or (ist_rest and e.art is not Art.WERK)):
                yield e.zitat

    def _ist_angebrochen(self, nr: int, ende: int, ausgenommen: Bereich) -> bool:
        """Tell whether an exception takes out a part of an Einheit, or a range ends in it before its own end."""
        letzte = self.eintraege[nr].letzte
        if ausgenommen and any(n in ausgenommen for n in range(nr, letzte + 1)):
            return True
        danach = ende + 1
        while danach <= letzte and self.eintraege[danach].art is Art.VV:  # the VV on a § is no part of what is named
            danach = self.eintraege[danach].letzte + 1
        return danach <= letzte

    def _hat_regelnummern(self, nr: int) -> bool:
        return any(self._ist_regelnummer(kind) for kind in self.kinder.get(nr, ()))

    def _ist_regelnummer(self, nr: int) -> bool:
        """Numbers of an administrative rule stand in each other; the Nummer of a list in a statute does not."""
        e = self.eintraege[nr]
        if e.art is Art.VV_NUMMER:
            return True
        oben = self.eintraege[e.eltern].art if e.eltern else Art.WERK
        return e.art is Art.NUMMER and oben in (Art.NUMMER, Art.ANLAGE, Art.WERK)

    def loese(self, ziel: Ziel) -> tuple[Bereich, str]:
        """Return the Einheiten a target names, and the reason why it, or its end, cannot be followed ("" if it can).

        Of "Nummern 1 bis 3" where the rule ends with 2, the numbers 1 and 2 are meant beyond doubt, and 3 is missing. Who
        names a § of the statute does not name the VV on it.
        """
        if not isinstance(ziel, Spanne):
            eintrag, grund = self._eintrag(ziel)
            return (self._benannt(eintrag, eintrag, ziel) if eintrag else frozenset()), grund
        von, grund = self._eintrag(ziel.von)
        bis, grund_bis = self._eintrag(ziel.bis)
        if von and not bis:
            bis = self._letztes_vor(von, ziel.bis)
        if von and bis and bis.letzte < von.nr:
            return frozenset(), f"{ziel.bis} steht vor {ziel.von}"
        return (self._benannt(von, bis, ziel.von) if von and bis else frozenset()), grund or grund_bis

    def _benannt(self, von: Eintrag, bis: Eintrag, zitat: Zitat) -> Bereich:
        nummern = range(von.nr, bis.letzte + 1)
        if zitat.rahmen is Rahmen.VV and von.art is not Art.VV:
            return frozenset(nummern)
        in_vv = frozenset[int]().union(*(self.mit_allem(nr) for nr in nummern if self.eintraege[nr].art is Art.VV))
        return in_vv if zitat.rahmen is Rahmen.VV else frozenset(nummern) - in_vv

    def _letztes_vor(self, von: Eintrag, bis: Zitat) -> Eintrag | None:
        """Return the last sibling of ``von``, if the missing end of the range would be a sibling too."""
        gleiche_ebene = von.eltern is not None and str(bis.eltern[0]) == self.eintraege[von.eltern].zitat
        return self.eintraege[self.kinder[von.eltern or 0][-1]] if gleiche_ebene else None

    def _eintrag(self, zitat: Zitat) -> tuple[Eintrag | None, str]:
        eintrag = gemeint(replace(zitat, folgende=""), self._nachschlagen)
        if eintrag is None:
            return None, self._grund(zitat)
        if eintrag.druck is not Druck.ABGEDRUCKT:
            return None, f"{zitat} ist nicht abgedruckt"
        return eintrag, f"Wie weit „{zitat.folgende}“ reicht, sagt der Text nicht" if zitat.folgende else ""

    def _nachschlagen(self, zitat: Zitat) -> Eintrag | None:
        nr = self.nummern.get(str(zitat))
        return self.eintraege[nr] if nr is not None else None

    def _grund(self, zitat: Zitat) -> str:
        if zitat.werk not in self.geladen:
            return f"Der Text von {zitat.werk} ist nicht geladen"
        vermerk = self._nachschlagen(Zitat(zitat.werk, (), Rahmen.VERMERK, zitat.zu)) if zitat.zu else None
        if vermerk is not None:
            return f"nicht abgedruckt: {vermerk.text}"
        vorhanden = next((str(z) for z in zitat.eltern if self._nachschlagen(z)), "")
        return f"{zitat} gibt es nicht" + (f"; {vorhanden} gibt es" if vorhanden else "")


@dataclass(slots=True)
class _Suche:
    """State of one walk through the net."""

    netz: Netz
    start: Bereich
    gilt: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Gilt] = field(default_factory=dict)
    nicht: dict[Verweisung, Weg] = field(default_factory=dict)
    ungeloest: dict[tuple[str, str], Ungeloest] = field(default_factory=dict)
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
        stand = Gilt("", weg)
        vorbehalte = frozenset((*stand.massgaben, *stand.bedingungen))
        bisher = self.gegangen.setdefault(v, [])
        if len(bisher) >= _WEGE_JE_KLAUSEL or any(a <= ausgenommen and b <= vorbehalte for a, b in bisher):
            return False
        bisher.append((ausgenommen, vorbehalte))
        return True

    def _gehe(self, v: Verweisung, ausgenommen: Bereich, weg: Weg) -> None:
        for satz in v.offen:
            self._merke_ungeloest(satz, "Das Ziel dieser Klausel kann nicht gelesen werden", weg)
        for worte in v.vage:
            self._merke_ungeloest(f"~{worte}", v.hinweis or _NUR_BESCHRIEBEN, weg)
        if not v.sicher:
            self._merke_zweifel(v, weg)
            return
        for ziel in v.ziele:
            bereich, grund = self.netz.loese(ziel)
            if grund:
                self._merke_ungeloest(str(ziel), grund, weg)
            self._merke(bereich, ausgenommen, weg)
            self.offen.append((bereich, ausgenommen, weg))

    def _merke_zweifel(self, v: Verweisung, weg: Weg) -> None:
        """List the targets of a doubtful clause; one that points back only stresses what stands before it."""
        for ziel in () if v.hinweis else v.ziele:
            self._merke_ungeloest(str(ziel), f"Nach dem Wortlaut nicht sicher eine Verweisung: „{v.text}“", weg)

    def _merke(self, bereich: Bereich, ausgenommen: Bereich, weg: Weg) -> None:
        for zitat in self.netz.blaetter(bereich, ausgenommen):
            if self.netz.nummern[zitat] not in self.start:
                fund = Gilt(zitat, weg)
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
    return Geltung(zitat, tuple(suche.gilt.values()), tuple(suche.nicht.values()), tuple(suche.ungeloest.values()))


def schritte(netz: Netz, einheit: int) -> Iterator[Schritt]:
    """Follow the clauses of one Einheit alone, not those below it, as `geltung` does; yield what each target makes apply."""
    return _Suche(netz, frozenset({einheit})).laufe()
