"""Names of works in running text: abbreviations, full names in any case form, books of a code, acts of the EU."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from ..schreibweise import buchzahl, roemisch_zu_zahl
from ..werk import Werk, schluessel
from ..zitat import Zitat
from .muster import KEINE_NUMMER

_ABKUERZUNG = re.compile(r"[A-ZÄÖÜ][\w-]*+(?:\s++[A-ZÄÖÜ\d][\w-]*+){0,3}")
#: A name of one word: "Strafvollzugsgesetz"; behind it, and not behind "StGB", an abbreviation may be introduced.
_AUSGESCHRIEBEN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{8,}")
#: "stpo", "jvollzgb iii": abbreviations in small letters, by the endings that no word of the language has.
_KLEIN = re.compile(
    r"(?P<kurz>[a-zäöü]{0,12}(?:gb|stpo|zpo|stvollzo|vwgo|vfg|owig|gvg|btmg|jgg|stvollzg|aufenthg|bzrg)"
    r"(?:[ \u00a0-]?(?:[ivx]{1,5}|\d{1,2})(?![\w]|[.,]\d))?)(?![\wäöüß])"
)
#: The number of a book behind its code: "JVollzGB 3", "JVollzGB-III", "JVollzGBIII", "JVollzGB, Buch 3",
#: "JVollzGB (Buch 3)", "JVollzGB, 3. Buch", "JVollzGB Drittes Buch".
_BUCHNUMMER = re.compile(
    r"(?:[\s-]?|(?P<klammer>\s+\()Buch\s+|,?\s+(?:[-–]\s+)?Buch\s+)(?P<zahl>\d{1,2}|[IVX]{1,5})(?![\wäöüß]|[.,]\d)(?(klammer)\))"
    r"|,?\s+(?:[-–]\s+)?(?:(?P<geordnet>\d{1,2})\.|(?P<ordnung>[A-Za-zäöüß]+)e[nrs])\s+Buch(?:e?s)?(?!\w|\s+(?:des\s+)?(?:Sozialgesetzbuch|SGB\b))"
)
#: "JVollzGB-III", "JVollzGBIII": a code and the number of its book as one word.
_MIT_ZAHL_VERBUNDEN = re.compile(r"(?P<gesetzbuch>[A-ZÄÖÜ]\w*?)(?:-.*|[IVX]{1,5}|\d{1,2})")
#: What may stand between a chain and its work: "§ 5 n. F. StGB", "§ 5 (neu) StGB", "§ 5 des geltenden StGB".
_EINSCHUB = re.compile(
    r"\s+(?:[na]\.\s?F\.|\((?:neu|alt|[Nn]eue\s+Fassung|[Aa]lte\s+Fassung|[na]\.\s?F\.)\)|de[rs]\s+(?:[a-zäöüß]+e[nr]\s+){1,2}"
    r"(?=[A-ZÄÖÜ]))\s*"
)
_EINSCHUBANFANG = frozenset("nad(")
_ARTIKEL = re.compile(r"\s+(?:(?:de[srm]|das|die|zu[mr]|zu\s+de[rm])\s+)?|(?=[A-ZÄÖÜ])")
_WORT = re.compile(r"[A-Za-zÄÖÜäöüß][\wäöüß]*+(?:-[\wäöüß]++)*+-?")
_LUECKE = re.compile(r"\s++(?:[-–]\s+)?")
#: "(StPO)", "(im Folgenden: StPO)", "(nachfolgend „StPO“ genannt)", "(Betäubungsmittelgesetz - BtMG)", and "- SGB I -"
#: behind the full name; an abbreviation has two capitals, so "(Auszug)" is none.
_KLAMMER = re.compile(
    r"\s*+\((?:(?:im\s+[Ff]olgenden|nachfolgend|künftig|kurz):?\s+|[A-ZÄÖÜ][\w-]*\s[-–]\s)?"
    r"[„\"]?(?P<kurz>(?=[A-ZÄÖÜ](?:[\w-]{0,30}[A-ZÄÖÜ]|\s\d))[A-ZÄÖÜ][\w-]*(?:\s[A-ZÄÖÜ\d][\w-]*){0,2})[“\"]?(?:\s+genannt)?\)"
)
_STRICHE = re.compile(r"\s+[-–]\s(?P<kurz>[A-ZÄÖÜ][\w-]*(?:\s[IVX]+)?)\s[-–](?=[\s,;.)]|$)")
_BUCH_MIT_ORDNUNG = re.compile(
    r"(?:(?P<ordnung>[A-Za-zäöüß]+)e[ns]|(?P<zahl>\d{1,2})\.)\s+Buch(?:e?s)?(?!\w|\s+(?:des\s+)?(?:Sozialgesetzbuch|SGB\b))"
)
#: What leads from a book to its code: "des Vierten Buchs des JVollzGB", "des 4. Buchs JVollzGB".
_GESETZBUCH_DAHINTER = re.compile(r"\s+(?:de[sr]\s+)?(?=[A-ZÄÖÜ])")
_DIESES_WERK = re.compile(
    r"\s+dieses\s+(?:Buche?s|Gesetze?s|Gesetzbuche?s)(?!\w)|\s+dieser\s+Verordnung(?!\w)"
    r"|\s+zu\s+diese(?:m\s+(?:Gesetz|Vertrag)|r\s+Verordnung)(?!\w)"
)
_EU = re.compile(
    r"(?P<art>(?:Delegierte[nr]?\s+)?(?:Verordnung|Richtlinie)|Durchführungs(?:verordnung|richtlinie)"
    r"|(?:Rahmenb|Durchführungsb|B)eschluss(?:es)?)\s+"
    r"(?:\((?P<raum>E[UGA]|EWG|Euratom)(?:,\s?Euratom)?\)\s+(?P<nr>Nr\.?\s*)?(?P<a>\d{1,4})/(?P<b>\d{1,4})"
    r"|(?P<alt>(?:Nr\.\s*)?\d{1,4}/\d{1,4}/(?:EG|EU|EWG|JI|GASP|Euratom)))(?![\d/])"
)
#: The law of a Land has the federal law's name, with the Land behind it.
_LAND = re.compile(
    r"\s(?:NRW|NW|LSA|BW|Ba-Wü|Bln|Bbg|MV|M-V|RP|Rh?-?Pf|SH|S-H|HE|Hess|NI|Nds|SL|SN|TH|Thür|HH|Hmb|HB|Brem|Bay)\b\.?(?!\s§)"
    r"|\s(?:(?:für\s+das|des)\s+Land(?:es)?\s+|für\s+|von\s+)?(?:Baden-Württembergs?|Bayerns?|Berlins?|Brandenburgs?|Bremens?"
    r"|Hamburgs?|Hessens?|Mecklenburg-Vorpommerns?|Niedersachsens?|Nordrhein-Westfalens?|Rheinland-Pfalz|Saarlands?"
    r"|Sachsen-Anhalts?|Sachsens?|Schleswig-Holsteins?|Thüringens?)(?![\w-])"
)
#: A work that is named but not known: an abbreviation that ends like one of a law, or a noun that names a rule.
_FREMD = re.compile(
    r"\s+(?:de[rs]\s+)?(?P<kurz>(?!(?:AV|VV|VwV)\b)[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]*[A-Za-zÄÖÜäöüß](?<=[GOVBKLÜ])(?:-\w{1,6})?(?![\w-]))"
    r"|\s+(?P<gesetz>[A-ZÄÖÜ][\wäöüß-]{3,40}(?:gesetz(?:buch)?|ordnung)(?:e?s)?(?![\w-]))"
    r"|\s+zu[mr]\s+(?P<vwv>(?:VwV|VV|AV)(?:\s[-–])?\s[A-ZÄÖÜ][\w-]+)"
    r"|\s+(?P<gemischt>[A-ZÄÖÜ][a-zäöü]{0,6}[A-ZÄÖÜ](?!nnen)[A-Za-zÄÖÜäöü]*[a-zäöü](?![\w-]))"
    r"|\s+(?:de[rs]|zu[mr])\s+(?:[\wäöüß-]+e[nrs]\s+(?:und\s+)?){0,3}(?P<name>(?:[A-ZÄÖÜ][\wäöüß-]*)?"
    r"(?i:gesetz(?:buch)?|ordnung|richtlinie|vertrag|abkommen|übereinkommen|übereinkunft|vereinbarung|satzung|protokoll"
    r"|konvention|verzeichnis|blatt|erlass|regelwerk|statut)(?:e?s|en|ses)?(?![\w-]))"
)
_ENDUNGEN = ("es", "en", "er", "em", "e", "s", "n")
#: Names as they are looked up: in words, and in letters (shorter ones are abbreviations).
_LAENGSTER_NAME = 14
_KUERZESTER_NAME = 9
#: How far before a § its work is looked for.
_DAVOR = 40
_DAVOR_STEHT = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]*(?:[ \u00a0][A-ZÄÖÜ\d][\w-]*){0,4}[ \u00a0]$")
_LEER = re.compile(r"\s")
_OHNE_LEER = re.compile(r"\S+")
_TITELENDE = re.compile(r" [–-] |\(|, Buch ")
_BEZIFFERT = re.compile(r"(?<!\w)\d")
_EU_BEUGUNG = re.compile(r"(?<=Delegierte)[nr]|(?<=eschluss)es$")


def grundform(wort: str) -> str:
    """Strip the case ending of a word in a name: "Gesetzes" and "Gesetz", "Ersten" and "Erstes" meet."""
    gefaltet = wort.casefold().replace("ß", "ss")
    for endung in _ENDUNGEN:
        if gefaltet.endswith(endung) and len(gefaltet) - len(endung) >= 4:
            return gefaltet[: -len(endung)]
    return gefaltet


#: What is left of titles like "Verordnung (EU) …" or "Vereinbarung - …" names no work.
_ALLGEMEIN = frozenset(
    grundform(wort)
    for wort in """
    Gesetz Verordnung Anordnung Vereinbarung Abkommen Übereinkommen Protokoll Vertrag Satzung Erlass Richtlinie
    Sozialgesetzbuch Bekanntmachung Beschluss Ordnung Geschäftsordnung Regelung Vorschrift Verwaltungsvorschrift
    Zusatzprotokoll Zusatzabkommen
    """.split()
)


def _schluessel(name: str) -> str:
    return " ".join(grundform(wort) for wort in _WORT.findall(_TITELENDE.split(name)[0]))


@dataclass(frozen=True, slots=True)
class Genannt:
    """A work named in a text up to offset ``bis``; ``werk`` is "" for one that is not known, ``name`` what it is called."""

    werk: str
    bis: int
    name: str = ""


@dataclass(frozen=True)
class Namensbuch:
    """The names that works go by in running text."""

    kuerzel: dict[str, str]
    namen: dict[str, str]
    buecher: dict[str, dict[int, str]]
    mit_vv: dict[str, str] = field(default_factory=dict)

    @classmethod
    def aus(cls, werke: Iterable[Werk]) -> Namensbuch:
        """Make it from works; of two works with the same name the first one given wins.

        Names are looked up by their words, so numbers that tell works apart ("… Buch 3", "… für das Jahr 2015") must not be
        lost: of works that only these tell apart none is found by the words.
        """
        buch = cls({}, {}, {})
        beziffert: dict[str, set[str]] = {}
        for werk in werke:
            buch._nimm_auf(werk, beziffert)
        for name, kurze in beziffert.items():
            if len(kurze) == 1:
                buch.namen.setdefault(name, *kurze)
        return buch

    def _nimm_auf(self, werk: Werk, beziffert: dict[str, set[str]]) -> None:
        for name in (werk.kurz, *werk.namen):
            if _ABKUERZUNG.fullmatch(name):
                self.kuerzel.setdefault(name, werk.kurz)
        for name in (werk.titel, *(name for name in werk.namen if len(name) >= _KUERZESTER_NAME)):
            if (gefaltet := _schluessel(name)) in _ALLGEMEIN:
                continue
            if _BEZIFFERT.search(_TITELENDE.split(name)[0]):
                beziffert.setdefault(gefaltet, set()).add(werk.kurz)
            else:
                self.namen.setdefault(gefaltet, werk.kurz)
        gesetzbuch, _, zahl = werk.kurz.rpartition(" ")
        if gesetzbuch and (nummer := roemisch_zu_zahl(zahl)):
            self.buecher.setdefault(gesetzbuch, {})[nummer] = werk.kurz
        if werk.vv:
            self.mit_vv[werk.kurz] = werk.vv

    @cached_property
    def _anfaenge(self) -> frozenset[str]:
        """Beginnings of names of several words, so that looking one up ends with the first word that fits none."""
        return frozenset(name[:ende] for name in self.namen for ende in _luecken(name))

    @cached_property
    def _gefaltet(self) -> dict[str, str]:
        """Abbreviations folded, so that "JVollzGB III" is found as "jvollzgb 3"."""
        return {schluessel(kurz): werk for kurz, werk in reversed(self.kuerzel.items())}

    @cached_property
    def _erste(self) -> frozenset[str]:
        """First words of abbreviations."""
        return frozenset(name.partition(" ")[0] for name in self.kuerzel)

    def hinter_kette(self, text: str, ab: int, kontext: Zitat | None, eigene: dict[str, str]) -> Genannt | None:
        """Read the work that a chain belongs to, right behind it: "StPO", "der Strafprozessordnung (StPO)",

        "des Dritten Buchs", "dieses Gesetzes". ``eigene`` are abbreviations the text has introduced; a new one is added.
        """
        return self._gleich_hinter(text, ab, kontext, eigene) or self._hinter_einschub(text, ab, eigene)

    def _gleich_hinter(self, text: str, ab: int, kontext: Zitat | None, eigene: dict[str, str]) -> Genannt | None:
        artikel = _ARTIKEL.match(text, ab)
        if artikel is None or not (anfang := text[artikel.end() : artikel.end() + 1]) or not anfang.isalnum():
            return None
        if buch := self.buch_desselben(text, artikel.end(), kontext):
            return buch
        if anfang.islower():
            dieses = _DIESES_WERK.match(text, ab)
            return Genannt(kontext.werk, dieses.end()) if dieses and kontext else self._kleines(text, artikel.end())
        if anfang.isdigit():
            return None
        return self.bei(text, artikel.end(), eigene) or self._fremdes(text, ab)

    def _hinter_einschub(self, text: str, ab: int, eigene: dict[str, str]) -> Genannt | None:
        """Read a work behind a few words that belong to no citation, so that they do not hide it."""
        einschub = _EINSCHUB.match(text, ab) if text[ab + 1 : ab + 2] in _EINSCHUBANFANG else None
        return (self.bei(text, einschub.end(), eigene) if einschub else None) or self._fremdes(text, ab)

    def _kleines(self, text: str, ab: int) -> Genannt | None:
        """Read an abbreviation in small letters."""
        klein = _KLEIN.match(text, ab)
        werk = self._gefaltet.get(schluessel(klein["kurz"])) if klein else None
        return Genannt(werk, klein.end()) if klein and werk else None

    def bei(self, text: str, ab: int, eigene: dict[str, str]) -> Genannt | None:
        """Read the name of a work at ``ab``: act of the EU, abbreviation, or full name with its abbreviation in brackets."""
        if eu := eu_werk(text, ab):
            return eu
        genannt = self._kuerzel(text, ab, eigene) or self._name(text, ab, eigene)
        if genannt and genannt.werk in self.buecher:
            return self._mit_buchnummer(text, ab, genannt)
        if genannt and (land := _LAND.match(text, genannt.bis)):
            return Genannt("", land.end(), text[ab : land.end()])
        return genannt

    def _mit_buchnummer(self, text: str, ab: int, gesetzbuch: Genannt) -> Genannt:
        """Read the number behind the name of a code: the work is that book, and none that is known if there is no such."""
        nummer = _BUCHNUMMER.match(text, gesetzbuch.bis)
        if nummer is None or KEINE_NUMMER.match(text, nummer.end()):
            return gesetzbuch
        zahl = buchzahl(nummer["zahl"] or nummer["geordnet"] or nummer["ordnung"])
        if nummer["ordnung"] and not zahl:
            return gesetzbuch
        return Genannt(self.buch(gesetzbuch.werk, zahl) or "", nummer.end(), text[ab : nummer.end()])

    def vor(self, text: str, von: int, ab: int, eigene: dict[str, str]) -> tuple[int, str] | None:
        """Read an abbreviation that ends right before the § at ``ab``, as headnotes put it: "SGB X § 48 Abs 1"."""
        davor = _DAVOR_STEHT.search(text, max(von, ab - _DAVOR), ab)
        if davor is None:
            return None
        for stelle in (davor.start(), *(davor.start() + n for n in _luecken(davor[0], versatz=1))):
            kurz = text[stelle:ab].strip()
            if werk := eigene.get(kurz) or self.kuerzel.get(kurz):
                return stelle, werk
        return None

    def _kuerzel(self, text: str, ab: int, eigene: dict[str, str]) -> Genannt | None:
        treffer = _ABKUERZUNG.match(text, ab)
        if treffer is None:
            return None
        worte = [(wort[0], ab + wort.end()) for wort in _OHNE_LEER.finditer(treffer[0])]
        worte[0] = (self._ohne_trennung(worte[0][0]), worte[0][1])
        verbunden = _MIT_ZAHL_VERBUNDEN.fullmatch(worte[0][0])
        if verbunden and verbunden["gesetzbuch"] in self.buecher and worte[0][0] not in self.kuerzel:
            laenge = len(worte[0][0]) - len(verbunden["gesetzbuch"])
            return Genannt(verbunden["gesetzbuch"], worte[0][1] - laenge)
        if worte[0][0] not in self._erste and not eigene:
            return None
        for anzahl in range(len(worte), 0, -1):
            kurz = " ".join(wort for wort, _ in worte[:anzahl])
            if werk := eigene.get(kurz) or self.kuerzel.get(kurz):
                genannt = Genannt(werk, worte[anzahl - 1][1])
                return self._mit_kuerzel(text, genannt, eigene) if _AUSGESCHRIEBEN.fullmatch(kurz) else genannt
        return None

    def _ohne_trennung(self, wort: str) -> str:
        """Return an abbreviation without the hyphen of a line end ("JVollz-⏎GB"), if it is known only so."""
        ganz = wort.replace("-", "", 1)
        return ganz if wort not in self._erste and ganz in self._erste else wort

    def _name(self, text: str, ab: int, eigene: dict[str, str]) -> Genannt | None:
        schluessel, stelle, genannt = "", ab, None
        for _ in range(_LAENGSTER_NAME):
            wort = _WORT.match(text, stelle)
            if wort is None:
                break
            schluessel = f"{schluessel} {grundform(wort[0])}".lstrip()
            if schluessel in self.namen:
                genannt = Genannt(self.namen[schluessel], wort.end())
            luecke = _LUECKE.match(text, wort.end()) if schluessel in self._anfaenge else None
            if luecke is None:
                break
            stelle = luecke.end()
        return self._mit_kuerzel(text, genannt, eigene) if genannt else None

    def _mit_kuerzel(self, text: str, genannt: Genannt, eigene: dict[str, str]) -> Genannt:
        """Read the abbreviation behind a name; in brackets it may be new, between dashes it must be known."""
        if klammer := _KLAMMER.match(text, genannt.bis):
            kurz = _LEER.sub(" ", klammer["kurz"])
            if kurz.startswith(f"{genannt.werk} ") or _LAND.fullmatch(f" {kurz}"):  # as in "(StVollzG NRW)", "(NRW)"
                return Genannt(self.kuerzel.get(kurz, ""), klammer.end(), kurz)
            eigene[kurz] = genannt.werk
            return Genannt(genannt.werk, klammer.end())
        striche = _STRICHE.match(text, genannt.bis)
        bekannt = striche and self.kuerzel.get(striche["kurz"]) == genannt.werk
        return Genannt(genannt.werk, striche.end()) if striche and bekannt else genannt

    def _fremdes(self, text: str, ab: int) -> Genannt | None:
        """Read the name of a work that is not known, so that nobody takes what it contains for something else."""
        fremd = _FREMD.match(text, ab)
        return Genannt("", fremd.end(), next(filter(None, fremd.groups()))) if fremd else None

    def buch_desselben(self, text: str, ab: int, kontext: Zitat | None) -> Genannt | None:
        """Read "Dritten Buchs", a book of the code named behind it, else of the one that the context lies in.

        ``werk`` is "" if there is no such book. The books of a code that is one work ("des Zweiten Buchs des BGB") are
        divisions of it, which no citation of a § names.
        """
        treffer = _BUCH_MIT_ORDNUNG.match(text, ab)
        zahl = buchzahl(treffer["zahl"] or treffer["ordnung"]) if treffer else 0
        if treffer is None or not (zahl or treffer["ordnung"][0].isupper()):
            return None
        artikel = _GESETZBUCH_DAHINTER.match(text, treffer.end())
        gesetzbuch = self.bei(text, artikel.end(), {}) if artikel else None
        if gesetzbuch and gesetzbuch.werk and gesetzbuch.werk not in self.buecher:
            return gesetzbuch
        code = gesetzbuch.werk if gesetzbuch else kontext.werk.rpartition(" ")[0] if kontext else ""
        bis = gesetzbuch.bis if gesetzbuch else treffer.end()
        return Genannt(self.buch(code, zahl) or "", bis, text[ab:bis])

    def buch(self, gesetzbuch: str, zahl: int) -> str | None:
        """Return the work that is book ``zahl`` of a code, or ``None``."""
        return self.buecher.get(gesetzbuch, {}).get(zahl)


def _luecken(worte: str, versatz: int = 0) -> list[int]:
    return [luecke.start() + versatz for luecke in _LEER.finditer(worte)]


def eu_werk(text: str, ab: int) -> Genannt | None:
    """Read an act of the EU by the name it was published under, whatever the order in print.

    From 2015 on that is the year and then the number, "(EU) 2016/680"; before, regulations had "Nr.", the number and then
    the year, "(EU) Nr. 604/2013" (Publications Office of the EU, Interinstitutional Style Guide, 1.2.2 Numbering of acts).
    """
    treffer = _EU.match(text, ab)
    if treffer is None:
        return None
    art = _EU_BEUGUNG.sub("", " ".join(treffer["art"].split()))
    alt = " ".join((treffer["alt"] or "").replace("Nr.", "Nr. ").split())
    nummer = alt or f"({treffer['raum']}) {_eu_nummer(treffer['a'], treffer['b'], mit_nr=bool(treffer['nr']))}"
    return Genannt(f"{art} {nummer}", treffer.end())


def _eu_nummer(erste: str, zweite: str, *, mit_nr: bool) -> str:
    if mit_nr and _ist_altes_jahr(zweite):
        return f"Nr. {erste}/{zweite}"
    if _ist_neues_jahr(erste):
        return f"{erste}/{zweite}"
    if _ist_neues_jahr(zweite):
        return f"{zweite}/{erste}"
    if _ist_altes_jahr(zweite):
        return f"Nr. {erste}/{zweite}"
    return f"Nr. {zweite}/{erste}" if _ist_altes_jahr(erste) else f"{erste}/{zweite}"


def _ist_neues_jahr(zahl: str) -> bool:
    return len(zahl) == 4 and 2015 <= int(zahl) < 2100


def _ist_altes_jahr(zahl: str) -> bool:
    """Tell whether a number is a year from 1952 to 2014; before 1999 they were printed with two digits."""
    return (len(zahl) == 4 and 1952 <= int(zahl) < 2015) or (len(zahl) == 2 and int(zahl) >= 52)
