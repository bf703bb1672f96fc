"""Clauses that only describe what applies, and what speaks for their meaning a certain Einheit.

Pure. "Die für den Besuch geltenden Vorschriften" names nothing that could be looked up; but its words stand in the headings
of some §§ and not of others. What is found here is a hint for a reader and never more: nothing is resolved by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from .einheit import Art
from .netz import Netz
from .stichwort import Zerleger, stamm, stichworte, woerter
from .umkehrung import enden
from .verweisung import Verweisung
from .verweisung.wortschatz import NOMEN, nennt_vorschrift
from .zitat import Rahmen, Zitat

#: Words that tell no provision from another: nouns for provisions, and what is said of all of them.
_UEBERALL = frozenset(
    map(
        stamm,
        """
        Vorschrift Rechtsvorschrift Verwaltungsvorschrift Bestimmung Regelung Gesetz Grundsatz geltende gültige allgemeine
        besondere jeweilige entsprechende
        """.split(),
    )
)
#: Between words that are listed side by side: "die Überwachung, Untersagung und den Abbruch".
_REIHUNG = re.compile(r"(?:\s*,\s*|\s+(?:und|oder|sowie)\s+)+(?:d(?:ie|er|es|as|em|en)\s+)?")
_EIGEN = re.compile(rf"{NOMEN}\s+(dieses\s+(Abschnitt|Unterabschnitt|Buche?|Gesetze)s)(?!\w)")
_GLIEDERUNG = {
    "Abschnitt": Art.ABSCHNITT,
    "Unterabschnitt": Art.UNTERABSCHNITT,
    "Buch": Art.WERK,
    "Buche": Art.WERK,
    "Gesetze": Art.WERK,
}


@dataclass(frozen=True, slots=True)
class Anhalt:
    """What speaks for it: words of the description that stand in the heading of an Einheit, or that mean the Einheit.

    Without words it is the Einheit of which the clause excepts a part.
    """

    worte: tuple[str, ...]
    zitat: str
    ueberschrift: str


@dataclass(frozen=True, slots=True)
class Beschrieben:
    """A clause that describes in ``worte`` what applies, and all that speaks for its meaning what was asked about."""

    klausel: Verweisung
    worte: str
    anhalte: tuple[Anhalt, ...]


@dataclass(frozen=True, slots=True)
class _Vage:
    """A description, and the words that make it out; those that are listed side by side are in one row.

    ``eigen`` are the words "dieses Abschnitts", and the number of the Abschnitt that the clause stands in.
    """

    klausel: Verweisung
    worte: str
    reihen: tuple[tuple[str, ...], ...]
    eigen: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Beschreibungen:
    """The descriptions in a net, read once for each work that is asked for; ``zerleger`` gives the splitter of compounds."""

    netz: Netz
    zerleger: Callable[[], Zerleger]
    _vage: dict[str, tuple[_Vage, ...]] = field(default_factory=dict)
    _gemeinsam: dict[tuple[tuple[tuple[str, ...], ...], str], tuple[str, ...]] = field(default_factory=dict)

    def fuer(self, nr: int) -> tuple[Beschrieben, ...]:
        """Return the clauses of the same work that may mean an Einheit or a part of it, but stand outside of it, in order.

        Every word of a description must stand in the heading of the Einheit or of one that it lies in, of words that are
        listed side by side one. "Dieses Abschnitts" means the one the clause stands in, and an exception of a part of a §
        says that the rest of it is meant.
        """
        vage = self._in_werk(self.netz.eintraege[nr].als_zitat.werk)
        eigenes = self.netz.mit_allem(nr)
        moeglich = ((v, self._anhalte(nr, v)) for v in vage if self.netz.nummern[str(v.klausel.quelle)] not in eigenes)
        return tuple(Beschrieben(v.klausel, v.worte, anhalte) for v, anhalte in moeglich if anhalte)

    def mit_namen(self, werk: str, zitate: Iterable[tuple[Zitat, str]]) -> tuple[Beschrieben, ...]:
        """Return the clauses that describe a part of a work by its name; ``zitate`` are where it is cited, in which words.

        "Vorschriften des Mutterschutzgesetzes über die Gestaltung des Arbeitsplatzes" may be any § of that law.
        """
        stellen = [(v, wortlaut) for quelle, wortlaut in zitate for v in self._klauseln(quelle)]
        genannt = ((v, worte, wortlaut) for v, wortlaut in stellen for worte in v.vage if wortlaut in worte)
        return tuple(dict.fromkeys(Beschrieben(v, worte, (Anhalt((wort,), werk, ""),)) for v, worte, wort in genannt))

    def _klauseln(self, quelle: Zitat) -> tuple[Verweisung, ...]:
        return self.netz.klauseln.get(self.netz.hole(quelle.werk).nummern[str(quelle)], ())

    def _in_werk(self, werk: str) -> tuple[_Vage, ...]:
        if werk not in self._vage:
            alle = self.netz.verweisungen(self.netz.mit_allem(self.netz.nummern[werk]), frozenset())
            vage = [(v, worte) for v in alle for worte in v.vage if nennt_vorschrift(worte)]
            gelesen = (_Vage(v, w, _reihen(w, self.zerleger()), tuple(_eigene(self.netz, v, w))) for v, w in vage)
            self._vage[werk] = tuple(gelesen)
        return self._vage[werk]

    def _anhalte(self, nr: int, v: _Vage) -> tuple[Anhalt, ...]:
        mit_kopf = (n for n in sorted(self.netz.mit_allem(nr)) if n == nr or self.netz.eintraege[n].ueberschrift)
        in_koepfen = (a for n in mit_kopf for a in self._in_koepfen(n, v)) if v.reihen else ()
        return tuple(dict.fromkeys((*self._in_eigenem(nr, v), *_ausnahmen(self.netz, nr, v), *in_koepfen)))

    def _in_eigenem(self, nr: int, v: _Vage) -> Iterator[Anhalt]:
        """Yield the division that a clause means by "dieses Abschnitts", if a § asked about lies in it too."""
        for worte, oben in v.eigen:
            e = self.netz.eintraege[oben]
            if e.nr <= nr <= e.letzte and self.netz.eintraege[nr].rahmen is Rahmen.NORM:
                yield Anhalt((worte,), e.zitat, e.ueberschrift)

    def _in_koepfen(self, nr: int, v: _Vage) -> tuple[Anhalt, ...]:
        """Return the headings of an Einheit and above it that share words, if together they have one of each row."""
        oben = [e for n in (nr, *self.netz.oberhalb(nr)) if (e := self.netz.eintraege[n]).ueberschrift]
        anhalte = [Anhalt(worte, e.zitat, e.ueberschrift) for e in oben if (worte := self._gemeinsame(v, e.ueberschrift))]
        gefunden = {wort for a in anhalte for wort in a.worte}
        return tuple(anhalte) if all(gefunden.intersection(reihe) for reihe in v.reihen) else ()

    def _gemeinsame(self, v: _Vage, ueberschrift: str) -> tuple[str, ...]:
        """Return the words of a description that a heading has."""
        schluessel = (v.reihen, ueberschrift)
        if schluessel not in self._gemeinsam:
            worte = [wort for reihe in v.reihen for wort in reihe]
            self._gemeinsam[schluessel] = _gemeinsame(worte, ueberschrift, self.zerleger())
        return self._gemeinsam[schluessel]


def _eigene(netz: Netz, v: Verweisung, worte: str) -> Iterator[tuple[str, int]]:
    treffer = _EIGEN.search(worte)
    for oben in netz.oberhalb(netz.nummern[str(v.quelle)]) if treffer else ():
        if treffer and netz.eintraege[oben].art is _GLIEDERUNG[treffer[2]]:
            yield treffer[1], oben


def _ausnahmen(netz: Netz, nr: int, v: _Vage) -> Iterator[Anhalt]:
    """Yield the § of which a part is excepted, if it was asked about, or something in it or above it."""
    for paragraph in (enden(ziel)[0].paragraph for ziel in v.klausel.ausnahmen):
        kopf = netz.nummern.get(str(paragraph)) if paragraph.glieder else None
        if kopf is not None and (nr in netz.mit_allem(kopf) or kopf in netz.mit_allem(nr)):
            yield Anhalt((), str(paragraph), netz.eintraege[kopf].ueberschrift)


def _gemeinsame(worte: Iterable[str], ueberschrift: str, zerleger: Zerleger) -> tuple[str, ...]:
    """Return the words that a heading has too, alone or in a compound: "Besuch" in "Langzeitbesuche".

    Of a compound in the heading that all the words make up together, each has its part: "Vollzug der Freiheitsstrafe" is
    "Strafvollzug".
    """
    begriffe = {wort: _begriffe(wort, zerleger) for wort in worte}
    alle = {begriff for teile in begriffe.values() for begriff in teile}
    gefunden = set[str]()
    for kopf in stichworte(ueberschrift, zerleger):
        zusammen = set(kopf[1:]) if alle.issuperset(kopf[1:]) else set[str]()
        gefunden |= {w for w, t in begriffe.items() if t[0] in kopf or kopf[0] in t or zusammen.intersection(t)}
    return tuple(wort for wort in begriffe if wort in gefunden)


def _reihen(worte: str, zerleger: Zerleger) -> tuple[tuple[str, ...], ...]:
    """Return the words that make a description out, those that are listed side by side in one row."""
    reihen, bis = list[tuple[str, ...]](), 0
    for wort in woerter(worte):
        begriffe = _begriffe(wort.form, zerleger)
        if begriffe and begriffe[0] not in _UEBERALL:
            davor = reihen.pop() if reihen and _REIHUNG.fullmatch(worte, bis, wort.ab) else ()
            reihen.append((*davor, wort.form))
            bis = wort.bis
    return tuple(reihen)


def _begriffe(wort: str, zerleger: Zerleger) -> tuple[str, ...]:
    return next(stichworte(wort, zerleger), ())
