"""Whether the law by which a document is measured is known: of which Vollzugsart it is, and whether it held on that day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from .bericht import Ergebnis, Feststellung, Mangelart
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .regime import NAMEN, Regime
from .schreiben import Abschnitt, Satz, Zeile
from .wortschatz import TAG

#: What goes on in a clause without being denied.
_WEITER = r"(?:(?!\b(?:nicht|kein))[^,;]){0,200}?"
#: Whom the document is about, as the subject of a Satz.
_PERSON = r"(?:Sie|[Dd](?:er|ie)\s+(?:junge\s+)?(?:Gefangene|Untergebrachte|Verurteilte)|(?:Herr|Frau)\s+\w+)"
_ZURZEIT = r"(?:\s+(?:zurzeit|derzeit|gegenwärtig|noch|weiterhin|seit\s+dem|seit|eine?)){0,3}"
#: A Satz on what was, or on what was until some day.
_FRUEHER = r"\b(?:war(?:en)?|hatten?|früher\w*|damals|ehemals|bis)\b"


def _ist(verben: str, rest: str) -> str:
    """Return a pattern for what is said of the person: "Sie befinden sich … in Untersuchungshaft", not "wenn Sie sich …"."""
    return rf"\b(?:{_PERSON}\s+(?:{verben})|(?:{verben})\s+{_PERSON})\b{_WEITER}\b{rest}"


def _vollzogen(haft: str) -> str:
    """Return a pattern for "Gegen Sie wird Untersuchungshaft vollzogen"."""
    an = r"(?:[Aa]n\s+Ihnen|[Gg]egen\s+Sie)"
    return rf"\b(?:{an}\s+wird|wird\s+{an})\b{_WEITER}\b{haft}\b{_WEITER}\bvollzogen"


def _status(name: str) -> str:
    """Return a pattern for "Sie sind Untersuchungsgefangener", "Als Untersuchungsgefangene haben Sie", "Ihnen als …"."""
    sind = rf"\b(?:{_PERSON}\s+(?:sind|ist)|sind\s+Sie){_ZURZEIT}\s+{name}r?\b"
    als = rf"(?:(?:^|[,;]\s*)[Aa]ls\s+{name}[rmn]?\b.{{0,200}}\b(?:Sie|Ihnen|Ihre?)|\b(?:Sie|Ihnen)\s+als\s+{name}[rmn]?)\b"
    return rf"{sind}|^(?!.*{_FRUEHER}).*?{als}"


#: Words that say of which Vollzugsart the person is; a mention of others does not.
_IN_HAFT = {
    Regime.FREIHEITSSTRAFE: re.compile(rf"{_ist('verbüßen|verbüßt', 'Freiheitsstrafe')}|{_vollzogen('Freiheitsstrafe')}"),
    Regime.JUGENDSTRAFE: re.compile(
        rf"{_ist('verbüßen|verbüßt', 'Jugendstrafe')}|{_vollzogen('Jugendstrafe')}|{_status('Jugendstrafgefangene')}"
    ),
    Regime.UNTERSUCHUNGSHAFT: re.compile(
        rf"{_ist('befinden|befindet', '(?:in|im Vollzug) (?:der )?Untersuchungshaft')}"
        rf"|{_vollzogen('Untersuchungshaft')}|{_status('Untersuchungsgefangene')}"
    ),
    Regime.SICHERUNGSVERWAHRUNG: re.compile(
        rf"{_ist('sind|ist|befinden|befindet', '(?:in|im Vollzug) (?:der )?Sicherungsverwahrung')}"
        rf"|{_vollzogen('Sicherungsverwahrung')}|{_status('Sicherungsverwahrte')}"
    ),
}
#: Lines of a letterhead or an address that are nothing but the department: "- Untersuchungshaftabteilung -".
_ABTEILUNG = {
    regime: re.compile(rf"(?:.*[,|·–-])?\W*(?:{haft}s?abteilung|Abteilung\s+(?:für\s+(?:die\s+)?)?{haft})\W*")
    for regime, haft in (
        (Regime.UNTERSUCHUNGSHAFT, "Untersuchungshaft"),
        (Regime.SICHERUNGSVERWAHRUNG, "Sicherungsverwahrung"),
    )
}


def vollzugsart(fall: Fall) -> Iterator[Ergebnis]:
    """Ask for what decides on the remedies, where it cannot be known."""
    if fall.regime is None:
        grund = "Vollzugsart nicht zu erkennen; Rechtsbehelf, Gericht, Frist und Form wurden nicht geprüft."
        yield Feststellung(VOLLZUGSART.kuerzel, Mangelart.ZU_PRUEFEN, grund, "Geben Sie --vollzugsart an.")
        return
    bestaetigt = fall.vorgaben.regime and fall.vorgaben.regime_bestaetigt
    if fall.regime.im_vollzug and not bestaetigt and (gesagt := _gesagt(fall)):
        regime, satz = gesagt
        grund = f"Nach diesen Worten geht es um: {NAMEN[regime]}. Die Rechtsgrundlage gehört aber zu: {NAMEN[fall.regime]}."
        schritt = (
            "Prüfen Sie, was davon falsch ist."
            if fall.vorgaben.regime
            else "Prüfen Sie die Rechtsgrundlage, oder geben Sie --vollzugsart an."
        )
        yield Feststellung(VOLLZUGSART.kuerzel, Mangelart.ZU_PRUEFEN, grund, schritt, satz.ort, satz.text)


def _gesagt(fall: Fall) -> tuple[Regime, Satz | Zeile] | None:
    """Return another Vollzugsart than the legal basis has, and what says that the person is in it: a line, else a Satz."""
    s = fall.schreiben
    zeilen = s.teil(Abschnitt.VORN, Abschnitt.RAND).zeilen
    aus_zeilen = ((r, z) for z in zeilen for r, worte in _ABTEILUNG.items() if worte.fullmatch(z.text))
    saetze = (s.inhaltlich + s.teil(Abschnitt.RAND)).saetze
    aus_saetzen = ((r, z) for z in saetze for r, worte in _IN_HAFT.items() if worte.search(_ohne_tage(z)))
    gesagt: Iterator[tuple[Regime, Satz | Zeile]] = chain(aus_zeilen, aus_saetzen)
    return next(((r, stelle) for r, stelle in gesagt if r is not fall.regime), None)


def _ohne_tage(satz: Satz) -> str:
    return " ".join(TAG.sub("", satz.text).split())


def stand(fall: Fall) -> Iterator[Ergebnis]:
    """Ask whether the rules hold on the day of the document, unless it is one on which they are known to."""
    bekannt, vom = fall.regeln.stand, f"Das Schreiben ist vom {fall.datum:%d.%m.%Y};" if fall.datum else ""
    if fall.datum is None:
        grund = f"Der Tag des Schreibens ist nicht zu erkennen; die Regeln haben den Stand {bekannt:%d.%m.%Y}."
        schritt = "Geben Sie den Tag mit --datum an, und prüfen Sie, ob an ihm dasselbe galt."
    elif fall.datum < min(bekannt, fall.vorgaben.stand_ab or bekannt):
        grund = f"{vom} die Regeln über Rechtsbehelfe haben den Stand {bekannt:%d.%m.%Y}."
        schritt = "Prüfen Sie, ob sie schon galten, und nennen Sie mit --stand-ab den Tag, ab dem Sie das geprüft haben."
    elif fall.datum > max(bekannt, fall.vorgaben.stand or bekannt):
        grund = f"{vom} die Regeln über Rechtsbehelfe sind nur bis {bekannt:%d.%m.%Y} bekannt."
        schritt = "Prüfen Sie, ob sie noch gelten, und nennen Sie mit --stand den Tag, bis zu dem Sie das geprüft haben."
    else:
        return
    yield Feststellung(STAND.kuerzel, Mangelart.ZU_PRUEFEN, grund, schritt)


VOLLZUGSART = Pruefpunkt("vollzugsart", "Vollzugsart", BESCHEIDE, vollzugsart)
STAND = Pruefpunkt("stand", "Stand der Regeln", BESCHEIDE, stand)
