"""Remedies: the right one is offered, to the right court or authority with its seat, in the right form and time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..pruefung import Sicherheit
from .belehrung import NAMEN, angebotene, belehrung, massgeblicher, nie_gegebene
from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .regeln import Rechtsbehelf
from .regime import NAMEN as REGIMENAMEN

_WIRKUNG = re.compile(r"\b(?:hat|haben|entfaltet|besitzt)\b[^.;]*\baufschiebende\s+Wirkung", re.IGNORECASE)
_KEINE = re.compile(r"\bkeine\b|\bnicht\b|\bentfällt\b", re.IGNORECASE)


def rechtsbehelf(fall: Fall) -> Iterator[Ergebnis]:
    """There is an instruction, under a heading, and it offers the remedy that the law gives and no other."""
    text = belehrung(fall)
    if not text.ohne_ueberschriften():
        yield _fehlt(fall)
        return
    if not fall.schreiben.belehrt_mit_ueberschrift:
        grund, schritt = "Die Belehrung hat keine Überschrift.", "Setzen Sie „Rechtsbehelfsbelehrung“ darüber."
        erste = text.zeilen[0]
        yield Feststellung(
            RECHTSBEHELF.kuerzel,
            Mangelart.UNVOLLSTAENDIG,
            grund,
            schritt,
            erste.ort,
            erste.text,
            sicherheit=Sicherheit.GERING,
        )
    yield from _welcher(fall)
    if behelf := massgeblicher(fall):
        yield from _frage(fall, behelf)
        yield from _wirkung(fall, behelf)


def _fehlt(fall: Fall) -> Feststellung:
    behelf = next(iter(fall.behelfe), None)
    welcher = f" Gegeben ist {NAMEN[behelf.art]} ({behelf.norm})." if behelf else ""
    schritt = "Belehren Sie über Rechtsbehelf, Gericht oder Behörde mit Sitz, Form und Frist."
    norm = fall.vorschrift("rechtsbehelf") or (behelf.norm if behelf else "")
    grund = f"Eine Rechtsbehelfsbelehrung fehlt.{welcher}"
    return Feststellung(RECHTSBEHELF.kuerzel, Mangelart.FEHLT, grund, schritt, norm=norm)


def _welcher(fall: Fall) -> Iterator[Ergebnis]:
    angeboten, gegeben = angebotene(fall), {b.art: b for b in fall.behelfe}
    for art, satz in angeboten.items():
        if fall.regime and art not in gegeben:
            richtig = fall.behelfe[0]
            grund = f"Gegeben ist nicht {NAMEN[art]}, sondern {NAMEN[richtig.art]} ({REGIMENAMEN[fall.regime]})."
            yield Feststellung(
                RECHTSBEHELF.kuerzel,
                Mangelart.PASST_NICHT,
                grund,
                "Berichtigen Sie die Belehrung.",
                satz.ort,
                satz.text,
                richtig.norm,
            )
        elif art in gegeben:
            yield Vorhanden(RECHTSBEHELF.kuerzel, satz.ort, satz.text)
    for satz in nie_gegebene(fall):
        grund, schritt = (
            "Diesen Rechtsbehelf gibt es gegen die Entscheidung nicht.",
            "Streichen oder berichtigen Sie den Satz.",
        )
        norm = fall.behelfe[0].norm if fall.behelfe else ""
        yield Feststellung(RECHTSBEHELF.kuerzel, Mangelart.PASST_NICHT, grund, schritt, satz.ort, satz.text, norm)
    if fall.behelfe and not angeboten:
        richtig, erste = fall.behelfe[0], belehrung(fall).ohne_ueberschriften().zeilen[0]
        grund = f"Die Belehrung nennt den Rechtsbehelf nicht: {NAMEN[richtig.art]}."
        schritt = "Schreiben Sie, was gegen die Entscheidung beantragt oder eingelegt werden kann."
        yield Feststellung(RECHTSBEHELF.kuerzel, Mangelart.FEHLT, grund, schritt, erste.ort, erste.text, richtig.norm)


def _frage(fall: Fall, behelf: Rechtsbehelf) -> Iterator[Feststellung]:
    if behelf.frage and fall.land not in behelf.frage_ausser:
        satz = next(iter(belehrung(fall).ohne_ueberschriften().saetze))
        schritt = (
            "Prüfen Sie das Landesrecht."
            if "Land" in behelf.frage or "Länder" in behelf.frage
            else "Prüfen Sie, ob das hier so ist."
        )
        grund = f"{behelf.frage}."
        yield Feststellung(
            RECHTSBEHELF.kuerzel, Mangelart.ZU_PRUEFEN, grund, schritt, satz.ort, satz.text, behelf.frage_norm
        )


def _wirkung(fall: Fall, behelf: Rechtsbehelf) -> Iterator[Feststellung]:
    """A remedy that does not suspend must not be said to."""
    saetze = belehrung(fall).saetze
    satz = next((s for s in saetze if (t := _WIRKUNG.search(s.text)) and not _KEINE.search(t[0])), None)
    if behelf.aufschiebend is False and satz:
        grund = f"Aufschiebende Wirkung hat {NAMEN[behelf.art]} nicht."
        schritt = "Berichtigen Sie den Satz, oder streichen Sie ihn."
        yield Feststellung(
            RECHTSBEHELF.kuerzel, Mangelart.PASST_NICHT, grund, schritt, satz.ort, satz.text, behelf.wirkung_norm
        )


def nach_massgabe(pruefe: Callable[[Fall, Rechtsbehelf], Iterator[Ergebnis]]) -> Callable[[Fall], Iterator[Ergebnis]]:
    """Make a check of a part of the instruction: it is silent where there is none, or where the law is not known."""

    def nur_mit_belehrung(fall: Fall) -> Iterator[Ergebnis]:
        behelf = massgeblicher(fall)
        if behelf and belehrung(fall).ohne_ueberschriften():
            yield from pruefe(fall, behelf)

    return nur_mit_belehrung


RECHTSBEHELF = Pruefpunkt("rechtsbehelf", "Rechtsbehelf", BESCHEIDE, rechtsbehelf)
