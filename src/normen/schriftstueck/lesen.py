"""Any document that can be read, passage by passage."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from .art import Dateiart
from .aufbau import passagen
from .docx import lies_docx
from .html import lies_html
from .passage import Passage
from .textdatei import als_text, lies_text


def lies_passagen(strom: BinaryIO, art: Dateiart, name: str) -> Iterator[Passage]:
    """Yield the passages of a document in their order; ``name`` stands in errors. Raises `LeseFehler` as the readers do."""
    match art:
        case Dateiart.TEXT:
            return lies_text(als_text(strom))
        case Dateiart.HTML:
            return (passage for passage, _ in lies_html(strom.read(), name).passagen)
        case Dateiart.DOCX:
            return passagen(lies_docx(strom if strom.seekable() else io.BytesIO(strom.read()), name))
