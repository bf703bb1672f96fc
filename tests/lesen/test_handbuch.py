"""The two texts of the corpus: nothing lost, every place right, the tree as people read it; other texts like them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normen.einheit import Art, Druck, Einheit
from normen.fehler import LeseFehler
from normen.lesen.handbuch import lies_handbuch
from normen.lesen.nummernwerk import lies_nummernwerk
from normen.lesen.zeilen import Rauschen
from normen.text import Text
from normen.zitatleser import lies_zitat

PROJEKT = Path(__file__).parents[2]
GOLD = PROJEKT / "tests" / "gold"
#: Hand-made gold of the other books, where it lies beside the project.
ABNAHME = PROJEKT.parent / "shared" / "acceptance" / "gold"


@dataclass(frozen=True, eq=False)
class Quelle:
    """A source text and what a reader made of it."""

    zeilen: tuple[str, ...]
    werke: tuple[Einheit, ...]
    rauschen: tuple[Rauschen, ...]

    @property
    def einheiten(self) -> Iterator[Einheit]:
        for werk in self.werke:
            yield from werk.alle()

    def __getitem__(self, zitat: str) -> Einheit:
        return _nach_zitat(self)[zitat]

    def __contains__(self, zitat: str) -> bool:
        return zitat in _nach_zitat(self)

    def get(self, zitat: str) -> Einheit | None:
        return _nach_zitat(self).get(zitat)


@cache
def _nach_zitat(quelle: Quelle) -> dict[str, Einheit]:
    return {str(e.zitat): e for e in quelle.einheiten}


@cache
def handbuch() -> Quelle:
    druck = (PROJEKT / "corpus" / "bw-jvollzgb-i-v-mit-vwv-und-jvollzvergo.txt").read_text(encoding="utf-8")
    return Quelle(tuple(druck.split("\n")), *lies_handbuch(druck, "handbuch.txt", "VwV JVollzGB"))


@cache
def av() -> Quelle:
    druck = (PROJEKT / "corpus" / "nw-av-forensische-ambulanzen-2024-12-03.txt").read_text(encoding="utf-8")
    return Quelle(tuple(druck.split("\n")), *lies_nummernwerk(druck, "av.txt", "AV ForAmb NRW"))


#: A character of the source: line and column, 1-based.
Stelle = tuple[int, int]


def gedruckt(quelle: Quelle) -> dict[Stelle, str]:
    """Every character of the source that is neither blank nor on a line named as noise."""
    rauschen = {r.nr for r in quelle.rauschen}
    return {
        (nr, spalte): zeichen
        for nr, zeile in enumerate(quelle.zeilen, start=1)
        if nr not in rauschen
        for spalte, zeichen in enumerate(zeile, start=1)
        if not zeichen.isspace()
    }


def gelesen(texte: Iterable[Text]) -> list[tuple[Stelle, str]]:
    """Every character taken over from the source, in the order of the tree."""
    return [
        ((s.zeile, s.spalte + i), text.inhalt[s.ab + i])
        for text in texte
        for s in text.stuecke
        for i in range(s.laenge)
        if not text.inhalt[s.ab + i].isspace()
    ]


def texte(quelle: Quelle) -> Iterator[Text]:
    for einheit in quelle.einheiten:
        yield from einheit.eigene_texte()


def trennstriche(quelle: Quelle) -> set[Stelle]:
    """Hyphens at line ends that were taken out: the word before and the one on the next line now are one."""
    striche = set()
    for text in texte(quelle):
        stellen = {s.ab + i: (s.zeile, s.spalte + i) for s in text.stuecke for i in range(s.laenge)}
        for stelle, (zeile, spalte) in stellen.items():
            danach = stellen.get(stelle + 1)
            if danach and danach[0] > zeile and quelle.zeilen[zeile - 1][spalte:].rstrip() == "-":
                striche.add((zeile, spalte + 1))
    return striche


def klammern(quelle: Quelle) -> set[Stelle]:
    """The parentheses round the title of an annex that is printed in them."""
    titel = [e.ueberschrift for e in quelle.einheiten if e.art is Art.ANLAGE and e.ueberschrift]
    return {
        (t.zeile_von, spalte)
        for t in titel
        if (zeile := quelle.zeilen[t.zeile_von - 1].rstrip()).lstrip() == f"({t.inhalt})"
        for spalte in (len(zeile) - len(zeile.lstrip()) + 1, len(zeile))
    }


QUELLEN = pytest.mark.parametrize("quelle", [handbuch, av])


@QUELLEN
def test_jedes_zeichen_steht_in_genau_einer_einheit_der_reihe_nach(quelle: Any) -> None:
    quelle = quelle()
    erwartet, uebernommen = gedruckt(quelle), gelesen(texte(quelle))
    assert [stelle for stelle, _ in uebernommen] == sorted({stelle for stelle, _ in uebernommen})
    assert all(erwartet.get(stelle) == zeichen for stelle, zeichen in uebernommen)
    fehlend = set(erwartet) - {stelle for stelle, _ in uebernommen}
    assert fehlend == trennstriche(quelle) | klammern(quelle), sorted(fehlend ^ trennstriche(quelle) ^ klammern(quelle))[:20]


def test_was_fehlen_darf_kommt_auch_vor() -> None:
    assert len(trennstriche(handbuch())) == sum(_ist_trennung(i) for i in range(len(handbuch().zeilen)))
    assert len(klammern(handbuch())) == 2 * 4  # Anlagen 4 to 7
    assert trennstriche(av()) == klammern(av()) == set()


def _ist_trennung(i: int) -> bool:
    """Told from the print alone: hyphen behind a small letter, the next line of text goes on with a small letter."""
    zeilen = handbuch().zeilen
    if not (zeilen[i].rstrip().endswith("-") and zeilen[i].rstrip()[-2:-1].islower()):
        return False
    weiter = next(zeile.split() for zeile in zeilen[i + 1 :] if zeile.strip())
    return weiter[0][0].islower() and weiter[0] not in ("und", "oder")


@QUELLEN
def test_jedes_stueck_ist_ein_stueck_der_quelle(quelle: Any) -> None:
    quelle = quelle()
    for text in texte(quelle):
        for s in text.stuecke:
            assert quelle.zeilen[s.zeile - 1][s.spalte - 1 : s.spalte - 1 + s.laenge] == text.inhalt[s.ab : s.ab + s.laenge]


@QUELLEN
def test_jede_einheit_hat_einen_namen_fuer_sich_und_er_liest_sich_zurueck(quelle: Any) -> None:
    zitate = [e.zitat for e in quelle().einheiten]
    assert [z for z, anzahl in Counter(zitate).items() if anzahl > 1] == []
    assert [str(z) for z in zitate if lies_zitat(str(z)) != z] == []


@QUELLEN
def test_kinder_liegen_in_ihren_eltern(quelle: Any) -> None:
    """The citation of a child lies in that of its parent, and its lines in the parent's."""
    for e in quelle().einheiten:
        for kind in e.kinder:
            if e.art not in (Art.WERK, Art.ABSCHNITT, Art.UNTERABSCHNITT):
                assert e.zitat in kind.zitat.eltern, f"{kind.zitat} unter {e.zitat}"
            if kind.art not in (Art.VV, Art.VERMERK) and kind.zeilen != (0, 0):
                assert e.zeilen[0] <= kind.zeilen[0] <= kind.zeilen[1] <= e.zeilen[1], f"{kind.zitat} unter {e.zitat}"


