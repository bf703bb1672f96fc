"""Clauses that make Einheiten apply: read from a Satz, with kind, targets, exceptions, Maßgabe and Bedingung.

A citation is a target of its clause only where it is what applies: as the subject at the beginning ("Absatz 3 gilt
entsprechend"), behind the verb ("gelten die Nummern 2 bis 4 entsprechend"), or behind "auf" ("auf Nummer 8 wird
hingewiesen"). A clause that says "entsprechend", "nicht" or "unberührt" without such a citation is returned as it is
printed, as not resolved; one that only says "gilt" is none without a citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from .satz import satzgrenzen
from .schreibweise import Ebene
from .verweis import Verweis
from .zitat import Rahmen, Spanne, Ziel, Zitat


class Wirkung(Enum):
    """What a Verweisung does; the value is what exports say."""

    ANALOG = "analog"
    DIREKT = "direct"
    NEGATIV = "negative"
    UNBERUEHRT = "unaffected"

    def __repr__(self) -> str:
        return f"Wirkung.{self.name}"


@dataclass(frozen=True, slots=True)
class Verweisung:
    """A clause, at ``ab`` to ``bis`` in the text of ``quelle`` and on line ``zeile`` of the source (0 = not known).

    ``offen`` is the clause as printed where its target could not be read.
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


_ENTSPRECHEND = r"(?:entsprechend|sinngemäß)"
_VERBEN = r"(?:gilt|gelten|finde[nt]+|bleib(?:t|en)|wird|werden|ist|sind)"
_WIRKUNGEN: tuple[tuple[Wirkung, re.Pattern[str]], ...] = (
    (
        Wirkung.UNBERUEHRT,
        re.compile(r"\bbleib(?:t|en)\b.*\bunberührt\b|^Unberührt\s+bleib(?:t|en)\b|\bw(?:ird|erden)\s+nicht\s+berührt\b"),
    ),
    (
        Wirkung.NEGATIV,
        re.compile(
            r"\b(?:gilt|gelten)\b[^,;]*?\bnicht\b(?!\s+als)|\b[Nn]icht\s+(?:anzuwenden|anwendbar)\b"
            rf"|\bfinde[nt]+\b.*\bkeine\s+(?:{_ENTSPRECHEND}e\s+)?Anwendung\b"
        ),
    ),
    (
        Wirkung.ANALOG,
        re.compile(
            rf"\b(?:gilt|gelten)\b.*\b{_ENTSPRECHEND}\b(?!\s+(?:ihr|sein|de[rsmn]\b))"
            rf"|\bfinde[nt]+\b.*\b{_ENTSPRECHEND}e\s+Anwendung\b|\b{_ENTSPRECHEND}\s+(?:anzuwenden|anwendbar)\b"
            rf"|^(?:Entsprechend(?:es)?|Sinngemäß)\s+(?:gilt|gelten)\b|\b[Ii]n\s+{_ENTSPRECHEND}er\s+Anwendung\b"
        ),
    ),
    (
        Wirkung.DIREKT,
        re.compile(
            r"\b(?:gilt|gelten)\b(?!\s+als)|\bwird\b.*\bhingewiesen\b|\bfinde[nt]+\b.*\bAnwendung\b"
            r"|\b(?:ist|sind)\b.*\banzuwenden\b"
        ),
    ),
)
_MASSGABE = re.compile(
    rf"mit\s+der\s+Maßgabe(?:\s+(?:{_ENTSPRECHEND}|hingewiesen))?\s*,?\s*(?:{_ENTSPRECHEND}\s*,\s*)?(?P<text>dass\s.+?)[.;]?$"
)
_BEDINGUNG_HINTEN = re.compile(
    r",\s+(?P<text>(?:soweit|sofern|wenn|solange|es\s+sei\s+denn)\b.+?)(?:,\s+"
    rf"{_ENTSPRECHEND})?[.;]?$"
)
#: Before the verb of the main clause, which stands behind a comma unless the condition has no verb of its own.
_BEDINGUNG_VORN = re.compile(
    rf"(?P<text>In\s+den\s+(?:Fällen|unter)\b[^,;]*?(?=\s+{_VERBEN}\b)"
    r"|(?:Soweit|Sofern|Wenn|Solange|Ist|Sind|Wird|Werden|Hat|Haben|In\s+den\s+(?:Fällen|unter))\b[^;]*?"
    rf"(?=,\s+(?:so\s+)?{_VERBEN}\b))"
)
#: "§ 9 und die Regelungen dieser Verwaltungsvorschrift hierzu".
_VV_HIERZU = re.compile(r"\b(?:Verwaltungsvorschrift(?:en)?|VV)\s+(?:hierzu|dazu)\b")
_KOENNTE_ZIEL_SEIN = re.compile(
    r"§|Art(?:ikel|\.)\s*\d|\bAbs(?:atz|ätze)|\bS(?:atz|ätze)\b|\bNummern?\b|\bZiffern?\b|schrift|gesetz|Bestimmung|Regelung|[Dd]ies|Entsprechendes"
)
#: Words that point to the Satz before.
_RUECKBEZUG = re.compile(
    r"(?:Dies|Das|Gleiches|Das\s+Gleiche|Dasselbe|Entsprechendes)\s+gilt\b(?!\s+(?:unabhängig|insbesondere))", re.IGNORECASE
)

