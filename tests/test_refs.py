"""`normen refs`: citations in texts, pages and Word files, each with its place, or as links; and works of one's own."""

from __future__ import annotations

import io
import json
import re
import shlex
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Normen
from normen.ausgabe import verlinkt
from normen.fehler import KorpusFehler, LeseFehler
from normen.korpus import lade_werke
from normen.schriftstueck import Passage, Zaehlung, als_text, lies_docx, lies_html, lies_text, passagen
from normen.schriftstueck.textdatei import LAENGSTE_PASSAGE
from normen.wissen import Wissen

DOCS = Path(__file__).parents[1] / "docs" / "verweise.md"
OHNE = "Ohne die Einheit, in der es steht, ist nicht zu erkennen, was gemeint ist"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
BEZIEHUNG = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _text(roh: bytes) -> list[Passage]:
    return list(lies_text(als_text(io.BytesIO(roh))))


def _word(koerper: str, **teile: str) -> bytes:
    """Make a Word file from the XML of its body, and of further parts by name."""
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    rel = '<Relationship Id="r{0}" Type="{1}/{0}" Target="{2}"/>'
    strom = io.BytesIO()
    with zipfile.ZipFile(strom, "w") as archiv:
        archiv.writestr("_rels/.rels", rels.format(rel.format("officeDocument", BEZIEHUNG, "/word/haupt2.xml")))
        archiv.writestr("word/haupt2.xml", f"<w:document {W} {MC}><w:body>{koerper}</w:body></w:document>")
        weitere = "".join(rel.format(name, BEZIEHUNG, f"{name}.xml") for name in teile)
        archiv.writestr("word/_rels/haupt2.xml.rels", rels.format(weitere))
        for name, inhalt in teile.items():
            archiv.writestr(f"word/{name}.xml", f"<w:{name} {W}>{inhalt}</w:{name}>")
    return strom.getvalue()


def _absaetze(roh: bytes) -> list[tuple[Zaehlung, int, str]]:
    return [(p.zaehlung, p.anfaenge[0][1], p.text) for p in passagen(lies_docx(io.BytesIO(roh), "x.docx"))]


# --- plain text


def test_tabelle_einer_textdatei(normen: Normen, tmp_path: Path) -> None:
    """A citation runs over the end of a line, not over a blank one; columns count from 1."""
    (tmp_path / "brief.txt").write_text(
        "Betreff: Ihr Antrag\n\nIhr Antrag nach § 9\nAbs. 2 Nr. 3 JVollzGB III wird abgelehnt (§ 68b StGB).\n\n"
        "Absatz 1 bleibt unberührt. §§ 17 und 18 JGG, § 5\n\nBGB\n",
        encoding="utf-8",
    )
    ausgabe = normen("refs", "brief.txt", cwd=tmp_path)
    assert (ausgabe.code, ausgabe.stderr) == (0, "")
    assert ausgabe.stdout == (
        "3:17\t§ 9 Abs. 2 Nr. 3 JVollzGB III\t§ 9 Abs. 2 Nr. 3 JVollzGB III\n"
        "4:43\t§ 68b StGB\t§ 68b StGB\n"
        f"6:1\tAbsatz 1\t{OHNE}\n"
        "6:28\t§§ 17 und 18 JGG\t§ 17 JGG, § 18 JGG\n"
        f"6:46\t§ 5\t{OHNE}\n"
    )


def test_gesetzbuch_ohne_buch_ist_nicht_aufgeloest(normen: Normen) -> None:
    """What `show` refuses is no target here; the books that have such a § are named."""
    grund = "JVollzGB besteht aus mehreren Büchern; gemeint sein kann: § 85 JVollzGB I, § 85 JVollzGB III, § 85 JVollzGB IV"
    ausgabe = normen("refs", "-", stdin="Nach § 85 JVollzGB und Art. 8 EMRK gilt § 9 StPO.")
    assert ausgabe.stdout == (
        f"1:6\t§ 85 JVollzGB\t{grund}\n1:24\tArt. 8 EMRK\tDas Werk „EMRK“ ist nicht bekannt\n1:41\t§ 9 StPO\t§ 9 StPO\n"
    )


def test_jsonl_einer_textdatei(normen: Normen) -> None:
    """Offsets count from the beginning of the line; standard input is text."""
    eingabe = "Zeile eins\nnach § 9\nAbs. 2 StGB\n"
    (fund,) = normen("refs", "-", "--format", "jsonl", stdin=eingabe).zeilen
    assert fund == {
        "line": 2,
        "start": 5,
        "end": 20,
        "surface": "§ 9\nAbs. 2 StGB",
        "targets": ["§ 9 Abs. 2 StGB"],
        "except": [],
        "spans": [[5, 15]],
        "self": False,
        "reason": None,
        "missing": [],
    }
    zeile = eingabe.split("\n", 1)[1]
    assert zeile[fund["start"] : fund["end"]] == fund["surface"]


def test_ausnahmen_und_spannen_in_der_tabelle(normen: Normen) -> None:
    klausel = "Die Nummern 2.2 bis 4.2, mit Ausnahme von 3.2 dieser Verwaltungsvorschrift zu § 51 JVollzGB III gelten."
    ausgabe = normen("refs", "-", stdin=klausel)
    assert ausgabe.stdout.split("\t")[2] == (
        "VV Nr. 2.2 zu § 51 JVollzGB III bis VV Nr. 4.2 zu § 51 JVollzGB III ohne VV Nr. 3.2 zu § 51 JVollzGB III\n"
    )


#: Bytes as offices have them, and where the citation is found in them.
KODIERUNGEN = [
    pytest.param("Nach § 68b StGB\n".encode(), (1, 6), id="UTF-8"),
    pytest.param("\ufeffNach § 68b StGB".encode(), (1, 6), id="UTF-8 mit Marke"),
    pytest.param("Größe:\r\nNach § 68b StGB".encode("cp1252"), (2, 6), id="Windows-1252"),
    pytest.param("\ufeffNach § 68b StGB".encode("utf-16-le"), (1, 6), id="UTF-16 LE"),
    pytest.param("\ufeffNach § 68b StGB".encode("utf-16-be"), (1, 6), id="UTF-16 BE"),
    pytest.param("ä\n".encode() + b"\xe4 \xa7 68b StGB", (2, 3), id="beides gemischt"),
    pytest.param("\r\rNach § 68b StGB".encode(), (3, 6), id="Zeilenenden des alten Mac"),
]


@pytest.mark.parametrize(("roh", "stelle"), KODIERUNGEN)
def test_kodierungen(normen: Normen, tmp_path: Path, roh: bytes, stelle: tuple[int, int]) -> None:
    (tmp_path / "brief.txt").write_bytes(roh)
    ausgabe = normen("refs", "brief.txt", cwd=tmp_path)
    assert ausgabe.stdout == f"{stelle[0]}:{stelle[1]}\t§ 68b StGB\t§ 68b StGB\n"


