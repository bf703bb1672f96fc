"""Commands about citations: refs (in any text), cites and cited-by (in the corpus)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import click

from ..ausgabe import maschine, terminal
from ..fehler import NormenFehler, Ort
from ..wissen import Wissen
from ..zitat import Zitat
from .deutsch import Befehl, Pfad
from .gemeinsam import gib_json, gib_zeilen, konsole, mit_json, mit_zitat, wissen


@click.command(cls=Befehl)
@mit_zitat
@mit_json
@click.pass_context
def cites(ctx: click.Context, zitat: tuple[str, ...], als_json: bool) -> None:
    """Zeigen, was eine Vorschrift zitiert."""
    w = wissen(ctx)
    eintrag = w.finde(" ".join(zitat))
    belegte = w.verweise_in(eintrag.zitat)
    if als_json:
        gib_json({"citation": eintrag.zitat, "cites": [maschine.belegt(b) for b in belegte]})
    else:
        terminal.zeige_verweise(konsole(), f"{eintrag.zitat} zitiert", belegte)


@click.command(
    "cited-by",
    cls=Befehl,
    epilog="""\b
  normen cited-by "VV Nr. 4.5 zu § 48 JVollzGB III"
  normen cited-by "§ 119 StPO"                        auch Gesetze, deren Text nicht geladen ist
""",
)
@mit_zitat
@mit_json
@click.pass_context
def cited_by(ctx: click.Context, zitat: tuple[str, ...], als_json: bool) -> None:
    """Zeigen, wo eine Vorschrift zitiert wird."""
    w = wissen(ctx)
    gelesen = w.zitat(" ".join(zitat))
    belegte = w.verweise_auf(str(gelesen))
    if als_json:
        gib_json({"citation": str(gelesen), "cited_by": [maschine.belegt(b) for b in belegte]})
    else:
        terminal.zeige_verweise(konsole(), f"{gelesen} wird zitiert in", belegte)


@click.command(
    cls=Befehl,
    epilog="""\b
Ohne --jsonl wird die Datei (oder mit - die Eingabe) als Text gelesen, Zeile für Zeile.
Mit --jsonl trägt jede Zeile der Eingabe ihren Zusammenhang:
  {"context": "§ 7 Abs. 2 JVollzGB I", "text": "… gilt Absatz 3 entsprechend."}
und jede Zeile der Ausgabe die Verweise darin:
  {"refs": [{"start": 7, "end": 15, "surface": "Absatz 3", "targets": ["§ 7 Abs. 3 JVollzGB I"], …}]}
""",
)
@click.argument("datei", type=Pfad(dir_okay=False, allow_dash=True), metavar="DATEI")
@click.option("--jsonl", is_flag=True, help="Eingabe und Ausgabe als JSON Lines, mit Zusammenhang.")
@click.option("--context", "kontext", metavar="ZITAT", help="Die Einheit, in der der Text steht.")
@mit_json
@click.pass_context
def refs(ctx: click.Context, datei: Path, jsonl: bool, kontext: str | None, als_json: bool) -> None:
    """Alle Zitate in einem Text finden und auflösen."""
    w = wissen(ctx)
    with _geoeffnet(datei) as strom:
        if jsonl:
            gib_zeilen(_beantwortet(w, strom, str(datei)))
            return
        gelesen = w.zitat(kontext) if kontext else None
        funde = _in_zeilen(w, strom, gelesen)
        if als_json:
            gib_json({"refs": list(funde)})
        else:
            _tabelle(funde)


def _geoeffnet(datei: Path) -> TextIO:
    if str(datei) == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        return sys.stdin
    try:
        return datei.open(encoding="utf-8", errors="replace")
    except OSError as fehler:
        raise NormenFehler(f"Die Datei ist nicht lesbar ({fehler.strerror}).", ort=Ort(str(datei))) from None


def _beantwortet(w: Wissen, strom: TextIO, datei: str) -> Iterator[maschine.Daten]:
    for nr, zeile in enumerate(strom, start=1):
        if zeile.strip():
            text, kontext = _frage(w, zeile, Ort(datei, nr))
            yield {"refs": [maschine.verweis(v, text[v.ab : v.bis]) for v in w.verweise(text, kontext)]}


def _frage(w: Wissen, zeile: str, ort: Ort) -> tuple[str, Zitat | None]:
    """Read one line of the input: a text, and the Einheit it stands in."""
    try:
        frage = json.loads(zeile)
        text, kontext = frage["text"], frage.get("context")
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError):
        raise NormenFehler('Erwartet wird {"context": …, "text": …} in einer Zeile.', ort=ort) from None
    if not isinstance(text, str):
        raise NormenFehler("„text“ muss eine Zeichenkette sein.", ort=ort)
    try:
        return text, w.zitat(kontext) if kontext else None
    except NormenFehler as fehler:
        raise type(fehler)(fehler.meldung, ort=ort, rat=fehler.rat) from None


def _in_zeilen(w: Wissen, strom: TextIO, kontext: Zitat | None) -> Iterator[maschine.Daten]:
    for nr, zeile in enumerate(strom, start=1):
        for v in w.verweise(zeile, kontext):
            yield {"line": nr, **maschine.verweis(v, zeile[v.ab : v.bis])}


def _tabelle(funde: Iterator[maschine.Daten]) -> None:
    for fund in funde:
        ziele = [f"{ziel['from']} bis {ziel['to']}" if isinstance(ziel, dict) else ziel for ziel in fund["targets"]]
        click.echo(f"{fund['line']}:{fund['start'] + 1}\t{fund['surface']}\t{', '.join(ziele) or fund['reason']}")
