"""From what applies to the whole page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..einheit import Art, Eintrag
from ..geltung import Geltung
from ..netz import Netz
from ..zitat import Spanne, Ziel
from .gruppen import binnenverweisungen, finde_funde, gruppen
from .lage import in_vv, oberhalb, vv_an
from .seite import Absatz, Lauf, Lesefassung, Quelle, Rolle
from .setzen import Setzer, Verweisgeber


def lesefassung(netz: Netz, geltung: Geltung, verweise: Verweisgeber, quelle: Callable[[Eintrag], Quelle]) -> Lesefassung:
    """Lay out what applies to an Einheit; ``verweise`` gives the citations in the text of one, ``quelle`` its origin."""
    start = netz.eintraege[netz.nummern[geltung.zitat]]
    setzer, ganz = Setzer(netz, verweise), netz.mit_allem(start.nr)
    vv = vv_an(netz, start) if start.art is Art.PARAGRAPH else None
    anhang = netz.mit_allem(vv.nr) if vv else frozenset()
    funde = finde_funde(netz, geltung, ganz)
    gesetzt = tuple(gruppen(setzer, funde))
    seite = Lesefassung(
        eintrag=start,
        oberhalb=tuple(oberhalb(netz, start))[::-1],
        wortlaut=setzer.teil(start, ganz - anhang),
        vv=setzer.teil(vv, anhang) if vv else None,
        vv_am_paragraphen=_vv_am_paragraphen(netz, start),
        gruppen=gesetzt,
        binnen=binnenverweisungen(geltung, funde, gesetzt),
        geltung=geltung,
        quellen=(),
        orte={},
    )
    quellen = dict.fromkeys(quelle(teil.eintrag) for teil in seite.teile)
    return replace(seite, quellen=tuple(quellen), orte=_orte(netz, seite))


def _vv_am_paragraphen(netz: Netz, start: Eintrag) -> Eintrag | None:
    """Return the VV on the § that a part of the statute lies in."""
    paragraph = next((oben for oben in oberhalb(netz, start) if oben.art is Art.PARAGRAPH), None)
    return vv_an(netz, paragraph) if paragraph and not in_vv(netz, start) else None


def _orte(netz: Netz, gesetzt: Lesefassung) -> dict[Ziel, Eintrag]:
    """Say for each target that is named on the page where it stands on the page, if it does."""
    absaetze = [absatz for teil in gesetzt.teile for absatz in teil.absaetze]
    laeufe = [lauf for absatz in absaetze for lauf in absatz.laeufe]
    gedruckt: list[Absatz | Lauf] = [*absaetze, *laeufe]
    nummern = {gesetzte.eintrag.nr for gesetzte in gedruckt if gesetzte.rolle is Rolle.WORTLAUT}
    nummern |= {teil.eintrag.nr for teil in gesetzt.teile}
    wege = (*(gruppe.weg for gruppe in gesetzt.gruppen), *gesetzt.geltung.nicht)
    ziele: list[Ziel] = [genannt.ziel for lauf in laeufe for v in lauf.verweise for genannt in (*v.ziele, *v.ausnahmen)]
    ziele += [v.quelle for weg in wege for v in weg]
    ziele += [ziel for binnen in gesetzt.binnen.values() for weg in binnen for ziel in weg[-1].ziele]
    return {ziel: ort for ziel in dict.fromkeys(ziele) if (ort := _ort(netz, ziel, nummern))}


def _ort(netz: Netz, ziel: Ziel, nummern: set[int]) -> Eintrag | None:
    """Return the first Einheit on the page that a target covers; a whole work has no place."""
    von = ziel.von if isinstance(ziel, Spanne) else ziel
    if not von.glieder + von.zu:
        return None
    return netz.eintraege.get(min(netz.loese(ziel)[0] & nummern, default=0))
