"""Names of works in running text: abbreviations, full names in any case form, books of a code, acts of the EU."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..schreibweise import ORDNUNGSZAHLEN, roemisch_zu_zahl
from ..werk import Werk
from ..zitat import Zitat
from .kette import LEERRAUM

_ABKUERZUNG = re.compile(
    rf"[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*(?:-[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*)*(?P<buch>{LEERRAUM}+(?:[IVX]+|\d{{1,2}})(?!\w))?"
)
_ARTIKEL = re.compile(rf"{LEERRAUM}+(?:(?:de[srm]|das|die){LEERRAUM}+)?")
_WORT = re.compile(r"[A-Za-zÄÖÜäöüß][\wäöüß]*(?:-[\wäöüß]+)*-?")
_LUECKE = re.compile(rf"{LEERRAUM}+(?:[-–]{LEERRAUM}+)?")
_KLAMMER = re.compile(rf"{LEERRAUM}*\((?P<kurz>[A-ZÄÖÜ][\wÄÖÜäöü-]*(?:{LEERRAUM}[IVX]+)?)\)")
_BUCH_MIT_ORDNUNG = re.compile(
    rf"{LEERRAUM}+des{LEERRAUM}+(?P<ordnung>[A-ZÄÖÜ][a-zäöüß]+)en{LEERRAUM}+Buche?s(?!\w|{LEERRAUM}+Sozialgesetzbuch)"
)
_DIESES_WERK = re.compile(rf"{LEERRAUM}+dieses{LEERRAUM}+(?:Buche?s|Gesetze?s|Gesetzbuche?s)(?!\w)")
_EU = re.compile(
    rf"(?P<art>Verordnung|Richtlinie|Beschluss(?:es)?|Rahmenbeschluss(?:es)?){LEERRAUM}+\((?P<raum>EU|EG|EWG|Euratom)\)"
    rf"{LEERRAUM}+(?:Nr\.{LEERRAUM}*)?(?P<a>\d+)/(?P<b>\d+)"
)
_ORDNUNGSZAHLEN = {wort: zahl for zahl, wort in enumerate(ORDNUNGSZAHLEN, start=1)}
_ENDUNGEN = ("es", "en", "er", "em", "e", "s", "n")
#: Names as they are looked up: in words, and in letters (shorter ones are abbreviations).
_LAENGSTER_NAME = 14
_KUERZESTER_NAME = 9


def grundform(wort: str) -> str:
    """Strip the case ending of a word in a name: "Gesetzes" and "Gesetz", "Ersten" and "Erstes" meet."""
    gefaltet = wort.casefold().replace("ß", "ss")
    for endung in _ENDUNGEN:
        if gefaltet.endswith(endung) and len(gefaltet) - len(endung) >= 4:
            return gefaltet[: -len(endung)]
    return gefaltet


def _schluessel(name: str) -> str:
    return " ".join(grundform(wort) for wort in _WORT.findall(re.split(r" [–-] |\(|, Buch ", name)[0]))


@dataclass(frozen=True, slots=True)
class Genannt:
    """A work named in a text up to offset ``bis``."""

    werk: str
    bis: int


@dataclass(frozen=True)
class Namensbuch:
    """The names that works go by in running text."""

    kuerzel: dict[str, str]
    namen: dict[str, str]
    buecher: dict[str, dict[int, str]]
    mit_vv: dict[str, str] = field(default_factory=dict)

    @classmethod
    def aus(cls, werke: Iterable[Werk]) -> Namensbuch:
        """Make it from works; of two works with the same name the first one given wins."""
        buch = cls({}, {}, {})
        for werk in werke:
            buch._nimm_auf(werk)
        return buch

    def _nimm_auf(self, werk: Werk) -> None:
        for name in (werk.kurz, *werk.namen):
            if _ABKUERZUNG.fullmatch(name):
                self.kuerzel.setdefault(name, werk.kurz)
        for name in (werk.titel, *(name for name in werk.namen if len(name) >= _KUERZESTER_NAME)):
            self.namen.setdefault(_schluessel(name), werk.kurz)
        gesetzbuch, _, zahl = werk.kurz.rpartition(" ")
        if gesetzbuch and (nummer := roemisch_zu_zahl(zahl)):
            self.buecher.setdefault(gesetzbuch, {})[nummer] = werk.kurz
        if werk.vv:
            self.mit_vv[werk.kurz] = werk.vv

    def hinter_kette(self, text: str, ab: int, kontext: Zitat | None, eigene: dict[str, str]) -> Genannt | None:
        """Read the work that a chain of §§ belongs to, right behind it: "StPO", "der Strafprozessordnung (StPO)",

        "des Dritten Buchs", "dieses Gesetzes". ``eigene`` are abbreviations the text has introduced; a new one is added.
        """
        if (dieses := _DIESES_WERK.match(text, ab)) and kontext:
            return Genannt(kontext.werk, dieses.end())
        if buch := _BUCH_MIT_ORDNUNG.match(text, ab):
            return self._buch_desselben(kontext, _ORDNUNGSZAHLEN.get(buch["ordnung"], 0), buch.end())
        artikel = _ARTIKEL.match(text, ab)
        return self.bei(text, artikel.end(), eigene) if artikel else None

    def bei(self, text: str, ab: int, eigene: dict[str, str]) -> Genannt | None:
        """Read the name of a work at ``ab``: act of the EU, abbreviation, or full name with its abbreviation in brackets."""
        return eu_werk(text, ab) or self._kuerzel(text, ab, eigene) or self._name(text, ab, eigene)

    def _kuerzel(self, text: str, ab: int, eigene: dict[str, str]) -> Genannt | None:
        treffer = _ABKUERZUNG.match(text, ab)
        if treffer is None:
            return None
        for bis in filter(None, (treffer.end(), treffer["buch"] and treffer.start("buch"))):
            kurz = re.sub(r"\s+", " ", text[ab:bis])
            werk = eigene.get(kurz) or self.kuerzel.get(kurz)
            if werk:
                return Genannt(werk, bis)
        return None

    def _name(self, text: str, ab: int, eigene: dict[str, str]) -> Genannt | None:
        schluessel, stelle, genannt = "", ab, None
        for _ in range(_LAENGSTER_NAME):
            wort = _WORT.match(text, stelle)
            if wort is None:
                break
            schluessel = f"{schluessel} {grundform(wort[0])}".lstrip()
            if schluessel in self.namen:
                genannt = Genannt(self.namen[schluessel], wort.end())
            luecke = _LUECKE.match(text, wort.end())
            if luecke is None:
                break
            stelle = luecke.end()
        klammer = _KLAMMER.match(text, genannt.bis) if genannt else None
        if genannt and klammer:
            eigene[klammer["kurz"]] = genannt.werk
            return Genannt(genannt.werk, klammer.end())
        return genannt

    def _buch_desselben(self, kontext: Zitat | None, zahl: int, bis: int) -> Genannt | None:
        """Return the book of the code that the context lies in."""
        werk = self.buch(kontext.werk.rpartition(" ")[0], zahl) if kontext else None
        return Genannt(werk, bis) if werk else None

    def buch(self, gesetzbuch: str, zahl: int) -> str | None:
        """Return the work that is book ``zahl`` of a code, or ``None``."""
        return self.buecher.get(gesetzbuch, {}).get(zahl)


def eu_werk(text: str, ab: int) -> Genannt | None:
    """Read an act of the EU, year first whatever the order in print: "Richtlinie (EU) 680/2016" is (EU) 2016/680."""
    treffer = _EU.match(text, ab)
    if treffer is None:
        return None
    erste, zweite = treffer["a"], treffer["b"]
    if not _ist_jahr(erste) and _ist_jahr(zweite):
        erste, zweite = zweite, erste
    return Genannt(f"{treffer['art']} ({treffer['raum']}) {erste}/{zweite}", treffer.end())


def _ist_jahr(zahl: str) -> bool:
    return len(zahl) == 4 and 1950 <= int(zahl) < 2100
