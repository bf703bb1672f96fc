"""A Lesefassung in its formats: the same words in each, pages and Word files that stand on their own, and the command."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from rich.console import Console

from conftest import Normen
from normen.ausgabe.lesefassung import terminal
from normen.ausgabe.lesefassung.daten import daten
from normen.ausgabe.lesefassung.docx import docx
from normen.ausgabe.lesefassung.gliederung import Glied, Kopf, Rechtstext, geschuetzt, gliederung
from normen.ausgabe.lesefassung.html import html
from normen.ausgabe.lesefassung.markdown import markdown
from normen.einheit import Art
from normen.wissen import Wissen

BEISPIELE = (
    "§ 36 JVollzGB II",  # a range with exceptions
    "VV zu § 20 JVollzGB V",  # an exception down to the Satz
    "§ 17 JVollzGB II",  # two ways, Maßgabe, Bedingung, unaffected, not resolved
    "§ 11 JVollzGB V",  # three steps, several works in one group
    "§ 80 JVollzGB III",  # VV that is not printed
    "§ 3 JVollzGB III",  # nothing applies
    "Nr. 4.6 AV ForAmb NRW",
    "Anlage 1 VwV JVollzGB",
    "Abschnitt 4 JVollzGB II",
    "§ 51 JVollzGB I",  # a clause within, with Maßgabe and Bedingung
)
SOFFICE = shutil.which("soffice")
HOCH = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
XHTML = "{http://www.w3.org/1999/xhtml}"


def als_text(glieder: tuple[Glied, ...]) -> str:
    heraus = io.StringIO()
    terminal.zeige(Console(file=heraus, width=100, highlight=False, emoji=False, markup=False), glieder)
    return heraus.getvalue().translate(HOCH)


def aus_markdown(glieder: tuple[Glied, ...]) -> str:
    zeilen = re.sub(r"^(?:[#>\s]+|\s*- )", "", markdown(glieder).translate(HOCH), flags=re.MULTILINE)
    return re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)\*+", "", zeilen))


def aus_html(glieder: tuple[Glied, ...]) -> str:
    baum = seite(glieder)
    for element in (*baum.iter(f"{XHTML}style"), *baum.iter(f"{XHTML}nav"), *baum.iter(f"{XHTML}title")):
        element.clear()
    return "".join(baum.itertext())


def aus_docx(glieder: tuple[Glied, ...]) -> str:
    word = Document(io.BytesIO(docx(glieder)))
    zeichen = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    absaetze = (p._p.iter(qn("w:t"), *zeichen) for p in word.paragraphs if not p.style.name.startswith("Inhalt"))
    return "\n".join("".join(zeichen.get(teil.tag, teil.text or "") for teil in absatz) for absatz in absaetze)


def seite(glieder: tuple[Glied, ...]) -> etree._Element:
    return etree.fromstring(html(glieder).encode())


FORMEN: dict[str, Callable[[tuple[Glied, ...]], str]] = {
    "text": als_text, "markdown": aus_markdown, "html": aus_html, "docx": aus_docx,
}  # fmt: skip


@pytest.fixture(scope="module", params=BEISPIELE)
def zitat(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def glieder(zitat: str, wissen: Wissen) -> tuple[Glied, ...]:
    return gliederung(wissen.lesefassung(zitat))


def gedruckte_texte(antwort: Any) -> Iterator[str]:
    """Yield the text of each Einheit in the JSON, and the clauses."""
    teile = [antwort["text"], *filter(None, [antwort["vv"]]), *(t for g in antwort["groups"] for t in g["parts"])]
    yield from (einheit["text"] for teil in teile for einheit in teil["units"] if einheit["text"])
    yield from (klausel for gruppe in antwort["groups"] for klausel in gruppe["clauses"])
    yield from (nicht["text"] for nicht in antwort["not_applicable"])
    yield from (text for u in antwort["unresolved"] for text in (u["target"], u["reason"]))
    yield from (text for gruppe in antwort["groups"] for text in (*gruppe["massgaben"], *gruppe["bedingungen"]))
    yield antwort["note"]


@pytest.mark.parametrize("form", FORMEN)
def test_jede_form_hat_jedes_wort(form: str, zitat: str, glieder: tuple[Glied, ...], wissen: Wissen) -> None:
    buchstaben = re.sub(r"\W", "", FORMEN[form](glieder))
    texte = list(gedruckte_texte(daten(wissen.lesefassung(zitat))))
    assert len(texte) > 1
    assert [text for text in texte if re.sub(r"\W", "", text) not in buchstaben] == []


#: What stands behind a Satz that leads elsewhere on the page: up, down, to several, into its own Satz.
BINNEN = [
    (
        "§ 51 JVollzGB I",
        "→ gilt entsprechend: § 51 Abs. 2 JVollzGB I (oben), mit der Maßgabe und unter der Bedingung dieses Satzes",
    ),
    ("§ 9 JVollzGB III", "→ gilt entsprechend: VV Nr. 6.6 zu § 9 JVollzGB III (unten)"),
    ("§ 10 JVollzGB III", "→ gilt entsprechend: VV Nr. 6.6 zu § 9 JVollzGB III (unten)"),
    ("§ 35 JVollzGB I", "→ gilt oder wird in Bezug genommen, gemeint: § 35 Abs. 1 Satz 1 JVollzGB I (oben)"),
    (
        "§ 35 JVollzGB I",
        "→ gilt entsprechend: § 35 Abs. 1 Satz 4 JVollzGB I (oben) und § 35 Abs. 1 Satz 5 JVollzGB I (oben)",
    ),
    (
        "§ 43 JVollzGB III",
        "→ gilt oder wird in Bezug genommen, gemeint: was im selben Satz davor steht, unter der Bedingung dieses Satzes",
    ),
]


@pytest.mark.parametrize("form", FORMEN)
@pytest.mark.parametrize(("zitat", "vermerk"), BINNEN)
def test_wohin_ein_satz_innerhalb_fuehrt_sagt_jede_form(form: str, zitat: str, vermerk: str, wissen: Wissen) -> None:
    text = FORMEN[form](gliederung(wissen.lesefassung(zitat))).replace("\N{NO-BREAK SPACE}", " ")
    assert " ".join(text.split()).count(f"[{vermerk}]") == 1


@pytest.mark.parametrize("form", FORMEN)
def test_was_applies_innerhalb_zeigt_steht_in_jeder_form_am_satz(form: str, wissen: Wissen) -> None:
    """For every § that has such a clause: behind its last word, with its first target."""
    paragraphen = [e for e in wissen.speicher.alle() if e.art is Art.PARAGRAPH and wissen.geltung(e.zitat).innerhalb]
    assert len(paragraphen) > 40
    for e in paragraphen:
        lf = wissen.lesefassung(e.zitat)
        text = " ".join(FORMEN[form](gliederung(lf)).replace("\N{NO-BREAK SPACE}", " ").split())
        for v in lf.geltung.innerhalb:
            ziel = str(v.ziele[0]) if v.ziele[0] != v.quelle else "was im selben Satz davor steht"
            stelle = re.escape(v.text.split()[-1]) + r" \[→ [^]]+: " + re.escape(ziel)
            assert re.search(stelle, text), (e.zitat, v.text)


def test_eine_klausel_innerhalb_ist_keine_verweisung_die_fehlt(wissen: Wissen) -> None:
    text = als_text(gliederung(wissen.lesefassung("§ 43 JVollzGB III")))
    assert "Keine Verweisung führt über das Abgedruckte hinaus." in text
    assert "Keine Verweisung erkannt" not in text


def test_was_oben_steht_ist_nicht_unabdruckbar(wissen: Wissen) -> None:
    text = als_text(gliederung(wissen.lesefassung("§ 16 JVollzGB I")))
    assert "Was Verweisungen gelten lassen und abgedruckt werden kann, steht schon oben." in text
    assert "abgedruckt werden könnte" not in text


def marken(text: str) -> list[str]:
    return re.findall(r"(?<![\w.§])\d+(?:\.\d+)+(?![\w.])", text)


def test_alle_formen_haben_dieselben_nummern(glieder: tuple[Glied, ...]) -> None:
    nummern = {form: marken(lies(glieder).replace("\N{NO-BREAK SPACE}", " ")) for form, lies in FORMEN.items()}
    assert nummern["text"] == nummern["markdown"] == nummern["docx"] == nummern["html"]


def test_ohne_verweisung_sagt_jede_form_das(wissen: Wissen) -> None:
    glieder = gliederung(wissen.lesefassung("§ 3 JVollzGB III"))
    for lies in FORMEN.values():
        text = " ".join(lies(glieder).split())
        assert "Keine Verweisung erkannt." in text
        assert "Eine Verwaltungsvorschrift zu § 3 JVollzGB III steht nicht im geladenen Text." in text.replace(
            "\N{NO-BREAK SPACE}", " "
        )


def test_saetze_die_nicht_genannt_sind_hinterlassen_eine_luecke(wissen: Wissen) -> None:
    """VV Nr. 3 zu § 63 JVollzGB V: "… die Nummern 3 bis 5 Satz 1 und die Nummern 6 und 7 Sätze 2 bis 4 …"."""
    absaetze = {g.marke: g for g in gliederung(wissen.lesefassung("§ 63 JVollzGB V")) if isinstance(g, Rechtstext)}
    texte = {marke: [s.text for s in absaetze[marke].zug if s.text.strip()] for marke in "567"}
    assert (texte["5"][-1], texte["7"][0]) == ("[…]", "[…]")
    assert [texte[marke].count("[…]") for marke in "567"] == [1, 0, 1]


def test_jede_form_nennt_fassung_und_herkunft(wissen: Wissen) -> None:
    glieder = gliederung(wissen.lesefassung("Nr. 4.6 AV ForAmb NRW"))
    for lies in FORMEN.values():
        text = " ".join(lies(glieder).replace("\N{NO-BREAK SPACE}", " ").split())
        assert "AV d. JM vom 3. Dezember 2024; in Kraft ab 2025-01-01" in text
        assert "Zeichenerkennung (OCR) eines Ausdrucks" in text
        assert text.count("Keine amtliche Fassung.") == 2


# HTML


def test_die_seite_braucht_nichts_von_aussen(glieder: tuple[Glied, ...]) -> None:
    text, baum = html(glieder), seite(glieder)
    assert not re.search(r"(?:src|srcset|data|action)=|url\(|@import|<script|<link", text)
    assert [a.get("href") for a in baum.iter(f"{XHTML}a") if not a.get("href", "").startswith("#")] == []


def test_jeder_link_der_seite_fuehrt_zu_einer_stelle(glieder: tuple[Glied, ...]) -> None:
    baum = seite(glieder)
    stellen = [element.get("id") for element in baum.iter() if element.get("id")]
    ziele = {unquote(a.get("href", "")[1:]) for a in baum.iter(f"{XHTML}a")}
    assert len(stellen) == len(set(stellen))
    assert ziele <= set(stellen)
    assert "texte" in ziele


def test_die_seite_ist_deutsch_und_gegliedert(glieder: tuple[Glied, ...]) -> None:
    baum = seite(glieder)
    stufen = [int(e.tag[-1]) for e in baum.iter() if re.fullmatch(rf"{re.escape(XHTML)}h\d", str(e.tag))]
    assert (baum.get("lang"), stufen.count(1), stufen[0]) == ("de", 1, 1)
    assert all(danach <= davor + 1 for davor, danach in pairwise(stufen)), stufen
    assert baum.find(f".//{XHTML}title").text.startswith("Lesefassung: ")


def test_keine_ueberschrift_ueberspringt_eine_stufe(wissen: Wissen) -> None:
    gefragt = [e.zitat for e in wissen.speicher.alle() if e.art in (Art.PARAGRAPH, Art.VV)] + ["JVollzGB II", "JVollzGB IV"]
    for zitat in gefragt:
        stufen = [glied.stufe for glied in gliederung(wissen.lesefassung(zitat)) if isinstance(glied, Kopf)]
        assert all(danach <= davor + 1 for davor, danach in pairwise(stufen)), (zitat, stufen)


def test_verzeichnis_nur_wenn_es_lang_ist(wissen: Wissen) -> None:
    navs = [
        seite(gliederung(wissen.lesefassung(zitat))).find(f".//{XHTML}nav") is not None
        for zitat in ("§ 11 JVollzGB V", "§ 3 JVollzGB III")
    ]
    assert navs == [True, False]


def test_zitate_auf_der_seite_sind_links(wissen: Wissen) -> None:
    """VV zu § 36 JVollzGB II cites "2.2 bis 4.2", which stands on the page, and § 51 JVollzGB III, which does not."""
    baum = seite(gliederung(wissen.lesefassung("§ 36 JVollzGB II")))
    links = {
        "".join(a.itertext()).replace("\N{NO-BREAK SPACE}", " "): unquote(a.get("href")) for a in baum.iter(f"{XHTML}a")
    }
    assert links["Nummern 2.2 bis 4.2"] == "#bw/vwv-jvollzgb#b3.p51.nr2.2"
    assert links["VV zu § 36 JVollzGB II"] == "#bw/vwv-jvollzgb#b2.p36"
    assert not [name for name in links if "§ 51 Abs. 2" in name]


# Word


def test_word_kann_die_datei_lesen(zitat: str, glieder: tuple[Glied, ...]) -> None:
    word = Document(io.BytesIO(docx(glieder)))
    koepfe = [absatz for absatz in word.paragraphs if absatz.style.name.startswith(("Title", "Heading"))]
    assert koepfe[0].style.name == "Title"
    assert koepfe[0].text.replace("\N{NO-BREAK SPACE}", " ").startswith(zitat)
    assert all(absatz.style.paragraph_format.keep_with_next for absatz in koepfe)
    fuss, kopf = (teil.paragraphs[0]._p for teil in (word.sections[0].footer, word.sections[0].header))
    assert [feld.get(qn("w:instr")) for feld in fuss.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert "Fassung:" in "".join(kopf.itertext())
    assert {s.get(qn("w:val")) for s in word.styles.element.iter(qn("w:lang"))} == {"de-DE"}


def test_jeder_link_im_dokument_fuehrt_zu_einer_textmarke(glieder: tuple[Glied, ...]) -> None:
    word = Document(io.BytesIO(docx(glieder))).element
    marken_ = [marke.get(qn("w:name")) for marke in word.iter(qn("w:bookmarkStart"))]
    assert len(marken_) == len(set(marken_))
    assert {link.get(qn("w:anchor")) for link in word.iter(qn("w:hyperlink"))} <= set(marken_)


def test_gleiche_eingabe_gibt_gleiche_bytes(glieder: tuple[Glied, ...]) -> None:
    erstes = docx(glieder)
    assert (docx(glieder), html(glieder)) == (erstes, html(glieder))
    with zipfile.ZipFile(io.BytesIO(erstes)) as archiv:
        assert {info.date_time for info in archiv.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:created" not in archiv.read("docProps/core.xml")


@pytest.mark.parametrize(
    ("text", "geschuetzter"),
    [
        ("§ 36 JVollzGB II", "§_36 JVollzGB_II"),
        ("nach § 9 Abs. 2 Satz 1 Nr. 3 Buchst. a StGB", "nach §_9 Abs._2 Satz_1 Nr._3 Buchst._a StGB"),
        ("Ende des Satzes. Ein neuer", "Ende des Satzes. Ein neuer"),
    ],
)
def test_paragraph_und_zahl_bleiben_zusammen(text: str, geschuetzter: str) -> None:
    assert geschuetzt(text) == geschuetzter.replace("_", "\N{NO-BREAK SPACE}")


@pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
@pytest.mark.slow
def test_libreoffice_oeffnet_das_dokument(wissen: Wissen, tmp_path: Path) -> None:
    datei = tmp_path / "lesefassung.docx"
    datei.write_bytes(docx(gliederung(wissen.lesefassung("§ 11 JVollzGB V"))))
    befehl = [
        str(SOFFICE),
        f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        "txt:Text",
    ]
    subprocess.run([*befehl, "--outdir", str(tmp_path), str(datei)], check=True, capture_output=True, timeout=120)
    text = (tmp_path / "lesefassung.txt").read_text(encoding="utf-8-sig").replace("\N{NO-BREAK SPACE}", " ")
    assert "Verweisung 1" in text
    assert "§ 11 JVollzGB V – Vollzugsöffnende Maßnahmen" in text


# The command


def test_json(normen: Normen) -> None:
    antwort = normen("reading", "§ 36 JVollzGB 2", "--json")
    gruppe = antwort.json["groups"][0]
    assert (gruppe["via"], gruppe["kind"], gruppe["depth"]) == (["VV zu § 36 JVollzGB II"], "analog", 1)
    assert gruppe["except"] == ["VV Nr. 6.3.3 zu § 51 JVollzGB III", "VV Nr. 6.3.4 zu § 51 JVollzGB III"]
    rollen = {einheit["citation"]: einheit["role"] for einheit in gruppe["parts"][0]["units"]}
    assert rollen["VV Nr. 2 zu § 51 JVollzGB III"] == "context"
    assert rollen["VV Nr. 6.3.3 zu § 51 JVollzGB III"] == "excepted"
    assert normen("reading", "§ 36 JVollzGB II", "--format", "json").json == antwort.json


@pytest.mark.parametrize(
    ("name", "anfang"),
    [
        ("a.html", b"<!DOCTYPE html>"),
        ("a.md", "# Lesefassung: § 36 JVollzGB II".encode()),
        ("a.txt", "Lesefassung\n§ 36 JVollzGB II".encode()),
        ("a.json", b"{"),
        ("a.docx", b"PK"),
    ],
)
def test_die_endung_bestimmt_die_form(normen: Normen, tmp_path: Path, name: str, anfang: bytes) -> None:
    ausgabe = normen("reading", "§ 36 JVollzGB II", "-o", name, cwd=tmp_path)
    assert (ausgabe.code, ausgabe.stdout, ausgabe.stderr) == (0, f"Geschrieben: {name}\n", "")
    assert (tmp_path / name).read_bytes().startswith(anfang)
    assert [pfad.name for pfad in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_ausgabe_und_datei_sind_gleich(normen: Normen, tmp_path: Path, form: str) -> None:
    ausgabe = normen("reading", "§ 36 JVollzGB II", "--format", form, cwd=tmp_path)
    normen("reading", "§ 36 JVollzGB II", "--format", form, "-o", "datei", cwd=tmp_path)
    zeilen = [zeile.rstrip() for zeile in ausgabe.stdout.splitlines()]
    assert (tmp_path / "datei").read_text(encoding="utf-8").splitlines() == zeilen


@pytest.mark.parametrize(
    ("argumente", "meldung"),
    [
        (("--format", "docx"), "Ein Word-Dokument braucht eine Datei, zum Beispiel: -o lesefassung.docx"),
        (("--format", "docx", "-o", "a.html"), "Ein Word-Dokument endet auf .docx, und nur ein Word-Dokument endet so."),
        (("--format", "html", "-o", "a.docx"), "Ein Word-Dokument endet auf .docx, und nur ein Word-Dokument endet so."),
        (("-o", "a.pdf"), "sagt die Endung nicht. Es gibt: .txt, .md, .html, .htm, .docx, .json."),
        (("--json", "--format", "html"), "„--json“ und „--format“ schließen einander aus."),
        (("--format", "pdf"), "Ungültiger Wert für '--format': 'pdf' gehört"),
        (("-o", "nirgends/a.html"), "Fehler: nirgends/a.html: Den Zielordner gibt es nicht."),
    ],
)
def test_was_nicht_geht(normen: Normen, tmp_path: Path, argumente: tuple[str, ...], meldung: str) -> None:
    ausgabe = normen("reading", "§ 36 JVollzGB II", *argumente, cwd=tmp_path)
    assert (ausgabe.code, ausgabe.stdout) == (2, "")
    assert meldung in ausgabe.stderr
    assert list(tmp_path.iterdir()) == []


def test_reading_gibt_dasselbe_bei_jedem_aufruf(normen: Normen, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        normen("reading", "§ 11 JVollzGB V", "-o", name, cwd=tmp_path)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_json_hat_die_verweisungen_von_applies(normen: Normen) -> None:
    gelesen, gilt = (json.loads(normen(befehl, "§ 17 JVollzGB II", "--json").stdout) for befehl in ("reading", "applies"))
    assert [v["text"] for v in gelesen["within"]] == [v["text"] for v in gilt["within"]]
    assert (gelesen["not_applicable"], gelesen["unresolved"]) == (gilt["not_applicable"], gilt["unresolved"])
    assert {tuple(g["via"]) for g in gelesen["groups"]} == {tuple(g["via"]) for g in gilt["applies"]}
