"""The longest run of words two texts share, found with bounded time and memory."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

CELLS = 16_000_000
"""How many pairs of words are compared exactly at once.

rapidfuzz keeps half a byte a pair to tell where the words differ: 8 MB and some
20 ms. Clauses never come near; annexes of more than 4,000 changed words do. Stretches
that are compared one after the other do not overlap: together they have no more than
4,000 pairs (the square root of this) for each word.
"""

SHINGLE = 4
"""How many words in a row must be the same, and unique in both texts, to divide long ones.

With fewer, unrelated texts of the same vocabulary are tied together by chance.
"""


class Block(NamedTuple):
    """A run of words that is the same in both texts."""

    old: int
    new: int
    size: int


Span = tuple[int, int, int, int]


def common_blocks(a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """What two sequences of word numbers share, in order; as much as possible where both are short.

    Long ones are divided at rare phrases first; stretches without any that are still
    too long count as replaced.
    """
    head, tail = common_ends(a, b)
    if head + tail == min(len(a), len(b)):
        return joined([Block(0, 0, head), Block(len(a) - tail, len(b) - tail, tail)])
    middle = middle_blocks(a, b, (head, len(a) - tail, head, len(b) - tail))
    return joined([Block(0, 0, head), *middle, Block(len(a) - tail, len(b) - tail, tail)])


def common_ends(a: Sequence[int], b: Sequence[int]) -> tuple[int, int]:
    """How many words both begin with, and how many of the others both end with."""
    shortest = min(len(a), len(b))
    head = 0
    while head < shortest and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shortest - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return head, tail


def middle_blocks(a: Sequence[int], b: Sequence[int], span: Span) -> Iterator[Block]:
    """What is shared between two places of each text."""
    i1, i2, j1, j2 = span
    if (i2 - i1) * (j2 - j1) <= CELLS:
        yield from exact_blocks(a, b, span)
        return
    for i, j in (*phrase_anchors(a, b, span), (i2, j2)):
        if (i - i1) * (j - j1) <= CELLS:
            yield from exact_blocks(a, b, (i1, i, j1, j))
        if i < i2:
            yield Block(i, j, 1)
        i1, j1 = i + 1, j + 1


def exact_blocks(a: Sequence[int], b: Sequence[int], span: Span) -> Iterator[Block]:
    """The most that is shared between two places of each text."""
    i1, i2, j1, j2 = span
    if i1 == i2 or j1 == j2:
        return
    for i, j, size in Indel.opcodes(a[i1:i2], b[j1:j2]).as_matching_blocks():
        yield Block(i1 + i, j1 + j, size)


def phrase_anchors(a: Sequence[int], b: Sequence[int], span: Span) -> list[tuple[int, int]]:
    """Where phrases begin that stand once in each text, in the order of both."""
    i1, i2, j1, j2 = span
    there = unique_phrases(b, j1, j2)
    both = [(i, there[p]) for p, i in unique_phrases(a, i1, i2).items() if p in there]
    return longest_rising(sorted(both))


def unique_phrases(words: Sequence[int], start: int, end: int) -> dict[tuple[int, ...], int]:
    """Each phrase that stands once, with its place."""
    places: dict[tuple[int, ...], int] = {}
    for k in range(start, end - SHINGLE + 1):
        phrase = tuple(words[k : k + SHINGLE])
        places[phrase] = -1 if phrase in places else k
    return {phrase: place for phrase, place in places.items() if place >= 0}


def longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of the pairs, given in the order of their first, that rises in both."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        at = bisect_left(ends, j)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [j]
        last[at : at + 1] = [n]
    chain: list[tuple[int, int]] = []
    n = last[-1] if last else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, empty ones left out and touching ones made one."""
    result: list[Block] = []
    for block in blocks:
        if not block.size:
            continue
        last = result[-1] if result else None
        if last and (last.old + last.size, last.new + last.size) == (block.old, block.new):
            result[-1] = Block(last.old, last.new, last.size + block.size)
        else:
            result.append(block)
    return result
