"""Citations in running text: found, taken apart, and resolved from where they stand.

`finden` is the way in. `anker` says where one may begin, `finder` reads it there by `kette` (the grammar, its words in
`muster`), `umfeld` (what stands around) and `namen` (works); `aufloesen` and `ergaenzen` make targets of it, a `fund`.
`glatt` takes the hyphens of line ends out of the text before.
"""

from .ergaenzen import GibtEs
from .finden import finde
from .fund import Genanntes, Verweis, verlegt
from .namen import Namensbuch

__all__ = ["Genanntes", "GibtEs", "Namensbuch", "Verweis", "finde", "verlegt"]
