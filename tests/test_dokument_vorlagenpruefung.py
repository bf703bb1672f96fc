"""The check of templates: each kind of mistake is found once, with its place, and a right template has none."""

from __future__ import annotations

import json
import re
import shlex
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from conftest import Normen
from normen.dokument import Mangel, beginne_vorlage, lade_vorlage, lade_vorlagen, lies_daten, pruefe, pruefe_vorlage
from normen.dokument.fuellen import belege_fuer, gefuellt
from normen.fehler import VorlageFehler
from normen.ressourcen import ordner
from normen.wissen import Wissen

MITGELIEFERT = lade_vorlagen(ordner("templates"))

KOPF = """
titel = "Probe"
art = "erklaerung"
fuer = ["Anstalten"]
beschreibung = "Probe"
rechtsgrundlagen = ["§ 11 JVollzGB III"]
version = "1"
"""
FELDER = """
[[feld]]
name = "vollzugsart"
typ = "auswahl"
bezeichnung = "Vollzugsart"
werte = ["Freiheitsstrafe", "Jugendstrafe"]

[[feld]]
name = "person"
typ = "objekt"
bezeichnung = "Person"

[[feld.feld]]
name = "nachname"
typ = "text"
bezeichnung = "Nachname"
"""
TAFEL = """
[norm.widerruf]
Freiheitsstrafe = "§ 11 Abs. 2 Satz 1 JVollzGB III"
Jugendstrafe = "§ 11 Abs. 2 Satz 1 JVollzGB IV"

[norm.anhoerung]
Freiheitsstrafe = "VV Nr. 2.2 Satz 2 zu § 11 JVollzGB III"
Jugendstrafe = ["VV Nr. 2.2 Satz 2 zu § 11 JVollzGB III", "VV zu § 11 JVollzGB IV"]
"""
GUT = ["{{ vollzugsart }} {{ person.nachname }}", '{{ norm("widerruf") }} {{ norm("§ 9 JVollzGB III") }}']
DATEN = {"vollzugsart": "Jugendstrafe", "person": {"nachname": "Lindner"}}


def word(datei: Path, absaetze: list[str]) -> Path:
    dokument = Document()
    for absatz in absaetze:
        dokument.add_paragraph(absatz)
    dokument.save(str(datei))
    return datei


def vorlage(wurzel: Path, beschreibung: str, absaetze: list[str], daten: object = DATEN) -> Path:
    ziel = wurzel / "probe"
    ziel.mkdir()
    (ziel / "vorlage.toml").write_text(beschreibung, encoding="utf-8")
    (ziel / "beispiel.json").write_text(json.dumps(daten), encoding="utf-8")
    word(ziel / "vorlage.docx", absaetze)
    return ziel


def baustein(wurzel: Path, name: str, beschreibung: str, absaetze: list[str]) -> None:
    ziel = wurzel / "bausteine" / name
    ziel.mkdir(parents=True)
    (ziel / "baustein.toml").write_text('titel = "B"\nversion = "1"\n' + beschreibung, encoding="utf-8")
    word(ziel / "baustein.docx", absaetze)


def geprueft(ordner_: Path, wissen: Wissen) -> tuple[Mangel, ...]:
    return pruefe_vorlage(lade_vorlage(ordner_), wissen)


def gedruckt(ordner_: Path, daten: dict[str, object], wissen: Wissen, tmp_path: Path) -> str:
    gelesen = lade_vorlage(ordner_)
    werte = pruefe(gelesen, daten, wissen)
    datei = tmp_path / "heraus.docx"
    datei.write_bytes(gefuellt(gelesen, werte, belege_fuer(gelesen, werte, wissen)))
    return "\n".join(p.text for p in Document(str(datei)).paragraphs).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("mitgeliefert", MITGELIEFERT, ids=lambda v: v.name)
def test_mitgelieferte_vorlagen_haben_keine_maengel(mitgeliefert: object, wissen: Wissen) -> None:
    assert pruefe_vorlage(mitgeliefert, wissen) == ()  # type: ignore[arg-type]


def test_eine_richtige_vorlage_hat_keine_maengel(tmp_path: Path, wissen: Wissen) -> None:
    assert geprueft(vorlage(tmp_path, KOPF + TAFEL + FELDER, [*GUT, '{{ norm("anhoerung") }}']), wissen) == ()


