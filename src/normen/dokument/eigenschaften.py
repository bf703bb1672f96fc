"""Custom properties written into a Word file; what else it holds stays as it is."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping

from lxml import etree

from .paket import mit_teilen

_ART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_INHALT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_TYPEN = "http://schemas.openxmlformats.org/package/2006/content-types"
_BEZIEHUNGEN = "http://schemas.openxmlformats.org/package/2006/relationships"
_RAUM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_WERTE = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
#: The property set of all custom properties; their numbers begin with 2 (ECMA-376 Part 1, 22.3).
_SATZ, _ERSTE = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", 2
_TEIL, _TYPENTEIL, _BEZIEHUNGSTEIL = "docProps/custom.xml", "[Content_Types].xml", "_rels/.rels"
_LEER = f'<Properties xmlns="{_RAUM}" xmlns:vt="{_WERTE}"/>'.encode()


def mit_eigenschaften(docx: bytes, praefix: str, werte: Mapping[str, str]) -> bytes:
    """Return a Word file with these properties in place of all whose names begin with ``praefix``; others keep their order.

    ``docx`` is a package of our own making. Same input, same bytes.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archiv:
        beziehungen, typen = _gelesen(archiv.read(_BEZIEHUNGSTEIL)), _gelesen(archiv.read(_TYPENTEIL))
        teil = _vorhandener_teil(beziehungen)
        eigenschaften = _gelesen(archiv.read(teil) if teil else _LEER)
    teile = {} if teil else _angemeldet(beziehungen, typen)
    _ersetze(eigenschaften, praefix, werte)
    return mit_teilen(docx, {**teile, teil or _TEIL: _als_xml(eigenschaften)})


def _vorhandener_teil(beziehungen: etree._Element) -> str:
    ziele = (str(b.get("Target")) for b in beziehungen if b.get("Type") == _ART)
    return next((posixpath.normpath(ziel).lstrip("/") for ziel in ziele), "")


def _angemeldet(beziehungen: etree._Element, typen: etree._Element) -> dict[str, bytes]:
    """Return the parts that name the new one: its kind, and the reference to it."""
    vergeben = {b.get("Id") for b in beziehungen}
    kennung = next(f"rId{nummer}" for nummer in range(1, len(vergeben) + 2) if f"rId{nummer}" not in vergeben)
    etree.SubElement(beziehungen, f"{{{_BEZIEHUNGEN}}}Relationship", Id=kennung, Type=_ART, Target=_TEIL)
    etree.SubElement(typen, f"{{{_TYPEN}}}Override", PartName=f"/{_TEIL}", ContentType=_INHALT)
    return {_TYPENTEIL: _als_xml(typen), _BEZIEHUNGSTEIL: _als_xml(beziehungen)}


def _ersetze(eigenschaften: etree._Element, praefix: str, werte: Mapping[str, str]) -> None:
    for alte in [e for e in eigenschaften if str(e.get("name")).startswith(praefix)]:
        eigenschaften.remove(alte)
    for name, wert in werte.items():
        neue = etree.SubElement(eigenschaften, f"{{{_RAUM}}}property", fmtid=_SATZ, pid="", name=name)
        etree.SubElement(neue, f"{{{_WERTE}}}lpwstr").text = wert
    for nummer, eigenschaft in enumerate(eigenschaften, start=_ERSTE):
        eigenschaft.set("pid", str(nummer))


def _gelesen(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _als_xml(wurzel: etree._Element) -> bytes:
    return bytes(etree.tostring(wurzel, encoding="UTF-8", xml_declaration=True, standalone=True))
