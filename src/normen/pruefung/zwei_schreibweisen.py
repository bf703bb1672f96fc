"""Works that one text writes in two ways: "StVollstrO" and "StVollStrO", "(EU) 2016/679" and "(EU) 679/2016"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..einheit import Einheit
from ..text import Text
from ..werk import schluessel
from ..zitat import Rahmen
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand

_NAME = re.compile(
    r"""
      (?P<eu> (?:Verordnung|Richtlinie|Beschluss|Rahmenbeschluss) (?:en|n|es|s)?
              \s+ \((?:EU|EG|EWG)\) \s+ (?:Nr\.\s+)? (?P<erste>\d{1,4})/(?P<zweite>\d{1,4}) )
      # StVollstrO, LDSG-JB, JVollzGB III: at least two capitals, and what belongs to the name behind them
    | (?P<kuerzel> (?<![\w./-]) [A-ZÄÖÜ] \w* [A-ZÄÖÜ] \w* (?:-[A-ZÄÖÜ]\w*)* (?:\s+[IVX]+\b|\s+\d{1,2}(?![\w/]|[.,]\d))? )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Nennung:
    """A work named in a text: ``werk`` is the same for all its spellings, ``form`` is the spelling, white space folded."""

    traeger: str
    werk: str
    form: str
    quelle: Einheit
    text: Text
    ab: int
    bis: int


def zwei_schreibweisen(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each place that spells a work otherwise than the text it stands in does."""
    nennungen = list(_nennungen(bestand))
    formen: dict[tuple[str, str], Counter[str]] = {}
    for n in nennungen:
        formen.setdefault((n.traeger, n.werk), Counter())[n.form] += 1
    for n in nennungen:
        ueblich = _uebliche(bestand, formen[n.traeger, n.werk])
        if n.form != ueblich:
            yield _befund(n, ueblich, formen[n.traeger, n.werk][ueblich])


def _nennungen(bestand: Bestand) -> Iterator[_Nennung]:
    for einheit in bestand.einheiten.values():
        traeger = _traeger(bestand, einheit)
        for text in (einheit.ueberschrift, einheit.text):
            for t in _NAME.finditer(text.inhalt):
                yield _Nennung(traeger, _werk(t), _form(t), einheit, text, *t.span())


def _traeger(bestand: Bestand, einheit: Einheit) -> str:
    """Return the work whose text this is: a VV is part of its administrative rule."""
    werk = bestand.register.werk(einheit.zitat.werk)
    return werk.vv if werk and einheit.zitat.rahmen is not Rahmen.NORM else einheit.zitat.werk


def _werk(treffer: re.Match[str]) -> str:
    """Return what all spellings of a work have in common: letters without case, the numbers of the EU without order."""
    if not treffer["eu"]:
        return schluessel(treffer[0])
    art = re.sub(r"(?:en|n|es|s)?\s+\(.*", "", treffer[0], flags=re.DOTALL)
    return f"{art} {'/'.join(sorted((treffer['erste'], treffer['zweite'])))}"


def _form(treffer: re.Match[str]) -> str:
    """Return a spelling to compare: of an act of the EU what stands behind its kind, which is inflected."""
    form = " ".join(treffer[0].split())
    return form[form.index("(") :] if treffer["eu"] else form


def _uebliche(bestand: Bestand, formen: Counter[str]) -> str:
    """Return the spelling to keep: the one by which the work is known, or else the most frequent."""
    bekannt = [form for form in formen if _ist_bekannt(bestand, form)]
    return max(bekannt or formen, key=lambda form: formen[form])


def _ist_bekannt(bestand: Bestand, form: str) -> bool:
    if form.startswith("("):
        # Since 2015 the year comes first: Interinstitutionelle Regeln für Veröffentlichungen, 1.2.2.1.
        return bool(re.fullmatch(r"\(EU\) 20(?:1[5-9]|[2-9]\d)/\d+", form))
    werk = bestand.register.werk(form)
    return werk is not None and form == werk.kurz


def _befund(n: _Nennung, ueblich: str, wie_oft: int) -> Befund:
    mal = "einmal" if wie_oft == 1 else f"{wie_oft}-mal"
    wort = n.text.inhalt[n.ab : n.bis]
    grund = f"{n.traeger} schreibt sonst „{ueblich}“ ({mal}), hier „{n.form}“."
    return Befund(
        ZWEI_SCHREIBWEISEN.kuerzel, n.quelle.zitat, n.text.zeile_bei(n.ab), wort, grund, f"Schreiben Sie „{ueblich}“."
    )


ZWEI_SCHREIBWEISEN = Pruefart(
    "zwei-schreibweisen",
    "Zwei Schreibweisen",
    "Dasselbe Werk wird in einem Text auf zwei Arten geschrieben.",
    zwei_schreibweisen,
)
