"""The check of a template's text: commands that cannot be read, names nobody declares, citations nobody looks up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import TemplateSyntaxError

from ..fehler import ZitatFehler
from ..normquelle import Normquelle
from ..zitat import Zitat
from .befehle import FUNKTIONEN
from .befund import unbekannt
from .feld import Feld, feldpfade
from .mangel import Mangel
from .namensgebrauch import Gebrauch, Nennung, gebrauch
from .normtafel import VOLLZUGSART
from .sandkasten import setzmaschine
from .satzfehler import satzfehler
from .setzen import Teil
from .vorlage import BESCHREIBUNG, Vorlage

_MARKE = re.compile(r"<[^>]+>")
#: A command stands for words: what is before it and behind it is no citation across it.
_BEFEHL = re.compile(r"\{[{%].*?[%}]\}")
_REGELNAME = re.compile(r"[a-z0-9_]+")
_PAARE = "Jedes {% if %} und {% for %} braucht sein {% endif %} und {% endfor %}; {%p … %} steht allein im Absatz."


def pruefe_text(vorlage: Vorlage, teile: Sequence[Teil], normen: Normquelle) -> Iterator[Mangel]:
    """Yield what is wrong in the parts of a template's Word file, and which fields nobody uses."""
    fehlend = [(b.name, name) for b in vorlage.bausteine for name in b.braucht if name not in _feldnamen(vorlage)]
    gesetzt, pfade = set[str](), set[str]()
    for teil in (*_regeltexte(vorlage), *teile):
        genutzt = _gelesen(vorlage, teil, {*gesetzt, *(name for _, name in fehlend)})
        if isinstance(genutzt, Mangel):
            yield genutzt
            continue
        gesetzt |= genutzt.gesetzt
        pfade |= {nennung.wort for nennung in genutzt.pfade}
        yield from _unbekannte(vorlage, teil, genutzt.pfade)
        yield from _tote_zitate(vorlage, teil, genutzt, normen)
        yield from _nicht_nachgeschlagene(vorlage, teil, normen)
    yield from (_fehlende_vorgabe(vorlage, *vorgabe) for vorgabe in fehlend if vorgabe[1] not in gesetzt)
    yield from _unbenutzte(vorlage, pfade)


def _regeltexte(vorlage: Vorlage) -> Iterator[Teil]:
    """Yield the texts that the description itself holds, as parts like those of the Word file."""
    for nummer, regel in enumerate(vorlage.beanstandungen, start=1):
        yield Teil(BESCHREIBUNG, f"beanstandung[{nummer}]", regel.quelle, str.encode)


def _datei(vorlage: Vorlage, teil: Teil) -> Path:
    return vorlage.ordner / BESCHREIBUNG if teil.name == BESCHREIBUNG else vorlage.worddatei


def absatz(teil: Teil, zeile: int) -> str:
    """Return the text of a line of a part, without the marks of Word; "" if there is none."""
    zeilen = teil.quelle.split("\n")
    return _MARKE.sub("", zeilen[zeile - 1]).strip() if 0 < zeile <= len(zeilen) else ""


def _gelesen(vorlage: Vorlage, teil: Teil, gesetzt: set[str]) -> Gebrauch | Mangel:
    try:
        baum = setzmaschine().parse(teil.quelle)
    except TemplateSyntaxError as fehler:
        return Mangel(_datei(vorlage, teil), teil.wo, absatz(teil, fehler.lineno), satzfehler(fehler), _PAARE)
    return gebrauch(baum, {*FUNKTIONEN, *gesetzt, *(rechnung.name for rechnung in vorlage.rechnungen if not rechnung.je)})


def _unbekannte(vorlage: Vorlage, teil: Teil, genutzt: Sequence[Nennung]) -> Iterator[Mangel]:
    """Yield names that no field declares; of a path the first such part, for what lies below it is unknown with it."""
    bekannte = dict(feldpfade(vorlage.felder))
    gerechnete = {f"{rechnung.je}.{rechnung.name}" for rechnung in vorlage.rechnungen if rechnung.je}
    for pfad, zeile in dict.fromkeys((n.wort, n.zeile) for n in genutzt):
        oben, _, name = pfad.rpartition(".")
        if pfad in bekannte or pfad in gerechnete or (oben and not _hat_teile(bekannte.get(oben))):
            continue
        grund = f"„{pfad}“: {unbekannt(name, [p.rpartition('.')[2] for p in bekannte if p.rpartition('.')[0] == oben])}."
        rat = f"Beschreiben Sie das Feld in {BESCHREIBUNG}, oder berichtigen Sie den Namen im Text."
        yield Mangel(_datei(vorlage, teil), teil.wo, absatz(teil, zeile), grund, rat)


