"""The plate: a template made ready once, and printed from many times."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from docx.opc.exceptions import PackageNotFoundError
from jinja2 import Template, TemplateError, TemplateSyntaxError
from lxml import etree

from ..fehler import LeseFehler, Ort, VorlageFehler
from ..schriftstueck.einlass import pruefe_vorlage
from .befehle import Unerlaubt
from .paket import ergaenzt, verpackt
from .sandkasten import AUSFUEHRUNG, Arbeit, gesetzt, setzmaschine
from .satzfehler import satzfehler
from .setzen import Teil, zerlegt

_UNFUELLBAR = "Die Vorlage lässt sich nicht füllen"
#: So much of a paragraph is shown.
_STELLE = 200


@dataclass(frozen=True, slots=True)
class _Platte:
    """A part with commands, compiled."""

    teil: Teil
    vorlage: Template


@dataclass(frozen=True, slots=True)
class Druckstock:
    """A template whose parts are checked, patched and compiled, and whose constant parts are packed.

    Nothing in it belongs to a document, so any number of threads may print from it; a process makes its own.
    """

    name: str
    paket: bytes
    platten: tuple[_Platte, ...]

    @classmethod
    def aus(cls, docx: bytes, name: str) -> Self:
        """Make a template ready: the bytes of its Word file, and the name that errors give it.

        Raises `VorlageFehler` if the file is dangerous or no Word file, or a command is wrong or not allowed.
        """
        with lesbar(name):
            pruefe_vorlage(docx, name)
            inhalt, teile = zerlegt(docx)
        platten = tuple(_Platte(teil, _uebersetzt(teil, name)) for teil in teile if "{" in teil.quelle)
        feste = {teil.name: _fest(teil, name) for teil in teile if "{" not in teil.quelle}
        paket = verpackt(inhalt, ohne=frozenset(teil.name for teil in teile))
        return cls(name, ergaenzt(paket, feste), platten)

    def gedruckt(self, werte: Mapping[str, object]) -> bytes:
        """Return a Word document: what docxtpl would make of the template, the same bytes for the same values.

        ``werte`` are the fields as the template names them, and the functions ``norm`` and ``normen``. Values are printed,
        never read as commands. Raises `VorlageFehler` with file, part and paragraph if a command cannot be carried out or
        the template uses up more than `normen.dokument.sandkasten` allows; what a function raises passes through.
        """
        arbeit = Arbeit()
        return ergaenzt(self.paket, {platte.teil.name: self._gedruckt(platte, werte, arbeit) for platte in self.platten})

    def _gedruckt(self, platte: _Platte, werte: Mapping[str, object], arbeit: Arbeit) -> bytes:
        try:
            return platte.teil.fertig(gesetzt(platte.vorlage, werte, arbeit))
        except TemplateError as fehler:
            zeile = _zeile(fehler.__traceback__)
            raise _unfuellbar(self.name, fehler.message or str(fehler), platte.teil, zeile) from fehler
        except AUSFUEHRUNG as fehler:
            grund = f"Ein Befehl in {{{{ … }}}} oder {{% … %}} ist nicht auszuführen ({fehler})."
            raise _unfuellbar(self.name, grund, platte.teil, _zeile(fehler.__traceback__)) from fehler


def _uebersetzt(teil: Teil, name: str) -> Template:
    try:
        return setzmaschine().uebersetzt(teil.quelle)
    except TemplateSyntaxError as fehler:
        raise _unfuellbar(name, satzfehler(fehler), teil, fehler.lineno) from fehler
    except Unerlaubt as fehler:
        raise _unfuellbar(name, str(fehler), teil, fehler.zeile) from fehler


def _fest(teil: Teil, name: str) -> bytes:
    """Return a part without commands."""
    try:
        return teil.fertig(teil.quelle.replace("\n<w:p", "<w:p"))
    except Unerlaubt as fehler:
        raise _unfuellbar(name, str(fehler), teil) from fehler


@contextmanager
def lesbar(name: str) -> Iterator[None]:
    """Name the template in what is said of a file that is dangerous, or none of Word's."""
    try:
        yield
    except LeseFehler as fehler:
        raise VorlageFehler(
            f"Die Vorlage lässt sich nicht füllen: {fehler.meldung}", ort=Ort(name), rat=fehler.rat
        ) from None
    except Unerlaubt as fehler:
        raise _unfuellbar(name, str(fehler)) from None
    except (PackageNotFoundError, zipfile.BadZipFile, etree.XMLSyntaxError, *AUSFUEHRUNG) as fehler:
        raise _unfuellbar(name, f"Sie ist keine vollständige Word-Datei ({fehler}).") from fehler


def _zeile(spur: TracebackType | None) -> int:
    """Return the line of the source that an error comes from, 0 if it comes from none."""
    zeile = 0
    while spur:
        if isinstance(vorlage := spur.tb_frame.f_globals.get("__jinja_template__"), Template):
            zeile = vorlage.get_corresponding_lineno(spur.tb_lineno)
        spur = spur.tb_next
    return zeile


def _unfuellbar(name: str, grund: str, teil: Teil | None = None, zeile: int = 0) -> VorlageFehler:
    stelle = stelle_von(teil, zeile) if teil else ""
    rat = f"Stelle: {stelle}" if stelle else ""
    return VorlageFehler(f"{_UNFUELLBAR}: {grund}", ort=Ort(name), rat=rat)


def stelle_von(teil: Teil, zeile: int) -> str:
    """Return where a line of a part's source stands, as users call it: the part, and the paragraph with the command."""
    return ": ".join(filter(None, (teil.wo, _absatz(teil.quelle, zeile))))


def _absatz(quelle: str, zeile: int) -> str:
    """Return the paragraph with a command that stands on a line of the source, or before it."""
    zeilen = [re.sub(r"<[^>]+>", "", absatz).strip() for absatz in re.split(r"\r\n|\r|\n", quelle)[:zeile]]
    gefunden = next((absatz for absatz in reversed(zeilen) if "{" in absatz), "")
    return gefunden if len(gefunden) <= _STELLE else f"{gefunden[:_STELLE]}…"
