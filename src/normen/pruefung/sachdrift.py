"""Citations whose target no longer speaks of the matter, while a provision beside it does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ..einheit import Art, Einheit, Eintrag
from ..netz import Bereich
from ..schreibweise import Ebene
from ..stichwort import faltung, stamm, woerter
from ..text import Text
from ..verweisung import Wirkung
from ..zitat import Rahmen, Spanne, Ziel, Zitat
from .art import Pruefart
from .befund import Befund, Sicherheit
from .bestand import Bestand, Verweisstelle
from .lesart import meint_anderes
from .sachwort import ist_allgemein, sachwort

#: Letters that two words must have in common at their beginning so that a target may speak of the same.
_GEMEINSAM = 5
#: Letters that make sure that two words speak of the same: Auskunft|sformular, Auskunft|srecht; but Freiga|be, Freiga|ng.
_SICHER = 7
#: Letters of a stem that stands in another word: Seelsorg|ende, Anstaltsseelsorg|er.
_STAMMLAENGE = 6
#: Clauses whose targets speak in the place of what they stand in.
_UEBERNIMMT = (Wirkung.ANALOG, Wirkung.DIREKT)
#: So many §§ further on or back the text of another § is looked at; of those farther away the heading.
_UMKREIS = 2


def sachdrift(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each citation of another provision that says nothing of the matter it is cited for.

    The matter is the noun that the citation hangs on. There is a finding only if no word of the target begins like it, nor
    of what its clauses make apply, and it stands in a neighbour: another Absatz of the same §, or, if the whole § does not
    know it, the heading of another § of the same work, the text of exactly one of those next to it, or the only Absatz of
    the work that is cited for it elsewhere. What the same text cites too is no such neighbour.
    """
    umgebung = _Umgebung.aus(bestand)
    for stelle, wort in umgebung.sachworte.items():
        for ziel, zitiert in stelle.genannte():
            nachbarn = _nachbarn(umgebung, stelle, ziel, wort)
            if nachbarn and not meint_anderes(stelle, ziel):
                yield _befund(stelle, ziel, zitiert, wort, nachbarn)


