"""Many documents: cases from tables, runs that go on where they stopped, PDFs, the list of what became no document."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from conftest import Normen
from normen.dokument import Feld, lade_vorlage
from normen.dokument.faelle import Fall, lies_faelle
from normen.dokument.stapel import Absage, Protokoll, auftraege, gesperrt, schreibe_fehlerliste
from normen.fehler import DatenFehler, NormenFehler
from normen.ressourcen import ordner

NAME = "kooperationsvereinbarung-haftentlassung"
VORLAGE = lade_vorlage(ordner("templates") / NAME)
FELDER = (
    Feld("zeichen", "text", "Zeichen"),
    Feld("person", "objekt", "Person", felder=(Feld("plz", "text", "PLZ"), Feld("jugend", "wahrheitswert", "Jugend"))),
    Feld("zeilen", "liste", "Zeilen", element="text"),
    Feld("m", "liste", "M", felder=(Feld("am", "datum", "Am"), Feld("euro", "betrag", "Euro"))),
    Feld("tage", "ganzzahl", "Tage"),
)
KOPF = ["zeichen", "person.plz", "person.jugend", "zeilen[1]", "zeilen[2]", "m[1].am", "m[1].euro", "tage"]


def tabelle(datei: Path, zeilen: list[list[Any]]) -> Path:
    if datei.suffix == ".xlsx":
        buch = Workbook()
        for zeile in zeilen:
            buch.active.append(zeile)
        buch.save(str(datei))
        return datei
    strom = io.StringIO()
    csv.writer(strom, delimiter=";").writerows(zeilen)
    datei.write_bytes(strom.getvalue().encode("utf-8-sig"))
    return datei


def test_csv_und_xlsx_geben_dieselben_daten(tmp_path: Path) -> None:
    erwartet = {"zeichen": "4516", "person": {"plz": "01067", "jugend": True}, "zeilen": ["a", "b"], "tage": "3"}
    als_text = ["4516", "01067", "ja", "a", "b", "2026-03-12", "12,50", "3"]
    (fall,) = lies_faelle(tabelle(tmp_path / "f.csv", [KOPF, als_text]), FELDER)
    assert fall == Fall(2, erwartet | {"m": [{"am": "2026-03-12", "euro": "12,50"}]})
    gemischt = ["4516", "01067", True, "a", "b", date(2026, 3, 12), 12.5, 3]
    (fall,) = lies_faelle(tabelle(tmp_path / "f.xlsx", [KOPF, gemischt]), FELDER)
    assert fall == Fall(2, erwartet | {"m": [{"am": "2026-03-12", "euro": Decimal("12.5")}], "tage": 3})


def test_leere_zeilen_und_zellen_sind_keine_angaben(tmp_path: Path) -> None:
    zeilen = [KOPF, ["1", *[""] * 7], [""] * 8, ["2", *[" "] * 7]]
    assert lies_faelle(tabelle(tmp_path / "f.csv", zeilen), FELDER) == (Fall(2, {"zeichen": "1"}), Fall(4, {"zeichen": "2"}))


@pytest.mark.parametrize("art", ["csv", "xlsx"])
def test_zellen_mit_zeilenumbruch_zaehlen_nicht_mit(art: str, tmp_path: Path) -> None:
    zeilen = [["zeichen"], ["eins\nzwei\ndrei"], [None], ["vier"]]
    faelle = lies_faelle(tabelle(tmp_path / f"f.{art}", zeilen), FELDER)
    assert [fall.zeile for fall in faelle] == [2, 4]


@pytest.mark.parametrize(
    ("kopf", "zeile", "fehler"),
    [
        (["person.plz"], [1067], "person.plz: die Zelle ist keine Textzelle, führende Nullen wären verloren"),
        (["zeichen"], [date(2026, 1, 2)], "zeichen: die Zelle ist keine Textzelle"),
        (["zeilen[1]", "zeilen[3]"], ["a", "c"], "zeilen: die Nummern 1, 3 haben eine Lücke"),
        (["person", "person.plz"], ["x", "01067"], "person.plz: eine andere Spalte gibt dafür schon einen einzelnen Wert"),
        (["zeichen"], ["#N/A"], "zeichen: die Zelle enthält einen Fehlerwert (#N/A)"),
        (["zeichen", None], ["1", "x"], "„x“ steht in einer Spalte ohne Kopf"),
    ],
)
def test_eine_zeile_die_nicht_stimmt(kopf: list[Any], zeile: list[Any], fehler: str, tmp_path: Path) -> None:
    gut = ["gut" if name == "zeichen" else None for name in kopf]
    faelle = lies_faelle(tabelle(tmp_path / "f.xlsx", [kopf, zeile, gut]), FELDER)
    assert faelle[0].fehler.startswith(fehler)
    assert all(not fall.fehler for fall in faelle[1:])


@pytest.mark.parametrize(
    ("name", "inhalt", "meldung"),
    [
        ("f.ods", b"", "Fälle kommen aus einer Datei .csv, .jsonl oder .xlsx"),
        ("f.csv", b"", "Die Tabelle ist leer"),
        ("f.csv", "größe;b\n1;2\n".encode(), "Spalte 1: „größe“ ist kein Feld"),
        ("f.csv", b"a;a\n1;2\n", "Spalte 2: „a“ gibt es schon"),
        ("f.csv", "name\nMüller\n".encode("cp1252"), "nicht in UTF-8 gespeichert"),
        ("f.csv", b'a;b\n"x"y;2\n', "Zeile 2 ist kein CSV: nach einem Anführungszeichen steht noch etwas"),
        ("f.csv", b'a;b\n"x\ny";2\n"x;3\n', "Zeile 3 ist kein CSV: ein Anführungszeichen hat kein Gegenstück"),
        ("f.xlsx", b"kein Archiv", "keine lesbare Arbeitsmappe|kein lesbares"),
        ("fehlt.csv", None, "lässt sich nicht öffnen"),
    ],
)
def test_eine_datei_die_nicht_zu_lesen_ist(name: str, inhalt: bytes | None, meldung: str, tmp_path: Path) -> None:
    if inhalt is not None:
        (tmp_path / name).write_bytes(inhalt)
    with pytest.raises(DatenFehler, match=meldung):
        lies_faelle(tmp_path / name, FELDER)


def test_dateinamen(tmp_path: Path) -> None:
    faelle = [
        Fall(2, {"zeichen": "45/1 – Ä", "p": {"n": "x"}}),
        Fall(3, {"zeichen": "../../etc"}),
        Fall(4, {"zeichen": "45/1 - ä", "p": {"n": "X"}}),
        Fall(5, {}),
        Fall(6, {}, "kaputt"),
    ]
    zu_tun, absagen = auftraege(faelle, tmp_path, "{zeichen}-{p.n}", ())
    assert [auftrag.datei for auftrag in zu_tun] == [tmp_path / n for n in ("45-1-Ä-x.docx", "etc.docx", "0005.docx")]
    assert absagen == (Absage(4, "ergäbe dieselbe Datei wie Zeile 2: 45-1-ä-X.docx"), Absage(6, "kaputt"))


def test_das_protokoll_kennt_nur_was_noch_steht(tmp_path: Path) -> None:
    ((auftrag,), _) = auftraege([Fall(2, {"a": 1})], tmp_path, "", ("v1",))
    auftrag.datei.write_bytes(b"x")
    Protokoll.lies(tmp_path).vermerke(auftrag)
    with (tmp_path / "stapel.jsonl").open("a", encoding="utf-8") as strom:
        strom.write('{"file": "abgebro')
    assert Protokoll.lies(tmp_path).steht(auftrag)
    ((mit_anderer_vorlage,), _) = auftraege([Fall(2, {"a": 1})], tmp_path, "", ("v2",))
    assert not Protokoll.lies(tmp_path).steht(mit_anderer_vorlage)
    auftrag.datei.write_bytes(b"geaendert")
    assert not Protokoll.lies(tmp_path).steht(auftrag)


def test_die_fehlerliste_verschwindet_wenn_alles_entsteht(tmp_path: Path) -> None:
    datei = schreibe_fehlerliste(tmp_path, [Absage(9, 'b "x"'), Absage(2, "a\nb")])
    assert datei is not None
    assert datei.read_text(encoding="utf-8-sig").splitlines() == ["Zeile;Grund", '2;"a b"', '9;"b “x“"']
    assert schreibe_fehlerliste(tmp_path, []) is None
    assert not datei.exists()


def test_ein_lauf_und_noch_einer(normen: Normen, tmp_path: Path) -> None:
    gut = json.loads((VORLAGE.ordner / "beispiel.json").read_text(encoding="utf-8"))
    schlecht = {name: wert for name, wert in gut.items() if name != "turnus"}
    zeilen = [json.dumps(daten, ensure_ascii=False) for daten in (gut, schlecht, gut)]
    (tmp_path / "f.jsonl").write_text("\n".join(zeilen), encoding="utf-8")
    aufruf = ("draft", NAME, "--batch", "f.jsonl", "-o", "st")
    lauf = normen(*aufruf, "--json", cwd=tmp_path)
    assert lauf.code == 1
    assert (lauf.json["written"], lauf.json["unchanged"], lauf.json["refused"]) == (
        2,
        0,
        [{"line": 2, "reason": "turnus: fehlt"}],
    )
    einzeln = normen("draft", NAME, "--data", str(VORLAGE.ordner / "beispiel.json"), "-o", "einzeln.docx", cwd=tmp_path)
    assert einzeln.code == 0
    assert (tmp_path / "st" / "0001.docx").read_bytes() == (tmp_path / "einzeln.docx").read_bytes()
    (tmp_path / "st" / "0003.docx").unlink()
    assert normen(*aufruf, cwd=tmp_path).stdout.startswith("Geschrieben: 1 Dokumente in st\nUnverändert: 1 Dokumente")


def test_was_jemand_bearbeitet_hat_wird_nicht_ersetzt(normen: Normen, tmp_path: Path) -> None:
    gut = json.loads((VORLAGE.ordner / "beispiel.json").read_text(encoding="utf-8"))
    (tmp_path / "f.jsonl").write_text(json.dumps(gut) + "\n" + json.dumps(gut), encoding="utf-8")
    aufruf = ("draft", NAME, "--batch", "f.jsonl", "-o", "st", "--json")
    assert normen(*aufruf, cwd=tmp_path).json["written"] == 2
    (tmp_path / "st" / "0002.docx").write_bytes(b"von Hand")
    (tmp_path / "f.jsonl").write_text(json.dumps(gut | {"turnus": "jährlich"}) + "\n" + json.dumps(gut), encoding="utf-8")
    lauf = normen(*aufruf, cwd=tmp_path)
    assert (lauf.code, lauf.json["written"], lauf.json["refused"][0]["line"]) == (1, 1, 2)
    assert "seither geändert" in lauf.json["refused"][0]["reason"]
    assert (tmp_path / "st" / "0002.docx").read_bytes() == b"von Hand"


def test_zwei_laeufe_zugleich(tmp_path: Path) -> None:
    with gesperrt(tmp_path), pytest.raises(NormenFehler, match="arbeitet schon ein anderer Lauf"), gesperrt(tmp_path):
        pass
    (tmp_path / "stapel.sperre").write_text("999999999")
    with gesperrt(tmp_path):  # its process is gone
        pass
    assert not (tmp_path / "stapel.sperre").exists()


def test_ein_abgebrochenes_dokument_gehoert_dem_lauf(tmp_path: Path) -> None:
    ((auftrag,), _) = auftraege([Fall(2, {"a": 1})], tmp_path, "", ())
    Protokoll.lies(tmp_path).beginne([auftrag])
    auftrag.datei.write_bytes(b"halb")
    assert not Protokoll.lies(tmp_path).bearbeitet(auftrag)
    assert not Protokoll.lies(tmp_path).steht(auftrag)


def test_was_ein_lauf_nicht_ersetzen_konnte_bleibt_seines(tmp_path: Path) -> None:
    ((auftrag,), _) = auftraege([Fall(2, {"a": 1})], tmp_path, "", ())
    auftrag.datei.write_bytes(b"alt")
    protokoll = Protokoll.lies(tmp_path)
    protokoll.beginne([auftrag])
    protokoll.behalte(auftrag)
    assert not Protokoll.lies(tmp_path).bearbeitet(auftrag)
    assert not Protokoll.lies(tmp_path).steht(auftrag)
    auftrag.datei.write_bytes(b"von Hand")
    assert Protokoll.lies(tmp_path).bearbeitet(auftrag)


@pytest.mark.slow
@pytest.mark.parametrize("sekunden", [0.6, 1.0, 1.4, 1.8, 2.2, 2.6, 3.0, 3.4])
def test_abgebrochen_kommt_er_zum_ende_und_laesst_keinen_prozess(sekunden: float, normen: Normen, tmp_path: Path) -> None:
    fall = json.loads((VORLAGE.ordner / "beispiel.json").read_text(encoding="utf-8"))
    faelle = tmp_path / "faelle.jsonl"
    faelle.write_text(f"{json.dumps(fall)}\n" * 400, encoding="utf-8")
    befehl = ("draft", NAME, "--batch", str(faelle), "-o", str(tmp_path / "aus"))
    lauf = normen.starte(*befehl, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True)
    time.sleep(sekunden)
    os.killpg(lauf.pid, signal.SIGINT)
    _, fehler = lauf.communicate(timeout=30)
    assert "Traceback" not in fehler
    assert "Abgebrochen." in fehler or lauf.returncode == -signal.SIGINT  # not yet begun, or in the middle
    with pytest.raises(ProcessLookupError):
        os.killpg(lauf.pid, 0)


@pytest.mark.parametrize(
    ("argumente", "meldung"),
    [
        (("--batch", "f.jsonl", "--name", "{zeichn}", "-o", "x"), "--name: zeichn ist kein Feld der Vorlage"),
        (("-o", "x.docx"), "Nennen Sie entweder --data für einen Fall oder --batch für viele."),
        (("--batch", "f.jsonl", "--data", "f.json", "-o", "x"), "Nennen Sie entweder --data für einen Fall oder --batch"),
        (("--data", "f.json", "--name", "{a}", "-o", "x.docx"), "--name gehört zu --batch."),
        (("--batch", "f.jsonl", "-o", "aus1.docx"), "Bei --batch ist ZIEL ein Ordner, kein Dokument; zum Beispiel: -o aus1"),
        (("--batch", "f.xls", "-o", "x"), "mit „Speichern unter“ als .xlsx."),
        (("--batch", "f.jsonl", "--vorschau", "x.html", "-o", "x"), "--vorschau gehört zu --data."),
    ],
)
def test_aufrufe_die_sich_widersprechen(argumente: tuple[str, ...], meldung: str, normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "f.jsonl").write_text("{}")
    lauf = normen("draft", NAME, *argumente, cwd=tmp_path)
    assert (lauf.code, meldung in lauf.stderr) == (2, True)
    assert [datei.name for datei in tmp_path.iterdir()] == ["f.jsonl"]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) ist nicht installiert")
def test_pdf_und_vorschau(normen: Normen, tmp_path: Path) -> None:
    daten = str(VORLAGE.ordner / "beispiel.json")
    lauf = normen("draft", NAME, "--data", daten, "-o", "v.docx", "--pdf", "--vorschau", "v.html", cwd=tmp_path)
    assert (lauf.code, lauf.stderr) == (0, "")
    pdf = (tmp_path / "v.pdf").read_bytes()
    assert all(merkmal in pdf for merkmal in (b"/Lang(de-DE)", b"<pdfaid:part>2</pdfaid:part>", b"/StructTreeRoot"))
    if shutil.which("pdfinfo"):
        angaben = subprocess.run(["pdfinfo", "v.pdf"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        assert "Kooperationsvereinbarung" in angaben.split("Title:")[1].splitlines()[0]
    seite = (tmp_path / "v.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in seite
    assert "<h2>Controlling</h2>" in seite
    assert "src=" not in seite