@pytest.mark.parametrize(
    ("absaetze", "stelle", "grund"),
    [
        ([*GUT, "{{ person.vornam }}"], "{{ person.vornam }}", "„person.vornam“: unbekanntes Feld"),
        ([*GUT, "{{ nachname }}"], "{{ nachname }}", "„nachname“: unbekanntes Feld"),
        ([*GUT, "{% if person %}x"], "", "Ein Befehl ist falsch geschrieben"),
        ([*GUT, '{{ norm("§ 999 JVollzGB III") }}'], '{{ norm("§ 999 JVollzGB III") }}', "§ 999 JVollzGB III gibt es nicht"),
        (
            [*GUT, '{{ norm("verlegung") }}'],
            '{{ norm("verlegung") }}',
            "Die Regel „verlegung“ steht nicht in der Normtafel.",
        ),
        ([*GUT, "Nach § 9 JVollzGB III ist"], "Nach § 9 JVollzGB III ist", "„§ 9 JVollzGB III“ steht im Text, ohne"),
        (["{{ vollzugsart }}"], "person", "Das Feld „person“ wird nirgends gebraucht."),
        ([*GUT, '{%p baustein "fehlt" %}'], "", "Der Text setzt Bausteine ein, die nicht beschrieben sind: fehlt."),
    ],
)
def test_mangel_im_text(absaetze: list[str], stelle: str, grund: str, tmp_path: Path, wissen: Wissen) -> None:
    erster = geprueft(vorlage(tmp_path, KOPF + TAFEL + FELDER, absaetze), wissen)[0]
    assert erster.grund.startswith(grund)
    assert erster.stelle == stelle or not stelle


@pytest.mark.parametrize(
    ("beschreibung", "teil", "grund"),
    [
        (KOPF.replace("§ 11 J", "§ 999 J") + TAFEL + FELDER, "rechtsgrundlagen", "§ 999 JVollzGB III gibt es nicht"),
        (
            KOPF + TAFEL.replace("Satz 1 JVollzGB IV", "Satz 9 JVollzGB IV") + FELDER,
            "norm.widerruf.Jugendstrafe",
            "§ 11 Abs. 2 Sa",
        ),
        (
            KOPF + TAFEL.replace('"VV zu § 11 JVollzGB IV"]', '"§ 12 JVollzGB IV"]') + FELDER,
            "norm.anhoerung.Jugendstrafe",
            "VV Nr. 2.2 Satz 2 zu § 11 JVollzGB III gilt nicht durch § 12 JVollzGB IV.",
        ),
    ],
)
def test_mangel_der_beschreibung(beschreibung: str, teil: str, grund: str, tmp_path: Path, wissen: Wissen) -> None:
    (mangel, *_) = geprueft(vorlage(tmp_path, beschreibung, GUT), wissen)
    assert mangel.teil == teil
    assert mangel.grund.startswith(grund)


def test_ein_beispiel_das_nicht_passt(tmp_path: Path, wissen: Wissen) -> None:
    (mangel,) = geprueft(vorlage(tmp_path, KOPF + TAFEL + FELDER, GUT, {"vollzugsart": "Jugendstrafe"}), wissen)
    assert mangel.datei.name == "beispiel.json"
    assert "person: fehlt" in mangel.grund


@pytest.mark.parametrize(
    ("art", "erwartet"),
    [
        ("Freiheitsstrafe", "VV Nr. 2.2 Satz 2 zu § 11 JVollzGB III."),
        ("Jugendstrafe", "VV Nr. 2.2 Satz 2 zu § 11 JVollzGB III in Verbindung mit VV zu § 11 JVollzGB IV."),
    ],
)
def test_die_norm_folgt_der_vollzugsart(art: str, erwartet: str, tmp_path: Path, wissen: Wissen) -> None:
    ordner_ = vorlage(tmp_path, KOPF + TAFEL + FELDER, [*GUT, 'Gehört nach {{ norm("anhoerung") }}.'])
    assert f"Gehört nach {erwartet}" in gedruckt(ordner_, DATEN | {"vollzugsart": art}, wissen, tmp_path)


def test_wortlaut_entsprechend_und_fundstellen(tmp_path: Path, wissen: Wissen) -> None:
    absaetze = [
        *GUT,
        '{{ wortlaut("§ 88 Satz 2 JVollzGB III") }}',
        '{% for e in entsprechend("§ 88 JVollzGB III") %}{{ norm(e.zitat) }} durch {{ e.ueber[0] }}; {% endfor %}',
        'Zitiert: {{ zitierte()|join(" | ") }}',
    ]
    text = gedruckt(vorlage(tmp_path, KOPF + TAFEL + FELDER, absaetze), dict(DATEN), wissen, tmp_path)
    assert "§ 9 Abs. 1 und 4 sowie die §§ 11 und 12 gelten entsprechend." in text
    assert "§ 9 Abs. 4 JVollzGB III durch § 88 Satz 2 JVollzGB III; " in text
    assert "Zitiert: § 11 Abs. 2 Satz 1 JVollzGB IV | § 9 JVollzGB III | § 88 Satz 2 JVollzGB III" in text


