"""The properties of a Word file that users and programs add ("Datei > Informationen > Erweiterte Eigenschaften")."""

from __future__ import annotations

from typing import BinaryIO

from ..fehler import LeseFehler, Ort
from .wordarchiv import Wordarchiv, geoeffnet

#: Kinds of the reference to the part that holds them, in files that are "transitional" and "strict".
_ARTEN = frozenset({"custom-properties", "customProperties"})


def lies_eigenschaften(strom: BinaryIO, name: str) -> dict[str, str]:
    """Return the properties of a Word file as text, by name, in their order.

    Raises `LeseFehler` naming the file, as `normen.schriftstueck.lies_docx` does, also if two that differ have one name:
    then nobody can tell which of them a person sees.
    """
    with geoeffnet(strom, name) as archiv:
        gefunden: dict[str, str] = {}
        for teil in (b.teil for b in archiv.beziehungen("") if b.art in _ARTEN):
            for schluessel, wert in _eigenschaften(archiv, teil):
                if gefunden.setdefault(schluessel, wert) != wert:
                    rat = "Nehmen Sie eine ältere Fassung der Datei; so schreibt sie weder Word noch LibreOffice."
                    raise LeseFehler(f"Die Dokumenteigenschaft „{schluessel}“ steht zweimal da.", ort=Ort(name), rat=rat)
        return gefunden


def _eigenschaften(archiv: Wordarchiv, teil: str) -> list[tuple[str, str]]:
    ende = (element for _, element in archiv.elemente(teil, ("end",)))
    return [(str(e.get("name")), "".join(e.itertext())) for e in ende if _lokal(e.tag) == "property" and e.get("name")]


def _lokal(tag: object) -> str:
    return str(tag).rpartition("}")[2]
