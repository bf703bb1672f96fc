"""Several citations as a lawyer lists them: "VV Nr. 2.2 bis 4.2, 6.1 bis 6.3 zu § 51 JVollzGB III"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .schreibweise import Ebene
from .zitat import Glied, Rahmen, Spanne, Ziel, Zitat

#: Levels whose sign is repeated before each number: "§ 11, § 12".
_VOLL = (Ebene.PARAGRAPH, Ebene.ARTIKEL)


def aufgezaehlt(ziele: Iterable[Ziel]) -> str:
    """Return citations as one list: works and §§ with a VV are named once, behind the numbers; order as given."""
    gruppen: dict[tuple[str, Rahmen, tuple[Glied, ...]], list[Ziel]] = {}
    for ziel in dict.fromkeys(ziele):
        von = ziel.von if isinstance(ziel, Spanne) else ziel
        gruppen.setdefault((von.werk, von.rahmen, von.zu), []).append(ziel)
    return "; ".join(_gruppe(rahmen, zu, gruppe, werk) for (werk, rahmen, zu), gruppe in gruppen.items())


def _gruppe(rahmen: Rahmen, zu: Sequence[Glied], ziele: Iterable[Ziel], werk: str) -> str:
    nummern, davor = list[str](), tuple[Glied, ...]()
    for ziel in ziele:
        von, bis = (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel, None)
        nummern.append(_ab(davor, von))
        davor = von.glieder
        if bis is not None:
            nummern[-1] += f" bis {_ab(davor, bis)}"
            davor = bis.glieder
    hinten = f"zu {' '.join(map(str, zu))}" if rahmen is not Rahmen.NORM else ""
    return " ".join(filter(None, (rahmen.value, ", ".join(filter(None, nummern)), hinten, werk)))


def _ab(davor: Sequence[Glied], zitat: Zitat) -> str:
    """Return the steps of a citation from the first that differs from the one before, a level named last not again.

    It is named again where further steps follow: "Abs. 1, 2 Nr. 1" could be read in two ways.
    """
    gleich = next((i for i, (a, b) in enumerate(zip(davor, zitat.glieder, strict=False)) if a != b), len(davor))
    glieder = zitat.glieder[min(gleich, max(len(zitat.glieder) - 1, 0)) :]
    text = " ".join(map(str, (*glieder, zitat.folgende))).rstrip()
    genannt = gleich == len(davor) - 1 and len(glieder) == 1 and davor[gleich].ebene is glieder[0].ebene
    return text.removeprefix(f"{glieder[0].ebene.value} ") if genannt and glieder[0].ebene not in _VOLL else text
