"""The Herkunft in a Word file: as custom properties, which Word and LibreOffice keep when they save the file.

The record is one JSON text, packed, in base64, in pieces that no program cuts (``normen.Daten.0001`` …). What people want to
see of it stands beside it in properties of its own. A Prüfsumme over both tells whether any of it was changed or dropped; it
is no signature, and proves nothing about who wrote it.
"""

from __future__ import annotations

import base64
import hashlib
import io
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter

from ..fehler import HerkunftFehler, Ort
from ..schriftstueck import lies_eigenschaften
from .eigenschaften import mit_eigenschaften
from .herkunft import Geltungsweg, Herkunft, Zitiertes

PRAEFIX = "normen."
_DATEN, _SUMME, _FORM = f"{PRAEFIX}Daten.", f"{PRAEFIX}Daten", f"{PRAEFIX}Herkunft"
#: What follows is read by this form only; another one is said to be unknown.
_DIESE_FORM = "1"
#: Word keeps 255 characters of a property.
_STUECK = 250
#: So large a record may be when unpacked, in bytes: hundreds of citations with all their words.
_HOECHSTENS = 1 << 26

_SATZ = TypeAdapter(Herkunft)


def mit_herkunft(docx: bytes, herkunft: Herkunft) -> bytes:
    """Return a Word file with a Herkunft in it, in place of one it had; other properties stay. Same input, same bytes."""
    return mit_eigenschaften(docx, PRAEFIX, als_eigenschaften(herkunft))


def lies_herkunft(docx: bytes | Path) -> Herkunft | None:
    """Return the Herkunft of a Word file, ``None`` if it has none.

    Raises `LeseFehler` if it cannot be read as a Word file, `HerkunftFehler` if its Herkunft is damaged, changed, or of a
    newer version of normen.
    """
    if isinstance(docx, bytes):
        return aus_eigenschaften(lies_eigenschaften(io.BytesIO(docx), "Dokument"), "Dokument")
    with docx.open("rb") as strom:
        return aus_eigenschaften(lies_eigenschaften(strom, str(docx)), str(docx))


def als_eigenschaften(herkunft: Herkunft) -> dict[str, str]:
    """Return the properties that carry a Herkunft: first those for people, then the record."""
    satz, lesbares = _SATZ.dump_json(herkunft), dict(_lesbares(herkunft))
    gepackt = base64.b64encode(zlib.compress(satz, 9)).decode()
    stuecke = (gepackt[ab : ab + _STUECK] for ab in range(0, len(gepackt), _STUECK))
    return {
        **lesbares,
        _FORM: _DIESE_FORM,
        **{f"{_DATEN}{nummer:04d}": stueck for nummer, stueck in enumerate(stuecke, start=1)},
        _SUMME: _summe(satz, lesbares),
    }


def aus_eigenschaften(eigenschaften: Mapping[str, str], name: str = "") -> Herkunft | None:
    """Return the Herkunft that properties carry, ``None`` if they carry none; raises `HerkunftFehler` as `lies_herkunft`."""
    unsere = {schluessel: wert for schluessel, wert in eigenschaften.items() if schluessel.startswith(PRAEFIX)}
    if not unsere:
        return None
    if unsere.get(_FORM, _DIESE_FORM) != _DIESE_FORM:
        rat = "Prüfen Sie das Dokument mit der neuesten Version."
        raise HerkunftFehler("Die Herkunft hat eine Form, die diese Version nicht kennt.", ort=Ort(name), rat=rat)
    try:
        return _entpackt(unsere)
    except (KeyError, ValueError, zlib.error):
        raise HerkunftFehler(
            "Die Herkunft des Dokuments ist verändert worden oder unvollständig.",
            ort=Ort(name),
            rat="Nehmen Sie eine ältere Fassung der Datei. Was im Text zitiert wird, zeigt: normen refs",
        ) from None


def _entpackt(unsere: Mapping[str, str]) -> Herkunft:
    """Return the record; raises `KeyError`, `ValueError` or `zlib.error` if it is not all as it was written."""
    daten = {schluessel for schluessel in unsere if schluessel.startswith(_DATEN)}
    auspacker = zlib.decompressobj()
    gepackt = base64.b64decode("".join(unsere[schluessel] for schluessel in sorted(daten)), validate=True)
    satz = auspacker.decompress(gepackt, _HOECHSTENS)
    lesbares = {schluessel: wert for schluessel, wert in unsere.items() if schluessel not in {*daten, _FORM, _SUMME}}
    if not auspacker.eof or _summe(satz, lesbares) != unsere[_SUMME]:
        raise ValueError
    return _SATZ.validate_json(satz)


def _summe(satz: bytes, lesbares: Mapping[str, str]) -> str:
    """Return the Prüfsumme over the record and over what stands beside it for people."""
    zeilen = (f"{name}={wert}".encode() for name, wert in sorted(lesbares.items()))
    return hashlib.sha256(b"\n".join([satz, *zeilen])).hexdigest()


def _lesbares(herkunft: Herkunft) -> Iterator[tuple[str, str]]:
    yield f"{PRAEFIX}Vorlage", _gekuerzt(f"{herkunft.vorlage} {herkunft.vorlage_version} ({herkunft.art})")
    yield f"{PRAEFIX}Programm", f"normen {herkunft.programm}"
    if herkunft.datum:
        yield f"{PRAEFIX}Datum", f"vom {herkunft.datum}"
    for nummer, zitiertes in enumerate(herkunft.zitiertes, start=1):
        yield f"{PRAEFIX}Zitat.{nummer:03d}", _gekuerzt(_zitat(zitiertes))
    for nummer, weg in enumerate(herkunft.wege, start=1):
        yield f"{PRAEFIX}Weg.{nummer:03d}", _gekuerzt(_weg(weg))


def _zitat(z: Zitiertes) -> str:
    summe = f"SHA-256 {z.pruefsumme}" if z.pruefsumme else ""
    fassung = f"{z.werk}: {z.fassung}" if z.fassung else f"{z.werk}: Fassung nicht bekannt"
    return " | ".join(filter(None, (z.zitat, z.stand.value, summe, fassung)))


def _weg(weg: Geltungsweg) -> str:
    klauseln = ", ".join(f"{k.quelle} (SHA-256 {k.pruefsumme})" for k in weg.klauseln)
    return f"{weg.gilt} gilt für {weg.zitat} nach {klauseln}"


def _gekuerzt(text: str) -> str:
    return text if len(text) <= _STUECK else f"{text[: _STUECK - 1]}…"
