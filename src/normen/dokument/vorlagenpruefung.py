"""The check of templates: description, text, examples - all that would stop a draft, or let a wrong one through."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from ..fehler import DatenFehler, NormenFehler
from ..normquelle import Normquelle
from ..zitat import Zitat
from ..zitatleser import lies_zitat
from .daten import pruefe
from .druckstock import lesbar
from .fuellen import belege_fuer, gefuellt, zusammengesetzt
from .mangel import Mangel
from .rohdaten import lies_daten
from .setzen import zerlegt
from .textpruefung import nachgeschlagen, pruefe_text
from .vollstaendig import NICHTS_GESCHRIEBEN, vollstaendig
from .vorlage import BESCHREIBUNG, Vorlage


def pruefe_vorlage(vorlage: Vorlage, normen: Normquelle) -> tuple[Mangel, ...]:
    """Return all that is wrong with a template that could be read; nothing if it is right."""
    beschreibung = (*_tote_zitate(vorlage, normen), *_falsche_wege(vorlage, normen))
    try:
        with lesbar(str(vorlage.worddatei)):
            teile = zerlegt(zusammengesetzt(vorlage))[1]
    except NormenFehler as fehler:
        return (*beschreibung, Mangel(vorlage.worddatei, "", "", fehler.meldung, fehler.rat))
    return (*beschreibung, *pruefe_text(vorlage, teile, normen), *_beispiele(vorlage, normen))


def _tote_zitate(vorlage: Vorlage, normen: Normquelle) -> Iterator[Mangel]:
    for schluessel, zitat in _zitierte(vorlage):
        if fehler := nachgeschlagen(zitat, normen):
            yield Mangel(vorlage.ordner / BESCHREIBUNG, schluessel, zitat, fehler.meldung, fehler.rat)


def _zitierte(vorlage: Vorlage) -> Iterator[tuple[str, str]]:
    """Yield every citation of the description, with its key."""
    yield from (("rechtsgrundlagen", zitat) for zitat in vorlage.rechtsgrundlagen)
    for regel in vorlage.grundlagen:
        yield from (("grundlage.liegt_in", zitat) for zitat in regel.liegt_in)
        yield from (("grundlage.laesst_gelten", zitat) for zitat in (regel.laesst_gelten,) if zitat)
    for name, je_art in vorlage.normtafel.items():
        yield from ((f"norm.{name}.{art}", zitat) for art, eintrag in je_art.items() for zitat in eintrag)


def _falsche_wege(vorlage: Vorlage, normen: Normquelle) -> Iterator[Mangel]:
    """Yield every norm of a table that does not apply by the norm that is said to make it apply."""
    for name, je_art in vorlage.normtafel.items():
        for art, eintrag in je_art.items():
            for regel, durch in pairwise(eintrag):
                bekannt = not nachgeschlagen(regel, normen) and not nachgeschlagen(durch, normen)
                if bekannt and not _gilt_durch(regel, durch, normen):
                    rat = f"Was {durch} gelten lässt, zeigt: normen applies „{durch}“"
                    grund = f"{regel} gilt nicht durch {durch}."
                    yield Mangel(vorlage.ordner / BESCHREIBUNG, f"norm.{name}.{art}", regel, grund, rat)


def _gilt_durch(regel: str, durch: str, normen: Normquelle) -> bool:
    """Tell whether a norm, or what it lies in or holds, is among what another makes apply.

    Of two norms of one §, a clause that does not say what it refers to ("Entsprechendes gilt") may mean the other.
    """
    gesucht, geltung = normen.zitat(regel), normen.geltung(durch)
    unbestimmt = bool(geltung.ungeloest) and normen.zitat(durch).paragraph == gesucht.paragraph
    return unbestimmt or any(_beruehrt(gesucht, lies_zitat(gilt.zitat)) for gilt in geltung.gilt)


def _beruehrt(eines: Zitat, anderes: Zitat) -> bool:
    return eines in (anderes, *anderes.eltern) or anderes in eines.eltern


def _beispiele(vorlage: Vorlage, normen: Normquelle) -> Iterator[Mangel]:
    """Yield every example that does not make a document."""
    if not vorlage.beispiele:
        rat = f"Legen Sie beispiel.json daneben; welche Felder es gibt, zeigt: {vorlage.aufruf}"
        yield Mangel(vorlage.ordner, "", "", "Der Vorlage fehlt ein Beispiel.", rat)
    for datei in vorlage.beispiele.values():
        try:
            daten = pruefe(vorlage, lies_daten(datei), normen)
            belege = belege_fuer(vorlage, daten, normen)
            vollstaendig(vorlage, gefuellt(vorlage, daten, belege), normen, belege.vollzugsart)
        except NormenFehler as fehler:
            yield _aus_fehler(datei, fehler)


def _aus_fehler(datei: Path, fehler: NormenFehler) -> Mangel:
    """Return the finding that an example does not draft, each reason on a line of its own."""
    gruende = [f"- {problem}" for problem in fehler.probleme] if isinstance(fehler, DatenFehler) else []
    ort = f"{fehler.ort}: " if fehler.ort and str(fehler.ort) else ""
    rat = fehler.rat.removesuffix(NICHTS_GESCHRIEBEN).rstrip()
    return Mangel(datei, "", "", "\n".join([f"{ort}{fehler.meldung}", *gruende]), rat)
