"""Pictures of a neighbourhood and the net as GraphML: what is in them, read back."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from conftest import Normen
from normen.aufzaehlung import aufgezaehlt
from normen.ausgabe.anordnung import geordnet, kreuzungen
from normen.ausgabe.bild import zeichne
from normen.ausgabe.graphml import als_graphml
from normen.ausgabe.kasten import BREITE, Kasten, mittelkasten, spalten_aus
from normen.ausgabe.schriftbild import umbrochen, weite
from normen.nachbarschaft import UNLESBAR, Nachbarschaft
from normen.verweisung import Wirkung
from normen.wissen import Wissen

SVG = "{http://www.w3.org/2000/svg}"
#: Einheiten of every size: with neighbours on both sides, on one, without any, a whole book, a law that is not loaded.
GEFRAGT = ["§ 49 JVollzGB III", "VV Nr. 4.5 zu § 48 JVollzGB III", "§ 1 JVollzGB III", "JVollzGB IV", "§ 57 StGB"]


# The neighbourhood


def namen(nachbarn: tuple[object, ...]) -> list[str]:
    return [f"{n.tiefe} {n.zitat}" for n in nachbarn]  # type: ignore[attr-defined]


def test_was_gilt_und_wer_uebernimmt(wissen: Wissen) -> None:
    """As read by hand on lines 9634, 14625, 17925 and 14425 of the handbook."""
    n = wissen.nachbarschaft("VV Nr. 4.5 zu § 48 JVollzGB III", 2)
    assert namen(n.betroffen) == [
        "1 VV Nr. 4 Satz 1 zu § 49 JVollzGB III",
        "1 VV Nr. 1 zu § 50 JVollzGB IV",
        "1 VV Nr. 4.1 zu § 44 JVollzGB V",
        "2 VV zu § 44 JVollzGB IV",
    ]
    assert [x.davor for x in n.betroffen] == [(), (), (), (0,)]
    assert (n.gilt, n.ferner, n.ueberschrift) == ((), (0, 0), "Verfahrensregelungen und Freistellungsentscheidung")


def test_nummern_stehen_als_bereich_da_wie_im_text(wissen: Wissen) -> None:
    n, zweifelhaft = wissen.nachbarschaft("§ 36 JVollzGB II", 2).gilt
    assert n.zitat == "VV Nr. 2.2 bis 4.2, 6.1 bis 6.3 zu § 51 JVollzGB III"
    assert aufgezaehlt(n.klausel.ausnahmen) == "VV Nr. 6.3.3, 6.3.4 zu § 51 JVollzGB III"
    assert zweifelhaft.gruende[0].startswith("Nach dem Wortlaut nicht sicher eine Verweisung")


#: What a clause names, in whose neighbourhood, and what its box says it is.
BEREICHE = {
    "one Einheit": ("§ 9 JVollzGB III", "§ 90 JVollzGB III", "Entlassungsbeihilfe"),
    "numbers, less two that are excepted": (
        "§ 36 JVollzGB II",
        "VV Nr. 2.2 bis 4.2, 6.1 bis 6.3 zu § 51 JVollzGB III",
        "11 Vorschriften: Höhe des Haftkostenbeitrags bis Verfahrensregelungen",
    ),
    "all under one heading": (
        "§ 9 JVollzGB IV",
        "VV Nr. 7.6 bis 7.9, 7.11, 7.12 zu § 9 JVollzGB III",
        "12 Nummern: Anordnung und Aufhebung vollzugsöffnender Maßnahmen",
    ),
    "§§": (
        "§ 88 JVollzGB IV",
        "§ 97 bis § 103 JVollzGB III",
        "7 Paragraphen: Ziele und Gestaltung des Vollzugs bis Verbleib und Aufnahme auf freiwilliger Grundlage",
    ),
    "Absätze and §§": (
        "§ 89 Abs. 3 JVollzGB III",
        "§ 9 Abs. 1, 4, § 11, § 12 JVollzGB III",
        "4 Vorschriften: Vollzugsöffnende Maßnahmen bis Zustimmung der Aufsichtsbehörde",
    ),
    "a law whose text is not loaded": ("§ 22 Abs. 2 JVollzGB IV", "§ 148 Abs. 2, § 148a StPO", ""),
}


@pytest.mark.parametrize(("gefragt", "zitat", "ueberschrift"), BEREICHE.values(), ids=BEREICHE)
def test_ein_bereich_sagt_was_er_ist(gefragt: str, zitat: str, ueberschrift: str, wissen: Wissen) -> None:
    gilt = wissen.nachbarschaft(gefragt, 1).gilt
    assert [x.ueberschrift for x in gilt if x.zitat == zitat] == [ueberschrift]


def test_tiefe_begrenzt_und_was_fehlt_ist_gezaehlt(wissen: Wissen) -> None:
    alle, eine = (wissen.nachbarschaft("VV zu § 44 JVollzGB IV", tiefe) for tiefe in (9, 1))
    assert namen(eine.gilt) == ["1 VV zu § 49 JVollzGB III"]
    assert eine.ferner == (len(alle.gilt) - 1, 0)
    assert alle.ferner == (0, 0)
    assert all(alle.gilt[d].tiefe == n.tiefe - 1 for n in alle.gilt for d in n.davor)


def test_was_nicht_verfolgt_werden_kann_steht_mit_grund_da(wissen: Wissen) -> None:
    (n,) = (n for n in wissen.nachbarschaft("§ 49 JVollzGB III", 1).gilt if n.zitat == "§ 57 Abs. 4 StGB")
    assert n.gruende == ("Der Text von StGB ist nicht geladen",)


def test_was_in_der_vorschrift_bleibt_fehlt(wissen: Wissen) -> None:
    """ "Dies gilt nicht, wenn Gefangene in verschiedenen Betrieben arbeiten" is about the Satz before, in § 49 itself."""
    n = wissen.nachbarschaft("§ 49 JVollzGB III", 2)
    assert "VV Nr. 1.1 Satz 1 zu § 49 JVollzGB III" not in [x.zitat for x in n.gilt]
    assert all(not str(x.klausel.quelle).endswith("§ 49 JVollzGB III") for x in n.betroffen)


# The picture


@pytest.fixture(params=GEFRAGT)
def umgebung(request: pytest.FixtureRequest, wissen: Wissen) -> Nachbarschaft:
    return wissen.nachbarschaft(request.param, 2)


def test_das_bild_ist_in_sich_geschlossen_und_hat_titel_und_beschreibung(umgebung: Nachbarschaft) -> None:
    bild = etree.fromstring(zeichne(umgebung).encode())
    assert bild.tag == f"{SVG}svg"
    assert bild.get("role") == "img"
    assert umgebung.zitat in (bild.findtext(f"{SVG}title") or "")
    beschreibung = bild.findtext(f"{SVG}desc") or ""
    assert all(n.zitat in beschreibung for n in (*umgebung.gilt, *umgebung.betroffen))
    werte = [wert for e in bild.iter() for wert in e.attrib.values()]
    assert not [wert for wert in werte if "//" in wert]
    assert {wert[5:-1] for wert in werte if wert.startswith("url(")} <= {e.get("id") for e in bild.iter()}


def test_jede_klausel_steht_im_bild(umgebung: Nachbarschaft) -> None:
    bild = etree.fromstring(zeichne(umgebung).encode())
    titel = "\n".join(g.findtext(f"{SVG}title") or "" for g in bild.iter(f"{SVG}g"))
    for n in (*umgebung.gilt, *umgebung.betroffen):
        assert f"{n.klausel.quelle}: {n.klausel.text}" in titel


def test_kaesten_ueberdecken_sich_nicht_und_ihr_text_passt_hinein(umgebung: Nachbarschaft) -> None:
    bild = etree.fromstring(zeichne(umgebung).encode())
    _, _, breite, hoehe = (float(zahl) for zahl in (bild.get("viewBox") or "").split())
    rahmen = []
    for g in bild.iter(f"{SVG}g"):
        rechteck = g.find(f"{SVG}rect")
        assert rechteck is not None
        x, y, b, h = (float(rechteck.get(name) or 0) for name in ("x", "y", "width", "height"))
        rahmen.append((x, y, x + b, y + h))
        for text in g.iter(f"{SVG}text"):
            assert float(text.get("x") or 0) + weite(text.text or "", float(text.get("font-size") or 0)) <= x + b
            assert y < float(text.get("y") or 0) < y + h
    assert all(x >= 0 and y >= 0 and rechts <= breite and unten <= hoehe for x, y, rechts, unten in rahmen)
    assert not [
        (a, b) for i, a in enumerate(rahmen) for b in rahmen[:i]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]  # fmt: skip
    assert len(rahmen) < 60


# The order of the boxes


def spalten(*haengt_an: list[list[int]]) -> list[list[Kasten]]:
    """Make columns: for each, the places in the one before that its boxes hang on; a first column goes before them."""
    alle = [[Kasten([], str(i), None) for i in range(9)]]
    for stufe in haengt_an:
        alle.append([Kasten([], str(i), None, [alle[-1][d] for d in davor]) for i, davor in enumerate(stufe)])
    return alle


#: What the boxes of each column hang on, crossings as given, crossings in the new order.
ANORDNUNGEN = {
    "nothing crosses": (([[0], [0], [1]],), 0, 0),
    "two": (([[1], [0]],), 1, 0),
    "a box between two": (([[0, 2], [0], [1]],), 2, 1),
    "the next column follows": (([[2], [1], [0]], [[2], [0], [1]]), 5, 0),
    "cannot be helped": (([[0, 1], [0, 1]],), 1, 1),
    "no better: stays": (([[0, 1, 2], [1]],), 1, 1),
    "one column": ((), 0, 0),
}


@pytest.mark.parametrize(("haengt_an", "vorher", "nachher"), ANORDNUNGEN.values(), ids=ANORDNUNGEN)
def test_anordnung(haengt_an: tuple[list[list[int]], ...], vorher: int, nachher: int) -> None:
    gegeben = spalten(*haengt_an)
    neu = geordnet(gegeben)
    assert (kreuzungen(gegeben), kreuzungen(neu)) == (vorher, nachher)
    assert neu == gegeben or nachher < vorher


_STUFE = st.lists(st.lists(st.integers(0, 2), min_size=1, max_size=3, unique=True), min_size=3, max_size=6)


@given(st.lists(_STUFE, max_size=3))
def test_nie_mehr_kreuzungen_und_kein_kasten_geht_verloren(haengt_an: list[list[list[int]]]) -> None:
    gegeben = spalten(*haengt_an)
    neu = geordnet(gegeben)
    assert kreuzungen(neu) <= kreuzungen(gegeben)
    assert [set(map(id, s)) for s in neu] == [set(map(id, s)) for s in gegeben]


@given(st.lists(st.lists(st.integers(0, 2).map(lambda d: [d]), min_size=3, max_size=6), max_size=3))
def test_hangt_jeder_an_einem_kreuzt_sich_nichts(haengt_an: list[list[list[int]]]) -> None:
    assert kreuzungen(geordnet(spalten(*haengt_an))) == 0


def test_im_bild_kreuzt_sich_nichts_und_keine_linie_laeuft_durch_einen_kasten(wissen: Wissen) -> None:
    """§ 9 III has four columns; as they stand in the text, four pairs of its lines would cross."""
    n = wissen.nachbarschaft("§ 9 JVollzGB III", 2)
    seiten = [
        spalten_aus(nachbarn, mittelkasten(n), links=links) for nachbarn, links in ((n.gilt, True), (n.betroffen, False))
    ]
    assert sum(map(kreuzungen, seiten)) == 4
    bild = etree.fromstring(zeichne(n).encode())
    linien = [
        [float(z) for z in re.findall(r"[\d.]+", e.get("d") or "")] for e in bild.iter(f"{SVG}path") if e.get("marker-end")
    ]
    kaesten = [float(e.get("x") or 0) for g in bild.iter(f"{SVG}g") for e in g.iter(f"{SVG}rect")]
    for x1, y1, *_, x2, y2 in linien:
        assert not [x for x in kaesten if x1 < x + BREITE and x < x2]
        assert not [1 for a1, b1, *_, a2, b2 in linien if a1 == x1 and a2 == x2 and (y1 - b1) * (y2 - b2) < 0]


def test_arten_von_klauseln_unterscheiden_sich_nicht_nur_in_der_farbe(wissen: Wissen) -> None:
    """In the legend: a line for each kind, dashes that differ, and a cross on what does not apply."""
    bild = etree.fromstring(zeichne(wissen.nachbarschaft("§ 1 JVollzGB III", 1)).encode())
    striche = [(e.get("stroke-dasharray"), e.get("marker-end")) for e in bild.iter(f"{SVG}line")]
    assert [art for _, art in striche] == [f"url(#{w.value})" for w in Wirkung]
    assert len({muster for muster, _ in striche}) == 3  # solid twice, and one of the two is crossed
    kreuze = [e for e in bild.iter(f"{SVG}path") if (e.get("d") or "").count("M") == 2]
    assert len(kreuze) == 1


def test_der_gesperrte_pfeil_traegt_ein_kreuz(wissen: Wissen) -> None:
    n = wissen.nachbarschaft("§ 9 JVollzGB IV", 2)
    verneint = [x for x in (*n.gilt, *n.betroffen) if x.klausel.wirkung is Wirkung.NEGATIV]
    bild = etree.fromstring(zeichne(n).encode())
    assert len([e for e in bild.iter(f"{SVG}path") if (e.get("d") or "").count("M") == 2]) == 1 + len(verneint)


def test_viele_nachbarn_werden_zusammengefasst(wissen: Wissen) -> None:
    n = wissen.nachbarschaft("JVollzGB IV", 1)
    assert len(n.gilt) > 40
    bild = etree.fromstring(zeichne(n).encode())
    texte = [t.text or "" for t in bild.iter(f"{SVG}text")]
    analog = [x for x in n.gilt if x.klausel.wirkung is Wirkung.ANALOG and x.zitat.endswith("JVollzGB III")]
    assert f"JVollzGB III: {len(analog)} Klauseln" in texte
    assert any(x.zitat == UNLESBAR for x in n.gilt)


def test_auszeichnungszeichen_im_text_stoeren_nicht(wissen: Wissen) -> None:
    n = wissen.nachbarschaft("§ 36 JVollzGB II", 1)
    boese = Nachbarschaft("§ 1 <A> & „B“", 'x "y" <z>', n.gilt, n.betroffen, (0, 0))
    assert "§ 1 <A> & „B“" in [t.text for t in etree.fromstring(zeichne(boese).encode()).iter(f"{SVG}text")]


#: A text, how many characters of the face's middle width fit into a line, lines at most, and the lines.
UMBRUECHE = {
    "fits": ("ein Wort", 20, 2, ["ein Wort"]),
    "between words": ("abc abc abc", 8, 2, ["abc abc", "abc"]),
    "a § stays with its number": ("abcd § 12", 8, 2, ["abcd", "§ 12"]),
    "too much": ("abc abc abc abc abc", 8, 2, ["abc abc", "abc …"]),
    "one word too long": ("abcdefghijklmnop", 8, 2, ["abcdefghijklmnop"]),
    "nothing": ("", 8, 2, []),
}


@pytest.mark.parametrize(("text", "zeichen", "hoechstens", "zeilen"), UMBRUECHE.values(), ids=UMBRUECHE)
def test_umbruch(text: str, zeichen: int, hoechstens: int, zeilen: list[str]) -> None:
    assert umbrochen(text, 10, zeichen * weite("a", 10), hoechstens) == zeilen


# The command


def test_gleiche_frage_gleiche_bytes(normen: Normen, tmp_path: Path) -> None:
    erstes = normen("graph", "§ 49 JVollzGB III", env={"PYTHONHASHSEED": "1"})
    lauf = normen("graph", "§49 JVollzGB 3", "-o", "netz.svg", cwd=tmp_path, env={"PYTHONHASHSEED": "2"})
    assert (lauf.code, lauf.stdout, lauf.stderr) == (0, "Geschrieben: netz.svg\n", "")
    assert (tmp_path / "netz.svg").read_text(encoding="utf-8") == erstes.stdout
    assert [p.name for p in tmp_path.iterdir()] == ["netz.svg"]


def test_das_bild_im_handbuch_ist_das_des_befehls(wissen: Wissen) -> None:
    bild = Path(__file__).parents[1] / "docs" / "bilder" / "umgebung.svg"
    assert bild.read_text(encoding="utf-8") == zeichne(wissen.nachbarschaft("VV Nr. 4.5 zu § 48 JVollzGB III", 2))


#: A file to write to, and what is said.
FALSCHE_ZIELE = {
    "another ending": (
        "netz.png",
        "Fehler: netz.png: Diese Ausgabe endet auf .svg.\nZum Beispiel: netz.svg\n",
    ),
    "no such folder": (
        "gibtesnicht/netz.svg",
        "Fehler: gibtesnicht/netz.svg: Den Zielordner gibt es nicht.\nLegen Sie ihn an oder nennen Sie einen anderen.\n",
    ),
    "a folder": ("ordner.svg", "Fehler: ordner.svg: An dieser Stelle steht ein Ordner.\nNennen Sie einen Dateinamen.\n"),
}


@pytest.mark.parametrize(("ziel", "meldung"), FALSCHE_ZIELE.values(), ids=FALSCHE_ZIELE)
def test_falsches_ziel(ziel: str, meldung: str, normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "ordner.svg").mkdir()
    lauf = normen("graph", "§ 49 JVollzGB III", "-o", ziel, cwd=tmp_path)
    assert (lauf.code, lauf.stdout, lauf.stderr) == (2, "", meldung)
    assert [p.name for p in tmp_path.iterdir()] == ["ordner.svg"]


# GraphML


@pytest.fixture(scope="module")
def graphml(wissen: Wissen) -> str:
    return als_graphml(wissen.netz, mit_baum=True)


@pytest.fixture(scope="module")
def graph(graphml: str) -> networkx.MultiDiGraph:
    return networkx.parse_graphml(graphml, force_multigraph=True)


def test_jede_einheit_ist_ein_knoten(graph: networkx.MultiDiGraph, wissen: Wissen) -> None:
    eintraege = list(wissen.speicher.alle())
    knoten = {k: d for k, d in graph.nodes(data=True) if not k.startswith("~")}
    assert {e.kennung: (e.zitat, e.art.value, e.ueberschrift) for e in eintraege} == {
        k: (d["citation"], d["kind"], d["heading"]) for k, d in knoten.items()
    }
    assert all(d["citation"].endswith(d["work"]) for d in knoten.values())
    assert {d["kind"] for k, d in graph.nodes(data=True) if k.startswith("~")} == {"outside", "unreadable"}


def test_jede_klausel_ist_eine_kante(graph: networkx.MultiDiGraph, wissen: Wissen) -> None:
    klauseln = {(str(v.quelle), v.wirkung.value, v.text, v.zeile) for _, v in wissen.speicher.verweisungen()}
    kanten = ((graph.nodes[von]["citation"], d) for von, _, d in graph.edges(data=True) if d["kind"] != "contains")
    assert {(von, d["kind"], d["text"], d["line"]) for von, d in kanten} == klauseln


def nach(graph: networkx.MultiDiGraph, quelle: str) -> dict[str, dict[str, str]]:
    """Return the clauses in an Einheit by what they name."""
    (knoten,) = (k for k, d in graph.nodes(data=True) if d["citation"] == quelle)
    kanten = graph.out_edges(knoten, data=True)
    return {graph.nodes[ziel]["label"]: d for _, ziel, d in kanten if d["kind"] != "contains"}


def test_kanten_wie_im_text(graph: networkx.MultiDiGraph) -> None:
    """ "Die Nummern 2.2 bis 4.2 sowie 6.1 bis 6.3, mit Ausnahme von 6.3.3 und 6.3.4 …", and two clauses with one target."""
    haftkosten = nach(graph, "VV zu § 36 JVollzGB II")
    assert {"VV Nr. 2.2 zu § 51 JVollzGB III", "VV Nr. 6.3.2 zu § 51 JVollzGB III"} <= set(haftkosten)
    assert "VV Nr. 6.3.3 zu § 51 JVollzGB III" not in haftkosten
    assert haftkosten["VV Nr. 2.2 zu § 51 JVollzGB III"]["except"] == "VV Nr. 6.3.3, 6.3.4 zu § 51 JVollzGB III"
    (bezuege,) = nach(graph, "VV Nr. 4 Satz 1 zu § 49 JVollzGB III").items()
    assert (bezuege[0], bezuege[1]["kind"]) == ("VV Nr. 4.5 zu § 48 JVollzGB III", "analog")
    (frei,) = nach(graph, "VV zu § 42 JVollzGB IV").values()
    assert frei["massgabe"] == "dass die Rechte der gesetzlichen Vertreter der jungen Gefangenen zu beachten sind"
    assert list(nach(graph, "§ 49 Abs. 11 Satz 3 JVollzGB III")) == ["§ 57 Abs. 4 StGB"]


def test_kanten_haben_eigene_namen_und_schluessel_auch(graphml: str) -> None:
    """The schema of GraphML wants ids to be unique."""
    baum = etree.fromstring(graphml.encode())
    for art in ("edge", "node", "key"):
        anzahl = Counter(e.get("id") for e in baum.iter(f"{{*}}{art}"))
        assert max(anzahl.values()) == 1, art


def test_enthalten_ist_der_baum(graph: networkx.MultiDiGraph, wissen: Wissen) -> None:
    enthalten = {(von, ziel) for von, ziel, d in graph.edges(data=True) if d["kind"] == "contains"}
    kennung = {e.nr: e.kennung for e in wissen.speicher.alle()}
    assert enthalten == {(kennung[e.eltern], e.kennung) for e in wissen.speicher.alle() if e.eltern is not None}


def test_export_schreibt_dieselben_bytes_ohne_den_baum_oder_mit(normen: Normen, graphml: str, tmp_path: Path) -> None:
    lauf = normen("export", "graph", "--enthalten", "-o", "netz.graphml", cwd=tmp_path, env={"PYTHONHASHSEED": "3"})
    assert (lauf.code, lauf.stdout) == (0, "Geschrieben: netz.graphml\n")
    assert (tmp_path / "netz.graphml").read_text(encoding="utf-8") == graphml
    assert "contains" not in normen("export", "graph").stdout
