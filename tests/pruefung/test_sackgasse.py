"""Citations that lead to nothing, at once or over several steps."""

from __future__ import annotations

import pytest
from kleiner_bestand import bestand

from normen.pruefung.sackgasse import SACKGASSE

GRUND = """
JVollzGB III
  § 1 JVollzGB III: (aufgehoben)
  § 2 JVollzGB III # (weggefallen)
  § 3 JVollzGB III # Besuche
  § 4 JVollzGB III
    § 4 Abs. 1 JVollzGB III: (aufgehoben)
    § 4 Abs. 2 JVollzGB III: Der Rest gilt.
  § 5 JVollzGB III: Die Strafe wird aufgehoben.
  § 6 JVollzGB III
    VV zu § 6 JVollzGB III: Die Regelungen dieser Verwaltungsvorschrift zu § 80 JVollzGB III gelten entsprechend.
  § 7 JVollzGB III
    VV zu § 7 JVollzGB III: Die Regelungen dieser Verwaltungsvorschrift zu § 6 JVollzGB III gelten entsprechend.
  § 8 JVollzGB III
    VV zu § 8 JVollzGB III
      VV Nr. 1 zu § 8 JVollzGB III: Die Regelungen dieser Verwaltungsvorschrift zu § 80 JVollzGB III gelten entsprechend.
      VV Nr. 2 zu § 8 JVollzGB III: Die Anordnung ist zu begründen.
  § 9 JVollzGB III: Für Telefonate gilt § 9 JVollzGB V entsprechend.
  § 80 JVollzGB III: Zwang.
    Vermerk zu § 80 JVollzGB III!: [Nicht abgedruckt.]
  § 99 JVollzGB III
    VV zu § 99 JVollzGB III
      VV Nr. 1 zu § 99 JVollzGB III: {}
VwV JVollzGB
  Anlage 7 VwV JVollzGB! # Formular
"""

IST_EINE = [
    ("§ 1 JVollzGB III gilt entsprechend.", "§ 1 JVollzGB III ist aufgehoben."),
    ("§ 4 Abs. 1 JVollzGB III gilt entsprechend.", "§ 4 Abs. 1 JVollzGB III ist aufgehoben."),
    ("§ 2 JVollzGB III bleibt unberührt.", "§ 2 JVollzGB III ist aufgehoben."),
    ("Für Besuche nach § 3 JVollzGB III ist zu zahlen.", "§ 3 JVollzGB III hat nur eine Überschrift."),
    ("Das Formular der Anlage 7 ist zu verwenden.", "Anlage 7 VwV JVollzGB hat keinen Text."),
    (
        "Die Regelungen dieser Verwaltungsvorschrift zu § 6 JVollzGB III gelten entsprechend.",
        "VV zu § 6 JVollzGB III verweist nur weiter, und das führt ins Leere: VV zu § 80 JVollzGB III ist nicht abgedruckt.",
    ),
    (
        "Nummer 1 dieser Verwaltungsvorschrift zu § 8 JVollzGB III gilt entsprechend.",
        "VV Nr. 1 zu § 8 JVollzGB III verweist nur weiter, und das führt ins Leere: "
        "VV zu § 80 JVollzGB III ist nicht abgedruckt.",
    ),
]


@pytest.mark.parametrize(("text", "grund"), IST_EINE)
def test_was_eine_sackgasse_ist(text: str, grund: str) -> None:
    gefunden = [b for b in SACKGASSE.finde(bestand(GRUND.format(text))) if str(b.zitat) == "VV Nr. 1 zu § 99 JVollzGB III"]
    assert [befund.grund for befund in gefunden] == [grund]


def test_jeder_schritt_davor_wird_gemeldet() -> None:
    text = "Die Regelungen dieser Verwaltungsvorschrift zu § 7 JVollzGB III gelten entsprechend."
    gefunden = {str(b.zitat): b.grund for b in SACKGASSE.finde(bestand(GRUND.format(text)))}
    assert set(gefunden) == {"VV zu § 7 JVollzGB III", "VV Nr. 1 zu § 99 JVollzGB III"}
    assert gefunden["VV Nr. 1 zu § 99 JVollzGB III"] == (
        "VV zu § 7 JVollzGB III verweist nur weiter, und das führt ins Leere: VV zu § 6 JVollzGB III verweist nur weiter, "
        "und das führt ins Leere: VV zu § 80 JVollzGB III ist nicht abgedruckt."
    )


IST_KEINE = [
    "§ 4 JVollzGB III gilt entsprechend.",
    "§ 5 JVollzGB III gilt entsprechend.",
    "Die Regelungen dieser Verwaltungsvorschrift zu § 8 JVollzGB III gelten entsprechend.",
    "Die Regelungen dieser Verwaltungsvorschrift zu § 80 JVollzGB III gelten entsprechend.",
    "§ 9 JVollzGB III gilt entsprechend.",
    "Die Regelungen dieser Verwaltungsvorschrift zu § 99 JVollzGB III gelten entsprechend.",
    "§ 81 JVollzGB III gilt entsprechend.",
]


@pytest.mark.parametrize("text", IST_KEINE)
def test_was_keine_sackgasse_ist(text: str) -> None:
    gefunden = SACKGASSE.finde(bestand(GRUND.format(text)))
    assert [b for b in gefunden if str(b.zitat) == "VV Nr. 1 zu § 99 JVollzGB III"] == []
