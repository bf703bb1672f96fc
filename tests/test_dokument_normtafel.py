"""The norms of one rule for several Vollzugsarten stand in parallel §§ - as `normen compare` finds them, not as we think."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from normen.dokument import Vorlage, lade_vorlagen
from normen.parallel import Parallelsuche
from normen.ressourcen import ordner
from normen.synopse import suche_parallelen
from normen.wissen import Wissen

VORLAGEN = lade_vorlagen(ordner("templates"))
GOLD = Path(__file__).parent / "gold" / "normtafeln.tsv"


def gelesene() -> dict[str, str]:
    """Return the §§ judged by hand to belong where they stand, with the reasons."""
    zeilen = (zeile for zeile in GOLD.read_text(encoding="utf-8").splitlines() if not zeile.startswith("#"))
    return {zeile["paragraph"]: zeile["grund"] for zeile in csv.DictReader(zeilen, delimiter="\t")}


@pytest.fixture(scope="module")
def suche(wissen: Wissen) -> Parallelsuche:
    return suche_parallelen(wissen, "JVollzGB III")


def ohne_parallele(vorlage: Vorlage, wissen: Wissen, suche: Parallelsuche) -> Iterator[tuple[str, str]]:
    """Yield the place and the § of every norm with none beside it in the same § or in a parallel one."""
    for name, je_art in vorlage.normtafel.items():
        paragraphen = {art: str(wissen.zitat(eintrag[0]).paragraph) for art, eintrag in je_art.items()}
        for art, paragraph in paragraphen.items():
            daneben = {anderer for andere_art, anderer in paragraphen.items() if andere_art != art}
            parallele = {p.zitat for je_buch in suche.finde(paragraph) for p in je_buch.moeglich}
            if daneben and not daneben & {paragraph, *parallele}:
                yield f"norm.{name}.{art}", paragraph


@pytest.mark.parametrize("vorlage", VORLAGEN, ids=lambda v: v.name)
def test_normen_einer_zeile_sind_parallel(vorlage: Vorlage, wissen: Wissen, suche: Parallelsuche) -> None:
    ungelesen = [(ort, p) for ort, p in ohne_parallele(vorlage, wissen, suche) if p not in gelesene()]
    assert ungelesen == []


def test_was_gelesen_ist_kommt_vor(wissen: Wissen, suche: Parallelsuche) -> None:
    gefunden = {p for vorlage in VORLAGEN for _, p in ohne_parallele(vorlage, wissen, suche)}
    assert set(gelesene()) == gefunden
    assert all(gelesene().values())
