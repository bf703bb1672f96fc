"""Word files, read as a stream: headers, the body in its order, footers, footnotes and endnotes.

Charts, comments and what lies in embedded files are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from .aufbau import Beiwerk, Block
from .passage import Zaehlung
from .wordarchiv import Beziehung, Wordarchiv, attribut, geoeffnet, gib_frei, ist_an, lokal
from .wordformat import Formate, lies_formate
from .wordleser import NOTEN, Wordleser

_NAMEN = {Zaehlung.KOPFZEILE: "Kopfzeile", Zaehlung.FUSSZEILE: "Fußzeile"}
_RAENDER = {"headerReference": Zaehlung.KOPFZEILE, "footerReference": Zaehlung.FUSSZEILE}
_SEITEN = {"first": " der ersten Seite", "even": " der geraden Seiten"}


def lies_docx(strom: BinaryIO, name: str) -> Iterator[Block]:
    """Yield the blocks of a Word file, tracked changes taken as accepted; ``strom`` must be seekable.

    A paragraph of the body bears its number, counting those in tables and text boxes and the empty ones; a note the number
    that is printed. Headers and footers come once each, and only where they are printed. Raises `LeseFehler` naming the
    file if it is no Word file, broken, has a DOCTYPE, or unpacks beyond measure.
    """
    with geoeffnet(strom, name) as archiv:
        yield from _bloecke(archiv)


def _bloecke(archiv: Wordarchiv) -> Iterator[Block]:
    haupt = next((b.teil for b in archiv.beziehungen("") if b.art == "officeDocument"), "word/document.xml")
    beziehungen = archiv.beziehungen(haupt)
    formate = lies_formate(archiv, beziehungen)
    raender = _raender(archiv, haupt, beziehungen)
    yield from _beiwerk(archiv, formate, [rand for rand in raender if rand.zaehlung is Zaehlung.KOPFZEILE])
    text = Wordleser(formate)
    yield from text.lies(archiv.elemente(haupt))
    yield from _beiwerk(archiv, formate, [rand for rand in raender if rand.zaehlung is Zaehlung.FUSSZEILE])
    for art, zaehlung in NOTEN.items():
        for teil in (b.teil for b in beziehungen if b.art == art):
            yield from Wordleser(formate, zaehlung, reihenfolge=text.noten[zaehlung]).lies(archiv.elemente(teil))


@dataclass(frozen=True, slots=True)
class _Rand:
    """A header or footer: its part, and how a user finds it."""

    zaehlung: Zaehlung
    name: str
    teil: str


def _beiwerk(archiv: Wordarchiv, formate: Formate, raender: list[_Rand]) -> Iterator[Beiwerk]:
    for nummer, rand in enumerate(raender, start=1):
        leser = Wordleser(formate, rand.zaehlung, nummer, (rand.name,))
        if inhalt := tuple(leser.lies(archiv.elemente(rand.teil))):
            yield Beiwerk(rand.zaehlung, nummer, rand.name, inhalt)


def _raender(archiv: Wordarchiv, haupt: str, beziehungen: tuple[Beziehung, ...]) -> list[_Rand]:
    """Return the headers and footers that the sections of the body name, each part once.

    Those of a first page are printed if a section has one, those of even pages if the file tells them from odd ones.
    """
    teile = {b.kennung: b.teil for b in beziehungen}
    gerade = any(ist_an(e, "evenAndOddHeaders") for e in _einstellungen(archiv, beziehungen))
    genannte, erste_seite = list[tuple[int, Zaehlung, str, str]](), False
    for nummer, (verweise, mit_erster) in enumerate(_abschnitte(archiv, haupt), start=1):
        erste_seite = erste_seite or mit_erster
        genannte += [(nummer, zaehlung, art, teile.get(kennung, "")) for zaehlung, art, kennung in verweise]
    gedruckt = {"first": erste_seite, "even": gerade}
    raender: dict[str, _Rand] = {}
    for nummer, zaehlung, art, teil in genannte:
        if teil and gedruckt.get(art, True):
            raender.setdefault(teil, _Rand(zaehlung, _randname(zaehlung, art, nummer), teil))
    return list(raender.values())


def _randname(zaehlung: Zaehlung, art: str, abschnitt: int) -> str:
    ab = f", Abschnitt {abschnitt}" if abschnitt > 1 else ""
    return f"{_NAMEN[zaehlung]}{_SEITEN.get(art, '')}{ab}"


def _einstellungen(archiv: Wordarchiv, beziehungen: tuple[Beziehung, ...]) -> Iterator[Any]:
    for teil in (b.teil for b in beziehungen if b.art == "settings"):
        yield from (element for _, element in archiv.elemente(teil, ("end",), ("settings",)))


def _abschnitte(archiv: Wordarchiv, haupt: str) -> Iterator[tuple[list[tuple[Zaehlung, str, str]], bool]]:
    """Yield, for each section, the headers and footers it names, and whether its first page has its own."""
    for _, element in archiv.elemente(haupt, ("end",), ("p", "sectPr")):
        if lokal(element) == "p":
            gib_frei(element)
        elif lokal(element.getparent()) != "sectPrChange":
            verweise = [
                (_RAENDER[lokal(k)], attribut(k, "type"), attribut(k, "id")) for k in element if lokal(k) in _RAENDER
            ]
            yield verweise, ist_an(element, "titlePg")
