"""Words that point back: "Dies gilt …", "Gleiches gilt …", "gilt dasselbe", "Diese Vorschrift gilt …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..schreibweise import Ebene
from ..zitat import Glied, Rahmen, Ziel, Zitat
from .praedikat import Praedikat

_VORN = re.compile(
    r"(?:so\s+|und\s+)?(?P<wort>Dies|Das\s+Gleiche|Das|Gleiches|Dasselbe|Entsprechendes|Sinngemäßes|Etwas\s+anderes)\s+gilt\b",
    re.IGNORECASE,
)
_HINTER_DEM_VERB = re.compile(
    r"(?:[^,;]{1,120}\s)?gilt\s+(?:insoweit\s+)?(?P<wort>dasselbe|das\s+Gleiche|Gleiches|Entsprechendes|dies)\b(?!,\s+wie\b)",
    re.IGNORECASE,
)
_VORSCHRIFT = re.compile(
    r"(?P<wort>Diese\s+(?:Regelung|Vorschrift|Bestimmung)|Die\s+Vorschrift)\s+(?:gilt|findet|ist)\b", re.IGNORECASE
)
#: "Dies gilt unabhängig von …" only stresses what was said; "Etwas anderes gilt" does not say what instead.
_ZWEIFELHAFT = re.compile(r"\w+\s+gilt\s+(?:unabhängig|insbesondere|namentlich|vor\s+allem)\b|Etwas\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rueckbezug:
    """What words point to: ``ziel`` if it can be told, how it was understood, and whether that is beyond doubt."""

    wort: str
    ziel: Ziel | None
    hinweis: str
    sicher: bool


def lies_rueckbezug(p: Praedikat, quelle: Zitat, *, ist_anfang: bool) -> Rueckbezug | None:
    """Return what a clause points back to: the Satz before, or behind a semicolon the first half of its own.

    ``ist_anfang`` tells that the clause begins its Satz. ``None`` if it does not point back.
    """
    text = p.text[p.vorfeld :].lstrip()
    muster = next((muster for muster in (_VORN, _HINTER_DEM_VERB, _VORSCHRIFT) if muster.match(text)), None)
    treffer = muster.match(text) if muster else None
    if not treffer:
        return None
    wort, eindeutig = treffer["wort"], muster is not _VORSCHRIFT and not _ZWEIFELHAFT.match(text)
    if not ist_anfang:
        return Rueckbezug(wort, quelle, f"„{wort}“ meint, was im selben Satz davor steht.", eindeutig)
    davor = _davor(quelle)
    if davor is None:
        return Rueckbezug(wort, None, f"Worauf sich „{wort}“ bezieht, ist nicht zu erkennen.", sicher=False)
    return Rueckbezug(wort, davor, f"„{wort}“ meint das davor: {davor}.", eindeutig)


def _davor(quelle: Zitat) -> Zitat | None:
    """Return the Satz before, at the beginning of the second Absatz the first one; others may mean more than one."""
    if not quelle.glieder:
        return None
    *oben, letztes = quelle.glieder
    if letztes.ebene is Ebene.SATZ and letztes.nummer.isdecimal() and letztes.nummer != "1":
        return replace(quelle, glieder=(*oben, Glied(Ebene.SATZ, str(int(letztes.nummer) - 1))))
    bis_absatz = oben if letztes.ebene is Ebene.SATZ else [*oben, letztes]
    if bis_absatz and bis_absatz[-1] == Glied(Ebene.ABSATZ, "2") and quelle.rahmen is Rahmen.NORM:
        return replace(quelle, glieder=(*bis_absatz[:-1], Glied(Ebene.ABSATZ, "1")))
    return None
