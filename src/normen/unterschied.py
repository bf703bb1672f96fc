"""What differs between two texts, word by word.

Guarantees: the pieces put together give back each text exactly; the same two texts the other way round give the same
pieces, mirrored; equal texts give one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby

from .bezeichnung import PERSON_ODER_ANSTALT, gemeinsame


class Gleichheit(Enum):
    """How far two texts agree; the value is what users and exports see."""

    GLEICH = "gleich"
    BEZEICHNUNG = "nur andere Bezeichnung"
    ANDERS = "anders"

    def __repr__(self) -> str:
        return f"Gleichheit.{self.name}"


@dataclass(frozen=True, slots=True)
class Teil:
    """A piece of two texts that stands in the same place of both; one side may be empty."""

    gleichheit: Gleichheit
    links: str
    rechts: str

    @property
    def gespiegelt(self) -> Teil:
        """The same with the sides changed."""
        return Teil(self.gleichheit, self.rechts, self.links)


@dataclass(frozen=True, slots=True)
class _Wort:
    """A word or sign with the white space before it; ``kern`` is what counts for being the same."""

    davor: str
    form: str

    @property
    def kern(self) -> str:
        return gemeinsame(self.form)

    def __str__(self) -> str:
        return self.davor + self.form


_WORT = re.compile(rf"(\s*)((?<!\w)(?:{PERSON_ODER_ANSTALT})|\w+(?:[-.]\w+)*|[^\w\s]|$)")
#: Alone between two differences these say nothing: "[der] der {die}" reads worse than one difference.
_FUELLWOERTER = frozenset(
    "auf aus bei bis das dem den der des die ein eine einer für im in ist mit nach oder und von zu zum zur , . ;".split()
)

#: Run of words of the left and of the right text, and whether they agree.
_Lauf = tuple[bool, Sequence[_Wort], Sequence[_Wort]]


def unterschiede(links: str, rechts: str) -> tuple[Teil, ...]:
    """Compare two texts; words that only name persons or institution otherwise count as `Gleichheit.BEZEICHNUNG`."""
    if links > rechts:  # SequenceMatcher finds other blocks when its sides are changed
        return tuple(teil.gespiegelt for teil in unterschiede(rechts, links))
    a, b = _woerter(links), _woerter(rechts)
    teile = (teil for lauf in _bereinigt(_laeufe(a, b)) for teil in _teile(lauf))
    return tuple(_verbunden(teile))


def gesamt(teile: Sequence[Teil]) -> Gleichheit:
    """Return how far two texts agree as a whole, by their pieces."""
    arten = {teil.gleichheit for teil in teile}
    return next((art for art in (Gleichheit.ANDERS, Gleichheit.BEZEICHNUNG) if art in arten), Gleichheit.GLEICH)


def woerter(text: str) -> list[str]:
    """Return the words of a text in lower case for telling how close texts are, designations made one."""
    return [wort.kern.lower() for wort in _woerter(text) if wort.form[:1].isalnum()]


def _woerter(text: str) -> list[_Wort]:
    return [_Wort(treffer[1], treffer[2]) for treffer in _WORT.finditer(text) if treffer[0]]


def _laeufe(a: Sequence[_Wort], b: Sequence[_Wort]) -> Iterator[_Lauf]:
    abgleich = SequenceMatcher(None, [w.kern for w in a], [w.kern for w in b], autojunk=False)
    for art, a0, a1, b0, b1 in abgleich.get_opcodes():
        yield art == "equal", a[a0:a1], b[b0:b1]


def _bereinigt(laeufe: Iterator[_Lauf]) -> list[_Lauf]:
    """Join differences that only a filler word parts."""
    ergebnis: list[_Lauf] = []
    for lauf in laeufe:
        ergebnis.append(lauf)
        if len(ergebnis) > 2 and not lauf[0] and not ergebnis[-3][0] and _ist_fuellung(ergebnis[-2]):
            *ergebnis, x, y, z = ergebnis
            ergebnis.append((False, [*x[1], *y[1], *z[1]], [*x[2], *y[2], *z[2]]))
    return ergebnis


def _ist_fuellung(lauf: _Lauf) -> bool:
    return lauf[0] and len(lauf[1]) == 1 and lauf[1][0].form in _FUELLWOERTER


def _teile(lauf: _Lauf) -> Iterator[Teil]:
    """Yield the pieces of a run: a difference as it is, of what agrees the designations apart."""
    gleich, a, b = lauf
    if not gleich:
        links, rechts = "".join(map(str, a)), "".join(map(str, b))
        yield Teil(Gleichheit.ANDERS if (links + rechts).strip() else Gleichheit.GLEICH, links, rechts)
        return
    for x, y in zip(a, b, strict=True):
        yield Teil(Gleichheit.GLEICH if x.form.split() == y.form.split() else Gleichheit.BEZEICHNUNG, str(x), str(y))


def _verbunden(teile: Iterator[Teil]) -> Iterator[Teil]:
    """Join neighbours of one kind, but for designations, each of which stands for itself."""
    for art, gruppe in groupby(teile, key=lambda teil: teil.gleichheit):
        folge = list(gruppe)
        if art is Gleichheit.BEZEICHNUNG:
            yield from folge
        else:
            yield Teil(art, "".join(t.links for t in folge), "".join(t.rechts for t in folge))
