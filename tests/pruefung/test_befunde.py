"""Every finding on the corpus that ships has been judged by reading the text at its place and at its target."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from normen.pruefung import ARTEN, Befund, finde_befunde
from normen.wissen import Wissen

GOLD = Path(__file__).parents[1] / "gold" / "befunde.jsonl"
#: So many of the findings must be right.
MINDESTENS = 0.8


class Urteil(NamedTuple):
    """A finding by what identifies it."""

    kind: str
    citation: str
    words: str


@cache
def urteile() -> dict[Urteil, bool]:
    zeilen = [json.loads(zeile) for zeile in GOLD.read_text(encoding="utf-8").splitlines()]
    return {Urteil(z["kind"], z["citation"], z["words"]): z["richtig"] for z in zeilen}


@pytest.fixture(scope="module")
def befunde(wissen: Wissen) -> list[Befund]:
    return finde_befunde(wissen.bestand())


def urteil(befund: Befund) -> Urteil:
    return Urteil(befund.art, str(befund.zitat), befund.stelle)


def test_jeder_befund_ist_beurteilt(befunde: list[Befund]) -> None:
    assert [befund for befund in befunde if urteil(befund) not in urteile()] == []


def test_jeder_richtige_befund_wird_gefunden(befunde: list[Befund]) -> None:
    gefunden = {urteil(befund) for befund in befunde}
    assert [wer for wer, richtig in urteile().items() if richtig and wer not in gefunden] == []


@pytest.mark.parametrize("art", [art.kuerzel for art in ARTEN])
def test_von_fuenf_befunden_sind_vier_richtig(art: str, befunde: list[Befund]) -> None:
    richtig = Counter(urteile()[urteil(befund)] for befund in befunde if befund.art == art)
    assert richtig[True] >= MINDESTENS * richtig.total()


def test_jedes_urteil_sagt_warum() -> None:
    zeilen = [json.loads(zeile) for zeile in GOLD.read_text(encoding="utf-8").splitlines()]
    assert len(zeilen) == len(urteile())
    assert [z for z in zeilen if len(z["warum"].split()) < 4] == []


def test_jeder_befund_steht_wo_er_sagt(befunde: list[Befund], wissen: Wissen) -> None:
    bestand = wissen.bestand()
    for befund in befunde:
        einheit = bestand.einheiten[str(befund.zitat)]
        von, bis = einheit.zeilen
        eigenes = " ".join(text.inhalt for text in einheit.eigene_texte())
        assert befund.stelle in eigenes, befund
        assert von <= befund.zeile <= bis, befund
        assert befund.grund.endswith((".", "]")), befund
        assert befund.vorschlag.endswith("."), befund


def test_kennungen_sind_eindeutig(befunde: list[Befund]) -> None:
    assert len({befund.kennung for befund in befunde}) == len(befunde)
