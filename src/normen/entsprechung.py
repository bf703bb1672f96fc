"""Whether two citations name the same provision, or the corresponding ones of two books of a code, and why.

Pure. Guarantees: without a parallel found beyond doubt from both sides nothing corresponds; below the § or the VV only what
holds the same Sätze corresponds, paired by their texts and not by their numbers; what corresponds from one side does so from
the other, with the same reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from .parallel import Parallele, Parallelsuche
from .vergleich import Stelle, vergleiche
from .verweis import Genanntes, Verweis
from .zitat import Rahmen, Spanne, Ziel, Zitat
from .zitatleser import lies_zitat

DASSELBE = "dieselbe Vorschrift, anders geschrieben"


@dataclass(frozen=True)
class Entsprechungen:
    """Answers for a code; ``suche`` and ``stellen`` (the Sätze of an Einheit by its citation) are asked only if needed."""

    suche: Callable[[], Parallelsuche]
    stellen: Callable[[str], Sequence[Stelle]]
    _paare: dict[tuple[str, str], list[tuple[Zitat, Zitat]]] = field(default_factory=dict)

    def grund(self, links: Verweis, rechts: Verweis) -> str:
        """Say why two citations name the same or corresponding provisions; "" if they do not, or if that is in doubt."""
        seiten = [(self._einzeln(a), self._einzeln(b)) for a, b in _seiten(links, rechts)]
        if not links.ziele or any(len(a) != len(b) for a, b in seiten):
            return ""
        gruende = dict.fromkeys(self._grund(x, y) for a, b in seiten for x, y in zip(a, b, strict=True))
        return "" if "" in gruende else "; ".join(g for g in gruende if g != DASSELBE) or DASSELBE

    def _einzeln(self, genannte: Sequence[Genanntes]) -> list[Ziel]:
        """Return targets, each § of a range for itself."""
        return [einzelnes for genanntes in genannte for einzelnes in self._ausgeschrieben(genanntes.ziel)]

    def _ausgeschrieben(self, ziel: Ziel) -> Sequence[Ziel]:
        if isinstance(ziel, Spanne) and {str(ziel.von), str(ziel.bis)} <= self.suche().paragraphen.keys():
            alle = list(self.suche().paragraphen)
            bereich = alle[alle.index(str(ziel.von)) : alle.index(str(ziel.bis)) + 1]
            return [lies_zitat(p) for p in bereich] or [ziel]  # the end may stand before the beginning
        return [ziel]

    def _grund(self, a: Ziel, b: Ziel) -> str:
        if a == b:
            return DASSELBE
        if isinstance(a, Spanne) or isinstance(b, Spanne) or (a.rahmen, a.folgende) != (b.rahmen, b.folgende):
            return ""
        ganze = (_ganzes(a), _ganzes(b))
        if (a == ganze[0]) != (b == ganze[1]):
            return ""
        parallele = self._parallele(*(str(ganz.bezugsnorm) for ganz in ganze))
        if parallele is None or not (a == ganze[0] or self._halten_dieselben(a, b, *ganze)):
            return ""
        return f"{' und '.join(sorted(map(str, ganze)))}: {'; '.join(grund.text for grund in parallele.gruende)}"

    def _parallele(self, a: str, b: str) -> Parallele | None:
        """Return why one § is parallel to the other, if it is so beyond doubt from both sides."""
        hin, zurueck = self._eindeutige(a, b), self._eindeutige(b, a)
        return hin if hin and zurueck and (hin.zitat, zurueck.zitat) == (b, a) else None

    def _eindeutige(self, zitat: str, anderes: str) -> Parallele | None:
        suche = self.suche()
        if zitat not in suche.paragraphen or anderes not in suche.paragraphen:
            return None
        werk = suche.paragraphen[anderes].werk
        return next((p.eindeutig for p in suche.finde(zitat) if p.werk == werk), None)

    def _halten_dieselben(self, a: Zitat, b: Zitat, ganz_a: Zitat, ganz_b: Zitat) -> bool:
        """Tell whether no Satz of one has its counterpart outside the other, and at least one has it inside."""
        treffer = {(x.liegt_in(a), y.liegt_in(b)) for x, y in self._saetze(str(ganz_a), str(ganz_b))}
        return (True, True) in treffer and not treffer & {(True, False), (False, True)}

    def _saetze(self, a: str, b: str) -> list[tuple[Zitat, Zitat]]:
        """Return which Satz of one §, or VV, stands for which of the other."""
        if (a, b) not in self._paare:
            paare = vergleiche(self.stellen(a), self.stellen(b))
            self._paare[a, b] = [
                (lies_zitat(p.links.zitat), lies_zitat(p.rechts.zitat)) for p in paare if p.links and p.rechts
            ]
        return self._paare[a, b]


def _seiten(links: Verweis, rechts: Verweis) -> Iterator[tuple[Sequence[Genanntes], Sequence[Genanntes]]]:
    yield links.ziele, rechts.ziele
    yield links.ausnahmen, rechts.ausnahmen


def _ganzes(zitat: Zitat) -> Zitat:
    """Return the § that a citation lies in, or the whole VV."""
    if zitat.rahmen is Rahmen.NORM:
        return Zitat(zitat.werk, zitat.glieder[:1])
    return Zitat(zitat.werk, (), zitat.rahmen, zitat.zu)
