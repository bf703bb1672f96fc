"""Which day is that of the document: of the lines above and below its text, and in its margins."""

from __future__ import annotations

from datetime import date

import pytest
from schreibtisch import als_word, geprueft

from normen.wissen import Wissen

TAG = date(2026, 3, 3)
VORN = ["Justizvollzugsanstalt Lautenbrunn", "Herrn Peter Amsel, geboren am 2. Februar 1990", "Entscheidung"]


@pytest.mark.parametrize(
    ("fusszeile", "tag"),
    [
        ("Datum: 03.03.2026", TAG),
        ("Datum:\t3. März 2026", TAG),
        ("Bearbeiterin:\tFrau Elster\tDatum:\t3. März 2026", TAG),
        ("Lautenbrunn, den 3. März 2026", TAG),
        ("Vordruck 12   Lautenbrunn, den 3. März 2026", TAG),
        ("Vordruck Stand 01.01.2020", None),
        ("Stand:\t01.01.2020", None),
        ("Stand: Januar 2020, Druckdatum 01.01.2020", None),
        ("Fassung 01.01.2020", None),
        ("Version 2 Datum: 01.01.2020", None),
        ("Vordruck Stuttgart, den 01.01.2020", None),
        ("01.01.2020", None),
        ("Schreiben vom 01.01.2020", None),
        ("Musterdruck, 01.01.2020", None),
        ("79990 Lautenbrunn\tLautenbrunn, 03.03.2026", TAG),
        ("79990 Lautenbrunn\tMusterdruck, 03.03.2026", None),
    ],
)
def test_am_rand_steht_auch_der_tag_des_vordrucks(fusszeile: str, tag: date | None, wissen: Wissen) -> None:
    bericht = geprueft(wissen, als_word(VORN, fusszeile=fusszeile))
    assert bericht.datum == tag
    assert ("datum" in {v.teil for v in bericht.vorhanden}) is (tag is not None)


@pytest.mark.parametrize(
    ("zeile", "tag"),
    [
        ("Lautenbrunn, 3. März 2026", TAG),
        ("3. März 2026", TAG),
        ("Az. 4/26\t03.03.2026", TAG),
        ("Az. 4/26    Lautenbrunn, den 03.03.2026", TAG),
        ("Datum:\t2026-03-03", TAG),
        ("Stand 01.01.2020", None),
        ("Geburtsdatum:\t02.02.1990", None),
        ("geboren:    02.02.1990", None),
        ("Ihr Schreiben vom 02.02.2026", None),
        ("Ihre Nachricht vom:\t02.02.2026", None),
    ],
)
def test_im_kopf_genuegt_der_tag(zeile: str, tag: date | None, wissen: Wissen) -> None:
    assert geprueft(wissen, als_word([VORN[0], zeile, *VORN[1:]])).datum == tag
