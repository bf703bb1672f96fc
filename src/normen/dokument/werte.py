"""Single values as people type them: one reader per type of field, each raising a finding in German."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from .befund import mangel
from .druckbild import druckbar

_ISO = re.compile(r"(?P<jahr>\d{4})-(?P<monat>\d{2})-(?P<tag>\d{2})")
_DEUTSCH = re.compile(r"(?P<tag>\d{1,2})\. ?(?P<monat>\d{1,2})\. ?(?P<jahr>\d{4})")
#: 1234 - 1234,5 - 1.234,50 - 1234.50; "1.234" alone could mean two amounts and is none of them.
_BETRAG = re.compile(r"-?(?:\d+|\d+,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d{1,2}|\d+\.\d{1,2})")


def lies_text(roh: object) -> str:
    """Text on one line, composed (NFC), without control characters and outer blanks; not empty."""
    text = lies_langtext(roh)
    if "\n" in text:
        raise mangel("darf keinen Zeilenumbruch enthalten")
    return text.replace("\t", " ")


def lies_langtext(roh: object) -> str:
    """Text with line breaks (a blank line begins a new paragraph); otherwise as `lies_text`."""
    if roh is None:
        raise mangel("fehlt")
    if not isinstance(roh, str):
        raise mangel("erwartet wird Text in Anführungszeichen")
    text = unicodedata.normalize("NFC", druckbar(roh)).strip()
    if not text:
        raise mangel("ist leer")
    return text


def lies_ganzzahl(roh: object) -> int:
    """A whole number, as number or as digits."""
    if isinstance(roh, int) and not isinstance(roh, bool):
        return roh
    if isinstance(roh, str) and re.fullmatch(r"-?\d{1,18}", roh.strip(), re.ASCII):
        return int(roh)
    raise _falsch(roh, "keine ganze Zahl", "zum Beispiel 12")


def lies_betrag(roh: object) -> Decimal:
    """An amount in Euro, exact: a number, or text in German or plain spelling."""
    if isinstance(roh, int | Decimal) and not isinstance(roh, bool):
        return Decimal(roh)
    if isinstance(roh, str) and _BETRAG.fullmatch(roh.strip()):
        text = roh.strip()
        return Decimal(text.replace(".", "").replace(",", ".") if "," in text else text)
    raise _falsch(roh, "kein eindeutiger Betrag", "1234,50 oder 1.234,50")


def lies_datum(roh: object) -> date:
    """A day, ``JJJJ-MM-TT`` or ``TT.MM.JJJJ``."""
    treffer = (_ISO.fullmatch(roh.strip()) or _DEUTSCH.fullmatch(roh.strip())) if isinstance(roh, str) else None
    try:
        if treffer:
            return date(int(treffer["jahr"]), int(treffer["monat"]), int(treffer["tag"]))
    except ValueError:
        pass
    raise _falsch(roh, "kein Datum", "JJJJ-MM-TT oder TT.MM.JJJJ")


def lies_wahrheitswert(roh: object) -> bool:
    """``true`` or ``false``."""
    if isinstance(roh, bool):
        return roh
    raise _falsch(roh, "kein Wahrheitswert", "true oder false, ohne Anführungszeichen")


def leser_auswahl(werte: tuple[str, ...]) -> Callable[[object], str]:
    """Make the reader of one out of ``werte``."""

    def lies_auswahl(roh: object) -> str:
        if isinstance(roh, str) and unicodedata.normalize("NFC", roh.strip()) in werte:
            return unicodedata.normalize("NFC", roh.strip())
        raise _falsch(roh, "nicht vorgesehen", " | ".join(werte))

    return lies_auswahl


def _falsch(roh: object, was: str, erwartet: str) -> Exception:
    if roh is None:
        return mangel("fehlt")
    gezeigt = {True: "true", False: "false"}[roh] if isinstance(roh, bool) else str(roh)
    if isinstance(roh, dict | list | tuple):
        gezeigt = "{ … }" if isinstance(roh, dict) else "[ … ]"
    kurz = gezeigt if len(gezeigt) <= 60 else gezeigt[:59] + "…"
    return mangel(f"„{kurz}“ ist {was} (erwartet {erwartet})")
