"""Rules between fields: conditions, number and choices of entries, order of days, contradictions.

They work on what the readers of the fields made of the data, and are told together with the mistakes in single fields;
what such a mistake makes undecidable is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from .angaben import UNLESBAR, Angabe
from .druckbild import aufzaehlung, datum
from .feld import Feld
from .vorgaben import Reihenfolge, Widerspruch


def feldverstoesse(felder: Sequence[Feld], werte: Mapping[str, object], vorn: str = "") -> Iterator[str]:
    """Yield every rule of a field that the data break, with the path of the field; nothing if all are kept."""
    nachbarn = {feld.name: feld for feld in felder}
    for feld in felder:
        regeln = (
            _bedingung(feld, nachbarn, werte), _anzahl(feld, werte), _abdeckung(feld, werte), _doppelte(feld, werte)
        )  # fmt: skip
        yield from (f"{vorn}{feld.name}: {verstoss}" for regel in regeln for verstoss in regel)
        for stelle, teil in _teile(feld, werte):
            yield from feldverstoesse(feld.felder, teil, f"{vorn}{stelle}.")


def unordnung(regeln: Sequence[Reihenfolge], angaben: Sequence[Angabe]) -> Iterator[str]:
    """Yield every day that lies after one it must not lie after: once, against the last such day of its rule.

    Days in entries of the same list are compared within each entry.
    """
    for regel in regeln:
        tage = [(a.stelle, a.wert, regel.tage.index(a.pfad)) for a in angaben if a.pfad in regel.tage]
        for stelle, tag, platz in tage:
            spaetere = ((p, s, t) for s, t, p in tage if p > platz and _vergleichbar(stelle, s))
            danach = sorted(spaeterer for spaeterer in spaetere if _verkehrt(regel, tag, spaeterer[2]))
            if danach:
                _, andere, anderer = danach[-1]
                yield f"{stelle}: {_verhaeltnis(tag, anderer)} ({andere})"


def widersprueche(regeln: Sequence[Widerspruch], werte: Mapping[str, object]) -> Iterator[str]:
    """Yield the reason of every combination of values that the template calls a contradiction."""
    for regel in regeln:
        if all(_wert(name, werte) in unvereinbare for name, unvereinbare in regel.angaben.items()):
            yield f"{', '.join(regel.angaben)}: {regel.grund}"


def _wert(pfad: str, werte: Mapping[str, object]) -> object:
    """The value of a field by its path; ``None`` if it, or the table it stands in, was not given or not readable."""
    wert: object = werte
    for name in pfad.split("."):
        wert = wert[name] if isinstance(wert, Mapping) else None
    return wert


def _vergleichbar(stelle: str, andere: str) -> bool:
    """Tell whether two places lie in the same entry of every list they share ("personen[1].von", "personen[1].bis")."""
    for teil, anderer in zip(stelle.split("."), andere.split("."), strict=False):
        if teil != anderer:
            return teil.partition("[")[0] != anderer.partition("[")[0]
    return True


def _verkehrt(regel: Reihenfolge, frueher: object, spaeter: object) -> bool:
    if not (isinstance(frueher, date) and isinstance(spaeter, date)):
        return False
    return frueher > spaeter or (frueher == spaeter and not regel.gleich)


def _verhaeltnis(tag: object, anderer: object) -> str:
    assert isinstance(tag, date)  # noqa: S101 - only days are out of order
    assert isinstance(anderer, date)  # noqa: S101
    if tag == anderer:
        return f"der {datum(tag)} muss vor diesem Tag liegen"
    return f"der {datum(tag)} liegt nach dem {datum(anderer)}"


def _bedingung(feld: Feld, nachbarn: Mapping[str, Feld], werte: Mapping[str, object]) -> Iterator[str]:
    """A field with a condition is required while it holds, and not to be given while it does not."""
    verlangt = _verlangt(feld, nachbarn, werte)
    if feld.wenn and verlangt is True and feld.pflicht and werte[feld.name] is None:
        yield f"fehlt (nötig bei {feld.wenn})"
    if feld.wenn and verlangt is False and werte[feld.name] is not None:
        yield f"passt nicht zu den übrigen Angaben (nur bei {feld.wenn})"


def _verlangt(feld: Feld, nachbarn: Mapping[str, Feld], werte: Mapping[str, object]) -> bool | None:
    """Tell whether a field's condition holds; ``None`` if the field it asks for is itself missing or wrong."""
    if feld.wenn is None:
        return True
    anderes = nachbarn[feld.wenn.feld]
    wert = werte[anderes.name]
    if wert is None:
        ohne_wert = _verlangt(anderes, nachbarn, werte) is False or not anderes.pflicht
        return feld.wenn.erfuellt(None) if ohne_wert else None
    return None if wert is UNLESBAR else feld.wenn.erfuellt(wert)


def _anzahl(feld: Feld, werte: Mapping[str, object]) -> Iterator[str]:
    """The entries of a list are counted as typed: a wrong entry is still an entry."""
    wert = werte[feld.name]
    if isinstance(wert, tuple) and len(wert) < feld.mindestens:
        yield f"zu wenige Einträge: {len(wert)} (mindestens {feld.mindestens})"
    if isinstance(wert, tuple) and feld.hoechstens is not None and len(wert) > feld.hoechstens:
        yield f"zu viele Einträge: {len(wert)} (höchstens {feld.hoechstens})"


def _abdeckung(feld: Feld, werte: Mapping[str, object]) -> Iterator[str]:
    """Every value of the choice occurs in some entry; left alone while an entry has none of them."""
    eintraege = werte[feld.name]
    if not feld.deckt or not isinstance(eintraege, tuple):
        return
    vorgesehen = next(teil.werte for teil in feld.felder if teil.name == feld.deckt)
    gewaehlt = _gewaehlt(feld.deckt, eintraege)
    fehlende = [f"„{wert}“" for wert in vorgesehen if wert not in gewaehlt]
    if fehlende and all(wert in vorgesehen for wert in gewaehlt):
        yield f"kein Eintrag mit {feld.deckt} {aufzaehlung(fehlende)}"


def _doppelte(feld: Feld, werte: Mapping[str, object]) -> Iterator[str]:
    """A choice that each entry makes for itself is made by one entry only."""
    eintraege = werte[feld.name]
    if not feld.einmal or not isinstance(eintraege, tuple):
        return
    gewaehlt = [wert for wert in _gewaehlt(feld.einmal, eintraege) if isinstance(wert, str)]
    doppelte = [f"„{wert}“" for wert in dict.fromkeys(gewaehlt) if gewaehlt.count(wert) > 1]
    if doppelte:
        yield f"mehr als ein Eintrag mit {feld.einmal} {aufzaehlung(doppelte)}"


def _gewaehlt(name: str, eintraege: Sequence[object]) -> list[object]:
    """Return what each entry has chosen; ``None`` for one that cannot be read."""
    return [eintrag[name] if isinstance(eintrag, Mapping) else None for eintrag in eintraege]


def _teile(feld: Feld, werte: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the tables below a field, each with its path."""
    wert = werte[feld.name]
    if isinstance(wert, Mapping):
        yield feld.name, wert
    if isinstance(wert, tuple):
        for stelle, eintrag in enumerate(wert, start=1):
            if isinstance(eintrag, Mapping):
                yield f"{feld.name}[{stelle}]", eintrag
