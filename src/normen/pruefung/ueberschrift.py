"""Headings of a VV that are not those of the § it is on: a misprint, or the § has changed and the VV has not."""

from __future__ import annotations

from collections.abc import Iterator

from ..einheit import Art, Einheit
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand


def abweichende_ueberschriften(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each VV whose heading, white space aside, is not the heading of its §."""
    for vv in bestand.einheiten.values():
        norm = bestand.einheiten.get(str(vv.zitat.bezugsnorm)) if vv.art is Art.VV and vv.ueberschrift else None
        if norm and norm.ueberschrift and _worte(norm) != _worte(vv):
            vorschlag = _vorschlag(_worte(vv), _worte(norm))
            grund = f"{norm.zitat} heißt „{norm.ueberschrift}“, die Verwaltungsvorschrift dazu „{vv.ueberschrift}“."
            stelle = vv.ueberschrift
            yield Befund(UEBERSCHRIFT.kuerzel, vv.zitat, stelle.zeile_von, stelle.inhalt, grund, vorschlag)


def _worte(einheit: Einheit) -> list[str]:
    return einheit.ueberschrift.inhalt.split()


def _vorschlag(vv: list[str], norm: list[str]) -> str:
    """Say which word is another one, if it is a single one, and what to do."""
    anders = [(a, b) for a, b in zip(vv, norm, strict=False) if a != b]
    if len(vv) == len(norm) and len(anders) == 1:
        wort, statt = anders[0]
        return f"Anders ist ein Wort: „{wort}“ statt „{statt}“. Berichtigen Sie die Überschrift."
    return "Prüfen Sie, ob die Verwaltungsvorschrift noch zum § passt, und gleichen Sie die Überschriften an."


UEBERSCHRIFT = Pruefart(
    "ueberschrift",
    "Abweichende Überschrift",
    "Die Verwaltungsvorschrift trägt eine andere Überschrift als der §, zu dem sie gehört.",
    abweichende_ueberschriften,
)
