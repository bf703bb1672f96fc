"""How far a provision binds whoever decides: what its modal verb says, if it is the authority that can or shall.

A right of the person ("Gefangene können beantragen") and a mere possibility ("kann dazu dienen", "kann gefährdet werden")
leave nothing to decide.
The modal verb is that of the Einheit cited: of the Satz that leads to the list it stands in, not of the items beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from ..fehler import ZitatFehler
from ..normquelle import Normquelle
from ..satz import satzgrenzen
from ..schreibweise import Ebene
from ..zitat import Zitat

#: Items of a list as they stand in the wording: "1.", "a)".
_PUNKT = re.compile(r"\s(?:\d{1,2}[a-z]?\.|[a-z]{1,2}\))\s")
_LISTE = (Ebene.NUMMER, Ebene.BUCHSTABE, Ebene.DOPPELBUCHSTABE, Ebene.SPIEGELSTRICH)

#: In small letters only: with a capital it begins a condition ("Kann Ausgang nicht gewährt werden, …").
_MODAL = re.compile(r"\b(?P<verb>kann|können|soll|sollen)\b")
_OFFEN = re.compile(rf"{_MODAL.pattern}$")
#: At the end of a subordinate clause the infinitive stands before the modal verb; some pronouns end like one.
_INFINITIV = re.compile(r"\b(?!(?:ihn|den|dies|jen|kein|ein)en\s)[a-zäöüß]+(?:en|ern|eln|sein|tun)\s+$")
_ENDE = re.compile(r"\s*(?:[,.:]|$|(?:und|oder)\b)")
_KONJUNKTION = (
    r"(?:wenn|soweit|sofern|solange|falls|dass|daß|weil|da|damit|ob|bis|bevor|nachdem|obwohl|sobald|wie|wo|um|ohne"
    r"|anstatt)\b"
)
_RELATIV = (
    r"(?:(?:an|auf|aus|bei|durch|für|gegen|in|mit|nach|über|unter|von|vor|wegen|zu)\s+)?"
    r"(?:die|der|das|den|dem|denen|deren|dessen|welche[rmns]?|wer|was)\b"
)
_NEBENSATZ = re.compile(rf"\s*(?:(?:und|oder|insbesondere|auch)\s+)?(?:{_KONJUNKTION}|{_RELATIV})", re.IGNORECASE)
_MIT_KONJUNKTION = re.compile(rf"\s*{_KONJUNKTION}", re.IGNORECASE)
#: What ends in an infinitive; behind a pronoun of the singular it cannot be a verb of the plural.
_MIT_INFINITIV = re.compile(r".*\b[a-zäöüß]+(?:en|ern|eln|sein|tun)\W*", re.DOTALL)
_EINZAHL = re.compile(r"\s*(?:der|das|den|dem)\b")

#: Adjectives that look like participles: what "bekannt wird" nobody does.
_ADJEKTIV = (
    r"(?:(?:un)?bekannt|bewusst|gesund|gerecht|bereit|erwachsen|bescheiden|verlegen|verschieden|vertraut|verwandt|geneigt)\b"
)
#: A participle with its verb, main clauses only: "angeordnet werden"; not "fähig werden", "alt werden".
_PASSIV = re.compile(
    rf"\b(?!{_ADJEKTIV})(?:[a-zäöüß]*(?:ge|be|ver|er|ent|emp|zer|mi(?:ss|ß)|wider|unter|über|um|hinter|durch|voll)[a-zäöüß]+(?:t|en)"
    r"|[a-zäöüß]+iert|[a-zäöüß]*getan)\s+werden\b(?!\s+(?:kann|können|soll|sollen)\b)"
)
#: Verbs of which the authority is the agent though they have no passive: nobody "erfolgt".
_WIE_PASSIV = re.compile(r"\b(?:erfolgen|stattfinden|unterbleiben|entfallen|ergehen|erhalten)\b")
#: What is done by nobody in office: harm that comes about, what is believed, an aim that is reached.
_GESCHIEHT = re.compile(
    r"\b(?:gefährdet|beeinträchtigt|gestört|verletzt|geschädigt|beschädigt|zerstört|vereitelt|erschwert|verursacht|ausgelöst"
    r"|hervorgerufen|überschritten|verwechselt|vergessen|erwartet|vermutet|befürchtet|ausgegangen|gerechnet|angenommen"
    r"|vorausgesetzt|erreicht|erzielt|bewirkt)\s+werden\b"
)
#: What something is or has, in no act: "kann Mitglied sein", "kann dazu dienen".
_IST_ETWAS = re.compile(
    r"\b(?:sein|bleiben|haben|gelten|dienen|bestehen|entstehen|vorliegen|eintreten|gehören|liegen|fehlen|genügen)\W*$"
)
#: What the person declares, and so may take back.
_ERKLAERT = re.compile(
    r"\b\w*(?:[Aa]ntr[aä]ge?|[Kk]lagen?|[Ww]iderspr[uü]che?|[Bb]eschwerden?|[Ee]inwilligung(?:en)?|[Ee]inverständnis)\b"
    r"[^,.]*\b(?:zurückgenommen|zurückgezogen|widerrufen)\s+werden\b"
)
#: What the passive leaves to the person: to consent, to apply, to appeal, to pay in.
_PERSON_HANDELT = re.compile(
    r"\bzur\s+Niederschrift\b|\b(?:beantragt|eingelegt|angefochten|angerufen|beansprucht|verlangt|ein(?:be|ge)zahlt"
    r"|Antr[aä]ge?\b[^,.]*\bgestellt|(?:Klage|Beschwerde|Widerspruch|Einwendungen)\b[^,.]*\berhoben)\s+werden\b"
)
_BEHOERDE = (
    r"(?!\w*(?:gottesdienst|ehrenamt|(?<!\w)(?:an|be|ab|ein|über|weiter|zu)leitung))"
    r"(?:(?:bundes)?land|\w*(?:anstalt(?:en)?|leit(?:ung|erin|er)|behörden?|ministerium|stellen?|einrichtung(?:en)?"
    r"|bedienstete[nr]?|beamt(?:in|innen|e[nr]?)|träger|verwaltung|dienste?|amt|ämter|agentur|center|kasse|abteilung(?:en)?"
    r"|gemeinden?|beauftragte[nr]?|ärztin|arzt|ärzte|schule))\b"
)
_PERSON = (
    r"\w*(?:gefangene[rn]?|untergebrachte[rn]?|verurteilte[rn]?|betroffene[rn]?|person(?:en)?|mitglied(?:er)?|berechtigte[rn]?"
    r"|verletzte[rn]?|besucher(?:in|innen)?|verteidiger(?:in|innen)?|antragsteller(?:in|innen)?|eltern|beirat|vertretung)\b"
)
#: What may stand before the noun of a subject; the dative has other articles, or none ("Gefangenen kann … gewährt").
_ARTIKEL = (
    r"(?:auch|nur|hierbei|dabei|insbesondere|ferner|jeweils)?\s*(?:die|der|das|eine?|diese[rs]?|jede[rs]?)\s+"
    r"(?:oder\s+der\s+)?"
)
_ADJEKTIVE = r"(?:[a-zäöüß]+(?:e|en|er|es)\s+){0,3}"
_IST_BEHOERDE = re.compile(rf"\s*(?:auch\s+)?(?:{_ARTIKEL})?{_ADJEKTIVE}{_BEHOERDE}", re.IGNORECASE)
_IST_PERSON = re.compile(rf"\s*(?:{_ARTIKEL}{_ADJEKTIVE}{_PERSON}|(?:[a-zäöüß]+e\s+)*{_PERSON}(?<!en))", re.IGNORECASE)
_HANDELNDE = re.compile(rf"\b(?:(?P<behoerde>{_BEHOERDE})|{_PERSON})", re.IGNORECASE)
_PRONOMEN = re.compile(r"\s*(?:so\s+)?(?:sie|er|es)\b", re.IGNORECASE)
_NICHT = re.compile(r"\bnicht\b(?!\s+nur\b)")


class Bindung(Enum):
    """How far a provision binds whoever decides."""

    KANN = "kann"
    SOLL = "soll"
    MUSS = "muss"

    def __repr__(self) -> str:
        return f"Bindung.{self.name}"


def modus(normen: Normquelle, zitat: Zitat) -> Bindung | None:
    """Return how far a provision binds, ``None`` if its text is not loaded; without a modal verb it binds."""
    try:
        wortlaut = normen.norm(str(satz_ueber(zitat))).wortlaut
    except ZitatFehler:
        return None
    vor_der_liste = _PUNKT.split(f" {wortlaut}", maxsplit=1)[0].strip()
    # "kann 1. … untersagt, 2. … eingeschränkt werden": the verb stands in the list.
    worte = wortlaut if _OFFEN.search(vor_der_liste) else vor_der_liste
    return bindung(worte) if worte else None


def satz_ueber(zitat: Zitat) -> Zitat:
    """Return what leads to the list that a citation names an item of; the citation itself if it names none."""
    while zitat.glieder and zitat.glieder[-1].ebene in _LISTE:
        zitat = zitat.eltern[0]
    return zitat


def bindung(wortlaut: str) -> Bindung:
    """Return how far words bind; of several Sätze the freest counts."""
    gesagt = {b for ab, bis in satzgrenzen(wortlaut) for teil in wortlaut[ab:bis].split(";") for b in _gesagt(teil)}
    return next((b for b in (Bindung.KANN, Bindung.SOLL) if b in gesagt), Bindung.MUSS)


def _gesagt(satz: str) -> Iterator[Bindung]:
    """Yield what the modal verbs of the main clause say."""
    haupt, davor = _hauptsatz(satz)
    for treffer in _MODAL.finditer(haupt):
        vorn, hinten = haupt[: treffer.start()], haupt[treffer.end() :]
        if _ENDE.match(hinten) and _INFINITIV.search(vorn):
            continue
        if treffer["verb"].startswith("soll"):
            if _ohne_taeter(hinten) or not _person_ist_subjekt(vorn, hinten, treffer["verb"]):
                yield Bindung.SOLL
        elif _behoerde_kann(vorn, hinten, f"{davor} {vorn}", treffer["verb"]):
            yield Bindung.KANN


def _hauptsatz(satz: str) -> tuple[str, str]:
    """Return a Satz without its subordinate clauses, and what stands before the main clause.

    What begins with an article is taken for a relative clause, unless it brings the infinitive that the modal verb needs:
    "kann, wenn sie sich eignen, der Ausgang gewährt werden".
    """
    teile = satz.split(",")
    davor = teile.pop(0) if len(teile) > 1 and _MIT_KONJUNKTION.match(teile[0]) else ""
    schluss = _mit_dem_infinitiv(teile)
    rest = [teil for i, teil in enumerate(teile) if i in (0, schluss) or not _NEBENSATZ.match(teil)]
    return ",".join(rest), davor


def _mit_dem_infinitiv(teile: list[str]) -> int | None:
    """Return which part that looks like a relative clause brings the infinitive, ``None`` if the modal verb has one."""
    haupt = [i for i, teil in enumerate(teile) if i == 0 or not _NEBENSATZ.match(teil)]
    modal = next((i for i in haupt if _MODAL.search(teile[i])), None)
    if modal is None:
        return None
    hinter_modal = _MODAL.split(teile[modal])[-1]
    if any(_MIT_INFINITIV.fullmatch(t) for t in (hinter_modal, *(teile[i] for i in haupt if i > modal))):
        return None
    relativ = (i for i in range(modal + 1, len(teile)) if i not in haupt and not _MIT_KONJUNKTION.match(teile[i]))
    moeglich = [i for i in relativ if _MIT_INFINITIV.fullmatch(teile[i])]
    return next((i for i in moeglich if _EINZAHL.match(teile[i])), moeglich[-1] if moeglich else None)


def _behoerde_kann(vorn: str, hinten: str, davor: str, verb: str) -> bool:
    """Tell whether "kann" is said of the authority, named or left out."""
    if _NICHT.search(hinten.partition(",")[0]) or _von_selbst(vorn, hinten):
        return False
    return _ohne_taeter(hinten) or (not _IST_ETWAS.search(hinten) and _behoerde_ist_subjekt(vorn, hinten, davor, verb))


def _behoerde_ist_subjekt(vorn: str, hinten: str, davor: str, verb: str) -> bool:
    feld = vorn.rsplit(",", 1)[-1]
    if _IST_BEHOERDE.match(feld):
        return True
    if _IST_PERSON.match(feld) or _IST_PERSON.match(hinten):
        return False
    if _PRONOMEN.match(hinten) or _PRONOMEN.match(feld):  # "kann sie" may mean the authority, "sie können" the persons
        genannt = _HANDELNDE.search(davor)
        return verb == "kann" and bool(genannt and genannt["behoerde"])
    return bool(_IST_BEHOERDE.match(hinten))


def _von_selbst(vorn: str, hinten: str) -> bool:
    """Tell whether it is the person who acts, or nobody."""
    return bool(_PERSON_HANDELT.search(hinten) or _GESCHIEHT.search(hinten) or _ERKLAERT.search(f"{vorn}{hinten}"))


def _ohne_taeter(hinten: str) -> bool:
    """Tell whether the agent is left out: then it is the authority."""
    return bool(_PASSIV.search(hinten) or _WIE_PASSIV.search(hinten))


def _person_ist_subjekt(vorn: str, hinten: str, verb: str) -> bool:
    feld = vorn.rsplit(",", 1)[-1]
    sie = verb == "sollen" and (_PRONOMEN.match(hinten) or _PRONOMEN.match(feld))
    return bool(sie or _IST_PERSON.match(feld) or _IST_PERSON.match(hinten))
