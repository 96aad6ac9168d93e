"""Clauses that sides added to one base: the same ones, rival wordings, and others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from amendments.comparing.deeds import Hand
from amendments.comparing.overlap import rival_likeness
from amendments.comparing.tokens import plain
from amendments.comparing.words import compare_words
from amendments.model import ChangeKind, Op
from amendments.sides import Fate, Row, Verdict, WovenPiece

RIVALS_AT_MOST = 30
"""How many clauses of another side in the same place a clause is held against.

A side adds a few clauses in one place; a hundred are another text, and the work for
hundreds of them stays bounded. Those of about the same rank among the added are taken.
"""

Group = dict[int, int]
"""What sides have of one added clause: the number of each side's own."""


def added_rows(hands: Sequence[Hand]) -> Iterator[tuple[int, Row]]:
    """What the sides added, each row with the clause of the base it stands after."""
    added: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for side, hand in enumerate(hands):
        for number in range(len(hand.draft.clauses)):
            if number not in hand.came_from:
                added[hand.before[number]].append((side, number))
    for clauses in added.values():
        for group in in_own_order(together(clauses, hands)):
            first = min(group)
            yield hands[first].after[group[first]], added_row(group, hands)


def together(clauses: Iterable[tuple[int, int]], hands: Sequence[Hand]) -> list[Group]:
    """What was added in one place: equal clauses together first, then rival wordings."""
    groups: list[Group] = []
    saying: defaultdict[str, list[Group]] = defaultdict(list)
    for side, number in clauses:
        equal = saying[text_of(side, number, hands)]
        group = next((one for one in equal if side not in one), None)
        if group is None:
            group = {}
            groups.append(group)
            equal.append(group)
        group[side] = number
    return with_rivals(groups, [text_of(*next(iter(group.items())), hands) for group in groups])


def text_of(side: int, number: int, hands: Sequence[Hand]) -> str:
    """What a side's clause says, its typography made plain."""
    return plain(hands[side].draft.clauses[number].text)


def with_rivals(groups: Sequence[Group], texts: Sequence[str]) -> list[Group]:
    """The groups, those that are wordings of one clause made one; the most alike first."""
    alike: list[tuple[float, int, int]] = []
    for one, other in nearby(groups):
        likeness = rival_likeness(texts[one], texts[other])
        if likeness:
            alike.append((-likeness, min(one, other), max(one, other)))
    lead = [*range(len(groups))]
    found = [dict(group) for group in groups]
    for _, one, other in sorted(alike):
        first, second = sorted((lead[one], lead[other]))
        if not found[first].keys() & found[second].keys():
            found[first] |= found[second]
            found[second] = {}
            lead = [first if number == second else number for number in lead]
    return [group for group in found if group]


def nearby(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """The pairs of groups of different sides that are looked at, each once."""
    ranked: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        ranked[tuple(sorted(group))].append(number)
    for some, others in combinations(sorted(ranked), 2):
        if {*some} & {*others}:
            continue
        for rank, one in enumerate(ranked[some]):
            begin = max(0, rank - RIVALS_AT_MOST // 2)
            for other in ranked[others][begin : begin + RIVALS_AT_MOST]:
                yield one, other


def in_own_order(groups: Sequence[Group]) -> list[Group]:
    """The groups as each side has them: what one alone added, before what it shares next."""
    ranks: dict[int, tuple[int, int, int, int]] = {}
    shared = [number for number, group in enumerate(groups) if len(group) > 1]
    for rank, number in enumerate(shared):
        ranks[number] = (rank, 1, 0, 0)
    for side in sorted({side for group in groups for side in group}):
        met = len(shared)
        own = sorted(((g[side], n) for n, g in enumerate(groups) if side in g), reverse=True)
        for place, number in own:
            met, *_ = ranks.setdefault(number, (met, 0, side, place))
    return [groups[number] for number in sorted(ranks, key=ranks.__getitem__)]


def added_row(group: Group, hands: Sequence[Hand]) -> Row:
    """A clause that some sides added, in one wording or in several."""
    texts = {side: hands[side].draft.clauses[number].text for side, number in group.items()}
    touched_by = tuple(sorted(group))
    verdict = Verdict.ONE if len(group) == 1 else Verdict.SAME
    if len({plain(text) for text in texts.values()}) > 1:
        verdict = Verdict.CONFLICT
    fates = tuple(
        Fate(ChangeKind.ADDED, (group[side],), texts[side])
        if side in group
        else Fate(ChangeKind.UNCHANGED, (), "")
        for side in range(len(hands))
    )
    result = None if verdict is Verdict.CONFLICT else texts[touched_by[0]]
    return Row(verdict, (), fates, touched_by, added_pieces(texts), result)


def added_pieces(texts: Mapping[int, str]) -> tuple[WovenPiece, ...]:
    """What each side added, word for word where there are two wordings of it."""
    wordings: defaultdict[str, list[int]] = defaultdict(list)
    for side in sorted(texts):
        wordings[texts[side]].append(side)
    if len(wordings) != 2:  # noqa: PLR2004 - one is whole; three would be confetti
        return tuple(WovenPiece(Op.ADDED, words, (*by,)) for words, by in wordings.items() if words)
    (one, its), (other, others) = wordings.items()
    by = {Op.KEPT: (*sorted((*its, *others)),), Op.DELETED: (*its,), Op.ADDED: (*others,)}
    return tuple(WovenPiece(Op.ADDED, p.text, by[p.op]) for p in compare_words(one, other))
