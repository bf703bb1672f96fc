"""The citations of one document: each is looked up, and remembered in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..fehler import Ort, ZitatFehler
from ..norm import Norm, Normquelle
from .daten import Daten, Wert
from .druckbild import aufzaehlung
from .druckbild import zitat as gesetzt
from .feld import Feld
from .vorlage import Vorlage

LANG, KURZ = "lang", "kurz"


@dataclass
class Belege:
    """Looks norms up for a document and keeps what was cited; a norm that does not exist raises `ZitatFehler`."""

    vorlage: str
    quelle: Normquelle
    _zitiert: dict[str, Norm] = field(default_factory=dict)

    @property
    def normen(self) -> tuple[Norm, ...]:
        """Every norm cited so far, once, in order."""
        return tuple(self._zitiert.values())

    def norm(self, zitat: str, form: str = LANG) -> str:
        """Cite a norm: what ``norm`` prints in a template; ``form="kurz"`` gives the canonical short form."""
        gefunden = self._nachgeschlagen(str(zitat), f'im Text: norm("{zitat}")')
        self._zitiert.setdefault(gefunden.zitat, gefunden)
        return gesetzt(gefunden.zitat if form == KURZ else gefunden.lang)

    def aufgezaehlt(self, zitate: Iterable[str], form: str = LANG) -> str:
        """Cite several norms in print, "A, B und C": ``{{ normen(normen_datenschutz) }}``."""
        return aufzaehlung([self.norm(zitat, form) for zitat in zitate])

    def pruefe_felder(self, vorlage: Vorlage, daten: Daten) -> None:
        """Look up every citation in the data, whether the text prints it or not."""
        for stelle, zitat in _zitate(vorlage.felder, daten.werte):
            self._nachgeschlagen(zitat, f"Feld „{stelle}“")

    def _nachgeschlagen(self, zitat: str, stelle: str) -> Norm:
        try:
            return self.quelle.norm(zitat)
        except ZitatFehler as fehler:
            spalte = fehler.ort.spalte if fehler.ort else 0
            ort = Ort(f"Vorlage „{self.vorlage}“, {stelle}", spalte=spalte)
            raise ZitatFehler(fehler.meldung, ort=ort, rat=fehler.rat) from fehler


def _zitate(felder: Sequence[Feld], werte: Mapping[str, Wert], vorn: str = "") -> Iterator[tuple[str, str]]:
    """Yield every citation in the data with the path of its field."""
    for feld in felder:
        wert, stelle = werte[feld.name], f"{vorn}{feld.name}"
        eintraege = [(stelle, wert)]
        if isinstance(wert, tuple):
            eintraege = [(f"{stelle}[{zahl}]", eintrag) for zahl, eintrag in enumerate(wert, start=1)]
        for ort, eintrag in eintraege:
            if isinstance(eintrag, Mapping):
                yield from _zitate(feld.felder, eintrag, f"{ort}.")
            elif "zitat" in (feld.typ, feld.element) and isinstance(eintrag, str):
                yield ort, eintrag
