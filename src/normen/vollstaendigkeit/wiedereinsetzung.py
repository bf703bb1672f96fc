"""The period of the Wiedereinsetzung: none has to be named, but one that is named is the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .belehrung import wiedereinsetzungssaetze
from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .rechtsbehelf import nach_massgabe
from .regeln import Frist, Rechtsbehelf
from .schreiben import Satz
from .wortschatz import FRIST, frist

#: From what a period runs, as the words behind it say.
_LAEUFT_AB = re.compile(
    r"(?P<fristende>\bFrist(?:ende|ablauf)|\b(?:Ende|Ablauf)\s+(?:der|dieser)\s+(?:\w+\s+)?\w*frist\b|\bversäumten\s+Frist\b)"
    r"|(?P<hindernis>hinder(?:nis|ung)|\bWegfall|\bweggefallen)|(?P<bekanntgabe>Zustellung|Bekanntgabe|zugestellt|bekannt\s?gegeben)",
    re.IGNORECASE,
)
#: Words before a period, or behind it, that say that afterwards it is too late; "spätestens" may also be said of the other.
_HOECHSTENS = re.compile(r"\b(?:längstens|höchstens)\b[^,;]*$|\bAblauf\s+(?:von\s+)?$", re.IGNORECASE)
_SPAETESTENS = re.compile(r"\bspätestens\b[^,;]*$", re.IGNORECASE)
_ZU_SPAET = re.compile(r"[^,;]*\b(?:unzulässig|ausgeschlossen|nicht\s+mehr)\b", re.IGNORECASE)
#: A period that was missed is that of the remedy: "Wird die Frist von zwei Wochen versäumt".
_VERSAEUMT = re.compile(
    r"^[^,;]*?\b(?:(?:versäumt|versäumen|verpasst)\b|einhalten|eingehalten|einzuhalten|verstrichen|abgelaufen)",
    re.IGNORECASE,
)


def wiedereinsetzung(fall: Fall, behelf: Rechtsbehelf) -> Iterator[Ergebnis]:
    """Each period in the Sätze on a missed period is that of the law."""
    genannt = [(satz, treffer) for satz in wiedereinsetzungssaetze(fall) for treffer in FRIST.finditer(satz.text)]
    falsche = [(satz, treffer, richtig) for satz, treffer in genannt if (richtig := _anders(satz.text, treffer, behelf))]
    for satz, treffer, richtig in falsche:
        grund = f"Für die Wiedereinsetzung beträgt die Frist nicht „{treffer[0]}“, sondern: {richtig}."
        yield _feststellung(satz, grund, "Berichtigen Sie die Frist.", richtig.norm)
    if genannt and behelf.wiedereinsetzung is None:
        satz, _ = genannt[0]
        grund = f"{behelf.norm} bestimmt keine Frist, die versäumt werden könnte; die Belehrung nennt eine."
        yield _feststellung(satz, grund, "Streichen Sie den Satz.", behelf.norm)
    elif genannt and not falsche:
        yield Vorhanden(WIEDEREINSETZUNG.kuerzel, genannt[0][0].ort, genannt[0][0].text)


def _anders(satz: str, treffer: re.Match[str], behelf: Rechtsbehelf) -> Frist | None:
    """Return the right period where another one is named, ``None`` where it is right or none is known."""
    moeglich = [f for f in _gemeint(satz, treffer, behelf) if f]
    richtig = any(frist(treffer) == (f.anzahl, f.einheit) for f in moeglich)
    return None if richtig else next(iter(moeglich), None)


def _gemeint(satz: str, treffer: re.Match[str], behelf: Rechtsbehelf) -> tuple[Frist | None, ...]:
    """Return the period that is meant, or both that may be, by what it runs from; how long it is says nothing."""
    davor, dahinter = FRIST.split(satz[: treffer.start()])[-1], satz[treffer.end() :]
    naechste = FRIST.search(dahinter)
    ab = _LAEUFT_AB.search(dahinter, 0, naechste.start() if naechste else len(dahinter))
    if ab and not ab["fristende"]:
        return (behelf.frist if ab["bekanntgabe"] else behelf.wiedereinsetzung,)
    if ab or _HOECHSTENS.search(davor) or _ZU_SPAET.match(dahinter):
        return (behelf.wiedereinsetzung_bis,)
    if _SPAETESTENS.search(davor):
        return (behelf.wiedereinsetzung_bis, behelf.wiedereinsetzung)
    return (behelf.frist if _VERSAEUMT.match(dahinter) else behelf.wiedereinsetzung,)


def _feststellung(satz: Satz, grund: str, schritt: str, norm: str) -> Feststellung:
    return Feststellung(WIEDEREINSETZUNG.kuerzel, Mangelart.PASST_NICHT, grund, schritt, satz.ort, satz.text, norm)


WIEDEREINSETZUNG = Pruefpunkt("wiedereinsetzung", "Frist der Wiedereinsetzung", BESCHEIDE, nach_massgabe(wiedereinsetzung))