def test_ein_werk_das_am_tag_des_schreibens_nicht_gilt(tmp_path: Path, wissen: Wissen) -> None:
    tag = '[[feld]]\nname = "tag"\ntyp = "datum"\nbezeichnung = "Tag"\n'
    absaetze = [*GUT, '{{ norm("Nr. 4.6 AV ForAmb NRW") }}']
    ordner_ = vorlage(tmp_path, KOPF + 'datum = "tag"\n' + TAFEL + FELDER + tag, absaetze, DATEN | {"tag": "2026-01-02"})
    assert geprueft(ordner_, wissen) == ()
    with pytest.raises(Exception, match=r"erst ab dem 01\.01\.2025 in Kraft"):
        gedruckt(ordner_, DATEN | {"tag": "2024-12-31"}, wissen, tmp_path)


def test_bausteine_bringen_text_felder_und_normen(tmp_path: Path, wissen: Wissen) -> None:
    feld = '[[feld]]\nname = "gericht"\ntyp = "text"\nbezeichnung = "Gericht"\nwenn = { feld = "vollzugsart", ist = %s }\n'
    tafel = '[norm.rechtsbehelf]\nJugendstrafe = "§ 86 Abs. 4 JVollzGB IV"\nUntersuchungshaft = "§ 68 Abs. 4 JVollzGB II"\n'
    beschreibung = 'stellung = "hinten"\nbraucht = ["was"]\n' + tafel + feld % '["Jugendstrafe", "Untersuchungshaft"]'
    text = [
        "{{ was }}: {% if gericht %}{{ gericht }}, {% endif %}",
        "{% if kennt('rechtsbehelf') %}{{ norm('rechtsbehelf') }}{% endif %}",
    ]
    baustein(tmp_path, "ende", beschreibung, text)
    absaetze = [*GUT, '{%p set was = "Antrag" %}', '{%p baustein "ende" %}']
    kopf = KOPF + 'bausteine = ["ende"]\n'
    ordner_ = vorlage(tmp_path, kopf + TAFEL + FELDER, absaetze, DATEN | {"gericht": "Landgericht Hohenried"})
    assert geprueft(ordner_, wissen) == ()
    daten = lies_daten(ordner_ / "beispiel.json")
    assert "Antrag: Landgericht Hohenried, \n§ 86 Abs. 4 JVollzGB IV" in gedruckt(ordner_, daten, wissen, tmp_path)
    assert [feld.name for feld in lade_vorlage(ordner_).felder] == ["vollzugsart", "person", "gericht"]
    word(ordner_ / "vorlage.docx", [*GUT, '{%p baustein "ende" %}'])
    assert geprueft(ordner_, wissen)[0].grund == "Der Baustein „ende“ braucht „was“."
    word(ordner_ / "vorlage.docx", GUT)
    assert geprueft(ordner_, wissen)[0].grund == "Der Text setzt diese Bausteine nirgends ein: ende."


def test_einen_baustein_gibt_es_nicht(tmp_path: Path) -> None:
    ordner_ = vorlage(tmp_path, KOPF + 'bausteine = ["fehlt"]\n' + FELDER, GUT)
    with pytest.raises(VorlageFehler, match="Den Baustein „fehlt“ gibt es nicht"):
        lade_vorlage(ordner_)


def test_ein_baustein_mit_fremder_formatvorlage(tmp_path: Path, wissen: Wissen) -> None:
    baustein(tmp_path, "fremd", "", ["Text"])
    fremd = Document()
    fremd.styles.add_style("Eigenes", 1)
    fremd.add_paragraph("Text", style="Eigenes")
    fremd.save(str(tmp_path / "bausteine" / "fremd" / "baustein.docx"))
    ordner_ = vorlage(tmp_path, KOPF + 'bausteine = ["fremd"]\n' + TAFEL + FELDER, [*GUT, '{%p baustein "fremd" %}'])
    assert "Formatvorlagen, die die Vorlage nicht hat: Eigenes" in geprueft(ordner_, wissen)[0].grund


