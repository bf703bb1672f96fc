"""The whole net as GraphML, for programs that draw and measure graphs (Gephi, yEd, networkx)."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from itertools import chain

import networkx

from ..aufzaehlung import aufgezaehlt
from ..nachbarschaft import UNLESBAR
from ..netz import Netz
from ..verweisung import Verweisung
from ..zitat import Spanne, Ziel
from ..zitatleser import lies_zitat

#: The ids of two nodes, and what is known of the edge.
Kante = tuple[str, str, Mapping[str, str | int]]

#: Kinds of nodes that are no Einheit: what cannot be followed, and the one that stands for all targets nobody can read.
_AUSSERHALB, _OFFEN = "outside", "unreadable"


def als_graphml(netz: Netz, *, mit_baum: bool) -> str:
    """Return all Einheiten as nodes and all clauses as edges, from the Einheit a clause stands in to what it names.

    Of a range, an edge goes to each leaf. What cannot be followed has a node of its own, named as the text names it.
    ``mit_baum`` adds an edge of the kind "contains" from each Einheit to those below it. The same net gives the same bytes.
    """
    graph = networkx.MultiDiGraph()
    for e in netz.eintraege.values():
        werk = lies_zitat(e.zitat).werk
        graph.add_node(e.kennung, label=e.zitat, citation=e.zitat, kind=e.art.value, heading=e.ueberschrift, work=werk)
    kanten = chain(_klauseln(graph, netz), _baum(netz) if mit_baum else ())
    for nr, (von, nach, merkmale) in enumerate(kanten, start=1):
        graph.add_edge(von, nach, key=f"e{nr}", label=merkmale["kind"], **merkmale)
    puffer = io.BytesIO()
    networkx.write_graphml(graph, puffer)
    return puffer.getvalue().decode()


def _baum(netz: Netz) -> Iterator[Kante]:
    for e in netz.eintraege.values():
        if e.eltern is not None:
            yield netz.eintraege[e.eltern].kennung, e.kennung, {"kind": "contains"}


def _klauseln(graph: networkx.MultiDiGraph, netz: Netz) -> Iterator[Kante]:
    """Yield an edge for each thing that a clause names, and put what is no Einheit into the graph."""
    for nr, v in ((nr, v) for nr, klauseln in netz.klauseln.items() for v in klauseln):
        merkmale = {
            "kind": v.wirkung.value,
            "targets": aufgezaehlt(v.ziele),
            "except": aufgezaehlt(v.ausnahmen),
            "massgabe": v.massgabe,
            "bedingung": v.bedingung,
            "text": v.text,
            "line": v.zeile,
        }
        if not v.ziele:
            graph.add_node(f"~{_OFFEN}", label=UNLESBAR, citation="", kind=_OFFEN, heading="", work="")
        benannt = [knoten for ziel in v.ziele for knoten in _knoten(graph, netz, ziel, v)] if v.ziele else [f"~{_OFFEN}"]
        yield from ((netz.eintraege[nr].kennung, knoten, merkmale) for knoten in benannt)


def _knoten(graph: networkx.MultiDiGraph, netz: Netz, ziel: Ziel, v: Verweisung) -> Iterator[str]:
    """Yield the ids of what a target names; for what cannot be followed, of a node that is made for it."""
    bereich, grund = netz.loese(ziel)
    if isinstance(ziel, Spanne):
        ausgenommen = frozenset[int]().union(*(netz.loese(z)[0] for z in v.ausnahmen))
        yield from (netz.eintraege[netz.nummern[zitat]].kennung for zitat in netz.blaetter(bereich, ausgenommen))
    elif bereich:
        yield netz.eintraege[min(bereich)].kennung
    if grund and not bereich:
        werk = (ziel.von if isinstance(ziel, Spanne) else ziel).werk
        graph.add_node(f"~{ziel}", label=str(ziel), citation=str(ziel), kind=_AUSSERHALB, heading=grund, work=werk)
        yield f"~{ziel}"
