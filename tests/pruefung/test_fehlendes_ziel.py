"""Citations of what does not exist, and citations that only seem to be."""

from __future__ import annotations

import pytest
from kleiner_bestand import bestand

from normen.pruefung.fehlendes_ziel import FEHLENDES_ZIEL

GRUND = """
JVollzGB I
  § 39 JVollzGB I: Zweckänderung ist zulässig.
JVollzGB III
  § 10 JVollzGB III
    § 10 Abs. 1 JVollzGB III: Ausgang kann gewährt werden.
    § 10 Abs. 5 JVollzGB III: Für Termine gilt Absatz 1.
  § 52 JVollzGB III
    VV zu § 52 JVollzGB III
      VV Nr. 1 zu § 52 JVollzGB III: Bildung.
      VV Nr. 2 zu § 52 JVollzGB III: Anlage.
  § 80 JVollzGB III: Zwang.
    Vermerk zu § 80 JVollzGB III!: [Nicht abgedruckt.]
  § 99 JVollzGB III
    VV zu § 99 JVollzGB III
      VV Nr. 1 zu § 99 JVollzGB III: {}
VwV JVollzGB
"""

#: A text, the words of each finding, and what it says.
FEHLT = [
    (
        "Die Nummern 1 bis 3 dieser Verwaltungsvorschrift zu § 52 JVollzGB III gelten entsprechend.",
        "Nummern 1 bis 3 dieser Verwaltungsvorschrift zu § 52 JVollzGB III",
        "VV Nr. 3 zu § 52 JVollzGB III gibt es nicht.",
        "Am nächsten liegt VV Nr. 2 zu § 52 JVollzGB III. Prüfen Sie, ob der Verweis noch stimmt.",
    ),
    (
        "Die Anhörung nach § 39 Abs. 4 JVollzGB I ist aktenkundig zu machen.",
        "§ 39 Abs. 4 JVollzGB I",
        "§ 39 Abs. 4 JVollzGB I gibt es nicht. § 39 JVollzGB I hat keine Absätze.",
        "§ 39 JVollzGB I gibt es. Prüfen Sie, ob das Zitat auf eine frühere Fassung geht.",
    ),
    (
        "Nach § 10 Abs. 1 Satz 2 JVollzGB III ist zu belehren.",
        "§ 10 Abs. 1 Satz 2 JVollzGB III",
        "§ 10 Abs. 1 Satz 2 JVollzGB III gibt es nicht. § 10 Abs. 1 JVollzGB III hat nur einen Satz.",
        "§ 10 Abs. 1 JVollzGB III gibt es. Prüfen Sie, ob das Zitat auf eine frühere Fassung geht.",
    ),
    (
        "Es gelten die §§ 10 und 81 Abs. 2 JVollzGB III.",
        "81 Abs. 2",
        "§ 81 Abs. 2 JVollzGB III gibt es nicht. Schon § 81 JVollzGB III gibt es nicht.",
        "Am nächsten liegt § 80 JVollzGB III. Prüfen Sie, ob der Verweis noch stimmt.",
    ),
    (
        "Nach § 10 JVollzGB III und den §§ 80, 52 Abs. 5 JVollzGB III ist zu belehren.",
        "52 Abs. 5",
        "§ 52 Abs. 5 JVollzGB III gibt es nicht. § 52 JVollzGB III hat keine Absätze.",
        "§ 52 JVollzGB III gibt es. Prüfen Sie, ob das Zitat auf eine frühere Fassung geht.",
    ),
    (
        "Nach § 10 Abs. 6 Halbsatz 2 JVollzGB III ist zu belehren.",
        "§ 10 Abs. 6 Halbsatz 2 JVollzGB III",
        "§ 10 Abs. 6 JVollzGB III gibt es nicht.",
        "Am nächsten liegt § 10 Abs. 5 JVollzGB III. Prüfen Sie, ob der Verweis noch stimmt.",
    ),
    (
        "Die Verwaltungsvorschrift zu § 10 JVollzGB III gilt entsprechend.",
        "Die Verwaltungsvorschrift zu § 10 JVollzGB III",
        "VV zu § 10 JVollzGB III gibt es nicht.",
        "§ 10 JVollzGB III gibt es. Prüfen Sie, ob das Zitat auf eine frühere Fassung geht.",
    ),
    (
        "Nach § 39 Abs. 4 JVollzGB I ist anzuhören. Es gilt die Kostenverfügung in der am 1. Mai 2012 geltenden Fassung.",
        "§ 39 Abs. 4 JVollzGB I",
        "§ 39 Abs. 4 JVollzGB I gibt es nicht. § 39 JVollzGB I hat keine Absätze.",
        "§ 39 JVollzGB I gibt es. Prüfen Sie, ob das Zitat auf eine frühere Fassung geht.",
    ),
    (
        "Die Standards ergeben sich aus Anlage 3 VwV JVollzGB.",
        "Anlage 3 VwV JVollzGB",
        "Anlage 3 VwV JVollzGB gibt es nicht. VwV JVollzGB hat im geladenen Text keine Anlage.",
        "Laden Sie die Anlage mit, oder prüfen Sie, ob es sie noch gibt.",
    ),
    (
        "In den Fällen des Buchstabens 2.1.3 bedarf es der Zustimmung.",
        "Buchstabens 2.1.3",
        "2.1.3 ist kein Buchstabe.",
        "Gemeint ist wohl Nummer 2.1.3.",
    ),
    (
        "Nummer 4 bleibt unberührt.",
        "Nummer 4",
        "VV Nr. 4 zu § 99 JVollzGB III gibt es nicht.",
        "Am nächsten liegt VV Nr. 1 zu § 99 JVollzGB III. Prüfen Sie, ob der Verweis noch stimmt.",
    ),
]


