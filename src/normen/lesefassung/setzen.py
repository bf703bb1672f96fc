"""From Einheiten to paragraphs: labels, running Sätze, what is printed for orientation, and the gaps of exceptions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..einheit import Art, Druck, Eintrag
from ..netz import Bereich, Netz
from ..verweis import Verweis
from .lage import mit_text, oberhalb, traeger_von
from .seite import Absatz, Lauf, Rolle, Teil

#: Gives the citations in the text of an Einheit, by its own citation.
Verweisgeber = Callable[[str], Sequence[Verweis] | None]


@dataclass(frozen=True, slots=True)
class Setzer:
    """Sets Einheiten in paragraphs; ``gruppen`` is what every group makes apply, by its number."""

    netz: Netz
    verweise: Verweisgeber
    gruppen: Mapping[int, Bereich] = field(default_factory=dict)

    def teile(self, nummer: int, eigene: Bereich, ausgenommen: Bereich) -> Iterator[Teil]:
        """Yield what a group prints, one Teil for each §, VV or Anlage, in the order of the source."""
        je_traeger: dict[int, set[int]] = {}
        for nr in sorted(eigene):
            je_traeger.setdefault(traeger_von(self.netz, nr).nr, set()).add(nr)
        for traeger, nummern in sorted(je_traeger.items()):
            yield self.teil(self.netz.eintraege[traeger], frozenset(nummern), ausgenommen, nummer)

    def teil(self, traeger: Eintrag, eigene: Bereich, ausgenommen: Bereich = frozenset(), nummer: int = 0) -> Teil:
        """Return Einheiten as paragraphs, with what they need to be understood and the gaps between them."""
        rollen = dict.fromkeys(self._ausgelassene(eigene), Rolle.AUSGELASSEN) | dict.fromkeys(eigene, Rolle.WORTLAUT)
        rollen |= dict.fromkeys(self._umfeld(traeger, eigene), Rolle.EINORDNUNG)
        rollen |= dict.fromkeys(self._luecken(traeger, ausgenommen, rollen), Rolle.AUSGENOMMEN)
        absaetze = tuple(self._mit_weiteren(absatz, nummer) for absatz in self._absaetze(traeger, rollen))
        ganz = {nr for nr in self.netz.mit_allem(traeger.nr) if traeger_von(self.netz, nr) == traeger}
        return Teil(traeger, absaetze, bool(nummer) and not mit_text(self.netz, frozenset(ganz)) <= eigene)

    def _umfeld(self, traeger: Eintrag, eigene: Bereich) -> set[int]:
        """Return the Einheiten above, with a heading or with the words that lead to a list, that do not apply themselves."""
        umfeld: set[int] = set()
        for nr in eigene:
            unten = self.netz.eintraege[nr]
            for oben in oberhalb(self.netz, unten):
                if oben.nr in eigene or oben.nr <= traeger.nr:
                    break
                if oben.text or oben.ueberschrift or unten.art in (Art.SATZ, Art.SATZTEIL):
                    umfeld.add(oben.nr)
                unten = oben
        return umfeld

    def _ausgelassene(self, eigene: Bereich) -> set[int]:
        """Return the Sätze beside those that are printed; to leave them out unseen would mislead."""
        eltern = {self.netz.eintraege[nr].eltern for nr in eigene if self.netz.eintraege[nr].art is Art.SATZ}
        neben = {nr for oben in eltern for nr in self.netz.kinder[oben or 0]}
        return {nr for nr in neben - eigene if self.netz.eintraege[nr].art is Art.SATZ}

    def _luecken(self, traeger: Eintrag, ausgenommen: Bereich, gesetzt: Mapping[int, Rolle]) -> set[int]:
        """Return the topmost Einheiten taken out, where what they are taken out of is printed."""
        aussen = {nr for nr in ausgenommen if self.netz.eintraege[nr].eltern not in ausgenommen}
        return {nr for nr in aussen if self.netz.eintraege[nr].eltern in (traeger.nr, *gesetzt)}

    def _absaetze(self, traeger: Eintrag, rollen: Mapping[int, Rolle]) -> Iterator[Absatz]:
        tiefen = {traeger.nr: 0}
        offen: Absatz | None = None
        for nr in sorted(rollen):
            e = self.netz.eintraege[nr]
            tiefe = self._tiefe(e, tiefen)
            if offen and self._laeuft_weiter(e, offen):
                offen = replace(offen, laeufe=(*offen.laeufe, self._lauf(e, rollen[nr])))
                continue
            if offen:
                yield offen
            offen = Absatz(e, tiefe, rollen[nr], e.art not in (Art.SATZ, Art.SATZTEIL), self._laeufe(e, rollen[nr]))
        if offen:
            yield offen

    def _tiefe(self, e: Eintrag, tiefen: dict[int, int]) -> int:
        """Return the depth of an Einheit below the Teil; a Satz is as deep as what it is a Satz of."""
        if e.nr not in tiefen:
            oben = self._tiefe(self.netz.eintraege[e.eltern], tiefen) if e.eltern else 0
            tiefen[e.nr] = oben + (e.art not in (Art.SATZ, Art.SATZTEIL))
        return tiefen[e.nr]

    def _laeuft_weiter(self, e: Eintrag, offen: Absatz) -> bool:
        """Tell whether a Satz goes on in the paragraph before it."""
        davor = offen.laeufe[-1].eintrag if offen.laeufe else offen.eintrag
        return e.art is Art.SATZ and (davor.nr == e.eltern or (davor.art is Art.SATZ and davor.eltern == e.eltern))

    def _laeufe(self, e: Eintrag, rolle: Rolle) -> tuple[Lauf, ...]:
        """Return what is printed of an Einheit beside its label: its text, a gap, or that it is not printed."""
        ist_leer = not e.text and (e.druck is Druck.ABGEDRUCKT or self.netz.kinder.get(e.nr))
        return () if ist_leer and rolle is not Rolle.AUSGENOMMEN else (self._lauf(e, rolle),)

    def _lauf(self, e: Eintrag, rolle: Rolle) -> Lauf:
        return Lauf(e, rolle, tuple(self.verweise(e.zitat) or ()))

    def _mit_weiteren(self, absatz: Absatz, nummer: int) -> Absatz:
        """Name the further groups by which a paragraph applies."""
        eigene = {lauf.eintrag.nr for lauf in absatz.laeufe if lauf.rolle is Rolle.WORTLAUT}
        return replace(absatz, auch=tuple(n for n, bereich in self.gruppen.items() if n != nummer and bereich & eigene))
