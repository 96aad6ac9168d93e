"""The main story of a base in one reading: its paragraphs by the numbers that clauses have."""

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from lxml import etree

from amendments.model import Paragraph, Reading, WordDocument
from amendments.word.body import SILENT, choice_of, content_of
from amendments.word.names import MC, W
from amendments.word.redlining.items import BETWEEN, TRANSPARENT, members
from amendments.word.redlining.sides import Side
from amendments.word.redlining.story import FIELDS, make_complex
from amendments.word.redlining.units import BOX, SYMBOLS_FROM, Unit, units_of

MAIN = frozenset({"body", "table"})
BOXED = "textbox"


@dataclass(frozen=True, slots=True)
class Ground:
    """The paragraphs of a base that changes can be written into."""

    side: Side
    document: WordDocument
    """The reading by itself: what is left when all of a redline is rejected."""
    elements: dict[int, etree._Element]
    """The paragraphs of the main story by their numbers in `document`; none of a text box."""
    numbers: dict[int, int]
    """By the numbers that the base as it came has them under."""

    def text(self, number: int) -> str:
        """What a paragraph of `document` says."""
        return "".join(run.text for run in self.document.paragraphs[number].runs)

    def units(self, number: int) -> list[Unit]:
        """What the paragraph is made of, read from a copy: simple fields as complex ones."""
        return self.units_of(copy.deepcopy(self.elements[number]))

    def units_of(self, element: etree._Element) -> list[Unit]:
        """What an element is made of; its simple fields become complex ones."""
        for simple in list(element.iter(FIELDS)):
            make_complex(simple)
        return units_of(element, self.side, self.side.main)

    def is_legible(self, number: int) -> bool:
        """Whether its units spell what is read; symbols stand for one character of any kind."""
        spelt = "".join(unit.text for unit in self.units(number))
        pairs = zip_longest(spelt, self.text(number), fillvalue="")
        return all(a == b or (b and a >= chr(SYMBOLS_FROM)) for a, b in pairs)

    def runs_on(self, number: int) -> bool:
        """Whether a paragraph would run on into the next one if its mark were gone."""
        element = self.elements.get(number)
        if element is None or element.find(f"{W}pPr/{W}sectPr") is not None:
            return False
        following = element.getnext()
        while following is not None and following.tag in BETWEEN:
            following = following.getnext()
        return following is not None and following is self.elements.get(number + 1)


def ground_of(side: Side, marked: WordDocument, plain: WordDocument, reading: Reading) -> Ground:
    """The ground of a base as it came, `marked`, and its reading by itself, `plain`.

    Where the file is read otherwise than it is walked, no paragraph is known: then nothing
    can be placed, but nothing is put in a wrong place either.
    """
    walked = list(_paragraphs(side.body, is_boxed=False))
    stories = [p.story for p in plain.paragraphs[: len(walked)]]
    later = [p.story for p in plain.paragraphs[len(walked) :]]
    agree = all(
        (story == BOXED) is boxed for story, (_, boxed) in zip(stories, walked, strict=False)
    )
    if not agree or len(stories) < len(walked) or MAIN.intersection(later):
        return Ground(side, plain, {}, {})
    elements = {n: element for n, (element, boxed) in enumerate(walked) if not boxed}
    numbers = {n: n for n in elements}
    if side.revised:
        numbers = _numbers(marked, plain, reading)
    return Ground(side, plain, elements, numbers)


def _paragraphs(parent: etree._Element, *, is_boxed: bool) -> Iterator[tuple[etree._Element, bool]]:
    """Every paragraph in reading order, and whether it stands in a text box."""
    for child in parent:
        if child.tag == W + "p":
            yield child, is_boxed
            for box in _boxes(child):
                yield from _paragraphs(box, is_boxed=True)
        elif child.tag == W + "tbl":
            for row in members(child, W + "tr"):
                for cell in members(row, W + "tc"):
                    yield from _paragraphs(cell, is_boxed=is_boxed)
        elif child.tag == W + "sdt":
            yield from _paragraphs(content_of(child), is_boxed=is_boxed)
        elif child.tag == MC + "AlternateContent":
            yield from _paragraphs(choice_of(child), is_boxed=is_boxed)
        elif child.tag in TRANSPARENT:
            yield from _paragraphs(child, is_boxed=is_boxed)


def _boxes(parent: etree._Element) -> Iterator[etree._Element]:
    """The text boxes that are read with a paragraph."""
    if next(parent.iter(BOX), None) is None:
        return
    for child in parent:
        if child.tag == BOX:
            yield child
        elif child.tag == MC + "AlternateContent":
            yield from _boxes(choice_of(child))
        elif child.tag not in SILENT:
            yield from _boxes(child)


def _numbers(marked: WordDocument, plain: WordDocument, reading: Reading) -> dict[int, int]:
    """Which paragraph of the reading by itself each paragraph of the marked file is in."""
    theirs = list(_worded(marked.paragraphs, reading))
    mine = list(_worded(plain.paragraphs, reading))
    if [text for _, text in theirs] != [text for _, text in mine]:
        return {}
    pairs = zip(theirs, mine, strict=True)
    return {number: own[0] for (numbers, _), (own, _) in pairs for number in numbers}


def _worded(
    paragraphs: Iterable[Paragraph], reading: Reading
) -> Iterator[tuple[Sequence[int], str]]:
    """Which paragraphs are one in the reading, and its text; those without words left out."""
    numbers: list[int] = []
    text = ""
    for paragraph in paragraphs:
        if paragraph.story not in MAIN:
            continue
        own = "".join(run.text for run in paragraph.runs if run.exists_in(reading))
        numbers += [paragraph.number] if own.strip() else []
        text += own
        if paragraph.mark_exists_in(reading):
            if numbers:
                yield numbers, text
            numbers, text = [], ""
    if numbers:
        yield numbers, text


def results_of_fields(units: Iterable[Unit]) -> dict[Unit, tuple[int, int]]:
    """Where the result of each field stands in the text, by the field's code."""
    found: dict[Unit, tuple[int, int]] = {}
    at = 0
    for unit in units:
        if unit.key[:1] == ("code",):
            found[unit] = at, at
        elif unit.code is not None:
            found[unit.code] = found[unit.code][0], at
        at += len(unit.text)
    return found
