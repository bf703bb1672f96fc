"""What a Lesefassung is made of, from the whole page down to the text of one Einheit; it has no layout yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from ..einheit import Art, Eintrag
from ..geltung import Geltung, Gilt, Weg
from ..verweis import Verweis
from ..verweisung import Wirkung
from ..werk import Werk
from ..zitat import Ziel


class Rolle(Enum):
    """Why words are printed: they apply, they help to understand others, or there is a gap in their place.

    A gap is what an exception takes out, or a Satz beside one that is named that is not named itself.
    """

    WORTLAUT = "text"
    EINORDNUNG = "context"
    AUSGENOMMEN = "excepted"
    AUSGELASSEN = "omitted"

    def __repr__(self) -> str:
        return f"Rolle.{self.name}"


@dataclass(frozen=True, slots=True)
class Lauf:
    """The own text of one Einheit, with the citations found in it; the text of a gap is not printed."""

    eintrag: Eintrag
    rolle: Rolle
    verweise: tuple[Verweis, ...] = ()

    @property
    def satz(self) -> str:
        """Number of the Satz, "" for an Einheit that is none."""
        return self.eintrag.zitat.split("Satz ")[1].split()[0] if self.eintrag.art is Art.SATZ else ""


@dataclass(frozen=True, slots=True)
class Absatz:
    """One paragraph in print: label and heading of an Einheit, and the text of it and of its Sätze.

    ``tiefe`` is its depth below the `Teil`. ``kopf`` tells whether label and heading are printed here; they are not where
    a text goes on after a list. ``auch`` are the numbers of further groups by which it applies.
    """

    eintrag: Eintrag
    tiefe: int
    rolle: Rolle
    kopf: bool
    laeufe: tuple[Lauf, ...] = ()
    auch: tuple[int, ...] = ()

    @property
    def marke(self) -> str:
        """Label as printed, "" where it stands in the heading of the Teil."""
        return self.eintrag.marke if self.kopf and self.tiefe else ""

    @property
    def ueberschrift(self) -> str:
        """Heading, "" where it stands in the heading of the Teil."""
        return self.eintrag.ueberschrift if self.kopf and self.tiefe else ""


@dataclass(frozen=True, slots=True)
class Teil:
    """What is printed of one §, VV, Anlage or Werk; ``auszug`` tells that it is not all of it."""

    eintrag: Eintrag
    absaetze: tuple[Absatz, ...]
    auszug: bool = False


@dataclass(frozen=True, slots=True)
class Anderswo:
    """An Einheit that applies by this chain too, and stands with another group; number 0 is the Einheit asked about."""

    eintrag: Eintrag
    gruppe: int


@dataclass(frozen=True, slots=True)
class Gruppe:
    """What one chain of clauses makes apply; groups are numbered from 1."""

    nummer: int
    weg: Weg
    teile: tuple[Teil, ...]
    anderswo: tuple[Anderswo, ...]

    @property
    def wirkung(self) -> Wirkung:
        """What the chain as a whole does."""
        return Gilt("", self.weg).wirkung

    @property
    def ausnahmen(self) -> tuple[Ziel, ...]:
        """What the clauses of the chain leave out, first to last."""
        return tuple(dict.fromkeys(ziel for v in self.weg for ziel in v.ausnahmen))


@dataclass(frozen=True, slots=True)
class Quelle:
    """Which text was read: the work, the file, and where the file comes from ("" if not known)."""

    werk: Werk | None
    datei: str
    herkunft: str


@dataclass(frozen=True, slots=True)
class Lesefassung:
    """All that is printed for an Einheit.

    ``oberhalb`` are the Einheiten above it, from the work down. ``vv`` is the VV on a §, or the note printed in its place;
    ``vv_am_paragraphen`` is the one on the § that an Absatz or a Satz lies in, and is not printed. ``orte`` says for each
    target that stands on the page, in a text or as the place of a clause, at which Einheit it does. ``binnen`` are the
    chains that lead only to what is printed anyway, by the citation of the Einheit where their last clause stands.
    """

    eintrag: Eintrag
    oberhalb: tuple[Eintrag, ...]
    wortlaut: Teil
    vv: Teil | None
    vv_am_paragraphen: Eintrag | None
    gruppen: tuple[Gruppe, ...]
    geltung: Geltung
    quellen: tuple[Quelle, ...]
    orte: Mapping[Ziel, Eintrag]
    binnen: Mapping[str, tuple[Weg, ...]]

    @property
    def teile(self) -> Iterator[Teil]:
        """All Teile in the order of the page."""
        yield self.wortlaut
        if self.vv:
            yield self.vv
        for gruppe in self.gruppen:
            yield from gruppe.teile

    def steht_vor(self, eines: Eintrag, anderes: Eintrag) -> bool:
        """Tell whether of two Einheiten on the page one comes before the other."""
        return next(e for e in self._gedruckt if e in (eines, anderes)) == eines != anderes

    @property
    def _gedruckt(self) -> Iterator[Eintrag]:
        for teil in self.teile:
            yield teil.eintrag
            for absatz in teil.absaetze:
                yield absatz.eintrag
                yield from (lauf.eintrag for lauf in absatz.laeufe)
