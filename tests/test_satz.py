"""Where a Satz ends: the places lawyers count, beside full stops that end nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normen import satz as modul
from normen.satz import ABKUERZUNGEN, satz_ist_zu, satzgrenzen


def saetze(text: str) -> list[str]:
    return [text[ab:bis] for ab, bis in satzgrenzen(text)]


#: Sätze of the corpus, by the Einheit they were printed in; one line each.
KORPUS = {
    # Plain ends, and brackets that belong to the Satz they close.
    "§ 2 Abs. 1 JVollzGB III": """\
Die Gefangenen sind unter Achtung ihrer Grund- und Menschenrechte zu behandeln.
Niemand darf unmenschlicher oder erniedrigender Behandlung unterworfen werden.""",
    "§ 49 Abs. 2 JVollzGB III": """\
Üben Gefangene eine zugewiesene Arbeit oder eine Hilfstätigkeit aus, so erhalten sie ein Arbeitsentgelt.
Der Bemessung des Arbeitsentgelts sind neun Prozent der Bezugsgröße nach § 18 des Vierten Buchs Sozialgesetzbuch \
zu Grunde zu legen (Eckvergütung).
Ein Tagessatz ist der zweihundertfünfzigste Teil der Eckvergütung; das Arbeitsentgelt kann nach einem \
Stundensatz bemessen werden.""",
    "VV Nr. 1.1 zu § 18 JVollzGB III": """\
Die Bemessung des Betrages für den Einkauf nach § 18 Abs. 3 JVollzGB III richtet sich nach den Umständen des \
Einzelfalles.
Dabei sind insbesondere die Höhe des der oder dem Gefangenen bisher zur Verfügung stehenden Hausgeldes, die Höhe \
des noch anzusparenden Überbrückungsgeldes, besondere persönliche Bedürfnisse (z. B. wegen Krankheit oder \
Behinderung) und der Wert der beim Zugang belassenen Nahrungs- und Genussmittel sowie das bisher zur Verfügung \
stehende Sondergeld (§ 54 Abs. 1 JVollzGB III) zu berücksichtigen.""",
    # A semicolon ends no Satz (Handbuch der Rechtsförmlichkeit: what follows is a Halbsatz).
    "§ 26 Abs. 1 Nr. 6 JVollzGB III": """\
sie in Geheimschrift, unlesbar, unverständlich oder ohne zwingenden Grund in einer fremden Sprache abgefasst \
sind; ein zwingender Grund zur Abfassung eines Schreibens in fremder Sprache liegt in der Regel nicht vor bei \
einem Schriftwechsel zwischen deutschen Gefangenen und Dritten, die die deutsche Staatsangehörigkeit besitzen \
oder ihren Lebensmittelpunkt im Geltungsbereich des Grundgesetzes haben.""",
    # Full stops of citations and places of publication, and Sätze that begin with a citation.
    "§ 28 Abs. 2 JVollzGB I": """\
Für die Benennung, Stellung und die Aufgaben der oder des behördlichen Datenschutzbeauftragten gelten §§ 5, 6 \
Absatz 1 bis 3, Absatz 4 Satz 1, Absatz 5 und 6, § 7 Absatz 1 Satz 1, Absatz 2 und 3 des \
Bundesdatenschutzgesetzes (BDSG) entsprechend.
Die Möglichkeiten zur Kündigung des Arbeitsverhältnisses der oder des behördlichen Datenschutzbeauftragten aus \
anderen Gründen bleiben unberührt.""",
    "§ 33 Abs. 2 JVollzGB II": """\
Der Anspruch auf Beihilfe zu den Reisekosten und die ausgezahlte Reisebeihilfe sind unpfändbar.
Für den Anspruch auf Überbrückungsbeihilfe und für Bargeld nach Auszahlung einer Überbrückungsbeihilfe an \
Untersuchungsgefangene gilt § 52 Abs. 4 Satz 1 und 3, Abs. 5 des Dritten Buchs entsprechend.""",
    "§ 45 Abs. 1 JVollzGB III": """\
