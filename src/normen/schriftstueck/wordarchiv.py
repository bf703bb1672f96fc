"""The archive that a Word file is: its parts as streams of elements, and what refers to what.

Files come from anywhere. No entity is resolved, no DOCTYPE accepted, nothing fetched, and what grows beyond measure when it
is unpacked is not read on.
"""

from __future__ import annotations

import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

from lxml import etree

from ..fehler import LeseFehler, Ort

#: Namespaces of the text, in files that are "transitional" (what Word writes) and "strict".
RAEUME = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_BEZIEHUNG = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
#: What reading a damaged archive raises, or one with a password (RuntimeError).
_KAPUTT = (
    *(zipfile.BadZipFile, etree.XMLSyntaxError, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError),
)
#: So many bytes of text may come out of one file: far more than any document, little enough to be read in time.
HOECHSTENS = 1 << 28
#: From so many bytes on, a part may not be more than so many times larger than packed; text comes to 10, tables to 100.
_AUFFAELLIG_AB, _AUFFAELLIG = 1 << 23, 300
_RIESIG = "Die Datei ist entpackt ungewöhnlich groß und wird zum Schutz nicht weiter gelesen."
#: Names that would lie elsewhere if somebody unpacked the archive.
_HINAUS = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


@dataclass(frozen=True, slots=True)
class Beziehung:
    """A part that another refers to: the kind of reference, its id, the name of the part - or what lies outside."""

    art: str
    kennung: str
    teil: str
    extern: bool = False


@contextmanager
def geoeffnet(strom: BinaryIO, name: str) -> Iterator[Wordarchiv]:
    """Open a Word file; whatever turns out broken while it is read is a `LeseFehler` naming the file."""
    try:
        with zipfile.ZipFile(strom) as archiv:
            offen = Wordarchiv(archiv, name)
            offen.pruefe_namen()
            yield offen
    except _KAPUTT:
        raise LeseFehler(
            "Die Datei ist kein lesbares Word-Dokument (.docx).",
            ort=Ort(name),
            rat="Öffnen Sie sie in Word und speichern Sie sie als .docx, ohne Kennwort.",
        ) from None


