"""What becomes of every paragraph: the rows of a redline, before any XML is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from amendments.errors import RedlineNotProven
from amendments.model import Op, Piece
from amendments.word.names import W
from amendments.word.redline_aligning import Alignment, align
from amendments.word.redline_text import Para

Words = Callable[[str, str], tuple[Piece, ...]]
Fate = Literal["kept", "ins", "del", "moveFrom", "moveTo"]
CAME = frozenset({"ins", "moveTo"})
WENT = frozenset({"del", "moveFrom"})
JOINT = "\u2029"
"""Stands between two paragraphs while they are compared as one; no Word text holds it."""


@dataclass(eq=False, slots=True)
class Row:
    """One paragraph of the redline."""

    pieces: tuple[Piece, ...]
    mark: Fate = "kept"
    old: Para | None = None
    """The old paragraph that is edited in its place; None for one that comes in."""
    source: Para | None = None
    """The old paragraph of which an incoming one is a copy (a split, a move)."""
    span: tuple[int, int] | None = None
    """Which characters of its old paragraph the row holds; None for all."""
    new: Para | None = None
    skip: int = 0
    """How many characters of the new paragraph stand in the rows before."""
    content: Fate = "kept"
    """moveFrom and moveTo where the whole content moved."""
    move: int = 0
    appended: "Row | None" = None
    """A row that comes in and shares this row's paragraph mark."""
    like: Para | None = None
    """Whose paragraph properties an incoming last paragraph takes."""
    segment: int = field(default=0)

    @property
    def is_untouched(self) -> bool:
        """Whether the old paragraph stays byte for byte."""
        changed = any(piece.op is not Op.KEPT for piece in self.pieces)
        return not changed and self.mark == "kept" == self.content and self.appended is None


def plan(olds: list[Para], news: list[Para], words: Words, alignment: Alignment) -> list[list[Row]]:
    """The rows of every segment of the old text, ready to be written."""
    rows = _in_order(olds, news, words, alignment)
    rows.sort(key=lambda row: row.segment)  # stable: the order inside a segment stays
    return [_settled(list(of_one)) for _, of_one in groupby(rows, key=lambda row: row.segment)]


def align_paragraphs(olds: list[Para], news: list[Para]) -> Alignment:
    """The alignment by the places in both lists; paragraphs without text are left out."""
    old_places = [i for i, para in enumerate(olds) if not para.is_empty]
    new_places = [j for j, para in enumerate(news) if not para.is_empty]
    found = align([olds[i].text for i in old_places], [news[j].text for j in new_places])
    groups: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for group in found.groups:
        groups.append(
            (tuple(old_places[i] for i in group.old), tuple(new_places[j] for j in group.new))
        )
    moves = [(old_places[i], new_places[j]) for i, j in found.moves]
    return from_pairs(groups, moves)


def from_pairs(
    groups: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    moves: Sequence[tuple[int, int]] = (),
) -> Alignment:
    """An alignment from pairs of places."""
    from amendments.word.redline_aligning import Group  # noqa: PLC0415

    return Alignment(tuple(Group(old, new) for old, new in groups), tuple(moves))


def _in_order(
    olds: list[Para], news: list[Para], words: Words, alignment: Alignment
) -> list[Row]:
    moved_to = {j: (i, n) for n, (i, j) in enumerate(alignment.moves, 1)}
    moved_from = {i: n for n, (i, _) in enumerate(alignment.moves, 1)}
    rows: list[Row] = []

    def leave(start: int, stop: int) -> None:
        for i in range(start, stop):
            rows.append(_leaving(olds[i], moved_from.get(i, 0)))

    def come(start: int, stop: int, following: int) -> None:
        for j in range(start, stop):
            if news[j].is_empty:
                continue
            row = _coming(news[j], words, olds, moved_to.get(j))
            row.segment = _segment_for(news[j], rows, olds[following : following + 1])
            rows.append(row)

    i = j = 0
    for group in alignment.groups:
        leave(i, group.old[0])
        come(j, group.new[0], group.old[0])
        rows += _matched([olds[n] for n in group.old], [news[n] for n in group.new], words)
        i, j = group.old[-1] + 1, group.new[-1] + 1
    leave(i, len(olds))
    come(j, len(news), len(olds))
    return rows