@given(st.text(st.sampled_from("a. §5\n\tÄB,"), max_size=200), st.integers(1, 40))
@settings(max_examples=300, deadline=None)
def test_passagen_ergeben_den_text(text: str, laenge: int) -> None:
    """Whatever the longest passage is, joined they are the text, and each character has its line and column."""
    with pytest.MonkeyPatch.context() as umgebung:
        umgebung.setattr("normen.schriftstueck.textdatei.LAENGSTE_PASSAGE", laenge)
        passagen = list(lies_text(io.StringIO(text)))
    assert "".join(p.text for p in passagen) == text
    ab = 0
    for passage in passagen:
        for stelle in range(len(passage.text)):
            platz = passage.platz(stelle)
            davor = text[: ab + stelle]
            assert (platz.nummer, stelle - platz.ab) == (davor.count("\n") + 1, len(davor) - davor.rfind("\n") - 1)
        ab += len(passage.text)


def test_langer_absatz_wird_am_ende_eines_satzes_geteilt(wissen: Wissen) -> None:
    satz = "Es gilt § 9 Abs. 2 JVollzGB III entsprechend. "
    passagen = _text((satz * 2000).encode())
    assert len(passagen) > 4
    assert max(len(p.text) for p in passagen) <= LAENGSTE_PASSAGE * 2
    assert [p.text[:7] for p in passagen] == ["Es gilt"] * len(passagen)
    assert sum(len(wissen.verweise(p.text)) for p in passagen) == 2000


def test_text_wird_gelesen_wie_er_kommt() -> None:
    """However long a text is, no more of it is read than the next paragraph needs."""
    gelesen = 0

    class Quelle(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            nonlocal gelesen
            gelesen += 1
            return "Nach § 5 StGB.\n" if gelesen % 2 else "\n"

    passagen = lies_text(Quelle())
    for nr in range(1, 1000):
        assert next(passagen).anfaenge == ((0, 2 * nr - 1),)
        assert gelesen == 2 * nr


@pytest.mark.parametrize("zeile", ["a" * 100_000, "§" * 100_000, "1. " * 40_000, "\n" * 100_000, " " * 100_000], ids=repr)
def test_text_ohne_form_kommt_ganz_durch(zeile: str) -> None:
    passagen = _text(zeile.encode())
    assert "".join(p.text for p in passagen) == zeile
    assert max(len(p.text) for p in passagen) <= LAENGSTE_PASSAGE * 2


# --- Word files


def test_tabelle_einer_word_datei(normen: Normen, tmp_path: Path) -> None:
    """Written by a library as an office would; the number is that of the paragraph, tables and empty ones counted."""
    datei = docx.Document()
    datei.add_paragraph("Bescheid")
    datei.add_paragraph("")
    absatz = datei.add_paragraph("Nach § 11 ")
    absatz.add_run("Abs. 2").bold = True
    absatz.add_run(" JVollzGB III.")
    datei.add_table(1, 2).cell(0, 1).text = "§ 68b StGB"
    datei.add_paragraph("Ende mit § 5 StGB")
    datei.save(str(tmp_path / "Bescheid.DOCX"))
    ausgabe = normen("refs", "Bescheid.DOCX", cwd=tmp_path)
    assert (ausgabe.code, ausgabe.stderr) == (0, "")
    assert ausgabe.stdout == (
        "3:6\t§ 11 Abs. 2 JVollzGB III\t§ 11 Abs. 2 JVollzGB III\n"
        "Tabelle 1, Zeile 1, Zelle 2:1\t§ 68b StGB\t§ 68b StGB\n"
        "6:10\t§ 5 StGB\t§ 5 StGB\n"
    )
    assert normen("refs", "Bescheid.DOCX", "--format", "jsonl", cwd=tmp_path).zeilen[0] == {
        "paragraph": 3,
        "place": "Absatz 3",
        "start": 5,
        "end": 29,
        "surface": "§ 11 Abs. 2 JVollzGB III",
        "targets": ["§ 11 Abs. 2 JVollzGB III"],
        "except": [],
        "spans": [[5, 16]],
        "self": False,
        "reason": None,
        "missing": [],
    }


#: Bodies of Word files, and their paragraphs as read.
KOERPER = [
    pytest.param(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>§</w:t><w:tab/><w:t>9</w:t><w:br/>'
        "<w:t>Abs</w:t><w:softHyphen/><w:noBreakHyphen/></w:r></w:p>",
        [(1, "§\t9\nAbs\u00ad-")],
        id="Zeichen, die keine Buchstaben sind",
    ),
    pytest.param(
        "<w:p><w:ins><w:r><w:t>neu </w:t></w:r></w:ins><w:del><w:r><w:delText>alt </w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>weg </w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>da</w:t></w:r></w:moveTo></w:p>",
        [(1, "neu da")],
        id="Änderungen gelten als angenommen",
    ),
    pytest.param(
        "<w:p><w:hyperlink><w:r><w:t>Link</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t> und mehr</w:t></w:r></w:smartTag>"
        "<w:r><w:fldChar/><w:instrText>HYPERLINK x</w:instrText></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Feld</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        [(1, "Link und mehr"), (2, "Feld")],
        id="Links, Felder, Inhaltssteuerelemente",
    ),
    pytest.param(
        "<w:p><w:r><w:t>vor </w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Kasten</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent><w:t>nach</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>dann</w:t></w:r></w:p>",
        [(1, "vor nach"), (2, "Kasten"), (4, "dann")],
        id="Textfeld steht einmal da und trennt den Absatz nicht",
    ),
]


@pytest.mark.parametrize(("koerper", "erwartet"), KOERPER)
def test_absaetze_einer_word_datei(koerper: str, erwartet: list[tuple[int, str]]) -> None:
    assert _absaetze(_word(koerper)) == [(Zaehlung.WORDABSATZ, nr, text) for nr, text in erwartet]


def test_noten_tragen_die_gedruckte_nummer(normen: Normen, tmp_path: Path) -> None:
    """By their order in the text, not by id; what the text does not refer to (lines that part notes off) is left out."""
    absatz = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    roh = _word(
        '<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="7"/><w:footnoteReference w:id="3"/>'
        '<w:endnoteReference w:id="2"/></w:r></w:p>',
        footnotes=f'<w:footnote w:type="separator" w:id="-1">{absatz.format("§ 1 StGB")}</w:footnote>'
        f'<w:footnote w:id="3">{absatz.format("§ 3 StGB")}</w:footnote>'
        f'<w:footnote w:id="7">{absatz.format("§ 7 StGB")}{absatz.format("§ 8 StGB")}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{absatz.format("§ 2 StGB")}</w:endnote>',
    )
    (tmp_path / "noten.docx").write_bytes(roh)
    assert normen("refs", "noten.docx", cwd=tmp_path).stdout == (
        "Fußnote 2:1\t§ 3 StGB\t§ 3 StGB\nFußnote 1:1\t§ 7 StGB\t§ 7 StGB\n"
        "Fußnote 1:1\t§ 8 StGB\t§ 8 StGB\nEndnote 1:1\t§ 2 StGB\t§ 2 StGB\n"
    )
    assert [next(iter(zeile)) for zeile in normen("refs", "noten.docx", "--format", "jsonl", cwd=tmp_path).zeilen] == [
        "footnote", "footnote", "footnote", "endnote",
    ]  # fmt: skip


KEIN_WORD = (
    "Die Datei ist kein lesbares Word-Dokument (.docx).\n"
    "Öffnen Sie sie in Word und speichern Sie sie als .docx, ohne Kennwort."
)


def _ohne_hauptteil() -> bytes:
    strom = io.BytesIO()
    with zipfile.ZipFile(strom, "w") as archiv:
        archiv.writestr("irgendwas.xml", "<a/>")
    return strom.getvalue()


@pytest.mark.parametrize(
    "roh",
    [
        pytest.param(b"", id="leer"),
        pytest.param(b"Guten Tag", id="Text"),
        pytest.param(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), id="altes Word, oder mit Kennwort"),
        pytest.param(_ohne_hauptteil(), id="anderes Archiv"),
        pytest.param(_word("<w:p>"), id="kaputtes XML"),
        pytest.param(_word("<w:p/>")[:-30], id="abgeschnitten"),
    ],
)
def test_keine_word_datei(normen: Normen, tmp_path: Path, roh: bytes) -> None:
    (tmp_path / "x.docx").write_bytes(roh)
    for form in ("table", "html"):
        ausgabe = normen("refs", "x.docx", "--format", form, cwd=tmp_path)
        assert (ausgabe.code, ausgabe.stderr) == (2, f"Fehler: x.docx: {KEIN_WORD}\n")


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_beschaedigte_word_datei_ist_lesbar_oder_ein_fehler(daten: st.DataObject) -> None:
    roh = bytearray(_word("<w:p><w:r><w:t>§ 5 StGB</w:t></w:r></w:p>" * 20, footnotes='<w:footnote w:id="1"/>'))
    for _ in range(daten.draw(st.integers(1, 5))):
        roh[daten.draw(st.integers(0, len(roh) - 1))] = daten.draw(st.integers(0, 255))
    try:
        _absaetze(bytes(roh))
    except LeseFehler as fehler:
        # Damage can turn a name into one that leads out of the file, or into that of another part.
        namen = ("Die Datei enthält einen Teil, dessen Name", "Die Datei enthält zwei Teile desselben Namens")
        assert str(fehler) == f"x.docx: {KEIN_WORD}" or fehler.meldung.startswith(namen)  # noqa: PT017 - no other error


