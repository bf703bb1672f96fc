"""`normen check` as rule-makers run it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from conftest import Normen
from normen.pruefung import ARTEN, Pruefart

FELDER = ["kind", "citation", "file", "line", "text", "reason", "confidence", "suggestion", "id"]


def befunde(normen: Normen, *args: str) -> list[dict[str, Any]]:
    lauf = normen("check", *args, "--json")
    assert lauf.stderr == ""
    gefunden: list[dict[str, Any]] = lauf.json["findings"]
    assert lauf.code == (1 if gefunden else 0)
    return gefunden


def test_json_nennt_jeden_befund_mit_allem(normen: Normen) -> None:
    alle = befunde(normen)
    assert {tuple(befund) for befund in alle} == {tuple(FELDER)}
    (eins,) = [b for b in alle if b["citation"] == "VV zu § 48 JVollzGB V" and b["kind"] == "fehlendes-ziel"]
    assert {name: wert for name, wert in eins.items() if name != "id"} == {
        "kind": "fehlendes-ziel",
        "citation": "VV zu § 48 JVollzGB V",
        "file": "bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt",
        "line": 18041,
        "text": "Nummern 1 bis 3 dieser Verwaltungsvorschrift zu § 52 JVollzGB III",
        "reason": "VV Nr. 3 zu § 52 JVollzGB III gibt es nicht.",
        "confidence": "high",
        "suggestion": "Am nächsten liegt VV Nr. 2 zu § 52 JVollzGB III. Prüfen Sie, ob der Verweis noch stimmt.",
    }


def test_die_ausgabe_fuer_menschen_ist_nach_art_geordnet(normen: Normen) -> None:
    lauf = normen("check", "AV", "ForAmb", "NRW", "--nur", "fehlendes-ziel")
    assert (lauf.code, lauf.stderr) == (1, "")
    assert [zeile.rstrip() for zeile in lauf.stdout.splitlines()] == [
        "Fehlendes Ziel (fehlendes-ziel): 1",
        "Zitiert wird etwas, das es im geladenen Text nicht gibt.",
        "",
        "  • Nr. 2.2 Satz 1 AV ForAmb NRW  nw-av-forensische-ambulanzen-2024-12-03.txt, Zeile 24",
        "  „Anlage“",
        "  Anlage AV ForAmb NRW gibt es nicht. AV ForAmb NRW hat im geladenen Text keine Anlage.",
        "  Laden Sie die Anlage mit, oder prüfen Sie, ob es sie noch gibt.",
        "  Kennung: fehlendes-ziel-5b0c423c7bde",
        "",
        "1 Befund.",
    ]


def test_nichts_gefunden_ist_ausgang_0(normen: Normen) -> None:
    lauf = normen("check", "JVollzVergO", "--nur", "anlage")
    assert (lauf.code, lauf.stdout, lauf.stderr) == (0, "Keine Befunde.\n", "")


def test_jeder_befund_steht_in_genau_den_werken_die_ihn_enthalten(normen: Normen) -> None:
    alle = befunde(normen)
    buecher = ["JVollzGB I", "JVollzGB II", "JVollzGB III", "JVollzGB IV", "JVollzGB V"]
    in_buechern = [b["id"] for buch in buecher for b in befunde(normen, buch)]
    assert sorted(in_buechern) == sorted(b["id"] for b in befunde(normen, "JVollzGB"))
    weitere = [b["id"] for werk in ("JVollzVergO", "AV ForAmb NRW") for b in befunde(normen, werk)]
    anlagen = [b["id"] for b in befunde(normen, "VwV JVollzGB") if b["citation"].startswith("Anlage")]
    assert sorted(in_buechern + weitere + anlagen) == sorted(b["id"] for b in alle)
    assert in_buechern
    assert anlagen


def test_nur_und_ohne_ergaenzen_sich(normen: Normen) -> None:
    alle = [b["id"] for b in befunde(normen)]
    nur = [b["id"] for b in befunde(normen, "--nur", "anlage", "--nur", "kreis")]
    ohne = [b["id"] for b in befunde(normen, "--ohne", "anlage", "--ohne", "kreis")]
    assert sorted(nur + ohne) == sorted(alle)
    assert nur
    assert ohne


def test_was_quittiert_ist_wird_gezaehlt_und_nicht_gezeigt(normen: Normen, tmp_path: Path) -> None:
    datei = tmp_path / "quittungen.toml"
    erster = normen("check", "JVollzGB V", "--nur", "ueberschrift", "--quittieren-nach", str(datei), "--json")
    assert (erster.code, erster.stderr) == (1, f"Zum Quittieren geschrieben: {datei}\n")
    text = datei.read_text(encoding="utf-8")
    assert [q["kennung"] for q in tomllib.loads(text)["quittung"]] == [b["id"] for b in erster.json["findings"]]
    assert normen("check", "--quittiert", str(datei)).stderr.startswith(f"Fehler: {datei}, Zeile 5: Der Grund fehlt.\n")

    datei.write_text(text.replace('grund = ""', 'grund = "Wird mit der nächsten Änderung berichtigt."'), encoding="utf-8")
    quittiert = ("check", "--quittiert", str(datei))
    nach = normen(*quittiert, "JVollzGB V", "--nur", "ueberschrift", "--json")
    assert (nach.code, nach.json) == (0, {"findings": [], "acknowledged": len(erster.json["findings"])})
    assert normen(*quittiert, "JVollzGB V", "--nur", "ueberschrift").stdout == "Keine Befunde, 2 quittiert.\n"
    # What an acknowledgement is about stands outside what is asked for: it is neither counted nor called done.
    assert normen(*quittiert, "JVollzGB II", "--nur", "ueberschrift", "--json").json["acknowledged"] == 0
    assert normen(*quittiert, "--nur", "anlage", "--json").json["acknowledged"] == 0


def test_eine_erledigte_quittung_ist_ein_befund(normen: Normen, tmp_path: Path) -> None:
    datei = tmp_path / "quittungen.toml"
    datei.write_text('[[quittung]]\nart = "kreis"\nzitat = "§ 1 JVollzGB III"\ngrund = "War einmal."\n', encoding="utf-8")
    lauf = normen("check", "JVollzGB III", "--nur", "kreis", "--quittiert", str(datei), "--json")
    assert (lauf.code, lauf.json["acknowledged"]) == (1, 0)
    assert [(b["kind"], b["citation"], b["file"], b["line"]) for b in lauf.json["findings"]] == [
        ("erledigt", "§ 1 JVollzGB III", "bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt", None)
    ]
    lauf = normen("check", "JVollzGB III", "--nur", "kreis", "--quittiert", str(datei))
    assert "Den quittierten Befund kreis in § 1 JVollzGB III gibt es nicht mehr." in lauf.stdout
    assert "Löschen Sie die Quittung aus der Datei (Zeile 1)." in lauf.stdout


FALSCH = [
    (
        ("JVollzGB VI",),
        "Fehler: Das Werk „JVollzGB VI“ ist nicht bekannt.\nMeinten Sie „JVollzGB V“, „JVollzGB I“ oder „JVollzGB IV“?\n",
    ),
    (("StGB",), "Fehler: StGB ist bekannt, aber sein Text ist nicht geladen.\n"),
    (("--nur", "gibtsnicht"), "Aufruf: normen check [OPTIONEN] [WERK]\n"),
    (
        ("--nur", "kreis", "--ohne", "kreis"),
        "Fehler: Es bleibt keine Art von Befunden zu prüfen.\nLassen Sie mit --ohne nicht alle Arten weg, die --nur nennt.",
    ),
    (("--quittiert", "fehlt.toml"), "Aufruf: normen check [OPTIONEN] [WERK]\n"),
    (("--quittieren-nach", "fehlt/q.toml"), "Fehler: fehlt/q.toml: Den Zielordner gibt es nicht.\n"),
]


@pytest.mark.parametrize(("args", "meldung"), FALSCH)
def test_ein_falscher_aufruf(args: tuple[str, ...], meldung: str, normen: Normen, tmp_path: Path) -> None:
    lauf = normen("check", *args, cwd=tmp_path)
    assert (lauf.code, lauf.stdout) == (2, "")
    assert lauf.stderr.startswith(meldung)


@pytest.mark.parametrize("feld", ["kuerzel", "name"])
def test_die_arten_sind_unterscheidbar(feld: str) -> None:
    werte = [getattr(art, feld) for art in ARTEN]
    assert len(set(werte)) == len(werte)


def test_jede_art_ist_in_einem_satz_erklaert() -> None:
    assert [art.kuerzel for art in ARTEN if not (art.beschreibung.endswith(".") and art.beschreibung.count(". ") == 0)] == []


DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("art", ARTEN, ids=lambda art: art.kuerzel)
def test_jede_art_steht_in_der_anleitung(art: Pruefart) -> None:
    assert f"| `{art.kuerzel}` | {art.name} | {art.beschreibung} |" in (DOCS / "befehle.md").read_text(encoding="utf-8")
    assert f"- **{art.name}.**" in (DOCS / "handbuch.md").read_text(encoding="utf-8")
