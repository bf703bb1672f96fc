"""Every citation in the data, in fields of their own and in running text, looked up before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..fehler import NormenFehler, ZitatFehler
from ..norm import Norm
from ..normquelle import Normquelle
from ..verweis import Verweis
from ..zitat import Spanne, Ziel
from .angaben import Angabe

_TEXTE = ("text", "langtext")
_PARAGRAPH = re.compile(r"§+\s*\d")
#: What a person reads as its citation: the words to the next mark, conjunction, or word in small letters.
_BIS_ZUM_ENDE = re.compile(r"§+\s*\d[^,;()§\n]{0,60}?(?=[.\s]*(?:[,;()§\n]|$)|\s+[a-zäöü]+\s)")
_HOECHSTENS = 60
_VV_ZU = re.compile(r"\bzu\s+(?:den\s+)?$")
_UEBERGANGEN = "Welches Gesetz gemeint ist, ist nicht zu erkennen"


@dataclass(frozen=True, slots=True)
class Offen:
    """A citation in a text of the data that nobody can resolve: the field, the words as typed, the reason."""

    feld: str
    wortlaut: str
    grund: str


@dataclass(frozen=True, slots=True)
class Nachweis:
    """What the citations in the data come to: ``normen`` from the texts, what stayed ``offen``, what does not exist."""

    normen: tuple[Norm, ...]
    offen: tuple[Offen, ...]
    probleme: tuple[str, ...]


def weise_nach(angaben: Sequence[Angabe], normen: Normquelle) -> Nachweis:
    """Look up every citation in the data; a problem names the field, the citation, and the nearest that exist."""
    gefunden = [*_in_zitatfeldern(angaben, normen), *_in_texten(angaben, normen)]
    zitierte = {norm.zitat: norm for norm in gefunden if isinstance(norm, Norm)}
    return Nachweis(
        tuple(zitierte.values()),
        tuple(offen for offen in gefunden if isinstance(offen, Offen)),
        tuple(dict.fromkeys(problem for problem in gefunden if isinstance(problem, str))),
    )


def _in_zitatfeldern(angaben: Iterable[Angabe], normen: Normquelle) -> Iterator[str]:
    for angabe in angaben:
        if angabe.typ == "zitat" and isinstance(fund := _nachgeschlagen(str(angabe.wert), normen), ZitatFehler):
            yield f"{angabe.stelle}: {in_einem(fund)}"


def _in_texten(angaben: Iterable[Angabe], normen: Normquelle) -> Iterator[Norm | Offen | str]:
    for angabe in angaben:
        text = str(angabe.wert) if angabe.typ in _TEXTE else ""
        verweise = normen.verweise(text) if text else ()
        yield from (Offen(angabe.stelle, wortlaut, _UEBERGANGEN) for wortlaut in uebergangene(text, verweise))
        for verweis in verweise:
            wortlaut = text[verweis.ab : verweis.bis]
            if verweis.grund:
                yield _ungeloest(angabe.stelle, wortlaut, verweis.grund, normen)
            for zitat in _enden(g.ziel for g in (*verweis.ziele, *verweis.ausnahmen)):
                fund = _nachgeschlagen(zitat, normen)
                yield fund if isinstance(fund, Norm) else f"{angabe.stelle}: zitiert „{wortlaut}“; {in_einem(fund)}"


def _ungeloest(stelle: str, wortlaut: str, grund: str, normen: Normquelle) -> Offen | str:
    """Return a problem for a citation that names a known work but nothing in it ("§ 9 JVollzGB": which Buch?)."""
    try:
        normen.zitat(wortlaut)
        fund = _nachgeschlagen(wortlaut, normen)
    except ZitatFehler:
        return Offen(stelle, wortlaut, grund)
    return (
        f"{stelle}: zitiert „{wortlaut}“; {in_einem(fund)}"
        if isinstance(fund, ZitatFehler)
        else Offen(stelle, wortlaut, grund)
    )


def uebergangene(text: str, verweise: Sequence[Verweis]) -> Iterator[str]:
    """Yield every § of a text that no citation found accounts for, as in "§ 5 XyzG und § 68b StGB"."""
    for treffer in _PARAGRAPH.finditer(text):
        umgebend = [v for v in verweise if v.ab <= treffer.start() < v.bis]
        genannte = (g for v in umgebend for g in (*v.ziele, *v.ausnahmen))
        erfasst = any(g.ab <= treffer.start() < g.bis for g in genannte) or any(v.grund for v in umgebend)
        if not erfasst and not (umgebend and _VV_ZU.search(text, 0, treffer.start())):
            bis_zum_ende = _BIS_ZUM_ENDE.match(text, treffer.start())
            yield bis_zum_ende[0] if bis_zum_ende else text[treffer.start() :][:_HOECHSTENS]


def _enden(ziele: Iterable[Ziel]) -> Iterator[str]:
    """Yield the citations that must exist: of a range its two ends."""
    for ziel in ziele:
        yield from (str(ziel.von), str(ziel.bis)) if isinstance(ziel, Spanne) else (str(ziel),)


def _nachgeschlagen(zitat: str, normen: Normquelle) -> Norm | ZitatFehler:
    try:
        return normen.norm(zitat)
    except ZitatFehler as fehler:
        return fehler


def in_einem(fehler: NormenFehler) -> str:
    """Return message and advice as one entry of a list; lines that continue it are indented below it."""
    spalte = f"Spalte {fehler.ort.spalte}: " if fehler.ort and fehler.ort.spalte else ""
    erste, *weitere = f"{spalte}{fehler.meldung}".splitlines()
    if not weitere:
        return f"{erste} {fehler.rat}".rstrip()
    return "\n    ".join([erste, *weitere, *([fehler.rat] if fehler.rat else [])])
