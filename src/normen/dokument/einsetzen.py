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

_HAUPTTEIL = "word/document.xml"
_FORMATE = "word/styles.xml"
_BEFEHL = re.compile(r'\{%p\s+baustein\s+["„“]([a-z0-9-]+)["“”]\s*%\}')


#: The names of Bausteine, each with its Word file.
Wordbausteine = tuple[tuple[str, bytes], ...]


def eingesetzt(worddatei: bytes, bausteine: Wordbausteine, name: str) -> bytes:
    """Return a template's Word file with each Baustein in its place; ``name`` is what errors call the file.

    Raises `VorlageFehler` for one that the text asks for and the description does not name, the other way round, and for a
    Baustein whose styles the template does not have.
    """
    with zipfile.ZipFile(io.BytesIO(worddatei)) as archiv:
        if not bausteine and b"baustein" not in archiv.read(_HAUPTTEIL):
            return worddatei
        teile = {teil: archiv.read(teil) for teil in archiv.namelist()}
    wurzel = _baum(teile[_HAUPTTEIL])
    stellen = {absatz: treffer[1] for absatz in wurzel.iter(qn("w:p")) if (treffer := _BEFEHL.search(_text(absatz)))}
    _pruefe_namen(name, set(stellen.values()), {baustein for baustein, _ in bausteine})
    formate = {stil.get(qn("w:styleId")) for stil in _baum(teile[_FORMATE]).iter(qn("w:style"))}
    inhalte = {baustein: _inhalt(baustein, inhalt, formate) for baustein, inhalt in bausteine}
    for absatz, baustein in stellen.items():
        for element in inhalte[baustein]:
            absatz.addprevious(deepcopy(element))
        absatz.getparent().remove(absatz)
    teile[_HAUPTTEIL] = etree.tostring(wurzel, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _verpackt(teile)


def _pruefe_namen(name: str, im_text: set[str], beschrieben: set[str]) -> None:
    if fehlend := sorted(im_text - beschrieben):
        meldung = f"Der Text setzt Bausteine ein, die nicht beschrieben sind: {', '.join(fehlend)}."
        raise VorlageFehler(meldung, ort=Ort(name), rat=f"Nennen Sie sie in vorlage.toml: bausteine = {fehlend}")
    if ueberzaehlig := sorted(beschrieben - im_text):
        meldung = f"Der Text setzt diese Bausteine nirgends ein: {', '.join(ueberzaehlig)}."
        rat = f'Nötig ist ein Absatz mit {{%p baustein "{ueberzaehlig[0]}" %}}.'
        raise VorlageFehler(meldung, ort=Ort(name), rat=rat)


def _inhalt(baustein: str, worddatei: bytes, formate: set[str | None]) -> list[Any]:
    """Return paragraphs and tables of a Baustein; it brings no pictures, links, or styles of its own."""
    with zipfile.ZipFile(io.BytesIO(worddatei)) as archiv:
        rumpf = _baum(archiv.read(_HAUPTTEIL)).find(qn("w:body"))
    inhalt = [element for element in rumpf if element.tag != qn("w:sectPr")]
    art = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    if fremd := sorted({str(stil.get(qn("w:val"))) for e in inhalt for stil in e.iter(*art)} - formate):
        meldung = f"Der Baustein „{baustein}“ braucht Formatvorlagen, die die Vorlage nicht hat: {', '.join(fremd)}."
        raise VorlageFehler(meldung, rat="Übernehmen Sie sie in Word aus einer mitgelieferten Vorlage.")
    return inhalt


def _baum(xml: bytes) -> Any:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _text(absatz: Any) -> str:
    return "".join(stelle.text or "" for stelle in absatz.iter(qn("w:t")))


def _verpackt(teile: dict[str, bytes]) -> bytes:
    heraus = io.BytesIO()
    with zipfile.ZipFile(heraus, "w", zipfile.ZIP_DEFLATED) as archiv:
        for name, inhalt in teile.items():
            archiv.writestr(name, inhalt)
    return heraus.getvalue()
