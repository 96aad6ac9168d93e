"""How the proposals against one base stand to each other: together, alike or against."""

import re
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz

from amendments.attributing.edits import Edit, edits_of
from amendments.comparing.tokens import plain
from amendments.model import Action, Proposal

WORD = re.compile(r"\w+")
COMPETING = 0.6
"""How alike two clauses to be added in one place must be to be rival wordings of one."""

Indices = tuple[int, ...]


def conflicts(proposals: Sequence[Proposal]) -> tuple[Indices, ...]:
    """For each proposal the numbers of those that cannot all be taken with it."""
    return _each(proposals, lambda one, other: not _is_same(one, other) and _clash(one, other))


def identical(proposals: Sequence[Proposal]) -> tuple[Indices, ...]:
    """For each proposal the numbers of those that ask for just the same."""
    return _each(proposals, _is_same)


def _each(
    proposals: Sequence[Proposal], holds: Callable[[Proposal, Proposal], bool]
) -> tuple[Indices, ...]:
    found: list[set[int]] = [set() for _ in proposals]
    at: dict[int, list[int]] = {}
    for number, proposal in enumerate(proposals):
        for clause in dict.fromkeys(proposal.base_clauses):
            for rival in at.setdefault(clause, []):
                if rival not in found[number] and holds(proposals[rival], proposal):
                    found[number].add(rival)
                    found[rival].add(number)
            at[clause].append(number)
    return tuple(tuple(sorted(numbers)) for numbers in found)


def _is_same(one: Proposal, other: Proposal) -> bool:
    if one.action is not other.action or one.base_clauses != other.base_clauses:
        return False
    if one.action in {Action.SUP, Action.NOC}:
        return True
    if one.action is Action.MOVE and one.evidence and other.evidence:
        targets = [p.evidence[-1].where for p in (one, other)]
        if targets[0] != targets[1]:
            return False
    return plain(one.after) == plain(other.after)


def _clash(one: Proposal, other: Proposal) -> bool:
    """Whether two different proposals about one clause exclude each other."""
    actions = {one.action, other.action}
    if Action.ADD in actions:
        return actions == {Action.ADD} and _are_rivals(one, other)
    if Action.SUP in actions or Action.NOC in actions:
        return True
    if actions == {Action.MOVE}:
        return True
    return _overlap(one, other)


def _are_rivals(one: Proposal, other: Proposal) -> bool:
    return fuzz.ratio(plain(one.after), plain(other.after)) / 100 >= COMPETING


def _overlap(one: Proposal, other: Proposal) -> bool:
    if one.before != other.before:
        # Laid on different texts, such as a merger against a single clause.
        return bool(edits_of(one.pieces) and edits_of(other.pieces))
    mine = [_in_words(edit, one.before) for edit in edits_of(one.pieces)]
    theirs = [_in_words(edit, one.before) for edit in edits_of(other.pieces)]
    return any(a != b and _meet(a, b) for a in mine for b in theirs)


def _in_words(edit: Edit, text: str) -> Edit:
    """The edit widened to the words it cuts: “nation” to “nations” replaces a word.

    White space at the edges of what is replaced is nobody's word.
    """
    start, end, words = edit.start, edit.end, edit.words
    for word in WORD.finditer(text):
        is_cut_at_start = word.start() < start < word.end()
        is_cut_at_end = word.start() < end < word.end()
        if is_cut_at_start:
            words = text[word.start() : start] + words
            start = word.start()
        if is_cut_at_end:
            words += text[end : word.end()]
            end = word.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Edit(start, end, plain(words).strip())


def _meet(a: Edit, b: Edit) -> bool:
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
