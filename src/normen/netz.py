"""The tree of Einheiten as numbers, with the clauses that stand in them: what a target names, and what lies in it.

Pure: an Einheit is a number, what lies below it a range of numbers. Guarantees: a work is loaded when something of it is
asked for, as a whole and once, and no other; so what applies does not depend on how much is stored beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field, replace

from .einheit import Art, Druck, Eintrag
from .ergaenzung import gemeint
from .verweisung import Verweisung
from .zitat import Rahmen, Spanne, Ziel, Zitat

Bereich = frozenset[int]

#: What is stored of some works: their Einheiten in order, and each clause with the number of the Einheit it stands in.
Gespeichert = tuple[Iterable[Eintrag], Iterable[tuple[int, Verweisung]]]


@dataclass(frozen=True)
class Netz:
    """The tree as numbers, and the clauses with the number of the Einheit they stand in.

    ``geladen`` are the works whose text is there; ``lade`` gives what is stored of one that is not in the net yet.
    """

    geladen: frozenset[str]
    lade: Callable[[str], Gespeichert] | None = None
    eintraege: dict[int, Eintrag] = field(default_factory=dict)
    nummern: dict[str, int] = field(default_factory=dict)
    kinder: dict[int, tuple[int, ...]] = field(default_factory=dict)
    klauseln: dict[int, tuple[Verweisung, ...]] = field(default_factory=dict)
    _geholt: set[str] = field(default_factory=set)

    @classmethod
    def aus(
        cls, eintraege: Iterable[Eintrag], verweisungen: Iterable[tuple[int, Verweisung]], geladen: Iterable[str]
    ) -> Netz:
        """Make the net of all that is given."""
        netz = cls(frozenset(geladen))
        netz._nimm_auf(eintraege, verweisungen)
        return netz

    def hole(self, werk: str) -> Netz:
        """Return the net, with a work in it that is stored; two threads that ask at once both load it, and get the same."""
        if self.lade is not None and werk in self.geladen and werk not in self._geholt:
            self._nimm_auf(*self.lade(werk))
            self._geholt.add(werk)
        return self

    def _nimm_auf(self, eintraege: Iterable[Eintrag], verweisungen: Iterable[tuple[int, Verweisung]]) -> None:
        kinder: dict[int, list[int]] = {}
        klauseln: dict[int, list[Verweisung]] = {}
        for e in eintraege:
            self.eintraege[e.nr] = e
            self.nummern[e.zitat] = e.nr
            if e.eltern is not None:
                kinder.setdefault(e.eltern, []).append(e.nr)
        for quelle, v in verweisungen:
            klauseln.setdefault(quelle, []).append(v)
        self.kinder.update({nr: tuple(liste) for nr, liste in kinder.items()})
        self.klauseln.update({nr: tuple(liste) for nr, liste in klauseln.items()})

    def oberhalb(self, nr: int) -> Iterator[int]:
        """Yield the numbers of what an Einheit lies in, nearest first."""
        oben = self.eintraege[nr].eltern
        while oben is not None:
            yield oben
            oben = self.eintraege[oben].eltern

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
            ist_wurzel = e.eltern not in bereich or self.ist_regelnummer(nr)
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

    def vorspann(self, nr: int, bereich: Bereich, blaetter: Container[str]) -> tuple[str, ...]:
        """Return the numbers that a number lies in and whose own words apply and are no leaves, outermost first."""
        oben, gefunden = self.eintraege[nr].eltern if self.ist_regelnummer(nr) else None, list[str]()
        while oben is not None and oben in bereich and self.ist_regelnummer(oben):
            saetze = [kind for kind in self.kinder.get(oben, ()) if self.eintraege[kind].art is Art.SATZ]
            ist_ganz = all(kind in bereich and self.eintraege[kind].zitat not in blaetter for kind in saetze)
            if self.eintraege[oben].text or (saetze and ist_ganz):
                gefunden.insert(0, self.eintraege[oben].zitat)
            oben = self.eintraege[oben].eltern
        return tuple(gefunden)

    def _hat_regelnummern(self, nr: int) -> bool:
        return any(self.ist_regelnummer(kind) for kind in self.kinder.get(nr, ()))

    def ist_regelnummer(self, nr: int) -> bool:
        """Tell whether an Einheit is a number of an administrative rule.

        Numbers of an administrative rule stand in each other; the Nummer of a list in a statute does not.
        """
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
        nr = self.hole(zitat.werk).nummern.get(str(zitat))
        return self.eintraege[nr] if nr is not None else None

    def _grund(self, zitat: Zitat) -> str:
        if zitat.werk not in self.geladen:
            return f"Der Text von {zitat.werk} ist nicht geladen"
        vermerk = self._nachschlagen(Zitat(zitat.werk, (), Rahmen.VERMERK, zitat.zu)) if zitat.zu else None
        if vermerk is not None:
            return f"nicht abgedruckt: {vermerk.text}"
        vorhanden = next((str(z) for z in zitat.eltern if self._nachschlagen(z)), "")
        return f"{zitat} gibt es nicht" + (f"; {vorhanden} gibt es" if vorhanden else "")
