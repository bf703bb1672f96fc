"""From runs of text and lists to Sätze: which Satz a list belongs to, and where the text after it goes.

Guarantees: an Einheit with one Satz keeps it as its own text; with more it has one child per Satz. A list lies below the
Satz that introduces it. Text after a list that goes on with that Satz becomes a Satzteil; otherwise it begins a new Satz.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..einheit import Art, Einheit
from ..satz import satz_ist_zu, satzgrenzen
from ..schreibweise import Ebene
from ..text import KEIN_TEXT, Text, verbinde
from ..zitat import Zitat


@dataclass(frozen=True, slots=True)
class Lauf:
    """Running text."""

    text: Text


@dataclass(frozen=True, slots=True)
class Punkt:
    """An item of a list with its own parts (text, inner list, text after it)."""

    art: Art
    ebene: Ebene
    nummer: str
    marke: Text
    teile: tuple[Teil, ...]


@dataclass(frozen=True, slots=True)
class Liste:
    """Items that follow each other."""

    punkte: tuple[Punkt, ...]


@dataclass(frozen=True, slots=True)
class Fertig:
    """An Einheit that stands here as a child, whatever Satz comes before it (a VV number)."""

    einheit: Einheit


Teil = Lauf | Liste | Fertig

_NUR_NUMMER = re.compile(r"\d+[a-z]?\.")


@dataclass(slots=True)
class _Satz:
    text: Text
    folge: list[Text | Liste] = field(default_factory=list)

    @property
    def offen(self) -> bool:
        ende = self.folge[-1] if self.folge else self.text
        return not satz_ist_zu(str(ende if isinstance(ende, Text) else _letzter_text(ende)))


def baue(
    zitat: Zitat, art: Art, teile: Sequence[Teil], *, marke: Text = KEIN_TEXT, ueberschrift: Text = KEIN_TEXT
) -> Einheit:
    """Make the Einheit that holds ``teile``, with its Sätze, lists and Satzteile as children."""
    folge = _saetze(teile)
    anzahl = sum(isinstance(teil, _Satz) for teil in folge)
    kopf = Einheit(zitat, art, marke, ueberschrift)
    if anzahl == 1 and isinstance(folge[0], _Satz):
        kinder = [*_satzkinder(zitat, folge[0]), *(e for e in folge[1:] if isinstance(e, Einheit))]
        return replace(kopf, text=folge[0].text, kinder=tuple(kinder))
    return replace(kopf, kinder=tuple(_nummeriert(zitat, folge)))


def _nummeriert(zitat: Zitat, folge: Iterable[_Satz | Einheit]) -> Iterable[Einheit]:
    nummer = 0
    for teil in folge:
        if isinstance(teil, Einheit):
            yield teil
            continue
        nummer += 1
        satz = zitat.mit(Ebene.SATZ, str(nummer))
        yield Einheit(satz, Art.SATZ, text=teil.text, kinder=tuple(_satzkinder(satz, teil)))


def _satzkinder(zitat: Zitat, satz: _Satz) -> Iterable[Einheit]:
    """Make the items of a list and the Satzteil after it; a second list hangs on the Satzteil that introduces it."""
    letzter: Punkt | None = None
    for i, teil in enumerate(satz.folge):
        if isinstance(teil, Liste):
            for letzter in teil.punkte:
                yield baue(zitat.mit(letzter.ebene, letzter.nummer), letzter.art, letzter.teile, marke=letzter.marke)
        elif letzter is not None:
            stelle = zitat.mit(Ebene.SATZTEIL, f"{letzter.ebene.value} {letzter.nummer}")
            rest = tuple(_satzkinder(stelle, _Satz(teil, satz.folge[i + 1 :])))
            yield Einheit(stelle, Art.SATZTEIL, text=teil, kinder=rest)
            return


def _saetze(teile: Sequence[Teil]) -> list[_Satz | Einheit]:
    folge: list[_Satz | Einheit] = []
    for teil in teile:
        if isinstance(teil, Fertig):
            folge.append(teil.einheit)
        elif isinstance(teil, Liste):
            liste, rest = _ohne_ueberhang(teil)
            _letzter_satz(folge).folge.append(liste)
            folge += [_Satz(text) for text in einzelne_saetze(rest)]
        else:
            _nimm_lauf(folge, teil.text)
    return folge


def _letzter_satz(folge: list[_Satz | Einheit]) -> _Satz:
    if not folge or not isinstance(folge[-1], _Satz):
        folge.append(_Satz(Text()))
    satz = folge[-1]
    assert isinstance(satz, _Satz)  # noqa: S101 - just put there
    return satz


def _nimm_lauf(folge: list[_Satz | Einheit], text: Text) -> None:
    saetze = einzelne_saetze(text)
    letzter = folge[-1] if folge else None
    if saetze and isinstance(letzter, _Satz) and letzter.folge and letzter.offen:
        satz = saetze.pop(0)
        davor = letzter.folge[-1]
        if isinstance(davor, Liste):
            letzter.folge.append(satz)
        else:
            letzter.folge[-1] = verbinde((davor, satz))
    folge += [_Satz(satz) for satz in saetze]


def einzelne_saetze(text: Text) -> list[Text]:
    """Split running text into its Sätze."""
    return [text.teil(ab, bis) for ab, bis in _grenzen(text)]


def _grenzen(text: Text) -> list[tuple[int, int]]:
    """Bound the Sätze; a number alone is none but the label of the one behind it."""
    grenzen: list[tuple[int, int]] = []
    ab = -1
    for von, bis in satzgrenzen(text.inhalt):
        ab = von if ab < 0 else ab
        if bis < len(text) and _NUR_NUMMER.fullmatch(text.inhalt, ab, bis):
            continue
        grenzen.append((ab, bis))
        ab = -1
    return grenzen


def _letzter_text(liste: Liste) -> Text:
    letzter = liste.punkte[-1].teile[-1] if liste.punkte[-1].teile else Lauf(Text())
    return _letzter_text(letzter) if isinstance(letzter, Liste) else letzter.text if isinstance(letzter, Lauf) else Text()


def _ohne_ueberhang(liste: Liste) -> tuple[Liste, Text]:
    """Cut off what stands in the last item but behind the end of the Satz that the list belongs to.

    Where the items are parts of one Satz, the full stop in the last of them ends that Satz: what follows is counted as the
    next Satz of the Absatz, although it is printed in the item (§ 51 Abs. 1 JVollzGB III, as VV Nr. 3.1 on it counts).
    """
    if any(len(einzelne_saetze(_ganzer_text(punkt))) > 1 for punkt in liste.punkte[:-1]):
        return liste, Text()
    letzter = liste.punkte[-1]
    teile, rest = _gekappt(letzter.teile)
    return Liste((*liste.punkte[:-1], replace(letzter, teile=teile))), rest


def _ganzer_text(punkt: Punkt) -> Text:
    return next((teil.text for teil in punkt.teile if isinstance(teil, Lauf)), Text())


def _gekappt(teile: tuple[Teil, ...]) -> tuple[tuple[Teil, ...], Text]:
    if not teile:
        return teile, Text()
    *vorn, letzter = teile
    if isinstance(letzter, Liste):
        innen, rest = _ohne_ueberhang(letzter)
        return (*vorn, innen), rest
    if not isinstance(letzter, Lauf):
        return teile, Text()
    saetze = _grenzen(letzter.text)
    if len(saetze) < 2:
        return teile, Text()
    return (*vorn, Lauf(letzter.text.teil(*saetze[0]))), letzter.text.teil(saetze[1][0])
