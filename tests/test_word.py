"""Word files: every part that is printed, each passage with a place in words; headings, lists and tables on the page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import lxml.html
import pytest
from docx.oxml import OxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Normen
from normen.ausgabe import verlinkt, wordseite
from normen.fehler import LeseFehler
from normen.schriftstueck import Zaehlung, lies_docx, passagen, wordarchiv
from normen.wissen import Wissen

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_ART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
RAT = "Kopieren Sie den Text in Word in ein neues Dokument und speichern Sie es als .docx."


def p(text: str, eigenschaften: str = "", dahinter: str = "") -> str:
    return f"<w:p><w:pPr>{eigenschaften}</w:pPr><w:r><w:t>{text}</w:t></w:r>{dahinter}</w:p>"


def tabelle(*zeilen: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{zeile}</w:tr>' for zeile in zeilen)}</w:tbl>"


def zelle(inhalt: str, eigenschaften: str = "") -> str:
    return f"<w:tc><w:tcPr>{eigenschaften}</w:tcPr>{inhalt}</w:tc>"


def steuerelement(inhalt: str) -> str:
    return f"<w:sdt><w:sdtContent>{inhalt}</w:sdtContent></w:sdt>"


def textfeld(inhalt: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{inhalt}</w:txbxContent></w:pict></w:r>"


def word(koerper: str, teile: Mapping[str, tuple[str, str]] | None = None, vorspann: str = "") -> io.BytesIO:
    """Make a Word file of the XML of its body and of parts: by id, kind and content."""
    strom = io.BytesIO()
    with zipfile.ZipFile(strom, "w", zipfile.ZIP_DEFLATED) as archiv:
        archiv.writestr("word/document.xml", f"{vorspann}<w:document {W} {R}><w:body>{koerper}</w:body></w:document>")
        bezuege = ""
        for kennung, (art, inhalt) in (teile or {}).items():
            bezuege += f'<Relationship Id="{kennung}" Type="{_ART}/{art}" Target="{kennung}.xml"/>'
            archiv.writestr(f"word/{kennung}.xml", f"<w:{art} {W}>{inhalt}</w:{art}>")
        archiv.writestr("word/_rels/document.xml.rels", _RELS.format(bezuege))
    return strom


def gelesen(datei: io.BytesIO) -> list[tuple[str, str]]:
    return [(passage.lage, passage.text) for passage in passagen(lies_docx(datei, "x.docx"))]


def gesetzt(wissen: Wissen, datei: io.BytesIO) -> str:
    """Return the HTML of a file, without line ends and without the element around it."""
    verlinker = verlinkt.Verlinker(wissen.verweise_im_dokument(), wissen.register, wissen.fehlend)
    inhalt = "".join(wordseite.als_html(lies_docx(datei, "x.docx"), verlinker)).replace("\n", "")
    return inhalt.removeprefix('<div class="word">').removesuffix("</div>")


# --- where a passage stands

#: Bodies of files, and their passages, each with its place in words ("" in the running text).
LAGEN = [
    pytest.param(
        p("davor") + tabelle(zelle(p("a")) + zelle(p("b")), zelle(p("c"))) + tabelle(zelle(p("d"))),
        [
            ("", "davor"),
            ("Tabelle 1, Zeile 1, Zelle 1", "a"),
            ("Tabelle 1, Zeile 1, Zelle 2", "b"),
            ("Tabelle 1, Zeile 2, Zelle 1", "c"),
            ("Tabelle 2, Zeile 1, Zelle 1", "d"),
        ],
        id="Tabellen",
    ),
    pytest.param(
        tabelle(zelle(tabelle(zelle(p("innen"))) + p("außen"))),
        [("Tabelle 1, Zeile 1, Zelle 1, Tabelle 1, Zeile 1, Zelle 1", "innen"), ("Tabelle 1, Zeile 1, Zelle 1", "außen")],
        id="Tabelle in einer Tabelle",
    ),
    pytest.param(
        p("Anker", dahinter=textfeld(p("eins") + tabelle(zelle(p("zwei"))))) + p("danach", dahinter=textfeld(p("drei"))),
        [
            ("", "Anker"),
            ("Textfeld 1", "eins"),
            ("Textfeld 1, Tabelle 1, Zeile 1, Zelle 1", "zwei"),
            ("", "danach"),
            ("Textfeld 2", "drei"),
        ],
        id="Textfelder stehen hinter ihrem Absatz",
    ),
    pytest.param(
        steuerelement(tabelle(steuerelement(zelle(p("Feld"))))),
        [("Tabelle 1, Zeile 1, Zelle 1", "Feld")],
        id="in Inhaltssteuerelementen",
    ),
    pytest.param(
        f"<w:tc>{p('a')}</w:tc><w:tr>{p('b')}<w:tc>{p('c')}</w:tc></w:tr><w:tbl>{p('d')}</w:tbl><w:tc/><w:tbl/>",
        [("Zelle 1", "a"), ("Zeile 2, Zelle 1", "c"), ("Zeile 2", "b"), ("Tabelle 3", "d")],
        id="was kein Word schreibt, geht nicht verloren",
    ),
]


@pytest.mark.parametrize(("koerper", "erwartet"), LAGEN)
def test_jede_passage_hat_einen_platz(koerper: str, erwartet: list[tuple[str, str]]) -> None:
    assert gelesen(word(koerper)) == erwartet


_RAENDER = {
    "k1": ("header", p("Kopf")),
    "k2": ("header", p("Kopf eins")),
    "k3": ("header", p("Kopf gerade")),
    "k4": ("header", tabelle(zelle(p("Kopf neu")))),
    "f1": ("footer", p("Fuß")),
    "niemand": ("header", p("wird nirgends gedruckt")),
}
_GERADE = {"s": ("settings", "<w:evenAndOddHeaders/>")}


def _abschnitt(*verweise: str, dazu: str = "") -> str:
    """Make the properties of a section; ``verweise`` are "k1 default": the id of a part, and on which pages it stands."""
    arten = {"k": "header", "f": "footer"}
    teile = (verweis.split() for verweis in verweise)
    namen = "".join(f'<w:{arten[k[0]]}Reference w:type="{art}" r:id="{k}"/>' for k, art in teile)
    return f"<w:sectPr>{namen}{dazu}</w:sectPr>"


#: The sections of a body, further parts, and the headers and footers that are read.
RAENDER = [
    pytest.param(_abschnitt("k1 default", "f1 default"), {}, ["Kopfzeile: Kopf", "Fußzeile: Fuß"], id="einfach"),
    pytest.param(
        _abschnitt("k1 default", "k2 first", "k3 even"), {}, ["Kopfzeile: Kopf"], id="erste und gerade Seiten nicht an"
    ),
    pytest.param(
        _abschnitt("k1 default", "k2 first", "k3 even", dazu="<w:titlePg/>"),
        _GERADE,
        ["Kopfzeile: Kopf", "Kopfzeile der ersten Seite: Kopf eins", "Kopfzeile der geraden Seiten: Kopf gerade"],
        id="erste und gerade Seiten",
    ),
    pytest.param(
        _abschnitt("k1 default", "k2 first", dazu='<w:titlePg w:val="0"/>'), {}, ["Kopfzeile: Kopf"], id="ausgeschaltet"
    ),
    pytest.param(
        p("erster", _abschnitt("k1 default")) + _abschnitt("k4 default", "f1 default"),
        {},
        [
            "Kopfzeile: Kopf",
            "Kopfzeile, Abschnitt 2, Tabelle 1, Zeile 1, Zelle 1: Kopf neu",
            ": erster",
            "Fußzeile, Abschnitt 2: Fuß",
        ],
        id="zwei Abschnitte",
    ),
    pytest.param(
        p("erster", _abschnitt("k1 default")) + _abschnitt("k1 default"), {}, ["Kopfzeile: Kopf", ": erster"], id="ein Mal"
    ),
    pytest.param(p("Text"), {}, [": Text"], id="keine"),
    pytest.param(_abschnitt("k9 default") + p("Text"), {}, [": Text"], id="genannt und nicht da"),
]


@pytest.mark.parametrize(("koerper", "teile", "erwartet"), RAENDER)
def test_kopf_und_fusszeilen(koerper: str, teile: dict[str, tuple[str, str]], erwartet: list[str]) -> None:
    assert [f"{lage}: {text}" for lage, text in gelesen(word(koerper, {**_RAENDER, **teile}))] == erwartet


def test_was_ein_amt_schreibt(normen: Normen, tmp_path: Path) -> None:
    """Written by a library: every passage in the order of the page, as a table and as JSON Lines."""
    datei = docx.Document()
    datei.sections[0].header.paragraphs[0].text = "Vollzug nach § 1 JVollzGB III"
    datei.sections[0].footer.paragraphs[0].text = "§ 109 StVollzG"
    datei.add_heading("Zu § 11 JVollzGB III", 1)
    datei.add_table(2, 2).cell(1, 0).text = "nach § 68b StGB"
    datei.save(str(tmp_path / "x.docx"))
    assert normen("refs", "x.docx", cwd=tmp_path).stdout == (
        "Kopfzeile:14\t§ 1 JVollzGB III\t§ 1 JVollzGB III\n"
        "1:4\t§ 11 JVollzGB III\t§ 11 JVollzGB III\n"
        "Tabelle 1, Zeile 2, Zelle 1:6\t§ 68b StGB\t§ 68b StGB\n"
        "Fußzeile:1\t§ 109 StVollzG\t§ 109 StVollzG\n"
    )
    zeilen = normen("refs", "x.docx", "--format", "jsonl", cwd=tmp_path).zeilen
    assert [list(zeile.items())[:3] for zeile in zeilen] == [
        [("header", 1), ("place", "Kopfzeile"), ("start", 13)],
        [("paragraph", 1), ("place", "Absatz 1"), ("start", 3)],
        [("paragraph", 4), ("place", "Tabelle 1, Zeile 2, Zelle 1"), ("start", 5)],
        [("footer", 1), ("place", "Fußzeile"), ("start", 0)],
    ]


# --- the page

_STILE = (
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Amtlich"><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Gliederung"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Flie"><w:basedOn w:val="Amtlich"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kreis"><w:basedOn w:val="Kreis"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Paragraf"><w:name w:val="heading 2"/><w:pPr><w:numPr>'
    '<w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
)


def _stufe(tiefe: int, art: str, marke: str, beginn: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{tiefe}"><w:start w:val="{beginn}"/><w:numFmt w:val="{art}"/><w:lvlText w:val="{marke}"/></w:lvl>'
    )


_LISTEN = (
    f'<w:abstractNum w:abstractNumId="7">{_stufe(0, "decimal", "(%1)")}{_stufe(1, "lowerLetter", "%2)")}'
    f"{_stufe(2, 'decimal', '%1.%3')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="8">{_stufe(0, "bullet", "•")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="9">{_stufe(0, "decimal", "§ %1", 9)}{_stufe(1, "upperRoman", "%2.")}</w:abstractNum>'
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{a}"/></w:num>' for n, a in ((1, 7), (2, 8), (3, 9)))
    + '<w:num w:numId="4"><w:abstractNumId w:val="7"/>'
    + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
_TEILE = {"st": ("styles", _STILE), "nu": ("numbering", _LISTEN)}


def stil(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def punkt(liste: int, tiefe: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{tiefe}"/><w:numId w:val="{liste}"/></w:numPr>'


def li(nummer: int, marke: str, absatz: int) -> str:
    return f'<li value="{nummer}" style="list-style-type: \'{marke} \'" id="absatz-{absatz}">'


#: Bodies of files, and the page made of each.
SEITEN = [
    pytest.param(
        p("a", stil("berschrift1")) + p("b", stil("Amtlich")) + p("c", stil("Gliederung")) + p("d", stil("Flie")),
        '<h1 id="absatz-1">a</h1><h1 id="absatz-2">b</h1><h3 id="absatz-3">c</h3><p id="absatz-4">d</p>',
        id="Überschriften, auch über eine andere Vorlage",
    ),
    pytest.param(
        p("a", stil("Titel")) + p("b", '<w:outlineLvl w:val="7"/>') + p("c", stil("Kreis")) + p("d", stil("Fehlt")),
        '<h1 id="absatz-1">a</h1><h6 id="absatz-2">b</h6><p id="absatz-3">c</p><p id="absatz-4">d</p>',
        id="Titel, tiefe Gliederung, Vorlagen im Kreis, keine Vorlage",
    ),
    pytest.param(
        p("a", stil("Heading2")) + p("b", stil("berschrift3")),
        '<h2 id="absatz-1">a</h2><h3 id="absatz-2">b</h3>',
        id="Überschriften nach der Kennung der Vorlage",
    ),
    pytest.param(
        p("a", punkt(1)) + p("b", punkt(1, 1)) + p("c", punkt(1, 1)) + p("d", punkt(1)) + p("Text") + p("e", punkt(1)),
        f"<ol>{li(1, '(1)', 1)}a<ol>{li(1, 'a)', 2)}b</li>{li(2, 'b)', 3)}c</li></ol></li>{li(2, '(2)', 4)}d</li></ol>"
        f'<p id="absatz-5">Text</p><ol>{li(3, "(3)", 6)}e</li></ol>',
        id="Liste in einer Liste, und nach einem Absatz weiter",
    ),
    pytest.param(
        p("a", punkt(2)) + p("b", punkt(1)) + p("c", punkt(4)) + p("d", punkt(0)),
        f'<ul><li id="absatz-1">a</li></ul><ol>{li(1, "(1)", 2)}b</li>{li(1, "(1)", 3)}c</li></ol><p id="absatz-4">d</p>',
        id="Aufzählung, Neubeginn, keine Liste",
    ),
    pytest.param(
        p("a", stil("Paragraf")) + p("b", stil("Paragraf")) + p("c", punkt(3, 1)),
        f'<h2 id="absatz-1">§ 9 a</h2><h2 id="absatz-2">§ 10 b</h2><ol>{li(1, "I.", 3)}c</li></ol>',
        id="Überschriften mit Nummern",
    ),
    pytest.param(
        p("a", punkt(1)) + p("b", punkt(1, 2)) + p("c", punkt(1, 5)),
        f'<ol>{li(1, "(1)", 1)}a<ol>{li(1, "1.1", 2)}b</li></ol></li></ol><p id="absatz-3">c</p>',
        id="Nummer aus mehreren Stufen, eine Stufe fehlt",
    ),
    pytest.param(
        tabelle(
            "<w:trPr><w:tblHeader/></w:trPr>" + zelle(p("Norm")) + zelle(p("Folge"), '<w:gridSpan w:val="2"/>'),
            zelle(p("§ 5 StGB"), '<w:vMerge w:val="restart"/>') + zelle(p("a")) + zelle("<w:p/>"),
            zelle("<w:p/>", "<w:vMerge/>") + zelle(p("b")) + zelle(p("c")),
        ),
        '<div class="tabelle"><table aria-label="Tabelle 1"><thead>'
        '<tr><th scope="col"><p id="absatz-1">Norm</p></th><th scope="col" colspan="2"><p id="absatz-2">Folge</p></th></tr>'
        '</thead><tbody><tr><td rowspan="2"><p id="absatz-3">'
        '<a class="verweis" href="#bund/stgb%23p5" title="§ 5 StGB">§ 5 StGB</a></p></td>'
        '<td><p id="absatz-4">a</p></td><td></td></tr>'
        '<tr><td><p id="absatz-7">b</p></td><td><p id="absatz-8">c</p></td></tr></tbody></table></div>',
        id="Tabelle mit Kopf und verbundenen Zellen",
    ),
    pytest.param(
        tabelle(zelle(p("a"), '<w:gridSpan w:val="viele"/><w:vMerge/>')) + p("x", dahinter=textfeld(p("b"))),
        '<div class="tabelle"><table aria-label="Tabelle 1"><tbody>'
        '<tr><td><p id="absatz-1">a</p></td></tr></tbody></table></div>'
        '<p id="absatz-2">x</p><aside aria-label="Textfeld 1"><p id="absatz-3">b</p></aside>',
        id="Zelle, die an keiner hängt; Textfeld",
    ),
    pytest.param(
        p("x &lt;b&gt;") + _abschnitt("k1 default"),
        '<section class="kopfzeile" aria-label="Kopfzeile"><p>Kopf</p></section><p id="absatz-1">x &lt;b&gt;</p>',
        id="Kopfzeile",
    ),
]


@pytest.mark.parametrize(("koerper", "seite"), SEITEN)
def test_die_seite_hat_den_aufbau_der_datei(wissen: Wissen, koerper: str, seite: str) -> None:
    assert gesetzt(wissen, word(koerper, {**_TEILE, **_RAENDER})) == seite


def test_noten_auf_der_seite(wissen: Wissen) -> None:
    verweis = '<w:r><w:footnoteReference w:id="4"/></w:r>'
    note = (
        f'<w:footnote w:id="4">{p("erster")}{p("zweiter")}</w:footnote><w:footnote w:id="5">{p("ohne Verweis")}</w:footnote>'
    )
    assert gesetzt(wissen, word(p("Text", dahinter=verweis), {"n": ("footnotes", note)})) == (
        '<p id="absatz-1">Text</p>'
        '<div class="footnote" role="note" aria-label="Fußnote 1"><p><sup>1</sup> erster</p><p>zweiter</p></div>'
    )


def test_die_marke_einer_liste_kann_nichts_einschleusen(wissen: Wissen) -> None:
    boese = _LISTEN.replace("(%1)", "';x:url(//y)&quot;&gt;&lt;script&gt;\\%1")
    seite = gesetzt(wissen, word(p("a", punkt(1)), {"nu": ("numbering", boese)}))
    (eintrag,) = lxml.html.fromstring(seite).xpath("//li")
    assert eintrag.attrib.keys() == ["value", "style", "id"]
    assert eintrag.get("style") == ("list-style-type: '\\27 \\3b x\\3a url(\\2f \\2f y)\\22 \\3e \\3c script\\3e \\5c 1 '")


def test_zu_jedem_link_gibt_es_ein_ziel_und_kennungen_sind_einmalig(normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(word(tabelle(zelle(p("§ 5 StGB und § 6 StGB"))) + p("§ 5 StGB")).getvalue())
    seite = lxml.html.document_fromstring(normen("refs", "x.docx", "--format", "html", cwd=tmp_path).stdout)
    kennungen = seite.xpath("//@id")
    assert len(kennungen) == len(set(kennungen))
    assert {a.get("href")[1:].replace("%23", "#") for a in seite.xpath("//main//a")} == {"bund/stgb#p5", "bund/stgb#p6"}
    assert {"bund/stgb#p5", "bund/stgb#p6"} < set(kennungen)


_STUECKE = ["tbl", "tr", "tc", "p", "txbxContent", "pPr", "tcPr", "r", "t", "sdt", "footnote", "sectPr", "moveFrom"]


@given(
    st.recursive(st.just("§ 5 StGB"), lambda s: st.lists(st.tuples(st.sampled_from(_STUECKE), s), max_size=4), max_leaves=12)
)
@settings(max_examples=300, deadline=None)
def test_beliebiger_aufbau(wissen: Wissen, baum: object) -> None:
    """Whatever is put into whatever: no crash, and the page holds each passage that is read, in the same order."""

    def xml(teil: object) -> str:
        if isinstance(teil, list):
            return "".join(f"<w:{name}>{xml(inhalt)}</w:{name}>" for name, inhalt in teil)
        return f"<w:p><w:r><w:t>{teil}</w:t></w:r></w:p>"

    datei = word(xml(baum))
    seite = lxml.html.fromstring(f"<div>{gesetzt(wissen, datei)}</div>")
    assert "".join(seite.text_content().split()) == "".join("".join(text.split()) for _, text in gelesen(datei))


# --- files that want something else


def test_mit_dokumenttyp() -> None:
    """No Word writes one; who does wants something of the reader."""
    for vorspann in ("<!DOCTYPE w:document>", '<!DOCTYPE d [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'):
        with pytest.raises(LeseFehler) as fehler:
            gelesen(word(p("Text"), vorspann=vorspann))
        assert str(fehler.value) == (
            f"x.docx: Die Datei enthält eine Dokumenttyp-Deklaration (DOCTYPE) und wird nicht gelesen.\n{RAT}"
        )


def test_mit_dokumenttyp_in_einem_anderen_teil() -> None:
    datei = word(p("Text"), _TEILE)
    mit = io.BytesIO()
    with zipfile.ZipFile(datei) as alt, zipfile.ZipFile(mit, "w") as neu:
        for name in alt.namelist():
            neu.writestr(name, (b"<!DOCTYPE x>" if name.endswith("st.xml") else b"") + alt.read(name))
    with pytest.raises(LeseFehler, match="DOCTYPE"):
        gelesen(mit)


BOMBE = f"x.docx: Die Datei ist entpackt ungewöhnlich groß und wird zum Schutz nicht weiter gelesen.\n{RAT}"


@pytest.mark.parametrize("fuellung", ["<w:p/>", "<w:x/>", "<!-- -->"])
def test_was_entpackt_riesig_wird(normen: Normen, tmp_path: Path, fuellung: str) -> None:
    """Little packed, much unpacked: refused after some megabytes."""
    (tmp_path / "x.docx").write_bytes(word(fuellung * ((1 << 24) // len(fuellung))).getvalue())
    ausgabe = normen("refs", "x.docx", cwd=tmp_path)
    assert (ausgabe.code, ausgabe.stdout, ausgabe.stderr) == (2, "", f"Fehler: {BOMBE}\n")


def test_was_im_ganzen_zu_gross_ist(monkeypatch: pytest.MonkeyPatch) -> None:
    """The body is read twice, once for its sections."""
    datei = word("".join(p(f"Absatz {n}") for n in range(2000)))
    with zipfile.ZipFile(datei) as archiv:
        umfang = sum(info.file_size * (2 if info.filename == "word/document.xml" else 1) for info in archiv.infolist())
    monkeypatch.setattr(wordarchiv, "HOECHSTENS", umfang)
    assert len(gelesen(datei)) == 2000
    monkeypatch.setattr(wordarchiv, "HOECHSTENS", umfang - 1)
    with pytest.raises(LeseFehler) as fehler:
        gelesen(datei)
    assert str(fehler.value) == BOMBE


def test_tief_verschachtelt_ist_kein_absturz() -> None:
    with pytest.raises(LeseFehler, match="kein lesbares Word-Dokument"):
        gelesen(word("<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000))


def test_strenge_namensraeume() -> None:
    """What Word writes as "Strict Open XML"."""
    streng = word(p("§ 5") + tabelle(zelle(p("StGB")))).getvalue()
    datei = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(streng)) as alt, zipfile.ZipFile(datei, "w") as neu:
        for name in alt.namelist():
            inhalt = alt.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            neu.writestr(name, inhalt)
    assert gelesen(datei) == [("", "§ 5"), ("Tabelle 1, Zeile 1, Zelle 1", "StGB")]


def test_kopfzeile_einer_bibliothek_mit_wiederholter_zeile(wissen: Wissen) -> None:
    """As python-docx writes it, with the styles and lists of its own template."""
    datei = docx.Document()
    datei.add_heading("Gründe", 2)
    datei.add_paragraph("erstens", style="List Number")
    datei.add_paragraph("Punkt", style="List Bullet")
    zeile = datei.add_table(2, 1).rows[0]
    zeile._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    zeile.cells[0].text = "Norm"
    strom = io.BytesIO()
    datei.save(strom)
    seite = lxml.html.fromstring(f"<div>{gesetzt(wissen, strom)}</div>")
    gefunden = [(e.tag, e.text_content()) for e in seite.iter("h2", "li", "th")]
    assert gefunden == [("h2", "Gründe"), ("li", "erstens"), ("li", "Punkt"), ("th", "Norm")]
    assert [e.tag for e in seite.iter("ol", "ul")] == ["ol", "ul"]


def test_zaehlungen_haben_eigene_schluessel() -> None:
    assert len({z.value for z in Zaehlung}) == len(Zaehlung)
