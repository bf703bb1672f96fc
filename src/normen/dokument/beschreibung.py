"""Descriptions in TOML, of templates and Bausteine: read, and told what is wrong with them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from ..fehler import Ort, VorlageFehler


def gelesen(datei: Path) -> dict[str, object]:
    """Return what a description holds; raise `VorlageFehler` if it is missing or no TOML."""
    try:
        return tomllib.loads(datei.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise VorlageFehler("Der Vorlage fehlt ihre Beschreibung.", ort=Ort(str(datei))) from None
    except (OSError, UnicodeDecodeError) as fehler:
        raise VorlageFehler(f"Die Beschreibung ist nicht lesbar: {fehler}", ort=Ort(str(datei))) from None
    except tomllib.TOMLDecodeError as fehler:
        raise VorlageFehler(f"Die Beschreibung ist kein gültiges TOML: {fehler}", ort=Ort(str(datei))) from None


def kaputt(datei: Path, gruende: Iterable[str]) -> VorlageFehler:
    """Return the error that tells every reason why a description is wrong."""
    return VorlageFehler("\n  - ".join(["Die Vorlage ist falsch beschrieben:", *gruende]), ort=Ort(str(datei)))
