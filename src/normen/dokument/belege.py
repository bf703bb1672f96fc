"""The citations that the text of a template makes: each is looked up, printed, and remembered in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..fehler import Ort, ZitatFehler
from ..norm import Norm
from ..normquelle import Normquelle
from ..zitat import Zitat, lies_zitat
from .druckbild import zitat as gesetzt
from .vorlage import Vorlage
from .zitatfolge import gereiht


@dataclass
class Belege:
    """Looks norms up for a document and keeps what was cited; a norm that does not exist raises `ZitatFehler`."""

    vorlage: Vorlage
    quelle: Normquelle
    _zitiert: dict[str, Norm] = field(default_factory=dict)

    @property
    def normen(self) -> tuple[Norm, ...]:
        """Every norm cited so far, once, in order."""
        return tuple(self._zitiert.values())

    def norm(self, zitat: str) -> str:
        """Cite a norm: what ``norm`` prints in a template, in the form the template has chosen for all."""
        return self.aufgezaehlt([zitat])

    def aufgezaehlt(self, zitate: Iterable[str]) -> str:
        """Cite several norms in print, "§ 87 und § 89 Abs. 1 JVollzGB III": ``{{ normen(normen_datenschutz) }}``."""
        return gesetzt(gereiht([self._belegt(str(zitat)) for zitat in zitate], lang=self.vorlage.zitierform == "lang"))

    def _belegt(self, zitat: str) -> Zitat:
        gefunden = self._nachgeschlagen(zitat)
        self._zitiert.setdefault(gefunden.zitat, gefunden)
        return lies_zitat(gefunden.zitat)

    def _nachgeschlagen(self, zitat: str) -> Norm:
        try:
            return self.quelle.norm(zitat)
        except ZitatFehler as fehler:
            spalte = fehler.ort.spalte if fehler.ort else 0
            ort = Ort(f'Vorlage „{self.vorlage.name}“, im Text: norm("{zitat}")', spalte=spalte)
            raise ZitatFehler(fehler.meldung, ort=ort, rat=fehler.rat) from fehler
