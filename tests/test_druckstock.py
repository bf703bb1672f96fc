"""The plate prints what docxtpl itself would print - part by part, with odd values too - and the same bytes each time."""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from normen.dokument import Vorlage, lade_vorlagen, lies_daten, pruefe
from normen.dokument.druckbild import absaetze
from normen.dokument.druckstock import Druckstock
from normen.dokument.fuellen import belege_fuer, druckwerte, zusammengesetzt
from normen.dokument.sandkasten import Leer, setzmaschine
from normen.fehler import VorlageFehler
from normen.ressourcen import ordner
from normen.wissen import Wissen

VORLAGEN = lade_vorlagen(ordner("templates"))
BEISPIELE = [(vorlage, datei) for vorlage in VORLAGEN for datei in vorlage.beispiele.values()]
EIGENSCHAFTEN = "docProps/core.xml"
Teile = dict[str, bytes]


def wie_docxtpl(docx: bytes, werte: Mapping[str, object]) -> bytes:
    """Return the document as docxtpl makes it, with our filters and our way to print values."""
    umgebung = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=setzmaschine().finalize)
    umgebung.filters |= setzmaschine().filters
    vorlage = DocxTemplate(BytesIO(docx))
    vorlage.render(dict(werte), umgebung, autoescape=True)
    vorlage.save(heraus := BytesIO())
    return heraus.getvalue()


def teile(docx: bytes) -> Teile:
    """Return the parts of a file, those in XML in their canonical form."""
    with zipfile.ZipFile(BytesIO(docx)) as archiv:
        return {name: _kanonisch(name, archiv.read(name)) for name in archiv.namelist()}


def _kanonisch(name: str, inhalt: bytes) -> bytes:
    xml = name.endswith((".xml", ".rels"))
    return bytes(etree.tostring(etree.fromstring(inhalt), method="c14n")) if xml else inhalt


def ungleiche(docx: bytes, werte: Mapping[str, object]) -> list[str]:
    """Return the parts in which the plate differs from docxtpl; of the properties we fill the title alone."""
    unseres, seines = teile(Druckstock.aus(docx, "x.docx").gedruckt(werte)), teile(wie_docxtpl(docx, werte))
    namen = unseres.keys() | seines.keys()
    return sorted(name for name in namen - {EIGENSCHAFTEN} if unseres.get(name) != seines.get(name))


# --- templates

PUNKT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
FELD = "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"
ZELLE = '<w:tc><w:tcPr><w:tcW w:w="1000"/></w:tcPr>{}</w:tc>'
NOTE = "<w:footnote w:id='{nr}'><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>"


