"""Anlagen that no text cites, Anlagen that belong to a VV that is not printed, and an Anlage that is cited and missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..einheit import Art, Einheit
from ..schreibweise import Ebene
from ..zitat import Rahmen, Spanne, Zitat
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand
from .lesart import meint_anderes
from .nicht_abgedruckt import vermerk_statt

#: "aus der Anlage ersichtlichen": an Anlage without a number.
_OHNE_NUMMER = re.compile(
    r"\b(?:[Ii]n|[Aa]us|[Nn]ach|[Gg]emäß|[Ss]iehe|[Vv]gl\.|[Ll]aut)\s+(?:der\s+)?(?P<anlage>Anlage)\b(?!\s+\d)"
)


def anlagenbefunde(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each Anlage that nothing cites, and for each mention of one that its Werk does not have."""
    zitiert = set(_zitierte(bestand))
    for einheit in bestand.einheiten.values():
        if einheit.art is Art.ANLAGE and einheit.zitat not in zitiert:
            yield _verwaist(bestand, einheit)
        yield from _vermisst(bestand, einheit)


def _zitierte(bestand: Bestand) -> Iterator[Zitat]:
    """Yield the Anlagen that are cited, each as a whole; the two ends of a range count."""
    for stelle in bestand.verweisstellen:
        for ziel, _ in stelle.genannte():
            enden = (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,)
            if not meint_anderes(stelle, ziel):
                yield from (Zitat(z.werk, z.glieder[:1]) for z in enden if z.glieder[:1])


def _verwaist(bestand: Bestand, anlage: Einheit) -> Befund:
    grund = f"{anlage.zitat} wird in keinem geladenen Text zitiert."
    for vv in _zugehoerige_vv(bestand, anlage):
        if vermerk := vermerk_statt(bestand, vv):
            grund += f" Sie gehört zu {vv.bezugsnorm}; {vv} ist nicht abgedruckt: {vermerk}"
            return _befund(anlage, grund, "Prüfen Sie, ob die Anlage mit der Verwaltungsvorschrift überholt ist.")
    return _befund(anlage, grund, "Streichen Sie die Anlage, oder verweisen Sie auf sie, wo sie gebraucht wird.")


def _befund(anlage: Einheit, grund: str, vorschlag: str) -> Befund:
    return Befund(ANLAGE.kuerzel, anlage.zitat, anlage.marke.zeile_von, anlage.marke.inhalt, grund, vorschlag)


def _zugehoerige_vv(bestand: Bestand, anlage: Einheit) -> Iterator[Zitat]:
    """Yield the VV on the §§ that an Anlage names in its heading."""
    for stelle in bestand.verweisstellen:
        if stelle.quelle.zitat == anlage.zitat:
            for ziel, _ in stelle.genannte():
                norm = ziel.von if isinstance(ziel, Spanne) else ziel
                if norm.rahmen is Rahmen.NORM and norm.glieder:
                    yield Zitat(norm.werk, (), Rahmen.VV, norm.glieder[:1])


def _vermisst(bestand: Bestand, einheit: Einheit) -> Iterator[Befund]:
    """Yield a finding for each "Anlage" without a number in a Werk that has none."""
    for treffer in _OHNE_NUMMER.finditer(einheit.text.inhalt):
        if not _hat_anlage(bestand, einheit.zitat):
            zeile = einheit.text.zeile_bei(treffer.start("anlage"))
            grund = f"Genannt ist eine Anlage; {einheit.zitat.werk} hat im geladenen Text keine."
            vorschlag = "Laden Sie die Anlage mit, oder prüfen Sie, ob es sie noch gibt."
            yield Befund(ANLAGE.kuerzel, einheit.zitat, zeile, treffer[0], grund, vorschlag)


def _hat_anlage(bestand: Bestand, zitat: Zitat) -> bool:
    werk = bestand.register.werk(zitat.werk)
    traeger = werk.vv if werk and zitat.rahmen is Rahmen.VV else zitat.werk
    return any(
        z.werk == traeger and z.glieder and z.glieder[0].ebene in (Ebene.ANLAGE, Ebene.ANHANG) for z in bestand.zitate
    )


ANLAGE = Pruefart(
    "anlage",
    "Anlage ohne Verweis, Verweis ohne Anlage",
    "Eine Anlage wird nirgends zitiert, oder eine genannte Anlage fehlt.",
    anlagenbefunde,
)
