"""Why a line ends: because it was full, or because the paragraph ended there."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..text import Text
from .zeilen import Zeile

#: Tells, for two lines that follow each other, whether a paragraph ends between them.
Absatzende = Callable[[Zeile, Zeile], bool]

_WORT = re.compile(r"[^\s-]+-?")
#: A small word as the last one of a line: a title ends with a noun, so a sentence goes on.
_KLEIN_AM_ENDE = re.compile(r"(?:^|\s)[a-zäöüß]+$")


def war_noch_platz(breite: int) -> Absatzende:
    """Make the rule for set text: a paragraph ended where the next word would still have fitted on the line.

    ``breite`` is the shortest full line, in characters. (Of the lines in the handbook text that this rule decides on, full
    ones come to 69 or more with the next word, and short ones to 60 at most.)
    """

    def endet(vorige: Zeile, naechste: Zeile) -> bool:
        wort = _WORT.match(naechste.inhalt)
        return len(vorige.inhalt) + 1 + (len(wort[0]) if wort else 0) < breite

    return endet


def leerzeile(vorige: Zeile, naechste: Zeile) -> bool:
    """Paragraphs stand apart by a blank line; a lower-case word after it goes on with the sentence before.

    Over a page break the blank lines say nothing where the last word shows that the sentence goes on.
    """
    if naechste.seitenanfang and satz_laeuft(vorige.inhalt):
        return False
    return naechste.leer_davor > 0 and not naechste.inhalt[:1].islower()


def satz_laeuft(inhalt: str) -> bool:
    """Tell whether a line ends inside a sentence: with a small word and no mark."""
    return bool(_KLEIN_AM_ENDE.search(inhalt.rstrip()))


def offen(text: Text | str) -> bool:
    """Tell whether a line or text ends without any mark that closes a sentence, a list item or a lead-in."""
    return not re.search(r"[.:;,!?][\"“)\]]*$", str(text).rstrip())
