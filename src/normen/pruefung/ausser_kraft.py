"""Citations of works that are out of force, as far as that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..werk import AusserKraft
from ..zitat import Spanne
from .art import Pruefart
from .befund import Befund
from .bestand import Bestand
from .lesart import meint_anderes

#: In a title the old work is named because the new one ends it: "… und zur Aufhebung der Richtlinie 95/46/EG".
_IM_TITEL = re.compile(r"\b(?:zur\s+)?(?:Aufhebung|Ablösung|Änderung)\s+(?:de[rs]|von)\s+$")


def ausser_kraft(bestand: Bestand) -> Iterator[Befund]:
    """Yield a finding for each citation of a work known to be out of force, unless an earlier text is meant."""
    for stelle in bestand.verweisstellen:
        for ziel, worte in stelle.genannte():
            zitat = ziel.von if isinstance(ziel, Spanne) else ziel
            bekannt = bestand.ausser_kraft.get(zitat.werk)
            im_titel = _IM_TITEL.search(stelle.text.inhalt, 0, stelle.verweis.ab)
            if bekannt and not im_titel and not meint_anderes(stelle, ziel):
                yield Befund(
                    AUSSER_KRAFT.kuerzel,
                    stelle.quelle.zitat,
                    stelle.zeile,
                    worte,
                    _grund(bestand, bekannt),
                    _vorschlag(bekannt),
                )


def _grund(bestand: Bestand, bekannt: AusserKraft) -> str:
    werk = bestand.register.werk(bekannt.werk)
    name = f"{werk.titel} ({bekannt.werk})" if werk and werk.titel != bekannt.werk else bekannt.werk
    return f"{name} gilt seit dem {bekannt.seit:%d.%m.%Y} nicht mehr ({bekannt.fundstelle})."


def _vorschlag(bekannt: AusserKraft) -> str:
    return f"An die Stelle getreten ist {bekannt.nachfolger}. Suchen Sie dort die Vorschrift, und zitieren Sie diese."


AUSSER_KRAFT = Pruefart(
    "ausser-kraft",
    "Werk außer Kraft",
    "Zitiert wird ein Werk, von dem bekannt ist, dass es nicht mehr gilt.",
    ausser_kraft,
)
