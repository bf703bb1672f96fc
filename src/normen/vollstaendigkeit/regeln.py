"""The rules that a check applies: which remedy there is under which law, and when someone is to be heard - with sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal

from ..zitat import Zitat
from ..zitatleser import lies_zitat
from .regime import Regime
from .wortschatz import als_worte


class Behelf(Enum):
    """A remedy; the value is its name in the table of rules."""

    GERICHTLICHE_ENTSCHEIDUNG = "gerichtliche-entscheidung"
    WIDERSPRUCH = "widerspruch"
    KLAGE = "klage"

    def __repr__(self) -> str:
        return f"Behelf.{self.name}"


@dataclass(frozen=True, slots=True)
class Frist:
    """A period as number and unit, and the provision that sets it."""

    anzahl: int
    einheit: Literal["tag", "woche", "monat", "jahr"]
    norm: str

    def __str__(self) -> str:
        return als_worte(self.anzahl, self.einheit)


@dataclass(frozen=True, slots=True)
class Angerufen:
    """Whom a remedy is addressed to: the court (a word like "Landgericht", "" for any, ``None``: the issuing authority).

    ``kammer`` is the panel that must be named, ``falsch`` are words for those that do not decide; ``wer`` says who it is.
    """

    norm: str
    wer: str
    gericht: str | None = None
    kammer: str = ""
    falsch: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rechtsbehelf:
    """A remedy under a Regime.

    ``frist`` is ``None`` where the law sets none; ``wiedereinsetzung`` is the period of the Wiedereinsetzung,
    ``wiedereinsetzung_bis`` how long after the end of the missed one it is possible. ``beginn`` are the events that begin
    the period, ``form`` the forms; ``form_noetig`` tells whether an instruction must name them. ``aufschiebend`` is ``None``
    where it depends on the case. ``frage`` is what nobody can tell from the document, with the provision in ``frage_norm``;
    ``frage_ausser`` are Länder for which it is answered.
    """

    regime: Regime
    art: Behelf
    norm: str
    angerufen: Angerufen
    frist: Frist | None = None
    wiedereinsetzung: Frist | None = None
    wiedereinsetzung_bis: Frist | None = None
    beginn: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    form_norm: str = ""
    form_noetig: bool = True
    aufschiebend: bool | None = None
    wirkung_norm: str = ""
    frage: str = ""
    frage_norm: str = ""
    frage_ausser: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anhoerung:
    """When someone is to be heard: before decisions that rest on ``grundlagen``; ``norm`` says so."""

    sache: str
    grundlagen: tuple[str, ...]
    norm: str

    def gilt_fuer(self, zitat: Zitat) -> bool:
        """Tell whether a legal basis is one of those, or lies in one."""
        return any(zitat.liegt_in(lies_zitat(grundlage)) for grundlage in self.grundlagen)


@dataclass(frozen=True, slots=True)
class Werkregel:
    """Which Regime a decision falls under that rests on a work, and of which Land the work is."""

    werk: str
    regime: Regime
    norm: str
    land: str = ""


@dataclass(frozen=True, slots=True)
class Regeln:
    """All rules, as known on the day ``stand``; ``vorschriften`` say by Regime and part what asks for it."""

    stand: date
    werke: tuple[Werkregel, ...]
    rechtsbehelfe: tuple[Rechtsbehelf, ...]
    anhoerungen: tuple[Anhoerung, ...]
    vorschriften: dict[Regime, dict[str, str]]

    def behelfe(self, regime: Regime) -> tuple[Rechtsbehelf, ...]:
        """Return the remedies there are under a Regime, the usual one first."""
        return tuple(b for b in self.rechtsbehelfe if b.regime is regime)

    def regime(self, werke: Iterable[str]) -> Sequence[Werkregel]:
        """Return what works say of the Regime, one rule for each Regime."""
        genannt = frozenset(werke)
        return list({r.regime: r for r in self.werke if r.werk in genannt}.values())
