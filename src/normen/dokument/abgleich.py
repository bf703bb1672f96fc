"""What a document cites, held against the texts as they are now: what still stands, what changed, what is gone.

Guarantees: every norm and every chain that the document carries gets an answer, and so does every citation that stands in
its text now and was not there when it was made. Nothing is taken from one document to the next but what the texts say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from pathlib import Path

from ..fehler import HerkunftFehler, LeseFehler, Ort, ZitatFehler, systemgrund
from ..norm import Norm
from ..normquelle import Bestandsquelle
from ..pruefsumme import pruefform, pruefsumme
from ..schriftstueck import Passage, Zaehlung, lies_docx, passagen
from ..unterschied import Teil, Zitierend, unterschiede
from ..verweis import Verweis
from ..zitat import Spanne, Ziel, Zitat
from ..zitatleser import lies_zitat
from .herkunft import Geltungsweg, Herkunft, Klausel, Zitiertes, belegter_wortlaut
from .herkunftsteil import lies_herkunft
from .nachweis import in_einem, uebergangene

#: How the names of files end that can be compared.
ENDUNGEN = (".docx", ".docm")
#: So many norms are kept while documents are read, for those of one template cite the same.
_GEMERKTE = 4096


class Zustand(Enum):
    """What became of a norm that is cited; the value is what users see."""

    UNVERAENDERT = "unverändert"
    GEAENDERT = "geändert"
    WEG = "gibt es nicht mehr"
    NICHT_MEHR_GELADEN = "nicht mehr zu prüfen"
    UNGEPRUEFT = "ungeprüft"

    def __repr__(self) -> str:
        return f"Zustand.{self.name}"


@dataclass(frozen=True, slots=True)
class Vergleich:
    """A norm that is cited, and what became of it.

    ``heute`` is its Wortlaut now, ``fassung`` the Fassung it stands in; ``hinweis`` says why it cannot be found, or what of
    it was never checked. ``gleichlautend`` are other Einheiten that have the words it had. ``im_text`` tells whether it is
    still cited in the text.
    """

    zitiertes: Zitiertes
    zustand: Zustand
    heute: str = ""
    fassung: str = ""
    hinweis: str = ""
    gleichlautend: tuple[str, ...] = ()
    im_text: bool = True

    @property
    def ist_befund(self) -> bool:
        """Tell whether somebody has to look at it: not if nothing changed, nor if it never was checked."""
        return self.zustand not in (Zustand.UNVERAENDERT, Zustand.UNGEPRUEFT)

    @property
    def unterschiede(self) -> tuple[Teil, ...]:
        """How the words then and now differ; nothing if one of them is not known."""
        if self.zustand is not Zustand.GEAENDERT or not self.zitiertes.wortlaut:
            return ()
        return _unterschiede(self.zitiertes.wortlaut, self.heute)


@dataclass(frozen=True, slots=True)
class Wegstand:
    """A chain, and those of its clauses that no longer stand where they stood."""

    weg: Geltungsweg
    gebrochen: tuple[Klausel, ...]


@dataclass(frozen=True, slots=True)
class Eingefuegt:
    """A citation that stands in the text and was not there when the document was made: its words, its place.

    ``zitat`` is what it names, "" if that is not clear. ``gibt_es`` is ``None`` where nobody can tell; ``hinweis`` then says
    why, or what is wrong with it.
    """

    wortlaut: str
    lage: str
    zitat: str
    gibt_es: bool | None
    hinweis: str = ""


@dataclass(frozen=True, slots=True)
class Abgleich:
    """A document, and what became of all that it cites."""

    datei: Path
    herkunft: Herkunft
    vergleiche: tuple[Vergleich, ...]
    wege: tuple[Wegstand, ...]
    eingefuegt: tuple[Eingefuegt, ...]

    @property
    def befunde(self) -> int:
        """The number of things somebody has to look at."""
        return sum(v.ist_befund for v in self.vergleiche) + sum(bool(w.gebrochen) for w in self.wege) + len(self.eingefuegt)


class Abgleicher:
    """Compares documents with the texts that ``quelle`` knows; what it has looked up it keeps for the next."""

    def __init__(self, quelle: Bestandsquelle) -> None:
        self.quelle = quelle
        self._nachgeschlagen = lru_cache(maxsize=_GEMERKTE)(self._schlage_nach)
        self._verglichen = lru_cache(maxsize=_GEMERKTE)(self._vergleiche)
        self._wegstand = lru_cache(maxsize=_GEMERKTE)(self._pruefe_weg)

    def gleiche_ab(self, datei: Path) -> Abgleich:
        """Compare a Word file; it is read, never written.

        Raises `LeseFehler` if it cannot be read, `HerkunftFehler` if it carries no Herkunft, or a damaged one.
        """
        if datei.suffix.lower() not in ENDUNGEN:
            rat = "Speichern Sie das Dokument in Word oder LibreOffice als .docx."
            raise LeseFehler("Abgeglichen werden Word-Dateien (.docx, .docm).", ort=Ort(str(datei)), rat=rat)
        try:
            herkunft, genannte, text = self._gelesen(datei)
        except OSError as fehler:
            raise LeseFehler(f"Die Datei ist nicht lesbar: {systemgrund(fehler)}.", ort=Ort(str(datei))) from None
        im_text = {e.zitat for e in genannte}
        im_text |= {z.zitat for z in herkunft.zitiertes if _ohne_werk(z.zitat) in text}
        vergleiche = tuple(replace(self._verglichen(z), im_text=z.zitat in im_text) for z in herkunft.zitiertes)
        wege = tuple(map(self._wegstand, herkunft.wege))
        return Abgleich(datei, herkunft, vergleiche, wege, tuple(self._neue(genannte, herkunft)))

    def _gelesen(self, datei: Path) -> tuple[Herkunft, list[Eingefuegt], str]:
        """Return what a document carries, every citation in its text, and the text."""
        herkunft = lies_herkunft(datei)
        if herkunft is None:
            raise HerkunftFehler("Das Dokument trägt keine Herkunft.", ort=Ort(str(datei)), rat=_OHNE_HERKUNFT)
        with datei.open("rb") as strom:
            stellen = list(passagen(lies_docx(strom, str(datei))))
        return herkunft, list(self._genannte(stellen)), " ".join(_geglaettet(stelle.text) for stelle in stellen)

    def _schlage_nach(self, zitat: str) -> Norm | ZitatFehler:
        try:
            return self.quelle.norm(zitat)
        except ZitatFehler as fehler:
            return fehler

    def _vergleiche(self, z: Zitiertes) -> Vergleich:
        norm = self._nachgeschlagen(z.zitat)
        if isinstance(norm, ZitatFehler):
            zustand = Zustand.WEG if self._werk_bekannt(z.zitat) else Zustand.NICHT_MEHR_GELADEN
            return Vergleich(z, zustand, "", "", in_einem(norm), self._andere(z))
        heute = belegter_wortlaut(norm, self.quelle)
        if not z.pruefsumme:
            hinweis = "" if heute is None else "Der Text ist inzwischen geladen: Die Vorschrift gibt es."
            return Vergleich(z, Zustand.UNGEPRUEFT, heute or "", norm.fassung, hinweis or "Text nicht geladen")
        if heute is None:
            return Vergleich(z, Zustand.NICHT_MEHR_GELADEN, "", norm.fassung, f"Der Text von {norm.werk} ist nicht geladen.")
        if pruefsumme(heute) == z.pruefsumme:
            return Vergleich(z, Zustand.UNVERAENDERT, heute, norm.fassung, norm.vorbehalt)
        return Vergleich(z, Zustand.GEAENDERT, heute, norm.fassung, norm.vorbehalt, self._andere(z))

    def _werk_bekannt(self, zitat: str) -> bool:
        """Tell whether the work of a citation is known here at all; one of the author's own may not be."""
        try:
            self.quelle.zitat(zitat)
        except ZitatFehler:
            return False
        return True

    def _andere(self, z: Zitiertes) -> tuple[str, ...]:
        gleiche = self.quelle.gleichlautende(z.pruefsumme) if z.pruefsumme and z.wortlaut else ()
        return tuple(zitat for zitat in gleiche if zitat != z.zitat)

    def _pruefe_weg(self, weg: Geltungsweg) -> Wegstand:
        return Wegstand(weg, tuple(k for k in weg.klauseln if not self._steht_noch(k)))

    def _steht_noch(self, klausel: Klausel) -> bool:
        norm = self._nachgeschlagen(klausel.quelle)
        return isinstance(norm, Norm) and pruefform(klausel.wortlaut) in pruefform(norm.wortlaut)

    def _genannte(self, stellen: Iterable[Passage]) -> Iterator[Eingefuegt]:
        """Yield every citation in a text as if it had been typed in; of one that names a whole work nothing is said."""
        finde = self.quelle.verweise_im_dokument()
        for passage in stellen:
            yield from self._in_passage(passage, finde(passage.text))

    def _in_passage(self, passage: Passage, verweise: list[Verweis]) -> Iterator[Eingefuegt]:
        text = passage.text
        for verweis in verweise:
            worte = _geglaettet(text[verweis.ab : verweis.bis])
            if verweis.grund and "§" in worte:
                gelesen = self._weitergelesen(_geglaettet(text[verweis.ab :]))
                lage = _lage(passage, verweis.ab)
                yield self._eingefuegt(worte, lage, gelesen) if gelesen else Eingefuegt(worte, lage, "", None, verweis.grund)
            for genannt in (*verweis.ziele, *verweis.ausnahmen):
                for zitat in _einheiten(genannt.ziel):
                    yield self._eingefuegt(worte, _lage(passage, genannt.ab), str(zitat))
        for worte in uebergangene(text, verweise):
            yield Eingefuegt(_geglaettet(worte), _lage(passage, text.find(worte)), "", None, _UNKLAR)

    def _weitergelesen(self, text: str) -> str:
        """Return the citation that a text begins with, read to its end: "§ 1 Abs. 2 Vergütungsstufe III JVollzVergO"."""
        worte = text.split(" ")[:_HOECHSTENS_WORTE]
        versuche = (" ".join(worte[:anzahl]).rstrip(",;.)") for anzahl in range(len(worte), 2, -1))
        funde = (self._nachgeschlagen(versuch) for versuch in versuche)
        return next((norm.zitat for norm in funde if not isinstance(norm, ZitatFehler)), "")

    def _eingefuegt(self, worte: str, lage: str, zitat: str) -> Eingefuegt:
        norm = self._nachgeschlagen(zitat)
        if isinstance(norm, ZitatFehler):
            return Eingefuegt(worte, lage, zitat, False, in_einem(norm))
        if norm.geprueft:
            return Eingefuegt(worte, lage, zitat, True)
        return Eingefuegt(worte, lage, zitat, None, norm.vorbehalt or f"Der Text von {norm.werk} ist nicht geladen.")

    def _neue(self, genannte: Iterable[Eingefuegt], herkunft: Herkunft) -> Iterator[Eingefuegt]:
        """Yield what is cited in the text and was not when it was made; a citation is told once, at its first place."""
        bekannt = {z.zitat for z in herkunft.zitiertes} | {_geglaettet(worte) for worte in herkunft.offen}
        bekannt |= {e.zitat or e.wortlaut for e in self._aus_der_anlage(herkunft)}
        for e in genannte:
            if (e.zitat or e.wortlaut) not in bekannt:
                bekannt.add(e.zitat or e.wortlaut)
                yield e

    def _aus_der_anlage(self, herkunft: Herkunft) -> Iterator[Eingefuegt]:
        """Yield what the annex cites beside the norms themselves, in the sentences on the chains."""
        saetze = (Passage(weg.satz, Zaehlung.WORDABSATZ, ((0, 0),)) for weg in herkunft.wege)
        yield from self._genannte(saetze)


