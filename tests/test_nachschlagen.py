"""Citations as people type them: which Einheit is meant, or a message that says what was understood and what is nearest."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normen.fehler import ZitatFehler
from normen.wissen import Wissen
from normen.zitatleser import lies_zitat

#: What is typed, and the Einheit that is meant.
GEMEINT = """
# canonical
§ 9 Abs. 2 Nr. 3 JVollzGB III                          | § 9 Abs. 2 Nr. 3 JVollzGB III
VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III                  | VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III
Anlage 9 Nr. 3 VwV JVollzGB                            | Anlage 9 Nr. 3 VwV JVollzGB
Nr. 4.6 AV ForAmb NRW                                  | Nr. 4.6 AV ForAmb NRW
§ 1 Abs. 1 Vergütungsstufe III JVollzVergO             | § 1 Abs. 1 Vergütungsstufe III JVollzVergO
Abschnitt 2 JVollzGB III                               | Abschnitt 2 JVollzGB III
Vermerk zu § 80 JVollzGB III                           | Vermerk zu § 80 JVollzGB III
JVollzVergO                                            | JVollzVergO

# spellings of the levels
§9 II Nr.3 JVollzGB III                                | § 9 Abs. 2 Nr. 3 JVollzGB III
Paragraph 9 Absatz 2 Nummer 3 JVollzGB III             | § 9 Abs. 2 Nr. 3 JVollzGB III
Paragraf 9 Absatz 2 Ziffer 3 JVollzGB III              | § 9 Abs. 2 Nr. 3 JVollzGB III
§ 9 (2) Nr. 3 JVollzGB III                             | § 9 Abs. 2 Nr. 3 JVollzGB III
§ 9 Abs 2 Nr 3 JVollzGB III                            | § 9 Abs. 2 Nr. 3 JVollzGB III
§ 9 abs. 2 nr. 3 jvollzgb iii                          | § 9 Abs. 2 Nr. 3 JVollzGB III
§ 9, Abs. 2, Nr. 3, JVollzGB III                       | § 9 Abs. 2 Nr. 3 JVollzGB III
§§ 9 JVollzGB III                                      | § 9 JVollzGB III
§ 11 Abs. 1a JVollzGB III                              | § 11 Abs. 1a JVollzGB III
§ 11 Abs. 1 a JVollzGB III                             | § 11 Abs. 1a JVollzGB III
§ 11 Ia JVollzGB III                                   | § 11 Abs. 1a JVollzGB III
§ 11 II 1 Nr. 3 JVollzGB III                           | § 11 Abs. 2 Satz 1 Nr. 3 JVollzGB III
§ 11 Abs. 2 S. 2 JVollzGB III                          | § 11 Abs. 2 Satz 2 JVollzGB III
Anl. 9 VwV JVollzGB                                    | Anlage 9 VwV JVollzGB

# names of the works
§ 9 JVollzGB 3                                         | § 9 JVollzGB III
§ 9 JVollzGB-III                                       | § 9 JVollzGB III
§ 9 des JVollzGB III                                   | § 9 JVollzGB III
§ 9 Justizvollzugsgesetzbuch III                       | § 9 JVollzGB III
§ 9 JVollzGB BW III                                    | § 9 JVollzGB III
§ 9 JVollzGB Buch 3                                    | § 9 JVollzGB III
§ 9 Buch 3 JVollzGB                                    | § 9 JVollzGB III
JVollzGB III § 9 Abs. 2 Nr. 3                          | § 9 Abs. 2 Nr. 3 JVollzGB III
JVollzGB III, § 9                                      | § 9 JVollzGB III
§ 1 Justizvollzugsvergütungsordnung                    | § 1 JVollzVergO
Nr. 4.6 AV ForAmb                                      | Nr. 4.6 AV ForAmb NRW
AV ForAmb NRW Nr. 4.6                                  | Nr. 4.6 AV ForAmb NRW

