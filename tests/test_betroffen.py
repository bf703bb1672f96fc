"""Who takes an Einheit over: the inverse of what applies, by hand, on small nets, and over the whole corpus."""

from __future__ import annotations

from collections import defaultdict
from statistics import median
from time import perf_counter

import pytest

from conftest import Normen
from normen.betroffen import Betroffen, Umkehrung, betroffen, betroffen_ausserhalb
from normen.fehler import ZitatFehler
from normen.geltung import Geltung, Netz, geltung
from normen.verweisung import Verweisung, Wirkung
from normen.wissen import Wissen
from normen.zitat import lies_zitat
from test_geltung import BAUM, eintraege, klausel


def zeilen(b: Betroffen) -> list[str]:
    """Return a line for each: depth, kind, who takes over, and by which Einheiten."""
    return [
        f"{u.tiefe} {u.wirkung.value} {' <- '.join([u.zitat, *(str(v.quelle) for v in u.weg[1:])])}" for u in b.uebernahmen
    ]


# By hand: what the text says

#: What is asked about, and who takes it over, read in the corpus (line numbers of the handbook text).
VON_HAND = {
    "a number: alone (9634), in the whole VV (14625), in a range (17925); the first of them again by a whole VV (14425)": (
        "VV Nr. 4.5 zu § 48 JVollzGB III",
        [
            "1 analog VV Nr. 4 Satz 1 zu § 49 JVollzGB III",
            "1 analog VV Nr. 1 zu § 50 JVollzGB IV",
            "1 analog VV Nr. 4.1 zu § 44 JVollzGB V",
            "2 analog VV zu § 44 JVollzGB IV <- VV Nr. 4 Satz 1 zu § 49 JVollzGB III",
        ],
    ),
    "its neighbour is in 'Nummern 1 bis 4.3' (9467) and 'Nummern 3, 4.3 und 4.4' (9610), not in '4.4 bis 4.11'": (
        "VV Nr. 4.3 zu § 48 JVollzGB III",
        [
            "1 analog VV Nr. 5 zu § 48 JVollzGB III",
            "1 analog VV Nr. 2.3 zu § 49 JVollzGB III",
            "1 analog VV Nr. 1 zu § 50 JVollzGB IV",
            "2 analog VV zu § 44 JVollzGB IV <- VV Nr. 2.3 zu § 49 JVollzGB III",
        ],
    ),
    "the last number before an exception is in '6.1 bis 6.3' (5043)": (
        "VV Nr. 6.3.2 zu § 51 JVollzGB III",
        ["1 analog VV zu § 36 JVollzGB II"],
    ),
    "what is excepted, 'mit Ausnahme von 6.3.3 und 6.3.4', is taken over by nobody": (
        "VV Nr. 6.3.3 zu § 51 JVollzGB III",
        [],
    ),
    "'Nummer 6.3 Satz 1' (14470) is one Satz, '6.1 bis 6.3' has both": (
        "VV Nr. 6.3 Satz 2 zu § 51 JVollzGB III",
        ["1 analog VV zu § 36 JVollzGB II"],
    ),
    "a range ends inside a number: 'Nummern 3 bis 5 Satz 1' (18510) leaves Satz 2 out": (
        "VV Nr. 5 Satz 2 zu § 68 JVollzGB III",
        [
            "1 analog VV zu § 48 JVollzGB II",
            "1 analog VV Nr. 3 zu § 78 JVollzGB II",
            "1 analog VV Nr. 3 zu § 64 JVollzGB IV",
        ],
    ),
    "the words of a number that has numbers below it come along: 'Die Verwaltungsvorschriften zu den §§ 9 und 11' (9624)": (
        "VV Nr. 2.1 Satz 2 zu § 9 JVollzGB III",
        [
            "1 analog VV Nr. 3.1 Satz 2 zu § 49 JVollzGB III",
            "2 analog VV zu § 44 JVollzGB IV <- VV Nr. 3.1 Satz 2 zu § 49 JVollzGB III",
        ],
    ),
    "an Absatz: as part of the § ('gelten § 48 JVollzGB III und …', 9467), and by '§ 48 Abs. 3 gilt entsprechend' (9511)": (
        "§ 48 Abs. 3 JVollzGB III",
        [
            "1 analog VV Nr. 5 zu § 48 JVollzGB III",
            "1 analog § 49 Abs. 8 JVollzGB III",
            "2 analog VV Nr. 1 zu § 50 JVollzGB IV <- VV Nr. 5 zu § 48 JVollzGB III",
        ],
    ),
    "a federal law whose text is not loaded: '§ 57 Abs. 4 StGB gilt entsprechend' (9563)": (
        "§ 57 StGB",
        ["1 analog § 49 Abs. 11 Satz 3 JVollzGB III"],
    ),
    "of which another Absatz was asked about": ("§ 57 Abs. 1 StGB", []),
    "the VV on § 44 JVollzGB IV takes over, and is taken over by nobody": ("VV zu § 44 JVollzGB IV", []),
}


