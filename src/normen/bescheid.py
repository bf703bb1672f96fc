"""The check of a finished document, be it a Word file or text: is all there that a notice needs, and does it fit?

The rules on remedies and hearings stand in ``daten/rechtsbehelfe.toml``, each with the provision it was read from.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from .fehler import LeseFehler
from .normquelle import Normquelle
from .schriftstueck import Passage, Zaehlung
from .vollstaendigkeit import Bericht, Regeln, Vorgaben, Zeile, pruefe

_DATEI = Path(__file__).parent / "daten" / "rechtsbehelfe.toml"
#: In tables the description names one entry, the attribute all of them.
_TABELLEN = {"werk": "werke", "rechtsbehelf": "rechtsbehelfe", "anhoerung": "anhoerungen"}
#: The longest document that is checked, in characters: about sixty pages.
HOECHSTENS = 200_000
_IM_TEXT = (Zaehlung.ZEILE, Zaehlung.WORDABSATZ)
#: What is told of a document unless more is known.
_OHNE_VORGABEN = Vorgaben()
_LEERRAUM = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u00ad": None})


def pruefe_vollstaendigkeit(passagen: Iterable[Passage], normen: Normquelle, vorgaben: Vorgaben = _OHNE_VORGABEN) -> Bericht:
    """Return what a document lacks, what does not fit, what has to be asked, and what was found, each with its place.

    Raises `LeseFehler` for more than `HOECHSTENS` characters: that is no single document.
    """
    return pruefe(_zeilen(passagen), regeln(), normen, vorgaben)


@lru_cache(maxsize=1)
def regeln() -> Regeln:
    """Return the rules on remedies and hearings."""
    tabelle = tomllib.loads(_DATEI.read_text(encoding="utf-8"))
    return TypeAdapter(Regeln).validate_python({_TABELLEN.get(name, name): wert for name, wert in tabelle.items()})


def _zeilen(passagen: Iterable[Passage]) -> Iterator[Zeile]:
    """Yield the lines that hold anything, with their place where they stand beside the running text."""
    laenge = 0
    for block, passage in enumerate(passagen):
        laenge += len(passage.text)
        if laenge > HOECHSTENS:
            raise LeseFehler(f"Der Text hat mehr als {HOECHSTENS} Zeichen.", rat="Geprüft wird ein einzelnes Schreiben.")
        for zeile in passage.text.split("\n"):
            if zeile.strip():
                rand = passage.zaehlung not in _IM_TEXT
                yield Zeile(zeile.translate(_LEERRAUM), passage.lage, block, rand, passage.titel)
