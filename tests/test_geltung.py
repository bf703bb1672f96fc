"""What applies, on nets small enough to follow with a finger."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from normen.einheit import Art, Druck, Eintrag
from normen.geltung import Geltung, geltung
from normen.netz import Netz
from normen.schreibweise import Ebene
from normen.verweisung import Verweisung, Wirkung
from normen.zitat import Rahmen, Spanne, Ziel, Zitat
from normen.zitatleser import lies_zitat

#: Kind of an Einheit by the level its citation ends with.
ARTEN = {
    Ebene.PARAGRAPH: Art.PARAGRAPH,
    Ebene.ABSATZ: Art.ABSATZ,
    Ebene.SATZ: Art.SATZ,
    Ebene.NUMMER: Art.NUMMER,
    Ebene.ANLAGE: Art.ANLAGE,
    Ebene.SPIEGELSTRICH: Art.SPIEGELSTRICH,
}


def art(zitat: Zitat) -> Art:
    if zitat.rahmen is Rahmen.VERMERK:
        return Art.VERMERK
    if zitat.rahmen is Rahmen.VV and (not zitat.glieder or zitat.glieder[-1].ebene is Ebene.NUMMER):
        return Art.VV_NUMMER if zitat.glieder else Art.VV
    return ARTEN[zitat.glieder[-1].ebene] if zitat.glieder else Art.WERK


def eintraege(baum: str) -> list[Eintrag]:
    """Make stored Einheiten of an indented list of citations; "!" behind one says that it is not printed.

    Each has words of its own, but for those whose words stand in the Sätze below.
    """
    zeilen = [zeile for zeile in baum.splitlines() if zeile.strip()]
    tiefen = [len(zeile) - len(zeile.lstrip()) for zeile in zeilen]
    zitate = [lies_zitat(zeile.strip().removesuffix("!")) for zeile in zeilen]
    ergebnis = []
    for i, zitat in enumerate(zitate):
        eltern = next((k + 1 for k in range(i - 1, -1, -1) if tiefen[k] < tiefen[i]), None)
        letzte = next((k for k in range(i + 1, len(zeilen)) if tiefen[k] <= tiefen[i]), len(zeilen))
        druck = Druck.NICHT_ABGEDRUCKT if zeilen[i].endswith("!") else Druck.ABGEDRUCKT
        in_saetzen = i + 1 < letzte and art(zitate[i + 1]) is Art.SATZ
        text = f"[{zitat}]" if zitat.rahmen is Rahmen.VERMERK else "" if in_saetzen else "Text."
        ergebnis.append(Eintrag(i + 1, letzte, eltern, str(zitat), "", art(zitat), druck, "", i, i, "", "", text))
    return ergebnis


def ziel(angabe: str) -> Ziel:
    """Read "… bis …" as a range."""
    von, _, bis = angabe.partition(" bis ")
    return Spanne(lies_zitat(von), lies_zitat(bis)) if bis else lies_zitat(von)


def klausel(
    quelle: str,
    *ziele: str,
    wirkung: Wirkung = Wirkung.ANALOG,
    ohne: tuple[str, ...] = (),
    massgabe: str = "",
    bedingung: str = "",
    offen: tuple[str, ...] = (),
) -> Verweisung:
    return Verweisung(
        lies_zitat(quelle),
        wirkung,
        tuple(ziel(z) for z in ziele),
        tuple(ziel(z) for z in ohne),
        massgabe,
        bedingung,
        f"{quelle}: {', '.join(ziele)}",
        0,
        1,
        offen,
    )


def gilt_fuer(start: str, baum: str, *klauseln: Verweisung, geladen: tuple[str, ...] = ("A", "B", "C")) -> Geltung:
    alle = eintraege(baum)
    nummern = {e.zitat: e.nr for e in alle}
    netz = Netz.aus(alle, [(nummern[str(k.quelle)], k) for k in klauseln], geladen)
    with hoechstens(3):
        return geltung(netz, nummern[start])


@contextmanager
def hoechstens(sekunden: int) -> Iterator[None]:
    """Fail instead of going round for ever."""

    def schluss(_signal: int, _rahmen: FrameType | None) -> None:
        raise TimeoutError(f"kein Ende nach {sekunden} Sekunden")

    davor = signal.signal(signal.SIGALRM, schluss)
    signal.alarm(sekunden)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, davor)


def zeilen(geltung: Geltung) -> list[str]:
    """Return a line for each result: citation, kind, and where its clauses stand."""
    return [f"{g.zitat} {g.wirkung.value} <- {', '.join(str(v.quelle) for v in g.weg)}" for g in geltung.gilt]


def offene(geltung: Geltung) -> list[tuple[str, str]]:
    return [(u.ziel, u.grund) for u in geltung.ungeloest]


#: Two statutes, each with VVs: numbered to two levels, with Sätze, without numbers.
BAUM = """\
A
  § 1 A
    VV zu § 1 A
  § 2 A
    VV zu § 2 A
      VV Nr. 1 zu § 2 A
      VV Nr. 2 zu § 2 A
