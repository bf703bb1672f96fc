"""Write a knowledge base: whole or not at all."""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from ..einheit import Art, Einheit, Eintrag
from ..fehler import Ort, SpeicherFehler, systemgrund
from ..netz import Netz
from ..stichwort import SPALTEN, Zerleger, stichworte, woerter
from ..text import Text
from ..umkehrung import rueckwege
from ..verweis import Genanntes, Verweis
from ..verweisung import Verweisung
from ..werk import Register, Werk
from ..zitat import Spanne, Ziel, Zitat
from .schema import SCHEMA, ziel_als_json

#: Einheiten that a search answers with; what lies below them is found with them.
_SUCHBAR = frozenset({Art.PARAGRAPH, Art.ABSATZ, Art.VV, Art.VV_NUMMER, Art.ANLAGE, Art.STUFE, Art.WERK})


_TAG = 86_400  # seconds


@dataclass(frozen=True, slots=True)
class Gebaut:
    """What goes into a knowledge base: the trees by file name, the works, and what was found in the trees.

    ``quellen`` says of each file where its text comes from.
    """

    baeume: tuple[tuple[str, Einheit], ...]
    register: Register
    verweisungen: tuple[Verweisung, ...]
    verweise: tuple[tuple[Zitat, Verweis], ...]
    quellen: tuple[tuple[str, str], ...] = ()


def schreibe(ziel: Path, inhalt: Gebaut) -> None:
    """Write a knowledge base to ``ziel``, whole or not at all; raises `SpeicherFehler` with the reason."""
    neu = ziel.with_name(f"{ziel.stem}.{secrets.token_hex(8)}.neu")
    try:
        ziel.parent.mkdir(parents=True, exist_ok=True)
        neu.open("xb").close()  # readable for all whom the umask allows, for a cache may be shared
    except OSError as fehler:
        raise _nicht_schreibbar(ziel, systemgrund(fehler)) from fehler
    try:
        _kehre(ziel.parent)
        _fuelle(neu, inhalt)
        _mache_zum_juengsten(neu)
        os.replace(neu, ziel)
    except (sqlite3.Error, OSError) as fehler:
        raise _nicht_schreibbar(ziel, systemgrund(fehler)) from fehler
    finally:
        neu.unlink(missing_ok=True)


def _kehre(ordner: Path) -> None:
    """Delete what killed builds left; none that still runs is a day old."""
    gestern = time.time() - _TAG
    for rest in ordner.glob("wissen-*.neu"):
        with suppress(OSError):  # gone in the meantime, or not ours to delete
            if rest.stat().st_mtime <= gestern:
                rest.unlink()


def _mache_zum_juengsten(neu: Path) -> None:
    """Date a build after all others in its folder: old ones are deleted by age, and clocks may be put back."""
    stand = neu.stat().st_mtime_ns
    for anderer in neu.parent.glob("wissen-*.sqlite"):
        with suppress(FileNotFoundError):  # deleted by a build that runs at the same time
            stand = max(stand, anderer.stat().st_mtime_ns + 1)
    os.utime(neu, ns=(stand, stand))


def _nicht_schreibbar(ziel: Path, warum: str) -> SpeicherFehler:
    return SpeicherFehler(
        f"Die Wissensbasis lässt sich nicht anlegen: {warum}.",
        ort=Ort(str(ziel)),
        rat="Prüfen Sie freien Platz und Schreibrechte, oder wählen Sie mit NORMEN_CACHE einen anderen Ordner.",
    )


def _fuelle(pfad: Path, inhalt: Gebaut) -> None:
    with _verbunden(pfad) as db:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        with db:
            db.executemany("INSERT INTO datei VALUES (?, ?)", inhalt.quellen)
            db.executemany("INSERT INTO werk VALUES (?, ?)", enumerate(_als_json(w) for w in inhalt.register.werke))
            eintraege, nummern = _schreibe_baeume(db, inhalt)
            db.executemany(f"INSERT INTO verweisung VALUES ({_fragezeichen(15)})", _verweisungszeilen(inhalt, nummern))
            netz = Netz.aus(eintraege, ((nummern[v.quelle], v) for v in inhalt.verweisungen), inhalt.register.geladen)
            db.executemany(
                "INSERT INTO rueckweg VALUES (?, ?, ?)", ((genannt, *stelle) for genannt, stelle in rueckwege(netz))
            )
            _schreibe_verweise(db, inhalt, nummern)
            _schreibe_suche(db, inhalt)
        db.execute("PRAGMA optimize")
    with pfad.open("rb") as datei:
        os.fsync(datei.fileno())


def _fragezeichen(anzahl: int) -> str:
    return ", ".join("?" * anzahl)


