"""The command that holds documents against the texts as they are now: verify."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from ..ausgabe import abgleich as ausgabe
from ..ausgabe.druckbar import druckbar
from ..dokument import ENDUNGEN, Abgleicher
from ..fehler import NormenFehler, Ort
from .deutsch import Befehl
from .gemeinsam import gib_json, konsole, mit_json, wissen


@click.command(
    cls=Befehl,
    epilog="""\b
  normen templates widerruf-vollzugsoeffnender-massnahmen --beispiel > fall.json
  normen draft widerruf-vollzugsoeffnender-massnahmen --data fall.json -o bescheid.docx
  normen verify bescheid.docx
  normen verify .                         alle Word-Dateien im Ordner und darunter
  normen verify "besch*.docx"             Platzhalter gehen auch, wo die Shell sie nicht auflöst

Ausgang 1, wenn es Befunde gibt; 2, wenn eine Datei nicht abgeglichen werden kann. Die übrigen werden es trotzdem.
""",
)
@click.argument("dateien", nargs=-1, required=True, metavar="DATEI...")
@mit_json
@click.pass_context
def verify(ctx: click.Context, *, dateien: tuple[str, ...], als_json: bool) -> int:
    """Prüfen, ob noch stimmt, was Dokumente zitieren."""
    ergebnisse: list[ausgabe.Abgeglichen] = []
    terminal = konsole()
    for ergebnis in _abgeglichen(Abgleicher(wissen(ctx)), tuple(_gefunden(dateien))):
        ergebnisse.append(ergebnis)
        if isinstance(ergebnis[1], NormenFehler):
            click.echo(druckbar(f"Fehler: {ergebnis[1]}"), err=True)
        elif not als_json:
            ausgabe.zeige(terminal, ergebnis[1])
    if als_json:
        gib_json(ausgabe.als_json(ergebnisse))
    else:
        click.echo(ausgabe.bilanz(ergebnisse))
    if any(isinstance(ergebnis, NormenFehler) for _, ergebnis in ergebnisse):
        return 2
    return 1 if any(not isinstance(ergebnis, NormenFehler) and ergebnis.befunde for _, ergebnis in ergebnisse) else 0


def _abgeglichen(abgleicher: Abgleicher, dateien: Iterable[Path]) -> Iterator[ausgabe.Abgeglichen]:
    for datei in dateien:
        try:
            yield datei, abgleicher.gleiche_ab(datei)
        except NormenFehler as fehler:
            yield datei, fehler


def _gefunden(angaben: Iterable[str]) -> Iterator[Path]:
    """Yield the files that are meant, each once: as named, of a folder the Word files in it, of a pattern all that fit."""
    yield from dict.fromkeys(datei for angabe in angaben for datei in _dateien(angabe))


def _dateien(angabe: str) -> list[Path]:
    pfad = Path(angabe)
    if pfad.is_dir():
        gefunden = sorted(datei for datei in pfad.rglob("*") if datei.suffix.lower() in ENDUNGEN)
    elif glob.has_magic(angabe) and not pfad.exists():
        gefunden = [Path(datei) for datei in sorted(glob.glob(angabe, recursive=True))]
    else:
        return [pfad]
    # Word puts a file "~$…" beside a document as long as it is open.
    gefunden = [datei for datei in gefunden if datei.is_file() and not datei.name.startswith("~$")]
    if not gefunden:
        raise NormenFehler("Hier ist keine Word-Datei (.docx, .docm).", ort=Ort(angabe))
    return gefunden
