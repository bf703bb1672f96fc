"""Days counted back from release or on from it, and other days that the rules name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .angabe import verlange, verlange_bereich
from .ansatz import Ansatz, ansatz
from .ergebnis import Frist, Schritt
from .fristlauf import Dauer, Einheit, dauer_ab
from .groessen import Rechengroessen
from .kalender import Land, ruhetag, um_monate
from .schriftform import mehrzahl, tag, wochentag


class Anlass(StrEnum):
    """What a day is counted for."""

    UNTERRICHTUNG_FORENSISCHE_AMBULANZ = "unterrichtung_forensische_ambulanz"
    GUTACHTEN_FORENSISCHE_AMBULANZ = "gutachten_forensische_ambulanz"
    ZUSAMMENARBEIT_JUGENDSTRAFVOLLZUG = "zusammenarbeit_jugendstrafvollzug"
    FREISTELLUNG_FREIGANG = "freistellung_freigang"
    FREISTELLUNG_ENTLASSUNGSVORBEREITUNG = "freistellung_entlassungsvorbereitung"
    ZUSTIMMUNG_OFFENER_VOLLZUG = "zustimmung_offener_vollzug"
    ZUSTIMMUNG_VOLLZUGSOEFFNUNG = "zustimmung_vollzugsoeffnung"
    ZUSTIMMUNG_FREIE_FORM = "zustimmung_freie_form"
    ZUSTIMMUNG_VOLLZUGSOEFFNUNG_JUGEND = "zustimmung_vollzugsoeffnung_jugend"


@dataclass(frozen=True, slots=True)
class Rueckrechnung:
    """What is to be done, how many months before what."""

    was: str
    satz: Ansatz
    bezugspunkt: str


RUECKRECHNUNGEN: Mapping[Anlass, Rueckrechnung] = {
    Anlass.UNTERRICHTUNG_FORENSISCHE_AMBULANZ: Rueckrechnung(
        "Unterrichtung von Vollstreckungsbehörde, Sozialem Dienst und Führungsaufsichtsstelle",
        ansatz(6, "Nr. 4.1 Satz 2 AV ForAmb NRW", "sechs Monate vor dem zu erwartenden Vollstreckungsende"),
        "Vollstreckungsende",
    ),
    Anlass.GUTACHTEN_FORENSISCHE_AMBULANZ: Rueckrechnung(
        "Erstattung des Kurzgutachtens",
        ansatz(4, "Nr. 4.2 Satz 2 AV ForAmb NRW", "vier Monate vor Strafende"),
        "Strafende",
    ),
    Anlass.ZUSAMMENARBEIT_JUGENDSTRAFVOLLZUG: Rueckrechnung(
        "Zusammenarbeit mit Institutionen und Personen",
        ansatz(6, "§ 83 Abs. 1 JVollzGB IV", "möglichst sechs Monate vor der voraussichtlichen Entlassung"),
        "voraussichtliche Entlassung",
    ),
    Anlass.FREISTELLUNG_FREIGANG: Rueckrechnung(
        "Freistellung aus der Haft für Freigänger, frühestens",
        ansatz(9, "§ 88 Satz 1 JVollzGB III", "innerhalb von neun Monaten vor der Entlassung"),
        "Entlassung",
    ),
    Anlass.FREISTELLUNG_ENTLASSUNGSVORBEREITUNG: Rueckrechnung(
        "Freistellung aus der Haft zur Vorbereitung der Entlassung, frühestens",
        ansatz(3, "§ 89 Abs. 3 Satz 1 JVollzGB III", "Innerhalb von drei Monaten vor der Entlassung"),
        "Entlassung",
    ),
    Anlass.ZUSTIMMUNG_OFFENER_VOLLZUG: Rueckrechnung(
        "Der Zustimmungsvorbehalt entfällt",
        ansatz(18, "VV Nr. 4.2.1 zu § 7 JVollzGB III", "18 Monate vor dem Endstrafenzeitpunkt"),
        "Endstrafenzeitpunkt",
    ),
    Anlass.ZUSTIMMUNG_VOLLZUGSOEFFNUNG: Rueckrechnung(
        "Der Zustimmungsvorbehalt entfällt",
        ansatz(18, "VV Nr. 8.2.1 zu § 9 JVollzGB III", "18 Monate vor dem Endstrafenzeitpunkt"),
        "Endstrafenzeitpunkt",
    ),
    Anlass.ZUSTIMMUNG_FREIE_FORM: Rueckrechnung(
        "Der Zustimmungsvorbehalt entfällt",
        ansatz(12, "VV Nr. 3.1.2.1 zu § 7 JVollzGB IV", "zwölf Monate vor dem Endstrafenzeitpunkt"),
        "Endstrafenzeitpunkt",
    ),
    Anlass.ZUSTIMMUNG_VOLLZUGSOEFFNUNG_JUGEND: Rueckrechnung(
        "Der Zustimmungsvorbehalt entfällt",
        ansatz(12, "VV Nr. 8.2.1 zu § 9 JVollzGB IV", "zwölf Monate vor dem Endstrafenzeitpunkt"),
        "Endstrafenzeitpunkt",
    ),
}
THERAPIEBEGINN = ansatz(4, "Nr. 7.2 AV ForAmb NRW", "nach vier Wochen begonnen")
_ZAEHLREGEL = ("§ 186 BGB", "§ 187 Abs. 1 BGB", "§ 188 Abs. 2 BGB", "§ 188 Abs. 3 BGB")
_RUECKWAERTS = (
    "Wie rückwärts gezählt wird, sagt der Text nicht; hier nach den §§ 187 und 188 BGB in umgekehrter Richtung: der Tag mit"
    " der gleichen Zahl, sonst der letzte des Monats."
)
_MELDUNG_WERKTAG = "„{}“ ist am {} ({}); der Text verschiebt den Tag nicht."


def tag_vor_entlassung(*, anlass: Anlass, entlassung: date, land: Land | None = None) -> Frist:
    """Day so many months before release, the end of the sentence or of its enforcement: as the rule has it.

    Nr. 4.1 and 4.2 AV ForAmb NRW, § 83 Abs. 1 JVollzGB IV, §§ 88 and 89 Abs. 3 JVollzGB III, VV Nr. 4.2.1 zu § 7 and
    Nr. 8.2.1 zu § 9 JVollzGB III, VV Nr. 3.1.2.1 zu § 7 and Nr. 8.2.1 zu § 9 JVollzGB IV. The day is not moved to a
    working day; with ``land``, a Hinweis says where it is none.
    """
    fall = RUECKRECHNUNGEN[anlass]
    dauer = Dauer(int(fall.satz.wert), Einheit.MONATE)
    return _zurueck(fall.was, fall.bezugspunkt, von=entlassung, dauer=dauer, norm=fall.satz.norm, land=land)


def tag_vor(*, anzahl: int, einheit: Einheit, ereignis: date, norm: str, land: Land | None = None) -> Frist:
    """Day so long before an event; ``norm`` is the provision or clause that says so, as it is cited."""
    verlange_bereich("anzahl", anzahl, 1, 10_000)
    verlange(bool(norm.strip()), "norm", "Nennen Sie die Vorschrift oder Vereinbarung, auf der die Rückrechnung beruht.")
    dauer = Dauer(anzahl, einheit)
    return _zurueck(f"{dauer} vor dem {tag(ereignis)}", "Ereignis", von=ereignis, dauer=dauer, norm=norm.strip(), land=land)


def _zurueck(was: str, bezugspunkt: str, *, von: date, dauer: Dauer, norm: str, land: Land | None) -> Frist:
    ende = dauer.vor(von)
    schritte = (
        Schritt("Zeitraum", bezugspunkt, f"{dauer} vorher", (norm,)),
        Schritt(was, f"{dauer} vor dem {tag(von)}", f"{wochentag(ende)}, {tag(ende)}", _ZAEHLREGEL),
    )
    return Frist(was, von, str(dauer), ende, schritte, (_RUECKWAERTS, *_kein_werktag(was, ende, land)))


def _kein_werktag(was: str, datum: date, land: Land | None) -> tuple[str, ...]:
    grund = ruhetag(datum, land) if land else ""
    return (_MELDUNG_WERKTAG.format(was, tag(datum), grund),) if grund else ()


def therapiebeginn(*, entlassung: date, land: Land | None = None) -> Frist:
    """Last day to begin therapy after release: four weeks.

    Nr. 7.2 AV ForAmb NRW, unless Nr. 4.5 or 4.6 applies. It is no declaration, so § 193 BGB does not move the day.
    """
    dauer = Dauer(int(THERAPIEBEGINN.wert), Einheit.WOCHEN)
    ende, was = dauer.nach(entlassung), "Beginn der Therapie, spätestens"
    schritte = (
        Schritt("Zeitraum", "", f"{dauer} nach der Entlassung", (THERAPIEBEGINN.norm,)),
        Schritt(was, dauer_ab(dauer, entlassung), f"{wochentag(ende)}, {tag(ende)}", _ZAEHLREGEL[:3]),
    )
    return Frist(was, entlassung, str(dauer), ende, schritte, _kein_werktag(was, ende, land))


def werktage_nach(*, anzahl: int, ereignis: date, land: Land, samstag_ist_werktag: bool, norm: str) -> Frist:
    """So many Werktage after the day of an event, which does not count.

    Whether Saturday is a Werktag, the rules say differently (VV Nr. 2.5 zu § 48 JVollzGB III: yes; VV Nr. 2.4 zu § 49
    JVollzGB III: no) or, as § 7 Abs. 2 JVollzGB II, not at all; it is asked for. ``norm`` is the provision or clause,
    as it is cited.
    """
    verlange_bereich("anzahl", anzahl, 1, 1000)
    verlange(bool(norm.strip()), "norm", "Nennen Sie die Vorschrift oder Vereinbarung, auf der die Frist beruht.")
    datum, offen, ausgelassen = ereignis, anzahl, []
    while offen:
        datum += timedelta(1)
        grund = ruhetag(datum, land)
        if grund and not (grund == "Samstag" and samstag_ist_werktag):
            ausgelassen.append(f"{tag(datum)} ({grund})")
        else:
            offen -= 1
    dauer = mehrzahl(anzahl, "Werktag", "Werktage")
    zaehlt = "Samstag zählt mit" if samstag_ist_werktag else "Samstag zählt nicht mit"
    schritte = [Schritt("Zeitraum", f"{dauer} nach dem {tag(ereignis)}", zaehlt, (norm.strip(),))]
    if ausgelassen:
        schritte.append(Schritt(f"Keine Werktage ({land})", "", ", ".join(ausgelassen), (norm.strip(),)))
    schritte.append(
        Schritt("Letzter Tag", "", f"{wochentag(datum)}, {tag(datum)}", ("§ 187 Abs. 1 BGB", "§ 188 Abs. 1 BGB"))
    )
    return Frist(f"{dauer} nach dem {tag(ereignis)}", ereignis, dauer, datum, tuple(schritte))


def taschengeld_antragsfrist(*, jahr: int, monat: int) -> Frist:
    """Last day to apply for the Taschengeld of a month: the end of the month after it.

    VV Nr. 2.2 Satz 1 zu § 53 JVollzGB III; a later application is not excluded, but as a rule need is then denied (Satz 2).
    """
    verlange_bereich("jahr", jahr, 1950, 9000)
    verlange_bereich("monat", monat, 1, 12)
    erster = date(jahr, monat, 1)
    ende = um_monate(erster, 2) - timedelta(1)
    norm = "VV Nr. 2.2 Satz 1 zu § 53 JVollzGB III"
    schritt = Schritt("Antrag im Laufe des Monats oder des nächsten Monats, letzter Tag", "", tag(ende), (norm, "§ 192 BGB"))
    spaeter = "VV Nr. 2.2 Satz 2 zu § 53 JVollzGB III"
    hinweis = f"Bei späterem Antrag ist in der Regel von fehlender Bedürftigkeit auszugehen ({spaeter})."
    return Frist("Antrag auf Taschengeld", erster, "bis zum Ende des nächsten Monats", ende, (schritt,), (hinweis,))


class Verfahrensrecht(StrEnum):
    """By which law an act is made known."""

    VWVFG = "vwvfg"
    SGB_X = "sgb_x"


_POST: Mapping[Verfahrensrecht, tuple[str, str, str]] = {
    Verfahrensrecht.VWVFG: ("bekanntgabe_post_vwvfg", "§ 41 Abs. 2 Satz 1 VwVfG", "§ 41 Abs. 2 Satz 3 VwVfG"),
    Verfahrensrecht.SGB_X: ("bekanntgabe_post_sgb_x", "§ 37 Abs. 2 Satz 1 SGB X", "§ 37 Abs. 2 Satz 3 SGB X"),
}


def bekanntgabe_durch_post(
    *, groessen: Rechengroessen, recht: Verfahrensrecht, aufgabe: date, zugang: date | None = None
) -> Frist:
    """Day on which an act sent by post within Germany counts as made known, or that of its later arrival.

    § 41 Abs. 2 VwVfG, § 37 Abs. 2 SGB X. How many days, is a figure of the year of posting. The day is not moved to a
    working day: the text does not say so.
    """
    name, fiktion, spaeter = _POST[recht]
    verlange(zugang is None or zugang >= aufgabe, "zugang", f"Der Zugang liegt vor der Aufgabe zur Post am {tag(aufgabe)}.")
    groesse = groessen.wert(name, aufgabe.year, "aufgabe")
    fiktiv = aufgabe + timedelta(int(groesse.wert))
    formel = f"{groesse.wert}. Tag nach der Aufgabe zur Post am {tag(aufgabe)}"
    schritte = [Schritt("Gilt als bekannt gegeben", formel, tag(fiktiv), (fiktion,), groesse.quelle)]
    if zugang and zugang > fiktiv:
        schritte.append(Schritt("Später zugegangen", "", tag(zugang), (spaeter,)))
    ende = max(fiktiv, zugang) if zugang else fiktiv
    return Frist("Bekanntgabe durch die Post", aufgabe, f"{groesse.wert} Tage", ende, tuple(schritte))
