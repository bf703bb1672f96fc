"""Numbers that stand in the texts, each with its place and its words, so that a test can look them up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Ansatz:
    """A number that a norm states, with the words it states it in."""

    wert: Decimal
    norm: str
    wortlaut: str


def ansatz(wert: int | str, norm: str, wortlaut: str) -> Ansatz:
    """Make an `Ansatz` of a number as it is written in the code."""
    return Ansatz(Decimal(wert), norm, wortlaut)
