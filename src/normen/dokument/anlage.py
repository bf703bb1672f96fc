"""The annex "Nachweis der zitierten Vorschriften": the Herkunft of a document as a page to read, in the styles of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length, Pt

from .druckbild import zitat as gesetzt
from .herkunft import Herkunft, Zitiertes

UEBERSCHRIFT = "Nachweis der zitierten Vorschriften"
_SPALTEN = ("Vorschrift", "Stand", "Prüfsumme")
#: Their share of the width of the text.
_ANTEILE = (0.54, 0.23, 0.23)
#: Lines between the rows only, as in the tables of the templates, and room within the cells.
_LINIEN = "".join(
    f'<w:{seite} w:val="single" w:sz="{staerke}" w:space="0" w:color="{farbe}"/>'
    for seite, staerke, farbe in (("top", 8, "1F2A44"), ("bottom", 8, "1F2A44"), ("insideH", 4, "BFBFBF"))
)
_RAND = '<w:top w:w="34" w:type="dxa"/><w:bottom w:w="34" w:type="dxa"/>'
_KURZ = 12
_ERKLAERUNG = (
    "Das Dokument zitiert diese Vorschriften. Geprüft heißt: Sie stehen im Text der genannten Fassung. Ungeprüft heißt: Ihr "
    "Text lag nicht vor. Die Prüfsumme steht für ihren Wortlaut "
    f"(die ersten {_KURZ} Stellen des SHA-256); ändert er sich, so ändert sie sich."
)


def mit_anlage(docx: bytes, herkunft: Herkunft) -> bytes:
    """Return a Word file with the annex as its last page; the same input gives the same parts."""
    dokument: Any = Document(io.BytesIO(docx))
    _setze_ueberschrift(dokument)
    dokument.add_paragraph(_ERKLAERUNG)
    _setze_tabelle(dokument, herkunft.zitiertes)
    kopf = dokument.add_paragraph("Fassungen:").paragraph_format
    kopf.keep_with_next, kopf.space_before = True, Pt(8)
    for fassung in dict.fromkeys(map(_fassung, herkunft.zitiertes)):
        dokument.add_paragraph(fassung)
    for weg in herkunft.wege:
        dokument.add_paragraph(gesetzt(weg.satz))
    heraus = io.BytesIO()
    dokument.save(heraus)
    return heraus.getvalue()


def _setze_ueberschrift(dokument: Any) -> None:
    """Begin a page with a heading that has no number, also where the headings of the template have one."""
    absatz = dokument.add_paragraph(UEBERSCHRIFT, _stil(dokument, "Heading 1"))
    absatz.paragraph_format.page_break_before = True
    absatz._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0


def _setze_tabelle(dokument: Any, zitiertes: tuple[Zitiertes, ...]) -> None:
    tabelle = dokument.add_table(rows=0, cols=len(_SPALTEN), style=None)
    tabelle.autofit = False
    _setze_eigenschaft(tabelle, "tblBorders", _LINIEN, "w:tblLayout", "w:tblLook")
    _setze_eigenschaft(tabelle, "tblCellMar", _RAND, "w:tblLook")
    _setze_zeile(dokument, tabelle, _SPALTEN, "Tabellenkopf")
    _schalte(tabelle.rows[0], "w:tblHeader")
    for z in zitiertes:
        _setze_zeile(dokument, tabelle, tuple(_zellen(z)), "Tabelle")
    breite = _textbreite(dokument)
    for spalte, anteil in zip(tabelle.columns, _ANTEILE, strict=True):
        spalte.width = Length(int(breite * anteil))
        for zelle in spalte.cells:
            zelle.width = Length(int(breite * anteil))


def _setze_eigenschaft(tabelle: Any, name: str, inhalt: str, *danach: str) -> None:
    """Put a property where it must stand: before those that Word reads after it."""
    element = parse_xml(f"<w:{name} {nsdecls('w')}>{inhalt}</w:{name}>")
    tabelle._tbl.tblPr.insert_element_before(element, *danach)


def _setze_zeile(dokument: Any, tabelle: Any, texte: tuple[str, ...], stil: str) -> None:
    zeile = tabelle.add_row()
    _schalte(zeile, "w:cantSplit")
    for zelle, text in zip(zeile.cells, texte, strict=True):
        zelle.paragraphs[0].style = _stil(dokument, stil)
        zelle.paragraphs[0].add_run(text)


def _zellen(z: Zitiertes) -> Iterator[str]:
    yield gesetzt(z.zitat)
    yield z.stand.value
    yield z.pruefsumme[:_KURZ] or "–"


def _fassung(z: Zitiertes) -> str:
    ab = f"; in Kraft ab {z.in_kraft_ab}" if z.in_kraft_ab else ""
    return f"{gesetzt(z.werk)}: {z.fassung or 'Fassung nicht bekannt'}{ab}"


def _schalte(zeile: Any, eigenschaft: str) -> None:
    zeile._tr.get_or_add_trPr().append(OxmlElement(eigenschaft))


def _stil(dokument: Any, name: str) -> Any:
    """Return a style of the file, ``None`` if it has none of that name."""
    return next((stil for stil in dokument.styles if stil.name == name), None)


def _textbreite(dokument: Any) -> int:
    seite = dokument.sections[-1]
    return int(seite.page_width - seite.left_margin - seite.right_margin)
