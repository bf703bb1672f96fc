"""Numbers, amounts and days as a German letter writes them."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

_MONATE = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_WOCHENTAGE = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
#: What a reader can check by hand; shares of the Bezugsgröße have fewer digits.
_STELLEN = 8


def auf_cent(betrag: Decimal) -> Decimal:
    """Round to whole cents; from half a cent up to the next."""
    return betrag.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def zahl(wert: Decimal | int) -> str:
    """Write a number with comma and thousands points, without zeros at the end: ``1.234,5``; a long one ends with ``…``."""
    ganze, _, stellen = f"{Decimal(wert):,f}".partition(".")
    stellen = stellen.rstrip("0")
    if len(stellen) > _STELLEN:
        stellen = stellen[:_STELLEN] + "…"
    return ganze.replace(",", ".") + (f",{stellen}" if stellen else "")


def euro(betrag: Decimal) -> str:
    """Write an amount with two digits behind the comma, or with all it has: ``44,90 Euro``, ``15,2712 Euro``."""
    if betrag != auf_cent(betrag):
        return f"{zahl(betrag)} Euro"
    return f"{auf_cent(betrag):,f}".translate(str.maketrans(",.", ".,")) + " Euro"


def tag(datum: date) -> str:
    """Write a day: ``12. Mai 2026``."""
    return f"{datum.day}. {_MONATE[datum.month - 1]} {datum.year}"


def wochentag(datum: date) -> str:
    """Return the German name of the day of the week."""
    return _WOCHENTAGE[datum.weekday()]


def mehrzahl(anzahl: int, eines: str, mehrere: str) -> str:
    """Write a number with its noun: ``1 Monat``, ``3 Monate``."""
    return f"{anzahl} {eines if anzahl == 1 else mehrere}"
