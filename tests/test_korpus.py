"""The corpus: what ships is complete and true, and every way to get a manifest wrong ends in a message that helps."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from normen.fehler import KorpusFehler, LeseFehler, NormenFehler
from normen.korpus import Datei, Korpus, bekannte_werke, lade_korpus, lies_datei
from normen.ressourcen import ordner
from normen.werk import Werk, Werkart
from normen.wissen import baue

KORPUS = ordner("corpus")
AV = "nw-av-forensische-ambulanzen-2024-12-03.txt"
SUMME = hashlib.sha256((KORPUS / AV).read_bytes()).hexdigest()
#: A whole manifest; the tables below change one thing in it.
MANIFEST = f"""\
[[datei]]
name = "{AV}"
leser = "nummernwerk"
quelle = "Zeichenerkennung eines Ausdrucks"
sha256 = "{SUMME}"

[[datei.werk]]
kurz = "AV ForAmb NRW"
titel = "Behandlung psychisch erkrankter Haftentlassener durch forensische Ambulanzen"
kennung = "nw/av-forensische-ambulanzen"
art = "AV"
raum = "Nordrhein-Westfalen"
in_kraft_ab = "2025-01-01"
namen = ["AV ForAmb"]
"""

#: What OS, SQLite and Python say about files in English; none of it belongs into a German message.
ENGLISCH = re.compile(
    r"\b(no such|file|directory|exists|permission|codec|byte 0x|expected|invalid|statement)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def korpus() -> Korpus:
    return lade_korpus(KORPUS)


@pytest.fixture(scope="module")
def werke(korpus: Korpus) -> dict[str, Werk]:
    return {werk.kurz: werk for datei in korpus.dateien for werk in datei.werke}


@pytest.fixture
def mit(tmp_path: Path) -> Callable[..., Path]:
    """Make a corpus folder with one text, from a manifest and the bytes of the text."""

    def lege_an(manifest: str | bytes, text: bytes | None = None) -> Path:
        roh = manifest.encode() if isinstance(manifest, str) else manifest
        (tmp_path / "manifest.toml").write_bytes(roh)
        if text is None:
            shutil.copy(KORPUS / AV, tmp_path)
        else:
            (tmp_path / AV).write_bytes(text)
        return tmp_path

    return lege_an


def _lies(wo: Path) -> None:
    lade_korpus(wo).lies()


def _gefaltet(text: str) -> str:
    return re.sub(r"\s+", " ", text)


# --- what ships


def test_jede_datei_im_ordner_steht_im_manifest_und_umgekehrt(korpus: Korpus) -> None:
    assert sorted(datei.name for datei in korpus.dateien) == sorted(p.name for p in KORPUS.iterdir() if p.suffix != ".toml")


@pytest.mark.parametrize("datei", lade_korpus(KORPUS).dateien, ids=lambda datei: datei.name)
def test_pruefsumme_stimmt(datei: Datei) -> None:
    assert hashlib.sha256((KORPUS / datei.name).read_bytes()).hexdigest() == datei.sha256


def test_jede_datei_sagt_woher_sie_kommt(korpus: Korpus) -> None:
    assert all(datei.quelle for datei in korpus.dateien)


def test_werke_des_korpus(korpus: Korpus) -> None:
    assert {datei.name: [werk.kurz for werk in datei.werke] for datei in korpus.dateien} == {
        "bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt": [
            "JVollzGB I", "JVollzGB II", "JVollzGB III", "JVollzGB IV", "JVollzGB V", "VwV JVollzGB", "JVollzVergO",
        ],
        AV: ["AV ForAmb NRW"],
        "bw-vwv-jvollzgb-2011.txt": ["VwV JVollzGB 2011"],
    }  # fmt: skip


def test_namen_und_kennungen_sind_eindeutig(korpus: Korpus) -> None:
    werke = [*(werk for datei in korpus.dateien for werk in datei.werke), *bekannte_werke()]
    kennungen = [werk.kennung for werk in werke]
    namen = [name for werk in werke for name in {name.casefold() for name in (werk.kurz, *werk.namen)}]
    assert sorted(kennungen) == sorted(set(kennungen))
    assert sorted(namen) == sorted(set(namen))


def test_daten_sind_iso_und_in_der_richtigen_reihenfolge(werke: dict[str, Werk]) -> None:
    for werk in werke.values():
        ab, bis = (date.fromisoformat(tag) if tag else None for tag in (werk.in_kraft_ab, werk.in_kraft_bis))
        assert ab is None or bis is None or ab <= bis


#: What the manifest says about a work, and the words of the text that say so (white space folded).
BELEGE = [
    ("JVollzGB I", "fassung", "vom 10. November 2009 (GBl. S. 545)", "(JVollzGB) vom 10. November 2009 (GBl. S. 545)"),
    ("JVollzVergO", "fassung", "vom 30. November 2009 (GBl. 2009, S. 765)", "vom 30. November 2009 (GBl. 2009, S. 765)"),
    ("JVollzVergO", "in_kraft_ab", "2010-01-01", "Diese Verordnung tritt am 1. Januar 2010 in Kraft."),
    ("AV ForAmb NRW", "fassung", "AV d. JM vom 3. Dezember 2024", "AV d. JM vom 3. Dezember 2024"),
    ("AV ForAmb NRW", "in_kraft_ab", "2025-01-01", "Die AV tritt mit Wirkung zum 1. Januar 2025 in Kraft."),
    # The scan reads the Roman numeral as three small L.
    ("AV ForAmb NRW", "aktenzeichen", "4000 - III. 128 Sdb. Allgemein", "(4000 - lll. 128 Sdb. Allgemein)"),
    ("VwV JVollzGB 2011", "fassung", "vom 8. März 2010 (Die Justiz 2010 S. 109)", "Vom 8 M rz 2010 4430 0168 Fundstelle"),
    ("VwV JVollzGB 2011", "fassung", "vom 15. Juli 2011 (Die Justiz 2011 S. 260)", "vom 15 07 2011 Die Justiz 2011 S 260"),
    ("VwV JVollzGB 2011", "in_kraft_ab", "2011-07-15", "08 03 2010 15 07 2011 15 07 2011 31 03 2017"),
    ("VwV JVollzGB 2011", "in_kraft_bis", "2017-03-31", "und mit Ablauf des 31 M rz 2017 au Ber Kraft"),
    ("VwV JVollzGB 2011", "aktenzeichen", "4430/0168", "Az 4430 0168"),
]


@pytest.mark.parametrize(("kurz", "feld", "angabe", "beleg"), BELEGE, ids=lambda x: str(x)[:30])
def test_was_das_manifest_sagt_steht_im_text(korpus: Korpus, kurz: str, feld: str, angabe: str, beleg: str) -> None:
    datei, werk = next((d, w) for d in korpus.dateien for w in d.werke if w.kurz == kurz)
    assert angabe in getattr(werk, feld)
    assert _gefaltet(beleg) in _gefaltet((KORPUS / datei.name).read_text(encoding="utf-8"))


#: Dates and numbers that the texts do not give: the handbook prints neither how old its text is nor since when it applies.
UNBEKANNT = {
    "JVollzGB I": ["in_kraft_ab", "in_kraft_bis", "aktenzeichen"],
    "JVollzGB II": ["in_kraft_ab", "in_kraft_bis", "aktenzeichen"],
    "JVollzGB III": ["in_kraft_ab", "in_kraft_bis", "aktenzeichen"],
    "JVollzGB IV": ["in_kraft_ab", "in_kraft_bis", "aktenzeichen"],
    "JVollzGB V": ["in_kraft_ab", "in_kraft_bis", "aktenzeichen"],
    "VwV JVollzGB": ["in_kraft_ab", "in_kraft_bis", "aktenzeichen"],
    "JVollzVergO": ["in_kraft_bis", "aktenzeichen"],
    "AV ForAmb NRW": ["in_kraft_bis"],
    "VwV JVollzGB 2011": [],
}


def test_unbekanntes_bleibt_leer_und_alles_andere_ist_angegeben(werke: dict[str, Werk]) -> None:
    angaben = ("titel", "kennung", "art", "raum", "herausgeber", "fassung", "aktenzeichen", "in_kraft_ab", "in_kraft_bis")
    leer = {kurz: {feld for feld in angaben if not getattr(werk, feld)} for kurz, werk in werke.items()}
    assert leer == {kurz: set(felder) for kurz, felder in UNBEKANNT.items()}


def test_jedes_gelesene_werk_hat_seinen_text(korpus: Korpus) -> None:
    gelesen = {einheit.zitat.werk for g in korpus.lies() for einheit in g.werke}
    assert gelesen == set(UNBEKANNT) - {"VwV JVollzGB 2011"}


def test_ein_nur_verzeichnetes_werk_ist_bekannt_aber_nicht_geladen(korpus: Korpus) -> None:
    werk = korpus.register.werk("VwV JVollzGB 2011")
    assert werk is not None
    assert not werk.geladen


# --- manifests that are wrong: what is changed, and the whole message

FEHLER = [
    pytest.param(
        MANIFEST, "", "{manifest}: Das Manifest nennt keine Datei.\nTragen Sie mindestens ein [[datei]] ein.", id="leer"
    ),
    pytest.param(
        MANIFEST,
        "datei = []",
        "{manifest}: Das Manifest nennt keine Datei.\nTragen Sie mindestens ein [[datei]] ein.",
        id="leere Liste",
    ),
    pytest.param(
        "[[datei]]\n",
        "stand = 2024\n[[datei]]\n",
        "{manifest}: Das Feld „stand“ ist unbekannt.\nMöglich sind: datei.",
        id="fremdes Feld oben",
    ),
    pytest.param(
        "leser =",
        "lesr =",
        f"{{manifest}}, [[datei]] 1 „{AV}“: Das Feld „lesr“ ist unbekannt.\n"
        "Möglich sind: leser, name, quelle, sha256, werk.",
        id="fremdes Feld der Datei",
    ),
    pytest.param(
        "raum =",
        "ramu =",
        f"{{manifest}}, [[datei]] 1 „{AV}“: Das Feld „ramu“ ist unbekannt.\nMöglich sind: adresse, aktenzeichen, art, "
        "doknr, eli, fassung, herausgeber, in_kraft_ab, in_kraft_bis, kennung, kurz, namen, raum, titel, vv, vv_praefix.",
        id="fremdes Feld des Werks",
    ),
    pytest.param(
        'raum = "Nordrhein-Westfalen"',
        "geladen = true",
        f"{{manifest}}, [[datei]] 1 „{AV}“: Das Feld „geladen“ ist unbekannt.\nMöglich sind: adresse, aktenzeichen, art, "
        "doknr, eli, fassung, herausgeber, in_kraft_ab, in_kraft_bis, kennung, kurz, namen, raum, titel, vv, vv_praefix.",
        id="Feld, das keines des Manifests ist",
    ),
    pytest.param(
        '"nummernwerk"',
        '"gii"',
        f"{{manifest}}, [[datei]] 1 „{AV}“: Den Leser „gii“ gibt es nicht.\n"
        "Möglich sind „handbuch“, „nummernwerk“, oder leer.",
        id="unbekannter Leser",
    ),
    pytest.param(
        f'"{SUMME}"',
        f'"{"0" * 64}"',
        f"{{ordner}}/{AV}: Die Prüfsumme stimmt nicht: im Manifest 0000000000000000…, in der Datei {SUMME[:16]}….\n"
        "Die Datei wurde verändert. Stellen Sie das Original wieder her, oder ändern Sie die Summe im Manifest.",
        id="falsche Prüfsumme",
    ),
    pytest.param(
        'kurz = "AV ForAmb NRW"',
        'kurz = "AV Eins"\ntitel = "Eins"\nkennung = "nw/eins"\nart = "AV"\n[[datei.werk]]\nkurz = "AV Zwei"',
        f"{AV}: Im Text stehen die Werke AV Eins; das Manifest nennt AV Eins, AV Zwei.\n"
        "Gleichen Sie die Einträge [[datei.werk]] mit dem Text ab.",
        id="mehr Werke, als im Text stehen",
    ),
]


@pytest.mark.parametrize(("alt", "neu", "meldung"), FEHLER)
def test_fehler_im_manifest(mit: Callable[..., Path], alt: str, neu: str, meldung: str) -> None:
    assert alt in MANIFEST
    wo = mit(MANIFEST.replace(alt, neu, 1))
    with pytest.raises(KorpusFehler) as fehler:
        _lies(wo)
    assert str(fehler.value) == meldung.format(ordner=wo, manifest=wo / "manifest.toml")


#: The whole first line; the next step has to follow, whatever it says.
FEHLER_OHNE_FESTEN_RAT = [
    pytest.param(f'name = "{AV}"\n', "", "{manifest}, [[datei]] 1: Das Feld „name“ fehlt.", id="name"),
    pytest.param(f'sha256 = "{SUMME}"\n', "", f"{{manifest}}, [[datei]] 1 „{AV}“: Das Feld „sha256“ fehlt.", id="Prüfsumme"),
    pytest.param(
        MANIFEST[MANIFEST.index("[[datei.werk]]") :],
        "",
        f"{{manifest}}, [[datei]] 1 „{AV}“: Das Feld „werk“ fehlt.",
        id="werk",
    ),
    *(
        pytest.param(
            zeile,
            "",
            f"{{manifest}}, [[datei]] 1 „{AV}“: Bei einem Werk fehlt das Feld „{zeile.split(' ')[0]}“.",
            id=f"{zeile.split(' ')[0]} eines Werks",
        )
        for zeile in MANIFEST.splitlines(keepends=True)
        if zeile.startswith(("kurz", "titel", "kennung", "art"))
    ),
]


@pytest.mark.parametrize(("alt", "neu", "meldung"), FEHLER_OHNE_FESTEN_RAT)
def test_pflichtfeld_fehlt(mit: Callable[..., Path], alt: str, neu: str, meldung: str) -> None:
    wo = mit(MANIFEST.replace(alt, neu, 1))
    with pytest.raises(KorpusFehler) as fehler:
        _lies(wo)
    assert str(fehler.value).splitlines()[0] == meldung.format(manifest=wo / "manifest.toml")
    assert fehler.value.rat, "the message does not say what to do next"


@pytest.mark.parametrize("feld", ["quelle", "raum", "in_kraft_ab", "namen"])
def test_was_nicht_bekannt_ist_darf_fehlen(mit: Callable[..., Path], feld: str) -> None:
    _lies(mit("".join(z for z in MANIFEST.splitlines(keepends=True) if not z.startswith(f"{feld} ="))))


def test_datei_fehlt(mit: Callable[..., Path]) -> None:
    wo = mit(MANIFEST)
    (wo / AV).unlink()
    with pytest.raises(KorpusFehler) as fehler:
        _lies(wo)
    assert re.fullmatch(rf"{re.escape(str(wo / AV))}: Die Datei .+\.\nPrüfen Sie .+\.", str(fehler.value))


def test_manifest_fehlt(tmp_path: Path) -> None:
    with pytest.raises(KorpusFehler) as fehler:
        lade_korpus(tmp_path)
    assert re.fullmatch(rf"{re.escape(str(tmp_path / 'manifest.toml'))}: .+\.\nPrüfen Sie .+\.", str(fehler.value))


def test_der_grund_steht_auf_deutsch_da(tmp_path: Path) -> None:
    with pytest.raises(KorpusFehler) as fehler:
        lade_korpus(tmp_path)
    assert not ENGLISCH.search(fehler.value.meldung)


#: Manifests that are not TOML at all, and the place that the message names.
KEIN_TOML = [
    pytest.param(MANIFEST.replace("leser =", "leser"), "Zeile 3", id="kein Gleichheitszeichen"),
    pytest.param(MANIFEST.replace('"AV"', '"AV'), "Zeile 11", id="Anführungszeichen nicht geschlossen"),
    pytest.param(MANIFEST.replace('art = "AV"', 'kurz = "AV"'), "Zeile 11", id="Feld doppelt"),
    pytest.param(MANIFEST.encode().replace(b"Zeichen", b"Zei\xffchen"), "Zeile 4", id="nicht in UTF-8"),
]


@pytest.mark.parametrize(("manifest", "stelle"), KEIN_TOML)
def test_manifest_ist_kein_toml(mit: Callable[..., Path], manifest: str | bytes, stelle: str) -> None:
    wo = mit(manifest)
    with pytest.raises(KorpusFehler) as fehler:
        lade_korpus(wo)
    erste, *weitere = str(fehler.value).splitlines()
    assert erste.startswith(f"{wo / 'manifest.toml'}, {stelle}")
    assert weitere, "the message does not say what to do next"


def test_toml_fehler_steht_auf_deutsch_da(mit: Callable[..., Path]) -> None:
    with pytest.raises(KorpusFehler) as fehler:
        lade_korpus(mit(MANIFEST.replace("leser =", "leser")))
    assert not ENGLISCH.search(fehler.value.meldung)


#: Values of the wrong type or form; the message has to name the place and the field.
FALSCHE_WERTE = [
    pytest.param(MANIFEST, 'datei = "x"', "datei", id="datei ist kein Feld von Tabellen"),
    pytest.param(MANIFEST, "datei = [5]", "datei", id="datei ist eine Zahl"),
    pytest.param("[[datei]]", "[datei]", "datei", id="[datei] statt [[datei]]"),
    pytest.param("[[datei.werk]]", "[datei.werk]", "werk", id="[datei.werk] statt [[datei.werk]]"),
    pytest.param(f'"{AV}"', "5", "name", id="name ist eine Zahl"),
    pytest.param(f'"{SUMME}"', "5", "sha256", id="sha256 ist eine Zahl"),
    pytest.param('"AV ForAmb NRW"', "7", "kurz", id="kurz ist eine Zahl"),
    pytest.param('["AV ForAmb"]', '"AV ForAmb"', "namen", id="namen ist keine Liste"),
    pytest.param('["AV ForAmb"]', "[5]", "namen", id="namen sind Zahlen"),
    pytest.param('"2025-01-01"', "2025-01-01", "in_kraft_ab", id="Datum ohne Anführungszeichen"),
    pytest.param('"2025-01-01"', '"1. Januar 2025"', "in_kraft_ab", id="Datum in Worten"),
    pytest.param('"2025-01-01"', '"2025-02-30"', "in_kraft_ab", id="Datum, das es nicht gibt"),
    pytest.param(
        '"2025-01-01"',
        '"2025-01-01"\nin_kraft_bis = "2024-01-01"',
        "in_kraft_bis",
        id="außer Kraft, bevor es in Kraft tritt",
    ),
]


@pytest.mark.parametrize(("alt", "neu", "feld"), FALSCHE_WERTE)
def test_falscher_wert_im_manifest(mit: Callable[..., Path], alt: str, neu: str, feld: str) -> None:
    wo = mit(MANIFEST.replace(alt, neu, 1))
    with pytest.raises(KorpusFehler) as fehler:
        _lies(wo)
    assert str(fehler.value).startswith(str(wo / "manifest.toml"))
    assert f"„{feld}“" in fehler.value.meldung
    assert fehler.value.rat


def test_pruefsumme_darf_in_grossbuchstaben_stehen(mit: Callable[..., Path]) -> None:
    """Certutil and Get-FileHash print capitals."""
    _lies(mit(MANIFEST.replace(SUMME, SUMME.upper())))


@pytest.mark.parametrize("kennung", ["nw/av-forensische-ambulanzen", "nw/zweite"])
def test_zwei_werke_mit_demselben_namen(
    mit: Callable[..., Path], kennung: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The message must be about the manifest; that nothing can be stored then is not the user's trouble."""
    wo = mit(MANIFEST + MANIFEST.replace("nw/av-forensische-ambulanzen", kennung))
    with pytest.raises(NormenFehler) as fehler:
        baue(wo, wo / "cache")
    assert isinstance(fehler.value, KorpusFehler)
    assert str(fehler.value).startswith(str(wo / "manifest.toml"))
    assert "AV ForAmb NRW" in fehler.value.meldung


