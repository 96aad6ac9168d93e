"""Which clauses stand elsewhere: out of the order of the others, or under another call."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from amendments.comparing.chains import Stand, backbone
from amendments.comparing.headings import headings_above
from amendments.comparing.joining import Group
from amendments.comparing.tokens import plain
from amendments.model import Clause, Kind, Part

BOUNDARY = 3
"""How many clauses in a row may go over from one part to the other, unchanged in all else.

One or two do: the last recital becomes the first paragraph. Where more kept their order
and their first words ("Recalling …" is no operative paragraph), it is the line between
the parts that was read elsewhere in one of the files, and nothing has moved.
"""

IN_THE_TEXT = {Part.PREAMBLE, Part.OPERATIVE}
"""The parts that only a clause's words tell apart; an annex has a title of its own."""

Ends = tuple[Clause, Clause]


def moved_groups(
    groups: Sequence[Group], old: Sequence[Clause], new: Sequence[Clause]
) -> set[Group]:
    """The pairs that moved, edited or not; a heading has where all clauses it kept have.

    As few clauses as possible have moved, the shorter ones where that leaves a choice.
    """
    clauses = [g for g in groups if old[g[0][0]].kind is not Kind.HEADING]
    stands = {Stand(o[0], n[0], letters((o, n), old, new)): (o, n) for o, n in clauses}
    stayed = [stands[stand] for stand in backbone(list(stands))]
    moved = {*clauses}.difference(stayed)
    moved |= moved_headings(groups, moved, old, new)
    ends = {group: (old[group[0][0]], new[group[1][0]]) for group in clauses}
    misread = read_across([(group, ends[group]) for group in stayed])
    moved.update(g for g in elsewhere(ends, part_of) if g not in misread)
    moved.update(elsewhere(ends, call_of))
    return {g for g in moved if len(g[0]) == len(g[1]) == 1}


def letters(group: Group, old: Sequence[Clause], new: Sequence[Clause]) -> int:
    """How long the texts of a group are together."""
    return sum(len(old[i].text) for i in group[0]) + sum(len(new[j].text) for j in group[1])


def moved_headings(
    groups: Iterable[Group], moved: set[Group], old: Sequence[Clause], new: Sequence[Clause]
) -> set[Group]:
    """The headings whose clauses have all gone with them, past others."""
    above_old, above_new = headings_above(old), headings_above(new)
    members: dict[Group, list[Group]] = defaultdict(list)
    for olds, news in groups:
        heading = ((above_old[olds[0]],), (above_new[news[0]],))
        members[heading].append((olds, news))
    return {g for g in groups if g in members and moved.issuperset(members[g])}


# --- parts and calls ----------------------------------------------------------------


def part_of(clause: Clause) -> str:
    """The part of the resolution a clause stands in."""
    return str(clause.part)


def call_of(clause: Clause) -> str:
    """The call a clause stands under, its typography made plain."""
    return plain(clause.heading or "").lower()


def elsewhere(ends: dict[Group, Ends], place: Callable[[Clause], str]) -> Iterator[Group]:
    """The groups that stand in another place than before."""
    same = same_places(ends.values(), place)
    for group, (one, other) in ends.items():
        if (place(one), place(other)) not in same:
            yield group


def same_places(pairs: Iterable[Ends], place: Callable[[Clause], str]) -> set[tuple[str, str]]:
    """Which parts or calls of both drafts are one place, under the same or another name.

    A call was renamed where most of its clauses went to the new one and most of those
    came from it.
    """
    counts = Counter((place(one), place(other)) for one, other in pairs)
    ranked = sorted(counts, key=lambda names: (-counts[names], names[0] != names[1], names))
    onward: dict[str, str] = {}
    back: dict[str, str] = {}
    for one, other in ranked:
        onward.setdefault(one, other)
        back.setdefault(other, one)
    return {(a, b) for a, b in ranked if a == b or (onward[a] == b and back[b] == a)}


def read_across(stayed: Iterable[tuple[Group, Ends]]) -> set[Group]:
    """The clauses of a long row that went over to the other part and open as they did."""
    found: set[Group] = set()
    row: list[Group] = []
    for group, (one, other) in stayed:
        if one.part is other.part or not {one.part, other.part} <= IN_THE_TEXT:
            found.update(row if len(row) > BOUNDARY else ())
            row = []
        elif opening(one) == opening(other):
            row.append(group)
    return found.union(row if len(row) > BOUNDARY else ())


def opening(clause: Clause) -> tuple[str, str]:
    """A clause's call and its first word: what tells a recital from an operative paragraph."""
    return call_of(clause), plain(clause.text).partition(" ")[0].lower()
