"""One part of a Word file - the body, a header, the notes - as blocks, read as a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .aufbau import Absatz, Beiwerk, Block, Form, Tabelle, Textfeld, Zeile, Zelle
from .passage import Passage, Zaehlung
from .wordarchiv import attribut, gib_frei, ist_an, lokal, wert
from .wordformat import Formate

_ERSATZ = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What stands for a character in a run.
_ZEICHEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\N{SOFT HYPHEN}"}
#: Elements whose text does not count: what a tracked change has moved away.
_WEG = frozenset({"moveFrom"})
NOTEN = {"footnotes": Zaehlung.FUSSNOTE, "endnotes": Zaehlung.ENDNOTE}
#: Elements that hold others, and the word that a place in them is named by; "" if by nothing of its own.
_RAHMEN = {
    **{"p": "", "tbl": "Tabelle", "tr": "Zeile", "tc": "Zelle", "txbxContent": "Textfeld"},
    **{"footnote": "Fußnote", "endnote": "Endnote"},
}
_VERWEISE_AUF_NOTEN = frozenset({"footnoteReference", "endnoteReference"})
#: More columns than this no browser makes of a cell.
_BREITESTE = 1000


@dataclass(slots=True)
class _Rahmen:
    """An element that is open, with what it holds so far; ``gezaehlt`` are the tables, rows or cells in it."""

    name: str
    pfad: tuple[str, ...]
    nummer: int = 0
    gezaehlt: int = 0
    text: list[str] = field(default_factory=list)
    inhalt: list[Block | Zeile | Zelle] = field(default_factory=list)
    form: Form = Form()
    breite: int = 1
    haengt: bool = False
    kopf: bool = False


@dataclass(slots=True)
class Wordleser:
    """Reads one part. A place in it is named by ``pfad`` and what follows; ``nummer`` is that of a header or footer.

    ``reihenfolge`` gives the ids of notes the numbers they are printed with, ``noten`` collects these for the parts to come.
    """

    formate: Formate
    zaehlung: Zaehlung = Zaehlung.WORDABSATZ
    nummer: int = 0
    pfad: tuple[str, ...] = ()
    reihenfolge: Mapping[str, int] = field(default_factory=dict)
    noten: dict[Zaehlung, dict[str, int]] = field(default_factory=lambda: {z: {} for z in NOTEN.values()})
    absaetze: int = 0
    textfelder: int = 0
    ohne: int = 0
    offen: list[_Rahmen] = field(default_factory=list)

    def lies(self, elemente: Iterable[tuple[str, Any]]) -> Iterator[Block]:
        """Yield the blocks of a part that hold anything, each as soon as it is complete."""
        self.offen = [wurzel := _Rahmen("", self.pfad)]
        for ereignis, element in elemente:
            name = lokal(element)
            if element.tag == _ERSATZ or name in _WEG:
                self.ohne += 1 if ereignis == "start" else -1
            elif self.ohne or not name:
                continue
            elif ereignis == "start":
                self._beginn(name, element)
            else:
                self._schluss(name, element)
                if wurzel.inhalt and len(self.offen) == 1:
                    yield from _nur_bloecke(wurzel.inhalt)
                    wurzel.inhalt.clear()

    def _beginn(self, name: str, element: Any) -> None:
        if name not in _RAHMEN:
            return
        oben = self.offen[-1]
        match name:
            case "p":
                self.absaetze += 1
                self.offen.append(_Rahmen(name, oben.pfad, self.absaetze))
                return
            case "footnote" | "endnote":
                nummer = self.reihenfolge.get(attribut(element, "id"), 0)
            case "txbxContent":
                self.textfelder += 1
                nummer = self.textfelder
            case _:
                oben.gezaehlt += 1
                nummer = oben.gezaehlt
        pfad = self.pfad if name == "txbxContent" else oben.pfad
        self.offen.append(_Rahmen(name, (*pfad, f"{_RAHMEN[name]} {nummer}"), nummer))

    def _schluss(self, name: str, element: Any) -> None:
        rahmen = self.offen[-1]
        if name in _RAHMEN:
            self.offen.pop()
            self.offen[-1].inhalt += self._fertig(rahmen)
            gib_frei(element)
        elif name == "t":
            rahmen.text.append(element.text or "")
        elif name in _ZEICHEN and lokal(element.getparent()) == "r":
            rahmen.text.append(_ZEICHEN[name])
        elif name in _VERWEISE_AUF_NOTEN:
            nummern = self.noten[NOTEN[f"{name.removesuffix('Reference')}s"]]
            nummern.setdefault(attribut(element, "id"), len(nummern) + 1)
        elif name == f"{rahmen.name}Pr" and lokal(element.getparent()) == rahmen.name:
            self._merke(rahmen, element)

    def _merke(self, rahmen: _Rahmen, eigenschaften: Any) -> None:
        """Take what the properties of a paragraph, row or cell say."""
        match rahmen.name:
            case "p":
                rahmen.form = self.formate.form(eigenschaften)
            case "tr":
                rahmen.kopf = ist_an(eigenschaften, "tblHeader")
            case "tc":
                breite = wert(eigenschaften, "gridSpan")
                rahmen.breite = min(int(breite), _BREITESTE) if breite.isascii() and breite.isdecimal() else 1
                verbunden = [k for k in eigenschaften if lokal(k) == "vMerge"]
                rahmen.haengt = bool(verbunden) and attribut(verbunden[0], "val") != "restart"

    def _fertig(self, rahmen: _Rahmen) -> list[Block | Zeile | Zelle]:
        """Return what has become of an element; what stands where no Word puts it is kept, behind it."""
        match rahmen.name:
            case "p":
                return [*self._absatz(rahmen), *rahmen.inhalt]
            case "tbl":
                zeilen = tuple(x for x in rahmen.inhalt if isinstance(x, Zeile))
                rest = [x for x in rahmen.inhalt if not isinstance(x, Zeile)]
                return [*((Tabelle(rahmen.pfad[-1], zeilen),) if zeilen else ()), *rest]
            case "tr":
                zellen = tuple(x for x in rahmen.inhalt if isinstance(x, Zelle))
                return [Zeile(zellen, rahmen.kopf), *(x for x in rahmen.inhalt if not isinstance(x, Zelle))]
        return self._behaelter(rahmen, tuple(_nur_bloecke(rahmen.inhalt)))

    def _behaelter(self, rahmen: _Rahmen, inhalt: tuple[Block, ...]) -> list[Block | Zeile | Zelle]:
        """A cell stays even if it is empty; a note outside the notes is only what stands in it."""
        if rahmen.name == "tc":
            return [Zelle(inhalt, max(rahmen.breite, 1), rahmen.haengt)]
        if inhalt and rahmen.name == "txbxContent":
            return [Textfeld(rahmen.pfad[-1], inhalt)]
        return [Beiwerk(self.zaehlung, rahmen.nummer, rahmen.pfad[-1], inhalt)] if inhalt and rahmen.nummer else [*inhalt]

    def _absatz(self, rahmen: _Rahmen) -> Iterator[Absatz]:
        """Make a paragraph, unless it is empty, or part of a note that is printed nowhere."""
        text = "".join(rahmen.text)
        nummer = rahmen.nummer if self.zaehlung is Zaehlung.WORDABSATZ else self.nummer or self._note()
        if nummer and text.strip():
            lage, titel = ", ".join(rahmen.pfad), rahmen.form.ueberschrift > 0
            yield Absatz(Passage(text, self.zaehlung, ((0, nummer),), lage=lage, titel=titel), rahmen.form)

    def _note(self) -> int:
        return next((rahmen.nummer for rahmen in self.offen if rahmen.name in ("footnote", "endnote")), 0)


def _nur_bloecke(inhalt: Iterable[Block | Zeile | Zelle]) -> Iterator[Block]:
    """Take apart rows and cells that stand outside a table."""
    for teil in inhalt:
        match teil:
            case Zeile(zellen):
                yield from _nur_bloecke(zellen)
            case Zelle(bloecke):
                yield from bloecke
            case _:
                yield teil