# --- texts that are wrong


def test_text_ist_nicht_in_utf8(mit: Callable[..., Path]) -> None:
    text = "Grüße".encode("latin-1")
    wo = mit(MANIFEST.replace(SUMME, hashlib.sha256(text).hexdigest()), text)
    with pytest.raises(KorpusFehler) as fehler:
        _lies(wo)
    assert str(fehler.value).splitlines()[0] == f"{wo / AV}: Die Datei ist nicht in UTF-8 kodiert (Byte 2)."
    assert fehler.value.rat, "the message does not say what to do next"


@pytest.mark.parametrize("leser", ["handbuch", "nummernwerk"])
@pytest.mark.parametrize(
    "text", [b"", b"\n\n", b"Guten Tag.\n", b"\x00\x00", "Ä\n".encode() * 1000], ids=lambda t: repr(t[:8])
)
def test_text_ist_etwas_anderes_als_der_leser_kennt(mit: Callable[..., Path], leser: str, text: bytes) -> None:
    manifest = MANIFEST.replace(SUMME, hashlib.sha256(text).hexdigest()).replace("nummernwerk", leser)
    wo = mit(manifest, text)
    with pytest.raises((LeseFehler, KorpusFehler)) as fehler:
        _lies(wo)
    assert AV in str(fehler.value)


