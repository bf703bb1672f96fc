"""Is a notice complete? Authority, addressee, decision, facts, reasons, legal basis, hearing, remedies, signature.

Each part is a `Pruefpunkt` in a module of its own; the rules on remedies and hearings come from outside, with sources.
"""

from .bericht import Bericht, Ergebnis, Feststellung, Mangelart, Vorhanden
from .regime import NAMEN, Regime
from .vorgaben import Schreibenart, Vorgaben

__all__ = [
    "NAMEN",
    "Bericht",
    "Ergebnis",
    "Feststellung",
    "Mangelart",
    "Regime",
    "Schreibenart",
    "Vorgaben",
    "Vorhanden",
]
