"""The body of a VV, an Anlage or a numbered rule: titles, paragraphs, numbers, dashes, and text behind a list."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normen.einheit import Art, Einheit
from normen.lesen.nummern import naechste_nummern
from normen.lesen.regelung import lies_regelung
from normen.lesen.umbruch import Absatzende, leerzeile, war_noch_platz
from normen.lesen.zeilen import lies_zeilen
from normen.schreibweise import Ebene
from normen.text import Text
from normen.zitat import Glied, Rahmen, Zitat

VV = Zitat("", (), Rahmen.VV, (Glied(Ebene.PARAGRAPH, "1"),))
#: Line ends of the handbook, and of an AV whose paragraphs are blocks.
HANDBUCH = war_noch_platz(68)


def lies(druck: str, endet: Absatzende = HANDBUCH, zitat: Zitat = VV, art: Art = Art.VV) -> Einheit:
    zeilen, _ = lies_zeilen(druck, lambda *_: "")
    return lies_regelung(zitat, art, zeilen, endet, marke=Text(), ueberschrift=Text())


def baum(regelung: Einheit) -> str:
    """Return a line for each Einheit with words: its citation (without the §), its heading after "#", its own words."""
    zeilen = []
    for e in regelung.alle():
        name = str(e.zitat).removeprefix("VV ").removesuffix("zu § 1").strip()
        titel = f"# {e.ueberschrift}" if e.ueberschrift else ""
        if e is not regelung or e.text:
            zeilen.append(f"{' '.join(filter(None, (name, titel)))}: {e.text}".strip())
    return "\n".join(zeilen)


#: Passages of the handbook, double-spaced as printed (some shortened), and the tree they make.
HANDBUCHTEXTE = {
    "no numbers, one Satz (VV zu § 37 JVollzGB III)": (
        "Die Regelungen dieser Verwaltungsvorschrift zu § 34 JVollzGB III gelten entsprechend.",
        ": Die Regelungen dieser Verwaltungsvorschrift zu § 34 JVollzGB III gelten entsprechend.",
    ),
    "no numbers, two Sätze (VV zu § 50 JVollzGB V)": (
        """\
Für Untergebrachte kann monatlich ein Sondergeld nach § 50 Absatz 1 JVollzGB V von bis zu

sechs Tagessätzen der Eckvergütung gemäß § 45 Absatz 1 Satz 2 JVollzGB V eingezahlt

werden. Im Übrigen gelten die Verwaltungsvorschriften zu § 54 JVollzGB III entsprechend.""",
        """\
Satz 1: Für Untergebrachte kann monatlich ein Sondergeld nach § 50 Absatz 1 JVollzGB V von bis zu sechs Tagessätzen der \
Eckvergütung gemäß § 45 Absatz 1 Satz 2 JVollzGB V eingezahlt werden.
Satz 2: Im Übrigen gelten die Verwaltungsvorschriften zu § 54 JVollzGB III entsprechend.""",
    ),
    "titles of two lines, text below them, a title over numbers (VV zu § 6 JVollzGB III)": (
        """\
1 Verlegung und Überstellung

 Verlegungen und Überstellungen sind nur im Einvernehmen mit der

aufnehmenden Justizvollzugsanstalt zulässig.

2 Verfahren

2.1 Allgemeines

Über einen Antrag auf Überstellung oder Verlegung in eine andere

Justizvollzugsanstalt entscheidet die Leiterin oder der Leiter.

2.2 Überstellung und Verlegung innerhalb von Baden-Württemberg sowie

Überstellung in ein anderes Bundesland

 Befürwortet die Anstaltsleiterin oder der Anstaltsleiter eine Überstellung in eine

andere Justizvollzugsanstalt, so entscheidet sie. Die Gründe sind zu nennen.""",
        """\
Nr. 1 # Verlegung und Überstellung: Verlegungen und Überstellungen sind nur im Einvernehmen mit der aufnehmenden \
Justizvollzugsanstalt zulässig.
Nr. 2 # Verfahren:
Nr. 2.1 # Allgemeines: Über einen Antrag auf Überstellung oder Verlegung in eine andere Justizvollzugsanstalt \
entscheidet die Leiterin oder der Leiter.
Nr. 2.2 # Überstellung und Verlegung innerhalb von Baden-Württemberg sowie Überstellung in ein anderes Bundesland:
Nr. 2.2 Satz 1: Befürwortet die Anstaltsleiterin oder der Anstaltsleiter eine Überstellung in eine andere \
Justizvollzugsanstalt, so entscheidet sie.
Nr. 2.2 Satz 2: Die Gründe sind zu nennen.""",
    ),
    "the end of the lead sentence stands in the last item, the next Satz behind it (VV Nr. 2.1 zu § 9 JVollzGB III)": (
        """\
