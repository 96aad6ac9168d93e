"""Clauses that were split into neighbours or merged with them."""

from collections.abc import Container

from amendments.comparing.likeness import Wordings, words_in_common

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of old clauses and of the new ones that came from them."""

GAINED = 0.55
"""The share of a neighbour's words that must come from the other side for it to be a part.

A part of a split clause opens with a word or two of its own and brings the rest along;
an unrelated neighbour finds a third of its words at most: articles and "and".
"""

EXPLAINED = 0.6
"""The share of the words on each side that must be found on the other: parts spell the whole."""

PART_FROM = 3
"""How many words of a neighbour must come from the other side at least."""

REACH = 4
"""How far off a part may stand: new clauses are put between the halves of a split one."""

PARTS_AT_MOST = 8
"""Parts that are looked for in one clause; keeps the work bounded."""


def with_neighbours(
    group: Group, left: Container[int], right: Container[int], words: Wordings
) -> Group:
    """The group with those free neighbours whose words come from its other side."""
    olds, news = group
    if len(olds) == 1:
        news = widened(news, right, words.new, words.old[olds[0]])
    if len(news) == 1:
        olds = widened(olds, left, words.old, words.new[news[0]])
    return olds, news


def widened(
    parts: tuple[int, ...], free: Container[int], side: dict[int, str], whole: str
) -> tuple[int, ...]:
    """The parts with the neighbours, the nearest first, that spell more of the whole."""
    while len(parts) < PARTS_AT_MOST:
        near = [
            place for step in range(1, REACH + 1) for place in (parts[-1] + step, parts[0] - step)
        ]
        found = [place for place in near if place in free]
        had = words_in_common(spelt(parts, side), whole) if found else 0
        taken = next((one for one in found if is_part(one, parts, side, whole, had=had)), None)
        if taken is None:
            return parts
        parts = tuple(sorted((*parts, taken)))
    return parts


def is_part(
    one: int, parts: tuple[int, ...], side: dict[int, str], whole: str, *, had: int
) -> bool:
    """Whether a neighbour brings words of the whole that its parts so far do not have."""
    more = spelt(tuple(sorted((*parts, one))), side)
    together = words_in_common(more, whole)
    if together - had < max(PART_FROM, GAINED * len(side[one])):
        return False
    return together >= EXPLAINED * max(len(whole), len(more))


def spelt(parts: tuple[int, ...], side: dict[int, str]) -> str:
    """The words of several clauses one after the other."""
    return side[parts[0]] if len(parts) == 1 else "".join(map(side.__getitem__, parts))
