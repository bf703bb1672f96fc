"""Yearly figures from ``daten/rechengroessen.toml`` and from a file of the user, in the same form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from .fehler import Ort, RechenFehler, systemgrund
from .rechnen.groessen import GROESSENARTEN, Rechengroesse, Rechengroessen

_DATEI = Path(__file__).parent / "daten" / "rechengroessen.toml"
_FORM = 'Jeder Eintrag: [[groesse]] mit name = "bezugsgroesse", jahr = 2024, wert = "42420", quelle = "…".'
_ZAHL = re.compile(r"\d{1,9}(\.\d{1,4})?")


def lade_rechengroessen(eigene: Path | None = None) -> Rechengroessen:
    """Return the figures that ship with the program, with those of a file of the user, which come first.

    Raises `RechenFehler` with file, entry and reason; nothing of a file with an error is used.
    """
    return _mitgelieferte().mit(*_lies(eigene)) if eigene else _mitgelieferte()


@lru_cache(maxsize=1)
def _mitgelieferte() -> Rechengroessen:
    return Rechengroessen.aus(_lies(_DATEI))


def _lies(datei: Path) -> list[Rechengroesse]:
    try:
        tabelle = tomllib.loads(datei.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fehler:
        grund = systemgrund(fehler) if isinstance(fehler, OSError) else f"kein gültiges TOML in UTF-8 ({fehler})"
        raise RechenFehler(f"Die Rechengrößen lassen sich nicht lesen: {grund}.", ort=Ort(str(datei)), rat=_FORM) from None
    eintraege = tabelle.get("groesse")
    if not isinstance(eintraege, list) or set(tabelle) != {"groesse"}:
        raise RechenFehler("Erwartet werden nur Einträge [[groesse]].", ort=Ort(str(datei)), rat=_FORM)
    return list(_lies_alle(eintraege, datei))


def _lies_alle(eintraege: list[object], datei: Path) -> Iterator[Rechengroesse]:
    gesehen: set[tuple[str, int]] = set()
    for nummer, eintrag in enumerate(eintraege, 1):
        if grund := _fehler(eintrag):
            raise RechenFehler(f"Eintrag {nummer}: {grund}.", ort=Ort(str(datei)), rat=_FORM)
        groesse = _groesse(eintrag)
        if (groesse.name, groesse.jahr) in gesehen:
            raise RechenFehler(f"Eintrag {nummer}: steht schon weiter oben.", ort=Ort(str(datei)), rat=_FORM)
        gesehen.add((groesse.name, groesse.jahr))
        yield groesse


def _fehler(eintrag: Any) -> str:
    """Say in German what is wrong with an entry, "" if nothing is."""
    if not isinstance(eintrag, dict) or set(eintrag) != {"name", "jahr", "wert", "quelle"}:
        return "erwartet werden genau name, jahr, wert und quelle"
    wert, jahr, quelle = eintrag["wert"], eintrag["jahr"], eintrag["quelle"]
    if not isinstance(eintrag["name"], str) or eintrag["name"] not in GROESSENARTEN:
        return f"„{eintrag['name']}“ ist keine bekannte Rechengröße (bekannt: {', '.join(GROESSENARTEN)})"
    if isinstance(jahr, bool) or not isinstance(jahr, int) or not 1949 <= jahr <= 9999:
        return f"„{jahr}“ ist kein Jahr"
    if isinstance(wert, bool) or not isinstance(wert, int | str) or not _ZAHL.fullmatch(str(wert)):
        return f'„{wert}“ ist kein Wert (eine ganze Zahl, oder in Anführungszeichen mit Punkt: "41.50")'
    return "" if isinstance(quelle, str) and quelle.strip() else "die quelle fehlt"


def _groesse(eintrag: Any) -> Rechengroesse:
    return Rechengroesse(eintrag["name"], eintrag["jahr"], Decimal(str(eintrag["wert"])), eintrag["quelle"].strip())
