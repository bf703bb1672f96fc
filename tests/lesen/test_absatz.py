"""The body of a §: Absätze, Sätze, lists and what stands after them, as printed in the handbook."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normen.einheit import Art, Einheit
from normen.lesen.absatz import lies_paragraph
from normen.lesen.umbruch import war_noch_platz
from normen.lesen.zeilen import lies_zeilen
from normen.schreibweise import Ebene, zahl_zu_roemisch
from normen.text import Text
from normen.zitat import Glied, Zitat
from normen.zitatleser import lies_zitat

PARAGRAPH = Zitat("", (Glied(Ebene.PARAGRAPH, "1"),))
#: Shortest full line of the handbook.
BREITE = 68


def lies(druck: str) -> Einheit:
    zeilen, _ = lies_zeilen(druck, lambda *_: "")
    return lies_paragraph(PARAGRAPH, zeilen, war_noch_platz(BREITE), marke=Text(), ueberschrift=Text())


def baum(einheit: Einheit) -> str:
    """Return a line for each Einheit below: its citation (without the §), its own words."""
    return "\n".join(f"{str(e.zitat).removeprefix('§ 1 ')}: {e.text}".rstrip() for e in einheit.alle() if e is not einheit)


#: Passages of the handbook (some lines shortened), and the tree they make.
KORPUS = {
    "three Absätze, one of them 1a (§ 11 JVollzGB III)": (
        """\
(1) Die Anstaltsleiterin oder der Anstaltsleiter kann Gefangenen für vollzugs-
öffnende Maßnahmen Weisungen erteilen.

(1a) Bei Ausführungen ohne angeordnete Fesselung kann die Anstaltsleiterin
oder der Anstaltsleiter Gefangenen die Weisung erteilen, technische
Mittel bei sich zu führen.

(2) Die Anstaltsleiterin oder der Anstaltsleiter kann Maßnahmen nach den §§ 9
und 10 widerrufen, wenn

1. sie oder er auf Grund nachträglich eingetretener Umstände berechtigt wäre,
die Maßnahme zu versagen,

2. Gefangene Weisungen nicht nachkommen oder

3. Gefangene die Maßnahme missbrauchen; bei schweren Verstößen sind die
Maßnahmen zu widerrufen.

Die Anstaltsleiterin oder der Anstaltsleiter kann Maßnahmen nach den §§ 9 und
10 mit Wirkung für die Zukunft zurücknehmen.""",
        """\
Abs. 1: Die Anstaltsleiterin oder der Anstaltsleiter kann Gefangenen für vollzugsöffnende Maßnahmen Weisungen erteilen.
Abs. 1a: Bei Ausführungen ohne angeordnete Fesselung kann die Anstaltsleiterin oder der Anstaltsleiter Gefangenen die \
Weisung erteilen, technische Mittel bei sich zu führen.
Abs. 2:
Abs. 2 Satz 1: Die Anstaltsleiterin oder der Anstaltsleiter kann Maßnahmen nach den §§ 9 und 10 widerrufen, wenn
Abs. 2 Satz 1 Nr. 1: sie oder er auf Grund nachträglich eingetretener Umstände berechtigt wäre, die Maßnahme zu versagen,
Abs. 2 Satz 1 Nr. 2: Gefangene Weisungen nicht nachkommen oder
Abs. 2 Satz 1 Nr. 3: Gefangene die Maßnahme missbrauchen; bei schweren Verstößen sind die Maßnahmen zu widerrufen.
Abs. 2 Satz 2: Die Anstaltsleiterin oder der Anstaltsleiter kann Maßnahmen nach den §§ 9 und 10 mit Wirkung für die \
Zukunft zurücknehmen.""",
    ),
    "Satz 2 hidden in the last item (§ 51 Abs. 1 JVollzGB III; VV Nr. 3.1 on it cites the text after the list as Satz 3)": (
        """\
(1) Als Teil der Kosten der Vollstreckung der Rechtsfolgen einer Tat (§ 464a
Abs. 1 Satz 2 StPO) erhebt die Justizvollzugsanstalt einen Haftkostenbeitrag,
wenn Gefangene

1. in einem freien Beschäftigungsverhältnis stehen,

2. sich selbst beschäftigen oder

3. während eines zusammenhängenden Zeitraums von mehr als einem Monat
keine Bezüge nach diesem Gesetz erhalten und auf diese Zeit fallende
Einkünfte erzielen. Die Gefangenen haben den Haftkostenbeitrag für diese
Zeit bis zur Höhe der auf sie entfallenden Einkünfte zu entrichten.

