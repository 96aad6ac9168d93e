"""Who tracked which change: the marks that `w:ins`, `w:del` and moves carry."""

import re
from datetime import datetime
from functools import lru_cache

from lxml import etree

from amendments.model import Mark, Revision
from amendments.word.names import ID, W

AUTHOR = W + "author"
DATE = W + "date"
NAME = W + "name"
MOVE_STARTS = frozenset({W + "moveFromRangeStart", W + "moveToRangeStart"})
MOVE_ENDS = frozenset({W + "moveFromRangeEnd", W + "moveToRangeEnd"})
MOVED = frozenset({W + "moveFrom", W + "moveTo"})
COMES = frozenset({W + "ins", W + "moveTo"})
GOES = frozenset({W + "del", W + "moveFrom"})
KINDS = {
    **dict.fromkeys((W + "ins", W + "cellIns"), "inserted"),
    **dict.fromkeys((W + "del", W + "cellDel"), "deleted"),
    W + "moveFrom": "moved-from",
    W + "moveTo": "moved-to",
}

LONGEST_AUTHOR = 200
"""Longer names are attacks or accidents; Word's own form takes 52 characters."""
KNOWN = 256
"""A draft has thousands of changes by a few people at a few times."""
UNSEEN = re.compile("[\x00-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control and direction characters, which let one name show as another."""


def author_of(element: etree._Element) -> str:
    """The author as recorded by Word, without invisible characters."""
    return _author(element.get(AUTHOR) or "")


def date_of(element: etree._Element) -> str:
    """The time as recorded by Word; "" where it is missing or no time ("0000-00-00…")."""
    return _date(element.get(DATE) or "")


@lru_cache(maxsize=KNOWN)
def _author(text: str) -> str:
    return UNSEEN.sub("", text).strip()[:LONGEST_AUTHOR]


@lru_cache(maxsize=KNOWN)
def _date(text: str) -> str:
    date = text.strip()
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return ""
    return date


class Marks:
    """Makes the marks of one part and its notes, and knows which move is open."""

    def __init__(self) -> None:
        self.recorded: list[Revision] = []
        """The tracked changes that were met, as the file has them."""
        self._moves: dict[str, set[str]] = {start: set() for start in MOVE_STARTS}
        self._open: dict[str, str] = {}
        self._ids: set[str] = set()

    @property
    def half_moves(self) -> set[str]:
        """The names of the moves of which only one end was met."""
        sources, targets = self._moves.values()
        return sources ^ targets

    def note_move(self, element: etree._Element) -> None:
        """Open or close the range of a move; ranges are paired by name (ECMA-376-1, 17.13.5.24)."""
        key = element.tag.replace("Start", "").replace("End", "") + (element.get(ID) or "")
        if element.tag in MOVE_STARTS:
            self._open[key] = name = element.get(NAME) or ""
            self._moves[element.tag].add(name)
        else:
            self._open.pop(key, None)

    def mark_of(self, element: etree._Element, where: str) -> Mark:
        """The mark an element carries; ids that a file repeats are told apart."""
        revision = self.record(element, where)
        move = ""
        if self._open and element.tag in MOVED:
            move = next(reversed(self._open.values()))
        return Mark(revision.author, revision.date, self._unique(revision.id), move)

    def record(self, element: etree._Element, where: str) -> Revision:
        """Keep a tracked change as the file has it."""
        identity = element.get(ID) or ""
        kind = KINDS[element.tag]
        revision = Revision(kind, where, author_of(element), date_of(element), identity)
        self.recorded.append(revision)
        return revision

    def _unique(self, identity: str) -> str:
        # Real files repeat ids, per part and after copying; Word does not mind.
        unique, count = identity, len(self._ids)
        while unique in self._ids:
            unique = f"{identity}~{count}"
            count += 1
        self._ids.add(unique)
        return unique
