"""Notices written by hand, one for each Regime: good as they stand, and altered in one place each."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from schreibtisch import NAMEN, VERGLICHEN_BIS, Kurz, befunde, geaendert, geprueft, schreiben

from normen.vollstaendigkeit import PRUEFPUNKTE, Regime, Vorgaben, Vorhanden
from normen.wissen import Wissen

DISZIPLIN = "freiheitsstrafe-disziplinarmassnahme"
JUGEND = "jugendstrafe-widerruf"
UHAFT = "untersuchungshaft-anhalten"
SV = "sicherungsverwahrung-widerruf"
SOZIAL = "sozialverwaltung-aufhebung"
ALLGEMEIN = "allgemeine-verwaltung-widerruf"
#: The headings of these notices.
KOEPFE = (
    r"(?:\d\. )?(?:D i s z i p l i n a r v e r f ü g u n g|Bescheid|Gründe|G r ü n d e|Begründung|Sachverhalt|Anhörung"
    r"|Rechtliche Würdigung|Rechtsbehelfe?|Rechtsbehelfsbelehrung|Rechtsmittelbelehrung)"
)
WIEDER: Kurz = ("wiedereinsetzung", "PASST_NICHT")

#: Questions that nobody can answer from the document, though it is as good as can be.
FRAGEN: dict[str, set[Kurz]] = {
    SOZIAL: {("rechtsgrundlage", "ZU_PRUEFEN")},
    ALLGEMEIN: {("rechtsgrundlage", "ZU_PRUEFEN"), ("rechtsbehelf", "ZU_PRUEFEN")},
}


@pytest.mark.parametrize("name", NAMEN)
def test_ein_gutes_schreiben_hat_keinen_befund_als_was_niemand_wissen_kann(name: str, wissen: Wissen) -> None:
    bericht = geprueft(wissen, schreiben(name))
    assert befunde(bericht) == FRAGEN.get(name, set())
    assert bericht.regime is not None
    assert name.startswith(bericht.regime.value)
    assert bericht.datum is not None


@pytest.mark.parametrize("name", NAMEN)
def test_gesucht_und_gefunden_ist_alles_was_dasteht(name: str, wissen: Wissen) -> None:
    gefunden = {v.teil for v in geprueft(wissen, schreiben(name)).vorhanden}
    nicht_noetig = {
        UHAFT: {"rechtsbehelfsfrist", "rechtsbehelfsform"},  # § 119a StPO sets neither
        SOZIAL: {"ermessen"},  # whether there is any, the text that is not loaded says
        ALLGEMEIN: {"ermessen", "rechtsbehelfsform"},  # § 58 Abs. 1 VwGO asks for no form
    }
    nie = {"vollzugsart", "stand", "wiedereinsetzung"}  # asked only; named by none of them
    gefragt = {teil for teil, _ in FRAGEN.get(name, set())}
    assert gefunden == {p.kuerzel for p in PRUEFPUNKTE} - nie - gefragt - nicht_noetig.get(name, set())


@pytest.mark.parametrize("name", NAMEN)
def test_jede_stelle_steht_unter_der_genannten_ueberschrift(name: str, wissen: Wissen) -> None:
    text = schreiben(name)
    for vorhanden in geprueft(wissen, text).vorhanden:
        wo, kopf = re.fullmatch(r"(?:(vor|unter) „(.+)“|am Schluss)", vorhanden.ort).groups()  # type: ignore[union-attr]
        gelesen = zwischen(text, wo, kopf)
        assert " ".join(vorhanden.stelle.split()) in " ".join(gelesen.split()), vorhanden


def zwischen(text: str, wo: str | None, kopf: str | None) -> str:
    """Return what stands before a heading, below it up to the next, or from the first line of the close on."""
    koepfe = [t.start() for t in re.finditer(rf"^(?:{KOEPFE})\W*$", text, re.MULTILINE | re.IGNORECASE)]
    schluss = re.search(r"^(?:Mit freundlichen Grüßen|Im Auftrag|In Vertretung|gez\.)", text, re.MULTILINE)
    assert schluss
    if not kopf:
        return text[schluss.start() :]
    ab = text.index(f"\n{kopf}") + 1
    assert ab in koepfe, kopf
    if wo == "vor":
        return text[:ab]
    return text[ab : min((k for k in (*koepfe, schluss.start()) if k > ab), default=len(text))]


#: Name, words, what stands in their place, what is found beside the questions.
GEAENDERT: list[tuple[str, str, str, set[Kurz]]] = [
    # authority, addressee, date
    (UHAFT, "JVA Lautenbrunn   ", "                  ", {("behoerde", "FEHLT")}),
    (ALLGEMEIN, "Landratsamt Hohenried\nOrdnungsamt\n", "", {("behoerde", "FEHLT")}),
    (
        JUGEND,
        "Herrn\nJonas Fink\nJugendstrafanstalt Steinach, Wohngruppe 3\nTalweg 9\n79995 Steinach\n",
        "",
        {("empfaenger", "UNVOLLSTAENDIG")},
    ),
    (SV, "Herrn Bernd Krähe, geboren am 8. August 1961", "", {("empfaenger", "FEHLT")}),
    (SV, ", geboren am 8. August 1961", "", {("empfaenger", "UNVOLLSTAENDIG")}),
    (DISZIPLIN, "Lautenbrunn, den 03.03.2026", "", {("datum", "FEHLT"), ("stand", "ZU_PRUEFEN")}),
    (UHAFT, "Lautenbrunn, 17. Juni 2026", "", {("datum", "FEHLT"), ("stand", "ZU_PRUEFEN")}),
    (JUGEND, "Datum: 5. Mai 2026", "Zeichen: 5/26", {("datum", "FEHLT"), ("stand", "ZU_PRUEFEN")}),
    # decision
    (DISZIPLIN, "angeordnet.\n\nG r ü n d e", "besprochen.\n\nG r ü n d e", {("entscheidung", "FEHLT")}),
    (UHAFT, "wird angehalten", "ist eingegangen", {("entscheidung", "FEHLT")}),
    (UHAFT, "wird angehalten", "wird angehalten, weil es die Sicherheit gefährdet", set()),
    (UHAFT, "Gründe:\nDas Schreiben enthält", "Dies beruht auf folgenden Erwägungen: Das Schreiben enthält", set()),
    (JUGEND, "hiermit widerrufe ich die Ihnen", "wir sprachen über die Ihnen", {("entscheidung", "FEHLT")}),
    # legal basis
    (
        JUGEND,
        "Rechtsgrundlage ist § 11 Abs. 2 Satz 1 Nr. 2 JVollzGB IV.",
        "",
        {("rechtsgrundlage", "FEHLT"), ("vollzugsart", "ZU_PRUEFEN")},
    ),
    (SV, "§ 81 Abs. 3 Nr. 2 JVollzGB V", "§ 481 Abs. 3 JVollzGB V", {("zitate", "PASST_NICHT")}),
    (SV, "§ 81 Abs. 3 Nr. 2 JVollzGB V", "VV Nr. 3 zu § 81 JVollzGB V", {("rechtsgrundlage", "ZU_PRUEFEN")}),
    (UHAFT, "§ 19 Abs. 1 Nr. 1 JVollzGB II", "§ 2 Abs. 2 JVollzGB II", {("rechtsgrundlage", "ZU_PRUEFEN")}),
    (
        JUGEND,
        "gewährten Ausgänge.",
        "gewährten Ausgänge (§ 9 JVollzGB III).",
        {("rechtsgrundlage", "PASST_NICHT")},
    ),
    (JUGEND, "gewährten Ausgänge.", "gewährten Ausgänge (§ 9 JVollzGB III, § 10 JVollzGB IV).", set()),
    # reasons, facts, discretion, hearing
    (DISZIPLIN, "G r ü n d e :\n\nI.\n", "", set()),
    (
        UHAFT,
        "Das Schreiben enthält eine Zeichnung der Hofmauer mit den Standorten der Kameras; es\n"
        "wurde am 12. Juni 2026 in der "
        "Briefkontrolle festgestellt. ",
        "",
        {("sachverhalt", "FEHLT")},
    ),
    (
        SV,
        "Bei der Kontrolle am 2. September 2026 wurde auf dem Gerät eine gesperrte Anwendung\ngefunden.\n",
        "",
        {("gruende", "UNVOLLSTAENDIG")},
    ),
    (SV, "das vollzugliche Interesse an der\nAufhebung überwiegt.", "so entschieden wir.", set()),
    (
        UHAFT,
        " Bei der\nAbwägung hat Ihr Interesse am ungehinderten Schriftwechsel zurückzutreten; ein\n"
        "Begleitschreiben als milderes "
        "Mittel genügt nicht.",
        "",
        {("ermessen", "FEHLT")},
    ),
    (
        JUGEND,
        "Für Sie spricht,\ndass die ersten drei Ausgänge ohne Beanstandung verliefen. Die Dauer der Verspätung\n"
        "überwiegt; ein "
        "kürzerer Ausgang als milderes Mittel reicht nicht aus.",
        "",
        {("ermessen", "ZU_PRUEFEN")},
    ),
    (
        UHAFT,
        "Bei der\nAbwägung hat Ihr Interesse am ungehinderten Schriftwechsel zurückzutreten; ein\n"
        "Begleitschreiben als milderes "
        "Mittel genügt nicht.",
        "Ein Ermessen bestand nicht.",
        {("ermessen", "PASST_NICHT")},
    ),
    (
        DISZIPLIN,
        "Sie wurden am 02.03.2026 zu dem Vorwurf gehört und haben angegeben, provoziert\n"
        "worden zu sein. Die Einlassung ist in "
        "der Niederschrift vermerkt.\n",
        "",
        {("anhoerung", "FEHLT")},
    ),
    (
        JUGEND,
        "Sie hatten am 4. Mai 2026 Gelegenheit, sich zu äußern. Sie haben sich dazu nicht\ngeäußert.\n",
        "",
        {("anhoerung", "FEHLT")},
    ),
    (
        SV,
        "Am 4. September 2026 haben Sie sich mündlich geäußert und den Fund eingeräumt.",
        "Nichts.",
        {("anhoerung", "FEHLT")},
    ),
    (UHAFT, " Dazu wurden Sie am 15. Juni 2026 angehört.", "", {("anhoerung", "ZU_PRUEFEN")}),
    (
        SOZIAL,
        "Zu der Absicht, die Bewilligung aufzuheben, wurden Sie am 12. April 2026 angehört.",
        "",
        {("anhoerung", "ZU_PRUEFEN")},
    ),
    # which remedy
    (
        JUGEND,
        "gerichtliche Entscheidung beantragen (§ 92 Abs. 1 JGG)",
        "Widerspruch einlegen",
        {("rechtsbehelf", "PASST_NICHT")},
    ),
    (
        SV,
        "Ein Widerspruch ist nicht statthaft.",
        "Sie können auch Klage beim Gericht erheben.",
        {("rechtsbehelf", "PASST_NICHT")},
    ),
    (
        SV,
        "Ein Widerspruch ist nicht statthaft.",
        "Auch sofortige Beschwerde ist möglich.",
        {("rechtsbehelf", "PASST_NICHT")},
    ),
    (DISZIPLIN, "Er hat keine aufschiebende Wirkung.", "Er hat aufschiebende Wirkung.", {("rechtsbehelf", "PASST_NICHT")}),
    (DISZIPLIN, "Rechtsmittelbelehrung:\n", "", {("rechtsbehelf", "UNVOLLSTAENDIG")}),
    (
        ALLGEMEIN,
        "Widerspruch beim\nLandratsamt Hohenried, Kreuzplatz 2, 79980 Hohenried, eingelegt",
        "Klage beim\nVerwaltungsgericht Hohenried, Kreuzplatz 5, 79980 Hohenried, erhoben",
        set(),
    ),
    # period and its beginning
    (DISZIPLIN, "binnen 14 Tagen", "innerhalb eines Monats", {("rechtsbehelfsfrist", "PASST_NICHT")}),
    (DISZIPLIN, "binnen 14 Tagen", "binnen zweier Wochen", set()),
    (DISZIPLIN, "binnen 14 Tagen ", "", {("rechtsbehelfsfrist", "FEHLT")}),
    (DISZIPLIN, "nach Zustellung oder schriftlicher\nBekanntgabe ", "", {("rechtsbehelfsfrist", "UNVOLLSTAENDIG")}),
    (
        DISZIPLIN,
        "nach Zustellung oder schriftlicher\nBekanntgabe",
        "ab dem Datum dieser Verfügung",
        {("rechtsbehelfsfrist", "PASST_NICHT")},
    ),
    (DISZIPLIN, "nach Zustellung oder schriftlicher\nBekanntgabe", "nach Erhalt", {("rechtsbehelfsfrist", "ZU_PRUEFEN")}),
    (
        UHAFT,
        "gerichtliche Entscheidung beantragen\n(",
        "binnen zwei Wochen gerichtliche Entscheidung beantragen\n(",
        {("rechtsbehelfsfrist", "PASST_NICHT")},
    ),
    (SOZIAL, "innerhalb eines Monats", "innerhalb von vier Wochen", {("rechtsbehelfsfrist", "PASST_NICHT")}),
    (ALLGEMEIN, "innerhalb eines Monats", "innerhalb von zwei Wochen", {("rechtsbehelfsfrist", "PASST_NICHT")}),
    # a missed period
    *(
        (
            name,
            ende,
            f"{ende}\nWird die Frist ohne Verschulden versäumt, kann {wann} Wiedereinsetzung beantragt werden.\n",
            befund,
        )
        for name, ende, wann, befund in [
            (DISZIPLIN, "keine aufschiebende Wirkung.", "", set()),
            (DISZIPLIN, "keine aufschiebende Wirkung.", "binnen zwei Wochen nach Wegfall des Hindernisses", set()),
            (DISZIPLIN, "keine aufschiebende Wirkung.", "binnen eines Monats nach Wegfall des Hindernisses", {WIEDER}),
            (DISZIPLIN, "keine aufschiebende Wirkung.", "binnen einer Woche nach Wegfall des Hindernisses", {WIEDER}),
            (JUGEND, "79980 Hohenried, zu stellen.", "innerhalb von 14 Tagen nach Wegfall des Hindernisses", set()),
            (JUGEND, "79980 Hohenried, zu stellen.", "binnen eines Monats nach Wegfall des Hindernisses", {WIEDER}),
            (SV, "Ein Widerspruch ist nicht statthaft.", "binnen vier Wochen nach Wegfall des Hindernisses", {WIEDER}),
            (SV, "Ein Widerspruch ist nicht statthaft.", "längstens ein Jahr nach Ende der versäumten Frist", set()),
            (SV, "Ein Widerspruch ist nicht statthaft.", "längstens zwei Jahre nach Ende der versäumten Frist", {WIEDER}),
            (SOZIAL, "79980 Hohenried, einzureichen.", "innerhalb eines Monats nach Wegfall des Hindernisses", set()),
            (SOZIAL, "79980 Hohenried, einzureichen.", "binnen zwei Wochen nach Wegfall des Hindernisses", {WIEDER}),
            (ALLGEMEIN, "79980 Hohenried, eingelegt werden.", "binnen zwei Wochen nach Wegfall des Hindernisses", set()),
            (ALLGEMEIN, "79980 Hohenried, eingelegt werden.", "binnen eines Monats nach Wegfall des Hindernisses", {WIEDER}),
            (UHAFT, "kann vorläufige Anordnungen treffen.", "binnen einer Woche nach Wegfall des Hindernisses", {WIEDER}),
        ]
    ),
    (
        ALLGEMEIN,
        "79980 Hohenried, eingelegt werden.",
        "79980 Hohenried, eingelegt werden.\nWird die Frist von einem Monat versäumt, ist Wiedereinsetzung möglich. "
        "Der Antrag ist binnen zwei Wochen zu stellen.",
        set(),
    ),
    (
        DISZIPLIN,
        "keine aufschiebende Wirkung.",
        "keine aufschiebende Wirkung. War jemand verhindert, die Frist von drei Wochen einzuhalten, gilt § 112 StVollzG.",
        {WIEDER},
    ),
    # form
    (
        SV,
        "schriftlich oder zu Protokoll der Geschäftsstelle beim",
        "schriftlich beim",
        {("rechtsbehelfsform", "UNVOLLSTAENDIG")},
    ),
    (SOZIAL, "schriftlich, in elektronischer Form oder", "schriftlich oder", {("rechtsbehelfsform", "UNVOLLSTAENDIG")}),
    (ALLGEMEIN, "Widerspruch beim", "schriftlich Widerspruch beim", {("rechtsbehelfsform", "UNVOLLSTAENDIG")}),
    # court and seat
    (
        JUGEND,
        "Jugendkammer des",
        "Strafvollstreckungskammer des",
        {("rechtsbehelfsstelle", "PASST_NICHT")},
    ),
    (
        DISZIPLIN,
        "Landgericht\nHohenried – Strafvollstreckungskammer –,",
        "Verwaltungsgericht Hohenried,",
        {("rechtsbehelfsstelle", "PASST_NICHT")},
    ),
    (
        DISZIPLIN,
        " – Strafvollstreckungskammer –, Schlossplatz 1, 79980 Hohenried,",
        " – Strafvollstreckungskammer –",
        {("rechtsbehelfsstelle", "UNVOLLSTAENDIG")},
    ),
    (
        JUGEND,
        "des Landgerichts Hohenried, Schlossplatz 1, 79980 Hohenried,",
        "des zuständigen Landgerichts",
        {("rechtsbehelfsstelle", "UNVOLLSTAENDIG")},
    ),
    (
        UHAFT,
        "das Amtsgericht Lautenbrunn, Marktgasse 12,\n79990 Lautenbrunn, zu richten, das",
        "das Gericht zu richten, das",
        {("rechtsbehelfsstelle", "UNVOLLSTAENDIG")},
    ),
    (
        UHAFT,
        "das Amtsgericht Lautenbrunn",
        "die Strafvollstreckungskammer des Landgerichts Hohenried",
        {("rechtsbehelfsstelle", "PASST_NICHT")},
    ),
    (
        SOZIAL,
        "bei\ndem Jobcenter Landkreis Hohenried, Bahnhofstraße 20, 79980 Hohenried, einzureichen",
        "einzureichen",
        {("rechtsbehelfsstelle", "FEHLT")},
    ),
    (
        SOZIAL,
        "Hohenried, Bahnhofstraße 20, 79980 Hohenried, einzureichen",
        "Hohenried einzureichen",
        {("rechtsbehelfsstelle", "UNVOLLSTAENDIG")},
    ),
    # signature
    (DISZIPLIN, "gez. Berger\nVollzugsabteilungsleiter\n", "", {("unterschrift", "FEHLT")}),
    (UHAFT, "Sommer\nRegierungsinspektorin\n", "", {("unterschrift", "FEHLT")}),
    (UHAFT, "Sommer\nRegierungsinspektorin\n", "Sommer, Regierungsinspektorin\n", set()),
    (
        SOZIAL,
        "Im Auftrag\n\nElster\n",
        "Dieser Bescheid wurde maschinell erstellt und ist ohne Unterschrift gültig.\n",
        {("unterschrift", "ZU_PRUEFEN")},
    ),
]


@pytest.mark.parametrize(
    ("name", "alt", "neu", "erwartet"), GEAENDERT, ids=lambda x: str(x)[:30] if isinstance(x, str) else ""
)
def test_was_geaendert_ist_wird_gefunden_und_sonst_nichts(
    name: str, alt: str, neu: str, erwartet: set[Kurz], wissen: Wissen
) -> None:
    assert befunde(geprueft(wissen, geaendert(schreiben(name), alt, neu))) == erwartet | FRAGEN.get(name, set())


@pytest.mark.parametrize("name", NAMEN)
def test_ohne_belehrung_fehlt_sie_und_sonst_nichts(name: str, wissen: Wissen) -> None:
    text = schreiben(name)
    ab = re.search(r"^Rechts(?:behelf|mittel|behelfs)\w*:?$", text, re.MULTILINE | re.IGNORECASE)
    ende = re.search(r"^(?:Mit freundlichen|Im Auftrag|In Vertretung|gez\.)", text, re.MULTILINE)
    assert ab
    assert ende
    ohne = text[: ab.start()] + text[ende.start() :]
    erwartet = FRAGEN.get(name, set()) - {("rechtsbehelf", "ZU_PRUEFEN")} | {("rechtsbehelf", "FEHLT")}
    assert befunde(geprueft(wissen, ohne)) == erwartet


def test_jede_art_von_befund_hat_ein_schlechtes_schreiben() -> None:
    gefunden = {teil for _, _, _, erwartet in GEAENDERT for teil, _ in erwartet}
    assert gefunden == {p.kuerzel for p in PRUEFPUNKTE}


@pytest.mark.parametrize(
    ("name", "alt", "neu", "vorgaben", "erwartet"),
    [
        (JUGEND, "Rechtsgrundlage ist § 11 Abs. 2 Satz 1 Nr. 2 JVollzGB IV.", "", Vorgaben(regime=Regime.JUGENDSTRAFE),
         {("rechtsgrundlage", "FEHLT"), ("rechtsbehelf", "ZU_PRUEFEN")}),  # of which Land is not known either
        (JUGEND, "Rechtsgrundlage ist § 11 Abs. 2 Satz 1 Nr. 2 JVollzGB IV.", "",
         Vorgaben(regime=Regime.JUGENDSTRAFE, land="bw"),
         {("rechtsgrundlage", "FEHLT")}),
        (JUGEND, "Steinach\nDie", "Steinach\nDie", Vorgaben(regime=Regime.FREIHEITSSTRAFE),
         {("rechtsgrundlage", "PASST_NICHT"), ("rechtsbehelfsstelle", "PASST_NICHT")}),
        (JUGEND, "Steinach\nDie", "Steinach\nDie", Vorgaben(land="nw"),
         {("rechtsgrundlage", "PASST_NICHT"), ("rechtsbehelf", "ZU_PRUEFEN")}),
        (UHAFT, "Lautenbrunn, 17. Juni 2026", "Lautenbrunn, 17. Juni 2019", Vorgaben(), {("stand", "ZU_PRUEFEN")}),
    ],
)  # fmt: skip
def test_was_angegeben_ist_gilt(
    name: str, alt: str, neu: str, *, vorgaben: Vorgaben, erwartet: set[Kurz], wissen: Wissen
) -> None:
    vorgaben = replace(vorgaben, stand=VERGLICHEN_BIS)
    assert befunde(geprueft(wissen, geaendert(schreiben(name), alt, neu), vorgaben)) == erwartet


def test_zwei_vollzugsarten_werden_gefragt_nicht_geraten(wissen: Wissen) -> None:
    text = geaendert(schreiben(SV), "JVollzGB V", "JVollzGB V und § 11 Abs. 2 Satz 1 Nr. 2 JVollzGB III")
    bericht = geprueft(wissen, text)
    assert bericht.regime is None
    assert bericht.regime_grund == "mehrdeutig: JVollzGB III, JVollzGB V"
    assert ("vollzugsart", "ZU_PRUEFEN") in befunde(bericht)


def test_ein_befund_sagt_wo_warum_wonach_und_was_zu_tun_ist(wissen: Wissen) -> None:
    text = geaendert(schreiben(DISZIPLIN), "binnen 14 Tagen", "binnen eines Monats")
    (f,) = geprueft(wissen, text).feststellungen
    assert (f.ort, f.norm) == ("unter „Rechtsmittelbelehrung“", "§ 112 Abs. 1 StVollzG")
    assert f.fundort == "unter „Rechtsmittelbelehrung“, „Gegen diese Verfügung kann binnen eines …“"
    assert f.grund == "Die Frist beträgt nicht „eines Monats“, sondern: zwei Wochen."
    assert f.schritt == "Berichtigen Sie die Frist."
    assert f.stelle.startswith("Gegen diese Verfügung kann binnen eines Monats")


@pytest.mark.parametrize("text", ["", " \n\n", "\x00", "Gegen", "Gründe", "Rechtsbehelfsbelehrung:", "§", "gez.", "Frau\n"])
def test_leeres_und_seltsames_wird_geprueft_wie_anderes(text: str, wissen: Wissen) -> None:
    bericht = geprueft(wissen, text)
    assert {("rechtsbehelf", "FEHLT"), ("entscheidung", "FEHLT")} <= befunde(bericht)
    assert not [v for v in bericht.vorhanden if isinstance(v, Vorhanden) and v.teil == "rechtsbehelf"]


@pytest.mark.parametrize(
    ("name", "alt", "neu", "erwartet"), GEAENDERT, ids=lambda x: str(x)[:30] if isinstance(x, str) else ""
)
def test_ein_teil_hat_einen_zustand(name: str, alt: str, neu: str, erwartet: set[Kurz], wissen: Wissen) -> None:
    bericht = geprueft(wissen, geaendert(schreiben(name), alt, neu))
    vorhanden = [v.teil for v in bericht.vorhanden]
    assert not {teil for teil, _ in erwartet} & set(vorhanden)
    assert len(vorhanden) == len(set(vorhanden))
