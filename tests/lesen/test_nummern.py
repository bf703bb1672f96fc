"""Numbers of administrative rules: what opens an Einheit, beside line beginnings that only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normen.lesen.nummern import ist_listenpunkt, ist_naechste, naechste_nummern, teile_nummern
from normen.lesen.zeilen import lies_zeilen


def abschnitte(druck: str) -> list[str]:
    """Return the pieces, each as its label as printed, a bar, its words."""
    zeilen, _ = lies_zeilen(druck, lambda *_: "")
    return [f"{a.marke}| {' '.join(z.inhalt for z in a.zeilen)}" for a in teile_nummern(zeilen)]


def davor(nummer: str) -> list[str]:
    """Return the numbers that must stand before one: "1", "2", "2.1" before "2.2"."""
    teile = [int(teil) for teil in nummer.split(".")]
    schritte = [[*teile[:tiefe], n] for tiefe, bis in enumerate(teile) for n in range(1, bis + 1)]
    return [".".join(map(str, schritt)) for schritt in schritte][:-1]


#: Passages of the handbook by their first number, and the pieces they fall into.
KORPUS = {
    "title, indented text, page break, bracket behind the number (VV zu § 11 JVollzGB V)": (
        "1",
        """\
1 Allgemeines

 Vollzugsöffnende Maßnahmen werden nur zum Aufenthalt innerhalb des

Geltungsbereichs des Grundgesetzes gewährt.
 2 (Begleit-)Ausgang

2.1 Ausgang kommt insbesondere in Betracht""",
        """\
1| Allgemeines Vollzugsöffnende Maßnahmen werden nur zum Aufenthalt innerhalb des Geltungsbereichs des Grundgesetzes gewährt.
2| (Begleit-)Ausgang
2.1| Ausgang kommt insbesondere in Betracht""",
    ),
    "number glued to the end of the line (VV zu § 19 JVollzGB V)": (
        "2",
        """\
2 Selbstverpflegung

2.1 Die Untergebrachten haben folgende Verpflegungsmöglichkeiten:2.1.1

 Vollständige Teilnahme an der Gemeinschaftsverpflegung,

2.1.2 Vollständige Selbstverpflegung oder""",
        """\
2| Selbstverpflegung
2.1| Die Untergebrachten haben folgende Verpflegungsmöglichkeiten:
2.1.1| Vollständige Teilnahme an der Gemeinschaftsverpflegung,
2.1.2| Vollständige Selbstverpflegung oder""",
    ),
    "full stop behind the number (VV zu § 16 JVollzGB I)": (
        "1.1",
        """\
1.1 Allgemeines

1.1.1 In den Justizvollzugsanstalten können geeignete Personen zugelassen werden.

1.1.2. Die Betreuung soll dazu beitragen, persönliche Schwierigkeiten der oder des

Gefangenen zu lösen.

1.2 Zulassung zur Betreuung""",
        """\
1.1| Allgemeines
1.1.1| In den Justizvollzugsanstalten können geeignete Personen zugelassen werden.
1.1.2.| Die Betreuung soll dazu beitragen, persönliche Schwierigkeiten der oder des Gefangenen zu lösen.
1.2| Zulassung zur Betreuung""",
    ),
    "number on a line of its own, with a full stop and without (Nr. 2 AV ForAmb NRW)": (
        "2",
        "2.\nForensische Ambulanzen\n\n2.1\nTrager forensischer Ambulanzen\n\n2.2\n\nDie Zulassung weiterer Einrichtungen",
        "2.| Forensische Ambulanzen\n2.1| Trager forensischer Ambulanzen\n2.2| Die Zulassung weiterer Einrichtungen",
    ),
    "another number right behind it, then a citation broken at the line end (VV Nr. 4.2 zu § 7 JVollzGB III)": (
        "4.2.1",
        """\
4.2.1 18 Monate vor dem Endstrafenzeitpunkt,

4.2.2 bereits 18 Monate vor dem Zwei-Drittel-Zeitpunkt, sofern der Gefangene nicht

bereits eine Vorstrafe von mindestens einem Jahr wegen einer unter Nummer

4.1 bezeichneten Straftat verbüßt hat.

4.3 Die Zustimmung nach Nummer 4.1 ist grundsätzlich nur bei Erstentscheidungen""",
        """\
