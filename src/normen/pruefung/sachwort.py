"""The noun that a citation hangs on, which says what it is cited for."""

from __future__ import annotations

import re

from ..satz import satzgrenzen
from ..stichwort import stamm
from .bestand import Verweisstelle

_NOMEN = r"[A-ZÄÖÜ][\w-]{4,}"
_ATTRIBUT = r"[a-zäöüß]+e[nrsm]?"
_ANSCHLUSS = r"(?:(?:nach|gemäß|im\s+Sinne(?:\s+von)?)\s+(?:de[rsnm]\s+|die\s+)?|\()$"
#: "die nach § 45 Abs. 1 erteilte Erlaubnis"; in "die in § 45 genannten Stellen" the noun may be a word for several.
_GEKLAMMERT = re.compile(r"\b(?:nach|gemäß|in)\s+(?:de[rmn]\s+)?$")
_DAHINTER = re.compile(rf"\s+(?!(?:genannt|bezeichnet|aufgeführt)e)[a-zäöüß]{{5,}}e[nrsm]?\s+(?P<wort>{_NOMEN})")
#: "eine Durchsuchung nach § 64 Abs. 2", "gemäß …", "im Sinne des …", or before a bracket.
_DAVOR = re.compile(rf"(?P<wort>{_NOMEN})\s+{_ANSCHLUSS}")
#: "die Unterbringung der Gefangenen nach § 7": where the noun before fits anything, the one that it belongs to.
_DARUEBER = re.compile(
    rf"(?P<wort>{_NOMEN})\s+(?:de[rs]|von|eine[rs]|für|bei|an)\s+(?:oder\s+de[rs]\s+)?(?:{_ATTRIBUT}\s+)*{_NOMEN}\s+{_ANSCHLUSS}"
)
#: "Die Höhe des Haftkostenbeitrags bestimmt sich nach § 51": the last noun before that is not general.
_SICH_NACH = re.compile(
    r"\b(?:bestimm|bemiss|beurteil|richte)(?:t|e?n)?\s+sich\s+(?:im\s+Übrigen\s+)?nach\s+(?:de[rnms]\s+)?$"
)
#: Nouns that fit any provision.
_ALLGEMEIN = frozenset(
    map(
        stamm,
        """
        Angaben Anordnung Antrag Anwendung Aufgaben Bedingungen Befugnisse Beschäftigung Durchführung Einrichtung
        Entscheidung Ermittlung Erfüllung Fall Frist Gefangene Gründe Justizvollzug Justizvollzugsanstalt Maßgabe Maßnahme
        Personen Prüfung Regelung Sachen Stellen Tätigkeiten Untergebrachte Verfahren Vollzug Voraussetzungen Vorschriften
        Zeitpunkt Zeitraum Zustimmung Zweck Zwecke
        """.split(),
    )
)


def sachwort(stelle: Verweisstelle) -> str:
    """Return the noun that a citation hangs on, "" if there is none that could tell one provision from another."""
    moegliche = (_dahinter(stelle), *_davor(stelle), _was_sich_richtet(stelle))
    return next((wort for wort in moegliche if wort and not ist_allgemein(wort)), "")


def ist_allgemein(wort: str) -> bool:
    """Tell whether a noun fits any provision."""
    return stamm(wort) in _ALLGEMEIN


def _dahinter(stelle: Verweisstelle) -> str:
    text = stelle.text.inhalt
    treffer = _DAHINTER.match(text, stelle.verweis.bis) if _GEKLAMMERT.search(text, 0, stelle.verweis.ab) else None
    return treffer["wort"] if treffer else ""


def _davor(stelle: Verweisstelle) -> list[str]:
    gefunden = (muster.search(stelle.text.inhalt, 0, stelle.verweis.ab) for muster in (_DAVOR, _DARUEBER))
    return [treffer["wort"] for treffer in gefunden if treffer]


def _was_sich_richtet(stelle: Verweisstelle) -> str:
    text, ab = stelle.text.inhalt, stelle.verweis.ab
    if not _SICH_NACH.search(text, 0, ab):
        return ""
    beginn = next(von for von, bis in satzgrenzen(text) if von <= ab < bis)
    nomen = [wort for wort in re.findall(rf"\b{_NOMEN}", text[beginn:ab]) if not ist_allgemein(wort)]
    return nomen[-1] if nomen else ""
