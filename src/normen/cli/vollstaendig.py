"""The command for whoever signs: lint."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from ..ausgabe import vollstaendig as ausgabe
from ..bescheid import pruefe_vollstaendigkeit
from ..dokument import lies_herkunft
from ..fehler import NormenFehler
from ..schriftstueck import Dateiart, art_von, lies_passagen
from ..vollstaendigkeit import Bericht, Regime, Schreibenart, Vorgaben
from ..wissen import Wissen
from .dateien import dateiname, geoeffnet
from .deutsch import Befehl, Pfad
from .gemeinsam import gib_json, konsole, mit_json, wissen

_LAENDER = "bw by be bb hb hh he mv ni nw rp sl sn st sh th".split()


@click.command(
    cls=Befehl,
    epilog="""\b
Gesucht werden Behörde, Empfänger, Datum, Entscheidung, Rechtsgrundlage, Gründe, Sachverhalt, Anhörung,
Ermessen, Rechtsbehelfsbelehrung (Rechtsbehelf, Frist, Form, Gericht mit Sitz) und Unterschrift.
Ausgang 1, wenn etwas fehlt, nicht passt oder zu prüfen ist.
  normen templates widerruf-vollzugsoeffnender-massnahmen --beispiel > fall.json
  normen draft widerruf-vollzugsoeffnender-massnahmen --data fall.json -o bescheid.docx
  normen lint bescheid.docx
  normen lint bescheid.docx --vollzugsart freiheitsstrafe --land bw
  normen lint bescheid.docx --art schreiben            nur Behörde, Empfänger, Datum, Unterschrift, Zitate
""",
)
@click.argument(
    "dateien", nargs=-1, required=True, type=Pfad(exists=True, dir_okay=False, allow_dash=True), metavar="DATEI..."
)
@click.option(
    "--vollzugsart",
    type=click.Choice([regime.value for regime in Regime]),
    help="Wonach sich die Rechtsbehelfe richten, wenn es der Text nicht sagt.",
)
@click.option("--land", type=click.Choice(_LAENDER), metavar="LAND", help="Das Land der Behörde, zum Beispiel bw.")
@click.option("--datum", type=click.DateTime(["%Y-%m-%d", "%d.%m.%Y"]), metavar="TAG", help="Tag des Schreibens.")
@click.option(
    "--art",
    type=click.Choice([art.value for art in Schreibenart]),
    help="Art des Schreibens; ohne Angabe die des Dokuments, wenn es mit normen draft entstanden ist, sonst bescheid.",
)
@click.option(
    "--type", "dateiart", type=click.Choice([d.value for d in Dateiart]), help="Art der Datei, statt nach der Endung."
)
@mit_json
@click.pass_context
def lint(
    ctx: click.Context,
    *,
    dateien: tuple[Path, ...],
    vollzugsart: str | None,
    land: str | None,
    datum: datetime | None,
    art: str | None,
    dateiart: str | None,
    als_json: bool,
) -> int:
    """Prüfen, ob ein Bescheid vollständig ist und richtig belehrt.

    Ein Schreiben aus einer Vorlage, danach bearbeitet, oder eines von Hand: Word, Text oder HTML.
    """
    w = wissen(ctx)
    regime = Regime(vollzugsart) if vollzugsart else None
    vorgaben = Vorgaben(Schreibenart(art or "bescheid"), regime, land or "", datum.date() if datum else None)
    berichte = [
        (dateiname(datei), _bericht(w, datei, dateiart, vorgaben if art else _wie_verfasst(datei, vorgaben)))
        for datei in dateien
    ]
    if als_json:
        gib_json({"documents": [ausgabe.als_json(name, bericht) for name, bericht in berichte]})
    else:
        for name, bericht in berichte:
            ausgabe.zeige(konsole(), name, bericht)
    return 1 if any(bericht.feststellungen for _, bericht in berichte) else 0


def _wie_verfasst(datei: Path, vorgaben: Vorgaben) -> Vorgaben:
    """Take the kind of a document from its Herkunft, if it carries one."""
    try:
        herkunft = lies_herkunft(datei)
    except (NormenFehler, OSError):  # not a Word file, or not one of ours: then it is read as a notice
        return vorgaben
    return replace(vorgaben, art=Schreibenart(herkunft.art)) if herkunft else vorgaben


def _bericht(w: Wissen, datei: Path, dateiart: str | None, vorgaben: Vorgaben) -> Bericht:
    art = Dateiart(dateiart) if dateiart else art_von(datei)
    with geoeffnet(datei) as strom:
        return pruefe_vollstaendigkeit(lies_passagen(strom, art, dateiname(datei)), w, vorgaben)
