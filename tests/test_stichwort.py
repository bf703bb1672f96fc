"""Search terms: real words beside words that must stay apart, and a real FTS5 table that judges every query."""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from normen.stichwort import (
    SPALTEN,
    TOKENIZE,
    Schnipsel,
    Zerleger,
    anfrage,
    faltung,
    gesuchte_staemme,
    schnipsel,
    stamm,
    stichworte,
    woerter,
)

HANDBUCH = Path(__file__).parents[1] / "corpus" / "bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt"
WORTSCHATZ = """
    Anstalt Anstalten Anstaltsarzt Arzt Ausgleich Besuch Besuche Besuchszeit Bildung Fluchtgefahr Gefahr Gefangene Geld
    Gesetz Haft Konferenz Leitung Maßnahme Missbrauch Opfer Plan Pläne Planung Raum Straf Strafe Strafen Strafvollzug
    Tag Tage Täter Überwachung Vollzug Vollzugsgesetz Vollzugsplan Vollzugspläne Zeit
    Disziplinarmaßnahme Disziplinarplan zusammen über unter JVA rechtlich
"""
ZERLEGER = Zerleger.aus(WORTSCHATZ.split())

#: Compounds of the handbook and the words they must be found by.
KOMPOSITA = """
    Besuchszusammenführung: Besuch Zusammenführung
    Vollzugsplankonferenz: Vollzugsplan Vollzug Plan Konferenz
    Abschlussprüfung: Abschluss Prüfung
    Arbeitsentgelt: Arbeit Entgelt
    Arbeitsunfähigkeit: Arbeit Unfähigkeit
    Anstaltskleidung: Anstalt Kleidung
    Anstaltsarztes: Anstalt Arzt
    Aufbewahrungsfrist: Aufbewahrung Frist
    Aufenthaltsorte: Aufenthalt Ort
    Bedürftigkeitsprüfung: Bedürftigkeit Prüfung
    Begleitausgang: Ausgang
    Behandlungsgrundsätze: Behandlung Grundsatz
    Belegungsfähigkeit: Belegung Fähigkeit
    Bewährungshelfers: Bewährung Helfer
    Bewährungszeit: Bewährung Zeit
    Briefkontakte: Brief Kontakt
    Bundeskriminalamt: Bund Kriminalamt
    Bußgeldbehörden: Bußgeld Behörde
    Datenschutzbeauftragten: Datenschutz Beauftragte
    Dienstleistungskonzession: Dienstleistung Konzession
    Disziplinarverfahren: Verfahren
    Entlassungsvorbereitungen: Entlassung Vorbereitung
    Erziehungsmaßnahmen: Erziehung Maßnahme
    Fahndungsmaßnahmen: Fahndung Maßnahme
    Fernsehgeräte: Gerät
    Freiheitsstrafe: Freiheit Strafe
    Freizeitveranstaltungen: Freizeit Veranstaltung
    Gefangenenbriefe: Gefangene Brief
    Gemeinschaftshaftraum: Gemeinschaft Haftraum
    Gesundheitsfürsorge: Gesundheit Fürsorge
    Gottesdiensträume: Gottesdienst Raum
    Haftkostensatzes: Haftkosten Satz
    Handflächenabdrücken: Abdruck
    Jugendgerichtshilfe: Jugend Gericht Hilfe
    Jugendstrafvollzuges: Jugend Strafvollzug
    Justizvollzugsanstalt: Justiz Vollzug Anstalt
    Landesdatenschutzgesetz: Land Datenschutz Gesetz
    Lichtbildausweises: Lichtbild Ausweis
    Mobilfunkverkehr: Mobilfunk Verkehr
    Nutzungsentschädigung: Nutzung Entschädigung
    Persönlichkeitsrechte: Persönlichkeit Recht
    Rechtsanwältinnen: Recht
    Rechtskraftbescheinigung: Rechtskraft Bescheinigung
    Regelbesuchszeiten: Besuch Zeit
    Sicherheitsbehörden: Sicherheit Behörde
    Sondergeldkonto: Sondergeld Konto
    Sozialversicherungsbeiträge: Sozialversicherung Beitrag
    Strafvollstreckungskammer: Strafvollstreckung Kammer
    Suchtmittelkontrollen: Suchtmittel Kontrolle
    Taschengeldanträgen: Taschengeld Antrag
    Teilanstalten: Teil Anstalt
    Untersuchungshaftvollzug: Untersuchungshaft Vollzug
    Überbrückungsgeldes: Überbrückung Geld
    Unfallverhütungsvorschriften: Unfallverhütung Vorschrift
    Wohngruppenvollzug: Wohngruppe Vollzug
    datenschutzrechtlichen: Datenschutz rechtlich
    sozialtherapeutischen: sozial therapeutisch
"""
#: Compounds whose parts stand nowhere in the handbook: they are found as a whole only.
UNZERLEGBAR = ("Einkommensteuer", "Justizministerien", "Oberlandesgericht")
#: Words of the handbook that look like compounds and are none.
KEINE_KOMPOSITA = """
    Unterbringung Entscheidungen Gefangenen Beeinträchtigung Einrichtung Verantwortung Einschränkung Voraussetzung
    Genehmigung Unterrichtung Entlassung Angehörige Beschäftigung Eingliederung verhältnismäßig insbesondere
    entsprechend verbleibenden berücksichtigen Benachrichtigung Bekanntmachung Niederschrift Wiederholungen
    Erfordernisse Ministerium Persönlichkeit Darstellungen unverzüglich Interessen Beteiligung vorgeschlagenen
    Verantwortlichkeit Zuständigkeit vorübergehend internationalen Therapeutinnen Ausantwortung erforderlich
    Anhörung Entweichungen
""".split()