@pytest.mark.parametrize(("text", "worte", "grund", "vorschlag"), FEHLT)
def test_was_fehlt(text: str, worte: str, grund: str, vorschlag: str) -> None:
    (befund,) = FEHLENDES_ZIEL.finde(bestand(GRUND.format(text)))
    assert (befund.stelle, befund.grund, befund.vorschlag) == (worte, grund, vorschlag)
    assert (str(befund.zitat), befund.zeile) == ("VV Nr. 1 zu § 99 JVollzGB III", 16)


#: Nothing is wrong here: the target exists, its text is not loaded or not printed, or something else is meant.
FEHLT_NICHT = [
    "Die Nummern 1 bis 2 dieser Verwaltungsvorschrift zu § 52 JVollzGB III gelten entsprechend.",
    "Nach § 10 Abs. 1 Satz 1 JVollzGB III ist zu belehren.",
    "Nach § 10 Abs. 1 Halbsatz 2 JVollzGB III und § 10 Abs. 5 Alt. 1 JVollzGB III ist zu belehren.",
    "Nach § 39 Abs. 4 JVollzGB V ist zu belehren.",
    "Nummer 3 dieser Verwaltungsvorschrift zu § 80 JVollzGB III gilt entsprechend.",
    "Maßnahmen nach § 10 Abs. 1 JVollzGB III, auch in Verbindung mit Absatz 5, bedürfen der Zustimmung.",
    "Die Regelungen dieser Verwaltungsvorschrift zu § 52 JVollzGB III gelten mit Ausnahme der Nummer 2 entsprechend.",
    "Die Stelle ist nach Kapitel 4 und 5 des Titels V des Vertrags über die Arbeitsweise der Europäischen Union errichtet.",
    "Es gelten die Richtlinien für den Verkehr mit dem Ausland (Nummer 136 RiVASt).",
    "Die Kosten werden erhoben (GKG KV Nr. 9010).",
    "Verboten sind Schriften (z.B. §§ 15, 21 Nr. 4 Landespressegesetz).",
    "Es gilt § 39 Abs. 4 JVollzGB I in der am 20. Juni 2018 geltenden Fassung weiter.",
    "Es gilt § 39 Abs. 4 JVollzGB I (5. Juni 2019) in Verbindung mit § 9 LDSG in der bis zum 1. Mai 2018 geltenden Fassung.",
    "Es gilt § 39 Abs. 4 JVollzGB I a. F. weiter.",
]


@pytest.mark.parametrize("text", FEHLT_NICHT)
def test_was_nicht_fehlt(text: str) -> None:
    assert list(FEHLENDES_ZIEL.finde(bestand(GRUND.format(text)))) == []