def _hat_teile(feld: Feld | None) -> bool:
    return feld is not None and bool(feld.felder)


def _tote_zitate(vorlage: Vorlage, teil: Teil, genutzt: Gebrauch, normen: Normquelle) -> Iterator[Mangel]:
    """Yield citations of nothing; a rule that the text asks for with ``kennt`` need not be in the table."""
    for zitat in genutzt.zitate:
        stelle = absatz(teil, zitat.zeile)
        if zitat.wort in vorlage.normtafel or zitat.wort in genutzt.regeln:
            continue
        if _REGELNAME.fullmatch(zitat.wort):
            rat = f"Ergänzen Sie [norm.{zitat.wort}] in {BESCHREIBUNG}, je Vollzugsart mit ihrer Norm."
            grund = f"Die Regel „{zitat.wort}“ steht nicht in der Normtafel."
            yield Mangel(_datei(vorlage, teil), teil.wo, stelle, grund, rat)
        elif fehler := nachgeschlagen(zitat.wort, normen):
            yield Mangel(_datei(vorlage, teil), teil.wo, stelle, fehler.meldung, fehler.rat)


def _nicht_nachgeschlagene(vorlage: Vorlage, teil: Teil, normen: Normquelle) -> Iterator[Mangel]:
    """Yield citations that stand in the text as plain words, where no draft would notice that they are gone."""
    for zeile in range(1, teil.quelle.count("\n") + 2):
        text = _BEFEHL.sub(" … ", absatz(teil, zeile))
        for verweis in normen.verweise(text):
            if any(isinstance(g.ziel, Zitat) and g.ziel.glieder for g in verweis.ziele):
                wortlaut = text[verweis.ab : verweis.bis]
                grund = f"„{wortlaut}“ steht im Text, ohne nachgeschlagen zu werden."
                yield Mangel(_datei(vorlage, teil), teil.wo, text, grund, f'Schreiben Sie {{{{ norm("{wortlaut}") }}}}.')


def _feldnamen(vorlage: Vorlage) -> set[str]:
    return {feld.name for feld in vorlage.felder}


def _fehlende_vorgabe(vorlage: Vorlage, baustein: str, name: str) -> Mangel:
    """Return the finding for what a Baustein needs, and neither a field nor the text gives."""
    rat = f'Setzen Sie es in einem Absatz davor: {{%p set {name} = "…" %}}'
    return Mangel(vorlage.worddatei, "", name, f"Der Baustein „{baustein}“ braucht „{name}“.", rat)


def _unbenutzte(vorlage: Vorlage, im_text: set[str]) -> Iterator[Mangel]:
    """Yield fields that neither the text uses nor a rule asks for."""
    gebraucht = im_text | set(_in_regeln(vorlage))
    for pfad, feld in feldpfade(vorlage.felder):
        if not any(anderer == pfad or anderer.startswith(f"{pfad}.") for anderer in gebraucht):
            rat = f"Drucken Sie es im Text ({{{{ {feld.name} }}}}), oder streichen Sie es aus der Beschreibung."
            yield Mangel(vorlage.ordner / BESCHREIBUNG, "feld", pfad, f"Das Feld „{pfad}“ wird nirgends gebraucht.", rat)


def _in_regeln(vorlage: Vorlage) -> Iterator[str]:
    """Yield the paths of fields that the description itself asks for."""
    yield vorlage.datum
    yield from (tag for regel in vorlage.reihenfolgen for tag in regel.tage)
    yield from (name for regel in vorlage.widersprueche for name in regel.angaben)
    yield from (name for regel in vorlage.grundlagen for name in (regel.feld, regel.ueber))
    yield from (feld for regel in vorlage.rechnungen for feld in (*regel.angaben.values(), *filter(None, [regel.je])))
    yield from (regel.wenn.feld for regel in vorlage.rechnungen if regel.wenn)
    yield from (regel.feld for regel in vorlage.beanstandungen)
    yield from (VOLLZUGSART for _ in vorlage.normtafel)
    for pfad, feld in feldpfade(vorlage.felder):
        oben = pfad.rpartition(".")[0]
        if feld.wenn:
            yield f"{oben}.{feld.wenn.feld}".removeprefix(".")
        yield from (f"{pfad}.{name}" for name in (feld.deckt, feld.einmal) if name)


def nachgeschlagen(zitat: str, normen: Normquelle) -> ZitatFehler | None:
    """Return why a norm cannot be cited, ``None`` if it can."""
    try:
        normen.norm(zitat)
    except ZitatFehler as fehler:
        return fehler
    return None