# the VV on a §
VV zu § 9 JVollzGB III                                 | VV zu § 9 JVollzGB III
VV Nr. 6.9 zu § 9 JVollzGB 3                           | VV Nr. 6.9 zu § 9 JVollzGB III
VV 6.9 zu § 9 JVollzGB III                             | VV Nr. 6.9 zu § 9 JVollzGB III
VwV Nr. 6.9 zu § 9 JVollzGB III                        | VV Nr. 6.9 zu § 9 JVollzGB III
Nr. 6.9 VV zu § 9 JVollzGB III                         | VV Nr. 6.9 zu § 9 JVollzGB III
Nr. 6.9 der VV zu § 9 JVollzGB III                     | VV Nr. 6.9 zu § 9 JVollzGB III
Nummer 6.9 der Verwaltungsvorschrift zu § 9 JVollzGB III | VV Nr. 6.9 zu § 9 JVollzGB III
Nr. 6.9 zu § 9 JVollzGB III                            | VV Nr. 6.9 zu § 9 JVollzGB III
VV zu § 9 JVollzGB III Nr. 6.9                         | VV Nr. 6.9 zu § 9 JVollzGB III
VV § 9 JVollzGB III Nr. 6.9                            | VV Nr. 6.9 zu § 9 JVollzGB III
Verwaltungsvorschrift zu § 9 JVollzGB III              | VV zu § 9 JVollzGB III
zu § 9 JVollzGB III                                    | VV zu § 9 JVollzGB III
VV Satz 2 zu § 50 JVollzGB V                           | VV Satz 2 zu § 50 JVollzGB V

# levels left out: the only Satz with such a number
§ 11 Abs. 2 Nr. 3 JVollzGB III                         | § 11 Abs. 2 Satz 1 Nr. 3 JVollzGB III
§ 11 II Nr. 3 JVollzGB III                             | § 11 Abs. 2 Satz 1 Nr. 3 JVollzGB III
§ 2 Abs. 2 Nr. 1 JVollzVergO                           | § 2 Abs. 2 Satz 2 Nr. 1 JVollzVergO

# levels that are not counted where there is only one: Satz 1 is the whole Absatz, §, number or VV
§ 11 Abs. 1 Satz 1 JVollzGB III                        | § 11 Abs. 1 JVollzGB III
§ 55 Satz 1 JVollzGB III                               | § 55 JVollzGB III
§ 9 Abs. 2 Satz 1 JVollzGB III                         | § 9 Abs. 2 JVollzGB III
§ 9 Abs. 2 Satz 1 Nr. 3 JVollzGB III                   | § 9 Abs. 2 Nr. 3 JVollzGB III
VV Nr. 1 Satz 1 zu § 10 JVollzGB III                   | VV Nr. 1 zu § 10 JVollzGB III
VV Satz 1 zu § 36 JVollzGB II                          | VV zu § 36 JVollzGB II

