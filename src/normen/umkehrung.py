"""The way back over the net: from an Einheit to the clauses that name it.

Pure. `rueckwege` is asked once of the whole net, when a knowledge base is built; an `Umkehrung` asks for what was stored of
it, and loads the works that lie on the way and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .netz import Netz
from .zitat import Spanne, Ziel, Zitat

#: What a clause names: the number of an Einheit, or the name of a work whose text is not loaded.
Genannt = int | str
#: Where clauses stand: the number of an Einheit, and its work.
Stelle = tuple[int, str]


def rueckwege(netz: Netz) -> Iterator[tuple[Genannt, Stelle]]:
    """Yield each thing that a clause of a whole net names, also as an exception, with where the clause stands; each once."""
    for nr, klauseln in netz.klauseln.items():
        genannt = {g for v in klauseln for ziel in (*v.ziele, *v.ausnahmen) for g in _genannt(netz, ziel)}
        yield from ((g, (nr, klauseln[0].quelle.werk)) for g in genannt)


def _genannt(netz: Netz, ziel: Ziel) -> Iterator[Genannt]:
    yield from netz.loese(ziel)[0]
    yield from {ende.werk for ende in enden(ziel)} - netz.geladen


def enden(ziel: Ziel) -> tuple[Zitat, ...]:
    """Return the one citation that a target is, or the first and the last of a range."""
    return (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,)


@dataclass(frozen=True, slots=True)
class Umkehrung:
    """The net backwards; ``stellen`` answers, for some things, where the clauses stand that name one of them."""

    netz: Netz
    stellen: Callable[[Iterable[Genannt]], Iterable[Stelle]]

    def quellen(self, genannt: Iterable[Genannt]) -> set[int]:
        """Return the Einheiten whose clauses name one of some things; they are in the net then."""
        stellen = set(self.stellen(genannt))
        for werk in {werk for _, werk in stellen}:
            self.netz.hole(werk)
        return {nr for nr, _ in stellen}

    def herkunft(self, quellen: Iterable[int]) -> set[int]:
        """Return some Einheiten with all those whose clauses may lead to them, over any number of steps."""
        gefunden = rand = set(quellen)
        while rand:
            rand = self.quellen(rand) - gefunden
            gefunden = gefunden | rand
        return gefunden
