"""Anlagen that no text cites, with the VV they belong to if it is not printed."""

from __future__ import annotations

from collections.abc import Iterator

from ..einheit import Art, Einheit
from ..zitat import Rahmen, Spanne, Zitat
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand
from .lesart import meint_anderes
from .nicht_abgedruckt import vermerk_statt


def verwaiste_anlagen(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each Anlage that nothing cites."""
    zitiert = set(_zitierte(bestand))
    for einheit in bestand.einheiten.values():
        if einheit.art is Art.ANLAGE and einheit.zitat not in zitiert:
            yield _verwaist(bestand, einheit)


def _zitierte(bestand: Bestand) -> Iterator[Zitat]:
    """Yield the Anlagen that are cited, each as a whole; the two ends of a range count."""
    for stelle in bestand.verweisstellen:
        for ziel, _ in stelle.genannte():
            enden = (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,)
            if not meint_anderes(stelle, ziel):
                yield from (Zitat(z.werk, z.glieder[:1]) for z in enden if z.glieder[:1])


def _verwaist(bestand: Bestand, anlage: Einheit) -> Befund:
    grund = f"{anlage.zitat} wird in keinem geladenen Text zitiert."
    for vv in _zugehoerige_vv(bestand, anlage):
        if vermerk := vermerk_statt(bestand, vv):
            grund += f" Sie gehört zu {vv.bezugsnorm}; {vv} ist nicht abgedruckt: {vermerk}"
            return _befund(anlage, grund, "Prüfen Sie, ob die Anlage mit der Verwaltungsvorschrift überholt ist.")
    return _befund(anlage, grund, "Streichen Sie die Anlage, oder verweisen Sie auf sie, wo sie gebraucht wird.")


def _befund(anlage: Einheit, grund: str, vorschlag: str) -> Befund:
    return Befund(ANLAGE.kuerzel, anlage.zitat, anlage.marke.zeile_von, anlage.marke.inhalt, grund, vorschlag)


def _zugehoerige_vv(bestand: Bestand, anlage: Einheit) -> Iterator[Zitat]:
    """Yield the VV on the §§ that an Anlage names in its heading."""
    for stelle in bestand.verweisstellen:
        if stelle.quelle.zitat == anlage.zitat:
            for ziel, _ in stelle.genannte():
                norm = ziel.von if isinstance(ziel, Spanne) else ziel
                if norm.rahmen is Rahmen.NORM and norm.glieder:
                    yield Zitat(norm.werk, (), Rahmen.VV, norm.glieder[:1])


ANLAGE = Pruefart(
    "anlage",
    "Anlage ohne Verweis",
    "Die Anlage wird in keinem geladenen Text zitiert.",
    verwaiste_anlagen,
)
