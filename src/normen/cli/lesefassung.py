"""The command reading: an Einheit with everything that applies to it, on the screen or as a file."""

from __future__ import annotations

import io
import json
from importlib import import_module
from pathlib import Path

import click
from rich.console import Console

from ..ablage import pruefe_platz, schreibe
from ..ausgabe.lesefassung import terminal
from ..ausgabe.lesefassung.gliederung import Glied, gliederung
from ..lesefassung import Lesefassung
from .deutsch import Befehl, Pfad
from .gemeinsam import konsole, mit_json, mit_zitat, wissen

FORMEN = ("text", "markdown", "html", "docx", "json")
#: What a file is in, by its ending.
_ENDUNGEN = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html", ".docx": "docx", ".json": "json"}
#: Longest line in a text file.
_BREITE = 100


@click.command(
    cls=Befehl,
    epilog="""\b
Da steht der Wortlaut, die Verwaltungsvorschrift dazu und alles, was kraft Verweisung gilt, jeweils mit
dem Satz, der es gelten lässt, mit Ausnahmen, Maßgaben und Bedingungen.
  normen reading "§ 36 JVollzGB II"
  normen reading "VV zu § 20 JVollzGB V" --format markdown
  normen reading "§ 36 JVollzGB II" -o lesefassung.html
  normen reading "§ 36 JVollzGB II" -o lesefassung.docx
""",
)
@mit_zitat
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMEN),
    help="Form der Ausgabe; ohne Angabe Text, mit -o nach der Endung der Datei.",
)
@click.option("-o", "--output", "ziel", type=Pfad(), metavar="DATEI", help="In diese Datei schreiben statt auf die Ausgabe.")
@mit_json
@click.pass_context
def reading(ctx: click.Context, *, zitat: tuple[str, ...], form: str | None, ziel: Path | None, als_json: bool) -> None:
    """Eine Vorschrift mit allem, was für sie gilt, ausschreiben."""
    gewaehlt = _form(form, ziel, als_json=als_json)
    fassung = wissen(ctx).lesefassung(" ".join(zitat))
    if ziel is not None:
        _schreibe(ziel, _inhalt(fassung, gewaehlt))
        click.echo(f"Geschrieben: {ziel}")
    elif gewaehlt == "text":
        terminal.zeige(konsole(), gliederung(fassung))
    else:
        click.echo(_inhalt(fassung, gewaehlt).decode(), nl=False)


def _form(form: str | None, ziel: Path | None, *, als_json: bool) -> str:
    """Return the format asked for; raises `click.UsageError` if there is none, or if two are asked for."""
    if als_json and form not in (None, "json"):
        raise click.UsageError("„--json“ und „--format“ schließen einander aus.")
    endung = ziel.suffix.lower() if ziel else ""
    if als_json or form:
        gewaehlt = form or "json"
    elif ziel and endung not in _ENDUNGEN:
        raise click.UsageError(
            f"Was „{ziel.name}“ werden soll, sagt die Endung nicht. Es gibt: {', '.join(_ENDUNGEN)}. Für eine andere Endung "
            "nennen Sie die Form mit „--format“."
        )
    else:
        gewaehlt = _ENDUNGEN.get(endung, "text")
    if gewaehlt == "docx" and ziel is None:
        raise click.UsageError("Ein Word-Dokument braucht eine Datei, zum Beispiel: -o lesefassung.docx")
    if (gewaehlt == "docx") != (endung == ".docx"):
        raise click.UsageError("Ein Word-Dokument endet auf .docx, und nur ein Word-Dokument endet so.")
    return gewaehlt


def _inhalt(fassung: Lesefassung, form: str) -> bytes:
    """Return a Lesefassung in a format; what only that format needs is loaded here."""
    glieder = gliederung(fassung)
    match form:
        case "text":
            return _text(glieder).encode()
        case "json":
            daten = import_module("..ausgabe.lesefassung.daten", __package__).daten(fassung)
            return f"{json.dumps(daten, ensure_ascii=False, indent=2)}\n".encode()
        case "docx":
            return bytes(import_module("..ausgabe.lesefassung.docx", __package__).docx(glieder))
        case _:
            setze = getattr(import_module(f"..ausgabe.lesefassung.{form}", __package__), form)
            return str(setze(glieder)).encode()


def _text(glieder: tuple[Glied, ...]) -> str:
    heraus = io.StringIO()
    terminal.zeige(Console(file=heraus, width=_BREITE, highlight=False, emoji=False, markup=False), glieder)
    return "".join(f"{zeile.rstrip()}\n" for zeile in heraus.getvalue().splitlines())


def _schreibe(ziel: Path, inhalt: bytes) -> None:
    pruefe_platz(ziel)
    schreibe(ziel, inhalt)
