"""Taschengeld with the days taken off and the means of one's own (§ 53 JVollzGB III, § 48 IV, § 49 V, with their VV)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..fehler import RechenFehler
from .angabe import verlange, verlange_bereich, verlange_betrag
from .ansatz import Ansatz, ansatz
from .ergebnis import Rechnung
from .groessen import Rechengroessen
from .rechenweg import Rechenweg, Rundung, rechne_aus
from .schriftform import euro, mehrzahl, zahl
from .verguetung import schritte_tagessatz_eck
from .vollzugsart import Vollzugsart


@dataclass(frozen=True, slots=True)
class Taschengeldregel:
    """The numbers of a book and where it takes the rest from.

    ``uebernahme`` is the clause that takes VV zu § 53 over, ``uebernahme_hoehe`` the same for Nr. 1.1, in whose place
    VV zu § 49 JVollzGB V has a Nr. 1 of its own.
    """

    anspruch: str
    unverbraucht: str
    anteil: Ansatz
    faktor: Ansatz
    abzug: str
    uebernahme: tuple[str, ...] = ()
    uebernahme_hoehe: tuple[str, ...] = ()


_FAKTOR = "multipliziert mit dem Faktor 21"
_VV_1_1 = "VV Nr. 1.1 Satz 1 zu § 53 JVollzGB III"
_ANTEIL_14 = ansatz(14, _VV_1_1, "14 vom Hundert des Tagessatzes der Eckvergütung")
_FAKTOR_21 = ansatz(21, _VV_1_1, _FAKTOR)
_ABZUG = "VV Nr. 1.1 Satz 2 zu § 53 JVollzGB III"

REGELN: Mapping[Vollzugsart, Taschengeldregel] = {
    Vollzugsart.FREIHEITSSTRAFE: Taschengeldregel(
        "§ 53 Abs. 1 Satz 1 JVollzGB III", "§ 53 Abs. 1 Satz 2 JVollzGB III", _ANTEIL_14, _FAKTOR_21, _ABZUG
    ),
    Vollzugsart.JUGENDSTRAFE: Taschengeldregel(
        "§ 48 Abs. 1 Satz 1 JVollzGB IV",
        "§ 48 Abs. 1 Satz 2 JVollzGB IV",
        _ANTEIL_14,
        _FAKTOR_21,
        _ABZUG,
        ("VV zu § 48 JVollzGB IV",),
        ("VV zu § 48 JVollzGB IV",),
    ),
    Vollzugsart.SICHERUNGSVERWAHRUNG: Taschengeldregel(
        "§ 49 Abs. 1 JVollzGB V",
        "§ 49 Abs. 1 Satz 4 JVollzGB V",
        ansatz(24, "VV Nr. 1 Satz 1 zu § 49 JVollzGB V", "24 Prozent des Tagessatzes der Eckvergütung"),
        ansatz(21, "VV Nr. 1 Satz 1 zu § 49 JVollzGB V", _FAKTOR),
        "VV Nr. 1 Satz 2 zu § 49 JVollzGB V",
        ("VV Nr. 2 zu § 49 JVollzGB V",),
    ),
}
FREIES_SONDERGELD = ansatz(
    2, "VV Nr. 1.5 Satz 2 zu § 53 JVollzGB III", "zwei Tagessätze der Eckvergütung entsprechendes Sondergeld"
)
PORTO = ansatz(2, "VV Nr. 4.2 zu § 53 JVollzGB III", "zwei Tagessätzen der Eckvergütung")
#: Mondays to Fridays of a month, at most.
_TAGE_IM_MONAT = 23


@dataclass(frozen=True, slots=True)
class _Mittel:
    """What stood on the accounts; see `taschengeld`."""

    guthaben: Decimal
    davon_sondergeld: Decimal
    davon_ueberbrueckungsgeld: Decimal
    davon_taschengeld: Decimal
    fremdwaehrung: Decimal


def taschengeld(
    *,
    groessen: Rechengroessen,
    jahr: int,
    vollzugsart: Vollzugsart,
    tage_verschuldet: int = 0,
    tage_nicht_im_vollzug: int = 0,
    tage_ohne_anspruch: int = 0,
    guthaben: Decimal = Decimal(0),
    davon_sondergeld: Decimal = Decimal(0),
    davon_ueberbrueckungsgeld: Decimal = Decimal(0),
    davon_taschengeld: Decimal = Decimal(0),
    fremdwaehrung: Decimal = Decimal(0),
    rundung: Rundung = Rundung.AM_ENDE,
) -> Rechnung:
    """Taschengeld of a month; 0 Euro is a refusal, and the steps say by which number.

    § 53 Abs. 1 JVollzGB III with VV Nr. 1, § 48 Abs. 1 JVollzGB IV (its VV takes that over), § 49 Abs. 1 JVollzGB V
    with VV Nr. 1 and 2. ``jahr`` is that of the month it is for. ``tage_verschuldet`` and ``tage_nicht_im_vollzug`` are
    the days of VV Nr. 1.1 Satz 2, ``tage_ohne_anspruch`` the Werktage of VV Nr. 1 Satz 2 zu § 49 JVollzGB V.
    ``guthaben`` is the highest that the accounts of Hausgeld, Eigengeld and Sondergeld showed between the Stichtage (VV
    Nr. 1.5 Satz 1); the ``davon_…`` are the parts of it that are Sondergeld, Eigengeld needed as Überbrückungsgeld, and
    Taschengeld not used up. ``fremdwaehrung`` is the value of exchangeable foreign money (VV Nr. 1.3). JVollzGB II
    knows no Taschengeld.
    """
    regel = _regel(vollzugsart)
    tage = _abzugstage(vollzugsart, tage_verschuldet, tage_nicht_im_vollzug, tage_ohne_anspruch)
    mittel = _Mittel(guthaben, davon_sondergeld, davon_ueberbrueckungsgeld, davon_taschengeld, fremdwaehrung)
    _pruefe_mittel(mittel)

    def rechne(weg: Rechenweg) -> Decimal:
        tagessatz = schritte_tagessatz_eck(weg, groessen, jahr, vollzugsart)
        if mittel.fremdwaehrung and mittel.fremdwaehrung >= _monatsbetrag(regel, tagessatz):
            return _nicht_beduerftig(weg, mittel, _monatsbetrag(regel, tagessatz), regel)
        betrag = _schritte_betrag(weg, regel, tagessatz, tage)
        return _abzueglich_mittel(weg, betrag, tagessatz, mittel, regel)

    return rechne_aus(f"Taschengeld {jahr}", rechne, rundung)


def taschengeld_im_ersten_monat(
    *,
    groessen: Rechengroessen,
    jahr: int,
    vollzugsart: Vollzugsart,
    verfuegbares_eigengeld: Decimal = Decimal(0),
    rundung: Rundung = Rundung.AM_ENDE,
) -> Rechnung:
    """Taschengeld already in the first month, as far as there is no Eigengeld to be released (§ 18 JVollzGB III).

    VV Nr. 1.6 zu § 53 JVollzGB III: in the amount of Nr. 1.1 Satz 1, so no days are taken off. JVollzGB V does not take
    Nr. 1.6 over; by VV Nr. 2 zu § 49 JVollzGB V it may be granted early where means will not reach the Taschengeld, but
    not said is what means below that take off: `RechenFehler`.
    """
    regel = _regel(vollzugsart)
    verlange(
        vollzugsart is not Vollzugsart.SICHERUNGSVERWAHRUNG,
        "vollzugsart",
        "VV Nr. 2 zu § 49 JVollzGB V übernimmt Nr. 1.6 nicht und sagt nicht, wie geringere Mittel anzurechnen sind.",
    )
    verlange_betrag("verfuegbares_eigengeld", verfuegbares_eigengeld)

    def rechne(weg: Rechenweg) -> Decimal:
        tagessatz = schritte_tagessatz_eck(weg, groessen, jahr, vollzugsart)
        betrag = _schritte_betrag(weg, regel, tagessatz, ())
        was = "Taschengeld im ersten Monat, soweit Eigengeld zur Freigabe nicht zur Verfügung steht"
        formel = f"{euro(betrag)} − {euro(verfuegbares_eigengeld)}"
        normen = ("VV Nr. 1.6 Satz 1 zu § 53 JVollzGB III", "VV Nr. 1.6 Satz 2 zu § 53 JVollzGB III", *regel.uebernahme)
        return weg.schritt(was, formel, max(betrag - verfuegbares_eigengeld, Decimal(0)), *normen)

    return rechne_aus(f"Taschengeld im ersten Monat {jahr}", rechne, rundung)


def porto_pauschale(
    *, groessen: Rechengroessen, jahr: int, vollzugsart: Vollzugsart, rundung: Rundung = Rundung.AM_ENDE
) -> Rechnung:
    """What may be released from the Eigengeld for postage where there was no Sondergeld: two Tagessätze.

    VV Nr. 4.2 zu § 53 JVollzGB III, taken over by VV zu § 48 JVollzGB IV; VV Nr. 2 zu § 49 JVollzGB V leaves it out.
    """
    if vollzugsart not in (Vollzugsart.FREIHEITSSTRAFE, Vollzugsart.JUGENDSTRAFE):
        raise RechenFehler(f"{PORTO.norm} gilt nicht für „{vollzugsart}“.", "vollzugsart")

    def rechne(weg: Rechenweg) -> Decimal:
        tagessatz = schritte_tagessatz_eck(weg, groessen, jahr, vollzugsart)
        formel = f"{zahl(PORTO.wert)} × {euro(tagessatz)}"
        return weg.schritt(
            "Pauschalbetrag für Postverkehr", formel, PORTO.wert * tagessatz, PORTO.norm, *_regel(vollzugsart).uebernahme
        )

    return rechne_aus(f"Pauschalbetrag für Postverkehr {jahr}", rechne, rundung)


def _regel(vollzugsart: Vollzugsart) -> Taschengeldregel:
    if regel := REGELN.get(vollzugsart):
        return regel
    raise RechenFehler("JVollzGB II (Untersuchungshaft) sieht kein Taschengeld vor.", "vollzugsart")


#: A reason for days that are taken off, in words, and how many.
_Abzug = tuple[tuple[str, int], ...]


def _abzugstage(vollzugsart: Vollzugsart, verschuldet: int, draussen: int, ohne_anspruch: int) -> _Abzug:
    sicherung = vollzugsart is Vollzugsart.SICHERUNGSVERWAHRUNG
    tage = {"tage_verschuldet": verschuldet, "tage_nicht_im_vollzug": draussen, "tage_ohne_anspruch": ohne_anspruch}
    for angabe, anzahl in tage.items():
        verlange_bereich(angabe, anzahl, 0, _TAGE_IM_MONAT)
        gilt = (angabe == "tage_ohne_anspruch") == sicherung
        verlange(gilt or not anzahl, angabe, f"Diese Tage kennt {REGELN[vollzugsart].abzug} nicht.")
    summe = verschuldet + draussen + ohne_anspruch
    verlange(
        summe <= _TAGE_IM_MONAT, "tage_verschuldet", f"Zusammen {summe} Abzugstage; ein Monat hat höchstens 23 Werktage."
    )
    gruende = ("verschuldet ohne Bezüge", "nicht im Vollzug", "ohne Anspruch")
    return tuple((grund, anzahl) for grund, anzahl in zip(gruende, tage.values(), strict=True) if anzahl)


def _pruefe_mittel(mittel: _Mittel) -> None:
    teile = {
        "davon_sondergeld": mittel.davon_sondergeld,
        "davon_ueberbrueckungsgeld": mittel.davon_ueberbrueckungsgeld,
        "davon_taschengeld": mittel.davon_taschengeld,
    }
    for angabe, betrag in {"guthaben": mittel.guthaben, "fremdwaehrung": mittel.fremdwaehrung, **teile}.items():
        verlange_betrag(angabe, betrag)
    summe = sum(teile.values(), Decimal(0))
    verlange(
        summe <= mittel.guthaben,
        "guthaben",
        f"Die Teile ({', '.join(teile)}) ergeben {euro(summe)}, mehr als das Guthaben von {euro(mittel.guthaben)}.",
    )


def _monatsbetrag(regel: Taschengeldregel, tagessatz: Decimal) -> Decimal:
    return tagessatz * regel.anteil.wert / 100 * regel.faktor.wert


def _schritte_betrag(weg: Rechenweg, regel: Taschengeldregel, tagessatz: Decimal, tage: _Abzug) -> Decimal:
    faktor = max(regel.faktor.wert - sum(anzahl for _, anzahl in tage), Decimal(0))
    if tage:
        gruende = " − ".join(f"{mehrzahl(anzahl, 'Tag', 'Tage')} ({grund})" for grund, anzahl in tage)
        weg.nenne(
            "Faktor",
            f"{zahl(regel.faktor.wert)} − {gruende}",
            zahl(faktor),
            regel.faktor.norm,
            regel.abzug,
            *regel.uebernahme_hoehe,
        )
    formel = f"{zahl(regel.anteil.wert)} % von {euro(tagessatz)} × {zahl(faktor)}"
    betrag = tagessatz * regel.anteil.wert / 100 * faktor
    normen = (regel.anspruch, regel.anteil.norm, *regel.uebernahme_hoehe)
    return weg.schritt("Taschengeld vor Abzug eigener Mittel", formel, betrag, *normen)


def _abzueglich_mittel(
    weg: Rechenweg, betrag: Decimal, tagessatz: Decimal, mittel: _Mittel, regel: Taschengeldregel
) -> Decimal:
    if not mittel.guthaben:
        return betrag
    anrechenbar = _schritte_anrechenbar(weg, tagessatz, mittel, regel)
    formel = f"{euro(betrag)} − {euro(anrechenbar)}"
    was = "Taschengeld" if betrag > anrechenbar else "Taschengeld: keines, weil die eigenen Mittel es erreichen"
    normen = ("VV Nr. 1.2 Satz 1 zu § 53 JVollzGB III", "VV Nr. 1.5 Satz 1 zu § 53 JVollzGB III", *regel.uebernahme)
    return weg.schritt(was, formel, max(betrag - anrechenbar, Decimal(0)), *normen)


def _schritte_anrechenbar(weg: Rechenweg, tagessatz: Decimal, mittel: _Mittel, regel: Taschengeldregel) -> Decimal:
    """Take off the highest balance what does not count."""
    frei = (
        weg.schritt(
            "Sondergeld, das außer Betracht bleibt, höchstens",
            f"{zahl(FREIES_SONDERGELD.wert)} × {euro(tagessatz)}",
            FREIES_SONDERGELD.wert * tagessatz,
            "VV Nr. 1.2 Satz 2 zu § 53 JVollzGB III",
            FREIES_SONDERGELD.norm,
            *regel.uebernahme,
        )
        if mittel.davon_sondergeld
        else Decimal(0)
    )
    abzuege = (
        (min(frei, mittel.davon_sondergeld), "Sondergeld", FREIES_SONDERGELD.norm),
        (mittel.davon_ueberbrueckungsgeld, "notwendiges Überbrückungsgeld", FREIES_SONDERGELD.norm),
        (mittel.davon_taschengeld, "nicht verbrauchtes Taschengeld", regel.unverbraucht),
    )
    gilt = tuple(abzug for abzug in abzuege if abzug[0])
    formel = " − ".join((euro(mittel.guthaben), *(f"{euro(wert)} ({was})" for wert, was, _ in gilt)))
    normen = dict.fromkeys(("VV Nr. 1.5 Satz 1 zu § 53 JVollzGB III", *(norm for *_, norm in gilt), *regel.uebernahme))
    return weg.schritt(
        "Anzurechnendes Guthaben", formel if gilt else "", mittel.guthaben - sum(w for w, *_ in gilt), *normen
    )


def _nicht_beduerftig(weg: Rechenweg, mittel: _Mittel, monatsbetrag: Decimal, regel: Taschengeldregel) -> Decimal:
    was = f"Fremde Währung im Wert von {euro(mittel.fremdwaehrung)} bei den Wertsachen"
    weg.nenne(
        was,
        f"mindestens das monatliche Taschengeld von {euro(monatsbetrag)}",
        "keine Bedürftigkeit",
        "VV Nr. 1.3 zu § 53 JVollzGB III",
        *regel.uebernahme,
    )
    return weg.schritt("Taschengeld", "", Decimal(0), regel.anspruch)
