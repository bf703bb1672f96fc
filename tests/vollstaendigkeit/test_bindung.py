"""How far provisions bind: as judged by hand for the Sätze of the loaded laws that say "kann" or "soll", and in tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from normen.vollstaendigkeit.bindung import Bindung, bindung, modus
from normen.wissen import Wissen
from normen.zitatleser import lies_zitat

GOLD = Path(__file__).parent.parent / "gold" / "bindung.jsonl"
BEURTEILT = [json.loads(zeile) for zeile in GOLD.read_text(encoding="utf-8").splitlines()]

#: What is read wrongly, and known: the subject stands behind too many words.
FALSCH_GELESEN = {"§ 37 Abs. 2 Satz 1 JVollzGB I"}


def test_gelesen_wie_beurteilt(wissen: Wissen) -> None:
    falsch = {r["citation"] for r in BEURTEILT if modus(wissen, lies_zitat(r["citation"])) is not Bindung(r["binding"])}
    assert falsch == FALSCH_GELESEN


def test_kein_falsches_kann(wissen: Wissen) -> None:
    """Of what was judged by hand nothing is read as a false "kann", which would stop a good notice."""
    assert set(Bindung) == {Bindung(r["binding"]) for r in BEURTEILT}
    kann = {r["citation"] for r in BEURTEILT if modus(wissen, lies_zitat(r["citation"])) is Bindung.KANN}
    assert kann <= {r["citation"] for r in BEURTEILT if r["binding"] == "kann"}
    assert len(kann) > 280


@pytest.mark.parametrize(
    "satz",
    [
        "Als Lockerung des Vollzuges kann namentlich angeordnet werden, daß der Gefangene die Anstalt verlassen darf.",
        "Ein rechtswidriger Verwaltungsakt kann, auch nachdem er unanfechtbar geworden ist, zurückgenommen werden.",
        "Der Anstaltsleiter kann dem Gefangenen für Lockerungen und Urlaub Weisungen erteilen.",
        "Gefangenen kann die Anstaltsleiterin Ausgang gewähren.",
        "Gefangenen können vollzugsöffnende Maßnahmen gewährt werden.",
        "Die Anstalt kann, soweit dies erforderlich ist, Ausnahmen zulassen.",
        "Kann Ausgang nicht gewährt werden, kann die Anstaltsleiterin Gefangene ausführen lassen.",
        "Soweit die Anstalt Beiträge zu entrichten hat, kann sie einen Betrag einbehalten.",
        "Besuche sind zu gestatten; die Überwachung kann durch technische Mittel erfolgen.",
        "Die Agentur für Arbeit kann zur Eingliederung Weisungen erteilen.",
        "Gefangenen kann, wenn sie sich eignen, der Ausgang gewährt werden.",
        "Gefangenen können, wenn sie sich eignen, die Ausgänge gewährt werden.",
        "Gefangenen kann, wenn sie sich eignen, der Ausgang gewährt werden, der ihrer Eingliederung dient.",
        "Die Anstalt kann Gefangenen, die sich eignen, den Ausgang gewähren.",
        "Ausgang kann, der Bedeutung der Sache entsprechend, gewährt werden.",
        "Die Bewilligung kann zurückgenommen werden.",
        "Anträge können zurückgewiesen werden.",
        "Daten können bekannt gegeben werden.",
        "Gefangene können aus der Gruppe ausgeschlossen werden, wenn sie stören oder andere geschlagen haben.",
        "Das Land kann Ausnahmen zulassen.",
    ],
)
def test_ermessen_hat_die_behoerde(satz: str) -> None:
    assert bindung(satz) is Bindung.KANN


@pytest.mark.parametrize(
    "satz",
    [
        # rights of the person
        "Junge Gefangene können beantragen, dass die Freistellung gewährt wird.",
        "Gegen eine Maßnahme kann gerichtliche Entscheidung beantragt werden.",
        "Gegen die Entscheidung kann Beschwerde eingelegt werden.",
        "Hiergegen können Gefangene Beschwerde einlegen.",
        "Gefangene können sich mit Wünschen, Anregungen und Beschwerden an die Anstaltsleitung wenden.",
        "Haben Gefangene ein Jahr lang gearbeitet, so können sie beanspruchen, freigestellt zu werden.",
        "Die Zustimmung kann jederzeit zur Niederschrift der Geschäftsstelle widerrufen werden.",
        # what is possible, or is not
        "Es kann nicht ausgeschlossen werden, dass Gefangene fliehen.",
        "Die Maßnahme kann rechtswidrig sein.",
        "Die Gestaltung der Freizeit kann dazu dienen, die Untergebrachten an die Behandlung heranzuführen.",
        "Die Daten können bekannt werden.",
        "Gefangene können alt werden.",
        "Die Anordnung kann notwendig werden.",
        "Junge Gefangene können in der Anstalt erwachsen werden.",
        "Durch den Kontakt kann die Sicherheit gefährdet werden.",
        "Die Ordnung kann empfindlich gestört werden.",
        "Es kann erwartet werden, dass sie mitwirken.",
        "Davon kann in der Regel ausgegangen werden.",
        "Das Ziel kann auch auf anderem Weg erreicht werden.",
        "Deutschland kann Mitglied sein.",
        "Die Anstalt kann Mitglied eines Vereins sein.",
        "Eine Anleitung kann hilfreich sein.",
        "Gottesdienste können Trost geben.",
        # what the person has declared
        "Der Antrag kann zurückgenommen werden.",
        "Hiergegen eingelegte Widersprüche können bis zur Entscheidung zurückgenommen werden.",
        "Die Einwilligung kann jederzeit widerrufen werden.",
        "Die Gefangenen können, wenn sie arbeiten, die Freistellung beanspruchen.",
        "Gefangene, die verlegt werden, können Beschwerde einlegen.",
        # subordinate clauses
        "Können Gefangene nicht arbeiten, so erhalten sie Taschengeld.",
        "Zwang ist zulässig, wenn der Zweck auf keine andere Weise erreicht werden kann.",
        "Gefangene sind zurückzuverlegen, wenn sie nicht behandelt werden können oder dies nicht wollen.",
        "",
    ],
)  # fmt: skip
def test_kein_ermessen_hat_die_behoerde(satz: str) -> None:
    assert bindung(satz) is Bindung.MUSS


@pytest.mark.parametrize(
    ("satz", "gesagt"),
    [
        ("Gefangene sollen im offenen Vollzug untergebracht werden, wenn sie geeignet sind.", Bindung.SOLL),
        ("Diese sollen, soweit sie mit dem Zweck vereinbar sind, berücksichtigt werden.", Bindung.SOLL),
        ("Unterricht soll während der Arbeitszeit stattfinden.", Bindung.SOLL),
        ("Im Vollzug sollen die Gefangenen fähig werden, ein Leben ohne Straftaten zu führen.", Bindung.MUSS),
        ("Sollen Daten übermittelt werden, muss dies erforderlich sein.", Bindung.MUSS),
        ("Es ist Überbrückungsgeld zu bilden, das den Lebensunterhalt sichern soll.", Bindung.MUSS),
        ("Sie sollen einbezogen werden; sie können auch an den Konferenzen beteiligt werden.", Bindung.KANN),
    ],
)
def test_soll_bindet_in_der_regel(satz: str, gesagt: Bindung) -> None:
    assert bindung(satz) is gesagt
