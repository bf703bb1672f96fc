"""Which rules apply to two sides: nets small enough to follow with a finger, and real §§ read in the text."""

from __future__ import annotations

import pytest

from normen.netz import Netz
from normen.regelvergleich import Regelvergleich, Regelzeile, vergleiche_regeln
from normen.verweisung import Verweisung
from normen.wissen import Wissen
from test_geltung import eintraege, klausel

#: Two books; the VV on § 1 B takes over from the VV on § 1 A what each case says.
BAUM = """\
A
  § 1 A
    VV zu § 1 A
      VV Nr. 1 zu § 1 A
      VV Nr. 2 zu § 1 A
        VV Nr. 2.1 zu § 1 A
          VV Nr. 2.1 Satz 1 zu § 1 A
          VV Nr. 2.1 Satz 2 zu § 1 A
        VV Nr. 2.2 zu § 1 A
B
  § 1 B
    § 1 Abs. 1 B
    VV zu § 1 B
      VV Nr. 1 zu § 1 B
      VV Nr. 2 zu § 1 B
"""


def regeln(*klauseln: Verweisung, links: str = "§ 1 A", rechts: str = "§ 1 B") -> Regelvergleich:
    alle = eintraege(BAUM)
    nummern = {e.zitat: e.nr for e in alle}
    netz = Netz.aus(alle, [(nummern[str(k.quelle)], k) for k in klauseln], ["A", "B"])
    return vergleiche_regeln(netz, nummern[links], nummern[rechts])


def seiten(zeile: Regelzeile) -> str:
    return {(True, True): "beide", (True, False): "links", (False, True): "rechts"}[bool(zeile.links), bool(zeile.rechts)]


def zeilen(vergleich: Regelvergleich) -> list[str]:
    """Return a line for each rule: where it applies, and who excepts it."""
    return [
        " ".join(filter(None, (seiten(z), z.zitat, f"ohne: {', '.join(z.ausgenommen)}" if z.ausgenommen else "")))
        for z in vergleich.zeilen
    ]


EIGENE_VON_B = ["rechts VV Nr. 1 zu § 1 B", "rechts VV Nr. 2 zu § 1 B"]
#: What the VV on § 1 B says, and which rules apply where.
FAELLE: dict[str, tuple[list[Verweisung], list[str]]] = {
    "nothing: each has its own": (
        [],
        ["links VV Nr. 1 zu § 1 A", "links VV Nr. 2.1 zu § 1 A", "links VV Nr. 2.2 zu § 1 A", *EIGENE_VON_B],
    ),
    "the whole VV": (
        [klausel("VV Nr. 1 zu § 1 B", "VV zu § 1 A")],
        ["beide VV Nr. 1 zu § 1 A", "beide VV Nr. 2.1 zu § 1 A", "beide VV Nr. 2.2 zu § 1 A", *EIGENE_VON_B],
    ),
    "one number": (
        [klausel("VV Nr. 1 zu § 1 B", "VV Nr. 2.2 zu § 1 A")],
        ["links VV Nr. 1 zu § 1 A", "links VV Nr. 2.1 zu § 1 A", "beide VV Nr. 2.2 zu § 1 A", *EIGENE_VON_B],
    ),
    "all but a number: who excepts it is named": (
        [klausel("VV Nr. 1 zu § 1 B", "VV zu § 1 A", ohne=("VV Nr. 1 zu § 1 A",))],
        [
            "links VV Nr. 1 zu § 1 A ohne: VV Nr. 1 zu § 1 B",
            "beide VV Nr. 2.1 zu § 1 A",
            "beide VV Nr. 2.2 zu § 1 A",
            *EIGENE_VON_B,
        ],
    ),
    "all but a Satz: the number falls into its Sätze": (
        [klausel("VV Nr. 1 zu § 1 B", "VV zu § 1 A", ohne=("VV Nr. 2.1 Satz 2 zu § 1 A",))],
        [
            "beide VV Nr. 1 zu § 1 A",
            "beide VV Nr. 2.1 Satz 1 zu § 1 A",
            "links VV Nr. 2.1 Satz 2 zu § 1 A ohne: VV Nr. 1 zu § 1 B",
            "beide VV Nr. 2.2 zu § 1 A",
            *EIGENE_VON_B,
        ],
    ),
    "the § on the other side: it has its own words, and its VV is no part of it": (
        [klausel("VV Nr. 1 zu § 1 A", "§ 1 B")],
        [
            "links VV Nr. 1 zu § 1 A",
            "links VV Nr. 2.1 zu § 1 A",
            "links VV Nr. 2.2 zu § 1 A",
            "beide § 1 B",
            *EIGENE_VON_B,
        ],
    ),
}


