"""The command as its users run it: real processes, real terminals, real pipes, and the input that people really type."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import termios
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

import normen as paket
from conftest import Ausgabe, Normen
from normen.ausgabe import maschine
from normen.cli import BEFEHLE, gruppe
from normen.ressourcen import ordner
from normen.wissen import Wissen

KORPUS = ordner("corpus")
ESC = "\x1b"
BASH = shutil.which("bash") or ""
braucht_bash = pytest.mark.skipif(not BASH, reason="needs bash")


def _befehle(befehl: click.Command = gruppe, pfad: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that call it, the group itself first."""
    yield pfad, befehl
    if isinstance(befehl, click.Group):
        for name in befehl.list_commands(click.Context(befehl)):
            unter = befehl.get_command(click.Context(befehl), name)
            assert unter is not None
            yield from _befehle(unter, (*pfad, name))


ALLE = dict(_befehle())


def _in_bash(normen: Normen, zeilen: str, cwd: Path, *, vorgeladen: bool = False) -> Ausgabe:
    """Run lines in bash, where `normen` is the command under test."""
    befehl = normen.aufruf() if vorgeladen else normen.befehl()
    skript = f'normen() {{ {shlex.join(befehl)} "$@"; }}\nset -eo pipefail\n{zeilen}'
    lauf = subprocess.run(
        [BASH, "-c", skript], env=normen.umgebung(), cwd=cwd, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    return Ausgabe(lauf.returncode, lauf.stdout, lauf.stderr)


# --- help that teaches


@pytest.mark.parametrize("pfad", ALLE, ids=" ".join)
def test_hilfe(normen: Normen, pfad: tuple[str, ...]) -> None:
    ausgabe = normen(*pfad, "--help")
    assert (ausgabe.code, ausgabe.stderr) == (0, "")
    assert ausgabe.stdout.startswith(f"Aufruf: {' '.join(['normen', *pfad])} ")


@pytest.mark.parametrize("pfad", [(), ("show",), ("export", "units")], ids=lambda p: " ".join(["normen", *p]))
def test_hilfe_auch_kurz(normen: Normen, pfad: tuple[str, ...]) -> None:
    assert normen(*pfad, "-h") == normen(*pfad, "--help")


def test_hilfe_nennt_jeden_befehl_mit_einem_satz(normen: Normen) -> None:
    uebersicht = normen("--help").stdout
    assert list(BEFEHLE) == re.findall(r"^  ([\w-]+) {2,}\S.+\.$", uebersicht.split("Befehle:\n")[1].split("\n\n")[0], re.M)


def test_jede_option_hat_eine_erklaerung() -> None:
    for pfad, befehl in ALLE.items():
        for option in (p for p in befehl.params if isinstance(p, click.Option)):
            assert option.help, f"{' '.join(pfad)} {option.name}"


def _beispiele() -> list[tuple[str, list[str]]]:
    """The example lines of each epilog, as printed, without the remark that stands behind two spaces."""
    gefunden = []
    for pfad, befehl in ALLE.items():
        zeilen = [zeile.strip() for zeile in (befehl.epilog or "").splitlines()]
        beispiele = [zeile for zeile in zeilen if zeile.startswith("normen ") and "| source" not in zeile]
        if beispiele:
            gefunden.append((" ".join(["normen", *pfad]), [re.split(r" {2,}", zeile)[0] for zeile in beispiele]))
    return gefunden


@braucht_bash
@pytest.mark.parametrize(("befehl", "zeilen"), _beispiele(), ids=[befehl for befehl, _ in _beispiele()])
def test_beispiele_der_hilfe_laufen_wie_gedruckt(normen: Normen, tmp_path: Path, befehl: str, zeilen: list[str]) -> None:
    """In order and in one folder, for one may write the file that the next one reads."""
    assert normen(*befehl.split()[1:], "--help").stdout.count("normen ") >= len(zeilen)
    for zeile in zeilen:
        ausgabe = _in_bash(normen, zeile, tmp_path, vorgeladen=True)
        hat_befunde = zeile.startswith("normen check")
        assert ausgabe.code == (1 if hat_befunde else 0), zeile
        assert ausgabe.stderr == "" or (hat_befunde and ausgabe.stderr.startswith("Zum Quittieren geschrieben: ")), zeile
        assert ausgabe.stdout or ">" in zeile, zeile


def test_befehle_mit_zitat_und_suche_haben_beispiele() -> None:
    mit = {befehl for befehl, _ in _beispiele()}
    assert {"normen", "normen show", "normen search", "normen applies", "normen templates", "normen draft"} <= mit


@pytest.mark.parametrize("aufruf", [(), ("export",)], ids=lambda a: " ".join(["normen", *a]))
def test_gruppe_ohne_befehl_zeigt_ihre_hilfe(normen: Normen, aufruf: tuple[str, ...]) -> None:
    ausgabe = normen(*aufruf)
    assert (ausgabe.code, ausgabe.stdout) == (2, "")
    assert ausgabe.stderr.strip() == normen(*aufruf, "--help").stdout.strip()


def test_version(normen: Normen) -> None:
    ausgabe = normen("--version")
    assert re.fullmatch(r"normen \d+\.\d+\.\d+\n", ausgabe.stdout)
    assert (ausgabe.code, ausgabe.stderr) == (0, "")


# --- the contract: JSON on stdout, messages on stderr, exit codes


def test_show_json(normen: Normen) -> None:
    antwort = normen("show", "§ 11 II Nr. 2 JVollzGB III", "--json").json
    werk = antwort.pop("work")
    vv = antwort.pop("vv")
    assert antwort == {
        "id": "bw/jvollzgb-3#p11.abs2.s1.nr2",
        "citation": "§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III",
        "kind": "nummer",
        "heading": None,
        "text": "Gefangene Weisungen nicht nachkommen oder",
        "printed": True,
        "file": "bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt",
        "line": 7644,
        "line_to": 7644,
        "full_text": "Gefangene Weisungen nicht nachkommen oder",
        "units": [],
    }
    assert (werk["citation"], werk["id"], werk["loaded"], werk["in_force_from"]) == (
        "JVollzGB III",
        "bw/jvollzgb-3",
        True,
        None,
    )
    assert [e["citation"] for e in vv[:3]] == [
        "VV zu § 11 JVollzGB III", "VV Nr. 1 zu § 11 JVollzGB III", "VV Nr. 1.1 zu § 11 JVollzGB III",
    ]  # fmt: skip


def test_show_json_gibt_die_vv_nur_einmal(normen: Normen) -> None:
    """§ 9 has four Absätze, three numbers in the second and two Sätze in the third; all else stands in the VV on it."""
    antwort = normen("show", "§ 9 JVollzGB III", "--json").json
    assert [e["citation"] for e in antwort["units"] if e["kind"] != "satz"] == [
        f"§ 9 {unter} JVollzGB III"
        for unter in ("Abs. 1", "Abs. 2", *(f"Abs. 2 Nr. {i}" for i in range(1, 4)), "Abs. 3", "Abs. 4")
    ]
    assert {e["citation"].endswith("VV zu § 9 JVollzGB III") or "VV Nr. " in e["citation"] for e in antwort["vv"]} == {True}
    abschnitt = normen("show", "Abschnitt 2 JVollzGB III", "--json").json
    assert "VV zu § 9 JVollzGB III" in {e["citation"] for e in abschnitt["units"]}


def test_die_zeilen_im_json_sind_die_der_quelle(normen: Normen) -> None:
    antwort = normen("show", "§ 11 II Nr. 2 JVollzGB III", "--json").json
    quelle = (KORPUS / antwort["file"]).read_text(encoding="utf-8").split("\n")
    assert quelle[antwort["line"] - 1].strip() == "2. Gefangene Weisungen nicht nachkommen oder"


def test_search_json(normen: Normen) -> None:
    antwort = normen("search", "Verteidigerpost", "-n", "1", "--json").json
    assert antwort == {
        "query": "Verteidigerpost",
        "hits": [
            {
                "citation": "VV Nr. 1.1 zu § 24 JVollzGB III",
                "id": "bw/vwv-jvollzgb#b3.p24.nr1.1",
                "heading": "Verteidigerpost",
                "snippet": antwort["hits"][0]["snippet"],
                "line": antwort["hits"][0]["line"],
                "file": "bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt",
            }
        ],
    }
    assert "Verteidigerpost muss deutlich sichtbar gekennzeichnet sein." in antwort["hits"][0]["snippet"]


def test_search_ohne_treffer(normen: Normen) -> None:
    assert normen("search", "Hundehaltung", "--json").json == {"query": "Hundehaltung", "hits": []}
    ausgabe = normen("search", "Hundehaltung")
    assert ausgabe.stdout == "Nichts gefunden zu „Hundehaltung“. Versuchen Sie weniger oder andere Wörter.\n"
    assert ausgabe.code == 0


def test_applies_json(normen: Normen) -> None:
    antwort = normen("applies", "VV Nr. 3.1 zu § 17 JVollzGB II", "--json").json
    assert list(antwort) == ["citation", "applies", "not_applicable", "unresolved", "within", "cycles"]
    assert antwort["citation"] == "VV Nr. 3.1 zu § 17 JVollzGB II"
    assert antwort["applies"][0] == {
        "citation": "VV Nr. 1.1 zu § 24 JVollzGB III",
        "kind": "analog",
        "depth": 1,
        "via": ["VV Nr. 3.1 zu § 17 JVollzGB II"],
        "massgaben": [],
        "bedingungen": ["soweit verfahrensleitende Verfügungen nicht entgegenstehen"],
        "lead_in": [],
    }
    assert antwort["applies"][-1]["via"] == ["VV Nr. 3.1 zu § 17 JVollzGB II", "VV Nr. 2.4 Satz 1 zu § 24 JVollzGB III"]


def test_applies_json_was_nicht_gilt_und_was_nicht_zu_verfolgen_ist(normen: Normen) -> None:
    (nicht,) = normen("applies", "VV Nr. 6 zu § 113 JVollzGB III", "--json").json["not_applicable"]
    assert nicht == {
        "source": "VV Nr. 6 zu § 113 JVollzGB III",
        "kind": "negative",
        "targets": [{"from": "VV Nr. 1 zu § 113 JVollzGB III", "to": "VV Nr. 5 zu § 113 JVollzGB III"}],
        "text": "Die Nummern 1 bis 5 finden keine Anwendung, wenn Abschiebungshaft im Wege der Amtshilfe vollzogen wird.",
        "via": ["VV Nr. 6 zu § 113 JVollzGB III"],
    }
    (ungeloest,) = normen("applies", "VV zu § 61 JVollzGB II", "--json").json["unresolved"]
    assert ungeloest["target"] == "VV zu § 80 JVollzGB III"
    assert ungeloest["reason"].startswith("nicht abgedruckt: ")
    assert ungeloest["via"] == ["VV zu § 61 JVollzGB II"]


def test_werke_json(normen: Normen) -> None:
    werke = {werk["citation"]: werk for werk in normen("werke", "--json").json}
    assert werke["JVollzVergO"] == {
        "citation": "JVollzVergO",
        "title": (
            "Verordnung des Justizministeriums über die Vergütungsstufen des Arbeitsentgelts und der Ausbildungsbeihilfe "
            "nach dem Justizvollzugsgesetzbuch (Justizvollzugsvergütungsordnung)"
        ),
        "id": "bw/jvollzvergo",
        "kind": "Verordnung",
        "jurisdiction": "Baden-Württemberg",
        "issued_by": "Justizministerium Baden-Württemberg",
        "reference": None,
        "version": "vom 30. November 2009 (GBl. 2009, S. 765)",
        "in_force_from": "2010-01-01",
        "in_force_to": None,
        "doknr": None,
        "url": None,
        "eli": None,
        "loaded": True,
    }
    assert {werk["loaded"] for werk in werke.values()} == {True, False}


def test_werke_des_bundes_mit_dokumentnummer_und_adresse(normen: Normen) -> None:
    werke = {werk["citation"]: werk for werk in normen("werke", "--alle", "--json").json}
    assert "StVollzG" not in {werk["citation"] for werk in normen("werke", "--json").json}
    assert {name: werke["StVollzG"][name] for name in ("kind", "doknr", "url", "eli", "loaded")} == {
        "kind": "Bundesrecht",
        "doknr": "BJNR005810976",
        "url": "https://www.gesetze-im-internet.de/stvollzg/",
        "eli": None,
        "loaded": False,
    }


#: Calls that answer in JSON, and whether in one document or a line each.
JSON = [
    (("show", "§ 36 JVollzGB II", "--json"), False),
    (("show", "JVollzGB III", "--json"), False),
    (("show", "Vermerk zu § 80 JVollzGB III", "--json"), False),
    (("show", "Anlage 3 VwV JVollzGB", "--json"), False),
    (("search", "§ 119 StPO", "--json"), False),
    (("applies", "JVollzGB IV", "--json"), False),
    (("cites", "JVollzGB II", "--json"), False),
    (("cited-by", "§ 51 JVollzGB III", "--json"), False),
    (("werke", "--json"), False),
    (("templates", "--json"), False),
    (("templates", "widerruf-vollzugsoeffnender-massnahmen", "--json"), False),
    (("templates", "widerruf-vollzugsoeffnender-massnahmen", "--beispiel"), False),
    (("templates", "widerruf-vollzugsoeffnender-massnahmen", "--schema"), False),
    (("export", "units"), True),
    (("export", "units", "--format", "jsonl"), True),
    (("export", "references", "--format", "jsonl"), True),
]


@pytest.mark.parametrize(("aufruf", "je_zeile"), JSON, ids=lambda x: " ".join(x) if isinstance(x, tuple) else "")
def test_auf_stdout_steht_nur_json(normen: Normen, aufruf: tuple[str, ...], je_zeile: bool) -> None:
    ausgabe = normen(*aufruf)
    assert (ausgabe.code, ausgabe.stderr) == (0, "")
    assert ausgabe.stdout.endswith("\n")
    assert ausgabe.zeilen if je_zeile else ausgabe.json
    assert "\\u00" not in ausgabe.stdout, "umlauts are written as they are"


@pytest.mark.slow
def test_auch_wenn_dabei_gebaut_wird_steht_auf_stdout_nur_json(normen: Normen, tmp_path: Path) -> None:
    ausgabe = normen("show", "§ 36 JVollzGB II", "--json", env={"NORMEN_CACHE": str(tmp_path / "neu")})
    assert ausgabe.code == 0
    assert ausgabe.json["citation"] == "§ 36 JVollzGB II"


@pytest.fixture(scope="module")
def einheiten(normen: Normen) -> list[dict[str, Any]]:
    return normen("export", "units").zeilen


def test_export_units_hat_die_felder_des_vertrags(einheiten: list[dict[str, Any]]) -> None:
    assert {"id", "citation", "kind", "heading", "text", "parent", "line"} <= set(einheiten[0])
    assert {tuple(einheit) for einheit in einheiten} == {tuple(einheiten[0])}


def test_export_units_in_der_reihenfolge_der_quelle(einheiten: list[dict[str, Any]]) -> None:
    """Within a file the lines never go back; an Einheit comes after the one it lies in."""
    letzte: dict[str, int] = {}
    gesehen: set[str] = set()
    for einheit in einheiten:
        assert einheit["line"] >= letzte.get(einheit["file"], 1)
        assert einheit["line_to"] >= einheit["line"]
        assert einheit["parent"] is None or einheit["parent"] in gesehen
        letzte[einheit["file"]] = einheit["line"]
        gesehen.add(einheit["citation"])
    assert len(gesehen) == len(einheiten) > 6000


def test_export_units_hat_eindeutige_kennungen(einheiten: list[dict[str, Any]]) -> None:
    kennungen = [einheit["id"] for einheit in einheiten]
    assert len(set(kennungen)) == len(kennungen)
    assert not [k for k in kennungen if not re.fullmatch(r"(bw|nw)/[a-z0-9-]+(#[a-z0-9-]+(\.[a-z0-9-]+)*)?", k)]


def test_export_units_ueberschriften_stehen_auf_einer_zeile(einheiten: list[dict[str, Any]]) -> None:
    for einheit in einheiten:
        for feld in ("heading", "text"):
            assert einheit[feld] is None or einheit[feld] == " ".join(einheit[feld].split())
        assert einheit["heading"] != ""


def test_export_units_beginnt_mit_den_werken(einheiten: list[dict[str, Any]], wissen: Wissen) -> None:
    oben = [einheit["citation"] for einheit in einheiten if einheit["parent"] is None]
    assert oben == [werk.kurz for werk in wissen.register.werke if werk.geladen]


def test_export_references_hat_die_felder_des_vertrags(normen: Normen, einheiten: list[dict[str, Any]]) -> None:
    verweisungen = normen("export", "references").zeilen
    felder = [
        "source",
        "kind",
        "targets",
        "except",
        "massgabe",
        "bedingung",
        "text",
        "line",
        "unresolved",
        "note",
        "confidence",
    ]
    zitate = {einheit["citation"]: einheit for einheit in einheiten}
    assert verweisungen
    for v in verweisungen:
        assert list(v) == felder
        assert v["kind"] in ("analog", "direct", "negative", "unaffected", "cites")
        assert v["confidence"] in ("high", "low")
        quelle = zitate[v["source"]]
        assert v["text"] in quelle["text"]
        assert quelle["line"] <= v["line"] <= quelle["line_to"]
        assert v["targets"] or v["unresolved"], v
    haftkosten = next(v for v in verweisungen if v["source"] == "VV zu § 36 JVollzGB II")
    assert haftkosten["except"] == ["VV Nr. 6.3.3 zu § 51 JVollzGB III", "VV Nr. 6.3.4 zu § 51 JVollzGB III"]


def test_refs_liest_zeilen_mit_zusammenhang(normen: Normen) -> None:
    """One line of output for each of input; relative citations are read from the context; ``surface`` is the exact slice."""
    eingabe = [
        {
            "context": "VV Nr. 6 zu § 9 JVollzGB III",
            "text": "Nach § 11 Abs. 2 JVollzGB III und Nummer 6.6 gilt Absatz 3 Satz 1.",
        },
        {"context": None, "text": "Hier steht keines."},
        {"context": "§ 7 Abs. 2 JVollzGB I", "text": "🙂 Ä – Absatz 3 gilt entsprechend."},
        {"text": "§ 68b Absatz 2 Satz 2 und 3 StGB"},
    ]
    ausgabe = normen("refs", "--jsonl", "-", stdin="".join(f"{json.dumps(zeile)}\n" for zeile in eingabe))
    assert (ausgabe.code, ausgabe.stderr) == (0, "")
    gefunden = [zeile["refs"] for zeile in ausgabe.zeilen]
    for zeile, verweise in zip(eingabe, gefunden, strict=True):
        for verweis in verweise:
            assert {"start", "end", "surface", "targets", "except"} <= set(verweis)
            assert verweis["surface"] == (zeile["text"] or "")[verweis["start"] : verweis["end"]]
    assert [[verweis["targets"] for verweis in verweise] for verweise in gefunden] == [
        [["§ 11 Abs. 2 JVollzGB III"], ["VV Nr. 6.6 zu § 9 JVollzGB III"], ["§ 9 Abs. 3 Satz 1 JVollzGB III"]],
        [],
        [["§ 7 Abs. 3 JVollzGB I"]],
        [["§ 68b Abs. 2 Satz 2 StGB", "§ 68b Abs. 2 Satz 3 StGB"]],
    ]


#: Lines that `refs --jsonl` cannot take; the message names the line.
KEINE_ZEILEN = [
    "kaputt", "[]", "null", '"§ 9"', "{}", '{"context": null}', '{"text": 5}', '{"context": 5, "text": "Absatz 2"}',
    '{"context": "§ 9", "text": "Absatz 2"}', '{"context": "Unsinn", "text": "Absatz 2"}',
]  # fmt: skip


@pytest.mark.parametrize("zeile", KEINE_ZEILEN)
def test_refs_mit_falscher_zeile(normen: Normen, zeile: str) -> None:
    ausgabe = normen("refs", "--jsonl", "-", stdin=f'{{"text": "§ 9 JVollzGB III"}}\n{zeile}\n')
    assert ausgabe.code == 2
    assert re.match(r"Fehler: (-|Eingabe), Zeile 2: ", ausgabe.stderr), ausgabe.stderr[-300:]


def test_refs_liest_eine_datei(normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Anbei\n\nNach § 11 Abs. 2 JVollzGB III und § 68b StGB.\n", encoding="utf-8")
    antwort = normen("refs", "brief.txt", "--json", cwd=tmp_path).json
    assert [ziel for verweis in antwort["refs"] for ziel in verweis["targets"]] == ["§ 11 Abs. 2 JVollzGB III", "§ 68b StGB"]
    assert normen("refs", "fehlt.txt", cwd=tmp_path).code == 2


def test_was_eine_vorschrift_zitiert_und_wo_sie_zitiert_wird(normen: Normen) -> None:
    """The same place, seen from both sides."""
    (zitiert,) = normen("cites", "VV zu § 36 JVollzGB II", "--json").json["cites"]
    assert zitiert["source"] == "VV zu § 36 JVollzGB II"
    assert zitiert["targets"][0] == {"from": "VV Nr. 2.2 zu § 51 JVollzGB III", "to": "VV Nr. 4.2 zu § 51 JVollzGB III"}
    assert zitiert["except"] == ["VV Nr. 6.3.3 zu § 51 JVollzGB III", "VV Nr. 6.3.4 zu § 51 JVollzGB III"]
    for ziel in ("VV Nr. 3.1 zu § 51 JVollzGB III", "VV Nr. 2.2 zu § 51 JVollzGB III"):
        antwort = normen("cited-by", ziel, "--json").json
        assert antwort["citation"] == ziel
        assert "VV zu § 36 JVollzGB II" in [stelle["source"] for stelle in antwort["cited_by"]]


def test_wo_ein_gesetz_zitiert_wird_dessen_text_nicht_geladen_ist(normen: Normen) -> None:
    antwort = normen("cited-by", "§ 119 StPO", "--json").json
    assert "§ 1 Abs. 2 JVollzGB I" in [stelle["source"] for stelle in antwort["cited_by"]]


def test_build_meldet_auf_stderr(normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "korpus").mkdir()
    _kleiner_korpus(tmp_path / "korpus")
    ausgabe = normen("--korpus", str(tmp_path / "korpus"), "build", env={"NORMEN_CACHE": str(tmp_path)})
    gebaut = next(tmp_path.glob("wissen-*.sqlite"))
    assert ausgabe == Ausgabe(0, "", f"Wissensbasis angelegt: {gebaut}\n")


# --- wrong calls: exit 2, nothing on stdout, the whole message


def _am_aufruf(zeile: str, fehler: str) -> str:
    """The message for a call that is wrong in itself: how to call it, where the help is, what is wrong."""
    befehl = re.split(r" [\[{]", zeile)[0]
    return f"Aufruf: {zeile}\nHilfe gibt '{befehl} --help'.\n\nFehler: {fehler}\n"


OBEN = "normen [OPTIONEN] BEFEHL [ARGUMENTE]..."
SUCHE = "normen search [OPTIONEN] TEXT"
KEIN_ABSATZ_9 = """\
Fehler: § 9 Abs. 9 JVollzGB III gibt es nicht. § 9 JVollzGB III gibt es.
Meinten Sie „§ 9 Abs. 4 JVollzGB III“, „§ 9 Abs. 3 JVollzGB III“ oder „§ 9 Abs. 2 JVollzGB III“?
"""
KEIN_ZITAT = """\
Fehler: Es ist kein Zitat angegeben.
Beispiel: normen show "§ 9 Abs. 2 JVollzGB III"
"""
FALSCH = [
    ("foo", _am_aufruf(OBEN, "Den Befehl 'foo' gibt es nicht.")),
    ("--foo", _am_aufruf(OBEN, "Die Option '--foo' gibt es nicht.")),
    (
        "--korpus|/gibt/es/nicht|werke",
        _am_aufruf(OBEN, "Ungültiger Wert für '--korpus': Ordner '/gibt/es/nicht' gibt es nicht."),
    ),
    ("show", _am_aufruf("normen show [OPTIONEN] ZITAT", "Es fehlt das Argument 'ZITAT'.")),
    ("show|§ 9|--foo", _am_aufruf("normen show [OPTIONEN] ZITAT", "Die Option '--foo' gibt es nicht.")),
    ("search|x|-n|0", _am_aufruf(SUCHE, "Ungültiger Wert für '--anzahl' / '-n': 0 liegt nicht im Bereich 1<=x<=1000.")),
    ("search|x|-n|viele", _am_aufruf(SUCHE, "Ungültiger Wert für '--anzahl' / '-n': 'viele' ist keine Ganzzahl.")),
    (
        "export|units|--format|csv",
        _am_aufruf("normen export units [OPTIONEN]", "Ungültiger Wert für '--format': 'csv' ist nicht 'jsonl'."),
    ),
    (
        "completion|tcsh",
        _am_aufruf(
            "normen completion [OPTIONEN] {bash|zsh|fish}",
            "Ungültiger Wert für '{bash|zsh|fish}': 'tcsh' gehört nicht zu: 'bash', 'zsh', 'fish'.",
        ),
    ),
    (
        "completion",
        _am_aufruf(
            "normen completion [OPTIONEN] {bash|zsh|fish}",
            "Es fehlt das Argument '{bash|zsh|fish}'. Zur Wahl stehen:\n  bash,\n  zsh,\n  fish",
        ),
    ),
    ("build|alles", _am_aufruf("normen build [OPTIONEN]", "Ein Argument ist zu viel: alles")),
    (
        "templates|nix",
        "Fehler: Die Vorlage „nix“ gibt es nicht.\nAlle zeigt: normen templates\n",
    ),
    ("show|§ 9 Abs. 9 JVollzGB III", KEIN_ABSATZ_9),
    ("applies|§ 9 Abs. 9 JVollzGB III|--json", KEIN_ABSATZ_9),
    ("show|", KEIN_ZITAT),
    ("show|   |--json", KEIN_ZITAT),
    (
        "show|Taschengeld",
        "Fehler: Das Werk „Taschengeld“ ist nicht bekannt. Verstanden: Taschengeld.\n"
        'Meinten Sie: normen search "Taschengeld"\n',
    ),
    (
        "show|Besuch",
        "Fehler: Das Werk „Besuch“ ist nicht bekannt. Verstanden: Besuch.\n"
        'Meinten Sie „BeschV“ oder „BeschG“?\nOder: normen search "Besuch"\n',
    ),
    (
        "reading|§ 16 JVollzGB I|-o|ehr.pdf",
        _am_aufruf(
            "normen reading [OPTIONEN] ZITAT",
            "Was „ehr.pdf“ werden soll, sagt die Endung nicht. Es gibt: .txt, .md, .html, .htm, .docx, .json. "
            "Für eine andere Endung nennen Sie die Form mit „--format“.",
        ),
    ),
    ("show|§", "Fehler: Spalte 2: Das Zitat ist nicht lesbar:\n  §\n   ^\nVerstanden: „§“. Erwartet: eine Zahl nach „§“.\n"),
    (
        "applies|§ 63 StGB",
        "Fehler: StGB ist bekannt, aber sein Text ist nicht geladen. Verstanden: § 63 StGB.\n"
        "Die geladenen Werke zeigt: normen werke\n",
    ),
]


@pytest.mark.parametrize(("aufruf", "meldung"), FALSCH, ids=[aufruf for aufruf, _ in FALSCH])
def test_falscher_aufruf(normen: Normen, aufruf: str, meldung: str) -> None:
    assert normen(*aufruf.split("|")) == Ausgabe(2, "", meldung)


def test_ohne_verweisung_steht_der_naechste_befehl_da(normen: Normen) -> None:
    assert 'zeigt: normen cites "§ 77 JVollzGB IV"' in normen("applies", "§ 77 JVollzGB IV").stdout


@pytest.mark.parametrize(("form", "stdout"), [("table", ""), ("jsonl", "")])
def test_refs_ohne_zitat_sagt_das(form: str, stdout: str, normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "leer.txt").write_text("Guten Tag.\n", encoding="utf-8")
    lauf = normen("refs", "leer.txt", "--format", form, cwd=tmp_path)
    assert lauf == Ausgabe(0, stdout, "leer.txt: kein Zitat gefunden.\n")


@pytest.mark.parametrize("gesucht", ["", "  ", '"', "der die und", "zu der", "?!"], ids=repr)
def test_suche_ohne_suchwort_ist_eine_falsche_eingabe(normen: Normen, gesucht: str) -> None:
    """As an empty citation is; "try fewer words" helps nobody who gave none."""
    ausgabe = normen("search", gesucht)
    assert (ausgabe.code, ausgabe.stdout) == (2, "")
    assert ausgabe.stderr == (
        "Fehler: Es ist kein Suchwort angegeben; nach „der“, „und“, „zu“ oder bloßen Zeichen wird nicht gesucht.\n"
        'Beispiel: normen search "Widerruf Freistellung"\n'
    )


def test_die_suche_nach_einem_zitat_das_es_nicht_gibt_nennt_den_befehl_dafuer(normen: Normen) -> None:
    ausgabe = normen("search", "§ 999 JVollzGB III")
    assert ausgabe.stdout == (
        'Nichts gefunden zu „§ 999 JVollzGB III“. Zu einem Zitat antwortet: normen show "§ 999 JVollzGB III"\n'
    )


#: What gets into a command line by accident or by pasting.
SELTSAM = [
    "\x1b[31m§ 9 JVollzGB III", "§ 9 \x1b]0;Titel\x07 JVollzGB III", "\x07", "§ 9\rJVollzGB III\x08",
    "\udca7 9 JVollzGB III", "🙂", "§ " + "9" * 10_000 + " JVollzGB III", "§ 9 " * 2_500, "x" * 100_000,
    "„§ 9 JVollzGB III“", "%s %n {0} {{ }}", "../../etc/passwd",
]  # fmt: skip


@pytest.mark.parametrize("befehl", ["show", "search"])
@pytest.mark.parametrize("eingabe", SELTSAM, ids=lambda s: ascii(s)[:30])
def test_seltsame_eingabe(normen: Normen, befehl: str, eingabe: str) -> None:
    """An answer or a message; no traceback, no control characters that would reach the terminal."""
    ausgabe = normen(befehl, eingabe)
    assert ausgabe.code in (0, 2)
    assert "Traceback" not in ausgabe.stderr
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", ausgabe.stdout + ausgabe.stderr)


@pytest.mark.parametrize("befehl", ["show", "search"])
@pytest.mark.parametrize("eingabe", ["x" * 10_000, "§ 9 " * 2_500], ids=lambda s: s[:4])
def test_eine_lange_eingabe_wird_nicht_ganz_wiederholt(normen: Normen, befehl: str, eingabe: str) -> None:
    """One hit at most, for hits are no repetition of the input."""
    ausgabe = normen(befehl, eingabe, *(("-n", "1") if befehl == "search" else ()))
    assert len(ausgabe.stderr or ausgabe.stdout) < 2_000


def test_zitat_das_mit_einem_strich_beginnt(normen: Normen) -> None:
    ausgabe = normen("show", "--", "-x")
    assert ausgabe.code == 2
    assert ausgabe.stderr.startswith("Fehler: Spalte 1: Das Zitat ist nicht lesbar:\n  -x\n  ^\n")


def test_zitat_ohne_anfuehrungszeichen(normen: Normen) -> None:
    assert normen("show", "§", "36", "JVollzGB", "II") == normen("show", "§ 36 JVollzGB II")


# --- what is printed for people


def test_show_zeigt_text_vv_und_quelle(normen: Normen) -> None:
    text = normen("show", "§ 36 JVollzGB II").stdout
    for stelle in (
        "§ 36 JVollzGB II  Haftkostenbeitrag",
        "Buch 2 Untersuchungshaftvollzug › Abschnitt 8 Arbeit, Ausbildung und Weiterbildung",
        "¹Nach rechtskräftiger Verurteilung",
        "²Die Kostenermittlung",
        "Quelle: bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt, Zeilen 5025 bis 5033",
        "VV zu § 36 JVollzGB II  Haftkostenbeitrag",
        "Die Nummern 2.2 bis 4.2 sowie 6.1 bis 6.3",
        "Quelle: bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt, Zeilen 5041 bis 5045",
        "Verwaltungsvorschrift des Justizministeriums zum Justizvollzugsgesetzbuch",
    ):
        assert stelle in text, stelle


def test_show_ohne_vv(normen: Normen) -> None:
    text = normen("show", "§ 36 JVollzGB II", "--ohne-vv").stdout
    assert "Die Nummern 2.2 bis 4.2" not in text
    assert 'normen show "VV zu § 36 JVollzGB II"' in text


def test_show_sagt_dass_eine_vv_nicht_abgedruckt_ist(normen: Normen) -> None:
    for aufruf in (("show", "§ 80 JVollzGB III"), ("show", "§ 80 JVollzGB III", "--ohne-vv")):
        text = " ".join(normen(*aufruf).stdout.split())
        assert "[Vom Abdruck der Verwaltungsvorschrift wird aufgrund der zwischenzeitlich erfolgten" in text


def test_show_verliert_kein_wort(normen: Normen, wissen: Wissen) -> None:
    """The terminal breaks and indents lines, raises the numbers of Sätze - and prints every word of the text, in order."""
    for zitat in (
        "§ 11 JVollzGB III",
        "§ 1 JVollzVergO",
        "VV zu § 51 JVollzGB III",
        "Anlage 9 VwV JVollzGB",
        "Nr. 6 AV ForAmb NRW",
    ):
        gedruckt = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]", "", normen("show", zitat, "--ohne-vv").stdout)
        worte = iter(gedruckt.split())
        fehlt = [wort for wort in wissen.wortlaut(wissen.finde(zitat)).split() if wort not in worte]
        assert not fehlt, zitat


def test_applies_zeigt_jeden_schritt(normen: Normen) -> None:
    text = normen("applies", "VV zu § 10 JVollzGB IV").stdout
    for stelle in (
        "VV zu § 10 JVollzGB IV (gilt entsprechend): „Die Regelungen dieser Verwaltungsvorschrift zu § 10",
        "  → VV Nr. 1 zu § 10 JVollzGB III (gilt entsprechend): „Die Nummern 5 bis 9 zu § 9 JVollzGB III",
        "    → VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III (gilt entsprechend): „Nummer 1.2 dieser",
        "      • VV Nr. 1.2 zu § 52 JVollzGB III  Bildung des Überbrückungsgelds",
    ):
        assert stelle in text, stelle


def test_applies_zeigt_massgabe_bedingung_und_was_nicht_zu_verfolgen_ist(normen: Normen) -> None:
    assert "\nMaßgabe: dass die Rechte der gesetzlichen Vertreter" in normen("applies", "§ 42 JVollzGB IV").stdout
    assert "\nBedingung: soweit verfahrensleitende" in normen("applies", "VV Nr. 3.1 zu § 17 JVollzGB II").stdout
    text = " ".join(normen("applies", "VV zu § 61 JVollzGB II").stdout.split())
    assert "Nicht zu verfolgen: VV zu § 80 JVollzGB III nicht abgedruckt: [Vom Abdruck" in text
    assert text.endswith("(steht in VV zu § 61 JVollzGB II)")


def test_applies_sagt_fuer_wen_etwas_gilt_mit_den_worten_der_klausel(normen: Normen) -> None:
    erste_klausel = normen("applies", "VV Nr. 5 zu § 48 JVollzGB III").stdout.partition("•")[0]
    text = " ".join(erste_klausel.split())
    assert "„Für Gefangene, die nach § 47 Abs. 1 Satz 3 JVollzGB III oder § 175 StVollzG nicht zur Arbeit" in text
    assert "Bedingung" not in text


def test_applies_mit_text(normen: Normen) -> None:
    ohne, mit = (normen("applies", "VV zu § 20 JVollzGB V", *optionen).stdout for optionen in ((), ("--text",)))
    assert "Ist Barauszahlung des Hausgeldes" in mit
    assert "Ist Barauszahlung des Hausgeldes" not in ohne


def test_applies_ohne_verweisung(normen: Normen) -> None:
    assert "Keine Verweisung" in normen("applies", "§ 55 JVollzGB III").stdout


# --- terminals


def _am_terminal(normen: Normen, *args: str, spalten: int = 80, **umgebung: str) -> str:
    """Run a command at a terminal of its own and return all that it writes there."""
    oben, unten = pty.openpty()
    fcntl.ioctl(unten, termios.TIOCSWINSZ, struct.pack("HHHH", 24, spalten, 0, 0))
    lauf = normen.starte(*args, env={"TERM": "xterm-256color", **umgebung}, stdin=unten, stdout=unten, stderr=unten)
    os.close(unten)
    teile = []
    try:
        while teil := os.read(oben, 65536):
            teile.append(teil)
    except OSError:  # Linux says so when the last writer has gone
        pass
    finally:
        os.close(oben)
    assert lauf.wait(timeout=60) in (0, 2)
    return b"".join(teile).decode().replace("\r\n", "\n")


AUFRUFE = [
    ("show", "§ 11 JVollzGB III"),
    ("search", "Widerruf"),
    ("applies", "§ 36 JVollzGB II"),
    ("cites", "§ 11 JVollzGB III"),
    ("cited-by", "§ 11 JVollzGB III"),
    ("werke",),
    ("templates",),
]


def test_am_terminal_ist_hervorgehoben(normen: Normen) -> None:
    assert ESC in _am_terminal(normen, "show", "§ 36 JVollzGB II")


@pytest.mark.parametrize("aufruf", AUFRUFE, ids=" ".join)
def test_ausserhalb_eines_terminals_ohne_steuerzeichen(normen: Normen, aufruf: tuple[str, ...]) -> None:
    ausgabe = normen(*aufruf, env={"TERM": "xterm-256color", "COLORTERM": "truecolor"})
    assert ESC not in ausgabe.stdout + ausgabe.stderr


@pytest.mark.parametrize("aufruf", AUFRUFE, ids=" ".join)
def test_keine_zeile_endet_mit_leerzeichen(normen: Normen, aufruf: tuple[str, ...]) -> None:
    assert [zeile for zeile in normen(*aufruf).stdout.split("\n") if zeile != zeile.rstrip()] == []


def test_beschreibungen_der_vorlagen_fuellen_ihre_zeilen(normen: Normen) -> None:
    """The description is wrapped in its file; its line breaks there mean nothing here."""
    ausgabe = normen("templates", env={"COLUMNS": "100"}).stdout
    beschreibungen = [vorlage["description"] for vorlage in normen("templates", "--json").json]
    assert [text for text in beschreibungen if "\n" in text]
    for text in beschreibungen:
        zeilen = textwrap.wrap(" ".join(text.split()), 98, break_on_hyphens=False)
        assert "\n".join(f"  {zeile}" for zeile in zeilen) in ausgabe


@pytest.mark.parametrize("umgebung", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
@pytest.mark.parametrize("aufruf", [*AUFRUFE[:3], ("show", "§ 999 JVollzGB III")], ids=" ".join)
def test_ohne_farben_auf_wunsch(normen: Normen, aufruf: tuple[str, ...], umgebung: dict[str, str]) -> None:
    assert ESC not in _am_terminal(normen, *aufruf, **umgebung)


@pytest.mark.parametrize("spalten", [20, 200])
@pytest.mark.parametrize("aufruf", AUFRUFE, ids=" ".join)
def test_zeilen_passen_in_das_terminal(normen: Normen, aufruf: tuple[str, ...], spalten: int) -> None:
    text = re.sub(r"\x1b\[[0-9;]*m", "", _am_terminal(normen, *aufruf, spalten=spalten))
    assert max(len(zeile) for zeile in text.split("\n")) <= min(spalten, 100)


@pytest.mark.parametrize("spalten", [40, 80])
def test_kein_titel_wird_abgeschnitten(normen: Normen, spalten: int) -> None:
    assert "…" not in _am_terminal(normen, "werke", spalten=spalten)


@pytest.mark.parametrize(("spalten", "als_tabelle"), [(40, False), (60, False), (80, False), (100, True)])
def test_liste_der_werke_trennt_kein_wort(normen: Normen, spalten: int, als_tabelle: bool) -> None:
    worte = set(
        json.dumps(normen("werke", "--json").json, ensure_ascii=False).replace('"', " ").replace(", ", " , ").split()
    )
    ausgabe = normen("werke", env={"COLUMNS": str(spalten)}).stdout
    gezeigt = {wort.strip(",") for wort in ausgabe.split()} - {
        "Werk",
        "Text",
        "Titel",
        "Fassung",
        "geladen",
        "(geladen)",
        "–",
    }
    assert gezeigt - {wort.strip(",") for wort in worte} == set()
    assert ausgabe.startswith("Werk ") == als_tabelle
    assert max(map(len, ausgabe.splitlines())) <= spalten


@pytest.mark.parametrize("columns", ["1", "0", "-5", "breit", "100000"])
def test_unsinnige_breite(normen: Normen, columns: str) -> None:
    ausgabe = normen("show", "§ 36 JVollzGB II", env={"COLUMNS": columns})
    assert (ausgabe.code, ausgabe.stderr) == (0, "")
    assert "VerurteilungvonUntersuchungsgefangenen" in "".join(ausgabe.stdout.split())


@pytest.mark.parametrize(
    "umgebung", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}, {"LANG": ""}], ids=str
)
def test_umlaute_in_jeder_umgebung(normen: Normen, umgebung: dict[str, str]) -> None:
    ausgabe = normen("show", "§ 36 JVollzGB II", env=umgebung)
    assert "Nach rechtskräftiger Verurteilung" in ausgabe.stdout


