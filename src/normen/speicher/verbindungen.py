"""Connections to a finished knowledge base: one for each thread that asks, all closed together."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import suppress
from pathlib import Path
from weakref import WeakSet

from ..fehler import Ort, SpeicherFehler


class _Verbindung(sqlite3.Connection):
    """A connection that closes itself when its thread has ended."""

    def __del__(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # it could not even be opened
            self.close()


class Verbindungen:
    """Read-only connections to one file, which is never changed: no thread waits for another."""

    def __init__(self, pfad: Path) -> None:
        self.pfad = pfad
        self._eigene = threading.local()
        self._alle: WeakSet[_Verbindung] = WeakSet()
        self._sperre = threading.Lock()
        self._geschlossen = False

    def des_fadens(self) -> sqlite3.Connection:
        """Return the connection of the thread that asks, opened at its first question.

        Raises `sqlite3.Error` if the file cannot be opened, and `SpeicherFehler` after `schliesse`.
        """
        with self._sperre:
            if self._geschlossen:
                raise SpeicherFehler(
                    "Die Wissensbasis ist schon geschlossen.",
                    ort=Ort(str(self.pfad)),
                    rat="Öffnen Sie sie neu: Wissen.oeffne()",
                )
            offen: _Verbindung | None = getattr(self._eigene, "verbindung", None)
            if offen is None:
                offen = self._eigene.verbindung = self._geoeffnet()
                self._alle.add(offen)
            return offen

    def _geoeffnet(self) -> _Verbindung:
        # Another thread may close it, in `schliesse`; none but its own ever asks it.
        adresse = f"{self.pfad.absolute().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(adresse, uri=True, check_same_thread=False, factory=_Verbindung)

    def schliesse(self) -> None:
        """Close all connections; a second call does nothing."""
        with self._sperre:
            self._geschlossen = True
            for verbindung in tuple(self._alle):
                verbindung.close()