# "and the following" begins with the one that is named
§ 9 ff. JVollzGB III                                   | § 9 JVollzGB III
§§ 9 f. JVollzGB III                                   | § 9 JVollzGB III
"""


def _tabelle(text: str) -> list[tuple[str, str]]:
    zeilen = (zeile for zeile in text.strip().splitlines() if zeile and not zeile.startswith("#"))
    return [(links.strip(), rechts.strip()) for links, _, rechts in (zeile.partition("|") for zeile in zeilen)]


@pytest.mark.parametrize(("getippt", "gemeint"), _tabelle(GEMEINT))
def test_gemeint_ist(wissen: Wissen, getippt: str, gemeint: str) -> None:
    assert wissen.finde(getippt).zitat == gemeint


@pytest.mark.parametrize("zeichen", ["\N{NO-BREAK SPACE}", "\t", "\n", "   ", "\N{NARROW NO-BREAK SPACE}"], ids=ascii)
def test_leerraum_ist_gleich(wissen: Wissen, zeichen: str) -> None:
    """Copied from Word and from PDF, a citation has all kinds of white space."""
    assert wissen.finde("§ 9 Abs. 2 Nr. 3 JVollzGB III".replace(" ", zeichen)).zitat == "§ 9 Abs. 2 Nr. 3 JVollzGB III"


def test_weiches_trennzeichen_stoert_nicht(wissen: Wissen) -> None:
    assert wissen.finde("§ 9 JVollz\N{SOFT HYPHEN}GB III").zitat == "§ 9 JVollzGB III"


def test_jedes_zitat_des_bestands_findet_sich_selbst(wissen: Wissen) -> None:
    for e in wissen.speicher.alle():
        assert wissen.finde(e.zitat).nr == e.nr, e.zitat


# --- what does not exist or cannot be read: the whole message

FALSCH = {
    # unknown work
    "§ 9 JVolzGB III": """
        Das Werk „JVolzGB III“ ist nicht bekannt. Verstanden: § 9 JVolzGB III.
        Meinten Sie „JVollzGB III“, „JVollzGB II“ oder „JVollzGB I“?""",
    "§ 9 JVollzGB VI": """
        Das Werk „JVollzGB VI“ ist nicht bekannt. Verstanden: § 9 JVollzGB VI.
        Meinten Sie „JVollzGB V“, „JVollzGB I“ oder „JVollzGB IV“?""",
    "§ 1 XYZ": """
        Das Werk „XYZ“ ist nicht bekannt. Verstanden: § 1 XYZ.
        Die geladenen Werke zeigt: normen werke""",
    "§ 9 Abs. 2 foo JVollzGB III": """
        Das Werk „foo JVollzGB III“ ist nicht bekannt. Verstanden: § 9 Abs. 2 foo JVollzGB III.
        Meinten Sie „JVollzGB III“, „JVollzGB II“ oder „JVollzGB I“?""",
    # no work
    "§ 9 Abs. 2 Nr. 3": """
        Bei „§ 9 Abs. 2 Nr. 3“ fehlt das Gesetz.
        Meinten Sie „§ 9 Abs. 2 Nr. 3 JVollzGB III“ oder „§ 9 Abs. 2 Nr. 3 JVollzGB IV“?""",
    "Paragraph 100 Abs. 1": """
        Bei „§ 100 Abs. 1“ fehlt das Gesetz.
        Meinten Sie „§ 100 Abs. 1 JVollzGB III“?""",
    "Anlage 9": """
        Bei „Anlage 9“ fehlt das Gesetz.
        Meinten Sie „Anlage 9 VwV JVollzGB“?""",
    "§ 9": """
        Bei „§ 9“ fehlt das Gesetz.
        Meinten Sie „§ 9 JVollzGB I“, „§ 9 JVollzGB II“, „§ 9 JVollzGB III“, „§ 9 JVollzGB IV“ oder „§ 9 JVollzGB V“?""",
    "§ 999": """
        Bei „§ 999“ fehlt das Gesetz.
        Nennen Sie es dazu, zum Beispiel „§ 9 Abs. 2 JVollzGB III“.""",
    "VV Nr. 6 zu § 9": """
        Bei „VV Nr. 6 zu § 9“ fehlt das Gesetz.
        Meinten Sie „VV Nr. 6 zu § 9 JVollzGB III“ oder „VV Nr. 6 zu § 9 JVollzGB IV“?""",
    # unknown §
    "§ 999 JVollzGB III": """
        § 999 JVollzGB III gibt es nicht. JVollzGB III gibt es.
        Meinten Sie „§ 113 JVollzGB III“, „§ 112 JVollzGB III“ oder „§ 111 JVollzGB III“?""",
    "§ 9a JVollzGB III": """
        § 9a JVollzGB III gibt es nicht. JVollzGB III gibt es.
        Meinten Sie „§ 9 JVollzGB III“, „§ 8 JVollzGB III“ oder „§ 10 JVollzGB III“?""",
    "§ 0 JVollzGB III": """
        § 0 JVollzGB III gibt es nicht. JVollzGB III gibt es.
        Meinten Sie „§ 1 JVollzGB III“, „§ 2 JVollzGB III“ oder „§ 3 JVollzGB III“?""",
    "Anlage 99 VwV JVollzGB": """
        Anlage 99 VwV JVollzGB gibt es nicht. VwV JVollzGB gibt es.
        Meinten Sie „Anlage 10 VwV JVollzGB“, „Anlage 9 VwV JVollzGB“ oder „Anlage 8 VwV JVollzGB“?""",
    # a number below it that does not exist
    "§ 9 Abs. 9 JVollzGB III": """
        § 9 Abs. 9 JVollzGB III gibt es nicht. § 9 JVollzGB III gibt es.
        Meinten Sie „§ 9 Abs. 4 JVollzGB III“, „§ 9 Abs. 3 JVollzGB III“ oder „§ 9 Abs. 2 JVollzGB III“?""",
    "§ 9 Abs. 2 Nr. 33 JVollzGB III": """
        § 9 Abs. 2 Nr. 33 JVollzGB III gibt es nicht. § 9 Abs. 2 JVollzGB III gibt es.
        Meinten Sie „§ 9 Abs. 2 Nr. 3 JVollzGB III“, „§ 9 Abs. 2 Nr. 2 JVollzGB III“ oder """
    """„§ 9 Abs. 2 Nr. 1 JVollzGB III“?""",
    "§ 9 Abs. 9 Satz 2 JVollzGB III": """
        § 9 Abs. 9 Satz 2 JVollzGB III gibt es nicht. Schon § 9 Abs. 9 JVollzGB III gibt es nicht. § 9 JVollzGB III gibt es.
        Meinten Sie „§ 9 Abs. 4 JVollzGB III“, „§ 9 Abs. 3 JVollzGB III“ oder „§ 9 Abs. 2 JVollzGB III“?""",
    "§ 11 Abs. 2 Satz 9 JVollzGB III": """
        § 11 Abs. 2 Satz 9 JVollzGB III gibt es nicht. § 11 Abs. 2 JVollzGB III gibt es.
        Meinten Sie „§ 11 Abs. 2 Satz 2 JVollzGB III“ oder „§ 11 Abs. 2 Satz 1 JVollzGB III“?""",
    "§ 9 Abs. 2 Nr. 3 Buchst. a JVollzGB III": """
        § 9 Abs. 2 Nr. 3 Buchst. a JVollzGB III gibt es nicht. § 9 Abs. 2 Nr. 3 JVollzGB III gibt es.
        Was es dort gibt, zeigt: normen show "§ 9 Abs. 2 Nr. 3 JVollzGB III\"""",
    "VV Nr. 99 zu § 9 JVollzGB III": """
        VV Nr. 99 zu § 9 JVollzGB III gibt es nicht. VV zu § 9 JVollzGB III gibt es.
        Meinten Sie „VV Nr. 9 zu § 9 JVollzGB III“, „VV Nr. 9.1 zu § 9 JVollzGB III“ oder """
    """„VV Nr. 9.2 zu § 9 JVollzGB III“?""",
    "VV Nr. 6.99 zu § 9 JVollzGB III": """
        VV Nr. 6.99 zu § 9 JVollzGB III gibt es nicht. VV Nr. 6 zu § 9 JVollzGB III gibt es.
        Meinten Sie „VV Nr. 6.11 zu § 9 JVollzGB III“, „VV Nr. 6.10 zu § 9 JVollzGB III“ oder """
    """„VV Nr. 6.9 zu § 9 JVollzGB III“?""",
    "Nr. 99 AV ForAmb NRW": """
        Nr. 99 AV ForAmb NRW gibt es nicht. AV ForAmb NRW gibt es.
        Meinten Sie „Nr. 11 AV ForAmb NRW“, „Nr. 11.1 AV ForAmb NRW“ oder „Nr. 11.2 AV ForAmb NRW“?""",
    # a VV that the source does not print, and a § without one
    "VV zu § 80 JVollzGB III": """
        VV zu § 80 JVollzGB III ist nicht abgedruckt. Im Text steht: [Vom Abdruck der Verwaltungsvorschrift wird aufgrund """
    """der zwischenzeitlich erfolgten Gesetzesänderung abgesehen.]""",
    "VV Nr. 1 zu § 80 JVollzGB III": """
        VV Nr. 1 zu § 80 JVollzGB III ist nicht abgedruckt. Im Text steht: [Vom Abdruck der Verwaltungsvorschrift wird """
    """aufgrund der zwischenzeitlich erfolgten Gesetzesänderung abgesehen.]""",
    "VV zu § 1 JVollzGB I": """
        Zu § 1 JVollzGB I gibt es keine Verwaltungsvorschrift.
        Den Text zeigt: normen show "§ 1 JVollzGB I\"""",
    "VV Nr. 4 zu § 1 JVollzGB I": """
        Zu § 1 JVollzGB I gibt es keine Verwaltungsvorschrift.
        Den Text zeigt: normen show "§ 1 JVollzGB I\"""",
    "VV zu § 999 JVollzGB III": """
        VV zu § 999 JVollzGB III gibt es nicht. Schon § 999 JVollzGB III gibt es nicht. JVollzGB III gibt es.
        Meinten Sie „§ 113 JVollzGB III“, „§ 112 JVollzGB III“ oder „§ 111 JVollzGB III“?""",
    # known, not loaded
    "§ 63 Abs. 1 StGB": """
        StGB ist bekannt, aber sein Text ist nicht geladen. Verstanden: § 63 Abs. 1 StGB.
        Die geladenen Werke zeigt: normen werke""",
    "Grundgesetz Artikel 2 I": """
        GG ist bekannt, aber sein Text ist nicht geladen. Verstanden: Art. 2 Abs. 1 GG.
        Die geladenen Werke zeigt: normen werke""",
    "SGB X § 48 Abs 1": """
        SGB X ist bekannt, aber sein Text ist nicht geladen. Verstanden: § 48 Abs. 1 SGB X.
        Die geladenen Werke zeigt: normen werke""",
    "VwV JVollzGB 2011": """
        VwV JVollzGB 2011 ist bekannt, aber sein Text ist nicht geladen. Verstanden: VwV JVollzGB 2011.
        Die geladenen Werke zeigt: normen werke""",
    # cannot be read
    "": """
        Es ist kein Zitat angegeben.
        Beispiel: normen show "§ 9 Abs. 2 JVollzGB III\"""",
    "§": """
        Spalte 2: Das Zitat ist nicht lesbar:
          §
           ^
        Verstanden: „§“. Erwartet: eine Zahl nach „§“.""",
    "§ neun JVollzGB III": """
        Spalte 3: Das Zitat ist nicht lesbar:
          § neun JVollzGB III
            ^
        Verstanden: „§“. Erwartet: eine Zahl nach „§“.""",
    "§ 9 Abs. 2 Nr. JVollzGB III": """
        Spalte 16: Das Zitat ist nicht lesbar:
          § 9 Abs. 2 Nr. JVollzGB III
                         ^
        Verstanden: „§ 9 Abs. 2 Nr.“. Erwartet: eine Zahl nach „Nr.“.""",
    "§ 9 Abs. 2 Nr. 3 Buchst. 4 JVollzGB III": """
        Spalte 26: Das Zitat ist nicht lesbar:
          § 9 Abs. 2 Nr. 3 Buchst. 4 JVollzGB III
                                   ^
        Verstanden: „§ 9 Abs. 2 Nr. 3 Buchst.“. Erwartet: ein Buchstabe nach „Buchst.“.""",
    "§§ 9, 10 JVollzGB III": """
        Spalte 5: „§§ 9, 10 JVollzGB III“ nennt mehrere Vorschriften.
        Fragen Sie jede einzeln ab. Alle Zitate eines Textes findet: normen refs""",
    "§ 9 III": """
        Bei „§ 9 Abs. 3“ fehlt das Gesetz.
        Meinten Sie „§ 9 JVollzGB III“, „§ 9 Abs. 3 JVollzGB III“ oder „§ 9 Abs. 3 JVollzGB IV“?""",
    "VV zu §9 III": """
        Bei „VV zu § 9 Abs. 3“ fehlt das Gesetz.
        Meinten Sie „VV zu § 9 JVollzGB III“?""",
    "VV Nr. 2.1 zu § 11 Abs. 2 JVollzGB III": """
        Zu § 11 Abs. 2 JVollzGB III gibt es keine Verwaltungsvorschrift, aber zu § 11 JVollzGB III.
        Meinten Sie „VV Nr. 2.1 zu § 11 JVollzGB III“?""",
    "§ 9 Satz 1 JVollzGB III": """
        § 9 Satz 1 JVollzGB III gibt es nicht. § 9 JVollzGB III gibt es.
        Meinten Sie „§ 9 Abs. 3 Satz 1 JVollzGB III“?""",
    "§ 11 Abs. 2 Satz 1 Nr. 3 Halbsatz 7 JVollzGB III": """
        § 11 Abs. 2 Satz 1 Nr. 3 Halbsatz 7 JVollzGB III gibt es nicht. § 11 Abs. 2 Satz 1 Nr. 3 JVollzGB III gibt es.
        Was es dort gibt, zeigt: normen show "§ 11 Abs. 2 Satz 1 Nr. 3 JVollzGB III\"""",
    "VV Nr. 6.9": """
        Spalte 11: Das Zitat ist nicht lesbar:
          VV Nr. 6.9
                    ^
        Verstanden: „VV Nr. 6.9“. Erwartet: „zu“ und die Norm, zum Beispiel „VV Nr. 2 zu § 11 JVollzGB III“.""",
    "VV zu JVollzGB III": """
        Spalte 7: Das Zitat ist nicht lesbar:
          VV zu JVollzGB III
                ^
        Verstanden: „VV zu“. Erwartet: „zu“ und die Norm, zum Beispiel „VV Nr. 2 zu § 11 JVollzGB III“.""",
    "🙂": """
        Spalte 1: Das Zitat ist nicht lesbar:
          🙂
          ^
        Erwartet: der Name des Gesetzes, zum Beispiel „JVollzGB III“.""",
}


