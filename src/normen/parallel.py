"""Which § of another book rules the same matter, with the grounds for thinking so.

Pure. Three kinds of evidence are weighed: a VV that takes over the VV on the other §, the headings, and how close the texts
and single Absätze of them are (cosine of their stems, rare ones weighing more). Guarantees: what is found from one side is
found from the other, with the same grounds; nothing is chosen where several §§ of a book can be meant; two §§ that both
have their parallel elsewhere are not shown for each other.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from .bezeichnung import ohne_bezeichnungen
from .stichwort import Zerleger, stichworte
from .verweisung import Verweisung, Wirkung
from .zitat import Rahmen, Spanne, Ziel, Zitat


class Sicherheit(Enum):
    """How well grounded a parallel is; the value is what users and exports see."""

    HOCH = "hoch"
    MITTEL = "mittel"

    def __repr__(self) -> str:
        return f"Sicherheit.{self.name}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A § as far as parallels go by it: its book, the heading of the division it stands in, its text, whole and by Absätze.

    A § without Absätze has its whole text for one.
    """

    zitat: str
    werk: str
    ueberschrift: str
    abschnitt: str
    wortlaut: str
    absaetze: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grund:
    """One piece of evidence, as a German phrase, and how much it weighs."""

    text: str
    gewicht: int


@dataclass(frozen=True, slots=True)
class Parallele:
    """A § that rules the same matter as another one, and why."""

    zitat: str
    werk: str
    gruende: tuple[Grund, ...]

    @property
    def gewicht(self) -> int:
        """All grounds together."""
        return sum(grund.gewicht for grund in self.gruende)

    @property
    def sicherheit(self) -> Sicherheit:
        """How well grounded it is."""
        return Sicherheit.HOCH if self.gewicht >= _HOCH else Sicherheit.MITTEL


@dataclass(frozen=True, slots=True)
class Parallelen:
    """What was found in one book: nothing, one § beyond doubt (``eindeutig``), or what can be meant."""

    werk: str
    moeglich: tuple[Parallele, ...]

    @property
    def eindeutig(self) -> Parallele | None:
        """The § that is meant, if it is well grounded and far ahead of any other."""
        if not self.moeglich or self.moeglich[0].sicherheit is not Sicherheit.HOCH:
            return None
        erste, *weitere = self.moeglich
        return erste if all(erste.gewicht - andere.gewicht >= _VORSPRUNG for andere in weitere) else None


#: Weight of all grounds from which a parallel is shown, and from which it is well grounded.
_MITTEL, _HOCH = 3, 4
#: By how much the grounds of one § must outweigh those of any other to leave no doubt which is meant.
_VORSPRUNG = 4
#: Cosine of two texts from which they are close, how that is called, and what it weighs.
_NAHE = ((0.6, "sehr ähnlicher Wortlaut", 3), (0.45, "ähnlicher Wortlaut", 2), (0.3, "teilweise ähnlicher Wortlaut", 1))
#: Cosine that two texts must have for being the nearest, or standing in the same division, to mean something.
_VERWANDT = 0.15
#: Cosine of two Absätze from which one may stand for the other.
_NAHER_ABSATZ = 0.5
#: Share of the shorter text that stands in the longer one.
_ENTHALTEN = 0.85
#: Words that a text must have to stand in a longer one, and an Absatz to stand for another.
_MINDESTWORTE = 8
#: Share of the words of two headings that both have, from which they are alike and the same.
_AEHNLICH, _GLEICH = 0.4, 0.99
#: No parts of compounds: "Besuchsüberwachung" and "Überwachung" are different matters here.
_UNZERLEGT = Zerleger(frozenset())


def _staemme(text: str) -> list[str]:
    """Return the stems of a text without numbers, function words, and words for persons and institution."""
    return [begriffe[0] for begriffe in stichworte(ohne_bezeichnungen(text), _UNZERLEGT) if begriffe[0].isalpha()]


#: Headings of these words say nothing without that of their division.
_NICHTSSAGEND = frozenset(_staemme("Grundsatz Allgemeines Voraussetzungen Begriffsbestimmungen"))


#: Weights of the stems of a text, of length one.
_Vektor = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Absatz:
    """An Absatz by the § it stands in and its place there."""

    paragraph: str
    nr: int


