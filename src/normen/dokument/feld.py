"""The fields of a template: what a document needs to be told, as the template's description declares it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict
from pydantic import Field as Angabe

Typ = Literal["text", "langtext", "ganzzahl", "betrag", "datum", "wahrheitswert", "auswahl", "zitat", "objekt", "liste"]
Einzeltyp = Literal["text", "langtext", "ganzzahl", "betrag", "datum", "zitat"]

STRENG = ConfigDict(extra="forbid")


def _als_tupel(wert: object) -> object:
    return tuple(wert) if isinstance(wert, list | tuple) else (wert,)


#: Values of a ``wahrheitswert`` or an ``auswahl``; one alone needs no list.
Werte = Annotated[tuple[bool | str, ...], BeforeValidator(_als_tupel)]


@dataclass(frozen=True, slots=True)
class Bedingung:
    """When a field is asked for: its neighbour ``feld`` has one of the values ``ist``, or none of ``ist_nicht``."""

    __pydantic_config__: ClassVar[ConfigDict] = STRENG

    feld: str
    ist: Werte = ()
    ist_nicht: Werte = ()

    def erfuellt(self, wert: object) -> bool:
        """Tell whether the neighbour's value (``None`` if it has none) makes the condition true."""
        return wert in self.ist if self.ist else wert not in self.ist_nicht

    def __str__(self) -> str:
        werte = " oder ".join(_gedruckt(wert) for wert in self.ist or self.ist_nicht)
        return f"{self.feld} {'=' if self.ist else '≠'} {werte}"


@dataclass(frozen=True, slots=True)
class Feld:
    """One piece of data a template asks for.

    ``werte`` are the choices of an ``auswahl``; ``felder`` the parts of an ``objekt`` or of each entry of a ``liste``,
    ``element`` the type of the entries of a ``liste`` of single values. ``wenn`` makes the field required under a
    condition and forbidden otherwise. ``deckt`` names an ``auswahl`` of the entries of which every value must occur,
    ``einmal`` one of which no value may occur twice. ``mindestens`` and ``hoechstens`` count entries.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRENG

    name: str
    typ: Typ
    bezeichnung: str
    hilfe: str = ""
    beispiel: str | bool | int | float | None = None
    pflicht: bool = True
    werte: tuple[str, ...] = ()
    felder: Annotated[tuple[Feld, ...], Angabe(alias="feld")] = ()
    element: Einzeltyp | None = None
    wenn: Bedingung | None = None
    mindestens: int = 0
    hoechstens: int | None = None
    deckt: str = ""
    einmal: str = ""


def feldpfade(felder: Sequence[Feld], vorn: str = "") -> Iterator[tuple[str, Feld]]:
    """Yield every field with its path, those of an ``objekt`` or a ``liste`` behind it: "massnahmen.gewaehrt_am"."""
    for feld in felder:
        yield f"{vorn}{feld.name}", feld
        yield from feldpfade(feld.felder, f"{vorn}{feld.name}.")


def _gedruckt(wert: bool | str) -> str:
    return str(wert).lower() if isinstance(wert, bool) else f"„{wert}“"
