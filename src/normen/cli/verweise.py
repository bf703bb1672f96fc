"""Commands about citations: refs (in any text), cites and cited-by (in the corpus)."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, BinaryIO, TextIO

import click

from ..ausgabe import maschine, terminal, verlinkt, wordseite
from ..ausgabe.fehlendes import Pruefer
from ..fehler import NormenFehler, Ort
from ..schriftstueck import (
    Block,
    Dateiart,
    Passage,
    Platz,
    Zaehlung,
    art_von,
    lies_docx,
    lies_html,
    lies_passagen,
)
from ..verweis import Genanntes, Verweis
from ..wissen import Wissen
from ..zitat import Zitat
from .dateien import dateiname, geoeffnet
from .deutsch import Befehl, Pfad
from .gemeinsam import gib_json, gib_zeilen, konsole, mit_json, mit_zitat, wissen

#: So many contexts are kept, for lines of one Einheit often follow each other.
_GEMERKTE = 4096

#: A citation that was found, as JSON, and the passage it stands in.
Fund = tuple[Passage, maschine.Daten]


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
Gelesen werden Text, HTML und Word-Dateien (.docx), erkannt an der Endung; - ist Text von der Eingabe.
  normen show "§ 11 JVollzGB III" > norm.txt
  normen refs norm.txt --context "§ 11 JVollzGB III"
  normen refs norm.txt --format html > norm.html       jedes Zitat als Link
  normen refs norm.html --format jsonl
Mit --jsonl trägt jede Zeile der Eingabe ihren Zusammenhang:
  {"context": "§ 7 Abs. 2 JVollzGB I", "text": "… gilt Absatz 3 entsprechend."}
und jede Zeile der Ausgabe die Verweise darin:
  {"refs": [{"start": 7, "end": 15, "surface": "Absatz 3", "targets": ["§ 7 Abs. 3 JVollzGB I"], …}]}
""",
)
@click.argument("datei", type=Pfad(exists=True, dir_okay=False, allow_dash=True), metavar="DATEI")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "html"]),
    help="Form der Ausgabe: Tabelle (ohne Angabe), JSON Lines, oder der Text mit Links.",
)
@click.option(
    "--type", "art", type=click.Choice([art.value for art in Dateiart]), help="Art der Datei, statt nach der Endung."
)
@click.option("--context", "kontext", metavar="ZITAT", help="Die Einheit, in der der Text steht.")
@click.option(
    "--werke",
    type=Pfad(exists=True, dir_okay=False),
    metavar="DATEI",
    help="TOML-Datei mit weiteren Werken, die zitiert werden; sonst die der Umgebungsvariablen NORMEN_WERKE.",
)
@click.option("--jsonl", is_flag=True, help="Eingabe und Ausgabe als JSON Lines, mit Zusammenhang.")
@mit_json
@click.pass_context
def refs(
    ctx: click.Context,
    *,
    datei: Path,
    form: str | None,
    art: str | None,
    kontext: str | None,
    werke: Path | None,
    jsonl: bool,
    als_json: bool,
) -> None:
    """Alle Zitate in einem Text finden und auflösen."""
    _pruefe_aufruf(jsonl, als_json, {"--format": form, "--type": art, "--context": kontext})
    w = Wissen.oeffne(ctx.obj, werke=werke)
    if jsonl:
        with geoeffnet(datei) as strom:
            _beantworte(w, io.TextIOWrapper(strom, encoding="utf-8-sig", errors="replace"), dateiname(datei))
        return
    suche = w.verweise_im_dokument(_kontext(w.kontext, kontext, Ort("--context")) if kontext else None)
    dateiart, verlinker = Dateiart(art) if art else art_von(datei), verlinkt.Verlinker(suche, w.register, _pruefer(w))
    with geoeffnet(datei) as strom:
        if form != "html":
            gefunden = _funde(lies_passagen(strom, dateiart, dateiname(datei)), verlinker)
            if not _gib_funde(gefunden, "json" if als_json else form or "table"):
                click.echo(f"{dateiname(datei)}: kein Zitat gefunden.", err=True)
        elif dateiart is Dateiart.HTML:
            click.echo(verlinkt.mit_links(lies_html(strom.read(), dateiname(datei)), verlinker), nl=False)
        else:
            for stueck in _seite(strom, dateiart, datei, verlinker):
                click.echo(stueck, nl=False)


def _pruefer(w: Wissen) -> Pruefer:
    return lru_cache(maxsize=_GEMERKTE)(w.fehlend)


def _pruefe_aufruf(jsonl: bool, als_json: bool, optionen: Mapping[str, str | None]) -> None:
    """Refuse options that contradict each other."""
    gegeben = [name for name, wert in optionen.items() if wert is not None]
    if jsonl and (gegeben or als_json):
        raise click.UsageError(f"„{(*gegeben, '--json')[0]}“ passt nicht zu „--jsonl“: Das legt Eingabe und Ausgabe fest.")
    if als_json and "--format" in gegeben:
        raise click.UsageError("„--json“ und „--format“ schließen einander aus.")


def _bloecke(strom: BinaryIO, datei: Path) -> Iterator[Block]:
    return lies_docx(strom if strom.seekable() else io.BytesIO(strom.read()), dateiname(datei))


def _seite(strom: BinaryIO, art: Dateiart, datei: Path, verlinker: verlinkt.Verlinker) -> Iterator[str]:
    """Yield a page of its own, made of a plain text or a Word file."""
    if art is Dateiart.DOCX:
        inhalt = wordseite.als_html(_bloecke(strom, datei), verlinker)
    else:
        inhalt = verlinkt.text_als_html(lies_passagen(strom, art, dateiname(datei)), verlinker)
    return verlinkt.seite(Path(dateiname(datei)).name, inhalt, verlinker)


