"""Notices and agreements: read a template, check the data, fill the Word file with norms that exist."""

from ..norm import Norm
from ..normquelle import Normquelle
from .daten import Daten, modell, pruefe
from .feld import Bedingung, Feld
from .fuellen import Ergebnis, fuelle
from .mangel import Mangel
from .nachweis import Offen
from .rohdaten import lies_daten, lies_json
from .vorgaben import Grundlage, Reihenfolge, Widerspruch
from .vorlage import Vorlage, lade_vorlage, lade_vorlagen
from .vorlagenanfang import beginne_vorlage
from .vorlagenpruefung import pruefe_vorlage

__all__ = [
    "Bedingung",
    "Daten",
    "Ergebnis",
    "Feld",
    "Grundlage",
    "Mangel",
    "Norm",
    "Normquelle",
    "Offen",
    "Reihenfolge",
    "Vorlage",
    "Widerspruch",
    "beginne_vorlage",
    "fuelle",
    "lade_vorlage",
    "lade_vorlagen",
    "lies_daten",
    "lies_json",
    "modell",
    "pruefe",
    "pruefe_vorlage",
]
