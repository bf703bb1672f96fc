"""Reads the citation that an anchor announces: its chain, its work, and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import takewhile

from ..schreibweise import Ebene, buchzahl, roemisch_zu_zahl
from ..zitat import Glied, Rahmen, Zitat
from .anker import Anfang, Art, ist_fundstelle
from .aufloesen import Teil, als_ziel, aufgeloest, gruppen
from .ergaenzen import Ergaenzung
from .fund import MEHRDEUTIG, OHNE_KONTEXT, UNKLAR, Genanntes, Verweis
from .kette import GESETZLICHE, OBERSTE, VOM_WERK, Glieder, Kette, Nennung, beginnt_mit_ebene, hinter_trenner, lies_kette
from .namen import Genannt, Namensbuch
from .umfeld import (
    ADJEKTIV,
    ANDERE_VORSCHRIFT,
    ANLAGE,
    AUCH_OHNE_WERK,
    BUCH,
    EBENE_DAHINTER,
    EINTRAG,
    HOECHSTENS,
    IM_SATZ,
    IN_VERBINDUNG,
    NUR_IM_SATZ,
    SAMMLUNG_DAVOR,
    SPALTE,
    TIEFE,
    UEBERGEORDNET,
    UEBERGEORDNETE_GLIEDERUNG,
    VERB,
    VORN,
    VV_NUMMERN,
    VV_ZU,
    WORTLAENGE,
    ZU_TEIL,
)

#: What may follow behind a work, by the last level before it.
_UNTER = {
    Ebene.PARAGRAPH: (Ebene.ABSATZ, Ebene.SATZ),
    Ebene.ARTIKEL: (Ebene.ABSATZ, Ebene.SATZ),
    Ebene.ABSATZ: (Ebene.SATZ,),
}


@dataclass(slots=True)
class Finder:
    """Reads the citation that an anchor announces; each method returns it, and where to search on.

    ``weitere`` are the citations behind the one last returned that no anchor announces.
    """

    text: str
    ergaenzung: Ergaenzung
    eigene: dict[str, str]
    weitere: list[Verweis] = field(default_factory=list)

    @property
    def kontext(self) -> Zitat | None:
        return self.ergaenzung.kontext

    @property
    def namen(self) -> Namensbuch:
        return self.ergaenzung.namen

    def ab(self, anfang: Anfang, von: int) -> tuple[Verweis | None, int]:
        """Return the citation that begins at an anchor; the one before ended at ``von``."""
        match anfang.art:
            case Art.NAME:
                return self._werk(anfang)
            case Art.BUCH:
                return self._buch(anfang)
            case Art.SELBST:
                return self._selbst(anfang, von)
            case Art.ZAHL:
                return self._blanke_nummern(anfang)
            case Art.VV:
                return self._vv_genannt(anfang)
        return self._mit_ebene(anfang, von)

    def _mit_ebene(self, anfang: Anfang, von: int) -> tuple[Verweis | None, int]:
        """A level: with its number, and unless a law report is quoted by it, it begins a chain."""
        kette = lies_kette(self.text, anfang.ab) or self._anlage_ohne_nummer(anfang.ab)
        if kette is None:
            return None, anfang.bis
        if ist_fundstelle(self.text, anfang.ab, kette.bis):
            return None, self._hinter_fundstelle(kette)
        if kette.nennungen[0].glieder[0].ebene in NUR_IM_SATZ:
            return self._gliederung(anfang.ab, kette)
        return self._kette(anfang.ab, kette, von)

    def _gliederung(self, ab: int, kette: Kette) -> tuple[Verweis | None, int]:
        """A division, unless it is a heading; "Teil 1" may be one of an examination, so it needs its work."""
        im_satz = IM_SATZ.search(self.text, max(0, ab - WORTLAENGE), ab) or VERB.match(self.text, kette.bis)
        if not im_satz and not self._werk_hinter(kette.bis):
            return None, kette.nennungen[0].bis
        verweis, bis = self._kette(ab, kette, ab)
        if UEBERGEORDNETE_GLIEDERUNG.match(self.text, verweis.bis):
            return Verweis(ab, bis, (), grund=UNKLAR), bis
        ebene = kette.nennungen[0].glieder[0].ebene
        ohne_werk = ebene in AUCH_OHNE_WERK or (ebene is Ebene.BUCH and verweis.ziele)
        return (verweis if ohne_werk or verweis.bis > kette.bis else None), bis

    def _buch(self, anfang: Anfang) -> tuple[Verweis | None, int]:
        """Read "des Dritten Buchs", a book of the code that the context belongs to."""
        genannt = self.namen.buch_desselben(self.text, anfang.ab, self.kontext)
        if genannt is None or not genannt.werk:
            return None, anfang.ab
        genanntes = Genanntes(Zitat(genannt.werk), anfang.ab, genannt.bis)
        return Verweis(anfang.ab, genannt.bis, (genanntes,)), genannt.bis

    def _anlage_ohne_nummer(self, ab: int) -> Kette | None:
        """Anlage := "Anlage" | "Anhang", where the words behind it or its work tell that no plant or investment is meant."""
        treffer = ANLAGE.match(self.text, ab)
        if treffer is None:
            return None
        bis = treffer.end("anlage")
        genannt = None if treffer["zusatz"] else self._werk_hinter(bis)
        if not (treffer["zusatz"] or (genannt and genannt.werk)):
            return None
        ebene = Ebene.ANLAGE if treffer["anlage"] == "Anlage" else Ebene.ANHANG
        return Kette((Nennung((Glied(ebene, ""),), (), ab, bis),), bis, None)

    def _kette(self, ab: int, kette: Kette, von: int, tiefe: int = 0) -> tuple[Verweis, int]:
        """A chain: numbers of the VV on a §, §§ with their work, parts of what follows, or what the context completes."""
        ebene = kette.nennungen[0].glieder[0].ebene
        if ebene in GESETZLICHE:
            return self._mit_werk(ab, kette, von)
        zu = VV_ZU.match(self.text, kette.bis) if ebene in (Ebene.NUMMER, Ebene.SATZ) else None
        paragraphen = lies_kette(self.text, zu.end()) if zu else None
        if paragraphen:
            return self._vv_liste(ab, kette, paragraphen)
        aussen = self._uebergeordnete(kette) if tiefe < TIEFE else None
        if aussen:
            verweis, bis = self._kette(aussen.nennungen[0].ab, aussen, kette.bis, tiefe + 1)
            return self._eingesetzt(ab, kette, verweis, self._anfang(aussen)[-1].bis), bis
        return self._relativ(ab, self._ohne_fremden_teil(kette), von)

    def _relativ(self, ab: int, kette: Kette, von: int) -> tuple[Verweis, int]:
        """A chain that says no §: a number of a work named behind it, or what the context completes."""
        ist_nummer = kette.nennungen[0].glieder[0].ebene is Ebene.NUMMER
        davor = SAMMLUNG_DAVOR.search(self.text, max(von, ab - WORTLAENGE), ab) if ist_nummer else None
        if davor:
            return self._in_sammlung(davor, ab, kette)
        ende = self._hinter_spalte(kette.bis)
        genannt = self._werk_hinter(ende) or self._werk_der_anlage(kette)
        eigenes = genannt and self.kontext and genannt.werk in {self.kontext.werk, self.namen.mit_vv.get(self.kontext.werk)}
        werk = genannt.werk if genannt and not (eigenes and self._nur_im_kontext(kette)) else None
        bis = genannt.bis if genannt else kette.bis
        return aufgeloest(ab, bis, [Teil(kette, werk, genannt)], self.ergaenzung), bis

    def _in_sammlung(self, davor: re.Match[str], ab: int, kette: Kette) -> tuple[Verweis, int]:
        """A number behind an abbreviation: "RiStBV Nr. 4"; of one that is not known ("GKG KV Nr. 9010") nothing is said."""
        if roemisch_zu_zahl(davor["kurz"]) is not None:  # "II Nr. 3" goes on from something larger that was not read
            return Verweis(ab, kette.bis, (), grund=UNKLAR), kette.bis
        werk = self.eigene.get(davor["kurz"]) or self.namen.kuerzel.get(davor["kurz"]) or ""
        genannt = Genannt(werk, kette.bis, davor["kurz"])
        ab = davor.start("kurz") if werk else ab
        return aufgeloest(ab, kette.bis, [Teil(kette, werk, genannt)], self.ergaenzung), kette.bis

    def _werk_der_anlage(self, kette: Kette) -> Genannt | None:
        """Read the work of "Anlage 1 zu § 2 BGB"; one "zu Nummer 3.7 zu § 79 LHO" is annexed to a rule that is not known."""
        if kette.nennungen[0].glieder[0].ebene not in (Ebene.ANLAGE, Ebene.ANHANG):
            return None
        bis, ist_regel = kette.bis, False
        for _ in range(TIEFE):
            zu = ZU_TEIL.match(self.text, bis)
            weiter = lies_kette(self.text, zu.end()) if zu else None
            if weiter is None:
                break
            bis, ist_regel = weiter.bis, ist_regel or weiter.nennungen[0].glieder[0].ebene is Ebene.NUMMER
        genannt = self._werk_hinter(bis) if bis > kette.bis else None
        return Genannt("", genannt.bis, f"VV zu {genannt.werk or genannt.name}") if genannt and ist_regel else genannt

    def _hinter_spalte(self, ab: int) -> int:
        """Return where the text goes on behind parts that are no levels: "Anlage 3 Spalte 2", "Sachgebiet H Abschnitt I"."""
        spalte = SPALTE.match(self.text, ab)
        weiter = lies_kette(self.text, spalte.end() + 1) if spalte else None
        return weiter.bis if weiter else spalte.end() if spalte else ab

    def _nur_im_kontext(self, kette: Kette) -> bool:
        return kette.nennungen[0].glieder[0].ebene not in VOM_WERK

    def _uebergeordnete(self, kette: Kette) -> Kette | None:
        """Uebergeordnete := ("des" | "der") kette, of levels that the chain before does not name itself."""
        treffer = UEBERGEORDNET.match(self.text, kette.bis)
        aussen = (lies_kette(self.text, treffer.end()) or self._anlage_ohne_nummer(treffer.end())) if treffer else None
        if treffer is None or aussen is None:
            return None
        genannt = {glied.ebene for nennung in kette.nennungen for glied in nennung.glieder}
        oben = {glied.ebene for nennung in self._anfang(aussen) for glied in nennung.glieder}
        if genannt & oben or (Ebene.ABSATZ in genannt and oben.isdisjoint(OBERSTE)):
            return None
        return aussen

    def _anfang(self, kette: Kette) -> list[Nennung]:
        """Return the first Nennung of a chain, with the bare numbers that go on from it."""
        erste, *weitere = kette.nennungen
        return [erste, *takewhile(lambda nennung: beginnt_mit_ebene(self.text, nennung.ab) is None, weitere)]

    def _ohne_fremden_teil(self, kette: Kette) -> Kette:
        """Leave out a last part that belongs to what follows: in "§ 5 und Satz 2 des Absatzes 3" the Satz."""
        letzte = kette.nennungen[-1]
        if len(kette.nennungen) == 1 or not UEBERGEORDNET.match(self.text, kette.bis):
            return kette
        ebene = beginnt_mit_ebene(self.text, letzte.ab)
        einzeln = lies_kette(self.text, letzte.ab) if ebene is not None and ebene not in OBERSTE else None
        if einzeln is None or not self._uebergeordnete(einzeln):
            return kette
        return replace(kette, nennungen=kette.nennungen[:-1], bis=kette.nennungen[-2].bis)

    def _eingesetzt(self, ab: int, innen: Kette, aussen: Verweis, grenze: int) -> Verweis:
        """Put the parts of a citation under each citation they belong to; those behind ``grenze`` stand for themselves."""
        davor = [g.ziel for g in aussen.ziele if g.bis <= grenze]
        ganze = [ziel for ziel in davor if isinstance(ziel, Zitat) and not ziel.folgende]
        if len(ganze) < len(davor) or len(ganze) * len(innen.nennungen) > HOECHSTENS:
            return Verweis(ab, aussen.bis, (), grund=MEHRDEUTIG)
        ziele: list[Genanntes] = []
        ausnahmen: list[Genanntes] = []
        for ganzes in ganze:
            for n in innen.nennungen:
                ende = replace(ganzes, glieder=ganzes.glieder + n.ende) if n.ende else None
                ziel = als_ziel(replace(ganzes, glieder=ganzes.glieder + n.glieder, folgende=n.folgende), ende)
                (ausnahmen if n.ausnahme else ziele).append(Genanntes(ziel, n.ab, n.bis))
        ziele += [g for g in aussen.ziele if g.bis > grenze]
        return Verweis(ab, aussen.bis, tuple(ziele), tuple(ausnahmen), "" if ziele or ausnahmen else aussen.grund)

    def _werk(self, anfang: Anfang) -> tuple[Verweis | None, int]:
        """A work named by itself."""
        ab, genannt = anfang.ab, self.namen.bei(self.text, anfang.ab, self.eigene)
        while genannt is None and (wort := ADJEKTIV.match(self.text, ab, anfang.bis)):
            ab = wort.end()
            genannt = self.namen.bei(self.text, ab, self.eigene)
        if genannt is None or not genannt.werk:
            return None, max(anfang.bis, genannt.bis if genannt else 0)
        return Verweis(ab, genannt.bis, (Genanntes(Zitat(genannt.werk), ab, genannt.bis),)), genannt.bis

    def _selbst(self, anfang: Anfang, von: int) -> tuple[Verweis, int]:
        """The work, rule or § that the text itself belongs to."""
        k, ab, bis = self.kontext, anfang.ab, anfang.bis
        if k is None:
            return Verweis(ab, bis, (), grund=OHNE_KONTEXT, selbst=True), bis
        worte = self.text[ab:bis]
        if worte.endswith("Vorschrift"):
            if von or ANDERE_VORSCHRIFT.search(self.text, 0, ab):
                return Verweis(ab, bis, (), grund=MEHRDEUTIG, selbst=True), bis
            ziel = replace(k, glieder=() if k.rahmen is Rahmen.VV else k.glieder[:1], folgende="")
        else:
            eigene_vv = k.rahmen is Rahmen.VV and "Verwaltungsvorschrift" in worte
            ziel = Zitat(self.namen.mit_vv.get(k.werk, k.werk) if eigene_vv else k.werk)
        return Verweis(ab, bis, (Genanntes(ziel, ab, bis),), selbst=True), bis

    def _blanke_nummern(self, anfang: Anfang) -> tuple[Verweis | None, int]:
        """A decimal number without "Nummer" counts where the rule has such a number."""
        kette = lies_kette(self.text, anfang.ab, erste=Ebene.NUMMER)
        zitat = self.ergaenzung.vollstaendig(kette.nennungen[0].glieder, None) if kette else None
        if kette is None or zitat is None or not self.ergaenzung.gibt_es(zitat):
            return None, anfang.bis
        return aufgeloest(anfang.ab, kette.bis, [Teil(kette, None)], self.ergaenzung), kette.bis

    def _vv_genannt(self, anfang: Anfang) -> tuple[Verweis | None, int]:
        """Vv := ("VV" | "Verwaltungsvorschrift") [numbers] "zu" §§."""
        treffer = VV_NUMMERN.match(self.text, anfang.bis)
        if treffer is None:
            return None, anfang.bis
        nummern = None if treffer["zu"] else lies_kette(self.text, treffer.end(), erste=Ebene.NUMMER)
        zu = VV_ZU.match(self.text, nummern.bis) if nummern else treffer
        paragraphen = lies_kette(self.text, zu.end()) if zu else None
        return self._vv(anfang.ab, nummern, paragraphen) if paragraphen else (None, anfang.bis)

    def _vv_liste(self, ab: int, nummern: Kette, paragraphen: Kette) -> tuple[Verweis, int]:
        """Numbers of several VV: "Nummern 3.2.1 zu § 7 JVollzGB IV und 8.5 Satz 3 zu § 9 JVollzGB IV"."""
        verweis, bis = self._vv(ab, nummern, paragraphen)
        ziele, ausnahmen = [*verweis.ziele], [*verweis.ausnahmen]
        while nummern.mehrzahl is Ebene.NUMMER and verweis.ab == ab:
            weiter = hinter_trenner(self.text, bis)
            naechste = lies_kette(self.text, weiter, erste=Ebene.NUMMER) if weiter > bis else None
            zu = VV_ZU.match(self.text, naechste.bis) if naechste else None
            ihre = lies_kette(self.text, zu.end()) if zu else None
            if naechste is None or ihre is None or beginnt_mit_ebene(self.text, weiter) is not None:
                break
            teil, ende = self._vv(weiter, naechste, ihre)
            if teil.ab != weiter:
                break
            ziele, ausnahmen, bis = [*ziele, *teil.ziele], [*ausnahmen, *teil.ausnahmen], ende
        return replace(verweis, bis=max(bis, verweis.bis), ziele=tuple(ziele), ausnahmen=tuple(ausnahmen)), bis

    def _vv(self, ab: int, nummern: Kette | None, paragraphen: Kette) -> tuple[Verweis, int]:
        """Numbers of the VV on one or more §§, or the whole VV; of a work without a VV, the §§ only."""
        genannt = self._werk_hinter(paragraphen.bis)
        werk, bis = (genannt.werk, genannt.bis) if genannt else (self.kontext.werk if self.kontext else "", paragraphen.bis)
        if werk not in self.namen.mit_vv:
            erste = paragraphen.nennungen[0].ab
            return self._mit_werk(erste, paragraphen, erste)
        anzahl = len(nummern.nennungen) if nummern else 1
        if anzahl * len(paragraphen.nennungen) > HOECHSTENS:
            return Verweis(ab, bis, (), grund=MEHRDEUTIG), bis
        ziele: list[Genanntes] = []
        ausnahmen: list[Genanntes] = []
        for zu in paragraphen.nennungen:
            traeger = Zitat(werk, (), Rahmen.VV, zu.glieder)
            if nummern is None:
                ende = Zitat(werk, (), Rahmen.VV, zu.ende) if zu.ende else None
                ziele.append(Genanntes(als_ziel(traeger, ende), zu.ab, zu.bis))
            for nennung in nummern.nennungen if nummern else ():
                ende = replace(traeger, glieder=nennung.ende) if nennung.ende else None
                ziel = als_ziel(replace(traeger, glieder=nennung.glieder, folgende=nennung.folgende), ende)
                (ausnahmen if nennung.ausnahme else ziele).append(Genanntes(ziel, nennung.ab, nennung.bis))
        self.ergaenzung = replace(self.ergaenzung, genannte_vv=(traeger,))
        return Verweis(ab, bis, tuple(ziele), tuple(ausnahmen)), bis

    def _mit_werk(self, ab: int, kette: Kette, von: int) -> tuple[Verweis, int]:
        """A chain of §§ or Artikel with its work; parts of it may name a book or a work of their own."""
        kette = self._ohne_fremden_teil(kette)
        teile: list[tuple[Kette, Genannt | None, int, int]] = []
        bis = kette.bis
        naechste: Kette | None = kette
        while naechste:
            kette = naechste
            buch = BUCH.match(self.text, kette.bis)
            genannt = self._werk_hinter(buch.end() if buch else kette.bis)
            bis = genannt.bis if genannt else buch.end() if buch else kette.bis
            if genannt and (tiefer := self._ebene_hinter_werk(kette, bis)):
                kette, bis = tiefer, tiefer.bis
            teile.append((kette, genannt, buchzahl(buch["zahl"]) if buch else 0, bis))
            naechste = self._naechster_teil(kette, bis) if genannt or buch else None
        if len(teile) == 1 and genannt and (weiter := self._in_verbindung(kette, bis)):
            beide = [Teil(kette, genannt.werk, genannt), Teil(weiter, genannt.werk, genannt)]
            return aufgeloest(ab, weiter.bis, beide, self.ergaenzung), weiter.bis
        letztes = teile[-1][1]
        if len(teile) == 1 and (vorn := self._werk_davor(von, ab, letztes)):
            return aufgeloest(vorn[0], kette.bis, [Teil(kette, vorn[1])], self.ergaenzung), kette.bis
        mit_werken: list[Teil] = []
        gesetzbuch: Genannt | None = None
        for teil, genannt, zahl, ende in reversed(teile):
            gesetzbuch = (genannt or gesetzbuch) if zahl else None
            werk = self._werk_des_teils(gesetzbuch if zahl else genannt, zahl)
            mit_werken.append(Teil(teil, werk, genannt, ende))
        return self._nach_werken(ab, mit_werken[::-1]), bis

    def _nach_werken(self, ab: int, teile: list[Teil]) -> Verweis:
        """Return the citation that the parts make; a part whose work is open is a citation of its own."""
        alle = [
            aufgeloest(gruppe[0].kette.nennungen[0].ab, gruppe[-1].bis, gruppe, self.ergaenzung)
            for gruppe in gruppen(teile, self.ergaenzung)
        ]
        self.weitere += alle[1:]
        return replace(alle[0], ab=ab)

    def _in_verbindung(self, kette: Kette, ab: int) -> Kette | None:
        """Read "§ 10 Abs. 1 dieses Buchs, auch in Verbindung mit Absatz 5": another Absatz of the same §."""
        verbindung = IN_VERBINDUNG.match(self.text, ab)
        dahinter = lies_kette(self.text, verbindung.end()) if verbindung else None
        return self._tiefer(kette.nennungen[-1].glieder[:1], dahinter) if dahinter else None

    def _tiefer(self, oben: Glieder, kette: Kette) -> Kette:
        """Put the parts of a chain under a §."""
        return replace(
            kette,
            nennungen=tuple(replace(n, glieder=oben + n.glieder, ende=n.ende and oben + n.ende) for n in kette.nennungen),
        )

    def _ebene_hinter_werk(self, kette: Kette, ab: int) -> Kette | None:
        """Read "§ 9 JVollzGB III Abs. 2", "§ 9 Abs. 2 StGB S. 1": a level right behind the work, deeper than before it."""
        letzte = kette.nennungen[-1]
        if not EBENE_DAHINTER.match(self.text, ab) or letzte.ende or letzte.folgende:
            return None
        dahinter = lies_kette(self.text, ab + 1)
        if dahinter is None or dahinter.nennungen[0].glieder[0].ebene not in _UNTER.get(letzte.glieder[-1].ebene, ()):
            return None
        if self._werk_hinter(dahinter.bis):  # "§§ 35, 36 JVollzGB II S. 2 und 9 JVollzGB III"
            dahinter = replace(dahinter, nennungen=dahinter.nennungen[:1], bis=dahinter.nennungen[0].bis)
        tiefer = self._tiefer(letzte.glieder, dahinter)
        return replace(tiefer, nennungen=(*kette.nennungen[:-1], *tiefer.nennungen), mehrzahl=kette.mehrzahl)

    def _werk_davor(self, von: int, ab: int, hinten: Genannt | None) -> tuple[int, str] | None:
        """Read the work in front of a chain; one behind it counts more, unless that is the front of the next."""
        if ab <= von or (hinten and not VORN.match(self.text, hinten.bis)):
            return None
        return self.namen.vor(self.text, von, ab, self.eigene)

    def _werk_des_teils(self, genannt: Genannt | None, buch: int) -> str | None:
        werk = genannt.werk if genannt else self.kontext.werk if self.kontext else None
        if buch and werk:
            return self.namen.buch(werk if werk in self.namen.buecher else werk.rpartition(" ")[0], buch) or ""
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
        return teil if teil and (BUCH.match(self.text, teil.bis) or self._werk_hinter(teil.bis)) else None

    def _werk_hinter(self, ab: int) -> Genannt | None:
        return self.namen.hinter_kette(self.text, ab, self.kontext, self.eigene)

    def _hinter_fundstelle(self, kette: Kette) -> int:
        """Return where the text goes on behind a place in a law report, with the § and the law it is filed under."""
        zu = VV_ZU.match(self.text, kette.bis)
        kette = (lies_kette(self.text, zu.end()) if zu else None) or kette
        genannt = self._werk_hinter(kette.bis)
        bis = genannt.bis if genannt else kette.bis
        eintrag = EINTRAG.match(self.text, bis)
        return eintrag.end() if eintrag else bis
