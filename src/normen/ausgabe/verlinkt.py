"""Text with every citation in it as a link: a page of its own for text and Word files, an HTML page with links put in."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import lxml.html
from lxml import etree

from ..schriftstueck import HtmlDokument, Passage, Textknoten, ohne_steuerzeichen
from ..verweis import Verweis
from ..werk import Register
from ..zitat import Spanne, Ziel
from . import grundseite
from .fehlendes import Pruefer, fehlende, vermerkt
from .marken import Marke, marken

_KLASSE = "verweis"
_STIL = """\
main { white-space: pre-wrap; overflow-wrap: anywhere; }
.word { white-space: normal; }
.word :is(p, li, h1, h2, h3, h4, h5, h6) { white-space: pre-wrap; }
.word :is(h1, h2, h3, h4, h5, h6) { line-height: 1.25; }
.word :is(ol, ul) { padding-left: 2.5rem; white-space: normal; }
.tabelle { margin: 1rem 0; overflow-x: auto; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: normal; }
:is(td, th) > p { margin: 0; }
aside, .kopfzeile, .fusszeile { border: 1px solid; margin: 1rem 0; padding: 0 0.75rem; }
.offen { text-decoration: underline dotted; }
.fehlt { text-decoration: underline wavy; }
:target { font-weight: bold; }
"""
_VERZEICHNIS = (
    '<section aria-labelledby="zitiert">\n<h2 id="zitiert">Zitierte Vorschriften</h2>\n<ul>\n{}</ul>\n</section>\n'
)


def anker(ziel: Ziel, register: Register) -> str:
    """Return the id of a target in a page: its stable id, of a range those of both ends, else made from its citation."""
    if isinstance(ziel, Spanne):
        return f"{anker(ziel.von, register)}--{anker(ziel.bis, register)}"
    kennung = register.kennung(ziel) or re.sub(r"\s+", "-", str(ziel).casefold())
    return kennung + (f"-{ziel.folgende.rstrip('.')}" if ziel.folgende else "")


@dataclass(slots=True)
class Verlinker:
    """Puts links into running text, passage by passage, and remembers where they lead to.

    What ``pruefe`` says does not exist is marked, and said with what is nearest in the title of the link and in the list.
    """

    finde: Callable[[str], list[Verweis]]
    register: Register
    pruefe: Pruefer
    ziele: dict[str, str] = field(default_factory=dict)

    def verlinkt(self, text: str) -> str:
        """Return a text as HTML, each citation in it a link."""
        teile: list[str] = []
        stelle = 0
        for marke in marken(text, self.finde(text)):
            self.ziele |= {anker(ziel, self.register): vermerkt(ziel, self.pruefe) for ziel in marke.ziele}
            name, attribute = self.element(marke)
            oeffnend = " ".join([name, *(f'{k}="{_sicher(wert)}"' for k, wert in attribute.items())])
            teile += [_sicher(text[stelle : marke.ab]), f"<{oeffnend}>{_sicher(text[marke.ab : marke.bis])}</{name}>"]
            stelle = marke.bis
        return "".join((*teile, _sicher(text[stelle:])))

    def element(self, marke: Marke) -> tuple[str, dict[str, str]]:
        """Return name and attributes of the element that marks a slice."""
        if not marke.ziele:
            return "span", {"class": f"{_KLASSE} offen", "title": marke.grund}
        fragment = quote(anker(marke.ziele[0], self.register), safe="/:@!$&'()*+,;=~")
        klasse = f"{_KLASSE} fehlt" if any(fehlende(marke.ziele, self.pruefe)) else _KLASSE
        titel = "; ".join(dict.fromkeys(vermerkt(ziel, self.pruefe) for ziel in marke.ziele))
        return "a", {"class": klasse, "href": f"#{fragment}", "title": titel}

    def verzeichnis(self) -> str:
        """Return the list of what was cited, to which the links lead; "" if nothing was."""
        eintraege = "".join(f'<li id="{html.escape(a)}">{html.escape(name)}</li>\n' for a, name in self.ziele.items())
        return _VERZEICHNIS.format(eintraege) if eintraege else ""


def seite(titel: str, inhalt: Iterable[str], verlinker: Verlinker) -> Iterator[str]:
    """Yield a page, piece by piece: what is given, and a list of what is cited in it. It needs nothing from outside."""
    yield grundseite.beginn(titel, "42rem", _STIL)
    yield from inhalt
    yield f"{grundseite.INHALTSENDE}{verlinker.verzeichnis()}{grundseite.ENDE}"


def text_als_html(passagen: Iterable[Passage], verlinker: Verlinker) -> Iterator[str]:
    """Yield the passages of a plain text as they are, with their links."""
    return (verlinker.verlinkt(passage.text) for passage in passagen)


def _sicher(text: str) -> str:
    return html.escape(ohne_steuerzeichen(text))


def mit_links(dokument: HtmlDokument, verlinker: Verlinker) -> str:
    """Put the links into a page and return it, in UTF-8 whatever it was in; the page is changed.

    A citation that runs over several elements gets a link in each. None stands inside a link that is there already.
    """
    for passage, knoten in dokument.passagen:
        gefunden = list(marken(passage.text, verlinker.finde(passage.text)))
        for stueck in knoten:
            erste = bisect_right(gefunden, stueck.ab, key=lambda marke: marke.bis)
            hinter = bisect_left(gefunden, stueck.ab + len(stueck.text), key=lambda marke: marke.ab)
            if stueck.frei and erste < hinter:
                _setze(stueck, gefunden[erste:hinter], verlinker)
    _nenne_utf8(dokument.baum.getroot())
    return str(lxml.html.tostring(dokument.baum, encoding="unicode")) + "\n"


def _setze(knoten: Textknoten, gefunden: list[Marke], verlinker: Verlinker) -> None:
    """Put links into one piece of text."""
    grenzen = [(max(m.ab - knoten.ab, 0), min(m.bis - knoten.ab, len(knoten.text))) for m in gefunden]
    enden = [ab for ab, _ in grenzen[1:]] + [len(knoten.text)]
    neue = [lxml.html.Element(*verlinker.element(marke)) for marke in gefunden]
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
