"""Deadlines of remedies: how long, from which event, and by which rules they run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..fehler import RechenFehler
from .ansatz import Ansatz, ansatz
from .ergebnis import Frist, Schritt
from .fristlauf import BGB, JGG, SGG, STPO, STVOLLZG, VWGO, Dauer, Einheit, Fristregel, laufe
from .kalender import Land
from .schriftform import tag


class Rechtsbehelf(StrEnum):
    """Remedies against decisions in prisons, of social services and of other authorities."""

    ANTRAG_STRAFVOLLZUG = "antrag_strafvollzug"
    ANTRAG_JUGENDSTRAFVOLLZUG = "antrag_jugendstrafvollzug"
    ANTRAG_UNTERSUCHUNGSHAFT = "antrag_untersuchungshaft"
    ANTRAG_HAFTGRUND = "antrag_haftgrund"
    ANTRAG_EGGVG = "antrag_eggvg"
    RECHTSBESCHWERDE_STRAFVOLLZUG = "rechtsbeschwerde_strafvollzug"
    RECHTSBESCHWERDE_JUGENDSTRAFVOLLZUG = "rechtsbeschwerde_jugendstrafvollzug"
    WIEDEREINSETZUNG_STRAFVOLLZUG = "wiedereinsetzung_strafvollzug"
    BESCHWERDE_STPO = "beschwerde_stpo"
    SOFORTIGE_BESCHWERDE_STPO = "sofortige_beschwerde_stpo"
    WIDERSPRUCH_SOZIALRECHT = "widerspruch_sozialrecht"
    KLAGE_SOZIALRECHT = "klage_sozialrecht"
    WIDERSPRUCH_VERWALTUNGSRECHT = "widerspruch_verwaltungsrecht"
    KLAGE_VERWALTUNGSRECHT = "klage_verwaltungsrecht"


class Belehrung(StrEnum):
    """Whether the instruction on remedies was given as the law wants it."""

    RICHTIG = "richtig"
    FEHLT = "fehlt"
    UNRICHTIG = "unrichtig"


@dataclass(frozen=True, slots=True)
class Rechtsbehelfsregel:
    """One remedy: which norm opens the way, what the time runs from, how long it is, and by which rules it runs.

    ``satz`` is the length with its norm, ``None`` where there is no deadline. ``ausland`` is the length where the act
    was made known abroad. ``ohne_belehrung`` is the length without a right instruction, with its norms; ``folge`` says
    what follows instead where the law has no such length.
    """

    bezeichnung: str
    statthaft: tuple[str, ...]
    ereignis: str
    einheit: Einheit
    satz: Ansatz | None
    regel: Fristregel
    ausland: Ansatz | None = None
    ohne_belehrung: Ansatz | None = None
    folge: str = ""


_WIEDEREINSETZUNG = (
    "Eine längere Frist bei fehlender oder unrichtiger Belehrung sieht das Gesetz nicht vor; in Betracht kommt"
    " Wiedereinsetzung in den vorigen Stand ({norm})."
)
_STVOLLZG_FOLGE = _WIEDEREINSETZUNG.format(norm="§ 112 Abs. 2 bis 4 StVollzG")
_ZWEI_WOCHEN = ansatz(2, "§ 112 Abs. 1 StVollzG", "binnen zwei Wochen nach Zustellung oder schriftlicher Bekanntgabe")
_RECHTSBESCHWERDE = ansatz(
    1, "§ 118 Abs. 1 Satz 1 StVollzG", "binnen eines Monats nach Zustellung der gerichtlichen Entscheidung"
)
_SGG_JAHR = ansatz(1, "§ 66 Abs. 2 Satz 1 SGG", "nur innerhalb eines Jahres seit Zustellung, Eröffnung oder Verkündung")
_VWGO_JAHR = ansatz(1, "§ 58 Abs. 2 Satz 1 VwGO", "nur innerhalb eines Jahres seit Zustellung, Eröffnung oder Verkündung")
_ZUSTELLUNG = "Zustellung oder schriftliche Bekanntgabe"

REGELN: Mapping[Rechtsbehelf, Rechtsbehelfsregel] = {
    Rechtsbehelf.ANTRAG_STRAFVOLLZUG: Rechtsbehelfsregel(
        "Antrag auf gerichtliche Entscheidung",
        ("§ 109 Abs. 1 StVollzG",),
        _ZUSTELLUNG,
        Einheit.WOCHEN,
        _ZWEI_WOCHEN,
        STVOLLZG,
        folge=_STVOLLZG_FOLGE,
    ),
    Rechtsbehelf.ANTRAG_JUGENDSTRAFVOLLZUG: Rechtsbehelfsregel(
        "Antrag auf gerichtliche Entscheidung",
        ("§ 92 Abs. 1 Satz 1 JGG", "§ 92 Abs. 1 Satz 2 JGG"),
        _ZUSTELLUNG,
        Einheit.WOCHEN,
        _ZWEI_WOCHEN,
        JGG,
        folge=_STVOLLZG_FOLGE,
    ),
    Rechtsbehelf.ANTRAG_UNTERSUCHUNGSHAFT: Rechtsbehelfsregel(
        "Antrag auf gerichtliche Entscheidung",
        ("§ 119a Abs. 1 Satz 1 StPO",),
        "Bekanntgabe der Entscheidung oder Maßnahme",
        Einheit.TAGE,
        None,
        STPO,
    ),
    Rechtsbehelf.ANTRAG_HAFTGRUND: Rechtsbehelfsregel(
        "Antrag auf gerichtliche Entscheidung",
        ("§ 119 Abs. 5 Satz 1 StPO",),
        "Bekanntgabe der Entscheidung oder Maßnahme",
        Einheit.TAGE,
        None,
        STPO,
    ),
    Rechtsbehelf.ANTRAG_EGGVG: Rechtsbehelfsregel(
        "Antrag auf gerichtliche Entscheidung",
        ("§ 23 EGGVG",),
        _ZUSTELLUNG,
        Einheit.MONATE,
        ansatz(1, "§ 26 Abs. 1 EGGVG", "innerhalb eines Monats nach Zustellung oder schriftlicher Bekanntgabe"),
        BGB,
        folge=_WIEDEREINSETZUNG.format(norm="§ 26 Abs. 2 bis 4 EGGVG; ein Fehlen des Verschuldens wird dann vermutet"),
    ),
    Rechtsbehelf.RECHTSBESCHWERDE_STRAFVOLLZUG: Rechtsbehelfsregel(
        "Rechtsbeschwerde",
        ("§ 116 Abs. 1 StVollzG",),
        "Zustellung der gerichtlichen Entscheidung",
        Einheit.MONATE,
        _RECHTSBESCHWERDE,
        STVOLLZG,
        folge=_STVOLLZG_FOLGE,
    ),
    Rechtsbehelf.RECHTSBESCHWERDE_JUGENDSTRAFVOLLZUG: Rechtsbehelfsregel(
        "Rechtsbeschwerde",
        ("§ 92 Abs. 1 Satz 2 JGG", "§ 116 Abs. 1 StVollzG"),
        "Zustellung der gerichtlichen Entscheidung",
        Einheit.MONATE,
        _RECHTSBESCHWERDE,
        JGG,
        folge=_STVOLLZG_FOLGE,
    ),
    Rechtsbehelf.WIEDEREINSETZUNG_STRAFVOLLZUG: Rechtsbehelfsregel(
        "Antrag auf Wiedereinsetzung in den vorigen Stand",
        ("§ 112 Abs. 2 StVollzG",),
        "Wegfall des Hindernisses",
        Einheit.WOCHEN,
        ansatz(2, "§ 112 Abs. 3 Satz 1 StVollzG", "binnen zwei Wochen nach Wegfall des Hindernisses"),
        STVOLLZG,
        folge="Die Frist hängt von keiner Belehrung ab.",
    ),
    Rechtsbehelf.BESCHWERDE_STPO: Rechtsbehelfsregel(
        "Beschwerde", ("§ 304 Abs. 1 StPO",), "Bekanntmachung der Entscheidung", Einheit.TAGE, None, STPO
    ),
    Rechtsbehelf.SOFORTIGE_BESCHWERDE_STPO: Rechtsbehelfsregel(
        "Sofortige Beschwerde",
        ("§ 311 Abs. 1 StPO",),
        "Bekanntmachung der Entscheidung",
        Einheit.WOCHEN,
        ansatz(1, "§ 311 Abs. 2 StPO", "binnen einer Woche einzulegen"),
        STPO,
        folge=_WIEDEREINSETZUNG.format(norm="§ 44 StPO"),
    ),
    Rechtsbehelf.WIDERSPRUCH_SOZIALRECHT: Rechtsbehelfsregel(
        "Widerspruch",
        ("§ 62 SGB X",),
        "Bekanntgabe des Verwaltungsakts",
        Einheit.MONATE,
        ansatz(
            1, "§ 84 Abs. 1 Satz 1 SGG", "binnen eines Monats, nachdem der Verwaltungsakt dem Beschwerten bekanntgegeben"
        ),
        SGG,
        ansatz(3, "§ 84 Abs. 1 Satz 2 SGG", "bei Bekanntgabe im Ausland drei Monate"),
        _SGG_JAHR,
    ),
    Rechtsbehelf.KLAGE_SOZIALRECHT: Rechtsbehelfsregel(
        "Klage",
        ("§ 87 Abs. 2 SGG",),
        "Bekanntgabe des Verwaltungsakts oder des Widerspruchsbescheids",
        Einheit.MONATE,
        ansatz(1, "§ 87 Abs. 1 Satz 1 SGG", "binnen eines Monats nach Bekanntgabe des Verwaltungsakts"),
        SGG,
        ansatz(3, "§ 87 Abs. 1 Satz 2 SGG", "bei Bekanntgabe im Ausland drei Monate"),
        _SGG_JAHR,
    ),
    Rechtsbehelf.WIDERSPRUCH_VERWALTUNGSRECHT: Rechtsbehelfsregel(
        "Widerspruch",
        ("§ 70 Abs. 2 VwGO",),
        "Bekanntgabe des Verwaltungsakts",
        Einheit.MONATE,
        ansatz(
            1, "§ 70 Abs. 1 Satz 1 VwGO", "innerhalb eines Monats, nachdem der Verwaltungsakt dem Beschwerten bekanntgegeben"
        ),
        VWGO,
        None,
        _VWGO_JAHR,
    ),
    Rechtsbehelf.KLAGE_VERWALTUNGSRECHT: Rechtsbehelfsregel(
        "Klage",
        ("§ 74 Abs. 2 VwGO",),
        "Zustellung des Widerspruchsbescheids, ohne Vorverfahren Bekanntgabe des Verwaltungsakts",
        Einheit.MONATE,
        ansatz(1, "§ 74 Abs. 1 VwGO", "innerhalb eines Monats nach Zustellung des Widerspruchsbescheids"),
        VWGO,
        None,
        _VWGO_JAHR,
    ),
}


def rechtsbehelfsfrist(
    *,
    rechtsbehelf: Rechtsbehelf,
    ereignis: date,
    land: Land,
    belehrung: Belehrung = Belehrung.RICHTIG,
    ausland: bool = False,
) -> Frist:
    """Deadline of a remedy, from the day of the Zustellung or Bekanntgabe.

    § 112 Abs. 1 and § 118 Abs. 1 StVollzG, § 92 Abs. 1 JGG, § 26 EGGVG, § 311 Abs. 2 StPO, §§ 84 and 87 SGG, §§ 70 and
    74 VwGO; without right instruction § 66 Abs. 2 SGG, § 58 Abs. 2 VwGO. ``land`` is the Land whose public holidays
    count. ``ende`` is ``None`` where there is no deadline: § 119a Abs. 1, § 119 Abs. 5 and § 304 Abs. 1 StPO set none.
    """
    regel = REGELN[rechtsbehelf]
    if ausland and not regel.ausland:
        raise RechenFehler(f"Für „{rechtsbehelf}“ gibt es keine eigene Frist bei Bekanntgabe im Ausland.", "ausland")
    if not regel.satz:
        return _ohne_frist(regel, ereignis)
    satz, einheit = _satz(regel, regel.satz, belehrung, ausland)
    dauer = Dauer(int(satz.wert), einheit)
    lauf = laufe(ereignis, dauer, regel.regel, land)
    erster = Schritt(
        f"Frist für: {regel.bezeichnung}", f"{regel.ereignis} am {tag(ereignis)}", str(dauer), (*regel.statthaft, satz.norm)
    )
    fehlt = belehrung is not Belehrung.RICHTIG
    hinweise = ((regel.folge,) if fehlt and regel.folge else ()) + _hoehere_gewalt(regel, fehlt)
    return Frist(
        f"Frist für: {regel.bezeichnung}",
        ereignis,
        str(dauer),
        lauf.ende,
        (erster, *lauf.schritte),
        lauf.hinweise + hinweise,
    )


def _satz(regel: Rechtsbehelfsregel, satz: Ansatz, belehrung: Belehrung, ausland: bool) -> tuple[Ansatz, Einheit]:
    if belehrung is not Belehrung.RICHTIG and regel.ohne_belehrung:
        return regel.ohne_belehrung, Einheit.JAHRE
    return (regel.ausland if ausland and regel.ausland else satz), regel.einheit


def _hoehere_gewalt(regel: Rechtsbehelfsregel, fehlt: bool) -> tuple[str, ...]:
    if not (fehlt and regel.ohne_belehrung):
        return ()
    return (
        f"Das Jahr gilt nicht bei höherer Gewalt, und nicht, wenn belehrt wurde, ein Rechtsbehelf sei nicht gegeben"
        f" ({regel.ohne_belehrung.norm}).",
    )


def _ohne_frist(regel: Rechtsbehelfsregel, ereignis: date) -> Frist:
    schritt = Schritt(regel.bezeichnung, "", "keine Frist", regel.statthaft)
    return Frist(f"Frist für: {regel.bezeichnung}", ereignis, "unbefristet", None, (schritt,))
