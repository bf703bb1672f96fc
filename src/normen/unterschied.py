"""What differs between two texts, word by word; a citation is one word.

Guarantees: the pieces put together give back each text exactly; no piece ends inside a citation; the same two texts the
other way round give the same pieces, mirrored; equal texts give one piece.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby

from .bezeichnung import PERSON_ODER_ANSTALT, gemeinsame
from .verweis import Verweis


class Gleichheit(Enum):
    """How far two texts agree; the value is what users and exports see."""

    GLEICH = "gleich"
    BEZEICHNUNG = "nur andere Bezeichnung"
    ENTSPRECHEND = "nur entsprechende Vorschrift"
    ANDERS = "anders"

    def __repr__(self) -> str:
        return f"Gleichheit.{self.name}"


@dataclass(frozen=True, slots=True)
class Teil:
    """A piece of two texts that stands in the same place of both; one side may be empty.

    ``grund`` says why two citations name the same, or the corresponding provision.
    """

    gleichheit: Gleichheit
    links: str
    rechts: str
    grund: str = ""

    @property
    def gespiegelt(self) -> Teil:
        """The same with the sides changed."""
        return Teil(self.gleichheit, self.rechts, self.links, self.grund)


@dataclass(frozen=True, slots=True)
class Zitierend:
    """A text with the citations in it, in order."""

    text: str
    verweise: tuple[Verweis, ...] = ()


#: Says why two citations of two texts name the same or the corresponding provision; "" if they do not.
Entsprechung = Callable[[Verweis, Verweis], str]


def keine_entsprechung(_links: Verweis, _rechts: Verweis) -> str:
    """Take every two citations that are written differently for different."""
    return ""


@dataclass(frozen=True, slots=True)
class _Wort:
    """A word, sign or citation with the white space before it; ``kern`` is what counts for being the same."""

    davor: str
    form: str
    kern: str
    verweis: Verweis | None = None
    grund: str = ""

    def __str__(self) -> str:
        return self.davor + self.form


_WORT = re.compile(rf"(\s*)((?<!\w)(?:{PERSON_ODER_ANSTALT})|\w+(?:[-.]\w+)*|[^\w\s]|$)")
#: Alone between two differences these say nothing: "[der] der {die}" reads worse than one difference.
_FUELLWOERTER = frozenset(
    "auf aus bei bis das dem den der des die ein eine einer für im in ist mit nach oder und von zu zum zur , . ;".split()
)

#: Run of words of the left and of the right text, and whether they agree.
_Lauf = tuple[bool, Sequence[_Wort], Sequence[_Wort]]


def unterschiede(links: Zitierend, rechts: Zitierend, entsprechung: Entsprechung = keine_entsprechung) -> tuple[Teil, ...]:
    """Compare two texts.

    Words that only name persons or institution otherwise count as `Gleichheit.BEZEICHNUNG`, citations of the same or the
    corresponding provision as `Gleichheit.ENTSPRECHEND`.
    """
    if links.text > rechts.text:  # SequenceMatcher finds other blocks when its sides are changed
        gespiegelt = unterschiede(rechts, links, lambda a, b: entsprechung(b, a))
        return tuple(teil.gespiegelt for teil in gespiegelt)
    if links.text == rechts.text:
        return (Teil(Gleichheit.GLEICH, links.text, rechts.text),) if links.text else ()
    a = _woerter(links)
    b = [_angeglichen(wort, a, entsprechung) for wort in _woerter(rechts)]
    teile = (teil for lauf in _bereinigt(_laeufe(a, b)) for teil in _teile(lauf))
    return tuple(_verbunden(teile))


def _angeglichen(wort: _Wort, andere: Sequence[_Wort], entsprechung: Entsprechung) -> _Wort:
    """Make a citation the same as the first one of the other text that it corresponds to, if none there is written so."""
    if wort.verweis is None or any(wort.kern == anderes.kern for anderes in andere):
        return wort
    moegliche = ((x.kern, entsprechung(x.verweis, wort.verweis)) for x in andere if x.verweis)
    kern, grund = next((m for m in moegliche if m[1]), (wort.kern, ""))
    return replace(wort, kern=kern, grund=grund)


def gesamt(teile: Sequence[Teil]) -> Gleichheit:
    """Return how far two texts agree as a whole, by their pieces."""
    arten = {teil.gleichheit for teil in teile}
    return next(
        (art for art in (Gleichheit.ANDERS, Gleichheit.ENTSPRECHEND, Gleichheit.BEZEICHNUNG) if art in arten),
        Gleichheit.GLEICH,
    )


def woerter(text: str) -> list[str]:
    """Return the words of a text in lower case for telling how close texts are, designations made one."""
    return [wort.kern.lower() for wort in _woerter(Zitierend(text)) if wort.form[:1].isalnum()]


def _woerter(zitierend: Zitierend) -> list[_Wort]:
    treffer = (treffer for treffer in _WORT.finditer(zitierend.text) if treffer[0])
    anfaenge = [verweis.ab for verweis in zitierend.verweise]

    def verweis_bei(wort: re.Match[str]) -> Verweis | None:
        davor = bisect_right(anfaenge, wort.start(2))
        return zitierend.verweise[davor - 1] if davor and wort.start(2) < zitierend.verweise[davor - 1].bis else None

    return [wort for verweis, gruppe in groupby(treffer, verweis_bei) for wort in _gelesen(verweis, list(gruppe))]


def _gelesen(verweis: Verweis | None, treffer: Sequence[re.Match[str]]) -> Iterator[_Wort]:
    """Yield words each for itself, those of a citation as one."""
    if verweis is None:
        yield from (_Wort(t[1], t[2], gemeinsame(t[2])) for t in treffer)
        return
    form = treffer[0].string[treffer[0].start(2) : treffer[-1].end()]
    yield _Wort(treffer[0][1], form, " ".join(form.split()), verweis)


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
        verschieden = Gleichheit.ENTSPRECHEND if y.grund else Gleichheit.BEZEICHNUNG
        yield Teil(Gleichheit.GLEICH if x.form.split() == y.form.split() else verschieden, str(x), str(y), y.grund)


def _verbunden(teile: Iterator[Teil]) -> Iterator[Teil]:
    """Join neighbours of one kind, but for designations and corresponding citations, each of which stands for itself."""
    for art, gruppe in groupby(teile, key=lambda teil: teil.gleichheit):
        folge = list(gruppe)
        if art in (Gleichheit.BEZEICHNUNG, Gleichheit.ENTSPRECHEND):
            yield from folge
        else:
            yield Teil(art, "".join(t.links for t in folge), "".join(t.rechts for t in folge))
