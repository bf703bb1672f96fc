"""Days of the calendar: months on and back, and the public holidays of a Land."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from holidays.constants import CATHOLIC, PUBLIC
from holidays.countries.germany import Germany

from ..fehler import RechenFehler


class Land(StrEnum):
    """The Länder, by the letters usual in statistics and statutes."""

    BW = "BW"
    BY = "BY"
    BE = "BE"
    BB = "BB"
    HB = "HB"
    HH = "HH"
    HE = "HE"
    MV = "MV"
    NI = "NI"
    NW = "NW"
    RP = "RP"
    SL = "SL"
    SN = "SN"
    ST = "ST"
    SH = "SH"
    TH = "TH"


def um_monate(datum: date, monate: int) -> date:
    """Return the day with the same number so many months later (or earlier); where there is none, the last of the month."""
    jahr, monat = divmod(datum.year * 12 + datum.month - 1 + monate, 12)
    return date(jahr, monat + 1, min(datum.day, calendar.monthrange(jahr, monat + 1)[1]))


def monate_und_tage(von: date, bis: date) -> tuple[int, int]:
    """Count the full calendar months from a day to a day, both included, and the days outside them."""
    voll = tage = 0
    anfang = von
    while anfang <= bis:
        letzter = date(anfang.year, anfang.month, calendar.monthrange(anfang.year, anfang.month)[1])
        ende = min(letzter, bis)
        if anfang.day == 1 and ende == letzter:
            voll += 1
        else:
            tage += (ende - anfang).days + 1
        anfang = letzter + timedelta(1)
    return voll, tage


def feiertag(datum: date, land: Land) -> str:
    """Return the German name of the public holiday, "" if the day is none in the whole Land.

    Raises `RechenFehler` for years of which the holidays are not known.
    """
    return _feiertage(land, datum.year, (PUBLIC,)).get(datum, "")


def feiertag_mancherorts(datum: date, land: Land) -> str:
    """Return the name of a holiday that is one only in some municipalities of the Land (BY, SN, TH), else ""."""
    if feiertag(datum, land):
        return ""
    einige = _feiertage(land, datum.year, (PUBLIC, CATHOLIC)).get(datum, "")
    return einige or (_feiertage("Augsburg", datum.year, (PUBLIC,)).get(datum, "") if land is Land.BY else "")


@lru_cache(maxsize=256)
def _feiertage(gebiet: str, jahr: int, arten: tuple[str, ...]) -> Mapping[date, str]:
    if not Germany.start_year <= jahr <= Germany.end_year:
        bekannt = f"von {Germany.start_year} bis {Germany.end_year}"
        raise RechenFehler(f"Die Feiertage des Jahres {jahr} sind nicht bekannt (bekannt: {bekannt}).")
    return dict(Germany(subdiv=str(gebiet), years=jahr, categories=arten, language="de", observed=False))


def ruhetag(datum: date, land: Land) -> str:
    """Return why the day is no working day: „Samstag“, „Sonntag“ or the holiday; "" if it is one."""
    if name := feiertag(datum, land):
        return name
    return {5: "Samstag", 6: "Sonntag"}.get(datum.weekday(), "")
