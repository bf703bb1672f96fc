"""Clauses of the corpus, judged one by one by reading the law: ``gold/verweisungen.jsonl``.

A row is a clause with what it does, or a Satz that has the words of a clause and is none (kind null). ``points_back`` marks
"Dies gilt …", ``doubtful`` what may as well mean something else. Where a § lists its conditions below, the row has the words
that stand before the list.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from normen.einheit import Einheit
from normen.korpus import lade_korpus
from normen.ressourcen import ordner
from normen.speicher import ziel_als_json
from normen.verweis import Namensbuch, finde
from normen.verweisung import Verweisung, finde_verweisungen

GOLD = Path(__file__).parent / "gold" / "verweisungen.jsonl"

Zeile = dict[str, Any]


def gold() -> dict[str, list[Zeile]]:
    """Return the rows of each Einheit, in the order of the text."""
    nach_quelle: dict[str, list[Zeile]] = {}
    for zeile in GOLD.read_text(encoding="utf-8").splitlines():
        nach_quelle.setdefault(json.loads(zeile)["source"], []).append(json.loads(zeile))
    return nach_quelle


NACH_QUELLE = gold()


@cache
def korpus() -> tuple[dict[str, Einheit], Namensbuch]:
    geladen = lade_korpus(ordner("corpus"))
    einheiten = (einheit for g in geladen.lies() for werk in g.werke for einheit in werk.alle())
    return {str(e.zitat): e for e in einheiten}, Namensbuch.aus(geladen.register.alle)


def klauseln(quelle: str) -> list[Verweisung]:
    einheiten, namen = korpus()
    einheit = einheiten[quelle]
    text = einheit.text.inhalt
    verweise = list(finde(text, einheit.zitat, namen, lambda zitat: str(zitat) in einheiten))
    return list(finde_verweisungen(text, einheit.zitat, verweise))


def als_zeile(v: Verweisung) -> Zeile:
    return {
        "source": str(v.quelle),
        "text": v.text,
        "kind": v.wirkung.value,
        "targets": [ziel_als_json(ziel) for ziel in v.ziele],
        "except": [ziel_als_json(ziel) for ziel in v.ausnahmen],
        "massgabe": v.massgabe or None,
        "bedingung": v.bedingung or None,
        "vague": list(v.vage),
        "points_back": bool(v.hinweis),
        "doubtful": not v.sicher,
    }


@pytest.mark.parametrize("quelle", NACH_QUELLE)
def test_jede_klausel_ist_gelesen_wie_der_text_sie_meint(quelle: str) -> None:
    erwartet = [zeile for zeile in NACH_QUELLE[quelle] if zeile["kind"]]
    assert [als_zeile(v) for v in klauseln(quelle)] == erwartet


def test_die_saetze_stehen_so_im_korpus() -> None:
    einheiten, _ = korpus()
    fremd = [z["text"] for q, zeilen in NACH_QUELLE.items() for z in zeilen if z["text"] not in einheiten[q].text.inhalt]
    assert fremd == []


def test_das_gold_hat_klauseln_jeder_art_und_saetze_die_keine_sind() -> None:
    arten = [zeile["kind"] for zeilen in NACH_QUELLE.values() for zeile in zeilen]
    assert min(arten.count(art) for art in ("analog", "direct", "negative", "unaffected", None)) >= 30
