"""The Word file as a package: the same parts give the same bytes, whenever and wherever they are written."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

#: The first day a ZIP file can name; when a document was written is nobody's business but the letter's.
_TAG = (1980, 1, 1, 0, 0, 0)


def verpackt(inhalt: bytes, ohne: frozenset[str] = frozenset()) -> bytes:
    """Return a ZIP file with the same parts in the same order, but for those of ``ohne``, and without dates and traces."""
    with zipfile.ZipFile(BytesIO(inhalt)) as alt:
        return ergaenzt(None, {name: alt.read(name) for name in alt.namelist() if name not in ohne})


def ergaenzt(paket: bytes | None, teile: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file with further parts behind those it has, which stay packed as they are; ``None`` is an empty one."""
    heraus = BytesIO(paket or b"")
    with zipfile.ZipFile(heraus, "w" if paket is None else "a", zipfile.ZIP_DEFLATED) as neu:
        for name, inhalt in teile.items():
            teil = zipfile.ZipInfo(name, _TAG)
            teil.compress_type, teil.create_system = zipfile.ZIP_DEFLATED, 0
            neu.writestr(teil, inhalt)
    return heraus.getvalue()


def mit_teilen(inhalt: bytes, teile: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file as `verpackt` does, with these parts in place of those of the same name; new ones come last."""
    with zipfile.ZipFile(BytesIO(inhalt)) as alt:
        vorhandene = {name: teile[name] if name in teile else alt.read(name) for name in alt.namelist()}
    return ergaenzt(None, {**vorhandene, **teile})
