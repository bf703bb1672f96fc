"""A Lesefassung as a Word document: real headings, links inside, page x of y; the same input gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from functools import singledispatchmethod
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from .gliederung import Angaben, Glied, Hinweis, Kopf, Rechtstext, Schritt, Stueck, Zug, geschuetzt, kopfzeile, verzeichnis

#: The first day a zip archive can name; a real one would make every file differ.
_ANFANG_DER_ZEIT = (1980, 1, 1, 0, 0, 0)
_SCHRIFT = "Arial"
_BLAU, _GRAU, _BRAUN = RGBColor(0x1F, 0x4E, 0x79), RGBColor(0x55, 0x59, 0x61), RGBColor(0x7A, 0x42, 0x00)
#: Name, size in points, space before and after, colour.
_UEBERSCHRIFTEN = (
    ("Title", 18, 0, 6, None),
    ("Heading 1", 14, 20, 6, _BLAU),
    ("Heading 2", 12, 16, 4, None),
    ("Heading 3", 11, 12, 4, None),
    ("Heading 4", 10.5, 8, 3, None),
)
_EINZUG = Cm(0.9)
_TIEFSTE = 5
#: Longest title that Word keeps.
_TITELLAENGE = 255


def docx(glieder: Sequence[Glied]) -> bytes:
    """Return an outline as a Word file."""
    word = _Word()
    inhalt = verzeichnis(glieder)
    titel = next(glied.text for glied in glieder if isinstance(glied, Kopf))
    word.benenne(titel, kopfzeile(glieder))
    for glied in glieder:
        if inhalt and glied == inhalt[0]:
            word.verzeichnis(inhalt)
        word.setze(glied)
    return word.als_bytes()


class _Word:
    """A Word document that grows by one part of the outline after the other."""

    def __init__(self) -> None:
        self.dokument: Any = Document()
        self.marken: dict[str, str] = {}
        _richte_ein(self.dokument)

    @singledispatchmethod
    def setze(self, glied: Any) -> None:
        """Add one part of the outline."""
        raise TypeError(type(glied))

    @setze.register
    def _kopf(self, kopf: Kopf) -> None:
        if kopf.vorzeile:
            absatz = self._absatz((Stueck(kopf.vorzeile),), "Vorzeile")
            absatz.paragraph_format.keep_with_next = True
        stil = "Title" if kopf.stufe == 1 else f"Heading {min(kopf.stufe - 1, 4)}"
        zusatz = f" ({kopf.zusatz})" if kopf.zusatz else ""
        text = " ".join(filter(None, (kopf.marke, kopf.text))) + zusatz
        absatz = self._absatz((Stueck(text, "still" if kopf.still else ""),), stil, (kopf.anker, kopf.zweitanker))
        absatz.paragraph_format.left_indent = _EINZUG * min(kopf.tiefe, _TIEFSTE)
        if kopf.vorzeile:
            absatz.paragraph_format.space_before = 0

    def benenne(self, titel: str, kopfzeile: str) -> None:
        """Name the document, and say in the head of each page what it is."""
        self.dokument.core_properties.title = f"Lesefassung: {titel}"[:_TITELLAENGE]
        self.dokument.sections[0].header.paragraphs[0].add_run(geschuetzt(kopfzeile))

    @setze.register
    def _rechtstext(self, norm: Rechtstext) -> None:
        marke = (Stueck(norm.marke, "still" if norm.still else "name"), Stueck("\t")) if norm.marke else ()
        absatz = self._absatz((*marke, *norm.zug), "Rechtstext", (norm.anker,))
        links = _EINZUG * min(norm.tiefe, _TIEFSTE)
        haengend = max(_EINZUG, Cm(0.22) * len(norm.marke)) if norm.marke or norm.weiter else 0
        absatz.paragraph_format.left_indent = links + haengend
        absatz.paragraph_format.first_line_indent = -haengend if norm.marke else 0
        if norm.zusatz:
            weitere = self._absatz(norm.zusatz, "Hinweis")
            weitere.paragraph_format.left_indent = links + haengend

    @setze.register
    def _schritt(self, schritt: Schritt) -> None:
        absatz = self._absatz(schritt.zug, "Verweisung")
        absatz.paragraph_format.left_indent = Cm(0.4) + _EINZUG * min(schritt.tiefe, _TIEFSTE)
        for name, inhalt in schritt.vorbehalte:
            absatz.add_run().add_break()
            self._lauf(absatz, Stueck(f"{name}: ", "name"))
            self._lauf(absatz, Stueck(inhalt, "luecke"))

    @setze.register
    def _hinweis(self, hinweis: Hinweis) -> None:
        self._absatz(hinweis.zug, {"punkt": "List Bullet", "warnung": "Warnung"}.get(hinweis.art, "Hinweis"))

    @setze.register
    def _angaben(self, angaben: Angaben) -> None:
        self._absatz((Stueck(angaben.name, "name"),), "Rechtstext").paragraph_format.keep_with_next = True
        for name, wert in angaben.angaben:
            self._absatz((Stueck(f"{name}: {wert}"),), "Hinweis")

    def verzeichnis(self, koepfe: Sequence[Kopf]) -> None:
        """Add a table of contents with links."""
        self._absatz((Stueck("Inhalt"),), "Inhaltstitel")
        for kopf in koepfe:
            vorn = f"{kopf.vorzeile}: " if kopf.vorzeile else ""
            text = vorn + " ".join(filter(None, (kopf.marke, kopf.text)))
            absatz = self._absatz((Stueck(text, ziel=kopf.anker),), "Inhalt")
            absatz.paragraph_format.left_indent = _EINZUG * (kopf.stufe - 2)

    def _absatz(self, zug: Zug, stil: str, anker: Sequence[str] = ()) -> Any:
        absatz = self.dokument.add_paragraph(style=stil)
        for name in filter(None, anker):
            self._setze_marke(absatz, name)
        stuecke = [stueck for stueck in zug if stueck.text]
        if stuecke and not stuecke[-1].text.strip():
            stuecke.pop()
        for stueck in stuecke:
            if stueck.anker:
                self._setze_marke(absatz, stueck.anker)
            self._lauf(absatz, stueck)
        return absatz

    def _lauf(self, absatz: Any, stueck: Stueck) -> None:
        lauf = absatz.add_run(geschuetzt(stueck.text))
        _form(lauf, stueck.art)
        if stueck.ziel:
            lauf.font.color.rgb = _BLAU
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), self._marke(stueck.ziel))
            lauf._r.addprevious(link)
            link.append(lauf._r)

    def _setze_marke(self, absatz: Any, anker: str) -> None:
        name = self._marke(anker)
        for art in ("w:bookmarkStart", "w:bookmarkEnd"):
            element = OxmlElement(art)
            element.set(qn("w:id"), name.removeprefix("stelle"))
            if art == "w:bookmarkStart":
                element.set(qn("w:name"), name)
            absatz._p.append(element)

    def _marke(self, anker: str) -> str:
        """Return the name of a bookmark; Word allows letters and digits only, and forty of them."""
        return self.marken.setdefault(anker, f"stelle{len(self.marken) + 1}")

    def als_bytes(self) -> bytes:
        """Return the document as it is written."""
        roh = io.BytesIO()
        self.dokument.save(roh)
        return _ohne_zeiten(roh.getvalue())


def _form(lauf: Any, art: str) -> None:
    """Give a run the look of its kind."""
    match art:
        case "satz":
            lauf.font.superscript, lauf.font.color.rgb = True, _BLAU
        case "zitat" | "name":
            lauf.font.bold = True
        case "still":
            lauf.font.italic, lauf.font.color.rgb = True, _GRAU
        case "luecke" | "vermerk":
            lauf.font.italic, lauf.font.color.rgb = True, _BRAUN


def _ohne_zeiten(archiv: bytes) -> bytes:
    """Pack an archive again, without the time at which it was made."""
    heraus = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archiv)) as alt, zipfile.ZipFile(heraus, "w") as neu:
        for name in alt.namelist():
            neu.writestr(zipfile.ZipInfo(name, _ANFANG_DER_ZEIT), alt.read(name), zipfile.ZIP_DEFLATED)
    return heraus.getvalue()


# How it looks


def _richte_ein(dokument: Any) -> None:
    stile = dokument.styles
    _setze_schrift(stile["Normal"], 10.5)
    _sprich_deutsch(stile)
    for name, groesse, davor, danach, farbe in _UEBERSCHRIFTEN:
        _ueberschrift(stile[name], groesse, davor, danach, farbe)
    for name, groesse, farbe in (
        ("Rechtstext", 10.5, None),
        ("Verweisung", 9.5, None),
        ("Hinweis", 9, _GRAU),
        ("Warnung", 9, _BRAUN),
        ("Vorzeile", 9, _BLAU),
        ("Inhaltstitel", 11, None),
        ("Inhalt", 9, None),
    ):
        stil = stile.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        stil.base_style = stile["Normal"]
        stil.font.size, stil.paragraph_format.space_after = Pt(groesse), Pt(4)
        stil.font.bold = name == "Inhaltstitel" or None
        if farbe is not None:
            stil.font.color.rgb = farbe
    stile["Vorzeile"].paragraph_format.space_before = Pt(12)
    stile["Vorzeile"].paragraph_format.space_after = Pt(0)
    _kasten(stile["Verweisung"])
    _seite(dokument)
    _ohne_herkunft(dokument.core_properties)


def _setze_schrift(stil: Any, groesse: float) -> None:
    stil.font.name, stil.font.size = _SCHRIFT, Pt(groesse)
    schriften = stil.element.get_or_add_rPr().get_or_add_rFonts()
    for art in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        schriften.attrib.pop(qn(art), None)
    for art in ("w:eastAsia", "w:cs"):
        schriften.set(qn(art), _SCHRIFT)
    stil.paragraph_format.line_spacing, stil.paragraph_format.space_after = 1.15, Pt(5)
    stil.paragraph_format.widow_control = True


def _sprich_deutsch(stile: Any) -> None:
    for sprache in stile.element.iter(qn("w:lang")):
        sprache.set(qn("w:val"), "de-DE")


def _ueberschrift(stil: Any, groesse: float, davor: float, danach: float, farbe: RGBColor | None) -> None:
    _setze_schrift(stil, groesse)
    stil.font.bold, stil.font.italic = True, False
    stil.font.color.rgb = farbe or RGBColor(0, 0, 0)
    stil.paragraph_format.space_before, stil.paragraph_format.space_after = Pt(davor), Pt(danach)
    stil.paragraph_format.keep_with_next = True
    for rand in stil.element.iter(qn("w:pBdr")):
        rand.getparent().remove(rand)
        break


def _kasten(stil: Any) -> None:
    """Give the steps of a chain a bar at the left and a light ground."""
    stil.paragraph_format.left_indent, stil.paragraph_format.keep_together = Cm(0.4), True
    stil.paragraph_format.keep_with_next = True
    eigenschaften = stil.element.get_or_add_pPr()
    raender, balken = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, wert in (("val", "single"), ("sz", "24"), ("space", "6"), ("color", "1F4E79")):
        balken.set(qn(f"w:{name}"), wert)
    raender.append(balken)
    grund = OxmlElement("w:shd")
    for name, wert in (("val", "clear"), ("color", "auto"), ("fill", "F3F1EA")):
        grund.set(qn(f"w:{name}"), wert)
    eigenschaften.insert_element_before(raender, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    eigenschaften.insert_element_before(grund, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _seite(dokument: Any) -> None:
    """Set A4 with the margins of DIN 5008, and the foot."""
    seite = dokument.sections[0]
    seite.page_width, seite.page_height = Cm(21), Cm(29.7)
    seite.left_margin, seite.right_margin, seite.top_margin, seite.bottom_margin = Cm(2.5), Cm(2), Cm(2.5), Cm(2)
    breite = seite.page_width - seite.left_margin - seite.right_margin
    for zeile in (seite.header.paragraphs[0], seite.footer.paragraphs[0]):
        zeile.style.font.size, zeile.style.font.color.rgb = Pt(8), _GRAU
        zeile.style.paragraph_format.tab_stops.clear_all()
        zeile.style.paragraph_format.tab_stops.add_tab_stop(breite, WD_TAB_ALIGNMENT.RIGHT)
    fuss = seite.footer.paragraphs[0]
    fuss.add_run("Keine amtliche Fassung\tSeite ")
    _feld(fuss, "PAGE")
    fuss.add_run(" von ")
    _feld(fuss, "NUMPAGES")


def _feld(absatz: Any, befehl: str) -> None:
    """Add a field that Word fills in when it shows the page."""
    feld = OxmlElement("w:fldSimple")
    feld.set(qn("w:instr"), befehl)
    lauf = absatz.add_run("1")
    lauf._r.addprevious(feld)
    feld.append(lauf._r)


def _ohne_herkunft(eigenschaften: Any) -> None:
    """Take out who made the template of python-docx, and when."""
    eigenschaften.author, eigenschaften.last_modified_by, eigenschaften.comments = "normen", "", ""
    eigenschaften.language = "de-DE"
    for angabe in eigenschaften._element.xpath("dcterms:created | dcterms:modified"):
        angabe.getparent().remove(angabe)