B
  § 1 B
    § 1 Abs. 1 B
    § 1 Abs. 2 B
    VV zu § 1 B
      VV Nr. 1 zu § 1 B
      VV Nr. 2 zu § 1 B
        VV Nr. 2.1 zu § 1 B
        VV Nr. 2.2 zu § 1 B
          VV Nr. 2.2 Satz 1 zu § 1 B
          VV Nr. 2.2 Satz 2 zu § 1 B
          VV Nr. 2.2 Satz 3 zu § 1 B
      VV Nr. 3 zu § 1 B
  § 2 B
    VV zu § 2 B
      VV Satz 1 zu § 2 B
      VV Satz 2 zu § 2 B
  § 3 B
    Vermerk zu § 3 B!
  § 4 B
    VV zu § 4 B
"""


#: Targets of one clause in "VV zu § 1 A", and the leaves that apply.
ZIELE = {
    "whole VV: its deepest numbers": (
        ["VV zu § 1 B"],
        ["VV Nr. 1 zu § 1 B", "VV Nr. 2.1 zu § 1 B", "VV Nr. 2.2 zu § 1 B", "VV Nr. 3 zu § 1 B"],
    ),
    "whole VV without numbers: itself": (["VV zu § 2 B"], ["VV zu § 2 B"]),
    "a number with numbers below it": (["VV Nr. 2 zu § 1 B"], ["VV Nr. 2.1 zu § 1 B", "VV Nr. 2.2 zu § 1 B"]),
    "a Satz of a number": (["VV Nr. 2.2 Satz 3 zu § 1 B"], ["VV Nr. 2.2 Satz 3 zu § 1 B"]),
    "Satz 1 of a number that has one Satz only": (["VV Nr. 3 Satz 1 zu § 1 B"], ["VV Nr. 3 zu § 1 B"]),
    "range": (["VV Nr. 1 zu § 1 B bis VV Nr. 2.1 zu § 1 B"], ["VV Nr. 1 zu § 1 B", "VV Nr. 2.1 zu § 1 B"]),
    "range of Sätze": (
        ["VV Nr. 2.2 Satz 2 zu § 1 B bis VV Nr. 2.2 Satz 3 zu § 1 B"],
        ["VV Nr. 2.2 Satz 2 zu § 1 B", "VV Nr. 2.2 Satz 3 zu § 1 B"],
    ),
    "a range that ends inside a number: of that number what stands before": (
        ["VV Nr. 1 zu § 1 B bis VV Nr. 2.2 Satz 2 zu § 1 B"],
        ["VV Nr. 1 zu § 1 B", "VV Nr. 2.1 zu § 1 B", "VV Nr. 2.2 Satz 1 zu § 1 B", "VV Nr. 2.2 Satz 2 zu § 1 B"],
    ),
    "two targets, in their order": (["VV zu § 4 B", "VV Nr. 1 zu § 1 B"], ["VV zu § 4 B", "VV Nr. 1 zu § 1 B"]),
    "a § is not the VV on it": (["§ 1 B"], ["§ 1 B"]),
    "an Absatz": (["§ 1 Abs. 2 B"], ["§ 1 Abs. 2 B"]),
    "a range of §§ ends with the text of the last, before its VV": (
        ["§ 1 B bis § 2 B"],
        ["§ 1 B", "§ 2 B"],
    ),
    "a range of whole VVs: the VVs, not the §§ between them": (
        ["VV zu § 1 B bis VV zu § 2 B"],
        ["VV Nr. 1 zu § 1 B", "VV Nr. 2.1 zu § 1 B", "VV Nr. 2.2 zu § 1 B", "VV Nr. 3 zu § 1 B", "VV zu § 2 B"],
    ),
}


@pytest.mark.parametrize(("ziele", "blaetter"), ZIELE.values(), ids=ZIELE)
def test_blaetter(ziele: list[str], blaetter: list[str]) -> None:
    ergebnis = gilt_fuer("VV zu § 1 A", BAUM, klausel("VV zu § 1 A", *ziele))
    assert [g.zitat for g in ergebnis.gilt] == blaetter
    assert all(g.tiefe == 1 and g.wirkung is Wirkung.ANALOG for g in ergebnis.gilt)
    assert (ergebnis.ungeloest, ergebnis.nicht) == ((), ())


#: The whole VV on § 1 B with exceptions, and what is left of it.
AUSNAHMEN = {
    "a number": (["VV Nr. 2.1 zu § 1 B"], ["VV Nr. 1 zu § 1 B", "VV Nr. 2.2 zu § 1 B", "VV Nr. 3 zu § 1 B"]),
    "a number with all below it": (["VV Nr. 2 zu § 1 B"], ["VV Nr. 1 zu § 1 B", "VV Nr. 3 zu § 1 B"]),
    "a range": (["VV Nr. 2.2 zu § 1 B bis VV Nr. 3 zu § 1 B"], ["VV Nr. 1 zu § 1 B", "VV Nr. 2.1 zu § 1 B"]),
    "a Satz splits its number": (
        ["VV Nr. 2.2 Satz 2 zu § 1 B"],
        [
            "VV Nr. 1 zu § 1 B",
            "VV Nr. 2.1 zu § 1 B",
            "VV Nr. 2.2 Satz 1 zu § 1 B",
            "VV Nr. 2.2 Satz 3 zu § 1 B",
            "VV Nr. 3 zu § 1 B",
        ],
    ),
    "everything": (["VV zu § 1 B"], []),
    "something that is not meant anyway": (
        ["VV Satz 1 zu § 2 B"],
        ["VV Nr. 1 zu § 1 B", "VV Nr. 2.1 zu § 1 B", "VV Nr. 2.2 zu § 1 B", "VV Nr. 3 zu § 1 B"],
    ),
}


@pytest.mark.parametrize(("ohne", "blaetter"), AUSNAHMEN.values(), ids=AUSNAHMEN)
def test_ausnahmen(ohne: list[str], blaetter: list[str]) -> None:
    ergebnis = gilt_fuer("VV zu § 1 A", BAUM, klausel("VV zu § 1 A", "VV zu § 1 B", ohne=tuple(ohne)))
    assert [g.zitat for g in ergebnis.gilt] == blaetter
    assert ergebnis.ungeloest == ()


def test_satz_ausnahme_teilt_eine_vv_ohne_nummern() -> None:
    ergebnis = gilt_fuer("VV zu § 1 A", BAUM, klausel("VV zu § 1 A", "VV zu § 2 B", ohne=("VV Satz 2 zu § 2 B",)))
    assert [g.zitat for g in ergebnis.gilt] == ["VV Satz 1 zu § 2 B"]


#: What cannot be followed is listed with its reason; the rest applies.
UNGELOEST = {
    "a number that does not exist": (
        "VV Nr. 7 zu § 1 B",
        [],
        [("VV Nr. 7 zu § 1 B", "VV Nr. 7 zu § 1 B gibt es nicht; VV zu § 1 B gibt es")],
    ),
    "a range whose end does not exist: what exists of it applies": (
        "VV Nr. 2.2 zu § 1 B bis VV Nr. 2.5 zu § 1 B",
        ["VV Nr. 2.2 zu § 1 B"],
        [
            (
                "VV Nr. 2.2 zu § 1 B bis VV Nr. 2.5 zu § 1 B",
                "VV Nr. 2.5 zu § 1 B gibt es nicht; VV Nr. 2 zu § 1 B gibt es",
            )
        ],
    ),
    "a range whose end lies elsewhere": (
        "VV Nr. 2.1 zu § 1 B bis VV Nr. 7.1 zu § 1 B",
        [],
        [("VV Nr. 2.1 zu § 1 B bis VV Nr. 7.1 zu § 1 B", "VV Nr. 7.1 zu § 1 B gibt es nicht; VV zu § 1 B gibt es")],
    ),
    "a range whose beginning does not exist": (
        "VV Nr. 0 zu § 1 B bis VV Nr. 1 zu § 1 B",
        [],
        [("VV Nr. 0 zu § 1 B bis VV Nr. 1 zu § 1 B", "VV Nr. 0 zu § 1 B gibt es nicht; VV zu § 1 B gibt es")],
    ),
    "not printed": (
        "VV zu § 3 B",
        [],
        [("VV zu § 3 B", "nicht abgedruckt: [Vermerk zu § 3 B]")],
    ),
    "a work that is not loaded": ("§ 119 StPO", [], [("§ 119 StPO", "Der Text von StPO ist nicht geladen")]),
    "a § that has no VV": ("VV zu § 9 A", [], [("VV zu § 9 A", "VV zu § 9 A gibt es nicht; A gibt es")]),
}


@pytest.mark.parametrize(("was", "blaetter", "erwartet"), UNGELOEST.values(), ids=UNGELOEST)
def test_ungeloest(was: str, blaetter: list[str], erwartet: list[tuple[str, str]]) -> None:
    ergebnis = gilt_fuer("VV zu § 1 A", BAUM, klausel("VV zu § 1 A", was))
    assert [g.zitat for g in ergebnis.gilt] == blaetter
    assert offene(ergebnis) == erwartet
    assert [str(v.quelle) for u in ergebnis.ungeloest for v in u.weg] == ["VV zu § 1 A"]


def test_verkehrte_spanne_geht_nicht_unter() -> None:
    """Every target either applies or is listed."""
    ergebnis = gilt_fuer("VV zu § 1 A", BAUM, klausel("VV zu § 1 A", "VV Nr. 3 zu § 1 B bis VV Nr. 1 zu § 1 B"))
    assert ergebnis.gilt or ergebnis.ungeloest


def test_klausel_ohne_lesbares_ziel_ist_ungeloest() -> None:
    satz = "Die Vorschriften dieses Gesetzes gelten entsprechend."
    ergebnis = gilt_fuer("VV zu § 1 A", BAUM, klausel("VV zu § 1 A", offen=(satz,)))
    assert offene(ergebnis) == [(satz, "Das Ziel dieser Klausel kann nicht gelesen werden")]


def test_ausnahme_die_es_nicht_gibt_ist_ungeloest_und_das_uebrige_gilt() -> None:
    ergebnis = gilt_fuer("VV zu § 1 A", BAUM, klausel("VV zu § 1 A", "VV zu § 4 B", ohne=("VV Nr. 9 zu § 4 B",)))
    assert zeilen(ergebnis) == ["VV zu § 4 B analog <- VV zu § 1 A"]
    assert offene(ergebnis) == [("Ausnahme VV Nr. 9 zu § 4 B", "VV Nr. 9 zu § 4 B gibt es nicht; VV zu § 4 B gibt es")]


def test_kette_von_dreien() -> None:
    """§ 1 A takes § 2 A, that takes § 2 B, that takes a number of § 1 B: each with the way it came."""
    ergebnis = gilt_fuer(
        "VV zu § 1 A",
        BAUM,
        klausel("VV zu § 1 A", "VV zu § 2 A", wirkung=Wirkung.DIREKT),
        klausel("VV Nr. 2 zu § 2 A", "VV zu § 2 B", massgabe="dass M1", bedingung="soweit B1"),
        klausel("VV Satz 2 zu § 2 B", "VV Nr. 3 zu § 1 B", wirkung=Wirkung.DIREKT, massgabe="dass M2", bedingung="wenn B2"),
    )
    assert zeilen(ergebnis) == [
        "VV Nr. 1 zu § 2 A direct <- VV zu § 1 A",
        "VV Nr. 2 zu § 2 A direct <- VV zu § 1 A",
        "VV zu § 2 B analog <- VV zu § 1 A, VV Nr. 2 zu § 2 A",
        "VV Nr. 3 zu § 1 B analog <- VV zu § 1 A, VV Nr. 2 zu § 2 A, VV Satz 2 zu § 2 B",
    ]
    assert [(g.tiefe, g.massgaben, g.bedingungen) for g in ergebnis.gilt] == [
        (1, (), ()),
        (1, (), ()),
        (2, ("dass M1",), ("soweit B1",)),
        (3, ("dass M1", "dass M2"), ("soweit B1", "wenn B2")),
    ]


def test_klauseln_unterhalb_des_anfangs_und_in_seiner_vv_zaehlen() -> None:
    ergebnis = gilt_fuer("§ 2 A", BAUM, klausel("VV Nr. 2 zu § 2 A", "VV zu § 4 B"))
    assert zeilen(ergebnis) == ["VV zu § 4 B analog <- VV Nr. 2 zu § 2 A"]
    assert gilt_fuer("VV Nr. 1 zu § 2 A", BAUM, klausel("VV Nr. 2 zu § 2 A", "VV zu § 4 B")).gilt == ()


def test_ausnahme_haelt_fuer_alles_dahinter() -> None:
    """What the first clause excepts does not come back by way of the second."""
    ergebnis = gilt_fuer(
        "VV zu § 1 A",
        BAUM,
        klausel("VV zu § 1 A", "VV zu § 2 A", ohne=("VV Nr. 3 zu § 1 B",)),
        klausel("VV Nr. 1 zu § 2 A", "VV zu § 1 B"),
    )
    assert [g.zitat for g in ergebnis.gilt if g.tiefe == 2] == [
        "VV Nr. 1 zu § 1 B",
        "VV Nr. 2.1 zu § 1 B",
        "VV Nr. 2.2 zu § 1 B",
    ]


def test_in_einer_ausnahme_wird_nicht_weitergegangen() -> None:
    ergebnis = gilt_fuer(
        "VV zu § 1 A",
        BAUM,
        klausel("VV zu § 1 A", "VV zu § 2 A", ohne=("VV Nr. 2 zu § 2 A",)),
        klausel("VV Nr. 2 zu § 2 A", "VV zu § 4 B"),
    )
    assert zeilen(ergebnis) == ["VV Nr. 1 zu § 2 A analog <- VV zu § 1 A"]


def test_ausnahme_auf_einem_weg_gilt_nicht_fuer_einen_anderen() -> None:
    ergebnis = gilt_fuer(
        "A",
        BAUM,
        klausel("VV zu § 1 A", "VV zu § 1 B", ohne=("VV Nr. 3 zu § 1 B",)),
        klausel("VV zu § 2 A", "VV Nr. 3 zu § 1 B"),
    )
    assert "VV Nr. 3 zu § 1 B analog <- VV zu § 2 A" in zeilen(ergebnis)


def test_was_ohne_massgabe_und_mit_einer_gilt_steht_zweimal() -> None:
    ergebnis = gilt_fuer(
        "A",
        BAUM,
        klausel("VV zu § 1 A", "VV zu § 4 B", massgabe="dass M"),
        klausel("VV zu § 2 A", "VV zu § 4 B"),
        klausel("VV Nr. 1 zu § 2 A", "VV zu § 4 B"),
    )
    assert [(g.zitat, g.massgaben) for g in ergebnis.gilt] == [("VV zu § 4 B", ("dass M",)), ("VV zu § 4 B", ())]


def test_kreis_endet() -> None:
    ergebnis = gilt_fuer(
        "VV zu § 1 A",
        BAUM,
        klausel("VV zu § 1 A", "VV zu § 4 B"),
        klausel("VV zu § 4 B", "VV zu § 2 B"),
        klausel("VV zu § 2 B", "VV zu § 1 A"),
    )
    assert zeilen(ergebnis) == [
        "VV zu § 4 B analog <- VV zu § 1 A",
        "VV zu § 2 B analog <- VV zu § 1 A, VV zu § 4 B",
    ]
    assert [[str(v.quelle) for v in weg] for weg in ergebnis.kreise] == [["VV zu § 1 A", "VV zu § 4 B", "VV zu § 2 B"]]


def test_kreis_der_nicht_zum_anfang_fuehrt() -> None:
    ergebnis = gilt_fuer(
        "VV zu § 1 A",
        BAUM,
        klausel("VV zu § 1 A", "VV zu § 4 B"),
        klausel("VV zu § 4 B", "VV zu § 2 B"),
        klausel("VV zu § 2 B", "VV zu § 4 B"),
    )
    assert [[str(v.quelle) for v in weg] for weg in ergebnis.kreise] == [["VV zu § 1 A", "VV zu § 4 B", "VV zu § 2 B"]]


def test_was_innerhalb_der_vorschrift_gilt_ist_genannt() -> None:
    """Asked about the Absatz, the other one applies to it; asked about the §, both are part of it."""
    baum = """
        A
          § 1 A
            § 1 Abs. 1 A
            § 1 Abs. 2 A
    """
    satz = klausel("§ 1 Abs. 1 A", "§ 1 Abs. 2 A")
    assert zeilen(gilt_fuer("§ 1 Abs. 1 A", baum, satz)) == ["§ 1 Abs. 2 A analog <- § 1 Abs. 1 A"]
    ganz = gilt_fuer("§ 1 A", baum, satz)
    assert (ganz.gilt, ganz.innerhalb, ganz.kreise) == ((), (satz,), ())


def test_worte_ueber_einer_liste_gelten_mit() -> None:
    baum = """
        A
          § 1 A
            VV zu § 1 A
          § 2 A
            VV zu § 2 A
              VV Nr. 7 zu § 2 A
                VV Nr. 7.1 zu § 2 A
                VV Nr. 7.2 zu § 2 A
    """
    ergebnis = gilt_fuer("§ 1 A", baum, klausel("VV zu § 1 A", "VV Nr. 7 zu § 2 A"))
    assert [(g.zitat, g.vorspann) for g in ergebnis.gilt] == [
        ("VV Nr. 7.1 zu § 2 A", ("VV Nr. 7 zu § 2 A",)),
        ("VV Nr. 7.2 zu § 2 A", ("VV Nr. 7 zu § 2 A",)),
    ]
    nur_7_1 = gilt_fuer("§ 1 A", baum, klausel("VV zu § 1 A", "VV Nr. 7.1 zu § 2 A"))
    assert [g.vorspann for g in nur_7_1.gilt] == [()]


def test_ausgenommene_saetze_stehen_nicht_im_vorspann() -> None:
    baum = """
        A
          § 1 A
            VV zu § 1 A
          § 2 A
            VV zu § 2 A
              VV Nr. 7 zu § 2 A
                VV Nr. 7 Satz 1 zu § 2 A
                VV Nr. 7 Satz 2 zu § 2 A
                VV Nr. 7.1 zu § 2 A
    """
    ohne = klausel("VV zu § 1 A", "VV zu § 2 A", ohne=("VV Nr. 7 Satz 2 zu § 2 A",))
    assert [(g.zitat, g.vorspann) for g in gilt_fuer("§ 1 A", baum, ohne).gilt] == [
        ("VV Nr. 7 Satz 1 zu § 2 A", ()),
        ("VV Nr. 7.1 zu § 2 A", ()),
    ]
    mit = klausel("VV zu § 1 A", "VV zu § 2 A")
    assert [(g.zitat, g.vorspann) for g in gilt_fuer("§ 1 A", baum, mit).gilt] == [
        ("VV Nr. 7.1 zu § 2 A", ("VV Nr. 7 zu § 2 A",)),
    ]


@pytest.mark.parametrize("womit", [{"massgabe": "dass M"}, {"bedingung": "soweit B"}, {"ohne": ("VV Nr. 3 zu § 1 B",)}])
def test_kreis_mit_massgabe_bedingung_oder_ausnahme_endet(womit: dict[str, str]) -> None:
    ergebnis = gilt_fuer(
        "VV zu § 1 A",
        BAUM,
        klausel("VV zu § 1 A", "VV zu § 4 B"),
        klausel("VV zu § 4 B", "VV zu § 2 B", **womit),  # type: ignore[arg-type]
        klausel("VV zu § 2 B", "VV zu § 4 B"),
    )
    assert {g.zitat for g in ergebnis.gilt} == {"VV zu § 4 B", "VV zu § 2 B"}


def test_alle_wege_sind_bekannt_auch_die_nichts_neues_bringen() -> None:
    ergebnis = gilt_fuer(
        "A",
        BAUM,
        klausel("VV zu § 1 A", "VV zu § 4 B"),
        klausel("VV Nr. 1 zu § 2 A", "VV zu § 4 B"),
    )
    assert zeilen(ergebnis) == ["VV zu § 4 B analog <- VV zu § 1 A"]
    assert [[str(v.quelle) for v in weg] for weg in ergebnis.wege] == [["VV zu § 1 A"], ["VV Nr. 1 zu § 2 A"]]


def test_klausel_auf_sich_selbst_endet() -> None:
    assert gilt_fuer("VV zu § 1 A", BAUM, klausel("VV zu § 1 A", "VV zu § 1 A")).gilt == ()


def test_viele_regelungen_die_alle_aufeinander_verweisen() -> None:
    """Each clause is walked once, not along every way that leads to it."""
    anzahl = 40
    baum = "A\n" + "".join(f"  § {n} A\n    VV zu § {n} A\n" for n in range(1, anzahl + 1))
    alle = [f"VV zu § {n} A" for n in range(1, anzahl + 1)]
    ergebnis = gilt_fuer("VV zu § 1 A", baum, *(klausel(quelle, *(z for z in alle if z != quelle)) for quelle in alle))
    assert [g.zitat for g in ergebnis.gilt] == alle[1:]


@pytest.mark.parametrize("wirkung", [Wirkung.NEGATIV, Wirkung.UNBERUEHRT])
def test_was_nicht_gilt_oder_unberuehrt_bleibt_wird_gezeigt_und_nicht_verfolgt(wirkung: Wirkung) -> None:
    ausschluss = klausel("VV zu § 4 B", "VV zu § 2 B", wirkung=wirkung)
    ergebnis = gilt_fuer(
        "VV zu § 1 A",
        BAUM,
        klausel("VV zu § 1 A", "VV zu § 4 B"),
        ausschluss,
        klausel("VV zu § 2 B", "VV zu § 1 B"),
    )
    assert zeilen(ergebnis) == ["VV zu § 4 B analog <- VV zu § 1 A"]
    assert [[str(v.quelle) for v in weg] for weg in ergebnis.nicht] == [["VV zu § 1 A", "VV zu § 4 B"]]
    assert ergebnis.nicht[0][-1] == ausschluss


def test_numerierte_regelung_und_anlage() -> None:
    baum = """\
C
  Nr. 1 C
    Nr. 1.1 C
    Nr. 1.2 C
      Nr. 1.2 Spiegelstrich 1 C
  Nr. 2 C
  Anlage 1 C
    Anlage 1 Nr. 1 C
    Anlage 1 Nr. 2 C
"""
    ergebnis = gilt_fuer("Nr. 2 C", baum, klausel("Nr. 2 C", "Nr. 1 C", "Anlage 1 C"))
    assert [g.zitat for g in ergebnis.gilt] == ["Nr. 1.1 C", "Nr. 1.2 C", "Anlage 1 Nr. 1 C", "Anlage 1 Nr. 2 C"]


def test_nichts_gilt() -> None:
    assert gilt_fuer("§ 1 B", BAUM) == Geltung("§ 1 B", (), (), ())
