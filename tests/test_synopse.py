"""``normen compare``: what it prints in each form, what it writes, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from conftest import Normen

BESUCH = ("§ 19 JVollzGB III", "§ 22 JVollzGB V")


def ohne_umbruch(text: str) -> str:
    return " ".join(text.split())


# Text


def test_ein_zitat_zeigt_parallelen_mit_gruenden_und_stellt_gegenueber(normen: Normen) -> None:
    ausgabe = ohne_umbruch(normen("compare", "§ 19 JVollzGB III").stdout)
    assert "JVollzGB I: keine parallele Vorschrift gefunden" in ausgabe
    assert (
        "§ 12 JVollzGB II (Sicherheit hoch): VV zu § 12 JVollzGB II übernimmt die ganze VV zum anderen Paragraphen;"
        " gleiche Überschrift;" in ausgabe
    )
    for anderer in ("§ 12 JVollzGB II", "§ 17 JVollzGB IV", "§ 22 JVollzGB V"):
        assert f"§ 19 JVollzGB III – {anderer}" in ausgabe


def test_was_nicht_eindeutig_ist_wird_vorgeschlagen_und_nicht_gewaehlt(normen: Normen) -> None:
    ausgabe = ohne_umbruch(normen("compare", "§ 68 JVollzGB III").stdout)
    assert "JVollzGB II: nicht eindeutig; wählen Sie selbst" in ausgabe
    for anderer in ("§ 48 JVollzGB II", "§ 78 JVollzGB II"):
        assert f'normen compare "§ 68 JVollzGB III" "{anderer}"' in ausgabe
        assert f"§ 68 JVollzGB III – {anderer}" not in ausgabe


def test_was_unsicher_ist_wird_auch_allein_nicht_gewaehlt(normen: Normen) -> None:
    ausgabe = ohne_umbruch(normen("compare", "§ 91 JVollzGB III").stdout)
    assert "JVollzGB V: unsicher; prüfen Sie selbst" in ausgabe
    assert 'normen compare "§ 91 JVollzGB III" "§ 78 JVollzGB V"' in ausgabe


def test_die_entsprechende_vorschrift_ist_als_solche_bezeichnet(normen: Normen) -> None:
    """§ 27 Abs. 2 Satz 1 III cites § 19 Abs. 2, § 20 Abs. 2 Satz 1 II § 12 Abs. 2; § 19 III and § 12 II are parallel."""
    paar = ("§ 27 JVollzGB III", "§ 20 JVollzGB II")
    text, markdown, html = (
        ohne_umbruch(normen("compare", *paar, "--format", f).stdout) for f in ("text", "markdown", "html")
    )
    grund = "§ 12 JVollzGB II und § 19 JVollzGB III: VV zu § 12 JVollzGB II übernimmt die ganze VV"
    for ausgabe in (text, markdown, html):
        assert "Als entsprechende Vorschriften sind zitiert:" in ausgabe
        assert ausgabe.count(grund) == (3 if ausgabe is html else 1)
    assert "« » Zitat derselben oder der entsprechenden Vorschrift" in text
    assert "«§ 19 Abs. 2»" in text
    assert "***§ 12 Abs. 2***" in markdown
    assert 'class="entsprechend"' in html
    (teil,) = (
        teil
        for p in normen("compare", *paar, "--json").json["comparisons"][0]["text"]
        for teil in p["parts"]
        if teil["agreement"] == "nur entsprechende Vorschrift"
    )
    assert (teil["left"], teil["right"]) == (" § 19 Abs. 2", " § 12 Abs. 2")
    assert teil["reason"].startswith(grund)


def test_regelungen_unter_einer_ueberschrift_stehen_in_einer_zeile(normen: Normen) -> None:
    ausgabe = ohne_umbruch(normen("compare", "§ 19 JVollzGB III", "§ 12 JVollzGB II").stdout)
    assert "• VV Nr. 1, 2, 3, 4, 5, 6 zu § 19 JVollzGB III Pflege sozialer Beziehungen" in ausgabe


def test_breit_stehen_die_seiten_nebeneinander(normen: Normen) -> None:
    zeilen = normen("compare", *BESUCH, env={"COLUMNS": "90"}).stdout.splitlines()
    assert any("mindestens [eine Stunde] im" in z and "beträgt mindestens {zehn" in z for z in zeilen)
    assert max(map(len, zeilen)) <= 90


def test_schmal_stehen_sie_untereinander(normen: Normen) -> None:
    zeilen = normen("compare", *BESUCH, env={"COLUMNS": "89"}).stdout.splitlines()
    assert "  links:  Die Gesamtdauer beträgt mindestens [eine Stunde] im Monat." in [z.rstrip() for z in zeilen]
    assert "  rechts: Die Gesamtdauer {des Besuchs} beträgt mindestens {zehn Stunden} im Monat." in [
        z.rstrip() for z in zeilen
    ]
    assert max(map(len, zeilen)) <= 89


def test_unterschiede_sind_auch_ohne_farbe_zu_sehen(normen: Normen) -> None:
    ausgabe = normen("compare", "§ 20 JVollzGB III", "§ 18 JVollzGB IV", env={"COLUMNS": "80", "NO_COLOR": "1"}).stdout
    assert "\x1b" not in ausgabe
    assert "‹Jugendstrafanstalt›" in ausgabe
    assert "{das Erreichen des Erziehungsauftrags}" in ohne_umbruch(ausgabe)


def test_farbe_haben_nur_die_marken(normen: Normen) -> None:
    ausgabe = normen("compare", *BESUCH, env={"COLUMNS": "80", "FORCE_COLOR": "1", "TERM": "xterm"}).stdout
    assert "\x1b[2mlinks:  \x1b[0mDie Gesamtdauer beträgt mindestens \x1b[31m[eine Stunde]\x1b[0m im Monat." in ausgabe
    assert "Die Gesamtdauer \x1b[32m{des Besuchs}\x1b[0m beträgt" in ausgabe


def test_die_quelle_jeder_seite_steht_da(normen: Normen) -> None:
    """§ 19 III and § 22 V, with the lines of the corpus and what is known of its version."""
    for form in ("text", "markdown", "html"):
        ausgabe = ohne_umbruch(normen("compare", *BESUCH, "--format", form).stdout).replace("\\_", "_")
        for zitat in BESUCH:
            assert f"{zitat}: bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt, Zeilen" in ausgabe
        assert "Stand der abgedruckten Fassung im Text nicht genannt" in ausgabe


def test_nur_unterschiede(normen: Normen) -> None:
    """Of § 82 III and § 78 IV the beginning of the list, Nr. 5 and 6, Abs. 2 and 3 are the same."""
    alles, weniger = (
        normen("compare", "§ 82 JVollzGB III", "§ 78 JVollzGB IV", *option).stdout
        for option in ((), ("--nur-unterschiede",))
    )
    assert "getrennte Unterbringung" in ohne_umbruch(alles)
    assert "getrennte Unterbringung" not in ohne_umbruch(weniger)
    for ausgabe in (alles, weniger):
        assert "Wortlaut: 5 gleich, 1 nur andere Bezeichnung, 4 anders, 1 nur links" in ausgabe


def test_was_ausgenommen_ist_steht_mit_der_klausel_da(normen: Normen) -> None:
    ausgabe = ohne_umbruch(normen("compare", "§ 51 JVollzGB III", "§ 36 JVollzGB II").stdout)
    assert "§ 36 JVollzGB II: ausgenommen in VV zu § 36 JVollzGB II • VV Nr. 6.3.3, 6.3.4 zu § 51 JVollzGB III" in ausgabe


def test_was_nicht_abgedruckt_oder_nicht_zu_verfolgen_ist_steht_da(normen: Normen) -> None:
    ausgabe = ohne_umbruch(normen("compare", "§ 80 JVollzGB III", "§ 61 JVollzGB II").stdout)
    assert "Die Verwaltungsvorschrift zu § 80 JVollzGB III ist nicht abgedruckt: [Vom Abdruck" in ausgabe
    assert "nicht zu verfolgen: VV zu § 80 JVollzGB III – nicht abgedruckt: [Vom Abdruck" in ausgabe


@pytest.mark.parametrize(
    ("gefragt", "hinweis"),
    [
        (
            "VV Nr. 2 zu § 19 JVollzGB III",
            "Gefragt war VV Nr. 2 zu § 19 JVollzGB III; Parallelen werden für ganze Paragraphen",
        ),
        ("§ 19 Abs. 2 Satz 1 JVollzGB III", "Gefragt war § 19 Abs. 2 Satz 1 JVollzGB III; Parallelen werden für ganze"),
    ],
)
def test_gesucht_wird_der_ganze_paragraph(gefragt: str, hinweis: str, normen: Normen) -> None:
    ausgabe = ohne_umbruch(normen("compare", gefragt).stdout)
    assert hinweis in ausgabe
    assert "§ 19 JVollzGB III – § 12 JVollzGB II" in ausgabe


def test_zwei_absaetze_sagen_dass_die_vv_fehlt(normen: Normen) -> None:
    ausgabe = ohne_umbruch(normen("compare", "§ 19 Abs. 2 JVollzGB III", "§ 12 Abs. 2 JVollzGB II").stdout)
    assert "Nicht einbezogen ist die VV zu § 19 JVollzGB III; sie gehört zum ganzen Paragraphen." in ausgabe


def test_ein_zitat_ohne_anfuehrungszeichen(normen: Normen) -> None:
    assert normen("compare", "§19", "JVollzGB", "3").stdout == normen("compare", "§ 19 JVollzGB III").stdout


def test_mehrere_stehen_dem_ersten_gegenueber(normen: Normen) -> None:
    zitate = ["§ 19 JVollzGB III", "§ 12 JVollzGB II", "§ 17 JVollzGB IV"]
    vergleiche = normen("compare", *zitate, "--json").json["comparisons"]
    assert [(v["left"]["citation"], v["right"]["citation"]) for v in vergleiche] == [
        (zitate[0], zitate[1]),
        (zitate[0], zitate[2]),
    ]


# JSON


def test_json(normen: Normen) -> None:
    daten = normen("compare", *BESUCH, "--json").json
    assert (daten["citation"], daten["parallels"]) == ("§ 19 JVollzGB III", [])
    (vergleich,) = daten["comparisons"]
    stunden = next(p for p in vergleich["text"] if p["left"] and p["left"]["citation"] == "§ 19 Abs. 2 Satz 2 JVollzGB III")
    assert stunden == {
        "left": {
            "citation": "§ 19 Abs. 2 Satz 2 JVollzGB III",
            "text": "Die Gesamtdauer beträgt mindestens eine Stunde im Monat.",
        },
        "right": {
            "citation": "§ 22 Abs. 2 Satz 2 JVollzGB V",
            "text": "Die Gesamtdauer des Besuchs beträgt mindestens zehn Stunden im Monat.",
        },
        "agreement": "anders",
        "moved": False,
        "parts": [
            {"agreement": "gleich", "left": "Die Gesamtdauer", "right": "Die Gesamtdauer"},
            {"agreement": "anders", "left": "", "right": " des Besuchs"},
            {"agreement": "gleich", "left": " beträgt mindestens", "right": " beträgt mindestens"},
            {"agreement": "anders", "left": " eine Stunde", "right": " zehn Stunden"},
            {"agreement": "gleich", "left": " im Monat.", "right": " im Monat."},
        ],
    }
    assert vergleich["rules"][0] == {
        "citation": "VV Nr. 1 zu § 19 JVollzGB III",
        "left": [{"kind": "own", "via": [], "massgaben": [], "bedingungen": []}],
        "right": [{"kind": "analog", "via": ["VV Nr. 1 zu § 22 JVollzGB V"], "massgaben": [], "bedingungen": []}],
        "excepted_by": [],
    }


def test_json_der_parallelen(normen: Normen) -> None:
    nach_werk = {p["work"]: p for p in normen("compare", "§ 68 JVollzGB III", "--format", "json").json["parallels"]}
    assert nach_werk["JVollzGB I"] == {"work": "JVollzGB I", "chosen": None, "candidates": []}
    assert nach_werk["JVollzGB IV"]["chosen"] == "§ 64 JVollzGB IV"
    assert nach_werk["JVollzGB II"]["chosen"] is None
    kandidaten = nach_werk["JVollzGB II"]["candidates"]
    assert [(k["citation"], k["confidence"]) for k in kandidaten] == [
        ("§ 48 JVollzGB II", "hoch"),
        ("§ 78 JVollzGB II", "hoch"),
    ]
    assert {"reason": "gleiche Überschrift", "weight": 2} in kandidaten[0]["reasons"]


# HTML


@pytest.fixture(scope="module")
def html(normen: Normen) -> str:
    return normen("compare", "§ 19 JVollzGB III", "--format", "html").stdout


@pytest.fixture(scope="module")
def baum(html: str) -> Any:
    return lxml.html.document_fromstring(html)


def test_html_braucht_nichts_von_aussen(html: str, baum: Any) -> None:
    assert html.startswith("<!DOCTYPE html>\n")
    assert baum.get("lang") == "de"
    assert baum.xpath("//script | //link | //img | //*[@src] | //*[@href]") == []
    assert "url(" not in html
    assert "@import" not in html


def test_html_zeichnet_links_mit_del_und_rechts_mit_ins_aus(baum: Any) -> None:
    (zeile,) = (
        tr
        for tr in baum.xpath("//tr[th[@scope='row']]")
        if "zehn Stunden" in tr.text_content() and "Gesamtdauer" in tr.text_content()
    )
    links, rechts = zeile.xpath("td")
    assert [e.text for e in links.iter("del", "ins")] == ["eine Stunde"]
    assert [(e.tag, e.text) for e in rechts.iter("del", "ins")] == [("ins", "des Besuchs"), ("ins", "zehn Stunden")]


def test_jede_tabelle_hat_koepfe(baum: Any) -> None:
    tabellen = baum.xpath("//table")
    assert len(tabellen) > 3
    for tabelle in tabellen:
        spalten = tabelle.xpath("thead/tr/th[@scope='col']")
        for zeile in tabelle.xpath("tbody/tr"):
            assert len(zeile.xpath("th[@scope='row']")) == 1
            assert len(zeile.xpath("th | td")) == len(spalten)


# Markdown


def test_markdown_hat_in_jeder_zeile_drei_zellen(normen: Normen) -> None:
    zeilen = normen("compare", *BESUCH, "--format", "markdown").stdout.splitlines()
    tabelle = [z for z in zeilen if z.startswith("|")]
    assert len(tabelle) == 2 + 8
    assert {z.count("|") for z in tabelle} == {4}
    assert (
        "| anders | Abs. 2 Satz 2: Die Gesamtdauer beträgt mindestens ~~eine Stunde~~ im Monat. "
        "| Abs. 2 Satz 2: Die Gesamtdauer **des Besuchs** beträgt mindestens **zehn Stunden** im Monat. |" in tabelle
    )


# Files


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_in_eine_datei(form: str, normen: Normen, tmp_path: Path) -> None:
    ziel = tmp_path / "besuch.txt"
    lauf = normen("compare", *BESUCH, "--format", form, "-o", str(ziel))
    gemeldet = f"Geschrieben: {ziel}\n"
    assert (lauf.code, lauf.stdout, lauf.stderr) == ((0, "", gemeldet) if form == "json" else (0, gemeldet, ""))
    assert ziel.read_text(encoding="utf-8") == normen("compare", *BESUCH, "--format", form).stdout
    assert list(tmp_path.iterdir()) == [ziel]


def test_json_in_eine_datei(normen: Normen, tmp_path: Path) -> None:
    normen("compare", *BESUCH, "--json", "-o", "besuch.json", cwd=tmp_path)
    assert json.loads((tmp_path / "besuch.json").read_text(encoding="utf-8"))["citation"] == "§ 19 JVollzGB III"


# Errors

FEHLER = {
    "a second citation that has lost its quotation marks": (
        ("§ 19 JVollzGB III", "§12"),
        "Fehler: Bei „§ 12“ fehlt das Gesetz.\nMeinten Sie „§ 12 JVollzGB I“, „§ 12 JVollzGB II“, „§ 12 JVollzGB III“, "
        "„§ 12 JVollzGB IV“ oder „§ 12 JVollzGB V“?\n"
        'Jedes Zitat steht für sich in Anführungszeichen: normen compare "§ 19 JVollzGB III" "§ 22 JVollzGB V"\n',
    ),
    "a § that does not exist": (
        ("§ 999 JVollzGB III",),
        "Fehler: § 999 JVollzGB III gibt es nicht. JVollzGB III gibt es.\n"
        "Meinten Sie „§ 113 JVollzGB III“, „§ 112 JVollzGB III“ oder „§ 111 JVollzGB III“?\n",
    ),
    "the same twice, in two spellings": (
        ("§ 19 JVollzGB III", "§19 JVollzGB 3"),
        "Fehler: § 19 JVollzGB III ist zweimal angegeben.\n"
        'Parallele Vorschriften findet: normen compare "§ 19 JVollzGB III"\n',
    ),
    "a work that is no book of a code": (
        ("§ 1 JVollzVergO",),
        "Fehler: Zu JVollzVergO gibt es keine anderen Bücher, in denen Parallelen stehen könnten.\n"
        'Nennen Sie auch, womit verglichen werden soll: normen compare "ZITAT" "ZITAT"\n',
    ),
    "a whole book": (
        ("JVollzGB III",),
        "Fehler: JVollzGB III ist kein Paragraph; nur zu Paragraphen werden Parallelen gesucht.\n"
        'Nennen Sie auch, womit verglichen werden soll: normen compare "ZITAT" "ZITAT"\n',
    ),
}


@pytest.mark.parametrize(("zitate", "meldung"), FEHLER.values(), ids=FEHLER)
def test_fehler(zitate: tuple[str, ...], meldung: str, normen: Normen) -> None:
    lauf = normen("compare", *zitate)
    assert (lauf.code, lauf.stdout, lauf.stderr) == (2, "", meldung)


def test_json_und_eine_andere_form_schliessen_einander_aus(normen: Normen) -> None:
    lauf = normen("compare", *BESUCH, "--json", "--format", "html")
    assert lauf.code == 2
    assert "„--json“ und „--format“ schließen einander aus." in lauf.stderr


def test_zielordner_den_es_nicht_gibt(normen: Normen, tmp_path: Path) -> None:
    ziel = tmp_path / "fehlt" / "besuch.html"
    lauf = normen("compare", *BESUCH, "--format", "html", "-o", str(ziel))
    assert (lauf.code, lauf.stdout) == (2, "")
    assert lauf.stderr.startswith(f"Fehler: {ziel}: ")