@cache
def handbuch() -> Zerleger:
    text = re.sub(r"(\w)-\s*\n\s*(?=[a-zäöüß])(?!und |oder |bzw)", r"\1", HANDBUCH.read_text(encoding="utf-8"))
    return Zerleger.aus(wort.form for wort in woerter(text))


def tabelle(*texte: str, zerleger: Zerleger = ZERLEGER) -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute(f'CREATE VIRTUAL TABLE suche USING fts5({", ".join(SPALTEN)}, tokenize="{TOKENIZE}")')
    for text in texte:
        begriffe = list(stichworte(text, zerleger))
        zeile = (" ".join(b[0] for b in begriffe), " ".join(t for b in begriffe for t in b))
        db.execute("INSERT INTO suche VALUES (?, ?)", zeile)
    return db


def gefunden(frage: str, *texte: str, zerleger: Zerleger = ZERLEGER) -> list[int]:
    """Return which of ``texte`` (from 0) the query finds."""
    sql = "SELECT rowid - 1 FROM suche WHERE suche MATCH ? ORDER BY rowid"
    return [zeile for (zeile,) in tabelle(*texte, zerleger=zerleger).execute(sql, (anfrage(frage, zerleger),))]


@pytest.mark.parametrize(
    ("text", "formen"),
    [
        ("Flucht- und Missbrauchsgefahr", ["Flucht-", "und", "Missbrauchsgefahr"]),  # VV Nr. 4.6 zu § 9 JVollzGB III
        ("die JVA-Leitung, der Täter-Opfer-Ausgleich", ["die", "JVA-Leitung", "der", "Täter-Opfer-Ausgleich"]),
        ("nach § 9 Abs. 2, §§ 127b, 236 StPO", ["nach", "§ 9", "Abs", "2", "§§ 127b", "236", "StPO"]),
        ("VV Nr. 6.9 vom 15.07.2011", ["VV", "Nr", "6.9", "vom", "15.07.2011"]),
        ("bis zu 1.000,50 Euro", ["bis", "zu", "1.000,50", "Euro"]),
        ("der 30-fache Satz", ["der", "30", "fache", "Satz"]),
        ("„Maßnahme“ (und/oder)", ["Maßnahme", "und", "oder"]),
        ("Maßnahme\u2010Plan, Voll\u00adzug, U\u0308bung", ["Maßnahme\u2010Plan", "Voll\u00adzug", "U\u0308bung"]),
        ("§ – … ! * \" ' ", []),
    ],
)
def test_woerter_stehen_wo_sie_gefunden_werden(text: str, formen: list[str]) -> None:
    gefundene = woerter(text)
    assert [wort.form for wort in gefundene] == formen
    assert all(text[wort.ab : wort.bis] == wort.form for wort in gefundene)


