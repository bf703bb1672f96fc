"""How many documents a second come from one template: docxtpl's own way, and the plate that is made ready once.

    python benchmarks/drucken.py [DOCUMENTS]

Both print the same templates with the same values in the same process, taking turns: a letter of two pages with thirty
fields and a table of ten rows, and the templates that ship with their examples. docxtpl opens the template for each
document, as its documentation asks. Norms are looked up beforehand, for that costs both the same. Prints documents per
second (median of the turns), the ratio, and how long a template takes to be made ready. DOCUMENTS (default 50) is how
many the plate prints in a turn; docxtpl prints a tenth.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

from docx import Document
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from normen import Wissen
from normen.dokument import lade_vorlagen, lies_daten, pruefe
from normen.dokument.druckbild import betrag, datum
from normen.dokument.druckstock import Druckstock
from normen.dokument.fuellen import belege_fuer, druckwerte, zusammengesetzt
from normen.dokument.setzen import Wordvorlage
from normen.ressourcen import ordner

Fall = tuple[str, bytes, Mapping[str, object]]
TURNS = 7
SATZ = "Die Anstalt hat die für die Entscheidung erheblichen Umstände festgestellt und gegeneinander abgewogen. "


def brief() -> Fall:
    """Return a letter of two pages with thirty fields and a table of ten rows, and its values."""
    dokument = Document()
    dokument.add_heading("Bescheid über {{ feld0 }}", 1)
    for nummer in range(1, 30):
        dokument.add_paragraph(f"{nummer}. Angabe: {{{{ feld{nummer} }}}}. {SATZ}")
    tabelle = dokument.add_table(rows=4, cols=4)
    for spalte, zelle in enumerate(tabelle.rows[0].cells):
        zelle.text = f"Spalte {spalte + 1}"
        tabelle.cell(2, spalte).text = f"{{{{ zeile.s{spalte} }}}}"
    tabelle.cell(1, 0).text, tabelle.cell(3, 0).text = "{%tr for zeile in zeilen %}", "{%tr endfor %}"
    dokument.save(strom := BytesIO())
    werte = {f"feld{nummer}": f"Müller & Söhne <{nummer}>" for nummer in range(30)}
    zeilen = [{f"s{spalte}": f"Zeile {zeile}, {spalte}" for spalte in range(4)} for zeile in range(10)]
    return "letter, 2 pages, 30 fields, 10 rows", strom.getvalue(), {**werte, "zeilen": zeilen}


def faelle(wissen: Wissen) -> Iterator[Fall]:
    """Yield the letter, then the templates that ship, each with its first example."""
    yield brief()
    for vorlage in lade_vorlagen(ordner("templates")):
        daten = pruefe(vorlage, lies_daten(vorlage.beispiele[""]), wissen)
        werte = druckwerte(vorlage, daten, belege_fuer(vorlage, daten, wissen))
        yield (
            vorlage.name,
            zusammengesetzt(vorlage),
            werte | {name: gemerkt(werte[name]) for name in ("norm", "normen")},
        )


def gemerkt(zitiere: Any) -> Callable[..., str]:
    """Return a function that cites as ``zitiere`` does, and remembers it."""
    bekannt: dict[str, str] = {}

    def merke(*zitate: Any, **form: Any) -> str:
        if (schluessel := repr((zitate, form))) not in bekannt:
            bekannt[schluessel] = zitiere(*zitate, **form)
        return bekannt[schluessel]

    return merke


def wie_docxtpl(docx: bytes, werte: Mapping[str, object]) -> bytes:
    """Print one document as docxtpl does."""
    umgebung = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    umgebung.filters |= {"datum": datum, "betrag": betrag}
    vorlage = Wordvorlage(BytesIO(docx))
    vorlage.render(dict(werte), umgebung, autoescape=True)
    vorlage.save(heraus := BytesIO())
    return heraus.getvalue()


def je_sekunde(drucke: Callable[[], bytes], anzahl: int) -> float:
    """Return how many documents come in a second."""
    beginn = time.perf_counter()
    for _ in range(anzahl):
        drucke()
    return anzahl / (time.perf_counter() - beginn)


def main() -> None:
    """Print a line for each template."""
    anzahl = max(int(sys.argv[1]) if len(sys.argv) > 1 else 50, 10)
    print(f"{'documents per second':45} {'docxtpl':>9} {'plate':>9} {'ratio':>7} {'ready in':>10}")
    with Wissen.oeffne() as wissen:
        for name, docx, werte in faelle(wissen):
            beginn = time.perf_counter()
            druckstock = Druckstock.aus(docx, name)
            bereit = (time.perf_counter() - beginn) * 1000
            runden = [
                (
                    je_sekunde(lambda d=docx, w=werte: wie_docxtpl(d, w), anzahl // 10),
                    je_sekunde(lambda d=druckstock, w=werte: d.gedruckt(w), anzahl),
                )
                for _ in range(TURNS)
            ]
            langsam, schnell = (statistics.median(runde) for runde in zip(*runden, strict=True))
            print(f"{name:45} {langsam:9.1f} {schnell:9.1f} {schnell / langsam:6.1f}x {bereit:7.1f} ms")


if __name__ == "__main__":
    main()
