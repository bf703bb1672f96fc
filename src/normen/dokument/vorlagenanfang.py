"""A new template from a Word file that has commands in it: its description and its example, as far as the text tells."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import TemplateSyntaxError

from ..ablage import schreibe
from ..fehler import Ort, VorlageFehler, systemgrund
from ..schriftstueck.einlass import pruefe_vorlage
from .befehle import FUNKTIONEN
from .druckstock import lesbar, stelle_von
from .feldregeln import ersatzname, namensmangel
from .namensgebrauch import Gebrauch, gebrauch
from .sandkasten import setzmaschine
from .satzfehler import satzfehler
from .setzen import Teil, zerlegt
from .vorlage import BESCHREIBUNG, WORDDATEI, Art, lade_vorlage

_BEISPIELE = {"datum": "2026-01-31", "betrag": "12,50", "zitat": "§ 9 JVollzGB III"}
_RAT = "Schreiben Sie in Word an jede Stelle, die auszufüllen ist, einen Namen in doppelten Klammern: {{ nachname }}."


def beginne_vorlage(
    worddatei: Path, ordner: Path, titel: str, art: Art, rechtsgrundlagen: Sequence[str]
) -> tuple[Path, ...]:
    """Make the folder of a new template from a Word file; return the files written.

    Fields get the type that the commands tell ("auswahl" where a value is compared with texts, "liste" where a loop runs),
    "datum" where the name ends so, and "text" where nothing tells it. Raises `VorlageFehler` if the folder is there already,
    the file cannot be a template, its text has no commands, or a name in it cannot be a field's; then there is no folder.
    """
    if ordner.exists():
        raise VorlageFehler("Diesen Ordner gibt es schon.", ort=Ort(str(ordner)), rat="Nennen Sie einen neuen Ordner.")
    inhalt, genutzt, stellen = _gelesen(worddatei)
    pfade = sorted({nennung.wort for nennung in genutzt.pfade}, key=[n.wort for n in genutzt.pfade].index)
    if not pfade:
        raise VorlageFehler("Die Datei enthält keine Felder.", ort=Ort(str(worddatei)), rat=_RAT)
    _pruefe_namen(worddatei, stellen)
    genutzt.typen.update(_typen_nach_namen(pfade, genutzt))
    felder = "\n".join(_felder(pfade, genutzt))
    beispiel = json.dumps(_beispiel(pfade, genutzt), ensure_ascii=False, indent=2)
    ordner.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".normen-", dir=ordner.parent) as daneben:
        neu = Path(daneben) / ordner.name
        neu.mkdir()
        schreibe(neu / WORDDATEI, inhalt)
        schreibe(neu / "beispiel.json", f"{beispiel}\n".encode())
        schreibe(neu / BESCHREIBUNG, f"{_kopf(titel, art, rechtsgrundlagen)}\n{felder}\n".encode())
        try:
            lade_vorlage(neu)
        except VorlageFehler as fehler:
            raise VorlageFehler(fehler.meldung, ort=Ort(str(worddatei)), rat=fehler.rat) from None
        neu.rename(ordner)
    return tuple(ordner / name for name in (WORDDATEI, BESCHREIBUNG, "beispiel.json"))


def _gelesen(worddatei: Path) -> tuple[bytes, Gebrauch, dict[str, str]]:
    """Return a Word file, what its text uses, and by path the paragraph that names it first."""
    alles, stellen = Gebrauch(), dict[str, str]()
    try:
        inhalt = worddatei.read_bytes()
        with lesbar(str(worddatei)):
            pruefe_vorlage(inhalt, str(worddatei))
            teile = zerlegt(inhalt)[1]
    except OSError as fehler:
        raise VorlageFehler(f"Die Datei lässt sich nicht öffnen ({systemgrund(fehler)}).", ort=Ort(str(worddatei))) from None
    for teil in teile:
        genutzt = _genutzt(teil, alles, worddatei)
        alles.ergaenze(genutzt)
        for nennung in genutzt.pfade:
            stellen.setdefault(nennung.wort, stelle_von(teil, nennung.zeile))
    return inhalt, alles, stellen


def _genutzt(teil: Teil, bisher: Gebrauch, worddatei: Path) -> Gebrauch:
    try:
        return gebrauch(setzmaschine().parse(teil.quelle), {*FUNKTIONEN, *bisher.gesetzt})
    except TemplateSyntaxError as fehler:
        rat = f"Stelle: {stelle_von(teil, fehler.lineno)}\nBerichtigen Sie sie in Word."
        raise VorlageFehler(satzfehler(fehler), ort=Ort(str(worddatei)), rat=rat) from None


def _pruefe_namen(worddatei: Path, stellen: Mapping[str, str]) -> None:
    """Raise `VorlageFehler` with every name that a field cannot have, where it stands, and what to write instead."""
    gruende = []
    for pfad, stelle in stellen.items():
        name = pfad.rpartition(".")[2]
        if mangel := namensmangel(name):
            gruende.append(f"{pfad}: {mangel}; nehmen Sie zum Beispiel {ersatzname(name)}. Stelle: {stelle}")
    if gruende:
        meldung = "\n  - ".join(["So kann ein Feld nicht heißen:", *gruende])
        raise VorlageFehler(meldung, ort=Ort(str(worddatei)), rat="Ändern Sie die Namen in Word.")


def _typen_nach_namen(pfade: Iterable[str], genutzt: Gebrauch) -> dict[str, str]:
    """Return the type of fields that the commands do not tell and the name does: a "geburtsdatum" is a day."""
    unbestimmt = (pfad for pfad in pfade if pfad not in genutzt.typen and not genutzt.vergleiche.get(pfad))
    return {pfad: "datum" for pfad in unbestimmt if pfad.endswith("datum")}


def _kopf(titel: str, art: Art, rechtsgrundlagen: Sequence[str]) -> str:
    return f"""titel = {_zeichenkette(titel)}
