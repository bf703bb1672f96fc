"""What is said about clauses, in one sentence each; terminal, pages and documents all say it in these words."""

from __future__ import annotations

from collections.abc import Sequence

from ..geltung import Ungeloest
from ..verweisung import Verweisung, Wirkung

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


def keine_verweisung(zitat: str) -> str:
    """Say that no clause was found in an Einheit, and how to see what it cites."""
    return f'Keine Verweisung erkannt. Was die Vorschrift zitiert, zeigt: normen cites "{zitat}"'


def klausel(v: Verweisung) -> tuple[str, str]:
    """Say what a clause does: the Einheit it stands in, and the rest of the sentence, with the clause as printed."""
    return str(v.quelle), f" ({wirkung(v.wirkung)}): „{v.text}“"


def vorbehalte(v: Verweisung) -> tuple[tuple[str, str], ...]:
    """Return what the reader has to mind, each with its name: Maßgabe, Bedingung, what "dies" means, and doubt."""
    zweifel = "" if v.sicher else "Der Wortlaut kann auch etwas anderes sagen."
    alle = (("Maßgabe", v.massgabe), ("Bedingung", v.bedingung), ("Hinweis", v.hinweis), ("Unsicher", zweifel))
    return tuple((name, inhalt) for name, inhalt in alle if inhalt)


def genannt(ziel: str) -> str:
    """Put words that only describe a target in quotation marks."""
    return f"„{ziel[1:]}“" if ziel.startswith("~") else ziel


def grund(u: Ungeloest) -> str:
    """Say why a target cannot be followed, and where it is named."""
    return f"{u.grund} (steht in {u.weg[-1].quelle})"


def aufgezaehlt(teile: Sequence[str]) -> str:
    """Return ``a``, ``a und b``, ``a, b und c``; "" for nothing."""
    return " und ".join([", ".join(teile[:-1]), teile[-1]]) if len(teile) > 1 else "".join(teile)
