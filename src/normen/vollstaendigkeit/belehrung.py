"""The instruction on remedies as the document gives it: what it offers, and the words by which its parts are known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .fall import Fall
from .regeln import Behelf, Rechtsbehelf
from .schreiben import Abschnitt, Satz, Text
from .wortschatz import FRIST

WORTE = {
    Behelf.GERICHTLICHE_ENTSCHEIDUNG: re.compile(r"\bgerichtliche[nr]?\s+Entscheidung", re.IGNORECASE),
    Behelf.WIDERSPRUCH: re.compile(r"\bWiderspruch", re.IGNORECASE),
    Behelf.KLAGE: re.compile(r"\bKlage\b|\bklagen\b", re.IGNORECASE),
}
NAMEN = {
    Behelf.GERICHTLICHE_ENTSCHEIDUNG: "der Antrag auf gerichtliche Entscheidung",
    Behelf.WIDERSPRUCH: "der Widerspruch",
    Behelf.KLAGE: "die Klage",
}
#: What no law here gives against a notice, by the name it is offered under.
_NIE = re.compile(r"\b(?:sofortige\s+Beschwerde|Berufung|Einspruch|Rechtsbeschwerde|Verwaltungsbeschwerde)\b", re.IGNORECASE)
VERNEINT = re.compile(r"\b(?:nicht|kein(?:e[nrs]?)?|unzulässig|ausgeschlossen)\b", re.IGNORECASE)
#: The verbs by which a remedy is offered, and Sätze that speak of one already offered.
_ANGEBOT = re.compile(
    r"\b(?:kann|können|zulässig|statthaft|gegeben|erheben|einlegen|einzulegen|zu\s+erheben|beantrag\w+|eingelegt|erhoben|gestellt|klagen)\b",
    re.IGNORECASE,
)
_NEBENBEI = re.compile(r"Wiedereinsetzung|nachzuholen|\baussetz|\bbevor\b|aufschiebende|\bverlänger", re.IGNORECASE)
#: The day of charges is no remedy: "nach Erhebung der öffentlichen Klage".
_KEIN_BEHELF = re.compile(r"öffentliche[nr]?\s+Klage|Anklage|Widerspruchsbescheid", re.IGNORECASE)
#: Sätze on a missed period, and how the next goes on with them; one on the hindrance alone stands for itself.
_VERSAEUMT = re.compile(
    r"Wiedereinsetzung|^(?=.*(?:frist(?:en)?|rechtzeitig)\b)"
    r".*(?:versäum|verpass|(?:ver|ge)hindert|ohne\s+(?:\w+\s+)?Verschulden|\bnicht\s+ein\w*halten)",
    re.IGNORECASE,
)
_HINDERNIS = re.compile(r"hinder(?:nis|ung)", re.IGNORECASE)
_GEHT_WEITER = re.compile(
    r"\s*(?:(?:Dieser|Der)\s+Antrag|Er|Hierfür|Dafür|Hierzu|Dazu|Innerhalb\s+dieser\s+Frist)\b", re.IGNORECASE
)
#: A Satz that says from when its period runs sets that of the remedy.
_EIGENER_BEGINN = re.compile(r"Zustellung|Bekanntgabe|zugestellt|bekannt\s?gegeben", re.IGNORECASE)
#: Sätze whose periods are those of something else: of an authority that does nothing, abroad.
_ANDERE_FRIST = re.compile(
    r"Ausland|unterblieben|untätig|Untätigkeit|Unterlassen|nicht\s+(?:innerhalb|binnen)"
    r"|Jahresfrist|höherer\s+Gewalt"
    r"|Begründung\s+(?:soll|ist)|nicht\s+entschieden|Protokoll\b.{0,40}\baufgenommen|gilt\s+(?:am|mit\s+dem)\b",
    re.IGNORECASE,
)


def belehrung(fall: Fall) -> Text:
    """Return the lines of the instruction."""
    return fall.schreiben.teil(Abschnitt.BELEHRUNG)


def angebotene(fall: Fall) -> dict[Behelf, Satz]:
    """Return the remedies that the instruction offers, each with the first Satz that does; one it denies is none of them."""
    return {
        behelf: satz
        for behelf, worte in WORTE.items()
        if (satz := next((s for s in belehrung(fall).saetze if _bietet_an(s, worte)), None))
    }


def _bietet_an(satz: Satz, worte: re.Pattern[str]) -> bool:
    if _NEBENBEI.search(satz.text) or not _ANGEBOT.search(satz.text):
        return False
    behelf = f"(?:{worte.pattern})"
    ohne = _KEIN_BEHELF.sub("", satz.text)
    return bool(worte.search(ohne)) and not re.search(
        rf"{behelf}[^.;]{{0,60}}\b(?:nicht\s+(?:statthaft|zulässig|gegeben|möglich|vorgesehen)|unzulässig|findet\s+nicht\s+statt)"
        rf"|\bkein(?:en|e)?\s+{behelf}", ohne, re.IGNORECASE,
    )  # fmt: skip


def nie_gegebene(fall: Fall) -> Iterator[Satz]:
    """Yield the Sätze that offer what no law here gives."""
    return (s for s in belehrung(fall).saetze if _NIE.search(s.text) and not VERNEINT.search(s.text))


def massgeblicher(fall: Fall) -> Rechtsbehelf | None:
    """Return the remedy to measure the instruction by: the one it offers, if the law gives it, else the usual one."""
    angeboten = angebotene(fall)
    return next((b for b in fall.behelfe if b.art in angeboten), next(iter(fall.behelfe), None))


def fristsaetze(fall: Fall) -> list[Satz]:
    """Return the Sätze that set a period for the remedy itself."""
    andere = wiedereinsetzungssaetze(fall)
    return [
        s for s in belehrung(fall).saetze if s not in andere and FRIST.search(s.text) and not _ANDERE_FRIST.search(s.text)
    ]


def wiedereinsetzungssaetze(fall: Fall) -> list[Satz]:
    """Return the Sätze on what is to be done when the period was missed."""
    saetze, darin = list[Satz](), False
    for satz in belehrung(fall).saetze:
        weiter = darin and _GEHT_WEITER.match(satz.text) and not _EIGENER_BEGINN.search(satz.text)
        darin = bool(_VERSAEUMT.search(satz.text) or weiter)
        saetze += [satz] if darin or _HINDERNIS.search(satz.text) else []
    return saetze
