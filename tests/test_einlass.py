"""Word files that must not become templates are refused before anything in them is parsed or run."""

from __future__ import annotations

import struct
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from normen.dokument import lade_vorlagen
from normen.dokument.druckstock import Druckstock
from normen.fehler import LeseFehler, VorlageFehler
from normen.ressourcen import ordner
from normen.schriftstueck import lies_docx
from normen.schriftstueck.einlass import pruefe_vorlage
from test_druckstock import PROBEN, vorlage

ART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAKRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
Aenderung = Callable[[dict[str, bytes]], object]


def veraendert(aendere: Aenderung) -> bytes:
    """Return a Word file whose parts were changed."""
    with zipfile.ZipFile(BytesIO(vorlage("{{ a }}"))) as archiv:
        teile = {name: archiv.read(name) for name in archiv.namelist()}
    aendere(teile)
    heraus = BytesIO()
    with zipfile.ZipFile(heraus, "w", zipfile.ZIP_DEFLATED) as neu:
        for name, inhalt in teile.items():
            neu.writestr(name, inhalt)
    return heraus.getvalue()


def bezug(art: str, ziel: str, *, extern: bool = True, teil: str = "word/_rels/document.xml.rels") -> Aenderung:
    modus = ' TargetMode="External"' if extern else ""
    eintrag = f'<Relationship Id="rIdX" Type="{ART}/{art}" Target="{ziel}"{modus}/></Relationships>'
    leer = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    return lambda teile: teile.update(
        {teil: teile.get(teil, leer).replace(b"</Relationships>", eintrag.encode()), "word/x.bin": b"x"}
    )


def typ(alt: str, neu: str) -> Aenderung:
    name = "[Content_Types].xml"
    return lambda teile: teile.update({name: teile[name].replace(alt.encode(), neu.encode())})


def davor(teil: str, was: bytes) -> Aenderung:
    return lambda teile: teile.update({teil: was + teile[teil].partition(b"?>\n")[2]})


