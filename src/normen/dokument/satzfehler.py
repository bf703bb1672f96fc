"""What is wrong with the writing of a command, in German: Jinja says it in English only."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import TemplateSyntaxError

#: Jinja's words for what it expects or finds, where they are no sign that stands in the text.
_ZEICHEN = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "end of template": "das Ende",
    "name": "ein Name",
    "string": "ein Text in Anführungszeichen",
    "integer": "eine Zahl",
    "float": "eine Zahl",
}
_WORT = r"'((?:[^'\\]|\\.)*)'"

_Uebersetzung = Callable[[re.Match[str]], str]

#: How a field may be named, as the end of a sentence.
FELDNAME = "ein Wort aus kleinen Buchstaben ohne Umlaut, Ziffern und _"
_GERADE = "Texte in Befehlen stehen in geraden Anführungszeichen"

#: The messages of Jinja's reader, with what they mean.
_MELDUNGEN: tuple[tuple[re.Pattern[str], _Uebersetzung], ...] = (
    (
        re.compile(r"Unexpected end of template\..*?(?:needs to be closed is " + _WORT + r"\.)?$"),
        lambda m: f"{_befehl(m[1])} wird nicht geschlossen; es fehlt {_ende(m[1])}" if m[1] else "das Ende fehlt",
    ),
    (
        re.compile(r"Encountered unknown tag " + _WORT + r"\.(?:.*?needs to be closed is " + _WORT + r"\.)?"),
        lambda m: (
            f"{_befehl(m[1])} steht, wo {_ende(m[2])} fehlt" if m[2] else f"den Befehl {_befehl(m[1])} gibt es hier nicht"
        ),
    ),
    (
        re.compile(r"expected token 'end of print statement', got '(\w+)'"),
        lambda m: f"erwartet wird „}}}}“, dort steht „{m[1]}“; ein Feldname ist {FELDNAME}",
    ),
    (
        re.compile(r"expected token " + _WORT + ", got " + _WORT),
        lambda m: f"erwartet wird {_zeichen(m[1])}, dort steht {_zeichen(m[2])}",
    ),
    (re.compile(r"Expected an expression, got " + _WORT), lambda m: f"vor {_zeichen(m[1])} fehlt eine Angabe"),
    (re.compile(r"unexpected " + _WORT + ", expected " + _WORT), lambda m: f"„{m[1]}“ steht, wo „{m[2]}“ erwartet wird"),
    (re.compile(r"""unexpected char (?:"'"|'")"""), lambda _: "ein Anführungszeichen hat kein Gegenstück"),
    (re.compile(r"unexpected char '[„“”‚‘’»«]'"), lambda _: _GERADE),
    (re.compile(r"unexpected char '§'"), lambda _: 'Zitate stehen in Anführungszeichen: norm("§ 9 JVollzGB III")'),
    (re.compile(r"unexpected char " + _WORT), lambda m: f"„{m[1]}“ kann hier nicht stehen"),
    (re.compile(r"unexpected " + _WORT), lambda m: f"{_zeichen(m[1])} kann hier nicht stehen"),
    (re.compile(r"tag name expected"), lambda _: "nach {% fehlt der Befehl"),
    (re.compile(r"expected name or number"), lambda _: "nach dem Punkt fehlt ein Name"),
    (re.compile(r"expected subscript expression"), lambda _: "zwischen [ und ] fehlt eine Angabe"),
    (re.compile(r"Invalid character in identifier"), lambda _: "ein Name enthält ein Zeichen, das darin nicht stehen kann"),
    (re.compile(r"invalid syntax for function call"), lambda _: "in den Klammern stehen erst Werte, dann Angaben mit ="),
    (re.compile(r"You cannot chain multiple tests"), lambda _: "nach „is“ steht nur eine Prüfung"),
    (re.compile(r"can't assign to "), lambda _: "links vom Gleichheitszeichen steht kein Name"),
)


def satzfehler(fehler: TemplateSyntaxError) -> str:
    """Return a German sentence; of a message that has no translation here it says only that the command is not readable."""
    meldung = fehler.message or str(fehler)
    treffer = ((muster.match(meldung), wortlaut) for muster, wortlaut in _MELDUNGEN)
    grund = next((wortlaut(gefunden) for gefunden, wortlaut in treffer if gefunden), "er ist so nicht zu lesen")
    return f"Ein Befehl ist falsch geschrieben: {grund}."


def _zeichen(wort: str) -> str:
    zeichen = _ZEICHEN.get(wort, f"„{wort}“")
    return f"„{zeichen}“" if zeichen[0] in "{}%" else zeichen


def _befehl(wort: str) -> str:
    return f"{{% {wort} %}}"


def _ende(wort: str) -> str:
    return _befehl(f"end{wort}")