BOMBE = b'<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("inhalt", "meldung"),
    [
        ({"word/document.xml": BOMBE}, "keine vollständige Word-Datei|DOCTYPE"),
        ({"word/document.xml": b"<kaputt"}, "keine vollständige Word-Datei"),
        ({"word/document.xml": b"<a/>"}, "keine vollständige Word-Datei|setzt diese Bausteine nirgends ein"),
        ({"word/document.xml": None}, "keine vollständige Word-Datei"),
    ],
)
@pytest.mark.parametrize("datei", ["probe/vorlage.docx", "bausteine/b/baustein.docx"])
def test_kaputte_und_boesartige_dateien(
    inhalt: dict[str, bytes | None], meldung: str, datei: str, tmp_path: Path, wissen: Wissen
) -> None:
    baustein(tmp_path, "b", "", ["Text"])
    ordner_ = vorlage(tmp_path, KOPF + 'bausteine = ["b"]\n' + TAFEL + FELDER, [*GUT, '{%p baustein "b" %}'])
    with zipfile.ZipFile(tmp_path / datei) as archiv:
        teile = {name: archiv.read(name) for name in archiv.namelist()} | inhalt
    with zipfile.ZipFile(tmp_path / datei, "w") as archiv:
        for name, teil in teile.items():
            if teil is not None:
                archiv.writestr(name, teil)
    assert re.search(meldung, geprueft(ordner_, wissen)[0].grund)


@pytest.mark.parametrize(
    ("text", "baustein_", "meldung"),
    [
        ('{%p baustein "b" %} WICHTIGER SATZ', "<w:p/>", "steht nicht allein in seinem Absatz"),
        ('{%p baustein "b" %}', '<w:p><w:hyperlink r:id="rId1"/></w:p>', "enthält ein Bild, einen Link"),
        ('{%p baustein "b" %}', '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:p>', "eine eigene Liste"),
    ],
)
def test_nichts_geht_verloren_und_nichts_zeigt_ins_leere(
    text: str, baustein_: str, meldung: str, tmp_path: Path, wissen: Wissen
) -> None:
    baustein(tmp_path, "b", "", ["Text"])
    dokument = Document()
    dokument.element.body.insert(0, parse_xml(baustein_.replace("<w:p", f"<w:p {nsdecls('w', 'r')}", 1)))
    dokument.save(str(tmp_path / "bausteine" / "b" / "baustein.docx"))
    ordner_ = vorlage(tmp_path, KOPF + 'bausteine = ["b"]\n' + TAFEL + FELDER, [*GUT, text])
    assert meldung in geprueft(ordner_, wissen)[0].grund


# A new template


NEU = [
    "{{ anrede }} {{ person.nachname }}, geboren am {{ person.geboren|datum }}",
    '{% if art == "Ausgang" %}A{% elif art == "Freigang" %}F{% endif %} nach {{ norm(grundlage) }}',
    "{% for m in massnahmen %}{{ m.was }} für {{ m.kosten|betrag }}; {% endfor %}{{ normen(weitere) }}",
    "{% for z in zeilen %}{{ z }}{% endfor %}",
]


def test_aus_einer_word_datei_wird_eine_vorlage_ohne_maengel(tmp_path: Path, wissen: Wissen) -> None:
    beginne_vorlage(word(tmp_path / "x.docx", NEU), tmp_path / "neu", "Neu", "erklaerung", ["§ 9 JVollzGB III"])
    neu = lade_vorlage(tmp_path / "neu")
    assert pruefe_vorlage(neu, wissen) == ()
    typen = {feld.name: (feld.typ, feld.element or [(f.name, f.typ) for f in feld.felder]) for feld in neu.felder}
    assert typen == {
        "anrede": ("text", []),
        "person": ("objekt", [("nachname", "text"), ("geboren", "datum")]),
        "art": ("auswahl", []),
        "grundlage": ("zitat", []),
        "massnahmen": ("liste", [("was", "text"), ("kosten", "betrag")]),
        "weitere": ("liste", "zitat"),
        "zeilen": ("liste", "text"),
    }


@pytest.mark.parametrize(
    ("absaetze", "meldung"), [(["Ohne Felder"], "Die Datei enthält keine Felder"), (["{% if %}"], "Ein Befehl ist falsch")]
)
def test_daraus_wird_keine_vorlage(absaetze: list[str], meldung: str, tmp_path: Path) -> None:
    with pytest.raises(VorlageFehler, match=meldung):
        beginne_vorlage(word(tmp_path / "x.docx", absaetze), tmp_path / "neu", "Neu", "erklaerung", ["§ 9 JVollzGB III"])
    assert not (tmp_path / "neu").exists()


