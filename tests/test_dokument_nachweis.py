"""Citations in the texts of a draft: looked up, or named with the reason; none is passed over in silence."""

from __future__ import annotations

import pytest

from conftest import Allwissend
from normen.dokument.angaben import Angabe
from normen.dokument.nachweis import weise_nach
from normen.wissen import Wissen

OHNE_KONTEXT = "Ohne die Einheit, in der es steht, ist nicht zu erkennen, was gemeint ist"
#: A text, the norms looked up in it, and what stays open.
TEXTE: list[tuple[str, list[str], list[tuple[str, str]]]] = [
    ("Sie kamen am 7. März 2026 um 19.40 Uhr zurück; Zeichen 4516 – 217/26.", [], []),
    ("AV d. MJ (4260-403.116), VORIS 33350000000005", [], []),
    ("§ 11 II Nr. 2 JVollzGB III", ["§ 11 Abs. 2 Nr. 2 JVollzGB III"], []),
    ("§§ 9 bis 12 JVollzGB III", ["§ 9 JVollzGB III", "§ 12 JVollzGB III"], []),
    ("§ 9 und noch einmal § 9 JVollzGB III", ["§ 9 JVollzGB III"], [("§ 9", OHNE_KONTEXT)]),
    ("VV Nr. 2.1 zu § 11 JVollzGB III", ["VV Nr. 2.1 zu § 11 JVollzGB III"], []),
    ("Absatz 3 gilt", [], [("Absatz 3", OHNE_KONTEXT)]),
    ("nach § 5 XyzG", [], [("§ 5 XyzG", "Das Werk „XyzG“ ist nicht bekannt")]),
    (
        "§ 5 Abs. 2 XyzG und § 68b StGB",
        ["§ 68b StGB"],
        [("§ 5 Abs. 2 XyzG", "Das Werk „XyzG“ ist nicht bekannt")],
    ),
]


@pytest.mark.parametrize(("text", "normen", "offen"), TEXTE, ids=[text for text, *_ in TEXTE])
@pytest.mark.parametrize("typ", ["text", "langtext"])
def test_zitate_in_texten(typ: str, text: str, normen: list[str], offen: list[tuple[str, str]], wissen: Wissen) -> None:
    nachweis = weise_nach([Angabe("feld", typ, text)], wissen)
    assert nachweis.probleme == ()
    assert [norm.zitat for norm in nachweis.normen] == normen
    assert [(o.wortlaut, o.grund) for o in nachweis.offen] == offen


#: What stops a draft: no such Einheit, in two places, not printed.
FALSCHE = [
    ("§ 11 Abs. 9 JVollzGB III", "zitiert „§ 11 Abs. 9 JVollzGB III“; § 11 Abs. 9 JVollzGB III gibt es nicht. "),
    (
        "§ 61 Abs. 1 Nr. 1 JVollzGB II",
        "zitiert „§ 61 Abs. 1 Nr. 1 JVollzGB II“; § 61 Abs. 1 Nr. 1 JVollzGB II ist mehrdeutig. ",
    ),
    ("§ 11 Abs. 2 JVollzGB", "zitiert „§ 11 Abs. 2 JVollzGB“; JVollzGB besteht aus mehreren Büchern. Meinten Sie "),
    ("VV zu § 38 JVollzGB I", "zitiert „VV zu § 38 JVollzGB I“; VV zu § 38 JVollzGB I ist nicht abgedruckt. "),
    ("§ 1 und § 300 JVollzGB V", "zitiert „§ 1 und § 300 JVollzGB V“; § 300 JVollzGB V gibt es nicht. "),
]


@pytest.mark.parametrize(("text", "anfang"), FALSCHE)
def test_was_es_nicht_gibt_haelt_den_entwurf_auf(text: str, anfang: str, wissen: Wissen) -> None:
    nachweis = weise_nach([Angabe("massnahmen[1].umfang", "text", text)], wissen)
    assert len(nachweis.probleme) == 1
    assert nachweis.probleme[0].startswith(f"massnahmen[1].umfang: {anfang}")


@pytest.mark.parametrize(
    ("text", "wortlaute"),
    [
        ("§ 5 Abs. 2 XyzG und § 6 AbcG.", ["§ 5 Abs. 2 XyzG", "§ 6 AbcG"]),
        ("(§ 5 XyzG)", ["§ 5 XyzG"]),
        (f"§§ 5 {'X' * 80}", [f"§§ 5 {'X' * 55}"]),
        ("das Zeichen §", []),
    ],
)
def test_was_niemand_findet_wird_genannt(text: str, wortlaute: list[str]) -> None:
    nachweis = weise_nach([Angabe("feld", "text", text)], Allwissend())
    assert [offen.wortlaut for offen in nachweis.offen] == wortlaute


def test_nur_texte_und_zitatfelder_werden_gelesen(wissen: Wissen) -> None:
    nachweis = weise_nach([Angabe("a", "auswahl", "§ 999 JVollzGB III"), Angabe("b", "zitat", "§ 9 JVollzGB III")], wissen)
    assert (nachweis.normen, nachweis.offen, nachweis.probleme) == ((), (), ())


def test_im_korpus_wird_kein_paragraph_uebergangen(wissen: Wissen) -> None:
    texte = [Angabe(e.zitat, "text", e.text) for e in wissen.speicher.alle() if "§" in e.text]
    uebergangen = "Welches Gesetz gemeint ist, ist nicht zu erkennen"
    assert len(texte) > 300
    assert [o for o in weise_nach(texte, wissen).offen if o.grund == uebergangen] == []
