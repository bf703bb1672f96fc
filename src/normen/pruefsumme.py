r"""The Prüfsumme of a legal text: the same for the same words, however they are set.

It is the SHA-256 of the text in its Prüfform, as UTF-8. In the Prüfform invisible characters are gone, a hyphen is gone
with the white space behind it ("Justizvollzugs-\nanstalt", "Flucht- und"), other white space is one blank, none stands at
the ends, and letters are composed (NFC). Dashes, quotation marks and capitals count.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence

from .einheit import Eintrag

#: Soft hyphen, and characters of no width.
_UNSICHTBAR = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TRENNUNG = re.compile(r"[-\u2010\u2011]\s*")


def pruefform(text: str) -> str:
    """Return the words of a text without what only setting it changes; done twice it is the same as once."""
    ohne = _TRENNUNG.sub("", text.translate(_UNSICHTBAR))
    return " ".join(unicodedata.normalize("NFC", ohne).split())


def pruefsumme(text: str) -> str:
    """Return the Prüfsumme of a text, 64 hexadecimal digits."""
    return hashlib.sha256(pruefform(text).encode()).hexdigest()


def wortlaut(einheit: Eintrag, darunter: Iterable[Eintrag]) -> str:
    """Return the text of an Einheit with all below it on one line, with the labels below; of a § without the VV on it.

    ``darunter`` are the Einheiten below it, in order. Its own label and heading are no part of it: what is renumbered
    keeps its Wortlaut.
    """
    teile = [einheit.text]
    for e in darunter:
        if e.rahmen is einheit.rahmen:
            teile += [e.marke, e.ueberschrift, e.text]
    return " ".join(teil for teil in teile if teil)


def nach_pruefsumme(einheiten: Sequence[Eintrag]) -> dict[str, tuple[str, ...]]:
    """Return the citations of all Einheiten that have words, by the Prüfsumme of their Wortlaut.

    ``einheiten`` are all of a knowledge base, in the order of their numbers without a gap.
    """
    gefunden: dict[str, list[str]] = {}
    erste = einheiten[0].nr if einheiten else 0
    for e in einheiten:
        worte = wortlaut(e, einheiten[e.nr - erste + 1 : e.letzte - erste + 1])
        if worte:
            gefunden.setdefault(pruefsumme(worte), []).append(e.zitat)
    return {summe: tuple(zitate) for summe, zitate in gefunden.items()}
