"""Citations: every usual spelling becomes the canonical one, that one reads back, and a message says where reading ended."""

from __future__ import annotations

import random
import re
from contextlib import suppress

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from normen.einheit import Art
from normen.fehler import Ort, ZitatFehler
from normen.korpus import lade_korpus
from normen.ressourcen import ordner
from normen.schreibweise import SCHREIBWEISEN, Ebene, roemisch_zu_zahl, zahl_zu_roemisch
from normen.zitat import Glied, Rahmen, Zitat
from normen.zitatleser import lies_zitat

REGISTER = lade_korpus(ordner("corpus")).register
#: Works for generated citations: those of the corpus, and others whose names are much cited or begin like a level.
WERKE = (
    *(werk.kurz for werk in REGISTER.werke),
    *("StGB", "StVollzG", "SGB X", "GG", "EGGVG", "VwVfG", "AltTZG", "BuchPrG", "ZuSEG", "StVollzG NRW"),
)
#: Keys of announcements that are citations themselves ("AUG§1Abs2Bek 10", "Art115V"): nobody cites a § of them.
KEIN_NAME = re.compile(r"§|Art\d")


def lies(eingabe: str) -> Zitat:
    """Read with the works of the corpus, as every user does."""
    return lies_zitat(eingabe, REGISTER.kurzname)


