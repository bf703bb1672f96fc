"""The body of an administrative rule or annex: its numbers to any depth, headings, paragraphs, dashes.

Guarantees: each number hangs under the number it extends; a number that is only a title has a heading and no text; text
that follows the last item of an enumeration in a paragraph of its own belongs to the number that the enumeration completes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..einheit import Art, Einheit
from ..satz import SATZANFANG, satz_ist_zu
from ..schreibweise import Ebene
from ..text import Text, verbinde
from ..zitat import Zitat
from .nummern import ist_listenpunkt, teile_nummern
from .satzbau import Fertig, Lauf, Liste, Punkt, Teil, baue
from .umbruch import Absatzende, offen
from .zeilen import Zeile


@dataclass(slots=True)
class _Knoten:
    """A number while the tree is being built: its paragraphs, the numbers below it, and what comes after those."""

    nummer: str
    marke: Text
    absaetze: list[list[Zeile]]
    kinder: list[_Knoten] = field(default_factory=list)
    danach: list[list[Zeile]] = field(default_factory=list)

    @property
    def anfang(self) -> str:
        return verbinde(z.text for z in self.absaetze[0]).inhalt if self.absaetze else ""


_STRICH = re.compile(r"[-–•] ")
_BUCHSTABE = re.compile(r"(?P<nummer>[a-z])\) ")
#: Finite verbs that make a line without a closing mark the beginning of a sentence and not a title.
_VERB = re.compile(
    r"\b(?:ist|sind|wird|werden|hat|haben|kann|können|darf|dürfen|soll|sollen|muss|müssen|gilt|gelten|kommt|kommen|beträgt"
    r"|betragen|erhält|erhalten|besteht|bestehen|bedarf|bedürfen|findet|finden|entscheidet|entscheiden|enthält|enthalten"
    r"|umfasst|umfassen|wenn|soweit|sofern)\b"
)


def lies_regelung(
    zitat: Zitat, art: Art, zeilen: Sequence[Zeile], endet: Absatzende, *, marke: Text, ueberschrift: Text
) -> Einheit:
    """Read the lines below the heading of a VV, an Anlage or a numbered rule into its Einheit."""
    vorspann, *nummern = teile_nummern(zeilen)
    wurzel = _Knoten("", Text(), _absaetze(vorspann.zeilen, endet))
    _haenge_ein(wurzel, [_Knoten(a.nummer, a.marke, _absaetze(a.zeilen, endet)) for a in nummern])
    _ordne_nachtext(wurzel)
    return _einheit(wurzel, zitat, art, marke, ueberschrift)


def _absaetze(zeilen: Sequence[Zeile], endet: Absatzende) -> list[list[Zeile]]:
    absaetze: list[list[Zeile]] = []
    for i, zeile in enumerate(zeilen):
        if i == 0 or _beginnt(absaetze, zeile) or endet(zeilen[i - 1], zeile):
            absaetze.append([])
        absaetze[-1].append(zeile)
    return absaetze


def _beginnt(absaetze: Sequence[Sequence[Zeile]], zeile: Zeile) -> bool:
    """Tell whether a paragraph begins here although the line before was full, or stands closer than usual.

    A dash opens an item (but not inside a sentence), and a blank line closes it. A sentence that begins right after an
    unclosed first paragraph shows that this was a title.
    """
    absatz = absaetze[-1]
    if buchstabe := _BUCHSTABE.match(zeile.inhalt):
        bisher = _BUCHSTABE.match(absatz[0].inhalt)
        return zeile.leer_davor > 0 and _folgt(bisher["nummer"] if bisher else "", buchstabe["nummer"])
    if _STRICH.match(zeile.inhalt):
        return zeile.leer_davor > 0 and not offen(absatz[-1].text)
    if _STRICH.match(absatz[0].inhalt):
        return zeile.leer_davor > 0
    titel = verbinde(z.text for z in absatz)
    return len(absaetze) == 1 and len(absatz) <= 2 and offen(titel) and bool(SATZANFANG.match(zeile.inhalt))


def _haenge_ein(wurzel: _Knoten, knoten: Sequence[_Knoten]) -> None:
    pfad = [wurzel]
    for neu in knoten:
        while pfad[-1].nummer and not neu.nummer.startswith(pfad[-1].nummer + "."):
            pfad.pop()
        pfad[-1].kinder.append(neu)
        pfad.append(neu)


def _ordne_nachtext(knoten: _Knoten) -> None:
    """Move paragraphs behind the last item of an enumeration up to the number that the enumeration completes."""
    for kind in knoten.kinder:
        _ordne_nachtext(kind)
    if not knoten.kinder or not _ist_aufzaehlung(knoten):
        return
    letztes = knoten.kinder[-1]
    if not letztes.kinder and len(letztes.absaetze) > 1 and satz_ist_zu(letztes.anfang):
        knoten.danach = letztes.absaetze[1:]
        letztes.absaetze = letztes.absaetze[:1]


def _ist_aufzaehlung(knoten: _Knoten) -> bool:
    return len(knoten.kinder) > 1 and all(ist_listenpunkt(kind.anfang) for kind in knoten.kinder[:-1])


def _einheit(knoten: _Knoten, zitat: Zitat, art: Art, marke: Text, ueberschrift: Text) -> Einheit:
    absaetze = knoten.absaetze
    if knoten.nummer and _ist_titel(knoten):
        ueberschrift, absaetze = verbinde(z.text for z in absaetze[0]), absaetze[1:]
    teile: list[Teil] = [
        *_teile(absaetze),
        *(_kind(kind, zitat, art) for kind in knoten.kinder),
        *_teile(knoten.danach),
    ]
    return baue(zitat, art, teile, marke=marke, ueberschrift=ueberschrift)


def _kind(knoten: _Knoten, darueber: Zitat, art: Art) -> Fertig:
    zitat = darueber.ohne(Ebene.NUMMER).mit(Ebene.NUMMER, knoten.nummer)
    in_vv = art in (Art.VV, Art.VV_NUMMER)
    return Fertig(_einheit(knoten, zitat, Art.VV_NUMMER if in_vv else Art.NUMMER, knoten.marke, Text()))


def _ist_titel(knoten: _Knoten) -> bool:
    """A first paragraph without closing mark is a title if no enumeration completes it and no verb makes it a sentence."""
    if not knoten.absaetze or not offen(knoten.anfang) or knoten.anfang[:1].islower():
        return False
    if len(knoten.absaetze) == 1 and not knoten.kinder:
        return False
    if knoten.kinder and knoten.kinder[0].anfang[:1].islower() and _ist_aufzaehlung(knoten):
        return False
    if len(knoten.absaetze) > 1 and knoten.absaetze[1][0].inhalt.startswith("a) "):
        return False
    if len(knoten.absaetze) > 1 and not knoten.absaetze[1][0].inhalt[:1].islower():
        return not _STRICH.match(knoten.absaetze[1][0].inhalt)
    return not _VERB.search(knoten.anfang)


def _folgt(bisher: str, buchstabe: str) -> bool:
    """Tell whether a letter is the next one of a list ("" before it begins)."""
    return buchstabe == (chr(ord(bisher) + 1) if bisher else "a")


def _teile(absaetze: Sequence[Sequence[Zeile]]) -> list[Teil]:
    teile: list[Teil] = []
    lauf: list[Text] = []
    punkte: list[Punkt] = []
    for absatz in absaetze:
        text = verbinde(zeile.text for zeile in absatz)
        punkt = _punkt(text, punkte)
        if punkt:
            _schliesse(teile, lauf)
            punkte.append(punkt)
            continue
        if punkte:
            teile.append(Liste(tuple(punkte)))
            punkte = []
        lauf.append(text)
    if punkte:
        teile.append(Liste(tuple(punkte)))
    _schliesse(teile, lauf)
    return teile


def _punkt(text: Text, bisher: Sequence[Punkt]) -> Punkt | None:
    """Read a paragraph as the next item of the list of dashes or letters; a list has one kind of label."""
    letzte = bisher[-1] if bisher else None
    if (strich := _STRICH.match(text.inhalt)) and (not letzte or letzte.ebene is Ebene.SPIEGELSTRICH):
        art, ebene, nummer, ende = Art.SPIEGELSTRICH, Ebene.SPIEGELSTRICH, str(len(bisher) + 1), strich.end()
    elif (treffer := _BUCHSTABE.match(text.inhalt)) and (not letzte or letzte.ebene is Ebene.BUCHSTABE):
        art, ebene, nummer, ende = Art.BUCHSTABE, Ebene.BUCHSTABE, treffer["nummer"], treffer.end()
        if not _folgt(letzte.nummer if letzte else "", nummer):
            return None
    else:
        return None
    return Punkt(art, ebene, nummer, text.teil(0, ende), (Lauf(text.teil(ende)),))


def _schliesse(teile: list[Teil], lauf: list[Text]) -> None:
    if lauf:
        teile.append(Lauf(verbinde(lauf)))
        lauf.clear()