Der oder dem Gefangenen muss ein Betrag verbleiben, der dem mittleren
Arbeitsentgelt entspricht. Von der Geltendmachung des Anspruchs ist
abzusehen, soweit dies notwendig ist.""",
        """\
Abs. 1:
Abs. 1 Satz 1: Als Teil der Kosten der Vollstreckung der Rechtsfolgen einer Tat (§ 464a Abs. 1 Satz 2 StPO) erhebt die \
Justizvollzugsanstalt einen Haftkostenbeitrag, wenn Gefangene
Abs. 1 Satz 1 Nr. 1: in einem freien Beschäftigungsverhältnis stehen,
Abs. 1 Satz 1 Nr. 2: sich selbst beschäftigen oder
Abs. 1 Satz 1 Nr. 3: während eines zusammenhängenden Zeitraums von mehr als einem Monat keine Bezüge nach diesem Gesetz \
erhalten und auf diese Zeit fallende Einkünfte erzielen.
Abs. 1 Satz 2: Die Gefangenen haben den Haftkostenbeitrag für diese Zeit bis zur Höhe der auf sie entfallenden \
Einkünfte zu entrichten.
Abs. 1 Satz 3: Der oder dem Gefangenen muss ein Betrag verbleiben, der dem mittleren Arbeitsentgelt entspricht.
Abs. 1 Satz 4: Von der Geltendmachung des Anspruchs ist abzusehen, soweit dies notwendig ist.""",
    ),
    "a word after the list ends Satz 1, Satz 2 begins on the same line with a list of its own (§ 80 Abs. 1 JVollzGB III)": (
        """\
(1) Medizinische Untersuchung, Behandlung und Ernährung sind nur zulässig, um eine
Lebensgefahr oder eine gegenwärtige erhebliche Gefahr für die Gesundheit

1. der oder des Gefangenen oder

2. dritter Personen

abzuwenden. Maßnahmen nach Satz 1 dürfen nur angeordnet werden, wenn

1. eine Ärztin oder ein Arzt die Gefangenen aufgeklärt hat und

2. die Maßnahme Erfolg verspricht.

Maßnahmen nach Satz 1 Nummer 1 sind darüber hinaus nur zulässig, wenn die
oder der Gefangene dazu nicht in der Lage ist.""",
        """\
Abs. 1:
Abs. 1 Satz 1: Medizinische Untersuchung, Behandlung und Ernährung sind nur zulässig, um eine Lebensgefahr oder eine \
gegenwärtige erhebliche Gefahr für die Gesundheit
Abs. 1 Satz 1 Nr. 1: der oder des Gefangenen oder
Abs. 1 Satz 1 Nr. 2: dritter Personen
Abs. 1 Satz 1 Satzteil nach Nr. 2: abzuwenden.
Abs. 1 Satz 2: Maßnahmen nach Satz 1 dürfen nur angeordnet werden, wenn
Abs. 1 Satz 2 Nr. 1: eine Ärztin oder ein Arzt die Gefangenen aufgeklärt hat und
Abs. 1 Satz 2 Nr. 2: die Maßnahme Erfolg verspricht.
Abs. 1 Satz 3: Maßnahmen nach Satz 1 Nummer 1 sind darüber hinaus nur zulässig, wenn die oder der Gefangene dazu nicht \
in der Lage ist.""",
    ),
    "letters below a number, text after both (§ 86 Abs. 1 JVollzGB I)": (
        """\
(1) Mit Freiheitsstrafe bis zu zwei Jahren oder mit Geldstrafe wird bestraft, wer

1. unbefugt geschützte personenbezogene Daten

a) speichert, nutzt, verändert, übermittelt oder löscht,

b) zum Abruf mittels automatisierten Verfahrens bereithält oder

2. die Übermittlung durch unrichtige Angaben erschleicht

und hierbei gegen Entgelt handelt.""",
        """\
Abs. 1: Mit Freiheitsstrafe bis zu zwei Jahren oder mit Geldstrafe wird bestraft, wer
Abs. 1 Nr. 1: unbefugt geschützte personenbezogene Daten
Abs. 1 Nr. 1 Buchst. a: speichert, nutzt, verändert, übermittelt oder löscht,
Abs. 1 Nr. 1 Buchst. b: zum Abruf mittels automatisierten Verfahrens bereithält oder
Abs. 1 Nr. 2: die Übermittlung durch unrichtige Angaben erschleicht
Abs. 1 Satzteil nach Nr. 2: und hierbei gegen Entgelt handelt.""",
    ),
    "items that have Sätze of their own (§ 31 Abs. 1 JVollzGB I)": (
        """\
