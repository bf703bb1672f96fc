"""The knowledge base as its users see it: builds itself from the corpus on first use, finds norms, says what applies.

corpus -> lesen (trees) -> verweisung (clauses) -> speicher (SQLite) -> nachschlagen, geltung, suche
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import platformdirs

from .ausser_kraft import ausser_kraft
from .beschrieben import Beschreibungen
from .betroffen import Betroffen, betroffen, betroffen_ausserhalb
from .bund import bundeswerke
from .einheit import Art, Druck, Einheit, Eintrag
from .fehler import ZitatFehler
from .geltung import Geltung, geltung
from .korpus import Korpus, lade_korpus, lade_werke
from .lesefassung import Lesefassung, Quelle, lesefassung
from .nachbarschaft import Nachbarschaft, nachbarschaft
from .nachschlagen import Fehlend, fehlend, finde_einheit, lies_mit_werk
from .netz import Netz
from .norm import Norm
from .pruefsumme import nach_pruefsumme, wortlaut
from .pruefung import Bestand
from .ressourcen import ordner
from .schreibweise import Ebene
from .speicher import Belegt, Gebaut, Speicher, schreibe
from .stichwort import Schnipsel, Zerleger, gesuchte_staemme, schnipsel
from .umkehrung import Umkehrung
from .verweis import Namensbuch, Verweis, finde
from .verweisung import Verweisung, finde_verweisungen
from .werk import Register, Werk, nicht_in_kraft
from .zitat import Rahmen, Spanne, Ziel, Zitat
from .zitatleser import lies_zitat

#: Parts of the package that do not change what stands in a knowledge base.
_OHNE_EINFLUSS = frozenset(
    """
    __init__ __main__ ausgabe bescheid bund_datensatz cli dokument naehe nachschlagen pruefsumme pruefung quittungsdatei
    rechengroessen rechnen schriftstueck spacy_komponente vollstaendigkeit
    """.split()
)


@dataclass(frozen=True, slots=True)
class Fund:
    """A hit of a search: the Einheit, the heading it stands under, and the words around the find."""

    eintrag: Eintrag
    ueberschrift: str
    schnipsel: Schnipsel


class Wissen:
    """An open knowledge base, for any number of threads; at the end of a ``with`` block it is closed.

    A citation is asked for as typed, or as a `Zitat`.
    """

    def __init__(self, speicher: Speicher) -> None:
        self.speicher = speicher

    def __enter__(self) -> Wissen:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the knowledge base, when no thread is just asking; whoever asks afterwards gets a `SpeicherFehler`."""
        self.speicher.schliesse()

    @classmethod
    def oeffne(cls, korpus: Path | None = None, cache: Path | None = None, werke: Path | None = None) -> Wissen:
        """Open the knowledge base of a corpus folder (default: the one that ships); build it if it is not there yet.

        It lies in the folder ``cache`` (default: environment variable NORMEN_CACHE, or the cache folder of the user),
        under a name that changes with the corpus and with the program. ``werke`` is a file with further works that may be
        cited (default: environment variable NORMEN_WERKE), whose names win over all others. Raises `KorpusFehler`,
        `LeseFehler` or `SpeicherFehler`.
        """
        eigene = werke or os.environ.get("NORMEN_WERKE")
        weitere = lade_werke(Path(eigene)) if eigene else ()
        pfad = baue(korpus, cache)
        return cls(_MitEigenenWerken(pfad, weitere) if weitere else Speicher(pfad))

    @property
    def register(self) -> Register:
        """All works known."""
        return self.speicher.register

    def zitat(self, eingabe: str | Zitat) -> Zitat:
        """Read a citation, with a work that is known; raises `ZitatFehler` otherwise."""
        return lies_mit_werk(self.speicher, eingabe)

    def kontext(self, eingabe: str | Zitat) -> Zitat:
        """Read the Einheit that a text stands in; raises `ZitatFehler` if it does not exist.

        Of a work whose text is not loaded any Einheit is taken to exist.
        """
        zitat = self.zitat(eingabe)
        werk = self.register.werk(zitat.werk)
        if werk is not None and werk.geladen:
            finde_einheit(self.speicher, zitat)
        return zitat

    def werk(self, eintrag: Eintrag) -> Werk | None:
        """Return the work an Einheit belongs to; a VV belongs to its administrative rule."""
        werk = self.register.werk(eintrag.als_zitat.werk)
        return self.register.werk(werk.vv) if werk and eintrag.rahmen is Rahmen.VV else werk

    def vv(self, eintrag: Eintrag) -> Eintrag | None:
        """Return the VV, or the note printed in its place, on the § that an Einheit is or lies in."""
        zitat = eintrag.als_zitat
        if zitat.rahmen is not Rahmen.NORM or not zitat.glieder or zitat.glieder[0].ebene is not Ebene.PARAGRAPH:
            return None
        paragraph = zitat.glieder[:1]
        rahmen = (Rahmen.VV, Rahmen.VERMERK)
        return next((e for r in rahmen if (e := self.speicher.eintrag(Zitat(zitat.werk, (), r, paragraph)))), None)

    def einheiten(self) -> Iterator[Eintrag]:
        """Yield all Einheiten of all works, in the order of the texts."""
        return self.speicher.alle()

    def baum(self, werk: str | Zitat) -> Einheit:
        """Return the tree of a work, or of any Einheit, with the place of every word in the source; errors as in `finde`."""
        return self.speicher.baum(self.finde(werk))

    def ohne_vv(self, eintrag: Eintrag) -> list[Eintrag]:
        """Return an Einheit and all below it, in order; of a § without the VV on it, or the note in its place."""
        vv = self.vv(eintrag)
        return [e for e in self.speicher.darunter(eintrag) if vv is None or not vv.nr <= e.nr <= vv.letzte]

    def finde(self, eingabe: str | Zitat) -> Eintrag:
        """Return the Einheit of a citation; raises `ZitatFehler` with what is nearest, or why it has no text."""
        return finde_einheit(self.speicher, self.zitat(eingabe))

    def fehlend(self, zitat: str | Zitat) -> Fehlend | None:
        """Return why a canonical citation names nothing in a loaded text, and what is nearest.

        ``None`` if it names something, or is of a work whose text is not loaded, of which nothing is known.
        """
        return fehlend(self.speicher, lies_zitat(zitat) if isinstance(zitat, str) else zitat)

    def norm(self, zitat: str | Zitat, am: date | None = None) -> Norm:
        """Return a norm for a document.

        One of a work that is known but not loaded comes back as not verified, one with "ff." as verified in part. Raises
        `ZitatFehler` if there is no such norm, if it is not printed, if it may stand in several books of a code, for a VV on
        a work that has none we know of, and with ``am`` if its work is known not to be in force on that day.
        """
        gelesen = self.zitat(zitat)
        werk = self.register.werk(gelesen.werk)
        if werk is not None and am is not None and (grund := nicht_in_kraft(werk, am, ausser_kraft().get(werk.kurz))):
            raise ZitatFehler(f"{gelesen} kann am {am:%d.%m.%Y} nicht zitiert werden: {grund}.", rat="Prüfen Sie das Datum.")
        in_buechern = any(w.geladen and w.kurz.startswith(f"{gelesen.werk} ") for w in self.register.werke)
        if werk is not None and not werk.geladen and not (in_buechern and gelesen.glieder):
            if gelesen.rahmen is not Rahmen.NORM and not werk.vv:
                norm = gelesen.bezugsnorm
                raise ZitatFehler(f"Zu {werk.kurz} ist keine Verwaltungsvorschrift bekannt.", rat=f"Meinten Sie „{norm}“?")
            return _norm(gelesen, werk, geprueft=False)
        eintrag = finde_einheit(self.speicher, gelesen)
        if eintrag.druck is not Druck.ABGEDRUCKT:
            raise ZitatFehler(f"{eintrag.zitat} ist im Text nicht abgedruckt und kann nicht zitiert werden.")
        if gelesen.folgende:
            vorbehalt = f"{eintrag.zitat} gibt es; wie weit „{gelesen.folgende}“ reicht, sagt das Zitat nicht"
            return _norm(gelesen, self.werk(eintrag), geprueft=False, vorbehalt=vorbehalt)
        return _norm(gelesen, self.werk(eintrag), geprueft=True, wortlaut=self.wortlaut(eintrag))

    def wortlaut(self, eintrag: Eintrag) -> str:
        """Return the text of an Einheit with all below it on one line, with its labels; of a § without the VV on it."""
        return wortlaut(eintrag, self.speicher.darunter(eintrag)[1:])

    def gleichlautende(self, pruefsumme: str) -> tuple[str, ...]:
        """Return the citations of all Einheiten whose Wortlaut has a Prüfsumme (`normen.pruefsumme`), in order."""
        return self._nach_pruefsumme.get(pruefsumme, ())

    @cached_property
    def _nach_pruefsumme(self) -> dict[str, tuple[str, ...]]:
        return nach_pruefsumme(list(self.speicher.alle()))

    def eigene_worte(self, eintrag: Eintrag) -> str:
        """Return the text of an Einheit without what is numbered below it, such as the words that lead to a list."""
        saetze = (kind.text for kind in self.speicher.kinder(eintrag) if kind.art is Art.SATZ)
        return " ".join(filter(None, (eintrag.text, *saetze)))

    @cached_property
    def _netz(self) -> Netz:
        """The net of the works that were asked for."""
        return Netz(self.register.geladen, self.speicher.mit_klauseln)

    @cached_property
    def netz(self) -> Netz:
        """The net of all Einheiten and clauses, for exports and for questions about more than one Einheit."""
        return Netz.aus(self.speicher.alle(), self.speicher.verweisungen(), self.register.geladen)

    def geltung(self, eingabe: str | Zitat) -> Geltung:
        """Say what applies to an Einheit, by the Verweisungen in it and below it, followed to the end."""
        eintrag = self.finde(eingabe)
        return geltung(self._netz.hole(eintrag.als_zitat.werk), eintrag.nr)

    def lesefassung(self, eingabe: str) -> Lesefassung:
        """Write an Einheit out with its VV and with everything that applies to it, each with the chain it came by.

        Raises `ZitatFehler` if the Einheit does not exist.
        """
        return lesefassung(self._netz, self.geltung(eingabe), self._verweise_je_einheit.get, self._quelle)

    def _quelle(self, eintrag: Eintrag) -> Quelle:
        return Quelle(self.werk(eintrag), eintrag.datei, self.speicher.quelle(eintrag.datei))

    @cached_property
    def _verweise_je_einheit(self) -> dict[str, list[Verweis]]:
        je_einheit: dict[str, list[Verweis]] = {}
        for b in self.speicher.alle_verweise():
            je_einheit.setdefault(b.quelle, []).append(b.verweis)
        return je_einheit

    def bestand(self) -> Bestand:
        """Return all that was read of the texts, for the check (`normen.pruefung`)."""
        baeume = (self.speicher.baum(e) for e in self.netz.eintraege.values() if e.eltern is None)
        verweise = ((b.quelle, b.verweis) for b in self.speicher.alle_verweise())
        bestand = Bestand.aus(baeume, self.netz, verweise, self._namen, self.register)
        return replace(bestand, ausser_kraft=ausser_kraft())

    def betroffen(self, eingabe: str) -> Betroffen:
        """Say who takes an Einheit over, the other way round than `geltung`; also one of a work that is not loaded.

        Clauses that only describe what applies stand apart, as possible.
        """
        zitat = self.zitat(eingabe)
        umkehrung = Umkehrung(self._netz.hole(zitat.werk), self.speicher.nennende)
        if zitat.werk in self.register.geladen:
            nr = finde_einheit(self.speicher, zitat).nr
            return betroffen(umkehrung, nr).mit_moeglichen(self._beschreibungen.fuer(nr))
        zitate = ((lies_zitat(quelle), wortlaut) for quelle, wortlaut in self.speicher.nennungen(zitat.werk))
        antwort = betroffen_ausserhalb(umkehrung, replace(zitat, folgende=""))
        return antwort.mit_moeglichen(self._beschreibungen.mit_namen(zitat.werk, zitate))

    @cached_property
    def _beschreibungen(self) -> Beschreibungen:
        return Beschreibungen(self._netz, lambda: self._zerleger)

    def sonst_zitiert(self, b: Betroffen) -> list[Belegt]:
        """Return the citations of what is affected, and of what lies below it, that stand in no clause of the answer."""
        stellen = [(str(k.quelle), k.ab, k.bis) for k in b.klauseln]
        return [
            belegt
            for belegt in self._verweise_auf_mit_vv(b.zitat)
            if not any(q == belegt.quelle and ab <= belegt.verweis.ab < bis for q, ab, bis in stellen)
        ]

    def nachbarschaft(self, eingabe: str, tiefe: int) -> Nachbarschaft:
        """Return what applies to an Einheit and whom it affects, as far as a number of steps."""
        betroffen = self.betroffen(eingabe)
        geladen = betroffen.zitat in self._netz.nummern
        return nachbarschaft(self._netz, self.geltung(eingabe) if geladen else None, betroffen, tiefe)

    def _verweise_auf_mit_vv(self, eingabe: str) -> list[Belegt]:
        """Return the citations of an Einheit, for a § also those of the VV on it."""
        zitat = self.zitat(eingabe)
        vv = Zitat(zitat.werk, (), Rahmen.VV, zitat.glieder)
        auch = self.verweise_auf(str(vv)) if self.speicher.eintrag(vv) else []
        return list(dict.fromkeys((*self.verweise_auf(eingabe), *auch)))

    @cached_property
    def _namen(self) -> Namensbuch:
        return Namensbuch.aus(self.register.alle)

    def verweise(self, text: str, kontext: str | Zitat | None = None) -> list[Verweis]:
        """Find the citations in any text, resolved from the Einheit it stands in, if that is given.

        One given as typed is read as by `kontext`; a `Zitat` is taken as it is.
        """
        stelle = self.kontext(kontext) if isinstance(kontext, str) else kontext
        return list(finde(text, stelle, self._namen, self._gibt_es))

    def verweise_im_dokument(self, kontext: Zitat | None = None) -> Callable[[str], list[Verweis]]:
        """Return what `verweise` does for the passages of one document, called for each in their order.

        An abbreviation that a passage introduces ("Strafvollzugsgesetz (StVollzG)") is known from there on.
        """
        eingefuehrt: dict[str, str] = {}
        return lambda text: list(finde(text, kontext, self._namen, self._gibt_es, eingefuehrt))

    def _gibt_es(self, zitat: Zitat) -> bool:
        return self.speicher.eintrag(zitat) is not None

    def verweise_in(self, eingabe: str | Zitat) -> list[Belegt]:
        """Return the citations that stand in an Einheit, or below it."""
        return self.speicher.verweise_in(self.finde(eingabe))

    def verweise_auf(self, eingabe: str | Zitat) -> list[Belegt]:
        """Return the citations of an Einheit and of what lies below it; of a work that is not loaded, by its name."""
        zitat = self.zitat(eingabe)
        werk = self.register.werk(zitat.werk)
        if werk is not None and werk.geladen and zitat.glieder + zitat.zu:
            belegte = self.speicher.verweise_auf(finde_einheit(self.speicher, zitat))
            return [b for b in belegte if any(_meint(g.ziel, zitat) for g in (*b.verweis.ziele, *b.verweis.ausnahmen))]
        alle = self.speicher.verweise_auf_werk(zitat.werk)
        return [b for b in alle if any(_liegt_in(g.ziel, zitat) for g in (*b.verweis.ziele, *b.verweis.ausnahmen))]

    @cached_property
    def _zerleger(self) -> Zerleger:
        return self.speicher.zerleger()

    def suche(self, gesucht: str, hoechstens: int = 20) -> list[Fund]:
        """Return the Einheiten in which all words are found, inflected or as part of a compound, best first.

        A verb in small letters is found by its noun in "-ung" too. What a query cites comes first; without a work, the
        Einheit of that name in every work that has one. A query without a word to look for finds nothing.
        """
        staemme = gesuchte_staemme(gesucht, self._zerleger)
        gefunden = self.speicher.suche(gesucht, self._zerleger, hoechstens)
        return [Fund(e, self.ueberschrift(e), schnipsel(self.wortlaut(e), staemme, self._zerleger)) for e in gefunden]

    def ueberschrift(self, eintrag: Eintrag) -> str:
        """Return the heading of an Einheit, or of the nearest one above that has one."""
        return eintrag.ueberschrift or next((e.ueberschrift for e in self.oberhalb(eintrag)[::-1] if e.ueberschrift), "")

    def oberhalb(self, eintrag: Eintrag) -> list[Eintrag]:
        """Return the Einheiten above one, from the work down."""
        oben: list[Eintrag] = []
        while eintrag.eltern is not None:
            eintrag = self.speicher.nach_nummer(eintrag.eltern)
            oben.insert(0, eintrag)
        return oben


