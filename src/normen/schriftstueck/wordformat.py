"""What the paragraphs of a Word file are: headings by their style, items of lists with the number that Word prints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ..schreibweise import zahl_zu_roemisch
from .aufbau import Form, Punkt
from .wordarchiv import Beziehung, Wordarchiv, attribut, kind, lokal, wert

#: Built-in styles keep these names in every language of Word; the ids are for files whose styles are missing.
_UEBERSCHRIFT = re.compile(r"(?:heading|(?:ü|Ü)?berschrift)\s?([1-9])", re.IGNORECASE)
_TITEL = frozenset({"title", "titel"})
_STUFEN = 9
#: Style upon style: a file that goes in circles must come to an end.
_LAENGSTE_KETTE = 20
_PLATZHALTER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Stil:
    """A style of paragraphs: what it says itself, and what it is based on; -1 and "" where it says nothing."""

    ueberschrift: int = -1
    basis: str = ""
    liste: str = ""
    tiefe: int = -1


@dataclass(frozen=True, slots=True)
class _Stufe:
    """A level of a list: how its numbers are written ("bullet": not at all), its label with "%1" in it, the first number."""

    zaehlt: str
    marke: str
    beginn: int


@dataclass(slots=True)
class Formate:
    """The styles and lists of a file, and how far each list has come; ask for the paragraphs in their order."""

    stile: dict[str, _Stil] = field(default_factory=dict)
    listen: dict[str, str] = field(default_factory=dict)
    neubeginn: dict[str, dict[int, int]] = field(default_factory=dict)
    stufen: dict[str, dict[int, _Stufe]] = field(default_factory=dict)
    stand: dict[str, dict[int, int]] = field(default_factory=dict)

    def form(self, eigenschaften: Any) -> Form:
        """Return what a paragraph is, by its properties (``w:pPr``)."""
        kette = self._kette(wert(eigenschaften, "pStyle"))
        nummerierung = kind(eigenschaften, "numPr")
        liste = wert(nummerierung, "numId") or next((stil.liste for stil in kette if stil.liste), "")
        tiefe = _zahl(wert(nummerierung, "ilvl"), next((stil.tiefe for stil in kette if stil.tiefe >= 0), 0))
        eigene = _zahl(wert(eigenschaften, "outlineLvl"), -2) + 1
        ueberschrift = eigene if eigene >= 0 else next((s.ueberschrift for s in kette if s.ueberschrift >= 0), 0)
        return Form(ueberschrift if ueberschrift <= _STUFEN else 0, self._punkt(liste, tiefe))

    def _kette(self, kennung: str) -> list[_Stil]:
        """Return a style and those it is based on."""
        kette: list[_Stil] = []
        while kennung and len(kette) < _LAENGSTE_KETTE:
            stil = self.stile.get(kennung) or _Stil(_stufe_des_namens(kennung))
            kette.append(stil)
            kennung = stil.basis
        return kette

    def _punkt(self, liste: str, tiefe: int) -> Punkt | None:
        """Count one item further."""
        muster = self.listen.get(liste, "")
        stufe = self.stufen.get(muster, {}).get(tiefe)
        if stufe is None:
            return None
        if stufe.zaehlt == "bullet":
            return Punkt(muster, tiefe)
        stand = self.stand.setdefault(muster, {})
        beginn = self.neubeginn.get(liste, {}).pop(tiefe, None)
        stand[tiefe] = beginn if beginn is not None else stand[tiefe] + 1 if tiefe in stand else stufe.beginn
        for darunter in [t for t in stand if t > tiefe]:
            del stand[darunter]
        return Punkt(
            muster, tiefe, stand[tiefe], _PLATZHALTER.sub(lambda t: self._gezaehlt(muster, int(t[1]) - 1), stufe.marke)
        )

    def _gezaehlt(self, muster: str, tiefe: int) -> str:
        stufe = self.stufen[muster].get(tiefe)
        return _geschrieben(self.stand[muster].get(tiefe, stufe.beginn), stufe.zaehlt) if stufe else ""


def lies_formate(archiv: Wordarchiv, beziehungen: tuple[Beziehung, ...]) -> Formate:
    """Read the styles and the lists of a file, as far as it has any."""
    formate, teile = Formate(), {b.art: b.teil for b in beziehungen}
    if "styles" in teile:
        for _, stil in archiv.elemente(teile["styles"], ("end",), ("style",)):
            if attribut(stil, "type") in ("paragraph", ""):
                formate.stile[attribut(stil, "styleId")] = _gelesener_stil(stil)
    if "numbering" in teile:
        for _, element in archiv.elemente(teile["numbering"], ("end",), ("abstractNum", "num")):
            _nimm_liste_auf(formate, element)
    return formate


def _gelesener_stil(stil: Any) -> _Stil:
    eigenschaften = kind(stil, "pPr")
    nummerierung = kind(eigenschaften, "numPr")
    stufe = _zahl(wert(eigenschaften, "outlineLvl"), -2) + 1
    return _Stil(
        stufe if stufe >= 0 else _stufe_des_namens(wert(stil, "name")),
        wert(stil, "basedOn"),
        wert(nummerierung, "numId"),
        _zahl(wert(nummerierung, "ilvl"), -1),
    )


def _stufe_des_namens(name: str) -> int:
    """Return the level of a heading by the name of its style: 1 for the title, -1 for what is no heading."""
    treffer = _UEBERSCHRIFT.fullmatch(name)
    return int(treffer[1]) if treffer else 1 if name.casefold() in _TITEL else -1


def _nimm_liste_auf(formate: Formate, element: Any) -> None:
    if lokal(element) == "num":
        liste = attribut(element, "numId")
        formate.listen[liste] = wert(element, "abstractNumId")
        abweichend = (
            (_zahl(attribut(k, "ilvl"), -1), wert(k, "startOverride")) for k in element if lokal(k) == "lvlOverride"
        )
        formate.neubeginn[liste] = {tiefe: _zahl(beginn, 1) for tiefe, beginn in abweichend if beginn}
        return
    formate.stufen[attribut(element, "abstractNumId")] = {
        _zahl(attribut(k, "ilvl"), -1): _Stufe(wert(k, "numFmt"), wert(k, "lvlText"), _zahl(wert(k, "start"), 1))
        for k in element
        if lokal(k) == "lvl"
    }


def _zahl(text: str, sonst: int) -> int:
    """Read a small number, or return ``sonst`` for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= len("99999") else sonst


def _geschrieben(zahl: int, zaehlt: str) -> str:
    """Write a number as a list does; kinds that German documents do not have are written in digits."""
    match zaehlt:
        case "none":
            return ""
        case "lowerLetter" | "upperLetter" if zahl > 0:
            buchstabe = chr(ord("a") + (zahl - 1) % 26) * min((zahl - 1) // 26 + 1, 9)
            return buchstabe.upper() if zaehlt == "upperLetter" else buchstabe
        case "lowerRoman" | "upperRoman" if 0 < zahl < 4000:
            roemisch = zahl_zu_roemisch(zahl)
            return roemisch if zaehlt == "upperRoman" else roemisch.lower()
    return str(zahl)
