"""A finding of the check: what is stale, where, why, and what is probably meant."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum

from ..zitat import Zitat

#: Hexadecimal digits of a Kennung; some hundred findings do not collide in 48 bits.
_STELLEN = 12


class Sicherheit(Enum):
    """How sure a finding is: ``GERING`` where the text can be read in a way that makes it right."""

    HOCH = "high"
    GERING = "low"

    def __repr__(self) -> str:
        return f"Sicherheit.{self.name}"


@dataclass(frozen=True, slots=True)
class Befund:
    """A finding at an Einheit of the corpus.

    ``art`` is the key of its Prüfart, ``zitat`` the Einheit it stands in, ``zeile`` the line in the source (0 = none),
    ``stelle`` the exact words, ``grund`` a German sentence that says what is wrong, ``vorschlag`` what to do, or what is
    probably meant.
    """

    art: str
    zitat: Zitat
    zeile: int
    stelle: str
    grund: str
    vorschlag: str
    sicherheit: Sicherheit = Sicherheit.HOCH

    @property
    def kennung(self) -> str:
        """Id that stays the same as long as the same words stand in the same Einheit, wherever its lines move."""
        inhalt = "\x1f".join((self.art, str(self.zitat), self.stelle))
        return f"{self.art}-{hashlib.sha256(inhalt.encode()).hexdigest()[:_STELLEN]}"
