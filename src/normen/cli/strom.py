"""Standard output that says what is wrong with it, whoever writes: click, rich or we."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from ..fehler import NormenFehler, systemgrund

_RAND = re.compile(r" +(?=\n)")


class Geschlossen(Exception):
    """The reader of our output has closed it; click and rich would end with 1 on a `BrokenPipeError`, that is: findings."""


class Unbeschreibbar(NormenFehler):
    """Output cannot be written, for instance because the disk is full."""


class Ausgabestrom:
    """A text stream whose writing raises `Geschlossen`, or `Unbeschreibbar` with the reason, and no `OSError`."""

    def __init__(self, strom: TextIO) -> None:
        self._strom = strom

    def __getattr__(self, name: str) -> Any:
        return getattr(self._strom, name)

    def write(self, text: str) -> int:
        """Write as a text stream does."""
        with _gemeldet():
            return self._strom.write(text)

    def flush(self) -> None:
        """Flush as a text stream does."""
        with _gemeldet():
            self._strom.flush()


class OhneRand:
    """A text stream without blanks at line ends, with which rich fills every line up to its width."""

    def __init__(self, strom: TextIO) -> None:
        self._strom = strom

    def __getattr__(self, name: str) -> Any:
        return getattr(self._strom, name)

    def write(self, text: str) -> int:
        """Write whole lines, as rich does."""
        return self._strom.write(_RAND.sub("", text))


@contextmanager
def _gemeldet() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as fehler:
        raise Geschlossen from fehler
    except OSError as fehler:
        raise Unbeschreibbar(
            f"Die Ausgabe lässt sich nicht schreiben: {systemgrund(fehler)}.",
            rat="Prüfen Sie, wohin die Ausgabe geht und ob dort Platz ist.",
        ) from fehler
