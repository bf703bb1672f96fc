"""Templates of strangers: what they try in order to get out, or to use up the machine, and what they are told."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from normen.dokument.druckstock import Druckstock
from normen.dokument.sandkasten import HOECHSTENS_SCHRITTE, Leer
from normen.fehler import VorlageFehler
from test_druckstock import mit_noten, mit_rand, tabelle, vorlage, wortlaut


def _norm(zitat: str) -> str:
    return f"[{zitat}]"


WERTE: dict[str, object] = {
    **{"a": "x", "n": 3, "leer": Leer(name="leer"), "tabelle": {"items": "Posten", "b": "y"}, "norm": _norm},
    "liste": [str(zahl) for zahl in range(50)],
}
ZUGRIFF = "darf eine Vorlage nicht zugreifen."
FILTER = "gibt es in Vorlagen nicht."
FUNKTION = "ist in Vorlagen keine Funktion; es gibt norm, normen, kennt, wortlaut, entsprechend, zitierte, loop.cycle."
BEFEHL = "ist in Vorlagen nicht erlaubt."
UNBEKANNT = "ist kein Feld dieser Vorlage."
#: Known ways out of Jinja, and what is said to each.
AUSBRUECHE = [
    ("{{ ''.__class__ }}", f"Auf „__class__“ {ZUGRIFF}"),
    ("{{ ''.__class__.__mro__[1].__subclasses__() }}", f"Auf „__class__“ {ZUGRIFF}"),
    ("{{ a['__class__'] }}", f"Auf „__class__“ {ZUGRIFF}"),
    ("{{ a['__cl' ~ 'ass__'].x }}", f"Auf „__class__“ {ZUGRIFF}"),
    ("{{ liste.__class__.__base__ }}", f"Auf „__class__“ {ZUGRIFF}"),
    ("{% if false %}{{ a.__class__ }}{% endif %}", f"Auf „__class__“ {ZUGRIFF}"),
    ("{{ norm.__globals__ }}", f"Auf „__globals__“ {ZUGRIFF}"),
    ("{{ norm.__globals__['os'].popen('id').read() }}", f"Auf „__globals__“ {ZUGRIFF}"),
    ("{{ norm['__globals__'] }}", f"Auf „__globals__“ {ZUGRIFF}"),
    ("{{ norm.func_globals }}", f"„func_globals“ {UNBEKANNT}"),
    ("{{ norm }}", "Gedruckt werden Text, Zahlen und Tage"),
    ("{{ cycler.__init__.__globals__.os }}", f"Auf „__init__“ {ZUGRIFF}"),
    ("{{ cycler('a').next() }}", f"„cycler(…)“ {FUNKTION}"),
    ("{{ cycler }}", f"„cycler“ {UNBEKANNT}"),
    ("{{ joiner() }}", f"„joiner(…)“ {FUNKTION}"),
    ("{{ lipsum() }}", f"„lipsum(…)“ {FUNKTION}"),
    ("{{ lipsum.__globals__ }}", f"Auf „__globals__“ {ZUGRIFF}"),
    ("{{ namespace(x=1) }}", f"„namespace(…)“ {FUNKTION}"),
    ("{% set n.x = 1 %}", f"Der Befehl „namespace“ {BEFEHL}"),
    ("{{ dict(a=1) }}", f"„dict(…)“ {FUNKTION}"),
    ("{{ range(3) }}", f"„range(…)“ {FUNKTION}"),
    ("{{ a|attr('__class__') }}", f"Den Filter „attr“ {FILTER}"),
    ("{{ liste|map('attr', '__class__')|list }}", f"Den Filter „attr“ {FILTER}"),
    ("{{ liste|map(a)|list }}", f"Den Filter „…“ {FILTER}"),
    ("{{ liste|map(attribute='__class__')|join }}", f"Auf „__class__“ {ZUGRIFF}"),
    ("{{ liste|sort(attribute='__class__')|join }}", f"Auf „__class__“ {ZUGRIFF}"),
    ("{{ liste|groupby('__class__')|length }}", f"Auf „__class__“ {ZUGRIFF}"),
    ("{{ liste|sum(attribute='__class__') }}", f"Auf „__class__“ {ZUGRIFF}"),
    ("{{ '%s'|format(norm) }}", f"Den Filter „format“ {FILTER}"),
    ("{{ '{0.__class__}'.format(a) }}", f"„….format(…)“ {FUNKTION}"),
    ("{{ '{a.__class__}'.format_map(tabelle) }}", f"„….format_map(…)“ {FUNKTION}"),
    ("{% set f = '{0.__class__}'.format %}{{ f }}", f"Auf „format“ {ZUGRIFF}"),
    ("{{ ('%s' % norm) }}", "Mit „%“ rechnet eine Vorlage nur mit Zahlen"),
    ("{{ tabelle.update({'x': 1}) }}", f"Der Befehl „{{ … : … }}“ {BEFEHL}"),
    ("{{ liste.append(1) }}", f"„liste.append(…)“ {FUNKTION}"),
    ("{{ tabelle.keys() }}", f"„tabelle.keys(…)“ {FUNKTION}"),
    ("{{ self._TemplateReference__context }}", f"Auf „_TemplateReference__context“ {ZUGRIFF}"),
    ("{{ self }}", "Gedruckt werden Text, Zahlen und Tage"),
    ("{% for x in liste %}{{ loop._iterable }}{% endfor %}", f"Auf „_iterable“ {ZUGRIFF}"),
    ("{% for x in liste %}{{ loop.changed(1) }}{% endfor %}", f"„loop.changed(…)“ {FUNKTION}"),
    ("{% include 'x' %}", f"Der Befehl „include“ {BEFEHL}"),
    ("{% import 'x' as y %}", f"Der Befehl „import“ {BEFEHL}"),
    ("{% from 'x' import y %}", f"Der Befehl „from … import“ {BEFEHL}"),
    ("{% extends 'x' %}", f"Der Befehl „extends“ {BEFEHL}"),
    ("{% block x %}{% endblock %}", f"Der Befehl „block“ {BEFEHL}"),
    ("{% macro x() %}{% endmacro %}", f"Der Befehl „macro“ {BEFEHL}"),
    ("{% autoescape false %}{{ a }}{% endautoescape %}", f"Der Befehl „autoescape“ {BEFEHL}"),
    ("{% filter upper %}x{% endfilter %}", f"Der Befehl „filter“ {BEFEHL}"),
    ("{% set x %}x{% endset %}", f"Der Befehl „set … endset“ {BEFEHL}"),
    ("{{ a|safe }}", f"Den Filter „safe“ {FILTER}"),
    ("{{ a|tojson }}", f"Den Filter „tojson“ {FILTER}"),
    ("{{ a|xmlattr }}", f"Den Filter „xmlattr“ {FILTER}"),
    ("{{ a is callable }}", f"Den Test „callable“ {FILTER}"),
    ("{% if fehlt is defined and fehlt.x %}{% endif %}{{ fehlt }}", f"„fehlt“ {UNBEKANNT}"),
    ("{% if fehlt %}{% endif %}", f"„fehlt“ {UNBEKANNT}"),
    ("{{ leer }}", "„leer“ ist nicht angegeben"),
    ("{{ liste }}", "Gedruckt werden Text, Zahlen und Tage; für eine Liste gibt es {% for … %} und |join."),
]
DOPPELT = "{% set x = 'aaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 14
ZU_GROSS = "Ein Befehl der Vorlage erzeugt einen unmäßig großen Wert."
ZU_LANGE = "Die Vorlage rechnet zu lange; prüfen Sie ihre Schleifen."
ZU_TIEF = "Ihre Befehle sind zu tief verschachtelt oder zu lang."
ZAHLEN = "rechnet eine Vorlage nur mit Zahlen, und nicht mit beliebig großen."
OFFEN = "Ein Befehl ist nicht geöffnet, nicht geschlossen oder zu lang: "
#: Ways to use up time or memory.
UEBERMASS = [
    ("{% for x in range(1000000000) %}x{% endfor %}", f"„range(…)“ {FUNKTION}"),
    ("{{ 'a' * 1000000000 }}", ZAHLEN),
    ("{{ liste * 1000000000 }}", ZAHLEN),
    ("{{ '%1000000000d' % 1 }}", ZAHLEN),
    ("{{ 9**9**9 }}", f"Der Befehl „**“ {BEFEHL}"),
    ("{% set x = 9999999999 %}" + "{% set x = x * x %}" * 40, ZAHLEN),
    ("{{ " + "9" * 1900 + " * 2 }}", ZAHLEN),
    ("{% for x in liste %}" * 6 + "x" + "{% endfor %}" * 6, ZU_LANGE),
    ("{% for x in liste %}" * 5 + "{% endfor %}" * 5, ZU_LANGE),
    ("{% for x in liste %}" * 25 + "{% endfor %}" * 25, ZU_TIEF),
    ("{% for x in liste recursive %}{{ loop(liste) }}{% endfor %}", f"Der Befehl „for … recursive“ {BEFEHL}"),
    ("{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}", f"Der Befehl „macro“ {BEFEHL}"),
    (DOPPELT + "{% set x = x ~ x %}" * 30, ZU_GROSS),
    (DOPPELT + "{% set x = x + x %}" * 30, ZU_GROSS),
    ("{% set x = liste %}" + "{% set x = x + x %}" * 30, ZU_GROSS),
    ("{% set x = liste %}" + "{% set x = [x, x] %}" * 30, ZU_GROSS),
    ("{% set x = liste %}" + "{% set x = (x, x) %}" * 30, ZU_GROSS),
    (DOPPELT + "{{ x|replace('a', x) }}", ZU_GROSS),
    (DOPPELT + "{{ x|replace('', x) }}", ZU_GROSS),
    (DOPPELT + "{{ liste|join(x) }}", ZU_GROSS),
    (DOPPELT + "{{ liste|map('replace', '', x)|list|length }}", ZU_GROSS),
    (DOPPELT + "{% for y in x %}{{ x }}{% endfor %}", "Das Dokument würde unmäßig groß."),
    (DOPPELT + "{% for y in x %}{% if x|lower == x|upper %}{% endif %}{% endfor %}", ZU_LANGE),
    (DOPPELT + "{% for y in x %}{% if 'ab' in x %}{% endif %}{% endfor %}", ZU_LANGE),
    ("{{ a|center(1000000000) }}", f"Den Filter „center“ {FILTER}"),
    ("{{ a|indent(1000000000) }}", f"Den Filter „indent“ {FILTER}"),
    ("{{ 1.5|round(1000000000, 'ceil') }}", f"Den Filter „round“ {FILTER}"),
    ("{{ liste|batch(1000000000, 'x')|list }}", f"Den Filter „batch“ {FILTER}"),
    ("{{ a.ljust(1000000000) }}", f"„a.ljust(…)“ {FUNKTION}"),
    ("{{ (1).to_bytes(1000000000, 'big') }}", f"„….to_bytes(…)“ {FUNKTION}"),
    ("{{ " + "(" * 900 + "1" + ")" * 900 + " }}", ZU_TIEF),
    ("{{ " + "not " * 450 + "1 }}" + "{{ " + "1+" * 900 + "1 }}", ZU_TIEF),
    ("{{ " + "a~" * 60 + "a }}", "„~“ verbindet höchstens 50 Teile."),
    ("{% if a %}" * 300 + "{% endif %}" * 300, ZU_TIEF),
    ("{{p " * 20000, OFFEN),
    ("{%" * 20000, OFFEN),
    ("-%} " * 20000, OFFEN),
    ("{{ a" + " " * 5000 + "}}", OFFEN),
    ("{% colspan" + " " * 1900 + "% %}", "In einem Befehl stehen zu viele Leerzeichen: "),
    ("{{ a }}" * 10001, "Ein Teil hat mehr als 10000 Befehle."),
    ("x" * (1 << 22), "Ihr Text ist unmäßig lang."),
]


def _grund(text: str) -> str:
    """Return what a template is refused with; fail if it is printed."""
    with pytest.raises(VorlageFehler) as gefangen:
        Druckstock.aus(vorlage(text), "x.docx").gedruckt(WERTE)
    assert str(gefangen.value).startswith("x.docx: Die Vorlage lässt sich nicht füllen: ")
    return gefangen.value.meldung


@pytest.mark.parametrize(("text", "grund"), AUSBRUECHE, ids=[text for text, _ in AUSBRUECHE])
def test_kein_weg_hinaus(text: str, grund: str) -> None:
    assert grund in _grund(text)


@pytest.mark.parametrize("text", ["{{ ''.__class__ }}", "{{ lipsum() }}", "{{ a|safe }}", "{{ 'a' * 10000000 }}"])
def test_auch_nicht_ueber_andere_teile(text: str) -> None:
    for docx in (
        vorlage(titel=text),
        vorlage(dokument=mit_rand(text, "")),
        vorlage(dokument=mit_rand("", text)),
        vorlage(xml=tabelle([[text]], 1)),
        mit_noten(vorlage(), text),
    ):
        with pytest.raises(VorlageFehler, match="Die Vorlage lässt sich nicht füllen"):
            Druckstock.aus(docx, "x.docx").gedruckt(WERTE)


@pytest.mark.parametrize(("text", "grund"), UEBERMASS, ids=[text[:60] for text, _ in UEBERMASS])
def test_kein_uebermass(text: str, grund: str) -> None:
    beginn = time.process_time()
    assert grund in _grund(text)
    assert time.process_time() - beginn < 5


def test_kein_uebermass_an_speicher() -> None:
    Druckstock.aus(vorlage("{{ a }}"), "x").gedruckt(WERTE)
    tracemalloc.start()
    for text in (
        "{{ 'a' * 1000000000 }}",
        DOPPELT + "{{ x|replace('a', x) }}",
        DOPPELT + "{% for y in x %}{{ x }}{% endfor %}",
    ):
        _grund(text)
    hoechstens = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert hoechstens < 100 * 2**20


#: What templates may do, and what is printed.
ERLAUBT = [
    ("{{ tabelle.items }}{{ tabelle['b'] }}{{ liste[0] }}{{ liste[1:3]|join }}", "Posteny012"),
    ("{{ n * 2 + 1 }} {{ n / 2 }} {{ n // 2 }} {{ n % 2 }} {{ -n }}", "7 1.5 1 1 -3"),
    ("{% for x in liste[:3] %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{{ ',' if not loop.last }}{% endfor %}", "1a,2b,3a"),
    ("{{ liste|length }} {{ liste|first }} {{ liste|last }} {{ liste|map('int')|sum }}", "50 0 49 1225"),
    ("{{ a|upper ~ a|default('z') }} {{ fehlt|default('z') }} {{ leer|default('z') }}", "Xx z z"),
    ("{{ norm('§ 1') }} {{ norm(a) }}", "[§ 1] [x]"),
    ("{% for x, y in [(1, 2), (3, 4)] %}{{ x }}{{ y }}{% endfor %}", "1234"),
    ("{{ ['b', 'a']|sort|join(', ') }} {{ 'ab'|replace('b', '<') }} {{ ' x '|trim }}", "a, b a< x"),
    ("{% if a in ['x', 'y'] and n is odd and leer is undefined %}ja{% endif %}", "ja"),
    ("{{ a|e }}&amp;", "x&amp;"),
]


@pytest.mark.parametrize(("text", "gedruckt"), ERLAUBT)
def test_was_erlaubt_ist(text: str, gedruckt: str) -> None:
    assert wortlaut(Druckstock.aus(vorlage(text), "x").gedruckt(WERTE)) == gedruckt


def test_lange_listen_sind_kein_uebermass() -> None:
    """A thousand rows with ten values each: far more than any letter, far less than the limit."""
    zeilen = [{"s": str(zahl)} for zahl in range(1000)]
    schleife = [["{%tr for z in zeilen %}"], ["{{ z.s }}"] * 10, ["{%tr endfor %}"]]
    assert Druckstock.aus(vorlage(xml=tabelle(schleife, 10)), "x").gedruckt({"zeilen": zeilen})
    assert HOECHSTENS_SCHRITTE > 10 * 1000 * 10
