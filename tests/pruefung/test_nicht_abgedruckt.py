"""Citations of what the source says is not printed."""

from __future__ import annotations

import pytest
from kleiner_bestand import bestand

from normen.pruefung.nicht_abgedruckt import NICHT_ABGEDRUCKT

GRUND = """
JVollzGB III
  § 80 JVollzGB III: Zwang ist nur zulässig, soweit er nötig ist.
    Vermerk zu § 80 JVollzGB III!: [Vom Abdruck wird aufgrund der Gesetzesänderung abgesehen.]
  § 99 JVollzGB III
    VV zu § 99 JVollzGB III: {}
VwV JVollzGB
  Anlage 1 VwV JVollzGB!
    Vermerk zu Anlage 1 VwV JVollzGB!: [Vom Abdruck der abrufbaren Anlage wird abgesehen.]
  Anlage 2 VwV JVollzGB: Verfahrensgrundsätze.
"""

UNGEDRUCKT = [
    (
        "Die Regelungen dieser Verwaltungsvorschrift zu § 80 JVollzGB III gelten entsprechend.",
        "dieser Verwaltungsvorschrift zu § 80 JVollzGB III",
        "VV zu § 80 JVollzGB III ist nicht abgedruckt. "
        "Im Text steht: [Vom Abdruck wird aufgrund der Gesetzesänderung abgesehen.]",
        "Das Ziel ist überholt. Fassen Sie die Regelung neu, oder streichen Sie den Verweis.",
    ),
    (
        "Nummer 2.1 dieser Verwaltungsvorschrift zu § 80 JVollzGB III gilt entsprechend.",
        "Nummer 2.1 dieser Verwaltungsvorschrift zu § 80 JVollzGB III",
        "VV Nr. 2.1 zu § 80 JVollzGB III ist nicht abgedruckt. "
        "Im Text steht: [Vom Abdruck wird aufgrund der Gesetzesänderung abgesehen.]",
        "Das Ziel ist überholt. Fassen Sie die Regelung neu, oder streichen Sie den Verweis.",
    ),
    (
        "Das Merkblatt (Anlage 1) wird ausgehändigt.",
        "Anlage 1",
        "Anlage 1 VwV JVollzGB ist nicht abgedruckt. Im Text steht: [Vom Abdruck der abrufbaren Anlage wird abgesehen.]",
        "Sehen Sie dort nach, wo der Text nach dem Vermerk steht, ob es das Ziel noch gibt.",
    ),
]


@pytest.mark.parametrize(("text", "worte", "grund", "vorschlag"), UNGEDRUCKT)
def test_was_nicht_abgedruckt_ist(text: str, worte: str, grund: str, vorschlag: str) -> None:
    (befund,) = NICHT_ABGEDRUCKT.finde(bestand(GRUND.format(text)))
    assert (befund.stelle, befund.grund, befund.vorschlag) == (worte, grund, vorschlag)


ABGEDRUCKT = [
    "§ 80 JVollzGB III bleibt unberührt.",
    "Die Grundsätze der Anlage 2 sind zu beachten.",
    "Es gelten die Justizzahlungsbestimmungen (Anlage 1 zu Nummer 3.7 zu § 79 LHO).",
    "Der Lohn (Anlage 1 zur VwV - Bezüge, Freistellung, Vorschüsse) wird gemeldet.",
]


@pytest.mark.parametrize("text", ABGEDRUCKT)
def test_was_abgedruckt_ist(text: str) -> None:
    assert list(NICHT_ABGEDRUCKT.finde(bestand(GRUND.format(text)))) == []