def test_fremde_entitaeten_werden_nicht_gelesen(tmp_path: Path) -> None:
    geheim = tmp_path / "geheim.txt"
    geheim.write_text("§ 99 StGB", encoding="utf-8")
    strom = io.BytesIO()
    with zipfile.ZipFile(strom, "w") as archiv:
        archiv.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY e SYSTEM "{geheim.as_uri()}">]>'
            f"<w:document {W}><w:p><w:r><w:t>vor &e; nach</w:t></w:r></w:p></w:document>",
        )
    with pytest.raises(LeseFehler, match="DOCTYPE"):
        _absaetze(strom.getvalue())


# --- HTML pages

SEITE = """\
<!DOCTYPE html>
<html lang="de"><head><title>§ 1 StGB</title><style>/* § 2 StGB */</style></head>
<body>
<h1>Zu § 9
 Abs. 2 StGB</h1>
<p class="a"
   id="b">Nach § 9 <b>Abs. 2</b> StGB, <a href="x">§ 3 StGB</a>,
   § 4<br>Abs. 1 BGB und §&nbsp;5&nbsp;StGB<sup>1</sup>BGB &amp; §§ 17 und 18 JGG</p>
<!-- § 6 StGB
--><script>"§ 7 StGB"</script>
<table><tr><td>§ 8</td><td>BGB</td></tr></table>
</body></html>
"""


def test_tabelle_einer_seite(normen: Normen, tmp_path: Path) -> None:
    """Over inline elements, not over cells; not in title, style, script, comment; the line is that of the source."""
    (tmp_path / "seite.html").write_text(SEITE, encoding="utf-8")
    zeilen = normen("refs", "seite.html", cwd=tmp_path).stdout.splitlines()
    assert [zeile.split("\t") for zeile in zeilen] == [
        ["4", "§ 9 Abs. 2 StGB", "§ 9 Abs. 2 StGB"],
        [
            "7",
            "§ 9 Abs. 2 StGB, § 3 StGB, § 4 Abs. 1 BGB und § 5 StGB",
            "§ 9 Abs. 2 StGB, § 3 StGB, § 4 Abs. 1 BGB, § 5 StGB",
        ],
        ["8", "§§ 17 und 18 JGG", "§ 17 JGG, § 18 JGG"],
        ["11", "§ 8", OHNE],
    ]


def test_jsonl_einer_seite(normen: Normen) -> None:
    """Offsets count in the text of the element, as it is read."""
    (fund,) = normen("refs", "-", "--type", "html", "--format", "jsonl", stdin="<p>\n<i>Nach</i> § 9 <b>StGB</b>").zeilen
    assert [fund[feld] for feld in ("line", "start", "end", "surface", "spans")] == [2, 6, 14, "§ 9 StGB", [[6, 9]]]


def _link(ziel: str, anker: str, text: str) -> str:
    return f'<a class="verweis" href="#{anker}" title="{ziel}">{text}</a>'


