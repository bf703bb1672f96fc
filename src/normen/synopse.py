"""Einheiten side by side, out of the knowledge base: their parallels in other books, their texts, the rules that apply.

Wissen -> parallel (which §§) -> vergleich (their words, with entsprechung) and regelvergleich (their rules) -> Synopse
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from .einheit import Art, Eintrag
from .entsprechung import Entsprechungen
from .fehler import ZitatFehler
from .parallel import Paragraph, Parallele, Parallelen, Parallelsuche
from .regelvergleich import Regelvergleich, vergleiche_regeln
from .schreibweise import Ebene
from .vergleich import Paar, Stelle, stellen, vergleiche
from .verweis import Verweis
from .werk import Werk
from .wissen import Wissen
from .zitat import Zitat
from .zitatleser import lies_zitat


@dataclass(frozen=True, slots=True)
class Seite:
    """One of the Einheiten compared, with its heading, its work, and what of its VV is not compared."""

    eintrag: Eintrag
    ueberschrift: str
    werk: Werk | None
    hinweis: str = ""

    @property
    def zitat(self) -> str:
        """Its citation."""
        return self.eintrag.zitat


@dataclass(frozen=True, slots=True)
class Gegenueberstellung:
    """Two Einheiten compared; ``parallele`` says why, if the right one was found and not given."""

    links: Seite
    rechts: Seite
    paare: tuple[Paar, ...]
    regeln: Regelvergleich
    parallele: Parallele | None = None


@dataclass(frozen=True, slots=True)
class Synopse:
    """The answer to one question: an Einheit beside others.

    ``gefragt`` is the citation as asked, ``parallelen`` what was found in each other book (empty if the others were given).
    """

    gefragt: str
    links: Seite
    parallelen: tuple[Parallelen, ...]
    gegenueber: tuple[Gegenueberstellung, ...]


def stelle_gegenueber(wissen: Wissen, eingaben: Sequence[str]) -> Synopse:
    """Compare the first Einheit with each of the others, or, given alone, its § with the parallel §§ found beyond doubt.

    Raises `ZitatFehler` if one does not exist, is the same as the first, or has no § to find parallels of.
    """
    eintraege = [wissen.finde(eingabe) for eingabe in eingaben]
    erster, *andere = eintraege
    suche = cache(partial(suche_parallelen, wissen, lies_zitat(erster.zitat).werk))
    entsprechungen = Entsprechungen(suche, lambda zitat: _stellen(wissen, wissen.finde(zitat)))
    if andere:
        _pruefe_verschieden(erster, andere)
        paare = tuple(_gegenueber(wissen, erster, anderer, entsprechungen) for anderer in andere)
        return Synopse(erster.zitat, _seite(wissen, erster), (), paare)
    paragraph = _paragraph(wissen, erster)
    parallelen = suche().finde(paragraph.zitat)
    eindeutige = (p.eindeutig for p in parallelen)
    paare = tuple(_gegenueber(wissen, paragraph, wissen.finde(p.zitat), entsprechungen, p) for p in eindeutige if p)
    return Synopse(erster.zitat, _seite(wissen, paragraph), parallelen, paare)


def suche_parallelen(wissen: Wissen, werk: str) -> Parallelsuche:
    """Return a search over all §§ of the code that ``werk`` is a book of."""
    buecher = (werk, *_buecher(wissen, werk))
    return Parallelsuche.aus(
        (p for buch in buecher for p in _paragraphen(wissen, buch)), (v for _, v in wissen.speicher.verweisungen())
    )


def _pruefe_verschieden(erster: Eintrag, andere: Sequence[Eintrag]) -> None:
    if any(e.nr == erster.nr for e in andere):
        raise ZitatFehler(
            f"{erster.zitat} ist zweimal angegeben.",
            rat=f'Parallele Vorschriften findet: normen compare "{erster.zitat}"',
        )


_RAT = 'Nennen Sie auch, womit verglichen werden soll: normen compare "ZITAT" "ZITAT"'


def _paragraph(wissen: Wissen, eintrag: Eintrag) -> Eintrag:
    """Return the § that an Einheit is, lies in, or is the VV on."""
    norm = lies_zitat(eintrag.zitat).bezugsnorm
    if not norm.glieder or norm.glieder[0].ebene is not Ebene.PARAGRAPH:
        raise ZitatFehler(f"{eintrag.zitat} ist kein Paragraph; nur zu Paragraphen werden Parallelen gesucht.", rat=_RAT)
    if not _buecher(wissen, norm.werk):
        raise ZitatFehler(f"Zu {norm.werk} gibt es keine anderen Bücher, in denen Parallelen stehen könnten.", rat=_RAT)
    return wissen.finde(str(Zitat(norm.werk, norm.glieder[:1])))


def _buecher(wissen: Wissen, werk: str) -> list[str]:
    """Return the other books of the code that a work is a book of: those whose names differ in the last word only."""
    gesetzbuch = werk.rpartition(" ")[0]
    andere = (w.kurz for w in wissen.register.werke if w.geladen and w.kurz != werk)
    return [kurz for kurz in andere if gesetzbuch and kurz.rpartition(" ")[0] == gesetzbuch]


def _paragraphen(wissen: Wissen, buch: str) -> Iterator[Paragraph]:
    abschnitte: dict[int, str] = {}
    for e in wissen.speicher.darunter(wissen.finde(buch)):
        if e.art in (Art.ABSCHNITT, Art.UNTERABSCHNITT):
            abschnitte[e.nr] = " ".join(filter(None, (abschnitte.get(e.eltern or 0, ""), e.ueberschrift)))
        elif e.art is Art.PARAGRAPH:
            absaetze = [kind for kind in wissen.speicher.kinder(e) if kind.art is Art.ABSATZ]
            texte = tuple(map(wissen.wortlaut, absaetze or [e]))
            yield Paragraph(e.zitat, buch, e.ueberschrift, abschnitte.get(e.eltern or 0, ""), wissen.wortlaut(e), texte)


def _gegenueber(
    wissen: Wissen, a: Eintrag, b: Eintrag, entsprechungen: Entsprechungen, parallele: Parallele | None = None
) -> Gegenueberstellung:
    paare = vergleiche(_stellen(wissen, a), _stellen(wissen, b), entsprechungen.grund)
    regeln = vergleiche_regeln(wissen.netz, a.nr, b.nr)
    return Gegenueberstellung(_seite(wissen, a), _seite(wissen, b), paare, regeln, parallele)


def _stellen(wissen: Wissen, e: Eintrag) -> tuple[Stelle, ...]:
    verweise: dict[str, list[Verweis]] = {}
    for belegt in wissen.speicher.verweise_in(e):
        verweise.setdefault(belegt.quelle, []).append(belegt.verweis)
    return stellen(wissen.speicher.darunter(e), verweise)


def _seite(wissen: Wissen, e: Eintrag) -> Seite:
    return Seite(e, wissen.ueberschrift(e), wissen.werk(e), _hinweis(wissen, e))


def _hinweis(wissen: Wissen, e: Eintrag) -> str:
    """Say what of the VV on an Einheit is not compared: it is not printed, or belongs to the whole §."""
    vv = wissen.vv(e)
    if vv is None:
        return ""
    if vv.art is Art.VERMERK:
        return f"Die Verwaltungsvorschrift zu {lies_zitat(vv.zitat).bezugsnorm} ist nicht abgedruckt: {vv.text}"
    return "" if e.art is Art.PARAGRAPH else f"Nicht einbezogen ist die {vv.zitat}; sie gehört zum ganzen Paragraphen."