@pytest.mark.parametrize(("gefragt", "erwartet"), VON_HAND.values(), ids=VON_HAND)
def test_wer_uebernimmt(gefragt: str, erwartet: list[str], wissen: Wissen) -> None:
    assert zeilen(wissen.betroffen(gefragt)) == erwartet


def test_massgaben_kommen_mit(wissen: Wissen) -> None:
    """ "… wird auf die Nummern 1 bis 3 und 5 … zu § 45 JVollzGB III mit der Maßgabe hingewiesen, dass …" """
    (u,) = (u for u in wissen.betroffen("VV Nr. 5 zu § 45 JVollzGB III").uebernahmen if u.paragraph == "§ 11 JVollzGB V")
    assert (u.zitat, u.wirkung, u.teile) == (
        "VV Nr. 5.11 zu § 11 JVollzGB V",
        Wirkung.DIREKT,
        ("VV Nr. 5 zu § 45 JVollzGB III",),
    )
    assert u.massgaben == (
        "dass Untergebrachte zur Arbeit, zu Hilfstätigkeiten und zur Zahlung von Haftkosten nicht verpflichtet sind",
    )


def test_was_ausschliesst_steht_fuer_sich(wissen: Wissen) -> None:
    """ "7.5 Nummer 7.4 gilt nicht für die Ausführung …" and "Die Regelung des § 48 bleibt unberührt." """

    def nicht(zitat: str) -> list[tuple[str, Wirkung]]:
        return [(str(v.quelle), v.wirkung) for v in wissen.betroffen(zitat).nicht]

    assert nicht("VV Nr. 7.4 zu § 9 JVollzGB III") == [("VV Nr. 7.5 zu § 9 JVollzGB III", Wirkung.NEGATIV)]
    assert nicht("§ 48 Abs. 1 JVollzGB III") == [("§ 49 Abs. 6 Satz 2 JVollzGB III", Wirkung.UNBERUEHRT)]
    assert ("§ 93 Abs. 2 Satz 3 JVollzGB I", Wirkung.UNBERUEHRT) in nicht("§ 119 StPO")
    assert nicht("VV Nr. 7.6 zu § 9 JVollzGB III") == []


#: The Einheiten that cite without taking over; each citation stands in one of the lists of an answer, and in one only.
SONST = {
    "a condition of another clause, an explanation": ("§ 47 Abs. 1 JVollzGB III", "VV Nr. 5 zu § 48 JVollzGB III"),
    "the exception itself": ("VV Nr. 6.3.3 zu § 51 JVollzGB III", "VV zu § 36 JVollzGB II"),
    "for a §, also citations of the VV on it": ("§ 48 JVollzGB III", "VV Nr. 4.8 zu § 48 JVollzGB III"),
    "of a law that is not loaded": ("§ 119 StPO", "VV Nr. 3.2 Satz 1 zu § 17 JVollzGB II"),
}


@pytest.mark.parametrize(("gefragt", "zitiert_in"), SONST.values(), ids=SONST)
def test_einfache_zitate_stehen_getrennt(gefragt: str, zitiert_in: str, wissen: Wissen) -> None:
    b = wissen.betroffen(gefragt)
    sonst = [z.quelle for z in wissen.sonst_zitiert(b)]
    assert zitiert_in in sonst
    assert set(sonst).isdisjoint(u.zitat for u in b.uebernahmen if u.tiefe == 1 and u.zitat != zitiert_in)


def test_jedes_zitat_ist_uebernahme_ausschluss_oder_einfaches_zitat(wissen: Wissen) -> None:
    """No citation is lost between the lists."""
    for gefragt in ("VV Nr. 1.2 zu § 52 JVollzGB III", "§ 9 JVollzGB III", "VV zu § 51 JVollzGB III", "§ 57 StGB"):
        b = wissen.betroffen(gefragt)
        genannt = {u.zitat for u in b.uebernahmen if u.tiefe == 1} | {str(v.quelle) for v in b.nicht}
        zitiert = {z.quelle for z in wissen.verweise_auf(gefragt)}
        assert zitiert - genannt <= {z.quelle for z in wissen.sonst_zitiert(b)}


