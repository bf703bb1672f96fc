"""Fill a template: checked data and resolved norms in, a Word document out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..ablage import pruefe_ziel, schreibe
from ..fehler import Ort, VorlageFehler, systemgrund
from ..norm import Norm
from ..normquelle import Normquelle
from .belege import Belege
from .daten import Daten, Wert
from .druckbild import absaetze
from .druckstock import Druckstock
from .feld import Feld
from .nachweis import Offen
from .sandkasten import Leer
from .vorlage import Vorlage

#: Known by their bytes, so that a template that is changed is made ready anew.
_druckstock = lru_cache(maxsize=8)(Druckstock.aus)


@dataclass(frozen=True, slots=True)
class Ergebnis:
    """A document that was written: where, from which template, and every norm it cites.

    First come those the template cites, in the order of the text, then those that stand in the texts of the data only.
    ``offen`` are the citations in texts of the data that could not be resolved.
    """

    datei: Path
    vorlage: str
    zitate: tuple[Norm, ...]
    offen: tuple[Offen, ...] = ()

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


def fuelle(vorlage: Vorlage, daten: Daten, normen: Normquelle, ziel: Path) -> Ergebnis:
    """Write the template, filled with the data, to ``ziel`` (a file already there is replaced).

    Raises `ZitatFehler` for a norm that does not exist, with template and place; `VorlageFehler` if the Word file
    cannot be filled; `NormenFehler` if ``ziel`` cannot be written. In each case nothing is written.
    """
    if daten.vorlage != vorlage.name:
        raise VorlageFehler(f"Die Daten sind für die Vorlage „{daten.vorlage}“ geprüft, nicht für „{vorlage.name}“.")
    pruefe_ziel(ziel, ".docx", "Ein Word-Dokument")
    belege = Belege(vorlage, normen)
    schreibe(ziel, gefuellt(vorlage, daten, belege))
    zitate = {norm.zitat: norm for norm in (*belege.normen, *daten.textzitate)}
    return Ergebnis(ziel, vorlage.name, tuple(zitate.values()), daten.offen)


def gefuellt(vorlage: Vorlage, daten: Daten, belege: Belege) -> bytes:
    """Return the filled Word document; citations go through ``belege``. Errors as in `fuelle`."""
    return _druckstock(_worddatei(vorlage), str(vorlage.worddatei)).gedruckt(druckwerte(vorlage, daten, belege))


def druckwerte(vorlage: Vorlage, daten: Daten, belege: Belege) -> dict[str, object]:
    """Return what a template is printed with: the values of its fields, and the functions that cite."""
    werte = _druckwerte(vorlage.felder, daten.werte)
    return {**werte, "norm": belege.norm, "normen": belege.aufgezaehlt}


def _worddatei(vorlage: Vorlage) -> bytes:
    try:
        return vorlage.worddatei.read_bytes()
    except OSError as fehler:
        grund = f"Die Word-Datei der Vorlage ist nicht lesbar: {systemgrund(fehler)}"
        raise VorlageFehler(grund, ort=Ort(str(vorlage.worddatei))) from None


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
