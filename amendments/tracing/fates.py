"""What became of a proposal: which of its words the later drafts took in, and kept."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import Indel

from amendments.attributing.edits import edits_of
from amendments.comparing import compare, compare_words
from amendments.comparing.tokens import keys, plain
from amendments.model import (
    Action,
    Change,
    ChangeKind,
    Comparison,
    Draft,
    Op,
    Piece,
    Proposal,
)

FULL = 0.95
"""The share of a proposal's words that must be in (and out) for it to be adopted."""
PART_OF_CLAUSE = 0.6
"""How alike a new clause of a draft must be to a proposed one that was taken in part."""
PART_OF_EDIT = 0.25
"""Below this share it is chance that a word or two of a proposal came in."""

Compare = Callable[[Draft, Draft], Comparison]


class Taken(IntEnum):
    """How much of a proposal one draft has."""

    NOT = 0
    PART = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a proposal, and the key of the draft that decided it."""

    fate: str = ""
    """adopted, adopted in part, not adopted, later removed; "" where no draft followed."""
    draft: str = ""


@lru_cache(maxsize=64)
def _compared(old: Draft, new: Draft) -> Comparison:
    return compare(old, new)


def fate(
    proposal: Proposal,
    base: Draft,
    later: Sequence[tuple[str, Draft]],
    *,
    compared: Compare = _compared,
) -> Fate:
    """What became of a proposal against `base` in the later drafts, given in time.

    The best that any draft made of it counts, also where it was passed over at first;
    what a draft had and the last one has no more was later removed.
    """
    if not later:
        return Fate()
    marks = [taken(proposal, base, draft, compared=compared) for _, draft in later]
    best = max(marks)
    first = marks.index(best)
    if best is Taken.NOT:
        return Fate("not adopted", later[0][0])
    if marks[-1] is Taken.NOT:
        last_had = max(place for place, mark in enumerate(marks) if mark)
        return Fate("later removed", later[last_had + 1][0])
    return Fate("adopted" if best is Taken.WHOLE else "adopted in part", later[first][0])


def taken(proposal: Proposal, base: Draft, draft: Draft, *, compared: Compare = _compared) -> Taken:
    """How much of a proposal a later draft has."""
    comparison = compared(base, draft)
    if proposal.action is Action.ADD:
        return _of_addition(proposal, base, draft, comparison)
    if not proposal.base_clauses:
        return Taken.NOT
    changes = _changes_of(proposal, comparison)
    if proposal.action is Action.SUP:
        return _of_deletion(proposal, base, draft, changes)
    if all(change.kind is ChangeKind.DELETED for change in changes):
        return Taken.NOT
    if proposal.action is Action.NOC:
        unchanged = all(plain(change.before) == plain(change.after) for change in changes)
        return Taken.WHOLE if unchanged else Taken.NOT
    if proposal.action is Action.MOVE:
        return _of_move(proposal, base, changes)
    return _of_wording(proposal, base, changes)


def _changes_of(proposal: Proposal, comparison: Comparison) -> list[Change]:
    wanted = set(proposal.base_clauses)
    return [change for change in comparison.changes if wanted & set(change.old)]


# --- clauses added, deleted and moved ---------------------------------------------------


def _alike(one: str, other: str) -> float:
    return Indel.normalized_similarity(keys(one), keys(other))


def _of_addition(proposal: Proposal, base: Draft, draft: Draft, comparison: Comparison) -> Taken:
    """Looked for among what is new in the draft: the base had its own clauses before."""
    had = {plain(clause.text) for clause in base.clauses}
    changed = {
        number
        for change in comparison.changes
        if change.kind is not ChangeKind.UNCHANGED
        for number in change.new
    }
    texts = [draft.clauses[n].text for n in sorted(changed)]
    best = max((_alike(proposal.after, t) for t in texts if plain(t) not in had), default=0.0)
    if best >= FULL:
        return Taken.WHOLE
    if best >= PART_OF_CLAUSE and not _was_there(proposal.after, base):
        return Taken.PART
    return Taken.NOT


def _was_there(words: str, base: Draft) -> bool:
    """Whether the base itself had a clause as like the words as part of them would be."""
    return any(_alike(words, clause.text) >= PART_OF_CLAUSE for clause in base.clauses)


def _of_deletion(proposal: Proposal, base: Draft, draft: Draft, changes: Sequence[Change]) -> Taken:
    gone = [n for c in changes if c.kind is ChangeKind.DELETED for n in c.old]
    wanted = set(proposal.base_clauses)
    if wanted <= set(gone):
        return Taken.WHOLE
    return Taken.PART if wanted & set(gone) else Taken.NOT


def _of_move(proposal: Proposal, base: Draft, changes: Sequence[Change]) -> Taken:
    if not any(change.kind is ChangeKind.MOVED for change in changes):
        return Taken.NOT
    if not edits_of(proposal.pieces):
        return Taken.WHOLE
    return max(_of_wording(proposal, base, changes), Taken.PART)


# --- wording -----------------------------------------------------------------------------


def _of_wording(proposal: Proposal, base: Draft, changes: Sequence[Change]) -> Taken:
    """Which of the added words are in, and which of the deleted ones are gone."""
    after = " ".join(change.after for change in changes)
    if plain(after) == plain(proposal.after):
        return Taken.WHOLE
    before = " ".join(base.clauses[n].text for n in proposal.base_clauses)
    became = compare_words(before, after)
    wished = _words_changed(_on(before, proposal))
    share = _share(wished, _words_changed(became))
    if share >= FULL:
        return Taken.WHOLE
    return Taken.PART if share >= PART_OF_EDIT else Taken.NOT


def _on(before: str, proposal: Proposal) -> tuple[Piece, ...]:
    """The proposal's pieces, taken again where it was laid on another text."""
    if proposal.before == before:
        return proposal.pieces
    return compare_words(before, proposal.after)


Changed = tuple[Counter[str], Counter[str]]


def _words_changed(pieces: Sequence[Piece]) -> Changed:
    """The words added and the words deleted; those that only change places cancel out."""
    added = Counter(word for p in pieces if p.op is Op.ADDED for word in keys(p.text))
    deleted = Counter(word for p in pieces if p.op is Op.DELETED for word in keys(p.text))
    return added - deleted, deleted - added


def _share(wished: Changed, became: Changed) -> float:
    """The share of the letters wished in or out that came in or went out."""
    total = sum(_letters(words) for words in wished)
    if not total:
        return 0.0
    return sum(_letters(w & b) for w, b in zip(wished, became, strict=True)) / total


def _letters(words: Counter[str]) -> int:
    return sum(len(word) * count for word, count in words.items())
