"""Complete a citation that leaves something out: by the work named with it, or by the Einheit it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..ergaenzung import MEISTE_SAETZE
from ..schreibweise import GLIEDERUNG, Ebene
from ..zitat import Glied, Rahmen, Zitat
from .kette import GESETZLICHE, OBERSTE, VOM_WERK, Glieder
from .namen import Namensbuch

#: Tells whether an Einheit exists, to find the Satz that a bare "Nummer 2" stands in.
GibtEs = Callable[[Zitat], bool]

#: What lies below a level that completes it: a Buchstabe is one of the Nummer, a Halbsatz one of the Satz it stands in.
_LIEGT_IN = {
    Ebene.UNTERABSATZ: Ebene.ABSATZ,
    Ebene.HALBSATZ: Ebene.SATZ,
    Ebene.BUCHSTABE: Ebene.NUMMER,
    Ebene.DOPPELBUCHSTABE: Ebene.BUCHSTABE,
}
_ANLAGEN = (Ebene.ANLAGE, Ebene.ANHANG)
_VOM_EIGENEN_WERK = frozenset({*OBERSTE, *GLIEDERUNG})
_VON_REGELUNGEN = (*_ANLAGEN, Ebene.NUMMER)


@dataclass(frozen=True, slots=True)
class Ergaenzung:
    """What completes the citations of one text; without ``kontext`` only the ones that name their work are complete.

    ``genannte_vv`` is the VV that the text has named last, () if it has named none.
    """

    kontext: Zitat | None
    namen: Namensbuch
    gibt_es: GibtEs
    genannte_vv: tuple[Zitat, ...] = ()

    def vollstaendig(self, glieder: Glieder, werk: str | None) -> Zitat | None:
        """Return the full citation, or ``None`` if the text does not say enough."""
        k, ebene = self.kontext, glieder[0].ebene
        if ebene is Ebene.BUCH:
            return self._buch(glieder, werk)
        if ebene in _ANLAGEN and not glieder[0].nummer:
            return self._einzige_anlage(glieder, werk)
        if werk or k is None:
            return Zitat(werk, glieder) if werk and ebene in VOM_WERK else None
        return self._im_eigenen_werk(k, glieder) if ebene in _VOM_EIGENEN_WERK else self._relativ(k, glieder)

    def _im_eigenen_werk(self, k: Zitat, glieder: Glieder) -> Zitat | None:
        """Complete what belongs to the work of the context; an Unterabschnitt does not say of which Abschnitt it is."""
        ebene = glieder[0].ebene
        if ebene in _ANLAGEN:
            return Zitat(self._werk_mit_anlagen(k), glieder)
        if ebene in GLIEDERUNG and (ebene is Ebene.UNTERABSCHNITT or k.rahmen is Rahmen.VV or not _ist_gesetzlich(k)):
            return None
        return Zitat(k.werk, glieder)

    def _buch(self, glieder: Glieder, werk: str | None) -> Zitat | None:
        """A book is a work of its own where the code is loaded by books; a bare one is of the code of the context."""
        gesetzbuch = werk or (self.kontext.werk.rpartition(" ")[0] if self.kontext else "")
        eigenes = self.namen.buch(gesetzbuch, int(glieder[0].nummer)) if glieder[0].nummer.isdigit() else None
        if eigenes:
            return Zitat(eigenes, glieder[1:])
        ist_buch = werk is not None and werk.rpartition(" ")[0] in self.namen.buecher
        return Zitat(werk, glieder) if werk and not ist_buch else None

    def _einzige_anlage(self, glieder: Glieder, werk: str | None) -> Zitat | None:
        """Take "die Anlage" for the only one of its work, unless it has several, which are counted."""
        werk = werk or (self._werk_mit_anlagen(self.kontext) if self.kontext else None)
        erste = Glied(glieder[0].ebene, "1")
        mehrdeutig = werk is None or werk[0].isdigit() or self.gibt_es(Zitat(werk, (erste,)))  # "Anhang 4. BImSchV"
        return None if mehrdeutig or werk is None else Zitat(werk, glieder)

    def _werk_mit_anlagen(self, k: Zitat) -> str:
        return self.namen.mit_vv.get(k.werk, k.werk) if k.rahmen is Rahmen.VV else k.werk

    def _relativ(self, k: Zitat, glieder: Glieder) -> Zitat | None:
        if k.rahmen is Rahmen.VV:
            eigenes = _in_der_vv(k, glieder)
            andere = [_in_der_vv(vv, glieder) for vv in self.genannte_vv]
            fehlt = eigenes is not None and glieder[0].ebene is Ebene.NUMMER and not self.gibt_es(eigenes)
            return next((z for z in andere if fehlt and z and self.gibt_es(z)), eigenes)
        if not k.glieder:
            zitat = Zitat(k.werk, glieder)
            return zitat if glieder[0].ebene is Ebene.NUMMER and self.gibt_es(zitat) else None
        if k.glieder[0].ebene in _VON_REGELUNGEN:
            return _in_der_regelung(k, glieder)
        return self._im_paragraphen(k, glieder)

    def _im_paragraphen(self, k: Zitat, glieder: Glieder) -> Zitat | None:
        ebene = glieder[0].ebene
        if ebene is Ebene.ABSATZ:
            return Zitat(k.werk, k.glieder[:1] + glieder)
        oben = tuple(g for g in k.glieder if g.ebene in OBERSTE or g.ebene is Ebene.ABSATZ)
        if ebene is Ebene.SATZ:
            return Zitat(k.werk, oben + glieder)
        if ebene is Ebene.NUMMER:
            return self._nummer_im_absatz(k, oben, glieder)
        return _unter(k, glieder)

    def _nummer_im_absatz(self, k: Zitat, oben: Glieder, glieder: Glieder) -> Zitat | None:
        """Find a Nummer in the Satz that names it, else in the only Satz that has it; one in several is not told apart."""
        eigener = tuple(g for g in k.glieder if g.ebene is Ebene.SATZ)
        hier = Zitat(k.werk, oben + eigener + glieder)
        if self.gibt_es(hier):
            return hier
        saetze = ((), *((Glied(Ebene.SATZ, str(n)),) for n in range(1, MEISTE_SAETZE)))
        moeglich = [Zitat(k.werk, oben + satz + glieder) for satz in saetze]
        vorhanden = [zitat for zitat in moeglich if self.gibt_es(zitat)]
        return moeglich[0] if not vorhanden else vorhanden[0] if len(vorhanden) == 1 else None


def _ist_gesetzlich(k: Zitat) -> bool:
    return not k.glieder or k.glieder[0].ebene in GESETZLICHE or k.glieder[0].ebene in GLIEDERUNG


def _unter(k: Zitat, glieder: Glieder) -> Zitat | None:
    """Complete a small level from the last step of the context that such a level lies in."""
    ueber = _LIEGT_IN.get(glieder[0].ebene)
    stelle = next((n for n, glied in enumerate(k.glieder, start=1) if glied.ebene is ueber), 0)
    return replace(k, glieder=k.glieder[:stelle] + glieder, folgende="") if stelle else None


def _in_der_vv(k: Zitat, glieder: Glieder) -> Zitat | None:
    ebene = glieder[0].ebene
    if ebene is Ebene.NUMMER:
        return replace(k, glieder=glieder)
    if ebene is Ebene.SATZ:
        return replace(k, glieder=tuple(g for g in k.glieder if g.ebene is Ebene.NUMMER) + glieder)
    return Zitat(k.werk, k.zu + glieder) if ebene is Ebene.ABSATZ else _unter(k, glieder)


def _in_der_regelung(k: Zitat, glieder: Glieder) -> Zitat | None:
    """In a numbered rule a Nummer is one of the rule, in an annex one of the annex."""
    if glieder[0].ebene is Ebene.NUMMER:
        return Zitat(k.werk, tuple(g for g in k.glieder if g.ebene in _ANLAGEN) + glieder)
    if glieder[0].ebene is Ebene.SATZ:
        return Zitat(k.werk, tuple(g for g in k.glieder if g.ebene in _VON_REGELUNGEN) + glieder)
    return _unter(k, glieder)
