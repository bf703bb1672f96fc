"""Decimal numbering of administrative rules: "1", "1.1", "1.1.2." - and what only looks like it.

A number opens an Einheit only where the outline allows it: as first child of the number before, or as next sibling of it
or of one of its ancestors. So "15 Monaten" or "1.5.1 Satz 2" at the beginning of a line stay running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text import Text
from .umbruch import offen
from .zeilen import Zeile


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A number with its lines; ``nummer`` is "" for what stands before the first number, ``marke`` the label printed."""

    nummer: str
    marke: Text
    zeilen: tuple[Zeile, ...]


_VORN = re.compile(r"(?P<nummer>\d+(?:\.\d+)*[a-z]?)\.?(?=\s|$)")
_ANGEKLEBT = re.compile(r"(?<=[^\W\d][:;.,])(?P<nummer>\d+(?:\.\d+)+)\.?(?=\s|$)")
#: What follows a number that is part of a citation: "2.1.3 oder …", "3 Satz 2", "4 dieser Verwaltungsvorschrift".
_LAUFTEXT_DANACH = re.compile(
    r"\s*(?:(?:oder|und|bis(?! zu )|sowie|bzw\.|beziehungsweise|Satz|Sätzen?|S\.|Abs\.|Buchst\.|Halbs\.)(?=\s)"
    r"|(?:dieser|der) Verwaltungsvorschrift\b|[,;)/])"
)
#: A citation that is still open at the end of the text before: "nach Nummer", "die Nummern 2 Satz 1, 3 und".
_ZITAT_DAVOR = re.compile(
    r"(?:\b(?:Nummern?|Nrn?\.|Ziff(?:er|ern|\.)|Abs(?:atz|ätze|ätzen|\.)|Satz(?:es)?|Sätzen?|Anlagen?|Buch|Artikel|Art\.)|§§?)"
    r"(?:\s*\d[\d.]*[a-z]?(?:\s*(?:Satz|Sätze|Abs\.|Absatz)\s*\d+)*"
    r"\s*(?:,|und|oder|bis|sowie|mit Ausnahme (?:von|der)))*\s*$"
)
#: A word that waits for its number: "höchstens | 2 Wochen".
_ZAHL_ERWARTET = re.compile(
    r"\b(?:höchstens|mindestens|wenigstens|spätestens|frühestens|etwa|rund|ca\.|bis zu|als|jeweils|binnen|innerhalb(?: von)?"
    r"|von|nach|vor|seit|ab|um|über|unter|für)$"
)


def teile_nummern(zeilen: Sequence[Zeile]) -> list[Abschnitt]:
    """Cut the lines of a rule at its numbers, in order; the first piece has no number and may be empty."""
    stuecke: list[tuple[str, Text, list[Zeile]]] = [("", Text(), [])]
    for ganze in zeilen:
        zeile, bisher = ganze, stuecke[-1]
        vorn = _VORN.match(zeile.inhalt)
        if vorn and _oeffnet(vorn["nummer"], bisher, zeile.inhalt[vorn.end() :]):
            stuecke.append((vorn["nummer"], zeile.text.teil(0, vorn.end()), []))
            zeile = _gekuerzt(zeile, vorn.end(), None)
        while hinten := _angeklebt(zeile.inhalt, stuecke[-1][0]):
            stuecke[-1][2].append(_gekuerzt(zeile, 0, hinten.start()))
            stuecke.append((hinten["nummer"], zeile.text.teil(hinten.start(), hinten.end()), []))
            zeile = _gekuerzt(zeile, hinten.end(), None)
        if zeile.inhalt:
            stuecke[-1][2].append(zeile)
    return [Abschnitt(nummer, marke, tuple(inhalt)) for nummer, marke, inhalt in stuecke]


def _angeklebt(inhalt: str, bisher: str) -> re.Match[str] | None:
    """Find the next number of the outline glued to the end of a sentence ("Möglichkeiten:2.1.1"), no citation ("Nr.2.1")."""
    for treffer in _ANGEKLEBT.finditer(inhalt):
        zitiert = _ZITAT_DAVOR.search(inhalt[: treffer.start()]) or _LAUFTEXT_DANACH.match(inhalt, treffer.end())
        if ist_naechste(bisher, treffer["nummer"]) and not zitiert:
            return treffer
    return None


def _gekuerzt(zeile: Zeile, ab: int, bis: int | None) -> Zeile:
    return Zeile(zeile.nr, zeile.text.teil(ab, bis), zeile.leer_davor, zeile.seitenanfang, zeile.gesperrt)


def _oeffnet(nummer: str, bisher: tuple[str, Text, list[Zeile]], danach: str) -> bool:
    if not ist_naechste(bisher[0], nummer) or _LAUFTEXT_DANACH.match(danach):
        return False
    davor = " ".join(zeile.inhalt for zeile in bisher[2][-2:])
    return not (_ZITAT_DAVOR.search(davor) or _ZAHL_ERWARTET.search(davor))


def ist_naechste(bisher: str, nummer: str) -> bool:
    """Tell whether ``nummer`` can follow ``bisher`` ("" at the beginning) in an outline."""
    return nummer in naechste_nummern(bisher) or nummer in _eingeschobene(bisher)


def _eingeschobene(bisher: str) -> Iterator[str]:
    """Yield the numbers that were put in later and can follow: 2 → 2a, 2a → 2b, on every level."""
    teile = bisher.split(".") if bisher else []
    for tiefe in range(len(teile), 0, -1):
        zahl, zusatz = _zerlegt(teile[tiefe - 1])
        yield ".".join((*teile[: tiefe - 1], f"{zahl}{chr(ord(zusatz) + 1) if zusatz else 'a'}"))


def _zerlegt(teil: str) -> tuple[int, str]:
    zahl = teil.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(zahl), teil[len(zahl) :]


def naechste_nummern(bisher: str) -> Iterator[str]:
    """Yield the numbers that can follow: the first child, then the next sibling on every level, from the inside out.

    >>> list(naechste_nummern("2.1"))
    ['2.1.1', '2.2', '3']
    """
    if not bisher:
        yield "1"
        return
    yield f"{bisher}.1"
    teile = bisher.split(".")
    for tiefe in range(len(teile), 0, -1):
        yield ".".join((*teile[: tiefe - 1], str(_zerlegt(teile[tiefe - 1])[0] + 1)))


def ist_listenpunkt(text: Text | str) -> bool:
    """Tell whether a text is an item of an enumeration rather than Sätze of its own."""
    inhalt = str(text)
    return inhalt[:1].islower() or bool(re.search(r"(?:[,;]|\b(?:und|oder|sowie))$", inhalt)) or offen(inhalt)
