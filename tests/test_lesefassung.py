"""What a Lesefassung prints: held against the law text read by hand, and against every § and VV of the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from normen.einheit import Art
from normen.geltung import Geltung, Gilt
from normen.lesefassung import Gruppe, Lauf, Lesefassung, Rolle, Teil
from normen.verweisung import Wirkung
from normen.wissen import Wissen
from normen.zitat import Spanne

#: How a label is noted below: as it is, in ‹› for orientation only, with "–" where it is excepted.
ZEICHEN = {Rolle.WORTLAUT: "{}", Rolle.EINORDNUNG: "‹{}›", Rolle.AUSGENOMMEN: "{} –"}


def marken(teil: Teil) -> list[str]:
    """Return the labels printed, in order, each with the sign of its role."""
    return [ZEICHEN[absatz.rolle].format(absatz.marke) for absatz in teil.absaetze if absatz.marke]


def laeufe(lf: Lesefassung) -> Iterator[Lauf]:
    return (lauf for teil in lf.teile for absatz in teil.absaetze for lauf in absatz.laeufe)


def lauf(lf: Lesefassung, zitat: str) -> Lauf:
    return next(x for x in laeufe(lf) if x.eintrag.zitat == zitat)


def quellen(gruppe: Gruppe) -> list[str]:
    return [str(v.quelle) for v in gruppe.weg]


# Read by hand


def test_nummern_eines_bereichs_mit_ausnahme(wissen: Wissen) -> None:
    """§ 36 JVollzGB II: "Die Nummern 2.2 bis 4.2 sowie 6.1 bis 6.3, mit Ausnahme von 6.3.3 und 6.3.4 …"."""
    lf = wissen.lesefassung("§ 36 JVollzGB II")
    assert [x.satz for absatz in lf.wortlaut.absaetze for x in absatz.laeufe] == ["1", "2", "3"]
    assert lf.vv is not None
    assert [x.eintrag.text for absatz in lf.vv.absaetze for x in absatz.laeufe] == [
        "Die Nummern 2.2 bis 4.2 sowie 6.1 bis 6.3, mit Ausnahme von 6.3.3 und 6.3.4 dieser Verwaltungsvorschrift zu § 51 "
        "JVollzGB III gelten entsprechend."
    ]
    (gruppe,) = lf.gruppen
    (teil,) = gruppe.teile
    assert (quellen(gruppe), gruppe.wirkung) == (["VV zu § 36 JVollzGB II"], Wirkung.ANALOG)
    assert (teil.eintrag.zitat, teil.eintrag.ueberschrift, teil.auszug) == (
        "VV zu § 51 JVollzGB III",
        "Haftkostenbeitrag",
        True,
    )
    # Numbers 1, 2.1, 4.3, 5, 6.4, 6.5 and 7 are not named; 2 and 6 are named only in part.
    assert marken(teil) == [
        "‹2›", "2.2", "3", "3.1", "3.2", "4", "4.1", "4.2",
        "‹6›", "6.1", "6.2", "6.3", "6.3.1", "6.3.2", "6.3.3 –", "6.3.4 –",
    ]  # fmt: skip
    assert lauf(lf, "VV Nr. 4.2 zu § 51 JVollzGB III").eintrag.text == (
        "Der nicht auf die Kost entfallende Anteil des Haftkostenbeitrages ist auch dann zu erheben, wenn sich Gefangene "
        "wegen einer Freistellung aus der Haft oder aus sonstigen Gründen vorübergehend nicht in der Justizvollzugsanstalt "
        "aufhalten."
    )
    assert lauf(lf, "VV Nr. 6.3 Satz 2 zu § 51 JVollzGB III").eintrag.text == "Hierunter fallen insbesondere:"
    assert (lf.geltung.nicht, [u.ziel for u in lf.geltung.ungeloest]) == ((), ["§ 51 Abs. 2 JVollzGB III"])


def test_ausnahme_bis_zum_satz(wissen: Wissen) -> None:
    """VV Nr. 1 zu § 20 JVollzGB V: "… mit Ausnahme der Nummern 1.1 bis 1.3 und Nummer 1.4 Satz 2 entsprechend"."""
    lf = wissen.lesefassung("VV zu § 20 JVollzGB V")
    assert marken(lf.wortlaut) == ["1", "2", "3"]
    assert (lf.vv, lf.vv_am_paragraphen) == (None, None)
    (gruppe,) = lf.gruppen
    (teil,) = gruppe.teile
    assert marken(teil) == [
        "1", "1.1 –", "1.2 –", "1.3 –", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9",
        "2", "2.1", "2.2", "2.3", "2.3.1", "2.3.2",
        "3", "3.1", "3.2", "3.2.1", "3.2.2", "3.3", "3.4", "3.5", "3.6", "3.7",
    ]  # fmt: skip
    nummer = next(absatz for absatz in teil.absaetze if absatz.marke == "1.4")
    assert [(x.satz, x.rolle) for x in nummer.laeufe] == [("1", Rolle.WORTLAUT), ("2", Rolle.AUSGENOMMEN)]
    # The words before a list belong to what applies: 2.3 has a text of its own and two numbers below it.
    assert lauf(lf, "VV Nr. 2.3 zu § 18 JVollzGB III").eintrag.text.endswith("zum Kauf anbietet (Kiosksystem).")
    assert [str(ziel) for ziel in gruppe.ausnahmen] == [
        "VV Nr. 1.1 zu § 18 JVollzGB III bis VV Nr. 1.3 zu § 18 JVollzGB III",
        "VV Nr. 1.4 Satz 2 zu § 18 JVollzGB III",
    ]


def test_massgabe(wissen: Wissen) -> None:
    """VV Nr. 2 zu § 49 JVollzGB V: "… die Nummern 1.2 bis 1.5, 1.7 und 2 bis 3.2, 3.4 bis 3.6 … mit der Maßgabe …"."""
    lf = wissen.lesefassung("§ 49 JVollzGB V")
    assert marken(lf.wortlaut) == ["(1)", "(2)", "(3)", "(4)"]
    (gruppe,) = lf.gruppen
    assert marken(gruppe.teile[0]) == [
        "‹1›", "1.2", "1.3", "1.4", "1.5", "1.7", "2", "2.1", "2.2", "3", "3.1", "3.2", "3.4", "3.5", "3.6",
    ]  # fmt: skip
    assert gruppe.weg[0].massgabe.startswith(
        "dass Taschengeld abweichend von Nummer 1.4 bereits vor Ablauf des ersten Monats"
    )
    assert [weg[-1].text for weg in lf.geltung.nicht] == ["§ 20 Absatz 3 bleibt unberührt."]


def test_ziel_das_nicht_abgedruckt_ist(wissen: Wissen) -> None:
    lf = wissen.lesefassung("VV zu § 61 JVollzGB II")
    assert lf.gruppen == ()
    assert [(u.ziel, u.grund) for u in lf.geltung.ungeloest] == [
        (
            "VV zu § 80 JVollzGB III",
            "nicht abgedruckt: [Vom Abdruck der Verwaltungsvorschrift wird aufgrund der zwischenzeitlich erfolgten "
            "Gesetzesänderung abgesehen.]",
        )
    ]


def test_eigene_vv_die_nicht_abgedruckt_ist(wissen: Wissen) -> None:
    lf = wissen.lesefassung("§ 80 JVollzGB III")
    # Abs. 1 has two Sätze with a list each.
    assert marken(lf.wortlaut) == ["(1)", "1.", "2.", "1.", "2.", "3.", "4.", "(2)", "(3)", "(4)"]
    assert lf.vv is not None
    assert lf.vv.eintrag.art is Art.VERMERK
    assert lf.vv.absaetze[0].laeufe[0].eintrag.text.startswith("[Vom Abdruck der Verwaltungsvorschrift wird aufgrund")


def test_ohne_verweisung_und_ohne_vv(wissen: Wissen) -> None:
    lf = wissen.lesefassung("§ 3 JVollzGB III")
    assert (lf.vv, lf.gruppen, lf.geltung) == (None, (), Geltung("§ 3 JVollzGB III", (), (), ()))
    assert [x.eintrag.zitat for x in laeufe(lf)] == [
        "§ 3 Abs. 1 Satz 1 JVollzGB III",
        "§ 3 Abs. 1 Satz 2 JVollzGB III",
        "§ 3 Abs. 2 JVollzGB III",
    ]


def test_ueber_mehrere_stufen_und_saetze_des_gesetzes(wissen: Wissen) -> None:
    """VV Nr. 6.10 zu § 9 -> § 90 -> "§ 52 Abs. 4 Satz 1 und 3 und Abs. 5": the Gesetz is printed without its VV."""
    lf = wissen.lesefassung("VV Nr. 6.10 zu § 9 JVollzGB III")
    erste, zweite = lf.gruppen
    assert [teil.eintrag.zitat for gruppe in lf.gruppen for teil in gruppe.teile] == [
        "§ 90 JVollzGB III",
        "§ 52 JVollzGB III",
    ]
    assert (marken(erste.teile[0]), erste.teile[0].auszug) == (["(1)", "(2)"], False)
    assert quellen(zweite) == ["VV Nr. 6.10 zu § 9 JVollzGB III", "§ 90 Abs. 2 Satz 2 JVollzGB III"]
    assert [(x.eintrag.zitat, x.rolle) for absatz in zweite.teile[0].absaetze for x in absatz.laeufe] == [
        ("§ 52 Abs. 4 Satz 1 JVollzGB III", Rolle.WORTLAUT),
        ("§ 52 Abs. 4 Satz 2 JVollzGB III", Rolle.AUSGELASSEN),
        ("§ 52 Abs. 4 Satz 3 JVollzGB III", Rolle.WORTLAUT),
        ("§ 52 Abs. 5 Satz 1 JVollzGB III", Rolle.WORTLAUT),
        ("§ 52 Abs. 5 Satz 2 JVollzGB III", Rolle.WORTLAUT),
    ]


def test_auf_zwei_wegen_einmal_gedruckt(wissen: Wissen) -> None:
    """VV Nr. 2.1 bis 2.3 zu § 24 apply as part of the whole VV, and once more under the Maßgabe of its Nr. 2.4."""
    lf = wissen.lesefassung("§ 17 JVollzGB II")
    erste, zweite = lf.gruppen
    doppelt = [absatz for absatz in erste.teile[0].absaetze if absatz.auch]
    assert [(absatz.marke, absatz.auch) for absatz in doppelt] == [("2.1", (2,)), ("2.2", (2,)), ("2.3", (2,))]
    assert (zweite.teile, [(a.eintrag.zitat, a.gruppe) for a in zweite.anderswo]) == (
        (),
        [(f"VV Nr. 2.{n} zu § 24 JVollzGB III", 1) for n in (1, 2, 3)],
    )
    assert zweite.weg[-1].massgabe.startswith("dass die Krankenhausleitung")


def test_was_auf_sich_selbst_verweist_ist_keine_gruppe(wissen: Wissen) -> None:
    """VV Nr. 5.4 Satz 1 zu § 9: "Nummer 6.6 gilt entsprechend." - both stand in the text that is asked about."""
    wege = [quellen(gruppe) for gruppe in wissen.lesefassung("§ 9 JVollzGB III").gruppen]
    assert ["VV Nr. 5.4 Satz 1 zu § 9 JVollzGB III"] not in wege
    assert ["VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III"] in wege
    assert [quellen(gruppe) for gruppe in wissen.lesefassung("VV Nr. 5.4 zu § 9 JVollzGB III").gruppen] == [
        ["VV Nr. 5.4 Satz 1 zu § 9 JVollzGB III"]
    ]


def test_binnenverweisungen_stehen_bei_ihrem_satz(wissen: Wissen) -> None:
    """VV Nr. 5.4 Satz 1 zu § 9, asked about with § 9, and taken over by VV Nr. 1 zu § 10."""
    eigene, uebernommen = (wissen.lesefassung(f"§ {nummer} JVollzGB III").binnen for nummer in ("9", "10"))
    satz = "VV Nr. 5.4 Satz 1 zu § 9 JVollzGB III"
    assert [[str(v.quelle) for v in weg] for weg in eigene[satz]] == [[satz]]
    assert [[str(v.quelle) for v in weg] for weg in uebernommen[satz]] == [["VV Nr. 1 zu § 10 JVollzGB III", satz]]
    assert wissen.lesefassung("§ 3 JVollzGB III").binnen == {}


def test_bereich_der_in_einer_nummer_endet(wissen: Wissen) -> None:
    """VV Nr. 3 zu § 63 JVollzGB V: "… die Nummern 3 bis 5 Satz 1 und die Nummern 6 und 7 Sätze 2 bis 4 …"."""
    (teil,) = wissen.lesefassung("§ 63 JVollzGB V").gruppen[0].teile
    fuenf, sieben = (next(absatz for absatz in teil.absaetze if absatz.marke == marke) for marke in ("5", "7"))
    assert marken(teil) == ["3", "4", "5", "6", "‹7›"]
    gedruckt = [[x.satz for x in absatz.laeufe if x.rolle is Rolle.WORTLAUT] for absatz in (fuenf, sieben)]
    assert gedruckt == [["1"], ["2", "3", "4"]]
    assert [x.satz for absatz in (fuenf, sieben) for x in absatz.laeufe if x.rolle is Rolle.AUSGELASSEN] == ["2", "1"]


@pytest.mark.parametrize(
    ("zitat", "erste", "vv_am_paragraphen"),
    [
        ("§ 9 Abs. 2 JVollzGB III", "", "VV zu § 9 JVollzGB III"),
        ("§ 9 Abs. 2 Nr. 3 JVollzGB III", "", "VV zu § 9 JVollzGB III"),
        ("§ 38 Abs. 1 JVollzGB I", "", "Vermerk zu § 38 JVollzGB I"),
        ("VV Nr. 6.9 zu § 9 JVollzGB III", "", None),
        ("Anlage 9 VwV JVollzGB", "1", None),
        ("Nr. 4 AV ForAmb NRW", "4.1", None),
        ("Abschnitt 2 JVollzGB III", "§ 4", None),
    ],
)
def test_jede_art_von_einheit(wissen: Wissen, zitat: str, erste: str, vv_am_paragraphen: str | None) -> None:
    lf = wissen.lesefassung(zitat)
    assert lf.eintrag.zitat == wissen.finde(zitat).zitat
    assert (marken(lf.wortlaut)[:1] if erste else [""]) == [erste]
    assert (lf.vv_am_paragraphen.zitat if lf.vv_am_paragraphen else None) == vv_am_paragraphen
    assert next(laeufe(lf))


def test_quellen_mit_fassung(wissen: Wissen) -> None:
    gesetz, vv = wissen.lesefassung("§ 36 JVollzGB II").quellen
    assert gesetz.werk is not None
    assert vv.werk is not None
    assert (gesetz.werk.kurz, vv.werk.kurz) == ("JVollzGB II", "VwV JVollzGB")
    assert gesetz.herkunft.startswith("Text eines PDF: Justizvollzugsgesetzbuch Baden-Württemberg")
    (av,) = wissen.lesefassung("Nr. 4.6 AV ForAmb NRW").quellen
    assert av.werk is not None
    assert (av.werk.in_kraft_ab, av.herkunft[:20]) == ("2025-01-01", "Zeichenerkennung (OC")


# For every § and VV


@pytest.fixture(scope="module")
def alle(wissen: Wissen) -> list[Lesefassung]:
    arten = (Art.PARAGRAPH, Art.VV, Art.ANLAGE)
    gefragt = [e.zitat for e in wissen.speicher.alle() if e.art in arten] + ["JVollzGB IV", "JVollzGB V", "AV ForAmb NRW"]
    return [wissen.lesefassung(zitat) for zitat in gefragt]


def test_der_korpus_gibt_der_pruefung_etwas_zu_tun(alle: list[Lesefassung]) -> None:
    gruppen = [gruppe for lf in alle for gruppe in lf.gruppen]
    assert len(alle) > 690
    assert sum(len(lf.geltung.gilt) for lf in alle) > 2000
    assert max(len(gruppe.weg) for gruppe in gruppen) > 3
    assert any(gruppe.anderswo for gruppe in gruppen)


def test_nichts_steht_zweimal(alle: list[Lesefassung]) -> None:
    for lf in alle:
        gezaehlt = Counter(x.eintrag.zitat for x in laeufe(lf) if x.rolle is Rolle.WORTLAUT)
        assert [zitat for zitat, mal in gezaehlt.items() if mal > 1] == [], lf.eintrag.zitat


def test_alles_was_gilt_steht_da(alle: list[Lesefassung], wissen: Wissen) -> None:
    """The whole text of each leaf that `applies` names, wherever on the page, but the VV on a § that is named."""
    for lf in alle:
        gedruckt = {x.eintrag for x in laeufe(lf) if x.rolle is Rolle.WORTLAUT}
        for gilt in lf.geltung.gilt:
            blatt = wissen.finde(gilt.zitat)
            text = [e for e in wissen.speicher.darunter(blatt) if e.text and (" zu " in e.zitat) == (" zu " in blatt.zitat)]
            fehlt = [e.zitat for e in text if e not in gedruckt and not liegt_hinter_dem_ende(e.zitat, gilt)]
            assert fehlt == [], (lf.eintrag.zitat, gilt.zitat)


def liegt_hinter_dem_ende(zitat: str, gilt: Gilt) -> bool:
    """Tell whether a Satz follows the one that a range ends with ("Nummern 3 bis 5 Satz 1"): it does not apply."""
    enden = [ziel.bis for ziel in gilt.weg[-1].ziele if isinstance(ziel, Spanne)]
    return any(str(ende.eltern[0]) == gilt.zitat and str(ende) < zitat for ende in enden)


def test_jeder_weg_auf_dem_etwas_gilt_ist_eine_gruppe(alle: list[Lesefassung]) -> None:
    for lf in alle:
        assert {gilt.weg for gilt in lf.geltung.gilt} <= {gruppe.weg for gruppe in lf.gruppen}, lf.eintrag.zitat


def test_jede_klausel_hat_eine_gruppe_oder_steht_bei_ihrem_satz(alle: list[Lesefassung], wissen: Wissen) -> None:
    assert sum(len(lf.geltung.innerhalb) for lf in alle) > 80
    for lf in alle:
        gedruckt = {x.eintrag.zitat for x in laeufe(lf) if x.rolle is Rolle.WORTLAUT}
        binnen = {weg[-1] for wege in lf.binnen.values() for weg in wege}
        assert set(lf.geltung.innerhalb) <= binnen, lf.eintrag.zitat
        assert set(lf.binnen) <= gedruckt, lf.eintrag.zitat
        gezeigt = {gruppe.weg[-1] for gruppe in lf.gruppen} | binnen
        for weg in lf.geltung.wege:
            assert weg[-1] in gezeigt or not any(ziel in lf.orte for ziel in weg[-1].ziele), (lf.eintrag.zitat, weg[-1].text)


def test_gruppen_stehen_nach_stufe(alle: list[Lesefassung]) -> None:
    for lf in alle:
        stufen = [len(gruppe.weg) for gruppe in lf.gruppen]
        assert (stufen, [gruppe.nummer for gruppe in lf.gruppen]) == (sorted(stufen), list(range(1, len(stufen) + 1)))


def test_die_vv_zu_einem_genannten_paragraphen_wird_nicht_gedruckt(alle: list[Lesefassung]) -> None:
    gruppen = [(lf, g) for lf in alle for g in lf.gruppen if not any(" zu " in str(ziel) for ziel in g.weg[-1].ziele)]
    assert len(gruppen) > 100
    for lf, gruppe in gruppen:
        assert [teil.eintrag.zitat for teil in gruppe.teile if " zu " in teil.eintrag.zitat] == [], lf.eintrag.zitat


def test_jeder_ort_steht_auf_der_seite(alle: list[Lesefassung]) -> None:
    for lf in alle:
        da = (
            {x.eintrag for x in laeufe(lf)}
            | {t.eintrag for t in lf.teile}
            | {a.eintrag for t in lf.teile for a in t.absaetze}
        )
        assert set(lf.orte.values()) <= da, lf.eintrag.zitat