class _MitEigenenWerken(Speicher):
    """A knowledge base whose register also knows the works of the user, their names first.

    What stands in the file was read without them: a user's "LDSG" is not the one that the corpus cites.
    """

    def __init__(self, pfad: Path, eigene: Sequence[Werk]) -> None:
        super().__init__(pfad)
        self._mit_eigenen = _vereint(super().register, eigene)

    @property
    def register(self) -> Register:
        """All works known to the knowledge base, and those of the user."""
        return self._mit_eigenen


def _norm(zitat: Zitat, werk: Werk | None, *, geprueft: bool, wortlaut: str = "", vorbehalt: str = "") -> Norm:
    stand = (werk.kurz, werk.fassung, werk.in_kraft_ab) if werk else ()
    return Norm(str(zitat), zitat.lang, geprueft, wortlaut, vorbehalt, *stand)


def _vereint(register: Register, eigene: Sequence[Werk]) -> Register:
    """Put works in front of a register; for one whose text is loaded that means further names, and the text stays."""
    bekannt = {werk.kurz: werk for werk in register.werke if werk.geladen}
    vorn = [_mit_namen(bekannt[werk.kurz], werk) if werk.kurz in bekannt else werk for werk in eigene]
    kurz = {werk.kurz for werk in vorn}
    return Register((*vorn, *(werk for werk in register.werke if werk.kurz not in kurz)), bundeswerke)


