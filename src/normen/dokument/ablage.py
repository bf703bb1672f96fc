"""Write a finished document: whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from ..fehler import NormenFehler, Ort, systemgrund


def pruefe_ziel(ziel: Path) -> None:
    """Raise `NormenFehler` if no Word document can be written at ``ziel``: wrong ending, no such folder, a folder."""
    if ziel.suffix.lower() != ".docx":
        raise _fehler(ziel, "Ein Word-Dokument endet auf .docx.", f"Zum Beispiel: {ziel.stem or 'Entwurf'}.docx")
    pruefe_platz(ziel)


def pruefe_platz(ziel: Path) -> None:
    """Raise `NormenFehler` if there is no place for a file at ``ziel``: no such folder, or a folder stands there."""
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
        raise _fehler(ziel, f"Das Dokument lässt sich nicht schreiben: {systemgrund(fehler)}.", _RAT) from fehler
    finally:
        daneben.unlink(missing_ok=True)


_RAT = "Prüfen Sie Schreibrecht und Speicherplatz, und ob die Datei noch in Word geöffnet ist."


def _fehler(ziel: Path, meldung: str, rat: str) -> NormenFehler:
    return NormenFehler(meldung, ort=Ort(str(ziel)), rat=rat)
