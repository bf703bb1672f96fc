"""The command that puts provisions side by side: compare."""

from __future__ import annotations

import io
from pathlib import Path

import click
from rich.console import Console

from ..ablage import pruefe_platz, schreibe
from ..ausgabe.synopse import markdown, maschine, seite, terminal
from ..fehler import NormenFehler, Ort, ZitatFehler
from ..synopse import Synopse, stelle_gegenueber
from ..wissen import Wissen
from .deutsch import Befehl, Pfad
from .gemeinsam import als_json_text, konsole, mit_json, wissen

_FORMEN = ("text", "markdown", "html", "json")
#: Width of a text that goes into a file.
_SEITENBREITE = 100
_IN_ANFUEHRUNGSZEICHEN = (
    'Jedes Zitat steht für sich in Anführungszeichen: normen compare "§ 19 JVollzGB III" "§ 22 JVollzGB V"'
)


@click.command(
    cls=Befehl,
    epilog="""\b
Mit einem Zitat werden die parallelen Paragraphen der anderen Bücher gesucht; gegenübergestellt wird, was
eindeutig ist, das Übrige wird vorgeschlagen. Mit mehreren wird das erste jedem weiteren gegenübergestellt.
  normen compare "§ 19 JVollzGB III"
  normen compare "§ 19 JVollzGB III" "§ 22 JVollzGB V" --nur-unterschiede
  normen compare "§ 19 JVollzGB III" --format html -o besuch.html
""",
)
@click.argument("zitate", nargs=-1, required=True, metavar="ZITAT [ZITAT]...")
@click.option("--nur-unterschiede", is_flag=True, help="Weglassen, was auf beiden Seiten gleich lautet.")
@click.option("--format", "form", type=click.Choice(_FORMEN), help="Form der Ausgabe; ohne Angabe Text.")
@click.option("--output", "-o", "ziel", type=Pfad(dir_okay=False), metavar="DATEI", help="In diese Datei schreiben.")
@mit_json
@click.pass_context
def compare(
    ctx: click.Context,
    *,
    zitate: tuple[str, ...],
    nur_unterschiede: bool,
    form: str | None,
    ziel: Path | None,
    als_json: bool,
) -> None:
    """Vorschriften nebeneinanderstellen: Wortlaut und was jeweils gilt."""
    if als_json and form not in (None, "json"):
        raise click.UsageError("„--json“ und „--format“ schließen einander aus.")
    w = wissen(ctx)
    synopse = _gegenueber(w, zitate)
    form = "json" if als_json else form or _form_der(ziel)
    if ziel is None and form == "text":
        terminal.zeige(konsole(), w, synopse, nur_unterschiede=nur_unterschiede)
        return
    inhalt = _gesetzt(w, synopse, form, nur_unterschiede=nur_unterschiede)
    if ziel is None:
        click.echo(inhalt, nl=False)
    else:
        pruefe_platz(ziel)
        schreibe(ziel, inhalt.encode())
        click.echo(f"Geschrieben: {ziel}", err=form == "json")


def _gegenueber(w: Wissen, zitate: tuple[str, ...]) -> Synopse:
    """Compare; where a citation may have lost its quotation marks, an error says how they are set."""
    try:
        return stelle_gegenueber(w, _einzeln(zitate))
    except ZitatFehler as fehler:
        if len(zitate) == 1 or all(" " in zitat.strip() for zitat in zitate):
            raise
        rat = "\n".join(filter(None, (fehler.rat, _IN_ANFUEHRUNGSZEICHEN)))
        raise ZitatFehler(fehler.meldung, ort=fehler.ort, rat=rat) from None


def _form_der(ziel: Path | None) -> str:
    """Return the form that a file name asks for; raises `NormenFehler` for one that cannot be written."""
    endung = ziel.suffix.lower() if ziel else ""
    if endung in (".docx", ".pdf", ".doc", ".odt"):
        rat = "Nennen Sie eine Datei auf .html, .md, .txt oder .json; eine Seite auf .html öffnet auch Word."
        raise NormenFehler(f"Dateien auf {endung} schreibt „compare“ nicht.", ort=Ort(str(ziel)), rat=rat)
    return {".html": "html", ".htm": "html", ".md": "markdown", ".json": "json"}.get(endung, "text")


def _einzeln(worte: tuple[str, ...]) -> tuple[str, ...]:
    """Take words without any blank for one citation that was typed without quotation marks."""
    return worte if any(" " in wort.strip() for wort in worte) else (" ".join(worte),)


def _gesetzt(w: Wissen, synopse: Synopse, form: str, *, nur_unterschiede: bool) -> str:
    match form:
        case "json":
            return als_json_text(maschine.synopse(synopse, nur_unterschiede=nur_unterschiede)) + "\n"
        case "html":
            return seite.setze(w, synopse, nur_unterschiede=nur_unterschiede)
        case "markdown":
            return markdown.setze(w, synopse, nur_unterschiede=nur_unterschiede)
        case _:
            blatt = io.StringIO()
            datei = Console(file=blatt, highlight=False, emoji=False, markup=False, width=_SEITENBREITE, color_system=None)
            terminal.zeige(datei, w, synopse, nur_unterschiede=nur_unterschiede)
            return "".join(f"{zeile.rstrip()}\n" for zeile in blatt.getvalue().splitlines())
