"""Acknowledgements: what a person has judged stays out of the list, what has gone is said, and a wrong file says where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from normen.fehler import NormenFehler
from normen.pruefung import ARTEN, Auswahl, Befund, Quittung, lies_quittungen, quittungsvorlage, wende_an
from normen.quittungsdatei import lade_quittungen, schreibe_vorlage
from normen.werk import Register, Werk
from normen.zitat import Zitat
from normen.zitatleser import lies_zitat

A = Befund("kreis", lies_zitat("§ 1 JVollzGB III"), 7, "§ 2 gilt entsprechend.", "Kreis.", "Auflösen.")
B = replace(A, zitat=lies_zitat("§ 2 JVollzGB III"), stelle='Mit „Anführung“, "Zeichen" und \\Strich')
C = replace(A, art="anlage", zitat=lies_zitat("Anlage 4 VwV JVollzGB"), stelle="Anlage 4")


def quittungen(text: str, datei: str = "q.toml") -> tuple[Quittung, ...]:
    return lies_quittungen(text, datei, ARTEN)


# --- what identifies a finding


def test_die_kennung_haengt_nur_an_art_ort_und_worten() -> None:
    assert A.kennung == replace(A, zeile=99, grund="Anders.", vorschlag="Anders.").kennung
    assert len({A.kennung, B.kennung, C.kennung, replace(A, art="anlage").kennung}) == 4
    # Acknowledgements of years to come rest on these characters.
    assert A.kennung == "kreis-a20632179b36"


# --- from the form to the finding


def test_die_vorlage_ausgefuellt_quittiert_alle() -> None:
    vorlage = quittungsvorlage([A, B, C])
    ergebnis = wende_an(quittungen(vorlage.replace('grund = ""', 'grund = "geprüft"')), [A, B, C])
    assert (ergebnis.offen, ergebnis.erledigt) == ((), ())
    assert ergebnis.quittiert == (A, B, C)


def test_die_leere_vorlage_ist_noch_keine_quittung() -> None:
    with pytest.raises(NormenFehler) as fehler:
        quittungen(quittungsvorlage([A]))
    assert str(fehler.value) == (
        "q.toml, Zeile 5: Der Grund fehlt.\nSchreiben Sie, warum der Befund so bleiben kann, zum Beispiel: "
        'grund = "Gemeint ist die Nummer der Polizeidienstvorschrift."'
    )


def test_quittiert_wird_einzeln_oder_nach_art_und_ort() -> None:
    auch_a = replace(A, stelle="andere Worte")
    einzeln = quittungen(f'[[quittung]]\nkennung = "{A.kennung}"\ngrund = "x"')
    assert wende_an(einzeln, [A, auch_a, B]).offen == (auch_a, B)
    nach_ort = quittungen('[[quittung]]\nart = "kreis"\nzitat = "§1 JVollzGB III"\ngrund = "x"')
    assert wende_an(nach_ort, [A, auch_a, B]).offen == (B,)


def test_was_es_nicht_mehr_gibt_ist_ein_eigener_befund() -> None:
    text = f"""# Kopf

[[quittung]]
kennung = "{A.kennung}"
zitat = "§ 1 JVollzGB III"
stelle = "§ 2 gilt entsprechend."
grund = "x"

