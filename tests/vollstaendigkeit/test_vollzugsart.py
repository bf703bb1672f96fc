"""Of which Vollzugsart a text says the person is, and on which days the rules are known to hold."""

from __future__ import annotations

from datetime import date

import pytest
from schreibtisch import befunde, geaendert, geprueft, schreiben

from normen.vollstaendigkeit import NAMEN, Regime, Vorgaben
from normen.wissen import Wissen

FRAGE = ("vollzugsart", "ZU_PRUEFEN")
DISZIPLIN = "freiheitsstrafe-disziplinarmassnahme"
SV = "sicherungsverwahrung-widerruf"


@pytest.mark.parametrize(
    ("satz", "regime"),
    [
        ("Sie verbüßen seit dem 3. März 2024 eine Jugendstrafe.", Regime.JUGENDSTRAFE),
        ("Zurzeit verbüßen Sie aus dem Urteil des Amtsgerichts Hohenried eine Jugendstrafe.", Regime.JUGENDSTRAFE),
        ("Als Jugendstrafgefangener haben Sie an der Schule teilzunehmen.", Regime.JUGENDSTRAFE),
        ("Gegen Sie wird seit dem 3. März 2024 eine Jugendstrafe vollzogen.", Regime.JUGENDSTRAFE),
        ("Sie befinden sich zurzeit in Untersuchungshaft.", Regime.UNTERSUCHUNGSHAFT),
        ("Seit dem 3. März 2026 befinden Sie sich in der Untersuchungshaft.", Regime.UNTERSUCHUNGSHAFT),
        ("Der Gefangene befindet sich in Untersuchungshaft.", Regime.UNTERSUCHUNGSHAFT),
        ("Sie sind seit dem 3. März 2026 Untersuchungsgefangener.", Regime.UNTERSUCHUNGSHAFT),
        ("Ihnen als Untersuchungsgefangener steht ein Besuch zu.", Regime.UNTERSUCHUNGSHAFT),
        ("Sie sind in der Sicherungsverwahrung untergebracht.", Regime.SICHERUNGSVERWAHRUNG),
        ("Frau Krähe ist in der Sicherungsverwahrung untergebracht.", Regime.SICHERUNGSVERWAHRUNG),
        ("An Ihnen wird die Sicherungsverwahrung vollzogen.", Regime.SICHERUNGSVERWAHRUNG),
        # mentions
        ("Sie haben einen Brief von Untersuchungsgefangenen weitergegeben.", None),
        ("Sie sind von Untersuchungsgefangenen geschlagen worden.", None),
        ("Sie sind auf Untersuchungsgefangene zugegangen.", None),
        ("Sie haben mehr Rechte als Untersuchungsgefangene.", None),
        ("Jugendstrafgefangene war sie bis 2019.", None),
        ("Als Jugendstrafgefangene waren Sie bis 2019 in Steinach.", None),
        ("Ihr Bruder verbüßt eine Jugendstrafe.", None),
        ("Sie verbüßten eine Jugendstrafe.", None),
        ("Sie befinden sich nicht in Untersuchungshaft.", None),
        ("Sie befinden sich, anders als Herr B., nicht mehr in Untersuchungshaft.", None),
        ("Befinden Sie sich in Untersuchungshaft, so gilt anderes.", None),
        ("Wenn Sie sich in Untersuchungshaft befinden, gilt anderes.", None),
        ("Gegen Sie wird Untersuchungshaft nicht mehr vollzogen.", None),
        ("Die Wahrnehmung in der Untersuchungshaftabteilung ist dokumentiert.", None),
    ],
)
def test_eine_erwaehnung_ist_keine_vollzugsart(satz: str, regime: Regime | None, wissen: Wissen) -> None:
    text = geaendert(schreiben(DISZIPLIN), "Am 27.02.2026 gegen", f"{satz} Am 27.02.2026 gegen")
    fragen = [
        (f.grund.partition(".")[0], f.stelle) for f in geprueft(wissen, text).feststellungen if f.teil == "vollzugsart"
    ]
    assert fragen == ([(f"Nach diesen Worten geht es um: {NAMEN[regime]}", satz)] if regime else [])


