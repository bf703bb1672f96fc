"""The page on amounts and deadlines: its tables equal the code, its examples are what comes out, its citations exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from normen.rechengroessen import lade_rechengroessen
from normen.rechnen import GROESSENARTEN, RECHNUNGEN, parameter, rechne
from normen.wissen import Wissen
from normen.zitat import Spanne

SEITE = (Path(__file__).parents[2] / "docs" / "rechnen.md").read_text(encoding="utf-8")
STRAF = {"jahr": 2024, "vollzugsart": "Freiheitsstrafe"}


def tabelle(ueberschrift: str) -> list[list[str]]:
    """The cells below a heading, without the first two lines."""
    zeilen = [zeile for zeile in SEITE.split(f"\n## {ueberschrift}\n")[1].split("\n## ")[0].splitlines() if zeile[:1] == "|"]
    return [[zelle.strip() for zelle in zeile.split("|")[1:-1]] for zeile in zeilen[2:]]


def test_die_tabelle_nennt_jede_rechnung_mit_ihren_angaben() -> None:
    def angaben(funktion: str) -> str:
        return ", ".join(f"`{p.name}`" if p.pflicht else f"(`{p.name}`)" for p in parameter(funktion))

    assert [[name, alle] for name, _, alle, _ in tabelle("Die Rechnungen")] == [[f"`{f}`", angaben(f)] for f in RECHNUNGEN]
    mit_groesse = {name.strip("`") for name, *_, groesse in tabelle("Die Rechnungen") if groesse}
    assert mit_groesse == {name for name, funktion in RECHNUNGEN.items() if "groessen" in funktion.__annotations__}


def test_die_auswahlwerte() -> None:
    werte = {f"`{p.name}`": ", ".join(f"`{wert}`" for wert in p.werte) for f in RECHNUNGEN for p in parameter(f) if p.werte}
    assert tabelle("Auswahlwerte") == [list(zeile) for zeile in sorted(werte.items())]


def test_die_groessen_des_jahres() -> None:
    def jahre(name: str) -> str:
        alle = sorted(groesse.jahr for groesse in lade_rechengroessen() if groesse.name == name)
        assert alle == list(range(alle[0], alle[-1] + 1))
        return f"{alle[0]} bis {alle[-1]}" if len(alle) > 1 else str(alle[0])

    erwartet = [[f"`{n}`", f"{a.bezeichnung}, {a.fundort}", jahre(n)] for n, a in GROESSENARTEN.items()]
    assert tabelle("Größen des Jahres") == erwartet


def test_das_beispiel_ist_was_herauskommt() -> None:
    schritte = rechne("taschengeld", STRAF, lade_rechengroessen()).schritte
    assert SEITE.split("```text\n")[1].split("```")[0].splitlines() == [str(schritt) for schritt in schritte]


def test_das_beispiel_in_python() -> None:
    quelltext = SEITE.split("```python\n")[1].split("```")[0]
    umgebung: dict[str, object] = {}
    exec(quelltext, umgebung)
    erwartet = re.search(r"betrag +# (.*)", quelltext)
    assert erwartet
    assert repr(umgebung["taschengeld"].betrag) == erwartet[1].replace('"', "'")  # type: ignore[attr-defined]


ABSAETZE = [stueck for stueck in re.split(r"\n\n|\|\n|\n- ", SEITE) if "§" in stueck or "Nr. " in stueck]


@pytest.mark.parametrize("absatz", ABSAETZE)
def test_die_zitate_der_seite_gibt_es(absatz: str, wissen: Wissen) -> None:
    for verweis in wissen.verweise(" ".join(absatz.replace("|", ";").split())):
        for genannt in verweis.ziele:
            ziel = genannt.ziel
            for ende in (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,):
                assert wissen.norm(str(ende)).zitat == str(ende)
