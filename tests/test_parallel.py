"""Parallel §§: measured against a table made by hand, and the grounds for each kind."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from normen.parallel import Paragraph, Parallele, Parallelen, Parallelsuche, Sicherheit
from normen.synopse import suche_parallelen
from normen.verweisung import Verweisung, Wirkung
from normen.wissen import Wissen
from normen.zitatleser import lies_zitat

GOLD = Path(__file__).parent / "gold" / "parallelen.tsv"


@dataclass(frozen=True)
class Zelle:
    """What the table says of one § and one other book; ``auch`` may be found and need not."""

    zitat: str
    werk: str
    richtig: frozenset[str]
    auch: frozenset[str]


def gold() -> list[Zelle]:
    kopf, *zeilen = csv.reader((z for z in GOLD.open(encoding="utf-8") if not z.startswith("#")), delimiter="\t")
    return [
        zelle(f"{zeile[0]} {kopf[0]}", werk, inhalt)
        for zeile in zeilen
        for werk, inhalt in zip(kopf[2:], zeile[2:], strict=True)
    ]


def zelle(zitat: str, werk: str, inhalt: str) -> Zelle:
    genannte = [] if inhalt == "–" else inhalt.split(", ")
    auch = {g for g in genannte if g.startswith("(")}
    return Zelle(
        zitat,
        werk,
        frozenset(f"{g} {werk}" for g in genannte if g not in auch),
        frozenset(f"{g.strip('()')} {werk}" for g in auch),
    )


@pytest.fixture(scope="module")
def suche(wissen: Wissen) -> Parallelsuche:
    return suche_parallelen(wissen, "JVollzGB III")


@pytest.fixture(scope="module")
def gefunden(suche: Parallelsuche) -> dict[Zelle, Parallelen]:
    """What is found for each cell of the table."""
    return {z: in_werk(suche.finde(z.zitat), z.werk) for z in gold()}


def in_werk(gefunden: tuple[Parallelen, ...], werk: str) -> Parallelen:
    return next(p for p in gefunden if p.werk == werk)


def genauigkeit_und_ausbeute(antworten: dict[Zelle, set[str]]) -> tuple[float, float]:
    """Return which share of what was found is right, and which share of what is right was found."""
    richtige = sum(len(gefunden & z.richtig) for z, gefunden in antworten.items())
    falsche = sum(len(gefunden - z.richtig - z.auch) for z, gefunden in antworten.items())
    return richtige / (richtige + falsche), richtige / sum(len(z.richtig) for z in antworten)


def test_die_tabelle_ist_ganz_und_nennt_nur_was_es_gibt(wissen: Wissen) -> None:
    zellen = gold()
    assert len({z.zitat for z in zellen}) > 100
    assert {z.werk for z in zellen} == {f"JVollzGB {buch}" for buch in ("I", "II", "IV", "V")}
    for zitat in {z for zelle in zellen for z in (zelle.zitat, *zelle.richtig, *zelle.auch)}:
        assert wissen.finde(zitat).zitat == zitat


def test_ueberschriften_der_tabelle_sind_die_des_gesetzes(wissen: Wissen) -> None:
    for zeile in csv.reader((z for z in GOLD.open(encoding="utf-8") if z.startswith("§")), delimiter="\t"):
        assert wissen.finde(f"{zeile[0]} JVollzGB III").ueberschrift == zeile[1]


def test_was_vorgeschlagen_wird_ist_fast_immer_richtig(gefunden: dict[Zelle, Parallelen]) -> None:
    antworten = {z: {p.zitat for p in parallelen.moeglich} for z, parallelen in gefunden.items()}
    genauigkeit, ausbeute = genauigkeit_und_ausbeute(antworten)
    assert genauigkeit >= 0.98
    assert ausbeute >= 0.9


def test_was_sicher_heisst_ist_richtig(gefunden: dict[Zelle, Parallelen]) -> None:
    antworten = {
        z: {p.zitat for p in parallelen.moeglich if p.sicherheit is Sicherheit.HOCH} for z, parallelen in gefunden.items()
    }
    genauigkeit, ausbeute = genauigkeit_und_ausbeute(antworten)
    assert genauigkeit == 1
    assert ausbeute >= 0.86


def test_was_gewaehlt_wird_ist_richtig(gefunden: dict[Zelle, Parallelen]) -> None:
    gewaehlt = {z: parallelen.eindeutig for z, parallelen in gefunden.items()}
    genauigkeit, ausbeute = genauigkeit_und_ausbeute({z: {p.zitat} if p else set() for z, p in gewaehlt.items()})
    assert genauigkeit == 1
    assert ausbeute >= 0.84


def test_von_der_anderen_seite_dieselben_gruende(suche: Parallelsuche) -> None:
    hin = {
        (zitat, p.zitat): p.gruende
        for zitat in suche.paragraphen
        if zitat.endswith(" III")
        for gefunden in suche.finde(zitat)
        for p in gefunden.moeglich
    }
    zurueck = {
        (p.zitat, zitat): p.gruende
        for zitat in suche.paragraphen
        if not zitat.endswith(" III")
        for p in in_werk(suche.finde(zitat), "JVollzGB III").moeglich
    }
    assert hin == zurueck
    assert len(hin) > 200


#: A §, a book, and what comes of it: what is chosen, and all that is offered.
ANTWORTEN = {
    "one § rules the same": ("§ 19 JVollzGB III", "JVollzGB II", "§ 12 JVollzGB II", ["§ 12 JVollzGB II"]),
    "two §§ of one book are one here": ("§ 18 JVollzGB III", "JVollzGB II", "§ 11 JVollzGB II", ["§ 11 JVollzGB II"]),
    "one for all, one for the young: nothing is chosen": (
        "§ 68 JVollzGB III",
        "JVollzGB II",
        None,
        ["§ 48 JVollzGB II", "§ 78 JVollzGB II"],
    ),
    "weak grounds: nothing is chosen": ("§ 10 JVollzGB III", "JVollzGB II", None, ["§ 6 JVollzGB II"]),
    "both have their parallel elsewhere: § 23 III, § 26 V": (
        "§ 20 JVollzGB III",
        "JVollzGB V",
        "§ 23 JVollzGB V",
        ["§ 23 JVollzGB V"],
    ),
    "one Absatz is the same, the headings differ": (
        "§ 91 JVollzGB III",
        "JVollzGB V",
        None,
        ["§ 78 JVollzGB V"],
    ),
    "there is none": ("§ 47 JVollzGB III", "JVollzGB II", None, []),
}


@pytest.mark.parametrize(("zitat", "werk", "gewaehlt", "moeglich"), ANTWORTEN.values(), ids=ANTWORTEN)
def test_antworten(zitat: str, werk: str, gewaehlt: str | None, moeglich: list[str], suche: Parallelsuche) -> None:
    gefunden = in_werk(suche.finde(zitat), werk)
    assert (gefunden.eindeutig.zitat if gefunden.eindeutig else None) == gewaehlt
    assert [p.zitat for p in gefunden.moeglich] == moeglich


BESUCH = "Besucher werden durchsucht und müssen ihre Taschen öffnen sowie einen amtlichen Ausweis beim Pförtner hinterlegen."
ARREST = "Arrest wird in einer besonderen Zelle vollzogen, deren Fenster vergittert und deren Tür verriegelt ist."


def paragraph(zitat: str, ueberschrift: str, wortlaut: str, abschnitt: str = "", *weitere: str) -> Paragraph:
    """Return a § with one Absatz, or with ``weitere``."""
    absaetze = (wortlaut, *weitere)
    return Paragraph(zitat, lies_zitat(zitat).werk, ueberschrift, abschnitt, " ".join(absaetze), absaetze)


def uebernahme(quelle: str, ziel: str, wirkung: Wirkung = Wirkung.ANALOG) -> Verweisung:
    return Verweisung(lies_zitat(quelle), wirkung, (lies_zitat(ziel),), (), "", "", "…", 0, 1)


def gruende(a: Paragraph, b: Paragraph, *klauseln: Verweisung, weitere: Sequence[Paragraph] = ()) -> list[tuple[str, int]]:
    """Return the grounds for taking ``b`` for parallel to ``a``, with another § in each book; none if it is not shown."""
    andere = [paragraph(f"§ 99 GB {x}", f"Anderes {x}", f"{x} ganz andere Worte stehen hier {x * 9}") for x in "AB"]
    gefunden = Parallelsuche.aus([a, b, *andere, *weitere], klauseln).finde(a.zitat)
    moegliche: tuple[Parallele, ...] = gefunden[0].moeglich
    return [(g.text, g.gewicht) for p in moegliche if p.zitat == b.zitat for g in p.gruende]


ABSATZ = ("je ein Absatz ist gegenseitig der nächste im anderen Buch", 1)
NAECHSTER = ("gegenseitig der nächste Wortlaut im anderen Buch", 2)
UEBERNIMMT_GANZ = ("VV zu § 2 GB B übernimmt die ganze VV zum anderen Paragraphen", 2)


def test_wortlaut_ohne_bezeichnungen() -> None:
    a = paragraph("§ 1 GB A", "Kontrolle", f"Gefangene dulden: {BESUCH}")
    b = paragraph("§ 2 GB B", "Anders", f"Junge Gefangene dulden: {BESUCH}")
    assert gruende(a, b) == [("sehr ähnlicher Wortlaut", 3), NAECHSTER]


def test_ein_absatz_von_mehreren() -> None:
    """It counts where the whole texts are not each other's nearest, and only if it is near and has words enough."""
    a, b = paragraph("§ 1 GB A", "Besuch", BESUCH), paragraph("§ 2 GB B", "Besuch", ARREST, "", ARREST, BESUCH)
    klausel = uebernahme("VV zu § 2 GB B", "VV zu § 1 GB A")
    ohne = replace(b, absaetze=(ARREST,))
    kurz = (replace(a, absaetze=("Taschen öffnen.",)), replace(b, absaetze=("Taschen öffnen.",)))
    naeher = paragraph("§ 3 GB A", "Haft", BESUCH, "", ARREST)
    assert ABSATZ in gruende(a, b, klausel, weitere=[naeher])
    assert ABSATZ not in gruende(a, ohne, klausel, weitere=[naeher])
    assert ABSATZ not in gruende(*kurz, klausel, weitere=[naeher])
    assert ABSATZ not in gruende(a, b, klausel)