def _funde(passagen: Iterable[Passage], verlinker: verlinkt.Verlinker) -> Iterator[Fund]:
    """Yield each citation with its passage; its offsets count from where its place says."""
    for passage in passagen:
        for v in verlinker.finde(passage.text):
            platz = passage.platz(v.ab)
            verschoben, wortlaut = _verschoben(v, -platz.ab), passage.text[v.ab : v.bis]
            daten = maschine.verweis_mit_fehlendem(verschoben, wortlaut, verlinker.pruefe)
            yield passage, {**_ortsangabe(passage, platz), **daten}


def _ortsangabe(passage: Passage, platz: Platz) -> maschine.Daten:
    """Return the number of a place, and for Word files also the words by which a user finds it."""
    nummer = {platz.zaehlung.value: platz.nummer}
    return nummer if platz.zaehlung is Zaehlung.ZEILE else {**nummer, "place": passage.lage or f"Absatz {platz.nummer}"}


def _verschoben(v: Verweis, um: int) -> Verweis:
    def bewegt(genannte: tuple[Genanntes, ...]) -> tuple[Genanntes, ...]:
        return tuple(replace(g, ab=g.ab + um, bis=g.bis + um) for g in genannte)

    return replace(v, ab=v.ab + um, bis=v.bis + um, ziele=bewegt(v.ziele), ausnahmen=bewegt(v.ausnahmen))


def _gib_funde(funde: Iterator[Fund], form: str) -> int:
    """Print what was found, each as soon as it is; return how many there are."""
    if form == "json":
        alle = [daten for _, daten in funde]
        gib_json({"refs": alle})
        return len(alle)
    anzahl = 0
    for passage, daten in funde:
        anzahl += 1
        if form == "jsonl":
            gib_zeilen([daten])
        else:
            click.echo("\t".join((_stelle(passage, daten), " ".join(daten["surface"].split()), _bedeutung(daten))))
    return anzahl


def _stelle(passage: Passage, daten: maschine.Daten) -> str:
    """Return line or paragraph, and the column where there is one: a page has lines, but its text no columns in them."""
    art = passage.zaehlung
    stelle = passage.lage or daten[art.value]
    return f"{stelle}:{daten['start'] + 1}" if art is not Zaehlung.ZEILE or passage.zeilenweise else str(stelle)


def _bedeutung(daten: maschine.Daten) -> str:
    """Return what a citation means, also that it does not exist, or why it cannot be resolved."""
    fehlt = {f["target"]: "nicht abgedruckt" if f["not_printed"] else "gibt es nicht" for f in daten["missing"]}
    ausser = f"ohne {', '.join(_ziele(daten['except'], fehlt))}" if daten["except"] else ""
    return " ".join(filter(None, (", ".join(_ziele(daten["targets"], fehlt)), ausser))) or daten["reason"] or ""


def _ziele(ziele: Iterable[Any], fehlt: Mapping[str, str]) -> Iterator[str]:
    for ziel in ziele:
        enden = (ziel["from"], ziel["to"]) if isinstance(ziel, dict) else (ziel,)
        yield " bis ".join(f"{ende} ({fehlt[ende]})" if ende in fehlt else ende for ende in enden)


def _beantworte(w: Wissen, strom: TextIO, datei: str) -> None:
    """Answer every line in its place; one that is no question says why, and makes the whole call an error in the end."""
    antworte = partial(_antwort, w, lru_cache(maxsize=_GEMERKTE)(w.kontext), _pruefer(w))
    erster, anzahl = None, 0
    for nr, zeile in enumerate(strom, start=1):
        if zeile.strip():
            try:
                gib_zeilen([antworte(zeile, Ort(datei, nr))])
            except NormenFehler as fehler:
                gib_zeilen([{"refs": [], "error": str(fehler)}])
                erster, anzahl = erster or fehler, anzahl + 1
    if erster:
        weitere = f"Nicht beantwortet sind {anzahl} Zeilen; der Grund steht bei jeder unter „error“." if anzahl > 1 else ""
        rat = "\n".join(filter(None, (erster.rat, weitere)))
        raise type(erster)(erster.meldung, ort=erster.ort, rat=rat)


def _antwort(w: Wissen, kontexte: Callable[[str], Zitat], pruefe: Pruefer, zeile: str, ort: Ort) -> maschine.Daten:
    text, genannt = _frage(zeile, ort)
    kontext = _kontext(kontexte, genannt, ort) if genannt else None
    gefunden = w.verweise(text, kontext)
    return {"refs": [maschine.verweis_mit_fehlendem(v, text[v.ab : v.bis], pruefe) for v in gefunden]}


def _frage(zeile: str, ort: Ort) -> tuple[str, str | None]:
    """Read one line of the input: a text, and the citation of the Einheit it stands in."""
    try:
        frage = json.loads(zeile)
        text, kontext = frage["text"], frage.get("context")
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        raise NormenFehler('Erwartet wird {"context": …, "text": …} in einer Zeile.', ort=ort) from None
    if not isinstance(text, str):
        raise NormenFehler("„text“ muss eine Zeichenkette sein.", ort=ort)
    if kontext is not None and not isinstance(kontext, str):
        raise NormenFehler("„context“ muss ein Zitat sein, oder null.", ort=ort)
    return text, kontext


def _kontext(lies: Callable[[str], Zitat], eingabe: str, ort: Ort) -> Zitat:
    """Read the Einheit a text stands in; an error names the place where it is given."""
    try:
        return lies(eingabe)
    except NormenFehler as fehler:
        raise type(fehler)(fehler.meldung, ort=ort, rat=fehler.rat) from None
