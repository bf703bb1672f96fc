"""A spaCy pipeline component: ``nlp.add_pipe("normen")`` puts the citations of a text into ``doc.spans["normen"]``.

Nothing else in the package loads spaCy. The entry point ``spacy_factories`` makes the name known to spaCy.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, SpanGroup
except ModuleNotFoundError as fehlt:
    raise ModuleNotFoundError("spaCy is not installed: pip install 'normen[spacy]'", name=fehlt.name) from None

from .speicher import ziel_als_json
from .verweis import Verweis
from .wissen import Wissen

#: Labels of the spans: resolved, and not (why not, says ``span._.grund``).
VERWEIS, OFFEN = "VERWEIS", "OFFEN"


class Komponente:
    """Finds the citations in a document.

    ``context`` is the Einheit that every text stands in; ``doc._.normen_context`` says so of one. A span covers the tokens
    that a citation touches; ``span._.wortlaut`` is its exact slice. Each thread, and each process, opens the knowledge base
    for itself. Raises `ZitatFehler` for a context that does not exist.
    """

    def __init__(self, context: str | None, werke: str | None, korpus: str | None, cache: str | None) -> None:
        self.context = context
        self._pfade = tuple(Path(pfad) if pfad else None for pfad in (korpus, cache, werke))
        self._eigenes = threading.local()
        if context:
            self._wissen().kontext(context)

    def __call__(self, doc: Doc) -> Doc:
        """Return the document with its citations in ``doc.spans["normen"]``, in order."""
        wissen, context = self._wissen(), doc._.normen_context or self.context
        verweise = wissen.verweise(doc.text, wissen.kontext(context) if context else None)
        doc.spans["normen"] = SpanGroup(doc, name="normen", spans=list(_spans(doc, verweise)))
        return doc

    def __reduce__(self) -> tuple[Any, ...]:
        korpus, cache, werke = (str(pfad) if pfad else None for pfad in self._pfade)
        return Komponente, (self.context, werke, korpus, cache)

    def _wissen(self) -> Wissen:
        offen: Wissen | None = getattr(self._eigenes, "wissen", None)
        if offen is None:
            offen = self._eigenes.wissen = Wissen.oeffne(*self._pfade)
        return offen


def _spans(doc: Doc, verweise: Iterable[Verweis]) -> Iterable[Span]:
    """Make the spans; citations that touch the same tokens ("§5/§6" may be one) share one, for spaCy knows it by these."""
    nach_token: dict[tuple[int, int], list[Verweis]] = {}
    for v in verweise:
        span = doc.char_span(v.ab, v.bis, alignment_mode="expand")
        if span is not None:
            nach_token.setdefault((span.start, span.end), []).append(v)
    for (ab, bis), dort in nach_token.items():
        genannte = [g.ziel for v in dort for g in v.ziele]
        span = Span(doc, ab, bis, label=VERWEIS if genannte else OFFEN, kb_id="; ".join(map(str, genannte)))
        span._.zitate = [ziel_als_json(ziel) for ziel in genannte]
        span._.ausnahmen = [ziel_als_json(g.ziel) for v in dort for g in v.ausnahmen]
        span._.grund = "; ".join(v.grund for v in dort if v.grund) or None
        span._.wortlaut = doc.text[dort[0].ab : dort[-1].bis]
        yield span


def erzeuge(
    nlp: Language,
    name: str,
    *,
    context: str | None = None,
    werke: str | None = None,
    korpus: str | None = None,
    cache: str | None = None,
) -> Komponente:
    """Make the component, as ``nlp.add_pipe("normen", config={…})`` does.

    ``werke`` is a file with further works, ``korpus`` and ``cache`` are folders; see `Wissen.oeffne`.
    """
    return Komponente(context, werke, korpus, cache)


def _melde_an() -> None:
    """Make the name and the attributes known to spaCy; calling it again changes nothing."""
    Language.factory(
        "normen",
        default_config={"context": None, "werke": None, "korpus": None, "cache": None},
        assigns=["doc.spans"],
        func=erzeuge,
    )
    if not Doc.has_extension("normen_context"):
        Doc.set_extension("normen_context", default=None)
    for attribut, wert in (("zitate", []), ("ausnahmen", []), ("grund", None), ("wortlaut", None)):
        if not Span.has_extension(attribut):
            Span.set_extension(attribut, default=wert)


_melde_an()
