"""The picture of a clause: every citation one mark, cut at its commas, subordinate clauses told from the main one.

A citation may hold commas and full stops of its own; behind its mark they do not count. The picture keeps the way back to
the words as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..verweis import Verweis

#: In the picture, a citation is one such character.
MARKE = "\N{OBJECT REPLACEMENT CHARACTER}"

_KONJUNKTION = re.compile(
    r"\s*(?:(?:und|oder|auch|aber|jedoch|nur|insbesondere|dies\s+jedoch|dann|als|und\s+zwar)\s+){0,3}"
    r"(?:wenn|soweit|sofern|falls|solange|sobald|dass|daß|ob|weil|obwohl|bevor|nachdem|indem|damit|wobei|es\s+sei\s+denn"
    r"|als\s+(?=\w+\s.*\w(?:t|en)\s*$))\b",
    re.IGNORECASE,
)
_RELATIV = re.compile(
    r"\s*(?:(?:und|oder|sowie)\s+)?(?:(?:an|auf|aus|bei|durch|für|gegen|in|mit|nach|ohne|über|um|unter|von|vor|wegen|zu|zwischen)"
    r"\s+)?(?:de[rmn]|die|das|denen|deren|dessen|welche[rmns]?|wer|wo|was)\b"
)
_EINDEUTIG_RELATIV = re.compile(r"\s*(?:\w+\s+)?(?:denen|deren|dessen|welche[rmns]?)\b")
#: A verb closes a subordinate clause; nouns and citations do not look like one.
_ENDET_MIT_VERB = re.compile(r"(?:^|\s)(?!(?:und|oder|entsprechend|sinngemäß|nicht|auch)$)[a-zäöüß]+(?:\s*\([^()]*\))?$")
#: A main clause that begins with its verb follows a condition; these words begin a condition without conjunction.
_VORANGESTELLT = re.compile(
    r"(?:Ist|Sind|Wa[rs]|Waren|Wird|Werden|Wurden?|Hat|Haben|Hatten?|Kann|Können|Soll|Sollen|Darf|Dürfen|Muss|Müssen|Liegen"
    r"|Bestehen|Erfolgen|Stehen|Kommen|Treten|Stellen|Gehen|Führen|Ergeben|Beziehen|Finden|Bleiben|Schließen|Vereinbaren"
    r"|Übernehmen|Haben|Lassen|Erhalten|Beantragen|Bestimmen|Sollte|Nimmt|Tritt"
    r"|(?!Nicht\b|Mit\b|Seit\b|Statt\b|Samt\b|Insgesamt\b)[A-ZÄÖÜ][a-zäöüß]+t(?=\s+(?:de[rmns]?|die|das|ein|sich|jemand|nach|auf|er|sie|es|zu|in|im)))\b"
)
_FALL = re.compile(
    r"\s*(?:nur\s+)?(?:In\s+den(?:jenigen)?\s+(?:\w+\s+){0,2}Fällen|In\s+den\s+unter\b|In\s+diese[mn]\s+F[aä]ll|Im\s+Falle?\b)",
    re.I,
)
_KLAMMER = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Satzbild:
    """A clause with marks for citations; ``marken`` tells where each stands."""

    text: str
    marken: tuple[tuple[int, Verweis], ...]
    original: str
    _ab: tuple[int, ...]
    _versatz: tuple[int, ...]

    @classmethod
    def aus(cls, klausel: str, ab: int, verweise: Sequence[Verweis]) -> Satzbild:
        """Draw a clause that begins at ``ab``; words by which a text means itself ("dieses Gesetz") stay words."""
        teile, marken, stellen, versatz = list[str](), list[tuple[int, Verweis]](), [0], [0]
        laenge = stelle = 0
        for v in verweise:
            if v.selbst:
                continue
            davor = klausel[stelle : v.ab - ab]
            laenge += len(davor)
            teile += [davor, MARKE]
            marken.append((laenge, v))
            laenge += 1
            stelle = v.bis - ab
            stellen.append(laenge)
            versatz.append(stelle - laenge)
        return cls("".join((*teile, klausel[stelle:])), tuple(marken), klausel, tuple(stellen), tuple(versatz))

    def wortlaut(self, ab: int, bis: int) -> str:
        """Return the printed words of a slice of the picture."""
        return self.original[self._ort(ab) : self._ort(bis)].strip()

    def _ort(self, stelle: int) -> int:
        return stelle + self._versatz[bisect_right(self._ab, stelle) - 1]


@dataclass(frozen=True, slots=True)
class Stueck:
    """What stands between two commas of a clause; ``neben`` if it begins a subordinate clause, ``relativ`` if relative."""

    ab: int
    bis: int
    text: str
    neben: bool
    relativ: bool

    @property
    def endet_mit_verb(self) -> bool:
        """Whether its last word looks like the verb that closes a subordinate clause."""
        return _ENDET_MIT_VERB.search(self.text.rstrip(" .;:")) is not None


def stuecke(text: str) -> list[Stueck]:
    """Cut a clause at its commas; commas in brackets do not count."""
    ohne_klammern = _KLAMMER.sub(lambda k: " " * len(k[0]), text)
    grenzen = [-1, *(t.start() for t in re.finditer(",", ohne_klammern)), len(text)]
    teile = [(a + 1, b, text[a + 1 : b]) for a, b in pairwise(grenzen)]
    return [
        Stueck(a, b, s, _KONJUNKTION.match(s) is not None, n > 0 and _ist_relativ(s)) for n, (a, b, s) in enumerate(teile)
    ]


def _ist_relativ(stueck: str) -> bool:
    if _EINDEUTIG_RELATIV.match(stueck):
        return True
    return _RELATIV.match(stueck) is not None and _ENDET_MIT_VERB.search(stueck.rstrip(" .;:")) is not None


def ist_vorangestellt(text: str) -> bool:
    """Tell whether a condition stands before the main clause: "Soweit …", "Ist …", "In den Fällen …"."""
    return any(muster.match(text) for muster in (_KONJUNKTION, _VORANGESTELLT, _FALL))


def ist_fall(text: str) -> bool:
    """Tell whether words begin a case: "In den Fällen des § 5", "Im Fall der Einschränkung"."""
    return _FALL.match(text) is not None
