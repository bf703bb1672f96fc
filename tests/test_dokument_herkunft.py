"""The Herkunft that a document carries: what is in it, that it survives, and that damage is found out."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from normen.dokument import (
    Geltungsweg,
    Herkunft,
    Klausel,
    Pruefstand,
    Vorlage,
    Zitiertes,
    fuelle,
    lade_vorlagen,
    lies_daten,
    lies_herkunft,
    mit_herkunft,
    pruefe,
)
from normen.dokument.anlage import UEBERSCHRIFT
from normen.dokument.ausfertigung import ausgefertigt
from normen.dokument.eigenschaften import mit_eigenschaften
from normen.dokument.herkunft import zitiert
from normen.dokument.herkunftsteil import als_eigenschaften, aus_eigenschaften
from normen.fehler import DatenFehler, HerkunftFehler, LeseFehler
from normen.pruefsumme import pruefsumme
from normen.ressourcen import ordner
from normen.schriftstueck import lies_eigenschaften
from normen.wissen import Wissen

VORLAGEN = lade_vorlagen(ordner("templates"))
BEISPIELE = [(vorlage, datei) for vorlage in VORLAGEN for datei in vorlage.beispiele.values()]
NACH_NAME = {vorlage.name: vorlage for vorlage in VORLAGEN}
KOOPERATION = NACH_NAME["kooperationsvereinbarung-haftentlassung"]
WIDERRUF = NACH_NAME["widerruf-vollzugsoeffnender-massnahmen"]
SOFFICE = shutil.which("soffice")


def entwurf(wissen: Wissen, ziel: Path, beispiel: str = "beispiel.json", **wie: bool) -> Path:
    daten = pruefe(WIDERRUF, lies_daten(WIDERRUF.ordner / beispiel), wissen)
    fuelle(WIDERRUF, daten, wissen, ziel, **wie)
    return ziel


def gelesen(docx: bytes | Path) -> Herkunft:
    herkunft = lies_herkunft(docx)
    assert herkunft is not None
    return herkunft


# --- what is in it


def test_der_bescheid_traegt_was_er_zitiert(wissen: Wissen, tmp_path: Path) -> None:
    herkunft = gelesen(entwurf(wissen, tmp_path / "aus.docx"))
    assert (herkunft.vorlage, herkunft.vorlage_version, herkunft.art) == (WIDERRUF.name, WIDERRUF.version, "bescheid")
    assert herkunft.datum == "2026-03-12"
    zitiertes = {z.zitat: z for z in herkunft.zitiertes}
    satz = zitiertes["§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III"]
    assert satz == Zitiertes(
        satz.zitat, "JVollzGB III", satz.fassung, "", Pruefstand.GEPRUEFT, pruefsumme(satz.wortlaut),
        "Gefangene Weisungen nicht nachkommen oder",
    )  # fmt: skip
    assert satz.fassung.startswith("vom 10. November 2009 (GBl. S. 545)")
    assert zitiertes["VV Nr. 2.1 zu § 11 JVollzGB III"].werk == "VwV JVollzGB"
    assert zitiertes["§ 299 StPO"] == Zitiertes("§ 299 StPO", "StPO", "", "", Pruefstand.UNGEPRUEFT, "", "")


def test_eine_verweisung_steht_als_weg_dabei(wissen: Wissen, tmp_path: Path) -> None:
    (weg,) = gelesen(entwurf(wissen, tmp_path / "aus.docx", "beispiel-missbrauch.json")).wege
    klausel = Klausel("§ 89 Abs. 3 Satz 2 JVollzGB III", "§ 9 Abs. 1 und 4 sowie die §§ 11 und 12 gelten entsprechend.")
    assert weg == Geltungsweg("§ 89 Abs. 3 Satz 1 JVollzGB III", "§ 11 Abs. 2 JVollzGB III", (klausel,))
    assert gelesen(entwurf(wissen, tmp_path / "aus.docx")).wege == ()


@pytest.mark.parametrize(("zitat", "aufbewahrt"), [("VV zu § 9 JVollzGB III", True), ("JVollzGB I", False)])
def test_sehr_langes_hat_nur_eine_pruefsumme(zitat: str, aufbewahrt: bool, wissen: Wissen) -> None:
    norm = wissen.norm(zitat)
    assert zitiert(norm, wissen).pruefsumme == pruefsumme(norm.wortlaut)
    assert zitiert(norm, wissen).wortlaut == (norm.wortlaut if aufbewahrt else "")


def test_ff_und_offenes(wissen: Wissen, tmp_path: Path) -> None:
    roh = lies_daten(WIDERRUF.ordner / "beispiel.json") | {"ermessen": "Nach § 9 ff. JVollzGB III. Auch § 5 XyzG."}
    fuelle(WIDERRUF, pruefe(WIDERRUF, roh, wissen), wissen, tmp_path / "aus.docx")
    herkunft = gelesen(tmp_path / "aus.docx")
    zitiertes = {z.zitat: z for z in herkunft.zitiertes}
    folgende = zitiertes["§ 9 ff. JVollzGB III"]
    assert (folgende.stand, folgende.wortlaut) == (Pruefstand.TEILWEISE, wissen.norm("§ 9 JVollzGB III").wortlaut)
    assert herkunft.offen == ("§ 5 XyzG",)


def test_ein_paragraph_steht_ohne_seine_verwaltungsvorschrift_darin(wissen: Wissen, tmp_path: Path) -> None:
    roh = lies_daten(WIDERRUF.ordner / "beispiel.json") | {"ermessen": "Nach § 9 JVollzGB III."}
    fuelle(WIDERRUF, pruefe(WIDERRUF, roh, wissen), wissen, tmp_path / "aus.docx")
    (paragraph,) = (z for z in gelesen(tmp_path / "aus.docx").zitiertes if z.zitat == "§ 9 JVollzGB III")
    assert paragraph.wortlaut == wissen.norm("§ 9 JVollzGB III").wortlaut
    assert len(paragraph.wortlaut) < len(wissen.norm("VV zu § 9 JVollzGB III").wortlaut)


def test_strict_schreibt_nichts_ungeprueftes(wissen: Wissen, tmp_path: Path) -> None:
    roh = lies_daten(WIDERRUF.ordner / "beispiel.json") | {"ermessen": "Nach § 9 ff. JVollzGB III. Auch § 5 XyzG."}
    with pytest.raises(DatenFehler) as fehler:
        fuelle(WIDERRUF, pruefe(WIDERRUF, roh, wissen), wissen, tmp_path / "aus.docx", streng=True)
    assert "Vorlage: § 299 StPO: ungeprüft: Text nicht geladen" in fehler.value.probleme
    assert fehler.value.probleme[-1] == "ermessen: „§ 5 XyzG“ ist nicht aufgelöst (Das Werk „XyzG“ ist nicht bekannt)"
    assert not any("ff." in problem for problem in fehler.value.probleme)
    assert list(tmp_path.iterdir()) == []


def test_strict_sagt_was_aus_den_angaben_kommt(wissen: Wissen, tmp_path: Path) -> None:
    Document().save(str(tmp_path / "leer.docx"))
    inhalt = (tmp_path / "leer.docx").read_bytes()
    for ermessen, probleme in (
        ("Nach § 57 StGB.", ("ermessen: § 57 StGB: ungeprüft: Text nicht geladen",)),
        ("Nach § 5 XyzG.", ("ermessen: „§ 5 XyzG“ ist nicht aufgelöst (Das Werk „XyzG“ ist nicht bekannt)",)),
    ):
        daten = pruefe(WIDERRUF, lies_daten(WIDERRUF.ordner / "beispiel.json") | {"ermessen": ermessen}, wissen)
        with pytest.raises(DatenFehler) as fehler:
            ausgefertigt(inhalt, WIDERRUF, daten, daten.textzitate, wissen, streng=True)
        assert fehler.value.probleme == probleme
        assert "oder ändern Sie die Angaben." in fehler.value.rat


# --- how it is stored


@pytest.mark.parametrize("anlage", [False, True])
@pytest.mark.parametrize(("vorlage", "beispiel"), BEISPIELE, ids=lambda x: getattr(x, "name", ""))
def test_gleiche_eingabe_gleiche_bytes(
    vorlage: Vorlage, beispiel: Path, anlage: bool, wissen: Wissen, tmp_path: Path
) -> None:
    daten = pruefe(vorlage, lies_daten(beispiel), wissen)
    for name in ("a.docx", "b.docx"):
        fuelle(vorlage, daten, wissen, tmp_path / name, anlage=anlage)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    eigenschaften = lies_eigenschaften(io.BytesIO((tmp_path / "a.docx").read_bytes()), "a")
    assert max(map(len, eigenschaften.values())) <= 255
    assert eigenschaften["normen.Vorlage"] == f"{vorlage.name} {vorlage.version} ({vorlage.art})"


def test_die_datei_bleibt_ein_gueltiges_paket(wissen: Wissen, tmp_path: Path) -> None:
    with zipfile.ZipFile(entwurf(wissen, tmp_path / "aus.docx")) as archiv:
        assert len(set(archiv.namelist())) == len(archiv.namelist())
        typen = etree.fromstring(archiv.read("[Content_Types].xml"))
        beziehungen = etree.fromstring(archiv.read("_rels/.rels"))
        eigenschaften = etree.fromstring(archiv.read("docProps/custom.xml"))
    assert "/docProps/custom.xml" in [e.get("PartName") for e in typen]
    assert len({b.get("Id") for b in beziehungen}) == len(beziehungen)
    assert [e.get("pid") for e in eigenschaften] == [str(nr) for nr in range(2, len(eigenschaften) + 2)]


def test_andere_eigenschaften_bleiben(wissen: Wissen, tmp_path: Path) -> None:
    docx = mit_eigenschaften(entwurf(wissen, tmp_path / "aus.docx").read_bytes(), "fremd.", {"fremd.Akte": "4 <&> ß"})
    neu = mit_herkunft(docx, replace(gelesen(docx), datum="2027-01-01"))
    assert gelesen(neu).datum == "2027-01-01"
    assert lies_eigenschaften(io.BytesIO(neu), "neu")["fremd.Akte"] == "4 <&> ß"
    assert mit_herkunft(neu, gelesen(neu)) == neu


@pytest.mark.parametrize(("name", "doppelt"), [("normen.Vorlage", True), ("normen.Neu", False)])
def test_eine_eigenschaft_in_zwei_fassungen(name: str, doppelt: bool, wissen: Wissen, tmp_path: Path) -> None:
    """Word shows one of them, and nobody knows which."""
    datei = entwurf(wissen, tmp_path / "aus.docx")
    with zipfile.ZipFile(datei) as archiv:
        teile = {teil: archiv.read(teil) for teil in archiv.namelist()}
    kennung = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
    zweite = f'<property fmtid="{kennung}" pid="99" name="{name}"><vt:lpwstr>x</vt:lpwstr></property>'
    teile["docProps/custom.xml"] = teile["docProps/custom.xml"].replace(b"</Properties>", f"{zweite}</Properties>".encode())
    with zipfile.ZipFile(datei, "w") as archiv:
        for teil, inhalt in teile.items():
            archiv.writestr(teil, inhalt)
    with pytest.raises(LeseFehler if doppelt else HerkunftFehler, match="zweimal" if doppelt else "verändert"):
        lies_herkunft(datei)


WORTE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=300)
ZITIERTES = st.builds(Zitiertes, *[WORTE] * 4, st.sampled_from(Pruefstand), WORTE, WORTE)
KLAUSELN = st.lists(st.builds(Klausel, WORTE, WORTE), max_size=2).map(tuple)
WEGE = st.lists(st.builds(Geltungsweg, WORTE, WORTE, KLAUSELN), max_size=2).map(tuple)
OFFENES = st.lists(WORTE, max_size=2).map(tuple)
HERKUNFT = st.builds(Herkunft, *[WORTE] * 5, st.lists(ZITIERTES, max_size=3).map(tuple), WEGE, OFFENES)


@given(HERKUNFT, st.data())
def test_was_hineingeht_kommt_heraus_und_jede_aenderung_faellt_auf(herkunft: Herkunft, data: st.DataObject) -> None:
    eigenschaften = als_eigenschaften(herkunft)
    assert all(len(wert) <= 255 for wert in eigenschaften.values())
    assert aus_eigenschaften(dict(reversed(eigenschaften.items())) | {"Fremdes": "x"}) == herkunft
    name = data.draw(st.sampled_from(sorted(eigenschaften)))
    ersatz = data.draw(st.sampled_from([None, "", eigenschaften[name] + "A", eigenschaften[name][:-1], "A" * 250]))
    veraendert = (
        {**eigenschaften, name: ersatz} if ersatz is not None else {k: v for k, v in eigenschaften.items() if k != name}
    )
    if veraendert != eigenschaften and name != "normen.Herkunft":
        with pytest.raises(HerkunftFehler):
            aus_eigenschaften(veraendert)


def test_ein_zusatz_faellt_auf() -> None:
    leer = Herkunft("v", "1", "bescheid", "", "0.1", ())
    for name in ("normen.Zitat.001", "normen.Daten.0009", "normen.Neues"):
        with pytest.raises(HerkunftFehler, match="verändert worden oder unvollständig"):
            aus_eigenschaften({**als_eigenschaften(leer), name: "A"}, "aus.docx")
    with pytest.raises(HerkunftFehler, match="die diese Version nicht kennt"):
        aus_eigenschaften({**als_eigenschaften(leer), "normen.Herkunft": "9"}, "aus.docx")


def test_ohne_herkunft() -> None:
    fremd = io.BytesIO()
    Document().save(fremd)
    assert lies_herkunft(fremd.getvalue()) is None


@pytest.mark.parametrize("inhalt", [b"", b"kein Word", b"PK\x03\x04" + b"\0" * 50])
def test_keine_word_datei(inhalt: bytes) -> None:
    with pytest.raises(LeseFehler, match="kein lesbares Word-Dokument"):
        lies_herkunft(inhalt)


def test_was_kaputt_ist_wird_nicht_gelesen(wissen: Wissen, tmp_path: Path) -> None:
    docx = entwurf(wissen, tmp_path / "aus.docx").read_bytes()
    for xml in (b"<Properties", b'<!DOCTYPE a [<!ENTITY b "c">]><Properties/>'):
        heraus = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(docx)) as alt, zipfile.ZipFile(heraus, "w") as neu:
            for name in alt.namelist():
                neu.writestr(name, xml if name == "docProps/custom.xml" else alt.read(name))
        with pytest.raises(LeseFehler):
            lies_herkunft(heraus.getvalue())


# --- that it survives


def test_sie_uebersteht_das_bearbeiten(wissen: Wissen, tmp_path: Path) -> None:
    datei = entwurf(wissen, tmp_path / "aus.docx")
    vorher, dokument = gelesen(datei), Document(str(datei))
    dokument.add_paragraph("Ein Satz mehr.")
    dokument.save(str(datei))
    assert gelesen(datei) == vorher


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("ueber", ["docx", "odt"])
def test_sie_uebersteht_libreoffice(ueber: str, wissen: Wissen, tmp_path: Path) -> None:
    datei = entwurf(wissen, tmp_path / "aus.docx", "beispiel-missbrauch.json", anlage=True)
    for zwischen, nr in ((ueber, 1), ("docx", 2)):
        ziel = tmp_path / f"runde{nr}"
        befehl = [str(SOFFICE), f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", zwischen]
        subprocess.run([*befehl, "--outdir", str(ziel), str(datei)], capture_output=True, timeout=120, check=True)
        datei = ziel / f"aus.{zwischen}"
    assert gelesen(datei) == gelesen(tmp_path / "aus.docx")


# --- the annex


def test_die_anlage_steht_als_letzte_seite_im_dokument(wissen: Wissen, tmp_path: Path) -> None:
    datei = entwurf(wissen, tmp_path / "aus.docx", "beispiel-missbrauch.json", anlage=True)
    dokument, herkunft = Document(str(datei)), gelesen(datei)
    (ueberschrift,) = (p for p in dokument.paragraphs if p.text == UEBERSCHRIFT)
    assert (ueberschrift.style.name, ueberschrift.paragraph_format.page_break_before) == ("Heading 1", True)
    kopf, *zeilen = ([z.text.replace("\N{NO-BREAK SPACE}", " ") for z in zeile.cells] for zeile in dokument.tables[-1].rows)
    assert kopf == ["Vorschrift", "Stand", "Prüfsumme"]
    assert dokument.tables[-1].rows[0]._tr.trPr.xpath("w:tblHeader")
    assert [zeile[0] for zeile in zeilen] == [z.zitat for z in herkunft.zitiertes]
    assert [zeile[1] for zeile in zeilen] == [z.stand.value for z in herkunft.zitiertes]
    assert [zeile[2] for zeile in zeilen] == [z.pruefsumme[:12] or "–" for z in herkunft.zitiertes]
    absaetze = [p.text.replace("\N{NO-BREAK SPACE}", " ") for p in dokument.paragraphs]
    fassungen = absaetze[absaetze.index("Fassungen:") + 1 : -1]
    assert len(fassungen) == len({z.werk for z in herkunft.zitiertes})
    assert "StVollzG: Fassung nicht bekannt" in fassungen
    assert dokument.paragraphs[-1].text.replace("\N{NO-BREAK SPACE}", " ") == herkunft.wege[0].satz


def test_ohne_wunsch_keine_anlage(wissen: Wissen, tmp_path: Path) -> None:
    assert UEBERSCHRIFT not in [p.text for p in Document(str(entwurf(wissen, tmp_path / "aus.docx"))).paragraphs]
