"""Is a notice complete? Authority, addressee, decision, facts, reasons, legal basis, hearing, remedies, signature.

Each part is a `Pruefpunkt` in a module of its own; the rules on remedies and hearings come from outside, with sources.
"""

from .bericht import Bericht, Ergebnis, Feststellung, Mangelart, Vorhanden
from .pruefen import PRUEFPUNKTE, pruefe
from .pruefpunkt import Pruefpunkt
from .regeln import Anhoerung, Rechtsbehelf, Regeln
from .regime import NAMEN, Regime
from .schreiben import Zeile
from .vorgaben import Schreibenart, Vorgaben

__all__ = [
    "NAMEN",
    "PRUEFPUNKTE",
    "Anhoerung",
    "Bericht",
    "Ergebnis",
    "Feststellung",
    "Mangelart",
    "Pruefpunkt",
    "Rechtsbehelf",
    "Regeln",
    "Regime",
    "Schreibenart",
    "Vorgaben",
    "Vorhanden",
    "Zeile",
    "pruefe",
]
