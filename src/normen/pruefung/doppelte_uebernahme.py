"""Numbers that are taken over into a text that says the same itself, with another amount or in other words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..einheit import Art, Eintrag
from ..netz import Bereich
from ..stichwort import stamm, woerter
from ..verweisung import Verweisung
from ..zitat import Zitat
from .art import Pruefart
from .befund import Befund, Sicherheit
from .bestand import Bestand
from .uebernahme import Uebernahmen, regel

_ZIFFERN = dict(
    paar.split("=")
    for paar in """
        zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 fünfzehn=15 achtzehn=18 zwanzig=20
        vierundzwanzig=24 dreißig=30 achtundvierzig=48
    """.split()
)
#: "zwei Jahre", "48 Stunden", "9 vom Hundert".
_MENGE = re.compile(
    rf"\b(?P<zahl>\d+(?:[.,]\d+)?|ein(?:e[mnrs]?)?|{'|'.join(_ZIFFERN)})\s+(?:(?:weitere|volle|aufeinanderfolgende)[nr]?\s+)?"
    r"(?P<einheit>Jahr|Monat|Woche|Tagess[aä]tz|Werktag|Kalendertag|Tag|Stunde|Minute|Euro|EUR|Prozent|vom\s+Hundert)"
    r"e?[ns]?\b",
    re.IGNORECASE,
)
#: A clause that gives way to the text it stands in.
_NACHRANGIG = re.compile(r"\b[Ii]m\s+Übrigen\b|\bnichts\s+(?:anderes|Abweichendes)\b|\babweichend")
#: So much of their words must two texts share, amounts aside, to be on the same matter; more, to be a repetition.
_GLEICHE_SACHE = 0.7
_WIEDERHOLUNG = 0.85
#: Fewer words than these are alike by chance; words of so many letters are articles, pronouns and the like.
_MINDESTENS = 4
_KURZ = 4


@dataclass(frozen=True, slots=True)
class _Menge:
    """An amount: how many of its unit, and the words that say so."""

    wert: str
    worte: str


@dataclass(frozen=True, slots=True)
class _Fassung:
    """What is compared of a text: its stems, without amounts and short words, and its amounts by their unit."""

    eintrag: Eintrag
    staemme: Counter[str]
    mengen: Mapping[str, Sequence[_Menge]]

    def aehnlichkeit(self, andere: _Fassung) -> float:
        """Return which part of the words two texts share, from 0 to 1."""
        return 2 * (self.staemme & andere.staemme).total() / (self.staemme.total() + andere.staemme.total())


def doppelte_uebernahmen(bestand: Bestand) -> Iterator[Befund]:
    """Yield the findings at each clause: texts it takes over that differ from one that stands where it stands.

    A clause speaks for the number it lies in: only texts in that, or taken over by a clause before it in that, are compared
    with what it takes over. One with a Maßgabe, or that gives way to its surroundings ("im Übrigen"), contradicts nothing.
    Other amounts in a text of the rule itself are a finding each; all else is one for the clause, and not sure if there are
    only other words, for they may be meant.
    """
    uebernahmen, fassungen = Uebernahmen(bestand), _Fassungen(bestand)
    for v in bestand.verweisungen:
        if regel(v.quelle) and not v.massgabe and not _NACHRANGIG.search(v.text):
            umfeld = _umfeld(bestand, v)
            neu = uebernahmen.von(v) - umfeld
            eigene = list(fassungen.paare(umfeld, neu))
            yield from (_andere_menge(bestand, v, p, *mengen) for p in eigene for mengen in p.andere_mengen())
            schon = frozenset[int]().union(*(uebernahmen.von(w) for w in _davor(bestand, umfeld, v))) - umfeld - neu
            # A VV may repeat what its § says; only a rule that repeats a rule has written it twice.
            aus_regeln = (p for p in eigene if regel(bestand.einheit(p.andere.eintrag).zitat))
            doppelt = [p for p in aus_regeln if p.ist_wiederholung and not list(p.andere_mengen())]
            doppelt += [p for p in fassungen.paare(schon, neu) if list(p.andere_mengen())]
            if doppelt:
                yield _doppelt(v, doppelt)


def _davor(bestand: Bestand, umfeld: Bereich, v: Verweisung) -> Iterator[Verweisung]:
    """Yield the clauses of some Einheiten that stand before another one."""
    for nr in sorted(umfeld):
        for w in bestand.netz.klauseln.get(nr, ()):
            if w is v:
                return
            yield w


def _umfeld(bestand: Bestand, v: Verweisung) -> Bereich:
    """Return what lies in the number that holds the one the clause stands in, or in the rule as a whole."""
    eintrag = bestand.eintrag(v.quelle)
    while eintrag and eintrag.art is not Art.VV_NUMMER and eintrag.eltern and regel(v.quelle) != _zitat(bestand, eintrag):
        eintrag = bestand.netz.eintraege[eintrag.eltern]
    if eintrag and eintrag.art is Art.VV_NUMMER and eintrag.eltern:
        eintrag = bestand.netz.eintraege[eintrag.eltern]
    return bestand.netz.mit_allem(eintrag.nr) if eintrag else frozenset()


def _zitat(bestand: Bestand, eintrag: Eintrag) -> Zitat:
    return bestand.einheit(eintrag).zitat


@dataclass(frozen=True, slots=True)
class _Paar:
    """Two texts on the same matter; the other one is taken over."""

    eine: _Fassung
    andere: _Fassung

    def andere_mengen(self) -> Iterator[tuple[_Menge, _Menge]]:
        """Yield the amounts that are not the same, of each unit of which both texts have equally many."""
        for einheit, hier in self.eine.mengen.items():
            dort = self.andere.mengen.get(einheit, ())
            if len(hier) == len(dort):
                yield from ((a, b) for a, b in zip(hier, dort, strict=True) if a.wert != b.wert)

    @property
    def ist_wiederholung(self) -> bool:
        """Tell whether the texts say the same in almost the same words."""
        return self.eine.staemme != self.andere.staemme and self.eine.aehnlichkeit(self.andere) >= _WIEDERHOLUNG


@dataclass(frozen=True, slots=True)
class _Fassungen:
    """Reads each text once."""

    bestand: Bestand
    _gelesen: dict[int, _Fassung] = field(default_factory=dict)

    def paare(self, bereich: Bereich, uebernommen: Bereich) -> Iterator[_Paar]:
        """Yield each text of one range with each one on the same matter that is taken over."""
        vergleichbar = list(self._vergleichbare(bereich)) if uebernommen else []
        for andere in self._vergleichbare(uebernommen):
            for eine in vergleichbar:
                if eine.aehnlichkeit(andere) >= _GLEICHE_SACHE:
                    yield _Paar(eine, andere)

    def _vergleichbare(self, bereich: Bereich) -> Iterator[_Fassung]:
        """Yield the texts that are long enough, and say something themselves instead of referring to others."""
        for nr in sorted(bereich - self.bestand.netz.klauseln.keys()):
            if nr not in self._gelesen:
                self._gelesen[nr] = _lies(self.bestand.netz.eintraege[nr])
            if self._gelesen[nr].staemme.total() >= _MINDESTENS:
                yield self._gelesen[nr]


def _lies(eintrag: Eintrag) -> _Fassung:
    mengen = defaultdict[str, list[_Menge]](list)
    for t in _MENGE.finditer(eintrag.text):
        mengen[stamm(t["einheit"])].append(_Menge(_wert(t["zahl"]), t[0]))
    rest = _MENGE.sub(" ", eintrag.text)
    return _Fassung(eintrag, Counter(stamm(w.form) for w in woerter(rest) if len(w.form) > _KURZ), mengen)


def _wert(zahl: str) -> str:
    klein = zahl.lower()
    return "1" if klein.startswith("ein") else _ZIFFERN.get(klein, klein.replace(",", "."))


def _andere_menge(bestand: Bestand, v: Verweisung, paar: _Paar, hier: _Menge, dort: _Menge) -> Befund:
    einheit = bestand.einheit(paar.eine.eintrag)
    zeile = einheit.text.zeile_bei(einheit.text.inhalt.index(hier.worte))
    grund = f"Hier steht „{hier.worte}“; {v.quelle} übernimmt {paar.andere.eintrag.zitat}, dort steht „{dort.worte}“."
    return Befund(DOPPELTE_UEBERNAHME.kuerzel, einheit.zitat, zeile, hier.worte, grund, _VORSCHLAG)


def _doppelt(v: Verweisung, paare: Sequence[_Paar]) -> Befund:
    orte = "; ".join(f"{p.eine.eintrag.zitat} und {p.andere.eintrag.zitat}{_mit_mengen(p)}" for p in paare)
    grund = f"Übernommen wird, was daneben etwas anders schon gilt: {orte}."
    sicherheit = Sicherheit.HOCH if any(_mit_mengen(p) for p in paare) else Sicherheit.GERING
    return Befund(DOPPELTE_UEBERNAHME.kuerzel, v.quelle, v.zeile, v.text, grund, _VORSCHLAG, sicherheit)


def _mit_mengen(paar: _Paar) -> str:
    mengen = ", ".join(f"„{a.worte}“ und „{b.worte}“" for a, b in paar.andere_mengen())
    return f" ({mengen})" if mengen else ""


_VORSCHLAG = "Nehmen Sie von der Übernahme aus, was hier anders geregelt ist, oder streichen Sie die eigene Regelung."

DOPPELTE_UEBERNAHME = Pruefart(
    "doppelte-uebernahme",
    "Doppelte Übernahme",
    "Eine Regelung wird übernommen, die daneben mit einer anderen Zahl oder anderen Worten schon steht.",
    doppelte_uebernahmen,
)
