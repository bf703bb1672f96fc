"""Places: the same words for the same notice, be it plain text, Markdown, Word or a page; cells of tables by number."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document
from schreibtisch import als_html, als_markdown, als_word, geprueft

from normen.schriftstueck import Passage, lies_docx
from normen.schriftstueck import passagen as passagen_von
from normen.vollstaendigkeit import Feststellung
from normen.wissen import Wissen

#: Headings with a "#", then their words; one of them in words that no notice has.
ZEILEN = [
    "Justizvollzugsanstalt Lautenbrunn",
    "Lautenbrunn, den 3. März 2026",
    "Herrn Peter Amsel, geboren am 2. Februar 1990",
    "# Entscheidung",
    "Gegen Sie wird nach § 81 Abs. 1 JVollzGB III ein Verweis angeordnet.",
    "# Gründe",
    "Am 27. Februar 2026 haben Sie einen Mitgefangenen geschlagen. Dazu wurden Sie am 2. März 2026 gehört.",
    "# Zur Auswahl der Maßnahme",
    "Ein Ermessen besteht nicht (§ 981 JVollzGB III).",
    "# Rechtsbehelfsbelehrung",
    "Gegen diesen Bescheid können Sie binnen eines Monats nach Bekanntgabe schriftlich oder zu Protokoll gerichtliche "
    "Entscheidung beantragen. Zuständig ist die Strafvollstreckungskammer "
    "beim Landgericht Hohenried, Schlossplatz 1, 79980 Hohenried.",
    "Mit freundlichen Grüßen",
]


def fundorte(befunde: tuple[Feststellung, ...]) -> dict[str, str]:
    return {f.teil: f.fundort for f in befunde}


@pytest.mark.parametrize("gesetzt", [als_markdown, als_word, als_html], ids=lambda f: f.__name__)
def test_die_stelle_heisst_in_jedem_format_gleich(gesetzt: Callable[[list[str]], list[Passage]], wissen: Wissen) -> None:
    assert fundorte(geprueft(wissen, gesetzt(ZEILEN)).feststellungen) == {
        "ermessen": "unter „Zur Auswahl der Maßnahme“, „Ein Ermessen besteht nicht (§ 981 JVollzGB …“",
        "rechtsbehelfsfrist": "unter „Rechtsbehelfsbelehrung“, „Gegen diesen Bescheid können Sie binnen eines …“",
        "unterschrift": "am Schluss, „Mit freundlichen Grüßen“",
        "zitate": "unter „Zur Auswahl der Maßnahme“, „Ein Ermessen besteht nicht (§ 981 JVollzGB …“",
    }


def test_ohne_zeichen_sind_ueberschriften_an_den_worten_zu_erkennen(wissen: Wissen) -> None:
    text = "\n\n".join(zeile.removeprefix("# ") for zeile in ZEILEN)
    orte = fundorte(geprueft(wissen, text).feststellungen)
    assert orte["ermessen"].startswith("unter „Gründe“, „Ein Ermessen")
    assert orte["rechtsbehelfsfrist"].startswith("unter „Rechtsbehelfsbelehrung“, „Gegen diesen")


def test_vor_der_ersten_ueberschrift_und_ganz_ohne(wissen: Wissen) -> None:
    vorn = {v.teil: v.fundort for v in geprueft(wissen, "\n\n".join(ZEILEN)).vorhanden}
    assert vorn["datum"] == "vor „Entscheidung“, „Lautenbrunn, den 3. März 2026“"
    ohne = {v.teil: v.fundort for v in geprueft(wissen, "\n\n".join(ZEILEN[:3])).vorhanden}
    assert ohne["datum"] == "im Text, „Lautenbrunn, den 3. März 2026“"


def test_in_einer_tabelle_ist_es_die_zelle(wissen: Wissen) -> None:
    dokument = Document()
    dokument.add_paragraph("Vorspann")
    dokument.add_table(2, 2).cell(1, 0).text = "Lautenbrunn, den 3. März 2026"
    dokument.save(datei := io.BytesIO())
    bericht = geprueft(wissen, list(passagen_von(lies_docx(datei, "x.docx"))))
    (datum,) = (v for v in bericht.vorhanden if v.teil == "datum")
    assert datum.fundort == "Tabelle 1, Zeile 2, Zelle 1, „Lautenbrunn, den 3. März 2026“"
