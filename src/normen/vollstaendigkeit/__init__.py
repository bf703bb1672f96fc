"""Is a notice complete? Authority, addressee, decision, facts, reasons, legal basis, hearing, remedies, signature.

Each part is a `Pruefpunkt` in a module of its own; the rules on remedies and hearings come from outside, with sources.

- the way of a check: `vorgaben` (what was told), `schreiben` (the document in parts), `erkennung` (its `regime`), `fall`
  (all that a check looks at), `pruefen` (every `pruefpunkt`), `bericht`, `ort` (where something stands);
- the parts: `kopf`, `entscheidung`, `rechtsgrundlage`, `begruendung`, `ermessen` with `bindung`, `anhoerung`,
  `unterschrift`, `vollzugsart`; of the instruction `belehrung`, `rechtsbehelf`, `rechtsbehelfsstelle`, `rechtsbehelfsform`,
  `rechtsbehelfsfrist`, `wiedereinsetzung`;
- `regeln` (remedies and hearings) and `wortschatz` (words of notices).
"""

from .bericht import Bericht, Ergebnis, Feststellung, Mangelart, Vorhanden
from .pruefen import PRUEFPUNKTE, pruefe
from .pruefpunkt import Pruefpunkt
from .regeln import Anhoerung, Rechtsbehelf, Regeln
from .regime import NAMEN, Regime
from .schreiben import Zeile
from .vorgaben import Schreibenart, Vorgaben

__all__ = [
    "NAMEN",
    "PRUEFPUNKTE",
    "Anhoerung",
    "Bericht",
    "Ergebnis",
    "Feststellung",
    "Mangelart",
    "Pruefpunkt",
    "Rechtsbehelf",
    "Regeln",
    "Regime",
    "Schreibenart",
    "Vorgaben",
    "Vorhanden",
    "Zeile",
    "pruefe",
]