def _absatz(text: str, eigenschaften: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{eigenschaften}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def vorlage(*absaetze_: str, xml: str = "", titel: str = "Probe", dokument: Any = None) -> bytes:
    """Return a Word file with these paragraphs, and XML at its end."""
    dokument = dokument or Document()
    for absatz in absaetze_:
        dokument.add_paragraph(absatz)
    for element in parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"):
        dokument.element.body.insert(-1, element)
    dokument.core_properties.title = titel
    dokument.save(heraus := BytesIO())
    return heraus.getvalue()


def mit_rand(kopf: str, fuss: str) -> Any:
    dokument = Document()
    dokument.sections[0].header.paragraphs[0].text = kopf
    dokument.sections[0].footer.paragraphs[0].text = fuss
    return dokument


def mit_bild() -> Any:
    dokument = Document()
    for _ in range(2):
        dokument.add_picture(BytesIO(PUNKT))
    return dokument


def mit_noten(docx: bytes, *texte: str) -> bytes:
    """Return the Word file with footnotes."""
    heraus, noten = BytesIO(), "".join(NOTE.format(nr=nr, text=text) for nr, text in enumerate(texte))
    typ = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    art = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    einschub = {
        "[Content_Types].xml": ("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{typ}"/></Types>'),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rIdN" Type="{art}" Target="footnotes.xml"/></Relationships>',
        ),
    }
    with zipfile.ZipFile(BytesIO(docx)) as alt, zipfile.ZipFile(heraus, "w") as neu:
        for name in alt.namelist():
            neu.writestr(name, alt.read(name).decode("latin-1").replace(*einschub.get(name, ("", ""))).encode("latin-1"))
        neu.writestr("word/footnotes.xml", f"<w:footnotes {nsdecls('w')}>{noten}</w:footnotes>")
    return heraus.getvalue()


def tabelle(zeilen: list[list[str]], spalten: int) -> str:
    """Return a table, its cells by rows, its grid of a width that need not fit."""
    raster = '<w:gridCol w:w="1000"/>' * spalten
    zellen = ("".join(ZELLE.format(_absatz(zelle)) for zelle in zeile) for zeile in zeilen)
    zeilen_ = "".join(f"<w:tr>{zeile}</w:tr>" for zeile in zellen)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{raster}</w:tblGrid>{zeilen_}</w:tbl>"


SCHLEIFE = [["{%tr for z in zeilen %}"], ["{{ z.a }}", "{{ z.b }}"], ["{%tr endfor %}"]]
ZELLEN = [["Kopf", "{%tc for z in zeilen %}", "{{ z.a }}", "{%tc endfor %}"]]
#: Templates, each for something that docxtpl does.
PROBEN = {
    "value": vorlage("vor {{ a }} nach"),
    "no command": vorlage("fest\tund\nfest"),
    "condition": vorlage("{% if b %}ja{% elif a %}oder{% else %}nein{% endif %}", "{%p if b %}", "B", "{%p endif %}"),
    "paragraphs": vorlage("{%p for z in zeilen %}", "{{ loop.index }}. {{ z.a }}", "{%p endfor %}"),
    "comment and raw": vorlage("{# weg #}vor{% raw %}{{ a }}{% endraw %}", "{_{ so {_% steht %_} es }_}"),
    "set and with": vorlage("{% set x = a ~ '!' %}{{ x }}{% with y = 2 * 3 %}{{ y }}{% endwith %}"),
    "joins paragraphs": vorlage("eins {%- if b %}", "zwei {%- endif %}", "drei"),
    "bold run": vorlage(xml=_absatz("fett {{ a }}", "<w:b/>")),
    "split command": vorlage(xml="<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>{ a }</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>"),
    "text box": vorlage(xml=FELD.format(_absatz("{{ a }}"))),
    "table rows": vorlage(xml=tabelle(SCHLEIFE, 2)),
    "table cells": vorlage(xml=tabelle(ZELLEN, 4)),
    "table without all its columns": vorlage(xml=tabelle(SCHLEIFE, 1)),
    "table with spare columns": vorlage(xml=tabelle(SCHLEIFE, 5)),
    "cells that span": vorlage(xml=tabelle([["{% colspan 2 %}{{ a }}"], ["x", "{% cellbg 'ff0000' %}y"]], 2)),
    "cells merged downwards": vorlage(xml=tabelle([SCHLEIFE[0], ["{% vm %}M", "{{ z.b }}"], SCHLEIFE[2]], 2)),
    "cells merged sideways": vorlage(xml=tabelle([["{%tc for z in zeilen %}", "{% hm %}M", "{%tc endfor %}"]], 3)),
    "header and footer": vorlage("{{ a }}", dokument=mit_rand("Kopf {{ a }}", "Fuß {% if b %}B{% endif %}")),
    "pictures": vorlage("{{ a }}", dokument=mit_bild()),
    "footnotes": mit_noten(vorlage("{{ a }}"), "Note {{ a }}", "fest"),
    "two headers": vorlage("{{ a }}", dokument=mit_rand("fest", "{{ a }}")),
}
WERTE = [
    {"a": "x", "b": True, "zeilen": [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]},
    {"a": "<&> \"'\n\tz\aneuer Absatz\n\n\fSeite", "b": False, "zeilen": [{"a": "&", "b": "]]>"}]},
    {"a": "🙂 العربية 𝔘 \u200f\u0085\u2028 e\u0301", "b": 0, "zeilen": []},
    {"a": Decimal("1234.5"), "b": date(2026, 3, 1), "zeilen": [{"a": zahl, "b": ""} for zahl in range(9)]},
    {"a": "</w:t></w:r></w:p>", "b": "{{ a }}{% for x in y %}", "zeilen": [{"a": "{{ 7*7 }}", "b": "{# x #}"}]},
]


@pytest.mark.parametrize(("vorlage_", "beispiel"), BEISPIELE, ids=lambda x: getattr(x, "name", ""))
def test_wie_docxtpl_mit_allen_beispielen(vorlage_: Vorlage, beispiel: Path, wissen: Wissen) -> None:
    daten = pruefe(vorlage_, lies_daten(beispiel), wissen)
    werte = druckwerte(vorlage_, daten, belege_fuer(vorlage_, daten, wissen))
    assert ungleiche(zusammengesetzt(vorlage_), werte) == []


@pytest.mark.parametrize(("probe", "werte"), [*product(PROBEN, WERTE)])
def test_wie_docxtpl(probe: str, werte: dict[str, object]) -> None:
    assert ungleiche(PROBEN[probe], werte) == []


def test_der_vergleich_findet_unterschiede() -> None:
    docx, werte = vorlage("{{ a }}{_{"), {"a": "ein {_{ im Wert"}
    assert ungleiche(docx, werte) == ["word/document.xml"]


druckbar = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], include_characters="\n\t&<>{}%#_\"'"))
texte = druckbar.map(absaetze).filter(lambda text: not any(zeichen in text for zeichen in ("{_", "_}", "%_")))

