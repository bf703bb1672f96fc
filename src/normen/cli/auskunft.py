"""Commands that answer a question: show, search, applies, werke."""

from __future__ import annotations

import click

from ..ausgabe import maschine, terminal
from ..fehler import NormenFehler
from ..stichwort import hat_suchwort
from .deutsch import Befehl
from .gemeinsam import gib_json, konsole, mit_json, mit_zitat, wissen


@click.command(
    cls=Befehl,
    epilog="""\b
Zitate werden in den üblichen Schreibweisen gelesen:
  normen show "§ 9 Abs. 2 Nr. 3 JVollzGB III"
  normen show §9 II Nr.3 JVollzGB III
  normen show VV Nr. 6.9 zu § 9 JVollzGB 3
  normen show "Anlage 9 VwV JVollzGB"
  normen show "Nr. 4.6 AV ForAmb NRW"
""",
)
@mit_zitat
@click.option("--ohne-vv", is_flag=True, help="Die Verwaltungsvorschrift zum Paragraphen weglassen.")
@mit_json
@click.pass_context
def show(ctx: click.Context, zitat: tuple[str, ...], ohne_vv: bool, als_json: bool) -> None:
    """Wortlaut, Verwaltungsvorschrift und Zeile in der Quelle zeigen."""
    w = wissen(ctx)
    eintrag = w.finde(" ".join(zitat))
    if als_json:
        gib_json(maschine.gezeigt(w, eintrag))
    else:
        terminal.zeige(konsole(), w, eintrag, mit_vv=not ohne_vv)


@click.command(
    cls=Befehl,
    epilog="""\b
Alle Wörter müssen vorkommen, gebeugt oder als Teil eines zusammengesetzten Wortes.
  normen search Besuchsüberwachung         findet auch „Überwachung von Besuchen“
  normen search "Flucht- und Missbrauchsgefahr"
  normen search '„wichtiger Anlass“'       die Wendung in dieser Folge
""",
)
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@click.option(
    "--anzahl", "-n", default=20, show_default=True, type=click.IntRange(1, 1000), help="So viele Treffer höchstens."
)
@mit_json
@click.pass_context
def search(ctx: click.Context, text: tuple[str, ...], anzahl: int, als_json: bool) -> None:
    """In allen Texten suchen, beste Treffer zuerst."""
    gesucht = " ".join(text)
    if not hat_suchwort(gesucht):
        raise NormenFehler(
            "Es ist kein Suchwort angegeben; nach „der“, „und“, „zu“ oder bloßen Zeichen wird nicht gesucht.",
            rat='Beispiel: normen search "Widerruf Freistellung"',
        )
    funde = wissen(ctx).suche(gesucht, anzahl)
    if als_json:
        gib_json({"query": gesucht, "hits": [maschine.fund(f) for f in funde]})
    else:
        terminal.zeige_funde(konsole(), gesucht, funde)


@click.command(
    cls=Befehl,
    epilog="""\b
Verfolgt wird jede Klausel, deren Ziel gelesen werden kann („Absatz 3 gilt entsprechend“, „Die Nummern
1 bis 3 dieser Verwaltungsvorschrift zu § 10 JVollzGB III gelten entsprechend“), über alle Stufen, mit
Ausnahmen, Maßgaben und Bedingungen. Was nicht verfolgt werden kann, steht mit dem Grund am Ende.
  normen applies "§ 36 JVollzGB II"
  normen applies "VV zu § 20 JVollzGB V" --text
""",
)
@mit_zitat
@click.option("--text", "mit_text", is_flag=True, help="Auch den Wortlaut dessen zeigen, was gilt.")
@mit_json
@click.pass_context
def applies(ctx: click.Context, zitat: tuple[str, ...], mit_text: bool, als_json: bool) -> None:
    """Zeigen, was entsprechend gilt, Schritt für Schritt."""
    w = wissen(ctx)
    geltung = w.geltung(" ".join(zitat))
    if als_json:
        gib_json(maschine.geltung(geltung))
    else:
        terminal.zeige_geltung(konsole(), w, geltung, mit_text=mit_text)


@click.command(cls=Befehl)
@click.option("--alle", is_flag=True, help="Auch alle Werke des Bundesrechts, die zitiert werden können.")
@mit_json
@click.pass_context
def werke(ctx: click.Context, alle: bool, als_json: bool) -> None:
    """Geladene und nur zitierbare Werke auflisten."""
    register = wissen(ctx).register
    bekannt = register.alle if alle else register.werke
    if als_json:
        gib_json([maschine.als_werk(werk) for werk in bekannt])
    else:
        terminal.zeige_werke(konsole(), bekannt)
