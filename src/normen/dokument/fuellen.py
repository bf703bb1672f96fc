"""Fill a template: checked data and resolved norms in, a Word document out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docx.opc.exceptions import PackageNotFoundError
from jinja2 import TemplateError, TemplateSyntaxError

from ..ablage import pruefe_ziel, schreibe
from ..fehler import Ort, VorlageFehler
from ..norm import Norm
from ..normquelle import Normquelle
from ..vollstaendigkeit import Bericht
from .belege import Belege
from .daten import Daten, Wert
from .druckbild import absaetze
from .feld import Feld
from .nachweis import Offen
from .paket import verpackt
from .setzen import Leer, Wordvorlage, setzmaschine
from .vollstaendig import vollstaendig
from .vorlage import Vorlage


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


def fuelle(vorlage: Vorlage, daten: Daten, normen: Normquelle, ziel: Path) -> Ergebnis:
    """Write the template, filled with the data, to ``ziel`` (a file already there is replaced).

    Raises `ZitatFehler` for a norm that does not exist, with template and place; `VorlageFehler` if the Word file
    cannot be filled; `DatenFehler` with all that the finished document lacks; `NormenFehler` if ``ziel`` cannot be written.
    In each case nothing is written.
    """
    if daten.vorlage != vorlage.name:
        raise VorlageFehler(f"Die Daten sind für die Vorlage „{daten.vorlage}“ geprüft, nicht für „{vorlage.name}“.")
    pruefe_ziel(ziel, ".docx", "Ein Word-Dokument")
    belege = Belege(vorlage, normen)
    inhalt = gefuellt(vorlage, daten, belege)
    bericht = vollstaendig(vorlage, inhalt, normen)
    schreibe(ziel, inhalt)
    zitate = {norm.zitat: norm for norm in (*belege.normen, *daten.textzitate)}
    return Ergebnis(ziel, vorlage.name, tuple(zitate.values()), daten.offen, bericht)


def gefuellt(vorlage: Vorlage, daten: Daten, belege: Belege) -> bytes:
    """Return the filled Word document; citations go through ``belege``. Errors as in `fuelle`."""
    word, heraus = Wordvorlage(str(vorlage.worddatei)), io.BytesIO()
    try:
        word.render(_druckwerte(vorlage.felder, daten.werte), setzmaschine(belege), autoescape=True)
        word.save(heraus)
    except TemplateSyntaxError as fehler:
        raise _unfuellbar(vorlage, f"Ein Befehl ist falsch geschrieben ({fehler.message}).", _umgebung(fehler)) from fehler
    except TemplateError as fehler:
        raise _unfuellbar(vorlage, fehler.message or str(fehler)) from fehler
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError) as fehler:
        raise _unfuellbar(vorlage, f"Sie ist keine vollständige Word-Datei ({fehler}).") from fehler
    except (TypeError, ValueError, ArithmeticError, AttributeError, IndexError) as fehler:
        raise _unfuellbar(vorlage, f"Ein Befehl in {{{{ … }}}} oder {{% … %}} ist nicht auszuführen ({fehler}).") from fehler
    return verpackt(heraus.getvalue())


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


def _umgebung(fehler: TemplateError) -> str:
    """Return the paragraph docxtpl was at, if it tells."""
    zeilen = [zeile.strip() for zeile in getattr(fehler, "docx_context", ())]
    return next((zeile for zeile in zeilen if "{" in zeile), "")


def _unfuellbar(vorlage: Vorlage, grund: str, stelle: str = "") -> VorlageFehler:
    rat = f"Stelle: {stelle}" if stelle else ""
    return VorlageFehler(f"Die Vorlage lässt sich nicht füllen: {grund}", ort=Ort(str(vorlage.worddatei)), rat=rat)