@pytest.mark.parametrize(
    ("zeile", "ist"),
    [
        ("- Untersuchungshaftabteilung -", True),
        ("Abteilung Untersuchungshaft", True),
        ("JVA Lautenbrunn · Abteilung für Untersuchungshaft", True),
        ("wurde er in die Untersuchungshaftabteilung", False),
        ("Leiter der Abteilung Untersuchungshaft", False),
    ],
)
def test_die_abteilung_des_briefkopfs(zeile: str, *, ist: bool, wissen: Wissen) -> None:
    text = geaendert(schreiben(DISZIPLIN), "Am Mühlgrund 4,", f"{zeile}\nAm Mühlgrund 4,")
    assert (FRAGE in befunde(geprueft(wissen, text))) is ist


@pytest.mark.parametrize(("bestaetigt", "gefragt"), [(True, False), (False, True)])
def test_was_die_daten_sagen_wird_gefragt_was_ein_mensch_sagt_nicht(
    *, bestaetigt: bool, gefragt: bool, wissen: Wissen
) -> None:
    """Who changes the Vollzugsart in the data of an example keeps its facts."""
    text = geaendert(
        schreiben(DISZIPLIN), "Am 27.02.2026 gegen", "Gegen Sie wird Jugendstrafe vollzogen. Am 27.02.2026 gegen"
    )
    vorgaben = Vorgaben(regime=Regime.FREIHEITSSTRAFE, regime_bestaetigt=bestaetigt)
    assert (FRAGE in befunde(geprueft(wissen, text, vorgaben))) is gefragt


def test_ausserhalb_des_vollzugs_widerspricht_die_haft_nicht(wissen: Wissen) -> None:
    text = geaendert(
        schreiben("sozialverwaltung-aufhebung"),
        "\nBegründung:\n",
        "\nBegründung:\nSie befinden sich zurzeit in Untersuchungshaft. ",
    )
    assert FRAGE not in befunde(geprueft(wissen, text))


@pytest.mark.parametrize(
    ("datum", "vorgaben", "gefragt"),
    [
        ("9. September 2026", Vorgaben(), "sind nur bis 01.10.2024 bekannt"),
        ("9. September 2026", Vorgaben(stand=date(2026, 9, 9)), ""),
        ("9. September 2026", Vorgaben(stand=date(2026, 9, 8)), "sind nur bis 01.10.2024 bekannt"),
        ("1. Oktober 2024", Vorgaben(), ""),
        ("30. September 2024", Vorgaben(), "haben den Stand 01.10.2024"),
        ("30. September 2024", Vorgaben(stand=date(2026, 9, 9)), "haben den Stand 01.10.2024"),
        ("15. Oktober 2024", Vorgaben(), "sind nur bis 01.10.2024 bekannt"),
        ("15. Juli 2023", Vorgaben(stand_ab=date(2023, 7, 16)), "haben den Stand 01.10.2024"),
        ("15. Juli 2023", Vorgaben(stand_ab=date(2023, 7, 15)), ""),
        ("31. Februar 2026", Vorgaben(stand=date(2026, 9, 9)), "Der Tag des Schreibens ist nicht zu erkennen"),
    ],
)
def test_ob_die_regeln_an_dem_tag_gelten_wird_gefragt(datum: str, vorgaben: Vorgaben, gefragt: str, wissen: Wissen) -> None:
    text = geaendert(schreiben(SV), "Lautenbrunn, 9. September 2026", f"Lautenbrunn, {datum}")
    gruende = [f.grund for f in geprueft(wissen, text, vorgaben).feststellungen if f.teil == "stand"]
    assert len(gruende) == bool(gefragt)
    assert all(gefragt in grund for grund in gruende)
