"""Where an Einheit stands in the tree: what is above it, what it is read with, and whether it says anything."""

from __future__ import annotations

from collections.abc import Iterator

from ..einheit import Art, Druck, Eintrag
from ..netz import Bereich, Netz


def oberhalb(netz: Netz, e: Eintrag) -> Iterator[Eintrag]:
    """Yield the Einheiten above one, nearest first."""
    while e.eltern is not None:
        e = netz.eintraege[e.eltern]
        yield e


def traeger_von(netz: Netz, nr: int) -> Eintrag:
    """Return the §, VV, Anlage or Werk that an Einheit is or lies in."""
    arten = (Art.PARAGRAPH, Art.VV, Art.ANLAGE, Art.ABSCHNITT, Art.UNTERABSCHNITT, Art.WERK)
    e = netz.eintraege[nr]
    return next((oben for oben in (e, *oberhalb(netz, e)) if oben.art in arten), e)


def grundeinheit(netz: Netz, nr: int) -> int:
    """Return the Absatz or the number of a rule that an Einheit is or lies in: what is read in one go."""
    e = netz.eintraege[nr]
    if e.art in (Art.SATZ, Art.SATZTEIL, Art.BUCHSTABE, Art.STUFE, Art.SPIEGELSTRICH) and e.eltern:
        return grundeinheit(netz, e.eltern)
    if e.art is Art.NUMMER and e.eltern and not netz.ist_regelnummer(nr):
        return grundeinheit(netz, e.eltern)
    return nr


def vv_an(netz: Netz, paragraph: Eintrag) -> Eintrag | None:
    """Return the VV on a §, or the note printed in its place."""
    kinder = (netz.eintraege[nr] for nr in netz.kinder.get(paragraph.nr, ()))
    return next((kind for kind in kinder if kind.art in (Art.VV, Art.VERMERK)), None)


def in_vv(netz: Netz, e: Eintrag) -> bool:
    """Tell whether an Einheit is a VV or lies in one."""
    return any(oben.art in (Art.VV, Art.VERMERK) for oben in (e, *oberhalb(netz, e)))


def mit_text(netz: Netz, bereich: Bereich) -> Bereich:
    """Leave out Einheiten under whose label or heading nothing would be printed."""
    spricht = {nr for nr in bereich if netz.eintraege[nr].text or netz.eintraege[nr].druck is not Druck.ABGEDRUCKT}
    return frozenset(nr for nr in bereich if any(n in spricht for n in range(nr, netz.eintraege[nr].letzte + 1)))
