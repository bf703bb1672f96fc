"""Documents that are really written, opened again and read - and drafts that stop without leaving a file."""

from __future__ import annotations

import copy
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from conftest import Allwissend
from normen.dokument import Ergebnis, Feld, Vorlage, fuelle, lade_vorlage, lade_vorlagen, lies_daten, pruefe
from normen.dokument.pdf import nach_pdf
from normen.fehler import DatenFehler, VorlageFehler, ZitatFehler
from normen.ressourcen import ordner
from normen.wissen import Wissen
from normen.zitat import Spanne

NB = "\N{NO-BREAK SPACE}"
VORLAGEN = lade_vorlagen(ordner("templates"))
BEISPIELE = [(vorlage, datei) for vorlage in VORLAGEN for datei in vorlage.beispiele.values()]
_NACH_NAME = {vorlage.name: vorlage for vorlage in VORLAGEN}
KOOPERATION = _NACH_NAME["kooperationsvereinbarung-haftentlassung"]
WIDERRUF = _NACH_NAME["widerruf-vollzugsoeffnender-massnahmen"]


def _teile(datei: Path) -> dict[str, etree._Element]:
    with zipfile.ZipFile(datei) as archiv:
        namen = [name for name in archiv.namelist() if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name)]
        return {name: etree.fromstring(archiv.read(name)) for name in namen}


def _absatz(element: etree._Element) -> str:
    zeichen = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-"}
    stellen = element.iter(qn("w:t"), *zeichen)
    return "".join(stelle.text or "" if stelle.tag == qn("w:t") else zeichen[stelle.tag] for stelle in stellen)


def _absaetze(datei: Path) -> list[str]:
    return [_absatz(p) for teil in _teile(datei).values() for p in teil.iter(qn("w:p"))]


def _text(datei: Path) -> str:
    return "\n".join(_absaetze(datei)).replace(NB, " ")


def _gefuellt(
    vorlage: Vorlage, beispiel: str, wissen: Wissen, ordner_: Path, **aenderungen: object
) -> tuple[Path, Ergebnis]:
    daten: dict[str, Any] = copy.deepcopy(lies_daten(vorlage.ordner / beispiel)) | aenderungen
    ziel = ordner_ / "entwurf.docx"
    return ziel, fuelle(vorlage, pruefe(vorlage, daten, wissen), wissen, ziel)


# --- the templates that ship


@pytest.mark.parametrize(("vorlage", "beispiel"), BEISPIELE, ids=lambda x: getattr(x, "name", ""))
def test_jedes_beispiel_wird_ein_dokument(vorlage: Vorlage, beispiel: Path, wissen: Wissen, tmp_path: Path) -> None:
    ziel, ergebnis = _gefuellt(vorlage, beispiel.name, wissen, tmp_path)
    text = _text(ziel)
    for wort in ("{{", "{%", "None", "Undefined", "\a"):
        assert wort not in text
    assert os.listdir(tmp_path) == [ziel.name]
    assert ergebnis.datei == ziel
    assert set(ergebnis.zitate) == {*ergebnis.geprueft, *ergebnis.ungeprueft}
    assert len({norm.zitat for norm in ergebnis.zitate}) == len(ergebnis.zitate)


def test_nach_ueberstellung_wird_nur_bewilligt(wissen: Wissen, tmp_path: Path) -> None:
    """VV Nr. 3.2 Satz 3 zu § 53 JVollzGB III."""
    vorlage, beispiel = _NACH_NAME["taschengeld"], "beispiel-ueberstellung.json"
    with pytest.raises(DatenFehler, match=r"zustaendig_weil: .* kann Taschengeld nur bewilligen"):
        _gefuellt(vorlage, beispiel, wissen, tmp_path, guthaben="500,00")
    assert os.listdir(tmp_path) == []
    text = _text(_gefuellt(vorlage, beispiel, wissen, tmp_path)[0])
    assert "wird der Antrag abgelehnt" not in text
    assert "entscheidet darüber die Anstalt, die Ihre Gefangenenpersonalakten führt (VV Nr. 3.2 Satz 1" in text


@pytest.mark.parametrize("vorlage", VORLAGEN, ids=lambda v: v.name)
def test_kein_zitat_steht_unbelegt_im_text_der_vorlage(vorlage: Vorlage, wissen: Wissen) -> None:
    for absatz in _absaetze(vorlage.worddatei):
        fest = re.sub(r"\{[{%].*?[%}]\}", "…", absatz)
        genannt = [g.ziel for v in wissen.verweise(fest) for g in (*v.ziele, *v.ausnahmen)]
        assert [str(ziel) for ziel in genannt if isinstance(ziel, Spanne) or ziel.glieder] == []
        assert "§" not in fest


def _angaben(wert: object) -> list[str]:
    if isinstance(wert, dict):
        return [text for teil in wert.values() for text in _angaben(teil)]
    if isinstance(wert, list):
        return [text for teil in wert for text in _angaben(teil)]
    return [wert] if isinstance(wert, str) else []


def _wahlen(felder: Sequence[Feld]) -> Iterator[str]:
    for feld in felder:
        yield from feld.werte
        yield from _wahlen(feld.felder)


