"""normen: deutsche Rechtsnormen nachschlagen, sehen was gilt, und Schreiben verfassen, die richtig zitieren.

The public API. A knowledge base is opened with `Wissen.oeffne`; a citation is a value (`Zitat`) that `lies_zitat` reads.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for true; the module typing alone takes longer to import than this one
if TYPE_CHECKING:
    from typing import Any

    from .betroffen import Betroffen, Uebernahme
    from .dokument import Daten, Ergebnis, Feld, Vorlage, fuelle, lade_vorlage, lade_vorlagen, lies_daten, modell, pruefe
    from .einheit import Art, Druck, Einheit, Eintrag
    from .fehler import DatenFehler, KorpusFehler, LeseFehler, NormenFehler, Ort, SpeicherFehler, VorlageFehler, ZitatFehler
    from .geltung import Geltung, Gilt, Ungeloest
    from .korpus import Datei, Gelesen, Korpus, lade_korpus
    from .lesefassung import Gruppe, Lesefassung, Teil
    from .nachbarschaft import Nachbar, Nachbarschaft
    from .nachschlagen import Fehlend
    from .norm import Norm
    from .normquelle import Normquelle
    from .pruefung import Befund, Bestand, Pruefart, Sicherheit, Verweisstelle, finde_befunde
    from .satz import satzgrenzen
    from .schreibweise import Ebene
    from .schriftstueck import Dateiart, Passage, Platz, Zaehlung, als_text, art_von, lies_docx, lies_html, lies_text
    from .speicher import Belegt
    from .stichwort import Schnipsel
    from .text import Stueck, Text
    from .verweis import Genanntes, Namensbuch, Verweis, finde
    from .verweisung import Verweisung, Wirkung, finde_verweisungen
    from .werk import Register, Werk, Werkart
    from .wissen import Fund, Wissen, baue
    from .zitat import Glied, Rahmen, Spanne, Ziel, Zitat, lies_zitat

__all__ = [
    "Art",
    "Befund",
    "Belegt",
    "Bestand",
    "Betroffen",
    "Datei",
    "Dateiart",
    "Daten",
    "DatenFehler",
    "Druck",
    "Ebene",
    "Einheit",
    "Eintrag",
    "Ergebnis",
    "Fehlend",
    "Feld",
    "Fund",
    "Gelesen",
    "Geltung",
    "Genanntes",
    "Gilt",
    "Glied",
    "Gruppe",
    "Korpus",
    "KorpusFehler",
    "LeseFehler",
    "Lesefassung",
    "Nachbar",
    "Nachbarschaft",
    "Namensbuch",
    "Norm",
    "NormenFehler",
    "Normquelle",
    "Ort",
    "Passage",
    "Platz",
    "Pruefart",
    "Rahmen",
    "Register",
    "Schnipsel",
    "Sicherheit",
    "Spanne",
    "SpeicherFehler",
    "Stueck",
    "Teil",
    "Text",
    "Uebernahme",
    "Ungeloest",
    "Verweis",
    "Verweisstelle",
    "Verweisung",
    "Vorlage",
    "VorlageFehler",
    "Werk",
    "Werkart",
    "Wirkung",
    "Wissen",
    "Zaehlung",
    "Ziel",
    "Zitat",
    "ZitatFehler",
    "als_text",
    "art_von",
    "baue",
    "finde",
    "finde_befunde",
    "finde_verweisungen",
    "fuelle",
    "lade_korpus",
    "lade_vorlage",
    "lade_vorlagen",
    "lies_daten",
    "lies_docx",
    "lies_html",
    "lies_text",
    "lies_zitat",
    "modell",
    "pruefe",
    "satzgrenzen",
]

#: The module of each name. It is imported when the first of its names is asked for: the command has to hear Ctrl-C before
#: much is loaded, and who looks a norm up does not wait for what only Word needs.
_MODUL = {
    name: modul
    for modul, namen in {
        "betroffen": "Betroffen Uebernahme",
        "dokument": "Daten Ergebnis Feld Vorlage fuelle lade_vorlage lade_vorlagen lies_daten modell pruefe",
        "einheit": "Art Druck Einheit Eintrag",
        "fehler": "DatenFehler KorpusFehler LeseFehler NormenFehler Ort SpeicherFehler VorlageFehler ZitatFehler",
        "geltung": "Geltung Gilt Ungeloest",
        "korpus": "Datei Gelesen Korpus lade_korpus",
        "lesefassung": "Gruppe Lesefassung Teil",
        "nachbarschaft": "Nachbar Nachbarschaft",
        "nachschlagen": "Fehlend",
        "norm": "Norm",
        "normquelle": "Normquelle",
        "pruefung": "Befund Bestand Pruefart Sicherheit Verweisstelle finde_befunde",
        "satz": "satzgrenzen",
        "schreibweise": "Ebene",
        "schriftstueck": "Dateiart Passage Platz Zaehlung als_text art_von lies_docx lies_html lies_text",
        "speicher": "Belegt",
        "stichwort": "Schnipsel",
        "text": "Stueck Text",
        "verweis": "Genanntes Namensbuch Verweis finde",
        "verweisung": "Verweisung Wirkung finde_verweisungen",
        "werk": "Register Werk Werkart",
        "wissen": "Fund Wissen baue",
        "zitat": "Glied Rahmen Spanne Ziel Zitat lies_zitat",
    }.items()
    for name in namen.split()
}


def __getattr__(name: str) -> Any:
    """Import what is asked for; the version too, for looking it up is slow."""
    from importlib import import_module, metadata  # noqa: PLC0415

    if name == "__version__":
        return metadata.version("normen")
    if name not in _MODUL:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    wert = globals()[name] = getattr(import_module(f".{_MODUL[name]}", __name__), name)
    return wert


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
