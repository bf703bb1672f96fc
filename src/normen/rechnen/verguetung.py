"""Eckvergütung, Tagessatz by Vergütungsstufe, Zulagen and what else is measured by them (JVollzGB, JVollzVergO)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..fehler import RechenFehler
from .angabe import verlange, verlange_bereich, verlange_betrag
from .ansatz import Ansatz, ansatz
from .ergebnis import Rechnung
from .groessen import Rechengroessen
from .rechenweg import Rechenweg, Rundung, rechne_aus
from .schriftform import euro, zahl
from .vollzugsart import Vollzugsart


class Verguetungsstufe(StrEnum):
    """The steps of § 1 Abs. 1 JVollzVergO."""

    I = "I"  # noqa: E741 - the name of the step
    II = "II"
    III = "III"
    IV = "IV"
    V = "V"


class Abschlagsgrund(StrEnum):
    """Why the Grundlohn is undercut: § 1 Abs. 3 JVollzVergO and what it leaves unaffected."""

    ANFORDERUNGEN = "anforderungen"
    EINARBEITUNG = "einarbeitung"
    MINDESTANFORDERUNGEN = "mindestanforderungen"


@dataclass(frozen=True, slots=True)
class Eckwerte:
    """What a book says of the Eckvergütung: its share of the Bezugsgröße, the Tagessatz, and the lower limit."""

    anteil: Ansatz
    tagesteil: Ansatz
    untergrenze: Ansatz


_TEIL = "zweihundertfünfzigste Teil der Eckvergütung"
_NEUN = "neun Prozent der Bezugsgröße nach § 18 des Vierten Buchs Sozialgesetzbuch"
_UNTEN = "75 Prozent der Eckvergütung dürfen nur dann unterschritten werden"

ECKWERTE: Mapping[Vollzugsart, Eckwerte] = {
    Vollzugsart.FREIHEITSSTRAFE: Eckwerte(
        ansatz(9, "§ 49 Abs. 2 Satz 2 JVollzGB III", _NEUN),
        ansatz(250, "§ 49 Abs. 2 Satz 3 JVollzGB III", _TEIL),
        ansatz(75, "§ 49 Abs. 3 Satz 2 JVollzGB III", _UNTEN),
    ),
    Vollzugsart.JUGENDSTRAFE: Eckwerte(
        ansatz(9, "§ 44 Abs. 2 Satz 2 JVollzGB IV", _NEUN),
        ansatz(250, "§ 44 Abs. 2 Satz 3 JVollzGB IV", _TEIL),
        ansatz(75, "§ 44 Abs. 3 Satz 2 JVollzGB IV", _UNTEN),
    ),
    Vollzugsart.UNTERSUCHUNGSHAFT: Eckwerte(
        ansatz(
            5,
            "§ 35 Abs. 1 Satz 2 JVollzGB II",
            "fünf Prozent der Bezugsgröße nach § 18 des Vierten Buchs Sozialgesetzbuch",
        ),
        ansatz(250, "§ 35 Abs. 1 Satz 3 JVollzGB II", _TEIL),
        ansatz(75, "§ 35 Abs. 2 Satz 2 JVollzGB II", _UNTEN),
    ),
    # § 69 Abs. 1 JVollzGB II: the section on young ones supplements the other provisions, so § 35 stays for the Tagessatz.
    Vollzugsart.JUNGE_UNTERSUCHUNGSGEFANGENE: Eckwerte(
        ansatz(9, "§ 75 Abs. 4 Satz 1 JVollzGB II", _NEUN),
        ansatz(250, "§ 35 Abs. 1 Satz 3 JVollzGB II", _TEIL),
        ansatz(75, "§ 35 Abs. 2 Satz 2 JVollzGB II", _UNTEN),
    ),
    Vollzugsart.SICHERUNGSVERWAHRUNG: Eckwerte(
        ansatz(
            16,
            "§ 45 Abs. 1 Satz 2 JVollzGB V",
            "16 Prozent der Bezugsgröße nach § 18 des Vierten Buches Sozialgesetzbuch",
        ),
        ansatz(250, "§ 45 Abs. 1 Satz 3 JVollzGB V", _TEIL),
        ansatz(75, "§ 45 Abs. 2 Satz 2 JVollzGB V", "75 Prozent der Eckvergütung dürfen nicht unterschritten werden"),
    ),
}
GRUNDLOHN: Mapping[Verguetungsstufe, Ansatz] = {
    stufe: ansatz(prozent, f"§ 1 Abs. 2 Vergütungsstufe {stufe} JVollzVergO", f"{prozent} Prozent")
    for stufe, prozent in zip(Verguetungsstufe, (75, 88, 100, 112, 125), strict=True)
}
HOECHSTER_ABSCHLAG = ansatz(20, "§ 1 Abs. 3 Satz 2 JVollzVergO", "höchstens 20 Prozent verringert")
ARBEITSTHERAPIE = ansatz(75, "§ 3 JVollzVergO", "75 Prozent des Grundlohns der Vergütungsstufe I")
#: What § 3 JVollzVergO gives for it; it names no provision of JVollzGB V, and of JVollzGB II only the one on young ones.
ARBEITSTHERAPIE_NORM: Mapping[Vollzugsart, str] = {
    Vollzugsart.FREIHEITSSTRAFE: "§ 49 Abs. 4 JVollzGB III",
    Vollzugsart.JUGENDSTRAFE: "§ 44 Abs. 4 JVollzGB IV",
    Vollzugsart.JUNGE_UNTERSUCHUNGSGEFANGENE: "§ 75 Abs. 4 Satz 2 JVollzGB II",
}
AUSBILDUNGSBEIHILFE_NORM: Mapping[Vollzugsart, str] = {
    Vollzugsart.FREIHEITSSTRAFE: "§ 50 Abs. 2 JVollzGB III",
    Vollzugsart.JUGENDSTRAFE: "§ 45 Abs. 2 JVollzGB IV",
}
#: § 4 Abs. 1 to 3 JVollzVergO.
AUSBILDUNGSSTUFE_NORM: Mapping[Verguetungsstufe, str] = {
    Verguetungsstufe.I: "§ 4 Abs. 3 JVollzVergO",
    Verguetungsstufe.II: "§ 4 Abs. 3 JVollzVergO",
    Verguetungsstufe.III: "§ 4 Abs. 1 JVollzVergO",
    Verguetungsstufe.IV: "§ 4 Abs. 2 JVollzVergO",
}
AUSGLEICH: Mapping[Vollzugsart, Ansatz] = {
    Vollzugsart.FREIHEITSSTRAFE: ansatz(
        15, "§ 49 Abs. 11 Satz 1 JVollzGB III", "15 Prozent des ihnen nach Absatz 2 und 3 gewährten Entgelts"
    ),
    Vollzugsart.JUGENDSTRAFE: ansatz(
        15, "§ 44 Abs. 11 Satz 1 JVollzGB IV", "15 Prozent des nach den Absätzen 2 und 3 gewährten Entgelts"
    ),
}


def schritte_eckverguetung(weg: Rechenweg, groessen: Rechengroessen, jahr: int, vollzugsart: Vollzugsart) -> Decimal:
    """Add the steps to the Eckvergütung of a year."""
    groesse, anteil = groessen.wert("bezugsgroesse", jahr), ECKWERTE[vollzugsart].anteil
    bezugsgroesse = weg.schritt(f"Bezugsgröße {jahr}", "", groesse.wert, "§ 18 Abs. 1 SGB IV", quelle=groesse.quelle)
    formel = f"{zahl(anteil.wert)} % von {euro(bezugsgroesse)}"
    return weg.schritt("Eckvergütung im Jahr", formel, bezugsgroesse * anteil.wert / 100, anteil.norm)


def schritte_tagessatz_eck(weg: Rechenweg, groessen: Rechengroessen, jahr: int, vollzugsart: Vollzugsart) -> Decimal:
    """Add the steps to the Tagessatz of the Eckvergütung."""
    eck, teil = schritte_eckverguetung(weg, groessen, jahr, vollzugsart), ECKWERTE[vollzugsart].tagesteil
    formel = f"{euro(eck)} ÷ {zahl(teil.wert)}"
    return weg.schritt("Tagessatz der Eckvergütung", formel, eck / teil.wert, teil.norm)


def eckverguetung_jahr(
    *, groessen: Rechengroessen, jahr: int, vollzugsart: Vollzugsart, rundung: Rundung = Rundung.AM_ENDE
) -> Rechnung:
    """Eckvergütung of a year.

    § 49 Abs. 2 Satz 2 JVollzGB III, § 44 Abs. 2 Satz 2 JVollzGB IV, § 35 Abs. 1 Satz 2 and § 75 Abs. 4 Satz 1 JVollzGB
    II, § 45 Abs. 1 Satz 2 JVollzGB V: a share of the Bezugsgröße of § 18 SGB IV. That of its Abs. 1 is meant: Abs. 2
    has one for the Beitrittsgebiet (Abs. 3), to which Baden-Württemberg does not belong.
    """
    return rechne_aus(f"Eckvergütung {jahr}", lambda weg: schritte_eckverguetung(weg, groessen, jahr, vollzugsart), rundung)


def eckverguetung_tag(
    *, groessen: Rechengroessen, jahr: int, vollzugsart: Vollzugsart, rundung: Rundung = Rundung.AM_ENDE
) -> Rechnung:
    """Tagessatz of the Eckvergütung: its 250th part.

    § 49 Abs. 2 Satz 3 JVollzGB III, § 44 Abs. 2 Satz 3 JVollzGB IV, § 35 Abs. 1 Satz 3 JVollzGB II, § 45 Abs. 1 Satz 3
    JVollzGB V.
    """
    return rechne_aus(
        f"Tagessatz der Eckvergütung {jahr}",
        lambda weg: schritte_tagessatz_eck(weg, groessen, jahr, vollzugsart),
        rundung,
    )


def tagessatz(
    *,
    groessen: Rechengroessen,
    jahr: int,
    vollzugsart: Vollzugsart,
    stufe: Verguetungsstufe,
    abschlag_prozent: Decimal = Decimal(0),
    abschlag_grund: Abschlagsgrund | None = None,
    rundung: Rundung = Rundung.AM_ENDE,
) -> Rechnung:
    """Grundlohn of a day by Vergütungsstufe, less what § 1 Abs. 3 JVollzVergO lets be taken off.

    § 1 Abs. 2 JVollzVergO for the share; below 75 percent of the Eckvergütung only where the Mindestanforderungen are
    not met (§ 49 Abs. 3 Satz 2 JVollzGB III and the like). The ordinance as printed does not name JVollzGB V:
    `RechenFehler`.
    """
    _stufen_gelten(vollzugsart)
    verlange_bereich("abschlag_prozent", abschlag_prozent, 0, 100)
    _abschlag_erlaubt(vollzugsart, GRUNDLOHN[stufe].wert, abschlag_prozent, abschlag_grund)

    def rechne(weg: Rechenweg) -> Decimal:
        grundlohn = schritte_grundlohn(weg, groessen, jahr, vollzugsart, stufe)
        return _abzueglich(weg, grundlohn, abschlag_prozent, abschlag_grund, vollzugsart)

    return rechne_aus(f"Tagessatz der Vergütungsstufe {stufe} {jahr}", rechne, rundung)


def schritte_grundlohn(
    weg: Rechenweg, groessen: Rechengroessen, jahr: int, vollzugsart: Vollzugsart, stufe: Verguetungsstufe
) -> Decimal:
    """Add the steps to the Grundlohn of a day."""
    tagessatz_eck, anteil = schritte_tagessatz_eck(weg, groessen, jahr, vollzugsart), GRUNDLOHN[stufe]
    formel = f"{zahl(anteil.wert)} % von {euro(tagessatz_eck)}"
    return weg.schritt(
        f"Grundlohn der Vergütungsstufe {stufe} je Tag", formel, tagessatz_eck * anteil.wert / 100, anteil.norm
    )


def _stufen_gelten(vollzugsart: Vollzugsart) -> None:
    verlange(
        vollzugsart is not Vollzugsart.SICHERUNGSVERWAHRUNG,
        "vollzugsart",
        "Die JVollzVergO, wie sie abgedruckt ist, bestimmt Vergütungsstufen für die Bücher 2 bis 4; § 1 Abs. 2 nennt die"
        " Eckvergütung nach § 45 JVollzGB V nicht.",
        "Stufen für Untergebrachte bestimmt eine Rechtsverordnung nach § 45 Abs. 3 JVollzGB V; ihr Text liegt nicht vor.",
    )


def _abschlag_erlaubt(vollzugsart: Vollzugsart, anteil: Decimal, abschlag: Decimal, grund: Abschlagsgrund | None) -> None:
    verlange(
        (abschlag > 0) == (grund is not None),
        "abschlag_grund",
        "Ein Abschlag braucht einen Grund, und ein Grund einen Abschlag.",
        f"Möglich sind: {', '.join(Abschlagsgrund)} (§ 1 Abs. 3 JVollzVergO).",
    )
    if grund is Abschlagsgrund.EINARBEITUNG:
        hoechst = HOECHSTER_ABSCHLAG.wert
        verlange(abschlag <= hoechst, "abschlag_prozent", f"Höchstens {hoechst} Prozent ({HOECHSTER_ABSCHLAG.norm}).")
    untergrenze = ECKWERTE[vollzugsart].untergrenze
    verlange(
        anteil * (100 - abschlag) / 100 >= untergrenze.wert or grund is Abschlagsgrund.MINDESTANFORDERUNGEN,
        "abschlag_prozent",
        f"Damit blieben weniger als {untergrenze.wert} Prozent der Eckvergütung; das ist nur zulässig, wenn die"
        f" Arbeitsleistung den Mindestanforderungen nicht genügt ({untergrenze.norm}).",
    )


def _abzueglich(
    weg: Rechenweg, grundlohn: Decimal, abschlag: Decimal, grund: Abschlagsgrund | None, vollzugsart: Vollzugsart
) -> Decimal:
    if grund is None:
        return grundlohn
    normen = {
        Abschlagsgrund.ANFORDERUNGEN: ("§ 1 Abs. 3 Satz 1 JVollzVergO",),
        Abschlagsgrund.EINARBEITUNG: ("§ 1 Abs. 3 Satz 2 JVollzVergO",),
        Abschlagsgrund.MINDESTANFORDERUNGEN: (
            "§ 1 Abs. 3 Satz 3 JVollzVergO",
            ECKWERTE[vollzugsart].untergrenze.norm,
        ),
    }[grund]
    formel = f"{euro(grundlohn)} − {zahl(abschlag)} %"
    return weg.schritt("Verminderter Grundlohn je Tag", formel, grundlohn * (100 - abschlag) / 100, *normen)


def stundensatz(*, vollzugsart: Vollzugsart, tagessatz: Decimal, stunden_je_tag: Decimal) -> Rechnung:
    """Pay of an hour: the Tagessatz, in Euro and Cent, by the hours of a day.

    § 49 Abs. 2 Satz 3 JVollzGB III and the like allow it; how many hours a day has, no text says, so it is asked for.
    """
    verlange_betrag("tagessatz", tagessatz)
    verlange(stunden_je_tag > 0, "stunden_je_tag", "Die Stunden eines Arbeitstags sind mehr als null.")
    verlange_bereich("stunden_je_tag", stunden_je_tag, 0, 24)

    def rechne(weg: Rechenweg) -> Decimal:
        formel = f"{euro(tagessatz)} ÷ {zahl(stunden_je_tag)} Stunden"
        return weg.schritt("Stundensatz", formel, tagessatz / stunden_je_tag, ECKWERTE[vollzugsart].tagesteil.norm)

    return rechne_aus("Stundensatz", rechne, Rundung.AM_ENDE)


def arbeitstherapie(
    *, groessen: Rechengroessen, jahr: int, vollzugsart: Vollzugsart, rundung: Rundung = Rundung.AM_ENDE
) -> Rechnung:
    """Pay of a day for arbeitstherapeutische Beschäftigung, as a rule: 75 percent of the Grundlohn of step I.

    § 3 JVollzVergO with § 49 Abs. 4 JVollzGB III, § 44 Abs. 4 JVollzGB IV, § 75 Abs. 4 Satz 2 JVollzGB II.
    """
    if not (norm := ARBEITSTHERAPIE_NORM.get(vollzugsart)):
        raise RechenFehler(f"§ 3 JVollzVergO regelt das nicht für „{vollzugsart}“.", "vollzugsart")

    def rechne(weg: Rechenweg) -> Decimal:
        grundlohn = schritte_grundlohn(weg, groessen, jahr, vollzugsart, Verguetungsstufe.I)
        formel = f"{zahl(ARBEITSTHERAPIE.wert)} % von {euro(grundlohn)}"
        betrag = grundlohn * ARBEITSTHERAPIE.wert / 100
        return weg.schritt(
            "Entgelt für arbeitstherapeutische Beschäftigung je Tag", formel, betrag, norm, ARBEITSTHERAPIE.norm
        )

    hinweis = "§ 3 JVollzVergO nennt den Satz für den Regelfall („in der Regel“)."
    return rechne_aus(f"Arbeitstherapie je Tag {jahr}", rechne, rundung, hinweise=(hinweis,))


def ausbildungsbeihilfe(
    *,
    groessen: Rechengroessen,
    jahr: int,
    vollzugsart: Vollzugsart,
    stufe: Verguetungsstufe = Verguetungsstufe.III,
    rundung: Rundung = Rundung.AM_ENDE,
) -> Rechnung:
    """Ausbildungsbeihilfe of a day.

    § 50 Abs. 2 JVollzGB III, § 45 Abs. 2 JVollzGB IV with § 4 JVollzVergO: step III; IV after two years of the measure;
    I or II for instruction, courses and the like. For young remand prisoners § 75 Abs. 5 Satz 3 JVollzGB II refers to §
    35 (five percent), while § 75 Abs. 4 Satz 1 has nine: which of the two is meant is not decided here, `RechenFehler`.
    """
    if not (norm := AUSBILDUNGSBEIHILFE_NORM.get(vollzugsart)):
        raise RechenFehler(
            f"Für „{vollzugsart}“ steht die Höhe der Ausbildungsbeihilfe nicht eindeutig im Text.",
            "vollzugsart",
            rat="§ 75 Abs. 5 Satz 3 JVollzGB II verweist auf § 35 (fünf Prozent), § 75 Abs. 4 Satz 1 nennt neun Prozent;"
            " § 46 Abs. 2 JVollzGB V verweist auf § 45, zu dem keine Vergütungsstufen abgedruckt sind.",
        )
    verlange(stufe in AUSBILDUNGSSTUFE_NORM, "stufe", "§ 4 JVollzVergO sieht die Vergütungsstufen I bis IV vor.")

    def rechne(weg: Rechenweg) -> Decimal:
        grundlohn = schritte_grundlohn(weg, groessen, jahr, vollzugsart, stufe)
        return weg.schritt("Ausbildungsbeihilfe je Tag", "", grundlohn, norm, AUSBILDUNGSSTUFE_NORM[stufe])

    return rechne_aus(f"Ausbildungsbeihilfe je Tag {jahr}", rechne, rundung)


def ausgleichsentschaedigung(*, vollzugsart: Vollzugsart, entgelt: Decimal) -> Rechnung:
    """Ausgleichsentschädigung at release: 15 percent of the pay or Ausbildungsbeihilfe granted.

    § 49 Abs. 11 Satz 1 JVollzGB III, § 44 Abs. 11 Satz 1 JVollzGB IV; JVollzGB II and V have none.
    """
    verlange_betrag("entgelt", entgelt)
    if not (satz := AUSGLEICH.get(vollzugsart)):
        raise RechenFehler(f"Für „{vollzugsart}“ sieht das Gesetz keine Ausgleichsentschädigung vor.", "vollzugsart")

    def rechne(weg: Rechenweg) -> Decimal:
        formel = f"{zahl(satz.wert)} % von {euro(entgelt)}"
        return weg.schritt("Ausgleichsentschädigung", formel, entgelt * satz.wert / 100, satz.norm)

    return rechne_aus("Ausgleichsentschädigung", rechne, Rundung.AM_ENDE)
