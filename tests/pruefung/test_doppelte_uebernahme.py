"""Numbers that are taken over beside a text that says the same in another way."""

from __future__ import annotations

import pytest
from kleiner_bestand import bestand

from normen.pruefung import Sicherheit
from normen.pruefung.doppelte_uebernahme import DOPPELTE_UEBERNAHME

GRUND = """
JVollzGB III
  § 19 JVollzGB III: Besuch.
    VV zu § 19 JVollzGB III
      VV Nr. 1 zu § 19 JVollzGB III: Die Gesamtdauer der Besuche beträgt mindestens zwei Stunden im Monat.
      VV Nr. 2 zu § 19 JVollzGB III: Besucher sind vor Betreten der Justizvollzugsanstalt zu durchsuchen.
  § 20 JVollzGB III: Besuch.
    VV zu § 20 JVollzGB III
      VV Nr. 1 zu § 20 JVollzGB III: Die Gesamtdauer der Besuche beträgt mindestens 4 Stunden im Monat.
  § 21 JVollzGB III: Besuch.
    VV zu § 21 JVollzGB III
      VV Nr. 1 zu § 21 JVollzGB III # Grundsätze
        VV Nr. 1.1 zu § 21 JVollzGB III: {eigen}
        VV Nr. 1.2 zu § 21 JVollzGB III: {klausel}
        VV Nr. 1.3 zu § 21 JVollzGB III: {weitere}
      VV Nr. 2 zu § 21 JVollzGB III # Anderes
        VV Nr. 2.1 zu § 21 JVollzGB III: {anderswo}
"""
VIER = "Die Gesamtdauer der Besuche beträgt mindestens vier Stunden im Monat."
ANDERS = "Es ist zu berichten."
ZU_19 = "dieser Verwaltungsvorschrift zu § 19 JVollzGB III"
VV_19 = f"Die Regelungen {ZU_19} gelten entsprechend."
VV_20 = "Die Regelungen dieser Verwaltungsvorschrift zu § 20 JVollzGB III gelten entsprechend."


def gefunden(
    eigen: str = ANDERS, klausel: str = VV_19, weitere: str = ANDERS, anderswo: str = ANDERS
) -> list[tuple[str, str, str, Sicherheit]]:
    liste = GRUND.format(eigen=eigen, klausel=klausel, weitere=weitere, anderswo=anderswo)
    return [(str(b.zitat), b.stelle, b.grund, b.sicherheit) for b in DOPPELTE_UEBERNAHME.finde(bestand(liste))]


@pytest.mark.parametrize("worte", ["vier Stunden", "4 Stunden", "3,5 Stunden"])
def test_eine_andere_zahl(worte: str) -> None:
    eigen = f"Die Gesamtdauer der Besuche beträgt mindestens {worte} im Monat."
    grund = f"Hier steht „{worte}“; VV Nr. 1.2 zu § 21 JVollzGB III übernimmt VV Nr. 1 zu § 19 JVollzGB III, dort steht "
    assert gefunden(eigen) == [("VV Nr. 1.1 zu § 21 JVollzGB III", worte, f"{grund}„zwei Stunden“.", Sicherheit.HOCH)]


def test_zweimal_uebernommen_mit_einer_anderen_zahl() -> None:
    grund = (
        "Übernommen wird, was daneben etwas anders schon gilt: VV Nr. 1 zu § 19 JVollzGB III und VV Nr. 1 zu § 20 "
        "JVollzGB III („zwei Stunden“ und „4 Stunden“)."
    )
    assert gefunden(weitere=VV_20) == [("VV Nr. 1.3 zu § 21 JVollzGB III", VV_20, grund, Sicherheit.HOCH)]


def test_andere_worte_sind_unsicher() -> None:
    eigen = "Besucher sind vor Betreten der Jugendstrafanstalt zu durchsuchen."
    # with one of four words another one, this may be another matter
    assert gefunden(eigen) == []
    lang = "Besucher der Gefangenen sind stets vor jedem Betreten der Justizvollzugsanstalt gründlich zu durchsuchen {}."
    ((zitat, stelle, grund, sicherheit),) = gefunden_lang(lang.format("und zu belehren"), lang.format("und zu befragen"))
    assert (zitat, stelle, sicherheit) == ("VV Nr. 1.2 zu § 21 JVollzGB III", VV_19, Sicherheit.GERING)
    assert grund == (
        "Übernommen wird, was daneben etwas anders schon gilt: VV Nr. 1.1 zu § 21 JVollzGB III und VV Nr. 2 zu § 19 "
        "JVollzGB III."
    )


def gefunden_lang(eigen: str, fremd: str) -> list[tuple[str, str, str, Sicherheit]]:
    alt = "Besucher sind vor Betreten der Justizvollzugsanstalt zu durchsuchen."
    liste = GRUND.format(eigen=eigen, klausel=VV_19, weitere=ANDERS, anderswo=ANDERS).replace(alt, fremd)
    return [(str(b.zitat), b.stelle, b.grund, b.sicherheit) for b in DOPPELTE_UEBERNAHME.finde(bestand(liste))]


def test_eine_vv_darf_ihr_gesetz_wiederholen() -> None:
    liste = """
JVollzGB III
  § 51 JVollzGB III: Von der Geltendmachung des Anspruchs ist abzusehen, soweit dies zur Eingliederung notwendig ist.
    VV zu § 51 JVollzGB III
      VV Nr. 1 zu § 51 JVollzGB III: Für die Erhebung gilt § 51 JVollzGB III.
      VV Nr. 2 zu § 51 JVollzGB III: Von der Geltendmachung des Anspruchs ist abzusehen, soweit es zur Eingliederung {}.
"""
    assert list(DOPPELTE_UEBERNAHME.finde(bestand(liste.format("notwendig erscheint")))) == []


KEINE = [
    # the same amount, spelled otherwise
    {"eigen": "Die Gesamtdauer der Besuche beträgt mindestens 2 Stunden im Monat."},
    # the same words
    {"eigen": "Besucher sind vor Betreten der Justizvollzugsanstalt zu durchsuchen."},
    # another unit, another matter
    {"eigen": "Die Gesamtdauer der Besuche beträgt mindestens vier Tage im Monat."},
    {"eigen": "Telefongespräche dauern höchstens vier Stunden und werden überwacht."},
    # the clause says how it is meant
    {"eigen": VIER, "klausel": f"Im Übrigen gelten die Regelungen {ZU_19} entsprechend."},
    {"eigen": VIER, "klausel": f"Die Regelungen {ZU_19} gelten entsprechend mit der Maßgabe, dass Nummer 1.1 vorgeht."},
    {"eigen": VIER, "klausel": f"Nummer 2 {ZU_19} gilt entsprechend."},
    {"eigen": VIER, "klausel": f"Die Regelungen {ZU_19} gelten mit Ausnahme der Nummer 1 entsprechend."},
    {"eigen": VIER, "klausel": f"Die Regelungen {ZU_19} gelten nicht."},
    # a clause speaks for the number that it lies in
    {"anderswo": VIER},
]


@pytest.mark.parametrize("texte", KEINE)
def test_was_nicht_doppelt_ist(texte: dict[str, str]) -> None:
    assert gefunden(**texte) == []