@QUELLEN
def test_jede_einheit_traegt_etwas(quelle: Any) -> None:
    """No Einheit is empty: it has words of its own, or children that have."""
    assert [str(e.zitat) for e in quelle().einheiten if not any(True for k in e.alle() for _ in k.eigene_texte())] == []


def test_rauschen_ist_benannt() -> None:
    gruende = Counter(r.grund for r in handbuch().rauschen)
    assert gruende == {"Kolumnentitel": 35, "Seitenzahl": 35, "Webadresse": 3}
    assert all(" Buch " in r.inhalt for r in handbuch().rauschen if r.grund == "Kolumnentitel")
    assert all(r.inhalt.isdigit() for r in handbuch().rauschen if r.grund == "Seitenzahl")
    assert [(r.nr, r.inhalt[-4:]) for r in handbuch().rauschen if r.grund == "Webadresse"] == [
        (875, "ANL1"),
        (876, "ANL2"),
        (969, "ANL3"),
    ]
    assert [(r.nr, r.grund) for r in av().rauschen] == [(187, "Seitenfuß"), (188, "Seitenfuß")]


def test_werke_des_handbuchs() -> None:
    assert [(str(w.zitat), w.marke.inhalt, w.ueberschrift.inhalt) for w in handbuch().werke] == [
        ("JVollzGB I", "Buch 1", "Gemeinsame Regelungen und Organisation"),
        ("JVollzGB II", "Buch 2", "Untersuchungshaftvollzug"),
        ("JVollzGB III", "Buch 3", "Strafvollzug"),
        ("JVollzGB IV", "Buch 4", "Jugendstrafvollzug"),
        ("JVollzGB V", "Buch 5", "Vollzug der Sicherungsverwahrung"),
        ("VwV JVollzGB", "", ""),
        (
            "JVollzVergO",
            "",
            "Verordnung des Justizministeriums über die Vergütungsstufen des Arbeitsentgelts und der "
            "Ausbildungsbeihilfe nach dem Justizvollzugsgesetzbuch Justizvollzugsvergütungsordnung – (JVollzVergO)",
        ),
    ]


def gold(pfad: Path) -> list[dict[str, Any]]:
    return [json.loads(zeile) for zeile in pfad.read_text(encoding="utf-8").splitlines() if zeile.strip()]


