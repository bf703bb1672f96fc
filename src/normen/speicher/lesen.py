"""Read a finished knowledge base."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..bund import bundeswerke
from ..einheit import Art, Druck, Einheit, Eintrag
from ..ergaenzung import gemeint
from ..fehler import Ort, SpeicherFehler, ZitatFehler, systemgrund
from ..stichwort import Zerleger, anfrage
from ..text import Stueck, Text
from ..umkehrung import Genannt, Stelle
from ..verweis import Genanntes, Verweis
from ..verweisung import Verweisung, Wirkung
from ..werk import Register, Werk, Werkart
from ..zitat import Rahmen, Ziel, Zitat
from ..zitatleser import lies_zitat
from .schema import ziel_aus_json
from .verbindungen import Verbindungen

#: Two hits in statutes, then one in what explains them, each best first: a § has one text but often twenty Nummern of VV
#: that repeat its heading and would fill the first page. Whole words weigh more than parts of compounds.
_SUCHE = """
WITH fund AS MATERIALIZED (SELECT rowid AS nr, bm25(suche, 4.0, 1.0) AS wert FROM suche WHERE suche MATCH ?),
getrennt AS (SELECT nr, wert, art IN ('paragraph', 'absatz') AS norm FROM fund JOIN einheit USING (nr)),
platz AS (
  SELECT nr, wert, row_number() OVER (PARTITION BY norm ORDER BY wert, nr) / (1.0 + norm) AS platz FROM getrennt
)
SELECT nr FROM platz ORDER BY platz, wert, nr LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Belegt:
    """A citation with the Einheit it stands in, and its words."""

    quelle: str
    wortlaut: str
    verweis: Verweis


