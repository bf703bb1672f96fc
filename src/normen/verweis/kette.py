"""The grammar of citation chains: levels and numbers as they follow each other in running text.

    kette      := nennung { trenner nennung }
    nennung    := angabe { angabe } [ "bis" angabe { angabe } ] [ folgende ]
    angabe     := ebene nummer | nummer            a bare number repeats a level
    trenner    := "," | ";" | "und" | "oder" | "sowie" | "bzw." | "i. V. m." | "mit Ausnahme von"
    folgende   := "f." | "ff."

What a Nennung leaves out it inherits from the one before: in "§ 44 Absatz 1 bis 3 und 4 Satz 1 und Absatz 5" every Absatz
is one of § 44. A chain says nothing about the work, nor about what stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..schreibweise import Ebene, roemisch_zu_zahl
from ..zitat import Glied

Glieder = tuple[Glied, ...]


@dataclass(frozen=True, slots=True)
class Nennung:
    """One citation of a chain, with what it inherits; ``ende`` is the upper end of a range, () if there is none."""

    glieder: Glieder
    ende: Glieder
    ab: int
    bis: int
    ausnahme: bool = False
    folgende: str = ""


@dataclass(frozen=True, slots=True)
class Kette:
    """Citations that follow each other, up to offset ``bis`` of the text; ``mehrzahl`` is the level it names in plural."""

    nennungen: tuple[Nennung, ...]
    bis: int
    mehrzahl: Ebene | None


LEERRAUM = r"[\s\u00ad]"
_EBENEN: tuple[tuple[Ebene, str], ...] = (
    (Ebene.PARAGRAPH, r"§§?"),
    (Ebene.ARTIKEL, r"Art(?:ikel[ns]?|t?\.)"),
    (Ebene.UNTERABSATZ, r"Unterabs(?:atz(?:es)?|\.)|UAbs\."),
    (Ebene.ABSATZ, r"Abs(?:atz(?:es)?|ätzen?|\.|(?=\s\d))"),
    (Ebene.HALBSATZ, r"Halbs(?:atz(?:es)?|\.)|H[sS]\."),
    (Ebene.SATZ, r"S(?:atz(?:es)?|ätzen?|\.)"),
    (Ebene.NUMMER, r"Nummern?|Nrn?\.|Nr(?=\s\d)|Ziff(?:ern?|\.)"),
    (Ebene.DOPPELBUCHSTABE, r"Doppelbuchst(?:aben?|\.)"),
    (Ebene.BUCHSTABE, r"Buchst(?:aben?s?|\.)|lit\."),
    (Ebene.ALTERNATIVE, r"Alt(?:ernativen?|\.)"),
    (Ebene.VARIANTE, r"Var(?:ianten?|\.)"),
    (Ebene.ANLAGE, r"Anlagen?"),
)
_EBENE = re.compile("|".join(f"(?P<{e.name}>(?:{m})(?![A-Za-zäöüß]))" for e, m in _EBENEN))
_MEHRZAHL = re.compile(r"§§|Nummern|Nrn\.|Ziffern|Absätzen?|Sätzen?|Anlagen|Artikeln")
_ZAHL = re.compile(rf"(?P<zahl>\d+(?:\.\d+)*)(?:{LEERRAUM}?(?P<zusatz>[a-z])(?![A-Za-zäöüÄÖÜß.]))?(?!\d)")
_BUCHSTABE = re.compile(r"(?P<zahl>[a-z]{1,2})(?P<zusatz>)(?![A-Za-zäöüÄÖÜß])\)?")
_ROEMISCH = re.compile(rf"{LEERRAUM}+(?P<zahl>[IVX]+)(?P<zusatz>[a-z]?)(?![A-Za-zäöüÄÖÜß0-9-])")
_KLAMMER = re.compile(rf"{LEERRAUM}*\((?P<zahl>\d+)(?P<zusatz>[a-z]?)\)")
_NACH_ROEMISCH = re.compile(rf"{LEERRAUM}+(?P<zahl>\d+)(?P<zusatz>[a-z]?)(?![A-Za-zäöüÄÖÜß0-9.])")
_LUECKE = re.compile(f"{LEERRAUM}*")
_IVM = rf"(?:in{LEERRAUM}+Verbindung{LEERRAUM}+mit|i\.{LEERRAUM}?V\.{LEERRAUM}?m\.)"
_TRENNER = re.compile(
    rf"{LEERRAUM}*(?:(?P<komma>[,;])(?:{LEERRAUM}*(?:und|sowie|oder|bzw\.|beziehungsweise))?|und|oder|sowie|bzw\.|beziehungsweise"
    rf"|(?:,{LEERRAUM}*)?(?:(?:jeweils|auch){LEERRAUM}+)?{_IVM})"
    rf"(?:{LEERRAUM}+(?:auch{LEERRAUM}+)?{_IVM})?(?:{LEERRAUM}+(?:die|de[rnms]|das))?(?=[\s\d§]){LEERRAUM}*"
)
_AUSNAHME = re.compile(rf"{LEERRAUM}*,?{LEERRAUM}+mit{LEERRAUM}+Ausnahme{LEERRAUM}+(?:von|vom|de[rs]){LEERRAUM}+")
_BIS = re.compile(rf"{LEERRAUM}*(?:bis|–|-){LEERRAUM}*(?=\d|§|[a-z]\b)")
_FOLGENDE = re.compile(rf"{LEERRAUM}*(?P<f>ff?\.)(?![a-z])")
_KEINE_NUMMER = re.compile(rf"{LEERRAUM}*(?:%|v\.|Monat|Jahr|Woche|Tag|Stunde|Minute|Uhr|Euro|EUR|Prozent|Personen)")

_BUCHSTABEN = frozenset({Ebene.BUCHSTABE, Ebene.DOPPELBUCHSTABE})
#: Levels that open a citation of their own; each replaces all that came before it.
OBERSTE = frozenset({Ebene.PARAGRAPH, Ebene.ARTIKEL, Ebene.ANLAGE})


def lies_kette(text: str, ab: int, erste: Ebene | None = None) -> Kette | None:
    """Read the chain that begins at ``ab`` with a level and its number; ``None`` if there is none.

    With ``erste``, it may begin with a bare number, which is one of that level.
    """
    return _Leser(text, ab, letzte=erste, mehrzahl=erste).kette()


def beginnt_mit_ebene(text: str, ab: int) -> Ebene | None:
    """Return the level named at ``ab``, or ``None``."""
    treffer = _EBENE.match(text, ab)
    return Ebene[treffer.lastgroup or ""] if treffer else None


def hinter_trenner(text: str, ab: int) -> int:
    """Return where the text goes on behind a separator at ``ab``, or ``ab`` if there is none."""
    treffer = _TRENNER.match(text, ab)
    return treffer.end() if treffer else ab


@dataclass(slots=True)
class _Leser:
    """Recursive descent over one chain; each method is one production."""

    text: str
    stelle: int
    stapel: list[Glied] = field(default_factory=list)
    letzte: Ebene | None = None
    mehrzahl: Ebene | None = None
    komma: bool = False

    def kette(self) -> Kette | None:
        """Kette := nennung { trenner nennung }."""
        nennungen: list[Nennung] = []
        ausnahme, anfang = False, self.stelle
        while True:
            nennung = self._nennung(anfang, ausnahme=ausnahme)
            if nennung is None:
                break
            nennungen.append(nennung)
            weiter = _AUSNAHME.match(self.text, nennung.bis) or _TRENNER.match(self.text, nennung.bis)
            if weiter is None or not self._geht_weiter(weiter.end(), nennungen[0]):
                break
            ausnahme = ausnahme or weiter.re is _AUSNAHME
            self.komma = weiter.re is _AUSNAHME or bool(weiter["komma"])
            self.stelle = anfang = weiter.end()
        return Kette(tuple(nennungen), nennungen[-1].bis, self.mehrzahl) if nennungen else None

    def _nennung(self, ab: int, *, ausnahme: bool) -> Nennung | None:
        """Nennung := angabe { angabe } [ "bis" angabe { angabe } ] [ "f." | "ff." ]."""
        if not self._angaben():
            return None
        ende: Glieder = ()
        glieder = tuple(self.stapel)
        bis = self.stelle
        spanne = _BIS.match(self.text, bis)
        if spanne:
            self.stelle = spanne.end()
            if self._angaben():
                ende, bis = tuple(self.stapel), self.stelle
        folgende = _FOLGENDE.match(self.text, bis)
        return Nennung(glieder, ende, ab, folgende.end() if folgende else bis, ausnahme, folgende["f"] if folgende else "")

    def _angaben(self) -> bool:
        """Angaben := (ebene nummer | nummer) { ebene nummer | Roman Absatz | "(2)" }."""
        if not (self._benannt() or self._blank()):
            return False
        while self._absatz_ohne_ebene() or self._untergeordnet():
            pass
        return True

    def _benannt(self) -> bool:
        """Angabe := ebene nummer."""
        treffer = _EBENE.match(self.text, self.stelle)
        if treffer is None:
            return False
        ebene = Ebene[treffer.lastgroup or ""]
        if _MEHRZAHL.fullmatch(treffer[0]):
            self.mehrzahl = ebene
        elif ebene is self.mehrzahl:
            self.mehrzahl = None
        return self._nummer(ebene, _LUECKE.match(self.text, treffer.end()).end())  # type: ignore[union-attr]

    def _untergeordnet(self) -> bool:
        """A further level of the same citation follows without a separator."""
        ab = _LUECKE.match(self.text, self.stelle).end()  # type: ignore[union-attr]
        if beginnt_mit_ebene(self.text, ab) in OBERSTE or ab == self.stelle:
            return False
        davor, self.stelle = self.stelle, ab
        if self._benannt():
            return True
        self.stelle = davor
        return False

    def _absatz_ohne_ebene(self) -> bool:
        """Absatz := "(2)" | Roman numeral, behind the number of a § or Artikel; a bare number behind that is a Satz."""
        if self.letzte not in (Ebene.PARAGRAPH, Ebene.ARTIKEL):
            return False
        klammer = _KLAMMER.match(self.text, self.stelle)
        treffer = klammer or _ROEMISCH.match(self.text, self.stelle)
        zahl = treffer and (treffer["zahl"] if klammer else roemisch_zu_zahl(treffer["zahl"]))
        if not treffer or not zahl:
            return False
        self._setze(Ebene.ABSATZ, f"{zahl}{treffer['zusatz']}", treffer.end())
        satz = None if klammer else _NACH_ROEMISCH.match(self.text, self.stelle)
        if satz:
            self._setze(Ebene.SATZ, satz["zahl"] + satz["zusatz"], satz.end())
        return True

    def _blank(self) -> bool:
        """Angabe := nummer; of which level, the number itself and what follows it must tell."""
        if self.letzte is None:
            return False
        if self.letzte in _BUCHSTABEN:
            return self._nummer(self.letzte, self.stelle)
        treffer = _ZAHL.match(self.text, self.stelle)
        return bool(treffer) and self._nummer(self._ebene_der_zahl(treffer), self.stelle)  # type: ignore[arg-type]

    def _ebene_der_zahl(self, zahl: re.Match[str]) -> Ebene:
        """Find the level of a bare number: with dots a Nummer, before "Abs." a §, else that of the number before.

        In a list of "§§" or "Nummern", a number behind a comma that is higher than the one before is the next of them.
        """
        ebenen = [glied.ebene for glied in self.stapel]
        if "." in zahl["zahl"]:
            return Ebene.NUMMER
        naechste = beginnt_mit_ebene(self.text, _LUECKE.match(self.text, zahl.end()).end())  # type: ignore[union-attr]
        if naechste in ebenen[1:]:
            return ebenen[ebenen.index(naechste) - 1]
        if self.komma and self.mehrzahl in ebenen:
            vorige = re.match(r"\d+", self.stapel[ebenen.index(self.mehrzahl)].nummer)
            if vorige and int(zahl["zahl"]) > int(vorige[0]):
                return self.mehrzahl
        assert self.letzte is not None  # noqa: S101 - asked by _blank
        return self.letzte

    def _nummer(self, ebene: Ebene, ab: int) -> bool:
        """Nummer := digits { "." digits } [letter] | letters (for Buchstaben)."""
        treffer = (_BUCHSTABE if ebene in _BUCHSTABEN else _ZAHL).match(self.text, ab)
        if treffer is None:
            return False
        self._setze(ebene, treffer["zahl"] + (treffer["zusatz"] or ""), treffer.end())
        return True

    def _setze(self, ebene: Ebene, nummer: str, bis: int) -> None:
        ebenen = [glied.ebene for glied in self.stapel]
        if ebene in OBERSTE:
            self.stapel = []
        elif ebene in ebenen:
            self.stapel = self.stapel[: ebenen.index(ebene)]
        elif ebene is Ebene.ABSATZ:
            self.stapel = [glied for glied in self.stapel if glied.ebene in OBERSTE]
        self.stapel.append(Glied(ebene, nummer))
        self.letzte, self.stelle = ebene, bis

    def _geht_weiter(self, ab: int, erste: Nennung) -> bool:
        """Tell whether a further Nennung of the same chain stands at ``ab``: a level with a number, or a bare number.

        A § behind a relative citation ("Absatz 1 und § 75") begins a chain of its own.
        """
        ebene = beginnt_mit_ebene(self.text, ab)
        if ebene is not None:
            return (ebene in OBERSTE) == (erste.glieder[0].ebene in OBERSTE) or ebene not in OBERSTE
        if self.letzte in _BUCHSTABEN:
            return bool(_BUCHSTABE.match(self.text, ab))
        zahl = _ZAHL.match(self.text, ab)
        return bool(zahl) and not _KEINE_NUMMER.match(self.text, zahl.end())  # type: ignore[union-attr]
