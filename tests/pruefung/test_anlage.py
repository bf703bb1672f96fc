"""Anlagen that nothing cites."""

from __future__ import annotations

from kleiner_bestand import bestand

from normen.pruefung.anlage import ANLAGE

LISTE = """
JVollzGB III
  § 40 JVollzGB III: Daten dürfen verarbeitet werden.
    Vermerk zu § 40 JVollzGB III!: [Nicht abgedruckt.]
  § 52 JVollzGB III
    VV zu § 52 JVollzGB III
      VV Nr. 1 zu § 52 JVollzGB III: Das Merkblatt (Anlage 9) wird ausgehändigt.
      VV Nr. 2 zu § 52 JVollzGB III: Die Gebühr steht in Anlage 3 zu Nummer 3.7 zu § 79 LHO.
      VV Nr. 3 zu § 52 JVollzGB III: Es gelten die in der Anlage genannten Grundsätze.
VwV JVollzGB
  Anlage 3 VwV JVollzGB: Urkunde.
  Anlage 8 VwV JVollzGB # Formular gemäß § 40 JVollzGB III: Antrag.
  Anlage 9 VwV JVollzGB: Grundsätze.
"""


def test_nicht_zitierte_anlagen() -> None:
    befunde = {str(befund.zitat): befund for befund in ANLAGE.finde(bestand(LISTE))}
    assert set(befunde) == {"Anlage 3 VwV JVollzGB", "Anlage 8 VwV JVollzGB"}
    assert befunde["Anlage 3 VwV JVollzGB"].grund == "Anlage 3 VwV JVollzGB wird in keinem geladenen Text zitiert."
    assert befunde["Anlage 8 VwV JVollzGB"].grund == (
        "Anlage 8 VwV JVollzGB wird in keinem geladenen Text zitiert. Sie gehört zu § 40 JVollzGB III; "
        "VV zu § 40 JVollzGB III ist nicht abgedruckt: [Nicht abgedruckt.]"
    )