@pytest.mark.parametrize(("vorlage", "beispiel"), BEISPIELE, ids=lambda x: getattr(x, "name", ""))
def test_keine_angabe_geht_verloren(vorlage: Vorlage, beispiel: Path, wissen: Wissen, tmp_path: Path) -> None:
    text = _text(_gefuellt(vorlage, beispiel.name, wissen, tmp_path)[0])
    norm_oder_datum = re.compile(r"§|VV |\d{4}-\d\d-\d\d$|\d\d\.\d\d\.\d{4}$")
    auswahl = {*_wahlen(vorlage.felder), "ohne"}
    for angabe in _angaben(json.loads(beispiel.read_text(encoding="utf-8"))):
        for absatz in angabe.split("\n\n"):
            assert absatz in text or norm_oder_datum.match(absatz) or absatz in auswahl, absatz


@pytest.mark.parametrize("vorlage", VORLAGEN, ids=lambda v: v.name)
def test_rechtsgrundlagen_gibt_es(vorlage: Vorlage, wissen: Wissen) -> None:
    for zitat in vorlage.rechtsgrundlagen:
        assert wissen.norm(zitat).zitat == zitat


def test_bescheid_ist_vollstaendig(wissen: Wissen, tmp_path: Path) -> None:
    ziel, ergebnis = _gefuellt(WIDERRUF, "beispiel.json", wissen, tmp_path)
    absaetze = [absatz.replace(NB, " ") for absatz in _absaetze(ziel)]
    for absatz in (
        "Herrn",
        "Adrian Lindner",
        "Datum:\t12. März 2026",
        "Sehr geehrter Herr Lindner,",
        "Die folgenden Maßnahmen werden widerrufen:",
        "Der Widerruf beruht auf § 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III.",
        "Der Widerruf gilt ab der Bekanntgabe dieses Bescheids.",
        "Sie hatten am 10. März 2026 Gelegenheit, sich mündlich zu äußern (VV Nr. 2.2 Satz 2 zu § 11 JVollzGB III).",
        "Der Widerruf steht im Ermessen der Anstaltsleitung (§ 11 Abs. 2 Satz 1 JVollzGB III). Dabei war abzuwägen:",
        "Rechtsbehelfsbelehrung",
        "Landgericht Hohenried",
        "Verteiler",
    ):
        assert absatz in absaetze
    frist = next(absatz for absatz in absaetze if absatz.startswith("Der Antrag muss"))
    assert "binnen zwei Wochen nach Zustellung oder schriftlicher Bekanntgabe" in frist
    assert "schriftlich oder zu Protokoll der Geschäftsstelle des Gerichts" in frist
    assert {norm.zitat.split()[-1] for norm in ergebnis.ungeprueft} == {"StVollzG", "StPO"}
    assert {norm.zitat for norm in ergebnis.geprueft} >= {
        "§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III",
        "VV Nr. 2.1 zu § 11 JVollzGB III",
        "VV Nr. 2.3 zu § 11 JVollzGB III",
        "§ 9 Abs. 2 Nr. 3 JVollzGB III",
        "§ 93 JVollzGB III",
    }


