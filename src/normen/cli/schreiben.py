"""Commands that make documents: draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from ..ablage import pruefe_ziel, schreibe
from ..ausgabe import vorlagen as ausgabe
from ..ausgabe.vorschau import vorschau as seite
from ..dokument import Ergebnis, Vorlage, fuelle, lies_daten, pruefe
from ..dokument.faelle import Fall, lies_faelle
from ..dokument.pdf import libreoffice, nach_pdf
from ..dokument.stapel import Bilanz, auftraege, unbekannte_felder
from ..fehler import NormenFehler, Ort
from ..rechengroessen import lade_rechengroessen
from .deutsch import Befehl, Pfad
from .gemeinsam import gib_json, mit_json, wissen
from .stapel import Lauf, schreibe_stapel
from .vorlagen import mit_vorlagen, vorlage_namens


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
@click.option("--data", "daten", type=Pfad(dir_okay=False), metavar="DATEI", help="Die Angaben zum Fall (JSON).")
@click.option(
    "--batch",
    "faelle",
    type=Pfad(dir_okay=False),
    metavar="DATEI",
    help="Viele Fälle statt eines: .csv, .jsonl oder .xlsx, je Zeile einer; die Köpfe der Spalten nennen die Felder.",
)
@click.option(
    "-o",
    "--output",
    "ziel",
    type=Pfad(),
    required=True,
    metavar="ZIEL",
    help="Das Word-Dokument (.docx); bei --batch ein Ordner.",
)
@click.option(
    "--name", "muster", default="", metavar="MUSTER", help="Bei --batch: Namen der Dateien aus Feldern, wie „{zeichen}“."
)
@click.option("--pdf", is_flag=True, help="Dazu ein PDF (PDF/A) schreiben; braucht LibreOffice.")
@click.option("--vorschau", type=Pfad(), metavar="DATEI", help="Dazu eine Seite (.html) mit dem Inhalt schreiben.")
@click.option(
    "--rechengroessen",
    "groessen",
    type=Pfad(dir_okay=False),
    envvar="NORMEN_RECHENGROESSEN",
    metavar="DATEI",
    help="Eigene Größen des Jahres mit Fundstelle (TOML), vor den mitgelieferten.",
)
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
    daten: Path | None,
    faelle: Path | None,
    ziel: Path,
    muster: str,
    pdf: bool,
    vorschau: Path | None,
    groessen: Path | None,
    anlage: bool,
    streng: bool,
    eigene: Path | None,
    als_json: bool,
) -> int:
    """Ein Schreiben aus Vorlage und Daten verfassen, oder viele.

    Jede Vorschrift, die es zitiert, wird vorher im Text nachgeschlagen. Was sie dann war, trägt das Dokument in sich:
    Ob es noch stimmt, zeigt normen verify.
    """
    if (daten is None) == (faelle is None):
        raise click.UsageError("Nennen Sie entweder --data für einen Fall oder --batch für viele.")
    gewaehlt, rechengroessen = vorlage_namens(vorlage, eigene), lade_rechengroessen(groessen)
    if faelle is not None:
        if vorschau:
            raise click.UsageError("--vorschau gehört zu --data.")
        if ziel.suffix.casefold() in (".docx", ".pdf") and not ziel.is_dir():
            raise click.UsageError(f"Bei --batch ist ZIEL ein Ordner, kein Dokument; zum Beispiel: -o {ziel.stem}")
        if fehlende := unbekannte_felder(muster, gewaehlt.felder):
            raise click.UsageError(f"--name: {', '.join(fehlende)} ist kein Feld der Vorlage; alle zeigt: {gewaehlt.aufruf}")
        lauf = Lauf(gewaehlt, ctx.obj, rechengroessen, anlage=anlage, streng=streng, pdf=pdf)
        bilanz = _stapel(ctx, lauf, lies_faelle(faelle, gewaehlt.felder), ziel, muster)
        _gib(als_json, ausgabe.bilanz_als_json(bilanz, ziel), ausgabe.bilanz(bilanz, ziel))
        return 1 if bilanz.absagen else 0
    if muster:
        raise click.UsageError("--name gehört zu --batch.")
    assert daten is not None  # noqa: S101 - one of the two is given
    if pdf:
        libreoffice()
    if vorschau:
        pruefe_ziel(vorschau, ".html", "Eine Vorschau")
    normen = wissen(ctx)
    geprueft = pruefe(gewaehlt, lies_daten(daten), normen, rechengroessen)
    ergebnis = fuelle(gewaehlt, geprueft, normen, ziel, anlage=anlage, streng=streng)
    weitere = [*([_als_pdf(ziel)] if pdf else []), *([_als_seite(ergebnis, gewaehlt, vorschau)] if vorschau else [])]
    _gib(als_json, ausgabe.bericht_als_json(ergebnis, weitere), ausgabe.bericht(ergebnis, weitere))
    return 0


def _gib(als_json: bool, daten: Mapping[str, Any], zeilen: Iterable[str]) -> None:
    if als_json:
        gib_json(daten)
    else:
        click.echo("\n".join(zeilen))


def _als_pdf(datei: Path) -> Path:
    ((_, pdf),) = nach_pdf([datei])
    if pdf is None:
        rat = "Öffnen Sie das Word-Dokument, und speichern Sie es in Word als PDF."
        raise NormenFehler("LibreOffice hat kein PDF daraus gemacht.", ort=Ort(str(datei)), rat=rat)
    return pdf


def _als_seite(ergebnis: Ergebnis, vorlage: Vorlage, ziel: Path) -> Path:
    schreibe(ziel, seite(ergebnis.datei, vorlage.titel).encode())
    return ziel


def _stapel(ctx: click.Context, lauf: Lauf, faelle: Sequence[Fall], ordner: Path, muster: str) -> Bilanz:
    """Write a document for each case, into a folder that is made if it is missing."""
    with wissen(ctx) as normen:  # built here once, not by each process at the same time
        umstaende = lauf.umstaende(normen)
    if ordner.exists() and not ordner.is_dir():
        raise NormenFehler("Das Ziel ist kein Ordner.", ort=Ort(str(ordner)), rat="Nennen Sie bei --batch einen Ordner.")
    ordner.mkdir(parents=True, exist_ok=True)
    zu_tun, absagen = auftraege(faelle, ordner, muster, umstaende)
    return schreibe_stapel(lauf, zu_tun, absagen, ordner)
