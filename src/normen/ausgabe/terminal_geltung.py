"""What applies to an Einheit, and who takes it over, for people: on the terminal, a sentence for each clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Schrift

from ..aufzaehlung import aufgezaehlt
from ..beschrieben import Beschrieben
from ..betroffen import Ausgenommen, Betroffen, Uebernahme
from ..geltung import Geltung, Gilt, Weg
from ..speicher import Belegt
from ..verweisung import Verweisung, Wirkung
from ..wissen import Wissen
from ..zitat import Rahmen
from ..zitatleser import lies_zitat
from .saetze import NICHT_ZU_VERFOLGEN, genannt, grund, keine_verweisung, klausel, vorbehalte
from .stile import MARKE, QUELLE, TITEL, WARNUNG
from .terminal import zeige_verweise

#: Parts of an Einheit that are named one by one; of more, only the number is given.
_EINZELN = 3
_NUR_BESCHRIEBEN = "Möglicherweise erfasst; der Text beschreibt nur, was gilt:"
_NICHT_ERFASST = (
    "Klauseln, die nur beschreiben, was gilt („die Vorschriften über den Vollzug der Freiheitsstrafe“), stehen hier nur,"
    " soweit ihre Worte einen Anhalt geben."
)
#: So many places that cite an Einheit are shown where nothing applies to it.
_ZITIERT = 10


def zeige_geltung(konsole: Console, wissen: Wissen, geltung: Geltung, *, mit_text: bool) -> None:
    """Print what applies, grouped by the chain of clauses that makes it apply, each step as a sentence with its source."""
    konsole.print(Schrift(f"{geltung.zitat}: was kraft Verweisung gilt", style=TITEL))
    if not (geltung.gilt or geltung.nicht or geltung.ungeloest or geltung.innerhalb):
        _zeige_zitierende(konsole, wissen, geltung.zitat)
    gezeigt: set[str] = set()
    for weg, gilt in _nach_weg(geltung.gilt):
        konsole.print()
        konsole.print(_weg(weg))
        for g in gilt:
            vorspann = [zitat for zitat in g.vorspann if zitat not in gezeigt]
            zeilen = [_vorspann(zitat, g.tiefe, wissen, mit_text=mit_text) for zitat in vorspann]
            konsole.print(*zeilen, _zeile(g, wissen, mit_text=mit_text), sep="\n")
            gezeigt.update(vorspann)
    for weg in geltung.nicht:
        konsole.print()
        konsole.print(_weg(weg))
    _zeige_abschnitt(konsole, "In der Vorschrift selbst:", (_schritt(v, 0) for v in geltung.innerhalb))
    _zeige_abschnitt(konsole, f"{NICHT_ZU_VERFOLGEN}:", (_ungeloest(genannt(u.ziel), grund(u)) for u in geltung.ungeloest))
    _zeige_abschnitt(konsole, "Im Kreis; dort endet die Suche:", (Schrift(_kreis(weg)) for weg in geltung.kreise))


def _zeige_zitierende(konsole: Console, wissen: Wissen, zitat: str) -> None:
    """Say that nothing applies, and who cites the Einheit."""
    konsole.print(f"\n{keine_verweisung(zitat)}")
    zitierende = wissen.verweise_auf(zitat)
    if zitierende:
        konsole.print()
        zeige_verweise(konsole, f"{zitat} wird zitiert in", zitierende[:_ZITIERT])
    if len(zitierende) > _ZITIERT:
        konsole.print(f'… und {len(zitierende) - _ZITIERT} weitere: normen cited-by "{zitat}"')


def _zeige_abschnitt(konsole: Console, titel: str, inhalt: Iterable[RenderableType]) -> None:
    zeilen = [Padding(zeile, (0, 0, 0, 2)) for zeile in inhalt]
    if zeilen:
        konsole.print()
        konsole.print(Schrift(titel, style=WARNUNG))
        konsole.print(*zeilen, sep="\n")


def _ungeloest(ziel: str, warum: str) -> Schrift:
    return Schrift(f"{ziel}\n").append(warum, style=QUELLE)


def _kreis(weg: Weg) -> str:
    return " → ".join(str(v.quelle) for v in weg) + " → zurück"


def _vorspann(zitat: str, tiefe: int, wissen: Wissen, *, mit_text: bool) -> RenderableType:
    """Set a number whose own words apply with the numbers below it."""
    zeile = Schrift("• ").append(zitat, style=TITEL).append("  Text vor den folgenden Nummern", style=QUELLE)
    if mit_text:
        zeile.append(f"\n{wissen.eigene_worte(wissen.finde(zitat))}")
    return Padding(zeile, (0, 0, 0, 2 * tiefe))


def zeige_betroffen(konsole: Console, b: Betroffen, zitiert: Sequence[Belegt]) -> None:
    """Print who takes an Einheit over, by steps and by work, who excludes, excepts or may mean it, and who else cites it."""
    konsole.print(Schrift(f"{b.zitat}: wer es übernimmt", style=TITEL))
    if not b.uebernahmen:
        konsole.print("\nKeine Verweisung erkannt, die es übernimmt.")
    for tiefe, stufe in groupby(b.uebernahmen, key=lambda u: u.tiefe):
        konsole.print(Schrift(f"\n{_stufe(tiefe)}:", style=TITEL))
        for werk, uebernahmen in _nach_werk(stufe):
            konsole.print(Padding(Schrift(werk, style=QUELLE), (0, 0, 0, 2), expand=False))
            konsole.print(*(_uebernahme(u, b.zitat) for u in uebernahmen), sep="\n")
    if b.nicht:
        konsole.print(Schrift("\nAusgeschlossen oder unberührt:", style=WARNUNG))
        konsole.print(*(Padding(_schritt(v, 0), (0, 0, 0, 2)) for v in b.nicht), sep="\n")
    _zeige_abschnitt(konsole, "Ausdrücklich ausgenommen:", (_ausgenommen(a, b.zitat) for a in b.ausgenommen))
    _zeige_abschnitt(konsole, _NUR_BESCHRIEBEN, map(_beschrieben, b.moeglich))
    konsole.print(Padding(Schrift(_NICHT_ERFASST, style=QUELLE), (1, 0, 0, 0)))
    if zitiert:
        konsole.print()
        zeige_verweise(konsole, "Außerdem zitiert, ohne Verweisung:", zitiert)


def _stufe(tiefe: int) -> str:
    ueber = {1: "Unmittelbar", 2: "Über eine weitere Vorschrift"}
    return ueber.get(tiefe, f"Über {tiefe - 1} weitere Vorschriften")


def _nach_werk(uebernahmen: Iterable[Uebernahme]) -> Iterable[tuple[str, list[Uebernahme]]]:
    werke: dict[str, list[Uebernahme]] = {}
    for u in uebernahmen:
        werke.setdefault(lies_zitat(u.zitat).werk, []).append(u)
    return werke.items()


def _uebernahme(u: Uebernahme, gefragt: str) -> RenderableType:
    """Set one sentence: who takes what over, by which Einheiten, in which words."""
    verb = "übernimmt" if u.wirkung is Wirkung.ANALOG else "nimmt"
    art = "entsprechend" if u.wirkung is Wirkung.ANALOG else "in Bezug"
    zeile = Schrift("• ").append(u.zitat, style=TITEL).append(f" {verb} {_was(u, gefragt)} {art}")
    ueber = ", ".join(str(v.quelle) for v in u.weg[1:])
    zeile.append(f" über {ueber}" if ueber else "").append(f": „{u.weg[0].text}“")
    for name, inhalte in (("Maßgabe", u.massgaben), ("Bedingung", u.bedingungen)):
        for inhalt in inhalte:
            zeile.append(f"\n{name}: {inhalt}", style=WARNUNG)
    return Padding(zeile, (0, 0, 0, 4), expand=False)


def _ausgenommen(a: Ausgenommen, gefragt: str) -> Schrift:
    """Set one sentence: which clause excepts what, in which words."""
    was = aufgezaehlt(a.was)
    satz = "nimmt es aus" if was == gefragt else f"nimmt {was} aus{', worin es liegt' if a.ganz else ''}"
    zeile = Schrift("• ").append(str(a.klausel.quelle), style=TITEL).append(f" {satz}: „{a.klausel.text}“")
    return _mit_vorbehalten(zeile, a.klausel)


def _beschrieben(m: Beschrieben) -> Schrift:
    """Set one sentence: the clause, and which of its words stand in which heading."""
    quelle, satz = klausel(m.klausel)
    zeile = _mit_vorbehalten(Schrift("• ").append(quelle, style=TITEL).append(satz), m.klausel)
    for a in m.anhalte:
        worte = ", ".join(f"„{wort}“" for wort in a.worte) or "Ausnahme eines Teils"
        zeile.append(f"\nAnhalt: {worte} – {a.zitat}{f' („{a.ueberschrift}“)' if a.ueberschrift else ''}", style=QUELLE)
    return zeile


def _was(u: Uebernahme, gefragt: str) -> str:
    """Say what is taken over: the Einheit asked about, a few parts of it by name, or how many."""
    zitat = lies_zitat(gefragt)
    if any(lies_zitat(teil) in (zitat, *zitat.eltern) for teil in u.teile):
        return "es"
    if len(u.teile) <= _EINZELN:
        return " und ".join(u.teile)
    in_vv = zitat.rahmen is Rahmen.NORM and all(lies_zitat(teil).rahmen is Rahmen.VV for teil in u.teile)
    return f"{len(u.teile)} Nummern der Verwaltungsvorschrift dazu" if in_vv else f"{len(u.teile)} Teile davon"


def _nach_weg(gilt: Iterable[Gilt]) -> Iterable[tuple[Weg, list[Gilt]]]:
    gruppen: dict[Weg, list[Gilt]] = {}
    for g in gilt:
        gruppen.setdefault(g.weg, []).append(g)
    return gruppen.items()


def _weg(weg: Weg) -> RenderableType:
    return Group(*(_schritt(v, i) for i, v in enumerate(weg)))


def _schritt(v: Verweisung, tiefe: int) -> RenderableType:
    quelle, satz = klausel(v)
    zeile = Schrift("→ " if tiefe else "").append(quelle, style=MARKE).append(satz)
    return Padding(_mit_vorbehalten(zeile, v), (0, 0, 0, 2 * tiefe))


def _mit_vorbehalten(zeile: Schrift, v: Verweisung) -> Schrift:
    for name, inhalt in vorbehalte(v):
        zeile.append(f"\n{name}: {inhalt}", style=WARNUNG)
    return zeile


def _zeile(g: Gilt, wissen: Wissen, *, mit_text: bool) -> RenderableType:
    eintrag = wissen.finde(g.zitat)
    zeile = Schrift("• ").append(g.zitat, style=TITEL)
    titel = wissen.ueberschrift(eintrag)
    if titel:
        zeile.append(f"  {titel}", style=QUELLE)
    if mit_text:
        zeile.append(f"\n{wissen.wortlaut(eintrag)}")
    return Padding(zeile, (0, 0, 0, 2 * g.tiefe))
