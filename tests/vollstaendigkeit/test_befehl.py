"""`normen lint` as its user calls it, and `normen draft`, which writes nothing that is not complete."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from docx import Document
from schreibtisch import ORDNER, geaendert, schreiben

from conftest import Normen
from normen.dokument import fuelle, lade_vorlage, lies_daten, pruefe
from normen.fehler import DatenFehler
from normen.ressourcen import ordner
from normen.wissen import Wissen

VERGLICHEN = ("--stand", "2026-12-31")
JUGEND = "jugendstrafe-widerruf"
WIDERRUF = ordner("templates") / "widerruf-vollzugsoeffnender-massnahmen"


def test_gut_und_schlecht_in_einem_aufruf(normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "schlecht.txt").write_text(geaendert(schreiben(JUGEND), "zwei Wochen", "eines Monats"), encoding="utf-8")
    shutil.copy(ORDNER / f"{JUGEND}.txt", tmp_path / "gut.txt")
    gut = normen("lint", "gut.txt", *VERGLICHEN, cwd=tmp_path)
    beide = normen("lint", "gut.txt", "schlecht.txt", *VERGLICHEN, cwd=tmp_path)
    assert (gut.code, gut.stdout.count("Keine Befunde.")) == (0, 1)
    assert (beide.code, beide.stdout.count("Keine Befunde."), beide.stdout.count("1 Befund.")) == (1, 1, 1)
    assert beide.stdout.index("gut.txt") < beide.stdout.index("schlecht.txt") < beide.stdout.index("Frist: passt nicht")


def test_json_nennt_befunde_und_gefundenes(normen: Normen) -> None:
    lauf = normen("lint", "-", "--json", *VERGLICHEN, stdin=geaendert(schreiben(JUGEND), "zwei Wochen", "eines Monats"))
    (dokument,) = lauf.json["documents"]
    assert lauf.code == 1
    assert (dokument["file"], dokument["regime"], dokument["date"]) == ("Eingabe", "jugendstrafe", "2026-05-05")
    (befund,) = dokument["findings"]
    assert (befund["part"], befund["finding"]) == ("rechtsbehelfsfrist", "wrong")
    assert befund["place"] == "unter „Rechtsbehelfsbelehrung“, „Gegen diesen Bescheid können Sie innerhalb …“"
    assert befund["source"] == "§ 92 Abs. 1 Satz 2 JGG, § 112 Abs. 1 StVollzG"
    assert {"behoerde", "unterschrift"} <= {v["part"] for v in dokument["present"]}


def test_was_nicht_lesbar_ist_haelt_die_anderen_nicht_auf(normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "kaputt.docx").write_bytes(b"PK\3\4 kein Archiv")
    (tmp_path / "alt.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "buch.txt").write_text("Der Bescheid. " * 20_000, encoding="utf-8")
    shutil.copy(ORDNER / f"{JUGEND}.txt", tmp_path / "gut.txt")
    unlesbar = ("kaputt.docx", "alt.doc", "buch.txt", "nix.txt", ".")
    lauf = normen("lint", *unlesbar, "gut.txt", *VERGLICHEN, cwd=tmp_path)
    assert (lauf.code, lauf.stdout.count("Keine Befunde.")) == (2, 1)
    assert [z.split(":")[1].strip() for z in lauf.stderr.splitlines() if z.startswith("Fehler:")] == list(unlesbar)
    dokumente = normen("lint", *unlesbar, "gut.txt", "--json", *VERGLICHEN, cwd=tmp_path).json["documents"]
    assert [d["file"] for d in dokumente] == [*unlesbar, "gut.txt"]
    assert [bool(d["error"]) for d in dokumente] == [True] * len(unlesbar) + [False]


@pytest.mark.parametrize(
    ("argumente", "meldung"),
    [
        (("nix.txt",), "Fehler: nix.txt: Die Datei ist nicht lesbar (gibt es nicht).\nPrüfen Sie Namen und Leserechte."),
        ((), "Es fehlt das Argument 'DATEI...'."),
        (("a.pdf",), "Dateien mit der Endung .pdf werden nicht gelesen."),
        (("a.pdf", "--type", "docx"), "Die Datei ist kein lesbares Word-Dokument"),
        (("-", "--vollzugsart", "haft"), "Ungültiger Wert für '--vollzugsart'"),
        (("-", "--datum", "gestern"), "„gestern“ ist kein Tag; zum Beispiel 2026-03-12 oder 12.03.2026."),
        (("-", "--stand", "31.02.2026"), "„31.02.2026“ ist kein Tag; zum Beispiel 2026-03-12 oder 12.03.2026."),
        (("-", "--stand", "2024-09-30"), "--stand 30.09.2024 liegt vor dem Stand der Regeln (01.10.2024)."),
        (("-", "--stand-ab", "2.10.2024"), "--stand-ab 02.10.2024 liegt nach dem Stand der Regeln (01.10.2024)."),
    ],
)
def test_falsche_aufrufe_sagen_was_nicht_stimmt(
    argumente: tuple[str, ...], meldung: str, normen: Normen, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    lauf = normen("lint", *argumente, cwd=tmp_path)
    assert (lauf.code, lauf.stdout) == (2, "")
    assert meldung in lauf.stderr


def test_fremde_worte_steuern_kein_terminal(normen: Normen) -> None:
    """Headings and words of a stranger's file are quoted; none of their control characters reaches the terminal."""
    text = geaendert(schreiben(JUGEND), "Begründung\n", "# Zum \x1b[31mVorfall\x9b\n\n# \x1b]0;Titel\x07\n")
    text = geaendert(text, "zwei Wochen", "14\x1b[2J Monaten")
    lauf = normen("lint", "-", *VERGLICHEN, stdin=text)
    assert "␛[31mVorfall" in lauf.stdout
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", lauf.stdout)


