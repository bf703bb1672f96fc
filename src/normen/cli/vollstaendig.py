"""The command for whoever signs: lint."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from ..ausgabe import vollstaendig as ausgabe
from ..ausgabe.druckbar import druckbar
from ..ausgabe.vollstaendig import Geprueft
from ..bescheid import pruefe_vollstaendigkeit, regeln
from ..dokument import lies_herkunft
from ..fehler import NormenFehler, Ort
from ..schriftstueck import Dateiart, art_von, lies_passagen
from ..vollstaendigkeit import Bericht, Regime, Schreibenart, Vorgaben
from ..wissen import Wissen
from .dateien import dateiname, geoeffnet
from .deutsch import Befehl, Pfad, Tag
from .gemeinsam import gib_json, konsole, mit_json, wissen

_LAENDER = "bw by be bb hb hh he mv ni nw rp sl sn st sh th".split()


@click.command(
    cls=Befehl,
    epilog="""\b
Gesucht werden Behörde, Empfänger, Datum, Entscheidung, Rechtsgrundlage, Gründe, Sachverhalt, Anhörung,
Ermessen, Rechtsbehelfsbelehrung (Rechtsbehelf, Frist, Form, Gericht mit Sitz) und Unterschrift.
Ausgang 1, wenn etwas fehlt, nicht passt oder zu prüfen ist; 2, wenn eine Datei nicht zu lesen ist.
Die übrigen werden trotzdem geprüft.
  normen templates widerruf-vollzugsoeffnender-massnahmen --beispiel > fall.json
  normen draft widerruf-vollzugsoeffnender-massnahmen --data fall.json -o bescheid.docx
  normen lint bescheid.docx --stand 2026-03-31         bis dahin haben Sie die Regeln selbst verglichen
  normen lint bescheid.docx --stand 2026-03-31 --vollzugsart freiheitsstrafe --land bw
  normen lint bescheid.docx --art schreiben            nur Behörde, Empfänger, Datum, Unterschrift, Zitate
""",
)
@click.argument("dateien", nargs=-1, required=True, type=Pfad(allow_dash=True), metavar="DATEI...")
@click.option(
    "--vollzugsart",
    type=click.Choice([regime.value for regime in Regime]),
    help="Wonach sich die Rechtsbehelfe richten, wenn es der Text nicht sagt.",
)
@click.option("--land", type=click.Choice(_LAENDER), metavar="LAND", help="Das Land der Behörde, zum Beispiel bw.")
@click.option("--datum", type=Tag(), metavar="TAG", help="Tag des Schreibens.")
@click.option(
    "--stand",
    type=Tag(),
    metavar="TAG",
    help="Bis zu welchem Tag Sie selbst geprüft haben, dass die Regeln über Rechtsbehelfe gelten.",
)
@click.option(
    "--stand-ab",
    type=Tag(),
    metavar="TAG",
    help="Ab welchem Tag Sie selbst geprüft haben, dass sie schon galten; für ältere Schreiben.",
)
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
    datum: date | None,
    stand: date | None,
    stand_ab: date | None,
    art: str | None,
    dateiart: str | None,
    als_json: bool,
) -> int:
    """Prüfen, ob ein Bescheid vollständig ist und richtig belehrt.

    Ein Schreiben aus einer Vorlage, danach bearbeitet, oder eines von Hand: Word, Text oder HTML.
    """
    _pruefe_stand(stand, stand_ab)
    w = wissen(ctx)
    vorgaben = Vorgaben(
        Schreibenart(art or "bescheid"), Regime(vollzugsart) if vollzugsart else None, land or "", datum, stand, stand_ab
    )
    ergebnisse = list[Geprueft]()
    for datei in dateien:
        ergebnisse.append(
            (dateiname(datei), _ergebnis(w, datei, dateiart, vorgaben if art else _wie_verfasst(datei, vorgaben)))
        )
        _melde(*ergebnisse[-1], als_json=als_json)
    if als_json:
        gib_json({"documents": [ausgabe.als_json(*ergebnis) for ergebnis in ergebnisse]})
    if any(isinstance(ergebnis, NormenFehler) for _, ergebnis in ergebnisse):
        return 2
    return 1 if any(not isinstance(e, NormenFehler) and e.feststellungen for _, e in ergebnisse) else 0


def _pruefe_stand(bis: date | None, ab: date | None) -> None:
    """Refuse days that say nothing new: the rules hold on the day of their own Stand.

    Raises `click.UsageError`.
    """
    bekannt = regeln().stand
    if bis and bis < bekannt:
        raise click.UsageError(
            f"--stand {bis:%d.%m.%Y} liegt vor dem Stand der Regeln ({bekannt:%d.%m.%Y}). "
            "Für ältere Schreiben nennen Sie mit --stand-ab, ab welchem Tag sie galten."
        )
    if ab and ab > bekannt:
        raise click.UsageError(
            f"--stand-ab {ab:%d.%m.%Y} liegt nach dem Stand der Regeln ({bekannt:%d.%m.%Y}). "
            "Für jüngere Schreiben nennen Sie mit --stand, bis zu welchem Tag sie gelten."
        )


def _melde(name: str, ergebnis: Bericht | NormenFehler, *, als_json: bool) -> None:
    """Say at once what became of a file; errors go to stderr also with JSON."""
    if isinstance(ergebnis, NormenFehler):
        click.echo(druckbar(f"Fehler: {ergebnis}"), err=True)
    elif not als_json:
        ausgabe.zeige(konsole(), name, ergebnis)


def _wie_verfasst(datei: Path, vorgaben: Vorgaben) -> Vorgaben:
    """Take the kind of a document from its Herkunft, if it carries one."""
    try:
        herkunft = lies_herkunft(datei)
    except (NormenFehler, OSError):  # not a Word file, or not one of ours: then it is read as a notice
        return vorgaben
    return replace(vorgaben, art=Schreibenart(herkunft.art)) if herkunft else vorgaben


def _ergebnis(w: Wissen, datei: Path, dateiart: str | None, vorgaben: Vorgaben) -> Bericht | NormenFehler:
    """Return the report on a file, or why there is none; the message names the file."""
    try:
        art = Dateiart(dateiart) if dateiart else art_von(datei)
        with geoeffnet(datei) as strom:
            return pruefe_vollstaendigkeit(lies_passagen(strom, art, dateiname(datei)), w, vorgaben)
    except NormenFehler as fehler:
        fehler.ort = fehler.ort or Ort(dateiname(datei))
        return fehler
