"""What became of a proposal: which of its words the later drafts took in, and kept."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import Indel

from amendments.comparing import compare, compare_words
from amendments.comparing.edits import edits_of
from amendments.comparing.tokens import keys, plain
from amendments.model import Action, Change, ChangeKind, Draft, Op, Piece, Proposal

FULL = 0.95
"""The share of a proposal's words that must be in (and out) for it to be adopted."""
PART_OF_CLAUSE = 0.6
"""How alike a new clause of a draft must be to a proposed one that was taken in part."""
PART_OF_EDIT = 0.25
"""Below this share it is chance that a word or two of a proposal came in."""
PAIRS_AT_HAND = 64
"""How many pairs of a base and a later draft are remembered."""


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


@dataclass(frozen=True, slots=True)
class Step:
    """A base and a later draft, with all that the proposals on the base are judged by."""

    base: Draft
    changes: tuple[Change, ...]
    had: frozenset[str]
    """What the base's clauses say, their typography made plain."""
    arrivals: tuple[str, ...]
    """The changed clauses of the later draft that say what none of the base's said."""
    common: Counter[str]
    """In how many clauses of the base each word stands."""

    def changes_of(self, proposal: Proposal) -> list[Change]:
        """What became of the clauses that a proposal is about."""
        wanted = set(proposal.base_clauses)
        return [change for change in self.changes if wanted & set(change.old)]


@lru_cache(maxsize=PAIRS_AT_HAND)
def step(base: Draft, draft: Draft) -> Step:
    """The step from a base to a later draft."""
    changes = compare(base, draft).changes
    had = frozenset(plain(clause.text) for clause in base.clauses)
    changed = {n for c in changes if c.kind is not ChangeKind.UNCHANGED for n in c.new}
    texts = [draft.clauses[n].text for n in sorted(changed)]
    return Step(
        base=base,
        changes=changes,
        had=had,
        arrivals=tuple(text for text in texts if plain(text) not in had),
        common=Counter(word for clause in base.clauses for word in set(keys(clause.text))),
    )


def fates(
    proposals: Iterable[Proposal], base: Draft, later: Sequence[tuple[str, Draft]]
) -> tuple[Fate, ...]:
    """What became of proposals against `base` in the later drafts, given in time.

    The best that any draft made of one counts, also where it was passed over at first;
    what a draft had and the last one has no more was later removed.
    """
    steps = [(key, step(base, draft)) for key, draft in later]
    return tuple(_fate(proposal, steps) for proposal in proposals)


def fate(proposal: Proposal, base: Draft, later: Sequence[tuple[str, Draft]]) -> Fate:
    """What became of one proposal; for many, `fates` is much faster."""
    return fates([proposal], base, later)[0]


def _fate(proposal: Proposal, steps: Sequence[tuple[str, Step]]) -> Fate:
    if not steps:
        return Fate()
    marks = [taken(proposal, one) for _, one in steps]
    best = max(marks)
    if best is Taken.NOT:
        return Fate("not adopted", steps[0][0])
    if marks[-1] is Taken.NOT:
        last_had = max(place for place, mark in enumerate(marks) if mark)
        return Fate("later removed", steps[last_had + 1][0])
    said = "adopted" if best is Taken.WHOLE else "adopted in part"
    return Fate(said, steps[marks.index(best)][0])


def taken(proposal: Proposal, step: Step) -> Taken:
    """How much of a proposal a later draft has."""
    if proposal.action is Action.ADD:
        return _of_addition(proposal, step)
    changes = step.changes_of(proposal)
    if proposal.action is Action.SUP:
        return _of_deletion(proposal, changes)
    if all(change.kind is ChangeKind.DELETED for change in changes):
        return Taken.NOT
    if proposal.action is Action.NOC:
        unchanged = all(plain(change.before) == plain(change.after) for change in changes)
        return Taken.WHOLE if unchanged else Taken.NOT
    if proposal.action is Action.MOVE:
        return _of_move(proposal, changes, step)
    return _of_wording(proposal, changes, step)


# --- clauses added, deleted and moved ---------------------------------------------------


def _alike(one: str, other: str) -> float:
    return Indel.normalized_similarity(keys(one), keys(other))


def _of_addition(proposal: Proposal, step: Step) -> Taken:
    """Looked for among what is new in the draft: the base had its own clauses before."""
    best = max((_alike(proposal.after, text) for text in step.arrivals), default=0.0)
    if best >= FULL:
        return Taken.WHOLE
    if best >= PART_OF_CLAUSE and not _was_there(proposal.after, step.base):
        return Taken.PART
    return Taken.NOT


def _was_there(words: str, base: Draft) -> bool:
    """Whether the base itself had a clause as like the words as part of them would be."""
    return any(_alike(words, clause.text) >= PART_OF_CLAUSE for clause in base.clauses)


def _of_deletion(proposal: Proposal, changes: Sequence[Change]) -> Taken:
    gone = {n for c in changes if c.kind is ChangeKind.DELETED for n in c.old}
    wanted = set(proposal.base_clauses)
    if wanted and wanted <= gone:
        return Taken.WHOLE
    return Taken.PART if wanted & gone else Taken.NOT


def _of_move(proposal: Proposal, changes: Sequence[Change], step: Step) -> Taken:
    if not any(change.kind is ChangeKind.MOVED for change in changes):
        return Taken.NOT
    if not edits_of(proposal.pieces):
        return Taken.WHOLE
    return max(_of_wording(proposal, changes, step), Taken.PART)


# --- wording -----------------------------------------------------------------------------


def _of_wording(proposal: Proposal, changes: Sequence[Change], step: Step) -> Taken:
    """Which of the added words are in, and which of the deleted ones are gone."""
    after = " ".join(change.after for change in changes)
    if plain(after) == plain(proposal.after):
        return Taken.WHOLE
    before = " ".join(step.base.clauses[n].text for n in proposal.base_clauses)
    wished = _words_changed(_on(before, proposal))
    share = _share(wished, _words_changed(compare_words(before, after)), step.common)
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


def _share(wished: Changed, became: Changed, common: Counter[str]) -> float:
    """The share of what was wished in or out that came in or went out."""
    total = sum(_weight(words, common) for words in wished)
    if not total:
        return 0.0
    both = (w & b for w, b in zip(wished, became, strict=True))
    return sum(_weight(words, common) for words in both) / total


def _weight(words: Counter[str], common: Counter[str]) -> float:
    """How much words say: long ones more, those that stand in many clauses hardly anything.

    So “including through”, which two rival additions begin with, makes neither of them
    the other in part.
    """
    return sum(len(word) * count / (1 + common[word]) ** 2 for word, count in words.items())
