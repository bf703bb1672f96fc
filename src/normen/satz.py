"""Where a Satz ends: "Satz 3" must mean what a lawyer means by it.

A Satz ends at a full stop, question or exclamation mark that is followed by white space and the beginning of a new one.
Semicolons and colons do not end it (Handbuch der Rechtsförmlichkeit: what follows a semicolon is a Halbsatz). Full stops of
abbreviations, ordinals and dates do not either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Abbreviations that are followed by more of the same Satz, lower case, without their final full stop.
ABKUERZUNGEN = frozenset(
    """
    abs art artt az abschn anl anm aufl bd begr ber bes bek betr buchst bspw bzgl bzw ca dgl dr ebd einschl etc evtl f ff fn
    geb gem ggf grds halbs hrsg hs i.d.f idf inkl insb jew lfd lit max mind mio mrd nr nrn o.ä pos prof rdnr rn rspr s sog
    st std str tel u.a u.ä usf usw unterabs urt v var vgl vom-hundert vorl z zb ziff zit zt bgbl gbl abl gmbl jmbl mbl gvbl
    """.split()
)
#: Abbreviations that often close a Satz; a capital after them begins a new one only if the next word cannot continue it.
_ENDE_MOEGLICH = frozenset({"usw", "etc", "usf", "f", "ff", "dgl"})
_MONATE = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember jan feb aug sept okt nov dez".split()
)
_ENDE = re.compile(r"(?P<zeichen>[.!?])(?P<schluss>[\"“”’»)\]]*)(?=\s+(?P<danach>[\"„»(\[]*[A-ZÄÖÜ§\d]))")
_WORT_DAVOR = re.compile(r"(?P<wort>[^\s(„\"\[/]+)$")
_WORT_DANACH = re.compile(r"\s+[\"„»(\[]*(?P<wort>[^\s,;.:)]+)")
#: A number before the full stop closes a Satz when it stands in a citation or names a year or an amount.
_ZITATZAHL = re.compile(
    r"(?:§§?|Abs(?:atz|ätzen?|\.)|Absatzes|Art(?:ikels?|\.)|S(?:atz|ätzen?|\.)|Satzes|N(?:r\.|rn\.|ummern?)|Ziff(?:ern?|er|\.)"
    r"|Buch|Abschnitts?|Anlagen?|Stufe|und|bis|oder|sowie|,)\s*[\d.]+[a-z]?$"
)


def satzgrenzen(text: str) -> list[tuple[int, int]]:
    """Split running text into Sätze: slices ``(from, to)`` that leave out only the white space between them."""
    enden = [treffer.end() for treffer in _ENDE.finditer(text) if _ist_ende(text, treffer)]
    anfaenge = [0, *enden]
    return list(_beschnitten(text, zip(anfaenge, [*enden, len(text)], strict=True)))


def _beschnitten(text: str, grenzen: Iterator[tuple[int, int]] | zip[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for ab, bis in grenzen:
        roh = text[ab:bis]
        if roh.strip():
            yield ab + len(roh) - len(roh.lstrip()), bis - (len(roh) - len(roh.rstrip()))


def satz_ist_zu(text: str) -> bool:
    """Tell whether ``text`` ends with the mark that closes a Satz."""
    return bool(re.search(r"[.!?][\"“”’»)\]]*$", text.rstrip()))


def _ist_ende(text: str, treffer: re.Match[str]) -> bool:
    if treffer["zeichen"] != "." or treffer["schluss"]:
        return True
    davor = _WORT_DAVOR.search(text, 0, treffer.start())
    wort = davor["wort"] if davor else ""
    danach = _WORT_DANACH.match(text, treffer.end())
    folgt = danach["wort"] if danach else ""
    if wort.isdigit():
        return _zahl_schliesst(text[: treffer.start()], wort, folgt)
    if len(wort) == 1 and wort.isalpha():
        return False
    return wort.casefold().strip("(") not in ABKUERZUNGEN


def _zahl_schliesst(davor: str, zahl: str, folgt: str) -> bool:
    """A number with a full stop is an ordinal ("1. Oktober", "das 18. Lebensjahr") unless the text before says otherwise."""
    if folgt.casefold() in _MONATE or (folgt.isdigit() and len(zahl) <= 2 and len(folgt) <= 2):
        return False
    return len(zahl) >= 3 or bool(_ZITATZAHL.search(davor))
