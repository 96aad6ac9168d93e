"""Rows of two tables: which came from which, and how many columns of the grid they take."""

from collections.abc import Sequence

from lxml import etree

from amendments.word.names import VAL, W
from amendments.word.redlining.items import Align, members, rising
from amendments.word.redlining.marks import row_properties_of
from amendments.word.redlining.units import text_of

ROW, CELL, GRID, COLUMN = W + "tr", W + "tc", W + "tblGrid", W + "gridCol"
BEFORE, AFTER = W + "gridBefore", W + "gridAfter"


def row_pairs(
    olds: Sequence[etree._Element], news: Sequence[etree._Element], align: Align
) -> list[tuple[int, int]]:
    """Which rows are the same ones, in the order of both; other cells make another row."""
    texts = [["\n".join(_texts(row)) for row in rows] for rows in (olds, news)]
    groups = [
        g
        for g in align(*texts)
        if len(g[0]) == len(g[1]) == 1 and _shape(olds[g[0][0]]) == _shape(news[g[1][0]])
    ]
    return [(g[0][0], g[1][0]) for g in rising(groups)]


def columns_of(table: etree._Element) -> int:
    """How many columns a table has, by its grid or else by its widest row."""
    stated = len(table.findall(f"{GRID}/{COLUMN}"))
    return stated or max((width_of(row) for row in members(table, ROW)), default=0)


def width_of(row: etree._Element) -> int:
    """How many columns a row takes, those it leaves free counted in."""
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in members(row, CELL)]
    free = [row.find(f"{W}trPr/{name}") for name in (BEFORE, AFTER)]
    taken = sum(1 if span is None else _number(span) for span in spans)
    return taken + sum(_number(one) for one in free if one is not None)


def pad(row: etree._Element, columns: int) -> None:
    """Leave free what a row does not fill of a table it comes to, so that no grid is broken."""
    missing = columns - width_of(row)
    if missing <= 0:
        return
    properties = row_properties_of(row)
    after = properties.find(AFTER)
    if after is None:
        after = etree.Element(AFTER, {VAL: "0"})
        first = properties.find(BEFORE)
        properties.insert(0 if first is None else properties.index(first) + 1, after)
    after.set(VAL, str(_number(after) + missing))


def give_grid(table: etree._Element) -> None:
    """Give a table the grid that it must have (CT_Tbl) and real files do not always."""
    if table.find(GRID) is not None:
        return
    grid = etree.Element(GRID)
    grid.extend([etree.Element(COLUMN) for _ in range(columns_of(table))])
    properties = table.find(W + "tblPr")
    table.insert(0 if properties is None else table.index(properties) + 1, grid)


def _number(element: etree._Element) -> int:
    value = element.get(VAL) or ""
    return int(value) if value.isdecimal() and len(value) < 4 else 1  # noqa: PLR2004 - Word has 63


def _texts(row: etree._Element) -> list[str]:
    return [text_of(paragraph) for paragraph in row.iter(W + "p")]


def _shape(row: etree._Element) -> int:
    return sum(1 for _ in members(row, CELL))
