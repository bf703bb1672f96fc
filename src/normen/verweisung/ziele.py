"""What a clause makes apply: the part each of its citations plays, told by the words before it.

A citation is a target as the subject ("Absatz 3 gilt"), as what a noun for provisions names ("die Vorschriften der §§ 5 bis
8"), or as what makes the subject out ("die Befugnisse nach Absatz 1"). Behind a preposition it is only mentioned. What is
joined to a citation by "und" or a comma plays the same part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ..verweis import Verweis
from ..zitat import Zitat
from .praedikat import Praedikat
from .satzbild import MARKE, Satzbild
from .subjekt import lies_subjekt
from .wortschatz import ADVERBIAL, ARTIKEL, FUELLWORT, NOMEN, PRAEPOSITION, ist_praeposition, nennt_vorschrift


class Rolle(Enum):
    """The part a citation plays in its clause."""

    ZIEL = "applies"
    BENANNT = "makes out the subject"
    AUSNAHME = "is excepted"
    KLAMMER = "stands in brackets behind a description"
    ERWAEHNT = "is only mentioned"

    def __repr__(self) -> str:
        return f"Rolle.{self.name}"


@dataclass(frozen=True, slots=True)
class Gelesen:
    """The citations that apply and those excepted, and descriptions of what applies ("allgemeinen Vorschriften").

    ``nur_benannt`` tells that the citations only make out the subject, ``ist_vorschrift`` that a noun for a provision is
    described.
    """

    ziele: tuple[Verweis, ...]
    ausnahmen: tuple[Verweis, ...]
    vage: tuple[str, ...]
    nur_benannt: bool
    ist_vorschrift: bool


@dataclass(frozen=True, slots=True)
class _Umgebung:
    """A citation with the words of its clause before and behind it, as far as they tell its part."""

    verweis: Verweis
    links: str
    rechts: str
    praedikat: Praedikat
    im_feld: bool


#: So many characters before and behind a citation tell its part.
_WEITE_LINKS, _WEITE_RECHTS = 200, 160

_HINTER_NOMEN = re.compile(rf"(?:^|\s){NOMEN}(?:\s+(?:in|nach|gemäß|aus|zu|unter|im\s+Sinne|von))?\s+(?:{ARTIKEL}\s+)?$")
_HINTER_PRAEPOSITION = re.compile(rf"(?:^|[\s(]){PRAEPOSITION}\s+{FUELLWORT}(?:{ARTIKEL}\s+)?$", re.IGNORECASE)
_DATIV = re.compile(r"(?<!\w)de[mn]\s+$")
_HINTER_GENITIV = re.compile(r"[A-ZÄÖÜ][\w-]*(?:\s+[a-zäöüß]+)?\s+(?:des|der)\s+$")
_IN_KLAMMER = re.compile(r"\([^()]*$")
_VERGLEICHE = re.compile(r"\(\s*(?:vgl\.|vergleiche|siehe|s\.)[^()]*$")
#: "(Nummer 136 RiVASt)": a work that is not known stands behind the number.
_FREMD = re.compile(r"\s+[A-Z]\w*[A-Z]")
_AUSNAHME = re.compile(
    rf"\b(?:mit\s+Ausnahme|ausgenommen)\s+(?:(?:von|vom|de[rs])\s+)?(?:{NOMEN}\s+)?(?:in\s+)?(?:{ARTIKEL}\s+)?$",
    re.IGNORECASE,
)
_BINDEWORT = r"(?:,|und|sowie|oder|bis|beziehungsweise|bzw\.|als\s+auch|(?:auch\s+)?in\s+Verbindung\s+mit|i\.\s?V\.\s?m\.)"
_VERBUNDEN = re.compile(
    rf"\s*(?:\([^()]*\)\s*)?(?:{_BINDEWORT}\s*){{1,4}}(?:(?:auf|auch|insbesondere|jeweils|ferner)\s+)?(?:{ARTIKEL}\s+)?"
    rf"(?:{NOMEN}\s+(?:(?:in|nach|zu)\s+)?(?:{ARTIKEL}\s+)?)?"
    rf"|\s*(?:,|und|sowie)\s+für\s+[^,;.{MARKE}]{{1,60}}\s(?:{ARTIKEL}\s+)?"
)
#: What stands behind a citation that is an attribute: "die in § 3 genannten Fristen".
_ATTRIBUT = re.compile(
    r"\s+(?!(?:gelten|finden|bleiben|werden|entgegen|entsprechend|entsprechende|ergänzende|sinngemäße)\b)"
    r"(?:(?!(?:und|oder|sowie|die|der|das|in|auf)\b)[a-zäöüß]+\s+){0,2}?(?:(?:ge|be|er|ver|ent|an|auf|vor|zu)[a-zäöüß]*"
    r"(?:ten?|ter|tes|nen|enen?|ener|nden?)|(?:ge|betre|vorlie|zu)[a-zäöüß]*enden?|(?:zu\s?[Gg]runde\s+)?liegenden?)\s+[A-ZÄÖÜ]"
)
_INFINITIV = re.compile(r"\bzu\s+[a-zäöüß]+n\b")
_BESCHREIBUNG = re.compile(r"\s+(?:über|zu[rm]?|für|bei|betreffend)\s+(?!sie\b|ihn\b|diese\b|jede)")
_VOR_BESCHREIBUNG = re.compile(rf"(?:^|\s){NOMEN}\s+(?:{ARTIKEL}\s+)?$")
#: "Die Begriffsbestimmungen des Kreditwesengesetzes" are a part of it, "die Vorschriften des Kreditwesengesetzes" all of it.
_TEIL_EINES_WERKS = re.compile(
    r"(?:^|\s)(?!Verwaltungsv)[A-ZÄÖÜ][a-zäöüß-]+(?:bestimmung|vorschrift|regelung)(?:en)?\s+(?:de[sr]\s+)?$"
)
_PARTIZIP_DAVOR = re.compile(r"\b(?:geltend|bezogen|maßgeblich|anwendbar|anzuwendend|maßgebend)en\s+(?:\w+\s+)?$")
_LETZTES_OHNE_ADJEKTIVE = re.compile(r"(?P<wort>\S+)(?:\s+(?!sie\b|diese\b)[a-zäöüß]+e[nrsm]?){0,8}\s*$")
_NOMINALPHRASE = re.compile(
    rf"\s*{FUELLWORT}(?!(?:keine|entsprechende|sinngemäße)?\s*(?:\w+\s+)?Anwendung\b)"
    r"(?P<anfang>(?:[Dd](?:ie|er|as)\s+)?(?:[a-zäöüß]+e[nrsm]?\s+){0,4}(?!(?:Die|Der|Das)\b)[A-ZÄÖÜ])"
)


def lies_ziele(bild: Satzbild, praedikat: Praedikat) -> Gelesen:
    """Tell which citations of a clause apply, which are excepted, and what is only described."""
    rollen = list(_rollen(bild, praedikat))
    ziele = [(v, stelle) for v, rolle, stelle in rollen if rolle in (Rolle.ZIEL, Rolle.KLAMMER)]
    gemeint = ziele or [(v, stelle) for v, rolle, stelle in rollen if rolle is Rolle.BENANNT]
    subjekt, beispiel, _ = lies_subjekt(bild, praedikat).partition(", namentlich")
    nur_beispiel = beispiel and all(rolle is not Rolle.ZIEL for _, rolle, _ in rollen)
    beschrieben = [subjekt] if subjekt and (not gemeint or nur_beispiel) else []
    ungelesen = [bild.wortlaut(stelle, stelle + 1) for v, stelle in gemeint if not v.ziele]
    return Gelesen(
        tuple(v for v, _ in gemeint),
        tuple(v for v, rolle, _ in rollen if rolle is Rolle.AUSNAHME),
        (*beschrieben, *ungelesen),
        bool(gemeint) and not ziele,
        nennt_vorschrift(subjekt),
    )


def _rollen(bild: Satzbild, p: Praedikat) -> Iterator[tuple[Verweis, Rolle, int]]:
    """Yield each citation of the main clause with its part."""
    davor, rolle = -1, Rolle.ERWAEHNT
    for stelle, verweis in bild.marken:
        if stelle < p.vorfeld or p.text[stelle : stelle + 1] != MARKE:
            continue
        zwischen = p.text[davor + 1 : stelle] if davor >= 0 and stelle - davor < _WEITE_LINKS else ""
        if p.ab == p.bis and davor < 0:
            rolle = Rolle.ZIEL  # "in entsprechender Anwendung von § 67"
        elif not _VERBUNDEN.fullmatch(zwischen):
            rolle = _rolle(_umgebung(verweis, stelle, p))
        elif _AUSNAHME.search(zwischen):
            rolle = Rolle.AUSNAHME
        yield verweis, rolle, stelle
        davor = stelle


def _umgebung(verweis: Verweis, stelle: int, p: Praedikat) -> _Umgebung:
    ab, bis = (p.vorfeld, p.ab) if stelle < p.ab else (p.bis, len(p.text))
    links = p.text[max(ab, stelle - _WEITE_LINKS) : stelle]
    rechts = p.text[stelle + 1 : min(bis, stelle + 1 + _WEITE_RECHTS)]
    return _Umgebung(verweis, links, rechts, p, _im_feld(p, stelle))


def _im_feld(p: Praedikat, stelle: int) -> bool:
    """Tell whether a place lies where the preposition of the verb leads: behind the verb, or before it if that begins so."""
    vorn = re.compile(rf"\s*{p.praeposition}\b", re.IGNORECASE).match(p.text, p.vorfeld, p.ab)
    return not p.praeposition or (stelle < p.ab if vorn else stelle > p.ab)


def _rolle(u: _Umgebung) -> Rolle:
    """Tell the part of a citation that is joined to none before it."""
    if u.praedikat.ab == u.praedikat.bis:
        return Rolle.ERWAEHNT
    if _AUSNAHME.search(u.links):
        return Rolle.AUSNAHME
    if _IN_KLAMMER.search(u.links):
        return Rolle.KLAMMER if _klaert_beschreibung(u) else Rolle.ERWAEHNT
    if _ist_beschrieben(u) or _ATTRIBUT.match(u.rechts):
        return Rolle.ERWAEHNT
    if nomen := _HINTER_NOMEN.search(u.links):
        return _rolle_des_nomens(u.links[: nomen.start()], u.praedikat)
    return _rolle_hinter_praeposition(u) if u.praedikat.praeposition else _rolle_als_satzglied(u)


def _klaert_beschreibung(u: _Umgebung) -> bool:
    """Tell whether brackets name what is described before them: "die Vorschriften über … (§§ 31 bis 38a)"."""
    if u.praedikat.praeposition or _FREMD.match(u.rechts) or _VERGLEICHE.search(u.links):
        return False
    return nennt_vorschrift(u.links.rpartition("(")[0])


def _rolle_hinter_praeposition(u: _Umgebung) -> Rolle:
    muster = re.compile(rf"(?:^|\s){u.praedikat.praeposition}\s+{FUELLWORT}(?:{ARTIKEL}\s+)?$", re.IGNORECASE)
    return Rolle.ZIEL if u.im_feld and muster.search(u.links) else Rolle.ERWAEHNT


def _rolle_als_satzglied(u: _Umgebung) -> Rolle:
    if _HINTER_PRAEPOSITION.search(u.links) or _HINTER_GENITIV.search(u.links):
        return Rolle.BENANNT if _ist_subjekt(u) else Rolle.ERWAEHNT
    return Rolle.ERWAEHNT if _DATIV.search(u.links) else Rolle.ZIEL


def _rolle_des_nomens(links: str, p: Praedikat) -> Rolle:
    """Tell the part of "… Vorschriften der §§", by what stands before it."""
    davor = _LETZTES_OHNE_ADJEKTIVE.search(links)
    if davor is None or _PARTIZIP_DAVOR.search(links + " ") or davor["wort"].lower() == p.praeposition:
        return Rolle.ZIEL
    return Rolle.ERWAEHNT if ist_praeposition(davor["wort"]) else Rolle.ZIEL


def _ist_subjekt(u: _Umgebung) -> bool:
    """Tell whether a citation makes out the subject, and not what one may do: "das Recht, … nach § 736a zu berufen"."""
    phrase = _NOMINALPHRASE.match(u.links)
    im_infinitiv = "," in u.links and _INFINITIV.search(u.rechts)
    return phrase is not None and not im_infinitiv and not ADVERBIAL.match(u.links, phrase.start("anfang"))


def _ist_beschrieben(u: _Umgebung) -> bool:
    """Tell whether a citation names a whole work of which only a part is described: "Vorschriften der StPO über …"."""
    ziele = [g.ziel for g in u.verweis.ziele]
    if not ziele or any(not isinstance(ziel, Zitat) or ziel.glieder + ziel.zu for ziel in ziele):
        return False
    if _TEIL_EINES_WERKS.search(u.links):
        return True
    return _VOR_BESCHREIBUNG.search(u.links) is not None and _BESCHREIBUNG.match(u.rechts) is not None
