"""How the proposals against one base stand to each other: together, alike or against."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from amendments.attributing.moves import destination
from amendments.comparing.edits import Edit, edits_of
from amendments.comparing.overlap import are_two_wordings, clash, in_words, word_spans
from amendments.comparing.tokens import plain
from amendments.model import Action, Proposal

Indices = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a proposal asks for, less who asks: equal wishes are one proposal of several."""

    action: Action
    clauses: tuple[int, ...]
    before: str
    says: str
    """The resulting text, its typography made plain; "" where the action says all."""
    edits: tuple[Edit, ...] = field(default=(), compare=False)
    """The words of the base it replaces, with what."""
    to: str = ""
    """Where a clause is moved to."""


def conflicts(proposals: Sequence[Proposal]) -> tuple[Indices, ...]:
    """For each proposal the numbers of those that cannot all be taken with it."""
    wishes = _by_wish(proposals)
    against: dict[Wish, set[int]] = defaultdict(set)
    for one, other in _rivals(wishes):
        if _clash(one, other):
            against[one].update(wishes[other])
            against[other].update(wishes[one])
    return _each(len(proposals), {wish: (wishes[wish], against[wish]) for wish in wishes})


def identical(proposals: Sequence[Proposal]) -> tuple[Indices, ...]:
    """For each proposal the numbers of those that ask for just the same."""
    wishes = _by_wish(proposals)
    return _each(len(proposals), {wish: (same, set(same)) for wish, same in wishes.items()})


def _each(count: int, found: dict[Wish, tuple[list[int], set[int]]]) -> tuple[Indices, ...]:
    others: list[Indices] = [()] * count
    for mine, theirs in found.values():
        for number in mine:
            others[number] = tuple(sorted(theirs - {number}))
    return tuple(others)


def _by_wish(proposals: Sequence[Proposal]) -> dict[Wish, list[int]]:
    """The proposals that ask for each thing; those about no known clause are left out."""
    wishes: dict[Wish, list[int]] = defaultdict(list)
    for number, proposal in enumerate(proposals):
        if proposal.base_clauses:
            wishes[wish_of(proposal)].append(number)
    return dict(wishes)


def _rivals(wishes: dict[Wish, list[int]]) -> Iterator[tuple[Wish, Wish]]:
    """The pairs of different wishes about one clause, each once."""
    about: dict[int, list[Wish]] = defaultdict(list)
    for wish in wishes:
        for clause in dict.fromkeys(wish.clauses):
            about[clause].append(wish)
    for clause, there in about.items():
        for one, other in combinations(there, 2):
            if clause == min(set(one.clauses) & set(other.clauses)):
                yield one, other


def wish_of(proposal: Proposal) -> Wish:
    """The proposal as it is laid beside others."""
    action, clauses, before = proposal.action, proposal.base_clauses, proposal.before
    if action in {Action.SUP, Action.NOC}:
        return Wish(action, clauses, before="", says="")
    if action is Action.ADD:
        return Wish(action, clauses, before="", says=plain(proposal.after))
    edits = edits_of(proposal.pieces)
    spans = word_spans(before) if edits else ()
    whole = tuple(in_words(edit, before, spans) for edit in edits)
    return Wish(action, clauses, before, plain(proposal.after), whole, destination(proposal))


# --- against each other ---------------------------------------------------------------


def _clash(one: Wish, other: Wish) -> bool:
    """Whether two different wishes about one clause exclude each other."""
    actions = {one.action, other.action}
    if Action.ADD in actions:
        return actions == {Action.ADD} and are_two_wordings(one.says, other.says)
    if Action.SUP in actions or Action.NOC in actions or actions == {Action.MOVE}:
        return True
    if one.before != other.before:
        # Laid on different texts, such as a merger against a single clause.
        return bool(one.edits and other.edits)
    return clash(one.edits, other.edits)
