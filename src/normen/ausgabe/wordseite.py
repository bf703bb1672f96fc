"""A Word file as HTML: headings, lists, tables and text boxes as they are in the file, with every citation as a link."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..schriftstueck import Absatz, Beiwerk, Block, Punkt, Tabelle, Textfeld, Zaehlung, Zeile, Zelle
from .verlinkt import Verlinker

#: HTML has no more levels of headings.
_TIEFSTE_UEBERSCHRIFT = 6
_KLASSEN = {Zaehlung.KOPFZEILE: "kopfzeile", Zaehlung.FUSSZEILE: "fusszeile"}


def als_html(bloecke: Iterable[Block], verlinker: Verlinker) -> Iterator[str]:
    """Yield the blocks of a Word file as HTML, piece by piece."""
    yield '<div class="word">\n'
    yield from _Setzer(verlinker).gesetzt(bloecke)
    yield "</div>\n"


@dataclass(frozen=True, slots=True)
class _Setzer:
    """Sets blocks; each method returns the HTML of one kind of them."""

    verlinker: Verlinker

    def gesetzt(self, bloecke: Iterable[Block]) -> Iterator[str]:
        """Set blocks in their order; items of a list that follow each other are one list."""
        liste = _Liste()
        for block in bloecke:
            if isinstance(block, Absatz) and block.form.punkt and not block.form.ueberschrift:
                yield liste.punkt(block.form.punkt, f"{_kennung(block)}>{self._text(block)}")
            else:
                yield liste.geschlossen() + self._block(block)
        yield liste.geschlossen()

    def _block(self, block: Block) -> str:
        match block:
            case Absatz():
                return self._absatz(block)
            case Tabelle(name, zeilen):
                return self._tabelle(name, zeilen)
            case Textfeld(name, inhalt):
                return f'<aside aria-label="{html.escape(name)}">\n{self._alle(inhalt)}</aside>\n'
            case Beiwerk(zaehlung, _, name, inhalt) if zaehlung in _KLASSEN:
                return f'<section class="{_KLASSEN[zaehlung]}" aria-label="{name}">\n{self._alle(inhalt)}</section>\n'
            case Beiwerk():
                return self._note(block)

    def _alle(self, bloecke: Iterable[Block]) -> str:
        return "".join(self.gesetzt(bloecke))

    def _text(self, absatz: Absatz) -> str:
        return self.verlinker.verlinkt(absatz.passage.text)

    def _absatz(self, absatz: Absatz) -> str:
        stufe, punkt = absatz.form.ueberschrift, absatz.form.punkt
        name = f"h{min(stufe, _TIEFSTE_UEBERSCHRIFT)}" if stufe else "p"
        marke = f"{html.escape(punkt.marke)} " if punkt and punkt.marke else ""
        return f"<{name}{_kennung(absatz)}>{marke}{self._text(absatz)}</{name}>\n"

    def _note(self, note: Beiwerk) -> str:
        """A note bears its number in its first paragraph."""
        inhalt = self._alle(note.inhalt)
        nummer = f"<sup>{note.nummer}</sup> "
        vorn, klammer, rest = inhalt.partition(">")
        inhalt = f"{vorn}{klammer}{nummer}{rest}" if vorn == "<p" else f"<p>{nummer}</p>\n{inhalt}"
        return f'<div class="{note.zaehlung.value}" role="note" aria-label="{note.name}">\n{inhalt}</div>\n'

    def _tabelle(self, name: str, zeilen: Sequence[Zeile]) -> str:
        hoehen = _hoehen(zeilen)
        gesetzt = [self._zeile(zeile, hoehen[nr]) for nr, zeile in enumerate(zeilen)]
        kopf = next((nr for nr, zeile in enumerate(zeilen) if not zeile.kopf), len(zeilen))
        teile = (
            f"<{teil}>\n{''.join(z)}</{teil}>\n" for teil, z in (("thead", gesetzt[:kopf]), ("tbody", gesetzt[kopf:])) if z
        )
        tabelle = f'<table aria-label="{html.escape(name)}">\n{"".join(teile)}</table>'
        return f'<div class="tabelle">{tabelle}</div>\n'

    def _zeile(self, zeile: Zeile, hoehen: Sequence[int]) -> str:
        zellen = (self._zelle(z, hoehe, kopf=zeile.kopf) for z, hoehe in zip(zeile.zellen, hoehen, strict=True) if hoehe)
        return f"<tr>{''.join(zellen)}</tr>\n"

    def _zelle(self, zelle: Zelle, hoehe: int, *, kopf: bool) -> str:
        name = "th" if kopf else "td"
        angaben = (("scope", "col" if kopf else ""), ("colspan", _ab_zwei(zelle.breite)), ("rowspan", _ab_zwei(hoehe)))
        attribute = "".join(f' {a}="{wert}"' for a, wert in angaben if wert)
        return f"<{name}{attribute}>{self._alle(zelle.inhalt)}</{name}>"


def _ab_zwei(zahl: int) -> str:
    return str(zahl) if zahl > 1 else ""


def _kennung(absatz: Absatz) -> str:
    """Return the id of a paragraph of the body, by which one can link to it."""
    return f' id="absatz-{absatz.passage.anfaenge[0][1]}"' if absatz.passage.zaehlung is Zaehlung.WORDABSATZ else ""


def _hoehen(zeilen: Sequence[Zeile]) -> list[list[int]]:
    """Return how many rows each cell takes: 0 for an empty one that is one with the cell above."""
    hoehen = [[1] * len(zeile.zellen) for zeile in zeilen]
    oben: dict[tuple[int, int], tuple[int, int]] = {}
    for nr, zeile in enumerate(zeilen):
        spalte, hier = 0, dict[tuple[int, int], tuple[int, int]]()
        for stelle, zelle in enumerate(zeile.zellen):
            ort = (spalte, zelle.breite)
            if zelle.haengt and not zelle.inhalt and ort in oben and zeilen[oben[ort][0]].kopf == zeile.kopf:
                erste, dort = hier[ort] = oben[ort]
                hoehen[erste][dort] += 1
                hoehen[nr][stelle] = 0
            else:
                hier[ort] = (nr, stelle)
            spalte += zelle.breite
        oben = hier
    return hoehen


@dataclass(slots=True)
class _Liste:
    """The lists that are open, outermost first: how deep each is, whether it is numbered, and which of the file it is."""

    offen: list[tuple[int, bool, str]] = field(default_factory=list)

    def punkt(self, punkt: Punkt, inhalt: str) -> str:
        """Return an item, left open for lists in it; ``inhalt`` is the rest of its tag and its text."""
        schluss, art = "", (punkt.tiefe, bool(punkt.nummer or punkt.marke), punkt.liste)
        while self.offen and (
            self.offen[-1][0] > punkt.tiefe or (self.offen[-1][0] == punkt.tiefe and self.offen[-1] != art)
        ):
            schluss += self._schliesse()
        if self.offen and self.offen[-1] == art:
            return f"{schluss}</li>\n<li{_marke(punkt)}{inhalt}"
        self.offen.append(art)
        return f"{schluss}<{_listenart(art)}><li{_marke(punkt)}{inhalt}"

    def geschlossen(self) -> str:
        """Close what is open."""
        return "".join(self._schliesse() for _ in tuple(self.offen))

    def _schliesse(self) -> str:
        zeilenende = "" if len(self.offen) > 1 else "\n"
        return f"</li></{_listenart(self.offen.pop())}>{zeilenende}"


def _listenart(art: tuple[int, bool, str]) -> str:
    return "ol" if art[1] else "ul"


def _marke(punkt: Punkt) -> str:
    """Return the attributes that give an item the number it has in the file, spelled as there."""
    if not punkt.marke:
        return f' value="{punkt.nummer}"' if punkt.nummer else ""
    zeichenkette = "".join(z if z.isalnum() or z in " .()§-–" else f"\\{ord(z):x} " for z in f"{punkt.marke} ")
    return f' value="{punkt.nummer}" style="list-style-type: \'{zeichenkette}\'"'
