"""The boxes of a picture: what stands in each, which hangs on which, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..aufzaehlung import aufgezaehlt
from ..nachbarschaft import UNLESBAR, Nachbar, Nachbarschaft
from ..verweisung import Verweisung, Wirkung
from ..zitat import Spanne
from .schriftbild import umbrochen

#: Measures in pixels: a box, the way between two columns, the way between two boxes, the space around the words.
BREITE, GASSE, _LUFT, POLSTER = 262, 74, 14, 10
#: Font sizes.
FETT, KLEIN = 13, 11
#: How much wider bold letters run than others.
_FETTER = 1.12
TINTE, GRAU = "#1a1a1a", "#555555"
#: Boxes in one column; of more, those of one work and kind become one box, with a list of so many lines.
_HOECHSTENS, _LISTE = 14, 16


@dataclass(frozen=True, slots=True)
class Strich:
    """How a kind of clause is drawn, and what it is called: in boxes on the left, on the right, and in the legend."""

    farbe: str
    muster: tuple[int, ...]
    links: str
    rechts: str
    legende: str


#: Colours of Okabe and Ito, darkened to be read on white; they differ for every kind of colour vision.
STRICHE = {
    Wirkung.ANALOG: Strich("#005a9c", (), "gilt entsprechend nach", "übernimmt entsprechend", "gilt entsprechend"),
    Wirkung.DIREKT: Strich(
        "#1a1a1a", (8, 5), "gilt, in Bezug genommen in", "nimmt in Bezug", "gilt oder wird in Bezug genommen"
    ),
    Wirkung.NEGATIV: Strich("#b3261e", (), "gilt nicht nach", "schließt aus:", "gilt nicht (durchkreuzt)"),
    Wirkung.UNBERUEHRT: Strich("#6b6b6b", (2, 4), "bleibt unberührt nach", "lässt unberührt:", "bleibt unberührt"),
}


@dataclass(slots=True, eq=False)
class Kasten:
    """A box with its lines (text, font size, colour), the words of its clauses in full, and its place.

    ``wirkung`` is the kind of its clauses (of the middle ``None``), ``davor`` the boxes it hangs on, one step nearer to it.
    """

    zeilen: list[tuple[str, int, str]]
    volltext: str
    wirkung: Wirkung | None
    davor: list[Kasten] = field(default_factory=list)
    x: float = 0
    y: float = 0

    @property
    def hoehe(self) -> float:
        """Height, by the lines."""
        return 2 * POLSTER + sum(grad + 4 for _, grad, _ in self.zeilen)


def mittelkasten(n: Nachbarschaft) -> Kasten:
    """Return the box of what was asked about."""
    return Kasten([*_zeilen(n.zitat, FETT + 2, TINTE, 4), *_zeilen(n.ueberschrift, KLEIN, GRAU, 3)], n.zitat, None)


def spalten_aus(nachbarn: Sequence[Nachbar], mitte: Kasten, *, links: bool) -> list[list[Kasten]]:
    """Make one column of boxes for each number of steps, nearest first."""
    kasten_von: dict[int, Kasten] = {}
    spalten: list[list[Kasten]] = []
    for stufe in sorted({n.tiefe for n in nachbarn}):
        hier = {i: n for i, n in enumerate(nachbarn) if n.tiefe == stufe}
        gruppen = [[i] for i in hier] if len(hier) <= _HOECHSTENS else _gruppiert(hier, links=links)
        for gruppe in gruppen:
            kasten = _sammelkasten([hier[i] for i in gruppe], links=links)
            davor = dict.fromkeys(kasten_von[d] for i in gruppe for d in hier[i].davor)
            kasten.davor = list(davor) or [mitte]
            kasten_von.update(dict.fromkeys(gruppe, kasten))
        spalten.append(list(dict.fromkeys(kasten_von[i] for i in hier)))
    return spalten


def _gruppiert(nachbarn: Mapping[int, Nachbar], *, links: bool) -> Iterable[list[int]]:
    """Put neighbours of the same work and kind together, for a column that would be too long to read."""
    gruppen: dict[tuple[str, Wirkung], list[int]] = {}
    for i, n in nachbarn.items():
        gruppen.setdefault((_werk(n.klausel, links=links), n.klausel.wirkung), []).append(i)
    return gruppen.values()


def _werk(v: Verweisung, *, links: bool) -> str:
    if not links:
        return v.quelle.werk
    erstes = v.ziele[0] if v.ziele else None
    return (erstes.von if isinstance(erstes, Spanne) else erstes).werk if erstes else UNLESBAR


def _sammelkasten(nachbarn: Sequence[Nachbar], *, links: bool) -> Kasten:
    """Make the box of one neighbour, or a box that lists several of one work and kind."""
    if len(nachbarn) == 1:
        return _kasten(nachbarn[0], links=links)
    klauseln = [n.klausel for n in nachbarn]
    strich = STRICHE[klauseln[0].wirkung]
    werk = _werk(klauseln[0], links=links)
    was = aufgezaehlt(z for v in klauseln for z in (v.ziele if links else (v.quelle,)))
    zeilen = [
        *_zeilen(f"{werk}: {len(klauseln)} Klauseln", FETT, TINTE, 2),
        *_zeilen(strich.legende if links else strich.rechts.rstrip(":"), KLEIN, strich.farbe, 2),
        *_zeilen(was.replace(f" {werk}", ""), KLEIN, TINTE, _LISTE),
    ]
    return Kasten(zeilen, "\n".join(f"{v.quelle}: {v.text}" for v in klauseln), klauseln[0].wirkung)


def _kasten(nachbar: Nachbar, *, links: bool) -> Kasten:
    v = nachbar.klausel
    strich = STRICHE[v.wirkung]
    zeilen = [*_zeilen(nachbar.zitat, FETT, TINTE, 4), *_zeilen(nachbar.ueberschrift, KLEIN, GRAU, 4)]
    wodurch = f"{strich.links} {v.quelle}" if links else f"{strich.rechts} {aufgezaehlt(v.ziele)}"
    zeilen += _zeilen(wodurch, KLEIN, strich.farbe, 3)
    for name, text in (("ohne", aufgezaehlt(v.ausnahmen)), ("Maßgabe:", v.massgabe), ("Bedingung:", v.bedingung)):
        zeilen += _zeilen(f"{name} {text}" if text else "", KLEIN, TINTE, 3)
    for grund in nachbar.gruende:
        zeilen += _zeilen(f"Nicht zu verfolgen: {grund}", KLEIN, GRAU, 3)
    return Kasten(zeilen, f"{v.quelle}: {v.text}", v.wirkung)


def _zeilen(text: str, grad: int, farbe: str, hoechstens: int) -> list[tuple[str, int, str]]:
    fett = _FETTER if grad >= FETT else 1.0
    return [(zeile, grad, farbe) for zeile in umbrochen(text, grad, (BREITE - 2 * POLSTER) / fett, hoechstens)]


def spaltenhoehe(spalte: Sequence[Kasten]) -> float:
    """Return how much room a column takes."""
    return sum(k.hoehe for k in spalte) + _LUFT * (len(spalte) - 1)


def stelle_auf(spalte: Sequence[Kasten], x: float, oben: float, hoehe: float) -> None:
    """Give the boxes of a column their places, centred in the height there is."""
    y = oben + (hoehe - spaltenhoehe(spalte)) / 2
    for kasten in spalte:
        kasten.x, kasten.y = x, y
        y += kasten.hoehe + _LUFT
