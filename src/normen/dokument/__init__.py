"""Notices and agreements: read a template, check the data, fill the Word file with norms that exist.

Where what lives, in the order of a draft:

- the template: `vorlage` (its description: `beschreibung`, `feld`, `feldregeln`, `vorgaben`, `normtafel`), `baustein` and
  `einsetzen` (clauses that templates share), `vorlagenanfang` (a new one), `vorlagenpruefung` (the check, with
  `textpruefung`, `namensgebrauch`, `mangel`);
- the data: `rohdaten` and `faelle` (files), `angaben` and `werte` (each value), `regeln`, `nachweis`, `grundlagen` (what
  must hold), `rechnungen` (amounts and deadlines) and `beanstandungen` (what they rule out), `daten` (all of it checked;
  `befund` words what is wrong);
- the document: `fuellen` (the way of one draft), `druckstock`, `setzen`, `befehle`, `sandkasten`, `satzfehler` (the plate
  and its limits), `belege`, `zitatfolge`, `druckbild` (how citations and values look), `vollstaendig` (what is missing),
  `ausfertigung` with `herkunft`, `herkunftsteil`, `eigenschaften`, `anlage` (what it carries), `paket` (the file), `pdf`,
  `stapel` (many);
- later: `abgleich` (which of its citations still stand).
"""

from ..norm import Norm
from ..normquelle import Normquelle
from .abgleich import ENDUNGEN, Abgleich, Abgleicher, Eingefuegt, Vergleich, Wegstand, Zustand
from .daten import Daten, modell, pruefe
from .feld import Bedingung, Feld
from .fuellen import Ergebnis, fuelle
from .herkunft import Geltungsweg, Herkunft, Klausel, Pruefstand, Zitiertes
from .herkunftsteil import lies_herkunft, mit_herkunft
from .mangel import Mangel
from .nachweis import Offen
from .rohdaten import lies_daten, lies_json
from .vorgaben import Grundlage, Reihenfolge, Widerspruch
from .vorlage import Vorlage, lade_vorlage, lade_vorlagen
from .vorlagenanfang import beginne_vorlage
from .vorlagenpruefung import pruefe_vorlage

__all__ = [
    "ENDUNGEN",
    "Abgleich",
    "Abgleicher",
    "Bedingung",
    "Daten",
    "Eingefuegt",
    "Ergebnis",
    "Feld",
    "Geltungsweg",
    "Grundlage",
    "Herkunft",
    "Klausel",
    "Mangel",
    "Norm",
    "Normquelle",
    "Offen",
    "Pruefstand",
    "Reihenfolge",
    "Vergleich",
    "Vorlage",
    "Wegstand",
    "Widerspruch",
    "Zitiertes",
    "Zustand",
    "beginne_vorlage",
    "fuelle",
    "lade_vorlage",
    "lade_vorlagen",
    "lies_daten",
    "lies_herkunft",
    "lies_json",
    "mit_herkunft",
    "modell",
    "pruefe",
    "pruefe_vorlage",
]
