"""Time and memory of building the knowledge base from the corpus, and of single commands as whole processes.

    python benchmarks/wissensbasis.py [RUNS]

Prints a Markdown table: median, best and worst of RUNS (default 5) runs in seconds, and the peak memory of one process.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

BEFEHLE = (
    ("build", ("build",)),
    ("show § 9 JVollzGB III", ("show", "§ 9 JVollzGB III")),
    ("show § 11 Abs. 2 JVollzGB III --json", ("show", "§ 11 Abs. 2 JVollzGB III", "--json")),
    ("applies § 36 JVollzGB II", ("applies", "§ 36 JVollzGB II")),
    ("search Besuchsüberwachung", ("search", "Besuchsüberwachung")),
    ("export units", ("export", "units")),
)


def laufzeit(argumente: tuple[str, ...], umgebung: dict[str, str]) -> tuple[float, float]:
    """Run a command once; return seconds and the peak memory of that process in MB."""
    anfang = time.perf_counter()
    prozess = subprocess.Popen([sys.executable, "-m", "normen", *argumente], env=umgebung, stdout=subprocess.DEVNULL)
    _, stand, verbrauch = os.wait4(prozess.pid, 0)
    if os.waitstatus_to_exitcode(stand) != 0:
        raise SystemExit(f"normen {' '.join(argumente)} failed")
    return time.perf_counter() - anfang, verbrauch.ru_maxrss / 1024


def main(laeufe: int) -> None:
    """Measure all commands on a knowledge base in a fresh folder."""
    with tempfile.TemporaryDirectory() as ordner:
        umgebung = {**os.environ, "NORMEN_CACHE": ordner}
        umgebung.pop("PYTHONDONTWRITEBYTECODE", None)
        laufzeit(("build",), umgebung)
        print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, {laeufe} runs\n")
        print("| command | median s | best s | worst s | peak MB |\n|---|---:|---:|---:|---:|")
        for name, argumente in BEFEHLE:
            zeiten, speicher = zip(*(laufzeit(argumente, umgebung) for _ in range(laeufe)), strict=True)
            mitte = statistics.median(zeiten)
            print(f"| {name} | {mitte:.2f} | {min(zeiten):.2f} | {max(zeiten):.2f} | {max(speicher):.0f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
