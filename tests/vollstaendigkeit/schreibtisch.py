"""What the tests of notices share: an invented notice, altered in one place, and what the check says of it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from docx import Document

from normen.bescheid import pruefe_vollstaendigkeit
from normen.schriftstueck import Passage, lies_docx, lies_text
from normen.schriftstueck import passagen as passagen_von
from normen.schriftstueck.html import lies_html
from normen.vollstaendigkeit import Bericht, Vorgaben
from normen.wissen import Wissen

ORDNER = Path(__file__).parent / "schreiben"
NAMEN = sorted(datei.stem for datei in ORDNER.glob("*.txt"))

#: The notices here are of 2026, the rules of 2024.
VERGLICHEN_BIS = date(2026, 12, 31)

#: What is said of a part: its key, and of which kind the finding is.
Kurz = tuple[str, str]


def schreiben(name: str) -> str:
    return (ORDNER / f"{name}.txt").read_text(encoding="utf-8")


def geaendert(text: str, alt: str, neu: str) -> str:
    """Replace words that stand in a text exactly once, or an alteration would not say what it alters."""
    assert text.count(alt) == 1, alt
    return text.replace(alt, neu)


def passagen(text: str) -> list[Passage]:
    return list(lies_text(io.StringIO(text)))


def als_markdown(zeilen: Iterable[str]) -> list[Passage]:
    return passagen("\n\n".join(zeilen))


def als_word(zeilen: Iterable[str], *, fusszeile: str = "") -> list[Passage]:
    """Set lines as paragraphs, those with a "#" as headings."""
    dokument = Document()
    dokument.sections[0].footer.paragraphs[0].text = fusszeile
    for zeile in zeilen:
        dokument.add_paragraph(zeile.removeprefix("# "), style="Heading 2" if zeile.startswith("# ") else None)
    dokument.save(datei := io.BytesIO())
    return list(passagen_von(lies_docx(datei, "x.docx")))


def als_html(zeilen: Iterable[str]) -> list[Passage]:
    """Set lines as a page, those with a "#" as headings."""
    absaetze = (f"<h2>{z.removeprefix('# ')}</h2>" if z.startswith("# ") else f"<p>{z}</p>" for z in zeilen)
    return [passage for passage, _ in lies_html("\n".join(absaetze).encode(), "x.html").passagen]


def geprueft(wissen: Wissen, text: str | Iterable[Passage], vorgaben: Vorgaben | None = None) -> Bericht:
    """Check a notice; unless said otherwise, by somebody who has compared the rules up to its day."""
    vorgaben = vorgaben or Vorgaben(stand=VERGLICHEN_BIS)
    return pruefe_vollstaendigkeit(passagen(text) if isinstance(text, str) else text, wissen, vorgaben)


def befunde(bericht: Bericht) -> set[Kurz]:
    return {(f.teil, f.art.name) for f in bericht.feststellungen}