(1) Im Sinne dieses Gesetzes bezeichnet der Begriff:

1. der Gefangenen Personen, an denen Freiheitsstrafe vollzogen wird. Gefangene
sind auch Personen, die einstweilig untergebracht sind,

2. der Anonymisierung das Verändern personenbezogener Daten.""",
        """\
Abs. 1: Im Sinne dieses Gesetzes bezeichnet der Begriff:
Abs. 1 Nr. 1:
Abs. 1 Nr. 1 Satz 1: der Gefangenen Personen, an denen Freiheitsstrafe vollzogen wird.
Abs. 1 Nr. 1 Satz 2: Gefangene sind auch Personen, die einstweilig untergebracht sind,
Abs. 1 Nr. 2: der Anonymisierung das Verändern personenbezogener Daten.""",
    ),
    "page break between items, indented lines, two spaces (§§ 14 and 49 Abs. 10 JVollzGB III)": (
        """\
(1) Eine Anrechnung ist ausgeschlossen,

1. soweit eine lebenslange Freiheitsstrafe oder Sicherungsverwahrung
verbüßt wird und ein Entlassungszeitpunkt noch nicht bestimmt ist,
 2. wenn Gefangene nach § 4 Abs. 2 untersucht werden, aber nicht länger als
 zwei Monate,

3.  wenn es die Sicherheit oder Ordnung der Justizvollzugsanstalt erfordert
 oder

4.  wenn die oder der Gefangene zustimmt.""",
        """\
Abs. 1: Eine Anrechnung ist ausgeschlossen,
Abs. 1 Nr. 1: soweit eine lebenslange Freiheitsstrafe oder Sicherungsverwahrung verbüßt wird und ein \
Entlassungszeitpunkt noch nicht bestimmt ist,
Abs. 1 Nr. 2: wenn Gefangene nach § 4 Abs. 2 untersucht werden, aber nicht länger als zwei Monate,
Abs. 1 Nr. 3: wenn es die Sicherheit oder Ordnung der Justizvollzugsanstalt erfordert oder
Abs. 1 Nr. 4: wenn die oder der Gefangene zustimmt.""",
    ),
    "ten Absätze, the last at the top of a page (§ 44 JVollzGB IV)": (
        "\n\n".join(f"({n}) Satz {n}." for n in range(1, 10)) + "\n (10) Eine Anrechnung nach Absatz 9 ist ausgeschlossen.",
        "\n".join(f"Abs. {n}: Satz {n}." for n in range(1, 10))
        + "\nAbs. 10: Eine Anrechnung nach Absatz 9 ist ausgeschlossen.",
    ),
    "brackets, dates and numbers of §§ at line beginnings (§§ 9, 11, 51 JVollzGB III, § 101 JVollzGB III)": (
        """\
(1) Der Beitrag wird in Höhe des Betrags erhoben, der durchschnittlich zum
1. Oktober des vorhergehenden Jahres festgesetzt ist. Gefangene dürfen ihn
(Ausgang), gegebenenfalls in Begleitung, nach den §§ 9 und
10 widerrufen und nach § 9 Absatz
1 und 4 sowie § 12 gilt

(2) nichts.""",
        """\
Abs. 1:
Abs. 1 Satz 1: Der Beitrag wird in Höhe des Betrags erhoben, der durchschnittlich zum 1. Oktober des vorhergehenden \
Jahres festgesetzt ist.
Abs. 1 Satz 2: Gefangene dürfen ihn (Ausgang), gegebenenfalls in Begleitung, nach den §§ 9 und 10 widerrufen und nach \
§ 9 Absatz 1 und 4 sowie § 12 gilt
Abs. 2: nichts.""",
    ),
    "no Absätze, more than one Satz (§ 108 JVollzGB III)": (
        "Für den Vollzug gelten die Vorschriften entsprechend. § 51 findet nur Anwendung.",
        "Satz 1: Für den Vollzug gelten die Vorschriften entsprechend.\nSatz 2: § 51 findet nur Anwendung.",
    ),
    "Vergütungsstufen, with and without an equals sign, page break, text after them (§ 1 JVollzVergO)": (
        """\
