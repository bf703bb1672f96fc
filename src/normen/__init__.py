"""normen: deutsche Rechtsnormen nachschlagen, sehen was gilt, und Schreiben verfassen, die richtig zitieren.

The public API. A knowledge base is opened with `Wissen.oeffne`; a citation is a value (`Zitat`) that `lies_zitat` reads.
"""

from __future__ import annotations

from .einheit import Art, Druck, Einheit, Eintrag
from .fehler import DatenFehler, KorpusFehler, LeseFehler, NormenFehler, Ort, SpeicherFehler, VorlageFehler, ZitatFehler
from .geltung import Geltung, Gilt, Ungeloest
from .korpus import Korpus, lade_korpus
from .norm import Norm, Normquelle
from .pruefung import Befund, Bestand, Pruefart, Sicherheit, pruefe
from .satz import satzgrenzen
from .schreibweise import Ebene
from .verweis import Namensbuch, Verweis, finde
from .verweisung import Verweisung, Wirkung, finde_verweisungen
from .werk import Register, Werk
from .wissen import Fund, Wissen, baue
from .zitat import Glied, Rahmen, Spanne, Ziel, Zitat, lies_zitat

__all__ = [
    "Art",
    "Befund",
    "Bestand",
    "DatenFehler",
    "Druck",
    "Ebene",
    "Einheit",
    "Eintrag",
    "Fund",
    "Geltung",
    "Gilt",
    "Glied",
    "Korpus",
    "KorpusFehler",
    "LeseFehler",
    "Namensbuch",
    "Norm",
    "NormenFehler",
    "Normquelle",
    "Ort",
    "Pruefart",
    "Rahmen",
    "Register",
    "Sicherheit",
    "Spanne",
    "SpeicherFehler",
    "Ungeloest",
    "Verweis",
    "Verweisung",
    "VorlageFehler",
    "Werk",
    "Wirkung",
    "Wissen",
    "Ziel",
    "Zitat",
    "ZitatFehler",
    "baue",
    "finde",
    "finde_verweisungen",
    "lade_korpus",
    "lies_zitat",
    "pruefe",
    "satzgrenzen",
]


def __getattr__(name: str) -> str:
    """Look the version up only when it is asked for, for that is slow."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("normen")
    raise AttributeError(name)
