"""A norm as a document cites it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Norm:
    """A norm as a document cites it.

    ``zitat`` is the canonical short form, ``lang`` the long one ("§ 11 Absatz 2 Satz 1 Nummer 2 JVollzGB III").
    ``geprueft`` tells whether the text is loaded and all that is cited stands in it; ``wortlaut`` is that text, else "".
    ``vorbehalt`` says what was not checked where only a part was. ``werk`` is the work whose text it stands in (of a VV the
    administrative rule), ``fassung`` and ``in_kraft_ab`` are what is known of its Fassung, "" if nothing is.
    """

    zitat: str
    lang: str
    geprueft: bool
    wortlaut: str
    vorbehalt: str = ""
    werk: str = ""
    fassung: str = ""
    in_kraft_ab: str = ""

    @property
    def stand(self) -> str:
        """How far the citation could be checked, for the reader."""
        if self.vorbehalt:
            return f"teilweise geprüft: {self.vorbehalt}"
        return "geprüft" if self.geprueft else "ungeprüft: Text nicht geladen"
