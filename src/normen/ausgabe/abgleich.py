"""What became of the norms that documents cite, for people at a terminal and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as Schrift

from ..dokument import Abgleich, Eingefuegt, Vergleich, Wegstand, Zustand
from ..fehler import NormenFehler
from ..schriftstueck import ohne_steuerzeichen
from ..unterschied import Gleichheit, Teil
from .maschine import Daten
from .stile import MARKE, QUELLE, TITEL, WARNUNG

#: A document with what came of it: an answer, or the reason why there is none.
Abgeglichen = tuple[Path, Abgleich | NormenFehler]

_STATUS = {
    Zustand.UNVERAENDERT: "unchanged",
    Zustand.GEAENDERT: "changed",
    Zustand.WEG: "gone",
    Zustand.NICHT_MEHR_GELADEN: "not_loaded",
    Zustand.UNGEPRUEFT: "unverified",
}
#: So many characters are shown on each side of a difference.
_UMGEBUNG = 60
#: So many other places of the same words are named.
_STELLEN = 3


def zeige(konsole: Console, abgleich: Abgleich) -> None:
    """Print what became of a document: how many citations still stand, and each that somebody has to look at."""
    herkunft = abgleich.herkunft
    kopf = Schrift(str(abgleich.datei), style=TITEL)
    vom = f" vom {herkunft.datum}" if herkunft.datum else ""
    kopf.append(f"  {herkunft.vorlage} {herkunft.vorlage_version}{vom}, normen {herkunft.programm}", style=QUELLE)
    konsole.print(_sicher(kopf))
    for zeile in _zeilen(abgleich):
        konsole.print(Padding(_sicher(zeile), (0, 0, 0, 2), expand=False))
    konsole.print()


def bilanz(ergebnisse: Sequence[Abgeglichen]) -> str:
    """Return the last line: how many documents, and what became of their citations."""
    fertige = [e for _, e in ergebnisse if isinstance(e, Abgleich)]
    mit_befunden = sum(1 for a in fertige if a.befunde)
    teile = [f"{len(fertige) - mit_befunden} ohne Befund", f"{mit_befunden} mit Befunden"]
    if len(fertige) < len(ergebnisse):
        teile.append(f"{len(ergebnisse) - len(fertige)} nicht abgeglichen")
    zahlen = _zahlen(fertige)
    zitate = ", ".join(f"{zahlen[z]} {_IN_DER_BILANZ[z]}" for z in Zustand if zahlen[z])
    eingefuegt = sum(len(a.eingefuegt) for a in fertige)
    weiteres = f"; nachträglich eingefügt: {eingefuegt}" if eingefuegt else ""
    return f"{_anzahl(len(ergebnisse), 'Dokument', 'Dokumente')}: {', '.join(teile)}. Zitate: {zitate or 'keine'}{weiteres}."


def als_json(ergebnisse: Sequence[Abgeglichen]) -> Daten:
    """Return all documents in their order, and the sums."""
    fertige = [e for _, e in ergebnisse if isinstance(e, Abgleich)]
    return {
        "documents": [_dokument(datei, ergebnis) for datei, ergebnis in ergebnisse],
        "summary": {
            "documents": len(ergebnisse),
            "with_findings": sum(1 for a in fertige if a.befunde),
            "failed": len(ergebnisse) - len(fertige),
            **{_STATUS[zustand]: anzahl for zustand, anzahl in _zahlen(fertige).items()},
            "inserted": sum(len(a.eingefuegt) for a in fertige),
        },
    }


_IN_DER_BILANZ = {
    Zustand.UNVERAENDERT: "unverändert",
    Zustand.GEAENDERT: "geändert",
    Zustand.WEG: "weggefallen",
    Zustand.NICHT_MEHR_GELADEN: "nicht mehr zu prüfen",
    Zustand.UNGEPRUEFT: "ungeprüft",
}


def _sicher(zeile: Schrift) -> Schrift:
    """Return a line that cannot drive the terminal, whatever a document of strangers holds."""
    zeile.plain = ohne_steuerzeichen(zeile.plain)
    return zeile


def _zahlen(abgleiche: Iterable[Abgleich]) -> dict[Zustand, int]:
    zahlen = dict.fromkeys(Zustand, 0)
    for vergleich in (v for a in abgleiche for v in a.vergleiche):
        zahlen[vergleich.zustand] += 1
    return zahlen


def _zeilen(abgleich: Abgleich) -> Iterator[Schrift]:
    unveraendert = sum(v.zustand is Zustand.UNVERAENDERT for v in abgleich.vergleiche)
    yield Schrift(f"Unverändert: {unveraendert} von {_anzahl(len(abgleich.vergleiche), 'Zitat', 'Zitaten')}")
    for vergleich in (v for v in abgleich.vergleiche if v.ist_befund):
        yield from _vergleich(vergleich)
    for wegstand in abgleich.wege:
        yield from _wegstand(wegstand)
    for eingefuegt in abgleich.eingefuegt:
        yield _eingefuegt(eingefuegt)
    fehlende = [v.zitiertes.zitat for v in abgleich.vergleiche if not v.im_text and not v.ist_befund]
    if fehlende:
        yield Schrift(f"Steht nicht mehr im Text: {', '.join(fehlende)}", style=QUELLE)
    ungeprueft = [v for v in abgleich.vergleiche if v.zustand is Zustand.UNGEPRUEFT]
    if ungeprueft:
        genannt = (v.zitiertes.zitat + (" (inzwischen geladen: gibt es)" if v.heute else "") for v in ungeprueft)
        yield Schrift(f"Ungeprüft, wie beim Verfassen: {', '.join(genannt)}", style=QUELLE)


def _vergleich(v: Vergleich) -> Iterator[Schrift]:
    zeile = Schrift(f"{v.zustand.value}: ", style=WARNUNG).append(v.zitiertes.zitat, style=MARKE)
    yield zeile.append("" if v.im_text else " (steht nicht mehr im Text)", style=QUELLE)
    if v.hinweis:
        yield Schrift(f"  {v.hinweis}")
    if v.zustand is Zustand.GEAENDERT:
        yield Schrift("  ").append(_worte(v.unterschiede)) if v.unterschiede else Schrift(f"  {_OHNE_WORTLAUT}")
    if v.gleichlautend:
        stellen = ", ".join(v.gleichlautend[:_STELLEN]) + (" und anderen" if len(v.gleichlautend) > _STELLEN else "")
        yield Schrift(f"  Der frühere Wortlaut steht in {stellen}.")
    if v.fassung != v.zitiertes.fassung and v.heute:
        yield Schrift(f"  Fassung damals: {v.zitiertes.fassung or 'nicht bekannt'}; heute: {v.fassung or 'nicht bekannt'}")


_OHNE_WORTLAUT = "Der frühere Wortlaut ist nicht aufbewahrt, weil er zu lang war; seine Prüfsumme ist eine andere."


def _worte(teile: Sequence[Teil]) -> Schrift:
    """Set a difference: what is gone in brackets, what is new in braces, of what is the same only what stands beside it."""
    zeile = Schrift()
    for nr, teil in enumerate(teile):
        if teil.gleichheit is Gleichheit.GLEICH:
            zeile.append(_gekuerzt(teil.rechts, anfang=nr == 0, ende=nr == len(teile) - 1))
            continue
        for wort, auf, zu, farbe in ((teil.links, "[", "]", "red"), (teil.rechts, "{", "}", "green")):
            if wort.strip():
                zeile.append(wort[: len(wort) - len(wort.lstrip())]).append(f"{auf}{wort.strip()}{zu}", style=farbe)
    return zeile


def _gekuerzt(text: str, *, anfang: bool, ende: bool) -> str:
    """Return of a text between differences what stands beside them."""
    vorn, hinten = ("" if anfang else text[:_UMGEBUNG]), ("" if ende else text[-_UMGEBUNG:])
    kurz = f"{vorn} … {hinten}" if vorn and hinten else f"{vorn} …" if vorn else f"… {hinten}"
    return kurz if len(kurz) < len(text) else text


def _wegstand(w: Wegstand) -> Iterator[Schrift]:
    for klausel in w.gebrochen:
        yield (
            Schrift("Verweisung steht nicht mehr so da: ", style=WARNUNG)
            .append(klausel.quelle, style=MARKE)
            .append(f"\n  „{klausel.wortlaut}“\n  Danach galt {w.weg.gilt} für {w.weg.zitat}.")
        )


def _eingefuegt(e: Eingefuegt) -> Schrift:
    zeile = Schrift("nachträglich eingefügt, nicht geprüft: ", style=WARNUNG).append(f"„{e.wortlaut}“", style=MARKE)
    genannt = f"{e.zitat}: " if e.zitat and e.zitat != e.wortlaut else ""
    return zeile.append(f" ({e.lage})\n  {genannt}{'Die Vorschrift gibt es heute.' if e.gibt_es else e.hinweis}")


def _anzahl(zahl: int, eines: str, mehrere: str) -> str:
    return f"{zahl} {eines if zahl == 1 else mehrere}"


def _dokument(datei: Path, ergebnis: Abgleich | NormenFehler) -> Daten:
    if isinstance(ergebnis, NormenFehler):
        return {"file": str(datei), "error": str(ergebnis)}
    herkunft = ergebnis.herkunft
    return {
        "file": str(datei),
        "error": None,
        "findings": ergebnis.befunde,
        "template": herkunft.vorlage,
        "template_version": herkunft.vorlage_version,
        "kind": herkunft.art,
        "date": herkunft.datum or None,
        "program": herkunft.programm,
        "citations": [_als_daten(v) for v in ergebnis.vergleiche],
        "chains": [_weg(w) for w in ergebnis.wege],
        "inserted": [
            {
                "surface": e.wortlaut,
                "place": e.lage,
                "citation": e.zitat or None,
                "exists": e.gibt_es,
                "note": e.hinweis or None,
            }
            for e in ergebnis.eingefuegt
        ],
    }


def _als_daten(v: Vergleich) -> Daten:
    z = v.zitiertes
    return {
        "citation": z.zitat,
        "status": _STATUS[v.zustand],
        "work": z.werk,
        "version": z.fassung or None,
        "version_now": v.fassung or None,
        "in_force_from": z.in_kraft_ab or None,
        "verified": z.stand.value,
        "sha256": z.pruefsumme or None,
        "note": v.hinweis or None,
        "difference": [{"agreement": t.gleichheit.value, "old": t.links, "new": t.rechts} for t in v.unterschiede],
        "same_text_in": list(v.gleichlautend),
        "in_text": v.im_text,
    }


def _weg(w: Wegstand) -> Daten:
    return {
        "citation": w.weg.zitat,
        "applies": w.weg.gilt,
        "holds": not w.gebrochen,
        "via": [{"citation": k.quelle, "text": k.wortlaut, "holds": k not in w.gebrochen} for k in w.weg.klauseln],
    }
