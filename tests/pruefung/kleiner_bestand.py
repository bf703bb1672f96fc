"""Bodies of rules small enough to read: written as a list, read by the real program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from normen.einheit import Art, Druck, Einheit, Eintrag
from normen.netz import Netz
from normen.pruefung import Bestand
from normen.schreibweise import Ebene
from normen.text import Text, text_aus_zeile
from normen.verweis import Namensbuch, finde
from normen.verweisung import finde_verweisungen
from normen.werk import Register, Werk
from normen.zitat import Rahmen, Zitat
from normen.zitatleser import lies_zitat

#: Works that the lists may name; JVollzGB V has no text.
WERKE = (
    Werk("JVollzGB I", "Buch 1", "bw/jvollzgb-1", "Gesetz", vv="VwV JVollzGB", vv_praefix="b1"),
    Werk("JVollzGB III", "Buch 3", "bw/jvollzgb-3", "Gesetz", vv="VwV JVollzGB", vv_praefix="b3"),
    Werk("VwV JVollzGB", "Verwaltungsvorschrift", "bw/vwv-jvollzgb", "Verwaltungsvorschrift"),
    Werk("JVollzGB V", "Buch 5", "bw/jvollzgb-5", "Gesetz", vv="VwV JVollzGB", geladen=False),
)
_ZEILE = re.compile(r"(?P<zitat>[^#:!]+?)(?P<nicht>!?)(?:\s*#\s*(?P<ueberschrift>[^:]*?))?(?:\s*:\s+(?P<text>.*))?")
_ARTEN = {
    Ebene.PARAGRAPH: Art.PARAGRAPH,
    Ebene.ABSATZ: Art.ABSATZ,
    Ebene.SATZ: Art.SATZ,
    Ebene.NUMMER: Art.NUMMER,
    Ebene.ANLAGE: Art.ANLAGE,
}


def bestand(liste: str) -> Bestand:
    """Read an indented list of "ZITAT # Überschrift: Text", where "!" behind the citation says that it is not printed.

    The number of a line in the list is its line in the source.
    """
    baeume = [_baum(zeilen) for zeilen in _gruppen(list(_zeilen(liste)))]
    namen, alle = Namensbuch.aus(WERKE), {e.zitat: e for baum in baeume for e in baum.alle()}
    verweise, klauseln, nummern = [], [], {zitat: nr for nr, zitat in enumerate(alle, start=1)}
    for e in alle.values():
        gefunden = list(finde(e.text.inhalt, e.zitat, namen, alle.__contains__))
        verweise += [(str(e.zitat), replace(v, zeile=e.text.zeile_von)) for v in gefunden]
        klauseln += [
            (nummern[e.zitat], replace(v, zeile=e.text.zeile_von))
            for v in finde_verweisungen(e.text.inhalt, e.zitat, gefunden)
        ]
    eintraege = [eintrag for baum in baeume for eintrag in _eintraege(baum, nummern, None)]
    netz = Netz.aus(eintraege, klauseln, (werk.kurz for werk in WERKE if werk.geladen))
    return Bestand.aus(baeume, netz, verweise, namen, Register(WERKE))


def _zeilen(liste: str) -> Iterator[tuple[int, Einheit]]:
    for nr, zeile in enumerate(liste.splitlines(), start=1):
        if treffer := _ZEILE.fullmatch(zeile.strip()):
            zitat = lies_zitat(treffer["zitat"])
            druck = Druck.NICHT_ABGEDRUCKT if treffer["nicht"] else Druck.ABGEDRUCKT
            marke, ueberschrift, text = (
                text_aus_zeile(nr, teil or "") for teil in (_marke(zitat), treffer["ueberschrift"], treffer["text"])
            )
            yield len(zeile) - len(zeile.lstrip()), Einheit(zitat, _art(zitat), marke, ueberschrift, text, (), druck)


def _marke(zitat: Zitat) -> str:
    return str(zitat.glieder[-1]) if zitat.glieder else ""


def _art(zitat: Zitat) -> Art:
    if zitat.rahmen is Rahmen.VERMERK:
        return Art.VERMERK
    if not zitat.glieder:
        return Art.VV if zitat.rahmen is Rahmen.VV else Art.WERK
    art = _ARTEN[zitat.glieder[-1].ebene]
    return Art.VV_NUMMER if art is Art.NUMMER and zitat.rahmen is Rahmen.VV else art


def _gruppen(zeilen: list[tuple[int, Einheit]]) -> Iterator[list[tuple[int, Einheit]]]:
    anfaenge = [i for i, (t, _) in enumerate(zeilen) if t == min(t for t, _ in zeilen)] if zeilen else []
    for i, anfang in enumerate(anfaenge):
        yield zeilen[anfang : anfaenge[i + 1] if i + 1 < len(anfaenge) else len(zeilen)]


def _baum(zeilen: list[tuple[int, Einheit]]) -> Einheit:
    return replace(zeilen[0][1], kinder=tuple(_baum(gruppe) for gruppe in _gruppen(zeilen[1:])))


def _eintraege(e: Einheit, nummern: dict[Zitat, int], eltern: int | None) -> Iterator[Eintrag]:
    nr = nummern[e.zitat]
    letzte = max(nummern[unten.zitat] for unten in e.alle())
    texte: tuple[Text, ...] = (e.marke, e.ueberschrift, e.text)
    yield Eintrag(nr, letzte, eltern, str(e.zitat), "", e.art, e.druck, "", *e.zeilen, *(t.inhalt for t in texte))
    for kind in e.kinder:
        yield from _eintraege(kind, nummern, nr)
