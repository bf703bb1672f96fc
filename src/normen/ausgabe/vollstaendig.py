"""What a check of a document found, for people at a terminal and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text as Schrift

from ..fehler import NormenFehler
from ..pruefung import Sicherheit
from ..vollstaendigkeit import NAMEN, PRUEFPUNKTE, Bericht, Feststellung, Mangelart
from .druckbar import druckbar

_TITEL, _MARKE, _QUELLE, _WARNUNG = "bold", "bold cyan", "dim", "yellow"
_TEILE = {punkt.kuerzel: punkt.name for punkt in PRUEFPUNKTE}
_WORTE = {
    Mangelart.FEHLT: "fehlt",
    Mangelart.UNVOLLSTAENDIG: "unvollständig",
    Mangelart.PASST_NICHT: "passt nicht",
    Mangelart.ZU_PRUEFEN: "zu prüfen",
}
#: A file by its name, and what became of it.
Geprueft = tuple[str, Bericht | NormenFehler]
#: So much is shown of the words at a place.
_STELLENLAENGE = 160


def zeige(konsole: Console, name: str, bericht: Bericht) -> None:
    """Print the findings of one document in its order, what was found there, and how many there are."""
    konsole.print(Schrift(druckbar(name), style=_TITEL))
    konsole.print(Schrift(_worum(bericht), style=_QUELLE))
    konsole.print()
    for feststellung in bericht.feststellungen:
        konsole.print(_feststellung(feststellung))
    for zeile in _vorhanden(bericht):
        konsole.print(Schrift(zeile, style=_QUELLE))
    konsole.print(Schrift(bilanz(bericht), style=_TITEL))
    konsole.print()


def _worum(bericht: Bericht) -> str:
    regime = NAMEN[bericht.regime] if bericht.regime else "Vollzugsart nicht erkannt"
    woher = f" ({bericht.regime_grund})" if bericht.regime_grund else ""
    land = f", Land {bericht.land}" if bericht.land else ""
    datum = f", vom {bericht.datum:%d.%m.%Y}" if bericht.datum else ""
    stand = f"Stand {bericht.stand:%d.%m.%Y}"
    return f"{bericht.art.value.capitalize()}, {regime}{woher}{land}{datum}. Regeln über Rechtsbehelfe: {stand}."


def _vorhanden(bericht: Bericht) -> Iterator[str]:
    """Yield what was found as it should be, a line each, with the place and its words."""
    if not bericht.vorhanden:
        yield "Gesucht und gefunden: nichts."
        return
    yield "Gesucht und gefunden:"
    for v in bericht.vorhanden:
        yield f"  {_TEILE[v.teil]}: {druckbar(v.fundort)}"


def _feststellung(f: Feststellung) -> RenderableType:
    zeile = (
        Schrift("• ")
        .append(f"{_TEILE[f.teil]}: {_WORTE[f.art]}", style=_MARKE)
        .append(f"  {druckbar(f.ort)}" if f.ort else "", style=_QUELLE)
    )
    if f.stelle:
        zeile.append(f"\n„{_gekuerzt(druckbar(f.stelle.strip()))}“")
    zeile.append(f"\n{druckbar(f.grund)}", style=_WARNUNG)
    zeile.append(" (unsicher)" if f.sicherheit is Sicherheit.GERING else "", style=_WARNUNG)
    zeile.append(f"\n{druckbar(f.schritt)}")
    zeile.append(f"\n{f.norm}" if f.norm else "", style=_QUELLE)
    return Padding(zeile, (0, 0, 1, 2), expand=False)


def _gekuerzt(stelle: str) -> str:
    return stelle if len(stelle) <= _STELLENLAENGE else f"{stelle[:_STELLENLAENGE].rstrip()} …"


def bilanz(bericht: Bericht) -> str:
    """Return how many findings there are, and how many of them are questions."""
    anzahl, fragen = len(bericht.feststellungen), len(bericht.feststellungen) - len(bericht.maengel)
    befunde = {0: "Keine Befunde", 1: "1 Befund"}.get(anzahl, f"{anzahl} Befunde")
    return f"{befunde}, davon {fragen} zu prüfen." if fragen else f"{befunde}."


def fragen(bericht: Bericht) -> Iterator[str]:
    """Yield the questions as lines: what nobody can tell from the document."""
    for f in bericht.feststellungen:
        if f.art is Mangelart.ZU_PRUEFEN:
            ort, norm = f" ({druckbar(f.fundort)})" if f.fundort else "", f" ({f.norm})" if f.norm else ""
            yield f"Zu prüfen – {_TEILE[f.teil]}{ort}: {druckbar(f.grund)}{norm} {druckbar(f.schritt)}"


def als_json(name: str, ergebnis: Bericht | NormenFehler) -> dict[str, Any]:
    """Return the same for programs; of a file that could not be checked, why."""
    if isinstance(ergebnis, NormenFehler):
        return {"file": name, "error": str(ergebnis)}
    bericht = ergebnis
    return {
        "file": name,
        "error": None,
        "kind": bericht.art.value,
        "regime": bericht.regime.value if bericht.regime else None,
        "regime_source": bericht.regime_grund or None,
        "land": bericht.land or None,
        "date": bericht.datum.isoformat() if bericht.datum else None,
        "rules_as_of": bericht.stand.isoformat(),
        "findings": [feststellung_als_json(f) for f in bericht.feststellungen],
        "present": [{"part": v.teil, "place": v.fundort, "surface": v.stelle} for v in bericht.vorhanden],
    }


def feststellung_als_json(f: Feststellung) -> dict[str, Any]:
    """Return one finding for programs."""
    return {
        "part": f.teil,
        "finding": f.art.value,
        "place": f.fundort or None,
        "surface": f.stelle or None,
        "reason": f.grund,
        "next_step": f.schritt,
        "source": f.norm or None,
        "confidence": f.sicherheit.value,
    }
