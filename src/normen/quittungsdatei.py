"""The file in which people acknowledge findings: read as it is, written only where none stands yet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .ablage import pruefe_platz, schreibe
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
        rat = "Nennen Sie eine andere; überschrieben wird keine."
        raise NormenFehler("Die Datei gibt es schon.", ort=Ort(str(pfad)), rat=rat)
    pruefe_platz(pfad)
    schreibe(pfad, quittungsvorlage(befunde).encode())
