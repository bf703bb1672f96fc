"""All kinds of findings, and the check that runs them."""

from __future__ import annotations

from .art import Pruefart
from .befund import Befund
from .bestand import Bestand
from .fehlendes_ziel import FEHLENDES_ZIEL

#: The kinds in the order in which findings are shown.
ARTEN: tuple[Pruefart, ...] = (FEHLENDES_ZIEL,)


def pruefe(bestand: Bestand) -> list[Befund]:
    """Return all findings, by kind and then in the order of the corpus; the same words in one Einheit are found once."""
    befunde = [befund for art in ARTEN for befund in art.finde(bestand)]
    return list({befund.kennung: befund for befund in reversed(befunde)}.values())[::-1]