Gefangenen soll gestattet werden, einer Arbeit, Berufsausbildung oder beruflichen Weiterbildung auf der \
Grundlage eines freien Beschäftigungsverhältnisses außerhalb der Justizvollzugsanstalt nachzugehen, wenn dies im \
Rahmen des Vollzugsplans dem Ziel dient, Fähigkeiten für eine Erwerbstätigkeit nach der Entlassung zu \
vermitteln, zu erhalten oder zu fördern und nicht überwiegende Gründe des Vollzugs entgegenstehen.
§ 9 Abs. 1 und Abs. 2 Nr. 1 sowie die §§ 11 und 12 bleiben unberührt.""",
    "§ 61 Abs. 3 JVollzGB I": """\
Die Verantwortung für die Zulässigkeit der Übermittlung personenbezogener Daten trägt die Justizvollzugsanstalt.
Erfolgt die Übermittlung an eine öffentliche Stelle im Geltungsbereich des Grundgesetzes auf deren Ersuchen, \
trägt diese die Verantwortung und erteilt erforderlichenfalls die Informationen nach Artikel 14 der Verordnung \
(EU) 2016/679.
Die Justizvollzugsanstalt hat im Falle des Satz 2 lediglich zu prüfen, ob das Übermittlungsersuchen im Rahmen \
der Aufgaben der ersuchenden öffentlichen Stelle liegt.
Die Rechtmäßigkeit des Ersuchens prüft sie nur, wenn im Einzelfall hierzu Anlass besteht.""",
    "§ 73 Abs. 1 Satz 2 JVollzGB I": """\
Personen, die keine Amtsträger sind, sind bei der Aufnahme ihrer Tätigkeit nach dem Verpflichtungsgesetz vom 2. \
März 1974 (BGBl. I S. 469, 547), das durch § 1 Nummer 4 des Gesetzes vom 15. August 1974 (BGBl. I S. 1942) \
geändert worden ist, in der jeweils geltenden Fassung auf das Datengeheimnis zu verpflichten.""",
    "§ 27 Abs. 1 Satz 2 JVollzGB I": """\
Die Vorschriften dienen auch der Umsetzung der Richtlinie (EU) 2016/680 des Europäischen Parlamentes und des \
Rates vom 27. April 2016 zum Schutz natürlicher Personen bei der Verarbeitung personenbezogener Daten durch die \
zuständigen Behörden zum Zwecke der Verhütung, Ermittlung, Aufdeckung oder Verfolgung von Straftaten oder der \
Strafvollstreckung sowie zum freien Datenverkehr und zur Aufhebung des Rahmenbeschlusses 2008/977/JI des Rates \
(ABl. L 119 vom 4. 5. 2016, S. 89) sowie der Anpassung an die Verordnung (EU) 2016/679 des Europäischen \
Parlamentes und des Rates vom 27. April 2016 zum Schutz natürlicher Personen bei der Verarbeitung \
personenbezogener Daten, zum freien Datenverkehr und zur Aufhebung der Richtlinie 95/46/EG \
(Datenschutz-Grundverordnung) (ABl. L 119 vom 4. 5. 2016 S. 1, ber. ABl. L 314 vom 22. 11. 2016, S. 72 und ABl. \
L 127 vom 23. 5. 2018, S. 2).""",
    "VV Nr. 1.3 Satz 2 zu § 24 JVollzGB III": """\
Die Tätigkeit in einer Strafsache umfasst nicht nur die Verteidigung in einem Straf- oder \
Wiederaufnahmeverfahren, sondern auch Einwendungen gegen die Vollstreckung, Anträge nach §§ 23 ff. EGGVG und \
nach §§ 109 ff. StVollzG.""",
    "VV Nr. 3.1 zu § 51 JVollzGB III": """\
Gefangenen muss regelmäßig gemäß § 51 Abs. 1 Satz 3 JVollzGB III ein Betrag verbleiben, der dem mittleren \
Arbeitsentgelt in den Justizvollzugsanstalten, das heißt dem Arbeitsentgelt der Vergütungsstufe III gem. § 1 \
Abs. 1 JVollzVergO entspricht.""",
    "VV Nr. 3 zu § 26 JVollzGB III": """\
Angehaltene Schreiben, die Kenntnisse über Sicherungsvorkehrungen einer Justizvollzugsanstalt vermitteln, dürfen \
auch vernichtet werden (vgl. § 63 Abs. 4 JVollzGB III).""",
    "VV Nr. 8.2.2 zu § 9 JVollzGB IV": """\
