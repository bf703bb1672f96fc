"""The knowledge base as one SQLite file; nothing else touches it.

A file is built beside its place under a name of its own and moved there when it is complete: a build that is killed, or two
at once, leave either the whole file or none. A finished file is never changed, so any number of processes may read it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .einheit import Art, Druck, Einheit, Eintrag
from .fehler import Ort, SpeicherFehler
from .stichwort import SPALTEN, TOKENIZE, Zerleger, anfrage, stichworte, woerter
from .text import Stueck, Text
from .verweisung import Verweisung, Wirkung
from .werk import Register, Werk
from .zitat import Spanne, Ziel, Zitat, lies_zitat

_SCHEMA = f"""
CREATE TABLE werk (nr INTEGER PRIMARY KEY, daten TEXT NOT NULL);
CREATE TABLE einheit (
  nr INTEGER PRIMARY KEY, letzte INTEGER NOT NULL, eltern INTEGER, zitat TEXT NOT NULL UNIQUE, kennung TEXT NOT NULL UNIQUE,
  art TEXT NOT NULL, druck TEXT NOT NULL, datei TEXT NOT NULL, zeile_von INTEGER NOT NULL, zeile_bis INTEGER NOT NULL,
  marke TEXT NOT NULL, ueberschrift TEXT NOT NULL, text TEXT NOT NULL, stellen TEXT NOT NULL
);
CREATE INDEX einheit_eltern ON einheit (eltern);
CREATE TABLE verweisung (
  nr INTEGER PRIMARY KEY, quelle INTEGER NOT NULL, wirkung TEXT NOT NULL, ziele TEXT NOT NULL, ausnahmen TEXT NOT NULL,
  massgabe TEXT NOT NULL, bedingung TEXT NOT NULL, text TEXT NOT NULL, ab INTEGER NOT NULL, bis INTEGER NOT NULL,
  offen TEXT NOT NULL, zeile INTEGER NOT NULL
);
CREATE INDEX verweisung_quelle ON verweisung (quelle);
CREATE TABLE baustein (form TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE suche USING fts5 ({", ".join(SPALTEN)}, content='', tokenize="{TOKENIZE}");
"""
#: Einheiten that a search answers with; what lies below them is found with them.
_SUCHBAR = frozenset({Art.PARAGRAPH, Art.ABSATZ, Art.VV, Art.VV_NUMMER, Art.ANLAGE, Art.STUFE, Art.WERK})


@dataclass(frozen=True, slots=True)
class Gebaut:
    """What goes into a knowledge base: the trees by file name, the works, and the clauses found in the trees."""

    baeume: tuple[tuple[str, Einheit], ...]
    register: Register
    verweisungen: tuple[Verweisung, ...]


def schreibe(ziel: Path, inhalt: Gebaut) -> None:
    """Write a knowledge base to ``ziel``, whole or not at all; raises `SpeicherFehler` with the reason."""
    try:
        ziel.parent.mkdir(parents=True, exist_ok=True)
        griff, name = tempfile.mkstemp(prefix=ziel.stem + ".", suffix=".neu", dir=ziel.parent)
        os.close(griff)
    except OSError as fehler:
        raise _nicht_schreibbar(ziel, fehler.strerror or str(fehler)) from fehler
    neu = Path(name)
    try:
        _fuelle(neu, inhalt)
        os.replace(neu, ziel)
    except (sqlite3.Error, OSError) as fehler:
        raise _nicht_schreibbar(ziel, str(fehler)) from fehler
    finally:
        neu.unlink(missing_ok=True)


def _nicht_schreibbar(ziel: Path, grund: str) -> SpeicherFehler:
    return SpeicherFehler(
        f"Die Wissensbasis lässt sich nicht anlegen: {grund}.",
        ort=Ort(str(ziel)),
        rat="Prüfen Sie freien Platz und Schreibrechte, oder wählen Sie mit NORMEN_CACHE einen anderen Ordner.",
    )


def _fuelle(pfad: Path, inhalt: Gebaut) -> None:
    with _verbunden(f"file:{pfad}") as db:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        with db:
            db.executemany("INSERT INTO werk VALUES (?, ?)", enumerate(_als_json(w) for w in inhalt.register.werke))
            nummern = _schreibe_baeume(db, inhalt)
            db.executemany(f"INSERT INTO verweisung VALUES ({_fragezeichen(12)})", _verweisungszeilen(inhalt, nummern))
            _schreibe_suche(db, inhalt)
        db.execute("PRAGMA optimize")
    with pfad.open("rb") as datei:
        os.fsync(datei.fileno())


def _fragezeichen(anzahl: int) -> str:
    return ", ".join("?" * anzahl)


@contextmanager
def _verbunden(uri: str) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(uri, uri=True)
    try:
        yield db
    finally:
        db.close()


def _als_json(werk: Werk) -> str:
    return json.dumps({feld: getattr(werk, feld) for feld in Werk.__slots__}, ensure_ascii=False)


def _schreibe_baeume(db: sqlite3.Connection, inhalt: Gebaut) -> dict[Zitat, int]:
    nummern: dict[Zitat, int] = {}
    for datei, wurzel in inhalt.baeume:
        zeilen = _einheitszeilen(wurzel, None, datei, inhalt.register, nummern)
        db.executemany(f"INSERT INTO einheit VALUES ({_fragezeichen(14)})", zeilen)
    return nummern


def _einheitszeilen(
    einheit: Einheit, eltern: int | None, datei: str, register: Register, nummern: dict[Zitat, int]
) -> list[tuple[object, ...]]:
    nr = len(nummern) + 1
    nummern[einheit.zitat] = nr
    darunter = [z for kind in einheit.kinder for z in _einheitszeilen(kind, nr, datei, register, nummern)]
    stellen = json.dumps([_stellen(t) for t in (einheit.marke, einheit.ueberschrift, einheit.text)], separators=(",", ":"))
    zeile = (
        nr, len(nummern), eltern, str(einheit.zitat), register.kennung(einheit.zitat), einheit.art.value,
        einheit.druck.value, datei, *einheit.zeilen, einheit.marke.inhalt, einheit.ueberschrift.inhalt,
        einheit.text.inhalt, stellen,
    )  # fmt: skip
    return [zeile, *darunter]


def _stellen(text: Text) -> list[int]:
    return [zahl for s in text.stuecke for zahl in (s.ab, s.laenge, s.zeile, s.spalte)]


def _verweisungszeilen(inhalt: Gebaut, nummern: dict[Zitat, int]) -> Iterator[tuple[object, ...]]:
    for nr, v in enumerate(inhalt.verweisungen, start=1):
        ziele = json.dumps([ziel_als_json(ziel) for ziel in v.ziele], ensure_ascii=False)
        ausnahmen = json.dumps([ziel_als_json(ziel) for ziel in v.ausnahmen], ensure_ascii=False)
        was = (v.wirkung.value, ziele, ausnahmen, v.massgabe, v.bedingung)
        yield (nr, nummern[v.quelle], *was, v.text, v.ab, v.bis, json.dumps(v.offen, ensure_ascii=False), v.zeile)


def ziel_als_json(ziel: Ziel) -> str | dict[str, str]:
    """Return a target as exports write it: a citation, or the two ends of a range."""
    return {"from": str(ziel.von), "to": str(ziel.bis)} if isinstance(ziel, Spanne) else str(ziel)


def _ziel_aus_json(ziel: str | dict[str, str]) -> Ziel:
    return Spanne(lies_zitat(ziel["from"]), lies_zitat(ziel["to"])) if isinstance(ziel, dict) else lies_zitat(ziel)


def _schreibe_suche(db: sqlite3.Connection, inhalt: Gebaut) -> None:
    texte = [(str(e.zitat), text) for _, wurzel in inhalt.baeume for e, text in _suchtexte(wurzel, ())]
    zerleger = Zerleger.aus({wort.form for _, text in texte for wort in woerter(text)})
    db.executemany("INSERT INTO baustein VALUES (?)", ((form,) for form in sorted(zerleger.bausteine)))
    for zitat, text in texte:
        begriffe = list(stichworte(text, zerleger))
        spalten = (" ".join(b[0] for b in begriffe), " ".join(teil for b in begriffe for teil in b))
        db.execute(
            f"INSERT INTO suche (rowid, {', '.join(SPALTEN)}) SELECT nr, ?, ? FROM einheit WHERE zitat = ?",
            (*spalten, zitat),
        )


def _suchtexte(einheit: Einheit, titel: tuple[str, ...]) -> Iterator[tuple[Einheit, str]]:
    """Yield each Einheit that a search answers with, and its words: headings above it, and all text below it."""
    titel = (*titel, einheit.ueberschrift.inhalt)[-3:] if einheit.ueberschrift else titel
    if _ist_suchbar(einheit):
        eigenes = " ".join(_eigener_text(einheit))
        if eigenes:
            yield einheit, "\n".join((*titel, eigenes))
    for kind in einheit.kinder:
        yield from _suchtexte(kind, titel)


def _ist_suchbar(einheit: Einheit) -> bool:
    return einheit.art in _SUCHBAR or (einheit.art is Art.NUMMER and len(einheit.zitat.glieder) == 1)


def _eigener_text(einheit: Einheit) -> Iterator[str]:
    if einheit.text:
        yield einheit.text.inhalt
    for kind in einheit.kinder:
        if not _ist_suchbar(kind):
            yield from _eigener_text(kind)


class Speicher:
    """Read access to a finished knowledge base."""

    def __init__(self, pfad: Path) -> None:
        """Open the file read-only; raises `SpeicherFehler` if it is none of ours."""
        self.pfad = pfad
        try:
            self._db = sqlite3.connect(f"{pfad.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self._register = Register(tuple(_werk_aus(daten) for (daten,) in self._db.execute("SELECT daten FROM werk")))
        except sqlite3.Error as fehler:
            raise SpeicherFehler(
                f"Die Wissensbasis ist nicht lesbar ({fehler}).",
                ort=Ort(str(pfad)),
                rat="Legen Sie sie neu an: normen build",
            ) from fehler

    def __enter__(self) -> Speicher:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    @property
    def register(self) -> Register:
        """All works known to the knowledge base."""
        return self._register

    def eintrag(self, zitat: Zitat | str) -> Eintrag | None:
        """Return the Einheit of a canonical citation, or ``None``."""
        return next(self._eintraege("zitat = ?", (str(zitat),)), None)

    def nach_nummer(self, nr: int) -> Eintrag:
        """Return the Einheit with a number; raises `KeyError` if there is none."""
        for eintrag in self._eintraege("nr = ?", (nr,)):
            return eintrag
        raise KeyError(nr)

    def darunter(self, eintrag: Eintrag) -> list[Eintrag]:
        """Return an Einheit and all below it, in order."""
        return list(self._eintraege("nr BETWEEN ? AND ?", (eintrag.nr, eintrag.letzte)))

    def kinder(self, eintrag: Eintrag) -> list[Eintrag]:
        """Return the Einheiten directly below one, in order."""
        return list(self._eintraege("eltern = ?", (eintrag.nr,)))

    def alle(self) -> Iterator[Eintrag]:
        """Yield all Einheiten, in the order of the corpus."""
        return self._eintraege("1", ())

    def _eintraege(self, bedingung: str, werte: Sequence[object]) -> Iterator[Eintrag]:
        spalten = ", ".join(Eintrag.__slots__)
        frage = f"SELECT {spalten} FROM einheit WHERE {bedingung} ORDER BY nr"
        for zeile in self._db.execute(frage, werte):
            felder = dict(zip(Eintrag.__slots__, zeile, strict=True))
            yield Eintrag(**{**felder, "art": Art(felder["art"]), "druck": Druck(felder["druck"])})

    def baum(self, wurzel: Eintrag) -> Einheit:
        """Rebuild the tree below an Einheit, with all places in the source."""
        kinder: dict[int | None, list[int]] = {}
        zeilen = {}
        frage = """SELECT nr, eltern, zitat, art, druck, marke, ueberschrift, text, stellen FROM einheit
                   WHERE nr BETWEEN ? AND ? ORDER BY nr"""
        for zeile in self._db.execute(frage, (wurzel.nr, wurzel.letzte)):
            zeilen[zeile[0]] = zeile
            kinder.setdefault(zeile[1], []).append(zeile[0])
        return _baum(wurzel.nr, zeilen, kinder)

    def verweisungen(self) -> Iterator[tuple[int, Verweisung]]:
        """Yield all clauses with the number of the Einheit each stands in, in the order of the corpus."""
        frage = """SELECT v.quelle, e.zitat, wirkung, ziele, ausnahmen, massgabe, bedingung, v.text, ab, bis, offen, zeile
                   FROM verweisung v JOIN einheit e ON e.nr = v.quelle ORDER BY v.nr"""
        for quelle, zitat, wirkung, ziele, ausnahmen, massgabe, bedingung, text, ab, bis, offen, zeile in self._db.execute(
            frage
        ):
            was = (Wirkung(wirkung), _ziele_aus(ziele), _ziele_aus(ausnahmen), massgabe, bedingung)
            yield quelle, Verweisung(lies_zitat(zitat), *was, text, ab, bis, tuple(json.loads(offen)), zeile)

    def zerleger(self) -> Zerleger:
        """Return the splitter of compounds that the index was built with."""
        return Zerleger(frozenset(form for (form,) in self._db.execute("SELECT form FROM baustein")))

    def suche(self, gesucht: str, zerleger: Zerleger, hoechstens: int) -> list[Eintrag]:
        """Return the Einheiten that answer a query, best first."""
        frage = "SELECT rowid FROM suche WHERE suche MATCH ? ORDER BY bm25(suche, 4.0, 1.0), rowid LIMIT ?"
        nummern = [nr for (nr,) in self._db.execute(frage, (anfrage(gesucht, zerleger), hoechstens))]
        return [self.nach_nummer(nr) for nr in nummern]


def _werk_aus(daten: str) -> Werk:
    felder = json.loads(daten)
    return Werk(**{**felder, "namen": tuple(felder["namen"])})


def _ziele_aus(daten: str) -> tuple[Ziel, ...]:
    return tuple(_ziel_aus_json(ziel) for ziel in json.loads(daten))


def _baum(nr: int, zeilen: dict[int, tuple[Any, ...]], kinder: dict[int | None, list[int]]) -> Einheit:
    _, _, zitat, art, druck, *texte, stellen = zeilen[nr]
    marke, ueberschrift, text = (_text(inhalt, stelle) for inhalt, stelle in zip(texte, json.loads(stellen), strict=True))
    unten = tuple(_baum(kind, zeilen, kinder) for kind in kinder.get(nr, ()))
    return Einheit(lies_zitat(zitat), Art(art), marke, ueberschrift, text, unten, Druck(druck))


def _text(inhalt: str, stellen: list[int]) -> Text:
    return Text(inhalt, tuple(Stueck(*stellen[i : i + 4]) for i in range(0, len(stellen), 4)))
