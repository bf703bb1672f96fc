"""No two Einheiten of a text have one name, and the message says where they stand."""

from __future__ import annotations

import pytest

from normen.einheit import Art, Einheit
from normen.fehler import LeseFehler
from normen.lesen.namen import pruefe_namen
from normen.schreibweise import Ebene
from normen.text import text_aus_zeile
from normen.zitat import Zitat

WERK = Zitat("JVollzGB III")


def paragraph(nummer: str, zeile: int) -> Einheit:
    return Einheit(WERK.mit(Ebene.PARAGRAPH, nummer), Art.PARAGRAPH, text=text_aus_zeile(zeile, "Text."))


def test_verschiedene_namen() -> None:
    pruefe_namen([Einheit(WERK, Art.WERK, kinder=(paragraph("1", 3), paragraph("2", 7)))], "buch.txt")


def test_derselbe_name_zweimal() -> None:
    werk = Einheit(WERK, Art.WERK, kinder=(paragraph("1", 3), paragraph("2", 7), paragraph("1", 9)))
    with pytest.raises(LeseFehler) as fehler:
        pruefe_namen([werk], "buch.txt")
    assert str(fehler.value) == (
        "buch.txt, Zeile 9: „§ 1 JVollzGB III“ kommt zweimal vor, zuerst in Zeile 3.\n"
        "Prüfen Sie die Zählung an dieser Stelle; was zweimal gedruckt ist, darf nur einmal im Text stehen."
    )
