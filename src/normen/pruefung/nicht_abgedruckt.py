"""Citations of what the source itself says is not printed."""

from __future__ import annotations

from collections.abc import Iterator

from ..einheit import Druck
from ..zitat import Glied, Rahmen, Spanne, Ziel, Zitat
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand
from .lesart import meint_anderes


def nicht_abgedruckte(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each citation of a text in whose place a note is printed."""
    for stelle in bestand.verweisstellen:
        for ziel, worte in stelle.genannte():
            vermerk = vermerk_statt(bestand, ziel)
            if vermerk and not meint_anderes(stelle, ziel):
                grund = f"{ziel} ist nicht abgedruckt. Im Text steht: {vermerk}"
                yield Befund(NICHT_ABGEDRUCKT.kuerzel, stelle.quelle.zitat, stelle.zeile, worte, grund, _vorschlag(vermerk))


def vermerk_statt(bestand: Bestand, ziel: Ziel) -> str:
    """Return the note that is printed in place of a target, "" if there is none."""
    zitat = ziel.von if isinstance(ziel, Spanne) else ziel
    if zitat.rahmen is Rahmen.VV:
        return _vermerk(bestand, zitat.werk, zitat.zu)
    ungedruckt = [e for e in bestand.moegliche(zitat) if e.druck is not Druck.ABGEDRUCKT]
    return _vermerk(bestand, zitat.werk, zitat.glieder[:1]) if ungedruckt else ""


def _vermerk(bestand: Bestand, werk: str, traeger: tuple[Glied, ...]) -> str:
    """Return the note on an Einheit: below a § it is about the VV on it, below an Anlage about the Anlage."""
    eintrag = bestand.eintrag(Zitat(werk, (), Rahmen.VERMERK, traeger))
    return eintrag.text if eintrag else ""


def _vorschlag(vermerk: str) -> str:
    if "nderung" in vermerk:
        return "Das Ziel ist überholt. Fassen Sie die Regelung neu, oder streichen Sie den Verweis."
    return "Sehen Sie dort nach, wo der Text nach dem Vermerk steht, ob es das Ziel noch gibt."


NICHT_ABGEDRUCKT = Pruefart(
    "nicht-abgedruckt",
    "Nicht abgedrucktes Ziel",
    "Zitiert wird ein Text, von dem die Quelle selbst sagt, dass sie ihn nicht abdruckt.",
    nicht_abgedruckte,
)
