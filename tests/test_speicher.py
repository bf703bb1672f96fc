"""The knowledge base on disk: it loses nothing, it is whole or not there, and it says what is wrong and what helps."""

from __future__ import annotations

import gc
import hashlib
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import Ausgabe, Normen
from normen.einheit import Einheit
from normen.fehler import KorpusFehler, SpeicherFehler
from normen.korpus import lade_korpus
from normen.ressourcen import ordner
from normen.speicher import Speicher
from normen.wissen import Wissen, baue

KORPUS = ordner("corpus")
AV = "nw-av-forensische-ambulanzen-2024-12-03.txt"
FRAGE = ("show", "§ 36 JVollzGB II")
ANTWORT = "Nach rechtskräftiger Verurteilung von Untersuchungsgefangenen"
RAT = "Prüfen Sie freien Platz und Schreibrechte, oder wählen Sie mit NORMEN_CACHE einen anderen Ordner."
#: What OS and SQLite say in English; none of it belongs into a German message.
ENGLISCH = re.compile(
    r"\b(no such|file exists|directory|disk|is full|error|denied|malformed|not a database)\b", re.IGNORECASE
)


@pytest.fixture
def kleiner_korpus(tmp_path: Path) -> Path:
    """A corpus of one short text, quick to build."""
    ziel = tmp_path / "korpus"
    ziel.mkdir()
    shutil.copy(KORPUS / AV, ziel)
    eintrag = next(t for t in (KORPUS / "manifest.toml").read_text().split("[[datei]]\n") if f'name = "{AV}"' in t)
    (ziel / "manifest.toml").write_text(f"[[datei]]\n{eintrag}")
    return ziel


@pytest.fixture
def leer(tmp_path: Path) -> Path:
    """An empty folder for a cache."""
    (tmp_path / "cache").mkdir()
    return tmp_path / "cache"


def _gebaute(wo: Path) -> list[str]:
    return sorted(p.name for p in wo.iterdir() if p.suffix == ".sqlite")


def _ist_ganz(datei: Path) -> bool:
    """Whether a file is a whole knowledge base, by SQLite's own check and by the last thing written."""
    db = sqlite3.connect(f"file:{datei}?mode=ro", uri=True)
    try:
        heil = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return heil and db.execute("SELECT count(*) FROM suche").fetchone()[0] > 0
    finally:
        db.close()


def _beantwortet(ausgabe: Ausgabe) -> bool:
    return ausgabe.code == 0 and ANTWORT in ausgabe.stdout and not ausgabe.stderr


# --- nothing is lost


@pytest.fixture(scope="module")
def gelesen() -> dict[str, Einheit]:
    return {werk.zitat.werk: werk for g in lade_korpus(KORPUS).lies() for werk in g.werke}


@pytest.mark.parametrize(
    "werk",
    [
        "JVollzGB I",
        "JVollzGB II",
        "JVollzGB III",
        "JVollzGB IV",
        "JVollzGB V",
        "VwV JVollzGB",
        "JVollzVergO",
        "AV ForAmb NRW",
    ],
)
def test_geschriebener_baum_ist_gelesener_baum(wissen: Wissen, gelesen: dict[str, Einheit], werk: str) -> None:
    """Equal as values: citations, texts, and the line and column of every piece of text."""
    wurzel = wissen.speicher.eintrag(werk)
    assert wurzel is not None
    assert wissen.speicher.baum(wurzel) == gelesen[werk]


def test_alle_einheiten_stehen_in_der_reihenfolge_des_textes(wissen: Wissen, gelesen: dict[str, Einheit]) -> None:
    eintraege = list(wissen.speicher.alle())
    assert [e.zitat for e in eintraege] == [str(e.zitat) for werk in gelesen.values() for e in werk.alle()]
    assert [e.nr for e in eintraege] == list(range(1, len(eintraege) + 1))


