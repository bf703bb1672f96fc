"""A Synopse as text: in two columns where the terminal is wide enough, else one side below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Schrift

from ...synopse import Gegenueberstellung, Synopse
from ...unterschied import Gleichheit, Teil
from ...vergleich import Paar, Stelle
from ...wissen import Wissen
from . import darstellung

#: Narrower terminals get one side below the other.
_ZWEI_SPALTEN = 90
_TITEL, _MARKE, _LEISE, _WARNUNG = "bold", "bold cyan", "dim", "yellow"
#: Marks around words and their colour: of the left side, of the right side.
_ANDERS = (("[", "]", "red"), ("{", "}", "green"))
_AUF_BEIDEN = {Gleichheit.BEZEICHNUNG: ("‹", "›", "blue"), Gleichheit.ENTSPRECHEND: ("«", "»", "magenta")}
_LEGENDE = (
    "[ ] steht nur links, { } steht nur rechts, ‹ › andere Bezeichnung der Personen oder der Anstalt",
    "« » Zitat derselben oder der entsprechenden Vorschrift",
    ", ".join(f"{zeichen} {wort}" for zeichen, wort in darstellung.LEGENDE.items()),
)


def zeige(konsole: Console, wissen: Wissen, synopse: Synopse, *, nur_unterschiede: bool) -> None:
    """Print what is parallel, and each comparison: the texts, then the rules that apply."""
    konsole.print(Schrift(darstellung.titel(synopse), style=_TITEL))
    if darstellung.ausgeweitet(synopse):
        konsole.print(darstellung.ausgeweitet(synopse))
    if synopse.parallelen:
        konsole.print()
        konsole.print(Group(*_parallelen(synopse)))
    if synopse.gegenueber:
        konsole.print()
        konsole.print(Group(*(Schrift(zeile, style=_LEISE) for zeile in _LEGENDE)))
    for gegenueber in synopse.gegenueber:
        konsole.print()
        konsole.print(Group(*_kopf(gegenueber)))
        paare = darstellung.unterschiedliche(gegenueber.paare) if nur_unterschiede else gegenueber.paare
        zweispaltig = konsole.width >= _ZWEI_SPALTEN
        konsole.print(_spalten(gegenueber, paare) if zweispaltig else Group(*_untereinander(gegenueber, paare)))
        konsole.print(Group(*_entsprechungen(paare)))
        konsole.print()
        konsole.print(Group(*_regeln(wissen, gegenueber)))
    if synopse.gegenueber:
        konsole.print()
        konsole.print(Group(*(Schrift(f"Quelle: {quelle}", style=_LEISE) for quelle in darstellung.quellen(synopse))))


def _parallelen(synopse: Synopse) -> Iterator[RenderableType]:
    yield Schrift("Parallele Vorschriften", style=_TITEL)
    for befund in map(darstellung.befund, synopse.parallelen):
        yield _mit_marke(f"{befund.werk}: ", befund.urteil)
        for zitat, sicherheit, gruende in befund.moegliche:
            yield _eingerueckt(2, Schrift("• ").append(zitat, style=_TITEL).append(f" ({sicherheit}): {gruende}"))
    vorschlaege = darstellung.vorschlaege(synopse)
    if vorschlaege:
        yield Schrift(darstellung.WEITERE, style=_WARNUNG)
        yield from (_eingerueckt(2, Schrift(vorschlag)) for vorschlag in vorschlaege)


def _kopf(gegenueber: Gegenueberstellung) -> Iterator[RenderableType]:
    yield Schrift(f"{gegenueber.links.zitat} – {gegenueber.rechts.zitat}", style=_TITEL)
    yield Schrift(darstellung.bilanz(gegenueber))


def _spalten(gegenueber: Gegenueberstellung, paare: Sequence[Paar]) -> Table:
    tabelle = Table(box=box.SQUARE, show_lines=True, expand=True, pad_edge=False)
    tabelle.add_column("", width=2)
    for seite in (gegenueber.links, gegenueber.rechts):
        tabelle.add_column(Schrift(f"{seite.zitat}\n{seite.ueberschrift}"), ratio=1, overflow="fold")
    for paar in paare:
        tabelle.add_row(darstellung.zeichen(paar), _seite(paar, 0), _seite(paar, 1))
    return tabelle


def _untereinander(gegenueber: Gegenueberstellung, paare: Sequence[Paar]) -> Iterator[RenderableType]:
    for name, seite in (("links", gegenueber.links), ("rechts", gegenueber.rechts)):
        yield Schrift(f"{name}: {seite.zitat}  {seite.ueberschrift}")
    for paar in paare:
        namen = " | ".join(stelle.name if stelle else "–" for stelle in (paar.links, paar.rechts))
        yield Schrift(f"\n{darstellung.zeichen(paar)} ").append(namen, style=_MARKE)
        if paar.gleichheit is Gleichheit.GLEICH:
            yield _eingerueckt(2, _worte(paar.teile, 0))
            continue
        for nr, (name, stelle) in enumerate((("links:  ", paar.links), ("rechts: ", paar.rechts))):
            if stelle:
                yield _eingerueckt(2, Schrift().append(name, style=_LEISE).append_text(_worte(paar.teile, nr)))


def _entsprechungen(paare: Sequence[Paar]) -> Iterator[RenderableType]:
    gruende = darstellung.entsprechungen(paare)
    if gruende:
        yield Schrift(f"\n{darstellung.ENTSPRECHEND}", style=_LEISE)
    yield from (_eingerueckt(2, Schrift(f"• {grund}", style=_LEISE)) for grund in gruende)


def _seite(paar: Paar, nr: int) -> Schrift:
    stelle: Stelle | None = (paar.links, paar.rechts)[nr]
    return _mit_marke(f"{stelle.name}  ", _worte(paar.teile, nr)) if stelle else Schrift("–")


def _worte(teile: Sequence[Teil], nr: int) -> Schrift:
    """Set one side of the pieces, with marks around what the other does not have."""
    zeile = Schrift()
    for teil in teile:
        luecke, wort = darstellung.seiten_des_teils(teil)[2 * nr : 2 * nr + 2]
        zeile.append(luecke)
        if teil.gleichheit is Gleichheit.GLEICH or not wort:
            zeile.append(wort)
            continue
        auf, zu, farbe = _AUF_BEIDEN.get(teil.gleichheit, _ANDERS[nr])
        zeile.append(f"{auf}{wort}{zu}", style=farbe)
    return zeile


def _regeln(wissen: Wissen, gegenueber: Gegenueberstellung) -> Iterator[RenderableType]:
    yield Schrift("Verwaltungsvorschriften und was kraft Verweisung gilt", style=_TITEL)
    gruppen = darstellung.regelgruppen(gegenueber)
    if not gruppen:
        yield Schrift(darstellung.NICHTS)
    for davor, gruppe in zip((None, *gruppen), gruppen, strict=False):
        gleich = davor is not None and davor.ueberschrift == gruppe.ueberschrift
        yield Schrift("" if gleich else f"\n{gruppe.ueberschrift}", style=_TITEL)
        for seite, worte in ((gegenueber.links, gruppe.links), (gegenueber.rechts, gruppe.rechts)):
            yield from (_eingerueckt(2, _mit_marke(f"{seite.zitat}: ", wort)) for wort in worte)
        for zitat, titel in darstellung.regeln(wissen, gruppe):
            yield _eingerueckt(4, Schrift("• ").append(zitat, style=_TITEL).append(f"  {titel}", style=_LEISE))
    hinweise = darstellung.hinweise(gegenueber)
    if hinweise:
        yield Schrift(f"\n{darstellung.AUSSERDEM}", style=_WARNUNG)
    for zitat, text in hinweise:
        yield _eingerueckt(2, _mit_marke(f"{zitat}: ", text))


def _mit_marke(marke: str, text: str | Schrift) -> Schrift:
    return Schrift().append(marke, style=_MARKE).append_text(Schrift(text) if isinstance(text, str) else text)


def _eingerueckt(um: int, zeile: Schrift) -> RenderableType:
    return Padding(zeile, (0, 0, 0, um), expand=False)
