"""The rules: what they rest on exists as far as it is loaded, and says what they say; the language they are applied with."""

from __future__ import annotations

import io
import re

import pytest
from pydantic import TypeAdapter, ValidationError

from normen.bescheid import HOECHSTENS, pruefe_vollstaendigkeit, regeln
from normen.fehler import LeseFehler
from normen.schriftstueck import lies_text
from normen.vollstaendigkeit import Regime
from normen.vollstaendigkeit.bindung import Bindung, modus
from normen.vollstaendigkeit.regeln import Behelf, Frist
from normen.vollstaendigkeit.schreiben import Zeile, ist_ueberschrift, ueberschrift
from normen.vollstaendigkeit.wortschatz import ANHOERUNG, BELEHRUNG, FRIST, GRUENDE, SACHVERHALT, als_worte, frist
from normen.wissen import Wissen
from normen.zitatleser import lies_zitat


def test_jede_vollzugsart_hat_ihren_rechtsbehelf() -> None:
    ueblich = {regime: regeln().behelfe(regime)[0] for regime in Regime}
    im_vollzug = {regime for regime, behelf in ueblich.items() if behelf.art is Behelf.GERICHTLICHE_ENTSCHEIDUNG}
    assert im_vollzug == {regime for regime in Regime if regime.im_vollzug}
    assert {regime for regime, behelf in ueblich.items() if behelf.frist is None} == {Regime.UNTERSUCHUNGSHAFT}
    assert ueblich[Regime.JUGENDSTRAFE].angerufen.kammer == "Jugendkammer"


def test_wer_eine_frist_setzt_sagt_wie_sie_nachzuholen_ist() -> None:
    for behelf in regeln().rechtsbehelfe:
        assert bool(behelf.frist) == bool(behelf.wiedereinsetzung) == bool(behelf.wiedereinsetzung_bis), behelf.norm
        if behelf.wiedereinsetzung and behelf.wiedereinsetzung_bis:
            monat = behelf.regime is Regime.SOZIALVERWALTUNG
            assert str(behelf.wiedereinsetzung) == ("ein Monat" if monat else "zwei Wochen")
            assert str(behelf.wiedereinsetzung_bis) == "ein Jahr"


def genannte(wissen: Wissen) -> set[str]:
    """Return all provisions that the rules name as their source."""
    r = regeln()
    felder = (
        [a.norm for a in r.anhoerungen]
        + [w.norm for w in r.werke]
        + [norm for v in r.vorschriften.values() for norm in v.values()]
    )
    for b in r.rechtsbehelfe:
        felder += [b.norm, b.form_norm, b.wirkung_norm, b.frage_norm, b.angerufen.norm]
        felder += [frist.norm for frist in (b.frist, b.wiedereinsetzung, b.wiedereinsetzung_bis) if frist]
    return {str(g.ziel) for feld in felder for v in wissen.verweise(feld) for g in v.ziele}


def test_jede_quelle_gibt_es_oder_ihr_text_ist_nicht_geladen(wissen: Wissen) -> None:
    assert len(genannte(wissen)) > 30
    for zitat in genannte(wissen):
        assert wissen.norm(zitat).zitat == zitat


@pytest.mark.parametrize("regel", regeln().anhoerungen, ids=lambda r: r.norm)
def test_wo_anzuhoeren_ist_sagt_es_die_quelle(regel: object, wissen: Wissen) -> None:
    for grundlage in regel.grundlagen:  # type: ignore[attr-defined]
        assert wissen.norm(grundlage).wortlaut
        assert regel.gilt_fuer(lies_zitat(grundlage))  # type: ignore[attr-defined]
    texte = [wissen.norm(str(g.ziel)).wortlaut for v in wissen.verweise(regel.norm) for g in v.ziele]  # type: ignore[attr-defined]
    assert any(re.search(r"Gelegenheit zur Äußerung|gehört", text) for text in texte)


@pytest.mark.parametrize("regel", regeln().werke, ids=lambda r: r.werk)
def test_die_buecher_lassen_den_rechtsschutz_unberuehrt_den_die_regeln_nennen(regel: object, wissen: Wissen) -> None:
    if regel.land:  # type: ignore[attr-defined]
        text = wissen.norm(regel.norm).wortlaut  # type: ignore[attr-defined]
        assert re.search(r"109 bis 121b|§ 92 des Jugendgerichtsgesetzes|bundesrechtlichen Vorschriften", text)


@pytest.mark.parametrize(
    ("zitat", "gesagt"),
    [
        ("§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III", Bindung.KANN),
        ("§ 11 Abs. 2 Satz 1 Nr. 3 JVollzGB III", Bindung.KANN),
        ("§ 11 Abs. 2 JVollzGB IV", Bindung.KANN),
        ("§ 26 Abs. 1 Nr. 4 JVollzGB III", Bindung.KANN),
        ("§ 81 Abs. 1 JVollzGB III", Bindung.KANN),
        ("§ 81 Abs. 3 Nr. 2 JVollzGB V", Bindung.KANN),
        ("§ 7 Abs. 1 JVollzGB III", Bindung.SOLL),
        ("§ 7 Abs. 2 Satz 2 JVollzGB III", Bindung.MUSS),
        ("§ 7 Abs. 2 Satz 3 JVollzGB III", Bindung.KANN),
        ("§ 26 Abs. 4 JVollzGB III", Bindung.MUSS),
    ],
)
def test_das_modalverb_ist_das_der_zitierten_einheit(zitat: str, gesagt: Bindung, wissen: Wissen) -> None:
    assert modus(wissen, lies_zitat(zitat)) is gesagt


