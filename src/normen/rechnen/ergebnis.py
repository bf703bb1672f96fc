"""Amounts and deadlines as values: the result, and every step to it with the norms it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Schritt:
    """One step: what is worked out, the formula with its values, what comes out, and the canonical citations for it.

    ``quelle`` says where a figure of the year is published. ``str()`` is a line that a notice can print.
    """

    was: str
    rechnung: str
    ergebnis: str
    normen: tuple[str, ...] = ()
    quelle: str = ""

    def __str__(self) -> str:
        belege = "; ".join(filter(None, (", ".join(self.normen), self.quelle)))
        gleichung = " = ".join(filter(None, (self.rechnung, self.ergebnis)))
        return f"{self.was}: {gleichung}" + (f" ({belege})" if belege else "")


def _alle_normen(schritte: tuple[Schritt, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(norm for schritt in schritte for norm in schritt.normen))


@dataclass(frozen=True, slots=True)
class Rechnung:
    """An amount in Euro, exact to the cent and never negative, with its steps.

    ``hinweise`` name what the texts leave open and how it was decided here.
    """

    bezeichnung: str
    betrag: Decimal
    schritte: tuple[Schritt, ...]
    hinweise: tuple[str, ...] = ()

    @property
    def normen(self) -> tuple[str, ...]:
        """The canonical citations of all steps, each once, in the order of the steps."""
        return _alle_normen(self.schritte)


@dataclass(frozen=True, slots=True)
class Frist:
    """A deadline or a day that is counted, from ``anfang``, the day of the event, to ``ende``, its last day.

    ``ende`` is ``None`` where the law sets no deadline. A day counted back lies before ``anfang``. ``hinweise`` name
    what the texts leave open and how it was decided here.
    """

    bezeichnung: str
    anfang: date
    dauer: str
    ende: date | None
    schritte: tuple[Schritt, ...]
    hinweise: tuple[str, ...] = ()

    @property
    def normen(self) -> tuple[str, ...]:
        """The canonical citations of all steps, each once, in the order of the steps."""
        return _alle_normen(self.schritte)
