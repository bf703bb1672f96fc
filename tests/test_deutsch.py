"""The command line speaks German: the catalogue covers all of click, and a real command proves it in every locale."""

from __future__ import annotations

import ast
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import click
import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from normen.cli import deutsch

KATALOG = Path(deutsch.__file__).parent / "locale" / "de" / "LC_MESSAGES" / "messages.po"
KLICK = sorted(Path(click.__file__).parent.glob("*.py"))
#: click passes this to gettext by a variable, so it cannot be seen as a literal.
BERECHNET = {"core.py: _(extra['required'])": ("required",)}

Meldung = tuple[str, ...]


def katalog() -> Catalog:
    with KATALOG.open("rb") as datei:
        return read_po(datei, locale="de")


def uebersetzt() -> dict[Meldung, Meldung]:
    """Return the catalogue as msgids (one, or singular and plural) with their translations."""
    return {_als_tupel(m.id): _als_tupel(m.string or "") for m in katalog() if m.id}


def _als_tupel(text: str | list[str] | tuple[str, ...]) -> Meldung:
    return (text,) if isinstance(text, str) else tuple(text)


def aufrufe() -> Iterator[tuple[Path, ast.Call, list[ast.expr]]]:
    """Yield every call of gettext in the source of click with the arguments that are messages."""
    anzahl = {"_": 1, "gettext": 1, "ngettext": 2}
    for datei in KLICK:
        for knoten in ast.walk(ast.parse(datei.read_text(encoding="utf-8"))):
            if isinstance(knoten, ast.Call) and isinstance(knoten.func, ast.Name) and knoten.func.id in anzahl:
                yield datei, knoten, knoten.args[: anzahl[knoten.func.id]]


def verlangt() -> dict[str, Meldung]:
    """Return the messages click asks gettext for, each with the place that asks; computed ones by `BERECHNET`."""
    meldungen = {}
    for datei, aufruf, texte in aufrufe():
        ort = f"{datei.name}: {ast.unparse(aufruf)}"
        literale = tuple(t.value for t in texte if isinstance(t, ast.Constant) and isinstance(t.value, str))
        meldungen[ort] = literale if len(literale) == len(texte) else BERECHNET[ort]
    return meldungen


def platzhalter(text: str) -> set[str]:
    felder = {f"{{{feld}!{wandlung}}}" for _, feld, _, wandlung in Formatter().parse(text) if feld is not None}
    return felder | {teil.partition(")")[0] for teil in text.split("%(")[1:]}


def test_mo_ist_aus_po_uebersetzt() -> None:
    mo = io.BytesIO()
    write_mo(mo, katalog())
    assert KATALOG.with_suffix(".mo").read_bytes() == mo.getvalue(), "pybabel compile --directory src/normen/cli/locale"


def test_alles_was_click_uebersetzen_laesst_ist_uebersetzt_und_nichts_sonst() -> None:
    assert set(uebersetzt()) == set(verlangt().values())


@pytest.mark.parametrize("msgid", sorted(uebersetzt()), ids=lambda msgid: msgid[0][:40])
def test_platzhalter_bleiben(msgid: Meldung) -> None:
    msgstr = uebersetzt()[msgid]
    assert len(msgstr) == len(msgid)
    assert all(msgstr)
    assert [platzhalter(text) for text in msgstr] == [platzhalter(text) for text in msgid]


