"""Citations in a row, as lawyers write them: read again, they name the same Einheiten."""

from __future__ import annotations

import pytest

from normen.dokument.zitatfolge import gereiht
from normen.wissen import Wissen
from normen.zitatleser import lies_zitat

#: What is cited, in short and in long form.
FOLGEN = [
    ([], "", ""),
    (["§ 57 StGB"], "§ 57 StGB", "§ 57 StGB"),
    (["§ 112 Abs. 2 StVollzG", "§ 112 Abs. 3 StVollzG"], "§ 112 Abs. 2 und 3 StVollzG", "§ 112 Absatz 2 und 3 StVollzG"),
    (["§ 87 JVollzGB III", "§ 89 JVollzGB III"], "§§ 87 und 89 JVollzGB III", "§§ 87 und 89 JVollzGB III"),
    (["§ 1 StGB", "§ 2 StGB", "§ 3 StGB"], "§§ 1, 2 und 3 StGB", "§§ 1, 2 und 3 StGB"),
    (["Art. 2 GG", "Art. 3 GG"], "Art. 2 und 3 GG", "Artikel 2 und 3 GG"),
    (
        ["§ 5 Abs. 2 Nr. 8 JVollzGB III", "§ 87 JVollzGB III", "§ 89 Abs. 1 JVollzGB III"],
        "§ 5 Abs. 2 Nr. 8, § 87 und § 89 Abs. 1 JVollzGB III",
        "§ 5 Absatz 2 Nummer 8, § 87 und § 89 Absatz 1 JVollzGB III",
    ),
    (
        ["§ 48 Abs. 1 Satz 1 Nr. 1 JVollzGB I", "§ 48 Abs. 1 Satz 1 Nr. 3 JVollzGB I", "§ 48 Abs. 2 JVollzGB I"],
        "§ 48 Abs. 1 Satz 1 Nr. 1 und 3 und § 48 Abs. 2 JVollzGB I",
        "§ 48 Absatz 1 Satz 1 Nummer 1 und 3 und § 48 Absatz 2 JVollzGB I",
    ),
    (
        ["§ 203 StGB", "§ 51 Abs. 2 JVollzGB I"],
        "§ 203 StGB und § 51 Abs. 2 JVollzGB I",
        "§ 203 StGB und § 51 Absatz 2 JVollzGB I",
    ),
    (
        ["VV Nr. 2.2 zu § 11 JVollzGB III", "VV Nr. 2.3 zu § 11 JVollzGB III"],
        "VV Nr. 2.2 und 2.3 zu § 11 JVollzGB III",
        "VV Nummer 2.2 und 2.3 zu § 11 JVollzGB III",
    ),
    (
        ["VV Nr. 2 zu § 9 JVollzGB III", "VV zu § 87 JVollzGB III"],
        "VV Nr. 2 zu § 9 JVollzGB III und VV zu § 87 JVollzGB III",
        "VV Nummer 2 zu § 9 JVollzGB III und VV zu § 87 JVollzGB III",
    ),
    # "ff." belongs to one number only
    (["§ 23 ff. EGGVG", "§ 30 EGGVG"], "§ 23 ff. und § 30 EGGVG", "§ 23 ff. und § 30 EGGVG"),
    (["§ 9 Abs. 1 StGB", "§ 9 Satz 2 StGB"], "§ 9 Abs. 1 und § 9 Satz 2 StGB", "§ 9 Absatz 1 und § 9 Satz 2 StGB"),
    (["§ 1 StGB", "§ 1 StGB"], "§ 1 StGB", "§ 1 StGB"),
]


@pytest.mark.parametrize(("zitate", "kurz", "lang"), FOLGEN)
def test_was_gleich_ist_steht_einmal(zitate: list[str], kurz: str, lang: str, wissen: Wissen) -> None:
    gelesen = [lies_zitat(zitat) for zitat in zitate]
    assert (gereiht(gelesen), gereiht(gelesen, lang=True)) == (kurz, lang)
    for text in (kurz, lang):
        genannt = [str(g.ziel) for verweis in wissen.verweise(text) for g in verweis.ziele]
        assert genannt == list(dict.fromkeys(zitate))
