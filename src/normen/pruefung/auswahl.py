"""Which findings are asked for: some kinds, and some works."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..fehler import NormenFehler
from ..naehe import oder
from ..werk import Register
from ..zitat import Rahmen, Zitat
from ..zitatleser import lies_zitat
from .art import Pruefart


@dataclass(frozen=True, slots=True)
class Auswahl:
    """The kinds by their key, and the names of the works, ``None`` for all."""

    arten: frozenset[str]
    werke: frozenset[str] | None
    register: Register

    @classmethod
    def aus(
        cls, register: Register, arten: Iterable[Pruefart], werk: str = "", nur: Iterable[str] = (), ohne: Iterable[str] = ()
    ) -> Auswahl:
        """Select by the name of a work ("" = all) and by keys of kinds.

        Raises `NormenFehler` for a work that is not loaded, and if no kind is left: nothing checked is not "no findings".
        """
        alle = [art.kuerzel for art in arten]
        gewaehlt = frozenset(tuple(nur) or alle) - frozenset(ohne)
        if not gewaehlt:
            rat = "Lassen Sie mit --ohne nicht alle Arten weg, die --nur nennt."
            raise NormenFehler("Es bleibt keine Art von Befunden zu prüfen.", rat=rat)
        return cls(gewaehlt, _werke(register, werk) if werk else None, register)

    def nimmt(self, art: str, zitat: Zitat | None) -> bool:
        """Tell whether a finding of a kind, in an Einheit, is asked for; one without a place only if all works are."""
        if art not in self.arten:
            return False
        return self.werke is None or (zitat is not None and not self.werke.isdisjoint(self._traeger(zitat)))

    def _traeger(self, zitat: Zitat) -> tuple[str, ...]:
        """Return the works an Einheit belongs to: a VV to its statute and to the rule it is part of."""
        werk = self.register.werk(zitat.werk)
        return (zitat.werk, werk.vv) if werk and zitat.rahmen is not Rahmen.NORM else (zitat.werk,)


def _werke(register: Register, name: str) -> frozenset[str]:
    """Return the loaded work of that name, or the books of a code."""
    kurz = register.kurzname(name)
    geladen = [werk.kurz for werk in register.werke if werk.geladen]
    gemeint = [k for k in geladen if k == kurz or k.startswith(f"{kurz} ")]
    if gemeint:
        return frozenset([kurz] if kurz in gemeint else gemeint)
    rat = "Die geladenen Werke zeigt: normen werke"
    if register.werk(name) is not None:
        raise NormenFehler(f"{kurz} ist bekannt, aber sein Text ist nicht geladen.", rat=rat)
    if _ist_zitat(register, name):
        raise NormenFehler(f"„{name}“ ist kein Werk. Geprüft wird ein ganzes Werk.", rat=rat)
    aehnlich = [kurz for kurz in register.aehnliche(name) if kurz in geladen]
    raise NormenFehler(f"Das Werk „{name}“ ist nicht bekannt.", rat=f"Meinten Sie {oder(aehnlich)}?" if aehnlich else rat)


def _ist_zitat(register: Register, name: str) -> bool:
    try:
        return bool(lies_zitat(name, register.kurzname).glieder)
    except NormenFehler:
        return False
