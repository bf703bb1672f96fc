"""Letters as offices write them, each complete or with one or two faults planted: what is found is that, and nothing else.

Each is read as plain text, and as the Word file an office would make of it: letterhead in the header or in a table, headings
in bold, lines broken by hand, items numbered by Word, hard spaces behind "§".
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Dokument
from schreibtisch import Kurz, befunde, geprueft, passagen

from normen.schriftstueck import Passage, lies_docx
from normen.schriftstueck import passagen as passagen_von
from normen.vollstaendigkeit import Regime, Vorgaben
from normen.wissen import Wissen

ORDNER = Path(__file__).parent / "post"

#: What is found; what the letter was written for stands behind it.
ERWARTET: dict[str, set[Kurz]] = {
    "ausgang-abgelehnt": set(),  # complete; discretion in the alternative
    "absonderung": {("rechtsbehelfsstelle", "UNVOLLSTAENDIG")},  # no court with its seat
    "arrest": {("anhoerung", "FEHLT"), ("rechtsbehelfsfrist", "PASST_NICHT")},  # day at the end, no hearing, a month
    "verlegung-ohne-ermessen": {("ermessen", "FEHLT"), ("wiedereinsetzung", "PASST_NICHT")},
    "anhalten-totes-zitat": {("unterschrift", "FEHLT"), ("zitate", "PASST_NICHT")},
    "stellungnahme-ohne-tenor": {
        ("entscheidung", "FEHLT"),
        ("rechtsbehelf", "PASST_NICHT"),  # Widerspruch in custody; so form and court are missing too
        ("rechtsbehelfsform", "FEHLT"),
        ("rechtsbehelfsstelle", "FEHLT"),
    },
    "jugend-ausschluss": {("rechtsbehelfsstelle", "PASST_NICHT")},  # the court for adults
    "uhaft-besuch": {("rechtsbehelfsfrist", "PASST_NICHT")},  # there is none
    "sv-falsches-buch": {("vollzugsart", "ZU_PRUEFEN")},  # JVollzGB III for a person in Sicherungsverwahrung
    # Of what is not loaded it is asked whether it carries the decision.
    "jobcenter-minderung": {("rechtsgrundlage", "ZU_PRUEFEN")},  # complete
    "jobcenter-erstattung": {
        ("rechtsgrundlage", "ZU_PRUEFEN"),
        ("anhoerung", "ZU_PRUEFEN"),  # § 24 Abs. 2 SGB X may let it go without
        ("rechtsbehelfsfrist", "PASST_NICHT"),
        ("rechtsbehelfsform", "UNVOLLSTAENDIG"),
        ("rechtsbehelfsstelle", "UNVOLLSTAENDIG"),
    },
    "stadt-klage": {("rechtsgrundlage", "ZU_PRUEFEN"), ("rechtsbehelf", "ZU_PRUEFEN")},  # complete
    "landratsamt-widerspruch": {("rechtsgrundlage", "ZU_PRUEFEN"), ("rechtsbehelf", "ZU_PRUEFEN")},  # complete
}


def text(name: str) -> str:
    return (ORDNER / f"{name}.txt").read_text(encoding="utf-8")


def als_text(name: str) -> list[Passage]:
    return passagen(text(name))


def mit_kopfzeile(dokument: Dokument, absatz: str) -> None:
    dokument.sections[0].header.paragraphs[0].text = absatz


def mit_tabelle(dokument: Dokument, absatz: str) -> None:
    dokument.add_table(1, 2).cell(0, 1).text = absatz


def als_word(name: str, briefkopf: Callable[[Dokument, str], None]) -> list[Passage]:
    """Set the first paragraph as letterhead, lists as lists, short lines with breaks, longer ones as running text."""
    dokument = Document()
    inhalt = text(name).replace("§ ", "§\N{NO-BREAK SPACE}").strip()
    erster, *weitere = re.split(r"\n\s*\n|\n(?=Herrn\n)|(?<=[a-z]:)\n(?=\S)|(?<=ung)\n(?=Gegen|Sie)", inhalt)
    briefkopf(dokument, erster)
    for absatz in weitere:
        zeilen = absatz.split("\n")
        if all(re.match(r"\d\. .*\.$", zeile) for zeile in zeilen):
            for zeile in zeilen:
                dokument.add_paragraph(zeile[3:], style="List Number")
        elif len(zeilen) == 1 and len(absatz) < 60:
            dokument.add_paragraph().add_run(absatz).bold = True
        else:
            kurz = all(len(zeile) < 60 for zeile in zeilen)
            dokument.add_paragraph(("\n" if kurz else " ").join(zeilen))
    dokument.save(datei := io.BytesIO())
    return list(passagen_von(lies_docx(datei, f"{name}.docx")))


def test_jeder_brief_ist_beurteilt() -> None:
    assert set(ERWARTET) == {datei.stem for datei in ORDNER.glob("*.txt")}


@pytest.mark.parametrize("name", ERWARTET)
def test_gefunden_wird_was_fehlt_und_sonst_nichts(name: str, wissen: Wissen) -> None:
    assert befunde(geprueft(wissen, als_text(name))) == ERWARTET[name]


@pytest.mark.parametrize("briefkopf", [mit_kopfzeile, mit_tabelle], ids=lambda f: f.__name__)
@pytest.mark.parametrize("name", ERWARTET)
def test_in_word_wie_im_text(name: str, briefkopf: Callable[[Dokument, str], None], wissen: Wissen) -> None:
    bericht = geprueft(wissen, als_word(name, briefkopf))
    assert befunde(bericht) == ERWARTET[name]
    assert not [f.fundort for f in bericht.feststellungen if re.search(r"\bAbsatz \d|\bZeile \d(?!, Zelle)", f.fundort)]


def test_mit_der_vollzugsart_ist_das_falsche_buch_ein_mangel(wissen: Wissen) -> None:
    vorgaben = Vorgaben(regime=Regime.SICHERUNGSVERWAHRUNG, stand=geprueft(wissen, text("arrest")).datum)
    gefunden = befunde(geprueft(wissen, text("sv-falsches-buch"), vorgaben))
    assert ("rechtsgrundlage", "PASST_NICHT") in gefunden
    assert ("vollzugsart", "ZU_PRUEFEN") not in gefunden
