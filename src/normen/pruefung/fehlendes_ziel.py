"""Citations of what a loaded work does not have: a §, an Absatz, a Satz, a number, or the end of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from ..naehe import naechste
from ..schreibweise import Ebene
from ..zitat import Rahmen, Spanne, Ziel, Zitat
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand, Verweisstelle
from .lesart import fremde_gliederung, meint_anderes, mit_traeger, nach_quelle

#: How a text is said to have none of a level.
_HAT_KEINE = {
    Ebene.ABSATZ: "hat keine Absätze",
    Ebene.SATZ: "hat nur einen Satz",
    Ebene.NUMMER: "hat keine Nummern",
    Ebene.BUCHSTABE: "hat keine Buchstaben",
    Ebene.ANLAGE: "hat im geladenen Text keine Anlage",
}
#: What a citation begins with that is not completed from its surroundings.
_SELBSTAENDIG = ("§", "Art", "Anlage", "Anhang")
#: Levels that are cited and are no Einheit of their own.
_UNGEZAEHLT = frozenset({Ebene.UNTERABSATZ, Ebene.HALBSATZ, Ebene.ALTERNATIVE, Ebene.VARIANTE, Ebene.FALL})
_BUCHSTABE_MIT_ZAHL = re.compile(r"\bBuchstabens?\s+(?P<nummer>\d+(?:\.\d+)*)")


def fehlende_ziele(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each citation of something that does not exist in a work whose text is loaded."""
    yield from _unauffindbare(bestand)
    yield from _falsche_ebenen(bestand)


def _unauffindbare(bestand: Bestand) -> Iterator[Befund]:
    for stelle, davor in nach_quelle(bestand.verweisstellen):
        for ziel, worte in stelle.genannte():
            fehlend = [zitat for zitat in _enden(ziel) if _fehlt(bestand, zitat)]
            if fehlend and not _anders_zu_lesen(bestand, stelle, ziel, davor):
                grund = " ".join(dict.fromkeys(_grund(bestand, zitat) for zitat in fehlend))
                vorschlag = _vorschlag(bestand, fehlend[-1])
                yield Befund(FEHLENDES_ZIEL.kuerzel, stelle.quelle.zitat, stelle.zeile, worte, grund, vorschlag)


def _falsche_ebenen(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each "Buchstabe 2.1.3": no text has such a Buchstabe, and the citation is read as a Nummer."""
    for einheit in bestand.einheiten.values():
        for treffer in _BUCHSTABE_MIT_ZAHL.finditer(einheit.text.inhalt):
            zeile, nummer = einheit.text.zeile_bei(treffer.start()), treffer["nummer"]
            grund, vorschlag = f"{nummer} ist kein Buchstabe.", f"Gemeint ist wohl Nummer {nummer}."
            yield Befund(FEHLENDES_ZIEL.kuerzel, einheit.zitat, zeile, treffer[0], grund, vorschlag)


def _enden(ziel: Ziel) -> tuple[Zitat, ...]:
    """Return the two ends of a range, or the one target, as far down as the tree counts."""
    enden = (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,)
    return tuple(
        replace(z, glieder=tuple(takewhile(lambda glied: glied.ebene not in _UNGEZAEHLT, z.glieder))) for z in enden
    )


def _fehlt(bestand: Bestand, zitat: Zitat) -> bool:
    """Tell whether an Einheit should be there and is not; what is not printed is another kind of finding."""
    vermerk = bestand.eintrag(Zitat(zitat.werk, (), Rahmen.VERMERK, zitat.zu)) if zitat.zu else None
    return bestand.geladen(zitat) and vermerk is None and not bestand.moegliche(zitat)


def _anders_zu_lesen(bestand: Bestand, stelle: Verweisstelle, ziel: Ziel, davor: Sequence[Verweisstelle]) -> bool:
    if meint_anderes(stelle, ziel) or any(fremde_gliederung(bestand, zitat) for zitat in _enden(ziel)):
        return True
    ist_relativ = not stelle.wortlaut.startswith(_SELBSTAENDIG) and "§" not in stelle.wortlaut
    return ist_relativ and all(mit_traeger(bestand, zitat, davor) for zitat in _enden(ziel))


def _vorhanden(bestand: Bestand, fehlend: Zitat) -> tuple[Zitat, Zitat]:
    """Return the topmost step of a citation that is missing, and the Einheit above it that exists."""
    for oben in fehlend.eltern:
        if bestand.moegliche(oben):
            return fehlend, oben
        fehlend = oben
    return fehlend, fehlend


def _nahe(bestand: Bestand, schon: Zitat, oben: Zitat) -> list[Zitat]:
    darunter = (e.zitat for d in bestand.moegliche(oben) for e in bestand.einheit(d).alle() if str(e.zitat) != d.zitat)
    return naechste(schon, (zitat for zitat in darunter if len(zitat.eltern) == len(schon.eltern)), hoechstens=1)


def _grund(bestand: Bestand, zitat: Zitat) -> str:
    schon, oben = _vorhanden(bestand, zitat)
    keine = _HAT_KEINE.get((schon.glieder or schon.zu)[-1].ebene, "") if not _nahe(bestand, schon, oben) else ""
    davor = "" if schon == zitat else f" Schon {schon} gibt es nicht."
    return f"{zitat} gibt es nicht.{davor}" + (f" {oben} {keine}." if keine else "")


def _vorschlag(bestand: Bestand, zitat: Zitat) -> str:
    schon, oben = _vorhanden(bestand, zitat)
    nahe = _nahe(bestand, schon, oben)
    if nahe:
        return f"Am nächsten liegt {nahe[0]}. Prüfen Sie, ob der Verweis noch stimmt."
    if schon.glieder and schon.glieder[0].ebene is Ebene.ANLAGE:
        return "Laden Sie die Anlage mit, oder prüfen Sie, ob es sie noch gibt."
    return f"{oben} gibt es. Prüfen Sie, ob das Zitat auf eine frühere Fassung geht."


FEHLENDES_ZIEL = Pruefart(
    "fehlendes-ziel",
    "Fehlendes Ziel",
    "Zitiert wird etwas, das es im geladenen Text nicht gibt.",
    fehlende_ziele,
)
