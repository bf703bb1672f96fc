"""The whole check: lines -> parts -> citations -> the law it falls under -> every Pruefpunkt in the order of a document."""

from __future__ import annotations

from collections.abc import Iterable

from ..normquelle import Normquelle
from .anhoerung import ANHOERUNG
from .begruendung import BEGRUENDUNG, SACHVERHALT_PUNKT
from .bericht import Bericht
from .entscheidung import ENTSCHEIDUNG
from .erkennung import erkenne, tag
from .ermessen import ERMESSEN
from .fall import Fall, grundlagen, stellen
from .kopf import BEHOERDE, DATUM, EMPFAENGER
from .ort import mit_orten
from .pruefpunkt import Pruefpunkt
from .rechtsbehelf import RECHTSBEHELF
from .rechtsbehelfsform import FORM
from .rechtsbehelfsfrist import FRIST
from .rechtsbehelfsstelle import STELLE
from .rechtsgrundlage import RECHTSGRUNDLAGE, ZITATE
from .regeln import Regeln
from .schreiben import Zeile, gliedere
from .unterschrift import UNTERSCHRIFT
from .vollzugsart import STAND, VOLLZUGSART
from .vorgaben import Vorgaben
from .wiedereinsetzung import WIEDEREINSETZUNG

#: What is looked for, in the order of a document.
PRUEFPUNKTE: tuple[Pruefpunkt, ...] = (
    VOLLZUGSART,
    STAND,
    BEHOERDE,
    EMPFAENGER,
    DATUM,
    ENTSCHEIDUNG,
    RECHTSGRUNDLAGE,
    BEGRUENDUNG,
    SACHVERHALT_PUNKT,
    ANHOERUNG,
    ERMESSEN,
    RECHTSBEHELF,
    FRIST,
    WIEDEREINSETZUNG,
    FORM,
    STELLE,
    UNTERSCHRIFT,
    ZITATE,
)


def pruefe(zeilen: Iterable[Zeile], regeln: Regeln, normen: Normquelle, vorgaben: Vorgaben) -> Bericht:
    """Return what a document lacks, what does not fit, what has to be asked, and what was found."""
    schreiben = gliedere(mit_orten(zeilen))
    alle = stellen(schreiben, normen)
    rechtsgrundlagen = grundlagen(alle)
    erkannt = erkenne(vorgaben, alle, rechtsgrundlagen, regeln)
    datum = tag(schreiben, vorgaben)
    fall = Fall(schreiben, alle, rechtsgrundlagen, regeln, normen, vorgaben, erkannt.regime, erkannt.land, datum)
    ergebnisse = (e for punkt in PRUEFPUNKTE if vorgaben.art in punkt.arten for e in punkt.pruefe(fall))
    return Bericht(tuple(ergebnisse), vorgaben.art, erkannt.regime, erkannt.grund, erkannt.land, datum, regeln.stand)