def _segment_for(para: Para, rows: list[Row], following: list[Para]) -> int:
    """Where a new paragraph comes in: after the last row, unless only the next is its like."""
    last = next((row for row in reversed(rows) if row.old is not None), None)
    if following and (last is None or last.old is None or last.old.in_table != para.in_table):
        if last is None or following[0].in_table == para.in_table:
            return following[0].segment
    return rows[-1].segment if rows else 0


def _leaving(para: Para, move: int) -> Row:
    if para.is_empty:
        return Row((Piece(Op.KEPT, para.text),), old=para, segment=para.segment)
    fate: Fate = "moveFrom" if move else "del"
    row = Row((Piece(Op.DELETED, para.text),), fate, para, segment=para.segment, move=move)
    if move:
        row.content = "moveFrom"
    if _ends_section(para):
        row.mark = "kept"  # with the mark, the section's page layout would go
    return row


def _ends_section(para: Para) -> bool:
    return para.element.find(f"{W}pPr/{W}sectPr") is not None


def _coming(para: Para, words: Words, olds: list[Para], moved: tuple[int, int] | None) -> Row:
    if moved is None:
        return Row((Piece(Op.ADDED, para.text),), "ins", new=para)
    source = olds[moved[0]]
    pieces = _proven(words(source.text, para.text), source.text, para.text)
    return Row(pieces, "moveTo", source=source, new=para, content="moveTo", move=moved[1])


def _proven(pieces: tuple[Piece, ...], old: str, new: str) -> tuple[Piece, ...]:
    before = "".join(piece.text for piece in pieces if piece.op is not Op.ADDED)
    after = "".join(piece.text for piece in pieces if piece.op is not Op.DELETED)
    if (before, after) != (old, new):
        raise RedlineNotProven(
            f"The word comparison does not spell the paragraph {old[:60]!r}. "
            "Report the two files to the maintainers."
        )
    return pieces


def _matched(olds: list[Para], news: list[Para], words: Words) -> list[Row]:
    """One row for an edited paragraph; one for each part of a split or a merge."""
    old, new = JOINT.join(p.text for p in olds), JOINT.join(p.text for p in news)
    pieces = (Piece(Op.KEPT, old),) if old == new else _proven(words(old, new), old, new)
    parts = _cut(pieces)
    if len(olds) == len(news) == 1:
        return [Row(pieces, old=olds[0], new=news[0], segment=olds[0].segment)]
    if len(olds) == 1:
        return _split_rows(parts, olds[0], news)
    rows, skip = [], 0
    for part, old_para in zip(parts, olds, strict=True):
        row = Row(part, "del", old_para, new=news[0], skip=skip, segment=old_para.segment)
        skip += sum(len(piece.text) for piece in part if piece.op is not Op.DELETED)
        rows.append(row)
    rows[-1].mark = "kept"
    return rows


def _split_rows(parts: list[tuple[Piece, ...]], old: Para, news: list[Para]) -> list[Row]:
    rows, start = [], 0
    for part, new in zip(parts, news, strict=True):
        stop = start + sum(len(piece.text) for piece in part if piece.op is not Op.ADDED)
        rows.append(
            Row(part, "ins", source=old, span=(start, stop), new=new, segment=old.segment)
        )
        start = stop
    rows[-1].mark, rows[-1].old, rows[-1].source = "kept", old, None
    return rows


def _cut(pieces: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """The pieces between the joints; a joint itself is a paragraph mark, not a text."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        for n, text in enumerate(piece.text.split(JOINT)):
            if n:
                parts.append([])
            if text:
                parts[-1].append(Piece(piece.op, text))
    return [tuple(part) for part in parts]


def _settled(rows: list[Row]) -> list[Row]:
    """See to it that the last mark of the segment is neither inserted nor deleted.

    Word cannot join the last paragraph of a body or a cell to anything, so the marks
    move up by one: what ended before the tail ends at its end (ECMA-376-1, 17.13.5).
    """
    last = max((n for n, row in enumerate(rows) if row.mark == "kept"), default=-1)
    head, tail = rows[: last + 1], rows[last + 1 :]
    if not tail:
        return rows
    went = [row for row in tail if row.mark in WENT]
    came = [row for row in tail if row.mark in CAME]
    if went and came:
        shared = went.pop()
        shared.appended, shared.mark = came.pop(), "kept"
        return [*head, *went, *came, shared]
    end = tail[-1]
    before = head[-1] if head else None
    if before is not None and before.old is not None and not _ends_section(before.old):
        before.mark = "ins" if came else "del"
        end.like = before.old if came else None
        end.mark = "kept"
    elif went:
        end.mark = "kept"
    return rows
