"""What the check of a document says: what is wrong or has to be asked, what was found, and by which rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..pruefung import Sicherheit
from .ort import fundort
from .regime import Regime
from .vorgaben import Schreibenart


class Mangelart(Enum):
    """What is said of a part of a document; the value is its key in JSON."""

    FEHLT = "missing"
    UNVOLLSTAENDIG = "incomplete"
    PASST_NICHT = "wrong"
    ZU_PRUEFEN = "question"

    def __repr__(self) -> str:
        return f"Mangelart.{self.name}"


@dataclass(frozen=True, slots=True)
class Feststellung:
    """A finding: in which part (the key of a `Pruefpunkt`), of which kind, where, why, and what to do.

    ``ort`` is the place in words ("unter „Gründe“"), "" where nothing stands that could be pointed at; ``stelle`` the words
    there; ``fundort`` both, as far as a reader needs them to find it. ``grund`` and ``schritt`` are German sentences;
    ``norm`` is what the finding rests on, "" if no provision that was read says it.
    """

    teil: str
    art: Mangelart
    grund: str
    schritt: str
    ort: str = ""
    stelle: str = ""
    norm: str = ""
    sicherheit: Sicherheit = Sicherheit.HOCH

    @property
    def fundort(self) -> str:
        """The place, with the beginning of the words there."""
        return fundort(self.ort, self.stelle)


@dataclass(frozen=True, slots=True)
class Vorhanden:
    """A part that was looked at and found: its place, and the words by which it was recognized."""

    teil: str
    ort: str
    stelle: str

    @property
    def fundort(self) -> str:
        """The place, with the beginning of the words there."""
        return fundort(self.ort, self.stelle)


Ergebnis = Feststellung | Vorhanden


@dataclass(frozen=True, slots=True)
class Bericht:
    """The outcome of a check, in the order of the parts of a document.

    ``regime`` and ``datum`` are ``None``, ``land`` is "", where they cannot be known; ``regime_grund`` says what the Regime
    was read from. ``stand`` is the day up to which the rules on remedies are known.
    """

    ergebnisse: tuple[Ergebnis, ...]
    art: Schreibenart
    regime: Regime | None
    regime_grund: str
    land: str
    datum: date | None
    stand: date

    @property
    def feststellungen(self) -> tuple[Feststellung, ...]:
        """All findings, questions among them."""
        return tuple(e for e in self.ergebnisse if isinstance(e, Feststellung))

    @property
    def vorhanden(self) -> tuple[Vorhanden, ...]:
        """What was found as it should be, each part once; a part with a finding is none of them."""
        offen, gefunden = {f.teil for f in self.feststellungen}, dict[str, Vorhanden]()
        for ergebnis in self.ergebnisse:
            if isinstance(ergebnis, Vorhanden) and ergebnis.teil not in offen:
                gefunden.setdefault(ergebnis.teil, ergebnis)
        return tuple(gefunden.values())

    @property
    def maengel(self) -> tuple[Feststellung, ...]:
        """The findings for which a document must not go out: all but the questions."""
        return tuple(f for f in self.feststellungen if f.art is not Mangelart.ZU_PRUEFEN)

    def von(self, teil: str) -> Iterator[Ergebnis]:
        """Yield what is said of one part."""
        return (e for e in self.ergebnisse if e.teil == teil)