@pytest.mark.parametrize(
    "gleiche",
    [
        "Maßnahme Massnahme Massnahmen MASSNAHMEN maßnahme Ma\u00dfnahmen",
        "Überwachung Ueberwachung überwachung U\u0308berwachung Überwachungen überwachen",
        "Vollzugsplan Vollzugspläne Vollzugsplans Voll\u00adzugsplan",
        "Gefangene Gefangener Gefangenen",
        "JVA-Leitung JVA‑Leitung jva-leitung",
        "§9 §§9",
    ],
)
def test_schreibungen_eines_wortes_treffen_sich(gleiche: str) -> None:
    assert len({stamm(form) for form in gleiche.split()}) == 1


@pytest.mark.parametrize(
    ("eines", "anderes"),
    [("Urteil", "Urlaub"), ("Besuch", "Versuch"), ("§ 9", "9"), ("§ 9", "§ 9a"), ("6.9", "69"), ("Recht", "Rache")],
)
def test_verschiedene_woerter_bleiben_getrennt(eines: str, anderes: str) -> None:
    assert stamm(eines) != stamm(anderes)


@pytest.mark.parametrize(
    ("form", "teile"),
    [
        ("Besuchsüberwachung", ("besuch", "uberwach")),
        ("besuchsüberwachungen", ("besuch", "uberwach")),
        ("Vollzugsplankonferenz", ("vollzugsplan", "vollzug", "plan", "konferenz")),
        ("Strafvollzugsgesetz", ("straf", "vollzugsgesetz", "vollzug", "gesetz", "strafvollzug")),
        ("Gefangenengeld", ("gefang", "geld")),
        ("Tagegeld", ("tag", "geld")),
        ("JVA-Leitung", ("jva", "leitung")),
        ("Täter-Opfer-Ausgleich", ("tat", "opf", "ausgleich")),
        ("Anstaltskasse", ("anstalt", "kass")),  # "Kasse" is not in the vocabulary, "Anstalts-" is seen before "Arzt"
        ("Leitungswechsel", ("leitung", "wechsel")),  # neither is -s- after -ung open to doubt
        ("Disziplinarhaft", ("disziplinar", "haft")),  # never seen alone, but before "Maßnahme" and "Plan"
        ("Besuch", ()),
        ("Überwachung", ()),
        ("Zusammenhaft", ()),  # a particle is not a part
        ("Überplanung", ()),
        ("Unterleitung", ()),
        ("Geldstrafe", ("geld", "straf")),
        ("Geldstrudel", ()),  # "Gelds-" is never seen
        ("6.9", ()),
        ("", ()),
        ("x" * 500, ()),
    ],
)
def test_teile(form: str, teile: tuple[str, ...]) -> None:
    assert ZERLEGER.teile(form) == teile


def test_zerleger_haengt_nicht_an_der_reihenfolge() -> None:
    assert Zerleger.aus(reversed(WORTSCHATZ.split())) == ZERLEGER
    assert Zerleger(frozenset(" ".join(sorted(ZERLEGER.bausteine)).split())) == ZERLEGER


@pytest.mark.parametrize("zeile", [z.strip() for z in KOMPOSITA.strip().splitlines()])
def test_komposita_des_handbuchs_werden_an_ihren_teilen_gefunden(zeile: str) -> None:
    kompositum, _, gesucht = zeile.partition(": ")
    assert {stamm(wort) for wort in gesucht.split()} <= set(handbuch().teile(kompositum))


