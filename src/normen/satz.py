"""Where a Satz ends: "Satz 3" must mean what a lawyer means by it.

A Satz ends at a full stop, question or exclamation mark that is followed by white space and the beginning of a new one.
Semicolons and colons do not end it (Handbuch der Rechtsförmlichkeit: what follows a semicolon is a Halbsatz). Full stops of
abbreviations, ordinals and dates do not either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

#: Abbreviations that are followed by more of the same Satz, lower case, without their final full stop.
ABKUERZUNGEN = frozenset(
    """
    abs art artt az abschn anl anm aufl bd begr ber bes bek betr buchst bspw bzgl bzw ca dgl dr ebd einschl etc evtl f ff fn
    geb gem ggf grds halbs hrsg hs i.d.f idf inkl insb jew lfd lit max mind mio mrd nr nrn o.ä pos prof rdnr rn rspr s sog
    st std str tel u.a u.ä usf usw unterabs urt v var vgl vom-hundert vorl z zb ziff zit zt bgbl gbl abl gmbl jmbl mbl gvbl
    """.split()
)
#: Abbreviations that often close a Satz: they do where a word follows that is capitalised only there.
_ENDE_MOEGLICH = frozenset(
    """
    usw etc usf f ff dgl o.ä u.ä std min mio mrd st str halbs hs rspr bgbl gbl abl gmbl jmbl mbl gvbl
    """.split()
)
#: Abbreviations of what has a number, a letter or a name of lower case: before any other word they are words ("dieser Art").
_VOR_ZAHL = frozenset("abs abschn anl art artt bd buchst lit nr nrn pos rdnr rn unterabs ziff".split())
_ZAHL_ODER_BUCHSTABE = re.compile(r"\d|§|(?:[IVXLC]+[a-z]?|[A-Z])$")
#: Words that are capitalised only at the beginning of a Satz.
SATZANFANG = re.compile(
    r"(?:Als|Am|An|Auch|Auf|Aus|Bei|Beim|Da|Dabei|Das|Dazu|Dem|Den|Der|Des|Die|Dies|Diese[rs]?|Durch|Ein|Eine[mnrs]?|Er|Es|Für"
    r"|Gegen|Hat|Haben|Hierzu|Hinsichtlich|Ihm|Ihnen|Ihr|Im|In|Innerhalb|Ist|Kann|Können|Mit|Nach|Neben|Nur|Ob|Sie|Sind|Sofern"
    r"|Soll|Sollen|Soweit|Um|Und|Unter|Vom|Von|Vor|Wegen|Wenn|Wer|Werden|Wird|Während|Zu|Zum|Zur)\b"
)
_MONATE = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember jan feb aug sept okt nov dez".split()
)
#: What may stand between the mark that closes a Satz and the end of it.
_SCHLUSSZEICHEN = '"“”’»)]'
_ENDE = re.compile(r"(?P<zeichen>[.!?])(?P<schluss>[\"“”’»)\]]*)(?=\s+(?P<danach>[\"„»(\[]*[A-ZÄÖÜ§\d]))")
_WORTGRENZE = re.compile(r"[\s(„\"\[/]")
_WORT_DANACH = re.compile(r"\s+[\"„»(\[]*(?P<wort>[^\s,;.:)]+)")
_GEKETTET = re.compile(r"(?:[A-Za-zÄÖÜäöü]{1,3}\.)+[A-Za-zÄÖÜäöü]{1,3}")
#: A single letter closes a Satz as a Buchstabe, or as the Roman number of a book or Stufe.
_BUCHSTABE_AM_ENDE = re.compile(
    r"(?:Buchst(?:aben?|\.)|lit\.|\b(?:und|oder|bis))\s+[a-z]$"
    r"|\b(?:(?:[^\WA-Z]*+[A-Z]){2}\w*+|\w*[Ss]tufe|Buch)\s+[IVX]$"
)
#: A number that ends a citation, with what stands before it.
_ZITATZAHL = re.compile(
    r"(?:§§?|\bAbs(?:atz|ätzen?|\.)|\bAbsatzes|\bArt(?:ikels?|\.)|\bS(?:atz|ätzen?|\.)|\bSatzes|\bN(?:r\.|rn\.|ummern?)"
    r"|\bZiff(?:ern?|er|\.)|\bBuch|\bAbschnitts?|\bAnlagen?|\b\w*[Ss]tufe|\bFaktor)\s*\d[\d.]*[a-z]?(?:\s*(?:,|und|oder|bis|sowie)\s*\d[\d.]*[a-z]?)*$"
)
#: What stands before an ordinal: an article, a preposition, an inflected adjective, or another ordinal.
_VOR_ORDNUNGSZAHL = re.compile(
    r"(?:\b(?:de[rmns]|die|das|eine[mnrs]?|am|im|zu[mr]|vom|beim|ans?|ins?|ab|seit|nach|vor|bis|mit|auf|für|bei|je|jede[mnrs]?"
    r"|diese[mnrs]?|ihre[mnrs]?|seine[mnrs]?)|\b[a-zäöüß]{4,}e[mnrs]|\d\.(?:,|\s+(?:und|bis|oder)))\s+\d{1,2}$",
    re.IGNORECASE,
)


#: So far back the rules look, in characters: a chain of sixty numbers. Without a limit the work would grow with the square.
_BLICK_ZURUECK = 300


def satzgrenzen(text: str) -> list[tuple[int, int]]:
    """Split running text into Sätze: slices ``(from, to)`` that leave out only the white space between them."""
    enden = [treffer.end() for treffer in _ENDE.finditer(text) if _ist_ende(text, treffer)]
    return list(_beschnitten(text, zip([0, *enden], [*enden, len(text)], strict=True)))


def _beschnitten(text: str, grenzen: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for ab, bis in grenzen:
        roh = text[ab:bis]
        if roh.strip():
            yield ab + len(roh) - len(roh.lstrip()), bis - (len(roh) - len(roh.rstrip()))


def satz_ist_zu(text: str) -> bool:
    """Tell whether ``text`` ends with the mark that closes a Satz."""
    return text.rstrip().rstrip(_SCHLUSSZEICHEN).endswith((".", "!", "?"))


def _ist_ende(text: str, treffer: re.Match[str]) -> bool:
    if treffer["zeichen"] != ".":
        return True
    davor = text[max(0, treffer.start() - _BLICK_ZURUECK) : treffer.start()]
    wort = _WORTGRENZE.split(davor)[-1]
    danach = _WORT_DANACH.match(text, treffer.end())
    folgt = danach["wort"] if danach else ""
    if wort.isdecimal():
        return bool(treffer["schluss"]) or _zahl_schliesst(davor, wort, folgt)
    if len(wort) == 1 and wort.isalpha():
        return bool(_BUCHSTABE_AM_ENDE.search(davor))
    return _abkuerzung_schliesst(wort, folgt)


def _abkuerzung_schliesst(wort: str, folgt: str) -> bool:
    """Tell whether a word with a full stop closes a Satz; only some abbreviations do, by what follows them."""
    gefaltet = wort.casefold()
    if gefaltet in _VOR_ZAHL:
        return not _ZAHL_ODER_BUCHSTABE.match(folgt)
    if gefaltet in _ENDE_MOEGLICH:
        return bool(SATZANFANG.match(folgt))
    return gefaltet not in ABKUERZUNGEN and not _GEKETTET.fullmatch(wort)


def _zahl_schliesst(davor: str, zahl: str, folgt: str) -> bool:
    """A number with a full stop is an ordinal ("1. Oktober", "das 18. Lebensjahr") where one can stand, else it closes."""
    if davor == zahl:
        return False
    if folgt.casefold() in _MONATE or (folgt.isdecimal() and len(zahl) <= 2 and len(folgt) in (1, 2, 4)):
        return False
    if len(zahl) >= 3 or SATZANFANG.match(folgt) or _ZITATZAHL.search(davor):
        return True
    return not _VOR_ORDNUNGSZAHL.search(davor)