@pytest.mark.parametrize(("klauseln", "erwartet"), FAELLE.values(), ids=FAELLE)
def test_wo_was_gilt(klauseln: list[Verweisung], erwartet: list[str]) -> None:
    assert zeilen(regeln(*klauseln)) == erwartet


@pytest.mark.parametrize("klauseln", [fall[0] for fall in FAELLE.values()], ids=FAELLE)
def test_andersherum_gilt_dasselbe(klauseln: list[Verweisung]) -> None:
    hin = {(z.zitat, z.links, z.rechts, z.ausgenommen) for z in regeln(*klauseln).zeilen}
    zurueck = {(z.zitat, z.rechts, z.links, z.ausgenommen) for z in regeln(*klauseln, links="§ 1 B", rechts="§ 1 A").zeilen}
    assert hin == zurueck


def test_jeder_weg_mit_eigenem_vorbehalt_steht_da() -> None:
    ohne = klausel("VV Nr. 1 zu § 1 B", "VV Nr. 2.2 zu § 1 A")
    mit = klausel("VV Nr. 2 zu § 1 B", "VV Nr. 2.2 zu § 1 A", bedingung="wenn es regnet")
    (zeile,) = (z for z in regeln(ohne, mit).zeilen if z.zitat == "VV Nr. 2.2 zu § 1 A")
    assert (zeile.links, zeile.rechts) == (((),), ((ohne,), (mit,)))


#: Real sides, and where some rules apply: read in the VV that the comment names.
WIRKLICHE = {
    # VV Nr. 1 zu § 20 V: "gelten mit Ausnahme der Nummern 1.1 bis 1.3 und Nummer 1.4 Satz 2 entsprechend"
    ("§ 18 JVollzGB III", "§ 20 JVollzGB V"): {
        "VV Nr. 1.1 zu § 18 JVollzGB III": "links ohne",
        "VV Nr. 1.3 zu § 18 JVollzGB III": "links ohne",
        "VV Nr. 1.4 Satz 1 zu § 18 JVollzGB III": "beide",
        "VV Nr. 1.4 Satz 2 zu § 18 JVollzGB III": "links ohne",
        "VV Nr. 1.5 zu § 18 JVollzGB III": "beide",
        "VV Nr. 2 zu § 20 JVollzGB V": "rechts",
    },
    # VV zu § 36 II: "Die Nummern 2.2 bis 4.2 sowie 6.1 bis 6.3, mit Ausnahme von 6.3.3 und 6.3.4"
    ("§ 51 JVollzGB III", "§ 36 JVollzGB II"): {
        "VV Nr. 1 zu § 51 JVollzGB III": "links",
        "VV Nr. 2.1 zu § 51 JVollzGB III": "links",
        "VV Nr. 2.2 zu § 51 JVollzGB III": "beide",
        "VV Nr. 4.2 zu § 51 JVollzGB III": "beide",
        "VV Nr. 4.3 zu § 51 JVollzGB III": "links",
        "VV Nr. 6.3.2 zu § 51 JVollzGB III": "beide",
        "VV Nr. 6.3.3 zu § 51 JVollzGB III": "links ohne",
        "VV Nr. 6.4 zu § 51 JVollzGB III": "links",
    },
    # VV Nr. 3 zu § 64 IV: "Nummern 1 bis 3, 4 Satz 2, 5, 6 und 7 Satz 2 bis 4"
    ("§ 68 JVollzGB III", "§ 64 JVollzGB IV"): {
        "VV Nr. 3 zu § 68 JVollzGB III": "beide",
        "VV Nr. 4 Satz 1 zu § 68 JVollzGB III": "links",
        "VV Nr. 4 Satz 2 zu § 68 JVollzGB III": "beide",
        "VV Nr. 7 Satz 1 zu § 68 JVollzGB III": "links",
        "VV Nr. 7 Satz 4 zu § 68 JVollzGB III": "beide",
        "VV Nr. 1 zu § 64 JVollzGB IV": "rechts",
    },
}


