"""The search over the whole corpus: which Einheiten come first, and that no input is a mistake."""

from __future__ import annotations

import re

import pytest

from normen.wissen import Wissen

#: What is typed, how many hits are looked at, and an Einheit that has to be among them.
TREFFER = """
# the words as they stand there
Haftkostenbeitrag                        | 10 | VV Nr. 4.1 zu § 51 JVollzGB III
Verteidigerpost                          |  3 | VV Nr. 1.1 zu § 24 JVollzGB III
Kostenverfügung                          |  2 | VV Nr. 6.3 zu § 51 JVollzGB III
Therapieweisung                          |  3 | Nr. 6.1 AV ForAmb NRW
elektronische Überwachung Aufenthaltsort |  3 | § 11 Abs. 1a JVollzGB III
Nichtraucher                             |  3 | § 24 JVollzGB I

# other forms of the words
Überbrückungsgelder                      |  5 | VV Nr. 2.15 zu § 52 JVollzGB III
Widerrufe Freistellungen                 |  5 | VV Nr. 7.18 zu § 9 JVollzGB III
forensischer Ambulanz                    |  5 | Nr. 2.1 AV ForAmb NRW
Selbsttötungen                           |  5 | § 67 Abs. 1 JVollzGB III
Schußwaffen                              |  5 | § 78 Abs. 3 JVollzGB III
ueberbrueckungsgeld                      |  5 | VV Nr. 2.15 zu § 52 JVollzGB III
VERTEIDIGERPOST                          |  3 | VV Nr. 1.1 zu § 24 JVollzGB III

# compounds and their parts
Besuchsüberwachung                       |  5 | § 21 Abs. 2 JVollzGB III
Überwachung von Besuchen                 |  5 | § 21 Abs. 2 JVollzGB III
Missbrauchsgefahr                        |  5 | VV Nr. 3 zu § 12 JVollzGB III
Flucht- und Missbrauchsgefahr            |  5 | VV Nr. 3 zu § 12 JVollzGB III
Paket                                    |  5 | VV Nr. 5 zu § 28 JVollzGB III
Telefon                                  |  5 | § 27 Abs. 3 JVollzGB III
Disziplinarmaßnahmen                     |  5 | § 82 Abs. 3 JVollzGB III

# a word that no text has, for all that begin with it
Disziplin                                | 20 | § 65 Abs. 3 JVollzGB II

# the heading counts for what stands under it
Schwangerschaft Mutterschaft             | 10 | § 37 Abs. 2 JVollzGB III
vollzugsöffnende Maßnahmen               | 20 | § 9 Abs. 1 JVollzGB III
Überbrückungsgeld                        | 20 | § 52 Abs. 1 JVollzGB III
Haftkostenbeitrag                        | 20 | § 51 Abs. 1 JVollzGB III

# a phrase, in any quotation marks, in any form of its words
"wichtigem Anlass"                       |  3 | § 10 Abs. 2 JVollzGB III
„wichtiger Anlass“                       |  3 | § 10 Abs. 2 JVollzGB III
»wichtiger Anlass«                       |  3 | § 10 Abs. 2 JVollzGB III

# numbers of norms: where a norm is cited, and the norm itself
§ 119 StPO                               |  5 | § 1 Abs. 2 JVollzGB I
§ 74a GVG                                |  5 | VV Nr. 2.3.1.1 zu § 13 JVollzGB V
§ 51 JVollzGB III                        |  5 | VV zu § 36 JVollzGB II
§ 9 JVollzGB III                         |  5 | § 9 Abs. 1 JVollzGB III
§ 11 Abs. 2 JVollzGB III                 |  5 | § 11 Abs. 2 JVollzGB III

# a norm without its law: the ones of that name in every work that has one
§ 9 Abs 2                                |  3 | § 9 Abs. 2 JVollzGB III
§ 9 Abs 2                                |  3 | § 9 Abs. 2 JVollzGB IV
VV zu § 9                                |  3 | VV zu § 9 JVollzGB III
Nummer 4.6                               |  1 | Nr. 4.6 AV ForAmb NRW

# a verb, where the text has its noun
pfänden                                  | 10 | § 52 Abs. 5 JVollzGB III
gepfändet                                | 10 | § 52 Abs. 5 JVollzGB III
"""


def _tabelle() -> list[tuple[str, int, str]]:
    zeilen = (zeile for zeile in TREFFER.strip().splitlines() if zeile and not zeile.startswith("#"))
    felder = ([feld.strip() for feld in zeile.split("|")] for zeile in zeilen)
    return [(gesucht, int(n), zitat) for gesucht, n, zitat in felder]


@pytest.mark.parametrize(("gesucht", "n", "zitat"), _tabelle())
def test_unter_den_ersten(wissen: Wissen, gesucht: str, n: int, zitat: str) -> None:
    assert zitat in [fund.eintrag.zitat for fund in wissen.suche(gesucht, n)]


