"""A template: a Word file and the description of its fields, read from one folder.

The folder holds ``vorlage.docx``, ``vorlage.toml`` and at least one ``beispiel*.json``; its name is the template's.
"""

from __future__ import annotations

import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic import Field as Angabe

from ..fehler import Ort, VorlageFehler
from .befund import Stelle, probleme
from .feld import STRENG, Bedingung, Feld
from .feldregeln import feldmaengel

Art = Literal["bescheid", "vereinbarung"]

BESCHREIBUNG = "vorlage.toml"
WORDDATEI = "vorlage.docx"


@dataclass(frozen=True, slots=True)
class Vorlage:
    """A template as described in ``vorlage.toml``; ``ordner`` is where it lies, ``name`` the name of that folder."""

    __pydantic_config__: ClassVar[ConfigDict] = STRENG

    name: str
    titel: str
    art: Art
    fuer: tuple[str, ...]
    beschreibung: str
    rechtsgrundlagen: tuple[str, ...]
    version: str
    felder: Annotated[tuple[Feld, ...], Angabe(alias="feld", min_length=1)]
    ordner: Path

    @property
    def worddatei(self) -> Path:
        """The Word file to fill."""
        return self.ordner / WORDDATEI

    @property
    def beispiele(self) -> tuple[Path, ...]:
        """The files with example data, the main one first."""
        return tuple(sorted(self.ordner.glob("beispiel*.json"), key=lambda datei: (len(datei.name), datei.name)))


_LESER = TypeAdapter(Vorlage)
_SCHLUESSEL = {
    Vorlage: tuple({"felder": "feld"}.get(f.name, f.name) for f in fields(Vorlage) if f.name not in ("name", "ordner")),
    Feld: tuple({"felder": "feld"}.get(f.name, f.name) for f in fields(Feld)),
    Bedingung: tuple(f.name for f in fields(Bedingung)),
}


def lade_vorlagen(wurzel: Path) -> tuple[Vorlage, ...]:
    """Return the templates in the folders below ``wurzel``, by name; raise `VorlageFehler` for the first broken one."""
    if not wurzel.is_dir():
        raise VorlageFehler("Den Ordner der Vorlagen gibt es nicht.", ort=Ort(str(wurzel)))
    dateien = {*wurzel.glob(f"*/{BESCHREIBUNG}"), *wurzel.glob(f"*/{WORDDATEI}")}
    return tuple(lade_vorlage(ordner) for ordner in sorted({datei.parent for datei in dateien}))


def lade_vorlage(ordner: Path) -> Vorlage:
    """Return the template in a folder; raise `VorlageFehler` with the file and every reason if it is broken."""
    datei = ordner / BESCHREIBUNG
    angaben = _gelesen(datei)
    fremd = tuple(f"{name}: bestimmt der Ordner, nicht die Datei" for name in ("name", "ordner") if name in angaben)
    try:
        vorlage = _LESER.validate_python({**angaben, "name": ordner.name, "ordner": ordner})
    except ValidationError as fehler:
        raise _kaputt(datei, (*fremd, *probleme(fehler, _namen))) from None
    if maengel := (*fremd, *_maengel(vorlage)):
        raise _kaputt(datei, maengel)
    return vorlage


def _gelesen(datei: Path) -> dict[str, object]:
    try:
        return tomllib.loads(datei.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise VorlageFehler("Der Vorlage fehlt ihre Beschreibung.", ort=Ort(str(datei))) from None
    except (OSError, UnicodeDecodeError) as fehler:
        raise VorlageFehler(f"Die Beschreibung ist nicht lesbar: {fehler}", ort=Ort(str(datei))) from None
    except tomllib.TOMLDecodeError as fehler:
        raise VorlageFehler(f"Die Beschreibung ist kein gültiges TOML: {fehler}", ort=Ort(str(datei))) from None


def _kaputt(datei: Path, gruende: tuple[str, ...]) -> VorlageFehler:
    return VorlageFehler("\n  - ".join(["Die Vorlage ist falsch beschrieben:", *gruende]), ort=Ort(str(datei)))


def _namen(stelle: Stelle) -> tuple[str, ...]:
    if not stelle:
        return _SCHLUESSEL[Vorlage]
    return _SCHLUESSEL[Bedingung if stelle[-1] == "wenn" else Feld]


def _maengel(vorlage: Vorlage) -> Iterator[str]:
    """Yield what is wrong with a description that is well-formed: the Word file, the legal bases, the fields."""
    if not vorlage.rechtsgrundlagen:
        yield "rechtsgrundlagen: mindestens eine ist anzugeben"
    if not zipfile.is_zipfile(vorlage.worddatei):
        yield f"{WORDDATEI}: fehlt oder ist keine Word-Datei (.docx)"
    yield from feldmaengel(vorlage.felder)