@pytest.mark.parametrize(("paar", "erwartet"), WIRKLICHE.items(), ids=map(" / ".join, WIRKLICHE))
def test_wirkliche(paar: tuple[str, str], erwartet: dict[str, str], wissen: Wissen) -> None:
    vergleich = vergleiche_regeln(wissen.netz, *(wissen.finde(zitat).nr for zitat in paar))
    gefunden = {z.zitat: seiten(z) + (" ohne" if z.ausgenommen else "") for z in vergleich.zeilen}
    assert {zitat: gefunden.get(zitat, "fehlt") for zitat in erwartet} == erwartet


def test_eine_vv_die_nur_verweist_ist_keine_eigene_regel(wissen: Wissen) -> None:
    """VV zu § 12 II is nothing but the Satz that takes over the VV zu § 19 III."""
    vergleich = vergleiche_regeln(wissen.netz, *(wissen.finde(z).nr for z in ("§ 19 JVollzGB III", "§ 12 JVollzGB II")))
    assert zeilen(vergleich) == [f"beide VV Nr. {nr} zu § 19 JVollzGB III" for nr in range(1, 7)]


def test_massgaben_gehen_mit(wissen: Wissen) -> None:
    """VV zu § 42 IV takes over the VV zu § 45 III under a Maßgabe."""
    vergleich = vergleiche_regeln(wissen.netz, *(wissen.finde(z).nr for z in ("§ 45 JVollzGB III", "§ 42 JVollzGB IV")))
    massgaben = {v.massgabe for z in vergleich.zeilen for weg in z.rechts for v in weg}
    assert massgaben == {"dass die Rechte der gesetzlichen Vertreter der jungen Gefangenen zu beachten sind"}


def test_was_nicht_abgedruckt_ist_bleibt_genannt(wissen: Wissen) -> None:
    vergleich = vergleiche_regeln(wissen.netz, *(wissen.finde(z).nr for z in ("§ 80 JVollzGB III", "§ 61 JVollzGB II")))
    assert vergleich.zeilen == ()
    assert "VV zu § 80 JVollzGB III" in [u.ziel for u in vergleich.rechts.ungeloest]


@pytest.mark.parametrize("paar", WIRKLICHE, ids=map(" / ".join, WIRKLICHE))
def test_keine_regel_geht_verloren(paar: tuple[str, str], wissen: Wissen) -> None:
    """What `applies` lists for a side has its line there, as a whole or in parts."""
    vergleich = vergleiche_regeln(wissen.netz, *(wissen.finde(zitat).nr for zitat in paar))
    for zitat, seite in zip(paar, ("links", "rechts"), strict=True):
        hier = [wissen.finde(z.zitat) for z in vergleich.zeilen if getattr(z, seite)]
        for gilt in wissen.geltung(zitat).gilt:
            regel = wissen.finde(gilt.zitat)
            assert any(regel.nr <= e.nr <= regel.letzte for e in hier), gilt.zitat
