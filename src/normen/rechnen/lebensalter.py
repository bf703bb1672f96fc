"""The day on which somebody has completed so many years of life."""

from __future__ import annotations

from datetime import date, timedelta

from .angabe import verlange, verlange_bereich
from .ergebnis import Frist, Schritt
from .schriftform import mehrzahl, tag

_BEGINN, _ENDE = "§ 187 Abs. 2 Satz 2 BGB", "§ 188 Abs. 2 BGB"
_AELTESTE = 120


def lebensalter(*, geburtsdatum: date, jahre: int, am: date, erreicht: bool) -> Frist:
    """First day on which somebody is so many years old; refused unless that is reached, or not reached, on a day.

    The day of birth counts as the first of life (§ 187 Abs. 2 Satz 2 BGB), so a year of life ends with the day before the
    birthday (§ 188 Abs. 2 BGB); who was born on 29 February completes one on 28 February, also in years without that day.
    """
    verlange_bereich("jahre", jahre, 1, _AELTESTE)
    verlange(geburtsdatum < am, "geburtsdatum", f"Der {tag(geburtsdatum)} liegt nicht vor dem {tag(am)}.")
    vollendet = _vollendet(geburtsdatum, jahre)
    erster = vollendet + timedelta(1)
    if erreicht:
        zu_jung = f"Am {tag(am)} ist das {jahre}. Lebensjahr noch nicht vollendet, erst mit Ablauf des {tag(vollendet)}"
        verlange(am >= erster, "geburtsdatum", f"{zu_jung} ({_BEGINN}, {_ENDE}).")
    else:
        zu_alt = f"Am {tag(am)} ist das {jahre}. Lebensjahr schon vollendet, seit Ablauf des {tag(vollendet)}"
        verlange(am < erster, "geburtsdatum", f"{zu_alt} ({_BEGINN}, {_ENDE}).")
    schritte = (
        Schritt("Erster Tag des Lebens ist der Tag der Geburt", "", tag(geburtsdatum), (_BEGINN,)),
        Schritt(f"Das {jahre}. Lebensjahr ist vollendet mit Ablauf des", "", tag(vollendet), (_ENDE,)),
    )
    return Frist(f"{jahre}. Geburtstag", geburtsdatum, mehrzahl(jahre, "Jahr", "Jahre"), erster, schritte)


def _vollendet(geburtsdatum: date, jahre: int) -> date:
    """Return the day before the birthday, which in some years does not have its day."""
    jahr = geburtsdatum.year + jahre
    try:
        return date(jahr, geburtsdatum.month, geburtsdatum.day) - timedelta(1)
    except ValueError:
        return date(jahr, 2, 28)
