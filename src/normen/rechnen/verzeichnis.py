"""All calculations by name, with typed parameters, and the one way to call them with values of a document."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from inspect import Parameter as _Signatur
from inspect import signature

from ..fehler import RechenFehler
from .ehrenamt import aufwandsentschaedigung_einzelbetreuung, aufwandsentschaedigung_gruppe
from .entlassung import (
    bekanntgabe_durch_post,
    tag_vor,
    tag_vor_entlassung,
    taschengeld_antragsfrist,
    therapiebeginn,
    werktage_nach,
)
from .ergebnis import Frist, Rechnung
from .forensik import kostenpauschale, kurzgutachten
from .gelder import (
    hausgeld,
    sondergeld_hoechstbetrag,
    sondergeld_ueberhang,
    ueberbrueckungsgeld_mindesthoehe,
    ueberbrueckungsgeld_zufuehrung,
)
from .groessen import GROESSENARTEN, Rechengroessen
from .haftkosten import haftkostenbeitrag, haftkostensatz, mittleres_arbeitsentgelt
from .lebensalter import lebensalter
from .rechtsbehelfe import rechtsbehelfsfrist
from .taschengeld import porto_pauschale, taschengeld, taschengeld_im_ersten_monat
from .verguetung import (
    arbeitstherapie,
    ausbildungsbeihilfe,
    ausgleichsentschaedigung,
    eckverguetung_jahr,
    eckverguetung_tag,
    stundensatz,
    tagessatz,
)
from .zulagen import zulage

RECHNUNGEN: Mapping[str, Callable[..., Rechnung | Frist]] = {
    funktion.__name__: funktion
    for funktion in (
        eckverguetung_jahr,
        eckverguetung_tag,
        tagessatz,
        stundensatz,
        arbeitstherapie,
        ausbildungsbeihilfe,
        ausgleichsentschaedigung,
        zulage,
        taschengeld,
        taschengeld_im_ersten_monat,
        porto_pauschale,
        hausgeld,
        ueberbrueckungsgeld_zufuehrung,
        ueberbrueckungsgeld_mindesthoehe,
        sondergeld_hoechstbetrag,
        sondergeld_ueberhang,
        haftkostensatz,
        mittleres_arbeitsentgelt,
        haftkostenbeitrag,
        aufwandsentschaedigung_einzelbetreuung,
        aufwandsentschaedigung_gruppe,
        kostenpauschale,
        kurzgutachten,
        rechtsbehelfsfrist,
        tag_vor_entlassung,
        tag_vor,
        therapiebeginn,
        werktage_nach,
        taschengeld_antragsfrist,
        bekanntgabe_durch_post,
        lebensalter,
    )
}
_TYPNAMEN: Mapping[type, str] = {
    Decimal: "ein Betrag oder eine Zahl",
    int: "eine ganze Zahl",
    date: "ein Datum",
    bool: "ja oder nein",
    str: "ein Text",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a calculation asks for: ``typ`` is `Decimal`, `int`, `date`, `bool`, `str` or a `StrEnum`."""

    name: str
    typ: type
    pflicht: bool

    @property
    def werte(self) -> tuple[str, ...]:
        """The choices, where there are any."""
        return tuple(str(wert) for wert in self.typ) if issubclass(self.typ, StrEnum) else ()


@cache
def parameter(funktion: str) -> tuple[Parameter, ...]:
    """Return what a calculation asks for, without the figures of the year; raise `RechenFehler` if there is no such one."""
    typen = typing.get_type_hints(_finde(funktion))
    return tuple(
        Parameter(name, _ohne_none(typen[name]), angabe.default is _Signatur.empty)
        for name, angabe in signature(_finde(funktion)).parameters.items()
        if name != "groessen"
    )


def rechne(funktion: str, angaben: Mapping[str, object], groessen: Rechengroessen) -> Rechnung | Frist:
    """Call a calculation by its name with the values of a document; ``None`` is a value that is not given.

    A figure of the year may be among them (``bezugsgroesse`` with ``bezugsgroesse_quelle``); it comes before that of
    ``groessen``. Raises `RechenFehler` that names the parameter: unknown, missing, of another type, or refused by the norm.
    """
    gegeben = {name: wert for name, wert in angaben.items() if wert is not None}
    verlangt, gerufen = parameter(funktion), _finde(funktion)
    werte: dict[str, object] = {}
    if "groessen" in signature(gerufen).parameters:
        werte["groessen"] = groessen.mit_eigenen(_eigene_groessen(gegeben))
        gegeben = {name: wert for name, wert in gegeben.items() if name.removesuffix("_quelle") not in GROESSENARTEN}
    _nur_bekannte(funktion, gegeben, verlangt)
    if fehlend := [p.name for p in verlangt if p.pflicht and p.name not in gegeben]:
        raise RechenFehler(f"Für „{funktion}“ fehlt: {', '.join(fehlend)}.", fehlend[0])
    return gerufen(**werte, **{p.name: _wert(p, gegeben[p.name]) for p in verlangt if p.name in gegeben})


def _finde(funktion: str) -> Callable[..., Rechnung | Frist]:
    if gefunden := RECHNUNGEN.get(funktion):
        return gefunden
    raise RechenFehler(f"Die Rechnung „{funktion}“ gibt es nicht.", rat=f"Es gibt: {', '.join(RECHNUNGEN)}.")


def _ohne_none(typ: object) -> type:
    if isinstance(typ, types.UnionType):
        (typ,) = (teil for teil in typing.get_args(typ) if teil is not types.NoneType)
    assert isinstance(typ, type)  # noqa: S101 - the functions above have no other types
    return typ


def _nur_bekannte(funktion: str, angaben: Mapping[str, object], verlangt: tuple[Parameter, ...]) -> None:
    namen = [p.name for p in verlangt]
    for name in angaben:
        if name not in namen:
            raise RechenFehler(f"„{funktion}“ kennt diese Angabe nicht.", name, rat=f"Bekannt sind: {', '.join(namen)}.")


def _wert(p: Parameter, roh: object) -> object:
    """Return the value in the type of the parameter."""
    if issubclass(p.typ, StrEnum):
        if isinstance(roh, str) and roh in p.werte:
            return p.typ(roh)
        raise RechenFehler(f"„{roh}“ ist nicht vorgesehen (möglich: {' | '.join(p.werte)}).", p.name)
    if p.typ is Decimal and isinstance(roh, int) and not isinstance(roh, bool):
        return Decimal(roh)
    if isinstance(roh, p.typ) and (p.typ is bool or not isinstance(roh, bool)):
        return roh
    raise RechenFehler(f"„{roh}“ passt nicht; erwartet wird {_TYPNAMEN[p.typ]}.", p.name)


def _eigene_groessen(angaben: Mapping[str, object]) -> Mapping[str, tuple[Decimal, str]]:
    """Read the figures of the year that stand among the values, each with its source."""
    eigene = {}
    for name in GROESSENARTEN.keys() & angaben.keys():
        wert, quelle = angaben[name], angaben.get(f"{name}_quelle")
        if isinstance(wert, bool) or not isinstance(wert, int | Decimal) or not Decimal(wert).is_finite() or wert < 0:
            raise RechenFehler(f"„{wert}“ passt nicht; erwartet wird {_TYPNAMEN[Decimal]}.", name)
        if not isinstance(quelle, str) or not quelle.strip():
            raise RechenFehler("Zu dem Wert fehlt die Fundstelle.", f"{name}_quelle")
        eigene[name] = (Decimal(wert), quelle.strip())
    return eigene
