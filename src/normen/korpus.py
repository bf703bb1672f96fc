"""The corpus: official texts as published, and the manifest that says what they are.

Manifest and checksums are checked as a whole before anything is read: all that is wrong is reported at once, with its place.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from .bund import bundeswerke
from .einheit import Einheit
from .fehler import KorpusFehler, Ort, systemgrund
from .lesen.handbuch import lies_handbuch
from .lesen.nummernwerk import lies_nummernwerk
from .lesen.zeilen import Rauschen
from .werk import Register, Werk, Werkart, schluessel

P = ParamSpec("P")
T = TypeVar("T")

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
    """A corpus folder: its manifest, and texts that are those the manifest names."""

    ordner: Path
    dateien: tuple[Datei, ...]

    @property
    def register(self) -> Register:
        """All works of the corpus, and the further ones that are only known by name."""
        eigene = (werk for datei in self.dateien for werk in datei.werke)
        return Register((*eigene, *bekannte_werke()), bundeswerke)

    def fingerabdruck(self) -> str:
        """Hash that changes whenever the manifest or a text of the corpus does, for the manifest holds their checksums."""
        return hashlib.sha256(_gelesen(self.ordner / MANIFEST)).hexdigest()

    def name(self) -> str:
        """Short hash of the names of the texts; it stays when the corpus is kept up, and tells it from others."""
        return hashlib.sha256("\n".join(sorted(datei.name for datei in self.dateien)).encode()).hexdigest()[:8]

    def lies(self) -> tuple[Gelesen, ...]:
        """Check and read all texts that have a reader, in the order of the manifest."""
        return tuple(lies_datei(datei) for datei in self.dateien if datei.leser)


def lade_korpus(ordner: Path) -> Korpus:
    """Read the manifest of a corpus folder, and check it and the checksum of every text.

    Raises `KorpusFehler` with file and place; of several errors one that tells them all.
    """
    pfad = ordner / MANIFEST
    daten = _toml(pfad)
    pruefe = _Sammler()
    pruefe(_nur_felder, daten, {"datei"}, Ort(str(pfad)))
    eintraege = pruefe(_tabellen, daten, "datei", Ort(str(pfad)), "[[datei]]") or []
    gelesen = [_datei(ordner, pfad, eintrag, i, pruefe) for i, eintrag in enumerate(eintraege, start=1)]
    dateien = tuple(datei for datei in gelesen if datei is not None)
    for datei in dateien:
        pruefe(_roh, datei)
    pruefe(_pruefe_eindeutig, [werk for datei in dateien for werk in datei.werke], Ort(str(pfad)))
    pruefe.melde(pfad)
    if not dateien:
        raise KorpusFehler(
            "Das Manifest nennt keine Datei.", ort=Ort(str(pfad)), rat="Tragen Sie mindestens ein [[datei]] ein."
        )
    return Korpus(ordner, dateien)


class _Sammler:
    """Takes down the errors of a series of checks, so that all of them are told at once."""

    def __init__(self) -> None:
        self.fehler: list[KorpusFehler] = []

    def __call__(self, schritt: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Take a step and return what it gives; ``None`` if it raised a `KorpusFehler`."""
        try:
            return schritt(*args, **kwargs)
        except KorpusFehler as fehler:
            self.fehler.append(fehler)
            return None

    def melde(self, pfad: Path) -> None:
        """Raise the error that was found, or one that tells them all."""
        if len(self.fehler) == 1:
            raise self.fehler[0]
        if self.fehler:
            alle = "".join("\n  - " + str(fehler).replace("\n", "\n    ") for fehler in self.fehler)
            raise KorpusFehler(f"{len(self.fehler)} Fehler:{alle}", ort=Ort(str(pfad)))


def bekannte_werke() -> tuple[Werk, ...]:
    """Works that may be cited although their text is not in the corpus."""
    return lade_werke(_BEKANNTE_WERKE)


def lade_werke(pfad: Path) -> tuple[Werk, ...]:
    """Read works that may be cited from a file of [[werk]] tables; raises `KorpusFehler` with file and place."""
    daten = _toml(pfad, "Die Datei")
    pruefe = _Sammler()
    pruefe(_nur_felder, daten, {"werk"}, Ort(str(pfad)))
    eintraege = pruefe(_tabellen, daten, "werk", Ort(str(pfad)), "[[werk]]") or []
    gelesen = [_werk(e, _ort_des_werks(pfad, nr, e), pruefe, geladen=False) for nr, e in enumerate(eintraege, 1)]
    pruefe.melde(pfad)
    if not eintraege:
        raise KorpusFehler("Die Datei nennt kein Werk.", ort=Ort(str(pfad)), rat="Tragen Sie mindestens ein [[werk]] ein.")
    return tuple(werk for werk in gelesen if werk is not None)


def _ort_des_werks(pfad: Path, nummer: int, eintrag: Mapping[str, Any]) -> Ort:
    kurz = eintrag.get("kurz", "")
    return Ort(f"{pfad}, [[werk]] {nummer}" + (f" „{kurz}“" if kurz else ""))


