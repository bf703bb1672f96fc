"""The body of a § or Artikel: Absätze, Nummern, Buchstaben, and the text after a list.

Labels count only where the numbering allows them: "(3)" after "(2)" or "(2a)", "4." after "3.", "b)" after "a)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..einheit import Art, Einheit
from ..schreibweise import Ebene, roemisch_zu_zahl, zahl_zu_roemisch
from ..text import Text, verbinde
from ..zitat import Zitat
from .satzbau import Lauf, Liste, Punkt, Teil, baue
from .umbruch import Absatzende
from .zeilen import Zeile


@dataclass(frozen=True, slots=True)
class _Block:
    """Consecutive lines under one label; ``ebene`` is ``None`` for text without a label."""

    ebene: Ebene | None
    nummer: str
    marke: Text
    text: Text


#: Labels of the levels below the §, outermost first.
_MARKEN: tuple[tuple[Ebene, re.Pattern[str]], ...] = (
    (Ebene.ABSATZ, re.compile(r"\((?P<nummer>\d+[a-z]?)\)(?=\s)")),
    (Ebene.NUMMER, re.compile(r"(?P<nummer>\d+[a-z]?)\.(?=\s)")),
    (Ebene.VERGUETUNGSSTUFE, re.compile(r"Vergütungsstufe (?P<nummer>[IVX]+)(?: =)?(?=\s)")),
    (Ebene.BUCHSTABE, re.compile(r"(?P<nummer>[a-z])\)(?=\s)")),
    (Ebene.DOPPELBUCHSTABE, re.compile(r"(?P<nummer>([a-z])\2)\)(?=\s)")),
)
_ARTEN = {
    Ebene.ABSATZ: Art.ABSATZ,
    Ebene.NUMMER: Art.NUMMER,
    Ebene.BUCHSTABE: Art.BUCHSTABE,
    Ebene.DOPPELBUCHSTABE: Art.BUCHSTABE,
    Ebene.VERGUETUNGSSTUFE: Art.STUFE,
}
_MONAT = re.compile(r"\d+\.\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b")
_ERSTE = frozenset({"1", "a", "aa", "I"})
_TIEFE = {Ebene.ABSATZ: 0, Ebene.NUMMER: 1, Ebene.VERGUETUNGSSTUFE: 1, Ebene.BUCHSTABE: 2, Ebene.DOPPELBUCHSTABE: 3}


def lies_paragraph(zitat: Zitat, zeilen: Sequence[Zeile], endet: Absatzende, *, marke: Text, ueberschrift: Text) -> Einheit:
    """Read the lines below the heading of a § into its Einheit."""
    bloecke = _bloecke(zeilen, endet)
    absaetze = [i for i, block in enumerate(bloecke) if block.ebene is Ebene.ABSATZ]
    if not absaetze:
        return baue(zitat, Art.PARAGRAPH, _teile(bloecke), marke=marke, ueberschrift=ueberschrift)
    kinder = [_absatz(zitat, bloecke[ab:bis]) for ab, bis in zip(absaetze, [*absaetze[1:], None], strict=True)]
    vorspann = verbinde(text for block in bloecke[: absaetze[0]] for text in (block.marke, block.text))
    return Einheit(zitat, Art.PARAGRAPH, marke, ueberschrift, vorspann, tuple(kinder))


def _absatz(zitat: Zitat, bloecke: Sequence[_Block]) -> Einheit:
    kopf = bloecke[0]
    rumpf = [_Block(None, "", Text(), kopf.text), *bloecke[1:]]
    return baue(zitat.mit(Ebene.ABSATZ, kopf.nummer), Art.ABSATZ, _teile(rumpf), marke=kopf.marke)


def _bloecke(zeilen: Sequence[Zeile], endet: Absatzende) -> list[_Block]:
    roh: list[tuple[Ebene | None, str, Text, list[Text]]] = []
    offen: dict[int, str] = {}
    for i, zeile in enumerate(zeilen):
        beginnt = i == 0 or zeile.leer_davor > 0 or zeile.seitenanfang
        erneut = not roh or roh[-1][0] is None
        gefunden = _marke(zeile, offen, erneut=erneut) if beginnt else None
        if gefunden:
            ebene, nummer, breite = gefunden
            roh.append((ebene, nummer, zeile.text.teil(0, breite), [zeile.text.teil(breite)]))
            offen = {tiefe: n for tiefe, n in offen.items() if tiefe < _TIEFE[ebene]} | {_TIEFE[ebene]: nummer}
        elif i > 0 and not _neuer_block(zeilen[i - 1], zeile, endet):
            roh[-1][3].append(zeile.text)
        else:
            roh.append((None, "", Text(), [zeile.text]))
    return [_Block(ebene, nummer, marke, verbinde(texte)) for ebene, nummer, marke, texte in roh]


def _neuer_block(vorige: Zeile, zeile: Zeile, endet: Absatzende) -> bool:
    """A blank line opens a block; over a page break it is the length of the line before that tells."""
    if zeile.seitenanfang:
        return endet(vorige, zeile)
    return zeile.leer_davor > 0


def _marke(zeile: Zeile, offen: dict[int, str], *, erneut: bool) -> tuple[Ebene, str, int] | None:
    """Read the label a line begins with; after text without a label (``erneut``) a list may begin again.

    A date is no label where nothing but the page break sets it apart from the line before.
    """
    if not zeile.leer_davor and _MONAT.match(zeile.inhalt):
        return None
    for ebene, muster in _MARKEN:
        treffer = muster.match(zeile.inhalt)
        if treffer:
            bisher, nummer = offen.get(_TIEFE[ebene], ""), treffer["nummer"]
            erste = nummer in _ERSTE and (not bisher or (erneut and ebene is not Ebene.ABSATZ))
            if erste or (bisher and nummer in _nachfolger(bisher)):
                return ebene, nummer, treffer.end()
    return None


def _nachfolger(bisher: str) -> tuple[str, ...]:
    """Return the labels that can follow: 1 → 2 or 1a, 2a → 3 or 2b, a → b, aa → bb, III → IV."""
    treffer = re.fullmatch(r"(\d+)([a-z]?)", bisher)
    if treffer:
        zahl, zusatz = int(treffer[1]), treffer[2]
        return str(zahl + 1), f"{zahl}{chr(ord(zusatz) + 1) if zusatz else 'a'}"
    if (zahl_ := roemisch_zu_zahl(bisher)) is not None:
        return (zahl_zu_roemisch(zahl_ + 1),)
    return (chr(ord(bisher[0]) + 1) * len(bisher),)


def _teile(bloecke: Sequence[_Block]) -> list[Teil]:
    """Nest blocks into text and lists. Text after an inner list belongs to the item if another item follows, else to all."""
    teile: list[Teil] = []
    i = 0
    while i < len(bloecke):
        block = bloecke[i]
        if block.ebene is None:
            teile.append(Lauf(block.text))
            i += 1
        else:
            liste, i = _liste(bloecke, i)
            teile.append(liste)
    return teile


def _liste(bloecke: Sequence[_Block], ab: int) -> tuple[Liste, int]:
    tiefe = _TIEFE[_ebene(bloecke[ab])]
    punkte: list[Punkt] = []
    i = ab
    while i < len(bloecke) and bloecke[i].ebene is not None and _TIEFE[_ebene(bloecke[i])] == tiefe:
        kopf, i = bloecke[i], i + 1
        bis = _ende_des_punkts(bloecke, i, tiefe)
        inneres = _teile([_Block(None, "", Text(), kopf.text), *bloecke[i:bis]])
        ebene = _ebene(kopf)
        punkte.append(Punkt(_ARTEN[ebene], ebene, kopf.nummer, kopf.marke, tuple(inneres)))
        i = bis
    return Liste(tuple(punkte)), i


def _ende_des_punkts(bloecke: Sequence[_Block], ab: int, tiefe: int) -> int:
    """Return where an item ends: after deeper items, and after text only if another item of the same list follows it."""
    ende = ab
    for i in range(ab, len(bloecke)):
        ebene = bloecke[i].ebene
        if ebene is None:
            continue
        if _TIEFE[ebene] > tiefe:
            ende = i + 1
        else:
            return i if _TIEFE[ebene] == tiefe and bloecke[i].nummer not in _ERSTE else ende
    return ende


def _ebene(block: _Block) -> Ebene:
    assert block.ebene is not None  # noqa: S101 - only called for labelled blocks
    return block.ebene
