"""A template's Word file with its Bausteine in their places."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from ..fehler import Ort, VorlageFehler
from ..schriftstueck.einlass import pruefe_vorlage
from .druckstock import lesbar
from .paket import mit_teilen

_HAUPTTEIL = "word/document.xml"
_FORMATE = "word/styles.xml"
_OHNE_FORMATE = b"<styles/>"
_BEZIEHUNGEN = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STILE = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
_VERWEISEND = (qn("w:numId"), qn("w:footnoteReference"), qn("w:endnoteReference"), qn("w:commentReference"))
_BEFEHL = re.compile(r'\{%p\s+baustein\s+["„“]([a-z0-9-]+)["“”]\s*%\}')

#: The names of Bausteine, each with its Word file.
Wordbausteine = tuple[tuple[str, bytes], ...]


def eingesetzt(worddatei: bytes, bausteine: Wordbausteine, name: str) -> bytes:
    """Return a template's Word file with each Baustein in its place; ``name`` is what errors call the file.

    Raises `VorlageFehler` for a file that is dangerous or none of Word's, for a Baustein that the text asks for and the
    description does not name, the other way round, and for one that brings more than paragraphs and tables in the styles of
    the template.
    """
    with lesbar(name):
        pruefe_vorlage(worddatei, name)
        haupt, formate = _teile(worddatei, _HAUPTTEIL, _FORMATE)
        if not bausteine and b"baustein" not in haupt:
            return worddatei
        wurzel = _baum(haupt)
        stellen = _stellen(wurzel, name)
        _pruefe_namen(name, set(stellen.values()), {baustein for baustein, _ in bausteine})
        stile = {stil.get(qn("w:styleId")) for stil in _baum(formate or _OHNE_FORMATE).iter(qn("w:style"))}
    inhalte = {baustein: _inhalt(baustein, inhalt, stile) for baustein, inhalt in bausteine}
    for absatz, baustein in stellen.items():
        for element in inhalte[baustein]:
            absatz.addprevious(deepcopy(element))
        absatz.getparent().remove(absatz)
    return mit_teilen(worddatei, {_HAUPTTEIL: _als_xml(wurzel)})


def _teile(worddatei: bytes, *namen: str) -> list[bytes]:
    """Return some parts of a Word file, b"" for one that it does not have."""
    with zipfile.ZipFile(io.BytesIO(worddatei)) as archiv:
        return [archiv.read(name) if name in archiv.NameToInfo else b"" for name in namen]


def _stellen(wurzel: Any, name: str) -> dict[Any, str]:
    """Return the paragraphs that ask for a Baustein, each with its name; nothing else may stand in them."""
    stellen = {}
    for absatz in wurzel.iter(qn("w:p")):
        text = _text(absatz).strip()
        if _BEFEHL.search(text):
            treffer = _BEFEHL.fullmatch(text)
            if treffer is None or absatz.find(f".//{qn('w:sectPr')}") is not None:
                meldung = f"Der Befehl für einen Baustein steht nicht allein in seinem Absatz: {text}"
                raise VorlageFehler(meldung, ort=Ort(name), rat="Geben Sie ihm in Word einen eigenen Absatz.")
            stellen[absatz] = treffer[1]
    return stellen


def _pruefe_namen(name: str, im_text: set[str], beschrieben: set[str]) -> None:
    if fehlend := sorted(im_text - beschrieben):
        meldung = f"Der Text setzt Bausteine ein, die nicht beschrieben sind: {', '.join(fehlend)}."
        raise VorlageFehler(meldung, ort=Ort(name), rat=f"Nennen Sie sie in vorlage.toml: bausteine = {fehlend}")
    if ueberzaehlig := sorted(beschrieben - im_text):
        meldung = f"Der Text setzt diese Bausteine nirgends ein: {', '.join(ueberzaehlig)}."
        rat = f'Nötig ist ein Absatz mit {{%p baustein "{ueberzaehlig[0]}" %}}.'
        raise VorlageFehler(meldung, ort=Ort(name), rat=rat)


def _inhalt(baustein: str, worddatei: bytes, stile: set[str | None]) -> list[Any]:
    """Return paragraphs and tables of a Baustein; it brings no pictures, links, notes, lists or styles of its own."""
    ort = f"Baustein „{baustein}“"
    with lesbar(ort):
        pruefe_vorlage(worddatei, ort)
        inhalt = [element for element in _baum(_teile(worddatei, _HAUPTTEIL)[0])[0] if element.tag != qn("w:sectPr")]
    fremd = sorted({str(s.get(qn("w:val"))) for e in inhalt for s in e.iter(*_STILE)} - {str(stil) for stil in stile})
    if fremd:
        meldung = f"Der Baustein „{baustein}“ braucht Formatvorlagen, die die Vorlage nicht hat: {', '.join(fremd)}."
        raise VorlageFehler(meldung, rat="Übernehmen Sie sie in Word aus einer mitgelieferten Vorlage.")
    if any(_verweist(element) for wurzel in inhalt for element in wurzel.iter()):
        meldung = f"Der Baustein „{baustein}“ enthält ein Bild, einen Link, eine Fußnote oder eine eigene Liste."
        raise VorlageFehler(meldung, rat="Nehmen Sie sie heraus, oder setzen Sie sie in die Vorlage selbst.")
    return inhalt


def _verweist(element: Any) -> bool:
    """Tell whether an element refers to a part of the Baustein's own file, which the template does not have."""
    return element.tag in _VERWEISEND or any(str(name).startswith(_BEZIEHUNGEN) for name in element.attrib)


def _baum(xml: bytes) -> Any:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _text(absatz: Any) -> str:
    return "".join(stelle.text or "" for stelle in absatz.iter(qn("w:t")))


def _als_xml(wurzel: Any) -> bytes:
    return bytes(etree.tostring(wurzel, xml_declaration=True, encoding="UTF-8", standalone=True))
