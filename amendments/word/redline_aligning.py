"""Which paragraphs of the old text became which of the new: kept, moved, split, merged."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

ALIKE_AT_LEAST = 0.5
"""How alike two paragraphs in the same place must be to be one paragraph, edited.

Below this more words would be marked inside the paragraph than are kept.
"""

MOVED_AT_LEAST = 0.7
"""How alike two paragraphs in different places must be for one to be the other, moved.

Stricter than in place, since short clauses of a resolution share their opening words.
"""

JOINED_GAIN = 0.08
"""By how much a second paragraph must better the likeness to count as a split or a merge."""

MOST_PAIRS = 400_000
"""Above this many pairs in one gap only equal texts are paired, so that the cost stays bounded."""


@dataclass(frozen=True, slots=True)
class Group:
    """Old paragraphs that are new ones, in place: one and one, or a split, or a merge."""

    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Groups in the order of both texts, and the pairs that changed their place."""

    groups: tuple[Group, ...]
    moves: tuple[tuple[int, int], ...]


def align(old: Sequence[str], new: Sequence[str]) -> Alignment:
    """Pair by text alone; what has no partner is in no group. Position alone pairs nothing."""
    likeness = _Likeness(old, new)
    pairs = _in_place(old, new, likeness)
    groups = _with_splits_and_merges(pairs, likeness)
    taken_old = {i for group in groups for i in group.old}
    taken_new = {j for group in groups for j in group.new}
    moves = _moved(
        [i for i in range(len(old)) if i not in taken_old],
        [j for j in range(len(new)) if j not in taken_new],
        likeness,
    )
    return Alignment(tuple(groups), tuple(moves))


class _Likeness:
    """How alike paragraphs are by their words, 0 to 1."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = [tuple(_words(text)) for text in old]
        self.new = [tuple(_words(text)) for text in new]

    def table(self, olds: Sequence[int], news: Sequence[int]) -> list[list[float]]:
        """The likeness of every old with every new one."""
        return [[fuzz.ratio(self.old[i], self.new[j]) / 100 for j in news] for i in olds]

    def of(self, olds: Sequence[int], news: Sequence[int]) -> float:
        """The likeness of several paragraphs read in one go."""
        one = tuple(word for i in olds for word in self.old[i])
        other = tuple(word for j in news for word in self.new[j])
        return fuzz.ratio(one, other) / 100


def _words(text: str) -> list[str]:
    words = text.split()
    # Chinese is written without spaces: there each character counts as a word.
    return list(text) if len(words) * 15 < len(text) else words


def _in_place(
    old: Sequence[str], new: Sequence[str], likeness: _Likeness
) -> list[tuple[int, int]]:
    """Pairs in increasing order: equal texts first, then in the gaps the best total likeness."""
    anchors = [(-1, -1), *_anchors(old, new), (len(old), len(new))]
    pairs: list[tuple[int, int]] = []
    for (i, j), (next_i, next_j) in zip(anchors, anchors[1:], strict=False):
        if i >= 0:
            pairs.append((i, j))
        pairs += _gap(range(i + 1, next_i), range(j + 1, next_j), likeness)
    return pairs


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Equal texts that stand once on both sides, their longest increasing run."""
    count_old, count_new = Counter(old), Counter(new)
    place = {text: j for j, text in enumerate(new)}
    unique = [
        (i, place[text])
        for i, text in enumerate(old)
        if count_old[text] == 1 and count_new[text] == 1
    ]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(unique):
        at = bisect_left(tails, j)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [j]
        ends[at : at + 1] = [n]
    run: list[tuple[int, int]] = []
    n = ends[-1] if ends else -1
    while n >= 0:
        run.append(unique[n])
        n = before[n]
    return run[::-1]


def _gap(olds: range, news: range, likeness: _Likeness) -> list[tuple[int, int]]:
    """The increasing pairs of one gap whose likeness has the best total."""
    if not olds or not news or len(olds) * len(news) > MOST_PAIRS:
        return []
    alike = likeness.table(olds, news)
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for a in range(len(olds) - 1, -1, -1):
        for b in range(len(news) - 1, -1, -1):
            paired = alike[a][b] + best[a + 1][b + 1] if alike[a][b] >= ALIKE_AT_LEAST else 0.0
            best[a][b] = max(best[a + 1][b], best[a][b + 1], paired)
    pairs: list[tuple[int, int]] = []
    a = b = 0
    while a < len(olds) and b < len(news):
        if best[a][b] == best[a + 1][b]:
            a += 1
        elif best[a][b] == best[a][b + 1]:
            b += 1
        else:
            pairs.append((olds[a], news[b]))
            a, b = a + 1, b + 1
    return pairs


def _with_splits_and_merges(pairs: list[tuple[int, int]], likeness: _Likeness) -> list[Group]:
    """Take a neighbour that stands alone in, where the likeness gains by it."""
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    groups: list[Group] = []
    for i, j in pairs:
        group, alike = Group((i,), (j,)), likeness.of((i,), (j,))
        if alike < 1:
            free_new = [n for n in (j - 1, j + 1) if 0 <= n < len(likeness.new)]
            free_old = [n for n in (i - 1, i + 1) if 0 <= n < len(likeness.old)]
            wider = [
                Group((i,), tuple(sorted((j, n)))) for n in free_new if n not in taken_new
            ] + [Group(tuple(sorted((i, n))), (j,)) for n in free_old if n not in taken_old]
            best = max(wider, key=lambda g: likeness.of(g.old, g.new), default=group)
            if likeness.of(best.old, best.new) >= alike + JOINED_GAIN:
                group = best
        taken_old.update(group.old)
        taken_new.update(group.new)
        groups.append(group)
    return groups


def _moved(olds: list[int], news: list[int], likeness: _Likeness) -> list[tuple[int, int]]:
    """Pairs among what stands alone, the most alike first."""
    if not olds or not news or len(olds) * len(news) > MOST_PAIRS:
        return []
    alike = likeness.table(olds, news)
    ranked = sorted(
        (-alike[a][b], i, j)
        for a, i in enumerate(olds)
        for b, j in enumerate(news)
        if alike[a][b] >= MOVED_AT_LEAST
    )
    used_old: set[int] = set()
    used_new: set[int] = set()
    moves = []
    for _, i, j in ranked:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            moves.append((i, j))
    return sorted(moves)
