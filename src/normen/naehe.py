"""What was probably meant by a citation that names nothing: the Einheiten whose number is nearest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .schreibweise import roemisch_zu_zahl
from .zitat import Zitat

#: Digits that count for how near a number is; none in the law has more.
_STELLEN = 9


def naechste(fehlend: Zitat, vorhandene: Iterable[Zitat], hoechstens: int = 3) -> list[Zitat]:
    """Return those of ``vorhandene`` that are of the same kind and level as ``fehlend``, nearest number first."""
    glieder = fehlend.glieder or fehlend.zu
    gesucht = glieder[-1]
    kandidaten = [
        zitat
        for zitat in vorhandene
        if zitat.rahmen is fehlend.rahmen
        and (stufen := zitat.glieder or zitat.zu)
        and stufen[-1].ebene is gesucht.ebene
        and len(zitat.glieder) <= len(glieder)
    ]
    kandidaten.sort(key=lambda zitat: _abstand(gesucht.nummer, (zitat.glieder or zitat.zu)[-1].nummer))
    return kandidaten[:hoechstens]


def oder(namen: Sequence[str]) -> str:
    """Return names as a question offers them: "„A“, „B“ oder „C“"."""
    quotiert = [f"„{name}“" for name in namen]
    return " oder ".join(filter(None, (", ".join(quotiert[:-1]), quotiert[-1])))


def _abstand(gesucht: str, vorhanden: str) -> list[int]:
    a, b = _zahlen(gesucht), _zahlen(vorhanden)
    laenge = max(len(a), len(b))
    return [abs(x - y) for x, y in zip(a + [0] * (laenge - len(a)), b + [0] * (laenge - len(b)), strict=True)]


def _zahlen(nummer: str) -> list[int]:
    teile = re.findall(r"\d+|[a-z]+|[IVX]+", nummer)
    return [int(t[:_STELLEN]) if t.isdigit() else roemisch_zu_zahl(t) or ord(t[0]) - ord("a") + 1 for t in teile]
