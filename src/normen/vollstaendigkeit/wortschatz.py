"""The words by which the parts of a notice are known: headings, formulas, and how periods and days are written."""

from __future__ import annotations

import re
from datetime import date

_I = re.IGNORECASE

# Headings, as alternatives of regular expressions.
ENTSCHEIDUNG = (
    r"(?:die |unsere )?Entscheidung|Entscheidungs(?:formel|satz)|Verfügung(?:ssatz)?|Verfügender Teil|Tenor|Bescheid"
    r"|Anordnung|Disziplinarverfügung|(?:Anordnung (?:einer|von) )?Disziplinarmaßnahmen?"
)
SACHVERHALT = (
    r"(?:zum )?Sachverhalt|Tatbestand|Tatsächliche (?:Anhaltspunkte|Gründe|Feststellungen)|Feststellungen"
    r"|Vorgeschichte|(?:der )?Vorfall|Sach- und Rechtslage|(?:festgestellter )?Pflichtverstoß"
    r"|(?:Wie|Was)\b[^.,;:]{1,40}\b(?:kam|geschah|geschehen|passierte?|vorgefallen|ereignet)\b(?: (?:ist|war|hat))?"
)
WUERDIGUNG = (
    r"(?:rechtliche )?Würdigung|Rechtliche (?:Gründe|Bewertung|Beurteilung|Ausführungen)"
    r"|Voraussetzungen(?: des| der)?.{0,40}"
    r"|Schwere[rs]? (?:des )?Versto(?:ß|ßes)|Wirksamkeit(?: und Akten)?"
)
ERMESSEN = r"Ermessen(?:serwägungen|sausübung)?|(?:Interessen)?Abwägung|Verhältnismäßigkeit"
ANHOERUNG = r"(?:vorherige )?Anhörung(?: de[rs] \w+)?|Rechtliches Gehör|Stellungnahme.{0,30}|Einlassung"
GRUENDE = (
    rf"(?:Entscheidungs)?Gründe(?: der Entscheidung)?|Begründung(?: der Entscheidung)?|Sachverhalt und Gründe|{SACHVERHALT}"
    r"|(?:Warum|Weshalb|Wieso)\b[^.,;:]{1,40}\bentsch(?:ieden|eide[nt]?)\b(?: (?:haben?|hat|wurde|worden ist))?"
)
BELEHRUNG = (
    r"(?:Rechtsbehelfs|Rechtsmittel)[- ]?(?:belehrung|hinweise?)|Belehrung(?: über (?:den|die) Rechtsbehelfe?)?"
    r"|Ihr(?:e)? Rechtsbehelfe?|Rechtsbehelfe?|Rechtsmittel|Hinweise? (?:auf|zu[mr]?) (?:den |die )?Rechtsbehelfe?n?"
)
UEBERSCHRIFTEN = "|".join((ENTSCHEIDUNG, GRUENDE, WUERDIGUNG, ERMESSEN, ANHOERUNG, BELEHRUNG))

#: A remedy is offered: here an instruction begins, if it has no heading.
BELEHRUNG_WORTLAUT = re.compile(
    r"^\s*Gegen\s+(?:diese[nrs]?|die|den)\s[^.]{0,120}?\b(?:gerichtliche\s+Entscheidung|Widerspruch|Klage|Beschwerde|Rechtsbehelf)"
    r"|\bkönnen\s+Sie\b[^.]{0,80}\bgerichtliche\s+Entscheidung\s+beantragen|\bRechtsbehelf\s+ist\s+nicht\s+gegeben",
    _I,
)
#: Reasons without a heading.
GRUENDE_WORTLAUT = re.compile(
    r"^\s*(?:Dies|Das|Die\s+Entscheidung|Diese\s+Entscheidung|Ich)\s+(?:begründe|beruht\s+auf\s+folgende[nm])"
    r"|\b(?:aus\s+folgenden\s+Gründen|zur\s+Begründung|weil)\b",
    _I,
)
#: What closes a letter, and what stands behind the signature.
SCHLUSS = re.compile(
    r"\s*(?:Mit\s+(?:freundlichen|besten)\s+Gr(?:ü|ue)(?:ß|ss)en|(?:mit\s+)?freundliche[nr]?\s+Gr(?:ü|ue)(?:ß|ss)en?|Hochachtungsvoll"
    r"|(?:Im\s+Auftrag|In\s+Vertretung|i\.\s?A\.|i\.\s?V\.(?!\s?m))\s*(?:\S+(?:\s+|$)){0,4}$|gez\.\s|(?:Datum,\s*)?Unterschrift\b"
    r"|Verteiler:?$|Anlagen?:?$|Diese[rs]?\s+(?:Schreiben|Bescheid)\s+(?:wurde|ist)\s+(?:maschinell|elektronisch|automatisch))",
    _I,
)


