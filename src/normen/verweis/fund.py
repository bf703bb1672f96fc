"""A citation found in a text, and why one may have no target."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..zitat import Ziel

OHNE_KONTEXT = "Ohne die Einheit, in der es steht, ist nicht zu erkennen, was gemeint ist"
UNKLAR = "Auch von der Einheit aus, in der es steht, ist nicht zu erkennen, was gemeint ist"
UNBEKANNT = "Das Werk „{}“ ist nicht bekannt"
MEHRERE_BUECHER = "{} besteht aus mehreren Büchern; {}"
ZUSATZ_ODER_FOLGENDE = "Gemeint sein kann „{}“ oder „{}“"
MEHRDEUTIG = "Zu welcher der genannten Vorschriften es gehört, ist nicht zu erkennen"


@dataclass(frozen=True, slots=True)
class Genanntes:
    """One target with its own place in the text."""

    ziel: Ziel
    ab: int
    bis: int


@dataclass(frozen=True, slots=True)
class Verweis:
    """A citation in a text: its slice, its targets, what it excepts, and the reason if there is no target.

    ``zeile`` is its line in the source (0 = not known). ``selbst`` marks words by which a text means itself: "dieses
    Gesetz", "dieser Verwaltungsvorschrift".
    """

    ab: int
    bis: int
    ziele: tuple[Genanntes, ...]
    ausnahmen: tuple[Genanntes, ...] = ()
    grund: str = ""
    selbst: bool = False
    zeile: int = 0


def verlegt(verweis: Verweis, ab: Callable[[int], int], bis: Callable[[int], int]) -> Verweis:
    """Return a citation with the places it has in another text, given where each begins and ends there."""

    def genannte(alle: tuple[Genanntes, ...]) -> tuple[Genanntes, ...]:
        return tuple(Genanntes(g.ziel, ab(g.ab), bis(g.bis)) for g in alle)

    v = verweis
    return replace(v, ab=ab(v.ab), bis=bis(v.bis), ziele=genannte(v.ziele), ausnahmen=genannte(v.ausnahmen))