#: Canonical citation, and the spellings of it that people and texts use.
SCHREIBUNGEN = {
    # Statutes: as in the handbook, in its VV ("§ 9 Absatz 2"), in court files ("§ 9 II Nr. 3") and typed in a hurry.
    "§ 9 Abs. 2 Nr. 3 JVollzGB III": [
        "§9 II Nr.3 JVollzGB III",
        "§ 9 Absatz 2 Nummer 3 JVollzGB III",
        "Paragraph 9 Absatz 2 Nummer 3 JVollzGB III",
        "Paragraf 9 Abs 2 Nr 3 JVollzGB 3",
        "§ 9 (2) Nr. 3 JVollzGB III",
        "§ 9 Abs. 2 Ziff. 3 JVollzGB III",
        "§ 9 Abs. 2 Ziffer 3 des JVollzGB III",
        "§ 9, Abs. 2, Nr. 3, JVollzGB III",
        "§9Abs.2Nr.3JVollzGB III",
        "§ 9 abs. 2 nr. 3 jvollzgb iii",
        "§ 9 ABS. 2 NR. 3 JVOLLZGB III",
        "§\N{NO-BREAK SPACE}9\N{NO-BREAK SPACE}Abs.\N{NO-BREAK SPACE}2 Nr. 3\n  JVollzGB III",
        "§ 9 Ab\N{SOFT HYPHEN}satz 2 Nr. 3 JVollzGB III",
        "JVollzGB III § 9 Abs. 2 Nr. 3",
        "JVollzGB III, § 9 Abs. 2 Nr. 3",
        "§ 9 Abs. 2 Nr. 3 Justizvollzugsgesetzbuch III",
        "§ 9 Abs. 2 Nr. 3 Buch 3 JVollzGB",
        "§ 9 Abs. 2 Nr. 3 JVollzGB Buch 3",
        "§ 9 Abs. II Nr. 3 JVollzGB III",
    ],
    "§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III": [
        "§ 11 II 1 Nr. 2 JVollzGB III",
        "§ 11 Abs. 2 S. 1 Nr. 2 JVollzGB III",
        "§ 11 (2) 1 Nr. 2 JVollzGB III",
        "§ 11 Abs. 2 S 1 Nr. 2 JVollzGB III",
        "§ 11 Abs.2 S.1 Nr.2 JVollzGB-III",
    ],
    "§ 11 Abs. 1a JVollzGB III": ["§ 11 Ia JVollzGB III", "§ 11 (1a) JVollzGB III", "§ 11 Absatz 1 a JVollzGB III"],
    "§ 72a JVollzGB V": ["§ 72 a JVollzGB V", "§72a JVollzGB 5", "§§ 72a JVollzGB V"],
    "§ 31 Abs. 1 Nr. 3 Buchst. b JVollzGB I": [
        "§ 31 Abs. 1 Nr. 3 lit. b JVollzGB I",
        "§ 31 I Nr. 3 lit b JVollzGB I",
        "§ 31 Abs. 1 Nr. 3 b) JVollzGB I",
        "§ 31 Absatz 1 Nummer 3 Buchstabe b JVollzGB I",
        "§ 31 Abs. 1 Nr. 3 lit. b) JVollzGB I",
    ],
    "§ 5 Nr. 1 Buchst. b Doppelbuchst. aa StGB": [
        "§ 5 Nr. 1 Buchstabe b Doppelbuchstabe aa StGB",
        "§ 5 Nr. 1 lit. b dbuchst. aa StGB",
        "§ 5 Nr. 1 lit. b aa StGB",
        "§ 5 Nr. 1 Buchst. b) aa) StGB",
    ],
    # Pasted with quotation marks or characters of no width, typed with a zero, with the work in the middle, without a sign.
    "§ 9 JVollzGB III": [
        "„§ 9 JVollzGB III“",
        '"§ 9 JVollzGB III"',
        "§ 9 JVollzGB III\u200b",
        "§ 9 JVollzGB Ⅲ",
        "§9 jvollzgb3",
        "§ 09 JVollzGB III",
    ],
    "§ 9 Abs. 2 JVollzGB III": [
        "§ 9 JVollzGB III Abs. 2",
        "§ 9 des JVollzGB III, Absatz 2",
        "Buch 3 § 9 Abs. 2 JVollzGB",
        "§ 9 Abs. 2 Buch 3 JVollzGB",
    ],
    "Art. 1 G Artikel 29 Abs. 6": ["Artikel 1 G Artikel 29 Abs. 6"],
    # Anlagen and divisions.
    "Anhang IV Nr. 2 Richtlinie 2004/38/EG": [
        "Anhang IV Nummer 2 der Richtlinie 2004/38/EG",
        "Anh. IV Nr. 2 Richtlinie 2004/38/EG",
    ],
    "Anlage A HwO": ["Anlage A zur HwO", "Anl. A HwO"],
    "Anlage AV ForAmb NRW": ["Anlage zur AV ForAmb NRW"],
    "Abschnitt 7 Unterabschnitt 3 JVollzGB I": [
        "Abschnitts 7 Unterabschnitt 3 JVollzGB 1",
        "JVollzGB I, Abschnitt 7 Unterabschnitt 3",
    ],
    "Anhang 1 Teil 2 Nr. 7 TEHG": ["Anhang 1 Teil 2 Nummer 7 des TEHG"],
    "Art. 3 Abs. 2 Verordnung (EU) Nr. 604/2013": ["Artikel 3 Absatz 2 der Verordnung (EU) Nr. 604/2013"],
    "VV Nr. 4 f. zu § 9 JVollzGB III": ["Nr. 4 f. zu § 9 JVollzGB III", "VV zu § 9 JVollzGB III Nr. 4 f."],
    "VV Nr. 4 ff. zu § 9 JVollzGB III": ["VV Nummer 4 ff zu § 9 JVollzGB III"],
    "§ 68b Abs. 2 Satz 2 StGB": [
        "§ 68b Abs. 2 S. 2 StGB",
        "§ 68 b II 2 StGB",
        "StGB § 68b Abs 2 S 2",
        "§ 68b abs 2 s 2 stgb",  # the letter after "2" is no part of the number
    ],
    "§ 48 Abs. 1 SGB X": ["SGB X § 48 Abs 1", "§ 48 I SGB 10", "§ 48 Abs. 1 Zehntes Buch Sozialgesetzbuch"],
    "§ 46 Abs. 1 Satz 1 Halbsatz 2 StPO": [
        "§ 46 I 1 Hs. 2 StPO",
        "§ 46 Abs. 1 S. 1 Halbs. 2 StPO",
        "§ 46 Abs. 1 Satz 1 2. Halbsatz StPO",
    ],
    "§ 1 Abs. 1 Alt. 2 StGB": ["§ 1 Abs. 1 Alternative 2 StGB", "§ 1 I Alt 2 StGB", "§ 1 Abs. 1 2. Alt. StGB"],
    "§ 1 Abs. 1 Var. 2 StGB": ["§ 1 I Variante 2 StGB"],
    "§ 1 Abs. 1 Unterabs. 3 StGB": ["§ 1 Absatz 1 Unterabsatz 3 StGB", "§ 1 I UAbs. 3 StGB"],
    "Art. 2 Abs. 1 GG": ["Artikel 2 Absatz 1 GG", "Art 2 I GG", "Art. 2 I Grundgesetz", "GG Art. 2 Abs. 1"],
    "Art. 19 Abs. 4 GG": ["Art. 19 IV GG", "Art. 19 Abs. IV GG"],
    "§ 23 ff. EGGVG": ["§§ 23 ff. EGGVG", "§§ 23 ff EGGVG", "§ 23ff. EGGVG", "§§ 23ff EGGVG"],
    "§ 23 f. EGGVG": ["§§ 23 f. EGGVG", "§§ 23f. EGGVG"],
    "§ 100f StPO": ["§ 100 f StPO"],  # § 100f exists, so a letter without a full stop is part of the number
    # Names of works that begin like a level.
    "§ 3 AltTZG": ["§3 AltTZG"],
    "§ 3 BuchPrG": ["§ 3 des BuchPrG"],
    "§ 3 ZuSEG": ["§3 ZuSEG"],
    "§ 5 Abs. 1 1. BImSchV": ["§ 5 I 1. BImSchV", "§ 5 Abs. 1 der 1. BImSchV"],
    "§ 48 Abs. 1 VwVfG": ["§ 48 I VwVfG"],
    # Administrative rules: VV Nr. 6.9 zu § 9, as the handbook, its users and the register of the ministry write it.
    "VV Nr. 6.9 zu § 9 JVollzGB III": [
        "VV Nr. 6.9 zu § 9 JVollzGB 3",
        "VV 6.9 zu § 9 JVollzGB III",
        "VV Nr.6.9 §9 JVollzGB III",
        "VV Nr. 6.9 zu 9 JVollzGB III",
        "VV Nr. 6.9. zu § 9 JVollzGB III",
        "VwV Nr. 6.9 zu § 9 JVollzGB III",
        "VV zu § 9 JVollzGB III Nr. 6.9",
        "VV zu §9 JVollzGB III, Nr. 6.9",
        "VV Nr 6.9 zu JVollzGB III § 9",
        "Nummer 6.9 zu § 9 JVollzGB III",
        "Nr. 6.9 der VV zu § 9 JVollzGB III",
        "Nummer 6.9 der Verwaltungsvorschrift zu § 9 JVollzGB III",
        "Nummer 6.9 dieser Verwaltungsvorschrift zu § 9 JVollzGB III",  # the clauses of the handbook themselves
    ],
    "VV zu § 9 JVollzGB III": [
        "VV § 9 JVollzGB III",
        "zu § 9 JVollzGB III",
        "die VV zu § 9 JVollzGB III",
        "Verwaltungsvorschrift zu § 9 JVollzGB III",
        "Verwaltungsvorschriften zu § 9 JVollzGB III",  # VV Satz 2 zu § 50 JVollzGB V
        "VV zu den §§ 9 JVollzGB III",
    ],
    "VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III": [
        "VV 6.9 S. 2 zu § 9 JVollzGB III",
        "VV zu § 9 JVollzGB III Nr. 6.9 Satz 2",
        "Nr. 6.9 Satz 2 zu § 9 JVollzGB III",
    ],
    "VV Satz 1 zu § 50 JVollzGB V": ["VV S. 1 zu § 50 JVollzGB V", "VV zu § 50 JVollzGB V Satz 1"],
    "VV Nr. 2 zu § 53 StVollzG NRW": ["VV 2 zu § 53 StVollzG NRW", "VV zu § 53 StVollzG NRW Nr. 2"],  # "NRW" is no "Nr"
    "Vermerk zu § 80 JVollzGB III": ["vermerk zu §80 JVollzGB III"],
    "Vermerk zu Anlage 8 VwV JVollzGB": ["Vermerk zu Anl. 8 VwV JVollzGB"],
    "Anlage 9 Nr. 3 VwV JVollzGB": [
        "Anl. 9 Nr. 3 VwV JVollzGB",
        "Anlage 9 Nr. 3 VV JVollzGB",
        "VwV JVollzGB Anlage 9 Nr. 3",
        "Anlage 9 Nr. 3 der VwV JVollzGB",
        "Anlage 9 Nr. 3 zur VwV JVollzGB",
    ],
    "Nr. 4.6 AV ForAmb NRW": [
        "Ziffer 4.6 der AV ForAmb NRW",
        "Nummer 4.6 AV Forensische Ambulanzen NRW",
        "AV ForAmb NRW Nr. 4.6",
    ],
    "Nr. 3.1 Satzteil nach Spiegelstrich 2 AV ForAmb NRW": ["Nr. 3.1 satzteil nach spiegelstrich 2 AV ForAmb"],
    "§ 1 Abs. 2 Vergütungsstufe IV JVollzVergO": ["§ 1 II Vergütungsstufe IV Justizvollzugsvergütungsordnung"],
    # Divisions, works as a whole, and what a citation inside a text leaves out.
    "Abschnitt 3 Unterabschnitt 2 JVollzGB I": ["Abschn. 3 Unterabschnitt 2 JVollzGB I"],
    "JVollzGB III": ["JVollzGB 3", "jvollzgb-iii", "Buch 3 JVollzGB", "JVollzGB Buch 3"],
    "§ 48 JVollzGB IV": [
        "§ 48 des Justizvollzugsgesetzbuchs Buch 4",
        "§ 48 des Justizvollzugsgesetzbuchs, Buch IV",
        "§ 48 JVollzGB, Viertes Buch",
        "§ 48 JVollzGB 4. Buch",
        "§ 48 des Vierten Buchs des Justizvollzugsgesetzbuches",
        "§ 48 des 4. Buches JVollzGB",
        "§ 48 Buch IV JVollzGB",
    ],
    "§ 16 SGB IV": ["§ 16 des Vierten Buchs Sozialgesetzbuch", "§ 16 SGB, 4. Buch"],
    "§ 12 ff. JVollzGB II": ["§ 12ff. JVollzGB II", "§ 12ff JVollzGB II", "§ 12 ff JVollzGB II"],
    "§ 48 JVollzGB Buch 9": ["§ 48 JVollzGB Buch 9"],
    "VwV JVollzGB": ["VV JVollzGB", "VVJVollzGB"],
    "Abs. 3 Satz 1": ["Absatz 3 Satz 1", "abs 3 s 1"],
    "Nr. 6.6": ["Nummer 6.6", "Ziff. 6.6"],
}


