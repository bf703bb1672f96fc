"""The corpus: official texts as published, and the manifest that says what they are.

The manifest is checked as a whole before anything is read: a wrong checksum or a missing field is reported with its place.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from .bund import bundeswerke
from .einheit import Einheit
from .fehler import KorpusFehler, Ort, systemgrund
from .lesen.handbuch import lies_handbuch
from .lesen.nummernwerk import lies_nummernwerk
from .lesen.zeilen import Rauschen
from .werk import Register, Werk

MANIFEST = "manifest.toml"
_BEKANNTE_WERKE = Path(__file__).with_name("werke.toml")
#: Readers by name; "" for a text that is listed but not read.
LESER = ("handbuch", "nummernwerk", "")


@dataclass(frozen=True, slots=True)
class Datei:
    """A text of the corpus: where it is, which works it holds, and which reader understands it ("" = listed only)."""

    name: str
    pfad: Path
    leser: str
    quelle: str
    sha256: str
    werke: tuple[Werk, ...]


@dataclass(frozen=True, slots=True)
class Gelesen:
    """What a reader made of a text."""

    datei: Datei
    werke: tuple[Einheit, ...]
    rauschen: tuple[Rauschen, ...]


@dataclass(frozen=True, slots=True)
class Korpus:
    """A corpus folder with its checked manifest."""

    ordner: Path
    dateien: tuple[Datei, ...]

    @property
    def register(self) -> Register:
        """All works of the corpus, and the further ones that are only known by name."""
        gelesen = [werk for datei in self.dateien if datei.leser for werk in datei.werke]
        return Register((*gelesen, *bekannte_werke()), bundeswerke)

    def fingerabdruck(self) -> str:
        """Hash that changes whenever the manifest or a text of the corpus does."""
        summe = hashlib.sha256(_gelesen(self.ordner / MANIFEST))
        for datei in self.dateien:
            summe.update(_gelesen(datei.pfad))
        return summe.hexdigest()

    def lies(self) -> tuple[Gelesen, ...]:
        """Check and read all texts that have a reader, in the order of the manifest."""
        return tuple(lies_datei(datei) for datei in self.dateien if datei.leser)


def lade_korpus(ordner: Path) -> Korpus:
    """Read and check the manifest of a corpus folder; raises `KorpusFehler` with file and place."""
    pfad = ordner / MANIFEST
    daten = _toml(pfad)
    _nur_felder(daten, {"datei"}, Ort(str(pfad)))
    dateien = tuple(_datei(ordner, pfad, eintrag, i) for i, eintrag in enumerate(daten.get("datei", []), start=1))
    if not dateien:
        raise KorpusFehler(
            "Das Manifest nennt keine Datei.", ort=Ort(str(pfad)), rat="Tragen Sie mindestens ein [[datei]] ein."
        )
    return Korpus(ordner, dateien)


def bekannte_werke() -> tuple[Werk, ...]:
    """Works that may be cited although their text is not in the corpus."""
    return lade_werke(_BEKANNTE_WERKE)


def lade_werke(pfad: Path) -> tuple[Werk, ...]:
    """Read works that may be cited from a file of [[werk]] tables; raises `KorpusFehler` with file and place."""
    daten = _toml(pfad, "Die Datei")
    _nur_felder(daten, {"werk"}, Ort(str(pfad)))
    eintraege = daten.get("werk", [])
    if not isinstance(eintraege, list) or not all(isinstance(eintrag, dict) for eintrag in eintraege):
        raise KorpusFehler(
            "„werk“ ist keine Liste von Werken.", ort=Ort(str(pfad)), rat="Beginnen Sie jedes Werk mit einer Zeile [[werk]]."
        )
    if not eintraege:
        raise KorpusFehler("Die Datei nennt kein Werk.", ort=Ort(str(pfad)), rat="Tragen Sie mindestens ein [[werk]] ein.")
    return tuple(_werk(eintrag, _ort_des_werks(pfad, nr, eintrag), geladen=False) for nr, eintrag in enumerate(eintraege, 1))


def _ort_des_werks(pfad: Path, nummer: int, eintrag: Mapping[str, Any]) -> Ort:
    kurz = eintrag.get("kurz", "")
    return Ort(f"{pfad}, [[werk]] {nummer}" + (f" „{kurz}“" if kurz else ""))


def lies_datei(datei: Datei) -> Gelesen:
    """Check the checksum of a text and read it; raises `KorpusFehler` or `LeseFehler` with the place."""
    roh = _gelesen(datei.pfad)
    summe = hashlib.sha256(roh).hexdigest()
    if summe != datei.sha256:
        raise KorpusFehler(
            f"Die Prüfsumme stimmt nicht: im Manifest {datei.sha256[:16]}…, in der Datei {summe[:16]}….",
            ort=Ort(str(datei.pfad)),
            rat="Die Datei wurde verändert. Stellen Sie das Original wieder her, oder ändern Sie die Summe im Manifest.",
        )
    try:
        text = roh.decode("utf-8")
    except UnicodeDecodeError as fehler:
        raise KorpusFehler(
            f"Die Datei ist nicht in UTF-8 kodiert (Byte {fehler.start}).", ort=Ort(str(datei.pfad))
        ) from fehler
    werke, rauschen = _lies(datei, text)
    _pruefe_werke(datei, werke)
    return Gelesen(datei, werke, rauschen)


def _lies(datei: Datei, text: str) -> tuple[tuple[Einheit, ...], tuple[Rauschen, ...]]:
    if datei.leser == "handbuch":
        vwv = next((werk.kurz for werk in datei.werke if werk.art == "Verwaltungsvorschrift"), "")
        return lies_handbuch(text, datei.name, vwv)
    return lies_nummernwerk(text, datei.name, datei.werke[0].kurz)


def _pruefe_werke(datei: Datei, gelesen: Iterable[Einheit]) -> None:
    erwartet, gefunden = [werk.kurz for werk in datei.werke], [einheit.zitat.werk for einheit in gelesen]
    if erwartet != gefunden:
        raise KorpusFehler(
            f"Im Text stehen die Werke {', '.join(gefunden)}; das Manifest nennt {', '.join(erwartet)}.",
            ort=Ort(datei.name),
            rat="Gleichen Sie die Einträge [[datei.werk]] mit dem Text ab.",
        )


def _gelesen(pfad: Path) -> bytes:
    try:
        return pfad.read_bytes()
    except OSError as fehler:
        raise KorpusFehler(
            f"Die Datei ist nicht lesbar ({systemgrund(fehler)}).",
            ort=Ort(str(pfad)),
            rat="Prüfen Sie Namen und Leserechte.",
        ) from fehler


def _toml(pfad: Path, was: str = "Das Manifest") -> dict[str, Any]:
    try:
        return tomllib.loads(_gelesen(pfad).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fehler:
        raise KorpusFehler(f"{was} ist kein gültiges TOML: {fehler}.", ort=Ort(str(pfad))) from fehler


def _datei(ordner: Path, manifest: Path, eintrag: Mapping[str, Any], nummer: int) -> Datei:
    name = str(eintrag.get("name", ""))
    ort = Ort(f"{manifest}, [[datei]] {nummer}" + (f" „{name}“" if name else ""))
    _nur_felder(eintrag, {"name", "leser", "quelle", "sha256", "werk"}, ort)
    for feld in ("name", "sha256", "werk"):
        if not eintrag.get(feld):
            raise KorpusFehler(f"Das Feld „{feld}“ fehlt.", ort=ort)
    leser = eintrag.get("leser", "")
    if leser not in LESER:
        bekannt = ", ".join(f"„{name}“" for name in LESER if name)
        raise KorpusFehler(f"Den Leser „{leser}“ gibt es nicht.", ort=ort, rat=f"Möglich sind {bekannt}, oder leer.")
    werke = tuple(_werk(werk, ort, geladen=bool(leser)) for werk in eintrag["werk"])
    return Datei(name, ordner / name, leser, eintrag.get("quelle", ""), eintrag["sha256"], werke)


def _werk(eintrag: Mapping[str, Any], ort: Ort, *, geladen: bool) -> Werk:
    _nur_felder(eintrag, {feld.name for feld in fields(Werk)} - {"geladen"}, ort)
    for feld in ("kurz", "titel", "kennung", "art"):
        if not eintrag.get(feld):
            raise KorpusFehler(f"Bei einem Werk fehlt das Feld „{feld}“.", ort=ort, rat=f'Tragen Sie es ein: {feld} = "…"')
    for feld, wert in eintrag.items():
        _pruefe_wert(feld, wert, ort)
    return Werk(**{**eintrag, "namen": tuple(eintrag.get("namen", ()))}, geladen=geladen)


def _pruefe_wert(feld: str, wert: object, ort: Ort) -> None:
    if feld != "namen" and not isinstance(wert, str):
        raise KorpusFehler(
            f"Das Feld „{feld}“ ist kein Text.", ort=ort, rat=f'Setzen Sie den Wert in Anführungszeichen: {feld} = "…"'
        )
    if feld == "namen" and not (isinstance(wert, list) and all(isinstance(name, str) for name in wert)):
        raise KorpusFehler("Das Feld „namen“ ist keine Liste von Texten.", ort=ort, rat='Zum Beispiel: namen = ["…", "…"]')


def _nur_felder(eintrag: Mapping[str, Any], erlaubt: set[str], ort: Ort) -> None:
    fremd = sorted(set(eintrag) - erlaubt)
    if fremd:
        raise KorpusFehler(
            f"Das Feld „{fremd[0]}“ ist unbekannt.", ort=ort, rat=f"Möglich sind: {', '.join(sorted(erlaubt))}."
        )
