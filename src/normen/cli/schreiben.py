"""Commands that make documents: draft."""

from __future__ import annotations

from pathlib import Path

import click

from ..ausgabe import vorlagen as ausgabe
from ..dokument import fuelle, lies_daten, pruefe
from .deutsch import Befehl, Pfad
from .gemeinsam import gib_json, mit_json, wissen
from .vorlagen import mit_vorlagen, vorlage_namens, vorlagen


@click.command(
    cls=Befehl,
    epilog="""\b
  normen templates kooperationsvereinbarung-haftentlassung --beispiel > fall.json
  normen draft kooperationsvereinbarung-haftentlassung --data fall.json -o vereinbarung.docx

Jede Vorschrift, die Vorlage oder Angaben zitieren, wird im Text nachgeschlagen. Gibt es sie nicht, entsteht keine Datei.
Was nicht geladen oder nicht aufzulösen ist, nennt der Bericht.
""",
)
@click.argument("vorlage", metavar="VORLAGE")
@click.option(
    "--data", "daten", type=Pfad(dir_okay=False), required=True, metavar="DATEI", help="Die Angaben zum Fall (JSON)."
)
@click.option("-o", "--output", "ziel", type=Pfad(), required=True, metavar="DATEI", help="Das Word-Dokument (.docx).")
@click.option("--anlage", is_flag=True, help="Eine Seite anfügen, die alle zitierten Vorschriften mit ihrer Fassung nennt.")
@click.option(
    "--strict",
    "streng",
    is_flag=True,
    help="Nichts schreiben, wenn ein Text nicht geladen oder ein Zitat nicht aufzulösen ist.",
)
@mit_vorlagen
@mit_json
@click.pass_context
def draft(
    ctx: click.Context,
    vorlage: str,
    *,
    daten: Path,
    ziel: Path,
    anlage: bool,
    streng: bool,
    eigene: Path | None,
    als_json: bool,
) -> None:
    """Ein Schreiben aus Vorlage und Daten verfassen.

    Jede Vorschrift, die es zitiert, wird vorher im Text nachgeschlagen. Was sie dann war, trägt das Dokument in sich:
    Ob es noch stimmt, zeigt normen verify.
    """
    gewaehlt = vorlage_namens(vorlage, vorlagen(eigene))
    rohdaten, normen = lies_daten(daten), wissen(ctx)
    geprueft = pruefe(gewaehlt, rohdaten, normen)
    ergebnis = fuelle(gewaehlt, geprueft, normen, ziel, anlage=anlage, streng=streng)
    if als_json:
        gib_json(ausgabe.bericht_als_json(ergebnis))
        return
    for zeile in ausgabe.bericht(ergebnis):
        click.echo(zeile)