def test_was_es_nicht_gibt_wird_gemeldet(wissen: Wissen) -> None:
    with pytest.raises(ZitatFehler, match=r"VV Nr\. 99 zu § 48 JVollzGB III gibt es nicht"):
        wissen.betroffen("VV Nr. 99 zu § 48 JVollzGB III")


# On small nets


def gefragt_im_netz(zitat: str, *klauseln: Verweisung, baum: str = BAUM) -> Betroffen:
    alle = eintraege(baum)
    nummern = {e.zitat: e.nr for e in alle}
    umkehrung = Umkehrung.aus(Netz.aus(alle, [(nummern[str(k.quelle)], k) for k in klauseln], ("A", "B")))
    return betroffen(umkehrung, nummern[zitat]) if zitat in nummern else betroffen_ausserhalb(umkehrung, lies_zitat(zitat))


KETTE = (klausel("VV zu § 1 A", "VV zu § 2 A"), klausel("VV Nr. 1 zu § 2 A", "VV zu § 1 B"))

#: What is asked about, the clauses, and who takes it over.
FAELLE = {
    "the whole, a part of it, what it is part of": (
        "VV Nr. 2 zu § 1 B",
        [
            klausel("VV zu § 1 A", "VV Nr. 2 zu § 1 B"),
            klausel("VV zu § 2 A", "VV Nr. 2.2 Satz 3 zu § 1 B"),
            klausel("VV zu § 4 B", "VV zu § 1 B"),
            klausel("VV zu § 2 B", "VV Nr. 3 zu § 1 B"),
        ],
        ["1 analog VV zu § 1 A", "1 analog VV zu § 2 A", "1 analog VV zu § 4 B"],
    ),
    "chain: nearest first": (
        "VV Nr. 3 zu § 1 B",
        KETTE,
        ["1 analog VV Nr. 1 zu § 2 A", "2 analog VV zu § 1 A <- VV Nr. 1 zu § 2 A"],
    ),
    "an exception on the way holds for what lies behind it": (
        "VV Nr. 3 zu § 1 B",
        [klausel("VV zu § 1 A", "VV zu § 2 A", ohne=("VV Nr. 3 zu § 1 B",)), KETTE[1]],
        ["1 analog VV Nr. 1 zu § 2 A"],
    ),
    "the clause on the way is excepted": (
        "VV Nr. 3 zu § 1 B",
        [klausel("VV zu § 1 A", "VV zu § 2 A", ohne=("VV Nr. 1 zu § 2 A",)), KETTE[1]],
        ["1 analog VV Nr. 1 zu § 2 A"],
    ),
    "one step that says 'entsprechend' makes the chain analog": (
        "VV zu § 1 B",
        [klausel("VV zu § 1 A", "VV zu § 2 A"), klausel("VV Nr. 1 zu § 2 A", "VV zu § 1 B", wirkung=Wirkung.DIREKT)],
        ["1 direct VV Nr. 1 zu § 2 A", "2 analog VV zu § 1 A <- VV Nr. 1 zu § 2 A"],
    ),
    "who names a § does not name its VV": ("VV Nr. 1 zu § 1 B", [klausel("VV zu § 1 A", "§ 1 B")], []),
    "who asks about a § also asks about its VV": (
        "§ 1 B",
        [klausel("VV zu § 1 A", "VV Nr. 3 zu § 1 B")],
        ["1 analog VV zu § 1 A"],
    ),
    "what takes over itself is not affected by itself": ("VV zu § 1 A", [klausel("VV zu § 1 A", "VV zu § 1 A")], []),
    "a circle ends, and nobody is listed for coming back to itself": (
        "VV zu § 4 B",
        [klausel("VV zu § 4 B", "VV zu § 2 B"), klausel("VV zu § 2 B", "VV zu § 4 B")],
        ["1 analog VV zu § 2 B"],
    ),
    "the same under another condition is listed twice": (
        "VV zu § 4 B",
        [
            klausel("VV zu § 1 A", "VV zu § 2 A"),
            klausel("VV zu § 1 A", "VV zu § 4 B", bedingung="soweit B"),
            klausel("VV Nr. 1 zu § 2 A", "VV zu § 4 B"),
        ],
        ["1 analog VV zu § 1 A", "1 analog VV Nr. 1 zu § 2 A", "2 analog VV zu § 1 A <- VV Nr. 1 zu § 2 A"],
    ),
    "a clause that excludes takes nothing over": (
        "VV zu § 4 B",
        [klausel("VV zu § 1 A", "VV zu § 4 B", wirkung=Wirkung.NEGATIV)],
        [],
    ),
    "a work that is not loaded: what it holds, what holds it, and over a chain": (
        "§ 3 Abs. 2 C",
        [
            KETTE[0],
            klausel("VV Nr. 2 zu § 2 A", "§ 3 Abs. 2 Satz 1 C"),
            klausel("VV zu § 2 B", "§ 3 C"),
            klausel("VV zu § 4 B", "§ 3 Abs. 1 C"),
        ],
        [
            "1 analog VV Nr. 2 zu § 2 A",
            "1 analog VV zu § 2 B",
            "2 analog VV zu § 1 A <- VV Nr. 2 zu § 2 A",
        ],
    ),
    "a work that is not loaded: in a range by its number": (
        "§ 121a Abs. 1 C",
        [
            klausel("VV zu § 1 A", "§ 109 C bis § 121b C"),
            klausel("VV zu § 2 A", "§ 9 C bis § 121 C"),
            klausel("VV zu § 2 B", "§ 121a Abs. 1 C bis § 121a Abs. 3 C"),
            klausel("VV zu § 4 B", "§ 121a Abs. 2 C bis § 121a Abs. 3 C"),
        ],
        ["1 analog VV zu § 1 A", "1 analog VV zu § 2 B"],
    ),
    "a work that is not loaded: excepted": ("§ 3 Abs. 2 C", [klausel("VV zu § 1 A", "§ 3 C", ohne=("§ 3 Abs. 2 C",))], []),
    "a work that is not loaded: a part of it is excepted": (
        "§ 3 C",
        [klausel("VV zu § 1 A", "§ 3 C", ohne=("§ 3 Abs. 2 C",))],
        ["1 analog VV zu § 1 A"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("gefragt", "klauseln", "erwartet"), FAELLE.values(), ids=FAELLE)
def test_im_kleinen_netz(gefragt: str, klauseln: list[Verweisung], erwartet: list[str]) -> None:
    assert zeilen(gefragt_im_netz(gefragt, *klauseln)) == erwartet


def test_teile_die_uebernommen_werden() -> None:
    """Nr. 2 has numbers below it, and words of its own."""
    (u,) = gefragt_im_netz("VV zu § 1 B", klausel("VV zu § 1 A", "VV Nr. 1 zu § 1 B", "VV Nr. 2 zu § 1 B")).uebernahmen
    assert u.teile == ("VV Nr. 1 zu § 1 B", "VV Nr. 2 zu § 1 B", "VV Nr. 2.1 zu § 1 B", "VV Nr. 2.2 zu § 1 B")


@pytest.mark.parametrize(
    ("quelle", "paragraph"),
    [("VV Nr. 1 zu § 2 A", "§ 2 A"), ("§ 1 Abs. 1 B", "§ 1 B"), ("Anlage 1 Nr. 2 A", "")],
)
def test_paragraph_in_dem_die_klausel_steht(quelle: str, paragraph: str) -> None:
    baum = "A\n  Anlage 1 A\n    Anlage 1 Nr. 2 A\n" + BAUM.removeprefix("A\n")
    (u,) = gefragt_im_netz("VV zu § 4 B", klausel(quelle, "VV zu § 4 B"), baum=baum).uebernahmen
    assert u.paragraph == paragraph


# The whole corpus


@pytest.fixture(scope="module")
def netz(wissen: Wissen) -> Netz:
    return wissen._netz


@pytest.fixture(scope="module")
def was_gilt(netz: Netz) -> dict[int, Geltung]:
    return {nr: geltung(netz, nr) for nr in netz.eintraege}


@pytest.fixture(scope="module")
def wer_uebernimmt(wissen: Wissen, netz: Netz) -> dict[int, Betroffen]:
    return {nr: betroffen(wissen._umkehrung, nr) for nr in netz.eintraege}


def test_fuer_jede_einheit_ist_es_die_umkehrung_dessen_was_gilt(
    netz: Netz, was_gilt: dict[int, Geltung], wer_uebernimmt: dict[int, Betroffen]
) -> None:
    """Who is asked what applies, and what is asked who takes it over, answer the same pairs, for whole §§ and Bücher too."""
    gilt = {(nr, netz.nummern[g.zitat]) for nr, antwort in was_gilt.items() for g in antwort.gilt}
    umgekehrt = set()
    for nr, antwort in wer_uebernimmt.items():
        for quelle in {
            u.zitat for u in antwort.uebernahmen if netz.eintraege[nr].zitat in u.teile and ist_blatt(netz, nr, u.weg)
        }:
            for oben in hinauf(netz, netz.nummern[quelle]):
                if nr not in netz.mit_allem(oben):
                    umgekehrt.add((oben, nr))
    assert len(gilt) > 4000
    assert gilt == umgekehrt


def test_mit_denselben_ketten(netz: Netz, was_gilt: dict[int, Geltung], wer_uebernimmt: dict[int, Betroffen]) -> None:
    """Each chain by which something applies is found again from the other end, for what applies and for all its parts."""
    ketten = defaultdict(set)
    for quelle, antwort in was_gilt.items():
        for g in (g for g in antwort.gilt if str(g.weg[0].quelle) == netz.eintraege[quelle].zitat):
            blatt = netz.nummern[g.zitat]
            for nr in {*hinauf(netz, blatt), *netz.loese(lies_zitat(g.zitat))[0]}:
                ketten[nr].add(g.weg)
    for nr, antwort in wer_uebernimmt.items():
        gefunden = {u.weg for u in antwort.uebernahmen}
        assert ketten[nr] <= gefunden, netz.eintraege[nr].zitat
        assert gefunden == ketten[nr] or hat_worte_ueber_blaettern(netz, nr), netz.eintraege[nr].zitat


def hinauf(netz: Netz, nr: int | None) -> list[int]:
    """Return an Einheit and all above it."""
    return [] if nr is None else [nr, *hinauf(netz, netz.eintraege[nr].eltern)]


def ist_blatt(netz: Netz, nr: int, weg: tuple[Verweisung, ...]) -> bool:
    """Tell whether an Einheit is a leaf of what a chain makes apply; the words of a number that has numbers are none."""
    ohne = frozenset[int]().union(*(netz.loese(z)[0] for v in weg for z in v.ausnahmen))
    return any(netz.eintraege[nr].zitat in netz.blaetter(netz.loese(z)[0], ohne) for z in weg[-1].ziele)


def hat_worte_ueber_blaettern(netz: Netz, nr: int) -> bool:
    """Tell whether an Einheit is, or holds, text of a number that has numbers below it: such words are in no leaf."""
    return any(
        netz._hat_regelnummern(oben) and netz._ist_regelnummer(oben)
        for unten in netz.mit_allem(nr)
        for oben in hinauf(netz, unten)
    )


def test_antwortet_schnell(wissen: Wissen, netz: Netz) -> None:
    """A few milliseconds each; the limits leave room for a slow machine."""
    betroffene = [nr for nr, e in netz.eintraege.items() if nr % 5 == 0 or e.zitat == "§ 48 JVollzGB III"]
    zeiten = []
    for nr in betroffene:
        beginn = perf_counter()
        betroffen(wissen._umkehrung, nr)
        zeiten.append(perf_counter() - beginn)
    assert median(zeiten) < 0.002
    assert sum(zeiten) / len(zeiten) < 0.02


# The command


def test_json_hat_die_felder_des_vertrags(normen: Normen) -> None:
    antwort = normen("affects", "VV Nr. 4.5 zu § 48 JVollzGB III", "--json").json
    assert list(antwort) == ["citation", "affected", "negative", "cited_by"]
    assert antwort["affected"][-1] == {
        "citation": "VV zu § 44 JVollzGB IV",
        "section": "§ 44 JVollzGB IV",
        "kind": "analog",
        "depth": 2,
        "via": ["VV zu § 44 JVollzGB IV", "VV Nr. 4 Satz 1 zu § 49 JVollzGB III"],
        "texts": [
            "Die Regelungen dieser Verwaltungsvorschrift zu § 49 JVollzGB III gelten entsprechend.",
            "Für die Berechnung der Bezüge nach § 49 Abs. 8 JVollzGB III gilt Nummer 4.5 dieser Verwaltungsvorschrift zu "
            "§ 48 JVollzGB III entsprechend.",
        ],
        "parts": ["VV Nr. 4.5 zu § 48 JVollzGB III"],
        "massgaben": [],
        "bedingungen": [],
    }
    assert antwort["negative"] == antwort["cited_by"] == []


def test_eine_einheit_die_niemand_uebernimmt(normen: Normen) -> None:
    lauf = normen("affects", "VV Nr. 6.3.3 zu § 51 JVollzGB III")
    assert lauf.code == 0
    assert "Keine Verweisung erkannt, die es übernimmt." in lauf.stdout
    assert "Außerdem zitiert, ohne Verweisung:\n• VV zu § 36 JVollzGB II (Zeile 5043)" in lauf.stdout
