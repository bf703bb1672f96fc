"""Many documents from one template: which file each case becomes, and what of an earlier run still stands.

The folder of the documents holds a log, ``stapel.jsonl``: a line for each document, written when the document is. A case
whose data, template and knowledge base are the same, and whose file is there unchanged, is not written again; so a run that
was broken off goes on where it stopped, and one that is repeated changes nothing. A file that somebody has changed stays.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ..ablage import schreibe
from ..fehler import NormenFehler, Ort, systemgrund
from .faelle import Fall
from .feld import Feld, feldpfade
from .vorlage import Vorlage

PROTOKOLL = "stapel.jsonl"
FEHLERLISTE = "fehler.csv"
SPERRE = "stapel.sperre"
#: In place of a checksum: of a document that was begun, and of a file that no run knows.
_BEGONNEN, _FREMD = "", "fremd"
#: In place of a key: of a document whose case is refused now.
_AELTER = "älter"

_PLATZ = re.compile(r"\{([a-z0-9_.]+)\}")
_UNBRAUCHBAR = re.compile(r"[^\w.]+")
_STELLEN_ZEILE = 4
_LAENGE = 60
#: Names that Windows keeps for devices.
_VERGEBEN = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


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


@contextmanager
def gesperrt(ordner: Path) -> Iterator[None]:
    """Keep other runs out of a folder; raises `NormenFehler` if one works there. The lock ends with the process."""
    sperre = ordner / SPERRE
    try:
        strom = sperre.open("x", encoding="utf-8")
    except FileExistsError:
        if _lebt(sperre):
            rat = "Warten Sie, bis er fertig ist, oder nennen Sie einen anderen Ordner."
            raise NormenFehler("In diesem Ordner arbeitet schon ein anderer Lauf.", ort=Ort(str(ordner)), rat=rat) from None
        strom = sperre.open("w", encoding="utf-8")
    except OSError as fehler:
        grund = systemgrund(fehler)
        raise NormenFehler(f"In den Ordner lässt sich nicht schreiben ({grund}).", ort=Ort(str(ordner))) from None
    with strom:
        strom.write(str(os.getpid()))
    try:
        yield
    finally:
        sperre.unlink(missing_ok=True)


def _lebt(sperre: Path) -> bool:
    """Tell whether the process that made a lock still runs; one whose number cannot be read is taken to."""
    try:
        os.kill(int(sperre.read_text(encoding="utf-8")), 0)
    except (ProcessLookupError, FileNotFoundError):
        return False
    except (OSError, ValueError):
        return True
    return True


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
            rat = "Nennen Sie einen anderen Ordner, oder löschen Sie das Protokoll und die Dokumente daneben."
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

    def bearbeitet(self, auftrag: Auftrag) -> bool:
        """Tell whether another file stands in the place of a document than the one a run has written, or begun, there."""
        if not auftrag.datei.exists():
            return False
        _, pruefsumme = self._eintraege.get(auftrag.datei.name, ("", _FREMD))
        return pruefsumme != _BEGONNEN and pruefsumme != _summe(auftrag.datei)

    def beginne(self, auftraege: Iterable[Auftrag]) -> None:
        """Log documents that are about to be written: what a run that is broken off leaves of them is its own."""
        self._schreibe((auftrag, auftrag.schluessel, _BEGONNEN) for auftrag in auftraege)

    def vermerke(self, auftrag: Auftrag) -> None:
        """Log a document that has just been written."""
        self._schreibe([(auftrag, auftrag.schluessel, _summe(auftrag.datei))])

    def behalte(self, auftrag: Auftrag) -> None:
        """Log what an earlier run has written, where this one could write nothing in its place."""
        if auftrag.datei.is_file():
            self._schreibe([(auftrag, _AELTER, _summe(auftrag.datei))])

    def _schreibe(self, eintraege: Iterable[tuple[Auftrag, str, str]]) -> None:
        with (self.ordner / PROTOKOLL).open("a", encoding="utf-8") as strom:
            for auftrag, schluessel, pruefsumme in eintraege:
                eintrag = {"line": auftrag.fall.zeile, "file": auftrag.datei.name, "key": schluessel}
                zeile = json.dumps({**eintrag, "sha256": pruefsumme}, ensure_ascii=False)
                strom.write(f"\n{zeile}\n")  # the line before may be cut off


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


def unbekannte_felder(muster: str, felder: Sequence[Feld]) -> tuple[str, ...]:
    """Return the fields that a pattern of names asks for and the template does not have."""
    bekannte = {pfad for pfad, _ in feldpfade(felder)}
    return tuple(pfad for pfad in _PLATZ.findall(muster) if pfad not in bekannte)


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
    if not name or _VERGEBEN.fullmatch(name):
        name = f"{fall.zeile:0{_STELLEN_ZEILE}}"
    return f"{name}.docx"


def _gesucht(daten: object, pfad: str) -> object:
    for name in pfad.split("."):
        daten = daten.get(name, "") if isinstance(daten, Mapping) else ""
    return daten if isinstance(daten, str | int) else ""


def _einzeilig(text: str) -> str:
    return " ".join(text.replace('"', "“").split())
