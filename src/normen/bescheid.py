"""The check of a finished document, be it a Word file or text: is all there that a notice needs, and does it fit?"""

from __future__ import annotations

from collections.abc import Iterable

from .normquelle import Normquelle
from .schriftstueck import Passage
from .vollstaendigkeit import Bericht, Vorgaben


def pruefe_vollstaendigkeit(
    passagen: Iterable[Passage], normen: Normquelle, vorgaben: Vorgaben = Vorgaben()
) -> Bericht:
    """Return what a document lacks, what does not fit, what has to be asked, and what was found, each with its place."""
    raise NotImplementedError
