"""All kinds of findings, and the check that runs them."""

from __future__ import annotations

from .anlage import ANLAGE
from .art import Pruefart
from .ausser_kraft import AUSSER_KRAFT
from .befund import Befund
from .bestand import Bestand
from .doppelte_uebernahme import DOPPELTE_UEBERNAHME
from .fehlendes_ziel import FEHLENDES_ZIEL
from .kreis import KREIS
from .nicht_abgedruckt import NICHT_ABGEDRUCKT
from .sachdrift import SACHDRIFT
from .sackgasse import SACKGASSE
from .ueberschrift import UEBERSCHRIFT
from .unvollstaendige_uebernahme import UNVOLLSTAENDIGE_UEBERNAHME
from .zwei_schreibweisen import ZWEI_SCHREIBWEISEN

#: The kinds in the order in which findings are shown.
ARTEN: tuple[Pruefart, ...] = (
    FEHLENDES_ZIEL,
    NICHT_ABGEDRUCKT,
    AUSSER_KRAFT,
    SACKGASSE,
    KREIS,
    ANLAGE,
    UEBERSCHRIFT,
    SACHDRIFT,
    UNVOLLSTAENDIGE_UEBERNAHME,
    DOPPELTE_UEBERNAHME,
    ZWEI_SCHREIBWEISEN,
)


def finde_befunde(bestand: Bestand) -> list[Befund]:
    """Return all findings, by kind and then in the order of the corpus; the same words in one Einheit are found once."""
    nummern = bestand.netz.nummern
    befunde = [b for art in ARTEN for b in sorted(art.finde(bestand), key=lambda b: (nummern[str(b.zitat)], b.zeile))]
    return list({befund.kennung: befund for befund in reversed(befunde)}.values())[::-1]
