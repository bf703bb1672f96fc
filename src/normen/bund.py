"""Every federal work that is published as XML: its abbreviation, title, short title, key, document number and address.

The facts stand in ``daten/bund.tsv``; `normen.bund_datensatz` draws them from the published data set. The name of a work
is the one that lawyers write (EGGVG, SGB IV, BDSG), not the key of the data set (GVGEG, SGB 4, BDSG 2018); the keys are
kept as further names.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .schreibweise import ORDNUNGSZAHLEN, roemisch_zu_zahl
from .werk import Werk, Werkart

_DATEI = Path(__file__).parent / "daten" / "bund.tsv"
_ADRESSE = "https://www.gesetze-im-internet.de/"
#: Names in daily use that the data set does not give.
_GEBRAEUCHLICH = {"GG": ("Grundgesetz",), "BGB": ("Bürgerliches Gesetzbuch",)}


@dataclass(frozen=True, slots=True)
class Bundeswerk:
    """A federal work as the data set names it.

    ``kurz`` is the name in citations, ``schluessel`` the key of the set, ``adresse`` the last part of its web address.
    """

    kurz: str
    titel: str
    kurztitel: str
    schluessel: str
    doknr: str
    adresse: str

    def als_werk(self) -> Werk:
        """Return it as a work that can be cited though its text is not loaded."""
        alle = dict.fromkeys((self.schluessel, self.kurztitel, *_buchnamen(self.kurz), *_GEBRAEUCHLICH.get(self.kurz, ())))
        namen = tuple(name for name in alle if name and name != self.kurz)
        return Werk(
            self.kurz,
            self.titel,
            f"bund/{self.adresse}",
            Werkart.BUNDESRECHT,
            namen,
            raum="Bund",
            doknr=self.doknr,
            adresse=f"{_ADRESSE}{self.adresse}/",
            geladen=False,
        )


def _buchnamen(kurz: str) -> tuple[str, ...]:
    """Return the names a book of the Sozialgesetzbuch goes by: "Viertes Buch Sozialgesetzbuch", "Sozialgesetzbuch IV"."""
    gesetzbuch, _, zahl = kurz.rpartition(" ")
    nummer = roemisch_zu_zahl(zahl) if gesetzbuch == "SGB" else None
    return (f"{ORDNUNGSZAHLEN[nummer - 1]}es Buch Sozialgesetzbuch", f"Sozialgesetzbuch {zahl}") if nummer else ()


@lru_cache(maxsize=1)
def bundeswerke() -> tuple[Werk, ...]:
    """Return all federal works, those with an official abbreviation first."""
    with _DATEI.open(encoding="utf-8", newline="") as datei:
        zeilen = csv.DictReader(datei, delimiter="\t")
        return tuple(Bundeswerk(**zeile).als_werk() for zeile in zeilen)
