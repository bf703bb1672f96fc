"""Text with every citation in it as a link: a page of its own for text and Word files, an HTML page with links put in."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import quote

import lxml.html
from lxml import etree

from ..schriftstueck import HtmlDokument, Passage, Textknoten, Zaehlung
from ..verweis import Verweis
from ..werk import Register
from ..zitat import Spanne, Ziel
from .marken import Marke, marken

_KLASSE = "verweis"
_STEUERZEICHEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_KOPF = """\
<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{titel}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }}
main, p {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
.offen {{ text-decoration: underline dotted; }}
:target {{ font-weight: bold; }}
</style>
</head>
<body>
<main>"""
_FUSS = "</main>\n{verzeichnis}</body>\n</html>\n"
_VERZEICHNIS = (
    '<section aria-labelledby="zitiert">\n<h2 id="zitiert">Zitierte Vorschriften</h2>\n<ul>\n{}</ul>\n</section>\n'
)


def anker(ziel: Ziel, register: Register) -> str:
    """Return the id of a target in a page: its stable id, of a range those of both ends, else made from its citation."""
    if isinstance(ziel, Spanne):
        return f"{anker(ziel.von, register)}--{anker(ziel.bis, register)}"
    kennung = register.kennung(ziel) or re.sub(r"\s+", "-", str(ziel).casefold())
    return kennung + (f"-{ziel.folgende.rstrip('.')}" if ziel.folgende else "")


def seite(titel: str, passagen: Iterable[tuple[Passage, list[Verweis]]], register: Register) -> Iterator[str]:
    """Yield a page, piece by piece: the passages with their links, and a list of what is cited, to which the links lead.

    The page needs nothing from outside. Its text is that of the passages; each paragraph of a Word file is one here.
    """
    ziele: dict[str, str] = {}
    yield _KOPF.format(titel=html.escape(titel))
    for passage, verweise in passagen:
        gefunden = list(marken(passage.text, verweise))
        ziele |= {anker(ziel, register): str(ziel) for marke in gefunden for ziel in marke.ziele}
        yield _als_absatz(passage, _verlinkt(passage.text, gefunden, register))
    eintraege = "".join(f'<li id="{html.escape(a)}">{html.escape(name)}</li>\n' for a, name in ziele.items())
    yield _FUSS.format(verzeichnis=_VERZEICHNIS.format(eintraege) if eintraege else "")


def _als_absatz(passage: Passage, inhalt: str) -> str:
    """Set a passage: running text as it is, a paragraph of a Word file as one, a note with its number."""
    nummer = passage.anfaenge[0][1]
    match passage.zaehlung:
        case Zaehlung.ZEILE:
            return inhalt
        case Zaehlung.WORDABSATZ:
            return f'<p id="absatz-{nummer}">{inhalt}</p>\n'
        case noten:
            return f'<p class="{noten.value}"><sup>{nummer}</sup> {inhalt}</p>\n'


def _verlinkt(text: str, gefunden: Iterable[Marke], register: Register) -> str:
    teile: list[str] = []
    stelle = 0
    for marke in gefunden:
        name, attribute = _element(marke, register)
        oeffnend = " ".join([name, *(f'{k}="{_sicher(wert)}"' for k, wert in attribute.items())])
        teile += [_sicher(text[stelle : marke.ab]), f"<{oeffnend}>{_sicher(text[marke.ab : marke.bis])}</{name}>"]
        stelle = marke.bis
    return "".join((*teile, _sicher(text[stelle:])))


def _sicher(text: str) -> str:
    return html.escape(_STEUERZEICHEN.sub("\N{REPLACEMENT CHARACTER}", text))


def _element(marke: Marke, register: Register) -> tuple[str, dict[str, str]]:
    """Return name and attributes of the element that marks a slice."""
    if not marke.ziele:
        return "span", {"class": f"{_KLASSE} offen", "title": marke.titel}
    fragment = quote(anker(marke.ziele[0], register), safe="/:@!$&'()*+,;=~")
    return "a", {"class": _KLASSE, "href": f"#{fragment}", "title": marke.titel}


def mit_links(dokument: HtmlDokument, finde: Callable[[str], list[Verweis]], register: Register) -> str:
    """Put the links into a page and return it, in UTF-8 whatever it was in; the page is changed.

    A citation that runs over several elements gets a link in each. None stands inside a link that is there already.
    """
    for passage, knoten in dokument.passagen:
        gefunden = list(marken(passage.text, finde(passage.text)))
        for stueck in knoten:
            erste = bisect_right(gefunden, stueck.ab, key=lambda marke: marke.bis)
            hinter = bisect_left(gefunden, stueck.ab + len(stueck.text), key=lambda marke: marke.ab)
            if stueck.frei and erste < hinter:
                _setze(stueck, gefunden[erste:hinter], register)
    _nenne_utf8(dokument.baum.getroot())
    return str(lxml.html.tostring(dokument.baum, encoding="unicode")) + "\n"


def _setze(knoten: Textknoten, gefunden: list[Marke], register: Register) -> None:
    """Put links into one piece of text."""
    grenzen = [(max(m.ab - knoten.ab, 0), min(m.bis - knoten.ab, len(knoten.text))) for m in gefunden]
    enden = [ab for ab, _ in grenzen[1:]] + [len(knoten.text)]
    neue = [lxml.html.Element(*_element(marke, register)) for marke in gefunden]
    for neu, (ab, bis), ende in zip(neue, grenzen, enden, strict=True):
        neu.text, neu.tail = knoten.text[ab:bis], knoten.text[bis:ende]
    davor, element = knoten.text[: grenzen[0][0]], knoten.element
    if knoten.dahinter:
        element.tail = None  # what is added next to an element comes before its tail
        for neu in reversed(neue):
            element.addnext(neu)
        element.tail = davor
    else:
        element.text = davor
        element[:0] = neue


def _nenne_utf8(wurzel: Any) -> None:
    """Make a page say that it is in UTF-8, in place of whatever encoding it names."""
    for meta in list(wurzel.iter("meta")):
        if "charset" in meta.attrib or meta.get("http-equiv", "").lower() == "content-type":
            meta.getparent().remove(meta)
    kopf = wurzel.find("head")
    if kopf is None:
        kopf = etree.Element("head")
        wurzel.insert(0, kopf)
    kopf.insert(0, lxml.html.Element("meta", {"charset": "utf-8"}))
