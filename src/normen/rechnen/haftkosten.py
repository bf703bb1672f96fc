"""Haftkostenbeitrag (§ 51 JVollzGB III, § 46 JVollzGB IV, § 36 JVollzGB II, with their VV)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from ..fehler import RechenFehler
from .angabe import verlange, verlange_bereich, verlange_betrag
from .ansatz import Ansatz, ansatz
from .ergebnis import Rechnung
from .groessen import Rechengroessen
from .rechenweg import Rechenweg, Rundung, rechne_aus
from .schriftform import euro, zahl
from .verguetung import Verguetungsstufe, schritte_grundlohn
from .vollzugsart import Vollzugsart

#: By how much the value of an Unterkunft falls: § 2 Abs. 3 Satz 2 SvEV.
GEMEINSCHAFTSUNTERKUNFT = ansatz(
    15, "§ 2 Abs. 3 Satz 2 Nr. 1 SvEV", "Unterbringung in einer Gemeinschaftsunterkunft um 15 Prozent"
)
JUGENDLICH = ansatz(15, "§ 2 Abs. 3 Satz 2 Nr. 2 SvEV", "des 18. Lebensjahres und Auszubildende um 15 Prozent")
BELEGUNG: Mapping[int, Ansatz] = {
    2: ansatz(40, "§ 2 Abs. 3 Satz 2 Nr. 3 Buchst. a SvEV", "mit zwei Beschäftigten um 40 Prozent"),
    3: ansatz(50, "§ 2 Abs. 3 Satz 2 Nr. 3 Buchst. b SvEV", "mit drei Beschäftigten um 50 Prozent"),
    4: ansatz(60, "§ 2 Abs. 3 Satz 2 Nr. 3 Buchst. c SvEV", "mit mehr als drei Beschäftigten um 60 Prozent"),
}
_MAHLZEITEN = {
    "sachbezug_fruehstueck": "Frühstück",
    "sachbezug_mittagessen": "Mittagessen",
    "sachbezug_abendessen": "Abendessen",
}


@dataclass(frozen=True, slots=True)
class Haftkostenregel:
    """Where a book says what the contribution is, what has to remain, and what it may not be taken from.

    ``einkuenfte`` is where it caps the contribution at the income; JVollzGB IV does not say so. ``bekanntgabe`` is by what
    the ministry makes the rate known; JVollzGB IV does not take that over. ``vorgang`` and
    ``ergebnis`` are the book's words for what is done, and for the amount.
    """

    hoehe: str
    ohne_verpflegung: str
    belegung: str
    verbleib: str
    nicht_zu_lasten: str
    einkuenfte: str = ""
    grundsatz: tuple[str, ...] = ()
    uebernahme: tuple[str, ...] = ()
    bekanntgabe: tuple[str, ...] = ()
    vorgang: str = "Festsetzung des Haftkostenbeitrags"
    ergebnis: str = "Festzusetzender Haftkostenbeitrag"


_VV_HOEHE = "VV Nr. 2.2 Satz 2 zu § 51 JVollzGB III"
_ERWACHSENE = Haftkostenregel(
    "§ 51 Abs. 2 Satz 1 JVollzGB III",
    "§ 51 Abs. 2 Satz 2 JVollzGB III",
    "§ 51 Abs. 2 Satz 3 JVollzGB III",
    "§ 51 Abs. 1 Satz 3 JVollzGB III",
    "§ 51 Abs. 2 Satz 4 JVollzGB III",
    "§ 51 Abs. 1 Satz 2 JVollzGB III",
    bekanntgabe=(_VV_HOEHE,),
)
REGELN: Mapping[Vollzugsart, Haftkostenregel] = {
    Vollzugsart.FREIHEITSSTRAFE: _ERWACHSENE,
    # By the same principles as those of prisoners under sentence.
    Vollzugsart.UNTERSUCHUNGSHAFT: replace(
        _ERWACHSENE,
        grundsatz=("§ 36 Satz 1 JVollzGB II",),
        uebernahme=("VV zu § 36 JVollzGB II",),
        bekanntgabe=(_VV_HOEHE, "VV zu § 36 JVollzGB II"),
        vorgang="Ermittlung der Kosten der Untersuchungshaft",
        ergebnis="Zu ermittelnde Kosten der Untersuchungshaft",
    ),
    Vollzugsart.JUGENDSTRAFE: Haftkostenregel(
        "§ 46 Abs. 3 Satz 1 JVollzGB IV",
        "§ 46 Abs. 3 Satz 2 JVollzGB IV",
        "§ 46 Abs. 3 Satz 3 JVollzGB IV",
        "§ 46 Abs. 2 Satz 1 JVollzGB IV",
        "§ 46 Abs. 3 Satz 4 JVollzGB IV",
        uebernahme=("VV zu § 46 JVollzGB IV",),
    ),
}
_VV_STUFE = "VV Nr. 3.1 zu § 51 JVollzGB III"
_NACH_SVEV = "Der Durchschnittsbetrag ist nach § 2 SvEV gerechnet."


def haftkostensatz(
    *,
    groessen: Rechengroessen,
    jahr: int,
    vollzugsart: Vollzugsart,
    belegung: int,
    gemeinschaftsunterkunft: bool,
    jugendlich_oder_in_ausbildung: bool,
    selbstverpflegung: bool = False,
) -> Rechnung:
    """Haftkostenbeitrag of a full month by the Sachbezugswerte, before income is looked at.

    § 51 Abs. 2 Satz 1 to 3 JVollzGB III, § 46 Abs. 3 JVollzGB IV, § 36 Satz 1 JVollzGB II with § 17 Abs. 1 Nr. 4 SGB IV
    and § 2 SvEV: the values as they stood on 1 October of the year before ``jahr``, the room by the number of persons
    it is fixed for. Whether a prison is a Gemeinschaftsunterkunft (§ 2 Abs. 3 Satz 2 Nr. 1 SvEV), no text here says; it
    is asked for. What the ministry makes known comes first (VV Nr. 2.2 Satz 2), so a Hinweis says so; VV zu § 46 JVollzGB
    IV does not take that over, and the Hinweis says that.
    """
    regel = _regel(vollzugsart)
    verlange_bereich("belegung", belegung, 1, 100)
    minderungen = _minderungen(belegung, gemeinschaftsunterkunft, jugendlich_oder_in_ausbildung)

    def rechne(weg: Rechenweg) -> Decimal:
        kost = Decimal(0) if selbstverpflegung else _schritte_verpflegung(weg, groessen, jahr - 1, regel)
        if selbstverpflegung:
            weg.nenne("Verpflegung", "Selbstverpflegung", "entfällt", regel.ohne_verpflegung)
        raum = _schritte_unterkunft(weg, groessen, jahr - 1, regel, minderungen)
        return weg.schritt(
            "Haftkostenbeitrag im Monat", f"{euro(kost)} + {euro(raum)}", kost + raum, regel.hoehe, *regel.grundsatz
        )

    return rechne_aus(f"Haftkostenbeitrag im Monat {jahr}", rechne, Rundung.AM_ENDE, hinweise=(_hinweis_bekanntgabe(regel),))


def mittleres_arbeitsentgelt(
    *,
    groessen: Rechengroessen,
    jahr: int,
    vollzugsart: Vollzugsart,
    arbeitstage: int,
    rundung: Rundung = Rundung.AM_ENDE,
) -> Rechnung:
    """What has to remain of the income: the pay of Vergütungsstufe III for the working days of the month.

    § 51 Abs. 1 Satz 3 JVollzGB III with VV Nr. 3.1, taken over by VV zu § 46 JVollzGB IV. How many days a month has,
    the texts do not say; they are asked for. For remand prisoners it is not said whose Eckvergütung counts:
    `RechenFehler`.
    """
    regel = _regel(vollzugsart)
    verlange_bereich("arbeitstage", arbeitstage, 0, 31)
    verlange(
        vollzugsart is not Vollzugsart.UNTERSUCHUNGSHAFT,
        "vollzugsart",
        f"{_VV_STUFE} sagt nicht, ob die Eckvergütung nach § 35 JVollzGB II oder nach § 49 JVollzGB III gemeint ist.",
        "Geben Sie den Betrag bei der Festsetzung selbst an (mittleres_arbeitsentgelt).",
    )

    def rechne(weg: Rechenweg) -> Decimal:
        grundlohn = schritte_grundlohn(weg, groessen, jahr, vollzugsart, Verguetungsstufe.III)
        formel = f"{arbeitstage} × {euro(grundlohn)}"
        return weg.schritt(
            "Mittleres Arbeitsentgelt", formel, arbeitstage * grundlohn, regel.verbleib, _VV_STUFE, *regel.uebernahme
        )

    return rechne_aus(f"Mittleres Arbeitsentgelt {jahr}", rechne, rundung)


def haftkostenbeitrag(
    *,
    vollzugsart: Vollzugsart,
    satz: Decimal,
    einkuenfte: Decimal,
    mittleres_arbeitsentgelt: Decimal,
    hausgeld: Decimal = Decimal(0),
    unterhalt: Decimal = Decimal(0),
    schuldhaft_ohne_arbeit: bool = False,
) -> Rechnung:
    """Haftkostenbeitrag of a month: the rate, as far as income reaches and what is protected remains.

    § 51 Abs. 1 and 2 JVollzGB III, § 46 Abs. 2 and 3 JVollzGB IV, § 36 Satz 1 JVollzGB II; JVollzGB V has none (§ 52
    Abs. 1). ``satz`` is what the ministry made known, or `haftkostensatz`. The contribution is the least of the rate;
    the income (where the book says so); the income less the mittleres Arbeitsentgelt (not where one culpably does not
    work, § 51 Abs. 1 Satz 3); the income less Hausgeld and the claims of dependants (§ 51 Abs. 2 Satz 4). Whether the
    Wiedereingliederung is at risk (Satz 4) is for a person to judge.
    """
    regel = _regel(vollzugsart)
    betraege = {
        "satz": satz,
        "einkuenfte": einkuenfte,
        "mittleres_arbeitsentgelt": mittleres_arbeitsentgelt,
        "hausgeld": hausgeld,
        "unterhalt": unterhalt,
    }
    for angabe, betrag in betraege.items():
        verlange_betrag(angabe, betrag)
    verlange(
        not (schuldhaft_ohne_arbeit and vollzugsart is Vollzugsart.JUGENDSTRAFE),
        "schuldhaft_ohne_arbeit",
        "§ 46 JVollzGB IV kennt diese Ausnahme nicht.",
    )

    def rechne(weg: Rechenweg) -> Decimal:
        grenzen = [weg.schritt("Haftkostenbeitrag im Monat", "", satz, regel.hoehe, *regel.grundsatz)]
        if regel.einkuenfte:
            grenzen.append(weg.schritt("Höchstens die Einkünfte", "", einkuenfte, regel.einkuenfte))
        if not schuldhaft_ohne_arbeit:
            was = "Höchstens, damit das mittlere Arbeitsentgelt verbleibt"
            grenzen.append(
                _rest(weg, was, einkuenfte, (mittleres_arbeitsentgelt,), regel.verbleib, _VV_STUFE, *regel.uebernahme)
            )
        if hausgeld or unterhalt:
            was = "Höchstens, damit Hausgeld und Unterhaltsansprüche nicht belastet werden"
            grenzen.append(_rest(weg, was, einkuenfte, (hausgeld, unterhalt), regel.nicht_zu_lasten))
        return weg.schritt(regel.ergebnis, "der kleinste dieser Beträge", min(grenzen), regel.hoehe, *regel.grundsatz)

    hinweise: tuple[str, ...] = ("Ob die Geltendmachung die Wiedereingliederung gefährdet, ist im Einzelfall zu prüfen.",)
    if (hausgeld or unterhalt) and not schuldhaft_ohne_arbeit:
        hinweise += (
            "Ob das mittlere Arbeitsentgelt neben Hausgeld und Unterhalt verbleiben muss, sagt der Text nicht; hier ist jede"
            " Grenze für sich geprüft.",
        )
    return rechne_aus(regel.vorgang, rechne, Rundung.AM_ENDE, hinweise=hinweise)


def _regel(vollzugsart: Vollzugsart) -> Haftkostenregel:
    if regel := REGELN.get(vollzugsart):
        return regel
    if vollzugsart is Vollzugsart.SICHERUNGSVERWAHRUNG:
        raise RechenFehler("Untergebrachte werden nicht beteiligt (§ 52 Abs. 1 JVollzGB V).", "vollzugsart")
    raise RechenFehler(
        "Ob Kosten ermittelt werden, hängt vom Urteil ab.",
        "vollzugsart",
        rat="Nach § 36 Satz 2 JVollzGB II unterbleibt es bei einer Rechtsfolge nach dem JGG; sonst: untersuchungshaft.",
    )


def _hinweis_bekanntgabe(regel: Haftkostenregel) -> str:
    if not regel.bekanntgabe:
        return f"{_NACH_SVEV} {_VV_HOEHE} (Bekanntgabe durch das Justizministerium) übernimmt {regel.uebernahme[0]} nicht."
    normen = " in Verbindung mit ".join(regel.bekanntgabe)
    return f"{_NACH_SVEV} Gibt ihn das Justizministerium gesondert bekannt ({normen}) und weicht das ab, geht es vor."


def _minderungen(belegung: int, gemeinschaft: bool, jugendlich: bool) -> tuple[Ansatz, ...]:
    nach_belegung = (BELEGUNG[min(belegung, 4)],) if belegung > 1 else ()
    return (
        *((GEMEINSCHAFTSUNTERKUNFT,) if gemeinschaft else ()),
        *((JUGENDLICH,) if jugendlich else ()),
        *nach_belegung,
    )


def _schritte_verpflegung(weg: Rechenweg, groessen: Rechengroessen, jahr: int, regel: Haftkostenregel) -> Decimal:
    werte = [
        weg.schritt(f"{mahlzeit} im Monat ({jahr})", "", groesse.wert, regel.hoehe, quelle=groesse.quelle)
        for name, mahlzeit in _MAHLZEITEN.items()
        for groesse in [groessen.wert(name, jahr)]
    ]
    formel = " + ".join(euro(wert) for wert in werte)
    return weg.schritt("Verpflegung im Monat", formel, sum(werte, Decimal(0)), "§ 17 Abs. 1 Nr. 4 SGB IV", "§ 2 Abs. 1 SvEV")


def _schritte_unterkunft(
    weg: Rechenweg, groessen: Rechengroessen, jahr: int, regel: Haftkostenregel, minderungen: tuple[Ansatz, ...]
) -> Decimal:
    groesse = groessen.wert("sachbezug_unterkunft", jahr)
    voll = weg.schritt(f"Unterkunft im Monat ({jahr})", "", groesse.wert, regel.hoehe, quelle=groesse.quelle)
    abzug = sum((minderung.wert for minderung in minderungen), Decimal(0))
    if not abzug:
        return voll
    prozente = " − ".join(f"{zahl(minderung.wert)} %" for minderung in minderungen)
    normen = (*(minderung.norm for minderung in minderungen), regel.belegung)
    return weg.schritt("Unterkunft vermindert", f"{euro(voll)} − {prozente}", voll * (100 - abzug) / 100, *normen)


def _rest(weg: Rechenweg, was: str, einkuenfte: Decimal, abzuege: tuple[Decimal, ...], *normen: str) -> Decimal:
    formel = " − ".join((euro(einkuenfte), *(euro(abzug) for abzug in abzuege)))
    return weg.schritt(was, formel, max(einkuenfte - sum(abzuege), Decimal(0)), *normen)
