"""Amounts and deadlines, each worked out by its norm: the result, and every step with the citation it rests on.

- by matter: `verguetung`, `zulagen`, `taschengeld`, `gelder`, `haftkosten`, `ehrenamt`, `forensik`, `entlassung`,
  `rechtsbehelfe`, `lebensalter`; all of them by name in `verzeichnis`;
- what they share: `angabe` (what is given), `ansatz` (numbers of the texts), `groessen` (figures of the year),
  `vollzugsart`, `rechenweg` (amounts step by step), `fristlauf` and `kalender` (days), `ergebnis`, `schriftform`.
"""

from .ergebnis import Frist, Rechnung, Schritt
from .groessen import GROESSENARTEN, Groessenart, Rechengroesse, Rechengroessen
from .verzeichnis import RECHNUNGEN, Parameter, parameter, rechne

__all__ = [
    "GROESSENARTEN",
    "RECHNUNGEN",
    "Frist",
    "Groessenart",
    "Parameter",
    "Rechengroesse",
    "Rechengroessen",
    "Rechnung",
    "Schritt",
    "parameter",
    "rechne",
]