#: In the masked clause, a citation is one such character.
_MARKE = "\N{OBJECT REPLACEMENT CHARACTER}"
_VORSPANN = (
    r"(?:(?:auch\s+|insoweit\s+|hierfür\s+|ferner\s+|im\s+Übrigen\s+|für\s+sie\s+|dafür\s+)?(?:(?:die|der|den|das|des)\s+)?"
    r"(?:(?:Regelung|Bestimmung|Vorschrift|Verwaltungsvorschrift)(?:en)?\s+(?:in\s+)?(?:de[nrs]\s+)?)?)"
)
_ZWISCHEN = r"\s*(?:,|und|sowie|oder|,\s*auch)?\s*(?:(?:und|sowie)\s+)?(?:auf\s+|für\s+[^,;.§]{1,60}?\s)?"
_ZIELE = rf"{_VORSPANN}{_MARKE}(?:{_ZWISCHEN}{_VORSPANN}{_MARKE})*"
_ZUSATZ = r"(?:,?\s+(?:über|in\s+de[rm]|in\s+(?:seiner|ihrer)|zur|zum)\s[^;]*?)?,?"
_ZIELSTELLEN = (
    re.compile(rf"^(?P<ziele>{_ZIELE}){_ZUSATZ}\s+{_VERBEN}\b", re.IGNORECASE),
    re.compile(rf"\b{_VERBEN}\s+(?P<ziele>{_ZIELE})", re.IGNORECASE),
    re.compile(rf"\bauf\s+(?P<ziele>{_ZIELE})", re.IGNORECASE),
    re.compile(rf"\b{_ENTSPRECHEND}er\s+Anwendung\s+(?P<ziele>{_ZIELE})"),
)
_AUSNAHME = re.compile(rf"\bmit\s+Ausnahme\s+(?:von|vom|de[rs])\s+(?P<ziele>{_ZIELE})")
#: A named subject, its place behind it: "Die Befugnisse nach Absatz 1 finden auch Anwendung auf …".
_BENANNTES_SUBJEKT = re.compile(
    rf"^(?:Die|Der|Das)\s+[^,;.{_MARKE}]{{3,120}}?\s(?:nach|gemäß|aus|im\s+Sinne)\s+(?P<ziele>{_ZIELE}){_ZUSATZ}\s+{_VERBEN}\b"
)


def finde_verweisungen(text: str, quelle: Zitat, verweise: Sequence[Verweis]) -> Iterator[Verweisung]:
    """Yield every clause in the text of an Einheit that makes something apply, or not apply.

    ``quelle`` is the Einheit the text stands in, ``verweise`` are the citations found in it (`normen.verweis.finde`).
    """
    for satz_ab, satz_bis in satzgrenzen(text):
        for ab, bis in _halbsaetze(text, satz_ab, satz_bis):
            eigene = [v for v in verweise if ab <= v.ab and v.bis <= bis]
            verweisung = _verweisung(text[ab:bis], ab, eigene, quelle, ist_anfang=ab == satz_ab)
            if verweisung:
                yield verweisung


def _halbsaetze(text: str, ab: int, bis: int) -> Iterator[tuple[int, int]]:
    for teil in re.compile(r"[^;]+;?").finditer(text, ab, bis):
        roh = teil[0]
        yield teil.start() + len(roh) - len(roh.lstrip()), teil.start() + len(roh.rstrip())


