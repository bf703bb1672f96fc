"""Running text: how lines are joined, what a hyphen at the line end means, and where each character was printed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normen.text import KEIN_TEXT, Stueck, Text, text_aus_zeichen, text_aus_zeile, verbinde


def aus(druck: str, *, ab_zeile: int = 1) -> Text:
    """Join the lines of ``druck``."""
    return verbinde(text_aus_zeile(nr, zeile) for nr, zeile in enumerate(druck.split("\n"), start=ab_zeile))


#: Lines as printed, and the text they make. The first word of each pair of lines ends the first line.
FUGEN = {
    # Division at the line end: the hyphen goes.
    "Sicherungsverwah-\nrung": "Sicherungsverwahrung",  # § 1 Abs. 1 Nr. 1 JVollzGB I
    "vollzugs-\nöffnender Maßnahmen": "vollzugsöffnender Maßnahmen",  # § 11 Abs. 3 JVollzGB V
    "un-\nverzüglich": "unverzüglich",  # § 76 Abs. 2 JVollzGB IV
    "zum 1. Okto-\nber": "zum 1. Oktober",  # § 46 Abs. 3 JVollzGB IV
    "Durchfüh-  \n rung": "Durchführung",  # with the white space that pages leave at both ends
    "aus-\nge-\nschlossen": "ausgeschlossen",
    # Ergänzungsstrich: the hyphen stays, and a space with it.
    "Flucht-\nund Missbrauchsgefahr": "Flucht- und Missbrauchsgefahr",  # VV Nr. 3.2.1 zu § 7 JVollzGB IV
    "Persönlichkeits-\noder Verhaltensstörungen": "Persönlichkeits- oder Verhaltensstörungen",  # § 8 Abs. 1 JVollzGB IV
    "psittakose-\nund ornithosefreien": "psittakose- und ornithosefreien",  # VV Nr. 2.2 zu § 15 JVollzGB III
    "Aus-\nbzw. Weiterbildung": "Aus- bzw. Weiterbildung",
    "Ein-\nsowie Ausgänge": "Ein- sowie Ausgänge",
    "Sonn-\nwie Feiertage": "Sonn- wie Feiertage",
    "Flucht-\nund/oder Missbrauchsgefahr": "Flucht- und/oder Missbrauchsgefahr",
    "Flucht-, Verdunkelungs-\noder Wiederholungsgefahr": "Flucht-, Verdunkelungs- oder Wiederholungsgefahr",
    # Hyphen that is part of the word: it stays, without a space.
    "30-\nfachen": "30-fachen",  # § 11 Abs. 2 JVollzGB II
    "EDV-\nBenutzerhandbuch": "EDV-Benutzerhandbuch",  # VV Nr. 2.9 zu § 52 JVollzGB III
    "Baden-\nWürttemberg": "Baden-Württemberg",  # VV Nr. 2.5 zu § 13 JVollzGB I
    "Kosten-\nLeistungsrechnung": "Kosten-Leistungsrechnung",  # VV Nr. 2.4 zu § 19 JVollzGB V
    "Psychisch-Kranken-\nHilfe-Gesetzes": "Psychisch-Kranken-Hilfe-Gesetzes",  # § 106 JVollzGB III
    "Online-\nKennung": "Online-Kennung",  # § 31 Abs. 1 Nr. 2 JVollzGB I
    "Nordrhein-\nWestfalen": "Nordrhein-Westfalen",  # Nr. 6.3 AV ForAmb NRW
    "EDV-\ngestützte Buchführung": "EDV-gestützte Buchführung",  # nothing is divided after an abbreviation in capitals
    "JVA-\neigene Betriebe": "JVA-eigene Betriebe",
    # Dash: a sign of its own.
    "unverzüglich\n- in der Regel": "unverzüglich - in der Regel",  # VV Nr. 2 zu § 66 JVollzGB III
    "unverzüglich -\nin der Regel": "unverzüglich - in der Regel",
    "Maßnahmen –\ninsbesondere": "Maßnahmen – insbesondere",
    "-\nund": "- und",
    # No hyphen at all.
    "Die Gefangenen\nwirken  mit.": "Die Gefangenen wirken mit.",
    "(zurück-)\nverlegt": "(zurück-) verlegt",  # VV Nr. 2.5.5 zu § 13 JVollzGB V: as printed
    "\n  \nText\n\nweiter\n": "Text weiter",
    # Soft hyphen, as other PDF texts have it.
    "Verwah\N{SOFT HYPHEN}\nrung": "Verwahrung",
}


@pytest.mark.parametrize(("druck", "text"), FUGEN.items())
def test_fugen(druck: str, text: str) -> None:
    assert str(aus(druck)) == text


def test_was_nach_dem_strich_kommt_entscheidet() -> None:
    """The same line end, three times."""
    assert str(aus("Besuchs-\nzeit")) == "Besuchszeit"
    assert str(aus("Besuchs-\nund Freizeit")) == "Besuchs- und Freizeit"
    assert str(aus("Besuchs-\nZeit")) == "Besuchs-Zeit"


def test_stellen_einer_zeile() -> None:
    text = text_aus_zeile(7, "  Der   Vollzug\tdient\N{NO-BREAK SPACE}dem  ")
    assert text == Text(
        "Der Vollzug dient dem", (Stueck(0, 3, 7, 3), Stueck(4, 7, 7, 9), Stueck(12, 5, 7, 17), Stueck(18, 3, 7, 23))
    )


def test_stellen_ueber_eine_trennung() -> None:
    text = aus("die Verwah-\n rung", ab_zeile=8)
    assert text == Text("die Verwahrung", (Stueck(0, 10, 8, 1), Stueck(10, 4, 9, 2)))
    assert (text.zeile_von, text.zeile_bis) == (8, 9)
    assert [text.zeile_bei(stelle) for stelle in (0, 9, 10, 13)] == [8, 8, 9, 9]


def test_zeile_bei_einer_eingesetzten_luecke_ist_die_davor() -> None:
    assert aus("eins\nzwei", ab_zeile=3).zeile_bei(4) == 3


def test_leerer_text() -> None:
    leer = aus(" \n\n")
    assert leer == KEIN_TEXT == text_aus_zeile(1, " \t ") == verbinde([])
    assert (bool(leer), len(leer), str(leer), leer.zeile_von, leer.zeile_bis, leer.zeile_bei(0)) == (False, 0, "", 0, 0, 0)


def test_zeichen_mit_eingesetzten_luecken() -> None:
    text = text_aus_zeichen(4, [("B", 1), ("u", 3), (" ", 0), ("1", 6)])
    assert text == Text("Bu 1", (Stueck(0, 1, 4, 1), Stueck(1, 1, 4, 3), Stueck(3, 1, 4, 6)))


@pytest.mark.parametrize(
    ("ab", "bis", "inhalt", "zeilen"),
    [
        (0, None, "die Verwahrung der Habe", (1, 2)),
        (4, 14, "Verwahrung", (1, 2)),
        (3, 15, "Verwahrung", (1, 2)),  # white space at the ends is cut
        (10, 14, "rung", (2, 2)),
        (0, 10, "die Verwah", (1, 1)),
        (14, 15, "", (0, 0)),
        (99, None, "", (0, 0)),
        (5, 2, "", (0, 0)),
    ],
)
def test_teil(ab: int, bis: int | None, inhalt: str, zeilen: tuple[int, int]) -> None:
    teil = aus("die Verwah-\nrung der Habe").teil(ab, bis)
    assert (teil.inhalt, (teil.zeile_von, teil.zeile_bis)) == (inhalt, zeilen)


WORTE = st.sampled_from(
    "Der Vollzug dient § 9 Abs. 2 1. (zurück-) Flucht- und oder Verwah- rung 30- EDV- – - ö ß \N{SOFT HYPHEN}x".split()
)
LUECKE = st.sampled_from([" ", " ", "  ", "\t", "\N{NO-BREAK SPACE}", "   "])
RAND = st.sampled_from(["", "", " ", "  ", "\r", "\t"])
ZEILE = st.lists(st.tuples(WORTE, LUECKE), max_size=6).map(lambda paare: "".join(w + luecke for w, luecke in paare))
DRUCK = st.lists(st.tuples(RAND, ZEILE, RAND).map("".join), max_size=6)


def zeichen(text: Text) -> list[tuple[int, int, str]]:
    """Line, column and character of all that was taken over from the source."""
    return [
        (s.zeile, s.spalte + i, text.inhalt[s.ab + i])
        for s in text.stuecke
        for i in range(s.laenge)
        if not text.inhalt[s.ab + i].isspace()
    ]


@given(DRUCK)
def test_jedes_stueck_ist_ein_stueck_der_quelle(druck: list[str]) -> None:
    text = aus("\n".join(druck))
    for s in text.stuecke:
        assert druck[s.zeile - 1][s.spalte - 1 : s.spalte - 1 + s.laenge] == text.inhalt[s.ab : s.ab + s.laenge]


@given(DRUCK)
def test_nichts_geht_verloren_als_der_trennstrich(druck: list[str]) -> None:
    gedruckt = [(n, c, z) for n, zeile in enumerate(druck, 1) for c, z in enumerate(zeile, 1) if not z.isspace()]
    uebernommen = zeichen(aus("\n".join(druck)))
    assert uebernommen == sorted(set(uebernommen))
    for zeile, spalte, z in set(gedruckt) - set(uebernommen):
        assert z in "-\N{SOFT HYPHEN}"
        assert not druck[zeile - 1][spalte:].strip()


@given(DRUCK)
def test_stuecke_decken_alles_ausser_den_eingesetzten_luecken(druck: list[str]) -> None:
    text = aus("\n".join(druck))
    gedeckt = {stelle for s in text.stuecke for stelle in range(s.ab, s.ab + s.laenge)}
    assert len(gedeckt) == sum(s.laenge for s in text.stuecke)
    assert all(text.inhalt[stelle] == " " for stelle in set(range(len(text))) - gedeckt)
    assert "  " not in text.inhalt
    assert text.inhalt == text.inhalt.strip()


@given(DRUCK, st.integers(0, 80), st.integers(0, 80))
def test_teil_behaelt_inhalt_und_stellen(druck: list[str], ab: int, bis: int) -> None:
    text = aus("\n".join(druck))
    teil = text.teil(ab, bis)
    assert teil.inhalt == text.inhalt[ab:bis].strip()
    assert zeichen(teil) == [z for i, z in _mit_stelle(text) if ab <= i < bis]


def _mit_stelle(text: Text) -> list[tuple[int, tuple[int, int, str]]]:
    stellen = (s.ab + i for s in text.stuecke for i in range(s.laenge) if not text.inhalt[s.ab + i].isspace())
    return list(zip(stellen, zeichen(text), strict=True))


@given(DRUCK)
@example(["Verwah- ", "- ", "Der "])
def test_verbinden_haengt_nicht_an_der_klammerung(druck: list[str]) -> None:
    zeilen = [text_aus_zeile(nr, zeile) for nr, zeile in enumerate(druck, 1)]
    for i in range(len(zeilen)):
        assert verbinde([verbinde(zeilen[:i]), verbinde(zeilen[i:])]) == verbinde(zeilen)
