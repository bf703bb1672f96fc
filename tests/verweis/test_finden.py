"""Citations in running text: what is found, where it stands, what it means; and what only looks like one."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from normen.korpus import lade_korpus
from normen.ressourcen import ordner
from normen.verweis import Namensbuch, Verweis, finde
from normen.zitat import Spanne
from normen.zitatleser import lies_zitat

REGISTER = lade_korpus(ordner("corpus")).register
NAMEN = Namensbuch.aus(REGISTER.alle)
#: Where the text of a row stands unless it says so itself.
HIER = "§ 3 Abs. 1 JVollzGB II"


def funde(text: str, kontext: str | None = HIER) -> list[Verweis]:
    """Find with all works known, and no Einheit known to exist."""
    zitat = lies_zitat(kontext, REGISTER.kurzname) if kontext else None
    return list(finde(text, zitat, NAMEN, lambda _: False))


def gelesen(text: str, kontext: str | None = HIER) -> dict[str, list[str]]:
    """Return the targets of each citation by its slice; what a citation excepts begins with "nicht"."""
    return {
        text[v.ab : v.bis]: [str(g.ziel) for g in v.ziele] + [f"nicht {g.ziel}" for g in v.ausnahmen]
        for v in funde(text, kontext)
    }


#: Text, and the targets of all its citations; a citation that leaves out its work is one of "§ 3 Abs. 1 JVollzGB II".
GANZE = {
    # Levels, in the spellings of statutes, of the handbook, of court files, and of headnotes.
    "nach § 5 Absatz 1 Satz 2 Nummer 3 Buchstabe a StGB": ["§ 5 Abs. 1 Satz 2 Nr. 3 Buchst. a StGB"],
    "§ 5 Abs. 1 S. 2 Ziff. 3 lit. a) StGB": ["§ 5 Abs. 1 Satz 2 Nr. 3 Buchst. a StGB"],
    "§ 5 Abs. 1 Ziffer 3 Buchst. a Doppelbuchst. bb StGB": ["§ 5 Abs. 1 Nr. 3 Buchst. a Doppelbuchst. bb StGB"],
    "§ 5 Nr. 3 Buchst. a bb StGB": ["§ 5 Nr. 3 Buchst. a Doppelbuchst. bb StGB"],
    "Art. 6 Abs. 1 UAbs. 1 Buchst. f der Verordnung (EU) 2016/679": [
        "Art. 6 Abs. 1 Unterabs. 1 Buchst. f Verordnung (EU) 2016/679"
    ],
    "Artikels 5 Absatz 2 Unterabsatz 1 der Richtlinie 2004/38/EG": ["Art. 5 Abs. 2 Unterabs. 1 Richtlinie 2004/38/EG"],
    "§ 5 Abs. 1 Satz 1 Halbsatz 2 StGB": ["§ 5 Abs. 1 Satz 1 Halbsatz 2 StGB"],
    "§ 5 Abs. 1 Satz 1 zweiter Halbsatz StGB": ["§ 5 Abs. 1 Satz 1 Halbsatz 2 StGB"],
    "§ 5 Abs. 1 S. 1, 2. HS StGB": ["§ 5 Abs. 1 Satz 1 Halbsatz 2 StGB"],
    "§ 5 Abs. 1 Satz 1 erste Alternative StGB": ["§ 5 Abs. 1 Satz 1 Alt. 1 StGB"],
    "§ 43b Absatz 1 Satz 1 2. Alt. StGB": ["§ 43b Abs. 1 Satz 1 Alt. 2 StGB"],
    "§ 5 Abs. 1 Var. 3 StGB": ["§ 5 Abs. 1 Var. 3 StGB"],
    "§ 5 Abs. 1 Fall 2 StGB": ["§ 5 Abs. 1 Fall 2 StGB"],
    "Paragraf 5 Absatz 2 StGB": ["§ 5 Abs. 2 StGB"],
    "§ 95 II 1 AufenthG": ["§ 95 Abs. 2 Satz 1 AufenthG"],
    "Art. 3 I GG": ["Art. 3 Abs. 1 GG"],
    "§ 3 (2) StGB": ["§ 3 Abs. 2 StGB"],
    "SGB X § 48 Abs 1 Satz 2 Nr 4": ["§ 48 Abs. 1 Satz 2 Nr. 4 SGB X"],
    "GG Art 3 Abs 1": ["Art. 3 Abs. 1 GG"],
    "Anlage 9 Nr. 3 VwV JVollzGB": ["Anlage 9 Nr. 3 VwV JVollzGB"],
    "Anlage 1 zum BBesG": ["Anlage 1 BBesG"],
    # Letters, what follows, spacing without care.
    "§ 74 a StGB": ["§ 74a StGB"],
    "nach § 74a. Der Rest": ["§ 74a JVollzGB II"],
    "nach § 74 b. Der Rest": ["§ 74b JVollzGB II"],
    "Absatz 3a": ["§ 3 Abs. 3a JVollzGB II"],
    "§ 153aStPO": ["§ 153a StPO"],
    "§§312,313 BGB": ["§ 312 BGB", "§ 313 BGB"],
    "§9Abs.2Nr.3 StGB": ["§ 9 Abs. 2 Nr. 3 StGB"],
    "§ 23 f. StGB": ["§ 23 f. StGB"],
    "§§ 23 ff. EGGVG": ["§ 23 ff. EGGVG"],
    "§§ 90a ff. StGB": ["§ 90a ff. StGB"],
    "§\u00a05\u00a0Abs.\u202f2\u00a0StGB": ["§ 5 Abs. 2 StGB"],
    "§ 5 Ab\u00adsatz 2 des Straf\u00adgesetz\u00adbuchs": ["§ 5 Abs. 2 StGB"],
    "§ 5 Ab-\nsatz 2 des Straf-\ngesetzbuchs": ["§ 5 Abs. 2 StGB"],
    "§ 5 Ab\u00ad\nsatz 2\nStGB": ["§ 5 Abs. 2 StGB"],
    "§\n5\nAbs.\n2\nSGB\nX": ["§ 5 Abs. 2 SGB X"],
    # Lists and ranges; what a part leaves out it inherits.
    "§§ 127b Abs. 2, 230 Abs. 2, §§ 236, 275a Abs. 6, 329 Abs. 3, 412 Satz 1 und 453c Abs. 1 StPO": [
        *("§ 127b Abs. 2 StPO", "§ 230 Abs. 2 StPO", "§ 236 StPO", "§ 275a Abs. 6 StPO", "§ 329 Abs. 3 StPO"),
        *("§ 412 Satz 1 StPO", "§ 453c Abs. 1 StPO"),
    ],
    "§ 44 Abs. 1 bis 3 und 4 Satz 1 und Abs. 5": [
        "§ 44 Abs. 1 JVollzGB II bis § 44 Abs. 3 JVollzGB II",
        *("§ 44 Abs. 4 Satz 1 JVollzGB II", "§ 44 Abs. 5 JVollzGB II"),
    ],
    "§§ 52 Abs. 1; 53 Abs. 2 Nr. 1; 63 Abs. 2 GKG": ["§ 52 Abs. 1 GKG", "§ 53 Abs. 2 Nr. 1 GKG", "§ 63 Abs. 2 GKG"],
    "§§ 52 Abs. 1 und 53 Nr. 1 GKG": ["§ 52 Abs. 1 GKG", "§ 53 Nr. 1 GKG"],
    "§ 53 Abs. 1 Satz 1 Nr. 1 bis 3b, 5 StPO": [
        *("§ 53 Abs. 1 Satz 1 Nr. 1 StPO bis § 53 Abs. 1 Satz 1 Nr. 3b StPO", "§ 53 Abs. 1 Satz 1 Nr. 5 StPO")
    ],
    "§ 5 Nr. 2 Buchst. a bis c und Nr. 5 StGB": ["§ 5 Nr. 2 Buchst. a StGB bis § 5 Nr. 2 Buchst. c StGB", "§ 5 Nr. 5 StGB"],
    "§§ 17 bis 19 StGB": ["§ 17 StGB bis § 19 StGB"],
    "§ 17 Abs. 2 Sätze 1 und 2 StGB": ["§ 17 Abs. 2 Satz 1 StGB", "§ 17 Abs. 2 Satz 2 StGB"],
    "§§ 167 Abs. 2 VwGO, 708 Nr. 11, 711 ZPO": ["§ 167 Abs. 2 VwGO", "§ 708 Nr. 11 ZPO", "§ 711 ZPO"],
    "§ 167 VwGO i.V.m. §§ 708 Nr. 11, 711 ZPO": ["§ 167 VwGO", "§ 708 Nr. 11 ZPO", "§ 711 ZPO"],
    "§ 5 Abs. 1, auch in Verbindung mit § 6 StGB": ["§ 5 Abs. 1 StGB", "§ 6 StGB"],
    "§ 3 Abs. 2, jeweils i. V. m. § 4 StPO": ["§ 3 Abs. 2 StPO", "§ 4 StPO"],
    "§ 3 Abs. 2, jeweils auch in Verbindung mit Absatz 3 StPO": ["§ 3 Abs. 2 StPO", "§ 3 Abs. 3 StPO"],
    # Works by name in any case form, by book, with an abbreviation, with a version.
    "§ 23 des Einführungsgesetzes zum Gerichtsverfassungsgesetz": ["§ 23 EGGVG"],
    "§ 16 des Vierten Buchs Sozialgesetzbuch": ["§ 16 SGB IV"],
    "§ 18 des Ersten Buches Sozialgesetzbuch - SGB I -": ["§ 18 SGB I"],
    "§ 5 der Strafprozessordnung (StPO) in der Fassung vom 7. April 1987 (BGBl. I S. 1074)": ["§ 5 StPO"],
    "§ 24 des Dritten Buchs": ["§ 24 JVollzGB III"],
    "§ 35 Abs. 4 Buch 2": ["§ 35 Abs. 4 JVollzGB II"],
    "§ 35 Abs. 4 Buch 2, § 55 Buch 3 und § 51 Buch 4 des Justizvollzugsgesetzbuchs": [
        *("§ 35 Abs. 4 JVollzGB II", "§ 55 JVollzGB III", "§ 51 JVollzGB IV")
    ],
    "§ 35 Buch 2 und § 16 des Zweiten Buches Sozialgesetzbuch": ["§ 35 JVollzGB II", "§ 16 SGB II"],
    # The book of a code, behind its name and before it, in every spelling.
    "§ 48 des Justizvollzugsgesetzbuchs Buch 4": ["§ 48 JVollzGB IV"],
    "§ 48 des Justizvollzugsgesetzbuchs, Buch IV": ["§ 48 JVollzGB IV"],
    "§ 48 des Justizvollzugsgesetzbuchs (Buch 4)": ["§ 48 JVollzGB IV"],
    "§ 48 JVollzGB Viertes Buch": ["§ 48 JVollzGB IV"],
    "§ 48 JVollzGB, 4. Buch": ["§ 48 JVollzGB IV"],
    "§ 48 JVollzGBIV": ["§ 48 JVollzGB IV"],
    "§ 48 JVollz-\nGB IV": ["§ 48 JVollzGB IV"],
    "§ 48 Buch IV des Justizvollzugsgesetzbuchs": ["§ 48 JVollzGB IV"],
    "§ 48 des Vierten Buchs des Justizvollzugsgesetzbuchs": ["§ 48 JVollzGB IV"],
    "§ 48 des vierten Buches JVollzGB": ["§ 48 JVollzGB IV"],
    "§ 48 des 4. Buches des JVollzGB": ["§ 48 JVollzGB IV"],
    "§ 5 SGBX": ["§ 5 SGB X"],
    "§ 241 des Zweiten Buchs des Bürgerlichen Gesetzbuchs": ["§ 241 BGB"],
    "§ 4 dieses Buchs": ["§ 4 JVollzGB II"],
    "Artikel 14 der Verordnung (EU) 679/2016": ["Art. 14 Verordnung (EU) 2016/679"],
    "Artikel 5 der Delegierten Verordnung (EU) 2017/565": ["Art. 5 Delegierte Verordnung (EU) 2017/565"],
    "des Rahmenbeschlusses 2008/977/JI": ["Rahmenbeschluss 2008/977/JI"],
    "nach dem Gesetz über Ordnungswidrigkeiten": ["OWiG"],
    # Administrative rules.
    "VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III": ["VV Nr. 6.9 Satz 2 zu § 9 JVollzGB III"],
    "VV zu § 9 JVollzGB III": ["VV zu § 9 JVollzGB III"],
    "VV Satz 1 zu § 50 JVollzGB V": ["VV Satz 1 zu § 50 JVollzGB V"],
    "dieser Verwaltungsvorschrift zu § 51 JVollzGB III": ["VV zu § 51 JVollzGB III"],
    "Nummer 3.10 zu § 9 JVollzGB III": ["VV Nr. 3.10 zu § 9 JVollzGB III"],
    "Nummern 2, 4 bis 6 dieser Verwaltungsvorschrift zu § 10 JVollzGB III": [
        *("VV Nr. 2 zu § 10 JVollzGB III", "VV Nr. 4 zu § 10 JVollzGB III bis VV Nr. 6 zu § 10 JVollzGB III")
    ],
    "Nummern 3.2.1 Satz 3 zu § 7 JVollzGB IV und 8.5 Satz 3 zu § 9 JVollzGB IV": [
        *("VV Nr. 3.2.1 Satz 3 zu § 7 JVollzGB IV", "VV Nr. 8.5 Satz 3 zu § 9 JVollzGB IV")
    ],
    "Nr. 4.6 AV ForAmb NRW": ["Nr. 4.6 AV ForAmb NRW"],
    # What stands behind completes what stands before.
    "Satz 2 des Absatzes 3": ["§ 3 Abs. 3 Satz 2 JVollzGB II"],
    "Nummer 2 des § 5 Abs. 1": ["§ 5 Abs. 1 Nr. 2 JVollzGB II"],
    "Absatz 2 des § 5 StGB": ["§ 5 Abs. 2 StGB"],
    "Sätze 1 und 2 der Absätze 3 und 4": [
        *("§ 3 Abs. 3 Satz 1 JVollzGB II", "§ 3 Abs. 3 Satz 2 JVollzGB II"),
        *("§ 3 Abs. 4 Satz 1 JVollzGB II", "§ 3 Abs. 4 Satz 2 JVollzGB II"),
    ],
    "Buchstabe a der Nummer 3 des Absatzes 2": ["§ 3 Abs. 2 Nr. 3 Buchst. a JVollzGB II"],
    "Nummer 3 der Anlage 2": ["Anlage 2 Nr. 3 JVollzGB II"],
    # Anlagen and Anhänge, also in Roman numerals; the only one of a work has no number.
    "nach Anhang IV der Richtlinie 2004/38/EG": ["Anhang IV Richtlinie 2004/38/EG"],
    "Anhang II Teil III Ziffer 3.1.2.1 Buchstabe d der Verordnung (EU) 2018/848": [
        "Anhang II Teil III Nr. 3.1.2.1 Buchst. d Verordnung (EU) 2018/848"
    ],
    "Anhang I Nummer 5.4.2.2 Absatz 3": ["Anhang I Nr. 5.4.2.2 Abs. 3 JVollzGB II"],
    "den Anlagen IV, V, VIII und IX des Bundesbesoldungsgesetzes": [
        *("Anlage IV BBesG", "Anlage V BBesG", "Anlage VIII BBesG", "Anlage IX BBesG")
    ],
    "den Anhängen III bis XI der Richtlinie 2004/38/EG": [
        "Anhang III Richtlinie 2004/38/EG bis Anhang XI Richtlinie 2004/38/EG"
    ],
    "in der Anlage A zur Handwerksordnung": ["Anlage A HwO"],
    "Anlage 4 Tabelle 1 Spalte 2 der Strahlenschutzverordnung": ["Anlage 4 StrlSchV"],
    "Anlage I Kapitel VIII Sachgebiet H Abschnitt I Nr. 45 des Einigungsvertrages": ["Anlage I Kapitel VIII EinigVtr"],
    "in der Anlage zu diesem Gesetz": ["Anlage JVollzGB II"],
    "aus der Anlage ersichtlichen Standards": ["Anlage JVollzGB II"],
    "gemäß der Anlage zur Abfallverzeichnis-Verordnung": ["Anlage AVV"],
    "in Abschnitt A Nummer 1 der Anlage aufgeführten": ["Anlage Abschnitt A Nr. 1 JVollzGB II"],
    # Divisions, within a sentence.
    "nach Abschnitt 3 gelten": ["Abschnitt 3 JVollzGB II"],
    "Abschnitt 3 gilt": ["Abschnitt 3 JVollzGB II"],
    "des Abschnitts 4 Unterabschnitt 2 des Strafvollzugsgesetzes": ["Abschnitt 4 Unterabschnitt 2 StVollzG"],
    "§ 4 Absatz 2 Abschnitt B Nummer 3 BGB": ["§ 4 Abs. 2 Abschnitt B Nr. 3 BGB"],
    "die Abschnitte IV und V des Bundesausbildungsförderungsgesetzes": ["Abschnitt IV BAföG", "Abschnitt V BAföG"],
    "nach Kapitel 3 und 5 des Bundesnaturschutzgesetzes": ["Kapitel 3 BNatSchG", "Kapitel 5 BNatSchG"],
    "des Titels VI der Gewerbeordnung": ["Titel VI GewO"],
    "des Buches 11 der Zivilprozessordnung": ["Buch 11 ZPO"],
    "Vorschriften des Buchs 3": ["JVollzGB III"],
    "Vorschriften des Dritten Buchs": ["JVollzGB III"],
    "auf Grund des Dritten Buches Sozialgesetzbuch": ["SGB III"],
    # Two parts of one Satz; two citations with a stroke; what follows a number of a VV.
    "§ 5 Abs. 1 Satz 2 erster und zweiter Halbsatz BGB": [
        *("§ 5 Abs. 1 Satz 2 Halbsatz 1 BGB", "§ 5 Abs. 1 Satz 2 Halbsatz 2 BGB")
    ],
    "§ 43 Satz 1 1. oder 2. Alt. StGB": ["§ 43 Satz 1 Alt. 1 StGB", "§ 43 Satz 1 Alt. 2 StGB"],
    "Artikel 4 Buchstabe b erster Spiegelstrich der Richtlinie 2004/38/EG": [
        "Art. 4 Buchst. b Spiegelstrich 1 Richtlinie 2004/38/EG"
    ],
    "§5/§6 BGB": ["§ 5 BGB", "§ 6 BGB"],
    "VV Nr. 4 f. zu § 9 JVollzGB III": ["VV Nr. 4 f. zu § 9 JVollzGB III"],
    # The label of the next item is no number of the list before.
    "nach Absatz 3 oder 4,\n2. wer": ["§ 3 Abs. 3 JVollzGB II", "§ 3 Abs. 4 JVollzGB II"],
    # As people type: small letters, Arabic numbers of books, the work in the middle, words between the § and its work.
    "§ 9 jvollzgb 3": ["§ 9 JVollzGB III"],
    "VV zu §9 jvollzgb iii": ["VV zu § 9 JVollzGB III"],
    "§ 9 Abs 2 Nr 3 JVollzGB-III": ["§ 9 Abs. 2 Nr. 3 JVollzGB III"],
    "§ 9 JVollzGB, Buch 3": ["§ 9 JVollzGB III"],
    "§ 5 stgb": ["§ 5 StGB"],
    "§ 48 SGB 10": ["§ 48 SGB X"],
    "§ 9 JVollzGB III Abs. 2 Satz 1 und 2": ["§ 9 Abs. 2 Satz 1 JVollzGB III", "§ 9 Abs. 2 Satz 2 JVollzGB III"],
    "§ 36 JVollzGB II S. 2": ["§ 36 Satz 2 JVollzGB II"],
    "§ 9 Abs. 3 JVollzGB III S. 1": ["§ 9 Abs. 3 Satz 1 JVollzGB III"],
    "§ 9 Abs. 1 JVollzGB III und § 36 JVollzGB II S. 2": ["§ 9 Abs. 1 JVollzGB III", "§ 36 Satz 2 JVollzGB II"],
    "§ 5 StGB, § 36 JVollzGB II Satz 2 und 3 sowie § 35 JVollzGB II Abs. 1": [
        *("§ 5 StGB", "§ 36 Satz 2 JVollzGB II", "§ 36 Satz 3 JVollzGB II", "§ 35 Abs. 1 JVollzGB II")
    ],
    "§§ 35, 36 JVollzGB II S. 2 und 9 JVollzGB III": [*("§ 35 JVollzGB II", "§ 36 Satz 2 JVollzGB II", "§ 9 JVollzGB III")],
    "Art. 5 GG Abs. 1 S. 2": ["Art. 5 Abs. 1 Satz 2 GG"],
    "Par. 5 StPO": ["§ 5 StPO"],
    "§ 5 Ziff 3 StGB": ["§ 5 Nr. 3 StGB"],
    "§ 174 Abs. 1 Hs 2 StGB": ["§ 174 Abs. 1 Halbsatz 2 StGB"],
    "§ 5 Abs. 1 Nr. 3 b) StGB": ["§ 5 Abs. 1 Nr. 3 Buchst. b StGB"],
    "§ 5 Uabs. 2 StGB": ["§ 5 Unterabs. 2 StGB"],
    "Anl. 1 BtMG": ["Anlage 1 BtMG"],
    "§ 5 Abs. 1 n.F. StGB": ["§ 5 Abs. 1 StGB"],
    "§ 5 Abs. 1 (neu) StGB": ["§ 5 Abs. 1 StGB"],
    "§ 1 Abs. 2 des geltenden StGB": ["§ 1 Abs. 2 StGB"],
    "Leistungen nach dem Zweiten Buch Sozialgesetzbuch (SGB II)": ["SGB II"],
    # A work between two parts of one §; a § within an Artikel; a name that begins with an adjective; collections of rules.
    "§ 10 Abs. 1 dieses Buchs, auch in Verbindung mit Absatz 5 Satz 1": [
        *("§ 10 Abs. 1 JVollzGB II", "§ 10 Abs. 5 Satz 1 JVollzGB II")
    ],
    "Artikel 247 § 1 Absatz 2 und § 2 des Einführungsgesetzes zum Bürgerlichen Gesetzbuche": [
        *("Art. 247 § 1 Abs. 2 EGBGB", "Art. 247 § 2 EGBGB")
    ],
    "Vorschriften des Bürgerlichen Gesetzbuchs": ["BGB"],
    "(Nummer 136 RiVASt)": ["Nr. 136 RiVASt"],
    "nach RiStBV Nr. 4": ["Nr. 4 RiStBV"],
    "Anlage 1 zu § 2 des Atomgesetzes": ["Anlage 1 AtG"],
    "§§ 15, 21 Nr. 4 Landespressegesetz": ["§ 15 LPresseG", "§ 21 Nr. 4 LPresseG"],
    # Acts of the EU as they are published.
    "Artikel 3 der Verordnung (EU) Nr. 604/2013": ["Art. 3 Verordnung (EU) Nr. 604/2013"],
    "der Verordnung (EWG) Nr. 1408/71": ["Verordnung (EWG) Nr. 1408/71"],
}


@pytest.mark.parametrize("text", GANZE)
def test_ganzes_zitat(text: str) -> None:
    (verweis,) = funde(f"Nun gilt {text}, sonst nichts.")
    assert [str(g.ziel) for g in verweis.ziele] == GANZE[text]
    assert not verweis.grund


@pytest.mark.parametrize("text", GANZE)
def test_jedes_ziel_steht_im_zitat(text: str) -> None:
    (verweis,) = funde(f"Nun gilt {text}, sonst nichts.")
    assert all(verweis.ab <= g.ab < g.bis <= verweis.bis for g in verweis.ziele)


#: Context, text, and the targets by slice: relative citations.
RELATIVE = [
    ("§ 7 Abs. 2 JVollzGB I", "Absatz 3 Satz 1 gilt", {"Absatz 3 Satz 1": ["§ 7 Abs. 3 Satz 1 JVollzGB I"]}),
    ("§ 7 Abs. 2 Satz 3 JVollzGB I", "Satz 1 gilt", {"Satz 1": ["§ 7 Abs. 2 Satz 1 JVollzGB I"]}),
    ("§ 7 Abs. 2 Satz 3 Nr. 1 JVollzGB I", "Buchstabe b", {"Buchstabe b": ["§ 7 Abs. 2 Satz 3 Nr. 1 Buchst. b JVollzGB I"]}),
    ("§ 7 Abs. 2 Satz 3 JVollzGB I", "Halbsatz 1 gilt", {"Halbsatz 1": ["§ 7 Abs. 2 Satz 3 Halbsatz 1 JVollzGB I"]}),
    ("VV Nr. 2 zu § 9 JVollzGB III", "nach Nummer 6.6", {"Nummer 6.6": ["VV Nr. 6.6 zu § 9 JVollzGB III"]}),
    ("VV Nr. 2 zu § 9 JVollzGB III", "nach Satz 1", {"Satz 1": ["VV Nr. 2 Satz 1 zu § 9 JVollzGB III"]}),
    ("VV Nr. 2 zu § 9 JVollzGB III", "nach Absatz 2", {"Absatz 2": ["§ 9 Abs. 2 JVollzGB III"]}),
    ("VV Nr. 2 zu § 9 JVollzGB III", "siehe Anlage 1", {"Anlage 1": ["Anlage 1 VwV JVollzGB"]}),
    (
        "VV Nr. 1 zu § 9 JVollzGB III",
        "Nummern 2.2 bis 4.2 sowie 6.1 bis 6.3 mit Ausnahme von 6.3.3 und 6.3.4",
        {
            "Nummern 2.2 bis 4.2 sowie 6.1 bis 6.3 mit Ausnahme von 6.3.3 und 6.3.4": [
                "VV Nr. 2.2 zu § 9 JVollzGB III bis VV Nr. 4.2 zu § 9 JVollzGB III",
                "VV Nr. 6.1 zu § 9 JVollzGB III bis VV Nr. 6.3 zu § 9 JVollzGB III",
                *("nicht VV Nr. 6.3.3 zu § 9 JVollzGB III", "nicht VV Nr. 6.3.4 zu § 9 JVollzGB III"),
            ]
        },
    ),
    (
        "VV Nr. 1 zu § 9 JVollzGB III",
        "Nummern 3 bis 5 Satz 1 und die Nummern 6 und 7 Sätze 2 bis 4",
        {
            "Nummern 3 bis 5 Satz 1 und die Nummern 6 und 7 Sätze 2 bis 4": [
                *("VV Nr. 3 zu § 9 JVollzGB III bis VV Nr. 5 Satz 1 zu § 9 JVollzGB III", "VV Nr. 6 zu § 9 JVollzGB III"),
                "VV Nr. 7 Satz 2 zu § 9 JVollzGB III bis VV Nr. 7 Satz 4 zu § 9 JVollzGB III",
            ]
        },
    ),
    ("Anlage 9 Nr. 1 VwV JVollzGB", "nach Nummer 3", {"Nummer 3": ["Anlage 9 Nr. 3 VwV JVollzGB"]}),
    ("Nr. 2.1 AV ForAmb NRW", "nach Nummer 4.6", {"Nummer 4.6": ["Nr. 4.6 AV ForAmb NRW"]}),
    ("Nr. 2.1 AV ForAmb NRW", "dieser AV", {"dieser AV": ["AV ForAmb NRW"]}),
    ("§ 7 Abs. 2 JVollzGB I", "dieses Gesetzes", {"dieses Gesetzes": ["JVollzGB I"]}),
    ("§ 7 Abs. 2 JVollzGB I", "diese Vorschrift gilt", {"diese Vorschrift": ["§ 7 JVollzGB I"]}),
    ("§ 7 Abs. 2 JVollzGB I", "§ 5 StGB; diese Vorschrift", {"§ 5 StGB": ["§ 5 StGB"], "diese Vorschrift": []}),
    ("VV Nr. 2 zu § 9 JVollzGB III", "dieser Verwaltungsvorschrift", {"dieser Verwaltungsvorschrift": ["VwV JVollzGB"]}),
    (None, "nach Absatz 2", {"Absatz 2": []}),
    ("JVollzVergO", "nach Absatz 2", {"Absatz 2": []}),
    # Two citations beside each other stay apart.
    (
        HIER,
        "Satz 2 des Absatzes 3 und Nummer 2 des § 5 Abs. 1",
        {
            "Satz 2 des Absatzes 3": ["§ 3 Abs. 3 Satz 2 JVollzGB II"],
            "Nummer 2 des § 5 Abs. 1": ["§ 5 Abs. 1 Nr. 2 JVollzGB II"],
        },
    ),
    (HIER, "Absatz 2 und § 75", {"Absatz 2": ["§ 3 Abs. 2 JVollzGB II"], "§ 75": ["§ 75 JVollzGB II"]}),
    (
        None,
        "(SGB X § 48 Abs 1, SGB I § 35 Abs 2)",
        {"SGB X § 48 Abs 1": ["§ 48 Abs. 1 SGB X"], "SGB I § 35 Abs 2": ["§ 35 Abs. 2 SGB I"]},
    ),
    (
        None,
        "§ 9 des Betäubungsmittelgesetzes (im Folgenden: BtmVorschr) gilt. Auch § 5 BtmVorschr gilt.",
        {
            "§ 9 des Betäubungsmittelgesetzes (im Folgenden: BtmVorschr)": ["§ 9 BtMG"],
            "§ 5 BtmVorschr": ["§ 5 BtMG"],
        },
    ),
]


@pytest.mark.parametrize(("kontext", "text", "erwartet"), RELATIVE)
def test_aus_dem_zusammenhang(kontext: str | None, text: str, erwartet: dict[str, list[str]]) -> None:
    assert gelesen(text, kontext) == erwartet


#: Words that look like citations and are none.
KEINE = """
Art und Weise
Nr. 4 des Amtsblatts
Nr. 3 des Gesetz- und Verordnungsblatts
(GBl. S. 545)
BGBl. I Nr. 23 S. 545
ABl. L 119 vom 4.5.2016, S. 1
AP Nr. 4 zu § 59 HGB
EzA § 1 KSchG Nr. 5
SozR 3-1300 § 48 Nr. 33
Nr. 5/2013
am 5. Mai 2011
100 Euro, 5 Prozent und 3 Monate
der Satz war falsch
in einem Satz
S. 545
Absatz von Waren
Artikelserie 5
Grundsatz 3
§ ohne Zahl
§ 123456789
""".strip("\n").splitlines()  # fmt: skip


@pytest.mark.parametrize("text", KEINE)
def test_kein_zitat(text: str) -> None:
    assert gelesen(text) == {}


#: Text, and its only citation: the number behind it counts, dates or measures something.
NUR_DAVOR = {
    "Absatz 3 und 10 Prozent": "Absatz 3",
    "§ 5 und 20 Euro": "§ 5",
    "Satz 1 und 3. Mai 2011": "Satz 1",
    "Absatz 2, 3 Monate": "Absatz 2",
    "Absatz 2 bis 3 Monate": "Absatz 2",
    "§ 5 und 3.4.2011": "§ 5",
    "§ 5 und 1.000 Euro": "§ 5",
    "§ 5 StGB (BGBl. I S. 545)": "§ 5 StGB",
    "§ 3 i. V. damit": "§ 3",
    "§ 74 a. F.": "§ 74",
    # Behind a work: a new sentence, a page, a level that stands before it already, a part of several §§.
    "§ 36 JVollzGB II. S. 2 enthält mehr": "§ 36 JVollzGB II",
    "§ 36 JVollzGB II, S. 2": "§ 36 JVollzGB II",
    "Kommentar zu § 36 JVollzGB II S. 245": "§ 36 JVollzGB II",
    "die Bemerkung zu § 36 JVollzGB II S. 2 ff.": "§ 36 JVollzGB II",
    "Näheres zu § 36 JVollzGB II S. 2 der Begründung": "§ 36 JVollzGB II",
    "§ 9 Abs. 3 Satz 1 StGB S. 2": "§ 9 Abs. 3 Satz 1 StGB",
    "§§ 35 bis 36 JVollzGB II S. 2": "§§ 35 bis 36 JVollzGB II",
}


@pytest.mark.parametrize("text", NUR_DAVOR)
def test_zahl_dahinter_gehoert_nicht_dazu(text: str) -> None:
    assert list(gelesen(text)) == [NUR_DAVOR[text]]


#: A work is named that nobody knows: no target is better than one in the work of the context.
FREMDE = {
    "§ 79 XHO": "XHO",
    "§ 9 JVollzGB 7": "JVollzGB 7",
    "§ 48 des Justizvollzugsgesetzbuchs Buch 9": "Justizvollzugsgesetzbuchs Buch 9",
    "§ 48 des Achten Buchs des Justizvollzugsgesetzbuchs": "Achten Buchs des Justizvollzugsgesetzbuchs",
    "§ 5 LDSG-X": "LDSG-X",
    "§ 35 VwVfG NRW": "VwVfG NRW",
    "§ 5 des Bayerischen Strafvollzugsgesetzes": "Strafvollzugsgesetzes",
    "§§ 15, 21 Nr. 4 Landesfunkgesetz": "Landesfunkgesetz",
    "§ 5 Abs. 3 und 4 Reisekostenverwaltungsordnung": "Reisekostenverwaltungsordnung",
    "Nummer 136 XyVASt": "XyVASt",
    "Anlage 1 zu Nummer 3.7 zu § 79 LHO": "VV zu LHO",  # VV Nr. 6.5 Satz 4 zu § 51 JVollzGB III
    "Anlage 2 zur VwV - Bezüge": "VwV - Bezüge",  # VV Nr. 3.6 Satz 2 zu § 53 JVollzGB III
    "§ 4 der Satzung": "Satzung",
    "§ 1 Nummer 4 des Gesetzes": "Gesetzes",
    "Nr. 3 der vorgenannten Vereinbarung": "Vereinbarung",
}


@pytest.mark.parametrize("text", FREMDE)
def test_unbekanntes_werk(text: str) -> None:
    (verweis,) = funde(text)
    assert verweis.ziele == ()
    assert verweis.grund == f"Das Werk „{FREMDE[text]}“ ist nicht bekannt"
    assert text[verweis.ab : verweis.bis] == text


def test_ohne_zusammenhang_steht_der_grund_dabei() -> None:
    (verweis,) = funde("nach Absatz 2", None)
    assert verweis.grund == "Ohne die Einheit, in der es steht, ist nicht zu erkennen, was gemeint ist"


def test_absatz_eines_anderen_werks_ohne_paragraph_hat_kein_ziel() -> None:
    assert gelesen("Absatz 2 der Verordnung (EU) 2016/679") == {"Absatz 2 der Verordnung (EU) 2016/679": []}


def test_bundesrecht_im_land_ist_nicht_bundesrecht() -> None:
    assert gelesen("§ 35 VwVfG und § 36 VwVfG NRW") == {"§ 35 VwVfG": ["§ 35 VwVfG"], "§ 36 VwVfG NRW": []}


#: Text, and each citation with its targets or the reason why it has none: nothing is dropped beside something else.
NEBENEINANDER = [
    (
        "Art 8 EMRK, § 119 StPO",
        [("Art 8 EMRK", "Das Werk „EMRK“ ist nicht bekannt"), ("§ 119 StPO", "§ 119 StPO")],
    ),
    (
        "Art. 8 EMRK und § 9 JVollzGB III",
        [("Art. 8 EMRK", "Das Werk „EMRK“ ist nicht bekannt"), ("§ 9 JVollzGB III", "§ 9 JVollzGB III")],
    ),
    (
        "§§ 9 StPO, 10 XHO, 11 ZPO und 12 GVG",
        [
            ("§§ 9 StPO", "§ 9 StPO"),
            ("10 XHO", "Das Werk „XHO“ ist nicht bekannt"),
            ("11 ZPO und 12 GVG", "§ 11 ZPO, § 12 GVG"),
        ],
    ),
    (
        "Satz 2 des § 5 XHO und § 9 StPO",
        [("Satz 2 des § 5 XHO", "Das Werk „XHO“ ist nicht bekannt"), ("§ 9 StPO", "§ 9 StPO")],
    ),
    (
        "§ 9 StPO und § 85 Abs. 9 JVollzGB",
        [
            ("§ 9 StPO", "§ 9 StPO"),
            (
                "§ 85 Abs. 9 JVollzGB",
                "JVollzGB besteht aus mehreren Büchern; gemeint sein kann: § 85 JVollzGB I, § 85 JVollzGB III",
            ),
        ],
    ),
    ("§ 999 JVollzGB", [("§ 999 JVollzGB", "JVollzGB besteht aus mehreren Büchern; keines davon ist genannt")]),
    ("das JVollzGB, § 5 JVollzGB I", [("§ 5 JVollzGB I", "§ 5 JVollzGB I")]),
    # The dot of "§ 12f." may end the sentence, and "f" be a letter, if there is such a §.
    ("nach § 12f.", [("§ 12f.", "Gemeint sein kann „§ 12f JVollzGB II“ oder „§ 12 f. JVollzGB II“")]),
    ("nach § 12f. Der Rest", [("§ 12f.", "Gemeint sein kann „§ 12f JVollzGB II“ oder „§ 12 f. JVollzGB II“")]),
    ("nach § 12f. JVollzGB II", [("§ 12f. JVollzGB II", "§ 12 f. JVollzGB II")]),
    ("nach § 13f.", [("§ 13f.", "§ 13 f. JVollzGB II")]),
    ("nach § 12 f. und mehr", [("§ 12 f.", "§ 12 f. JVollzGB II")]),
]
VORHANDEN = {"§ 12f JVollzGB II", "§ 85 JVollzGB I", "§ 85 JVollzGB III"}


@pytest.mark.parametrize(("text", "erwartet"), NEBENEINANDER)
def test_jedes_zitat_hat_ziele_oder_einen_grund(text: str, erwartet: list[tuple[str, str]]) -> None:
    gefunden = finde(text, lies_zitat(HIER, REGISTER.kurzname), NAMEN, lambda z: str(z) in VORHANDEN)
    assert [(text[v.ab : v.bis], ", ".join(str(g.ziel) for g in v.ziele) or v.grund) for v in gefunden] == erwartet


def test_der_text_meint_sich_selbst() -> None:
    assert [(v.selbst, v.grund) for v in funde("dieses Gesetz und § 5")] == [(True, ""), (False, "")]


# Properties, from the grammar's own vocabulary.

ZAHL = st.builds(lambda n, zusatz: f"{n}{zusatz}", st.integers(1, 499), st.sampled_from(["", "", "a", "c"]))
WERKE = st.sampled_from(["StGB", "StPO", "SGB X", "EGGVG", "JVollzGB III", "JVollzVergO", "BtMG", "GVG"])
BUCHSTABEN = st.sampled_from("abdeghkm")


@st.composite
def zitate(draw: st.DrawFn) -> str:
    """A canonical citation of a statute, with any levels."""
    teile = [f"§ {draw(ZAHL)}"]
    teile += [f"Abs. {draw(ZAHL)}"] if draw(st.booleans()) else []
    teile += [f"Unterabs. {draw(st.integers(1, 9))}"] if len(teile) == 2 and draw(st.booleans()) else []
    teile += [f"Satz {draw(st.integers(1, 9))}"] if draw(st.booleans()) else []
    teile += [f"Halbsatz {draw(st.integers(1, 2))}"] if teile[-1].startswith("Satz") and draw(st.booleans()) else []
    teile += [f"Nr. {draw(ZAHL)}"] if draw(st.booleans()) else []
    teile += [f"Buchst. {draw(BUCHSTABEN)}"] if teile[-1].startswith("Nr.") and draw(st.booleans()) else []
    return f"{' '.join(teile)} {draw(WERKE)}"


@given(st.lists(zitate(), min_size=1, max_size=4))
def test_gedruckte_zitate_werden_wiedergefunden(gedruckt: list[str]) -> None:
    text = "Nach " + ", ferner nach ".join(gedruckt) + " ist zu verfahren."
    assert [str(g.ziel) for v in funde(text, None) for g in v.ziele] == gedruckt
    assert [text[v.ab : v.bis] for v in funde(text, None)] == gedruckt


#: A citation in canonical form, and typed with its Satz behind the name of the work.
MIT_SATZ_HINTEN = st.builds(
    lambda norm, absatz, satz, werk: (f"§ {norm}{absatz} Satz {satz} {werk}", f"§ {norm}{absatz} {werk} S. {satz}"),
    ZAHL,
    st.sampled_from(["", " Abs. 2", " Abs. 3a"]),
    st.integers(1, 9),
    WERKE,
)


@given(st.lists(MIT_SATZ_HINTEN, min_size=1, max_size=3), st.sampled_from([", ", " und ", " i. V. m. "]))
@settings(deadline=None)
def test_der_satz_hinter_dem_werk_gehoert_dazu(zitate: list[tuple[str, str]], trenner: str) -> None:
    gedruckt, getippt = ([paar[i] for paar in zitate] for i in (0, 1))
    assert [str(lies_zitat(zitat, REGISTER.kurzname)) for zitat in getippt] == gedruckt
    text = f"Nach {trenner.join(getippt)} ist zu verfahren."
    assert [str(g.ziel) for v in funde(text, None) for g in v.ziele] == gedruckt


@given(zitate(), st.data())
def test_silbentrennung_aendert_nichts(zitat: str, data: st.DataObject) -> None:
    worte = [m.start() + 1 for m in re.finditer(r"[a-z](?=[a-z])", zitat)]
    stellen = sorted(data.draw(st.sets(st.sampled_from(worte or [0]))), reverse=True) if worte else []
    getrennt = f"Nach {zitat} ist"
    for stelle in stellen:
        getrennt = (
            getrennt[: stelle + 5]
            + data.draw(st.sampled_from(["\u00ad", "-\n", "-\n  ", "\u00ad\n"]))
            + getrennt[stelle + 5 :]
        )
    (verweis,) = funde(getrennt, None)
    assert [str(g.ziel) for g in verweis.ziele] == [zitat]
    assert re.sub(r"\u00ad\n?|-\n\s*", "", getrennt[verweis.ab : verweis.bis]) == zitat


SCHNIPSEL = st.sampled_from(
    """
    § §§ Art. Abs. Absatz Satz Nr. Nummern Buchst. lit. aa bis und , ; i.V.m. f. ff. ( ) - VV zu des der dieses Gesetz StGB
    Verordnung (EU) 2016/679 SGB X II IV 1 2a 3.4 99999 Buch Halbsatz 2. zweiter mit Ausnahme von AP ABl. JVollzGB III
    """.split()
)
TRENNER = st.sampled_from(["", " ", "\n", "-\n", "\u00ad", "\u00a0"])


@settings(max_examples=300, deadline=None)
@given(st.lists(SCHNIPSEL | TRENNER, max_size=60).map("".join) | st.lists(SCHNIPSEL, max_size=40).map(" ".join) | st.text())
@example("§" + "1" * 6000)
@example("§ ²")
def test_jeder_text_geht(text: str) -> None:
    for kontext in (None, HIER, "VV Nr. 2.1 zu § 9 JVollzGB III", "Nr. 4.6 AV ForAmb NRW"):
        ende = 0
        for v in funde(text, kontext):
            assert ende <= v.ab < v.bis <= len(text)
            assert all(v.ab <= g.ab < g.bis <= v.bis for g in (*v.ziele, *v.ausnahmen))
            assert bool(v.ziele or v.ausnahmen) != bool(v.grund)
            for g in (*v.ziele, *v.ausnahmen):
                for zitat in (g.ziel.von, g.ziel.bis) if isinstance(g.ziel, Spanne) else (g.ziel,):
                    assert lies_zitat(str(zitat), REGISTER.kurzname) == zitat
            ende = v.bis
