"""Figures that change with the year, each with its source; none stands in the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ..fehler import RechenFehler


@dataclass(frozen=True, slots=True)
class Rechengroesse:
    """A figure of one calendar year; ``quelle`` is the provision that fixes it, with its place of publication."""

    name: str
    jahr: int
    wert: Decimal
    quelle: str


@dataclass(frozen=True, slots=True)
class Groessenart:
    """What a figure is, in German, and where the one of a year is found."""

    bezeichnung: str
    fundort: str


GROESSENARTEN: Mapping[str, Groessenart] = {
    "bezugsgroesse": Groessenart(
        "Bezugsgröße nach § 18 Abs. 1 SGB IV", "in der Sozialversicherungsrechengrößen-Verordnung des Jahres"
    ),
    "sachbezug_fruehstueck": Groessenart("Sachbezugswert für Frühstück im Monat", "in § 2 Abs. 1 SvEV"),
    "sachbezug_mittagessen": Groessenart("Sachbezugswert für Mittagessen im Monat", "in § 2 Abs. 1 SvEV"),
    "sachbezug_abendessen": Groessenart("Sachbezugswert für Abendessen im Monat", "in § 2 Abs. 1 SvEV"),
    "sachbezug_unterkunft": Groessenart("Sachbezugswert für Unterkunft im Monat", "in § 2 Abs. 3 Satz 1 SvEV"),
    "bekanntgabe_post_vwvfg": Groessenart(
        "Tag nach der Aufgabe zur Post, an dem ein Verwaltungsakt als bekannt gegeben gilt", "in § 41 Abs. 2 VwVfG"
    ),
    "bekanntgabe_post_sgb_x": Groessenart(
        "Tag nach der Aufgabe zur Post, an dem ein Verwaltungsakt als bekannt gegeben gilt", "in § 37 Abs. 2 SGB X"
    ),
}


@dataclass(frozen=True, slots=True)
class Rechengroessen:
    """The figures at hand, by name and year; those given for a single case stand in for every year."""

    _werte: Mapping[tuple[str, int], Rechengroesse] = field(default_factory=dict)
    _eigene: Mapping[str, tuple[Decimal, str]] = field(default_factory=dict)

    @classmethod
    def aus(cls, groessen: Iterable[Rechengroesse]) -> Rechengroessen:
        """Make it of single figures; of two for the same year the later one counts."""
        return cls({(groesse.name, groesse.jahr): groesse for groesse in groessen})

    def __iter__(self) -> Iterator[Rechengroesse]:
        return iter(self._werte.values())

    def mit(self, *groessen: Rechengroesse) -> Rechengroessen:
        """Return them with further figures, which take the place of those for the same year."""
        return replace(Rechengroessen.aus((*self._werte.values(), *groessen)), _eigene=self._eigene)

    def mit_eigenen(self, eigene: Mapping[str, tuple[Decimal, str]]) -> Rechengroessen:
        """Return them with figures for this one case, by name: value and source. They come before all others."""
        return replace(self, _eigene={**self._eigene, **eigene})

    def wert(self, name: str, jahr: int, angabe: str = "jahr") -> Rechengroesse:
        """Return the figure of a year, which the parameter ``angabe`` asks for.

        Raises `RechenFehler` that says what is missing and how to supply it.
        """
        if name in self._eigene:
            return Rechengroesse(name, jahr, *self._eigene[name])
        if groesse := self._werte.get((name, jahr)):
            return groesse
        art = GROESSENARTEN[name]
        da = sorted(j for n, j in self._werte if n == name)
        vorhanden = f" Vorhanden: {_jahre(da)}." if da else ""
        raise RechenFehler(
            f"Für das Jahr {jahr} fehlt: {art.bezeichnung}.{vorhanden}",
            angabe,
            rat=f"Zu finden {art.fundort}. Geben Sie „{name}“ und „{name}_quelle“ (die Fundstelle) an, oder tragen Sie den"
            " Wert in eine eigene Datei mit Rechengrößen ein.",
        )


def _jahre(jahre: list[int]) -> str:
    if len(jahre) > 1 and jahre == list(range(jahre[0], jahre[-1] + 1)):
        return f"{jahre[0]} bis {jahre[-1]}"
    return ", ".join(map(str, jahre))
