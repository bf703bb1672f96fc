"""Data for a document: single values, rules between fields, and files that cannot be read."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from normen.dokument import Daten, lade_vorlage, lies_daten, lies_json, pruefe
from normen.dokument.werte import (
    leser_auswahl,
    lies_betrag,
    lies_datum,
    lies_ganzzahl,
    lies_langtext,
    lies_text,
    lies_wahrheitswert,
)
from normen.fehler import DatenFehler
from normen.ressourcen import ordner

WIDERRUF = lade_vorlage(ordner("templates") / "widerruf-vollzugsoeffnender-massnahmen")
KOOPERATION = lade_vorlage(ordner("templates") / "kooperationsvereinbarung-haftentlassung")
turnus = leser_auswahl(("halbjährlich", "jährlich"))

GUTE_WERTE: list[tuple[Callable[[object], object], object, object]] = [
    (lies_text, "  Lindner ", "Lindner"),
    (lies_text, "Mu\u0308ller", "Müller"),
    (lies_text, "a\tb\x07", "a b"),
    (lies_langtext, "eins\r\n\r\nzwei", "eins\n\nzwei"),
    (lies_ganzzahl, 12, 12),
    (lies_ganzzahl, " -3 ", -3),
    (lies_betrag, 12, Decimal("12")),
    (lies_betrag, Decimal("0.1"), Decimal("0.1")),
    (lies_betrag, "1.234,50", Decimal("1234.50")),
    (lies_betrag, "1234,5", Decimal("1234.5")),
    (lies_betrag, "1234.50", Decimal("1234.50")),
    (lies_betrag, "-7", Decimal("-7")),
    (lies_datum, "2026-03-12", date(2026, 3, 12)),
    (lies_datum, "12.03.2026", date(2026, 3, 12)),
    (lies_datum, "2. 3. 2026", date(2026, 3, 2)),
    (lies_datum, "29.02.2028", date(2028, 2, 29)),
    (lies_wahrheitswert, False, False),
    (turnus, "ja\u0308hrlich", "jährlich"),
]


@pytest.mark.parametrize(("leser", "roh", "wert"), GUTE_WERTE)
def test_guter_wert(leser: Callable[[object], object], roh: object, wert: object) -> None:
    assert leser(roh) == wert
    assert type(leser(roh)) is type(wert)


SCHLECHTE_WERTE: list[tuple[Callable[[object], object], object, str]] = [
    (lies_text, None, "fehlt"),
    (lies_text, 12, "erwartet wird Text in Anführungszeichen"),
    (lies_text, " \x00 ", "ist leer"),
    (lies_text, "a\nb", "darf keinen Zeilenumbruch enthalten"),
    (lies_langtext, ["a"], "erwartet wird Text in Anführungszeichen"),
    (lies_ganzzahl, True, "„true“ ist keine ganze Zahl (erwartet zum Beispiel 12)"),
    (lies_ganzzahl, "zwölf", "„zwölf“ ist keine ganze Zahl (erwartet zum Beispiel 12)"),
    (lies_ganzzahl, "²", "„²“ ist keine ganze Zahl (erwartet zum Beispiel 12)"),
    (lies_betrag, "1.234", "„1.234“ ist kein eindeutiger Betrag (erwartet 1234,50 oder 1.234,50)"),
    (lies_betrag, "12,345", "„12,345“ ist kein eindeutiger Betrag (erwartet 1234,50 oder 1.234,50)"),
    (lies_betrag, "12 €", "„12 €“ ist kein eindeutiger Betrag (erwartet 1234,50 oder 1.234,50)"),
    (lies_datum, "32.13.2026", "„32.13.2026“ ist kein Datum (erwartet JJJJ-MM-TT oder TT.MM.JJJJ)"),
    (lies_datum, "29.02.2026", "„29.02.2026“ ist kein Datum (erwartet JJJJ-MM-TT oder TT.MM.JJJJ)"),
    (lies_datum, "12.3.26", "„12.3.26“ ist kein Datum (erwartet JJJJ-MM-TT oder TT.MM.JJJJ)"),
    (lies_datum, 20260312, "„20260312“ ist kein Datum (erwartet JJJJ-MM-TT oder TT.MM.JJJJ)"),
    (lies_datum, {"tag": 1}, "„{ … }“ ist kein Datum (erwartet JJJJ-MM-TT oder TT.MM.JJJJ)"),
    (lies_wahrheitswert, "ja", "„ja“ ist kein Wahrheitswert (erwartet true oder false, ohne Anführungszeichen)"),
    (lies_wahrheitswert, 1, "„1“ ist kein Wahrheitswert (erwartet true oder false, ohne Anführungszeichen)"),
    (turnus, "monatlich", "„monatlich“ ist nicht vorgesehen (erwartet halbjährlich | jährlich)"),
    (turnus, "x" * 99, f"„{'x' * 59}…“ ist nicht vorgesehen (erwartet halbjährlich | jährlich)"),
]


@pytest.mark.parametrize(("leser", "roh", "meldung"), SCHLECHTE_WERTE)
def test_schlechter_wert(leser: Callable[[object], object], roh: object, meldung: str) -> None:
    with pytest.raises(PydanticCustomError) as gefangen:
        leser(roh)
    assert gefangen.value.message() == meldung


def _geaendert(vorlage: Any, beispiel: str, aenderungen: dict[str, object]) -> dict[str, Any]:
    """Return example data with changes by path; ``...`` takes a field out."""
    daten: dict[str, Any] = copy.deepcopy(dict(lies_daten(vorlage.ordner / beispiel)))
    for pfad, wert in aenderungen.items():
        *weg, letztes = [int(teil) if teil.isdigit() else teil for teil in pfad.split("/")]
        stelle: Any = daten
        for teil in weg:
            stelle = stelle[teil]
        if wert is ...:
            del stelle[letztes]
        else:
            stelle[letztes] = wert
    return daten


def _probleme(vorlage: Any, daten: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(DatenFehler) as gefangen:
        pruefe(vorlage, daten)
    return gefangen.value.probleme


W, M, K, N = "beispiel.json", "beispiel-missbrauch.json", "beispiel.json", "beispiel-niedersachsen.json"
FALSCHE_DATEN: list[tuple[Any, str, dict[str, object], list[str]]] = [
    (KOOPERATION, K, {"partner/1/ansprechpartner/0/telefon": ...}, ["partner[2].ansprechpartner[1].telefon: fehlt"]),
    (KOOPERATION, K, {"partner/2/kurzname": None}, ["partner[3].kurzname: fehlt"]),
    (KOOPERATION, K, {"partner": "alle"}, ["partner: erwartet wird eine Liste [ … ]"]),
    (KOOPERATION, K, {"partner/0": "JVA"}, ["partner[1]: erwartet werden mehrere Angaben in { … }"]),
    (KOOPERATION, K, {"partner/0/vertretung": 1}, ["partner[1].vertretung: erwartet werden mehrere Angaben in { … }"]),
    (
        KOOPERATION,
        K,
        {"partner/0/ansprechpartner": []},
        ["partner[1].ansprechpartner: zu wenige Einträge: 0 (mindestens 1)"],
    ),
    (KOOPERATION, N, {"partner/1/rolle": "Anlaufstelle"}, ["partner: kein Eintrag mit rolle „Justizsozialdienst“"]),
    (KOOPERATION, K, {"normen_zusammenarbeit/1": ""}, ["normen_zusammenarbeit[2]: ist leer"]),
    (
        KOOPERATION,
        K,
        {"turnus": "monatlich"},
        ["turnus: „monatlich“ ist nicht vorgesehen (erwartet quartalsweise | halbjährlich | jährlich)"],
    ),
    (
        KOOPERATION,
        K,
        {"turnuss": "jährlich", "turnus": ..., "partner/0/tel": "1"},
        [
            "partner[1].tel: unbekanntes Feld",
            "turnus: fehlt",
            "turnuss: unbekanntes Feld; meinten Sie „turnus“?",
        ],
    ),
    (
        WIDERRUF,
        W,
        {"adresat": {}, "bescheiddatum": "32.13.2026"},
        [
            "bescheiddatum: „32.13.2026“ ist kein Datum (erwartet JJJJ-MM-TT oder TT.MM.JJJJ)",
            "adresat: unbekanntes Feld; meinten Sie „adressat“?",
        ],
    ),
    (WIDERRUF, W, {"adressat/anschrift": ["x"] * 6}, ["adressat.anschrift: zu viele Einträge: 6 (höchstens 4)"]),
    (WIDERRUF, W, {"massnahmen": []}, ["massnahmen: zu wenige Einträge: 0 (mindestens 1)"]),
    # hearing: held, or why not (VV Nr. 2.2 Satz 2 and 3 zu § 11 JVollzGB III)
    (WIDERRUF, W, {"anhoerung_am": ...}, ["anhoerung_am: fehlt (nötig bei anhoerung_erfolgt = true)"]),
    (
        WIDERRUF,
        M,
        {"anhoerung_hindernis": ..., "anhoerung_hindernis_grund": "  "},
        [
            "anhoerung_hindernis: fehlt (nötig bei anhoerung_erfolgt = false)",
            "anhoerung_hindernis_grund: fehlt (nötig bei anhoerung_erfolgt = false)",
        ],
    ),
    (
        WIDERRUF,
        W,
        {"anhoerung_hindernis": "untunlich"},
        ["anhoerung_hindernis: passt nicht zu den übrigen Angaben (nur bei anhoerung_erfolgt = false)"],
    ),
    (WIDERRUF, W, {"anhoerung_erfolgt": ...}, ["anhoerung_erfolgt: fehlt"]),
    (
        WIDERRUF,
        W,
        {"anhoerung_erfolgt": "ja"},
        ["anhoerung_erfolgt: „ja“ ist kein Wahrheitswert (erwartet true oder false, ohne Anführungszeichen)"],
    ),
    # discretion: none if the breach is grave (§ 11 Abs. 2 Satz 1 Nr. 3 JVollzGB III), else it must be exercised
    (WIDERRUF, W, {"ermessen": ...}, ["ermessen: fehlt (nötig bei schwerer_verstoss ≠ true)"]),
    (
        WIDERRUF,
        W,
        {"schwerer_verstoss": True},
        [
            "schwerer_verstoss: passt nicht zu den übrigen Angaben (nur bei widerrufsgrund = „Missbrauch der Maßnahme“)",
            "begruendung_schwere: fehlt (nötig bei schwerer_verstoss = true)",
            "ermessen: passt nicht zu den übrigen Angaben (nur bei schwerer_verstoss ≠ true)",
        ],
    ),
    (
        WIDERRUF,
        M,
        {"schwerer_verstoss": ...},
        ["schwerer_verstoss: fehlt (nötig bei widerrufsgrund = „Missbrauch der Maßnahme“)"],
    ),
    (
        WIDERRUF,
        M,
        {"ermessen": "Es wurde abgewogen."},
        ["ermessen: passt nicht zu den übrigen Angaben (nur bei schwerer_verstoss ≠ true)"],
    ),
    (
        WIDERRUF,
        W,
        {"bekanntgabe": "mündlich"},
        [
            "bekanntgabe_am: fehlt (nötig bei bekanntgabe = „mündlich“ oder „fernmündlich“)",
            "bekanntgabe_durch: fehlt (nötig bei bekanntgabe = „mündlich“ oder „fernmündlich“)",
        ],
    ),
    (WIDERRUF, W, {"unterschrift": "Vermerk"}, ["unterschrift_vermerk: fehlt (nötig bei unterschrift = „Vermerk“)"]),
    # order of days
    (
        WIDERRUF,
        W,
        {"bescheiddatum": "2026-03-09"},
        ["bescheiddatum: der 9.\u00a0März 2026 liegt vor dem 10.\u00a0März 2026 (anhoerung_am)"],
    ),
    (
        WIDERRUF,
        W,
        {"wirkung": "zu einem späteren Tag", "wirkung_ab": "11.03.2026"},
        ["wirkung_ab: der 11.\u00a0März 2026 liegt vor dem 12.\u00a0März 2026 (bescheiddatum)"],
    ),
]


@pytest.mark.parametrize(("vorlage", "beispiel", "aenderungen", "erwartet"), FALSCHE_DATEN)
def test_falsche_daten(vorlage: Any, beispiel: str, aenderungen: dict[str, object], erwartet: list[str]) -> None:
    assert list(_probleme(vorlage, _geaendert(vorlage, beispiel, aenderungen))) == erwartet


RICHTIGE_DATEN: list[tuple[Any, str, dict[str, object]]] = [
    (WIDERRUF, W, {"anhoerung_hindernis": None, "anhoerung_hindernis_grund": "", "versandvermerk": ""}),
    (WIDERRUF, W, {"verteiler": [], "amtsgericht": ...}),
    (WIDERRUF, W, {"bescheiddatum": "10.03.2026", "wirkung": "zu einem späteren Tag", "wirkung_ab": "10.03.2026"}),
    (WIDERRUF, M, {"schwerer_verstoss": False, "begruendung_schwere": ..., "ermessen": "Es wurde abgewogen."}),
    (WIDERRUF, W, {"bekanntgabe": "fernmündlich", "bekanntgabe_am": "12.03.2026", "bekanntgabe_durch": "Herr Berger"}),
    (KOOPERATION, N, {"regionale_ergaenzungen": ...}),
]


@pytest.mark.parametrize(("vorlage", "beispiel", "aenderungen"), RICHTIGE_DATEN)
def test_richtige_daten(vorlage: Any, beispiel: str, aenderungen: dict[str, object]) -> None:
    assert isinstance(pruefe(vorlage, _geaendert(vorlage, beispiel, aenderungen)), Daten)


def test_leere_daten_nennen_jedes_pflichtfeld_einmal() -> None:
    probleme = _probleme(WIDERRUF, {})
    pflicht = [feld.name for feld in WIDERRUF.felder if feld.pflicht and not feld.wenn]
    assert [problem.removesuffix(": fehlt") for problem in probleme] == pflicht


def test_geprueftes_ist_unveraenderlich_und_vollstaendig() -> None:
    werte = pruefe(WIDERRUF, lies_daten(WIDERRUF.ordner / M)).werte
    assert werte["ermessen"] is None
    assert werte["bescheiddatum"] == date(2026, 4, 27)
    with pytest.raises(TypeError):
        werte["zeichen"] = "x"  # type: ignore[index]


def test_die_ganze_meldung() -> None:
    with pytest.raises(DatenFehler) as gefangen:
        pruefe(KOOPERATION, _geaendert(KOOPERATION, K, {"gueltig_ab": "bald", "norm_beteiligung": ...}))
    assert str(gefangen.value) == (
        "Die Daten passen nicht zur Vorlage „kooperationsvereinbarung-haftentlassung“:\n"
        "  - norm_beteiligung: fehlt\n"
        "  - gueltig_ab: „bald“ ist kein Datum (erwartet JJJJ-MM-TT oder TT.MM.JJJJ)\n"
        "Alle Felder zeigt: normen templates kooperationsvereinbarung-haftentlassung"
    )


UNLESBAR = [
    ('{"a": 1,\n "b": 2,\n "a": 3}', 3, 2, "„a“ steht zweimal im selben Objekt."),
    ('{"x": [{"a": 1}, {"b": "{\\"a\\":", "b": 2}]}', 1, 35, "„b“ steht zweimal im selben Objekt."),
    ('{"a" 1}', 1, 6, "Erwartet wird ein Doppelpunkt nach dem Feldnamen."),
    ('{\n"a": 1\n"b": 2}', 3, 1, "Erwartet wird ein Komma oder das Ende der Aufzählung."),
    ('{"a": }', 1, 7, "Erwartet wird ein Wert."),
    ("{a: 1}", 1, 2, 'Erwartet wird ein Feldname in Anführungszeichen: "feld".'),
    ('{"a": "x', 1, 7, "Dieser Text hat kein schließendes Anführungszeichen."),
    ('{"a": "x\ny"}', 1, 9, "Ein Text darf keinen Zeilenumbruch enthalten; schreiben Sie \\n."),
    ('{"a": 1} {', 1, 10, "Nach dem Ende der Daten steht noch etwas."),
    ("[1]", 1, 1, 'Erwartet wird ein Objekt: { "feld": wert, … }.'),
    ("", 0, 0, "Erwartet wird ein Wert."),
    ('{"a": NaN}', 1, 1, "Eine Zahl ist nicht lesbar (NaN)."),
    ("[" * 200_000, 1, 1, "Die Daten sind zu tief verschachtelt."),
]


@pytest.mark.parametrize(("text", "zeile", "spalte", "grund"), UNLESBAR, ids=[grund for *_, grund in UNLESBAR])
def test_unlesbares_json_nennt_zeile_und_spalte(text: str, zeile: int, spalte: int, grund: str) -> None:
    with pytest.raises(DatenFehler) as gefangen:
        lies_json(text, "fall.json")
    ort = gefangen.value.ort
    assert ort is not None
    assert (ort.datei, ort.zeile, ort.spalte) == ("fall.json", zeile, spalte)
    assert gefangen.value.probleme == (grund,)


def test_datei_fehlt_ist_kein_utf8_oder_hat_eine_kennung_vorn(tmp_path: Path) -> None:
    with pytest.raises(DatenFehler, match="lässt sich nicht öffnen"):
        lies_daten(tmp_path / "nirgends.json")
    (tmp_path / "latin.json").write_bytes('{"a": "Straße"}'.encode("latin-1"))
    with pytest.raises(DatenFehler, match=r"nicht in UTF-8 gespeichert \(Byte 12\)"):
        lies_daten(tmp_path / "latin.json")
    (tmp_path / "bom.json").write_bytes(b'\xef\xbb\xbf{"a": 1.10}')
    assert lies_daten(tmp_path / "bom.json") == {"a": Decimal("1.10")}
