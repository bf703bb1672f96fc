"""Citations whose target has moved on to another matter."""

from __future__ import annotations

import pytest
from kleiner_bestand import bestand

from normen.pruefung import Sicherheit
from normen.pruefung.sachdrift import SACHDRIFT

#: §§ 64, 39 and 66 are shortened from the corpus.
GRUND = """
JVollzGB I
  § 39 JVollzGB I # Zweckänderung: Eine Verarbeitung zu einem anderen Zweck ist zulässig.
  § 55 JVollzGB I # Auskunft und Akteneinsicht für wissenschaftliche Zwecke: Es gilt § 476 StPO.
  § 66 JVollzGB I # Auskunftsrecht: Betroffene erfahren, was gespeichert ist.
JVollzGB III
  § 18 JVollzGB III # Einkauf
    § 18 Abs. 1 JVollzGB III: Gefangene können Waren kaufen; der Einkauf ist monatlich möglich.
    § 18 Abs. 2 JVollzGB III: Ihnen wird gestattet, vom Eigengeld einzukaufen.
  § 64 JVollzGB III # Durchsuchung und Kontrollen
    § 64 Abs. 1 JVollzGB III: Gefangene dürfen durchsucht werden.
    § 64 Abs. 2 JVollzGB III: Eine mit einer Entkleidung verbundene Durchsuchung ordnet die Anstaltsleitung an.
    § 64 Abs. 3 JVollzGB III: Zur Bekämpfung des Suchtmittelmissbrauchs können Kontrollen angeordnet werden.
    § 64 Abs. 4 JVollzGB III: § 18 Abs. 1 gilt entsprechend.
  § 90 JVollzGB III # Überbrückungsbeihilfe: Die Durchsuchung nach § 64 Abs. 3 wird vermerkt.
    § 90 Abs. 1 JVollzGB III: {statut}
    VV zu § 90 JVollzGB III
      VV Nr. 1 zu § 90 JVollzGB III: {vv}
"""
HIER = "VV Nr. 1 zu § 90 JVollzGB III"


def gefunden(text: str, ort: str = HIER) -> list[tuple[str, str, str, Sicherheit]]:
    befunde = SACHDRIFT.finde(bestand(GRUND.format(vv=text, statut="Sie wird gewährt.")))
    return [(b.stelle, b.grund, b.vorschlag, b.sicherheit) for b in befunde if str(b.zitat) == ort]


VERSCHOBEN = [
    (
        "Jede Durchsuchung nach § 64 Abs. 3 JVollzGB III ist zu vermerken.",
        "§ 64 Abs. 3 JVollzGB III",
        "In § 64 Abs. 3 JVollzGB III ist von „Durchsuchung“ nicht die Rede, wohl aber in § 64 Abs. 2 JVollzGB III.",
        "Prüfen Sie, ob § 64 Abs. 2 JVollzGB III gemeint ist.",
        Sicherheit.HOCH,
    ),
    (
        "Der Suchtmittelmissbrauch (§ 64 Abs. 1 JVollzGB III) ist zu melden.",
        "§ 64 Abs. 1 JVollzGB III",
        "In § 64 Abs. 1 JVollzGB III ist von „Suchtmittelmissbrauch“ nicht die Rede, wohl aber in § 64 Abs. 3 JVollzGB III.",
        "Prüfen Sie, ob § 64 Abs. 3 JVollzGB III gemeint ist.",
        Sicherheit.HOCH,
    ),
    # Anlage 5 VwV JVollzGB: § 39 was on the right to be informed once
    (
        "Auskunftsformular gemäß § 39 JVollzGB I",
        "§ 39 JVollzGB I",
        "In § 39 JVollzGB I ist von „Auskunftsformular“ nicht die Rede, wohl aber in § 55 JVollzGB I (Auskunft und "
        "Akteneinsicht für wissenschaftliche Zwecke) und § 66 JVollzGB I (Auskunftsrecht).",
        "Prüfen Sie, was davon gemeint ist.",
        Sicherheit.GERING,
    ),
]


@pytest.mark.parametrize(("text", "stelle", "grund", "vorschlag", "sicherheit"), VERSCHOBEN)
def test_was_verschoben_ist(text: str, stelle: str, grund: str, vorschlag: str, sicherheit: Sicherheit) -> None:
    assert gefunden(text) == [(stelle, grund, vorschlag, sicherheit)]


def test_auch_ein_gesetz_kann_veraltet_zitieren() -> None:
    assert [stelle for stelle, *_ in gefunden("Text.", "§ 90 JVollzGB III")] == ["§ 64 Abs. 3"]


BLEIBT = [
    "Jede Durchsuchung nach § 64 Abs. 2 JVollzGB III ist zu vermerken.",
    # the target says it with a verb
    "Jede Durchsuchung nach § 64 Abs. 1 JVollzGB III ist zu vermerken.",
    "Der Betrag für den Einkauf nach § 18 Abs. 2 JVollzGB III ist zu bemessen.",
    # a part of the compound is enough
    "Eine Suchtmittelkontrolle nach § 64 Abs. 3 JVollzGB III ist zu vermerken.",
    # a noun that fits anything, or none at all
    "Die Anordnung nach § 64 Abs. 1 JVollzGB III ist zu begründen.",
    "Kontrollen sind, soweit § 64 Abs. 1 JVollzGB III sie zulässt, zu vermerken.",
    # no neighbour says it either
    "Ein Haftraumwechsel nach § 64 Abs. 1 JVollzGB III ist zu vermerken.",
    # the target leads elsewhere
    "Die Durchsuchung nach § 64 Abs. 4 JVollzGB III ist zu vermerken.",
    # the § as a whole
    "Die Durchsuchung nach § 64 JVollzGB III ist zu vermerken.",
    "Die Durchsuchung nach § 64 Abs. 9 JVollzGB III ist zu vermerken.",
    "Die Durchsuchung nach § 64 Abs. 3 JVollzGB V ist zu vermerken.",
]


@pytest.mark.parametrize("text", BLEIBT)
def test_was_nicht_verschoben_ist(text: str) -> None:
    assert gefunden(text) == []
