"""Documents of users, as commands are given them: a path, or - for standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from ..fehler import NormenFehler, Ort, systemgrund


def dateiname(datei: Path) -> str:
    """Return how messages call a file."""
    return "Eingabe" if str(datei) == "-" else str(datei)


def geoeffnet(datei: Path) -> BinaryIO:
    """Open a file, or standard input for "-"; raise `NormenFehler` if it cannot be read."""
    if str(datei) == "-":
        if sys.stdin is None:  # it is with `<&-`
            raise NormenFehler("Die Standardeingabe ist geschlossen.", rat="Nennen Sie statt „-“ eine Datei.")
        return sys.stdin.buffer
    try:
        return datei.open("rb")
    except OSError as fehler:
        raise NormenFehler(
            f"Die Datei ist nicht lesbar ({systemgrund(fehler)}).",
            ort=Ort(str(datei)),
            rat="Prüfen Sie Namen und Leserechte.",
        ) from None
