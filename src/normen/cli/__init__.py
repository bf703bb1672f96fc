"""The command line. Exit codes: 0 fine, 1 findings, 2 usage or input error; JSON goes to stdout, messages to stderr."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO, cast

import click

from ..ausgabe.druckbar import druckbar
from ..fehler import NormenFehler, systemgrund
from .deutsch import Gruppe, Pfad, aktiviere
from .strom import Ausgabestrom, Geschlossen, Unbeschreibbar

#: Commands by name: the module that holds each. It is imported when the command is called, not before.
BEFEHLE = {
    "show": "auskunft",
    "search": "auskunft",
    "applies": "auskunft",
    "affects": "betroffen",
    "graph": "bild",
    "reading": "lesefassung",
    "compare": "vergleichen",
    "cites": "verweise",
    "cited-by": "verweise",
    "refs": "verweise",
    "check": "pruefen",
    "werke": "auskunft",
    "templates": "vorlagen",
    "draft": "schreiben",
    "lint": "vollstaendig",
    "verify": "abgleichen",
    "export": "ausfuhr",
    "build": "ausfuhr",
    "completion": "ausfuhr",
}


class Nachladend(Gruppe):
    """A group whose commands live in modules of their own, so that a look-up does not load what only Word needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the help."""
        return list(BEFEHLE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name; ``None`` if there is none."""
        if cmd_name not in BEFEHLE:
            return None
        befehl = getattr(import_module(f".{BEFEHLE[cmd_name]}", __name__), cmd_name.replace("-", "_"))
        assert isinstance(befehl, click.Command)  # noqa: S101 - our own table
        return befehl


_EPILOG = """\b
Beispiele:
  normen show "§ 11 JVollzGB III"          Wortlaut mit Verwaltungsvorschrift
  normen applies "§ 36 JVollzGB II"        was entsprechend gilt, mit jedem Schritt
  normen reading "§ 36 JVollzGB II"        dasselbe ausgeschrieben, zum Lesen und Drucken
  normen search "Widerruf Freistellung"    Suche in allen Texten
  normen check JVollzGB III                welche Verweise nicht mehr stimmen
  normen templates                         Vorlagen für Bescheide und Vereinbarungen

Mehr zu einem Befehl: normen BEFEHL --help
"""


_HILFE = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=Nachladend, epilog=_EPILOG, context_settings=_HILFE)
@click.version_option(
    package_name="normen", message="%(prog)s %(version)s", prog_name="normen", help="Version anzeigen und beenden."
)
@click.option(
    "--korpus",
    type=Pfad(exists=True, file_okay=False),
    envvar="NORMEN_KORPUS",
    metavar="ORDNER",
    help="Ordner mit den Rechtstexten und ihrem Manifest statt des mitgelieferten.",
)
@click.pass_context
def gruppe(ctx: click.Context, korpus: Path | None) -> None:
    """Deutsche Rechtsnormen: nachschlagen, sehen was gilt, Schreiben verfassen, die richtig zitieren."""
    ctx.obj = korpus


#: Nothing is begun then: the next file that is opened, the knowledge base among them, would take the place of the output.
_OHNE_AUSGABE = NormenFehler(
    "Die Standardausgabe ist geschlossen, die Antwort käme nirgends an.",
    rat="Lassen Sie „>&-“ weg, oder leiten Sie die Ausgabe in eine Datei: normen … > antwort.txt",
)


def main() -> None:
    """Run the command line; the way in from outside."""
    aktiviere()
    for strom in (sys.stdout, sys.stderr):
        getattr(strom, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    sys.exit(_ausgefuehrt() if sys.stdout is not None else _melde(f"Fehler: {_OHNE_AUSGABE}", 2))


def _ausgefuehrt() -> int:
    sys.stdout = cast(TextIO, Ausgabestrom(sys.stdout))
    try:
        ergebnis: Any = gruppe.main(standalone_mode=False, prog_name="normen")
        sys.stdout.flush()
    except click.Abort:
        return _melde("Abgebrochen.", 130)
    except click.ClickException as fehler:
        return _melde_aufruf(fehler)
    except Geschlossen:
        sys.stdout = None  # what is still unwritten has no reader; at the end Python must not try again
        return 0
    except NormenFehler as fehler:
        if isinstance(fehler, Unbeschreibbar):
            sys.stdout = None  # nor here
        return _melde(f"Fehler: {fehler}", 2)
    except OSError as fehler:
        return _melde(f"Fehler: {fehler.filename or 'Ein- oder Ausgabe'}: {systemgrund(fehler)}.", 2)
    return ergebnis if isinstance(ergebnis, int) else 0


def _melde(meldung: str, ausgang: int) -> int:
    click.echo(druckbar(meldung), err=True)
    return ausgang


def _melde_aufruf(fehler: click.ClickException) -> int:
    """Show a wrong call as click does, the words of the user made printable."""
    meldung = io.StringIO()
    fehler.show(meldung)
    return _melde(meldung.getvalue().removesuffix("\n").replace("\n\t", "\n  "), 2)  # click indents choices by tabs
