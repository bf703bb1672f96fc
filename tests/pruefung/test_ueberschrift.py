"""Headings of a VV beside those of its §."""

from __future__ import annotations

import pytest
from kleiner_bestand import bestand

from normen.pruefung.ueberschrift import UEBERSCHRIFT

PRUEFEN = "Prüfen Sie, ob die Verwaltungsvorschrift noch zum § passt, und gleichen Sie die Überschriften an."
VERSCHIEDEN = [
    ("Fesselung und Fixierung", "Fesselung", PRUEFEN),
    (
        "Aufhebung von Maßnahmen",
        "Aufhebung vom Maßnahmen",
        "Anders ist ein Wort: „vom“ statt „von“. Berichtigen Sie die Überschrift.",
    ),
    ("Zwangsmaßnahmen in der Gesundheitsfürsorge", "Zwangsmaßnahmen auf dem Gebiet der Gesundheitsfürsorge", PRUEFEN),
    ("Einkauf und Besitz", "Besitz und Einkauf", PRUEFEN),
]


def gefunden(norm: str, vv: str) -> list[tuple[str, str, str, int]]:
    liste = f"JVollzGB III\n  § 1 JVollzGB III{norm}: Text.\n    VV zu § 1 JVollzGB III{vv}: Text."
    return [(b.stelle, b.grund, b.vorschlag, b.zeile) for b in UEBERSCHRIFT.finde(bestand(liste))]


@pytest.mark.parametrize(("norm", "vv", "vorschlag"), VERSCHIEDEN)
def test_verschiedene_ueberschriften(norm: str, vv: str, vorschlag: str) -> None:
    grund = f"§ 1 JVollzGB III heißt „{norm}“, die Verwaltungsvorschrift dazu „{vv}“."
    assert gefunden(f" # {norm}", f" # {vv}") == [(vv, grund, vorschlag, 3)]


@pytest.mark.parametrize(("norm", "vv"), [(" # Einkauf", " # Einkauf"), (" # Einkauf", ""), ("", " # Einkauf")])
def test_gleiche_oder_fehlende_ueberschriften(norm: str, vv: str) -> None:
    assert gefunden(norm, vv) == []
