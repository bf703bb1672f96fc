"""Text without hyphenation, and the way back to the places of the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normen.verweis.glatt import glaette

GLATT = {
    "Ab-\nsatz 3": "Absatz 3",
    "Ab-  \r\n   satz 3": "Absatz 3",
    "Ab\u00adsatz 3": "Absatz 3",
    "Ab\u00ad\nsatz 3": "Absatz 3",
    "EG-\nVertrag": "EG-Vertrag",
    "Straf-\nund Zivilprozess": "Straf-\nund Zivilprozess",
    "Straf- und\nZivilprozess": "Straf- und\nZivilprozess",
    "Nr. 3 -\nsiehe": "Nr. 3 -\nsiehe",
    "§§ 3-\n5": "§§ 3-\n5",
}


@pytest.mark.parametrize("text", GLATT)
def test_glatt(text: str) -> None:
    assert glaette(text).text == GLATT[text]


@given(st.text("ab-\n \u00ad\u200bC"))
def test_jedes_zeichen_hat_seinen_ort(text: str) -> None:
    glatt = glaette(text)
    assert all(text[glatt.ort_ab(n)] == zeichen for n, zeichen in enumerate(glatt.text))
    assert all(text[glatt.ort_bis(n) - 1] == glatt.text[n - 1] for n in range(1, len(glatt.text) + 1))


def test_wo_nichts_zu_tun_ist_bleibt_es_derselbe_text() -> None:
    text = "§ 5 StGB"
    assert glaette(text).text is text
