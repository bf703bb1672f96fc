"""Rules for the fields of a template: what a description may declare."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from pydantic import BaseModel

from .feld import Feld

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_JINJA = "and as block call context else false filter for from if import in is loop macro none not or set self true with"
_FUNKTIONEN = "norm normen kennt wortlaut entsprechend zitierte datum betrag"
#: Names that mean something else inside a template or on a table of values.
_VERGEBEN = frozenset({*_FUNKTIONEN.split(), *_JINJA.split(), *dir(dict), *dir(BaseModel)})
#: What to call a field instead whose name is taken.
_ERSATZ = {"datum": "briefdatum", "betrag": "betrag_euro"}
_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_BEDINGEND = ("wahrheitswert", "auswahl")


def feldmaengel(felder: Sequence[Feld], vorn: str = "") -> Iterator[str]:
    """Yield every mistake in the fields, each with the field's path; nothing if all is well."""
    for name, anzahl in Counter(feld.name for feld in felder).items():
        if anzahl > 1:
            yield f"{vorn}{name}: der Name ist {anzahl}-mal vergeben"
    for stelle, feld in enumerate(felder):
        nachbarn = {nachbar.name: nachbar for nachbar in felder[:stelle]}
        for regel in _REGELN:
            yield from (f"{vorn}{feld.name}: {mangel}" for mangel in regel(feld, nachbarn))
        yield from feldmaengel(feld.felder, f"{vorn}{feld.name}.")


def namensmangel(name: str) -> str:
    """Return why a field cannot have this name; "" if it can."""
    if not _NAME.fullmatch(name):
        return "ein Name besteht aus kleinen Buchstaben ohne Umlaut, Ziffern und _"
    return "dieser Name ist in Vorlagen vergeben" if name in _VERGEBEN or name.startswith("model_") else ""


def ersatzname(name: str) -> str:
    """Return a name that a field may have in place of one that it cannot have."""
    if name in _ERSATZ:
        return _ERSATZ[name]
    lesbar = re.sub(r"[^a-z0-9_]+", "_", name.casefold().translate(_UMLAUTE)).strip("_")
    return lesbar if lesbar and not namensmangel(lesbar) else f"feld_{lesbar}".strip("_")


def _name(feld: Feld, _: dict[str, Feld]) -> Iterator[str]:
    yield from filter(None, [namensmangel(feld.name)])


def _werte(feld: Feld, _: dict[str, Feld]) -> Iterator[str]:
    if (feld.typ == "auswahl") != bool(feld.werte):
        yield "„werte“ gehört zu jeder auswahl und nur dorthin"


def _teile(feld: Feld, _: dict[str, Feld]) -> Iterator[str]:
    if feld.typ == "objekt" and not feld.felder:
        yield "ein objekt braucht Felder (feld)"
    if feld.typ == "liste" and bool(feld.felder) == bool(feld.element):
        yield "eine liste braucht entweder Felder (feld) oder „element“"
    if feld.typ not in ("objekt", "liste") and feld.felder:
        yield "nur objekt und liste haben Felder (feld)"


def _anzahl(feld: Feld, _: dict[str, Feld]) -> Iterator[str]:
    anzahl = feld.mindestens or feld.hoechstens is not None
    if feld.typ != "liste" and (anzahl or feld.element or feld.deckt or feld.einmal):
        yield "„element“, „mindestens“, „hoechstens“, „deckt“ und „einmal“ gehören zu einer liste"
    if feld.hoechstens is not None and feld.hoechstens < max(feld.mindestens, 1):
        yield "„hoechstens“ ist kleiner als „mindestens“ oder als 1"


def _wenn(feld: Feld, nachbarn: dict[str, Feld]) -> Iterator[str]:
    if feld.wenn is None:
        return
    anderes = nachbarn.get(feld.wenn.feld)
    if anderes is None or anderes.typ not in _BEDINGEND:
        yield f"„wenn“ nennt „{feld.wenn.feld}“; nötig ist ein wahrheitswert oder eine auswahl, die weiter oben steht"
        return
    if bool(feld.wenn.ist) == bool(feld.wenn.ist_nicht):
        yield "„wenn“ braucht entweder „ist“ oder „ist_nicht“"
    erlaubt = anderes.werte or (True, False)
    for wert in (*feld.wenn.ist, *feld.wenn.ist_nicht):
        if wert not in erlaubt:
            yield f"„wenn“ fragt nach „{wert}“; das kann „{anderes.name}“ nicht sein"


def _auswahl_der_eintraege(feld: Feld, _: dict[str, Feld]) -> Iterator[str]:
    for schluessel, name in (("deckt", feld.deckt), ("einmal", feld.einmal)):
        if name and not any(teil.name == name and teil.typ == "auswahl" for teil in feld.felder):
            yield f"„{schluessel}“ nennt „{name}“; nötig ist eine auswahl in den Einträgen der liste"


_REGELN: tuple[Callable[[Feld, dict[str, Feld]], Iterator[str]], ...] = (
    _name, _werte, _teile, _anzahl, _wenn, _auswahl_der_eintraege,
)  # fmt: skip
