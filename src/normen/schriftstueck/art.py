"""Which kind of document a file is, by the ending of its name."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from ..fehler import LeseFehler, Ort


class Dateiart(Enum):
    """A kind of document that can be read; the value is its name on the command line."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"

    def __repr__(self) -> str:
        return f"Dateiart.{self.name}"


_NACH_ENDUNG = {
    ".html": Dateiart.HTML,
    ".htm": Dateiart.HTML,
    ".xhtml": Dateiart.HTML,
    ".docx": Dateiart.DOCX,
    ".docm": Dateiart.DOCX,
}
#: Kinds that hold text but would be read as gibberish.
_NICHT_LESBAR = frozenset({".doc", ".odt", ".pdf", ".rtf"})


def art_von(datei: Path) -> Dateiart:
    """Return the kind of a file; what has no ending that is known is text.

    Raises `LeseFehler` for PDF and for the documents of other word processors.
    """
    endung = datei.suffix.lower()
    if endung in _NICHT_LESBAR:
        raise LeseFehler(
            f"Dateien mit der Endung {endung} werden nicht gelesen.",
            ort=Ort(str(datei)),
            rat="Speichern Sie den Text als .docx, .html oder .txt. Täuscht die Endung, nennen Sie die Art mit --type.",
        )
    return _NACH_ENDUNG.get(endung, Dateiart.TEXT)
