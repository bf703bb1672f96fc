"""Documents held against texts that have changed, and against words that somebody typed into them later."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from conftest import Normen
from normen.dokument import (
    Abgleich,
    Abgleicher,
    Pruefstand,
    Vorlage,
    Zitiertes,
    Zustand,
    fuelle,
    lade_vorlagen,
    lies_daten,
    lies_herkunft,
    mit_herkunft,
    pruefe,
)
from normen.fehler import HerkunftFehler
from normen.ressourcen import ordner
from normen.wissen import Wissen
from test_docs import abschnitt, felder

VORLAGEN = lade_vorlagen(ordner("templates"))
BEISPIELE = [(vorlage, datei) for vorlage in VORLAGEN for datei in vorlage.beispiele.values()]
NACH_NAME = {vorlage.name: vorlage for vorlage in VORLAGEN}
KOOPERATION = NACH_NAME["kooperationsvereinbarung-haftentlassung"]
WIDERRUF = NACH_NAME["widerruf-vollzugsoeffnender-massnahmen"]
TEXT = "bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt"


def _in_zeilen(zeilen: list[str], wissen: Wissen, zitat: str, alt: str, neu: str) -> None:
    """Replace words in the lines of an Einheit; the number of lines stays."""
    e = wissen.finde(zitat)
    stelle = next(nr for nr in range(e.zeile_von - 1, e.zeile_bis) if alt in zeilen[nr])
    zeilen[stelle] = zeilen[stelle].replace(alt, neu)


@pytest.fixture(scope="session")
def geaendert(wissen: Wissen, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus as it might come next year: words changed, lines set otherwise, a clause, a § and a number gone."""
    korpus = tmp_path_factory.mktemp("geaendert") / "korpus"
    shutil.copytree(ordner("corpus"), korpus)
    datei = korpus / TEXT
    zeilen = datei.read_bytes().decode().split("\n")
    for zitat, alt, neu in (
        ("§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III", "Weisungen nicht nachkommen", "Weisungen schuldhaft nicht nachkommen"),
        ("§ 89 Abs. 3 Satz 2 JVollzGB III", "sowie die §§ 11 und 12 gelten", "und § 12 gelten"),
    ):
        _in_zeilen(zeilen, wissen, zitat, alt, neu)
    for weg in (wissen.finde("§ 93 JVollzGB III"), wissen.finde("VV Nr. 2.4 zu § 11 JVollzGB III")):
        zeilen[weg.zeile_von - 1 : weg.zeile_bis] = [""] * (weg.zeile_bis - weg.zeile_von + 1)
    umbrochen = wissen.finde("§ 92 Abs. 1 JVollzGB III")
    zeilen[umbrochen.zeile_von - 1] = zeilen[umbrochen.zeile_von - 1].replace(" ", "  ")
    datei.write_bytes("\n".join(zeilen).encode())
    manifest = (korpus / "manifest.toml").read_text(encoding="utf-8")
    alte, neue = (hashlib.sha256((ort / TEXT).read_bytes()).hexdigest() for ort in (ordner("corpus"), korpus))
    (korpus / "manifest.toml").write_text(manifest.replace(alte, neue), encoding="utf-8")
    return korpus


@pytest.fixture(scope="session")
def neues_wissen(geaendert: Path, tmp_path_factory: pytest.TempPathFactory) -> Wissen:
    return Wissen.oeffne(geaendert, cache=tmp_path_factory.mktemp("cache"))


def entwurf(wissen: Wissen, ziel: Path, beispiel: str = "beispiel.json", *, anlage: bool = False, **angaben: str) -> Path:
    daten = pruefe(WIDERRUF, lies_daten(WIDERRUF.ordner / beispiel) | angaben, wissen)
    fuelle(WIDERRUF, daten, wissen, ziel, anlage=anlage)
    return ziel


def zustaende(abgleich: Abgleich) -> dict[str, Zustand]:
    return {v.zitiertes.zitat: v.zustand for v in abgleich.vergleiche}


