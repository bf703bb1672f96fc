"""The words that chains of citations are made of: levels, numbers, separators."""

from __future__ import annotations

import re

from ..schreibweise import SCHREIBWEISEN

#: A longer spelling before a shorter one that it begins with: "Unterabs." before "Abs." is the order of the table.
_EBENEN = tuple((s.ebene, s.im_text) for s in SCHREIBWEISEN if s.im_text)
#: A level and the space behind it. One group per level, named after it.
EBENE = re.compile(f"(?:{'|'.join(f'(?P<{e.name}>{m})' for e, m in _EBENEN)})(?![A-Za-zäöüß])\\s*+")
#: The level of each group of `EBENE`, by its number.
GRUPPEN = (None, *(ebene for ebene, _ in _EBENEN))
#: First characters of `EBENE`.
EBENENANFANG = frozenset("§PAUHSNZDBlLVFTK")
#: First characters, behind a number and a space, of what may belong to the same citation.
FORTSETZUNG = EBENENANFANG | frozenset("0123456789IVX(,ezdv")
MEHRZAHL = re.compile(
    r"(?:§§|Paragra(?:ph|f)en|Nummern|Nrn\.?|Ziffern|Absätzen?|Sätzen?|Anlagen|Artikeln|Artt\.|Anhängen?|(?:Unterab|Ab)schnitten?)(?!\w)"
)

#: A letter at a number ("3a", "74 a"); apart from it, it must not begin an abbreviation ("§ 3 i. V. m.", "§ 74 a. F.").
_ZUSATZ = (
    r"(?P<zusatz>(?!ff?\.|ff(?!\w))[a-z](?=ff?\.|(?![a-zäöüß]))(?!\.\s?F\b)"
    r"|\s[a-z](?![A-Za-zäöüß.-])|\s[abceghj-n](?=\.(?:\s*$|\s+[A-ZÄÖÜ][a-zäöü])))"
)
#: A number; not part of a longer one, of a word or of a reference number ("Nr. 5/2013").
ZAHL = re.compile(
    rf"(?P<zahl>[1-9][0-9]{{0,4}}(?![0-9])(?:\.[0-9]{{1,4}}(?![0-9])){{0,8}}){_ZUSATZ}?"
    r"(?!(?!bis\b|ff?\.|ff\b|und\b|oder\b)[a-zäöüß]|/[0-9])"
)
BUCHSTABE = re.compile(r"(?P<zahl>[a-z]{1,2})(?P<zusatz>)(?![A-Za-zäöüÄÖÜß])(?!\.\s?[A-ZÄÖÜa-z]\.)\)?")
#: "Nr. 3 b)": behind a Nummer, a letter that stands apart with a bracket is one of its Buchstaben.
BUCHSTABE_MIT_KLAMMER = re.compile(r"\s(?P<zahl>[a-z])(?P<zusatz>)\)")
DOPPELBUCHSTABE = re.compile(r"\s+(?P<zahl>(?P<b>[a-z])(?P=b))(?P<zusatz>)(?![A-Za-zäöüß])\)?")
#: Numbers of an Anlage or a division; one of the same kind may go on from them: "Anlagen IV, V und IX".
ROEMISCHE_ZAHL = re.compile(r"(?P<zahl>[IVXL]{1,7})(?P<zusatz>[a-z]?)(?![\w-])")
GROSSBUCHSTABE = re.compile(r"(?P<zahl>[A-Z])(?P<zusatz>)(?![\w-])")
#: A number before another behind a slash: "Nr. 3/4"; "5/2013" is a reference number.
ZAHL_VOR_STRICH = re.compile(r"(?P<zahl>[1-9][0-9]{0,2})(?P<zusatz>[a-z]?)(?=/[1-9][0-9]{0,2}[a-z]?(?![\w/]))")
ROEMISCH = re.compile(r"\s+(?P<zahl>[IVX]{1,6})(?P<zusatz>[a-z]?)(?![A-Za-zäöüÄÖÜß0-9-])")
KLAMMER = re.compile(r"\s*\((?P<zahl>[1-9][0-9]{0,2})(?P<zusatz>[a-z]?)\)")
NACH_ROEMISCH = re.compile(r"\s+(?P<zahl>[1-9][0-9]{0,2})(?P<zusatz>[a-z]?)(?![A-Za-zäöüÄÖÜß0-9.])")
#: Behind "(1)" only where more of a citation, the name of a law, or the end of it follows: "§ 85 (1) 2 JVollzGB III".
NACH_KLAMMER = re.compile(
    NACH_ROEMISCH.pattern
    + r"(?=\s+(?:Nr|lit|Buchst|H[sS]\b|Halbs|Alt\.|de[rs]\s+[A-ZÄÖÜ]|[A-ZÄÖÜ]\w*[A-ZÄÖÜ])|\s*(?:[,;)]|$))"
)
LUECKE = re.compile(r"\s*+")

