"""Names of works in running text: abbreviations, names in any case form, books of a code, acts of the EU."""

from __future__ import annotations

import pytest

from normen.schreibweise import Ebene
from normen.verweis.namen import Namensbuch, eu_werk, grundform
from normen.werk import Werk, Werkart
from normen.zitat import Glied, Zitat

NAMEN = Namensbuch.aus(
    Werk(kurz, titel, f"x/{kurz}", "Gesetz", namen, vv=vv)
    for kurz, titel, namen, vv in (
        ("JVollzGB I", "Gesetzbuch über den Justizvollzug in Baden-Württemberg - Buch 1", (), "VwV JVollzGB"),
        ("JVollzGB III", "Gesetzbuch über den Justizvollzug in Baden-Württemberg - Buch 3", (), "VwV JVollzGB"),
        ("VwV JVollzGB", "Verwaltungsvorschrift des Justizministeriums", (), ""),
        ("StPO", "Strafprozeßordnung", (), ""),
        ("SGB IV", "Sozialgesetzbuch (SGB) Viertes Buch (IV)", ("Viertes Buch Sozialgesetzbuch", "SGB 4"), ""),
        ("EGGVG", "Einführungsgesetz zum Gerichtsverfassungsgesetz", ("GVGEG",), ""),
        ("GVG", "Gerichtsverfassungsgesetz", (), ""),
        ("EUV 2022/612", "Verordnung (EU) 2022/612 über Roaming", (), ""),
        ("VwVfG", "Verwaltungsverfahrensgesetz", (), ""),
    )
)
KONTEXT = Zitat("JVollzGB III", (Glied(Ebene.PARAGRAPH, "9"),))

#: What stands behind a chain, the part that names the work, and the work ("" for one that is not known).
DAHINTER = [
    (" StPO gilt", " StPO", "StPO"),
    (" der StPO", " der StPO", "StPO"),
    (" der Strafprozessordnung", " der Strafprozessordnung", "StPO"),
    (" der Strafprozeßordnung (StPO) in der Fassung", " der Strafprozeßordnung (StPO)", "StPO"),
    (" GVGEG", " GVGEG", "EGGVG"),
    (" JVollzGB III und", " JVollzGB III", "JVollzGB III"),
    (" JVollzGB\n III", " JVollzGB\n III", "JVollzGB III"),
    (" VwV JVollzGB", " VwV JVollzGB", "VwV JVollzGB"),
    (
        " des Einführungsgesetzes zum Gerichtsverfassungsgesetz",
        " des Einführungsgesetzes zum Gerichtsverfassungsgesetz",
        "EGGVG",
    ),
    (" des Gerichtsverfassungsgesetzes", " des Gerichtsverfassungsgesetzes", "GVG"),
    (" des Vierten Buchs Sozialgesetzbuch", " des Vierten Buchs Sozialgesetzbuch", "SGB IV"),
    (" des Vierten Buches Sozialgesetzbuch - SGB IV - gilt", " des Vierten Buches Sozialgesetzbuch - SGB IV -", "SGB IV"),
    (" des Ersten Buchs gilt", " des Ersten Buchs", "JVollzGB I"),
    (" dieses Gesetzes", " dieses Gesetzes", "JVollzGB III"),
    (" der Verordnung (EU) 2016/679", " der Verordnung (EU) 2016/679", "Verordnung (EU) 2016/679"),
    # Not known, and so neither the work of the context nor one that is called alike.
    (" XHO", " XHO", ""),
    (" des Landesbeamtengesetzes", " des Landesbeamtengesetzes", ""),
    (" VwVfG NRW", " VwVfG NRW", ""),
    (" des Verwaltungsverfahrensgesetzes für das Land Nordrhein-Westfalen und", None, ""),
    (" der Verordnung über etwas", " der Verordnung", ""),
    (" des Achten Buchs", " des Achten Buchs", ""),
]


@pytest.mark.parametrize(("text", "name", "werk"), DAHINTER)
def test_werk_hinter_einer_kette(text: str, name: str | None, werk: str) -> None:
    genannt = NAMEN.hinter_kette(text, 0, KONTEXT, {})
    assert genannt is not None
    assert genannt.werk == werk
    assert text[: genannt.bis] == (text.removesuffix(" und") if name is None else name)


