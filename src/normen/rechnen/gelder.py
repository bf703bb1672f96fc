"""Hausgeld, Überbrückungsgeld and Sondergeld (§§ 52 to 54 JVollzGB III and the parallel provisions)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ..fehler import RechenFehler
from .angabe import verlange, verlange_bereich, verlange_betrag
from .ansatz import Ansatz, ansatz
from .ergebnis import Rechnung
from .groessen import Rechengroessen
from .rechenweg import Rechenweg, Rundung, rechne_aus
from .schriftform import euro, zahl
from .verguetung import schritte_tagessatz_eck
from .vollzugsart import Vollzugsart

_SIEBTEL = "drei Siebtel von ihren in diesem Gesetz geregelten Bezügen"
HAUSGELD: Mapping[Vollzugsart, Ansatz] = {
    Vollzugsart.FREIHEITSSTRAFE: ansatz(3, "§ 53 Abs. 2 JVollzGB III", _SIEBTEL),
    Vollzugsart.JUGENDSTRAFE: ansatz(3, "§ 48 Abs. 2 JVollzGB IV", _SIEBTEL),
    Vollzugsart.SICHERUNGSVERWAHRUNG: ansatz(3, "§ 49 Abs. 2 Satz 1 JVollzGB V", _SIEBTEL),
}
_VV_BILDUNG = "VV Nr. 1.1 Satz 1 zu § 52 JVollzGB III"
#: What the Überbrückungsgeld is built by, and by which norm the rest is Eigengeld.
UEBERBRUECKUNGSGELD: Mapping[Vollzugsart, tuple[tuple[str, ...], str]] = {
    Vollzugsart.FREIHEITSSTRAFE: (("§ 52 Abs. 1 JVollzGB III", _VV_BILDUNG), "§ 53 Abs. 3 JVollzGB III"),
    Vollzugsart.JUGENDSTRAFE: (
        ("§ 47 Abs. 1 JVollzGB IV", _VV_BILDUNG, "VV zu § 47 JVollzGB IV"),
        "§ 48 Abs. 3 JVollzGB IV",
    ),
    Vollzugsart.SICHERUNGSVERWAHRUNG: (
        ("§ 48 Abs. 1 JVollzGB V", _VV_BILDUNG, "VV zu § 48 JVollzGB V"),
        "§ 49 Abs. 3 JVollzGB V",
    ),
}
MINDESTHOEHE = ansatz(
    4, "VV Nr. 1.1 Satz 2 zu § 52 JVollzGB III", "das Vierfache der nach § 28 SGB XII festgesetzten monatlichen Regelsätze"
)
_BIS_FUENF = "von bis zu fünf Tagessätzen der Eckvergütung"
#: How many Tagessätze of whose Eckvergütung may be paid in each month.
SONDERGELD: Mapping[Vollzugsart, tuple[Ansatz, Vollzugsart]] = {
    Vollzugsart.FREIHEITSSTRAFE: (ansatz(5, "VV Nr. 1 zu § 54 JVollzGB III", _BIS_FUENF), Vollzugsart.FREIHEITSSTRAFE),
    Vollzugsart.JUGENDSTRAFE: (
        ansatz(3, "VV Satz 1 zu § 49 JVollzGB IV", "von bis zu drei Tagessätzen der Eckvergütung"),
        Vollzugsart.JUGENDSTRAFE,
    ),
    Vollzugsart.UNTERSUCHUNGSHAFT: (
        ansatz(5, "VV Nr. 1 zu § 37 JVollzGB II", _BIS_FUENF),
        Vollzugsart.FREIHEITSSTRAFE,
    ),
    Vollzugsart.JUNGE_UNTERSUCHUNGSGEFANGENE: (
        ansatz(5, "VV Nr. 1 zu § 37 JVollzGB II", _BIS_FUENF),
        Vollzugsart.FREIHEITSSTRAFE,
    ),
    Vollzugsart.SICHERUNGSVERWAHRUNG: (
        ansatz(6, "VV Satz 1 zu § 50 JVollzGB V", "von bis zu sechs Tagessätzen der Eckvergütung"),
        Vollzugsart.SICHERUNGSVERWAHRUNG,
    ),
}
#: For educational reasons the sum may be lowered, or raised to this.
SONDERGELD_ERZIEHERISCH = ansatz(5, "VV Satz 2 zu § 49 JVollzGB IV", "oder auf bis zu fünf Tagessätze erhöht werden")
#: Where Sondergeld beyond three monthly payments goes.
UEBERHANG: Mapping[Vollzugsart, tuple[Ansatz, tuple[str, ...]]] = {
    Vollzugsart.FREIHEITSSTRAFE: (
        ansatz(3, "§ 54 Abs. 3 Satz 1 JVollzGB III", "Summe von drei Monatseinzahlungen"),
        ("§ 54 Abs. 3 Satz 2 JVollzGB III",),
    ),
    Vollzugsart.JUGENDSTRAFE: (
        ansatz(3, "§ 49 Abs. 3 Satz 1 JVollzGB IV", "Summe von drei Monatseinzahlungen"),
        ("§ 49 Abs. 3 Satz 2 JVollzGB IV",),
    ),
    Vollzugsart.SICHERUNGSVERWAHRUNG: (
        ansatz(3, "§ 50 Abs. 3 Satz 1 JVollzGB V", "Summe von drei Monatseinzahlungen"),
        ("§ 50 Abs. 3 Satz 2 JVollzGB V",),
    ),
    Vollzugsart.UNTERSUCHUNGSHAFT: (
        ansatz(3, "§ 37 Abs. 3 Satz 1 JVollzGB II", "Summe von drei Monatseinzahlungen"),
        (),
    ),
}


def hausgeld(*, vollzugsart: Vollzugsart, bezuege: Decimal) -> Rechnung:
    """Hausgeld of a month: three sevenths of the Bezüge that the law regulates.

    § 53 Abs. 2 JVollzGB III, § 48 Abs. 2 JVollzGB IV, § 49 Abs. 2 Satz 1 JVollzGB V. For those in free employment it is
    fixed in the single case (§ 53 Abs. 4 JVollzGB III and the like) and cannot be worked out.
    """
    verlange_betrag("bezuege", bezuege)
    satz = _satz(HAUSGELD, vollzugsart, "Hausgeld")
    return rechne_aus("Hausgeld", lambda weg: _schritt_hausgeld(weg, satz, bezuege), Rundung.AM_ENDE)


def _schritt_hausgeld(weg: Rechenweg, satz: Ansatz, bezuege: Decimal) -> Decimal:
    return weg.schritt("Hausgeld", f"{zahl(satz.wert)}/7 von {euro(bezuege)}", bezuege * satz.wert / 7, satz.norm)


def ueberbrueckungsgeld_zufuehrung(
    *, vollzugsart: Vollzugsart, bezuege: Decimal, stand: Decimal, angemessene_hoehe: Decimal
) -> Rechnung:
    """What of the Bezüge goes to the Überbrückungsgeld: all but the Hausgeld, up to the angemessene Höhe.

    § 52 Abs. 1 JVollzGB III with VV Nr. 1.1 Satz 1, § 47 Abs. 1 JVollzGB IV, § 48 Abs. 1 JVollzGB V. The angemessene
    Höhe is set by the ministry (VV Nr. 1.1 Satz 3) or the head of the prison (Satz 4). The rest is Eigengeld (§ 53 Abs.
    3 JVollzGB III).
    """
    for angabe, betrag in (("bezuege", bezuege), ("stand", stand), ("angemessene_hoehe", angemessene_hoehe)):
        verlange_betrag(angabe, betrag)
    satz = _satz(HAUSGELD, vollzugsart, "Überbrückungsgeld")
    normen, eigengeld = UEBERBRUECKUNGSGELD[vollzugsart]

    def rechne(weg: Rechenweg) -> Decimal:
        haus = weg.auf_ganze_cent(_schritt_hausgeld(weg, satz, bezuege))
        luecke = max(angemessene_hoehe - stand, Decimal(0))
        weg.schritt("Fehlt bis zur angemessenen Höhe", f"{euro(angemessene_hoehe)} − {euro(stand)}", luecke, normen[0])
        rest = bezuege - haus
        formel = f"der kleinere Betrag aus {euro(bezuege)} − {euro(haus)} und {euro(luecke)}"
        betrag = weg.schritt("Zuführung zum Überbrückungsgeld", formel, min(rest, luecke), *normen)
        if rest > betrag:
            weg.nenne("Gutschrift als Eigengeld", f"{euro(rest)} − {euro(betrag)}", euro(rest - betrag), eigengeld)
        return betrag

    return rechne_aus("Zuführung zum Überbrückungsgeld", rechne, Rundung.AM_ENDE)


def ueberbrueckungsgeld_mindesthoehe(*, regelsatz: Decimal) -> Rechnung:
    """What the angemessene Höhe should not fall below: four times the monthly Regelsatz of § 28 SGB XII.

    VV Nr. 1.1 Satz 2 zu § 52 JVollzGB III (taken over by VV zu § 47 JVollzGB IV and VV zu § 48 JVollzGB V). Which
    Regelsatz, and of which persons, the VV does not say; it is asked for.
    """
    verlange_betrag("regelsatz", regelsatz)

    def rechne(weg: Rechenweg) -> Decimal:
        formel = f"{zahl(MINDESTHOEHE.wert)} × {euro(regelsatz)}"
        return weg.schritt("Mindesthöhe des Überbrückungsgelds", formel, MINDESTHOEHE.wert * regelsatz, MINDESTHOEHE.norm)

    hinweis = "Die angemessene Höhe setzt das Justizministerium fest (VV Nr. 1.1 Satz 3 zu § 52 JVollzGB III)."
    return rechne_aus("Mindesthöhe des Überbrückungsgelds", rechne, Rundung.AM_ENDE, hinweise=(hinweis,))


def sondergeld_hoechstbetrag(
    *,
    groessen: Rechengroessen,
    jahr: int,
    vollzugsart: Vollzugsart,
    tagessaetze: int | None = None,
    rundung: Rundung = Rundung.AM_ENDE,
) -> Rechnung:
    """What may be paid in as Sondergeld in a month.

    VV Nr. 1 zu § 54 JVollzGB III (five Tagessätze), VV Satz 1 and 2 zu § 49 JVollzGB IV (three; for educational reasons
    fewer, or up to five: ``tagessaetze``), VV Nr. 1 zu § 37 JVollzGB II (five of the Strafvollzug), VV Satz 1 zu § 50
    JVollzGB V (six).
    """
    satz, wessen = SONDERGELD[vollzugsart]
    anzahl: Decimal = satz.wert
    normen: tuple[str, ...] = (satz.norm,)
    if tagessaetze is not None:
        hoechstens = SONDERGELD_ERZIEHERISCH
        jugend = vollzugsart is Vollzugsart.JUGENDSTRAFE
        verlange(jugend, "tagessaetze", f"Eine andere Zahl von Tagessätzen lässt nur {hoechstens.norm} zu.")
        verlange_bereich("tagessaetze", tagessaetze, 0, hoechstens.wert)
        anzahl, normen = Decimal(tagessaetze), (satz.norm, hoechstens.norm)

    def rechne(weg: Rechenweg) -> Decimal:
        tagessatz = schritte_tagessatz_eck(weg, groessen, jahr, wessen)
        return weg.schritt(
            "Sondergeld im Monat, höchstens", f"{zahl(anzahl)} × {euro(tagessatz)}", anzahl * tagessatz, *normen
        )

    return rechne_aus(f"Sondergeld {jahr}", rechne, rundung)


def sondergeld_ueberhang(*, vollzugsart: Vollzugsart, guthaben: Decimal, drei_monatseinzahlungen: Decimal) -> Rechnung:
    """What of the Sondergeld has to go to the Überbrückungsgeld or Eigengeld: what exceeds three monthly payments.

    § 54 Abs. 3 JVollzGB III, § 49 Abs. 3 JVollzGB IV, § 50 Abs. 3 JVollzGB V, § 37 Abs. 3 Satz 1 JVollzGB II. Whether
    the payments made or the highest allowed are meant, the text does not say; the sum is asked for.
    """
    verlange_betrag("guthaben", guthaben)
    verlange_betrag("drei_monatseinzahlungen", drei_monatseinzahlungen)
    remand = (Vollzugsart.UNTERSUCHUNGSHAFT, Vollzugsart.JUNGE_UNTERSUCHUNGSGEFANGENE)
    satz, weitere = UEBERHANG[Vollzugsart.UNTERSUCHUNGSHAFT if vollzugsart in remand else vollzugsart]

    def rechne(weg: Rechenweg) -> Decimal:
        formel = f"{euro(guthaben)} − {euro(drei_monatseinzahlungen)}"
        betrag = max(guthaben - drei_monatseinzahlungen, Decimal(0))
        return weg.schritt("Sondergeld über drei Monatseinzahlungen", formel, betrag, satz.norm, *weitere)

    wohin = "dem Eigengeld" if vollzugsart in remand else "dem Überbrückungsgeld, ist es schon gebildet, dem Eigengeld"
    return rechne_aus("Überhang des Sondergelds", rechne, Rundung.AM_ENDE, hinweise=(f"Der Betrag ist {wohin} zuzuführen.",))


def _satz(tabelle: Mapping[Vollzugsart, Ansatz], vollzugsart: Vollzugsart, was: str) -> Ansatz:
    if satz := tabelle.get(vollzugsart):
        return satz
    raise RechenFehler(f"JVollzGB II (Untersuchungshaft) sieht kein {was} vor.", "vollzugsart")
