"""The Lesefassung: an Einheit written out with its VV and with all that applies to it, and why it applies.

Pure: what applies (`normen.geltung`) and the tree in, a tree of what is printed out.
Guarantees: each Einheit that applies is printed exactly once; where a second chain leads to it, that chain says where it
stands, and it says which further chains lead to it. What an exception takes out stands as a gap in its place. What is
printed only so that the rest can be understood (the title above a number, the words before a list) is marked as such.
"""

from .schreiben import lesefassung
from .seite import Absatz, Anderswo, Gruppe, Lauf, Lesefassung, Quelle, Rolle, Teil

__all__ = ["Absatz", "Anderswo", "Gruppe", "Lauf", "Lesefassung", "Quelle", "Rolle", "Teil", "lesefassung"]
