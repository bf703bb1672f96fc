"""The finished document, checked as `normen lint` checks any: what is incomplete is not written."""

from __future__ import annotations

import io
from datetime import date

from ..bescheid import pruefe_vollstaendigkeit
from ..fehler import DatenFehler
from ..normquelle import Normquelle
from ..schriftstueck import lies_docx, passagen
from ..vollstaendigkeit import Bericht, Feststellung, Regime, Schreibenart, Vorgaben
from .vorlage import Vorlage

#: The end of the advice, where a document was to be written.
NICHTS_GESCHRIEBEN = "Es wurde nichts geschrieben."


def vollstaendig(vorlage: Vorlage, inhalt: bytes, normen: Normquelle, vollzugsart: str = "") -> Bericht:
    """Return the report on a Word document, by the kind of its template and the Vollzugsart of its data, if they have one.

    Raises `DatenFehler` with everything that is missing or does not fit; questions stand in the report.
    """
    regime = next((regime for regime in Regime if regime.value == vollzugsart.casefold()), None)
    # Whether the rules still hold is asked by `normen lint`: here it would be asked at every draft.
    vorgaben = Vorgaben(Schreibenart(vorlage.art), regime, stand=date.max, regime_bestaetigt=False)
    bericht = pruefe_vollstaendigkeit(passagen(lies_docx(io.BytesIO(inhalt), vorlage.name)), normen, vorgaben)
    if bericht.maengel:
        kopf = f"Das Schreiben aus der Vorlage „{vorlage.name}“ wäre nicht vollständig oder nicht richtig:"
        rat = f"Ergänzen Sie die Angaben; liegt es am festen Text, die Vorlage. {NICHTS_GESCHRIEBEN}"
        raise DatenFehler(kopf, tuple(_zeile(f) for f in bericht.maengel), rat=rat)
    return bericht


def _zeile(f: Feststellung) -> str:
    ort, norm = f"{f.fundort}: " if f.fundort else "", f" ({f.norm})" if f.norm else ""
    return f"{ort}{f.grund}{norm} {f.schritt}"
