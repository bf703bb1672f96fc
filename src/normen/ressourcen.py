"""Where the corpus and the templates lie: in the installed package, or at the top of a source checkout."""

from __future__ import annotations

from pathlib import Path

from .fehler import KorpusFehler

_PAKET = Path(__file__).resolve().parent


def ordner(name: str) -> Path:
    """Return the folder ``corpus`` or ``templates`` that ships with the package; raise `KorpusFehler` if it is missing."""
    for wurzel in (_PAKET, _PAKET.parent.parent):
        if (wurzel / name).is_dir():
            return wurzel / name
    raise KorpusFehler(
        f"Der Ordner „{name}“ fehlt in der Installation.",
        rat="Installieren Sie normen neu: pip install --force-reinstall normen",
    )
