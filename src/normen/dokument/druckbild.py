"""How values look in print: dates, amounts, citations, enumerations - German typography, pure functions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

SCHUTZ = "\N{NO-BREAK SPACE}"

_MONATE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip

#: A space that must not break: before a number or a Roman numeral, after § and after the word for a letter.
_BINDESTELLE = re.compile(r" (?=\d|[IVXL]+\b)|(?<=[§])\s|(?<=Buchst\.) |(?<=uchstabe) |(?<=Buchst) ")

#: A space between a number, or one cut short, and its unit.
_VOR_EINHEIT = re.compile(r"(?<=[\d…]) (?=%|Euro\b)")

#: Everything XML 1.0 cannot carry, and the control characters that Word templates read as commands.
_UNDRUCKBAR = re.compile("[^\t\n\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def datum(tag: date) -> str:
    """Return ``12. März 2026``, with a non-breaking space after the day."""
    return f"{tag.day}.{SCHUTZ}{_MONATE[tag.month - 1]} {tag.year}"


def betrag(euro: Decimal) -> str:
    """Return ``1.234,50 Euro``, rounded half up to the cent, with a non-breaking space before the unit."""
    cent = Decimal(euro).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    englisch = f"{abs(cent):,.2f}"
    vorzeichen = "\N{MINUS SIGN}" if cent < 0 else ""
    return vorzeichen + englisch.translate(str.maketrans(",.", ".,")) + f"{SCHUTZ}Euro"


def zitat(text: str) -> str:
    """Return a citation that never breaks between a word and its number ("§ 11", "Absatz 2", "JVollzGB III")."""
    return _BINDESTELLE.sub(SCHUTZ, text)


def formel(text: str) -> str:
    """Return a calculation in which no number breaks away from its unit ("9 %", "15,2712 Euro")."""
    return _VOR_EINHEIT.sub(SCHUTZ, text)


def aufzaehlung(teile: Sequence[str]) -> str:
    """Return ``a``, ``a und b``, ``a, b und c``; "" for nothing."""
    return " und ".join([", ".join(teile[:-1]), teile[-1]]) if len(teile) > 1 else "".join(teile)


def undruckbares(text: str) -> re.Match[str] | None:
    """Return the first character that cannot be printed: a control character, a carriage return, a lone surrogate."""
    return _UNDRUCKBAR.search(text)


def absaetze(text: str) -> str:
    """Return the text with the mark at which docxtpl begins a new paragraph (BEL) in place of each blank line."""
    return re.sub(r"\n[ \t]*\n\s*", "\a", text.strip())