@pytest.mark.parametrize(("eingabe", "kanonisch"), [(s, k) for k, v in SCHREIBUNGEN.items() for s in (k, *v)])
def test_jede_uebliche_schreibweise_wird_kanonisch(eingabe: str, kanonisch: str) -> None:
    assert str(lies(eingabe)) == kanonisch
    assert lies(kanonisch) == lies(eingabe)


#: A citation taken apart: work, levels, what it hangs on.
TEILE = [
    (
        "§ 9 Abs. 2 Nr. 3 JVollzGB III",
        Zitat("JVollzGB III", (Glied(Ebene.PARAGRAPH, "9"), Glied(Ebene.ABSATZ, "2"), Glied(Ebene.NUMMER, "3"))),
    ),
    (
        "§ 9 Abs. 1 Nr. 2 Satz 2 StGB",  # the order of the text, not of the table: Satz 2 of Nr. 2
        Zitat(
            "StGB",
            (Glied(Ebene.PARAGRAPH, "9"), Glied(Ebene.ABSATZ, "1"), Glied(Ebene.NUMMER, "2"), Glied(Ebene.SATZ, "2")),
        ),
    ),
    (
        "VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III",
        Zitat(
            "JVollzGB III",
            (Glied(Ebene.NUMMER, "6.9"), Glied(Ebene.SATZ, "2")),
            Rahmen.VV,
            (Glied(Ebene.PARAGRAPH, "9"),),
        ),
    ),
    ("Vermerk zu Anlage 8 VwV JVollzGB", Zitat("VwV JVollzGB", (), Rahmen.VERMERK, (Glied(Ebene.ANLAGE, "8"),))),
    ("§ 23 ff. EGGVG", Zitat("EGGVG", (Glied(Ebene.PARAGRAPH, "23"),), folgende="ff.")),
    ("§ 1 Satzteil nach Nr. 3 StGB", Zitat("StGB", (Glied(Ebene.PARAGRAPH, "1"), Glied(Ebene.SATZTEIL, "Nr. 3")))),
    ("Absatz 2", Zitat("", (Glied(Ebene.ABSATZ, "2"),))),
    ("VwV JVollzGB", Zitat("VwV JVollzGB")),
]


