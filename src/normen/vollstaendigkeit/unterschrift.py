"""Who answers for the document: signature, name, or the note that takes their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall, text
from .pruefpunkt import BRIEFE, Pruefpunkt
from .schreiben import Abschnitt, Zeile, ist_ueberschrift

_NAME = r"[A-ZÄÖÜ][\w'’-]+"
#: A person as a signature prints it; a single surname counts with a title, "gez." or the function below it.
_PERSON = re.compile(
    rf"^\s*(?:gez\.\s*)?\(?(?:(?:Dr|Prof)\.\s*)*(?:[A-ZÄÖÜ]\.\s*)*{_NAME}(?:\s+(?:von\s+|de\s+)?{_NAME}){{0,3}}\)?\s*$"
)
#: The same with the function behind it: "Albrecht, Regierungsdirektor".
_PERSON_MIT_AMT = re.compile(rf"^\s*(?:(?:Dr|Prof)\.\s*)*{_NAME}(?:\s+{_NAME}){{0,3}}\s*[,(]\s*[A-ZÄÖÜ][^\d]{{2,60}}$")
_GRUSS = re.compile(r"^\s*(?:Mit\s+\w+en\s+Gr(?:ü|ue)(?:ß|ss)en|Freundliche|Hochachtungsvoll)", re.IGNORECASE)
_AUFTRAG = re.compile(r"^\s*(?:Im\s+Auftrag|In\s+Vertretung|i\.\s?[AV]\.)\s*(?P<rest>.*)$", re.IGNORECASE)
_GEZEICHNET = re.compile(rf"\bgez\.\s*(?:(?:Dr|Prof)\.\s*)*{_NAME}")
_FUNKTION = re.compile(
    r"^\s*\(?(?:\w*[Aa]nstaltsleit\w+|Leit(?:er|erin|ende[rn]?)\b|\w*direktor(?:in)?|\w*(?:rat|rätin)|\w*leiter(?:in)?|\w*inspektor(?:in)?|\w*amtmann|\w*amtfrau"
    r"|Sachbearbeiter(?:in)?)\b",
)
_VERMERK = re.compile(
    r"\b(?:maschinell|elektronisch|automatisch|mit\s+Hilfe\s+automatischer\s+Einrichtungen)\b.{0,80}"
    r"\b(?:erstellt|gefertigt|erlassen|gültig|wirksam)"
    r"|\bohne\s+Unterschrift\s+(?:gültig|wirksam)|\bUnterschrift\b.{0,60}\b(?:entbehrlich|nicht\s+erforderlich|ersetzt)",
    re.IGNORECASE,
)
_ENDE = re.compile(r"^\s*(?:Verteiler|Anlagen?|Rechts(?:behelfs|mittel)belehrung|Hinweis)", re.IGNORECASE)
#: What stands behind the last line.
_NICHTS = Zeile("", "", -1)


def unterschrift(fall: Fall) -> Iterator[Ergebnis]:
    """A person signs or is named at the end, or a note says why not; whether the note suffices is asked."""
    if name := _name(fall):
        yield Vorhanden(UNTERSCHRIFT.kuerzel, name.ort, name.text)
        return
    vermerk = text(fall.schreiben).mit(_VERMERK)
    if vermerk:
        grund = "Ein Vermerk ersetzt Unterschrift und Name. Ob das hier genügt, sagt keine geladene Vorschrift."
        norm = fall.vorschrift("vermerk")
        if norm:
            grund = "Unterschrift und Name dürfen nur fehlen, wenn automatische Einrichtungen den Bescheid erlassen."
        schritt = "Prüfen Sie, ob das zutrifft, oder setzen Sie den Namen darunter."
        yield Feststellung(UNTERSCHRIFT.kuerzel, Mangelart.ZU_PRUEFEN, grund, schritt, vermerk.ort, vermerk.text, norm)
        return
    schluss = fall.schreiben.teil(Abschnitt.SCHLUSS)
    yield Feststellung(
        UNTERSCHRIFT.kuerzel,
        Mangelart.FEHLT,
        "Am Ende steht kein Name und kein Vermerk, der die Unterschrift ersetzt.",
        "Setzen Sie Namen und Amtsbezeichnung der Person darunter, die unterzeichnet.",
        schluss.zeilen[0].ort if schluss else "",
        schluss.zeilen[0].text if schluss else "",
        fall.vorschrift("unterschrift"),
    )


def _name(fall: Fall) -> Zeile | None:
    """Return the line with the name: behind a greeting or "Im Auftrag", with "gez.", or over a function."""
    s = fall.schreiben
    zeilen = [z for z in s.teil(Abschnitt.GRUENDE, Abschnitt.BELEHRUNG, Abschnitt.SCHLUSS).zeilen if z.text.strip()]
    hinter_gruss = False
    for zeile, folgt in pairwise((*zeilen, _NICHTS)):
        auftrag = _AUFTRAG.match(zeile.text)
        if _GEZEICHNET.search(zeile.text) or (auftrag and _PERSON.match(auftrag["rest"])):
            return zeile
        if _ENDE.match(zeile.text):
            hinter_gruss = False
        elif not auftrag and not ist_ueberschrift(zeile) and _ist_name(zeile.text, folgt.text, hinter_gruss):
            return zeile
        hinter_gruss = hinter_gruss or bool(auftrag or _GRUSS.match(zeile.text) or re.match(r"\s*Unterschrift", zeile.text))
    return None


def _ist_name(zeile: str, folgt: str, hinter_gruss: bool) -> bool:
    if hinter_gruss and _PERSON_MIT_AMT.match(zeile):
        return True
    return bool(_PERSON.match(zeile) and (hinter_gruss or _FUNKTION.match(folgt)))


UNTERSCHRIFT = Pruefpunkt("unterschrift", "Unterschrift", BRIEFE, unterschrift)