1 Allgemeines

 Vollzugsöffnende Maßnahmen werden nur zum Aufenthalt gewährt.

2 Außenbeschäftigung

2.1 Die Anstaltsleiterin oder der Anstaltsleiter entscheidet bei der Zulassung zur

Außenbeschäftigung, ob Vollzugsbedienstete Gefangene

2.1.1 ständig und unmittelbar,

2.1.2 ständig oder

2.1.3 in unregelmäßigen Zeitabständen zu beaufsichtigen haben.

 Die Entscheidung ist aktenkundig zu machen.
 2.2 Bei der Außenbeschäftigung ist das Verhältnis zu beachten.""",
        """\
Nr. 1 # Allgemeines: Vollzugsöffnende Maßnahmen werden nur zum Aufenthalt gewährt.
Nr. 2 # Außenbeschäftigung:
Nr. 2.1:
Nr. 2.1 Satz 1: Die Anstaltsleiterin oder der Anstaltsleiter entscheidet bei der Zulassung zur Außenbeschäftigung, ob \
Vollzugsbedienstete Gefangene
Nr. 2.1.1: ständig und unmittelbar,
Nr. 2.1.2: ständig oder
Nr. 2.1.3: in unregelmäßigen Zeitabständen zu beaufsichtigen haben.
Nr. 2.1 Satz 2: Die Entscheidung ist aktenkundig zu machen.
Nr. 2.2: Bei der Außenbeschäftigung ist das Verhältnis zu beachten.""",
    ),
    "the same, but with a number of its own (VV Nr. 2.2 zu § 9 JVollzGB IV)": (
        """\
1 Eins.

2 Außenbeschäftigung

2.1 Die Anstaltsleiterin entscheidet, ob der Vollzugsbedienstete den jungen Gefangenen

2.1.1 ständig oder

2.1.2 in unregelmäßigen Zeitabständen zu beaufsichtigen hat.

2.2 Die Entscheidung nach Nummer 2.1 ist aktenkundig zu machen.""",
        """\
Nr. 1: Eins.
Nr. 2 # Außenbeschäftigung:
Nr. 2.1: Die Anstaltsleiterin entscheidet, ob der Vollzugsbedienstete den jungen Gefangenen
Nr. 2.1.1: ständig oder
Nr. 2.1.2: in unregelmäßigen Zeitabständen zu beaufsichtigen hat.
Nr. 2.2: Die Entscheidung nach Nummer 2.1 ist aktenkundig zu machen.""",
    ),
    "title and lead-in of a list (VV zu § 11 JVollzGB III)": (
        """\
1 Weisungen

 Gefangene können namentlich angewiesen werden,

1.1 Anordnungen zu befolgen, die sich auf Aufenthalt oder bestimmte

Verrichtungen außerhalb der Justizvollzugsanstalt beziehen,

1.2 alkoholische oder andere berauschende Getränke und Stoffe sowie bestimmte

Lokale oder Bezirke zu meiden.
 2 Widerruf und Rücknahme

2.1 Für das Vorliegen ist die Anstalt zuständig.""",
        """\
Nr. 1 # Weisungen: Gefangene können namentlich angewiesen werden,
Nr. 1.1: Anordnungen zu befolgen, die sich auf Aufenthalt oder bestimmte Verrichtungen außerhalb der \
Justizvollzugsanstalt beziehen,
Nr. 1.2: alkoholische oder andere berauschende Getränke und Stoffe sowie bestimmte Lokale oder Bezirke zu meiden.
Nr. 2 # Widerruf und Rücknahme:
Nr. 2.1: Für das Vorliegen ist die Anstalt zuständig.""",
    ),
    "three Sätze before the lead-in (VV Nr. 3.2 zu § 18 JVollzGB III)": (
        """\
1 Mit dem Händler ist eine schriftliche Vereinbarung zu treffen. Hiervon kann unter

den Voraussetzungen der Nummer 2.2 Satz 3 abgesehen werden. Des Weiteren soll

vereinbart werden,

1.1 dass der Händler keine höheren Preise verlangen darf und

1.2 dass er Waren zurücknimmt.""",
        """\
Nr. 1:
Nr. 1 Satz 1: Mit dem Händler ist eine schriftliche Vereinbarung zu treffen.
Nr. 1 Satz 2: Hiervon kann unter den Voraussetzungen der Nummer 2.2 Satz 3 abgesehen werden.
Nr. 1 Satz 3: Des Weiteren soll vereinbart werden,
Nr. 1.1: dass der Händler keine höheren Preise verlangen darf und
Nr. 1.2: dass er Waren zurücknimmt.""",
    ),
    "a lead-in without any mark is no title (VV Nr. 2.1 zu § 11, Nr. 5 zu § 31, Nr. 2.2 zu § 44 JVollzGB V)": (
        """\
