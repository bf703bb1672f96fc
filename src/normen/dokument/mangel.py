"""A finding about a template."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Mangel:
    """What is wrong with a template, where, and how to mend it.

    ``datei`` is the file, ``teil`` the part of it ("Kopfzeile (…)", "norm.widerruf"; "" for the body), ``stelle`` the
    paragraph or the words, ``grund`` a German sentence or, where an example fails, one with a list below it, ``rat`` the
    next step.
    """

    datei: Path
    teil: str
    stelle: str
    grund: str
    rat: str = ""
