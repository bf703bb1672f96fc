"""The kinds of custody that the JVollzGB tells apart."""

from __future__ import annotations

from enum import StrEnum


class Vollzugsart(StrEnum):
    """Which book of the JVollzGB holds."""

    STRAFVOLLZUG = "strafvollzug"
    JUGENDSTRAFVOLLZUG = "jugendstrafvollzug"
    UNTERSUCHUNGSHAFT = "untersuchungshaft"
    JUNGE_UNTERSUCHUNGSGEFANGENE = "junge_untersuchungsgefangene"
    SICHERUNGSVERWAHRUNG = "sicherungsverwahrung"
