"""The command line speaks German whatever the user's locale is.

click passes its own messages through gettext; `aktiviere` points gettext to the German catalogue beside this module.
What click writes without asking gettext is set here: the names of value types, and the place holders of a usage line by
`Befehl`, `Gruppe` and `Pfad`; a wrong day is told by `Tag`. click.File, click.confirm and click.version_option without
``message`` and ``help`` would still speak English.
"""

from __future__ import annotations

import gettext
import os
import pathlib
from datetime import date, datetime
from typing import Any

import click

_KATALOGE = pathlib.Path(__file__).parent / "locale"

#: Names of types as they stand in messages ("'x' ist keine Ganzzahl.") and, in capitals, in the usage line.
_TYPNAMEN: dict[type[click.ParamType[Any]], str] = {
    type(click.INT): "Ganzzahl",
    click.IntRange: "Ganzzahl",
    type(click.FLOAT): "Dezimalzahl",
    click.FloatRange: "Dezimalzahl",
    type(click.BOOL): "Wahrheitswert",
}


def aktiviere() -> None:
    """Make click speak German in this process, and so in the processes it starts; calling it again changes nothing.

    gettext reads LANGUAGE before LC_ALL, LC_MESSAGES and LANG, also under the C locale and on Windows, where none of
    them is set (documentation of the Python module gettext, ``find``).
    """
    os.environ["LANGUAGE"] = "de"
    gettext.bindtextdomain("messages", str(_KATALOGE))
    for typ, name in _TYPNAMEN.items():
        typ.name = name


class Befehl(click.Command):
    """A command that speaks German from the first message on; the class for every single command."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[OPTIONEN]")
        super().__init__(*args, **kwargs)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run as ``click.Command.main`` does, in German."""
        aktiviere()
        return super().main(*args, **kwargs)


class Gruppe(Befehl, click.Group):
    """A group of commands; what is declared with its ``command`` and ``group`` is a `Befehl` or a `Gruppe` too."""

    command_class = Befehl
    group_class = type

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "BEFEHL [ARGUMENTE]...")
        super().__init__(*args, **kwargs)


class Pfad(click.Path[pathlib.Path]):
    """A path as ``pathlib.Path``; its messages say Datei, Ordner or Pfad even if it is declared before `aktiviere`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(path_type=pathlib.Path, **kwargs)
        self.name = {(True, False): "Datei", (False, True): "Ordner"}.get((self.file_okay, self.dir_okay), "Pfad")


class Tag(click.ParamType[date]):
    """A day as ``date``, written "2026-03-12" or "12.03.2026"."""

    name = "Tag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; any other text is refused with examples of both spellings."""
        if isinstance(value, date):
            return value
        for schreibweise in ("%Y-%m-%d", "%d.%m.%Y"):
            try:
                return datetime.strptime(value, schreibweise).date()
            except ValueError:
                continue
        return self.fail(f"„{value}“ ist kein Tag; zum Beispiel 2026-03-12 oder 12.03.2026.", param, ctx)
