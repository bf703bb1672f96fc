"""What a document asks of the knowledge base: is there such a norm, what does this text cite, what makes that apply?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from .geltung import Geltung
from .norm import Norm
from .verweis import Verweis
from .zitat import Zitat


class Normquelle(Protocol):
    """Whoever knows the norms; `normen.wissen.Wissen` is one. Each method raises `ZitatFehler` if there is no such norm."""

    def zitat(self, eingabe: str) -> Zitat:
        """Read a citation in any usual spelling, of a work that is known."""
        ...

    def norm(self, zitat: str, am: date | None = None) -> Norm:
        """Return the norm of a citation in any usual spelling; with ``am`` only if its work is in force on that day."""
        ...

    def verweise(self, text: str) -> Sequence[Verweis]:
        """Find the citations in a text; one that cannot be resolved has no target and a reason."""
        ...

    def geltung(self, eingabe: str) -> Geltung:
        """Say what applies to an Einheit, by the Verweisungen in it and below it."""
        ...


class Bestandsquelle(Normquelle, Protocol):
    """What is asked of the knowledge base besides, to compare a document with the texts as they are now."""

    def gleichlautende(self, pruefsumme: str) -> tuple[str, ...]:
        """Return the citations of all Einheiten whose Wortlaut has a Prüfsumme (`normen.pruefsumme`)."""
        ...

    def verweise_im_dokument(self) -> Callable[[str], list[Verweis]]:
        """Return what finds the citations in the passages of one document, called for each in their order."""
        ...
