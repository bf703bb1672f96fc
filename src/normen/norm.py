"""A norm as a document cites it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Norm:
    """A norm as a document cites it.

    ``zitat`` is the canonical short form, ``lang`` the long one ("§ 11 Absatz 2 Satz 1 Nummer 2 JVollzGB III").
    ``geprueft`` tells whether the text is loaded and all that is cited stands in it; ``wortlaut`` is that text, else "".
    ``vorbehalt`` says what was not checked where only a part was.
    """

    zitat: str
    lang: str
    geprueft: bool
    wortlaut: str
    vorbehalt: str = ""

    @property
    def stand(self) -> str:
        """How far the citation could be checked, for the reader."""
        if self.vorbehalt:
            return f"teilweise geprüft: {self.vorbehalt}"
        return "geprüft" if self.geprueft else "ungeprüft: Text nicht geladen"