@dataclass(slots=True)
class Wordarchiv:
    """An open archive; ``gelesen`` counts the bytes that came out of it."""

    archiv: zipfile.ZipFile
    name: str
    gelesen: int = 0

    def elemente(
        self, teil: str, ereignisse: Sequence[str] = ("start", "end"), namen: Sequence[str] = ()
    ) -> Iterator[tuple[str, Any]]:
        """Yield the elements of a part as they begin and end; with ``namen`` only these, by their local names."""
        tags = [f"{{{raum}}}{name}" for raum in RAEUME for name in namen] or None
        with self.archiv.open(teil) as strom:
            begrenzt: Any = _Begrenzt(self, strom, self.archiv.getinfo(teil).compress_size)
            for nr, (ereignis, element) in enumerate(
                etree.iterparse(begrenzt, events=ereignisse, tag=tags, resolve_entities=False, no_network=True)
            ):
                if not nr and element.getroottree().docinfo.doctype:
                    raise self._fehler("Die Datei enthält eine Dokumenttyp-Deklaration (DOCTYPE) und wird nicht gelesen.")
                yield ereignis, element

    def beziehungen(self, teil: str) -> tuple[Beziehung, ...]:
        """Return the parts that a part (or "": the file) refers to."""
        ordner, name = posixpath.split(teil)
        pfad = posixpath.join(ordner, "_rels", f"{name}.rels")
        if pfad not in self.archiv.NameToInfo:
            return ()
        return tuple(
            replace(b, teil=posixpath.normpath(posixpath.join("/", ordner, b.teil)).lstrip("/"))
            for b in self.eintraege(pfad)
            if not b.extern
        )

    def eintraege(self, pfad: str) -> tuple[Beziehung, ...]:
        """Return the references that stand in a part for such (".rels"), as they stand there."""
        return tuple(
            Beziehung(posixpath.basename(e["Type"]), e.get("Id", ""), e["Target"], e.get("TargetMode") == "External")
            for e in (dict(element.attrib) for _, element in self.elemente(pfad, ("end",)) if element.tag == _BEZIEHUNG)
        )

    def pruefe_namen(self) -> None:
        """Raise `LeseFehler` if a name leads out of the archive, or two parts share one."""
        namen = [info.orig_filename for info in self.archiv.infolist()]
        if schlimme := [name for name in namen if _HINAUS.search(name)]:
            raise self._fehler(f"Die Datei enthält einen Teil, dessen Name aus ihr hinausführt ({schlimme[0]!r}).")
        if len({name.lower() for name in namen}) < len(namen):
            raise self._fehler("Die Datei enthält zwei Teile desselben Namens.")

    def pruefe_umfang(self, hoechstens: int) -> None:
        """Raise `LeseFehler` if what the archive says of its size is beyond measure; more than it says never comes out."""
        groesse = sum(info.file_size for info in self.archiv.infolist())
        if groesse > hoechstens or any(_auffaellig(info.file_size, info.compress_size) for info in self.archiv.infolist()):
            raise self._fehler(_RIESIG)

    def pruefe_anfang(self, teil: str) -> None:
        """Raise `LeseFehler` if a part is not XML, or begins with a DOCTYPE."""
        next(self.elemente(teil, ("start",)))

    def pruefe(self, aus_dem_teil: int, gepackt: int) -> None:
        """Raise `LeseFehler` if what came out, in all or of one part, is beyond measure."""
        if self.gelesen > HOECHSTENS or _auffaellig(aus_dem_teil, gepackt):
            raise self._fehler(_RIESIG)

    def _fehler(self, meldung: str) -> LeseFehler:
        rat = "Kopieren Sie den Text in Word in ein neues Dokument und speichern Sie es als .docx."
        return LeseFehler(meldung, ort=Ort(self.name), rat=rat)


def _auffaellig(entpackt: int, gepackt: int) -> bool:
    return entpackt > _AUFFAELLIG_AB and entpackt > gepackt * _AUFFAELLIG


@dataclass(slots=True)
class _Begrenzt:
    """A stream that counts what is read from it, and stops where it is too much."""

    archiv: Wordarchiv
    strom: Any
    gepackt: int
    gelesen: int = 0

    def read(self, menge: int = -1) -> bytes:
        daten: bytes = self.strom.read(menge)
        self.gelesen += len(daten)
        self.archiv.gelesen += len(daten)
        self.archiv.pruefe(self.gelesen, self.gepackt)
        return daten


def lokal(element: Any) -> str:
    """Return the local name of an element of the text, "" for any other."""
    raum, _, name = str(element.tag).lstrip("{").partition("}")
    return name if raum in RAEUME else ""


def attribut(element: Any, name: str) -> str:
    """Return an attribute by its local name, "" if there is none."""
    return next((str(wert) for schluessel, wert in element.attrib.items() if schluessel.rpartition("}")[2] == name), "")


def kind(element: Any, name: str) -> Any:
    """Return the first child of an element with that local name, or ``None``."""
    return None if element is None else next((k for k in element if lokal(k) == name), None)


def wert(element: Any, name: str) -> str:
    """Return what the first child with that local name has as its value, "" if there is none."""
    gefunden = kind(element, name)
    return "" if gefunden is None else attribut(gefunden, "val")


def ist_an(element: Any, name: str) -> bool:
    """Tell whether a switch is there and not off."""
    gefunden = kind(element, name)
    return gefunden is not None and attribut(gefunden, "val") not in ("0", "false", "off", "none")


def gib_frei(element: Any) -> None:
    """Forget an element that is read, and what stands before it, so that memory does not grow with the file."""
    element.clear()
    eltern = element.getparent()
    while eltern is not None and element.getprevious() is not None:
        del eltern[0]