@pytest.mark.parametrize(("eingabe", "zitat"), TEILE, ids=[eingabe for eingabe, _ in TEILE])
def test_zitat_in_seinen_teilen(eingabe: str, zitat: Zitat) -> None:
    assert lies(eingabe) == zitat


def test_verschiedene_normen_bleiben_verschieden() -> None:
    assert lies("§ 9 Abs. 1 Nr. 2 Satz 2 StGB") != lies("§ 9 Abs. 1 Satz 2 Nr. 2 StGB")
    assert lies("§ 9a StGB") != lies("§ 9 Buchst. a StGB")
    assert lies("VV Nr. 2 zu § 9 JVollzGB III") != lies("§ 9 Nr. 2 JVollzGB III")
    assert len({lies(kanonisch) for kanonisch in SCHREIBUNGEN}) == len(SCHREIBUNGEN)


#: Long spelling, as letters write it (Handbuch der Rechtsförmlichkeit, Teil B 4).
LANG = {
    "§ 9 Abs. 2 Satz 1 Nr. 3 Buchst. a JVollzGB III": "§ 9 Absatz 2 Satz 1 Nummer 3 Buchstabe a JVollzGB III",
    "VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III": "VV Nummer 6.9 Satz 2 zu § 9 JVollzGB III",
    "Art. 2 Abs. 1 GG": "Artikel 2 Absatz 1 GG",
    "§ 1 Abs. 2 Satzteil nach Vergütungsstufe V JVollzVergO": "§ 1 Absatz 2 Satzteil nach Vergütungsstufe V JVollzVergO",
    "§ 24 Abs. 3 Satz 1 Satzteil nach Nr. 10 JVollzGB III": ("§ 24 Absatz 3 Satz 1 Satzteil nach Nummer 10 JVollzGB III"),
    "§ 1 Unterabs. 1 Halbsatz 2 Alt. 1 StGB": "§ 1 Unterabsatz 1 Halbsatz 2 Alternative 1 StGB",
    "§ 23 ff. EGGVG": "§ 23 ff. EGGVG",
    "AV ForAmb NRW": "AV ForAmb NRW",
}


