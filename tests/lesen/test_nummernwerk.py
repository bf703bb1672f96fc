"""A numbered rule as a whole: title, date line, numbers, the footer of a printed page."""

from __future__ import annotations

import pytest

from normen.einheit import Art, Einheit
from normen.fehler import LeseFehler, Ort
from normen.lesen.nummernwerk import lies_nummernwerk
from normen.lesen.zeilen import Rauschen


def lies(druck: str) -> Einheit:
    (werk,), _ = lies_nummernwerk(druck, "av.txt", "AV X")
    return werk


def baum(werk: Einheit) -> list[str]:
    """Return a line for each Einheit below: its citation (without the work), its heading after "#", its own words."""
    return [
        f"{str(e.zitat).removesuffix(' AV X')}{f' # {e.ueberschrift}' if e.ueberschrift else ''}: {e.text}".rstrip()
        for e in werk.alle()
        if e is not werk
    ]


#: From the AV ForAmb NRW as recognised from its printout: number 6.7 runs round the footer of page 4.
AV = """\
Behandlung psychisch erkrankter Haftentlassener durch forensische
Ambulanzen zur Erfiillung von Therapieweisungen
AV d. JM vom 3. Dezember 2024 (4000 - lll. 128 Sdb. Allgemein)
-JMBI. NRWS. -

1.
Therapiekosten

1.1
Die Therapiekosten umfassen die fallbezogenen Personal- und Sachkosten.
 1.2

Das Oberlandesgericht erstattet die Kosten nach
Ziffer 5 quartalsweise. Die vorzulegende

Version:04.12.24 14:12 Druck:04.12.24 14:12
Seite 4 von 6



Abrechnung enthalt das Aktenzeichen.

2. Inkrafttreten

Die AV tritt mit Wirkung zum 1. Januar 2025 in Kraft.
"""


def test_titel_erlasszeile_und_nummern() -> None:
    werk = lies(AV)
    assert (str(werk.zitat), werk.art, werk.zeilen) == ("AV X", Art.WERK, (1, 25))
    assert werk.ueberschrift.inhalt == (
        "Behandlung psychisch erkrankter Haftentlassener durch forensische Ambulanzen zur Erfiillung von Therapieweisungen"
    )
    assert werk.text.inhalt == "AV d. JM vom 3. Dezember 2024 (4000 - lll. 128 Sdb. Allgemein) -JMBI. NRWS. -"
    assert [zeile for zeile in baum(werk) if "1.2" not in zeile] == [
        "Nr. 1 # Therapiekosten:",
        "Nr. 1.1: Die Therapiekosten umfassen die fallbezogenen Personal- und Sachkosten.",
        "Nr. 2 # Inkrafttreten: Die AV tritt mit Wirkung zum 1. Januar 2025 in Kraft.",
    ]


def test_seitenfuss_mitten_im_satz_ist_rauschen_und_der_satz_geht_weiter() -> None:
    _, rauschen = lies_nummernwerk(AV, "av.txt", "AV X")
    assert rauschen == (
        Rauschen(16, "Version:04.12.24 14:12 Druck:04.12.24 14:12", "Seitenfuß"),
        Rauschen(17, "Seite 4 von 6", "Seitenfuß"),
    )
    assert baum(lies(AV))[2:5] == [
        "Nr. 1.2:",
        "Nr. 1.2 Satz 1: Das Oberlandesgericht erstattet die Kosten nach Ziffer 5 quartalsweise.",
        "Nr. 1.2 Satz 2: Die vorzulegende Abrechnung enthalt das Aktenzeichen.",
    ]


@pytest.mark.parametrize(
    "zeile",
    [
        "AV d. JM vom 3. Dezember 2024",
        "RV d. JM v. 5. Mai 2010 (4400 - IV. 5)",
        "RdErl. d. MK v. 5.5.2010",
        "Verwaltungsvorschrift des Justizministeriums vom 8. März 2010",
        "Erlass des Ministeriums der Justiz vom 1. Januar 2020",
        "Bek. d. MJ v. 3.4.2012",
    ],
)
def test_mit_der_erlasszeile_endet_der_titel(zeile: str) -> None:
    werk = lies(f"Titel der Vorschrift\nin zwei Zeilen\n{zeile}\nAz. 4400/1\n\n1 Eins.")
    assert werk.ueberschrift.inhalt == "Titel der Vorschrift in zwei Zeilen"
    assert werk.text.inhalt == f"{zeile} Az. 4400/1"


def test_ohne_erlasszeile_ist_alles_vor_nummer_1_titel() -> None:
    werk = lies("Richtlinien für den Besuch\n\n1 Eins.")
    assert (werk.ueberschrift.inhalt, werk.text.inhalt) == ("Richtlinien für den Besuch", "")


@pytest.mark.parametrize("druck", ["", "\n \n", "Titel\n\nText ohne Nummern.", "Titel\n\n2. Zwei."])
def test_text_ohne_nummer_1_wird_abgewiesen(druck: str) -> None:
    with pytest.raises(LeseFehler) as fehler:
        lies(druck)
    assert str(fehler.value) == "av.txt, Zeile 1: Der Text hat keine Nummer 1."
    assert fehler.value.ort == Ort("av.txt", 1)


def test_jede_nummer_weiss_ihre_zeilen() -> None:
    zeilen = {str(e.zitat): e.zeilen for e in lies(AV).alle()}
    assert zeilen["Nr. 1 AV X"] == (6, 21)
    assert zeilen["Nr. 1.2 AV X"] == (11, 21)
    assert zeilen["Nr. 2 AV X"] == (23, 25)
