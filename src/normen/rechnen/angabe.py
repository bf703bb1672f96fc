"""What a calculation is given, checked: each refusal names the parameter."""

from __future__ import annotations

from decimal import Decimal

from ..fehler import RechenFehler
from .schriftform import auf_cent, zahl

#: No amount in a notice comes near it.
_HOECHSTER_BETRAG = Decimal(10**9)


def verlange(erfuellt: bool, angabe: str, meldung: str, rat: str = "") -> None:
    """Raise `RechenFehler` for the parameter ``angabe`` unless the condition holds."""
    if not erfuellt:
        raise RechenFehler(meldung, angabe, rat=rat)


def verlange_betrag(angabe: str, betrag: Decimal) -> None:
    """Raise `RechenFehler` unless this is an amount in Euro and Cent that is not negative."""
    moeglich = betrag.is_finite() and 0 <= betrag < _HOECHSTER_BETRAG
    verlange(moeglich, angabe, f"{betrag} ist kein möglicher Betrag (erwartet 0 bis unter eine Milliarde Euro).")
    verlange(betrag == auf_cent(betrag), angabe, f"{zahl(betrag)} ist kein Betrag in Euro und Cent.")


def verlange_bereich(angabe: str, wert: Decimal | int, von: int, bis: int | Decimal) -> None:
    """Raise `RechenFehler` unless the number lies between ``von`` and ``bis``, both included."""
    endlich = isinstance(wert, int) or wert.is_finite()
    meldung = f"{zahl(wert) if endlich else wert} liegt nicht zwischen {von} und {zahl(bis)}."
    verlange(endlich and von <= wert <= bis, angabe, meldung)
