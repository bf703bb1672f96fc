"""What all commands share: the knowledge base, the terminal, and JSON on request."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, TextIO, cast

import click
from rich.console import Console

from ..ausgabe.datei import pruefe_ziel, schreibe
from ..wissen import Wissen
from .strom import OhneRand

#: Longest line, in characters: longer ones are hard to read.
_BREITE = 100

mit_json: Callable[[Any], Any] = click.option("--json", "als_json", is_flag=True, help="Ausgabe als JSON, für Programme.")
mit_zitat: Callable[[Any], Any] = click.argument("zitat", nargs=-1, required=True, metavar="ZITAT")


def wissen(ctx: click.Context) -> Wissen:
    """Open the knowledge base of this call, building it if need be."""
    return Wissen.oeffne(ctx.obj)


def konsole() -> Console:
    """Return the terminal to write answers to."""
    breite = min(shutil.get_terminal_size((_BREITE, 24)).columns, _BREITE)
    # Whoever sets NO_COLOR wants plain text; rich would still send bold and dim.
    strom = cast(TextIO, OhneRand(sys.stdout)) if sys.stdout is not None else None
    farben: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return Console(file=strom, highlight=False, emoji=False, markup=False, width=breite, color_system=farben)


def gib_json(daten: Mapping[str, Any] | list[Any]) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(daten, ensure_ascii=False, indent=2))


def gib_zeilen(zeilen: Iterable[Mapping[str, Any]]) -> None:
    """Print one JSON document a line."""
    for zeile in zeilen:
        click.echo(json.dumps(zeile, ensure_ascii=False))


def gib_text(text: str, ziel: Path | None, endung: str) -> None:
    """Print a document, or write it to a file, whole or not at all."""
    if ziel is None:
        click.echo(text, nl=False)
        return
    pruefe_ziel(ziel, endung)
    schreibe(ziel, text.encode())
    click.echo(f"Geschrieben: {ziel}")
