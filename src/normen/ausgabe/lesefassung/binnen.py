"""What is said behind a Satz that leads elsewhere on the page: where to, and on what that depends."""

from __future__ import annotations

from collections.abc import Iterator

from ...einheit import Eintrag
from ...lesefassung import Lesefassung
from ...verweisung import Verweisung
from ...zitat import Ziel
from ..saetze import aufgezaehlt, wirkung

LEGENDE = "In [→ eckigen Klammern], nicht Teil des Wortlauts: wohin ein Satz innerhalb des Abgedruckten führt."


def vermerke(lf: Lesefassung, e: Eintrag) -> Iterator[tuple[str, str]]:
    """Yield the notes on the clauses in an Einheit piece by piece, each with the anchor it links to, "" for none.

    Maßgabe and Bedingung stand in the Satz itself; the note says that there are some, and does not print them again.
    """
    for weg in lf.binnen.get(e.zitat, ()):
        yield f" [→ {_was(weg[-1])}: ", ""
        for i, ziel in enumerate(weg[-1].ziele):
            if i:
                yield " und " if i == len(weg[-1].ziele) - 1 else ", ", ""
            yield from _stelle(lf, e, weg[-1], ziel)
        yield f"{_vorbehalt(weg[-1])}]", ""


def _was(v: Verweisung) -> str:
    return wirkung(v.wirkung) + (", gemeint" if v.hinweis else "")


def _stelle(lf: Lesefassung, e: Eintrag, v: Verweisung, ziel: Ziel) -> Iterator[tuple[str, str]]:
    if ziel == v.quelle:
        yield "was im selben Satz davor steht", ""
        return
    ort = lf.orte.get(ziel)
    yield str(ziel), ort.kennung if ort and ort != e else ""
    if ort and ort != e:
        yield f" ({'oben' if lf.steht_vor(ort, e) else 'unten'})", ""


def _vorbehalt(v: Verweisung) -> str:
    massgabe = "mit der Maßgabe" if v.massgabe else ""
    bedingung = "unter der Bedingung" if v.bedingung else ""
    worte = " und ".join(filter(None, (massgabe, bedingung)))
    ausnahmen = f", ausgenommen {aufgezaehlt([str(ziel) for ziel in v.ausnahmen])}" if v.ausnahmen else ""
    return ausnahmen + (f", {worte} dieses Satzes" if worte else "")
