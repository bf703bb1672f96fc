"""What a document asks of the knowledge base: does this norm exist, and how is it written?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Norm:
    """A norm as a document cites it.

    ``zitat`` is the canonical short form, ``lang`` the long one ("§ 11 Absatz 2 Satz 1 Nummer 2 JVollzGB III").
    ``geprueft`` tells whether the text is loaded and the Einheit stands in it; ``wortlaut`` is that text, else "".
    """

    zitat: str
    lang: str
    geprueft: bool
    wortlaut: str


class Normquelle(Protocol):
    """Whoever knows the norms."""

    def norm(self, zitat: str) -> Norm:
        """Return the norm of a citation in any usual spelling; raise `ZitatFehler` if there is no such norm."""
        ...
