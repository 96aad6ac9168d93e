"""A paragraph as it is being read: its properties, its marks, and its words with their fates."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from amendments.model import Mark, Reading, Run
from amendments.word.looks import PLAIN, Look
from amendments.word.names import VAL, W
from amendments.word.styles import indent_of

PPR, RPR, STYLE, INDENT = W + "pPr", W + "rPr", W + "pStyle", W + "ind"
NUMBERING, NUM_ID, LEVEL = W + "numPr", W + "numId", W + "ilvl"
CHANGE, NEW = W + "pPrChange", W + "ins"
RENUMBERED, ORIGINAL = W + "numberingChange", W + "original"

Fate = tuple[Mark | None, Mark | None]
"""Inserted by, deleted by."""
LIVE: Fate = (None, None)


Numbering = tuple[str | None, str | None]
"""The list and the level that a paragraph names itself."""


@dataclass(frozen=True, slots=True)
class Format:
    """What the properties of a paragraph say that matters to its number and place."""

    style: str | None = None
    numbering: Numbering | None = None
    indent: int | None = None
    old: "Format | None" = None
    """What they said before the tracked changes."""
    number_before: str | None = None
    """The number before a tracked change of it, as Word wrote it down."""


PLAIN_FORMAT = Format()


def properties_of(paragraph: etree._Element) -> etree._Element | None:
    """The properties of a paragraph; they stand before all else in it, or there are none."""
    first = next(iter(paragraph), None)
    return first if first is None or first.tag == PPR else paragraph.find(PPR)


def format_in(properties: etree._Element) -> tuple[Format, etree._Element | None]:
    """The format that a `w:pPr` gives, and the properties of the paragraph mark."""
    style = numbering = indent = old = mark = number = None
    joined = False
    for child in properties:
        tag = child.tag
        if tag == RPR:
            mark = child
        elif tag == STYLE:
            style = child.get(VAL)
        elif tag == NUMBERING:
            named = {part.tag: part for part in child}
            numbering = (_value(named.get(NUM_ID)), _value(named.get(LEVEL)))
            joined = NEW in named
            number = _value(named.get(RENUMBERED), ORIGINAL)
        elif tag == INDENT:
            indent = indent_of(child)
        elif tag == CHANGE:
            before = child.find(PPR)
            old = format_in(before)[0] if before is not None else None
    if joined and old is None:
        # The paragraph came into its list as a tracked change (ECMA-376-1, 17.13.5.19).
        old = Format(style, None, indent)
    return Format(style, numbering, indent, old, number), mark


def _value(element: etree._Element | None, attribute: str = VAL) -> str | None:
    return element.get(attribute) if element is not None else None


@dataclass(slots=True)
class Raw:
    """A paragraph as it is being read."""

    story: str
    format: Format = PLAIN_FORMAT
    inserted: Mark | None = None
    deleted: Mark | None = None
    pieces: list[tuple[list[str], Fate, Look]] = field(default_factory=list)
    comments: Sequence[str] = ()
    hidden: bool = False
    runs_on: bool = False
    _fate: Fate = LIVE
    _look: Look = PLAIN

    def say(self, text: str, fate: Fate, look: Look) -> bool:
        """Take words in; whether they are a new piece, of another fate or look than the last."""
        if fate == self._fate and look == self._look and self.pieces:
            self.pieces[-1][0].append(text)
            return False
        self._fate, self._look = fate, look
        self.pieces.append(([text], fate, look))
        return True

    def runs(self) -> tuple[Run, ...]:
        """The words as runs."""
        return tuple(Run("".join(words), *fate, *look) for words, fate, look in self.pieces)

    def lives_in(self, reading: Reading) -> bool:
        """Whether any text of it is part of that reading."""
        gone = 0 if reading is Reading.BEFORE else 1
        return any(fate[gone] is None for _, fate, _ in self.pieces)

    def ends_in(self, reading: Reading) -> bool:
        """Whether its mark is part of that reading."""
        return (self.inserted if reading is Reading.BEFORE else self.deleted) is None

    def text_in(self, reading: Reading) -> str:
        """Its words in that reading."""
        gone = 0 if reading is Reading.BEFORE else 1
        return "".join(
            word for words, fate, _ in self.pieces if fate[gone] is None for word in words
        )

    def forget_moves(self, names: set[str]) -> None:
        """Let the changes of those moves be ordinary ones."""
        self.inserted = _without(self.inserted, names)
        self.deleted = _without(self.deleted, names)
        self.pieces = [
            (words, (_without(fate[0], names), _without(fate[1], names)), look)
            for words, fate, look in self.pieces
        ]


def _without(mark: Mark | None, moves: set[str]) -> Mark | None:
    return replace(mark, move="") if mark is not None and mark.move in moves else mark
