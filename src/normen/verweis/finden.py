"""Find every citation in running text and resolve it from the Einheit the text stands in.

text -> glatt (without hyphenation) -> anker (where one may begin) -> kette (levels and numbers) -> namen (the work)
-> ergaenzen (what the text leaves out) -> aufloesen (its targets, or the reason why it has none)

A chain of §§ belongs to the work named behind it, else to the work of its context. "Absatz 3", "Satz 1", "Nummer 2" are
completed from the context, or from what follows ("Satz 2 des Absatzes 3"). Citations that cannot be completed are
returned without target, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..zitat import Rahmen, Zitat
from .anker import Anker, gedeutet
from .ergaenzen import Ergaenzung, GibtEs
from .finder import Finder
from .fund import Verweis, verlegt
from .glatt import glaette
from .kette import GESETZLICHE
from .namen import Namensbuch


def finde(
    text: str, kontext: Zitat | None, namen: Namensbuch, gibt_es: GibtEs, eingefuehrt: dict[str, str] | None = None
) -> Iterator[Verweis]:
    """Yield the citations in ``text``, in order; ``kontext`` is the Einheit it stands in, if it is known.

    ``eingefuehrt`` are the abbreviations that the document has introduced before, each with its work; those that ``text``
    introduces are added to it. The slices are those of ``text`` as given, with its soft hyphens and the hyphens at its line
    ends.
    """
    glatt = glaette(text)
    finder = Finder(glatt.text, Ergaenzung(kontext, namen, gibt_es), {} if eingefuehrt is None else eingefuehrt)
    anker, stelle = Anker(glatt.text, mit_zahlen=_hat_nummern(kontext)), 0
    while treffer := anker.ab(stelle):
        anfang = gedeutet(glatt.text, treffer, stelle)
        verweis, weiter = finder.ab(anfang, stelle) if anfang else (None, treffer.end())
        for v in (verweis, *(v for v in finder.weitere if v.bis <= weiter)) if verweis else ():
            yield v if glatt.text is text else verlegt(v, glatt.ort_ab, glatt.ort_bis)
        finder.weitere.clear()
        stelle = max(weiter, treffer.end())


def _hat_nummern(kontext: Zitat | None) -> bool:
    """A decimal number without "Nummer" can only be one where the rule is numbered."""
    if kontext is None or kontext.rahmen is Rahmen.VV:
        return kontext is not None
    return not kontext.glieder or kontext.glieder[0].ebene not in GESETZLICHE
