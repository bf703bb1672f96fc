"""Lines of a file: noise named and set aside, page breaks seen, letter-spacing taken out, nothing dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normen.lesen.zeilen import Rauschen, lies_zeilen

#: What is printed, and each line as number, words and marks: "+n" blank lines before it, "S" page begins, "G" letter-spaced.
DRUCK = {
    "statute over a page break (§ 1 Abs. 1 and § 2 JVollzGB I)": (
        """\
dienen der Vorbereitung der Unterbringung.

(2) Die Regelungen der Strafprozessordnung
bleiben unberührt.
 § 2 Ziele des Vollzugs

(1) Der Vollzug dient""",
        """\
1 S: dienen der Vorbereitung der Unterbringung.
3 +1: (2) Die Regelungen der Strafprozessordnung
4: bleiben unberührt.
5 S: § 2 Ziele des Vollzugs
7 +1: (1) Der Vollzug dient""",
    ),
    "indented after a blank line: no page begins (VV Nr. 1.8 zu § 53 JVollzGB III)": (
        "des Monats.\n\n Der Zeitraum, für den",
        "1 S: des Monats.\n3 +1: Der Zeitraum, für den",
    ),
    "letter-spaced Abschnitt with a spaced number (Abschnitt 10 JVollzGB III)": (
        "\n A b s c h n i t t  1 0  \n\nFreizeit",
        "2 +1 S G: Abschnitt 10\n4 +1: Freizeit",
    ),
    "letter-spaced title over three lines (JVollzGB IV)": (
        " B u c h  4  \n\nJ u g e n d s t r a f v o l l z u g  \n\n( J V o l l z G B  I V )  ",
        "1 S G: Buch 4\n3 +1 G: Jugendstrafvollzug\n5 +1 G: (JVollzGB IV)",
    ),
    "letter-spaced, three words and a dash (JVollzVergO)": (
        " V e r o r d n u n g  d e s  J u s t i z m i n i s t e r i u m s  –  ( J V o l l z V e r g O )",
        "1 S G: Verordnung des Justizministeriums – (JVollzVergO)",
    ),
    "single characters that are no letter-spacing": (
        "a) b) c) d)\n1 2\nA B C\n- a -",
        "1 S: a) b) c) d)\n2: 1 2\n3: A B C\n4: - a -",
    ),
    "white space at the ends and in the middle": (
        "  7.  Maßnahmen   der\tHilfe \r\n\r\n(3)  Besuche\N{NO-BREAK SPACE}",
        "1 S: 7. Maßnahmen der Hilfe\n3 +1: (3) Besuche",
    ),
    "a form feed begins a page": (
        "bleiben unberührt.\n\f§ 2 Ziele des Vollzugs",
        "1 S: bleiben unberührt.\n2 S: § 2 Ziele des Vollzugs",
    ),
    "nothing": ("\n \n\t\n", ""),
}


def kein_rauschen(_inhalt: str, _davor: str) -> str:
    return ""


@pytest.mark.parametrize(("druck", "erwartet"), DRUCK.values(), ids=DRUCK)
def test_zeilen(druck: str, erwartet: str) -> None:
    zeilen, rauschen = lies_zeilen(druck, kein_rauschen)
    gelesen = []
    for z in zeilen:
        marken = [str(z.nr), f"+{z.leer_davor}" * bool(z.leer_davor), "S" * z.seitenanfang, "G" * z.gesperrt]
        gelesen.append(f"{' '.join(filter(None, marken))}: {z.inhalt}")
    assert "\n".join(gelesen) == erwartet
    assert rauschen == ()


@pytest.mark.parametrize("linie", ["* * * *", "- - - - -", "_ _ _ _ _", ". . . . .", "1 2 3 4 5"])
def test_zierlinien_und_zahlenreihen_sind_nicht_gesperrt(linie: str) -> None:
    """Letter-spacing is taken out of words; a line of single signs or numbers is none."""
    (zeile,), _ = lies_zeilen(linie, kein_rauschen)
    assert not zeile.gesperrt
    assert zeile.inhalt == linie


def test_rauschen_wird_beim_namen_genannt_und_beginnt_eine_seite() -> None:
    def regel(inhalt: str, davor: str) -> str:
        return "Titel" if inhalt == "Buch 3" else "Zahl" if inhalt.isdigit() and davor == "Titel" else ""

    zeilen, rauschen = lies_zeilen("Über einen Antrag\n\nBuch 3\n\n\n 7 \n\nentscheidet\n7\nTage", regel)
    assert rauschen == (Rauschen(3, "Buch 3", "Titel"), Rauschen(6, "7", "Zahl"))
    assert [(z.nr, z.inhalt, z.leer_davor, z.seitenanfang) for z in zeilen] == [
        (1, "Über einen Antrag", 0, True),
        (8, "entscheidet", 1, True),
        (9, "7", 0, False),  # only right below the title is a number a page number
        (10, "Tage", 0, False),
    ]


def test_stellen_einer_gesperrten_zeile_zeigen_auf_jeden_buchstaben() -> None:
    (zeile,), _ = lies_zeilen("\n A b s c h n i t t  1 0 ", kein_rauschen)
    stellen = [(s.zeile, s.spalte) for s in zeile.text.stuecke]
    assert stellen == [(2, spalte) for spalte in (2, 4, 6, 8, 10, 12, 14, 16, 18, 21, 23)]


ZEILEN = st.lists(
    st.one_of(
        st.sampled_from(
            ["", " ", "§ 1 Ziel", " § 2 Neu", "A b s c h n i t t  1 2", "Rauschen", "Text  mit   Lücken ", "1 2 3 4"]
        ),
        st.text(alphabet="aÄ§1 .-\t", max_size=12),
    )
)


@given(ZEILEN)
def test_jede_zeile_ist_text_oder_rauschen_und_keine_ist_veraendert(druck: list[str]) -> None:
    zeilen, rauschen = lies_zeilen("\n".join(druck), lambda inhalt, _: "Rauschen" if inhalt == "Rauschen" else "")
    gefunden = sorted([*((z.nr, z.inhalt) for z in zeilen), *((r.nr, r.inhalt) for r in rauschen)])
    assert [nr for nr, _ in gefunden] == [nr for nr, zeile in enumerate(druck, 1) if zeile.strip()]
    for nr, inhalt in gefunden:
        assert "".join(inhalt.split()) == "".join(druck[nr - 1].split())
    assert list(zeilen) == sorted(zeilen, key=lambda z: z.nr)


@given(ZEILEN)
def test_leere_zeilen_werden_gezaehlt(druck: list[str]) -> None:
    zeilen, _ = lies_zeilen("\n".join(druck), kein_rauschen)
    davor = 0
    for zeile in zeilen:
        assert zeile.nr - davor - 1 == zeile.leer_davor
        davor = zeile.nr
