"""The citation of a norm as a value: print it, sort it, climb to its parents.

There is one canonical spelling per Einheit; `normen.zitatleser` reads every usual one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import total_ordering

from .schreibweise import SCHREIBWEISE, Ebene, roemisch_zu_zahl, zaehlung


class Rahmen(Enum):
    """What kind of text a citation points into."""

    NORM = ""
    VV = "VV"
    VERMERK = "Vermerk"

    def __repr__(self) -> str:
        return f"Rahmen.{self.name}"


@dataclass(frozen=True, slots=True)
class Glied:
    """One step of a citation: a level and its number as printed ("9", "1a", "6.9", "aa", "Nr. 10" for a Satzteil).

    The only Anlage of a work may have no number: "".
    """

    ebene: Ebene
    nummer: str

    def __str__(self) -> str:
        return f"{self.ebene.value} {self.nummer}".rstrip()

    @property
    def lang(self) -> str:
        """Long spelling: "Absatz 2"."""
        if self.ebene is Ebene.SATZTEIL:
            inneres, nummer = self.nummer.rsplit(" ", 1)
            return f"Satzteil nach {SCHREIBWEISE[Ebene(inneres)].lang} {nummer}"
        return f"{SCHREIBWEISE[self.ebene].lang} {self.nummer}".rstrip()


@total_ordering
@dataclass(frozen=True, slots=True)
class Zitat:
    """Name of an Einheit; citations sort by work, and in it as a text stands: "§ 9", "§ 9 Abs. 1", "VV zu § 9", "§ 10".

    ``werk`` is the work cited (for a VV: the statute it belongs to), ``glieder`` the steps in the order of the text,
    ``zu`` the steps of the Einheit that a VV or a Vermerk hangs on, ``folgende`` is "", "f." or "ff." and said of the last
    of ``glieder``.
    """

    werk: str
    glieder: tuple[Glied, ...] = ()
    rahmen: Rahmen = Rahmen.NORM
    zu: tuple[Glied, ...] = ()
    folgende: str = ""

    def __str__(self) -> str:
        return self._gedruckt(str)

    def __lt__(self, anderes: object) -> bool:
        return self._rang() < anderes._rang() if isinstance(anderes, Zitat) else NotImplemented

    def _rang(self) -> tuple[object, ...]:
        """Return a key: work, first step of the norm, whether it is said of the norm itself, the steps below."""
        gesetzbuch, _, buch = self.werk.rpartition(" ")
        zahl = roemisch_zu_zahl(buch)
        werk = (gesetzbuch.casefold(), zahl) if zahl else (self.werk.casefold(), 0)
        norm = self.bezugsnorm.glieder
        unter = (*norm[1:], *(self.glieder if self.zu else ()))
        rahmen = list(Rahmen).index(self.rahmen)
        return (*werk, self.werk, _stellen(norm[:1]), rahmen, _stellen(unter), self.folgende)

    @property
    def lang(self) -> str:
        """Long spelling, as letters write it: "§ 9 Absatz 2 Nummer 3 JVollzGB III"."""
        return self._gedruckt(lambda glied: glied.lang)

    def _gedruckt(self, schreibe: Callable[[Glied], str]) -> str:
        schritte = [schreibe(glied) for glied in self.glieder]
        if self.folgende:
            schritte.append(self.folgende)
        if self.rahmen is not Rahmen.NORM:
            schritte = [self.rahmen.value, *schritte, "zu", *(schreibe(glied) for glied in self.zu)]
        return " ".join([*schritte, self.werk]).strip()

    def mit(self, ebene: Ebene, nummer: str) -> Zitat:
        """Return the citation one step further down."""
        return replace(self, glieder=(*self.glieder, Glied(ebene, nummer)), folgende="")

    @property
    def eltern(self) -> tuple[Zitat, ...]:
        """Return all citations above this one, nearest first, ending with the work.

        "VV Nr. 6.9 zu § 9" lies in "VV Nr. 6 zu § 9", that in "VV zu § 9", and that belongs to "§ 9".
        """
        kette, naechstes = [], self._darueber()
        while naechstes is not None:
            kette.append(naechstes)
            naechstes = naechstes._darueber()
        return tuple(kette)

    def _darueber(self) -> Zitat | None:
        if self.glieder:
            *vorn, letztes = self.glieder
            aussen, punkt, _ = letztes.nummer.rpartition(".")
            gestuft = letztes.ebene is Ebene.NUMMER and punkt
            kuerzer = (*vorn, Glied(letztes.ebene, aussen)) if gestuft else tuple(vorn)
            return replace(self, glieder=kuerzer, folgende="")
        if self.rahmen is not Rahmen.NORM:
            return Zitat(self.werk, self.zu)
        return None

    @property
    def paragraph(self) -> Zitat:
        """The § or Artikel that this is or lies in, or whose VV it belongs to; of what lies in none, the work."""
        norm = self.bezugsnorm.glieder[:1]
        return Zitat(self.werk, norm if norm and norm[0].ebene in (Ebene.PARAGRAPH, Ebene.ARTIKEL) else ())

    def ohne(self, ebene: Ebene) -> Zitat:
        """Return the citation without the steps of one level."""
        return replace(self, glieder=tuple(glied for glied in self.glieder if glied.ebene is not ebene))

    def liegt_in(self, anderes: Zitat) -> bool:
        """Tell whether this is the other one, or lies in it; a VV lies in the § that it belongs to."""
        return anderes in (replace(self, folgende=""), *self.eltern)

    @property
    def bezugsnorm(self) -> Zitat:
        """The statute Einheit a VV or Vermerk belongs to; the citation itself when it is a norm."""
        return Zitat(self.werk, self.zu) if self.rahmen is not Rahmen.NORM else self


def _stellen(glieder: tuple[Glied, ...]) -> tuple[object, ...]:
    ebenen = list(Ebene)
    return tuple((ebenen.index(glied.ebene), zaehlung(glied.nummer)) for glied in glieder)


@dataclass(frozen=True, slots=True)
class Spanne:
    """A range of Einheiten, both ends included."""

    von: Zitat
    bis: Zitat

    def __str__(self) -> str:
        return f"{self.von} bis {self.bis}"


#: What a citation in a text names: one Einheit, or a range of them.
Ziel = Zitat | Spanne
