"""HTML pages: running text collected over the inline elements that divide it, each piece with its node."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from typing import Any

import lxml.html
from lxml import etree

from ..fehler import LeseFehler, Ort
from .passage import Passage, Zaehlung
from .zeichen import ohne_steuerzeichen

#: Elements inside which a sentence goes on; any other begins a new passage. <sup> does too: it numbers Sätze and notes.
_FLIESSEND = frozenset(
    """
    a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike
    strong sub time tt u var wbr
    """.split()
)
#: Elements whose content is no running text.
_STUMM = frozenset(
    "audio canvas datalist head iframe math object option script select style svg template textarea title video".split()
)
_UEBERSCHRIFTEN = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Elements that hold no link.
_OHNE_LINKS = frozenset({"a", "button"})
_GENANNTE_KODIERUNG = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
#: Encodings that a page means otherwise than it says (WHATWG Encoding Standard; a page that can name one is not UTF-16).
_UMGEDEUTET = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("utf-7", "utf-16", "utf-16le", "utf-16be", "utf-32"), "utf-8"),
}
_XML_KOPF = re.compile(r"\A\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Textknoten:
    """A piece of text in its tree: that of ``element``, or if ``dahinter`` what follows it.

    ``ab`` is where it begins in its passage; it may bear links if ``frei``.
    """

    element: Any
    dahinter: bool
    ab: int
    text: str
    frei: bool


@dataclass(frozen=True, slots=True)
class HtmlDokument:
    """A page: its tree, and its passages in order, each with the nodes that spell it out."""

    baum: Any
    passagen: tuple[tuple[Passage, tuple[Textknoten, ...]], ...]


def lies_html(roh: bytes, name: str) -> HtmlDokument:
    """Read a page from any bytes: in the encoding it names, else UTF-8, else Windows-1252. Line ends are unified.

    Raises `LeseFehler` naming the file if elements are nested deeper than can be read.
    """
    text = _XML_KOPF.sub("", re.sub("\r\n?|\f", "\n", _dekodiert(roh)))
    quelle = ohne_steuerzeichen(text).encode()
    leser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, default_doctype=False)
    try:
        wurzel = lxml.html.document_fromstring(quelle, parser=leser)
    except etree.ParserError:  # nothing in it but white space or comments
        wurzel = lxml.html.document_fromstring(b"<!DOCTYPE html><html><body></body></html>", parser=leser)
    if leser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT):
        raise LeseFehler(
            "Die Seite ist zu tief verschachtelt.", ort=Ort(name), rat="Speichern Sie ihren Text als .txt oder .docx."
        )
    return HtmlDokument(wurzel.getroottree(), tuple(_Sammler().gesammelt(wurzel)))


def _dekodiert(roh: bytes) -> str:
    for marke, kodierung in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if roh.startswith(marke):
            return roh.decode(kodierung, errors="replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    genannt = _GENANNTE_KODIERUNG.search(roh, 0, 1024)
    name = genannt[1].decode("ascii", errors="replace").lower() if genannt else "utf-8"
    for kodierung in (_UMGEDEUTET.get(name, name), "utf-8"):
        try:
            return roh.decode(kodierung)
        except (LookupError, UnicodeError):
            continue
    return roh.decode("cp1252", errors="replace")


@dataclass(slots=True)
class _Sammler:
    """Walks a tree once, without recursion. ``zeile`` is the line in the source, as far as it can be told."""

    zeile: int = 1
    stumm: int = 0
    gesperrt: int = 0
    titel: int = 0
    laenge: int = 0
    knoten: list[Textknoten] = field(default_factory=list)
    teile: list[str] = field(default_factory=list)
    anfaenge: list[tuple[int, int]] = field(default_factory=list)
    fertig: list[tuple[Passage, tuple[Textknoten, ...]]] = field(default_factory=list)

    def gesammelt(self, wurzel: Any) -> list[tuple[Passage, tuple[Textknoten, ...]]]:
        """Return the passages below an element, those without text left out."""
        for ereignis, element in etree.iterwalk(wurzel, events=("start", "end", "comment", "pi")):
            if ereignis == "start":
                self._beginn(element)
            elif ereignis == "end":
                self._schluss(element)
            else:
                self.zeile += (element.text or "").count("\n")
                self._nimm(element, element.tail, dahinter=True)
        self._brich_um()
        return self.fertig

    def _beginn(self, element: Any) -> None:
        self.zeile = max(self.zeile, element.sourceline or 0)
        if element.tag not in _FLIESSEND:
            self._brich_um()
        self.stumm += element.tag in _STUMM
        self.gesperrt += element.tag in _OHNE_LINKS
        self.titel += element.tag in _UEBERSCHRIFTEN
        if element.tag == "br" and self.knoten:
            self._haenge_an("\n")
        self._nimm(element, element.text, dahinter=False)

    def _schluss(self, element: Any) -> None:
        self.stumm -= element.tag in _STUMM
        self.gesperrt -= element.tag in _OHNE_LINKS
        if element.tag not in _FLIESSEND:
            self._brich_um()
        self.titel -= element.tag in _UEBERSCHRIFTEN
        self._nimm(element, element.tail, dahinter=True)

    def _nimm(self, element: Any, text: str | None, *, dahinter: bool) -> None:
        if not text:
            return
        if not self.stumm:
            lesbar = ohne_steuerzeichen(text)
            self.anfaenge.append((self.laenge, self.zeile))
            self.knoten.append(Textknoten(element, dahinter, self.laenge, lesbar, frei=not self.gesperrt))
            self._haenge_an(lesbar)
        self.zeile += text.count("\n")

    def _haenge_an(self, text: str) -> None:
        self.teile.append(text)
        self.laenge += len(text)

    def _brich_um(self) -> None:
        text = "".join(self.teile)
        if text.strip():
            passage = Passage(text, Zaehlung.ZEILE, tuple(self.anfaenge), titel=self.titel > 0)
            self.fertig.append((passage, tuple(self.knoten)))
        self.knoten, self.teile, self.anfaenge, self.laenge = [], [], [], 0
