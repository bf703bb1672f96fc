"""Commands for the knowledge base as a whole: export, build, completion."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from ..ausgabe import maschine
from ..wissen import baue
from .deutsch import Befehl, Gruppe, Pfad
from .gemeinsam import gib_text, gib_zeilen, wissen

_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}

_format = click.option(
    "--format", "ausgabeform", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="Form der Ausgabe."
)


@click.group(cls=Gruppe)
def export() -> None:
    """Den ganzen Bestand ausgeben (JSON Lines, GraphML)."""


@export.command()
@_format
@click.pass_context
def units(ctx: click.Context, ausgabeform: str) -> None:
    """Alle Einheiten in der Reihenfolge der Texte."""
    gib_zeilen(maschine.einheiten(wissen(ctx).speicher.alle()))


@export.command()
@_format
@click.pass_context
def references(ctx: click.Context, ausgabeform: str) -> None:
    """Alle Verweisungen und alle einfachen Verweise."""
    speicher = wissen(ctx).speicher
    gib_zeilen(maschine.verweisung(v) for _, v in speicher.verweisungen())
    gib_zeilen(maschine.als_verweisung(b) for b in speicher.alle_verweise())


@export.command()
@click.option(
    "--format",
    "ausgabeform",
    type=click.Choice(["graphml"]),
    default="graphml",
    show_default=True,
    help="Form der Ausgabe.",
)
@click.option("--enthalten", is_flag=True, help="Auch Kanten von jeder Einheit zu denen darunter.")
@click.option("-o", "--output", "ziel", type=Pfad(), metavar="DATEI", help="In diese Datei statt auf die Ausgabe.")
@click.pass_context
def graph(ctx: click.Context, ausgabeform: str, enthalten: bool, ziel: Path | None) -> None:
    """Das Netz aller Verweisungen, für Programme wie Gephi und yEd."""
    from ..ausgabe.graphml import als_graphml  # noqa: PLC0415 - networkx takes long to load

    gib_text(als_graphml(wissen(ctx).netz, mit_baum=enthalten), ziel, f".{ausgabeform}")


@click.command(cls=Befehl)
@click.pass_context
def build(ctx: click.Context) -> None:
    """Die Wissensbasis neu anlegen.

    Das geschieht von selbst, wenn Texte oder Programm sich ändern.
    """
    click.echo(f"Wissensbasis angelegt: {baue(ctx.obj, neu=True)}", err=True)


@click.command(
    cls=Befehl,
    epilog="""\b
Zum Einschalten die passende Zeile in die Startdatei der Shell schreiben:
  bash   eval "$(normen completion bash)"
  zsh    eval "$(normen completion zsh)"
  fish   normen completion fish | source
""",
)
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Skript für die Ergänzung in der Shell ausgeben."""
    click.echo(_SHELLS[shell](ctx.find_root().command, {}, "normen", "_NORMEN_COMPLETE").source())
