"""Works out of force, and what is known of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from kleiner_bestand import bestand

from normen.ausser_kraft import ausser_kraft
from normen.pruefung.ausser_kraft import AUSSER_KRAFT
from normen.werk import AusserKraft
from normen.wissen import Wissen
from normen.zitat import Zitat

#: As if Book 5, which has no text in the lists, had been repealed.
BEKANNT = {
    "JVollzGB V": AusserKraft("JVollzGB V", date(2024, 2, 1), "Artikel 3 des Gesetzes vom 1. Januar 2024", "JVollzGB III")
}
GRUND = "Buch 5 (JVollzGB V) gilt seit dem 01.02.2024 nicht mehr (Artikel 3 des Gesetzes vom 1. Januar 2024)."


def gefunden(text: str) -> list[tuple[str, str]]:
    geladen = replace(bestand(f"JVollzGB I\n  § 1 JVollzGB I: {text}\n"), ausser_kraft=BEKANNT)
    return [(b.stelle, b.grund) for b in AUSSER_KRAFT.finde(geladen)]


@pytest.mark.parametrize(
    ("text", "stelle"),
    [
        ("Es gilt § 9 Abs. 2 JVollzGB V.", "§ 9 Abs. 2 JVollzGB V"),
        ("Die §§ 3 bis 5 JVollzGB V gelten.", "§§ 3 bis 5 JVollzGB V"),
        ("Es gilt § 2 JVollzGB V in der jeweils geltenden Fassung.", "§ 2 JVollzGB V"),
    ],
)
def test_ein_werk_ausser_kraft(text: str, stelle: str) -> None:
    assert gefunden(text) == [(stelle, GRUND)]


@pytest.mark.parametrize(
    "text",
    [
        "Es gilt § 9 Abs. 2 JVollzGB III.",
        "Es gilt das Gesetz zur Aufhebung des JVollzGB V.",
        "Es gilt § 9 JVollzGB V in der bis zum 31. Januar 2024 geltenden Fassung.",
        "Es gilt § 9 JVollzGB V a. F.",
    ],
)
def test_kein_befund(text: str) -> None:
    assert gefunden(text) == []


def test_jeder_eintrag_hat_quelle_und_nachfolger(wissen: Wissen) -> None:
    for name, bekannt in ausser_kraft().items():
        assert name == bekannt.werk
        assert bekannt.seit < date(2026, 1, 1)
        assert bekannt.fundstelle.startswith(("Artikel ", "§ "))
        for werk in (bekannt.werk, bekannt.nachfolger):
            ((ziel,),) = ([g.ziel for g in v.ziele] for v in wissen.verweise(f"Es gilt Artikel 1 der {werk}."))
            assert isinstance(ziel, Zitat)
            assert ziel.werk == werk


def test_was_in_kraft_ist_steht_nicht_in_der_tabelle(wissen: Wissen) -> None:
    geltend = {werk.kurz for werk in wissen.register.alle if werk.raum == "Bund" and werk.art == "Bundesrecht"}
    assert ausser_kraft().keys() & geltend == set()
