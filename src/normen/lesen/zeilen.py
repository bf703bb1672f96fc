"""From the characters of a file to its lines: noise named and set aside, page breaks marked, letter-spacing taken out.

Guarantee: every line that holds anything is either a `Zeile` or a `Rauschen`, in order, none is dropped or changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..text import Text, text_aus_zeichen, text_aus_zeile


@dataclass(frozen=True, slots=True)
class Zeile:
    """A line that carries text. ``leer_davor`` counts the blank lines before it; ``seitenanfang``: a page begins here."""

    nr: int
    text: Text
    leer_davor: int
    seitenanfang: bool
    gesperrt: bool

    @property
    def inhalt(self) -> str:
        """The words of the line."""
        return self.text.inhalt


@dataclass(frozen=True, slots=True)
class Rauschen:
    """A line that is not part of the legal text, with the kind of noise it is."""

    nr: int
    inhalt: str
    grund: str


#: Looks at a line (without outer white space) and the noise before it, and names the noise it is, or returns "".
Rauschregel = Callable[[str, str], str]

_GESPERRT = re.compile(r"\S(?: {1,3}\S){3,}")
#: Letter-spacing is taken out of words: rules ("* * * *") and rows of numbers are none.
_ZWEI_BUCHSTABEN = re.compile(r"[^\W\d_] {1,3}[^\W\d_]")


def lies_zeilen(roh: str, rauschen_in: Rauschregel) -> tuple[tuple[Zeile, ...], tuple[Rauschen, ...]]:
    """Split the text of a file into lines and noise.

    A page begins at a form feed, at a line that is indented by one space without a blank line before it (where the
    source had a form feed), and after noise.
    """
    zeilen: list[Zeile] = []
    rauschen: list[Rauschen] = []
    leer, grund, vorschub = 0, "", False
    for nr, zeile in enumerate(roh.split("\n"), start=1):
        inhalt = zeile.strip()
        vorschub = vorschub or "\f" in zeile[: len(zeile) - len(zeile.lstrip())]
        if not inhalt:
            leer += 1
            continue
        neu = rauschen_in(inhalt, grund)
        if neu:
            rauschen.append(Rauschen(nr, inhalt, neu))
        else:
            anfang = bool(grund) or vorschub or not zeilen or (leer == 0 and zeile.startswith(" "))
            zeilen.append(_zeile(nr, zeile, leer, seitenanfang=anfang))
        leer, grund, vorschub = 0, neu, "\f" in zeile[len(zeile.rstrip()) :]
    return tuple(zeilen), tuple(rauschen)


def _zeile(nr: int, roh: str, leer: int, *, seitenanfang: bool) -> Zeile:
    inhalt = roh.strip()
    gesperrt = bool(_GESPERRT.fullmatch(inhalt) and _ZWEI_BUCHSTABEN.search(inhalt))
    text = _entsperrt(nr, roh) if gesperrt else text_aus_zeile(nr, roh)
    return Zeile(nr, text, leer, seitenanfang, gesperrt)


def _entsperrt(nr: int, roh: str) -> Text:
    """Take letter-spacing out: single spaces stand between letters, wider gaps between words."""
    zeichen: list[tuple[str, int]] = []
    luecke = 0
    for spalte, schrift in enumerate(roh.rstrip(), start=1):
        if schrift.isspace():
            luecke += 1
            continue
        if luecke > 1 and zeichen:
            zeichen.append((" ", 0))
        zeichen.append((schrift, spalte))
        luecke = 0
    return text_aus_zeichen(nr, _ziffern_zusammen(zeichen))


def _ziffern_zusammen(zeichen: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Close the gap inside a spaced number: "1  0" cannot be told from "1 0" by its width everywhere."""
    return [
        z
        for i, z in enumerate(zeichen)
        if not (z[1] == 0 and zeichen[i - 1][0].isdigit() and i + 1 < len(zeichen) and zeichen[i + 1][0].isdigit())
    ]
