"""The Word file as a package: the same parts give the same bytes, whenever and wherever they are written."""

from __future__ import annotations

import io
import zipfile

#: The first day a ZIP file can name; when a document was written is nobody's business but the letter's.
_TAG = (1980, 1, 1, 0, 0, 0)


def verpackt(inhalt: bytes) -> bytes:
    """Return a ZIP file with the same parts in the same order, without dates, and traces of the machine."""
    heraus = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhalt)) as alt, zipfile.ZipFile(heraus, "w", zipfile.ZIP_DEFLATED) as neu:
        for name in alt.namelist():
            teil = zipfile.ZipInfo(name, _TAG)
            teil.compress_type, teil.create_system = zipfile.ZIP_DEFLATED, 0
            neu.writestr(teil, alt.read(name))
    return heraus.getvalue()
