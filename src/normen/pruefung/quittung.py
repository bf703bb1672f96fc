"""Acknowledgements: findings that a person has looked at and judged, with the reason, as a TOML file says them.

text -> `lies_quittungen` -> `wende_an` on the findings -> what is left, how many are acknowledged, and what is done
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from ..fehler import NormenFehler, Ort, ZitatFehler
from ..zitat import Zitat
from ..zitatleser import lies_zitat
from .art import Pruefart
from .befund import Befund

#: Key of the findings that say that an acknowledgement has nothing left to acknowledge.
ERLEDIGT = "erledigt"
_KOPF = re.compile(r"^[ \t]*\[\[\s*quittung\s*\]\]", re.MULTILINE)
_BEISPIEL = 'grund = "Gemeint ist die Nummer der Polizeidienstvorschrift."'


@dataclass(frozen=True, slots=True)
class Quittung:
    """A judgement on a finding: by its ``kennung``, or on all findings of kind ``art`` in the Einheit ``zitat``.

    ``grund`` is why nothing has to be done, ``stelle`` the words (only to be read), ``zeile`` the line in the file.
    ``zitat`` may be missing where there is a ``kennung``.
    """

    grund: str
    art: str
    kennung: str = ""
    zitat: Zitat | None = None
    stelle: str = ""
    zeile: int = 0

    def meint(self, befund: Befund) -> bool:
        """Tell whether this is a judgement on a finding."""
        if self.kennung:
            return self.kennung == befund.kennung
        return (self.art, self.zitat) == (befund.art, befund.zitat)


@dataclass(frozen=True, slots=True)
class Quittiert:
    """Findings less what is acknowledged: ``offen`` are left, ``quittiert`` are not, ``erledigt`` are new findings."""

    offen: tuple[Befund, ...]
    quittiert: tuple[Befund, ...]
    erledigt: tuple[Befund, ...]

    @property
    def befunde(self) -> tuple[Befund, ...]:
        """All that is to be done, by kind."""
        return self.offen + self.erledigt


def wende_an(quittungen: Sequence[Quittung], befunde: Iterable[Befund]) -> Quittiert:
    """Take acknowledged findings out; an acknowledgement that finds nothing becomes a finding of kind "erledigt"."""
    offen: list[Befund] = []
    quittiert: list[Befund] = []
    benutzt: set[Quittung] = set()
    for befund in befunde:
        passend = [q for q in quittungen if q.meint(befund)]
        benutzt.update(passend)
        (quittiert if passend else offen).append(befund)
    erledigt = tuple(_erledigt(q) for q in quittungen if q not in benutzt)
    return Quittiert(tuple(offen), tuple(quittiert), erledigt)


def _erledigt(q: Quittung) -> Befund:
    was = q.kennung or f"{q.art} in {q.zitat}"
    return Befund(
        ERLEDIGT,
        q.zitat or Zitat(""),
        0,
        q.stelle or was,
        f"Den quittierten Befund {was} gibt es nicht mehr.",
        f"Löschen Sie die Quittung aus der Datei (Zeile {q.zeile}).",
    )


def quittungsvorlage(befunde: Iterable[Befund]) -> str:
    """Return a file of acknowledgements for findings, each with an empty ``grund`` that a person has to fill in."""
    kopf = (
        "# Quittungen für normen check: Befunde, die ein Mensch angesehen und beurteilt hat.\n"
        "# Tragen Sie bei jedem, der so bleiben soll, den Grund ein, und löschen Sie die anderen.\n"
    )
    return kopf + "".join(_eintrag(befund) for befund in befunde)


def _eintrag(befund: Befund) -> str:
    werte = {"kennung": befund.kennung, "art": befund.art, "zitat": str(befund.zitat), "stelle": befund.stelle, "grund": ""}
    # A JSON string is a TOML basic string as long as nothing needs a surrogate pair, which ensure_ascii=False avoids.
    zeilen = (f"{feld} = {json.dumps(wert, ensure_ascii=False)}\n" for feld, wert in werte.items())
    return f"\n# {befund.grund}\n[[quittung]]\n{''.join(zeilen)}"


def lies_quittungen(text: str, datei: str, arten: Sequence[Pruefart]) -> tuple[Quittung, ...]:
    """Read a file of acknowledgements; raises `NormenFehler` with file, line and what to do."""
    daten = _toml(text, datei)
    eintraege = daten.pop("quittung", [])
    if daten:
        raise _fehler(f"„{next(iter(daten))}“ gehört nicht in die Datei.", Ort(datei), "Möglich ist nur [[quittung]].")
    if not isinstance(eintraege, list) or not all(isinstance(e, dict) for e in eintraege):
        raise _fehler("„quittung“ ist keine Liste.", Ort(datei), "Beginnen Sie jede Quittung mit einer Zeile [[quittung]].")
    koepfe = [text.count("\n", 0, k.start()) + 1 for k in _KOPF.finditer(text)]
    zeilen = koepfe if len(koepfe) == len(eintraege) else [0] * len(eintraege)
    return tuple(_quittung(e, Ort(datei, z), arten) for e, z in zip(eintraege, zeilen, strict=True))


def _toml(text: str, datei: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fehler:
        stelle = re.search(r"at line (\d+), column (\d+)", str(fehler))
        zeile, spalte = map(int, stelle.groups()) if stelle else (len(text.splitlines()), 0)
        rat = 'Jede Zeile braucht die Form feld = "…", und kein Feld darf zweimal vorkommen.'
        raise _fehler("Die Datei ist kein gültiges TOML.", Ort(datei, zeile, spalte), rat) from fehler


def _quittung(eintrag: Mapping[str, Any], ort: Ort, arten: Sequence[Pruefart]) -> Quittung:
    erlaubt = [feld.name for feld in fields(Quittung) if feld.name != "zeile"]
    for feld, wert in eintrag.items():
        if feld not in erlaubt:
            raise _fehler(f"Das Feld „{feld}“ ist unbekannt.", ort, f"Möglich sind: {', '.join(erlaubt)}.")
        if not isinstance(wert, str):
            raise _fehler(
                f"Das Feld „{feld}“ ist kein Text.", ort, f'Setzen Sie den Wert in Anführungszeichen: {feld} = "…"'
            )
    if not eintrag.get("grund", "").strip():
        raise _fehler("Der Grund fehlt.", ort, f"Schreiben Sie, warum der Befund so bleiben kann, zum Beispiel: {_BEISPIEL}")
    if not eintrag.get("kennung") and not (eintrag.get("art") and eintrag.get("zitat")):
        rat = "Nennen Sie die Kennung, oder art und zitat; beides zeigt: normen check"
        raise _fehler("Es ist nicht gesagt, welcher Befund quittiert ist.", ort, rat)
    return Quittung(**{**eintrag, "art": _art(eintrag, ort, arten), "zitat": _zitat(eintrag, ort)}, zeile=ort.zeile)


def _art(eintrag: Mapping[str, Any], ort: Ort, arten: Sequence[Pruefart]) -> str:
    """Return the kind, which a Kennung begins with."""
    bekannt = [art.kuerzel for art in arten]
    kennung = eintrag.get("kennung", "")
    art = kennung.rpartition("-")[0] if kennung else eintrag["art"]
    if art not in bekannt:
        was = f"In der Kennung „{kennung}“ steht keine Art" if kennung else f"Die Art „{art}“ gibt es nicht"
        raise _fehler(f"{was}.", ort, f"Möglich sind: {', '.join(bekannt)}.")
    return str(art)


def _zitat(eintrag: Mapping[str, Any], ort: Ort) -> Zitat | None:
    try:
        return lies_zitat(eintrag["zitat"]) if eintrag.get("zitat") else None
    except ZitatFehler as fehler:
        raise _fehler(fehler.meldung, ort, fehler.rat) from fehler


def _fehler(meldung: str, ort: Ort, rat: str) -> NormenFehler:
    return NormenFehler(meldung, ort=ort, rat=rat)
