"""The Vollzugsarten that the JVollzGB tells apart."""

from __future__ import annotations

from enum import StrEnum


class Vollzugsart(StrEnum):
    """Which book of the JVollzGB holds."""

    FREIHEITSSTRAFE = "Freiheitsstrafe"
    JUGENDSTRAFE = "Jugendstrafe"
    UNTERSUCHUNGSHAFT = "Untersuchungshaft"
    JUNGE_UNTERSUCHUNGSGEFANGENE = "Untersuchungshaft junger Gefangener"
    SICHERUNGSVERWAHRUNG = "Sicherungsverwahrung"