@pytest.mark.parametrize(("kurz", "lang"), LANG.items(), ids=LANG)
def test_lange_schreibweise(kurz: str, lang: str) -> None:
    assert lies(kurz).lang == lang


#: All Einheiten above one, nearest first.
ELTERN = {
    "§ 9 Abs. 2 Satz 1 Nr. 3 JVollzGB III": [
        "§ 9 Abs. 2 Satz 1 JVollzGB III",
        "§ 9 Abs. 2 JVollzGB III",
        "§ 9 JVollzGB III",
        "JVollzGB III",
    ],
    "VV Nr. 6.9.1 Satz 2 zu § 9 JVollzGB III": [
        "VV Nr. 6.9.1 zu § 9 JVollzGB III",
        "VV Nr. 6.9 zu § 9 JVollzGB III",
        "VV Nr. 6 zu § 9 JVollzGB III",
        "VV zu § 9 JVollzGB III",
        "§ 9 JVollzGB III",
        "JVollzGB III",
    ],
    "Vermerk zu § 80 JVollzGB III": ["§ 80 JVollzGB III", "JVollzGB III"],
    "Nr. 3.1 Satzteil nach Spiegelstrich 2 AV ForAmb NRW": [
        "Nr. 3.1 AV ForAmb NRW",
        "Nr. 3 AV ForAmb NRW",
        "AV ForAmb NRW",
    ],
    "§ 24 Abs. 3 Satzteil nach Nr. 10 JVollzGB III": ["§ 24 Abs. 3 JVollzGB III", "§ 24 JVollzGB III", "JVollzGB III"],
    "§ 23 ff. EGGVG": ["EGGVG"],
    "JVollzGB III": [],
}


@pytest.mark.parametrize(("zitat", "eltern"), ELTERN.items(), ids=ELTERN)
def test_eltern(zitat: str, eltern: list[str]) -> None:
    assert [str(e) for e in lies(zitat).eltern] == eltern


def test_schritte_nach_unten_und_daneben() -> None:
    vv = lies("VV Nr. 6 zu § 9 JVollzGB III")
    assert vv.ohne(Ebene.NUMMER).mit(Ebene.NUMMER, "6.9").mit(Ebene.SATZ, "2") == lies(
        "VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III"
    )
    assert lies("§ 23 ff. EGGVG").mit(Ebene.ABSATZ, "1") == lies("§ 23 Abs. 1 EGGVG")
    assert vv.bezugsnorm == lies("§ 9 JVollzGB III")
    assert vv.bezugsnorm.bezugsnorm == vv.bezugsnorm


#: Input that is no citation, and the whole message: where reading ended, what was understood, what is expected.
FEHLER = {
    "": """\
Es ist kein Zitat angegeben.
Beispiel: normen show "§ 9 Abs. 2 JVollzGB III\"""",
    " \n\N{SOFT HYPHEN}": """\
Es ist kein Zitat angegeben.
Beispiel: normen show "§ 9 Abs. 2 JVollzGB III\"""",
    "§": """\
Spalte 2: Das Zitat ist nicht lesbar:
  §
   ^
Verstanden: „§“. Erwartet: eine Zahl nach „§“.""",
    "§ JVollzGB III": """\
Spalte 3: Das Zitat ist nicht lesbar:
  § JVollzGB III
    ^
Verstanden: „§“. Erwartet: eine Zahl nach „§“.""",
    "§ 9 Absatz zwei JVollzGB III": """\
Spalte 12: Das Zitat ist nicht lesbar:
  § 9 Absatz zwei JVollzGB III
             ^
Verstanden: „§ 9 Absatz“. Erwartet: eine Zahl nach „Absatz“.""",
    "§ 9 Abs. 2 Nr. 3 Buchst. 1 JVollzGB III": """\
Spalte 26: Das Zitat ist nicht lesbar:
  § 9 Abs. 2 Nr. 3 Buchst. 1 JVollzGB III
                           ^
Verstanden: „§ 9 Abs. 2 Nr. 3 Buchst.“. Erwartet: ein Buchstabe nach „Buchst.“.""",
    "§ 1  Satzteil\tnach": """\
Spalte 18: Das Zitat ist nicht lesbar:
  § 1 Satzteil nach
                   ^
Verstanden: „§ 1 Satzteil nach“. Erwartet: die Nummer, nach der der Satzteil steht, zum Beispiel „Satzteil nach Nr. 3“.""",
    "VV Nr. 6": """\
Spalte 9: Das Zitat ist nicht lesbar:
  VV Nr. 6
          ^
Verstanden: „VV Nr. 6“. Erwartet: „zu“ und die Norm, zum Beispiel „VV Nr. 2 zu § 11 JVollzGB III“.""",
    "VV zu JVollzGB III": """\
Spalte 7: Das Zitat ist nicht lesbar:
  VV zu JVollzGB III
        ^
Verstanden: „VV zu“. Erwartet: „zu“ und die Norm, zum Beispiel „VV Nr. 2 zu § 11 JVollzGB III“.""",
    "§ 9 - 12 JVollzGB III": """\
Spalte 5: „§ 9 - 12 JVollzGB III“ nennt mehrere Vorschriften.
Fragen Sie jede einzeln ab. Alle Zitate eines Textes findet: normen refs""",
    "§ 4 Abs. 1, 2 JVollzGB III": """\
Spalte 11: „§ 4 Abs. 1, 2 JVollzGB III“ nennt mehrere Vorschriften.
Fragen Sie jede einzeln ab. Alle Zitate eines Textes findet: normen refs""",
    "§ 9 i. V. m. § 10 JVollzGB III": """\
Spalte 5: „§ 9 i. V. m. § 10 JVollzGB III“ nennt mehrere Vorschriften.
Fragen Sie jede einzeln ab. Alle Zitate eines Textes findet: normen refs""",
    "123": """\
Spalte 1: Das Zitat ist nicht lesbar:
  123
  ^
Erwartet: der Name des Gesetzes, zum Beispiel „JVollzGB III“.""",
    ", ;": """\
Spalte 4: Das Zitat ist nicht lesbar:
  , ;
     ^
Verstanden: „, ;“. Erwartet: ein Zitat wie „§ 9 Abs. 2 JVollzGB III“.""",
}