#: Pfad is declared before the language is set, as in every module of commands.
PROGRAMM = """
import sys
import click
from normen.cli.deutsch import Gruppe, Pfad

@click.group(cls=Gruppe)
def probe(): "Ein Probelauf."

@probe.command()
@click.argument("zitat")
@click.argument("datei", required=False, type=Pfad(exists=True, dir_okay=False))
@click.option("--art", type=click.Choice(["rot", "gelb"]), default="rot", show_default=True, help="Farbe.")
@click.option("--tiefe", type=int, help="Wie tief.")
@click.option("--zahl", type=click.IntRange(1, 3), required=True, help="Wie viel.")
def zeige(**werte): "Zeigt etwas."

@probe.group()
def mehr(): "Weitere Befehle."

for zeile in sys.stdin.read().splitlines():
    try:
        probe(zeile.split(), prog_name="probe")
    except SystemExit as ende:
        sys.stdout.flush()
        print(f"=> {ende.code}", flush=True)
"""
AUFRUF = "Aufruf: probe zeige [OPTIONEN] ZITAT [DATEI]\nHilfe gibt 'probe zeige --help'.\n\n"
LAEUFE = {
    "--help": """\
Aufruf: probe [OPTIONEN] BEFEHL [ARGUMENTE]...

  Ein Probelauf.

Optionen:
  --help  Diese Hilfe anzeigen und beenden.

Befehle:
  mehr   Weitere Befehle.
  zeige  Zeigt etwas.
=> 0
""",
    "zeige --help": """\
Aufruf: probe zeige [OPTIONEN] ZITAT [DATEI]

  Zeigt etwas.

Optionen:
  --art [rot|gelb]  Farbe.  [Vorgabe: rot]
  --tiefe GANZZAHL  Wie tief.
  --zahl GANZZAHL   Wie viel.  [1<=x<=3; erforderlich]
  --help            Diese Hilfe anzeigen und beenden.
=> 0
""",
    "mehr x": """\
Aufruf: probe mehr [OPTIONEN] BEFEHL [ARGUMENTE]...
Hilfe gibt 'probe mehr --help'.

Fehler: Den Befehl 'x' gibt es nicht.
=> 2
""",
    "zeigen": """\
Aufruf: probe [OPTIONEN] BEFEHL [ARGUMENTE]...
Hilfe gibt 'probe --help'.

Fehler: Den Befehl 'zeigen' gibt es nicht. Meinten Sie 'zeige'?
=> 2
""",
    "zeige --zahl 1": f"{AUFRUF}Fehler: Es fehlt das Argument 'ZITAT'.\n=> 2\n",
    "zeige x": f"{AUFRUF}Fehler: Es fehlt die Option '--zahl'.\n=> 2\n",
    "zeige --zahl 1 x --arzt rot": (f"{AUFRUF}Fehler: Die Option '--arzt' gibt es nicht. Meinten Sie '--art'?\n=> 2\n"),
    "zeige --zahl": "Fehler: Die Option '--zahl' braucht einen Wert.\n=> 2\n",
    "zeige --zahl 1 x --art blau": (
        f"{AUFRUF}Fehler: Ungültiger Wert für '--art': 'blau' gehört nicht zu: 'rot', 'gelb'.\n=> 2\n"
    ),
    "zeige --zahl 1 x --tiefe sehr": (f"{AUFRUF}Fehler: Ungültiger Wert für '--tiefe': 'sehr' ist keine Ganzzahl.\n=> 2\n"),
    "zeige --zahl 9 x": (f"{AUFRUF}Fehler: Ungültiger Wert für '--zahl': 9 liegt nicht im Bereich 1<=x<=3.\n=> 2\n"),
    "zeige --zahl 1 x fehlt.txt": (
        f"{AUFRUF}Fehler: Ungültiger Wert für '[DATEI]': Datei 'fehlt.txt' gibt es nicht.\n=> 2\n"
    ),
    "zeige --zahl 1 x .": f"{AUFRUF}Fehler: Ungültiger Wert für '[DATEI]': Datei '.' ist ein Ordner.\n=> 2\n",
    "zeige --zahl 1 x da.txt a": f"{AUFRUF}Fehler: Ein Argument ist zu viel: a\n=> 2\n",
    "zeige --zahl 1 x da.txt a b": f"{AUFRUF}Fehler: Diese Argumente sind zu viel: a b\n=> 2\n",
}
SPRACHVARIABLEN = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    "umgebung",
    [
        {},
        {"LANG": "C"},
        {"LC_ALL": "C"},
        {"LANG": "C.UTF-8"},
        {"LANG": "de_DE.UTF-8"},
        {"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_US.UTF-8"},
        {"LANG": "de_DE.UTF-8", "LANGUAGE": "en:fr"},
    ],
    ids=str,
)
def test_jede_meldung_ist_deutsch(umgebung: dict[str, str], tmp_path: Path) -> None:
    sonst = {name: wert for name, wert in os.environ.items() if name not in SPRACHVARIABLEN}
    (tmp_path / "da.txt").touch()
    lauf = subprocess.run(
        [sys.executable, "-c", PROGRAMM],
        input="\n".join(LAEUFE),
        env={**sonst, **umgebung, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"},
        cwd=tmp_path,
        check=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert lauf.stdout == "".join(LAEUFE.values())


def test_namen_von_pfaden() -> None:
    assert deutsch.Pfad().name == "Pfad"
    assert deutsch.Pfad(file_okay=False).name == "Ordner"
    assert deutsch.Pfad().convert("a", None, None) == Path("a")
