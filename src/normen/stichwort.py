"""Search terms of German text, for a full-text index that knows no German (SQLite FTS5).

What goes into the index and what is asked of it pass through the same three steps: `woerter` finds the words, `stamm`
folds and stems them (Snowball), a `Zerleger` names the parts of compounds. The index has two columns (`SPALTEN`):
`wort` holds one term a word, in the order of the text, so that phrases can be found; `teil` holds all terms of every
word. Function words ("der", "und", "sich") have no terms.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

#: Columns of the full-text table: `wort` takes the first term of each word, `teil` all of them, both joined by spaces.
SPALTEN = ("wort", "teil")
#: Value of the `tokenize` option of the full-text table: every term made here stays one token.
TOKENIZE = "unicode61 remove_diacritics 0 tokenchars '§.'"

_WORT = re.compile(
    r"""
      §{1,2}\s*\d+[a-z]?(?!\w)                      # § 9, §§ 9, § 127b
    | \d+(?:[.,]\d+)*(?:[a-z](?!\w))?               # 6.9, 15.07.2011, 127b
    | [^\W\d_][\w\u0300-\u036f\u00ad]*              # Maßnahme; combining marks and soft hyphens belong to the word
      (?:[-\u2010\u2011][\w\u0300-\u036f\u00ad]+)*  # JVA-Leitung, with any kind of hyphen
      (?:[-\u2010](?!\w))?                          # Flucht- (Ergänzungsstrich)
    """,
    re.VERBOSE,
)
_BINDESTRICH = re.compile(r"[-\u2010\u2011]+")
_WENDUNG = re.compile(r"[\"„“”«»]([^\"„“”«»]+)[\"„“”«»]")
_LAENGSTES_WORT = 64  # letters; keeps the work small for a string of letters that is no word

#: Articles, pronouns, prepositions, conjunctions and auxiliaries: in every provision, so they tell none from another.
_FUNKTIONSWOERTER = frozenset(
    """
    ab aber als am an ans auf aus bei beim bis da damit dann das dass dem den denen der deren des dessen die dies diese
    diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines er es etwas fur gegen hat hatte hatten
    ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist jede jedem jeden jeder jedes man mit nach noch nur ob
    oder sein seine seinem seinen seiner seines sich sie sind so sofern soweit sowie uber um und uns unter vom von vor
    wann war waren was welche welchem welchen welcher welches wenn werden wie wird wo worden wurde wurden zu zum zur
    """.split()
)
#: Words that look like a part of a compound and are none: particles of verbs (zusammen|führen), endings of participles.
_KEINE_BAUSTEINE = _FUNKTIONSWOERTER | frozenset(
    """
    dabei dadurch dafur daran darauf daraus davon dazu ende enden entgegen fest gegenuber heran herbei hin hinter hinzu
    hoch inter kann kein keine los nicht nieder ohne samt soll statt voran voraus vorbei voruber weg zugrunde zuruck
    zusammen zwischen
    """.split()
)
_VERBINDER = frozenset(("und", "oder", "sowie", "bis", "bzw", "beziehungsweise"))

_FUGEN = ("", "s", "es", "n", "en", "er", "e")
_BEUGUNGEN = (*_FUGEN, "in", "innen")
#: After a noun of this ending -s- is a linking element, whatever follows.
_MIT_FUGEN_S = re.compile(r"(?:..ung|[hk]eit|schaft|tion|itat)s$")
#: An infinitive or a participle, and what of it goes before -ung.
_VERB = re.compile(r"(\w{3,}?)(?:e?n|e?t)")
_VERBVORSILBE = re.compile(r"(?:be|emp|ent|er|ge|un|ver|zer)$")

_ABSTAND = 5  # words between the parts of a known compound: "Überwachung der Besuche" answers "Besuchsüberwachung"
_KUERZESTER_ANFANG = 5  # letters of a word that stands for all that begin with it
_NICHTS = '""'  # valid for FTS5, matches no row


@dataclass(frozen=True, slots=True)
class Wort:
    """A word, number or §-number as printed; ``text[ab:bis] == form``."""

    form: str
    ab: int
    bis: int


def woerter(text: str) -> tuple[Wort, ...]:
    """Return the words of ``text`` in order: words with their hyphens, numbers ("6.9"), and "§ 9" as one."""
    return tuple(Wort(treffer[0], *treffer.span()) for treffer in _WORT.finditer(text))


@lru_cache(maxsize=2**16)
def faltung(form: str) -> str:
    """Return ``form`` in lower case, without accents, hyphens and spaces, ß as ss: "Maßnahme" -> "massnahme"."""
    zeichen = unicodedata.normalize("NFKD", form.replace(",", ".")).casefold()
    return re.sub("§+", "§", "".join(z for z in zeichen if z.isalnum() or z in "§."))


def stamm(form: str) -> str:
    """Return the term a word is found by: its folded stem, "Maßnahmen" -> "massnahm"; numbers stay, "§§ 9" -> "§9"."""
    return _gestutzt(faltung(form))


@lru_cache(maxsize=2**16)
def _gestutzt(gefaltet: str) -> str:
    # Loaded when first needed, for the package loads all its languages; by its own name, for
    # ``snowballstemmer.stemmer()`` would silently take another implementation if one is installed.
    from snowballstemmer.german_stemmer import GermanStemmer  # noqa: PLC0415

    return str(GermanStemmer().stemWord(gefaltet)) if gefaltet.isalpha() else gefaltet


@dataclass(frozen=True)
class Zerleger:
    """Splits compounds into parts it knows; the ``bausteine`` are all there is to store and load.

    They are folded words ("einkauf") and, with a hyphen, nouns with the -s- they take in compounds ("einkaufs-").
    """

    bausteine: frozenset[str]

    @classmethod
    def aus(cls, formen: Iterable[str]) -> Zerleger:
        """Build from the words of a corpus as printed, for capitals tell nouns; their order does not matter."""
        einzelne = {teil for form in formen for teil in _BINDESTRICH.split(form) if teil}
        worte = frozenset(baustein for form in einzelne for baustein in _bausteine(form, einzelne))
        mit_fugen = worte.union(*(_fugenformen(worte, faltung(form)) for form in einzelne))
        return cls(mit_fugen | _erschlossene(mit_fugen, einzelne))

    def kennt(self, form: str) -> bool:
        """Tell whether ``form`` is a word of the corpus or a part learned from it."""
        return faltung(form) in self.bausteine

    def zerlegungen(self, form: str) -> tuple[tuple[str, ...], ...]:
        """Return each way to take ``form`` apart in one step, the parts folded and without linking elements.

        "Strafvollzugsgesetz" -> (("straf", "vollzugsgesetz"), ("strafvollzug", "gesetz")); "JVA-Leitung" ->
        (("jva", "leitung"),); () for a word that is none or cannot be split.
        """
        stuecke = tuple(gefaltet for stueck in _BINDESTRICH.split(form) if (gefaltet := faltung(stueck)))
        if len(stuecke) > 1:
            return (stuecke,)
        return _zerlegungen(self.bausteine, stuecke[0]) if stuecke else ()

    def teile(self, form: str) -> tuple[str, ...]:
        """Return the stems of the parts of ``form`` and of the parts of these, each once, ``form`` itself left out.

        "Vollzugsplankonferenz" -> ("vollzugsplan", "vollzug", "plan", "konferenz").
        """
        stuecke = [stueck for zerlegung in self.zerlegungen(form) for stueck in zerlegung]
        return tuple(dict.fromkeys(t for stueck in stuecke for t in (stamm(stueck), *self.teile(stueck))))


def _bausteine(form: str, formen: Collection[str]) -> Iterator[str]:
    """What a printed form adds to the vocabulary: itself and, of a noun, its stem ("Lichtbilder" -> "lichtbild")."""
    gefaltet = faltung(form)
    if form.isupper() or not gefaltet.isalpha() or gefaltet in _KEINE_BAUSTEINE or not _ist_lang_genug(form, formen):
        return
    yield gefaltet
    if form[0].isupper() and len(stamm(form)) >= 5:
        yield stamm(form)


def _ist_lang_genug(form: str, formen: Collection[str]) -> bool:
    """Four letters, or three of a noun that is seen inflected too: "Tag", "Amt", but not "Abs"."""
    kurzes_nomen = len(form) == 3 and form[0].isupper() and any(form + e in formen for e in ("e", "es", "en"))
    return len(form) >= 4 or kurzes_nomen


def _fugenformen(bausteine: frozenset[str], wort: str) -> Iterator[str]:
    """First parts of ``wort`` that stand here with -s- or -es- before a known word: Anstalt|s|arzt -> "anstalts-"."""
    for _, grundwort in _aus_zweien(bausteine, wort):
        vorn = wort[: -len(grundwort)]
        if vorn.endswith("s") and _bekannt(bausteine, vorn, ("s", "es", "")):
            yield f"{vorn}-"


def _erschlossene(bausteine: frozenset[str], formen: Iterable[str]) -> frozenset[str]:
    """Learn first parts that never stand alone but before two known nouns: Disziplinar|verfahren, -|maßnahme."""
    folgen: defaultdict[str, set[str]] = defaultdict(set)
    for form in formen:
        if form[0].isupper() and form.isalpha() and len(form) >= 9 and not _zerlegungen(bausteine, faltung(form)):
            for vorn, grundwort in _mit_bekanntem_ende(bausteine, faltung(form)):
                folgen[vorn].add(grundwort)
    return frozenset(vorn for vorn, danach in folgen.items() if len(danach) >= 2) - _KEINE_BAUSTEINE


def _mit_bekanntem_ende(bausteine: frozenset[str], wort: str) -> Iterator[tuple[str, str]]:
    for i in range(5, len(wort) - 3):
        grundwort = _bekannt(bausteine, wort[i:], _BEUGUNGEN)
        if grundwort and not _VERBVORSILBE.search(wort[:i]):
            yield wort[:i], stamm(grundwort)


@lru_cache(maxsize=2**16)
def _zerlegungen(bausteine: frozenset[str], wort: str) -> tuple[tuple[str, ...], ...]:
    if not wort.isalpha() or len(wort) > _LAENGSTES_WORT:
        return ()
    return _aus_zweien(bausteine, wort) or _an_der_naht(bausteine, wort) or _aus_mehreren(bausteine, wort)


def _bekannt(bausteine: frozenset[str], teil: str, endungen: tuple[str, ...]) -> str:
    """Return ``teil`` without the first of ``endungen`` that leaves a known word, "" if none does."""
    laengen = (len(teil) - len(endung) for endung in endungen if teil.endswith(endung))
    return next((teil[:laenge] for laenge in laengen if teil[:laenge] in bausteine), "")


def _aus_zweien(bausteine: frozenset[str], wort: str) -> tuple[tuple[str, ...], ...]:
    """Known word, linking element, known word: Besuch|s|überwachung."""
    return tuple(
        (vorn, wort[i:])
        for i in range(3, len(wort) - 2)
        if _bekannt(bausteine, wort[i:], _BEUGUNGEN) and (vorn := _bekannt(bausteine, wort[:i], _FUGEN))
    )


def _an_der_naht(bausteine: frozenset[str], wort: str) -> tuple[tuple[str, ...], ...]:
    """A noun, its linking -s- or -es-, and a word never seen alone: Strafvollstreckung|s|kammer, Einkauf|s|zettel."""
    for i in range(len(wort) - 4, 4, -1):
        if wort[i - 1] == "s" and (f"{wort[:i]}-" in bausteine or _MIT_FUGEN_S.search(wort[:i])):
            return ((_bekannt(bausteine, wort[:i], ("s", "es", "")) or wort[: i - 1], wort[i:]),)
    return ()


def _aus_mehreren(bausteine: frozenset[str], wort: str) -> tuple[tuple[str, ...], ...]:
    """Known word, linking element, and a rest that can be split: Lang|zeitbesuch."""
    return tuple(
        (vorn, wort[i:])
        for i in range(len(wort) - 6, 2, -1)
        if (vorn := _bekannt(bausteine, wort[:i], _FUGEN)) and _zerlegungen(bausteine, wort[i:])
    )[:1]


def stichworte(text: str, zerleger: Zerleger) -> Iterator[tuple[str, ...]]:
    """Yield the terms of each word of ``text`` that has any: its stem first, then its parts, each once.

    "Flucht- und Missbrauchsgefahr" -> ("flucht", "fluchtgefahr"), ("missbrauchsgefahr", "missbrauch", "gefahr").
    """
    for _, begriffe in _woerter_mit_stichworten(text, zerleger):
        yield begriffe


def _woerter_mit_stichworten(text: str, zerleger: Zerleger) -> Iterator[tuple[Wort, tuple[str, ...]]]:
    alle = woerter(text)
    for i, wort in enumerate(alle):
        begriffe = _begriffe(zerleger, wort.form)
        if begriffe and _ist_gekuerzt(wort.form):
            begriffe = (*begriffe, *_ergaenzte(alle[i : i + 8], zerleger))
        if begriffe:
            yield wort, begriffe


@lru_cache(maxsize=2**16)
def _begriffe(zerleger: Zerleger, form: str) -> tuple[str, ...]:
    """The terms of one word: stem, then parts; of "§ 9" also the number alone; () of a function word."""
    if not _hat_begriff(form):
        return ()
    teile = (stamm(form.lstrip("§")),) if form.startswith("§") else zerleger.teile(form)
    return tuple(dict.fromkeys((stamm(form), *teile)))


def _hat_begriff(form: str) -> bool:
    gefaltet = faltung(form)
    return bool(gefaltet) and (gefaltet not in _FUNKTIONSWOERTER or _ist_gekuerzt(form))  # "Aus- und Fortbildung"


def _ergaenzte(folge: tuple[Wort, ...], zerleger: Zerleger) -> Iterator[str]:
    """Complete a word with Ergänzungsstrich by the last part of the next whole word (amtliche Rechtschreibung § 98)."""
    vorn, *danach = (wort.form for wort in folge)
    ganzes = next((form for form in danach if not _ist_gekuerzt(form) and form not in _VERBINDER), "")
    for zerlegung in zerleger.zerlegungen(ganzes):
        yield stamm(vorn + zerlegung[-1])


def _ist_gekuerzt(form: str) -> bool:
    return form.endswith(("-", "\u2010"))


def hat_suchwort(text: str) -> bool:
    """Tell whether a query has a word to look for, and not only such as stand in every provision."""
    return bool(_gesuchte_formen(text))


def anfrage(text: str, zerleger: Zerleger) -> str:
    """Return the FTS5 MATCH expression for what a user typed; valid for any input, on a table with `SPALTEN`.

    Every word is required, by its stem, by the noun of a verb ("pfänden": "Pfändung"), or by its parts: of a known
    compound these must stand close to each other, of an unknown one anywhere. A word that the corpus does not have stands
    for all that begin with it ("Disziplin": "Disziplinarmaßnahme"). A phrase in quotes is looked for word by word. Input
    without a term matches nothing.
    """
    wendungen = [_wendung(treffer[1]) for treffer in _WENDUNG.finditer(text)]
    einzelne = [_wort_gesucht(form, zerleger) for form in _gesuchte_formen(_WENDUNG.sub(" ", text))]
    return " AND ".join(dict.fromkeys(ausdruck for ausdruck in (*wendungen, *einzelne) if ausdruck)) or _NICHTS


def _gesuchte_formen(text: str) -> list[str]:
    return [wort.form for wort in woerter(text) if _hat_begriff(wort.form)]


def _wendung(text: str) -> str:
    staemme = [stamm(form) for form in _gesuchte_formen(text)]
    return f'{SPALTEN[0]} : "{" ".join(staemme)}"' if staemme else ""


def _wort_gesucht(form: str, zerleger: Zerleger) -> str:
    wege = [_alle_teile(zerlegung, nah=zerleger.kennt(form)) for zerlegung in zerleger.zerlegungen(form)]
    staemme = (f'"{begriff}"' for begriff in (stamm(form), *_als_nomen(form, zerleger), *_als_anfang(form, zerleger)))
    return "(" + " OR ".join((*staemme, *wege)) + ")"


def _als_nomen(form: str, zerleger: Zerleger) -> tuple[str, ...]:
    """Return the stems of the nouns in -ung of a verb, as far as the corpus has them.

    "pfänden", "pfändet", "gepfändet" -> ("pfandung",); "behandeln" -> ("behandlung",).
    """
    if not form[:1].islower():
        return ()
    formen = (form, form.removeprefix("ge"))
    staemme = [treffer[1] for wort in formen if len(wort) <= _LAENGSTES_WORT and (treffer := _VERB.fullmatch(wort))]
    nomen = (f"{verb}ung" for vorn in staemme for verb in (vorn, re.sub(r"el$", "l", vorn)))
    return tuple(dict.fromkeys(stamm(wort) for wort in nomen if zerleger.kennt(wort)))


def _als_anfang(form: str, zerleger: Zerleger) -> tuple[str, ...]:
    """Return the stems of the corpus that begin with a word which it does not have and which is no compound.

    "Disziplin" -> ("disziplinar", "disziplinarbefugnis", …), of a word too short to tell anything ().
    """
    anfang = stamm(form)
    if len(anfang) < _KUERZESTER_ANFANG or zerleger.kennt(form) or zerleger.zerlegungen(form):
        return ()
    return _beginnend(zerleger.bausteine, anfang)


@lru_cache(maxsize=2**10)
def _beginnend(bausteine: frozenset[str], anfang: str) -> tuple[str, ...]:
    return tuple(sorted({stamm(baustein) for baustein in bausteine if baustein.startswith(anfang)}))


def _alle_teile(zerlegung: tuple[str, ...], *, nah: bool) -> str:
    staemme = [f'"{stamm(teil)}"' for teil in zerlegung]
    return f"NEAR({' '.join(staemme)}, {_ABSTAND})" if nah else f"({' AND '.join(staemme)})"


def gesuchte_staemme(text: str, zerleger: Zerleger) -> frozenset[str]:
    """Return every term that `anfrage` asks for, to mark where it was found."""
    formen = _gesuchte_formen(text)
    teile = (teil for form in formen for zerlegung in zerleger.zerlegungen(form) for teil in zerlegung)
    weitere = (begriff for form in formen for begriff in (*_als_nomen(form, zerleger), *_als_anfang(form, zerleger)))
    return frozenset((*(stamm(form) for form in (*formen, *teile)), *weitere))


@dataclass(frozen=True, slots=True)
class Schnipsel:
    """A cutting of a text: ``treffer`` are slices of ``inhalt`` to mark; ``davor``, ``danach``: there is more text."""

    inhalt: str
    treffer: tuple[tuple[int, int], ...]
    davor: bool
    danach: bool

    def __str__(self) -> str:
        return f"{'… ' if self.davor else ''}{self.inhalt}{' …' if self.danach else ''}"


def schnipsel(text: str, staemme: Collection[str], zerleger: Zerleger, breite: int = 160) -> Schnipsel:
    """Cut out the place where most of ``staemme`` stand together, at white space, at most ``breite`` characters.

    Only a found word longer than ``breite`` makes it longer; without any found word it is the start of the text.
    """
    gesucht = frozenset(staemme)
    funde = [(w, gesucht & set(begriffe)) for w, begriffe in _woerter_mit_stichworten(text, zerleger)]
    funde = [(w, begriffe) for w, begriffe in funde if begriffe]
    ab, bis = _ausschnitt(text, *_dichteste_stelle(funde, breite), breite)
    treffer = tuple((w.ab - ab, w.bis - ab) for w, _ in funde if ab <= w.ab and w.bis <= bis)
    return Schnipsel(text[ab:bis], treffer, davor=bool(text[:ab].strip()), danach=bool(text[bis:].strip()))


def _dichteste_stelle(funde: list[tuple[Wort, frozenset[str]]], breite: int) -> tuple[int, int]:
    """Return from where to where the found words stand that give most different terms, then most words, then first."""
    beste, stelle = (0, 0), (0, 0)
    for i, (erstes, _) in enumerate(funde):
        im_fenster = [fund for fund in funde[i : i + breite] if fund[0].bis <= erstes.ab + breite] or [funde[i]]
        wert = (len(frozenset().union(*(begriffe for _, begriffe in im_fenster))), len(im_fenster))
        if wert > beste:
            beste, stelle = wert, (erstes.ab, im_fenster[-1][0].bis)
    return stelle


def _ausschnitt(text: str, ab: int, bis: int, breite: int) -> tuple[int, int]:
    """Widen ``[ab:bis]`` on both sides to ``breite`` and draw the ends in to whole words, never into ``[ab:bis]``."""
    links = max(0, min(ab - (breite - (bis - ab)) // 2, len(text) - breite))
    rechts = max(bis, links + breite)
    spannen = [treffer.span() for treffer in re.finditer(r"\S+", text)]
    anfang = min((a for a, _ in spannen if a >= links), default=ab)
    ende = max((e for _, e in spannen if e <= rechts), default=bis)
    return min(anfang, ab) if bis else anfang, max(ende, bis)
