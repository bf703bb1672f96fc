"""Draw the table of federal works from the published data set.

python -m normen.bund_datensatz gii.zip > src/normen/daten/bund.tsv
"""

from __future__ import annotations

import csv
import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TextIO

from lxml import etree

from .bund import Bundeswerk
from .schreibweise import zahl_zu_roemisch

_JAHR = re.compile(r" \d{4}$")
_HERKUNFT = re.compile(r"\s*\((?:Artikel|Art\.) .*\)$")


def lies_datensatz(pfad: Path) -> Iterator[Bundeswerk]:
    """Yield the works of the published data set, a zip file with one XML file a work."""
    with zipfile.ZipFile(pfad) as archiv:
        for name in sorted(archiv.namelist()):
            with archiv.open(name) as datei:
                for _, metadaten in etree.iterparse(datei, tag="metadaten"):
                    doknr = metadaten.getparent().get("doknr", "")
                    yield _aus_metadaten(metadaten, doknr, name.removesuffix(".xml"))
                    break


def _aus_metadaten(metadaten: etree._Element, doknr: str, adresse: str) -> Bundeswerk:
    felder = {feld: _text(metadaten.find(feld)) for feld in ("jurabk", "amtabk", "kurzue", "langue")}
    titel = _HERKUNFT.sub("", felder["langue"])
    return Bundeswerk(
        _kurz(felder["jurabk"], felder["amtabk"], titel), titel, felder["kurzue"], felder["jurabk"], doknr, adresse
    )


def _text(element: etree._Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _kurz(schluessel: str, amtlich: str, titel: str) -> str:
    """Return the name lawyers write: the official abbreviation, or the key without year, SGB in Roman, "EG" in front."""
    if buch := re.fullmatch(r"SGB (\d+)(?: \d{4})?", schluessel):
        return f"SGB {zahl_zu_roemisch(int(buch[1]))}"
    if titel.startswith("Einführungsgesetz") and schluessel.endswith("EG"):
        return f"EG{schluessel[:-2]}"
    return amtlich or _JAHR.sub("", schluessel)


def schreibe_tabelle(werke: list[Bundeswerk], ziel: TextIO) -> None:
    """Write the table, works with an official or plain name first, so that these win where two share a name."""
    schreiber = csv.writer(ziel, delimiter="\t", lineterminator="\n")
    spalten = [feld.name for feld in fields(Bundeswerk)]
    schreiber.writerow(spalten)
    for werk in sorted(werke, key=lambda w: (w.kurz != w.schluessel, w.kurz.casefold(), w.schluessel)):
        schreiber.writerow([getattr(werk, spalte) for spalte in spalten])


if __name__ == "__main__":
    schreibe_tabelle(list(lies_datensatz(Path(sys.argv[1]))), sys.stdout)
