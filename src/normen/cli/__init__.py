"""The command line. Exit codes: 0 fine, 1 findings, 2 usage or input error; JSON goes to stdout, messages to stderr."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from ..fehler import NormenFehler
from .deutsch import Gruppe, Pfad, aktiviere

#: Commands by name: the module that holds each. It is imported when the command is called, not before.
BEFEHLE = {
    "show": "auskunft",
    "search": "auskunft",
    "applies": "auskunft",
    "cites": "verweise",
    "cited-by": "verweise",
    "refs": "verweise",
    "werke": "auskunft",
    "templates": "schreiben",
    "draft": "schreiben",
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
  normen search "Widerruf Freistellung"    Suche in allen Texten
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


def main() -> None:
    """Run the command line; the way in from outside."""
    aktiviere()
    for strom in (sys.stdout, sys.stderr):
        getattr(strom, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    sys.exit(_ausgefuehrt())


def _ausgefuehrt() -> int:
    try:
        ergebnis: Any = gruppe.main(standalone_mode=False, prog_name="normen")
        sys.stdout.flush()
    except click.Abort:
        return _melde("Abgebrochen.", 130)
    except click.ClickException as fehler:
        fehler.show()
        return 2
    except NormenFehler as fehler:
        return _melde(f"Fehler: {fehler}", 2)
    except BrokenPipeError:
        sys.stdout = None  # whoever read our output has closed it; there is nobody to tell
        return 0
    return ergebnis if isinstance(ergebnis, int) else 0


def _melde(meldung: str, ausgang: int) -> int:
    click.echo(meldung, err=True)
    return ausgang
