"""What a template's description asks of several fields together: the order of days, contradictions, legal bases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict

from .feld import STRENG, Bedingung, Feld, Werte, feldpfade


@dataclass(frozen=True, slots=True)
class Reihenfolge:
    """Days by the paths of their fields ("massnahmen.gewaehrt_am"): none lies after one that is named behind it.

    Without ``gleich`` they must not be the same day either.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRENG

    tage: tuple[str, ...]
    gleich: bool = True


@dataclass(frozen=True, slots=True)
class Widerspruch:
    """Values of fields that cannot stand together, and why; of several values for a field, each is meant.

    Fields of an ``objekt`` are named by their path ("unterzeichner.zusatz"), those of a ``liste`` cannot be.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRENG

    angaben: dict[str, Werte]
    grund: str


@dataclass(frozen=True, slots=True)
class Grundlage:
    """The legal bases that fit in ``feld``: those that are, or lie in, one of ``liegt_in`` (Einheiten or whole works).

    If ``ueber`` is given, others fit as well, as far as a Verweisung in the same Absatz makes ``laesst_gelten`` apply; the
    field ``ueber`` must then name that Verweisung, and must be empty if no basis needs one. ``wenn`` limits the rule to
    documents for which a field at the top has one of some values.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRENG

    feld: str
    liegt_in: tuple[str, ...]
    ueber: str = ""
    laesst_gelten: str = ""
    wenn: Bedingung | None = None


def vorgabenmaengel(
    felder: Sequence[Feld],
    reihenfolgen: Sequence[Reihenfolge],
    widersprueche: Sequence[Widerspruch],
    grundlagen: Sequence[Grundlage],
) -> Iterator[str]:
    """Yield every mistake in the rules, each with its place in the description; nothing if all is well."""
    pfade = {pfad: feld.element or feld.typ for pfad, feld in feldpfade(felder)}
    for nummer, reihenfolge in enumerate(reihenfolgen, start=1):
        yield from (f"reihenfolge[{nummer}]: {mangel}" for mangel in _reihenfolge(reihenfolge, pfade))
    for nummer, widerspruch in enumerate(widersprueche, start=1):
        yield from (f"widerspruch[{nummer}]: {mangel}" for mangel in _widerspruch(widerspruch, felder))
    for nummer, grundlage in enumerate(grundlagen, start=1):
        yield from (f"grundlage[{nummer}]: {mangel}" for mangel in _grundlage(grundlage, pfade, felder))


def _reihenfolge(regel: Reihenfolge, pfade: Mapping[str, str]) -> Iterator[str]:
    if len(set(regel.tage)) < 2 or len(set(regel.tage)) < len(regel.tage):
        yield "nötig sind zwei oder mehr verschiedene Felder"
    yield from (f"„{name}“ ist kein Feld vom Typ datum" for name in regel.tage if pfade.get(name) != "datum")


def _widerspruch(regel: Widerspruch, felder: Sequence[Feld]) -> Iterator[str]:
    einmalige = dict(_einmalige(felder))
    for name, werte in regel.angaben.items():
        yield from _unmoegliche(name, werte, einmalige.get(name), "außerhalb von Listen")


def _einmalige(felder: Sequence[Feld], vorn: str = "") -> Iterator[tuple[str, Feld]]:
    """Yield the fields that have one value at most, each with its path: all but those in lists."""
    for feld in felder:
        yield f"{vorn}{feld.name}", feld
        if feld.typ == "objekt":
            yield from _einmalige(feld.felder, f"{vorn}{feld.name}.")


def _unmoegliche(name: str, werte: Werte, feld: Feld | None, wo: str) -> Iterator[str]:
    moeglich = (True, False) if feld and feld.typ == "wahrheitswert" else feld.werte if feld else ()
    for wert in werte:
        if wert not in moeglich:
            yield f"„{name}“ kann nicht „{wert}“ sein; nötig ist ein wahrheitswert oder eine auswahl {wo}"


def _grundlage(regel: Grundlage, pfade: Mapping[str, str], felder: Sequence[Feld]) -> Iterator[str]:
    yield from (f"„{n}“ ist kein Feld vom Typ zitat" for n in (regel.feld, regel.ueber) if n and pfade.get(n) != "zitat")
    if not regel.liegt_in:
        yield "„liegt_in“ ist leer"
    if bool(regel.ueber) != bool(regel.laesst_gelten):
        yield "„ueber“ und „laesst_gelten“ gehören zusammen"
    if regel.wenn:
        feld = next((feld for feld in felder if feld.name == regel.wenn.feld), None)
        yield from _unmoegliche(regel.wenn.feld, (*regel.wenn.ist, *regel.wenn.ist_nicht), feld, "der obersten Ebene")
        if bool(regel.wenn.ist) == bool(regel.wenn.ist_nicht):
            yield "„wenn“ braucht entweder „ist“ oder „ist_nicht“"
