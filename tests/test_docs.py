"""The documentation tells the truth: examples run and print what they show, tables equal the code, nothing is left out."""

from __future__ import annotations

import ast
import doctest
import importlib
import json
import re
import re._constants as op
import re._parser as parser
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

import normen as paket
from conftest import Ausgabe, Normen
from normen import lies_zitat
from normen.cli import gruppe
from normen.einheit import Eintrag
from normen.ressourcen import ordner
from normen.schreibweise import SCHREIBWEISEN
from normen.verweis import finder, kette
from normen.wissen import Wissen
from normen.zitatleser import _Leser

DOCS = Path(__file__).parents[1] / "docs"
SCHREIBEN = Path(__file__).parent / "vollstaendigkeit" / "schreiben"
QUELLE = Path(paket.__file__).parent
#: An example of a command: the line typed, the exit code if it is not 0, and what is shown of the output.
BEISPIEL = re.compile(
    r"""
    ^\$\ (?P<zeile> normen\b [^\n]*? )
    (?: \ \ \#\ Ausgang\ (?P<code> \d+ ) )? \n
    (?P<ausgabe> (?: (?!\$\ ) .*\n )* )
    """,
    re.MULTILINE | re.VERBOSE,
)
#: A file that examples work on: its name, and what stands in it.
DATEI = re.compile(r"^```{code-block} \w+\n:caption: (\S+)\n\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: What the README types before a command, to set it up first.
EINRICHTUNG = re.compile(r"(?<=^\$ )python3 -m pip install .+ && \.uv/bin/uv run -q (?:--no-dev )?", re.MULTILINE)


def seite(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def zeilen_der_tabelle(name: str, *, unter: str) -> list[list[str]]:
    """Return the cells of the first table below a heading, without its first two lines, code marks taken off."""
    abschnitt = seite(name).split(f"\n## {unter}\n")[1].split("\n## ")[0]
    tabelle = [zeile for zeile in abschnitt.splitlines() if zeile.startswith("|")][2:]
    return [[zelle.strip().replace(r"\|", "|") for zelle in re.split(r"(?<!\\)\|", zeile)[1:-1]] for zeile in tabelle]


# Commands


def befehle(befehl: click.Command, pfad: tuple[str, ...] = ("normen",)) -> Iterator[tuple[str, click.Command]]:
    yield " ".join(pfad), befehl
    if isinstance(befehl, click.Group):
        kontext = click.Context(befehl)
        for name in befehl.list_commands(kontext):
            unterbefehl = befehl.get_command(kontext, name)
            assert unterbefehl is not None
            yield from befehle(unterbefehl, (*pfad, name))


ALLE_BEFEHLE = dict(befehle(gruppe))


def abschnitt(befehl: str) -> str:
    """Return what befehle.md says on a command, to the next heading of its level or above."""
    titel = "## Was für alle Befehle gilt" if befehl == "normen" else f"{'#' * len(befehl.split())} {befehl}"
    _, gefunden, danach = seite("befehle").partition(f"\n{titel}\n")
    assert gefunden, f"befehle.md: {titel}"
    return re.split(rf"\n#{{2,{titel.index(' ')}}} (?!JSON)", danach)[0]


@pytest.mark.parametrize("befehl", ALLE_BEFEHLE)
def test_jede_option_steht_im_abschnitt_ihres_befehls(befehl: str) -> None:
    optionen = [p for p in ALLE_BEFEHLE[befehl].params if isinstance(p, click.Option)]
    schreibungen = [name for option in optionen for name in (*option.opts, *option.secondary_opts)]
    assert [name for name in schreibungen if not re.search(rf"`{name}\b", abschnitt(befehl))] == []


@pytest.mark.parametrize(("name", "mindestens"), [("befehle", 10), ("handbuch", 10), ("../README", 5)])
def test_jedes_beispiel_laeuft_und_gibt_aus_was_dasteht(name: str, mindestens: int, normen: Normen, tmp_path: Path) -> None:
    for datei, inhalt in DATEI.findall(seite(name)):
        (tmp_path / datei).write_text(inhalt, encoding="utf-8")
    text = EINRICHTUNG.sub("", seite(name))
    bloecke = re.findall(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    beispiele = [treffer for block in bloecke for treffer in BEISPIEL.finditer(block)]
    zeilen = [zeile for block in bloecke for zeile in block.splitlines() if zeile.startswith("$ ")]
    assert len(beispiele) == sum(zeile != "$ pytest" for zeile in zeilen) >= mindestens
    for beispiel in beispiele:
        lauf = ausgefuehrt(normen, beispiel["zeile"], tmp_path)
        assert (beispiel["zeile"], lauf.code) == (beispiel["zeile"], int(beispiel["code"] or 0)), lauf.stderr
        assert fehlendes(beispiel["ausgabe"], lauf.stdout + lauf.stderr) == "", beispiel["zeile"]


def ausgefuehrt(normen: Normen, zeile: str, ordner: Path) -> Ausgabe:
    worte = shlex.split(zeile)[1:]
    if ">" not in worte:
        return normen(*worte, cwd=ordner)
    *befehl, _, datei = worte
    lauf = normen(*befehl, cwd=ordner)
    (ordner / datei).write_text(lauf.stdout, encoding="utf-8")
    return Ausgabe(lauf.code, "", lauf.stderr)


def fehlendes(gezeigt: str, wirklich: str) -> str:
    """Return the first piece between ellipses that does not stand in the real output, in order; white space is one."""
    rest = " ".join(wirklich.split())
    anfang = True
    for stueck in (" ".join(teil.split()) for teil in gezeigt.split("…")):
        stelle = rest.find(stueck)
        if stelle < 0 or (anfang and stelle > 0):
            return stueck
        rest, anfang = rest[stelle + len(stueck) :], False
    return "" if gezeigt.rstrip().endswith("…") else rest


def felder(daten: Any) -> set[str]:
    """Return all keys in JSON; a JSON Schema has keys of its own and is left out."""
    if isinstance(daten, list):
        return {feld for teil in daten for feld in felder(teil)}
    if not isinstance(daten, dict):
        return set()
    return set(daten) | {feld for name, teil in daten.items() if name != "schema" for feld in felder(teil)}


@pytest.mark.parametrize(
    ("befehl", "argumente"),
    [
        ("normen show", ("VV zu § 9 JVollzGB III", "--json")),
        ("normen show", ("§ 9 JVollzGB III", "--json")),
        ("normen search", ("Widerruf", "--json")),
        ("normen applies", ("JVollzGB II", "--json")),
        ("normen affects", ("§ 48 JVollzGB III", "--json")),
        ("normen reading", ("§ 17 JVollzGB II", "--json")),
        ("normen reading", ("§ 9 Abs. 2 JVollzGB III", "--json")),
        ("normen compare", ("§ 80 JVollzGB III", "--json")),
        ("normen cites", ("JVollzGB I", "--json")),
        ("normen cited-by", ("§ 48 JVollzGB III", "--json")),
        ("normen check", ("--json",)),
        ("normen lint", (str(SCHREIBEN / "sozialverwaltung-aufhebung.txt"), "--json")),
        ("normen werke", ("--json",)),
        ("normen templates", ("--json",)),
        ("normen export units", ()),
        ("normen export references", ()),
    ],
)
def test_jedes_feld_im_json_ist_erklaert(befehl: str, argumente: tuple[str, ...], normen: Normen) -> None:
    lauf = normen(*befehl.split()[1:], *argumente)
    gefunden = felder(json.loads(lauf.stdout) if argumente else lauf.zeilen)
    if befehl in ("normen show", "normen reading", "normen compare"):
        gefunden -= felder(json.loads(normen("werke", "--json").stdout))
    if {"from", "to"} <= gefunden:
        assert '{"from": …, "to": …}' in abschnitt(befehl)
        gefunden -= {"from", "to"}
    assert [feld for feld in sorted(gefunden) if f"`{feld}`" not in abschnitt(befehl)] == []


# Citations


def schreibungen(teile: Any) -> list[str]:
    """Spell out a regular expression; what only looks ahead or around has no spelling."""
    alle = [""]
    for art, wert in teile:
        match art:
            case op.LITERAL:
                hier = [chr(wert)]
            case op.BRANCH:
                hier = [wort for zweig in wert[1] for wort in schreibungen(zweig)]
            case op.SUBPATTERN:
                hier = schreibungen(wert[3])
            case op.MAX_REPEAT:
                hier = schreibungen(wert[2]) if wert[0] else ["", *schreibungen(wert[2])]
            case op.IN:
                hier = [" " if klasse is op.CATEGORY else chr(zeichen) for klasse, zeichen in wert]
            case _:
                hier = [""]
        alle = [vorn + hinten for vorn in alle for hinten in hier]
    return alle


def test_tabelle_der_schreibweisen_ist_die_des_programms() -> None:
    kopf = "| Written | In letters | Read, in capitals or not | In ids |\n| --- | --- | --- | --- |\n"
    gelesen = {s.ebene: ", ".join(f"`{wort}`" for wort in schreibungen(parser.parse(s.muster))) for s in SCHREIBWEISEN}
    tabelle = kopf + "".join(f"| `{s.kurz}` | `{s.lang}` | {gelesen[s.ebene]} | `{s.kennung}` |\n" for s in SCHREIBWEISEN)
    assert tabelle in seite("zitate"), f"In docs/zitate.md gehört:\n\n{tabelle}"


def test_die_grammatik_ist_die_des_programms() -> None:
    docstrings = [methode.__doc__ for methode in vars(_Leser).values() if getattr(methode, "__doc__", None)]
    produktionen = [text for text in docstrings if " := " in text]
    assert len(produktionen) > 8
    assert [zeile[0].strip("`") for zeile in zeilen_der_tabelle("zitate", unter="Grammar")] == produktionen


def gefaltet(text: str) -> str:
    """White space folded: a citation may run over the end of a line."""
    return " ".join(text.split())


def im_korpus(wissen: Wissen, beispiel: str, ort: str) -> Eintrag | None:
    """Return the Einheit that an example is said to stand in, after making sure; ``None`` for a constructed one."""
    texte = {datei.name: datei.read_text(encoding="utf-8") for datei in ordner("corpus").glob("*.txt")}
    if ort.startswith("constructed"):
        assert not any(beispiel in gefaltet(text) for text in texte.values()), f"{beispiel} steht im Korpus"
        return None
    einheit = wissen.finde(ort.strip("`"))
    zeilen = texte[einheit.datei].splitlines()[einheit.zeile_von - 1 : einheit.zeile_bis]
    assert beispiel in gefaltet("\n".join(zeilen)), f"{beispiel} steht nicht in {ort}"
    return einheit


def test_die_beispiele_der_grammatik_werden_so_gelesen(wissen: Wissen) -> None:
    for _, beispiel, gelesen, ort in zeilen_der_tabelle("zitate", unter="Grammar"):
        eingabe = beispiel.strip("`")
        im_korpus(wissen, eingabe, ort)
        zitat = lies_zitat(eingabe, wissen.register.kurzname)
        assert f"`{zitat}`" == gelesen
        assert lies_zitat(str(zitat)) == zitat
        werk = wissen.register.werk(zitat.werk)
        assert werk is not None
        if werk.geladen:
            wissen.finde(str(zitat))


def ketten() -> list[list[str]]:
    return zeilen_der_tabelle("zitate", unter="Chains, production by production")


def test_jede_produktion_der_ketten_hat_ein_beispiel() -> None:
    docstrings = [m.__doc__ for klasse in (kette._Leser, finder.Finder) for m in vars(klasse).values() if m.__doc__]
    produktionen = [text.splitlines()[0] for text in docstrings if " := " in text.splitlines()[0]]
    worte = {
        f'{name}: "{wort}"'
        for name, rechts in re.findall(r"^ *(trenner|folgende) *:= (.+)$", kette.__doc__ or "", re.MULTILINE)
        for wort in re.findall(r'"(.+?)"', rechts)
    }
    assert (len(produktionen) > 8, len(worte) > 8) == (True, True)
    genannt = [zeile[0].strip("`") for zeile in ketten()]
    assert (sorted(genannt), len(set(genannt))) == (sorted({*produktionen, *worte}), len(genannt))


def test_die_beispiele_der_ketten_werden_so_gelesen(wissen: Wissen) -> None:
    """Each is read where it stands: in the whole text of its Einheit."""
    for _, beispiel, gelesen, ort in ketten():
        einheit = im_korpus(wissen, beispiel.strip("`"), ort)
        kontext = einheit.zitat if einheit else "".join(re.findall("`(.+)`", ort))
        text = einheit.text if einheit else beispiel.strip("`")
        gefunden = wissen.verweise(text, wissen.zitat(kontext) if kontext else None)
        (verweis,) = [v for v in gefunden if text[v.ab : v.bis] == beispiel.strip("`")]
        ziele = [f"`{g.ziel}`" for g in verweis.ziele] + [f"except `{g.ziel}`" for g in verweis.ausnahmen]
        assert (beispiel, ", ".join(ziele)) == (beispiel, gelesen)


def test_die_grammatik_der_ketten_ist_die_des_programms() -> None:
    grammatik = [zeile[4:] for zeile in (kette.__doc__ or "").splitlines() if zeile.startswith("    ")]
    assert len(grammatik) > 4
    assert "\n".join(grammatik) in seite("zitate")


def test_die_beispiele_im_fliesstext_werden_so_gelesen(wissen: Wissen) -> None:
    for text, kontext, gelesen in zeilen_der_tabelle("zitate", unter="In running text"):
        gefunden = wissen.verweise(text.strip("`"), wissen.zitat(kontext.strip("`")) if kontext else None)
        assert ", ".join(f"`{g.ziel}`" for verweis in gefunden for g in verweis.ziele) == gelesen


def test_die_kennungen_stimmen(wissen: Wissen) -> None:
    for zitat, kennung in zeilen_der_tabelle("zitate", unter="Ids"):
        assert wissen.register.kennung(wissen.zitat(zitat.strip("`"))) == kennung.strip("`")


# Code

#: All that `dokument` may import of the package.
VON_DOKUMENT = set(
    (
        "ablage bescheid dokument fehler norm normquelle pruefsumme rechengroessen rechnen ressourcen schreibweise"
        " schriftstueck unterschied verweis verweisung vollstaendigkeit zitat zitatleser"
    ).split()
)


def test_die_api_ist_vollstaendig() -> None:
    genannt = re.findall(r"^\.\. (?:auto\w+|py:type):: (\w+)$", seite("api"), re.MULTILINE)
    assert sorted(genannt) == sorted(paket.__all__)


def test_die_oberste_ebene_gibt_genau_diese_namen() -> None:
    assert sorted(paket._MODUL) == sorted(paket.__all__)
    for name, modul in paket._MODUL.items():
        assert getattr(paket, name) is getattr(importlib.import_module(f"normen.{modul}"), name)
    with pytest.raises(AttributeError, match="has no attribute 'nichts'"):
        _ = paket.nichts


@pytest.mark.usefixtures("gebaut")
def test_das_beispiel_der_api_gibt_aus_was_dasteht() -> None:
    fehler, beispiele = doctest.testfile(str(DOCS / "api.md"), module_relative=False, encoding="utf-8")
    assert (fehler, beispiele) == (0, 10)


@pytest.mark.parametrize("name", sorted(datei.stem for datei in DOCS.glob("*.md")))
def test_jeder_name_im_code_den_eine_seite_nennt_besteht(name: str) -> None:
    for pfad in sorted(set(re.findall(r"`(normen(?:\.\w+)+)`", seite(name)))):
        assert besteht(pfad), pfad


def besteht(pfad: str) -> bool:
    modul, namen = pfad, list[str]()
    while True:
        try:
            dort: Any = importlib.import_module(modul)
            break
        except ModuleNotFoundError:
            modul, _, letzter = modul.rpartition(".")
            namen.insert(0, letzter)
    for name in namen:
        if not hasattr(dort, name):
            return name == namen[-1] and name in getattr(dort, "__annotations__", {})
        dort = getattr(dort, name)
    return True


def test_importe_gehen_nur_nach_oben_wie_die_tabelle_der_schichten_sagt() -> None:
    schichten = [re.findall(r"`(\w+)`", zeile[1]) for zeile in zeilen_der_tabelle("architecture", unter="Layers")]
    tiefe = {modul: nr for nr, module in enumerate(schichten) for modul in module}
    dateien = {datei.relative_to(QUELLE).with_suffix("").parts[0]: None for datei in QUELLE.rglob("*.py")}
    assert set(tiefe) == set(dateien) - {"__init__", "__main__"}
    verstoesse = [
        f"{datei.relative_to(QUELLE)} -> {ziel}"
        for datei in QUELLE.rglob("*.py")
        if (modul := datei.relative_to(QUELLE).with_suffix("").parts[0]) in tiefe
        for ziel in importe(datei)
        if tiefe.get(ziel, len(schichten)) > tiefe[modul] or (modul == "dokument" and ziel not in VON_DOKUMENT)
    ]
    assert verstoesse == []


def importe(datei: Path) -> set[str]:
    """Return the modules of the package, by their first name, that a file imports; the package itself is "normen"."""
    ort = ("normen", *datei.relative_to(QUELLE).parent.parts)
    ziele: set[str] = set()
    for knoten in ast.walk(ast.parse(datei.read_text(encoding="utf-8"))):
        if isinstance(knoten, ast.Import):
            ziele |= {name.name for name in knoten.names}
        elif isinstance(knoten, ast.ImportFrom):
            basis = ".".join(ort[: len(ort) - knoten.level + 1]) if knoten.level else ""
            modul = ".".join(filter(None, (basis, knoten.module)))
            ziele |= {f"{modul}.{name.name}" for name in knoten.names} if modul == "normen" else {modul}
    return {ziel.split(".")[1] if "." in ziel else ziel for ziel in ziele if ziel.split(".")[0] == "normen"}