bereits zwölf Monate vor dem Sieben-Zwölftel-Zeitpunkt, sofern sich die oder der junge Gefangene nicht bereits \
vor dem laufenden Freiheitsentzug wegen einer in Nummer 8.1. bezeichneten Straftat wenigstens ein Jahr zur \
Verbüßung einer Jugendstrafe im Strafvollzug befunden hat.""",
    # Abbreviations of running text, spaced and not.
    "VV Nr. 3.1 zu § 9 JVollzGB III": """\
Freigang kann auch in der Weise angeordnet werden, dass ein Dritter schriftlich oder elektronisch verpflichtet \
wird, die Justizvollzugsanstalt unverzüglich zu benachrichtigen, wenn die oder der Gefangene an der \
Beschäftigungsstelle nicht rechtzeitig erscheint, sich ohne Erlaubnis entfernt oder sonst ein besonderer Anlass \
(z. B. Erkrankung, Trunkenheit) hierzu besteht.""",
    "VV Nr. 1.1.1.1 zu § 7 JVollzGB IV": """\
„Projekt Chance“ in Creglingen-Frauental (Träger: Projekt Chance e. V.; Betreiber: Christliches Jugenddorfwerk \
Deutschlands e. V.), mit bis zu fünfzehn Plätzen für junge Gefangene durchschnittlich.""",
    "VV Nr. 2.1.8 zu § 60 JVollzGB III": """\
Schriften, die von einem presserechtlichen Verbreitungsverbot betroffen sind (z.B. §§ 15, 21 Nr. 4 \
Landespressegesetz),""",
    "VV Nr. 1 zu § 63 JVollzGB III": """\
Sachen von geringem Wert, die ohne Zustimmung der Justizvollzugsanstalt von Gefangenen abgegeben oder angenommen \
werden dürfen, sind solche, deren objektiver Verkehrswert 5,- € nicht übersteigt.
Bestehen Zweifel über den Wert, so ist vor der Annahme der Sache die Zustimmung der Anstaltsleiterin oder des \
Anstaltsleiters einzuholen.
Die Anstaltsleiterin oder der Anstaltsleiter kann bestimmen, wie häufig Annahme oder Abgabe von Sachen oder \
Rechtsgeschäfte bis zur Wertgrenze von 5,- € zulässig sind (i.d.R. einmal pro Monat).""",
    "VV Nr. 6.3 zu § 51 JVollzGB III": """\
Alle für die Erhebung der Haftkosten relevanten Daten werden von der Sachbearbeiterin oder dem Sachbearbeiter \
der Vollzugsgeschäftsstelle (Registraturbeamte i.S.d. Kostenverfügung) im Rahmen der Aufnahmeverhandlung und der \
Führung der Gefangenenpersonalakten ermittelt und in einem bei der Gefangenenpersonalakte zu führenden \
Kostenheft gesammelt bzw. vermerkt.
Hierunter fallen insbesondere:""",
    # Ordinals and dates.
    "§ 51 Abs. 2 JVollzGB III": """\
Der Haftkostenbeitrag wird in Höhe des Betrags erhoben, der nach § 17 Abs. 1 Nr. 4 des Vierten Buchs \
Sozialgesetzbuch durchschnittlich zum 1. Oktober des vorhergehenden Jahres zur Bewertung der Sachbezüge \
festgesetzt ist.
Bei Selbstverpflegung entfallen die für die Verpflegung vorgesehenen Beträge.
Für den Wert der Unterkunft ist die festgesetzte Belegungsfähigkeit maßgebend.
Der Haftkostenbeitrag darf auch von dem unpfändbaren Teil der Bezüge, nicht aber zu Lasten des Hausgelds und der \
Ansprüche unterhaltsberechtigter Angehöriger angesetzt werden.""",
    "§ 69 Abs. 1 JVollzGB II": """\
Auf Untersuchungsgefangene, die zur Tatzeit noch nicht 21 Jahre alt waren und die das 24. Lebensjahr noch nicht \
vollendet haben (junge Untersuchungsgefangene) finden die Vorschriften dieses Abschnitts ergänzende Anwendung.""",
    "VV Nr. 5 zu § 49 JVollzGB III": """\
