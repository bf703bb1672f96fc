"""Fill a template: checked data and resolved norms in, a Word document out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import cast

from ..ablage import pruefe_ziel, schreibe
from ..fehler import Ort, VorlageFehler, systemgrund
from ..norm import Norm
from ..normquelle import Normquelle
from ..vollstaendigkeit import Bericht
from .ausfertigung import ausgefertigt
from .beanstandungen import beanstandet
from .belege import Belege
from .daten import Daten, Wert, unpassend
from .druckbild import absaetze
from .druckstock import Druckstock
from .einsetzen import Wordbausteine, eingesetzt
from .feld import Feld
from .nachweis import Offen
from .normtafel import VOLLZUGSART
from .rechnungen import als_werte
from .sandkasten import Leer
from .vollstaendig import vollstaendig
from .vorlage import BESCHREIBUNG, Vorlage


def druckstock(vorlage: Vorlage) -> Druckstock:
    """Return a template with its Bausteine, ready to print from; made once for the same files."""
    return _bereit(*_wordteile(vorlage))


def zusammengesetzt(vorlage: Vorlage) -> bytes:
    """Return the Word file of a template with its Bausteine in their places; errors as in `eingesetzt`."""
    return eingesetzt(*_wordteile(vorlage))


@lru_cache(maxsize=8)
def _bereit(worddatei: bytes, bausteine: Wordbausteine, name: str) -> Druckstock:
    """Make a template ready; it is known by its bytes, so that one that is changed is made ready anew."""
    return Druckstock.aus(eingesetzt(worddatei, bausteine, name), name)


def _wordteile(vorlage: Vorlage) -> tuple[bytes, Wordbausteine, str]:
    bausteine = tuple((baustein.name, _gelesen(baustein.worddatei)) for baustein in vorlage.bausteine)
    return _gelesen(vorlage.worddatei), bausteine, str(vorlage.worddatei)


def _gelesen(worddatei: Path) -> bytes:
    try:
        return worddatei.read_bytes()
    except OSError as fehler:
        grund = f"Die Word-Datei der Vorlage ist nicht lesbar: {systemgrund(fehler)}"
        raise VorlageFehler(grund, ort=Ort(str(worddatei))) from None


@dataclass(frozen=True, slots=True)
class Ergebnis:
    """A document that was written: where, from which template, and every norm it cites.

    First come those the template cites, in the order of the text, then those that stand in the texts of the data only.
    ``offen`` are the citations in texts of the data that could not be resolved; ``bericht`` says what was found complete,
    and what is left to ask.
    """

    datei: Path
    vorlage: str
    zitate: tuple[Norm, ...]
    offen: tuple[Offen, ...]
    bericht: Bericht

    @property
    def geprueft(self) -> tuple[Norm, ...]:
        """The norms that stand in a loaded text."""
        return tuple(norm for norm in self.zitate if norm.geprueft)

    @property
    def ungeprueft(self) -> tuple[Norm, ...]:
        """The norms of works that are known but not loaded: nobody checked that they exist."""
        return tuple(norm for norm in self.zitate if not norm.geprueft and not norm.vorbehalt)

    @property
    def teilweise_geprueft(self) -> tuple[Norm, ...]:
        """The norms of which a part could be checked only, as with "ff."."""
        return tuple(norm for norm in self.zitate if norm.vorbehalt)


def fuelle(
    vorlage: Vorlage, daten: Daten, normen: Normquelle, ziel: Path, *, anlage: bool = False, streng: bool = False
) -> Ergebnis:
    """Write the template, filled with the data, to ``ziel`` (a file already there is replaced).

    The document carries its Herkunft, with ``anlage`` also as a page to read. Raises `ZitatFehler` for a norm that does
    not exist, with template and place; `VorlageFehler` if the Word file cannot be filled; `DatenFehler` with all that the
    template refuses, then with all that the finished document lacks, and if ``streng`` and the text of a norm is not
    loaded, or a citation not resolved; `NormenFehler` if ``ziel`` cannot be written. In each case nothing is written.
    """
    if daten.vorlage != vorlage.name:
        raise VorlageFehler(f"Die Daten sind für die Vorlage „{daten.vorlage}“ geprüft, nicht für „{vorlage.name}“.")
    pruefe_ziel(ziel, ".docx", "Ein Word-Dokument")
    belege = belege_fuer(vorlage, daten, normen)
    inhalt = gefuellt(vorlage, daten, belege)
    bericht = vollstaendig(vorlage, inhalt, normen, belege.vollzugsart)
    zitate = tuple({norm.zitat: norm for norm in (*belege.normen, *daten.textzitate)}.values())
    schreibe(ziel, ausgefertigt(inhalt, vorlage, daten, zitate, normen, anlage=anlage, streng=streng))
    return Ergebnis(ziel, vorlage.name, zitate, daten.offen, bericht)


def belege_fuer(vorlage: Vorlage, daten: Daten, normen: Normquelle) -> Belege:
    """Return what looks up the citations of one document: as of its day, for its Vollzugsart."""
    am, art = daten.werte.get(vorlage.datum), daten.werte.get(VOLLZUGSART)
    return Belege(vorlage, normen, art if isinstance(art, str) else "", am if isinstance(am, date) else None)


def gefuellt(vorlage: Vorlage, daten: Daten, belege: Belege) -> bytes:
    """Return the filled Word document; citations go through ``belege``. Errors as in `fuelle`."""
    werte = druckwerte(vorlage, daten, belege)
    if beanstandetes := beanstandet(vorlage.beanstandungen, werte, vorlage.ordner / BESCHREIBUNG):
        raise unpassend(vorlage, beanstandetes)
    return druckstock(vorlage).gedruckt(werte)


def druckwerte(vorlage: Vorlage, daten: Daten, belege: Belege) -> dict[str, object]:
    """Return what a template is printed with: its fields, what it works out, and the functions that cite."""
    return {**_mit_ergebnissen(_druckwerte(vorlage.felder, daten.werte), vorlage, daten), **belege.funktionen}


def _mit_ergebnissen(werte: dict[str, object], vorlage: Vorlage, daten: Daten) -> dict[str, object]:
    """Put what was worked out beside the fields, or into the entries of the lists it was worked out for."""
    for rechnung in vorlage.rechnungen:
        ergebnisse = [als_werte(ergebnis) for ergebnis in daten.gerechnet[rechnung.name]]
        if not rechnung.je:
            werte[rechnung.name] = ergebnisse[0] if ergebnisse else Leer(name=rechnung.name)
        elif ergebnisse:
            eintraege = cast("list[dict[str, object]]", werte[rechnung.je])
            for eintrag, ergebnis in zip(eintraege, ergebnisse, strict=True):
                eintrag[rechnung.name] = ergebnis
    return werte


def _druckwerte(felder: Sequence[Feld], werte: Mapping[str, Wert], vorn: str = "") -> dict[str, object]:
    """Return the values as a template sees them: tables by name, long text in paragraphs, gaps that know their name."""
    return {feld.name: _druckwert(feld, werte[feld.name], f"{vorn}{feld.name}") for feld in felder}


def _druckwert(feld: Feld, wert: Wert, stelle: str) -> object:
    if wert is None:
        return Leer(name=stelle)
    if isinstance(wert, Mapping):
        return _druckwerte(feld.felder, wert, f"{stelle}.")
    if isinstance(wert, tuple):
        return [_druckwert(feld, teil, f"{stelle}[{zahl}]") for zahl, teil in enumerate(wert, start=1)]
    if isinstance(wert, str) and "langtext" in (feld.typ, feld.element):
        return absaetze(wert)
    return wert
