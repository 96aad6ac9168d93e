"""Which clause of the new draft came from which clause of the old one."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, product

from amendments.comparing.chains import Stand, backbone
from amendments.comparing.joining import Group, spelt, with_neighbours
from amendments.comparing.likeness import Wordings
from amendments.comparing.tokens import plain
from amendments.ordering import best_in_order

SURELY = 0.78
"""How alike clauses must be to be paired before splits and merges are looked for.

In the table marked by hand, the halves of split clauses reach 0.71 against the whole,
and 7 of 12 edited clauses stand above this: so the halves find each other before one of
them goes to a clause of the same formula.
"""

LIKELY = 0.62
"""How alike clauses must be to be paired before the gaps between others are filled.

In the table, edited clauses begin at 0.66 and others of the same formula ("to assist
developing countries in …") end at 0.60: no other threshold decides it better.
"""

ELSEWHERE = 0.45
"""How alike what is left over must be, with its place counted, to count as the same clause.

By then the likelier partners are gone: 8 of 11 clauses of the same formula stand below
and 3 of 5 rewritten ones above; of those that have nothing to do with each other, 4 in 1,000.
"""

IN_PLACE_BONUS = 0.1
"""What standing between the same neighbours counts for among candidates that are alike enough.

So a formula that stands in several clauses goes to the one in its place; a clause that
reads clearly better elsewhere is still found there.
"""

IN_PLACE = 0.3
"""How alike clauses must be that stand between the same neighbours.

The place is evidence, yet never enough: of clauses that have nothing to do with each
other half score below 0.11 and 98 in 100 below this; of rewritten ones, 4 in 5 above 0.4.
"""

FEW = 10
"""How many pairs a gap has at most for the place to tell by itself.

Among many clauses one finds its like by chance. Of 50 pairs of real resolutions between
0.3 and 0.5, judged by reading, 26 of 27 were right in gaps up to this and 12 of 23 in
larger ones; there, the clauses must open alike as well.
"""

UNEVEN = 1.2
"""How much longer one clause must be than the other to ask whether the shorter is only a part.

The longer part of a clause split at its middle leaves more than that; parts below a
sixth of the whole are found later, once their larger sibling has settled.
"""

PART_LIKE = 0.4
"""How alike a clause and a part of it are at least: with a third of the words, 0.5."""

GAP_AT_MOST = 4_000
"""Pairs compared between two neighbours that kept their place; keeps a rewritten draft bounded."""

SAMPLE = 40
"""How many settled clauses, the same in both drafts, are read to tell common words from rare ones.

Those that are left to pair are all read; 200 of the others changed no pair in eight
series of resolutions.
"""


def align(old: Sequence[str], new: Sequence[str]) -> list[Group]:
    """What belongs together, as places in the two lists of texts; no place stands twice.

    One with one is a clause that stayed, moved or was edited; one with several was
    split, several with one merged. Who is in no group is deleted or added.

    The work grows with the clauses, not with their square: in each of three passes a clause
    is compared in full with 5 candidates and their nearest neighbours, and between two
    clauses that kept their place at most 4,000 pairs are.
    """
    old_plain, new_plain = [plain(text) for text in old], [plain(text) for text in new]
    pairs = equal_pairs(old_plain, new_plain)
    taken = set(pairs.values())
    left = {i: text for i, text in enumerate(old_plain) if i not in pairs}
    right = {j: text for j, text in enumerate(new_plain) if j not in taken}
    if not left or not right:
        # A split may still hide here: a clause that kept all its words and gave some away.
        return [((i,), (j,)) for i, j in sorted(pairs.items())]
    settled = sample([old_plain[i] for i in pairs])
    return Alignment(old, new, pairs, Wordings(left, right, settled)).groups()


def sample(texts: Sequence[str]) -> Sequence[str]:
    """Some of the texts, taken evenly."""
    return texts[:: len(texts) // SAMPLE + 1]


# --- equal texts --------------------------------------------------------------------


def equal_pairs(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Clauses of equal text: unique ones, then their neighbours, then repeated ones in order."""
    places_old, places_new = places(old), places(new)
    pairs: dict[int, int] = {}
    for text, found in places_old.items():
        if len(found) == 1 and len(places_new.get(text, ())) == 1:
            pairs[found[0]] = places_new[text][0]
    taken = set(pairs.values())
    stands = [Stand(i, j, len(old[i])) for i, j in pairs.items()]
    chain = backbone(stands)
    in_chain = set(chain)
    ordered = (*chain, *(s for s in stands if s not in in_chain))
    for stand, step in product(ordered, (1, -1)):
        for i, j in neighbours(old, new, stand, step):
            if i in pairs or j in taken:
                break
            pairs[i] = j
            taken.add(j)
    for text, found in places_old.items():
        free = [j for j in places_new.get(text, ()) if j not in taken]
        for i, j in zip([i for i in found if i not in pairs], free, strict=False):
            pairs[i] = j
            taken.add(j)
    return pairs


def places(texts: Sequence[str]) -> dict[str, list[int]]:
    """Where each text stands."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        found[text].append(place)
    return found


def neighbours(
    old: Sequence[str], new: Sequence[str], stand: Stand, step: int
) -> Iterator[tuple[int, int]]:
    """The run of equal neighbours of a pair, in one direction."""
    i, j = stand.old + step, stand.new + step
    while 0 <= i < len(old) and 0 <= j < len(new) and old[i] == new[j]:
        yield i, j
        i, j = i + step, j + step


# --- similar texts ------------------------------------------------------------------


class Alignment:
    """The passes after the first: each takes from what the ones before have left."""

    def __init__(
        self, old: Sequence[str], new: Sequence[str], pairs: Mapping[int, int], words: Wordings
    ) -> None:
        self.old, self.new, self.words = old, new, words
        self.found: dict[Stand, Group] = {
            Stand(i, j, len(old[i])): ((i,), (j,)) for i, j in pairs.items()
        }
        """Groups by where their first clauses stand."""
        self.left = dict.fromkeys(words.old)
        self.right = dict.fromkeys(words.new)
        self.settled = set(pairs)

    def groups(self) -> list[Group]:
        """All that belongs together."""
        self.pair_likely(SURELY)
        self.join_neighbours()
        self.pair_likely(LIKELY)
        self.join_neighbours()
        self.pair_in_gaps()
        self.pair_likely(ELSEWHERE)
        self.join_neighbours()
        return [self.found[stand] for stand in sorted(self.found)]

    def enter(self, group: Group) -> None:
        """Take a group; its clauses are nobody else's now."""
        first_old, first_new = group[0][0], group[1][0]
        self.found[Stand(first_old, first_new, len(self.old[first_old]))] = group
        for i in group[0]:
            self.left.pop(i, None)
        for j in group[1]:
            self.right.pop(j, None)

    def pair_likely(self, at_least: float) -> None:
        """Group what shares rare words, the most alike first, then the nearest.

        A clause that was split or merged stands against all its parts at once: so a
        part is not taken away by a clause elsewhere that reads much like it.
        """
        if not self.left or not self.right:
            return
        gap_old, gap_new = self.gap_numbers()
        scored: list[tuple[float, float, Group]] = []
        for i, j in self.words.candidates(self.left, self.right):
            bonus = IN_PLACE_BONUS if gap_old[i] == gap_new[j] else 0.0
            for group in self.readings(i, j):
                alike = self.group_likeness(group, at_least - bonus) + bonus
                if alike >= at_least:
                    distance = abs(i / len(self.old) - j / len(self.new))
                    scored.append((-alike, distance, group))
        for _, _, group in sorted(scored):
            if self.left.keys() >= {*group[0]} and self.right.keys() >= {*group[1]}:
                self.enter(group)

    def readings(self, i: int, j: int) -> Iterator[Group]:
        """Two clauses as a pair, and with the neighbours that make up for a great difference."""
        pair: Group = ((i,), (j,))
        yield pair
        short, long = sorted((len(self.words.old[i]), len(self.words.new[j])))
        if long >= UNEVEN * short and self.words.likeness(i, j, PART_LIKE):
            joined = with_neighbours(pair, self.left, self.right, self.words)
            if joined != pair:
                yield joined

    def group_likeness(self, group: Group, at_least: float) -> float:
        """How alike both sides of a group are, each read as one text."""
        olds, news = group
        return self.words.alike(spelt(olds, self.words.old), spelt(news, self.words.new), at_least)

    def pair_in_gaps(self) -> None:
        """Pair what stands between the same neighbours, best total first."""
        gap_old, gap_new = self.gap_numbers()
        news_in: dict[int, list[int]] = defaultdict(list)
        for j, gap in gap_new.items():
            news_in[gap].append(j)
        for gap, places in groupby(gap_old, gap_old.__getitem__):
            olds, news = [*places], news_in[gap]
            if len(olds) * len(news) <= GAP_AT_MOST:
                for i, j in best_total(olds, news, self.words):
                    self.enter(((i,), (j,)))

    def gap_numbers(self) -> tuple[dict[int, int], dict[int, int]]:
        """Between which of the links that kept their place each clause stands that is left."""
        chain = backbone(list(self.found))
        olds, news = [stand.old for stand in chain], [stand.new for stand in chain]
        in_old = {i: bisect_left(olds, i) for i in self.left}
        return in_old, {j: bisect_left(news, j) for j in self.right}

    def join_neighbours(self) -> None:
        """Where words of a clause stand in a neighbour, it was split or merged."""
        for stand in sorted(self.found):
            if stand.old not in self.settled:
                group = self.found.pop(stand)
                self.enter(with_neighbours(group, self.left, self.right, self.words))


def best_total(olds: Sequence[int], news: Sequence[int], words: Wordings) -> list[tuple[int, int]]:
    """The pairs, in order on both sides, that are most alike all together."""
    few = len(olds) * len(news) <= FEW
    alike = [
        [words.likeness(i, j, IN_PLACE) if few or words.open_alike(i, j) else 0.0 for j in news]
        for i in olds
    ]
    return [(olds[x], news[y]) for x, y in best_in_order(alike)]
