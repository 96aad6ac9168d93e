"""What a delegate calls a clause: "considering e)", "OP12 (b)", "Annex f)"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from amendments.drafting.brackets import OPTION
from amendments.drafting.calls import Speech, fold
from amendments.model import Clause, Kind, Part

BULLET = re.compile(r"\W|o")
PATH = re.compile(r"\d+\s?[a-z]*(?:\.\d+\s?[a-z]*)+")
ANNEX_NUMBER = re.compile(
    r"(?:\s+|(?<=[\u3400-\u9fff]))(?P<number>[0-9]{1,3}|[IVXLC]{1,5}|[A-Z])\b"
)
NUMBERED = re.compile(r"(?:PP|OP)\s?(?P<number>\d+\s?[a-z]*)\.?", re.IGNORECASE)


@dataclass(slots=True)
class _Place:
    """Where the walk through the clauses stands."""

    annex: str = ""
    heading: str = ""
    article: str = ""
    """ "Article 3", "Section 1bis": what the paragraphs of a longer text are counted in."""
    number: str = ""
    """The label of a heading that is numbered through, as "1bis.2.1"."""
    is_call: bool = False
    recitals: int = 0
    labels: list[str] = field(default_factory=list)
    bullets: list[int] = field(default_factory=list)


def addressed(clauses: Sequence[Clause], speech: Speech) -> tuple[Clause, ...]:
    """The clauses with their addresses; no two clauses of a draft have the same."""
    place = _Place()
    addresses = [_address(clause, place, speech) for clause in clauses]
    # A clause that stands alone under its call is called by the call: the heading gives way.
    taken = {a for c, a in zip(clauses, addresses, strict=True) if c.kind is Kind.CLAUSE}
    used: Counter[str] = Counter()
    found: list[Clause] = []
    for clause, plain in zip(clauses, addresses, strict=True):
        address = plain
        if clause.kind is Kind.HEADING and address in taken:
            address = f"{address} (heading)"
        used[address] += 1
        if address and used[address] > 1:
            address = f"{address} ({used[address]})"
        found.append(replace(clause, address=address))
    return tuple(found)


def _address(clause: Clause, place: _Place, speech: Speech) -> str:
    match clause.kind:
        case Kind.TITLE:
            return f"{place.annex} title".strip()
        case Kind.BODY:
            return "body"
        case Kind.HEADING:
            return _of_heading(clause, place, speech)
        case Kind.CLAUSE:
            return _of_clause(clause, place)
        case _:
            return ""


def _of_heading(clause: Clause, place: _Place, speech: Speech) -> str:
    opens_annex = clause.part is Part.ANNEX and clause.heading is None and not clause.label
    if opens_annex and speech.annex.match(clause.text.lower()):
        number = ANNEX_NUMBER.search(clause.text)
        place.annex = f"{speech.annex_name} {number['number']}" if number else speech.annex_name
        place.heading = place.article = ""
        return place.annex
    place.heading = clause.text.rstrip(" :,")
    folded = fold(clause.text)
    if speech.article.fullmatch(folded) or speech.section.fullmatch(folded):
        place.article = " ".join(clause.text.split()[:2])
    elif clause.text[:1].islower():
        place.article = ""
    place.number = clause.label if PATH.fullmatch(clause.label) else ""
    place.labels.clear()
    shown = " ".join(part for part in (place.annex, clause.label, place.heading) if part)
    return shown if len(shown) <= 120 else shown[:119] + "…"  # noqa: PLR2004


def _of_clause(clause: Clause, place: _Place) -> str:
    chain = _chain(clause, place)
    place.is_call = bool(clause.heading) and clause.heading == place.heading
    if clause.part is Part.ANNEX:
        is_unnumbered = not any(PATH.fullmatch(label) for label in chain[:1])
        inner = place.article or (place.heading if place.is_call else "")
        inner = inner if is_unnumbered else ""
        return " ".join([place.annex, *([inner] if inner else []), *chain]).strip()
    if chain and PATH.fullmatch(chain[0]):
        return " ".join(chain)
    if place.number:
        return " ".join([place.number, *chain])
    if place.is_call and clause.heading and _is_call(clause.heading):
        return " ".join([place.heading, *chain])
    return _in_un_style(clause, chain, place)


def _is_call(heading: str) -> bool:
    return not heading[:1].isupper() or " " not in heading


def _in_un_style(clause: Clause, chain: list[str], place: _Place) -> str:
    if place.article:
        return " ".join([place.article, *chain])
    if clause.part is Part.PREAMBLE:
        place.recitals += clause.level <= 1
        return " ".join([f"PP{place.recitals}", *chain[clause.level <= 1 :]])
    if OPTION.fullmatch(clause.text):
        return clause.text.rstrip(" :.)-–—：")
    if not chain or not chain[0]:
        return "OP"
    first = NUMBERED.fullmatch(chain[0])
    number = first["number"] if first else chain[0].strip("().°-–— ")
    return " ".join([f"OP{number}", *chain[1:]])


def _chain(clause: Clause, place: _Place) -> list[str]:
    """The labels from the first level down to this one; bullets are counted."""
    depth = max(clause.level, 1)
    del place.labels[depth - 1 :]
    del place.bullets[depth:]
    while len(place.labels) < depth - 1:
        place.labels.append("")
    while len(place.bullets) < depth:
        place.bullets.append(0)
    label = clause.label
    if label and BULLET.fullmatch(label):
        place.bullets[depth - 1] += 1
        label = f"bullet {place.bullets[depth - 1]}"
    else:
        place.bullets[depth - 1] = 0
    place.labels.append(label)
    chain = [shown for shown in place.labels if shown]
    # "1.11.1" says by itself that it stands under "1.11".
    following = [*chain, ""][1:]
    return [a for a, b in zip(chain, following, strict=True) if not b.startswith(f"{a}.")]
