"""Deadlines and days counted back, each counted by hand on a calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rechenfaelle import RECHTSBEHELFE, WEITERE, ZURUECK

from normen.fehler import RechenFehler
from normen.rechengroessen import lade_rechengroessen
from normen.rechnen import Frist, rechne
from normen.rechnen.fristlauf import Dauer, Einheit
from normen.rechnen.kalender import Land, feiertag, feiertag_mancherorts, monate_und_tage, ruhetag, um_monate
from normen.rechnen.lebensalter import lebensalter

GROESSEN = lade_rechengroessen()


def frist(funktion: str, **angaben: object) -> Frist:
    ergebnis = rechne(funktion, angaben, GROESSEN)
    assert isinstance(ergebnis, Frist)
    return ergebnis


@pytest.mark.parametrize(("rechtsbehelf", "ereignis", "land", "weiter", "ende"), RECHTSBEHELFE)
def test_rechtsbehelfsfrist(rechtsbehelf: str, ereignis: date, land: str, weiter: dict[str, object], ende: date) -> None:
    assert frist("rechtsbehelfsfrist", rechtsbehelf=rechtsbehelf, ereignis=ereignis, land=land, **weiter).ende == ende


@pytest.mark.parametrize("rechtsbehelf", ["antrag_untersuchungshaft", "antrag_haftgrund", "beschwerde_stpo"])
def test_wo_das_gesetz_keine_frist_setzt_gibt_es_keinen_tag(rechtsbehelf: str) -> None:
    ergebnis = frist("rechtsbehelfsfrist", rechtsbehelf=rechtsbehelf, ereignis=date(2026, 3, 3), land="BW")
    assert (ergebnis.ende, ergebnis.dauer) == (None, "unbefristet")


def test_woraus_die_frist_folgt_steht_in_den_schritten() -> None:
    ergebnis = frist("rechtsbehelfsfrist", rechtsbehelf="antrag_jugendstrafvollzug", ereignis=date(2026, 3, 20), land="BW")
    assert [str(schritt) for schritt in ergebnis.schritte] == [
        "Frist für: Antrag auf gerichtliche Entscheidung: Zustellung oder schriftliche Bekanntgabe am 20. März 2026 = 2"
        " Wochen (§ 92 Abs. 1 Satz 1 JGG, § 92 Abs. 1 Satz 2 JGG, § 112 Abs. 1 StVollzG)",
        "Tag des Ereignisses, nicht mitgerechnet: 20. März 2026 (§ 92 Abs. 1 Satz 2 JGG, § 120 Abs. 1 Satz 2 StVollzG, § 43"
        " Abs. 1 StPO)",
        "Ende der Frist: 2 Wochen ab 20. März 2026 = Freitag, 3. April 2026 (§ 43 Abs. 1 StPO)",
        "Nächster Werktag nach Karfreitag, Samstag, Sonntag, Ostermontag (BW): Dienstag, 7. April 2026 (§ 43 Abs. 2 StPO)",
    ]


@pytest.mark.parametrize(
    ("rechtsbehelf", "weiter", "hinweis"),
    [
        (
            "antrag_strafvollzug",
            {"belehrung": "fehlt"},
            "Wiedereinsetzung in den vorigen Stand (§ 112 Abs. 2 bis 4 StVollzG)",
        ),
        ("klage_sozialrecht", {"belehrung": "fehlt"}, "Das Jahr gilt nicht bei höherer Gewalt"),
    ],
)
def test_was_ohne_belehrung_gilt_wird_gesagt(rechtsbehelf: str, weiter: dict[str, object], hinweis: str) -> None:
    ergebnis = frist("rechtsbehelfsfrist", rechtsbehelf=rechtsbehelf, ereignis=date(2026, 3, 3), land="BW", **weiter)
    assert hinweis in " ".join(ergebnis.hinweise)


@pytest.mark.parametrize(("anlass", "entlassung", "ende"), ZURUECK)
def test_zurueckgerechnet(anlass: str, entlassung: date, ende: date) -> None:
    assert frist("tag_vor_entlassung", anlass=anlass, entlassung=entlassung).ende == ende


def test_ein_zurueckgerechneter_tag_wird_nicht_verschoben_aber_benannt() -> None:
    anlass, entlassung = "unterrichtung_forensische_ambulanz", date(2026, 7, 1)
    ergebnis = frist("tag_vor_entlassung", anlass=anlass, entlassung=entlassung, land="NW")
    assert ergebnis.ende == date(2026, 1, 1)
    assert ergebnis.hinweise[-1].endswith("ist am 1. Januar 2026 (Neujahr); der Text verschiebt den Tag nicht.")
    assert len(frist("tag_vor_entlassung", anlass=anlass, entlassung=entlassung).hinweise) == 1


#: How many, after which day, Saturday counts, last day: Maundy Thursday 2 April 2026, Good Friday to Easter Monday.
WERKTAGE = [
    (2, date(2026, 4, 2), True, date(2026, 4, 7)),
    (2, date(2026, 4, 2), False, date(2026, 4, 8)),
    (1, date(2026, 3, 6), True, date(2026, 3, 7)),
    (1, date(2026, 3, 6), False, date(2026, 3, 9)),
    (2, date(2026, 3, 7), True, date(2026, 3, 10)),
]


@pytest.mark.parametrize(("anzahl", "ereignis", "samstag", "ende"), WERKTAGE)
def test_werktage(anzahl: int, ereignis: date, samstag: bool, ende: date) -> None:
    norm = "§ 7 Abs. 2 Satz 1 JVollzGB II"
    ergebnis = frist("werktage_nach", anzahl=anzahl, ereignis=ereignis, land="BW", samstag_ist_werktag=samstag, norm=norm)
    assert ergebnis.ende == ende


@pytest.mark.parametrize(
    ("geboren", "erreicht", "meldung"),
    [
        (date(2008, 3, 13), True, "noch nicht vollendet, erst mit Ablauf des 12. März 2026"),
        (date(2008, 3, 12), False, "schon vollendet, seit Ablauf des 11. März 2026"),
        (date(2008, 2, 29), False, "schon vollendet, seit Ablauf des 28. Februar 2026"),
        (date(2026, 3, 12), False, "liegt nicht vor dem"),
    ],
)
def test_ein_alter_das_nicht_passt(geboren: date, erreicht: bool, meldung: str) -> None:
    with pytest.raises(RechenFehler, match=meldung) as gefangen:
        lebensalter(geburtsdatum=geboren, jahre=18, am=date(2026, 3, 12), erreicht=erreicht)
    assert gefangen.value.angabe == "geburtsdatum"


@pytest.mark.parametrize(("funktion", "angaben", "ende"), WEITERE)
def test_weitere_tage(funktion: str, angaben: dict[str, object], ende: date) -> None:
    assert frist(funktion, **angaben).ende == ende


#: What is refused, at which parameter, and a part of the reason.
ABGELEHNT: list[tuple[str, dict[str, object], str, str]] = [
    (
        "rechtsbehelfsfrist",
        {"rechtsbehelf": "antrag_strafvollzug", "ereignis": date(2026, 1, 1), "land": "BW", "ausland": True},
        "ausland",
        "keine eigene Frist",
    ),
    (
        "rechtsbehelfsfrist",
        {"rechtsbehelf": "antrag_strafvollzug", "ereignis": date(2026, 1, 1), "land": "XY"},
        "land",
        "möglich: BW | BY",
    ),
    ("rechtsbehelfsfrist", {"rechtsbehelf": "antrag_strafvollzug", "ereignis": date(2026, 1, 1)}, "land", "fehlt: land"),
    (
        "rechtsbehelfsfrist",
        {"rechtsbehelf": "antrag_strafvollzug", "ereignis": date(9999, 12, 31), "land": "BW"},
        "",
        "außerhalb des Kalenders",
    ),
    (
        "tag_vor_entlassung",
        {"anlass": "zustimmung_offener_vollzug", "entlassung": date(1, 1, 1)},
        "",
        "außerhalb des Kalenders",
    ),
    (
        "tag_vor",
        {"anzahl": 0, "einheit": "tage", "ereignis": date(2026, 1, 1), "norm": "x"},
        "anzahl",
        "liegt nicht zwischen 1",
    ),
    (
        "tag_vor",
        {"anzahl": 1, "einheit": "tage", "ereignis": date(2026, 1, 1), "norm": " "},
        "norm",
        "Nennen Sie die Vorschrift",
    ),
    ("bekanntgabe_durch_post", {"recht": "sgb_x", "aufgabe": date(2025, 1, 2)}, "aufgabe", "Für das Jahr 2025 fehlt"),
    (
        "bekanntgabe_durch_post",
        {"recht": "sgb_x", "aufgabe": date(2024, 1, 2), "zugang": date(2024, 1, 1)},
        "zugang",
        "vor der Aufgabe",
    ),
    ("taschengeld_antragsfrist", {"jahr": 2024, "monat": 13}, "monat", "zwischen 1 und 12"),
]


@pytest.mark.parametrize(("funktion", "angaben", "angabe", "grund"), ABGELEHNT)
def test_was_sich_nicht_zaehlen_laesst(funktion: str, angaben: dict[str, object], angabe: str, grund: str) -> None:
    with pytest.raises(RechenFehler) as fehler:
        frist(funktion, **angaben)
    assert fehler.value.angabe == angabe
    assert grund in str(fehler.value)


#: Day, Land, the holiday in all of the Land, the holiday in some municipalities.
FEIERTAGE = [
    (date(2026, 1, 6), Land.BW, "Heilige Drei Könige", ""),
    (date(2026, 1, 6), Land.NW, "", ""),
    (date(2026, 6, 4), Land.NW, "Fronleichnam", ""),
    (date(2026, 6, 4), Land.SN, "", "Fronleichnam"),
    (date(2026, 8, 15), Land.BY, "", "Mariä Himmelfahrt"),
    (date(2026, 8, 8), Land.BY, "", "Augsburger Hohes Friedensfest"),
    (date(2026, 8, 8), Land.BW, "", ""),
    (date(2026, 10, 31), Land.BW, "", ""),
    (date(2026, 10, 31), Land.HH, "Reformationstag", ""),
]


@pytest.mark.parametrize(("tag", "land", "ueberall", "mancherorts"), FEIERTAGE)
def test_feiertage(tag: date, land: Land, ueberall: str, mancherorts: str) -> None:
    assert (feiertag(tag, land), feiertag_mancherorts(tag, land)) == (ueberall, mancherorts)


@pytest.mark.parametrize("jahr", [1989, 2101])
def test_jahre_ohne_bekannte_feiertage(jahr: int) -> None:
    with pytest.raises(RechenFehler, match=f"Die Feiertage des Jahres {jahr} sind nicht bekannt"):
        frist("rechtsbehelfsfrist", rechtsbehelf="antrag_strafvollzug", ereignis=date(jahr, 3, 3), land="BW")


def test_ein_feiertag_nur_mancherorts_verschiebt_nicht_und_wird_benannt() -> None:
    ergebnis = frist("rechtsbehelfsfrist", rechtsbehelf="antrag_strafvollzug", ereignis=date(2026, 5, 21), land="TH")
    assert ergebnis.ende == date(2026, 6, 4)
    assert "in Teilen des Landes Feiertag (Fronleichnam)" in ergebnis.hinweise[0]


TAGE = st.dates(date(1995, 1, 1), date(2090, 1, 1))


@given(tag=TAGE, wochen=st.integers(1, 60), land=st.sampled_from(list(Land)))
def test_jede_frist_endet_an_einem_werktag_und_nie_zu_frueh(tag: date, wochen: int, land: Land) -> None:
    ende = frist("rechtsbehelfsfrist", rechtsbehelf="antrag_strafvollzug", ereignis=tag, land=str(land)).ende
    assert ende is not None
    assert ruhetag(ende, land) == ""
    assert timedelta(14) <= ende - tag <= timedelta(14 + 5)
    assert Dauer(wochen, Einheit.WOCHEN).nach(tag) - tag == timedelta(7 * wochen)


@given(tag=TAGE, monate=st.integers(-400, 400))
def test_monate_fuehren_auf_denselben_tag_oder_den_letzten(tag: date, monate: int) -> None:
    ziel = um_monate(tag, monate)
    assert (ziel.year * 12 + ziel.month) - (tag.year * 12 + tag.month) == monate
    assert ziel.day == tag.day or (ziel.day < tag.day and (ziel + timedelta(1)).day == 1)


@given(von=TAGE, laenge=st.integers(0, 800))
def test_monate_und_tage_ergeben_den_zeitraum(von: date, laenge: int) -> None:
    bis = von + timedelta(laenge)
    volle, tage = monate_und_tage(von, bis)
    assert 28 * volle + tage <= laenge + 1 <= 31 * volle + tage