@pytest.mark.parametrize(("eingabe", "meldung"), FEHLER.items(), ids=lambda text: text.splitlines()[0] if text else "leer")
def test_meldung_bei_unlesbarem_zitat(eingabe: str, meldung: str) -> None:
    with pytest.raises(ZitatFehler) as fehler:
        lies(eingabe)
    assert str(fehler.value) == meldung


def test_spalte_der_meldung_ist_die_stelle_des_zeigers() -> None:
    with pytest.raises(ZitatFehler) as fehler:
        lies("§ 9 Absatz zwei")
    _, zeile, zeiger, _ = str(fehler.value).splitlines()
    assert fehler.value.ort == Ort(spalte=12)
    assert zeile[zeiger.index("^") :] == "zwei"


#: Works are written by whoever has the register; a name that is in none comes back as it is.
@pytest.mark.parametrize(
    ("eingabe", "werk"),
    [("§ 1 JVollzGB 3", "JVollzGB 3"), ("§ 1 des UhuG", "UhuG"), ("UhuG § 1", "UhuG"), ("§ 1", "")],
)
def test_ohne_register_bleibt_der_name_wie_getippt(eingabe: str, werk: str) -> None:
    assert lies_zitat(eingabe).werk == werk


def test_jedes_bekannte_werk_ist_zitierbar() -> None:
    """The register knows every federal work; "1. BImSchV" and "BDSG 2018" are cited like "StGB"."""
    werke = {werk.kurz for werk in REGISTER.alle if not KEIN_NAME.search(werk.kurz)}
    zitate = [f"{vorn} {werk}" for werk in werke for vorn in ("§ 1 Abs. 2", "Art. 1", "VV Nr. 2 zu § 1")]
    falsch = sorted(zitat for zitat in zitate if _gelesen(zitat) != zitat)
    assert len(werke) > 6000
    assert not falsch, f"{len(falsch)} von {len(zitate)}: {'; '.join(falsch[:20])} …"


def _gelesen(eingabe: str) -> str:
    try:
        return str(lies(eingabe))
    except ZitatFehler:
        return ""


ZAHL = st.integers(1, 999).map(str)
ZAHL_MIT_BUCHSTABE = st.builds(str.__add__, ZAHL, st.sampled_from(["", *"abcdefghxz"]))
GESTUFT = st.lists(ZAHL, min_size=1, max_size=4).map(".".join)
BUCHSTABE = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
NUMMERN: dict[Ebene, st.SearchStrategy[str]] = {
    **dict.fromkeys(Ebene, ZAHL),
    Ebene.PARAGRAPH: ZAHL_MIT_BUCHSTABE,
    Ebene.ARTIKEL: ZAHL_MIT_BUCHSTABE,
    Ebene.ABSATZ: ZAHL_MIT_BUCHSTABE,
    Ebene.NUMMER: st.one_of(GESTUFT, ZAHL_MIT_BUCHSTABE),
    Ebene.BUCHSTABE: st.one_of(BUCHSTABE, BUCHSTABE.map(lambda b: b * 2)),
    Ebene.DOPPELBUCHSTABE: BUCHSTABE.map(lambda b: b * 2),
    Ebene.VERGUETUNGSSTUFE: st.integers(1, 39).map(zahl_zu_roemisch),
}
#: What a Satzteil can follow: the items of a list.
LISTENEBENEN = (Ebene.NUMMER, Ebene.BUCHSTABE, Ebene.DOPPELBUCHSTABE, Ebene.VERGUETUNGSSTUFE, Ebene.SPIEGELSTRICH)
NUMMERN[Ebene.SATZTEIL] = st.sampled_from(LISTENEBENEN).flatmap(lambda e: st.builds(Glied, st.just(e), NUMMERN[e])).map(str)
OBEN = (Ebene.PARAGRAPH, Ebene.ARTIKEL, Ebene.ANLAGE, Ebene.ANHANG, Ebene.ABSCHNITT, Ebene.UNTERABSCHNITT)
UNTEN = tuple(s.ebene for s in SCHREIBWEISEN if s.ebene not in (*OBEN, Ebene.BUCH))


