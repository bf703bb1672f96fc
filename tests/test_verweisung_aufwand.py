"""Work on clauses grows with the length of the text and no faster, whatever the text: counted in calls."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from normen.korpus import lade_korpus
from normen.ressourcen import ordner
from normen.verweis import Namensbuch, finde
from normen.verweisung import finde_verweisungen
from normen.zitatleser import lies_zitat

NAMEN = Namensbuch.aus(lade_korpus(ordner("corpus")).register.alle)
KONTEXT = lies_zitat("VV Nr. 2 zu § 9 JVollzGB III")
N = 300

#: A piece of text that is repeated n times.
WIDRIGE = {
    "Verben": "gilt ",
    "Klauseln": "Dies gilt nicht. ",
    "Halbsätze": "§ 1 gilt; ",
    "Klauseln ohne Ende": "gilt § 1 entsprechend, ",
    "Bedingungen": "gilt nicht, wenn § 1 gilt, ",
    "Relativsätze": ", die § 1 anwenden",
    "Vorschriften von Vorschriften": "Vorschriften der ",
    "Zitate": "und § 1 ",
    "Zitate in Klammern": "(§ 1) ",
    "Klammern": "(",
    "Kommas": ",",
    "Leerraum": " ",
    "Maßgaben": "mit der Maßgabe ",
    "Fälle": "in den Fällen ",
    "Ausnahmen": "mit Ausnahme von § 1 ",
    "Füllwörter": "auch ",
    "Partizipien": "geltenden ",
    "anzuwenden": "ist § 1 anzuwenden ",
    "Anwendung": "in entsprechender Anwendung der ",
}


def aufrufe(text: str) -> int:
    """Count the calls of Python functions and of built-in ones while the clauses of a text are read."""
    verweise = list(finde(text, KONTEXT, NAMEN, lambda _: False))
    anzahl = 0

    def zaehle(_rahmen: FrameType, ereignis: str, _wert: object) -> None:
        nonlocal anzahl
        anzahl += ereignis in ("call", "c_call")

    sys.setprofile(zaehle)
    try:
        for _ in finde_verweisungen(text, KONTEXT, verweise):
            pass
    finally:
        sys.setprofile(None)
    return anzahl


@pytest.mark.parametrize("stueck", WIDRIGE.values(), ids=WIDRIGE)
@pytest.mark.parametrize("anfang", ["", "Die Vorschriften ", "§ 1 gilt entsprechend, wenn "])
def test_doppelter_text_doppelte_arbeit(anfang: str, stueck: str) -> None:
    aufrufe("§ 1 gilt entsprechend.")  # what is made once
    einfach, doppelt = aufrufe(anfang + stueck * N), aufrufe(anfang + stueck * (2 * N))
    assert doppelt <= 2.1 * einfach + 50
    assert einfach <= 300 * N + 500