def abweichungen_im_aufbau(soll: dict[str, Any]) -> list[str]:
    """Say what differs between a section of the gold and the tree: heading, Absätze, heading and numbers of its VV."""
    name = soll["unit"]
    if name not in handbuch():
        return ["fehlt"]
    einheit, regelung = handbuch()[name], handbuch().get(f"VV zu {name}")
    nummern = (Art.VV_NUMMER,) if einheit.art is Art.PARAGRAPH else (Art.NUMMER,)
    ist = {
        "absaetze": sum(kind.art is Art.ABSATZ for kind in einheit.kinder),
        "vv_numbers": [e.zitat.glieder[-1].nummer for e in (regelung or einheit).alle() if e.art in nummern],
    }
    if "refers_to" not in soll:  # annexes have no heading of their own in the gold
        ist |= {
            "title": einheit.ueberschrift.inhalt,
            "vv": regelung is not None,
            "vv_title": regelung.ueberschrift.inhalt if regelung else None,
        }
    return [f"{feld}: {wert!r} statt {soll.get(feld, 0)!r}" for feld, wert in ist.items() if wert != soll.get(feld, 0)]


def bericht(zeilen: list[dict[str, Any]], vergleiche: Any) -> list[str]:
    """Return a line for each row of the gold that the tree differs from."""
    return [f"{soll['unit']}: {'; '.join(was)}" for soll in zeilen if (was := vergleiche(soll))]


@pytest.mark.parametrize("buch", ["3", "4", "5"])
def test_aufbau_wie_von_hand_gelesen(buch: str) -> None:
    zeilen = gold(GOLD / f"structure_{buch}.jsonl")
    werk = handbuch().werke[int(buch) - 1]
    assert [str(e.zitat) for e in werk.alle() if e.art is Art.PARAGRAPH] == [soll["unit"] for soll in zeilen]
    falsch = bericht(zeilen, abweichungen_im_aufbau)
    assert not falsch, f"{len(falsch)} von {len(zeilen)} Abschnitten:\n" + "\n".join(falsch)


def abweichungen_der_saetze(soll: dict[str, Any]) -> list[str]:
    """Say what differs in number and beginnings of Sätze, and in the lists that hang on them."""
    if soll["unit"] not in handbuch():
        return ["fehlt"]
    einheit = handbuch()[soll["unit"]]
    saetze = [kind for kind in einheit.kinder if kind.art is Art.SATZ] or [einheit]
    listen = [
        {
            "satz": i,
            "nummern": len(punkte),
            "nach": next((k.text.inhalt for k in satz.kinder if k.art is Art.SATZTEIL), None),
        }
        for i, satz in enumerate(saetze, start=1)
        if (punkte := [k for k in satz.kinder if k.art in (Art.NUMMER, Art.STUFE)])
    ]
    ist = {
        "saetze": len(saetze),
        "anfaenge": [" ".join(satz.text.inhalt.split()[:3]).rstrip(",;:.") for satz in saetze],
        "listen": listen,
    }
    erwartet = {**soll, "anfaenge": [anfang.rstrip(",;:.") for anfang in soll["anfaenge"]]}
    return [f"{feld}: {wert!r} statt {erwartet[feld]!r}" for feld, wert in ist.items() if wert != erwartet[feld]]


@pytest.mark.parametrize("buch", ["3", "4", "5"])
def test_saetze_wie_von_hand_gezaehlt(buch: str) -> None:
    zeilen = gold(GOLD / f"saetze_{buch}.jsonl")
    assert len(zeilen) > 100
    falsch = bericht(zeilen, abweichungen_der_saetze)
    assert not falsch, f"{len(falsch)} von {len(zeilen)} Einheiten:\n" + "\n".join(falsch)


def test_aufbau_wie_in_der_abnahme() -> None:
    if not ABNAHME.is_dir():
        pytest.skip("Die Abnahmedaten liegen nicht neben dem Projekt.")
    zeilen = [soll for pfad in sorted(ABNAHME.glob("structure_*.jsonl")) for soll in gold(pfad)]
    assert zeilen
    falsch = bericht(zeilen, abweichungen_im_aufbau)
    assert 1 - len(falsch) / len(zeilen) == 1.0, "\n".join(falsch)


def test_seitenkopf_mitten_in_einer_nummer() -> None:
    nummer = handbuch()["VV Nr. 3.1 zu § 6 JVollzGB III"]
    assert "oder über einen Antrag auf Ausantwortung entscheidet" in nummer.text.inhalt
    assert {r.nr for r in handbuch().rauschen} & set(range(*nummer.zeilen)) == {6368, 6371}