@dataclass(frozen=True)
class Parallelsuche:
    """All §§ of the books of a code, ready to be searched for parallels."""

    paragraphen: Mapping[str, Paragraph]
    uebernahmen: Mapping[frozenset[str], tuple[Verweisung, ...]]

    @classmethod
    def aus(cls, paragraphen: Iterable[Paragraph], verweisungen: Iterable[Verweisung]) -> Parallelsuche:
        """Make a search of §§ and of the clauses that stand in them and in the VV on them."""
        uebernahmen: dict[frozenset[str], tuple[Verweisung, ...]] = {}
        for v in verweisungen:
            for paar in _verbundene(v):
                uebernahmen[paar] = (*uebernahmen.get(paar, ()), v)
        return cls({p.zitat: p for p in paragraphen}, uebernahmen)

    def finde(self, zitat: str) -> tuple[Parallelen, ...]:
        """Return what is parallel to a § in each of the other books, best grounded first; raises `KeyError` if unknown."""
        eigenes = self.paragraphen[zitat].werk
        return tuple(Parallelen(werk, tuple(self._gefunden(zitat, werk))) for werk in self._nach_werk if werk != eigenes)

    def _gefunden(self, zitat: str, werk: str) -> list[Parallele]:
        gewogen = self._gewogen(zitat, werk)
        eindeutig = Parallelen(werk, tuple(gewogen)).eindeutig
        return [p for p in gewogen if p is eindeutig or not (eindeutig and self._hat_anderes(p.zitat, zitat))]

    def _hat_anderes(self, zitat: str, nicht: str) -> bool:
        """Tell whether a § has its parallel in the book of another § beyond doubt, and that is not the other §."""
        werk = self._werk(nicht)
        eindeutig = Parallelen(werk, tuple(self._gewogen(zitat, werk))).eindeutig
        return eindeutig is not None and eindeutig.zitat != nicht

    def _gewogen(self, zitat: str, werk: str) -> list[Parallele]:
        """Return the §§ of a book with enough grounds, best first."""
        alle = (Parallele(b, werk, tuple(self._gruende(zitat, b))) for b in self._nach_werk[werk])
        gefunden = (p for p in alle if p.gewicht >= _MITTEL)
        return sorted(gefunden, key=lambda p: (-p.gewicht, -self._naehe(zitat, p.zitat)))

    def _gruende(self, a: str, b: str) -> Iterator[Grund]:
        yield from self._grund_der_vv(a, b)
        yield from self._grund_der_ueberschrift(a, b)
        yield from self._grund_des_wortlauts(a, b)
        yield from self._grund_des_naechsten(a, b)

    def _grund_der_vv(self, a: str, b: str) -> Iterator[Grund]:
        klauseln = self.uebernahmen.get(frozenset((a, b)), ())
        ganz = next((v for v in klauseln if any(_ist_ganze_vv(z, (a, b)) for z in v.ziele)), None)
        if ganz:
            was = (
                "die VV zum anderen Paragraphen mit Ausnahmen" if ganz.ausnahmen else "die ganze VV zum anderen Paragraphen"
            )
            yield Grund(f"{ganz.quelle} übernimmt {was}", 2)
        elif klauseln:
            yield Grund(f"{klauseln[0].quelle} übernimmt einen Teil der Regelungen zum anderen Paragraphen", 1)

    def _grund_der_ueberschrift(self, a: str, b: str) -> Iterator[Grund]:
        gemeinsam = self._gemeinsame_ueberschrift(a, b)
        if gemeinsam >= _GLEICH:
            woertlich = self.paragraphen[a].ueberschrift == self.paragraphen[b].ueberschrift
            yield Grund("gleiche Überschrift" if woertlich else "im Kern gleiche Überschrift", 2)
        elif gemeinsam >= _AEHNLICH:
            yield Grund("ähnliche Überschrift", 1)

    def _grund_des_wortlauts(self, a: str, b: str) -> Iterator[Grund]:
        naehe = self._naehe(a, b)
        wie_nahe, gewicht = next(((text, g) for ab, text, g in _NAHE if naehe >= ab), ("", 0))
        if gewicht < 2 and naehe >= _VERWANDT and self._enthalten(a, b):
            yield Grund("der eine Wortlaut steht fast ganz im anderen", 2)
        elif gewicht:
            yield Grund(wie_nahe, gewicht)

    def _grund_des_naechsten(self, a: str, b: str) -> Iterator[Grund]:
        """Of §§ that are each other's nearest the Absätze say nothing more."""
        verwandt = self._naehe(a, b) >= _VERWANDT
        von_seiten = verwandt * sum((self._naechster(a, self._werk(b)) == b, self._naechster(b, self._werk(a)) == a))
        if von_seiten:
            wie = "gegenseitig der nächste" if von_seiten == 2 else "von einer Seite aus der nächste"
            yield Grund(f"{wie} Wortlaut im anderen Buch", von_seiten)
        if von_seiten < 2 and self._haben_einen_absatz(a, b):
            yield Grund("je ein Absatz ist gegenseitig der nächste im anderen Buch", 1)
        if verwandt and self._verwandter_abschnitt(a, b):
            gleich = self.paragraphen[a].abschnitt == self.paragraphen[b].abschnitt
            yield Grund(f"Abschnitt {'gleicher' if gleich else 'ähnlicher'} Überschrift", 1)

    def _gemeinsame_ueberschrift(self, a: str, b: str) -> float:
        """Share of the words of two headings that both have; words of few headings count more."""
        x, y = self._ueberschriften[a], self._ueberschriften[b]
        alle = self._wiegt(x | y)
        return self._wiegt(x & y) / alle if alle else 0.0

    def _wiegt(self, staemme: frozenset[str]) -> float:
        return sum(1 / (1 + math.log(self._in_ueberschriften[s])) for s in staemme)

    def _naehe(self, a: str, b: str) -> float:
        """Cosine of two texts; what is computed from one side is the same from the other."""
        paar = (min(a, b), max(a, b))
        if paar not in self._naehen:
            self._naehen[paar] = _kosinus(self._vektoren[paar[0]], self._vektoren[paar[1]])
        return self._naehen[paar]

    def _enthalten(self, a: str, b: str) -> bool:
        kuerzer, laenger = sorted((a, b), key=self._umfaenge.__getitem__)
        worte = self._haeufigkeiten[kuerzer]
        if worte.total() < _MINDESTWORTE:
            return False
        return self._umfang(worte & self._haeufigkeiten[laenger]) >= _ENTHALTEN * self._umfaenge[kuerzer]

    def _umfang(self, haeufigkeiten: Counter[str]) -> float:
        return sum(anzahl * self._seltenheit[s] for s, anzahl in haeufigkeiten.items())

    @cached_property
    def _umfaenge(self) -> dict[str, float]:
        return {zitat: self._umfang(haeufigkeiten) for zitat, haeufigkeiten in self._haeufigkeiten.items()}

    def _naechster(self, zitat: str, werk: str) -> str:
        """Return the § of a book whose text is closest."""
        if (zitat, werk) not in self._naechste:
            self._naechste[zitat, werk] = max(self._nach_werk[werk], key=lambda b: self._naehe(zitat, b))
        return self._naechste[zitat, werk]

    def _haben_einen_absatz(self, a: str, b: str) -> bool:
        """Tell whether each has an Absatz that is close to one of the other, and closer than any other of that book."""
        hin = ((absatz, self._naechster_absatz(absatz, self._werk(b))) for absatz in self._absatzvektoren[a])
        return any(y and y.paragraph == b and self._naechster_absatz(y, self._werk(a)) == x for x, y in hin)

    def _naechster_absatz(self, absatz: _Absatz, werk: str) -> _Absatz | None:
        """Return the closest Absatz of a book, if it is close."""
        if (absatz, werk) not in self._naechste_absaetze:
            vektor = self._absatzvektoren[absatz.paragraph][absatz]
            andere = ((y, _kosinus(vektor, v)) for b in self._nach_werk[werk] for y, v in self._absatzvektoren[b].items())
            naechster = max((y for y in andere if y[1] >= _NAHER_ABSATZ), key=lambda y: y[1], default=(None, 0.0))
            self._naechste_absaetze[absatz, werk] = naechster[0]
        return self._naechste_absaetze[absatz, werk]

    def _verwandter_abschnitt(self, a: str, b: str) -> bool:
        x, y = self._abschnitte[a], self._abschnitte[b]
        return bool(x | y) and len(x & y) >= len(x | y) / 2

    def _werk(self, zitat: str) -> str:
        return self.paragraphen[zitat].werk

    @cached_property
    def _nach_werk(self) -> dict[str, list[str]]:
        werke: dict[str, list[str]] = {}
        for p in self.paragraphen.values():
            werke.setdefault(p.werk, []).append(p.zitat)
        return werke

    @cached_property
    def _naehen(self) -> dict[tuple[str, str], float]:
        return {}

    @cached_property
    def _naechste(self) -> dict[tuple[str, str], str]:
        return {}

    @cached_property
    def _naechste_absaetze(self) -> dict[tuple[_Absatz, str], _Absatz | None]:
        return {}

    @cached_property
    def _absatzvektoren(self) -> dict[str, dict[_Absatz, _Vektor]]:
        """The Absätze of each § that have enough words to be compared."""
        return {zitat: dict(self._absaetze(p)) for zitat, p in self.paragraphen.items()}

    def _absaetze(self, p: Paragraph) -> Iterator[tuple[_Absatz, _Vektor]]:
        for nr, text in enumerate(p.absaetze):
            haeufigkeiten = Counter(_staemme(text))
            if haeufigkeiten.total() >= _MINDESTWORTE:
                yield _Absatz(p.zitat, nr), self._vektor(haeufigkeiten)

    @cached_property
    def _ueberschriften(self) -> dict[str, frozenset[str]]:
        return {zitat: _ueberschrift(p) for zitat, p in self.paragraphen.items()}

    @cached_property
    def _abschnitte(self) -> dict[str, frozenset[str]]:
        return {zitat: frozenset(_staemme(p.abschnitt)) for zitat, p in self.paragraphen.items()}

    @cached_property
    def _in_ueberschriften(self) -> Counter[str]:
        return Counter(s for staemme in self._ueberschriften.values() for s in staemme)

    @cached_property
    def _haeufigkeiten(self) -> dict[str, Counter[str]]:
        return {zitat: Counter(_staemme(p.wortlaut)) for zitat, p in self.paragraphen.items()}

    @cached_property
    def _seltenheit(self) -> dict[str, float]:
        in_texten = Counter(s for haeufigkeiten in self._haeufigkeiten.values() for s in haeufigkeiten)
        return {s: math.log(1 + len(self.paragraphen) / anzahl) for s, anzahl in in_texten.items()}

    @cached_property
    def _vektoren(self) -> dict[str, _Vektor]:
        return {zitat: self._vektor(haeufigkeiten) for zitat, haeufigkeiten in self._haeufigkeiten.items()}

    def _vektor(self, haeufigkeiten: Counter[str]) -> _Vektor:
        """Return weights of length one; a word that comes often counts more, but not as often as it comes."""
        roh = {s: (1 + math.log(anzahl)) * self._seltenheit[s] for s, anzahl in haeufigkeiten.items()}
        laenge = math.hypot(*roh.values()) or 1.0
        return {s: gewicht / laenge for s, gewicht in roh.items()}


