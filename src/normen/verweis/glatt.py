"""Text as it is read: without soft hyphens and without the hyphens that line ends put into words.

"Ab-⏎satz 3 des Straf-⏎gesetzbuchs" is read as "Absatz 3 des Strafgesetzbuchs".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

#: Characters without width, and the hyphen and line break inside a word. A hyphen before a capital belongs to the word
#: ("EG-⏎Vertrag"), and one before "und", "oder" stands for the rest of the word ("Straf- und Zivilprozess").
_UNSICHTBAR = "\u00ad\u200b\u2060\ufeff"
_UMBRUCH = r"[ \t]*+\r?\n\s*+"
_FUELLSEL = re.compile(
    rf"[{_UNSICHTBAR}-](?:(?<=[{_UNSICHTBAR}])[{_UNSICHTBAR}]*+(?:{_UMBRUCH}(?=[a-zäöüß]))?"
    rf"|(?<=[A-Za-zäöüß]-){_UMBRUCH}(?=[a-zäöüß])(?!(?:und|oder|sowie|bis|bzw|beziehungsweise)\b)"
    rf"|(?<=[A-Za-zäöüß]-)(?P<nur_umbruch>{_UMBRUCH})(?=[A-ZÄÖÜ][A-Za-zäöüß]))"
)
_TRENNSTRICH = re.compile(rf"-{_UMBRUCH}")


@dataclass(frozen=True, slots=True)
class Glatt:
    """A text without fillers; ``ort_ab`` and ``ort_bis`` lead from its offsets back to those of the original."""

    text: str
    _stellen: tuple[int, ...] = ()
    _versatz: tuple[int, ...] = ()

    def ort_ab(self, stelle: int) -> int:
        """Return where the character at ``stelle`` stands in the original."""
        if not self._stellen:
            return stelle
        return stelle + self._versatz[bisect_right(self._stellen, stelle) - 1]

    def ort_bis(self, stelle: int) -> int:
        """Return the end, in the original, of a slice that ends at ``stelle``; fillers behind it stay out."""
        return self.ort_ab(stelle - 1) + 1 if stelle else 0


def glaette(text: str) -> Glatt:
    """Take the fillers out of a text."""
    if not (any(zeichen in text for zeichen in _UNSICHTBAR) or _TRENNSTRICH.search(text)):
        return Glatt(text)
    teile, stellen, versatz, ab, laenge = [], [0], [0], 0, 0
    for fuellsel in _FUELLSEL.finditer(text):
        anfang = fuellsel.start("nur_umbruch") if fuellsel["nur_umbruch"] else fuellsel.start()
        teile.append(text[ab:anfang])
        laenge += anfang - ab
        ab = fuellsel.end()
        stellen.append(laenge)
        versatz.append(ab - laenge)
    return Glatt("".join((*teile, text[ab:])), tuple(stellen), tuple(versatz))
