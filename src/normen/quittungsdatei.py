"""The file in which people acknowledge findings: read as it is, written only where none stands yet."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from .fehler import NormenFehler, Ort, systemgrund
from .pruefung import Befund, Pruefart, Quittung, lies_quittungen, quittungsvorlage


def lade_quittungen(pfad: Path, arten: Sequence[Pruefart]) -> tuple[Quittung, ...]:
    """Read the acknowledgements in a file; raises `NormenFehler` with file, line and what to do."""
    try:
        roh = pfad.read_bytes()
    except OSError as fehler:
        raise NormenFehler(
            f"Die Datei ist nicht lesbar ({systemgrund(fehler)}).",
            ort=Ort(str(pfad)),
            rat="Prüfen Sie Namen und Leserechte.",
        ) from fehler
    try:
        return lies_quittungen(roh.decode("utf-8-sig").replace("\r\n", "\n"), str(pfad), arten)
    except UnicodeDecodeError as fehler:
        raise NormenFehler(
            f"Die Datei ist nicht in UTF-8 kodiert (Byte {fehler.start}).",
            ort=Ort(str(pfad), zeile=roh.count(b"\n", 0, fehler.start) + 1),
            rat="Speichern Sie die Datei in UTF-8.",
        ) from fehler


def schreibe_vorlage(pfad: Path, befunde: Sequence[Befund]) -> None:
    """Write a file of acknowledgements to be filled in, whole or not at all.

    Raises `NormenFehler` if there is a file already, for it holds the judgements of people, or if none can be written.
    """
    if pfad.exists():
        raise _fehler(pfad, "Die Datei gibt es schon.", "Nennen Sie eine andere; überschrieben wird keine.")
    daneben = pfad.with_name(f".normen-{secrets.token_hex(8)}.tmp")
    try:
        with daneben.open("x", encoding="utf-8", newline="\n") as datei:
            datei.write(quittungsvorlage(befunde))
            datei.flush()
            os.fsync(datei.fileno())
        daneben.replace(pfad)
    except OSError as fehler:
        meldung = f"Die Datei lässt sich nicht schreiben: {systemgrund(fehler)}."
        raise _fehler(pfad, meldung, "Prüfen Sie Ordner, Schreibrecht und Speicherplatz.") from fehler
    finally:
        daneben.unlink(missing_ok=True)


def _fehler(pfad: Path, meldung: str, rat: str) -> NormenFehler:
    return NormenFehler(meldung, ort=Ort(str(pfad)), rat=rat)
