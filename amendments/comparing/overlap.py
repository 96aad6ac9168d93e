"""Which edits of one text can be made together, and which want the same words."""

from bisect import bisect_left
from collections.abc import Sequence

from rapidfuzz import fuzz

from amendments.comparing.edits import Edit
from amendments.comparing.tokens import plain, units

COMPETING = 0.6
"""How alike two clauses to be added in one place must be to be rival wordings of one."""

Span = tuple[int, int]


def rival_likeness(one: str, other: str) -> float:
    """How alike two clauses added in one place are, from 0 to 1; 0 where they are no rivals.

    Their typography is made plain already.
    """
    return fuzz.ratio(one, other, score_cutoff=100 * COMPETING) / 100


def are_two_wordings(one: str, other: str) -> bool:
    """Whether two clauses added in one place are rival wordings of one clause."""
    return rival_likeness(one, other) > 0


def word_spans(text: str) -> tuple[Span, ...]:
    """Where the words of a text begin and end; each Chinese character is one."""
    spans: list[Span] = []
    at = 0
    for unit in units(text):
        if unit.is_word:
            spans.append((at, at + len(unit.core)))
        at += len(unit.text)
    return tuple(spans)


def in_words(edit: Edit, text: str, spans: Sequence[Span]) -> Edit:
    """The edit widened to the words it cuts: “nation” to “nations” replaces a word.

    White space at the edges of what is replaced is nobody's word, and what is inserted
    before it and after it stands in one place.
    """
    start, _ = _word_around(edit.start, spans)
    _, end = _word_around(edit.end, spans)
    words = text[start : edit.start] + edit.words + text[edit.end : end]
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start == end and start and text[start - 1].isspace():
        start = end = start - 1
    return Edit(start, end, plain(words))


def _word_around(place: int, spans: Sequence[Span]) -> Span:
    """The word that the place lies inside, or the place itself."""
    before = bisect_left(spans, (place,)) - 1
    if before >= 0 and place < spans[before][1]:
        return spans[before]
    return place, place


def is_typography(edit: Edit, text: str) -> bool:
    """Whether an edit in whole words replaces words by the same ones, spelt otherwise."""
    return edit.words == plain(text[edit.start : edit.end])


def meet(a: Edit, b: Edit) -> bool:
    """Whether two edits want one place: the same point, or words of each other's.

    An insertion right beside deleted words leaves them to the other; beside replaced
    words it would have to say which comes first.
    """
    if a.start == a.end and b.start == b.end:
        return a.start == b.start
    if a.start == a.end or b.start == b.end:
        point, span = (a, b) if a.start == a.end else (b, a)
        if span.start < point.start < span.end:
            return True
        return bool(span.words) and point.start in {span.start, span.end}
    return a.start < b.end and b.start < a.end


def clash(one: Sequence[Edit], other: Sequence[Edit]) -> bool:
    """Whether any edit of one hand meets a different edit of another.

    Each hand's edits stand in the order of the text. Only those that touch are looked at,
    so two hands with a thousand edits each cost two thousand steps.
    """
    begin = 0
    for edit in one:
        while begin < len(other) and other[begin].end < edit.start:
            begin += 1
        at = begin
        while at < len(other) and other[at].start <= edit.end:
            if edit != other[at] and meet(edit, other[at]):
                return True
            at += 1
    return False
