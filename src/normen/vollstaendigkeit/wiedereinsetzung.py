"""The period of the Wiedereinsetzung: none has to be named, but one that is named is the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .belehrung import wiedereinsetzungssaetze
from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .rechtsbehelf import nach_massgabe
from .regeln import Frist, Rechtsbehelf
from .schreiben import Satz
from .wortschatz import FRIST, frist

#: So far behind a period the verb is looked for that says what becomes of it, in characters.
_REICHWEITE = 200
#: From what a period runs, as the words behind it say.
_LAEUFT_AB = re.compile(
    r"(?P<fristende>\bFrist(?:ende|ablauf)|\b(?:Ende|Ablauf)\s+(?:der|dieser)\s+(?:\w+\s+)?\w*frist\b|\bversäumten\s+Frist\b)"
    r"|(?P<hindernis>hinder(?:nis|ung)|\bWegfall|\bweggefallen)|(?P<bekanntgabe>Zustellung|Bekanntgabe|zugestellt|bekannt\s?gegeben)",
    re.IGNORECASE,
)
#: Words before a period, or behind it, that say that afterwards it is too late; "spätestens" may also be said of the other.
_HOECHSTENS = re.compile(r"\b(?:längstens|höchstens)\b[^,;]{0,100}$|\bAblauf\s+(?:von\s+)?$", re.IGNORECASE)
_SPAETESTENS = re.compile(r"\bspätestens\b[^,;]{0,100}$", re.IGNORECASE)
_ZU_SPAET = re.compile(r"[^,;]*\b(?:unzulässig|ausgeschlossen|nicht\s+mehr)\b", re.IGNORECASE)
#: A period that was missed is that of the remedy: "Wird die Frist von zwei Wochen versäumt".
_VERSAEUMT = re.compile(
    r"^[^,;]*?\b(?:(?:versäumt|versäumen|verpasst)\b|einhalten|eingehalten|einzuhalten|verstrichen|abgelaufen)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Genannt:
    """A period in a Satz, and what stands before and behind it, up to the next."""

    satz: Satz
    worte: str
    frist: tuple[int, str]
    davor: str
    dahinter: str
    weiter: str


def wiedereinsetzung(fall: Fall, behelf: Rechtsbehelf) -> Iterator[Ergebnis]:
    """Each period in the Sätze on a missed period is that of the law."""
    genannte = [g for satz in wiedereinsetzungssaetze(fall) for g in _genannte(satz)]
    falsche = [(g, richtig) for g in genannte if (richtig := _anders(g, behelf))]
    for g, richtig in falsche:
        grund = f"Für die Wiedereinsetzung beträgt die Frist nicht „{g.worte}“, sondern: {richtig}."
        yield _feststellung(g.satz, grund, "Berichtigen Sie die Frist.", richtig.norm)
    if genannte and behelf.wiedereinsetzung is None:
        grund = f"{behelf.norm} bestimmt keine Frist, die versäumt werden könnte; die Belehrung nennt eine."
        yield _feststellung(genannte[0].satz, grund, "Streichen Sie den Satz.", behelf.norm)
    elif genannte and not falsche:
        yield Vorhanden(WIEDEREINSETZUNG.kuerzel, genannte[0].satz.ort, genannte[0].satz.text)


def _genannte(satz: Satz) -> Iterator[_Genannt]:
    treffer = list(FRIST.finditer(satz.text))
    enden = (0, *(t.end() for t in treffer))
    anfaenge = (*(t.start() for t in treffer[1:]), len(satz.text))
    for t, vorher, nachher in zip(treffer, enden, anfaenge, strict=False):
        dahinter, weiter = satz.text[t.end() : nachher], satz.text[t.end() : t.end() + _REICHWEITE]
        yield _Genannt(satz, t[0], frist(t), satz.text[vorher : t.start()], dahinter, weiter)


def _anders(genannt: _Genannt, behelf: Rechtsbehelf) -> Frist | None:
    """Return the right period where another one is named, ``None`` where it is right or none is known."""
    moeglich = [f for f in _gemeint(genannt, behelf) if f]
    richtig = any(genannt.frist == (f.anzahl, f.einheit) for f in moeglich)
    return None if richtig else next(iter(moeglich), None)


def _gemeint(genannt: _Genannt, behelf: Rechtsbehelf) -> tuple[Frist | None, ...]:
    """Return the period that is meant, or both that may be, by what it runs from; how long it is says nothing."""
    ab = _LAEUFT_AB.search(genannt.dahinter)
    if ab and not ab["fristende"]:
        return (behelf.frist if ab["bekanntgabe"] else behelf.wiedereinsetzung,)
    if ab or _HOECHSTENS.search(genannt.davor) or _ZU_SPAET.match(genannt.weiter):
        return (behelf.wiedereinsetzung_bis,)
    if _SPAETESTENS.search(genannt.davor):
        return (behelf.wiedereinsetzung_bis, behelf.wiedereinsetzung)
    return (behelf.frist if _VERSAEUMT.match(genannt.weiter) else behelf.wiedereinsetzung,)


def _feststellung(satz: Satz, grund: str, schritt: str, norm: str) -> Feststellung:
    return Feststellung(WIEDEREINSETZUNG.kuerzel, Mangelart.PASST_NICHT, grund, schritt, satz.ort, satz.text, norm)


WIEDEREINSETZUNG = Pruefpunkt("wiedereinsetzung", "Frist der Wiedereinsetzung", BESCHEIDE, nach_massgabe(wiedereinsetzung))