Stichtag für die Entstehung von Ausgleichsansprüchen gemäß § 49 Abs. 11 Satz 3 JVollzGB III ist der 1. Januar \
2001.""",
    # A number that closes its Satz, and one that begins it.
    "VV Nr. 1.1 zu § 53 JVollzGB III": """\
Das monatliche Taschengeld beträgt 14 vom Hundert des Tagessatzes der Eckvergütung multipliziert mit dem Faktor \
21.
Erhalten Gefangene für einzelne Tage schuldhaft kein Arbeitsentgelt und keine Ausbildungsbeihilfe oder befinden \
sie sich an einzelnen Werktagen (Montag bis Freitag ohne gesetzliche Feiertage) nicht im Vollzug der \
Freiheitsstrafe, so ist der in Satz 1 genannte Faktor 21 um die Anzahl dieser Tage zu verringern.""",
    "VV Nr. 1 zu § 49 JVollzGB V": """\
Das monatliche Taschengeld beträgt 24 Prozent des Tagessatzes der Eckvergütung multipliziert mit dem Faktor 21.
Besteht für einzelne Werktage kein Anspruch auf Taschengeld so ist der in Satz 1 genannte Faktor 21 um die \
Anzahl dieser Tage zu verringern.""",
    "§ 49 Abs. 3 JVollzGB III": """\
