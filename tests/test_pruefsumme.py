"""The Prüfsumme: the same for the same words, another for other words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normen.pruefsumme import nach_pruefsumme, pruefform, pruefsumme
from normen.wissen import Wissen

#: Two settings of a text, and whether they are the same words.
PAARE = [
    ("Gefangene sollen", "Gefangene\n  sollen ", True),
    ("Gefangene sollen", "Gefangene\N{NO-BREAK SPACE}sollen", True),
    ("Justizvollzugsanstalt", "Justizvollzugs-\nanstalt", True),
    ("Justizvollzugsanstalt", "Justizvollzugs\N{SOFT HYPHEN}anstalt", True),
    ("Flucht- und Missbrauchsgefahr", "Flucht\N{NON-BREAKING HYPHEN} und Missbrauchsgefahr", True),
    ("für", "fu\N{COMBINING DIAERESIS}r", True),
    ("zulassen", "zu lassen", False),
    ("Gefangene sollen", "gefangene sollen", False),
    ("Gefangene sollen", "Gefangene sollen.", False),
    ("nach § 9 – und § 10", "nach § 9 und § 10", False),
    ("§ 9", "§ 90", False),
]


@pytest.mark.parametrize(("eines", "anderes", "gleich"), PAARE)
def test_satz_und_worte(eines: str, anderes: str, gleich: bool) -> None:
    assert (pruefsumme(eines) == pruefsumme(anderes)) is gleich


def test_die_pruefsumme_ist_der_sha256_der_pruefform() -> None:
    """The value is written into documents: it must never become another."""
    assert pruefform(" Justizvollzugs-\nanstalt\t Ulm ") == "Justizvollzugsanstalt Ulm"
    assert pruefsumme("Gefangene Weisungen nicht nachkommen oder") == (
        "93b591b01988e1aa7cd262b7edbb83ad3a20f11876784558d1a6f609d4c155c5"
    )


@given(st.text())
def test_zweimal_ist_wie_einmal(text: str) -> None:
    assert pruefform(pruefform(text)) == pruefform(text)


WORT = st.lists(st.text("aäbcß", min_size=1), min_size=1, max_size=3)


@given(st.lists(WORT, min_size=1), st.data())
def test_umbruch_und_trennung_zaehlen_nicht(worte: list[list[str]], data: st.DataObject) -> None:
    trennung = st.sampled_from(["", "-", "-\n", "\u00ad", "\u2010 "])
    abstand = st.sampled_from([" ", "\n", "\t ", "\N{NO-BREAK SPACE}", " \r\n"])
    gesetzt = [silben[0] + "".join(data.draw(trennung) + silbe for silbe in silben[1:]) for silben in worte]
    text = gesetzt[0] + "".join(data.draw(abstand) + wort for wort in gesetzt[1:])
    assert pruefsumme(text) == pruefsumme(" ".join("".join(silben) for silben in worte))


def test_jede_einheit_wird_an_ihrem_wortlaut_gefunden(wissen: Wissen) -> None:
    einheiten = list(wissen.einheiten())
    gefunden = nach_pruefsumme(einheiten)
    for e in einheiten[::50]:
        worte = wissen.wortlaut(e)
        assert (e.zitat in gefunden.get(pruefsumme(worte), ())) is bool(worte)
    assert wissen.gleichlautende("0" * 64) == ()
