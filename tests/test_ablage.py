"""A document put in its place: whole or not at all, with the permissions of the old one, the same bytes each time."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Normen
from normen.ablage import pruefe_ziel, schreibe
from normen.fehler import NormenFehler

RAT = (
    "Prüfen Sie Schreibrecht und Speicherplatz, und ob die Datei noch in Word geöffnet ist; oder nennen Sie mit -o einen "
    "anderen Ordner."
)


@pytest.mark.parametrize(
    ("ziel", "meldung"),
    [
        ("nirgends/aus.docx", "Den Zielordner gibt es nicht."),
        ("aus.pdf", "Ein Word-Dokument endet auf .docx."),
        ("aus", "Ein Word-Dokument endet auf .docx."),
        ("ordner.docx", "An dieser Stelle steht ein Ordner."),
    ],
)
def test_ziel_taugt_nicht(ziel: str, meldung: str, tmp_path: Path) -> None:
    (tmp_path / "ordner.docx").mkdir()
    with pytest.raises(NormenFehler) as gefangen:
        pruefe_ziel(tmp_path / ziel, ".docx", "Ein Word-Dokument")
    assert gefangen.value.meldung == meldung
    assert os.listdir(tmp_path) == ["ordner.docx"]


def test_ein_neues_dokument_ersetzt_das_alte(tmp_path: Path) -> None:
    schreibe(tmp_path / "aus.docx", b"alt")
    schreibe(tmp_path / "aus.docx", b"neu")
    assert (tmp_path / "aus.docx").read_bytes() == b"neu"
    assert os.listdir(tmp_path) == ["aus.docx"]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize("rechte", [0o600, 0o640, 0o664])
def test_wer_das_alte_nicht_lesen_konnte_kann_auch_das_neue_nicht_lesen(rechte: int, tmp_path: Path) -> None:
    ziel = tmp_path / "aus.docx"
    ziel.write_bytes(b"alt")
    ziel.chmod(rechte)
    schreibe(ziel, b"neu")
    assert stat.S_IMODE(ziel.stat().st_mode) == rechte


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_eine_neue_datei_hat_die_rechte_die_das_system_neuen_gibt(tmp_path: Path) -> None:
    vorher = os.umask(0o027)
    try:
        schreibe(tmp_path / "aus.docx", b"neu")
    finally:
        os.umask(vorher)
    assert stat.S_IMODE((tmp_path / "aus.docx").stat().st_mode) == 0o640


def test_eine_verknuepfung_bleibt_und_ihr_ziel_wird_ersetzt(tmp_path: Path) -> None:
    (tmp_path / "akte").mkdir()
    (tmp_path / "akte" / "wirklich.docx").write_bytes(b"alt")
    (tmp_path / "aus.docx").symlink_to("akte/wirklich.docx")
    schreibe(tmp_path / "aus.docx", b"neu")
    assert (tmp_path / "aus.docx").is_symlink()
    assert (tmp_path / "akte" / "wirklich.docx").read_bytes() == b"neu"
    assert os.listdir(tmp_path / "akte") == ["wirklich.docx"]


@pytest.mark.parametrize(
    ("nummer", "grund"),
    [(errno.EACCES, "das Recht dazu fehlt"), (errno.EROFS, "der Datenträger ist schreibgeschützt")],
)
def test_ordner_ohne_schreibrecht_nennt_die_getippte_datei(
    nummer: int, grund: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def verweigert(pfad: Path, *_: object, **__: object) -> None:
        raise OSError(nummer, "no", str(pfad))

    monkeypatch.setattr(os, "open", verweigert)
    monkeypatch.setattr(os, "unlink", verweigert)
    with pytest.raises(NormenFehler) as gefangen:
        schreibe(tmp_path / "aus.docx", b"neu")
    assert str(gefangen.value) == f"{tmp_path / 'aus.docx'}: Die Datei lässt sich nicht schreiben: {grund}.\n{RAT}"


def test_zu_langer_name(tmp_path: Path) -> None:
    with pytest.raises(NormenFehler, match="der Name ist zu lang"):
        schreibe(tmp_path / ("x" * 300 + ".docx"), b"neu")
    assert os.listdir(tmp_path) == []


def test_volle_platte_laesst_das_alte_dokument_stehen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schreibe(tmp_path / "aus.docx", b"alt")

    def voll(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", voll)
    with pytest.raises(NormenFehler, match="der Datenträger ist voll"):
        schreibe(tmp_path / "aus.docx", b"neu")
    assert (tmp_path / "aus.docx").read_bytes() == b"alt"
    assert os.listdir(tmp_path) == ["aus.docx"]


def test_derselbe_fall_gibt_dieselben_bytes(normen: Normen, tmp_path: Path) -> None:
    """In processes of their own, at another time, with sets in another order."""
    name = "widerruf-vollzugsoeffnender-massnahmen"
    (tmp_path / "fall.json").write_text(normen("templates", name, "--beispiel").stdout, encoding="utf-8")
    entwuerfe = []
    for zahl in ("0", "1"):
        umgebung = normen.umgebung({"PYTHONHASHSEED": zahl, "TZ": f"UTC{zahl}"})
        befehl = [sys.executable, "-m", "normen", "draft", name, "--data", "fall.json", "-o", f"{zahl}.docx"]
        subprocess.run(befehl, cwd=tmp_path, env=umgebung, check=True, capture_output=True, timeout=120)
        entwuerfe.append((tmp_path / f"{zahl}.docx").read_bytes())
    assert entwuerfe[0] == entwuerfe[1]
    assert b"\x00\x00!\x00" in entwuerfe[0]  # the first day a ZIP file can name: 1 January 1980, midnight