def _fehler(wissen: Wissen, getippt: str) -> ZitatFehler:
    with pytest.raises(ZitatFehler) as fehler:
        wissen.finde(getippt)
    return fehler.value


@pytest.mark.parametrize("getippt", FALSCH)
def test_meldung(wissen: Wissen, getippt: str) -> None:
    erwartet = re.sub(r"^ {8}", "", FALSCH[getippt].lstrip("\n"), flags=re.MULTILINE)
    assert str(_fehler(wissen, getippt)) == erwartet


@pytest.mark.parametrize(
    ("getippt", "naechstes"),
    [
        ("§ 9 StrVollzG", "StVollzG"),
        ("§ 9 Stvollzgs", "StVollzG"),
        ("§ 9 JVolzGB II", "JVollzGB II"),
        ("§ 1 JVollzVergOrd", "JVollzVergO"),
        ("Nr. 1 AV ForAmbulanz NRW", "AV ForAmb NRW"),
        ("§ 48 SGBX", "SGB X"),
    ],
)
def test_vorgeschlagen_wird_das_werk_das_am_naechsten_liegt(wissen: Wissen, getippt: str, naechstes: str) -> None:
    try:
        gelesen = wissen.zitat(getippt).werk
    except ZitatFehler as fehler:
        gelesen = re.findall("„(.+?)“", fehler.rat)[0]
    assert gelesen == naechstes


