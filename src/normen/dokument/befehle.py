"""The commands that a template may use: what is not named here is refused before anything runs.

Templates come from strangers. What no letter needs - macros, imports, calls of anything but the functions given, powers,
switching off the escaping - is no language of templates at all. What remains is measured: each step of a loop and
each value that a command makes pass through a filter whose name no template can write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import TemplateRuntimeError
from jinja2.visitor import NodeTransformer

#: Filters that are set around loops and values; a name in a template cannot begin with a blank.
SCHRITTE, GELESEN, GEMESSEN = " schritte", " gelesen", " gemessen"
FUNKTIONEN = ("norm", "normen", "kennt", "wortlaut", "entsprechend", "zitierte", "loop.cycle")

_ERLAUBT: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Assign, nodes.With),
    *(nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.CondExpr),
    *(nodes.Filter, nodes.Test, nodes.Call, nodes.Keyword, nodes.Compare, nodes.Operand),
    *(nodes.Not, nodes.And, nodes.Or, nodes.Neg, nodes.Pos, nodes.Concat),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod),
)
#: How a command that is refused is written.
_NAMEN: dict[type[nodes.Node], str] = {
    **{nodes.Macro: "macro", nodes.CallBlock: "call", nodes.FilterBlock: "filter", nodes.AssignBlock: "set … endset"},
    **{nodes.Include: "include", nodes.Import: "import", nodes.FromImport: "from … import", nodes.Extends: "extends"},
    **{nodes.Block: "block", nodes.Scope: "autoescape", nodes.Pow: "**", nodes.Dict: "{ … : … }"},
    **{nodes.NSRef: "namespace"},
}
#: So many parts a single "~" may join, and so many characters of constant text count as one step.
_GLIEDER, _ZEICHEN_JE_SCHRITT = 50, 64


class Unerlaubt(TemplateRuntimeError):
    """Something that a template must not do; ``zeile`` is the line of the source if it is known before it runs."""

    def __init__(self, grund: str, zeile: int = 0) -> None:
        super().__init__(grund)
        self.zeile = zeile


class Befehlspruefung(NodeTransformer):
    """Checks a parsed template, takes docxtpl's marks out of its constant text, and sets the measures in.

    ``filter`` and ``tests`` are the names of those there are. Raises `Unerlaubt` at the first command that is not allowed.
    """

    def __init__(self, filter_: Iterable[str], tests: Iterable[str]) -> None:
        self.filter, self.tests = frozenset(filter_), frozenset(tests)

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """Refuse a node that is not on the list; otherwise go on below it."""
        if not isinstance(node, _ERLAUBT):
            name = _NAMEN.get(type(node), type(node).__name__.lower())
            raise Unerlaubt(f"Der Befehl „{name}“ ist in Vorlagen nicht erlaubt.", node.lineno)
        return super().visit(node, *args, **kwargs)

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:  # noqa: N802
        """Take out the line breaks before paragraphs, which number the lines, and docxtpl's spellings for braces."""
        text = re.sub(r"\n<w:p([ >])", r"<w:p\1", node.data)
        node.data = text.replace("{_{", "{{").replace("}_}", "}}").replace("{_%", "{%").replace("%_}", "%}")
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """Count the steps, each as dear as what stands in the loop."""
        if node.recursive:
            raise Unerlaubt("Der Befehl „for … recursive“ ist in Vorlagen nicht erlaubt.", node.lineno)
        kosten = _kosten(node)
        self.generic_visit(node)
        node.iter = _um(node.iter, SCHRITTE, kosten)
        return node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        """Refuse names that begin with "_", also where the text would never be printed."""
        self.generic_visit(node)
        if node.attr.startswith("_"):
            raise Unerlaubt(f"Auf „{node.attr}“ darf eine Vorlage nicht zugreifen.", node.lineno)
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """Let templates call the functions given, and ``loop.cycle``."""
        self.generic_visit(node)
        if (name := _name(node.node)) not in FUNKTIONEN:
            raise Unerlaubt(f"„{name}(…)“ ist in Vorlagen keine Funktion; es gibt {', '.join(FUNKTIONEN)}.", node.lineno)
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        """Refuse filters that there are not, also as the argument of ``map``."""
        namen = [node.name]
        if node.name == "map" and node.args:
            namen.append(node.args[0].value if isinstance(node.args[0], nodes.Const) else "…")
        for name in namen:
            if name not in self.filter:
                raise Unerlaubt(f"Den Filter „{name}“ gibt es in Vorlagen nicht.", node.lineno)
        self.generic_visit(node)
        node.node = node.node and _um(node.node, GELESEN)
        return _um(node, GEMESSEN)

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        """Refuse tests that there are not."""
        if node.name not in self.tests:
            raise Unerlaubt(f"Den Test „{node.name}“ gibt es in Vorlagen nicht.", node.lineno)
        return self.generic_visit(node)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        """Count what is compared, and what is searched, by length."""
        self.generic_visit(node)
        node.expr = _um(node.expr, GELESEN)
        for seite in node.ops:
            seite.expr = _um(seite.expr, GELESEN)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """Measure what is joined, of so many parts at most that it cannot grow beyond measure before."""
        if len(node.nodes) > _GLIEDER:
            raise Unerlaubt(f"„~“ verbindet höchstens {_GLIEDER} Teile.", node.lineno)
        return _um(self.generic_visit(node), GEMESSEN)

    def visit_Add(self, node: nodes.Add) -> nodes.Node:  # noqa: N802
        """Measure a sum: it may be text."""
        return _um(self.generic_visit(node), GEMESSEN)

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        """Measure a list."""
        return _um(self.generic_visit(node), GEMESSEN)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        """Measure a list in round brackets; what names the values of a loop is none."""
        self.generic_visit(node)
        return _um(node, GEMESSEN) if node.ctx == "load" else node


def _um(knoten: Any, filter_: str, *angaben: object) -> nodes.Expr:
    """Return a filter around an expression."""
    return nodes.Filter(knoten, filter_, [nodes.Const(a) for a in angaben], [], None, None, lineno=knoten.lineno)


def _kosten(schleife: nodes.For) -> int:
    """Return how many steps one round of a loop is: its commands, and its text by length."""
    texte = sum(len(text.data) for text in schleife.find_all(nodes.TemplateData))
    return sum(1 for _ in schleife.find_all(nodes.Node)) + texte // _ZEICHEN_JE_SCHRITT


def _name(ziel: nodes.Expr) -> str:
    """Return how a function that is called is written, as far as it is made of names."""
    if isinstance(ziel, nodes.Getattr):
        return f"{_name(ziel.node)}.{ziel.attr}"
    return ziel.name if isinstance(ziel, nodes.Name) else "…"
