"""Citations whose target is there and says nothing: without text, repealed, or itself only a reference to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..verweisung import Verweisung, Wirkung
from ..zitat import Rahmen, Spanne, Ziel, Zitat
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand
from .lesart import meint_anderes

_AUFGEHOBEN = re.compile(
    r"[\s(\[]*(?:aufgehoben|weggefallen|gestrichen|entfällt|unbesetzt|gegenstandslos)[\s)\].]*", re.IGNORECASE
)


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
        if not texte:
            return "hat nur eine Überschrift"
        if all(_AUFGEHOBEN.fullmatch(e.text) for e in texte) or _AUFGEHOBEN.fullmatch(eintraege[0].ueberschrift):
            return "ist aufgehoben"
        if any(e.zitat in gegangen for e in texte):  # a circle, or a text that cites what it stands in
            return ""
        enden = [self._ende_der_klauseln(e.nr, (*gegangen, *(x.zitat for x in texte))) for e in texte]
        return f"verweist nur weiter, und das führt ins Leere: {enden[0]}" if all(enden) else ""

    def _ist_leer(self, ziel: Ziel) -> bool:
        zitat = ziel.von if isinstance(ziel, Spanne) else ziel
        moeglich = self.bestand.moegliche(zitat)
        return (
            bool(moeglich) and not any(e.text for e in self.bestand.einheit(moeglich[0]).alle()) and not self._vermerk(zitat)
        )

    def _vermerk(self, zitat: Zitat) -> bool:
        return self.bestand.eintrag(Zitat(zitat.werk, (), Rahmen.VERMERK, zitat.zu or zitat.glieder[:1])) is not None

    def _ende_der_klauseln(self, nr: int, gegangen: Sequence[str]) -> str:
        """Say where the clauses of an Einheit end if it holds nothing else and all of them lead to nothing."""
        text, klauseln = self.bestand.netz.eintraege[nr].text, self.bestand.netz.klauseln.get(nr, ())
        if not klauseln or re.search(r"\w", _ohne(text, klauseln)):
            return ""
        enden = [self._ende_der_klausel(v, gegangen) for v in klauseln]
        return "; ".join(enden) if all(enden) else ""

    def _ende_der_klausel(self, v: Verweisung, gegangen: Sequence[str]) -> str:
        if v.wirkung not in (Wirkung.ANALOG, Wirkung.DIREKT) or not v.ziele:
            return ""
        enden = [self._fehlt(ziel) or self.ende(ziel, gegangen) for ziel in v.ziele]
        return "; ".join(f"{ziel} {ende}" for ziel, ende in zip(v.ziele, enden, strict=True)) if all(enden) else ""

    def _fehlt(self, ziel: Ziel) -> str:
        """Say that a target of a loaded work is missing or not printed as a whole."""
        bereich, grund = self.bestand.netz.loese(ziel)
        zitat = ziel.von if isinstance(ziel, Spanne) else ziel
        if bereich or not grund or not self.bestand.geladen(zitat):
            return ""
        return "ist nicht abgedruckt" if self._vermerk(zitat) else "gibt es nicht"


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