AUSSERHALB = "Sie greift auf etwas außerhalb der Datei zu"
OBJEKT = "Sie enthält ein eingebettetes Objekt oder Programm"
MAKROS = "Sie enthält Makros oder eingebettete Programme"
DOCTYPE = "Dokumenttyp-Deklaration (DOCTYPE)"
HINAUS = "dessen Name aus ihr hinausführt"
LACHEN = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
BINAER = '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/></Types>'
#: What is done to a Word file, and what is said to it.
GEFAEHRLICH: list[tuple[Aenderung, str]] = [
    (typ(WORD, MAKRO), f"{MAKROS} ({MAKRO})."),
    (typ("</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'), MAKROS),
    (typ("</Types>", '<Override PartName="/a" ContentType="application/vnd.ms-office.activeX+xml"/></Types>'), MAKROS),
    (typ("</Types>", BINAER), MAKROS),
    (bezug("vbaProject", "x.bin", extern=False), f"{OBJEKT} (x.bin)."),
    (bezug("oleObject", "x.bin", extern=False), OBJEKT),
    (bezug("oleObject", "file:///C:/x.xls"), OBJEKT),
    (bezug("control", "x.bin", extern=False), OBJEKT),
    (bezug("aFChunk", "x.html", extern=False), OBJEKT),
    (bezug("attachedTemplate", "http://example.org/x.dotm"), f"{AUSSERHALB} (attachedTemplate: http://example.org/x.dotm)."),
    (bezug("attachedTemplate", "file:///C:/x.dotm", teil="word/_rels/settings.xml.rels"), AUSSERHALB),
    (bezug("image", "https://example.org/bild.png"), AUSSERHALB),
    (bezug("frame", "x.htm"), AUSSERHALB),
    (bezug("hyperlink", "file://server/freigabe/x"), AUSSERHALB),
    (bezug("hyperlink", "\\\\server\\freigabe"), AUSSERHALB),
    (bezug("hyperlink", "javascript:alert(1)"), AUSSERHALB),
    (bezug("hyperlink", " https://example.org"), AUSSERHALB),
    (davor("word/document.xml", LACHEN), DOCTYPE),
    (davor("word/styles.xml", b"<!DOCTYPE x>"), DOCTYPE),
    (davor("[Content_Types].xml", b"<!DOCTYPE x>"), DOCTYPE),
    (davor("word/_rels/document.xml.rels", b'<!DOCTYPE x SYSTEM "file:///etc/passwd">'), DOCTYPE),
    (lambda teile: teile.update({"../x.xml": b"<x/>"}), HINAUS),
    (lambda teile: teile.update({"word/../../x": b"x"}), HINAUS),
    (lambda teile: teile.update({"/etc/x": b"x"}), HINAUS),
    (lambda teile: teile.update({"word\\..\\x": b"x"}), HINAUS),
    (lambda teile: teile.update({"C:/x": b"x"}), HINAUS),
    (lambda teile: teile.update({"WORD/document.xml": b"<x/>"}), "zwei Teile desselben Namens"),
    (lambda teile: teile.update({"word/x.bin": b"\0" * (1 << 25)}), "entpackt ungewöhnlich groß"),
    (lambda teile: teile.update({"word/document.xml": b" " * (1 << 27)}), "entpackt ungewöhnlich groß"),
    (lambda teile: teile.update({"word/document.xml": b"<w:document"}), "keine vollständige Word-Datei"),
    (lambda teile: teile.pop("[Content_Types].xml"), "kein lesbares Word-Dokument"),
    (lambda teile: teile.pop("word/document.xml"), "keine vollständige Word-Datei"),
    (lambda teile: teile.clear(), "kein lesbares Word-Dokument"),
]


@pytest.mark.parametrize(("aendere", "grund"), GEFAEHRLICH, ids=[f"{i}-{g[:30]}" for i, (_, g) in enumerate(GEFAEHRLICH)])
def test_was_keine_vorlage_wird(aendere: Aenderung, grund: str) -> None:
    beginn = time.process_time()
    with pytest.raises(VorlageFehler) as gefangen:
        Druckstock.aus(veraendert(aendere), "boese.docx")
    assert str(gefangen.value).startswith("boese.docx: Die Vorlage lässt sich nicht füllen: ")
    assert grund in gefangen.value.meldung
    assert time.process_time() - beginn < 5


#: What looks similar, and is allowed.
HARMLOS: list[Aenderung] = [
    lambda teile: None,
    bezug("hyperlink", "https://example.org/?a=b"),
    bezug("hyperlink", "mailto:poststelle@example.org"),
    bezug("hyperlink", "#Stelle"),
    lambda teile: teile.update({"word/a..b.xml": b"<x/>"}),
]


@pytest.mark.parametrize("aendere", HARMLOS)
def test_was_eine_vorlage_bleibt(aendere: Aenderung) -> None:
    assert Druckstock.aus(veraendert(aendere), "gut.docx").gedruckt({"a": "x"})


def test_vor_dem_lesen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of python-docx sees a file that is refused."""
    boese = [veraendert(aendere) for aendere, grund in GEFAEHRLICH if "vollständige" not in grund]
    monkeypatch.setattr(docx.opc.package.OpcPackage, "open", lambda *_: pytest.fail("gelesen"))
    for inhalt in boese:
        with pytest.raises(VorlageFehler):
            Druckstock.aus(inhalt, "boese.docx")


def test_namen_und_umfang_gelten_auch_fuer_schriftstuecke() -> None:
    for aendere, grund in GEFAEHRLICH:
        if grund in (HINAUS, "zwei Teile desselben Namens"):
            with pytest.raises(LeseFehler, match=grund):
                list(lies_docx(BytesIO(veraendert(aendere)), "x.docx"))


def test_ein_schriftstueck_mit_link_und_makro_wird_gelesen() -> None:
    """Who only reads is not harmed by them, and offices have many such files."""
    for aendere in (typ(WORD, MAKRO), bezug("attachedTemplate", "file:///C:/x.dotm")):
        assert [block.passage.text for block in lies_docx(BytesIO(veraendert(aendere)), "x.docm")] == ["{{ a }}"]  # type: ignore[union-attr]


def test_eine_falsche_groesse_hilft_nicht() -> None:
    """What the archive says of the size of a part is what comes out at most."""
    gross = veraendert(lambda teile: teile.update({"word/x.xml": b"<x>" + b" " * (1 << 25) + b"</x>"}))
    gelogen = gross.replace(struct.pack("<L", (1 << 25) + 7), struct.pack("<L", 1000))
    assert gelogen != gross
    with pytest.raises(VorlageFehler):
        Druckstock.aus(gelogen, "boese.docx")


@pytest.mark.parametrize("datei", [v.worddatei for v in lade_vorlagen(ordner("templates"))], ids=lambda d: d.parent.name)
def test_was_ausgeliefert_wird_ist_harmlos(datei: Path) -> None:
    pruefe_vorlage(datei.read_bytes(), str(datei))


def test_die_proben_sind_harmlos() -> None:
    for probe in PROBEN.values():
        pruefe_vorlage(probe, "x.docx")
