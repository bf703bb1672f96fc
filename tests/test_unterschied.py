"""Word differences: real pairs checked by hand in the text, and what holds for any two texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normen.bezeichnung import gemeinsame, ohne_bezeichnungen
from normen.unterschied import Gleichheit, Teil, gesamt, unterschiede, woerter

GLEICH, BEZEICHNUNG, ANDERS = Gleichheit.GLEICH, Gleichheit.BEZEICHNUNG, Gleichheit.ANDERS


def gezeigt(links: str, rechts: str) -> str:
    """Write a comparison on one line: [left|right] where words differ, <left|right> where only a designation does."""
    formen = {GLEICH: "{0.links}", BEZEICHNUNG: "<{0.links}|{0.rechts}>", ANDERS: "[{0.links}|{0.rechts}]"}
    return "".join(formen[teil.gleichheit].format(teil) for teil in unterschiede(links, rechts))


#: Two texts as printed, where they stand, what differs, and how far they agree as a whole.
PAARE = {
    "§ 19 Abs. 2 Satz 2 III, § 12 Abs. 2 Satz 2 II: the same": (
        "Die Gesamtdauer beträgt mindestens eine Stunde im Monat.",
        "Die Gesamtdauer beträgt mindestens eine Stunde im Monat.",
        "Die Gesamtdauer beträgt mindestens eine Stunde im Monat.",
        GLEICH,
    ),
    "§ 19 Abs. 2 Satz 2 III, § 17 Abs. 2 Satz 2 IV": (
        "Die Gesamtdauer beträgt mindestens eine Stunde im Monat.",
        "Die Gesamtdauer beträgt mindestens vier Stunden im Monat.",
        "Die Gesamtdauer beträgt mindestens[ eine Stunde| vier Stunden] im Monat.",
        ANDERS,
    ),
    "§ 19 Abs. 2 Satz 2 III, § 22 Abs. 2 Satz 2 V: two places": (
        "Die Gesamtdauer beträgt mindestens eine Stunde im Monat.",
        "Die Gesamtdauer des Besuchs beträgt mindestens zehn Stunden im Monat.",
        "Die Gesamtdauer[| des Besuchs] beträgt mindestens[ eine Stunde| zehn Stunden] im Monat.",
        ANDERS,
    ),
    "§ 19 Abs. 2 Satz 1 III, § 17 Abs. 2 Satz 1 IV: two words are one designation": (
        "Gefangene dürfen regelmäßig Besuch empfangen.",
        "Junge Gefangene dürfen regelmäßig Besuch empfangen.",
        "<Gefangene|Junge Gefangene> dürfen regelmäßig Besuch empfangen.",
        BEZEICHNUNG,
    ),
    "§ 19 Abs. 2 Satz 1 III, § 22 Abs. 2 Satz 1 V: the article is a difference": (
        "Gefangene dürfen regelmäßig Besuch empfangen.",
        "Die Untergebrachten dürfen regelmäßig Besuch empfangen.",
        "[|Die]<Gefangene| Untergebrachten> dürfen regelmäßig Besuch empfangen.",
        ANDERS,
    ),
    "§ 2 Abs. 2 III, § 1 Abs. 2 II, the beginning: another kind of Vollzug is no designation": (
        "Das Leben im Vollzug soll den allgemeinen Lebensverhältnissen",
        "Das Leben im Untersuchungshaftvollzug soll den allgemeinen Lebensverhältnissen",
        "Das Leben im[ Vollzug| Untersuchungshaftvollzug] soll den allgemeinen Lebensverhältnissen",
        ANDERS,
    ),
    "§ 82 Abs. 1 Nr. 8 III, § 78 Abs. 1 Nr. 7 IV": (
        "Arrest bis zu vier Wochen.",
        "Arrest bis zu zwei Wochen.",
        "Arrest bis zu[ vier| zwei] Wochen.",
        ANDERS,
    ),
    "§ 68 Abs. 2 Satz 2 III, § 64 Abs. 2 Satz 2 IV, the beginning: a filler word parts no difference in two": (
        "dass Gefangene am Gottesdienst teilnehmen.",
        "dass die oder der junge Gefangene am Gottesdienst teilnimmt.",
        "dass[| die oder der]< Gefangene| junge Gefangene> am Gottesdienst[ teilnehmen| teilnimmt].",
        ANDERS,
    ),
    "white space is no difference": ("eine  Stunde", "eine Stunde ", "eine  Stunde", GLEICH),
    "only one side": ("", "Arrest.", "[|Arrest.]", ANDERS),
    "neither side": ("", "", "", GLEICH),
}


@pytest.mark.parametrize(("links", "rechts", "anzeige", "wie"), PAARE.values(), ids=PAARE)
def test_unterschiede(links: str, rechts: str, anzeige: str, wie: Gleichheit) -> None:
    assert gezeigt(links, rechts) == anzeige
    assert gesamt(unterschiede(links, rechts)) is wie


def test_eine_fuellung_zwischen_zwei_unterschieden_gehoert_dazu() -> None:
    assert gezeigt("alte und kranke Menschen", "junge und gesunde Menschen") == (
        "[alte und kranke|junge und gesunde] Menschen"
    )
    assert gezeigt("alte Frauen und kranke Menschen", "junge Frauen und gesunde Menschen") == (
        "[alte|junge] Frauen und[ kranke| gesunde] Menschen"
    )


#: What is a designation, and what only looks like one.
BEZEICHNUNGEN = {
    "Gefangene": "<Person>",
    "jungen Gefangenen": "<Person>",
    "Untersuchungsgefangener": "<Person>",
    "Untergebrachten": "<Person>",
    "Jugendstrafanstalt": "<Anstalt>",
    "Justizvollzugsanstalten": "<Anstalt>",
    "Strafgefangene": "Strafgefangene",
    "Mitgefangenen": "Mitgefangenen",
    "Gefangenschaft": "Gefangenschaft",
    "Anstaltsleitung": "Anstaltsleitung",
    "jungen": "jungen",
}


@pytest.mark.parametrize(("wort", "erwartet"), BEZEICHNUNGEN.items())
def test_bezeichnungen(wort: str, erwartet: str) -> None:
    assert gemeinsame(wort) == erwartet
    assert (ohne_bezeichnungen(f"die {wort}.").split() == ["die", "."]) is (erwartet != wort)


def test_worte_ohne_zeichen() -> None:
    assert woerter("Die jungen Gefangenen: § 9 Abs. 2, Flucht- und Missbrauchsgefahr.") == (
        "die <person> 9 abs 2 flucht und missbrauchsgefahr".split()
    )


WOERTER = [
    "Gefangene",
    "junge Gefangene",
    "Untergebrachte",
    "die",
    "und",
    "Besuch",
    "Stunde",
    ",",
    ".",
    "§ 9",
    "Abs. 2",
    "\n",
    "  ",
]
TEXTE = st.lists(st.sampled_from(WOERTER), max_size=12).map(" ".join) | st.text(max_size=20)


@given(TEXTE, TEXTE)
def test_beide_texte_stehen_in_den_teilen(links: str, rechts: str) -> None:
    teile = unterschiede(links, rechts)
    assert "".join(teil.links for teil in teile) == links
    assert "".join(teil.rechts for teil in teile) == rechts


@given(TEXTE, TEXTE)
def test_andersherum_ist_es_dasselbe_gespiegelt(links: str, rechts: str) -> None:
    assert unterschiede(rechts, links) == tuple(teil.gespiegelt for teil in unterschiede(links, rechts))


@given(TEXTE)
def test_ein_text_ist_sich_selbst_gleich(text: str) -> None:
    assert unterschiede(text, text) == ((Teil(GLEICH, text, text),) if text else ())


@given(TEXTE, TEXTE)
def test_gleich_heisst_gleiche_worte(links: str, rechts: str) -> None:
    for teil in unterschiede(links, rechts):
        assert (teil.gleichheit is GLEICH) == (teil.links.split() == teil.rechts.split())
