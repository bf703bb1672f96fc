"""Several citations in a row, written as lawyers do: what they share stands once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from ..schreibweise import Ebene
from ..zitat import Glied, Rahmen, Zitat
from .druckbild import aufzaehlung


def gereiht(zitate: Sequence[Zitat], *, lang: bool = False) -> str:
    """Return ``§ 112 Abs. 2 und 3 StVollzG``, ``§§ 87 und 89 JVollzGB III``, ``§ 9 Abs. 2 und § 10 JVollzGB III``.

    Drawn together are neighbours that differ in their last number only, and neighbours of the same work; the order stays.
    ``lang`` writes the levels out ("Absatz 2 und 3").
    """
    zusammengezogen = [_zusammen(list(gruppe)) for _, gruppe in groupby(zitate, key=_bis_auf_die_letzte_nummer)]
    nach_werk = groupby(zusammengezogen, key=lambda z: (z.werk, z.rahmen, z.zu))
    return aufzaehlung([_gedruckt(list(gruppe), lang=lang) for _, gruppe in nach_werk])


def _bis_auf_die_letzte_nummer(zitat: Zitat) -> object:
    letztes = zitat.glieder[-1] if zitat.glieder else None
    if letztes is None or zitat.folgende or letztes.ebene is Ebene.SATZTEIL:
        return zitat
    return replace(zitat, glieder=(*zitat.glieder[:-1], Glied(letztes.ebene, "")))


def _zusammen(gleiche: Sequence[Zitat]) -> Zitat:
    """Return citations that differ in their last number as one, its number "2 und 3"."""
    erstes = gleiche[0]
    nummern = dict.fromkeys(zitat.glieder[-1].nummer for zitat in gleiche if zitat.glieder)
    if len(nummern) < 2:
        return erstes
    return replace(erstes, glieder=(*erstes.glieder[:-1], Glied(erstes.glieder[-1].ebene, aufzaehlung([*nummern]))))


def _gedruckt(vom_selben_werk: Sequence[Zitat], *, lang: bool) -> str:
    """Print citations of one work, its name at the end; a VV names its § each time, for its number alone says nothing."""
    *vordere, letztes = vom_selben_werk
    if letztes.rahmen is not Rahmen.NORM or any(not zitat.glieder for zitat in vom_selben_werk):
        return aufzaehlung([_einzeln(zitat, lang=lang) for zitat in vom_selben_werk])
    return aufzaehlung([*(_einzeln(replace(z, werk=""), lang=lang) for z in vordere), _einzeln(letztes, lang=lang)])


def _einzeln(zitat: Zitat, *, lang: bool) -> str:
    text = zitat.lang if lang else str(zitat)
    mehrere = len(zitat.glieder) == 1 and zitat.glieder[0].ebene is Ebene.PARAGRAPH and " und " in zitat.glieder[0].nummer
    return f"§{text}" if mehrere and zitat.rahmen is Rahmen.NORM else text
