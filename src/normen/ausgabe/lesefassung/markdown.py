"""A Lesefassung in Markdown: headings, paragraphs indented as lists, steps as quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .gliederung import Angaben, Glied, Hinweis, Kopf, Rechtstext, Schritt, Stueck, Zug

_HOCHZIFFERN = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ZEICHEN = re.compile(r"([\\`*_\[\]<>#|~])")


def markdown(glieder: Iterable[Glied]) -> str:
    """Return an outline as Markdown (CommonMark)."""
    return "\n\n".join(_bloecke(glieder)) + "\n"


def _bloecke(glieder: Iterable[Glied]) -> Iterator[str]:
    """Yield the outline; an item is as deep as items are open above it, for one that is deeper would be read as code."""
    offen: list[int] = []
    for glied in glieder:
        offen = [tiefe for tiefe in offen if isinstance(glied, Rechtstext) and tiefe < glied.tiefe]
        yield _gesetzt(glied, len(offen))
        if isinstance(glied, Rechtstext) and glied.marke:
            offen.append(glied.tiefe)


def _gesetzt(glied: Glied, tiefe: int) -> str:
    match glied:
        case Kopf():
            text = " ".join(filter(None, (glied.marke, glied.text, f"({glied.zusatz})" if glied.zusatz else "")))
            vorn = f"{glied.vorzeile}: " if glied.vorzeile else ""
            return f"{'#' * min(glied.stufe, 6)} {_wortlaut(vorn + text)}"
        case Rechtstext():
            marke = f"**{_wortlaut(glied.marke)}** " if glied.marke else ""
            zusatz = f" [{_zug(glied.zusatz)}]" if glied.zusatz else ""
            return f"{'  ' * tiefe}{'- ' if marke else ''}{marke}{_zug(glied.zug)}{zusatz}"
        case Schritt():
            zeilen = [_zug(glied.zug), *(f"**{name}:** {_wortlaut(inhalt)}" for name, inhalt in glied.vorbehalte)]
            return "\n".join(f"{'>' * (glied.tiefe + 1)} {zeile}  " for zeile in zeilen).rstrip()
        case Hinweis():
            return {"punkt": "- {}", "still": "*{}*", "warnung": "**{}**"}[glied.art].format(_zug(glied.zug))
        case Angaben():
            return "\n".join(_angaben(glied))


def _angaben(glied: Angaben) -> Iterator[str]:
    yield f"- **{_wortlaut(glied.name)}**"
    yield from (f"  - {name}: {_wortlaut(wert)}" for name, wert in glied.angaben)


def _zug(zug: Zug) -> str:
    return "".join(_stueck(stueck) for stueck in zug).strip()


def _stueck(stueck: Stueck) -> str:
    text = stueck.text.translate(_HOCHZIFFERN) if stueck.art == "satz" else _wortlaut(stueck.text)
    return f"**{text}**" if stueck.art in ("zitat", "name") else text


def _wortlaut(text: str) -> str:
    """Return the words so that Markdown reads them as words."""
    return _ZEICHEN.sub(r"\\\1", text)
