"""The data as its fields read them: every value through the reader of its field, before any rule looks at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from pydantic_core import PydanticCustomError

from .feld import Feld
from .werte import Leser, leser


class Unlesbar(Enum):
    """In place of a value that its field cannot read; what is wrong with it is told elsewhere."""

    UNLESBAR = "unlesbar"


UNLESBAR = Unlesbar.UNLESBAR


@dataclass(frozen=True, slots=True)
class Angabe:
    """A single value: where it stands ("massnahmen[1].gewaehrt_am"), the type of its field, and the value as read."""

    stelle: str
    typ: str
    wert: object

    @property
    def pfad(self) -> str:
        """The path of the field, without positions in lists: "massnahmen.gewaehrt_am"."""
        return re.sub(r"\[\d+\]", "", self.stelle)


def lies_angaben(felder: Sequence[Feld], roh: Mapping[str, object]) -> dict[str, object]:
    """Return a value for every field: as read, ``None`` if nothing is given, `UNLESBAR` if it cannot be read."""
    return {feld.name: _gelesen(feld, roh.get(feld.name)) for feld in felder}


def einzelne(felder: Sequence[Feld], werte: Mapping[str, object], vorn: str = "") -> Iterator[Angabe]:
    """Yield the single values that could be read, in the order of the fields."""
    for feld in felder:
        wert, stelle = werte[feld.name], f"{vorn}{feld.name}"
        eintraege = [(stelle, wert)]
        if isinstance(wert, tuple):
            eintraege = [(f"{stelle}[{zahl}]", eintrag) for zahl, eintrag in enumerate(wert, start=1)]
        for ort, eintrag in eintraege:
            if isinstance(eintrag, Mapping):
                yield from einzelne(feld.felder, eintrag, f"{ort}.")
            elif eintrag is not None and eintrag is not UNLESBAR:
                yield Angabe(ort, feld.element or feld.typ, eintrag)


def _gelesen(feld: Feld, roh: object) -> object:
    if roh is None or (isinstance(roh, str) and not roh.strip()):
        return None
    if feld.typ == "objekt":
        return _tabelle(feld, roh)
    if feld.typ == "liste":
        return tuple(_eintrag(feld, teil) for teil in roh) if isinstance(roh, list | tuple) else UNLESBAR
    return _versucht(leser(feld.typ, feld.werte), roh)


def _eintrag(feld: Feld, roh: object) -> object:
    return _versucht(leser(feld.element), roh) if feld.element else _tabelle(feld, roh)


def _tabelle(feld: Feld, roh: object) -> object:
    return lies_angaben(feld.felder, roh) if isinstance(roh, Mapping) else UNLESBAR


def _versucht(lies: Leser, roh: object) -> object:
    try:
        return lies(roh)
    except PydanticCustomError:
        return UNLESBAR
