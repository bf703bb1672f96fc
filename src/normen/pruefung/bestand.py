"""What the check works on: the loaded texts and all that was read from them, as values, loaded once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..einheit import Art, Einheit, Eintrag
from ..ergaenzung import moegliche
from ..netz import Netz
from ..text import Text
from ..verweis import Namensbuch, Verweis, finde
from ..verweisung import Verweisung
from ..werk import AusserKraft, Register
from ..zitat import Ziel, Zitat


@dataclass(frozen=True, slots=True)
class Verweisstelle:
    """A citation and where it stands: its places count in ``text``, which is the text or the heading of ``quelle``."""

    quelle: Einheit
    text: Text
    verweis: Verweis

    @property
    def wortlaut(self) -> str:
        """The words of the citation."""
        return self.text.inhalt[self.verweis.ab : self.verweis.bis]

    @property
    def zeile(self) -> int:
        """Its line in the source."""
        return self.text.zeile_bei(self.verweis.ab)

    def genannte(self) -> Iterator[tuple[Ziel, str]]:
        """Yield each target, exceptions too, with the words that name it: of a single one, those of the whole citation."""
        alle = (*self.verweis.ziele, *self.verweis.ausnahmen)
        for g in alle:
            yield g.ziel, self.wortlaut if len(alle) == 1 else self.text.inhalt[g.ab : g.bis]


@dataclass(frozen=True)
class Bestand:
    """The loaded texts.

    ``einheiten`` are all Einheiten by their citation, in the order of the corpus, with their places in the source;
    ``netz`` the same as numbers, with the clauses; ``verweisstellen`` all citations, in order, those in headings behind;
    ``verweisungen`` all clauses, in order; ``register`` all works; ``ausser_kraft`` what is known of works out of force.
    """

    einheiten: Mapping[str, Einheit]
    netz: Netz
    verweisstellen: tuple[Verweisstelle, ...]
    verweisungen: tuple[Verweisung, ...]
    register: Register
    ausser_kraft: Mapping[str, AusserKraft] = field(default_factory=dict)

    @classmethod
    def aus(
        cls,
        baeume: Iterable[Einheit],
        netz: Netz,
        verweise: Iterable[tuple[str, Verweis]],
        namen: Namensbuch,
        register: Register,
    ) -> Bestand:
        """Put together the trees, the net, and the citations with the Einheit each stands in; headings are read here."""
        einheiten = {str(e.zitat): e for baum in baeume for e in baum.alle()}
        stellen = [Verweisstelle(einheiten[quelle], einheiten[quelle].text, verweis) for quelle, verweis in verweise]
        stellen += _in_ueberschriften(einheiten, namen)
        verweisungen = (v for nr in sorted(netz.klauseln) for v in netz.klauseln[nr])
        return cls(einheiten, netz, tuple(stellen), tuple(verweisungen), register)

    def eintrag(self, zitat: Zitat) -> Eintrag | None:
        """Return the Einheit of exactly that citation, with its place in the tree, or ``None``."""
        nr = self.netz.nummern.get(str(zitat))
        return self.netz.eintraege[nr] if nr is not None else None

    def moegliche(self, zitat: Zitat) -> list[Eintrag]:
        """Return the Einheiten that a citation can mean, with levels filled in that lawyers leave out; none if gone."""
        return moegliche(replace(zitat, folgende=""), self.eintrag)

    def einheit(self, eintrag: Eintrag) -> Einheit:
        """Return the tree below an Eintrag."""
        return self.einheiten[eintrag.zitat]

    def geladen(self, zitat: Zitat) -> bool:
        """Tell whether the text of a cited work is there."""
        return zitat.werk in self.netz.geladen

    @cached_property
    def zitate(self) -> tuple[Zitat, ...]:
        """The citations of all Einheiten, in order."""
        return tuple(e.zitat for e in self.einheiten.values())


def _in_ueberschriften(einheiten: Mapping[str, Einheit], namen: Namensbuch) -> Iterator[Verweisstelle]:
    for e in einheiten.values():
        for text in filter(None, (_zusatz(e), e.ueberschrift)):
            for verweis in finde(text.inhalt, e.zitat, namen, lambda zitat: str(zitat) in einheiten):
                yield Verweisstelle(e, text, replace(verweis, zeile=text.zeile_bei(verweis.ab)))


def _zusatz(einheit: Einheit) -> Text:
    """Return what stands in brackets behind the label of an Anlage: "Anlage 9 (zu § 52 JVollzGB III)"."""
    klammer = einheit.marke.inhalt.find("(") if einheit.art is Art.ANLAGE else -1
    return einheit.marke.teil(klammer) if klammer > 0 else Text()