FALSCHER_NAME = "ein Name besteht aus kleinen Buchstaben ohne Umlaut, Ziffern und _; nehmen Sie zum Beispiel"
VERGEBEN = "dieser Name ist in Vorlagen vergeben; nehmen Sie zum Beispiel"
AN_DER_STELLE = [
    ("Am {{ datum }}", f"So kann ein Feld nicht heißen:\n  - datum: {VERGEBEN} briefdatum. Stelle: Am {{{{ datum }}}}"),
    ("{{ betrag }} Euro", f"  - betrag: {VERGEBEN} betrag_euro. Stelle: {{{{ betrag }}}} Euro"),
    ("{{ p.items }}", f"  - p.items: {VERGEBEN} feld_items. Stelle: {{{{ p.items }}}}"),
    ("{{ Größe }}", f"  - Größe: {FALSCHER_NAME} groesse. Stelle: {{{{ Größe }}}}"),
    ("Die {{ Größe der Zelle }}", "dort steht „der“; ein Feldname ist ein Wort aus kleinen Buchstaben ohne Umlaut"),
    ("Die {{ Größe der Zelle }}", "\nStelle: Die {{ Größe der Zelle }}\nBerichtigen Sie sie in Word."),
    ("Hier {{ name und", "nicht geschlossen oder zu lang: Hier {{ name und"),
]


@pytest.mark.parametrize(("absatz", "meldung"), AN_DER_STELLE)
def test_die_meldung_nennt_word_datei_und_stelle(absatz: str, meldung: str, tmp_path: Path) -> None:
    quelle = word(tmp_path / "brief.docx", ["Guten Tag {{ anrede }}", absatz, "Am {{ tag }}"])
    with pytest.raises(VorlageFehler) as gefangen:
        beginne_vorlage(quelle, tmp_path / "neu", "Neu", "erklaerung", ["§ 9 JVollzGB III"])
    assert str(gefangen.value).startswith(f"{quelle}: ")
    assert meldung in str(gefangen.value)
    assert not (tmp_path / "neu").exists()


def test_new_sagt_was_sich_einfuegen_laesst_und_lint_jeden_grund(normen: Normen, tmp_path: Path) -> None:
    word(tmp_path / "x.docx", ["Guten Tag {{ name }}", "geboren am {{ geburtsdatum }}"])
    angaben = ("--aus", "x.docx", "--rechtsgrundlage", "§ 19 JVollzGB III", "--vorlagen", ".")
    hinweis = normen("templates", "new", "mein brief", *angaben, cwd=tmp_path).stdout.splitlines()[-1]
    aufruf = shlex.split(hinweis.partition("normen ")[2])
    assert aufruf == ["templates", "lint", "mein brief", "--vorlagen", "."]
    felder = lade_vorlage(tmp_path / "mein brief").felder
    assert [(feld.name, feld.typ) for feld in felder] == [("name", "text"), ("geburtsdatum", "datum")]
    lauf = normen(*aufruf, cwd=tmp_path)
    assert lauf.code == 1
    assert "    - Wer schreibt, ist nicht zu erkennen." in lauf.stdout
    assert "geschrieben" not in lauf.stdout


def test_ein_ordner_wird_nicht_ueberschrieben(tmp_path: Path) -> None:
    (tmp_path / "neu").mkdir()
    with pytest.raises(VorlageFehler, match="Diesen Ordner gibt es schon"):
        beginne_vorlage(word(tmp_path / "x.docx", NEU), tmp_path / "neu", "Neu", "erklaerung", ["§ 9 JVollzGB III"])


def test_befehle_lint_und_new(normen: Normen, tmp_path: Path) -> None:
    word(tmp_path / "x.docx", NEU)
    angaben = ("--aus", "x.docx", "--rechtsgrundlage", "§ 9 JVollzGB III", "--art", "erklaerung")
    lauf = normen("templates", "new", "neu", *angaben, cwd=tmp_path)
    assert (lauf.code, lauf.stderr) == (0, "")
    assert normen("templates", "lint", "neu", "--vorlagen", ".", cwd=tmp_path).stdout == "1 Vorlage geprüft: keine Mängel.\n"
    word(tmp_path / "neu" / "vorlage.docx", [*NEU, "{{ falsch }}"])
    lauf = normen("templates", "lint", "neu", "--vorlagen", ".", "--json", cwd=tmp_path)
    assert lauf.code == 1
    assert next(m["reason"] for m in lauf.json) == "„falsch“: unbekanntes Feld."
