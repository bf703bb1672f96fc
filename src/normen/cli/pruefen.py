"""The command for rule-makers: check."""

from __future__ import annotations

from pathlib import Path

import click

from ..ausgabe import maschine
from ..ausgabe.pruefbericht import zeige_pruefbericht
from ..pruefung import ARTEN, Auswahl, finde_befunde, wende_an
from ..quittungsdatei import lade_quittungen, schreibe_vorlage
from .deutsch import Befehl, Pfad
from .gemeinsam import gib_json, konsole, mit_json, wissen

_ARTEN = click.Choice([art.kuerzel for art in ARTEN])


_ERKLAERT = "\n".join(f"  {art.kuerzel:<28}{art.name}" for art in ARTEN)


@click.command(
    cls=Befehl,
    epilog=f"""\b
Arten von Befunden:
{_ERKLAERT}

\b
Ausgang 1, wenn es Befunde gibt. Was so bleiben soll, wird in einer Datei mit dem Grund quittiert, und
mit --quittiert DATEI nicht mehr gezeigt.
  normen check                                     alle geladenen Werke
  normen check JVollzGB III                        nur dieses Buch und die VV dazu
  normen check --quittieren-nach quittungen.toml   die Datei anlegen, in die die Gründe kommen
""",
)
@click.argument("werk", nargs=-1, metavar="[WERK]")
@click.option("--nur", multiple=True, type=_ARTEN, metavar="ART", help="Nur diese Art von Befunden; mehrfach möglich.")
@click.option("--ohne", multiple=True, type=_ARTEN, metavar="ART", help="Diese Art weglassen; mehrfach möglich.")
@click.option(
    "--quittiert", type=Pfad(exists=True, dir_okay=False), metavar="DATEI", help="Quittierte Befunde zählen, nicht zeigen."
)
@click.option(
    "--quittieren-nach", type=Pfad(dir_okay=False), metavar="DATEI", help="Die gezeigten Befunde zum Quittieren schreiben."
)
@mit_json
@click.pass_context
def check(
    ctx: click.Context,
    *,
    werk: tuple[str, ...],
    nur: tuple[str, ...],
    ohne: tuple[str, ...],
    quittiert: Path | None,
    quittieren_nach: Path | None,
    als_json: bool,
) -> int:
    """Prüfen, welche Verweise nicht mehr stimmen."""
    w = wissen(ctx)
    auswahl = Auswahl.aus(w.register, ARTEN, " ".join(werk), nur, ohne)
    quittungen = lade_quittungen(quittiert, ARTEN) if quittiert else ()
    ergebnis = wende_an(
        [q for q in quittungen if auswahl.nimmt(q.art, q.zitat)],
        [befund for befund in finde_befunde(w.bestand()) if auswahl.nimmt(befund.art, befund.zitat)],
    )
    if quittieren_nach:
        schreibe_vorlage(quittieren_nach, ergebnis.offen)
        click.echo(f"Zum Quittieren geschrieben: {quittieren_nach}", err=True)
    if als_json:
        gib_json(maschine.pruefbericht(w, ergebnis))
    else:
        zeige_pruefbericht(konsole(), w, ergebnis)
    return 1 if ergebnis.befunde else 0
