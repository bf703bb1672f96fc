"""The Lesefassung: an Einheit written out with its VV and with all that applies to it, and why it applies.

Pure: what applies (`normen.geltung`) and the tree in, a tree of what is printed out; it has no layout yet.
Guarantees: each Einheit that applies is printed exactly once; where a second chain leads to it, that chain says where it
stands, and it says which further chains lead to it. What an exception takes out stands as a gap in its place. What is
printed only so that the rest can be understood (the title above a number, the words before a list) is marked as such.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from .einheit import Art, Druck, Eintrag
from .geltung import Bereich, Geltung, Gilt, Netz, Weg
from .verweis import Verweis
from .verweisung import Wirkung
from .werk import Werk
from .zitat import Spanne, Ziel


class Rolle(Enum):
    """Why words are printed: because they apply, so that others are understood, or as the gap an exception leaves."""

    WORTLAUT = "text"
    EINORDNUNG = "context"
    AUSGENOMMEN = "excepted"

    def __repr__(self) -> str:
        return f"Rolle.{self.name}"


@dataclass(frozen=True, slots=True)
class Lauf:
    """The own text of one Einheit, with the citations found in it; the text of a gap is not printed."""

    eintrag: Eintrag
    rolle: Rolle
    verweise: tuple[Verweis, ...] = ()

    @property
    def satz(self) -> str:
        """Number of the Satz, "" for an Einheit that is none."""
        return self.eintrag.zitat.split("Satz ")[1].split()[0] if self.eintrag.art is Art.SATZ else ""


@dataclass(frozen=True, slots=True)
class Absatz:
    """One paragraph in print: label and heading of an Einheit, and the text of it and of its Sätze.

    ``tiefe`` is its depth below the `Teil`. ``kopf`` tells whether label and heading are printed here; they are not where
    a text goes on after a list. ``auch`` are the numbers of further groups by which it applies.
    """

    eintrag: Eintrag
    tiefe: int
    rolle: Rolle
    kopf: bool
    laeufe: tuple[Lauf, ...] = ()
    auch: tuple[int, ...] = ()

    @property
    def marke(self) -> str:
        """Label as printed, "" where it stands in the heading of the Teil."""
        return self.eintrag.marke if self.kopf and self.tiefe else ""

    @property
    def ueberschrift(self) -> str:
        """Heading, "" where it stands in the heading of the Teil."""
        return self.eintrag.ueberschrift if self.kopf and self.tiefe else ""


@dataclass(frozen=True, slots=True)
class Teil:
    """What is printed of one §, VV, Anlage or Werk; ``auszug`` tells that it is not all of it."""

    eintrag: Eintrag
    absaetze: tuple[Absatz, ...]
    auszug: bool = False


@dataclass(frozen=True, slots=True)
class Anderswo:
    """An Einheit that applies by this chain too, and stands with another group; number 0 is the Einheit asked about."""

    eintrag: Eintrag
    gruppe: int


@dataclass(frozen=True, slots=True)
class Gruppe:
    """What one chain of clauses makes apply; groups are numbered from 1."""

    nummer: int
    weg: Weg
    teile: tuple[Teil, ...]
    anderswo: tuple[Anderswo, ...]

    @property
    def wirkung(self) -> Wirkung:
        """What the chain as a whole does."""
        return Gilt("", self.weg).wirkung

    @property
    def ausnahmen(self) -> tuple[Ziel, ...]:
        """What the clauses of the chain leave out, first to last."""
        return tuple(dict.fromkeys(ziel for v in self.weg for ziel in v.ausnahmen))


@dataclass(frozen=True, slots=True)
class Quelle:
    """Which text was read: the work, the file, and where the file comes from ("" if not known)."""

    werk: Werk | None
    datei: str
    herkunft: str


@dataclass(frozen=True, slots=True)
class Lesefassung:
    """All that is printed for an Einheit.

    ``oberhalb`` are the Einheiten above it, from the work down. ``vv`` is the VV on a §, or the note printed in its place;
    ``vv_am_paragraphen`` is the one on the § that an Absatz or a Satz lies in, and is not printed. ``orte`` says for each
    target that stands on the page, in a text or as the place of a clause, at which Einheit it does.
    """

    eintrag: Eintrag
    oberhalb: tuple[Eintrag, ...]
    wortlaut: Teil
    vv: Teil | None
    vv_am_paragraphen: Eintrag | None
    gruppen: tuple[Gruppe, ...]
    geltung: Geltung
    quellen: tuple[Quelle, ...]
    orte: Mapping[Ziel, Eintrag]

    @property
    def teile(self) -> Iterator[Teil]:
        """All Teile in the order of the page."""
        yield self.wortlaut
        if self.vv:
            yield self.vv
        for gruppe in self.gruppen:
            yield from gruppe.teile


def lesefassung(
    netz: Netz,
    geltung: Geltung,
    verweise: Callable[[str], Sequence[Verweis] | None],
    quelle: Callable[[Eintrag], Quelle],
) -> Lesefassung:
    """Lay out what applies to an Einheit; ``verweise`` gives the citations in the text of one, ``quelle`` its origin."""
    start = netz.eintraege[netz.nummern[geltung.zitat]]
    satz = _Satz(netz, verweise)
    vv = _vv_an(netz, start) if start.art is Art.PARAGRAPH else None
    anhang = netz.mit_allem(vv.nr) if vv else frozenset()
    wortlaut = satz.teil(start, netz.mit_allem(start.nr) - anhang)
    gruppen = tuple(_gruppen(satz, _funde(netz, geltung, netz.mit_allem(start.nr))))
    oberhalb = tuple(_oberhalb(netz, start))[::-1]
    paragraph = next((e for e in oberhalb if e.art is Art.PARAGRAPH and not _in_vv(netz, start)), None)
    ohne_orte = Lesefassung(
        start,
        oberhalb,
        wortlaut,
        satz.teil(vv, anhang) if vv else None,
        _vv_an(netz, paragraph) if paragraph else None,
        gruppen,
        geltung,
        (),
        {},
    )
    quellen = tuple(dict.fromkeys(quelle(teil.eintrag) for teil in ohne_orte.teile))
    return replace(ohne_orte, quellen=quellen, orte=_orte(netz, ohne_orte))


def _vv_an(netz: Netz, paragraph: Eintrag) -> Eintrag | None:
    kinder = (netz.eintraege[nr] for nr in netz.kinder.get(paragraph.nr, ()))
    return next((kind for kind in kinder if kind.art in (Art.VV, Art.VERMERK)), None)


def _in_vv(netz: Netz, e: Eintrag) -> bool:
    return any(oben.art in (Art.VV, Art.VERMERK) for oben in (e, *_oberhalb(netz, e)))


def _oberhalb(netz: Netz, e: Eintrag) -> Iterator[Eintrag]:
    """Yield the Einheiten above one, nearest first."""
    while e.eltern is not None:
        e = netz.eintraege[e.eltern]
        yield e


# What each chain makes apply


@dataclass(frozen=True, slots=True)
class _Fund:
    """What one chain makes apply, what of that is part of the Einheit asked about, and what is taken out."""

    weg: Weg
    gilt: Bereich
    im_start: Bereich
    ausgenommen: Bereich
    genannt: bool


def _funde(netz: Netz, geltung: Geltung, start: Bereich) -> list[_Fund]:
    genannt = {gilt.weg for gilt in geltung.gilt}
    funde = (_fund(netz, weg, start, genannt=weg in genannt) for weg in geltung.wege)
    return [fund for fund in funde if fund.gilt]


def _fund(netz: Netz, weg: Weg, start: Bereich, *, genannt: bool) -> _Fund:
    ausnahmen = _vereint(netz, (ziel for v in weg for ziel in v.ausnahmen))
    bereich = _vereint(netz, weg[-1].ziele)
    gilt = bereich - ausnahmen
    return _Fund(weg, gilt - start, gilt & start, bereich & ausnahmen, genannt)


def _vereint(netz: Netz, ziele: Iterable[Ziel]) -> Bereich:
    return frozenset[int]().union(*(netz.loese(ziel)[0] for ziel in ziele))


def _besitzer(netz: Netz, funde: Sequence[_Fund]) -> dict[int, int]:
    """Say for each Einheit with which chain it is printed: where most of its § or number is, else with the first.

    So a § of which one clause names a Satz and another the whole is not torn apart.
    """
    bewerber: dict[int, tuple[int, int]] = {}
    for i, fund in enumerate(funde):
        je_einheit: dict[int, list[int]] = {}
        for nr in fund.gilt:
            je_einheit.setdefault(_grundeinheit(netz, nr), []).append(nr)
        for nummern in je_einheit.values():
            for nr in nummern:
                bewerber[nr] = max(bewerber.get(nr, (0, 0)), (len(nummern), -i))
    return {nr: -i for nr, (_, i) in bewerber.items()}


def _grundeinheit(netz: Netz, nr: int) -> int:
    """Return the Absatz or the number of a rule that an Einheit is or lies in: what is read in one go."""
    e = netz.eintraege[nr]
    if e.art in (Art.SATZ, Art.SATZTEIL, Art.BUCHSTABE, Art.STUFE, Art.SPIEGELSTRICH) and e.eltern:
        return _grundeinheit(netz, e.eltern)
    if e.art is Art.NUMMER and e.eltern and not netz.ist_regelnummer(nr):
        return _grundeinheit(netz, e.eltern)
    return nr


def _traeger(netz: Netz, nr: int) -> Eintrag:
    """Return the §, VV, Anlage or Werk that an Einheit is or lies in."""
    arten = (Art.PARAGRAPH, Art.VV, Art.ANLAGE, Art.ABSCHNITT, Art.UNTERABSCHNITT, Art.WERK)
    e = netz.eintraege[nr]
    return next((oben for oben in (e, *_oberhalb(netz, e)) if oben.art in arten), e)


def _gruppen(satz: _Satz, funde: Sequence[_Fund]) -> Iterator[Gruppe]:
    """Yield a group for each chain that prints something, or that leads from one §, VV or Anlage to another."""
    netz = satz.netz
    besitzer = _besitzer(netz, funde)
    eigene = [_mit_text(netz, frozenset(nr for nr in f.gilt if besitzer[nr] == i)) for i, f in enumerate(funde)]
    bleiben = [i for i, fund in enumerate(funde) if eigene[i] or fund.genannt or _fuehrt_hinaus(netz, fund)]
    nummern = {i: nummer for nummer, i in enumerate(bleiben, start=1)}
    satz.gruppen = {nummern[i]: funde[i].gilt for i in bleiben}
    for i in bleiben:
        andere = {nr: besitzer[nr] for nr in funde[i].gilt if besitzer[nr] != i and nr in eigene[besitzer[nr]]}
        gruppe_von = {nr: nummern[j] for nr, j in andere.items()} | dict.fromkeys(funde[i].im_start, 0)
        teile = tuple(satz.teile(nummern[i], eigene[i], funde[i]))
        yield Gruppe(nummern[i], funde[i].weg, teile, tuple(_anderswo(netz, gruppe_von)))


def _fuehrt_hinaus(netz: Netz, fund: _Fund) -> bool:
    hier = _traeger(netz, netz.nummern[str(fund.weg[-1].quelle)])
    return any(_traeger(netz, nr) != hier for nr in fund.gilt)


def _mit_text(netz: Netz, bereich: Bereich) -> Bereich:
    """Leave out Einheiten under whose label or heading nothing would be printed."""
    spricht = {nr for nr in bereich if netz.eintraege[nr].text or netz.eintraege[nr].druck is not Druck.ABGEDRUCKT}
    return frozenset(nr for nr in bereich if any(n in spricht for n in range(nr, netz.eintraege[nr].letzte + 1)))


def _anderswo(netz: Netz, gruppe_von: Mapping[int, int]) -> Iterator[Anderswo]:
    """Yield the topmost Einheiten that stand with other groups."""
    for nr in sorted(gruppe_von):
        e = netz.eintraege[nr]
        if gruppe_von.get(e.eltern or 0) != gruppe_von[nr]:
            yield Anderswo(e, gruppe_von[nr])


# How it is set


class _Satz:
    """Sets Einheiten in paragraphs; knows what every group makes apply, once that is settled."""

    def __init__(self, netz: Netz, verweise: Callable[[str], Sequence[Verweis] | None]) -> None:
        self.netz = netz
        self.verweise = verweise
        self.gruppen: dict[int, Bereich] = {}

    def teile(self, nummer: int, eigene: Bereich, fund: _Fund) -> Iterator[Teil]:
        """Yield what a group prints, one Teil for each §, VV or Anlage, in the order of the source."""
        je_traeger: dict[int, set[int]] = {}
        for nr in sorted(eigene):
            je_traeger.setdefault(_traeger(self.netz, nr).nr, set()).add(nr)
        for traeger, nummern in sorted(je_traeger.items()):
            yield self.teil(self.netz.eintraege[traeger], frozenset(nummern), fund.ausgenommen, nummer)

    def teil(self, traeger: Eintrag, eigene: Bereich, ausgenommen: Bereich = frozenset(), nummer: int = 0) -> Teil:
        """Return Einheiten as paragraphs, with what they need to be understood and the gaps between them."""
        rollen = dict.fromkeys(eigene, Rolle.WORTLAUT)
        rollen |= dict.fromkeys(self._umfeld(traeger, eigene), Rolle.EINORDNUNG)
        rollen |= dict.fromkeys(self._luecken(traeger, ausgenommen, rollen), Rolle.AUSGENOMMEN)
        absaetze = tuple(self._mit_weiteren(absatz, nummer) for absatz in self._absaetze(traeger, rollen))
        ganz = {nr for nr in self.netz.mit_allem(traeger.nr) if _traeger(self.netz, nr) == traeger}
        return Teil(traeger, absaetze, bool(nummer) and not _mit_text(self.netz, frozenset(ganz)) <= eigene)

    def _umfeld(self, traeger: Eintrag, eigene: Bereich) -> set[int]:
        """Return the Einheiten above, with a heading or with the words that lead to a list, that do not apply themselves."""
        umfeld: set[int] = set()
        for nr in eigene:
            unten = self.netz.eintraege[nr]
            for oben in _oberhalb(self.netz, unten):
                if oben.nr in eigene or oben.nr <= traeger.nr:
                    break
                if oben.text or oben.ueberschrift or unten.art in (Art.SATZ, Art.SATZTEIL):
                    umfeld.add(oben.nr)
                unten = oben
        return umfeld

    def _luecken(self, traeger: Eintrag, ausgenommen: Bereich, gesetzt: Mapping[int, Rolle]) -> set[int]:
        """Return the topmost Einheiten taken out, where what they are taken out of is printed."""
        aussen = {nr for nr in ausgenommen if self.netz.eintraege[nr].eltern not in ausgenommen}
        return {nr for nr in aussen if self.netz.eintraege[nr].eltern in (traeger.nr, *gesetzt)}

    def _absaetze(self, traeger: Eintrag, rollen: Mapping[int, Rolle]) -> Iterator[Absatz]:
        tiefen = {traeger.nr: 0}
        offen: Absatz | None = None
        for nr in sorted(rollen):
            e = self.netz.eintraege[nr]
            tiefe = self._tiefe(e, tiefen)
            if offen and self._laeuft_weiter(e, offen):
                offen = replace(offen, laeufe=(*offen.laeufe, self._lauf(e, rollen[nr])))
                continue
            if offen:
                yield offen
            offen = Absatz(e, tiefe, rollen[nr], e.art not in (Art.SATZ, Art.SATZTEIL), self._laeufe(e, rollen[nr]))
        if offen:
            yield offen

    def _tiefe(self, e: Eintrag, tiefen: dict[int, int]) -> int:
        """Return the depth of an Einheit below the Teil; a Satz is as deep as what it is a Satz of."""
        if e.nr not in tiefen:
            oben = self._tiefe(self.netz.eintraege[e.eltern], tiefen) if e.eltern else 0
            tiefen[e.nr] = oben + (e.art not in (Art.SATZ, Art.SATZTEIL))
        return tiefen[e.nr]

    def _laeuft_weiter(self, e: Eintrag, offen: Absatz) -> bool:
        """Tell whether a Satz goes on in the paragraph before it."""
        davor = offen.laeufe[-1].eintrag if offen.laeufe else offen.eintrag
        return e.art is Art.SATZ and (davor.nr == e.eltern or (davor.art is Art.SATZ and davor.eltern == e.eltern))

    def _laeufe(self, e: Eintrag, rolle: Rolle) -> tuple[Lauf, ...]:
        """Return what is printed of an Einheit beside its label: its text, a gap, or that it is not printed."""
        ist_leer = not e.text and (e.druck is Druck.ABGEDRUCKT or self.netz.kinder.get(e.nr))
        return () if ist_leer and rolle is not Rolle.AUSGENOMMEN else (self._lauf(e, rolle),)

    def _lauf(self, e: Eintrag, rolle: Rolle) -> Lauf:
        return Lauf(e, rolle, tuple(self.verweise(e.zitat) or ()))

    def _mit_weiteren(self, absatz: Absatz, nummer: int) -> Absatz:
        """Name the further groups by which a paragraph applies."""
        eigene = {lauf.eintrag.nr for lauf in absatz.laeufe if lauf.rolle is Rolle.WORTLAUT}
        return replace(absatz, auch=tuple(n for n, bereich in self.gruppen.items() if n != nummer and bereich & eigene))


def _orte(netz: Netz, gesetzt: Lesefassung) -> dict[Ziel, Eintrag]:
    """Say for each target that is named on the page where it stands on the page, if it does."""
    absaetze = [absatz for teil in gesetzt.teile for absatz in teil.absaetze]
    laeufe = [lauf for absatz in absaetze for lauf in absatz.laeufe]
    gedruckt: list[Absatz | Lauf] = [*absaetze, *laeufe]
    nummern = {gesetzte.eintrag.nr for gesetzte in gedruckt if gesetzte.rolle is Rolle.WORTLAUT}
    nummern |= {teil.eintrag.nr for teil in gesetzt.teile}
    wege = (*(gruppe.weg for gruppe in gesetzt.gruppen), *gesetzt.geltung.nicht)
    ziele: list[Ziel] = [genannt.ziel for lauf in laeufe for v in lauf.verweise for genannt in (*v.ziele, *v.ausnahmen)]
    ziele += [v.quelle for weg in wege for v in weg]
    return {ziel: ort for ziel in dict.fromkeys(ziele) if (ort := _ort(netz, ziel, nummern))}


def _ort(netz: Netz, ziel: Ziel, nummern: set[int]) -> Eintrag | None:
    """Return the first Einheit on the page that a target covers; a whole work has no place."""
    von = ziel.von if isinstance(ziel, Spanne) else ziel
    if not von.glieder + von.zu:
        return None
    return netz.eintraege.get(min(netz.loese(ziel)[0] & nummern, default=0))
