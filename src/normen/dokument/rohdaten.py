"""Example or case data as typed by a person: one JSON file, read strictly."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Never

from ..fehler import DatenFehler, Ort, systemgrund

_KOPF = "Die Daten sind nicht lesbar:"
_DEUTSCH = {
    "Expecting property name enclosed in double quotes": 'Erwartet wird ein Feldname in Anführungszeichen: "feld".',
    "Illegal trailing comma before end of object": "Vor } steht ein Komma zu viel.",
    "Illegal trailing comma before end of array": "Vor ] steht ein Komma zu viel.",
    "Expecting ',' delimiter": "Erwartet wird ein Komma oder das Ende der Aufzählung.",
    "Expecting ':' delimiter": "Erwartet wird ein Doppelpunkt nach dem Feldnamen.",
    "Expecting value": "Erwartet wird ein Wert.",
    "Extra data": "Nach dem Ende der Daten steht noch etwas.",
    "Unterminated string starting at": "Dieser Text hat kein schließendes Anführungszeichen.",
    "Invalid \\escape": "Nach \\ steht ein Zeichen, das dort nicht stehen kann; ein \\ selbst wird \\\\ geschrieben.",
}
_MIT_BEISPIEL = "Beginnen Sie mit dem Beispiel der Vorlage: normen templates NAME --beispiel > fall.json"
#: Words that other languages and Excel write where JSON has its own.
_WOERTER = {"true": "true", "wahr": "true", "false": "false", "falsch": "false", "none": "null"}
_GERADE = 'schreiben Sie gerade: "…".'
_IM_TEXT = 'Gehört das Anführungszeichen davor zum Text, schreiben Sie \\".'
_WORT = re.compile(r"[^\W\d_]+")
#: A text that begins with the straight mark and ends with another, where a value or a name may end.
_KRUMM_BEENDET = re.compile(r'"[^"„“”\n]*[“”]\s*(?:[,:}\]][^"\n]*"?)?$')
#: What Python reads as numbers and JSON does not know.
_KEINE_ZAHLEN = ("NaN", "Infinity", "-Infinity")
_ZEICHEN = re.compile(
    r"""
    (?P<name> "(?:[^"\\]|\\.)*" ) (?=\s*:)    # a name of an object
  |           "(?:[^"\\]|\\.)*"                # a text that is a value
  | (?P<auf> \{ ) | (?P<zu> \} )              # an object begins, ends
    """,
    re.VERBOSE | re.DOTALL,
)


class _Doppelt(Exception):
    """A name that stands twice in one object."""


def lies_daten(datei: Path) -> dict[str, object]:
    """Return the object in a JSON file; numbers with a decimal point come as `Decimal`, exactly as typed.

    The file is in UTF-8 or, as PowerShell writes it, in UTF-16, with a byte order mark or without. Raises `DatenFehler`
    with line and column for malformed JSON and for a name that stands twice in one object.
    """
    try:
        inhalt = datei.read_bytes()
        text = inhalt.decode(json.detect_encoding(inhalt))
    except OSError as fehler:
        raise _fehler("", 0, f"Die Datei lässt sich nicht öffnen ({systemgrund(fehler)}).", str(datei)) from None
    except UnicodeDecodeError as fehler:
        grund = f"Die Datei ist nicht in UTF-8 gespeichert (Byte {fehler.start + 1})."
        rat = "Speichern Sie sie im Editor mit „Speichern unter“ und der Codierung UTF-8."
        raise _fehler("", 0, grund, str(datei), rat) from None

    return lies_json(text, str(datei))


def lies_json(text: str, datei: str = "") -> dict[str, object]:
    """Return the object a JSON text holds; errors as in `lies_daten`, with ``datei`` as their place."""
    if not text.strip():
        raise _fehler("", 0, "Die Datei ist leer.", datei, _MIT_BEISPIEL)
    try:
        werte = json.loads(text, parse_float=Decimal, parse_constant=_keine_zahl, object_pairs_hook=_ohne_doppelte)
    except json.JSONDecodeError as fehler:
        raise _fehler(text, fehler.pos, _grund(text, fehler), datei) from None
    except _Doppelt:
        stelle, name = _zweites_vorkommen(text)
        raise _fehler(text, stelle, f"„{name}“ steht zweimal im selben Objekt.", datei) from None
    except RecursionError:
        raise _fehler(text, 0, "Die Daten sind zu tief verschachtelt.", datei) from None
    except ValueError as fehler:
        zahl = str(fehler) if str(fehler) in _KEINE_ZAHLEN else "zu viele Stellen"
        raise _fehler(text, 0, f"Eine Zahl ist nicht lesbar ({zahl}).", datei) from None
    if not isinstance(werte, dict):
        raise _fehler(text, 0, 'Erwartet wird ein Objekt: { "feld": wert, … }.', datei)
    return werte


def _fehler(text: str, stelle: int, grund: str, datei: str, rat: str = "") -> DatenFehler:
    zeile = text.count("\n", 0, stelle) + 1
    spalte = stelle - text.rfind("\n", 0, stelle)
    ort = Ort(datei, zeile, spalte) if text else Ort(datei)
    return DatenFehler(_KOPF, (grund,), ort=ort, rat=rat)


def _grund(text: str, fehler: json.JSONDecodeError) -> str:
    """Return what is wrong at the place of an error: what a person has typed there, before what the grammar expects."""
    davor, ab_hier = text[: fehler.pos], text[fehler.pos :]
    im_text = fehler.msg != "Expecting ':' delimiter" and _zu_frueh_beendet(davor, ab_hier)
    return (
        _krumm(davor, ab_hier)
        or _steuerzeichen(ab_hier)
        or (_wort(ab_hier) if fehler.msg == "Expecting value" else "")
        or f"{_deutsch(fehler.msg)} {_IM_TEXT if im_text else ''}".rstrip()
    )


def _deutsch(meldung: str) -> str:
    return _DEUTSCH.get(meldung, f"Das JSON ist hier fehlerhaft ({meldung}).")


def _krumm(davor: str, ab_hier: str) -> str:
    """Return what is wrong if the marks around a text are not the straight ones; "" if they are."""
    if ab_hier[:1] in tuple("„“”‚‘’»«'`"):
        return f"Das Anführungszeichen {ab_hier[0]} gilt in JSON nicht; {_GERADE}"
    zeile = davor.rpartition("\n")[2]
    if _KRUMM_BEENDET.search(zeile) or _KRUMM_BEENDET.match(ab_hier.partition("\n")[0]):
        return f"Ein Text beginnt hier mit einem geraden Anführungszeichen und endet mit einem anderen; {_GERADE}"
    return ""


def _wort(ab_hier: str) -> str:
    """Return what is wrong if a bare word stands where a value should; "" if something else does."""
    wort = treffer[0] if (treffer := _WORT.match(ab_hier)) else ""
    if gemeint := _WOERTER.get(wort.casefold()):
        return f"„{wort}“ schreibt JSON {gemeint}, klein und ohne Anführungszeichen."
    return f'Vor „{wort}“ fehlt ein Anführungszeichen; Texte stehen in geraden: "…".' if wort else ""


def _zu_frueh_beendet(davor: str, ab_hier: str) -> bool:
    """Tell whether a text that ends just before, on the same line, may have been meant to go on."""
    return davor.rstrip(" ,").endswith('"') and ab_hier[:1] not in tuple("\r\n}]")


def _steuerzeichen(ab_hier: str) -> str:
    """Return what is wrong if a control character is; "" if it is something else."""
    zeichen = ab_hier[:1]
    if not zeichen or zeichen > "\x1f":
        return ""
    if zeichen in "\r\n":
        return "Ein Text darf keinen Zeilenumbruch enthalten; schreiben Sie \\n."
    if zeichen == "\t":
        return "Ein Text darf keinen Tabulator enthalten; schreiben Sie ein Leerzeichen."
    return f"Hier steht ein Steuerzeichen (U+{ord(zeichen):04X}), das in keinem Text stehen kann; löschen Sie es."


def _keine_zahl(wort: str) -> Never:
    raise ValueError(wort)


def _ohne_doppelte(paare: list[tuple[str, object]]) -> dict[str, object]:
    werte = dict(paare)
    if len(werte) < len(paare):
        raise _Doppelt
    return werte


def _zweites_vorkommen(text: str) -> tuple[int, str]:
    """Return where, and which, name stands for the second time in its object; the text is known to hold one."""
    offen: list[set[str]] = []
    for zeichen in _ZEICHEN.finditer(text):
        if zeichen["auf"]:
            offen.append(set())
        elif zeichen["zu"]:
            offen.pop()
        elif zeichen["name"]:
            name = json.loads(zeichen["name"])
            if name in offen[-1]:
                return zeichen.start(), name
            offen[-1].add(name)
    raise AssertionError("kein doppelter Name")
