"""Find every citation in running text and resolve it from the Einheit the text stands in.

A chain of §§ belongs to the work named behind it, else to the work of its context. "Absatz 3", "Satz 1", "Nummer 2" are
completed from the context. Citations that cannot be completed are returned without target, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..schreibweise import Ebene
from ..zitat import Glied, Rahmen, Spanne, Ziel, Zitat
from .kette import LEERRAUM, OBERSTE, Glieder, Kette, Nennung, beginnt_mit_ebene, hinter_trenner, lies_kette
from .namen import Genannt, Namensbuch, eu_werk


@dataclass(frozen=True, slots=True)
class Genanntes:
    """One target with its own place in the text."""

    ziel: Ziel
    ab: int
    bis: int


@dataclass(frozen=True, slots=True)
class Verweis:
    """A citation in a text: its slice, its targets, what it excepts, and the reason if there is no target.

    ``zeile`` is its line in the source (0 = not known). ``selbst`` marks words by which a text means itself: "dieses
    Gesetz", "dieser Verwaltungsvorschrift".
    """

    ab: int
    bis: int
    ziele: tuple[Genanntes, ...]
    ausnahmen: tuple[Genanntes, ...] = ()
    grund: str = ""
    selbst: bool = False
    zeile: int = 0


#: Tells whether an Einheit exists, to find the Satz that a bare "Nummer 2" stands in.
GibtEs = Callable[[Zitat], bool]

_OHNE_KONTEXT = "Ohne die Einheit, in der es steht, ist nicht zu erkennen, was gemeint ist"

_VV_ZU = rf"(?:(?:dieser|der|die){LEERRAUM}+Verwaltungsvorschrift(?:en)?{LEERRAUM}+)?zu{LEERRAUM}+(?:den{LEERRAUM}+)?(?=§)"
_HINTER_NUMMERN = re.compile(rf"{LEERRAUM}+{_VV_ZU}")
_GANZE_VV = rf"(?i:dieser|der|die){LEERRAUM}+Verwaltungsvorschrift(?:en)?{LEERRAUM}+zu{LEERRAUM}+(?:den{LEERRAUM}+)?(?=§)"
_GESETZESNAME = r"[A-ZÄÖÜ][\wäöüß]*(?:-[A-ZÄÖÜ][\wäöüß]*)*(?:gesetz(?:buch)?|-Gesetz|[a-zäöü]ordnung)(?:e?s|en)?(?![\w-])"
#: A text speaks of itself: "dieses Gesetz", "dieser Verwaltungsvorschrift", "Die AV".
_SELBST = (
    rf"(?:(?i:diese[srm]?){LEERRAUM}+(?:Gesetz(?:buch)?(?:e?s)?|Verordnung|Verwaltungsvorschrift|AV)"
    rf"|(?i:die|der){LEERRAUM}+AV)(?!\w)"
)
_EU_ANFANG = rf"(?:Verordnung|Richtlinie|Beschluss(?:es)?|Rahmenbeschluss(?:es)?){LEERRAUM}+\((?=E)"
_ANKER = re.compile(
    r"§|(?<![\w-])(?:Art(?:ikel[ns]?|t?\.)|Abs(?:atz(?:es)?|ätzen?|\.)|Satz(?:es)?(?=\s)|Sätzen?|Nummern?|Nrn?\.|Ziff(?:ern?|\.)"
    rf"|Buchst(?:aben?|\.)|lit\.|Anlagen?|Unterabsatz|(?P<vv>{_GANZE_VV})|(?P<name>{_EU_ANFANG}|{_GESETZESNAME})"
    rf"|(?P<selbst>{_SELBST}))|(?<=\bnach )(?P<blank>\d+\.\d+(?:\.\d+)*)(?={LEERRAUM}+[a-zäöü])"
)
_BUCH = re.compile(rf"{LEERRAUM}*Buch{LEERRAUM}+(\d+)")
#: Law reports number their entries: "AP Nr. 4 zu § 59 HGB" is a place in a collection.
_FUNDSTELLE_DAVOR = re.compile(r"\b(?:AP|EzA|LM|BAGE|SozR|ABl\.|Amtsblatts?)\s*$")


def finde(text: str, kontext: Zitat | None, namen: Namensbuch, gibt_es: GibtEs) -> Iterator[Verweis]:
    """Yield the citations in ``text``, in order; ``kontext`` is the Einheit it stands in, if it is known."""
    finder = _Finder(text, kontext, namen, gibt_es, {})
    stelle = 0
    while treffer := _ANKER.search(text, stelle):
        verweise, stelle = finder.ab(treffer)
        yield from verweise


@dataclass(frozen=True, slots=True)
class _Finder:
    text: str
    kontext: Zitat | None
    namen: Namensbuch
    gibt_es: GibtEs
    eigene: dict[str, str]

    def ab(self, treffer: re.Match[str]) -> tuple[list[Verweis], int]:
        """Return the citations that begin at an anchor, and where to search on."""
        if treffer["name"]:
            return self._werk(treffer.start(), treffer.end())
        if treffer["selbst"]:
            return self._selbst(treffer)
        if treffer["blank"]:
            return self._blanke_nummern(treffer)
        kette = lies_kette(self.text, treffer.end() if treffer["vv"] else treffer.start())
        if kette is None or _FUNDSTELLE_DAVOR.search(self.text, 0, treffer.start()):
            return [], treffer.end()
        return self._vv(treffer.start(), None, kette) if treffer["vv"] else self._kette(treffer.start(), kette)

    def _kette(self, ab: int, kette: Kette) -> tuple[list[Verweis], int]:
        """A chain: numbers of the VV on a §, §§ with their work, or what the context completes."""
        ebene = kette.nennungen[0].glieder[0].ebene
        zu = _HINTER_NUMMERN.match(self.text, kette.bis) if ebene is Ebene.NUMMER else None
        paragraphen = lies_kette(self.text, zu.end()) if zu else None
        if paragraphen:
            return self._vv(ab, kette, paragraphen)
        if ebene in OBERSTE - {Ebene.ANLAGE}:
            return self._mit_werk(ab, kette)
        return [self._verweis(ab, kette.bis, [(kette, None)])], kette.bis

    def _werk(self, ab: int, bis: int) -> tuple[list[Verweis], int]:
        """A work named by itself."""
        genannt = eu_werk(self.text, ab) or self.namen.bei(self.text, ab, self.eigene)
        if genannt is None:
            return [], bis
        return [Verweis(ab, genannt.bis, (Genanntes(Zitat(genannt.werk), ab, genannt.bis),))], genannt.bis

    def _selbst(self, treffer: re.Match[str]) -> tuple[list[Verweis], int]:
        """The work or rule that the text itself belongs to."""
        k, (ab, bis) = self.kontext, treffer.span()
        if k is None:
            return [Verweis(ab, bis, (), grund=_OHNE_KONTEXT, selbst=True)], bis
        eigene_vv = k.rahmen is Rahmen.VV and "Verwaltungsvorschrift" in treffer[0]
        ziel = Zitat(self.namen.mit_vv.get(k.werk, k.werk) if eigene_vv else k.werk)
        return [Verweis(ab, bis, (Genanntes(ziel, ab, bis),), selbst=True)], bis

    def _blanke_nummern(self, treffer: re.Match[str]) -> tuple[list[Verweis], int]:
        """A decimal number without "Nummer" counts where the rule has such a number."""
        kette = lies_kette(self.text, treffer.start(), erste=Ebene.NUMMER)
        zitat = self._vollstaendig(kette.nennungen[0].glieder, None) if kette else None
        if kette is None or zitat is None or not self.gibt_es(zitat):
            return [], treffer.end()
        return [self._verweis(treffer.start(), kette.bis, [(kette, None)])], kette.bis

    def _vv(self, ab: int, nummern: Kette | None, paragraphen: Kette) -> tuple[list[Verweis], int]:
        """Numbers of the VV on one or more §§, or the whole VV; the work must be one that has a VV."""
        genannt = self._werk_hinter(paragraphen.bis)
        werk, bis = (genannt.werk, genannt.bis) if genannt else (self.kontext.werk if self.kontext else "", paragraphen.bis)
        if werk not in self.namen.mit_vv:
            return [], bis
        ziele: list[Genanntes] = []
        ausnahmen: list[Genanntes] = []
        for zu in paragraphen.nennungen:
            traeger = Zitat(werk, (), Rahmen.VV, zu.glieder)
            if nummern is None:
                ende = Zitat(werk, (), Rahmen.VV, zu.ende) if zu.ende else None
                ziele.append(Genanntes(_ziel(traeger, ende), zu.ab, zu.bis))
            for nennung in nummern.nennungen if nummern else ():
                ende = replace(traeger, glieder=nennung.ende) if nennung.ende else None
                ziel = _ziel(replace(traeger, glieder=nennung.glieder), ende)
                (ausnahmen if nennung.ausnahme else ziele).append(Genanntes(ziel, nennung.ab, nennung.bis))
        return [Verweis(ab, bis, tuple(ziele), tuple(ausnahmen))], bis

    def _mit_werk(self, ab: int, kette: Kette) -> tuple[list[Verweis], int]:
        """A chain of §§ or Artikel with its work; parts of it may name a book or a work of their own."""
        teile: list[tuple[Kette, Genannt | None]] = []
        buecher: list[int] = []
        while True:
            buch = _BUCH.match(self.text, kette.bis)
            genannt = self._werk_hinter(buch.end() if buch else kette.bis)
            bis = genannt.bis if genannt else buch.end() if buch else kette.bis
            teile.append((kette, genannt))
            buecher.append(int(buch[1]) if buch else 0)
            naechste = self._naechster_teil(kette, bis) if genannt or buch else None
            if naechste is None:
                break
            kette = naechste
        letztes = teile[-1][1]
        werke = [self._werk_des_teils(genannt or letztes, buch) for (_, genannt), buch in zip(teile, buecher, strict=True)]
        paare = [(kette, werk) for (kette, _), werk in zip(teile, werke, strict=True)]
        return [self._verweis(ab, bis, paare)], bis

    def _werk_des_teils(self, genannt: Genannt | None, buch: int) -> str | None:
        werk = genannt.werk if genannt else self.kontext.werk if self.kontext else None
        if buch and werk:
            return self.namen.buch(werk if werk in self.namen.buecher else werk.rpartition(" ")[0], buch)
        return genannt.werk if genannt else None

    def _naechster_teil(self, kette: Kette, ab: int) -> Kette | None:
        """A chain goes on behind the name of a work only if a work is named again behind it."""
        weiter = hinter_trenner(self.text, ab)
        if weiter == ab:
            return None
        ebene = beginnt_mit_ebene(self.text, weiter)
        if ebene is Ebene.PARAGRAPH:
            teil = lies_kette(self.text, weiter)
        elif ebene is None and kette.mehrzahl is Ebene.PARAGRAPH:
            teil = lies_kette(self.text, weiter, erste=Ebene.PARAGRAPH)
        else:
            return None
        return teil if teil and (_BUCH.match(self.text, teil.bis) or self._werk_hinter(teil.bis)) else None

    def _werk_hinter(self, ab: int) -> Genannt | None:
        return self.namen.hinter_kette(self.text, ab, self.kontext, self.eigene)

    def _verweis(self, ab: int, bis: int, teile: list[tuple[Kette, str | None]]) -> Verweis:
        ziele: list[Genanntes] = []
        ausnahmen: list[Genanntes] = []
        for kette, werk in teile:
            for nennung in kette.nennungen:
                ziel = self._aufgeloest(nennung, werk)
                if ziel is not None:
                    (ausnahmen if nennung.ausnahme else ziele).append(Genanntes(ziel, nennung.ab, nennung.bis))
        grund = "" if ziele or ausnahmen else _OHNE_KONTEXT
        return Verweis(ab, bis, tuple(ziele), tuple(ausnahmen), grund)

    def _aufgeloest(self, nennung: Nennung, werk: str | None) -> Ziel | None:
        von = self._vollstaendig(nennung.glieder, werk)
        if von is None:
            return None
        if nennung.ende:
            ende = self._vollstaendig(nennung.ende, werk)
            return Spanne(von, ende) if ende else None
        return replace(von, folgende=nennung.folgende)

    def _vollstaendig(self, glieder: Glieder, werk: str | None) -> Zitat | None:
        """Complete a citation: by its work, or by the Einheit it stands in."""
        k, ebene = self.kontext, glieder[0].ebene
        if ebene in OBERSTE - {Ebene.ANLAGE}:
            name = werk or (k.werk if k else None)
            return Zitat(name, glieder) if name else None
        if k is None:
            return None
        if ebene is Ebene.ANLAGE:
            return Zitat(self.namen.mit_vv.get(k.werk, k.werk) if k.rahmen is Rahmen.VV else k.werk, glieder)
        if k.rahmen is Rahmen.VV:
            return _in_der_vv(k, glieder)
        if k.glieder and k.glieder[0].ebene in (Ebene.NUMMER, Ebene.ANLAGE):
            return _in_der_regelung(k, glieder)
        return self._im_paragraphen(k, glieder)

    def _im_paragraphen(self, k: Zitat, glieder: Glieder) -> Zitat | None:
        ebene = glieder[0].ebene
        if ebene is Ebene.ABSATZ:
            return Zitat(k.werk, k.glieder[:1] + glieder)
        oben = tuple(g for g in k.glieder if g.ebene in OBERSTE or g.ebene is Ebene.ABSATZ)
        if ebene is Ebene.SATZ:
            return Zitat(k.werk, oben + glieder)
        if ebene is Ebene.NUMMER:
            saetze = ((), *((Glied(Ebene.SATZ, str(n)),) for n in range(1, 10)))
            moeglich = [Zitat(k.werk, oben + satz + glieder) for satz in saetze]
            return next((zitat for zitat in moeglich if self.gibt_es(zitat)), moeglich[0])
        return None


def _ziel(von: Zitat, bis: Zitat | None) -> Ziel:
    return Spanne(von, bis) if bis else von


def _in_der_vv(k: Zitat, glieder: Glieder) -> Zitat | None:
    ebene = glieder[0].ebene
    if ebene is Ebene.NUMMER:
        return replace(k, glieder=glieder)
    if ebene is Ebene.SATZ:
        return replace(k, glieder=tuple(g for g in k.glieder if g.ebene is Ebene.NUMMER) + glieder)
    return Zitat(k.werk, k.zu + glieder) if ebene is Ebene.ABSATZ else None


def _in_der_regelung(k: Zitat, glieder: Glieder) -> Zitat | None:
    """In a numbered rule a Nummer is one of the rule, in an annex one of the annex."""
    if glieder[0].ebene is Ebene.NUMMER:
        return Zitat(k.werk, tuple(g for g in k.glieder if g.ebene is Ebene.ANLAGE) + glieder)
    if glieder[0].ebene is Ebene.SATZ:
        return Zitat(k.werk, tuple(g for g in k.glieder if g.ebene in (Ebene.NUMMER, Ebene.ANLAGE)) + glieder)
    return None
