"""What a clause only describes: offered where its words stand in a heading, every such clause judged by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from normen.beschrieben import Beschreibungen
from normen.einheit import Art
from normen.stichwort import Zerleger
from normen.wissen import Wissen

GOLD = Path(__file__).parent / "gold" / "beschrieben.tsv"

Klausel = tuple[str, str]


def zeilen() -> list[list[str]]:
    alle = GOLD.read_text(encoding="utf-8").splitlines()
    return [zeile.split("\t") for zeile in alle if not zeile.startswith("#")]


@pytest.fixture(scope="module")
def paragraphen(wissen: Wissen) -> dict[str, list[str]]:
    """Numbers of all §§, by work."""
    je_werk: dict[str, list[str]] = defaultdict(list)
    for e in wissen.netz.eintraege.values():
        if e.art is Art.PARAGRAPH:
            je_werk[e.als_zitat.werk].append(e.nummer)
    return je_werk


def nummern(angabe: str, alle: list[str]) -> Iterator[str]:
    """Read "19-21 30" as numbers of §§; "–" is none."""
    for teil in angabe.replace("–", "").split():
        von, _, bis = teil.partition("-")
        yield from alle[alle.index(von) : alle.index(bis or von) + 1]


@pytest.fixture(scope="module")
def angeboten(wissen: Wissen, paragraphen: dict[str, list[str]]) -> dict[Klausel, list[str]]:
    """The §§ each description is offered for."""
    ergebnis: dict[Klausel, list[str]] = defaultdict(list)
    for werk, alle in paragraphen.items():
        for nummer in alle:
            for m in wissen.betroffen(f"§ {nummer} {werk}").moeglich:
                ergebnis[str(m.klausel.quelle), m.worte].append(nummer)
    return ergebnis


def test_alle_beschreibungen_des_korpus_sind_beurteilt(wissen: Wissen) -> None:
    vage = [(str(v.quelle), worte) for klauseln in wissen.netz.klauseln.values() for v in klauseln for worte in v.vage]
    assert sorted(vage) == sorted((quelle, worte) for quelle, worte, *_ in zeilen())


@pytest.mark.parametrize("zeile", zeilen(), ids=lambda zeile: f"{zeile[0]}: {zeile[1][:40]}")
def test_bei_welchen_paragraphen_eine_beschreibung_steht(
    zeile: list[str], angeboten: dict[Klausel, list[str]], paragraphen: dict[str, list[str]]
) -> None:
    quelle, worte, bei, falsch, fehlt, _ = zeile
    alle = paragraphen[" ".join(quelle.split()[-2:])]
    gefunden = angeboten.get((quelle, worte), [])
    assert gefunden == list(nummern(bei, alle))
    assert set(nummern(falsch, alle)) <= set(gefunden)
    assert set(nummern(fehlt, alle)).isdisjoint(gefunden)


def test_wie_viel_davon_richtig_ist(paragraphen: dict[str, list[str]]) -> None:
    def zaehle(spalte: int) -> int:
        return sum(len(list(nummern(z[spalte], paragraphen[" ".join(z[0].split()[-2:])]))) for z in zeilen())

    assert zaehle(3) / zaehle(2) < 0.1


def anhalte(wissen: Wissen, zitat: str, quelle: str) -> list[tuple[tuple[str, ...], str]]:
    return [
        (a.worte, a.zitat) for m in wissen.betroffen(zitat).moeglich if str(m.klausel.quelle) == quelle for a in m.anhalte
    ]


#: What is asked about, the clause, and what speaks for it: words and the Einheit in whose heading they stand.
ANHALTE = {
    "in its own heading": ("§ 20 JVollzGB III", "§ 27 Abs. 2 Satz 1 JVollzGB III", [(("Besuch",), "§ 20 JVollzGB III")]),
    "in the heading of its §": (
        "§ 24 Abs. 1 Satz 1 JVollzGB V",
        "§ 30 Abs. 1 Satz 3 JVollzGB V",
        [(("Überwachung", "Besuchs"), "§ 24 JVollzGB V")],
    ),
    "in the heading of a number of its VV": (
        "VV Nr. 3 zu § 9 JVollzGB III",
        "VV Nr. 7.3 Satz 2 zu § 7 JVollzGB III",
        [(("Freigänger",), "VV Nr. 3 zu § 9 JVollzGB III")],
    ),
    "in the heading of the Abschnitt": (
        "§ 19 JVollzGB I",
        "VV Nr. 2.3 Satz 1 zu § 12 JVollzGB I",
        [(("Dienstaufsicht", "Justizvollzugsanstalten"), "Abschnitt 4 JVollzGB I")],
    ),
    "in the title of the book, as a compound": (
        "VV Nr. 4.5 zu § 48 JVollzGB III",
        "§ 108 Satz 1 JVollzGB III",
        [(("Vollzug", "Freiheitsstrafe"), "JVollzGB III")],
    ),
    "'dieses Abschnitts'": (
        "§ 70 JVollzGB II",
        "§ 69 Abs. 1 JVollzGB II",
        [(("dieses Abschnitts",), "Abschnitt 14 JVollzGB II")],
    ),
    "a VV is no provision 'dieses Abschnitts'": ("VV zu § 78 JVollzGB II", "§ 69 Abs. 1 JVollzGB II", []),
    "a part of it is excepted, so the rest is meant": (
        "§ 19 Abs. 1 JVollzGB III",
        "§ 27 Abs. 2 Satz 1 JVollzGB III",
        [((), "§ 19 JVollzGB III")],
    ),
    "what is excepted is not meant": ("§ 19 Abs. 2 JVollzGB III", "§ 27 Abs. 2 Satz 1 JVollzGB III", []),
    "the clause itself": ("§ 108 JVollzGB III", "§ 108 Satz 1 JVollzGB III", []),
    "a law that is not loaded, by its name": (
        "§ 9 MuSchG",
        "§ 37 Abs. 1 Satz 2 JVollzGB III",
        [(("Mutterschutzgesetzes",), "MuSchG")],
    ),
    "another law": ("§ 9 StGB", "§ 37 Abs. 1 Satz 2 JVollzGB III", []),
    "what is certain is not possible too": ("§ 119 StPO", "§ 1 Abs. 2 JVollzGB I", []),
}


@pytest.mark.parametrize(("gefragt", "quelle", "erwartet"), ANHALTE.values(), ids=ANHALTE)
def test_was_dafuer_spricht(gefragt: str, quelle: str, erwartet: list[object], wissen: Wissen) -> None:
    assert anhalte(wissen, gefragt, quelle) == erwartet


def test_der_zerleger_wird_nur_geladen_wo_etwas_beschrieben_ist(wissen: Wissen) -> None:
    def lade() -> Zerleger:
        raise AssertionError("nothing is described in this work")

    nr = wissen.netz.nummern["§ 2 JVollzVergO"]
    assert Beschreibungen(wissen.netz, lade).fuer(nr) == ()
