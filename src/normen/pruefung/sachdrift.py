"""Citations whose target no longer speaks of the matter, while a provision beside it does."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from ..einheit import Art, Einheit, Eintrag
from ..schreibweise import Ebene
from ..stichwort import faltung, stamm, woerter
from ..zitat import Rahmen, Spanne, Ziel, Zitat
from .art import Pruefart
from .befund import Befund, Sicherheit
from .bestand import Bestand, Verweisstelle
from .lesart import meint_anderes

#: The matter is the noun before "nach § 64 Abs. 2", "gemäß …", "im Sinne des …", or before a bracket.
_SACHWORT = re.compile(
    r"(?P<wort>[A-ZÄÖÜ][\w-]{4,})\s+(?:(?:nach|gemäß|im\s+Sinne(?:\s+von)?)\s+(?:de[rsnm]\s+|die\s+)?|\()$"
)
#: Nouns that fit any provision.
_ALLGEMEIN = frozenset(
    map(
        stamm,
        """
        Angaben Anordnung Antrag Anwendung Aufgaben Bedingungen Befugnisse Beschäftigung Durchführung Einrichtung
        Entscheidung Ermittlung Erfüllung Fall Frist Gefangene Gründe Justizvollzug Justizvollzugsanstalt Maßgabe Maßnahme
        Personen Prüfung Regelung Sachen Stellen Tätigkeiten Untergebrachte Verfahren Vollzug Voraussetzungen Vorschriften
        Zeitpunkt Zeitraum Zustimmung Zweck Zwecke
        """.split(),
    )
)
#: Letters that two words must have in common at their beginning: Auskunft|sformular, Auskunft|srecht.
_GEMEINSAM = 5


def sachdrift(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each citation of another provision that says nothing of the matter it is cited for.

    The matter is the noun that the citation hangs on. There is a finding only if no word of the target begins like it,
    and it stands in a neighbour: another Absatz of the same §, or, if the whole § does not know it, in the heading of
    another § of the same work. A target that only makes other provisions apply is not judged by its words.
    """
    worte = _Worte(bestand)
    for stelle in bestand.verweisstellen:
        sachwort = _sachwort(stelle)
        for ziel, zitiert in stelle.genannte() if sachwort else ():
            nachbarn = _nachbarn(bestand, worte, stelle, ziel, sachwort)
            if nachbarn and not meint_anderes(stelle, ziel):
                yield _befund(stelle, ziel, zitiert, sachwort, nachbarn)


def _sachwort(stelle: Verweisstelle) -> str:
    """Return the noun that a citation hangs on, "" if there is none that could tell one provision from another."""
    treffer = _SACHWORT.search(stelle.text.inhalt, 0, stelle.verweis.ab)
    wort = treffer["wort"] if treffer else ""
    return "" if stamm(wort) in _ALLGEMEIN else wort


@dataclass(frozen=True, slots=True)
class _Worte:
    """The words of Einheiten with all below them, of a § without the VV on it, each looked up once."""

    bestand: Bestand
    _bekannt: dict[Zitat, frozenset[str]] = field(default_factory=dict)

    def von(self, einheit: Einheit) -> frozenset[str]:
        """Return them folded; a verb with "zu" inside also without it: "einzukaufen" is one of "einkaufen"."""
        if einheit.zitat not in self._bekannt:
            eigene = (t.inhalt for t in (einheit.ueberschrift, einheit.text))
            gefaltet = {faltung(w.form) for text in eigene for w in woerter(text)}
            gefaltet |= {w.replace("zu", "", 1) for w in gefaltet if "zu" in w[2:]}
            unten = (self.von(kind) for kind in einheit.kinder if kind.zitat.rahmen is einheit.zitat.rahmen)
            self._bekannt[einheit.zitat] = frozenset(gefaltet).union(*unten)
        return self._bekannt[einheit.zitat]


