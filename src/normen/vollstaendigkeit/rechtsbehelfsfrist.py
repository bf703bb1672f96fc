"""The period of the remedy: as long as the law sets it, from the event that begins it; none where the law sets none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .belehrung import belehrung, fristsaetze
from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .rechtsbehelf import nach_massgabe
from .regeln import Frist, Rechtsbehelf
from .schreiben import Satz
from .wortschatz import FRIST as FRISTWORTE
from .wortschatz import frist as als_frist

_BEGINN = {
    "zustellung": r"Zustellung|zugestellt",
    "bekanntgabe": r"Bekanntgabe|bekannt\s?(?:gegeben|gemacht|zu\s?geben)|bekanntzugeben|Bekanntmachung|Eröffnung",
}
_FALSCHER_BEGINN = re.compile(
    r"\b(?:nach|ab|seit)\s+(?:dem\s+|der\s+)?(?:Datum|Tag\s+des\s+Erlasses|Erlass|Ausstellung|Absendung|Unterzeichnung)\b",
    re.IGNORECASE,
)
_ANDERER_BEGINN = re.compile(
    r"\b(?:nach|ab|seit|mit)\s+(?:dem\s+|der\s+)?(?:Zugang|Erhalt|Empfang|Aushändigung)\b", re.IGNORECASE
)


def frist(fall: Fall, behelf: Rechtsbehelf) -> Iterator[Ergebnis]:
    """The period is the right one in every Satz that sets one, and begins as the law says."""
    saetze = fristsaetze(fall)
    if behelf.frist is None:
        yield from (_keine(behelf, satz) for satz in saetze)
        return
    falsche = [
        (s, t)
        for s in saetze
        for t in FRISTWORTE.finditer(s.text)
        if als_frist(t) != (behelf.frist.anzahl, behelf.frist.einheit)
    ]
    richtige = [s for s in saetze if s not in [satz for satz, _ in falsche]]
    yield from (_falsche(behelf.frist, satz, treffer) for satz, treffer in falsche)
    if richtige:
        yield Vorhanden(FRIST.kuerzel, richtige[0].ort, richtige[0].text)
    elif not falsche:
        erste = belehrung(fall).ohne_ueberschriften().zeilen[0]
        grund, schritt = f"Die Frist fehlt: {behelf.frist}.", "Nennen Sie die Frist und den Tag, mit dem sie beginnt."
        yield Feststellung(FRIST.kuerzel, Mangelart.FEHLT, grund, schritt, erste.ort, erste.text, behelf.frist.norm)
    if saetze:
        yield from _beginn(saetze, behelf, behelf.frist)


def _falsche(richtig: Frist, satz: Satz, treffer: re.Match[str]) -> Feststellung:
    grund = f"Die Frist beträgt nicht „{treffer[0]}“, sondern: {richtig}."
    return Feststellung(
        FRIST.kuerzel, Mangelart.PASST_NICHT, grund, "Berichtigen Sie die Frist.", satz.ort, satz.text, richtig.norm
    )


def _keine(behelf: Rechtsbehelf, satz: Satz) -> Feststellung:
    grund = f"{behelf.norm} bestimmt keine Frist; die Belehrung nennt eine."
    return Feststellung(
        FRIST.kuerzel, Mangelart.PASST_NICHT, grund, "Streichen Sie die Frist.", satz.ort, satz.text, behelf.norm
    )


def _beginn(saetze: list[Satz], behelf: Rechtsbehelf, richtig: Frist) -> Iterator[Feststellung]:
    ereignis = " oder ".join({"zustellung": "Zustellung", "bekanntgabe": "Bekanntgabe"}[b] for b in behelf.beginn)
    muster = re.compile("|".join(_BEGINN[b] for b in behelf.beginn), re.IGNORECASE)
    falsch = next((s for s in saetze if _FALSCHER_BEGINN.search(s.text)), None)
    anders = next((s for s in saetze if _ANDERER_BEGINN.search(s.text)), None)
    if falsch:
        yield _beginnt(
            Mangelart.PASST_NICHT, f"Die Frist beginnt mit {ereignis}, nicht mit dem Datum des Schreibens.", falsch, richtig
        )
    elif not any(muster.search(s.text) for s in saetze):
        art = Mangelart.ZU_PRUEFEN if anders else Mangelart.UNVOLLSTAENDIG
        yield _beginnt(art, f"Womit die Frist beginnt, steht nicht da: mit {ereignis}.", anders or saetze[0], richtig)


def _beginnt(art: Mangelart, grund: str, satz: Satz, richtig: Frist) -> Feststellung:
    schritt = "Schreiben Sie, von welchem Ereignis an die Frist läuft."
    return Feststellung(FRIST.kuerzel, art, grund, schritt, satz.ort, satz.text, richtig.norm)


FRIST = Pruefpunkt("rechtsbehelfsfrist", "Frist", BESCHEIDE, nach_massgabe(frist))
