"""Line ends: full lines of running text beside the ends of paragraphs, as they stand in the handbook and in an AV."""

from __future__ import annotations

import pytest

from normen.lesen.umbruch import leerzeile, offen, war_noch_platz
from normen.lesen.zeilen import Zeile, lies_zeilen

BREITE = 68


def zwei(druck: str) -> tuple[Zeile, Zeile]:
    vorige, naechste = lies_zeilen(druck, lambda *_: "")[0]
    return vorige, naechste


#: Two lines of the handbook in the middle of a paragraph ...
IM_SATZ = [
    # § 80 Abs. 3 JVollzGB III, over a page break
    "Herbeiführung der Entscheidung tatsächlich beendet und auch keine\n Wiederholung zu erwarten ist.",
    # § 14 Nr. 2 and 3 JVollzGB III, indented
    "2. wenn Gefangene nach § 4 Abs. 2 untersucht werden, aber nicht länger als\n zwei Monate,",
    "3.  wenn es die Sicherheit oder Ordnung der Justizvollzugsanstalt erfordert\n oder",
    # VV Nr. 3.2 zu § 6 JVollzGB III, title over two lines
    "3.2 Überstellung und Verlegung innerhalb von Baden-Württemberg sowie\n\nÜberstellung in ein anderes Bundesland",
    # VV Nr. 3.1 zu § 6 JVollzGB III, round a page header
    "Justizvollzugsanstalt, auch eines anderen Bundeslandes, oder über einen Antrag\n\nauf Ausantwortung entscheidet",
]
#: ... and where one paragraph ends and the next one begins.
AM_ENDE = [
    "1 Verlegung und Überstellung\n\n Verlegungen und Überstellungen sind nur im",  # VV Nr. 1 zu § 6 JVollzGB III
    "3.1 Allgemeines\n\nÜber einen Antrag auf Überstellung",  # VV Nr. 3.1 zu § 6 JVollzGB III
    "jungen Gefangenen angerechnet.\n (10) Eine Anrechnung nach Absatz 9",  # § 44 JVollzGB IV, over a page break
    "Überstellung in ein anderes Bundesland\n\n Befürwortet die Anstaltsleiterin",  # VV Nr. 3.2 zu § 6 JVollzGB III
]


@pytest.mark.parametrize(("druck", "endet"), [*((d, False) for d in IM_SATZ), *((d, True) for d in AM_ENDE)])
def test_ein_absatz_endet_wo_das_naechste_wort_noch_platz_hatte(druck: str, endet: bool) -> None:
    assert war_noch_platz(BREITE)(*zwei(druck)) is endet


@pytest.mark.parametrize(("laenge", "wort", "endet"), [(60, 6, True), (60, 7, False), (66, 1, False), (67, 0, False)])
def test_die_grenze_ist_die_breite(laenge: int, wort: int, endet: bool) -> None:
    """Line, a space and the next word: below the width there was room, at the width there was none."""
    vorige, naechste = zwei("x" * laenge + "\n" + ("y" * wort or "-") + " z")
    assert war_noch_platz(BREITE)(vorige, naechste) is endet


def test_bis_zum_bindestrich_haette_ein_wort_geteilt_werden_koennen() -> None:
    davor = "x" * 60
    assert war_noch_platz(BREITE)(*zwei(f"{davor}\nHaus- und Eigengeld"))
    assert not war_noch_platz(BREITE)(*zwei(f"{davor}\nHausgeld und Eigengeld"))


#: Nr. 3.1, 11.2 and 2.2 of the AV: a blank line ends a paragraph unless the sentence goes on in lower case.
LEERZEILEN = [
    ("Fachkraft des ambulanten Sozialen Dienstes der Justiz.\n\nEntsprechende Geltung", True),
    ("wurde\n\nund denen aufgrund einer festgestellten Stérung", False),
    ("nach dieser AV\n\nvergutet.", False),
    ("2.2\n\nDie Zulassung weiterer Einrichtungen", True),
    ("Die Zulassung weiterer Einrichtungen,\ndie die fur forensische Ambulanzen", False),
    ("Die Zulassung weiterer Einrichtungen.\nDie fur forensische Ambulanzen", False),
    ("wurde\n\n- Personen, bei denen", True),
]


@pytest.mark.parametrize(("druck", "endet"), LEERZEILEN)
def test_leerzeile(druck: str, endet: bool) -> None:
    assert leerzeile(*zwei(druck)) is endet


@pytest.mark.parametrize(
    ("text", "ist_offen"),
    [
        ("Verlegung und Überstellung", True),
        ("sind Gefangene, gegen die ", True),
        ("(Ausgang)", True),
        ("§ 9 Abs. 2", True),
        ("", True),
        ("ist zulässig.", False),
        ("sind:", False),
        ("oder;", False),
        ("Gefangene, ", False),
        ("„Eigentum der Anstalt.“", False),
        ("(vgl. Nummer 5.)", False),
        ("Gefahr?", False),
    ],
)
def test_offen(text: str, ist_offen: bool) -> None:
    assert offen(text) is ist_offen
