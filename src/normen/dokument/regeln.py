"""Rules between fields: conditions, number of entries, order of dates, choices that must all occur.

They work on the data as typed, so that they are told together with the mistakes in single fields; what such a mistake
makes undecidable is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pydantic_core import PydanticCustomError

from .druckbild import aufzaehlung, datum
from .feld import Feld
from .werte import lies_datum


def regelverstoesse(felder: Sequence[Feld], roh: Mapping[str, object], vorn: str = "") -> Iterator[str]:
    """Yield every rule that the data break, each with the path of the field; nothing if all are kept."""
    nachbarn = {feld.name: feld for feld in felder}
    for feld in felder:
        regeln = (_bedingung(feld, nachbarn, roh), _anzahl(feld, roh), _reihenfolge(feld, roh), _abdeckung(feld, roh))
        yield from (f"{vorn}{feld.name}: {verstoss}" for regel in regeln for verstoss in regel)
        for stelle, teil in _teile(feld, roh):
            yield from regelverstoesse(feld.felder, teil, f"{vorn}{stelle}.")


def _bedingung(feld: Feld, nachbarn: Mapping[str, Feld], roh: Mapping[str, object]) -> Iterator[str]:
    """A field with a condition is required while it holds, and not to be given while it does not."""
    verlangt = _verlangt(feld, nachbarn, roh)
    if feld.wenn and verlangt is True and feld.pflicht and _fehlt(roh.get(feld.name)):
        yield f"fehlt (nötig bei {feld.wenn})"
    if feld.wenn and verlangt is False and not _fehlt(roh.get(feld.name)):
        yield f"passt nicht zu den übrigen Angaben (nur bei {feld.wenn})"


def _verlangt(feld: Feld, nachbarn: Mapping[str, Feld], roh: Mapping[str, object]) -> bool | None:
    """Tell whether a field's condition holds; ``None`` if the field it asks for is itself missing or wrong."""
    if feld.wenn is None:
        return True
    anderes = nachbarn[feld.wenn.feld]
    wert = roh.get(anderes.name)
    if _fehlt(wert):
        ohne_wert = _verlangt(anderes, nachbarn, roh) is False or not anderes.pflicht
        return feld.wenn.erfuellt(None) if ohne_wert else None
    zulaessig = isinstance(wert, bool) if anderes.typ == "wahrheitswert" else wert in anderes.werte
    return feld.wenn.erfuellt(wert) if zulaessig else None


def _anzahl(feld: Feld, roh: Mapping[str, object]) -> Iterator[str]:
    """The entries of a list are counted as typed: a wrong entry is still an entry."""
    wert = roh.get(feld.name)
    if isinstance(wert, list | tuple) and len(wert) < feld.mindestens:
        yield f"zu wenige Einträge: {len(wert)} (mindestens {feld.mindestens})"
    if isinstance(wert, list | tuple) and feld.hoechstens is not None and len(wert) > feld.hoechstens:
        yield f"zu viele Einträge: {len(wert)} (höchstens {feld.hoechstens})"


def _reihenfolge(feld: Feld, roh: Mapping[str, object]) -> Iterator[str]:
    tag = _tag(roh.get(feld.name))
    for name in feld.nicht_vor:
        anderer = _tag(roh.get(str(name)))
        if tag and anderer and tag < anderer:
            yield f"der {datum(tag)} liegt vor dem {datum(anderer)} ({name})"


def _abdeckung(feld: Feld, roh: Mapping[str, object]) -> Iterator[str]:
    """Every value of the choice occurs in some entry; left alone while an entry has none of them."""
    eintraege = roh.get(feld.name)
    if not feld.deckt or not isinstance(eintraege, list | tuple):
        return
    vorgesehen = next(teil.werte for teil in feld.felder if teil.name == feld.deckt)
    gewaehlt = [eintrag.get(feld.deckt) if isinstance(eintrag, Mapping) else None for eintrag in eintraege]
    fehlende = [f"„{wert}“" for wert in vorgesehen if wert not in gewaehlt]
    if fehlende and all(wert in vorgesehen for wert in gewaehlt):
        yield f"kein Eintrag mit {feld.deckt} {aufzaehlung(fehlende)}"


def _teile(feld: Feld, roh: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the tables below a field that can be looked into, each with its path."""
    wert = roh.get(feld.name)
    if feld.typ == "objekt" and isinstance(wert, Mapping):
        yield feld.name, wert
    if feld.typ == "liste" and isinstance(wert, list | tuple):
        for stelle, eintrag in enumerate(wert, start=1):
            if isinstance(eintrag, Mapping):
                yield f"{feld.name}[{stelle}]", eintrag


def _fehlt(wert: object) -> bool:
    return wert is None or (isinstance(wert, str) and not wert.strip())


def _tag(wert: object) -> date | None:
    try:
        return lies_datum(wert)
    except PydanticCustomError:
        return None