def lies_datei(datei: Datei) -> Gelesen:
    """Check the checksum of a text and read it; raises `KorpusFehler` or `LeseFehler` with the place."""
    roh = _roh(datei)
    try:
        text = roh.decode("utf-8")
    except UnicodeDecodeError as fehler:
        raise KorpusFehler(
            f"Die Datei ist nicht in UTF-8 kodiert (Byte {fehler.start}).",
            ort=Ort(str(datei.pfad)),
            rat="Speichern Sie den Text in UTF-8, und tragen Sie seine neue Prüfsumme im Manifest ein.",
        ) from fehler
    werke, rauschen = _lies(datei, text)
    _pruefe_werke(datei, werke)
    return Gelesen(datei, werke, rauschen)


def _roh(datei: Datei) -> bytes:
    """Return a text as it lies in the folder, if it is the one that the manifest means."""
    roh = _gelesen(datei.pfad)
    summe = hashlib.sha256(roh).hexdigest()
    if summe != datei.sha256:
        raise KorpusFehler(
            f"Die Prüfsumme stimmt nicht: im Manifest {datei.sha256[:16]}…, in der Datei {summe[:16]}….",
            ort=Ort(str(datei.pfad)),
            rat="Die Datei wurde verändert. Stellen Sie das Original wieder her, oder ändern Sie die Summe im Manifest.",
        )
    return roh


def _lies(datei: Datei, text: str) -> tuple[tuple[Einheit, ...], tuple[Rauschen, ...]]:
    if datei.leser == "handbuch":
        vwv = next((werk.kurz for werk in datei.werke if werk.art is Werkart.VERWALTUNGSVORSCHRIFT), "")
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
    roh = _gelesen(pfad)
    try:
        return tomllib.loads(roh.decode("utf-8"))
    except UnicodeDecodeError as fehler:
        raise KorpusFehler(
            f"{was} ist nicht in UTF-8 kodiert (Byte {fehler.start}).",
            ort=Ort(str(pfad), zeile=roh.count(b"\n", 0, fehler.start) + 1),
            rat="Speichern Sie die Datei in UTF-8.",
        ) from fehler
    except tomllib.TOMLDecodeError as fehler:
        stelle = re.search(r"at line (\d+), column (\d+)", str(fehler))
        zeile, spalte = map(int, stelle.groups()) if stelle else (len(roh.splitlines()), 0)
        raise KorpusFehler(
            f"{was} ist kein gültiges TOML.",
            ort=Ort(str(pfad), zeile, spalte),
            rat='Jede Zeile braucht die Form feld = "…", und kein Feld darf zweimal vorkommen.',
        ) from fehler


def _tabellen(daten: Mapping[str, Any], feld: str, ort: Ort, kopf: str) -> list[dict[str, Any]]:
    eintraege = daten.get(feld, [])
    if not isinstance(eintraege, list) or not all(isinstance(eintrag, dict) for eintrag in eintraege):
        was, jedes = ("Werken", "jedes Werk") if feld == "werk" else ("Dateien", "jede Datei")
        raise KorpusFehler(
            f"„{feld}“ ist keine Liste von {was}.", ort=ort, rat=f"Beginnen Sie {jedes} mit einer Zeile {kopf}."
        )
    return eintraege


def _pruefe_eindeutig(werke: Iterable[Werk], ort: Ort) -> None:
    gesehen: dict[str, Werk] = {}
    for werk in werke:
        erstes = gesehen.get(schluessel(werk.kurz)) or gesehen.get(werk.kennung)
        if erstes is not None:
            feld = "kurz" if schluessel(werk.kurz) == schluessel(erstes.kurz) else "kennung"
            raise KorpusFehler(
                f"Zwei Werke haben denselben Wert im Feld „{feld}“: „{erstes.kurz}“ und „{werk.kurz}“.",
                ort=ort,
                rat="Geben Sie jedem Werk einen eigenen Namen und eine eigene Kennung, oder streichen Sie eines der beiden.",
            )
        gesehen |= {schluessel(werk.kurz): werk, werk.kennung: werk}


def _datei(ordner: Path, manifest: Path, eintrag: Mapping[str, Any], nummer: int, pruefe: _Sammler) -> Datei | None:
    """Check an entry of the manifest; ``None`` if ``pruefe`` has taken down an error in it."""
    davor = len(pruefe.fehler)
    name = eintrag.get("name", "")
    ort = Ort(f"{manifest}, [[datei]] {nummer}" + (f" „{name}“" if name else ""))
    leser = eintrag.get("leser", "")
    pruefe(_nur_felder, eintrag, {"name", "leser", "quelle", "sha256", "werk"}, ort)
    for feld in ("name", "leser", "quelle", "sha256"):
        pruefe(_pruefe_wert, feld, eintrag.get(feld, ""), ort)
    tabellen = pruefe(_tabellen, eintrag, "werk", ort, "[[datei.werk]]") or []
    for feld in ("name", "sha256", "werk"):
        pruefe(_pruefe_feld_der_datei, feld, eintrag, ort)
    pruefe(_pruefe_leser, leser, ort)
    werke = tuple(werk for tabelle in tabellen if (werk := _werk(tabelle, ort, pruefe, geladen=bool(leser))))
    if len(pruefe.fehler) > davor:
        return None
    return Datei(name, ordner / name, leser, eintrag.get("quelle", ""), eintrag["sha256"].lower(), werke)


