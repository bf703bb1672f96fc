"""What all forms of a Synopse say: the German words for what was found, and the rules grouped by where they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...aufzaehlung import aufgezaehlt
from ...entsprechung import DASSELBE
from ...geltung import Geltung, Gilt, Weg
from ...parallel import Parallelen
from ...synopse import Gegenueberstellung, Seite, Synopse
from ...unterschied import Gleichheit, Teil
from ...vergleich import Paar
from ...verweisung import Wirkung
from ...wissen import Wissen
from ...zitat import Rahmen, Zitat
from ...zitatleser import lies_zitat
from ..saetze import genannt

#: What a sign before a pair means, in the order of the legend.
LEGENDE = {
    "=": "gleich",
    "~": "gleich bis auf die Bezeichnung der Personen oder der Anstalt",
    "≈": "gleich bis auf Zitate der entsprechenden Vorschrift und Bezeichnungen",
    "≠": "anders",
    "<": "nur links",
    ">": "nur rechts",
    "↕": "steht an anderer Stelle",
}
NICHTS = "Auf keiner der beiden Seiten ist eine weitere Regelung erkannt."
WEITERE = "Was sonst in Betracht kommt, stellt gegenüber:"
ENTSPRECHEND = "Als entsprechende Vorschriften sind zitiert:"
AUSSERDEM = "Beachten Sie außerdem:"
_ZEICHEN = {
    Gleichheit.GLEICH: "=",
    Gleichheit.BEZEICHNUNG: "~",
    Gleichheit.ENTSPRECHEND: "≈",
    Gleichheit.ANDERS: "≠",
}
_GILT = {Wirkung.ANALOG: "gilt entsprechend", Wirkung.DIREKT: "gilt oder wird in Bezug genommen"}
_NICHT = {Wirkung.NEGATIV: "gilt nicht", Wirkung.UNBERUEHRT: "bleibt unberührt"}


def titel(synopse: Synopse) -> str:
    """Return what is compared, as a headline."""
    return "  ".join(filter(None, (synopse.links.zitat, synopse.links.ueberschrift)))


def ausgeweitet(synopse: Synopse) -> str:
    """Say that the whole § is compared where less, or the VV on it, was asked for."""
    if synopse.gefragt == synopse.links.zitat:
        return ""
    return f"Gefragt war {synopse.gefragt}; Parallelen werden für ganze Paragraphen gesucht."


def zeichen(paar: Paar) -> str:
    """Return the signs of a pair, as in the legend."""
    if not paar.rechts or not paar.links:
        return "<" if paar.links else ">"
    return _ZEICHEN[paar.gleichheit] + ("↕" if paar.umgestellt else "")


def bedeutung(paar: Paar) -> str:
    """Return the signs of a pair in words."""
    return ", ".join(LEGENDE[z] for z in zeichen(paar))


def bilanz(gegenueber: Gegenueberstellung) -> str:
    """Count the pairs of each kind."""
    anzahl = Counter(zeichen(paar)[0] for paar in gegenueber.paare)
    worte = {**LEGENDE, "~": "nur andere Bezeichnung", "≈": "nur entsprechende Vorschrift zitiert"}
    arten = ", ".join(f"{anzahl[z]} {wort}" for z, wort in worte.items() if anzahl[z])
    umgestellt = sum(paar.umgestellt for paar in gegenueber.paare)
    return f"Wortlaut: {arten or 'keiner'}" + (f"; {umgestellt} an anderer Stelle" if umgestellt else "")


def entsprechungen(paare: Sequence[Paar]) -> list[str]:
    """Return why citations were taken for those of the corresponding provision, each reason once."""
    alle = (teil.grund for paar in paare for teil in paar.teile if teil.gleichheit is Gleichheit.ENTSPRECHEND)
    return [grund for grund in dict.fromkeys(alle) if grund != DASSELBE]


def quellen(synopse: Synopse) -> list[str]:
    """Return for each side where its text comes from, and up to when it goes, as far as that is known."""
    seiten = (seite for g in synopse.gegenueber for seite in (g.links, g.rechts))
    return list(dict.fromkeys(f"{seite.zitat}: {_quelle(seite)}" for seite in seiten))


def _quelle(seite: Seite) -> str:
    e = seite.eintrag
    zeilen = f"Zeile {e.zeile_von}" if e.zeile_von == e.zeile_bis else f"Zeilen {e.zeile_von} bis {e.zeile_bis}"
    werk = (seite.werk.titel, seite.werk.fassung) if seite.werk else ()
    return "; ".join(filter(None, (f"{e.datei}, {zeilen}", *werk)))


def unterschiedliche(paare: Sequence[Paar]) -> list[Paar]:
    """Return the pairs that are not wholly the same."""
    return [paar for paar in paare if zeichen(paar) != "="]


def seiten_des_teils(teil: Teil) -> tuple[str, str, str, str]:
    """Return the white space before a piece and its words, for the left and for the right; marks stand around the words."""
    links, rechts = teil.links.lstrip(), teil.rechts.lstrip()
    return teil.links[: len(teil.links) - len(links)], links, teil.rechts[: len(teil.rechts) - len(rechts)], rechts


@dataclass(frozen=True, slots=True)
class Befund:
    """What was found in one book: a line on the whole, and for each § its citation, how sure it is, and the grounds."""

    werk: str
    urteil: str
    moegliche: tuple[tuple[str, str, str], ...]


def befund(parallelen: Parallelen) -> Befund:
    """Return what was found in one book, in words."""
    moegliche = tuple(
        (p.zitat, f"Sicherheit {p.sicherheit.value}", "; ".join(grund.text for grund in p.gruende))
        for p in parallelen.moeglich
    )
    if not moegliche:
        urteil = "keine parallele Vorschrift gefunden"
    elif parallelen.eindeutig:
        auch = "; in Betracht kommt auch anderes" if len(moegliche) > 1 else ""
        urteil = f"{parallelen.eindeutig.zitat} ist unten gegenübergestellt{auch}"
    else:
        urteil = "nicht eindeutig; wählen Sie selbst" if len(moegliche) > 1 else "unsicher; prüfen Sie selbst"
    return Befund(parallelen.werk, urteil, moegliche)


def vorschlaege(synopse: Synopse) -> list[str]:
    """Return the calls that compare what was not chosen."""
    offen = (p for gefunden in synopse.parallelen for p in gefunden.moeglich if p != gefunden.eindeutig)
    return [f'normen compare "{synopse.links.zitat}" "{p.zitat}"' for p in offen]


@dataclass(frozen=True, slots=True)
class Regelgruppe:
    """Rules that apply to both sides, or to one, in the same way; each side has one phrase for each way."""

    ueberschrift: str
    links: tuple[str, ...]
    rechts: tuple[str, ...]
    zitate: tuple[str, ...]


def regelgruppen(gegenueber: Gegenueberstellung) -> list[Regelgruppe]:
    """Group the rules: those of both sides first, then those of the left, then those of the right."""
    gruppen: dict[tuple[Sequence[Weg], Sequence[Weg], Sequence[str]], list[str]] = {}
    for zeile in gegenueber.regeln.zeilen:
        gruppen.setdefault((zeile.links, zeile.rechts, zeile.ausgenommen), []).append(zeile.zitat)
    geordnet = sorted(gruppen.items(), key=lambda gruppe: (not all(gruppe[0][:2]), not gruppe[0][0]))
    return [_gruppe(gegenueber, *schluessel, zitate) for schluessel, zitate in geordnet]


def regeln(wissen: Wissen, gruppe: Regelgruppe) -> list[tuple[str, str]]:
    """Return the rules of a group, those that stand one after the other under one heading as one list, with the heading."""
    mit_titel = ((lies_zitat(z), wissen.ueberschrift(wissen.finde(z))) for z in gruppe.zitate)
    laeufe = groupby(mit_titel, key=lambda regel: (_wovon(regel[0]), regel[1]))
    return [(aufgezaehlt(z for z, _ in lauf), titel) for (_, titel), lauf in laeufe]


def _wovon(zitat: Zitat) -> Zitat:
    """Return the § or the VV that a rule belongs to."""
    norm = zitat.rahmen is Rahmen.NORM
    return Zitat(zitat.werk, zitat.glieder[:1]) if norm else Zitat(zitat.werk, (), zitat.rahmen, zitat.zu)


def _gruppe(
    gegenueber: Gegenueberstellung, links: Sequence[Weg], rechts: Sequence[Weg], ausser: Sequence[str], zitate: list[str]
) -> Regelgruppe:
    einzige = gegenueber.links.zitat if links else gegenueber.rechts.zitat
    ueberschrift = "Auf beiden Seiten" if links and rechts else f"Nur {einzige}"
    ausnahme = tuple(f"ausgenommen in {quelle}" for quelle in ausser) or ("keine Verweisung darauf erkannt",)
    worte_links, worte_rechts = (tuple(map(herkunft, wege)) or ausnahme for wege in (links, rechts))
    return Regelgruppe(ueberschrift, worte_links, worte_rechts, tuple(zitate))


def herkunft(weg: Weg) -> str:
    """Say why a rule applies: as its own, or by which Verweisungen, with Maßgaben and Bedingungen."""
    if not weg:
        return "eigene Regelung"
    gilt = Gilt("", weg)
    vorbehalte = [f"Maßgabe: {m}" for m in gilt.massgaben] + [f"Bedingung: {b}" for b in gilt.bedingungen]
    return ". ".join([f"{_GILT[gilt.wirkung]} ({_kette(weg)})", *vorbehalte])


def _kette(weg: Weg) -> str:
    return " → ".join(str(v.quelle) for v in weg)


def hinweise(gegenueber: Gegenueberstellung) -> list[tuple[str, str]]:
    """Return what has to be read besides, each with the citation of the side it belongs to."""
    seiten = ((gegenueber.links, gegenueber.regeln.links), (gegenueber.rechts, gegenueber.regeln.rechts))
    return [(seite.zitat, text) for seite, geltung in seiten for text in _hinweise(seite, geltung)]


def _hinweise(seite: Seite, geltung: Geltung) -> Iterator[str]:
    if seite.hinweis:
        yield seite.hinweis
    for weg in geltung.nicht:
        yield f"{_NICHT[weg[-1].wirkung]}: „{weg[-1].text}“ ({_kette(weg)})"
    for u in geltung.ungeloest:
        yield f"nicht zu verfolgen: {genannt(u.ziel)} – {u.grund} ({_kette(u.weg)})"
