"""Clauses that make Einheiten apply: read from a Satz, with kind, targets, exceptions, Maßgabe and Bedingung.

Read are the forms in which administrative rules refer to each other: numbers of an administrative rule ("Die Nummern 2.2
bis 4.2 sowie 6.1 bis 6.3, mit Ausnahme von 6.3.3 dieser Verwaltungsvorschrift zu § 9 JVollzGB III gelten entsprechend"),
a whole one, and bare numbers of the rule in which the clause stands. A clause whose target is named in another way is
returned with the target as it is printed, as not resolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from .satz import satzgrenzen
from .schreibweise import Ebene
from .zitat import Glied, Rahmen, Zitat


class Wirkung(Enum):
    """What a Verweisung does; the value is what exports say."""

    ANALOG = "analog"
    DIREKT = "direct"
    NEGATIV = "negative"
    UNBERUEHRT = "unaffected"

    def __repr__(self) -> str:
        return f"Wirkung.{self.name}"


@dataclass(frozen=True, slots=True)
class Spanne:
    """A range of Einheiten, both ends included."""

    von: Zitat
    bis: Zitat


Ziel = Zitat | Spanne


@dataclass(frozen=True, slots=True)
class Verweisung:
    """A clause, at ``ab`` to ``bis`` in the text of ``quelle`` and on line ``zeile`` of the source (0 = not known).

    ``offen`` is the clause as printed where its target could not be read.
    """

    quelle: Zitat
    wirkung: Wirkung
    ziele: tuple[Ziel, ...]
    ausnahmen: tuple[Ziel, ...]
    massgabe: str
    bedingung: str
    text: str
    ab: int
    bis: int
    offen: tuple[str, ...] = ()
    zeile: int = 0


_ZAHL = r"\d+(?:\.\d+)*"
_SATZ = r"(?:\s+(?:Satz|Sätze)\s+\d+(?:\s+bis\s+\d+)?)?"
_ELEMENT = rf"{_ZAHL}{_SATZ}(?:\s+bis\s+{_ZAHL}{_SATZ})?"
_TRENNER = r"(?:\s*,\s*(?:und\s+|sowie\s+)?|\s+(?:und|sowie|oder)\s+)(?:die\s+|den\s+)?(?:(?:Nummern?|Ziffern?)\s+)?"
_LISTE = rf"{_ELEMENT}(?:{_TRENNER}{_ELEMENT})*"
_NUMMERN = rf"(?:(?:Nummern?|Ziffern?)\s+|(?<=und )|(?<=sowie ))(?P<nummern>{_LISTE})"
_AUSNAHME = rf",?\s+mit\s+Ausnahme\s+(?:von|der|des)\s+(?:(?:Nummern?|Ziffern?)\s+)?(?P<ausnahme>{_LISTE})"
_PARAGRAPHEN = r"(?:den\s+)?§§?\s*(?P<paragraphen>\d+[a-z]?(?:(?:\s*,\s*|\s+(?:und|sowie|bis)\s+)\d+[a-z]?)*)"
_WERK = r"(?P<werk>[A-ZÄÖÜ]\w*[A-Z]\w*(?:\s+[IVX]+)?)"

#: "[Nummern …] [mit Ausnahme …] dieser Verwaltungsvorschrift zu § … Werk", or "Nummern … zu § … Werk".
_VV_VERWEIS = re.compile(
    rf"(?:{_NUMMERN}(?:{_AUSNAHME})?\s+)?(?:(?:dieser|der|die)\s+Verwaltungsvorschrift(?:en)?\s+)?"
    rf"(?<!\w)zu\s+{_PARAGRAPHEN}\s+{_WERK}"
)
#: Bare numbers count as a target only where they are what applies: at the beginning, after the verb, or after "auf".
_BLOSSE_NUMMERN = re.compile(
    r"(?:^|\b(?:gelten|gilt|sind|ist|finde[nt])\s+(?:(?:hierfür|insoweit|auch|für\s+sie)\s+)?|\bauf\s+)(?:die\s+|den\s+)?"
    r"(?:(?:Regelung|Bestimmung|Vorschrift)(?:en)?\s+(?:in\s+)?(?:de[nr]\s+)?)?"
    rf"(?:Nummern?|Ziffern?)\s+(?P<nummern>{_LISTE})(?:{_AUSNAHME})?"
    r"(?!\s+(?:dieser\s+Verwaltungsvorschrift|zu\s+(?:den\s+)?§|de[rs]\s+(?:Richtlinie|Verwaltungsvorschrift)|genannt))",
    re.IGNORECASE,
)
_NACHGESTELLTE_AUSNAHME = re.compile(_AUSNAHME)
_ELEMENT_TEILE = re.compile(
    rf"(?P<von>{_ZAHL})(?:\s+(?:Satz|Sätze)\s+(?P<satz>\d+)(?:\s+bis\s+(?P<satz_bis>\d+)(?![.\d]))?)?"
    rf"(?:\s+bis\s+(?P<bis>{_ZAHL})(?:\s+Satz\s+(?P<bis_satz>\d+))?)?"
)

_ENTSPRECHEND = r"(?:entsprechend|sinngemäß)"
_WIRKUNGEN: tuple[tuple[Wirkung, re.Pattern[str]], ...] = (
    (Wirkung.UNBERUEHRT, re.compile(r"\bbleib(?:t|en)\b.*\bunberührt\b")),
    (
        Wirkung.NEGATIV,
        re.compile(r"\b(?:gilt|gelten)\b[^,;]*?\bnicht\b(?!s)|\bfinde[nt]+\b.*\bkeine\s+Anwendung\b|\bnicht\s+anzuwenden\b"),
    ),
    (
        Wirkung.ANALOG,
        re.compile(
            rf"\b(?:gilt|gelten)\b.*\b{_ENTSPRECHEND}\b(?!\s+(?:ihr|sein|de[rsmn]\b))"
            rf"|\bfinde[nt]+\b.*\b{_ENTSPRECHEND}e\s+Anwendung\b|\b{_ENTSPRECHEND}\s+anzuwenden\b|^Entsprechendes\s+gilt\b"
        ),
    ),
    (Wirkung.DIREKT, re.compile(r"\b(?:gilt|gelten)\b|\bwird\b.*\bhingewiesen\b|\bfinde[nt]+\b.*\bAnwendung\b")),
)
_MASSGABE = re.compile(
    rf"mit\s+der\s+Maßgabe(?:\s+(?:{_ENTSPRECHEND}|hingewiesen))?\s*,?\s*(?:{_ENTSPRECHEND}\s*,\s*)?(?P<text>dass\s.+?)[.;]?$"
)
_BEDINGUNG_HINTEN = re.compile(r",\s+(?P<text>(?:soweit|sofern|wenn|solange|es\s+sei\s+denn)\b.+?)[.;]?$")
_BEDINGUNG_VORN = re.compile(
    r"(?P<text>(?:Soweit|Sofern|Wenn|Solange|Ist|Sind|Wird|Werden|Hat|Haben|In\s+den\s+Fällen)\b[^;]*?),?\s+(?:so\s+)?(?:gilt|gelten|finde[nt]+|wird|ist|sind)\b"
)


def finde_verweisungen(text: str, quelle: Zitat, werkname: Callable[[str], str]) -> Iterator[Verweisung]:
    """Yield every clause in the text of an Einheit that makes something apply, or not apply.

    ``quelle`` is the Einheit the text stands in; bare numbers are read as numbers of its own rule.
    """
    for satz_ab, satz_bis in satzgrenzen(text):
        for ab, bis in _halbsaetze(text, satz_ab, satz_bis):
            verweisung = _verweisung(text, ab, bis, quelle, werkname)
            if verweisung:
                yield verweisung


def _halbsaetze(text: str, ab: int, bis: int) -> Iterator[tuple[int, int]]:
    for teil in re.finditer(r"[^;]+;?", text[ab:bis]):
        yield ab + teil.start(), ab + teil.end()


def _verweisung(text: str, ab: int, bis: int, quelle: Zitat, werkname: Callable[[str], str]) -> Verweisung | None:
    satz = text[ab:bis].strip()
    wirkung = next((art for art, muster in _WIRKUNGEN if muster.search(satz)), None)
    if wirkung is None:
        return None
    massgabe = _MASSGABE.search(satz)
    kern = satz[: massgabe.start()] if massgabe else satz
    ziele, ausnahmen = _ziele(kern, quelle, werkname)
    if not ziele and (wirkung is Wirkung.DIREKT or not _nennt_ziel(kern)):
        return None
    bedingung = _BEDINGUNG_HINTEN.search(kern) or _BEDINGUNG_VORN.match(kern)
    return Verweisung(
        quelle, wirkung, ziele, ausnahmen,
        massgabe["text"] if massgabe else "", bedingung["text"] if bedingung else "",
        satz, ab, bis, () if ziele else (satz,),
    )  # fmt: skip


def _nennt_ziel(kern: str) -> bool:
    """Tell whether a clause names something that could be its target at all."""
    return bool(
        re.search(
            r"§|Art(?:ikel|\.)\s*\d|\bAbs(?:atz|ätze)|\bS(?:atz|ätze)\b|\bNummern?\b|\bZiffern?\b|schrift|gesetz|[Dd]ies|Entsprechendes",
            kern,
        )
    )


def _ziele(kern: str, quelle: Zitat, werkname: Callable[[str], str]) -> tuple[tuple[Ziel, ...], tuple[Ziel, ...]]:
    ziele: list[Ziel] = []
    ausnahmen: list[Ziel] = []
    for treffer in _VV_VERWEIS.finditer(kern):
        if not (treffer["nummern"] or "Verwaltungsvorschrift" in treffer[0]):
            continue
        for traeger in _paragraphen(treffer["paragraphen"], werkname(treffer["werk"])):
            ziele += _elemente(treffer["nummern"], traeger)
            ausnahmen += _elemente(treffer["ausnahme"], traeger) if treffer["ausnahme"] else []
            danach = _NACHGESTELLTE_AUSNAHME.search(kern, treffer.end())
            ausnahmen += _elemente(danach["ausnahme"], traeger) if danach else []
    eigene = _eigene_regelung(quelle)
    if not ziele and eigene is not None:
        for treffer in _BLOSSE_NUMMERN.finditer(kern):
            ziele += _elemente(treffer["nummern"], eigene)
            ausnahmen += _elemente(treffer["ausnahme"], eigene) if treffer["ausnahme"] else []
    return tuple(ziele), tuple(ausnahmen)


def _eigene_regelung(quelle: Zitat) -> Zitat | None:
    """Return the rule whose numbers a bare "Nummer 3" in ``quelle`` means; in a statute there is none."""
    if quelle.rahmen is Rahmen.VV:
        return Zitat(quelle.werk, (), Rahmen.VV, quelle.zu)
    oberste = quelle.glieder[:1]
    if oberste and oberste[0].ebene is Ebene.ANLAGE:
        return Zitat(quelle.werk, oberste)
    return Zitat(quelle.werk) if oberste and oberste[0].ebene is Ebene.NUMMER else None


def _paragraphen(liste: str, werk: str) -> Iterator[Zitat]:
    for von, bis in re.findall(r"(\d+[a-z]?)(?:\s+bis\s+(\d+[a-z]?))?", liste):
        nummern = range(int(von), int(bis) + 1) if bis.isdigit() and von.isdigit() else (von,)
        yield from (Zitat(werk, (), Rahmen.VV, (Glied(Ebene.PARAGRAPH, str(n)),)) for n in nummern)


def _elemente(liste: str | None, traeger: Zitat) -> list[Ziel]:
    """Turn a list of numbers into targets: single numbers, Sätze of a number, ranges; no list means the whole rule."""
    if not liste:
        return [traeger]
    ziele: list[Ziel] = []
    for treffer in _ELEMENT_TEILE.finditer(liste):
        von = traeger.mit(Ebene.NUMMER, treffer["von"])
        if treffer["bis"]:
            bis = traeger.mit(Ebene.NUMMER, treffer["bis"])
            ziele.append(Spanne(von, bis.mit(Ebene.SATZ, treffer["bis_satz"]) if treffer["bis_satz"] else bis))
        elif treffer["satz"]:
            saetze = range(int(treffer["satz"]), int(treffer["satz_bis"] or treffer["satz"]) + 1)
            ziele += [von.mit(Ebene.SATZ, str(n)) for n in saetze]
        else:
            ziele.append(von)
    return ziele
