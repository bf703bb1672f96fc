"""From a citation as typed to the Einheit it names, or to a message that helps: what was understood, what exists nearby."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .einheit import Eintrag
from .ergaenzung import TEILE_EINES_SATZES, moegliche
from .fehler import ZitatFehler
from .naehe import naechste, oder
from .schreibweise import Ebene
from .speicher import Speicher
from .zitat import Glied, Rahmen, Zitat
from .zitatleser import lies_zitat


@dataclass(frozen=True, slots=True)
class Fehlend:
    """A citation of something that a loaded text does not have: why, what is nearest, and where to look else.

    ``nicht_abgedruckt`` tells that there is such a rule, and that the source says it does not print it.
    """

    zitat: str
    grund: str
    naechste: tuple[str, ...] = ()
    sonst: str = ""
    nicht_abgedruckt: bool = False

    @property
    def kurz(self) -> str:
        """The reason in two or three words."""
        return "nicht abgedruckt" if self.nicht_abgedruckt else "gibt es nicht"

    @property
    def rat(self) -> str:
        """What to do next."""
        return f"Meinten Sie {oder(self.naechste)}?" if self.naechste else self.sonst


def lies_mit_werk(speicher: Speicher, eingabe: str | Zitat) -> Zitat:
    """Read a citation as typed, or check one that is read already.

    Raises `ZitatFehler` if it cannot be read, or names no work that is known.
    """
    zitat = eingabe if isinstance(eingabe, Zitat) else _gelesen(speicher, eingabe)
    if not zitat.werk:
        raise ZitatFehler(f"Bei „{zitat}“ fehlt das Gesetz.", rat=_rat_ohne_werk(speicher, zitat, str(eingabe)))
    if speicher.register.werk(zitat.werk) is None:
        meldung = f"Das Werk „{zitat.werk}“ ist nicht bekannt. Verstanden: {zitat}."
        raise ZitatFehler(meldung, rat=_rat_zum_werk(zitat, speicher.register.aehnliche(zitat.werk)))
    return zitat


def _rat_zum_werk(zitat: Zitat, aehnlich: Sequence[str]) -> str:
    """Return what to do about an unknown work: a name alone may be a word that was to be looked for."""
    gemeint = [f"Meinten Sie {oder(aehnlich)}?"] if aehnlich else []
    if zitat == Zitat(zitat.werk):
        wort = zitat.werk.replace('"', "")
        return "\n".join([*gemeint, f'{"Oder" if gemeint else "Meinten Sie"}: normen search "{wort}"'])
    return "".join(gemeint) or "Die geladenen Werke zeigt: normen werke"


#: Keys of the register that hold a § have it right behind a letter.
_SCHLUESSEL = re.compile(r"[A-Za-z]§")


def _gelesen(speicher: Speicher, eingabe: str) -> Zitat:
    """Read a citation; a key of the register like "FRG§15V" is a work, though it could be read as a citation."""
    werk = speicher.register.werk(eingabe.strip()) if _SCHLUESSEL.search(eingabe) else None
    return Zitat(werk.kurz) if werk else lies_zitat(eingabe, speicher.register.kurzname)


def finde_einheit(speicher: Speicher, zitat: Zitat) -> Eintrag:
    """Return the Einheit of a citation, of one with "ff." the one it begins with, of a Halbsatz the Satz it is a part of.

    Levels that lawyers leave out are filled in (`normen.ergaenzung`). Raises `ZitatFehler` with the nearest existing
    Einheiten, or with the reason why there is no text.
    """
    zitat = replace(zitat, folgende="")
    moeglich = _moegliche(speicher, zitat)
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
    fehlt = _fehlt(speicher, zitat)
    raise ZitatFehler(fehlt.grund, rat=fehlt.rat)


def fehlend(speicher: Speicher, zitat: Zitat) -> Fehlend | None:
    """Return what there is to say of a citation of something that a loaded text does not have; of others ``None``."""
    ohne_folgende, werk = replace(zitat, folgende=""), speicher.register.werk(zitat.werk)
    if werk is None or not werk.geladen or _moegliche(speicher, ohne_folgende):
        return None
    return replace(_fehlt(speicher, ohne_folgende), zitat=str(zitat))


def _moegliche(speicher: Speicher, zitat: Zitat) -> list[Eintrag]:
    return moegliche(zitat, speicher.eintrag) or _als_teil(speicher, zitat)


def _als_teil(speicher: Speicher, zitat: Zitat) -> list[Eintrag]:
    """Return the Einheit that a Halbsatz or an Alternative is a part of; of a Halbsatz, if its text has as many."""
    if not zitat.glieder or zitat.glieder[-1].ebene not in TEILE_EINES_SATZES:
        return []
    teil = zitat.glieder[-1]
    ganze = moegliche(zitat.eltern[0], speicher.eintrag)
    if teil.ebene is not Ebene.HALBSATZ or not teil.nummer.isdigit():
        return ganze
    return [e for e in ganze if e.text.count(";") >= int(teil.nummer) - 1]


def _fehlt(speicher: Speicher, zitat: Zitat) -> Fehlend:
    """Say that an Einheit does not exist, which one above it does, and what is nearest."""
    if zitat.rahmen is Rahmen.VV and (vermerk := speicher.eintrag(Zitat(zitat.werk, (), Rahmen.VERMERK, zitat.zu))):
        grund = f"{zitat} ist nicht abgedruckt. Im Text steht: {vermerk.text}"
        return Fehlend(str(zitat), grund, nicht_abgedruckt=True)
    if zitat.rahmen is Rahmen.VV and (weiter_oben := _vv_weiter_oben(speicher, zitat)):
        grund = f"Zu {zitat.bezugsnorm} gibt es keine Verwaltungsvorschrift, aber zu {weiter_oben.bezugsnorm}."
        return Fehlend(str(zitat), grund, (str(weiter_oben),))
    if zitat.rahmen is Rahmen.VV and speicher.eintrag(zitat.bezugsnorm) and not speicher.eintrag(replace(zitat, glieder=())):
        grund = f"Zu {zitat.bezugsnorm} gibt es keine Verwaltungsvorschrift."
        return Fehlend(str(zitat), grund, sonst=f'Den Text zeigt: normen show "{zitat.bezugsnorm}"')
    luecke, vorhanden = zitat, None
    for darueber in zitat.eltern:
        vorhanden = speicher.eintrag(darueber)
        if vorhanden:
            break
        luecke = darueber
    if vorhanden is None:
        return Fehlend(str(zitat), f"{zitat} gibt es nicht.", sonst="Was geladen ist, zeigt: normen werke")
    davor = "" if luecke == zitat else f" Schon {luecke} gibt es nicht."
    grund = f"{zitat} gibt es nicht.{davor} {vorhanden.zitat} gibt es."
    sonst = f'Was es dort gibt, zeigt: normen show "{vorhanden.zitat}"'
    return Fehlend(str(zitat), grund, tuple(_naechste(speicher, luecke, vorhanden)), sonst)


def _vv_weiter_oben(speicher: Speicher, zitat: Zitat) -> Zitat | None:
    """Return the VV on the § as a whole, where one on a part of it is asked for: VV hang on §§."""
    for ende in range(len(zitat.zu) - 1, 0, -1):
        oben = replace(zitat, zu=zitat.zu[:ende])
        gefunden = next((z for z in (oben, replace(oben, glieder=())) if speicher.eintrag(z)), None)
        if gefunden:
            return gefunden
    return None


def _naechste(speicher: Speicher, fehlend: Zitat, vorhanden: Eintrag) -> list[str]:
    """Return the existing Einheiten of the same kind below ``vorhanden``, nearest number first.

    Where an Absatz was left out and only it can be missing, the ones that have what is asked for.
    """
    glieder = fehlend.glieder or fehlend.zu
    unten = [e.als_zitat for e in speicher.darunter(vorhanden)[1:]]
    if fehlend.rahmen is Rahmen.NORM and glieder and glieder[-1].ebene in (Ebene.SATZ, Ebene.NUMMER):
        davor, letztes = glieder[:-1], glieder[-1]
        in_absaetzen = [
            z for z in unten if z.glieder[: len(davor)] == davor and z.glieder[len(davor) + 1 :] in _mit_satz(letztes)
        ]
        if in_absaetzen:
            return [str(z) for z in in_absaetzen[:3]]
    return [str(zitat) for zitat in naechste(fehlend, unten)]


def _in_buechern(speicher: Speicher, zitat: Zitat) -> list[str]:
    """Return the Einheiten of the books of a code, if the citation names the code and not the book."""
    werke = [werk.kurz for werk in speicher.register.werke if werk.geladen and werk.kurz.startswith(f"{zitat.werk} ")]
    return [str(z) for z in (replace(zitat, werk=werk) for werk in werke) if speicher.eintrag(z)]


def _mit_satz(glied: Glied) -> tuple[tuple[Glied, ...], ...]:
    """Return the ways in which a step stands below an Absatz: a Nummer may lie in its only Satz."""
    return ((glied,), (Glied(Ebene.SATZ, "1"), glied))


#: "§ 9 III": the Roman numeral is the book, or the Absatz.
_NUR_PARAGRAPH_UND_ROEMISCH = re.compile(r"(?P<norm>.*§+\s*\d+[a-z]?)\s+(?P<buch>[IVX]+)\s*", re.IGNORECASE)


def _rat_ohne_werk(speicher: Speicher, zitat: Zitat, eingabe: str) -> str:
    werke = [werk.kurz for werk in speicher.register.werke if werk.geladen]
    treffer = _NUR_PARAGRAPH_UND_ROEMISCH.fullmatch(eingabe)
    ohne_buch = lies_zitat(treffer["norm"]) if treffer else zitat
    passend = [werk for werk in werke if treffer and werk.endswith(f" {treffer['buch'].upper()}")]
    gemeint = [replace(ohne_buch, werk=werk) for werk in passend] + [replace(zitat, werk=werk) for werk in werke]
    moeglich = [str(z) for z in gemeint if speicher.eintrag(z)]
    return f"Meinten Sie {oder(moeglich)}?" if moeglich else "Nennen Sie es dazu, zum Beispiel „§ 9 Abs. 2 JVollzGB III“."
