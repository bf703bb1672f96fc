"""Amounts, each worked out by hand beside the code; cases beside them that the norms refuse."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rechenfaelle import BETRAEGE, BETREUT, JUGEND, JUNGE, STRAF, UHAFT, VERWAHRT, zahlen

from normen.fehler import RechenFehler
from normen.rechengroessen import lade_rechengroessen
from normen.rechnen import Rechnung, rechne

GROESSEN = lade_rechengroessen()


def rechnung(funktion: str, angaben: dict[str, object]) -> Rechnung:
    ergebnis = rechne(funktion, angaben, GROESSEN)
    assert isinstance(ergebnis, Rechnung)
    return ergebnis


@pytest.mark.parametrize(("funktion", "angaben", "betrag"), BETRAEGE)
def test_von_hand_gerechnet(funktion: str, angaben: dict[str, object], betrag: str) -> None:
    assert str(rechnung(funktion, zahlen(angaben)).betrag) == betrag


#: What is refused, at which parameter, and a part of the reason.
ABGELEHNT: list[tuple[str, dict[str, object], str, str]] = [
    ("taschengeld", {"jahr": 2025, "vollzugsart": "Freiheitsstrafe"}, "jahr", "Für das Jahr 2025 fehlt: Bezugsgröße"),
    ("taschengeld", UHAFT, "vollzugsart", "sieht kein Taschengeld vor"),
    ("taschengeld", STRAF | {"tage_ohne_anspruch": 1}, "tage_ohne_anspruch", "kennt VV Nr. 1.1 Satz 2 zu § 53"),
    ("taschengeld", VERWAHRT | {"tage_verschuldet": 1}, "tage_verschuldet", "VV Nr. 1 Satz 2 zu § 49 JVollzGB V nicht"),
    ("taschengeld", STRAF | {"tage_verschuldet": 24}, "tage_verschuldet", "liegt nicht zwischen 0 und 23"),
    ("taschengeld", STRAF | {"tage_verschuldet": 20, "tage_nicht_im_vollzug": 4}, "tage_verschuldet", "Zusammen 24"),
    ("taschengeld", STRAF | {"tage_verschuldet": -1}, "tage_verschuldet", "liegt nicht zwischen"),
    ("taschengeld", STRAF | {"guthaben": "€-1"}, "guthaben", "kein möglicher Betrag"),
    ("taschengeld", STRAF | {"guthaben": "€1,005"}, "guthaben", "kein Betrag in Euro und Cent"),
    ("taschengeld", STRAF | {"guthaben": Decimal("NaN")}, "guthaben", "kein möglicher Betrag"),
    ("taschengeld", STRAF | {"guthaben": "€10", "davon_sondergeld": "€11"}, "guthaben", "mehr als das Guthaben von 10,00"),
    ("taschengeld_im_ersten_monat", VERWAHRT, "vollzugsart", "übernimmt Nr. 1.6 nicht"),
    ("porto_pauschale", VERWAHRT, "vollzugsart", "gilt nicht für „Sicherungsverwahrung“"),
    ("tagessatz", VERWAHRT | {"stufe": "III"}, "vollzugsart", "nennt die Eckvergütung nach § 45 JVollzGB V nicht"),
    ("tagessatz", STRAF | {"stufe": "VI"}, "stufe", "möglich: I | II | III | IV | V"),
    (
        "tagessatz",
        STRAF | {"stufe": "V", "abschlag_prozent": "€21", "abschlag_grund": "einarbeitung"},
        "abschlag_prozent",
        "Höchstens 20 Prozent",
    ),
    (
        "tagessatz",
        STRAF | {"stufe": "II", "abschlag_prozent": "€20", "abschlag_grund": "einarbeitung"},
        "abschlag_prozent",
        "weniger als 75 Prozent der Eckvergütung",
    ),
    ("tagessatz", STRAF | {"stufe": "III", "abschlag_prozent": "€5"}, "abschlag_grund", "braucht einen Grund"),
    ("tagessatz", STRAF | {"stufe": "III", "abschlag_grund": "einarbeitung"}, "abschlag_grund", "ein Grund einen Abschlag"),
    (
        "stundensatz",
        {"vollzugsart": "Freiheitsstrafe", "tagessatz": "€15", "stunden_je_tag": "€0"},
        "stunden_je_tag",
        "mehr als null",
    ),
    ("arbeitstherapie", UHAFT, "vollzugsart", "§ 3 JVollzVergO regelt das nicht"),
    ("ausbildungsbeihilfe", JUNGE, "vollzugsart", "nicht eindeutig"),
    ("ausbildungsbeihilfe", STRAF | {"stufe": "V"}, "stufe", "Vergütungsstufen I bis IV"),
    (
        "ausgleichsentschaedigung",
        {"vollzugsart": "Sicherungsverwahrung", "entgelt": "€1"},
        "vollzugsart",
        "keine Ausgleichsentschädigung",
    ),
    ("zulage", {"grundlohn": "€15", "art": "umgebung", "prozent": "€6"}, "prozent", "Höchstens 5 Prozent des Grundlohns"),
    ("hausgeld", {"vollzugsart": "Untersuchungshaft", "bezuege": "€1"}, "vollzugsart", "sieht kein Hausgeld vor"),
    ("sondergeld_hoechstbetrag", JUGEND | {"tagessaetze": 6}, "tagessaetze", "nicht zwischen 0 und 5"),
    ("sondergeld_hoechstbetrag", STRAF | {"tagessaetze": 4}, "tagessaetze", "lässt nur VV Satz 2 zu § 49 JVollzGB IV zu"),
    (
        "haftkostensatz",
        VERWAHRT | {"belegung": 1, "gemeinschaftsunterkunft": True, "jugendlich_oder_in_ausbildung": False},
        "vollzugsart",
        "nicht beteiligt",
    ),
    (
        "haftkostensatz",
        JUNGE | {"belegung": 1, "gemeinschaftsunterkunft": True, "jugendlich_oder_in_ausbildung": False},
        "vollzugsart",
        "hängt vom Urteil ab",
    ),
    (
        "haftkostensatz",
        STRAF | {"belegung": 1, "gemeinschaftsunterkunft": True, "jugendlich_oder_in_ausbildung": False},
        "jahr",
        "Für das Jahr 2023 fehlt",
    ),
    ("mittleres_arbeitsentgelt", UHAFT | {"arbeitstage": 21}, "vollzugsart", "ob die Eckvergütung nach § 35 JVollzGB II"),
    (
        "haftkostenbeitrag",
        {
            "vollzugsart": "Jugendstrafe",
            "satz": "€1",
            "einkuenfte": "€1",
            "mittleres_arbeitsentgelt": "€1",
            "schuldhaft_ohne_arbeit": True,
        },
        "schuldhaft_ohne_arbeit",
        "kennt diese Ausnahme nicht",
    ),
    (BETREUT, {"von": date(2024, 2, 1), "bis": date(2024, 1, 31)}, "bis", "liegt vor"),
    (BETREUT, {"von": date(2024, 1, 1), "bis": date(2024, 1, 31), "gefangene": 6}, "gefangene", "zwischen 1 und 5"),
    (
        "kostenpauschale",
        {"von": date(2024, 12, 1), "bis": date(2025, 1, 1), "tagespauschale": "€1"},
        "bis",
        "jedes Quartal für sich",
    ),
    ("kurzgutachten", {"minuten": 0, "stundensatz": "€120"}, "minuten", "liegt nicht zwischen 1"),
]


@pytest.mark.parametrize(("funktion", "angaben", "angabe", "grund"), ABGELEHNT)
def test_was_die_norm_nicht_hergibt(funktion: str, angaben: dict[str, object], angabe: str, grund: str) -> None:
    with pytest.raises(RechenFehler) as fehler:
        rechnung(funktion, zahlen(angaben))
    assert fehler.value.angabe == angabe
    assert str(fehler.value).startswith(f"Angabe „{angabe}“: ")
    assert grund in str(fehler.value)


#: JVollzGB IV has no cap at the income (§ 46); JVollzGB II speaks of Kosten that are ermittelt (§ 36 Satz 1).
HAFTKOSTEN = [
    (
        "Freiheitsstrafe",
        "Höchstens die Einkünfte (§ 51 Abs. 1 Satz 2 JVollzGB III)",
        "Festzusetzender Haftkostenbeitrag (§ 51 Abs. 2 Satz 1 JVollzGB III)",
    ),
    ("Jugendstrafe", "", "Festzusetzender Haftkostenbeitrag (§ 46 Abs. 3 Satz 1 JVollzGB IV)"),
    (
        "Untersuchungshaft",
        "Höchstens die Einkünfte (§ 51 Abs. 1 Satz 2 JVollzGB III)",
        "Zu ermittelnde Kosten der Untersuchungshaft (§ 51 Abs. 2 Satz 1 JVollzGB III, § 36 Satz 1 JVollzGB II)",
    ),
]


@pytest.mark.parametrize(("vollzugsart", "grenze", "ergebnis"), HAFTKOSTEN)
def test_haftkosten_in_den_worten_des_buches(vollzugsart: str, grenze: str, ergebnis: str) -> None:
    angaben = {"vollzugsart": vollzugsart, "satz": "€500", "einkuenfte": "€400", "mittleres_arbeitsentgelt": "€100"}
    schritte = rechnung("haftkostenbeitrag", zahlen(angaben)).schritte
    zeilen = [f"{schritt.was} ({', '.join(schritt.normen)})" for schritt in schritte]
    assert [zeile for zeile in zeilen if "Einkünfte" in zeile] == ([grenze] if grenze else [])
    assert zeilen[-1] == ergebnis
    assert schritte[-1].ergebnis == "300,00 Euro"


@pytest.mark.parametrize(
    ("vollzugsart", "satz"),
    [
        ("Freiheitsstrafe", "gesondert bekannt (VV Nr. 2.2 Satz 2 zu § 51 JVollzGB III) und weicht das ab, geht es vor."),
        ("Untersuchungshaft", "(VV Nr. 2.2 Satz 2 zu § 51 JVollzGB III in Verbindung mit VV zu § 36 JVollzGB II)"),
        ("Jugendstrafe", "(Bekanntgabe durch das Justizministerium) übernimmt VV zu § 46 JVollzGB IV nicht."),
    ],
)
def test_ob_die_bekanntgabe_vorgeht_sagt_das_buch(vollzugsart: str, satz: str) -> None:
    angaben = {"belegung": 1, "gemeinschaftsunterkunft": True, "jugendlich_oder_in_ausbildung": False}
    (hinweis,) = rechnung("haftkostensatz", {"jahr": 2025, "vollzugsart": vollzugsart, **angaben}).hinweise
    assert satz in hinweis


def test_die_hoehe_im_buch_v_uebernimmt_nichts() -> None:
    angaben = {"jahr": 2024, "vollzugsart": "Sicherungsverwahrung", "guthaben": "€40", "davon_sondergeld": "€35"}
    durch = {
        schritt.was: "VV Nr. 2 zu § 49 JVollzGB V" in schritt.normen
        for schritt in rechnung("taschengeld", zahlen(angaben)).schritte
    }
    assert not durch["Taschengeld vor Abzug eigener Mittel"]
    assert durch["Sondergeld, das außer Betracht bleibt, höchstens"]
    assert durch["Anzurechnendes Guthaben"]
    assert durch["Taschengeld"]


def test_jeder_schritt_nennt_seine_nummer() -> None:
    angaben = JUGEND | {"tage_verschuldet": 3, "guthaben": "€40,50", "davon_sondergeld": "€35"}
    assert [str(schritt) for schritt in rechnung("taschengeld", zahlen(angaben)).schritte] == [
        "Bezugsgröße 2024: 42.420,00 Euro (§ 18 Abs. 1 SGB IV; § 1 Abs. 1 der Sozialversicherungsrechengrößen-Verordnung"
        " 2024 vom 24. November 2023, BGBl. 2023 I Nr. 322)",
        "Eckvergütung im Jahr: 9 % von 42.420,00 Euro = 3.817,80 Euro (§ 44 Abs. 2 Satz 2 JVollzGB IV)",
        "Tagessatz der Eckvergütung: 3.817,80 Euro ÷ 250 = 15,2712 Euro (§ 44 Abs. 2 Satz 3 JVollzGB IV)",
        "Faktor: 21 − 3 Tage (verschuldet ohne Bezüge) = 18 (VV Nr. 1.1 Satz 1 zu § 53 JVollzGB III, VV Nr. 1.1 Satz 2 zu"
        " § 53 JVollzGB III, VV zu § 48 JVollzGB IV)",
        "Taschengeld vor Abzug eigener Mittel: 14 % von 15,2712 Euro × 18 = 38,483424 Euro (§ 48 Abs. 1 Satz 1 JVollzGB IV,"
        " VV Nr. 1.1 Satz 1 zu § 53 JVollzGB III, VV zu § 48 JVollzGB IV)",
        "Sondergeld, das außer Betracht bleibt, höchstens: 2 × 15,2712 Euro = 30,5424 Euro (VV Nr. 1.2 Satz 2 zu § 53"
        " JVollzGB III, VV Nr. 1.5 Satz 2 zu § 53 JVollzGB III, VV zu § 48 JVollzGB IV)",
        "Anzurechnendes Guthaben: 40,50 Euro − 30,5424 Euro (Sondergeld) = 9,9576 Euro (VV Nr. 1.5 Satz 1 zu § 53 JVollzGB"
        " III, VV Nr. 1.5 Satz 2 zu § 53 JVollzGB III, VV zu § 48 JVollzGB IV)",
        "Taschengeld: 38,483424 Euro − 9,9576 Euro = 28,525824 Euro (VV Nr. 1.2 Satz 1 zu § 53 JVollzGB III, VV Nr. 1.5 Satz"
        " 1 zu § 53 JVollzGB III, VV zu § 48 JVollzGB IV)",
        "Auf ganze Cent gerundet, ab einem halben Cent nach oben (eine Rundungsregel nennt der Text nicht): 28,525824 Euro ="
        " 28,53 Euro",
    ]


@pytest.mark.parametrize(
    ("rundung", "hinweis"),
    [
        ("am_ende", "Wird jeder Schritt auf Cent gerundet, sind es 44,89 Euro; der Text regelt die Rundung nicht."),
        ("je_schritt", "Wird erst am Ende auf Cent gerundet, sind es 44,90 Euro; der Text regelt die Rundung nicht."),
    ],
)
def test_was_anders_gerundet_herauskaeme_wird_gesagt(rundung: str, hinweis: str) -> None:
    assert rechnung("taschengeld", STRAF | {"rundung": rundung}).hinweise == (hinweis,)


@given(
    guthaben=st.decimals(0, 200, places=2),
    tage=st.integers(0, 23),
    anteil=st.integers(0, 100),
)
def test_eigene_mittel_und_tage_mindern_nur(guthaben: Decimal, tage: int, anteil: int) -> None:
    sondergeld = (guthaben * anteil / 100).quantize(Decimal("0.01"), rounding="ROUND_DOWN")
    voll = rechnung("taschengeld", STRAF).betrag
    angaben = STRAF | {"tage_verschuldet": tage, "guthaben": guthaben}
    ohne, mit = (
        rechnung("taschengeld", angaben).betrag,
        rechnung("taschengeld", angaben | {"davon_sondergeld": sondergeld}).betrag,
    )
    assert 0 <= ohne <= mit <= voll


@given(bezuege=st.decimals(0, 5000, places=2), stand=st.decimals(0, 3000, places=2))
def test_hausgeld_und_zufuehrung_uebersteigen_die_bezuege_nicht(bezuege: Decimal, stand: Decimal) -> None:
    haus = rechnung("hausgeld", {"vollzugsart": "Freiheitsstrafe", "bezuege": bezuege}).betrag
    angaben = {"vollzugsart": "Freiheitsstrafe", "bezuege": bezuege, "stand": stand, "angemessene_hoehe": Decimal(2000)}
    zufuehrung = rechnung("ueberbrueckungsgeld_zufuehrung", angaben).betrag
    assert haus + zufuehrung <= bezuege
    assert stand + zufuehrung <= max(stand, Decimal(2000))
