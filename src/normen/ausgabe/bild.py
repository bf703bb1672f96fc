"""The neighbourhood of an Einheit as a picture (SVG): what applies to it on the left, whom it affects on the right.

Every picture stands for itself: no fonts, styles or scripts from outside. The same neighbourhood gives the same bytes.
Nothing is told by colour alone: kinds of clauses differ in the line, and each box says its clause in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

import svg

from ..aufzaehlung import aufgezaehlt
from ..nachbarschaft import Nachbarschaft
from ..verweisung import Wirkung
from .anordnung import geordnet
from .kasten import (
    BREITE,
    FETT,
    GASSE,
    GRAU,
    KLEIN,
    POLSTER,
    STRICHE,
    TINTE,
    Kasten,
    mittelkasten,
    spalten_aus,
    spaltenhoehe,
    stelle_auf,
)
from .schriftbild import weite

#: Measures in pixels: the margin, and the room for the title, the legend and the last line.
_RAND, _KOPF, _LEGENDE, _FUSS = 24, 92, 58, 46
#: The legend needs that much.
_MINDESTENS = 852
_GROSS = 20
_SCHRIFT = "Arial, Helvetica, Liberation Sans, DejaVu Sans, sans-serif"
_PAPIER, _MITTE = "#ffffff", "#eef3f8"


def zeichne(n: Nachbarschaft) -> str:
    """Return the picture as an SVG document."""
    mitte = mittelkasten(n)
    links = geordnet(spalten_aus(n.gilt, mitte, links=True))
    rechts = geordnet(spalten_aus(n.betroffen, mitte, links=False))
    spalten = [*links[::-1], [mitte], *rechts]
    hoehe = max(spaltenhoehe(s) for s in spalten)
    for i, spalte in enumerate(spalten):
        stelle_auf(spalte, _RAND + i * (BREITE + GASSE), _KOPF, hoehe)
    inhalt = len(spalten) * (BREITE + GASSE) - GASSE
    breite = max(inhalt, _MINDESTENS, weite(_titel(n), _GROSS)) + 2 * _RAND
    return _dokument(n, spalten, len(links), breite, _KOPF + hoehe + _LEGENDE + _FUSS)


def _titel(n: Nachbarschaft) -> str:
    return f"{n.zitat}: was dafür gilt, und wer es übernimmt"


def _dokument(n: Nachbarschaft, spalten: Sequence[Sequence[Kasten]], links: int, breite: float, hoehe: float) -> str:
    titel = _titel(n)
    elemente: list[svg.Element] = [
        svg.Title(text=escape(titel), id="titel"),
        svg.Desc(text=escape(_beschreibung(n)), id="beschreibung"),
        svg.Defs(elements=[_spitze(w.value, s.farbe) for w, s in STRICHE.items()]),
        svg.Rect(width=breite, height=hoehe, fill=_PAPIER),
        _text(titel, _RAND, 38, _GROSS, TINTE, fett=True),
    ]
    for i, spalte in enumerate(spalten):
        elemente.append(_text(_spaltenkopf(i - links), spalte[0].x, _KOPF - 18, KLEIN, GRAU))
    kaesten = [(k, i - links) for i, spalte in enumerate(spalten) for k in spalte]
    elemente += [e for stufe, linie in _linien(kaesten) for e in _verbindung(*linie, nach_rechts=stufe < 0)]
    elemente += [_rahmen(k, ist_mitte=stufe == 0) for k, stufe in kaesten]
    elemente += [*_legende(hoehe - _FUSS - _LEGENDE + 34), _fuss(n, hoehe - 22)]
    bild = svg.SVG(
        width=_rund(breite),
        height=_rund(hoehe),
        viewBox=svg.ViewBoxSpec(0, 0, _rund(breite), _rund(hoehe)),
        lang="de",
        elements=elemente,
        extra={"role": "img", "aria-labelledby": "titel beschreibung"},
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{bild}\n'


def _rund(zahl: float) -> float:
    return round(zahl, 1)


def _spaltenkopf(stufe: int) -> str:
    if stufe == 0:
        return "GEFRAGT"
    wie = {1: "unmittelbar", 2: "über eine weitere Vorschrift"}.get(
        abs(stufe), f"über {abs(stufe) - 1} weitere Vorschriften"
    )
    return f"GILT DAFÜR, {wie}" if stufe < 0 else f"BETROFFEN, {wie}"


def _beschreibung(n: Nachbarschaft) -> str:
    """Say the picture in words, for those who do not see it."""
    gilt = "; ".join(f"{x.zitat} {STRICHE[x.klausel.wirkung].links} {x.klausel.quelle}" for x in n.gilt)
    betroffen = (f"{x.zitat} {STRICHE[x.klausel.wirkung].rechts} {aufgezaehlt(x.klausel.ziele)}" for x in n.betroffen)
    return f"Was für {n.zitat} gilt: {gilt or 'nichts'}. Wer es übernimmt: {'; '.join(betroffen) or 'niemand'}."


def _text(text: str, x: float, y: float, grad: int, farbe: str, *, fett: bool = False) -> svg.Text:
    return svg.Text(
        text=escape(text),
        x=_rund(x),
        y=_rund(y),
        font_size=grad,
        fill=farbe,
        font_family=_SCHRIFT,
        font_weight="bold" if fett else None,
    )


def _rahmen(kasten: Kasten, *, ist_mitte: bool) -> svg.G:
    strich = STRICHE[kasten.wirkung] if kasten.wirkung else None
    rechteck = svg.Rect(
        x=_rund(kasten.x),
        y=_rund(kasten.y),
        width=BREITE,
        height=_rund(kasten.hoehe),
        rx=6,
        fill=_MITTE if ist_mitte else _PAPIER,
        stroke=strich.farbe if strich else TINTE,
        stroke_width=2.5 if ist_mitte else 1.2,
        stroke_dasharray=list(strich.muster) if strich and strich.muster else None,
    )
    elemente: list[svg.Element] = [svg.Title(text=escape(kasten.volltext)), rechteck]
    y = kasten.y + POLSTER
    for text, grad, farbe in kasten.zeilen:
        y += grad + 4
        elemente.append(_text(text, kasten.x + POLSTER, y - 5, grad, farbe, fett=grad >= FETT))
    return svg.G(elements=elemente)


def _linien(kaesten: Sequence[tuple[Kasten, int]]) -> Iterator[tuple[int, tuple[Kasten, Kasten, float]]]:
    """Yield what to connect, and where on the nearer box: lines are spread over its side, so that no tip hides another."""
    paare = [(kasten, davor, stufe) for kasten, stufe in kaesten for davor in kasten.davor]
    for kasten, davor, stufe in paare:
        gleiche = [k for k, d, s in paare if d is davor and s == stufe]
        yield stufe, (kasten, davor, davor.y + davor.hoehe * (gleiche.index(kasten) + 1) / (len(gleiche) + 1))


def _verbindung(von: Kasten, nach: Kasten, y: float, *, nach_rechts: bool) -> Iterator[svg.Element]:
    """Draw the clause between two boxes: the arrow goes from what applies to what it applies to."""
    links, rechts = (von, nach) if nach_rechts else (nach, von)
    strich = STRICHE[von.wirkung or Wirkung.ANALOG]
    eigenes = von.y + von.hoehe / 2
    x1, y1 = links.x + BREITE, eigenes if nach_rechts else y
    x2, y2 = rechts.x - 2, y if nach_rechts else eigenes
    mitte = (x1 + x2) / 2
    yield svg.Path(
        d=[svg.M(_rund(x1), _rund(y1)), svg.C(_rund(mitte), _rund(y1), _rund(mitte), _rund(y2), _rund(x2), _rund(y2))],
        fill="none",
        stroke=strich.farbe,
        stroke_width=1.8,
        stroke_dasharray=list(strich.muster) or None,
        marker_end=f"url(#{(von.wirkung or Wirkung.ANALOG).value})",
    )
    if von.wirkung is Wirkung.NEGATIV:
        yield _kreuz(mitte, (y1 + y2) / 2, strich.farbe)


def _kreuz(x: float, y: float, farbe: str) -> svg.Path:
    links, rechts, oben, unten = (_rund(wert) for wert in (x - 6, x + 6, y - 6, y + 6))
    striche = [svg.M(links, oben), svg.L(rechts, unten), svg.M(links, unten), svg.L(rechts, oben)]
    return svg.Path(d=list(striche), stroke=farbe, stroke_width=2.6, fill="none")


def _spitze(name: str, farbe: str) -> svg.Marker:
    return svg.Marker(
        id=name,
        viewBox=svg.ViewBoxSpec(0, 0, 10, 10),
        refX=9,
        refY=5,
        markerWidth=7,
        markerHeight=7,
        orient="auto",
        elements=[svg.Path(d=[svg.M(0, 0), svg.L(10, 5), svg.L(0, 10), svg.Z()], fill=farbe)],
    )


def _legende(y: float) -> Iterable[svg.Element]:
    x: float = _RAND
    for wirkung, strich in STRICHE.items():
        yield svg.Line(
            x1=_rund(x),
            y1=y - 4,
            x2=_rund(x + 44),
            y2=y - 4,
            stroke=strich.farbe,
            stroke_width=1.8,
            stroke_dasharray=list(strich.muster) or None,
            marker_end=f"url(#{wirkung.value})",
        )
        if wirkung is Wirkung.NEGATIV:
            yield _kreuz(x + 20, y - 4, strich.farbe)
        yield _text(strich.legende, x + 52, y, KLEIN, TINTE)
        x += 76 + weite(strich.legende, KLEIN)


def _fuss(n: Nachbarschaft, y: float) -> svg.Text:
    """Say how to read the arrows, and what is not drawn."""
    saetze = ["Ein Pfeil führt von der Vorschrift, die gilt, zu der, für die sie gilt."]
    if not (n.gilt or n.betroffen):
        saetze = ["Keine Verweisung erkannt, die über die Vorschrift hinausführt oder sie übernimmt."]
    saetze += [f"Nicht gezeichnet: {sum(n.ferner)} weitere über mehr Stufen."] if any(n.ferner) else []
    return _text(" ".join(saetze), _RAND, y, KLEIN, GRAU)
