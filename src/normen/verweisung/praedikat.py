"""The verb of a clause and what it does, with the conditions and the Maßgabe that hang on it.

A verb that closes a subordinate clause says nothing of its own: "auf die das Jugendstrafrecht Anwendung findet". So the
subordinate clauses are blanked out before the kind is read, and "nicht" counts only where it belongs to the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from .satzbild import MARKE, Satzbild, Stueck, ist_fall, ist_vorangestellt, stuecke


class Wirkung(Enum):
    """What a Verweisung does; the value is what exports say."""

    ANALOG = "analog"
    DIREKT = "direct"
    NEGATIV = "negative"
    UNBERUEHRT = "unaffected"

    def __repr__(self) -> str:
        return f"Wirkung.{self.name}"


@dataclass(frozen=True, slots=True)
class Praedikat:
    """What a clause says: ``text`` is its picture with all subordinate clauses blanked out, the verb at ``ab`` to ``bis``.

    ``vorfeld`` is where the main clause begins. ``ueblich`` is unset for verbs that only resemble a Verweisung, such as
    "richtet sich nach". ``praeposition`` leads to the target where it is not the subject.
    """

    wirkung: Wirkung
    text: str
    vorfeld: int
    ab: int
    bis: int
    bedingung: str
    massgabe: str
    ueblich: bool = True
    praeposition: str = ""


#: "mit der Maßgabe" stands so near before its "dass".
_WEITE = 90
#: More verbs than this in a half-sentence are a list of something else.
_HOECHSTENS = 12

_VERB = re.compile(
    r"(?<![\w-])(?:[Gg](?:ilt|elten)|[Ff]inde[nt]|[Bb]leib(?:t|en)|[Ii]st|[Ss]ind|[Ww](?:ird|erden)|[Rr]ichte[nt]|[Bb]estimm(?:t|en)"
    r"|[Bb]emisst|[Bb]eurteil(?:t|en)|ruh(?:t|en)|ha(?:t|ben))(?![\w-])"
)
_ENTSPRECHEND = r"(?:entsprechend|sinngemäß|singemäß)"
#: Closes a predicate that a subordinate clause has interrupted.
_SCHLUSS = re.compile(
    rf"(?:^|[\s])(?:{_ENTSPRECHEND}|Anwendung|anzuwenden|anwendbar|unberührt|hingewiesen|verwiesen|nicht|berührt)\s*[.;:]?\s*$"
)
#: "…, soweit sie die Stellung der Bewährungshelfer betreffen, auch für die forensische Ambulanz".
_FORTSETZUNG = re.compile(r"\s*(?:auch|nur|jedoch|ebenfalls)\s+(?:für|auf|bei|in|gegenüber|zu)\b")
_ANFANG_MIT_VERB = re.compile(r"\s*(?:(?:so|dann|und\s+es|es)\s+)?$")
_BEGINNT_MIT_VERB = re.compile(rf"\s*(?:so\s+|dann\s+)?{_VERB.pattern}")
#: In a relative clause or behind "dass" the predicate stands at the end.
_NACHGESTELLT = re.compile(
    rf"\s(?:{_ENTSPRECHEND}\s+(?:anzuwenden|anwendbar)\s+(?:ist|sind)|{_ENTSPRECHEND}e\s+Anwendung\s+finde[nt]"
    rf"|{_ENTSPRECHEND}\s+g(?:ilt|elten))\s*[.;]?$"
)
_EINLEITUNG = re.compile(r"\s*(?:dass|daß|(?:auf|für|bei)\s+(?:(?:den|die|das|deren|welche[ns]?)\s+(?:oder\s+)?){1,2})\s*")
_BEDINGUNG = re.compile(
    r"\s*(?:(?:und|aber|jedoch)\s+)?(?P<text>(?:(?:auch|nur|dann|insbesondere|auch\s+dann)\s+)?"
    r"(?:wenn|soweit|sofern|falls|solange|sobald|es\s+sei\s+denn)\b)",
    re.IGNORECASE,
)
_ENDET_MIT_BINDEWORT = re.compile(r"(?:^|\s)(?:und|oder|sowie)\s*$")
_DASS = re.compile(r"\s*da(?:ss|ß)\b")
#: "Malkgabe" is what an OCR makes of "Maßgabe".
_MASSGABE = re.compile(r"\bmit\s+(?:der|den|folgende[rn])\s+Ma(?:ß|ss|lk|fs|B)gaben?\b")
_MASSGABEN_LISTE = re.compile(
    r"\bmit\s+(?:der|den|folgende[rn])\s+(?:\w+\s+)?Ma(?:ß|ss|lk|fs|B)gaben?\b[^:]{0,80}:\s*(?P<text>.*)$", re.DOTALL
)

_FALL_HINTEN = re.compile(
    rf"\s(?P<text>(?:nur\s+)?(?:in\s+den(?:jenigen)?\s+(?:\w+\s+)?Fällen|im\s+Falle?)\b.*?)"
    rf"(?:\s+(?:{_ENTSPRECHEND}|nicht|auch|(?:keine|entsprechende)\s+Anwendung|Anwendung|unberührt)\b|[.;]?\s*$)"
)
_ENTSPRECHEND_EINEM = re.compile(rf"\s*{_ENTSPRECHEND}\s+(?:ihre|seine|diese|jede|de)[rmns]\b")
_GILT_NICHT_ALS_VERWEISUNG = re.compile(
    r"^\s+(?:zu\s+)?lassen\b|\sals\s(?!auch\b|solche\b)|^\s*(?:insoweit\s+)?(?:das\s+)?[Ff]olgende\w*\b|^\s*:"
)
_ALS = re.compile(r"\s*(?:nicht\s+)?als\s", re.IGNORECASE)
_NICHT = re.compile(
    r"(?<!\bfür)(?<!\bdie)(?<!\bder)(?<!\bdas)(?<!\bden)(?<!\bauf)(?<!\bbei)(?<!\bvon)(?<!\beine)(?<!\beiner)(?<!\beines)(?<!\bund)"
    r"(?<!\boder)(?<!\bnoch)\s(?:nicht|niemals)(?=[\s.;,]|$)(?!\s+(?:nur|als)\b)"
)
_ANALOG = re.compile(
    rf"(?:^|\s)(?:{_ENTSPRECHEND}|Entsprechend(?:es)?|Sinngemäß)(?=[\s.;,:)]|$)"
    rf"(?!\s+(?:ihre|seine|diese)[rmn]?\b|\s+(?:den|dem|der|des)\b|\s*{MARKE})"
)
_ANALOG_ATTRIBUT = re.compile(rf"\b{_ENTSPRECHEND}er?\s+Anwendung")
_IN_ANWENDUNG = re.compile(
    rf"\b(?:[Ii]n|[Uu]nter)\s+(?:\w+\s+)?{_ENTSPRECHEND}er\s+Anwendung\s+(?=(?:de[rs]|von|vom)?\s*(?:\w+\s+){{0,8}}{MARKE})"
)


def finde_praedikat(bild: Satzbild) -> Praedikat | None:
    """Return what the clause says, ``None`` if it says nothing of what applies."""
    teile = stuecke(bild.text)
    for verb in _verben(bild.text):
        nr = next(n for n, teil in enumerate(teile) if teil.ab <= verb.start() <= teil.bis)
        if _schliesst_nebensatz(teile, nr, verb):
            continue
        if praedikat := _gedeutet(bild, verb, _Hauptsatz.aus(bild, teile, nr, verb)):
            return praedikat
    return _in_anwendung(bild) or _nachgestellt(bild, teile)


def _verben(text: str) -> Iterator[re.Match[str]]:
    return (verb for _, verb in zip(range(_HOECHSTENS), _VERB.finditer(text), strict=False))


def _schliesst_nebensatz(teile: list[Stueck], nr: int, verb: re.Match[str]) -> bool:
    """Tell whether a verb stands at the end of a subordinate clause, or within one."""
    teil = teile[nr]
    eroeffnet = _ANFANG_MIT_VERB.fullmatch(teil.text[: verb.start() - teil.ab]) is not None
    ist_letztes = not eroeffnet and not teil.text[verb.end() - teil.ab :].strip(" .;")
    if teil.neben or (not nr and eroeffnet and any(_BEGINNT_MIT_VERB.match(t.text) for t in teile[1:])):
        return True
    return ist_letztes and nr > 0 and (teil.relativ or any(t.neben or t.relativ for t in teile[:nr]))


@dataclass(frozen=True, slots=True)
class _Hauptsatz:
    """A clause without what is subordinate: blanked text, where it begins, conditions and Maßgabe."""

    text: str
    vorfeld: int
    bedingung: str
    massgabe: str

    @classmethod
    def aus(cls, bild: Satzbild, teile: list[Stueck], nr: int, verb: re.Match[str]) -> _Hauptsatz:
        """Take the main clause of a verb that stands in the piece ``nr``."""
        vorfeld = _vorfeld(bild.text, teile, nr, verb)
        davor = [(0, vorfeld)] if vorfeld else _nebensaetze_davor(teile, nr, verb)
        danach = list(_nebensaetze_danach(teile, nr))
        text = _geblankt(bild.text, [*davor, *danach])
        massgaben = [bild.wortlaut(ab, bis) for ab, bis in danach if _ist_massgabe(bild.text, ab, bis)]
        bedingungen = [bild.wortlaut(0, vorfeld)] * bool(vorfeld)
        bedingungen += [
            bild.wortlaut(b.start("text"), bis) for ab, bis in danach if (b := _BEDINGUNG.match(bild.text, ab, bis))
        ]
        if liste := _MASSGABEN_LISTE.search(text, verb.end()):
            massgaben.append(bild.wortlaut(*liste.span("text")) or bild.wortlaut(liste.start(), liste.start("text")))
            text = text[: liste.start("text")].rstrip(" :")
        elif fall := _FALL_HINTEN.search(text, verb.end()):
            bis = fall.end("text") if text[fall.end("text") :].strip(" .,;") else len(text)
            bedingungen.append(bild.wortlaut(fall.start("text"), bis))
        if not vorfeld and ist_fall(text[: verb.start()]):
            bedingungen.append(bild.wortlaut(0, verb.start()))
            vorfeld, text = verb.start(), _geblankt(text, [(0, verb.start())])
        return cls(text, vorfeld, "; ".join(map(_ohne_satzzeichen, bedingungen)), _ohne_satzzeichen("".join(massgaben[:1])))


def _ohne_satzzeichen(worte: str) -> str:
    return worte.rstrip(" .,;:")


def _vorfeld(text: str, teile: list[Stueck], nr: int, verb: re.Match[str]) -> int:
    """Return where the main clause begins behind a condition, 0 if none stands before it."""
    beginnt = teile[nr].ab
    hinter_bedingung = nr and _ANFANG_MIT_VERB.fullmatch(text, beginnt, verb.start()) and ist_vorangestellt(text)
    return beginnt if hinter_bedingung else 0


def _geblankt(text: str, weg: list[tuple[int, int]]) -> str:
    """Put blanks in the place of some slices, which are in order."""
    stuecke_, stelle = list[str](), 0
    for ab, bis in weg:
        stuecke_ += [text[stelle:ab], " " * (bis - ab)]
        stelle = bis
    return "".join((*stuecke_, text[stelle:]))


def _ist_massgabe(text: str, ab: int, bis: int) -> bool:
    return bool(_DASS.match(text, ab, bis) and _MASSGABE.search(text, max(0, ab - _WEITE), ab))


def _nebensaetze_davor(teile: list[Stueck], nr: int, verb: re.Match[str]) -> list[tuple[int, int]]:
    """Return the slices of subordinate clauses inside the subject."""
    return [(t.ab, t.bis) for t in teile[: nr + 1] if (t.neben or t.relativ) and t.bis <= verb.start()]


def _nebensaetze_danach(teile: list[Stueck], nr: int) -> Iterator[tuple[int, int]]:
    """Yield the slices of subordinate clauses behind the verb; one that the predicate interrupts ends where that goes on."""
    beginn: int | None = None
    bis = nr
    for n in range(nr + 1, len(teile)):
        if beginn is not None and (_geht_weiter(teile, n, beginn) or _neue_bedingung(teile, n, beginn)):
            yield teile[beginn].ab, teile[n].ab - 1
            beginn = None
        if beginn is None and n > bis and teile[n].neben:
            beginn = n
        elif beginn is None and n > bis and teile[n].relativ and not _SCHLUSS.search(teile[n].text):
            bis = next((m for m in range(n, len(teile)) if teile[m].endet_mit_verb), n)
            yield teile[n].ab, teile[bis].bis
    if beginn is not None:
        yield teile[beginn].ab, teile[-1].bis


def _neue_bedingung(teile: list[Stueck], n: int, beginn: int) -> bool:
    """Tell whether a condition of the main clause begins behind another subordinate clause ("…, weil …, wenn …")."""
    andere = not _BEDINGUNG.match(teile[beginn].text) and not _DASS.match(teile[beginn].text)
    return andere and teile[n - 1].endet_mit_verb and _BEDINGUNG.match(teile[n].text) is not None


def _geht_weiter(teile: list[Stueck], n: int, beginn: int) -> bool:
    """Tell whether the main clause goes on in the piece ``n``, behind a subordinate clause that began in ``beginn``."""
    if teile[n].neben or not teile[n - 1].endet_mit_verb or teile[n - 1].text.endswith("es sei denn"):
        return False
    eingeschoben = _ENDET_MIT_BINDEWORT.search(teile[beginn - 1].text) is not None
    schluss = _SCHLUSS.search(teile[n].text) or (_FORTSETZUNG.match(teile[n].text) and not teile[n].endet_mit_verb)
    return eingeschoben or bool(schluss)


def _gedeutet(bild: Satzbild, verb: re.Match[str], satz: _Hauptsatz) -> Praedikat | None:
    danach, ganz = satz.text[verb.end() :], satz.text
    gelesen = _LEMMA[verb[0][:2].lower()](ganz[: verb.start()], danach)
    if gelesen is None:
        return None
    wirkung, ueblich, praeposition = gelesen
    return Praedikat(wirkung, ganz, satz.vorfeld, *verb.span(), satz.bedingung, satz.massgabe, ueblich, praeposition)


_Gelesen = tuple[Wirkung, bool, str] | None


def _gilt(davor: str, danach: str) -> _Gelesen:
    """Verb := "gilt" ["nicht" | "entsprechend" | "sinngemäß"], but not "gilt als" nor "gilt Folgendes"."""
    if _GILT_NICHT_ALS_VERWEISUNG.search(danach.replace("insoweit nicht, als", "")) or _ALS.match(davor.rpartition(",")[2]):
        return None
    if _ENTSPRECHEND_EINEM.match(danach):
        return (Wirkung.DIREKT, False, "") if MARKE in davor else None
    return _art(davor, danach), True, ""


def _findet(davor: str, danach: str) -> _Gelesen:
    """Verb := "findet" ["keine" | "entsprechende"] "Anwendung"."""
    if not re.search(r"\bAnwendung\b", danach) and not re.match(r"(?:Keine|Entsprechende)\s+Anwendung", davor.strip()):
        return None
    if re.search(r"\b[Kk]eine\s+(?:\w+\s+)?Anwendung\b", davor + danach):
        return Wirkung.NEGATIV, True, ""
    if _ANALOG_ATTRIBUT.search(danach):
        return Wirkung.ANALOG, True, ""
    return _art(davor, danach), True, ""


def _ist(davor: str, danach: str) -> _Gelesen:
    """Verb := "ist" ["nicht" | "entsprechend"] "anzuwenden" | "anwendbar" | "heranzuziehen"."""
    if not re.search(r"(?:^|\s)(?:anzuwenden|anwendbar)\b", danach) and not re.match(
        r"(?:Nicht|Entsprechend|Sinngemäß)?\s*(?:[Aa]nzuwenden|[Aa]nwendbar)", davor.strip()
    ):
        return None
    return _art(davor, danach), True, ""


def _bleibt(davor: str, danach: str) -> _Gelesen:
    """Verb := "bleibt" "unberührt"."""
    ist = re.search(r"(?:^|\s)unberührt\b", danach) or re.match(
        r"(?:(?:hier|da)(?:von|durch)\s+)?unberührt\b", davor.strip(), re.IGNORECASE
    )
    return (Wirkung.UNBERUEHRT, True, "") if ist else None


def _wird(davor: str, danach: str) -> _Gelesen:
    """Verb := "wird" ("nicht berührt" | "auf" … "hingewiesen" | "auf" … "verwiesen" | "entsprechend angewendet")."""
    if re.search(r"(?:^|\s)nicht\s+berührt\b", danach):
        return Wirkung.UNBERUEHRT, MARKE in davor + danach, ""
    if treffer := re.search(r"(?:^|\s)(hingewiesen|verwiesen)[\s,.;]*$", danach):
        return (Wirkung.DIREKT, treffer[1] == "hingewiesen", "auf") if re.search(r"\b[Aa]uf\b", davor + danach) else None
    if re.search(r"(?:^|\s)ange?wen?d(?:et|t)\b|(?:^|\s)angewandt\b", danach):
        art = _art(davor, danach)
        return (art, True, "") if art is not Wirkung.DIREKT else None
    return None


def _richtet_sich(davor: str, danach: str) -> _Gelesen:
    """Verb := ("richtet" | "bestimmt" | "bemisst" | "beurteilt") "sich" … "nach"."""
    if not re.match(r"\s+sich\b", danach) or not re.search(r"\bnach\b", davor + danach):
        return None
    return Wirkung.DIREKT, False, "nach"


def _ruht(davor: str, danach: str) -> _Gelesen:
    """Verb := "ruhen" … "aus"."""
    return (Wirkung.NEGATIV, False, "aus") if re.search(rf"\baus\s+(?:den\s+)?{MARKE}", danach) else None


_LEMMA = {
    "gi": _gilt, "ge": _gilt, "fi": _findet, "is": _ist, "si": _ist, "bl": _bleibt, "wi": _wird, "we": _wird,
    "ha": _ist, "ri": _richtet_sich, "be": _richtet_sich, "ru": _ruht,
}  # fmt: skip


def _art(davor: str, danach: str) -> Wirkung:
    if _NICHT.search(danach) or re.match(r"\s*(?:Nicht|Etwas\s+anderes)\b", davor, re.IGNORECASE):
        return Wirkung.NEGATIV
    if _ANALOG.search(danach) or re.match(r"\s*(?:Entsprechend(?:es)?|Sinngemäß(?:es)?)\b", davor, re.IGNORECASE):
        return Wirkung.ANALOG
    return Wirkung.DIREKT


def _in_anwendung(bild: Satzbild) -> Praedikat | None:
    """Verb := "in entsprechender Anwendung" of a citation, in whatever else the clause says."""
    treffer = _IN_ANWENDUNG.search(bild.text)
    if not treffer:
        return None
    return Praedikat(Wirkung.ANALOG, bild.text, treffer.end(), treffer.end(), treffer.end(), "", "")


def _nachgestellt(bild: Satzbild, teile: list[Stueck]) -> Praedikat | None:
    """Verb at the end := ("auf die" | "dass") … "entsprechend" ("anzuwenden ist" | "gilt")."""
    for teil in teile[1:]:
        schluss, einleitung = _NACHGESTELLT.search(teil.text), _EINLEITUNG.match(teil.text)
        if schluss and einleitung:
            ab, verb = teil.ab + einleitung.end(), teil.ab + schluss.start()
            text = _geblankt(bild.text, [(0, ab), (teil.bis, len(bild.text))])
            return Praedikat(Wirkung.ANALOG, text, ab, verb, teil.bis, "", "", ueblich=False)
    return None