def test_vorgeschlagen_wird_nichts_was_niemand_gemeint_haben_kann(wissen: Wissen) -> None:
    assert _fehler(wissen, "§ 9 Fantasiegesetz").rat == "Die geladenen Werke zeigt: normen werke"


def test_gesetzbuch_ohne_buch(wissen: Wissen) -> None:
    """The code itself has no § 9, its books have; and nothing but the number of the book is missing."""
    fehler = _fehler(wissen, "§ 9 JVollzGB")
    assert "nicht geladen" not in fehler.meldung
    assert re.findall("„(?:§ 9 )?(.+?)“", fehler.rat) == [f"JVollzGB {buch}" for buch in ("I", "II", "III", "IV", "V")]


#: Lists of norms are not one citation; the joining word is not part of the name of a law.
MEHRERE = [
    "§§ 9 bis 11 JVollzGB III",
    "§ 9 und § 10 JVollzGB III",
    "§§ 9 und 10 JVollzGB III",
    "§ 9 i. V. m. § 11 JVollzGB III",
]


@pytest.mark.parametrize("getippt", MEHRERE)
def test_mehrere_normen_sind_kein_zitat(wissen: Wissen, getippt: str) -> None:
    assert "Das Werk" not in _fehler(wissen, getippt).meldung


#: A number that stands in two Sätze of the Absatz: the Satz must be named.
MEHRDEUTIG = """
§ 61 Abs. 1 Nr. 1 JVollzGB II  | „§ 61 Abs. 1 Satz 1 Nr. 1 JVollzGB II“ oder „§ 61 Abs. 1 Satz 2 Nr. 1 JVollzGB II“
§ 80 Abs. 1 Nr. 2 JVollzGB III | „§ 80 Abs. 1 Satz 1 Nr. 2 JVollzGB III“ oder „§ 80 Abs. 1 Satz 2 Nr. 2 JVollzGB III“
§ 72a I Nr. 1 JVollzGB V       | „§ 72a Abs. 1 Satz 1 Nr. 1 JVollzGB V“ oder „§ 72a Abs. 1 Satz 2 Nr. 1 JVollzGB V“
"""


