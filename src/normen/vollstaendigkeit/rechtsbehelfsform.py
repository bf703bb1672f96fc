"""The form of the remedy: every way that the law opens is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .belehrung import belehrung
from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .rechtsbehelf import nach_massgabe
from .regeln import Rechtsbehelf

_WORTE = {
    "schriftlich": re.compile(r"\bschriftlich\b|\bin\s+Schriftform\b|\bSchriftform\b", re.IGNORECASE),
    "elektronisch": re.compile(r"\belektronisch", re.IGNORECASE),
    "protokoll": re.compile(r"\b(?:zu[rm]?|zu\s+(?:de[rm]|einem))\s+(?:\w+\s+)?(?:Protokoll|Niederschrift)", re.IGNORECASE),
}
_NAMEN = {"schriftlich": "schriftlich", "elektronisch": "elektronisch", "protokoll": "zu Protokoll oder zur Niederschrift"}
#: A further way that is only added: "können Sie den Antrag auch zu Protokoll der Geschäftsstelle des Amtsgerichts erklären".
_ZUSAETZLICH = re.compile(r"\bauch\s+zu[rm]?\s+(?:Protokoll|Niederschrift)", re.IGNORECASE)


def form(fall: Fall, behelf: Rechtsbehelf) -> Iterator[Ergebnis]:
    """All forms are named; where none has to be, it is all or none."""
    saetze = [s for s in belehrung(fall).ohne_ueberschriften().saetze if not _ZUSAETZLICH.search(s.text)]
    genannt = {f: satz for f in behelf.form for satz in saetze if _WORTE[f].search(satz.text)}
    fehlend = [_NAMEN[f] for f in behelf.form if f not in genannt]
    if fehlend and (genannt or behelf.form_noetig):
        erster = next(iter(genannt.values()), None) or saetze[0]
        grund = f"Zur Form fehlt: {' und '.join(fehlend)}."
        schritt = f"Nennen Sie alle Formen: {', '.join(_NAMEN[f] for f in behelf.form)}."
        art = Mangelart.UNVOLLSTAENDIG if genannt else Mangelart.FEHLT
        yield Feststellung(FORM.kuerzel, art, grund, schritt, erster.ort, erster.text, behelf.form_norm)
    elif genannt:
        erster = next(iter(genannt.values()))
        yield Vorhanden(FORM.kuerzel, erster.ort, erster.text)


FORM = Pruefpunkt("rechtsbehelfsform", "Form", BESCHEIDE, nach_massgabe(form))
