"""How long it takes to say what applies, and who is affected: on the corpus, and with a hundred times its text beside it.

    python benchmarks/geltung.py [COPIES]

Prints one line for each measurement, in milliseconds of wall time, in process: the net of the first question (the works it
leads to), `applies` and `affects` on every Einheit (median, 99 of 100, worst). COPIES (default 100) is how many times the
works of the corpus are put into a copy of the knowledge base, under other names.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from normen import Wissen, baue
from normen.speicher import Speicher

#: Columns that hold numbers of Einheiten, by table.
NUMMERN = {"einheit": ("nr", "letzte", "eltern"), "verweisung": ("nr", "quelle"), "rueckweg": ("genannt", "quelle")}
NAMEN = ("zitat", "kennung", "werk")
#: Columns that hold citations as JSON, each of which ends with its work.
ZITATE = ("ziele", "ausnahmen")


def dauer(tue: Callable[[], object]) -> float:
    """Return the milliseconds that a call takes."""
    beginn = time.perf_counter()
    tue()
    return (time.perf_counter() - beginn) * 1000


def zeile(was: str, zeiten: Iterable[float]) -> str:
    """Return median, 99th percentile and worst on a line."""
    sortiert = sorted(zeiten)
    spaet = sortiert[int(len(sortiert) * 0.99)]
    return f"{was:42} median {statistics.median(sortiert):8.3f}  99 % {spaet:8.3f}  worst {sortiert[-1]:8.3f} ms"


def miss(pfad: Path, was: str) -> None:
    """Measure one knowledge base."""
    anzahl = sqlite3.connect(pfad).execute("SELECT count(*), sum(length(text)) FROM einheit").fetchone()
    print(f"{was}: {anzahl[0]:,} Einheiten, {anzahl[1] / 1e6:.1f} million characters")
    with _offen(pfad) as wissen:
        zitate = [e.zitat for e in wissen.einheiten() if " #" not in e.zitat]
    with _offen(pfad) as wissen:
        print(f"{'first question (§ 36 JVollzGB II)':42} {dauer(lambda: wissen.geltung('§ 36 JVollzGB II')):8.1f} ms")
        print(
            f"{'all works of the corpus in the net':42} {dauer(lambda: [wissen.geltung(z) for z in _werke(zitate)]):8.1f} ms"
        )
        print(zeile("applies", (dauer(lambda z=z: wissen.geltung(z)) for z in zitate)))
        print(f"{'first question of affects':42} {dauer(lambda: wissen.betroffen('§ 36 JVollzGB II')):8.1f} ms")
        print(zeile("affects", (dauer(lambda z=z: wissen.betroffen(z)) for z in zitate)))


def _werke(zitate: Iterable[str]) -> list[str]:
    return [zitat for zitat in zitate if not any(zeichen in zitat for zeichen in ("§", "Nr.", "Anlage", "Abschnitt"))]


def _offen(pfad: Path) -> Wissen:
    return Wissen(Speicher(pfad))


def vermehre(pfad: Path, kopien: int) -> None:
    """Put copies of all works into a knowledge base; each has names of its own, and its clauses refer to itself."""
    db = sqlite3.connect(pfad)
    werke = [json.loads(daten) for (daten,) in db.execute("SELECT daten FROM werk ORDER BY nr")]
    geladen = [werk for werk in werke if werk["geladen"]]
    weite = {t: db.execute(f"SELECT max(nr) FROM {t}").fetchone()[0] for t in ("einheit", "verweisung")}
    for kopie in range(1, kopien + 1):
        neue = ({**werk, "kurz": f"{werk['kurz']} #{kopie}", "titel": "", "namen": []} for werk in geladen)
        db.executemany("INSERT INTO werk (daten) VALUES (?)", ((json.dumps(werk),) for werk in neue))
        for tabelle, nummern in NUMMERN.items():
            spalten = [name for _, name, *_ in db.execute(f"PRAGMA table_info({tabelle})")]
            werte = ", ".join(_wert(n, kopie, weite, tabelle, [w["kurz"] for w in geladen]) for n in spalten)
            erste = f"{nummern[-1] if tabelle == 'rueckweg' else 'nr'} <= {weite.get(tabelle, weite['einheit'])}"
            db.execute(f"INSERT INTO {tabelle} SELECT {werte} FROM {tabelle} WHERE {erste}")
    db.commit()
    db.close()


def _wert(name: str, kopie: int, weite: dict[str, int], tabelle: str, werke: Iterable[str]) -> str:
    """Return what stands in a column of a copy, in SQL; the name of a work that is not loaded stays as it is."""
    if name in NUMMERN[tabelle]:
        um = kopie * (weite[tabelle] if name == "nr" else weite["einheit"])
        return f"CASE typeof({name}) WHEN 'integer' THEN {name} + {um} ELSE {name} END"
    if name in ZITATE:
        for werk in werke:
            name = f"""replace({name}, '{werk}"', '{werk} #{kopie}"')"""
        return name
    return f"{name} || ' #{kopie}'" if name in NAMEN else "'[]'" if name == "stellen" else name


def main() -> None:
    """Measure the corpus, then the enlarged one."""
    kopien = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as ordner:
        pfad = baue(cache=Path(ordner))
        miss(pfad, "corpus")
        gross = Path(ordner) / "gross.sqlite"
        shutil.copy(pfad, gross)
        vermehre(gross, kopien)
        miss(gross, f"corpus and {kopien} copies beside it")


if __name__ == "__main__":
    main()
