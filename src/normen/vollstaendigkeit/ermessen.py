"""Discretion: where the legal basis says "kann", the reasons weigh; where it says "soll", they say why a case is unusual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..pruefung import Sicherheit
from ..zitat import Rahmen, Zitat
from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .bindung import Bindung, modus, satz_ueber
from .fall import Fall, Stelle
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .schreiben import Abschnitt, Satz, ist_ueberschrift, ueberschrift
from .wortschatz import ABGELEHNT
from .wortschatz import ERMESSEN as UEBERSCHRIFT

_MUSS = re.compile(r"\b(?:ist|sind)\b[^,.;]{0,80}?\bzu\s+\w+en\b")

_GENANNT = re.compile(r"\bErmessen|ermessens", re.IGNORECASE)
_VERNEINT = re.compile(
    r"\bkein(?:en|e|erlei)?\s+(?:\w+\s+)?Ermessen|Ermessen(?:sspielraum)?\s+(?:\w+\s+){0,3}nicht\b|Ermessen\s+steht\b[^.]*\bnicht\b"
    r"|gebundene\s+Entscheidung|ohne\s+Ermessen",
    re.IGNORECASE,
)
_ABGEWOGEN = re.compile(
    r"\b(?:abgewogen|abwäg|Abwägung|überwieg|fällt\s+ins\s+Gewicht|Gewicht\b|milder\w*\s+(?:Mittel|Maßnahme)|verhältnismäßig"
    r"|angemessen|spricht|sprechen|zugunsten|zulasten|zu\s+(?:Ihren|Gunsten|Lasten)|gegenüber\s?(?:ge|zu)stell"
    r"|berücksichtig|Interesse)",
    re.IGNORECASE,
)
_AUSNAHME = re.compile(
    r"\batypisch|Regelfall|Ausnahme|besondere[rn]?\s+(?:Umstände|Fall|Gründe)|in\s+der\s+Regel", re.IGNORECASE
)
_ABWAEGEN = "Schreiben Sie, was für und was gegen die Entscheidung spricht, und warum mildere Mittel nicht genügen."
_VORAUSSETZUNGEN = (
    "Prüfen Sie, ob schon die Voraussetzungen fehlen; dann kommt es auf das Ermessen nicht an. Sonst wägen Sie ab, und "
    "schreiben Sie es."
)


def _bindet_ausnahmsweise(fall: Fall, zitat: Zitat) -> bool:
    """Tell whether the Einheit itself orders something beside the discretion: "bei schweren Verstößen sind …"."""
    norm = fall.norm(zitat)
    return bool(norm and _MUSS.search(norm.wortlaut))


def ermessen(fall: Fall) -> Iterator[Ergebnis]:
    """Reasons for a decision at discretion show the weighing; they do not deny the discretion."""
    if not fall.schreiben.teil(Abschnitt.GRUENDE).ohne_ueberschriften():
        return
    normen = [(g, modus(fall.normen, g.zitat)) for g in fall.grundlagen if g.zitat.rahmen is Rahmen.NORM]
    kann = next((g for g, b in normen if b is Bindung.KANN), None)
    soll = next((g for g, b in normen if b is Bindung.SOLL), None)
    if kann:
        yield from _bei_kann(fall, kann)
    elif soll and not _satz(fall, _AUSNAHME) and not _satz(fall, _ABGEWOGEN):
        grund = f"{soll.zitat} sagt „soll“: Ermessen besteht nur in untypischen Fällen. Die Gründe sagen dazu nichts."
        schritt = "Prüfen Sie, ob ein Regelfall vorliegt; wird von der Regel abgewichen, begründen Sie das."
        yield _feststellung(fall, Mangelart.ZU_PRUEFEN, (grund, schritt), soll, soll.satz)


def _bei_kann(fall: Fall, kann: Stelle) -> Iterator[Ergebnis]:
    genannt, abgewogen, verneint = (_satz(fall, muster) for muster in (_GENANNT, _ABGEWOGEN, _VERNEINT))
    genannt = genannt or _unter_ueberschrift(fall)
    if verneint and not _bejaht(fall):
        yield from _bei_verneintem(fall, kann, verneint)
    elif abgewogen:
        yield Vorhanden(ERMESSEN.kuerzel, abgewogen.ort, abgewogen.text)
    elif genannt:
        grund = "Die Gründe sprechen vom Ermessen; was abgewogen wurde, ist an den Worten nicht zu erkennen."
        yield _feststellung(fall, Mangelart.ZU_PRUEFEN, (grund, _ABWAEGEN), kann, genannt)
    else:
        grund = f"{satz_ueber(kann.zitat)} räumt Ermessen ein („kann“); die Gründe lassen keine Ausübung erkennen."
        art, schritt = (Mangelart.ZU_PRUEFEN, _VORAUSSETZUNGEN) if _lehnt_ab(fall) else (Mangelart.FEHLT, _ABWAEGEN)
        yield _feststellung(fall, art, (grund, schritt), kann, kann.satz)


def _lehnt_ab(fall: Fall) -> bool:
    """Tell whether an application is refused: where its conditions are not met already, there is nothing to weigh."""
    return any(ABGELEHNT.search(satz.text) for satz in fall.schreiben.teil(Abschnitt.VORN).saetze)


def _bei_verneintem(fall: Fall, kann: Stelle, verneint: Satz) -> Iterator[Ergebnis]:
    if any(_bindet_ausnahmsweise(fall, g.zitat) for g in fall.grundlagen):
        yield Vorhanden(ERMESSEN.kuerzel, verneint.ort, verneint.text)
        return
    grund = f"Die Gründe verneinen ein Ermessen, {satz_ueber(kann.zitat)} räumt es mit „kann“ ein."
    yield _feststellung(
        fall, Mangelart.PASST_NICHT, (grund, "Üben Sie das Ermessen aus, und begründen Sie es."), kann, verneint
    )


def _saetze(fall: Fall) -> tuple[Satz, ...]:
    return fall.schreiben.teil(Abschnitt.GRUENDE).ohne_ueberschriften().saetze


def _bejaht(fall: Fall) -> bool:
    """Tell whether a Satz of the reasons speaks of discretion and does not deny it."""
    return any(_GENANNT.search(s.text) and not _VERNEINT.search(s.text) for s in _saetze(fall))


def _satz(fall: Fall, muster: re.Pattern[str]) -> Satz | None:
    return next((s for s in _saetze(fall) if muster.search(s.text)), None)


def _unter_ueberschrift(fall: Fall) -> Satz | None:
    """Return the first line of the words that stand below a heading like "Ermessen"."""
    zeilen = fall.schreiben.teil(Abschnitt.GRUENDE).zeilen
    unter = (u for z, u in pairwise(zeilen) if ueberschrift(z.text, UEBERSCHRIFT) and not ist_ueberschrift(u))
    return next((Satz(zeile.text, zeile.ort) for zeile in unter), None)


def _feststellung(fall: Fall, art: Mangelart, worte: tuple[str, str], stelle: Stelle, satz: Satz) -> Feststellung:
    """Make a finding; ``worte`` are the reason and the next step."""
    norm = fall.vorschrift("ermessen") or str(satz_ueber(stelle.zitat))
    sicherheit = Sicherheit.GERING if art is Mangelart.ZU_PRUEFEN else Sicherheit.HOCH
    return Feststellung(ERMESSEN.kuerzel, art, *worte, satz.ort, satz.text, norm, sicherheit)


ERMESSEN = Pruefpunkt("ermessen", "Ermessen", BESCHEIDE, ermessen)
