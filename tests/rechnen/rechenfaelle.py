"""Amounts and days worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

STRAF = {"jahr": 2024, "vollzugsart": "Freiheitsstrafe"}
JUGEND = {"jahr": 2024, "vollzugsart": "Jugendstrafe"}
UHAFT = {"jahr": 2024, "vollzugsart": "Untersuchungshaft"}
JUNGE = {"jahr": 2024, "vollzugsart": "Untersuchungshaft junger Gefangener"}
VERWAHRT = {"jahr": 2024, "vollzugsart": "Sicherungsverwahrung"}
BETREUT = "aufwandsentschaedigung_einzelbetreuung"


def zahlen(angaben: dict[str, object]) -> dict[str, object]:
    """Amounts as short text in the tables below: "40,50"."""
    return {k: Decimal(w[1:].replace(",", ".")) if isinstance(w, str) and w[:1] == "€" else w for k, w in angaben.items()}


#: Bezugsgröße 2024: 42,420. 9 % = 3,817.80, ÷ 250 = 15.2712; 5 % = 2,121, ÷ 250 = 8.484; 16 % = 6,787.20, ÷ 250 = 27.1488.
BETRAEGE: list[tuple[str, dict[str, object], str]] = [
    ("eckverguetung_jahr", STRAF, "3817.80"),
    ("eckverguetung_jahr", UHAFT, "2121.00"),
    ("eckverguetung_jahr", JUNGE, "3817.80"),
    ("eckverguetung_jahr", VERWAHRT, "6787.20"),
    ("eckverguetung_tag", JUGEND, "15.27"),
    ("eckverguetung_tag", UHAFT, "8.48"),
    ("eckverguetung_tag", VERWAHRT, "27.15"),
    # 32,340 × 9 % ÷ 250 = 11.6424
    ("eckverguetung_tag", {"jahr": 2013, "vollzugsart": "Freiheitsstrafe"}, "11.64"),
    # 75, 88, 100, 112 and 125 percent of 15.2712
    ("tagessatz", STRAF | {"stufe": "I"}, "11.45"),
    ("tagessatz", STRAF | {"stufe": "II"}, "13.44"),
    ("tagessatz", STRAF | {"stufe": "III"}, "15.27"),
    ("tagessatz", STRAF | {"stufe": "IV"}, "17.10"),
    ("tagessatz", JUGEND | {"stufe": "V"}, "19.09"),
    ("tagessatz", UHAFT | {"stufe": "III"}, "8.48"),
    # 100 % less 20 % is 80 % of the Eckvergütung: 12.21696; 75 % less 10 % only where the minimum is not met: 10.30806
    ("tagessatz", STRAF | {"stufe": "III", "abschlag_prozent": "€20", "abschlag_grund": "einarbeitung"}, "12.22"),
    ("tagessatz", STRAF | {"stufe": "I", "abschlag_prozent": "€10", "abschlag_grund": "mindestanforderungen"}, "10.31"),
    ("stundensatz", {"vollzugsart": "Freiheitsstrafe", "tagessatz": "€15,27", "stunden_je_tag": "€7,8"}, "1.96"),
    # 75 % of 11.4534
    ("arbeitstherapie", STRAF, "8.59"),
    ("ausbildungsbeihilfe", STRAF, "15.27"),
    ("ausbildungsbeihilfe", JUGEND | {"stufe": "IV"}, "17.10"),
    ("ausgleichsentschaedigung", {"vollzugsart": "Freiheitsstrafe", "entgelt": "€1234,50"}, "185.18"),
    ("zulage", {"grundlohn": "€15,27", "art": "mehrarbeit", "prozent": "€25"}, "3.82"),
    ("zulage", {"grundlohn": "€15,27", "art": "leistung_im_zeitlohn", "prozent": "€30"}, "4.58"),
    # 14 % of 15.2712 × 21 = 44.897328; with each step rounded 15.27 × 0.14 × 21 = 44.8938
    ("taschengeld", STRAF, "44.90"),
    ("taschengeld", STRAF | {"rundung": "je_schritt"}, "44.89"),
    # 14 % of 15.2712 × 17 = 36.345456
    ("taschengeld", JUGEND | {"tage_verschuldet": 3, "tage_nicht_im_vollzug": 1}, "36.35"),
    # more days than 21
    ("taschengeld", STRAF | {"tage_verschuldet": 23}, "0.00"),
    # 24 % of 27.1488 × 21 = 136.829952; × 20 = 130.31424
    ("taschengeld", VERWAHRT, "136.83"),
    ("taschengeld", VERWAHRT | {"tage_ohne_anspruch": 1}, "130.31"),
    # 44.897328 − 10
    ("taschengeld", STRAF | {"guthaben": "€10,00"}, "34.90"),
    ("taschengeld", STRAF | {"guthaben": "€44,90"}, "0.00"),
    # Sondergeld counts as far as it exceeds 2 × 15.2712 = 30.5424: 44.897328 − (40 − 30.5424) = 35.439728
    ("taschengeld", STRAF | {"guthaben": "€40", "davon_sondergeld": "€40"}, "35.44"),
    ("taschengeld", STRAF | {"guthaben": "€20", "davon_sondergeld": "€20"}, "44.90"),
    ("taschengeld", STRAF | {"guthaben": "€500", "davon_ueberbrueckungsgeld": "€500"}, "44.90"),
    ("taschengeld", STRAF | {"guthaben": "€12", "davon_taschengeld": "€12"}, "44.90"),
    # foreign money of the value of a month's Taschengeld, and a cent less than that
    ("taschengeld", STRAF | {"fremdwaehrung": "€44,90"}, "0.00"),
    ("taschengeld", STRAF | {"fremdwaehrung": "€44,89"}, "44.90"),
    ("taschengeld_im_ersten_monat", STRAF, "44.90"),
    ("taschengeld_im_ersten_monat", JUGEND | {"verfuegbares_eigengeld": "€14,90"}, "30.00"),
    ("taschengeld_im_ersten_monat", STRAF | {"verfuegbares_eigengeld": "€60"}, "0.00"),
    ("porto_pauschale", STRAF, "30.54"),
    # 3/7 of 320.70 = 137.442857…
    ("hausgeld", {"vollzugsart": "Freiheitsstrafe", "bezuege": "€320,70"}, "137.44"),
    ("hausgeld", {"vollzugsart": "Sicherungsverwahrung", "bezuege": "€700"}, "300.00"),
    (
        "ueberbrueckungsgeld_zufuehrung",
        {"vollzugsart": "Freiheitsstrafe", "bezuege": "€320,70", "stand": "€100", "angemessene_hoehe": "€2000"},
        "183.26",
    ),
    (
        "ueberbrueckungsgeld_zufuehrung",
        {"vollzugsart": "Freiheitsstrafe", "bezuege": "€320,70", "stand": "€1950", "angemessene_hoehe": "€2000"},
        "50.00",
    ),
    (
        "ueberbrueckungsgeld_zufuehrung",
        {"vollzugsart": "Freiheitsstrafe", "bezuege": "€320,70", "stand": "€2100", "angemessene_hoehe": "€2000"},
        "0.00",
    ),
    ("ueberbrueckungsgeld_mindesthoehe", {"regelsatz": "€563"}, "2252.00"),
    # 5, 3, 5 (of the Eckvergütung of the Strafvollzug) and 6 Tagessätze
    ("sondergeld_hoechstbetrag", STRAF, "76.36"),
    ("sondergeld_hoechstbetrag", JUGEND, "45.81"),
    ("sondergeld_hoechstbetrag", JUGEND | {"tagessaetze": 5}, "76.36"),
    ("sondergeld_hoechstbetrag", UHAFT, "76.36"),
    ("sondergeld_hoechstbetrag", VERWAHRT, "162.89"),
    (
        "sondergeld_ueberhang",
        {"vollzugsart": "Untersuchungshaft", "guthaben": "€300", "drei_monatseinzahlungen": "€229,08"},
        "70.92",
    ),
    # 65 + 124 + 124 + 278 less 15 %, 15 and 40 %, and without food
    (
        "haftkostensatz",
        STRAF | {"jahr": 2025, "belegung": 1, "gemeinschaftsunterkunft": True, "jugendlich_oder_in_ausbildung": False},
        "549.30",
    ),
    (
        "haftkostensatz",
        JUGEND | {"jahr": 2025, "belegung": 2, "gemeinschaftsunterkunft": True, "jugendlich_oder_in_ausbildung": True},
        "396.40",
    ),
    (
        "haftkostensatz",
        UHAFT
        | {
            "jahr": 2025,
            "belegung": 6,
            "gemeinschaftsunterkunft": True,
            "jugendlich_oder_in_ausbildung": False,
            "selbstverpflegung": True,
        },
        "69.50",
    ),
    (
        "haftkostensatz",
        STRAF | {"jahr": 2025, "belegung": 1, "gemeinschaftsunterkunft": False, "jugendlich_oder_in_ausbildung": False},
        "591.00",
    ),
    # 21 × 15.2712
    ("mittleres_arbeitsentgelt", STRAF | {"arbeitstage": 21}, "320.70"),
    (
        "haftkostenbeitrag",
        {"vollzugsart": "Freiheitsstrafe", "satz": "€549,30", "einkuenfte": "€1500", "mittleres_arbeitsentgelt": "€320,70"},
        "549.30",
    ),
    (
        "haftkostenbeitrag",
        {"vollzugsart": "Freiheitsstrafe", "satz": "€549,30", "einkuenfte": "€500", "mittleres_arbeitsentgelt": "€320,70"},
        "179.30",
    ),
    (
        "haftkostenbeitrag",
        {"vollzugsart": "Freiheitsstrafe", "satz": "€549,30", "einkuenfte": "€300", "mittleres_arbeitsentgelt": "€320,70"},
        "0.00",
    ),
    (
        "haftkostenbeitrag",
        {
            "vollzugsart": "Freiheitsstrafe",
            "satz": "€549,30",
            "einkuenfte": "€300",
            "mittleres_arbeitsentgelt": "€320,70",
            "schuldhaft_ohne_arbeit": True,
        },
        "300.00",
    ),
    (
        "haftkostenbeitrag",
        {
            "vollzugsart": "Jugendstrafe",
            "satz": "€549,30",
            "einkuenfte": "€900",
            "mittleres_arbeitsentgelt": "€320,70",
            "hausgeld": "€150",
            "unterhalt": "€400",
        },
        "350.00",
    ),
    # two full months and 16 days, for two persons; one day; a whole year
    (BETREUT, {"von": date(2024, 1, 16), "bis": date(2024, 3, 31), "gefangene": 2}, "152.00"),
    (BETREUT, {"von": date(2024, 2, 29), "bis": date(2024, 2, 29)}, "1.00"),
    (BETREUT, {"von": date(2024, 1, 1), "bis": date(2024, 12, 31)}, "360.00"),
    ("aufwandsentschaedigung_gruppe", {"stunden": 12}, "120.00"),
    ("kostenpauschale", {"von": date(2025, 1, 1), "bis": date(2025, 3, 31), "tagespauschale": "€21,30"}, "1917.00"),
    # 6 h 31 min: seven hours; 6 h 30 min: six and a half; 6 h
    ("kurzgutachten", {"minuten": 391, "stundensatz": "€120"}, "840.00"),
    ("kurzgutachten", {"minuten": 390, "stundensatz": "€120"}, "780.00"),
    ("kurzgutachten", {"minuten": 360, "stundensatz": "€120"}, "720.00"),
]


#: Remedy, day of the event, Land, what else, last day.
RECHTSBEHELFE: list[tuple[str, date, str, dict[str, object], date]] = [
    # a Tuesday; two weeks later is a Tuesday
    ("antrag_strafvollzug", date(2026, 3, 3), "BW", {}, date(2026, 3, 17)),
    # the 25th is a holiday, the 26th a holiday and Saturday, the 27th a Sunday
    ("antrag_strafvollzug", date(2026, 12, 11), "BW", {}, date(2026, 12, 28)),
    # 3 April is Good Friday, 6 April Easter Monday
    ("antrag_jugendstrafvollzug", date(2026, 3, 20), "BW", {}, date(2026, 4, 7)),
    # 6 January is a holiday in Baden-Württemberg and none in North Rhine-Westphalia
    ("antrag_strafvollzug", date(2025, 12, 23), "BW", {}, date(2026, 1, 7)),
    ("antrag_strafvollzug", date(2025, 12, 23), "NW", {}, date(2026, 1, 6)),
    # no other deadline without instruction
    ("antrag_strafvollzug", date(2026, 3, 3), "BW", {"belehrung": "fehlt"}, date(2026, 3, 17)),
    # 31 January and a month: 28 February 2026 is a Saturday; 29 February 2024 a Thursday
    ("rechtsbeschwerde_strafvollzug", date(2026, 1, 31), "BW", {}, date(2026, 3, 2)),
    ("rechtsbeschwerde_strafvollzug", date(2024, 1, 31), "BW", {}, date(2024, 2, 29)),
    ("rechtsbeschwerde_jugendstrafvollzug", date(2026, 2, 10), "BW", {}, date(2026, 3, 10)),
    ("wiedereinsetzung_strafvollzug", date(2026, 2, 10), "BW", {}, date(2026, 2, 24)),
    ("sofortige_beschwerde_stpo", date(2026, 2, 10), "BW", {}, date(2026, 2, 17)),
    ("antrag_eggvg", date(2026, 2, 10), "NW", {}, date(2026, 3, 10)),
    ("widerspruch_sozialrecht", date(2026, 1, 31), "BW", {}, date(2026, 3, 2)),
    ("widerspruch_sozialrecht", date(2026, 2, 10), "BW", {"ausland": True}, date(2026, 5, 11)),
    ("widerspruch_sozialrecht", date(2026, 2, 10), "BW", {"belehrung": "unrichtig"}, date(2027, 2, 10)),
    ("klage_sozialrecht", date(2026, 2, 10), "BW", {}, date(2026, 3, 10)),
    ("widerspruch_verwaltungsrecht", date(2026, 2, 10), "BW", {}, date(2026, 3, 10)),
    # a year from 30 January 2026 is a Saturday
    ("klage_verwaltungsrecht", date(2026, 1, 30), "NW", {"belehrung": "fehlt"}, date(2027, 2, 1)),
    # 29 February and a year
    ("klage_verwaltungsrecht", date(2024, 2, 29), "NW", {"belehrung": "fehlt"}, date(2025, 2, 28)),
]


#: Anlass, day of release, the day counted back to.
ZURUECK = [
    ("unterrichtung_forensische_ambulanz", date(2026, 10, 15), date(2026, 4, 15)),
    # there is no 31 February; in a leap year it has 29 days
    ("unterrichtung_forensische_ambulanz", date(2026, 8, 31), date(2026, 2, 28)),
    ("unterrichtung_forensische_ambulanz", date(2024, 8, 30), date(2024, 2, 29)),
    ("gutachten_forensische_ambulanz", date(2026, 3, 31), date(2025, 11, 30)),
    ("gutachten_forensische_ambulanz", date(2026, 4, 30), date(2025, 12, 30)),
    ("zusammenarbeit_jugendstrafvollzug", date(2026, 7, 1), date(2026, 1, 1)),
    ("freistellung_freigang", date(2026, 10, 1), date(2026, 1, 1)),
    ("freistellung_entlassungsvorbereitung", date(2026, 5, 31), date(2026, 2, 28)),
    ("zustimmung_offener_vollzug", date(2026, 7, 31), date(2025, 1, 31)),
    ("zustimmung_vollzugsoeffnung", date(2026, 8, 31), date(2025, 2, 28)),
    ("zustimmung_freie_form", date(2028, 2, 29), date(2027, 2, 28)),
    ("zustimmung_vollzugsoeffnung_jugend", date(2026, 8, 31), date(2025, 8, 31)),
]


ALTER: dict[str, object] = {"jahre": 18, "am": date(2026, 3, 12)}
#: Further days.
WEITERE: list[tuple[str, dict[str, object], date]] = [
    ("therapiebeginn", {"entlassung": date(2026, 3, 2)}, date(2026, 3, 30)),
    ("lebensalter", ALTER | {"geburtsdatum": date(2008, 3, 12), "erreicht": True}, date(2026, 3, 12)),
    ("lebensalter", ALTER | {"geburtsdatum": date(2008, 3, 13), "erreicht": False}, date(2026, 3, 13)),
    ("lebensalter", ALTER | {"geburtsdatum": date(2008, 2, 29), "erreicht": True}, date(2026, 3, 1)),
    ("lebensalter", ALTER | {"geburtsdatum": date(2008, 1, 1), "erreicht": True}, date(2026, 1, 1)),
    ("lebensalter", ALTER | {"geburtsdatum": date(2004, 2, 29), "jahre": 24, "erreicht": False}, date(2028, 2, 29)),
    ("taschengeld_antragsfrist", {"jahr": 2024, "monat": 12}, date(2025, 1, 31)),
    ("taschengeld_antragsfrist", {"jahr": 2024, "monat": 1}, date(2024, 2, 29)),
    ("tag_vor", {"anzahl": 4, "einheit": "wochen", "ereignis": date(2026, 3, 30), "norm": "Ziffer 3"}, date(2026, 3, 2)),
    ("tag_vor", {"anzahl": 10, "einheit": "tage", "ereignis": date(2026, 3, 5), "norm": "Ziffer 3"}, date(2026, 2, 23)),
    ("tag_vor", {"anzahl": 1, "einheit": "jahre", "ereignis": date(2024, 2, 29), "norm": "Ziffer 3"}, date(2023, 2, 28)),
    ("bekanntgabe_durch_post", {"recht": "sgb_x", "aufgabe": date(2024, 12, 30)}, date(2025, 1, 2)),
    # the third day is a Sunday and stays
    ("bekanntgabe_durch_post", {"recht": "vwvfg", "aufgabe": date(2024, 10, 10)}, date(2024, 10, 13)),
    (
        "bekanntgabe_durch_post",
        {"recht": "vwvfg", "aufgabe": date(2024, 10, 10), "zugang": date(2024, 10, 11)},
        date(2024, 10, 13),
    ),
    (
        "bekanntgabe_durch_post",
        {"recht": "vwvfg", "aufgabe": date(2024, 10, 10), "zugang": date(2024, 10, 15)},
        date(2024, 10, 15),
    ),
    (
        "bekanntgabe_durch_post",
        {"recht": "vwvfg", "aufgabe": date(2026, 3, 2), "bekanntgabe_post_vwvfg": 5, "bekanntgabe_post_vwvfg_quelle": "…"},
        date(2026, 3, 7),
    ),
]
