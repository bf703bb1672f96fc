"""A Lesefassung as one page that needs nothing from outside: readable on a screen, printable, with links inside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from .gliederung import Angaben, Glied, Hinweis, Kopf, Schritt, geschuetzt, verzeichnis

#: What is set in one element: the steps of a chain, the facts on texts.
_BUENDEL = {Schritt: "kette", Angaben: "angaben"}


def html(glieder: Sequence[Glied]) -> str:
    """Return an outline as a page (UTF-8, XHTML syntax)."""
    titel = next(glied.text for glied in glieder if isinstance(glied, Kopf))
    return _vorlage().render(titel=titel, verzeichnis=_baum(verzeichnis(glieder)), buendel=_gebuendelt(glieder))


@cache
def _vorlage() -> Template:
    umgebung = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda wert: geschuetzt(wert) if type(wert) is str else wert,  # what is markup already stays
    )
    umgebung.filters["fragment"] = lambda anker: quote(anker, safe="/:@!$&'()*+,;=~")
    umgebung.filters["ebene"] = lambda tiefe: min(tiefe, 5)
    return umgebung.get_template("seite.html.jinja")


def _gebuendelt(glieder: Sequence[Glied]) -> list[tuple[str, list[Glied]]]:
    """Return runs of what belongs together, each with its kind; every chain is a run of its own."""
    buendel: list[tuple[str, list[Glied]]] = []
    for glied in glieder:
        beginnt = isinstance(glied, Schritt) and glied.tiefe == 0
        if beginnt or not buendel or buendel[-1][0] != _art(glied):
            buendel.append((_art(glied), []))
        buendel[-1][1].append(glied)
    return buendel


def _art(glied: Glied) -> str:
    if isinstance(glied, Hinweis):
        return {"punkt": "liste"}.get(glied.art, "hinweis")
    return _BUENDEL.get(type(glied), "kopf" if isinstance(glied, Kopf) else "text")


def _baum(koepfe: Sequence[Kopf]) -> list[tuple[Kopf, list[Kopf]]]:
    """Return headings for the table of contents, each with those below it."""
    baum: list[tuple[Kopf, list[Kopf]]] = []
    for kopf in koepfe:
        if kopf.stufe == 2:
            baum.append((kopf, []))
        elif baum:
            baum[-1][1].append(kopf)
    return baum
