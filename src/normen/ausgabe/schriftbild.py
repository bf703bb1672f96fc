"""How much room text takes: lines broken to fit a width, in the common sans-serif faces."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FEST = "\N{NO-BREAK SPACE}"
#: Widths in parts of the font size, a little more than in Arial and DejaVu Sans on average, so that no face runs over.
_SCHMAL, _BREIT = frozenset("iljtfrI.,:;'|()[]/ ·" + _FEST), frozenset("mwMWGOQÄÖ§–—%")
#: What belongs to the word behind it: a line must not end with "§".
_KLEBT = re.compile(r"(?<![^\s(„])((?:§§?|Art\.|Abs\.|Nr\.|Satz|Buchst\.|Anlage|JVollzGB|SGB|VV)) (?=\S)")
_WEITE_SCHMAL, _WEITE_MITTEL, _WEITE_BREIT = 0.36, 0.62, 0.88


def weite(text: str, grad: float) -> float:
    """Return the width of a line in a font size, rather too large than too small."""
    breiten = (_WEITE_SCHMAL if z in _SCHMAL else _WEITE_BREIT if z in _BREIT else _WEITE_MITTEL for z in text)
    return sum(breiten) * grad


def umbrochen(text: str, grad: float, breite: float, hoechstens: int) -> list[str]:
    """Break a text between words; of what does not fit into the number of lines, "…" is left."""
    zeilen = list(_zeilen(text, grad, breite))
    if len(zeilen) <= hoechstens:
        return zeilen
    letzte = zeilen[hoechstens - 1]
    while letzte and weite(f"{letzte} …", grad) > breite:
        letzte = letzte.rpartition(" ")[0]
    return [*zeilen[: hoechstens - 1], f"{letzte} …".lstrip()]


def _zeilen(text: str, grad: float, breite: float) -> Iterator[str]:
    zeile = ""
    for wort in _KLEBT.sub(rf"\1{_FEST}", " ".join(text.split())).split(" "):
        laenger = f"{zeile} {wort}".lstrip()
        if zeile and weite(laenger, grad) > breite:
            yield zeile.replace(_FEST, " ")
            zeile = wort
        else:
            zeile = laenger
    if zeile:
        yield zeile.replace(_FEST, " ")
