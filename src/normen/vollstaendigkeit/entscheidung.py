"""What is decided: the words that regulate."""

from __future__ import annotations

from collections.abc import Iterator

from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .schreiben import Abschnitt, ueberschrift
from .wortschatz import ENTSCHEIDUNG as ENTSCHEIDUNGSWORTE
from .wortschatz import VERFUEGT


def entscheidung(fall: Fall) -> Iterator[Ergebnis]:
    """Before the reasons stands what is ordered, refused, granted or revoked."""
    vorn = fall.schreiben.teil(Abschnitt.VORN)
    satz = next((s for s in vorn.ohne_ueberschriften().saetze if VERFUEGT.search(s.text)), None)
    if satz:
        yield Vorhanden(ENTSCHEIDUNG.kuerzel, satz.ort, satz.text)
        return
    kopf = next((z for z in vorn.zeilen if ueberschrift(z.text, ENTSCHEIDUNGSWORTE)), None)
    yield Feststellung(
        ENTSCHEIDUNG.kuerzel,
        Mangelart.FEHLT,
        "Was entschieden wird, steht nirgends vor den Gründen.",
        "Schreiben Sie in einem Satz, was angeordnet, gewährt, abgelehnt oder widerrufen wird.",
        kopf.ort if kopf else "",
        kopf.text if kopf else "",
        fall.vorschrift("entscheidung"),
    )


ENTSCHEIDUNG = Pruefpunkt("entscheidung", "Entscheidung", BESCHEIDE, entscheidung)
