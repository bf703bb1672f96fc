"""Characters that no page of text may hold."""

from __future__ import annotations

import re

#: Control characters, lone surrogates and non-characters, but not the white space among them (U+0085 is a line end).
_STEUERZEICHEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def ohne_steuerzeichen(text: str) -> str:
    """Return ``text``, of the same length, with the replacement character for each that HTML and XML do not allow."""
    return _STEUERZEICHEN.sub("\N{REPLACEMENT CHARACTER}", text)
