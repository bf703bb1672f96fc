"""A template: a Word file and the description of its fields, read from one folder.

The folder holds ``vorlage.docx``, ``vorlage.toml`` and at least one ``beispiel*.json``; its name is the template's. Clauses
that several templates share are Bausteine (`normen.dokument.baustein`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from shlex import quote
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic import Field as Angabe

from ..fehler import Ort, VorlageFehler
from ..ressourcen import ordner as mitgelieferter
from .baustein import ORDNER, Baustein, lade_baustein
from .beanstandungen import Beanstandung, beanstandungsmaengel
from .befund import Stelle, probleme
from .beschreibung import gelesen, kaputt
from .feld import STRENG, Bedingung, Feld
from .feldregeln import feldmaengel
from .normtafel import VOLLZUGSART, Normtafel, tafelmaengel
from .rechnungen import Rechenvorgabe, rechenmaengel
from .vorgaben import Grundlage, Reihenfolge, Widerspruch, vorgabenmaengel

Art = Literal["bescheid", "schreiben", "vereinbarung", "erklaerung"]
Zitierform = Literal["kurz", "lang"]

BESCHREIBUNG = "vorlage.toml"
WORDDATEI = "vorlage.docx"


@dataclass(frozen=True, slots=True)
class Vorlage:
    """A template as described in ``vorlage.toml``; ``ordner`` is where it lies, ``name`` the name of that folder.

    ``zitierform`` is how all its citations are printed: "Abs. 2 Nr. 3" or "Absatz 2 Nummer 3". ``datum`` names the
    field with the day as of which norms are looked up. ``felder`` and ``normtafel`` include those of the Bausteine.
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
    reihenfolgen: Annotated[tuple[Reihenfolge, ...], Angabe(alias="reihenfolge")] = ()
    widersprueche: Annotated[tuple[Widerspruch, ...], Angabe(alias="widerspruch")] = ()
    grundlagen: Annotated[tuple[Grundlage, ...], Angabe(alias="grundlage")] = ()
    rechnungen: Annotated[tuple[Rechenvorgabe, ...], Angabe(alias="rechnung")] = ()
    beanstandungen: Annotated[tuple[Beanstandung, ...], Angabe(alias="beanstandung")] = ()
    datum: str = ""
    bausteine: tuple[Baustein, ...] = ()
    normtafel: Annotated[Normtafel, Angabe(alias="norm", default_factory=dict)] = field(default_factory=dict)

    @property
    def aufruf(self) -> str:
        """The command that shows it; one of the user's own needs the folder it lies in."""
        mitgeliefert = self.ordner.parent == mitgelieferter("templates")
        return f"normen templates {quote(self.name)}{im_ordner(None if mitgeliefert else self.ordner.parent)}"

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
_VOM_ORDNER = ("name", "ordner")
#: Tables of the description that are attributes of another name, with what each holds.
_TABELLEN: dict[str, tuple[str, type]] = {
    "feld": ("felder", Feld),
    "reihenfolge": ("reihenfolgen", Reihenfolge),
    "widerspruch": ("widersprueche", Widerspruch),
    "grundlage": ("grundlagen", Grundlage),
    "rechnung": ("rechnungen", Rechenvorgabe),
    "beanstandung": ("beanstandungen", Beanstandung),
    "wenn": ("wenn", Bedingung),
}


def im_ordner(eigene: Path | None) -> str:
    """Return the option, with a blank before it, by which a command finds templates of the user's own; "" for no folder."""
    return f" --vorlagen {quote(str(eigene))}" if eigene else ""


def lade_vorlagen(wurzel: Path, *weitere: Path) -> tuple[Vorlage, ...]:
    """Return the templates in the folders below ``wurzel``, by name; raise `VorlageFehler` for the first broken one.

    Their Bausteine lie in the folder ``bausteine`` there, or in that of one of the further folders.
    """
    return tuple(lade_vorlage(ordner, *weitere) for ordner in vorlagenordner(wurzel).values())


def vorlagenordner(wurzel: Path) -> dict[str, Path]:
    """Return the folders of the templates below ``wurzel``, by name; raise `VorlageFehler` if there is no such folder."""
    if not wurzel.is_dir():
        raise VorlageFehler("Den Ordner der Vorlagen gibt es nicht.", ort=Ort(str(wurzel)))
    dateien = {*wurzel.glob(f"*/{BESCHREIBUNG}"), *wurzel.glob(f"*/{WORDDATEI}")}
    return {ordner.name: ordner for ordner in sorted({datei.parent for datei in dateien})}


