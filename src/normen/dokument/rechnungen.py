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
    worked out, and the name stands for no value.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRENG

    name: str
    funktion: str
    angaben: dict[str, str]
    fest: dict[str, bool | int | str] | None = None
    wenn: Bedingung | None = None


#: What a calculation gave, by its name; ``None`` where its condition does not hold.
Gerechnet = Mapping[str, Rechnung | Frist | None]


def gerechnet(
    vorgaben: Sequence[Rechenvorgabe], werte: Mapping[str, object], groessen: Rechengroessen
) -> tuple[Gerechnet, tuple[str, ...]]:
    """Return the results, and what is wrong with the data for them: the field, and the reason."""
    ergebnisse: dict[str, Rechnung | Frist | None] = {}
    probleme: list[str] = []
    for vorgabe in vorgaben:
        ergebnisse[vorgabe.name] = None
        if vorgabe.wenn and not vorgabe.wenn.erfuellt(werte.get(vorgabe.wenn.feld)):
            continue
        angaben = {name: _wert(werte, feld) for name, feld in vorgabe.angaben.items()}
        try:
            ergebnisse[vorgabe.name] = rechne(vorgabe.funktion, angaben | (vorgabe.fest or {}), groessen)
        except RechenFehler as fehler:
            feld = vorgabe.angaben.get(fehler.angabe, vorgabe.name)
            probleme.append(f"{feld}: {fehler.args[0]} {fehler.rat}".rstrip())
    return ergebnisse, tuple(probleme)


def rechentexte(ergebnisse: Gerechnet) -> Iterator[Angabe]:
    """Yield the texts of the steps, which may cite norms as well."""
    for name, ergebnis in ergebnisse.items():
        for schritt in ergebnis.schritte if ergebnis else ():
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
    listen = tuple(f"{pfad}." for pfad, feld in feldpfade(felder) if feld.typ == "liste")
    einzelne = {pfad for pfad, feld in feldpfade(felder) if feld.typ in _EINZELN and not pfad.startswith(listen)}
    for nummer, vorgabe in enumerate(vorgaben, start=1):
        ort = f"rechnung[{nummer}]"
        if vorgabe.name in {feld.name for feld in felder}:
            yield f"{ort}: „{vorgabe.name}“ heißt schon ein Feld"
        try:
            verlangt = {p.name for p in parameter(vorgabe.funktion) if p.pflicht}
        except RechenFehler as fehler:
            yield f"{ort}: {fehler}"
            continue
        yield from (f"{ort}: die Angabe „{n}“ fehlt" for n in verlangt - {*vorgabe.angaben, *(vorgabe.fest or {})})
        yield from (f"{ort}: „{f}“ ist kein Feld mit einem Wert" for f in vorgabe.angaben.values() if f not in einzelne)


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
