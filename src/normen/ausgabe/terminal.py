"""Answers for people at a terminal: readable text in German, with the source below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Schrift

from ..einheit import Art, Druck, Eintrag
from ..fehler import ZitatFehler
from ..speicher import Belegt
from ..werk import Werk
from ..wissen import Fund, Wissen
from ..zitatleser import lies_zitat
from .druckbar import druckbar
from .stile import MARKE, QUELLE, TITEL, WARNUNG

_SPALTENABSTAND = 2
_RAT = "Versuchen Sie weniger oder andere Wörter."
_HOCHZIFFERN = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def zeige(konsole: Console, wissen: Wissen, e: Eintrag, *, mit_vv: bool) -> None:
    """Print an Einheit with all below it, the VV on it, and where both stand in the source."""
    vv = wissen.vv(e)
    konsole.print(_ueberschrift(e, wissen))
    konsole.print(Group(*_absaetze(wissen.ohne_vv(e))))
    konsole.print(_quelle(e, wissen.werk(e)))
    if vv is not None and mit_vv and e.art is Art.PARAGRAPH:
        konsole.print()
        konsole.print(_ueberschrift(vv, wissen))
        konsole.print(Group(*_absaetze(wissen.speicher.darunter(vv))))
        konsole.print(_quelle(vv, wissen.werk(vv)))
    elif vv is not None:
        was = f'Verwaltungsvorschrift: normen show "{vv.zitat}"' if vv.art is Art.VV else vv.text
        konsole.print(Schrift(was, style=QUELLE))


def _ueberschrift(e: Eintrag, wissen: Wissen) -> RenderableType:
    zeile = Schrift("  ".join(filter(None, (e.zitat, e.ueberschrift))), style=TITEL)
    wege = [" ".join(filter(None, (oben.marke, oben.ueberschrift))) for oben in wissen.oberhalb(e)]
    return Group(zeile, *([Schrift(" › ".join(filter(None, wege)), style=QUELLE)] if any(wege) else []), Schrift())


def _quelle(e: Eintrag, werk: Werk | None) -> RenderableType:
    stellen = f"Zeile {e.zeile_von}" if e.zeile_von == e.zeile_bis else f"Zeilen {e.zeile_von} bis {e.zeile_bis}"
    zeilen = [Schrift(f"Quelle: {e.datei}, {stellen}", style=QUELLE)]
    if werk:
        zeilen.append(Schrift("; ".join(filter(None, (werk.titel, werk.fassung))), style=QUELLE))
    return Group(Schrift(), *zeilen)


def _absaetze(eintraege: Sequence[Eintrag]) -> Iterator[RenderableType]:
    """Set Einheiten as paragraphs, indented by depth; Sätze of one Einheit run on, each with its number raised."""
    wurzel = davor = eintraege[0]
    tiefen = {wurzel.nr: 0}
    zeilen: list[tuple[int, Schrift]] = []
    for e in eintraege:
        tiefen.setdefault(e.nr, tiefen.get(e.eltern or 0, 0) + (e.art not in (Art.SATZ, Art.SATZTEIL)))
        if e.art is Art.SATZ and e is not wurzel and (davor.art is Art.SATZ or davor.nr == e.eltern):
            zeilen[-1][1].append("" if davor.nr == e.eltern else " ").append_text(_satz(e))
        else:
            zeilen += _zeilen_fuer(e, tiefen[e.nr], ist_wurzel=e is wurzel)
        davor = e
    for tiefe, zeile in zeilen:
        if zeile.plain.strip():
            yield Padding(zeile, (0, 0, 0, 2 * min(tiefe, 6)), expand=False)


def _satz(e: Eintrag) -> Schrift:
    return Schrift().append(e.nummer.translate(_HOCHZIFFERN), style=MARKE).append(e.text)


def _zeilen_fuer(e: Eintrag, tiefe: int, *, ist_wurzel: bool) -> list[tuple[int, Schrift]]:
    """Return the lines of one Einheit: label and heading on one and the text on the next, or label and text on one."""
    zeile = Schrift()
    if e.druck is not Druck.ABGEDRUCKT:
        zeile.append(f"{e.druck.value}: ", style=WARNUNG)
    if e.marke and not (ist_wurzel and e.art in (Art.PARAGRAPH, Art.VV, Art.WERK)):
        zeile.append(f"{e.marke} ", style=MARKE)
    if e.ueberschrift and not ist_wurzel:
        return [(tiefe, zeile.append(e.ueberschrift, style=TITEL)), (tiefe, Schrift(e.text))]
    return [(tiefe, zeile.append_text(_satz(e) if e.art is Art.SATZ else Schrift(e.text)))]


def zeige_funde(konsole: Console, gesucht: str, funde: Sequence[Fund]) -> None:
    """Print the hits of a search, best first, with the words found in bold."""
    if not funde:
        eingabe = druckbar(gesucht)
        rat = f'Zu einem Zitat antwortet: normen show "{eingabe}"' if _ist_zitat(gesucht) else _RAT
        konsole.print(f"Nichts gefunden zu „{eingabe}“. {rat}")
    for nummer, fund in enumerate(funde, start=1):
        kopf = (
            Schrift(f"{nummer:>2}. ").append(fund.eintrag.zitat, style=TITEL).append(f"  {fund.ueberschrift}", style=QUELLE)
        )
        text = Schrift("… " if fund.schnipsel.davor else "")
        anfang = len(text)
        text.append(fund.schnipsel.inhalt).append(" …" if fund.schnipsel.danach else "")
        for ab, bis in fund.schnipsel.treffer:
            text.stylize(MARKE, anfang + ab, anfang + bis)
        konsole.print(kopf)
        konsole.print(Padding(text, (0, 0, 1, 4)))


def _ist_zitat(gesucht: str) -> bool:
    try:
        return bool(lies_zitat(gesucht).glieder)
    except ZitatFehler:
        return False


def zeige_werke(konsole: Console, werke: Sequence[Werk]) -> None:
    """Print which works are loaded and which can only be cited: as a table, or below each other if it would break words."""
    zeilen = [(werk.kurz, "geladen" if werk.geladen else "–", werk.titel, werk.fassung) for werk in werke]
    breiten = _spaltenbreiten(zeilen, konsole.width)
    konsole.print(_tabelle(zeilen, breiten) if breiten else Group(*map(_als_eintrag, werke)))


def _spaltenbreiten(zeilen: Iterable[tuple[str, str, str, str]], breite: int) -> tuple[int, ...]:
    """Return the widths of the columns, titles wider than versions; () if a name or a word of the texts would not fit."""
    kurz, text, titel, fassung = ([feld for feld in spalte if feld] for spalte in zip(*zeilen, strict=True))
    name, stand = max(map(len, kurz)), max(map(len, text))
    rest = breite - name - stand - 3 * _SPALTENABSTAND
    am_titel, an_fassung = (
        max((len(wort) for feld in spalte for wort in feld.split()), default=0) for spalte in (titel, fassung)
    )
    if rest < am_titel + an_fassung:
        return ()
    fuer_titel = min(max(rest * 3 // 5, am_titel), rest - an_fassung)
    return name, stand, fuer_titel, rest - fuer_titel


def _tabelle(zeilen: Iterable[tuple[str, ...]], breiten: Iterable[int]) -> Table:
    tabelle = Table(box=None, pad_edge=False, padding=(0, _SPALTENABSTAND, 0, 0))
    for spalte, breite in zip(("Werk", "Text", "Titel", "Fassung"), breiten, strict=True):
        tabelle.add_column(spalte, width=breite)
    for zeile in zeilen:
        tabelle.add_row(*zeile)
    return tabelle


def _als_eintrag(werk: Werk) -> RenderableType:
    zeile = Schrift(werk.kurz, style=TITEL).append(" (geladen)" if werk.geladen else "", style=QUELLE)
    weitere = (Padding(Schrift(text), (0, 0, 0, 2)) for text in (werk.titel, werk.fassung) if text)
    return Group(zeile, *weitere)


def zeige_verweise(konsole: Console, ueberschrift: str, belegte: Sequence[Belegt]) -> None:
    """Print citations with the Einheit each stands in and what it names."""
    konsole.print(Schrift(ueberschrift, style=TITEL))
    if not belegte:
        konsole.print("Keine gefunden.")
    for b in belegte:
        ziele = ", ".join(str(g.ziel) for g in b.verweis.ziele) or b.verweis.grund
        ausnahmen = ", ".join(str(g.ziel) for g in b.verweis.ausnahmen)
        zeile = Schrift("• ").append(b.quelle, style=MARKE).append(f" (Zeile {b.verweis.zeile}): „{b.wortlaut}“")
        if ziele != b.wortlaut:
            zeile.append(f" → {ziele}", style=QUELLE)
        konsole.print(zeile.append(f", ohne {ausnahmen}" if ausnahmen else "", style=WARNUNG))
