"""How values look in print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from normen.dokument.druckbild import absaetze, aufzaehlung, betrag, datum, formel, undruckbares, zitat
from normen.dokument.rechnungen import als_werte
from normen.rechengroessen import lade_rechengroessen
from normen.rechnen import rechne

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("tag", "gedruckt"),
    [
        (date(2026, 3, 12), f"12.{NB}März 2026"),
        (date(2026, 1, 1), f"1.{NB}Januar 2026"),
        (date(2028, 2, 29), f"29.{NB}Februar 2028"),
        (date(2026, 12, 31), f"31.{NB}Dezember 2026"),
    ],
)
def test_datum(tag: date, gedruckt: str) -> None:
    assert datum(tag) == gedruckt


@pytest.mark.parametrize(
    ("euro", "gedruckt"),
    [
        ("1234.5", f"1.234,50{NB}Euro"),
        ("0", f"0,00{NB}Euro"),
        ("0.005", f"0,01{NB}Euro"),
        ("2.345", f"2,35{NB}Euro"),
        ("-17.1", f"−17,10{NB}Euro"),
        ("-0.001", f"0,00{NB}Euro"),
        ("1234567.89", f"1.234.567,89{NB}Euro"),
    ],
)
def test_betrag_ist_auf_den_cent_genau(euro: str, gedruckt: str) -> None:
    assert betrag(Decimal(euro)) == gedruckt


@pytest.mark.parametrize(
    "gedruckt",
    [
        "§~11 Absatz~2 Satz~1 Nummer~3 JVollzGB~III",
        "VV Nr.~2.2 Satz~3 zu §~11 JVollzGB~III",
        "§~9 Abs.~2 Satz~1 Nr.~3 Buchst.~a JVollzGB~III",
        "§~1 Absatz~1 Buchstabe~b Doppelbuchstabe~aa StGB",
        "§~23 ff. EGGVG",
        "Art.~2 Abs.~1 GG",
        "StGB",
    ],
)
def test_zitat_bricht_nicht_vor_seiner_zahl(gedruckt: str) -> None:
    assert zitat(gedruckt.replace("~", " ")) == gedruckt.replace("~", NB)


@pytest.mark.parametrize(
    "gedruckt",
    [
        "14~% von 15,2712~Euro × 21",
        "6.787,20~Euro ÷ 250",
        "0,12345678…~Euro − 2~%",
        "der kleinste Betrag in Euro",
        "42 Euros",
        "",
    ],
)
def test_formel_bricht_nicht_vor_der_einheit(gedruckt: str) -> None:
    assert formel(gedruckt.replace("~", " ")) == gedruckt.replace("~", NB)


def test_schritte_einer_rechnung_brechen_nicht_in_zahl_und_zitat() -> None:
    werte = als_werte(rechne("eckverguetung_tag", {"jahr": 2024, "vollzugsart": "Freiheitsstrafe"}, lade_rechengroessen()))
    schritte = werte["schritte"]
    assert isinstance(schritte, list)
    gedruckt = [" | ".join((s["rechnung"], s["ergebnis"], s["quelle"])).replace(NB, "~") for s in schritte]
    assert gedruckt == [
        " | 42.420,00~Euro | §~1 Abs.~1 der Sozialversicherungsrechengrößen-Verordnung~2024 vom~24. November~2023,"
        " BGBl.~2023~I Nr.~322",
        "9~% von 42.420,00~Euro | 3.817,80~Euro | ",
        "3.817,80~Euro ÷ 250 | 15,2712~Euro | ",
        "15,2712~Euro | 15,27~Euro | ",
    ]


@pytest.mark.parametrize(
    ("teile", "gedruckt"), [([], ""), (["A"], "A"), (["A", "B"], "A und B"), (["A", "B", "C"], "A, B und C")]
)
def test_aufzaehlung(teile: list[str], gedruckt: str) -> None:
    assert aufzaehlung(teile) == gedruckt


@pytest.mark.parametrize("text", ["Straße 🙂 & <b>", "a\nb\tc", "", "\u00a0"])
def test_druckbares(text: str) -> None:
    assert undruckbares(text) is None


@pytest.mark.parametrize(
    ("text", "stelle"), [("\x00", 0), ("a\x07", 1), ("ab\x1b", 2), ("a\rb", 1), ("x\ud800", 1), ("\ufffe", 0), ("\x7f", 0)]
)
def test_undruckbares_ist_was_xml_nicht_kennt(text: str, stelle: int) -> None:
    gefunden = undruckbares(text)
    assert gefunden is not None
    assert gefunden.start() == stelle


@pytest.mark.parametrize(
    ("text", "gesetzt"),
    [("eins\nzwei", "eins\nzwei"), ("eins\n\nzwei", "eins\azwei"), ("eins\n  \n\n\n zwei\n", "eins\azwei")],
)
def test_leerzeile_beginnt_einen_absatz(text: str, gesetzt: str) -> None:
    assert absaetze(text) == gesetzt
