"""Single values as people type them: one reader per type of field, each raising a finding in German."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from .befund import mangel
from .druckbild import undruckbares

Leser = Callable[[object], object]

_ISO = re.compile(r"(?P<jahr>\d{4})-(?P<monat>\d{2})-(?P<tag>\d{2})")
_DEUTSCH = re.compile(r"(?P<tag>\d{1,2})\. ?(?P<monat>\d{1,2})\. ?(?P<jahr>\d{4})")
#: 1234 - 1234,5 - 1.234,50 - 1234.50; "1.234" alone could mean two amounts and is none of them.
_BETRAG = re.compile(r"-?(?:\d+|\d+,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d{1,2}|\d+\.\d{1,2})")
#: No amount in a notice comes near it, and a number typed by mistake stays readable.
_HOECHSTER_BETRAG = 10**12
_HOECHSTE_GANZZAHL = 10**18


def leser(typ: str, werte: tuple[str, ...] = ()) -> Leser:
    """Return the reader of a type of single values; ``werte`` are the choices of an ``auswahl``."""
    return leser_auswahl(werte) if typ == "auswahl" else _LESER[typ]


def lies_text(roh: object) -> str:
    """Text on one line, composed (NFC), without outer blanks: some letter or digit, and only characters that print."""
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
    text = roh.replace("\r\n", "\n").replace("\r", "\n")
    if treffer := undruckbares(text):
        zeichen = f"U+{ord(treffer[0]):04X}, Stelle {treffer.start() + 1}"
        raise mangel(f"enthält ein Zeichen, das nicht gedruckt werden kann ({zeichen}); löschen Sie es")
    if not text.strip():
        raise mangel("ist leer")
    if not any(zeichen.isalnum() for zeichen in text):
        raise mangel(f"„{text.strip()}“ ist keine Angabe; schreiben Sie, was dort stehen soll")
    return unicodedata.normalize("NFC", text).strip()


def lies_ganzzahl(roh: object) -> int:
    """A whole number of at most 18 digits, as number or as digits."""
    if isinstance(roh, int) and not isinstance(roh, bool) and abs(roh) < _HOECHSTE_GANZZAHL:
        return roh
    if isinstance(roh, str) and re.fullmatch(r"-?\d{1,18}", roh.strip(), re.ASCII):
        return int(roh)
    raise _falsch(roh, "keine ganze Zahl", "zum Beispiel 12")


def lies_betrag(roh: object) -> Decimal:
    """An amount in Euro, exact to the cent: a number, or text in German or plain spelling."""
    if isinstance(roh, int | Decimal) and not isinstance(roh, bool):
        return _auf_den_cent(Decimal(roh))
    if isinstance(roh, str) and _BETRAG.fullmatch(roh.strip()):
        text = roh.strip()
        return _auf_den_cent(Decimal(text.replace(".", "").replace(",", ".") if "," in text else text))
    raise _falsch(roh, "kein eindeutiger Betrag", "1234,50 oder 1.234,50")


def _auf_den_cent(betrag: Decimal) -> Decimal:
    """Return the amount; one that is not finite, too large or not in whole cents is a finding, never rounded."""
    if not betrag.is_finite() or abs(betrag) >= _HOECHSTER_BETRAG:
        raise _falsch(betrag, "kein möglicher Betrag", "weniger als eine Billion Euro")
    if betrag != betrag.quantize(Decimal("0.01")):
        raise _falsch(betrag, "kein Betrag in Euro und Cent", "höchstens zwei Stellen hinter dem Komma")
    return betrag


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


_LESER: Mapping[str, Leser] = {
    "text": lies_text,
    "langtext": lies_langtext,
    "zitat": lies_text,
    "ganzzahl": lies_ganzzahl,
    "betrag": lies_betrag,
    "datum": lies_datum,
    "wahrheitswert": lies_wahrheitswert,
}


def _falsch(roh: object, was: str, erwartet: str) -> Exception:
    if roh is None:
        return mangel("fehlt")
    kurz = _gezeigt(roh)
    return mangel(f"„{kurz if len(kurz) <= 60 else kurz[:59] + '…'}“ ist {was} (erwartet {erwartet})")


def _gezeigt(roh: object) -> str:
    if isinstance(roh, bool):
        return "true" if roh else "false"
    if isinstance(roh, dict | list | tuple):
        return "{ … }" if isinstance(roh, dict) else "[ … ]"
    return str(roh)