@pytest.mark.parametrize(("getippt", "moeglich"), _tabelle(MEHRDEUTIG))
def test_mehrdeutig(wissen: Wissen, getippt: str, moeglich: str) -> None:
    assert _fehler(wissen, getippt).rat == f"Meinten Sie {moeglich}?"


@pytest.mark.parametrize(
    "getippt",
    [
        "§ 9 Abs. 2 Satz 2 JVollzGB III",
        "§ 36 Abs. 1 JVollzGB II",
        "VV Nr. 1 zu § 50 JVollzGB V",
        "Anlage 9 JVollzGB III",
        "Nr. 6.9 JVollzGB III",
        "§ 9 AV ForAmb NRW",
        "§ 2 Vergütungsstufe I JVollzVergO",
        "§ 55 Abs. 1 JVollzGB III",
        "Nr. 2.2 Buchst. a AV ForAmb NRW",
    ],
)
def test_was_es_dort_gibt_zeigt_der_befehl_den_die_meldung_nennt(wissen: Wissen, getippt: str) -> None:
    """Nothing of the kind exists there; what the message names instead does."""
    rat = _fehler(wissen, getippt).rat
    genannt = re.fullmatch(r'Was es dort gibt, zeigt: normen show "(.+)"', rat)
    assert genannt, rat
    assert wissen.finde(genannt[1]).zitat == genannt[1]