zeilen_ = st.fixed_dictionaries({"a": texte, "b": texte})


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    a=texte | st.just("Absatz.\n\n" * 40), b=st.booleans(), zeilen=st.lists(st.fixed_dictionaries({"a": texte, "b": texte}))
)
def test_wie_docxtpl_mit_beliebigen_werten(a: str, b: bool, zeilen: list[dict[str, str]]) -> None:
    docx = mit_noten(
        vorlage(
            "vor {{ a }} nach",
            "{%p for z in zeilen %}",
            "{{ z.a }}{% if b %}{{ z.b }}{% endif %}",
            "{%p endfor %}",
            xml=tabelle(SCHLEIFE, 2),
            dokument=mit_rand("{{ a }}", "{{ a }}"),
        ),
        "{{ a }}",
    )
    werte = {"a": a, "b": b, "zeilen": zeilen}
    druckstock = Druckstock.aus(docx, "x.docx")
    assert ungleiche(docx, werte) == []
    assert druckstock.gedruckt(werte) == druckstock.gedruckt(werte) == Druckstock.aus(docx, "y.docx").gedruckt(werte)


def wortlaut(docx: bytes, teil: str = "word/document.xml") -> str:
    """Return the text of a part."""
    with zipfile.ZipFile(BytesIO(docx)) as archiv:
        return "".join(t.text or "" for t in etree.fromstring(archiv.read(teil)).iter(qn("w:t")))


@pytest.mark.parametrize("wert", ["ein {_{ im Wert", "{{ a }}", "{% endif %}", "{_%", "}_}"])
def test_werte_stehen_da_wie_angegeben(wert: str) -> None:
    docx = mit_noten(vorlage("{{ a }}", dokument=mit_rand("{{ a }}", "")), "{{ a }}")
    gedruckt = Druckstock.aus(docx, "x").gedruckt({"a": wert})
    assert [wortlaut(gedruckt, f"word/{teil}.xml") for teil in ("document", "header1", "footnotes")] == [wert] * 3


def test_fussnoten_werden_einmal_gesetzt() -> None:
    """docxtpl sets them once for each section: a value of the first time would be a command the second time."""
    dokument = Document()
    dokument.add_section()
    docx = mit_noten(vorlage("x", dokument=dokument), "{{ a }}")
    assert wortlaut(Druckstock.aus(docx, "x").gedruckt({"a": "{{ 7 * 7 }}"}), "word/footnotes.xml") == "{{ 7 * 7 }}"
    assert wortlaut(wie_docxtpl(docx, {"a": "{{ 7 * 7 }}"}), "word/footnotes.xml") == "49"


