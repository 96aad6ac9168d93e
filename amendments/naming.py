"""How resolutions and drafts are named, and what a file says of itself."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from amendments.drafting.calls import fold
from amendments.errors import RequestRefused
from amendments.model import WordDocument
from amendments.records import Role

SYMBOL = re.compile(
    r"\b(?:[A-Z]{1,4}(?:/[A-Z0-9.]+)+(?:/Rev\.\d+)?\b|C\d{2}/[A-Z0-9/]+(?:\(Rev\.\d+\))?(?!\w))"
)
"""A document symbol: "A/RES/70/125", "A/C.2/79/L.12/Rev.1", "C07/DT/1(Rev.1)".

The letter of the language after it ("-E") is no part of it: all languages are one document.
"""

MONTHS = (
    "january janvier enero января يناير",
    "february fevrier febrero февраля فبراير",
    "march mars marzo марта مارس",
    "april avril abril апреля ابريل",
    "may mai mayo мая مايو",
    "june juin junio июня يونيو",
    "july juillet julio июля يوليو",
    "august aout agosto августа اغسطس",
    "september septembre septiembre сентября سبتمبر",
    "october octobre octubre октября اكتوبر",
    "november novembre noviembre ноября نوفمبر",
    "december decembre diciembre декабря ديسمبر",
)
"""In five languages, as `fold` has them; Chinese counts its months."""
MONTH_OF = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
DATE = re.compile(
    r"(?<![-–—])(?<![-–—] )(?<!to )(?<!au )(?<!al )\b(?P<day>\d{1,2})(?:er|o)?\s+(?:de\s+)?"
    rf"(?:\w+/)?(?P<month>{'|'.join(MONTH_OF)})\s+(?:de\s+)?(?P<year>\d{{4}})\b"
    r"|(?P<chinese>\d{4})年(?P<count>\d{1,2})月(?P<on>\d{1,2})日"
)
"""The day of a document; the end of a span of days ("4-14 September 2007") is a meeting's."""
COVER_PARAGRAPHS = 25
"""A cover is at the top: what stands lower speaks of other documents."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The symbol and the date a file gives itself; "" where it gives none."""

    symbol: str = ""
    date: str = ""


def cover(document: WordDocument) -> Cover:
    """What the header and the first lines say; used to prefill a form, never past a person."""
    lines = [document.header]
    for paragraph in document.paragraphs[:COVER_PARAGRAPHS]:
        lines.append("".join(run.text for run in paragraph.runs if run.deleted is None))
    text = "\n".join(lines)
    symbol = SYMBOL.search(text)
    return Cover(symbol.group() if symbol else "", _day(DATE.search(fold(text))))


def _day(found: re.Match[str] | None) -> str:
    """RFC 3339, or "" where there is none."""
    if found is None:
        return ""
    if found["chinese"]:
        return f"{found['chinese']}-{int(found['count']):02}-{int(found['on']):02}"
    return f"{found['year']}-{MONTH_OF[found['month']]:02}-{int(found['day']):02}"


def slug(name: str) -> str:
    """The name of a resolution as it stands in URLs; raises RequestRefused."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not short:
        raise RequestRefused(
            f"“{name}” cannot name a resolution. Use letters and digits, such as “wsis-2007”."
        )
    return short


def role(words: str) -> Role | None:
    """What a file is said to be; None leaves it to the file; raises RequestRefused."""
    if words == "":
        return None
    if words == "draft":
        return "draft"
    if words == "contribution":
        return "contribution"
    raise RequestRefused(f"A file is a “draft” or a “contribution”, not “{words}”.")


RESERVED = frozenset({"clauses", "compare", "proposals", "table", "upload"})
"""What stands after a resolution's name in URLs and is no draft."""


def free_key(wanted: str, what: Role, states: Sequence[str], taken: set[str]) -> str:
    """The name of a draft in URLs: "draft-2", "bra-1"; never one that is taken."""
    if wanted:
        key = slug(wanted)
        if key in RESERVED:
            raise RequestRefused(f"“{key}” is the name of a page. Choose another name.")
        if key in taken:
            raise RequestRefused(f"There is a draft “{key}” already. Choose another name.")
        return key
    stem = "draft"
    if what == "contribution":
        stem = states[0].lower() if len(states) == 1 else "contribution"
    number = 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"
