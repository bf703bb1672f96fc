"""A kind of finding: its key, what users call it, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .befund import Befund
from .bestand import Bestand


@dataclass(frozen=True, slots=True)
class Pruefart:
    """A kind of finding.

    ``kuerzel`` is its key on the command line and in JSON, ``name`` its German heading, ``beschreibung`` one German
    sentence; ``finde`` yields the findings, each with ``kuerzel`` as its ``art``.
    """

    kuerzel: str
    name: str
    beschreibung: str
    finde: Callable[[Bestand], Iterator[Befund]]
