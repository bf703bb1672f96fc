"""Yearly figures from ``daten/rechengroessen.toml`` and from a file of the user, in the same form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from .fehler import Ort, RechenFehler, systemgrund
from .rechnen.groessen import GROESSENARTEN, Rechengroesse, Rechengroessen

_DATEI = Path(__file__).parent / "daten" / "rechengroessen.toml"
_FORM = 'Jeder Eintrag: [[groesse]] mit name = "bezugsgroesse", jahr = 2024, wert = "42420", quelle = "…".'
_ZAHL = re.compile(r"\d{1,9}(\.\d{1,4})?")


@lru_cache(maxsize=1)
def rechengroessen() -> Rechengroessen:
    """Return the figures that ship with the program."""
    return Rechengroessen.aus(_lies(_DATEI))


def lade_rechengroessen(datei: Path) -> Rechengroessen:
    """Return the figures that ship, with those of a file of the user, which come first.

    Raises `RechenFehler` with file, entry and reason; nothing of a file with an error is used.
    """
    return rechengroessen().mit(*_lies(datei))


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
        groesse = _groesse(eintrag)
        schluessel = (groesse.name, groesse.jahr) if isinstance(groesse, Rechengroesse) else None
        if schluessel is None or schluessel in gesehen:
            grund = groesse if isinstance(groesse, str) else "steht schon weiter oben"
            raise RechenFehler(f"Eintrag {nummer}: {grund}.", ort=Ort(str(datei)), rat=_FORM)
        gesehen.add(schluessel)
        yield groesse  # type: ignore[misc]


def _groesse(eintrag: object) -> Rechengroesse | str:
    """Read one entry; return in German what is wrong with it."""
    if not isinstance(eintrag, dict) or set(eintrag) != {"name", "jahr", "wert", "quelle"}:
        return "erwartet werden genau name, jahr, wert und quelle"
    name, jahr, wert, quelle = (eintrag[k] for k in ("name", "jahr", "wert", "quelle"))
    if name not in GROESSENARTEN:
        return f"„{name}“ ist keine bekannte Rechengröße (bekannt: {', '.join(GROESSENARTEN)})"
    if not isinstance(jahr, int) or not 1949 <= jahr <= 9999:
        return f"„{jahr}“ ist kein Jahr"
    if isinstance(wert, bool) or not isinstance(wert, int | str) or not _ZAHL.fullmatch(str(wert)):
        return f'„{wert}“ ist kein Wert (eine ganze Zahl, oder in Anführungszeichen mit Punkt: "41.50")'
    if not isinstance(quelle, str) or not quelle.strip():
        return "die quelle fehlt"
    return Rechengroesse(name, jahr, Decimal(str(wert)), quelle.strip())
