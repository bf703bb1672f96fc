"""The typesetting: what docxtpl does before and after Jinja - before once for a template, after only where it is needed."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import CONTENT_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from lxml import etree

from .befehle import Unerlaubt
from .druckbild import undruckbares

#: Word's own limit for a document property.
_TITELLAENGE = 255
_UNGEPAART = "Ein {%p … %} oder {%tr … %} steht nicht allein in seinem Absatz oder seiner Zeile, oder sein Ende fehlt"
_KOPF = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What docxtpl makes tabs, paragraphs, line breaks and pages of, once the text is set.
_STEUERZEICHEN = re.compile("[\t\a\n\f]")
_ABSATZ = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
#: So many characters of XML a part of a template may have, so many commands, and so many characters each.
_HOECHSTENS, _BEFEHLE, _BEFEHL = 1 << 22, 10_000, 2000
#: So much of a paragraph is shown before and behind a place.
_UMGEBUNG = 80
_AUF_ODER_ZU = re.compile(r"\{[{%#]|%\}")
_ZU = {"{{": re.compile(r"\}\}"), "{%": re.compile(r"%\}"), "{#": re.compile(r"#\}")}
#: Stands for the title while the properties are taken apart.
_LUECKE = "\ue000normen-titel\ue000"


class Wordvorlage(DocxTemplate):  # type: ignore[misc]
    """docxtpl's template, which also reads German quotation marks inside a command."""

    docx_ids_index = 1000

    def patch_xml(self, src_xml: str) -> str:
        """Read „…“ inside a command as "…": Word writes them by itself."""
        return re.sub(r"\{[{%].*?[%}]\}", lambda befehl: befehl[0].replace("„", '"'), str(super().patch_xml(src_xml)))


@dataclass(frozen=True, slots=True)
class Teil:
    """A part of a Word file that may hold commands: its name, what users call it, its source for Jinja.

    ``fertig`` makes the part of what Jinja prints; it raises `Unerlaubt` if that is no XML any more.
    """

    name: str
    wo: str
    quelle: str
    fertig: Callable[[str], bytes]


def zerlegt(docx: bytes) -> tuple[bytes, tuple[Teil, ...]]:
    """Return the Word file as docxtpl saves it, without author and dates, and its parts that may hold commands."""
    word, heraus = Wordvorlage(BytesIO(docx)), BytesIO()
    word.init_docx()
    titel = _ohne_herkunft(word.docx.core_properties)
    teile = (*_textteile(word), _titelteil(word, titel))
    word.docx.save(heraus)
    return heraus.getvalue(), teile


def _textteile(word: Wordvorlage) -> Iterator[Teil]:
    """Yield the parts docxtpl fills, each once, patched so that Jinja can read them."""
    haupt = word.docx.part
    yield Teil(_name(haupt), "", _quelle(word, word.xml_to_string(haupt.element)), _haupttext)
    for uri, wo in ((word.HEADER_URI, "Kopfzeile"), (word.FOOTER_URI, "Fußzeile")):
        for teil in dict.fromkeys(teil for _, teil in word.get_headers_footers(uri)):
            yield Teil(_name(teil), f"{wo} ({_name(teil)})", _quelle(word, word.get_part_xml(teil)), _randtext)
    for teil in haupt.package.parts:
        if teil.content_type == CONTENT_TYPE.WML_FOOTNOTES:
            yield Teil(_name(teil), "Fußnoten", _quelle(word, teil.blob.decode()), _notentext)


def _name(teil: Any) -> str:
    return str(teil.partname).lstrip("/")


def _quelle(word: Wordvorlage, xml: str) -> str:
    """Return a part as Jinja reads it, each paragraph on a line of its own, so that an error tells its paragraph.

    Raises `Unerlaubt` for what docxtpl's patterns would take hours to search through.
    """
    if len(xml) > _HOECHSTENS:
        raise Unerlaubt("Ihr Text ist unmäßig lang.")
    _pruefe_klammern(re.sub(r"<[^>]*>", "", xml.replace("</w:p>", "\n")))
    ohne_leere = re.sub(r"<(w:[rt]) ([^>]*)/>", r"<\1 \2></\1>", xml)
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", word.patch_xml(ohne_leere))