class Speicher:
    """Read access to a finished knowledge base, from any number of threads."""

    def __init__(self, pfad: Path) -> None:
        """Open the file read-only; raises `SpeicherFehler` if it is none of ours."""
        self.pfad = pfad
        self._verbindungen = Verbindungen(pfad)
        werke = [_werk_aus(daten) for (daten,) in self._zeilen("SELECT daten FROM werk")]
        self._register = Register(werke, bundeswerke)

    def schliesse(self) -> None:
        """Close the file; whoever asks afterwards gets a `SpeicherFehler`."""
        self._verbindungen.schliesse()

    def _zeilen(self, frage: str, werte: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query; every query goes this way, for a damaged page shows only when it is read."""
        with self._lesbar():
            yield from self._verbindungen.des_fadens().execute(frage, werte)

    @contextmanager
    def _lesbar(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:  # a mistake of ours, such as a query after the end
            raise
        except (sqlite3.Error, UnicodeDecodeError) as fehler:
            raise SpeicherFehler(
                f"Die Wissensbasis ist nicht lesbar: {systemgrund(fehler)}.",
                ort=Ort(str(self.pfad)),
                rat="Legen Sie sie neu an: normen build",
            ) from fehler

    @property
    def register(self) -> Register:
        """All works known to the knowledge base."""
        return self._register

    def quelle(self, datei: str) -> str:
        """Return where the text of a file comes from, as the manifest says; "" if it does not."""
        return next((str(quelle) for (quelle,) in self._zeilen("SELECT quelle FROM datei WHERE name = ?", (datei,))), "")

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
        for zeile in self._zeilen(frage, werte):
            felder = dict(zip(Eintrag.__slots__, zeile, strict=True))
            yield Eintrag(
                **{
                    **felder,
                    "art": Art(felder["art"]),
                    "druck": Druck(felder["druck"]),
                    "rahmen": Rahmen(felder["rahmen"]),
                }
            )

    def baum(self, wurzel: Eintrag) -> Einheit:
        """Rebuild the tree below an Einheit, with all places in the source."""
        kinder: dict[int | None, list[int]] = {}
        zeilen = {}
        frage = """SELECT nr, eltern, zitat, art, druck, marke, ueberschrift, text, stellen FROM einheit
                   WHERE nr BETWEEN ? AND ? ORDER BY nr"""
        for zeile in self._zeilen(frage, (wurzel.nr, wurzel.letzte)):
            zeilen[zeile[0]] = zeile
            kinder.setdefault(zeile[1], []).append(zeile[0])
        return _baum(wurzel.nr, zeilen, kinder)

    def mit_klauseln(self, werk: str) -> tuple[Iterable[Eintrag], Iterable[tuple[int, Verweisung]]]:
        """Return the Einheiten of a work in order, and its clauses; nothing if there is no such work."""
        wurzel = self.eintrag(werk)
        if wurzel is None:
            return (), ()
        return self.darunter(wurzel), self._klauseln("v.quelle BETWEEN ? AND ?", (wurzel.nr, wurzel.letzte))

    def verweisungen(self) -> Iterator[tuple[int, Verweisung]]:
        """Yield all clauses with the number of the Einheit each stands in, in the order of the corpus."""
        return self._klauseln("1", ())

    def _klauseln(self, bedingung: str, werte: Sequence[object]) -> Iterator[tuple[int, Verweisung]]:
        frage = f"""SELECT v.quelle, e.zitat, wirkung, ziele, ausnahmen, massgabe, bedingung, v.text, ab, bis, offen, zeile,
                    vage, hinweis, sicher FROM verweisung v JOIN einheit e ON e.nr = v.quelle
                    WHERE {bedingung} ORDER BY v.nr"""
        for zeile_der_tabelle in self._zeilen(frage, werte):
            quelle, zitat, wirkung, ziele, ausnahmen, *worte, offen, zeile, vage, hinweis, sicher = zeile_der_tabelle
            massgabe, bedingung, text, ab, bis = worte
            was = (Wirkung(wirkung), _ziele_aus(ziele), _ziele_aus(ausnahmen), massgabe, bedingung)
            wie = (tuple(json.loads(vage)), hinweis, bool(sicher))
            yield quelle, Verweisung(lies_zitat(zitat), *was, text, ab, bis, tuple(json.loads(offen)), zeile, *wie)

    def nennende(self, genannt: Iterable[Genannt]) -> Iterator[Stelle]:
        """Yield where the clauses stand that name one of some Einheiten, or of some works that are not loaded; each once."""
        frage = "SELECT DISTINCT quelle, werk FROM rueckweg WHERE genannt IN (SELECT value FROM json_each(?))"
        return self._zeilen(frage, (json.dumps(list(genannt)),))

    def verweise_in(self, eintrag: Eintrag) -> list[Belegt]:
        """Return the citations in an Einheit and in all below it, in order."""
        return list(self._belegt("v.quelle BETWEEN ? AND ?", (eintrag.nr, eintrag.letzte)))

    def verweise_auf(self, eintrag: Eintrag) -> list[Belegt]:
        """Return the citations of an Einheit, of what lies below it, and of ranges that it lies in."""
        frage = "v.nr IN (SELECT verweis FROM kante WHERE werk = ? AND von <= ? AND bis >= ? AND von > 0)"
        return list(self._belegt(frage, (eintrag.als_zitat.werk, eintrag.letzte, eintrag.nr)))

    def verweise_auf_werk(self, werk: str) -> list[Belegt]:
        """Return the citations of a work and of any Einheit of it, also of one that is not loaded."""
        return list(self._belegt("v.nr IN (SELECT verweis FROM kante WHERE werk = ?)", (werk,)))

    def nennungen(self, werk: str) -> Iterator[tuple[str, str]]:
        """Yield where a work is cited as a whole: the Einheit, and the words."""
        frage = """SELECT e.zitat, substr(e.text, v.ab + 1, v.bis - v.ab) FROM kante k JOIN verweis v ON v.nr = k.verweis
                   JOIN einheit e ON e.nr = v.quelle WHERE k.werk = ? AND k.ziel = k.werk ORDER BY v.nr"""
        return self._zeilen(frage, (werk,))

    def alle_verweise(self) -> Iterator[Belegt]:
        """Yield all citations of the corpus, in order."""
        return self._belegt("1", ())

    def _belegt(self, bedingung: str, werte: Sequence[object]) -> Iterator[Belegt]:
        frage = f"""SELECT e.zitat, substr(e.text, v.ab + 1, v.bis - v.ab), v.ab, v.bis, ziele, ausnahmen, grund, selbst,
                    v.zeile FROM verweis v JOIN einheit e ON e.nr = v.quelle WHERE {bedingung} ORDER BY v.nr"""
        for zitat, wortlaut, ab, bis, ziele, ausnahmen, grund, selbst, zeile in self._zeilen(frage, werte):
            v = Verweis(ab, bis, _genannte_aus(ziele), _genannte_aus(ausnahmen), grund, bool(selbst), zeile)
            yield Belegt(zitat, wortlaut, v)

    def zerleger(self) -> Zerleger:
        """Return the splitter of compounds that the index was built with."""
        return Zerleger(frozenset(form for (form,) in self._zeilen("SELECT form FROM baustein")))

    def suche(self, gesucht: str, zerleger: Zerleger, hoechstens: int) -> list[Eintrag]:
        """Return the Einheiten that answer a query, best first; for a citation, first what it names."""
        genannt = self._genannt(gesucht)
        zeilen = self._zeilen(_SUCHE, (anfrage(gesucht, zerleger), hoechstens))
        gefunden = (self.nach_nummer(nr) for (nr,) in zeilen)
        return list({e.nr: e for e in (*genannt, *gefunden)}.values())[:hoechstens]

    def _genannt(self, gesucht: str) -> list[Eintrag]:
        """Return the Einheiten that a query cites; without a work, those of that name in every work, in their order.

        Of one whose text begins below it, the first Absatz stands beside it.
        """
        try:
            zitat = lies_zitat(gesucht, self.register.kurzname)
        except ZitatFehler:
            return []
        werke = [zitat.werk] if zitat.werk else [werk.kurz for werk in self.register.werke if werk.geladen]
        moeglich = (gemeint(replace(zitat, werk=werk, folgende=""), self.eintrag) for werk in werke)
        gefunden = [eintrag for eintrag in moeglich if eintrag is not None]
        return [e for eintrag in gefunden for e in (eintrag, *self._anfang(eintrag))]

    def _anfang(self, eintrag: Eintrag) -> list[Eintrag]:
        return [kind for kind in self.kinder(eintrag) if kind.art is Art.ABSATZ][:1]


def _werk_aus(daten: str) -> Werk:
    felder = json.loads(daten)
    return Werk(**{**felder, "art": Werkart(felder["art"]), "namen": tuple(felder["namen"])})


def _genannte_aus(daten: str) -> tuple[Genanntes, ...]:
    return tuple(Genanntes(ziel_aus_json(ziel), ab, bis) for ziel, ab, bis in json.loads(daten))


def _ziele_aus(daten: str) -> tuple[Ziel, ...]:
    return tuple(ziel_aus_json(ziel) for ziel in json.loads(daten))


def _baum(nr: int, zeilen: dict[int, tuple[Any, ...]], kinder: dict[int | None, list[int]]) -> Einheit:
    _, _, zitat, art, druck, *texte, stellen = zeilen[nr]
    marke, ueberschrift, text = (_text(inhalt, stelle) for inhalt, stelle in zip(texte, json.loads(stellen), strict=True))
    unten = tuple(_baum(kind, zeilen, kinder) for kind in kinder.get(nr, ()))
    return Einheit(lies_zitat(zitat), Art(art), marke, ueberschrift, text, unten, Druck(druck))


def _text(inhalt: str, stellen: list[int]) -> Text:
    return Text(inhalt, tuple(Stueck(*stellen[i : i + 4]) for i in range(0, len(stellen), 4)))
