"""Chains of levels and numbers: how far they go, and what each part inherits from the one before."""

from __future__ import annotations

import pytest

from normen.schreibweise import Ebene
from normen.verweis.kette import Glieder, Kette, beginnt_mit_ebene, hinter_trenner, lies_kette


def gedruckt(glieder: Glieder) -> str:
    return " ".join(map(str, glieder))


def teile(kette: Kette | None) -> list[str]:
    """Print the parts of a chain: "… bis …" for a range, "nicht …" for an exception."""
    return [
        ("nicht " if n.ausnahme else "")
        + gedruckt(n.glieder)
        + (f" bis {gedruckt(n.ende)}" if n.ende else "")
        + (f" {n.folgende}" if n.folgende else "")
        for n in (kette.nennungen if kette else ())
    ]


#: Text, the part of it that is the chain, and the parts of the chain.
KETTEN = [
    ("§ 9 gilt", "§ 9", ["§ 9"]),
    ("§ 9 Abs. 2 Satz 1 gilt", "§ 9 Abs. 2 Satz 1", ["§ 9 Abs. 2 Satz 1"]),
    # The level of a bare number: the one before it, or what its own parts tell.
    ("§ 9 Abs. 2 und 3", "§ 9 Abs. 2 und 3", ["§ 9 Abs. 2", "§ 9 Abs. 3"]),
    ("§§ 9, 10 und 12", "§§ 9, 10 und 12", ["§ 9", "§ 10", "§ 12"]),
    ("§§ 9 Abs. 2, 10", "§§ 9 Abs. 2, 10", ["§ 9 Abs. 2", "§ 10"]),
    ("§§ 9 Abs. 2, 3, 10", "§§ 9 Abs. 2, 3, 10", ["§ 9 Abs. 2", "§ 9 Abs. 3", "§ 10"]),
    ("§§ 81a Abs. 1 und 2, 81c", "§§ 81a Abs. 1 und 2, 81c", ["§ 81a Abs. 1", "§ 81a Abs. 2", "§ 81c"]),
    ("§§ 412 Satz 1 und 453c Abs. 1", "§§ 412 Satz 1 und 453c Abs. 1", ["§ 412 Satz 1", "§ 453c Abs. 1"]),
    ("§ 412 Satz 1 und 453c Abs. 1", "§ 412 Satz 1 und 453c Abs. 1", ["§ 412 Satz 1", "§ 453c Abs. 1"]),
    ("§ 9 Abs. 1 Satz 2, Abs. 3 Nr. 4", "§ 9 Abs. 1 Satz 2, Abs. 3 Nr. 4", ["§ 9 Abs. 1 Satz 2", "§ 9 Abs. 3 Nr. 4"]),
    ("Nummern 3.1 und 4.2.1", "Nummern 3.1 und 4.2.1", ["Nr. 3.1", "Nr. 4.2.1"]),
    ("Nr. 1 Buchst. a und c", "Nr. 1 Buchst. a und c", ["Nr. 1 Buchst. a", "Nr. 1 Buchst. c"]),
    ("Satz 1 erster Halbsatz und Satz 2", "Satz 1 erster Halbsatz und Satz 2", ["Satz 1 Halbsatz 1", "Satz 2"]),
    (
        "Satz 1 erster und zweiter Halbsatz",
        "Satz 1 erster und zweiter Halbsatz",
        ["Satz 1 Halbsatz 1", "Satz 1 Halbsatz 2"],
    ),
    # Ranges, exceptions, and what follows.
    ("§§ 9 bis 12", "§§ 9 bis 12", ["§ 9 bis § 12"]),
    ("§§ 9–12", "§§ 9–12", ["§ 9 bis § 12"]),
    ("Absatz 1 bis Absatz 3", "Absatz 1 bis Absatz 3", ["Abs. 1 bis Abs. 3"]),
    ("Buchst. a bis c", "Buchst. a bis c", ["Buchst. a bis Buchst. c"]),
    (
        "Nr. 6.1 bis 6.3 mit Ausnahme von 6.3.3",
        "Nr. 6.1 bis 6.3 mit Ausnahme von 6.3.3",
        ["Nr. 6.1 bis Nr. 6.3", "nicht Nr. 6.3.3"],
    ),
    ("§ 9 ff. StGB", "§ 9 ff.", ["§ 9 ff."]),
    ("§ 9 f. und § 12", "§ 9 f. und § 12", ["§ 9 f.", "§ 12"]),
    # Separators.
    ("§ 9 i.V.m. § 10", "§ 9 i.V.m. § 10", ["§ 9", "§ 10"]),
    ("§ 9, jeweils auch in Verbindung mit § 10", "§ 9, jeweils auch in Verbindung mit § 10", ["§ 9", "§ 10"]),
    ("§ 9 beziehungsweise § 10", "§ 9 beziehungsweise § 10", ["§ 9", "§ 10"]),
    ("§ 9 Abs. 2 Nr. 3 u. 4", "§ 9 Abs. 2 Nr. 3 u. 4", ["§ 9 Abs. 2 Nr. 3", "§ 9 Abs. 2 Nr. 4"]),
    ("§ 9 Nr. 3 + 4", "§ 9 Nr. 3 + 4", ["§ 9 Nr. 3", "§ 9 Nr. 4"]),
    ("§ 9 Nr. 3 & 4", "§ 9 Nr. 3 & 4", ["§ 9 Nr. 3", "§ 9 Nr. 4"]),
    ("§ 9 Nr. 3/4", "§ 9 Nr. 3/4", ["§ 9 Nr. 3", "§ 9 Nr. 4"]),
    ("§ 9 u. § 10", "§ 9 u. § 10", ["§ 9", "§ 10"]),
    # An Absatz in Roman numerals, or in brackets with a bare Satz.
    ("§ 9 Abs. II Nr. 3", "§ 9 Abs. II Nr. 3", ["§ 9 Abs. 2 Nr. 3"]),
    ("§ 9 Abs. I und II", "§ 9 Abs. I und II", ["§ 9 Abs. 1", "§ 9 Abs. 2"]),
    ("§ 9 Abs. 1 und II", "§ 9 Abs. 1", ["§ 9 Abs. 1"]),
    ("§ 9 (1) 2 StGB", "§ 9 (1) 2", ["§ 9 Abs. 1 Satz 2"]),
    ("§ 9 (1) 2 Nr. 3", "§ 9 (1) 2 Nr. 3", ["§ 9 Abs. 1 Satz 2 Nr. 3"]),
    ("§ 9 (1) 2 Beamte", "§ 9 (1)", ["§ 9 Abs. 1"]),
    ("§ 9 (1) 2 Euro", "§ 9 (1)", ["§ 9 Abs. 1"]),
    ("§ 9 I 2 Wochen", "§ 9 I", ["§ 9 Abs. 1"]),
    # What follows, right at the number.
    ("§ 12ff. StGB", "§ 12ff.", ["§ 12 ff."]),
    ("§ 12ff StGB", "§ 12ff", ["§ 12 ff."]),
    ("§ 12ff.", "§ 12ff.", ["§ 12 ff."]),
    ("§ 12f. StGB", "§ 12f.", ["§ 12 f."]),
    ("§ 12f.", "§ 12f.", ["§ 12 f."]),
    ("§ 12f StGB", "§ 12f", ["§ 12f"]),
    ("§ 12fff. StGB", "§ 12fff.", ["§ 12f ff."]),
    ("§ 90aff. StGB", "§ 90aff.", ["§ 90a ff."]),
    # Where a chain ends.
    ("§ 9 u. a.", "§ 9", ["§ 9"]),
    ("§ 9 Nr. 5/2013", "§ 9", ["§ 9"]),
    ("§ 9 Nr. 3/4/5", "§ 9", ["§ 9"]),
    ("Nr. 3 + Zulage", "Nr. 3", ["Nr. 3"]),
    ("Absatz 1 und § 75", "Absatz 1", ["Abs. 1"]),
    ("§ 9 und 5 Prozent", "§ 9", ["§ 9"]),
    ("§ 9 und 3. Mai", "§ 9", ["§ 9"]),
    ("§ 9 und 3.4.2011", "§ 9", ["§ 9"]),
    ("§ 9 undsoweiter", "§ 9", ["§ 9"]),
    ("§ 9, Anlagen", "§ 9", ["§ 9"]),
]


