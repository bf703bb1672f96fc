"""The data for one document: checked against the fields of its template, all mistakes told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, create_model
from pydantic import Field as Angabe

from ..fehler import DatenFehler
from .befund import Stelle, probleme
from .feld import Feld
from .regeln import regelverstoesse
from .vorlage import Vorlage
from .werte import (
    leser_auswahl,
    lies_betrag,
    lies_datum,
    lies_ganzzahl,
    lies_langtext,
    lies_text,
    lies_wahrheitswert,
)

#: What a checked value is: text, number, date, yes/no, nothing - or a table or a row of such.
Wert = str | int | Decimal | date | bool | None | Mapping[str, "Wert"] | tuple["Wert", ...]


@dataclass(frozen=True, slots=True)
class Daten:
    """Checked data for the template named ``vorlage``: every field has a value, ``None`` where nothing is given."""

    vorlage: str
    werte: Mapping[str, Wert]


def pruefe(vorlage: Vorlage, rohdaten: Mapping[str, object]) -> Daten:
    """Return the data as the template's fields want them.

    Raises `DatenFehler` with every problem by the path of its field; list entries count from one.
    """
    verstoesse = tuple(regelverstoesse(vorlage.felder, rohdaten))
    try:
        geprueft = modell(vorlage).model_validate(dict(rohdaten))
    except ValidationError as fehler:
        einzelne = probleme(fehler, lambda stelle: _namen(vorlage.felder, stelle))
        raise _unpassend(vorlage, (*einzelne, *verstoesse)) from None
    if verstoesse:
        raise _unpassend(vorlage, verstoesse)
    return Daten(vorlage.name, cast("Mapping[str, Wert]", _eingefroren(geprueft.model_dump())))


def modell(vorlage: Vorlage) -> type[BaseModel]:
    """Return the pydantic model of a template's data (its JSON Schema is the template's schema)."""
    return _modell(vorlage.name, vorlage.felder)


def _modell(name: str, felder: Sequence[Feld]) -> type[BaseModel]:
    angaben: dict[str, Any] = {feld.name: _angabe(feld) for feld in felder}
    return create_model(name, __config__=ConfigDict(extra="forbid", frozen=True), **angaben)


def _angabe(feld: Feld) -> tuple[Any, Any]:
    typ = _typ(feld)
    erklaert: dict[str, Any] = {"title": feld.bezeichnung, "description": feld.hilfe or None}
    if feld.pflicht and feld.wenn is None:
        return typ, Angabe(**erklaert)
    return Annotated[typ | None, BeforeValidator(_leer_ist_nichts)], Angabe(default=None, **erklaert)


def _typ(feld: Feld) -> Any:
    if feld.typ == "objekt":
        return _modell(feld.name, feld.felder)
    if feld.typ == "liste":
        eintrag: Any = _EINZELN[feld.element] if feld.element else _modell(feld.name, feld.felder)
        liste: Any = tuple.__class_getitem__((eintrag, ...))
        anzahl: dict[str, Any] = {"minItems": feld.mindestens} | ({"maxItems": feld.hoechstens} if feld.hoechstens else {})
        return Annotated[liste, Angabe(json_schema_extra=anzahl)]
    if feld.typ == "auswahl":
        eine_davon = Angabe(json_schema_extra={"enum": [*feld.werte]})
        return Annotated[str, BeforeValidator(leser_auswahl(feld.werte)), eine_davon]
    return _EINZELN[feld.typ]


_EINZELN: Mapping[str, Any] = {
    "text": Annotated[str, BeforeValidator(lies_text)],
    "langtext": Annotated[str, BeforeValidator(lies_langtext)],
    "zitat": Annotated[str, BeforeValidator(lies_text)],
    "ganzzahl": Annotated[int, BeforeValidator(lies_ganzzahl)],
    "betrag": Annotated[Decimal, BeforeValidator(lies_betrag)],
    "datum": Annotated[date, BeforeValidator(lies_datum)],
    "wahrheitswert": Annotated[bool, BeforeValidator(lies_wahrheitswert)],
}


def _leer_ist_nichts(wert: object) -> object:
    """A field that may be left out may as well be left empty."""
    return None if isinstance(wert, str) and not wert.strip() else wert


def _namen(felder: Sequence[Feld], stelle: Stelle) -> tuple[str, ...]:
    """Return the names of the fields at a path."""
    for teil in stelle:
        if isinstance(teil, str):
            felder = next((feld.felder for feld in felder if feld.name == teil), ())
    return tuple(feld.name for feld in felder)


def _eingefroren(wert: object) -> object:
    if isinstance(wert, Mapping):
        return MappingProxyType({name: _eingefroren(teil) for name, teil in wert.items()})
    if isinstance(wert, list | tuple):
        return tuple(_eingefroren(teil) for teil in wert)
    return wert


def _unpassend(vorlage: Vorlage, gefunden: tuple[str, ...]) -> DatenFehler:
    kopf = f"Die Daten passen nicht zur Vorlage „{vorlage.name}“:"
    return DatenFehler(kopf, tuple(dict.fromkeys(gefunden)), rat=f"Alle Felder zeigt: normen templates {vorlage.name}")
