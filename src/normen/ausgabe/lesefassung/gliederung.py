"""The outline of a Lesefassung: all its words in order, as headings, paragraphs, steps and notes, in no format yet.

Every format sets this outline and adds no word of its own, so all of them say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ...einheit import Art, Druck, Eintrag
from ...geltung import Weg
from ...lesefassung import Absatz, Gruppe, Lauf, Lesefassung, Quelle, Rolle, Teil
from ...verweisung import Verweisung
from ..marken import marken
from ..saetze import (
    NICHT_ZU_VERFOLGEN,
    aufgezaehlt,
    genannt,
    grund,
    keine_verweisung,
    klausel,
    vorbehalte,
    wirkung,
)
from .binnen import LEGENDE, vermerke

NICHT_AMTLICH = (
    "Keine amtliche Fassung. Dieses Dokument wurde aus den geladenen Texten zusammengestellt; "
    "maßgeblich ist die amtliche Veröffentlichung."
)
AUSGENOMMEN = "[ausgenommen]"
AUSGELASSEN = "[…]"
_ZUR_EINORDNUNG = "In ‹spitzen Klammern›: nur zur Einordnung, von der Verweisung nicht erfasst."
_ZU_LUECKEN = "[…] steht für Sätze, die die Verweisung nicht erfasst oder die an anderer Stelle stehen."
_NICHT_EINGERECHNET = "Diese Sätze sind nicht eingerechnet. Prüfen Sie, worauf sie sich beziehen."
_KEIN_TEXT = "Keine Verweisung führt zu einem Text, der hier abgedruckt werden könnte."
_SCHON_OBEN = "Was Verweisungen gelten lassen und abgedruckt werden kann, steht schon oben."
_NUR_INNERHALB = "Keine Verweisung führt über das Abgedruckte hinaus."
_ENDE = "Texte und Fassungen"
#: Einheiten that are headings when a whole Werk or Abschnitt is read, and their level below that of the Teil.
_STUFEN = {Art.ABSCHNITT: 1, Art.UNTERABSCHNITT: 1, Art.PARAGRAPH: 1, Art.ANLAGE: 1, Art.VV: 2}
#: The deepest level a heading can have.
_TIEFSTE = 5
_BINDESTELLE = re.compile(r"(?<=[§.]) (?=\d|[a-z]\b)|(?<=Satz|atze) (?=\d)| (?=[IVX]+\b)|(?<=§) ")


@dataclass(frozen=True, slots=True)
class Stueck:
    """A run of words; ``ziel`` is the anchor it leads to, ``anker`` the one that it is, ``art`` how it looks.

    ``art`` is "" or one of "satz" (the number of a Satz), "zitat", "still" (only for orientation), "luecke", "name",
    "vermerk" (said about a Satz, and no part of it).
    """

    text: str
    art: str = ""
    ziel: str = ""
    anker: str = ""


Zug = tuple[Stueck, ...]


@dataclass(frozen=True, slots=True)
class Kopf:
    """A heading; ``stufe`` is 1 for the title, ``vorzeile`` stands small above it, ``zweitanker`` is a further anchor."""

    stufe: int
    text: str
    anker: str = ""
    zweitanker: str = ""
    vorzeile: str = ""
    zusatz: str = ""
    marke: str = ""
    tiefe: int = 0
    still: bool = False


@dataclass(frozen=True, slots=True)
class Rechtstext:
    """A paragraph of law with its label, as deep below its heading as ``tiefe``; ``zusatz`` names further chains.

    ``weiter`` tells that it goes on with a paragraph before it that has a label.
    """

    tiefe: int
    marke: str
    zug: Zug
    anker: str = ""
    still: bool = False
    weiter: bool = False
    zusatz: Zug = ()


@dataclass(frozen=True, slots=True)
class Schritt:
    """A step of a chain: the clause as a sentence, and what it makes the result depend on."""

    tiefe: int
    zug: Zug
    vorbehalte: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Hinweis:
    """A note; ``art`` is "still", "warnung", or "punkt" for an item of a list."""

    zug: Zug
    art: str = "still"


@dataclass(frozen=True, slots=True)
class Angaben:
    """What is known of a text: a name, and facts about it."""

    name: str
    angaben: tuple[tuple[str, str], ...]


Glied = Kopf | Rechtstext | Schritt | Hinweis | Angaben


def gliederung(lf: Lesefassung) -> tuple[Glied, ...]:
    """Return the outline of a Lesefassung."""
    abschnitte = (_titel(lf), _eigenes(lf), _geltendes(lf), _nicht_anwendbar(lf), _ungeloest(lf), _texte(lf.quellen))
    return tuple(chain.from_iterable(abschnitte))


def verzeichnis(glieder: Sequence[Glied]) -> list[Kopf]:
    """Return the headings for a table of contents, none if the page is short."""
    koepfe = [glied for glied in glieder if isinstance(glied, Kopf) and glied.anker and 2 <= glied.stufe <= 3]
    return koepfe if len([kopf for kopf in koepfe if kopf.stufe == 3]) > 1 else []


def kopfzeile(glieder: Sequence[Glied]) -> str:
    """Say what a page is from: the citation and the version of the text asked about."""
    titel = next(glied.text for glied in glieder if isinstance(glied, Kopf))
    werk = next(glied for glied in glieder if isinstance(glied, Angaben))
    return f"Lesefassung {titel.split(' – ')[0]} – Fassung: {dict(werk.angaben)['Fassung']}"


def geschuetzt(text: str) -> str:
    """Return a text in which § and its number, "Abs." and its number, a Werk and its book never part at a line end."""
    return _BINDESTELLE.sub("\N{NO-BREAK SPACE}", text)


def fassung(quelle: Quelle) -> str:
    """Say in one line which version of a work was read."""
    werk = quelle.werk
    teile = (werk.fassung, f"in Kraft ab {werk.in_kraft_ab}" if werk.in_kraft_ab else "") if werk else ()
    return "; ".join(filter(None, teile)) or "Fassung nicht bekannt"


def bezeichnung(e: Eintrag) -> str:
    """Return citation and heading of an Einheit."""
    return " – ".join(filter(None, (e.zitat, e.ueberschrift)))


def _titel(lf: Lesefassung) -> Iterator[Glied]:
    yield Kopf(1, bezeichnung(lf.eintrag), vorzeile="Lesefassung")
    oben = (" ".join(filter(None, (e.marke, e.ueberschrift or e.zitat))) for e in lf.oberhalb)
    if lf.oberhalb:
        yield _hinweis(" › ".join(oben))
    yield _hinweis(f"Fassung: {fassung(lf.quellen[0])}.")
    yield Hinweis((Stueck(NICHT_AMTLICH), Stueck(" "), Stueck(f"{_ENDE} am Ende.", ziel="texte")), "warnung")


def _hinweis(text: str, art: str = "still") -> Hinweis:
    return Hinweis((Stueck(text),), art)


# The Einheit asked about


def _eigenes(lf: Lesefassung) -> Iterator[Glied]:
    yield Kopf(2, "Wortlaut", lf.eintrag.kennung)
    if lf.binnen:
        yield _hinweis(LEGENDE)
    yield from _rechtstext(lf, lf.wortlaut, 2)
    if lf.vv:
        yield Kopf(2, f"Verwaltungsvorschrift zu {lf.eintrag.zitat}", lf.vv.eintrag.kennung)
        yield from _rechtstext(lf, lf.vv, 2)
    elif lf.eintrag.art is Art.PARAGRAPH:
        yield _hinweis(f"Eine Verwaltungsvorschrift zu {lf.eintrag.zitat} steht nicht im geladenen Text.")
    elif lf.vv_am_paragraphen:
        yield _hinweis(_am_paragraphen(lf.vv_am_paragraphen))


def _am_paragraphen(vv: Eintrag) -> str:
    if vv.art is Art.VERMERK:
        return f"Zum ganzen Paragraphen: {vv.text}"
    return f"Zum ganzen Paragraphen gehört: {vv.zitat}. Was dort steht und gilt, ist hier nicht eingerechnet."


def _rechtstext(lf: Lesefassung, teil: Teil, stufe: int) -> Iterator[Glied]:
    """Set a Teil below a heading of ``stufe``: titles of numbers as headings below it, the rest as paragraphs."""
    basis, oben, davor = 0, stufe, stufe
    for absatz in teil.absaetze:
        tiefe = absatz.tiefe - basis
        if absatz.kopf and absatz.tiefe and absatz.eintrag.art in _STUFEN:
            basis, oben = absatz.tiefe, stufe + _STUFEN[absatz.eintrag.art]
            davor = oben
            yield _zwischentitel(absatz, oben, 0)
        elif absatz.ueberschrift:
            davor = min(oben + tiefe, davor + 1, _TIEFSTE)  # a number above may have no title
            yield _zwischentitel(absatz, davor, max(tiefe - 1, 0))
        if absatz.laeufe or (absatz.marke and not absatz.ueberschrift):
            yield _absatz(lf, absatz, max(absatz.tiefe - basis - 1, 0))


def _zwischentitel(absatz: Absatz, stufe: int, tiefe: int) -> Kopf:
    e, still = absatz.eintrag, absatz.rolle is not Rolle.WORTLAUT
    anker = "" if still else e.kennung
    if e.art in _STUFEN:
        return Kopf(stufe, bezeichnung(e) if e.art is not Art.ABSCHNITT else " ".join((e.marke, e.ueberschrift)), anker)
    if still:
        return Kopf(stufe, f"{e.ueberschrift}›", marke=f"‹{e.marke}", tiefe=tiefe, still=True)
    return Kopf(stufe, e.ueberschrift, anker, marke=e.marke, tiefe=tiefe)


def _absatz(lf: Lesefassung, absatz: Absatz, tiefe: int) -> Rechtstext:
    e, still = absatz.eintrag, all(lauf.rolle is Rolle.EINORDNUNG for lauf in absatz.laeufe)
    hat_kopf = absatz.ueberschrift or not absatz.tiefe or e.art in _STUFEN
    anker = e.kennung if absatz.rolle is Rolle.WORTLAUT and not hat_kopf else ""
    zug = tuple(stueck for lauf in _mit_einer_luecke(absatz.laeufe) for stueck in _lauf(lf, lauf, e))
    auch = [Stueck(f"Verweisung {nr}", ziel=f"verweisung-{nr}") for nr in absatz.auch]
    zusatz = (Stueck("gilt auch nach "), *_verbunden(auch)) if auch else ()
    weiter = not absatz.kopf and absatz.tiefe > 0
    return Rechtstext(tiefe, "" if hat_kopf else absatz.marke, zug, anker, still, weiter, zusatz)


def _mit_einer_luecke(laeufe: Sequence[Lauf]) -> Iterator[Lauf]:
    """Yield the texts of a paragraph; several Sätze in a row that are left out make one gap."""
    davor = None
    for lauf in laeufe:
        if not (davor is Rolle.AUSGELASSEN and lauf.rolle is davor):
            yield lauf
        davor = lauf.rolle


def _lauf(lf: Lesefassung, lauf: Lauf, absatz: Eintrag) -> Iterator[Stueck]:
    """Yield the text of one Einheit, with its number if it is a Satz, and a link at each citation that is on the page."""
    e, still = lauf.eintrag, lauf.rolle is Rolle.EINORDNUNG
    if lauf.satz and lauf.rolle is not Rolle.AUSGELASSEN:
        yield Stueck(lauf.satz, "satz", anker=e.kennung if e != absatz and lauf.rolle is Rolle.WORTLAUT else "")
    if lauf.rolle is Rolle.AUSGENOMMEN:
        yield Stueck(AUSGENOMMEN, "luecke")
    elif lauf.rolle is Rolle.AUSGELASSEN:
        yield Stueck(AUSGELASSEN, "luecke")
    elif e.druck is not Druck.ABGEDRUCKT:
        yield Stueck(e.text or f"[{e.druck.value}]", "luecke")
    elif still:
        yield Stueck(f"‹{e.text}›", "still")
    else:
        yield from (Stueck(text, ziel=ziel) for text, ziel in _mit_links(lf, lauf))
        yield from (Stueck(text, "vermerk", ziel) for text, ziel in vermerke(lf, e))
    yield Stueck(" ")


def _mit_links(lf: Lesefassung, lauf: Lauf) -> Iterator[tuple[str, str]]:
    text, stelle = lauf.eintrag.text, 0
    for marke in marken(text, lauf.verweise):
        ort = next((lf.orte[ziel] for ziel in marke.ziele if ziel in lf.orte), None)
        if ort and ort != lauf.eintrag:
            yield text[stelle : marke.ab], ""
            yield text[marke.ab : marke.bis], ort.kennung
            stelle = marke.bis
    yield text[stelle:], ""


def _verbunden(stuecke: Sequence[Stueck]) -> Iterator[Stueck]:
    for i, stueck in enumerate(stuecke):
        if i:
            yield Stueck(" und " if i == len(stuecke) - 1 else ", ")
        yield stueck


# What applies


def _geltendes(lf: Lesefassung) -> Iterator[Glied]:
    yield Kopf(2, "Was kraft Verweisung gilt", "geltung")
    if not (lf.gruppen or lf.geltung.nicht or lf.geltung.ungeloest):
        yield _hinweis(_NUR_INNERHALB if lf.binnen else keine_verweisung(lf.geltung.zitat))
    elif not lf.gruppen:
        yield _hinweis(_SCHON_OBEN if lf.binnen else _KEIN_TEXT)
    gesehen = {teil.eintrag for teil in (lf.wortlaut, lf.vv) if teil}
    gruppen = [glied for gruppe in lf.gruppen for glied in _gruppe(lf, gruppe, gesehen)]
    yield from _legende(gruppen)
    yield from gruppen


def _legende(glieder: Sequence[Glied]) -> Iterator[Hinweis]:
    """Explain the signs that occur."""
    stuecke = [stueck for glied in glieder if isinstance(glied, Rechtstext) for stueck in glied.zug]
    if any(isinstance(glied, Kopf) and glied.still for glied in glieder) or any(s.art == "still" for s in stuecke):
        yield _hinweis(_ZUR_EINORDNUNG)
    if any(stueck.text == AUSGELASSEN for stueck in stuecke):
        yield _hinweis(_ZU_LUECKEN)


def _gruppe(lf: Lesefassung, gruppe: Gruppe, gesehen: set[Eintrag]) -> Iterator[Glied]:
    vorzeile = f"Verweisung {gruppe.nummer}" + (f", {len(gruppe.weg)}. Stufe" if len(gruppe.weg) > 1 else "")
    einziger = gruppe.teile[0] if len(gruppe.teile) == 1 else None
    auszug = "Auszug" if einziger and einziger.auszug else ""
    zweitanker = _anker(einziger, gesehen) if einziger else ""
    yield Kopf(3, _was_gilt(gruppe), f"verweisung-{gruppe.nummer}", zweitanker, vorzeile, auszug)
    yield from _weg(lf, gruppe.weg)
    yield from _vermerke(gruppe)
    for teil in gruppe.teile:
        if teil is not einziger:
            yield Kopf(4, bezeichnung(teil.eintrag), _anker(teil, gesehen), zusatz="Auszug" if teil.auszug else "")
        yield from _rechtstext(lf, teil, 3 if einziger else 4)


def _anker(teil: Teil, gesehen: set[Eintrag]) -> str:
    """Return the anchor of a Teil, once."""
    neu = teil.eintrag not in gesehen
    gesehen.add(teil.eintrag)
    return teil.eintrag.kennung if neu else ""


def _was_gilt(gruppe: Gruppe) -> str:
    """Name what a chain makes apply: a single § or VV with its heading, several by their citations."""
    if len(gruppe.teile) == 1:
        return bezeichnung(gruppe.teile[0].eintrag)
    eintraege = [teil.eintrag for teil in gruppe.teile] or [a.eintrag for a in gruppe.anderswo]
    return aufgezaehlt([e.zitat for e in eintraege])


def _vermerke(gruppe: Gruppe) -> Iterator[Glied]:
    if len({v.wirkung for v in gruppe.weg}) > 1:
        yield _hinweis(f"Über alle Stufen: {wirkung(gruppe.wirkung)}.")
    if gruppe.ausnahmen:
        yield _hinweis(f"Ausgenommen: {aufgezaehlt([str(ziel) for ziel in gruppe.ausnahmen])}.", "warnung")
    if gruppe.anderswo:
        yield Hinweis((Stueck("Gilt auch hiernach, steht aber an anderer Stelle: "), *_anderswo(gruppe), Stueck(".")))


def _anderswo(gruppe: Gruppe) -> Iterator[Stueck]:
    """Name what stands elsewhere, each with the place."""
    je_ort: dict[int, list[Stueck]] = {}
    for a in gruppe.anderswo:
        je_ort.setdefault(a.gruppe, []).append(Stueck(a.eintrag.zitat, ziel=a.eintrag.kennung))
    for i, (nummer, stuecke) in enumerate(je_ort.items()):
        if i:
            yield Stueck("; ")
        yield from _verbunden(stuecke)
        yield Stueck(f" (bei Verweisung {nummer})" if nummer else " (oben)")


def _weg(lf: Lesefassung, weg: Weg) -> Iterator[Schritt]:
    return (_schritt(lf, v, tiefe) for tiefe, v in enumerate(weg))


def _schritt(lf: Lesefassung, v: Verweisung, tiefe: int) -> Schritt:
    quelle, satz = klausel(v)
    ort = lf.orte.get(v.quelle)
    zug = (Stueck("→ " if tiefe else ""), Stueck(quelle, "zitat", ort.kennung if ort else ""), Stueck(satz))
    return Schritt(tiefe, zug, vorbehalte(v))


def _nicht_anwendbar(lf: Lesefassung) -> Iterator[Glied]:
    if lf.geltung.nicht:
        yield Kopf(2, "Nicht anwendbar und unberührt", "nicht-anwendbar")
        yield _hinweis(_NICHT_EINGERECHNET)
    for weg in lf.geltung.nicht:
        yield from _weg(lf, weg)


def _ungeloest(lf: Lesefassung) -> Iterator[Glied]:
    if lf.geltung.ungeloest:
        yield Kopf(2, NICHT_ZU_VERFOLGEN, "nicht-zu-verfolgen")
    for u in lf.geltung.ungeloest:
        yield Hinweis((Stueck(genannt(u.ziel), "name"), Stueck(f" – {grund(u)}")), "punkt")


def _texte(quellen: Iterable[Quelle]) -> Iterator[Glied]:
    yield Kopf(2, _ENDE, "texte")
    for quelle in quellen:
        angaben = (
            ("Titel", quelle.werk.titel if quelle.werk else ""),
            ("Fassung", fassung(quelle)),
            ("Quelle", quelle.herkunft),
            ("Datei", quelle.datei),
        )
        yield Angaben(quelle.werk.kurz if quelle.werk else quelle.datei, tuple((n, w) for n, w in angaben if w))
    yield _hinweis(NICHT_AMTLICH, "warnung")
