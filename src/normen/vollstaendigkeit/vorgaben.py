"""What is known of a document beside its text: given by its template, or by whoever has it checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from .regime import Regime


class Schreibenart(Enum):
    """Kind of a document, as templates name it; it decides what is looked for."""

    BESCHEID = "bescheid"
    SCHREIBEN = "schreiben"
    VEREINBARUNG = "vereinbarung"
    ERKLAERUNG = "erklaerung"

    def __repr__(self) -> str:
        return f"Schreibenart.{self.name}"


@dataclass(frozen=True, slots=True)
class Vorgaben:
    """What was told; ``None`` and "" where the text itself must say it.

    ``land`` is a key like "bw"; ``datum`` the day of the document; ``stand`` the day up to which whoever asks has compared
    the rules with the law, if that is later than the one they bear, ``stand_ab`` the day from which, if that is earlier.
    ``regime_bestaetigt`` tells whether ``regime`` comes from somebody who has read the text, not from data that fill it.
    """

    art: Schreibenart = Schreibenart.BESCHEID
    regime: Regime | None = None
    land: str = ""
    datum: date | None = None
    stand: date | None = None
    stand_ab: date | None = None
    regime_bestaetigt: bool = True
