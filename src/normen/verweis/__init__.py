"""Citations in running text: found, taken apart, and resolved from where they stand."""

from .ergaenzen import GibtEs
from .finden import finde
from .fund import Genanntes, Verweis, verlegt
from .namen import Namensbuch

__all__ = ["Genanntes", "GibtEs", "Namensbuch", "Verweis", "finde", "verlegt"]
