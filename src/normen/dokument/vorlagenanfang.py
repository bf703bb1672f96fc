"""A new template from a Word file that has commands in it: its description and its example, as far as the text tells."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import TemplateSyntaxError

from ..ablage import schreibe
from ..fehler import Ort, VorlageFehler, systemgrund
from ..schriftstueck.einlass import pruefe_vorlage
from .befehle import FUNKTIONEN
from .druckstock import lesbar
from .namensgebrauch import Gebrauch, gebrauch
from .sandkasten import setzmaschine
from .satzfehler import satzfehler
from .setzen import zerlegt
from .vorlage import BESCHREIBUNG, WORDDATEI, Art, lade_vorlage

_BEISPIELE = {"datum": "2026-01-31", "betrag": "12,50", "zitat": "§ 9 JVollzGB III"}
_RAT = "Schreiben Sie in Word an jede Stelle, die auszufüllen ist, einen Namen in doppelten Klammern: {{ nachname }}."


def beginne_vorlage(
    worddatei: Path, ordner: Path, titel: str, art: Art, rechtsgrundlagen: Sequence[str]
) -> tuple[Path, ...]:
    """Make the folder of a new template from a Word file; return the files written.

    Fields get the type that the commands tell ("auswahl" where a value is compared with texts, "liste" where a loop runs),
    and "text" where they tell none. Raises `VorlageFehler` if the folder is there already, the file cannot be a template,
    its text has no commands, or a name in it cannot be a field's; then there is no folder.
    """
    if ordner.exists():
        raise VorlageFehler("Diesen Ordner gibt es schon.", ort=Ort(str(ordner)), rat="Nennen Sie einen neuen Ordner.")
    inhalt, genutzt = _gelesen(worddatei)
    pfade = sorted({nennung.wort for nennung in genutzt.pfade}, key=[n.wort for n in genutzt.pfade].index)
    if not pfade:
        raise VorlageFehler("Die Datei enthält keine Felder.", ort=Ort(str(worddatei)), rat=_RAT)
    felder = "\n".join(_felder(pfade, genutzt))
    beispiel = json.dumps(_beispiel(pfade, genutzt), ensure_ascii=False, indent=2)
    ordner.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".normen-", dir=ordner.parent) as daneben:
        neu = Path(daneben) / ordner.name
        neu.mkdir()
        schreibe(neu / WORDDATEI, inhalt)
        schreibe(neu / "beispiel.json", f"{beispiel}\n".encode())
        schreibe(neu / BESCHREIBUNG, f"{_kopf(titel, art, rechtsgrundlagen)}\n{felder}\n".encode())
        lade_vorlage(neu)
        neu.rename(ordner)
    return tuple(ordner / name for name in (WORDDATEI, BESCHREIBUNG, "beispiel.json"))


def _gelesen(worddatei: Path) -> tuple[bytes, Gebrauch]:
    alles = Gebrauch()
    try:
        inhalt = worddatei.read_bytes()
        with lesbar(str(worddatei)):
            pruefe_vorlage(inhalt, str(worddatei))
            teile = zerlegt(inhalt)[1]
        for teil in teile:
            alles.ergaenze(gebrauch(setzmaschine().parse(teil.quelle), {*FUNKTIONEN, *alles.gesetzt}))
    except TemplateSyntaxError as fehler:
        raise VorlageFehler(satzfehler(fehler), ort=Ort(str(worddatei)), rat="Berichtigen Sie ihn in Word.") from None
    except OSError as fehler:
        raise VorlageFehler(f"Die Datei lässt sich nicht öffnen ({systemgrund(fehler)}).", ort=Ort(str(worddatei))) from None
    return inhalt, alles


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
