"""PDF of Word files, by LibreOffice: PDF/A, tagged, with title and language, one process for many files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..ablage import schreibe
from ..fehler import NormenFehler, Ort

#: Files for one call: the line of a command is short on Windows, and a call that fails costs no more than these.
_JE_AUFRUF = 100
_SEKUNDEN_BEGINN, _SEKUNDEN_JE_DATEI = 120, 15
#: LibreOffice's options of the PDF export: 2 is PDF/A-2b; the title comes from the properties of the document.
_AUSFUHR = {
    "SelectPdfVersion": {"type": "long", "value": "2"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "DisplayPDFDocumentTitle": {"type": "boolean", "value": "true"},
}
_ORTE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
)


def nach_pdf(dateien: Sequence[Path]) -> Iterator[tuple[Path, Path | None]]:
    """Write a PDF beside each Word file; yield each file with its PDF, or with ``None`` if LibreOffice made none.

    Files are written whole or not at all, and one that is there is replaced. Raises `NormenFehler` where there is no
    LibreOffice, or where it does not come to an end.
    """
    programm = libreoffice()
    with tempfile.TemporaryDirectory(prefix="normen-pdf-") as name:
        for ab in range(0, len(dateien), _JE_AUFRUF):
            yield from _umgewandelt(programm, dateien[ab : ab + _JE_AUFRUF], Path(name))


def libreoffice() -> str:
    """Return the program; raise `NormenFehler` with what to do if there is none."""
    for name in ("soffice", "libreoffice", *_ORTE):
        if gefunden := shutil.which(name):
            return gefunden
    raise NormenFehler(
        "LibreOffice ist nicht installiert; ohne es entsteht kein PDF.",
        rat="Installieren Sie LibreOffice, oder speichern Sie das Word-Dokument in Word als PDF.",
    )


def _umgewandelt(programm: str, dateien: Sequence[Path], ordner: Path) -> Iterator[tuple[Path, Path | None]]:
    """Convert copies whose names are numbers, so that files of one name from several folders do not meet."""
    kopien = {ordner / f"{nr}.docx": datei for nr, datei in enumerate(dateien)}
    for kopie, datei in kopien.items():
        shutil.copyfile(datei, kopie)
    profil = (ordner / "profil").as_uri()
    befehl = [programm, "--headless", "--norestore", f"-env:UserInstallation={profil}"]
    befehl += ["--convert-to", f"pdf:writer_pdf_Export:{json.dumps(_AUSFUHR)}", "--outdir", str(ordner), *map(str, kopien)]
    frist = _SEKUNDEN_BEGINN + _SEKUNDEN_JE_DATEI * len(dateien)
    try:
        subprocess.run(  # noqa: S603 - no shell, and no word of it comes from a document
            befehl, capture_output=True, check=False, timeout=frist, env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"}
        )
    except subprocess.TimeoutExpired:
        rat = "Beenden Sie offene Fenster von LibreOffice, und versuchen Sie es noch einmal."
        meldung = f"LibreOffice ist nach {frist} Sekunden nicht fertig geworden."
        raise NormenFehler(meldung, ort=Ort(str(dateien[0])), rat=rat) from None
    for kopie, datei in kopien.items():
        yield datei, _abgelegt(kopie.with_suffix(".pdf"), datei.with_suffix(".pdf"))
        kopie.unlink()


def _abgelegt(heraus: Path, ziel: Path) -> Path | None:
    """Move a PDF to its place; ``None`` if there is none."""
    if not heraus.is_file():
        return None
    schreibe(ziel, heraus.read_bytes())
    heraus.unlink()
    return ziel
