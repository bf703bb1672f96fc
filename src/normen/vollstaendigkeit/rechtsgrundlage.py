"""What the decision rests on: named, existing, fit to carry the decision; and no citation of what does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..fehler import ZitatFehler
from ..pruefung import Sicherheit
from ..zitat import Rahmen
from .bericht import Ergebnis, Feststellung, Mangelart, Vorhanden
from .fall import Fall, Stelle
from .pruefpunkt import ALLE, BESCHEIDE, Pruefpunkt
from .regime import NAMEN
from .schreiben import Abschnitt
from .wortschatz import VERFUEGT

#: Decisions that a provision names by a word of its own: how the decision says it, and how a provision does.
_SACHEN = (
    (re.compile(r"widerr[uo]f", re.I), re.compile(r"widerr[uo]f", re.I), "vom Widerruf"),
    (re.compile(r"zurückgenommen|nehmen?\b.*zurück", re.I), re.compile(r"zurück(?:zu)?n[aeio]", re.I), "von der Rücknahme"),
    (re.compile(r"angehalten|halten?\b.*\ban\b", re.I), re.compile(r"anhalt|angehalten", re.I), "vom Anhalten"),
    (re.compile(r"Disziplinar|\bArrest\b|\bVerweis\b", re.I), re.compile(r"Disziplinar", re.I), "von Disziplinarmaßnahmen"),
    (re.compile(r"verlegt", re.I), re.compile(r"verleg|überstell|unter(?:gebracht|zubringen)\b", re.I), "von der Verlegung"),
    (re.compile(r"erstatten", re.I), re.compile(r"erstatt", re.I), "von der Erstattung"),
)  # fmt: skip


def rechtsgrundlage(fall: Fall) -> Iterator[Ergebnis]:
    """A legal basis is named, is no administrative rule alone, belongs to the law the document falls under, and fits."""
    if not fall.grundlagen:
        yield Feststellung(
            RECHTSGRUNDLAGE.kuerzel,
            Mangelart.FEHLT,
            "Auf welcher Vorschrift die Entscheidung beruht, ist nicht gesagt.",
            "Nennen Sie die Rechtsgrundlage, zum Beispiel: „Der Widerruf beruht auf § 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III.“",
            norm=fall.vorschrift("rechtsgrundlage"),
        )
        return
    maengel = (*_nur_vv(fall), *_fremdes_buch(fall), *_fremd_entschieden(fall), *_andere_sache(fall), *_nicht_geladen(fall))
    yield from maengel
    if all(fall.norm(g.zitat) for g in fall.grundlagen) and not any(m.art is Mangelart.PASST_NICHT for m in maengel):
        erste = fall.grundlagen[0]
        yield Vorhanden(RECHTSGRUNDLAGE.kuerzel, erste.satz.ort, erste.satz.text)


def _nur_vv(fall: Fall) -> Iterator[Feststellung]:
    if all(g.zitat.rahmen is not Rahmen.NORM for g in fall.grundlagen):
        grund = "Genannt ist nur eine Verwaltungsvorschrift; sie bindet die Behörde, gibt ihr aber keine Befugnis."
        schritt = "Nennen Sie die Norm des Gesetzes, zu der sie gehört, wenn es eine gibt, die diese Entscheidung trägt."
        yield _stelle(fall.grundlagen[0], Mangelart.ZU_PRUEFEN, grund, schritt)


def _fremdes_buch(fall: Fall) -> Iterator[Feststellung]:
    """A basis in a work of another Regime than the document is said to have, or of another Land."""
    for g in fall.grundlagen:
        for regel in fall.regeln.regime([g.zitat.werk]):
            if fall.regime and regel.regime is not fall.regime:
                grund = f"{g.zitat.werk} regelt: {NAMEN[regel.regime]}. Das Schreiben gehört aber zu: {NAMEN[fall.regime]}."
                yield _stelle(
                    g, Mangelart.PASST_NICHT, grund, "Berichtigen Sie die Rechtsgrundlage, oder die Vollzugsart.", regel.norm
                )
            elif fall.vorgaben.land and regel.land not in ("", fall.vorgaben.land):
                grund = f"{g.zitat.werk} gilt im Land „{regel.land}“, angegeben ist „{fall.vorgaben.land}“."
                yield _stelle(
                    g,
                    Mangelart.PASST_NICHT,
                    grund,
                    "Berichtigen Sie die Rechtsgrundlage, oder das Land (--land).",
                    regel.norm,
                )


def _fremd_entschieden(fall: Fall) -> Iterator[Feststellung]:
    """A provision of another Regime beside the decision, where the Satz names none of the own that makes it apply."""
    for stelle in fall.stellen:
        if stelle.abschnitt is not Abschnitt.VORN or stelle in fall.grundlagen or stelle.zitat.rahmen is not Rahmen.NORM:
            continue
        im_satz = {r.regime for s in fall.stellen if s.satz == stelle.satz for r in fall.regeln.regime([s.zitat.werk])}
        fremde = [r for r in fall.regeln.regime([stelle.zitat.werk]) if fall.regime and fall.regime not in im_satz]
        for regel in fremde:
            werk, eigenes = NAMEN[regel.regime], NAMEN[fall.regime] if fall.regime else ""
            grund = f"Bei der Entscheidung steht {stelle.zitat} ({werk}); das Schreiben gehört aber zu: {eigenes}."
            yield _stelle(
                stelle, Mangelart.PASST_NICHT, grund, "Berichtigen Sie das Zitat, oder die Vollzugsart.", regel.norm
            )


def _andere_sache(fall: Fall) -> Iterator[Feststellung]:
    """A decision that has a name of its own needs a basis that speaks of it."""
    saetze = [s.text for s in fall.schreiben.teil(Abschnitt.VORN).saetze if VERFUEGT.search(s.text)]
    texte = [norm.wortlaut for g in fall.grundlagen for z in (g.zitat, *g.zitat.eltern[:-1]) if (norm := fall.norm(z))]
    if not saetze or not all(texte) or not texte:
        return
    for entschieden, geregelt, sache in _SACHEN:
        if any(entschieden.search(satz) for satz in saetze) and not any(geregelt.search(text) for text in texte):
            grund = f"Von den genannten Rechtsgrundlagen spricht keine {sache}."
            schritt = "Prüfen Sie, ob die Rechtsgrundlage die richtige ist, oder ob eine zweite fehlt."
            yield _stelle(fall.grundlagen[0], Mangelart.ZU_PRUEFEN, grund, schritt, sicherheit=Sicherheit.GERING)


def _nicht_geladen(fall: Fall) -> Iterator[Feststellung]:
    """Of a basis whose text is not loaded nothing can be said: not that it exists, nor whether it leaves discretion."""
    ungeprueft = [g for g in fall.grundlagen if (norm := fall.norm(g.zitat)) and not norm.geprueft]
    if ungeprueft:
        namen = ", ".join(dict.fromkeys(str(g.zitat) for g in ungeprueft))
        grund = f"Der Text ist nicht geladen: {namen}."
        schritt = (
            "Prüfen Sie im Gesetz, ob es die Vorschrift gibt, ob sie die Entscheidung trägt und ob sie Ermessen einräumt."
        )
        yield _stelle(ungeprueft[0], Mangelart.ZU_PRUEFEN, grund, schritt)


def zitate(fall: Fall) -> Iterator[Ergebnis]:
    """Every citation in the document exists, as far as its text is loaded."""
    gesehen = set[str]()
    for stelle in fall.stellen:
        if str(stelle.zitat) not in gesehen:
            gesehen.add(str(stelle.zitat))
            yield from _fehlendes(fall, stelle)
    if gesehen:
        yield Vorhanden(ZITATE.kuerzel, fall.stellen[0].satz.ort, fall.stellen[0].satz.text)


def _fehlendes(fall: Fall, stelle: Stelle) -> Iterator[Feststellung]:
    try:
        fall.normen.norm(str(stelle.zitat))
    except ZitatFehler as fehler:
        schritt = fehler.rat or "Berichtigen Sie das Zitat."
        yield Feststellung(ZITATE.kuerzel, Mangelart.PASST_NICHT, fehler.meldung, schritt, stelle.satz.ort, stelle.satz.text)


def _stelle(
    stelle: Stelle, art: Mangelart, grund: str, schritt: str, norm: str = "", *, sicherheit: Sicherheit = Sicherheit.HOCH
) -> Feststellung:
    return Feststellung(RECHTSGRUNDLAGE.kuerzel, art, grund, schritt, stelle.satz.ort, stelle.satz.text, norm, sicherheit)


RECHTSGRUNDLAGE = Pruefpunkt("rechtsgrundlage", "Rechtsgrundlage", BESCHEIDE, rechtsgrundlage)
ZITATE = Pruefpunkt("zitate", "Zitate", ALLE, zitate)
