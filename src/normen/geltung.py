"""What applies to an Einheit: Verweisungen followed to the end, with the chain, the Maßgaben and the Bedingungen of each.

Pure: works on the numbering of the tree (an Einheit is a number, what lies below it a range) and on the clauses.
Guarantees: every target is either among what applies or listed as not resolved, with the reason; an exception holds for all
that lies behind it; a chain that comes back to one of its own clauses ends there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .einheit import Art, Druck, Eintrag
from .schreibweise import Ebene
from .verweisung import Verweisung, Wirkung
from .zitat import Rahmen, Spanne, Ziel, Zitat

Weg = tuple[Verweisung, ...]


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


@dataclass(frozen=True)
class Netz:
    """The tree as numbers, and the clauses with the number of the Einheit they stand in."""

    eintraege: dict[int, Eintrag]
    nummern: dict[str, int]
    kinder: dict[int, tuple[int, ...]]
    verweisungen: tuple[tuple[int, Verweisung], ...]
    geladen: frozenset[str]

    @classmethod
    def aus(
        cls, eintraege: Iterable[Eintrag], verweisungen: Iterable[tuple[int, Verweisung]], geladen: Iterable[str]
    ) -> Netz:
        """Make the net of stored Einheiten and clauses; ``geladen`` are the works whose text is there."""
        nach_nr = {e.nr: e for e in eintraege}
        kinder: dict[int, list[int]] = {}
        for e in nach_nr.values():
            kinder.setdefault(e.eltern or 0, []).append(e.nr)
        nummern = {e.zitat: e.nr for e in nach_nr.values()}
        return cls(nach_nr, nummern, {k: tuple(v) for k, v in kinder.items()}, tuple(verweisungen), frozenset(geladen))

    def bereich(self, nr: int) -> range:
        """Return the numbers of an Einheit and of all below it."""
        return range(nr, self.eintraege[nr].letzte + 1)

    def klauseln(self, bereich: range, ausgenommen: frozenset[int]) -> Iterator[Verweisung]:
        """Yield the clauses that stand in a range, less what is excepted."""
        return (v for quelle, v in self.verweisungen if quelle in bereich and quelle not in ausgenommen)

    def blaetter(self, bereich: range, ausgenommen: frozenset[int]) -> Iterator[str]:
        """Yield the leaves of a range: of rules the deepest numbers, of a number with an exception what is left of it."""
        for nr in bereich:
            e = self.eintraege[nr]
            ist_wurzel = e.eltern not in bereich or self._regelnummer(nr)
            zerfaellt = bool(self._regelnummern(nr)) or any(n in ausgenommen for n in self.bereich(nr))
            teil_eines_rests = e.eltern in bereich and any(n in ausgenommen for n in self.bereich(e.eltern or 0))
            if nr not in ausgenommen and not zerfaellt and (ist_wurzel or (teil_eines_rests and e.art is Art.SATZ)):
                yield e.zitat

    def _regelnummern(self, nr: int) -> list[int]:
        return [kind for kind in self.kinder.get(nr, ()) if self._regelnummer(kind)]

    def _regelnummer(self, nr: int) -> bool:
        """Numbers of an administrative rule stand in each other; the Nummer of a list in a statute does not."""
        e = self.eintraege[nr]
        if e.art is Art.VV_NUMMER:
            return True
        oben = self.eintraege[e.eltern].art if e.eltern else Art.WERK
        return e.art is Art.NUMMER and oben in (Art.NUMMER, Art.ANLAGE, Art.WERK)

    def loese(self, ziel: Ziel) -> tuple[range, str]:
        """Return the range of numbers a target names, and the reason why it, or its end, cannot be followed ("" if it can).

        Of "Nummern 1 bis 3" where the rule ends with 2, the numbers 1 and 2 are meant beyond doubt, and 3 is missing.
        """
        if not isinstance(ziel, Spanne):
            nr, grund = self._nummer(ziel)
            return (self.bereich(nr) if nr else range(0)), grund
        von, grund = self._nummer(ziel.von)
        bis, grund_bis = self._nummer(ziel.bis)
        if von and not bis:
            bis = self._letzte_vor(von, ziel.bis)
        return (range(von, self.eintraege[bis].letzte + 1) if von and bis else range(0)), grund or grund_bis

    def _letzte_vor(self, von: int, bis: Zitat) -> int:
        """Return the last sibling of ``von``, where the end of the range would be the next sibling but does not exist."""
        eltern = self.eintraege[von].eltern
        geschwister = self.kinder.get(eltern or 0, ())
        gleiche_ebene = str(bis.eltern[0]) == (self.eintraege[eltern].zitat if eltern else "")
        return geschwister[-1] if gleiche_ebene else 0

    def _nummer(self, zitat: Zitat) -> tuple[int, str]:
        nr = self.nummern.get(str(zitat), 0)
        if not nr and zitat.glieder and zitat.glieder[-1].ebene is Ebene.SATZ and zitat.glieder[-1].nummer == "1":
            nr = self.nummern.get(str(zitat.eltern[0]), 0)
        if not nr:
            return 0, self._grund(zitat)
        return (nr, "") if self.eintraege[nr].druck is Druck.ABGEDRUCKT else (0, f"{zitat} ist nicht abgedruckt")

    def _grund(self, zitat: Zitat) -> str:
        if zitat.werk not in self.geladen:
            return f"Der Text von {zitat.werk} ist nicht geladen"
        vermerk = self.nummern.get(str(Zitat(zitat.werk, (), Rahmen.VERMERK, zitat.zu)))
        if vermerk is not None:
            return f"nicht abgedruckt: {self.eintraege[vermerk].text}"
        vorhanden = next((str(z) for z in zitat.eltern if str(z) in self.nummern), "")
        return f"{zitat} gibt es nicht" + (f"; {vorhanden} gibt es" if vorhanden else "")


@dataclass(slots=True)
class _Suche:
    """State of one walk through the net."""

    netz: Netz
    start: range
    gilt: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Gilt] = field(default_factory=dict)
    nicht: dict[Verweisung, Weg] = field(default_factory=dict)
    ungeloest: dict[tuple[str, str], Ungeloest] = field(default_factory=dict)
    offen: deque[tuple[range, frozenset[int], Weg]] = field(default_factory=deque)

    def folge(self, bereich: range, ausgenommen: frozenset[int], weg: Weg) -> None:
        for v in self.netz.klauseln(bereich, ausgenommen):
            if v.wirkung in (Wirkung.NEGATIV, Wirkung.UNBERUEHRT):
                self.nicht.setdefault(v, (*weg, v))
            elif v not in weg:
                self._gehe(v, ausgenommen | self._nummern(v.ausnahmen, (*weg, v)), (*weg, v))

    def _gehe(self, v: Verweisung, ausgenommen: frozenset[int], weg: Weg) -> None:
        for satz in v.offen:
            self._merke_ungeloest(satz, "Das Ziel dieser Klausel kann noch nicht gelesen werden", weg)
        for ziel in v.ziele:
            bereich, grund = self.netz.loese(ziel)
            if grund:
                self._merke_ungeloest(str(ziel), grund, weg)
            self._merke(bereich, ausgenommen, weg)
            self.offen.append((bereich, ausgenommen, weg))

    def _merke(self, bereich: range, ausgenommen: frozenset[int], weg: Weg) -> None:
        for zitat in self.netz.blaetter(bereich, ausgenommen):
            if self.netz.nummern[zitat] not in self.start:
                fund = Gilt(zitat, weg)
                self.gilt.setdefault((zitat, fund.massgaben, fund.bedingungen), fund)

    def _nummern(self, ziele: Iterable[Ziel], weg: Weg) -> frozenset[int]:
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
    suche = _Suche(netz, netz.bereich(start))
    suche.folge(suche.start, frozenset(), ())
    while suche.offen:
        suche.folge(*suche.offen.popleft())
    zitat = netz.eintraege[start].zitat
    return Geltung(zitat, tuple(suche.gilt.values()), tuple(suche.nicht.values()), tuple(suche.ungeloest.values()))
