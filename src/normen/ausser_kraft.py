"""Works known to be out of force, from ``daten/ausser_kraft.toml``; that a work is not among them says nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from .werk import AusserKraft

_DATEI = Path(__file__).parent / "daten" / "ausser_kraft.toml"


@lru_cache(maxsize=1)
def ausser_kraft() -> Mapping[str, AusserKraft]:
    """Return what is known of works out of force, by the name of the work in citations."""
    eintraege = tomllib.loads(_DATEI.read_text(encoding="utf-8"))["werk"]
    return {eintrag["werk"]: AusserKraft(**eintrag) for eintrag in eintraege}
