"""The command that draws: graph."""

from __future__ import annotations

from pathlib import Path

import click

from ..ausgabe.bild import zeichne
from .deutsch import Befehl, Pfad
from .gemeinsam import gib_text, mit_zitat, wissen


@click.command(
    cls=Befehl,
    epilog="""\b
Links steht, was für die Vorschrift gilt, rechts, wer sie übernimmt; ein Pfeil führt von der Vorschrift,
die gilt, zu der, für die sie gilt. Das Bild öffnet jeder Browser.
  normen graph "§ 49 JVollzGB III" -o netz.svg
  normen graph "VV Nr. 4.5 zu § 48 JVollzGB III" --tiefe 1 > netz.svg
""",
)
@mit_zitat
@click.option("-o", "--output", "ziel", type=Pfad(), metavar="DATEI", help="In diese Datei (.svg) statt auf die Ausgabe.")
@click.option(
    "--tiefe", default=2, show_default=True, type=click.IntRange(1, 9), help="So viele Stufen zu jeder Seite höchstens."
)
@click.pass_context
def graph(ctx: click.Context, zitat: tuple[str, ...], ziel: Path | None, tiefe: int) -> None:
    """Die Umgebung einer Vorschrift zeichnen: was für sie gilt, und wer sie übernimmt (SVG)."""
    gib_text(zeichne(wissen(ctx).nachbarschaft(" ".join(zitat), tiefe)), ziel, ".svg")
