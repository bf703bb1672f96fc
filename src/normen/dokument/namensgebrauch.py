"""Which names and citations the text of a template uses, read from the syntax tree of its commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

#: Functions that look citations up: all that stand in their first argument.
_ZITIEREND = frozenset({"norm", "normen", "wortlaut", "entsprechend"})
_TYPFILTER = frozenset({"datum", "betrag"})


@dataclass(frozen=True, slots=True)
class Nennung:
    """Something that stands in a text, and the line it stands on."""

    wort: str
    zeile: int


@dataclass(slots=True)
class Gebrauch:
    """What a text uses: paths of values ("massnahmen.gewaehrt_am"), citations written out, and the names it sets itself.

    ``regeln`` are those of the table of norms of which it asks whether there is one. What the commands tell of values:
    ``listen`` are the paths that loops run over, ``typen`` what functions and filters take a path for ("zitat", "datum",
    "betrag"), ``vergleiche`` the texts that a path is compared with.
    """

    pfade: list[Nennung] = field(default_factory=list)
    zitate: list[Nennung] = field(default_factory=list)
    regeln: set[str] = field(default_factory=set)
    gesetzt: set[str] = field(default_factory=set)
    listen: set[str] = field(default_factory=set)
    typen: dict[str, str] = field(default_factory=dict)
    vergleiche: dict[str, list[str]] = field(default_factory=dict)

    def ergaenze(self, weiterer: Gebrauch) -> None:
        """Take in what another text of the same template uses."""
        self.pfade += weiterer.pfade
        self.zitate += weiterer.zitate
        self.regeln |= weiterer.regeln
        self.gesetzt |= weiterer.gesetzt
        self.listen |= weiterer.listen
        self.typen |= weiterer.typen
        for pfad, texte in weiterer.vergleiche.items():
            self.vergleiche.setdefault(pfad, []).extend(texte)


#: The path a name stands for; "" for a value that is none of the data's.
_Sicht = Mapping[str, str]


def gebrauch(baum: nodes.Template, eigene: Iterable[str]) -> Gebrauch:
    """Return what a text uses; ``eigene`` are names that are no data: functions, and what is set before it.

    A name that a loop gives to the entries of a list stands for the path of the list.
    """
    gefunden = Gebrauch()
    for zuweisung in baum.find_all(nodes.Assign):
        gefunden.gesetzt |= {ziel.name for ziel in _namen(zuweisung.target)}
    _lies(baum, dict.fromkeys([*eigene, *gefunden.gesetzt, "loop"], ""), gefunden)
    return gefunden


def _lies(knoten: nodes.Node, sicht: _Sicht, gefunden: Gebrauch) -> str:
    """Note what an expression or a block uses; return the path it stands for, "" if it stands for none."""
    if isinstance(knoten, nodes.For):
        return _lies_schleife(knoten, sicht, gefunden)
    if isinstance(knoten, nodes.Name):
        return _notiert(sicht.get(knoten.name, knoten.name), knoten, gefunden) if knoten.ctx == "load" else ""
    if isinstance(knoten, nodes.Getattr):
        oben = _lies(knoten.node, sicht, gefunden)
        return _notiert(f"{oben}.{knoten.attr}" if oben else "", knoten, gefunden)
    pfade = [_lies(teil, sicht, gefunden) for teil in knoten.iter_child_nodes()]
    if isinstance(knoten, nodes.Call) and isinstance(knoten.node, nodes.Name):
        _lies_aufruf(knoten.node.name, knoten.args[:1], pfade[1:2], gefunden)
    if isinstance(knoten, nodes.Compare) and pfade[0]:
        texte = (op.expr.value for op in knoten.ops if isinstance(op.expr, nodes.Const) and isinstance(op.expr.value, str))
        gefunden.vergleiche.setdefault(pfade[0], []).extend(texte)
    if isinstance(knoten, nodes.Filter) and pfade and knoten.name in _TYPFILTER:
        gefunden.typen[pfade[0]] = knoten.name
    return pfade[0] if pfade and isinstance(knoten, nodes.Filter | nodes.Getitem) else ""


def _lies_aufruf(name: str, argumente: Sequence[nodes.Node], pfade: Sequence[str], gefunden: Gebrauch) -> None:
    woertlich = list(_woertlich(argumente))
    gefunden.regeln |= {nennung.wort for nennung in woertlich if name == "kennt"}
    if name in _ZITIEREND:
        gefunden.zitate += woertlich
        gefunden.typen |= dict.fromkeys(filter(None, pfade), "zitat")
        gefunden.listen |= {pfad for pfad in pfade if pfad and name == "normen"}


def _lies_schleife(schleife: nodes.For, sicht: _Sicht, gefunden: Gebrauch) -> str:
    liste = _lies(schleife.iter, sicht, gefunden)
    gefunden.listen |= {liste} - {""}
    innen = {**sicht, **{ziel.name: liste for ziel in _namen(schleife.target)}}
    for teil in (*schleife.body, *schleife.else_, *([schleife.test] if schleife.test else [])):
        _lies(teil, innen, gefunden)
    return ""


def _notiert(pfad: str, knoten: nodes.Node, gefunden: Gebrauch) -> str:
    if pfad:
        gefunden.pfade.append(Nennung(pfad, knoten.lineno))
    return pfad


def _woertlich(argumente: Sequence[nodes.Node]) -> Iterator[Nennung]:
    """Yield the citations that are written out as text, alone or in a list."""
    for argument in argumente:
        for teil in argument.items if isinstance(argument, nodes.List | nodes.Tuple) else [argument]:
            if isinstance(teil, nodes.Const) and isinstance(teil.value, str):
                yield Nennung(teil.value, teil.lineno)


def _namen(ziel: nodes.Node) -> Iterator[nodes.Name]:
    yield from [ziel] if isinstance(ziel, nodes.Name) else ziel.find_all(nodes.Name)
