"""normen: deutsche Rechtsnormen nachschlagen, sehen was gilt, und Schreiben verfassen, die richtig zitieren.

The public API. A knowledge base is opened with `Wissen.oeffne`; a citation is a value (`Zitat`) that `lies_zitat` reads.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for true; the module typing alone takes longer to import than this one
if TYPE_CHECKING:
    from typing import Any

    from .beschrieben import Anhalt, Beschrieben
    from .betroffen import Ausgenommen, Betroffen, Uebernahme
    from .dokument import (
        Abgleich,
        Abgleicher,
        Daten,
        Eingefuegt,
        Ergebnis,
        Feld,
        Geltungsweg,
        Herkunft,
        Klausel,
        Pruefstand,
        Vergleich,
        Vorlage,
        Wegstand,
        Zitiertes,
        Zustand,
        fuelle,
        lade_vorlage,
        lade_vorlagen,
        lies_daten,
        lies_herkunft,
        mit_herkunft,
        modell,
        pruefe,
    )
    from .einheit import Art, Druck, Einheit, Eintrag
    from .fehler import (
        DatenFehler,
        HerkunftFehler,
        KorpusFehler,
        LeseFehler,
        NormenFehler,
        Ort,
        RechenFehler,
        SpeicherFehler,
        VorlageFehler,
        ZitatFehler,
    )
    from .geltung import Geltung, Gilt, Ungeloest
    from .korpus import Datei, Gelesen, Korpus, lade_korpus
    from .lesefassung import Gruppe, Lesefassung, Teil
    from .nachbarschaft import Nachbar, Nachbarschaft
    from .nachschlagen import Fehlend
    from .norm import Norm
    from .normquelle import Bestandsquelle, Normquelle
    from .pruefung import Befund, Bestand, Pruefart, Sicherheit, Verweisstelle, finde_befunde
    from .rechengroessen import lade_rechengroessen
    from .rechnen import Frist, Parameter, Rechengroesse, Rechengroessen, Rechnung, Schritt, parameter, rechne
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
    from .zitat import Glied, Rahmen, Spanne, Ziel, Zitat
    from .zitatleser import lies_zitat

__all__ = [
    "Abgleich",
    "Abgleicher",
    "Anhalt",
    "Art",
    "Ausgenommen",
    "Befund",
    "Belegt",
    "Beschrieben",
    "Bestand",
    "Bestandsquelle",
    "Betroffen",
    "Datei",
    "Dateiart",
    "Daten",
    "DatenFehler",
    "Druck",
    "Ebene",
    "Eingefuegt",
    "Einheit",
    "Eintrag",
    "Ergebnis",
    "Fehlend",
    "Feld",
    "Frist",
    "Fund",
    "Gelesen",
    "Geltung",
    "Geltungsweg",
    "Genanntes",
    "Gilt",
    "Glied",
    "Gruppe",
    "Herkunft",
    "HerkunftFehler",
    "Klausel",
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
    "Parameter",
    "Passage",
    "Platz",
    "Pruefart",
    "Pruefstand",
    "Rahmen",
    "RechenFehler",
    "Rechengroesse",
    "Rechengroessen",
    "Rechnung",
    "Register",
    "Schnipsel",
    "Schritt",
    "Sicherheit",
    "Spanne",
    "SpeicherFehler",
    "Stueck",
    "Teil",
    "Text",
    "Uebernahme",
    "Ungeloest",
    "Vergleich",
    "Verweis",
    "Verweisstelle",
    "Verweisung",
    "Vorlage",
    "VorlageFehler",
    "Wegstand",
    "Werk",
    "Werkart",
    "Wirkung",
    "Wissen",
    "Zaehlung",
    "Ziel",
    "Zitat",
    "ZitatFehler",
    "Zitiertes",
    "Zustand",
    "als_text",
    "art_von",
    "baue",
    "finde",
    "finde_befunde",
    "finde_verweisungen",
    "fuelle",
    "lade_korpus",
    "lade_rechengroessen",
    "lade_vorlage",
    "lade_vorlagen",
    "lies_daten",
    "lies_docx",
    "lies_herkunft",
    "lies_html",
    "lies_text",
    "lies_zitat",
    "mit_herkunft",
    "modell",
    "parameter",
    "pruefe",
    "rechne",
    "satzgrenzen",
]

#: The module of each name. It is imported when the first of its names is asked for: the command has to hear Ctrl-C before
#: much is loaded, and who looks a norm up does not wait for what only Word needs.
_MODUL = {
    name: modul
    for modul, namen in {
        "beschrieben": "Anhalt Beschrieben",
        "betroffen": "Ausgenommen Betroffen Uebernahme",
        "dokument": "Abgleich Abgleicher Daten Eingefuegt Ergebnis Feld Geltungsweg Herkunft Klausel Pruefstand Vergleich"
        " Vorlage Wegstand Zitiertes Zustand fuelle lade_vorlage lade_vorlagen lies_daten lies_herkunft mit_herkunft modell"
        " pruefe",
        "einheit": "Art Druck Einheit Eintrag",
        "fehler": "DatenFehler HerkunftFehler KorpusFehler LeseFehler NormenFehler Ort RechenFehler SpeicherFehler"
        " VorlageFehler ZitatFehler",
        "geltung": "Geltung Gilt Ungeloest",
        "korpus": "Datei Gelesen Korpus lade_korpus",
        "lesefassung": "Gruppe Lesefassung Teil",
        "nachbarschaft": "Nachbar Nachbarschaft",
        "nachschlagen": "Fehlend",
        "norm": "Norm",
        "normquelle": "Bestandsquelle Normquelle",
        "pruefung": "Befund Bestand Pruefart Sicherheit Verweisstelle finde_befunde",
        "rechengroessen": "lade_rechengroessen",
        "rechnen": "Frist Parameter Rechengroesse Rechengroessen Rechnung Schritt parameter rechne",
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
        "zitat": "Glied Rahmen Spanne Ziel Zitat",
        "zitatleser": "lies_zitat",
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
