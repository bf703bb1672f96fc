"""The grammar of citation chains: levels and numbers as they follow each other in running text.

    kette      := nennung { trenner nennung }
    nennung    := angabe { angabe } [ "bis" angabe { angabe } ] [ folgende ]
    angabe     := ebene nummer | nummer            a bare number repeats a level
                | ordnung ebene                    "zweiter Halbsatz", "2. Alt."
    trenner    := "," | ";" | "/" | "und" | "oder" | "sowie" | "bzw." | "i. V. m." | "jeweils i. V. m." | "mit Ausnahme von"
    trenner    := "u." | "+" | "&"              as notes and forms have them
    folgende   := "f." | "ff."

What a Nennung leaves out it inherits from the one before: in "§ 44 Absatz 1 bis 3 und 4 Satz 1 und Absatz 5" every Absatz
is one of § 44. A chain says nothing about the work, nor about what stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..schreibweise import AUCH_ROEMISCH, GLIEDERUNG, Ebene, roemisch_zu_zahl
from ..zitat import Glied
from .muster import (
    AUSNAHME,
    BIS,
    BUCHSTABE,
    BUCHSTABE_MIT_KLAMMER,
    DATUM,
    DOPPELBUCHSTABE,
    EBENE,
    EBENENANFANG,
    FOLGENDE,
    FORTSETZUNG,
    GEORDNET,
    GEORDNET_DAVOR,
    GROSSBUCHSTABE,
    GRUPPEN,
    KEINE_NUMMER,
    KLAMMER,
    LUECKE,
    MEHRZAHL,
    NACH_KLAMMER,
    NACH_ROEMISCH,
    ORDNUNGSWORTE,
    ROEMISCH,
    ROEMISCHE_ZAHL,
    TRENNER,
    ZAHL,
    ZAHL_VOR_STRICH,
)

Glieder = tuple[Glied, ...]


@dataclass(frozen=True, slots=True)
class Nennung:
    """One citation of a chain, with what it inherits; ``ende`` is the upper end of a range, () if there is none.

    ``angehaengt`` tells that "f." stands right at the number: "§ 12f.".
    """

    glieder: Glieder
    ende: Glieder
    ab: int
    bis: int
    ausnahme: bool = False
    folgende: str = ""
    angehaengt: bool = False


@dataclass(frozen=True, slots=True)
class Kette:
    """Citations that follow each other, up to offset ``bis`` of the text; ``mehrzahl`` is the level it names in plural."""

    nennungen: tuple[Nennung, ...]
    bis: int
    mehrzahl: Ebene | None


#: Levels that open a citation of their own; each replaces all that came before it.
OBERSTE = (Ebene.PARAGRAPH, Ebene.ARTIKEL, Ebene.ANLAGE, Ebene.ANHANG, Ebene.BUCH)
#: Levels that belong to a work, not to an Einheit of it that could complete them.
GESETZLICHE = (Ebene.PARAGRAPH, Ebene.ARTIKEL)
#: Levels that a work may have without a § around them.
VOM_WERK = frozenset({*OBERSTE, Ebene.NUMMER, *GLIEDERUNG})
_ANLAGEN = (Ebene.ANLAGE, Ebene.ANHANG)
_ANFANGSZAHL = re.compile(r"\d+")
_BUCHSTABEN = (Ebene.BUCHSTABE, Ebene.DOPPELBUCHSTABE)


def lies_kette(text: str, ab: int, erste: Ebene | None = None) -> Kette | None:
    """Read the chain that begins at ``ab`` with a level and its number; ``None`` if there is none.

    With ``erste``, it may begin with a bare number, which is one of that level.
    """
    return _Leser(text, ab, letzte=erste, mehrzahl=erste).kette()


def beginnt_mit_ebene(text: str, ab: int) -> Ebene | None:
    """Return the level named at ``ab``, or ``None``."""
    treffer = _ebene(text, ab)
    return GRUPPEN[treffer.lastindex or 0] if treffer else None


def hinter_trenner(text: str, ab: int) -> int:
    """Return where the text goes on behind a separator at ``ab``, or ``ab`` if there is none."""
    treffer = TRENNER.match(text, ab)
    return treffer.end() if treffer else ab


def _ebene(text: str, ab: int) -> re.Match[str] | None:
    return EBENE.match(text, ab) if text[ab : ab + 1] in EBENENANFANG else None


def _hinter_luecke(text: str, ab: int) -> int:
    return LUECKE.match(text, ab).end()  # type: ignore[union-attr]


@dataclass(slots=True)
class _Leser:
    """Recursive descent over one chain; each method is one production."""

    text: str
    stelle: int
    stapel: list[Glied] = field(default_factory=list)
    letzte: Ebene | None = None
    mehrzahl: Ebene | None = None
    komma: bool = False
    neu: bool = True
    roemisch: bool = False

    def kette(self) -> Kette | None:
        """Kette := nennung { trenner nennung }."""
        nennungen: list[Nennung] = []
        ausnahme, anfang = False, self.stelle
        while nennung := self._nennung(anfang, ausnahme=ausnahme):
            nennungen.append(nennung)
            weiter = AUSNAHME.match(self.text, nennung.bis) or TRENNER.match(self.text, nennung.bis)
            if weiter is None or not self._geht_weiter(weiter.end(), nennungen[0]):
                break
            ausnahme = ausnahme or weiter.re is AUSNAHME
            self.komma = weiter.re is AUSNAHME or bool(weiter["komma"])
            self.stelle = anfang = weiter.end()
        return Kette(tuple(nennungen), nennungen[-1].bis, self.mehrzahl) if nennungen else None

    def _nennung(self, ab: int, *, ausnahme: bool) -> Nennung | None:
        """Nennung := angabe { angabe } [ "bis" angabe { angabe } ] [ "f." | "ff." ]."""
        if not self._angaben():
            return None
        ende: Glieder = ()
        glieder = tuple(self.stapel)
        bis = self.stelle
        spanne = BIS.match(self.text, bis)
        if spanne and self._geht_weiter(spanne.end()):
            self.stelle = spanne.end()
            if self._angaben():
                ende, bis = tuple(self.stapel), self.stelle
        folgende = FOLGENDE.match(self.text, bis)
        if folgende:
            angehaengt = folgende["f"] == "f" and folgende.start() == folgende.start("f")
            return Nennung(glieder, ende, ab, folgende.end(), ausnahme, f"{folgende['f']}.", angehaengt)
        return Nennung(glieder, ende, ab, bis, ausnahme)

    def _angaben(self) -> bool:
        """Angaben := (ebene nummer | nummer | ordnung ebene) { further levels of the same citation }."""
        self.neu = True
        if not (self._benannt(self.stelle) or (self.stapel and self._geordnet()) or self._blank()):
            return False
        self.neu = False
        while self._geht_tiefer() and (
            self._absatz_ohne_ebene()
            or self._untergeordnet()
            or self._buchstabe_mit_klammer()
            or self._doppelbuchstabe()
            or self._geordnet()
        ):
            pass
        return True

    def _geht_tiefer(self) -> bool:
        """Tell, by one character, whether a further level may follow."""
        stelle = _hinter_luecke(self.text, self.stelle)
        if self.text[stelle : stelle + 1] in FORTSETZUNG or self.letzte is Ebene.BUCHSTABE:
            return True
        return self.letzte is Ebene.NUMMER and self.text[stelle + 1 : stelle + 2] == ")"

    def _benannt(self, ab: int, *, auch_oberste: bool = True) -> bool:
        """Angabe := ebene nummer."""
        treffer = _ebene(self.text, ab)
        ebene = GRUPPEN[treffer.lastindex or 0] if treffer else None
        if treffer is None or ebene is None or (ebene in OBERSTE and not auch_oberste):
            return False
        mehrzahl = self.mehrzahl
        if MEHRZAHL.match(treffer[0]):
            mehrzahl = ebene
        elif ebene is mehrzahl:
            mehrzahl = None
        if not self._nummer(ebene, treffer.end()):
            return False
        self.mehrzahl = mehrzahl
        return True

    def _untergeordnet(self) -> bool:
        """A further level of the same citation follows without a separator: "§ 9 Abs. 2", also "§9Abs.2"."""
        ab = _hinter_luecke(self.text, self.stelle)
        return self._benannt(ab, auch_oberste=False) or (self.letzte is Ebene.ARTIKEL and self._paragraph_im_artikel(ab))

    def _paragraph_im_artikel(self, ab: int) -> bool:
        """Angabe := "§" nummer, behind the number of an Artikel: "Artikel 247 § 1 EGBGB"."""
        treffer = ZAHL.match(self.text, ab + 1 + self.text[ab + 1 : ab + 2].isspace()) if self._vor_paragraph(ab) else None
        if treffer is None:
            return False
        self.stapel.append(Glied(Ebene.PARAGRAPH, _gelesen(treffer)))
        self.letzte, self.stelle = Ebene.PARAGRAPH, treffer.end()
        return True

    def _vor_paragraph(self, ab: int) -> bool:
        einzeln = self.text.startswith("§", ab) and not self.text.startswith("§§", ab)
        return einzeln and [glied.ebene for glied in self.stapel] == [Ebene.ARTIKEL]

    def _buchstabe_mit_klammer(self) -> bool:
        """Buchstabe := letter ")", behind a Nummer: "Nr. 3 b)"."""
        treffer = BUCHSTABE_MIT_KLAMMER.match(self.text, self.stelle) if self.letzte is Ebene.NUMMER else None
        if treffer:
            self._setze(Ebene.BUCHSTABE, treffer["zahl"], treffer.end())
        return treffer is not None

    def _doppelbuchstabe(self) -> bool:
        """Doppelbuchstabe := two equal letters, behind a Buchstabe: "Buchst. b aa"."""
        treffer = DOPPELBUCHSTABE.match(self.text, self.stelle) if self.letzte is Ebene.BUCHSTABE else None
        if treffer:
            self._setze(Ebene.DOPPELBUCHSTABE, treffer["zahl"], treffer.end())
        return treffer is not None

    def _geordnet(self) -> bool:
        """Angabe := ordnung ebene, for the parts of a Satz: "zweiter Halbsatz", "2. Alt."."""
        treffer = GEORDNET.match(self.text, self.stelle) or GEORDNET_DAVOR.match(self.text, self.stelle)
        if treffer is None or (self.letzte is Ebene[treffer.lastgroup or ""] and not self.neu):
            return False
        nummer = treffer["zahl"] or ORDNUNGSWORTE[treffer["wort"].rstrip("rsn")]
        self._setze(Ebene[treffer.lastgroup or ""], nummer, treffer.end())
        return True

    def _absatz_ohne_ebene(self) -> bool:
        """Absatz := "(2)" | Roman numeral, behind the number of a § or Artikel; a bare number behind that is a Satz."""
        if self.letzte not in GESETZLICHE:
            return False
        klammer = KLAMMER.match(self.text, self.stelle)
        treffer = klammer or ROEMISCH.match(self.text, self.stelle)
        zahl = treffer and (treffer["zahl"] if klammer else roemisch_zu_zahl(treffer["zahl"]))
        if not treffer or not zahl:
            return False
        self._setze(Ebene.ABSATZ, f"{zahl}{treffer['zusatz']}", treffer.end())
        satz = (NACH_KLAMMER if klammer else NACH_ROEMISCH).match(self.text, self.stelle)
        if satz and not KEINE_NUMMER.match(self.text, satz.end()):
            self._setze(Ebene.SATZ, satz["zahl"] + satz["zusatz"], satz.end())
        return True

    def _blank(self) -> bool:
        """Angabe := nummer; of which level, the number itself and what follows it must tell."""
        if self.letzte is None:
            return False
        if self.letzte in _BUCHSTABEN:
            return self._nummer(self.letzte, self.stelle)
        if self._absatz_wie_davor(self.stelle):
            return self._roemischer_absatz(self.stelle)
        if self.letzte in AUCH_ROEMISCH and (zeichen := self._zeichen_wie_davor(self.stelle)):
            self._setze(self.letzte, _gelesen(zeichen), zeichen.end())
            return True
        treffer = self._zahl(self.stelle)
        if treffer is None or self._ist_aufzaehlung(treffer):
            return False
        self._setze(self._ebene_der_zahl(treffer), _gelesen(treffer), treffer.end())
        return True

    def _ist_aufzaehlung(self, zahl: re.Match[str]) -> bool:
        """Tell whether a number is the label of the next item of a list: "… oder Absatz 4, 2. wer …"."""
        label = self.komma and self.text.startswith(".", zahl.end())
        return label and bool(self.stapel) and not _ist_hoeher(_gelesen(zahl), self.stapel[-1].nummer)

    def _zahl(self, ab: int) -> re.Match[str] | None:
        """Zahl := digits { "." digits } [letter]; below a § or Artikel also one before a slash: "§ 9 Abs. 2 Nr. 3/4"."""
        im_paragraphen = bool(self.stapel) and self.stapel[0].ebene in GESETZLICHE
        return ZAHL.match(self.text, ab) or (ZAHL_VOR_STRICH.match(self.text, ab) if im_paragraphen else None)

    def _zeichen_wie_davor(self, ab: int) -> re.Match[str] | None:
        """Nummer := Roman numeral | capital letter, behind one of the same kind: "Anlagen IV und V"."""
        vorige = self.stapel[-1].nummer if self.stapel else ""
        muster = next((m for m in (ROEMISCHE_ZAHL, GROSSBUCHSTABE) if m.fullmatch(vorige)), None)
        return muster.match(self.text, ab) if muster else None

    def _ebene_der_zahl(self, zahl: re.Match[str]) -> Ebene:
        """Find the level of a bare number: with dots a Nummer, before "Abs." a §, else that of the number before.

        In a list of "§§" or "Nummern", a number behind a comma, or with parts of its own, that is higher than the one
        before is the next of them.
        """
        ebenen = [glied.ebene for glied in self.stapel]
        if "." in zahl["zahl"]:
            return Ebene.NUMMER
        naechste = beginnt_mit_ebene(self.text, _hinter_luecke(self.text, zahl.end()))
        if naechste in ebenen[1:] and (oben := ebenen[ebenen.index(naechste) - 1]) not in _BUCHSTABEN:
            return oben
        if naechste is Ebene.ABSATZ and ebenen and ebenen[0] in OBERSTE:
            return ebenen[0]
        if self.mehrzahl in ebenen and (self.komma or naechste is not None):
            vorige = self.stapel[ebenen.index(self.mehrzahl)].nummer
            if _ist_hoeher(_gelesen(zahl), vorige):
                return self.mehrzahl
        assert self.letzte is not None  # noqa: S101 - asked by _blank
        return self.letzte

    def _nummer(self, ebene: Ebene, ab: int) -> bool:
        """Nummer := digits { "." digits } [letter] | letters (for Buchstaben) | Roman numeral | capital letter."""
        treffer = BUCHSTABE.match(self.text, ab) if ebene in _BUCHSTABEN else self._zahl(ab)
        if treffer is None and ebene is Ebene.ABSATZ:
            return self._roemischer_absatz(ab)
        if treffer is None and ebene in AUCH_ROEMISCH:
            treffer = ROEMISCHE_ZAHL.match(self.text, ab) or GROSSBUCHSTABE.match(self.text, ab)
        if treffer is None:
            return False
        if ebene is Ebene.NUMMER and treffer["zusatz"] and BUCHSTABE_MIT_KLAMMER.match(self.text, treffer.end("zahl")):
            self._setze(ebene, treffer["zahl"], treffer.end("zahl"))
        else:
            self._setze(ebene, _gelesen(treffer), treffer.end())
        return True

    def _absatz_wie_davor(self, ab: int) -> bool:
        return self.roemisch and self.letzte is Ebene.ABSATZ and bool(ROEMISCHE_ZAHL.match(self.text, ab))

    def _roemischer_absatz(self, ab: int) -> bool:
        """Absatz := Roman numeral, behind "Abs.": "§ 85 Abs. II"."""
        treffer = ROEMISCHE_ZAHL.match(self.text, ab)
        zahl = roemisch_zu_zahl(treffer["zahl"]) if treffer else None
        if not treffer or not zahl:
            return False
        self._setze(Ebene.ABSATZ, f"{zahl}{treffer['zusatz']}", treffer.end())
        self.roemisch = True
        return True

    def _setze(self, ebene: Ebene, nummer: str, bis: int) -> None:
        ebenen = [glied.ebene for glied in self.stapel]
        if ebene is Ebene.PARAGRAPH and ebenen[:2] == [Ebene.ARTIKEL, Ebene.PARAGRAPH]:
            self.stapel = self.stapel[:1]
        elif ebene in OBERSTE:
            self.stapel = []
        elif ebene in ebenen:
            self.stapel = self.stapel[: ebenen.index(ebene)]
        elif ebene in GLIEDERUNG and self.neu:
            self.stapel = [glied for glied in self.stapel if glied.ebene in _ANLAGEN or glied.ebene in GLIEDERUNG]
        elif ebene is Ebene.ABSATZ and (self.neu or not ebenen or ebenen[0] not in _ANLAGEN):
            self.stapel = [glied for glied in self.stapel if glied.ebene in OBERSTE]
        self.stapel.append(Glied(ebene, nummer))
        self.letzte, self.stelle = ebene, bis

    def _geht_weiter(self, ab: int, erste: Nennung | None = None) -> bool:
        """Tell whether a further Nennung of the same chain stands at ``ab``: a level with a number, or a bare number.

        A § behind a relative citation ("Absatz 1 und § 75") begins a chain of its own.
        """
        ebene = beginnt_mit_ebene(self.text, ab)
        if ebene is not None:
            return erste is None or ebene not in OBERSTE or erste.glieder[0].ebene in OBERSTE
        if self.letzte in _BUCHSTABEN:
            return bool(BUCHSTABE.match(self.text, ab))
        if (
            GEORDNET.match(self.text, ab)
            or self._absatz_wie_davor(ab)
            or (self.letzte in AUCH_ROEMISCH and self._zeichen_wie_davor(ab))
        ):
            return True
        zahl = self._zahl(ab)
        return bool(zahl) and not KEINE_NUMMER.match(self.text, zahl.end()) and not self._ist_datum(ab)  # type: ignore[union-attr]

    def _ist_datum(self, ab: int) -> bool:
        """Tell whether a date stands at ``ab``; behind a Nummer with dots, "1.1.10" is a Nummer and "1.1.2010" a date."""
        datum = DATUM.match(self.text, ab)
        in_nummern = any(glied.ebene is Ebene.NUMMER and "." in glied.nummer for glied in self.stapel)
        return datum is not None and not (in_nummern and len(datum[0].rpartition(".")[2]) == 2)


def _ist_hoeher(nummer: str, vorige: str) -> bool:
    """Tell whether a number goes on from one before it in a list: "82" and "81c" from "81a", but not "81a" from "81"."""
    zahl, vorher = _ANFANGSZAHL.match(nummer), _ANFANGSZAHL.match(vorige)
    if not zahl or not vorher:
        return False
    if zahl[0] == vorher[0]:
        return vorher[0] != vorige and nummer > vorige
    return int(zahl[0]) > int(vorher[0])


def _gelesen(treffer: re.Match[str]) -> str:
    return treffer["zahl"] + (treffer["zusatz"] or "").strip()
