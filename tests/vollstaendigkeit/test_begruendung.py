"""Whether reasons tell what happened: a day alone, or one to come, is no Sachverhalt."""

from __future__ import annotations

import pytest
from schreibtisch import Kurz, als_markdown, befunde, geprueft

from normen.wissen import Wissen

FEHLT: Kurz = ("sachverhalt", "FEHLT")
TAG = "Lautenbrunn, den 3. März 2026"


@pytest.mark.parametrize(
    ("satz", "tag", "erzaehlt"),
    [
        ("Am 27. Februar 2026 haben Sie einen Mitgefangenen geschlagen.", TAG, True),
        ("Am 27. Februar 2026 Schlag gegen einen Mitgefangenen.", TAG, True),
        ("Seit dem 3. März 2024 verbüßen Sie eine Freiheitsstrafe.", TAG, True),
        ("Seit dem 3. März 2024 fehlt jede Mitarbeit.", TAG, True),
        ("Sie kehrten erst am 27. Februar 2026 zurück.", TAG, True),
        ("Sie haben mit Schreiben vom 1. Februar 2026 den Ausgang beantragt.", TAG, True),
        ("Mit Schreiben vom 1. Februar 2026 beantragten Sie den Ausgang.", TAG, True),
        ("Am 3. März 2026 schlugen Sie einen Mitgefangenen.", TAG, True),
        ("Es wurde am 12. Juni 2026 festgestellt, dass Sie getrunken haben.", TAG, True),
        ("Es kann Arrest verhängt werden. Der Vollzug beginnt am 1. Juli 2026.", TAG, False),
        ("Der Vollzug ist ab dem 1. Juli 2026 vorgesehen.", TAG, False),
        ("Die Maßnahme gilt bis zum 1. Februar 2026.", TAG, False),
        ("Der Entzug dauert ab 1. Februar 2026 vier Wochen.", TAG, False),
        ("Sie wurden am 2. März 2026 zu dem Vorwurf gehört.", TAG, False),
        ("Es kann Arrest verhängt werden. Der Vollzug beginnt am 1. Juli 2026.", "", False),
        ("Am 27. Februar 2026 haben Sie einen Mitgefangenen geschlagen.", "", True),
    ],
)
def test_ein_tag_allein_ist_kein_sachverhalt(satz: str, tag: str, *, erzaehlt: bool, wissen: Wissen) -> None:
    zeilen = [
        "Justizvollzugsanstalt Lautenbrunn",
        *filter(None, [tag]),
        "# Entscheidung",
        "Gegen Sie wird ein Verweis angeordnet.",
        "# Gründe",
        satz,
    ]
    assert (FEHLT in befunde(geprueft(wissen, als_markdown(zeilen)))) is not erzaehlt
