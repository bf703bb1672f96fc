"""Who decides, for whom, and when: authority, addressee and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall, text
from .pruefpunkt import BRIEFE, Pruefpunkt
from .schreiben import Abschnitt, Schreiben, Text, Zeile, ist_ueberschrift
from .vorgaben import Schreibenart
from .wortschatz import TAG

_BEHOERDE = re.compile(
    r"\b(?:\w*vollzugsanstalt|JVA|Jugendstrafanstalt|\w*vollzugskrankenhaus|Sozialtherapeutische\s+Anstalt|Jugendarrestanstalt"
    r"|Jobcenter|\w*(?:amt|ämter)|Agentur\s+für\s+Arbeit|Bundesagentur|Regierungspräsidium|Bezirksregierung|Ministerium|\w+ministerium"
    r"|Landratsamt|Landkreis|Kreisverwaltung|Stadtverwaltung|Bürgermeisteramt|Gemeinde|Bewährungshilfe|Gerichtshilfe|Sozialdienst"
    r"|Rentenversicherung|\w+kasse|(?:Die\s+)?(?:Anstaltsleiterin|Anstaltsleiter|Anstaltsleitung))\b|^(?:Stadt|Kreis|Land)\s+[A-ZÄÖÜ]",
    re.MULTILINE,
)
#: Where the lines begin that say whom a letter is for, and which line after them is one of them still.
_ANSCHRIFT = re.compile(r"^\s*(?:(?:An\s+)?(?:Herrn?|Frau|den|die|das|Familie|Firma)|An)\b(?!.*[.:]\s*$)")
_ANREDE = re.compile(r"^\s*(?:Sehr\s+geehrte|Guten\s+Tag|Liebe[rs]?\s)", re.MULTILINE)
_VERTEILER = re.compile(r"\s*(?:Verteiler|Anlagen?)\b", re.IGNORECASE)
#: Who handles the matter is not whom it is for.
_BEARBEITUNG = re.compile(r"Bearbeit|Ansprech|Auskunft|Durchwahl|Telefon|Zustellung", re.IGNORECASE)
#: Where the head ends at the latest: what follows may speak of other days.
_BEGINN = re.compile(rf"{_ANREDE.pattern}|\s*(?:Entscheidung|Verfügung|Tenor)\s*:?\s*$", re.MULTILINE | re.IGNORECASE)
#: A longer line is running text.
_KURZ = 80
#: The last line of an address, and any address on a line.
_ORTSZEILE = re.compile(r"^\s*\d{5}\s+[A-ZÄÖÜ][\w-]+")
_ADRESSE = re.compile(r"\b\d{5}\s+[A-ZÄÖÜ][\w-]+")
_ORTSNAME = re.compile(r"\b\d{5}\s+([A-ZÄÖÜ][\w-]*(?: [A-ZÄÖÜ][\w-]*){0,3})")
_NAME = r"[A-ZÄÖÜ][\w'’-]+"
_NUR_NAME = re.compile(rf"^\s*(?:(?:Dr|Prof)\.\s+)*{_NAME}(?:\s+(?:von\s+|zu\s+)?{_NAME}){{1,3}}\s*$")
_ZEILEN_DER_ANSCHRIFT = 4
_PERSON = re.compile(
    rf"\b(?:Herrn?|Frau)\s+(?:(?:Dr|Prof)\.\s+)*{_NAME}(?:\s+{_NAME})?|"
    rf"\b(?:der|den|dem|die|des)\s+(?:\w+\s+)?(?:\w*[Gg]efangene[nrs]?|Untergebrachte[nr]?|Verurteilte[nr]?)\s+{_NAME}",
)
_BEZEICHNET = re.compile(
    r"\b(?:geb(?:oren)?\b\.?|\w*[Bb]uchnummer|Buch-?Nr|BuchNr|GefBuchNr|Kundennummer|BG-?Nummer|Aktenzeichen)"
)
_ORT_DATUM = re.compile(
    rf"(?:\bDatum\b\s*:?\s*|^\s*(?:[\w.ÄÖÜäöüß/-]+[ ,]+){{1,4}}(?:den\s+)?|^\s*){TAG.pattern}\s*$",
    re.MULTILINE | re.IGNORECASE,
)
#: In margins forms print days of their own: there "Datum" must stand before it, or place and "den", or the town alone.
_AM_RAND = re.compile(rf"(?:\bDatum\b\s*:?\s*|^\s*(?P<ort>[^,:]+),\s*(?P<den>den\s+)?){TAG.pattern}\s*$", re.IGNORECASE)
#: Days that are those of a form, or of what the addressee wrote.
_ANDERER_TAG = re.compile(r"\b(?:Stand|Fassung|Version|Vordruck|Formular|Ihre?)\b", re.IGNORECASE)
#: What stands side by side on one line is set apart by a tab or blanks; behind a colon the same goes on.
_SPALTEN = re.compile(r"(?<![:\s])(?:\s*\t|\s{3,})")


def _ohne_anschrift(zeilen: Text) -> Text:
    """Return the lines without those that follow the beginning of an address: there the authority may stand as a place."""
    bleibt, in_anschrift = list[Zeile](), False
    for zeile in zeilen.zeilen:
        in_anschrift = bool(_ANSCHRIFT.match(zeile.text)) or (in_anschrift and not _endet(zeile))
        if not in_anschrift:
            bleibt.append(zeile)
    return Text(tuple(bleibt))


def _endet(zeile: Zeile) -> bool:
    return not zeile.text.strip() or bool(_ANREDE.match(zeile.text) or TAG.search(zeile.text) or len(zeile.text) > 60)


def behoerde(fall: Fall) -> Iterator[Ergebnis]:
    """The issuing authority is named above the decision, in the margins, or with the signature.

    A letter that decides nothing may come from anybody who gives an address.
    """
    s, ist_bescheid = fall.schreiben, fall.vorgaben.art is Schreibenart.BESCHEID
    gesucht = (
        _ohne_anschrift(_vor(s.teil(Abschnitt.VORN), _ANREDE))
        + s.teil(Abschnitt.RAND)
        + _vor(s.teil(Abschnitt.SCHLUSS), _VERTEILER)
    )
    if zeile := gesucht.mit(_BEHOERDE) or (None if ist_bescheid else gesucht.mit(_ADRESSE)):
        yield Vorhanden(BEHOERDE.kuerzel, zeile.ort, zeile.text)
        return
    yield Feststellung(
        BEHOERDE.kuerzel,
        Mangelart.FEHLT,
        "Welche Behörde entscheidet, ist nicht zu erkennen." if ist_bescheid else "Wer schreibt, ist nicht zu erkennen.",
        "Nennen Sie im Briefkopf die Anstalt, Behörde oder Stelle mit ihrer Anschrift.",
        norm=fall.vorschrift("behoerde"),
    )


def _vor(teil: Text, muster: re.Pattern[str]) -> Text:
    """Return the lines before the first that begins with these words; all if none does."""
    bis = next((i for i, zeile in enumerate(teil.zeilen) if muster.match(zeile.text)), len(teil.zeilen))
    return Text(teil.zeilen[:bis])


def empfaenger(fall: Fall) -> Iterator[Ergebnis]:
    """The addressee is named, and so that no other person can be meant."""
    vorn = fall.schreiben.teil(Abschnitt.VORN)
    anschrift = next((_mit_namen(z, f) for z, f in pairwise(vorn.zeilen) if _adressiert(z, f)), None) or _ortszeile(vorn)
    bezeichnet = vorn.mit(_BEZEICHNET)
    genannt = next((z for z in vorn.zeilen if _PERSON.search(z.text) and not _BEARBEITUNG.search(z.text)), None)
    gefunden = anschrift or bezeichnet
    if gefunden:
        yield Vorhanden(EMPFAENGER.kuerzel, gefunden.ort, gefunden.text)
        return
    yield Feststellung(
        EMPFAENGER.kuerzel,
        Mangelart.UNVOLLSTAENDIG if genannt else Mangelart.FEHLT,
        "Genannt ist nur ein Name, ohne Anschrift, Geburtsdatum oder Buchnummer."
        if genannt
        else "An wen sich das Schreiben richtet, ist nicht zu erkennen.",
        "Nennen Sie Vor- und Nachnamen mit Anschrift, oder mit Geburtsdatum und Gefangenenbuchnummer.",
        genannt.ort if genannt else "",
        genannt.text if genannt else "",
        norm=fall.vorschrift("empfaenger"),
    )


def _ortszeile(vorn: Text) -> Zeile | None:
    """Return the line with code and town of an address above the salutation that begins with a name, and no authority's."""
    zeilen = _vor(vorn, _ANREDE).zeilen
    for stelle, zeile in enumerate(zeilen):
        davor = zeilen[max(0, stelle - _ZEILEN_DER_ANSCHRIFT) : stelle]
        namen = [z for z in davor if _NUR_NAME.match(z.text) and not _BEHOERDE.search(z.text)]
        if namen and _ORTSZEILE.match(zeile.text) and len(zeile.text) < _KURZ:
            return zeile
    return None