4.2.1| 18 Monate vor dem Endstrafenzeitpunkt,
4.2.2| bereits 18 Monate vor dem Zwei-Drittel-Zeitpunkt, sofern der Gefangene nicht bereits eine Vorstrafe von \
mindestens einem Jahr wegen einer unter Nummer 4.1 bezeichneten Straftat verbüßt hat.
4.3| Die Zustimmung nach Nummer 4.1 ist grundsätzlich nur bei Erstentscheidungen""",
    ),
    "a § right behind the number (VV zu § 91 JVollzGB III)": (
        "1",
        "1 § 91 JVollzGB III gilt auch, wenn Gefangene auf Grund einer gerichtlichen",
        "1| § 91 JVollzGB III gilt auch, wenn Gefangene auf Grund einer gerichtlichen",
    ),
    "its own number in its text, page break (VV zu § 99 JVollzGB III)": (
        "1",
        """\
1 Ein Vollzugsplan ist in der Regel innerhalb von 3 Monaten nach Aufnahme in die

Einrichtung zu erstellen.
 2 Auf Nummer 2 dieser Verwaltungsvorschrift zu § 12 JVollzGB III wird hingewiesen.

3 Die Gefangenen sind im Falle eines Zustimmungsvorbehalts (§ 99 Absatz 4 Satz 2""",
        """\
1| Ein Vollzugsplan ist in der Regel innerhalb von 3 Monaten nach Aufnahme in die Einrichtung zu erstellen.
2| Auf Nummer 2 dieser Verwaltungsvorschrift zu § 12 JVollzGB III wird hingewiesen.
3| Die Gefangenen sind im Falle eines Zustimmungsvorbehalts (§ 99 Absatz 4 Satz 2""",
    ),
    "numbers in its text right behind the number (VV zu § 64 JVollzGB IV)": (
        "3",
        "3 Die Nummern 1 bis 3, 4 Satz 2, 5, 6 und 7 Sätze 2 bis 4 dieser\n\nVerwaltungsvorschrift zu § 68 JVollzGB III",
        "3| Die Nummern 1 bis 3, 4 Satz 2, 5, 6 und 7 Sätze 2 bis 4 dieser Verwaltungsvorschrift zu § 68 JVollzGB III",
    ),
    "lead sentence without a number, items in lower case (VV zu § 14 JVollzGB V)": (
        "",
        """\
Untergebrachte können durch die Anstaltsleiterin oder den Anstaltsleiter namentlich

angewiesen werden,

1 Anordnungen zu befolgen,

2 sich zu festgesetzten Zeiten bei einer bestimmten Stelle oder Person zu melden,

3 mit bestimmten Personen nicht zu verkehren,""",
        """\
| Untergebrachte können durch die Anstaltsleiterin oder den Anstaltsleiter namentlich angewiesen werden,
1| Anordnungen zu befolgen,
2| sich zu festgesetzten Zeiten bei einer bestimmten Stelle oder Person zu melden,
3| mit bestimmten Personen nicht zu verkehren,""",
    ),
    "numbers that stood before, broken at a page end (VV Nr. 1.3.7 zu § 7 JVollzGB IV)": (
        "1.3.7",
        """\
1.3.7 Bei Entscheidungen nach Nummer 1.3.3 informiert die Leitung der Einrichtung die

Anstaltsleiterin oder der Anstaltsleiter. Vor Entscheidungen nach den Nummern
 1.3.4 bis 1.3.6 beteiligt die Anstaltsleiterin oder der Anstaltsleiter die Leitung.""",
        """\
1.3.7| Bei Entscheidungen nach Nummer 1.3.3 informiert die Leitung der Einrichtung die Anstaltsleiterin oder der \
Anstaltsleiter. Vor Entscheidungen nach den Nummern 1.3.4 bis 1.3.6 beteiligt die Anstaltsleiterin oder der \
Anstaltsleiter die Leitung.""",
    ),
    "the number of a Satz that could be the next number (VV Nr. 1.1 zu § 60 JVollzGB III)": (
        "1.1",
        """\
1.1 Sie dürfen in der Regel nur im Abonnement bezogen werden. Ausnahmen von Satz

2 kommen insbesondere in Betracht bei ausländischen Zeitungen und

Zeitschriften.

1.2 Für jede Gefangene""",
        """\
1.1| Sie dürfen in der Regel nur im Abonnement bezogen werden. Ausnahmen von Satz 2 kommen insbesondere in Betracht \
bei ausländischen Zeitungen und Zeitschriften.
1.2| Für jede Gefangene""",
    ),
    "a list of numbers broken before its last (VV Nr. 3 zu § 63 JVollzGB V)": (
        "3",
        """\
3 Für die Absonderung gelten die Nummern 3 bis 5 Satz 1 und die Nummern 6 und

7 Sätze 2 bis 4 dieser Verwaltungsvorschrift zu § 68 JVollzGB III entsprechend.""",
        """\
3| Für die Absonderung gelten die Nummern 3 bis 5 Satz 1 und die Nummern 6 und 7 Sätze 2 bis 4 dieser \
Verwaltungsvorschrift zu § 68 JVollzGB III entsprechend.""",
    ),
    "a number that ends its Satz, alone on its line (VV Nr. 7.2 zu § 9 JVollzGB III)": (
        "7.2",
        """\
7.2 Dies gilt unabhängig von den Zustimmungsvorbehalten nach den Nummern 8.1 bis

8.4.
 7.3 Bei Gefangenen""",
        """\
7.2| Dies gilt unabhängig von den Zustimmungsvorbehalten nach den Nummern 8.1 bis 8.4.
7.3| Bei Gefangenen""",
    ),
    "a number of months that cannot come next (VV Nr. 8.1 zu § 7 JVollzGB III)": (
        "8.1",
        """\
8.1 Deutsche und ausländische Strafgefangene mit einer Vollzugsdauer bis zu

15 Monaten, die auf freiem Fuß sind,""",
        """\
8.1| Deutsche und ausländische Strafgefangene mit einer Vollzugsdauer bis zu 15 Monaten, die auf freiem Fuß sind,""",
    ),
}
#: The same make of text with other words in it.
ANDERE = {
    "a number of weeks that could come next": (
        """\
1 Die Frist für die Entscheidung der Anstaltsleitung über den Antrag beträgt höchstens

2 Wochen und wird nicht verlängert.

2 Zweite Nummer.""",
        """\
1| Die Frist für die Entscheidung der Anstaltsleitung über den Antrag beträgt höchstens 2 Wochen und wird nicht \
verlängert.
2| Zweite Nummer.""",
    ),
    "a letter behind the number": (
        "1 Eins.\n\n2 Zwei.\n\n2a Eingeschoben.\n\n3 Drei.",
        "1| Eins.\n2| Zwei.\n2a| Eingeschoben.\n3| Drei.",
    ),
    "a number glued with its text behind it": (
        "1 Eins.\n\n1.1 Folgende Möglichkeiten:1.1.1 Teilnahme,\n\n1.1.2 Selbstverpflegung.",
        "1| Eins.\n1.1| Folgende Möglichkeiten:\n1.1.1| Teilnahme,\n1.1.2| Selbstverpflegung.",
    ),
    "decimals, dates and times": (
        "1 Eins kostet\n\n1.50 Euro am\n\n1.1.2010 um\n\n2.30 Uhr.\n\n2 Zwei.",
        "1| Eins kostet 1.50 Euro am 1.1.2010 um 2.30 Uhr.\n2| Zwei.",
    ),
    "an item that begins like a range": (
        "1 Ausgang kann gewährt werden\n\n1.1 bis zu 24 Kalendertage im Jahr,\n\n1.2 darüber hinaus auf Antrag.",
        "1| Ausgang kann gewährt werden\n1.1| bis zu 24 Kalendertage im Jahr,\n1.2| darüber hinaus auf Antrag.",
    ),
    "no numbers at all": (
        "Die Regelungen gelten entsprechend.\n\n2 gibt es nicht.",
        "| Die Regelungen gelten entsprechend. 2 gibt es nicht.",
    ),
    "nothing": ("", "| "),
    "only a number": ("1", "1| "),
    "a page number that was not taken for noise": ("1 Eins.\n\n7\n\n2 Zwei.", "1| Eins. 7\n2| Zwei."),
}


@pytest.mark.parametrize(("erste", "druck", "erwartet"), KORPUS.values(), ids=KORPUS)
def test_nummern_des_korpus(erste: str, druck: str, erwartet: str) -> None:
    vorher = davor(erste) if erste else []
    gelesen = abschnitte("".join(f"{nummer} Text.\n\n" for nummer in vorher) + druck)
    assert gelesen[1 : len(vorher) + 1] == [f"{nummer}| Text." for nummer in vorher]
    assert "\n".join([*gelesen[: not erste], *gelesen[len(vorher) + 1 :]]) == erwartet


@pytest.mark.parametrize(("druck", "erwartet"), ANDERE.values(), ids=ANDERE)
def test_nummern_anderer_texte(druck: str, erwartet: str) -> None:
    vorspann, *nummern = abschnitte(druck)
    assert "\n".join(nummern or [vorspann]) == erwartet


@pytest.mark.parametrize(
    ("bisher", "naechste"),
    [
        ("", ["1"]),
        ("1", ["1.1", "2"]),
        ("2.1", ["2.1.1", "2.2", "3"]),
        ("7.3.3.9", ["7.3.3.9.1", "7.3.3.10", "7.3.4", "7.4", "8"]),
        ("9", ["9.1", "10"]),
    ],
)
def test_was_auf_eine_nummer_folgen_kann(bisher: str, naechste: list[str]) -> None:
    assert list(naechste_nummern(bisher)) == naechste
    assert all(ist_naechste(bisher, nummer) for nummer in naechste)
    assert not any(ist_naechste(bisher, nummer) for nummer in (bisher, "0", "99", f"{bisher}.2", ""))


@pytest.mark.parametrize(
    ("text", "ist_punkt"),
    [
        ("die Anschrift zu nennen,", True),
        ("Anordnungen zu befolgen,", True),
        ("Vollständige Selbstverpflegung oder", True),
        ("die Gefangenen und", True),
        ("mit Strafe bedroht wäre;", True),
        ("Verlegung und Überstellung", True),
        ("Die Anstalt entscheidet.", False),
        ("Dies gilt insbesondere für:", False),
    ],
)
def test_listenpunkt(text: str, ist_punkt: bool) -> None:
    assert ist_listenpunkt(text) is ist_punkt


@st.composite
def gliederungen(draw: st.DrawFn) -> list[str]:
    """Numbers of a rule as an outline allows them, up to four levels deep."""
    nummern: list[str] = []
    for _ in range(draw(st.integers(0, 12))):
        erlaubt = [n for n in naechste_nummern(nummern[-1] if nummern else "") if n.count(".") < 4]
        nummern.append(draw(st.sampled_from(erlaubt)))
    return nummern


SAETZE = st.lists(
    st.sampled_from(
        [
            "Die Anstalt entscheidet über den Antrag.",
            "Nummer 2 dieser Verwaltungsvorschrift gilt entsprechend.",
            "mindestens 24 Kalendertage im Jahr,",
            "§ 9 Abs. 2 JVollzGB III bleibt unberührt.",
            "Gefangene können namentlich angewiesen werden,",
            "sich zu melden oder",
            "2,50 Euro und 3 Prozent,",
        ]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
#: What a printer may do between a number and its text, and between two numbers.
TRENNUNG = st.sampled_from([" ", "  ", ". ", "\n\n ", ".\n\n"])
ABSTAND = st.sampled_from(["\n\n", "\n ", "\n\n\n\n"])


@given(gliederungen(), st.data())
def test_jede_gliederung_liest_sich_zurueck(nummern: list[str], data: st.DataObject) -> None:
    inhalte = [data.draw(SAETZE) for _ in nummern]
    druck = "".join(
        f"{nummer}{data.draw(TRENNUNG)}{inhalt}{data.draw(ABSTAND)}" for nummer, inhalt in zip(nummern, inhalte, strict=True)
    )
    zeilen, _ = lies_zeilen(druck, lambda *_: "")
    vorspann, *gelesen = teile_nummern(zeilen)
    assert vorspann.zeilen == ()
    assert [a.nummer for a in gelesen] == nummern
    assert [" ".join(z.inhalt for z in a.zeilen) for a in gelesen] == inhalte


@given(
    st.lists(
        st.sampled_from(["1", "1.1", "2", "2.", "1 Eins.", "1.1 und", "2 Zwei:1.1", "nach Nummer", "", " 3", "Text.2.1"])
    )
)
def test_kein_wort_geht_verloren(druck: list[str]) -> None:
    zeilen, _ = lies_zeilen("\n".join(druck), lambda *_: "")
    stuecke = [text for a in teile_nummern(zeilen) for text in (a.marke, *(z.text for z in a.zeilen))]
    assert "".join("".join(t.inhalt.split()) for t in stuecke) == "".join("".join(z.split()) for z in druck)
