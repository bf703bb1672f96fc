"""The last step of a draft: a filled document becomes one that carries its Herkunft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..fehler import DatenFehler
from ..norm import Norm
from ..normquelle import Normquelle
from .anlage import mit_anlage
from .daten import Daten
from .herkunft import herkunft
from .herkunftsteil import mit_herkunft
from .vorlage import Vorlage


def ausgefertigt(
    docx: bytes,
    vorlage: Vorlage,
    daten: Daten,
    zitate: Sequence[Norm],
    normen: Normquelle,
    *,
    anlage: bool = False,
    streng: bool = False,
) -> bytes:
    """Return a filled document with its Herkunft, with ``anlage`` also as an annex; ``zitate`` is all that it cites.

    Raises `DatenFehler` if ``streng`` and the text of a norm is not loaded, or a citation in the data is not resolved.
    """
    if streng and (probleme := tuple(_unbelegtes(zitate, daten))):
        raise DatenFehler(
            "Mit --strict entsteht kein Dokument, das Ungeprüftes zitiert:",
            probleme,
            rat="Lassen Sie --strict weg, oder ändern Sie die Angaben. Was geladen ist, zeigt: normen werke",
        )
    von = herkunft(vorlage, daten, zitate, normen)
    return mit_herkunft(mit_anlage(docx, von) if anlage else docx, von)


def _unbelegtes(zitate: Sequence[Norm], daten: Daten) -> Iterator[str]:
    yield from (f"{norm.zitat}: {norm.stand}" for norm in zitate if not norm.geprueft and not norm.vorbehalt)
    yield from (f"{o.feld}: „{o.wortlaut}“ ist nicht aufgelöst ({o.grund})" for o in daten.offen)
