"""What forensic outpatient clinics are paid in North Rhine-Westphalia (AV ForAmb NRW)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .angabe import verlange, verlange_bereich, verlange_betrag
from .ansatz import ansatz
from .ergebnis import Rechnung
from .rechenweg import Rechenweg, Rundung, rechne_aus
from .schriftform import euro, mehrzahl, tag, zahl

#: A begun last hour counts as a whole one if it took more than these minutes, otherwise as half (§ 8 Abs. 2 Satz 2 JVEG).
HALBE_STUNDE = ansatz(30, "§ 8 Abs. 2 Satz 2 JVEG", "wenn sie zu mehr als 30 Minuten für die Erbringung der Leistung")


def kostenpauschale(*, von: date, bis: date, tagespauschale: Decimal) -> Rechnung:
    """Kostenpauschale for one person, from a day to a day of the same quarter, both included.

    Nr. 6.4 Satz 1 AV ForAmb NRW: for each calendar day. Its amount is fixed by the ministry on 1 January of each year
    and made known on its website (Satz 2), so it is asked for. It is paid by quarters (Satz 3).
    """
    verlange(von <= bis, "bis", f"{tag(bis)} liegt vor {tag(von)}.")
    jedes_fuer_sich = "Erstattet wird quartalsweise (Nr. 6.4 Satz 3 AV ForAmb NRW); rechnen Sie jedes Quartal für sich ab."
    verlange((von.year, _quartal(von)) == (bis.year, _quartal(bis)), "bis", jedes_fuer_sich)
    verlange_betrag("tagespauschale", tagespauschale)
    tage = (bis - von).days + 1

    def rechne(weg: Rechenweg) -> Decimal:
        weg.nenne("Kalendertage", f"{tag(von)} bis {tag(bis)}", zahl(tage), "Nr. 6.4 Satz 1 AV ForAmb NRW")
        normen = ("Nr. 6.4 Satz 1 AV ForAmb NRW", "Nr. 6.4 Satz 2 AV ForAmb NRW")
        formel = f"{mehrzahl(tage, 'Tag', 'Tage')} × {euro(tagespauschale)}"
        return weg.schritt("Kostenpauschale", formel, tage * tagespauschale, *normen)

    return rechne_aus("Kostenpauschale", rechne, Rundung.AM_ENDE)


def _quartal(am: date) -> int:
    return (am.month - 1) // 3


def kurzgutachten(*, minuten: int, stundensatz: Decimal) -> Rechnung:
    """Fee of the short expert opinion in the admission procedure.

    Nr. 5 AV ForAmb NRW with §§ 8 and 9 Abs. 1 JVEG, Honorargruppe M 3: by hours; a begun last hour counts whole if it
    took more than 30 minutes, otherwise half (§ 8 Abs. 2 Satz 2 JVEG). The rate is asked for: Nr. 5 names it only as it
    was then.
    """
    verlange_bereich("minuten", minuten, 1, 100_000)
    verlange_betrag("stundensatz", stundensatz)
    volle, rest = divmod(minuten, 60)
    angefangen = Decimal(0) if not rest else Decimal(1) if rest > HALBE_STUNDE.wert else Decimal("0.5")
    stunden = volle + angefangen

    def rechne(weg: Rechenweg) -> Decimal:
        zeit = mehrzahl(minuten, "Minute", "Minuten")
        weg.nenne("Zu vergütende Stunden", zeit, zahl(stunden), "§ 8 Abs. 2 Satz 1 JVEG", HALBE_STUNDE.norm)
        formel = f"{zahl(stunden)} Stunden × {euro(stundensatz)}"
        return weg.schritt("Honorar", formel, stunden * stundensatz, "Nr. 5 AV ForAmb NRW", "§ 9 Abs. 1 JVEG")

    hinweis = "Nr. 5 AV ForAmb NRW nennt „zurzeit 120 Euro pro Stunde“; maßgeblich ist das JVEG in der geltenden Fassung."
    return rechne_aus("Honorar für das Kurzgutachten", rechne, Rundung.AM_ENDE, hinweise=(hinweis,))
