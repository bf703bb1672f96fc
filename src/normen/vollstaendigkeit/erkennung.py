"""Which law a document falls under: as given, else as its legal bases say, else as its citations agree; else asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ..zitat import Rahmen
from .fall import Stelle
from .kopf import datumszeile
from .regeln import Regeln, Werkregel
from .regime import Regime
from .schreiben import Abschnitt, Schreiben
from .vorgaben import Vorgaben
from .wortschatz import TAG, als_tag


class Erkannt(NamedTuple):
    """The Regime, "" or the Land its law is of, and what both were read from."""

    regime: Regime | None
    land: str
    grund: str


#: So many citations of another law make the legal basis doubtful.
_GENUG = 2


def erkenne(vorgaben: Vorgaben, stellen: Sequence[Stelle], grundlagen: Sequence[Stelle], regeln: Regeln) -> Erkannt:
    """Say which law a document falls under; without a Regime where the text says nothing, or two things."""
    inhaltlich = [s for s in stellen if s.abschnitt in (Abschnitt.VORN, Abschnitt.GRUENDE)]
    land = vorgaben.land
    if vorgaben.regime:
        passend = [r for r in _aus(grundlagen, regeln) if r.regime is vorgaben.regime]
        return Erkannt(vorgaben.regime, land or _land(passend), "angegeben")
    for woher, gelesene in (("aus der Rechtsgrundlage", grundlagen), ("aus den Zitaten", inhaltlich)):
        gefunden = _aus(gelesene, regeln)
        uebrige = _widersprechende(gefunden, stellen, grundlagen, regeln)
        if uebrige:
            werke = ", ".join(r.werk for r in (*gefunden, *uebrige))
            return Erkannt(None, land, f"mehrdeutig: {werke}")
        if len(gefunden) == 1:
            return Erkannt(gefunden[0].regime, land or _land(gefunden), f"{woher}: {gefunden[0].werk}")
        if gefunden:
            return Erkannt(None, land, f"mehrdeutig: {', '.join(r.werk for r in gefunden)}")
    return Erkannt(None, land, "")


def _widersprechende(
    gefunden: Sequence[Werkregel], stellen: Sequence[Stelle], grundlagen: Sequence[Stelle], regeln: Regeln
) -> Sequence[Werkregel]:
    """Return the law that the rest of a document cites, and cites alone, where its legal basis belongs to another."""
    uebrige = [s for s in stellen if s not in grundlagen and s.zitat.rahmen is Rahmen.NORM]
    andere = _aus(uebrige, regeln)
    if len(gefunden) != 1 or len(andere) != 1 or andere[0].regime is gefunden[0].regime:
        return ()
    return andere if sum(s.zitat.werk == andere[0].werk for s in uebrige) >= _GENUG else ()


def _aus(stellen: Sequence[Stelle], regeln: Regeln) -> Sequence[Werkregel]:
    return regeln.regime(s.zitat.werk for s in stellen)


def _land(regeln: Sequence[Werkregel]) -> str:
    return next((r.land for r in regeln), "")


def tag(schreiben: Schreiben, vorgaben: Vorgaben) -> date | None:
    """Return the day of a document: as given, else as its head says."""
    zeile = datumszeile(schreiben)
    treffer = TAG.search(zeile.text) if zeile else None
    if vorgaben.datum or treffer is None:
        return vorgaben.datum
    return als_tag(treffer)
