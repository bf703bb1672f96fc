"""Documents that people have - plain text, HTML, Word - as stretches of running text, each with its place.

`lesen` is the way in, for any kind (`art`) of file: `textdatei`, `html`, or `docx` with `wordarchiv`, `wordleser`,
`wordformat` and `aufbau`. Each gives `passage` values. `eigenschaften` reads what a Word file says of itself, `einlass`
decides whether one may be printed from, `zeichen` says which characters no page holds.
"""

from .art import Dateiart, art_von
from .aufbau import Absatz, Beiwerk, Block, Form, Punkt, Tabelle, Textfeld, Zeile, Zelle, passagen
from .docx import lies_docx
from .eigenschaften import lies_eigenschaften
from .html import HtmlDokument, Textknoten, lies_html
from .lesen import lies_passagen
from .passage import Passage, Platz, Zaehlung
from .textdatei import als_text, lies_text
from .zeichen import ohne_steuerzeichen

__all__ = [
    "Absatz",
    "Beiwerk",
    "Block",
    "Dateiart",
    "Form",
    "HtmlDokument",
    "Passage",
    "Platz",
    "Punkt",
    "Tabelle",
    "Textfeld",
    "Textknoten",
    "Zaehlung",
    "Zeile",
    "Zelle",
    "als_text",
    "art_von",
    "lies_docx",
    "lies_eigenschaften",
    "lies_html",
    "lies_passagen",
    "lies_text",
    "ohne_steuerzeichen",
    "passagen",
]
