"""Reader for the handbook text: statute and administrative rule printed together, as extracted from its PDF.

The layout: letter-spaced titles of books and Abschnitte; statute lines single-spaced, VV lines double-spaced; a VV
("Zu § 5") follows its §; in place of what is not printed stands a note in square brackets; annexes and an ordinance come
last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from ..einheit import Art, Druck, Einheit
from ..fehler import LeseFehler, Ort
from ..schreibweise import Ebene
from ..text import Text, verbinde
from ..zitat import Rahmen, Zitat
from .absatz import lies_paragraph
from .namen import pruefe_namen
from .regelung import lies_regelung
from .umbruch import offen, satz_laeuft, war_noch_platz
from .zeilen import Rauschen, Zeile, lies_zeilen


class _Kopf(Enum):
    """Kinds of sections, in the order of their depth."""

    WERK = 0
    ABSCHNITT = 1
    UNTERABSCHNITT = 2
    PARAGRAPH = 3
    VV = 4
    ANLAGE = 5
    VERMERK = 6


@dataclass(frozen=True, slots=True)
class _Teil:
    """A section: its kind, its number as printed, and its lines, heading first."""

    kopf: _Kopf
    nummer: str
    zeilen: tuple[Zeile, ...]


#: Where a section begins: index of its first line, kind, number.
_Grenze = tuple[int, _Kopf, str]

#: Shortest full line of the handbook, in characters (see `normen.lesen.umbruch.war_noch_platz`).
_BREITE = 68
_endet = war_noch_platz(_BREITE)

_KOLUMNENTITEL = re.compile(r"\S+ [IVX]+ {5,}Buch \d+ – .+")
_ADRESSE = re.compile(r"https?://\S+")
_KURZTITEL = re.compile(r"\((?P<kurz>[A-ZÄÖÜ][^()]*)\)$")
_ABSCHNITT = re.compile(r"Abschnitt (\d+)$")
_UNTERABSCHNITT = re.compile(r"Unterabschnitt (\d+)$")
_PARAGRAPH = re.compile(
    r"(?:§|§§ \d+[a-z]? (?:bis|und)) (?P<nummer>\d+[a-z]?) (?=[A-ZÄÖÜa-zäöü„\"»(])(?!(?:Abs|Satz|Nr|Nummer|Absatz|Buchst)\b)"
)
_WEGGEFALLEN = re.compile(r"\((?:weggefallen|aufgehoben|gestrichen|entfallen|unbesetzt)\)$")
_VV = re.compile(r"Zu (?:§ )?(?P<nummer>\d+[a-z]?) (?=[A-ZÄÖÜ(])")
_ANLAGE = re.compile(r"Anlage (\d+)$")
_ANLAGE_ZU = re.compile(r"\(zu .+\)$")
_VERMERK = re.compile(r"\[Vom Abdruck ")
_RUMPF = re.compile(r"\(1\) |1\.? |1\.1 ")
_LISTE = re.compile(r"1\. |a\) |Vergütungsstufe I ")
#: Verbs by which "§ 3 gilt entsprechend" is a sentence and not a heading.
_VERB = re.compile(
    r"\b(?:gilt|gelten|ist|sind|bleibt|bleiben|findet|finden|regelt|bestimmt|wird|werden|kann|können|hat|haben)\b"
)
_ABKUERZUNG = re.compile(r"[A-ZÄÖÜ][a-zäöü]*[A-ZÄÖÜ]\w*(?:\s|$)")
_WEITER = re.compile(
    r"(?:-|,|\b(?:und|oder|sowie|zu[mr]?|auf|in|im|an|am|bei|für|von|vom|mit|der|die|das|des|dem|den|durch))$"
)


def rauschen_im_handbuch(inhalt: str, davor: str) -> str:
    """Name the noise a line is: running title, the page number below one, or a web address; "" for text."""
    if _KOLUMNENTITEL.match(inhalt):
        return "Kolumnentitel"
    if davor == "Kolumnentitel" and inhalt.isdigit():
        return "Seitenzahl"
    return "Webadresse" if _ADRESSE.fullmatch(inhalt) else ""


def lies_handbuch(roh: str, datei: str, vwv: str) -> tuple[tuple[Einheit, ...], tuple[Rauschen, ...]]:
    """Read the handbook text into one tree per work, in the order of the source.

    A work is named by the short title printed below its title ("JVollzGB I"); ``vwv`` is the name of the administrative
    rule whose VV and annexes are printed along. Returns the works and the lines that are not legal text. Raises
    `LeseFehler` where the layout is another one, or two Einheiten would have one name.
    """
    zeilen, rauschen = lies_zeilen(roh, rauschen_im_handbuch)
    teile = _teile(zeilen) if zeilen else []
    if not teile or teile[0].kopf is not _Kopf.WERK or teile[0].zeilen[0] is not zeilen[0]:
        raise LeseFehler("Am Anfang fehlt der gesperrt gesetzte Titel eines Buchs.", ort=Ort(datei, 1))
    baumeister = _Baumeister(datei, vwv)
    for teil in teile:
        baumeister.nimm(teil)
    werke = baumeister.werke()
    pruefe_namen(werke, datei)
    return werke, rauschen


def _teile(zeilen: Sequence[Zeile]) -> list[_Teil]:
    grenzen: list[_Grenze] = []
    for i in range(len(zeilen)):
        erkannt = _erkenne(zeilen, i, grenzen)
        if erkannt:
            grenzen.append((i, *erkannt))
    if not grenzen:
        return []
    enden = [*(ab for ab, _, _ in grenzen[1:]), len(zeilen)]
    return [_Teil(kopf, nummer, tuple(zeilen[ab:bis])) for (ab, kopf, nummer), bis in zip(grenzen, enden, strict=True)]


def _erkenne(zeilen: Sequence[Zeile], i: int, bisher: Sequence[_Grenze]) -> tuple[_Kopf, str] | None:
    """Name the section that begins with line ``i``, if one does."""
    zeile, inhalt = zeilen[i], zeilen[i].inhalt
    if treffer := _ABSCHNITT.match(inhalt):
        return _Kopf.ABSCHNITT, treffer[1]
    if zeile.gesperrt:
        im_titel = bool(bisher) and bisher[-1][1] is _Kopf.WERK and all(z.gesperrt for z in zeilen[bisher[-1][0] : i])
        return None if im_titel else (_Kopf.WERK, "")
    if treffer := _UNTERABSCHNITT.match(inhalt):
        return _Kopf.UNTERABSCHNITT, treffer[1]
    if treffer := _ANLAGE.match(inhalt):
        return _Kopf.ANLAGE, treffer[1]
    if _VERMERK.match(inhalt):
        return _Kopf.VERMERK, ""
    return _erkenne_paragraph(zeilen, i, bisher)


def _erkenne_paragraph(zeilen: Sequence[Zeile], i: int, bisher: Sequence[_Grenze]) -> tuple[_Kopf, str] | None:
    """A § opens only as the next one of its work, a VV only on the § before it; both begin a block."""
    zeile = zeilen[i]
    if not (zeile.leer_davor or zeile.seitenanfang):
        return None
    letzter = _letzter_paragraph(bisher)
    treffer = _PARAGRAPH.match(zeile.inhalt)
    if treffer and _ist_paragraph(zeilen, i, treffer, bisher):
        return _Kopf.PARAGRAPH, treffer["nummer"]
    if (treffer := _VV.match(zeile.inhalt)) and treffer["nummer"] == letzter:
        return _Kopf.VV, letzter
    return None


def _ist_paragraph(zeilen: Sequence[Zeile], i: int, treffer: re.Match[str], bisher: Sequence[_Grenze]) -> bool:
    """Tell a heading from a citation: one that looks like a citation, or leaves §§ out, must stand like a heading.

    Repealed §§ that are printed as a range ("§§ 2 bis 8") are read as the last of them.
    """
    zeile, titel = zeilen[i], zeilen[i].inhalt[treffer.end() :]
    letzter = _letzter_paragraph(bisher)
    if _WEGGEFALLEN.match(titel):
        return _kommt_nach(letzter, treffer["nummer"])
    if zeile.inhalt.startswith("§§") or titel.startswith("(") or not _kommt_nach(letzter, treffer["nummer"]):
        return False
    if i > 0 and not zeile.leer_davor and satz_laeuft(zeilen[i - 1].inhalt):
        return False
    gross = titel[:1].isupper() and not _ABKUERZUNG.match(titel)
    return (gross and _ist_naechster(letzter, treffer["nummer"])) or _steht_als_titel(zeilen, i, titel, bisher)


def _steht_als_titel(zeilen: Sequence[Zeile], i: int, titel: str, bisher: Sequence[_Grenze]) -> bool:
    """Behind a closed sentence or a title, on a line of its own, without a mark or a verb of a sentence."""
    unter_titel = bool(bisher) and bisher[-1][1] in (_Kopf.WERK, _Kopf.ABSCHNITT, _Kopf.UNTERABSCHNITT)
    frei = unter_titel or i == 0 or _ist_zu(zeilen[i - 1].inhalt)
    kurz = i + 1 == len(zeilen) or _neuer_absatz(zeilen[i], zeilen[i + 1])
    return frei and kurz and offen(titel) and not _VERB.search(titel)


def _ist_zu(inhalt: str) -> bool:
    return bool(re.search(r"[.!?;][\"“)\]]*$|\]$", inhalt) or _WEGGEFALLEN.search(inhalt))


def _neuer_absatz(vorige: Zeile, zeile: Zeile) -> bool:
    return (
        zeile.leer_davor > 0
        and (not zeile.inhalt[:1].islower() or bool(_LISTE.match(zeile.inhalt)))
        and _endet(vorige, zeile)
    )


def _letzter_paragraph(bisher: Sequence[_Grenze]) -> str:
    for _, kopf, nummer in reversed(bisher):
        if kopf is _Kopf.WERK:
            return ""
        if kopf is _Kopf.PARAGRAPH:
            return nummer
    return ""


def _kommt_nach(letzter: str, nummer: str) -> bool:
    """Tell whether § ``nummer`` stands anywhere behind ``letzter``."""
    alt, neu = re.fullmatch(r"(\d*)([a-z]?)", letzter), re.fullmatch(r"(\d+)([a-z]?)", nummer)
    if not alt or not neu:
        return False
    return (int(neu[1]), neu[2]) > (int(alt[1] or 0), alt[2])


def _ist_naechster(letzter: str, nummer: str) -> bool:
    """Tell whether § ``nummer`` can follow: the next number (or a little on, where §§ are repealed), or the next letter."""
    alt, neu = re.fullmatch(r"(\d*)([a-z]?)", letzter), re.fullmatch(r"(\d+)([a-z]?)", nummer)
    if not alt or not neu:
        return False
    schritt = int(neu[1]) - int(alt[1] or 0)
    if schritt == 0:
        return neu[2] == (chr(ord(alt[2]) + 1) if alt[2] else "a")
    return 0 < schritt <= 3 and not neu[2]


@dataclass(slots=True)
class _Offen:
    """An Einheit whose children are still being read."""

    tiefe: int
    einheit: Einheit
    kinder: list[_Offen | Einheit] = field(default_factory=list)
    teil: _Teil | None = None

    def fertig(self) -> Einheit:
        kinder = [*self.einheit.kinder, *(k.fertig() if isinstance(k, _Offen) else k for k in self.kinder)]
        if self.einheit.art is Art.PARAGRAPH:  # a note may stand between two Absätze
            kinder.sort(key=lambda kind: kind.zeilen[0])
        return replace(self.einheit, kinder=tuple(kinder))


class _Baumeister:
    """Nests the sections of the handbook: work, Abschnitt, Unterabschnitt, §, and the VV on it."""

    def __init__(self, datei: str, vwv: str) -> None:
        self.datei = datei
        self.vwv = vwv
        self.wurzeln: list[_Offen] = []
        self.pfad: list[_Offen] = []

    def werke(self) -> tuple[Einheit, ...]:
        return tuple(wurzel.fertig() for wurzel in self.wurzeln)

    def nimm(self, teil: _Teil) -> None:
        """Read one section and hang it where it belongs."""
        if teil.kopf is _Kopf.VERMERK:
            self._vermerk(teil)
            return
        if teil.kopf is _Kopf.ANLAGE and self.vwv and self.pfad[0].einheit.zitat.werk != self.vwv:
            self._oeffne(_Offen(0, Einheit(Zitat(self.vwv), Art.WERK)))
        if teil.kopf is not _Kopf.WERK:
            self._schliesse_bis(1 if teil.kopf is _Kopf.ANLAGE else teil.kopf.value)
        self._oeffne(_Offen(teil.kopf.value, self._lies(teil), teil=teil))

    def _schliesse_bis(self, tiefe: int) -> None:
        while len(self.pfad) > 1 and self.pfad[-1].tiefe >= tiefe:
            self.pfad.pop()

    def _oeffne(self, neu: _Offen) -> None:
        if neu.tiefe == 0:
            self.wurzeln.append(neu)
            self.pfad = [neu]
        else:
            self.pfad[-1].kinder.append(neu)
            self.pfad.append(neu)

    @property
    def _werk(self) -> str:
        return self.pfad[0].einheit.zitat.werk

    def _lies(self, teil: _Teil) -> Einheit:
        lesen: dict[_Kopf, Callable[[_Teil], Einheit]] = {
            _Kopf.WERK: self._lies_werk,
            _Kopf.ABSCHNITT: self._lies_abschnitt,
            _Kopf.UNTERABSCHNITT: self._lies_abschnitt,
            _Kopf.PARAGRAPH: self._lies_paragraph,
            _Kopf.VV: self._lies_vv,
            _Kopf.ANLAGE: self._lies_anlage,
        }
        return lesen[teil.kopf](teil)

    def _lies_werk(self, teil: _Teil) -> Einheit:
        """Werk := [ "Buch N" ] Title "(" Short title ")" [ date, Fundstelle, Eingangsformel ]."""
        titel = [zeile for zeile in teil.zeilen if zeile.gesperrt]
        kurz = _KURZTITEL.search(titel[-1].inhalt)
        if not kurz:
            raise LeseFehler("Unter dem Titel fehlt der Kurztitel in Klammern.", ort=Ort(self.datei, titel[-1].nr))
        buch = titel[0].inhalt.startswith("Buch ")
        ueberschrift = verbinde(zeile.text for zeile in (titel[1:-1] if buch else titel))
        text = verbinde(zeile.text for zeile in teil.zeilen[len(titel) - buch :])
        return Einheit(Zitat(kurz["kurz"]), Art.WERK, titel[0].text if buch else Text(), ueberschrift, text)

    def _lies_abschnitt(self, teil: _Teil) -> Einheit:
        abschnitt = teil.kopf is _Kopf.ABSCHNITT
        art, ebene = (Art.ABSCHNITT, Ebene.ABSCHNITT) if abschnitt else (Art.UNTERABSCHNITT, Ebene.UNTERABSCHNITT)
        marke, *titel = teil.zeilen
        zitat = self.pfad[-1].einheit.zitat.mit(ebene, teil.nummer)
        return Einheit(zitat, art, marke.text, verbinde(zeile.text for zeile in titel))

    def _lies_paragraph(self, teil: _Teil) -> Einheit:
        marke, titel, rumpf = _kopfzeilen(teil.zeilen, _PARAGRAPH, _titelzeilen(teil.zeilen))
        zitat = Zitat(self._werk).mit(Ebene.PARAGRAPH, teil.nummer)
        return lies_paragraph(zitat, rumpf, _endet, marke=marke, ueberschrift=titel)

    def _lies_vv(self, teil: _Teil) -> Einheit:
        norm = self.pfad[-1].einheit
        anzahl = _titelzeilen_vv(teil.zeilen, norm.ueberschrift.inhalt)
        marke, titel, rumpf = _kopfzeilen(teil.zeilen, _VV, anzahl)
        zitat = Zitat(self._werk, (), Rahmen.VV, norm.zitat.glieder)
        return lies_regelung(zitat, Art.VV, rumpf, _endet, marke=marke, ueberschrift=titel)

    def _lies_anlage(self, teil: _Teil) -> Einheit:
        """Anlage := "Anlage N" "(zu §)" [ Title ] Body | "Anlage N" "(" Title ")"."""
        kopf, *rest = teil.zeilen
        bezug = rest.pop(0).text if rest and _ANLAGE_ZU.match(rest[0].inhalt) else Text()
        titel = rest.pop(0).text if rest and (offen(rest[0].text) or _geklammert(rest[0].inhalt)) else Text()
        if _geklammert(titel.inhalt):
            titel = titel.teil(1, len(titel) - 1)
        zitat = Zitat(self._werk).mit(Ebene.ANLAGE, teil.nummer)
        marke = verbinde((kopf.text, bezug))
        einheit = lies_regelung(zitat, Art.ANLAGE, rest, _endet, marke=marke, ueberschrift=titel)
        return replace(einheit, druck=Druck.ABGEDRUCKT if rest else Druck.LEER)

    def _vermerk(self, teil: _Teil) -> None:
        """Hang the note that something is not printed to the § or Anlage it stands at."""
        traeger = next(ebene for ebene in reversed(self.pfad) if ebene.tiefe != _Kopf.VV.value)
        bezug = traeger.einheit.zitat
        if not bezug.glieder:
            meldung = "Der Vermerk steht vor dem ersten Paragraphen und gehört zu keiner Vorschrift."
            rat = "Nehmen Sie die Zeile aus dem Text oder setzen Sie sie hinter ihre Vorschrift."
            raise LeseFehler(meldung, ort=Ort(self.datei, teil.zeilen[0].nr), rat=rat)
        zitat = Zitat(bezug.werk, (), Rahmen.VERMERK, bezug.glieder)
        text = verbinde(zeile.text for zeile in self._vermerkzeilen(teil))
        traeger.kinder.append(Einheit(zitat, Art.VERMERK, text=text, druck=Druck.NICHT_ABGEDRUCKT))
        if traeger.einheit.art is Art.ANLAGE:
            traeger.einheit = replace(traeger.einheit, druck=Druck.NICHT_ABGEDRUCKT)

    def _vermerkzeilen(self, teil: _Teil) -> tuple[Zeile, ...]:
        """Return the lines of the note itself; Absätze behind its bracket go back to the § it stands in."""
        ende = next((i for i, zeile in enumerate(teil.zeilen, start=1) if zeile.inhalt.endswith("]")), len(teil.zeilen))
        rest, offen_ = teil.zeilen[ende:], self.pfad[-1]
        if not rest or not offen_.teil or offen_.teil.kopf is not _Kopf.PARAGRAPH:
            return teil.zeilen
        ganz = replace(offen_.teil, zeilen=(*offen_.teil.zeilen, *rest))
        einheit = self._lies_paragraph(ganz)
        if not any(kind.marke.zeile_von == rest[0].nr for kind in einheit.kinder):
            return teil.zeilen
        offen_.einheit, offen_.teil = einheit, ganz
        return teil.zeilen[:ende]


def _geklammert(text: str) -> bool:
    """Tell whether a line is a title in parentheses; "(1)" is the label of an Absatz."""
    return not re.fullmatch(r"\(\d+[a-z]?\)", text) and text.startswith("(") and text.endswith(")")


def _kopfzeilen(zeilen: Sequence[Zeile], muster: re.Pattern[str], anzahl: int) -> tuple[Text, Text, tuple[Zeile, ...]]:
    """Split a section into label, heading (of ``anzahl`` lines) and the lines of its body."""
    treffer = muster.match(zeilen[0].inhalt)
    breite = treffer.end() if treffer else 0
    titel = verbinde((zeilen[0].text.teil(breite), *(zeile.text for zeile in zeilen[1:anzahl])))
    return zeilen[0].text.teil(0, breite), titel, tuple(zeilen[anzahl:])


def _titelzeilen(zeilen: Sequence[Zeile]) -> int:
    """Count the heading lines of a §: a further one stands alone, ends without a mark, and no list follows it."""
    anzahl = 1
    while anzahl + 1 < len(zeilen):
        zeile, danach = zeilen[anzahl], zeilen[anzahl + 1]
        steht_allein = zeile.leer_davor > 0 and danach.leer_davor > 0
        if not steht_allein or not offen(zeile.text) or _RUMPF.match(zeile.inhalt) or _LISTE.match(danach.inhalt):
            break
        anzahl += 1
    return anzahl


def _titelzeilen_vv(zeilen: Sequence[Zeile], norm: str) -> int:
    """Count the heading lines of a VV: it goes on while it is still the beginning of the heading of its §, or was cut."""
    treffer = _VV.match(zeilen[0].inhalt)
    titel = zeilen[0].text.teil(treffer.end() if treffer else 0)
    anzahl = 1
    while anzahl < len(zeilen):
        zeile, weiter = zeilen[anzahl], verbinde((titel, zeilen[anzahl].text))
        klein = zeile.inhalt[:1].islower() and offen(titel) and not _LISTE.match(zeile.inhalt)
        if not (
            norm.startswith(weiter.inhalt) or klein or (_WEITER.search(titel.inhalt) and not _RUMPF.match(zeile.inhalt))
        ):
            break
        titel, anzahl = weiter, anzahl + 1
    return anzahl
