"""What templates refuse because of what was worked out: which rules are wrong, when they hold, and what the user reads."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from normen.dokument import fuelle, lade_vorlage, lies_daten, pruefe, pruefe_vorlage
from normen.dokument.beanstandungen import Beanstandung, beanstandet, beanstandungsmaengel
from normen.dokument.feld import Feld
from normen.dokument.sandkasten import Leer
from normen.fehler import DatenFehler, VorlageFehler
from normen.ressourcen import ordner
from normen.wissen import Wissen
from test_dokument_vorlagenpruefung import FELDER, GUT, KOPF, TAFEL, vorlage

FELD = Feld("satz", "betrag", "Satz")
DATEI = Path("vorlage.toml")


def regel(wenn: str = "satz", grund: str = "zu hoch", feld: str = "satz") -> Beanstandung:
    return Beanstandung(feld, wenn, grund)


@pytest.mark.parametrize(
    ("vorschrift", "anfang"),
    [
        (regel(), None),
        (regel(feld="satzes"), "beanstandung[1]: „satzes“ ist kein Feld"),
        (regel(grund=" "), "beanstandung[1]: „grund“ ist leer"),
        (regel(wenn="satz >"), "beanstandung[1]: Ein Befehl ist falsch geschrieben: "),
        (regel(grund="{{ satz"), "beanstandung[1]: Ein Befehl ist falsch geschrieben: "),
        (regel(wenn="satz ** 2"), "beanstandung[1]: "),
    ],
)
def test_was_an_einer_regel_falsch_ist(vorschrift: Beanstandung, anfang: str | None) -> None:
    maengel = list(beanstandungsmaengel([vorschrift], [FELD]))
    assert len(maengel) == (anfang is not None)
    assert all(mangel.startswith(anfang or "") for mangel in maengel)


@pytest.mark.parametrize(
    ("vorschrift", "gruende"),
    [
        (
            regel("satz > rechnung.betrag", "{{ satz|betrag }} statt {{ rechnung.betrag|betrag }}"),
            "5,00 Euro statt 4,00 Euro",
        ),
        (regel("satz < rechnung.betrag"), ""),
        (regel("not grund_der_abweichung", 'Nach „A“ & "B" seit {{ tag }}'), 'Nach „A“ & "B" seit 3. Mai 2026'),
        (regel("grund_der_abweichung"), ""),
    ],
)
def test_was_beanstandet_wird(vorschrift: Beanstandung, gruende: str) -> None:
    rechnung = {"betrag": Decimal(4)}
    werte = {"satz": Decimal(5), "rechnung": rechnung, "tag": date(2026, 5, 3), "grund_der_abweichung": Leer(name="g")}
    assert beanstandet([vorschrift], werte, DATEI) == ((f"satz: {gruende}",) if gruende else ())


@pytest.mark.parametrize("wenn", ["nichts", "satz > tag", "leer.betrag > 1"])
def test_eine_regel_die_nicht_zu_den_werten_passt(wenn: str) -> None:
    werte = {"satz": Decimal(5), "tag": date(2026, 5, 3), "leer": Leer(name="leer")}
    with pytest.raises(VorlageFehler, match=r"beanstandung\[1\] lässt sich nicht prüfen"):
        beanstandet([regel(wenn)], werte, DATEI)


@pytest.mark.parametrize(
    ("wenn", "grund", "mangel"),
    [
        ('vollzugsart == "Freiheitsstrafe"', '{{ norm("widerruf") }}', None),
        ("vollzugsart == person.vorname", "x", "„person.vorname“: unbekanntes Feld"),
        ("person", '{{ norm("verlegung") }}', "Die Regel „verlegung“ steht nicht in der Normtafel."),
        ("person", '{{ norm("§ 999 JVollzGB III") }}', "§ 999 JVollzGB III gibt es nicht"),
        ('vollzugsart == "Freiheitsstrafe"', "nach § 9 JVollzGB III", "„§ 9 JVollzGB III“ steht im Text, ohne"),
    ],
)
def test_die_pruefung_liest_auch_die_regeln(
    wenn: str, grund: str, mangel: str | None, tmp_path: Path, wissen: Wissen
) -> None:
    toml = f"[[beanstandung]]\nfeld = 'person.nachname'\nwenn = '{wenn}'\ngrund = '{grund}'\n"
    maengel = pruefe_vorlage(lade_vorlage(vorlage(tmp_path, KOPF + toml + TAFEL + FELDER, GUT)), wissen)
    assert [(m.datei.name, m.teil) for m in maengel[:1]] == ([("vorlage.toml", "beanstandung[1]")] if mangel else [])
    assert all(m.grund.startswith(mangel or "") for m in maengel[:1])


TASCHENGELD, BEITRAG, POST = "taschengeld", "haftkostenbeitrag", "anhalten-von-schreiben"
#: Template, example, and what is changed in it; ``None`` is left out.
Fall = tuple[str, str, dict[str, Any]]
#: No contribution: neither reasons on reintegration nor terms of payment are asked for.
NULL = {"wiedereingliederung_begruendung": None, "zahlung": None}
VERSPAETET = "verspätet beantragt und Bedürftigkeit nicht anzunehmen"


@pytest.mark.parametrize(
    ("fall", "erwartet"),
    [
        (
            (TASCHENGELD, "", {"monat": 5}),
            "verspaetung_ausnahme: fehlt. Der Antrag vom 3. September 2024 ist verspätet, Frist bis",
        ),
        (
            (TASCHENGELD, "", {"monat": 5}),
            "stichtag_von: 1. August 2024 und 31. August 2024 sind nicht die Stichtage zu Monat 5",
        ),
        (
            (TASCHENGELD, "", {"verspaetung_ausnahme": "Irrtum."}),
            "verspaetung_ausnahme: passt nicht: Der Antrag vom 3. September",
        ),
        ((TASCHENGELD, "", {"gutschrift": None}), "gutschrift: fehlt. Die Berechnung ergibt 28,86 Euro"),
        ((TASCHENGELD, "eigene-mittel", {"gutschrift": "Ihrem Konto"}), "gutschrift: passt nicht"),
        (
            (TASCHENGELD, "ablehnung", {"ablehnungsgrund": VERSPAETET, "verschulden": None}),
            "ablehnungsgrund: Der Antrag vom 29. August 2024 ist nicht verspätet",
        ),
        (
            (TASCHENGELD, "", {"stichtag_von": "2024-01-01", "stichtag_bis": "2024-01-31"}),
            "stichtag_von: 1. Januar 2024 und 31. Januar 2024 sind nicht die Stichtage zu Monat 8/2024",
        ),
        ((TASCHENGELD, "", {"stichtag_von": "2024-06-15"}), "stichtag_von: 15. Juni 2024 und 31. August 2024"),
        (
            (TASCHENGELD, "", {"antrag_am": "2024-08-19", "stichtag_bis": "2024-08-19", "briefdatum": "2024-08-20"}),
            "briefdatum: Am 20. August 2024 ist Monat 8/2024 nicht abgelaufen; Taschengeld wird nachträglich",
        ),
        (
            (
                TASCHENGELD,
                "eigene-mittel",
                {"antrag_am": "2024-08-19", "stichtag_bis": "2024-08-19", "briefdatum": "2024-08-20"},
            ),
            "(VV Nr. 1.4 zu § 53 JVollzGB III in Verbindung mit VV Nr. 2 zu § 49 JVollzGB V)",
        ),
        (
            (TASCHENGELD, "jugend", {"monat": 7}),
            "briefdatum: Der 16. September 2024 liegt nicht im ersten Monat des Vollzugs",
        ),
        (
            (BEITRAG, "", {"arbeitstage": 18}),
            "arbeitsentgelt_abweichung: fehlt. Als mittleres_arbeitsentgelt sind 340,20 Euro",
        ),
        ((BEITRAG, "", {"arbeitstage": 18}), "18 Arbeitstage ergeben 291,60 Euro (VV Nr. 3.1 zu § 51 JVollzGB III)"),
        (
            (BEITRAG, "", {"arbeitsentgelt_abweichung": "x"}),
            "arbeitsentgelt_abweichung: passt nicht: 340,20 Euro sind das Ergebnis",
        ),
        (
            (BEITRAG, "", {"satz": "500"}),
            "satz_abweichung: fehlt. Als satz sind 500,00 Euro angegeben, die Berechnung ergibt 549,30",
        ),
        ((BEITRAG, "", {"zahlung": None}), "zahlung: fehlt. Zu zahlen sind"),
        ((BEITRAG, "", {"einkuenfte": "0"}), "zahlung: passt nicht"),
        ((BEITRAG, "", {"wiedereingliederung_begruendung": None}), "wiedereingliederung_begruendung: fehlt"),
        (
            (BEITRAG, "ohne-bezuege", {"einkuenfte": "0", **NULL}),
            "wiedereingliederung: Die Berechnung ergibt keinen Beitrag, von dessen Geltendmachung abzusehen wäre",
        ),
        (("haftkosten-mitteilung", "", {"satz": "500"}), "satz_abweichung: fehlt"),
        (
            (POST, "", {"partner": "Rechtsanwältin Dr. Holm, Verteidigerin"}),
            "wird nicht überwacht (§ 24 Abs. 2 Satz 1 JVollzGB III)",
        ),
        ((POST, "jugendstrafe", {"partner": "Deutscher Bundestag, Petitionsausschuss"}), "(§ 22 Abs. 3 JVollzGB IV)"),
        (
            ("besuchsverbot", "", {"personen": [{"name": "Dr. Eva Holm", "verhaeltnis": "Verteidigerin"}]}),
            "rechtssache: Bei personen ist Verteidigung angegeben",
        ),
    ],
)
def test_was_die_vorlagen_beanstanden(fall: Fall, erwartet: str, wissen: Wissen, tmp_path: Path) -> None:
    with pytest.raises(DatenFehler) as fehler:
        _fuelle(*fall, wissen, tmp_path)
    assert erwartet in str(fehler.value)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "fall",
    [
        (
            TASCHENGELD,
            "",
            {"antrag_am": "2024-10-01", "briefdatum": "2024-10-08", "verspaetung_ausnahme": "Sie lagen im Koma."},
        ),
        (TASCHENGELD, "", {"stichtag_von": "2024-08-15", "stichtag_bis": "2024-09-09"}),
        (TASCHENGELD, "", {"stichtag_von": "2024-07-31"}),
        (BEITRAG, "", {"unterhalt": "5000,00", **NULL}),
        (BEITRAG, "", {"einkuenfte": "0", **NULL}),
        (BEITRAG, "jugend", {"einkuenfte": "0", **NULL}),
        (BEITRAG, "", {"arbeitstage": 18, "arbeitsentgelt_abweichung": "Es gilt der Betrag des Vormonats."}),
        (POST, "", {"partner": "Rechtsanwalt Holm", "ueberwachung_moeglich_weil": None}),
        (POST, "", {"partner": "Deutscher Bundestag", "ueberwachung_moeglich_weil": "Es ging an eine andere Anschrift."}),
    ],
)
def test_was_sie_gelten_lassen(fall: Fall, wissen: Wissen, tmp_path: Path) -> None:
    _fuelle(*fall, wissen, tmp_path)
    assert os.listdir(tmp_path) == ["entwurf.docx"]


def _fuelle(name: str, beispiel: str, angaben: dict[str, Any], wissen: Wissen, tmp_path: Path) -> None:
    gelesen = lade_vorlage(ordner("templates") / name)
    rohdaten = {**lies_daten(gelesen.beispiele[beispiel]), **angaben}
    fuelle(gelesen, pruefe(gelesen, rohdaten, wissen), wissen, tmp_path / "entwurf.docx")