#: An example, changes to it, what the notice then says, and what it does not say.
Fall = tuple[str, dict[str, object], list[str], list[str]]
SPAETER: dict[str, object] = {"wirkung": "zu einem späteren Tag", "wirkung_ab": "2026-04-01"}
FAELLE: list[Fall] = [
    (
        "beispiel-missbrauch.json",
        {},
        [
            "§ 11 Abs. 2 Satz 1 Nr. 3 JVollzGB III in Verbindung mit § 89 Abs. 3 Satz 2 JVollzGB III",
            "Der Widerruf gilt ab dem Zugang dieses Bescheids.",
            "ein Ermessen besteht dann nicht (§ 11 Abs. 2 Satz 1 Nr. 3 JVollzGB III, zweiter Halbsatz)",
            "Sie haben unverzüglich in die Justizvollzugsanstalt Lautenbrunn",
            "weil die Anhörung nicht möglich war",
            "Die Anhörung wird unverzüglich nachgeholt",
            "Fahndungsmaßnahmen können schon",
            "In Vertretung",
        ],
        ["steht im Ermessen", "Amtsgericht", "Verteiler", "E-Mail", "Gelegenheit"],
    ),
    (
        "beispiel-missbrauch.json",
        {"widerrufsgrund": "Missbrauch der Maßnahme", "begruendung_schwere": None, "ermessen": "Abgewogen."},
        ["steht im Ermessen", "Abgewogen."],
        ["Schwerer Verstoß", "zweiter Halbsatz"],
    ),
    (
        "beispiel.json",
        {"bekanntgabe": "fernmündlich", "bekanntgabe_am": "11.03.2026", "bekanntgabe_durch": "Herrn Berger"},
        [
            "Der Widerruf gilt ab der Bekanntgabe am 11. März 2026.",
            "ist Ihnen am 11. März 2026 durch Herrn Berger fernmündlich bekannt gemacht worden",
        ],
        ["sobald Ihnen dieser Bescheid"],
    ),
    (
        "beispiel.json",
        {"bekanntgabe": "mündlich", "bekanntgabe_am": "11.03.2026", "bekanntgabe_durch": "Herrn Berger", **SPAETER},
        [
            "Der Widerruf entfaltet Wirkung ab dem 1. April 2026; bis dahin gelten die Maßnahmen weiter.",
            "Damit ist der Widerruf wirksam geworden (VV Nr. 2.2 Satz 1 zu § 11 JVollzGB III); nach der Entscheidung "
            "beginnt die Wirkung am 1. April 2026. Dieser Bescheid bestätigt die Entscheidung schriftlich.",
        ],
        ["Widerruf gilt", "Sie haben unverzüglich", "jedoch nicht vor"],
    ),
    (
        "beispiel.json",
        SPAETER,
        [
            "Der Widerruf entfaltet Wirkung ab dem 1. April 2026, jedoch nicht vor der Bekanntgabe; bis dahin gelten",
            "sobald Ihnen dieser Bescheid bekannt gemacht ist (VV Nr. 2.2 Satz 1 zu § 11 JVollzGB III); nach der "
            "Entscheidung beginnt die Wirkung am 1. April 2026, wenn der Bescheid bis dahin bekannt gemacht ist.",
        ],
        ["Widerruf gilt", "Sie haben unverzüglich"],
    ),
    (
        "beispiel.json",
        {
            "ausserhalb_der_anstalt": True,
            "bekanntgabe": "fernmündlich",
            "bekanntgabe_am": "2026-03-12",
            "bekanntgabe_durch": "Herrn Berger",
        },
        ["Damit ist der Widerruf wirksam geworden", "Sie haben unverzüglich in die", "entfällt die Erlaubnis"],
        ["bevor der Widerruf wirksam ist"],
    ),
    (
        "beispiel.json",
        {"widerrufsgrund": "nachträgliche Umstände", "verletzte_weisung": None},
        ["§ 11 Abs. 2 Satz 1 Nr. 1 JVollzGB III", "auf Grund nachträglich eingetretener Umstände versagen dürfte"],
        ["beruht auf § 11 Abs. 2 Satz 1 Nr. 2", "folgende Weisung"],
    ),
    (
        "beispiel.json",
        {"aufhebung": "Rücknahme", "widerrufsgrund": None, "verletzte_weisung": None},
        [
            "Die folgenden Maßnahmen werden mit Wirkung für die Zukunft zurückgenommen:",
            "Die Rücknahme beruht auf § 11 Abs. 2 Satz 2 JVollzGB III.",
            "wenn die Voraussetzungen für ihre Bewilligung nicht vorgelegen haben (§ 11 Abs. 2 Satz 2 JVollzGB III)",
            "Die Rücknahme steht im Ermessen der Anstaltsleitung (§ 11 Abs. 2 Satz 2 JVollzGB III).",
            "durch die Rücknahme in Ihren Rechten verletzt",
        ],
        ["Der Widerruf beruht", "des Widerrufs", "widerrufen:"],
    ),
    (
        "beispiel-jugendstrafe.json",
        {},
        [
            "Die Rücknahme beruht auf § 11 Abs. 2 Satz 2 JVollzGB IV.",
            "(VV Nr. 2.1 zu § 11 JVollzGB III in Verbindung mit VV zu § 11 JVollzGB IV)",
            "Jugendkammer",
        ],
        ["Strafvollstreckungskammer", "Widerruf"],
    ),
    (
        "beispiel-sicherungsverwahrung.json",
        {},
        [
            "Der Widerruf beruht auf § 81 Abs. 3 Nr. 1 JVollzGB V.",
            "nachträglich eingetretener oder bekannt gewordener Umstände hätte unterbleiben können",
            "mit dem schutzwürdigen Vertrauen der Betroffenen auf den Bestand der Maßnahme überwiegen "
            "(§ 81 Abs. 4 Satz 1 JVollzGB V)",
            "(VV Nr. 3 Satz 1 zu § 81 JVollzGB V)",
        ],
        ["JVollzGB III", "§ 11 Abs. 2 Satz 1", "Gefangene"],
    ),
    (
        "beispiel-sicherungsverwahrung.json",
        {"aufhebung": "Rücknahme", "widerrufsgrund": None},
        ["Die Rücknahme beruht auf § 81 Abs. 2 JVollzGB V.", "Die Gewährung war rechtswidrig.", "§ 81 Abs. 4 Satz 1"],
        ["VV Nr. 1 zu § 81", "Widerruf"],
    ),
    (
        "beispiel-missbrauch.json",
        {
            "massnahmen": [
                {
                    "bezeichnung": "Freistellung",
                    "rechtsgrundlage": "§ 89 Abs. 4 Satz 1 JVollzGB III",
                    "gewaehrt_am": "1.4.2026",
                }
            ],
            "widerrufsgrund": "Erfordernisse der Behandlung",
            "begruendung_schwere": None,
            "anwendung_ueber": "§ 89 Abs. 4 Satz 2 JVollzGB III",
        },
        [
            "Der Widerruf beruht auf § 89 Abs. 4 Satz 4 JVollzGB III.",
            "ein Ermessen besteht dann nicht. So liegt es hier. Im Übrigen gilt § 11 JVollzGB III entsprechend (§ 89 Abs. 4 "
            "Satz 2 JVollzGB III).",
        ],
        ["steht im Ermessen", "VV Nr. 2.1"],
    ),
    (
        "beispiel.json",
        {"unterschrift": "Vermerk", "unterschrift_vermerk": "Elektronisch erstellt; ohne Unterschrift."},
        ["Elektronisch erstellt; ohne Unterschrift."],
        [],
    ),
]


