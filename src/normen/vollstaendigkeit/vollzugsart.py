"""Whether the law by which a document is measured is known: of which custody it is, and whether it held on that day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .bericht import Ergebnis, Feststellung, Mangelart
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .regime import NAMEN, Regime
from .schreiben import Abschnitt, Satz

#: Words that say in which custody the person is; not such that only mention one.
_IN_HAFT = {
    Regime.FREIHEITSSTRAFE: re.compile(r"\bverbüß(?:en|t)\b[^.;]{0,60}\bFreiheitsstrafe"),
    Regime.JUGENDSTRAFE: re.compile(r"\bverbüß(?:en|t)\b[^.;]{0,60}\bJugendstrafe|\bJugendstrafgefangene"),
    Regime.UNTERSUCHUNGSHAFT: re.compile(
        r"\bUntersuchungsgefangene|\bUntersuchungshaftabteilung|\b(?:befinden|befindet)\b[^.;]{0,60}\bin\s+Untersuchungshaft"
    ),
    Regime.SICHERUNGSVERWAHRUNG: re.compile(
        r"\bin\s+der\s+Sicherungsverwahrung\s+untergebracht|\bSicherungsverwahrte|\bSicherungsverwahrung\s+vollzogen"
        r"|\bAbteilung\s+(?:für\s+(?:die\s+)?)?Sicherungsverwahrung"
    ),
}


def vollzugsart(fall: Fall) -> Iterator[Ergebnis]:
    """Ask for what decides on the remedies, where it cannot be known."""
    if fall.regime is None:
        grund = "Vollzugsart nicht zu erkennen; Rechtsbehelf, Gericht, Frist und Form wurden nicht geprüft."
        yield Feststellung(VOLLZUGSART.kuerzel, Mangelart.ZU_PRUEFEN, grund, "Geben Sie --vollzugsart an.")
    elif fall.vorgaben.regime is None and (gesagt := _gesagt(fall)):
        regime, satz = gesagt
        grund = f"Nach diesen Worten geht es um: {NAMEN[regime]}. Die Rechtsgrundlage gehört aber zu: {NAMEN[fall.regime]}."
        schritt = "Prüfen Sie die Rechtsgrundlage, oder geben Sie --vollzugsart an."
        yield Feststellung(VOLLZUGSART.kuerzel, Mangelart.ZU_PRUEFEN, grund, schritt, satz.ort, satz.text)


def _gesagt(fall: Fall) -> tuple[Regime, Satz] | None:
    """Return another kind of custody than the legal basis has, and the Satz that says the person is in it."""
    saetze = (fall.schreiben.inhaltlich + fall.schreiben.teil(Abschnitt.RAND)).saetze
    return next(
        ((r, s) for s in saetze for r, worte in _IN_HAFT.items() if r is not fall.regime and worte.search(s.text)), None
    )


def stand(fall: Fall) -> Iterator[Ergebnis]:
    """Ask whether the rules hold on the day of the document, unless it is one on which they are known to."""
    bekannt, vom = fall.regeln.stand, f"Das Schreiben ist vom {fall.datum:%d.%m.%Y};" if fall.datum else ""
    schritt = "Prüfen Sie, ob an diesem Tag dasselbe galt."
    if fall.datum is None:
        grund = f"Der Tag des Schreibens ist nicht zu erkennen; die Regeln haben den Stand {bekannt:%m.%Y}."
        schritt = "Geben Sie den Tag mit --datum an, und prüfen Sie, ob an ihm dasselbe galt."
    elif fall.datum < bekannt:
        grund = f"{vom} die Regeln über Rechtsbehelfe haben den Stand {bekannt:%m.%Y}."
    elif fall.datum > max(bekannt, fall.vorgaben.stand or bekannt):
        grund = f"{vom} die Regeln über Rechtsbehelfe sind nur bis {bekannt:%m.%Y} bekannt."
        schritt = "Prüfen Sie, ob sie noch gelten, und nennen Sie mit --stand den Tag, bis zu dem Sie das geprüft haben."
    else:
        return
    yield Feststellung(STAND.kuerzel, Mangelart.ZU_PRUEFEN, grund, schritt)


VOLLZUGSART = Pruefpunkt("vollzugsart", "Vollzugsart", BESCHEIDE, vollzugsart)
STAND = Pruefpunkt("stand", "Stand der Regeln", BESCHEIDE, stand)