def test_das_terminal_nennt_dieselben_stellen_wie_json(normen: Normen) -> None:
    text = schreiben(JUGEND)
    gezeigt = " ".join(normen("lint", "-", *VERGLICHEN, stdin=text).stdout.split())
    (dokument,) = normen("lint", "-", "--json", *VERGLICHEN, stdin=text).json["documents"]
    assert len(dokument["present"]) > 10
    for vorhanden in dokument["present"]:
        assert f": {' '.join(vorhanden['place'].split())}" in gezeigt


def ohne_absatz(worddatei: Path, anfang: str) -> None:
    """Take the paragraphs that begin so out of a Baustein, which has one for each Vollzugsart."""
    dokument = Document(str(worddatei))
    gefunden = [p for p in dokument.paragraphs if p.text.startswith(anfang)]
    assert gefunden
    for absatz in gefunden:
        absatz._element.getparent().remove(absatz._element)
    dokument.save(str(worddatei))


@pytest.mark.parametrize(
    ("anfang", "meldung"),
    [
        ("Der Antrag muss binnen", "Die Frist fehlt: zwei Wochen. (§ 112 Abs. 1 StVollzG)"),
        ("Rechtsbehelfsbelehrung", "Die Belehrung hat keine Überschrift."),
        ("Gegen diesen Bescheid", "Die Belehrung nennt den Rechtsbehelf nicht"),
    ],
)
def test_ein_unvollstaendiger_bescheid_wird_nicht_geschrieben(
    anfang: str, meldung: str, wissen: Wissen, tmp_path: Path
) -> None:
    ort = tmp_path / "vorlagen" / WIDERRUF.name
    shutil.copytree(WIDERRUF, ort)
    shutil.copytree(WIDERRUF.parent / "bausteine", ort.parent / "bausteine")
    ohne_absatz(ort.parent / "bausteine" / "rechtsbehelf" / "baustein.docx", anfang)
    vorlage, ziel = lade_vorlage(ort), tmp_path / "aus.docx"
    daten = pruefe(vorlage, lies_daten(ort / "beispiel.json"), wissen)
    with pytest.raises(DatenFehler) as gefangen:
        fuelle(vorlage, daten, wissen, ziel)
    assert any(meldung in problem for problem in gefangen.value.probleme)
    assert not ziel.exists()


def test_was_zu_pruefen_ist_steht_im_bericht_und_haelt_nicht_auf(wissen: Wissen, tmp_path: Path) -> None:
    vorlage, ziel = lade_vorlage(WIDERRUF), tmp_path / "aus.docx"
    roh = dict(lies_daten(WIDERRUF / "beispiel.json")) | {"ermessen": "So war zu entscheiden."}
    ergebnis = fuelle(vorlage, pruefe(vorlage, roh, wissen), wissen, ziel)
    assert ziel.exists()
    assert [f.teil for f in ergebnis.bericht.feststellungen] == ["ermessen"]
    assert ergebnis.bericht.maengel == ()
