"""Findings of a validation, told in German by the path of the field ("partner[2].telefon: fehlt")."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

#: Path into nested data as pydantic gives it: names, and positions from 0.
Stelle = tuple[int | str, ...]

_MELDUNG = {
    "missing": "fehlt",
    "string_type": "erwartet wird Text in Anführungszeichen",
    "bool_type": "erwartet wird true oder false",
    "bool_parsing": "erwartet wird true oder false",
    "int_type": "erwartet wird eine ganze Zahl",
    "int_parsing": "erwartet wird eine ganze Zahl",
    "int_from_float": "erwartet wird eine ganze Zahl",
    "tuple_type": "erwartet wird eine Liste [ … ]",
    "model_type": "erwartet werden mehrere Angaben in {{ … }}",
    "model_attributes_type": "erwartet werden mehrere Angaben in {{ … }}",
    "dataclass_type": "erwartet werden mehrere Angaben in {{ … }}",
    "literal_error": "„{input}“ ist nicht vorgesehen (möglich: {expected})",
    "too_short": "zu wenige Einträge: {actual_length} (mindestens {min_length})",
    "too_long": "zu viele Einträge: {actual_length} (höchstens {max_length})",
}
_UNBEKANNT = ("extra_forbidden", "unexpected_keyword_argument")


def mangel(meldung: str) -> PydanticCustomError:
    """Make the error a validator raises; ``meldung`` is what the user reads after the path."""
    return PydanticCustomError("mangel", "{meldung}", {"meldung": meldung})


def pfad(stelle: Stelle) -> str:
    """Return the path for people, who count from one: ``("partner", 1, "telefon")`` is ``partner[2].telefon``."""
    text = "".join(f"[{teil + 1}]" if isinstance(teil, int) else f".{teil}" for teil in stelle)
    return text.removeprefix(".")


def probleme(fehler: ValidationError, namen: Callable[[Stelle], Iterable[str]]) -> tuple[str, ...]:
    """Return every finding as a line; ``namen`` gives the known names at a path, to suggest the one that was meant."""
    return tuple(f"{pfad(einzeln['loc'])}: {_text(einzeln, namen)}".removeprefix(": ") for einzeln in fehler.errors())


def unbekannt(name: str, bekannte: Iterable[str]) -> str:
    """Return the message for a name nobody declared, with the nearest one that was."""
    nahe = difflib.get_close_matches(name, list(bekannte), n=1, cutoff=0.6)
    return "unbekanntes Feld" + (f"; meinten Sie „{nahe[0]}“?" if nahe else "")


def _text(einzeln: ErrorDetails, namen: Callable[[Stelle], Iterable[str]]) -> str:
    stelle = einzeln["loc"]
    if einzeln["type"] in _UNBEKANNT:
        return unbekannt(str(stelle[-1]), namen(stelle[:-1]))
    if einzeln["type"] == "mangel":
        return einzeln["msg"]
    muster = _MELDUNG.get(einzeln["type"])
    if muster is None:
        return einzeln["msg"]
    kontext = {name: str(wert) for name, wert in einzeln.get("ctx", {}).items()}
    kontext["expected"] = kontext.get("expected", "").replace("'", "").replace(" or ", ", ")
    return muster.format_map({**kontext, "input": einzeln["input"]})