@pytest.mark.parametrize("getippt", [g for g, meldung in FALSCH.items() if "Meinten Sie" in meldung])
def test_was_vorgeschlagen_wird_gibt_es(wissen: Wissen, getippt: str) -> None:
    fehler = _fehler(wissen, getippt)
    vorschlaege = re.findall("„(.+?)“", fehler.rat)
    assert vorschlaege
    assert all(wissen.register.werk(v) or wissen.finde(v).zitat == v for v in vorschlaege)


#: Input nobody means, but that somebody will paste.
SELTSAM = [
    "§ " + "9" * 5000 + " JVollzGB III",
    "§ 9 JVollzGB " + "9" * 5000,
    "§ 9 JVollzGB ²",
    "§ ² JVollzGB III",
    "§ " * 3000,
]


@pytest.mark.parametrize("getippt", SELTSAM, ids=lambda s: f"{s[:20]}… ({len(s)})")
def test_seltsame_eingabe(wissen: Wissen, getippt: str) -> None:
    _fehler(wissen, getippt)


_WORTE = """
    § §§ 9 11 1a 80 Abs. Absatz Satz S. Nr. Nummer Buchst. a aa lit. VV zu Vermerk Verwaltungsvorschrift der des JVollzGB
    I II III V VI 2 3 6.9 6. ( ) (2) , ; . ff. f. Art. GG StGB Anlage VwV JVollzVergO AV ForAmb NRW Abschnitt Buch Satzteil
    nach Halbsatz Vergütungsstufe bis und 0 007 ² ½ Ⅲ ٣ „ “ - – * % ? # \x00 \x1b 🙂 é ſ İ
""".split()


@settings(max_examples=100, derandomize=True, deadline=2000)
@given(st.lists(st.tuples(st.sampled_from(_WORTE), st.sampled_from(["", " "])), min_size=1, max_size=10))
def test_jede_eingabe_ist_ein_zitat_oder_ein_zitatfehler(wissen: Wissen, worte: list[tuple[str, str]]) -> None:
    getippt = "".join(wort + abstand for wort, abstand in worte)
    try:
        gefunden = wissen.finde(getippt)
    except ZitatFehler:
        return
    assert str(lies_zitat(gefunden.zitat)) == gefunden.zitat