#: Pieces of a page, and what becomes of them.
STUECKE = [
    ("Nach § 9 StGB.", "Nach " + _link("§ 9 StGB", "bund/stgb%23p9", "§ 9 StGB") + "."),
    (
        "<p>Nach § 9 <b>Abs. 2</b> StGB</p>",
        "<p>Nach "
        + _link("§ 9 Abs. 2 StGB", "bund/stgb%23p9.abs2", "§ 9 ")
        + f"<b>{_link('§ 9 Abs. 2 StGB', 'bund/stgb%23p9.abs2', 'Abs. 2')}</b>"
        + _link("§ 9 Abs. 2 StGB", "bund/stgb%23p9.abs2", " StGB")
        + "</p>",
    ),
    (
        "<i>x</i> §§ 17 und 18 JGG <i>y</i> z",
        "<i>x</i> " + _link("§ 17 JGG", "bund/jgg%23p17", "§§ 17") + " und "
        + _link("§ 18 JGG", "bund/jgg%23p18", "18 JGG") + " <i>y</i> z",
    ),
    (
        "<p>§ 9 StGB und § 5 des\nBürgerlichen Gesetzbuchs, §§ 17, 18 JGG</p>",
        "<p>" + _link("§ 9 StGB", "bund/stgb%23p9", "§ 9 StGB") + " und "
        + _link("§ 5 BGB", "bund/bgb%23p5", "§ 5 des\nBürgerlichen Gesetzbuchs") + ", "
        + _link("§ 17 JGG", "bund/jgg%23p17", "§§ 17") + ", " + _link("§ 18 JGG", "bund/jgg%23p18", "18 JGG") + "</p>",
    ),
    ('<a href="x">§ 3 StGB</a>', '<a href="x">§ 3 StGB</a>'),
    ("<script>// § 3 StGB</script>", "<script>// § 3 StGB</script>"),
    ("<textarea>§ 3 StGB</textarea><button>§ 3 StGB</button>", "<textarea>§ 3 StGB</textarea><button>§ 3 StGB</button>"),
    ("Absatz 1", f'<span class="verweis offen" title="{OHNE}">Absatz 1</span>'),
    ("a &lt; b &amp; c", "a &lt; b &amp; c"),
    ("§ 5 VwGO ff", _link("§ 5 VwGO", "bund/vwgo%23p5", "§ 5 VwGO") + " ff"),
    (
        "§ 92 Abs. 7 JVollzGB III",
        '<a class="verweis fehlt" href="#bw/jvollzgb-3%23p92.abs7" title="§ 92 Abs. 7 JVollzGB III (gibt es nicht, '
        'am nächsten: § 92 Abs. 3 JVollzGB III, § 92 Abs. 2 JVollzGB III und § 92 Abs. 1 JVollzGB III)">'
        "§ 92 Abs. 7 JVollzGB III</a>",
    ),
]  # fmt: skip


def verlinker(wissen: Wissen) -> verlinkt.Verlinker:
    return verlinkt.Verlinker(wissen.verweise, wissen.register, wissen.fehlend)


@pytest.mark.parametrize(("vorher", "nachher"), STUECKE)
def test_links_in_einer_seite(wissen: Wissen, vorher: str, nachher: str) -> None:
    dokument = lies_html(f"<html><head></head><body>{vorher}</body></html>".encode(), "x")
    seite = verlinkt.mit_links(dokument, verlinker(wissen))
    assert seite == f'<html><head><meta charset="utf-8"></head><body>{nachher}</body></html>\n'


def test_eine_seite_bleibt_wie_sie_ist_bis_auf_die_links(wissen: Wissen) -> None:
    seite = verlinkt.mit_links(lies_html(SEITE.encode(), "x"), verlinker(wissen))
    ohne = re.sub(
        r'<a class="verweis"[^>]*>(.*?)</a>|<span class="verweis[^>]*>(.*?)</span>', r"\1\2", seite, flags=re.DOTALL
    )
    assert ohne.replace('<meta charset="utf-8">', "").replace("\u00a0", "&nbsp;").split() == SEITE.split()


#: Pages in several encodings; the output is in UTF-8 and says so.
SEITEN = [
    pytest.param("<meta charset=iso-8859-1><p>ä § 5 StGB".encode("latin-1"), id="Latin-1, genannt"),
    pytest.param(
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>ä § 5 StGB'.encode("cp1252"),
        id="Windows-1252, genannt",
    ),
    pytest.param("<p>ä § 5 StGB".encode("cp1252"), id="Windows-1252, nicht genannt"),
    pytest.param("<p>ä § 5 StGB".encode(), id="UTF-8, nicht genannt"),
    pytest.param("\ufeff<p>ä § 5 StGB".encode("utf-16-le"), id="UTF-16"),
    pytest.param("<meta charset=gibtsnicht><p>ä § 5 StGB".encode(), id="Kodierung, die es nicht gibt"),
    pytest.param('<?xml version="1.0" encoding="ISO-8859-15"?><p>ä § 5 StGB</p>'.encode("latin-1"), id="XHTML"),
]


@pytest.mark.parametrize("roh", SEITEN)
def test_kodierungen_einer_seite(wissen: Wissen, roh: bytes) -> None:
    seite = verlinkt.mit_links(lies_html(roh, "x"), verlinker(wissen))
    link = _link("§ 5 StGB", "bund/stgb%23p5", "§ 5 StGB")
    assert seite == f'<html><head><meta charset="utf-8"></head><body><p>ä {link}</p></body></html>\n'


@pytest.mark.parametrize("roh", [b"", b"  \n", b"<!-- -->", b"\0", b"<", b"</p>", b"<frameset>"], ids=repr)
def test_seiten_ohne_text(wissen: Wissen, roh: bytes) -> None:
    assert verlinkt.mit_links(lies_html(roh, "x"), verlinker(wissen)).startswith(("<html", "<!DOCTYPE"))


@given(
    st.lists(
        st.sampled_from(
            "§ 5|StGB|<b>|</b>|<p>|</i>|<br>|<a href=x>|</a>|<script>§ 5</script>|<!--§-->|&amp;|&#1;|\0|<td| ".split("|")
        )
    )
)
@settings(max_examples=300, deadline=None)
def test_beliebige_seiten(wissen: Wissen, stuecke: list[str]) -> None:
    """No crash, no text lost, and what is written reads the same again."""
    roh = "".join(stuecke).encode()
    vorher = lies_html(roh, "x").baum.getroot().text_content()
    seite = verlinkt.mit_links(lies_html(roh, "x"), verlinker(wissen))
    nachher = lies_html(seite.encode(), "x").baum.getroot().text_content()
    assert re.sub(r"[\x01\ufffd]|\s", "", nachher) == re.sub(r"[\x01\ufffd]|\s", "", vorher)
    assert not lxml.html.document_fromstring(seite).xpath("//a//a[@class='verweis']")


def test_zu_tief_verschachtelte_seite(normen: Normen, tmp_path: Path) -> None:
    """Better an error than half a page."""
    (tmp_path / "tief.html").write_text("<div>" * 5000 + "§ 5 StGB", encoding="utf-8")
    ausgabe = normen("refs", "tief.html", cwd=tmp_path)
    assert (ausgabe.code, ausgabe.stdout) == (2, "")
    assert ausgabe.stderr == (
        "Fehler: tief.html: Die Seite ist zu tief verschachtelt.\nSpeichern Sie ihren Text als .txt oder .docx.\n"
    )


# --- pages made of text and Word files


