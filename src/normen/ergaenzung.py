"""Levels that lawyers leave out are filled in where only one Einheit can be meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .einheit import Eintrag
from .schreibweise import Ebene
from .zitat import Glied, Zitat

_IM_SATZ = frozenset({Ebene.NUMMER, Ebene.BUCHSTABE, Ebene.VERGUETUNGSSTUFE, Ebene.SATZTEIL})
_UEBER_DEM_SATZ = frozenset({Ebene.PARAGRAPH, Ebene.ARTIKEL, Ebene.ABSATZ})
_MEISTE_SAETZE = 20


def gemeint(zitat: Zitat, nachschlagen: Callable[[Zitat], Eintrag | None]) -> Eintrag | None:
    """Return the Einheit a citation means: the one it names, or the only one that it can mean.

    "Satz 1" of an Absatz with a single Satz is that Absatz; "Abs. 2 Nr. 3" is found in the only Satz with a Nummer 3.
    """
    return nachschlagen(zitat) or _einziger_satz(zitat, nachschlagen) or _in_einem_satz(zitat, nachschlagen)


def _einziger_satz(zitat: Zitat, nachschlagen: Callable[[Zitat], Eintrag | None]) -> Eintrag | None:
    if zitat.glieder[-1:] != (Glied(Ebene.SATZ, "1"),):
        return None
    traeger = nachschlagen(zitat.eltern[0])
    return traeger if traeger and traeger.text else None


def _in_einem_satz(zitat: Zitat, nachschlagen: Callable[[Zitat], Eintrag | None]) -> Eintrag | None:
    for i in range(1, len(zitat.glieder)):
        if zitat.glieder[i].ebene in _IM_SATZ and zitat.glieder[i - 1].ebene in _UEBER_DEM_SATZ:
            vorn, hinten = zitat.glieder[:i], zitat.glieder[i:]
            moeglich = (
                replace(zitat, glieder=(*vorn, Glied(Ebene.SATZ, str(n)), *hinten)) for n in range(1, _MEISTE_SAETZE)
            )
            treffer = [eintrag for z in moeglich if (eintrag := nachschlagen(z))]
            return treffer[0] if len(treffer) == 1 else None
    return None