def test_gesperrte_zahl_und_ungesperrter_abschnitt() -> None:
    zehn, dreizehn = handbuch()["Abschnitt 10 JVollzGB III"], handbuch()["Abschnitt 13 JVollzGB II"]
    assert (zehn.marke.inhalt, zehn.ueberschrift.inhalt) == ("Abschnitt 10", "Sicherheit und Ordnung")
    assert handbuch().zeilen[zehn.marke.zeile_von - 1].strip() == "A b s c h n i t t  1 0"
    assert (dreizehn.marke.inhalt, dreizehn.ueberschrift.inhalt) == ("Abschnitt 13", "Beschwerderecht und Rechtsbehelfe")
    assert handbuch().zeilen[dreizehn.marke.zeile_von - 1].strip() == "Abschnitt 13"


@pytest.mark.parametrize(
    ("zitat", "ueberschrift"),
    [
        ("§ 14 JVollzGB III", "Einschränkung gemeinschaftlicher Unterbringung während der Arbeit und der Freizeit"),
        (
            "§ 49 JVollzGB III",
            "Arbeitsentgelt, Freistellung von der Arbeit und Anrechnung der Freistellung auf den Entlassungszeitpunkt",
        ),
        (
            "VV zu § 49 JVollzGB III",
            "Arbeitsentgelt, Freistellung von der Arbeit und Anrechnung der Freistellung auf den Entlassungszeitpunkt",
        ),
        (
            "VV zu § 13 JVollzGB V",
            "Freistellung aus der Unterbringung und Verlegung in den offenen Vollzug zur Vorbereitung der Entlassung",
        ),
        ("VV Nr. 7 zu § 9 JVollzGB IV", "Erlebnispädagogische Maßnahmen im Rahmen von vollzugsöffnenden Maßnahmen"),
        (
            "VV Nr. 1.3 zu § 7 JVollzGB IV",
            "Erzieherische Weisungen und Auflagen, Disziplinarmaßnahmen, besondere Sicherungsmaßnahmen, Rückverlegung",
        ),
        ("VV zu § 69 JVollzGB III", "Fesselung"),  # not as the § on it is called
    ],
)
def test_ueberschrift_auf_einer_zeile_wie_gedruckt(zitat: str, ueberschrift: str) -> None:
    assert handbuch()[zitat].ueberschrift.inhalt == ueberschrift


@pytest.mark.parametrize("zitat", ["§ 59 JVollzGB III", "§ 55 JVollzGB V", "§ 56 JVollzGB V", "§ 59 JVollzGB V"])
def test_zu_ohne_paragraphenzeichen(zitat: str) -> None:
    vv = handbuch()[f"VV zu {zitat}"]
    assert vv.marke.inhalt == f"Zu {zitat.split()[1]}"
    assert vv in handbuch()[zitat].kinder


def test_angeklebte_nummer() -> None:
    nummer = handbuch()["VV Nr. 2.1 zu § 19 JVollzGB V"]
    assert nummer.text.inhalt == "Die Untergebrachten haben folgende Verpflegungsmöglichkeiten:"
    assert [(str(k.zitat), k.marke.inhalt) for k in nummer.kinder][:2] == [
        ("VV Nr. 2.1.1 zu § 19 JVollzGB V", "2.1.1"),
        ("VV Nr. 2.1.2 zu § 19 JVollzGB V", "2.1.2"),
    ]
    assert nummer.kinder[0].text.inhalt == "Vollständige Teilnahme an der Gemeinschaftsverpflegung,"


def test_nicht_abgedruckt_ist_ein_vermerk() -> None:
    vermerke = [e for e in handbuch().einheiten if e.art is Art.VERMERK]
    assert [str(e.zitat) for e in vermerke] == [
        *(f"Vermerk zu § {n} JVollzGB I" for n in (38, 39, 40)),
        "Vermerk zu § 80 JVollzGB III",
        *(f"Vermerk zu Anlage {n} VwV JVollzGB" for n in (1, 2, 3, 4, 5, 6, 8, 10)),
    ]
    assert all(e.druck is Druck.NICHT_ABGEDRUCKT and e.text.inhalt.startswith("[Vom Abdruck der ") for e in vermerke)
    assert "VV zu § 80 JVollzGB III" not in handbuch()
    assert handbuch()["§ 80 JVollzGB III"].druck is Druck.ABGEDRUCKT
    assert handbuch()["§ 80 Abs. 4 JVollzGB III"].zeilen[1] < vermerke[3].text.zeile_von


