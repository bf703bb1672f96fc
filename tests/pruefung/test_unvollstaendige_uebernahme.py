"""Numbers that are taken over without the numbers they lean on."""

from __future__ import annotations

import pytest
from kleiner_bestand import bestand

from normen.pruefung.unvollstaendige_uebernahme import UNVOLLSTAENDIGE_UEBERNAHME

VORLAGE = """
JVollzGB III
  § 7 JVollzGB III: Offener Vollzug.
    VV zu § 7 JVollzGB III
      VV Nr. 1 zu § 7 JVollzGB III: Die Abklärung ist von den Zustimmungsvorbehalten in Nummer 4 unabhängig.
      VV Nr. 2 zu § 7 JVollzGB III: Ausnahmen von Nummer 1 sind zulässig.
      VV Nr. 3 zu § 7 JVollzGB III: Ausnahmen von den Nummern 2 bis 4 sind zulässig.
      VV Nr. 4 zu § 7 JVollzGB III: Verlegungen bedürfen der Zustimmung.
      VV Nr. 5 zu § 7 JVollzGB III: Für die Gründe gilt Nummer 6.
      VV Nr. 6 zu § 7 JVollzGB III: Die Gründe sind aktenkundig zu machen; § 9 JVollzGB III bleibt unberührt.
  § 8 JVollzGB III: Verlegung.
    § 8 Abs. 1 JVollzGB III: Gefangene können verlegt werden.
    § 8 Abs. 2 JVollzGB III: Die Verlegung nach Absatz 1 ist zu begründen.
  § 9 JVollzGB III: {statut}
    VV zu § 9 JVollzGB III
      VV Nr. 1 zu § 9 JVollzGB III: {text}
      VV Nr. 2 zu § 9 JVollzGB III: {weiteres}
"""
VV_7 = "dieser Verwaltungsvorschrift zu § 7 JVollzGB III"
NENNT_4 = "VV Nr. 4 zu § 7 JVollzGB III wird nicht übernommen, aber in VV Nr. 1 zu § 7 JVollzGB III genannt."


def gruende(text: str, weiteres: str = "Es ist zu berichten.", statut: str = "Lockerungen.") -> list[tuple[str, str]]:
    liste = VORLAGE.format(text=text, weiteres=weiteres, statut=statut)
    return [(str(b.zitat), b.grund) for b in UNVOLLSTAENDIGE_UEBERNAHME.finde(bestand(liste))]


UNVOLLSTAENDIG = [
    (f"Nummer 1 {VV_7} gilt entsprechend.", NENNT_4),
    (f"Die Nummern 1 und 2 {VV_7} gelten entsprechend.", NENNT_4),
    (
        f"Die Regelungen {VV_7} gelten mit Ausnahme der Nummer 6 entsprechend.",
        "VV Nr. 6 zu § 7 JVollzGB III wird nicht übernommen, aber in VV Nr. 5 zu § 7 JVollzGB III genannt.",
    ),
    # a range of which only a part is taken over
    (
        f"Die Nummern 2, 3 und 1 {VV_7} gelten entsprechend.",
        "VV Nr. 4 zu § 7 JVollzGB III wird nicht übernommen, aber in "
        "VV Nr. 1 zu § 7 JVollzGB III genannt. VV Nr. 2 zu § 7 JVollzGB III bis VV Nr. 4 zu § 7 JVollzGB III wird nicht "
        "übernommen, aber in VV Nr. 3 zu § 7 JVollzGB III genannt.",
    ),
]


@pytest.mark.parametrize(("text", "grund"), UNVOLLSTAENDIG)
def test_was_unvollstaendig_ist(text: str, grund: str) -> None:
    assert gruende(text) == [("VV Nr. 1 zu § 9 JVollzGB III", grund)]


VOLLSTAENDIG = [
    f"Die Regelungen {VV_7} gelten entsprechend.",
    f"Die Nummern 1 und 4 {VV_7} gelten entsprechend.",
    f"Die Nummern 5 und 6 {VV_7} gelten entsprechend.",
    f"Nummer 6 {VV_7} gilt entsprechend.",
    # a clause in the number taken over brings in what it names
    f"Nummer 5 {VV_7} gilt entsprechend.",
    f"Nummer 1 {VV_7} gilt nicht.",
    f"Nummer 1 {VV_7} bleibt unberührt.",
    "§ 8 Abs. 2 JVollzGB III gilt entsprechend.",
]


@pytest.mark.parametrize("text", VOLLSTAENDIG)
def test_was_vollstaendig_ist(text: str) -> None:
    assert gruende(text) == []


def test_eine_andere_nummer_derselben_vv_darf_den_rest_uebernehmen() -> None:
    text, weiteres = f"Nummer 1 {VV_7} gilt entsprechend.", f"Nummer 4 {VV_7} gilt entsprechend."
    assert gruende(text, weiteres) == []


def test_das_gesetz_darf_auf_den_fall_vertrauen_den_es_regelt() -> None:
    assert gruende("Es ist zu berichten.", statut="§ 8 Abs. 2 gilt entsprechend.") == []


def test_mehrere_luecken_einer_klausel_sind_ein_befund() -> None:
    ((zitat, grund),) = gruende(f"Die Nummern 1 und 5 {VV_7} gelten mit Ausnahme der Nummer 6 entsprechend.")
    assert zitat == "VV Nr. 1 zu § 9 JVollzGB III"
    assert grund.startswith(NENNT_4)
