"""Clauses that make Einheiten apply: read from a Satz, with kind, targets, exceptions, Maßgabe and Bedingung.

satzbild (citations masked, cut at commas) -> praedikat (the verb and what it does) -> ziele, subjekt, rueckbezug (what
applies) -> klausel
"""

from .klausel import Verweisung, finde_verweisungen
from .praedikat import Wirkung

__all__ = ["Verweisung", "Wirkung", "finde_verweisungen"]
