"""Notices and agreements: read a template, check the data, fill the Word file with norms that exist."""

from ..norm import Norm
from ..normquelle import Normquelle
from .abgleich import ENDUNGEN, Abgleich, Abgleicher, Eingefuegt, Vergleich, Wegstand, Zustand
from .daten import Daten, modell, pruefe
from .feld import Bedingung, Feld
from .fuellen import Ergebnis, fuelle
from .herkunft import Geltungsweg, Herkunft, Klausel, Pruefstand, Zitiertes
from .herkunftsteil import lies_herkunft, mit_herkunft
from .mangel import Mangel
from .nachweis import Offen
from .rohdaten import lies_daten, lies_json
from .vorgaben import Grundlage, Reihenfolge, Widerspruch
from .vorlage import Vorlage, lade_vorlage, lade_vorlagen
from .vorlagenanfang import beginne_vorlage
from .vorlagenpruefung import pruefe_vorlage

__all__ = [
    "ENDUNGEN",
    "Abgleich",
    "Abgleicher",
    "Bedingung",
    "Daten",
    "Eingefuegt",
    "Ergebnis",
    "Feld",
    "Geltungsweg",
    "Grundlage",
    "Herkunft",
    "Klausel",
    "Mangel",
    "Norm",
    "Normquelle",
    "Offen",
    "Pruefstand",
    "Reihenfolge",
    "Vergleich",
    "Vorlage",
    "Wegstand",
    "Widerspruch",
    "Zitiertes",
    "Zustand",
    "beginne_vorlage",
    "fuelle",
    "lade_vorlage",
    "lade_vorlagen",
    "lies_daten",
    "lies_herkunft",
    "lies_json",
    "mit_herkunft",
    "modell",
    "pruefe",
    "pruefe_vorlage",
]
