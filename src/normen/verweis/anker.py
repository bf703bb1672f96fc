"""Where a citation may begin, and what looks like one and is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class Art(Enum):
    """What an anchor announces."""

    EBENE = auto()
    VV = auto()
    NAME = auto()
    BUCH = auto()
    SELBST = auto()
    ZAHL = auto()


@dataclass(frozen=True, slots=True)
class Anfang:
    """An anchor understood: what it announces, and the slice it takes."""

    art: Art
    ab: int
    bis: int


#: A level at the beginning of a word. The first character stands apart, so that the search skips quickly to it.
_EBENE = re.compile(
    r"[§ASNBZUHDPVTK](?:(?<=§)|(?<![\w-].)(?:"
    r"rt(?:ikel[ns]?\s|t?\.|\s\d)|bs(?:atz|ätze|\.|\s\d)|nlagen?\s+(?:\d|[A-Z](?![a-zäöü])|zu[mr]?\s|de[sr]\s|[abdegw][a-zäöü]+t)|nhängen?\s|nl\.\s?[\dIVX]|nh\.\s?[\dIVX]"
    r"|nhangs?\s+(?:\d|[A-Z](?![a-zäöü])|zu[mr]?\s|de[sr]\s|[abdegw][a-zäöü]+t)"
    r"|bschn(?:itt(?:en|es|[es])?|\.)\s+[\dA-Z]|V(?!\w)"
    r"|atz(?:es)?\s|ätzen?\s"
    r"|ummern?\s|rn?(?:\.|\s\d)"
    r"|uchst(?:abe|\.)|uche?s(?!\w)|uch\s\d"
    r"|iff(?:er|\.|\s\d)"
    r"|nterabs(?:atz|chnitt|\.)|Abs\.|abs\.\s?\d"
    r"|eil(?:en|e?s|e)?\s+[\dA-Z]|apitel[ns]?\s+[\dA-Z]|itel[ns]?\s+[\dA-Z]"
    r"|albs(?:atz|\.)"
    r"|oppelbuchst"
    r"|aragra(?:ph|f)|ar\.\s?\d"
    r"|w?V\s))"
)
#: Words that end like names of works, and two other rare beginnings.
_WORT = re.compile(
    r"(?:gesetz(?:buch)?|Gesetz(?:buch)?|ordnung|Richtlinie|richtlinie|Beschluss|beschluss|Vorschrift|Verwaltungsvorschrift)"
    r"(?:e?s|en)?(?![\w-])|lit\.\s"
)
_ZAHL = re.compile(r"nach (?P<zahl>\d+\.\d+)")
_MIT_ZAHL = re.compile(r"\s\d")
_EIGENE = frozenset({"AV", "Buchs", "Buches"})
_ALLGEMEIN = re.compile(r"(?:Gesetz(?:buch)?|Verordnung|Verwaltungsvorschrift|Vorschrift)(?:e?s)?")
_DIESES = re.compile(r"(?<!\w)[Dd]iese[srm]?\s+$")
_DIE = re.compile(r"(?<!\w)(?:[Dd]ie|[Dd]er)\s+$")
#: "Vorschriften des Dritten Buchs".
_DES_ERSTEN = re.compile(r"\sdes\s+(?P<ordnung>[A-ZÄÖÜ][a-zäöüß]+en\s+)$")
_ORDNUNGSVORLAUF = 24
_SOZIALGESETZBUCH = re.compile(r"\s+Sozialgesetzbuch")
#: "nach dem Zweiten Buch Sozialgesetzbuch".
_BUCH_DAVOR = re.compile(r"(?<!\w)[A-ZÄÖÜ][a-zäöüß]+e[ns]?\s+Buch(?:e?s)?\s+$")
_BUCHVORLAUF = 28
#: Adjectives that begin a name: "Bürgerlichen Gesetzbuchs".
_ADJEKTIVE = re.compile(r"(?<!\w)(?:[A-ZÄÖÜ][a-zäöüß]+e[nsmr]?\s+){1,2}$")
_ADJEKTIVVORLAUF = 40
_DELEGIERT = re.compile(r"Delegierte[nr]?\s+$")
#: So many characters before an anchor may belong to it.
_VORLAUF = 14
_ZU = re.compile(r"\s+zu\s+(?:den\s+)?(?=§)")

#: Law reports and gazettes number their entries: "AP Nr. 4 zu § 59 HGB" is a place in a collection.
_FUNDSTELLE = re.compile(
    r"(?<!\w)(?:AP|EzA|LM|BAGE|SozR|Buchholz|NStZ|NJW|NZA|StV|ZIP|GRUR|ABl\.?|BGBl\.?|RGBl\.?|GVBl\.?|GBl\.?|GMBl\.?|BAnz\.?|JMBl\.?"
    r"|(?:Amts|[Gg]esetz|[Vv]erordnungs|Ministerial)blatts?|Bundesanzeigers?|BT-Drs\.|LT-Drs\.|Rn\.|Rdnr\.|Heft|Az\.)"
    r"(?:[\s,]+(?:Teil|EU|EG|L|C|I{1,3}|[A-Z]{2,5}|S\.|vom|\d[\d./-]*))*[\s,]+$"
)
_FUNDSTELLE_WEITE = 60
#: Their names, and what may stand behind them, do not end with these characters.
_NIE_VOR_FUNDSTELLE = frozenset("abcdefghiklnopquvwxyzäöüß()§")
_BLATT = re.compile(
    r"\s+(?:de[sr]|im)\s+(?:[\w-]+\s+(?:und\s+)?)?(?:Amts|[\w-]*[Gg]esetz|[\w-]*[Vv]erordnungs|Ministerial)blatt"
)


class Anker:
    """The anchors of a text, in order, from any place on; each part of the text is searched once."""

    def __init__(self, text: str, *, mit_zahlen: bool) -> None:
        self.text = text
        self._muster = (_EBENE, _WORT, _ZAHL) if mit_zahlen else (_EBENE, _WORT)
        self._naechste = [muster.search(text) for muster in self._muster]

    def ab(self, stelle: int) -> re.Match[str] | None:
        """Return the next anchor at or behind ``stelle``."""
        bester = None
        for n, treffer in enumerate(self._naechste):
            if treffer is not None and treffer.start() < stelle:
                treffer = self._naechste[n] = self._muster[n].search(self.text, stelle)  # noqa: PLW2901
            if treffer is not None and (bester is None or treffer.start() < bester.start()):
                bester = treffer
        return bester


def ist_fundstelle(text: str, ab: int, bis: int) -> bool:
    """Tell whether a law report or a gazette is named before ``ab``, or one that the slice is a number of, behind it."""
    davor = text[max(0, ab - 2) : ab]
    if davor and davor[0] not in _NIE_VOR_FUNDSTELLE and _FUNDSTELLE.search(text, max(0, ab - _FUNDSTELLE_WEITE), ab):
        return True
    return _BLATT.match(text, bis) is not None


def gedeutet(text: str, treffer: re.Match[str], von: int) -> Anfang | None:
    """Tell what an anchor announces and where it begins, not before ``von``; ``None`` if it is only a word."""
    ab, bis = treffer.span()
    if treffer.re is _ZAHL:
        return Anfang(Art.ZAHL, treffer.start("zahl"), bis)
    if treffer.re is _WORT and not treffer[0].startswith("lit."):
        return _gedeutetes_wort(text, _wortanfang(text, von, ab), bis, von)
    if text.startswith(("VV", "VwV"), ab):
        return Anfang(Art.VV, ab, bis)
    if treffer[0] in _EIGENE and not _MIT_ZAHL.match(text, bis):
        return _gedeutetes_eigenes(text, treffer, von)
    return Anfang(Art.EBENE, ab, bis)


def _gedeutetes_eigenes(text: str, treffer: re.Match[str], von: int) -> Anfang | None:
    """Tell apart: "dieses Buchs" and "diese AV" mean the text itself, "des Dritten Buchs" another book of its code."""
    ab, bis = treffer.span()
    davor = _davor(_DIESES, text, von, ab) or (treffer[0] == "AV" and _davor(_DIE, text, von, ab))
    if davor:
        return Anfang(Art.SELBST, davor.start(), bis)
    ordnung = _DES_ERSTEN.search(text, max(von, ab - _ORDNUNGSVORLAUF), ab)
    if ordnung is None or treffer[0] == "AV":
        return None
    art = Art.NAME if _SOZIALGESETZBUCH.match(text, bis) else Art.BUCH
    return Anfang(art, ordnung.start("ordnung"), bis)


def _gedeutetes_wort(text: str, ab: int, bis: int, von: int) -> Anfang | None:
    """A noun may mean the text itself ("dieses Gesetz"), begin "dieser Verwaltungsvorschrift zu § 51", or name a work."""
    if not text[ab].isupper():
        return None
    wort, dieses = text[ab:bis], _davor(_DIESES, text, von, ab)
    if wort.startswith("Verwaltungsvorschrift") and _ZU.match(text, bis):
        artikel = dieses or _davor(_DIE, text, von, ab)
        return Anfang(Art.VV, artikel.start() if artikel else ab, bis)
    if dieses:
        return Anfang(Art.SELBST, dieses.start(), bis) if _ALLGEMEIN.fullmatch(wort) else None
    davor = _BUCH_DAVOR.search(text, max(von, ab - _BUCHVORLAUF), ab) if wort.startswith("Sozial") else None
    davor = davor or _davor(_DELEGIERT, text, von, ab) or _ADJEKTIVE.search(text, max(von, ab - _ADJEKTIVVORLAUF), ab)
    return Anfang(Art.NAME, davor.start() if davor else ab, bis)


def _wortanfang(text: str, von: int, ab: int) -> int:
    while ab > von and (text[ab - 1].isalnum() or text[ab - 1] == "-"):
        ab -= 1
    return ab


def _davor(muster: re.Pattern[str], text: str, von: int, ab: int) -> re.Match[str] | None:
    return muster.search(text, max(von, ab - _VORLAUF), ab)
