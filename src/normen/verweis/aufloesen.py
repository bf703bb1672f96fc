"""From chains whose works are known to one citation: its targets, or why it has none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..schreibweise import Ebene
from ..zitat import Glied, Spanne, Ziel, Zitat
from .ergaenzen import Ergaenzung
from .fund import MEHRERE_BUECHER, OHNE_KONTEXT, UNBEKANNT, UNKLAR, ZUSATZ_ODER_FOLGENDE, Genanntes, Verweis
from .kette import Kette, Nennung
from .namen import Genannt


@dataclass(frozen=True, slots=True)
class Teil:
    """A chain with the work it belongs to, how the text names it, and where that ends in a list of several.

    ``werk`` is "" if the text names one that is not known, ``None`` if it names none.
    """

    kette: Kette
    werk: str | None
    genannt: Genannt | None = None
    bis: int = 0


def aufgeloest(ab: int, bis: int, teile: Sequence[Teil], ergaenzung: Ergaenzung) -> Verweis:
    """Return the citation made of ``teile``; one of which it is open what it means has no target at all."""
    nennungen = [(n, teil.werk) for teil in teile for n in teil.kette.nennungen]
    zweifel = next(filter(None, (_zweifel(n, werk, ergaenzung) for n, werk in nennungen)), "")
    if zweifel:
        return Verweis(ab, bis, (), grund=zweifel)
    ziele: list[Genanntes] = []
    ausnahmen: list[Genanntes] = []
    for nennung, werk in nennungen:
        if (ziel := _gemeint(nennung, werk, ergaenzung)) is not None:
            (ausnahmen if nennung.ausnahme else ziele).append(Genanntes(ziel, nennung.ab, nennung.bis))
    grund = "" if ziele or ausnahmen else _grund(teile, ergaenzung)
    return Verweis(ab, bis, tuple(ziele), tuple(ausnahmen), grund)


def gruppen(teile: Iterable[Teil], ergaenzung: Ergaenzung) -> list[list[Teil]]:
    """Put together the parts that follow each other and have a target; one that has none stands alone."""
    alle: list[list[Teil]] = []
    davor_offen = True
    for teil in teile:
        offen = teil.werk == "" or teil.werk in ergaenzung.namen.buecher
        if offen or davor_offen:
            alle.append([teil])
        else:
            alle[-1].append(teil)
        davor_offen = offen
    return alle


def als_ziel(von: Zitat, bis: Zitat | None) -> Ziel:
    """Return an Einheit, or the range that ends with ``bis``."""
    return Spanne(von, bis) if bis else von


def _grund(teile: Sequence[Teil], ergaenzung: Ergaenzung) -> str:
    genannt = teile[-1].genannt
    if genannt and not genannt.werk:
        return UNBEKANNT.format(" ".join(genannt.name.split()))
    return UNKLAR if ergaenzung.kontext else OHNE_KONTEXT


def _gemeint(nennung: Nennung, werk: str | None, ergaenzung: Ergaenzung) -> Ziel | None:
    von = ergaenzung.vollstaendig(nennung.glieder, werk) if werk != "" else None
    if von is None:
        return None
    if nennung.ende:
        ende = ergaenzung.vollstaendig(nennung.ende, werk)
        return Spanne(von, ende) if ende else None
    return replace(von, folgende=nennung.folgende) if nennung.folgende and von.glieder else von


def _zweifel(nennung: Nennung, werk: str | None, ergaenzung: Ergaenzung) -> str:
    """Say what makes a citation ambiguous: a code of several books, or a letter that may be an abbreviation."""
    if werk in ergaenzung.namen.buecher and nennung.glieder[0].ebene is not Ebene.BUCH:
        return _mehrere_buecher(nennung, werk, ergaenzung)
    if nennung.angehaengt and werk is None:
        return _zusatz_oder_folgende(nennung, ergaenzung)
    return ""


def _mehrere_buecher(nennung: Nennung, gesetzbuch: str, ergaenzung: Ergaenzung) -> str:
    """Name the books that have what is cited, or where none has, that have the § it lies in."""
    buecher = ergaenzung.namen.buecher[gesetzbuch].values()
    ebenen = (nennung.glieder, nennung.glieder[:1])
    vorhanden = ([z for werk in buecher if ergaenzung.gibt_es(z := Zitat(werk, glieder))] for glieder in ebenen)
    moeglich = [str(z) for z in next(filter(None, vorhanden), [])]
    rat = f"gemeint sein kann: {', '.join(moeglich)}" if moeglich else "keines davon ist genannt"
    return MEHRERE_BUECHER.format(gesetzbuch, rat)


def _zusatz_oder_folgende(nennung: Nennung, ergaenzung: Ergaenzung) -> str:
    """Of "§ 12f.", where the dot may end the sentence, say both readings if § 12f exists; if it does not, "f." it is."""
    *vorn, letztes = nennung.glieder
    folgende = ergaenzung.vollstaendig(nennung.glieder, None)
    zusatz = ergaenzung.vollstaendig((*vorn, Glied(letztes.ebene, f"{letztes.nummer}f")), None)
    if folgende is None or zusatz is None or not ergaenzung.gibt_es(zusatz):
        return ""
    return ZUSATZ_ODER_FOLGENDE.format(zusatz, replace(folgende, folgende="f."))
