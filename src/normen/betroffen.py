"""Who takes an Einheit over: what applies, read backwards.

Pure: works on a `normen.umkehrung.Umkehrung`. Clauses that can lead to an Einheit are found by going back from target to
source; each is then followed forwards, as `normen.geltung` does. So the answer is the exact inverse of what applies, with
the same chains, exceptions and conditions, and nothing is listed that only looks as if it came along. A chain that brings
only what the same clause brings already, by fewer steps and under no more conditions, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from .beschrieben import Beschrieben
from .geltung import Gilt, Schritt, Weg, schritte, vorbehalte
from .netz import Bereich, Netz
from .umkehrung import Umkehrung, enden
from .verweisung import Verweisung, Wirkung
from .zitat import Ziel, Zitat
from .zitatleser import lies_zitat

_AUSSCHLUSS = (Wirkung.NEGATIV, Wirkung.UNBERUEHRT)


@dataclass(frozen=True, slots=True)
class Uebernahme:
    """An Einheit in which a clause stands that takes over what was asked about, or a part of it.

    ``gilt`` are the parts by one chain: leaves as `normen.geltung` names them, and numbers whose own words come along with
    the numbers below them. A leaf may be larger than what was asked about.
    """

    zitat: str
    gilt: tuple[Gilt, ...]

    @property
    def weg(self) -> Weg:
        """The chain, from the clause that takes over to the one that names what was asked about."""
        return self.gilt[0].weg

    @property
    def wirkung(self) -> Wirkung:
        """``ANALOG`` as soon as one step of the chain says "entsprechend"."""
        return self.gilt[0].wirkung

    @property
    def tiefe(self) -> int:
        """Number of steps."""
        return self.gilt[0].tiefe

    @property
    def massgaben(self) -> tuple[str, ...]:
        """Maßgaben collected along the chain."""
        return self.gilt[0].massgaben

    @property
    def bedingungen(self) -> tuple[str, ...]:
        """Bedingungen collected along the chain."""
        return self.gilt[0].bedingungen

    @property
    def teile(self) -> tuple[str, ...]:
        """Citations of what is taken over."""
        return tuple(g.zitat for g in self.gilt)

    @property
    def paragraph(self) -> str:
        """The § that the Einheit lies in, or whose VV it is; "" if there is none."""
        paragraph = lies_zitat(self.zitat).paragraph
        return str(paragraph) if paragraph.glieder else ""


@dataclass(frozen=True, slots=True)
class Ausgenommen:
    """A clause that expressly excepts what was asked about (``ganz``), or a part of it, by what it names in ``was``."""

    klausel: Verweisung
    was: tuple[Ziel, ...]
    ganz: bool


@dataclass(frozen=True, slots=True)
class Betroffen:
    """All that is affected by a change of ``zitat``.

    ``nicht`` are the clauses that exclude it or leave it unaffected, ``ausgenommen`` those that except it from what they
    make apply, ``moeglich`` those that only describe what applies, in words that may mean it.
    """

    zitat: str
    uebernahmen: tuple[Uebernahme, ...]
    nicht: tuple[Verweisung, ...]
    ausgenommen: tuple[Ausgenommen, ...] = ()
    moeglich: tuple[Beschrieben, ...] = ()

    def mit_moeglichen(self, moeglich: Iterable[Beschrieben]) -> Betroffen:
        """Return the answer with what is only possible, less the clauses of which more is certain."""
        ganz = {a.klausel for a in self.ausgenommen if a.ganz}
        gewiss = ganz.union(self.nicht, (u.weg[0] for u in self.uebernahmen))
        return replace(self, moeglich=tuple(m for m in moeglich if m.klausel not in gewiss))

    @property
    def klauseln(self) -> tuple[Verweisung, ...]:
        """The clauses that say something of ``zitat`` themselves, and not over another Einheit; each once."""
        unmittelbar = (u.weg[0] for u in self.uebernahmen if u.tiefe == 1)
        ausgenommen, moeglich = (a.klausel for a in self.ausgenommen), (m.klausel for m in self.moeglich)
        return tuple(dict.fromkeys((*unmittelbar, *self.nicht, *ausgenommen, *moeglich)))


def betroffen(umkehrung: Umkehrung, nr: int) -> Betroffen:
    """Return who takes over an Einheit, a part of it, or something that it is part of; nearest first, then in order."""
    gefragt = umkehrung.netz.mit_allem(nr)
    return _beantwortet(umkehrung, _Geladen(umkehrung.netz, nr, gefragt), umkehrung.quellen(gefragt))


def betroffen_ausserhalb(umkehrung: Umkehrung, zitat: Zitat) -> Betroffen:
    """Return the same for an Einheit of a work that is not loaded; in a range it lies by its number."""
    return _beantwortet(umkehrung, _Fremd(zitat), umkehrung.quellen((zitat.werk,)))


class _Gefragt(Protocol):
    """What was asked about."""

    @property
    def name(self) -> str: ...

    def nennt(self, ziel: Ziel) -> bool:
        """Tell whether a target is it, lies in it, or holds it."""

    def umfasst(self, ziele: tuple[Ziel, ...]) -> bool:
        """Tell whether all of it lies in some targets."""

    def teile(self, schritt: Schritt) -> Iterable[str]:
        """Return what a step makes apply of it: citations of leaves."""

    def bringt_mehr(self, schritt: Schritt, frueher: Schritt) -> bool:
        """Tell whether a step makes more of it apply than an earlier one."""


def _beantwortet(umkehrung: Umkehrung, gefragt: _Gefragt, quellen: Iterable[int]) -> Betroffen:
    klauseln = [(nr, v) for nr in sorted(quellen) for v in umkehrung.netz.klauseln[nr]]
    nennt = [(nr, v) for nr, v in klauseln if any(map(gefragt.nennt, v.ziele)) and v.wirkung not in _AUSSCHLUSS]
    nicht = [v for _, v in klauseln if v.wirkung in _AUSSCHLUSS and any(map(gefragt.nennt, v.ziele))]
    ausgenommen = (_ausgenommen(gefragt, v) for _, v in klauseln if v.wirkung not in _AUSSCHLUSS)
    folgend = sorted(umkehrung.herkunft(nr for nr, _ in nennt))
    uebernahmen = (u for nr in folgend for u in _uebernahmen(umkehrung.netz, nr, gefragt))
    return Betroffen(
        gefragt.name,
        tuple(sorted(uebernahmen, key=lambda u: u.tiefe)),
        tuple(v for v in nicht if not gefragt.umfasst(v.ausnahmen)),
        tuple(a for a in ausgenommen if a.was),
    )


def _ausgenommen(gefragt: _Gefragt, v: Verweisung) -> Ausgenommen:
    return Ausgenommen(v, tuple(filter(gefragt.nennt, v.ausnahmen)), gefragt.umfasst(v.ausnahmen))


def _uebernahmen(netz: Netz, quelle: int, gefragt: _Gefragt) -> Iterator[Uebernahme]:
    """Follow the clauses of one Einheit; of ways that bring the same under the same conditions, the first counts."""
    gesehen = set[tuple[object, ...]]()
    wege: dict[Weg, list[Gilt]] = {}
    for schritt, teile in _schritte(netz, quelle, gefragt):
        for gilt in (Gilt(zitat, schritt[-1]) for zitat in teile):
            merkmal = (gilt.zitat, gilt.massgaben, gilt.bedingungen)
            if merkmal not in gesehen:
                gesehen.add(merkmal)
                wege.setdefault(gilt.weg, []).append(gilt)
    return (Uebernahme(netz.eintraege[quelle].zitat, tuple(gilt)) for gilt in wege.values())


def _schritte(netz: Netz, quelle: int, gefragt: _Gefragt) -> Iterator[tuple[Schritt, list[str]]]:
    """Yield the steps from an Einheit that bring something of what was asked about from outside of it, and what.

    "§ 36 gilt entsprechend" takes § 36 Satz 1 over; that Satz 3 of § 36 refers to Satz 1 adds nothing to that.
    """
    eigenes, bisher = netz.mit_allem(quelle), list[Schritt]()
    for schritt in schritte(netz, quelle):
        teile = [zitat for zitat in gefragt.teile(schritt) if netz.nummern.get(zitat) not in eigenes]
        kuerzere = (frueher for frueher in bisher if _ist_kuerzer(frueher[-1], schritt[-1]))
        if teile and all(gefragt.bringt_mehr(schritt, frueher) for frueher in kuerzere):
            bisher.append(schritt)
            yield schritt, teile


def _ist_kuerzer(frueher: Weg, weg: Weg) -> bool:
    """Tell whether a way comes from the same clause, by fewer steps and under no more conditions."""
    return frueher[0] == weg[0] and len(frueher) < len(weg) and vorbehalte(frueher) <= vorbehalte(weg)


@dataclass(frozen=True, slots=True)
class _Geladen:
    """An Einheit of the net; ``gefragt`` holds what lies below it, with the VV on it."""

    netz: Netz
    nr: int
    gefragt: Bereich

    @property
    def name(self) -> str:
        return self.netz.eintraege[self.nr].zitat

    def nennt(self, ziel: Ziel) -> bool:
        return not self.gefragt.isdisjoint(self.netz.loese(ziel)[0])

    def umfasst(self, ziele: tuple[Ziel, ...]) -> bool:
        """Who names a § names all of it, though not its VV."""
        if not ziele:
            return False
        selbst = self.netz.loese(self.netz.eintraege[self.nr].als_zitat)[0] or self.gefragt
        return selbst <= frozenset[int]().union(*(self.netz.loese(ziel)[0] for ziel in ziele))

    def teile(self, schritt: Schritt) -> Iterator[str]:
        """Such words as stand in no leaf, for their number has numbers below it, come along too."""
        bereich, ausgenommen, _ = schritt
        if self.gefragt.isdisjoint(bereich):
            return
        blaetter, ende = frozenset(self.netz.blaetter(bereich, ausgenommen)), 0
        for nr in sorted(bereich - ausgenommen):
            eintrag = self.netz.eintraege[nr]
            if eintrag.zitat in blaetter:
                ende = eintrag.letzte
                if not self.gefragt.isdisjoint(self.netz.mit_allem(nr) & bereich):
                    yield eintrag.zitat
            elif nr > ende and nr in self.gefragt and eintrag.text:
                yield eintrag.zitat

    def bringt_mehr(self, schritt: Schritt, frueher: Schritt) -> bool:
        (bereich, ausgenommen, _), (schon, ohne, _) = schritt, frueher
        return not self.gefragt & (bereich - ausgenommen) <= schon - ohne


@dataclass(frozen=True, slots=True)
class _Fremd:
    """An Einheit of a work that is not loaded."""

    zitat: Zitat

    @property
    def name(self) -> str:
        return str(self.zitat)

    def nennt(self, ziel: Ziel) -> bool:
        return _trifft(ziel, self.zitat)

    def umfasst(self, ziele: tuple[Ziel, ...]) -> bool:
        return any(_umfasst(ziel, self.zitat) for ziel in ziele)

    def teile(self, schritt: Schritt) -> Iterator[str]:
        *_, weg = schritt
        if not any(self.umfasst(v.ausnahmen) for v in weg):
            yield from map(str, filter(self.nennt, weg[-1].ziele))

    def bringt_mehr(self, schritt: Schritt, frueher: Schritt) -> bool:
        schon = frueher[-1][-1].ziele
        return not (self.umfasst(schon) or set(filter(self.nennt, schritt[-1][-1].ziele)) <= set(schon))


def _trifft(ziel: Ziel, zitat: Zitat) -> bool:
    """Tell whether a target is an Einheit, lies in it, or holds it."""
    return _umfasst(ziel, zitat) or any(zitat in ende.eltern for ende in enden(ziel))


def _umfasst(ziel: Ziel, zitat: Zitat) -> bool:
    """Tell whether an Einheit is a target, or lies in it."""
    ganze = [replace(ende, folgende="") for ende in enden(ziel)]
    return any(ende in (zitat, *zitat.eltern) for ende in ganze) or _liegt_zwischen(*ganze, zitat=zitat)


def _liegt_zwischen(von: Zitat, bis: Zitat | None = None, *, zitat: Zitat) -> bool:
    """Tell whether an Einheit lies between two others by its number: § 121a lies between § 109 and § 121b."""
    stelle = len(von.glieder) - 1
    if bis is None or not von.glieder[:stelle] == bis.glieder[:stelle] == zitat.glieder[:stelle]:
        return False
    nummern = [
        (z.rahmen, z.zu, g.ebene, _folge(g.nummer)) for z in (von, zitat, bis) for g in z.glieder[stelle : stelle + 1]
    ]
    return len({n[:3] for n in nummern}) == 1 and len(nummern) == 3 and nummern[0][3] <= nummern[1][3] <= nummern[2][3]


def _folge(nummer: str) -> list[tuple[int, str]]:
    """Return what numbers are sorted by: "9" before "10", "121" before "121a"."""
    return [(int(zahl or 0), zusatz) for zahl, zusatz in re.findall(r"(\d+)|([^\d.]+)", nummer)]
