"""Tables of the knowledge base, and how a target is written in them (and in exports)."""

from __future__ import annotations

from ..stichwort import SPALTEN, TOKENIZE
from ..zitat import Spanne, Ziel
from ..zitatleser import lies_zitat

#: In ``rueckweg``, ``genannt`` is the number of an Einheit, or the name of a work whose text is not loaded.
SCHEMA = f"""
CREATE TABLE datei (name TEXT PRIMARY KEY, quelle TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE werk (nr INTEGER PRIMARY KEY, daten TEXT NOT NULL);
CREATE TABLE einheit (
  nr INTEGER PRIMARY KEY, letzte INTEGER NOT NULL, eltern INTEGER, zitat TEXT NOT NULL UNIQUE, kennung TEXT NOT NULL UNIQUE,
  art TEXT NOT NULL, druck TEXT NOT NULL, datei TEXT NOT NULL, zeile_von INTEGER NOT NULL, zeile_bis INTEGER NOT NULL,
  marke TEXT NOT NULL, ueberschrift TEXT NOT NULL, text TEXT NOT NULL, rahmen TEXT NOT NULL, nummer TEXT NOT NULL,
  stellen TEXT NOT NULL
);
CREATE INDEX einheit_eltern ON einheit (eltern);
CREATE TABLE verweisung (
  nr INTEGER PRIMARY KEY, quelle INTEGER NOT NULL, wirkung TEXT NOT NULL, ziele TEXT NOT NULL, ausnahmen TEXT NOT NULL,
  massgabe TEXT NOT NULL, bedingung TEXT NOT NULL, text TEXT NOT NULL, ab INTEGER NOT NULL, bis INTEGER NOT NULL,
  offen TEXT NOT NULL, zeile INTEGER NOT NULL, vage TEXT NOT NULL, hinweis TEXT NOT NULL, sicher INTEGER NOT NULL
);
CREATE INDEX verweisung_quelle ON verweisung (quelle);
CREATE TABLE rueckweg (
  genannt NOT NULL, quelle INTEGER NOT NULL, werk TEXT NOT NULL, PRIMARY KEY (genannt, quelle)
) WITHOUT ROWID;
CREATE TABLE verweis (
  nr INTEGER PRIMARY KEY, quelle INTEGER NOT NULL, ab INTEGER NOT NULL, bis INTEGER NOT NULL, ziele TEXT NOT NULL,
  ausnahmen TEXT NOT NULL, grund TEXT NOT NULL, selbst INTEGER NOT NULL, zeile INTEGER NOT NULL
);
CREATE INDEX verweis_quelle ON verweis (quelle);
CREATE TABLE kante (
  werk TEXT NOT NULL, von INTEGER NOT NULL, bis INTEGER NOT NULL, ziel TEXT NOT NULL, verweis INTEGER NOT NULL
);
CREATE INDEX kante_werk ON kante (werk, von);
CREATE TABLE baustein (form TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE suche USING fts5 ({", ".join(SPALTEN)}, content='', tokenize="{TOKENIZE}");
"""


def ziel_als_json(ziel: Ziel) -> str | dict[str, str]:
    """Return a target as exports write it: a citation, or the two ends of a range."""
    return {"from": str(ziel.von), "to": str(ziel.bis)} if isinstance(ziel, Spanne) else str(ziel)


def ziel_aus_json(ziel: str | dict[str, str]) -> Ziel:
    """Return the target that `ziel_als_json` wrote."""
    return Spanne(lies_zitat(ziel["from"]), lies_zitat(ziel["to"])) if isinstance(ziel, dict) else lies_zitat(ziel)