def test_anlagen() -> None:
    drucke = {e.marke.inhalt.split(" (")[0]: e.druck for e in handbuch().einheiten if e.art is Art.ANLAGE}
    assert drucke == {
        **{f"Anlage {n}": Druck.NICHT_ABGEDRUCKT for n in range(1, 11)},
        "Anlage 7": Druck.LEER,
        "Anlage 9": Druck.ABGEDRUCKT,
    }
    neun = handbuch()["Anlage 9 VwV JVollzGB"]
    assert neun.marke.inhalt == "Anlage 9 (zu § 52 JVollzGB III)"
    assert neun.ueberschrift.inhalt == "Verfahrensgrundsätze für die Einrichtung von Sparbüchern für Gefangene"
    assert [str(k.zitat) for k in neun.kinder] == [f"Anlage 9 Nr. {n} VwV JVollzGB" for n in range(1, 6)]
    sieben = handbuch()["Anlage 7 VwV JVollzGB"]
    assert sieben.ueberschrift.inhalt == "Formular nachträgliche Unterrichtung gemäß § 39 Abs. 4 JVollzGB I"
    assert sieben.kinder == ()


def test_verguetungsstufen() -> None:
    stufen = {str(e.zitat): e.text.inhalt for e in handbuch().einheiten if e.art is Art.STUFE}
    assert list(stufen) == [
        f"§ 1 Abs. {n} Vergütungsstufe {s} JVollzVergO" for n in (1, 2) for s in ("I", "II", "III", "IV", "V")
    ]
    assert (
        stufen["§ 1 Abs. 1 Vergütungsstufe II JVollzVergO"] == "Arbeiten der Stufe I, die eine Einarbeitungszeit erfordern."
    )
    assert stufen["§ 1 Abs. 2 Vergütungsstufe I JVollzVergO"] == "75 Prozent,"
    danach = handbuch()["§ 1 Abs. 2 Satzteil nach Vergütungsstufe V JVollzVergO"]
    assert danach.text.inhalt.startswith("der Eckvergütung nach § 35 Abs. 1 Satz 2")


@pytest.mark.parametrize(
    ("zitat", "absaetze"),
    [("§ 11 JVollzGB III", ["(1)", "(1a)", "(2)"]), ("§ 14 JVollzGB V", ["(1)", "(1a)", "(2)"])],
)
def test_eingefuegter_absatz(zitat: str, absaetze: list[str]) -> None:
    assert [k.marke.inhalt for k in handbuch()[zitat].kinder if k.art is Art.ABSATZ] == absaetze


def test_eingefuegter_paragraph() -> None:
    paragraphen = [str(e.zitat) for e in handbuch()["JVollzGB V"].alle() if e.art is Art.PARAGRAPH]
    stelle = paragraphen.index("§ 72a JVollzGB V")
    assert paragraphen[stelle - 1 : stelle + 2] == ["§ 72 JVollzGB V", "§ 72a JVollzGB V", "§ 73 JVollzGB V"]


def test_satz_der_in_der_letzten_nummer_steht() -> None:
    """VV Nr. 3.1 and 3.2 on it cite the text behind the list as Satz 3 and Satz 4."""
    saetze = [k for k in handbuch()["§ 51 Abs. 1 JVollzGB III"].kinder if k.art is Art.SATZ]
    assert [s.text.inhalt.split(",")[0][:40] for s in saetze] == [
        "Als Teil der Kosten der Vollstreckung de",
        "Die Gefangenen haben den Haftkostenbeitr",
        "Der oder dem Gefangenen muss ein Betrag ",
        "Von der Geltendmachung des Anspruchs ist",
    ]
    assert handbuch()["§ 51 Abs. 1 Satz 1 Nr. 3 JVollzGB III"].text.inhalt.endswith("Einkünfte erzielen.")


#: Text that stands behind a list and still belongs to its Satz.
SATZTEILE = {
    "§ 22 Abs. 2 Satz 1 Satzteil nach Nr. 2 JVollzGB I": "betreiben.",
    "§ 82 Abs. 1 Satz 1 Satzteil nach Nr. 6 JVollzGB I": "von personenbezogenen Daten.",
    "§ 8 Abs. 3 Satzteil nach Nr. 3 JVollzGB II": "angeordnet werden.",
    "§ 80 Abs. 1 Satz 1 Satzteil nach Nr. 2 JVollzGB III": "abzuwenden.",
    "§ 72a Abs. 1 Satz 1 Satzteil nach Nr. 2 JVollzGB V": "abzuwenden.",
}


@pytest.mark.parametrize(("zitat", "text"), SATZTEILE.items(), ids=SATZTEILE)
def test_text_nach_einer_liste(zitat: str, text: str) -> None:
    einheit = handbuch()[zitat]
    assert (einheit.art, einheit.text.inhalt) == (Art.SATZTEIL, text)


def test_text_nach_den_strichen_der_av() -> None:
    satzteil = av()["Nr. 3.1 Satzteil nach Spiegelstrich 2 AV ForAmb NRW"]
    assert satzteil.text.inhalt.startswith("und denen aufgrund einer festgestellten")
    assert [k.art for k in av()["Nr. 3.1 AV ForAmb NRW"].kinder] == [Art.SPIEGELSTRICH, Art.SPIEGELSTRICH, Art.SATZTEIL]


