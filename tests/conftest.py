"""What all tests share: one knowledge base for the whole run, and the command as a real process."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from types import FrameType
from typing import Any

import pytest

from normen.fehler import ZitatFehler
from normen.geltung import Geltung
from normen.norm import Norm
from normen.verweis import Verweis
from normen.wissen import Wissen, baue
from normen.zitat import Zitat
from normen.zitatleser import lies_zitat
from vorgeladen import begrenze, rufe, server

#: Variables that change what the command prints; no test inherits them from whoever runs it.
_FREMD = """
    COLUMNS LINES TERM COLORTERM NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE TTY_COMPATIBLE NORMEN_KORPUS NORMEN_CACHE
    NORMEN_WERKE NORMEN_VORLAGEN
    LANG LANGUAGE LC_ALL LC_CTYPE LC_MESSAGES PYTHONIOENCODING PYTHONUTF8 PYTHONDONTWRITEBYTECODE
""".split()


@dataclass(frozen=True, slots=True)
class Ausgabe:
    """What a finished command leaves."""

    code: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)

    @property
    def zeilen(self) -> list[Any]:
        """Every line of standard output, each a JSON document."""
        return [json.loads(zeile) for zeile in self.stdout.splitlines()]


@dataclass(frozen=True, slots=True)
class Normen:
    """Runs ``normen`` as its user does: a process of its own, output not a terminal, the cache of the test run."""

    cache: Path
    buchse: str = ""

    def umgebung(self, aenderungen: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the variables a command gets here."""
        rest = {name: wert for name, wert in os.environ.items() if name not in _FREMD}
        eigene = {
            "NORMEN_CACHE": str(self.cache),
            "PYTHONPYCACHEPREFIX": str(self.cache.with_name("normen-pyc")),
            "LC_ALL": "C.UTF-8",
        }
        return {**rest, **eigene, **(aenderungen or {})}

    @staticmethod
    def befehl(*args: str) -> list[str]:
        """Return the whole command line."""
        return [sys.executable, "-m", "normen", *args]

    def aufruf(self) -> list[str]:
        """Return the command line of the command with its modules loaded."""
        return [sys.executable, "-IS", str(Path(__file__).with_name("vorgeladen.py")), self.buchse]

    def starte(
        self, *args: str, env: Mapping[str, str] | None = None, vorher: Callable[[], None] = begrenze, **wie: Any
    ) -> subprocess.Popen[Any]:
        """Start a command and leave it running; ``vorher`` is called in its process first."""
        return subprocess.Popen(self.befehl(*args), env=self.umgebung(env), preexec_fn=vorher, **wie)  # noqa: PLW1509 - no threads here

    def __call__(
        self, *args: str, stdin: str | None = None, env: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> Ausgabe:
        """Run a command to its end; one that is given no variables of its own has its modules loaded before."""
        with TemporaryFile() as ein, TemporaryFile() as aus, TemporaryFile() as fehler:
            ein.write((stdin or "").encode())
            ein.seek(0)
            if env is None:
                stroeme = (ein.fileno(), aus.fileno(), fehler.fileno())
                code = rufe(self.buchse, args, stroeme, str(cwd or Path.cwd()), self.umgebung())
            else:
                befehl, umgebung = self.befehl(*args), self.umgebung(env)
                code = subprocess.call(
                    befehl, env=umgebung, cwd=cwd, stdin=ein, stdout=aus, stderr=fehler, preexec_fn=begrenze, timeout=120
                )
            aus.seek(0)
            fehler.seek(0)
            return Ausgabe(code, aus.read().decode(), fehler.read().decode())


class Allwissend:
    """A Normquelle that takes every citation as it is, and finds none in texts; for tests about something else."""

    def zitat(self, eingabe: str) -> Zitat:
        return lies_zitat(eingabe)

    def norm(self, zitat: str, am: date | None = None) -> Norm:
        return Norm(zitat, zitat, geprueft=True, wortlaut="")

    def verweise(self, text: str) -> list[Verweis]:
        return []

    def geltung(self, eingabe: str) -> Geltung:
        raise ZitatFehler(f"{eingabe} ist hier nicht geladen.")


@pytest.fixture
def befristet() -> Iterator[None]:
    """Stop a test that does not come to its end, as a walk in a circle does not."""

    def brich_ab(_nummer: int, _stelle: FrameType | None) -> None:
        raise TimeoutError("not at its end after 10 seconds")

    davor = signal.signal(signal.SIGALRM, brich_ab)
    signal.alarm(10)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, davor)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folder of the knowledge base of this run, in place of the user's own; parallel workers share it."""
    wurzel = tmp_path_factory.getbasetemp()
    gemeinsam = wurzel.parent if "PYTEST_XDIST_WORKER" in os.environ else wurzel
    with pytest.MonkeyPatch.context() as umgebung:
        umgebung.setenv("NORMEN_CACHE", str(gemeinsam / "normen-cache"))
        umgebung.delenv("NORMEN_KORPUS", raising=False)
        yield gemeinsam / "normen-cache"


@pytest.fixture(scope="session")
def gebaut(cache: Path) -> Path:
    """File of the knowledge base of the corpus that ships, built once however many workers ask for it."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "bau.lock").open("w") as sperre:
        fcntl.flock(sperre, fcntl.LOCK_EX)
        return baue(cache=cache)


@pytest.fixture(scope="session")
def wissen(gebaut: Path) -> Wissen:
    """The open knowledge base."""
    return Wissen.oeffne(cache=gebaut.parent)


@pytest.fixture(scope="session")
def normen(gebaut: Path) -> Iterator[Normen]:
    """The command, on a knowledge base that is already built."""
    with server(Normen(gebaut.parent).umgebung()) as buchse:
        yield Normen(gebaut.parent, buchse)
