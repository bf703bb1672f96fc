"""Errors that a user sees: each says what is wrong, where, and what to do next - in German."""

from __future__ import annotations

import errno
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ort:
    """A place to point at: a file with a line, or the input with a column (both 1-based, 0 = unknown)."""

    datei: str = ""
    zeile: int = 0
    spalte: int = 0

    def __str__(self) -> str:
        teile = [self.datei] if self.datei else []
        if self.zeile:
            teile.append(f"Zeile {self.zeile}")
        if self.spalte:
            teile.append(f"Spalte {self.spalte}")
        return ", ".join(teile)


_OS_GRUENDE = {
    errno.ENOENT: "gibt es nicht",
    errno.EACCES: "das Recht dazu fehlt",
    errno.EPERM: "das Recht dazu fehlt",
    errno.ENOTDIR: "ein Teil des Pfads ist kein Ordner",
    errno.EISDIR: "ist ein Ordner, keine Datei",
    errno.EEXIST: "gibt es schon, aber nicht als Ordner",
    errno.ENOSPC: "der Datenträger ist voll",
    errno.EDQUOT: "der Speicherplatz ist aufgebraucht",
    errno.EFBIG: "die Datei würde zu groß",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.EBADF: "sie ist nicht zum Schreiben geöffnet",
}
_SQLITE_GRUENDE = {
    "disk is full": "der Datenträger ist voll",
    "disk I/O error": "Schreiben oder Lesen auf dem Datenträger ist gescheitert",
    "not a database": "die Datei ist keine Datenbank",
    "malformed": "die Datei ist beschädigt",
    "no such table": "die Datei ist keine Wissensbasis",
    "unable to open": "die Datei lässt sich nicht öffnen",
    "readonly": "die Datei ist schreibgeschützt",
}


def systemgrund(fehler: Exception) -> str:
    """Return in German why the system refused; what is not known in German comes back as the system says it."""
    if isinstance(fehler, OSError):
        return _OS_GRUENDE.get(fehler.errno or 0, fehler.strerror or str(fehler))
    return next((deutsch for englisch, deutsch in _SQLITE_GRUENDE.items() if englisch in str(fehler)), str(fehler))


class NormenFehler(Exception):
    """Base of every error that is meant for the user.

    ``meldung`` says what is wrong, ``ort`` where, ``rat`` what to do next. ``str()`` joins the three.
    """

    def __init__(self, meldung: str, *, ort: Ort | None = None, rat: str = "") -> None:
        super().__init__(meldung)
        self.meldung = meldung
        self.ort = ort
        self.rat = rat

    def __str__(self) -> str:
        vorn = f"{self.ort}: " if self.ort and str(self.ort) else ""
        return f"{vorn}{self.meldung}" + (f"\n{self.rat}" if self.rat else "")


class ZitatFehler(NormenFehler):
    """A citation that cannot be read, or that names nothing that exists."""


class KorpusFehler(NormenFehler):
    """The corpus folder or its manifest is not as it must be."""


class LeseFehler(NormenFehler):
    """A source text does not have the layout its reader knows."""


class SpeicherFehler(NormenFehler):
    """The knowledge base cannot be written or read."""


class VorlageFehler(NormenFehler):
    """A template is broken."""


class HerkunftFehler(NormenFehler):
    """What a document carries of its making is damaged, or was changed."""


class DatenFehler(NormenFehler):
    """The data for a document are incomplete or ill-typed; ``probleme`` lists every one of them."""

    def __init__(self, meldung: str, probleme: tuple[str, ...], *, ort: Ort | None = None, rat: str = "") -> None:
        super().__init__(meldung, ort=ort, rat=rat)
        self.args = (meldung, probleme)  # what a copy in another process is made from
        self.probleme = probleme

    def __str__(self) -> str:
        kopf, _, rest = super().__str__().partition("\n")
        return "\n".join([kopf, *(f"  - {problem}" for problem in self.probleme), *([rest] if rest else [])])


class RechenFehler(NormenFehler):
    """An amount or a deadline that cannot be worked out; ``angabe`` names the parameter at fault, "" if it is none."""

    def __init__(self, meldung: str, angabe: str = "", *, ort: Ort | None = None, rat: str = "") -> None:
        super().__init__(f"Angabe „{angabe}“: {meldung}" if angabe else meldung, ort=ort, rat=rat)
        self.args = (meldung, angabe)  # what a copy in another process is made from
        self.angabe = angabe
