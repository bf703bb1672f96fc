"""Clauses that run in a circle, and clauses that only meet."""

from __future__ import annotations

import pytest
from kleiner_bestand import bestand

from normen.pruefung import Sicherheit
from normen.pruefung.kreis import KREIS

KREISE = [
    (
        """
JVollzGB III
  § 1 JVollzGB III: § 2 gilt entsprechend.
  § 2 JVollzGB III: § 1 gilt entsprechend.
""",
        ["§ 1 JVollzGB III → § 2 JVollzGB III → § 1 JVollzGB III"],
        Sicherheit.HOCH,
    ),
    (
        """
JVollzGB III
  § 1 JVollzGB III: § 2 gilt entsprechend.
  § 2 JVollzGB III: § 3 gilt entsprechend.
  § 3 JVollzGB III
    § 3 Abs. 1 JVollzGB III: Besuche sind zu überwachen.
    § 3 Abs. 2 JVollzGB III: § 1 gilt entsprechend.
""",
        ["§ 1 JVollzGB III → § 2 JVollzGB III → § 3 Abs. 2 JVollzGB III → § 1 JVollzGB III"],
        Sicherheit.HOCH,
    ),
    (
        """
JVollzGB III
  § 1 JVollzGB III
    VV zu § 1 JVollzGB III: Auf die Regelungen dieser Verwaltungsvorschrift zu § 2 JVollzGB III wird hingewiesen.
  § 2 JVollzGB III
    VV zu § 2 JVollzGB III
      VV Nr. 1 zu § 2 JVollzGB III: Auf die Regelungen dieser Verwaltungsvorschrift zu § 1 JVollzGB III wird hingewiesen.
""",
        ["VV zu § 1 JVollzGB III → VV Nr. 1 zu § 2 JVollzGB III → VV zu § 1 JVollzGB III"],
        Sicherheit.GERING,
    ),
]


@pytest.mark.parametrize(("liste", "wege", "sicherheit"), KREISE)
def test_was_im_kreis_laeuft(liste: str, wege: list[str], sicherheit: Sicherheit) -> None:
    befunde = list(KREIS.finde(bestand(liste)))
    assert [befund.grund for befund in befunde] == [f"Die Verweise laufen im Kreis: {weg}." for weg in wege]
    assert {befund.sicherheit for befund in befunde} == {sicherheit}


KEINE = [
    # a chain that ends
    """
JVollzGB III
  § 1 JVollzGB III: § 2 gilt entsprechend.
  § 2 JVollzGB III: § 3 gilt entsprechend.
  § 3 JVollzGB III: Besuche sind zu überwachen.
""",
    # a § does not mean the VV on it
    """
JVollzGB III
  § 1 JVollzGB III: § 2 gilt entsprechend.
  § 2 JVollzGB III: Besuche sind zu überwachen.
    VV zu § 2 JVollzGB III: § 1 JVollzGB III gilt entsprechend.
""",
    # one Absatz takes over the other, not itself
    """
JVollzGB III
  § 1 JVollzGB III
    § 1 Abs. 1 JVollzGB III: Besuche sind zu überwachen.
    § 1 Abs. 2 JVollzGB III: Absatz 1 gilt entsprechend.
  § 2 JVollzGB III: § 1 gilt entsprechend.
""",
    # what is excepted does not lead back
    """
JVollzGB III
  § 1 JVollzGB III
    VV zu § 1 JVollzGB III: Die Verwaltungsvorschrift zu § 2 JVollzGB III gilt mit Ausnahme der Nummer 2 entsprechend.
  § 2 JVollzGB III
    VV zu § 2 JVollzGB III
      VV Nr. 1 zu § 2 JVollzGB III: Besuche sind zu überwachen.
      VV Nr. 2 zu § 2 JVollzGB III: Die Verwaltungsvorschrift zu § 1 JVollzGB III gilt entsprechend.
""",
    # a number that means the number it stands in
    """
JVollzGB III
  § 1 JVollzGB III
    VV zu § 1 JVollzGB III
      VV Nr. 2 zu § 1 JVollzGB III
        VV Nr. 2.7 zu § 1 JVollzGB III: Im Übrigen gelten für sie die Regelungen der Nummer 2 entsprechend.
""",
    # what is left unaffected is not followed
    """
JVollzGB III
  § 1 JVollzGB III: § 2 bleibt unberührt.
  § 2 JVollzGB III: § 1 bleibt unberührt.
""",
]


@pytest.mark.parametrize("liste", KEINE)
def test_was_nicht_im_kreis_laeuft(liste: str) -> None:
    assert list(KREIS.finde(bestand(liste))) == []
