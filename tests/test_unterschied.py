"""Word differences: real pairs checked by hand in the text, and what holds for any two texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normen.bezeichnung import gemeinsame, ohne_bezeichnungen
from normen.unterschied import (
    Entsprechung,
    Gleichheit,
    Teil,
    Zitierend,
    gesamt,
    keine_entsprechung,
    unterschiede,
    woerter,
)
from normen.verweis import Verweis

GLEICH, BEZEICHNUNG, ANDERS = Gleichheit.GLEICH, Gleichheit.BEZEICHNUNG, Gleichheit.ANDERS


def gezeigt(links: str, rechts: str) -> str:
    """Write a comparison on one line: [left|right] where words differ, <left|right> where only a designation does."""
    formen = {GLEICH: "{0.links}", BEZEICHNUNG: "<{0.links}|{0.rechts}>", ANDERS: "[{0.links}|{0.rechts}]"}
    return "".join(formen[teil.gleichheit].format(teil) for teil in unterschiede(Zitierend(links), Zitierend(rechts)))


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
    assert gesamt(unterschiede(Zitierend(links), Zitierend(rechts))) is wie


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


# Citations


def zitierend(text: str, *zitate: str) -> Zitierend:
    """Return a text with citations in it, each at its first place; what it means does not matter here."""
    return Zitierend(text, tuple(Verweis(text.index(z), text.index(z) + len(z), ()) for z in zitate))


PFAENDUNG = ("§ 52 Abs. 4 gilt auch hier.", "§ 47 Abs. 1 und 4 gilt auch hier.")


def als_eines(zitate: tuple[str, str], entsprechung: Entsprechung = keine_entsprechung) -> list[tuple[Gleichheit, str, str]]:
    seiten = (zitierend(text, zitat) for text, zitat in zip(PFAENDUNG, zitate, strict=True))
    return [(t.gleichheit, t.links, t.rechts) for t in unterschiede(*seiten, entsprechung)]


def test_ein_zitat_ist_ein_stueck() -> None:
    ganz = als_eines(("§ 52 Abs. 4", "§ 47 Abs. 1 und 4"))
    assert ganz == [(ANDERS, "§ 52 Abs. 4", "§ 47 Abs. 1 und 4"), (GLEICH, " gilt auch hier.", " gilt auch hier.")]
    assert als_eines(("52", "47"))[0] == (GLEICH, "§", "§")  # what it is without: a piece for each number


def test_die_entsprechende_vorschrift_ist_kein_unterschied_in_der_sache() -> None:
    zitate = ("§ 52 Abs. 4", "§ 47 Abs. 1 und 4")

    def entspricht(links: Verweis, rechts: Verweis) -> str:
        return "parallel" if (links.bis, rechts.bis) == (11, 17) else ""

    teil, rest = unterschiede(*map(zitierend, PFAENDUNG, zitate), entspricht)
    assert teil == Teil(Gleichheit.ENTSPRECHEND, *zitate, "parallel")
    assert (rest.gleichheit, gesamt((teil, rest))) == (GLEICH, Gleichheit.ENTSPRECHEND)
    assert unterschiede(*map(zitierend, PFAENDUNG[::-1], zitate[::-1]), lambda a, b: entspricht(b, a)) == (
        teil.gespiegelt,
        rest.gespiegelt,
    )


def test_gleiche_zitate_werden_nicht_erst_verglichen() -> None:
    text = "§ 9 gilt, § 10 nicht."
    anderer = "§ 9 gilt, § 11 nicht."
    teile = unterschiede(
        zitierend(text, "§ 9", "§ 10"), zitierend(anderer, "§ 9", "§ 11"), lambda a, b: "" if a.ab == 0 else "x"
    )
    assert [(t.gleichheit, t.rechts) for t in teile] == [
        (GLEICH, "§ 9 gilt,"),
        (Gleichheit.ENTSPRECHEND, " § 11"),
        (GLEICH, " nicht."),
    ]


# What holds for any two texts

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


@st.composite
def zitierende(draw: st.DrawFn) -> Zitierend:
    """Texts with citations at any places, in order."""
    text = draw(TEXTE)
    stellen = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    return Zitierend(text, tuple(Verweis(ab, bis, ()) for ab, bis in zip(stellen[::2], stellen[1::2], strict=False)))


@given(zitierende(), zitierende(), st.booleans())
def test_mit_zitaten_ebenso_und_gespiegelt(links: Zitierend, rechts: Zitierend, entspricht: bool) -> None:
    teile = unterschiede(links, rechts, lambda _a, _b: "x" * entspricht)
    assert "".join(teil.links for teil in teile) == links.text
    assert "".join(teil.rechts for teil in teile) == rechts.text
    if links.text != rechts.text:
        gespiegelt = unterschiede(rechts, links, lambda _a, _b: "x" * entspricht)
        assert gespiegelt == tuple(teil.gespiegelt for teil in teile)


@given(TEXTE, TEXTE)
def test_beide_texte_stehen_in_den_teilen(links: str, rechts: str) -> None:
    teile = unterschiede(Zitierend(links), Zitierend(rechts))
    assert "".join(teil.links for teil in teile) == links
    assert "".join(teil.rechts for teil in teile) == rechts


@given(TEXTE, TEXTE)
def test_andersherum_ist_es_dasselbe_gespiegelt(links: str, rechts: str) -> None:
    assert unterschiede(Zitierend(rechts), Zitierend(links)) == tuple(
        teil.gespiegelt for teil in unterschiede(Zitierend(links), Zitierend(rechts))
    )


@given(TEXTE)
def test_ein_text_ist_sich_selbst_gleich(text: str) -> None:
    assert unterschiede(Zitierend(text), Zitierend(text)) == ((Teil(GLEICH, text, text),) if text else ())


@given(TEXTE, TEXTE)
def test_gleich_heisst_gleiche_worte(links: str, rechts: str) -> None:
    for teil in unterschiede(Zitierend(links), Zitierend(rechts)):
        assert (teil.gleichheit is GLEICH) == (teil.links.split() == teil.rechts.split())
