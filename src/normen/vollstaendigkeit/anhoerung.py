"""The hearing: recorded where a rule asks for it, or why it was not possible."""

from __future__ import annotations

from collections.abc import Iterator

from ..pruefung import Sicherheit
from ..zitatleser import lies_zitat
from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .schreiben import Abschnitt
from .wortschatz import ANGEHOERT, BEGUENSTIGT, BELASTET, VERFUEGT

_SCHRITT = "Halten Sie fest, wann und wie angehört wurde und was geäußert wurde; oder warum es vorher nicht möglich war."


def anhoerung(fall: Fall) -> Iterator[Ergebnis]:
    """Where a rule asks for a hearing the document records it; where nobody can know, it is asked for."""
    satz = next((s for s in fall.schreiben.inhaltlich.ohne_ueberschriften().saetze if ANGEHOERT.search(s.text)), None)
    if satz:
        yield Vorhanden(ANHOERUNG.kuerzel, satz.ort, satz.text)
        return
    regeln = [r for r in fall.regeln.anhoerungen if any(r.gilt_fuer(g.zitat) for g in fall.grundlagen)]
    vielleicht = [r for r in fall.regeln.anhoerungen if any(_umfasst(g.zitat, r.grundlagen) for g in fall.grundlagen)]
    if regeln:
        grund = f"Vor der Entscheidung ist anzuhören ({regeln[0].sache}); das Schreiben sagt nichts davon."
        yield _feststellung(Mangelart.FEHLT, grund, _SCHRITT, regeln[0].norm)
    elif vielleicht:
        grund = f"Geht es um {vielleicht[0].sache}, so ist vorher anzuhören; das Schreiben sagt nichts davon."
        yield _feststellung(Mangelart.ZU_PRUEFEN, grund, _SCHRITT, vielleicht[0].norm)
    elif _belastet(fall):
        yield _frage(fall)


def _umfasst(zitat: object, grundlagen: tuple[str, ...]) -> bool:
    return any(zitat in lies_zitat(g).eltern[:-1] for g in grundlagen)


def _belastet(fall: Fall) -> bool:
    """Tell whether the decision may take something away: it is not one that only gives."""
    saetze = [s.text for s in fall.schreiben.teil(Abschnitt.VORN).ohne_ueberschriften().saetze if VERFUEGT.search(s.text)]
    return any(BELASTET.search(satz) or not BEGUENSTIGT.search(satz) for satz in saetze)


def _frage(fall: Fall) -> Feststellung:
    allgemein = fall.vorschrift("anhoerung")
    if allgemein:
        grund = "Greift die Entscheidung in Rechte ein, so ist vorher anzuhören; das Schreiben sagt nichts davon."
        schritt = "Halten Sie die Anhörung fest, oder prüfen Sie, ob von ihr abgesehen werden darf."
        return _feststellung(Mangelart.ZU_PRUEFEN, grund, schritt, allgemein)
    grund = (
        "Eine Anhörung ist nicht festgehalten. Keine geladene Vorschrift verlangt sie hier; das allgemeine Verfahrensrecht "
        "des Landes ist nicht geladen."
    )
    schritt = "Prüfen Sie, ob vor dieser Entscheidung anzuhören war."
    return _feststellung(Mangelart.ZU_PRUEFEN, grund, schritt, "", Sicherheit.GERING)


def _feststellung(
    art: Mangelart, grund: str, schritt: str, norm: str, sicherheit: Sicherheit = Sicherheit.HOCH
) -> Feststellung:
    return Feststellung(ANHOERUNG.kuerzel, art, grund, schritt, norm=norm, sicherheit=sicherheit)


ANHOERUNG = Pruefpunkt("anhoerung", "Anhörung", BESCHEIDE, anhoerung)
