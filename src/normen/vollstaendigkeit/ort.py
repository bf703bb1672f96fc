"""Where something stands, so that a reader finds it: below which heading and how it begins, or in which cell of a table.

Line numbers no reader of Word sees, nor paragraphs that count tables and letterheads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .schreiben import Zeile, ist_ueberschrift, ueberschrift
from .wortschatz import SCHLUSS, UEBERSCHRIFTEN

#: So much of a heading, and of the words at a place, is quoted.
_ZITIERT = 45


def mit_orten(zeilen: Iterable[Zeile]) -> list[Zeile]:
    """Give each line of the running text its place: below which heading, before the first one, or at the close."""
    alle = list(zeilen)
    ort, verortet = _vor_der_ersten(alle), list[Zeile]()
    for zeile in alle:
        if not zeile.ort and not zeile.rand:
            kopf = _kopf(zeile)
            ort = f"unter „{kopf}“" if kopf else "am Schluss" if SCHLUSS.match(zeile.text) else ort
        verortet.append(zeile if zeile.ort else replace(zeile, ort=ort))
    return verortet


def _vor_der_ersten(zeilen: Sequence[Zeile]) -> str:
    erste = next((kopf for zeile in zeilen if not zeile.ort and (kopf := _kopf(zeile))), "")
    return f"vor „{erste}“" if erste else "im Text"


def _kopf(zeile: Zeile) -> str:
    """Return the words of a heading, "" if a line neither is one nor begins with one."""
    text = zeile.text.strip()
    if ist_ueberschrift(zeile):
        return anfang(text.strip("#* ").rstrip(":"))
    return anfang(text.partition(":")[0].strip("#* ")) if ueberschrift(text, UEBERSCHRIFTEN) else ""


def anfang(worte: str) -> str:
    """Return words as far as they are quoted, whole words on one line."""
    glatt = " ".join(worte.split())
    return glatt if len(glatt) <= _ZITIERT else f"{glatt[: _ZITIERT + 1].rpartition(' ')[0] or glatt[:_ZITIERT]} …"


def fundort(ort: str, stelle: str) -> str:
    """Return a place with the beginning of the words there, "" where nothing stands that could be pointed at."""
    worte = f"„{anfang(stelle.strip().rstrip(':'))}“"
    return ", ".join(filter(None, (ort, worte if stelle.strip() and worte not in ort else "")))
