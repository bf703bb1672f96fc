"""No two Einheiten of a text have one name: a citation must lead to one place."""

from __future__ import annotations

from collections.abc import Iterable

from ..einheit import Einheit
from ..fehler import LeseFehler, Ort
from ..zitat import Zitat

_RAT = "Prüfen Sie die Zählung an dieser Stelle; was zweimal gedruckt ist, darf nur einmal im Text stehen."


def pruefe_namen(werke: Iterable[Einheit], datei: str) -> None:
    """Raise `LeseFehler` at the first Einheit whose citation another one before it has."""
    zuerst: dict[Zitat, int] = {}
    for werk in werke:
        for einheit in werk.alle():
            zeile = einheit.zeilen[0]
            if einheit.zitat in zuerst:
                meldung = f"„{einheit.zitat}“ kommt zweimal vor, zuerst in Zeile {zuerst[einheit.zitat]}."
                raise LeseFehler(meldung, ort=Ort(datei, zeile), rat=_RAT)
            zuerst[einheit.zitat] = zeile