def _verweisung(klausel: str, ab: int, verweise: Sequence[Verweis], quelle: Zitat, *, ist_anfang: bool) -> Verweisung | None:
    wirkung = next((art for art, muster in _WIRKUNGEN if muster.search(klausel)), None)
    if wirkung is None:
        return None
    massgabe = _MASSGABE.search(klausel)
    kern = klausel[: massgabe.start()] if massgabe else klausel
    bedingung = _BEDINGUNG_HINTEN.search(kern)
    kern = kern[: bedingung.start()] if bedingung else kern
    bedingung = bedingung or _BEDINGUNG_VORN.match(kern)
    maskiert = _Maskiert.aus(kern, ab, verweise)
    gemeint = _gemeint(maskiert, wirkung)
    ziele = tuple(g.ziel for v in gemeint for g in v.ziele) or _satz_davor(klausel, quelle, ist_anfang=ist_anfang)
    if _VV_HIERZU.search(kern):
        ziele += tuple(replace(z, rahmen=Rahmen.VV, glieder=(), zu=z.glieder) for z in ziele if isinstance(z, Zitat))
    if not ziele and (wirkung is Wirkung.DIREKT or not _KOENNTE_ZIEL_SEIN.search(kern)):
        return None
    return Verweisung(
        quelle,
        wirkung,
        ziele,
        tuple(g.ziel for v in gemeint for g in v.ausnahmen) + _nachgestellte(maskiert, gemeint),
        massgabe["text"] if massgabe else "",
        bedingung["text"] if bedingung else "",
        klausel,
        ab,
        ab + len(klausel),
        () if ziele else (klausel,),
    )


@dataclass(frozen=True, slots=True)
class _Maskiert:
    """A clause with one mark in place of each citation, where the marks stand, and which of them name no § of their own."""

    text: str
    marken: tuple[tuple[int, Verweis], ...]
    blank: frozenset[Verweis]

    @classmethod
    def aus(cls, kern: str, ab: int, verweise: Sequence[Verweis]) -> _Maskiert:
        """Mask the citations of a clause that begins at ``ab``, but not the words by which it means itself."""
        text, stelle, marken = "", 0, list[tuple[int, Verweis]]()
        im_kern = [v for v in verweise if v.bis - ab <= len(kern) and not v.selbst]
        for v in im_kern:
            text += kern[stelle : v.ab - ab]
            marken.append((len(text), v))
            text += _MARKE
            stelle = v.bis - ab
        blank = frozenset(v for v in im_kern if not kern.startswith(("§", "Art"), v.ab - ab))
        return cls(text + kern[stelle:], tuple(marken), blank)

    def ziele(self, treffer: re.Match[str]) -> list[Verweis]:
        """Return the citations in the group "ziele" of a match."""
        von, bis = treffer.span("ziele")
        return [v for stelle, v in self.marken if von <= stelle < bis]


def _gemeint(maskiert: _Maskiert, wirkung: Wirkung) -> list[Verweis]:
    """Return the citations of a clause that stand where its targets stand."""
    text = maskiert.text
    benannt = _BENANNTES_SUBJEKT.search(text) if wirkung is not Wirkung.DIREKT or "Anwendung" in text else None
    treffer = benannt or next((t for muster in _ZIELSTELLEN if (t := muster.search(text))), None)
    return maskiert.ziele(treffer) if treffer else []


def _satz_davor(klausel: str, quelle: Zitat, *, ist_anfang: bool) -> tuple[Ziel, ...]:
    """Return what "Dies gilt …" points to: the Satz before, or behind a semicolon the first half of its own."""
    if not _RUECKBEZUG.match(klausel):
        return ()
    if not ist_anfang:
        return (quelle,)
    if not quelle.glieder or quelle.glieder[-1].ebene is not Ebene.SATZ or quelle.glieder[-1].nummer == "1":
        return ()
    return (quelle.eltern[0].mit(Ebene.SATZ, str(int(quelle.glieder[-1].nummer) - 1)),)


def _nachgestellte(maskiert: _Maskiert, gemeint: list[Verweis]) -> tuple[Ziel, ...]:
    """Return exceptions that stand apart from the targets; bare numbers among them are numbers of the rule that applies."""
    ausnahme = _AUSNAHME.search(maskiert.text)
    danach = [v for v in maskiert.ziele(ausnahme) if v not in gemeint] if ausnahme else []
    traeger = next((g.ziel for v in gemeint for g in v.ziele), None)
    return tuple(
        _in_derselben(g.ziel, traeger) if traeger and v in maskiert.blank else g.ziel for v in danach for g in v.ziele
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
