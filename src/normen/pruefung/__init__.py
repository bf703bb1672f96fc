"""The check of a body of rules: references that have gone stale, one kind of finding for each module.

A kind is a function from the `Bestand` to its `Befund` values; `ARTEN` lists them. What a person has looked at and judged
is acknowledged by a `Quittung`.
"""

from .art import Pruefart
from .arten import ARTEN, finde_befunde
from .auswahl import Auswahl
from .befund import Befund, Sicherheit
from .bestand import Bestand, Verweisstelle
from .quittung import ERLEDIGT, Quittiert, Quittung, lies_quittungen, quittungsvorlage, wende_an

__all__ = [
    "ARTEN",
    "ERLEDIGT",
    "Auswahl",
    "Befund",
    "Bestand",
    "Pruefart",
    "Quittiert",
    "Quittung",
    "Sicherheit",
    "Verweisstelle",
    "finde_befunde",
    "lies_quittungen",
    "quittungsvorlage",
    "wende_an",
]
