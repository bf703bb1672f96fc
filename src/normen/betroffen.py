"""Who takes an Einheit over: what applies, read backwards.

Pure: works on the `normen.geltung.Netz`. Clauses that can lead to an Einheit are found by going back from target to source;
each is then followed forwards, as `normen.geltung` does. So the answer is the exact inverse of what applies, with the same
chains, exceptions and conditions, and nothing is listed that only looks as if it came along.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from .geltung import Bereich, Gilt, Netz, Schritt, Weg, schritte
from .schreibweise import Ebene
from .verweisung import Verweisung, Wirkung
from .zitat import Spanne, Ziel, Zitat, lies_zitat

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
        zitat = lies_zitat(self.zitat)
        norm = zitat.bezugsnorm.glieder[:1]
        in_paragraph = norm and norm[0].ebene in (Ebene.PARAGRAPH, Ebene.ARTIKEL)
        return f"{norm[0]} {zitat.werk}" if in_paragraph else ""


@dataclass(frozen=True, slots=True)
class Betroffen:
    """All that is affected by a change of ``zitat``; ``nicht`` are the clauses that exclude it or leave it unaffected."""

    zitat: str
    uebernahmen: tuple[Uebernahme, ...]
    nicht: tuple[Verweisung, ...]


@dataclass(frozen=True)
class Umkehrung:
    """The net backwards: by the number of an Einheit, where the clauses stand that make it apply, and those that exclude it.

    ``fremde`` are the clauses that name a work whose text is not loaded, by the name of the work, with where they stand.
    """

    netz: Netz
    quellen: dict[int, frozenset[int]]
    ausschluesse: dict[int, tuple[Verweisung, ...]]
    fremde: dict[str, tuple[tuple[int, Verweisung], ...]]

    @classmethod
    def aus(cls, netz: Netz) -> Umkehrung:
        """Turn a net round, exceptions left aside."""
        quellen: dict[int, set[int]] = {}
        ausschluesse: dict[int, list[Verweisung]] = {}
        fremde: dict[str, list[tuple[int, Verweisung]]] = {}
        for quelle, v in ((quelle, v) for quelle, klauseln in netz.klauseln.items() for v in klauseln):
            for nr in sorted(frozenset[int]().union(*(netz.loese(ziel)[0] for ziel in v.ziele))):
                if v.wirkung in _AUSSCHLUSS:
                    ausschluesse.setdefault(nr, []).append(v)
                else:
                    quellen.setdefault(nr, set()).add(quelle)
            for werk in {ende.werk for ziel in v.ziele for ende in _enden(ziel)} - netz.geladen:
                fremde.setdefault(werk, []).append((quelle, v))
        return cls(
            netz,
            {nr: frozenset(menge) for nr, menge in quellen.items()},
            {nr: tuple(liste) for nr, liste in ausschluesse.items()},
            {werk: tuple(liste) for werk, liste in fremde.items()},
        )

    def herkunft(self, gefragt: Iterable[int]) -> set[int]:
        """Return the Einheiten whose clauses may lead to some others, over any number of steps."""
        gefunden, rand = set[int](), set(gefragt)
        while rand:
            rand = {quelle for nr in rand for quelle in self.quellen.get(nr, ())} - gefunden
            gefunden |= rand
        return gefunden


#: What a step makes apply of what was asked about: citations of leaves.
Teile = Callable[[Schritt], Iterable[str]]


def betroffen(umkehrung: Umkehrung, nr: int) -> Betroffen:
    """Return who takes over an Einheit, a part of it, or something that it is part of; nearest first, then in order."""
    netz = umkehrung.netz
    gefragt = netz.mit_allem(nr)
    quellen = umkehrung.herkunft(gefragt)
    nicht = dict.fromkeys(v for n in sorted(gefragt) for v in umkehrung.ausschluesse.get(n, ()))
    uebernahmen = _uebernahmen(netz, quellen, lambda schritt: _beruehrte(netz, schritt, gefragt))
    return Betroffen(netz.eintraege[nr].zitat, uebernahmen, tuple(nicht))


def betroffen_ausserhalb(umkehrung: Umkehrung, zitat: Zitat) -> Betroffen:
    """Return the same for an Einheit of a work that is not loaded; in a range it lies by its number."""
    benennt = [(nr, v) for nr, v in umkehrung.fremde.get(zitat.werk, ()) if any(_trifft(ziel, zitat) for ziel in v.ziele)]
    nicht = tuple(v for _, v in benennt if v.wirkung in _AUSSCHLUSS)
    folgend = {nr for nr, v in benennt if v not in nicht}
    quellen = folgend | umkehrung.herkunft(folgend)
    return Betroffen(str(zitat), _uebernahmen(umkehrung.netz, quellen, lambda schritt: _benannte(schritt, zitat)), nicht)


def _uebernahmen(netz: Netz, quellen: Iterable[int], teile: Teile) -> tuple[Uebernahme, ...]:
    gefunden = (u for quelle in sorted(quellen) for u in _uebernahmen_in(netz, quelle, teile))
    return tuple(sorted(gefunden, key=lambda u: u.tiefe))


def _uebernahmen_in(netz: Netz, quelle: int, teile: Teile) -> Iterator[Uebernahme]:
    """Follow the clauses of one Einheit; of ways that bring the same under the same conditions, the first counts."""
    eigenes, gesehen = netz.mit_allem(quelle), set[tuple[object, ...]]()
    wege: dict[Weg, list[Gilt]] = {}
    for schritt in schritte(netz, quelle):
        for gilt in (Gilt(zitat, schritt[-1]) for zitat in teile(schritt) if netz.nummern.get(zitat) not in eigenes):
            merkmal = (gilt.zitat, gilt.massgaben, gilt.bedingungen)
            if merkmal not in gesehen:
                gesehen.add(merkmal)
                wege.setdefault(gilt.weg, []).append(gilt)
    return (Uebernahme(netz.eintraege[quelle].zitat, tuple(gilt)) for gilt in wege.values())


def _beruehrte(netz: Netz, schritt: Schritt, gefragt: Bereich) -> Iterator[str]:
    """Yield the leaves of what applies that touch what was asked about, and its words that stand in no leaf.

    Such words are those of a number that is no leaf because it has numbers below it.
    """
    bereich, ausgenommen, _ = schritt
    if gefragt.isdisjoint(bereich):
        return
    blaetter, ende = frozenset(netz.blaetter(bereich, ausgenommen)), 0
    for nr in sorted(bereich - ausgenommen):
        eintrag = netz.eintraege[nr]
        if eintrag.zitat in blaetter:
            ende = eintrag.letzte
            if not gefragt.isdisjoint(netz.mit_allem(nr) & bereich):
                yield eintrag.zitat
        elif nr > ende and nr in gefragt and eintrag.text:
            yield eintrag.zitat


def _benannte(schritt: Schritt, zitat: Zitat) -> Iterator[str]:
    """Yield the targets that touch an Einheit of a work that is not loaded, unless all of it is excepted."""
    *_, weg = schritt
    ausnahmen = {ende for v in weg for ausnahme in v.ausnahmen for ende in _enden(ausnahme)}
    if ausnahmen.isdisjoint((zitat, *zitat.eltern)):
        yield from (str(ziel) for ziel in weg[-1].ziele if _trifft(ziel, zitat))


def _trifft(ziel: Ziel, zitat: Zitat) -> bool:
    """Tell whether a target is an Einheit, lies in it, or holds it."""
    enden = [replace(ende, folgende="") for ende in _enden(ziel)]
    return any(zitat in (ende, *ende.eltern) or ende in zitat.eltern for ende in enden) or _liegt_zwischen(
        *enden, zitat=zitat
    )


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


def _enden(ziel: Ziel) -> tuple[Zitat, ...]:
    return (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,)
