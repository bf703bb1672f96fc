"""The Word file as a package: the same parts give the same bytes, whenever and wherever they are written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

#: The first day a ZIP file can name; when a document was written is nobody's business but the letter's.
_TAG = (1980, 1, 1, 0, 0, 0)


def verpackt(inhalt: bytes) -> bytes:
    """Return a ZIP file with the same parts in the same order, without dates, and traces of the machine."""
    return mit_teilen(inhalt, {})


def mit_teilen(inhalt: bytes, teile: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file as `verpackt` does, with these parts in place of those of the same name; new ones come last."""
    heraus = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhalt)) as alt, zipfile.ZipFile(heraus, "w", zipfile.ZIP_DEFLATED) as neu:
        for name in dict.fromkeys((*alt.namelist(), *teile)):
            teil = zipfile.ZipInfo(name, _TAG)
            teil.compress_type, teil.create_system = zipfile.ZIP_DEFLATED, 0
            neu.writestr(teil, teile[name] if name in teile else alt.read(name))
    return heraus.getvalue()