def test_einheiten_zeigen_auf_ihre_eltern_und_umfassen_was_unter_ihnen_steht(wissen: Wissen) -> None:
    eintraege = {e.nr: e for e in wissen.speicher.alle()}
    for e in eintraege.values():
        assert e.nr <= e.letzte
        if e.eltern is not None:
            oben = eintraege[e.eltern]
            assert oben.nr < e.nr <= e.letzte <= oben.letzte


def test_jede_stelle_zeigt_auf_genau_diese_zeichen_der_quelle(gelesen: dict[str, Einheit]) -> None:
    """Checked on what was read; that it is stored the same is checked above."""
    quellen = {datei.name: (KORPUS / datei.name).read_text().split("\n") for datei in lade_korpus(KORPUS).dateien}
    zeilen = quellen["bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt"]
    for werk, baum in gelesen.items():
        quelle = quellen[AV] if werk == "AV ForAmb NRW" else zeilen
        for text in (t for e in baum.alle() for t in e.eigene_texte()):
            for s in text.stuecke:
                gedruckt = quelle[s.zeile - 1][s.spalte - 1 : s.spalte - 1 + s.laenge]
                assert gedruckt == text.inhalt[s.ab : s.ab + s.laenge]


def test_jede_verweisung_steht_in_ihrer_einheit(wissen: Wissen) -> None:
    for nr, v in wissen.speicher.verweisungen():
        eintrag = wissen.speicher.nach_nummer(nr)
        assert str(v.quelle) == eintrag.zitat
        assert v.text == eintrag.text[v.ab : v.bis].strip()
        assert eintrag.zeile_von <= v.zeile <= eintrag.zeile_bis


def test_unbekannte_nummer_und_unbekanntes_zitat(wissen: Wissen) -> None:
    assert wissen.speicher.eintrag("§ 999 JVollzGB III") is None
    with pytest.raises(KeyError):
        wissen.speicher.nach_nummer(10**6)


# --- built by itself, in its place, when it must be


def test_baut_sich_beim_ersten_aufruf_und_nur_dann(kleiner_korpus: Path, tmp_path: Path) -> None:
    erster = baue(kleiner_korpus, tmp_path / "neu" / "tief")
    stand = erster.stat()
    assert _ist_ganz(erster)
    assert baue(kleiner_korpus, tmp_path / "neu" / "tief") == erster
    assert erster.stat() == stand


def test_neu_anlegen_auf_wunsch(kleiner_korpus: Path, leer: Path) -> None:
    erster = baue(kleiner_korpus, leer)
    inode = erster.stat().st_ino
    assert baue(kleiner_korpus, leer, neu=True) == erster
    assert erster.stat().st_ino != inode
    assert os.listdir(leer) == [erster.name]


def test_wird_nach_aenderung_des_manifests_neu_gebaut(kleiner_korpus: Path, leer: Path) -> None:
    vorher = baue(kleiner_korpus, leer)
    manifest = kleiner_korpus / "manifest.toml"
    manifest.write_text(manifest.read_text().replace('titel = "', 'titel = "Neu: '))
    nachher = baue(kleiner_korpus, leer)
    assert nachher != vorher
    werk = Wissen(Speicher(nachher)).register.werk("AV ForAmb NRW")
    assert werk is not None
    assert werk.titel.startswith("Neu: ")


def test_wird_nach_aenderung_eines_textes_neu_gebaut(kleiner_korpus: Path, leer: Path) -> None:
    vorher = baue(kleiner_korpus, leer)
    text, manifest = kleiner_korpus / AV, kleiner_korpus / "manifest.toml"
    alt = hashlib.sha256(text.read_bytes()).hexdigest()
    text.write_text(text.read_text().replace("Das Gericht kann", "Das Gericht soll"))
    manifest.write_text(manifest.read_text().replace(alt, hashlib.sha256(text.read_bytes()).hexdigest()))
    nachher = Wissen.oeffne(kleiner_korpus, leer)
    assert nachher.speicher.pfad != vorher
    assert nachher.wortlaut(nachher.finde("Nr. 1 AV ForAmb NRW")).startswith("Das Gericht soll die verurteilte Person")


