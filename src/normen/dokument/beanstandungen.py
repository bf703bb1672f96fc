"""What a template refuses because of what was worked out: a field that is now needed, or no longer fits, and why."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from jinja2 import Template, TemplateError, TemplateSyntaxError
from pydantic import ConfigDict

from ..fehler import Ort, VorlageFehler
from .befehle import Unerlaubt
from .feld import STRENG, Feld, feldpfade
from .sandkasten import AUSFUEHRUNG, Arbeit, gesetzt, setzmaschine
from .satzfehler import satzfehler


@dataclass(frozen=True, slots=True)
class Beanstandung:
    """A refusal: the path of the field the user must look at, the condition, and what the user reads.

    ``wenn`` is written as in ``{% if … %}``, ``grund`` as text of the template: both see fields, results of calculations and
    the functions that cite, not what the Word file sets.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRENG

    feld: str
    wenn: str
    grund: str

    @property
    def quelle(self) -> str:
        """Condition and reason as one text for the sandbox; it prints nothing where there is nothing to refuse."""
        return f"{{% if {self.wenn} %}}{self.grund}{{% endif %}}"


def beanstandet(regeln: Sequence[Beanstandung], werte: Mapping[str, object], datei: Path) -> tuple[str, ...]:
    """Return the reason of every rule that holds, behind the path of its field; ``werte`` are what the text is printed with.

    ``datei`` is the description. Raises `VorlageFehler` with it if a rule cannot be carried out; what a function raises
    passes through.
    """
    gruende = ((regel.feld, _gedruckt(nummer, regel, werte, datei)) for nummer, regel in enumerate(regeln, start=1))
    return tuple(f"{feld}: {grund}" for feld, grund in gruende if grund)


def beanstandungsmaengel(regeln: Sequence[Beanstandung], felder: Sequence[Feld]) -> Iterator[str]:
    """Yield every mistake in the rules of a description, with its place; nothing if all is well."""
    pfade = {pfad for pfad, _ in feldpfade(felder)}
    for nummer, regel in enumerate(regeln, start=1):
        ort = f"beanstandung[{nummer}]"
        if regel.feld not in pfade:
            yield f"{ort}: „{regel.feld}“ ist kein Feld"
        if not regel.grund.strip():
            yield f"{ort}: „grund“ ist leer"
        try:
            _uebersetzt(regel.quelle)
        except TemplateSyntaxError as fehler:
            yield f"{ort}: {satzfehler(fehler)}"
        except Unerlaubt as fehler:
            yield f"{ort}: {fehler}"


def _gedruckt(nummer: int, regel: Beanstandung, werte: Mapping[str, object], datei: Path) -> str:
    """Return the reason on one line, with plain spaces; "" if the rule does not hold."""
    try:
        text = gesetzt(_uebersetzt(regel.quelle), werte, Arbeit())
    except (TemplateError, *AUSFUEHRUNG) as fehler:
        grund = f"beanstandung[{nummer}] lässt sich nicht prüfen: {fehler}"
        raise VorlageFehler(grund, ort=Ort(str(datei)), rat=f"Bedingung: {regel.wenn}") from fehler
    return " ".join(html.unescape(text).split())


@lru_cache(maxsize=256)
def _uebersetzt(quelle: str) -> Template:
    return setzmaschine().uebersetzt(quelle)
