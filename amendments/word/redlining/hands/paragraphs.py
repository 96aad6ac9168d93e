"""Paragraphs that come and go for several authors, and the marks that say so."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from amendments.word.names import W
from amendments.word.redlining.hands.ground import Ground
from amendments.word.redlining.hands.margin import Fate, Margin
from amendments.word.redlining.hands.overlay import Overlay
from amendments.word.redlining.hands.pen import Pen
from amendments.word.redlining.hands.sheets import Authors, Sheet, Slot
from amendments.word.redlining.hands.words import inserted
from amendments.word.redlining.items import items_of
from amendments.word.redlining.marks import bare_properties, put_in_order
from amendments.word.redlining.placing import Line, place

STORIES = (W + "body", W + "tc")
KEPT: Fate = ("", ())


@dataclass(slots=True)
class Rank:
    """The paragraphs and tables of one story in order, with what becomes of their marks."""

    lines: list[Line] = field(default_factory=list)
    fates: dict[Line, Fate] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placer:
    """Puts new paragraphs in their places and marks those that go."""

    ground: Ground
    overlay: Overlay
    pen: Pen
    margin: Margin

    def write(self) -> None:
        """Write all that is asked of whole paragraphs."""
        stories: dict[etree._Element, dict[etree._Element, Sheet]] = defaultdict(dict)
        for number, sheet in self.overlay.sheets.items():
            if sheet.changes_marks:
                element = self.ground.elements[number]
                story = next(up for up in element.iterancestors() if up.tag in STORIES)
                stories[story][element] = sheet
        for story, sheets in stories.items():
            self._write_story(story, sheets)

    def _write_story(self, story: etree._Element, sheets: dict[etree._Element, Sheet]) -> None:
        items = items_of(story, self.ground.side, self.ground.side.main)
        rank = Rank()
        for n, item in enumerate(items):
            line = Line(item.element)
            rank.lines.append(line)
            sheet = sheets.get(item.element)
            if sheet is None:
                continue
            parts_tables = (
                0 < n < len(items) - 1 and items[n - 1].is_table and items[n + 1].is_table
            )
            leaving = self.overlay.in_order([*sheet.deleters, *sheet.joiners])
            if leaving and not parts_tables and not _ends_section(item.element):
                rank.fates[line] = ("del", leaving)
            # Behind the last paragraph all must look alike: the end may become anyone's.
            is_last = n == len(items) - 1
            for slot in sheet.following:
                self._add(slot, item.element if is_last else None, rank)
        place(rank.lines, story)
        _spare_the_last(rank)
        for line, (name, authors) in rank.fates.items():
            if name:
                self.pen.by(authors).mark_paragraph(line.element, name)

    def _add(self, slot: Slot, like: etree._Element | None, rank: Rank) -> None:
        """The paragraphs of a slot behind what the rank has so far."""
        authors = self.overlay.in_order(slot.authors)
        if like is None:
            like = self.ground.elements[slot.like]
        for n, text in enumerate(slot.says):
            new = Line(self._paragraph(text, like, authors), is_new=True)
            rank.lines.append(new)
            rank.fates[new] = ("ins", authors)
            if n == 0:
                self.margin.note(new.element, slot.remarks, ("ins", authors))

    def _paragraph(self, text: str, like: etree._Element, authors: Authors) -> etree._Element:
        """A new paragraph in the format of one that is there, in the look of its last words."""
        made = etree.Element(W + "p")
        properties = bare_properties(like.find(W + "pPr"))
        put_in_order(properties)
        made.append(properties)
        worded = [run for run in like.iter(W + "r") if run.find(W + "t") is not None]
        look = worded[-1].find(W + "rPr") if worded else None
        if text:
            made.append(inserted(self.pen, authors, text, look))
        return made


def _spare_the_last(rank: Rank) -> None:
    """Leave the mark of a story's end alone: Word can join it to nothing.

    Paragraphs that come behind the last one are tracked by the mark before each of them, so
    that the end stays the end. Where the last one goes, its mark stays and is empty.
    """
    lines, fates = rank.lines, rank.fates
    first = max((n for n, line in enumerate(lines) if not line.is_new), default=0)
    tail = lines[first:]
    if not _ends_section(tail[0].element):
        for line, following in pairwise(tail):
            fates[line] = fates[following]
    fates[tail[-1]] = KEPT


def _ends_section(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None
