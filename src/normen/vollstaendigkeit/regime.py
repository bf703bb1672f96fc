"""Under which law a document is issued: what is enforced, or which kind of administration decides."""

from __future__ import annotations

from enum import Enum


class Regime(Enum):
    """What the remedies depend on; the value is its name on the command line, in templates and in JSON."""

    FREIHEITSSTRAFE = "freiheitsstrafe"
    JUGENDSTRAFE = "jugendstrafe"
    UNTERSUCHUNGSHAFT = "untersuchungshaft"
    SICHERUNGSVERWAHRUNG = "sicherungsverwahrung"
    SOZIALVERWALTUNG = "sozialverwaltung"
    ALLGEMEINE_VERWALTUNG = "allgemeine-verwaltung"

    def __repr__(self) -> str:
        return f"Regime.{self.name}"

    @property
    def im_vollzug(self) -> bool:
        """Tell whether it is a Vollzugsart, and no kind of administration."""
        return self not in (Regime.SOZIALVERWALTUNG, Regime.ALLGEMEINE_VERWALTUNG)


#: How each is named in a sentence.
NAMEN = {
    Regime.FREIHEITSSTRAFE: "Vollzug der Freiheitsstrafe",
    Regime.JUGENDSTRAFE: "Vollzug der Jugendstrafe",
    Regime.UNTERSUCHUNGSHAFT: "Vollzug der Untersuchungshaft",
    Regime.SICHERUNGSVERWAHRUNG: "Vollzug der Sicherungsverwahrung",
    Regime.SOZIALVERWALTUNG: "Sozialverwaltung",
    Regime.ALLGEMEINE_VERWALTUNG: "allgemeine Verwaltung",
}