@pytest.mark.parametrize("anlage", [False, True])
@pytest.mark.parametrize(("vorlage", "beispiel"), BEISPIELE, ids=lambda x: getattr(x, "name", ""))
def test_was_eben_entstand_hat_keinen_befund(
    vorlage: Vorlage, beispiel: Path, anlage: bool, wissen: Wissen, tmp_path: Path
) -> None:
    fuelle(vorlage, pruefe(vorlage, lies_daten(beispiel), wissen), wissen, tmp_path / "aus.docx", anlage=anlage)
    abgleich = Abgleicher(wissen).gleiche_ab(tmp_path / "aus.docx")
    assert (abgleich.befunde, abgleich.eingefuegt) == (0, ())
    assert [v.zitiertes.zitat for v in abgleich.vergleiche if not v.im_text] == []
    assert all(v.zustand in (Zustand.UNVERAENDERT, Zustand.UNGEPRUEFT) for v in abgleich.vergleiche)


def test_was_sich_geaendert_hat(wissen: Wissen, neues_wissen: Wissen, tmp_path: Path) -> None:
    abgleich = Abgleicher(neues_wissen).gleiche_ab(entwurf(wissen, tmp_path / "aus.docx"))
    befunde = {v.zitiertes.zitat: v for v in abgleich.vergleiche if v.ist_befund}
    assert {zitat: v.zustand for zitat, v in befunde.items()} == {
        "§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III": Zustand.GEAENDERT,
        "§ 11 Abs. 2 Satz 1 JVollzGB III": Zustand.GEAENDERT,
        "§ 93 JVollzGB III": Zustand.WEG,
    }
    assert [(t.links.strip(), t.rechts.strip()) for t in befunde["§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III"].unterschiede] == [
        ("Gefangene Weisungen", "Gefangene Weisungen"),
        ("", "schuldhaft"),
        ("nicht nachkommen oder", "nicht nachkommen oder"),
    ]
    assert befunde["§ 93 JVollzGB III"].hinweis.startswith("§ 93 JVollzGB III gibt es nicht.")
    assert zustaende(abgleich)["§ 92 Abs. 1 Satz 1 JVollzGB III"] is Zustand.UNVERAENDERT
    assert zustaende(abgleich)["§ 299 StPO"] is Zustand.UNGEPRUEFT


def test_wo_der_fruehere_wortlaut_jetzt_steht(wissen: Wissen, neues_wissen: Wissen, tmp_path: Path) -> None:
    datei = entwurf(wissen, tmp_path / "aus.docx", ermessen="Nach VV Nr. 2.4 zu § 11 JVollzGB III.")
    vergleiche = {v.zitiertes.zitat: v for v in Abgleicher(neues_wissen).gleiche_ab(datei).vergleiche}
    nummer = vergleiche["VV Nr. 2.4 zu § 11 JVollzGB III"]
    assert (nummer.zustand, nummer.gleichlautend) == (Zustand.WEG, ("VV Nr. 5 zu § 81 JVollzGB V",))


def test_ein_weg_haelt_oder_haelt_nicht(wissen: Wissen, neues_wissen: Wissen, tmp_path: Path) -> None:
    datei = entwurf(wissen, tmp_path / "aus.docx", "beispiel-missbrauch.json")
    for w, gebrochen in ((wissen, []), (neues_wissen, ["§ 89 Abs. 3 Satz 2 JVollzGB III"])):
        (stand,) = Abgleicher(w).gleiche_ab(datei).wege
        assert [k.quelle for k in stand.gebrochen] == gebrochen


#: What is typed into a finished notice, and what is told of it: the words, the citation, whether it exists.
EINGEFUEGT = [
    ("Siehe § 12 JVollzGB III.", [("§ 12 JVollzGB III", "§ 12 JVollzGB III", True)]),
    ("Siehe § 999 JVollzGB III.", [("§ 999 JVollzGB III", "§ 999 JVollzGB III", False)]),
    ("Siehe § 57 StGB.", [("§ 57 StGB", "§ 57 StGB", None)]),
    ("Siehe § 5 XyzG.", [("§ 5 XyzG", "", None)]),
    ("§§ 9 bis 12 JVollzGB II.", [("§§ 9 bis 12 JVollzGB II", f"§ {nr} JVollzGB II", True) for nr in (9, 12)]),
    ("Siehe § 12 JVollzGB III. Siehe § 12 JVollzGB III.", [("§ 12 JVollzGB III", "§ 12 JVollzGB III", True)]),
    ("Siehe § 93 JVollzGB III und das JVollzGB III.", []),
    ("Siehe Absatz 2 Satz 1.", []),
]  # fmt: skip