def _kosinus(x: _Vektor, y: _Vektor) -> float:
    """Cosine of the angle between two texts, as vectors of their stems."""
    return sum(x[s] * y[s] for s in x.keys() & y.keys())


def _ueberschrift(p: Paragraph) -> frozenset[str]:
    """Return the words of a heading, with those of its division where it says nothing alone."""
    eigene = frozenset(_staemme(p.ueberschrift))
    return eigene | frozenset(_staemme(p.abschnitt)) if eigene <= _NICHTSSAGEND else eigene


def _verbundene(v: Verweisung) -> Iterator[frozenset[str]]:
    """Yield the pairs of §§ of two books that a clause connects: a rule on one makes the rules on the other apply."""
    if v.wirkung in (Wirkung.ANALOG, Wirkung.DIREKT):
        ziele = dict.fromkeys(z.von if isinstance(z, Spanne) else z for z in v.ziele)
        nach = dict.fromkeys(_paragraph(z) for z in ziele if z.werk != v.quelle.werk)
        yield from (frozenset((_paragraph(v.quelle), z)) for z in nach)


def _paragraph(zitat: Zitat) -> str:
    """Return the § that an Einheit, or the VV it stands in, belongs to."""
    norm = zitat.bezugsnorm
    return str(Zitat(norm.werk, norm.glieder[:1]))


def _ist_ganze_vv(ziel: Ziel, paar: tuple[str, str]) -> bool:
    return isinstance(ziel, Zitat) and ziel.rahmen is Rahmen.VV and not ziel.glieder and _paragraph(ziel) in paar
