"""The tree of a legal text: every Einheit with its citation, its own words and its place in the source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from .text import Text
from .zitat import Rahmen, Zitat
from .zitatleser import lies_zitat


class Art(Enum):
    """Kind of an Einheit; the value is what users and exports see."""

    WERK = "werk"
    ABSCHNITT = "abschnitt"
    UNTERABSCHNITT = "unterabschnitt"
    PARAGRAPH = "paragraph"
    ABSATZ = "absatz"
    SATZ = "satz"
    NUMMER = "nummer"
    BUCHSTABE = "buchstabe"
    STUFE = "stufe"
    SPIEGELSTRICH = "spiegelstrich"
    SATZTEIL = "satzteil"
    VV = "vv"
    VV_NUMMER = "vv-nummer"
    ANLAGE = "anlage"
    VERMERK = "vermerk"

    def __repr__(self) -> str:
        return f"Art.{self.name}"


class Druck(Enum):
    """Whether the text of an Einheit stands in the source."""

    ABGEDRUCKT = "abgedruckt"
    NICHT_ABGEDRUCKT = "nicht abgedruckt"
    LEER = "ohne Text"

    def __repr__(self) -> str:
        return f"Druck.{self.name}"


@dataclass(frozen=True, slots=True)
class Einheit:
    """A node of the tree.

    ``marke`` is the label as printed ("§ 9", "(1a)", "3.1", "Zu § 5"), ``ueberschrift`` the heading on one line, ``text``
    the words that belong to this Einheit itself and to none of its ``kinder``. In the order marke, ueberschrift, text,
    kinder the tree spells out its source, each word once.
    """

    zitat: Zitat
    art: Art
    marke: Text = Text()
    ueberschrift: Text = Text()
    text: Text = Text()
    kinder: tuple[Einheit, ...] = ()
    druck: Druck = Druck.ABGEDRUCKT

    def alle(self) -> Iterator[Einheit]:
        """Yield this Einheit and all below it, in the order of the source."""
        yield self
        for kind in self.kinder:
            yield from kind.alle()

    def eigene_texte(self) -> Iterator[Text]:
        """Yield what is printed for this Einheit alone, in order, empty parts left out."""
        yield from (teil for teil in (self.marke, self.ueberschrift, self.text) if teil)

    @property
    def zeilen(self) -> tuple[int, int]:
        """First and last source line of this Einheit with all below it, of a § without the VV on it; (0, 0) if empty."""
        ohne = (Art.VV, Art.VERMERK) if self.art is Art.PARAGRAPH else ()
        teile = (self, *(e for kind in self.kinder if kind.art not in ohne for e in kind.alle()))
        zeilen = [z for e in teile for t in e.eigene_texte() for z in (t.zeile_von, t.zeile_bis)]
        return (min(zeilen), max(zeilen)) if zeilen else (0, 0)


@dataclass(frozen=True, slots=True)
class Eintrag:
    """An Einheit as stored, with its place in the tree: ``nr`` to ``letzte`` are the numbers of all below it.

    Of its citation ``rahmen`` and ``nummer``, the number of the last step, are at hand without reading it again.
    """

    nr: int
    letzte: int
    eltern: int | None
    zitat: str
    kennung: str
    art: Art
    druck: Druck
    datei: str
    zeile_von: int
    zeile_bis: int
    marke: str
    ueberschrift: str
    text: str
    rahmen: Rahmen = Rahmen.NORM
    nummer: str = ""

    @property
    def als_zitat(self) -> Zitat:
        """The citation as a value."""
        return lies_zitat(self.zitat)
