"""The run of many documents: every core of the machine, progress, and a list of the cases that became none."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from ..dokument import Vorlage, fuelle, pruefe
from ..dokument.pdf import libreoffice, nach_pdf
from ..dokument.stapel import Absage, Auftrag, Bilanz, Protokoll, fingerabdruck, gesperrt, schreibe_fehlerliste
from ..fehler import DatenFehler, NormenFehler
from ..rechnen import Rechengroessen
from ..wissen import Wissen

_KEIN_PDF = "LibreOffice hat kein PDF daraus gemacht; das Word-Dokument ist geschrieben"
_BEARBEITET = "{} ist seither geändert worden und bleibt; benennen Sie die Datei um, dann entsteht sie neu"
_ALTES = " (das ältere Dokument {} steht noch da)"
_ABGESTUERZT = "Ein Teilprozess ist abgestürzt oder beendet worden, vielleicht aus Mangel an Speicher."


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
    """Write the documents that do not stand yet; what is done when the run is broken off stays done.

    A document that somebody has worked on, or that no run has written, is never replaced. Raises `NormenFehler` if another
    run works in the folder, or a process dies.
    """
    if lauf.pdf:
        libreoffice()
    with gesperrt(ordner):
        protokoll = Protokoll.lies(ordner)
        bearbeitete = [Absage(a.fall.zeile, _BEARBEITET.format(a.datei.name)) for a in auftraege if protokoll.bearbeitet(a)]
        vorab = [*absagen, *bearbeitete]
        gesperrte = {absage.zeile for absage in vorab}
        stehende = {a.datei for a in auftraege if protokoll.steht(a)}
        offen = [a for a in auftraege if a.datei not in stehende and a.fall.zeile not in gesperrte]
        protokoll.beginne(offen)
        abgelehnt = [*vorab, *_geschrieben(lauf, offen, protokoll)]
        zeilen = {absage.zeile for absage in abgelehnt}
        fertige = [auftrag.datei for auftrag in auftraege if auftrag.fall.zeile not in zeilen]
        schreibe_fehlerliste(ordner, abgelehnt)
        ohne_pdf = [*_ohne_pdf(auftraege, fertige)] if lauf.pdf else []
        alle = (*abgelehnt, *ohne_pdf)
        schreibe_fehlerliste(ordner, alle)
    geschrieben = len(offen) - (len(abgelehnt) - len(vorab))
    pdf = len(fertige) - len(ohne_pdf) if lauf.pdf else 0
    return Bilanz(geschrieben, len(stehende), pdf, alle)


def _geschrieben(lauf: Lauf, auftraege: Sequence[Auftrag], protokoll: Protokoll) -> Iterator[Absage]:
    """Write documents and log each; yield the cases that became none."""
    with _verfasst(lauf, auftraege) as verfasst, Progress(console=Console(stderr=True), transient=True) as balken:
        schritt = balken.add_task("Dokumente", total=len(auftraege))
        for auftrag, grund in verfasst:
            balken.advance(schritt)
            if grund:
                protokoll.behalte(auftrag)
                yield Absage(auftrag.fall.zeile, grund)
            else:
                protokoll.vermerke(auftrag)


@contextmanager
def _verfasst(lauf: Lauf, auftraege: Sequence[Auftrag]) -> Iterator[Iterator[tuple[Auftrag, str]]]:
    """Give each case as it is done, with the reason if it became no document; left early, nothing more is begun.

    The processes begin before the thread of the progress bar, for they are copies of this one, and never hear of Ctrl-C:
    one that is stopped while it hands over its result would leave the others waiting for ever.
    """
    pool = ProcessPoolExecutor(min(os.cpu_count() or 1, len(auftraege) or 1), initializer=_beginne, initargs=(lauf,))
    try:
        with _ohne_abbruch():
            laufend = {pool.submit(_verfasse, auftrag): auftrag for auftrag in auftraege}
        yield ((laufend[fertig], fertig.result()) for fertig in as_completed(laufend))
    except BrokenProcessPool:
        rat = "Wiederholen Sie den Aufruf; was schon geschrieben ist, bleibt."
        raise NormenFehler(_ABGESTUERZT, rat=rat) from None
    finally:
        with _ohne_abbruch():
            pool.shutdown(cancel_futures=True)


@contextmanager
def _ohne_abbruch() -> Iterator[None]:
    """Do not hear Ctrl-C, nor do processes that begin meanwhile."""
    davor = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, davor)


def _beginne(lauf: Lauf) -> None:
    _HIER["lauf"] = lauf, Wissen.oeffne(lauf.korpus)


def _verfasse(auftrag: Auftrag) -> str:
    """Write one document; return why not, "" if it was. The PDF of an older one goes with it."""
    lauf, normen = _HIER["lauf"]
    try:
        daten = pruefe(lauf.vorlage, auftrag.fall.daten, normen, lauf.groessen)
        fuelle(lauf.vorlage, daten, normen, auftrag.datei, anlage=lauf.anlage, streng=lauf.streng)
    except NormenFehler as fehler:
        grund = "; ".join(fehler.probleme) if isinstance(fehler, DatenFehler) else str(fehler)
        return grund + (_ALTES.format(auftrag.datei.name) if auftrag.datei.exists() else "")
    auftrag.datei.with_suffix(".pdf").unlink(missing_ok=True)
    return ""


def _ohne_pdf(auftraege: Sequence[Auftrag], fertige: Sequence[Path]) -> Iterator[Absage]:
    """Make the PDFs that are missing; yield the cases whose document became none."""
    zeile = {auftrag.datei: auftrag.fall.zeile for auftrag in auftraege}
    noetig = [datei for datei in fertige if not datei.with_suffix(".pdf").is_file()]
    with Progress(console=Console(stderr=True), transient=True) as balken:
        schritt = balken.add_task("PDF", total=len(noetig))
        for datei, pdf in nach_pdf(noetig):
            balken.advance(schritt)
            if pdf is None:
                yield Absage(zeile[datei], _KEIN_PDF)
