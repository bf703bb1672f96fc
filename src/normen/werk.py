"""Works (Gesetze, Verordnungen, Verwaltungsvorschriften) and the register that knows their names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from .schreibweise import SCHREIBWEISE, Ebene, zahl_zu_roemisch
from .zitat import Glied, Rahmen, Zitat


class Werkart(StrEnum):
    """Kind of a work; the value is what manifests say and users see.

    The data set of federal law does not tell laws from ordinances; its works are all of one kind.
    """

    GESETZ = "Gesetz"
    VERORDNUNG = "Verordnung"
    VERWALTUNGSVORSCHRIFT = "Verwaltungsvorschrift"
    AV = "AV"
    BUNDESRECHT = "Bundesrecht"

    def __repr__(self) -> str:
        return f"Werkart.{self.name}"


@dataclass(frozen=True, slots=True)
class Werk:
    """A work and the names it goes by.

    ``kurz`` is its canonical name in citations, ``titel`` the full title (of the code, for a book of a code), ``kennung``
    its stable id ("bw/jvollzgb-3"). ``vv`` and ``vv_praefix`` say in which administrative rule, and under which path, the
    VV on this work stand. ``doknr``, ``adresse`` and ``eli`` are what its publisher knows it by: document number, web
    address, European Legislation Identifier. ``geladen`` tells whether its text is in the corpus. What the text or its
    publisher does not say is "".
    """

    kurz: str
    titel: str
    kennung: str
    art: Werkart
    namen: tuple[str, ...] = ()
    herausgeber: str = ""
    raum: str = ""
    aktenzeichen: str = ""
    fassung: str = ""
    in_kraft_ab: str = ""
    in_kraft_bis: str = ""
    vv: str = ""
    vv_praefix: str = ""
    doknr: str = ""
    adresse: str = ""
    eli: str = ""
    geladen: bool = True


@dataclass(frozen=True, slots=True)
class AusserKraft:
    """That a work is out of force: the first day it was, where that is published, and the work that takes its place."""

    werk: str
    seit: date
    fundstelle: str
    nachfolger: str


def nicht_in_kraft(werk: Werk, am: date, ende: AusserKraft | None) -> str:
    """Say why a work is not in force on a day, "" if it is or nothing is known; ``ende`` is what is published of its end."""
    if werk.in_kraft_ab and am < date.fromisoformat(werk.in_kraft_ab):
        return f"{werk.kurz} ist in der geladenen Fassung erst ab dem {_tag(werk.in_kraft_ab)} in Kraft"
    if werk.in_kraft_bis and am > date.fromisoformat(werk.in_kraft_bis):
        return f"{werk.kurz} war nur bis zum {_tag(werk.in_kraft_bis)} in Kraft"
    if ende is not None and am >= ende.seit:
        return f"{werk.kurz} ist seit dem {ende.seit:%d.%m.%Y} außer Kraft; jetzt gilt {ende.nachfolger}"
    return ""


def _tag(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d.%m.%Y}"


#: What many names end with, and so tells nothing about which is meant.
_GATTUNG = re.compile(r"(?<=.)(?:gesetz(?:buch)?|(?:ver)?ordnung)$")


def schluessel(name: str) -> str:
    """Fold a name so that its spellings meet: "JVollzGB 3", "JVollzGB-III" and "jvollzgb iii" give the same key."""
    gefaltet = re.sub(r"(?<=[a-zäöü])(?=\d{1,2}$)", " ", name.casefold().replace("ß", "ss"))
    worte = re.sub(r"[\s\-_.,;()]+", " ", gefaltet).split()
    return "".join(
        zahl_zu_roemisch(int(wort)).casefold() if wort.isdecimal() and len(wort) <= 2 and 1 <= int(wort) <= 39 else wort
        for wort in worte
    )


class Register:
    """All works that are known, found by any of their names.

    ``werke`` are the ones of a corpus; ``weitere`` gives more that may be cited, and is asked only for a name that none
    of the first has. Of two works with the same name the first one given wins.
    """

    def __init__(self, werke: Iterable[Werk], weitere: Callable[[], Iterable[Werk]] = tuple) -> None:
        self.werke = tuple(werke)
        self._weitere = weitere
        self._nach_name = _verzeichnis(self.werke)

    @property
    def alle(self) -> tuple[Werk, ...]:
        """All works, those of the corpus first."""
        return (*self.werke, *self._weitere())

    @property
    def geladen(self) -> frozenset[str]:
        """Canonical names of the works whose text is in the corpus."""
        return frozenset(werk.kurz for werk in self.werke if werk.geladen)

    @cached_property
    def _alle_nach_name(self) -> dict[str, Werk]:
        return _verzeichnis(self.alle)

    def werk(self, name: str) -> Werk | None:
        """Return the work of that name, in any spelling, or ``None``."""
        return _nachgeschlagen(self._nach_name, name) or _nachgeschlagen(self._alle_nach_name, name)

    def kurzname(self, name: str) -> str:
        """Return the canonical name of a work; a name that is not known comes back as it is."""
        werk = self.werk(name)
        return werk.kurz if werk else name

    def aehnliche(self, name: str, hoechstens: int = 3) -> tuple[str, ...]:
        """Return canonical names that resemble ``name``, best first; farther ones only of the corpus."""
        aehnlich: dict[str, None] = {}
        for verzeichnis, mindestens in ((self._alle_nach_name, 0.8), (self._nach_name, 0.6)):
            namen = [gefaltet for gefaltet in verzeichnis if not gefaltet.startswith("=")]
            nahe = difflib.get_close_matches(schluessel(name), namen, n=hoechstens * 3, cutoff=mindestens)
            kern = _GATTUNG.sub("", schluessel(name))
            gleiche = (t for t in nahe if difflib.SequenceMatcher(None, kern, _GATTUNG.sub("", t)).ratio() >= mindestens)
            aehnlich |= dict.fromkeys(verzeichnis[treffer].kurz for treffer in gleiche)
        return tuple(aehnlich)[:hoechstens]

    def kennung(self, zitat: Zitat) -> str:
        """Return the stable id of a citation, for instance ``bw/jvollzgb-3#p9.abs2.nr3``; "" if the work is not known.

        Divisions stay out of the path of what lies below them, and a VV lives in the path of its administrative rule.
        """
        werk = self.werk(zitat.werk)
        if werk is None:
            return ""
        schritte = [_schritt(glied) for glied in (*zitat.zu, *zitat.glieder)]
        if zitat.rahmen is Rahmen.VERMERK:
            schritte.append("vermerk")
        if zitat.rahmen is Rahmen.VV:
            traeger = self.werk(werk.vv)
            kennung = traeger.kennung if traeger else f"{werk.kennung}-vv"
            return f"{kennung}#{'.'.join(filter(None, (werk.vv_praefix, *schritte)))}"
        return f"{werk.kennung}#{'.'.join(schritte)}" if schritte else werk.kennung


def _nachgeschlagen(verzeichnis: dict[str, Werk], name: str) -> Werk | None:
    return verzeichnis.get(f"={name}") or verzeichnis.get(schluessel(name))


def _verzeichnis(werke: Sequence[Werk]) -> dict[str, Werk]:
    """Index works by their names, folded and ("=") as written; a canonical name wins over a further one."""
    gefaltet = {schluessel(name): werk for werk in reversed(werke) for name in _namen(werk)}
    geschrieben = {f"={name}": werk for werk in reversed(werke) for name in _namen(werk)}
    return gefaltet | geschrieben | {f"={werk.kurz}": werk for werk in reversed(werke)}


def _namen(werk: Werk) -> tuple[str, ...]:
    return (werk.titel, *werk.namen, werk.kurz)


def _schritt(glied: Glied) -> str:
    if glied.ebene is Ebene.SATZTEIL:
        innen, zahl = glied.nummer.rsplit(" ", 1)
        return f"nach-{SCHREIBWEISE[Ebene(innen)].kennung}{zahl.casefold()}"
    return f"{SCHREIBWEISE[glied.ebene].kennung}{glied.nummer.casefold()}"
