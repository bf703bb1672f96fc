"""Which citations name the corresponding provisions: real ones, read by hand, beside such that do not."""

from __future__ import annotations

from functools import partial

import pytest

from normen.entsprechung import DASSELBE, Entsprechungen
from normen.synopse import suche_parallelen
from normen.vergleich import stellen
from normen.verweis import Verweis
from normen.wissen import Wissen


@pytest.fixture(scope="module")
def entsprechungen(wissen: Wissen) -> Entsprechungen:
    suche = suche_parallelen(wissen, "JVollzGB III")
    return Entsprechungen(lambda: suche, lambda zitat: stellen(wissen.speicher.darunter(wissen.finde(zitat)), {}))


def verweis(wissen: Wissen, text: str, kontext: str) -> Verweis:
    (gefunden,) = wissen.verweise(text, kontext)
    return gefunden


#: A citation in Book III, one in another book with the Einheit it stands in, and how the reason begins ("": a difference).
ZITATE = {
    "the same § of two books": ("§ 9", "§ 9", "§ 9 JVollzGB IV", "§ 9 JVollzGB III und § 9 JVollzGB IV: VV Nr. 1.4 zu"),
    "another number": ("§ 33", "§ 31", "§ 33 JVollzGB IV", "§ 31 JVollzGB IV und § 33 JVollzGB III: VV zu § 31"),
    "§ 9 Abs. 4 III is § 9 Abs. 3 IV": (
        "§ 9 Abs. 4",
        "§ 9 Abs. 3",
        "§ 9 JVollzGB IV",
        "§ 9 JVollzGB III und § 9 JVollzGB IV:",
    ),
    "the same number below, another matter": ("§ 9 Abs. 4", "§ 9 Abs. 4", "§ 9 JVollzGB IV", ""),
    "a Satz has its counterpart there, the Absatz too": (
        "§ 52 Abs. 4 Satz 1",
        "§ 47 Abs. 4 Satz 1",
        "§ 9 JVollzGB IV",
        "§ 47",
    ),
    "only one names a part": ("§ 52", "§ 47 Abs. 4", "§ 9 JVollzGB IV", ""),
    "no parallel: § 10 III, § 12 II": ("§ 10", "§ 12", "§ 6 JVollzGB II", ""),
    "which of two is meant: § 68 III, § 48 and § 78 II": ("§ 68", "§ 48", "§ 6 JVollzGB II", ""),
    "several": ("§§ 29 und 30", "§§ 27 und 28", "§ 9 JVollzGB IV", "§ 27 JVollzGB IV und § 29 JVollzGB III: gleiche"),
    "several, one of them different": ("§§ 29 und 30", "§§ 27 und 9", "§ 9 JVollzGB IV", ""),
    "one more": ("§§ 29 und 30", "§ 27", "§ 9 JVollzGB IV", ""),
    "a range, each § in it": ("§§ 57 bis 60", "§§ 53 bis 56", "§ 9 JVollzGB IV", "§ 53 JVollzGB IV und § 57 JVollzGB III:"),
    "a range with one § more": ("§§ 57 bis 60", "§§ 53 bis 57", "§ 9 JVollzGB IV", ""),
    "a range that ends before it begins": ("§§ 60 bis 57", "§§ 56 bis 53", "§ 9 JVollzGB IV", ""),
    "a range below a §": ("§ 9 Abs. 1 bis 3", "§ 9 Abs. 1 bis 4", "§ 9 JVollzGB IV", ""),
    "a whole VV": (
        "VV zu § 19",
        "VV zu § 12",
        "§ 6 JVollzGB II",
        "VV zu § 12 JVollzGB II und VV zu § 19 JVollzGB III: VV zu",
    ),
    "a § and a VV": ("§ 19", "VV zu § 12", "§ 6 JVollzGB II", ""),
    "the same law, written otherwise": (
        "§ 18 SGB IV",
        "§ 18 des Vierten Buches Sozialgesetzbuch",
        "§ 45 JVollzGB V",
        DASSELBE,
    ),
    "another § of that law": ("§ 18 SGB IV", "§ 19 SGB IV", "§ 45 JVollzGB V", ""),
    "relative": ("Absatz 4 Satz 1", "Absatz 5 Satz 1", "§ 22 JVollzGB V", "§ 19 JVollzGB III und § 22 JVollzGB V:"),
    "a book": ("dieses Gesetz", "dieses Gesetz", "§ 9 JVollzGB IV", ""),
    "cannot be resolved": ("§ 4 Landespressegesetz", "§ 5 Landespressegesetz", "§ 9 JVollzGB IV", ""),
}


@pytest.mark.parametrize("zitate", ZITATE.values(), ids=ZITATE)
def test_entsprechende_zitate(zitate: tuple[str, str, str, str], wissen: Wissen, entsprechungen: Entsprechungen) -> None:
    links, rechts, steht_in, beginn = zitate
    a, b = verweis(wissen, links, "§ 19 JVollzGB III"), verweis(wissen, rechts, steht_in)
    grund = entsprechungen.grund(a, b)
    assert grund.startswith(beginn)
    assert bool(grund) == bool(beginn)
    assert entsprechungen.grund(b, a) == grund


def test_ohne_verschiedene_zitate_wird_nicht_gesucht(wissen: Wissen) -> None:
    nie = Entsprechungen(partial(pytest.fail, "searched"), partial(pytest.fail, "read"))
    a, b = verweis(wissen, "§ 18 SGB IV", "§ 19 JVollzGB III"), verweis(wissen, "§ 18 SGB IV", "§ 22 JVollzGB V")
    assert nie.grund(a, b) == DASSELBE
