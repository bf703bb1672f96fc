"""Write an answer to a file: whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from ..fehler import NormenFehler, Ort, systemgrund


def pruefe_ziel(ziel: Path, endung: str) -> None:
    """Raise `NormenFehler` if no file of a kind can be written at ``ziel``: wrong ending, no such folder, a folder."""
    if ziel.suffix.lower() != endung:
        raise _fehler(ziel, f"Diese Ausgabe ist eine Datei, die auf {endung} endet.", f"Zum Beispiel: {ziel.stem}{endung}")
    if not os.path.isdir(ziel.parent):
        raise _fehler(ziel, "Den Zielordner gibt es nicht.", "Legen Sie ihn an oder nennen Sie einen anderen.")
    if os.path.isdir(ziel):
        raise _fehler(ziel, "An dieser Stelle steht ein Ordner.", "Nennen Sie einen Dateinamen.")


def schreibe(ziel: Path, inhalt: bytes) -> None:
    """Put ``inhalt`` at ``ziel``, replacing what is there; on any error the old file stays and nothing new is left.

    Raises `NormenFehler` if the folder cannot be written to or the disk is full.
    """
    daneben = ziel.with_name(f".normen-{secrets.token_hex(8)}.tmp")
    try:
        with daneben.open("xb") as datei:
            datei.write(inhalt)
            datei.flush()
            os.fsync(datei.fileno())
        daneben.replace(ziel)
    except OSError as fehler:
        rat = "Prüfen Sie Schreibrecht und Speicherplatz."
        raise _fehler(ziel, f"Die Datei lässt sich nicht schreiben: {systemgrund(fehler)}.", rat) from fehler
    finally:
        daneben.unlink(missing_ok=True)


def _fehler(ziel: Path, meldung: str, rat: str) -> NormenFehler:
    return NormenFehler(meldung, ort=Ort(str(ziel)), rat=rat)
