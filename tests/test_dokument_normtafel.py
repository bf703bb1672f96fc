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


BUCH = {
    "Freiheitsstrafe": "JVollzGB III",
    "Jugendstrafe": "JVollzGB IV",
    "Untersuchungshaft": "JVollzGB II",
    "Sicherungsverwahrung": "JVollzGB V",
}
#: What one entry is about: template, rule, Vollzugsart, § of the norm.
Stelle = tuple[str, str, str, str]


def gelesene() -> dict[Stelle, str]:
    """Return the entries judged by hand to be right where they stand alone, with the reasons."""
    zeilen = (zeile for zeile in GOLD.read_text(encoding="utf-8").splitlines() if not zeile.startswith("#"))
    return {
        (z["vorlage"], z["regel"], z["vollzugsart"], z["paragraph"]): z["grund"]
        for z in csv.DictReader(zeilen, delimiter="\t")
    }


@pytest.fixture(scope="module")
def suche(wissen: Wissen) -> Parallelsuche:
    return suche_parallelen(wissen, "JVollzGB III")


def ohne_parallele(vorlage: Vorlage, wissen: Wissen, suche: Parallelsuche) -> Iterator[Stelle]:
    """Yield every norm with none beside it, for another Vollzugsart, in the same § or in a parallel one."""
    for regel, je_art in vorlage.normtafel.items():
        paragraphen = {art: str(wissen.zitat(eintrag[0]).paragraph) for art, eintrag in je_art.items()}
        for art, paragraph in paragraphen.items():
            daneben = {anderer for andere_art, anderer in paragraphen.items() if andere_art != art}
            parallele = {p.zitat for je_buch in suche.finde(paragraph) for p in je_buch.moeglich}
            if daneben and not daneben & {paragraph, *parallele}:
                yield vorlage.name, regel, art, paragraph


def test_was_allein_steht_ist_gelesen(wissen: Wissen, suche: Parallelsuche) -> None:
    allein = {stelle for vorlage in VORLAGEN for stelle in ohne_parallele(vorlage, wissen, suche)}
    assert allein == set(gelesene())
    assert all(gelesene().values())


@pytest.mark.parametrize("vorlage", [v for v in VORLAGEN if v.normtafel], ids=lambda v: v.name)
def test_jede_norm_gilt_aus_dem_buch_ihrer_vollzugsart(vorlage: Vorlage, wissen: Wissen) -> None:
    """A norm of another Buch needs a clause of the own one by which it applies; Buch I is for all of them."""
    fremde = [
        (regel, art, eintrag)
        for regel, je_art in vorlage.normtafel.items()
        for art, eintrag in je_art.items()
        if (werk := wissen.zitat(eintrag[-1]).bezugsnorm.werk).startswith("JVollzGB")
        and werk not in ("JVollzGB I", BUCH[art])
    ]
    assert fremde == []