[[quittung]]
kennung = "kreis-000000000000"
grund = "x"
"""
    ergebnis = wende_an(quittungen(text), [B])
    assert ergebnis.offen == (B,)
    erste, zweite = ergebnis.erledigt
    assert (erste.art, str(erste.zitat), erste.stelle) == ("erledigt", "§ 1 JVollzGB III", "§ 2 gilt entsprechend.")
    assert erste.grund == f"Den quittierten Befund {A.kennung} gibt es nicht mehr."
    assert erste.vorschlag == "Löschen Sie die Quittung aus der Datei (Zeile 3)."
    assert (zweite.zitat, zweite.stelle) == (Zitat(""), "kreis-000000000000")
    assert zweite.vorschlag == "Löschen Sie die Quittung aus der Datei (Zeile 9)."


# --- files that are wrong

FALSCH = [
    pytest.param("[[quittung]\n", "q.toml, Zeile 1, Spalte 11: Die Datei ist kein gültiges TOML.", id="Klammer"),
    pytest.param("grund = 'x'\n", "q.toml: „grund“ gehört nicht in die Datei.", id="ohne Kopf"),
    pytest.param("quittung = 3\n", "q.toml: „quittung“ ist keine Liste.", id="Zahl"),
    pytest.param("[quittung]\n", "q.toml: „quittung“ ist keine Liste.", id="eine Klammer zu wenig"),
    pytest.param(
        '\n[[quittung]]\nkennung = "kreis-1"\ngrund = "x"\n[[quittung]]\nkennung = "kreis-2"\n',
        "q.toml, Zeile 5: Der Grund fehlt.",
        id="zweite ohne Grund",
    ),
    pytest.param(
        '[[quittung]]\nkennung = "kreis-1"\ngrund = "  "\n', "q.toml, Zeile 1: Der Grund fehlt.", id="leerer Grund"
    ),
    pytest.param(
        '[[quittung]]\ngrund = "x"\n', "q.toml, Zeile 1: Es ist nicht gesagt, welcher Befund quittiert ist.", id="wer"
    ),
    pytest.param(
        '[[quittung]]\nart = "kreis"\ngrund = "x"\n',
        "q.toml, Zeile 1: Es ist nicht gesagt, welcher Befund quittiert ist.",
        id="ohne Zitat",
    ),
    pytest.param(
        '[[quittung]]\nart = "kries"\nzitat = "§ 1 GG"\ngrund = "x"\n',
        "q.toml, Zeile 1: Die Art „kries“ gibt es nicht.",
        id="Art",
    ),
    pytest.param(
        '[[quittung]]\nkennung = "abc"\ngrund = "x"\n',
        "q.toml, Zeile 1: In der Kennung „abc“ steht keine Art.",
        id="Kennung",
    ),
    pytest.param(
        '[[quittung]]\nart = "kreis"\nzitat = "§ 1 Abs. JVollzGB III"\ngrund = "x"\n',
        "q.toml, Zeile 1: Das Zitat ist nicht lesbar:\n  § 1 Abs. JVollzGB III\n           ^",
        id="Zitat",
    ),
    pytest.param(
        '[[quittung]]\nkennung = "kreis-1"\ngrunt = "x"\n', "q.toml, Zeile 1: Das Feld „grunt“ ist unbekannt.", id="Feld"
    ),
    pytest.param(
        '[[quittung]]\nkennung = "kreis-1"\ngrund = 3\n', "q.toml, Zeile 1: Das Feld „grund“ ist kein Text.", id="kein Text"
    ),
]


@pytest.mark.parametrize(("text", "meldung"), FALSCH)
def test_eine_falsche_datei_sagt_wo_und_was_zu_tun_ist(text: str, meldung: str) -> None:
    with pytest.raises(NormenFehler) as fehler:
        quittungen(text)
    assert str(fehler.value).startswith(f"{meldung}\n")
    assert fehler.value.rat


# --- the file


def test_die_vorlage_wird_nie_ueberschrieben(tmp_path: Path) -> None:
    datei = tmp_path / "q.toml"
    schreibe_vorlage(datei, [A])
    davor = datei.read_bytes()
    with pytest.raises(NormenFehler) as fehler:
        schreibe_vorlage(datei, [A, B])
    assert str(fehler.value) == f"{datei}: Die Datei gibt es schon.\nNennen Sie eine andere; überschrieben wird keine."
    assert datei.read_bytes() == davor
    assert [p.name for p in tmp_path.iterdir()] == ["q.toml"]


def test_was_sich_nicht_schreiben_laesst(tmp_path: Path) -> None:
    datei = tmp_path / "fehlt" / "q.toml"
    with pytest.raises(NormenFehler) as fehler:
        schreibe_vorlage(datei, [A])
    assert str(fehler.value) == (f"{datei}: Den Zielordner gibt es nicht.\nLegen Sie ihn an oder nennen Sie einen anderen.")


@pytest.mark.parametrize("roh", [b"\xef\xbb\xbf", b""])
def test_eine_datei_aus_windows_wird_gelesen(roh: bytes, tmp_path: Path) -> None:
    datei = tmp_path / "q.toml"
    datei.write_bytes(roh + f'[[quittung]]\r\nkennung = "{A.kennung}"\r\ngrund = "geprüft"\r\n'.encode())
    (quittung,) = lade_quittungen(datei, ARTEN)
    assert quittung.meint(A)


def test_eine_datei_in_latin_1_nennt_die_zeile(tmp_path: Path) -> None:
    datei = tmp_path / "q.toml"
    datei.write_bytes('[[quittung]]\ngrund = "geprüft"\n'.encode("latin-1"))
    with pytest.raises(NormenFehler, match="Zeile 2: Die Datei ist nicht in UTF-8 kodiert"):
        lade_quittungen(datei, ARTEN)


# --- what is asked for

REGISTER = Register(
    (
        Werk("JVollzGB III", "", "bw/jvollzgb-3", "Gesetz", vv="VwV JVollzGB"),
        Werk("VwV JVollzGB", "", "bw/vwv-jvollzgb", "Verwaltungsvorschrift"),
        Werk("JVollzGB", "", "bw/jvollzgb", "Gesetz", geladen=False),
        Werk("StGB", "", "bund/stgb", "Gesetz", geladen=False),
    )
)
AUSWAHL = [
    ("", "§ 1 JVollzGB III", True),
    ("JVollzGB III", "§ 1 JVollzGB III", True),
    ("jvollzgb 3", "§ 1 JVollzGB III", True),
    ("JVollzGB III", "VV Nr. 1 zu § 1 JVollzGB III", True),
    ("VwV JVollzGB", "VV Nr. 1 zu § 1 JVollzGB III", True),
    ("VwV JVollzGB", "Anlage 4 VwV JVollzGB", True),
    ("VwV JVollzGB", "§ 1 JVollzGB III", False),
    ("JVollzGB III", "Anlage 4 VwV JVollzGB", False),
    ("JVollzGB", "§ 1 JVollzGB III", True),
    ("JVollzGB", "Anlage 4 VwV JVollzGB", False),
]


@pytest.mark.parametrize(("werk", "zitat", "genommen"), AUSWAHL)
def test_auswahl_nach_dem_werk(werk: str, zitat: str, genommen: bool) -> None:
    assert Auswahl.aus(REGISTER, ARTEN, werk).nimmt("kreis", lies_zitat(zitat)) is genommen


@pytest.mark.parametrize(
    ("nur", "ohne", "genommen"),
    [
        ((), (), True),
        (("kreis",), (), True),
        (("anlage",), (), False),
        ((), ("kreis",), False),
        (("kreis", "anlage"), ("kreis",), False),
    ],
)
def test_auswahl_nach_der_art(nur: tuple[str, ...], ohne: tuple[str, ...], genommen: bool) -> None:
    assert Auswahl.aus(REGISTER, ARTEN, "", nur, ohne).nimmt(A.art, A.zitat) is genommen


def test_ohne_ort_nur_wenn_alle_werke_gefragt_sind() -> None:
    assert Auswahl.aus(REGISTER, ARTEN).nimmt("kreis", None)
    assert not Auswahl.aus(REGISTER, ARTEN, "JVollzGB III").nimmt("kreis", None)


@pytest.mark.parametrize(
    ("werk", "meldung"),
    [
        ("StGB", "StGB ist bekannt, aber sein Text ist nicht geladen.\nDie geladenen Werke zeigt: normen werke"),
        ("JVollzGB IIl", "Das Werk „JVollzGB IIl“ ist nicht bekannt.\nMeinten Sie „JVollzGB III“ oder „VwV JVollzGB“?"),
        ("xyz", "Das Werk „xyz“ ist nicht bekannt.\nDie geladenen Werke zeigt: normen werke"),
        (
            "§ 9 JVollzGB III",
            "„§ 9 JVollzGB III“ ist kein Werk. Geprüft wird ein ganzes Werk.\nDie geladenen Werke zeigt: normen werke",
        ),
    ],
)
def test_ein_werk_das_nicht_geprueft_werden_kann(werk: str, meldung: str) -> None:
    with pytest.raises(NormenFehler) as fehler:
        Auswahl.aus(REGISTER, ARTEN, werk)
    assert str(fehler.value) == meldung