@pytest.mark.parametrize(
    ("worte", "gemeint"),
    [
        ("binnen zwei Wochen", (2, "woche")), ("innerhalb von 2 Wochen", (2, "woche")), ("binnen 14 Tagen", (2, "woche")),
        ("innerhalb von vierzehn Tagen", (2, "woche")), ("einer zweiwöchigen Frist", (2, "woche")),
        ("einer Zwei-Wochen-Frist", (2, "woche")), ("innerhalb eines Monats", (1, "monat")),
        ("binnen 1 Monat", (1, "monat")),
        ("der Monatsfrist", (1, "monat")), ("in zwei (2) Wochen", (2, "woche")), ("30 Tage", (30, "tag")),
        ("vier Wochen", (4, "woche")), ("eines Jahres", (1, "jahr")), ("zwölf Monaten", (1, "jahr")),
        ("zweier Wochen", (2, "woche")),
    ],
)  # fmt: skip
def test_fristen_in_allen_schreibweisen(worte: str, gemeint: tuple[int, str]) -> None:
    treffer = FRIST.search(worte)
    assert treffer
    assert frist(treffer) == gemeint


@pytest.mark.parametrize(
    ("anzahl", "einheit", "worte"),
    [
        (1, "tag", "ein Tag"), (1, "woche", "eine Woche"), (2, "woche", "zwei Wochen"), (1, "monat", "ein Monat"),
        (3, "monat", "drei Monate"), (30, "tag", "dreißig Tage"), (45, "tag", "45 Tage"), (1, "jahr", "ein Jahr"),
        (2, "jahr", "zwei Jahre"),
    ],
)  # fmt: skip
def test_fristen_werden_geschrieben_wie_sie_gelesen_werden(anzahl: int, einheit: str, worte: str) -> None:
    gelesen = FRIST.search(f"binnen {worte}")
    assert als_worte(anzahl, einheit) == worte
    assert gelesen
    assert frist(gelesen) == (anzahl, einheit)


def test_eine_unbekannte_einheit_wird_beim_lesen_der_regeln_abgelehnt() -> None:
    with pytest.raises(ValidationError, match="einheit"):
        TypeAdapter(Frist).validate_python({"anzahl": 1, "einheit": "quartal", "norm": "§ 1 X"})


@pytest.mark.parametrize("worte", ["am Montag", "eine Wochenstunde", "das Monatsblatt", "zwei Tagungen", "ein Jahrbuch"])
def test_was_keine_frist_ist(worte: str) -> None:
    assert not FRIST.search(worte)


@pytest.mark.parametrize(
    "zeile",
    ["Gründe", "GRÜNDE:", "G r ü n d e", "II. Gründe", "Begründung: Am Montag …", "# Gründe", "Gründe der Entscheidung"],
)
def test_ueberschriften_in_allen_schreibweisen(zeile: str) -> None:
    assert ueberschrift(zeile, GRUENDE)


@pytest.mark.parametrize(
    "zeile", ["Gründe sind nicht ersichtlich.", "Die Gründe", "Begründung folgt", "Rechtsbehelfe haben keinen Erfolg", ""]
)
def test_was_keine_ueberschrift_ist(zeile: str) -> None:
    assert not ueberschrift(zeile, GRUENDE)
    assert not ueberschrift(zeile, BELEHRUNG)
    assert not ist_ueberschrift(Zeile(zeile, "", 0))


@pytest.mark.parametrize(
    ("worte", "teil"),
    [
        ("Wie es dazu kam", SACHVERHALT),
        ("Was geschehen ist", SACHVERHALT),
        ("1. Was ist passiert?", ""),
        ("Was Sie beachten müssen", ""),
        ("Was vorgefallen ist, ist bekannt.", ""),
        ("Warum wir so entschieden haben", GRUENDE),
        ("Weshalb ich so entscheide", GRUENDE),
        ("Warum er das Haus verließ, wurde nicht entschieden.", ""),
        ("Anhörung der Gefangenen", ANHOERUNG),
        ("Anhörung der Gefangenen am 3. März 2026", ""),
    ],
)
def test_ueberschriften_in_ganzen_saetzen(worte: str, teil: str) -> None:
    assert [w for w in (SACHVERHALT, GRUENDE, ANHOERUNG) if ueberschrift(worte, w)][:1] == ([teil] if teil else [])


@pytest.mark.parametrize(
    ("zeile", "ist"),
    [
        (Zeile("Zur Lage", "", 0, titel=True), True),
        (Zeile("## Zur Lage", "", 0), True),
        (Zeile("Gründe", "", 0), True),
        (Zeile("Zur Lage", "", 0), False),
        (Zeile("#Gefangener", "", 0), False),
        (Zeile("Gründe: Am Montag …", "", 0), False),
    ],
)
def test_ueberschrift_ist_was_gesetzt_gekennzeichnet_oder_ueblich_ist(zeile: Zeile, *, ist: bool) -> None:
    assert ist_ueberschrift(zeile) is ist


def test_ein_ganzes_buch_ist_kein_schreiben(wissen: Wissen) -> None:
    with pytest.raises(LeseFehler, match=f"mehr als {HOECHSTENS} Zeichen"):
        pruefe_vollstaendigkeit(lies_text(io.StringIO("Der Bescheid. " * (HOECHSTENS // 10))), wissen)
