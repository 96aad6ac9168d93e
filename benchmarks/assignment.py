"""The best assignment of clauses to clauses, in full: what an alignment is held against."""

from collections.abc import Sequence
from math import inf

from rapidfuzz.distance import Indel

from amendments.comparing.align import align
from amendments.comparing.likeness import Wordings

ALIKE = 0.5
"""How many of 100 words two clauses must share in order for their link to count."""


def share_of_best_links(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many links the best assignment has, and how many of them the alignment found."""
    if len(old) > len(new):
        old, new = new, old
    words = Wordings(dict(enumerate(old)), dict(enumerate(new)))
    alike = [
        [Indel.normalized_similarity(a, b, score_cutoff=ALIKE) for b in words.new.values()]
        for a in words.old.values()
    ]
    best = {(i, j) for i, j in best_assignment(alike) if alike[i][j]}
    ours = {(i, j) for olds, news in align(old, new) for i in olds for j in news}
    return len(best), len(best & ours)


def best_assignment(alike: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The places in rows and columns with the greatest total; no more rows than columns.

    The Hungarian method with potentials, one row entered after the other along a shortest
    path: the cube of the size in steps.
    """
    rows, columns = len(alike), len(alike[0])
    row_of = [-1] * (columns + 1)  # The last column is where each new row starts from.
    of_rows, of_columns = [0.0] * rows, [0.0] * (columns + 1)
    for start in range(rows):
        row_of[columns] = start
        nearest, before, visited = [inf] * columns, [columns] * columns, [columns]
        unvisited, column = set(range(columns)), columns
        while row_of[column] >= 0:
            row = row_of[column]
            for j in unvisited:
                cost = -alike[row][j] - of_rows[row] - of_columns[j]
                if cost < nearest[j]:
                    nearest[j], before[j] = cost, column
            column = min(unvisited, key=nearest.__getitem__)
            step = nearest[column]
            for j in visited:
                of_rows[row_of[j]] += step
                of_columns[j] -= step
            for j in unvisited:
                nearest[j] -= step
            unvisited.remove(column)
            visited.append(column)
        while column != columns:
            row_of[column] = row_of[before[column]]
            column = before[column]
    return [(row, column) for column, row in enumerate(row_of[:columns]) if row >= 0]
