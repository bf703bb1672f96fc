"""Works that one text spells in two ways."""

from __future__ import annotations

import pytest
from kleiner_bestand import bestand

from normen.pruefung.zwei_schreibweisen import ZWEI_SCHREIBWEISEN

ZWEI = [
    # § 54a is cited in the AV ForAmb NRW as one of the StVollstrO and of the StVollStrO
    (
        ["nach § 54a Absatz 2 StVollstrO", "gemäß § 54a StVollstrO", "Akten nach § 54a Absatz 2 StVollStrO"],
        "StVollStrO",
        "schreibt sonst „StVollstrO“ (2-mal), hier „StVollStrO“.",
        2,
    ),
    # §§ 87 and 27 JVollzGB I
    (
        ["der Richtlinie (EU) 2016/680 vom 27. April 2016", "nach Artikel 1 Absatz 1 der Richtlinie (EU) 680/2016"],
        "Richtlinie (EU) 680/2016",
        "schreibt sonst „(EU) 2016/680“ (einmal), hier „(EU) 680/2016“.",
        1,
    ),
    # the right order of the numbers is not a matter of majority
    (
        ["die Verordnung (EU) 679/2016", "Verordnungen (EU) 679/2016", "der Verordnung (EU) 2016/679"],
        "Verordnungen (EU) 679/2016",
        "schreibt sonst „(EU) 2016/679“ (einmal), hier „(EU) 679/2016“.",
        1,
    ),
    # nor is the name by which a work is known
    (
        ["§ 1 JVollzGB 3", "§ 2 JVollzGB 3", "§ 3 JVollzGB III"],
        "JVollzGB 3",
        "schreibt sonst „JVollzGB III“ (einmal), hier „JVollzGB 3“.",
        1,
    ),
    (["nach der DS-GVO", "der DSGVO", "die DSGVO"], "DS-GVO", "schreibt sonst „DSGVO“ (2-mal), hier „DS-GVO“.", 0),
]


def liste(texte: list[str], werk: str = "JVollzGB I") -> str:
    return f"{werk}\n" + "".join(f"  § {nr} {werk}: Es gilt {text}.\n" for nr, text in enumerate(texte, start=1))


@pytest.mark.parametrize(("texte", "worte", "grund", "stelle"), ZWEI)
def test_zwei_schreibweisen(texte: list[str], worte: str, grund: str, stelle: int) -> None:
    befunde = list(ZWEI_SCHREIBWEISEN.finde(bestand(liste(texte))))
    (befund,) = [b for b in befunde if str(b.zitat) == f"§ {stelle + 1} JVollzGB I"]
    assert (befund.stelle, befund.grund, befund.zeile) == (worte, f"JVollzGB I {grund}", stelle + 2)


EINE = [
    ["§ 1 StGB", "§ 2 des Strafgesetzbuchs (StGB)"],
    # a title beside an abbreviation, inflected
    ["§ 71 des IStGH-Gesetzes", "dem IStGH-Gesetz", "dem IStGHG"],
    ["die Verordnung (EU) 2016/679", "der Richtlinie (EU) 2016/680", "Beschlusses (EU) 2016/681"],
    ["der Richtlinie (EU) 2016/680", "die Richtlinien (EU) 2016/680"],
    ["§ 5 SGB V", "§ 5 SGB IV", "§ 5 SGB X"],
    ["das LDSG", "das LDSG-JB"],
    ["§ 1 JVollzGB III", "§ 1 JVollzGB I"],
]


@pytest.mark.parametrize("texte", EINE)
def test_eine_schreibweise(texte: list[str]) -> None:
    assert list(ZWEI_SCHREIBWEISEN.finde(bestand(liste(texte)))) == []


def test_zwei_texte_duerfen_verschieden_schreiben() -> None:
    zwei = liste(["§ 54a StVollstrO"]) + liste(["§ 54a StVollStrO"], "JVollzGB III")
    assert list(ZWEI_SCHREIBWEISEN.finde(bestand(zwei))) == []


def test_eine_vv_gehoert_zum_text_der_verwaltungsvorschrift() -> None:
    zwei = """
JVollzGB III
  § 1 JVollzGB III: Es gilt § 54a StVollstrO.
    VV zu § 1 JVollzGB III: Es gilt § 54a StVollStrO.
"""
    assert list(ZWEI_SCHREIBWEISEN.finde(bestand(zwei))) == []
