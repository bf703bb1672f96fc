"""Numbers that are taken over and lean on numbers that are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..netz import Bereich
from ..verweisung import Verweisung
from ..zitat import Ziel, Zitat
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand, Verweisstelle
from .uebernahme import Uebernahmen, anfang, regel

#: The citations by the Einheit whose text they stand in.
_Stellen = Mapping[Zitat, Sequence[Verweisstelle]]


def unvollstaendige_uebernahmen(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each clause that takes over numbers and leaves out some that these cite in their own rule."""
    uebernahmen, stellen = Uebernahmen(bestand), defaultdict[Zitat, list[Verweisstelle]](list)
    for stelle in bestand.verweisstellen:
        stellen[stelle.quelle.zitat].append(stelle)
    for v in bestand.verweisungen:
        traeger = regel(v.quelle)
        if traeger and (luecken := dict.fromkeys(_luecken(uebernahmen, stellen, v, traeger))):
            yield _befund(v, tuple(luecken))


def _luecken(uebernahmen: Uebernahmen, stellen: _Stellen, v: Verweisung, traeger: Zitat) -> Iterator[tuple[Zitat, Ziel]]:
    """Yield what is taken over, and what it cites that does not apply."""
    gilt, eigenes = uebernahmen.gilt_fuer(traeger), uebernahmen.eigenes(traeger)
    for nr in sorted(uebernahmen.von(v) - eigenes):
        quelle = uebernahmen.bestand.netz.eintraege[nr].zitat
        einheit = uebernahmen.bestand.einheiten[quelle]
        for stelle in stellen.get(einheit.zitat, ()):
            for ziel, _ in stelle.genannte():
                if _fehlt(uebernahmen.bestand, einheit.zitat, ziel, gilt):
                    yield einheit.zitat, ziel


def _fehlt(bestand: Bestand, quelle: Zitat, ziel: Ziel, gilt: Bereich) -> bool:
    """Tell whether a text cites a number of its own rule that exists, of which not all applies."""
    eigene = regel(quelle)
    if eigene is None or regel(anfang(ziel)) != eigene:
        return False
    bereich, _ = bestand.netz.loese(ziel)
    return not bereich <= gilt


def _befund(v: Verweisung, luecken: Sequence[tuple[Zitat, Ziel]]) -> Befund:
    nach_ziel = defaultdict[str, list[str]](list)
    for quelle, ziel in luecken:
        nach_ziel[str(ziel)].append(str(quelle))
    grund = " ".join(
        f"{ziel} wird nicht übernommen, aber in {_und(quellen)} genannt." for ziel, quellen in nach_ziel.items()
    )
    vorschlag = "Übernehmen Sie auch, was genannt wird, oder sagen Sie, was hier an seine Stelle tritt."
    return Befund(UNVOLLSTAENDIGE_UEBERNAHME.kuerzel, v.quelle, v.zeile, v.text, grund, vorschlag)


def _und(namen: Sequence[str]) -> str:
    *vorn, letzter = dict.fromkeys(namen)
    return f"{', '.join(vorn)} und {letzter}" if vorn else letzter


UNVOLLSTAENDIGE_UEBERNAHME = Pruefart(
    "unvollstaendige-uebernahme",
    "Unvollständige Übernahme",
    "Eine Nummer wird übernommen, eine andere, auf der sie aufbaut, nicht.",
    unvollstaendige_uebernahmen,
)
