"""From a citation as typed to the Einheit it names, or to a message that helps: what was understood, what exists nearby."""

from __future__ import annotations

from dataclasses import replace

from .einheit import Eintrag
from .ergaenzung import moegliche
from .fehler import ZitatFehler
from .naehe import naechste, oder
from .speicher import Speicher
from .zitat import Rahmen, Zitat, lies_zitat


def lies_mit_werk(speicher: Speicher, eingabe: str) -> Zitat:
    """Read a citation as typed; raises `ZitatFehler` if it cannot be read, or names no work that is known."""
    zitat = lies_zitat(eingabe, speicher.register.kurzname)
    if not zitat.werk:
        raise ZitatFehler(f"Bei „{zitat}“ fehlt das Gesetz.", rat=_rat_ohne_werk(speicher, zitat))
    if speicher.register.werk(zitat.werk) is None:
        aehnlich = speicher.register.aehnliche(zitat.werk)
        rat = f"Meinten Sie {oder(aehnlich)}?" if aehnlich else "Die geladenen Werke zeigt: normen werke"
        raise ZitatFehler(f"Das Werk „{zitat.werk}“ ist nicht bekannt. Verstanden: {zitat}.", rat=rat)
    return zitat


def finde_einheit(speicher: Speicher, zitat: Zitat) -> Eintrag:
    """Return the Einheit of a citation, of one with "ff." the one it begins with.

    Levels that lawyers leave out are filled in (`normen.ergaenzung`). Raises `ZitatFehler` with the nearest existing
    Einheiten, or with the reason why there is no text.
    """
    zitat = replace(zitat, folgende="")
    moeglich = moegliche(zitat, speicher.eintrag)
    if len(moeglich) == 1:
        return moeglich[0]
    if moeglich:
        raise ZitatFehler(f"{zitat} ist mehrdeutig.", rat=f"Meinten Sie {oder([e.zitat for e in moeglich])}?")
    werk = speicher.register.werk(zitat.werk)
    if werk is not None and (buecher := _in_buechern(speicher, zitat)):
        raise ZitatFehler(f"{werk.kurz} besteht aus mehreren Büchern.", rat=f"Meinten Sie {oder(buecher)}?")
    if werk is not None and not werk.geladen:
        raise ZitatFehler(
            f"{werk.kurz} ist bekannt, aber sein Text ist nicht geladen. Verstanden: {zitat}.",
            rat="Die geladenen Werke zeigt: normen werke",
        )
    raise _fehlt(speicher, zitat)


def _fehlt(speicher: Speicher, zitat: Zitat) -> ZitatFehler:
    """Say that an Einheit does not exist, which one above it does, and what is nearest."""
    if zitat.rahmen is Rahmen.VV and (vermerk := speicher.eintrag(Zitat(zitat.werk, (), Rahmen.VERMERK, zitat.zu))):
        return ZitatFehler(f"{zitat} ist nicht abgedruckt. Im Text steht: {vermerk.text}")
    if zitat.rahmen is Rahmen.VV and speicher.eintrag(zitat.bezugsnorm) and not speicher.eintrag(replace(zitat, glieder=())):
        return ZitatFehler(
            f"Zu {zitat.bezugsnorm} gibt es keine Verwaltungsvorschrift.",
            rat=f'Den Text zeigt: normen show "{zitat.bezugsnorm}"',
        )
    fehlend, vorhanden = zitat, None
    for darueber in zitat.eltern:
        vorhanden = speicher.eintrag(darueber)
        if vorhanden:
            break
        fehlend = darueber
    if vorhanden is None:
        return ZitatFehler(f"{zitat} gibt es nicht.", rat="Was geladen ist, zeigt: normen werke")
    nahe = [str(z) for z in naechste(fehlend, (lies_zitat(e.zitat) for e in speicher.darunter(vorhanden)[1:]))]
    rat = f"Meinten Sie {oder(nahe)}?" if nahe else f'Was es dort gibt, zeigt: normen show "{vorhanden.zitat}"'
    davor = "" if fehlend == zitat else f" Schon {fehlend} gibt es nicht."
    return ZitatFehler(f"{zitat} gibt es nicht.{davor} {vorhanden.zitat} gibt es.", rat=rat)


def _in_buechern(speicher: Speicher, zitat: Zitat) -> list[str]:
    """Return the Einheiten of the books of a code, if the citation names the code and not the book."""
    werke = [werk.kurz for werk in speicher.register.werke if werk.geladen and werk.kurz.startswith(f"{zitat.werk} ")]
    return [str(z) for z in (replace(zitat, werk=werk) for werk in werke) if speicher.eintrag(z)]


def _rat_ohne_werk(speicher: Speicher, zitat: Zitat) -> str:
    werke = [werk.kurz for werk in speicher.register.werke if werk.geladen]
    moeglich = [str(replace(zitat, werk=werk)) for werk in werke if speicher.eintrag(replace(zitat, werk=werk))]
    return f"Meinten Sie {oder(moeglich)}?" if moeglich else "Nennen Sie es dazu, zum Beispiel „§ 9 Abs. 2 JVollzGB III“."
