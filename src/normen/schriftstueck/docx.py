"""Word files, read as a stream: the paragraphs of the body in their order, then footnotes and endnotes."""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from lxml import etree

from ..fehler import LeseFehler, Ort
from .passage import Passage, Zaehlung

#: Namespaces of the text, in files that are "transitional" (what Word writes) and "strict".
_W = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_ERSATZ = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BEZIEHUNG = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
#: What stands for a character in a run.
_ZEICHEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\N{SOFT HYPHEN}"}
#: What reading a damaged archive raises, or one with a password (RuntimeError).
_KAPUTT = (
    *(zipfile.BadZipFile, etree.XMLSyntaxError, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError),
)
#: Elements whose text does not count: what a tracked change has moved away.
_WEG = frozenset({"moveFrom"})
_NOTEN = {"footnotes": Zaehlung.FUSSNOTE, "endnotes": Zaehlung.ENDNOTE}


def lies_docx(strom: BinaryIO, name: str) -> Iterator[Passage]:
    """Yield the paragraphs of a Word file, tracked changes taken as accepted; ``strom`` must be seekable.

    A paragraph of the body bears its number, counting those in tables and the empty ones; a note the number that is
    printed. Raises `LeseFehler` naming the file if it is no Word file, or broken.
    """
    try:
        with zipfile.ZipFile(strom) as archiv:
            yield from _teile(archiv)
    except _KAPUTT:
        raise LeseFehler(
            "Die Datei ist kein lesbares Word-Dokument (.docx).",
            ort=Ort(name),
            rat="Öffnen Sie sie in Word und speichern Sie sie als .docx, ohne Kennwort.",
        ) from None


def _teile(archiv: zipfile.ZipFile) -> Iterator[Passage]:
    """Read the parts of a file: the body names the notes, and tells in which order they are printed."""
    haupt = _beziehungen(archiv, "").get("officeDocument", "word/document.xml")
    text = _Leser(Zaehlung.WORDABSATZ)
    yield from text.lies(archiv, haupt)
    beziehungen = _beziehungen(archiv, haupt)
    for art, zaehlung in _NOTEN.items():
        if art in beziehungen:
            yield from _Leser(zaehlung, text.noten[zaehlung]).lies(archiv, beziehungen[art])


def _beziehungen(archiv: zipfile.ZipFile, teil: str) -> dict[str, str]:
    """Return the parts that a part (or "": the file) refers to, by their kind."""
    ordner, name = posixpath.split(teil)
    pfad = posixpath.join(ordner, "_rels", f"{name}.rels")
    if pfad not in archiv.namelist():
        return {}
    with archiv.open(pfad) as strom:
        eintraege = [dict(e.attrib) for _, e in etree.iterparse(strom, tag=_BEZIEHUNG, resolve_entities=False)]
    return {
        posixpath.basename(e["Type"]): posixpath.normpath(posixpath.join("/", ordner, e["Target"])).lstrip("/")
        for e in eintraege
        if e.get("TargetMode") != "External"
    }


@dataclass(slots=True)
class _Leser:
    """Reads one part. ``reihenfolge`` gives the ids of notes the numbers they are printed with, ``noten`` collects them."""

    zaehlung: Zaehlung
    reihenfolge: dict[str, int] = field(default_factory=dict)
    noten: dict[Zaehlung, dict[str, int]] = field(default_factory=lambda: {z: {} for z in _NOTEN.values()})
    absaetze: int = 0
    note: int = 0
    ohne: int = 0
    offen: list[tuple[int, list[str]]] = field(default_factory=list)

    def lies(self, archiv: zipfile.ZipFile, teil: str) -> Iterator[Passage]:
        """Yield the paragraphs of a part that hold anything."""
        with archiv.open(teil) as strom:
            for ereignis, element in etree.iterparse(strom, events=("start", "end"), resolve_entities=False):
                if element.tag == _ERSATZ or _name(element) in _WEG:
                    self.ohne += 1 if ereignis == "start" else -1
                elif self.ohne or not (name := _name(element)):
                    continue
                elif ereignis == "start":
                    self._beginn(name, element)
                elif passage := self._schluss(name, element):
                    yield passage

    def _beginn(self, name: str, element: Any) -> None:
        if name == "p":
            self.absaetze += 1
            self.offen.append((self.absaetze, []))
        elif name in ("footnote", "endnote"):
            self.note = self.reihenfolge.get(_attribut(element, "id"), 0)

    def _schluss(self, name: str, element: Any) -> Passage | None:
        if name == "p":
            _gib_frei(element)
            return self._passage(*self.offen.pop())
        if name == "t" and self.offen:
            self.offen[-1][1].append(element.text or "")
        elif name in _ZEICHEN and self.offen and _name(element.getparent()) == "r":
            self.offen[-1][1].append(_ZEICHEN[name])
        elif name in ("footnoteReference", "endnoteReference"):
            nummern = self.noten[_NOTEN[f"{name.removesuffix('Reference')}s"]]
            nummern.setdefault(_attribut(element, "id"), len(nummern) + 1)
        return None

    def _passage(self, absatz: int, teile: list[str]) -> Passage | None:
        """Make the passage of a paragraph; ``None`` if it is empty, or part of a note that is printed nowhere."""
        nummer, text = absatz if self.zaehlung is Zaehlung.WORDABSATZ else self.note, "".join(teile)
        return Passage(text, self.zaehlung, ((0, nummer),)) if nummer and text.strip() else None


def _gib_frei(element: Any) -> None:
    """Forget a paragraph that is read, and what stands before it, so that memory does not grow with the file."""
    element.clear()
    eltern = element.getparent()
    while eltern is not None and element.getprevious() is not None:
        del eltern[0]


def _name(element: Any) -> str:
    """Return the local name of an element of the text, "" for any other."""
    raum, _, name = str(element.tag).lstrip("{").partition("}")
    return name if raum in _W else ""


def _attribut(element: Any, name: str) -> str:
    return next((str(wert) for schluessel, wert in element.attrib.items() if schluessel.rpartition("}")[2] == name), "")
