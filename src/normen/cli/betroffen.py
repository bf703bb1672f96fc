"""The command for rule-makers: affects."""

from __future__ import annotations

import click

from ..ausgabe import maschine, terminal_geltung
from .deutsch import Befehl
from .gemeinsam import gib_json, konsole, mit_json, mit_zitat, wissen


@click.command(
    cls=Befehl,
    epilog="""\b
Die Umkehrung von applies: gezeigt wird jede Klausel, durch die eine Vorschrift anderswo gilt, über alle
Stufen, mit Maßgaben und Bedingungen. Danach folgen Klauseln, die sie ausschließen, unberührt lassen oder
ausdrücklich ausnehmen, solche, die sie mit einer Beschreibung meinen können, und die übrigen Zitate.
  normen affects "VV Nr. 4.5 zu § 48 JVollzGB III"
  normen affects "§ 57 StGB"                          auch Gesetze, deren Text nicht geladen ist
""",
)
@mit_zitat
@mit_json
@click.pass_context
def affects(ctx: click.Context, zitat: tuple[str, ...], als_json: bool) -> None:
    """Zeigen, wer eine Vorschrift übernimmt und von ihrer Änderung betroffen ist."""
    w = wissen(ctx)
    betroffen = w.betroffen(" ".join(zitat))
    zitiert = w.sonst_zitiert(betroffen)
    if als_json:
        gib_json(maschine.betroffen(betroffen, zitiert))
    else:
        terminal_geltung.zeige_betroffen(konsole(), betroffen, zitiert)
