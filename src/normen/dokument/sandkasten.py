"""The sandbox: Jinja for templates of strangers, strict about names, with a limit to all that it may use up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, Undefined, UndefinedError, pass_context, pass_eval_context
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, do_join, do_replace
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS

from .befehle import GELESEN, GEMESSEN, SCHRITTE, Befehlspruefung, Unerlaubt
from .druckbild import betrag, datum

#: What a template may use up for one document. The longest that ships takes a few thousand steps.
HOECHSTENS_SCHRITTE = 5_000_000
#: Characters, or entries, of a single value that a command makes.
HOECHSTENS_ZEICHEN = 250_000
#: Characters of one part of a document: more than two thousand pages.
HOECHSTENS_GEDRUCKT = 1 << 25
_HOECHSTE_ZAHL = 10**30
_ZEICHEN_JE_SCHRITT = 64
#: What a command that fits no value raises when it runs.
AUSFUEHRUNG = (TypeError, ValueError, ArithmeticError, AttributeError, IndexError, KeyError, RecursionError)
#: The name under which the account of a document is passed along; no template can write it.
_ARBEIT = " arbeit"
_FILTER = """
    abs capitalize count d default e escape first groupby int last length list lower map max min reject rejectattr
    reverse select selectattr sort string sum title trim unique upper
""".split()
_TESTS = """
    boolean defined divisibleby eq equalto even false float ge greaterthan gt integer iterable le lessthan lower lt mapping
    ne none number odd sequence string true undefined upper
""".split()
_DATUMSTEILE = ("day", "month", "year")
_SCHLEIFE = "index index0 revindex revindex0 first last length previtem nextitem depth depth0 cycle".split()
_DRUCKBAR = (str, int, float, Undefined)


class Unbekannt(StrictUndefined):
    """A name that is no field of the template: any use of it is an error, in German."""

    @property
    def _undefined_message(self) -> str:
        if issubclass(self._undefined_exception, SecurityError):
            return f"Auf „{self._undefined_name}“ darf eine Vorlage nicht zugreifen."
        return f"„{self._undefined_name}“ ist kein Feld dieser Vorlage."


class Leer(Undefined):
    """A field that has no value: it counts as false and has no entries, but to print it is an error."""

    @property
    def _undefined_message(self) -> str:
        feld = str(self._undefined_name).rpartition(".")[2]
        return f"„{self._undefined_name}“ ist nicht angegeben; der Text braucht {{% if {feld} %}} … {{% endif %}}."

    def __str__(self) -> str:
        raise UndefinedError(self._undefined_message)


@dataclass(slots=True)
class Arbeit:
    """The account of one document: how many steps its template may still take."""

    rest: int = HOECHSTENS_SCHRITTE

    def buche(self, schritte: int) -> None:
        """Take steps off the account; raise `Unerlaubt` if there are none left."""
        self.rest -= schritte
        if self.rest < 0:
            raise Unerlaubt("Die Vorlage rechnet zu lange; prüfen Sie ihre Schleifen.")


class Setzmaschine(ImmutableSandboxedEnvironment):
    """Jinja that gives templates fields, the parts of a date, and what a loop knows of itself - nothing else."""

    intercepted_binops = frozenset({"*", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply and divide numbers; text and lists have no place there."""
        if not (_ist_zahl(left) and _ist_zahl(right)):
            raise Unerlaubt(f"Mit „{operator}“ rechnet eine Vorlage nur mit Zahlen, und nicht mit beliebig großen.")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the field of a table; of anything else what is allowed."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow by name only."""
        return (isinstance(obj, date) and attr in _DATUMSTEILE) or (isinstance(obj, LoopContext) and attr in _SCHLEIFE)

    def wrap_str_format(self, value: Any) -> None:
        """Treat the methods that format text like all others: not at all."""

    def uebersetzt(self, quelle: str) -> Template:
        """Compile a source; raise `TemplateSyntaxError` if it cannot be read, `Unerlaubt` for what it must not do."""
        try:
            baum = Befehlspruefung(self.filters, self.tests).visit(self.parse(quelle))
            return Template.from_code(self, self.compile(baum), {})
        except (RecursionError, MemoryError, SyntaxError, ValueError):
            raise Unerlaubt("Ihre Befehle sind zu tief verschachtelt oder zu lang.") from None


