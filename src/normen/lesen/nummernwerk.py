"""Reader for an administrative rule that is numbered throughout, one paragraph a block (AV, Erlass, Richtlinie)."""

from __future__ import annotations

import re
from dataclasses import replace

from ..einheit import Art, Einheit
from ..fehler import LeseFehler, Ort
from ..text import Text, verbinde
from ..zitat import Zitat
from .namen import pruefe_namen
from .nummern import teile_nummern
from .regelung import lies_regelung
from .umbruch import leerzeile
from .zeilen import Rauschen, lies_zeilen

_SEITENFUSS = re.compile(r"Version:.* Druck:.*|Seite \d+ von \d+")
#: First line of what follows the title: kind of rule, issuing body, date, reference number.
_ERLASSZEILE = re.compile(r"(?:AV|RV|RdErl\.?|Erlass|VwV|Verwaltungsvorschrift|Bek\.?|Richtlinie)\b.*\b(?:vom|v\.) ")


def rauschen_im_nummernwerk(inhalt: str, _davor: str) -> str:
    """Name the noise a line is: the footer of a printed page; "" for text."""
    return "Seitenfuß" if _SEITENFUSS.fullmatch(inhalt) else ""


def lies_nummernwerk(roh: str, datei: str, werk: str) -> tuple[tuple[Einheit, ...], tuple[Rauschen, ...]]:
    """Read a numbered rule into one tree: title, date line, and numbers to any depth.

    ``werk`` is the canonical name of the rule. Returns the tree (as the only work) and the lines that are not legal text.
    Raises `LeseFehler` if the text has no number 1, or two Einheiten with one name.
    """
    zeilen, rauschen = lies_zeilen(roh, rauschen_im_nummernwerk)
    vorspann, *nummern = teile_nummern(zeilen)
    if not nummern:
        raise LeseFehler("Der Text hat keine Nummer 1.", ort=Ort(datei, 1))
    kopf = vorspann.zeilen
    titel = next((i for i, zeile in enumerate(kopf) if _ERLASSZEILE.match(zeile.inhalt)), len(kopf))
    rumpf = zeilen[len(kopf) :]
    einheit = lies_regelung(
        Zitat(werk), Art.WERK, rumpf, leerzeile, marke=Text(), ueberschrift=verbinde(z.text for z in kopf[:titel])
    )
    werke = (replace(einheit, text=verbinde(zeile.text for zeile in kopf[titel:])),)
    pruefe_namen(werke, datei)
    return werke, rauschen