@pytest.mark.parametrize("fall", FAELLE)
def test_bescheid_nach_lage_des_falles(fall: Fall, wissen: Wissen, tmp_path: Path) -> None:
    beispiel, aenderungen, darin, nicht_darin = fall
    text = _text(_gefuellt(WIDERRUF, beispiel, wissen, tmp_path, **aenderungen)[0])
    assert [satz for satz in darin if satz not in text] == []
    assert [satz for satz in nicht_darin if satz in text] == []


def test_vereinbarung_hat_alle_abschnitte_und_regeln(wissen: Wissen, tmp_path: Path) -> None:
    ziel, ergebnis = _gefuellt(KOOPERATION, "beispiel.json", wissen, tmp_path)
    ueberschriften = [p.text for p in Document(str(ziel)).paragraphs if p.style and p.style.name == "Heading 1"]
    assert ueberschriften == [
        "Anlass",
        "Kooperationspartner und Ansprechpersonen",
        "Ziele",
        "Verfahren",
        "Aufgaben der Justizvollzugsanstalt",
        "Aufgaben des Justizsozialdienstes",
        "Aufgaben der Anlaufstelle",
        "Datenschutz und Schweigepflicht",
        "Regionale Ergänzungen",
        "Controlling",
        "Schluss",
    ]
    text = _text(ziel)
    for regel in (
        "innerhalb von zwei Werktagen",
        "spätestens sechs Monate vor der voraussichtlichen Entlassung",
        "Vollzugsplankonferenzen teilzunehmen (§ 17 JVollzGB I)",
        "in Führungsaufsicht unterrichtet sie den Justizsozialdienst frühzeitig (VV zu § 87 JVollzGB III)",
        "(§§ 57 und 57a StGB, bei Jugendstrafe § 88 JGG) übersendet sie unmittelbar dem Justizsozialdienst",
        "treffen sich halbjährlich",
        "Nach einem Jahr prüfen die Kooperationspartner",
        "(AR-Fall)",
    ):
        assert regel in text
    nicht_geladen = ["§ 57 StGB", "§ 57a StGB", "§ 88 JGG", "§ 119 Abs. 1 StPO", "§ 203 StGB"]
    assert [norm.zitat for norm in ergebnis.ungeprueft] == nicht_geladen


def test_vereinbarung_fuer_niedersachsen_ist_ungeprueft(wissen: Wissen, tmp_path: Path) -> None:
    ziel, ergebnis = _gefuellt(KOOPERATION, "beispiel-niedersachsen.json", wissen, tmp_path)
    assert [norm.zitat for norm in ergebnis.zitate] == [
        "§ 9 NJVollzG",
        "§ 5 NJVollzG",
        "§ 68 Abs. 5 NJVollzG",
        "§ 57 StGB",
        "§ 57a StGB",
        "§ 88 JGG",
        "§ 119 Abs. 1 StPO",
    ]
    assert {norm.geprueft for norm in ergebnis.zitate} == {False}
    text = _text(ziel)
    assert "AV d. MJ (4260-403.116), VORIS 33350000000005." in text
    assert "Zurzeit bestehen keine." in text
    assert "JVollzGB" not in text


def test_beliebig_viele_partner_und_ansprechpersonen(wissen: Wissen, tmp_path: Path) -> None:
    partner = json.loads((KOOPERATION.ordner / "beispiel.json").read_text(encoding="utf-8"))["partner"]
    viele = partner + [partner[2] | {"name": f"Anlaufstelle {zahl}"} for zahl in range(7)]
    ziel, _ = _gefuellt(KOOPERATION, "beispiel.json", wissen, tmp_path, partner=viele)
    ansprechpersonen, unterschriften = Document(str(ziel)).tables
    assert len(ansprechpersonen.rows) == 1 + 2 * 10
    assert len(unterschriften.rows) == 1 + 10
    for tabelle in (ansprechpersonen, unterschriften):
        assert all(zeile._tr.trPr.find(qn("w:cantSplit")) is not None for zeile in tabelle.rows)
        assert tabelle.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