def _sichtbar(seite: str) -> str:
    return str(lxml.html.document_fromstring(seite).find("body/main").text_content())


def test_textdatei_als_seite(normen: Normen, tmp_path: Path) -> None:
    """The text as it was, escaped, and a list that every link leads to; nothing from outside."""
    text = "\n  <b>Nach</b> § 9 StGB & Absatz 1,\n\n§§ 17 bis 19 JGG und § 9 StGB; Verordnung (EU) 2016/679.\n"
    (tmp_path / "a&b.txt").write_text(text, encoding="utf-8")
    ausgabe = normen("refs", "a&b.txt", "--format", "html", cwd=tmp_path)
    assert (ausgabe.code, ausgabe.stderr) == (0, "")
    assert _sichtbar(ausgabe.stdout) == text
    seite = lxml.html.document_fromstring(ausgabe.stdout)
    assert (seite.get("lang"), seite.findtext("head/title")) == ("de", "a&b.txt")
    links = [(a.get("href"), a.get("title"), a.text) for a in seite.xpath("//a")]
    assert links == [
        ("#bund/stgb%23p9", "§ 9 StGB", "§ 9 StGB"),
        ("#bund/jgg%23p17--bund/jgg%23p19", "§ 17 JGG bis § 19 JGG", "§§ 17 bis 19 JGG"),
        ("#bund/stgb%23p9", "§ 9 StGB", "§ 9 StGB"),
        ("#eu/verordnung-2016-679", "Verordnung (EU) 2016/679", "Verordnung (EU) 2016/679"),
    ]
    assert [(li.get("id"), li.text) for li in seite.xpath("//li")] == [
        ("bund/stgb#p9", "§ 9 StGB"),
        ("bund/jgg#p17--bund/jgg#p19", "§ 17 JGG bis § 19 JGG"),
        ("eu/verordnung-2016-679", "Verordnung (EU) 2016/679"),
    ]
    assert [(s.get("title"), s.text) for s in seite.xpath("//main/span")] == [(OHNE, "Absatz 1")]
    assert not re.search(r"https?:|\bsrc=|<link|@import", ausgabe.stdout)


def test_seite_ohne_zitate(normen: Normen) -> None:
    seite = normen("refs", "-", "--format", "html", stdin="Guten Tag\n").stdout
    assert seite.endswith("<body>\n<main>Guten Tag\n</main>\n</body>\n</html>\n")
    assert "<title>Eingabe</title>" in seite


def test_word_datei_als_seite(normen: Normen, tmp_path: Path) -> None:
    absatz = "<w:p><w:r><w:t>{}</w:t>{}</w:r></w:p>"
    roh = _word(
        absatz.format("Erstens &lt;", "") + "<w:p/>" + absatz.format("§ 5 StGB", '<w:footnoteReference w:id="1"/>'),
        footnotes=f'<w:footnote w:id="1">{absatz.format("Note", "")}</w:footnote>',
    )
    (tmp_path / "x.docx").write_bytes(roh)
    seite = normen("refs", "x.docx", "--format", "html", cwd=tmp_path).stdout
    link = _link("§ 5 StGB", "bund/stgb%23p5", "§ 5 StGB")
    absaetze = f'<p id="absatz-1">Erstens &lt;</p>\n<p id="absatz-3">{link}</p>\n'
    note = '<div class="footnote" role="note" aria-label="Fußnote 1">\n<p><sup>1</sup> Note</p>\n</div>\n'
    assert f'<main><div class="word">\n{absaetze}{note}</div>\n</main>' in seite


@given(st.text(st.sampled_from("§ 5Abs.StGB,und<&\"'\n\t\ufeff"), max_size=80))
@settings(max_examples=200, deadline=None)
def test_die_seite_hat_den_text_der_datei(wissen: Wissen, text: str) -> None:
    gelesen = list(lies_text(io.StringIO(text)))
    mit_links = verlinker(wissen)
    seite = "".join(verlinkt.seite("x", verlinkt.text_als_html(gelesen, mit_links), mit_links))
    assert _sichtbar(seite) == "".join(p.text for p in gelesen)


# --- abbreviations that a document introduces

#: How a first paragraph introduces an abbreviation, what the next one cites, and what that means.
EINGEFUEHRT = [
    ("Es gilt das Landesdatenschutzgesetz (nachfolgend LDSG-X).", "§ 5 LDSG-X", "§ 5 LDSG"),
    ("Das Strafvollzugsgesetz (im Folgenden „StVollzG-B“ genannt) gilt.", "§ 3 StVollzG-B", "§ 3 StVollzG"),
    ("Nach § 1 des Strafvollzugsgesetzes (StVollzG-Bund)", "§§ 3 und 4 StVollzG-Bund", "§ 3 StVollzG, § 4 StVollzG"),
    ("Nach § 1 des Bürgerlichen Gesetzbuchs (BGB-neu)", "§ 3 BGB-neu", "§ 3 BGB"),
]
#: What introduces nothing: a word that is no abbreviation, the law of a Land, and what another work is called.
NICHT_EINGEFUEHRT = [
    ("Das Bürgerliche Gesetzbuch (Auszug) gilt.", "§ 3 Auszug", OHNE),
    ("§ 211 StGB (Mord) gilt.", "§ 3 Mord", OHNE),
    ("Das Strafvollzugsgesetz (NRW) gilt.", "§ 3 NRW", OHNE),
    ("Das Strafvollzugsgesetz (StVollzG NRW) gilt.", "§ 3 StVollzG NRW", "Das Werk „StVollzG NRW“ ist nicht bekannt"),
    ("Das Justizvollzugsgesetzbuch (JVollzGB III) gilt.", "§ 3 JVollzGB III", "§ 3 JVollzGB III"),
]


@pytest.mark.parametrize("art", ["text", "html", "docx"])
@pytest.mark.parametrize("fall", [*EINGEFUEHRT, *NICHT_EINGEFUEHRT], ids=lambda fall: fall[1])
def test_eingefuehrte_abkuerzungen_gelten_im_ganzen_dokument(
    normen: Normen, tmp_path: Path, art: str, fall: tuple[str, str, str]
) -> None:
    zuerst, dann, gelesen = fall
    absatz = {"text": "{}\n\n", "html": "<p>{}</p>\n", "docx": "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"}[art]
    inhalt = "".join(absatz.format(satz) for satz in (zuerst, dann, "Ende"))
    (tmp_path / "datei").write_bytes(_word(inhalt) if art == "docx" else inhalt.encode())
    zeile = normen("refs", "datei", "--type", art, cwd=tmp_path).stdout.splitlines()[-1]
    assert zeile.split("\t")[2] == gelesen
    seite = normen("refs", "datei", "--type", art, "--format", "html", cwd=tmp_path).stdout
    assert f'title="{gelesen.partition(", §")[0]}"' in seite