@contextmanager
def _verbunden(pfad: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(pfad)
    try:
        yield db
    finally:
        db.close()


def _als_json(werk: Werk) -> str:
    return json.dumps({feld: getattr(werk, feld) for feld in Werk.__slots__}, ensure_ascii=False)


def _schreibe_baeume(db: sqlite3.Connection, inhalt: Gebaut) -> tuple[list[Eintrag], dict[Zitat, int]]:
    """Write all trees; return what was written, and the number of each Einheit."""
    geschrieben, nummern = list[Eintrag](), dict[Zitat, int]()
    for datei, wurzel in inhalt.baeume:
        zeilen = _eintraege(wurzel, None, datei, inhalt.register, nummern)
        geschrieben += [eintrag for eintrag, _ in zeilen]
        db.executemany(f"INSERT INTO einheit VALUES ({_fragezeichen(16)})", (_zeile(*zeile) for zeile in zeilen))
    return geschrieben, nummern


def _eintraege(
    einheit: Einheit, eltern: int | None, datei: str, register: Register, nummern: dict[Zitat, int]
) -> list[tuple[Eintrag, str]]:
    """Return an Einheit and all below it, each with the places of its texts."""
    nr = len(nummern) + 1
    nummern[einheit.zitat] = nr
    darunter = [z for kind in einheit.kinder for z in _eintraege(kind, nr, datei, register, nummern)]
    nummer = einheit.zitat.glieder[-1].nummer if einheit.zitat.glieder else ""
    stellen = json.dumps([_stellen(t) for t in (einheit.marke, einheit.ueberschrift, einheit.text)], separators=(",", ":"))
    eintrag = Eintrag(
        nr, len(nummern), eltern, str(einheit.zitat), register.kennung(einheit.zitat), einheit.art, einheit.druck, datei,
        *einheit.zeilen, einheit.marke.inhalt, einheit.ueberschrift.inhalt, einheit.text.inhalt, einheit.zitat.rahmen,
        nummer,
    )  # fmt: skip
    return [(eintrag, stellen), *darunter]


def _zeile(eintrag: Eintrag, stellen: str) -> tuple[object, ...]:
    werte = (getattr(eintrag, feld) for feld in Eintrag.__slots__)
    return (*(wert.value if isinstance(wert, Enum) else wert for wert in werte), stellen)


def _stellen(text: Text) -> list[int]:
    return [zahl for s in text.stuecke for zahl in (s.ab, s.laenge, s.zeile, s.spalte)]


def _verweisungszeilen(inhalt: Gebaut, nummern: dict[Zitat, int]) -> Iterator[tuple[object, ...]]:
    for nr, v in enumerate(inhalt.verweisungen, start=1):
        ziele = json.dumps([ziel_als_json(ziel) for ziel in v.ziele], ensure_ascii=False)
        ausnahmen = json.dumps([ziel_als_json(ziel) for ziel in v.ausnahmen], ensure_ascii=False)
        was = (v.wirkung.value, ziele, ausnahmen, v.massgabe, v.bedingung)
        offen, vage = (json.dumps(worte, ensure_ascii=False) for worte in (v.offen, v.vage))
        yield (nr, nummern[v.quelle], *was, v.text, v.ab, v.bis, offen, v.zeile, vage, v.hinweis, v.sicher)


def _schreibe_verweise(db: sqlite3.Connection, inhalt: Gebaut, nummern: dict[Zitat, int]) -> None:
    letzte = dict(db.execute("SELECT nr, letzte FROM einheit"))
    for nr, (quelle, v) in enumerate(inhalt.verweise, start=1):
        ziele, ausnahmen = _genannte_als_json(v.ziele), _genannte_als_json(v.ausnahmen)
        zeile = (nr, nummern[quelle], v.ab, v.bis, ziele, ausnahmen, v.grund, v.selbst, v.zeile)
        db.execute(f"INSERT INTO verweis VALUES ({_fragezeichen(9)})", zeile)
        for genannt in (*v.ziele, *v.ausnahmen):
            db.execute("INSERT INTO kante VALUES (?, ?, ?, ?, ?)", (*_kante(genannt.ziel, nummern, letzte), nr))


def _kante(ziel: Ziel, nummern: dict[Zitat, int], letzte: dict[int, int]) -> tuple[str, int, int, str]:
    """Return work, first and last number of what a target covers (0 where it is not loaded or does not exist)."""
    von, bis = (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel, ziel)
    anfang, ende = nummern.get(replace(von, folgende=""), 0), nummern.get(bis, 0)
    return von.werk, anfang, letzte.get(ende or anfang, 0), str(ziel)


def _genannte_als_json(genannte: tuple[Genanntes, ...]) -> str:
    return json.dumps([[ziel_als_json(g.ziel), g.ab, g.bis] for g in genannte], ensure_ascii=False)


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