1 Ausgang kommt insbesondere in Betracht

1.1 anlässlich des Besuchs von Angehörigen oder

1.2 zum Einkauf.

2 Vom Empfang ausgeschlossen sind

2.1 Gegenstände, welche die Sicherheit gefährden, und

2.2 Nahrungsmittel.

3 Auf das halbe Jahr (§ 44 Absatz 1 JVollzGB V) werden ferner angerechnet

3.1 Zeiten einer Krankheit,

3.2 Zeiten der Freistellung.""",
        """\
Nr. 1: Ausgang kommt insbesondere in Betracht
Nr. 1.1: anlässlich des Besuchs von Angehörigen oder
Nr. 1.2: zum Einkauf.
Nr. 2: Vom Empfang ausgeschlossen sind
Nr. 2.1: Gegenstände, welche die Sicherheit gefährden, und
Nr. 2.2: Nahrungsmittel.
Nr. 3: Auf das halbe Jahr (§ 44 Absatz 1 JVollzGB V) werden ferner angerechnet
Nr. 3.1: Zeiten einer Krankheit,
Nr. 3.2: Zeiten der Freistellung.""",
    ),
    "a second paragraph without a number (VV Nr. 1.8 zu § 53 JVollzGB III)": (
        """\
1 Arbeitsleistung wird als Arbeitsverweigerung angesehen, wenn sie in einem

auffälligen Missverhältnis steht.

 Der Zeitraum entspricht der Dauer der Arbeitslosigkeit.""",
        """\
Nr. 1:
Nr. 1 Satz 1: Arbeitsleistung wird als Arbeitsverweigerung angesehen, wenn sie in einem auffälligen Missverhältnis steht.
Nr. 1 Satz 2: Der Zeitraum entspricht der Dauer der Arbeitslosigkeit.""",
    ),
    "lead sentence of the whole VV, its items in numbers (VV zu § 14 JVollzGB V)": (
        """\
Untergebrachte können durch die Anstaltsleiterin oder den Anstaltsleiter namentlich

angewiesen werden,

1 Anordnungen zu befolgen,

2 sich zu melden,

3 Lokale zu meiden.""",
        """\
: Untergebrachte können durch die Anstaltsleiterin oder den Anstaltsleiter namentlich angewiesen werden,
Nr. 1: Anordnungen zu befolgen,
Nr. 2: sich zu melden,
Nr. 3: Lokale zu meiden.""",
    ),
    "a line that begins with a dash inside a sentence is no item (VV Nr. 2 zu § 66 JVollzGB III)": (
        """\
1 Die Entweichung und die Maßnahmen, die zur Wiederergreifung des Entwichenen

getroffen worden sind, zeigt die Anstaltsleiterin oder der Anstaltsleiter unverzüglich

- in der Regel fernmündlich voraus - der Aufsichtsbehörde an. Die Anstaltsleiterin

unterrichtet sie auch über die Rückkehr.""",
        """\
Nr. 1:
Nr. 1 Satz 1: Die Entweichung und die Maßnahmen, die zur Wiederergreifung des Entwichenen getroffen worden sind, zeigt \
die Anstaltsleiterin oder der Anstaltsleiter unverzüglich - in der Regel fernmündlich voraus - der Aufsichtsbehörde an.
Nr. 1 Satz 2: Die Anstaltsleiterin unterrichtet sie auch über die Rückkehr.""",
    ),
}
#: Passages of the AV, OCR errors and all: a blank line ends a paragraph.
AV_TEXTE = {
    "dashes, and the Satz goes on behind them (Nr. 3.1)": (
        """\
1
Zielgruppen

1.1
In die forensischen Ambulanzen werden aufgenommen:

- Personen, bei denen gemal § 68f Abs. 1 StGB Kraft Gesetz oder § 68 Abs. 1 StGB
aufgrund Anordnung im Urteil FUuhrungsaufsicht eintritt, und

- Sicherungsverwahrte, deren Maldregel gemall § 67d Abs. 3 StGB fur erledigt erklart
wurde

und denen aufgrund einer festgestellten Stérung nach ICD-10-GM (bzw. einem
revidierten Nachfolge-Manual) eine Therapieweisung erteilt wird.""",
        """\