@pytest.mark.parametrize("vorlage", VORLAGEN, ids=lambda v: v.name)
def test_form_der_vorlage(vorlage: Vorlage, wissen: Wissen, tmp_path: Path) -> None:
    ziel, _ = _gefuellt(vorlage, "beispiel.json", wissen, tmp_path)
    dokument = Document(str(ziel))
    abschnitt = dokument.sections[0]
    assert [round(mass.mm) for mass in (abschnitt.page_width, abschnitt.page_height)] == [210, 297]
    assert [round(mass.mm) for mass in (abschnitt.left_margin, abschnitt.right_margin)] == [25, 20]
    eigenschaften = dokument.core_properties
    assert eigenschaften.title
    assert (eigenschaften.language, eigenschaften.author, eigenschaften.created) == ("de-DE", "", None)
    assert dokument.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["de-DE"]
    assert dokument.styles["Normal"].font.name == "Arial"
    assert dokument.styles["Normal"].font.size.pt == 11
    for fuss in (abschnitt.footer, abschnitt.first_page_footer):
        assert [feld.text.strip() for feld in fuss._element.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_kein_umbruch_nach_paragraphenzeichen_und_vor_zahlen(wissen: Wissen, tmp_path: Path) -> None:
    for vorlage in VORLAGEN:
        ziel, _ = _gefuellt(vorlage, "beispiel.json", wissen, tmp_path)
        for absatz in _absaetze(ziel):
            assert not re.search(r"§ |(?:Absatz|Abs\.|Nummer|Nr\.|Buchst\.) \d|JVollzGB I", absatz), absatz


@pytest.mark.parametrize(("vorlage", "beispiel"), BEISPIELE, ids=lambda x: getattr(x, "name", ""))
def test_jedes_schreiben_zitiert_in_einer_form(vorlage: Vorlage, beispiel: Path, wissen: Wissen, tmp_path: Path) -> None:
    text = _text(_gefuellt(vorlage, beispiel.name, wissen, tmp_path)[0])
    assert re.findall(r"(?:Absatz|Absätze|Nummer|Nummern) \d+", text) == []


# --- norms that do not exist


def test_falsche_zitate_stehen_auf_einmal_da_und_keine_datei_entsteht(wissen: Wissen, tmp_path: Path) -> None:
    massnahmen = [{"bezeichnung": "Ausgang", "rechtsgrundlage": "§ 9 Abs. 7 JVollzGB III", "gewaehrt_am": "2025-11-17"}]
    aenderungen: dict[str, object] = {"massnahmen": massnahmen, "ermessen": "Nach § 999 JVollzGB III."}
    with pytest.raises(DatenFehler) as gefangen:
        _gefuellt(WIDERRUF, "beispiel.json", wissen, tmp_path, **aenderungen)
    assert [problem.split(";")[0].split(" gibt")[0] for problem in gefangen.value.probleme] == [
        "massnahmen[1].rechtsgrundlage: § 9 Abs. 7 JVollzGB III",
        "ermessen: zitiert „§ 999 JVollzGB III“",
    ]
    assert os.listdir(tmp_path) == []


def test_zitate_in_texten_stehen_im_bericht(wissen: Wissen, tmp_path: Path) -> None:
    text = "Nach § 9 ff. JVollzGB III und § 68b StGB; Absatz 3 bleibt außer Betracht. Für Sie spricht § 1 JVollzGB III."
    _, ergebnis = _gefuellt(WIDERRUF, "beispiel.json", wissen, tmp_path, ermessen=text)
    assert "§ 1 JVollzGB III" in [norm.zitat for norm in ergebnis.geprueft]
    assert "§ 68b StGB" in [norm.zitat for norm in ergebnis.ungeprueft]
    assert [norm.zitat for norm in ergebnis.teilweise_geprueft] == ["§ 9 ff. JVollzGB III"]
    assert [(offen.feld, offen.wortlaut) for offen in ergebnis.offen] == [("ermessen", "Absatz 3")]
    assert ergebnis.offen[0].grund


# --- templates of one's own


def _eigene(
    tmp_path: Path, *absaetze: str, felder: str = 'name = "a"\ntyp = "text"', titel: str = "Probe", zitierform: str = "kurz"
) -> Vorlage:
    ziel = tmp_path / "vorlagen" / "probe"
    ziel.mkdir(parents=True)
    kopf = (
        'titel = "P"\nart = "vereinbarung"\nfuer = ["x"]\nbeschreibung = "x"\nrechtsgrundlagen = ["StGB"]\nversion = "1"\n'
    )
    tabellen = "".join(f'[[feld]]\nbezeichnung = "x"\n{feld}\n' for feld in felder.split("\n\n"))
    (ziel / "vorlage.toml").write_text(f'{kopf}zitierform = "{zitierform}"\n{tabellen}', encoding="utf-8")
    dokument = Document()
    for absatz in absaetze:
        dokument.add_paragraph(absatz)
    dokument.core_properties.title = titel
    dokument.save(str(ziel / "vorlage.docx"))
    return lade_vorlage(ziel)


def _geschrieben(vorlage: Vorlage, daten: dict[str, object], tmp_path: Path, normen: Any = None) -> Path:
    ziel = tmp_path / "aus.docx"
    quelle = normen or Allwissend()
    fuelle(vorlage, pruefe(vorlage, daten, quelle), quelle, ziel)
    return ziel


def _erster(ziel: Path) -> list[str]:
    return [p.text for p in Document(str(ziel)).paragraphs]


BOESE = [
    "Müller & Söhne <GmbH>",
    "</w:t></w:r></w:p>",
    "{{ 7*7 }} {% for x in y %} {# weg #}",
    "{{ norm('§ 1 StGB') }}",
    "]]> &amp; &#60; \"zitiert\" 'einfach'",
    "Emoji 🙂 und 𝔘nicode, العربية",
    "\\n bleibt, ^p auch",
]


@pytest.mark.parametrize("wert", BOESE)
def test_werte_werden_gedruckt_nie_ausgefuehrt(wert: str, tmp_path: Path) -> None:
    vorlage = _eigene(tmp_path, "vor {{ a }} nach", titel="Titel {{ a }}")
    ziel = _geschrieben(vorlage, {"a": wert}, tmp_path)
    assert _erster(ziel) == [f"vor {wert} nach"]
    assert Document(str(ziel)).core_properties.title == f"Titel {wert}"


def test_lange_titel_werden_gekuerzt(tmp_path: Path) -> None:
    vorlage = _eigene(tmp_path, "{{ a }}", titel="{{ a }}")
    ziel = _geschrieben(vorlage, {"a": "x" * 300}, tmp_path)
    assert _erster(ziel) == ["x" * 300]
    assert Document(str(ziel)).core_properties.title == "x" * 255


def test_langtext_wird_absaetze_und_zeilen(tmp_path: Path) -> None:
    vorlage = _eigene(tmp_path, "{{ a }}", felder='name = "a"\ntyp = "langtext"')
    assert _erster(_geschrieben(vorlage, {"a": "eins\nzwei\n\ndrei & vier"}, tmp_path)) == ["eins\nzwei", "drei & vier"]


def test_datum_betrag_und_wahrheitswert_sind_deutsch_auch_ohne_filter(tmp_path: Path) -> None:
    felder = 'name = "d"\ntyp = "datum"\n\nname = "e"\ntyp = "betrag"\n\nname = "w"\ntyp = "wahrheitswert"'
    vorlage = _eigene(tmp_path, "{{ d }}|{{ d|datum }}|{{ e }}|{{ e|betrag }}|{{ w }}", felder=felder)
    ziel = _geschrieben(vorlage, {"d": "2026-03-01", "e": "1.234,5", "w": False}, tmp_path)
    tag, euro = f"1.{NB}März 2026", f"1.234,50{NB}Euro"
    assert _erster(ziel) == ["|".join([tag, tag, euro, euro, "nein"])]


ZITIERFORMEN = [
    ("kurz", "§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III|§ 9 Abs. 2 und 4 JVollzGB III und § 57 StGB"),
    ("lang", "§ 11 Absatz 2 Satz 1 Nummer 2 JVollzGB III|§ 9 Absatz 2 und 4 JVollzGB III und § 57 StGB"),
]


@pytest.mark.parametrize(("form", "gedruckt"), ZITIERFORMEN)
def test_alle_normen_in_der_form_der_vorlage(form: str, gedruckt: str, wissen: Wissen, tmp_path: Path) -> None:
    felder = 'name = "a"\ntyp = "liste"\nelement = "zitat"'
    vorlage = _eigene(tmp_path, "{{ norm(„§11 II 1 Nr.2 JVollzGB 3“) }}|{{ normen(a) }}", felder=felder, zitierform=form)
    ziel = tmp_path / "aus.docx"
    daten = pruefe(vorlage, {"a": ["Paragraph 9 Absatz 2 JVollzGB III", "§ 9 IV JVollzGB III", "§ 57 StGB"]}, wissen)
    ergebnis = fuelle(vorlage, daten, wissen, ziel)
    assert [zeile.replace(NB, " ") for zeile in _erster(ziel)] == [gedruckt]
    assert [(norm.zitat, norm.stand) for norm in ergebnis.zitate] == [
        ("§ 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III", "geprüft"),
        ("§ 9 Abs. 2 JVollzGB III", "geprüft"),
        ("§ 9 Abs. 4 JVollzGB III", "geprüft"),
        ("§ 57 StGB", "ungeprüft: Text nicht geladen"),
    ]


def test_norm_im_text_gibt_es_nicht(wissen: Wissen, tmp_path: Path) -> None:
    vorlage = _eigene(tmp_path, 'Nach {{ norm("§ 11 Abs. 9 JVollzGB III") }}')
    with pytest.raises(ZitatFehler) as gefangen:
        _geschrieben(vorlage, {"a": "x"}, tmp_path, wissen)
    assert str(gefangen.value).startswith(
        'Vorlage „probe“, im Text: norm("§ 11 Abs. 9 JVollzGB III"): § 11 Abs. 9 JVollzGB III'
    )
    assert not (tmp_path / "aus.docx").exists()


OPTIONAL = 'name = "a"\ntyp = "text"\n\nname = "b"\ntyp = "text"\npflicht = false'
KAPUTT = [
    ("{{ adresat }}", "„adresat“ ist kein Feld dieser Vorlage."),
    ("{{ a.b.c }}", "„b“ ist kein Feld dieser Vorlage."),
    ("{{ b }}", "„b“ ist nicht angegeben; der Text braucht {% if b %} … {% endif %}."),
    ("{{ b|datum }}", "„b“ ist nicht angegeben; der Text braucht {% if b %} … {% endif %}."),
    ("{% if a %}", "Ein Befehl ist falsch geschrieben: {% if %} wird nicht geschlossen; es fehlt {% endif %}."),
    ("{% for x in a %}{% if x %}{% endfor %}", "falsch geschrieben: {% endfor %} steht, wo {% endif %} fehlt."),
    ("{% wenn a %}", "falsch geschrieben: den Befehl {% wenn %} gibt es hier nicht."),
    ("{{ a b }}", "falsch geschrieben: erwartet wird „}}“, dort steht „b“; ein Feldname ist ein Wort aus kleinen"),
    ("{% if a = b %}{% endif %}", "falsch geschrieben: erwartet wird „%}“, dort steht „=“."),
    ("{{ a. }}", "falsch geschrieben: nach dem Punkt fehlt ein Name."),
    ("{{ }}", "falsch geschrieben: vor „}}“ fehlt eine Angabe."),
    ("{{ (a }}", "falsch geschrieben: „}“ steht, wo „)“ erwartet wird."),
    ("{{ a) }}", "falsch geschrieben: „)“ kann hier nicht stehen."),
    ("{{ 'a }}", "falsch geschrieben: ein Anführungszeichen hat kein Gegenstück."),
    ("{{ norm(§ 1 StGB) }}", "falsch geschrieben: Zitate stehen in Anführungszeichen"),
    ("{% set 1 = 2 %}", "falsch geschrieben: links vom Gleichheitszeichen steht kein Name."),
    ("{% macro f(a=1, b) %}{% endmacro %}", "falsch geschrieben: er ist so nicht zu lesen."),
    ("{# a", "Ein Befehl ist nicht geöffnet, nicht geschlossen oder zu lang: {# a"),
    ("{{ [a", "Ein Befehl ist nicht geöffnet, nicht geschlossen oder zu lang: {{ [a"),
    ("{{ a² }}", "falsch geschrieben: ein Name enthält ein Zeichen"),
    ("{{ norm(gesetz=False, a) }}", "falsch geschrieben: in den Klammern stehen erst Werte, dann Angaben mit =."),
    ("{{ norm(»§ 1 StGB«) }}", "falsch geschrieben: Texte in Befehlen stehen in geraden Anführungszeichen."),
    ("{{ a|gross }}", "Den Filter „gross“ gibt es in Vorlagen nicht."),
    ("{{ a|safe }}", "Den Filter „safe“ gibt es in Vorlagen nicht."),
    ("{{ a + 1 }}", "nicht auszuführen"),
    ("{{ lipsum() }}", "„lipsum(…)“ ist in Vorlagen keine Funktion"),
    ("{{ cycler.__init__ }}", "Auf „__init__“ darf eine Vorlage nicht zugreifen."),
    ("{{ ''.__class__.__mro__ }}", "Auf „__class__“ darf"),
    ("{{ norm.__globals__ }}", "Auf „__globals__“ darf"),
    ("{{ a|attr('__class__') }}", "Den Filter „attr“ gibt es in Vorlagen nicht."),
    ("{{ '{0.__class__}'.format(a) }}", "„….format(…)“ ist in Vorlagen keine Funktion"),
]


@pytest.mark.parametrize(("absatz", "grund"), KAPUTT, ids=[absatz for absatz, _ in KAPUTT])
def test_vorlage_die_sich_nicht_fuellen_laesst(absatz: str, grund: str, tmp_path: Path) -> None:
    vorlage = _eigene(tmp_path, absatz, felder=OPTIONAL)
    with pytest.raises(VorlageFehler) as gefangen:
        _geschrieben(vorlage, {"a": "x"}, tmp_path)
    assert grund in str(gefangen.value)
    assert str(gefangen.value).startswith(f"{vorlage.worddatei}: Die Vorlage lässt sich nicht füllen: ")
    assert os.listdir(tmp_path) == ["vorlagen"]


def test_fehler_im_satzbau_nennt_die_stelle(tmp_path: Path) -> None:
    vorlage = _eigene(tmp_path, "Erster Absatz.", "Hier {{ a|gross }} falsch.", "Letzter Absatz.")
    with pytest.raises(VorlageFehler, match=r"Stelle: Hier \{\{ a\|gross \}\} falsch\."):
        _geschrieben(vorlage, {"a": "x"}, tmp_path)


def test_fehlendes_ist_falsch_und_leer(tmp_path: Path) -> None:
    vorlage = _eigene(tmp_path, "{% if b %}ja{% else %}nein{% endif %}{% for x in b %}x{% endfor %}", felder=OPTIONAL)
    assert _erster(_geschrieben(vorlage, {"a": "x"}, tmp_path)) == ["nein"]


def test_daten_einer_anderen_vorlage(tmp_path: Path) -> None:
    daten = pruefe(_eigene(tmp_path, "{{ a }}"), {"a": "x"}, Allwissend())
    with pytest.raises(VorlageFehler, match="für die Vorlage „probe“ geprüft"):
        fuelle(WIDERRUF, daten, Allwissend(), tmp_path / "aus.docx")


# --- as the recipient sees it

#: Pages of each example. They follow from text and typeface; whoever changes one looks at the pages.
SEITEN: dict[str, dict[str, int]] = {
    "ablehnung-vollzugsoeffnender-massnahmen": {"": 3, "jugendstrafe": 3, "sicherungsverwahrung": 3},
    "anhalten-von-schreiben": {"": 3, "jugendlich": 3, "jugendstrafe": 3, "sicherungsverwahrung": 3, "untersuchungshaft": 3},
    "anregung-therapieweisung": {"": 3, "lebenslang": 2, "sozialer-dienst": 2, "vor-dem-gutachten": 2},
    "auftrag-kurzgutachten": {"": 3, "lebenslang": 3, "nach-entlassung": 3},
    "besuchsueberwachung": {"": 3, "jugendstrafe": 3, "sicherungsverwahrung": 3, "untersuchungshaft": 3},
    "besuchsverbot": {"": 3, "jugendstrafe": 3, "sicherungsverwahrung": 3, "untersuchungshaft": 2},
    "disziplinarverfuegung": {"": 4, "arrest": 4, "jugendstrafe": 3, "sicherungsverwahrung": 3, "untersuchungshaft": 3},
    "einwilligung-datenaustausch": {"": 3, "haft": 3},
    "freistellungsschein": {"": 2, "jugendstrafe": 2, "sicherungsverwahrung": 2},
    "gewaehrung-vollzugsoeffnender-massnahmen": {"": 3, "jugendstrafe": 3, "sicherungsverwahrung": 3},
    "haftkosten-mitteilung": {"": 3},
    "haftkostenbeitrag": {"": 4, "jugend": 4, "kein-beitrag": 4, "ohne-bezuege": 4},
    "kooperationsvereinbarung-forensische-ambulanz": {"": 6},
    "kooperationsvereinbarung-haftentlassung": {"": 6, "niedersachsen": 5},
    "kooperationsvereinbarung-jugend-und-arbeit": {"": 10, "beginn": 7},
    "mitteilung-weisungsverstoss": {"": 2, "gefahr": 3},
    "quartalsabrechnung-forensische-ambulanz": {"": 2, "kurzgutachten": 2, "mehr-als-20": 2},
    "schweigepflichtentbindung": {"": 3, "haft": 3},
    "taschengeld": {"": 3, "ablehnung": 2, "eigene-mittel": 3, "jugend": 4, "ueberstellung": 3},
    "ueberleitungsanzeige": {"": 2, "jugend": 2},
    "verlegung-offener-vollzug": {"": 2, "ablehnung": 2, "rueckverlegung": 3, "sicherungsverwahrung": 3},
    "widerruf-ehrenamt": {"": 2, "gruppe": 2},
    "widerruf-vollzugsoeffnender-massnahmen": {"": 3, "jugendstrafe": 3, "missbrauch": 3, "sicherungsverwahrung": 3},
    "zulassung-ehrenamt": {"": 3, "beschraenkt": 3, "gruppe": 3},
}


@cache
def _fehlt() -> str:
    """Return what is missing to print documents as Word does; "" if nothing is."""
    programme = [name for name in ("soffice", "pdftotext", "fc-match") if not shutil.which(name)]
    if programme:
        return ", ".join(programme)
    schrift = subprocess.run(["fc-match", "-f", "%{family}", "Arial"], check=True, capture_output=True, text=True).stdout
    return "" if schrift in ("Arial", "Liberation Sans") else "Arial oder Liberation Sans"


braucht_libreoffice = pytest.mark.skipif(bool(_fehlt()), reason=f"fehlt: {_fehlt()}")


@pytest.fixture(scope="module")
def gesetzt(wissen: Wissen, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    """The pages of each example of each template as text, printed by LibreOffice in one go."""
    ordner_ = tmp_path_factory.mktemp("gesetzt")
    dateien = {}
    for nummer, (vorlage, beispiel) in enumerate(BEISPIELE):
        entwurf, _ = _gefuellt(vorlage, beispiel.name, wissen, ordner_)
        fall = next(name for name, datei in vorlage.beispiele.items() if datei == beispiel)
        dateien[entwurf.rename(ordner_ / f"{nummer}.docx")] = (vorlage.name, fall)
    seiten: dict[str, dict[str, list[str]]] = {}
    for datei, pdf in nach_pdf([*dateien]):
        assert pdf is not None, dateien[datei]
        lauf = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, encoding="utf-8")
        vorlage_, fall = dateien[datei]
        seiten.setdefault(vorlage_, {})[fall] = lauf.stdout.replace(NB, " ").removesuffix("\f").split("\f")
    return seiten


@pytest.mark.slow
@braucht_libreoffice
def test_so_viele_seiten_hat_jedes_beispiel(gesetzt: dict[str, dict[str, list[str]]]) -> None:
    assert {v: {fall: len(seiten) for fall, seiten in je_fall.items()} for v, je_fall in gesetzt.items()} == SEITEN


@pytest.mark.slow
@braucht_libreoffice
@pytest.mark.parametrize("name", SEITEN)
def test_jede_seite_ist_gezaehlt_und_keine_beginnt_mit_dem_gruss(
    name: str, gesetzt: dict[str, dict[str, list[str]]]
) -> None:
    for fall, seiten in gesetzt[name].items():
        for nummer, seite in enumerate(seiten, start=1):
            zeilen = [zeile.strip() for zeile in seite.splitlines() if zeile.strip()]
            assert re.search(rf"\b{nummer} von {len(seiten)}$", zeilen[-1]), (fall, nummer)
            assert all("Mit freundlichen Grüßen" not in zeile for zeile in zeilen[:2]), (fall, nummer)
