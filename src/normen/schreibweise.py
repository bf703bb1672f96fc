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
    """A level with its long form, its key in ids and its spellings, as regular expressions.

    ``muster`` is what is read where a citation is typed, in capitals or not; ``im_text`` what is read in running text,
    where "s. 5" is no Satz: "" if nobody cites the level there.
    """

    ebene: Ebene
    lang: str
    kennung: str
    muster: str
    im_text: str

    @property
    def kurz(self) -> str:
        """Canonical spelling."""
        return self.ebene.value


#: Order matters: a longer spelling stands before a shorter one that it begins with.
SCHREIBWEISEN: tuple[Schreibweise, ...] = (
    Schreibweise(
        Ebene.PARAGRAPH,
        "§",
        "p",
        r"§§?|paragra(?:ph|f)(?:en|s)?\b|par\.(?=\s?\d)",
        r"§§?|Paragra(?:ph|f)(?:en|s)?|Par\.(?=\s?\d)",
    ),
    Schreibweise(Ebene.ARTIKEL, "Artikel", "art", r"artikels?\b|artt?\.?(?![a-zäöüß])", r"Art(?:ikel[ns]?|t?\.|(?=\s\d))"),
    Schreibweise(Ebene.ANLAGE, "Anlage", "anlage", r"anlagen?\b|anl\.", r"Anlagen?|Anl\."),
    Schreibweise(Ebene.ANHANG, "Anhang", "anhang", r"anhangs?\b|anh\.", r"Anhangs?|Anhängen?|Anh\."),
    Schreibweise(
        Ebene.UNTERABSCHNITT, "Unterabschnitt", "unterabschnitt", r"unterabschnitts?\b", r"Unterabschnitt(?:en|es|[es])?"
    ),
    Schreibweise(Ebene.ABSCHNITT, "Abschnitt", "abschnitt", r"abschnitts?\b|abschn\.", r"Abschnitt(?:en|es|[es])?|Abschn\."),
    Schreibweise(Ebene.TEIL, "Teil", "teil", r"teil(?:e?s)?\b", r"Teil(?:e[sn]?|s)?"),
    Schreibweise(Ebene.KAPITEL, "Kapitel", "kapitel", r"kapitels?\b|kap\.", r"Kapitel[ns]?|Kap\."),
    Schreibweise(Ebene.TITEL, "Titel", "titel", r"titels?\b", r"Titel[ns]?"),
    Schreibweise(
        Ebene.UNTERABSATZ,
        "Unterabsatz",
        "uabs",
        r"unterabsatz(?:es)?\b|unterabs\.?|uabs\.?",
        r"Unterabs(?:atz(?:es)?|ätzen?|\.|(?=\s\d))|U[Aa]bs(?:\.|(?=\s\d))",
    ),
    Schreibweise(
        Ebene.ABSATZ,
        "Absatz",
        "abs",
        r"absatz(?:es)?\b|absätzen?\b|abs\.?(?![a-zäöüß])",
        r"Abs(?:atz(?:es)?|ätzen?|\.|(?=\s\d))",
    ),
    Schreibweise(Ebene.SATZTEIL, "Satzteil nach", "nach", r"satzteil\s+nach\b", ""),
    Schreibweise(
        Ebene.SATZ, "Satz", "s", r"satz(?:es)?\b|sätzen?\b|s\.?(?![a-zäöüß])", r"S(?:atz(?:es)?|ätzen?|\.|(?=\s\d))"
    ),
    Schreibweise(
        Ebene.HALBSATZ,
        "Halbsatz",
        "hs",
        r"halbsatz(?:es)?\b|halbs\.?|hs\.?(?![a-zäöüß])",
        r"Halbs(?:atz(?:es)?|ätzen?|\.)|H[sS](?:\.|(?=\s\d))",
    ),
    Schreibweise(
        Ebene.NUMMER,
        "Nummer",
        "nr",
        r"nummern?\b|nrn?\.?(?![a-zäöüß])|ziffern?\b|ziff?\.?(?![a-zäöüß])",
        r"Nummern?|Nrn?(?:\.|(?=\s\d))|Ziff(?:ern?|\.|(?=\s\d))",
    ),
    Schreibweise(
        Ebene.DOPPELBUCHSTABE,
        "Doppelbuchstabe",
        "doppelbuchst",
        r"doppelbuchstaben?\b|doppelbuchst\.?|dbuchst\.?",
        r"Doppelbuchst(?:abens?|abe|\.)|DBuchst\.",
    ),
    Schreibweise(
        Ebene.BUCHSTABE,
        "Buchstabe",
        "buchst",
        r"buchstaben?\b|buchst\.?|lit\.?(?![a-zäöüß])",
        r"Buchst(?:abens?|abe|\.)|[lL]it(?:\.|(?=\s[a-z]\b))",
    ),
    Schreibweise(Ebene.BUCH, "Buch", "buch", r"buche?s?\b", r"Buch(?:e?s)?(?=\s\d)"),
    Schreibweise(
        Ebene.ALTERNATIVE, "Alternative", "alt", r"alternativen?\b|alt\.?(?![a-zäöüß])", r"Alt(?:ernativen?|\.|(?=\s\d))"
    ),
    Schreibweise(Ebene.VARIANTE, "Variante", "var", r"varianten?\b|var\.?(?![a-zäöüß])", r"Var(?:ianten?|\.|(?=\s\d))"),
    Schreibweise(Ebene.FALL, "Fall", "fall", r"fall(?:es)?\b", r"Fall(?:es)?"),
    Schreibweise(Ebene.SPIEGELSTRICH, "Spiegelstrich", "strich", r"spiegelstrichs?\b", r"Spiegelstrich(?:en|[es])?"),
    Schreibweise(Ebene.VERGUETUNGSSTUFE, "Vergütungsstufe", "stufe", r"vergütungsstufen?\b", ""),
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


def buchzahl(zahl: str) -> int:
    """Return the number of a book in digits, Roman, or as the stem of an ordinal number; 0 for other words."""
    if zahl.isdigit():
        return int(zahl)
    stamm = zahl.capitalize()
    return roemisch_zu_zahl(zahl) or (ORDNUNGSZAHLEN.index(stamm) + 1 if stamm in ORDNUNGSZAHLEN else 0)
