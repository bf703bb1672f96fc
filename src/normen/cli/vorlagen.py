"""Commands on templates: show, lint, new."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import Any, get_args

import click

from ..ausgabe import vorlagen as ausgabe
from ..dokument import Vorlage, beginne_vorlage, lade_vorlage, modell, pruefe_vorlage
from ..dokument.vorlage import Art, im_ordner, vorlagenordner
from ..fehler import VorlageFehler
from ..ressourcen import ordner
from .deutsch import Gruppe, Pfad
from .gemeinsam import gib_json, konsole, mit_json, wissen

mit_vorlagen: Callable[[Any], Any] = click.option(
    "--vorlagen",
    "eigene",
    type=Pfad(exists=True, file_okay=False),
    envvar="NORMEN_VORLAGEN",
    metavar="ORDNER",
    help="Ordner mit eigenen Vorlagen, je Vorlage ein Ordner; sie gehen den mitgelieferten gleichen Namens vor.",
)


class Vorlagengruppe(Gruppe):
    """A group in which ``show`` need not be typed: ``normen templates NAME`` is ``normen templates show NAME``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``show`` before arguments that begin with no command of the group."""
        hilfe = ctx.help_option_names
        return super().parse_args(ctx, args if args and args[0] in (*self.commands, *hilfe) else ["show", *args])


@click.group(
    cls=Vorlagengruppe,
    epilog="""\b
  normen templates                                         alle Vorlagen
  normen templates widerruf-vollzugsoeffnender-massnahmen  Felder einer Vorlage
  normen templates lint                                    alle Vorlagen prüfen

„show“ kann entfallen: normen templates NAME ist normen templates show NAME.
""",
)
def templates() -> None:
    """Vorlagen auflisten, prüfen und neu beginnen."""


@templates.command(
    epilog="""\b
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
def show(name: str | None, *, beispiel: bool, fall: str | None, schema: bool, eigene: Path | None, als_json: bool) -> None:
    """Vorlagen auflisten, Felder einer Vorlage zeigen."""
    if name is None:
        if beispiel or schema or fall:
            raise click.UsageError("Nennen Sie dazu eine Vorlage; alle zeigt: normen templates")
        vorhandene = vorlagen(eigene)
        if als_json:
            gib_json([ausgabe.vorlage_als_json(v) for v in vorhandene])
        else:
            ausgabe.zeige_liste(konsole(), vorhandene)
        return
    vorlage = vorlage_namens(name, eigene)
    if beispiel or fall:
        _gib_beispiel(vorlage, "" if fall in (None, "beispiel") else str(fall))
    elif schema:
        gib_json(modell(vorlage).model_json_schema())
    elif als_json:
        gib_json(ausgabe.vorlage_als_json(vorlage))
    else:
        ausgabe.zeige_felder(konsole(), vorlage)


@templates.command(
    epilog="""\b
  normen templates lint
  normen templates lint widerruf-vollzugsoeffnender-massnahmen

Ausgang 1, wenn es Mängel gibt.
""",
)
@click.argument("namen", nargs=-1, metavar="[VORLAGE]...")
@mit_vorlagen
@mit_json
@click.pass_context
def lint(ctx: click.Context, namen: tuple[str, ...], *, eigene: Path | None, als_json: bool) -> int:
    """Vorlagen prüfen: Befehle, Felder, Zitate, Beispiele.

    Gemeldet werden Befehle, die sich nicht ausführen lassen, Felder, die niemand beschreibt oder gebraucht,
    Vorschriften, die es nicht gibt oder die niemand nachschlägt, und Beispiele, aus denen kein Schreiben wird.
    """
    gewaehlt = [vorlage_namens(name, eigene) for name in namen] or vorlagen(eigene)
    normen = wissen(ctx)
    maengel = {vorlage.name: pruefe_vorlage(vorlage, normen) for vorlage in gewaehlt}
    if als_json:
        gib_json(ausgabe.maengel_als_json(maengel))
    else:
        ausgabe.zeige_maengel(konsole(), maengel)
    return 1 if any(maengel.values()) else 0


