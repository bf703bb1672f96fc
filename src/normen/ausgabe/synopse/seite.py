"""A Synopse as one HTML page that needs nothing from outside and can be printed; differences are <del> and <ins>."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence

from ...synopse import Gegenueberstellung, Synopse
from ...unterschied import Gleichheit, Teil
from ...vergleich import Paar
from ...wissen import Wissen
from .. import grundseite
from . import darstellung

_STIL = """\
h2 { margin-top: 3rem; padding-top: .7rem; border-top: 3px solid #1f4e79; }
main { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 42rem; table-layout: fixed; }
th, td { border: 1px solid #8888; padding: .4rem .6rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { hyphens: manual; } td { hyphens: auto; }
thead th { background: #8882; }
th:first-child { width: 7.5rem; } tbody th { font-weight: normal; }
.parallelen th:first-child { width: 11rem; } .parallelen :is(th:nth-child(2), th:nth-child(3)) { width: 8.5rem; }
caption { text-align: left; padding: .4rem 0; }
del { text-decoration: line-through; background: #c002; }
ins { text-decoration: underline; background: #0802; }
.allein :is(del, ins) { text-decoration: none; }
.bezeichnung { text-decoration: underline dotted; }
.entsprechend { text-decoration: underline double; }
.stelle { font-weight: bold; }
@media print {
  body { max-width: none; margin: 0; font-size: 10pt; } table { min-width: 0; } th:first-child { width: 5.5rem; }
  .parallelen th:first-child { width: 8rem; } .parallelen :is(th:nth-child(2), th:nth-child(3)) { width: 5.5rem; }
  tr { break-inside: avoid; } thead { display: table-header-group; } h2 ~ h2 { break-before: page; }
}
"""
_LEGENDE = (
    "<del>durchgestrichen</del>: nur links; <ins>unterstrichen</ins>: nur rechts; "
    '<span class="bezeichnung">gepunktet</span>: andere Bezeichnung der Personen oder der Anstalt; '
    '<span class="entsprechend">doppelt</span>: Zitat derselben oder der entsprechenden Vorschrift'
)


def setze(wissen: Wissen, synopse: Synopse, *, nur_unterschiede: bool) -> str:
    """Return the whole Synopse as one page."""
    return "".join(_stuecke(wissen, synopse, nur_unterschiede=nur_unterschiede))


def _stuecke(wissen: Wissen, synopse: Synopse, *, nur_unterschiede: bool) -> Iterator[str]:
    titel = darstellung.titel(synopse)
    yield grundseite.beginn(titel, "70rem", _STIL) + "\n" + _element("h1", titel)
    if darstellung.ausgeweitet(synopse):
        yield _element("p", darstellung.ausgeweitet(synopse))
    if synopse.parallelen:
        yield from _parallelen(synopse)
    for gegenueber in synopse.gegenueber:
        paare = darstellung.unterschiedliche(gegenueber.paare) if nur_unterschiede else gegenueber.paare
        yield from _wortlaut(gegenueber, paare)
        yield from _regeln(wissen, gegenueber)
    if synopse.gegenueber:
        yield _element("h3", "Quellen") + _liste(darstellung.quellen(synopse))
    yield grundseite.INHALTSENDE + grundseite.ENDE


def _element(name: str, text: str) -> str:
    return f"<{name}>{html.escape(text)}</{name}>\n"


def _liste(punkte: Iterable[str]) -> str:
    return f"<ul>\n{''.join(_element('li', punkt) for punkt in punkte)}</ul>\n"


def _parallelen(synopse: Synopse) -> Iterator[str]:
    yield '<h2>Parallele Vorschriften</h2>\n<table class="parallelen">\n<thead><tr>'
    yield (
        "".join(f'<th scope="col">{kopf}</th>' for kopf in ("Buch", "Vorschrift", "Sicherheit", "Gründe"))
        + "</tr></thead>\n<tbody>\n"
    )
    for befund in map(darstellung.befund, synopse.parallelen):
        for zitat, sicherheit, gruende in befund.moegliche or (("–", "–", "–"),):
            yield f'<tr><th scope="row">{html.escape(f"{befund.werk}: {befund.urteil}")}</th>'
            yield "".join(f"<td>{html.escape(zelle)}</td>" for zelle in (zitat, sicherheit, gruende)) + "</tr>\n"
    yield "</tbody>\n</table>\n"
    vorschlaege = darstellung.vorschlaege(synopse)
    if vorschlaege:
        yield _element("p", darstellung.WEITERE) + _element("pre", "\n".join(vorschlaege))


def _wortlaut(gegenueber: Gegenueberstellung, paare: Sequence[Paar]) -> Iterator[str]:
    yield _element("h2", f"{gegenueber.links.zitat} – {gegenueber.rechts.zitat}")
    yield f"<table>\n<caption>{html.escape(darstellung.bilanz(gegenueber))}. {_LEGENDE}</caption>\n"
    yield "<thead><tr>"
    koepfe = (f"{s.zitat} {s.ueberschrift}" for s in (gegenueber.links, gegenueber.rechts))
    yield (
        "".join(f'<th scope="col">{html.escape(kopf)}</th>' for kopf in ("Vergleich", *koepfe)) + "</tr></thead>\n<tbody>\n"
    )
    for paar in paare:
        zeile = "<tr>" if paar.links and paar.rechts else '<tr class="allein">'
        kopf = html.escape(darstellung.bedeutung(paar))
        yield f'{zeile}<th scope="row">{kopf}</th>{_seite(paar, 0)}{_seite(paar, 1)}</tr>\n'
    yield "</tbody>\n</table>\n"
    gruende = darstellung.entsprechungen(paare)
    if gruende:
        yield _element("p", darstellung.ENTSPRECHEND) + _liste(gruende)


def _seite(paar: Paar, nr: int) -> str:
    stelle = (paar.links, paar.rechts)[nr]
    if not stelle:
        return "<td>–</td>"
    worte = "".join(_teil(teil, nr) for teil in paar.teile)
    return f'<td><span class="stelle">{html.escape(stelle.name)}</span> {worte}</td>'


def _teil(teil: Teil, nr: int) -> str:
    luecke, wort = (html.escape(stueck) for stueck in darstellung.seiten_des_teils(teil)[2 * nr : 2 * nr + 2])
    if teil.gleichheit is Gleichheit.GLEICH or not wort:
        return luecke + wort
    if teil.gleichheit is Gleichheit.BEZEICHNUNG:
        return f'{luecke}<span class="bezeichnung">{wort}</span>'
    if teil.gleichheit is Gleichheit.ENTSPRECHEND:
        return f'{luecke}<span class="entsprechend" title="{html.escape(teil.grund)}">{wort}</span>'
    name = ("del", "ins")[nr]
    return f"{luecke}<{name}>{wort}</{name}>"


def _regeln(wissen: Wissen, gegenueber: Gegenueberstellung) -> Iterator[str]:
    yield _element("h3", "Verwaltungsvorschriften und was kraft Verweisung gilt")
    gruppen = darstellung.regelgruppen(gegenueber)
    if gruppen:
        koepfe = ("Gilt", "Regelung", gegenueber.links.zitat, gegenueber.rechts.zitat)
        yield "<table>\n<thead><tr>" + "".join(f'<th scope="col">{html.escape(kopf)}</th>' for kopf in koepfe)
        yield "</tr></thead>\n<tbody>\n"
        for gruppe in gruppen:
            regeln = "<br>".join(html.escape(" ".join(regel).strip()) for regel in darstellung.regeln(wissen, gruppe))
            seiten = ("<br>".join(map(html.escape, worte)) for worte in (gruppe.links, gruppe.rechts))
            zellen = "".join(f"<td>{zelle}</td>" for zelle in (regeln, *seiten))
            yield f'<tr><th scope="row">{html.escape(gruppe.ueberschrift)}</th>{zellen}</tr>\n'
        yield "</tbody>\n</table>\n"
    else:
        yield _element("p", darstellung.NICHTS)
    hinweise = darstellung.hinweise(gegenueber)
    if hinweise:
        yield _element("p", darstellung.AUSSERDEM) + _liste(f"{zitat}: {text}" for zitat, text in hinweise)
