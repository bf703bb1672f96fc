"""What a document carries of its making: the template, every norm it cites with Fassung and Wortlaut, the chains.

A `Herkunft` is a value. How it lies in a Word file is the matter of `normen.dokument.herkunftsteil`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from importlib.metadata import version

from ..fehler import ZitatFehler
from ..norm import Norm
from ..normquelle import Normquelle
from ..pruefsumme import pruefsumme
from ..zitatleser import lies_zitat
from .angaben import einzelne
from .daten import Daten
from .grundlagen import mittelbare
from .vorlage import Vorlage

#: A longer Wortlaut is not kept, only its Prüfsumme: whole works and the longest divisions. No § and no VV comes near it.
_HOECHSTENS = 40_000


class Pruefstand(StrEnum):
    """How far a norm was checked when the document was made; the value is what users see."""

    GEPRUEFT = "geprüft"
    TEILWEISE = "teilweise geprüft"
    UNGEPRUEFT = "ungeprüft"

    def __repr__(self) -> str:
        return f"Pruefstand.{self.name}"


@dataclass(frozen=True, slots=True)
class Zitiertes:
    """A norm that a document cites, as it was then.

    ``pruefsumme`` is that of ``wortlaut`` (`normen.pruefsumme`), of a norm with "ff." that of the Einheit it begins with, of
    one that is not loaded "". ``wortlaut`` may be "" beside it if it was too long to be kept. ``fassung`` and
    ``in_kraft_ab`` are "" where nothing is known.
    """

    zitat: str
    werk: str
    fassung: str
    in_kraft_ab: str
    stand: Pruefstand
    pruefsumme: str
    wortlaut: str


@dataclass(frozen=True, slots=True)
class Klausel:
    """A clause in the Einheit ``quelle``, in its words."""

    quelle: str
    wortlaut: str

    @property
    def pruefsumme(self) -> str:
        """The Prüfsumme of its words."""
        return pruefsumme(self.wortlaut)


@dataclass(frozen=True, slots=True)
class Geltungsweg:
    """That ``gilt`` applies to ``zitat``, by clauses that lead from one to the next."""

    zitat: str
    gilt: str
    klauseln: tuple[Klausel, ...]

    @property
    def satz(self) -> str:
        """The chain for people, each clause in its words."""
        klauseln = "; ".join(f"{k.quelle}: „{k.wortlaut}“" for k in self.klauseln)
        return f"Für {self.zitat} gilt {self.gilt} kraft Verweisung. {klauseln}"


@dataclass(frozen=True, slots=True)
class Herkunft:
    """What a document carries of its making; ``datum`` is its own date as JJJJ-MM-TT, "" if the template names none.

    ``programm`` is the version of normen. ``offen`` are the words of citations that could not be resolved.
    """

    vorlage: str
    vorlage_version: str
    art: str
    datum: str
    programm: str
    zitiertes: tuple[Zitiertes, ...]
    wege: tuple[Geltungsweg, ...] = ()
    offen: tuple[str, ...] = ()


def herkunft(vorlage: Vorlage, daten: Daten, zitate: Iterable[Norm], normen: Normquelle) -> Herkunft:
    """Return what a document carries that is made from a template and data, and cites ``zitate``."""
    return Herkunft(
        vorlage.name,
        vorlage.version,
        vorlage.art,
        _datum(vorlage, daten),
        version("normen"),
        tuple(zitiert(norm, normen) for norm in zitate),
        tuple(_wege(vorlage, daten, normen)),
        tuple(dict.fromkeys(offen.wortlaut for offen in daten.offen)),
    )


def zitiert(norm: Norm, normen: Normquelle) -> Zitiertes:
    """Return a norm as it is recorded."""
    stand = Pruefstand.GEPRUEFT if norm.geprueft else Pruefstand.TEILWEISE if norm.vorbehalt else Pruefstand.UNGEPRUEFT
    worte = belegter_wortlaut(norm, normen)
    summe = pruefsumme(worte) if worte is not None else ""
    kurz = worte if worte and len(worte) <= _HOECHSTENS else ""
    return Zitiertes(norm.zitat, norm.werk, norm.fassung, norm.in_kraft_ab, stand, summe, kurz)


def belegter_wortlaut(norm: Norm, normen: Normquelle) -> str | None:
    """Return the text that a norm was found to have, of one with "ff." its beginning; ``None`` if it is not loaded."""
    if norm.geprueft:
        return norm.wortlaut
    if not norm.vorbehalt:
        return None
    try:
        return normen.norm(str(replace(lies_zitat(norm.zitat), folgende=""))).wortlaut
    except ZitatFehler:
        return None


def _datum(vorlage: Vorlage, daten: Daten) -> str:
    tag = daten.werte.get(vorlage.datum)
    return tag.isoformat() if isinstance(tag, date) else ""


def _wege(vorlage: Vorlage, daten: Daten, normen: Normquelle) -> Iterable[Geltungsweg]:
    """Return the chains by which the legal bases of the data fit; one for each basis, rule and clause."""
    werte: Mapping[str, object] = daten.werte
    for zitat, gilt, v in mittelbare(vorlage.grundlagen, tuple(einzelne(vorlage.felder, werte)), normen):
        yield Geltungsweg(zitat, gilt, (Klausel(str(v.quelle), v.text),))
