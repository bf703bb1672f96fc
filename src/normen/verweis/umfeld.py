"""The words around a chain of citations that tell what it belongs to."""

from __future__ import annotations

import re

from ..schreibweise import GLIEDERUNG, Ebene

VV_ZU = re.compile(r"\s+(?:(?:(?:dieser|der|die)\s+)?(?:Verwaltungsvorschrift(?:en)?|VV|VwV)\s+)?zu\s+(?:den\s+)?(?=§)")
VV_NUMMERN = re.compile(r"\s*+(?:(?P<zu>zu\s+(?:den\s+)?(?=§))|(?=Nr|Nummer|Ziff|Satz|S\.|Sätz|\d))")
#: Behind the name of a work, its § or Artikel: "SGB X § 48".
VORN = re.compile(r"[ \u00a0](?:§|Art)")
#: Behind a work, a further level of its § ("§ 9 JVollzGB III Abs. 2"); "S. 245" and "S. 2 der Begründung" are pages.
EBENE_DAHINTER = re.compile(
    r"[ \u00a0](?:Abs(?:atz|\.)?\s?\d|Satz\s\d"
    r"|S\.\s?\d{1,2}(?!\d|\s*ff?\.|\s+(?:de[rs]|seine[rs]|ihre[rs])\s+[A-ZÄÖÜ]))"
)
BUCH = re.compile(r"\s*+Buch\s+(?P<zahl>\d{1,2}(?!\d)|[IVX]{1,4}(?!\w))")
#: Law reports put the number of the entry behind the law: "EzA § 1 KSchG Nr. 5".
EINTRAG = re.compile(r"\s+Nr\.?\s*\d+(?:\.\d+)*")
#: "Satz 2 des Absatzes 3": what stands behind completes what stands before.
UEBERGEORDNET = re.compile(r"\s+de[rsn]\s+(?=[§A-Z])")
UEBERGEORDNETE_GLIEDERUNG = re.compile(
    r"\s+de[rs]\s+(?:[A-ZÄÖÜ][a-zäöüß]+en\s+)?(?:Anhang|Anlage|Teil|Kapitel|Titel|Buch|Abschnitt|Hauptst|Sachgebiet)"
)
#: What a name may begin with, and what stands before a number that belongs to a collection of rules.
ADJEKTIV = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+e[nsmr]?\s+")
SAMMLUNG_DAVOR = re.compile(
    r"(?<![\w-])(?P<kurz>(?!(?:VV|VwV|AV|EU|EG|EWG)\s)[A-ZÄÖÜ]{2}\w{0,6}|[A-ZÄÖÜ][a-z]{1,3}[A-ZÄÖÜ]\w{0,6})\s$"
)
ZU_TEIL = re.compile(r"\s+zu\s+(?=§|Nummer|Nr\.|Ziffer|Abs)")
IN_VERBINDUNG = re.compile(
    r",?\s+(?:(?:jeweils|auch)\s+){0,2}(?:in\s+Verbindung\s+mit|i\.\s?V\.\s?m\.)\s+(?=Abs(?:atz|ätze|\.))"
)
#: "Diese Vorschrift" may as well mean one that was named before.
ANDERE_VORSCHRIFT = re.compile(r"vorschrift|Vorschrift|Bestimmung|Regelung|gesetz|Gesetz|ordnung")
#: Divisions count as citations only within a sentence, behind a word in small letters or a bracket.
NUR_IM_SATZ = GLIEDERUNG | {Ebene.BUCH}
AUCH_OHNE_WERK = (Ebene.ABSCHNITT, Ebene.UNTERABSCHNITT)
IM_SATZ = re.compile(r"(?:(?<![\w-])[a-zäöüß]+\s+|\()$")
WORTLAENGE = 30
VERB = re.compile(r"\s+(?:gilt|gelten|finde[nt]|ist|sind|bleib(?:t|en))(?!\w)")
ANLAGE = re.compile(
    r"(?P<anlage>Anlage|Anhangs?)\s+(?:(?P<zusatz>(?:ersichtlich|aufgeführt|aufgelistet|beigefügt|abgedruckt|genannt|bezeichnet"
    r"|dargestellt|wiedergegeben)|zu\s+diese[rm]\s)|zu[mr]\s|de[sr]\s)"
)
SPALTE = re.compile(
    r"(?:,?\s+(?:(?:Spalte|Zeile|Tabelle|Position|Muster|Abteilung|Sachgebiet|Abbildung)n?|Tarifstellen?|lfd\.\s?Nr\.)"
    r"\s+[\dA-Z][\w.]{0,9}){1,3}(?=\s)"
)
#: So many steps of that kind may follow each other, and so many citations may come of one list of numbers and §§.
TIEFE = 3
HOECHSTENS = 100