ORDNUNGSWORTE = {"erste": "1", "zweite": "2", "dritte": "3", "vierte": "4"}
_ORDNUNGSWORT = "(?:erste|zweite|dritte|vierte)[rsn]?"
_TEIL_EINES_SATZES = (
    r"(?:(?P<HALBSATZ>Halbsatz(?:es)?|Halbs\.|H[sS]\.?)|(?P<ALTERNATIVE>Alternative|Alt\.)|(?P<VARIANTE>Variante|Var\.)"
    r"|(?P<FALL>Fall(?:es)?)|(?P<SPIEGELSTRICH>(?:Spiegel|Gedanken)strichs?))(?!\w)"
)
#: "2. Halbsatz", "zweiter Halbsatz", "erste Alternative".
GEORDNET = re.compile(rf"(?:\s*+,)?+\s*+(?:(?P<zahl>[1-9])\.\s?|(?P<wort>{_ORDNUNGSWORT})\s+){_TEIL_EINES_SATZES}")
#: What stands before "und zweiter Halbsatz".
GEORDNET_DAVOR = re.compile(
    rf"(?:\s*+,)?+\s*+(?:(?P<zahl>[1-9])\.|(?P<wort>{_ORDNUNGSWORT}))"
    rf"(?=\s+(?:und|oder|sowie|bzw\.|bis)\s+(?:[1-9]\.\s?|{_ORDNUNGSWORT}\s+){_TEIL_EINES_SATZES})"
)

_IVM = r"(?:(?:jeweils|auch)\s+){0,2}(?:in\s+Verbindung\s+mit|i\.?\s?V\.?\s?m\.?)"
TRENNER = re.compile(
    r"\s*+(?:(?P<komma>[,;])(?:\s*+(?:(?:und|sowie|oder|beziehungsweise)(?!\w)|bzw\.))?"
    rf"|(?:und|oder|sowie|beziehungsweise)(?!\w)|bzw\.|u\.(?=\s?[\d§A-Z])|[+&]|/(?=\s?[§\d])|{_IVM})"
    rf"(?:\s*+{_IVM})?(?:\s++(?:die|de[rnms]|das))?(?=[\s\d§])\s*+"
)
AUSNAHME = re.compile(r"(?:\s*+,)?+\s++mit\s+Ausnahme\s+(?:von|vom|de[rs])\s+")
BIS = re.compile(r"\s*+bis(?!\w)(?:\s+(?:zu[mr]?|einschließlich)(?!\w))?\s*+|\s?[–-]\s?(?=[\d§IVXL])")
FOLGENDE = re.compile(r"\s?(?P<f>ff?)(?:\.|(?<=ff)(?!\w))(?![a-z])")
#: What stands behind a number that counts or measures something, or dates it, and so belongs to no citation.
KEINE_NUMMER = re.compile(
    r"\s*+(?:%|‰|€|°|v\.\s?H\.|Monate?n?|(?:Kalender|Wirtschafts|Lebens|Haushalts)?[Jj]ahr|Wochen?|(?:Kalender|Werk|Arbeits)?[Tt]age?"
    r"|Stunden?|Minuten?|Sekunden?|Uhr|Euro|EUR|Cent|DM\b|Prozent|Promille|Personen|Mitglieder|Gefangene|Stück|Mal\b|mal\b|Meter"
    r"|Quadratmeter|Kilometer|k?[mg]\b|Kilogramm|Gramm|Liter|Grad\b|Teile|Mio|Mrd|Millionen|Milliarden|Tausend"
    r"|-[A-Za-zäöü]|/\d|,\d+\s*(?:%|€|Euro|EUR|Prozent)"
    r"|\.\s*(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Lebensjahr)|(?<=\d)\.\d{1,2}\.\d)"
)
DATUM = re.compile(r"[0-3]?\d\.[01]?\d\.(?:\d{4}|\d\d)(?!\.?\d)|\d{1,2}\.\d{3}(?:\.\d{3})*(?!\.?\d)")
