"""Bausteine: clauses that templates share, each a Word file and the description of its fields, read from one folder.

The folder ``bausteine`` lies among the templates. A template names its Bausteine in its description, and says in its text
where each stands: a paragraph of its own, ``{%p baustein "rechtsbehelf" %}``.
"""

from __future__ import annotations

import zipfile
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic import Field as Angabe

from ..fehler import VorlageFehler
from .befund import probleme
from .beschreibung import gelesen, kaputt
from .feld import STRENG, Feld
from .normtafel import VOLLZUGSART, Normtafel, beschraenkt, tafelmaengel

BESCHREIBUNG = "baustein.toml"
WORDDATEI = "baustein.docx"
ORDNER = "bausteine"


@dataclass(frozen=True, slots=True)
class Baustein:
    """A clause for several templates; its fields are asked for before those of the template, or behind them.

    ``braucht`` are the names that the text of the template sets before it (``{%p set entscheidung = "…" %}``).
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRENG

    name: str
    titel: str
    version: str
    ordner: Path
    stellung: Literal["vorn", "hinten"] = "vorn"
    braucht: tuple[str, ...] = ()
    rechtsgrundlagen: tuple[str, ...] = ()
    felder: Annotated[tuple[Feld, ...], Angabe(alias="feld")] = ()
    normtafel: Annotated[Normtafel, Angabe(alias="norm", default_factory=dict)] = field(default_factory=dict)

    def fuer(self, arten: Container[str]) -> Baustein:
        """Return the Baustein for a template that offers these Vollzugsarten, without conditions and norms for others."""
        felder = tuple(f for feld in self.felder if (f := _fuer(feld, arten)))
        return replace(self, felder=felder, normtafel=beschraenkt(self.normtafel, arten))

    @property
    def worddatei(self) -> Path:
        """The Word file to put in."""
        return self.ordner / WORDDATEI


_LESER = TypeAdapter(Baustein)


def lade_baustein(name: str, orte: Sequence[Path]) -> Baustein:
    """Return a Baustein from the first of some folders that has it; raise `VorlageFehler` if none has, or it is broken."""
    ordner = next((ort / name for ort in orte if (ort / name / BESCHREIBUNG).is_file()), None)
    if ordner is None:
        bekannte = sorted({datei.parent.name for ort in orte for datei in ort.glob(f"*/{BESCHREIBUNG}")})
        raise VorlageFehler(f"Den Baustein „{name}“ gibt es nicht.", rat=f"Es gibt: {', '.join(bekannte) or 'keinen'}.")
    datei = ordner / BESCHREIBUNG
    try:
        baustein = _LESER.validate_python({**gelesen(datei), "name": ordner.name, "ordner": ordner})
    except ValidationError as fehler:
        raise kaputt(datei, probleme(fehler, lambda _: ())) from None
    if maengel := tuple(_maengel(baustein)):
        raise kaputt(datei, maengel)
    return baustein


def _fuer(feld: Feld, arten: Container[str]) -> Feld | None:
    """Return a field whose condition asks for these Vollzugsarten only; ``None`` if it can never be asked for."""
    wenn = feld.wenn
    if wenn is None or wenn.feld != VOLLZUGSART:
        return feld
    ist, ist_nicht = (tuple(wert for wert in werte if wert in arten) for werte in (wenn.ist, wenn.ist_nicht))
    if wenn.ist:
        return replace(feld, wenn=replace(wenn, ist=ist)) if ist else None
    return replace(feld, wenn=replace(wenn, ist_nicht=ist_nicht) if ist_nicht else None)


def _maengel(baustein: Baustein) -> Iterator[str]:
    if not zipfile.is_zipfile(baustein.worddatei):
        yield f"{WORDDATEI}: fehlt oder ist keine Word-Datei (.docx)"
    yield from tafelmaengel(baustein.normtafel)
