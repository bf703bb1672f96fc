"""Levels that lawyers leave out are filled in where only one Einheit can be meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .einheit import Eintrag
from .schreibweise import Ebene
from .zitat import Glied, Zitat

_IM_SATZ = frozenset({Ebene.NUMMER, Ebene.BUCHSTABE, Ebene.VERGUETUNGSSTUFE, Ebene.SATZTEIL})
_UEBER_DEM_SATZ = frozenset({Ebene.PARAGRAPH, Ebene.ARTIKEL, Ebene.ABSATZ})
#: Parts of a Satz that are cited but are no Einheiten of their own.
TEILE_EINES_SATZES = frozenset({Ebene.HALBSATZ, Ebene.ALTERNATIVE, Ebene.VARIANTE, Ebene.FALL})
#: No Absatz has as many.
MEISTE_SAETZE = 40


def gemeint(zitat: Zitat, nachschlagen: Callable[[Zitat], Eintrag | None]) -> Eintrag | None:
    """Return the Einheit a citation means: the one it names, or the only one that it can mean.

    "Satz 1" of an Absatz with a single Satz is that Absatz; "Abs. 2 Nr. 3" is found in the only Satz with a Nummer 3.
    """
    moeglich = moegliche(zitat, nachschlagen)
    return moeglich[0] if len(moeglich) == 1 else None


def moegliche(zitat: Zitat, nachschlagen: Callable[[Zitat], Eintrag | None]) -> list[Eintrag]:
    """Return the Einheiten a citation can mean; more than one if a Nummer stands in several Sätze of the Absatz."""
    genau = nachschlagen(zitat) or _ohne_satz_1(zitat, nachschlagen)
    return [genau] if genau else _in_saetzen(zitat, nachschlagen)


def _ohne_satz_1(zitat: Zitat, nachschlagen: Callable[[Zitat], Eintrag | None]) -> Eintrag | None:
    """Look a citation up without its "Satz 1", where the text has a single Satz and so does not count it."""
    if Glied(Ebene.SATZ, "1") not in zitat.glieder:
        return None
    stelle = zitat.glieder.index(Glied(Ebene.SATZ, "1"))
    traeger = nachschlagen(replace(zitat, glieder=zitat.glieder[:stelle]))
    if traeger is None or not traeger.text:
        return None
    return nachschlagen(replace(zitat, glieder=zitat.glieder[:stelle] + zitat.glieder[stelle + 1 :]))


def _in_saetzen(zitat: Zitat, nachschlagen: Callable[[Zitat], Eintrag | None]) -> list[Eintrag]:
    for i in range(1, len(zitat.glieder)):
        if zitat.glieder[i].ebene in _IM_SATZ and zitat.glieder[i - 1].ebene in _UEBER_DEM_SATZ:
            vorn, hinten = zitat.glieder[:i], zitat.glieder[i:]
            saetze = (Glied(Ebene.SATZ, str(n)) for n in range(1, MEISTE_SAETZE))
            moeglich = (replace(zitat, glieder=(*vorn, satz, *hinten)) for satz in saetze)
            return [eintrag for z in moeglich if (eintrag := nachschlagen(z))]
    return []
