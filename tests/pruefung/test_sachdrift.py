"""Citations whose target has moved on to another matter."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from kleiner_bestand import bestand

from normen.pruefung import Sicherheit
from normen.pruefung.sachdrift import SACHDRIFT
from normen.wissen import Wissen

#: §§ 64, 39 and 66 are shortened from the corpus; of § 12 JVollzGB I, too.
GRUND = """
JVollzGB I
  § 12 JVollzGB I # Aufgabenwahrnehmung
    § 12 Abs. 6 JVollzGB I: In der Sicherungsverwahrung werden Bedienstete vorgesehen.
    § 12 Abs. 7 JVollzGB I: Anstaltsseelsorger werden haupt- oder nebenamtlich bestellt.
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
    § 64 Abs. 5 JVollzGB III: Die Erlaubnis kann widerrufen werden; § 476 StPO bleibt unberührt.
  § 65 JVollzGB III # Arbeit: Gefangene arbeiten in Betrieben.
  § 66 JVollzGB III # Zeiten: Die Ruhezeit ist zu achten.
  § 67 JVollzGB III # Freigang: Gefangene verlassen die Anstalt.
  § 68 JVollzGB III # Bezüge: Gefangene erhalten Geld.
  § 69 JVollzGB III # Bemessung: Die Eckvergütung wird bestimmt.
  § 70 JVollzGB III # Auszahlung: Geld wird gutgeschrieben.
    VV zu § 70 JVollzGB III
      VV Nr. 1 zu § 70 JVollzGB III: Die Eckvergütung nach § 69 JVollzGB III steht allen zu.
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
    # VV Nr. 1.1 zu § 12 JVollzGB I: the matter is what "sich richtet", and Abs. 7 has it in a compound
    (
        "Die Gestaltung der Dienstverhältnisse der hauptamtlichen Seelsorgenden richtet sich nach § 12 Abs. 6 JVollzGB I.",
        "§ 12 Abs. 6 JVollzGB I",
        "In § 12 Abs. 6 JVollzGB I ist von „Seelsorgenden“ nicht die Rede, wohl aber in § 12 Abs. 7 JVollzGB I.",
        "Prüfen Sie, ob § 12 Abs. 7 JVollzGB I gemeint ist.",
        Sicherheit.HOCH,
    ),
    # the noun stands behind the citation
    (
        "Die nach § 64 Abs. 3 JVollzGB III erteilte Erlaubnis ist zu vermerken.",
        "§ 64 Abs. 3 JVollzGB III",
        "In § 64 Abs. 3 JVollzGB III ist von „Erlaubnis“ nicht die Rede, wohl aber in § 64 Abs. 5 JVollzGB III.",
        "Prüfen Sie, ob § 64 Abs. 5 JVollzGB III gemeint ist.",
        Sicherheit.HOCH,
    ),
    # the noun before fits anything, the one it belongs to does not
    (
        "Die Durchsuchung der Gefangenen nach § 64 Abs. 3 JVollzGB III ist zu vermerken.",
        "§ 64 Abs. 3 JVollzGB III",
        "In § 64 Abs. 3 JVollzGB III ist von „Durchsuchung“ nicht die Rede, wohl aber in § 64 Abs. 2 JVollzGB III.",
        "Prüfen Sie, ob § 64 Abs. 2 JVollzGB III gemeint ist.",
        Sicherheit.HOCH,
    ),
    # no heading has it, but the text of a § next to the target
    (
        "Die Ruhezeit nach § 67 JVollzGB III ist zu achten.",
        "§ 67 JVollzGB III",
        "In § 67 JVollzGB III ist von „Ruhezeit“ nicht die Rede, wohl aber in § 66 JVollzGB III (Zeiten).",
        "Prüfen Sie, ob § 66 JVollzGB III gemeint ist.",
        Sicherheit.HOCH,
    ),
    # far away, but cited for it elsewhere
    (
        "Die Eckvergütung nach § 65 JVollzGB III ist auszuzahlen.",
        "§ 65 JVollzGB III",
        "In § 65 JVollzGB III ist von „Eckvergütung“ nicht die Rede, wohl aber in § 69 JVollzGB III (Bemessung).",
        "Prüfen Sie, ob § 69 JVollzGB III gemeint ist.",
        Sicherheit.HOCH,
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
    # the target leads to what has it; or where no text is
    "Der Einkauf nach § 64 Abs. 4 JVollzGB III ist zu vermerken.",
    "Das Auskunftsrecht nach § 55 JVollzGB I ist zu beachten.",
    # what is cited beside it has it
    "Die Durchsuchung nach § 64 Abs. 3 JVollzGB III und die Entkleidung (§ 64 Abs. 2 JVollzGB III) sind zu vermerken.",
    # words that only begin alike are no evidence
    "Die Freigabe nach § 65 JVollzGB III ist zu vermerken.",
    # far away, and cited by nobody
    "Die Ruhezeit nach § 70 JVollzGB III ist zu achten.",
    # a noun for all that is listed there
    "Die in § 64 Abs. 3 JVollzGB III genannten Durchsuchungen sind zu vermerken.",
    # "entsprechend" says nothing of the matter
    "Für die Durchsuchung gilt § 64 Abs. 3 JVollzGB III entsprechend.",
    # the § as a whole
    "Die Durchsuchung nach § 64 JVollzGB III ist zu vermerken.",
    "Die Durchsuchung nach § 64 Abs. 9 JVollzGB III ist zu vermerken.",
    "Die Durchsuchung nach § 64 Abs. 3 JVollzGB V ist zu vermerken.",
]


@pytest.mark.parametrize("text", BLEIBT)
def test_was_nicht_verschoben_ist(text: str) -> None:
    assert gefunden(text) == []


@pytest.mark.slow
def test_von_verschobenen_verweisen_wird_ein_guter_teil_gefunden(wissen: Wissen) -> None:
    """Half of those that hang on a noun, one in seven of all; `benchmarks/sachdrift.py` prints the figures."""
    zahlen, _ = _messung().gemessen(wissen.bestand())
    gesamt = sum(zahlen.values(), Counter())
    assert gesamt["planted"] > 2000
    assert gesamt["found"] > 0.47 * gesamt["noun"]
    assert gesamt["found"] > 0.15 * gesamt["planted"]
    assert gesamt["named"] > 0.7 * gesamt["found"]


def _messung() -> Any:
    ort = importlib.util.spec_from_file_location("messung", Path(__file__).parents[2] / "benchmarks" / "sachdrift.py")
    assert ort is not None
    assert ort.loader is not None
    modul = importlib.util.module_from_spec(ort)
    ort.loader.exec_module(modul)
    return modul