# --- pipes


def _in_geschlossenes_rohr(normen: Normen, *args: str, lies: int) -> tuple[int, bytes]:
    """Read some bytes of a command's output and close the pipe, as `| head` does; return exit code and stderr."""
    lauf = normen.starte(*args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert lauf.stdout is not None
    assert lauf.stderr is not None
    if lies:
        os.read(lauf.stdout.fileno(), lies)
    lauf.stdout.close()
    stderr = lauf.stderr.read()
    return lauf.wait(timeout=60), stderr


ROHRE = [
    ("export", "units"), ("export", "references"), ("show", "JVollzGB III"), ("show", "JVollzGB III", "--json"),
    ("search", "Besuch", "-n", "1000"), ("applies", "JVollzGB IV"), ("werke",), ("--help",), ("templates",),
    ("completion", "bash"),
]  # fmt: skip


@pytest.mark.parametrize("lies", [0, 100])
@pytest.mark.parametrize("aufruf", ROHRE, ids=" ".join)
def test_wer_nicht_weiterliest_bekommt_keinen_fehler(normen: Normen, aufruf: tuple[str, ...], lies: int) -> None:
    """Exit 1 would mean findings; there are none, and nothing is wrong."""
    assert _in_geschlossenes_rohr(normen, *aufruf, lies=lies) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("aufruf", [("werke",), ("werke", "--json"), ("export", "units"), ("--help",)], ids=" ".join)
def test_ausgabe_auf_einen_vollen_datentraeger(normen: Normen, aufruf: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as voll:
        lauf = normen.starte(*aufruf, stdout=voll, stderr=subprocess.PIPE, encoding="utf-8")
        _, stderr = lauf.communicate(timeout=60)
    assert "Traceback" not in stderr
    assert stderr.startswith("Fehler: ")
    assert lauf.returncode == 2


@braucht_bash
def test_geschlossene_standardausgabe(normen: Normen, tmp_path: Path) -> None:
    """An answer that goes nowhere is no answer; nothing may take the place of the output that is missing."""
    for aufruf in ("werke", "show '§ 11 JVollzGB III' --json", "--help"):
        ausgabe = _in_bash(normen, f"normen {aufruf} >&-", tmp_path)
        assert (ausgabe.code, ausgabe.stdout) == (2, "")
        assert ausgabe.stderr == (
            "Fehler: Die Standardausgabe ist geschlossen, die Antwort käme nirgends an.\n"
            "Lassen Sie „>&-“ weg, oder leiten Sie die Ausgabe in eine Datei: normen … > antwort.txt\n"
        )


@braucht_bash
def test_standardausgabe_die_nur_zu_lesen_ist(normen: Normen, tmp_path: Path) -> None:
    ausgabe = _in_bash(normen, "normen werke 1</dev/null", tmp_path)
    assert ausgabe.code == 2
    assert ausgabe.stderr.startswith(
        "Fehler: Die Ausgabe lässt sich nicht schreiben: sie ist nicht zum Schreiben geöffnet.\n"
    )


@braucht_bash
def test_in_einer_kette_von_befehlen(normen: Normen, tmp_path: Path) -> None:
    ausgabe = _in_bash(normen, 'normen export units | grep -c \'"kind": "paragraph"\'', tmp_path)
    assert ausgabe.code == 0
    assert int(ausgabe.stdout) > 400


# --- other texts


def _kleiner_korpus(wo: Path) -> None:
    name = "nw-av-forensische-ambulanzen-2024-12-03.txt"
    shutil.copy(KORPUS / name, wo)
    eintrag = next(
        t for t in (KORPUS / "manifest.toml").read_text(encoding="utf-8").split("[[datei]]\n") if f'name = "{name}"' in t
    )
    (wo / "manifest.toml").write_text(f"[[datei]]\n{eintrag}", encoding="utf-8")


@pytest.fixture(scope="module")
def anderer(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A corpus folder with the AV alone, and a cache of its own for it."""
    wo = tmp_path_factory.mktemp("korpus")
    _kleiner_korpus(wo)
    return wo, {"NORMEN_CACHE": str(tmp_path_factory.mktemp("cache"))}


def test_anderer_ordner_mit_texten(normen: Normen, anderer: tuple[Path, dict[str, str]]) -> None:
    wo, cache = anderer
    werke = normen("--korpus", str(wo), "werke", "--json", env=cache).json
    assert [werk["citation"] for werk in werke if werk["loaded"]] == ["AV ForAmb NRW"]
    assert normen("--korpus", str(wo), "show", "Nr. 4.6 AV ForAmb NRW", env=cache).code == 0
    ausgabe = normen("--korpus", str(wo), "show", "§ 9 JVollzGB III", env=cache)
    assert ausgabe.code == 2
    assert ausgabe.stderr.startswith("Fehler: Das Werk „JVollzGB III“ ist nicht bekannt. Verstanden: § 9 JVollzGB III.\n")


def test_anderer_ordner_durch_die_umgebung(normen: Normen, anderer: tuple[Path, dict[str, str]]) -> None:
    wo, cache = anderer
    assert normen("show", "Nr. 4.6 AV ForAmb NRW", env={**cache, "NORMEN_KORPUS": str(wo)}).code == 0
    assert normen("show", "§ 9 JVollzGB III", env={**cache, "NORMEN_KORPUS": str(wo)}).code == 2


def test_ordner_ohne_manifest(normen: Normen, tmp_path: Path) -> None:
    ausgabe = normen("--korpus", str(tmp_path), "werke")
    assert (ausgabe.code, ausgabe.stdout) == (2, "")
    assert ausgabe.stderr.startswith(f"Fehler: {tmp_path / 'manifest.toml'}: Die Datei ")


def test_ordner_mit_kaputtem_text(normen: Normen, tmp_path: Path) -> None:
    _kleiner_korpus(tmp_path)
    text = tmp_path / "nw-av-forensische-ambulanzen-2024-12-03.txt"
    text.write_bytes(text.read_bytes() + b" ")
    ausgabe = normen("--korpus", str(tmp_path), "werke", env={"NORMEN_CACHE": str(tmp_path / "cache")})
    assert ausgabe.code == 2
    assert ausgabe.stderr.startswith(f"Fehler: {text}: Die Prüfsumme stimmt nicht: im Manifest ")
    assert not (tmp_path / "cache").exists()


# --- completion


def _ergaenzt(normen: Normen, tmp_path: Path, *worte: str) -> list[str]:
    """What bash offers for the last of some words, asked as the Tab key asks."""
    skript = (
        'eval "$(normen completion bash)"\n'
        f"COMP_WORDS=({' '.join(repr(wort) for wort in worte)}); COMP_CWORD={len(worte) - 1}; COMPREPLY=()\n"
        f'{{ _normen_completion normen; }} 2>/dev/null\nprintf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    # The script starts the command by its name, so there has to be one on the path.
    (tmp_path / "normen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m normen "$@"\n')
    (tmp_path / "normen").chmod(0o755)
    umgebung = normen.umgebung({"PATH": f"{tmp_path}:{os.environ['PATH']}"})
    lauf = subprocess.run([BASH, "-c", skript], env=umgebung, capture_output=True, encoding="utf-8", timeout=60, check=True)
    return lauf.stdout.split()


ERGAENZUNGEN = [
    (("normen", "sh"), ["show"]),
    (("normen", "s"), ["show", "search"]),
    (("normen", ""), list(BEFEHLE)),
    (("normen", "cite"), ["cites", "cited-by"]),
    (("normen", "xyz"), []),
    (("normen", "export", ""), ["graph", "references", "units"]),
    (("normen", "export", "units", "--f"), ["--format"]),
    (("normen", "export", "units", "--format", ""), ["jsonl"]),
    (("normen", "completion", ""), ["bash", "zsh", "fish"]),
    (("normen", "show", "--"), ["--ohne-vv", "--json", "--help"]),
    (("normen", "--k"), ["--korpus"]),
]


@braucht_bash
@pytest.mark.parametrize(("worte", "angebot"), ERGAENZUNGEN, ids=" ".join)
def test_ergaenzung_in_bash(normen: Normen, tmp_path: Path, worte: tuple[str, ...], angebot: list[str]) -> None:
    assert _ergaenzt(normen, tmp_path, *worte) == angebot


@pytest.mark.parametrize(
    ("shell", "merkmal"),
    [("bash", "complete -o nosort -F _normen_completion normen"), ("zsh", "#compdef normen"), ("fish", "complete ")],
)
def test_skript_der_ergaenzung(normen: Normen, tmp_path: Path, shell: str, merkmal: str) -> None:
    ausgabe = normen("completion", shell)
    assert (ausgabe.code, ausgabe.stderr) == (0, "")
    assert merkmal in ausgabe.stdout
    assert f"_NORMEN_COMPLETE={shell}_complete" in ausgabe.stdout
    if programm := shutil.which(shell):
        (tmp_path / "skript").write_text(ausgabe.stdout)
        assert subprocess.run([programm, "-n", str(tmp_path / "skript")], check=False).returncode == 0


#: What the scripts of zsh and fish read, where those shells themselves are not at hand; the help of a command follows.
PROTOKOLL = [
    ("zsh", {"COMP_WORDS": "normen sh", "COMP_CWORD": "1"}, "plain\nshow\n"),
    ("fish", {"COMP_WORDS": "normen bui", "COMP_CWORD": "bui"}, "plain,build\t"),
]


@pytest.mark.parametrize(("shell", "umgebung", "antwort"), PROTOKOLL, ids=["zsh", "fish"])
def test_antwort_auf_die_tabulatortaste(normen: Normen, shell: str, umgebung: dict[str, str], antwort: str) -> None:
    ausgabe = normen(env={**umgebung, "_NORMEN_COMPLETE": f"{shell}_complete"})
    assert ausgabe.stderr == ""
    assert re.fullmatch(rf"{re.escape(antwort)}\w.+\n", ausgabe.stdout)


# --- ways to start it, and to stop it


def test_modul_und_befehl_sind_dasselbe(normen: Normen) -> None:
    befehl = Path(sys.executable).with_name("normen")
    if not befehl.exists():
        pytest.skip("the package is not installed beside this Python")
    lauf = subprocess.run(
        [befehl, "show", "§ 36 JVollzGB II"], env=normen.umgebung(), capture_output=True, encoding="utf-8", check=True
    )
    assert lauf.stdout == normen("show", "§ 36 JVollzGB II").stdout


def test_von_jedem_ordner_aus(normen: Normen, tmp_path: Path) -> None:
    assert normen("show", "§ 36 JVollzGB II", cwd=tmp_path) == normen("show", "§ 36 JVollzGB II")
    assert os.listdir(tmp_path) == []


def test_abbruch_mit_strg_c(normen: Normen) -> None:
    """The pipe is full, so the command is sure to be at work when the signal comes."""
    lauf = normen.starte("export", "units", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert lauf.stdout is not None
    os.read(lauf.stdout.fileno(), 1)
    time.sleep(0.2)
    lauf.send_signal(signal.SIGINT)
    _, stderr = lauf.communicate(timeout=60)
    assert (lauf.returncode, stderr.decode().strip()) == (130, "Abgebrochen.")


def test_abbruch_mit_strg_c_waehrend_noch_geladen_wird(normen: Normen) -> None:
    """The signal comes when the first module of the command line is looked for."""
    programm = """
import runpy, signal, sys

class Abbruch:
    def find_spec(self, name, *_):
        if name == "normen.cli":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Abbruch())
runpy.run_module("normen", run_name="__main__")
"""
    lauf = subprocess.run(
        [sys.executable, "-c", programm, "werke"], env=normen.umgebung(), capture_output=True, encoding="utf-8", check=False
    )
    assert (lauf.returncode, lauf.stdout, lauf.stderr) == (130, "", "Abgebrochen.\n")


def test_vor_der_befehlszeile_wird_nichts_anderes_geladen() -> None:
    """Or else Ctrl-C in the meantime ends in a traceback."""
    programm = "import sys, normen; print(*(name for name in sys.modules if name.startswith(('normen', 'typing', 'click'))))"
    quelle = str(Path(paket.__file__).parents[1])
    lauf = subprocess.run(
        [sys.executable, "-S", "-c", programm], env={"PYTHONPATH": quelle}, capture_output=True, check=True
    )
    assert lauf.stdout.decode().split() == ["normen"]


def test_geschlossene_standardeingabe(normen: Normen) -> None:
    lauf = normen.starte(
        "refs", "-", vorher=lambda: os.close(0), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert lauf.communicate(timeout=60) == (
        "", "Fehler: Die Standardeingabe ist geschlossen.\nNennen Sie statt „-“ eine Datei.\n"
    )  # fmt: skip
    assert lauf.returncode == 2


def test_liest_nicht_von_der_standardeingabe(normen: Normen) -> None:
    """A command in a loop over lines must not eat the lines."""
    lauf = normen.starte("show", "§ 36 JVollzGB II", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert lauf.wait(timeout=60) == 0


def test_ohne_heimatordner(normen: Normen, tmp_path: Path) -> None:
    """A service without a home and without NORMEN_CACHE gets a message, not a traceback."""
    umgebung = {
        k: w for k, w in normen.umgebung({"HOME": "/proc/nirgends"}).items() if k not in ("NORMEN_CACHE", "XDG_CACHE_HOME")
    }
    lauf = subprocess.run(
        normen.befehl("werke"), env=umgebung, capture_output=True, encoding="utf-8", cwd=tmp_path, timeout=60, check=False
    )
    assert (lauf.returncode, lauf.stdout) == (2, "")
    assert lauf.stderr.startswith("Fehler: /proc/nirgends/")


def test_json_ist_dasselbe_wie_in_der_bibliothek(normen: Normen, wissen: Wissen) -> None:
    assert normen("applies", "§ 36 JVollzGB II", "--json").json == json.loads(
        json.dumps(maschine.geltung(wissen.geltung("§ 36 JVollzGB II")))
    )