Das Arbeitsentgelt kann je nach Leistung der Gefangenen und der Art der Arbeit gestuft werden.
75 Prozent der Eckvergütung dürfen nur dann unterschritten werden, wenn die Arbeitsleistung Gefangener den \
Mindestanforderungen nicht genügt.""",
}


@pytest.mark.parametrize("satz", KORPUS.values(), ids=KORPUS)
def test_saetze_des_korpus(satz: str) -> None:
    assert saetze(satz.replace("\n", " ")) == satz.split("\n")


#: Ends and no ends that other texts bring: one line per Satz.
ANDERE = {
    "Satz 3": "Es gilt Satz 3.\nDie Anstalt prüft.",
    "Absatz 2": "Nach Absatz 2.\nDie Anstalt prüft.",
    "§ am Ende": "Es gilt § 9.\nDie Anstalt prüft.",
    "§ mit Buchstabe am Ende": "Es gilt § 72a.\nDie Anstalt prüft.",
    "Aufzählung am Ende": "Es gelten die §§ 9, 10 und 12.\nDie Anstalt prüft.",
    "Nummern am Ende": "Es gelten die Nrn. 2 und 3.\nDie Anstalt prüft.",
    "Anlage am Ende": "Das Muster steht in Anlage 2.\nEs ist zu verwenden.",
    "Buchstabe am Ende": "Dies gilt auch in den Fällen des § 5 Nr. 2 Buchst. b.\nDie Gefangenen sind zu hören.",
    "Buchstabe am Ende, ausgeschrieben": "Dies gilt auch für Absatz 2 Buchstabe a.\nDie Anstalt prüft.",
    "Buch am Ende": "Es gilt § 11 JVollzGB V.\nDie Anstalt prüft.",
    "erstes Buch am Ende": "Es gilt § 16 JVollzGB I.\nDie Anstalt prüft.",
    "Stufe am Ende": "Es gilt die Vergütungsstufe I.\nDie Anstalt prüft.",
    "ff. am Ende": "Es gelten die §§ 5 ff.\nDie Anstalt prüft.",
    "usw. am Ende": "Dazu gehören Uhren, Ringe usw.\nDie Anstalt verwahrt sie.",
    "Art am Ende": "Dazu gehören Handlungen dieser Art.\nDie Anstalt kann sie untersagen.",
    "Art vor einem Nomen": "Er beging Handlungen dieser Art.\nGefangene können angehört werden.",
    "Art. mit Zahl": "Es gilt Art. 5 und gem. Art. II § 3 auch Art. A.",
    "Nr am Ende": "Sie tragen die gleiche Nr.\nDie Anstalt prüft.",
    "Nr. mit Zahl": "Es gilt Nr. 3, nach Abs. I Buchst. a und lit. B.",
    "Std. am Ende": "Die Ausführung dauert 3 Std.\nDie Anstalt bestimmt den Beginn.",
    "Std. vor einem Nomen": "Sie haben 3 Std. Freizeit und 30 Min. Hofgang.",
    "u.ä. am Ende": "Dazu gehören Uhren, Ringe u.ä.\nDie Anstalt verwahrt sie.",
    "BGBl. am Ende": "Die Satzung steht im GBl.\nDie Anstalt hängt sie aus.",
    "usw. in der Mitte": "Uhren, Ringe usw. sind zu verwahren.",
    "usw. vor der Klammer": "Gegenstände (Uhren, Ringe usw.) Gefangener werden verwahrt.",
    "Betrag am Ende": "Die Höchstzahl beträgt 30.\nDie Anstalt prüft.",
    "Jahr am Ende": "Es galt bis zum Jahr 2010.\nDie Anstalt prüft.",
    "Datum am Ende": "Es galt bis 1.1.2010.\nDie Anstalt prüft.",
    "Datum mit Lücken": "Bis 31. 12. 2010 gilt dies.\nDanach nicht.",
    "zwei Ordnungszahlen": "Gefangene zwischen dem 14. und 18. Lebensjahr sind zu trennen.",
    "Ordnungszahlen mit bis": "Von der 3. bis 5. Woche wird kein Ausgang gewährt.",
    "Ordnungszahlen in Reihe": "In der 1., 2. und 3. Klasse wird unterrichtet.",
    "Nummer am Anfang": "3. Die Anstalt prüft.",
    "Strafkammer": "Zuständig ist die 2. Strafkammer oder die 3. Strafkammer.",
    "i.V.m.": "Es gilt § 5 i.V.m. Artikel 6 und § 7 i. V. m. § 8.",
    "d.h.": "Er wird verlegt, d.h. Ausgang entfällt.",
    "i.S.d.": "Beamte i.S.d. § 5 und u.a. Gefangene sind gemeint.",
    "a. D.": "Ministerialrat a. D. Müller und Dr. Meier entscheiden.",
    "Aktenzeichen": "Der Erlass (Az. 4430/0168) gilt.\nEr ist zu beachten.",
    "v. H.": "Das Entgelt beträgt 5 v. H. der Eckvergütung.",
    "Frage und Ausruf": "Liegt Gefahr vor?\nJa!\nDann ist zu handeln.",
    "Anführung": "Die Aufschrift lautet: „Eigentum der Anstalt.“\nSie ist anzubringen.",
    "Anführung in der Mitte": "Die Aufschrift „Nicht öffnen!“, die anzubringen ist, bleibt.",
    "Klammer am Ende": "Die Anstalt prüft (vgl. Nummer 5).\nSie entscheidet.",
    "Auslassung": "Es gilt [...] nichts anderes.",
    "kein Abstand": "Die Anstalt prüft.Sie entscheidet.",  # not told apart from an abbreviation: one Satz
}


@pytest.mark.parametrize("satz", ANDERE.values(), ids=ANDERE)
def test_saetze_anderer_texte(satz: str) -> None:
    assert saetze(satz.replace("\n", " ")) == satz.split("\n")


#: Abbreviations that only stand before a number or a letter; before a noun they are the end of a Satz.
ZAEHLENDE = frozenset("abs abschn anl art artt bd buchst lit nr nrn pos rdnr rn unterabs ziff".split())


@pytest.mark.parametrize("abkuerzung", sorted(ABKUERZUNGEN))
def test_abkuerzung_beendet_keinen_satz(abkuerzung: str) -> None:
    assert len(saetze(f"Die Anstalt prüft {abkuerzung}. weitere Gefangene.")) == 1
    assert len(saetze(f"Die Anstalt prüft {abkuerzung}. 5 Gefangene.")) == 1
    if abkuerzung not in ZAEHLENDE:
        assert len(saetze(f"Die Anstalt prüft {abkuerzung}. Gefangene.")) == 1


@pytest.mark.parametrize(
    ("text", "zu"),
    [
        ("Die Anstalt prüft.", True),
        ("Die Anstalt prüft. ", True),
        ("(Eckvergütung).", True),
        ("„Eigentum der Anstalt.“", True),
        ("Liegt Gefahr vor?", True),
        ("die Anstalt,", False),
        ("die Anstalt;", False),
        ("insbesondere:", False),
        ("die Anstalt", False),
        ("", False),
    ],
)
def test_satz_ist_zu(text: str, zu: bool) -> None:
    assert satz_ist_zu(text) is zu


@pytest.mark.parametrize("leer", ["", " ", "\n\t\N{NO-BREAK SPACE}"])
def test_kein_text_kein_satz(leer: str) -> None:
    assert satzgrenzen(leer) == []


WORTE = """
    Die Anstalt prüft. Gefangene Abs. 2 Nr. 3. § 9 §§ 5 ff. z. B. i.V.m. 1. Oktober 2010. 21. und bis (Gefahr im Verzug);
    „Text.“ Satz 3. 75 Prozent ? ! : ; . ... ) ] V. III. Dr. usw. e. a)