#: Sätze of administrative rules that the text itself counts, or other rules cite.
GEZAEHLTE_SAETZE = {
    "VV Nr. 1.1 zu § 53 JVollzGB III": 2,  # "der in Satz 1 genannte Faktor 21"
    "VV Nr. 1 zu § 49 JVollzGB V": 2,
    "VV Nr. 2.1.8 zu § 60 JVollzGB III": 1,  # "(z.B. §§ 15, 21 Nr. 4 Landespressegesetz)"
    "VV Nr. 6.3 zu § 51 JVollzGB III": 2,  # "i.S.d. Kostenverfügung"; "Nummer 6.3 Satz 1" is cited in VV zu § 46 JVollzGB IV
    "VV Nr. 7 zu § 68 JVollzGB III": 4,  # "7 Sätze 2 bis 4" is cited in VV Nr. 3 zu § 64 JVollzGB IV
    "VV zu § 50 JVollzGB V": 2,
}


@pytest.mark.parametrize(("zitat", "anzahl"), GEZAEHLTE_SAETZE.items(), ids=GEZAEHLTE_SAETZE)
def test_saetze_in_verwaltungsvorschriften(zitat: str, anzahl: int) -> None:
    assert (sum(k.art is Art.SATZ for k in handbuch()[zitat].kinder) or 1) == anzahl


def gesperrt(text: str) -> str:
    return "  ".join(" ".join(wort) for wort in text.split())


TITEL = f" {gesperrt('Buch 3')}\n\n{gesperrt('Strafvollzug')}\n\n{gesperrt('(JVollzGB III)')}\n\n\n"


def lies(druck: str, vwv: str = "VwV JVollzGB") -> Quelle:
    druck = TITEL + druck
    return Quelle(tuple(druck.split("\n")), *lies_handbuch(druck, "buch.txt", vwv))


def lies_oder_melde(druck: str) -> Quelle | LeseFehler:
    try:
        return lies(druck)
    except LeseFehler as fehler:
        return fehler


def baum(quelle: Quelle) -> str:
    """Return a line for each Einheit below the work: its citation, its heading after "#", its own words."""
    zeilen = []
    for e in quelle.einheiten:
        titel = f" # {e.ueberschrift}" if e.ueberschrift else ""
        zeilen.append(f"{str(e.zitat).replace(' JVollzGB III', '')}{titel}: {e.text}".rstrip())
    return "\n".join(zeilen[1:])


