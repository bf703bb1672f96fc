"""Cases for many documents, a row each: CSV, JSON Lines, or the first sheet of an XLSX file.

The head of a table names the fields by their paths: ``adressat.nachname``, ``massnahmen[1].bezeichnung``, ``anschrift[2]``.
An empty cell is a value that is not given.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from ..fehler import DatenFehler, LeseFehler, Ort, systemgrund
from ..schriftstueck.wordarchiv import HOECHSTENS, geoeffnet
from .feld import Feld, feldpfade
from .rohdaten import lies_json

_TEIL = re.compile(r"([a-z][a-z0-9_]*)(?:\[([1-9]\d{0,3})\])?")
_WAHR = {"ja": True, "true": True, "wahr": True, "nein": False, "false": False, "falsch": False}
#: What a formula of Excel gives that has failed.
_FEHLERWERT = re.compile(r"#(?:N/A|NV|REF!|BEZUG!|VALUE!|WERT!|DIV/0!|NAME\?|NUM!|ZAHL!|NULL!)")
_TRENNER = ";,\t"
#: What is wrong where Python's reader says it in English.
_CSV_GRUENDE = {"unexpected end of data": "ein Anführungszeichen hat kein Gegenstück"}
_CSV_RAT = 'Ein Anführungszeichen in einer Zelle wird verdoppelt (""), und die Zelle steht dann ganz in "…".'
_ALS_XLSX = "Eine Tabelle speichern Sie in Excel oder LibreOffice mit „Speichern unter“ als .xlsx."
_UTF8 = "Speichern Sie sie in Excel als „CSV UTF-8 (durch Trennzeichen getrennt)“."


@dataclass(frozen=True, slots=True)
class Fall:
    """The data for one document: their row in the table, as Excel counts, and what of them cannot be read ("" if all can).

    The head is row 1, and a cell with line breaks adds none. In JSON Lines it is the line of the file.
    """

    zeile: int
    daten: dict[str, object]
    fehler: str = ""


def lies_faelle(datei: Path, felder: Sequence[Feld]) -> tuple[Fall, ...]:
    """Return the cases of a file (.csv, .jsonl, .xlsx) for a template with these fields.

    What is wrong with a single row stands in it, and the others are read. Raises `DatenFehler` where the file as a whole
    cannot be read, or its head names no paths.
    """
    art = datei.suffix.casefold()
    if art not in _LESER:
        meldung = "Fälle kommen aus einer Datei .csv, .jsonl oder .xlsx."
        raise DatenFehler(meldung, (f"„{datei.name}“ ist keine davon.",), ort=Ort(str(datei)), rat=_ALS_XLSX)
    try:
        inhalt = datei.read_bytes()
    except OSError as fehler:
        raise _unlesbar(datei, f"Die Datei lässt sich nicht öffnen ({systemgrund(fehler)}).") from None
    return tuple(_LESER[art](inhalt, datei, dict(feldpfade(felder))))


def _unlesbar(datei: Path, grund: str, rat: str = "") -> DatenFehler:
    return DatenFehler("Die Fälle sind nicht lesbar:", (grund,), ort=Ort(str(datei)), rat=rat)


def _aus_jsonl(inhalt: bytes, datei: Path, _: dict[str, Feld]) -> Iterator[Fall]:
    for zeile, text in enumerate(_als_text(inhalt, datei).split("\n"), start=1):
        if text.strip():
            try:
                yield Fall(zeile, lies_json(text))
            except DatenFehler as fehler:
                yield Fall(zeile, {}, " ".join(fehler.probleme))


def _aus_csv(inhalt: bytes, datei: Path, einzelne: dict[str, Feld]) -> Iterator[Fall]:
    text = _als_text(inhalt, datei)
    kopf = text.partition("\n")[0]
    trenner = max(_TRENNER, key=kopf.count)
    leser = csv.reader(io.StringIO(text, newline=""), delimiter=trenner, strict=True)
    zeilen: list[tuple[int, Sequence[Any]]] = []
    try:
        zeilen.extend(enumerate(leser, start=1))
    except csv.Error as fehler:
        grund = _CSV_GRUENDE.get(str(fehler), "nach einem Anführungszeichen steht noch etwas in der Zelle")
        raise _unlesbar(datei, f"Zeile {len(zeilen) + 1} ist kein CSV: {grund}.", _CSV_RAT) from None
    return _aus_tabelle(zeilen, datei, einzelne)


def _aus_xlsx(inhalt: bytes, datei: Path, einzelne: dict[str, Feld]) -> Iterator[Fall]:
    try:
        with geoeffnet(io.BytesIO(inhalt), str(datei)) as archiv:
            archiv.pruefe_umfang(HOECHSTENS)
        blatt = load_workbook(io.BytesIO(inhalt), read_only=True, data_only=True, keep_links=False).worksheets[0]
        blatt.reset_dimensions()  # a single formatted cell far out would make every row as long
        gelesen = ((nr, _ohne_leeres_ende(zeile)) for nr, zeile in enumerate(blatt.iter_rows(values_only=True), start=1))
        zeilen = [(nr, zeile) for nr, zeile in gelesen if zeile]
    except (LeseFehler, zipfile.BadZipFile, SyntaxError, KeyError, ValueError, IndexError, TypeError) as fehler:
        grund = fehler.meldung if isinstance(fehler, LeseFehler) else "Die Datei ist keine lesbare Arbeitsmappe (.xlsx)."
        raise _unlesbar(datei, grund, "Speichern Sie sie in Excel neu, ohne Kennwort.") from None
    if zeilen:  # columns without a head end the sheet, not the head
        zeilen[0][1].extend([None] * (max(len(zeile) for _, zeile in zeilen) - len(zeilen[0][1])))
    return _aus_tabelle(zeilen, datei, einzelne)


def _ohne_leeres_ende(zeile: Sequence[Any]) -> list[Any]:
    """Return the cells of a row up to the last one with a value."""
    ende = max((stelle for stelle, zelle in enumerate(zeile, start=1) if _gegeben(zelle)), default=0)
    return list(zeile[:ende])


_LESER = {".csv": _aus_csv, ".jsonl": _aus_jsonl, ".xlsx": _aus_xlsx}


def _als_text(inhalt: bytes, datei: Path) -> str:
    try:
        return inhalt.decode("utf-16" if inhalt[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as fehler:
        raise _unlesbar(datei, f"Die Datei ist nicht in UTF-8 gespeichert (Byte {fehler.start + 1}).", _UTF8) from None


def _aus_tabelle(zeilen: Sequence[tuple[int, Sequence[Any]]], datei: Path, einzelne: dict[str, Feld]) -> Iterator[Fall]:
    """Yield the rows below the head; rows without any value are none."""
    if not zeilen:
        raise _unlesbar(datei, "Die Tabelle ist leer.", "Die erste Zeile nennt die Felder, jede weitere ist ein Fall.")
    spalten = [str(zelle or "").strip() for zelle in zeilen[0][1]]
    _pruefe_kopf(spalten, datei)
    for nr, zeile in zeilen[1:]:
        if any(_gegeben(zelle) for zelle in zeile):
            yield _aus_zeile(nr, spalten, zeile, einzelne)


def _pruefe_kopf(spalten: Sequence[str], datei: Path) -> None:
    rat = "Die Köpfe der Spalten nennen Felder: zeichen, adressat.nachname, massnahmen[1].bezeichnung."
    for nr, spalte in enumerate(spalten, start=1):
        if spalte and not all(_TEIL.fullmatch(teil) for teil in spalte.split(".")):
            raise _unlesbar(datei, f"Spalte {nr}: „{spalte}“ ist kein Feld.", rat)
        if spalte and spalten.index(spalte) < nr - 1:
            raise _unlesbar(datei, f"Spalte {nr}: „{spalte}“ gibt es schon.", rat)


def _aus_zeile(nr: int, spalten: Sequence[str], zeile: Sequence[Any], einzelne: dict[str, Feld]) -> Fall:
    daten: dict[str, object] = {}
    probleme = [f"{len(zeile)} Zellen bei {len(spalten)} Spalten"] if any(map(_gegeben, zeile[len(spalten) :])) else []
    for spalte, zelle in zip(spalten, zeile, strict=False):
        if not _gegeben(zelle):
            continue
        if not spalte:
            probleme.append(f"„{zelle}“ steht in einer Spalte ohne Kopf")
            continue
        try:
            _setze(daten, spalte, _wert(zelle, einzelne.get(re.sub(r"\[\d+\]", "", spalte))))
        except ValueError as fehler:
            probleme.append(f"{spalte}: {fehler}")
    return Fall(nr, _als_listen(daten, probleme), "; ".join(probleme))


def _gegeben(zelle: Any) -> bool:
    return zelle is not None and str(zelle).strip() != ""


def _wert(zelle: Any, feld: Feld | None) -> object:
    """Return what a cell holds, as JSON would give it; raises `ValueError` where the table has lost what was meant."""
    typ = (feld.element or feld.typ) if feld else "text"
    if isinstance(zelle, str) and _FEHLERWERT.fullmatch(zelle):
        raise ValueError(f"die Zelle enthält einen Fehlerwert ({zelle}); berichtigen Sie die Formel")
    if isinstance(zelle, str) and typ == "wahrheitswert":
        return _WAHR.get(zelle.strip().casefold(), zelle)
    if isinstance(zelle, bool | str):
        return zelle
    if typ in ("text", "langtext", "zitat", "auswahl"):
        raise ValueError(
            "die Zelle ist keine Textzelle, führende Nullen wären verloren; formatieren Sie die Spalte als Text"
        )
    if isinstance(zelle, datetime | date):
        return zelle.date().isoformat() if isinstance(zelle, datetime) else zelle.isoformat()
    return Decimal(repr(zelle)) if isinstance(zelle, float) else zelle


def _setze(daten: dict[str, object], pfad: str, wert: object) -> None:
    """Put a value where its path says; entries of lists go by their number, as keys."""
    *oben, letzter = [stueck for teil in pfad.split(".") for stueck in _stuecke(teil)]
    ort: Any = daten
    for stueck in oben:
        ort = ort.setdefault(stueck, {})
        if not isinstance(ort, dict):
            raise ValueError("eine andere Spalte gibt dafür schon einen einzelnen Wert")
    if letzter in ort:
        raise ValueError("eine andere Spalte gibt dafür schon einen Wert")
    ort[letzter] = wert


def _stuecke(teil: str) -> list[str | int]:
    treffer = _TEIL.fullmatch(teil)
    assert treffer  # noqa: S101 - the head was checked
    return [treffer[1]] + ([int(treffer[2])] if treffer[2] else [])


def _als_listen(daten: Any, probleme: list[str], pfad: str = "") -> Any:
    """Return tables whose keys are numbers as lists; a number that is left out is a problem."""
    if not isinstance(daten, dict):
        return daten
    if not all(isinstance(name, int) for name in daten):
        return {name: _als_listen(wert, probleme, f"{pfad}.{name}".lstrip(".")) for name, wert in daten.items()}
    if sorted(daten) != list(range(1, len(daten) + 1)) and daten:
        probleme.append(f"{pfad}: die Nummern {', '.join(map(str, sorted(daten)))} haben eine Lücke")
    return [_als_listen(daten[nr], probleme, f"{pfad}[{nr}]") for nr in sorted(daten)]
