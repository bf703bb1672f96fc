"""The templates that ship: their examples have no finding, and each part that is taken from one is missed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from schreibtisch import VERGLICHEN_BIS, Kurz, befunde, geprueft

from normen.dokument import Vorlage, fuelle, lade_vorlagen, lies_daten, pruefe
from normen.ressourcen import ordner
from normen.schriftstueck import Passage, Zaehlung, lies_docx, passagen
from normen.vollstaendigkeit import Schreibenart, Vorgaben
from normen.wissen import Wissen

VORLAGEN = lade_vorlagen(ordner("templates"))
BEISPIELE = [(vorlage, datei) for vorlage in VORLAGEN for datei in vorlage.beispiele.values()]
WIDERRUF = next(vorlage for vorlage in VORLAGEN if vorlage.name.startswith("widerruf-vollzug"))


def gefuellt(vorlage: Vorlage, beispiel: Path, wissen: Wissen, ziel: Path) -> list[Passage]:
    fuelle(vorlage, pruefe(vorlage, lies_daten(beispiel), wissen), wissen, ziel)
    with ziel.open("rb") as strom:
        return [replace(p, text=p.text.replace("\N{NO-BREAK SPACE}", " ")) for p in passagen(lies_docx(strom, ziel.name))]


@pytest.mark.parametrize(("vorlage", "beispiel"), BEISPIELE, ids=lambda x: getattr(x, "name", ""))
def test_den_beispielen_fehlt_nichts(vorlage: Vorlage, beispiel: Path, wissen: Wissen, tmp_path: Path) -> None:
    text = gefuellt(vorlage, beispiel, wissen, tmp_path / "x.docx")
    gefunden = befunde(geprueft(wissen, text, Vorgaben(Schreibenart(vorlage.art), stand=VERGLICHEN_BIS)))
    assert {kurz for kurz in gefunden if kurz[1] != "ZU_PRUEFEN"} == set()


@pytest.fixture(scope="module")
def bescheid(wissen: Wissen, tmp_path_factory: pytest.TempPathFactory) -> list[Passage]:
    """The notice of the first example, paragraph by paragraph."""
    return gefuellt(WIDERRUF, WIDERRUF.beispiele[""], wissen, tmp_path_factory.mktemp("bescheid") / "x.docx")


def ohne(text: Iterable[Passage], von: str, vor: str) -> list[Passage]:
    """Leave out the paragraphs from the one that begins with ``von`` to before the one that begins with ``vor``."""
    alle = list(text)
    ab = next(i for i, p in enumerate(alle) if p.text.startswith(von))
    bis = next(i for i, p in enumerate(alle) if i > ab and p.text.startswith(vor))
    return alle[:ab] + alle[bis:]


#: From which paragraph to before which one is left out, and what is missed then.
WEGGELASSEN: list[tuple[str, str, set[Kurz]]] = [
    ("Datum:", "Herrn", {("datum", "FEHLT"), ("stand", "ZU_PRUEFEN")}),
    ("Die folgenden Maßnahmen", "Maßnahme", {("entscheidung", "FEHLT")}),
    ("Gründe", "Sachverhalt", set()),
    ("Gegen Sie wird eine Freiheitsstrafe", "Tatsächliche", {("gruende", "UNVOLLSTAENDIG")}),
    ("Gründe", "Rechtsbehelfsbelehrung", {("gruende", "FEHLT"), ("anhoerung", "FEHLT")}),
    ("Anhörung", "Voraussetzungen", {("anhoerung", "FEHLT")}),
    ("Ermessen", "Wirksamkeit", {("ermessen", "FEHLT")}),
    ("Für Sie spricht", "Wirksamkeit", {("ermessen", "ZU_PRUEFEN")}),
    ("Rechtsbehelfsbelehrung", "Mit freundlichen", {("rechtsbehelf", "FEHLT")}),
    ("Rechtsbehelfsbelehrung", "Gegen diesen Bescheid", {("rechtsbehelf", "UNVOLLSTAENDIG")}),
    ("Gegen diesen Bescheid", "Der Antrag muss", {("rechtsbehelf", "FEHLT")}),
    ("Der Antrag muss", "Landgericht", {("rechtsbehelfsfrist", "FEHLT"), ("rechtsbehelfsform", "FEHLT")}),
    ("Landgericht", "Strafvollstreckungskammer", {("rechtsbehelfsstelle", "FEHLT")}),
    ("Schlossplatz", "Solange", {("rechtsbehelfsstelle", "UNVOLLSTAENDIG")}),
    ("Dr. Katrin Vogt", "Verteiler", {("unterschrift", "FEHLT")}),
]


@pytest.mark.parametrize(("von", "vor", "erwartet"), WEGGELASSEN)
def test_was_weggelassen_ist_wird_vermisst(
    von: str, vor: str, erwartet: set[Kurz], bescheid: list[Passage], wissen: Wissen
) -> None:
    assert befunde(geprueft(wissen, ohne(bescheid, von, vor))) == erwartet


def test_die_behoerde_wird_vermisst_auch_wenn_sie_in_der_anschrift_steht(bescheid: list[Passage], wissen: Wissen) -> None:
    text = [p for p in bescheid if p.zaehlung is Zaehlung.WORDABSATZ and not p.text.startswith("JVA Lautenbrunn ·")]
    assert any("Justizvollzugsanstalt Lautenbrunn" in p.text for p in text)
    assert befunde(geprueft(wissen, text)) == {("behoerde", "FEHLT")}


def test_wer_untergebracht_wird_wird_verlegt(wissen: Wissen, tmp_path: Path) -> None:
    """§ 13 Abs. 3 JVollzGB V lets persons be "untergebracht" in another institution, and so be moved there."""
    verlegung = next(vorlage for vorlage in VORLAGEN if vorlage.name == "verlegung-offener-vollzug")
    text = gefuellt(verlegung, verlegung.beispiele["sicherungsverwahrung"], wissen, tmp_path / "x.docx")
    assert befunde(geprueft(wissen, text)) == {("anhoerung", "ZU_PRUEFEN")}
    andere = [replace(p, text=p.text.replace("§ 13 Abs. 3 JVollzGB V", "§ 14 Abs. 1 JVollzGB V")) for p in text]
    assert ("rechtsgrundlage", "ZU_PRUEFEN") in befunde(geprueft(wissen, andere))


#: Words, what stands in their place, what is found.
GEAENDERT: list[tuple[str, str, set[Kurz]]] = [
    ("binnen zwei Wochen nach Zustellung", "binnen eines Monats nach Zustellung", {("rechtsbehelfsfrist", "PASST_NICHT")}),
    ("binnen zwei Wochen nach Zustellung", "innerhalb von 14 Tagen nach Zustellung", set()),
    (
        "Zuständig ist die Strafvollstreckungskammer",
        "Zuständig ist die Jugendkammer",
        {("rechtsbehelfsstelle", "PASST_NICHT")},
    ),
    ("hat keine aufschiebende", "hat aufschiebende", {("rechtsbehelf", "PASST_NICHT")}),
    ("gerichtliche Entscheidung beantragen (§ 93", "Widerspruch einlegen (§ 93", {("rechtsbehelf", "PASST_NICHT")}),
    (
        "schriftlich oder zu Protokoll der Geschäftsstelle des Gerichts",
        "schriftlich",
        {("rechtsbehelfsform", "UNVOLLSTAENDIG")},
    ),
    ("§ 11 Abs. 1 JVollzGB III", "§ 411 JVollzGB III", {("zitate", "PASST_NICHT")}),
    ("beruht auf § 11 Abs. 2 Satz 1 Nr. 2", "beruht auf § 9 Abs. 2", {("rechtsgrundlage", "ZU_PRUEFEN")}),
    (
        "Der Widerruf steht im Ermessen der Anstaltsleitung (§ 11 Abs. 2 Satz 1 JVollzGB III).",
        "Ein Ermessen besteht nicht.",
        {("ermessen", "PASST_NICHT")},
    ),
    (
        "Dr. Katrin Vogt",
        "Dieses Schreiben wurde elektronisch erstellt und ist ohne Unterschrift gültig.",
        {("unterschrift", "ZU_PRUEFEN")},
    ),
]


@pytest.mark.parametrize(("alt", "neu", "erwartet"), GEAENDERT)
def test_was_geaendert_ist_wird_gefunden(
    alt: str, neu: str, erwartet: set[Kurz], bescheid: list[Passage], wissen: Wissen
) -> None:
    assert any(alt in p.text for p in bescheid)
    text = [replace(p, text=re.sub(re.escape(alt), neu, p.text)) for p in bescheid]
    if "Unterschrift" in neu:
        text = [p for p in text if p.text != "Leitende Regierungsdirektorin"]
    assert befunde(geprueft(wissen, text)) == erwartet