Nr. 1 # Zielgruppen:
Nr. 1.1: In die forensischen Ambulanzen werden aufgenommen:
Nr. 1.1 Spiegelstrich 1: Personen, bei denen gemal § 68f Abs. 1 StGB Kraft Gesetz oder § 68 Abs. 1 StGB aufgrund \
Anordnung im Urteil FUuhrungsaufsicht eintritt, und
Nr. 1.1 Spiegelstrich 2: Sicherungsverwahrte, deren Maldregel gemall § 67d Abs. 3 StGB fur erledigt erklart wurde
Nr. 1.1 Satzteil nach Spiegelstrich 2: und denen aufgrund einer festgestellten Stérung nach ICD-10-GM (bzw. einem \
revidierten Nachfolge-Manual) eine Therapieweisung erteilt wird.""",
    ),
    "title on the line of the number, the Satz goes on behind a blank line (Nr. 8 and 11.2)": (
        """\
1. Offenbarungs- und Schweigepflichten

1.1
Bezuglich Weisungen in der Flihrungsaufsicht gilt § 68a Absatz 8 StGB.

1.2
Therapien, die bereits begonnen wurden, werden ab Inkrafttreten nach dieser AV

vergutet.""",
        """\
Nr. 1 # Offenbarungs- und Schweigepflichten:
Nr. 1.1: Bezuglich Weisungen in der Flihrungsaufsicht gilt § 68a Absatz 8 StGB.
Nr. 1.2: Therapien, die bereits begonnen wurden, werden ab Inkrafttreten nach dieser AV vergutet.""",
    ),
    "title, blank line, text (Nr. 9)": (
        """\
1.
Verstold gegen Weisungen

Die forensische Ambulanz teilt einen Verstol3 der verurteilten Person mit. Sie
informiert zudem die Fachkraft.""",
        """\
Nr. 1 # Verstold gegen Weisungen:
Nr. 1 Satz 1: Die forensische Ambulanz teilt einen Verstol3 der verurteilten Person mit.
Nr. 1 Satz 2: Sie informiert zudem die Fachkraft.""",
    ),
}
#: The same make of text with other contents.
ANDERE = {
    "two lists with dashes, each in a Satz of its own": (
        "1 Die Anstalt prüft:\n\n- die Anschrift,\n\n- das Alter.\n\nSie prüft auch:\n\n- den Namen.",
        """\
Nr. 1:
Nr. 1 Satz 1: Die Anstalt prüft:
Nr. 1 Satz 1 Spiegelstrich 1: die Anschrift,
Nr. 1 Satz 1 Spiegelstrich 2: das Alter.
Nr. 1 Satz 2: Sie prüft auch:
Nr. 1 Satz 2 Spiegelstrich 1: den Namen.""",
    ),
    "letters below a number": (
        "1 Die Anstalt prüft, ob\n\na) die Anschrift stimmt und\n\nb) das Alter stimmt.\n\n2 Sie entscheidet.",
        """\
Nr. 1: Die Anstalt prüft, ob
Nr. 1 Buchst. a: die Anschrift stimmt und
Nr. 1 Buchst. b: das Alter stimmt.
Nr. 2: Sie entscheidet.""",
    ),
    "a lead-in without any mark whose verb is another one": (
        "1 Die Anstalt prüft, ob\n\n- die Anschrift stimmt und\n\n- das Alter stimmt.",
        """\
Nr. 1: Die Anstalt prüft, ob
Nr. 1 Spiegelstrich 1: die Anschrift stimmt und
Nr. 1 Spiegelstrich 2: das Alter stimmt.""",
    ),
    "dashes behind full lines": (
        """\
1 Die Anstaltsleiterin oder der Anstaltsleiter prüft vor jeder Entscheidung hierüber:

- die Anschrift der Person, bei der die Gefangenen sich während der Zeit aufhalten,

- das Alter.""",
        """\
