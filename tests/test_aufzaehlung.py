"""Several citations as one list."""

from __future__ import annotations

import pytest

from normen.aufzaehlung import aufgezaehlt
from normen.zitat import Spanne, Ziel
from normen.zitatleser import lies_zitat

#: Citations, "…" between the ends of a range, and the list; as the clauses of the texts write it, but for "und" and "sowie".
LISTEN = {
    "VV zu § 36 JVollzGB II": (
        [
            "VV Nr. 2.2 zu § 51 JVollzGB III … VV Nr. 4.2 zu § 51 JVollzGB III",
            "VV Nr. 6.1 zu § 51 JVollzGB III … VV Nr. 6.3 zu § 51 JVollzGB III",
        ],
        "VV Nr. 2.2 bis 4.2, 6.1 bis 6.3 zu § 51 JVollzGB III",
    ),
    "VV zu § 46 JVollzGB IV: before and behind a Satz, Nr. is named again": (
        [
            "VV Nr. 3 zu § 51 JVollzGB III … VV Nr. 5.1 zu § 51 JVollzGB III",
            "VV Nr. 6.2 Satz 1 zu § 51 JVollzGB III",
            "VV Nr. 6.3 Satz 1 zu § 51 JVollzGB III",
            "VV Nr. 6.5 zu § 51 JVollzGB III",
        ],
        "VV Nr. 3 bis 5.1, Nr. 6.2 Satz 1, Nr. 6.3 Satz 1, Nr. 6.5 zu § 51 JVollzGB III",
    ),
    "§ 49 Abs. 7 JVollzGB III": (
        ["§ 9 Abs. 1 JVollzGB III", "§ 9 Abs. 3 JVollzGB III", "§ 9 Abs. 4 JVollzGB III", "§ 11 JVollzGB III"],
        "§ 9 Abs. 1, 3, 4, § 11 JVollzGB III",
    ),
    "a level further up comes back": (
        ["§ 52 Abs. 4 Satz 1 JVollzGB III", "§ 52 Abs. 4 Satz 3 JVollzGB III", "§ 52 Abs. 5 JVollzGB III"],
        "§ 52 Abs. 4 Satz 1, 3, Abs. 5 JVollzGB III",
    ),
    "§ 45 Abs. 1 JVollzGB III: Abs. 1 whole, of Abs. 2 only Nr. 1": (
        ["§ 9 Abs. 1 JVollzGB III", "§ 9 Abs. 2 Nr. 1 JVollzGB III", "§ 11 JVollzGB III"],
        "§ 9 Abs. 1, Abs. 2 Nr. 1, § 11 JVollzGB III",
    ),
    "Sätze of a number": (
        ["VV Nr. 7 Satz 2 zu § 68 JVollzGB III … VV Nr. 7 Satz 4 zu § 68 JVollzGB III"],
        "VV Nr. 7 Satz 2 bis 4 zu § 68 JVollzGB III",
    ),
    "whole VVs are named each": (["VV zu § 9 JVollzGB III", "VV zu § 11 JVollzGB III"], None),
    "a § and the VV on it are two things": (["§ 48 JVollzGB III", "VV Nr. 5 zu § 48 JVollzGB III"], None),
    "two works": (["§ 35 Abs. 2 JVollzGB II", "§ 49 Abs. 3 JVollzGB III"], None),
    "the same twice": (["§ 9 JVollzGB III", "§ 9 JVollzGB III"], "§ 9 JVollzGB III"),
    "ff.": (["§ 23 ff. EGGVG"], "§ 23 ff. EGGVG"),
    "an Einheit within the one before": (["§ 9 Abs. 2 StGB", "§ 9 StGB"], "§ 9 Abs. 2, § 9 StGB"),
    "a whole work": (["StGB"], "StGB"),
    "none": ([], ""),
}  # fmt: skip


@pytest.mark.parametrize(("zitate", "liste"), LISTEN.values(), ids=LISTEN)
def test_aufgezaehlt(zitate: list[str], liste: str | None) -> None:
    assert aufgezaehlt(map(ziel, zitate)) == ("; ".join(zitate) if liste is None else liste)


def ziel(angabe: str) -> Ziel:
    von, _, bis = angabe.partition(" … ")
    return Spanne(lies_zitat(von), lies_zitat(bis)) if bis else lies_zitat(von)
