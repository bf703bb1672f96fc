"""How many citations that were shifted on purpose the check finds, and why it misses the others.

    python benchmarks/sachdrift.py

Every citation of another § of a loaded statute is shifted, one at a time: to the next and to the previous Absatz of the same
§, and to the §§ one and four further on and back (with the same Absatz, if there is one). Prints for each kind how many were
planted, how many of them hang on a noun that says what they are cited for, how many are found, and for how many the finding
names the provision that was meant; then the missed ones by reason. What is found in the corpus as it is does not count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from normen import Wissen
from normen.einheit import Art
from normen.pruefung import Bestand
from normen.pruefung.bestand import Verweisstelle
from normen.pruefung.sachdrift import sachdrift
from normen.pruefung.sachwort import sachwort
from normen.schreibweise import Ebene
from normen.stichwort import faltung, stamm, woerter
from normen.zitat import Rahmen, Spanne, Zitat

#: Name, and by how many Absätze or §§ the target moves.
VERSCHIEBUNGEN = (
    ("next Absatz", 1, 0), ("previous Absatz", -1, 0), ("§ + 1", 0, 1), ("§ - 1", 0, -1), ("§ + 4", 0, 4), ("§ - 4", 0, -4),
)  # fmt: skip


def verschoben(bestand: Bestand, zitat: Zitat, absaetze: int, paragraphen: int) -> Zitat | None:
    """Return the Absatz or § so many further on, ``None`` if there is none."""
    absatz = replace(zitat, glieder=zitat.glieder[:2], folgende="")
    hat_absatz = len(absatz.glieder) > 1 and absatz.glieder[1].ebene is Ebene.ABSATZ
    if absaetze:
        return nachbar(bestand, absatz, Art.ABSATZ, absaetze) if hat_absatz else None
    paragraph = nachbar(bestand, Zitat(zitat.werk, zitat.glieder[:1]), Art.PARAGRAPH, paragraphen)
    mit_absatz = replace(paragraph, glieder=(*paragraph.glieder, absatz.glieder[1])) if paragraph and hat_absatz else None
    return mit_absatz if mit_absatz and str(mit_absatz) in bestand.einheiten else paragraph


def nachbar(bestand: Bestand, zitat: Zitat, art: Art, schritte: int) -> Zitat | None:
    """Return what stands so many places further on in the same § or work."""
    gleiche = [
        e.zitat
        for e in bestand.einheiten.values()
        if e.art is art and e.zitat.werk == zitat.werk and e.zitat.glieder[:-1] == zitat.glieder[:-1]
    ]
    stelle = gleiche.index(zitat) + schritte if zitat in gleiche else -1
    return gleiche[stelle] if 0 <= stelle < len(gleiche) else None


def gepflanzt(bestand: Bestand, stelle: Verweisstelle, was: tuple[int, int]) -> Iterator[tuple[Zitat, Zitat, Verweisstelle]]:
    """Yield what was meant, what it is shifted to, and the citation with that target."""
    for i, genannt in enumerate(stelle.verweis.ziele):
        ziel, quelle = genannt.ziel, stelle.quelle.zitat
        if isinstance(ziel, Spanne) or ziel.rahmen is not Rahmen.NORM or not bestand.moegliche(ziel):
            continue
        im_selben = quelle.rahmen is Rahmen.NORM and (quelle.werk, quelle.glieder[:1]) == (ziel.werk, ziel.glieder[:1])
        neu = verschoben(bestand, ziel, *was) if ziel.glieder[:1] and not im_selben else None
        if neu is not None and ziel.glieder[0].ebene is Ebene.PARAGRAPH:
            ziele = (*stelle.verweis.ziele[:i], replace(genannt, ziel=neu), *stelle.verweis.ziele[i + 1 :])
            yield ziel, neu, replace(stelle, verweis=replace(stelle.verweis, ziele=ziele))


def warum_nicht(bestand: Bestand, wort: str, ziel: Zitat, neu: Zitat) -> str:
    """Say why a shifted citation is not found."""
    if not wort:
        return "hangs on no noun that tells provisions apart"
    if not hat(bestand, ziel, wort):
        return "what was meant does not have the noun itself"
    return "what it was shifted to has the noun too" if hat(bestand, neu, wort) else "other"


def hat(bestand: Bestand, zitat: Zitat, wort: str) -> bool:
    """Tell whether an Absatz or § has a word, in any inflection."""
    einheit = bestand.einheit(bestand.moegliche(zitat)[0])
    oben = [str(z) for z in (einheit.zitat, *einheit.zitat.eltern) if z.glieder and z.glieder[-1].ebene is Ebene.ABSATZ]
    texte = (t for e in bestand.einheiten[(oben or [str(einheit.zitat)])[0]].alle() for t in (e.ueberschrift, e.text))
    return any(stamm(wort) == stamm(faltung(w.form)) for text in texte for w in woerter(text.inhalt))


def gemessen(bestand: Bestand) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Return the figures of each kind of shift, and how many are missed for each reason."""
    gruppen: dict[Zitat | str, list[Verweisstelle]] = defaultdict(list)
    for stelle in bestand.verweisstellen:
        gruppen[stelle.quelle.zitat].append(stelle)
        gruppen[stamm(sachwort(stelle))].append(stelle)
    echte = set(sachdrift(bestand))
    zahlen: dict[str, Counter[str]] = defaultdict(Counter)
    gruende: Counter[str] = Counter()
    for name, *was in VERSCHIEBUNGEN:
        for stelle in bestand.verweisstellen:
            wort = sachwort(stelle)
            umgebung = (*gruppen[stelle.quelle.zitat], *(gruppen[stamm(wort)] if wort else ()))
            for ziel, neues, verschobene in gepflanzt(bestand, stelle, (was[0], was[1])):
                stellen = dict.fromkeys(verschobene if s is stelle else s for s in umgebung)
                befunde = set(sachdrift(replace(bestand, verweisstellen=tuple(stellen)))) - echte
                genannt = any(gemeint in befund.grund for befund in befunde for gemeint in namen(ziel))
                zahlen[name] += Counter(planted=1, noun=bool(wort), found=bool(befunde), named=genannt)
                if not befunde:
                    gruende[warum_nicht(bestand, wort, ziel, neues)] += 1
    return zahlen, gruende


def namen(ziel: Zitat) -> tuple[str, ...]:
    """Return the § and the Absatz of a target, as a finding names them."""
    return tuple(str(replace(ziel, glieder=ziel.glieder[:n], folgende="")) for n in (1, 2))


def main() -> None:
    zahlen, gruende = gemessen(Wissen.oeffne().bestand())
    print(f"{'':18}{'planted':>9}{'with noun':>11}{'found':>7}{'named':>7}   of all  with noun")
    for name, zahl in {**zahlen, "together": sum(zahlen.values(), Counter())}.items():
        anteile = f"{zahl['found'] / zahl['planted']:9.1%}{zahl['found'] / zahl['noun']:11.1%}"
        print(f"{name:18}{zahl['planted']:9}{zahl['noun']:11}{zahl['found']:7}{zahl['named']:7}{anteile}")
    print("missed:", *(f"{anzahl:5} {grund}" for grund, anzahl in gruende.most_common()), sep="\n")


if __name__ == "__main__":
    main()