(1) Der Grundlohn wird nach folgenden Vergütungsstufen
festgesetzt:

Vergütungsstufe I = Arbeiten einfacher Art, die keine Vorkenntnisse und nur
eine kurze Einweisungszeit erfordern.

Vergütungsstufe II = Arbeiten der Stufe I, die eine Einarbeitungszeit erfordern.
 Vergütungsstufe III = Arbeiten, die eine Anlernzeit erfordern.

(2) Der Grundlohn beträgt in der

Vergütungsstufe I 75 Prozent,

Vergütungsstufe II 88 Prozent

der Eckvergütung nach § 35 Abs. 1 Satz 2 JVollzGB II.""",
        """\
Abs. 1: Der Grundlohn wird nach folgenden Vergütungsstufen festgesetzt:
Abs. 1 Vergütungsstufe I: Arbeiten einfacher Art, die keine Vorkenntnisse und nur eine kurze Einweisungszeit erfordern.
Abs. 1 Vergütungsstufe II: Arbeiten der Stufe I, die eine Einarbeitungszeit erfordern.
Abs. 1 Vergütungsstufe III: Arbeiten, die eine Anlernzeit erfordern.
Abs. 2: Der Grundlohn beträgt in der
Abs. 2 Vergütungsstufe I: 75 Prozent,
Abs. 2 Vergütungsstufe II: 88 Prozent
Abs. 2 Satzteil nach Vergütungsstufe II: der Eckvergütung nach § 35 Abs. 1 Satz 2 JVollzGB II.""",
    ),
}
#: The same make of text with other contents.
ANDERE = {
    "text after an inner list belongs to the item, if another item follows": (
        """\
Anzurechnen sind

1. die Haft

a) in Untersuchungshaft,

b) in Strafhaft,

soweit sie verbüßt ist,

2. der Arrest.""",
        """\
Nr. 1: die Haft
Nr. 1 Buchst. a: in Untersuchungshaft,
Nr. 1 Buchst. b: in Strafhaft,
Nr. 1 Satzteil nach Buchst. b: soweit sie verbüßt ist,
Nr. 2: der Arrest.""",
    ),
    "double letters": (
        """\
Gefangene, die

1. Hilfe

a) von Behörden

aa) des Landes,

bb) des Bundes,

b) von Vereinen

2. Geld

erhalten.""",
        """\
Nr. 1: Hilfe
Nr. 1 Buchst. a: von Behörden
Nr. 1 Buchst. a Doppelbuchst. aa: des Landes,
Nr. 1 Buchst. a Doppelbuchst. bb: des Bundes,
Nr. 1 Buchst. b: von Vereinen
Nr. 2: Geld
Satzteil nach Nr. 2: erhalten.""",
    ),
    "a second list of letters, in a Satz of its own": (
        "Es gelten\n\na) eins,\n\nb) zwei.\n\nFerner gelten\n\na) drei,\n\nb) vier.",
        """\
Satz 1: Es gelten
Satz 1 Buchst. a: eins,
Satz 1 Buchst. b: zwei.
Satz 2: Ferner gelten
Satz 2 Buchst. a: drei,
Satz 2 Buchst. b: vier.""",
    ),
    "a second list of Vergütungsstufen, in a Satz of its own": (
        "Es gelten\n\nVergütungsstufe I = eins,\n\nVergütungsstufe II = zwei.\n\nFerner gilt\n\nVergütungsstufe I drei.",
        """\
Satz 1: Es gelten
Satz 1 Vergütungsstufe I: eins,
Satz 1 Vergütungsstufe II: zwei.
Satz 2: Ferner gilt
Satz 2 Vergütungsstufe I: drei.""",
    ),
    "numbers with letters": (
        "Es gelten\n\n1. eins,\n\n1a. eins a,\n\n2. zwei.",
        "Nr. 1: eins,\nNr. 1a: eins a,\nNr. 2: zwei.",
    ),
    "an Absatz that is repealed": (
        "(1) Eins.\n\n(2) (weggefallen)\n\n(3) Drei.",
        "Abs. 1: Eins.\nAbs. 2: (weggefallen)\nAbs. 3: Drei.",
    ),
    "labels that cannot stand here": (
        "(2) Zwei.\n\n(4) Vier.\n\n3. Drei.\n\nb) B.",
        "Satz 1: (2) Zwei.\nSatz 2: (4) Vier.\nSatz 3: 3. Drei.\nSatz 4: b) B.",
    ),
    "a date at the top of a page": (
        "(1) Der Beitrag für das laufende Jahr wird jeweils bis zum Ablauf des\n 1. Oktober festgesetzt. Er ist fällig.",
        """\
