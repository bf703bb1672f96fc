"""The run of many documents: every core of the machine, progress, and a list of the cases that became none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from ..dokument import Vorlage, fuelle, pruefe
from ..dokument.pdf import nach_pdf
from ..dokument.stapel import Absage, Auftrag, Bilanz, Protokoll, fingerabdruck, schreibe_fehlerliste
from ..fehler import DatenFehler, NormenFehler
from ..rechnen import Rechengroessen
from ..wissen import Wissen


@dataclass(frozen=True, slots=True)
class Lauf:
    """What all documents of a run share."""

    vorlage: Vorlage
    korpus: Path | None
    groessen: Rechengroessen
    anlage: bool
    streng: bool
    pdf: bool

    def umstaende(self, normen: Wissen) -> tuple[str, ...]:
        """Return what goes into each document besides its data, so that a change of it writes them anew."""
        groessen = sorted(f"{groesse}" for groesse in self.groessen)
        optionen = (version("normen"), normen.speicher.pfad.name, str(self.anlage), str(self.streng))
        return (fingerabdruck(self.vorlage), *optionen, *groessen)


#: The run and the knowledge base of this process.
_HIER: dict[str, tuple[Lauf, Wissen]] = {}


def schreibe_stapel(lauf: Lauf, auftraege: Sequence[Auftrag], absagen: Sequence[Absage], ordner: Path) -> Bilanz:
    """Write the documents that do not stand yet; what is done when the run is broken off stays done."""
    protokoll = Protokoll.lies(ordner)
    offen = [auftrag for auftrag in auftraege if not protokoll.steht(auftrag)]
    alle = [*absagen]
    with Progress(console=Console(stderr=True), transient=True) as balken:
        schritt = balken.add_task("Dokumente", total=len(offen))
        for auftrag, grund in _verfasst(lauf, offen):
            if grund:
                alle.append(Absage(auftrag.fall.zeile, grund))
            else:
                protokoll.vermerke(auftrag)
            balken.advance(schritt)
    nicht = {absage.zeile for absage in alle}
    fertige = [auftrag.datei for auftrag in auftraege if auftrag.fall.zeile not in nicht]
    pdf = _pdf(fertige, {a.datei for a in offen}) if lauf.pdf else 0
    schreibe_fehlerliste(ordner, alle)
    geschrieben = len(offen) - (len(alle) - len(absagen))
    return Bilanz(geschrieben, len(auftraege) - len(offen), pdf, tuple(alle))


def _verfasst(lauf: Lauf, auftraege: Sequence[Auftrag]) -> Iterator[tuple[Auftrag, str]]:
    """Yield each case as it is done, with the reason if it became no document."""
    with ProcessPoolExecutor(min(os.cpu_count() or 1, len(auftraege) or 1), initializer=_beginne, initargs=(lauf,)) as pool:
        laufend = {pool.submit(_verfasse, auftrag): auftrag for auftrag in auftraege}
        try:
            for fertig in as_completed(laufend):
                yield laufend[fertig], fertig.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _beginne(lauf: Lauf) -> None:
    _HIER["lauf"] = lauf, Wissen.oeffne(lauf.korpus)


def _verfasse(auftrag: Auftrag) -> str:
    """Write one document; return why not, "" if it was."""
    lauf, normen = _HIER["lauf"]
    try:
        daten = pruefe(lauf.vorlage, auftrag.fall.daten, normen, lauf.groessen)
        fuelle(lauf.vorlage, daten, normen, auftrag.datei, anlage=lauf.anlage, streng=lauf.streng)
    except DatenFehler as fehler:
        return "; ".join(fehler.probleme)
    except NormenFehler as fehler:
        return str(fehler)
    return ""


def _pdf(fertige: Sequence[Path], neue: set[Path]) -> int:
    """Make the PDFs of new documents, and those that are missing."""
    noetig = [datei for datei in fertige if datei in neue or not datei.with_suffix(".pdf").is_file()]
    gemacht = 0
    with Progress(console=Console(stderr=True), transient=True) as balken:
        schritt = balken.add_task("PDF", total=len(noetig))
        for _, pdf in nach_pdf(noetig):
            gemacht += pdf is not None
            balken.advance(schritt)
    return gemacht
