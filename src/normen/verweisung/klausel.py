"""Read the clauses of a text: each half-sentence that says what applies, or does not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..satz import satzgrenzen
from ..schreibweise import Ebene
from ..verweis import Verweis
from ..zitat import Glied, Rahmen, Spanne, Ziel, Zitat
from .praedikat import Praedikat, Wirkung, finde_praedikat
from .satzbild import Satzbild
from .ziele import Gelesen, lies_ziele


@dataclass(frozen=True, slots=True)
class Verweisung:
    """A clause, at ``ab`` to ``bis`` in the text of ``quelle`` and on line ``zeile`` of the source (0 = not known).

    ``vage`` are targets that the text only describes ("für den Besuch geltenden Vorschriften"), in its words. ``offen`` is
    the clause as printed where its target could not be read at all. ``hinweis`` says how a word that points back was
    understood. ``sicher`` is unset where the words may as well mean something else.
    """

    quelle: Zitat
    wirkung: Wirkung
    ziele: tuple[Ziel, ...]
    ausnahmen: tuple[Ziel, ...]
    massgabe: str
    bedingung: str
    text: str
    ab: int
    bis: int
    offen: tuple[str, ...] = ()
    zeile: int = 0
    vage: tuple[str, ...] = ()
    hinweis: str = ""
    sicher: bool = True


#: "§ 9 und die Regelungen dieser Verwaltungsvorschrift hierzu", "§ 45 sowie die auf diese Vorschrift bezogenen
#: Verwaltungsvorschriften".
_VV_HIERZU = re.compile(
    r"\b(?:Verwaltungsvorschrift(?:en)?|VV)\s+(?:hierzu|dazu)\b|\bauf\s+diese\s+Vorschrift\s+bezogenen\s+Verwaltungsvorschriften\b"
)
#: Words that point to the Satz before.
_RUECKBEZUG = re.compile(
    r"(?:so\s+|und\s+)?(?P<wort>Dies|Das\s+Gleiche|Das\s+gleiche|Das|Gleiches|Dasselbe|Entsprechendes|Sinngemäßes|Etwas\s+anderes)\s+gilt\b"
    r"|(?:[^,;]{1,120}\s)?gilt\s+(?:insoweit\s+)?(?P<spaeter>dasselbe|das\s+Gleiche|Gleiches|Entsprechendes|dies)\b(?!,\s+wie\b)"
    r"|(?P<diese>Diese\s+(?:Regelung|Vorschrift|Bestimmung)|Die\s+Vorschrift)\s+(?:gilt|findet|ist)\b",
    re.IGNORECASE,
)
#: "Dies gilt unabhängig von …" only stresses what was said.
_BETONT = re.compile(r"\w+\s+gilt\s+(?:unabhängig|insbesondere|namentlich|vor\s+allem)\b", re.IGNORECASE)
_FUERWORT = re.compile(
    r"(?:sie|er|es|diese[rs]?|die\s+Vorschrift|(?:diese(?:lben)?\s+)?(?:Vorschrift|Bestimmung|Regelung)(?:en)?)$",
    re.IGNORECASE,
)


def finde_verweisungen(text: str, quelle: Zitat, verweise: Sequence[Verweis]) -> Iterator[Verweisung]:
    """Yield every clause in the text of an Einheit that makes something apply, or not apply.

    ``quelle`` is the Einheit the text stands in, ``verweise`` are the citations found in it (`normen.verweis.finde`).
    """
    anfaenge = [v.ab for v in verweise]
    for satz_ab, satz_bis in satzgrenzen(text):
        for ab, bis in _halbsaetze(text, satz_ab, satz_bis):
            eigene = [v for v in verweise[bisect_left(anfaenge, ab) : bisect_left(anfaenge, bis)] if v.bis <= bis]
            verweisung = _verweisung(text[ab:bis], ab, eigene, quelle, ist_anfang=ab == satz_ab)
            if verweisung:
                yield verweisung


_HALBSATZ = re.compile(r"[^;]+;?")


def _halbsaetze(text: str, ab: int, bis: int) -> Iterator[tuple[int, int]]:
    for teil in _HALBSATZ.finditer(text, ab, bis):
        roh = teil[0]
        yield teil.start() + len(roh) - len(roh.lstrip()), teil.start() + len(roh.rstrip())


def _verweisung(klausel: str, ab: int, verweise: Sequence[Verweis], quelle: Zitat, *, ist_anfang: bool) -> Verweisung | None:
    bild = Satzbild.aus(klausel, ab, verweise)
    praedikat = finde_praedikat(bild)
    if praedikat is None:
        return None
    gelesen = lies_ziele(bild, praedikat)
    ziele = tuple(g.ziel for v in gelesen.ziele for g in v.ziele)
    hinweis, vage, sicher = "", gelesen.vage, praedikat.ueblich
    if rueckbezug := _rueckbezug(praedikat, quelle, ist_anfang=ist_anfang):
        ziele, vage, hinweis = rueckbezug
        sicher = bool(ziele) and not _BETONT.match(klausel) and not re.match(r"Die(?:se)?\s+[A-Z]", klausel, re.IGNORECASE)
        sicher = sicher and not klausel.lower().startswith("etwas")
    elif gelesen.ziele and len(ziele) < len(gelesen.ziele):
        hinweis = next((v.grund for v in gelesen.ziele if not v.ziele), "")
    elif not ziele:
        if not _ist_klausel(praedikat, gelesen):
            return None
        sicher = sicher and _ist_eindeutig(praedikat, gelesen)
        if vage and _FUERWORT.match(vage[0]):
            hinweis, sicher = f"Worauf sich „{vage[0]}“ bezieht, sagt die Klausel selbst nicht.", False
    elif gelesen.nur_benannt and praedikat.wirkung is Wirkung.DIREKT and "Anwendung" not in praedikat.text:
        sicher = False
    if _VV_HIERZU.search(klausel):
        ziele += tuple(replace(z, rahmen=Rahmen.VV, glieder=(), zu=z.glieder) for z in ziele if isinstance(z, Zitat))
    return Verweisung(
        quelle,
        praedikat.wirkung,
        ziele,
        _ausnahmen(klausel, ab, gelesen, ziele),
        praedikat.massgabe,
        praedikat.bedingung,
        klausel,
        ab,
        ab + len(klausel),
        () if ziele or vage else (klausel,),
        vage=vage,
        hinweis=hinweis,
        sicher=sicher,
    )


def _ist_klausel(p: Praedikat, gelesen: Gelesen) -> bool:
    """Tell whether a clause without a citation as its target is a Verweisung at all."""
    if not gelesen.vage:
        return p.ueblich and p.wirkung is not Wirkung.DIREKT
    if gelesen.vage[0].startswith("nicht "):
        return False
    if p.wirkung is Wirkung.UNBERUEHRT:
        return True
    if _FUERWORT.match(gelesen.vage[0]) and p.wirkung is Wirkung.DIREKT:
        return gelesen.ist_vorschrift or re.search(r"\b(?:Anwendung|anzuwenden|auch)\b", p.text[p.bis :]) is not None
    return gelesen.ist_vorschrift or (p.ueblich and p.wirkung in (Wirkung.ANALOG, Wirkung.NEGATIV))


def _ist_eindeutig(p: Praedikat, gelesen: Gelesen) -> bool:
    return gelesen.ist_vorschrift or p.wirkung is Wirkung.UNBERUEHRT or "Anwendung" in p.text


def _rueckbezug(p: Praedikat, quelle: Zitat, *, ist_anfang: bool) -> tuple[tuple[Ziel, ...], tuple[str, ...], str] | None:
    """Return what "Dies gilt …" points to, with the words that say so: the Satz before, or the first half of its own."""
    treffer = _RUECKBEZUG.match(p.text[p.vorfeld :].lstrip())
    if not treffer:
        return None
    wort = treffer["wort"] or treffer["spaeter"] or treffer["diese"]
    if not ist_anfang:
        return (quelle,), (), f"„{wort}“ meint, was im selben Satz davor steht."
    davor = _davor(quelle)
    if davor is None:
        return (), (wort,), f"Worauf sich „{wort}“ bezieht, ist nicht zu erkennen."
    return (davor,), (), f"„{wort}“ meint das davor: {davor}."


def _davor(quelle: Zitat) -> Zitat | None:
    """Return the Satz before, at the beginning of the second Absatz the first one; others may mean more than one."""
    if not quelle.glieder:
        return None
    *oben, letztes = quelle.glieder
    if letztes.ebene is Ebene.SATZ and letztes.nummer.isdecimal() and letztes.nummer != "1":
        return replace(quelle, glieder=(*oben, Glied(Ebene.SATZ, str(int(letztes.nummer) - 1))))
    bis_absatz = oben if letztes.ebene is Ebene.SATZ else [*oben, letztes]
    if bis_absatz and bis_absatz[-1] == Glied(Ebene.ABSATZ, "2") and quelle.rahmen is Rahmen.NORM:
        return replace(quelle, glieder=(*bis_absatz[:-1], Glied(Ebene.ABSATZ, "1")))
    return None


def _ausnahmen(klausel: str, ab: int, gelesen: Gelesen, ziele: tuple[Ziel, ...]) -> tuple[Ziel, ...]:
    """Return the exceptions; bare numbers behind a rule are numbers of the rule that applies."""
    innen = tuple(g.ziel for v in gelesen.ziele for g in v.ausnahmen)
    traeger = next(iter(ziele), None)
    return innen + tuple(
        _in_derselben(g.ziel, traeger) if traeger and not klausel.startswith(("§", "Art"), v.ab - ab) else g.ziel
        for v in gelesen.ausnahmen
        for g in v.ziele
    )


def _in_derselben(ziel: Ziel, traeger: Ziel) -> Ziel:
    """Read a number that was completed from the clause's own place as one of the rule or § that applies."""
    if isinstance(ziel, Spanne):
        von, bis = _in_derselben(ziel.von, traeger), _in_derselben(ziel.bis, traeger)
        return Spanne(von, bis) if isinstance(von, Zitat) and isinstance(bis, Zitat) else ziel
    oben = traeger.von if isinstance(traeger, Spanne) else traeger
    if oben.rahmen is Rahmen.VV:
        return replace(oben, glieder=ziel.glieder)
    return replace(oben, glieder=(*oben.glieder[:1], *(ziel.glieder[1:] or ziel.glieder)))