@cache
def setzmaschine() -> Setzmaschine:
    """Return the environment of all templates: it holds nothing of any document."""
    umgebung = Setzmaschine(undefined=Unbekannt, autoescape=True, finalize=_gesetzt)
    umgebung.globals = {}
    umgebung.filters = {name: FILTERS[name] for name in _FILTER} | {
        **{"datum": datum, "betrag": betrag, "join": _verbunden, "replace": _ersetzt},
        **{SCHRITTE: _gezaehlt, GELESEN: _gelesen, GEMESSEN: _gemessen},
    }
    umgebung.tests = {name: TESTS[name] for name in _TESTS}
    return umgebung


def gesetzt(vorlage: Template, werte: Mapping[str, object], arbeit: Arbeit) -> str:
    """Return what a compiled template prints; raise `Unerlaubt` if it becomes longer, or takes more steps, than allowed."""
    stuecke, laenge = list[str](), 0
    for stueck in vorlage.root_render_func(vorlage.new_context({**werte, _ARBEIT: arbeit})):
        laenge += len(stueck)
        if laenge > HOECHSTENS_GEDRUCKT:
            raise Unerlaubt("Das Dokument würde unmäßig groß.")
        stuecke.append(stueck)
    return "".join(stuecke)


def _gesetzt(wert: object) -> object:
    """Print dates, amounts and yes/no in German even where the template names no filter."""
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, date):
        return datum(wert)
    if isinstance(wert, Decimal):
        return betrag(wert)
    if isinstance(wert, _DRUCKBAR):
        return wert
    raise Unerlaubt("Gedruckt werden Text, Zahlen und Tage; für eine Liste gibt es {% for … %} und |join.")


@pass_context
def _gezaehlt(umgebung: Context, folge: Any, kosten: int) -> Any:
    """Return what a loop goes through, and pay for all its rounds."""
    umgebung.resolve(_ARBEIT).buche((len(folge) + 1) * kosten)
    return folge


@pass_context
def _gelesen(umgebung: Context, wert: Any) -> Any:
    """Return a value that a command goes through, and pay for its length."""
    umgebung.resolve(_ARBEIT).buche(_umfang(wert) // _ZEICHEN_JE_SCHRITT)
    return wert


@pass_context
def _gemessen(umgebung: Context, wert: Any) -> Any:
    """Return a value that a command made, an iterator as a list; pay for its length, refuse it if it is too large."""
    if isinstance(wert, Iterator):
        wert = _aufgereiht(wert)
    _pruefe_umfang(_umfang(wert))
    umgebung.resolve(_ARBEIT).buche(1)
    return _gelesen(umgebung, wert)


def _aufgereiht(folge: Iterator[Any]) -> list[Any]:
    liste, umfang = list[Any](), 0
    for wert in folge:
        umfang += 1 + _umfang(wert)
        _pruefe_umfang(umfang)
        liste.append(wert)
    return liste


def _ist_zahl(wert: Any) -> bool:
    return isinstance(wert, int | float | Decimal) and -_HOECHSTE_ZAHL < wert < _HOECHSTE_ZAHL


def _umfang(wert: object) -> int:
    if isinstance(wert, list | tuple):
        return len(wert) + sum(map(_umfang, wert))
    return len(wert) if isinstance(wert, str) else 1


def _pruefe_umfang(umfang: int) -> None:
    if umfang > HOECHSTENS_ZEICHEN:
        raise Unerlaubt("Ein Befehl der Vorlage erzeugt einen unmäßig großen Wert.")


@pass_eval_context
def _verbunden(umgebung: EvalContext, wert: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    teile = list(wert)
    _pruefe_umfang(len(teile) * len(str(d)) + _umfang(teile))
    verbunden: str = do_join(umgebung, teile, d, attribute)
    return verbunden


@pass_eval_context
def _ersetzt(umgebung: EvalContext, s: str, old: str, new: str, count: int | None = None) -> str:
    _pruefe_umfang(len(str(s)) + str(s).count(str(old)) * len(str(new)))
    return do_replace(umgebung, s, old, new, count)
