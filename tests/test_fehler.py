"""Errors as values: what is said, and that they come whole out of another process."""

from __future__ import annotations

import importlib
import pickle
import pkgutil

import pytest

import normen
from normen.fehler import DatenFehler, NormenFehler, Ort


def alle(klasse: type[NormenFehler]) -> set[type[NormenFehler]]:
    return {klasse}.union(*(alle(unter) for unter in klasse.__subclasses__()))


def klassen() -> list[type[NormenFehler]]:
    """Every error of the package; those in modules that are loaded on demand too."""
    for modul in pkgutil.walk_packages(normen.__path__, "normen."):
        if not modul.name.endswith(("__main__", "spacy_komponente")):
            importlib.import_module(modul.name)
    return sorted(alle(NormenFehler), key=lambda klasse: klasse.__name__)


def test_es_gibt_mehr_als_die_grundklasse() -> None:
    assert {"DatenFehler", "ZitatFehler", "Unbeschreibbar"} <= {klasse.__name__ for klasse in klassen()}


@pytest.mark.parametrize("klasse", klassen(), ids=lambda klasse: klasse.__name__)
def test_ein_fehler_kommt_ganz_aus_einem_anderen_prozess(klasse: type[NormenFehler]) -> None:
    mehr = {"probleme": ("Feld „a“ fehlt", "Feld „b“ fehlt")} if issubclass(klasse, DatenFehler) else {}
    fehler = klasse("Etwas fehlt.", ort=Ort("fall.json", 3), rat="Tragen Sie es ein.", **mehr)
    kopie = pickle.loads(pickle.dumps(fehler))
    assert type(kopie) is klasse
    assert vars(kopie) == vars(fehler)
    assert str(kopie) == str(fehler)
    assert str(kopie).startswith("fall.json, Zeile 3: Etwas fehlt.\n")
