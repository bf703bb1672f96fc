"""The command with its modules loaded: a server that forks a process for each call, and the client that asks it.

Loading what the command needs takes longer than most commands, and the tests call it by the thousand. A forked process has
memory, folder, variables, streams and limits of its own as one that was started has; only its modules are there already.

    python vorgeladen.py SOCKET ARGUMENTS…    what ``normen ARGUMENTS…`` does
"""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from select import select

#: Runs in an interpreter of its own: the folder of this module, then the socket.
_DIENST = "import sys; sys.path.insert(0, sys.argv[1]); import vorgeladen; vorgeladen.diene(sys.argv[2])"
#: So long a command may take, also one that sleeps.
_SEKUNDEN = 120
#: No command needs a tenth of this; one that runs wild must not take all there is.
_RECHENSEKUNDEN, _BYTES = 15, 4 * 2**30


def begrenze() -> None:
    """Limit processor time and memory of the process that calls this."""
    resource.setrlimit(resource.RLIMIT_CPU, (_RECHENSEKUNDEN, _RECHENSEKUNDEN))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))


@contextmanager
def server(umgebung: Mapping[str, str]) -> Iterator[str]:
    """Start a server in an interpreter with these variables; yield the socket it listens at. It ends with its caller."""
    with tempfile.TemporaryDirectory() as ordner:
        buchse = Path(ordner) / "buchse"
        befehl = [sys.executable, "-c", _DIENST, str(Path(__file__).parent), str(buchse)]
        with subprocess.Popen(befehl, env=dict(umgebung), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as lauf:
            try:
                assert lauf.stdout is not None
                assert lauf.stdout.readline() == b"bereit\n"
                yield str(buchse)
            finally:
                lauf.kill()


def rufe(buchse: str, args: Sequence[str], stroeme: Sequence[int], ordner: str, umgebung: Mapping[str, str]) -> int:
    """Run a command with these file descriptors as its streams; return its exit code, negative if a signal ended it."""
    with socket.socket(socket.AF_UNIX) as leitung:
        leitung.settimeout(2 * _SEKUNDEN)
        leitung.connect(buchse)
        socket.send_fds(leitung, [json.dumps([list(args), ordner, dict(umgebung)]).encode() + b"\n"], stroeme)
        return int(leitung.recv(16))


def diene(buchse: str) -> None:
    """Load every command, then fork for each caller, until standard input ends; returns then, and in what was forked."""
    cli = import_module("normen.cli")
    for modul in set(cli.BEFEHLE.values()):
        import_module(f"normen.cli.{modul}")
    with socket.socket(socket.AF_UNIX) as tuer:
        tuer.bind(buchse)
        tuer.listen()
        print("bereit", flush=True)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that serve
        while sys.stdin not in select([tuer, sys.stdin], [], [])[0]:
            leitung, _ = tuer.accept()
            if os.fork() == 0:
                tuer.close()
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                return _bediene(leitung, cli.main)
            leitung.close()


def _bediene(leitung: socket.socket, main: Callable[[], None]) -> None:
    """Become the command, and leave behind a process that tells the caller how it ended."""
    auftrag, stroeme, _, _ = socket.recv_fds(leitung, 2**16, 3)
    while not auftrag.endswith(b"\n"):
        auftrag += leitung.recv(2**16)
    if befehl := os.fork():
        signal.signal(signal.SIGALRM, lambda *_: os.kill(befehl, signal.SIGKILL))
        signal.alarm(_SEKUNDEN)
        _, ende = os.waitpid(befehl, 0)
        leitung.send(str(os.waitstatus_to_exitcode(ende)).encode())
        os._exit(0)
    leitung.close()
    _nimm_an(*json.loads(auftrag), stroeme)
    main()


def _nimm_an(args: list[str], ordner: str, umgebung: dict[str, str], stroeme: Sequence[int]) -> None:
    """Take on what a command finds at its start."""
    begrenze()
    os.chdir(ordner)
    os.environ.clear()
    os.environ.update(umgebung)
    for name, ziel, strom in zip(("stdin", "stdout", "stderr"), range(3), stroeme, strict=True):
        os.dup2(strom, ziel)
        os.close(strom)
        setattr(sys, name, os.fdopen(ziel, "w" if ziel else "r", closefd=False))
    sys.argv = ["normen", *args]


if __name__ == "__main__":
    sys.exit(rufe(sys.argv[1], sys.argv[2:], (0, 1, 2), os.getcwd(), os.environ))
