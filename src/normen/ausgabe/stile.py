"""How the terminal sets apart what stands in an answer."""

from __future__ import annotations

TITEL, MARKE, QUELLE, WARNUNG = "bold", "bold cyan", "dim", "yellow"
