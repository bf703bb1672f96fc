"""Templates and their descriptions: the ones that ship, and broken ones."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from docx import Document

from normen.dokument import Feld, Vorlage, lade_vorlage, lade_vorlagen, lies_daten, modell, pruefe
from normen.dokument.werte import leser
from normen.fehler import VorlageFehler
from normen.ressourcen import ordner
from normen.wissen import Wissen

WURZEL = ordner("templates")
VORLAGEN = lade_vorlagen(WURZEL)
BEISPIELE = [(vorlage, datei) for vorlage in VORLAGEN for datei in vorlage.beispiele.values()]

GUT = """
titel = "Probe"
art = "bescheid"
fuer = ["Anstalten"]
beschreibung = "Eine Probe."
rechtsgrundlagen = ["§ 11 Abs. 2 JVollzGB III"]
version = "1"
"""


def _alle(felder: tuple[Feld, ...]) -> list[Feld]:
    return [teil for feld in felder for teil in (feld, *_alle(feld.felder))]


def _lege_an(wurzel: Path, toml: str) -> Path:
    ziel = wurzel / "probe"
    ziel.mkdir()
    (ziel / "vorlage.toml").write_text(toml, encoding="utf-8")
    Document().save(str(ziel / "vorlage.docx"))
    return ziel


def test_vorlagen_sind_da() -> None:
    assert {(v.name, v.art) for v in VORLAGEN} >= {
        ("ablehnung-vollzugsoeffnender-massnahmen", "bescheid"),
        ("einwilligung-datenaustausch", "erklaerung"),
        ("freistellungsschein", "schreiben"),
        ("gewaehrung-vollzugsoeffnender-massnahmen", "bescheid"),
        ("kooperationsvereinbarung-haftentlassung", "vereinbarung"),
        ("kooperationsvereinbarung-jugend-und-arbeit", "vereinbarung"),
        ("schweigepflichtentbindung", "erklaerung"),
        ("verlegung-offener-vollzug", "bescheid"),
        ("widerruf-vollzugsoeffnender-massnahmen", "bescheid"),
    }


@pytest.mark.parametrize("vorlage", VORLAGEN, ids=lambda v: v.name)
def test_jedes_feld_erklaert_sich(vorlage: Vorlage) -> None:
    for feld in _alle(vorlage.felder):
        assert feld.bezeichnung, feld.name
        if feld.beispiel is None:
            assert feld.typ in ("langtext", "objekt", "liste") or feld.wenn or feld.name == "tatsache", feld.name
        else:
            leser(feld.element or feld.typ, feld.werte)(feld.beispiel)


@pytest.mark.parametrize(("vorlage", "datei"), BEISPIELE, ids=lambda x: getattr(x, "name", ""))
def test_beispiele_passen_zu_ihrer_vorlage(vorlage: Vorlage, datei: Path, wissen: Wissen) -> None:
    daten = pruefe(vorlage, lies_daten(datei), wissen)
    assert set(daten.werte) == {feld.name for feld in vorlage.felder}


@pytest.mark.parametrize("vorlage", VORLAGEN, ids=lambda v: v.name)
def test_das_modell_gibt_ein_json_schema(vorlage: Vorlage) -> None:
    schema = modell(vorlage).model_json_schema()
    assert json.dumps(schema)
    assert schema["additionalProperties"] is False
    assert schema["properties"][vorlage.felder[0].name]["title"] == vorlage.felder[0].bezeichnung


def test_beispieldaten_nennen_keine_wirkliche_adresse() -> None:
    for _, datei in BEISPIELE:
        for adresse in re.findall(r"@[\w.-]+", datei.read_text(encoding="utf-8")):
            assert adresse.endswith(".example")


FELD = '[[feld]]\nname = "a"\ntyp = "text"\nbezeichnung = "A"\n'
TEIL = '[[feld]]\nname = "b"\ntyp = "TYP"\nbezeichnung = "B"\n' + FELD.replace("[[feld]]", "[[feld.feld]]").replace(
    '"text"', '"auswahl"\nwerte = ["x"]'
)
FALSCH = [
    ("titel = ", "ist kein gültiges TOML"),
    (GUT, "feld: fehlt"),
    (GUT + FELD.replace('"text"', '"txt"'), "feld[1].typ: „txt“ ist nicht vorgesehen (möglich: text, langtext,"),
    (GUT + FELD.replace("bezeichnung", "bezeichung"), "feld[1].bezeichung: unbekanntes Feld; meinten Sie „bezeichnung“?"),
    (GUT.replace('art = "bescheid"', 'art = "brief"') + FELD, "art: „brief“ ist nicht vorgesehen (möglich: bescheid, "),
    (GUT.replace('version = "1"', "version = 1.0") + FELD, "version: erwartet wird Text in Anführungszeichen"),
    (GUT.replace('"§ 11 Abs. 2 JVollzGB III"', "") + FELD, "rechtsgrundlagen: mindestens eine ist anzugeben"),
    ('name = "x"\n' + GUT + FELD, "name: bestimmt der Ordner, nicht die Datei"),
    (GUT + 'datum = "a"\n' + FELD, "datum: „a“ ist kein Feld vom Typ datum der obersten Ebene"),
    (GUT + 'datum = "b"\n' + FELD.replace('"text"', '"datum"'), "datum: „b“ ist kein Feld vom Typ datum der obersten"),
    (GUT + FELD + FELD, "a: der Name ist 2-mal vergeben"),
    (GUT + FELD.replace('"a"', '"Größe"'), "Größe: ein Name besteht aus kleinen Buchstaben"),
    (GUT + FELD.replace('"a"', '"items"'), "items: dieser Name ist in Vorlagen vergeben"),
    (GUT + FELD.replace('"a"', '"norm"'), "norm: dieser Name ist in Vorlagen vergeben"),
    (GUT + FELD.replace('"text"', '"auswahl"'), "a: „werte“ gehört zu jeder auswahl"),
    (GUT + FELD.replace('"text"', '"objekt"'), "a: ein objekt braucht Felder"),
    (GUT + FELD.replace('"text"', '"liste"'), "a: eine liste braucht entweder Felder (feld) oder „element“"),
    (GUT + FELD + "mindestens = 2\n", "a: „element“, „mindestens“, „hoechstens“, „deckt“ und „einmal“ gehören zu"),
    (
        GUT + FELD.replace('"text"', '"liste"\nelement = "text"\nmindestens = 3\nhoechstens = 2'),
        "a: „hoechstens“ ist kleiner als „mindestens“",
    ),
    (GUT + FELD + 'wenn = { feld = "b", ist = true }\n', "a: „wenn“ nennt „b“; nötig ist ein wahrheitswert"),
    (
        GUT + FELD.replace('"text"', '"wahrheitswert"') + FELD.replace('"a"', '"b"') + 'wenn = { feld = "a" }\n',
        "b: „wenn“ braucht entweder „ist“ oder „ist_nicht“",
    ),
    (
        GUT
        + FELD.replace('"text"', '"auswahl"\nwerte = ["x"]')
        + FELD.replace('"a"', '"b"')
        + 'wenn = { feld = "a", ist = "y" }\n',
        "b: „wenn“ fragt nach „y“; das kann „a“ nicht sein",
    ),
    (
        GUT + '[[reihenfolge]]\ntage = ["a", "b"]\n' + FELD.replace('"text"', '"datum"'),
        "reihenfolge[1]: „b“ ist kein Feld vom Typ datum",
    ),
    (
        GUT + '[[reihenfolge]]\ntage = ["a", "a"]\n' + FELD.replace('"text"', '"datum"'),
        "reihenfolge[1]: nötig sind zwei oder mehr verschiedene Felder",
    ),
    (GUT + '[[reihenfolge]]\ntag = ["a"]\n' + FELD, "reihenfolge[1].tag: unbekanntes Feld; meinten Sie „tage“?"),
    (
        GUT + '[[widerspruch]]\ngrund = "x"\nangaben = { a = "y" }\n' + FELD.replace('"text"', '"auswahl"\nwerte = ["x"]'),
        "widerspruch[1]: „a“ kann nicht „y“ sein",
    ),
    (
        GUT
        + '[[widerspruch]]\ngrund = "x"\nangaben = { a = ["x", "y"] }\n'
        + FELD.replace('"text"', '"auswahl"\nwerte = ["x"]'),
        "widerspruch[1]: „a“ kann nicht „y“ sein",
    ),
    (
        GUT + '[[widerspruch]]\ngrund = "x"\nangaben = { "b.a" = "y" }\n' + TEIL.replace("TYP", "objekt"),
        "widerspruch[1]: „b.a“ kann nicht „y“ sein",
    ),
    (
        GUT + '[[widerspruch]]\ngrund = "x"\nangaben = { "b.a" = "x" }\n' + TEIL.replace("TYP", "liste"),
        "widerspruch[1]: „b.a“ kann nicht „x“ sein; nötig ist ein wahrheitswert oder eine auswahl außerhalb von Listen",
    ),
    (
        GUT
        + '[[grundlage]]\nfeld = "a"\nliegt_in = ["§ 9 JVollzGB III"]\nwenn = { feld = "b", ist = "x" }\n'
        + FELD.replace('"text"', '"zitat"'),
        "grundlage[1]: „b“ kann nicht „x“ sein; nötig ist ein wahrheitswert oder eine auswahl der obersten Ebene",
    ),
    (
        GUT
        + '[[grundlage]]\nfeld = "a"\nliegt_in = ["§ 9 JVollzGB III"]\nwenn = { feld = "b" }\n'
        + FELD.replace('"text"', '"zitat"'),
        "grundlage[1]: „wenn“ braucht entweder „ist“ oder „ist_nicht“",
    ),
    (
        GUT + '[[grundlage]]\nfeld = "a"\nliegt_in = ["§ 9 JVollzGB III"]\n' + FELD,
        "grundlage[1]: „a“ ist kein Feld vom Typ zitat",
    ),
    (
        GUT + '[[grundlage]]\nfeld = "a"\nliegt_in = []\nueber = "a"\n' + FELD.replace('"text"', '"zitat"'),
        "grundlage[1]: „liegt_in“ ist leer\n  - grundlage[1]: „ueber“ und „laesst_gelten“ gehören zusammen",
    ),
    (GUT + FELD.replace('"text"', '"liste"\ndeckt = "rolle"\nelement = "text"'), "a: „deckt“ nennt „rolle“"),
    (GUT + FELD.replace('"text"', '"liste"\neinmal = "rolle"\nelement = "text"'), "a: „einmal“ nennt „rolle“"),
]


@pytest.mark.parametrize(("toml", "grund"), FALSCH, ids=[grund for _, grund in FALSCH])
def test_falsche_beschreibung_nennt_datei_und_grund(tmp_path: Path, toml: str, grund: str) -> None:
    with pytest.raises(VorlageFehler) as gefangen:
        lade_vorlage(_lege_an(tmp_path, toml))
    assert grund in str(gefangen.value)
    assert str(gefangen.value).startswith(str(tmp_path / "probe" / "vorlage.toml"))


def test_alle_maengel_auf_einmal(tmp_path: Path) -> None:
    kaputt = FELD.replace('"text"', '"auswahl"') + FELD.replace('"a"', '"items"')
    with pytest.raises(VorlageFehler) as gefangen:
        lade_vorlage(_lege_an(tmp_path, GUT + kaputt))
    assert str(gefangen.value).count("\n  - ") == 2


def test_ohne_worddatei_oder_beschreibung(tmp_path: Path) -> None:
    ziel = _lege_an(tmp_path, GUT + FELD)
    assert lade_vorlagen(tmp_path)[0].titel == "Probe"
    (ziel / "vorlage.docx").write_bytes(b"kein Word")
    with pytest.raises(VorlageFehler, match=r"vorlage\.docx: fehlt oder ist keine Word-Datei"):
        lade_vorlage(ziel)
    (ziel / "vorlage.toml").unlink()
    with pytest.raises(VorlageFehler, match="fehlt ihre Beschreibung"):
        lade_vorlagen(tmp_path)
    with pytest.raises(VorlageFehler, match="gibt es nicht"):
        lade_vorlagen(tmp_path / "nirgends")
