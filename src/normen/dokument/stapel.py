"""Many documents from one template: which file each case becomes, and what of an earlier run still stands.

The folder of the documents holds a log, ``stapel.jsonl``: a line for each document, written when the document is. A case
whose data, template and knowledge base are the same, and whose file is there unchanged, is not written again; so a run that
was broken off goes on where it stopped, and one that is repeated changes nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..ablage import schreibe
from ..fehler import NormenFehler, Ort, systemgrund
from .faelle import Fall
from .vorlage import Vorlage

PROTOKOLL = "stapel.jsonl"
FEHLERLISTE = "fehler.csv"

_PLATZ = re.compile(r"\{([a-z0-9_.]+)\}")
_UNBRAUCHBAR = re.compile(r"[^\w.]+")
_STELLEN_ZEILE = 4
_LAENGE = 120


@dataclass(frozen=True, slots=True)
class Auftrag:
    """A case and the file it becomes; ``schluessel`` is the same as long as all that goes into the document is."""

    fall: Fall
    datei: Path
    schluessel: str


@dataclass(frozen=True, slots=True)
class Absage:
    """A case that becomes no document: its line and why."""

    zeile: int
    grund: str


@dataclass(frozen=True, slots=True)
class Bilanz:
    """What a run came to: documents written, those that stood already, PDFs, and cases that became none."""

    geschrieben: int
    unveraendert: int
    pdf: int
    absagen: tuple[Absage, ...]


@dataclass
class Protokoll:
    """The log of a folder: by the name of a file, the key of its case and the checksum of the document."""

    ordner: Path
    _eintraege: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def lies(cls, ordner: Path) -> Protokoll:
        """Read the log of a folder; a line that was not written to its end counts for nothing."""
        protokoll = cls(ordner)
        try:
            zeilen = (ordner / PROTOKOLL).read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return protokoll
        except (OSError, UnicodeDecodeError) as fehler:
            grund = systemgrund(fehler) if isinstance(fehler, OSError) else "nicht in UTF-8"
            rat = "Löschen Sie es, dann entstehen alle Dokumente neu."
            meldung = f"Das Protokoll des Stapels ist nicht lesbar ({grund})."
            raise NormenFehler(meldung, ort=Ort(str(ordner / PROTOKOLL)), rat=rat) from None
        for zeile in zeilen:
            try:
                eintrag = json.loads(zeile)
                protokoll._eintraege[eintrag["file"]] = (eintrag["key"], eintrag["sha256"])
            except (ValueError, KeyError, TypeError):
                continue
        return protokoll

    def steht(self, auftrag: Auftrag) -> bool:
        """Tell whether a document is there as an earlier run wrote it, from the same data."""
        schluessel, pruefsumme = self._eintraege.get(auftrag.datei.name, ("", ""))
        return schluessel == auftrag.schluessel and auftrag.datei.is_file() and _summe(auftrag.datei) == pruefsumme

    def vermerke(self, auftrag: Auftrag) -> None:
        """Log a document that has just been written."""
        eintrag = {"line": auftrag.fall.zeile, "file": auftrag.datei.name, "key": auftrag.schluessel}
        zeile = json.dumps({**eintrag, "sha256": _summe(auftrag.datei)}, ensure_ascii=False)
        with (self.ordner / PROTOKOLL).open("a", encoding="utf-8") as strom:
            strom.write(f"{zeile}\n")


def auftraege(
    faelle: Iterable[Fall], ordner: Path, muster: str, umstaende: Sequence[str]
) -> tuple[tuple[Auftrag, ...], tuple[Absage, ...]]:
    """Return what to write, and the cases that cannot be read or would become the same file.

    ``muster`` names the files by fields ("{zeichen}-{adressat.nachname}"; "" for the line alone); ``umstaende`` is what else
    goes into each document: the template, the knowledge base, the options.
    """
    gewaehlt: dict[str, Auftrag] = {}
    absagen: list[Absage] = []
    for fall in faelle:
        name = _name(fall, muster)
        if fall.fehler:
            absagen.append(Absage(fall.zeile, fall.fehler))
        elif name.casefold() in gewaehlt:
            andere = gewaehlt[name.casefold()].fall.zeile
            absagen.append(Absage(fall.zeile, f"ergäbe dieselbe Datei wie Zeile {andere}: {name}"))
        else:
            gewaehlt[name.casefold()] = Auftrag(fall, ordner / name, _schluessel(fall.daten, umstaende))
    return tuple(gewaehlt.values()), tuple(absagen)


def schreibe_fehlerliste(ordner: Path, absagen: Sequence[Absage]) -> Path | None:
    """Write the cases that became no document, by line; where all did, an older list is taken away."""
    datei = ordner / FEHLERLISTE
    if not absagen:
        datei.unlink(missing_ok=True)
        return None
    zeilen = ["Zeile;Grund", *(f'{a.zeile};"{_einzeilig(a.grund)}"' for a in sorted(absagen, key=lambda a: a.zeile))]
    schreibe(datei, ("\ufeff" + "\r\n".join(zeilen) + "\r\n").encode())
    return datei


def fingerabdruck(vorlage: Vorlage) -> str:
    """Return a checksum of all files that make a template, its Bausteine among them."""
    ordner = (vorlage.ordner, *(baustein.ordner for baustein in vorlage.bausteine))
    dateien = [datei for stelle in ordner for datei in sorted(stelle.glob("*")) if datei.suffix in (".docx", ".toml")]
    return hashlib.sha256(b"".join(hashlib.sha256(datei.read_bytes()).digest() for datei in dateien)).hexdigest()


def _schluessel(daten: Mapping[str, object], umstaende: Sequence[str]) -> str:
    inhalt = json.dumps([daten, *umstaende], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(inhalt.encode()).hexdigest()


def _summe(datei: Path) -> str:
    return hashlib.sha256(datei.read_bytes()).hexdigest()


def _name(fall: Fall, muster: str) -> str:
    """Return a file name that every system takes: the line, or what the pattern makes of the data."""
    gefuellt = _PLATZ.sub(lambda m: str(_gesucht(fall.daten, m[1])), muster)
    name = _UNBRAUCHBAR.sub("-", gefuellt).strip("-.")[:_LAENGE]
    return f"{name or str(fall.zeile).zfill(_STELLEN_ZEILE)}.docx"


def _gesucht(daten: object, pfad: str) -> object:
    for name in pfad.split("."):
        daten = daten.get(name, "") if isinstance(daten, Mapping) else ""
    return daten if isinstance(daten, str | int) else ""


def _einzeilig(text: str) -> str:
    return " ".join(text.replace('"', "“").split())
