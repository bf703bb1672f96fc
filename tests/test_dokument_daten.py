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
from normen.wissen import Wissen

WIDERRUF = lade_vorlage(ordner("templates") / "widerruf-vollzugsoeffnender-massnahmen")
KOOPERATION = lade_vorlage(ordner("templates") / "kooperationsvereinbarung-haftentlassung")
DISZIPLIN = lade_vorlage(ordner("templates") / "disziplinarverfuegung")
EHRENAMT = lade_vorlage(ordner("templates") / "zulassung-ehrenamt")
turnus = leser_auswahl(("halbjährlich", "jährlich"))

GUTE_WERTE: list[tuple[Callable[[object], object], object, object]] = [
    (lies_text, "  Lindner ", "Lindner"),
    (lies_text, "Mu\u0308ller", "Müller"),
    (lies_text, "a\tb", "a b"),
    (lies_langtext, "eins\r\n\r\nzwei", "eins\n\nzwei"),
    (lies_ganzzahl, 12, 12),
    (lies_ganzzahl, " -3 ", -3),
    (lies_betrag, 12, Decimal("12")),
    (lies_betrag, Decimal("0.1"), Decimal("0.1")),
    (lies_betrag, "1.234,50", Decimal("1234.50")),
    (lies_betrag, "1234,5", Decimal("1234.5")),
    (lies_betrag, "1234.50", Decimal("1234.50")),
    (lies_betrag, "-7", Decimal("-7")),
    (lies_betrag, Decimal("1E+2"), Decimal("1E+2")),
    (lies_betrag, Decimal("12.5000"), Decimal("12.5000")),
    (lies_betrag, 999_999_999_999, Decimal(999_999_999_999)),
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
    (lies_text, "  ", "ist leer"),
    (lies_text, " - ", "„-“ ist keine Angabe; schreiben Sie, was dort stehen soll"),
    (lies_langtext, "?", "„?“ ist keine Angabe; schreiben Sie, was dort stehen soll"),
    (lies_text, "a\x00", "enthält ein Zeichen, das nicht gedruckt werden kann (U+0000, Stelle 2); löschen Sie es"),
    (lies_text, "\ud800", "enthält ein Zeichen, das nicht gedruckt werden kann (U+D800, Stelle 1); löschen Sie es"),
    (
        lies_langtext,
        "eins\n\x0bzwei",
        "enthält ein Zeichen, das nicht gedruckt werden kann (U+000B, Stelle 6); löschen Sie es",
    ),
    (lies_text, "a\nb", "darf keinen Zeilenumbruch enthalten"),
    (lies_langtext, ["a"], "erwartet wird Text in Anführungszeichen"),
    (lies_ganzzahl, True, "„true“ ist keine ganze Zahl (erwartet zum Beispiel 12)"),
    (lies_ganzzahl, "zwölf", "„zwölf“ ist keine ganze Zahl (erwartet zum Beispiel 12)"),
    (lies_ganzzahl, "²", "„²“ ist keine ganze Zahl (erwartet zum Beispiel 12)"),
    (lies_betrag, "1.234", "„1.234“ ist kein eindeutiger Betrag (erwartet 1234,50 oder 1.234,50)"),
    (lies_betrag, "12,345", "„12,345“ ist kein eindeutiger Betrag (erwartet 1234,50 oder 1.234,50)"),
    (lies_betrag, "12 €", "„12 €“ ist kein eindeutiger Betrag (erwartet 1234,50 oder 1.234,50)"),
    (lies_betrag, Decimal("1e400"), "„1E+400“ ist kein möglicher Betrag (erwartet weniger als eine Billion Euro)"),
    (lies_betrag, Decimal("NaN"), "„NaN“ ist kein möglicher Betrag (erwartet weniger als eine Billion Euro)"),
    (lies_betrag, "1000000000000", "„1000000000000“ ist kein möglicher Betrag (erwartet weniger als eine Billion Euro)"),
    (
        lies_betrag,
        Decimal("1234.567"),
        "„1234.567“ ist kein Betrag in Euro und Cent (erwartet höchstens zwei Stellen hinter dem Komma)",
    ),
    (
        lies_betrag,
        Decimal("1e-400"),
        "„1E-400“ ist kein Betrag in Euro und Cent (erwartet höchstens zwei Stellen hinter dem Komma)",
    ),
    (lies_ganzzahl, 10**18, "„1000000000000000000“ ist keine ganze Zahl (erwartet zum Beispiel 12)"),
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


def _probleme(vorlage: Any, daten: dict[str, Any], wissen: Wissen) -> tuple[str, ...]:
    with pytest.raises(DatenFehler) as gefangen:
        pruefe(vorlage, daten, wissen)
    return gefangen.value.probleme


W, M, K, N = "beispiel.json", "beispiel-missbrauch.json", "beispiel.json", "beispiel-niedersachsen.json"
J, V = "beispiel-jugendstrafe.json", "beispiel-sicherungsverwahrung.json"
SCHWER = "Missbrauch der Maßnahme, schwerer Verstoß"
OHNE_ERMESSEN = f"„{SCHWER}“ oder „Erfordernisse der Behandlung“"
PASST_NICHT = (
    "passt nicht; gebraucht wird eine Norm in § 9 JVollzGB III oder § 10 JVollzGB III, oder eine, in deren Absatz eine "
    "Verweisung § 11 Abs. 2 JVollzGB III gelten lässt"
)
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
    # a choice that only one entry may make; entries that cannot be read are told for themselves
    (
        DISZIPLIN,
        J,
        {"massnahmen_jung/1/art": "Freizeitgegenstände oder Veranstaltungen"},
        ["massnahmen_jung: mehr als ein Eintrag mit art „Freizeitgegenstände oder Veranstaltungen“"],
    ),
    (DISZIPLIN, J, {"massnahmen_jung/1": "Arrest"}, ["massnahmen_jung[2]: erwartet werden mehrere Angaben in { … }"]),
    # the duty that was broken stands in the Buch of the Vollzugsart
    (
        DISZIPLIN,
        J,
        {"verfehlungen/0/pflicht": "§ 62 Abs. 1 JVollzGB III"},
        [
            "verfehlungen[1].pflicht: § 62 Abs. 1 JVollzGB III passt nicht; gebraucht wird eine Norm in JVollzGB IV oder "
            "JVollzGB I"
        ],
    ),
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
        {"adresat": {}, "briefdatum": "32.13.2026"},
        [
            "briefdatum: „32.13.2026“ ist kein Datum (erwartet JJJJ-MM-TT oder TT.MM.JJJJ)",
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
    (WIDERRUF, W, {"ermessen": ...}, [f"ermessen: fehlt (nötig bei widerrufsgrund ≠ {OHNE_ERMESSEN})"]),
    (
        WIDERRUF,
        W,
        {"widerrufsgrund": SCHWER, "verletzte_weisung": ...},
        [
            f"begruendung_schwere: fehlt (nötig bei widerrufsgrund = „{SCHWER}“)",
            f"ermessen: passt nicht zu den übrigen Angaben (nur bei widerrufsgrund ≠ {OHNE_ERMESSEN})",
        ],
    ),
    (
        WIDERRUF,
        M,
        {"ermessen": "Es wurde abgewogen."},
        [f"ermessen: passt nicht zu den übrigen Angaben (nur bei widerrufsgrund ≠ {OHNE_ERMESSEN})"],
    ),
    # a Rücknahme has no ground to choose, but discretion
    (
        WIDERRUF,
        W,
        {"aufhebung": "Rücknahme", "ermessen": ...},
        [
            "widerrufsgrund: passt nicht zu den übrigen Angaben (nur bei aufhebung = „Widerruf“)",
            f"ermessen: fehlt (nötig bei widerrufsgrund ≠ {OHNE_ERMESSEN})",
        ],
    ),
    # § 81 JVollzGB V obliges to no Widerruf; Book IV has none for the sake of the treatment
    (
        WIDERRUF,
        V,
        {"widerrufsgrund": SCHWER, "begruendung_schwere": "Schwer.", "ermessen": ...},
        [
            "vollzugsart, widerrufsgrund: § 81 Abs. 3 JVollzGB V schreibt den Widerruf auch bei schweren Verstößen nicht "
            "vor; wählen Sie „Missbrauch der Maßnahme“, mit Abwägung."
        ],
    ),
    (
        WIDERRUF,
        J,
        {"aufhebung": "Widerruf", "widerrufsgrund": "Erfordernisse der Behandlung", "ermessen": ...},
        [
            "vollzugsart, widerrufsgrund: Einen Widerruf, weil die Behandlung ihn erfordert, gibt es nur nach § 89 Abs. 4 "
            "Satz 4 JVollzGB III und § 13 Abs. 2 Satz 3 JVollzGB V.",
            "massnahmen[1].rechtsgrundlage: § 9 Abs. 2 Nr. 2 JVollzGB IV passt nicht; gebraucht wird eine Norm in § 89 "
            "Abs. 4 JVollzGB III oder § 13 Abs. 1 JVollzGB V",
        ],
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
        {"briefdatum": "2026-03-09", "aktenkundig_am": "2026-03-09"},
        ["anhoerung_am: der 10.\u00a0März 2026 liegt nach dem 9.\u00a0März 2026 (briefdatum)"],
    ),
    (
        WIDERRUF,
        W,
        {"massnahmen/1/gewaehrt_am": "09.02.2027"},
        ["massnahmen[2].gewaehrt_am: der 9.\u00a0Februar 2027 liegt nach dem 12.\u00a0März 2026 (briefdatum)"],
    ),
    (
        WIDERRUF,
        W,
        {"adressat/geburtsdatum": "2030-05-04"},
        ["adressat.geburtsdatum: der 4.\u00a0Mai 2030 liegt nach dem 12.\u00a0März 2026 (briefdatum)"],
    ),
    (
        WIDERRUF,
        W,
        {"aktenkundig_am": "2030-03-12"},
        ["aktenkundig_am: der 12.\u00a0März 2030 liegt nach dem 12.\u00a0März 2026 (briefdatum)"],
    ),
    (
        WIDERRUF,
        W,
        {"bekanntgabe": "mündlich", "bekanntgabe_am": "9.3.2026", "bekanntgabe_durch": "Herrn Berger"},
        ["anhoerung_am: der 10.\u00a0März 2026 liegt nach dem 9.\u00a0März 2026 (bekanntgabe_am)"],
    ),
    (
        WIDERRUF,
        W,
        {"wirkung": "zu einem späteren Tag", "wirkung_ab": "12.03.2026"},
        ["briefdatum: der 12.\u00a0März 2026 muss vor diesem Tag liegen (wirkung_ab)"],
    ),
    (
        KOOPERATION,
        K,
        {"gueltig_ab": "2026-05-17"},
        ["vereinbarungsdatum: der 18.\u00a0Mai 2026 liegt nach dem 17.\u00a0Mai 2026 (gueltig_ab)"],
    ),
    # a later day of effect leaves the measure in place until then
    (
        WIDERRUF,
        W,
        {"wirkung": "zu einem späteren Tag", "wirkung_ab": "01.04.2026", "ausserhalb_der_anstalt": True},
        [
            "ausserhalb_der_anstalt, wirkung: Bis zu dem späteren Tag gilt die Maßnahme weiter; so lange kann der Bescheid "
            "keine unverzügliche Rückkehr anordnen."
        ],
    ),
    # a contradiction with a value inside a table
    (
        EHRENAMT,
        "beispiel.json",
        {"unterzeichner/zusatz": "Im Auftrag"},
        [
            "taetigkeit, unterzeichner.zusatz: Über die Zulassung zur Einzelbetreuung entscheidet die Anstaltsleiterin "
            "oder der Anstaltsleiter; eine Übertragung ist ausgeschlossen (VV Nr. 1.5.1 Satz 1 zu § 16 JVollzGB I)."
        ],
    ),
    (EHRENAMT, "beispiel.json", {"unterzeichner/zusatz": ...}, ["unterzeichner.zusatz: fehlt"]),
    (
        EHRENAMT,
        "beispiel.json",
        {"unterzeichner": "Im Auftrag"},
        ["unterzeichner: erwartet werden mehrere Angaben in { … }"],
    ),
    # rules see what the reader of the field makes of a value
    (
        WIDERRUF,
        W,
        {"widerrufsgrund": f"{SCHWER} ", "verletzte_weisung": ..., "ermessen": ...},
        [f"begruendung_schwere: fehlt (nötig bei widerrufsgrund = „{SCHWER}“)"],
    ),
    (
        KOOPERATION,
        N,
        {"partner/1/rolle": " Anlaufstelle"},
        ["partner: kein Eintrag mit rolle „Justizsozialdienst“"],
    ),
    # citations in texts
    (
        WIDERRUF,
        W,
        {"rechtliche_wuerdigung": "§ 999 JVollzGB III und VV Nr. 77 zu § 11 JVollzGB III", "zeichen": "a\x00"},
        [
            "zeichen: enthält ein Zeichen, das nicht gedruckt werden kann (U+0000, Stelle 2); löschen Sie es",
            "rechtliche_wuerdigung: zitiert „§ 999 JVollzGB III“; § 999 JVollzGB III gibt es nicht. JVollzGB III gibt es. "
            "Meinten Sie „§ 113 JVollzGB III“, „§ 112 JVollzGB III“ oder „§ 111 JVollzGB III“?",
            "rechtliche_wuerdigung: zitiert „VV Nr. 77 zu § 11 JVollzGB III“; VV Nr. 77 zu § 11 JVollzGB III gibt es nicht. "
            "VV zu § 11 JVollzGB III gibt es. Meinten Sie „VV Nr. 2 zu § 11 JVollzGB III“, "
            "„VV Nr. 2.1 zu § 11 JVollzGB III“ oder „VV Nr. 2.2 zu § 11 JVollzGB III“?",
        ],
    ),
    (
        KOOPERATION,
        K,
        {"regionale_ergaenzungen/1": "Es gilt § 114 JVollzGB III.", "rahmenregelung": "§§ 86 bis 112 JVollzGB IV"},
        [
            "rahmenregelung: zitiert „§§ 86 bis 112 JVollzGB IV“; § 112 JVollzGB IV gibt es nicht. JVollzGB IV gibt es. "
            "Meinten Sie „§ 88 JVollzGB IV“, „§ 87 JVollzGB IV“ oder „§ 86 JVollzGB IV“?",
            "regionale_ergaenzungen[2]: zitiert „§ 114 JVollzGB III“; § 114 JVollzGB III gibt es nicht. "
            "JVollzGB III gibt es. Meinten Sie „§ 113 JVollzGB III“, „§ 112 JVollzGB III“ oder „§ 111 JVollzGB III“?",
        ],
    ),
    (
        KOOPERATION,
        K,
        {"norm_beratung": "§ 41 Abs JVollzGB III"},
        [
            "norm_beratung: Spalte 10: Das Zitat ist nicht lesbar:\n      § 41 Abs JVollzGB III\n               ^\n"
            "    Verstanden: „§ 41 Abs“. Erwartet: eine Zahl nach „Abs“."
        ],
    ),
    # legal bases: Maßnahmen nach den §§ 9 und 10, and those for which § 11 applies by a Verweisung
    (
        WIDERRUF,
        W,
        {"massnahmen/0/rechtsgrundlage": "§ 57 StGB"},
        [f"massnahmen[1].rechtsgrundlage: § 57 StGB {PASST_NICHT}"],
    ),
    (
        WIDERRUF,
        W,
        {"massnahmen/0/rechtsgrundlage": "§ 51 JVollzGB III", "massnahmen/1/rechtsgrundlage": "§ 9 JVollzGB IV"},
        [
            f"massnahmen[1].rechtsgrundlage: § 51 JVollzGB III {PASST_NICHT}",
            f"massnahmen[2].rechtsgrundlage: § 9 JVollzGB IV {PASST_NICHT}",
        ],
    ),
    # in youth custody § 11 reaches measures of §§ 9 and 10 only, and no clause takes it over
    (
        WIDERRUF,
        J,
        {"massnahmen/0/rechtsgrundlage": "§ 83 Abs. 2 Satz 1 JVollzGB IV"},
        [
            "massnahmen[1].rechtsgrundlage: § 83 Abs. 2 Satz 1 JVollzGB IV passt nicht; gebraucht wird eine Norm in "
            "§ 9 JVollzGB IV oder § 10 JVollzGB IV"
        ],
    ),
    (
        WIDERRUF,
        V,
        {"massnahmen/0/rechtsgrundlage": "§ 14 Abs. 1 JVollzGB V"},
        [
            "massnahmen[1].rechtsgrundlage: § 14 Abs. 1 JVollzGB V passt nicht; gebraucht wird eine Norm in "
            "§ 11 JVollzGB V oder § 12 JVollzGB V oder § 13 Abs. 1 JVollzGB V"
        ],
    ),
    (
        WIDERRUF,
        V,
        {"vollzugsart": "Freiheitsstrafe", "anwendung_ueber": "§ 89 Abs. 3 Satz 2 JVollzGB III"},
        [f"massnahmen[1].rechtsgrundlage: § 11 Abs. 1 Nr. 1 JVollzGB V {PASST_NICHT}"],
    ),
    (
        WIDERRUF,
        W,
        {"massnahmen/0/rechtsgrundlage": "VV Nr. 6.9 zu § 9 JVollzGB III"},
        [f"massnahmen[1].rechtsgrundlage: VV Nr. 6.9 zu § 9 JVollzGB III {PASST_NICHT}"],
    ),
    # § 45 Abs. 1 Satz 2 leaves §§ 9, 11 and 12 unaffected; that makes nothing apply
    (
        WIDERRUF,
        M,
        {"massnahmen/0/rechtsgrundlage": "§ 45 Abs. 1 JVollzGB III", "anwendung_ueber": "§ 45 Abs. 1 Satz 2 JVollzGB III"},
        [f"massnahmen[1].rechtsgrundlage: § 45 Abs. 1 JVollzGB III {PASST_NICHT}"],
    ),
    (
        WIDERRUF,
        M,
        {"anwendung_ueber": ...},
        [
            "anwendung_ueber: fehlt; für § 89 Abs. 3 Satz 1 JVollzGB III gilt § 11 Abs. 2 JVollzGB III nur über "
            "§ 89 Abs. 3 Satz 2 JVollzGB III"
        ],
    ),
    (
        WIDERRUF,
        M,
        {"anwendung_ueber": "§ 88 Satz 2 JVollzGB III"},
        [
            "anwendung_ueber: § 88 Satz 2 JVollzGB III lässt § 11 Abs. 2 JVollzGB III nicht für § 89 Abs. 3 Satz 1 "
            "JVollzGB III gelten; das tut § 89 Abs. 3 Satz 2 JVollzGB III"
        ],
    ),
    (
        WIDERRUF,
        W,
        {"anwendung_ueber": "§ 89 Abs. 3 Satz 2 JVollzGB III"},
        [
            "anwendung_ueber: passt nicht zu den übrigen Angaben (§ 11 Abs. 2 JVollzGB III gilt hier unmittelbar)",
        ],
    ),
]


@pytest.mark.parametrize(("vorlage", "beispiel", "aenderungen", "erwartet"), FALSCHE_DATEN)
def test_falsche_daten(
    vorlage: Any, beispiel: str, aenderungen: dict[str, object], erwartet: list[str], wissen: Wissen
) -> None:
    assert list(_probleme(vorlage, _geaendert(vorlage, beispiel, aenderungen), wissen)) == erwartet


RICHTIGE_DATEN: list[tuple[Any, str, dict[str, object]]] = [
    (WIDERRUF, W, {"anhoerung_hindernis": None, "anhoerung_hindernis_grund": "", "versandvermerk": ""}),
    (WIDERRUF, W, {"verteiler": [], "amtsgericht": ...}),
    (WIDERRUF, W, {"wirkung": "zu einem späteren Tag", "wirkung_ab": "13.03.2026"}),
    (WIDERRUF, W, {"bekanntgabe": "mündlich", "bekanntgabe_am": "10.03.2026", "bekanntgabe_durch": "Herrn Berger"}),
    (WIDERRUF, W, {"massnahmen/0/rechtsgrundlage": "§ 10 I JVollzGB III"}),
    (WIDERRUF, M, {"anwendung_ueber": "§ 89 Abs. 3 JVollzGB III"}),
    (
        WIDERRUF,
        M,
        {"massnahmen/0/rechtsgrundlage": "§ 49 Abs. 7 Satz 1 JVollzGB III", "anwendung_ueber": "§ 49 VII 2 JVollzGB III"},
    ),
    (
        WIDERRUF,
        M,
        {"massnahmen/0/rechtsgrundlage": "§ 88 JVollzGB III", "anwendung_ueber": "§ 88 Satz 2 JVollzGB III"},
    ),
    (KOOPERATION, K, {"gueltig_ab": "2026-05-18"}),
    (
        WIDERRUF,
        M,
        {"widerrufsgrund": "Missbrauch der Maßnahme", "begruendung_schwere": ..., "ermessen": "Es wurde abgewogen."},
    ),
    (
        WIDERRUF,
        V,
        {
            "massnahmen/0/rechtsgrundlage": "§ 13 Abs. 1 Satz 1 JVollzGB V",
            "widerrufsgrund": "Erfordernisse der Behandlung",
            "ermessen": ...,
        },
    ),
    (WIDERRUF, W, {"bekanntgabe": "fernmündlich", "bekanntgabe_am": "12.03.2026", "bekanntgabe_durch": "Herr Berger"}),
    (KOOPERATION, N, {"regionale_ergaenzungen": ...}),
    (EHRENAMT, "beispiel-gruppe.json", {"unterzeichner/zusatz": "Im Auftrag"}),
]


@pytest.mark.parametrize(("vorlage", "beispiel", "aenderungen"), RICHTIGE_DATEN)
def test_richtige_daten(vorlage: Any, beispiel: str, aenderungen: dict[str, object], wissen: Wissen) -> None:
    assert isinstance(pruefe(vorlage, _geaendert(vorlage, beispiel, aenderungen), wissen), Daten)


def test_leere_daten_nennen_jedes_pflichtfeld_einmal(wissen: Wissen) -> None:
    probleme = _probleme(WIDERRUF, {}, wissen)
    pflicht = [feld.name for feld in WIDERRUF.felder if feld.pflicht and not feld.wenn]
    assert [problem.removesuffix(": fehlt") for problem in probleme] == pflicht


def test_geprueftes_ist_unveraenderlich_und_vollstaendig(wissen: Wissen) -> None:
    werte = pruefe(WIDERRUF, lies_daten(WIDERRUF.ordner / M), wissen).werte
    assert werte["ermessen"] is None
    assert werte["briefdatum"] == date(2026, 4, 27)
    with pytest.raises(TypeError):
        werte["zeichen"] = "x"  # type: ignore[index]


def test_die_ganze_meldung(wissen: Wissen) -> None:
    with pytest.raises(DatenFehler) as gefangen:
        pruefe(KOOPERATION, _geaendert(KOOPERATION, K, {"gueltig_ab": "bald", "norm_beteiligung": ...}), wissen)
    assert str(gefangen.value) == (
        "Die Daten passen nicht zur Vorlage „kooperationsvereinbarung-haftentlassung“:\n"
        "  - norm_beteiligung: fehlt\n"
        "  - gueltig_ab: „bald“ ist kein Datum (erwartet JJJJ-MM-TT oder TT.MM.JJJJ)\n"
        "Alle Felder zeigt: normen templates kooperationsvereinbarung-haftentlassung"
    )


KRUMM = 'Ein Text beginnt hier mit einem geraden Anführungszeichen und endet mit einem anderen; schreiben Sie gerade: "…".'
IM_TEXT = 'Gehört das Anführungszeichen davor zum Text, schreiben Sie \\".'
UNLESBAR = [
    ('{"a": 1,\n "b": 2,\n "a": 3}', 3, 2, "„a“ steht zweimal im selben Objekt."),
    ('{"x": [{"a": 1}, {"b": "{\\"a\\":", "b": 2}]}', 1, 35, "„b“ steht zweimal im selben Objekt."),
    ('{"a" 1}', 1, 6, "Erwartet wird ein Doppelpunkt nach dem Feldnamen."),
    ('{\n"a": 1\n"b": 2}', 3, 1, "Erwartet wird ein Komma oder das Ende der Aufzählung."),
    ('{"a": }', 1, 7, "Erwartet wird ein Wert."),
    ("{a: 1}", 1, 2, 'Erwartet wird ein Feldname in Anführungszeichen: "feld".'),
    ('{"a": "x', 1, 7, "Dieser Text hat kein schließendes Anführungszeichen."),
    ('{"a": "x\ny"}', 1, 9, "Ein Text darf keinen Zeilenumbruch enthalten; schreiben Sie \\n."),
    ('{"a": "x\ty"}', 1, 9, "Ein Text darf keinen Tabulator enthalten; schreiben Sie ein Leerzeichen."),
    ('{"a": "x\x00y"}', 1, 9, "Hier steht ein Steuerzeichen (U+0000), das in keinem Text stehen kann; löschen Sie es."),
    ('{"a": \x001}', 1, 7, "Hier steht ein Steuerzeichen (U+0000), das in keinem Text stehen kann; löschen Sie es."),
    ('{"a": ' + "9" * 5000 + "}", 1, 1, "Eine Zahl ist nicht lesbar (zu viele Stellen)."),
    ('{"a": 1} {', 1, 10, "Nach dem Ende der Daten steht noch etwas."),
    ("[1]", 1, 1, 'Erwartet wird ein Objekt: { "feld": wert, … }.'),
    ("", 0, 0, "Die Datei ist leer."),
    (" \n", 0, 0, "Die Datei ist leer."),
    ('{"a": „Marco“}', 1, 7, 'Das Anführungszeichen „ gilt in JSON nicht; schreiben Sie gerade: "…".'),
    ('{„a“: "x"}', 1, 2, 'Das Anführungszeichen „ gilt in JSON nicht; schreiben Sie gerade: "…".'),
    ("{'a': 1}", 1, 2, 'Das Anführungszeichen \' gilt in JSON nicht; schreiben Sie gerade: "…".'),
    ('{"a": "Marco“}', 1, 7, KRUMM),
    ('{"a": "Marco“,\n "b": "x"}', 1, 15, KRUMM),
    ('{"a": "Marco“, "b": "x"}', 1, 17, KRUMM),
    ('{"a": "die „Maßnahme“\n und"}', 1, 22, "Ein Text darf keinen Zeilenumbruch enthalten; schreiben Sie \\n."),
    ('{"a": True}', 1, 7, "„True“ schreibt JSON true, klein und ohne Anführungszeichen."),
    ('{"a": FALSCH}', 1, 7, "„FALSCH“ schreibt JSON false, klein und ohne Anführungszeichen."),
    ('{"a": None}', 1, 7, "„None“ schreibt JSON null, klein und ohne Anführungszeichen."),
    ('{"a": Marco}', 1, 7, 'Vor „Marco“ fehlt ein Anführungszeichen; Texte stehen in geraden: "…".'),
    ('{"a": "sagte "nein" dazu"}', 1, 15, f"Erwartet wird ein Komma oder das Ende der Aufzählung. {IM_TEXT}"),
    ('{"a": "er „x", danach"}', 1, 16, f'Erwartet wird ein Feldname in Anführungszeichen: "feld". {IM_TEXT}'),
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


def test_datei_fehlt_oder_ist_kein_utf8(tmp_path: Path) -> None:
    with pytest.raises(DatenFehler, match="lässt sich nicht öffnen"):
        lies_daten(tmp_path / "nirgends.json")
    (tmp_path / "latin.json").write_bytes('{"a": "Straße"}'.encode("latin-1"))
    with pytest.raises(DatenFehler, match=r"nicht in UTF-8 gespeichert \(Byte 12\)") as gefangen:
        lies_daten(tmp_path / "latin.json")
    assert gefangen.value.rat == "Speichern Sie sie im Editor mit „Speichern unter“ und der Codierung UTF-8."


@pytest.mark.parametrize("codierung", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_json_wie_editor_und_powershell_es_speichern(codierung: str, tmp_path: Path) -> None:
    datei = tmp_path / "fall.json"
    datei.write_bytes('{"a": "Straße", "b": 1.10}'.encode(codierung))
    assert lies_daten(datei) == {"a": "Straße", "b": Decimal("1.10")}
