"""Whom the remedy is addressed to: the court with its panel, or the authority; and its seat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .belehrung import VERNEINT, belehrung
from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall
from .pruefpunkt import BESCHEIDE, Pruefpunkt
from .rechtsbehelf import nach_massgabe
from .regeln import Rechtsbehelf
from .schreiben import Text

_KAMMER = (
    r"(?:[–—,(-]?\s*(?:(?:\d+\.|große|kleine|auswärtige)\s+)?"
    r"(?:Strafvollstreckungskammer|Jugendkammer|Strafkammer)\s*[–—,)-]?\s*)?"
)
_ORT = r"(?P<ort>(?!(?:Die|Der|Das|Sie|Gegen|In|Zu|Postfach|Strafvollstreckungskammer|Jugendkammer)\b)[A-ZÄÖÜ][\wäöüß-]+)"
#: A postcode with a place, or a street with a number.
_ANSCHRIFT = re.compile(r"\b\d{5}\s+[A-ZÄÖÜ]|\bPostfach\b|\b[A-ZÄÖÜ][\w.-]*\s+\d{1,4}\s?[a-z]?\b(?=\s*[,\n])")
#: So far behind a court its address may stand.
_REICHWEITE = 250
_BEHOERDE = re.compile(
    r"\b(?:bei(?:m)?|an)\s+(?:(?:de[rmn]|die|das|unserer|der\s+oben\s+genannten)\s+)?[^.,]{0,40}?(?:\w*(?:amt|anstalt|center|behörde|verwaltung|präsidium"
    r"|ministerium|agentur|kasse|versicherung)|Agentur|Stadt|Gemeinde|Stelle|Landkreis)\b",
    re.IGNORECASE,
)


def stelle(fall: Fall, behelf: Rechtsbehelf) -> Iterator[Ergebnis]:
    """Court and panel, or authority, are the right ones, and their seat is given."""
    text = belehrung(fall).ohne_ueberschriften()
    if falsche := tuple(_falsche(text, behelf)):
        yield from falsche
        return
    if behelf.angerufen.gericht is None:
        yield from _behoerde(text, behelf)
        return
    gericht = _gericht(text, behelf)
    fehlt = isinstance(gericht, Feststellung) and gericht.art is Mangelart.FEHLT
    if not fehlt and behelf.angerufen.kammer and behelf.angerufen.kammer not in text.inhalt:
        grund = f"Die Belehrung nennt nicht die {behelf.angerufen.kammer}. Zuständig ist {behelf.angerufen.wer}."
        yield _feststellung(text, behelf, Mangelart.UNVOLLSTAENDIG, grund, f"Ergänzen Sie „{behelf.angerufen.kammer}“.")
    yield gericht


def _falsche(text: Text, behelf: Rechtsbehelf) -> Iterator[Feststellung]:
    for wort in behelf.angerufen.falsch:
        satz = next((s for s in text.saetze if _ruft_an(s.text, wort)), None)
        if satz:
            grund = f"Nicht zuständig: {wort}. Zuständig ist {behelf.angerufen.wer}."
            schritt = "Berichtigen Sie, wohin der Rechtsbehelf zu richten ist."
            yield Feststellung(
                STELLE.kuerzel, Mangelart.PASST_NICHT, grund, schritt, satz.ort, satz.text, behelf.angerufen.norm
            )


def _ruft_an(satz: str, wort: str) -> bool:
    """Tell whether a clause of a Satz names a body, and does not say that it is not the one."""
    return any(re.search(rf"\b{wort}", teil) and not VERNEINT.search(teil) for teil in re.split(r"[,;]", satz))


def _gericht(text: Text, behelf: Rechtsbehelf) -> Ergebnis:
    name = behelf.angerufen.gericht or r"\w+gericht"
    muster = re.compile(rf"\b{name}(?:s|es|e)?\s*{_KAMMER}[–—,(-]*\s*{_ORT}")
    treffer = list(muster.finditer(text.inhalt))
    if not treffer:
        wort = behelf.angerufen.gericht or "Gericht"
        genannt = re.search(rf"\b{wort}", text.inhalt, re.IGNORECASE)
        grund = f"Welches Gericht anzurufen ist, steht nicht da. Zuständig ist {behelf.angerufen.wer}."
        schritt = "Nennen Sie das Gericht mit Ort und Anschrift."
        art, ab = (Mangelart.UNVOLLSTAENDIG, genannt.start()) if genannt else (Mangelart.FEHLT, 0)
        return _feststellung(text, behelf, art, grund, schritt, ab=ab)
    erstes = treffer[0]
    if not any(_ANSCHRIFT.search(_dahinter(text.inhalt, t)) for t in treffer):
        grund = f"Bei {erstes[0].split()[0]} {erstes['ort']} fehlt die Anschrift."
        schritt = "Geben Sie Straße, Postleitzahl und Ort an."
        return _feststellung(text, behelf, Mangelart.UNVOLLSTAENDIG, grund, schritt, ab=erstes.start())
    zeile = text.zeilen[text.inhalt.count("\n", 0, erstes.start())]
    return Vorhanden(STELLE.kuerzel, zeile.ort, " ".join(erstes[0].split()))


def _dahinter(inhalt: str, treffer: re.Match[str]) -> str:
    """Return what follows a court, until another one is named."""
    weiter = re.compile(r"\b\w+gericht").search(inhalt, treffer.end())
    return inhalt[treffer.start() : min(treffer.end() + _REICHWEITE, weiter.start() if weiter else len(inhalt))]


def _behoerde(text: Text, behelf: Rechtsbehelf) -> Iterator[Ergebnis]:
    satz = next((s for s in text.saetze if _BEHOERDE.search(s.text)), None)
    if satz is None:
        grund = f"Bei wem der Rechtsbehelf einzulegen ist, steht nicht da. Zuständig ist {behelf.angerufen.wer}."
        yield _feststellung(text, behelf, Mangelart.FEHLT, grund, "Nennen Sie die Behörde mit ihrer Anschrift.")
    elif not _ANSCHRIFT.search(text.inhalt):
        grund, schritt = "Der Sitz der Behörde fehlt.", "Geben Sie Straße, Postleitzahl und Ort an."
        yield Feststellung(
            STELLE.kuerzel, Mangelart.UNVOLLSTAENDIG, grund, schritt, satz.ort, satz.text, behelf.angerufen.norm
        )
    else:
        yield Vorhanden(STELLE.kuerzel, satz.ort, satz.text)


def _feststellung(
    text: Text, behelf: Rechtsbehelf, art: Mangelart, grund: str, schritt: str, *, ab: int = 0
) -> Feststellung:
    zeile = text.zeilen[text.inhalt.count("\n", 0, ab)]
    return Feststellung(STELLE.kuerzel, art, grund, schritt, zeile.ort, zeile.text, behelf.angerufen.norm)


STELLE = Pruefpunkt("rechtsbehelfsstelle", "Gericht oder Behörde mit Sitz", BESCHEIDE, nach_massgabe(stelle))
