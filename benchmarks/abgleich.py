"""How long `normen verify` takes for many documents.

    python benchmarks/abgleich.py [ANZAHL]

Makes ANZAHL documents (200) of the examples of all templates, each with a sentence of its own, then compares them: as a
process of its own, as a user starts it, with the knowledge base already built; once with the corpus that ships, once with
one in which words have changed, so that differences are worked out. Prints the best of three runs.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from normen.dokument import fuelle, lade_vorlagen, lies_daten, pruefe
from normen.ressourcen import ordner
from normen.wissen import Wissen

LAEUFE = 3
#: Words that many rules have, and others in their place.
ALT, NEU = "Anstaltsleiterin oder", "Leitung der Anstalt oder"


def dokumente(ziel: Path, anzahl: int, wissen: Wissen) -> None:
    """Write the documents; the annex stands in every second one."""
    faelle = [(v, lies_daten(datei)) for v in lade_vorlagen(ordner("templates")) for datei in v.beispiele.values()]
    for nr in range(anzahl):
        vorlage, roh = faelle[nr % len(faelle)]
        if "ermessen" in roh:
            roh = {**roh, "ermessen": f"Fall {nr}: nach § 9 JVollzGB III und § {nr % 40 + 1} JVollzGB I."}
        try:
            daten = pruefe(vorlage, roh, wissen)
        except Exception:  # a number that the book does not have
            daten = pruefe(vorlage, faelle[nr % len(faelle)][1], wissen)
        fuelle(vorlage, daten, wissen, ziel / f"{nr:04d}.docx", anlage=nr % 2 == 0)


def geaendert(ziel: Path) -> Path:
    """Return a corpus with other words in it."""
    shutil.copytree(ordner("corpus"), ziel)
    manifest = (ziel / "manifest.toml").read_text(encoding="utf-8")
    for datei in ziel.glob("*.txt"):
        alt = datei.read_bytes()
        datei.write_bytes(alt.replace(ALT.encode(), NEU.encode()))
        manifest = manifest.replace(hashlib.sha256(alt).hexdigest(), hashlib.sha256(datei.read_bytes()).hexdigest())
    (ziel / "manifest.toml").write_text(manifest, encoding="utf-8")
    return ziel


def _rechenzeit() -> float:
    """Return the CPU seconds of all processes started so far."""
    zeiten = os.times()
    return zeiten.children_user + zeiten.children_system


def gemessen(*args: str) -> tuple[float, str]:
    """Return the CPU seconds of the best run, and the last line of what it says."""
    zeiten, letzte = [], ""
    for _ in range(LAEUFE):
        anfang = _rechenzeit()
        lauf = subprocess.run([sys.executable, "-m", "normen", *args], capture_output=True, text=True, check=False)
        zeiten.append(_rechenzeit() - anfang)
        assert lauf.returncode < 2, lauf.stderr
        letzte = lauf.stdout.splitlines()[-1]
    return min(zeiten), letzte


def main(anzahl: int) -> None:
    """Measure both."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["NORMEN_CACHE"] = f"{name}/cache"
        mappe, korpus = Path(name) / "mappe", geaendert(Path(name) / "korpus")
        mappe.mkdir()
        dokumente(mappe, anzahl, Wissen.oeffne())
        groesse = sum(datei.stat().st_size for datei in mappe.iterdir()) / anzahl / 1000
        print(f"Python {sys.version.split()[0]}, {anzahl} documents of {groesse:.0f} kB, CPU time, best of {LAEUFE} runs\n")
        for was, vorn in (("same corpus", ()), ("changed corpus", ("--korpus", str(korpus)))):
            gemessen(*vorn, "werke")
            sekunden, bilanz = gemessen(*vorn, "verify", str(mappe))
            print(f"{was}: {sekunden:.2f} s, {sekunden / anzahl * 1000:.1f} ms each\n  {bilanz}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