Abs. 1:
Abs. 1 Satz 1: Der Beitrag für das laufende Jahr wird jeweils bis zum Ablauf des 1. Oktober festgesetzt.
Abs. 1 Satz 2: Er ist fällig.""",
    ),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("druck", "erwartet"), KORPUS.values(), ids=KORPUS)
def test_absaetze_des_korpus(druck: str, erwartet: str) -> None:
    assert baum(lies(druck)) == erwartet


@pytest.mark.parametrize(("druck", "erwartet"), ANDERE.values(), ids=ANDERE)
def test_absaetze_anderer_texte(druck: str, erwartet: str) -> None:
    assert baum(lies(druck)) == erwartet


#: Two lists in one Satz: whatever the second one is called, no two Einheiten have one name.
@pytest.mark.parametrize(
    "druck",
    [
        "(1) Es gibt\n\n1. Geld und\n\n2. Kleidung\n\nsowie ferner\n\n1. Bücher,\n\n2. Hefte.",
        "(1) Es gibt\n\n1. Geld,\n\n2. Kleidung\n\nfür Gefangene,\n\n1. Bücher,\n\n2. Hefte\n\nfür andere.",
    ],
)
def test_jede_einheit_hat_einen_namen_fuer_sich(druck: str) -> None:
    zitate = [str(e.zitat) for e in lies(druck).alle()]
    assert sorted(set(zitate)) == sorted(zitate)


def test_marken_arten_und_stellen() -> None:
    paragraph = lies("\n(1) Es gibt\n\n 1.  eins,\n\n2. zwei.\nSo ist es.\n")
    (absatz,) = paragraph.kinder
    assert (absatz.art, absatz.marke.inhalt, absatz.marke.zeile_von) == (Art.ABSATZ, "(1)", 2)
    satz1, satz2 = absatz.kinder
    assert (satz1.art, satz1.zeilen, satz2.zeilen) == (Art.SATZ, (2, 6), (7, 7))
    eins, zwei = satz1.kinder
    assert [(n.art, n.marke.inhalt, n.text.inhalt, n.zeilen) for n in (eins, zwei)] == [
        (Art.NUMMER, "1.", "eins,", (4, 4)),
        (Art.NUMMER, "2.", "zwei.", (6, 6)),
    ]
    assert paragraph.zeilen == (2, 7)


@dataclass(frozen=True)
class Punkt:
    """An item to be printed: its words, and the items below it."""

    text: str
    punkte: tuple[Punkt, ...] = ()


@dataclass(frozen=True)
class Satz:
    """A Satz to be printed: its words, its list, the words after the list."""

    text: str
    punkte: tuple[Punkt, ...] = ()
    danach: str = ""


GANZ = st.sampled_from(
    [
        "Die Anstaltsleiterin oder der Anstaltsleiter entscheidet über den Antrag.",
        "§ 9 Abs. 1 und 4 sowie die §§ 11 und 12 gelten entsprechend.",
        "Dies gilt nicht, wenn Gefahr im Verzug ist (§ 3); in diesem Fall ist unverzüglich zu unterrichten.",
        "75 Prozent der Eckvergütung dürfen nicht unterschritten werden.",
        "Die Flucht- oder Missbrauchsgefahr ist zum 1. Oktober jedes Jahres nach Absatz 2 Satz 1 Nr. 3 zu prüfen.",
    ]
)
VORN = st.sampled_from(["Gefangene können verlegt werden, wenn", "Dies gilt insbesondere für", "Zulässig sind:"])
TEIL = st.sampled_from(
    ["die Sicherheit der Anstalt", "bis zu 24 Kalendertage im Jahr; das Jahr beginnt am 1. Januar", "Besuche"]
)
HINTEN = st.sampled_from(["erforderlich ist.", "und hierbei gegen Entgelt gehandelt wird."])
FLACH = st.lists(TEIL.map(Punkt), min_size=1, max_size=4).map(tuple)
TIEF = st.lists(st.builds(Punkt, TEIL, st.one_of(st.just(()), FLACH)), min_size=1, max_size=4).map(tuple)
SAETZE = st.lists(
    st.one_of(GANZ.map(Satz), st.builds(Satz, VORN, TIEF), st.builds(Satz, VORN, TIEF, HINTEN)), min_size=1, max_size=4
)
ZEICHEN = {Ebene.NUMMER: "{}.", Ebene.BUCHSTABE: "{})", Ebene.VERGUETUNGSSTUFE: "Vergütungsstufe {} ="}


def nummer(ebene: Ebene, i: int) -> str:
    return {Ebene.BUCHSTABE: "abcdef"[i]}.get(ebene) or (
        zahl_zu_roemisch(i + 1) if ebene is Ebene.VERGUETUNGSSTUFE else str(i + 1)
    )


class Druck:
    """Prints Sätze as the handbook does, and writes down which Einheit has which words."""

    def __init__(self) -> None:
        self.bloecke: list[str] = []
        self.einheiten: list[tuple[str, str]] = []

    def absatz(self, zitat: Zitat, marke: str, saetze: list[Satz], liste: Ebene) -> None:
        einzeln = len(saetze) == 1
        self.bloecke.append(marke)
        self.einheiten.append((str(zitat), saetze[0].text if einzeln else ""))
        for i, satz in enumerate(saetze, start=1):
            traeger = zitat if einzeln else zitat.mit(Ebene.SATZ, str(i))
            self.bloecke[-1] = f"{self.bloecke[-1]} {satz.text}".strip()
            if not einzeln:
                self.einheiten.append((str(traeger), satz.text))
            if satz.punkte:
                self.liste(traeger, satz.punkte, liste, "," if satz.danach else ".")
                self.bloecke.append(satz.danach)
            if satz.danach:
                letzter = Glied(liste, nummer(liste, len(satz.punkte) - 1))
                self.einheiten.append((str(traeger.mit(Ebene.SATZTEIL, str(letzter))), satz.danach))

    def liste(self, traeger: Zitat, punkte: tuple[Punkt, ...], ebene: Ebene, schluss: str) -> None:
        for i, punkt in enumerate(punkte):
            zeichen = schluss if i == len(punkte) - 1 else ","
            text = punkt.text + ("" if punkt.punkte else zeichen)
            zitat = traeger.mit(ebene, nummer(ebene, i))
            self.bloecke.append(f"{ZEICHEN[ebene].format(nummer(ebene, i))} {text}")
            self.einheiten.append((str(zitat), text))
            self.liste(zitat, punkt.punkte, Ebene.BUCHSTABE, zeichen)

    def __str__(self) -> str:
        return "\n\n".join(textwrap.fill(block, 76, break_on_hyphens=False) for block in self.bloecke if block)


LISTEN = st.sampled_from([Ebene.NUMMER, Ebene.NUMMER, Ebene.VERGUETUNGSSTUFE])


@given(st.lists(SAETZE, min_size=1, max_size=4), LISTEN, st.booleans())
def test_jeder_paragraph_liest_sich_zurueck(absaetze: list[list[Satz]], liste: Ebene, gezaehlt: bool) -> None:
    druck = Druck()
    if gezaehlt:
        for i, saetze in enumerate(absaetze, start=1):
            druck.absatz(PARAGRAPH.mit(Ebene.ABSATZ, str(i)), f"({i})", saetze, liste)
    else:
        druck.absatz(PARAGRAPH, "", absaetze[0], liste)
    paragraph = lies(str(druck))
    assert [(str(e.zitat), e.text.inhalt) for e in paragraph.alle()] == [("§ 1", "")] * gezaehlt + druck.einheiten
    assert all(lies_zitat(str(e.zitat)) == e.zitat for e in paragraph.alle())


BEGINN = st.sampled_from(
    "(1) |(1a) |(2) |1. |1a. |2. |a) |b) |aa) |Vergütungsstufe I = |Vergütungsstufe II |(x) |3. ".split("|")
)
BLOECKE = st.lists(
    st.tuples(st.sampled_from(["\n\n", "\n ", "\n"]), BEGINN, st.one_of(GANZ, VORN, TEIL, HINTEN)), max_size=12
)


@given(BLOECKE)
def test_kein_wort_geht_verloren(bloecke: list[tuple[str, str, str]]) -> None:
    """Labels too, whether they count here or not."""
    druck = "".join("".join(block) for block in bloecke)
    woerter = [wort for e in lies(druck).alle() for text in e.eigene_texte() for wort in text.inhalt.split()]
    assert woerter == druck.split()