def lade_vorlage(ordner: Path, *weitere: Path) -> Vorlage:
    """Return the template in a folder; raise `VorlageFehler` with the file and every reason if it is broken.

    Its Bausteine are looked for beside it, and in the further folders of templates.
    """
    datei = ordner / BESCHREIBUNG
    angaben = gelesen(datei)
    fremd = tuple(f"{name}: bestimmt der Ordner, nicht die Datei" for name in _VOM_ORDNER if name in angaben)
    bausteine = _bausteine(angaben.get("bausteine", ()), [ort / ORDNER for ort in (ordner.parent, *weitere)])
    try:
        vorlage = _LESER.validate_python({**angaben, "bausteine": bausteine, "name": ordner.name, "ordner": ordner})
    except ValidationError as fehler:
        raise kaputt(datei, (*fremd, *probleme(fehler, _namen))) from None
    vorlage = _mit_bausteinen(vorlage)
    if maengel := (*fremd, *_maengel(vorlage)):
        raise kaputt(datei, maengel)
    return vorlage


def _bausteine(namen: object, orte: Sequence[Path]) -> object:
    """Return the Bausteine of some names; what is no list of names comes back as it is, for the reader to tell."""
    if not isinstance(namen, list | tuple) or not all(isinstance(name, str) for name in namen):
        return namen
    return tuple(lade_baustein(name, orte) for name in namen)


def _mit_bausteinen(vorlage: Vorlage) -> Vorlage:
    """Return the template with the fields of its Bausteine before and behind its own, and their norms beside its own."""
    arten = _arten((*vorlage.felder, *(f for b in vorlage.bausteine for f in b.felder)))
    bausteine = [baustein.fuer(arten) for baustein in vorlage.bausteine]
    vorn = tuple(f for b in bausteine if b.stellung == "vorn" for f in b.felder)
    hinten = tuple(f for b in bausteine if b.stellung == "hinten" for f in b.felder)
    tafel = {name: je_art for t in (*(b.normtafel for b in bausteine), vorlage.normtafel) for name, je_art in t.items()}
    return replace(vorlage, felder=(*vorn, *vorlage.felder, *hinten), normtafel=tafel)


def _arten(felder: Sequence[Feld]) -> tuple[str, ...]:
    """Return the Vollzugsarten that a template offers."""
    return next((feld.werte for feld in felder if feld.name == VOLLZUGSART), ())


def _namen(stelle: Stelle) -> tuple[str, ...]:
    """Return the keys that may stand at a place of the description."""
    tabelle = next((str(teil) for teil in reversed(stelle) if teil in _TABELLEN), "")
    schluessel = {attribut: name for name, (attribut, _) in _TABELLEN.items()}
    art = _TABELLEN[tabelle][1] if tabelle else Vorlage
    return tuple(schluessel.get(f.name, f.name) for f in fields(art) if stelle or f.name not in _VOM_ORDNER)


def _maengel(vorlage: Vorlage) -> Iterator[str]:
    """Yield what is wrong with a description that is well-formed: the Word file, the legal bases, the fields."""
    if not vorlage.rechtsgrundlagen:
        yield "rechtsgrundlagen: mindestens eine ist anzugeben"
    if not zipfile.is_zipfile(vorlage.worddatei):
        yield f"{WORDDATEI}: fehlt oder ist keine Word-Datei (.docx)"
    yield from feldmaengel(vorlage.felder)
    yield from tafelmaengel(vorlage.normtafel, _arten(vorlage.felder))
    if vorlage.datum and not any(feld.name == vorlage.datum and feld.typ == "datum" for feld in vorlage.felder):
        yield f"datum: „{vorlage.datum}“ ist kein Feld vom Typ datum der obersten Ebene"
    yield from rechenmaengel(vorlage.rechnungen, vorlage.felder)
    yield from beanstandungsmaengel(vorlage.beanstandungen, vorlage.felder)
    yield from vorgabenmaengel(vorlage.felder, vorlage.reihenfolgen, vorlage.widersprueche, vorlage.grundlagen)
