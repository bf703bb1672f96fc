"""Reads one citation in any usual spelling; what it prints is read back as the same: ``lies_zitat(str(z)) == z``.

The grammar is on the page of citations, a production for each method.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from .fehler import Ort, ZitatFehler
from .schreibweise import AUCH_ROEMISCH, EBENE_MUSTER, Ebene, buchzahl, roemisch_zu_zahl, zahl_zu_roemisch
from .zitat import Glied, Rahmen, Zitat


@lru_cache(maxsize=4096)
def lies_zitat(eingabe: str, werkname: Callable[[str], str] = lambda name: name) -> Zitat:
    """Read one citation in any usual spelling.

    ``werkname`` turns the name of a work as typed into its canonical one (see `normen.werk.Register.kurzname`). A citation
    without a work gets ``werk == ""``. Raises `ZitatFehler` with the column where reading stopped and what was expected.
    """
    return _Leser(_geglaettet(eingabe), werkname).zitat()


#: Soft hyphens and other characters of no width go; the Roman numerals of Unicode become letters.
_ZEICHEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")) | {
    0x2160 + i: zahl_zu_roemisch(i + 1) for i in range(10)
}
_ANFUEHRUNG = "\"'„“”‚‘’«»‹›"


def _geglaettet(eingabe: str) -> str:
    """Fold white space (also non-breaking), drop what has no width, and the quotation marks around a pasted citation."""
    return re.sub(r"\s+", " ", eingabe.translate(_ZEICHEN)).strip(f" {_ANFUEHRUNG}")


_NUMMER = re.compile(
    r"(?P<zahl>\d+(?:\.\d+)*)(?P<zusatz>(?!ff?\.|ff\b)[a-z](?![A-Za-zäöüÄÖÜß]))?\.?(?=[\s,;)(]|$|[A-ZÄÖÜ§]|ff?\b)"
)
#: "§ 74 a": a letter that stands apart belongs to the number of a §, Artikel or Absatz.
_ABGESETZT = re.compile(r"([a-eg-z]|f(?!\.))(?![A-Za-zäöüÄÖÜß.)]|\s*\d)")
_BUCHSTABE = re.compile(r"([a-z]{1,2})\)?(?![A-Za-zäöüÄÖÜß])")
_ROEMISCH = re.compile(r"([IVX]+[a-z]?)(?![A-Za-zäöüÄÖÜß0-9.-])")
#: "Anhang IV", "Abschnitt A"; a longer word is the name of the work.
_ROEMISCH_ODER_BUCHSTABE = re.compile(r"([IVXL]+[a-z]?|[A-Z])(?![\w.-]*\w)")
_KLAMMERABSATZ = re.compile(r"\((\d+[a-z]?)\)")
_BLANKE_ZAHL = re.compile(r"(\d+(?:\.\d+)*[a-z]?)(?=[\s,;]|$)")
_FOLGENDE = re.compile(r"ff?\.?(?=\s|$)")
_NACH_BUCHSTABE = re.compile(r"(?!ff\.)(([a-z])\2)\)?(?![A-Za-zäöüÄÖÜß])")
_NACH_NUMMER = re.compile(r"([a-z])\)(?![A-Za-zäöüÄÖÜß])")
_MIT_ORDNUNGSZAHL = re.compile(
    r"(?P<zahl>\d+)\. ?(?P<ebene>Halbs(?:\.|atz)|HS\b|Alt(?:\.|ernative)|Var(?:\.|iante)|Spiegelstrich|Unterabs(?:\.|atz)"
    r"|Satz|Fall)(?![A-Za-zäöüß])",
    re.IGNORECASE,
)
_VV = re.compile(r"(?:die |der |dieser )?(?:VV|VwV|Verwaltungsvorschrift(?:en)?)(?![A-Za-zäöü])(?! JVollzGB)", re.IGNORECASE)
_VERMERK = re.compile(r"Vermerk\b", re.IGNORECASE)
_ZU = re.compile(r"zu[mr]?\b(?: den\b| dem\b| der\b)?", re.IGNORECASE)
_WERKANFANG = re.compile(
    r"(?:de[sr] )?(?!(?:bis|und|oder|sowie|in Verbindung mit)\b|i\. ?V\. ?m\.)(?=[A-Za-zÄÖÜäöü]|\d+(?:\. ?|-)[A-Za-zÄÖÜ])",
    re.IGNORECASE,
)
_WERK_VOR_GLIEDERN = re.compile(
    r"(?:de[sr] )?((?:[^\W\d]|\d+[. -]).*?)(?= (?:Nr\.?|Nummer|Satz|S\.|Ziff\.|Ziffer) ?\d(?!\d*/)|$)", re.IGNORECASE
)
_WERK_VORN = re.compile(
    r"(?P<name>[A-ZÄÖÜ](?:(?!\bzu\b)[^§])*?)[\s,]*"
    r"(?=§|Art\.? \d|Artikel \d|(?:Anlage|Anhang|Abschnitt|Teil|Kapitel) (?:\d|[IVXL]+\b)|Nr\. ?\d(?!\d*/)|Nummer \d)"
)
_TRENNER = re.compile(r"[\s,;]*")
#: A book of a code: "JVollzGB, Viertes Buch", "JVollzGB Buch 4", "4. Buchs des JVollzGB".
_ZAHL_DES_BUCHS = (
    r"(?:(?:(?P<zahl>\d{1,2})\.|(?P<wort>[^\W\d]+)e[nrs]) Buch(?:e?s)?|Buch(?:e?s)? (?P<nach>\d{1,2}|[IVX]{1,4}))"
)
_GESETZBUCH_MIT_BUCH = (
    re.compile(rf"(?P<gesetzbuch>.+?)[,]? (?:[-–] )?{_ZAHL_DES_BUCHS}", re.IGNORECASE),
    re.compile(rf"{_ZAHL_DES_BUCHS} (?:des )?(?P<gesetzbuch>.+)", re.IGNORECASE),
)
_GENITIV = re.compile(r"(?<=[a-zäöüß])e?s$")
#: What makes a list of what stands before and behind it.
_WEITERE = re.compile(
    r"\s*(?:,|;|und\b|oder\b|sowie\b|bis\b|[–-]|/|i\. ?V\. ?m\.|in Verbindung mit\b)\s*"
    r"(?:die |der |den |des )?(?:§|Art|Abs|Satz|S\.|Nr|Nummer|Anlage|\d)",
    re.IGNORECASE,
)
#: "§ 9 JVollzGB III Abs. 2": steps behind the work.
_GLIEDER_HINTER_WERK = re.compile(
    r"(?P<werk>(?:(?!Artikel)[^§])+?)[ ,]+(?=(?:Abs\.?|Absatz|Satz|S\.|Nr\.?|Nummer|Ziff\.?|Ziffer) ?\d+[a-z]?(?![\d/]))",
    re.IGNORECASE,
)
#: Levels whose "number" is a letter.
_BUCHSTABENEBENEN = frozenset({Ebene.BUCHSTABE, Ebene.DOPPELBUCHSTABE})
#: What a bare number or letter is, by the level before it.
_BLANK: dict[Ebene | None, tuple[re.Pattern[str], Ebene]] = {
    None: (_BLANKE_ZAHL, Ebene.NUMMER),
    Ebene.ABSATZ: (_BLANKE_ZAHL, Ebene.SATZ),
    Ebene.NUMMER: (_NACH_NUMMER, Ebene.BUCHSTABE),
    Ebene.BUCHSTABE: (_NACH_BUCHSTABE, Ebene.DOPPELBUCHSTABE),
}
#: What hangs on a work as a whole: "Anlage 9 zur VwV JVollzGB".
_ANHAENGE = frozenset({Ebene.ANLAGE, Ebene.ANHANG})
#: What text after a list can stand behind.
_LISTENEBENEN = frozenset(
    {Ebene.NUMMER, Ebene.BUCHSTABE, Ebene.DOPPELBUCHSTABE, Ebene.SPIEGELSTRICH, Ebene.VERGUETUNGSSTUFE}
)
#: Levels that open a citation; a bare Roman numeral after one of them is an Absatz, a bare number after that a Satz.
_OBERSTE = frozenset({Ebene.PARAGRAPH, Ebene.ARTIKEL})


class _Leser:
    """Recursive descent over one citation; each method is one production, given in its docstring."""

    def __init__(self, text: str, werkname: Callable[[str], str]) -> None:
        self.text = text
        self.stelle = 0
        self.glieder_bis = 0
        self.werkname = werkname

    def zitat(self) -> Zitat:
        """Zitat := Vorschrift zu Norm | [Glieder] zu Norm | Norm | Werk."""
        if not self.text:
            raise ZitatFehler("Es ist kein Zitat angegeben.", rat='Beispiel: normen show "§ 9 Abs. 2 JVollzGB III"')
        rahmen = self._rahmen()
        werk = "" if rahmen else self._werk_vorn()
        glieder = self._glieder(mit_blanken=rahmen is not None)
        folgende = self._folgende() if glieder else ""
        if rahmen is None and glieder and glieder[0].ebene in _ANHAENGE:
            self._nimm(_ZU)
        elif rahmen is None and glieder and (self._nimm(_VV) or self._vor(_ZU)):
            rahmen = Rahmen.VV
        if rahmen:
            return self._zu_norm(rahmen, glieder, folgende)
        if not werk:
            werk, nachgestellt = self._werk_hinten()
            glieder += nachgestellt
        self._ende()
        if not glieder and not werk:
            raise self._fehler("ein Zitat wie „§ 9 Abs. 2 JVollzGB III“")
        return self._mit_buch(Zitat(werk, glieder, folgende=folgende))

    def _mit_buch(self, zitat: Zitat) -> Zitat:
        """Buch eines Gesetzbuchs := Glieder "Buch" Zahl Werk | "Buch" Zahl Glieder Werk: the book is the work."""
        buch = next((g for g in (*zitat.glieder[-1:], *zitat.glieder[:1]) if g.ebene is Ebene.BUCH), None)
        if buch is None or not zitat.werk:
            return zitat
        ganz = f"{zitat.werk} {buch.nummer}"
        werk = self.werkname(ganz)
        if not werk.startswith(f"{zitat.werk} ") or werk == ganz:
            return zitat
        return replace(zitat, werk=werk, glieder=tuple(g for g in zitat.glieder if g is not buch))

    def _rahmen(self) -> Rahmen | None:
        """Rahmen := "VV" | "Verwaltungsvorschrift" | "Vermerk"; a citation that begins with "zu" means the VV."""
        if self._nimm(_VERMERK):
            return Rahmen.VERMERK
        return Rahmen.VV if self._nimm(_VV) or self._vor(_ZU) else None

    def _zu_norm(self, rahmen: Rahmen, glieder: tuple[Glied, ...], folgende: str) -> Zitat:
        """Vorschrift zu Norm := Rahmen [Glieder [Folgende]] ["zu"] Norm [Glieder [Folgende]]."""
        werk, zu = "", tuple[Glied, ...]()
        norm = next((i for i, glied in enumerate(glieder) if glied.ebene in _OBERSTE), None)
        if norm is not None and not folgende:
            glieder, zu = glieder[:norm], glieder[norm:]
        elif self._nimm(_ZU):
            werk, zu = self._werk_vorn(), self._paragraph_ohne_zeichen() or self._glieder(mit_blanken=False)
        if not zu:
            raise self._fehler("„zu“ und die Norm, zum Beispiel „VV Nr. 2 zu § 11 JVollzGB III“")
        if not werk and (name := self._nimm(_WERK_VOR_GLIEDERN)):
            werk = self.werkname(name[1].strip())
        nachgestellt = self._glieder(mit_blanken=False)
        folgende = self._folgende() if nachgestellt else folgende
        self._ende()
        return Zitat(werk, (*glieder, *nachgestellt), rahmen, zu, folgende)

    def _paragraph_ohne_zeichen(self) -> tuple[Glied, ...]:
        """Norm := Zahl, behind "zu": a VV is one on a §."""
        zahl = self._nimm(_BLANKE_ZAHL)
        return (Glied(Ebene.PARAGRAPH, zahl[1]),) if zahl else ()

    def _glieder(self, *, mit_blanken: bool) -> tuple[Glied, ...]:
        """Glieder := { Glied | "(" Absatz ")" | Roman Absatz | bare Satz | bare VV number }."""
        glieder: list[Glied] = []
        while self.stelle < len(self.text):
            vorher = self.stelle
            self._nimm(_TRENNER)
            ist_liste = "," in self.text[vorher : self.stelle]
            glied = self._benanntes_glied() or (None if ist_liste else self._blankes_glied(glieder, mit_blanken))
            if glied is None:
                self.stelle = vorher
                break
            glieder.append(glied)
            self.glieder_bis = self.stelle
        self._nimm(_TRENNER)
        return tuple(glieder)

    def _benanntes_glied(self) -> Glied | None:
        """Glied := Ebene (Nummer | Buchstabe); Ebene as in the table of spellings."""
        treffer = self._nimm(EBENE_MUSTER)
        if treffer is None:
            return None
        ebene = Ebene[treffer.lastgroup or ""]
        self._nimm(_TRENNER)
        if ebene is Ebene.SATZTEIL:
            return self._satzteil()
        if ebene in _BUCHSTABENEBENEN:
            nummer = self._nimm(_BUCHSTABE)
            gelesen = nummer[1] if nummer else None
        else:
            gelesen = self._nummer(ebene)
        if gelesen is None and ebene in _ANHAENGE:
            gelesen = ""
        if gelesen is None:
            art = "ein Buchstabe" if ebene in _BUCHSTABENEBENEN else "eine Zahl"
            raise self._fehler(f"{art} nach „{treffer[0]}“")
        return Glied(ebene, gelesen)

    def _satzteil(self) -> Glied:
        """Satzteil := "Satzteil nach" Glied."""
        inneres = self._benanntes_glied()
        if inneres is None or inneres.ebene not in _LISTENEBENEN:
            raise self._fehler("die Nummer, nach der der Satzteil steht, zum Beispiel „Satzteil nach Nr. 3“")
        return Glied(Ebene.SATZTEIL, str(inneres))

    def _nummer(self, ebene: Ebene) -> str | None:
        """Nummer := Zahl { "." Zahl } [Buchstabe] | Roman numeral | capital letter (the last two of levels printed so)."""
        if ebene is Ebene.VERGUETUNGSSTUFE and (roemisch := self._nimm(_ROEMISCH)):
            return roemisch[1]
        if ebene in AUCH_ROEMISCH and (zeichen := self._nimm(_ROEMISCH_ODER_BUCHSTABE)):
            return zeichen[1]
        if ebene is Ebene.BUCH and (buch := self._nimm(_ROEMISCH)):
            return str(buchzahl(buch[1]) or buch[1])
        if ebene is Ebene.ABSATZ and (absatz := self._roemischer_absatz()):
            return absatz.nummer
        treffer = self._nimm(_NUMMER)
        if treffer is None:
            return None
        zusatz = treffer["zusatz"] or ""
        if not zusatz and ebene in (*_OBERSTE, Ebene.ABSATZ) and (abgesetzt := self._nimm(_ABGESETZT)):
            zusatz = abgesetzt[1]
        return re.sub(r"^0+(?=\d)", "", treffer["zahl"]) + zusatz

    def _blankes_glied(self, bisher: list[Glied], mit_blanken: bool) -> Glied | None:
        """Blanke Angabe := "(2)" | "II" after § or Art. | "1" after Absatz | "b)" | "aa" | "2. Alt." | "6.9" after "VV"."""
        letzte = bisher[-1].ebene if bisher else None
        if letzte in _OBERSTE and (absatz := self._klammerabsatz() or self._roemischer_absatz()):
            return absatz
        if bisher and (ordnung := self._nimm(_MIT_ORDNUNGSZAHL)):
            return self._mit_ordnungszahl(ordnung)
        if letzte is None and not mit_blanken:
            return None
        muster, ebene = _BLANK.get(letzte, (None, None))
        treffer = self._nimm(muster) if muster else None
        return Glied(ebene, treffer[1]) if treffer and ebene else None

    def _klammerabsatz(self) -> Glied | None:
        """Absatz := "(" Zahl ")"."""
        treffer = self._nimm(_KLAMMERABSATZ)
        return Glied(Ebene.ABSATZ, treffer[1]) if treffer else None

    def _roemischer_absatz(self) -> Glied | None:
        """Absatz := Roman numeral [Buchstabe]."""
        treffer = _ROEMISCH.match(self.text, self.stelle)
        zeichen = treffer[1].rstrip("abcdefgh") if treffer else ""
        zahl = roemisch_zu_zahl(zeichen)
        if treffer is None or zahl is None:
            return None
        self._nimm(_ROEMISCH)
        return Glied(Ebene.ABSATZ, f"{zahl}{treffer[1][len(zeichen) :]}")

    def _mit_ordnungszahl(self, treffer: re.Match[str]) -> Glied:
        """Glied := Zahl "." Ebene: "2. Halbsatz", "1. Alt."."""
        self.stelle = treffer.start("ebene")
        ebene = self._nimm(EBENE_MUSTER)
        assert ebene is not None  # noqa: S101 - the pattern has just named one of these levels
        return Glied(Ebene[ebene.lastgroup or ""], treffer["zahl"])

    def _folgende(self) -> str:
        """Folgende := "f." | "ff."."""
        treffer = self._nimm(_FOLGENDE)
        self._nimm(_TRENNER)
        return treffer[0].rstrip(".") + "." if treffer else ""

    def _werk_vorn(self) -> str:
        """Werk Norm := Werk "§" … (headnote style: "SGB X § 48 Abs 1")."""
        vorn = _WERK_VORN.match(self.text, self.stelle)
        if not vorn or EBENE_MUSTER.match(vorn["name"]):
            return ""
        self.stelle = vorn.end()
        return self.werkname(vorn["name"].strip())

    def _werk_hinten(self) -> tuple[str, tuple[Glied, ...]]:
        """Werk := rest of the input, with or without an article; steps may follow it: "§ 9 JVollzGB III Abs. 2"."""
        rest = self.text[self.stelle :].strip(" ,;")
        if not rest:
            return "", ()
        if self.glieder_bis and _WEITERE.match(self.text, self.glieder_bis):
            raise self._mehrere()
        if not _WERKANFANG.match(rest):
            raise self._fehler("der Name des Gesetzes, zum Beispiel „JVollzGB III“")
        name = re.sub(r"^de[sr] ", "", rest)
        werk = self._buch_im_namen(name) or self.werkname(name)
        davor = _GLIEDER_HINTER_WERK.match(self.text, self.stelle) if werk == name and self.glieder_bis else None
        if davor is None:
            self.stelle = len(self.text)
            return werk, ()
        self.stelle = davor.end()
        return self.werkname(re.sub(r"^de[sr] ", "", davor["werk"])), self._glieder(mit_blanken=False)

    def _buch_im_namen(self, name: str) -> str:
        """Werk := Gesetzbuch [","] Buch | Buch ["des"] Gesetzbuch; "" if no such book is known."""
        for muster in _GESETZBUCH_MIT_BUCH if self.werkname(name) == name else ():
            if treffer := muster.fullmatch(name):
                zahl = buchzahl(treffer["zahl"] or treffer["nach"] or treffer["wort"])
                ganze = (f"{code} {zahl}" for code in (treffer["gesetzbuch"], _GENITIV.sub("", treffer["gesetzbuch"])))
                return next((werk for ganz in ganze if (werk := self.werkname(ganz)) != ganz), "")
        return ""

    def _ende(self) -> None:
        self._nimm(_TRENNER)
        if self.stelle < len(self.text):
            if self.glieder_bis and _WEITERE.match(self.text, self.glieder_bis):
                raise self._mehrere()
            raise self._fehler("das Ende des Zitats")

    def _mehrere(self) -> ZitatFehler:
        """A citation names one Einheit; what goes on with "und", "bis" or a comma names several."""
        return ZitatFehler(
            f"„{self.text}“ nennt mehrere Vorschriften.",
            ort=Ort(spalte=self.glieder_bis + 1),
            rat="Fragen Sie jede einzeln ab. Alle Zitate eines Textes findet: normen refs",
        )

    def _vor(self, muster: re.Pattern[str]) -> bool:
        return bool(muster.match(self.text, self.stelle))

    def _nimm(self, muster: re.Pattern[str]) -> re.Match[str] | None:
        treffer = muster.match(self.text, self.stelle)
        if treffer:
            self.stelle = treffer.end()
            if muster is not _TRENNER:
                while self.stelle < len(self.text) and self.text[self.stelle] == " ":
                    self.stelle += 1
        return treffer

    def _fehler(self, erwartet: str) -> ZitatFehler:
        verstanden = self.text[: self.stelle].strip()
        zeiger = f"  {self.text}\n  {' ' * self.stelle}^"
        rat = f"Verstanden: „{verstanden}“. " if verstanden else ""
        return ZitatFehler(
            f"Das Zitat ist nicht lesbar:\n{zeiger}", ort=Ort(spalte=self.stelle + 1), rat=f"{rat}Erwartet: {erwartet}."
        )
