"""A template's Word file with its Bausteine in their places."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from ..fehler import Ort, VorlageFehler
from .baustein import Baustein

_HAUPTTEIL = "word/document.xml"
_FORMATE = "word/styles.xml"
_BEFEHL = re.compile(r'\{%p\s+baustein\s+["„“]([a-z0-9-]+)["“”]\s*%\}')


def eingesetzt(worddatei: Path, bausteine: Sequence[Baustein]) -> bytes:
    """Return a template's Word file with each Baustein in its place.

    Raises `VorlageFehler` for one that the text asks for and the description does not name, the other way round, and for a
    Baustein whose styles the template does not have.
    """
    with zipfile.ZipFile(worddatei) as archiv:
        teile = {name: archiv.read(name) for name in archiv.namelist()}
    if not bausteine and b"baustein" not in teile[_HAUPTTEIL]:
        return worddatei.read_bytes()
    wurzel = _baum(teile[_HAUPTTEIL])
    stellen = {absatz: treffer[1] for absatz in wurzel.iter(qn("w:p")) if (treffer := _BEFEHL.search(_text(absatz)))}
    _pruefe_namen(worddatei, set(stellen.values()), {baustein.name for baustein in bausteine})
    inhalte = {baustein.name: _inhalt(baustein, teile[_FORMATE]) for baustein in bausteine}
    for absatz, name in stellen.items():
        for element in inhalte[name]:
            absatz.addprevious(deepcopy(element))
        absatz.getparent().remove(absatz)
    teile[_HAUPTTEIL] = etree.tostring(wurzel, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _verpackt(teile)


def _pruefe_namen(worddatei: Path, im_text: set[str], beschrieben: set[str]) -> None:
    if fehlend := sorted(im_text - beschrieben):
        rat = f"Nennen Sie sie in vorlage.toml: bausteine = {fehlend}"
        raise VorlageFehler(f"Der Text setzt Bausteine ein, die nicht beschrieben sind: {', '.join(fehlend)}.", rat=rat)
    if ueberzaehlig := sorted(beschrieben - im_text):
        raise VorlageFehler(
            f"Der Text setzt diese Bausteine nirgends ein: {', '.join(ueberzaehlig)}.",
            ort=Ort(str(worddatei)),
            rat=f'Nötig ist ein Absatz mit {{%p baustein "{ueberzaehlig[0]}" %}}.',
        )


def _inhalt(baustein: Baustein, formate: bytes) -> list[Any]:
    """Return paragraphs and tables of a Baustein; it brings no pictures, links, or styles of its own."""
    with zipfile.ZipFile(baustein.worddatei) as archiv:
        rumpf = _baum(archiv.read(_HAUPTTEIL)).find(qn("w:body"))
    inhalt = [element for element in rumpf if element.tag != qn("w:sectPr")]
    vorhanden = {stil.get(qn("w:styleId")) for stil in _baum(formate).iter(qn("w:style"))}
    art = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    fremd = sorted({stil.get(qn("w:val")) for e in inhalt for stil in e.iter(*art)} - vorhanden)
    if fremd:
        meldung = f"Der Baustein „{baustein.name}“ braucht Formatvorlagen, die die Vorlage nicht hat: {', '.join(fremd)}."
        raise VorlageFehler(meldung, ort=Ort(str(baustein.worddatei)))
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
