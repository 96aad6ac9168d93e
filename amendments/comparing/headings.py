"""Which heading is which: by their text, and by the clauses that stand under them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from amendments.comparing.align import LIKELY, align
from amendments.comparing.blocks import common_blocks
from amendments.comparing.joining import Group
from amendments.comparing.likeness import Wordings
from amendments.comparing.tokens import plain
from amendments.model import Clause, Kind

Pair = tuple[int, int]


def pair_headings(
    old: Sequence[Clause], new: Sequence[Clause], groups: Iterable[Group]
) -> list[Group]:
    """The headings that go together, given the clauses that do.

    Equal headings come first, those with the most clauses in common before all; then
    headings renamed above the same clauses; then those that only read alike.
    """
    shared = clauses_shared(old, new, groups)
    by_clauses = sorted(shared, key=lambda pair: (-shared[pair], pair))
    olds = [i for i, c in enumerate(old) if c.kind is Kind.HEADING]
    news = [j for j, c in enumerate(new) if c.kind is Kind.HEADING]
    texts_old = {i: plain(old[i].text).lower() for i in olds}
    texts_new = {j: plain(new[j].text).lower() for j in news}
    pairs: dict[int, int] = {}
    take(pairs, ((i, j) for i, j in by_clauses if texts_old[i] == texts_new[j]))
    take(pairs, equal_in_order(texts_old, texts_new, pairs))
    take(pairs, renamed(by_clauses))
    take(pairs, alike(old, new, pairs))
    return [((i,), (j,)) for i, j in sorted(pairs.items())]


def clauses_shared(
    old: Sequence[Clause], new: Sequence[Clause], groups: Iterable[Group]
) -> Counter[Pair]:
    """How many clauses each heading has in common with each of the other draft."""
    above_old, above_new = headings_above(old), headings_above(new)
    counts: Counter[Pair] = Counter()
    for olds, news in groups:
        i, j = above_old[olds[0]], above_new[news[0]]
        if i >= 0 and j >= 0:
            counts[i, j] += 1
    return counts


def headings_above(clauses: Sequence[Clause]) -> list[int]:
    """The place of the heading each clause stands under, -1 where there is none."""
    above: list[int] = []
    last = -1
    for place, clause in enumerate(clauses):
        if clause.kind is Kind.HEADING:
            last = place
        above.append(last if clause.kind is Kind.CLAUSE else -1)
    return above


def take(pairs: dict[int, int], offered: Iterable[Pair]) -> None:
    """Take what is offered, in its order, as long as both sides are free."""
    taken = set(pairs.values())
    for i, j in [*offered]:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)


def equal_in_order(
    old: dict[int, str], new: dict[int, str], pairs: dict[int, int]
) -> Iterator[Pair]:
    """Free headings of equal text: those in the order of both drafts first, then any."""
    taken = set(pairs.values())
    olds, news = [i for i in old if i not in pairs], [j for j in new if j not in taken]
    ids: dict[str, int] = {}
    a = [ids.setdefault(old[i], len(ids)) for i in olds]
    b = [ids.setdefault(new[j], len(ids)) for j in news]
    for block in common_blocks(a, b):
        for k in range(block.size):
            yield olds[block.old + k], news[block.new + k]
    for i in olds:
        for j in news:
            if old[i] == new[j]:
                yield i, j


def renamed(by_clauses: Sequence[Pair]) -> Iterator[Pair]:
    """Headings that have most of their clauses in common, seen from both."""
    onward: dict[int, int] = {}
    back: dict[int, int] = {}
    for i, j in by_clauses:
        onward.setdefault(i, j)
        back.setdefault(j, i)
    yield from ((i, j) for i, j in onward.items() if back[j] == i)


def alike(old: Sequence[Clause], new: Sequence[Clause], pairs: dict[int, int]) -> Iterator[Pair]:
    """Free headings whose words are alike.

    Those with clauses of their own must be much alike, since none of their clauses went
    along: "recalling also" is not what became "recognizing also" somewhere else.
    """
    above = {*headings_above(old)}, {*headings_above(new)}
    taken = set(pairs.values())
    olds = [i for i, c in enumerate(old) if c.kind is Kind.HEADING and i not in pairs]
    news = [j for j, c in enumerate(new) if c.kind is Kind.HEADING and j not in taken]
    words = Wordings({i: old[i].text for i in olds}, {j: new[j].text for j in news})
    for a, b in align([old[i].text for i in olds], [new[j].text for j in news]):
        i, j = olds[a[0]], news[b[0]]
        if not (i in above[0] and j in above[1]) or words.likeness(i, j) >= LIKELY:
            yield i, j