def test_jede_zeile_von_jsonl_steht_fuer_sich(normen: Normen) -> None:
    zuerst, dann, _ = EINGEFUEHRT[0]
    zeilen = normen("refs", "--jsonl", "-", stdin="".join(f"{json.dumps({'text': t})}\n" for t in (zuerst, dann))).zeilen
    assert [ref["targets"] for zeile in zeilen for ref in zeile["refs"]] == [["LDSG"], []]


def test_eine_abkuerzung_gilt_erst_wenn_sie_eingefuehrt_ist(normen: Normen) -> None:
    zuerst, dann, gelesen = EINGEFUEHRT[0]
    zeilen = normen("refs", "-", stdin=f"{dann}\n\n{zuerst}\n\n{dann}\n").stdout.splitlines()
    assert [zeile.split("\t")[2] for zeile in zeilen] == ["Das Werk „LDSG-X“ ist nicht bekannt", "LDSG", gelesen]


# --- context


def test_zusammenhang(normen: Normen) -> None:
    aufruf = ("refs", "-", "--context", "§ 11 Abs. 2 JVollzGB III")
    assert normen(*aufruf, stdin="Absatz 1 Satz 1").stdout == "1:1\tAbsatz 1 Satz 1\t§ 11 Abs. 1 Satz 1 JVollzGB III\n"


#: Contexts, and the whole message if they do not exist.
ZUSAMMENHANG = [
    ("JVollzGB III", ""),
    ("§ 11 Abs. 2 Nr. 2 JVollzGB III", ""),
    ("VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III", ""),
    ("Nr. 4.6 AV ForAmb NRW", ""),
    ("Anlage 9 VwV JVollzGB", ""),
    ("§ 5000 StGB", ""),
    (
        "§ 11 Abs. 9 JVollzGB III",
        "§ 11 Abs. 9 JVollzGB III gibt es nicht. § 11 JVollzGB III gibt es.\n"
        "Meinten Sie „§ 11 Abs. 2 JVollzGB III“, „§ 11 Abs. 1 JVollzGB III“ oder „§ 11 Abs. 1a JVollzGB III“?\n",
    ),
    (
        "VV Nr. 77 zu § 11 JVollzGB III",
        "VV Nr. 77 zu § 11 JVollzGB III gibt es nicht. VV zu § 11 JVollzGB III gibt es.\n"
        "Meinten Sie „VV Nr. 2 zu § 11 JVollzGB III“, „VV Nr. 2.1 zu § 11 JVollzGB III“ oder "
        "„VV Nr. 2.2 zu § 11 JVollzGB III“?\n",
    ),
    ("§ 1 GibtsNichtG", "Das Werk „GibtsNichtG“ ist nicht bekannt. Verstanden: § 1 GibtsNichtG.\n"),
    (
        "§ 9 Abs",
        "Das Zitat ist nicht lesbar:\n  § 9 Abs\n         ^\nVerstanden: „§ 9 Abs“. Erwartet: eine Zahl nach „Abs“.\n",
    ),
]


@pytest.mark.parametrize(("zitat", "meldung"), ZUSAMMENHANG, ids=[zitat for zitat, _ in ZUSAMMENHANG])
def test_ein_zusammenhang_der_nicht_besteht(normen: Normen, zitat: str, meldung: str) -> None:
    """The error names it, and the line, or the option; the lines before and behind it are answered."""
    zeilen = [{"text": "§ 5 StGB"}, {"context": zitat, "text": "Absatz 1"}, {"text": "§ 6 StGB"}]
    lauf = normen("refs", "--jsonl", "-", stdin="".join(f"{json.dumps(zeile)}\n" for zeile in zeilen))
    option = normen("refs", "-", "--context", zitat, stdin="Absatz 1")
    if not meldung:
        assert (lauf.code, lauf.stderr, len(lauf.zeilen)) == (0, "", 3)
        assert (option.code, option.stderr) == (0, "")
        return
    assert (lauf.code, [len(zeile["refs"]) for zeile in lauf.zeilen]) == (2, [1, 0, 1])
    assert lauf.zeilen[1]["error"].startswith(f"Eingabe, Zeile 2: {meldung.rstrip()}")
    assert lauf.stderr.startswith(f"Fehler: Eingabe, Zeile 2: {meldung}")
    assert (option.code, option.stdout) == (2, "")
    assert option.stderr.startswith(f"Fehler: --context: {meldung}")


#: Lines that are no question, and the message.
KEINE_FRAGE = [
    ('{"context": 5, "text": "Absatz 1"}', "„context“ muss ein Zitat sein, oder null."),
    ('{"text": null}', "„text“ muss eine Zeichenkette sein."),
    ("[" * 100_000, 'Erwartet wird {"context": …, "text": …} in einer Zeile.'),
    ('{"text": ' + "1" * 5000 + "}", 'Erwartet wird {"context": …, "text": …} in einer Zeile.'),
]


@pytest.mark.parametrize(("zeile", "meldung"), KEINE_FRAGE, ids=[zeile[:40] for zeile, _ in KEINE_FRAGE])
def test_zeile_die_keine_frage_ist(normen: Normen, zeile: str, meldung: str) -> None:
    ausgabe = normen("refs", "--jsonl", "-", stdin=f'\n{{"text": ""}}\n{zeile}\n')
    assert (ausgabe.code, ausgabe.zeilen) == (2, [{"refs": []}, {"refs": [], "error": f"Eingabe, Zeile 3: {meldung}"}])
    assert ausgabe.stderr == f"Fehler: Eingabe, Zeile 3: {meldung}\n"


def test_mehrere_zeilen_die_keine_fragen_sind(normen: Normen) -> None:
    ausgabe = normen("refs", "--jsonl", "-", stdin='{"text": null}\n{"text": "§ 5 StGB"}\n5\n')
    assert [len(zeile["refs"]) for zeile in ausgabe.zeilen] == [0, 1, 0]
    assert ausgabe.stderr == (
        "Fehler: Eingabe, Zeile 1: „text“ muss eine Zeichenkette sein.\n"
        "Nicht beantwortet sind 2 Zeilen; der Grund steht bei jeder unter „error“.\n"
    )


# --- calls that are wrong