Nr. 1: Die Anstaltsleiterin oder der Anstaltsleiter prüft vor jeder Entscheidung hierüber:
Nr. 1 Spiegelstrich 1: die Anschrift der Person, bei der die Gefangenen sich während der Zeit aufhalten,
Nr. 1 Spiegelstrich 2: das Alter.""",
    ),
    "only a title": ("1 Allgemeines\n\n2 Verfahren", "Nr. 1: Allgemeines\nNr. 2: Verfahren"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("druck", "erwartet"), HANDBUCHTEXTE.values(), ids=HANDBUCHTEXTE)
def test_regelungen_des_handbuchs(druck: str, erwartet: str) -> None:
    assert baum(lies(druck)) == erwartet


@pytest.mark.parametrize(("druck", "erwartet"), AV_TEXTE.values(), ids=AV_TEXTE)
def test_regelungen_einer_av(druck: str, erwartet: str) -> None:
    assert baum(lies(druck, leerzeile)) == erwartet


@pytest.mark.parametrize(("druck", "erwartet"), ANDERE.values(), ids=ANDERE)
def test_regelungen_anderer_texte(druck: str, erwartet: str) -> None:
    assert baum(lies(druck)) == erwartet


def test_zwei_strichlisten_in_einem_satz_haben_verschiedene_namen() -> None:
    regelung = lies("1 Es gibt\n\n- Geld,\n\n- Kleidung\n\nund für andere\n\n- Bücher,\n\n- Hefte.", leerzeile)
    zitate = [str(e.zitat) for e in regelung.alle()]
    assert sorted(set(zitate)) == sorted(zitate)


@pytest.mark.parametrize(
    ("art", "zitat", "kind", "art_der_nummer"),
    [
        (Art.VV, VV, "VV Nr. 1 zu § 1", Art.VV_NUMMER),
        (Art.ANLAGE, Zitat("", (Glied(Ebene.ANLAGE, "9"),)), "Anlage 9 Nr. 1", Art.NUMMER),
        (Art.WERK, Zitat("AV ForAmb NRW"), "Nr. 1 AV ForAmb NRW", Art.NUMMER),
    ],
)
def test_nummern_heissen_nach_dem_was_sie_traegt(art: Art, zitat: Zitat, kind: str, art_der_nummer: Art) -> None:
    regelung = lies("1 Eins.\n\n1.1 Eins eins.\n\n2. Zwei.", zitat=zitat, art=art)
    (nummer, _) = regelung.kinder
    assert (str(nummer.zitat), nummer.art, nummer.marke.inhalt) == (kind, art_der_nummer, "1")
    assert [e.marke.inhalt for e in regelung.alle()] == ["", "1", "1.1", "2."]
    assert {e.art for n in regelung.kinder for e in n.alle()} == {art_der_nummer}


TITEL = st.sampled_from(["Allgemeines", "Verlegung und Überstellung", "Ergänzende Bestimmungen"])
SATZ = st.sampled_from(
    [
        "Die Anstaltsleiterin oder der Anstaltsleiter entscheidet über den Antrag.",
        "Auf Nummer 2 dieser Verwaltungsvorschrift zu § 12 JVollzGB III wird hingewiesen.",
        "Dies gilt nicht, wenn Gefahr im Verzug ist (§ 3); in diesem Fall ist unverzüglich zu unterrichten.",
        "Der Haftkostenbeitrag wird zum 1. Oktober festgesetzt.",
    ]
)


@given(st.data())
def test_jede_regelung_liest_sich_zurueck(data: st.DataObject) -> None:
    """Numbers to any depth, each with a title, with Sätze, or with both; double-spaced."""
    bloecke: list[str] = []
    erwartet: list[tuple[str, str, str]] = []
    nummer = ""
    for _ in range(data.draw(st.integers(1, 8))):
        nummer = data.draw(st.sampled_from([n for n in naechste_nummern(nummer) if n.count(".") < 4]))
        saetze = data.draw(st.lists(SATZ, min_size=1, max_size=3))
        titel = data.draw(st.one_of(st.just(""), TITEL))
        bloecke += [f"{nummer} {titel}", " ".join(saetze)] if titel else [f"{nummer} {' '.join(saetze)}"]
        erwartet.append((f"VV Nr. {nummer} zu § 1", titel, saetze[0] if len(saetze) == 1 else ""))
        if len(saetze) > 1:
            erwartet += [(f"VV Nr. {nummer} Satz {i} zu § 1", "", satz) for i, satz in enumerate(saetze, start=1)]
    zeilen = [zeile for block in bloecke for zeile in textwrap.wrap(block, 82, break_on_hyphens=False)]
    regelung = lies("\n\n".join(zeilen))
    assert [(str(e.zitat), e.ueberschrift.inhalt, e.text.inhalt) for e in regelung.alle()][1:] == erwartet


@given(
    st.lists(
        st.sampled_from(
            ["1 Eins", "1.1 Zwei,", "2 Drei.", "- Strich", "– noch einer", "Text und", "weiter.", "2. Vier:", ""]
        )
    )
)
def test_kein_wort_geht_verloren(druck: list[str]) -> None:
    for endet in (HANDBUCH, leerzeile):
        regelung = lies("\n\n".join(druck), endet)
        woerter = [wort for e in regelung.alle() for text in e.eigene_texte() for wort in text.inhalt.split()]
        assert woerter == [wort for zeile in druck for wort in zeile.split()]
