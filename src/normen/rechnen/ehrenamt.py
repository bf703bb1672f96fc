"""Aufwandsentschädigung of volunteers (VV Nr. 4 zu § 16 JVollzGB I)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .angabe import verlange, verlange_bereich
from .ansatz import ansatz
from .ergebnis import Rechnung
from .kalender import monate_und_tage
from .rechenweg import Rechenweg, Rundung, rechne_aus
from .schriftform import euro, mehrzahl, tag

MONATSPAUSCHALE = ansatz(30, "VV Nr. 4.3 Satz 1 zu § 16 JVollzGB I", "in Höhe von 30 Euro für jeden vollen Kalendermonat")
TAGESTEIL = ansatz(30, "VV Nr. 4.3 Satz 2 zu § 16 JVollzGB I", "ein Dreißigstel der monatlichen Pauschalentschädigung")
STUNDENPAUSCHALE = ansatz(10, "VV Nr. 4.4 Satz 1 zu § 16 JVollzGB I", "in Höhe von 10,00 Euro")
HOECHSTZAHL = ansatz(5, "VV Nr. 1.1.1 Satz 2 zu § 16 JVollzGB I", "von mehr als fünf Gefangenen ist ausgeschlossen")


def aufwandsentschaedigung_einzelbetreuung(*, von: date, bis: date, gefangene: int = 1) -> Rechnung:
    """Allowance for looking after single prisoners from a day to a day, both included, for each of them the same time.

    VV Nr. 4.3 zu § 16 JVollzGB I: 30 Euro for each full calendar month, a thirtieth of it for each day of the others;
    at most five prisoners (VV Nr. 1.1.1 Satz 2).
    """
    verlange(von <= bis, "bis", f"{tag(bis)} liegt vor {tag(von)}.")
    verlange_bereich("gefangene", gefangene, 1, HOECHSTZAHL.wert)
    monate, tage = monate_und_tage(von, bis)

    def rechne(weg: Rechenweg) -> Decimal:
        monatlich, taeglich = MONATSPAUSCHALE.wert, MONATSPAUSCHALE.wert / TAGESTEIL.wert
        volle = f"{mehrzahl(monate, 'voller Kalendermonat', 'volle Kalendermonate')} × {euro(monatlich)}"
        summe = weg.schritt("Volle Kalendermonate", volle, monate * monatlich, MONATSPAUSCHALE.norm)
        if tage:
            formel = f"{mehrzahl(tage, 'Tag', 'Tage')} × {euro(taeglich)}"
            summe += weg.schritt("Tage nicht voller Kalendermonate", formel, tage * taeglich, TAGESTEIL.norm)
        formel = f"{euro(summe)} × {mehrzahl(gefangene, 'Person', 'Personen')}"
        return weg.schritt("Aufwandsentschädigung", formel, summe * gefangene, MONATSPAUSCHALE.norm)

    hinweis = "Sie ist vierteljährlich nachträglich zu zahlen (VV Nr. 4.3 Satz 6 zu § 16 JVollzGB I)."
    bezeichnung = f"Aufwandsentschädigung vom {tag(von)} bis zum {tag(bis)}"
    return rechne_aus(bezeichnung, rechne, Rundung.AM_ENDE, hinweise=(hinweis,))


def aufwandsentschaedigung_gruppe(*, stunden: int) -> Rechnung:
    """Allowance for leading a group: 10 Euro for each hour held, without the time of the journey.

    VV Nr. 4.4 Satz 1 and 2 zu § 16 JVollzGB I. How begun hours count, the text does not say; whole ones are asked for.
    """
    verlange_bereich("stunden", stunden, 0, 10_000)

    def rechne(weg: Rechenweg) -> Decimal:
        formel = f"{mehrzahl(stunden, 'Stunde', 'Stunden')} × {euro(STUNDENPAUSCHALE.wert)}"
        normen = (STUNDENPAUSCHALE.norm, "VV Nr. 4.4 Satz 2 zu § 16 JVollzGB I")
        return weg.schritt("Aufwandsentschädigung ohne Wegezeiten", formel, stunden * STUNDENPAUSCHALE.wert, *normen)

    hinweis = "Sie ist vierteljährlich nachträglich zu zahlen (VV Nr. 4.4 Satz 5 zu § 16 JVollzGB I)."
    return rechne_aus("Aufwandsentschädigung für Gruppenarbeit", rechne, Rundung.AM_ENDE, hinweise=(hinweis,))
