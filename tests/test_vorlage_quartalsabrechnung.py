"""The quarterly bill of a forensic clinic: each period with its days and its amount, and all of them together."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest

from normen.dokument import fuelle, lade_vorlage, pruefe
from normen.fehler import DatenFehler
from normen.rechnen.forensik import kostenpauschale
from normen.rechnen.schriftform import euro
from normen.ressourcen import ordner
from normen.wissen import Wissen

ORDNER = ordner("templates") / "quartalsabrechnung-forensische-ambulanz"
ZEITRAEUME = {
    "Schaltjahr": [("2028-01-01", "2028-03-31"), ("2028-02-28", "2028-03-01"), ("2028-02-29", "2028-02-29")],
    "kein Schaltjahr": [("2027-01-31", "2027-03-01"), ("2027-02-28", "2027-03-31")],
    "letztes Quartal": [("2027-10-01", "2027-12-31"), ("2027-11-30", "2027-12-01"), ("2027-12-31", "2027-12-31")],
    "drittes Quartal": [("2027-07-01", "2027-09-30"), ("2027-08-31", "2027-09-01")],
}
SATZ = "91,37"


@pytest.mark.parametrize("zeitraeume", ZEITRAEUME.values(), ids=ZEITRAEUME)
def test_tage_und_betraege_stimmen(zeitraeume: list[tuple[str, str]], wissen: Wissen, tmp_path: Path) -> None:
    betraege = [_pauschale(*zeitraum) for zeitraum in zeitraeume]
    zeilen, text = _abrechnung(zeitraeume, wissen, tmp_path / "abrechnung.docx")
    assert [zeile[3] for zeile in zeilen] == [str(_tage(*zeitraum)) for zeitraum in zeitraeume]
    assert [zeile[4] for zeile in zeilen] == [_euro(b) for b in betraege]
    assert f"Zusammen: {_euro(sum(betraege, Decimal(0)))}." in text
    assert f"Zu erstatten sind insgesamt {_euro(sum(betraege, Decimal(0)))}." in text


UNMOEGLICH = [
    (
        {"bis": "2027-01-31"},
        ["personen[2].von: der 1.\u00a0Februar 2027 liegt nach dem 31.\u00a0Januar 2027 (personen[2].bis)"],
    ),
    (
        {"anregung_am": "2027-02-02"},
        ["personen[2].anregung_am: der 2.\u00a0Februar 2027 liegt nach dem 1.\u00a0Februar 2027 (personen[2].von)"],
    ),
    (
        {"eintritt_am": "2027-03-02"},
        ["personen[2].eintritt_am: der 2.\u00a0März 2027 liegt nach dem 28.\u00a0Februar 2027 (personen[2].bis)"],
    ),
]


@pytest.mark.parametrize(("aenderung", "meldungen"), UNMOEGLICH)
def test_tage_einer_person_passen_zueinander(aenderung: dict[str, str], meldungen: list[str], wissen: Wissen) -> None:
    """The entries lie one after the other, which is no mistake; only the days of the second are wrong."""
    angaben = _angaben([("2027-01-04", "2027-01-20"), ("2027-02-01", "2027-02-28")])
    pruefe(lade_vorlage(ORDNER), angaben, wissen)
    angaben["personen"][1] |= aenderung
    with pytest.raises(DatenFehler) as gefangen:
        pruefe(lade_vorlage(ORDNER), angaben, wissen)
    assert [zeile.removeprefix("  - ") for zeile in str(gefangen.value).split("\n")[1:-1]] == meldungen


def _angaben(zeitraeume: list[tuple[str, str]]) -> dict[str, Any]:
    angaben: dict[str, Any] = json.loads((ORDNER / "beispiel-mehr-als-20.json").read_text(encoding="utf-8"))
    jahr, monat, _ = zeitraeume[0][0].split("-")
    beginn = (int(monat) - 1) // 3 * 3 + 1
    person = angaben["personen"][0]
    return angaben | {
        "quartal_beginn": f"{jahr}-{beginn:02}-01",
        "quartal_ende": f"{jahr}-{beginn + 2:02}-{30 if beginn in (4, 7) else 31}",
        "briefdatum": f"{int(jahr) + 1}-01-10",
        "tagespauschale": SATZ,
        "personen": [{**person, "von": von, "bis": bis} for von, bis in zeitraeume],
    }


def _abrechnung(zeitraeume: list[tuple[str, str]], wissen: Wissen, ziel: Path) -> tuple[list[list[str]], str]:
    vorlage = lade_vorlage(ORDNER)
    fuelle(vorlage, pruefe(vorlage, _angaben(zeitraeume), wissen), wissen, ziel)
    dokument = docx.Document(str(ziel))
    tabelle = next(t for t in dokument.tables if t.rows[0].cells[0].text == "Person, Eintritt")
    zeilen = [[zelle.text.replace("\u00a0", " ") for zelle in zeile.cells] for zeile in tabelle.rows[1:]]
    return zeilen, "\n".join(absatz.text for absatz in dokument.paragraphs).replace("\u00a0", " ")


def _tage(von: str, bis: str) -> int:
    return (date.fromisoformat(bis) - date.fromisoformat(von)).days + 1


def _pauschale(von: str, bis: str) -> Decimal:
    satz = Decimal(SATZ.replace(",", "."))
    return kostenpauschale(von=date.fromisoformat(von), bis=date.fromisoformat(bis), tagespauschale=satz).betrag


def _euro(betrag: Decimal) -> str:
    return euro(betrag).replace("\u00a0", " ")