#: Values, and the title they make: plain text, on one line, as long as Word allows.
TITEL = [
    ("Müller & Söhne <GmbH>", "Über Müller & Söhne <GmbH>"),
    ("&amp; ]]> {{ a }}", "Über &amp; ]]> {{ a }}"),
    ("eins\n\tzwei\adrei", "Über eins  zwei drei"),
    ("x" * 300, "Über " + "x" * 250),
]


@pytest.mark.parametrize(("wert", "titel"), TITEL)
def test_der_titel_istwortlaut(wert: str, titel: str) -> None:
    gedruckt = Druckstock.aus(vorlage(titel="Über {{ a }}"), "x").gedruckt({"a": wert})
    assert Document(BytesIO(gedruckt)).core_properties.title == titel


def test_ein_druckstock_behaelt_nichts() -> None:
    druckstock = Druckstock.aus(vorlage("{{ a }}", titel="{{ a }}"), "x")
    erst = druckstock.gedruckt({"a": "eins"})
    assert wortlaut(druckstock.gedruckt({"a": "zwei"})) == "zwei"
    assert druckstock.gedruckt({"a": "eins"}) == erst


def test_das_paket_nennt_weder_tag_noch_rechner_noch_verfasser() -> None:
    dokument = Document()
    dokument.core_properties.author = dokument.core_properties.last_modified_by = "Geheim"
    gedruckt = Druckstock.aus(vorlage("{{ a }}", dokument=dokument), "x").gedruckt({"a": "x"})
    with zipfile.ZipFile(BytesIO(gedruckt)) as archiv:
        assert {(info.date_time, info.create_system) for info in archiv.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
        assert archiv.testzip() is None
        assert len(set(archiv.namelist())) == len(archiv.namelist())
        assert archiv.namelist()[0] == "[Content_Types].xml"
    eigenschaften = Document(BytesIO(gedruckt)).core_properties
    assert (eigenschaften.author, eigenschaften.last_modified_by, eigenschaften.created) == ("", "", None)


@pytest.mark.parametrize("wert", ["\x00", "\x1b", "\ud800", "\ufffe"])
def test_ein_zeichen_das_xml_nicht_kennt_ist_ein_fehler(wert: str) -> None:
    with pytest.raises(VorlageFehler, match=r"Ein Zeichen lässt sich nicht drucken \(U\+"):
        Druckstock.aus(vorlage("{{ a }}"), "x").gedruckt({"a": wert})


#: Where a mistake stands, and how the message names the place.
STELLEN = [
    (vorlage("gut", "Hier {{ q }} falsch.", "gut {{ a }}"), "Stelle: Hier {{ q }} falsch."),
    (vorlage("gut {{ a }}", "Hier {% if %} falsch.", "gut"), "Stelle: Hier {% if %} falsch."),
    (vorlage("{%p for z in zeilen %}", "{{ z.q }} fehlt", "{%p endfor %}"), "Stelle: {{ z.q }} fehlt{% endfor %}"),
    (vorlage("gut {{ a }}", xml=tabelle([["x", "Zelle {{ a + 1 }}"]], 2)), "Stelle: Zelle {{ a + 1 }}"),
    (vorlage(dokument=mit_rand("Kopf {{ q }}", "")), "Stelle: Kopfzeile (word/header1.xml): Kopf {{ q }}"),
    (vorlage(dokument=mit_rand("", "{{ leer }}")), "Stelle: Fußzeile (word/footer1.xml): {{ leer }}"),
    (mit_noten(vorlage(), "Note {{ q }}"), "Stelle: Fußnoten: Note {{ q }}"),
    (vorlage(titel="Titel {{ q }}"), "Stelle: Titel des Dokuments: Titel {{ q }}"),
]


@pytest.mark.parametrize(("docx", "stelle"), STELLEN, ids=[stelle for _, stelle in STELLEN])
def test_ein_fehler_nennt_datei_teil_und_absatz(docx: bytes, stelle: str) -> None:
    with pytest.raises(VorlageFehler) as gefangen:
        Druckstock.aus(docx, "x.docx").gedruckt({"a": "x", "zeilen": [{"a": 1}], "leer": Leer(name="leer")})
    assert str(gefangen.value).startswith("x.docx: Die Vorlage lässt sich nicht füllen: ")
    assert str(gefangen.value).endswith(f"\n{stelle}")
