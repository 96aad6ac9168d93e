"""Paragraphs and tables put in their places, and what Word allows at the end of a story."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from amendments.word.names import W
from amendments.word.redlining.marks import Scribe, look_of
from amendments.word.redlining.plain import parent_of

Fate = Literal["kept", "ins", "del", "moveFrom", "moveTo"]
CAME = frozenset({"ins", "moveTo"})
WENT = frozenset({"del", "moveFrom"})


@dataclass(eq=False, slots=True)
class Line:
    """A paragraph or a table of the redline, and what becomes of its mark."""

    element: etree._Element
    mark: Fate = "kept"
    segment: int = -1
    move: int = 0
    is_new: bool = False
    is_placed: bool = False
    """It is new, yet stands in its place already."""
    is_edited: bool = False

    @property
    def is_table(self) -> bool:
        """Whether it is a table, whose rows are marked already."""
        return self.element.tag == W + "tbl"

    @property
    def is_untouched(self) -> bool:
        """Whether the old element stays as it was."""
        return self.mark == "kept" and not self.is_new and not self.is_edited


def place(lines: Sequence[Line], container: etree._Element) -> None:
    """Put what is new between what is there."""
    before: etree._Element | None = None
    for n, line in enumerate(lines):
        if line.is_new:
            follower = next((one.element for one in lines[n:] if not one.is_new), None)
            _put(line.element, before, follower, container)
        before = line.element


def _put(
    element: etree._Element,
    before: etree._Element | None,
    follower: etree._Element | None,
    container: etree._Element,
) -> None:
    if before is None:
        if follower is not None:
            follower.addprevious(element)
        else:
            container.append(element)
        return
    if follower is not None and parent_of(follower) is parent_of(before):
        before.addnext(element)
        return
    # Between a content control and what stands around it: outside, where no update removes it.
    above = {container} if follower is None else set(follower.iterancestors())
    while parent_of(before) not in above:
        before = parent_of(before)
    before.addnext(element)


def settle(lines: Sequence[Line], scribe: Scribe) -> None:
    """Track the paragraph marks; the story's last stays, since it has nothing to join with.

    Word cannot join the last paragraph of a body, cell, note or box to anything (and a
    tracked mark there makes it hang), so what ended before it ends at its end.
    """
    gone = _settled(lines, scribe)
    for n, line in enumerate(lines):
        if line in gone or line.is_table:
            continue
        if line.mark == "del" and _parts_tables(lines, n):
            line.mark = "kept"
        if line.mark != "kept":
            scribe.mark_paragraph(line.element, line.mark)
        if line.move:
            name = "moveTo" if line.is_new else "moveFrom"
            scribe.bracket_move(line.element, name, line.move, mark=line.mark == name)


def _parts_tables(lines: Sequence[Line], n: int) -> bool:
    """Whether two tables would become one without the paragraph."""
    return 0 < n < len(lines) - 1 and lines[n - 1].is_table and lines[n + 1].is_table


def _settled(lines: Sequence[Line], scribe: Scribe) -> list[Line]:
    """Give the story a last mark that stays; returns the lines that are no more."""
    tail = lines[_after(lines, lambda line: line.mark == "kept") :]
    went = [n for n, line in enumerate(tail) if line.mark in WENT]
    came = [line for line in tail if line.mark in CAME]
    if went and came and _can_be_one(lines, len(lines) - len(tail) + went[-1], came[-1]):
        return [_made_one(tail[went[-1]], came[-1], tail, scribe)]
    rows = lines[_after(lines, lambda line: line.is_table) :]
    tail = rows[_after(rows, lambda line: line.mark == "kept") :]
    if tail:
        _end(rows[-len(tail) - 1] if len(tail) < len(rows) else None, tail[-1], scribe)
    return []


def _can_be_one(lines: Sequence[Line], went: int, came: Line) -> bool:
    """Whether what leaves last can stand at the end, behind a table that comes before it."""
    return not (lines[went].is_table or came.is_table or _parts_tables(lines, went))


def _after(lines: Sequence[Line], is_one: Callable[[Line], bool]) -> int:
    """The place after the last line of a kind."""
    return max((n for n, line in enumerate(lines, 1) if is_one(line)), default=0)


def _end(head: Line | None, end: Line, scribe: Scribe) -> None:
    """Let the last mark stay, and the one before what went or came last take its fate."""
    has_come = end.mark in CAME
    end.mark = "kept"
    if head is None or _ends_section(head):
        return
    head.mark = "ins" if has_come else "del"
    if _look_alike(head, end):
        return
    if has_come:
        scribe.note_former(end.element, head.element.find(W + "pPr"))
    else:
        # The words before take the end's mark, and it their look.
        scribe.dress(end.element, head.element.find(W + "pPr"))


def _made_one(went: Line, came: Line, tail: Sequence[Line], scribe: Scribe) -> Line:
    """Let what leaves last and what comes last share the mark that stays."""
    if not _look_alike(went, came):
        scribe.dress(went.element, came.element.find(W + "pPr"))
    for line, name in ((went, "moveFrom"), (came, "moveTo")):
        if line.move:  # each range ends before the other begins
            scribe.bracket_move(line.element, name, line.move, mark=False)
            line.move = 0
    if sum(line.mark in CAME for line in tail) > 1:
        came.element.addprevious(went.element)
    went.element.extend([child for child in came.element if child.tag != W + "pPr"])
    parent_of(came.element).remove(came.element)
    went.mark = "kept"
    return came


def _look_alike(one: Line, other: Line) -> bool:
    return look_of(one.element) == look_of(other.element)


def _ends_section(line: Line) -> bool:
    return line.element.find(f"{W}pPr/{W}sectPr") is not None