@pytest.mark.parametrize(("text", "bis", "erwartet"), KETTEN)
def test_kette(text: str, bis: str, erwartet: list[str]) -> None:
    kette = lies_kette(text, 0)
    assert kette is not None
    assert text[: kette.bis] == bis
    assert teile(kette) == erwartet


@pytest.mark.parametrize(
    "text",
    [
        "",
        "§",
        "§ a",
        "9",
        "Satz von 9",
        "Abs.",
        "Nr. 5/2013",
        "Nr. 5/13",
        "Abs. IIII",
        "Abs. V-Mann",
        "Nr. 123456",
        "Buchst. abc",
    ],
)
def test_keine_kette(text: str) -> None:
    assert lies_kette(text, 0) is None


def test_blanke_zahl_nur_wenn_ihre_ebene_feststeht() -> None:
    assert lies_kette("708 Nr. 11, 711", 0) is None
    assert teile(lies_kette("708 Nr. 11, 711", 0, erste=Ebene.PARAGRAPH)) == ["§ 708 Nr. 11", "§ 711"]


#: A number and the letter at it.
NUMMERN = {
    "§ 74a": "§ 74a",
    "§ 74 a": "§ 74a",
    "§ 74a.": "§ 74a",
    "§ 74 a. F.": "§ 74",
    "§ 74 i. V. m.": "§ 74",
    "§ 74 z. B.": "§ 74",
    "§ 74 in": "§ 74",
    "§ 74aStPO": "§ 74a",
    "Nr. 3b)": "Nr. 3b",
}


@pytest.mark.parametrize("text", NUMMERN)
def test_buchstabe_an_der_nummer(text: str) -> None:
    assert teile(lies_kette(text, 0)) == [NUMMERN[text]]


def test_jede_nennung_hat_ihren_ort() -> None:
    text = "§§ 9 Abs. 2, 10 und 12 bis 14 ff. StGB"
    kette = lies_kette(text, 0)
    assert kette is not None
    assert [text[n.ab : n.bis] for n in kette.nennungen] == ["§§ 9 Abs. 2", "10", "12 bis 14 ff."]


def test_anfang_einer_ebene() -> None:
    assert [beginnt_mit_ebene(t, 0) for t in ("§§ 3", "Art. 3", "Art und", "Satzung", "Abs 3")] == [
        *(Ebene.PARAGRAPH, Ebene.ARTIKEL, None, None, Ebene.ABSATZ)
    ]


def test_hinter_dem_trenner() -> None:
    assert hinter_trenner("3, 4", 1) == 3
    assert hinter_trenner("3 aber 4", 1) == 1
