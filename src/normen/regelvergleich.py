"""Which rules apply to two Einheiten: their own VV and what Verweisungen make apply, lined up rule by rule.

Guarantees: every rule that `normen.geltung` finds for either side, and every number of either side's own VV, is in exactly
one line, or in parts in several: where one side has a whole and the other a part of it, each part has its line. What is
excluded, or cannot be followed, stays in the `Geltung` of its side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from .einheit import Art, Druck
from .geltung import Geltung, Gilt, Weg, geltung
from .netz import Bereich, Netz
from .verweisung import Verweisung, Wirkung
from .zitat import Ziel


@dataclass(frozen=True, slots=True)
class Regelzeile:
    """A rule, and the ways by which it applies to each side: none if it does not, one without steps if it is its own.

    ``ausgenommen`` are the Einheiten whose clauses except the rule on the side it does not apply to.
    """

    zitat: str
    links: tuple[Weg, ...]
    rechts: tuple[Weg, ...]
    ausgenommen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Regelvergleich:
    """The rules of two sides, those of the left first, and all that applies to each."""

    zeilen: tuple[Regelzeile, ...]
    links: Geltung
    rechts: Geltung


@dataclass(frozen=True, slots=True)
class _Seite:
    """What applies to one side: its rules by number, its ways with what each reaches, and who excepts what."""

    geltung: Geltung
    regeln: tuple[int, ...]
    wege: tuple[tuple[Weg, Bereich], ...]
    ausnahmen: tuple[tuple[str, Bereich], ...]

    def wege_zu(self, nr: int) -> tuple[Weg, ...]:
        """Return the ways to a rule, the shortest of those that come with the same Maßgaben and Bedingungen."""
        verschiedene: dict[tuple[tuple[str, ...], tuple[str, ...]], Weg] = {}
        for weg in (weg for weg, bereich in self.wege if nr in bereich):
            gilt = Gilt("", weg)
            verschiedene.setdefault((gilt.massgaben, gilt.bedingungen), weg)
        return tuple(verschiedene.values())


def vergleiche_regeln(netz: Netz, links: int, rechts: int) -> Regelvergleich:
    """Line up the rules that apply to two Einheiten, given by their numbers."""
    a, b = _seite(netz, links), _seite(netz, rechts)
    alle = dict.fromkeys((*a.regeln, *b.regeln))
    einzelne = dict.fromkeys(teil for nr in alle for teil in _teile(netz, nr, alle.keys()))
    return Regelvergleich(tuple(_zeile(netz.eintraege[nr].zitat, nr, a, b) for nr in einzelne), a.geltung, b.geltung)


def _zeile(zitat: str, nr: int, a: _Seite, b: _Seite) -> Regelzeile:
    links, rechts = a.wege_zu(nr), b.wege_zu(nr)
    ohne = [seite for seite, wege in ((a, links), (b, rechts)) if not wege]
    ausgenommen = (quelle for seite in ohne for quelle, bereich in seite.ausnahmen if nr in bereich)
    return Regelzeile(zitat, links, rechts, tuple(dict.fromkeys(ausgenommen)))


def _seite(netz: Netz, start: int) -> _Seite:
    gefunden = geltung(netz, start)
    regeln = (*_eigene(netz, start), *(netz.nummern[gilt.zitat] for gilt in gefunden.gilt))
    wege = dict.fromkeys(gilt.weg for gilt in gefunden.gilt)
    klauseln = dict.fromkeys(v for weg in wege for v in weg)
    return _Seite(
        gefunden,
        tuple(dict.fromkeys(regeln)),
        (((), netz.mit_allem(start)), *((weg, _erreicht(netz, weg)) for weg in wege)),
        tuple((str(v.quelle), _bereich(netz, v.ausnahmen)) for v in klauseln if v.ausnahmen),
    )


def _erreicht(netz: Netz, weg: Weg) -> Bereich:
    """Return what the last clause of a way makes apply, less all that is excepted on the way."""
    return _bereich(netz, weg[-1].ziele) - _bereich(netz, (ziel for v in weg for ziel in v.ausnahmen))


def _bereich(netz: Netz, ziele: Iterable[Ziel]) -> Bereich:
    return frozenset[int]().union(*(netz.loese(ziel)[0] for ziel in ziele))


def _eigene(netz: Netz, start: int) -> Iterator[int]:
    """Yield the rules of the VV on an Einheit, or of a VV itself, but for those that only refer to others."""
    bereich = netz.mit_allem(start)
    in_vv = frozenset[int]().union(*(netz.mit_allem(nr) for nr in bereich if netz.eintraege[nr].art is Art.VV))
    if netz.eintraege[start].art is Art.VV_NUMMER:
        in_vv = bereich
    for zitat in netz.blaetter(in_vv, frozenset()):
        nr = netz.nummern[zitat]
        if netz.eintraege[nr].druck is Druck.ABGEDRUCKT and not _verweist_nur(netz, nr):
            yield nr


def _verweist_nur(netz: Netz, nr: int) -> bool:
    """Tell whether an Einheit says nothing but what else applies."""
    mit_text = [netz.eintraege[n] for n in sorted(netz.mit_allem(nr)) if netz.eintraege[n].text]
    return bool(mit_text) and all(not _rest(e.text, netz.klauseln.get(e.nr, ())) for e in mit_text)


def _rest(text: str, klauseln: Iterable[Verweisung]) -> str:
    """Return what a text says besides clauses that make something apply."""
    for v in sorted(klauseln, key=lambda v: -v.ab):
        if v.ziele and v.wirkung in (Wirkung.ANALOG, Wirkung.DIREKT):
            text = text[: v.ab] + text[v.bis :]
    return text.strip()


def _teile(netz: Netz, nr: int, alle: Set[int]) -> Iterator[int]:
    """Yield a rule, or, where a part of it is a rule for one of the sides, its parts; the VV on a § is no part of it."""
    if not alle & (_ohne_vv(netz, nr) - {nr}):
        yield nr
        return
    for kind in netz.kinder.get(nr, ()):
        if kind in _ohne_vv(netz, nr):
            yield from _teile(netz, kind, alle)


def _ohne_vv(netz: Netz, nr: int) -> Bereich:
    bereich = netz.mit_allem(nr)
    if netz.eintraege[nr].art is Art.VV:
        return bereich
    return bereich.difference(*(netz.mit_allem(n) for n in bereich if netz.eintraege[n].art in (Art.VV, Art.VERMERK)))
