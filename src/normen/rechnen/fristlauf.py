"""How periods run: which day counts first, which is the last, and what happens if that is no working day.

Each rule names the provisions it follows; the results are the same days wherever the law says the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ..fehler import RechenFehler
from .ergebnis import Schritt
from .kalender import Land, feiertag_mancherorts, ruhetag, um_monate
from .schriftform import mehrzahl, tag, wochentag


class Einheit(StrEnum):
    """What a period is measured in."""

    TAGE = "tage"
    WOCHEN = "wochen"
    MONATE = "monate"
    JAHRE = "jahre"


_NAMEN: Mapping[Einheit, tuple[str, str]] = {
    Einheit.TAGE: ("Tag", "Tage"),
    Einheit.WOCHEN: ("Woche", "Wochen"),
    Einheit.MONATE: ("Monat", "Monate"),
    Einheit.JAHRE: ("Jahr", "Jahre"),
}


@dataclass(frozen=True, slots=True)
class Dauer:
    """A length: how many of what."""

    anzahl: int
    einheit: Einheit

    def __str__(self) -> str:
        return mehrzahl(self.anzahl, *_NAMEN[self.einheit])

    def nach(self, tag_des_ereignisses: date) -> date:
        """Return the last day: the one that answers the day of the event by name or number, else the last of the month."""
        return self._versetzt(tag_des_ereignisses, self.anzahl)

    def vor(self, tag_des_ereignisses: date) -> date:
        """Return the day so long before: the one that answers by name or number, else the last of the month."""
        return self._versetzt(tag_des_ereignisses, -self.anzahl)

    def _versetzt(self, von: date, anzahl: int) -> date:
        try:
            if self.einheit in (Einheit.MONATE, Einheit.JAHRE):
                return um_monate(von, anzahl * (12 if self.einheit is Einheit.JAHRE else 1))
            return von + timedelta(anzahl * (7 if self.einheit is Einheit.WOCHEN else 1))
        except (ValueError, OverflowError):
            raise RechenFehler(f"{self} ab {tag(von)} gerechnet, liegt der Tag außerhalb des Kalenders.") from None


@dataclass(frozen=True, slots=True)
class Fristregel:
    """Which provisions say how a period runs: why they hold, the first day, the last day, and the next Werktag."""

    grund: tuple[str, ...]
    beginn: tuple[str, ...]
    ende: Mapping[Einheit, tuple[str, ...]]
    werktag: tuple[str, ...]


def _ende(tage: str, sonst: tuple[str, ...]) -> Mapping[Einheit, tuple[str, ...]]:
    return {Einheit.TAGE: (tage,), Einheit.WOCHEN: sonst, Einheit.MONATE: sonst, Einheit.JAHRE: sonst}


_BGB_ENDE = _ende("§ 188 Abs. 1 BGB", ("§ 188 Abs. 2 BGB", "§ 188 Abs. 3 BGB"))
BGB = Fristregel(("§ 186 BGB",), ("§ 187 Abs. 1 BGB",), _BGB_ENDE, ("§ 193 BGB",))
#: By § 43 Abs. 1 StPO weeks and months end on the day that answers the one they began on, so that one does not count.
STPO = Fristregel((), ("§ 43 Abs. 1 StPO",), _ende("§ 42 StPO", ("§ 43 Abs. 1 StPO",)), ("§ 43 Abs. 2 StPO",))
SGG = Fristregel((), ("§ 64 Abs. 1 SGG",), _ende("§ 64 Abs. 2 SGG", ("§ 64 Abs. 2 SGG",)), ("§ 64 Abs. 3 SGG",))
VWGO = Fristregel(
    ("§ 57 Abs. 2 VwGO", "§ 222 Abs. 1 ZPO"), ("§ 57 Abs. 1 VwGO", "§ 187 Abs. 1 BGB"), _BGB_ENDE, ("§ 222 Abs. 2 ZPO",)
)
#: The StVollzG leads to the StPO, the JGG to the StVollzG and so to the StPO.
STVOLLZG = Fristregel(("§ 120 Abs. 1 Satz 2 StVollzG",), STPO.beginn, STPO.ende, STPO.werktag)
JGG = Fristregel(("§ 92 Abs. 1 Satz 2 JGG", "§ 120 Abs. 1 Satz 2 StVollzG"), STPO.beginn, STPO.ende, STPO.werktag)


@dataclass(frozen=True, slots=True)
class Lauf:
    """A period that ran: its last day, the steps, and what is left open."""

    ende: date
    schritte: tuple[Schritt, ...]
    hinweise: tuple[str, ...] = ()


def laufe(ereignis: date, dauer: Dauer, regel: Fristregel, land: Land) -> Lauf:
    """Let a period run: the day of the event does not count, and the last day is a Werktag.

    Saturdays, Sundays and the public holidays of the Land push the end to the next Werktag. Where a day is a holiday
    only in some municipalities, it does not, and a Hinweis says so.
    """
    letzter = dauer.nach(ereignis)
    schritte = (
        Schritt("Tag des Ereignisses, nicht mitgerechnet", "", tag(ereignis), (*regel.grund, *regel.beginn)),
        Schritt(
            "Ende der Frist", dauer_ab(dauer, ereignis), f"{wochentag(letzter)}, {tag(letzter)}", regel.ende[dauer.einheit]
        ),
    )
    ende, verschoben = _naechster_werktag(letzter, land, regel.werktag)
    return Lauf(ende, schritte + verschoben, _mancherorts(ende, land))


def dauer_ab(dauer: Dauer, ereignis: date) -> str:
    """Say in words what is counted: ``2 Wochen ab 3. März 2026``."""
    return f"{dauer} ab {tag(ereignis)}"


def _naechster_werktag(letzter: date, land: Land, normen: tuple[str, ...]) -> tuple[date, tuple[Schritt, ...]]:
    gruende: list[str] = []
    ende = letzter
    while grund := ruhetag(ende, land):
        gruende.append(grund)
        ende += timedelta(1)
    if not gruende:
        return letzter, ()
    was = f"Nächster Werktag nach {', '.join(gruende)} ({land})"
    return ende, (Schritt(was, "", f"{wochentag(ende)}, {tag(ende)}", normen),)


def _mancherorts(ende: date, land: Land) -> tuple[str, ...]:
    if not (name := feiertag_mancherorts(ende, land)):
        return ()
    return (
        f"{tag(ende)} ist in Teilen des Landes Feiertag ({name}); ist er es am maßgeblichen Ort, endet die Frist später.",
    )
