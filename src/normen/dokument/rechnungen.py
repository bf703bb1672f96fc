"""Amounts and deadlines of a document, worked out from its data by `normen.rechnen`, with every step to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict

from ..fehler import RechenFehler
from ..rechnen import Frist, Rechengroessen, Rechnung, Schritt, parameter, rechne
from .angaben import Angabe
from .druckbild import formel, zitat
from .feld import STRENG, Bedingung, Feld, feldpfade

#: Types of fields that hold one value a calculation can take; what stands in a list has many.
_EINZELN = frozenset({"text", "ganzzahl", "betrag", "datum", "wahrheitswert", "auswahl"})


@dataclass(frozen=True, slots=True)
class Rechenvorgabe:
    """A calculation of the template: its name in the text, the function, and which field gives each parameter.

    ``fest`` are parameters that the template itself sets. ``wenn`` looks at a field; while it does not hold, nothing is
    worked out, and the name stands for no value. With ``je``, the name of a list of tables, it is worked out for each entry,
    from the fields of that entry and those outside of lists; in the text the name then belongs to the entry.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRENG

    name: str
    funktion: str
    angaben: dict[str, str]
    fest: dict[str, bool | int | str] | None = None
    wenn: Bedingung | None = None
    je: str = ""


#: What each calculation gave, by its name: one result, or one for each entry of its list; none where ``wenn`` does not hold.
Gerechnet = Mapping[str, tuple[Rechnung | Frist, ...]]


def gerechnet(
    vorgaben: Sequence[Rechenvorgabe], werte: Mapping[str, object], groessen: Rechengroessen
) -> tuple[Gerechnet, tuple[str, ...]]:
    """Return the results, and what is wrong with the data for them: the field, and the reason."""
    ergebnisse: dict[str, tuple[Rechnung | Frist, ...]] = {}
    probleme: list[str] = []
    for vorgabe in vorgaben:
        einzelne: list[Rechnung | Frist] = []
        for vorn, angaben in _faelle(vorgabe, werte):
            try:
                einzelne.append(rechne(vorgabe.funktion, angaben | (vorgabe.fest or {}), groessen))
            except RechenFehler as fehler:
                feld = vorgabe.angaben.get(fehler.angabe, vorgabe.name)
                ort = vorn + feld.removeprefix(f"{vorgabe.je}.")
                probleme.append(f"{ort}: {fehler.args[0]} {fehler.rat}".rstrip())
        ergebnisse[vorgabe.name] = tuple(einzelne)
    return ergebnisse, tuple(probleme)


def _faelle(vorgabe: Rechenvorgabe, werte: Mapping[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each case to be worked out: the place of its entry, if it is one of a list, and the parameters."""
    if vorgabe.wenn and not vorgabe.wenn.erfuellt(werte.get(vorgabe.wenn.feld)):
        return
    if not vorgabe.je:
        yield "", {name: _wert(werte, feld) for name, feld in vorgabe.angaben.items()}
        return
    eintraege = werte.get(vorgabe.je)
    for nummer, eintrag in enumerate(eintraege if isinstance(eintraege, tuple) else (), start=1):
        darin = {**werte, vorgabe.je: eintrag}
        yield f"{vorgabe.je}[{nummer}].", {name: _wert(darin, feld) for name, feld in vorgabe.angaben.items()}


def rechentexte(ergebnisse: Gerechnet) -> Iterator[Angabe]:
    """Yield the texts of the steps, which may cite norms as well."""
    for name, einzelne in ergebnisse.items():
        for schritt in (schritt for ergebnis in einzelne for schritt in ergebnis.schritte):
            yield Angabe(f"{name}.schritte", "text", schritt.was)
            yield Angabe(f"{name}.schritte", "text", schritt.quelle)


def als_werte(ergebnis: Rechnung | Frist) -> dict[str, object]:
    """Return a result as the text of a template reads it.

    ``{{ taschengeld.betrag }}``, ``{{ frist.ende }}``; steps are tables with ``was``, ``rechnung``, ``ergebnis``,
    ``normen``, ``quelle``, with spaces that do not break between a number and its unit, nor within a citation.
    """
    gemeinsam = {
        "bezeichnung": ergebnis.bezeichnung,
        "schritte": [_schritt(schritt) for schritt in ergebnis.schritte],
        "hinweise": list(ergebnis.hinweise),
    }
    if isinstance(ergebnis, Rechnung):
        return {**gemeinsam, "betrag": ergebnis.betrag}
    return {**gemeinsam, "anfang": ergebnis.anfang, "dauer": ergebnis.dauer, "ende": ergebnis.ende}


def rechenmaengel(vorgaben: Sequence[Rechenvorgabe], felder: Sequence[Feld]) -> Iterator[str]:
    """Yield every mistake in the calculations of a description, with its place; nothing if all is well."""
    tabellen = {feld.name: feld for feld in felder if feld.typ == "liste" and feld.felder}
    for nummer, vorgabe in enumerate(vorgaben, start=1):
        ort, einzelne = f"rechnung[{nummer}]", set(_einzelne(felder, vorgabe.je))
        if vorgabe.je and vorgabe.je not in tabellen:
            yield f"{ort}: „{vorgabe.je}“ ist keine Liste mit Feldern"
            continue
        if vorgabe.name in {feld.name for feld in (tabellen[vorgabe.je].felder if vorgabe.je else felder)}:
            yield f"{ort}: „{vorgabe.name}“ heißt schon ein Feld"
        try:
            verlangt = {p.name for p in parameter(vorgabe.funktion) if p.pflicht}
        except RechenFehler as fehler:
            yield f"{ort}: {fehler}"
            continue
        yield from (f"{ort}: die Angabe „{n}“ fehlt" for n in verlangt - {*vorgabe.angaben, *(vorgabe.fest or {})})
        yield from (f"{ort}: „{f}“ ist kein Feld mit einem Wert" for f in vorgabe.angaben.values() if f not in einzelne)


def _einzelne(felder: Sequence[Feld], je: str) -> Iterator[str]:
    """Yield the paths of the fields that have one value, in the document or in each entry of the list ``je``."""
    pfade = tuple(feldpfade(felder))
    listen = tuple(f"{pfad}." for pfad, feld in pfade if feld.typ == "liste" and pfad != je)
    yield from (pfad for pfad, feld in pfade if feld.typ in _EINZELN and not pfad.startswith(listen))


def _schritt(schritt: Schritt) -> dict[str, object]:
    return {
        "was": schritt.was,
        "rechnung": formel(schritt.rechnung),
        "ergebnis": formel(schritt.ergebnis),
        "normen": list(schritt.normen),
        "quelle": zitat(schritt.quelle),
    }


def _wert(werte: Mapping[str, object], pfad: str) -> object:
    """Return the value of a field below any tables; ``None`` where one of them is not given."""
    wert: object = werte
    for name in pfad.split("."):
        wert = wert.get(name) if isinstance(wert, Mapping) else None
    return wert