@pytest.mark.parametrize("text", ["", " gilt", " und StPO", " die Gefangenen", ", StPO", " Gefangene", " das Land", " JVA"])
def test_kein_werk_hinter_einer_kette(text: str) -> None:
    assert NAMEN.hinter_kette(text, 0, KONTEXT, {}) is None


def test_namen_die_sich_nur_in_der_zahl_unterscheiden() -> None:
    """The words "Beitragsgesetz" name neither of two, the only one with a number is found by its words."""
    namen = Namensbuch.aus(
        Werk(kurz, titel, f"x/{kurz}", Werkart.GESETZ)
        for kurz, titel in (
            ("BG 2002", "Beitragsgesetz 2002"),
            ("BG 2003", "Beitragsgesetz 2003"),
            ("HG", "Haushaltsgesetz 5"),
        )
    )
    beitrag, haushalt = (namen.hinter_kette(f" des {name}es", 0, None, {}) for name in ("Beitragsgesetz", "Haushaltsgesetz"))
    assert beitrag is not None
    assert haushalt is not None
    assert (beitrag.werk, haushalt.werk) == ("", "HG")


def test_eingefuehrte_abkuerzung() -> None:
    eigene: dict[str, str] = {}
    unbekannt = NAMEN.hinter_kette(" XyzVorschr", 0, None, eigene)
    assert unbekannt is not None
    assert unbekannt.werk == ""
    NAMEN.hinter_kette(" der Strafprozessordnung (XyzVorschr)", 0, None, eigene)
    genannt = NAMEN.hinter_kette(" XyzVorschr", 0, None, eigene)
    assert genannt is not None
    assert genannt.werk == "StPO"


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("SGB IV § 48", (0, "SGB IV")),
        ("Nach der StPO § 48", (9, "StPO")),
        ("Die StPO § 48", (4, "StPO")),
        ("StPO\n§ 48", None),
        ("StPO, § 48", None),
        ("nach § 48", None),
    ],
)
def test_werk_vor_einem_paragraphen(text: str, erwartet: tuple[int, str] | None) -> None:
    assert NAMEN.vor(text, 0, text.index("§"), {}) == erwartet


@pytest.mark.parametrize(
    ("text", "werk"),
    [
        ("Verordnung (EU) 2016/679 des", "Verordnung (EU) 2016/679"),
        ("Verordnung (EU) 679/2016", "Verordnung (EU) 2016/679"),
        ("Verordnung (EU) Nr. 305/2011", "Verordnung (EU) Nr. 305/2011"),
        ("Verordnung (EWG) Nr. 1408/71", "Verordnung (EWG) Nr. 1408/71"),
        # The number may look like a year; a "Nr." too many, and one too few.
        ("Verordnung (EG) Nr. 2006/2004", "Verordnung (EG) Nr. 2006/2004"),
        ("Verordnung (EG) Nr. 1999/98", "Verordnung (EG) Nr. 1999/98"),
        ("Verordnung (EU) 2019/2013", "Verordnung (EU) 2019/2013"),
        ("Verordnung (EU) Nr. 2016/679", "Verordnung (EU) 2016/679"),
        ("Verordnung (EG) 883/2004", "Verordnung (EG) Nr. 883/2004"),
        ("Beschlusses Nr. 284/2010/EU", "Beschluss Nr. 284/2010/EU"),
        ("Richtlinie 2004/38/EG", "Richtlinie 2004/38/EG"),
        ("Rahmenbeschlusses 2008/977/JI", "Rahmenbeschluss 2008/977/JI"),
        ("Delegierten Verordnung (EU) 2017/565", "Delegierte Verordnung (EU) 2017/565"),
        ("Durchführungsverordnung (EU) 2021/279", "Durchführungsverordnung (EU) 2021/279"),
    ],
)
def test_eu(text: str, werk: str) -> None:
    genannt = eu_werk(text, 0)
    assert genannt is not None
    assert genannt.werk == werk


@pytest.mark.parametrize(
    "text", ["Verordnung 2016/679", "Verordnung (EU)", "Richtlinie (XY) 2016/680", "Richtlinie 2004/38"]
)
def test_kein_eu_werk(text: str) -> None:
    assert eu_werk(text, 0) is None


def test_grundform() -> None:
    assert grundform("Gesetzes") == grundform("Gesetz")
    assert grundform("Ersten") == grundform("Erstes")
    assert grundform("Strafprozeßordnung") == grundform("Strafprozessordnung")
    assert grundform("des") == "des"
