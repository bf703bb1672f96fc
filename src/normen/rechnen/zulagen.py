"""Zulagen to the Grundlohn (§ 2 JVollzVergO): each up to a share that the ordinance names."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from .angabe import verlange, verlange_bereich, verlange_betrag
from .ansatz import Ansatz, ansatz
from .ergebnis import Rechnung
from .rechenweg import Rechenweg, Rundung, rechne_aus
from .schriftform import euro, zahl


class Zulage(StrEnum):
    """What a Zulage is given for."""

    UMGEBUNG = "umgebung"
    UNGUENSTIGE_ZEIT = "unguenstige_zeit"
    MEHRARBEIT = "mehrarbeit"
    LEISTUNG_IM_ZEITLOHN = "leistung_im_zeitlohn"
    LEISTUNG_IM_LEISTUNGSLOHN = "leistung_im_leistungslohn"


HOECHSTSAETZE: Mapping[Zulage, Ansatz] = {
    Zulage.UMGEBUNG: ansatz(5, "§ 2 Abs. 1 Nr. 1 JVollzVergO", "bis zu fünf Prozent des Grundlohns"),
    Zulage.UNGUENSTIGE_ZEIT: ansatz(5, "§ 2 Abs. 1 Nr. 2 JVollzVergO", "bis zu fünf Prozent des Grundlohns"),
    Zulage.MEHRARBEIT: ansatz(25, "§ 2 Abs. 1 Nr. 3 JVollzVergO", "bis zu 25 Prozent des Grundlohns"),
    Zulage.LEISTUNG_IM_ZEITLOHN: ansatz(30, "§ 2 Abs. 2 Satz 1 JVollzVergO", "im Zeitlohn bis zu 30 Prozent"),
    Zulage.LEISTUNG_IM_LEISTUNGSLOHN: ansatz(
        15, "§ 2 Abs. 2 Satz 1 JVollzVergO", "im Leistungslohn bis zu 15 Prozent des Grundlohnes"
    ),
}


def zulage(*, grundlohn: Decimal, art: Zulage, prozent: Decimal) -> Rechnung:
    """Zulage to the Grundlohn of the time it is given for (a day, some hours, a month).

    § 2 JVollzVergO; a share above what it allows is refused.
    """
    verlange_betrag("grundlohn", grundlohn)
    satz = HOECHSTSAETZE[art]
    verlange_bereich("prozent", prozent, 0, 100)
    verlange(prozent <= satz.wert, "prozent", f"Höchstens {zahl(satz.wert)} Prozent des Grundlohns ({satz.norm}).")

    def rechne(weg: Rechenweg) -> Decimal:
        return weg.schritt("Zulage", f"{zahl(prozent)} % von {euro(grundlohn)}", grundlohn * prozent / 100, satz.norm)

    return rechne_aus("Zulage", rechne, Rundung.AM_ENDE)
