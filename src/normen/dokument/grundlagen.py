"""Legal bases that fit their template: by the Einheit they lie in, or by a Verweisung that makes the same rule apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..fehler import ZitatFehler
from ..normquelle import Normquelle
from ..schreibweise import Ebene
from ..verweisung import Verweisung
from ..zitat import Rahmen, Zitat
from ..zitatleser import lies_zitat
from .angaben import Angabe
from .vorgaben import Grundlage

#: What a clause like "§ 11 gilt entsprechend" speaks of: the Absatz it stands in, or the § that has none.
_REICHWEITE = (Ebene.ABSATZ, Ebene.PARAGRAPH, Ebene.ARTIKEL)


def unpassende(regeln: Iterable[Grundlage], angaben: Sequence[Angabe], normen: Normquelle) -> Iterator[str]:
    """Yield every legal basis that does not fit, with the path of its field and the reason.

    A citation that cannot be looked up is told elsewhere, and left alone here.
    """
    werte = {angabe.stelle: angabe.wert for angabe in angaben}
    for regel in (r for r in regeln if r.wenn is None or r.wenn.erfuellt(werte.get(r.wenn.feld))):
        grundlagen = [(a.stelle, z) for a in angaben if a.pfad == regel.feld and (z := _gelesen(a, normen))]
        mittelbare = [(stelle, z) for stelle, z in grundlagen if not _liegt_in(z, regel)]
        ueber = next((a for a in angaben if a.pfad == regel.ueber), None)
        if ueber and grundlagen and not mittelbare:
            yield f"{ueber.stelle}: passt nicht zu den übrigen Angaben ({regel.laesst_gelten} gilt hier unmittelbar)"
        for stelle, zitat in mittelbare:
            yield from _mittelbar(regel, stelle, zitat, ueber, normen)


def mittelbare(
    regeln: Iterable[Grundlage], angaben: Sequence[Angabe], normen: Normquelle
) -> Iterator[tuple[str, str, Verweisung]]:
    """Yield every legal basis that fits by a Verweisung only: the basis, the rule that applies to it, and the clause.

    The data are taken to be checked. Each basis is told once for each clause that the data name.
    """
    gefunden: dict[tuple[str, str, Verweisung], None] = {}
    for regel in regeln:
        ueber = next((z for a in angaben if a.pfad == regel.ueber and (z := _gelesen(a, normen))), None)
        grundlagen = [z for a in angaben if a.pfad == regel.feld and (z := _gelesen(a, normen))]
        for zitat in (z for z in grundlagen if ueber and not _liegt_in(z, regel)):
            klauseln = (v for v in _klauseln(regel, zitat, normen) if ueber and _nennt(ueber, v.quelle))
            gefunden |= dict.fromkeys((str(zitat), regel.laesst_gelten, v) for v in klauseln)
    yield from gefunden


def _mittelbar(regel: Grundlage, stelle: str, zitat: Zitat, ueber: Angabe | None, normen: Normquelle) -> Iterator[str]:
    """A basis outside of what the template names needs the Verweisung by which the rule applies to it."""
    wege = [v.quelle for v in _klauseln(regel, zitat, normen)]
    gemeint = " oder ".join(str(weg) for weg in wege)
    if not wege:
        yield f"{stelle}: {zitat} passt nicht; {_gebraucht(regel)}"
    elif ueber is None:
        yield f"{regel.ueber}: fehlt; für {zitat} gilt {regel.laesst_gelten} nur über {gemeint}"
    elif (genannt := _gelesen(ueber, normen)) and not any(_nennt(genannt, weg) for weg in wege):
        yield f"{ueber.stelle}: {genannt} lässt {regel.laesst_gelten} nicht für {zitat} gelten; das tut {gemeint}"


def _gelesen(angabe: Angabe, normen: Normquelle) -> Zitat | None:
    try:
        normen.norm(str(angabe.wert))
        return replace(normen.zitat(str(angabe.wert)), folgende="")
    except ZitatFehler:
        return None


def _liegt_in(zitat: Zitat, regel: Grundlage) -> bool:
    """Tell whether a citation is or lies in one of those the template names; a VV is no legal basis."""
    return zitat.rahmen is Rahmen.NORM and any(lies_zitat(z) in (zitat, *zitat.eltern) for z in regel.liegt_in)


def _klauseln(regel: Grundlage, zitat: Zitat, normen: Normquelle) -> list[Verweisung]:
    """Return the clauses that make the rule apply to what a norm provides for."""
    absatz = _reichweite(zitat)
    if not regel.laesst_gelten or zitat.rahmen is not Rahmen.NORM or absatz is None:
        return []
    gesucht = lies_zitat(regel.laesst_gelten)
    try:
        gilt = normen.geltung(str(absatz)).gilt
    except ZitatFehler:
        return []
    klauseln = (g.weg[0] for g in gilt if g.tiefe == 1 and lies_zitat(g.zitat) in (gesucht, *gesucht.eltern))
    return [v for v in klauseln if v.quelle.rahmen is Rahmen.NORM and _reichweite(v.quelle) == absatz]


def _reichweite(zitat: Zitat) -> Zitat | None:
    return next((z for z in (zitat, *zitat.eltern) if z.glieder and z.glieder[-1].ebene in _REICHWEITE), None)


def _nennt(genannt: Zitat, weg: Zitat) -> bool:
    """Tell whether a citation names a clause: its Satz, or the Absatz it stands in."""
    return genannt in (weg, *weg.eltern) and _reichweite(weg) in (genannt, *genannt.eltern)


def _gebraucht(regel: Grundlage) -> str:
    unmittelbar = f"gebraucht wird eine Norm in {' oder '.join(regel.liegt_in)}"
    mittelbar = f", oder eine, in deren Absatz eine Verweisung {regel.laesst_gelten} gelten lässt"
    return unmittelbar + (mittelbar if regel.ueber else "")
