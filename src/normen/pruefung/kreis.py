"""Clauses that refer to each other in a circle: whoever follows them comes back to where he began."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from ..netz import Bereich, Netz
from ..verweisung import Verweisung, Wirkung
from .art import Pruefart
from .befund import Befund, Sicherheit
from .bestand import Bestand

#: For each clause, by its place in the list of all, the clauses that stand in what it makes apply.
_Graph = Mapping[int, Sequence[int]]

_AUFLOESEN = "Regeln Sie die Sache an einer der Stellen, und verweisen Sie nur von den anderen dorthin."


def kreise(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each circle, at the clause that stands first; the shortest one through each clause counts."""
    klauseln = [v for v in bestand.verweisungen if v.wirkung in (Wirkung.ANALOG, Wirkung.DIREKT)]
    graph = _graph(bestand.netz, klauseln)
    for anfang in graph:
        kreis = _kuerzester_kreis(graph, anfang)
        if kreis and anfang == min(kreis):
            yield _befund([klauseln[i] for i in kreis])


def _graph(netz: Netz, klauseln: Sequence[Verweisung]) -> _Graph:
    """Lead from each clause to those in its targets; a text that means what it stands in is no circle."""
    orte = [netz.nummern[str(v.quelle)] for v in klauseln]
    nach_ort: dict[int, list[int]] = {}
    for i, ort in enumerate(orte):
        nach_ort.setdefault(ort, []).append(i)
    reichweiten = [_reichweite(netz, v) for v in klauseln]
    return {
        i: [j for ort in sorted(nach_ort.keys() & weite) for j in nach_ort[ort]] if orte[i] not in weite else []
        for i, weite in enumerate(reichweiten)
    }


def _reichweite(netz: Netz, v: Verweisung) -> Bereich:
    ziele = frozenset[int]().union(*(netz.loese(ziel)[0] for ziel in v.ziele))
    return ziele.difference(*(netz.loese(ausnahme)[0] for ausnahme in v.ausnahmen))


def _kuerzester_kreis(graph: _Graph, anfang: int) -> tuple[int, ...]:
    """Return the clauses of the shortest way that leads back to ``anfang``, which stands first; () if there is none."""
    wege, gesehen = deque[tuple[int, ...]]([(anfang,)]), {anfang}
    while wege:
        weg = wege.popleft()
        for weiter in graph[weg[-1]]:
            if weiter == anfang:
                return weg
            if weiter not in gesehen:
                gesehen.add(weiter)
                wege.append((*weg, weiter))
    return ()


def _befund(kreis: Sequence[Verweisung]) -> Befund:
    erste = kreis[0]
    stationen = " → ".join(str(v.quelle) for v in (*kreis, erste))
    nur_hinweise = any("hingewiesen" in v.text for v in kreis)
    vorschlag = "Ein Hinweis genügt; stört der zweite nicht, quittieren Sie den Befund." if nur_hinweise else _AUFLOESEN
    sicherheit = Sicherheit.GERING if nur_hinweise else Sicherheit.HOCH
    grund = f"Die Verweise laufen im Kreis: {stationen}."
    return Befund(KREIS.kuerzel, erste.quelle, erste.zeile, erste.text, grund, vorschlag, sicherheit)


KREIS = Pruefart("kreis", "Kreis", "Vorschriften verweisen im Kreis aufeinander.", kreise)
