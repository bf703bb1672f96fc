"""Which slices of a text name something, cut so that each names one thing; what a page makes links of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..verweis import Verweis
from ..zitat import Ziel

#: Where one target of a citation ends and what leads to the next begins.
_TRENNER = re.compile(r"\s*(?:[,;/]|\b(?:und|oder|sowie|bzw|bis|auch|jeweils|mit|in|i)\b|$)")


@dataclass(frozen=True, slots=True)
class Marke:
    """A slice of a text that names ``ziele``; without any it could not be resolved, for the reason ``grund``."""

    ab: int
    bis: int
    ziele: tuple[Ziel, ...]
    grund: str = ""


def marken(text: str, verweise: Iterable[Verweis]) -> Iterator[Marke]:
    """Yield the slices to mark, in order, none overlapping another.

    A citation with one target is a slice; of more, each has its own, which goes on to the next comma or "und": in
    "§ 9 StGB und §§ 17, 18 JGG" these are "§ 9 StGB", "§§ 17" and "18 JGG".
    """
    ende = 0
    for v in verweise:
        for marke in _marken(text, v):
            if marke.ab >= ende:
                yield marke
                ende = marke.bis


def _marken(text: str, v: Verweis) -> list[Marke]:
    genannte = sorted((*v.ziele, *v.ausnahmen), key=lambda g: (g.ab, g.bis))
    stellen: dict[tuple[int, int], list[Ziel]] = {}
    for genannt in genannte:
        stellen.setdefault((genannt.ab, genannt.bis), []).append(genannt.ziel)
    if len(stellen) <= 1:
        return [Marke(v.ab, v.bis, tuple(g.ziel for g in genannte), v.grund)]
    anfaenge = [v.ab, *(ab for ab, _ in list(stellen)[1:])]
    enden = [_TRENNER.search(text, bis, naechste) for (_, bis), naechste in zip(stellen, anfaenge[1:], strict=False)]
    grenzen = [*(e.start() if e else naechste for e, naechste in zip(enden, anfaenge[1:], strict=True)), v.bis]
    return [Marke(ab, bis, tuple(ziele)) for ab, bis, ziele in zip(anfaenge, grenzen, stellen.values(), strict=True)]
