"""The words that tell what a noun or a citation is in its clause: prepositions, nouns for provisions, fillers."""

from __future__ import annotations

import re

PRAEPOSITION = (
    r"(?:nach|gemäß|gemall|gemal|in|im|aus|von|vom|zu|zum|zur|für|gegen|mit|bei|beim|unter|an|am|auf|über|durch|ohne|um|seit"
    r"|bis|statt|anstatt|anstelle|außer|neben|vor|gegenüber|wegen|trotz|während|innerhalb|außerhalb|infolge|aufgrund"
    r"|auf\s+Grund|entsprechend|unbeschadet|abweichend\s+von|vorbehaltlich|hinsichtlich|bezüglich|einschließlich|im\s+Sinne"
    r"|im\s+Rahmen|im\s+Wege|in\s+Anwendung|nach\s+Maßgabe|(?:im|in\s+den)\s+F(?:all|alle|ällen))"
)
#: Nouns for provisions, also at the end of a compound and in "Verfahrens- und Formvorschriften".
NOMEN = (
    r"(?:[A-ZÄÖÜ][\wäöüß-]*-?\s+und\s+)?[A-ZÄÖÜ]?[\wäöüß]*(?:[Vv]orschrift|[Rr]egelung|[Bb]estimmung|[Gg]rundsatz|[Gg]rundsätze"
    r"|[Rr]ichtlinie|[Aa]nordnung|[Vv]erordnung|[Oo]rdnung|[Gg]esetz|[Ss]atzung|[Aa]nweisung|[Rr]egel|[Vv]ereinbarung|[Mm]aßgabe"
    r"|[Rr]echt|[Aa]bkommen)(?:en|es|s|n|e|er)?"
)
ARTIKEL = r"d(?:ie|er|es|as|em|en)"
#: Words that may stand before a citation and say nothing of its part.
FUELLWORT = (
    r"(?:(?:auch|insoweit|hierfür|dafür|hierzu|ferner|nur|zudem|ergänzend|insbesondere|namentlich|jeweils|außerdem|sie|ihn|ihm"
    r"|ihnen|es|jedoch|dagegen|zusätzlich|daneben|im\s+Übrigen|bereits|neben)\s+)*"
)

_VORSCHRIFT = re.compile(rf"(?:(?<=\s)|^)(?:{NOMEN}|(?:Untert|T)itels|Abschnitts?|Kapitels|Absätzen?)(?=[\s,.;)]|$)")
#: "die in der Hausordnung genannten Zeiten", "die Dauer der Anordnung".
_ATTRIBUT_DAVOR = re.compile(rf"(?:(?:^|\s){PRAEPOSITION}(?:\s+{ARTIKEL})?|\sde[sr])(?:\s+[a-zäöüß]+e[nrsm])?\s$")
#: Begins a phrase that is not the subject.
ADVERBIAL = re.compile(rf"\s*(?:{PRAEPOSITION}|dabei|hierbei|insoweit|dann|da|so)\s", re.IGNORECASE)


def nennt_vorschrift(text: str) -> bool:
    """Tell whether words are about a provision or a part of a law; one that only makes another noun out is none of it."""
    return any(not _ATTRIBUT_DAVOR.search(text, 0, treffer.start()) for treffer in _VORSCHRIFT.finditer(text))


def ist_praeposition(wort: str) -> bool:
    """Tell whether a word, or the words before a noun, are a preposition."""
    return re.fullmatch(PRAEPOSITION, wort, re.IGNORECASE) is not None