def _mit_namen(werk: Werk, weiteres: Werk) -> Werk:
    return replace(werk, namen=tuple(dict.fromkeys((weiteres.titel, *weiteres.namen, *werk.namen))))


def _meint(ziel: Ziel, zitat: Zitat) -> bool:
    """Tell whether a target can mean an Einheit: not its whole work, and for a VV not the § that it hangs on."""
    von = ziel.von if isinstance(ziel, Spanne) else ziel
    return von.rahmen is zitat.rahmen and bool(von.glieder + von.zu)


def _liegt_in(ziel: Ziel, zitat: Zitat) -> bool:
    """Tell whether a target is an Einheit, or lies in it; of a range its two ends count."""
    enden = (ziel.von, ziel.bis) if isinstance(ziel, Spanne) else (ziel,)
    return any(ende.liegt_in(zitat) for ende in enden)


def baue(korpus: Path | None = None, cache: Path | None = None, *, neu: bool = False) -> Path:
    """Return the file of the knowledge base, built if it is not there, or in any case if ``neu``; see `Wissen.oeffne`."""
    inhalt = lade_korpus(korpus or ordner("corpus"))
    pfad = (cache or cache_ordner()) / f"wissen-{inhalt.name()}-{_fingerabdruck(inhalt)}.sqlite"
    if neu or not pfad.exists():
        schreibe(pfad, _gelesen(inhalt))
        _raeume_auf(pfad.parent, f"wissen-{inhalt.name()}-*.sqlite")
    return pfad


