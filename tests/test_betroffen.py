"""Who takes an Einheit over: the inverse of what applies, by hand, on small nets, and over the whole corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from conftest import Normen
from normen.betroffen import Betroffen, Uebernahme, betroffen, betroffen_ausserhalb
from normen.fehler import ZitatFehler
from normen.geltung import Geltung, Weg, geltung, vorbehalte
from normen.netz import Bereich, Netz
from normen.speicher import Speicher
from normen.umkehrung import Genannt, Stelle, Umkehrung, rueckwege
from normen.verweisung import Verweisung, Wirkung
from normen.wissen import Wissen
from normen.zitatleser import lies_zitat
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
        genannt = {str(v.quelle) for v in b.klauseln}
        zitiert = {z.quelle for z in wissen.verweise_auf(gefragt)}
        assert zitiert - genannt <= {z.quelle for z in wissen.sonst_zitiert(b)}


def test_was_es_nicht_gibt_wird_gemeldet(wissen: Wissen) -> None:
    with pytest.raises(ZitatFehler, match=r"VV Nr\. 99 zu § 48 JVollzGB III gibt es nicht"):
        wissen.betroffen("VV Nr. 99 zu § 48 JVollzGB III")


# What is excepted

#: What is asked about, the clause that excepts it, as what, and whether that is all of it.
AUSGENOMMEN = {
    "the very number: 'mit Ausnahme von 6.3.3 und 6.3.4' (5043)": (
        "VV Nr. 6.3.3 zu § 51 JVollzGB III",
        ("VV zu § 36 JVollzGB II", ["VV Nr. 6.3.3 zu § 51 JVollzGB III"], True),
    ),
    "a part of what was asked about; the rest is taken over": (
        "VV Nr. 6.3 zu § 51 JVollzGB III",
        (
            "VV zu § 36 JVollzGB II",
            ["VV Nr. 6.3.3 zu § 51 JVollzGB III", "VV Nr. 6.3.4 zu § 51 JVollzGB III"],
            False,
        ),
    ),
    "something that it is part of; what applies is only described (4626)": (
        "§ 12 Abs. 2 Satz 1 JVollzGB II",
        ("§ 20 Abs. 2 Satz 1 JVollzGB II", ["§ 12 Abs. 2 JVollzGB II"], True),
    ),
    "a § of which an Absatz is excepted": (
        "§ 19 JVollzGB III",
        ("§ 27 Abs. 2 Satz 1 JVollzGB III", ["§ 19 Abs. 2 JVollzGB III"], False),
    ),
    "in a range, 'mit Ausnahme der Nummern 1.1 bis 1.3 und 1.4 Satz 2'": (
        "VV Nr. 1.2 zu § 18 JVollzGB III",
        ("VV Nr. 1 zu § 20 JVollzGB V", ["VV Nr. 1.1 zu § 18 JVollzGB III bis VV Nr. 1.3 zu § 18 JVollzGB III"], True),
    ),
    "the § itself, though not its VV": ("§ 37 JVollzGB I", ("§ 27 Abs. 2 Satz 2 JVollzGB I", ["§ 37 JVollzGB I"], True)),
}


@pytest.mark.parametrize(("gefragt", "erwartet"), AUSGENOMMEN.values(), ids=AUSGENOMMEN)
def test_was_ausgenommen_ist(gefragt: str, erwartet: tuple[str, list[str], bool], wissen: Wissen) -> None:
    """The clause stands under what is excepted, and its citation in no other list."""
    b = wissen.betroffen(gefragt)
    (a,) = b.ausgenommen
    assert (str(a.klausel.quelle), [str(ziel) for ziel in a.was], a.ganz) == erwartet
    stellen = {(z.quelle, z.verweis.ab) for z in wissen.sonst_zitiert(b)}
    assert not [ab for quelle, ab in stellen if quelle == erwartet[0] and a.klausel.ab <= ab < a.klausel.bis]
    if a.ganz:
        assert a.klausel not in [m.klausel for m in b.moeglich]


def test_jede_ausnahme_im_korpus_steht_bei_dem_was_sie_ausnimmt(wissen: Wissen, netz: Netz) -> None:
    ausnahmen = [(v, z) for klauseln in netz.klauseln.values() for v in klauseln for z in v.ausnahmen]
    assert len(ausnahmen) > 8
    for v, ziel in ausnahmen:
        for nr in netz.loese(ziel)[0]:
            b = wissen.betroffen(netz.eintraege[nr].zitat)
            assert [a.ganz for a in b.ausgenommen if a.klausel == v] == [True]


def test_was_nicht_ausgenommen_ist_steht_nicht_dabei(wissen: Wissen) -> None:
    for gefragt in (
        "VV Nr. 6.3.2 zu § 51 JVollzGB III",
        "§ 12 Abs. 1 JVollzGB II",
        "VV Nr. 1.4 Satz 1 zu § 18 JVollzGB III",
    ):
        assert wissen.betroffen(gefragt).ausgenommen == ()


# What brings nothing new


def test_was_dieselbe_klausel_schon_bringt_steht_nicht_noch_einmal_da(wissen: Wissen) -> None:
    """ "… gilt § 36 JVollzGB II entsprechend" brings § 36 Satz 1; that § 36 Satz 3 refers to Satz 1 adds nothing."""
    for gefragt in ("§ 36 JVollzGB II", "§ 36 Satz 1 JVollzGB II"):
        assert zeilen(wissen.betroffen(gefragt)) == [
            "1 direct § 36 Satz 3 JVollzGB II",
            "1 analog VV Nr. 7.2 zu § 51 JVollzGB III",
        ]


# On small nets


def umkehrung_von(netz: Netz) -> Umkehrung:
    """Turn a small net round, as the knowledge base stores it."""

    def stellen(genannt: Iterable[Genannt]) -> set[Stelle]:
        gesucht = set(genannt)
        return {stelle for was, stelle in rueckwege(netz) if was in gesucht}

    return Umkehrung(netz, stellen)


def gefragt_im_netz(zitat: str, *klauseln: Verweisung, baum: str = BAUM) -> Betroffen:
    alle = eintraege(baum)
    nummern = {e.zitat: e.nr for e in alle}
    umkehrung = umkehrung_von(Netz.aus(alle, [(nummern[str(k.quelle)], k) for k in klauseln], ("A", "B")))
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
    "over a chain only what the same clause names already": (
        "VV Nr. 2 zu § 1 B",
        [klausel("VV zu § 1 A", "VV zu § 1 B"), klausel("VV Nr. 1 zu § 1 B", "VV Nr. 2.1 zu § 1 B", bedingung="soweit B")],
        ["1 analog VV zu § 1 A", "1 analog VV Nr. 1 zu § 1 B"],
    ),
    "over a chain what the same clause excepts is no more than it names": (
        "VV Nr. 2 zu § 1 B",
        [
            klausel("VV zu § 1 A", "VV zu § 1 B", ohne=("VV Nr. 2.1 zu § 1 B",)),
            klausel("VV Nr. 1 zu § 1 B", "VV Nr. 2.1 zu § 1 B"),
        ],
        ["1 analog VV zu § 1 A", "1 analog VV Nr. 1 zu § 1 B"],
    ),
    "over a chain more than the same clause names": (
        "VV zu § 1 B",
        [klausel("VV zu § 1 A", "VV Nr. 1 zu § 1 B"), klausel("VV Nr. 1 zu § 1 B", "VV Nr. 2 zu § 1 B")],
        ["1 analog VV zu § 1 A", "1 analog VV Nr. 1 zu § 1 B", "2 analog VV zu § 1 A <- VV Nr. 1 zu § 1 B"],
    ),
    "over a chain what another clause of the same Einheit names": (
        "VV Nr. 2 zu § 1 B",
        [
            klausel("VV zu § 1 A", "VV zu § 1 B"),
            klausel("VV zu § 1 A", "VV zu § 2 A"),
            klausel("VV zu § 2 A", "VV Nr. 2.1 zu § 1 B", bedingung="soweit A"),
        ],
        ["1 analog VV zu § 1 A", "1 analog VV zu § 2 A", "2 analog VV zu § 1 A <- VV zu § 2 A"],
    ),
    "over a chain the same under other conditions": (
        "VV Nr. 2 zu § 1 B",
        [
            klausel("VV zu § 1 A", "VV zu § 2 A", "VV Nr. 1 zu § 1 B"),
            klausel("VV zu § 2 A", "VV zu § 4 B", bedingung="soweit A"),
            klausel("VV Nr. 1 zu § 1 B", "VV zu § 2 B"),
            klausel("VV zu § 4 B", "VV Nr. 2.1 zu § 1 B"),
            klausel("VV zu § 2 B", "VV Nr. 2.1 zu § 1 B", bedingung="soweit B"),
        ],
        [
            "1 analog VV zu § 2 B",
            "1 analog VV zu § 4 B",
            "2 analog VV zu § 2 A <- VV zu § 4 B",
            "2 analog VV Nr. 1 zu § 1 B <- VV zu § 2 B",
            "3 analog VV zu § 1 A <- VV zu § 2 A <- VV zu § 4 B",
            "3 analog VV zu § 1 A <- VV Nr. 1 zu § 1 B <- VV zu § 2 B",
        ],
    ),
    "a work that is not loaded: over a chain only what the same clause names already": (
        "§ 3 Abs. 2 C",
        [klausel("VV zu § 1 A", "§ 3 C", "VV zu § 2 A"), klausel("VV zu § 2 A", "§ 3 Abs. 2 C", bedingung="soweit A")],
        ["1 analog VV zu § 1 A", "1 analog VV zu § 2 A"],
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


#: What is asked about, clauses with exceptions, and what of them is excepted (in brackets: a part), or excluded ("not").
MIT_AUSNAHMEN = {
    "an exception from an exclusion excludes nothing": (
        "VV Nr. 2.1 zu § 1 B",
        klausel("VV zu § 1 A", "VV zu § 1 B", ohne=("VV Nr. 2 zu § 1 B",), wirkung=Wirkung.NEGATIV),
        [],
    ),
    "what an exclusion leaves of it is excluded": (
        "VV Nr. 2 zu § 1 B",
        klausel("VV zu § 1 A", "VV zu § 1 B", ohne=("VV Nr. 2.1 zu § 1 B",), wirkung=Wirkung.NEGATIV),
        ["not"],
    ),
    "an exception that is no part of what applies is still named": (
        "VV zu § 4 B",
        klausel("VV zu § 1 A", "VV zu § 1 B", ohne=("VV zu § 4 B",)),
        ["VV zu § 4 B"],
    ),
    "exceptions that together are all of it": (
        "VV zu § 2 A",
        klausel("VV zu § 1 A", "VV zu § 2 A", ohne=("VV zu § 2 A", "VV Nr. 1 zu § 2 A")),
        ["VV zu § 2 A, VV Nr. 1 zu § 2 A"],
    ),
    "a work that is not loaded: itself, within a range": (
        "§ 121a Abs. 1 C",
        klausel("VV zu § 1 A", "§ 1 C bis § 200 C", ohne=("§ 109 C bis § 121b C",)),
        ["§ 109 C bis § 121b C"],
    ),
    "a work that is not loaded: a part": (
        "§ 3 C",
        klausel("VV zu § 1 A", "§ 3 C", ohne=("§ 3 Abs. 2 C",)),
        ["(§ 3 Abs. 2 C)"],
    ),
}


@pytest.mark.parametrize(("gefragt", "mit_ausnahme", "erwartet"), MIT_AUSNAHMEN.values(), ids=MIT_AUSNAHMEN)
def test_ausnahmen_im_kleinen_netz(gefragt: str, mit_ausnahme: Verweisung, erwartet: list[str]) -> None:
    b = gefragt_im_netz(gefragt, mit_ausnahme)
    genannt = [(", ".join(map(str, a.was)), a.ganz) for a in b.ausgenommen]
    assert [was if ganz else f"({was})" for was, ganz in genannt] + ["not"] * len(b.nicht) == erwartet


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
    return wissen.netz


@pytest.fixture(scope="module")
def was_gilt(netz: Netz) -> dict[int, Geltung]:
    return {nr: geltung(netz, nr) for nr in netz.eintraege}


@pytest.fixture(scope="module")
def wer_uebernimmt(wissen: Wissen, netz: Netz) -> dict[int, Betroffen]:
    """Asked of the stored way back."""
    return {nr: betroffen(Umkehrung(netz, wissen.speicher.nennende), nr) for nr in netz.eintraege}


def test_gespeichert_ist_der_weg_zurueck_von_allem_was_genannt_ist(wissen: Wissen, netz: Netz) -> None:
    erwartet: dict[Genannt, set[Stelle]] = defaultdict(set)
    for was, stelle in rueckwege(netz):
        erwartet[was].add(stelle)
    assert {"StGB", "StPO"} <= set(erwartet)
    for was, stellen in erwartet.items():
        assert set(wissen.speicher.nennende([was])) == stellen
    assert set(wissen.speicher.nennende(erwartet)) == {stelle for stellen in erwartet.values() for stelle in stellen}
    assert list(wissen.speicher.nennende(["1", 0, "Gibt es nicht"])) == []


def test_nur_werke_auf_dem_weg_werden_geladen(gebaut: Path) -> None:
    with Wissen(Speicher(gebaut)) as eigenes:
        eigenes.betroffen("§ 2 JVollzVergO")
        assert {e.als_zitat.werk for e in eigenes._netz.eintraege.values()} == {"JVollzVergO"}
        eigenes.betroffen("§ 57 StGB")
        geladen = {e.als_zitat.werk for e in eigenes._netz.eintraege.values()}
        assert "JVollzGB III" in geladen
        assert geladen.isdisjoint({"JVollzGB I", "JVollzGB II"})


def test_fuer_jede_einheit_ist_es_die_umkehrung_dessen_was_gilt(
    netz: Netz, was_gilt: dict[int, Geltung], wer_uebernimmt: dict[int, Betroffen]
) -> None:
    """Who is asked what applies, and what is asked who takes it over, answer the same pairs, for whole §§ and Bücher too."""
    gilt = {
        (nr, teil)
        for nr, antwort in was_gilt.items()
        for g in antwort.gilt
        for teil in benannt(netz, g.zitat) - netz.mit_allem(nr)
    }
    umgekehrt = set()
    for nr, antwort in wer_uebernimmt.items():
        for quelle in {u.zitat for u in antwort.uebernahmen if any(nr in benannt(netz, teil) for teil in blaetter(netz, u))}:
            for oben in hinauf(netz, netz.nummern[quelle]):
                if nr not in netz.mit_allem(oben):
                    umgekehrt.add((oben, nr))
    assert len(gilt) > 4000
    assert gilt == umgekehrt


def test_mit_denselben_ketten(netz: Netz, was_gilt: dict[int, Geltung], wer_uebernimmt: dict[int, Betroffen]) -> None:
    """Each chain by which something applies is found again from the other end, for what applies and for all its parts.

    Missing are those, and only those, that bring nothing but what the same clause brings by a shorter chain.
    """
    ketten = defaultdict(set)
    for quelle, antwort in was_gilt.items():
        for g in (g for g in antwort.gilt if str(g.weg[0].quelle) == netz.eintraege[quelle].zitat):
            blatt = netz.nummern[g.zitat]
            for nr in {*hinauf(netz, blatt), *netz.loese(lies_zitat(g.zitat))[0]}:
                ketten[nr].add(g.weg)
    for nr, antwort in wer_uebernimmt.items():
        gefunden = {u.weg for u in antwort.uebernahmen}
        neu = {weg for weg in ketten[nr] if not any(bringt_schon(netz, nr, frueher, weg) for frueher in ketten[nr])}
        assert neu <= gefunden, netz.eintraege[nr].zitat
        assert gefunden == neu or hat_worte_ueber_blaettern(netz, nr), netz.eintraege[nr].zitat


def bringt_schon(netz: Netz, nr: int, frueher: Weg, weg: Weg) -> bool:
    """Tell whether a chain from the same clause brings by fewer steps and under no more conditions what another brings."""
    gleich = frueher[0] == weg[0] and len(frueher) < len(weg) and vorbehalte(frueher) <= vorbehalte(weg)
    return gleich and netz.mit_allem(nr) & gebracht(netz, weg) <= gebracht(netz, frueher)


def gebracht(netz: Netz, weg: Weg) -> Bereich:
    """Return what the last clause of a chain names, less what any clause of it excepts."""
    ziele, ohne = weg[-1].ziele, (ausnahme for v in weg for ausnahme in v.ausnahmen)
    return frozenset[int]().union(*(netz.loese(z)[0] for z in ziele)).difference(*(netz.loese(z)[0] for z in ohne))


def benannt(netz: Netz, zitat: str) -> frozenset[int]:
    """Return an Einheit and what lies in it, without the VV on it."""
    return netz.loese(lies_zitat(zitat))[0]


def blaetter(netz: Netz, u: Uebernahme) -> list[str]:
    return [teil for teil in u.teile if ist_blatt(netz, netz.nummern[teil], u.weg)]


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
        netz._hat_regelnummern(oben) and netz.ist_regelnummer(oben)
        for unten in netz.mit_allem(nr)
        for oben in hinauf(netz, unten)
    )


# The command


def test_json_hat_die_felder_des_vertrags(normen: Normen) -> None:
    antwort = normen("affects", "VV Nr. 4.5 zu § 48 JVollzGB III", "--json").json
    assert list(antwort) == ["citation", "affected", "negative", "excepted", "possible", "cited_by"]
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
    assert antwort["negative"] == antwort["excepted"] == antwort["cited_by"] == []


def test_eine_einheit_die_niemand_uebernimmt(normen: Normen) -> None:
    lauf = normen("affects", "VV Nr. 6.3.3 zu § 51 JVollzGB III")
    assert lauf.code == 0
    assert "Keine Verweisung erkannt, die es übernimmt." in lauf.stdout
    assert "Ausdrücklich ausgenommen:\n  • VV zu § 36 JVollzGB II nimmt es aus: „Die Nummern 2.2 bis 4.2" in lauf.stdout
    assert "Außerdem zitiert" not in lauf.stdout
