"""How the levels of a citation are spelled: one table, read by the parser and by the printer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Ebene(Enum):
    """A level of a legal text; the value is its canonical short spelling."""

    BUCH = "Buch"
    ABSCHNITT = "Abschnitt"
    UNTERABSCHNITT = "Unterabschnitt"
    TEIL = "Teil"
    KAPITEL = "Kapitel"
    TITEL = "Titel"
    PARAGRAPH = "§"
    ARTIKEL = "Art."
    ANLAGE = "Anlage"
    ANHANG = "Anhang"
    ABSATZ = "Abs."
    UNTERABSATZ = "Unterabs."
    SATZ = "Satz"
    HALBSATZ = "Halbsatz"
    NUMMER = "Nr."
    BUCHSTABE = "Buchst."
    DOPPELBUCHSTABE = "Doppelbuchst."
    ALTERNATIVE = "Alt."
    VARIANTE = "Var."
    FALL = "Fall"
    VERGUETUNGSSTUFE = "Vergütungsstufe"
    SPIEGELSTRICH = "Spiegelstrich"
    SATZTEIL = "Satzteil nach"

    def __repr__(self) -> str:
        return f"Ebene.{self.name}"


@dataclass(frozen=True, slots=True)
class Schreibweise:
    """A level with its long form, its spellings in text (regular expression, case ignored) and its key in ids."""

    ebene: Ebene
    lang: str
    muster: str
    kennung: str

    @property
    def kurz(self) -> str:
        """Canonical spelling."""
        return self.ebene.value


#: Order matters: a longer spelling stands before a shorter one that it begins with.
SCHREIBWEISEN: tuple[Schreibweise, ...] = (
    Schreibweise(Ebene.PARAGRAPH, "§", r"§§?|paragra(?:ph|f)(?:en|s)?\b", "p"),
    Schreibweise(Ebene.ARTIKEL, "Artikel", r"artikels?\b|artt?\.?(?![a-zäöüß])", "art"),
    Schreibweise(Ebene.ANLAGE, "Anlage", r"anlagen?\b|anl\.", "anlage"),
    Schreibweise(Ebene.ANHANG, "Anhang", r"anhangs?\b|anh\.", "anhang"),
    Schreibweise(Ebene.UNTERABSCHNITT, "Unterabschnitt", r"unterabschnitts?\b", "unterabschnitt"),
    Schreibweise(Ebene.ABSCHNITT, "Abschnitt", r"abschnitts?\b|abschn\.", "abschnitt"),
    Schreibweise(Ebene.TEIL, "Teil", r"teil(?:e?s)?\b", "teil"),
    Schreibweise(Ebene.KAPITEL, "Kapitel", r"kapitels?\b|kap\.", "kapitel"),
    Schreibweise(Ebene.TITEL, "Titel", r"titels?\b", "titel"),
    Schreibweise(Ebene.UNTERABSATZ, "Unterabsatz", r"unterabsatz(?:es)?\b|unterabs\.?|uabs\.?", "uabs"),
    Schreibweise(Ebene.ABSATZ, "Absatz", r"absatz(?:es)?\b|absätzen?\b|abs\.?(?![a-zäöüß])", "abs"),
    Schreibweise(Ebene.SATZTEIL, "Satzteil nach", r"satzteil\s+nach\b", "nach"),
    Schreibweise(Ebene.SATZ, "Satz", r"satz(?:es)?\b|sätzen?\b|s\.?(?![a-zäöüß])", "s"),
    Schreibweise(Ebene.HALBSATZ, "Halbsatz", r"halbsatz(?:es)?\b|halbs\.?|hs\.?(?![a-zäöüß])", "hs"),
    Schreibweise(Ebene.NUMMER, "Nummer", r"nummern?\b|nrn?\.?(?![a-zäöüß])|ziffern?\b|ziff?\.?(?![a-zäöüß])", "nr"),
    Schreibweise(
        Ebene.DOPPELBUCHSTABE, "Doppelbuchstabe", r"doppelbuchstaben?\b|doppelbuchst\.?|dbuchst\.?", "doppelbuchst"
    ),
    Schreibweise(Ebene.BUCHSTABE, "Buchstabe", r"buchstaben?\b|buchst\.?|lit\.?(?![a-zäöüß])", "buchst"),
    Schreibweise(Ebene.BUCH, "Buch", r"buche?s?\b", "buch"),
    Schreibweise(Ebene.ALTERNATIVE, "Alternative", r"alternativen?\b|alt\.?(?![a-zäöüß])", "alt"),
    Schreibweise(Ebene.VARIANTE, "Variante", r"varianten?\b|var\.?(?![a-zäöüß])", "var"),
    Schreibweise(Ebene.FALL, "Fall", r"fall(?:es)?\b", "fall"),
    Schreibweise(Ebene.SPIEGELSTRICH, "Spiegelstrich", r"spiegelstrichs?\b", "strich"),
    Schreibweise(Ebene.VERGUETUNGSSTUFE, "Vergütungsstufe", r"vergütungsstufen?\b", "stufe"),
)

#: Divisions of a work; they stand above its §§, or within an Anlage.
GLIEDERUNG = frozenset({Ebene.TEIL, Ebene.KAPITEL, Ebene.ABSCHNITT, Ebene.UNTERABSCHNITT, Ebene.TITEL})
#: Levels that may be counted in Roman numerals or capital letters: "Anhang IV", "Abschnitt A".
AUCH_ROEMISCH = GLIEDERUNG | {Ebene.ANLAGE, Ebene.ANHANG}

SCHREIBWEISE: dict[Ebene, Schreibweise] = {s.ebene: s for s in SCHREIBWEISEN}

#: One group per level, named after it, so that a match tells its level.
EBENE_MUSTER = re.compile("|".join(f"(?P<{s.ebene.name}>{s.muster})" for s in SCHREIBWEISEN), re.IGNORECASE)

_ROEMISCH = re.compile(r"^(?=.)(X{0,3})(IX|IV|V?I{0,3})$")
_WERT = {"I": 1, "V": 5, "X": 10}


def roemisch_zu_zahl(zeichen: str) -> int | None:
    """Return the value of a Roman numeral up to XXXIX, ``None`` for anything else."""
    if not _ROEMISCH.match(zeichen):
        return None
    werte = [_WERT[z] for z in zeichen]
    return sum(-w if w < max(werte[i:]) else w for i, w in enumerate(werte))


def zahl_zu_roemisch(zahl: int) -> str:
    """Return the Roman numeral of ``zahl`` (1 to 39)."""
    if not 1 <= zahl <= 39:
        raise ValueError(zahl)
    einer = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (zahl // 10) + einer[zahl % 10]


def zaehlung(nummer: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts numbers as they are counted: "9" before "10", "1" before "1a", "6.9" before "6.10"."""
    return tuple(_gezaehlt(teil) for teil in re.findall(r"\d+|[^\W\d_]+", nummer))


def _gezaehlt(teil: str) -> tuple[int, int, str]:
    zahl = int(teil) if teil.isdecimal() else roemisch_zu_zahl(teil)
    return (1, len(teil), teil) if zahl is None else (0, zahl, "")


#: Stems of ordinal numbers, from the first on: "Ersten Buchs", "Viertes Buch".
ORDNUNGSZAHLEN = tuple("Erst Zweit Dritt Viert Fünft Sechst Siebt Acht Neunt Zehnt Elft Zwölft Dreizehnt Vierzehnt".split())