def _mit_namen(zeile: Zeile, folgt: Zeile) -> Zeile:
    return zeile if _PERSON.search(zeile.text) else folgt


def _adressiert(zeile: Zeile, folgt: Zeile) -> bool:
    """Tell whether a line begins an address: a form of address with or before a name."""
    return bool(
        re.match(rf"^\s*(?:An\s+)?(?:Herrn?|Frau)(?:\s+(?:(?:Dr|Prof)\.\s+)*{_NAME}.*)?\s*$", zeile.text)
        and re.match(rf"^\s*(?:(?:Dr|Prof)\.\s+)*(?:{_NAME}|\d|c/o|bei\b)", folgt.text)
        and not _ANREDE.match(folgt.text)
        and not ist_ueberschrift(folgt)
    )


def datum(fall: Fall) -> Iterator[Ergebnis]:
    """The day of the document stands in its head, or beside the signature."""
    if zeile := datumszeile(fall.schreiben):
        yield Vorhanden(DATUM.kuerzel, zeile.ort, zeile.text)
    else:
        schritt = "Setzen Sie das Datum in den Briefkopf, zum Beispiel „Datum: 12. März 2026“."
        yield Feststellung(DATUM.kuerzel, Mangelart.FEHLT, "Das Datum des Schreibens ist nicht zu erkennen.", schritt)


