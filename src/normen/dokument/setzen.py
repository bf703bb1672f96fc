"""The typesetting: docxtpl with Jinja in a sandbox, strict about what is missing and about the XML it makes."""

from __future__ import annotations

import html
import re
from datetime import date
from decimal import Decimal
from typing import Any

from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined, TemplateRuntimeError, Undefined, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from .belege import Belege
from .druckbild import betrag, datum

#: Word's own limit for a document property.
_TITELLAENGE = 255
_UNGEPAART = "Ein {%p … %} oder {%tr … %} steht nicht allein in seinem Absatz oder seiner Zeile, oder sein Ende fehlt"


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


def setzmaschine(belege: Belege) -> Environment:
    """Return a template's Jinja environment: sandboxed, escaping, with the functions that cite, ``datum`` and ``betrag``."""
    umgebung = ImmutableSandboxedEnvironment(undefined=Unbekannt, autoescape=True, finalize=_gesetzt)
    umgebung.globals = dict(belege.funktionen)
    umgebung.filters |= {"datum": datum, "betrag": betrag}
    del umgebung.filters["safe"]
    return umgebung


def _gesetzt(wert: object) -> object:
    """Print dates, amounts and yes/no in German even where the template names no filter."""
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, date):
        return datum(wert)
    return betrag(wert) if isinstance(wert, Decimal) else wert


class Wordvorlage(DocxTemplate):  # type: ignore[misc]
    """docxtpl's template, with three differences: German quotes in commands, strict XML, a title that is plain text."""

    def patch_xml(self, src_xml: str) -> str:
        """Read „…“ inside a command as "…": Word writes them by itself."""
        return re.sub(r"\{[{%].*?[%}]\}", lambda befehl: befehl[0].replace("„", '"'), str(super().patch_xml(src_xml)))

    def fix_tables(self, xml: str) -> Any:
        """Refuse XML that is not well-formed (docxtpl would drop what it cannot read)."""
        try:
            parse_xml(xml)
        except SyntaxError as fehler:
            raise TemplateRuntimeError(f"{_UNGEPAART} ({fehler.msg}).") from None
        return super().fix_tables(xml)

    def render_properties(self, context: dict[str, Any], jinja_env: Environment | None = None) -> None:
        """Fill the title only, as plain text, cut to what Word allows; who made the template, and when, stays out."""
        eigenschaften = self.docx.core_properties
        if jinja_env is not None:
            titel = jinja_env.from_string(eigenschaften.title).render(context)
            eigenschaften.title = html.unescape(titel)[:_TITELLAENGE]
        eigenschaften.author = eigenschaften.last_modified_by = ""
        for angabe in eigenschaften._element.xpath("dcterms:created | dcterms:modified"):
            angabe.getparent().remove(angabe)
