"""How resolutions and drafts are named, and what a file says of itself."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from amendments.errors import RequestRefused
from amendments.model import WordDocument
from amendments.records import Role

SYMBOL = re.compile(
    r"\b(?:[A-Z]{1,4}(?:/[A-Z0-9.]+)+(?:/Rev\.\d+)?|C\d{2}/[A-Z0-9/]+(?:-[EFSRCA])?)\b"
)
"""A document symbol: "A/RES/70/125", "A/C.2/79/L.12/Rev.1", "C07/DT/1"."""

MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
DATE = re.compile(r"\b(\d{1,2})\s+(" + "|".join(MONTHS) + r")\s+(\d{4})\b", re.IGNORECASE)
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
    symbol, date = SYMBOL.search(text), DATE.search(text)
    day = ""
    if date:
        day = f"{date[3]}-{MONTHS[date[2].lower()]:02}-{int(date[1]):02}"
    return Cover(symbol.group() if symbol else "", day)


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