def glieder(ebenen: tuple[Ebene, ...], *, mindestens: int = 0, hoechstens: int = 5) -> st.SearchStrategy[tuple[Glied, ...]]:
    glied = st.sampled_from(ebenen).flatmap(lambda ebene: st.builds(Glied, st.just(ebene), NUMMERN[ebene]))
    return st.lists(glied, min_size=mindestens, max_size=hoechstens).map(tuple)


def aneinander(vorn: tuple[Glied, ...], hinten: tuple[Glied, ...]) -> tuple[Glied, ...]:
    return (*vorn, *hinten)


NORMEN = st.builds(aneinander, glieder(OBEN, mindestens=1, hoechstens=2), glieder(UNTEN))
ZITATE = st.one_of(
    st.builds(Zitat, st.sampled_from(WERKE), NORMEN, folgende=st.sampled_from(["", "f.", "ff."])),
    st.builds(Zitat, st.sampled_from(["", *WERKE]), st.one_of(NORMEN, glieder(UNTEN, mindestens=1))),
    st.builds(Zitat, st.sampled_from(["", *WERKE]), glieder(UNTEN), st.sampled_from([Rahmen.VV, Rahmen.VERMERK]), NORMEN),
    st.builds(Zitat, st.sampled_from(WERKE)),
)


@given(ZITATE)
def test_kanonisches_zitat_liest_sich_zurueck(zitat: Zitat) -> None:
    assert lies_zitat(str(zitat)) == zitat
    assert lies(str(zitat)) == zitat


@given(ZITATE)
def test_lange_schreibweise_liest_sich_zurueck(zitat: Zitat) -> None:
    assert lies(zitat.lang) == zitat


@given(ZITATE)
def test_eltern_lesen_sich_zurueck_und_enden_beim_werk(zitat: Zitat) -> None:
    assume(zitat.werk)
    eltern = zitat.eltern
    assert [lies(str(e)) for e in eltern] == list(eltern)
    assert (zitat, *eltern)[-1] == Zitat(zitat.werk)
    assert all(hoeher == tiefer.eltern[0] for tiefer, hoeher in zip((zitat, *eltern), eltern, strict=False))


@given(ZITATE)
def test_jede_schreibweise_jeder_ebene_wird_gelesen(zitat: Zitat) -> None:
    """Full stops left out, words for marks, no spaces after marks, everything in capitals or small letters."""
    kanonisch = str(zitat)
    assume("f." not in kanonisch)  # "§ 9 f" without its full stop is § 9f
    ohne_punkt = re.sub(r"(?<=[a-z])\.(?= )", "", kanonisch)
    assert lies(ohne_punkt) == zitat
    assert lies(kanonisch.replace("§ ", "§")) == zitat
    assert lies(kanonisch.replace(" ", "\N{NO-BREAK SPACE}")) == zitat
    assert lies(re.sub(r"(?<=\d) (?=[A-Z])", ", ", kanonisch)) == zitat


SPLITTER = """
    § §§ Art. Abs. Absatz Satz S. Nr. Nummer lit. Buchst. Anlage VV VwV Vermerk zu zu den der dieser Verwaltungsvorschrift
    Satzteil nach Vergütungsstufe Abschnitt ff. f. 1 9 6.9 1a 72a II IV (2) a) aa , ; . - – ( ) JVollzGB III StGB GG und bis
""".split()
EINGABEN = st.one_of(
    st.text(),
    st.text(alphabet="§Abs.SatzNrVzu019aIVX²½٣ ,;()-\n\0\udcff"),
    st.lists(st.sampled_from(SPLITTER)).map(" ".join),
    st.lists(st.sampled_from(SPLITTER)).map("".join),
)


@given(EINGABEN)
@example("§ 9 JVollzGB ²")
@example("§ 9 JVollzGB " + "9" * 5000)
@example("§ 1 Satzteil nach Satzteil nach Nr. 3 StGB")
@example("§ 1 " * 5000)
@example("(" * 5000)
@settings(deadline=None)
def test_jede_eingabe_gibt_ein_zitat_oder_eine_meldung(eingabe: str) -> None:
    with suppress(ZitatFehler):
        zitat = lies(eingabe)
        assert zitat.werk or zitat.glieder or zitat.zu
        assert zitat.lang
        assert isinstance(REGISTER.kennung(zitat), str)


