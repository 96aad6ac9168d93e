"""What kind of edit a change is: what a reader would look at first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from amendments.comparing.terms import Term, terms_in
from amendments.comparing.words import say_the_same
from amendments.model import Change, Op, Piece, spell


class EditKind(StrEnum):
    """A sort of edit, in the order in which they matter to a reader."""

    WEAKER = "weaker"
    """Less is asked than before: shall → should, instructs → invites."""
    STRONGER = "stronger"
    NEGATED = "negated"
    """A "not" came or went."""
    QUALIFIED = "qualified"
    """Something makes it depend: "as appropriate", "within existing resources"."""
    UNQUALIFIED = "unqualified"
    NUMBERS = "numbers"
    DATES = "dates"
    REFERENCES = "references"
    NAMES = "names"
    """Of States, groups and bodies."""
    BRACKETED = "bracketed"
    UNBRACKETED = "unbracketed"
    TYPOGRAPHY = "typography"
    """Nothing but quotes, dashes and spaces; no other kind stands beside it."""


OPENING = "[［【"

NEGATED_WITHIN = 40
"""How many characters an edit has at most, in both texts, to count as a "not" come or gone.

A "not" in a sentence added whole turns nothing round.
"""

PLAIN = {
    "negations": EditKind.NEGATED,
    "numbers": EditKind.NUMBERS,
    "dates": EditKind.DATES,
    "references": EditKind.REFERENCES,
    "names": EditKind.NAMES,
}

Span = tuple[int, int]


def kinds_of_edit(change: Change, language: str = "en") -> tuple[EditKind, ...]:
    """What sorts of edit a change holds; none where its words are merely other words.

    Only terms that the edit touches count, and only where it leaves others than it found:
    a date that two edits stand beside is no edit of dates. What was wholly added or
    deleted has no kind, as it was not edited.
    """
    return kinds_in(change.pieces, language) if change.old and change.new else ()


def kinds_in(pieces: tuple[Piece, ...], language: str = "en") -> tuple[EditKind, ...]:
    """What sorts of edit the pieces of one text hold, as `kinds_of_edit` tells them."""
    if all(piece.op is Op.KEPT for piece in pieces):
        return ()
    if say_the_same(pieces):
        return (EditKind.TYPOGRAPHY,)
    struck, added = (hunks(pieces, without=op) for op in (Op.ADDED, Op.DELETED))
    before = touched(terms_in(spell(pieces, without=Op.ADDED), language, struck), struck)
    after = touched(terms_in(spell(pieces, without=Op.DELETED), language, added), added)
    brief = brief_edits(struck, added)
    before, after = without_long_negations(before, brief), without_long_negations(after, brief)
    found = {*of_obligation(before, after), *of_terms(before, after), *of_brackets(pieces)}
    return tuple(kind for kind in EditKind if kind in found)


# --- what is touched ----------------------------------------------------------------


def hunks(pieces: Sequence[Piece], *, without: Op) -> list[Span]:
    """Where each edit stands in one of the texts; the same number of them in both."""
    spans: list[Span] = []
    place = 0
    edited = False
    for piece in pieces:
        size = 0 if piece.op is without else len(piece.text)
        if piece.op is Op.KEPT:
            edited = False
        elif edited:
            spans[-1] = (spans[-1][0], place + size)
        else:
            spans.append((place, place + size))
            edited = True
        place += size
    return spans


def touched(terms: Sequence[Term], spans: Sequence[Span]) -> list[tuple[int, Term]]:
    """The terms that an edit reaches into, with the number of the edit.

    An addition stands between two characters of the old text: it touches a term only if
    it parts it.
    """
    return [
        (number, term)
        for number, (start, end) in enumerate(spans)
        for term in terms
        if term.start < end and start < term.end
    ]


def brief_edits(struck: Sequence[Span], added: Sequence[Span]) -> set[int]:
    """The numbers of the edits that are short in both texts."""
    sizes = [max(a[1] - a[0], b[1] - b[0]) for a, b in zip(struck, added, strict=True)]
    return {number for number, size in enumerate(sizes) if size <= NEGATED_WITHIN}


def without_long_negations(
    terms: Sequence[tuple[int, Term]], brief: set[int]
) -> list[tuple[int, Term]]:
    """The terms less negations in edits that are not short."""
    return [(n, term) for n, term in terms if term.sort != "negations" or n in brief]


# --- the kinds ----------------------------------------------------------------------


def of_obligation(
    before: Sequence[tuple[int, Term]], after: Sequence[tuple[int, Term]]
) -> Iterator[EditKind]:
    """Whether one edit took a word of obligation for a weaker or a stronger one."""
    for scale in ("modals", "verbs"):
        olds = {hunk: term.strength for hunk, term in reversed(before) if term.sort == scale}
        news = {hunk: term.strength for hunk, term in reversed(after) if term.sort == scale}
        for hunk in olds.keys() & news.keys():
            if olds[hunk] != news[hunk]:
                yield EditKind.WEAKER if news[hunk] < olds[hunk] else EditKind.STRONGER


def of_terms(
    before: Sequence[tuple[int, Term]], after: Sequence[tuple[int, Term]]
) -> Iterator[EditKind]:
    """The kinds that a difference between the terms of both texts tells."""
    old = Counter((term.sort, term.said) for term in {term for _, term in before})
    new = Counter((term.sort, term.said) for term in {term for _, term in after})
    for sort, _ in (old - new) + (new - old):
        if sort in PLAIN:
            yield PLAIN[sort]
    if any(sort == "qualifications" for sort, _ in new - old):
        yield EditKind.QUALIFIED
    if any(sort == "qualifications" for sort, _ in old - new):
        yield EditKind.UNQUALIFIED


def of_brackets(pieces: Sequence[Piece]) -> Iterator[EditKind]:
    """Whether square brackets came, for what is not agreed, or were lifted."""
    came = brackets(pieces, Op.ADDED) - brackets(pieces, Op.DELETED)
    if came > 0:
        yield EditKind.BRACKETED
    if came < 0:
        yield EditKind.UNBRACKETED


def brackets(pieces: Sequence[Piece], op: Op) -> int:
    """How many brackets open in the pieces of one fate."""
    return sum(piece.text.count(sign) for piece in pieces if piece.op is op for sign in OPENING)