@pytest.mark.parametrize("was", ["geändert", "gelöscht"])
def test_ein_text_der_nicht_mehr_zum_manifest_passt_faellt_auch_auf_wenn_schon_gebaut_ist(
    kleiner_korpus: Path, leer: Path, was: str
) -> None:
    """Or else two people with the same folder get different answers, depending on what lies in their caches."""
    baue(kleiner_korpus, leer)
    text = kleiner_korpus / AV
    text.write_text(text.read_text() + "\nNachtrag") if was == "geändert" else text.unlink()
    with pytest.raises(KorpusFehler) as fehler:
        Wissen.oeffne(kleiner_korpus, leer)
    assert str(text) in str(fehler.value)


def test_alte_staende_werden_aufgeraeumt(kleiner_korpus: Path, leer: Path) -> None:
    manifest = kleiner_korpus / "manifest.toml"
    gebaut = []
    for i in range(6):
        manifest.write_text(f"{manifest.read_text()}\n# {i}\n")
        gebaut.append(baue(kleiner_korpus, leer))
        os.utime(gebaut[-1], (i, i))  # builds of the same second would have no order
    assert len(set(gebaut)) == 6
    assert _gebaute(leer) == sorted(p.name for p in gebaut[-3:])


def test_aufraeumen_laesst_die_staende_anderer_korpora_stehen(kleiner_korpus: Path, leer: Path) -> None:
    andere = [leer / f"wissen-{'0' * 8}-{i:016x}.sqlite" for i in range(4)]
    for datei in andere:
        datei.touch()
        os.utime(datei, (1, 1))
    fertig = baue(kleiner_korpus, leer)
    assert _gebaute(leer) == sorted([fertig.name, *(datei.name for datei in andere)])


