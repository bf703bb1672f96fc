"""Which Satz stands for which: real §§ checked by hand in the text, and what holds for any two Einheiten."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normen.unterschied import Gleichheit
from normen.vergleich import Paar, Stelle, stellen, vergleiche
from normen.wissen import Wissen

#: How a pair is written down: the same, only another designation, different.
ZEICHEN = {Gleichheit.GLEICH: "=", Gleichheit.BEZEICHNUNG: "~", Gleichheit.ANDERS: "≠"}


def zeilen(paare: tuple[Paar, ...]) -> list[str]:
    """Return a line for each pair: the two names with the sign between them, "umgestellt" behind those out of order."""
    return [
        f"{p.links.name if p.links else '–'} {ZEICHEN[p.gleichheit]} {p.rechts.name if p.rechts else '–'}"
        + (" umgestellt" if p.umgestellt else "")
        for p in paare
    ]


def verglichen(wissen: Wissen, a: str, b: str) -> tuple[Paar, ...]:
    return vergleiche(*(stellen(wissen.speicher.darunter(wissen.finde(z)), {}) for z in (a, b)))


#: Two §§, and which Satz of one stands for which of the other.
PAARE = {
    "an Absatz that only V has moves the next number": (
        "§ 19 JVollzGB III",
        "§ 22 JVollzGB V",
        [
            "Abs. 1 Satz 1 ≠ Abs. 1 Satz 1",
            "Abs. 1 Satz 2 ~ Abs. 1 Satz 2",
            "Abs. 2 Satz 1 ≠ Abs. 2 Satz 1",
            "Abs. 2 Satz 2 ≠ Abs. 2 Satz 2",
            "Abs. 3 ~ Abs. 3",
            "– ≠ Abs. 4",
            "Abs. 4 Satz 1 = Abs. 5 Satz 1",
            "Abs. 4 Satz 2 = Abs. 5 Satz 2",
        ],
    ),
    "two Absätze only III has, one Satz only II has": (
        "§ 2 JVollzGB III",
        "§ 1 JVollzGB II",
        [
            "Abs. 1 Satz 1 ~ Abs. 1 Satz 1",
            "Abs. 1 Satz 2 = Abs. 1 Satz 2",
            "Abs. 2 ≠ Abs. 2",
            "Abs. 3 Satz 1 = Abs. 3 Satz 1",
            "Abs. 3 Satz 2 ~ Abs. 3 Satz 2",
            "– ≠ Abs. 3 Satz 3",
            "Abs. 4 ≠ –",
            "Abs. 5 ≠ –",
            "Abs. 6 ~ Abs. 4",
        ],
    ),
    "a list is paired item by item, what leads into it too": (
        "§ 82 JVollzGB III",
        "§ 78 JVollzGB IV",
        [
            "Abs. 1 = Abs. 1",
            "Abs. 1 Nr. 1 ≠ –",
            "Abs. 1 Nr. 2 ≠ Abs. 1 Nr. 1",
            "Abs. 1 Nr. 3 ≠ Abs. 1 Nr. 2",
            "Abs. 1 Nr. 4 ≠ Abs. 1 Nr. 3",
            "Abs. 1 Nr. 5 = Abs. 1 Nr. 4",
            "Abs. 1 Nr. 6 = Abs. 1 Nr. 5",
            "Abs. 1 Nr. 7 ~ Abs. 1 Nr. 6",
            "Abs. 1 Nr. 8 ≠ Abs. 1 Nr. 7",
            "Abs. 2 = Abs. 2",
            "Abs. 3 = Abs. 3",
        ],
    ),
    "a list on one side, a plain Satz on the other": ("§ 20 JVollzGB III", "§ 13 JVollzGB II", ["§ 20 ≠ § 13"]),
    "two Absätze are two Sätze of one Absatz": (
        "§ 17 JVollzGB III",
        "§ 11 Abs. 1 JVollzGB II",
        ["Abs. 1 = Satz 1", "Abs. 2 ~ Satz 2"],
    ),
    "numbers of two VV": (
        "VV Nr. 1 zu § 19 JVollzGB III",
        "VV zu § 12 JVollzGB II",
        ["Nr. 1 ≠ –", "– ≠ VV"],
    ),
}


@pytest.mark.parametrize(("a", "b", "erwartet"), PAARE.values(), ids=PAARE)
def test_paare(a: str, b: str, erwartet: list[str], wissen: Wissen) -> None:
    assert zeilen(verglichen(wissen, a, b)) == erwartet


def test_in_einem_abschnitt_steht_der_paragraph_dabei(wissen: Wissen) -> None:
    """Abschnitt 4 of III and of IV begins with the §§ 19 and 17, which have the same heading."""
    paare = verglichen(wissen, "Abschnitt 4 JVollzGB III", "Abschnitt 4 JVollzGB IV")
    assert zeilen(paare)[:2] == ["§ 19 Überschrift = § 17 Überschrift", "§ 19 Abs. 1 Satz 1 ~ § 17 Abs. 1 Satz 1"]


def test_liste_gegen_satz_zeigt_die_gemeinsamen_worte(wissen: Wissen) -> None:
    """§ 13 II has the words of § 20 III down to Nr. 1 and ends there."""
    (paar,) = verglichen(wissen, "§ 20 JVollzGB III", "§ 13 JVollzGB II")
    gemeinsam = "".join(t.rechts for t in paar.teile if t.gleichheit is Gleichheit.GLEICH)
    assert gemeinsam == (
        "Die Anstaltsleiterin oder der Anstaltsleiter kann Besuche untersagen,"
        " wenn die Sicherheit oder Ordnung der Justizvollzugsanstalt gefährdet würde"
    )
    assert paar.links is not None
    assert paar.links.text.startswith("Die Anstaltsleiterin oder der Anstaltsleiter kann Besuche untersagen, 1. wenn")


def reihe(*texte: str) -> tuple[Stelle, ...]:
    return tuple(Stelle(f"§ {i} A", str(i), text) for i, text in enumerate(texte, start=1))


A, B, C, D = (
    "Besuche werden eine Stunde lang zugelassen.",
    "Schreiben dürfen angehalten werden, wenn Gefahr besteht.",
    "Pakete kommen nur zu Weihnachten an.",
    "Telefongespräche führt jeder auf eigene Kosten, und zwar ohne dass jemand mithört oder aufzeichnet.",
)
#: The order of two sides, and the pairs; what stands out of order is said.
REIHENFOLGEN = {
    "one Satz moved to the end": ((A, B, C, D), (B, C, D, A), ["1 = 4 umgestellt", "2 = 1", "3 = 2", "4 = 3"]),
    "the longer of two that changed places stays": ((A, D), (D, A), ["1 = 2 umgestellt", "2 = 1"]),
    "of two equally long that changed places both moved": (
        (A, A[::-1]),
        (A[::-1], A),
        ["1 = 2 umgestellt", "2 = 1 umgestellt"],
    ),
    "something put in moves nothing": ((A, B), (C, A, D, B), ["– ≠ 1", "1 = 2", "– ≠ 3", "2 = 4"]),
    "the same Satz twice: each once, nearest first": ((A, A), (A, B, A), ["1 = 1", "– ≠ 2", "2 = 3"]),
    "nothing in common": ((A,), (B,), ["1 ≠ –", "– ≠ 1"]),
    "one side is empty": ((), (A,), ["– ≠ 1"]),
    "both are empty": ((), (), []),
}


@pytest.mark.parametrize(("links", "rechts", "erwartet"), REIHENFOLGEN.values(), ids=REIHENFOLGEN)
def test_reihenfolge(links: tuple[str, ...], rechts: tuple[str, ...], erwartet: list[str]) -> None:
    assert zeilen(vergleiche(reihe(*links), reihe(*rechts))) == erwartet


WORTE = "Gefangene Untergebrachte dürfen sollen Besuch Pakete Schreiben empfangen absenden nicht eine zwei Stunde .".split()
SAETZE = st.lists(st.sampled_from(WORTE), min_size=1, max_size=8).map(" ".join)
SEITEN = st.lists(SAETZE, max_size=7).map(lambda texte: reihe(*texte))


@given(SEITEN, SEITEN)
def test_jede_stelle_steht_in_genau_einem_paar(links: tuple[Stelle, ...], rechts: tuple[Stelle, ...]) -> None:
    paare = vergleiche(links, rechts)
    assert tuple(p.links for p in paare if p.links) == links
    assert sorted((p.rechts for p in paare if p.rechts), key=lambda s: int(s.name)) == list(rechts)
    for paar in paare:
        assert "".join(t.links for t in paar.teile) == (paar.links.text if paar.links else "")
        assert "".join(t.rechts for t in paar.teile) == (paar.rechts.text if paar.rechts else "")


@given(SEITEN, SEITEN)
def test_andersherum_sind_es_dieselben_paare(links: tuple[Stelle, ...], rechts: tuple[Stelle, ...]) -> None:
    hin = {(p.links, p.rechts, p.teile, p.umgestellt) for p in vergleiche(links, rechts)}
    zurueck = {(p.rechts, p.links, tuple(t.gespiegelt for t in p.teile), p.umgestellt) for p in vergleiche(rechts, links)}
    assert hin == zurueck


@given(SEITEN)
def test_was_sich_selbst_gegenuebersteht_ist_gleich(seite: tuple[Stelle, ...]) -> None:
    paare = vergleiche(seite, seite)
    assert [(p.links, p.rechts, p.gleichheit, p.umgestellt) for p in paare] == [
        (s, s, Gleichheit.GLEICH, False) for s in seite
    ]


@given(SEITEN, SEITEN)
def test_was_nicht_umgestellt_ist_steht_in_der_reihe(links: tuple[Stelle, ...], rechts: tuple[Stelle, ...]) -> None:
    feste = [int(p.rechts.name) for p in vergleiche(links, rechts) if p.links and p.rechts and not p.umgestellt]
    assert all(a < b for a, b in pairwise(feste))


@pytest.mark.parametrize(
    "zitat", ["§ 82 JVollzGB III", "VV zu § 9 JVollzGB III", "Anlage 9 VwV JVollzGB", "§ 1 JVollzVergO"]
)
def test_kein_wort_geht_verloren(zitat: str, wissen: Wissen) -> None:
    """The Stellen of an Einheit have all its words, with those of its headings, but for labels and its own heading."""
    darunter = wissen.speicher.darunter(wissen.finde(zitat))
    rahmen = "VV" if zitat.startswith("VV") else ""
    worte = [
        wort
        for e in darunter
        if e.zitat.startswith("VV") == bool(rahmen)
        for wort in f"{e.ueberschrift if e is not darunter[0] else ''} {e.text}".split()
    ]
    einzelne = [s for satz in stellen(darunter, {}) for s in (satz.darunter or (satz,))]
    assert [wort for s in einzelne for wort in s.text.split()] == worte
    assert len(einzelne) > 3