@pytest.mark.parametrize(("satz", "erwartet"), EINGEFUEGT, ids=[satz for satz, _ in EINGEFUEGT])
def test_was_nachtraeglich_getippt_wurde(
    satz: str, erwartet: list[tuple[str, str, bool | None]], wissen: Wissen, tmp_path: Path
) -> None:
    datei = entwurf(wissen, tmp_path / "aus.docx", anlage=True)
    dokument = Document(str(datei))
    dokument.paragraphs[20].add_run(f" {satz}")
    dokument.save(str(datei))
    eingefuegt = Abgleicher(wissen).gleiche_ab(datei).eingefuegt
    assert [(e.wortlaut, e.zitat, e.gibt_es) for e in eingefuegt] == erwartet
    assert all(e.lage.startswith("Absatz ") for e in eingefuegt)
    assert all(bool(e.hinweis) is (e.gibt_es is not True) for e in eingefuegt)


def test_was_beim_verfassen_offen_war_ist_nicht_nachtraeglich(wissen: Wissen, tmp_path: Path) -> None:
    datei = entwurf(wissen, tmp_path / "aus.docx", ermessen="Nach § 9 ff. JVollzGB III. Auch § 5 XyzG.")
    abgleich = Abgleicher(wissen).gleiche_ab(datei)
    assert abgleich.eingefuegt == ()
    (folgende,) = (v for v in abgleich.vergleiche if v.zitiertes.zitat == "§ 9 ff. JVollzGB III")
    assert (folgende.zustand, folgende.hinweis[:29]) == (Zustand.UNVERAENDERT, "§ 9 JVollzGB III gibt es; wie")


def test_was_herausgestrichen_wurde(wissen: Wissen, tmp_path: Path) -> None:
    datei = entwurf(wissen, tmp_path / "aus.docx")
    dokument = Document(str(datei))
    for absatz in dokument.paragraphs:
        if absatz.text.startswith("Ihr Recht, sich mit Beschwerden"):
            absatz.clear()
    dokument.save(str(datei))
    abgleich = Abgleicher(wissen).gleiche_ab(datei)
    assert {v.zitiertes.zitat for v in abgleich.vergleiche if not v.im_text} == {
        "§ 92 Abs. 1 Satz 1 JVollzGB III",
        "§ 92 Abs. 3 Satz 1 JVollzGB III",
    }
    assert abgleich.befunde == 0


def test_mit_einem_anderen_bestand(wissen: Wissen, tmp_path: Path) -> None:
    """A colleague works with the texts of another Land only: then nothing is said to be gone."""
    korpus = tmp_path / "korpus"
    shutil.copytree(ordner("corpus"), korpus)
    manifest = (korpus / "manifest.toml").read_text(encoding="utf-8")
    (korpus / "manifest.toml").write_text(manifest.replace('leser = "handbuch"', 'leser = ""'), encoding="utf-8")
    anderes = Wissen.oeffne(korpus, cache=tmp_path / "cache")
    stand = zustaende(Abgleicher(anderes).gleiche_ab(entwurf(wissen, tmp_path / "aus.docx")))
    assert set(stand.values()) == {Zustand.NICHT_MEHR_GELADEN, Zustand.UNGEPRUEFT}
    assert stand["§ 93 JVollzGB III"] is Zustand.NICHT_MEHR_GELADEN


def test_ein_werk_das_hier_niemand_kennt(wissen: Wissen, tmp_path: Path) -> None:
    """The author had works of their own; here they are unknown, which is not to say that the norm is gone."""
    datei = entwurf(wissen, tmp_path / "aus.docx")
    eigenes = Zitiertes("§ 1 EigenG", "EigenG", "", "", Pruefstand.UNGEPRUEFT, "", "")
    herkunft = lies_herkunft(datei)
    assert herkunft is not None
    datei.write_bytes(mit_herkunft(datei.read_bytes(), replace(herkunft, zitiertes=(eigenes,))))
    (vergleich,) = Abgleicher(wissen).gleiche_ab(datei).vergleiche
    assert (vergleich.zustand, vergleich.im_text) == (Zustand.NICHT_MEHR_GELADEN, True)
    assert vergleich.hinweis.startswith("Das Werk „EigenG“ ist nicht bekannt.")


