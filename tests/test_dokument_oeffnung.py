"""The notices about vollzugsöffnende Maßnahmen and open custody: what each Book of the JVollzGB says of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from normen.dokument import Vorlage, fuelle, lade_vorlage, lies_daten, pruefe
from normen.fehler import DatenFehler
from normen.ressourcen import ordner
from normen.wissen import Wissen

_NAMEN = {
    "gewaehrung": "gewaehrung-vollzugsoeffnender-massnahmen",
    "ablehnung": "ablehnung-vollzugsoeffnender-massnahmen",
    "verlegung": "verlegung-offener-vollzug",
    "schein": "freistellungsschein",
}
VORLAGEN = {kurz: lade_vorlage(ordner("templates") / name) for kurz, name in _NAMEN.items()}
NB = "\N{NO-BREAK SPACE}"
F, J, V = "Freiheitsstrafe", "Jugendstrafe", "Sicherungsverwahrung"
FREISTELLUNG = {
    "beginn": "2026-12-01",
    "uhrzeit_beginn": "9",
    "ende": "2026-12-03",
    "uhrzeit_ende": "18",
    "anschrift": ["Anger 1", "79991 Talheim"],
}
ARBEIT = {"stelle": "Gärtnerei", "anschrift": "Feldstraße 3", "taetigkeit": "Pflege", "zeiten": "7 bis 16 Uhr"}
ANLASS = (
    "Ausgang aus wichtigem Anlass",
    "Freistellung aus wichtigem Anlass",
    "Ausgang zu einem gerichtlichen Termin",
    "Freistellung zu einem gerichtlichen Termin",
)
FREIGANG, ANHOERUNG = (
    ("Freigang", "Außenbeschäftigung"),
    ("Entlassungsfreistellung", "Freistellung zur Vorbereitung der Entlassung"),
)
#: The norm a measure rests on, and the one that says under which conditions, where it is not that of all measures.
MASSNAHMEN: dict[str, dict[str, tuple[str, str]]] = {
    F: {
        "Ausgang": ("§ 9 Abs. 2 Nr. 2 JVollzGB III", "§ 9 Abs. 1 JVollzGB III"),
        "Ausgang in Begleitung": ("§ 9 Abs. 2 Nr. 2 JVollzGB III", "§ 9 Abs. 1 JVollzGB III"),
        "Freigang": ("§ 9 Abs. 2 Nr. 1 JVollzGB III", "§ 9 Abs. 1 JVollzGB III"),
        "Außenbeschäftigung": ("§ 9 Abs. 2 Nr. 1 JVollzGB III", "§ 9 Abs. 1 JVollzGB III"),
        "Freistellung": ("§ 9 Abs. 2 Nr. 3 JVollzGB III", "§ 9 Abs. 3 Satz 1 JVollzGB III"),
        "Ausgang aus wichtigem Anlass": ("§ 10 Abs. 1 Satz 1 JVollzGB III", "§ 10 Abs. 1 Satz 2 JVollzGB III"),
        "Freistellung aus wichtigem Anlass": ("§ 10 Abs. 1 Satz 1 JVollzGB III", "§ 10 Abs. 1 Satz 2 JVollzGB III"),
        "Ausgang zu einem gerichtlichen Termin": ("§ 10 Abs. 1 Satz 1 JVollzGB III", "§ 10 Abs. 5 Satz 1 JVollzGB III"),
        "Freistellung zu einem gerichtlichen Termin": ("§ 10 Abs. 1 Satz 1 JVollzGB III", "§ 10 Abs. 5 Satz 1 JVollzGB III"),
        "Arbeitsfreistellung": ("§ 49 Abs. 7 Satz 1 JVollzGB III", "§ 49 Abs. 7 Satz 2 JVollzGB III"),
        "Freistellung für Freigänger": ("§ 88 Satz 1 JVollzGB III", "§ 88 Satz 2 JVollzGB III"),
        "Freistellung in den letzten drei Monaten": ("§ 89 Abs. 3 Satz 1 JVollzGB III", "§ 89 Abs. 3 Satz 2 JVollzGB III"),
        "Freistellung nach Behandlung in der Sozialtherapie": (
            "§ 89 Abs. 4 Satz 1 JVollzGB III",
            "§ 89 Abs. 4 Satz 2 JVollzGB III",
        ),
    },
    J: {
        "Ausgang": ("§ 9 Abs. 2 Nr. 2 JVollzGB IV", "oder auf andere Weise missbrauchen"),
        "Ausgang in Begleitung": ("§ 9 Abs. 2 Nr. 2 JVollzGB IV", "§ 9 Abs. 1 JVollzGB IV"),
        "Freigang": ("§ 9 Abs. 2 Nr. 1 JVollzGB IV", "§ 9 Abs. 1 JVollzGB IV"),
        "Außenbeschäftigung": ("§ 9 Abs. 2 Nr. 1 JVollzGB IV", "§ 9 Abs. 1 JVollzGB IV"),
        "Freistellung": ("§ 9 Abs. 2 Nr. 3 JVollzGB IV", "VV Nr. 6.1 zu § 9 JVollzGB IV"),
        **dict.fromkeys(ANLASS, ("§ 10 Abs. 1 JVollzGB IV", "§ 10 Abs. 2 JVollzGB IV")),
        "Arbeitsfreistellung": ("§ 44 Abs. 7 Satz 1 JVollzGB IV", "§ 44 Abs. 7 Satz 2 JVollzGB IV"),
        "Entlassungsfreistellung": ("§ 83 Abs. 2 Satz 1 JVollzGB IV", "§ 83 Abs. 2 Satz 2 JVollzGB IV"),
    },
    V: {
        "Ausgang": ("§ 11 Abs. 1 Nr. 1 JVollzGB V", "sobald und soweit zwingende Gründe nicht entgegenstehen"),
        "Ausgang in Begleitung": ("§ 11 Abs. 1 Nr. 1 JVollzGB V", "§ 11 Abs. 2 JVollzGB V"),
        "Freigang": ("§ 11 Abs. 1 Nr. 3 JVollzGB V", "§ 11 Abs. 2 JVollzGB V"),
        "Außenbeschäftigung": ("§ 11 Abs. 1 Nr. 3 JVollzGB V", "§ 11 Abs. 2 JVollzGB V"),
        "Freistellung": ("§ 11 Abs. 1 Nr. 2 JVollzGB V", "§ 11 Abs. 2 JVollzGB V"),
        **dict.fromkeys(ANLASS, ("§ 12 Abs. 1 JVollzGB V", "§ 12 Abs. 2 JVollzGB V")),
        "Freistellung zur Vorbereitung der Entlassung": ("§ 13 Abs. 1 Satz 1 JVollzGB V", "§ 13 Abs. 1 Satz 2 JVollzGB V"),
    },
}
#: No clause carries VV zu § 9 JVollzGB III to these.
VOR_ENTLASSUNG = (
    "Freistellung für Freigänger",
    "Freistellung in den letzten drei Monaten",
    "Freistellung nach Behandlung in der Sozialtherapie",
    "Entlassungsfreistellung",
)
VERSAGT: dict[str, object] = {
    "antrag_am": "2026-05-02",
    "zustimmung_versagt": True,
    "versagt_am": "2026-05-20",
    "versagt_zeichen": "4511/0132",
}
ERTEILT: dict[str, object] = {
    "ministerium": "erteilt",
    "ministerium_entbehrlich": ...,
    "ministerium_am": "2026-04-20",
    "ministerium_zeichen": "4511/0132",
}
GRUENDLICH: dict[str, object] = {
    "gruendliche_pruefung": True,
    "pruefung": "Geprüft.",
    "pruefung_aktenkundig_am": "2026-04-20",
    "begutachtung": "Gutachten eines externen Sachverständigen",
    "begutachtung_von": "Dr. Ahrens",
    "begutachtung_am": "2026-04-10",
    "begutachtung_ergebnis": "Beides ist auszuschließen.",
}
AUSNAHME: dict[str, object] = {
    "ausnahme": True,
    "ausnahme_gruende": "Sie sind behandelt.",
    "ausnahme_aktenkundig_am": "2026-04-20",
}
UEBER_10, UEBER_44 = (
    f"{' in Verbindung mit '.join(('', clause, last))})"
    for clause, last in (
        ("VV Nr. 1 zu § 10 JVollzGB III", "VV zu § 10 JVollzGB IV"),
        ("VV Nr. 3.1 Satz 2 zu § 49 JVollzGB III", "VV zu § 44 JVollzGB IV"),
    )
)
LEBENSLANG: dict[str, object] = {"lebenslang": True, "konferenz": True, "konferenz_am": "2026-04-15", **ERTEILT}
NUR_ERMESSEN: dict[str, object] = {
    "ablehnungsgrund": "Ermessen",
    "gefahr": ...,
    "mildere_mittel": ...,
    "ermessen": "Abgewogen.",
}
FALL = {F: "beispiel.json", J: "beispiel-jugendstrafe.json", V: "beispiel-sicherungsverwahrung.json"}


def _daten(kurz: str, beispiel: str, aenderungen: Mapping[str, object]) -> dict[str, Any]:
    roh = dict(lies_daten(VORLAGEN[kurz].ordner / beispiel)) | dict(aenderungen)
    return {name: wert for name, wert in roh.items() if wert is not ...}


def _text(kurz: str, daten: Mapping[str, object], wissen: Wissen, ziel: Path) -> str:
    vorlage: Vorlage = VORLAGEN[kurz]
    fuelle(vorlage, pruefe(vorlage, daten, wissen), wissen, ziel)
    dokument = Document(str(ziel))
    zellen = [zelle.text for tabelle in dokument.tables for zeile in tabelle.rows for zelle in zeile.cells]
    return "\n".join([*(p.text for p in dokument.paragraphs), *zellen]).replace(NB, " ")


def _massnahme(art: str, massnahme: str) -> dict[str, object]:
    """Return what a grant of a measure has to say; what it must not say is taken out."""
    freigestellt = "Ausgang" not in massnahme and massnahme not in FREIGANG
    return {
        "massnahme": massnahme,
        "auf_antrag": True,
        "antrag_am": "2026-04-02",
        "freistellung": FREISTELLUNG if freigestellt else ...,
        "beschaeftigung": ARBEIT if massnahme in FREIGANG else ...,
        "beaufsichtigung": "ständig" if massnahme == "Außenbeschäftigung" else ...,
        "begleitung": "Ihrer Mutter" if massnahme == "Ausgang in Begleitung" else ...,
        "vollstreckung_gehoert_am": "2026-04-20" if massnahme in ANHOERUNG else ...,
        "vollstreckung_ergebnis": "Keine Bedenken." if massnahme in ANHOERUNG else ...,
    }


@pytest.mark.parametrize(("art", "massnahme"), [(art, m) for art, alle in MASSNAHMEN.items() for m in alle])
def test_jede_massnahme_laesst_sich_gewaehren(art: str, massnahme: str, wissen: Wissen, tmp_path: Path) -> None:
    text = _text("gewaehrung", _daten("gewaehrung", FALL[art], _massnahme(art, massnahme)), wissen, tmp_path / "a.docx")
    grundlage, voraussetzung = MASSNAHMEN[art][massnahme]
    assert f"Ihnen wird nach {grundlage}" in text
    assert voraussetzung in text
    assert ("Widerruf und Rücknahme." in text) is not (art == J and massnahme in ANHOERUNG)


@pytest.mark.parametrize(("art", "massnahme"), [(art, m) for art, alle in MASSNAHMEN.items() for m in alle])
def test_jede_massnahme_laesst_sich_ablehnen(art: str, massnahme: str, wissen: Wissen, tmp_path: Path) -> None:
    ausfuehrung = "Es wird nicht ausgeführt." if massnahme in ANLASS else ...
    daten = _daten("ablehnung", FALL[art], {"massnahme": massnahme, "ausfuehrung": ausfuehrung})
    if massnahme in VOR_ENTLASSUNG and art != V:
        daten = {n: w for n, w in daten.items() if n not in ("regelvermutung_norm", "keine_ausnahme")} | {
            "regelvermutung": False
        }
    text = _text("ablehnung", daten, wissen, tmp_path / "a.docx")
    assert MASSNAHMEN[art][massnahme][0] in text
    assert "verpflichtet wird (§ 109 Abs. 1 Satz 2 StVollzG" in text


KEINE = [(art, m) for art in MASSNAHMEN for m in {m for alle in MASSNAHMEN.values() for m in alle} - set(MASSNAHMEN[art])]


@pytest.mark.parametrize("kurz", ["gewaehrung", "ablehnung", "schein"])
@pytest.mark.parametrize(("art", "massnahme"), sorted(KEINE))
def test_was_ein_buch_nicht_kennt(kurz: str, art: str, massnahme: str, wissen: Wissen) -> None:
    aenderungen = _massnahme(art, massnahme) if kurz == "gewaehrung" else {"massnahme": massnahme}
    with pytest.raises(DatenFehler) as gefangen:
        pruefe(VORLAGEN[kurz], _daten(kurz, FALL[art], aenderungen), wissen)
    assert [p for p in gefangen.value.probleme if p.startswith("vollzugsart, massnahme: Diese Maßnahme kennt das JVollzGB")]


#: A template, an example, changes to it, what the document then says, and what it does not say.
Fall = tuple[str, str, dict[str, object], list[str], list[str]]
FAELLE: list[Fall] = [
    (
        "gewaehrung",
        FALL[F],
        {},
        [
            "VV Nr. 6.7 zu § 9 JVollzGB III",
            "Sie umfasst 2 Freistellungstage",
            "Sie haben der Maßnahme am 2. April 2026 zugestimmt.",
        ],
        ["Ausnahme", "Belange des Opfers", "§ 89"],
    ),
    ("gewaehrung", FALL[F], {"zur_entlassung": True}, ["soll sie gewährt werden (§ 89 Abs. 1 JVollzGB III)"], []),
    # youth: no consent, the head of enforcement is heard, § 11 JVollzGB IV does not reach § 83
    (
        "gewaehrung",
        FALL[J],
        {},
        ["Die Vollstreckungsleitung ist am 8. Juni 2026 gehört worden"],
        ["zugestimmt", "Sondergeld"],
    ),
    # VV zu § 9 JVollzGB III comes to an important occasion in youth custody by two clauses
    (
        "gewaehrung",
        FALL[J],
        _massnahme(J, "Freistellung aus wichtigem Anlass"),
        [
            "VV Nr. 7.18 zu § 9 JVollzGB III in Verbindung mit VV Nr. 1 zu § 10 JVollzGB III in Verbindung mit VV zu § 10 "
            "JVollzGB IV"
        ],
        [],
    ),
    (
        "gewaehrung",
        FALL[V],
        {},
        [
            "Erst mit dieser Zustimmung ist sie wirksam (§ 15 JVollzGB V).",
            "schutzwürdigen Vertrauen",
            "§ 14 Abs. 2 JVollzGB V",
        ],
        ["JVollzGB III", "Ermessen"],
    ),
    (
        "ablehnung",
        FALL[F],
        {},
        [
            "Es ist zu befürchten, dass Sie die Maßnahme zur Begehung von Straftaten missbrauchen werden:",
            "VV Nr. 7.11 Satz 1",
        ],
        ["Zustimmung des Justizministeriums", "zwingende"],
    ),
    (
        "ablehnung",
        FALL[F],
        {
            "ablehnungsgrund": "Ermessen",
            "gefahr": ...,
            "mildere_mittel": ...,
            "ermessen": "Abgewogen.",
            "zur_entlassung": True,
        },
        ["Die Maßnahme soll gewährt werden, um die Entlassung vorzubereiten", "Abgewogen."],
        ["Daran fehlt es"],
    ),
    (
        "ablehnung",
        FALL[J],
        {},
        [
            "§ 10 Abs. 4 Satz 1 JVollzGB IV",
            "VV Nr. 7.16 zu § 9 JVollzGB III in Verbindung mit VV Nr. 1 zu § 10 JVollzGB III",
        ],
        ["§ 9 Abs. 1 JVollzGB IV"],
    ),
    (
        "ablehnung",
        FALL[V],
        {},
        [
            "Zwingende Gründe stehen hier entgegen. Konkrete Anhaltspunkte begründen die Gefahr, dass Sie die Maßnahme zur "
            "Begehung erheblicher Straftaten missbrauchen werden:",
            "mindestens vier Mal im Jahr (§ 11 Abs. 3 Satz 1 und 2 JVollzGB V)",
            "(VV Nr. 5 zu § 15 JVollzGB V); ein Abdruck geht an das Justizministerium",
        ],
        ["Ermessen", "JVollzGB III"],
    ),
    ("ablehnung", FALL[F], {"massnahme": "Arbeitsfreistellung"}, ["angerechnet (§ 49 Abs. 9 JVollzGB III)"], []),
    (
        "ablehnung",
        FALL[F],
        {**NUR_ERMESSEN, "massnahme": "Arbeitsfreistellung"},
        ["im Ermessen der Anstalt (§ 9 Abs. 1 JVollzGB III in Verbindung mit § 49 Abs. 7 Satz 2 JVollzGB III)"],
        ["Ermessen der Anstalt (§ 49 Abs. 7 Satz 1"],
    ),
    # § 44 Abs. 9 JVollzGB IV: counted only if Abs. 7 Satz 2 stands against it
    (
        "ablehnung",
        FALL[J],
        {
            "massnahme": "Arbeitsfreistellung",
            "ausfuehrung": ...,
            "ablehnungsgrund": "andere Voraussetzung fehlt",
            "gefahr": ...,
            "mildere_mittel": ...,
            "massgebliche_norm": "§ 44 Abs. 6 Satz 1 JVollzGB IV",
        },
        ["Es fehlt an einer weiteren Voraussetzung (§ 44 Abs. 6 Satz 1 JVollzGB IV)"],
        ["angerechnet"],
    ),
    *(
        ("ablehnung", FALL[V], {"massnahme": massnahme, **mehr}, ["Diese Maßnahme kann gewährt werden"], ["ist zu gewähren"])
        for massnahme, mehr in (
            ("Freistellung zur Vorbereitung der Entlassung", {}),
            ("Ausgang aus wichtigem Anlass", {"ausfuehrung": "Es wird ausgeführt."}),
        )
    ),
    ("ablehnung", FALL[V], {}, ["Die Maßnahme ist zu gewähren, soweit nichts entgegensteht (§ 11 Abs. 2 JVollzGB V)."], []),
    (
        "gewaehrung",
        FALL[V],
        {**_massnahme(V, "Ausgang aus wichtigem Anlass"), "ermessen_besteht": True, "ermessen": "Dafür spricht der Anlass."},
        ["Ermessen\nDafür spricht der Anlass."],
        [],
    ),
    ("gewaehrung", FALL[J], _massnahme(J, "Arbeitsfreistellung"), ["\nAbwägung\n"], ["\nErmessen\n"]),
    # VV zu § 9 JVollzGB III: by which clauses it comes to a measure
    *(
        (
            "gewaehrung",
            FALL[J],
            {**_massnahme(J, massnahme), **GRUENDLICH, **AUSNAHME},
            [
                f"{nummer} zu § 9 JVollzGB III{ueber}"
                for nummer in ("VV Nr. 7.11 Satz 1", "VV Nr. 7.12", "VV Nr. 9.2", "VV Nr. 7.3 Satz 1")
            ],
            ["VV Nr. 1.4", "VV Nr. 8.8", "VV Nr. 1.3"],
        )
        for massnahme, ueber in (*((m, UEBER_10) for m in ANLASS), ("Arbeitsfreistellung", UEBER_44))
    ),
    (
        "gewaehrung",
        FALL[J],
        {**_massnahme(J, "Ausgang"), **GRUENDLICH, **AUSNAHME},
        [
            "VV Nr. 7.11 Satz 1 zu § 9 JVollzGB III in Verbindung mit VV Nr. 1.4 zu § 9 JVollzGB IV)",
            "VV Nr. 8.8 zu § 9 JVollzGB IV",
            "VV Nr. 1.3 Satz 1 zu § 9 JVollzGB IV",
        ],
        ["§ 10 JVollzGB"],
    ),
    (
        "gewaehrung",
        FALL[F],
        {**_massnahme(F, "Arbeitsfreistellung"), **GRUENDLICH, **AUSNAHME},
        ["VV Nr. 9.2 zu § 9 JVollzGB III in Verbindung mit VV Nr. 3.1 Satz 2 zu § 49 JVollzGB III)"],
        [],
    ),
    (
        "gewaehrung",
        FALL[F],
        {**_massnahme(F, "Freistellung in den letzten drei Monaten"), **GRUENDLICH},
        ["besonders gründlich zu prüfen. Geprüft."],
        ["VV Nr. 7.12", "VV Nr. 9.2", "VV Nr. 7.3"],
    ),
    *(
        (
            "gewaehrung",
            FALL[V],
            _massnahme(V, massnahme),
            ["in der Konferenz am", "besonders gründlich zu prüfen. "],
            ["VV Nr. 7.1.2", "VV Nr. 7.1.3", "VV Nr. 7.3.3", "VV Nr. 7.3.5"],
        )
        for massnahme in ("Ausgang aus wichtigem Anlass", "Freistellung zur Vorbereitung der Entlassung")
    ),
    (
        "ablehnung",
        FALL[J],
        {"regelvermutung": True, "regelvermutung_norm": "VV Nr. 7.9.1 zu § 9 JVollzGB III", "keine_ausnahme": "Keine."},
        [f"VV Nr. 7.11 Satz 1 zu § 9 JVollzGB III{UEBER_10}"],
        ["VV Nr. 1.4"],
    ),
    # the Ministry's reservation, in the words of the norm that has it
    *(
        (
            "gewaehrung",
            FALL[J],
            {**_massnahme(J, massnahme), **ERTEILT},
            [f"Erst mit dieser Zustimmung ist sie wirksam ({norm}"],
            [],
        )
        for massnahme, norm in (
            ("Ausgang", "§ 9 Abs. 4 JVollzGB IV)"),
            ("Freistellung aus wichtigem Anlass", "§ 10 Abs. 6 JVollzGB IV)"),
            ("Arbeitsfreistellung", f"VV Nr. 8.1 zu § 9 JVollzGB III{UEBER_44}"),
        )
    ),
    (
        "ablehnung",
        FALL[J],
        VERSAGT,
        ["wirksam (§ 10 Abs. 6 JVollzGB IV).", "mit Gründen versehenen Bescheid; ein Abdruck"],
        ["VV Nr. 8.6"],
    ),
    (
        "ablehnung",
        FALL[J],
        {**VERSAGT, "massnahme": "Ausgang", "ausfuehrung": ...},
        ["wirksam (§ 9 Abs. 4 JVollzGB IV).", "Bescheid (VV Nr. 8.6 zu § 9 JVollzGB IV); ein Abdruck"],
        [],
    ),
    ("ablehnung", FALL[F], VERSAGT, ["wirksam (§ 12 JVollzGB III).", "Bescheid (VV Nr. 5 zu § 12 JVollzGB III)"], []),
    ("ablehnung", FALL[V], {}, ["wirksam (§ 15 JVollzGB V)."], []),
    # § 11 Abs. 2 JVollzGB IV does not reach § 44, so nothing is said of grounds of a Widerruf
    *(
        (
            kurz,
            FALL[J],
            _massnahme(J, "Arbeitsfreistellung") if kurz == "gewaehrung" else {"massnahme": "Arbeitsfreistellung"},
            [
                "Widerruf und Rücknahme. § 11 Abs. 2 JVollzGB IV gilt für Maßnahmen nach den §§ 9 und 10; für die "
                "Arbeitsfreistellung regelt § 44 Abs. 7 JVollzGB IV Widerruf und Rücknahme nicht."
            ],
            ["Die Maßnahme kann widerrufen werden", "führen."],
        )
        for kurz in ("gewaehrung", "schein")
    ),
    *(
        ("schein", FALL[art], {"massnahme": massnahme}, [f"geregelt ist ({norm}"], [])
        for art, massnahme, norm in (
            (F, "Freistellung", "VV Nr. 6.11 zu § 9 JVollzGB III)"),
            (F, "Freistellung in den letzten drei Monaten", "VV Nr. 3 zu § 89 JVollzGB III)"),
            (J, "Freistellung", "VV Nr. 6.3 zu § 9 JVollzGB IV)"),
            (V, "Freistellung", "VV Nr. 3.8 zu § 11 JVollzGB V)"),
            (V, "Freistellung zur Vorbereitung der Entlassung", "VV Nr. 3.8 zu § 11 JVollzGB V in Verbindung mit"),
        )
    ),
    # § 89 Abs. 3 and 4 JVollzGB III say "kann", also where they prepare for release
    *(
        (kurz, FALL[F], {**mehr, "zur_entlassung": True}, [], ["soll sie gewährt", "soll gewährt"])
        for massnahme in VOR_ENTLASSUNG[:3]
        for kurz, mehr in (
            ("gewaehrung", _massnahme(F, massnahme)),
            (
                "ablehnung",
                {
                    **NUR_ERMESSEN,
                    "massnahme": massnahme,
                    "regelvermutung": False,
                    "regelvermutung_norm": ...,
                    "keine_ausnahme": ...,
                },
            ),
        )
    ),
    *(
        (
            "gewaehrung",
            FALL[F],
            {**_massnahme(F, massnahme), **LEBENSLANG},
            ["zehn Jahre im Vollzug befunden haben", f"hierfür geeignet sind ({norm})."],
            ["sechs Monate"],
        )
        for massnahme, norm in (
            ("Freistellung", "§ 9 Abs. 3 Satz 2 JVollzGB III"),
            ("Arbeitsfreistellung", "§ 9 Abs. 3 Satz 2 JVollzGB III in Verbindung mit § 49 Abs. 7 Satz 2 JVollzGB III"),
        )
    ),
    (
        "ablehnung",
        FALL[F],
        {"lebenslang": True},
        [
            "nur unter den Voraussetzungen des § 9 Abs. 3 Satz 2 JVollzGB III zulässig (VV Nr. 7.4 Satz 3 "
            "zu § 9 JVollzGB III)."
        ],
        ["zehn Jahre"],
    ),
    ("gewaehrung", FALL[F], {}, ["mindestens sechs Monate im Strafvollzug"], ["zehn Jahre", "lebenslanger"]),
    # what makes the Ministry's consent necessary
    *(
        ("verlegung", FALL[art], {**ERTEILT, **mehr, "zustimmung_grund": grund}, [f"wirksam ({norm})."], [])
        for art, grund, mehr, norm in (
            (F, "Straftat und Strafe", {}, "§ 12 JVollzGB III; VV Nr. 4 zu § 7 JVollzGB III"),
            (
                F,
                "lebenslange Freiheitsstrafe",
                {"konferenz": True, "konferenz_am": "2026-04-15"},
                "§ 12 JVollzGB III; VV Nr. 6.1 Satz 3 zu § 7 JVollzGB III",
            ),
            (F, "Ausnahme von einem Ausschlussgrund", {}, "§ 12 JVollzGB III; VV Nr. 2.2 Satz 1 zu § 7 JVollzGB III"),
            (
                V,
                "Sicherungsverwahrung",
                {},
                "§ 15 JVollzGB V; VV Nr. 8.1 zu § 11 JVollzGB V in Verbindung mit VV Nr. 2.4.1 zu § 13 JVollzGB V",
            ),
            (
                V,
                "Ausnahme von einem Ausschlussgrund",
                {},
                "§ 15 JVollzGB V; VV Nr. 7.2.2 Satz 1 zu § 11 JVollzGB V in Verbindung mit VV Nr. 2.2.1 zu § 13 JVollzGB V",
            ),
        )
    ),
    (
        "verlegung",
        FALL[F],
        {
            **ERTEILT,
            "vollzugsart": J,
            "zur_entlassung": ...,
            "zustimmung_grund": "Ausnahme von einem Ausschlussgrund",
        },
        ["VV Nr. 2.2 Satz 1 zu § 7 JVollzGB III in Verbindung mit VV Nr. 2.1.4 zu § 7 JVollzGB IV)."],
        [],
    ),
    # VV Nr. 2.3.4 zu § 13 JVollzGB V: the reasons on file, of a grant and of a refusal
    ("verlegung", FALL[V], {}, ["Gewährung der Unterbringung im offenen Vollzug sind am 15. Oktober 2026 aktenkundig"], []),
    (
        "verlegung",
        "beispiel-ablehnung.json",
        {
            "vollzugsart": V,
            "zur_entlassung": ...,
            "einverstanden": False,
            "eignung_aktenkundig": True,
            "eignung_aktenkundig_am": "2026-06-30",
        },
        ["Gründe für die Ablehnung der Unterbringung im offenen Vollzug", "(VV Nr. 2.3.4 zu § 13 JVollzGB V)."],
        [],
    ),
    (
        "verlegung",
        FALL[F],
        {},
        ["Die Verlegung beruht auf § 7 Abs. 1 JVollzGB III.", "VV Nr. 7.1 Satz 3"],
        ["Abdruck", "Anhörung"],
    ),
    (
        "verlegung",
        FALL[F],
        {"zur_entlassung": True, "ermessen_verlegung": "Dafür spricht der Weg zur Arbeit."},
        ["Die Verlegung beruht auf § 89 Abs. 2 JVollzGB III.", "Dafür spricht der Weg zur Arbeit."],
        [],
    ),
    (
        "verlegung",
        "beispiel-ablehnung.json",
        {},
        ["(VV Nr. 5 zu § 12 JVollzGB III); ein Abdruck geht an das Justizministerium", "§ 109 Abs. 1 Satz 2 StVollzG"],
        ["Hinweise", "Verfahren\n"],
    ),
    (
        "verlegung",
        "beispiel-rueckverlegung.json",
        {},
        [
            "Die Verlegung beruht auf § 7 Abs. 4 JVollzGB IV.",
            "VV Nr. 2.2.4 Satz 2 zu § 7 JVollzGB IV",
            "Gelegenheit, sich zu äußern.",
        ],
        ["VV Nr. 5.2", "JVollzGB III"],
    ),
    (
        "verlegung",
        "beispiel-rueckverlegung.json",
        {
            "vollzugsart": V,
            "eignung_aktenkundig": False,
            "einverstanden": False,
            "rueckgrund": "Missbrauch",
            "ermessen_rueckverlegung": "Abgewogen.",
        },
        ["beruht auf § 81 Abs. 3 Nr. 2 JVollzGB V", "§ 81 Abs. 4 Satz 1 JVollzGB V", "VV Nr. 2.2.2 zu § 13 JVollzGB V"],
        ["§ 7 Abs"],
    ),
    # "sollen" in Books III and IV, "können" in Book V and before release
    (
        "verlegung",
        "beispiel-ablehnung.json",
        {"ablehnungsgrund": "Ermessen", "gefahr": ..., "ermessen_ablehnung": "Abgewogen."},
        [
            "Die Unterbringung im offenen Vollzug soll dann erfolgen (§ 7 Abs. 1 JVollzGB III); davon wird "
            "hier aus besonderen"
        ],
        ["beruht auf Ermessen", "§ 89 Abs. 2"],
    ),
    (
        "verlegung",
        "beispiel-ablehnung.json",
        {"ablehnungsgrund": "Ermessen", "gefahr": ..., "ermessen_ablehnung": "Abgewogen.", "zur_entlassung": True},
        ["soll dann erfolgen", "zur Vorbereitung der Entlassung steht im Ermessen (§ 89 Abs. 2 JVollzGB III)"],
        [],
    ),
    (
        "verlegung",
        "beispiel-ablehnung.json",
        {
            "vollzugsart": V,
            "eignung_aktenkundig": False,
            "zur_entlassung": ...,
            "einverstanden": True,
            "einverstanden_am": "2026-03-02",
            "ablehnungsgrund": "Ermessen",
            "gefahr": ...,
            "ermessen_ablehnung": "Abgewogen.",
        },
        ["werden Sie nicht verlegt; das beruht auf Ermessen."],
        ["besonderen Gründen"],
    ),
    (
        "verlegung",
        FALL[V],
        {},
        [
            "Die Verlegung beruht auf § 13 Abs. 3 JVollzGB V.",
            "VV Nr. 1 zu § 6 JVollzGB III in Verbindung mit VV zu § 10 JVollzGB V",
        ],
        ["sollen"],
    ),
    ("schein", FALL[F], {}, ["Freistellung (VV Nr. 7.17 zu § 9 JVollzGB III).", "spätestens 10. Mai 2026, 18 Uhr"], []),
    ("schein", FALL[F], {"weisungen": ...}, ["Weisungen sind Ihnen nicht erteilt."], ["folgende Weisungen"]),
    # § 9 JVollzGB IV: VV Nr. 1.4 leaves the Schein out
    (
        "schein",
        FALL[J],
        {"massnahme": "Freistellung"},
        ["Sie erhalten diesen Schein für Ihre Freistellung."],
        ["VV Nr. 7.17"],
    ),
    (
        "schein",
        FALL[V],
        {},
        ["VV Nr. 3.1 zu § 11 JVollzGB V in Verbindung mit VV Nr. 1.1 zu § 13 JVollzGB V"],
        ["JVollzGB III"],
    ),
]


@pytest.mark.parametrize("fall", FAELLE)
def test_nach_lage_des_falles(fall: Fall, wissen: Wissen, tmp_path: Path) -> None:
    kurz, beispiel, aenderungen, darin, nicht_darin = fall
    text = _text(kurz, _daten(kurz, beispiel, aenderungen), wissen, tmp_path / "a.docx")
    assert [satz for satz in darin if satz not in text] == []
    assert [satz for satz in nicht_darin if satz in text] == []


KEINE_REGEL = {
    kurz: f"massnahme, {feld}: Umstände, bei denen die Eignung in der Regel fehlt, nennt VV Nr. 7.9 zu § 9 JVollzGB III; "
    "auf § 88, § 89 Abs. 3 und 4 JVollzGB III und § 83 Abs. 2 JVollzGB IV erstreckt sie keine "
    "Verweisung. Nennen Sie die Tatsachen "
    "selbst."
    for kurz, feld in (("gewaehrung", "ausnahme"), ("ablehnung", "regelvermutung"))
}
FALSCH: list[tuple[str, str, dict[str, object], list[str]]] = [
    (
        "gewaehrung",
        FALL[F],
        {"einverstanden_am": ...},
        ["einverstanden_am: fehlt (nötig bei vollzugsart = „Freiheitsstrafe“ oder „Sicherungsverwahrung“)"],
    ),
    (
        "gewaehrung",
        FALL[F],
        {"auf_antrag": False, "antrag_am": ...},
        [
            "vollzugsart, massnahme, auf_antrag: Diese Freistellung wird nur auf Antrag gewährt (VV Nr. 7.15 Satz 1 zu § 9 "
            "JVollzGB III, § 49 Abs. 7 Satz 1 JVollzGB III)."
        ],
    ),
    (
        "gewaehrung",
        FALL[J],
        {"vollstreckung_gehoert_am": ...},
        [
            "vollstreckung_gehoert_am: fehlt (nötig bei massnahme = „Entlassungsfreistellung“ oder „Freistellung zur "
            "Vorbereitung der Entlassung“)"
        ],
    ),
    (
        "gewaehrung",
        FALL[V],
        {"konferenz": False, "konferenz_am": ..., "ministerium_am": "2026-07-17"},
        [
            "ministerium_am: der 17. Juli 2026 liegt nach dem 16. Juli 2026 (briefdatum)",
            "vollzugsart, massnahme, konferenz: Die Entscheidung ist in einer Konferenz vorzubereiten (VV Nr. 7.1.3 Satz 1 "
            "zu § 11 JVollzGB V).",
        ],
    ),
    (
        "ablehnung",
        FALL[V],
        {"ablehnungsgrund": "Ermessen", "gefahr": ..., "mildere_mittel": ..., "ermessen": "Abgewogen."},
        [
            "vollzugsart, massnahme, ablehnungsgrund: § 11 Abs. 2 JVollzGB V lässt kein Ermessen: Die Maßnahme wird "
            "gewährt, sobald und soweit zwingende Gründe nicht entgegenstehen."
        ],
    ),
    (
        "ablehnung",
        FALL[J],
        {**NUR_ERMESSEN, "massnahme": "Arbeitsfreistellung", "ausfuehrung": ...},
        [
            "vollzugsart, massnahme, ablehnungsgrund: § 44 Abs. 7 JVollzGB IV räumt kein Ermessen ein; "
            "abgelehnt werden darf "
            "nach Satz 2."
        ],
    ),
    *(
        (
            "ablehnung",
            FALL[J],
            {
                "massnahme": massnahme,
                "ausfuehrung": "Es wird ausgeführt." if massnahme in ANLASS else ...,
                "ablehnungsgrund": "fehlende Eignung aus anderen Gründen",
                "gefahr": ...,
            },
            [
                "vollzugsart, massnahme, ablehnungsgrund: Eignung verlangt nur § 9 Abs. 1 JVollzGB IV; hier zählt, was § 10 "
                "Abs. 2, § 44 Abs. 7 Satz 2 und § 83 Abs. 2 Satz 2 JVollzGB IV nennen (fehlende Mitwirkung: „andere "
                "Voraussetzung fehlt“)."
            ],
        )
        for massnahme in (*ANLASS, "Arbeitsfreistellung", "Entlassungsfreistellung")
    ),
    (
        "gewaehrung",
        FALL[V],
        {"ermessen_besteht": True, "ermessen": "Abgewogen."},
        [
            "vollzugsart, massnahme, ermessen_besteht: § 11 Abs. 2 JVollzGB V lässt kein Ermessen; was für die Maßnahme "
            "spricht, gehört zur Würdigung."
        ],
    ),
    (
        "gewaehrung",
        FALL[J],
        ERTEILT,
        [
            "massnahme, ministerium: Für die Entlassungsfreistellung ist keine Zustimmung vorbehalten: § 83 "
            "Abs. 2 JVollzGB IV "
            "und die Verwaltungsvorschrift dazu nennen keine."
        ],
    ),
    (
        "ablehnung",
        FALL[J],
        {**VERSAGT, "massnahme": "Entlassungsfreistellung", "ausfuehrung": ...},
        [
            "massnahme, zustimmung_versagt: Für die Entlassungsfreistellung ist keine Zustimmung vorbehalten: § 83 Abs. 2 "
            "JVollzGB IV und die Verwaltungsvorschrift dazu nennen keine."
        ],
    ),
    *(
        (
            kurz,
            FALL[F],
            {**_massnahme(F, massnahme), **AUSNAHME} if kurz == "gewaehrung" else {"massnahme": massnahme},
            [KEINE_REGEL[kurz]],
        )
        for kurz in ("gewaehrung", "ablehnung")
        for massnahme in VOR_ENTLASSUNG[:3]
    ),
    (
        "gewaehrung",
        FALL[F],
        {"lebenslang": True},
        [
            "lebenslang, massnahme, konferenz: Bei lebenslanger Freiheitsstrafe ist die Entscheidung in einer Konferenz "
            "vorzubereiten (VV Nr. 7.4 Satz 1 zu § 9 JVollzGB III).",
            "lebenslang, massnahme, ministerium: Bei lebenslanger Freiheitsstrafe bedarf die Gewährung der Zustimmung des "
            "Justizministeriums (VV Nr. 7.4 Satz 4 zu § 9 JVollzGB III).",
        ],
    ),
    ("gewaehrung", FALL[F], {"lebenslang": ...}, ["lebenslang: fehlt (nötig bei vollzugsart = „Freiheitsstrafe“)"]),
    (
        "verlegung",
        FALL[F],
        {**ERTEILT, "zustimmung_grund": "lebenslange Freiheitsstrafe"},
        [
            "zustimmung_grund, konferenz: Bei lebenslanger Freiheitsstrafe ist die Entscheidung in einer "
            "Konferenz vorzubereiten "
            "(VV Nr. 6.1 Satz 1 zu § 7 JVollzGB III)."
        ],
    ),
    (
        "verlegung",
        FALL[V],
        {"zustimmung_grund": "Straftat und Strafe"},
        [
            "vollzugsart, zustimmung_grund: In der Sicherungsverwahrung kommt es darauf nicht an (VV Nr. "
            "8.1 zu § 11 JVollzGB V "
            "über VV Nr. 2.4.1 zu § 13 JVollzGB V)."
        ],
    ),
    (
        "verlegung",
        FALL[V],
        {"eignung_aktenkundig_am": ...},
        ["eignung_aktenkundig_am: fehlt (nötig bei eignung_aktenkundig = true)"],
    ),
    (
        "ablehnung",
        FALL[F],
        {"ablehnungsgrund": "andere zwingende Gründe", "gefahr": ...},
        ["vollzugsart, ablehnungsgrund: Von zwingenden Gründen spricht nur § 11 Abs. 2 JVollzGB V."],
    ),
    ("ablehnung", FALL[V], {"versagt_am": ...}, ["versagt_am: fehlt (nötig bei zustimmung_versagt = true)"]),
    (
        "verlegung",
        FALL[V],
        {"einverstanden": False, "einverstanden_am": ...},
        [
            "vollzugsart, art_der_entscheidung, einverstanden: In den offenen Vollzug können Untergebrachte nur mit ihrer "
            "Zustimmung verlegt werden (§ 13 Abs. 3 JVollzGB V)."
        ],
    ),
    (
        "verlegung",
        "beispiel-rueckverlegung.json",
        {"rueckgrund": "für die Behandlung notwendig", "ermessen_rueckverlegung": "Abgewogen."},
        ["vollzugsart, rueckgrund: Diesen Grund kennt nur § 7 Abs. 2 Satz 3 JVollzGB III."],
    ),
    (
        "verlegung",
        "beispiel-rueckverlegung.json",
        {"gehoert_am": ...},
        ["gehoert_am: fehlt (nötig bei art_der_entscheidung = „Rückverlegung in den geschlossenen Vollzug“)"],
    ),
    (
        "schein",
        FALL[F],
        {"belehrt_am": "2026-05-09"},
        ["belehrt_am: der 9. Mai 2026 liegt nach dem 8. Mai 2026 (freistellung.beginn)"],
    ),
]


@pytest.mark.parametrize(("kurz", "beispiel", "aenderungen", "erwartet"), FALSCH)
def test_was_nicht_sein_kann(
    kurz: str, beispiel: str, aenderungen: dict[str, object], erwartet: list[str], wissen: Wissen
) -> None:
    with pytest.raises(DatenFehler) as gefangen:
        pruefe(VORLAGEN[kurz], _daten(kurz, beispiel, aenderungen), wissen)
    assert [problem.replace(NB, " ") for problem in gefangen.value.probleme] == erwartet
