"""A Lesefassung at the terminal: wrapped, indented by depth, marked by weight and colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text as Schrift

from .gliederung import Angaben, Glied, Hinweis, Kopf, Rechtstext, Schritt, Zug

_HOCHZIFFERN = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKE, _STILL, _WARNUNG = "bold cyan", "dim italic", "yellow"
_ARTEN = {"satz": _MARKE, "zitat": _MARKE, "still": _STILL, "luecke": _WARNUNG, "name": "bold", "vermerk": _WARNUNG}
#: Deepest indentation, in steps of two blanks.
_TIEFSTE = 6


def zeige(konsole: Console, glieder: Iterable[Glied]) -> None:
    """Print an outline."""
    davor: Glied | None = None
    for glied in glieder:
        if (isinstance(davor, Schritt | Hinweis) and isinstance(glied, Kopf | Rechtstext)) or _ist_titel(glied):
            konsole.print()
        for zeile in _gesetzt(glied):
            konsole.print(zeile)
        davor = glied


def _ist_titel(glied: Glied) -> bool:
    return isinstance(glied, Kopf) and 1 < glied.stufe <= 3


def _gesetzt(glied: Glied) -> Iterator[RenderableType]:
    match glied:
        case Kopf():
            yield from _kopf(glied)
        case Rechtstext():
            zeile = Schrift().append(f"{glied.marke} " if glied.marke else "", style=_STILL if glied.still else _MARKE)
            zeile.append_text(_schrift(glied.zug)).rstrip()
            yield _eingerueckt(zeile.append_text(_klammer(glied.zusatz)), glied.tiefe)
        case Schritt():
            zeile = _schrift(glied.zug)
            for name, inhalt in glied.vorbehalte:
                zeile.append(f"\n{name}: {inhalt}", style=_WARNUNG)
            yield _eingerueckt(zeile, glied.tiefe)
        case Hinweis():
            zeile = Schrift("• " if glied.art == "punkt" else "").append_text(_schrift(glied.zug))
            zeile.style = {"warnung": _WARNUNG, "still": "dim"}.get(glied.art, "")
            yield zeile
        case Angaben():
            yield Schrift(glied.name, style="bold")
            yield from (_eingerueckt(Schrift(f"{name}: {wert}"), 1) for name, wert in glied.angaben)


def _kopf(kopf: Kopf) -> Iterator[RenderableType]:
    if kopf.stufe == 2:
        yield Rule(Schrift(kopf.text, style="bold"), align="left", style="dim", characters="─")
        return
    if kopf.vorzeile:
        yield Schrift(kopf.vorzeile, style="dim")
    zeile = Schrift().append(f"{kopf.marke} " if kopf.marke else "", style=_STILL if kopf.still else _MARKE)
    zeile.append(kopf.text, style=_STILL if kopf.still else "bold")
    yield _eingerueckt(zeile.append(f" ({kopf.zusatz})" if kopf.zusatz else "", style="dim"), kopf.tiefe)


def _klammer(zusatz: Zug) -> Schrift:
    return Schrift(" [").append_text(_schrift(zusatz)).append("]") if zusatz else Schrift()


def _schrift(zug: Zug) -> Schrift:
    zeile = Schrift()
    for stueck in zug:
        text = stueck.text.translate(_HOCHZIFFERN) if stueck.art == "satz" else stueck.text
        zeile.append(text, style=_ARTEN.get(stueck.art, ""))
    return zeile


def _eingerueckt(zeile: Schrift, tiefe: int) -> RenderableType:
    return Padding(zeile, (0, 0, 0, 2 * min(tiefe, _TIEFSTE)), expand=False)
