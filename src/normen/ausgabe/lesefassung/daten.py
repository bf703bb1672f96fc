"""A Lesefassung for programs: plain dictionaries, ready for JSON. Their keys are a contract."""

from __future__ import annotations

from collections.abc import Iterator

from ...einheit import Eintrag
from ...lesefassung import Gruppe, Lesefassung, Quelle, Rolle, Teil
from ...speicher import ziel_als_json
from ..maschine import Daten, als_werk, klausel_am_ende
from ..maschine import geltung as als_geltung
from .gliederung import NICHT_AMTLICH

_GEDRUCKT = (Rolle.WORTLAUT.value, Rolle.EINORDNUNG.value)


def daten(lf: Lesefassung) -> Daten:
    """Return a Lesefassung; ``not_applicable`` and ``unresolved`` are those of `applies`, ``within`` has those and more."""
    am_paragraphen = lf.vv_am_paragraphen
    rest = als_geltung(lf.geltung)
    return {
        "citation": lf.eintrag.zitat,
        "heading": lf.eintrag.ueberschrift or None,
        "text": _teil(lf.wortlaut),
        "vv": _teil(lf.vv) if lf.vv else None,
        "vv_of_paragraph": am_paragraphen.zitat if am_paragraphen else None,
        "groups": [_gruppe(gruppe) for gruppe in lf.gruppen],
        "not_applicable": rest["not_applicable"],
        "unresolved": rest["unresolved"],
        "within": [klausel_am_ende(weg) for wege in lf.binnen.values() for weg in wege],
        "sources": [_quelle(quelle) for quelle in lf.quellen],
        "note": NICHT_AMTLICH,
    }


def _gruppe(gruppe: Gruppe) -> Daten:
    return {
        "number": gruppe.nummer,
        "kind": gruppe.wirkung.value,
        "depth": len(gruppe.weg),
        "via": [str(v.quelle) for v in gruppe.weg],
        "clauses": [v.text for v in gruppe.weg],
        "massgaben": [v.massgabe for v in gruppe.weg if v.massgabe],
        "bedingungen": [v.bedingung for v in gruppe.weg if v.bedingung],
        "except": [ziel_als_json(ziel) for ziel in gruppe.ausnahmen],
        "parts": [_teil(teil) for teil in gruppe.teile],
        "elsewhere": [{"citation": a.eintrag.zitat, "group": a.gruppe} for a in gruppe.anderswo],
    }


def _teil(teil: Teil) -> Daten:
    return {
        "citation": teil.eintrag.zitat,
        "heading": teil.eintrag.ueberschrift or None,
        "excerpt": teil.auszug,
        "units": list(_einheiten(teil)),
    }


def _einheiten(teil: Teil) -> Iterator[Daten]:
    """Yield the Einheiten printed, in order: one with a text of its own, and one with none but a label or heading."""
    for absatz in teil.absaetze:
        gruppen = list(absatz.auch)
        if absatz.kopf and absatz.eintrag not in [lauf.eintrag for lauf in absatz.laeufe]:
            yield _einheit(absatz.eintrag, absatz.rolle.value, gruppen)
        yield from (_einheit(lauf.eintrag, lauf.rolle.value, gruppen) for lauf in absatz.laeufe)


def _einheit(e: Eintrag, rolle: str, gruppen: list[int]) -> Daten:
    return {
        "citation": e.zitat,
        "id": e.kennung,
        "kind": e.art.value,
        "label": e.marke or None,
        "heading": e.ueberschrift or None,
        "text": e.text if rolle in _GEDRUCKT else "",
        "role": rolle,
        "also_by": gruppen,
        "file": e.datei,
        "line": e.zeile_von,
    }


def _quelle(quelle: Quelle) -> Daten:
    werk = als_werk(quelle.werk) if quelle.werk else None
    return {"work": werk, "file": quelle.datei, "origin": quelle.herkunft or None}
