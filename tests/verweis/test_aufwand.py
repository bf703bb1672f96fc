"""Work grows with the length of the text and no faster, whatever the text: counted in calls."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from normen.korpus import lade_korpus
from normen.ressourcen import ordner
from normen.verweis import Namensbuch, finde
from normen.zitat import Zitat
from normen.zitatleser import lies_zitat

NAMEN = Namensbuch.aus(lade_korpus(ordner("corpus")).register.alle)
KONTEXT = lies_zitat("VV Nr. 2 zu § 9 JVollzGB III")
N = 300

#: A piece of text that is repeated n times.
WIDRIGE = {
    "Ziffern": "1",
    "Paragraphen ohne Zahl": "§",
    "Paragraphen": "§ 1 ",
    "eine Kette": "und § 1 ",
    "eine Kette von Nummern": "und Nr. 1 ",
    "eine Kette von Buchstaben": "Buchst. a, ",
    "Gesetze in einer Kette": "§ 1 StGB, ",
    "Gesetze, das letzte fehlt": "§ 1 StGB und § 2, ",
    "unbekannte Gesetze": "§ 1 der Xordnung ",
    "Teile von Teilen": "Satz 1 der Nummer 1 des Absatzes 1 ",
    "Teile ohne Ende": "Satz 1 der ",
    "Nummern der VV": "Nummer 1 zu § 1 ",
    "VV ohne Zahl": "VV zu ",
    "Klammern": "(",
    "Klammern auf und zu": "(§ 1) ",
    "Leerraum": " ",
    "Zeilen": "\n",
    "Leerraum nach Paragraph": "§ 1 \t\n\t ",
    "Trennstriche": "Ab-\n",
    "weiche Trennstriche": "\u00ad",
    "ein langes Wort": "gesetz",
    "ein langes Wort mit Strichen": "A-",
    "Namen": "Strafgesetzbuch ",
    "Namen, die fast passen": "Gesetz über die ",
    "Gerichte und Sammlungen": "AP Nr. 4 ",
    "Dezimalzahlen": "nach 3.1 ",
    "Dezimalzahlen am Stück": "3.",
    "dieses Gesetz": "dieses Gesetz ",
    "diese Vorschrift": "diese Vorschrift ",
    "Headnotes": "SGB X § 48 ",
}


@contextmanager
def gezaehlt() -> Iterator[list[int]]:
    """Count the calls of Python functions and of built-in ones."""
    anzahl = [0]

    def zaehle(_rahmen: FrameType, ereignis: str, _wert: object) -> None:
        anzahl[0] += ereignis in ("call", "c_call")

    sys.setprofile(zaehle)
    try:
        yield anzahl
    finally:
        sys.setprofile(None)


def aufrufe(text: str, kontext: Zitat | None = KONTEXT) -> int:
    with gezaehlt() as anzahl:
        for _ in finde(text, kontext, NAMEN, lambda _: False):
            pass
    return anzahl[0]


@pytest.mark.parametrize("stueck", WIDRIGE.values(), ids=WIDRIGE)
@pytest.mark.parametrize("anfang", ["", "§ 1 des "])
def test_doppelter_text_doppelte_arbeit(anfang: str, stueck: str) -> None:
    aufrufe("§ 1 StGB und § 2 des Strafgesetzbuchs")  # what is made once
    einfach, doppelt = aufrufe(anfang + stueck * N), aufrufe(anfang + stueck * (2 * N))
    assert doppelt <= 2.1 * einfach + 50
    assert einfach <= 320 * N + 500
