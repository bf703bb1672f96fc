"""A document in its parts: what stands before the reasons, the reasons, the instruction on remedies, the close.

A part begins at its heading, or where its wording begins if there is none. Headers, footers and notes stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import groupby

from ..satz import satzgrenzen
from .wortschatz import (
    BELEHRUNG,
    BELEHRUNG_WORTLAUT,
    ERZAEHLT,
    GRUENDE,
    GRUENDE_WORTLAUT,
    SCHLUSS,
    UEBERSCHRIFTEN,
    VERFUEGT,
)

#: "G r ü n d e": letters that stand apart.
_GESPERRT = re.compile(r"(?<!\w)(?:\w ){2,}\w(?!\w)")
#: Numbers before a heading: "II.", "1.", "A)", and the marks of plain text.
_ZAEHLER = r"(?:[#*]+\s*)?(?:(?:[IVX]+|\d{1,2}|[A-Z])[.)]\s*)*"
#: So far ahead the wording of a part is looked for, in characters.
_BLICK_VORAUS = 400
_SCHLUSSZEICHEN = r"[\s*]*"
#: A heading as plain text marks it.
_MARKIERT = re.compile(r"\s*#{1,6}\s+\S")


class Abschnitt(Enum):
    """The parts of a document."""

    VORN = "vorn"
    GRUENDE = "gruende"
    BELEHRUNG = "belehrung"
    SCHLUSS = "schluss"
    RAND = "rand"

    def __repr__(self) -> str:
        return f"Abschnitt.{self.name}"


@dataclass(frozen=True, slots=True)
class Zeile:
    """A line with its place in words; lines of one ``block`` are one paragraph. ``rand``: of a header, footer or note.

    ``ort`` is "" in the running text until `mit_orten` (`normen.vollstaendigkeit.ort`) says under which heading it stands.
    ``titel``: set as a heading.
    """

    text: str
    ort: str
    block: int
    rand: bool = False
    titel: bool = False


@dataclass(frozen=True, slots=True)
class Satz:
    """A Satz of running text, and the place of its first line."""

    text: str
    ort: str


@dataclass(frozen=True)
class Text:
    """Lines that follow each other."""

    zeilen: tuple[Zeile, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.zeilen)

    def __add__(self, anderer: Text) -> Text:
        return Text(self.zeilen + anderer.zeilen)

    @cached_property
    def inhalt(self) -> str:
        """The words, line by line."""
        return "\n".join(zeile.text for zeile in self.zeilen)

    @cached_property
    def saetze(self) -> tuple[Satz, ...]:
        """The Sätze, paragraph by paragraph."""
        return tuple(satz for absatz in _absaetze(self.zeilen) for satz in _saetze(absatz))

    def ohne_ueberschriften(self) -> Text:
        """Return the lines that are no heading."""
        return Text(tuple(zeile for zeile in self.zeilen if not ist_ueberschrift(zeile)))

    def mit(self, muster: re.Pattern[str]) -> Zeile | None:
        """Return the first line in which the words begin, also if they run on in the next."""
        treffer = muster.search(self.inhalt)
        return self.zeilen[self.inhalt.count("\n", 0, treffer.start())] if treffer else None


def _absaetze(zeilen: Iterable[Zeile]) -> Iterator[list[Zeile]]:
    """Yield the paragraphs; a heading is one of its own, though no blank line may follow it."""
    for (_, kopf), gruppe in groupby(zeilen, lambda z: (z.block, ist_ueberschrift(z))):
        absatz = list(gruppe)
        yield from ([zeile] for zeile in absatz) if kopf else [absatz]


def _saetze(zeilen: list[Zeile]) -> Iterator[Satz]:
    text = "\n".join(zeile.text for zeile in zeilen)
    for ab, bis in satzgrenzen(text):
        yield Satz(" ".join(text[ab:bis].split()), zeilen[text.count("\n", 0, ab)].ort)


@dataclass(frozen=True, slots=True)
class Schreiben:
    """A document in parts; each line stands in exactly one. ``belehrt_mit_ueberschrift``: remedies have their heading."""

    teile: dict[Abschnitt, Text]
    belehrt_mit_ueberschrift: bool

    def teil(self, *abschnitte: Abschnitt) -> Text:
        """Return the lines of parts, in the order asked for."""
        return sum((self.teile.get(a, Text()) for a in abschnitte), Text())

    @property
    def inhaltlich(self) -> Text:
        """What regulates and gives reasons: all but remedies, margins and close."""
        return self.teil(Abschnitt.VORN, Abschnitt.GRUENDE)


def gliedere(zeilen: Iterable[Zeile]) -> Schreiben:
    """Divide a document into its parts; a heading in words of its own belongs to what stands below it."""
    teile: dict[Abschnitt, list[Zeile]] = {}
    koepfe = list[Zeile]()
    abschnitt, mit_ueberschrift, verfuegt = Abschnitt.VORN, False, False
    fortsetzungen = _fortsetzungen(alle := list(zeilen))
    for zeile, bis_zum_ende in zip(alle, fortsetzungen, strict=True):
        if zeile.rand:
            teile.setdefault(Abschnitt.RAND, []).append(zeile)
            continue
        if neuer := _beginnt(zeile.text, bis_zum_ende, abschnitt, verfuegt):
            abschnitt = neuer
            mit_ueberschrift = mit_ueberschrift or (neuer is Abschnitt.BELEHRUNG and _steht_unter_kopf(zeile, koepfe))
        if ist_ueberschrift(zeile) and not benennt_teil(zeile.text):
            koepfe.append(zeile)
            continue
        verfuegt = verfuegt or (not ist_ueberschrift(zeile) and bool(VERFUEGT.search(bis_zum_ende)))
        teile.setdefault(abschnitt, []).extend((*koepfe, zeile))
        koepfe.clear()
    teile.setdefault(abschnitt, []).extend(koepfe)
    return Schreiben({a: Text(tuple(z)) for a, z in teile.items()}, mit_ueberschrift)


def _steht_unter_kopf(erste: Zeile, koepfe: list[Zeile]) -> bool:
    """Tell whether a part has a heading: its first line is or begins with one, or stands right below one."""
    return bool(koepfe) or ist_ueberschrift(erste) or ueberschrift(erste.text, BELEHRUNG)


def _fortsetzungen(zeilen: list[Zeile]) -> list[str]:
    """Return each line with the rest of its paragraph: wording runs on over the ends of lines."""
    weiter, hinten, block = list[str](), "", -1
    for zeile in reversed(zeilen):
        hinten = f"{zeile.text} {hinten if zeile.block == block else ''}"[:_BLICK_VORAUS]
        block = zeile.block
        weiter.append(hinten)
    return weiter[::-1]


def _beginnt(text: str, bis_zum_ende: str, jetzt: Abschnitt, verfuegt: bool) -> Abschnitt | None:
    """Return the part that begins with a line, ``None`` if none does; ``verfuegt``: a decision stands above."""

    def hier(muster: re.Pattern[str]) -> bool:
        treffer = muster.search(bis_zum_ende)
        return treffer is not None and treffer.start() <= len(text)

    if ueberschrift(text, BELEHRUNG) or (jetzt is not Abschnitt.BELEHRUNG and hier(BELEHRUNG_WORTLAUT)):
        return Abschnitt.BELEHRUNG
    if SCHLUSS.match(text):
        return Abschnitt.SCHLUSS
    if jetzt is not Abschnitt.VORN:
        return None
    if ueberschrift(text, GRUENDE) or (verfuegt and (hier(GRUENDE_WORTLAUT) or ERZAEHLT.match(text))):
        return Abschnitt.GRUENDE
    return None


def ueberschrift(text: str, worte: str) -> bool:
    """Tell whether a line is a heading of these words, or begins with one: "Gründe", "II. Gründe:", "Gründe: Am …"."""
    glatt = _GESPERRT.sub(lambda t: t[0].replace(" ", ""), text.strip())
    return bool(re.match(rf"{_ZAEHLER}(?:{worte}){_SCHLUSSZEICHEN}(?::|\.?$)", glatt, re.IGNORECASE))


def ist_ueberschrift(zeile: Zeile) -> bool:
    """Tell whether a line is a heading: set as one, marked with "#", or nothing but one that notices have."""
    return zeile.titel or bool(_MARKIERT.match(zeile.text)) or benennt_teil(zeile.text)


def benennt_teil(text: str) -> bool:
    """Tell whether a line is nothing but a heading that notices have."""
    return ueberschrift(text, UEBERSCHRIFTEN) and not re.search(r":\s*\S", text)
