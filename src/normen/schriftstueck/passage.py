"""A stretch of running text in which citations are looked for, and where each of its characters stands."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from enum import Enum


class Zaehlung(Enum):
    """What the number of a place counts; the value is its key in JSON."""

    ZEILE = "line"
    WORDABSATZ = "paragraph"
    FUSSNOTE = "footnote"
    ENDNOTE = "endnote"
    KOPFZEILE = "header"
    FUSSZEILE = "footer"

    def __repr__(self) -> str:
        return f"Zaehlung.{self.name}"


@dataclass(frozen=True, slots=True)
class Platz:
    """The place of a character: its line or paragraph, and the offset in the passage from which offsets count there.

    ``ab`` is negative where the line began in an earlier passage.
    """

    zaehlung: Zaehlung
    nummer: int
    ab: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that belongs together: a paragraph of a text, of a Word file, of a page.

    ``anfaenge`` are pairs of offset and number, ascending, the first for offset 0. If ``zeilenweise``, offsets count from
    the beginning of the line, of which ``davor`` characters stand before this passage; otherwise from that of the passage.
    ``lage`` says in words where a user finds it, if it stands elsewhere than in the running text: "Tabelle 1, Zeile 2".
    ``titel`` tells whether its format says that it is a heading.
    """

    text: str
    zaehlung: Zaehlung
    anfaenge: tuple[tuple[int, int], ...]
    zeilenweise: bool = False
    davor: int = 0
    lage: str = ""
    titel: bool = False

    def platz(self, stelle: int) -> Platz:
        """Return the place of the character at an offset."""
        ab, nummer = self.anfaenge[bisect(self.anfaenge, stelle, key=lambda anfang: anfang[0]) - 1]
        if self.zaehlung is Zaehlung.ZEILE:
            nummer += self.text.count("\n", ab, stelle)
        if not self.zeilenweise:
            return Platz(self.zaehlung, nummer, 0)
        umbruch = self.text.rfind("\n", 0, stelle)
        return Platz(self.zaehlung, nummer, umbruch + 1 if umbruch >= 0 else -self.davor)
