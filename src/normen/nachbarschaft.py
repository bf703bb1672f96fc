"""The neighbourhood of an Einheit: clauses that make something apply to it, and clauses elsewhere that take it over.

Pure: puts `normen.geltung` and `normen.betroffen` together, with one node for each clause, as far as a number of steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .aufzaehlung import aufgezaehlt
from .betroffen import Betroffen
from .einheit import Art
from .geltung import Geltung, Weg
from .netz import Bereich, Netz
from .verweisung import Verweisung
from .zitat import Spanne, Ziel, Zitat

#: What stands for a target that cannot be read.
UNLESBAR = "Ziel nicht lesbar"


@dataclass(frozen=True, slots=True)
class Nachbar:
    """A clause of the neighbourhood.

    ``zitat`` is what it makes apply, or on the other side the Einheit it stands in; of several, or of a range,
    ``ueberschrift`` says how many and names the headings of the first and the last. ``tiefe`` counts the steps from the
    middle, ``davor`` are the places, in the same list, of the neighbours one step nearer (none: the middle itself).
    ``gruende`` say what of it cannot be followed.
    """

    zitat: str
    ueberschrift: str
    klausel: Verweisung
    tiefe: int
    davor: tuple[int, ...]
    gruende: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nachbarschaft:
    """An Einheit with what applies to it and whom it affects, nearest first; ``ferner`` counts clauses that are farther."""

    zitat: str
    ueberschrift: str
    gilt: tuple[Nachbar, ...]
    betroffen: tuple[Nachbar, ...]
    ferner: tuple[int, int]


def nachbarschaft(netz: Netz, gilt: Geltung | None, betroffen: Betroffen, tiefe: int) -> Nachbarschaft:
    """Return the neighbours as far as ``tiefe`` steps; clauses that stay inside the Einheit are left out.

    ``gilt`` is ``None`` for a work whose text is not loaded.
    """
    nr = netz.nummern.get(betroffen.zitat)
    mitte = netz.mit_allem(nr) if nr is not None else frozenset[int]()
    links, fern_links = _bis(tiefe, _geltende(netz, gilt, mitte), lambda v: _ziel(netz, v)) if gilt else ((), 0)
    rechts, fern_rechts = _bis(tiefe, _betroffene(netz, betroffen, mitte), lambda v: _quelle(netz, v))
    gruende = _gruende(gilt) if gilt else {}
    links = tuple(Nachbar(n.zitat, n.ueberschrift, n.klausel, n.tiefe, n.davor, gruende.get(n.klausel, ())) for n in links)
    return Nachbarschaft(betroffen.zitat, _ueberschrift(netz, nr), links, rechts, (fern_links, fern_rechts))


def _geltende(netz: Netz, gilt: Geltung, mitte: Bereich) -> Iterable[Weg]:
    """Yield the chains of what applies, each as seen from the middle, without clauses that lead to nothing new."""
    for weg in (*(g.weg for g in gilt.gilt), *(u.weg for u in gilt.ungeloest), *gilt.nicht):
        aussen, schon = tuple[Verweisung, ...](), mitte
        for v in weg:
            ziele = frozenset[int]().union(*(netz.loese(ziel)[0] for ziel in v.ziele))
            if not (ziele and ziele <= schon):
                aussen, schon = (*aussen, v), ziele
                yield aussen


def _betroffene(netz: Netz, b: Betroffen, mitte: Bereich) -> Iterable[Weg]:
    """Yield the chains of who takes over, turned round so that they too begin at the middle."""
    for weg in (*(u.weg for u in b.uebernahmen), *((v,) for v in b.nicht)):
        aussen = tuple(v for v in weg[::-1] if netz.nummern[str(v.quelle)] not in mitte)
        if aussen and aussen[-1] is weg[0]:
            yield aussen


def _bis(tiefe: int, wege: Iterable[Weg], name: Callable[[Verweisung], tuple[str, str]]) -> tuple[tuple[Nachbar, ...], int]:
    """Make a node of each clause, where it is nearest, and count those that are farther than ``tiefe``."""
    naechste: dict[Verweisung, int] = {}
    davor: dict[Verweisung, list[Verweisung]] = {}
    for weg in sorted(wege, key=len):
        v = weg[-1]
        if naechste.setdefault(v, len(weg)) == len(weg) and len(weg) > 1:
            davor.setdefault(v, []).append(weg[-2])
    nah = [v for v, stufe in naechste.items() if stufe <= tiefe]
    platz = {v: i for i, v in enumerate(nah)}
    nachbarn = (
        Nachbar(*name(v), v, naechste[v], tuple(dict.fromkeys(platz[d] for d in davor.get(v, ()) if d in platz)))
        for v in nah
    )
    return tuple(nachbarn), len(naechste) - len(nah)


def _ziel(netz: Netz, v: Verweisung) -> tuple[str, str]:
    if not v.ziele:
        return UNLESBAR, ""
    erstes, letztes = _anfang(v.ziele[0]), _ende(v.ziele[-1])
    titel = dict.fromkeys(filter(None, (_ueberschrift(netz, _naechste(netz, (z, *z.eltern))) for z in (erstes, letztes))))
    umfang = _umfang(netz, v) if erstes != letztes else ""
    return aufgezaehlt(v.ziele), ": ".join(filter(None, (umfang, " bis ".join(titel))))


def _umfang(netz: Netz, v: Verweisung) -> str:
    """Say how many Einheiten the targets of a clause are, less its exceptions; "" if none of them is loaded."""
    bereich, ausgenommen = (frozenset[int]().union(*(netz.loese(z)[0] for z in x)) for x in (v.ziele, v.ausnahmen))
    einheiten = [netz.eintraege[netz.nummern[zitat]] for zitat in netz.blaetter(bereich, ausgenommen)]
    if len(einheiten) < 2:
        return ""
    if all(e.art is Art.PARAGRAPH for e in einheiten):
        return f"{len(einheiten)} Paragraphen"
    return f"{len(einheiten)} {'Nummern' if all(netz.ist_regelnummer(e.nr) for e in einheiten) else 'Vorschriften'}"


def _anfang(ziel: Ziel) -> Zitat:
    return ziel.von if isinstance(ziel, Spanne) else ziel


def _ende(ziel: Ziel) -> Zitat:
    return ziel.bis if isinstance(ziel, Spanne) else ziel


def _quelle(netz: Netz, v: Verweisung) -> tuple[str, str]:
    return str(v.quelle), _ueberschrift(netz, netz.nummern[str(v.quelle)])


def _naechste(netz: Netz, zitate: Sequence[Zitat]) -> int | None:
    return next((nr for zitat in zitate if (nr := netz.nummern.get(str(zitat))) is not None), None)


def _ueberschrift(netz: Netz, nr: int | None) -> str:
    """Return the heading of an Einheit, or of the nearest one above that has one."""
    while nr is not None:
        eintrag = netz.eintraege[nr]
        if eintrag.ueberschrift:
            return eintrag.ueberschrift
        nr = eintrag.eltern
    return ""


def _gruende(gilt: Geltung) -> dict[Verweisung, tuple[str, ...]]:
    gruende: dict[Verweisung, tuple[str, ...]] = {}
    for u in gilt.ungeloest:
        gruende[u.weg[-1]] = tuple(dict.fromkeys((*gruende.get(u.weg[-1], ()), u.grund)))
    return gruende
