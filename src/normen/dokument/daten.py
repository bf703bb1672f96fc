"""The data for one document: checked against the fields of its template, all mistakes told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, create_model
from pydantic import Field as Angabe

from ..fehler import DatenFehler
from ..norm import Norm
from ..normquelle import Normquelle
from ..rechengroessen import lade_rechengroessen
from ..rechnen import Rechengroessen
from .angaben import einzelne, lies_angaben
from .befund import Stelle, probleme
from .feld import Feld
from .grundlagen import unpassende
from .nachweis import Offen, weise_nach
from .rechnungen import Gerechnet, gerechnet, rechentexte
from .regeln import feldverstoesse, unordnung, widersprueche
from .vorlage import Vorlage
from .werte import leser

#: What a checked value is: text, number, date, yes/no, nothing - or a table or a row of such.
Wert = str | int | Decimal | date | bool | None | Mapping[str, "Wert"] | tuple["Wert", ...]


@dataclass(frozen=True, slots=True)
class Daten:
    """Checked data for the template named ``vorlage``: every field has a value, ``None`` where nothing is given.

    ``textzitate`` are the norms that texts of the data and of calculations cite, once each and in order; they exist, or
    belong to a work that is not loaded. ``offen`` are the citations in texts of the data that could not be resolved.
    ``gerechnet`` are the amounts and deadlines.
    """

    vorlage: str
    werte: Mapping[str, Wert]
    textzitate: tuple[Norm, ...]
    offen: tuple[Offen, ...]
    gerechnet: Gerechnet


def pruefe(
    vorlage: Vorlage,
    rohdaten: Mapping[str, object],
    normen: Normquelle,
    groessen: Rechengroessen | None = None,
) -> Daten:
    """Return the data as the template's fields want them, every citation in them looked up, every amount worked out.

    ``groessen`` are the figures of the year for the calculations of the template, by default those that ship. Raises
    `DatenFehler` with every problem by the path of its field: values, rules between fields, citations that do not exist,
    legal bases that do not fit, and then what a calculation refuses. List entries count from one.
    """
    werte = lies_angaben(vorlage.felder, rohdaten)
    angaben = tuple(einzelne(vorlage.felder, werte))
    nachweis = weise_nach(angaben, normen)
    verstoesse = (
        *feldverstoesse(vorlage.felder, werte),
        *unordnung(vorlage.reihenfolgen, angaben),
        *widersprueche(vorlage.widersprueche, werte),
        *nachweis.probleme,
        *unpassende(vorlage.grundlagen, angaben, normen),
    )
    try:
        geprueft = modell(vorlage).model_validate(dict(rohdaten))
    except ValidationError as fehler:
        einzelfehler = probleme(fehler, lambda stelle: _namen(vorlage.felder, stelle))
        raise unpassend(vorlage, (*einzelfehler, *verstoesse)) from None
    if verstoesse:
        raise unpassend(vorlage, verstoesse)
    fertig = cast("Mapping[str, Wert]", _eingefroren(geprueft.model_dump()))
    ergebnisse, abgelehnt = gerechnet(vorlage.rechnungen, fertig, groessen or lade_rechengroessen())
    if abgelehnt:
        raise unpassend(vorlage, abgelehnt)
    gerechnetes = weise_nach(tuple(rechentexte(ergebnisse)), normen)
    zitate = {norm.zitat: norm for norm in (*nachweis.normen, *gerechnetes.normen)}
    return Daten(vorlage.name, fertig, tuple(zitate.values()), nachweis.offen, ergebnisse)


def modell(vorlage: Vorlage) -> type[BaseModel]:
    """Return the pydantic model of a template's data (its JSON Schema is the template's schema)."""
    return _modell(vorlage.name, vorlage.felder)


@lru_cache(maxsize=256)
def _modell(name: str, felder: tuple[Feld, ...]) -> type[BaseModel]:
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
        eintrag: Any = _einzeln(feld.element) if feld.element else _modell(feld.name, feld.felder)
        liste: Any = tuple.__class_getitem__((eintrag, ...))
        anzahl: dict[str, Any] = {"minItems": feld.mindestens} | ({"maxItems": feld.hoechstens} if feld.hoechstens else {})
        return Annotated[liste, Angabe(json_schema_extra=anzahl)]
    if feld.typ == "auswahl":
        eine_davon = Angabe(json_schema_extra={"enum": [*feld.werte]})
        return Annotated[str, BeforeValidator(leser("auswahl", feld.werte)), eine_davon]
    return _einzeln(feld.typ)


def _einzeln(typ: str) -> Any:
    return Annotated[_PYTHON.get(typ, str), BeforeValidator(leser(typ))]


#: What the readers return, where it is not text.
_PYTHON: Mapping[str, Any] = {"ganzzahl": int, "betrag": Decimal, "datum": date, "wahrheitswert": bool}


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


def unpassend(vorlage: Vorlage, gefunden: tuple[str, ...]) -> DatenFehler:
    """Return the error for data that do not fit a template, with every problem."""
    kopf = f"Die Daten passen nicht zur Vorlage „{vorlage.name}“:"
    return DatenFehler(kopf, tuple(dict.fromkeys(gefunden)), rat=f"Alle Felder zeigt: {vorlage.aufruf}")
