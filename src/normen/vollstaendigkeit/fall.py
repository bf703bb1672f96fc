"""A document under check: its parts, the citations in it, its legal bases, and the law it falls under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..fehler import ZitatFehler
from ..norm import Norm
from ..normquelle import Normquelle
from ..zitat import Rahmen, Spanne, Zitat
from .regeln import Rechtsbehelf, Regeln
from .regime import Regime
from .schreiben import Abschnitt, Satz, Schreiben, Text
from .vorgaben import Vorgaben

#: Reasons name a basis by what it allows or orders: "Eine Maßnahme kann widerrufen werden, wenn … (§ 11 Abs. 2)".
_BEFUGNIS = re.compile(
    r"\b(?:kann|können|soll|sollen|darf|dürfen)\b.*\bwerden\b|\b(?:ist|sind)\b.*\bzu\s+\w+en\b", re.IGNORECASE
)
#: Words that say what a decision rests on, the plain ones first.
_BERUHT = re.compile(
    r"\bberuht\b|Rechtsgrundlage|\b(?:ge)?stützt\b|\bGrundlage\s+(?:de[rs]|ist|dieser|für)\b", re.IGNORECASE
)
_NACH = re.compile(
    r"\b(?:gemäß|nach|auf\s+(?:der\s+)?Grund(?:lage)?(?:\s+(?:von|de[rs]))?|aufgrund)\s+(?:(?:de[srm]|von)\s+)?(?:§|Art|VV\b|VwV\b|Nr)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stelle:
    """A citation in a document: what it names, the Satz it stands in, the part."""

    zitat: Zitat
    satz: Satz
    abschnitt: Abschnitt


@dataclass(frozen=True, slots=True)
class Fall:
    """What every check may look at; ``regime`` is ``None`` and ``land`` is "" where they cannot be known."""

    schreiben: Schreiben
    stellen: tuple[Stelle, ...]
    grundlagen: tuple[Stelle, ...]
    regeln: Regeln
    normen: Normquelle
    vorgaben: Vorgaben
    regime: Regime | None
    land: str
    datum: date | None

    @property
    def behelfe(self) -> Sequence[Rechtsbehelf]:
        """The remedies under the Regime, the usual one first; none if it is not known."""
        return self.regeln.behelfe(self.regime) if self.regime else ()

    def vorschrift(self, teil: str) -> str:
        """Return what asks for a part of a notice, "" where no law that was read does."""
        return self.regeln.vorschriften.get(self.regime, {}).get(teil, "") if self.regime else ""

    def norm(self, zitat: Zitat) -> Norm | None:
        """Return a norm, or ``None`` if there is no such."""
        try:
            return self.normen.norm(str(zitat))
        except ZitatFehler:
            return None


def stellen(schreiben: Schreiben, normen: Normquelle) -> tuple[Stelle, ...]:
    """Return the citations of a document, part by part; of a range both ends, none for what cannot be resolved."""
    return tuple(
        Stelle(zitat, satz, abschnitt)
        for abschnitt in Abschnitt
        for satz in schreiben.teil(abschnitt).saetze
        for zitat in _zitate(satz, normen)
    )


def _zitate(satz: Satz, normen: Normquelle) -> Iterator[Zitat]:
    for verweis in normen.verweise(satz.text):
        for genannt in verweis.ziele:
            yield from (genannt.ziel.von, genannt.ziel.bis) if isinstance(genannt.ziel, Spanne) else (genannt.ziel,)


def grundlagen(alle: Sequence[Stelle]) -> tuple[Stelle, ...]:
    """Return the citations that are said to be the legal basis, in the plainest words that are found.

    What the decision itself says comes first, what the reasons say only if it says nothing.
    """
    for abschnitt, arten in ((Abschnitt.VORN, (_BERUHT, _NACH)), (Abschnitt.GRUENDE, (_BERUHT, _BEFUGNIS, _NACH))):
        for worte in arten:
            if gefunden := [s for s in alle if s.abschnitt is abschnitt and worte.search(s.satz.text) and s.zitat.glieder]:
                normen = [s for s in gefunden if s.zitat.rahmen is Rahmen.NORM]
                return tuple(normen or gefunden)
    return ()


def text(schreiben: Schreiben) -> Text:
    """Return all that is printed, margins behind."""
    return schreiben.teil(Abschnitt.VORN, Abschnitt.GRUENDE, Abschnitt.BELEHRUNG, Abschnitt.SCHLUSS, Abschnitt.RAND)
