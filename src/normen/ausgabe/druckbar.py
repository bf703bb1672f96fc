"""What a user typed, made fit to be shown again: it cannot drive the terminal, and it is not longer than it helps."""

from __future__ import annotations

#: Control characters but the line feed, each by one visible sign, so that columns stay where they are: ESC -> "␛".
_SICHTBAR = {i: 0x2400 + i for i in range(32) if i != ord("\n")} | {0x7F: 0x2421} | dict.fromkeys(range(128, 160), 65533)
_ANFANG, _ENDE = 300, 60


def druckbar(text: str) -> str:
    """Return ``text`` with visible signs for control characters, and with very long lines cut in the middle."""
    return "\n".join(_gekuerzt(zeile) for zeile in text.translate(_SICHTBAR).split("\n"))


def _gekuerzt(zeile: str) -> str:
    return zeile if len(zeile) <= _ANFANG + _ENDE else f"{zeile[:_ANFANG]} … {zeile[-_ENDE:]}"