#: Texts as another book, or another edition, may print them, and the tree they make.
ANDERE = {
    "statute, VV, next § at the top of a page": (
        """\
§ 1 Ziel

Der Vollzug dient dem Ziel.


Zu § 1 Ziel

1 Erste Nummer.

2 Zweite Nummer.
 § 2 Mittel

(1) Eins.

(2) Zwei.""",
        """\
§ 1 # Ziel: Der Vollzug dient dem Ziel.
VV zu § 1 # Ziel:
VV Nr. 1 zu § 1: Erste Nummer.
VV Nr. 2 zu § 1: Zweite Nummer.
§ 2 # Mittel:
§ 2 Abs. 1: Eins.
§ 2 Abs. 2: Zwei.""",
    ),
    "citations at line beginnings, also at the top of a page, that are no §": (
        """\
§ 1 Ziel

(1) Der Vollzug richtet sich, soweit in diesem Gesetz nichts anderes bestimmt ist, nach
§ 2 Abs. 1 und den allgemeinen Vorschriften, insbesondere nach der Regelung in
 § 2 StPO, und nach den Grundsätzen der Hilfe, die in der Ordnung der Anstalt zu
 § 2 Landesgesetz bestimmt sind.

§ 2 Mittel

Text.""",
        """\
§ 1 # Ziel:
§ 1 Abs. 1: Der Vollzug richtet sich, soweit in diesem Gesetz nichts anderes bestimmt ist, nach § 2 Abs. 1 und den \
allgemeinen Vorschriften, insbesondere nach der Regelung in § 2 StPO, und nach den Grundsätzen der Hilfe, die in der \
Ordnung der Anstalt zu § 2 Landesgesetz bestimmt sind.
§ 2 # Mittel: Text.""",
    ),
    "a § that is repealed": (
        "§ 1 Ziel\n\nText.\n\n§ 2 (weggefallen)\n\n§ 3 Mittel\n\nText.",
        "§ 1 # Ziel: Text.\n§ 2 # (weggefallen):\n§ 3 # Mittel: Text.",
    ),
    "a citation far ahead on a line of its own": (
        """\
§ 1 Ziel

Text.

Zu § 1 Ziel

1 Die Frist ist zu beachten; vergleiche in diesem Zusammenhang auch die Vorschrift

§ 15 Strafgesetzbuch

sowie anderes.

§ 2 Mittel

Text.""",
        """\
§ 1 # Ziel: Text.
VV zu § 1 # Ziel:
VV Nr. 1 zu § 1: Die Frist ist zu beachten; vergleiche in diesem Zusammenhang auch die Vorschrift § 15 Strafgesetzbuch \
sowie anderes.
§ 2 # Mittel: Text.""",
    ),
    "a § and a range of §§ that are repealed": (
        "§ 1 Ziel\n\nText.\n\n§§ 2 bis 8 (aufgehoben)\n\n§ 9 Mittel\n\nText.",
        None,
    ),
    "§§ left out": ("§ 1 Ziel\n\nText.\n\n§ 12 Mittel\n\nText.", None),
    "headings that begin with an abbreviation, a quotation mark, a small letter": (
        "§ 1 DNA Analyse\n\nText.\n\n§ 2 „Freigang“ als Regel\n\nText.\n\n§ 3 neue Akten\n\nText.\n\n§ 4 Ziel\n\nText.",
        "§ 1 # DNA Analyse: Text.\n§ 2 # „Freigang“ als Regel: Text.\n§ 3 # neue Akten: Text.\n§ 4 # Ziel: Text.",
    ),
    "heading of a VV over two lines that is not that of its §": (
        """\
§ 1 Ziel und Aufgabe

Text.

Zu § 1 Ziel und Aufgabe des Vollzugs sowie seine Ausgestaltung in besonderen

und in allgemeinen Fällen

1 Eins.""",
        """\
§ 1 # Ziel und Aufgabe: Text.
VV zu § 1 # Ziel und Aufgabe des Vollzugs sowie seine Ausgestaltung in besonderen und in allgemeinen Fällen:
VV Nr. 1 zu § 1: Eins.""",
    ),
    "a list of letters right below the heading": (
        "§ 1 Ziel\n\nDer Vollzug dient\n\na) dem Schutz und\n\nb) der Hilfe.",
        "§ 1 # Ziel: Der Vollzug dient\n§ 1 Buchst. a: dem Schutz und\n§ 1 Buchst. b: der Hilfe.",
    ),
    "a note ends with its bracket": (
        "§ 1 Ziel\n\n(1) Text.\n\n[Vom Abdruck der Tabelle wird abgesehen.]\n\n(2) Weiter.\n\n§ 2 Mittel\n\nText.",
        """\
§ 1 # Ziel:
§ 1 Abs. 1: Text.
Vermerk zu § 1: [Vom Abdruck der Tabelle wird abgesehen.]
§ 1 Abs. 2: Weiter.
§ 2 # Mittel: Text.""",
    ),
    "form feeds between pages": (
        "§ 1 Ziel\n\nText.\n\f§ 2 Mittel\n\nText.\n\fZu § 2 Mittel\n\n1 Eins.",
        "§ 1 # Ziel: Text.\n§ 2 # Mittel: Text.\nVV zu § 2 # Mittel:\nVV Nr. 1 zu § 2: Eins.",
    ),
}


@pytest.mark.parametrize(
    ("druck", "erwartet"),
    [pytest.param(*fall, id=name) for name, fall in ANDERE.items() if fall[1] is not None],
)
def test_andere_texte(druck: str, erwartet: str) -> None:
    assert baum(lies(druck)) == erwartet


@pytest.mark.parametrize("druck", [pytest.param(d, id=name) for name, (d, erwartet) in ANDERE.items() if erwartet is None])
def test_ein_paragraph_geht_nicht_im_vorigen_unter(druck: str) -> None:
    """Whatever becomes of a gap in the numbering, the § behind it is one."""
    assert "Mittel" in [e.ueberschrift.inhalt for e in lies(druck).einheiten if e.art is Art.PARAGRAPH]


#: Whatever an Einheit is called, no two have one name, and every name reads back; else the reader says where it cannot.
NAMEN = {
    "two notes on one §": "§ 1 Ziel\n\nText.\n\n[Vom Abdruck der VV abgesehen.]\n\n[Vom Abdruck der Tabelle abgesehen.]",
    "a note before the first §": "[Vom Abdruck des Inhalts abgesehen.]\n\n§ 1 Ziel\n\nText.",
    "the same VV twice": "§ 1 Ziel\n\nText.\n\nZu § 1 Ziel\n\n1 Eins.\n\nZu § 1 Ziel\n\n1 Eins.",
    "Abschnitte that begin anew in each part": "Abschnitt 1\n\nA\n\n§ 1 Ziel\n\nText.\n\nAbschnitt 1\n\nB\n\n§ 2 Mittel",
    "the same annex twice": "§ 1 Ziel\n\nText.\n\n Anlage 1\n\n(zu § 1)\n\nText.\n\n Anlage 1\n\n(zu § 1)\n\nText.",
    "annexes behind each of two books": (
        f"§ 1 Ziel\n\nText.\n\n Anlage 1\n\n(zu § 1)\n\nText.\n\n{TITEL.replace('3', '4').replace('I I I', 'I V')}"
        "§ 1 Ziel\n\nText.\n\n Anlage 2\n\n(zu § 1)\n\nText."
    ),
}


