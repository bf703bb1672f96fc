"""The citations that the text of a template makes: each is looked up, printed, and remembered in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ..fehler import Ort, VorlageFehler, ZitatFehler
from ..norm import Norm
from ..normquelle import Normquelle
from ..verweisung import Wirkung
from ..zitat import Zitat
from ..zitatleser import lies_zitat
from .druckbild import zitat as gesetzt
from .vorlage import Vorlage, Zitierform
from .zitatfolge import gereiht


@dataclass
class Belege:
    """Looks norms up for a document and keeps what was cited; a norm that does not exist raises `ZitatFehler`.

    ``vollzugsart`` chooses the norm of a rule that stands in another place for each (`normen.dokument.normtafel`); ``am`` is
    the day as of which norms are looked up.
    """

    vorlage: Vorlage
    quelle: Normquelle
    vollzugsart: str = ""
    am: date | None = None
    _zitiert: dict[str, Norm] = field(default_factory=dict)

    @property
    def funktionen(self) -> dict[str, Callable[..., object]]:
        """What a template may call."""
        return {
            "norm": self.norm,
            "normen": self.aufgezaehlt,
            "kennt": self.kennt,
            "wortlaut": self.wortlaut,
            "entsprechend": self.entsprechend,
            "zitierte": self.zitierte,
        }

    @property
    def normen(self) -> tuple[Norm, ...]:
        """Every norm cited so far, once, in order."""
        return tuple(self._zitiert.values())

    def norm(self, zitat: str, form: Zitierform | None = None, *, gesetz: bool = True) -> str:
        """Cite a norm, or the rule of the template that goes by this name: what ``norm`` prints in a template.

        ``form`` is "kurz" or "lang", by default that of the template; without ``gesetz`` the name of the work is left out.
        """
        einzeln = [self._gedruckt([self._belegt(z)], form, gesetz=gesetz) for z in self._gemeint(zitat)]
        return " in Verbindung mit ".join(einzeln)

    def aufgezaehlt(self, zitate: Iterable[str], form: Zitierform | None = None) -> str:
        """Cite several norms in print, "§ 87 und § 89 Abs. 1 JVollzGB III": ``{{ normen(normen_datenschutz) }}``."""
        return self._gedruckt([self._belegt(z) for zitat in zitate for z in self._gemeint(str(zitat))], form)

    def kennt(self, regel: str) -> bool:
        """Tell whether a rule of the template's table has a norm for the Vollzugsart of the document."""
        return self.vollzugsart in self._tafel(regel)

    def wortlaut(self, zitat: str) -> str:
        """Return the text of a norm, which counts as cited; raises `ZitatFehler` if its text is not loaded."""
        norm = self._belegte_norm(self._gemeint(zitat)[0])
        if not norm.wortlaut:
            raise ZitatFehler(f"Der Text von {norm.zitat} ist nicht geladen.", ort=self._ort("wortlaut", zitat))
        return norm.wortlaut

    def entsprechend(self, zitat: str) -> list[Mapping[str, object]]:
        """Return what applies to a norm by Verweisungen, nearest first: tables for a loop of the template.

        Each has ``zitat``, ``analog`` (whether "entsprechend"), ``ueber`` (citations of the Einheiten in which the clauses
        stand, first to last), ``massgaben``, ``bedingungen``. It counts as cited when it is printed.
        """
        return [
            {
                "zitat": gilt.zitat,
                "analog": gilt.wirkung is Wirkung.ANALOG,
                "ueber": [str(v.quelle) for v in gilt.weg],
                "massgaben": list(gilt.massgaben),
                "bedingungen": list(gilt.bedingungen),
            }
            for gilt in self.quelle.geltung(str(self._belegt(self._gemeint(zitat)[0]))).gilt
        ]

    def zitierte(self) -> list[str]:
        """Return every norm cited up to this place of the text, as the template prints it, in the order of the text."""
        return [self._gedruckt([lies_zitat(norm.zitat)], None) for norm in self.normen]

    def _gedruckt(self, zitate: Iterable[Zitat], form: Zitierform | None, *, gesetz: bool = True) -> str:
        gemeint = [zitat if gesetz else replace(zitat, werk="") for zitat in zitate]
        return gesetzt(gereiht(gemeint, lang=(form or self.vorlage.zitierform) == "lang"))

    def _belegt(self, zitat: str) -> Zitat:
        return lies_zitat(self._belegte_norm(zitat).zitat)

    def _belegte_norm(self, zitat: str) -> Norm:
        gefunden = self._nachgeschlagen(zitat)
        return self._zitiert.setdefault(gefunden.zitat, gefunden)

    def _gemeint(self, zitat: str) -> tuple[str, ...]:
        """Return the norm of a rule by its name, with those by which it applies; any citation is itself."""
        if zitat not in self.vorlage.normtafel:
            return (zitat,)
        if self.kennt(zitat):
            return self._tafel(zitat)[self.vollzugsart]
        raise VorlageFehler(
            f"Für „{self.vollzugsart or 'keine Vollzugsart'}“ nennt die Vorlage keine Norm „{zitat}“.",
            ort=self._ort("norm", zitat),
            rat=f'Umgeben Sie die Stelle mit {{% if kennt("{zitat}") %}}, oder ergänzen Sie [norm.{zitat}] in vorlage.toml.',
        )

    def _tafel(self, regel: str) -> Mapping[str, tuple[str, ...]]:
        return self.vorlage.normtafel.get(regel, {})

    def _nachgeschlagen(self, zitat: str) -> Norm:
        try:
            return self.quelle.norm(zitat, self.am)
        except ZitatFehler as fehler:
            ort = self._ort("norm", zitat, fehler.ort.spalte if fehler.ort else 0)
            raise ZitatFehler(fehler.meldung, ort=ort, rat=fehler.rat) from fehler

    def _ort(self, funktion: str, zitat: str, spalte: int = 0) -> Ort:
        return Ort(f'Vorlage „{self.vorlage.name}“, im Text: {funktion}("{zitat}")', spalte=spalte)
