"""What a Word file must be before it is printed from: a template of a stranger must reach for nothing and run nothing.

To be read, a file may hold links and macros: nothing follows them (`normen.schriftstueck.wordarchiv` refuses what harms who
only reads). What is made of a template goes to other people, who open it in Word.
"""

from __future__ import annotations

import re
from io import BytesIO

from ..fehler import LeseFehler, Ort
from .wordarchiv import Wordarchiv, geoeffnet

_TYPEN = "[Content_Types].xml"
#: Content types of what runs when a document is opened.
_LAUFEND = re.compile(r"macroEnabled|vbaProject|vbaData|activeX|oleObject", re.IGNORECASE)
#: Kinds of references, besides external ones, to what runs or brings in a foreign document.
_GEFAEHRLICH = frozenset({"vbaProject", "wordVbaData", "oleObject", "control", "activeXControlBinary", "aFChunk"})
#: So many bytes a template may unpack to; those that ship come to 80 KB, and a page with a photograph to a few MB.
HOECHSTENS = 1 << 26
_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)


def pruefe_vorlage(docx: bytes, name: str) -> None:
    """Raise `LeseFehler` if a Word file must not become a template.

    Refused are macros, embedded objects and controls, references to anything outside but links of readers (http, https,
    mailto), and all that `geoeffnet` refuses: DOCTYPE, names that leave the archive, what unpacks beyond measure.
    """
    with geoeffnet(BytesIO(docx), name) as archiv:
        archiv.pruefe_umfang(HOECHSTENS)
        typen = _inhaltstypen(archiv)
        if laufend := sorted(typ for typ in typen.values() if _LAUFEND.search(typ)):
            raise _gefaehrlich(name, f"Sie enthält Makros oder eingebettete Programme ({laufend[0]}).")
        for teil in archiv.archiv.namelist():
            if _typ(typen, teil).endswith("xml") or teil.endswith((".xml", ".rels")):
                archiv.pruefe_anfang(teil)
            if teil.endswith(".rels"):
                _pruefe_beziehungen(archiv, teil)


def _inhaltstypen(archiv: Wordarchiv) -> dict[str, str]:
    """Return the content type of each part that has one of its own ("/word/x.xml"), and of each ending (".xml")."""
    eintraege = [dict(e.attrib) for _, e in archiv.elemente(_TYPEN, ("end",))]
    eigene = {e["PartName"].lower(): e["ContentType"] for e in eintraege if "PartName" in e}
    return eigene | {f".{e['Extension'].lower()}": e["ContentType"] for e in eintraege if "Extension" in e}


def _typ(typen: dict[str, str], teil: str) -> str:
    endung = teil.lower().rpartition(".")[2]
    return typen.get(f"/{teil.lower()}", typen.get(f".{endung}", ""))


def _pruefe_beziehungen(archiv: Wordarchiv, teil: str) -> None:
    for bezug in archiv.eintraege(teil):
        if bezug.art in _GEFAEHRLICH:
            raise _gefaehrlich(archiv.name, f"Sie enthält ein eingebettetes Objekt oder Programm ({bezug.teil}).")
        if bezug.extern and not (bezug.art == "hyperlink" and _LINK.match(bezug.teil)):
            raise _gefaehrlich(archiv.name, f"Sie greift auf etwas außerhalb der Datei zu ({bezug.art}: {bezug.teil}).")


def _gefaehrlich(name: str, grund: str) -> LeseFehler:
    rat = "Entfernen Sie es in Word, und speichern Sie die Datei als .docx. Erlaubt sind Links mit https, http und mailto."
    return LeseFehler(grund, ort=Ort(name), rat=rat)