_OHNE_HERKUNFT = (
    "Es ist nicht mit normen draft entstanden, oder seine Dokumenteigenschaften sind entfernt worden. Was im Text zitiert "
    "wird, zeigt: normen refs"
)
#: No citation has more words.
_HOECHSTENS_WORTE = 12
_UNKLAR = "Was gemeint ist, ist nicht zu erkennen"


#: Differences that many documents share are worked out once.
@lru_cache(maxsize=_GEMERKTE)
def _unterschiede(alt: str, heute: str) -> tuple[Teil, ...]:
    """Compare word by word, citations too: a number in one that has changed is what matters here."""
    return tuple(unterschiede(Zitierend(alt), Zitierend(heute)))


def _ohne_werk(zitat: str) -> str:
    """Return a citation as a template prints it that leaves the name of the work out."""
    return str(replace(lies_zitat(zitat), werk=""))


def _einheiten(ziel: Ziel) -> Iterator[Zitat]:
    """Yield the Einheiten that a target names, of a range its two ends; a whole work is none."""
    enden = (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,)
    yield from (zitat for zitat in enden if zitat.glieder or zitat.zu)


def _lage(passage: Passage, stelle: int) -> str:
    return passage.lage or f"Absatz {passage.platz(stelle).nummer}"


def _geglaettet(worte: str) -> str:
    return " ".join(worte.split())