@pytest.mark.parametrize("form", [*UNZERLEGBAR, *KEINE_KOMPOSITA])
def test_andere_woerter_des_handbuchs_bleiben_ganz(form: str) -> None:
    assert handbuch().teile(form) == ()


@pytest.mark.parametrize(
    ("text", "begriffe"),
    [
        (
            "Flucht- und Missbrauchsgefahr",
            [("flucht", "fluchtgefahr"), ("missbrauchsgefahr", "missbrauch", "gefahr")],
        ),
        (
            "Haft-, Besuchs- oder Überwachungsplan",
            [("haft", "haftplan"), ("besuch", "besuchsplan"), ("uberwachungsplan", "uberwach", "plan")],
        ),
        ("Sonn- und gesetzliche Feiertage", [("sonn",), ("gesetz",), ("feiertag",)]),  # nothing to complete with
        ("Flucht-", [("flucht",)]),
        ("Aus- und Vollzugsbildung", [("aus", "ausbild"), ("vollzugsbild", "vollzug", "bildung")]),
        ("Die Überwachung der Besuche", [("uberwach",), ("besuch",)]),
        ("sich und der Sicherheit", [("sich",)]),  # "Sicherheit" has the stem "sich": the pronoun is no term
        ("§ 9 Abs. 2", [("§9", "9"), ("abs",), ("2",)]),
        ("und – !", []),
    ],
)
def test_stichworte(text: str, begriffe: list[tuple[str, ...]]) -> None:
    assert list(stichworte(text, ZERLEGER)) == begriffe


TEXTE = (
    "Die Überwachung der Besuche ist zulässig.",
    "Besuchsüberwachung durch die JVA-Leitung nach § 9 Abs. 2.",
    "Bei Flucht- oder Missbrauchsgefahr entscheidet die Vollzugsplankonferenz.",
    "Der Vollzugsplan ist zu überprüfen; eine Massnahme nach Nr. 6.9 kommt in Betracht.",
    "Zur Sicherheit der Anstalt. Besuche " + "sind lange vor der nächsten weiteren " * 3 + "Überwachung anzumelden.",
)


@pytest.mark.parametrize(
    ("frage", "texte"),
    [
        ("Überwachung", [0, 1, 4]),
        ("Besuch", [0, 1, 4]),
        ("besuch UEBERWACHUNG", [0, 1, 4]),
        ("Besuchsüberwachung", [0, 1, 4]),  # not in the vocabulary: its parts, anywhere
        ('"Überwachung der Besuche"', [0]),
        ("„Überwachung von Besuchen“", [0]),
        ('"Besuche Überwachung"', []),
        ('"Besuch" Sicherheit', [4]),
        ("Vollzugsplan", [2, 3]),
        ("Vollzugspläne Maßnahme", [3]),
        ("Fluchtgefahr", [2]),
        ("Missbrauchsgefahr", [2]),
        ("§ 9", [1]),
        ("9", [1]),
        ("§ 2", []),
        ("6.9", [3]),
        ("Leitung", [1]),
        ("JVA-Leitung", [1]),
        ("JVA Leitung", [1]),
        ("JVA-Überwachung", [1]),
        ("Sicherheit", [4]),
        ("und der", []),
        ("", []),
        ("Urlaub", []),
        ("Besuch Urlaub", []),
        ('Besuch" OR "Urlaub', []),
        ("Besuch AND NOT (Über*", []),
    ],
)
def test_anfrage_findet(frage: str, texte: list[int]) -> None:
    assert gefunden(frage, *TEXTE) == texte


def test_teile_eines_bekannten_wortes_muessen_nah_beieinander_stehen() -> None:
    zerleger = Zerleger.aus((*WORTSCHATZ.split(), "Besuchsüberwachung"))
    assert gefunden("Besuchsüberwachung", *TEXTE, zerleger=zerleger) == [0, 1]


SYNTAX = ["NEAR(", "AND", "OR", "NOT", '"', "*", "^", "wort:", "-", "§", ")", "{teil}", "+", ","]
EINGABEN = st.one_of(
    st.text(),
    st.text(alphabet="aAüß§09.,:;-–*\"'„“(){}[]^+|\\/% \n\0\udcff"),
    st.lists(st.sampled_from([*TEXTE[1].split(), *SYNTAX])).map(" ".join),
)


