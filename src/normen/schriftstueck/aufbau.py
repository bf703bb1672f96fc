"""How a Word file is built: paragraphs with their form, tables, text boxes, and what stands beside the running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .passage import Passage, Zaehlung


@dataclass(frozen=True, slots=True)
class Punkt:
    """A paragraph as item of a list: of which, how deep (from 0), its number, its label as printed; a bullet has neither."""

    liste: str
    tiefe: int
    nummer: int = 0
    marke: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What a paragraph is: a heading of a level from 1 (0: none), an item of a list, or both."""

    ueberschrift: int = 0
    punkt: Punkt | None = None


@dataclass(frozen=True, slots=True)
class Absatz:
    """A paragraph that holds text."""

    passage: Passage
    form: Form


@dataclass(frozen=True, slots=True)
class Zelle:
    """A cell; ``breite`` counts the columns it takes, and if ``haengt`` it is one with the cell above."""

    inhalt: tuple[Block, ...]
    breite: int = 1
    haengt: bool = False


@dataclass(frozen=True, slots=True)
class Zeile:
    """A row; ``kopf`` if it is repeated at the head of each page, that is: names the columns."""

    zellen: tuple[Zelle, ...]
    kopf: bool = False


@dataclass(frozen=True, slots=True)
class Tabelle:
    """A table, with the name that places in it begin with: "Tabelle 1"."""

    name: str
    zeilen: tuple[Zeile, ...]


@dataclass(frozen=True, slots=True)
class Textfeld:
    """A text box; it stands behind the paragraph that it is fastened to."""

    name: str
    inhalt: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Beiwerk:
    """What stands beside the running text: a header, a footer, a note; ``nummer`` is what ``zaehlung`` counts."""

    zaehlung: Zaehlung
    nummer: int
    name: str
    inhalt: tuple[Block, ...]


Block = Absatz | Tabelle | Textfeld | Beiwerk


def passagen(bloecke: Iterable[Block]) -> Iterator[Passage]:
    """Yield the running text of blocks, in order; tables are read row by row."""
    for block in bloecke:
        match block:
            case Absatz(passage):
                yield passage
            case Tabelle(zeilen=zeilen):
                for zeile in zeilen:
                    for zelle in zeile.zellen:
                        yield from passagen(zelle.inhalt)
            case _:
                yield from passagen(block.inhalt)