# --- the command


@pytest.fixture
def bescheid(wissen: Wissen, tmp_path: Path) -> Path:
    return entwurf(wissen, tmp_path / "bescheid.docx")


def test_der_befehl(normen: Normen, bescheid: Path, geaendert: Path, tmp_path: Path) -> None:
    gut = normen("verify", "bescheid.docx", cwd=tmp_path)
    assert (gut.code, gut.stderr) == (0, "")
    assert gut.stdout.splitlines()[-1] == (
        "1 Dokument: 1 ohne Befund, 0 mit Befunden. Zitate: 12 unverändert, 11 ungeprüft."
    )
    schlecht = normen("--korpus", str(geaendert), "verify", "bescheid.docx", cwd=tmp_path)
    assert (schlecht.code, schlecht.stderr) == (1, "")
    zeilen = schlecht.stdout.splitlines()
    assert "  geändert: § 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III" in zeilen
    assert "    Gefangene Weisungen {schuldhaft} nicht nachkommen oder" in zeilen
    assert "  gibt es nicht mehr: § 93 JVollzGB III" in zeilen
    assert zeilen[-1] == (
        "1 Dokument: 0 ohne Befund, 1 mit Befunden. Zitate: 9 unverändert, 2 geändert, 1 weggefallen, 11 ungeprüft."
    )


def test_json(normen: Normen, bescheid: Path, geaendert: Path, tmp_path: Path) -> None:
    lauf = normen("--korpus", str(geaendert), "verify", "bescheid.docx", "gibtesnicht.docx", "--json", cwd=tmp_path)
    assert lauf.code == 2
    (dokument, fehlt), summe = lauf.json["documents"], lauf.json["summary"]
    assert fehlt == {"file": "gibtesnicht.docx", "error": "gibtesnicht.docx: Die Datei ist nicht lesbar: gibt es nicht."}
    assert (dokument["error"], dokument["template"], dokument["findings"]) == (None, WIDERRUF.name, 3)
    (nummer,) = (z for z in dokument["citations"] if z["citation"] == "§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III")
    assert (nummer["status"], nummer["difference"][1]) == (
        "changed",
        {"agreement": "anders", "old": "", "new": " schuldhaft"},
    )
    assert summe == {
        "documents": 2, "with_findings": 1, "failed": 1, "unchanged": 9, "changed": 2, "gone": 1, "not_loaded": 0,
        "unverified": 11, "inserted": 0,
    }  # fmt: skip


def _ohne(docx: Path, teil: str, ersatz: bytes | None = None) -> bytes:
    heraus = io.BytesIO()
    with zipfile.ZipFile(docx) as alt, zipfile.ZipFile(heraus, "w") as neu:
        for name in alt.namelist():
            if name != teil or ersatz is not None:
                neu.writestr(name, ersatz if name == teil and ersatz is not None else alt.read(name))
    return heraus.getvalue()


def test_seltsame_dateien_halten_den_lauf_nicht_auf(normen: Normen, bescheid: Path, tmp_path: Path) -> None:
    fremd = io.BytesIO()
    Document().save(fremd)
    with zipfile.ZipFile(bescheid) as archiv:
        gekuerzt = archiv.read("docProps/custom.xml").replace(b"normen.Daten.0001", b"anders")
    (tmp_path / "a_leer.docx").write_bytes(b"")
    (tmp_path / "b_text.docx").write_bytes(b"Nur Text, kein Word.")
    (tmp_path / "c_fremd.docx").write_bytes(fremd.getvalue())
    (tmp_path / "d_beschnitten.docx").write_bytes(_ohne(bescheid, "docProps/custom.xml", gekuerzt))
    (tmp_path / "e_kaputt.docx").write_bytes(_ohne(bescheid, "docProps/custom.xml", b"<Properties"))
    (tmp_path / "f_ohne_text.docx").write_bytes(_ohne(bescheid, "word/document.xml"))
    (tmp_path / "g.odt").write_bytes(b"")
    (tmp_path / "h_makro.docm").write_bytes(bescheid.read_bytes())
    (tmp_path / "i").mkdir()
    lauf = normen("verify", *sorted(p.name for p in tmp_path.iterdir() if p != bescheid and p.name != "i"), cwd=tmp_path)
    assert lauf.code == 2
    assert [zeile for zeile in lauf.stderr.splitlines() if zeile.startswith("Fehler: ")] == [
        "Fehler: a_leer.docx: Die Datei ist kein lesbares Word-Dokument (.docx).",
        "Fehler: b_text.docx: Die Datei ist kein lesbares Word-Dokument (.docx).",
        "Fehler: c_fremd.docx: Das Dokument trägt keine Herkunft.",
        "Fehler: d_beschnitten.docx: Die Herkunft des Dokuments ist verändert worden oder unvollständig.",
        "Fehler: e_kaputt.docx: Die Datei ist kein lesbares Word-Dokument (.docx).",
        "Fehler: f_ohne_text.docx: Die Datei ist kein lesbares Word-Dokument (.docx).",
        "Fehler: g.odt: Abgeglichen werden Word-Dateien (.docx, .docm).",
    ]
    assert lauf.stdout.splitlines()[0].startswith("h_makro.docm  widerruf")
    assert lauf.stdout.splitlines()[-1].startswith("8 Dokumente: 1 ohne Befund, 0 mit Befunden, 7 nicht abgeglichen.")


