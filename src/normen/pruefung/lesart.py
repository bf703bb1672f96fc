"""How a citation may be read otherwise than as one of the text it stands in; what has another reading is not stale.

A citation that leaves its work or § out is completed from its surroundings, and there it may not exist only because
something else is meant: a work that is not known, the provision named before it, or a text that is no longer in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ..schreibweise import Ebene
from ..zitat import Rahmen, Spanne, Ziel, Zitat
from .bestand import Bestand, Verweisstelle

#: The name of a work that is not known: "Nummer 136 RiVASt", "§§ 15, 21 Nr. 4 Landespressegesetz".
_NAME_DAHINTER = re.compile(
    r"\s+(?:de[rs]\s+)?(?:\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*|[A-ZÄÖÜ][\w-]*(?:gesetz|gesetzbuch|ordnung|richtlinie|vereinbarung)\w*)"
)
#: "GKG KV Nr. 9010".
_NAME_DAVOR = re.compile(r"\b[A-ZÄÖÜ]{2,}\s+$")
#: "Anlage 1 zu Nummer 3.7 zu § 79 LHO", "Anlage 2 zur VwV - Bezüge, Freistellung, Vorschüsse".
_TRAEGER_DAHINTER = re.compile(r"\s+zu[rm]?\s+(?!diese)")
#: "§ 46 Absatz 3 Satz 4 (5. Juni 2019) in Verbindung mit § 9 LDSG in der am 20. Juni 2018 geltenden Fassung", "a. F.".
_FRUEHERE_FASSUNG = re.compile(
    r"""
    (?: \s* \( [^)]* \) )?                                                       # a date in brackets
    (?: ,? \s+ (?: in\s+Verbindung\s+mit | i\.\s?V\.\s?m\. | und | sowie ) \s+ § [^;]{0,90}? )?   # further citations
    (?: ,? \s+ in\s+der \s+ (?:bis\s+)? (?: am | zum | vor\s+dem | vom ) \s [^;]{0,40}? \b Fassung \b | \s+ a\.\s?F\. )
    """,
    re.VERBOSE,
)
_GLIEDERUNG = frozenset({Ebene.TEIL, Ebene.KAPITEL, Ebene.TITEL, Ebene.BUCH, Ebene.ABSCHNITT, Ebene.UNTERABSCHNITT})
_MIT_TRAEGER = frozenset({Ebene.ANLAGE, Ebene.ANHANG, Ebene.NUMMER})


def meint_anderes(stelle: Verweisstelle, ziel: Ziel) -> bool:
    """Tell whether the words around a citation give it to a work that is not known, or to an earlier text."""
    text, (ab, bis) = stelle.text.inhalt, (stelle.verweis.ab, stelle.verweis.bis)
    if _FRUEHERE_FASSUNG.match(text, bis):
        return True
    if _nennt_werk(stelle):
        return False
    erste = (ziel.von if isinstance(ziel, Spanne) else ziel).glieder[:1]
    haengt_an = any(glied.ebene in _MIT_TRAEGER for glied in erste) and _TRAEGER_DAHINTER.match(text, bis)
    return bool(haengt_an or _NAME_DAHINTER.match(text, bis) or _NAME_DAVOR.search(text, 0, ab))


def fremde_gliederung(bestand: Bestand, zitat: Zitat) -> bool:
    """Tell whether a citation names a Titel or Kapitel in a work that is not divided so: then it is one of another work."""
    gesucht = {glied.ebene for glied in zitat.glieder if glied.ebene in _GLIEDERUNG}
    vorhanden = {glied.ebene for z in bestand.zitate if z.werk == zitat.werk for glied in z.glieder} if gesucht else set()
    return not gesucht <= vorhanden


def _nennt_werk(stelle: Verweisstelle) -> bool:
    """Tell whether something stands in the citation behind its last number, which is the name of its work."""
    genannte = (*stelle.verweis.ziele, *stelle.verweis.ausnahmen)
    return max((g.bis for g in genannte), default=0) < stelle.verweis.bis


def nach_quelle(stellen: Sequence[Verweisstelle]) -> Iterator[tuple[Verweisstelle, Sequence[Verweisstelle]]]:
    """Yield each citation with the ones before it in the same text, nearest first."""
    for _, gruppe in groupby(stellen, lambda stelle: (stelle.quelle.zitat, stelle.text)):
        davor: list[Verweisstelle] = []
        for stelle in gruppe:
            yield stelle, tuple(davor)
            davor.insert(0, stelle)


def mit_traeger(bestand: Bestand, zitat: Zitat, davor: Sequence[Verweisstelle]) -> Zitat | None:
    """Read a relative citation as a part of one that stands before it; ``None`` if that does not exist either.

    In "Maßnahmen nach § 10 Abs. 1, auch in Verbindung mit Absatz 5 Satz 1" the Absatz is one of § 10.
    """
    genannt = (ziel for stelle in davor for ziel, _ in stelle.genannte())
    traeger = (ziel.von if isinstance(ziel, Spanne) else ziel for ziel in genannt)
    moeglich = (_eingesetzt(zitat, t) for t in traeger if t.rahmen is zitat.rahmen)
    return next((z for z in moeglich if z is not None and z != zitat and bestand.moegliche(z)), None)


def _eingesetzt(zitat: Zitat, traeger: Zitat) -> Zitat | None:
    if zitat.rahmen is Rahmen.VV:
        return replace(zitat, werk=traeger.werk, zu=traeger.zu)
    if not traeger.glieder or not zitat.glieder[1:]:
        return None
    return replace(zitat, werk=traeger.werk, glieder=traeger.glieder[:1] + zitat.glieder[1:])