def test_ein_nur_verzeichneter_text_wird_nicht_gelesen_aber_gefuehrt(mit: Callable[..., Path]) -> None:
    korpus = lade_korpus(mit(MANIFEST.replace('"nummernwerk"', '""')))
    assert [datei.leser for datei in korpus.dateien] == [""]
    assert korpus.lies() == ()


def test_auch_ein_nur_verzeichneter_text_muss_der_des_manifests_sein(mit: Callable[..., Path]) -> None:
    with pytest.raises(KorpusFehler) as fehler:
        lade_korpus(mit(MANIFEST.replace('"nummernwerk"', '""').replace(SUMME, "0" * 64)))
    assert fehler.value.meldung.startswith("Die Prüfsumme stimmt nicht: im Manifest 0000000000000000…")


def test_alle_fehler_werden_auf_einmal_gemeldet(mit: Callable[..., Path]) -> None:
    """Each with its place and its advice; an entry that is right but for its checksum is checked too."""
    falsch = MANIFEST.replace("raum =", "ramu =").replace('"2025-01-01"', '"gestern"').replace('"AV"', '"Erlass"')
    wo = mit(falsch + MANIFEST.replace(SUMME, "0" * 64))
    with pytest.raises(KorpusFehler) as fehler:
        lade_korpus(wo)
    erster = f"{wo / 'manifest.toml'}, [[datei]] 1 „{AV}“"
    assert str(fehler.value).splitlines() == [
        f"{wo / 'manifest.toml'}: 4 Fehler:",
        f"  - {erster}: Das Feld „ramu“ ist unbekannt.",
        "    Möglich sind: adresse, aktenzeichen, art, doknr, eli, fassung, herausgeber, in_kraft_ab, in_kraft_bis, "
        "kennung, kurz, namen, raum, titel, vv, vv_praefix.",
        f"  - {erster}: Das Feld „in_kraft_ab“ ist kein Datum: „gestern“.",
        '    Schreiben Sie Jahr, Monat und Tag eines Tages, den es gibt: in_kraft_ab = "2025-01-31"',
        f"  - {erster}: Die Art „Erlass“ gibt es nicht.",
        "    Möglich sind „Gesetz“, „Verordnung“, „Verwaltungsvorschrift“, „AV“, „Bundesrecht“.",
        f"  - {wo / AV}: Die Prüfsumme stimmt nicht: im Manifest 0000000000000000…, in der Datei {SUMME[:16]}….",
        "    Die Datei wurde verändert. Stellen Sie das Original wieder her, oder ändern Sie die Summe im Manifest.",
    ]


def test_werke_des_bundes_tragen_dokumentnummer_und_adresse(korpus: Korpus) -> None:
    """As the published data set gives them: https://www.gesetze-im-internet.de/stvollzg/ has BJNR005810976."""
    werk = korpus.register.werk("StVollzG")
    assert werk is not None
    assert (werk.art, werk.doknr, werk.adresse, werk.eli) == (
        Werkart.BUNDESRECHT, "BJNR005810976", "https://www.gesetze-im-internet.de/stvollzg/", "",
    )  # fmt: skip
    land = korpus.register.werk("JVollzGB III")
    assert land is not None
    assert (land.art, land.doknr, land.adresse, land.eli) == (Werkart.GESETZ, "", "", "")


def test_einzelne_datei_lesen(korpus: Korpus) -> None:
    av = next(datei for datei in korpus.dateien if datei.name == AV)
    gelesen = lies_datei(av)
    assert [str(einheit.zitat) for einheit in gelesen.werke] == ["AV ForAmb NRW"]
    assert gelesen.datei is av
