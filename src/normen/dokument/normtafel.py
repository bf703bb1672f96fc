"""Norms by Vollzugsart: the same rule stands in another place for adults, youth, remand and preventive detention.

A template names the rule ("widerruf"); which norm that is follows from the field ``vollzugsart`` of the data. Where the rule
applies by a Verweisung, its entry is a list: the rule, and the clauses that make it apply.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Annotated

from pydantic import BeforeValidator
from pydantic import Field as Angabe

from ..fehler import ZitatFehler
from ..zitatleser import lies_zitat


def _als_tupel(wert: object) -> object:
    return (wert,) if isinstance(wert, str) else wert


#: A norm, with the norms by which it applies ("in Verbindung mit").
Normeintrag = Annotated[tuple[str, ...], BeforeValidator(_als_tupel), Angabe(min_length=1)]
#: The norm of each rule for each Vollzugsart; a rule that one of them does not have is left out there.
Normtafel = dict[str, dict[str, Normeintrag]]

#: The field whose choices are the Vollzugsarten of a template.
VOLLZUGSART = "vollzugsart"


def beschraenkt(tafel: Normtafel, arten: Container[str]) -> Normtafel:
    """Return a table with the entries for some Vollzugsarten only."""
    return {name: {art: eintrag for art, eintrag in je_art.items() if art in arten} for name, je_art in tafel.items()}


def tafelmaengel(tafel: Normtafel, arten: Container[str] | None = None) -> Iterator[str]:
    """Yield every entry that is no citation, and with ``arten`` every one for another Vollzugsart than these."""
    for name, je_art in tafel.items():
        for art, eintrag in je_art.items():
            if arten is not None and art not in arten:
                yield f"norm.{name}: „{art}“ ist kein Wert des Feldes „{VOLLZUGSART}“"
            yield from (f"norm.{name}.{art}: „{zitat}“ ist kein Zitat" for zitat in eintrag if not _lesbar(zitat))


def _lesbar(zitat: str) -> bool:
    try:
        return bool(str(lies_zitat(zitat)))
    except ZitatFehler:
        return False
