"""What the tests of notices share: an invented notice, altered in one place, and what the check says of it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from normen.bescheid import pruefe_vollstaendigkeit
from normen.schriftstueck import Passage, lies_text
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


def geprueft(wissen: Wissen, text: str | Iterable[Passage], vorgaben: Vorgaben | None = None) -> Bericht:
    """Check a notice; unless said otherwise, by somebody who has compared the rules up to its day."""
    vorgaben = vorgaben or Vorgaben(stand=VERGLICHEN_BIS)
    return pruefe_vollstaendigkeit(passagen(text) if isinstance(text, str) else text, wissen, vorgaben)


def befunde(bericht: Bericht) -> set[Kurz]:
    return {(f.teil, f.art.name) for f in bericht.feststellungen}
