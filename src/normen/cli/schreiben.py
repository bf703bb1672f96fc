"""Commands that make documents: templates, draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..ausgabe import vorlagen as ausgabe
from ..dokument import Vorlage, fuelle, lade_vorlagen, lies_daten, modell, pruefe
from ..fehler import VorlageFehler
from ..ressourcen import ordner
from .deutsch import Befehl, Pfad
from .gemeinsam import gib_json, konsole, mit_json, wissen

mit_vorlagen: Callable[[Any], Any] = click.option(
    "--vorlagen",
    "eigene",
    type=Pfad(exists=True, file_okay=False),
    envvar="NORMEN_VORLAGEN",
    metavar="ORDNER",
    help="Ordner mit eigenen Vorlagen, je Vorlage ein Ordner; sie gehen den mitgelieferten gleichen Namens vor.",
)


@click.command(
    cls=Befehl,
    epilog="""\b
  normen templates                                         alle Vorlagen
  normen templates widerruf-vollzugsoeffnender-massnahmen  Felder einer Vorlage
  normen templates widerruf-vollzugsoeffnender-massnahmen --beispiel > fall.json
  normen templates kooperationsvereinbarung-haftentlassung --fall niedersachsen > fall.json
""",
)
@click.argument("name", required=False, metavar="[VORLAGE]")
@click.option("--beispiel", is_flag=True, help="Die Beispieldaten der Vorlage ausgeben, zum Überschreiben.")
@click.option("--fall", metavar="NAME", help="Statt des ersten ein anderes Beispiel ausgeben; die Namen zeigt die Liste.")
@click.option("--schema", is_flag=True, help="Das JSON-Schema der Daten ausgeben.")
@mit_vorlagen
@mit_json
def templates(
    name: str | None, *, beispiel: bool, fall: str | None, schema: bool, eigene: Path | None, als_json: bool
) -> None:
    """Vorlagen auflisten, Felder einer Vorlage zeigen."""
    vorlagen = _vorlagen(eigene)
    if name is None:
        if beispiel or schema or fall:
            raise click.UsageError("Nennen Sie dazu eine Vorlage; alle zeigt: normen templates")
        if als_json:
            gib_json([ausgabe.vorlage_als_json(v) for v in vorlagen])
        else:
            ausgabe.zeige_liste(konsole(), vorlagen)
        return
    vorlage = _vorlage(name, vorlagen)
    if beispiel or fall:
        _gib_beispiel(vorlage, "" if fall in (None, "beispiel") else str(fall))
    elif schema:
        gib_json(modell(vorlage).model_json_schema())
    elif als_json:
        gib_json(ausgabe.vorlage_als_json(vorlage))
    else:
        ausgabe.zeige_felder(konsole(), vorlage)


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
    gewaehlt = _vorlage(vorlage, _vorlagen(eigene))
    rohdaten, normen = lies_daten(daten), wissen(ctx)
    geprueft = pruefe(gewaehlt, rohdaten, normen)
    ergebnis = fuelle(gewaehlt, geprueft, normen, ziel, anlage=anlage, streng=streng)
    if als_json:
        gib_json(ausgabe.bericht_als_json(ergebnis))
        return
    for zeile in ausgabe.bericht(ergebnis):
        click.echo(zeile)


def _vorlagen(eigene: Path | None) -> tuple[Vorlage, ...]:
    """Return the templates of the user and those that ship, by name; of two with the same name the user's."""
    mitgelieferte = {vorlage.name: vorlage for vorlage in lade_vorlagen(ordner("templates"))}
    weitere = {vorlage.name: vorlage for vorlage in lade_vorlagen(eigene)} if eigene else {}
    if eigene and not weitere:
        rat = "Jede Vorlage ist darin ein Ordner mit vorlage.docx und vorlage.toml."
        raise VorlageFehler(f"Im Ordner {eigene} ist keine Vorlage.", rat=rat)
    return tuple(vorlage for _, vorlage in sorted((mitgelieferte | weitere).items()))


def _vorlage(name: str, vorlagen: tuple[Vorlage, ...]) -> Vorlage:
    for vorlage in vorlagen:
        if vorlage.name == name:
            return vorlage
    namen = ", ".join(f"„{v.name}“" for v in vorlagen)
    raise VorlageFehler(f"Die Vorlage „{name}“ gibt es nicht.", rat=f"Es gibt {namen}.")


def _gib_beispiel(vorlage: Vorlage, name: str) -> None:
    """Print an example; raise `VorlageFehler` with those there are if it is none of them."""
    if name not in vorlage.beispiele:
        rat = f"Es gibt: {', '.join(ausgabe.aufruf(n) for n in vorlage.beispiele) or 'keines'}"
        raise VorlageFehler(f"Die Vorlage „{vorlage.name}“ hat dieses Beispiel nicht.", rat=rat)
    click.echo(vorlage.beispiele[name].read_text(encoding="utf-8").rstrip())