@given(EINGABEN)
@example("wort : \u1e9e\u0345 \ufdfa ½ ² ﬁ İ")
@example("Besuch " * 5000)
@settings(deadline=None)
def test_jede_eingabe_ist_eine_gueltige_anfrage(eingabe: str) -> None:
    tabelle().execute("SELECT * FROM suche WHERE suche MATCH ?", (anfrage(eingabe, ZERLEGER),)).fetchall()


def test_eine_lange_anfrage_mit_lauter_verschiedenen_woertern_ist_gueltig() -> None:
    assert gefunden(" ".join(f"wort{i} Vollzugs{'abcdefghij'[i % 10]}plan" for i in range(2000)), *TEXTE) == []


@given(st.text(alphabet="abcdeimnrstuäöüßABÄÖÜ"))
def test_faltung_aendert_gefaltetes_nicht(form: str) -> None:
    assert faltung(faltung(form)) == faltung(form)


@given(st.lists(st.sampled_from(sorted(WORTSCHATZ.split())), min_size=1))
def test_jeder_text_wird_mit_seinen_eigenen_woertern_gefunden(worte: list[str]) -> None:
    text = " ".join(worte)
    assert gefunden(text, text) == [0] or not list(stichworte(text, ZERLEGER))


LANG = (
    "Die Gefangenen dürfen Besuch empfangen, soweit die Anstalt nichts anderes bestimmt. "
    "Näheres regelt die Hausordnung, die in jedem Haftraum ausliegt und auf Verlangen auszuhändigen ist. "
    "Die Überwachung der Besuche (Besuchsüberwachung) erfolgt nach § 21 und bedarf der Zustimmung der Leitung."
)


@pytest.mark.parametrize(
    ("frage", "breite", "erwartet"),
    [
        ("Besuchsüberwachung", 70, "… ist. Die [Überwachung] der [Besuche] ([Besuchsüberwachung]) erfolgt nach …"),
        ("Gefangene", 40, "Die [Gefangenen] dürfen Besuch empfangen, …"),
        ("Leitung", 40, "… und bedarf der Zustimmung der [Leitung]."),
        ("Leitung", 3, "… [Leitung] …"),  # the found word is longer: it alone, the full stop is more text
        ("Urlaub", 30, "Die Gefangenen dürfen Besuch …"),
        ("", 12, "Die …"),
        ("§ 21", 25, "… nach [§ 21] und bedarf …"),
    ],
)
def test_schnipsel(frage: str, breite: int, erwartet: str) -> None:
    stueck = schnipsel(LANG, gesuchte_staemme(frage, ZERLEGER), ZERLEGER, breite)
    assert markiert(stueck) == erwartet


def markiert(stueck: Schnipsel) -> str:
    inhalt = stueck.inhalt
    for ab, bis in reversed(stueck.treffer):
        inhalt = f"{inhalt[:ab]}[{inhalt[ab:bis]}]{inhalt[bis:]}"
    return str(Schnipsel(inhalt, (), stueck.davor, stueck.danach))


@given(st.lists(st.sampled_from([*LANG.split(), "\n", "-", "  "])).map(" ".join), st.integers(1, 200))
def test_schnipsel_passt_in_die_breite_und_schneidet_keine_woerter(text: str, breite: int) -> None:
    stueck = schnipsel(text, {"besuch", "uberwach"}, ZERLEGER, breite)
    assert stueck.inhalt in text
    assert len(stueck.inhalt) <= max(breite, max((len(wort.form) for wort in woerter(text)), default=0))
    assert {stueck.inhalt[ab:bis] for ab, bis in stueck.treffer} <= {wort.form for wort in woerter(text)}
    hat_fund = any({"besuch", "uberwach"} & set(begriffe) for begriffe in stichworte(text, ZERLEGER))
    assert bool(stueck.treffer) == hat_fund
