"""Two Einheiten side by side: which Satz of one stands for which of the other, and how each pair differs.

Guarantees: the words of every Satz of either side are in exactly one pair, and the pieces of a pair give back its texts; a
pair is made by how close the texts are, never by their numbers; the sides changed, the same pairs come out, mirrored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from .einheit import Eintrag
from .schreibweise import Ebene
from .unterschied import (
    Entsprechung,
    Gleichheit,
    Teil,
    Zitierend,
    gesamt,
    keine_entsprechung,
    unterschiede,
    woerter,
)
from .verweis import Verweis, verlegt
from .zitat import Zitat
from .zitatleser import lies_zitat

#: Share of words that two Sätze must have in common to stand for each other.
_MINDESTENS = 0.5
#: Share of the words of the shorter one, and how many it must have, to say that it stands in the longer one.
_ENTHALTEN, _MINDESTWORTE = 0.8, 8
#: What a list below a Satz consists of; the numbers of an administrative rule are no such list.
_LISTE = frozenset({Ebene.BUCHSTABE, Ebene.DOPPELBUCHSTABE, Ebene.SPIEGELSTRICH, Ebene.VERGUETUNGSSTUFE, Ebene.SATZTEIL})
_PARAGRAPHEN = (Ebene.PARAGRAPH, Ebene.ARTIKEL)


@dataclass(frozen=True)
class Stelle:
    """A Satz, a heading, or an item of a list; ``name`` is its citation within what is compared.

    A Satz with a list holds its items and what leads into them ``darunter``, and all of it, with labels, in its ``text``.
    ``verweise`` are the citations in the text.
    """

    zitat: str
    name: str
    text: str
    darunter: tuple[Stelle, ...] = ()
    verweise: tuple[Verweis, ...] = ()

    @cached_property
    def haeufigkeiten(self) -> Counter[str]:
        """The words of the text, with how often each occurs."""
        return Counter(woerter(self.text))


@dataclass(frozen=True, slots=True)
class Paar:
    """A Stelle of each side that stand for each other, or one that has no counterpart.

    ``umgestellt`` says that the two do not stand in the order of the pairs around them.
    """

    links: Stelle | None
    rechts: Stelle | None
    teile: tuple[Teil, ...]
    umgestellt: bool = False

    @property
    def gleichheit(self) -> Gleichheit:
        """How far the two texts agree; without counterpart they do not."""
        return gesamt(self.teile) if self.links and self.rechts else Gleichheit.ANDERS


#: The citations in the own text of each Einheit, by its citation.
Verweise = Mapping[str, Sequence[Verweis]]


def stellen(eintraege: Sequence[Eintrag], verweise: Verweise) -> tuple[Stelle, ...]:
    """Return the Sätze of an Einheit, given with all below it; of a § without its heading and without the VV on it."""
    wurzel = lies_zitat(eintraege[0].zitat)
    eigene = [e for e in eintraege if lies_zitat(e.zitat).rahmen is wurzel.rahmen]
    gruppen = groupby(eigene, key=lambda e: _satz(lies_zitat(e.zitat), wurzel))
    return tuple(stelle for satz, gruppe in gruppen for stelle in _stellen(satz, list(gruppe), wurzel, verweise))


def _satz(zitat: Zitat, wurzel: Zitat) -> Zitat:
    """Return the Satz whose list an Einheit is an item of, or the Einheit itself; never one above ``wurzel``."""
    im_paragraphen = zitat.glieder[:1] and zitat.glieder[0].ebene in _PARAGRAPHEN
    liste = _LISTE | {Ebene.NUMMER} if im_paragraphen else _LISTE
    ab = len(wurzel.glieder)
    ende = next((i for i, glied in enumerate(zitat.glieder) if i >= ab and glied.ebene in liste), len(zitat.glieder))
    return replace(zitat, glieder=zitat.glieder[:ende])


def _stellen(satz: Zitat, eintraege: Sequence[Eintrag], wurzel: Zitat, verweise: Verweise) -> Iterator[Stelle]:
    """Yield the headings among the Einheiten of a Satz, but for that of all that is compared, and the Satz."""
    for e in eintraege:
        if e.ueberschrift and lies_zitat(e.zitat) != wurzel:
            yield Stelle(e.zitat, f"{_name(lies_zitat(e.zitat), wurzel)} Überschrift", e.ueberschrift)
    mit_text = [e for e in eintraege if e.text]
    einzelne = tuple(
        Stelle(e.zitat, _name(lies_zitat(e.zitat), wurzel), e.text, (), tuple(verweise.get(e.zitat, ()))) for e in mit_text
    )
    if len(einzelne) < 2:
        yield from einzelne
        return
    marken = [e.marke if lies_zitat(e.zitat) != satz else "" for e in mit_text]
    yield _satz_mit_liste(satz, _name(satz, wurzel), marken, einzelne)


def _satz_mit_liste(satz: Zitat, name: str, marken: Sequence[str], einzelne: tuple[Stelle, ...]) -> Stelle:
    """Join the pieces of a Satz, each behind its label."""
    text, alle = "", list[Verweis]()
    for marke, stelle in zip(marken, einzelne, strict=True):
        davor = "".join(f"{stueck} " for stueck in (text, marke) if stueck)
        dahinter = len(davor).__add__
        alle += [verlegt(v, dahinter, dahinter) for v in stelle.verweise]
        text = davor + stelle.text
    return Stelle(str(satz), name, text, einzelne, tuple(alle))


def _name(zitat: Zitat, wurzel: Zitat) -> str:
    """Return the citation within what is compared: of that itself its last step, of a whole VV "VV".

    The citation of a § does not name the division it stands in.
    """
    tiefe = len(wurzel.glieder) if zitat.glieder[: len(wurzel.glieder)] == wurzel.glieder else 0
    return " ".join(map(str, zitat.glieder[tiefe:] or zitat.glieder[-1:])) or zitat.rahmen.value


def vergleiche(
    links: Sequence[Stelle], rechts: Sequence[Stelle], entsprechung: Entsprechung = keine_entsprechung
) -> tuple[Paar, ...]:
    """Pair the Sätze of two Einheiten, in the order of the left one; what only the right one has comes where it stands.

    Where both Sätze of a pair have a list, the items are paired in the same way. ``entsprechung`` says which citations
    name the corresponding provisions.
    """
    return tuple(_paare(links, rechts, entsprechung))


def _paare(links: Sequence[Stelle], rechts: Sequence[Stelle], entsprechung: Entsprechung) -> Iterator[Paar]:
    for a, b, umgestellt in _gegenueber(links, rechts):
        if a and b and a.darunter and b.darunter:
            darunter = _paare(a.darunter, b.darunter, entsprechung)
            yield from (replace(p, umgestellt=p.umgestellt or umgestellt) for p in darunter)
        else:
            yield Paar(a, b, unterschiede(_zitierend(a), _zitierend(b), entsprechung), umgestellt)


def _zitierend(stelle: Stelle | None) -> Zitierend:
    return Zitierend(stelle.text, stelle.verweise) if stelle else Zitierend("")


def _gegenueber(links: Sequence[Stelle], rechts: Sequence[Stelle]) -> Iterator[tuple[Stelle | None, Stelle | None, bool]]:
    """Yield what stands for what, and whether it is out of order."""
    partner = _zuordnung(links, rechts)
    feste = _in_der_reihe(partner, links, rechts)
    rechts_allein: dict[int, list[int]] = {}
    for j, davor in _ohne_partner(partner, len(links), len(rechts)):
        rechts_allein.setdefault(davor, []).append(j)
    for i in range(-1, len(links)):
        if i in partner:
            yield links[i], rechts[partner[i]], (i, partner[i]) not in feste
        elif i >= 0:
            yield links[i], None, False
        yield from ((None, rechts[j], False) for j in rechts_allein.get(i, ()))


def _zuordnung(links: Sequence[Stelle], rechts: Sequence[Stelle]) -> dict[int, int]:
    """Return for each Stelle on the left its counterpart: closest texts first, of equally close ones the nearer place."""
    nahe = [(_naehe(a, b), i, j) for i, a in enumerate(links) for j, b in enumerate(rechts)]
    nahe = sorted((n for n in nahe if n[0] >= _MINDESTENS), key=lambda n: (-n[0], abs(n[1] - n[2]), n[1] + n[2]))
    partner: dict[int, int] = {}
    vergeben: set[int] = set()
    for _, i, j in nahe:
        if i not in partner and j not in vergeben:
            partner[i] = j
            vergeben.add(j)
    return partner


def _naehe(a: Stelle, b: Stelle) -> float:
    """Share of the words that two texts have in common (Dice), 1 for the same words.

    Of a text that stands almost whole in a longer one, it is at least what makes a pair.
    """
    if a.text == b.text:
        return 1.0
    umfang = sorted((a.haeufigkeiten.total(), b.haeufigkeiten.total()))
    gemeinsam = (a.haeufigkeiten & b.haeufigkeiten).total()
    enthalten = umfang[0] >= _MINDESTWORTE and gemeinsam >= _ENTHALTEN * umfang[0]
    dice = 2 * gemeinsam / sum(umfang) if gemeinsam else 0.0
    return max(dice, _MINDESTENS) if enthalten else dice


def _in_der_reihe(partner: dict[int, int], links: Sequence[Stelle], rechts: Sequence[Stelle]) -> set[tuple[int, int]]:
    """Return the pairs that stay in place: those in every longest run of pairs that keeps the order of both sides.

    Length counts in characters, so that a Satz moved over an Absatz is the one that moved. Where it could be either of two,
    it is both.
    """
    paare = sorted(partner.items())
    gewicht = {(i, j): len(links[i].text) + len(rechts[j].text) for i, j in paare}
    bis = _laengste_bis(paare, gewicht)
    ab = _laengste_bis([(-i, -j) for i, j in reversed(paare)], {(-i, -j): g for (i, j), g in gewicht.items()})
    laengste = max(bis.values(), default=0)
    moegliche = {p for p in paare if bis[p] + ab[-p[0], -p[1]] - gewicht[p] == laengste}
    return {p for p in moegliche if all(_vertraeglich(p, q) for q in moegliche)}


def _laengste_bis(paare: Iterable[tuple[int, int]], gewicht: dict[tuple[int, int], int]) -> dict[tuple[int, int], int]:
    """Return for each pair the weight of the heaviest increasing run that ends with it."""
    bis: dict[tuple[int, int], int] = {}
    for p in paare:
        bis[p] = gewicht[p] + max((w for q, w in bis.items() if q[1] < p[1]), default=0)
    return bis


def _vertraeglich(p: tuple[int, int], q: tuple[int, int]) -> bool:
    return p == q or (p[0] < q[0]) == (p[1] < q[1])


def _ohne_partner(partner: dict[int, int], links: int, rechts: int) -> Iterator[tuple[int, int]]:
    """Yield the Stellen on the right without counterpart, each with the one on the left that it comes after.

    That is the counterpart of what is before it; at the beginning, the last one on the left before any counterpart.
    """
    gegenueber = {j: i for i, j in partner.items()}
    davor = min(partner, default=links) - 1
    for j in range(rechts):
        davor = gegenueber.get(j, davor)
        if j not in gegenueber:
            yield j, davor