def _ich_oder_wir(verben: str, dahinter: str = "") -> str:
    """Return a pattern for what an authority says it does: "widerrufe ich", "Wir lehnen … ab"."""
    return rf"\b(?:(?:{verben})n?\s+(?:ich|wir)|(?:ich|wir)\s+(?:hiermit\s+)?(?:{verben})n?)\b{dahinter}"


#: Verbs of decisions that are whole, and such that need the word behind them: "nehmen wir … zurück", not "… Bezug".
_ENTSCHEIDE = "|".join(
    (
        _ich_oder_wir("widerrufe|verhänge|versage|untersage|bewillige|gewähre|genehmige|entziehe|erteile"),
        *(
            _ich_oder_wir(verb, rf".{{0,400}}?\b{rest}\b")
            for verb, rest in {
                **{"lehne": "ab", "ordne": "an", "hebe": "auf", "nehme": "zurück", "halte": "an", "stelle": "ein"},
                "setze": "(?:fest|aus|herab)",
            }.items()
        ),
    )
)
#: The verbs of decisions, in the forms of a Tenor: "wird widerrufen", "lehne ich ab", "ordne ich an".
VERFUEGT = re.compile(
    r"\b(?:(?:wird|werden)\b.{0,400}?\b(?:\w*(?:widerrufen|zurückgenommen|aufgehoben|abgelehnt|angeordnet|angehalten"
    r"|verhängt|versagt|untersagt|bewilligt|gewährt|genehmigt|festgesetzt|verlegt|zurückverlegt|entzogen|beschränkt|ausgesetzt"
    r"|stattgegeben|erteilt|eingestellt|verwarnt|zugelassen|entlassen|zurückgewiesen|verworfen|angewiesen))"
    rf"|{_ENTSCHEIDE}"
    r"|(?:Ihr|Der)\s+Antrag\b.{0,120}\babgelehnt"
    r"|(?:haben|sind|hat|ist)\b.{0,120}\bzu\s+(?:erstatten|zahlen|unterlassen|dulden)"
    r"|(?:gegen\s+Sie|gegen\s+\w+)\b.{0,80}\b(?:Verweis|Arrest|Disziplinarmaßnahme)\b.{0,60}\b(?:verhängt|angeordnet))",
    _I,
)
#: A decision that only gives: nobody has to be heard before it.
BEGUENSTIGT = re.compile(r"\b(?:bewillig|gewähr|genehmig|stattgegeben|zugelassen|erteil)", _I)
BELASTET = re.compile(
    r"widerr[uo]f|zurückgenommen|nehme|aufgehoben|hebe|ablehn|abgelehnt|lehne|versag|untersag|entz[io]|verhäng|angehalten|halte"
    r"|beschränkt|Arrest|Verweis|Disziplinar|erstatten|zahlen|eingestellt|zurückverlegt|teilweise",
    _I,
)

#: A decision that refuses what was applied for.
ABGELEHNT = re.compile(r"\b(?:abgelehnt|lehne|versag|nicht\s+(?:gewährt|bewilligt|erteilt|genehmigt))", _I)

