"""What applies, what a norm says, and where it stands: questions to the whole corpus, answered by reading it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from normen.einheit import Art
from normen.fehler import ZitatFehler
from normen.norm import Norm
from normen.verweisung import Wirkung
from normen.wissen import Wissen, cache_ordner
from normen.zitatleser import lies_zitat


def _gilt(wissen: Wissen, zitat: str, tiefe: int | None = None) -> list[str]:
    return [g.zitat for g in wissen.geltung(zitat).gilt if tiefe in (None, g.tiefe)]


def _vv(paragraph: str, *nummern: str) -> list[str]:
    return [f"VV Nr. {nummer} zu {paragraph}" for nummer in nummern]


# --- what applies

#: "Die Nummern 2.2 bis 4.2 sowie 6.1 bis 6.3, mit Ausnahme von 6.3.3 und 6.3.4 … zu § 51 JVollzGB III gelten entsprechend."
#: Of Nr. 6.3 the exception leaves its two Sätze ("… i.S.d. Kostenverfügung …" ends none) and two of its four numbers.
HAFTKOSTEN = _vv(
    "§ 51 JVollzGB III", "2.2", "3.1", "3.2", "4.1", "4.2", "6.1", "6.2", "6.3 Satz 1", "6.3 Satz 2", "6.3.1", "6.3.2"
)  # fmt: skip


@pytest.mark.parametrize("zitat", ["§ 36 JVollzGB II", "VV zu § 36 JVollzGB II"])
def test_bereiche_mit_ausnahmen(wissen: Wissen, zitat: str) -> None:
    geltung = wissen.geltung(zitat)
    assert [g.zitat for g in geltung.gilt] == HAFTKOSTEN
    assert {(g.wirkung, g.tiefe, str(g.weg[0].quelle)) for g in geltung.gilt} == {
        (Wirkung.ANALOG, 1, "VV zu § 36 JVollzGB II")
    }
    assert geltung.nicht == ()
    assert [(u.ziel, str(u.weg[-1].quelle)) for u in geltung.ungeloest] == [
        ("§ 51 Abs. 2 JVollzGB III", "VV Nr. 2.2 Satz 1 zu § 51 JVollzGB III")  # "bestimmt sich nach": no sure Verweisung
    ]


def test_ausnahme_eines_satzes(wissen: Wissen) -> None:
    """ "… gelten mit Ausnahme der Nummern 1.1 bis 1.3 und Nummer 1.4 Satz 2 entsprechend." """
    nummern = "1.4 Satz 1|1.5|1.6|1.7|1.8|1.9|2.1|2.2|2.3.1|2.3.2|3.1|3.2.1|3.2.2|3.3|3.4|3.5|3.6|3.7".split("|")
    assert _gilt(wissen, "VV zu § 20 JVollzGB V") == _vv("§ 18 JVollzGB III", *nummern)


def test_bereich_der_in_einer_nummer_endet(wissen: Wissen) -> None:
    """ "… gelten die Nummern 3 bis 5 Satz 1 und die Nummern 6 und 7 Sätze 2 bis 4 …": of Nr. 5 no other Satz."""
    nummern = "3|4|5 Satz 1|6|7 Satz 2|7 Satz 3|7 Satz 4".split("|")
    assert _gilt(wissen, "VV Nr. 3 zu § 63 JVollzGB V") == _vv("§ 68 JVollzGB III", *nummern)


def test_verweis_auf_eine_vv_die_nicht_abgedruckt_ist(wissen: Wissen) -> None:
    geltung = wissen.geltung("VV zu § 61 JVollzGB II")
    assert geltung.gilt == ()
    assert [(u.ziel, u.grund, [str(v.quelle) for v in u.weg]) for u in geltung.ungeloest] == [
        (
            "VV zu § 80 JVollzGB III",
            "nicht abgedruckt: [Vom Abdruck der Verwaltungsvorschrift wird aufgrund der zwischenzeitlich erfolgten "
            "Gesetzesänderung abgesehen.]",
            ["VV zu § 61 JVollzGB II"],
        )
    ]


def test_bereich_der_ueber_das_ende_der_vorschrift_hinausgeht(wissen: Wissen) -> None:
    """ "Die Nummern 1 bis 3 … zu § 52 JVollzGB III", which ends with 2: 1 and 2 apply, 3 is reported missing."""
    geltung = wissen.geltung("VV zu § 48 JVollzGB V")
    nummern = ["1.1", "1.2", "1.3", *(f"2.{i}" for i in range(1, 16))]
    assert [g.zitat for g in geltung.gilt] == _vv("§ 52 JVollzGB III", *nummern)
    assert [(u.ziel, u.grund) for u in geltung.ungeloest] == [
        (
            "VV Nr. 1 zu § 52 JVollzGB III bis VV Nr. 3 zu § 52 JVollzGB III",
            "VV Nr. 3 zu § 52 JVollzGB III gibt es nicht; VV zu § 52 JVollzGB III gibt es",
        )
    ]


def test_kette_ueber_drei_stufen(wissen: Wissen) -> None:
    """§ 10 Buch 4 -> § 10 Buch 3 ("Die Nummern 5 bis 9 zu § 9 …") -> § 9 Nr. 6.9 -> Nr. 1.2 zu § 52."""
    vorn = ["VV zu § 10 JVollzGB IV", "VV Nr. 1 zu § 10 JVollzGB III", "VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III"]
    nach_zitat = {g.zitat: g for g in wissen.geltung("VV zu § 10 JVollzGB IV").gilt}
    for zitat, tiefe in (
        ("VV Nr. 6 zu § 10 JVollzGB III", 1),
        ("VV Nr. 5.1.1 zu § 9 JVollzGB III", 2),
        ("VV Nr. 9.3 zu § 9 JVollzGB III", 2),
        ("VV Nr. 1.2 zu § 52 JVollzGB III", 3),
    ):
        assert [str(v.quelle) for v in nach_zitat[zitat].weg] == vorn[:tiefe]
        assert nach_zitat[zitat].tiefe == tiefe
    assert not {"VV Nr. 4.1 zu § 9 JVollzGB III", "VV Nr. 5 zu § 9 JVollzGB III"} & set(nach_zitat)


def test_kette_ueber_eine_vv_ohne_nummern(wissen: Wissen) -> None:
    assert _gilt(wissen, "VV zu § 35 JVollzGB IV", tiefe=1) == ["VV zu § 37 JVollzGB III"]
    assert _gilt(wissen, "VV zu § 35 JVollzGB IV", tiefe=2) == _vv("§ 34 JVollzGB III", "1", "2")


def test_massgabe(wissen: Wissen) -> None:
    massgabe = "dass die Rechte der gesetzlichen Vertreter der jungen Gefangenen zu beachten sind"
    gilt = wissen.geltung("§ 42 JVollzGB IV").gilt
    nummern = "1|2|3.1.1|3.1.2|3.1.3|3.1.4|3.1.5|3.1.6|3.2|4.1|4.2|4.3|5".split("|")
    assert [g.zitat for g in gilt] == _vv("§ 45 JVollzGB III", *nummern)
    assert {(g.massgaben, g.bedingungen) for g in gilt} == {((massgabe,), ())}


def test_bedingung_und_was_auf_dem_weg_dazukommt(wissen: Wissen) -> None:
    """The condition of the first step holds for the second too, whose clause adds a Maßgabe of its own."""
    bedingung = "soweit verfahrensleitende Verfügungen nicht entgegenstehen"
    gilt = wissen.geltung("VV Nr. 3.1 zu § 17 JVollzGB II").gilt
    nummern = "1.1|1.2|1.3|2.1|2.2|2.3|2.4|2.5|3.1|3.2|3.3|3.4".split("|")
    assert [g.zitat for g in gilt if g.tiefe == 1] == _vv("§ 24 JVollzGB III", *nummern)
    assert [g.zitat for g in gilt if g.tiefe == 2] == _vv("§ 24 JVollzGB III", "2.1", "2.2", "2.3")
    assert {g.bedingungen for g in gilt} == {(bedingung,)}
    for g in gilt:
        assert len(g.massgaben) == g.tiefe - 1
        assert all(massgabe.startswith("dass die Krankenhausleitung bei der Weiterleitung") for massgabe in g.massgaben)


def test_was_nicht_gilt_wird_gezeigt_und_nicht_verschwiegen(wissen: Wissen) -> None:
    geltung = wissen.geltung("VV Nr. 6 zu § 113 JVollzGB III")
    assert geltung.gilt == ()
    ((klausel,),) = geltung.nicht
    assert klausel.wirkung is Wirkung.NEGATIV
    bedingung = "wenn Abschiebungshaft im Wege der Amtshilfe vollzogen wird"
    assert (klausel.text, klausel.bedingung) == (f"Die Nummern 1 bis 5 finden keine Anwendung, {bedingung}.", bedingung)
    assert [(str(z.von), str(z.bis)) for z in klausel.ziele] == [  # type: ignore[union-attr]
        ("VV Nr. 1 zu § 113 JVollzGB III", "VV Nr. 5 zu § 113 JVollzGB III")
    ]


def test_kreis_endet(wissen: Wissen) -> None:
    """Nr. 1 zu § 15 -> Nr. 8 zu § 11 -> (its Nr. 8.4) -> § 15; and -> Nr. 2.4 zu § 13 -> (its Nr. 2.4.2) -> § 15."""
    gilt = {g.zitat: g for g in wissen.geltung("VV zu § 15 JVollzGB V").gilt}
    assert {zitat for zitat, g in gilt.items() if g.tiefe == 1} == {
        *_vv("§ 11 JVollzGB V", "8.1", "8.2", "8.3", "8.4"),
        *_vv("§ 13 JVollzGB V", "2.4.1", "2.4.2"),
    }
    assert not [zitat for zitat in gilt if zitat.endswith("zu § 15 JVollzGB V")]
    assert {g.wirkung for g in gilt.values() if g.tiefe == 1} == {Wirkung.DIREKT}


def test_entsprechend_bleibt_entsprechend_auf_dem_ganzen_weg(wissen: Wissen) -> None:
    """Nr. 3.6 zu § 11 refers to § 52 "entsprechend"; the step before only points there ("wird hingewiesen")."""
    gilt = {g.zitat: g for g in wissen.geltung("VV Nr. 1.1 zu § 13 JVollzGB V").gilt}
    assert gilt["VV Nr. 3.6 zu § 11 JVollzGB V"].wirkung is Wirkung.DIREKT
    assert gilt["VV Nr. 1.2 zu § 52 JVollzGB III"].wirkung is Wirkung.ANALOG


def test_vorschrift_ohne_verweisung(wissen: Wissen) -> None:
    geltung = wissen.geltung("§ 55 JVollzGB III")
    assert (geltung.zitat, geltung.gilt, geltung.nicht, geltung.ungeloest) == ("§ 55 JVollzGB III", (), (), ())


def test_getippte_zitate_werden_auch_hier_gelesen(wissen: Wissen) -> None:
    assert wissen.geltung("§36 JVollzGB 2") == wissen.geltung("§ 36 JVollzGB II")
    with pytest.raises(ZitatFehler):
        wissen.geltung("§ 999 JVollzGB III")


@pytest.mark.parametrize("werk", ["JVollzGB I", "JVollzGB II", "JVollzGB III", "JVollzGB IV", "JVollzGB V", "AV ForAmb NRW"])
@pytest.mark.usefixtures("befristet")
def test_von_jeder_einheit_aus(wissen: Wissen, werk: str) -> None:
    """Every walk ends, comes back neither to its start nor to a clause it took, and leads to Einheiten that exist."""
    vorhanden = {e.zitat: e.nr for e in wissen.speicher.alle()}
    weiteste = 0
    for e in wissen.speicher.darunter(wissen.finde(werk)):
        if e.art not in (Art.WERK, Art.ABSCHNITT, Art.PARAGRAPH, Art.VV, Art.NUMMER):
            continue
        geltung = wissen.geltung(e.zitat)
        for g in geltung.gilt:
            assert vorhanden[g.zitat] not in range(e.nr, e.letzte + 1), (e.zitat, g.zitat)
            assert len(set(g.weg)) == len(g.weg) == g.tiefe
            weiteste = max(weiteste, g.tiefe)
        assert all(u.grund and u.ziel for u in geltung.ungeloest)
        assert all(weg[-1].wirkung in (Wirkung.NEGATIV, Wirkung.UNBERUEHRT) for weg in geltung.nicht)
        einmal = [(g.zitat, g.massgaben, g.bedingungen) for g in geltung.gilt]
        assert len(einmal) == len(set(einmal))
    assert weiteste >= (3 if werk == "JVollzGB IV" else 1)


# --- what a norm says

WORTLAUT = {
    "§ 36 JVollzGB II": (
        "Nach rechtskräftiger Verurteilung von Untersuchungsgefangenen sind die nach den gleichen Grundsätzen wie die "
        "Haftkostenbeiträge von Strafgefangenen zu ermittelnden Kosten der Untersuchungshaft umgehend an die "
        "Vollstreckungsbehörde mitzuteilen. Die Kostenermittlung unterbleibt, wenn auf eine Rechtsfolge nach dem "
        "Jugendgerichtsgesetz erkannt ist. Sind zu Jugendstrafe verurteilte Untersuchungsgefangene vom Jugendstrafvollzug "
        "ausgenommen, findet Satz 1 Anwendung."
    ),
    "§ 11 Abs. 2 JVollzGB III": (
        "Die Anstaltsleiterin oder der Anstaltsleiter kann Maßnahmen nach den §§ 9 und 10 widerrufen, wenn "
        "1. sie oder er auf Grund nachträglich eingetretener Umstände berechtigt wäre, die Maßnahme zu versagen, "
        "2. Gefangene Weisungen nicht nachkommen oder "
        "3. Gefangene die Maßnahme missbrauchen; bei schweren Verstößen sind die Maßnahmen zu widerrufen. "
        "Die Anstaltsleiterin oder der Anstaltsleiter kann Maßnahmen nach den §§ 9 und 10 mit Wirkung für die Zukunft "
        "zurücknehmen, wenn die Voraussetzungen für ihre Bewilligung nicht vorgelegen haben."
    ),
    "§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III": "Gefangene Weisungen nicht nachkommen oder",
    "VV zu § 36 JVollzGB II": (
        "Die Nummern 2.2 bis 4.2 sowie 6.1 bis 6.3, mit Ausnahme von 6.3.3 und 6.3.4 dieser Verwaltungsvorschrift zu § 51 "
        "JVollzGB III gelten entsprechend."
    ),
    "Vermerk zu § 80 JVollzGB III": (
        "[Vom Abdruck der Verwaltungsvorschrift wird aufgrund der zwischenzeitlich erfolgten Gesetzesänderung abgesehen.]"
    ),
}


@pytest.mark.parametrize("zitat", WORTLAUT)
def test_wortlaut(wissen: Wissen, zitat: str) -> None:
    assert wissen.wortlaut(wissen.finde(zitat)) == WORTLAUT[zitat]


def test_wortlaut_eines_paragraphen_ist_ohne_die_vv(wissen: Wissen) -> None:
    """A notice that quotes § 11 must not quote the VV as if it were the law."""
    paragraph = wissen.wortlaut(wissen.finde("§ 11 JVollzGB III"))
    assert paragraph.startswith("(1) Die Anstaltsleiterin oder der Anstaltsleiter kann Gefangenen für vollzugsöffnende")
    assert "Gefangene können namentlich angewiesen werden" not in paragraph
    vv = wissen.wortlaut(wissen.finde("VV zu § 11 JVollzGB III"))
    assert vv.startswith("1 Weisungen Gefangene können namentlich angewiesen werden, 1.1 Anordnungen zu befolgen,")
    abschnitt = wissen.wortlaut(wissen.finde("Abschnitt 2 JVollzGB III"))
    assert paragraph in abschnitt
    assert vv not in abschnitt


def test_kein_paragraph_enthaelt_worte_seiner_vv(wissen: Wissen) -> None:
    """Neither its numbers nor the Sätze and lists in them."""
    for e in wissen.speicher.alle():
        vv = wissen.vv(e) if e.art is Art.PARAGRAPH else None
        if vv is not None:
            text = wissen.wortlaut(e)
            assert not [x.zitat for x in wissen.speicher.darunter(vv) if len(x.text) > 60 and x.text in text], e.zitat


def test_wortlaut_ist_eine_zeile_ohne_doppelte_leerzeichen(wissen: Wissen) -> None:
    for e in wissen.speicher.alle():
        if e.art in (Art.PARAGRAPH, Art.VV, Art.ANLAGE):
            text = wissen.wortlaut(e)
            assert text == " ".join(text.split()), e.zitat


# --- a norm for a document

NORMEN = [
    ("§ 9 II Nr. 3 JVollzGB 3", "§ 9 Abs. 2 Nr. 3 JVollzGB III", "§ 9 Absatz 2 Nummer 3 JVollzGB III", "geprüft"),
    ("§ 11 Abs. 1 Satz 1 JVollzGB III", "§ 11 Abs. 1 Satz 1 JVollzGB III", "§ 11 Absatz 1 Satz 1 JVollzGB III", "geprüft"),
    ("VV 6.9 zu § 9 JVollzGB III", "VV Nr. 6.9 zu § 9 JVollzGB III", "VV Nummer 6.9 zu § 9 JVollzGB III", "geprüft"),
    ("§ 68b II 2 StGB", "§ 68b Abs. 2 Satz 2 StGB", "§ 68b Absatz 2 Satz 2 StGB", "ungeprüft: Text nicht geladen"),
    ("Art. 2 I GG", "Art. 2 Abs. 1 GG", "Artikel 2 Absatz 1 GG", "ungeprüft: Text nicht geladen"),
    ("§§ 23 ff. EGGVG", "§ 23 ff. EGGVG", "§ 23 ff. EGGVG", "ungeprüft: Text nicht geladen"),
    (
        "§§ 9 ff. JVollzGB III",
        "§ 9 ff. JVollzGB III",
        "§ 9 ff. JVollzGB III",
        "teilweise geprüft: § 9 JVollzGB III gibt es; wie weit „ff.“ reicht, sagt das Zitat nicht",
    ),
]


@pytest.mark.parametrize(("getippt", "kurz", "lang", "stand"), NORMEN)
def test_norm(wissen: Wissen, getippt: str, kurz: str, lang: str, stand: str) -> None:
    norm = wissen.norm(getippt)
    assert (norm.zitat, norm.lang, norm.stand) == (kurz, lang, stand)
    assert bool(norm.wortlaut) is norm.geprueft is (stand == "geprüft")


def test_norm_hat_den_wortlaut_der_einheit(wissen: Wissen) -> None:
    norm = wissen.norm("§ 11 II Nr. 2 JVollzGB III")
    assert norm == Norm(
        "§ 11 Abs. 2 Nr. 2 JVollzGB III",
        "§ 11 Absatz 2 Nummer 2 JVollzGB III",
        geprueft=True,
        wortlaut="Gefangene Weisungen nicht nachkommen oder",
        werk="JVollzGB III",
        fassung="vom 10. November 2009 (GBl. S. 545); Stand der abgedruckten Fassung im Text nicht genannt",
    )


KEINE_NORMEN = {
    "§ 9 Abs. 9 JVollzGB III": (
        "§ 9 Abs. 9 JVollzGB III gibt es nicht. § 9 JVollzGB III gibt es.\n"
        "Meinten Sie „§ 9 Abs. 4 JVollzGB III“, „§ 9 Abs. 3 JVollzGB III“ oder „§ 9 Abs. 2 JVollzGB III“?"
    ),
    "§ 9 Abs. 2": (
        "Bei „§ 9 Abs. 2“ fehlt das Gesetz.\n"
        "Meinten Sie „§ 9 Abs. 2 JVollzGB I“, „§ 9 Abs. 2 JVollzGB III“ oder „§ 9 Abs. 2 JVollzGB IV“?"
    ),
    "Anlage 3 VwV JVollzGB": "Anlage 3 VwV JVollzGB ist im Text nicht abgedruckt und kann nicht zitiert werden.",
    "§ 11 Abs. 2 JVollzGB": (
        "JVollzGB besteht aus mehreren Büchern.\n"
        "Meinten Sie „§ 11 Abs. 2 JVollzGB I“, „§ 11 Abs. 2 JVollzGB II“, „§ 11 Abs. 2 JVollzGB III“, "
        "„§ 11 Abs. 2 JVollzGB IV“ oder „§ 11 Abs. 2 JVollzGB V“?"
    ),
    "VV zu § 5 StGB": "Zu StGB ist keine Verwaltungsvorschrift bekannt.\nMeinten Sie „§ 5 StGB“?",
    "VV Nr. 2 zu § 11 StVollzG": "Zu StVollzG ist keine Verwaltungsvorschrift bekannt.\nMeinten Sie „§ 11 StVollzG“?",
    "Vermerk zu § 80 JVollzGB III": (
        "Vermerk zu § 80 JVollzGB III ist im Text nicht abgedruckt und kann nicht zitiert werden."
    ),
}


@pytest.mark.parametrize("getippt", KEINE_NORMEN)
def test_keine_norm(wissen: Wissen, getippt: str) -> None:
    with pytest.raises(ZitatFehler) as fehler:
        wissen.norm(getippt)
    assert str(fehler.value) == KEINE_NORMEN[getippt]


# --- where it stands

WERKE = [
    ("§ 9 Abs. 2 JVollzGB III", "JVollzGB III"),
    ("VV Nr. 6.9 zu § 9 JVollzGB III", "VwV JVollzGB"),
    ("Anlage 9 VwV JVollzGB", "VwV JVollzGB"),
    ("§ 1 JVollzVergO", "JVollzVergO"),
    ("Nr. 4.6 AV ForAmb NRW", "AV ForAmb NRW"),
]


@pytest.mark.parametrize(("zitat", "kurz"), WERKE)
def test_werk(wissen: Wissen, zitat: str, kurz: str) -> None:
    werk = wissen.werk(wissen.finde(zitat))
    assert werk is not None
    assert werk.kurz == kurz


#: An Einheit, and the VV, or the note printed in its place, on the § that it is or lies in.
VV = [
    ("§ 9 JVollzGB III", "VV zu § 9 JVollzGB III"),
    ("§ 9 Abs. 2 Nr. 3 JVollzGB III", "VV zu § 9 JVollzGB III"),
    ("§ 80 JVollzGB III", "Vermerk zu § 80 JVollzGB III"),
    ("§ 1 JVollzGB I", None),
    ("VV Nr. 6.9 zu § 9 JVollzGB III", None),
    ("Anlage 9 VwV JVollzGB", None),
    ("JVollzGB III", None),
]


@pytest.mark.parametrize(("zitat", "vv"), VV)
def test_vv(wissen: Wissen, zitat: str, vv: str | None) -> None:
    gefunden = wissen.vv(wissen.finde(zitat))
    assert (gefunden.zitat if gefunden else None) == vv


def test_oberhalb(wissen: Wissen) -> None:
    oben = wissen.oberhalb(wissen.finde("VV Nr. 6.9 zu § 9 JVollzGB III"))
    assert [e.zitat for e in oben] == [
        "JVollzGB III", "Abschnitt 2 JVollzGB III", "§ 9 JVollzGB III",
        "VV zu § 9 JVollzGB III", "VV Nr. 6 zu § 9 JVollzGB III",
    ]  # fmt: skip
    assert wissen.oberhalb(wissen.finde("JVollzGB III")) == []


UEBERSCHRIFTEN = [
    ("§ 11 JVollzGB III", "Weisungen und Aufhebung vollzugsöffnender Maßnahmen"),
    ("§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III", "Weisungen und Aufhebung vollzugsöffnender Maßnahmen"),
    ("VV Nr. 6.9 zu § 9 JVollzGB III", "Freistellung aus der Haft"),
    ("Nr. 6.1 AV ForAmb NRW", "Therapiekosten"),
    ("JVollzGB III", "Strafvollzug"),
]


@pytest.mark.parametrize(("zitat", "ueberschrift"), UEBERSCHRIFTEN)
def test_ueberschrift(wissen: Wissen, zitat: str, ueberschrift: str) -> None:
    assert wissen.ueberschrift(wissen.finde(zitat)) == ueberschrift


#: Citations and their ids as the contract gives them.
KENNUNGEN = [
    ("§ 9 Abs. 2 Nr. 3 JVollzGB III", "bw/jvollzgb-3#p9.abs2.nr3"),
    ("VV Nr. 6.9 zu § 9 JVollzGB III", "bw/vwv-jvollzgb#b3.p9.nr6.9"),
    ("Nr. 4.6 AV ForAmb NRW", "nw/av-forensische-ambulanzen#nr4.6"),
    ("§ 11 Abs. 1a JVollzGB III", "bw/jvollzgb-3#p11.abs1a"),
    ("Anlage 9 VwV JVollzGB", "bw/vwv-jvollzgb#anlage9"),
    ("JVollzVergO", "bw/jvollzvergo"),
]


@pytest.mark.parametrize(("zitat", "kennung"), KENNUNGEN)
def test_kennung(wissen: Wissen, zitat: str, kennung: str) -> None:
    assert wissen.finde(zitat).kennung == kennung


def test_kennung_eines_werks_dessen_text_fehlt(wissen: Wissen) -> None:
    assert wissen.register.kennung(wissen.zitat("§ 68b Abs. 2 Satz 2 StGB")) == "bund/stgb#p68b.abs2.s2"


# --- where it is kept


def test_ohne_angabe_gilt_die_umgebungsvariable(cache: Path, gebaut: Path) -> None:
    assert Path(os.environ["NORMEN_CACHE"]) == cache == cache_ordner()
    assert Wissen.oeffne().speicher.pfad == gebaut


def test_ohne_umgebungsvariable_der_ordner_des_nutzers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NORMEN_CACHE")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert tmp_path in cache_ordner().parents
    assert cache_ordner().name == "normen"


# --- a citation is asked for as typed, or as a value


@pytest.mark.parametrize("zitat", ["§ 36 JVollzGB II", "VV zu § 10 JVollzGB IV", "§ 9 Abs. 2 JVollzGB III"])
def test_ein_zitat_wird_als_text_und_als_wert_verstanden(wissen: Wissen, zitat: str) -> None:
    wert = lies_zitat(zitat)
    for frage in (wissen.finde, wissen.geltung, wissen.norm, wissen.verweise_in, wissen.verweise_auf, wissen.baum):
        assert frage(wert) == frage(zitat)
    text = "Satz 1 gilt entsprechend."
    assert wissen.verweise(text, kontext=wert) == wissen.verweise(text, kontext=zitat)


def test_ein_kontext_der_als_text_kommt_muss_bestehen(wissen: Wissen) -> None:
    with pytest.raises(ZitatFehler):
        wissen.verweise("Absatz 3 gilt.", kontext="§ 999 JVollzGB III")
    with pytest.raises(ZitatFehler):
        wissen.finde(lies_zitat("§ 1 Quatschgesetz"))


def test_baum_und_einheiten_sind_dieselben(wissen: Wissen) -> None:
    baum = [str(e.zitat) for werk in wissen.register.werke if werk.geladen for e in wissen.baum(werk.kurz).alle()]
    assert sorted(baum) == sorted(e.zitat for e in wissen.einheiten())
    assert all(str(e.als_zitat) == e.zitat and e.als_zitat.rahmen is e.rahmen for e in wissen.einheiten())
