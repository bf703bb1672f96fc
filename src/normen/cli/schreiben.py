"""Commands that make documents: templates, draft."""

from __future__ import annotations

from pathlib import Path

import click
from rich.padding import Padding

from ..dokument import Ergebnis, Feld, Vorlage, fuelle, lade_vorlagen, lies_daten, modell, pruefe
from ..fehler import VorlageFehler
from ..ressourcen import ordner
from .deutsch import Befehl, Pfad
from .gemeinsam import gib_json, konsole, mit_json, wissen


@click.command(
    cls=Befehl,
    epilog="""\b
  normen templates                                         alle Vorlagen
  normen templates widerruf-vollzugsoeffnender-massnahmen  Felder einer Vorlage
  normen templates widerruf-vollzugsoeffnender-massnahmen --beispiel > fall.json
""",
)
@click.argument("name", required=False, metavar="[VORLAGE]")
@click.option("--beispiel", is_flag=True, help="Die Beispieldaten der Vorlage ausgeben, zum Überschreiben.")
@click.option("--schema", is_flag=True, help="Das JSON-Schema der Daten ausgeben.")
@mit_json
def templates(name: str | None, beispiel: bool, schema: bool, als_json: bool) -> None:
    """Vorlagen auflisten, Felder einer Vorlage zeigen."""
    vorlagen = lade_vorlagen(ordner("templates"))
    if name is None:
        if beispiel or schema:
            raise click.UsageError("Nennen Sie dazu eine Vorlage; alle zeigt: normen templates")
        gib_json([_daten(v) for v in vorlagen]) if als_json else _liste(vorlagen)
        return
    vorlage = _vorlage(name, vorlagen)
    if beispiel:
        click.echo(vorlage.beispiele[0].read_text(encoding="utf-8").rstrip())
    elif schema:
        gib_json(modell(vorlage).model_json_schema())
    elif als_json:
        gib_json(_daten(vorlage))
    else:
        _felder(vorlage)


@click.command(
    cls=Befehl,
    epilog="""\b
  normen templates kooperationsvereinbarung-haftentlassung --beispiel > fall.json
  normen draft kooperationsvereinbarung-haftentlassung --data fall.json -o vereinbarung.docx

Jede Vorschrift, die das Schreiben zitiert, wird im Text nachgeschlagen. Gibt es sie nicht, entsteht keine Datei.
""",
)
@click.argument("vorlage", metavar="VORLAGE")
@click.option(
    "--data", "daten", type=Pfad(dir_okay=False), required=True, metavar="DATEI", help="Die Angaben zum Fall (JSON)."
)
@click.option("-o", "--output", "ziel", type=Pfad(), required=True, metavar="DATEI", help="Das Word-Dokument (.docx).")
@mit_json
@click.pass_context
def draft(ctx: click.Context, vorlage: str, daten: Path, ziel: Path, als_json: bool) -> None:
    """Ein Schreiben aus Vorlage und Daten verfassen.

    Jede Vorschrift, die es zitiert, wird vorher im Text nachgeschlagen.
    """
    gewaehlt = _vorlage(vorlage, lade_vorlagen(ordner("templates")))
    ergebnis = fuelle(gewaehlt, pruefe(gewaehlt, lies_daten(daten)), wissen(ctx), ziel)
    if als_json:
        gib_json(_bericht(ergebnis))
        return
    click.echo(f"Geschrieben: {ergebnis.datei}")
    click.echo(f"Im Text nachgeschlagen: {', '.join(n.zitat for n in ergebnis.geprueft) or 'keine'}")
    if ergebnis.ungeprueft:
        click.echo(f"Nicht geprüft, weil der Text nicht geladen ist: {', '.join(n.zitat for n in ergebnis.ungeprueft)}")


def _vorlage(name: str, vorlagen: tuple[Vorlage, ...]) -> Vorlage:
    for vorlage in vorlagen:
        if vorlage.name == name:
            return vorlage
    namen = ", ".join(f"„{v.name}“" for v in vorlagen)
    raise VorlageFehler(f"Die Vorlage „{name}“ gibt es nicht.", rat=f"Es gibt {namen}.")


def _liste(vorlagen: tuple[Vorlage, ...]) -> None:
    k = konsole()
    for v in vorlagen:
        k.print(v.name, style="bold cyan")
        k.print(_eingerueckt(f"{v.titel} ({v.art}); für {', '.join(v.fuer)}"))
        k.print(_eingerueckt(v.beschreibung))
        k.print(_eingerueckt(f"Rechtsgrundlagen: {', '.join(v.rechtsgrundlagen)}"), style="dim")
        k.print()


def _eingerueckt(text: str, tiefe: int = 1) -> Padding:
    """Set text as one paragraph, whatever lines it was written in."""
    return Padding(" ".join(text.split()), (0, 0, 0, 2 * tiefe))


def _felder(vorlage: Vorlage) -> None:
    k = konsole()
    k.print(f"{vorlage.titel}\n", style="bold")
    for feld in vorlage.felder:
        _feld(feld, 0)
    k.print(f"\nEin Beispiel zum Überschreiben: normen templates {vorlage.name} --beispiel", style="dim")


def _feld(feld: Feld, tiefe: int) -> None:
    k = konsole()
    pflicht = f"nur wenn {feld.wenn}" if feld.wenn else "Pflicht" if feld.pflicht else "freigestellt"
    k.print(_eingerueckt(f"[{feld.name}] {feld.bezeichnung} – {feld.typ}, {pflicht}", tiefe))
    for zusatz in (feld.hilfe, f"eines von: {', '.join(feld.werte)}" if feld.werte else ""):
        if zusatz:
            k.print(_eingerueckt(zusatz, tiefe + 2), style="dim")
    for innen in feld.felder:
        _feld(innen, tiefe + 1)


def _daten(vorlage: Vorlage) -> dict[str, object]:
    schema = modell(vorlage).model_json_schema()
    return {
        "name": vorlage.name,
        "title": vorlage.titel,
        "kind": vorlage.art,
        "for": list(vorlage.fuer),
        "description": vorlage.beschreibung,
        "legal_basis": list(vorlage.rechtsgrundlagen),
        "version": vorlage.version,
        "schema": schema,
    }


def _bericht(ergebnis: Ergebnis) -> dict[str, object]:
    zitate = [{"citation": norm.zitat, "verified": norm.geprueft} for norm in ergebnis.zitate]
    return {"file": str(ergebnis.datei), "template": ergebnis.vorlage, "citations": zitate}
