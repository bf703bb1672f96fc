"""The machine-readable answers of the command line: plain dictionaries, ready for JSON. Their keys are a contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..beschrieben import Beschrieben
from ..betroffen import Ausgenommen, Betroffen, Uebernahme
from ..einheit import Druck, Eintrag
from ..geltung import Geltung, Gilt, Ungeloest, Weg
from ..nachschlagen import Fehlend
from ..pruefung import Befund, Quittiert
from ..speicher import Belegt, ziel_als_json
from ..verweis import Verweis
from ..verweisung import Verweisung
from ..werk import Werk
from ..wissen import Fund, Wissen
from .fehlendes import Pruefer, fehlende

Daten = dict[str, Any]


def einheiten(eintraege: Iterable[Eintrag]) -> Iterator[Daten]:
    """Yield one record per Einheit, in order; ``parent`` is the Einheit above, ``None`` for the first."""
    zitate: dict[int | None, str | None] = {None: None}
    for e in eintraege:
        zitate[e.nr] = e.zitat
        yield {**einheit(e), "parent": zitate.get(e.eltern)}


def einheit(e: Eintrag) -> Daten:
    """Return the record of one Einheit: ``text`` is its own, ``line`` its first line in the source."""
    return {
        "id": e.kennung,
        "citation": e.zitat,
        "kind": e.art.value,
        "heading": e.ueberschrift or None,
        "text": e.text,
        "printed": e.druck is Druck.ABGEDRUCKT,
        "file": e.datei,
        "line": e.zeile_von,
        "line_to": e.zeile_bis,
    }


def gezeigt(wissen: Wissen, e: Eintrag) -> Daten:
    """Return an Einheit with its full text, its work, all Einheiten below it, and, apart from them, the VV on its §."""
    werk, vv = wissen.werk(e), wissen.vv(e)
    unten = list(einheiten(wissen.ohne_vv(e)))
    return {
        **einheit(e),
        "full_text": wissen.wortlaut(e),
        "work": als_werk(werk) if werk else None,
        "units": unten[1:],
        "vv": list(einheiten(wissen.speicher.darunter(vv))) if vv else [],
    }


def als_werk(werk: Werk) -> Daten:
    """Return a work with what is known of it; what its text or its publisher does not say is ``None``."""
    return {
        "citation": werk.kurz,
        "title": werk.titel,
        "id": werk.kennung,
        "kind": werk.art.value,
        "jurisdiction": werk.raum or None,
        "issued_by": werk.herausgeber or None,
        "reference": werk.aktenzeichen or None,
        "version": werk.fassung or None,
        "in_force_from": werk.in_kraft_ab or None,
        "in_force_to": werk.in_kraft_bis or None,
        "doknr": werk.doknr or None,
        "url": werk.adresse or None,
        "eli": werk.eli or None,
        "loaded": werk.geladen,
    }


def fund(f: Fund) -> Daten:
    """Return a hit of a search."""
    return {
        "citation": f.eintrag.zitat,
        "id": f.eintrag.kennung,
        "heading": f.ueberschrift or None,
        "snippet": str(f.schnipsel),
        "line": f.eintrag.zeile_von,
        "file": f.eintrag.datei,
    }


def verweisung(v: Verweisung) -> Daten:
    """Return a clause as `export references` prints it."""
    return {
        "source": str(v.quelle),
        "kind": v.wirkung.value,
        "targets": _ziele(v),
        "except": [ziel_als_json(ziel) for ziel in v.ausnahmen],
        "massgabe": v.massgabe or None,
        "bedingung": v.bedingung or None,
        "text": v.text,
        "line": v.zeile,
        "unresolved": list(v.offen),
        "note": v.hinweis or None,
        "confidence": "high" if v.sicher and not v.offen else "low",
    }


def _ziele(v: Verweisung) -> list[str | dict[str, str]]:
    """Return the targets of a clause; one that is only described begins with ``~``."""
    return [*(ziel_als_json(ziel) for ziel in v.ziele), *(f"~{worte}" for worte in v.vage)]


def verweis(v: Verweis, wortlaut: str) -> Daten:
    """Return a citation as `refs` prints it; ``spans`` gives each target its own slice."""
    genannte = (*v.ziele, *v.ausnahmen)
    return {
        "start": v.ab,
        "end": v.bis,
        "surface": wortlaut,
        "targets": [ziel_als_json(g.ziel) for g in v.ziele],
        "except": [ziel_als_json(g.ziel) for g in v.ausnahmen],
        "spans": [[g.ab, g.bis] for g in genannte],
        "self": v.selbst,
        "reason": v.grund or None,
    }


def verweis_mit_fehlendem(v: Verweis, wortlaut: str, pruefe: Pruefer) -> Daten:
    """Return a citation with what of it does not exist (``missing``): why, and what is nearest."""
    genannte = (g.ziel for g in (*v.ziele, *v.ausnahmen))
    return {**verweis(v, wortlaut), "missing": [_fehlend(f) for f in fehlende(genannte, pruefe)]}


def _fehlend(f: Fehlend) -> Daten:
    return {"target": f.zitat, "reason": f.grund, "nearest": list(f.naechste), "not_printed": f.nicht_abgedruckt}


def belegt(b: Belegt) -> Daten:
    """Return a stored citation with the Einheit and the line it stands in."""
    return {"source": b.quelle, "line": b.verweis.zeile, **verweis(b.verweis, b.wortlaut)}


def als_verweisung(b: Belegt) -> Daten:
    """Return a plain citation as a line of `export references`, kind "cites"."""
    v = b.verweis
    return {
        "source": b.quelle,
        "kind": "cites",
        "targets": [ziel_als_json(g.ziel) for g in v.ziele],
        "except": [ziel_als_json(g.ziel) for g in v.ausnahmen],
        "massgabe": None,
        "bedingung": None,
        "text": b.wortlaut,
        "line": v.zeile,
        "unresolved": [] if v.ziele or v.ausnahmen else [v.grund],
        "note": None,
        "confidence": "high",
    }


def geltung(g: Geltung) -> Daten:
    """Return what applies; ``via`` names the Einheiten whose clauses make the chain, first to last."""
    return {
        "citation": g.zitat,
        "applies": [_gilt(gilt) for gilt in g.gilt],
        "not_applicable": [klausel_am_ende(weg) for weg in g.nicht],
        "unresolved": [_ungeloest(u) for u in g.ungeloest],
        "within": [klausel_am_ende((v,)) for v in g.innerhalb],
        "cycles": [_via(weg) for weg in g.kreise],
    }


def pruefbericht(wissen: Wissen, ergebnis: Quittiert) -> Daten:
    """Return the findings of a check; ``acknowledged`` are those that a person has judged, and that are not listed."""
    return {
        "findings": [_befund(wissen, befund) for befund in ergebnis.befunde],
        "acknowledged": len(ergebnis.quittiert),
    }


def _befund(wissen: Wissen, befund: Befund) -> Daten:
    eintrag = wissen.speicher.eintrag(befund.zitat)
    return {
        "kind": befund.art,
        "citation": str(befund.zitat) or None,
        "file": eintrag.datei if eintrag else None,
        "line": befund.zeile or None,
        "text": befund.stelle,
        "reason": befund.grund,
        "confidence": befund.sicherheit.value,
        "suggestion": befund.vorschlag,
        "id": befund.kennung,
    }


def _gilt(gilt: Gilt) -> Daten:
    return {
        "citation": gilt.zitat,
        "kind": gilt.wirkung.value,
        "depth": gilt.tiefe,
        "via": _via(gilt.weg),
        "massgaben": list(gilt.massgaben),
        "bedingungen": list(gilt.bedingungen),
        "lead_in": list(gilt.vorspann),
    }


def betroffen(b: Betroffen, zitiert: Iterable[Belegt]) -> Daten:
    """Return who takes an Einheit over, the clauses that exclude, except or may mean it, and the other citations of it."""
    return {
        "citation": b.zitat,
        "affected": [_uebernahme(u) for u in b.uebernahmen],
        "negative": [klausel_am_ende((v,)) for v in b.nicht],
        "excepted": [_ausgenommen(a) for a in b.ausgenommen],
        "possible": [_beschrieben(m) for m in b.moeglich],
        "cited_by": [belegt(z) for z in zitiert],
    }


def _ausgenommen(a: Ausgenommen) -> Daten:
    """Return a clause that excepts; ``excepts`` is what of it concerns the question, ``whole`` whether nothing is left."""
    return {**verweisung(a.klausel), "excepts": [ziel_als_json(ziel) for ziel in a.was], "whole": a.ganz}


def _beschrieben(m: Beschrieben) -> Daten:
    """Return a clause that only describes; what speaks for its meaning what was asked about is never certain."""
    gruende = [{"words": list(a.worte), "citation": a.zitat, "heading": a.ueberschrift or None} for a in m.anhalte]
    return {**verweisung(m.klausel), "confidence": "low", "description": m.worte, "reasons": gruende}


def _uebernahme(u: Uebernahme) -> Daten:
    """Return who takes over: ``section`` is its §, ``parts`` what it takes, ``texts`` the clauses of the chain."""
    texte = [v.text for v in u.weg]
    gilt = {name: wert for name, wert in _gilt(u.gilt[0]).items() if name != "lead_in"}
    return {**gilt, "citation": u.zitat, "section": u.paragraph or None, "parts": list(u.teile), "texts": texte}


def klausel_am_ende(weg: Weg) -> Daten:
    """Return the last clause of a chain; ``via`` names the Einheiten of the whole chain."""
    v = weg[-1]
    return {"source": str(v.quelle), "kind": v.wirkung.value, "targets": _ziele(v), "text": v.text, "via": _via(weg)}


def _ungeloest(u: Ungeloest) -> Daten:
    return {"target": u.ziel, "reason": u.grund, "via": _via(u.weg)}


def _via(weg: Weg) -> list[str]:
    return [str(v.quelle) for v in weg]
