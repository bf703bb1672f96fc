"""A part that a document must have: its key, its German name, for which kinds of documents, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .bericht import Ergebnis
from .fall import Fall
from .vorgaben import Schreibenart

#: Kinds of documents that go to somebody.
BRIEFE = (Schreibenart.BESCHEID, Schreibenart.SCHREIBEN)
BESCHEIDE = (Schreibenart.BESCHEID,)
ALLE = tuple(Schreibenart)


@dataclass(frozen=True, slots=True)
class Pruefpunkt:
    """``pruefe`` yields what is wrong with the part, or that it was found; each result has ``kuerzel`` as its ``teil``."""

    kuerzel: str
    name: str
    arten: tuple[Schreibenart, ...]
    pruefe: Callable[[Fall], Iterator[Ergebnis]]
