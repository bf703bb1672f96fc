"""The registry: types of parameters, what is refused before a norm is asked - and every number and citation in the texts."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from rechenfaelle import BETRAEGE, RECHTSBEHELFE, STRAF, WEITERE, ZURUECK, zahlen

import normen.rechnen
from normen.fehler import RechenFehler
from normen.rechengroessen import lade_rechengroessen
from normen.rechnen import RECHNUNGEN, Frist, Rechnung, parameter, rechne
from normen.rechnen.ansatz import Ansatz
from normen.wissen import Wissen
from normen.zitat import Spanne

GROESSEN = lade_rechengroessen()


def ergebnisse() -> Iterator[Rechnung | Frist]:
    """Every result of the tables of good cases."""
    for funktion, angaben, _ in BETRAEGE:
        yield rechne(funktion, zahlen(angaben), GROESSEN)
    for rechtsbehelf, ereignis, land, weiter, _ in RECHTSBEHELFE:
        angaben = {"rechtsbehelf": rechtsbehelf, "ereignis": ereignis, "land": land, **weiter}
        yield rechne("rechtsbehelfsfrist", angaben, GROESSEN)
    for anlass, entlassung, _ in ZURUECK:
        yield rechne("tag_vor_entlassung", {"anlass": anlass, "entlassung": entlassung}, GROESSEN)
    for funktion, angaben, _ in WEITERE:
        if "norm" not in angaben:
            yield rechne(funktion, angaben, GROESSEN)


def in_allem(wert: object) -> Iterator[object]:
    """Every value in tables and records, at any depth."""
    if isinstance(wert, Mapping):
        for teil in wert.values():
            yield from in_allem(teil)
    elif isinstance(wert, tuple):
        for teil in wert:
            yield from in_allem(teil)
    elif dataclasses.is_dataclass(wert) and not isinstance(wert, type):
        yield wert
        for feld in dataclasses.fields(wert):
            yield from in_allem(getattr(wert, feld.name))
    else:
        yield wert


def in_den_modulen() -> Iterator[object]:
    for modul in pkgutil.iter_modules(normen.rechnen.__path__):
        yield from in_allem(tuple(vars(importlib.import_module(f"normen.rechnen.{modul.name}")).values()))


ANSAETZE = sorted({wert for wert in in_den_modulen() if isinstance(wert, Ansatz)}, key=lambda a: (a.norm, a.wortlaut))
ZITATE = sorted(
    {norm for ergebnis in ergebnisse() for norm in ergebnis.normen}
    | {wert for wert in in_den_modulen() if isinstance(wert, str) and re.match(r"(§ \d|VV |Nr\. \d)[^;=]*$", wert)}
)
ZAHLWORT = {
    1: "eine[rms]",
    2: "zwei",
    3: "drei",
    4: "vier",
    5: "fünf",
    6: "sechs",
    9: "neun",
    12: "zwölf",
    250: "zweihundertfünfzigste",
}


@pytest.mark.parametrize("ansatz", ANSAETZE, ids=lambda a: f"{a.norm}: {a.wert}")
def test_jede_zahl_steht_in_ihrer_norm(ansatz: Ansatz, wissen: Wissen) -> None:
    norm = wissen.norm(ansatz.norm)
    assert ansatz.wortlaut in norm.wortlaut or not norm.geprueft
    worte = rf"\b{ansatz.wert}\b|{ZAHLWORT.get(int(ansatz.wert), 'dreißig')}"
    assert re.search(worte, ansatz.wortlaut, re.IGNORECASE)


@pytest.mark.parametrize("zitat", ZITATE)
def test_jedes_zitat_gibt_es_in_der_einen_schreibweise(zitat: str, wissen: Wissen) -> None:
    norm = wissen.norm(zitat)
    assert norm.zitat == zitat
    assert norm.vorbehalt == ""


def test_es_sind_nicht_wenige() -> None:
    assert len(ANSAETZE) > 70
    assert len(ZITATE) > 120


HINWEISE = sorted({hinweis for ergebnis in ergebnisse() for hinweis in ergebnis.hinweise})


@pytest.mark.parametrize("hinweis", HINWEISE)
def test_auch_die_zitate_in_hinweisen_gibt_es(hinweis: str, wissen: Wissen) -> None:
    ziele = [genannt.ziel for verweis in wissen.verweise(hinweis) for genannt in verweis.ziele]
    for ziel in ziele:
        for ende in (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,):
            assert wissen.norm(str(ende)).zitat == str(ende)
    assert ziele or "§" not in hinweis


def test_jeder_schritt_mit_zahlen_des_textes_nennt_eine_norm() -> None:
    ohne = {s.was.split(",")[0].split(" (")[0] for ergebnis in ergebnisse() for s in ergebnis.schritte if not s.normen}
    assert ohne == {"Auf ganze Cent gerundet"}


@pytest.mark.parametrize("funktion", sorted(RECHNUNGEN))
def test_jede_rechnung_hat_ihre_norm_in_der_beschreibung(funktion: str) -> None:
    beschreibung = RECHNUNGEN[funktion].__doc__ or ""
    eigene_norm = funktion == "tag_vor"  # the caller names it
    assert eigene_norm or re.search(r"§ \d|Nr\. \d", beschreibung)


@pytest.mark.parametrize("funktion", sorted(RECHNUNGEN))
def test_jede_rechnung_hat_ein_beispiel(funktion: str) -> None:
    beispiele = {f for f, *_ in (*BETRAEGE, *WEITERE)}
    assert funktion in beispiele | {"rechtsbehelfsfrist", "tag_vor_entlassung", "werktage_nach"}


@pytest.mark.parametrize("funktion", sorted(RECHNUNGEN))
def test_parameter_sind_von_wenigen_arten(funktion: str) -> None:
    assert parameter(funktion)
    for angabe in parameter(funktion):
        assert angabe.typ in {Decimal, int, date, bool, str} or issubclass(angabe.typ, StrEnum)
        assert angabe.name.isascii()


#: What is refused before any norm is asked: function, values, the whole message.
FALSCH: list[tuple[str, dict[str, object], str]] = [
    ("taschengeld", {"jahr": 2024}, "Angabe „vollzugsart“: Für „taschengeld“ fehlt: vollzugsart."),
    ("taschengeld", STRAF | {"jahr": None}, "Angabe „jahr“: Für „taschengeld“ fehlt: jahr."),
    ("taschengeld", STRAF | {"jahr": True}, "Angabe „jahr“: „True“ passt nicht; erwartet wird eine ganze Zahl."),
    ("taschengeld", STRAF | {"jahr": "2024"}, "Angabe „jahr“: „2024“ passt nicht; erwartet wird eine ganze Zahl."),
    (
        "taschengeld",
        STRAF | {"guthaben": 1.5},
        "Angabe „guthaben“: „1.5“ passt nicht; erwartet wird ein Betrag oder eine Zahl.",
    ),
    ("therapiebeginn", {"entlassung": "heute"}, "Angabe „entlassung“: „heute“ passt nicht; erwartet wird ein Datum."),
    (
        "hausgeld",
        {"vollzugsart": "haft", "bezuege": 1},
        "Angabe „vollzugsart“: „haft“ ist nicht vorgesehen (möglich: Freiheitsstrafe | Jugendstrafe | Untersuchungshaft |"
        " Untersuchungshaft junger Gefangener | Sicherungsverwahrung).",
    ),
    (
        "hausgeld",
        {"vollzugsart": "Freiheitsstrafe", "bezug": 1},
        "Angabe „bezug“: „hausgeld“ kennt diese Angabe nicht.\nBekannt sind: vollzugsart, bezuege.",
    ),
]


@pytest.mark.parametrize(("funktion", "angaben", "meldung"), FALSCH)
def test_angaben_die_nicht_passen(funktion: str, angaben: dict[str, object], meldung: str) -> None:
    with pytest.raises(RechenFehler) as fehler:
        rechne(funktion, angaben, GROESSEN)
    assert str(fehler.value) == meldung


def test_eine_rechnung_die_es_nicht_gibt() -> None:
    with pytest.raises(RechenFehler, match="Die Rechnung „x“ gibt es nicht"):
        rechne("x", {}, GROESSEN)


def test_eine_groesse_des_jahres_wo_keine_gebraucht_wird() -> None:
    angaben = {"vollzugsart": "Freiheitsstrafe", "bezuege": 7, "bezugsgroesse": 1, "bezugsgroesse_quelle": "x"}
    with pytest.raises(RechenFehler, match="Angabe „bezugsgroesse“: „hausgeld“ kennt diese Angabe nicht"):
        rechne("hausgeld", angaben, GROESSEN)