def test_was_beiderseits_anderswo_seine_parallele_hat_wird_nicht_gezeigt() -> None:
    a, x = paragraph("§ 1 GB A", "Besuch", BESUCH), paragraph("§ 3 GB A", "Arrest", f"{BESUCH} {ARREST}")
    b, y = paragraph("§ 2 GB B", "Besuch", BESUCH), paragraph("§ 4 GB B", "Arrest", f"{BESUCH} {ARREST}")
    klauseln = [uebernahme("VV zu § 2 GB B", "VV zu § 1 GB A"), uebernahme("VV zu § 4 GB B", "VV zu § 3 GB A")]

    def gefunden(paragraphen: list[Paragraph], zitat: str) -> list[str]:
        return [p.zitat for p in Parallelsuche.aus(paragraphen, klauseln).finde(zitat)[0].moeglich]

    assert gefunden([a, x, b, y], a.zitat) == [b.zitat]
    assert gefunden([a, x, b, y], x.zitat) == [y.zitat]
    assert gefunden([a, b, y], a.zitat) == [b.zitat, y.zitat]  # § 4 has none of its own here


def test_gleiche_ueberschrift_allein_genuegt_nicht() -> None:
    assert gruende(paragraph("§ 1 GB A", "Besuch", BESUCH), paragraph("§ 2 GB B", "Besuche", ARREST)) == []


