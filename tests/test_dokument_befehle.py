"""The commands that make documents, run as their users run them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from conftest import Normen
from normen.ressourcen import ordner

WIDERRUF, KOOPERATION = "widerruf-vollzugsoeffnender-massnahmen", "kooperationsvereinbarung-haftentlassung"


def _entwurf(normen: Normen, tmp_path: Path, aenderungen: dict[str, object]) -> list[str]:
    beispiel = json.loads((ordner("templates") / WIDERRUF / "beispiel.json").read_text(encoding="utf-8"))
    (tmp_path / "fall.json").write_text(json.dumps(beispiel | aenderungen), encoding="utf-8")
    lauf = normen("draft", WIDERRUF, "--data", "fall.json", "-o", "aus.docx", cwd=tmp_path)
    assert (lauf.code == 0) is (tmp_path / "aus.docx").exists()
    return (lauf.stdout + lauf.stderr).splitlines()


def test_der_bericht_nennt_was_nicht_ganz_zu_pruefen_war(normen: Normen, tmp_path: Path) -> None:
    zeilen = _entwurf(
        normen, tmp_path, {"ermessen": "Abgewogen wurde nach § 9 ff. JVollzGB III und § 68b StGB. Auch § 5 XyzG."}
    )
    assert zeilen[0] == "Geschrieben: aus.docx"
    assert zeilen[2] == (
        "Nur zum Teil geprüft: § 9 ff. JVollzGB III (§ 9 JVollzGB III gibt es; wie weit „ff.“ reicht, sagt das Zitat nicht)"
    )
    assert zeilen[3].endswith(", § 68b StGB")
    assert zeilen[4:] == ["Nicht aufgelöst: „§ 5 XyzG“ in ermessen (Das Werk „XyzG“ ist nicht bekannt)"]


def test_alle_fehler_auf_einmal(normen: Normen, tmp_path: Path) -> None:
    zeilen = _entwurf(normen, tmp_path, {"zeichen": "", "aktenkundig_am": "2030-01-01", "ermessen": "§ 999 JVollzGB III"})
    assert [zeile.split(": ")[0] for zeile in zeilen[1:-1]] == ["  - zeichen", "  - aktenkundig_am", "  - ermessen"]
    assert zeilen[-1] == f"Alle Felder zeigt: normen templates {WIDERRUF}"


def test_bericht_als_json(normen: Normen, tmp_path: Path) -> None:
    beispiel = json.loads((ordner("templates") / WIDERRUF / "beispiel.json").read_text(encoding="utf-8"))
    beispiel["ermessen"] = "Nach § 9 ff. JVollzGB III und Absatz 3."
    (tmp_path / "fall.json").write_text(json.dumps(beispiel), encoding="utf-16")
    bericht = normen("draft", WIDERRUF, "--data", "fall.json", "-o", "aus.docx", "--json", cwd=tmp_path).json
    assert bericht["citations"][0] == {"citation": "§ 9 Abs. 2 Nr. 2 JVollzGB III", "verified": True, "reservation": None}
    assert bericht["citations"][-1]["citation"] == "§ 9 ff. JVollzGB III"
    assert bericht["citations"][-1]["verified"] is False
    assert bericht["citations"][-1]["reservation"].startswith("§ 9 JVollzGB III gibt es;")
    assert [(offen["field"], offen["surface"]) for offen in bericht["unresolved"]] == [("ermessen", "Absatz 3")]


def test_jedes_beispiel_ist_zu_haben(normen: Normen) -> None:
    erstes = normen("templates", KOOPERATION, "--beispiel")
    assert "JVollzGB" in erstes.stdout
    assert "  Beispiele: --beispiel, --fall niedersachsen" in normen("templates").stdout.splitlines()
    anderes = normen("templates", KOOPERATION, "--fall", "niedersachsen")
    assert "NJVollzG" in anderes.stdout
    keines = normen("templates", KOOPERATION, "--fall", "hessen")
    assert (keines.code, keines.stderr) == (
        2,
        f"Fehler: Die Vorlage „{KOOPERATION}“ hat dieses Beispiel nicht.\nEs gibt: --beispiel, --fall niedersachsen\n",
    )


def test_die_felder_sagen_wovon_eine_liste_ist(normen: Normen) -> None:
    zeilen = normen("templates", KOOPERATION).stdout.splitlines()
    assert "[regionale_ergaenzungen] Ergänzungen für die Region – liste von Texten, freigestellt" in zeilen
    assert "  normen templates kooperationsvereinbarung-haftentlassung --fall niedersachsen" in zeilen
    assert "  Reihenfolge der Tage: vereinbarungsdatum ≤ gueltig_ab" in zeilen


def test_die_regeln_nennen_werte_und_jeden_grund_einmal(normen: Normen) -> None:
    zeilen = normen("templates", "haftkosten-mitteilung", env={"COLUMNS": "80"}).stdout.splitlines()
    regeln = zeilen[zeilen.index("Regeln zwischen den Feldern:") :]
    assert max(map(len, zeilen)) <= 80
    assert sum(zeile.startswith("  Nicht zusammen: rechtsfolge = „") for zeile in regeln) == 3
    assert regeln.count("    Dann unterbleibt die Kostenermittlung (§ 36 Satz 2 JVollzGB II).") == 1
    einzeln = normen("templates", "widerruf-ehrenamt").stdout.splitlines()
    assert "  Nicht: gelegenheit_gegeben = false" in einzeln


# --- templates of one's own


@pytest.fixture
def eigene(tmp_path: Path) -> Path:
    """A folder with two templates: a new one, and one with the name of one that ships."""
    for name in ("mein-bescheid", WIDERRUF):
        ziel = tmp_path / "vorlagen" / name
        shutil.copytree(ordner("templates") / WIDERRUF, ziel)
        toml = (ziel / "vorlage.toml").read_text(encoding="utf-8")
        neu = toml.replace('titel = "Widerruf', 'titel = "Unser Widerruf', 1)
        assert neu != toml
        (ziel / "vorlage.toml").write_text(neu, encoding="utf-8")
    return tmp_path / "vorlagen"


@pytest.mark.parametrize("weg", ["option", "umgebung"])
def test_eigene_vorlagen_kommen_dazu_und_gehen_vor(weg: str, normen: Normen, eigene: Path, tmp_path: Path) -> None:
    wahl = ["--vorlagen", str(eigene)] if weg == "option" else []
    env = {"NORMEN_VORLAGEN": str(eigene)} if weg == "umgebung" else {}
    liste = normen("templates", "--json", *wahl, env=env).json
    titel = {v["name"]: v["title"].split()[0] for v in liste}
    assert list(titel) == sorted(titel)
    assert {name: titel[name] for name in (KOOPERATION, "mein-bescheid", WIDERRUF)} == {
        KOOPERATION: "Kooperationsvereinbarung",
        "mein-bescheid": "Unser",
        WIDERRUF: "Unser",
    }
    fall = normen("templates", "mein-bescheid", "--beispiel", *wahl, env=env)
    (tmp_path / "fall.json").write_text(fall.stdout, encoding="utf-8")
    lauf = normen("draft", "mein-bescheid", "--data", "fall.json", "-o", "aus.docx", *wahl, env=env, cwd=tmp_path)
    assert (lauf.code, lauf.stderr) == (0, "")


def test_ordner_ohne_vorlagen(normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    lauf = normen("templates", "--vorlagen", "leer", cwd=tmp_path)
    assert (lauf.code, lauf.stderr) == (
        2,
        "Fehler: Im Ordner leer ist keine Vorlage.\nJede Vorlage ist darin ein Ordner mit vorlage.docx und vorlage.toml.\n",
    )
    lauf = normen("templates", env={"NORMEN_VORLAGEN": str(tmp_path / "nirgends")})
    assert lauf.code == 2
    assert lauf.stderr.endswith("/nirgends' gibt es nicht.\n")