@dataclass(frozen=True, slots=True)
class _Umgebung:
    """The words of Einheiten with all below them, each looked up once; the §§ of each work; what each text cites.

    ``sachworte`` are the nouns that citations hang on, ``zitiert_fuer`` what is cited for each, by its stem.
    """

    bestand: Bestand
    paragraphen: dict[str, list[Einheit]] = field(default_factory=dict)
    zitiert: dict[tuple[Zitat, Text], list[Ziel]] = field(default_factory=dict)
    sachworte: dict[Verweisstelle, str] = field(default_factory=dict)
    zitiert_fuer: dict[str, list[tuple[Verweisstelle, Zitat]]] = field(default_factory=dict)
    _bekannt: dict[Zitat, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def aus(cls, bestand: Bestand) -> _Umgebung:
        umgebung = cls(bestand)
        for e in bestand.einheiten.values():
            if e.art is Art.PARAGRAPH:
                umgebung.paragraphen.setdefault(e.zitat.werk, []).append(e)
        for stelle in bestand.verweisstellen:
            ziele = umgebung.zitiert.setdefault((stelle.quelle.zitat, stelle.text), [])
            ziele += (ziel for ziel, _ in stelle.genannte())
            if wort := sachwort(stelle):
                umgebung.sachworte[stelle] = wort
                einzelne = (ziel for ziel, _ in stelle.genannte() if isinstance(ziel, Zitat))
                umgebung.zitiert_fuer.setdefault(stamm(wort), []).extend((stelle, ziel) for ziel in einzelne)
        return umgebung

    def worte(self, einheit: Einheit) -> frozenset[str]:
        """Return the words of an Einheit, of a § without the VV on it."""
        if einheit.zitat not in self._bekannt:
            unten = (self.worte(kind) for kind in einheit.kinder if kind.zitat.rahmen is einheit.zitat.rahmen)
            self._bekannt[einheit.zitat] = _eigene_worte(einheit).union(*unten)
        return self._bekannt[einheit.zitat]

    def gesagtes(self, einheit: Einheit) -> frozenset[str] | None:
        """Return its words and those of what its clauses make apply, ``None`` if that cannot be followed."""
        eintrag = self.bestand.eintrag(einheit.zitat)
        bereich = self.bestand.netz.mit_allem(eintrag.nr) if eintrag else ()
        klauseln = [v for nr in bereich for v in self.bestand.netz.klauseln.get(nr, ()) if v.wirkung in _UEBERNIMMT]
        geloest = [self.bestand.netz.loese(ziel) for v in klauseln for ziel in v.ziele]
        if any(v.vage or v.offen for v in klauseln) or any(grund for _, grund in geloest):
            return None
        dahinter = (self.bestand.netz.eintraege[nr] for nr in frozenset[int]().union(*(bereich for bereich, _ in geloest)))
        return self.worte(einheit).union(*(_eigene_worte(self.bestand.einheit(e)) for e in dahinter))

    def mitzitiert(self, stelle: Verweisstelle, ziel: Ziel) -> Bereich:
        """Return what the text that a citation stands in cites beside one of its targets."""
        andere = (z for z in self.zitiert[stelle.quelle.zitat, stelle.text] if z != ziel)
        return frozenset[int]().union(*(self.bestand.netz.loese(z)[0] for z in andere))

    def bereich(self, einheit: Einheit) -> Bereich:
        """Return an Einheit of a statute as numbers, without a VV on it."""
        nummer = self.bestand.netz.nummern[str(einheit.zitat)]
        eintraege = self.bestand.netz.eintraege
        return frozenset(nr for nr in self.bestand.netz.mit_allem(nummer) if eintraege[nr].rahmen is Rahmen.NORM)


def _eigene_worte(einheit: Einheit) -> frozenset[str]:
    """Return words folded; a verb with "zu" inside also without it: "einzukaufen" is one of "einkaufen"."""
    gefaltet = _worte_von(einheit.ueberschrift) | _worte_von(einheit.text)
    return gefaltet | {w.replace("zu", "", 1) for w in gefaltet if "zu" in w[2:]}


def _worte_von(text: Text) -> frozenset[str]:
    return frozenset(faltung(w.form) for w in woerter(text.inhalt))


def _nachbarn(umgebung: _Umgebung, stelle: Verweisstelle, ziel: Ziel, wort: str) -> Sequence[Einheit]:
    """Return the neighbours of a target that speak of the matter, none if the target does or cannot be judged."""
    eintrag = _ziel_in_anderer_vorschrift(umgebung.bestand, stelle, ziel)
    if eintrag is None:
        return ()
    absatz, paragraph = _absatz(umgebung.bestand, eintrag), _paragraph(umgebung.bestand, eintrag)
    gesagtes = umgebung.gesagtes(absatz)
    if gesagtes is None or _spricht_von(gesagtes, wort, _verwandt):
        return ()
    mitzitiert = umgebung.mitzitiert(stelle, ziel)
    im_paragraphen = _im_paragraphen(umgebung, absatz, paragraph, wort)
    if im_paragraphen or _spricht_von(umgebung.worte(paragraph), wort, _verwandt):
        return [e for e in im_paragraphen if not umgebung.bereich(e) & mitzitiert]
    andere = [e for e in umgebung.paragraphen[paragraph.zitat.werk] if not _steht_in(stelle.quelle.zitat, e.zitat)]
    nach_ueberschrift = [e for e in andere if _spricht_von(_worte_von(e.ueberschrift), wort, _deckt_sich)]
    im_umkreis = [e for e in _umkreis(umgebung, paragraph) if e in andere and _spricht_von(umgebung.worte(e), wort, _gleich)]
    sonst_zitiert = [e for e in _sonst_zitiert(umgebung, stelle, wort, paragraph.zitat.werk) if e.zitat != absatz.zitat]
    einzige = (orte for orte in (im_umkreis, sonst_zitiert) if len(orte) == 1 and not umgebung.bereich(orte[0]) & mitzitiert)
    return nach_ueberschrift or next(einzige, ())


def _im_paragraphen(umgebung: _Umgebung, absatz: Einheit, paragraph: Einheit, wort: str) -> list[Einheit]:
    """Return the other Absätze that have the very word, or else one that it stands in or that stands in it."""
    daneben = [e for e in paragraph.kinder if e.art is Art.ABSATZ and e.zitat != absatz.zitat]
    gefunden = ([e for e in daneben if _spricht_von(umgebung.worte(e), wort, gilt)] for gilt in (_gleich, _enthalten))
    return next(chain(filter(None, gefunden)), [])


def _umkreis(umgebung: _Umgebung, paragraph: Einheit) -> Sequence[Einheit]:
    alle = umgebung.paragraphen[paragraph.zitat.werk]
    stelle = alle.index(paragraph)
    return alle[max(0, stelle - _UMKREIS) : stelle + _UMKREIS + 1]


def _sonst_zitiert(umgebung: _Umgebung, stelle: Verweisstelle, wort: str, werk: str) -> Sequence[Einheit]:
    """Return the Absätze of a work that other texts cite for the same noun, and that have it."""
    andere = [ziel for s, ziel in umgebung.zitiert_fuer[stamm(wort)] if s.text != stelle.text and ziel.werk == werk]
    eintraege = (umgebung.bestand.moegliche(ziel)[:1] for ziel in dict.fromkeys(andere) if ziel.rahmen is Rahmen.NORM)
    absaetze = {e.zitat: e for eintrag in chain(*eintraege) if (e := _absatz(umgebung.bestand, eintrag))}
    return [e for e in absaetze.values() if _spricht_von(umgebung.worte(e), wort, _gleich)]


def _ziel_in_anderer_vorschrift(bestand: Bestand, stelle: Verweisstelle, ziel: Ziel) -> Eintrag | None:
    """Return the target if it is a single one, in a § of a statute in which the citation does not stand itself."""
    if isinstance(ziel, Spanne) or ziel.rahmen is not Rahmen.NORM or not ziel.glieder:
        return None
    if _steht_in(stelle.quelle.zitat, ziel):
        return None
    moegliche = bestand.moegliche(ziel) if ziel.glieder[0].ebene is Ebene.PARAGRAPH else []
    return moegliche[0] if moegliche else None


def _steht_in(quelle: Zitat, ziel: Zitat) -> bool:
    """Tell whether a text of a statute stands in the § that another citation names or lies in."""
    return quelle.rahmen is Rahmen.NORM and (quelle.werk, quelle.glieder[:1]) == (ziel.werk, ziel.glieder[:1])


def _absatz(bestand: Bestand, eintrag: Eintrag) -> Einheit:
    """Return the Absatz that an Einheit is or lies in, or its § if that has none."""
    zitat = bestand.einheit(eintrag).zitat
    absaetze = [z for z in (zitat, *zitat.eltern) if z.glieder and z.glieder[-1].ebene is Ebene.ABSATZ]
    return bestand.einheiten[str(absaetze[0])] if absaetze else _paragraph(bestand, eintrag)


def _paragraph(bestand: Bestand, eintrag: Eintrag) -> Einheit:
    zitat = bestand.einheit(eintrag).zitat
    return bestand.einheiten[str(Zitat(zitat.werk, zitat.glieder[:1]))]


def _spricht_von(worte: Collection[str], sachwort: str, gilt: Callable[[str, str], bool]) -> bool:
    gefaltet = faltung(sachwort)
    return any(gilt(gefaltet, wort) for wort in worte)


def _verwandt(eines: str, anderes: str) -> bool:
    """Tell whether two words begin alike, or one stands in the other: generous, for a target that may say it otherwise."""
    beginnt_gleich = eines[:_GEMEINSAM] == anderes[:_GEMEINSAM]
    return beginnt_gleich or (len(anderes) >= _GEMEINSAM and anderes in eines) or stamm(eines) in anderes


def _gleich(eines: str, anderes: str) -> bool:
    return stamm(eines) == stamm(anderes)


def _enthalten(eines: str, anderes: str) -> bool:
    """Tell whether the stem of one word stands in the other, and says something by itself."""
    kurz, lang = sorted((stamm(eines), stamm(anderes)), key=len)
    return len(kurz) >= _STAMMLAENGE and kurz in lang and not ist_allgemein(anderes)


def _deckt_sich(eines: str, anderes: str) -> bool:
    """Tell whether two words begin so much alike that they speak of the same."""
    kurz, lang = sorted((stamm(eines), stamm(anderes)), key=len)
    return eines[:_SICHER] == anderes[:_SICHER] or (len(kurz) >= _GEMEINSAM and lang.startswith(kurz))


def _befund(stelle: Verweisstelle, ziel: Ziel, zitiert: str, wort: str, nachbarn: Sequence[Einheit]) -> Befund:
    orte = [f"{e.zitat}" + (f" ({e.ueberschrift})" if e.ueberschrift else "") for e in nachbarn[:3]]
    grund = f"In {ziel} ist von „{wort}“ nicht die Rede, wohl aber in {' und '.join(orte)}."
    eindeutig = len(nachbarn) == 1
    vorschlag = f"Prüfen Sie, ob {nachbarn[0].zitat} gemeint ist." if eindeutig else "Prüfen Sie, was davon gemeint ist."
    sicherheit = Sicherheit.HOCH if eindeutig else Sicherheit.GERING
    return Befund(SACHDRIFT.kuerzel, stelle.quelle.zitat, stelle.zeile, zitiert, grund, vorschlag, sicherheit)


SACHDRIFT = Pruefart(
    "sachdrift",
    "Verschobene Sache",
    "Das Ziel handelt nicht von der Sache, für die es zitiert wird, eine Vorschrift daneben schon.",
    sachdrift,
)