def test_aufraeumen_neben_einem_bau_der_dieselben_dateien_loescht(
    kleiner_korpus: Path, leer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another process deletes between the look into the folder and the look at the file is gone, and no error."""
    fertig = baue(kleiner_korpus, leer)
    weg = [fertig.with_name(f"{fertig.stem[:-16]}{i:016x}.sqlite") for i in range(4)]
    wirklich = Path.glob
    monkeypatch.setattr(Path, "glob", lambda wo, muster: [*(weg if wo == leer else ()), *wirklich(wo, muster)])
    assert baue(kleiner_korpus, leer, neu=True) == fertig
    assert _gebaute(leer) == [fertig.name]


@pytest.mark.parametrize(("maske", "rechte"), [(0o022, 0o644), (0o007, 0o660), (0o077, 0o600)])
def test_wer_den_cache_teilt_darf_auch_lesen(kleiner_korpus: Path, leer: Path, maske: int, rechte: int) -> None:
    davor = os.umask(maske)
    try:
        fertig = baue(kleiner_korpus, leer)
    finally:
        os.umask(davor)
    assert fertig.stat().st_mode & 0o777 == rechte


def test_aufraeumen_laesst_den_eben_gebauten_stand_stehen(kleiner_korpus: Path, leer: Path) -> None:
    """Also when the clock was put back, or the cache came from a computer whose clock is fast."""
    morgen = time.time() + 86400
    fertig = baue(kleiner_korpus, leer)
    for i in range(3):
        spaeter = fertig.with_name(f"{fertig.stem[:-16]}{i:016x}.sqlite")
        spaeter.touch()
        os.utime(spaeter, (morgen, morgen))
    fertig.unlink()
    assert Wissen.oeffne(kleiner_korpus, leer).finde("Nr. 1 AV ForAmb NRW").zitat == "Nr. 1 AV ForAmb NRW"


def test_fremde_dateien_im_cache_bleiben(kleiner_korpus: Path, leer: Path) -> None:
    fremde = {f"notiz-{i}.txt" for i in range(5)} | {"andere.sqlite"}
    for name in fremde:
        (leer / name).write_text("mein")
    baue(kleiner_korpus, leer)
    assert fremde <= set(os.listdir(leer))


#: Names of folders that people have, and that mean something to SQLite, to URLs, or to the shell.
NAMEN = [
    "mit Leerzeichen",
    "Löschen & Müll",
    "a#b",
    "a?b",
    "a?mode=memory",
    "100%",
    "a%23b",
    "'quote\"",
    "§",
    "-v",
    "a;b",
    "🙂",
]


@pytest.mark.parametrize("name", NAMEN)
def test_cache_in_einem_ordner_mit_besonderem_namen(kleiner_korpus: Path, leer: Path, name: str) -> None:
    wissen = Wissen.oeffne(kleiner_korpus, leer / name)
    assert wissen.finde("Nr. 1 AV ForAmb NRW").zitat == "Nr. 1 AV ForAmb NRW"
    assert os.listdir(leer) == [name]
    assert os.listdir(leer / name) == [wissen.speicher.pfad.name]


def test_cache_als_pfad_ohne_anfang(kleiner_korpus: Path, leer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(leer)
    assert Wissen.oeffne(kleiner_korpus, Path("hier")).finde("Nr. 1 AV ForAmb NRW").zitat == "Nr. 1 AV ForAmb NRW"


# --- whole or not at all


def _warte(bedingung: Callable[[], bool], lauf: subprocess.Popen[bytes]) -> bool:
    """Wait until something is true of a build that runs; False if it has ended before."""
    while lauf.poll() is None:
        if bedingung():
            return True
        time.sleep(0.001)
    return False


def _halbe(wo: Path) -> list[Path]:
    return [p for p in wo.iterdir() if p.suffix != ".sqlite"] if wo.exists() else []


def _groesse(wo: Path) -> int:
    return sum(p.stat().st_size for p in _halbe(wo) if p.exists())


@pytest.mark.slow
@pytest.mark.parametrize("neu", [False, True], ids=["erster Bau", "Neubau"])
def test_getoeteter_bau_hinterlaesst_nichts_kaputtes(normen: Normen, gebaut: Path, leer: Path, neu: bool) -> None:
    """Killed while reading, at the first byte, in the middle, and close to the end; then the next call just works."""
    if neu:
        shutil.copy(gebaut, leer)
    umgebung = {"NORMEN_CACHE": str(leer)}
    getoetet = 0
    for ab in (-1, 0, 1, 500_000, 3_000_000):
        for rest in _halbe(leer):
            rest.unlink()
        lauf = normen.starte("build", env=umgebung, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if ab < 0:
            time.sleep(0.4)
        if _warte(lambda ab=ab: ab < 0 or (bool(_halbe(leer)) and _groesse(leer) >= ab), lauf):
            lauf.send_signal(signal.SIGKILL)
            getoetet += lauf.wait() == -signal.SIGKILL
        lauf.wait()
        assert all(_ist_ganz(leer / name) for name in _gebaute(leer))
    assert getoetet >= 3, "the build was too quick to be killed"
    assert _beantwortet(normen(*FRAGE, env=umgebung))


def test_reste_getoeteter_bauten_werden_aufgeraeumt(kleiner_korpus: Path, leer: Path) -> None:
    """What a build that was killed leaves is swept away by a later one, or it would pile up for ever."""
    rest = leer / f"{baue(kleiner_korpus, leer).stem}.abgebrochen.neu"
    rest.write_bytes(b"x" * 1000)
    gestern = time.time() - 86400
    os.utime(rest, (gestern, gestern))
    fertig = baue(kleiner_korpus, leer, neu=True)
    assert os.listdir(leer) == [fertig.name]


@pytest.mark.slow
def test_abbruch_mit_strg_c_hinterlaesst_nichts(normen: Normen, leer: Path) -> None:
    lauf = normen.starte("build", env={"NORMEN_CACHE": str(leer)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert _warte(lambda: _groesse(leer) > 0, lauf)
    lauf.send_signal(signal.SIGINT)
    stdout, stderr = lauf.communicate(timeout=30)
    assert (lauf.returncode, stdout, stderr.decode().strip()) == (130, b"", "Abgebrochen.")
    assert os.listdir(leer) == []


@pytest.mark.slow
def test_mehrere_bauten_zugleich_gehen_alle_gut_aus(normen: Normen, leer: Path) -> None:
    """Three first calls and one build by hand at once, on an empty cache."""
    umgebung = {"NORMEN_CACHE": str(leer)}
    wie = {"env": umgebung, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    laeufe = [normen.starte(*FRAGE, **wie) for _ in range(3)]
    bau = normen.starte("build", **wie)
    for lauf in laeufe:
        stdout, stderr = lauf.communicate(timeout=120)
        assert _beantwortet(Ausgabe(lauf.returncode, stdout, stderr))
    _, meldung = bau.communicate(timeout=120)
    assert (bau.returncode, meldung) == (0, f"Wissensbasis angelegt: {leer / _gebaute(leer)[0]}\n")
    assert os.listdir(leer) == _gebaute(leer)
    assert len(_gebaute(leer)) == 1
    assert _ist_ganz(leer / _gebaute(leer)[0])


def test_mehrere_prozesse_lesen_zugleich(normen: Normen) -> None:
    wie = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    laeufe = [normen.starte(*FRAGE, **wie) for _ in range(6)]
    for lauf in laeufe:
        stdout, stderr = lauf.communicate(timeout=60)
        assert _beantwortet(Ausgabe(lauf.returncode, stdout, stderr))


def test_wer_liest_liest_weiter_waehrend_neu_gebaut_wird(kleiner_korpus: Path, leer: Path) -> None:
    wissen = Wissen.oeffne(kleiner_korpus, leer)
    davor = [e.zitat for e in wissen.speicher.alle()]
    baue(kleiner_korpus, leer, neu=True)
    assert [e.zitat for e in wissen.speicher.alle()] == davor
    assert wissen.suche("Ambulanz")


def test_lesen_aendert_nichts_am_cache(normen: Normen, gebaut: Path) -> None:
    davor = (sorted(os.listdir(gebaut.parent)), gebaut.stat().st_mtime_ns, gebaut.read_bytes())
    for aufruf in (FRAGE, ("search", "Besuch"), ("applies", "§ 36 JVollzGB II"), ("werke",)):
        assert normen(*aufruf).code == 0
    assert (sorted(os.listdir(gebaut.parent)), gebaut.stat().st_mtime_ns, gebaut.read_bytes()) == davor


# --- places that cannot be written


def _pruefe_meldung(ausgabe: Ausgabe, ort: Path) -> str:
    """Exit 2, nothing on stdout, a whole message: the place, what is wrong and why (returned), and what to do."""
    assert (ausgabe.code, ausgabe.stdout) == (2, "")
    muster = rf"Fehler: {re.escape(str(ort))}/wissen-[0-9a-f]{{8}}-[0-9a-f]{{16}}\.sqlite: (?P<was>.+)\.\n{re.escape(RAT)}\n"
    treffer = re.fullmatch(muster, ausgabe.stderr)
    assert treffer, ausgabe.stderr
    assert treffer["was"].startswith("Die Wissensbasis lässt sich nicht anlegen: ")
    return treffer["was"]


@pytest.mark.parametrize("wo", ["datei", "datei/darin", "datei/darin/tief"])
def test_datei_an_der_stelle_eines_ordners(normen: Normen, tmp_path: Path, wo: str) -> None:
    (tmp_path / "datei").write_text("bleibt")
    _pruefe_meldung(normen(*FRAGE, env={"NORMEN_CACHE": str(tmp_path / wo)}), tmp_path / wo)
    assert (tmp_path / "datei").read_text() == "bleibt"


def test_ordner_an_der_stelle_der_datei(normen: Normen, gebaut: Path, leer: Path) -> None:
    (leer / gebaut.name / "darin").mkdir(parents=True)
    ausgabe = normen("build", env={"NORMEN_CACHE": str(leer)})
    _pruefe_meldung(ausgabe, leer)
    assert os.listdir(leer) == [gebaut.name]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_ordner_ohne_schreibrecht(normen: Normen, leer: Path) -> None:
    leer.chmod(0o555)
    _pruefe_meldung(normen(*FRAGE, env={"NORMEN_CACHE": str(leer)}), leer)


@contextmanager
def _eingehaengt(wo: Path, optionen: str) -> Iterator[None]:
    wo.mkdir()
    befehl = ["mount", "-t", "tmpfs", "-o", optionen, "tmpfs", str(wo)]
    if not shutil.which("mount") or subprocess.run(befehl, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a file system")
    try:
        yield
    finally:
        subprocess.run(["umount", str(wo)], check=True)


def test_dateisystem_nur_zum_lesen(normen: Normen, tmp_path: Path) -> None:
    wo = tmp_path / "nurlesen"
    with _eingehaengt(wo, "ro,size=16m"):
        _pruefe_meldung(normen(*FRAGE, env={"NORMEN_CACHE": str(wo)}), wo)


@pytest.mark.parametrize("groesse", ["4k", "512k", "3m"])
def test_datentraeger_ist_voll(normen: Normen, tmp_path: Path, groesse: str) -> None:
    wo = tmp_path / "voll"
    with _eingehaengt(wo, f"size={groesse}"):
        _pruefe_meldung(normen(*FRAGE, env={"NORMEN_CACHE": str(wo)}), wo)
        assert os.listdir(wo) == []


@pytest.mark.parametrize("hoechstens", [0, 4096, 1_000_000])
def test_dateien_duerfen_nur_klein_sein(normen: Normen, leer: Path, hoechstens: int) -> None:
    """As a full disk, without any rights: the process may not write files beyond a size."""
    lauf = normen.starte(
        *FRAGE, env={"NORMEN_CACHE": str(leer)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        vorher=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hoechstens, hoechstens)),
    )  # fmt: skip
    stdout, stderr = lauf.communicate(timeout=60)
    _pruefe_meldung(Ausgabe(lauf.returncode, stdout, stderr), leer)
    assert os.listdir(leer) == []


def test_der_grund_steht_auf_deutsch_da(normen: Normen, tmp_path: Path) -> None:
    (tmp_path / "datei").touch()
    gruende = [_pruefe_meldung(normen(*FRAGE, env={"NORMEN_CACHE": str(tmp_path / "datei")}), tmp_path / "datei")]
    with _eingehaengt(tmp_path / "voll", "size=16k"):
        gruende.append(_pruefe_meldung(normen(*FRAGE, env={"NORMEN_CACHE": str(tmp_path / "voll")}), tmp_path / "voll"))
    assert not [grund for grund in gruende if ENGLISCH.search(grund)]


def test_misslungener_neubau_laesst_den_alten_stand_stehen(normen: Normen, gebaut: Path, leer: Path) -> None:
    shutil.copy(gebaut, leer)
    lauf = normen.starte(
        "build", env={"NORMEN_CACHE": str(leer)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        vorher=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000)),
    )  # fmt: skip
    assert lauf.wait(timeout=60) == 2
    assert (leer / gebaut.name).read_bytes() == gebaut.read_bytes()
    assert _beantwortet(normen(*FRAGE, env={"NORMEN_CACHE": str(leer)}))


# --- files in the cache that are broken


def _kopf_weg(roh: bytes) -> bytes:
    return b"\x00" * 100 + roh[100:]


def _zerkratzt(roh: bytes) -> bytes:
    """Spoil every page but the first few: the file opens, and fails when it is read."""
    anfang, seite = 40 * 4096, 4096
    return roh[:anfang] + b"".join(b"\xff" * 300 + roh[i + 300 : i + seite] for i in range(anfang, len(roh), seite))


KAPUTT = {
    "leer": lambda roh: b"",
    "Text": lambda roh: b"Guten Tag\n",
    "ohne Kopf": _kopf_weg,
    "abgeschnitten": lambda roh: roh[: len(roh) // 2],
    "innen zerstört": _zerkratzt,
}


@pytest.mark.parametrize("aufruf", [FRAGE, ("search", "Besuch"), ("export", "units")], ids=" ".join)
@pytest.mark.parametrize("wie", KAPUTT)
def test_kaputte_datei_im_cache(normen: Normen, gebaut: Path, leer: Path, wie: str, aufruf: tuple[str, ...]) -> None:
    (leer / gebaut.name).write_bytes(KAPUTT[wie](gebaut.read_bytes()))
    ausgabe = normen(*aufruf, env={"NORMEN_CACHE": str(leer)})
    muster = (
        rf"Fehler: {re.escape(str(leer / gebaut.name))}: Die Wissensbasis ist nicht lesbar: .+\.\n"
        r"Legen Sie sie neu an: normen build\n"
    )
    assert ausgabe.code == 2
    assert re.fullmatch(muster, ausgabe.stderr), ausgabe.stderr[-500:]


@pytest.mark.slow
def test_der_rat_bei_einer_kaputten_datei_hilft(normen: Normen, gebaut: Path, leer: Path) -> None:
    (leer / gebaut.name).write_bytes(b"kaputt")
    umgebung = {"NORMEN_CACHE": str(leer)}
    rat = normen(*FRAGE, env=umgebung).stderr.splitlines()[-1]
    assert rat == "Legen Sie sie neu an: normen build"
    assert normen("build", env=umgebung).code == 0
    assert _beantwortet(normen(*FRAGE, env=umgebung))


def test_datei_die_keine_wissensbasis_ist(tmp_path: Path) -> None:
    fremd = tmp_path / "fremd.sqlite"
    db = sqlite3.connect(fremd)
    db.execute("CREATE TABLE rezept (name)")
    db.close()
    with pytest.raises(SpeicherFehler) as fehler:
        Speicher(fremd)
    assert fehler.value.ort is not None
    assert fehler.value.ort.datei == str(fremd)
    assert fehler.value.rat == "Legen Sie sie neu an: normen build"


def test_datei_die_es_nicht_gibt_wird_nicht_angelegt(tmp_path: Path) -> None:
    with pytest.raises(SpeicherFehler):
        Speicher(tmp_path / "nirgends.sqlite")
    assert os.listdir(tmp_path) == []


def test_geschlossen_ist_geschlossen(gebaut: Path) -> None:
    with Wissen(Speicher(gebaut)) as wissen:
        assert wissen.finde("§ 1 JVollzGB I").zitat == "§ 1 JVollzGB I"
    for frage in (wissen.finde, wissen.verweise_in):
        with pytest.raises(SpeicherFehler) as fehler:
            frage("§ 1 JVollzGB I")
        assert fehler.value.meldung == "Die Wissensbasis ist schon geschlossen."
    wissen.close()


def test_viele_faeden_fragen_ein_wissen(gebaut: Path) -> None:
    """Each answer is that of a single thread, and closing closes what the threads have opened."""
    wissen = Wissen(Speicher(gebaut))
    zitate = [f"§ {i} JVollzGB III" for i in range(1, 60)]
    allein = [wissen.wortlaut(wissen.finde(zitat)) for zitat in zitate]
    with ThreadPoolExecutor(8) as faeden:
        zugleich = list(faeden.map(lambda zitat: wissen.wortlaut(wissen.finde(zitat)), zitate))
        gegolten = list(faeden.map(wissen.geltung, ["§ 36 JVollzGB II"] * 8))
        wissen.close()
        with pytest.raises(SpeicherFehler):
            faeden.submit(wissen.finde, "§ 1 JVollzGB I").result()
    assert zugleich == allein
    assert all(geltung == gegolten[0] for geltung in gegolten)


def test_ein_faden_der_endet_laesst_keine_verbindung_offen(gebaut: Path) -> None:
    speicher = Speicher(gebaut)
    for _ in range(20):
        faden = threading.Thread(target=speicher.eintrag, args=("§ 1 JVollzGB I",))
        faden.start()
        faden.join()
    gc.collect()
    offen = [
        os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd") if os.path.islink(f"/proc/self/fd/{fd}")
    ]
    assert offen.count(str(gebaut)) <= 3  # of this thread, and of whoever shares the process
