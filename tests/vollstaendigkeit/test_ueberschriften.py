"""Headings in words of their own: what stands below them is found, what they say themselves does not count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from schreibtisch import Kurz, als_html, als_markdown, als_word, befunde, geprueft

from normen.schriftstueck import Passage
from normen.wissen import Wissen

GESCHEHEN = "Sie haben am 27. Februar 2026 einen Mitgefangenen geschlagen."
GEHOERT = "Dazu wurden Sie am 2. März 2026 gehört."
ABGEWOGEN = "Eine Verwarnung wäre als milderes Mittel nicht ausreichend."
BELEHRUNG = (
    "Gegen diesen Bescheid können Sie binnen zwei Wochen nach schriftlicher Bekanntgabe schriftlich oder zu Protokoll der "
    "Geschäftsstelle gerichtliche Entscheidung beantragen. Zuständig ist die Strafvollstreckungskammer beim Landgericht "
    "Hohenried, Schlossplatz 1, 79980 Hohenried."
)
KOPF = [
    "Justizvollzugsanstalt Lautenbrunn",
    "Lautenbrunn, den 3. März 2026",
    "Herrn Peter Amsel, geboren am 2. Februar 1990",
    "# Entscheidung",
    "Gegen Sie wird nach § 81 Abs. 1 JVollzGB III ein Verweis angeordnet.",
]
SCHLUSS = ["gez. Berger", "Vollzugsabteilungsleiter"]
HINTEN = ["# Rechtsbehelfsbelehrung", BELEHRUNG, *SCHLUSS]

#: What stands between head and close, and what is found.
FAELLE: list[tuple[list[str], set[Kurz]]] = [
    (["# Gründe", f"{GESCHEHEN} {GEHOERT} {ABGEWOGEN}", *HINTEN], set()),
    # the hearing is not recorded by its heading
    (
        ["# Gründe", GESCHEHEN, "# Anhörung der Gefangenen", "Die Akten lagen vor.", ABGEWOGEN, *HINTEN],
        {("anhoerung", "FEHLT")},
    ),
    (["# Gründe", GESCHEHEN, "# Zur Anhörung und ihrem Ergebnis", ABGEWOGEN, *HINTEN], {("anhoerung", "FEHLT")}),
    (["# Gründe", GESCHEHEN, "# Anhörung der Gefangenen", GEHOERT, ABGEWOGEN, *HINTEN], set()),
    # the instruction has a heading, whatever its words
    (
        ["# Gründe", GESCHEHEN, GEHOERT, ABGEWOGEN, "# Ihre Möglichkeiten gegen diese Entscheidung", BELEHRUNG, *SCHLUSS],
        set(),
    ),
    (["# Gründe", GESCHEHEN, GEHOERT, ABGEWOGEN, BELEHRUNG, *SCHLUSS], {("rechtsbehelf", "UNVOLLSTAENDIG")}),
    (
        ["# Gründe", GESCHEHEN, GEHOERT, "# Zu den Folgen", ABGEWOGEN, BELEHRUNG, *SCHLUSS],
        {("rechtsbehelf", "UNVOLLSTAENDIG")},
    ),
    (["# Gründe", GESCHEHEN, GEHOERT, ABGEWOGEN, "# Ihre Rechte", *HINTEN], set()),
    # the reasons begin below a heading that tells
    (["# Wie es dazu kam", GESCHEHEN, GEHOERT, ABGEWOGEN, *HINTEN], set()),
    (["# Was geschehen ist", GESCHEHEN, GEHOERT, "# Warum ich so entscheide", ABGEWOGEN, *HINTEN], set()),
    (
        ["# Was Sie jetzt beachten müssen", "Der Verweis wird in den Akten vermerkt.", GEHOERT, *HINTEN],
        {("gruende", "FEHLT")},
    ),
    # a heading over others is not empty, one over nothing is
    (["# Gründe", "# Zur Sache", "# Sachverhalt", GESCHEHEN, GEHOERT, ABGEWOGEN, *HINTEN], set()),
    (["# Gründe", GESCHEHEN, GEHOERT, ABGEWOGEN, "# Würdigung", *HINTEN], {("gruende", "UNVOLLSTAENDIG")}),
    (
        ["# Gründe", GESCHEHEN, GEHOERT, ABGEWOGEN, "# Würdigung", "# Was Sie tun können", BELEHRUNG, *SCHLUSS],
        {("gruende", "UNVOLLSTAENDIG")},
    ),
]


@pytest.mark.parametrize("gesetzt", [als_markdown, als_word, als_html], ids=lambda f: f.__name__)
@pytest.mark.parametrize(("zeilen", "erwartet"), FAELLE, ids=lambda x: " ".join(x)[:60] if isinstance(x, list) else "")
def test_ueberschriften_in_eigenen_worten(
    zeilen: list[str], erwartet: set[Kurz], gesetzt: Callable[[list[str]], list[Passage]], wissen: Wissen
) -> None:
    assert befunde(geprueft(wissen, gesetzt([*KOPF, *zeilen]))) == erwartet
