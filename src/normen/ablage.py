"""Write a finished file: whole or not at all, and readable to nobody who could not read the old one."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from .fehler import NormenFehler, Ort, systemgrund


def pruefe_ziel(ziel: Path, endung: str, was: str = "Diese Ausgabe") -> None:
    """Raise `NormenFehler` if no file of a kind can be written at ``ziel``: wrong ending, no such folder, a folder."""
    if ziel.suffix.lower() != endung:
        raise _fehler(ziel, f"{was} endet auf {endung}.", f"Zum Beispiel: {ziel.stem or 'Entwurf'}{endung}")
    pruefe_platz(ziel)


def pruefe_platz(ziel: Path) -> None:
    """Raise `NormenFehler` if there is no place for a file at ``ziel``: no such folder, or a folder stands there."""
    if not os.path.isdir(ziel.parent):
        raise _fehler(ziel, "Den Zielordner gibt es nicht.", "Legen Sie ihn an oder nennen Sie einen anderen.")
    if os.path.isdir(ziel):
        raise _fehler(ziel, "An dieser Stelle steht ein Ordner.", "Nennen Sie einen Dateinamen.")


def schreibe(ziel: Path, inhalt: bytes) -> None:
    """Put ``inhalt`` at ``ziel``, replacing what is there; on any error the old file stays and nothing new is left.

    A file that is replaced keeps its permissions; through a symbolic link the file it points to is replaced. Raises
    `NormenFehler` that names ``ziel`` if the folder cannot be written to or the disk is full.
    """
    wohin = Path(os.path.realpath(ziel))
    daneben = wohin.with_name(f".normen-{secrets.token_hex(8)}.tmp")
    try:
        _schreibe_neu(daneben, inhalt, _rechte(wohin))
        daneben.replace(wohin)
    except OSError as fehler:
        raise _fehler(ziel, f"Die Datei lässt sich nicht schreiben: {systemgrund(fehler)}.", _RAT) from fehler
    finally:
        with contextlib.suppress(OSError):
            daneben.unlink(missing_ok=True)


def _rechte(ziel: Path) -> int | None:
    """Return the permissions of the file that stands there, ``None`` if there is none."""
    try:
        return stat.S_IMODE(ziel.stat().st_mode)
    except FileNotFoundError:
        return None


def _schreibe_neu(datei: Path, inhalt: bytes, rechte: int | None) -> None:
    """Write a new file with the permissions given, or with those the system gives to new files; at no time with more."""
    zahl = os.open(
        datei, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666 if rechte is None else 0o600
    )
    with open(zahl, "wb") as offen:
        if rechte is not None:
            os.chmod(datei, rechte)
        offen.write(inhalt)
        offen.flush()
        os.fsync(offen.fileno())


_RAT = (
    "Prüfen Sie Schreibrecht und Speicherplatz, und ob die Datei noch in Word geöffnet ist; oder nennen Sie mit -o einen "
    "anderen Ordner."
)


def _fehler(ziel: Path, meldung: str, rat: str) -> NormenFehler:
    return NormenFehler(meldung, ort=Ort(str(ziel)), rat=rat)
