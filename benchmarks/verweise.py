"""Throughput of finding citations, on one core, beside the public packages that are installed.

    python benchmarks/verweise.py [ZIP]

Texts: the corpus, and 5 MB of federal law if ZIP is given, a file of laws as XML (one per member). The peers are
`quantlaw`, `legal-reference-extraction` and `bundesrecht`; the ones that are missing are named. Each runs in the way its
own documentation recommends. Prints a Markdown table: best of three runs in CPU seconds, and what each one finds.
"""

from __future__ import annotations

import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from xml.etree import ElementTree

from normen.bund import bundeswerke
from normen.korpus import lade_korpus
from normen.ressourcen import ordner
from normen.verweis import Namensbuch, finde
from normen.zitatleser import lies_zitat

LAEUFE = 3
GENUG = 5_000_000
#: Finds and takes apart the citations of a text, and returns how many it has found.
Finder = Callable[[str], int]


def normen() -> Finder:
    """Every level, the work, and a target for each citation of a list."""
    namen = Namensbuch.aus(lade_korpus(ordner("corpus")).register.alle)
    kontext = lies_zitat("§ 1 Abs. 1 JVollzGB I")
    return lambda text: sum(len(v.ziele) for v in finde(text, kontext, namen, lambda _: False))


def quantlaw() -> Finder:
    """Find the areas, then parse each and its law, with the names of all federal works."""
    stamm = import_module("quantlaw.de_extract.stemming").stem_law_name
    gesetze = {stamm(name): werk.kurz for werk in bundeswerke() for name in (werk.titel, werk.kurz, *werk.namen)}
    finder = import_module("quantlaw.de_extract.statutes_areas").StatutesExtractor(gesetze)
    parser = import_module("quantlaw.de_extract.statutes_parse").StatutesParser(gesetze)

    def zaehle(text: str) -> int:
        anzahl = 0
        for treffer in finder.find_all(text):
            if treffer.has_main_area():
                try:
                    anzahl += len(parser.parse_main(treffer.main_text()))
                    parser.parse_law(treffer.law_text(), treffer.law_match_type, "jvollzgb")
                except Exception:  # it gives up on some citations
                    continue
        return anzahl

    return zaehle


def legal_reference_extraction() -> Finder:
    """The public API as it comes: § and law, and decisions of courts."""
    extractor = import_module("refex.orchestrator").CitationExtractor()
    return lambda text: len(extractor.extract(text).citations)


def legal_reference_extraction_laws() -> Finder:
    """The public API with the engine for laws only: § and law."""
    gesetze = import_module("refex.engines.regex").RegexLawExtractor()
    extractor = import_module("refex.orchestrator").CitationExtractor(engines=[gesetze])
    return lambda text: len(extractor.extract(text).citations)


def bundesrecht() -> Finder:
    """It takes citation strings, and finds none itself: it gets what normen has found, so finding costs it nothing."""
    normalise = import_module("bundesrecht").normalise
    namen = Namensbuch.aus(lade_korpus(ordner("corpus")).register.alle)
    fertig: dict[str, list[str]] = {}

    def zaehle(text: str) -> int:
        if text not in fertig:
            fertig[text] = [text[v.ab : v.bis] for v in finde(text, None, namen, lambda _: False) if text[v.ab] == "§"]
            return 0
        return sum(len(normalise(zitat)) for zitat in fertig[text])

    return zaehle


PEERS = (
    ("quantlaw", quantlaw, "quantlaw"),
    ("legal-reference-extraction", legal_reference_extraction, "refex"),
    ("legal-reference-extraction, laws only", legal_reference_extraction_laws, "refex"),
    ("bundesrecht, citation strings only", bundesrecht, "bundesrecht"),
)


def bundesrecht_texte(datei: str) -> Iterator[str]:
    """Yield the text of laws, one after the other, until there is enough."""
    laenge = 0
    with zipfile.ZipFile(datei) as archiv:
        for name in archiv.namelist()[::9]:
            wurzel = ElementTree.fromstring(archiv.read(name))
            absaetze = (" ".join("".join(p.itertext()).split()) for t in wurzel.iter("textdaten") for p in t.iter("P"))
            text = "\n".join(filter(None, absaetze))
            laenge += len(text.encode())
            if text:
                yield text
            if laenge >= GENUG:
                return


def stuecke(text: str) -> Iterator[str]:
    """Cut a text at line ends into pieces of some 10,000 characters: one of the peers slows down on longer ones."""
    ab = 0
    while ab < len(text):
        bis = text.find("\n", ab + 10_000) + 1 or len(text)
        yield text[ab:bis]
        ab = bis


def gemessen(finder: Finder, texte: list[str]) -> tuple[float, int]:
    """Return MB per CPU second of the best run, and the number of citations."""
    groesse = sum(len(text.encode()) for text in texte) / 1e6
    for text in texte:
        finder(text)
    zeiten, anzahl = [], 0
    for _ in range(LAEUFE):
        anfang = time.process_time()
        anzahl = sum(finder(text) for text in texte)
        zeiten.append(time.process_time() - anfang)
    return groesse / min(zeiten), anzahl


def main(zip_datei: str | None) -> None:
    """Measure all finders on all texts."""
    texte = {"corpus": [datei.read_text(encoding="utf-8") for datei in sorted(ordner("corpus").glob("*.txt"))]}
    if zip_datei:
        texte["federal law"] = list(bundesrecht_texte(zip_datei))
    da = [(name, mache) for name, mache, modul in PEERS if find_spec(modul)]
    finder = {"normen": normen(), **{name: mache() for name, mache in da}}
    print(f"Python {sys.version.split()[0]}, best of {LAEUFE} runs, CPU time of one core\n")
    print("| text | MB | finder | MB/s | normen is faster by | citations |\n|---|---:|---|---:|---:|---:|")
    for name, ganze in texte.items():
        alle = [stueck for text in ganze for stueck in stuecke(text)]
        groesse = sum(len(text.encode()) for text in alle) / 1e6
        eigener = 0.0
        for wer, einer in finder.items():
            tempo, anzahl = gemessen(einer, alle)
            eigener = eigener or tempo
            print(f"| {name} | {groesse:.1f} | {wer} | {tempo:.2f} | {eigener / tempo:.1f} | {anzahl} |", flush=True)
    fehlt = [name for name, _, modul in PEERS if not find_spec(modul)]
    if fehlt:
        print(f"\nNot installed, and so not measured: {', '.join(fehlt)}.")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
