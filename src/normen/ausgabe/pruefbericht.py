"""The findings of a check for people at a terminal: by kind, each with its place, the reason and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text as Schrift

from ..pruefung import ARTEN, ERLEDIGT, Befund, Quittiert, Sicherheit
from ..wissen import Wissen

_TITEL, _MARKE, _QUELLE, _WARNUNG = "bold", "bold cyan", "dim", "yellow"
_NAMEN = {
    **{art.kuerzel: (art.name, art.beschreibung) for art in ARTEN},
    ERLEDIGT: ("Erledigte Quittungen", "Quittiert ist ein Befund, den es nicht mehr gibt."),
}


def zeige_pruefbericht(konsole: Console, wissen: Wissen, ergebnis: Quittiert) -> None:
    """Print the findings by kind, and how many there are."""
    for art, gruppe in groupby(ergebnis.befunde, lambda befund: befund.art):
        _zeige_art(konsole, wissen, art, list(gruppe))
    konsole.print(Schrift(_bilanz(ergebnis), style=_TITEL))


def _zeige_art(konsole: Console, wissen: Wissen, art: str, befunde: Sequence[Befund]) -> None:
    name, beschreibung = _NAMEN[art]
    konsole.print(Schrift(f"{name} ({art}): {len(befunde)}", style=_TITEL))
    konsole.print(Schrift(beschreibung, style=_QUELLE))
    konsole.print()
    for befund in befunde:
        konsole.print(_befund(wissen, befund))


def _befund(wissen: Wissen, befund: Befund) -> RenderableType:
    zeile = Schrift("• ").append(str(befund.zitat) or befund.stelle, style=_MARKE)
    zeile.append(_ort(wissen, befund), style=_QUELLE).append(f"\n„{befund.stelle}“")
    zeile.append(f"\n{befund.grund}", style=_WARNUNG)
    if befund.sicherheit is Sicherheit.GERING:
        zeile.append(" (unsicher)", style=_WARNUNG)
    zeile.append(f"\n{befund.vorschlag}")
    return Padding(zeile.append(f"\nKennung: {befund.kennung}", style=_QUELLE), (0, 0, 1, 2), expand=False)


def _ort(wissen: Wissen, befund: Befund) -> str:
    eintrag = wissen.speicher.eintrag(befund.zitat)
    return f"  {eintrag.datei}, Zeile {befund.zeile}" if eintrag and befund.zeile else ""


def _bilanz(ergebnis: Quittiert) -> str:
    anzahl = len(ergebnis.befunde)
    befunde = {0: "Keine Befunde", 1: "1 Befund"}.get(anzahl, f"{anzahl} Befunde")
    return f"{befunde}, {len(ergebnis.quittiert)} quittiert." if ergebnis.quittiert else f"{befunde}."
