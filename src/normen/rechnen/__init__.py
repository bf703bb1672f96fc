"""Amounts and deadlines, each worked out by its norm: the result, and every step with the citation it rests on."""

from .ergebnis import Frist, Rechnung, Schritt
from .groessen import GROESSENARTEN, Groessenart, Rechengroesse, Rechengroessen
from .verzeichnis import RECHNUNGEN, Parameter, parameter, rechne

__all__ = [
    "GROESSENARTEN",
    "RECHNUNGEN",
    "Frist",
    "Groessenart",
    "Parameter",
    "Rechengroesse",
    "Rechengroessen",
    "Rechnung",
    "Schritt",
    "parameter",
    "rechne",
]