def _pruefe_feld_der_datei(feld: str, eintrag: Mapping[str, Any], ort: Ort) -> None:
    if not eintrag.get(feld):
        rat = "Nennen Sie jedes Werk im Text: [[datei.werk]]" if feld == "werk" else f'Tragen Sie es ein: {feld} = "…"'
        raise KorpusFehler(f"Das Feld „{feld}“ fehlt.", ort=ort, rat=rat)


def _pruefe_leser(leser: object, ort: Ort) -> None:
    if isinstance(leser, str) and leser not in LESER:
        bekannt = ", ".join(f"„{name}“" for name in LESER if name)
        raise KorpusFehler(f"Den Leser „{leser}“ gibt es nicht.", ort=ort, rat=f"Möglich sind {bekannt}, oder leer.")


def _werk(eintrag: Mapping[str, Any], ort: Ort, pruefe: _Sammler, *, geladen: bool) -> Werk | None:
    """Check an entry of a work; ``None`` if ``pruefe`` has taken down an error in it."""
    davor = len(pruefe.fehler)
    bekannt = {feld.name for feld in fields(Werk)} - {"geladen"}
    pruefe(_nur_felder, eintrag, bekannt, ort)
    for feld in ("kurz", "titel", "kennung", "art"):
        pruefe(_pruefe_feld_des_werks, feld, eintrag, ort)
    for feld in sorted(bekannt & eintrag.keys()):
        pruefe(_pruefe_wert, feld, eintrag[feld], ort)
    pruefe(_pruefe_geltungszeit, eintrag, ort)
    art = pruefe(_werkart, eintrag.get("art", ""), ort)
    if len(pruefe.fehler) > davor or art is None:
        return None
    return Werk(**{**eintrag, "art": art, "namen": tuple(eintrag.get("namen", ()))}, geladen=geladen)


def _pruefe_feld_des_werks(feld: str, eintrag: Mapping[str, Any], ort: Ort) -> None:
    if not eintrag.get(feld):
        raise KorpusFehler(f"Bei einem Werk fehlt das Feld „{feld}“.", ort=ort, rat=f'Tragen Sie es ein: {feld} = "…"')


def _werkart(art: object, ort: Ort) -> Werkart | None:
    """Return the kind of a work; ``None`` for what is missing or no text, which is told elsewhere."""
    if not art or not isinstance(art, str):
        return None
    try:
        return Werkart(art)
    except ValueError:
        raise KorpusFehler(
            f"Die Art „{art}“ gibt es nicht.",
            ort=ort,
            rat=f"Möglich sind {', '.join(f'„{moeglich}“' for moeglich in Werkart)}.",
        ) from None


def _pruefe_wert(feld: str, wert: object, ort: Ort) -> None:
    if feld != "namen" and not isinstance(wert, str):
        raise KorpusFehler(
            f"Das Feld „{feld}“ ist kein Text.", ort=ort, rat=f'Setzen Sie den Wert in Anführungszeichen: {feld} = "…"'
        )
    if feld == "namen" and not (isinstance(wert, list) and all(isinstance(name, str) for name in wert)):
        raise KorpusFehler("Das Feld „namen“ ist keine Liste von Texten.", ort=ort, rat='Zum Beispiel: namen = ["…", "…"]')


def _pruefe_geltungszeit(eintrag: Mapping[str, Any], ort: Ort) -> None:
    felder = ("in_kraft_ab", "in_kraft_bis")
    tage = {feld: tag for feld in felder if isinstance(tag := eintrag.get(feld), str) and tag}
    for feld, tag in tage.items():
        if not _ist_tag(tag):
            raise KorpusFehler(
                f"Das Feld „{feld}“ ist kein Datum: „{tag}“.",
                ort=ort,
                rat=f'Schreiben Sie Jahr, Monat und Tag eines Tages, den es gibt: {feld} = "2025-01-31"',
            )
    if len(tage) == 2 and tage["in_kraft_bis"] < tage["in_kraft_ab"]:
        raise KorpusFehler(
            "„in_kraft_bis“ liegt vor „in_kraft_ab“.", ort=ort, rat="Prüfen Sie die beiden Daten, oder lassen Sie eines weg."
        )


def _ist_tag(tag: str) -> bool:
    """Tell whether ``tag`` is a day as ISO 8601 writes it in full ("2025-01-31"); such days sort as text."""
    try:
        return date.fromisoformat(tag).isoformat() == tag
    except ValueError:
        return False


def _nur_felder(eintrag: Mapping[str, Any], erlaubt: set[str], ort: Ort) -> None:
    fremd = sorted(set(eintrag) - erlaubt)
    if fremd:
        raise KorpusFehler(
            f"Das Feld „{fremd[0]}“ ist unbekannt.", ort=ort, rat=f"Möglich sind: {', '.join(sorted(erlaubt))}."
        )
