"""Citations of what a loaded work does not have: a §, an Absatz, a Satz, a number, or the end of a range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..naehe import naechste
from ..zitat import Rahmen, Spanne, Ziel, Zitat
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand


def fehlende_ziele(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each citation of something that does not exist in a work whose text is loaded."""
    for stelle in bestand.verweisstellen:
        for ziel, worte in stelle.genannte():
            fehlend = [zitat for zitat in _enden(ziel) if _fehlt(bestand, zitat)]
            if fehlend:
                grund, vorschlag = _grund(bestand, fehlend), _vorschlag(bestand, fehlend)
                yield Befund(FEHLENDES_ZIEL.kuerzel, stelle.quelle.zitat, stelle.zeile, worte, grund, vorschlag)


def _enden(ziel: Ziel) -> tuple[Zitat, ...]:
    return (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,)


def _fehlt(bestand: Bestand, zitat: Zitat) -> bool:
    vermerk = bestand.eintrag(Zitat(zitat.werk, (), Rahmen.VERMERK, zitat.zu)) if zitat.zu else None
    return bestand.geladen(zitat) and vermerk is None and not bestand.moegliche(zitat)


def _vorhanden(bestand: Bestand, fehlend: Zitat) -> tuple[Zitat, Zitat]:
    """Return the topmost step of a citation that is missing, and the Einheit above it that exists."""
    for oben in fehlend.eltern:
        if bestand.moegliche(oben):
            return fehlend, oben
        fehlend = oben
    return fehlend, fehlend


def _grund(bestand: Bestand, fehlend: Sequence[Zitat]) -> str:
    teile = []
    for zitat in fehlend:
        schon, oben = _vorhanden(bestand, zitat)
        davor = "" if schon == zitat else f" Schon {schon} gibt es nicht."
        teile.append(f"{zitat} gibt es nicht.{davor}" + (f" {oben} gibt es." if oben != schon else ""))
    return " ".join(teile)


def _vorschlag(bestand: Bestand, fehlend: Sequence[Zitat]) -> str:
    schon, oben = _vorhanden(bestand, fehlend[-1])
    darueber = bestand.moegliche(oben)
    darunter = [e.zitat for d in darueber for e in bestand.einheit(d).alle()][1:]
    nahe = [f"„{zitat}“" for zitat in naechste(schon, darunter)]
    return f"Am nächsten liegen {', '.join(nahe)}." if nahe else f"Prüfen Sie, was in {oben} gemeint ist."


FEHLENDES_ZIEL = Pruefart(
    "fehlendes-ziel",
    "Fehlendes Ziel",
    "Zitiert wird etwas, das es im geladenen Text nicht gibt.",
    fehlende_ziele,
)
