"""The last step of a draft: a filled document becomes one that carries its Herkunft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..fehler import DatenFehler
from ..norm import Norm
from ..normquelle import Normquelle
from .angaben import einzelne
from .anlage import mit_anlage
from .daten import Daten
from .herkunft import herkunft
from .herkunftsteil import mit_herkunft
from .nachweis import weise_nach
from .vorlage import Vorlage

_AN_DEN_ANGABEN = ", oder ändern Sie die Angaben."
_AN_DER_VORLAGE = "; was die Vorlage zitiert, ändern andere Angaben nicht."


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
    if streng:
        _pruefe_belegt(vorlage, daten, zitate, normen)
    von = herkunft(vorlage, daten, zitate, normen)
    return mit_herkunft(mit_anlage(docx, von) if anlage else docx, von)


def _pruefe_belegt(vorlage: Vorlage, daten: Daten, zitate: Sequence[Norm], normen: Normquelle) -> None:
    """Raise `DatenFehler` with all that is not checked or not resolved: first what the template cites, then the data."""
    ungeprueft = [norm for norm in zitate if not norm.geprueft and not norm.vorbehalt]
    felder = dict(_in_angaben(vorlage, daten, normen)) if ungeprueft else {}
    fest = [f"Vorlage: {norm.zitat}: {norm.stand}" for norm in ungeprueft if norm.zitat not in felder]
    aus_angaben = [f"{felder[norm.zitat]}: {norm.zitat}: {norm.stand}" for norm in ungeprueft if norm.zitat in felder]
    offene = [f"{o.feld}: „{o.wortlaut}“ ist nicht aufgelöst ({o.grund})" for o in daten.offen]
    if fest or aus_angaben or offene:
        rat = f"Lassen Sie --strict weg{_AN_DER_VORLAGE if fest else _AN_DEN_ANGABEN} Was geladen ist, zeigt: normen werke"
        kopf = "Mit --strict entsteht kein Dokument, das Ungeprüftes zitiert:"
        raise DatenFehler(kopf, (*fest, *aus_angaben, *offene), rat=rat)


def _in_angaben(vorlage: Vorlage, daten: Daten, normen: Normquelle) -> Iterator[tuple[str, str]]:
    """Yield every norm that the data cite, with its place in them."""
    for angabe in einzelne(vorlage.felder, daten.werte):
        if angabe.typ == "zitat":
            yield normen.norm(str(angabe.wert)).zitat, angabe.stelle
        yield from ((norm.zitat, angabe.stelle) for norm in weise_nach((angabe,), normen).normen)
