"""What is said about clauses, in one sentence each; terminal, pages and documents all say it in these words."""

from __future__ import annotations

from collections.abc import Sequence

from ..geltung import Ungeloest
from ..verweisung import Verweisung, Wirkung

KEINE_VERWEISUNG = "Keine Verweisung erkannt. Was die Vorschrift zitiert, zeigt: normen cites"
NICHT_ZU_VERFOLGEN = "Nicht zu verfolgen"

_WIRKUNG = {
    Wirkung.ANALOG: "gilt entsprechend",
    Wirkung.DIREKT: "gilt oder wird in Bezug genommen",
    Wirkung.NEGATIV: "gilt nicht",
    Wirkung.UNBERUEHRT: "bleibt unberührt",
}


def wirkung(was: Wirkung) -> str:
    """Say what a clause does."""
    return _WIRKUNG[was]


def klausel(v: Verweisung) -> tuple[str, str]:
    """Say what a clause does: the Einheit it stands in, and the rest of the sentence, with the clause as printed."""
    return str(v.quelle), f" ({wirkung(v.wirkung)}): „{v.text}“"


def vorbehalte(v: Verweisung) -> tuple[tuple[str, str], ...]:
    """Return what the clause makes the result depend on: name and words of Maßgabe and Bedingung, if it has them."""
    return tuple((name, inhalt) for name, inhalt in (("Maßgabe", v.massgabe), ("Bedingung", v.bedingung)) if inhalt)


def grund(u: Ungeloest) -> str:
    """Say why a target cannot be followed, and where it is named."""
    return f"{u.grund} (steht in {u.weg[-1].quelle})"


def aufgezaehlt(teile: Sequence[str]) -> str:
    """Return ``a``, ``a und b``, ``a, b und c``; "" for nothing."""
    return " und ".join([", ".join(teile[:-1]), teile[-1]]) if len(teile) > 1 else "".join(teile)
