"""Calculations of a template: which descriptions are wrong, what each gives, and where it says what it refuses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from normen.dokument.feld import Bedingung, Feld
from normen.dokument.rechnungen import Rechenvorgabe, gerechnet, rechenmaengel
from normen.rechengroessen import lade_rechengroessen
from normen.rechnen import Rechnung

SATZ, ART = Feld("satz", "betrag", "Satz"), Feld("art", "auswahl", "Art", werte=("Anfang", "Ende"))
TAGE = (Feld("von", "datum", "Von"), Feld("bis", "datum", "Bis"))
ZEITEN = Feld("zeiten", "liste", "Zeiten", felder=(*TAGE, Feld("pausen", "liste", "Pausen", felder=TAGE)))
FELDER = (SATZ, ART, *TAGE, ZEITEN, Feld("notizen", "liste", "Notizen", element="text"))
JE = {"von": "zeiten.von", "bis": "zeiten.bis", "tagespauschale": "satz"}
EINMAL = {"von": "von", "bis": "bis", "tagespauschale": "satz"}


def vorgabe(angaben: dict[str, str], **weiteres: Any) -> Rechenvorgabe:
    return Rechenvorgabe(**({"name": "pauschale", "funktion": "kostenpauschale"} | weiteres), angaben=angaben)


@pytest.mark.parametrize(
    ("regel", "maengel"),
    [
        (vorgabe(EINMAL), []),
        (vorgabe(JE, je="zeiten"), []),
        (vorgabe(EINMAL, je="zeiten"), []),
        (vorgabe(EINMAL, name="satz"), ["rechnung[1]: „satz“ heißt schon ein Feld"]),
        (vorgabe(JE, je="zeiten", name="von"), ["rechnung[1]: „von“ heißt schon ein Feld"]),
        (vorgabe(JE, je="zeiten", name="art"), []),
        (vorgabe(JE, je="satz"), ["rechnung[1]: „satz“ ist keine Liste mit Feldern"]),
        (vorgabe(JE, je="notizen"), ["rechnung[1]: „notizen“ ist keine Liste mit Feldern"]),
        (vorgabe(JE, je="nichts"), ["rechnung[1]: „nichts“ ist keine Liste mit Feldern"]),
        (
            vorgabe(JE),
            [f"rechnung[1]: „zeiten.{tag}“ ist kein Feld mit einem Wert" for tag in ("von", "bis")],
        ),
        (
            vorgabe(JE | {"von": "zeiten.pausen.von"}, je="zeiten"),
            ["rechnung[1]: „zeiten.pausen.von“ ist kein Feld mit einem Wert"],
        ),
        (vorgabe({"von": "von", "bis": "bis"}), ["rechnung[1]: die Angabe „tagespauschale“ fehlt"]),
    ],
)
def test_was_an_einer_beschreibung_falsch_ist(regel: Rechenvorgabe, maengel: list[str]) -> None:
    assert list(rechenmaengel([regel], FELDER)) == maengel


def test_eine_rechnung_die_es_nicht_gibt() -> None:
    (mangel,) = rechenmaengel([vorgabe(EINMAL, funktion="wurzel")], FELDER)
    assert mangel.startswith("rechnung[1]: Die Rechnung „wurzel“ gibt es nicht.")


WERTE = {
    "satz": Decimal(90),
    "art": "Anfang",
    "von": date(2026, 1, 1),
    "bis": date(2026, 1, 10),
    "zeiten": (
        {"von": date(2026, 1, 1), "bis": date(2026, 1, 1), "pausen": ()},
        {"von": date(2026, 2, 1), "bis": date(2026, 2, 28), "pausen": ()},
    ),
}


@pytest.mark.parametrize(
    ("regel", "betraege"),
    [
        (vorgabe(EINMAL), [900]),
        (vorgabe(JE, je="zeiten"), [90, 28 * 90]),
        (vorgabe(EINMAL, wenn=Bedingung("art", ist=("Ende",))), []),
        (vorgabe(JE, je="zeiten", wenn=Bedingung("art", ist=("Ende",))), []),
        (vorgabe(JE, je="zeiten", wenn=Bedingung("art", ist=("Anfang",))), [90, 28 * 90]),
    ],
)
def test_was_sie_gibt(regel: Rechenvorgabe, betraege: list[int]) -> None:
    ergebnisse, probleme = gerechnet([regel], WERTE, lade_rechengroessen())
    assert probleme == ()
    assert [e.betrag for e in ergebnisse["pauschale"] if isinstance(e, Rechnung)] == betraege


def test_eine_liste_die_nicht_angegeben_ist() -> None:
    assert gerechnet([vorgabe(JE, je="zeiten")], {"zeiten": None, "satz": Decimal(90)}, lade_rechengroessen()) == (
        {"pauschale": ()},
        (),
    )


def test_jeder_eintrag_sagt_was_an_ihm_nicht_geht() -> None:
    falsch = {"von": date(2026, 3, 1), "bis": date(2026, 4, 1)}
    werte = WERTE | {"zeiten": (falsch, WERTE["zeiten"][0], {"von": date(2026, 3, 2), "bis": date(2026, 3, 1)})}
    _, probleme = gerechnet([vorgabe(JE, je="zeiten")], werte, lade_rechengroessen())
    assert [problem.partition(": ")[0] for problem in probleme] == ["zeiten[1].bis", "zeiten[3].bis"]
    assert "Quartal für sich" in probleme[0]
