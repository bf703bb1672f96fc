"""What one administrative rule takes over from others: the rule a number belongs to, and all that applies to it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ..geltung import schritte
from ..netz import Bereich
from ..schreibweise import Ebene
from ..verweisung import Verweisung, Wirkung
from ..zitat import Rahmen, Spanne, Ziel, Zitat
from .bestand import Bestand


def regel(zitat: Zitat) -> Zitat | None:
    """Return the rule that an Einheit is part of: a VV, an Anlage, or a work that is numbered throughout.

    ``None`` for a statute: where it says that an Absatz applies accordingly, what that Absatz leans on is replaced by the
    case at hand, and the drafters rely on it.
    """
    if zitat.rahmen is Rahmen.VV:
        return Zitat(zitat.werk, (), Rahmen.VV, zitat.zu)
    if zitat.rahmen is Rahmen.NORM and zitat.glieder:
        if zitat.glieder[0].ebene is Ebene.ANLAGE:
            return replace(zitat, glieder=zitat.glieder[:1], folgende="")
        if zitat.glieder[0].ebene is Ebene.NUMMER:
            return Zitat(zitat.werk)
    return None


def anfang(ziel: Ziel) -> Zitat:
    """Return a target, or where a range begins."""
    return ziel.von if isinstance(ziel, Spanne) else ziel


@dataclass(frozen=True, slots=True)
class Uebernahmen:
    """Answers what clauses take over, each question once."""

    bestand: Bestand
    _gelten: dict[Zitat, Bereich] = field(default_factory=dict)

    def von(self, v: Verweisung) -> Bereich:
        """Return the Einheiten that a clause itself makes apply, its exceptions left out; none if it excludes."""
        if v.wirkung not in (Wirkung.ANALOG, Wirkung.DIREKT):
            return frozenset()
        netz = self.bestand.netz
        ziele = frozenset[int]().union(*(netz.loese(ziel)[0] for ziel in v.ziele))
        return ziele.difference(*(netz.loese(ausnahme)[0] for ausnahme in v.ausnahmen))

    def eigenes(self, traeger: Zitat) -> Bereich:
        """Return what stands in a rule itself."""
        eintrag = self.bestand.eintrag(traeger)
        return self.bestand.netz.mit_allem(eintrag.nr) if eintrag else frozenset()

    def gilt_fuer(self, traeger: Zitat) -> Bereich:
        """Return all that applies to a rule: what stands in it, and what its clauses lead to, over any number of steps."""
        if traeger not in self._gelten:
            eigenes = self.eigenes(traeger)
            weiter = (bereich - ohne for nr in eigenes for bereich, ohne, _ in schritte(self.bestand.netz, nr))
            self._gelten[traeger] = eigenes.union(*weiter)
        return self._gelten[traeger]
