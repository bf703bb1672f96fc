"""Sphinx configuration. Nothing is fetched from the network: the documentation builds offline."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

project = "normen"
author = "normen"
project_copyright = "normen, EUPL-1.2"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "normen"
html_show_sphinx = False
html_show_copyright = False

#: The built pages are opened by staff, so search and buttons are German. Browsers and screen readers are told the language
#: of each page: these are in German, all others in English.
language = "de"
DEUTSCHE_SEITEN = frozenset({"index", "handbuch", "befehle"})
#: What is written is what is printed: citations and command lines must survive copying.
smartquotes = False

myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]

#: Single backquotes in docstrings name Python objects; those that are not public stay plain text.
default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
add_module_names = False


def setup(app: Sphinx) -> None:
    """Give each page its language."""
    app.connect("html-page-context", _sprache_der_seite)


def _sprache_der_seite(app: Sphinx, seite: str, _vorlage: str, context: dict[str, Any], _doctree: object) -> None:
    englisch = seite in app.env.found_docs and seite not in DEUTSCHE_SEITEN
    context["language"] = "en" if englisch else language
