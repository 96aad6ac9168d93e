"""How one draft differs from another, clause by clause."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from amendments.comparing.align import align
from amendments.comparing.headings import pair_headings
from amendments.comparing.joining import Group
from amendments.comparing.moves import moved_groups
from amendments.comparing.tokens import plain
from amendments.comparing.words import compare_words, say_the_same
from amendments.model import Change, ChangeKind, Clause, Comparison, Draft, Kind, Op, Piece

ALGORITHM = "amendments-4"
"""The name of this way to compare; results carry it, and it changes whenever they would."""


def compare(old: Draft, new: Draft) -> Comparison:
    """What became of every clause of `old` in `new`, in whole words.

    Clauses are paired by their words, never by number or label. Where a side of a change
    has several clauses, the pieces spell their texts with one space between them. The
    other way round, the same clauses go together: added and deleted change places, and
    so do split and merged.
    """
    groups, moved = what_belongs_together(old.clauses, new.clauses)
    changes = [change_of(g, old.clauses, new.clauses, has_moved=g in moved) for g in groups]
    changes += lonely(old.clauses, new.clauses, groups)
    return Comparison(tuple(in_order(changes, old, new)), ALGORITHM)


# --- pairing ------------------------------------------------------------------------


def what_belongs_together(
    old: Sequence[Clause], new: Sequence[Clause]
) -> tuple[list[Group], set[Group]]:
    """All groups, and those of them that moved.

    One order for each two drafts: so that where clauses go together equally well in two
    ways, the choice is the same in both directions.
    """
    if [*map(looks, old)] <= [*map(looks, new)]:
        groups = align_drafts(old, new)
        return groups, moved_groups(groups, old, new)
    groups = align_drafts(new, old)
    moved = moved_groups(groups, new, old)
    return [(o, n) for n, o in groups], {(o, n) for n, o in moved}


def looks(clause: Clause) -> tuple[str, ...]:
    """All that a clause is paired by."""
    return clause.text, clause.kind, clause.part, clause.heading or ""


def align_drafts(old: Sequence[Clause], new: Sequence[Clause]) -> list[Group]:
    """What belongs together, as places in the drafts: each kind among its own."""
    groups: list[Group] = []
    for kind in (Kind.CLAUSE, Kind.OTHER, Kind.TITLE, Kind.BODY):
        groups += align_kind(kind, old, new)
    groups += pair_headings(old, new, groups)
    return groups + equal_leftovers(old, new, groups)


def align_kind(kind: Kind, old: Sequence[Clause], new: Sequence[Clause]) -> list[Group]:
    """What belongs together among the clauses of one kind."""
    olds = [i for i, clause in enumerate(old) if clause.kind is kind]
    news = [j for j, clause in enumerate(new) if clause.kind is kind]
    if kind in {Kind.TITLE, Kind.BODY} and len(olds) == len(news) == 1:
        return [((olds[0],), (news[0],))]  # A draft has one title: it is that, whatever it says.
    found = align([old[i].text for i in olds], [new[j].text for j in news])
    return [(tuple(olds[i] for i in a), tuple(news[j] for j in b)) for a, b in found]


def equal_leftovers(
    old: Sequence[Clause], new: Sequence[Clause], groups: Sequence[Group]
) -> list[Group]:
    """Lonely clauses of equal text that one file lays out as another kind than the other."""
    olds, news = unpaired(old, new, groups)
    waiting: dict[str, list[int]] = defaultdict(list)
    for j in reversed(news):
        waiting[plain(new[j].text)].append(j)
    found: list[Group] = []
    for i in olds:
        same = waiting.get(plain(old[i].text))
        if same:
            found.append(((i,), (same.pop(),)))
    return found


def unpaired(
    old: Sequence[Clause], new: Sequence[Clause], groups: Iterable[Group]
) -> tuple[list[int], list[int]]:
    """The places on each side that stand in no group."""
    gone, come = set(range(len(old))), set(range(len(new)))
    for olds, news in groups:
        gone.difference_update(olds)
        come.difference_update(news)
    return sorted(gone), sorted(come)


# --- changes ------------------------------------------------------------------------


def change_of(
    group: Group, old: Sequence[Clause], new: Sequence[Clause], *, has_moved: bool
) -> Change:
    """What became of the clauses of a group."""
    olds, news = group
    before = " ".join(old[i].text for i in olds)
    after = " ".join(new[j].text for j in news)
    pieces = compare_words(before, after)
    kind = ChangeKind.UNCHANGED if before == after or say_the_same(pieces) else ChangeKind.MODIFIED
    if has_moved:
        kind = ChangeKind.MOVED
    if len(olds) > 1 or len(news) > 1:
        kind = ChangeKind.MERGED if len(news) == 1 else ChangeKind.SPLIT
    return Change(kind, numbers(old, olds), numbers(new, news), pieces)


def numbers(clauses: Sequence[Clause], places: Iterable[int]) -> tuple[int, ...]:
    """The clauses' own numbers."""
    return tuple(clauses[place].number for place in places)


def lonely(
    old: Sequence[Clause], new: Sequence[Clause], groups: Iterable[Group]
) -> Iterator[Change]:
    """The clauses that were deleted and those that were added."""
    olds, news = unpaired(old, new, groups)
    for i in olds:
        yield Change(ChangeKind.DELETED, (old[i].number,), (), whole(Op.DELETED, old[i].text))
    for j in news:
        yield Change(ChangeKind.ADDED, (), (new[j].number,), whole(Op.ADDED, new[j].text))


def whole(op: Op, text: str) -> tuple[Piece, ...]:
    """One piece, or none where there is no text."""
    return (Piece(op, text),) if text else ()


def in_order(changes: Iterable[Change], old: Draft, new: Draft) -> Iterator[Change]:
    """The changes in the order of the new draft, deleted ones after their old predecessor."""
    by_old = {number: change for change in changes for number in change.old}
    by_new = {number: change for change in changes for number in change.new}
    followers: dict[int, list[Change]] = defaultdict(list)
    head: list[Change] = []
    queue = head
    for clause in old.clauses:
        change = by_old[clause.number]
        if change.kind is ChangeKind.DELETED:
            queue.append(change)
        else:
            queue = followers[change.new[0]]
    yield from head
    for clause in new.clauses:
        if by_new[clause.number].new[0] == clause.number:
            yield by_new[clause.number]
            yield from followers[clause.number]
