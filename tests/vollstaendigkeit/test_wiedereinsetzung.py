"""Sätze on a missed period: which there are, and which period each names, by what it runs from."""

from __future__ import annotations

import pytest
from schreibtisch import Kurz, befunde, geaendert, geprueft, schreiben

from normen.wissen import Wissen

DISZIPLIN = "freiheitsstrafe-disziplinarmassnahme"
ENDE = "Er hat keine aufschiebende Wirkung."
FALSCH: set[Kurz] = {("wiedereinsetzung", "PASST_NICHT")}


@pytest.mark.parametrize(
    ("satz", "sondern"),
    [
        ("binnen zwei Wochen nach Wegfall des Hindernisses Wiedereinsetzung beantragt werden", ""),
        ("binnen eines Jahres nach Wegfall des Hindernisses Wiedereinsetzung beantragt werden", "zwei Wochen"),
        ("spätestens zwei Wochen nach Wegfall des Hindernisses Wiedereinsetzung beantragt werden", ""),
        ("spätestens ein Jahr nach Ende der Verhinderung Wiedereinsetzung beantragt werden", "zwei Wochen"),
        ("Wiedereinsetzung ein Jahr nach dem Ende der versäumten Frist nicht mehr beantragt werden", ""),
        ("Wiedereinsetzung spätestens 18 Monate nach dem Ende der versäumten Frist beantragt werden", "ein Jahr"),
        ("Wiedereinsetzung binnen zwei Wochen nach Fristende beantragt werden", "ein Jahr"),
        ("Wiedereinsetzung binnen sechs Monaten nach Ablauf der Antragsfrist beantragt werden", "ein Jahr"),
        ("nach Ablauf eines Jahres keine Wiedereinsetzung mehr beantragt werden", ""),
        ("nach Ablauf von zwei Jahren keine Wiedereinsetzung mehr beantragt werden", "ein Jahr"),
        ("nach einem Jahr Wiedereinsetzung nicht mehr beantragt werden", ""),
        ("nach drei Monaten Wiedereinsetzung nicht mehr beantragt werden", "ein Jahr"),
        ("Wiedereinsetzung längstens zwei Jahre lang beantragt werden", "ein Jahr"),
        ("Wiedereinsetzung spätestens binnen zwei Wochen beantragt werden", ""),
        ("Wiedereinsetzung spätestens binnen eines Jahres beantragt werden", ""),
        ("Wiedereinsetzung spätestens binnen eines Monats beantragt werden", "ein Jahr"),
        ("Wiedereinsetzung binnen 14 Tagen nach Wegfall des Hindernisses, längstens ein Jahr nach Fristende, erfolgen", ""),
        ("Wiedereinsetzung binnen 14 Tagen nach Wegfall des Hindernisses und spätestens zwei Jahre nach Fristende erfolgen",
         "ein Jahr"),
        ("Wiedereinsetzung binnen einer Woche nach Wegfall des Hindernisses, spätestens ein Jahr nach Fristende, erfolgen",
         "zwei Wochen"),
    ],
)  # fmt: skip
def test_welche_frist_gemeint_ist_sagt_wovon_sie_laeuft(satz: str, sondern: str, wissen: Wissen) -> None:
    text = geaendert(schreiben(DISZIPLIN), ENDE, f"{ENDE} Wird die Frist versäumt, kann {satz}.")
    bericht = geprueft(wissen, text)
    assert befunde(bericht) == (FALSCH if sondern else set())
    assert [f.grund.rpartition("sondern: ")[2] for f in bericht.feststellungen] == ([f"{sondern}."] if sondern else [])
    assert sondern or "wiedereinsetzung" in {v.teil for v in bericht.vorhanden}


#: How the instruction goes on that names no period so far, and what is found.
WEITER: list[tuple[str, set[Kurz]]] = [
    ("Der Antrag ist innerhalb von zwei Wochen nach Bekanntgabe zu stellen.", set()),
    ("Wer verhindert ist, kann sich vertreten lassen. Der Antrag ist innerhalb von zwei Wochen nach Bekanntgabe zu stellen.",
     set()),
    ("Sind Sie verhindert, hilft der Sozialdienst. Er ist binnen zwei Wochen nach Zustellung anzurufen.", set()),
    ("Wer die Frist versäumt, verliert sein Recht. Der Antrag ist binnen zwei Wochen nach Bekanntgabe zu stellen.", set()),
    ("Wer die Frist versäumt, kann Wiedereinsetzung beantragen. Der Antrag ist binnen zwei Wochen zu stellen.",
     {("rechtsbehelfsfrist", "FEHLT")}),
    ("War jemand ohne Verschulden verhindert, rechtzeitig zu handeln, so gilt: Er kann das binnen eines Monats nachholen.",
     {("rechtsbehelfsfrist", "FEHLT"), *FALSCH}),
    ("Nach Wegfall des Hindernisses ist der Antrag binnen zwei Wochen zu stellen.", {("rechtsbehelfsfrist", "FEHLT")}),
]  # fmt: skip


@pytest.mark.parametrize(("satz", "erwartet"), WEITER)
def test_saetze_ueber_verhinderte_nehmen_die_frist_nicht_weg(satz: str, erwartet: set[Kurz], wissen: Wissen) -> None:
    ohne = geaendert(schreiben(DISZIPLIN), "binnen 14 Tagen nach Zustellung oder schriftlicher\nBekanntgabe ", "")
    assert befunde(geprueft(wissen, geaendert(ohne, ENDE, f"{ENDE} {satz}"))) == erwartet
