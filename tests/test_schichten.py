"""Imports go one way: edges -> effects -> pure core -> model. No module imports the package's own ``__init__``."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import normen
from normen.wissen import _OHNE_EINFLUSS

PAKET = Path(normen.__file__).parent
#: Each part of the package, from the ground up. A new one takes its place here.
SCHICHTEN = {
    "model": "text schreibweise zitat zitatleser werk einheit fehler norm",
    "core": (
        "satz lesen verweis verweisung ergaenzung naehe netz umkehrung geltung beschrieben betroffen aufzaehlung"
        " nachbarschaft lesefassung stichwort normquelle bezeichnung unterschied vergleich regelvergleich parallel"
        " entsprechung pruefung pruefsumme rechnen vollstaendigkeit"
    ),
    "effects": (
        "ressourcen ablage ausser_kraft bund bund_datensatz korpus speicher nachschlagen wissen synopse quittungsdatei"
        " schriftstueck rechengroessen bescheid dokument"
    ),
    "edges": "ausgabe cli spacy_komponente __main__",
}
STUFE = {teil: stufe for stufe, teile in enumerate(SCHICHTEN.values()) for teil in teile.split()}
#: What reaches outside the program; model and core do without.
AUSSENWELT = frozenset(
    """
    os pathlib sqlite3 tempfile shutil subprocess socket urllib http logging sys importlib platformdirs
    click rich docx docxtpl jinja2 lxml networkx pydantic svg
    """.split()
)


@cache
def module() -> dict[str, Path]:
    """Every module of the package by its name without "normen.", a package by the name of its folder."""
    dateien = (p for p in PAKET.rglob("*.py") if p != PAKET / "__init__.py")
    return {".".join(p.relative_to(PAKET).with_suffix("").parts).removesuffix(".__init__"): p for p in dateien}


MODULE = pytest.mark.parametrize("modul", sorted(module()))


def quelltext(modul: str) -> str:
    return module()[modul].read_text(encoding="utf-8")


def stufe(modul: str) -> int:
    """Return the layer of a module; what has no place yet stands above all."""
    return STUFE.get(modul.partition(".")[0], len(SCHICHTEN))


def importe(modul: str, code: str) -> set[str]:
    """Return what a module imports, by full names: for ``from x import y`` x and x.y, for ``from . import y`` only x.y."""
    paket = ("normen", *module()[modul].relative_to(PAKET).parent.parts)
    namen: set[str] = set()
    for knoten in ast.walk(ast.parse(code)):
        if isinstance(knoten, ast.Import):
            namen |= {alias.name for alias in knoten.names}
        elif isinstance(knoten, ast.ImportFrom):
            oben = paket[: len(paket) - knoten.level + 1] if knoten.level else ()
            woher = ".".join(filter(None, (*oben, knoten.module)))
            namen |= {f"{woher}.{alias.name}" for alias in knoten.names}
            namen |= {woher} - {"normen"}
    return namen


def eigene(modul: str, code: str) -> set[str]:
    """Return the modules of the package that a module imports, without itself."""
    return {name.removeprefix("normen.") for name in importe(modul, code)} & set(module()) - {modul}


def von_oben(modul: str, code: str) -> list[str]:
    return sorted(m for m in eigene(modul, code) if stufe(m) > stufe(modul))


def aus_der_schnittstelle(modul: str, code: str) -> list[str]:
    """Return what a module takes from the package itself and not from one of its modules."""
    namen = (name for name in importe(modul, code) if name.partition(".")[0] == "normen")
    return sorted(name for name in namen if name.removeprefix("normen.").partition(".")[0] not in STUFE)


def nach_aussen(modul: str, code: str) -> list[str]:
    return sorted({name.partition(".")[0] for name in importe(modul, code)} & AUSSENWELT)


def test_jeder_teil_des_pakets_hat_seinen_platz() -> None:
    assert {modul.partition(".")[0] for modul in module()} == set(STUFE)


@MODULE
def test_importe_gehen_nur_nach_unten(modul: str) -> None:
    assert von_oben(modul, quelltext(modul)) == []


@MODULE
def test_kein_modul_importiert_die_oeffentliche_schnittstelle(modul: str) -> None:
    assert aus_der_schnittstelle(modul, quelltext(modul)) == []


@pytest.mark.parametrize("modul", sorted(m for m in module() if stufe(m) <= stufe("geltung")))
def test_modell_und_kern_bewirken_nichts(modul: str) -> None:
    assert nach_aussen(modul, quelltext(modul)) == []


def test_kein_kreis() -> None:
    graph = {modul: eigene(modul, quelltext(modul)) for modul in module()}
    assert set(TopologicalSorter(graph).static_order()) == set(module())


def test_was_den_bestand_nicht_aendert_wird_zu_seinem_bau_nicht_gebraucht() -> None:
    """Or else a change of it would not lead to a new knowledge base."""
    offen, gebraucht = {"korpus", "verweis", "verweisung", "speicher"}, set[str]()
    while offen:
        gebraucht |= offen
        ganze = (m for m in module() if m.partition(".")[0] in offen)
        offen = {ziel.partition(".")[0] for m in ganze for ziel in eigene(m, quelltext(m))} - gebraucht
    assert {"lesen", "satz", "stichwort", "bund"} <= gebraucht
    assert gebraucht & _OHNE_EINFLUSS == set()
    assert {m.partition(".")[0] for m in module()} | {"__init__"} >= _OHNE_EINFLUSS


#: What each rule lets pass, and what it finds.
REGELN = [
    (von_oben, "zitat", "from .schreibweise import Ebene", []),
    (von_oben, "zitat", "from .satz import satzgrenzen", ["satz"]),
    (von_oben, "lesen.handbuch", "from ..wissen import Wissen\nfrom ..zitat import Zitat", ["wissen"]),
    (von_oben, "geltung", "def f():\n    from . import speicher", ["speicher"]),
    (von_oben, "geltung", "import normen.cli", ["cli"]),
    (von_oben, "cli", "from ..wissen import Wissen\nfrom . import deutsch", []),
    (aus_der_schnittstelle, "geltung", "from . import satz\nfrom .zitat import Zitat", []),
    (aus_der_schnittstelle, "geltung", "from . import Zitat", ["normen.Zitat"]),
    (aus_der_schnittstelle, "lesen.handbuch", "from .. import Zitat", ["normen.Zitat"]),
    (aus_der_schnittstelle, "cli", "from normen import Wissen", ["normen.Wissen"]),
    (aus_der_schnittstelle, "cli", "import normen", ["normen"]),
    (nach_aussen, "satz", "import re\nfrom collections.abc import Iterator", []),
    (nach_aussen, "satz", "import sqlite3\nfrom os.path import join", ["os", "sqlite3"]),
]


@pytest.mark.parametrize(("regel", "modul", "code", "funde"), REGELN)
def test_die_regeln_finden_verstoesse(
    regel: Callable[[str, str], list[str]], modul: str, code: str, funde: list[str]
) -> None:
    assert regel(modul, code) == funde


@pytest.mark.parametrize("raum", ["dokument", "rechnen", "schriftstueck", "verweis", "vollstaendigkeit"])
def test_der_plan_eines_grossen_raums_nennt_jedes_modul(raum: str) -> None:
    ordner = PAKET / raum
    plan = ast.get_docstring(ast.parse((ordner / "__init__.py").read_text(encoding="utf-8"))) or ""
    module = {datei.stem for datei in ordner.glob("*.py")} - {"__init__"}
    assert module - set(re.findall(r"`(\w+)`", plan)) == set()