@pytest.mark.parametrize("druck", NAMEN.values(), ids=NAMEN)
def test_jede_einheit_anderer_texte_hat_einen_namen_fuer_sich(druck: str) -> None:
    quelle = lies_oder_melde(druck)
    if isinstance(quelle, LeseFehler):
        assert quelle.ort is not None
        assert quelle.ort.zeile > 1
        return
    zitate = [e.zitat for e in quelle.einheiten]
    assert [str(z) for z, anzahl in Counter(zitate).items() if anzahl > 1] == []
    assert [str(z) for z in zitate if lies_zitat(str(z)) != z] == []


def test_anlagen_eines_gesetzes_ohne_verwaltungsvorschrift_sind_seine() -> None:
    zitate = [str(e.zitat) for e in lies("§ 1 Ziel\n\nText.\n\n Anlage 1\n\n(zu § 1)\n\nText.", vwv="").einheiten]
    assert zitate == ["JVollzGB III", "§ 1 JVollzGB III", "Anlage 1 JVollzGB III"]


#: Texts of another layout, and the whole message.
FEHLER = {
    "": "buch.txt, Zeile 1: Am Anfang fehlt der gesperrt gesetzte Titel eines Buchs.",
    "Nur Text.": "buch.txt, Zeile 1: Am Anfang fehlt der gesperrt gesetzte Titel eines Buchs.",
    "§ 1 Ziel\n\nText.": "buch.txt, Zeile 1: Am Anfang fehlt der gesperrt gesetzte Titel eines Buchs.",
    f"Inhalt\n{TITEL}": "buch.txt, Zeile 1: Am Anfang fehlt der gesperrt gesetzte Titel eines Buchs.",
    "B u c h  1\n\nH a f t r e c h t\n\n§ 1 Ziel": "buch.txt, Zeile 3: Unter dem Titel fehlt der Kurztitel in Klammern.",
}


@pytest.mark.parametrize(
    ("druck", "meldung"), FEHLER.items(), ids=["leer", "nur Text", "kein Titel", "davor etwas", "kein Kurztitel"]
)
def test_anderer_aufbau_wird_abgewiesen(druck: str, meldung: str) -> None:
    with pytest.raises(LeseFehler) as fehler:
        lies_handbuch(druck, "buch.txt", "VwV JVollzGB")
    assert str(fehler.value) == meldung


SAETZE = st.sampled_from(
    [
        "Die Gefangenen wirken mit.",
        "Dies gilt nicht, wenn Gefahr im Verzug ist; in diesem Fall ist zu unterrichten, nach § 3 Abs. 2 Satz 1 und",
        "Nummer 2 dieser Verwaltungsvorschrift zu § 12 JVollzGB III gilt entsprechend.",
        "Flucht- und Missbrauchs-",
        "gefahr, soweit die Anstaltsleiterin oder der Anstaltsleiter dies für erforderlich hält:",
        "18 Monate vor dem 1. Oktober",
    ]
)
VORN = st.sampled_from(
    """
    § 1 Ziel|§ 2 Mittel|§ 3 Arbeit und|§ 4 Abs. 2|Zu § 1 Ziel|Zu 2 Mittel|Zu § 3 Arbeit und|A b s c h n i t t  1 2
    Abschnitt 3|Unterabschnitt 1|(1) |(1a) |(2) |(3) |1. |2. |3. |a) |b) |aa) |Vergütungsstufe I = |Vergütungsstufe II
    1 |1.1 |1.1. |2 |2.1|3. |- |– |der Freizeit|[Vom Abdruck der VV abgesehen.]|Anlage 1|(zu § 1)|(Formular)
    https://example.org/a|JVollzGB III          Buch 3 – Strafvollzug|7||
    """.strip()
    .replace("\n", "|")
    .split("|")
)
ZEILEN = st.lists(
    st.tuples(st.sampled_from(["", "", "\n", "\n", " ", "\n\n\n"]), VORN, st.one_of(st.just(""), SAETZE)), max_size=40
)


@given(ZEILEN)
def test_in_keinem_text_geht_ein_zeichen_verloren(zeilen: list[tuple[str, str, str]]) -> None:
    quelle = lies_oder_melde("\n".join(f"{vor}{vorn.strip()} {satz}" for vor, vorn, satz in zeilen))
    if isinstance(quelle, LeseFehler):  # two Einheiten with one name, or a note on nothing
        assert quelle.ort is not None
        assert quelle.ort.zeile > 1
        return
    uebernommen = gelesen(texte(quelle))
    assert [stelle for stelle, _ in uebernommen] == sorted({stelle for stelle, _ in uebernommen})
    fehlend = set(gedruckt(quelle)) - {stelle for stelle, _ in uebernommen}
    assert fehlend == trennstriche(quelle) | klammern(quelle)
