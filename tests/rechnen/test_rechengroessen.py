"""Figures of the year: what ships has its source; what a user adds is read whole or refused with place and reason."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from normen.fehler import RechenFehler
from normen.rechengroessen import lade_rechengroessen
from normen.rechnen import GROESSENARTEN, rechne

GUT = '[[groesse]]\nname = "bezugsgroesse"\njahr = 2030\nwert = {}\nquelle = "BGBl. 2029 I Nr. 1"\n'
FALL = {"jahr": 2030, "vollzugsart": "Freiheitsstrafe"}


def test_was_mitgeliefert_wird_hat_eine_quelle() -> None:
    groessen = list(lade_rechengroessen())
    assert {groesse.name for groesse in groessen} == set(GROESSENARTEN)
    assert [groesse for groesse in groessen if "BGBl. " not in groesse.quelle] == []
    assert sorted(g.jahr for g in groessen if g.name == "bezugsgroesse") == list(range(2013, 2025))


@pytest.mark.parametrize(
    "groesse", [g for g in lade_rechengroessen() if g.name == "bezugsgroesse"], ids=lambda g: str(g.jahr)
)
def test_die_bezugsgroesse_ist_durch_420_teilbar(groesse: object) -> None:
    """§ 18 Abs. 1 SGB IV rounds it up so: a slip of the pen would hardly stay divisible."""
    assert groesse.wert % 420 == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize(("wert", "tagessatz"), [("50000", "18.00"), ('"50000"', "18.00"), ('"50000.50"', "18.00")])
def test_eine_eigene_datei(wert: str, tagessatz: str, tmp_path: Path) -> None:
    datei = tmp_path / "eigene.toml"
    datei.write_text(GUT.format(wert), encoding="utf-8")
    ergebnis = rechne("eckverguetung_tag", FALL, lade_rechengroessen(datei))
    assert str(ergebnis.betrag) == tagessatz  # type: ignore[union-attr]
    assert ergebnis.schritte[0].quelle == "BGBl. 2029 I Nr. 1"
    with pytest.raises(RechenFehler, match="Für das Jahr 2030 fehlt"):
        rechne("eckverguetung_tag", FALL, lade_rechengroessen())


#: What stands in the file, and the reason it is refused.
FALSCH = [
    ("", "Erwartet werden nur Einträge [[groesse]]."),
    ("groesse = 1", "Erwartet werden nur Einträge [[groesse]]."),
    ("[[groesse", "kein gültiges TOML"),
    (GUT.format("1") + GUT.format("2"), "Eintrag 2: steht schon weiter oben."),
    (GUT.format("1") + "mehr = 1", "Eintrag 1: erwartet werden genau name, jahr, wert und quelle."),
    (GUT.format("1.5"), "Eintrag 1: „1.5“ ist kein Wert"),
    (GUT.format('"1,5"'), "Eintrag 1: „1,5“ ist kein Wert"),
    (GUT.format("true"), "Eintrag 1: „True“ ist kein Wert"),
    (GUT.format("-1"), "Eintrag 1: „-1“ ist kein Wert"),
    (
        GUT.format("1").replace("bezugsgroesse", "bezug"),
        "Eintrag 1: „bezug“ ist keine bekannte Rechengröße (bekannt: bezugs",
    ),
    (GUT.format("1").replace('"bezugsgroesse"', "[]"), "Eintrag 1: „[]“ ist keine bekannte Rechengröße"),
    (GUT.format("1").replace("2030", '"2030"'), "Eintrag 1: „2030“ ist kein Jahr."),
    (GUT.format("1").replace("BGBl. 2029 I Nr. 1", " "), "Eintrag 1: die quelle fehlt."),
]


@pytest.mark.parametrize(("inhalt", "grund"), FALSCH)
def test_eine_datei_die_nicht_stimmt(inhalt: str, grund: str, tmp_path: Path) -> None:
    datei = tmp_path / "eigene.toml"
    datei.write_text(inhalt, encoding="utf-8")
    with pytest.raises(RechenFehler) as fehler:
        lade_rechengroessen(datei)
    assert str(fehler.value).startswith(f"{datei}: ")
    assert grund in str(fehler.value)
    assert "Jeder Eintrag: [[groesse]]" in str(fehler.value)


def test_eine_datei_die_es_nicht_gibt(tmp_path: Path) -> None:
    with pytest.raises(RechenFehler, match="gibt es nicht"):
        lade_rechengroessen(tmp_path / "fehlt.toml")


def test_ein_wert_bei_den_angaben_geht_vor_und_braucht_eine_fundstelle() -> None:
    eigen = {"bezugsgroesse": Decimal(50000), "bezugsgroesse_quelle": "BGBl. 2029 I Nr. 1"}
    ergebnis = rechne("eckverguetung_tag", FALL | eigen, lade_rechengroessen())
    assert str(ergebnis.betrag) == "18.00"  # type: ignore[union-attr]
    for fehlend in ({"bezugsgroesse_quelle": None}, {"bezugsgroesse_quelle": " "}):
        with pytest.raises(RechenFehler, match="„bezugsgroesse_quelle“: Zu dem Wert fehlt die Fundstelle"):
            rechne("eckverguetung_tag", FALL | eigen | fehlend, lade_rechengroessen())


@pytest.mark.parametrize("wert", [True, "50000", 1.5, Decimal("NaN"), Decimal(-1)])
def test_ein_wert_der_keine_zahl_ist(wert: object) -> None:
    with pytest.raises(RechenFehler, match="Angabe „bezugsgroesse“"):
        rechne("eckverguetung_tag", FALL | {"bezugsgroesse": wert, "bezugsgroesse_quelle": "x"}, lade_rechengroessen())
