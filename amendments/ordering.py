"""Pairing two rows of things in the order of both."""

from collections.abc import Sequence


def best_in_order(alike: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The places that are most alike all together, in order on both sides.

    `alike[x][y]` says how alike the x-th thing of one row and the y-th of the other are; 0 is
    not at all, and such places are never paired. Costs one step for each pair of places.
    """
    olds, news = len(alike), len(alike[0]) if alike else 0
    best = [[0.0] * (news + 1) for _ in range(olds + 1)]
    for x in range(olds - 1, -1, -1):
        for y in range(news - 1, -1, -1):
            paired = alike[x][y] + best[x + 1][y + 1] if alike[x][y] else 0.0
            best[x][y] = max(paired, best[x + 1][y], best[x][y + 1])
    pairs: list[tuple[int, int]] = []
    x = y = 0
    while x < olds and y < news:
        if alike[x][y] and best[x][y] == alike[x][y] + best[x + 1][y + 1]:
            pairs.append((x, y))
            x, y = x + 1, y + 1
        elif best[x][y] == best[x + 1][y]:
            x += 1
        else:
            y += 1
    return pairs
