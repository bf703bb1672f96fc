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
from .vorgaben import Grundlage, Reihenfolge, Widerspruch, vorgabenmaengel

Art = Literal["bescheid", "vereinbarung"]
Zitierform = Literal["kurz", "lang"]

BESCHREIBUNG = "vorlage.toml"
WORDDATEI = "vorlage.docx"


@dataclass(frozen=True, slots=True)
class Vorlage:
    """A template as described in ``vorlage.toml``; ``ordner`` is where it lies, ``name`` the name of that folder.

    ``zitierform`` is how all its citations are printed: "Abs. 2 Nr. 3" or "Absatz 2 Nummer 3". ``datum`` is the field that
    holds the date of the document, "" if none does.
    """

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
    zitierform: Zitierform = "kurz"
    datum: str = ""
    reihenfolgen: Annotated[tuple[Reihenfolge, ...], Angabe(alias="reihenfolge")] = ()
    widersprueche: Annotated[tuple[Widerspruch, ...], Angabe(alias="widerspruch")] = ()
    grundlagen: Annotated[tuple[Grundlage, ...], Angabe(alias="grundlage")] = ()

    @property
    def worddatei(self) -> Path:
        """The Word file to fill."""
        return self.ordner / WORDDATEI

    @property
    def beispiele(self) -> dict[str, Path]:
        """The files with example data by name, the main one first: "" for beispiel.json, "x" for beispiel-x.json."""
        dateien = self.ordner.glob("beispiel*.json")
        return dict(sorted((datei.stem.removeprefix("beispiel").removeprefix("-"), datei) for datei in dateien))


_LESER = TypeAdapter(Vorlage)
#: Tables of the description that are attributes of another name, with what each holds.
_TABELLEN: dict[str, tuple[str, type]] = {
    "feld": ("felder", Feld),
    "reihenfolge": ("reihenfolgen", Reihenfolge),
    "widerspruch": ("widersprueche", Widerspruch),
    "grundlage": ("grundlagen", Grundlage),
    "wenn": ("wenn", Bedingung),
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
    """Return the keys that may stand at a place of the description."""
    tabelle = next((str(teil) for teil in reversed(stelle) if teil in _TABELLEN), "")
    schluessel = {attribut: name for name, (attribut, _) in _TABELLEN.items()}
    art = _TABELLEN[tabelle][1] if tabelle else Vorlage
    return tuple(schluessel.get(f.name, f.name) for f in fields(art) if stelle or f.name not in ("name", "ordner"))


def _maengel(vorlage: Vorlage) -> Iterator[str]:
    """Yield what is wrong with a description that is well-formed: the Word file, the legal bases, the fields."""
    if not vorlage.rechtsgrundlagen:
        yield "rechtsgrundlagen: mindestens eine ist anzugeben"
    if not zipfile.is_zipfile(vorlage.worddatei):
        yield f"{WORDDATEI}: fehlt oder ist keine Word-Datei (.docx)"
    if vorlage.datum and ("datum", vorlage.datum) not in ((feld.typ, feld.name) for feld in vorlage.felder):
        yield f"datum: „{vorlage.datum}“ ist kein Feld vom Typ datum der obersten Ebene"
    yield from feldmaengel(vorlage.felder)
    yield from vorgabenmaengel(vorlage.felder, vorlage.reihenfolgen, vorlage.widersprueche, vorlage.grundlagen)