def _pruefe_klammern(text: str) -> None:
    """Raise `Unerlaubt` unless each command ends before the next begins, and is of a length to be read."""
    stelle = anzahl = 0
    while auf := _AUF_ODER_ZU.search(text, stelle):
        if (anzahl := anzahl + 1) > _BEFEHLE:
            raise Unerlaubt(f"Ein Teil hat mehr als {_BEFEHLE} Befehle.")
        zu = _ZU[auf[0]].search(text, auf.end(), auf.end() + _BEFEHL) if auf[0] in _ZU else None
        inhalt = text[auf.start() : zu.end()] if zu else ""
        if not zu or (auf[0] != "{#" and re.search(r"\{[{%#]", inhalt[2:])):
            raise Unerlaubt(f"Ein Befehl ist nicht geöffnet, nicht geschlossen oder zu lang: {_umgebung(text, auf.start())}")
        if re.search(r"\s{40}", inhalt):
            raise Unerlaubt(f"In einem Befehl stehen zu viele Leerzeichen: {inhalt}")
        stelle = zu.end()


def _umgebung(text: str, stelle: int) -> str:
    """Return what stands around a place of a text, within its paragraph."""
    davor, danach = text[:stelle].rpartition("\n")[2], text[stelle:].partition("\n")[0]
    return f"{davor[-_UMGEBUNG:]}{danach[:_UMGEBUNG]}".strip()


def _ohne_herkunft(eigenschaften: Any) -> str:
    """Take out who made the template, and when; return its title."""
    eigenschaften.author = eigenschaften.last_modified_by = ""
    for angabe in eigenschaften._element.xpath("dcterms:created | dcterms:modified"):
        angabe.getparent().remove(angabe)
    return str(eigenschaften.title)


def _titelteil(word: Wordvorlage, titel: str) -> Teil:
    _pruefe_klammern(titel[:_BEFEHL])
    word.docx.core_properties.title = _LUECKE
    teil = word.docx.part.package._core_properties_part
    return Teil(_name(teil), "Titel des Dokuments", titel[:_BEFEHL], partial(_eigenschaften, teil.blob.decode()))


def _eigenschaften(ohne_titel: str, titel: str) -> bytes:
    """Set the title as plain text on one line, cut to what Word allows."""
    text = ohne_titel.replace(_LUECKE, escape(_STEUERZEICHEN.sub(" ", html.unescape(titel))[:_TITELLAENGE]))
    _gelesen(text)
    return text.encode()


def _haupttext(text: str) -> bytes:
    """Mend tables whose rows have grown or shrunk, and number pictures through - where there are such."""
    text = _aufgeloest(text)
    baum = _gelesen(text)
    if "<wp:docPr" not in text and all(map(_passt, baum.iter(f"{_W}tbl"))):
        return (_KOPF + text).encode()
    word = Wordvorlage("")
    geflickt = word.fix_tables(text)
    word.fix_docpr_ids(geflickt)
    return bytes(serialize_part_xml(geflickt))


def _randtext(text: str) -> bytes:
    return bytes(serialize_part_xml(_gelesen(_aufgeloest(text))))


def _notentext(text: str) -> bytes:
    text = _aufgeloest(text)
    _gelesen(text)
    return text.encode()


def _aufgeloest(text: str) -> str:
    """Return the text with docxtpl's paragraphs, line breaks and tabs; only paragraphs that hold such go through it."""
    if not _STEUERZEICHEN.search(text):
        return text
    setze = Wordvorlage("").resolve_listing
    ende = text.rfind("</w:p>") + len("</w:p>")
    return _ABSATZ.sub(lambda m: setze(m[0]) if _STEUERZEICHEN.search(m[0]) else m[0], text[:ende]) + text[ende:]


def _gelesen(xml: str) -> Any:
    """Parse strictly; docxtpl would drop what it cannot read."""
    try:
        return parse_xml(xml.encode())
    except (etree.XMLSyntaxError, UnicodeEncodeError) as fehler:
        if zeichen := undruckbares(xml.replace("\r", "")):
            raise Unerlaubt(f"Ein Zeichen lässt sich nicht drucken (U+{ord(zeichen[0]):04X}).") from None
        raise Unerlaubt(f"{_UNGEPAART} ({fehler}).") from None


def _passt(tabelle: Any) -> bool:
    """Tell whether docxtpl would leave the columns of a table as they are."""
    raster = tabelle.find(f"{_W}tblGrid")
    if raster is None:
        return False
    spalten = len(raster.findall(f"{_W}gridCol"))
    zeilen = [zeile.findall(f"{_W}tc") for zeile in tabelle.iter(f"{_W}tr")]
    return all(len(zellen) <= spalten for zellen in zeilen) and spalten <= max(map(_breite, zeilen), default=0)


def _breite(zellen: list[Any]) -> int:
    """Return how many columns the cells of a row take."""
    spannen = (zelle.find(f"{_W}tcPr/{_W}gridSpan") for zelle in zellen)
    return sum(1 if spanne is None else int(spanne.get(f"{_W}val")) for spanne in spannen)
