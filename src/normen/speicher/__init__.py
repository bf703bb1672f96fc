"""The knowledge base as one SQLite file; nothing else touches it.

A file is built beside its place under a name of its own and moved there when it is complete: a build that is killed, or two
at once, leave either the whole file or none. A finished file is never changed, so any number of processes may read it.
"""

from .lesen import Belegt, Speicher
from .schema import ziel_als_json
from .schreiben import Gebaut, schreibe

__all__ = ["Belegt", "Gebaut", "Speicher", "schreibe", "ziel_als_json"]