#: Words that stand in no text, together or at all.
NICHTS = [
    "Hundehaltung",
    "Haftkostenbeitrag Hundehaltung",
    "Haftkostenbeitrag Therapieweisung",
    "„Haftkostenbeitrag Therapieweisung“",
    "§ 9999",
]


@pytest.mark.parametrize("gesucht", NICHTS)
def test_nichts_gefunden(wissen: Wissen, gesucht: str) -> None:
    assert wissen.suche(gesucht) == []


#: Signs that mean something to the query language of the index, to SQL, to a pattern or to a terminal - and words of none.
SELTSAM = [
    "", " ", '"', '""', "''", "'", "„", "„“", "*", "%", "_", "?", "-", "--", "^", "(", ")", "()", "§", "§§", "+", ":", ";",
    "\\", "NEAR", "NEAR(a b)", "AND", "OR", "NOT", "AND OR NOT", "{wort}", "wort:", "teil : besuch", "a* b*", "- besuch",
    "'; DROP TABLE", "\x00", "\x1b[31m", "\ud800", "🙂", "½", "²", "\u00ad", "\u200b", "\u0301", "ﬁ", "der die das",
    "1" * 5000, "a" * 10_000, "ab " * 3_333, "„" * 10_000, "(" * 10_000, "Besuchs" * 1_400, "-" * 10_000, '"Besuch ' * 1_000,
]  # fmt: skip


@pytest.mark.parametrize("gesucht", SELTSAM, ids=lambda s: ascii(s)[:24])
def test_keine_eingabe_ist_ein_fehler(wissen: Wissen, gesucht: str) -> None:
    for fund in wissen.suche(gesucht, 3):
        assert fund.eintrag.zitat


#: The same question, spelled otherwise, or with signs and words around it that mean nothing.
GLEICH = [
    "besuch",
    "BESUCH",
    "Besuch!",
    "(Besuch)",
    "*Besuch*",
    "^Besuch",
    "-Besuch",
    "„Besuch",
    "der Besuch",
    "Be\u00adsuch",
]


@pytest.mark.parametrize("gesucht", GLEICH, ids=ascii)
def test_zeichen_und_schreibung_aendern_nichts(wissen: Wissen, gesucht: str) -> None:
    erwartet = [fund.eintrag.zitat for fund in wissen.suche("Besuch", 10)]
    assert [fund.eintrag.zitat for fund in wissen.suche(gesucht, 10)] == erwartet


def test_ein_wort_mehr_findet_nie_mehr(wissen: Wissen) -> None:
    weit = {fund.eintrag.zitat for fund in wissen.suche("Freistellung", 1000)}
    eng = {fund.eintrag.zitat for fund in wissen.suche("Freistellung Widerruf", 1000)}
    assert eng
    assert eng < weit


def test_so_viele_wie_verlangt_und_die_besten_zuerst(wissen: Wissen) -> None:
    alle = [fund.eintrag.zitat for fund in wissen.suche("Besuch", 200)]
    assert len(alle) == len(set(alle)) > 50
    for n in (1, 5, 50):
        assert [fund.eintrag.zitat for fund in wissen.suche("Besuch", n)] == alle[:n]


def test_jeder_fund_zeigt_wo_das_gesuchte_steht(wissen: Wissen) -> None:
    funde = wissen.suche("Verteidigerpost", 1)
    assert [fund.ueberschrift for fund in funde] == ["Verteidigerpost"]
    schnipsel = funde[0].schnipsel
    assert [schnipsel.inhalt[ab:bis] for ab, bis in schnipsel.treffer] == ["Verteidigerpost"]
    assert str(schnipsel) == (
        "… durch die Vollmacht der oder des Gefangenen oder die Bestellungsanordnung des Gerichts ausweisen. "
        "Verteidigerpost muss deutlich sichtbar gekennzeichnet sein."
    )


def test_schnipsel_sind_stuecke_des_wortlauts(wissen: Wissen) -> None:
    for gesucht in ("Besuch", "Widerruf Freistellung", "§ 119 StPO", "„wichtiger Anlass“"):
        for fund in wissen.suche(gesucht, 20):
            assert fund.schnipsel.inhalt in wissen.wortlaut(fund.eintrag)
            assert len(fund.schnipsel.inhalt) <= 160
            assert fund.schnipsel.davor or fund.schnipsel.danach or fund.schnipsel.inhalt == wissen.wortlaut(fund.eintrag)


def test_gefunden_werden_einheiten_die_man_aufschlagen_kann(wissen: Wissen) -> None:
    for fund in wissen.suche("Gefangene", 100):
        assert wissen.finde(fund.eintrag.zitat) == fund.eintrag
        assert not re.search(r"Satz \d+", fund.eintrag.zitat), "a Satz is found with the Einheit it stands in"
