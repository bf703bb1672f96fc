"""Plain text, read paragraph by paragraph in constant memory."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, TextIO

from ..satz import satzgrenzen
from .passage import Passage, Zaehlung

#: Length from which a paragraph is divided, in characters: only text without blank lines is that long.
LAENGSTE_PASSAGE = 1 << 14
#: How far from the end a place to divide at is looked for.
_SUCHBEREICH = 2000
_WINDOWS = "normen-windows-1252"


def _wie_windows(fehler: UnicodeError) -> tuple[str, int]:
    """Decode bytes that are not UTF-8 as Windows-1252, in which older files of German offices are written."""
    if not isinstance(fehler, UnicodeDecodeError):
        raise fehler
    return fehler.object[fehler.start : fehler.end].decode("cp1252", errors="replace"), fehler.end


codecs.register_error(_WINDOWS, _wie_windows)


def als_text(strom: BinaryIO) -> TextIO:
    """Decode any bytes: UTF-8, UTF-16 with its byte order mark, and Windows-1252 where it is neither."""
    gepuffert = strom if isinstance(strom, io.BufferedReader) else io.BufferedReader(strom)  # type: ignore[type-var]
    utf16 = gepuffert.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    return io.TextIOWrapper(gepuffert, encoding="utf-16" if utf16 else "utf-8-sig", errors=_WINDOWS)


def lies_text(strom: TextIO) -> Iterator[Passage]:
    """Yield the paragraphs of a text, each with the blank lines behind it; joined they are the text, none is missing.

    A paragraph of more than `LAENGSTE_PASSAGE` characters is divided where a Satz ends, else between two words.
    """
    puffer, zeile, davor = "", 1, 0
    for stueck in iter(partial(strom.readline, LAENGSTE_PASSAGE), ""):
        puffer += stueck
        while (bis := _ende(puffer, stueck)) and puffer:
            text, puffer = puffer[:bis], puffer[bis:]
            yield Passage(text, Zaehlung.ZEILE, ((0, zeile),), zeilenweise=True, davor=davor)
            zeile += text.count("\n")
            davor = len(text) - text.rfind("\n") - 1 if "\n" in text else davor + len(text)
    if puffer:
        yield Passage(puffer, Zaehlung.ZEILE, ((0, zeile),), zeilenweise=True, davor=davor)


def _ende(puffer: str, zuletzt: str) -> int:
    """Return where the passage ends that a buffer holds, 0 if it goes on; ``zuletzt`` is what was read last."""
    if zuletzt.isspace():
        return len(puffer)
    return _schnitt(puffer) if len(puffer) >= LAENGSTE_PASSAGE else 0


def _schnitt(text: str) -> int:
    """Return the beginning of the last Satz, of the last word, or the end, whichever comes first and is not 0."""
    vorn = max(len(text) - _SUCHBEREICH, 0)
    saetze = satzgrenzen(text[vorn:])
    if len(saetze) > 1:
        return vorn + saetze[-1][0]
    ohne_letztes_wort = text.rstrip().rpartition(" ")[0]
    return len(ohne_letztes_wort) + 1 if ohne_letztes_wort else len(text)
