"""The frame of an HTML page that needs nothing from outside: all that stands before and behind its content."""

from __future__ import annotations

import html

_BEGINN = """\
<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{titel}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ max-width: {breite}; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }}
{stil}</style>
</head>
<body>
<main>"""
#: What stands behind the content, and behind what follows it.
INHALTSENDE, ENDE = "</main>\n", "</body>\n</html>\n"


def beginn(titel: str, breite: str, stil: str) -> str:
    """Return what stands before the content: title, width of the lines, and further rules of style, as CSS."""
    return _BEGINN.format(titel=html.escape(titel), breite=breite, stil=stil)
