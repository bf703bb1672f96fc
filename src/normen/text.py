"""Running text that still knows where each of its characters stands in the source.

A `Text` is joined from lines: end-of-line hyphens are taken out, real hyphens stay, white space is folded. Every slice of
it can be traced back to line and column, so that a message, a citation or a test can point at the printed place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: Words that may follow a hyphen that is meant: "Flucht- und Missbrauchsgefahr" (Ergänzungsstrich, Rechtschreibrat § 98).
_NACH_ERGAENZUNGSSTRICH = frozenset("und oder sowie bis bzw. beziehungsweise noch als wie statt".split())
_WEITE_LUECKE = re.compile(r"\s{2,}|[^\S ]")
_ERSTES_WORT = re.compile(r"[^\s/,;)]+")


@dataclass(frozen=True, slots=True)
class Stueck:
    """A run of characters taken over unchanged: offset in the text, length, and place in the source (1-based)."""

    ab: int
    laenge: int
    zeile: int
    spalte: int


@dataclass(frozen=True, slots=True)
class Text:
    """Immutable joined text; ``stuecke`` cover all of ``inhalt`` but the single spaces put in where lines were joined."""

    inhalt: str = ""
    stuecke: tuple[Stueck, ...] = ()

    def __str__(self) -> str:
        return self.inhalt

    def __bool__(self) -> bool:
        return bool(self.inhalt)

    def __len__(self) -> int:
        return len(self.inhalt)

    @property
    def zeile_von(self) -> int:
        """First source line (1-based), 0 for an empty text."""
        return self.stuecke[0].zeile if self.stuecke else 0

    @property
    def zeile_bis(self) -> int:
        """Last source line (1-based), 0 for an empty text."""
        return self.stuecke[-1].zeile if self.stuecke else 0

    def zeile_bei(self, stelle: int) -> int:
        """Source line of the character at offset ``stelle``."""
        davor = [s.zeile for s in self.stuecke if s.ab <= stelle]
        return davor[-1] if davor else self.zeile_von

    def teil(self, ab: int, bis: int | None = None) -> Text:
        """Return the slice ``[ab:bis]`` without white space at its ends, places kept."""
        roh = self.inhalt[ab:bis]
        ab += len(roh) - len(roh.lstrip())
        inhalt = roh.strip()
        return Text(inhalt, tuple(_beschnitten(self.stuecke, ab, ab + len(inhalt))))


#: Nothing printed.
KEIN_TEXT = Text()


def _beschnitten(stuecke: Iterable[Stueck], ab: int, bis: int) -> Iterator[Stueck]:
    for s in stuecke:
        links, rechts = max(s.ab, ab), min(s.ab + s.laenge, bis)
        if links < rechts:
            yield Stueck(links - ab, rechts - links, s.zeile, s.spalte + links - s.ab)


def text_aus_zeile(zeile: int, roh: str) -> Text:
    """Make the text of one source line (number 1-based): outer white space cut, runs of white space folded to a space."""
    ende = len(roh.rstrip())
    stelle = len(roh) - len(roh.lstrip())
    inhalt, stuecke = "", []
    while stelle < ende:
        luecke = _WEITE_LUECKE.search(roh, stelle, ende)
        rechts = luecke.start() if luecke else ende
        stuecke.append(Stueck(len(inhalt), rechts - stelle, zeile, stelle + 1))
        inhalt += roh[stelle:rechts]
        stelle = luecke.end() if luecke else ende
        if luecke:
            inhalt += " "
    return Text(inhalt, tuple(stuecke))


def text_aus_zeichen(zeile: int, zeichen: Iterable[tuple[str, int]]) -> Text:
    """Make a text of single characters with their columns (1-based); a space has column 0, for it is put in."""
    inhalt, stuecke = "", []
    for schrift, spalte in zeichen:
        if spalte:
            stuecke.append(Stueck(len(inhalt), 1, zeile, spalte))
        inhalt += schrift
    return Text(inhalt, tuple(stuecke))


def verbinde(teile: Iterable[Text]) -> Text:
    """Join texts of consecutive lines into one, deciding at each seam what a hyphen at the line end means."""
    ergebnis = Text()
    for teil in teile:
        if teil:
            ergebnis = _angehaengt(ergebnis, teil) if ergebnis else teil
    return ergebnis


def _angehaengt(links: Text, rechts: Text) -> Text:
    links, fuge = _fuge(links, rechts.inhalt)
    versatz = len(links.inhalt) + len(fuge)
    verschoben = (Stueck(s.ab + versatz, s.laenge, s.zeile, s.spalte) for s in rechts.stuecke)
    return Text(links.inhalt + fuge + rechts.inhalt, (*links.stuecke, *verschoben))


def _fuge(links: Text, rechts: str) -> tuple[Text, str]:
    """Return the left text as it stays, and what to put between it and the right one.

    A dash and an Ergänzungsstrich stay and keep their space. A hyphen before a capital, or after a digit or a capital,
    stays ("Baden-Württemberg", "30-fachen", "EDV-gestützt"). Any other hyphen, and a soft one, divides a word.
    """
    inhalt = links.inhalt
    if inhalt.endswith("\N{SOFT HYPHEN}"):
        return links.teil(0, len(inhalt) - 1), ""
    if not inhalt.endswith("-") or len(inhalt) < 2 or inhalt[-2].isspace() or inhalt[-2] == "-":
        return links, " "
    wort = _ERSTES_WORT.match(rechts)
    if wort and wort[0] in _NACH_ERGAENZUNGSSTRICH:
        return links, " "
    if inhalt[-2].islower() and rechts[:1].islower():
        return links.teil(0, len(inhalt) - 1), ""
    return links, ""
