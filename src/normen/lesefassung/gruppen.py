"""What each chain of clauses makes apply, and with which of them it is printed where more than one leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..geltung import Geltung, Weg
from ..netz import Bereich, Netz
from ..verweisung import Verweisung
from ..zitat import Ziel
from .lage import grundeinheit, mit_text, traeger_von
from .seite import Anderswo, Gruppe
from .setzen import Setzer


@dataclass(frozen=True, slots=True)
class Fund:
    """What one chain makes apply, what of that is part of the Einheit asked about, and what is taken out."""

    weg: Weg
    gilt: Bereich
    im_start: Bereich
    ausgenommen: Bereich
    genannt: bool


def finde_funde(netz: Netz, geltung: Geltung, start: Bereich) -> list[Fund]:
    """Return what each chain leads to, nearest first; ``gilt`` is what of that lies outside of the Einheit asked about."""
    genannt = {gilt.weg for gilt in geltung.gilt}
    return [_fund(netz, weg, start, genannt=weg in genannt) for weg in geltung.wege]


def _fund(netz: Netz, weg: Weg, start: Bereich, *, genannt: bool) -> Fund:
    ausnahmen = _vereint(netz, (ziel for v in weg for ziel in v.ausnahmen))
    bereich = _vereint(netz, weg[-1].ziele)
    gilt = bereich - ausnahmen
    return Fund(weg, gilt - start, gilt & start, bereich & ausnahmen, genannt)


def _vereint(netz: Netz, ziele: Iterable[Ziel]) -> Bereich:
    return frozenset[int]().union(*(netz.loese(ziel)[0] for ziel in ziele))


def _besitzer(netz: Netz, funde: Sequence[Fund]) -> dict[int, int]:
    """Say for each Einheit with which chain it is printed: where most of its § or number is, else with the first.

    So a § of which one clause names a Satz and another the whole is not torn apart.
    """
    bewerber: dict[int, tuple[int, int]] = {}
    for i, fund in enumerate(funde):
        je_einheit: dict[int, list[int]] = {}
        for nr in fund.gilt:
            je_einheit.setdefault(grundeinheit(netz, nr), []).append(nr)
        for nummern in je_einheit.values():
            for nr in nummern:
                bewerber[nr] = max(bewerber.get(nr, (0, 0)), (len(nummern), -i))
    return {nr: -i for nr, (_, i) in bewerber.items()}


def gruppen(setzer: Setzer, funde: Sequence[Fund]) -> Iterator[Gruppe]:
    """Yield a group for each chain that prints something, or that leads from one §, VV or Anlage to another."""
    netz, funde = setzer.netz, [fund for fund in funde if fund.gilt]
    besitzer = _besitzer(netz, funde)
    eigene = [mit_text(netz, frozenset(nr for nr in f.gilt if besitzer[nr] == i)) for i, f in enumerate(funde)]
    bleiben = [i for i, fund in enumerate(funde) if eigene[i] or fund.genannt or _fuehrt_hinaus(netz, fund)]
    nummern = {i: nummer for nummer, i in enumerate(bleiben, start=1)}
    setzer = replace(setzer, gruppen={nummern[i]: funde[i].gilt for i in bleiben})
    for i in bleiben:
        andere = {nr: besitzer[nr] for nr in funde[i].gilt if besitzer[nr] != i and nr in eigene[besitzer[nr]]}
        gruppe_von = {nr: nummern[j] for nr, j in andere.items()} | dict.fromkeys(funde[i].im_start, 0)
        teile = tuple(setzer.teile(nummern[i], eigene[i], funde[i].ausgenommen))
        yield Gruppe(nummern[i], funde[i].weg, teile, tuple(_anderswo(netz, gruppe_von)))


def binnenverweisungen(geltung: Geltung, funde: Iterable[Fund], gesetzt: Iterable[Gruppe]) -> dict[str, tuple[Weg, ...]]:
    """Return the chains that lead to nothing but what is printed anyway, by the Einheit where their last clause stands.

    Of each clause there is one; a clause of the Einheit asked about that leads into it is always among them.
    """
    mit_gruppe = {gruppe.weg[-1] for gruppe in gesetzt}
    wege: dict[Verweisung, Weg] = {v: (v,) for v in geltung.innerhalb}
    for fund in funde:
        if (fund.gilt or fund.im_start) and fund.weg[-1] not in mit_gruppe:
            wege.setdefault(fund.weg[-1], fund.weg)
    je_einheit: dict[str, tuple[Weg, ...]] = {}
    for v, weg in wege.items():
        je_einheit[str(v.quelle)] = (*je_einheit.get(str(v.quelle), ()), weg)
    return je_einheit


def _fuehrt_hinaus(netz: Netz, fund: Fund) -> bool:
    hier = traeger_von(netz, netz.nummern[str(fund.weg[-1].quelle)])
    return any(traeger_von(netz, nr) != hier for nr in fund.gilt)


def _anderswo(netz: Netz, gruppe_von: Mapping[int, int]) -> Iterator[Anderswo]:
    """Yield the topmost Einheiten that stand with other groups."""
    for nr in sorted(gruppe_von):
        e = netz.eintraege[nr]
        if gruppe_von.get(e.eltern or 0) != gruppe_von[nr]:
            yield Anderswo(e, gruppe_von[nr])
