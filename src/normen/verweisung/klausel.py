"""Read the clauses of a text: each half-sentence that says what applies, or does not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile

from ..satz import satzgrenzen
from ..schreibweise import EBENE_MUSTER, Ebene
from ..verweis import Verweis
from ..zitat import Rahmen, Spanne, Ziel, Zitat
from .praedikat import Praedikat, Wirkung, finde_praedikat
from .rueckbezug import Rueckbezug, lies_rueckbezug
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


_HALBSATZ = re.compile(r"[^;]+;?")
#: "§ 9 und die Regelungen dieser Verwaltungsvorschrift hierzu", "§ 45 sowie die auf diese Vorschrift bezogenen
#: Verwaltungsvorschriften".
_VV_HIERZU = re.compile(
    r"\b(?:Verwaltungsvorschrift(?:en)?|VV)\s+(?:hierzu|dazu)\b|\bauf\s+diese\s+Vorschrift\s+bezogenen\s+Verwaltungsvorschriften\b"
)
#: A subject that does not say by itself which provision is meant.
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
    rueckbezug = lies_rueckbezug(praedikat, quelle, ist_anfang=ist_anfang)
    deutung = _aus_rueckbezug(rueckbezug) if rueckbezug else _aus_zielen(praedikat, gelesen)
    if deutung is None:
        return None
    ziele = deutung.ziele + (_vv_hierzu(deutung.ziele) if _VV_HIERZU.search(klausel) else ())
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
        () if ziele or deutung.vage else (klausel,),
        vage=deutung.vage,
        hinweis=deutung.hinweis,
        sicher=deutung.sicher,
    )


@dataclass(frozen=True, slots=True)
class _Deutung:
    """What a clause makes apply: targets, descriptions, how they were understood, and whether that is beyond doubt."""

    ziele: tuple[Ziel, ...]
    vage: tuple[str, ...] = ()
    hinweis: str = ""
    sicher: bool = True


def _aus_rueckbezug(r: Rueckbezug) -> _Deutung:
    if r.ziel is None:
        return _Deutung((), (r.wort,), r.hinweis, r.sicher)
    return _Deutung((r.ziel,), (), r.hinweis, r.sicher)


def _aus_zielen(p: Praedikat, gelesen: Gelesen) -> _Deutung | None:
    """Return what the citations of a clause say, or its description; ``None`` if it is no Verweisung."""
    ziele = tuple(g.ziel for v in gelesen.ziele for g in v.ziele)
    if gelesen.ziele:
        grund = next((v.grund for v in gelesen.ziele if not v.ziele), "")
        nur_erwaehnt = gelesen.nur_benannt and p.wirkung is Wirkung.DIREKT and "Anwendung" not in p.text
        return _Deutung(ziele, gelesen.vage, grund, p.ueblich and not nur_erwaehnt)
    if not _ist_klausel(p, gelesen):
        return None
    if gelesen.vage and _FUERWORT.match(gelesen.vage[0]):
        hinweis = f"Worauf sich „{gelesen.vage[0]}“ bezieht, sagt die Klausel selbst nicht."
        return _Deutung((), gelesen.vage, hinweis, sicher=False)
    return _Deutung((), gelesen.vage, "", p.ueblich and _ist_eindeutig(p, gelesen))


def _vv_hierzu(ziele: tuple[Ziel, ...]) -> tuple[Ziel, ...]:
    """Return the VV on each § among the targets."""
    return tuple(replace(z, rahmen=Rahmen.VV, glieder=(), zu=z.glieder) for z in ziele if isinstance(z, Zitat))


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


def _ausnahmen(klausel: str, ab: int, gelesen: Gelesen, ziele: tuple[Ziel, ...]) -> tuple[Ziel, ...]:
    """Return the exceptions; what names no § of its own is a part of what applies."""
    innen = tuple(g.ziel for v in gelesen.ziele for g in v.ausnahmen)
    traeger = next(iter(ziele), None)
    return innen + tuple(
        _teil_von(traeger, g.ziel, _erste_ebene(klausel, v.ab - ab)) if traeger else g.ziel
        for v in gelesen.ausnahmen
        for g in v.ziele
    )


def _erste_ebene(klausel: str, stelle: int) -> Ebene:
    """Return the level that a citation begins with as printed; a bare number is a Nummer."""
    treffer = EBENE_MUSTER.match(klausel, stelle)
    return Ebene[treffer.lastgroup] if treffer and treffer.lastgroup else Ebene.NUMMER


def _teil_von(traeger: Ziel, ziel: Ziel, ebene: Ebene) -> Ziel:
    """Read a citation that was completed from the clause's own place as a part of the rule or § that applies."""
    if isinstance(ziel, Spanne):
        von, bis = _teil_von(traeger, ziel.von, ebene), _teil_von(traeger, ziel.bis, ebene)
        return Spanne(von, bis) if isinstance(von, Zitat) and isinstance(bis, Zitat) else ziel
    oben = traeger.von if isinstance(traeger, Spanne) else traeger
    gedruckt = tuple(dropwhile(lambda glied: glied.ebene is not ebene, ziel.glieder))
    if ebene in (Ebene.PARAGRAPH, Ebene.ARTIKEL) or not gedruckt:
        return ziel
    return replace(oben, glieder=(*takewhile(lambda glied: glied.ebene is not ebene, oben.glieder), *gedruckt))
