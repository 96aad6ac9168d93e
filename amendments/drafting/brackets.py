"""Square brackets and options: what of a text is not agreed yet."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from amendments.model import BracketMeter, Clause, Kind
from amendments.notices import Notice


class Meaning(StrEnum):
    """What square brackets without names mean; each body, and at times each text, has its own."""

    OPEN = "not agreed"
    """The words are proposed and not agreed yet: UNFCCC, and the UN's editorial manual."""
    STRUCK = "deleted"
    """The words are to go: WHO's Intergovernmental Negotiating Body, 2024-2025."""
    ALTERNATIVE = "alternative"
    """One of several wordings is to be chosen."""


OPTION = re.compile(
    r"\b(?:option|alternative|alt\.?|variante|opción|вариант)\s*\d{1,2}\b\s*[:.)\-–—]"
    r"|(?:备选案文|الخيار)\s*\w{1,2}\s*[:：]",
    re.IGNORECASE,
)
NOTE = re.compile(r"\[\^?\d{1,3}\]")
""" "[12]", "[^2]": a footnote's mark, which is no bracket of the negotiation."""


PLACEHOLDER = re.compile(
    r"(?:place ?holder|tb[cd]|t\.b\.[cd]\.|to be (?:determined|defined|completed|confirmed|decided|"
    r"added|inserted)|à (?:déterminer|définir|compléter|préciser)|(?:por|a) (?:determinar|definir|"
    r"completar)|подлежит (?:уточнению|определению)|будет определен[оаы]?|يحدد لاحقا|待定|待补)\b.*"
    r"|(?:[xyn]{1,3}|_+|\.{2,}|…+)(?:\s*%)?(?:\s*[-–]\s*\[?(?:[xyn]{1,3}|_+)\]?(?:\s*%)?)?",
    re.IGNORECASE | re.DOTALL,
)
BESIDE = re.compile(r"\s*(?:/|\bor\b|\bou\b|\bo\b|\bили\b|\bأو\b|或)?\s*")
"""What stands between two wordings of which one is to be chosen."""


class Shape(StrEnum):
    """What is open where a text is not settled."""

    WORDING = "wording"
    """Whether the words are to stand."""
    ALTERNATIVE = "alternative"
    """Which of several wordings side by side is to stand: "[shall] [should]"."""
    PLACEHOLDER = "placeholder"
    """What is still to be written: "[placeholder for finance]", "[X]"."""
    OPTION = "option"
    """Which of several paragraphs or sentences is to stand: "Option 1: …"."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words in square brackets, or an option, with their place in the text."""

    start: int
    end: int
    """Past the closing bracket; the end of the text where there is none."""
    depth: int
    """0 for one that stands in no other."""
    is_closed: bool = True
    shape: Shape = Shape.WORDING


def open_places(text: str) -> tuple[Bracket, ...]:
    """The brackets of a text and its options, each with what is open there, in its order."""
    found = brackets(text)
    alternatives = {one for pair in _side_by_side(text, found) for one in pair}
    shaped = (replace(b, shape=_shape(text, b, has_rival=b in alternatives)) for b in found)
    return tuple(sorted((*shaped, *options(text)), key=lambda one: (one.start, -one.end)))


def options(text: str) -> tuple[Bracket, ...]:
    """The options of a text, each up to the next."""
    starts = [found.start() for found in OPTION.finditer(text)]
    ends = [*starts[1:], len(text)]
    return tuple(
        Bracket(start, end, 0, shape=Shape.OPTION) for start, end in zip(starts, ends, strict=False)
    )


def _shape(text: str, bracket: Bracket, *, has_rival: bool) -> Shape:
    words = text[bracket.start + 1 : bracket.end - bracket.is_closed].strip()
    if PLACEHOLDER.fullmatch(words):
        return Shape.PLACEHOLDER
    return Shape.ALTERNATIVE if has_rival else Shape.WORDING


def _side_by_side(text: str, found: Sequence[Bracket]) -> Iterator[tuple[Bracket, Bracket]]:
    """Neighbours of one depth with nothing but a link between them."""
    last: dict[int, Bracket] = {}
    for bracket in found:
        before = last.get(bracket.depth)
        if before and BESIDE.fullmatch(text, before.end, bracket.start):
            yield before, bracket
        last[bracket.depth] = bracket


def brackets(text: str) -> tuple[Bracket, ...]:
    """The brackets of a text in the order in which they open."""
    marks = {m.start(): m.end() for m in NOTE.finditer(text)}
    hidden = {place for start, end in marks.items() for place in range(start, end)}
    found: list[Bracket] = []
    open_at: list[int] = []
    for place, character in enumerate(text):
        if place in hidden:
            continue
        if character == "[":
            open_at.append(place)
        elif character == "]" and open_at:
            found.append(Bracket(open_at.pop(), place + 1, len(open_at)))
    for depth, start in enumerate(open_at):
        found.append(Bracket(start, len(text), depth, is_closed=False))
    return tuple(sorted(found, key=lambda bracket: bracket.start))


def meter(clauses: Iterable[Clause]) -> BracketMeter:
    """The bracket meter of a draft; the cover does not count."""
    many = choices = words = 0
    for clause in clauses:
        if clause.kind is Kind.OTHER:
            continue
        found = brackets(clause.text)
        many += len(found)
        choices += len(options(clause.text))
        words += sum(len(clause.text[b.start : b.end].split()) for b in found if b.depth == 0)
    return BracketMeter(many, choices, words)


def unbalanced(clauses: Iterable[Clause]) -> tuple[Notice, ...]:
    """Where brackets open without closing or close without having opened.

    A bracket may run over several clauses, so the whole text is balanced first: only what
    is left open at its end, or closed too often, is told.
    """
    waiting: list[Clause] = []
    notices: list[Notice] = []
    for clause in clauses:
        if clause.kind is Kind.OTHER or ("[" not in clause.text and "]" not in clause.text):
            continue
        for character in NOTE.sub("", clause.text):
            if character == "[":
                waiting.append(clause)
            elif character == "]" and waiting:
                waiting.pop()
            elif character == "]":
                notices.append(_notice(clause, "closes a bracket that was not opened"))
    notices += [_notice(clause, "opens a bracket that is never closed") for clause in waiting]
    return tuple(dict.fromkeys(notices))


def _notice(clause: Clause, what: str) -> Notice:
    where = clause.address or clause.text[:40]
    return Notice("bracket-unbalanced", where, f"The text {what}; check it.")
