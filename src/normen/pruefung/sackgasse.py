"""Citations whose target is there and says nothing: without text, repealed, or itself only a reference to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..einheit import Eintrag
from ..verweisung import Verweisung, Wirkung
from ..zitat import Spanne, Ziel
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand
from .lesart import meint_anderes
from .nicht_abgedruckt import vermerk_statt

_AUFGEHOBEN = re.compile(
    r"[\s(\[]*(?:aufgehoben|weggefallen|gestrichen|entfällt|unbesetzt|gegenstandslos)[\s)\].]*", re.IGNORECASE
)
_WORT = re.compile(r"\w")


def sackgassen(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each citation that leads to nothing, over as many steps as it takes."""
    wege = _Wege(bestand)
    for stelle in bestand.verweisstellen:
        for ziel, worte in stelle.genannte():
            ende = wege.ende(ziel, (str(stelle.quelle.zitat),))
            if ende and not meint_anderes(stelle, ziel):
                vorschlag = "Regeln Sie die Sache selbst, verweisen Sie auf eine Vorschrift mit Inhalt, oder streichen Sie."
                yield Befund(SACKGASSE.kuerzel, stelle.quelle.zitat, stelle.zeile, worte, f"{ziel} {ende}.", vorschlag)


@dataclass(frozen=True, slots=True)
class _Wege:
    """Follows targets to where they end."""

    bestand: Bestand

    def ende(self, ziel: Ziel, gegangen: Sequence[str]) -> str:
        """Say why a target that exists says nothing; "" if it says something, or is not there at all."""
        bereich, _ = self.bestand.netz.loese(ziel)
        eintraege = [self.bestand.netz.eintraege[nr] for nr in sorted(bereich)]
        if not eintraege:
            return "hat keinen Text" if self._ist_leer(ziel) else ""
        texte = [e for e in eintraege if e.text]
        if _ist_aufgehoben(eintraege[0].ueberschrift, texte):
            return "ist aufgehoben"
        if not texte:
            return "hat nur eine Überschrift"
        if any(e.zitat in gegangen for e in texte):  # a circle, or a text that cites what it stands in
            return ""
        weiter = (*gegangen, *(e.zitat for e in texte))
        enden = _wenn_alle(self._ende_der_klauseln(e, weiter) for e in texte)
        return f"verweist nur weiter, und das führt ins Leere: {enden[0]}" if enden else ""

    def _ist_leer(self, ziel: Ziel) -> bool:
        moeglich = self.bestand.moegliche(ziel.von if isinstance(ziel, Spanne) else ziel)
        ohne_text = moeglich and not any(e.text for e in self.bestand.einheit(moeglich[0]).alle())
        return bool(ohne_text) and not vermerk_statt(self.bestand, ziel)

    def _ende_der_klauseln(self, e: Eintrag, gegangen: Sequence[str]) -> str:
        """Say where the clauses of an Einheit end if it holds nothing else and all of them lead to nothing."""
        klauseln = self.bestand.netz.klauseln.get(e.nr, ())
        if not klauseln or _WORT.search(_ohne(e.text, klauseln)):
            return ""
        return "; ".join(_wenn_alle(self._ende_der_klausel(v, gegangen) for v in klauseln))

    def _ende_der_klausel(self, v: Verweisung, gegangen: Sequence[str]) -> str:
        if v.wirkung not in (Wirkung.ANALOG, Wirkung.DIREKT):
            return ""
        return "; ".join(_wenn_alle(self._ende_mit_ziel(ziel, gegangen) for ziel in v.ziele))

    def _ende_mit_ziel(self, ziel: Ziel, gegangen: Sequence[str]) -> str:
        ende = self._fehlt(ziel) or self.ende(ziel, gegangen)
        return f"{ziel} {ende}" if ende else ""

    def _fehlt(self, ziel: Ziel) -> str:
        """Say that a target of a loaded work is missing or not printed as a whole."""
        bereich, grund = self.bestand.netz.loese(ziel)
        if bereich or not grund or not self.bestand.geladen(ziel.von if isinstance(ziel, Spanne) else ziel):
            return ""
        return "ist nicht abgedruckt" if vermerk_statt(self.bestand, ziel) else "gibt es nicht"


def _ist_aufgehoben(ueberschrift: str, texte: Sequence[Eintrag]) -> bool:
    return bool(_AUFGEHOBEN.fullmatch(ueberschrift) or (texte and all(_AUFGEHOBEN.fullmatch(e.text) for e in texte)))


def _wenn_alle(enden: Iterable[str]) -> list[str]:
    """Return the ends if every way has one, else none; asks no further than to the first gap."""
    gefunden: list[str] = []
    for ende in enden:
        if not ende:
            return []
        gefunden.append(ende)
    return gefunden


def _ohne(text: str, klauseln: Sequence[Verweisung]) -> str:
    for v in sorted(klauseln, key=lambda v: v.ab, reverse=True):
        text = text[: v.ab] + text[v.bis :]
    return text


SACKGASSE = Pruefart(
    "sackgasse",
    "Sackgasse",
    "Der Verweis führt zu einer Vorschrift ohne Inhalt: ohne Text, aufgehoben, oder nur mit einem Verweis ins Leere.",
    sackgassen,
)