def datumszeile(schreiben: Schreiben) -> Zeile | None:
    """Return the line that gives the day of a document: "Datum: …", "Ort, den …"; above and below the text a day alone too.

    In margins without "den" the place must be the town of an address in the document. The day of a form ("Vordruck Stand …")
    or of a letter that is answered is none.
    """
    kopf = _vor(schreiben.teil(Abschnitt.VORN), _BEGINN).zeilen
    zeilen = (*kopf, *schreiben.teil(Abschnitt.SCHLUSS, Abschnitt.BELEHRUNG, Abschnitt.RAND).zeilen)
    orte = frozenset(_orte(text(schreiben).inhalt))
    return next((z for z in zeilen if len(" ".join(z.text.split())) < _KURZ and _ist_datumszeile(z, orte)), None)


def _orte(inhalt: str) -> Iterator[str]:
    """Yield the towns of addresses; where more words with a capital follow, with each of them, for "Bad Urach" is one."""
    for treffer in _ORTSNAME.finditer(inhalt):
        worte = treffer[1].split()
        yield from (" ".join(worte[: i + 1]) for i in range(len(worte)))


def _ist_datumszeile(zeile: Zeile, orte: frozenset[str]) -> bool:
    """Tell whether a line, or a column of it, is nothing but a day, with "Datum" or the place before it."""
    spalten = (s for s in _SPALTEN.split(zeile.text) if not _BEZEICHNET.search(s) and not _ANDERER_TAG.search(s))
    return any(_datiert_am_rand(spalte, orte) if zeile.rand else _ORT_DATUM.search(spalte) for spalte in spalten)


def _datiert_am_rand(spalte: str, orte: frozenset[str]) -> bool:
    treffer = _AM_RAND.search(spalte)
    return bool(treffer and (treffer["ort"] is None or treffer["den"] or treffer["ort"] in orte))


BEHOERDE = Pruefpunkt("behoerde", "Behörde", BRIEFE, behoerde)
EMPFAENGER = Pruefpunkt("empfaenger", "Empfänger", BRIEFE, empfaenger)
DATUM = Pruefpunkt("datum", "Datum", BRIEFE, datum)