def test_gleiche_ueberschrift_und_uebernommene_vv_genuegen() -> None:
    a, b = paragraph("§ 1 GB A", "Besuch", BESUCH), paragraph("§ 2 GB B", "Besuche", ARREST)
    assert gruende(a, b, uebernahme("VV zu § 2 GB B", "VV zu § 1 GB A")) == [
        UEBERNIMMT_GANZ,
        ("im Kern gleiche Überschrift", 2),
    ]


def test_ausnahmen_werden_gesagt() -> None:
    a, b = paragraph("§ 1 GB A", "Besuch", BESUCH), paragraph("§ 2 GB B", "Besuch", ARREST)
    klausel = replace(uebernahme("VV zu § 2 GB B", "VV zu § 1 GB A"), ausnahmen=(lies_zitat("VV Nr. 1 zu § 1 GB A"),))
    assert gruende(a, b, klausel)[0] == ("VV zu § 2 GB B übernimmt die VV zum anderen Paragraphen mit Ausnahmen", 2)


def test_uebernommene_vv_allein_genuegt_nicht() -> None:
    a, b = paragraph("§ 1 GB A", "Besuch", BESUCH), paragraph("§ 2 GB B", "Arrest", ARREST)
    assert gruende(a, b, uebernahme("VV zu § 2 GB B", "VV zu § 1 GB A")) == []


@pytest.mark.parametrize(
    ("klausel", "grund"),
    [
        (
            uebernahme("VV Nr. 3 zu § 2 GB B", "VV Nr. 1 zu § 1 GB A"),
            [("VV Nr. 3 zu § 2 GB B übernimmt einen Teil der Regelungen zum anderen Paragraphen", 1)],
        ),
        (
            uebernahme("§ 2 Abs. 3 GB B", "§ 1 GB A"),
            [("§ 2 Abs. 3 GB B übernimmt einen Teil der Regelungen zum anderen Paragraphen", 1)],
        ),
        (uebernahme("VV zu § 2 GB B", "VV zu § 1 GB A", Wirkung.NEGATIV), []),
        (uebernahme("VV zu § 2 GB B", "VV zu § 7 GB A"), []),
        (uebernahme("VV zu § 2 GB B", "VV zu § 1 GB B"), []),
    ],
)
def test_verweisungen(klausel: Verweisung, grund: list[tuple[str, int]]) -> None:
    a, b = paragraph("§ 1 GB A", "Kontrolle", BESUCH), paragraph("§ 2 GB B", "Anders", BESUCH)
    assert gruende(a, b, klausel) == [*grund, ("sehr ähnlicher Wortlaut", 3), NAECHSTER]


def test_ueberschrift_die_nichts_sagt_zaehlt_mit_ihrem_abschnitt() -> None:
    a = paragraph("§ 1 GB A", "Grundsatz", BESUCH, "Soziale Hilfe")
    gleich = paragraph("§ 2 GB B", "Grundsatz", BESUCH, "Soziale Hilfe")
    anders = paragraph("§ 2 GB B", "Grundsatz", BESUCH, "Sicherheit und Ordnung")
    assert ("gleiche Überschrift", 2) in gruende(a, gleich)
    assert not any("Überschrift" in text for text, _ in gruende(a, anders))
