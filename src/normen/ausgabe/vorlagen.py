"""Templates and drafts as people and programs see them: the list, the fields of one, the report on what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.padding import Padding

from ..dokument import Ergebnis, Feld, Mangel, Vorlage, modell
from ..dokument.feld import Bedingung
from ..dokument.stapel import FEHLERLISTE, Bilanz
from ..dokument.vorgaben import Grundlage, Widerspruch
from .vollstaendig import feststellung_als_json, fragen

_LEISE = "dim"
#: What the entries of a list of single values are.
_EINTRAEGE = {
    "text": "Texten",
    "langtext": "Texten",
    "ganzzahl": "ganzen Zahlen",
    "betrag": "Beträgen",
    "datum": "Tagen",
    "zitat": "Zitaten",
}


def zeige_liste(konsole: Console, vorlagen: Sequence[Vorlage]) -> None:
    """Print what each template is for, what it rests on, and how to get its examples."""
    for v in vorlagen:
        konsole.print(v.name, style="bold cyan")
        konsole.print(_eingerueckt(f"{v.titel} ({v.art}); für {', '.join(v.fuer)}"))
        konsole.print(_eingerueckt(v.beschreibung))
        konsole.print(_eingerueckt(f"Rechtsgrundlagen: {', '.join(v.rechtsgrundlagen)}"), style=_LEISE)
        beispiele = ", ".join(aufruf(name) for name in v.beispiele) or "keine"
        konsole.print(_eingerueckt(f"Beispiele: {beispiele}"), style=_LEISE)
        konsole.print()


def _eingerueckt(text: str, tiefe: int = 1) -> Padding:
    """Set text as one paragraph, whatever lines it was written in."""
    return Padding(" ".join(text.split()), (0, 0, 0, 2 * tiefe))


def zeige_felder(konsole: Console, vorlage: Vorlage) -> None:
    """Print the fields of a template, the rules between them, and how to get its examples."""
    konsole.print(f"{vorlage.titel}\n", style="bold")
    for feld in vorlage.felder:
        _zeige_feld(konsole, feld, 0)
    _zeige_regeln(konsole, vorlage)
    konsole.print("\nBeispiele zum Überschreiben:" if len(vorlage.beispiele) > 1 else "\nEin Beispiel zum Überschreiben:")
    for name in vorlage.beispiele:
        konsole.print(f"  {vorlage.aufruf} {aufruf(name)}", style=_LEISE)


def aufruf(beispiel: str) -> str:
    """Return the option that prints an example."""
    return f"--fall {beispiel}" if beispiel else "--beispiel"


def _zeige_feld(konsole: Console, feld: Feld, tiefe: int) -> None:
    pflicht = f"nur wenn {feld.wenn}" if feld.wenn else "Pflicht" if feld.pflicht else "freigestellt"
    konsole.print(_eingerueckt(f"[{feld.name}] {feld.bezeichnung} – {_art(feld)}, {pflicht}", tiefe))
    for zusatz in (feld.hilfe, f"eines von: {', '.join(feld.werte)}" if feld.werte else ""):
        if zusatz:
            konsole.print(_eingerueckt(zusatz, tiefe + 2), style=_LEISE)
    for innen in feld.felder:
        _zeige_feld(konsole, innen, tiefe + 1)


def _art(feld: Feld) -> str:
    """Return the type of a field; of a list also what it is a list of, and how long it must or may be."""
    if feld.typ != "liste":
        return feld.typ
    worueber = f"von {_EINTRAEGE[feld.element]}" if feld.element else "von objekten mit den Feldern darunter"
    von = f"mindestens {feld.mindestens}" if feld.mindestens else ""
    bis = f"höchstens {feld.hoechstens}" if feld.hoechstens is not None else ""
    return ", ".join(filter(None, (f"liste {worueber}", von, bis)))


def _zeige_regeln(konsole: Console, vorlage: Vorlage) -> None:
    """Print the rules between fields, under a heading if there are any; a reason that several share stands once."""
    if vorlage.reihenfolgen or vorlage.widersprueche or vorlage.grundlagen or vorlage.beanstandungen:
        konsole.print("\nRegeln zwischen den Feldern:")
    for reihenfolge in vorlage.reihenfolgen:
        tage = (" ≤ " if reihenfolge.gleich else " < ").join(reihenfolge.tage)
        konsole.print(_eingerueckt(f"Reihenfolge der Tage: {tage}"))
    for grund in dict.fromkeys(regel.grund for regel in vorlage.widersprueche):
        for regel in vorlage.widersprueche:
            if regel.grund == grund:
                konsole.print(_eingerueckt(_verboten(regel)))
        konsole.print(_eingerueckt(grund, 2), style=_LEISE)
    for grundlage in vorlage.grundlagen:
        konsole.print(_eingerueckt(_verlangt(grundlage)))
    if felder := dict.fromkeys(regel.feld for regel in vorlage.beanstandungen):
        konsole.print(_eingerueckt(f"Beim Schreiben mit den übrigen Angaben und Rechnungen verglichen: {', '.join(felder)}"))


def _verboten(regel: Widerspruch) -> str:
    """Return which values cannot stand together, or which one cannot stand at all."""
    angaben = " und ".join(str(Bedingung(feld, werte)) for feld, werte in regel.angaben.items())
    return f"{'Nicht zusammen' if len(regel.angaben) > 1 else 'Nicht'}: {angaben}"


def _verlangt(grundlage: Grundlage) -> str:
    """Return which legal bases fit in a field, and when."""
    sonst = f"; sonst über eine Verweisung auf {grundlage.laesst_gelten} ({grundlage.ueber})" if grundlage.ueber else ""
    wann = f" (wenn {grundlage.wenn})" if grundlage.wenn else ""
    return f"{grundlage.feld}{wann}: eine Norm in {' oder '.join(grundlage.liegt_in)}{sonst}"


def vorlage_als_json(vorlage: Vorlage) -> dict[str, Any]:
    """Return a template with the JSON Schema of its data."""
    return {
        "name": vorlage.name,
        "title": vorlage.titel,
        "kind": vorlage.art,
        "for": list(vorlage.fuer),
        "description": vorlage.beschreibung,
        "legal_basis": list(vorlage.rechtsgrundlagen),
        "version": vorlage.version,
        "examples": [name or "beispiel" for name in vorlage.beispiele],
        "schema": modell(vorlage).model_json_schema(),
    }


def zeige_maengel(konsole: Console, maengel: Mapping[str, Sequence[Mangel]]) -> None:
    """Print what is wrong with templates, by name, each with its place and the next step; then how many were looked at."""
    for name, gefunden in maengel.items():
        if gefunden:
            konsole.print(name, style="bold cyan")
        for mangel in gefunden:
            ort = ", ".join(filter(None, (mangel.datei.name, mangel.teil)))
            konsole.print(_eingerueckt(f"• {ort}" + (f": „{mangel.stelle}“" if mangel.stelle else "")))
            for zeile in mangel.grund.splitlines():
                konsole.print(_eingerueckt(zeile, 2), style="yellow")
            if mangel.rat:
                konsole.print(_eingerueckt(mangel.rat, 2))
    anzahl = sum(map(len, maengel.values()))
    befund = {0: "keine Mängel", 1: "1 Mangel"}.get(anzahl, f"{anzahl} Mängel")
    konsole.print(f"{len(maengel)} Vorlage{'n' if len(maengel) != 1 else ''} geprüft: {befund}.", style="bold")


def maengel_als_json(maengel: Mapping[str, Sequence[Mangel]]) -> list[dict[str, Any]]:
    """Return the same for programs."""
    return [
        {"template": name, "file": str(m.datei), "part": m.teil, "text": m.stelle, "reason": m.grund, "advice": m.rat}
        for name, gefunden in maengel.items()
        for m in gefunden
    ]


def bericht(ergebnis: Ergebnis, weitere: Sequence[Path] = ()) -> Iterator[str]:
    """Yield, line by line, what was written, ``weitere`` beside the document, and how far its citations could be checked."""
    yield from (f"Geschrieben: {datei}" for datei in (ergebnis.datei, *weitere))
    yield f"Im Text nachgeschlagen: {', '.join(n.zitat for n in ergebnis.geprueft) or 'keine'}"
    for norm in ergebnis.teilweise_geprueft:
        yield f"Nur zum Teil geprüft: {norm.zitat} ({norm.vorbehalt})"
    if ergebnis.ungeprueft:
        yield f"Nicht geprüft, weil der Text nicht geladen ist: {', '.join(n.zitat for n in ergebnis.ungeprueft)}"
    for offen in ergebnis.offen:
        yield f"Nicht aufgelöst: „{offen.wortlaut}“ in {offen.feld} ({offen.grund})"
    yield from fragen(ergebnis.bericht)


def bericht_als_json(ergebnis: Ergebnis, weitere: Sequence[Path] = ()) -> dict[str, Any]:
    """Return the same report for programs."""
    return {
        "file": str(ergebnis.datei),
        "further_files": [str(datei) for datei in weitere],
        "template": ergebnis.vorlage,
        "citations": [
            {"citation": norm.zitat, "verified": norm.geprueft, "reservation": norm.vorbehalt or None}
            for norm in ergebnis.zitate
        ],
        "unresolved": [{"field": o.feld, "surface": o.wortlaut, "reason": o.grund} for o in ergebnis.offen],
        "questions": [feststellung_als_json(f) for f in ergebnis.bericht.feststellungen],
    }


def bilanz(b: Bilanz, ordner: Path) -> Iterator[str]:
    """Yield, line by line, what a run of many documents came to."""
    yield f"Geschrieben: {b.geschrieben} Dokumente in {ordner}" + (f", dazu {b.pdf} PDF" if b.pdf else "")
    if b.unveraendert:
        yield f"Unverändert: {b.unveraendert} Dokumente von einem früheren Lauf"
    if b.absagen:
        yield f"Nicht geschrieben: {len(b.absagen)}; die Gründe stehen in {ordner / FEHLERLISTE}"
        absage = min(b.absagen, key=lambda a: a.zeile)
        yield f"Zum Beispiel Zeile {absage.zeile}: {absage.grund}"


def bilanz_als_json(b: Bilanz, ordner: Path) -> dict[str, Any]:
    """Return the same for programs, with every case that became no document."""
    return {
        "folder": str(ordner),
        "written": b.geschrieben,
        "unchanged": b.unveraendert,
        "pdf": b.pdf,
        "refused": [{"line": absage.zeile, "reason": absage.grund} for absage in b.absagen],
    }
