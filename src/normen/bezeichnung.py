"""Words by which each book calls the persons in custody and the institution; they differ where the rule may be the same."""

from __future__ import annotations

import re

#: "Untersuchungsgefangene" (II), "Gefangene" (III), "junge Gefangene" (IV), "Untergebrachte" (V); "Jugendstrafanstalt" (IV).
PERSON_ODER_ANSTALT = (
    r"(?:[Jj]unge[nrms]?\s+)?(?:Untersuchungs)?[Gg]efangene[nrms]?(?!\w)"
    r"|Untergebrachte[nrms]?(?!\w)"
    r"|(?:Justizvollzugs|Jugendstraf)anstalt(?:en)?(?!\w)"
)
_EINE = re.compile(rf"(?<!\w)(?:{PERSON_ODER_ANSTALT})")


def gemeinsame(form: str) -> str:
    """Return "<Person>" or "<Anstalt>" for a designation; any other word comes back as it is."""
    if not _EINE.fullmatch(form):
        return form
    return "<Anstalt>" if "anstalt" in form else "<Person>"


def ohne_bezeichnungen(text: str) -> str:
    """Return a text with a blank in place of each designation."""
    return _EINE.sub(" ", text)
