"""What is said of citations of something that a loaded text does not have, for programs and in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..nachschlagen import Fehlend
from ..zitat import Spanne, Ziel, Zitat
from .saetze import aufgezaehlt

#: Says of a citation why it names nothing, ``None`` if it names something.
Pruefer = Callable[[Zitat], Fehlend | None]


def fehlende(ziele: Iterable[Ziel], pruefe: Pruefer) -> Iterator[Fehlend]:
    """Yield what does not exist, of a range each end, each once."""
    enden = (ende for ziel in ziele for ende in ((ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,)))
    return (fehlt for ende in dict.fromkeys(enden) if (fehlt := pruefe(ende)))


def vermerkt(ziel: Ziel, pruefe: Pruefer) -> str:
    """Return a target with, in brackets, what of it does not exist and what is nearest."""
    worte = [f"{_genannt(ziel, fehlt)}{fehlt.kurz}{_naechste(fehlt)}" for fehlt in fehlende([ziel], pruefe)]
    return f"{ziel} ({'; '.join(worte)})" if worte else str(ziel)


def _genannt(ziel: Ziel, fehlt: Fehlend) -> str:
    return f"{fehlt.zitat} " if isinstance(ziel, Spanne) else ""


def _naechste(fehlt: Fehlend) -> str:
    return f", am nächsten: {aufgezaehlt(fehlt.naechste)}" if fehlt.naechste else ""
