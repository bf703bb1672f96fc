"""A page to look at before a document goes out: headings, text, tables and lists of a Word file, in one HTML file."""

from __future__ import annotations

import html
from io import BytesIO
from pathlib import Path

import mammoth

#: How the styles of our templates look; what is not named is a paragraph.
_FORMATE = """
p[style-name='Title'] => h1:fresh
p[style-name='Untertitel'] => p.untertitel:fresh
p[style-name='heading 1'] => h2:fresh
p[style-name='heading 2'] => h3:fresh
p[style-name='Entscheidungssatz'] => ol.entscheidung > li:fresh
p[style-name='Anhaltspunkt'] => ol > li:fresh
p[style-name='Leistung'] => ul > li:fresh
p[style-name='Gerichtsanschrift'] => p.anschrift:fresh
p[style-name='Anschrift'] => p.anschrift:fresh
p[style-name='Tabellenkopf'] => p.kopf:fresh
p[style-name='Kleingedrucktes'] => p.klein:fresh
"""
_STIL = """
body{font:11pt/1.4 Arial,"Liberation Sans",sans-serif;max-width:45em;margin:2em auto;padding:0 1em;color:#111}
h1{font-size:1.25em}h2{font-size:1.1em;color:#1f2a44}h3{font-size:1em}table{border-collapse:collapse;width:100%}
td,th{padding:.3em .5em;vertical-align:top;text-align:left}p{margin:.5em 0}td p{margin:.1em 0}.anschrift{margin:0}
.kopf{font-weight:bold}.klein{font-size:.85em;color:#555}.hinweis{background:#fff4d6;padding:.6em;font-size:.9em}
"""
_HINWEIS = "Vorschau des Inhalts. Seiten, Kopf- und Fußzeilen zeigt nur das Word-Dokument."


def vorschau(worddatei: Path, titel: str) -> str:
    """Return the page; it refers to nothing outside itself."""
    inhalt = mammoth.convert_to_html(BytesIO(worddatei.read_bytes()), style_map=_FORMATE, include_default_style_map=True)
    return (
        f'<!DOCTYPE html>\n<html lang="de"><head><meta charset="utf-8"><title>{html.escape(titel)}</title>'
        f"<style>{_STIL}</style></head>\n"
        f'<body><p class="hinweis">{_HINWEIS}</p>\n<main>{inhalt.value}</main></body></html>\n'
    )