""".split()
TEXTE = st.one_of(
    st.text(),
    st.lists(st.sampled_from(WORTE)).map(" ".join),
    st.text(alphabet="Aaäß.!?;:)“ §12\N{NO-BREAK SPACE}\n"),
)


@given(TEXTE)
@example(". A")
@example("1. 2. 3. A. B. C.")
def test_saetze_sind_der_ganze_text_der_reihe_nach(text: str) -> None:
    grenzen = satzgrenzen(text)
    assert all(ab < bis and text[ab:bis] == text[ab:bis].strip() for ab, bis in grenzen)
    enden = [0, *(bis for _, bis in grenzen)]
    anfaenge = [*(ab for ab, _ in grenzen), len(text)]
    assert all(not text[ende:anfang].strip() for ende, anfang in zip(enden, anfaenge, strict=True))


@given(TEXTE)
def test_ein_satz_bleibt_ein_satz(text: str) -> None:
    """What stands after a Satz does not decide where it ends, but for the next word."""
    for satz in saetze(text):
        assert len(saetze(satz)) == 1


@given(TEXTE)
def test_jeder_satz_ausser_dem_letzten_ist_zu(text: str) -> None:
    assert all(satz_ist_zu(satz) for satz in saetze(text)[:-1])


@dataclass
class Zaehlend:
    """A pattern that adds up how many characters it is given to look through."""

    muster: re.Pattern[str]
    zeichen: list[int]

    def _gezaehlt(self, text: str, ab: int = 0, bis: int | None = None) -> tuple[str, int, int]:
        stelle = len(text) if bis is None else bis
        self.zeichen[0] += stelle - ab
        return text, ab, stelle

    def search(self, *wo: str | int) -> re.Match[str] | None:
        return self.muster.search(*self._gezaehlt(*wo))  # type: ignore[arg-type]

    def fullmatch(self, *wo: str | int) -> re.Match[str] | None:
        return self.muster.fullmatch(*self._gezaehlt(*wo))  # type: ignore[arg-type]

    def finditer(self, *wo: str | int) -> Iterator[re.Match[str]]:
        return self.muster.finditer(*self._gezaehlt(*wo))  # type: ignore[arg-type]

    def split(self, text: str) -> list[str]:
        return self.muster.split(self._gezaehlt(text)[0])

    def match(self, text: str, ab: int = 0) -> re.Match[str] | None:
        treffer = self.muster.match(text, ab)
        self.zeichen[0] += treffer.end() - ab if treffer else 1
        return treffer


#: A piece of text that is repeated n times.
WIDRIGE = [
    "Die Anstalt prüft. ", "Es gilt § 9. Die ", "Nr. 1. A ", "1. ", "A. ", "a. A ", "und 1., ", "§§ 1, 2, ", "Buch I. Die ",
]  # fmt: skip


@pytest.mark.parametrize("stueck", WIDRIGE)
def test_doppelter_text_doppelte_arbeit(stueck: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in the characters that the patterns are given, for calls alone do not show how far one looks."""
    zeichen = [0]
    for name, muster in list(vars(modul).items()):
        if isinstance(muster, re.Pattern):
            monkeypatch.setattr(modul, name, Zaehlend(muster, zeichen))

    def arbeit(text: str) -> int:
        zeichen[0] = 0
        satzgrenzen(text)
        return zeichen[0]

    einfach, doppelt = arbeit(stueck * 1000), arbeit(stueck * 2000)
    assert len(stueck) * 1000 <= einfach
    assert doppelt <= 2.1 * einfach