_AUFRUF = "Aufruf: normen refs [OPTIONEN] DATEI\nHilfe gibt 'normen refs --help'.\n\nFehler: "
_FEST = "Das legt Eingabe und Ausgabe fest."
FALSCH = [
    (("fehlt.txt",), _AUFRUF + "Ungültiger Wert für 'DATEI': Datei 'fehlt.txt' gibt es nicht.\n"),
    ((".",), _AUFRUF + "Ungültiger Wert für 'DATEI': Datei '.' ist ein Ordner.\n"),
    (("-", "--jsonl", "--format", "html"), _AUFRUF + f"„--format“ passt nicht zu „--jsonl“: {_FEST}\n"),
    (("-", "--jsonl", "--context", "§ 5 StGB"), _AUFRUF + f"„--context“ passt nicht zu „--jsonl“: {_FEST}\n"),
    (("-", "--jsonl", "--json"), _AUFRUF + f"„--json“ passt nicht zu „--jsonl“: {_FEST}\n"),
    (("-", "--json", "--format", "table"), _AUFRUF + "„--json“ und „--format“ schließen einander aus.\n"),
    (("-", "--werke", "fehlt.toml"), _AUFRUF + "Ungültiger Wert für '--werke': Datei 'fehlt.toml' gibt es nicht.\n"),
    (
        ("akte.pdf",),
        "Fehler: akte.pdf: Dateien mit der Endung .pdf werden nicht gelesen.\n"
        "Speichern Sie den Text als .docx, .html oder .txt. Täuscht die Endung, nennen Sie die Art mit --type.\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("aufruf", "meldung"), FALSCH, ids=[" ".join(aufruf) for aufruf, _ in FALSCH])
def test_falscher_aufruf(normen: Normen, tmp_path: Path, aufruf: tuple[str, ...], meldung: str) -> None:
    (tmp_path / "akte.pdf").write_text("§ 5 StGB", encoding="utf-8")
    ausgabe = normen("refs", *aufruf, cwd=tmp_path)
    assert (ausgabe.code, ausgabe.stdout, ausgabe.stderr) == (2, "", meldung)


def test_die_art_laesst_sich_nennen(normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "akte.pdf").write_text("§ 5 <b>StGB</b>", encoding="utf-8")
    aufruf = ("refs", "akte.pdf", "--type")
    assert normen(*aufruf, "html", cwd=tmp_path).stdout == "1\t§ 5 StGB\t§ 5 StGB\n"
    assert normen(*aufruf, "text", cwd=tmp_path).stdout == f"1:1\t§ 5\t{OHNE}\n"
    assert normen("refs", "-", "--type", "html", stdin="§ 5 <b>StGB</b>").stdout == "1\t§ 5 StGB\t§ 5 StGB\n"
    assert normen(*aufruf, "docx", cwd=tmp_path).stderr == f"Fehler: akte.pdf: {KEIN_WORD}\n"


# --- works of one's own

WERKE = """\
[[werk]]
kurz = "StVollzG NRW"
titel = "Strafvollzugsgesetz Nordrhein-Westfalen"
kennung = "nw/stvollzg"
art = "Gesetz"
namen = ["LDSG"]

[[werk]]
kurz = "JVollzGB III"
titel = "Buch Drei"
kennung = "bw/jvollzgb-3"
art = "Gesetz"
namen = ["StVollzG BW"]
"""


@pytest.fixture
def werke(tmp_path: Path) -> Callable[[str], Path]:
    def schreibe(inhalt: str) -> Path:
        datei = tmp_path / "werke.toml"
        datei.write_text(inhalt, encoding="utf-8")
        return datei

    return schreibe


EIGENE = [
    ("§ 5 StVollzG NRW", "§ 5 StVollzG NRW"),
    ("§ 5 LDSG", "§ 5 StVollzG NRW"),
    ("§ 5 des Strafvollzugsgesetzes Nordrhein-Westfalen", "§ 5 StVollzG NRW"),
    ("§ 5 StVollzG BW", "§ 5 JVollzGB III"),
    ("§ 5 JVollzGB III", "§ 5 JVollzGB III"),
    ("§ 5 StGB", "§ 5 StGB"),
]


@pytest.mark.parametrize("wie", ["Option", "Umgebung"])
def test_eigene_werke_sind_bekannt_und_ihre_namen_gehen_vor(normen: Normen, werke: Callable[[str], Path], wie: str) -> None:
    datei = str(werke(WERKE))
    option, env = (("--werke", datei), {}) if wie == "Option" else ((), {"NORMEN_WERKE": datei})
    ausgabe = normen("refs", "-", *option, env=env, stdin="\n\n".join(text for text, _ in EIGENE))
    assert [tuple(zeile.split("\t")[1:]) for zeile in ausgabe.stdout.splitlines()] == EIGENE


def test_eigene_werke_gelten_auch_sonst(normen: Normen, werke: Callable[[str], Path]) -> None:
    """A further name for a loaded work finds its text; a work without text is known; the corpus reads as before."""
    env = {"NORMEN_WERKE": str(werke(WERKE))}
    assert normen("show", "§ 11 StVollzG BW", "--json", env=env).json["citation"] == "§ 11 JVollzGB III"
    assert normen("show", "VV zu § 11 StVollzG BW", "--json", env=env).json["citation"] == "VV zu § 11 JVollzGB III"
    ausgabe = normen("show", "§ 5 StVollzG NRW", env=env)
    assert ausgabe.code == 2
    assert ausgabe.stderr.startswith("Fehler: StVollzG NRW ist bekannt, aber sein Text ist nicht geladen.")
    kurz = [werk["citation"] for werk in normen("werke", "--json", env=env).json]
    assert len(set(kurz)) == len(kurz)
    assert {"StVollzG NRW", "JVollzGB III"} <= set(kurz)
    assert normen("cites", "§ 1 JVollzGB I", "--json", env=env).json == normen("cites", "§ 1 JVollzGB I", "--json").json


_KEINE_LISTE = "„werk“ ist keine Liste von Werken.\nBeginnen Sie jedes Werk mit einer Zeile [[werk]]."
#: What is changed in the file, and the whole message.
FEHLER = [
    (
        'kurz = "StVollzG NRW"\n',
        "",
        '{datei}, [[werk]] 1: Bei einem Werk fehlt das Feld „kurz“.\nTragen Sie es ein: kurz = "…"',
    ),
    (
        'art = "Gesetz"\nnamen = ["StV',
        'namen = ["StV',
        '{datei}, [[werk]] 2 „JVollzGB III“: Bei einem Werk fehlt das Feld „art“.\nTragen Sie es ein: art = "…"',
    ),
    (
        '"nw/stvollzg"',
        "5",
        "{datei}, [[werk]] 1 „StVollzG NRW“: Das Feld „kennung“ ist kein Text.\n"
        'Setzen Sie den Wert in Anführungszeichen: kennung = "…"',
    ),
    (
        '["LDSG"]',
        '"LDSG"',
        '{datei}, [[werk]] 1 „StVollzG NRW“: Das Feld „namen“ ist keine Liste von Texten.\nZum Beispiel: namen = ["…", "…"]',
    ),
    (
        "kennung =",
        "id =",
        "{datei}: 2 Fehler:\n"
        "  - {datei}, [[werk]] 1 „StVollzG NRW“: Das Feld „id“ ist unbekannt.\n"
        "    Möglich sind: adresse, aktenzeichen, art, doknr, eli, fassung, herausgeber, in_kraft_ab, in_kraft_bis, "
        "kennung, kurz, namen, raum, titel, vv, vv_praefix.\n"
        "  - {datei}, [[werk]] 1 „StVollzG NRW“: Bei einem Werk fehlt das Feld „kennung“.\n"
        '    Tragen Sie es ein: kennung = "…"',
    ),
    (WERKE, "", "{datei}: Die Datei nennt kein Werk.\nTragen Sie mindestens ein [[werk]] ein."),
    (WERKE, "werk = 5", f"{{datei}}: {_KEINE_LISTE}"),
    (WERKE, "[werk]\nkurz = 'x'", f"{{datei}}: {_KEINE_LISTE}"),
    (WERKE, "[[werke]]", "{datei}: Das Feld „werke“ ist unbekannt.\nMöglich sind: werk."),
]


@pytest.mark.parametrize(("alt", "neu", "meldung"), FEHLER, ids=[meldung[8:60] for _, _, meldung in FEHLER])
def test_fehler_in_den_eigenen_werken(werke: Callable[[str], Path], alt: str, neu: str, meldung: str) -> None:
    assert alt in WERKE
    datei = werke(WERKE.replace(alt, neu, 1))
    with pytest.raises(KorpusFehler) as fehler:
        lade_werke(datei)
    assert str(fehler.value) == meldung.format(datei=datei)


def test_eigene_werke_die_kein_toml_sind(normen: Normen, werke: Callable[[str], Path]) -> None:
    datei = werke("[[werk]\n")
    ausgabe = normen("refs", "-", env={"NORMEN_WERKE": str(datei)})
    assert ausgabe.code == 2
    assert ausgabe.stderr.startswith(f"Fehler: {datei}, Zeile 1")
    assert "Die Datei ist kein gültiges TOML" in ausgabe.stderr


# --- the page of documentation


def test_die_seite_der_dokumentation_zeigt_was_der_befehl_ausgibt(normen: Normen, tmp_path: Path) -> None:
    """Files are blocks headed by their name; commands follow in `console` blocks, with all they print, "…" for a gap."""
    seite = DOCS.read_text(encoding="utf-8")
    for name, inhalt in re.findall(r"^`([\w.]+)`:\n\n```\w+\n(.*?)^```$", seite, re.MULTILINE | re.DOTALL):
        (tmp_path / name).write_text(inhalt, encoding="utf-8")
    beispiele = re.findall(r"^```console\n\$ normen (.+?)\n(.*?)^```$", seite, re.MULTILINE | re.DOTALL)
    assert len(beispiele) > 4
    for zeile, gezeigt in beispiele:
        befehl, _, eingabe = zeile.partition(" < ")
        stdin = (tmp_path / eingabe).read_text(encoding="utf-8") if eingabe else None
        wirklich = normen(*shlex.split(befehl), cwd=tmp_path, stdin=stdin)
        muster = ".*?".join(re.escape(teil) for teil in gezeigt.split("…"))
        assert re.fullmatch(muster, wirklich.stdout + wirklich.stderr, re.DOTALL), zeile


#: What is cited, and what is said of what a loaded text does not have: in short, why, and what is nearest.
FEHLENDES = [
    ("§ 9 Abs. 2 JVollzGB III", []),
    ("§ 999 StGB", []),  # not loaded
    ("§ 11 Abs. 2 Satz 1 Nr. 3 Halbsatz 2 JVollzGB III", []),  # part of a Satz that exists
    (
        "§ 92 Abs. 7 JVollzGB III",
        [
            (
                "§ 92 Abs. 7 JVollzGB III",
                "gibt es nicht",
                "§ 92 Abs. 7 JVollzGB III gibt es nicht. § 92 JVollzGB III gibt es.",
                ["§ 92 Abs. 3 JVollzGB III", "§ 92 Abs. 2 JVollzGB III", "§ 92 Abs. 1 JVollzGB III"],
            )
        ],
    ),
    (
        "§ 120 ff. JVollzGB III",
        [
            (
                "§ 120 ff. JVollzGB III",
                "gibt es nicht",
                "§ 120 JVollzGB III gibt es nicht. JVollzGB III gibt es.",
                ["§ 113 JVollzGB III", "§ 112 JVollzGB III", "§ 111 JVollzGB III"],
            )
        ],
    ),
    (
        "VV zu § 80 JVollzGB III",
        [
            (
                "VV zu § 80 JVollzGB III",
                "nicht abgedruckt",
                "VV zu § 80 JVollzGB III ist nicht abgedruckt. Im Text steht: [Vom Abdruck der Verwaltungsvorschrift wird "
                "aufgrund der zwischenzeitlich erfolgten Gesetzesänderung abgesehen.]",
                [],
            )
        ],
    ),
    # of a range each end by itself
    (
        "§§ 112 bis 125 JVollzGB III",
        [
            (
                "§ 125 JVollzGB III",
                "gibt es nicht",
                "§ 125 JVollzGB III gibt es nicht. JVollzGB III gibt es.",
                ["§ 113 JVollzGB III", "§ 112 JVollzGB III", "§ 111 JVollzGB III"],
            )
        ],
    ),
]


@pytest.mark.parametrize(("text", "fehlendes"), FEHLENDES)
def test_was_es_nicht_gibt_sagt_jede_form(
    normen: Normen, text: str, fehlendes: list[tuple[str, str, str, list[str]]]
) -> None:
    zeile = normen("refs", "-", stdin=text).stdout
    seite = normen("refs", "-", "--format", "html", stdin=text).stdout
    missing = [
        {"target": ziel, "reason": grund, "nearest": naechste, "not_printed": kurz == "nicht abgedruckt"}
        for ziel, kurz, grund, naechste in fehlendes
    ]
    for antwort in (
        normen("refs", "-", "--json", stdin=text).json["refs"],
        normen("refs", "-", "--format", "jsonl", stdin=text).zeilen,
        normen("refs", "--jsonl", "-", stdin=json.dumps({"text": text})).json["refs"],
    ):
        assert [verweis["missing"] for verweis in antwort] == [missing]
    for ziel, kurz, _, naechste in fehlendes:
        assert f"{ziel} ({kurz})" in zeile
        liste = seite.split("<ul>")[1]
        assert all(stelle in liste for stelle in (f"{kurz}{', am nächsten: ' if naechste else ')'}", *naechste))
    assert ("gibt es nicht" in zeile + seite or "nicht abgedruckt" in zeile + seite) == bool(fehlendes)
    assert ('class="verweis fehlt"' in seite) == bool(fehlendes)