def test_ordner_und_platzhalter(normen: Normen, bescheid: Path, tmp_path: Path) -> None:
    (tmp_path / "mappe" / "tief").mkdir(parents=True)
    for name in ("mappe/eins.docx", "mappe/tief/zwei.DOCX", "mappe/~$eins.docx", "mappe/[3].docx"):
        (tmp_path / name).write_bytes(bescheid.read_bytes())
    for angaben, erwartet in (
        (["mappe"], ["mappe/[3].docx", "mappe/eins.docx", "mappe/tief/zwei.DOCX"]),
        (["mappe/*.docx"], ["mappe/[3].docx", "mappe/eins.docx"]),
        (["mappe/eins.docx", "mappe/e*.docx"], ["mappe/eins.docx"]),
        (["mappe/[3].docx"], ["mappe/[3].docx"]),
    ):
        lauf = normen("verify", "--json", *angaben, cwd=tmp_path)
        assert [d["file"] for d in lauf.json["documents"]] == erwartet
    for angabe in ("mappe/x*.docx", "leer"):
        (tmp_path / "leer").mkdir(exist_ok=True)
        lauf = normen("verify", angabe, cwd=tmp_path)
        assert (lauf.code, lauf.stderr) == (2, f"Fehler: {angabe}: Hier ist keine Word-Datei (.docx, .docm).\n")


def test_ohne_herkunft_steht_was_zu_tun_ist(wissen: Wissen, tmp_path: Path) -> None:
    Document().save(str(tmp_path / "fremd.docx"))
    with pytest.raises(HerkunftFehler, match="Was im Text zitiert wird, zeigt: normen refs"):
        Abgleicher(wissen).gleiche_ab(tmp_path / "fremd.docx")


def test_strict_und_anlage_beim_verfassen(normen: Normen, tmp_path: Path) -> None:
    fall = str(WIDERRUF.ordner / "beispiel.json")
    lauf = normen("draft", WIDERRUF.name, "--data", fall, "-o", "aus.docx", "--strict", cwd=tmp_path)
    assert (lauf.code, list(tmp_path.iterdir())) == (2, [])
    assert "  - Vorlage: § 299 StPO: ungeprüft: Text nicht geladen" in lauf.stderr.splitlines()
    lauf = normen("draft", WIDERRUF.name, "--data", fall, "-o", "aus.docx", "--anlage", cwd=tmp_path)
    assert (lauf.code, Document(str(tmp_path / "aus.docx")).tables[-1].cell(0, 0).text) == (0, "Vorschrift")


def test_jedes_feld_im_json_ist_erklaert(normen: Normen, wissen: Wissen, geaendert: Path, tmp_path: Path) -> None:
    datei = entwurf(wissen, tmp_path / "aus.docx", "beispiel-missbrauch.json")
    dokument = Document(str(datei))
    dokument.add_paragraph("§ 999 JVollzGB III")
    dokument.save(str(datei))
    gefunden = felder(normen("--korpus", str(geaendert), "verify", "--json", str(datei)).json)
    assert {"via", "exists", "difference"} <= gefunden
    assert [feld for feld in sorted(gefunden) if f"`{feld}`" not in abschnitt("normen verify")] == []
