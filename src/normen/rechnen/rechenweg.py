"""How an amount comes about: steps are collected, values stay exact, and where one is rounded, a step says so."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum

from .ergebnis import Rechnung, Schritt
from .schriftform import auf_cent, euro


class Rundung(StrEnum):
    """When an amount is rounded to whole cents; the texts on money of prisoners do not say it."""

    AM_ENDE = "am_ende"
    JE_SCHRITT = "je_schritt"


class Rechenweg:
    """The steps so far. ``rundung`` says whether each step is rounded, or only the last."""

    def __init__(self, rundung: Rundung) -> None:
        self._rundung = rundung
        self.schritte: list[Schritt] = []

    def schritt(self, was: str, rechnung: str, betrag: Decimal, *normen: str, quelle: str = "") -> Decimal:
        """Add a step and return its amount, rounded if each step is."""
        if self._rundung is Rundung.JE_SCHRITT and betrag != auf_cent(betrag):
            return self._gerundet(was, rechnung, betrag, normen, quelle)
        self.schritte.append(Schritt(was, rechnung, euro(betrag), normen, quelle))
        return betrag

    def nenne(self, was: str, rechnung: str, ergebnis: str, *normen: str) -> None:
        """Add a step that has no amount."""
        self.schritte.append(Schritt(was, rechnung, ergebnis, normen))

    def _gerundet(self, was: str, rechnung: str, betrag: Decimal, normen: tuple[str, ...], quelle: str) -> Decimal:
        ergebnis = f"{euro(betrag)}, gerundet {euro(auf_cent(betrag))}"
        self.schritte.append(Schritt(was, rechnung, ergebnis, normen, quelle))
        return auf_cent(betrag)

    def auf_ganze_cent(self, betrag: Decimal) -> Decimal:
        """Round the final amount, as a step of its own where that changes it."""
        if betrag == auf_cent(betrag):
            return auf_cent(betrag)
        was = "Auf ganze Cent gerundet, ab einem halben Cent nach oben (eine Rundungsregel nennt der Text nicht)"
        self.schritte.append(Schritt(was, euro(betrag), euro(auf_cent(betrag))))
        return auf_cent(betrag)


def rechne_aus(
    bezeichnung: str, rechne: Callable[[Rechenweg], Decimal], rundung: Rundung, *, hinweise: tuple[str, ...] = ()
) -> Rechnung:
    """Work an amount out; where rounding at another moment gives another amount, a Hinweis says which."""
    weg, anders = Rechenweg(rundung), Rechenweg(_die_andere(rundung))
    betrag, anderer_betrag = weg.auf_ganze_cent(rechne(weg)), auf_cent(rechne(anders))
    if betrag != anderer_betrag:
        wann = "jeder Schritt" if rundung is Rundung.AM_ENDE else "erst am Ende"
        hinweise += (f"Wird {wann} auf Cent gerundet, sind es {euro(anderer_betrag)}; der Text regelt die Rundung nicht.",)
    return Rechnung(bezeichnung, betrag, tuple(weg.schritte), hinweise)


def _die_andere(rundung: Rundung) -> Rundung:
    return Rundung.JE_SCHRITT if rundung is Rundung.AM_ENDE else Rundung.AM_ENDE