@templates.command(
    epilog="""\b
Zum Beispiel: normen templates new besuch --aus besuch.docx --rechtsgrundlage "§ 19 JVollzGB III"

Der Ordner entsteht dort, wo Sie sind, oder im Ordner --vorlagen.
""",
)
@click.argument("name", metavar="NAME")
@click.option(
    "--aus", type=Pfad(exists=True, dir_okay=False), required=True, metavar="DATEI", help="Die Word-Datei (.docx)."
)
@click.option(
    "--art",
    type=click.Choice(get_args(Art)),
    default="schreiben",
    show_default="schreiben",
    help="Art des Schreibens; danach richtet sich, was ihm nicht fehlen darf.",
)
@click.option("--titel", metavar="TEXT", help="Titel der Vorlage, wenn er nicht der Name sein soll.")
@click.option(
    "--rechtsgrundlage", "grundlagen", multiple=True, required=True, metavar="ZITAT", help="Worauf die Vorlage beruht."
)
@mit_vorlagen
@click.pass_context
def new(
    ctx: click.Context,
    name: str,
    *,
    aus: Path,
    art: Art,
    titel: str | None,
    grundlagen: tuple[str, ...],
    eigene: Path | None,
) -> None:
    """Eine Vorlage aus einer Word-Datei beginnen.

    Was in der Datei in {{ … }} steht, wird ein Feld; Beschreibung und Beispiel entstehen dazu, zum Überarbeiten.
    """
    zitate = [wissen(ctx).norm(zitat).zitat for zitat in grundlagen]
    geschrieben = beginne_vorlage(aus, (eigene or Path()) / name, titel or name, art, zitate)
    for datei in geschrieben:
        click.echo(f"Geschrieben: {datei}")
    click.echo(f"Als Nächstes: {geschrieben[1].name} überarbeiten, auch den typ der Felder (text, datum, betrag …).")
    click.echo(f"Dann prüfen mit: normen templates lint {quote(name)}{im_ordner(eigene or Path())}")


def vorlagen(eigene: Path | None) -> tuple[Vorlage, ...]:
    """Return the templates of the user and those that ship, by name; of two with the same name the user's."""
    return tuple(lade_vorlage(stelle, ordner("templates")) for _, stelle in sorted(_stellen(eigene).items()))


def vorlage_namens(name: str, eigene: Path | None) -> Vorlage:
    """Return the template of a name; raise `VorlageFehler` with the nearest name if there is none."""
    stellen = _stellen(eigene)
    if name in stellen:
        return lade_vorlage(stellen[name], ordner("templates"))
    nahe = difflib.get_close_matches(name, stellen, n=1)
    rat = (f"Meinten Sie „{nahe[0]}“? " if nahe else "") + f"Alle zeigt: normen templates{im_ordner(eigene)}"
    raise VorlageFehler(f"Die Vorlage „{name}“ gibt es nicht.", rat=rat)


def _stellen(eigene: Path | None) -> dict[str, Path]:
    """Return the folders of the templates by name."""
    weitere = vorlagenordner(eigene) if eigene else {}
    if eigene and not weitere:
        rat = "Jede Vorlage ist darin ein Ordner mit vorlage.docx und vorlage.toml."
        raise VorlageFehler(f"Im Ordner {eigene} ist keine Vorlage.", rat=rat)
    return vorlagenordner(ordner("templates")) | weitere


def _gib_beispiel(vorlage: Vorlage, name: str) -> None:
    """Print an example; raise `VorlageFehler` with those there are if it is none of them."""
    if name not in vorlage.beispiele:
        rat = f"Es gibt: {', '.join(ausgabe.aufruf(n) for n in vorlage.beispiele) or 'keines'}"
        raise VorlageFehler(f"Die Vorlage „{vorlage.name}“ hat dieses Beispiel nicht.", rat=rat)
    click.echo(vorlage.beispiele[name].read_text(encoding="utf-8").rstrip())