art = "{art}"
fuer = ["bitte eintragen"]
beschreibung = "bitte eintragen"
rechtsgrundlagen = [{", ".join(map(_zeichenkette, rechtsgrundlagen))}]
version = "1.0"
"""


def _felder(pfade: Sequence[str], genutzt: Gebrauch, oben: str = "", tabelle: str = "feld") -> Iterator[str]:
    """Yield the lines that describe the fields below a path, each with those below it."""
    for name in _unter(pfade, oben):
        pfad = f"{oben}.{name}" if oben else name
        yield from ("", f"[[{tabelle}]]", f'name = "{name}"', f'typ = "{_typ(pfad, pfade, genutzt)}"')
        yield f"bezeichnung = {_zeichenkette(name.replace('_', ' ').capitalize())}"
        if pfad in genutzt.listen and not _unter(pfade, pfad):
            yield f'element = "{genutzt.typen.get(pfad, "text")}"'
        if _typ(pfad, pfade, genutzt) == "auswahl":
            yield f"werte = [{', '.join(map(_zeichenkette, dict.fromkeys(genutzt.vergleiche[pfad])))}]"
        yield from _felder(pfade, genutzt, pfad, f"{tabelle}.feld")


def _unter(pfade: Sequence[str], oben: str) -> list[str]:
    """Return the names directly below a path, in the order of the text."""
    vorn = f"{oben}." if oben else ""
    return list(dict.fromkeys(p.removeprefix(vorn).partition(".")[0] for p in pfade if p.startswith(vorn)))


def _typ(pfad: str, pfade: Sequence[str], genutzt: Gebrauch) -> str:
    if pfad in genutzt.listen:
        return "liste"
    if _unter(pfade, pfad):
        return "objekt"
    return genutzt.typen.get(pfad) or ("auswahl" if genutzt.vergleiche.get(pfad) else "text")


def _beispiel(pfade: Sequence[str], genutzt: Gebrauch, oben: str = "") -> dict[str, object]:
    """Return data that the description accepts, to be written over."""
    return {name: _wert(f"{oben}.{name}" if oben else name, pfade, genutzt) for name in _unter(pfade, oben)}


def _wert(pfad: str, pfade: Sequence[str], genutzt: Gebrauch) -> object:
    if _unter(pfade, pfad):
        tabelle = _beispiel(pfade, genutzt, pfad)
        return [tabelle] if pfad in genutzt.listen else tabelle
    if genutzt.vergleiche.get(pfad):
        return genutzt.vergleiche[pfad][0]
    wert = _BEISPIELE.get(genutzt.typen.get(pfad, ""), pfad.rpartition(".")[2].replace("_", " ").capitalize())
    return [wert] if pfad in genutzt.listen else wert


def _zeichenkette(text: str) -> str:
    """Return a TOML string; JSON writes them the same way."""
    return json.dumps(text, ensure_ascii=False)