#: That someone was heard, or could have been, or why not.
ANGEHOERT = re.compile(
    r"\b(?:angehört|gehört\s+(?:worden|wurden?)|wurden?\b.{0,60}\bgehört\b|Anhörung|Gelegenheit\b.{0,80}\b(?:äußern|Äußerung|Stellungnahme|Stellung)"
    r"|(?:haben|hatte[n]?|hat)\s+(?:sich\s+)?.{0,60}\b(?:geäußert|Stellung\s+genommen|eingelassen)|Einlassung|rechtliches\s+Gehör"
    r"|(?:mündlichen?|schriftlichen?)\s+Stellungnahme)",
    re.IGNORECASE | re.DOTALL,
)

_MONATE = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
MONATE = tuple(_MONATE.split("|"))
#: A day: "12. März 2026", "12.03.2026", "2026-03-12".
TAG = re.compile(
    rf"\b(?:(?P<t>\d{{1,2}})\.\s*(?:(?P<name>{_MONATE})|(?P<m>\d{{1,2}})\.)\s*(?P<j>\d{{4}})|(?P<iso>\d{{4}}-\d\d-\d\d))\b",
    _I,
)


def als_tag(treffer: re.Match[str]) -> date | None:
    """Return the day that `TAG` has found, ``None`` if the calendar has no such day."""
    try:
        if treffer["iso"]:
            return date.fromisoformat(treffer["iso"])
        monat = int(treffer["m"]) if treffer["m"] else [m.casefold() for m in MONATE].index(treffer["name"].casefold()) + 1
        return date(int(treffer["j"]), monat, int(treffer["t"]))
    except ValueError:
        return None


#: What happened, told from a day on: behind a decision this begins its reasons.
ERZAEHLT = re.compile(rf"\s*(?:Am|Seit|Bei|Mit|In\s+der)\b.{{0,60}}?{TAG.pattern}", _I)
_ZAHLWORT = {
    "ein": 1, "eine": 1, "einer": 1, "einem": 1, "einen": 1, "eines": 1, "zwei": 2, "zweier": 2, "drei": 3, "dreier": 3,
    "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "zehn": 10, "zwölf": 12, "vierzehn": 14, "dreißig": 30,
}  # fmt: skip
_ZAHL = r"(?P<zahl>\d{1,3}|" + "|".join(sorted(_ZAHLWORT, key=len, reverse=True)) + ")"
#: A period: "zwei Wochen", "14 Tagen", "eines Monats", "zweiwöchige", "Zwei-Wochen-Frist", "Monatsfrist".
FRIST = re.compile(
    rf"\b{_ZAHL}(?:\s*\([^)]{{1,12}}\))?[\s-]*(?P<einheit>Tag(?=e[ns]?\b|\b)|Täg(?=ig)|Woche|Wöch(?=ig|entlich)|Monat|Jahr)"
    r"(?:e[nrs]?|[ns]|ige?[mnrs]?|lich\w*)?(?:-?frist)?\b|\b(?P<allein>Monat|Wochen)s?frist\b",
    _I,
)
_BENANNT = {
    "tag": ("ein Tag", "Tage"),
    "woche": ("eine Woche", "Wochen"),
    "monat": ("ein Monat", "Monate"),
    "jahr": ("ein Jahr", "Jahre"),
}
_EINHEIT = {"täg": "tag", "wöch": "woche", "wochen": "woche"}


def frist(treffer: re.Match[str]) -> tuple[int, str]:
    """Return a period as number and unit; 14 days are two weeks, twelve months a year."""
    einheit = (treffer["einheit"] or treffer["allein"]).casefold()
    einheit = _EINHEIT.get(einheit, einheit)
    wort = (treffer["zahl"] or "ein").lower()
    zahl = int(wort) if wort.isdecimal() else _ZAHLWORT[wort]
    je, groesser = {"tag": (7, "woche"), "monat": (12, "jahr")}.get(einheit, (1, einheit))
    return (zahl, einheit) if zahl % je else (zahl // je, groesser)


def als_worte(anzahl: int, einheit: str) -> str:
    """Return a period as it is written: "zwei Wochen", "ein Monat", "30 Tage"; ``einheit`` is one of those of `frist`."""
    einzahl, mehrzahl = _BENANNT[einheit]
    zahl = next((wort for wort, wert in _ZAHLWORT.items() if wert == anzahl), str(anzahl))
    return einzahl if anzahl == 1 else f"{zahl} {mehrzahl}"