def _nachbarn(bestand: Bestand, worte: _Worte, stelle: Verweisstelle, ziel: Ziel, sachwort: str) -> Sequence[Einheit]:
    """Return the neighbours of a target that speak of the matter, none if the target does or cannot be judged."""
    eintrag = _ziel_in_anderer_vorschrift(bestand, stelle, ziel)
    if eintrag is None:
        return ()
    absatz, paragraph = _absatz(bestand, eintrag), _paragraph(bestand, eintrag)
    if _verweist_nur(bestand, absatz) or _spricht_von(worte.von(absatz), sachwort, _verwandt):
        return ()
    daneben = [kind for kind in paragraph.kinder if kind.art is Art.ABSATZ and kind.zitat != absatz.zitat]
    im_paragraphen = [kind for kind in daneben if _spricht_von(worte.von(kind), sachwort, _gleich)]
    if im_paragraphen or _spricht_von(worte.von(paragraph), sachwort, _verwandt):
        return im_paragraphen
    ueberschriften = (
        e for e in bestand.einheiten.values() if e.art is Art.PARAGRAPH and e.zitat.werk == paragraph.zitat.werk
    )
    return [
        e
        for e in ueberschriften
        if _spricht_von({faltung(w.form) for w in woerter(e.ueberschrift.inhalt)}, sachwort, _verwandt)
    ]


def _ziel_in_anderer_vorschrift(bestand: Bestand, stelle: Verweisstelle, ziel: Ziel) -> Eintrag | None:
    """Return the target if it is a single one, in a § of a statute in which the citation does not stand itself."""
    if isinstance(ziel, Spanne) or ziel.rahmen is not Rahmen.NORM or not ziel.glieder:
        return None
    quelle = stelle.quelle.zitat
    if quelle.rahmen is Rahmen.NORM and (quelle.werk, quelle.glieder[:1]) == (ziel.werk, ziel.glieder[:1]):
        return None
    moegliche = bestand.moegliche(ziel) if ziel.glieder[0].ebene is Ebene.PARAGRAPH else []
    return moegliche[0] if moegliche else None


def _absatz(bestand: Bestand, eintrag: Eintrag) -> Einheit:
    """Return the Absatz that an Einheit is or lies in, or its § if that has none."""
    zitat = bestand.einheit(eintrag).zitat
    absaetze = [z for z in (zitat, *zitat.eltern) if z.glieder and z.glieder[-1].ebene is Ebene.ABSATZ]
    return bestand.einheiten[str(absaetze[0])] if absaetze else _paragraph(bestand, eintrag)


def _paragraph(bestand: Bestand, eintrag: Eintrag) -> Einheit:
    zitat = bestand.einheit(eintrag).zitat
    return bestand.einheiten[str(Zitat(zitat.werk, zitat.glieder[:1]))]


def _verweist_nur(bestand: Bestand, einheit: Einheit) -> bool:
    """Tell whether a clause stands in an Einheit: then its matter may be named where the clause leads."""
    eintrag = bestand.eintrag(einheit.zitat)
    bereich = bestand.netz.mit_allem(eintrag.nr) if eintrag else frozenset()
    return any(nr in bestand.netz.klauseln for nr in bereich)


def _spricht_von(worte: Collection[str], sachwort: str, gilt: Callable[[str, str], bool]) -> bool:
    gefaltet = faltung(sachwort)
    return any(gilt(gefaltet, wort) for wort in worte)


def _verwandt(eines: str, anderes: str) -> bool:
    """Tell whether two words begin alike, or one stands in the other: generous, for a target that may say it otherwise."""
    beginnt_gleich = eines[:_GEMEINSAM] == anderes[:_GEMEINSAM]
    return beginnt_gleich or (len(anderes) >= _GEMEINSAM and anderes in eines) or stamm(eines) in anderes


def _gleich(eines: str, anderes: str) -> bool:
    return stamm(eines) == stamm(anderes)


def _befund(stelle: Verweisstelle, ziel: Ziel, zitiert: str, sachwort: str, nachbarn: Sequence[Einheit]) -> Befund:
    orte = [f"{e.zitat}" + (f" ({e.ueberschrift})" if e.ueberschrift else "") for e in nachbarn[:3]]
    grund = f"In {ziel} ist von „{sachwort}“ nicht die Rede, wohl aber in {' und '.join(orte)}."
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