def cache_ordner() -> Path:
    """Return the folder for built knowledge bases: NORMEN_CACHE, or the cache folder of the user."""
    gesetzt = os.environ.get("NORMEN_CACHE")
    return Path(gesetzt) if gesetzt else platformdirs.user_cache_path("normen", appauthor=False)


def _fingerabdruck(korpus: Korpus) -> str:
    """Hash of the corpus and of the program that reads it, with its tables of works."""
    summe = hashlib.sha256(korpus.fingerabdruck().encode())
    paket = Path(__file__).parent
    for datei in sorted((*paket.rglob("*.py"), *paket.glob("*.toml"), *paket.glob("daten/*"))):
        if datei.relative_to(paket).parts[0].removesuffix(".py") not in _OHNE_EINFLUSS:
            summe.update(datei.read_bytes())
    return summe.hexdigest()[:16]


def _gelesen(korpus: Korpus) -> Gebaut:
    register = korpus.register
    gelesen = korpus.lies()
    baeume = tuple((g.datei.name, werk) for g in gelesen for werk in g.werke)
    quellen = tuple((g.datei.name, g.datei.quelle) for g in gelesen)
    einheiten = [einheit for _, werk in baeume for einheit in werk.alle() if einheit.text]
    namen, vorhanden = Namensbuch.aus(register.alle), {e.zitat for _, werk in baeume for e in werk.alle()}
    verweise: list[tuple[Zitat, Verweis]] = []
    verweisungen: list[Verweisung] = []
    for e in einheiten:
        gefunden = list(finde(e.text.inhalt, e.zitat, namen, vorhanden.__contains__))
        verweise += [(e.zitat, replace(v, zeile=e.text.zeile_bei(v.ab))) for v in gefunden]
        klauseln = finde_verweisungen(e.text.inhalt, e.zitat, gefunden)
        verweisungen += [replace(v, zeile=e.text.zeile_bei(v.ab)) for v in klauseln]
    return Gebaut(baeume, register, tuple(verweisungen), tuple(verweise), quellen)


def _raeume_auf(ordner: Path, muster: str, behalten: int = 3) -> None:
    """Delete all but the newest builds of one corpus; one that is still open elsewhere may stay."""
    for alt in sorted(ordner.glob(muster), key=_alter)[behalten:]:
        with suppress(OSError):
            alt.unlink()


def _alter(datei: Path) -> int:
    """Return a key that sorts the newest file first; what another process has just deleted is the oldest."""
    try:
        return -datei.stat().st_mtime_ns
    except OSError:
        return 0
