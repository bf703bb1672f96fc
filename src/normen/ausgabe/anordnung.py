"""In which order the boxes of each column stand, so that few lines cross; lines run between neighbouring columns only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import combinations, pairwise
from statistics import fmean

from .kasten import Kasten

_Spalte = Sequence[Kasten]


def geordnet(spalten: Sequence[_Spalte]) -> list[_Spalte]:
    """Return columns, nearest to the middle first, each sorted by the mean place of what its boxes hang on (barycentre).

    Lines do not cross where each box hangs on one only, and never cross more often than in the order given, which stays as
    it is where the other is no better.
    """
    neue = list(spalten[:1])
    for spalte in spalten[1:]:
        neue.append(sorted(spalte, key=partial(_schwerpunkt, neue[-1])))
    return min(list(spalten), neue, key=kreuzungen)


def _schwerpunkt(nah: _Spalte, kasten: Kasten) -> float:
    return fmean(nah.index(davor) for davor in kasten.davor)


def kreuzungen(spalten: Sequence[_Spalte]) -> int:
    """Count the crossings of all lines between neighbouring columns."""
    return sum(_kreuzungen(nah, fern) for nah, fern in pairwise(spalten))


def _kreuzungen(nah: _Spalte, fern: _Spalte) -> int:
    linien = [(nah.index(davor), i) for i, kasten in enumerate(fern) for davor in kasten.davor]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(linien, 2))
