"""Who tracked which change: the marks that `w:ins`, `w:del` and moves carry."""

import re
from collections.abc import Iterable
from datetime import datetime

from lxml import etree

from amendments.model import Mark
from amendments.word.names import ID, W

AUTHOR = W + "author"
DATE = W + "date"
NAME = W + "name"
MOVE_STARTS = frozenset({W + "moveFromRangeStart", W + "moveToRangeStart"})
MOVE_ENDS = frozenset({W + "moveFromRangeEnd", W + "moveToRangeEnd"})
MOVED = frozenset({W + "moveFrom", W + "moveTo"})
COMES = frozenset({W + "ins", W + "moveTo"})
GOES = frozenset({W + "del", W + "moveFrom"})

LONGEST_AUTHOR = 200
"""Longer names are attacks or accidents; Word's own form takes 52 characters."""
UNSEEN = re.compile("[\x00-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control and direction characters, which let one name show as another."""


def author_of(element: etree._Element) -> str:
    """The author as recorded by Word, without invisible characters."""
    return UNSEEN.sub("", element.get(AUTHOR) or "").strip()[:LONGEST_AUTHOR]


def date_of(element: etree._Element) -> str:
    """The time as recorded by Word; "" where it is missing or no time ("0000-00-00…")."""
    date = (element.get(DATE) or "").strip()
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return ""
    return date


class Marks:
    """Makes the marks of one part, and knows which move is open."""

    def __init__(self, root: etree._Element) -> None:
        """`root` is searched for moves whose both ends are there."""
        self._moves = _names(root.iter(W + "moveFromRangeStart")) & _names(
            root.iter(W + "moveToRangeStart")
        )
        self._open: dict[str, str] = {}
        self._ids: set[str] = set()

    def note_move(self, element: etree._Element) -> None:
        """Open or close the range of a move; ranges are paired by name (ECMA-376-1, 17.13.5.24)."""
        key = element.tag.replace("Start", "").replace("End", "") + (element.get(ID) or "")
        if element.tag in MOVE_STARTS:
            self._open[key] = element.get(NAME) or ""
        else:
            self._open.pop(key, None)

    def mark_of(self, element: etree._Element) -> Mark:
        """The mark an element carries; ids that a file repeats are told apart."""
        move = ""
        if element.tag in MOVED and self._open:
            move = next(reversed(self._open.values()))
        return Mark(
            author=author_of(element),
            date=date_of(element),
            id=self._unique(element.get(ID) or ""),
            move=move if move in self._moves else "",
        )

    def _unique(self, identity: str) -> str:
        # Real files repeat ids, per part and after copying; Word does not mind.
        unique, count = identity, len(self._ids)
        while unique in self._ids:
            unique = f"{identity}~{count}"
            count += 1
        self._ids.add(unique)
        return unique


def _names(starts: Iterable[etree._Element]) -> set[str]:
    return {start.get(NAME) or "" for start in starts} - {""}
