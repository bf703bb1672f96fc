"""A Synopse as Markdown: headings, tables and lists, with the differences struck out and bold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...synopse import Gegenueberstellung, Synopse
from ...unterschied import Gleichheit, Teil
from ...vergleich import Paar
from ...wissen import Wissen
from . import darstellung

_BEDEUTUNG = re.compile(r"([\\`*_{}\[\]<>|~#])")
_ANDERS = ("~~", "**")
_AUF_BEIDEN = {Gleichheit.BEZEICHNUNG: "*", Gleichheit.ENTSPRECHEND: "***"}
_LEGENDE = (
    "~~nur links~~, **nur rechts**, *andere Bezeichnung der Personen oder der Anstalt*, "
    "***Zitat derselben oder der entsprechenden Vorschrift***"
)


def setze(wissen: Wissen, synopse: Synopse, *, nur_unterschiede: bool) -> str:
    """Return the whole Synopse as one document."""
    return "\n".join(_zeilen(wissen, synopse, nur_unterschiede=nur_unterschiede)) + "\n"


def _zeilen(wissen: Wissen, synopse: Synopse, *, nur_unterschiede: bool) -> Iterator[str]:
    yield f"# {_sicher(darstellung.titel(synopse))}"
    if darstellung.ausgeweitet(synopse):
        yield from ("", _sicher(darstellung.ausgeweitet(synopse)))
    if synopse.parallelen:
        yield from _parallelen(synopse)
    for gegenueber in synopse.gegenueber:
        paare = darstellung.unterschiedliche(gegenueber.paare) if nur_unterschiede else gegenueber.paare
        yield from _wortlaut(gegenueber, paare)
        yield from _regeln(wissen, gegenueber)
    if synopse.gegenueber:
        yield from ("", "## Quellen", "", *(f"- {_sicher(quelle)}" for quelle in darstellung.quellen(synopse)))


def _parallelen(synopse: Synopse) -> Iterator[str]:
    yield from ("", "## Parallele Vorschriften", "")
    for befund in map(darstellung.befund, synopse.parallelen):
        yield f"- {befund.werk}: {befund.urteil}"
        yield from (f"  - **{zitat}** ({sicherheit}): {gruende}" for zitat, sicherheit, gruende in befund.moegliche)
    vorschlaege = darstellung.vorschlaege(synopse)
    if vorschlaege:
        yield from ("", darstellung.WEITERE, "", *(f"    {v}" for v in vorschlaege))


def _wortlaut(gegenueber: Gegenueberstellung, paare: Sequence[Paar]) -> Iterator[str]:
    koepfe = [_sicher(f"{s.zitat} {s.ueberschrift}") for s in (gegenueber.links, gegenueber.rechts)]
    yield from ("", f"## {gegenueber.links.zitat} – {gegenueber.rechts.zitat}", "")
    yield from (f"{darstellung.bilanz(gegenueber)}. {_LEGENDE}.", "")
    yield from (f"| | {koepfe[0]} | {koepfe[1]} |", "| --- | --- | --- |")
    for paar in paare:
        yield f"| {darstellung.bedeutung(paar)} | {_seite(paar, 0)} | {_seite(paar, 1)} |"
    gruende = darstellung.entsprechungen(paare)
    if gruende:
        yield from ("", darstellung.ENTSPRECHEND, "", *(f"- {_sicher(grund)}" for grund in gruende))


def _seite(paar: Paar, nr: int) -> str:
    stelle = (paar.links, paar.rechts)[nr]
    if not stelle:
        return "–"
    worte = "".join(_teil(teil, nr) for teil in paar.teile) if paar.links and paar.rechts else _sicher(stelle.text)
    return f"{stelle.name}: {worte}"


def _teil(teil: Teil, nr: int) -> str:
    luecke, wort = darstellung.seiten_des_teils(teil)[2 * nr : 2 * nr + 2]
    if teil.gleichheit is Gleichheit.GLEICH or not wort:
        return luecke + _sicher(wort)
    marke = _AUF_BEIDEN.get(teil.gleichheit, _ANDERS[nr])
    return f"{luecke}{marke}{_sicher(wort)}{marke}"


def _regeln(wissen: Wissen, gegenueber: Gegenueberstellung) -> Iterator[str]:
    yield from ("", "### Verwaltungsvorschriften und was kraft Verweisung gilt")
    gruppen = darstellung.regelgruppen(gegenueber)
    if not gruppen:
        yield from ("", darstellung.NICHTS)
    for gruppe in gruppen:
        yield from ("", f"**{gruppe.ueberschrift}**", "")
        for seite, worte in ((gegenueber.links, gruppe.links), (gegenueber.rechts, gruppe.rechts)):
            yield from (f"- {seite.zitat}: {_sicher(wort)}" for wort in worte)
        for zitat, titel in darstellung.regeln(wissen, gruppe):
            yield f"  - {zitat} {_sicher(titel)}".rstrip()
    hinweise = darstellung.hinweise(gegenueber)
    if hinweise:
        yield from ("", f"**{darstellung.AUSSERDEM}**", "")
    yield from (f"- {zitat}: {_sicher(text)}" for zitat, text in hinweise)


def _sicher(text: str) -> str:
    """Take the meaning from signs that have one in Markdown."""
    return _BEDEUTUNG.sub(r"\\\1", text)
