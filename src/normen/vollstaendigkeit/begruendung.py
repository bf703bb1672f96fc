"""Why it is decided so: the facts, the reasons, and no heading without words below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .schreiben import Abschnitt, Text, Zeile, benennt_teil, ist_ueberschrift, ueberschrift
from .wortschatz import ANGEHOERT, GRUENDE, SACHVERHALT, TAG, als_tag

#: What must be there of running text, in characters, to be called reasons or facts at all.
_MINDESTENS = 30
#: What stands before a day on which, or since which, something is said to have been.
_AM = re.compile(r"\b(?:am|seit)\s+(?:dem\s+)?$", re.IGNORECASE)
_VOR_TAG = len("seit dem ")
#: Something that happened: verbs in the past, in the third person or said to the addressee.
_GESCHAH = re.compile(
    r"\b(?:wurden?|waren?|hatten?|kam(?:en)?|ging(?:en)?|kehrten?|stellten?|befanden?|erhielt(?:en)?|verstieß(?:en)?|teilten?"
    r"|gab(?:en)?|ergab(?:en)?|fand(?:en)?|verließ(?:en)?)\b"
)
#: The same in the perfect, of which the first verb is one of the present, or lasting until now.
_IST_GESCHEHEN = re.compile(r"\b(?:haben|hat|ist|sind|befindet|verbüß\w+|beantragt\w*)\b")


def begruendung(fall: Fall) -> Iterator[Ergebnis]:
    """There are reasons, and below each of their headings stand words."""
    gruende = fall.schreiben.teil(Abschnitt.GRUENDE)
    if _worte(gruende):
        yield Vorhanden(BEGRUENDUNG.kuerzel, gruende.zeilen[0].ort, gruende.zeilen[0].text)
        yield from (_leer(fall, zeile) for zeile in _ohne_text(gruende))
        return
    kopf = gruende.zeilen[0] if gruende else None
    yield Feststellung(
        BEGRUENDUNG.kuerzel,
        Mangelart.FEHLT,
        "Die Entscheidung ist nicht begründet.",
        "Teilen Sie unter „Gründe“ mit, welche Tatsachen und welche rechtlichen Erwägungen die Entscheidung tragen.",
        kopf.ort if kopf else "",
        kopf.text if kopf else "",
        fall.vorschrift("gruende"),
    )


def sachverhalt(fall: Fall) -> Iterator[Ergebnis]:
    """The reasons tell what happened: under a heading of its own, or in Sätze about days and events."""
    gruende = fall.schreiben.teil(Abschnitt.GRUENDE)
    if not _worte(gruende):
        return
    eigener = next((z for z in gruende.zeilen if ueberschrift(z.text, SACHVERHALT)), None)
    erzaehlt = next((s for s in gruende.saetze if _erzaehlt(s.text, fall.datum)), None)
    if gefunden := eigener or erzaehlt:
        yield Vorhanden(SACHVERHALT_PUNKT.kuerzel, gefunden.ort, gefunden.text)
        return
    yield Feststellung(
        SACHVERHALT_PUNKT.kuerzel,
        Mangelart.FEHLT,
        "Die Gründe sagen nicht, was geschehen ist.",
        "Stellen Sie den Sachverhalt dar: wer, was, wann, und woraus sich das ergibt.",
        gruende.zeilen[0].ort,
        gruende.zeilen[0].text,
        fall.vorschrift("gruende"),
    )


def _erzaehlt(satz: str, heute: date | None) -> bool:
    """Tell whether a Satz says what happened on a day; that someone was heard is not what it is about.

    Of a day after that of the document only a verb of the past tells; "am" and "seit" alone do of none that may be such.
    """
    tage = list(TAG.finditer(satz))
    gewesen = [t for t in tage if not (heute and (tag := als_tag(t)) and tag > heute)]
    am_tag = heute and any(_AM.search(satz, max(0, t.start() - _VOR_TAG), t.start()) for t in gewesen)
    erzaehlt = am_tag or (tage and _GESCHAH.search(satz)) or (gewesen and _IST_GESCHEHEN.search(satz))
    return bool(erzaehlt) and not ANGEHOERT.search(satz)


def _worte(gruende: Text) -> bool:
    worte = re.sub(rf"^\s*(?:{GRUENDE})\s*:", "", gruende.ohne_ueberschriften().inhalt, flags=re.IGNORECASE)
    return len(worte.strip()) >= _MINDESTENS


def _ohne_text(gruende: Text) -> Iterator[Zeile]:
    """Yield the headings below which nothing stands; "Gründe", and those in words of their own, may stand over others."""
    for zeile, folgt in zip(gruende.zeilen, (*gruende.zeilen[1:], None), strict=True):
        oberste = ueberschrift(zeile.text, GRUENDE) and not ueberschrift(zeile.text, SACHVERHALT)
        leer = benennt_teil(zeile.text) and benennt_teil(folgt.text) if folgt else ist_ueberschrift(zeile)
        if leer and not oberste:
            yield zeile


def _leer(fall: Fall, zeile: Zeile) -> Feststellung:
    grund = f"Unter der Überschrift „{zeile.text.strip()}“ steht nichts."
    schritt = "Ergänzen Sie den Text, oder streichen Sie die Überschrift, wenn hier nichts zu sagen ist."
    return Feststellung(
        BEGRUENDUNG.kuerzel, Mangelart.UNVOLLSTAENDIG, grund, schritt, zeile.ort, zeile.text, fall.vorschrift("gruende")
    )


BEGRUENDUNG = Pruefpunkt("gruende", "Gründe", BESCHEIDE, begruendung)
SACHVERHALT_PUNKT = Pruefpunkt("sachverhalt", "Sachverhalt", BESCHEIDE, sachverhalt)
