"""The words of what applies, where the text only describes it: "die für den Besuch geltenden Vorschriften"."""

from __future__ import annotations

import re

from .praedikat import Praedikat
from .satzbild import MARKE, Satzbild
from .wortschatz import ADVERBIAL, FUELLWORT, ist_praeposition

_KEIN_SUBJEKT = re.compile(
    r"\s*(?:Ergänzend|Unberührt|Hiervon|Insoweit|Nicht|Entsprechend|Sinngemäß|Es|Daneben|Im\s+Übrigen|Auch\s+(?:für|auf|bei|in))\b",
    re.IGNORECASE,
)
_ENDE = re.compile(
    r"\s+(?:(?:hiervon|davon|insoweit|auch|jedoch|weiterhin|im\s+Übrigen)\s+){0,3}"
    r"(?:mit\s+Ausnahme|mit\s+der\s+Ma|unberührt\b|entsprechend\b|sinngemäß\b|Anwendung\b|nicht\b|anzuwenden\b|anwendbar\b"
    r"|(?:keine|entsprechende|sinngemäße|ergänzende)\s+(?:\w+\s+)?Anwendung\b|nach\s+Maßgabe\b|hingewiesen\b|verwiesen\b)"
    r"|[.;:]?\s*$|\s{3}"
)
_FUERWORT = re.compile(r"\s+(sie|es|er)\s")
_ARTIKEL_VORN = re.compile(r"^(?:(?:[Dd](?:ie|er|as|en|em)|[Ee]ine?[rnms]?)\s+)?")
_FUELLSEL_HINTEN = re.compile(r"\s+(?:nur|auch|jedoch|ebenfalls)$")
_VOR_DEM_SUBJEKT = re.compile(rf"[\s,]*{FUELLWORT}")
#: Where the subject begins behind a phrase that is none: "gelten für Telefonate die für den Besuch geltenden Vorschriften".
_HINTER_ADVERBIAL = re.compile(
    rf"(?<![\w-])(?P<wort>[\w-]+|{MARKE})[\s,]{{1,400}}(?=(?:die|das|dieselben|diese|dieses|alle|sämtliche)\s)"
)


def lies_subjekt(bild: Satzbild, p: Praedikat) -> str:
    """Return the words of what applies, as printed, without article; "" where they cannot be told."""
    if p.ab == p.bis:
        return ""
    if p.praeposition:
        return _hinter_praeposition(bild, p)
    vorn = p.text[p.vorfeld : p.ab]
    if vorn.strip() and not ADVERBIAL.match(vorn) and not _KEIN_SUBJEKT.match(vorn):
        return _beschnitten(bild, p.ab - len(vorn.lstrip()), p.ab)
    return _hinter_dem_verb(bild, p)


def _hinter_dem_verb(bild: Satzbild, p: Praedikat) -> str:
    fuellsel = _VOR_DEM_SUBJEKT.match(p.text, p.bis)
    ab = fuellsel.end() if fuellsel else p.bis
    if ADVERBIAL.match(p.text, ab):
        phrasen = (treffer for treffer in _HINTER_ADVERBIAL.finditer(p.text, ab) if not ist_praeposition(treffer["wort"]))
        ab = next((treffer.end() for treffer in phrasen), ab)
    worte = _bis_zum_ende(bild, p, ab, len(p.text))
    fuerwort = _FUERWORT.match(p.text, p.bis)
    return fuerwort[1] if fuerwort and not worte[:1].isupper() else worte


def _hinter_praeposition(bild: Satzbild, p: Praedikat) -> str:
    """Return what "nach" or "auf" leads to, behind the verb or, if the clause begins with it, before."""
    muster = re.compile(rf"(?:^|\s){p.praeposition}\s", re.IGNORECASE)
    for ab, bis in ((p.bis, len(p.text)), (p.vorfeld, p.ab)):
        if treffer := muster.search(p.text, ab, bis):
            return _bis_zum_ende(bild, p, treffer.end(), bis)
    return ""


def _bis_zum_ende(bild: Satzbild, p: Praedikat, ab: int, bis: int) -> str:
    ende = _ENDE.search(p.text, ab - 1, bis)
    return _beschnitten(bild, ab, ende.start() if ende else bis)


def _beschnitten(bild: Satzbild, ab: int, bis: int) -> str:
    worte = bild.wortlaut(ab, bis).strip(" ,.;") if bis > ab else ""
    return _FUELLSEL_HINTEN.sub("", _ARTIKEL_VORN.sub("", worte, count=1))
