"""A Synopse for programs: plain dictionaries, ready for JSON. Their keys are a contract."""

from __future__ import annotations

from collections.abc import Sequence

from ...geltung import Geltung, Gilt, Weg
from ...parallel import Parallelen
from ...regelvergleich import Regelzeile
from ...synopse import Gegenueberstellung, Seite, Synopse
from ...unterschied import Teil
from ...vergleich import Paar, Stelle
from .. import maschine
from ..maschine import Daten
from . import darstellung


def synopse(s: Synopse, *, nur_unterschiede: bool = False) -> Daten:
    """Return what is parallel, and each comparison."""
    return {
        "citation": s.links.zitat,
        "asked": s.gefragt,
        "parallels": [_parallelen(p) for p in s.parallelen],
        "comparisons": [_gegenueber(g, nur_unterschiede=nur_unterschiede) for g in s.gegenueber],
    }


def _parallelen(p: Parallelen) -> Daten:
    moegliche = [
        {
            "citation": m.zitat,
            "confidence": m.sicherheit.value,
            "reasons": [{"reason": grund.text, "weight": grund.gewicht} for grund in m.gruende],
        }
        for m in p.moeglich
    ]
    return {"work": p.werk, "chosen": p.eindeutig.zitat if p.eindeutig else None, "candidates": moegliche}


def _gegenueber(g: Gegenueberstellung, *, nur_unterschiede: bool) -> Daten:
    paare = darstellung.unterschiedliche(g.paare) if nur_unterschiede else g.paare
    return {
        "left": _seite(g.links, g.regeln.links),
        "right": _seite(g.rechts, g.regeln.rechts),
        "text": [_paar(p) for p in paare],
        "rules": [_regel(zeile) for zeile in g.regeln.zeilen],
    }


def _seite(seite: Seite, geltung: Geltung) -> Daten:
    offen = maschine.geltung(geltung)
    return {
        "citation": seite.zitat,
        "heading": seite.ueberschrift or None,
        "work": maschine.als_werk(seite.werk) if seite.werk else None,
        "file": seite.eintrag.datei,
        "line": seite.eintrag.zeile_von,
        "line_to": seite.eintrag.zeile_bis,
        "note": seite.hinweis or None,
        "not_applicable": offen["not_applicable"],
        "unresolved": offen["unresolved"],
    }


def _paar(p: Paar) -> Daten:
    return {
        "left": _stelle(p.links),
        "right": _stelle(p.rechts),
        "agreement": p.gleichheit.value if p.links and p.rechts else "nur links" if p.links else "nur rechts",
        "moved": p.umgestellt,
        "parts": [_teil(teil) for teil in p.teile],
    }


def _stelle(stelle: Stelle | None) -> Daten | None:
    return {"citation": stelle.zitat, "text": stelle.text} if stelle else None


def _teil(teil: Teil) -> Daten:
    gesagt = {"reason": teil.grund} if teil.grund else {}
    return {"agreement": teil.gleichheit.value, "left": teil.links, "right": teil.rechts, **gesagt}


def _regel(zeile: Regelzeile) -> Daten:
    return {
        "citation": zeile.zitat,
        "left": _wege(zeile.links),
        "right": _wege(zeile.rechts),
        "excepted_by": list(zeile.ausgenommen),
    }


def _wege(wege: Sequence[Weg]) -> list[Daten]:
    return [_weg(Gilt("", weg)) for weg in wege]


def _weg(gilt: Gilt) -> Daten:
    return {
        "kind": gilt.wirkung.value if gilt.weg else "own",
        "via": [str(v.quelle) for v in gilt.weg],
        "massgaben": list(gilt.massgaben),
        "bedingungen": list(gilt.bedingungen),
    }
