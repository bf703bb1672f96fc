"""The period to ask a missed one back: none has to be named, but one that is named is the right one."""

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

#: A period that was missed is that of the remedy: "Wird die Frist von zwei Wochen versäumt".
_VERSAEUMT = re.compile(
    r"^[^,;]*?\b(?:(?:versäumt|versäumen|verpasst)\b|einhalten|eingehalten|einzuhalten|verstrichen|abgelaufen)",
    re.IGNORECASE,
)


def wiedereinsetzung(fall: Fall, behelf: Rechtsbehelf) -> Iterator[Ergebnis]:
    """Each period in the Sätze on a missed period is that of the law."""
    genannt = [(satz, treffer) for satz in wiedereinsetzungssaetze(fall) for treffer in FRIST.finditer(satz.text)]
    falsche = [(satz, treffer, richtig) for satz, treffer in genannt if (richtig := _anders(satz, treffer, behelf))]
    for satz, treffer, richtig in falsche:
        grund = f"Für die Wiedereinsetzung beträgt die Frist nicht „{treffer[0]}“, sondern: {richtig}."
        yield _feststellung(satz, grund, "Berichtigen Sie die Frist.", richtig.norm)
    if genannt and behelf.wiedereinsetzung is None:
        satz, _ = genannt[0]
        grund = f"{behelf.norm} bestimmt keine Frist, die versäumt werden könnte; die Belehrung nennt eine."
        yield _feststellung(satz, grund, "Streichen Sie den Satz.", behelf.norm)
    elif genannt and not falsche:
        yield Vorhanden(WIEDEREINSETZUNG.kuerzel, genannt[0][0].ort, genannt[0][0].text)


def _anders(satz: Satz, treffer: re.Match[str], behelf: Rechtsbehelf) -> Frist | None:
    """Return the right period where another one is named, ``None`` where it is right or none is known."""
    gesagt = frist(treffer)
    if _VERSAEUMT.match(satz.text[treffer.end() :]):
        gemeint = behelf.frist
    else:
        gemeint = behelf.wiedereinsetzung_bis if gesagt[1] == "jahr" else behelf.wiedereinsetzung
    return gemeint if gemeint and gesagt != (gemeint.anzahl, gemeint.einheit) else None


def _feststellung(satz: Satz, grund: str, schritt: str, norm: str) -> Feststellung:
    return Feststellung(WIEDEREINSETZUNG.kuerzel, Mangelart.PASST_NICHT, grund, schritt, satz.ort, satz.text, norm)


WIEDEREINSETZUNG = Pruefpunkt("wiedereinsetzung", "Frist der Wiedereinsetzung", BESCHEIDE, nach_massgabe(wiedereinsetzung))