@pytest.mark.parametrize("zahl", range(1, 40))
def test_roemische_zahlen(zahl: int) -> None:
    assert roemisch_zu_zahl(zahl_zu_roemisch(zahl)) == zahl


@pytest.mark.parametrize("keine", ["", "IIII", "VV", "IIX", "XL", "iv", "I1", "IV ", "ABC"])
def test_keine_roemischen_zahlen(keine: str) -> None:
    assert roemisch_zu_zahl(keine) is None


@pytest.mark.parametrize("zahl", [0, -1, 40])
def test_roemische_zahlen_haben_grenzen(zahl: int) -> None:
    with pytest.raises(ValueError, match=str(zahl)):
        zahl_zu_roemisch(zahl)


#: What lies in what, and what does not though it looks so.
LAGE = [
    ("§ 9 Abs. 2 Nr. 3 JVollzGB III", "§ 9 Abs. 2 JVollzGB III", True),
    ("§ 9 Abs. 2 Nr. 3 JVollzGB III", "JVollzGB III", True),
    ("§ 9 JVollzGB III", "§ 9 JVollzGB III", True),
    ("§ 9 ff. JVollzGB III", "§ 9 JVollzGB III", True),
    ("VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III", "VV Nr. 6 zu § 9 JVollzGB III", True),
    ("VV Nr. 6.9 zu § 9 JVollzGB III", "§ 9 JVollzGB III", True),
    ("§ 9 JVollzGB III", "§ 9 Abs. 2 JVollzGB III", False),
    ("§ 9 Abs. 21 JVollzGB III", "§ 9 Abs. 2 JVollzGB III", False),
    ("§ 9a StGB", "§ 9 StGB", False),
    ("§ 9 JVollzGB III", "§ 9 JVollzGB IV", False),
    ("VV Nr. 6.9 zu § 9 JVollzGB III", "VV Nr. 6.90 zu § 9 JVollzGB III", False),
    ("§ 9 Abs. 2 JVollzGB III", "VV zu § 9 JVollzGB III", False),
]


@pytest.mark.parametrize(("eines", "anderes", "liegt_darin"), LAGE)
def test_liegt_in(eines: str, anderes: str, liegt_darin: bool) -> None:
    assert lies_zitat(eines).liegt_in(lies_zitat(anderes)) is liegt_darin


#: As lawyers list them.
REIHE = [
    "GG", "Art. 2 Abs. 1 GG", "Art. 20 GG", "JVollzGB III", "§ 9 JVollzGB III", "§ 9 Abs. 1 JVollzGB III",
    "§ 9 Abs. 1a JVollzGB III", "§ 9 Abs. 2 JVollzGB III", "§ 9 Abs. 10 JVollzGB III", "VV zu § 9 JVollzGB III",
    "VV Nr. 6.9 zu § 9 JVollzGB III", "VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III", "VV Nr. 6.10 zu § 9 JVollzGB III",
    "§ 9a JVollzGB III", "§ 10 JVollzGB III", "§ 10 ff. JVollzGB III", "JVollzGB IV", "§ 1 JVollzGB IV", "JVollzGB V",
    "§ 2 Nr. 9 Buchst. b StGB", "§ 2 Nr. 9 Buchst. b Doppelbuchst. aa StGB", "§ 2 Nr. 9 Buchst. c StGB", "§ 2 Nr. 10 StGB",
]  # fmt: skip


@given(st.permutations(REIHE))
def test_zitate_ordnen_sich_wie_der_text_steht(gemischt: list[str]) -> None:
    assert [str(zitat) for zitat in sorted(map(lies_zitat, gemischt))] == REIHE


#: Printed behind the list of Nr. 2.1, whose items are its first Satz.
NACHGESTELLT = "VV Nr. 2.1 Satz 2 zu § 9 JVollzGB III"


def test_jedes_werk_des_korpus_steht_in_dieser_ordnung() -> None:
    """But for the divisions, whose §§ their citations do not name."""
    baeume = [werk for gelesen in lade_korpus(ordner("corpus")).lies() for werk in gelesen.werke]
    for werk in baeume:
        zitate = [e.zitat for e in werk.alle() if e.art not in (Art.ABSCHNITT, Art.UNTERABSCHNITT)]
        gedruckt = [zitat for zitat in zitate if str(zitat) != NACHGESTELLT]
        assert sorted(random.Random(1).sample(gedruckt, len(gedruckt))) == gedruckt
    assert len(baeume) > 7


def test_zitate_vergleichen_sich_nur_miteinander() -> None:
    with pytest.raises(TypeError):
        sorted([lies_zitat("§ 9 StGB"), "§ 10 StGB"])  # type: ignore[type-var,list-item]
