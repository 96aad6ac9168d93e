"""Tracked changes as XML: runs cut only where a change cuts, everything else left as it is."""

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from amendments.word.names import ID, W
from amendments.word.redlining.units import Leaf

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
GONE_NAMES = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
WRAPPERS = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
AFTER_LOOK = frozenset({W + "sectPr", W + "pPrChange"})
"""What follows the mark's look in the properties of a paragraph (ECMA-376-1, 17.3.1.26)."""
ORDER = {
    W + name: place
    for place, name in enumerate(
        [
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "framePr",
            "widowControl",
            "numPr",
            "suppressLineNumbers",
            "pBdr",
            "shd",
            "tabs",
            "suppressAutoHyphens",
            "kinsoku",
            "wordWrap",
            "overflowPunct",
            "topLinePunct",
            "autoSpaceDE",
            "autoSpaceDN",
            "bidi",
            "adjustRightInd",
            "snapToGrid",
            "spacing",
            "ind",
            "contextualSpacing",
            "mirrorIndents",
            "suppressOverlap",
            "jc",
            "textDirection",
            "textAlignment",
            "textboxTightWrap",
            "outlineLvl",
            "divId",
            "cnfStyle",
            "rPr",
            "sectPr",
            "pPrChange",
        ]
    )
}
"""The order of what a paragraph's properties hold (CT_PPr)."""


@dataclass(slots=True)
class Scribe:
    """Who writes, when, and which numbers are taken."""

    author: str
    date: str
    taken: set[str]
    _last: int = field(default=0)

    def number(self) -> str:
        """A number that no annotation of the file has."""
        self._last += 1
        while str(self._last) in self.taken:
            self._last += 1
        return str(self._last)

    def element(self, name: str) -> etree._Element:
        """An element of a tracked change with its number, author and date."""
        found = etree.Element(W + name)
        found.set(ID, self.number())
        found.set(W + "author", self.author)
        found.set(W + "date", self.date)
        return found

    def wrapped(self, names: Sequence[str], element: etree._Element) -> etree._Element:
        """The element inside those tracked changes, the first outermost; none for no names."""
        for name in reversed(names):
            wrapper = self.element(name)
            parent = element.getparent()
            if parent is not None:
                parent.replace(element, wrapper)
            wrapper.append(element)
            element = wrapper
        return element

    def mark_paragraph(self, paragraph: etree._Element, name: str) -> None:
        """Track the paragraph's mark as inserted, deleted or moved."""
        properties = properties_of(paragraph)
        look = properties.find(W + "rPr")
        if look is None:
            look = etree.Element(W + "rPr")
            at = [n for n, child in enumerate(properties) if child.tag in AFTER_LOOK]
            properties.insert(at[0] if at else len(properties), look)
        look.insert(0, self.element(name))

    def mark_row(self, row: etree._Element, name: str) -> None:
        """Track a whole row of a table as inserted or deleted."""
        properties = row_properties_of(row)
        change = properties.find(W + "trPrChange")
        mark = self.element(name)
        if change is None:
            properties.append(mark)
        else:
            change.addprevious(mark)

    def note_former(self, paragraph: etree._Element, former: etree._Element | None) -> None:
        """Track that the paragraph had other properties."""
        change = self.element("pPrChange")
        change.append(bare_properties(former))
        properties_of(paragraph).append(change)

    def dress(self, paragraph: etree._Element, like: etree._Element | None) -> None:
        """Track that the paragraph takes those properties; its mark and section stay."""
        properties = properties_of(paragraph)
        former = bare_properties(properties)
        kept = [child for child in properties if child.tag in {W + "rPr", W + "sectPr"}]
        properties[:] = [*bare_properties(like), *kept]
        self.note_former(paragraph, former)

    def bracket_move(self, paragraph: etree._Element, name: str, move: int, *, mark: bool) -> None:
        """Put the range of a move around a paragraph, its mark counted in or not."""
        start, end = self.element(f"{name}RangeStart"), etree.Element(W + f"{name}RangeEnd")
        start.set(W + "name", f"move{move}")
        end.set(ID, start.get(ID) or "")
        paragraph.insert(0 if paragraph.find(W + "pPr") is None else 1, start)
        if mark:
            paragraph.addnext(end)
        else:
            paragraph.append(end)


def properties_of(paragraph: etree._Element) -> etree._Element:
    """The properties of a paragraph, made where there are none."""
    found = paragraph.find(W + "pPr")
    if found is None:
        found = etree.Element(W + "pPr")
        paragraph.insert(0, found)
    return found


def row_properties_of(row: etree._Element) -> etree._Element:
    """The properties of a row, made where there are none."""
    found = row.find(W + "trPr")
    if found is None:
        found = etree.Element(W + "trPr")
        exceptions = row.find(W + "tblPrEx")
        row.insert(0 if exceptions is None else row.index(exceptions) + 1, found)
    return found


def put_in_order(properties: etree._Element) -> None:
    """Sort the properties of a paragraph as the schema has them; real files do not always."""
    properties[:] = sorted(properties, key=lambda one: ORDER.get(one.tag, len(ORDER)))


def bare_properties(properties: etree._Element | None) -> etree._Element:
    """A copy without the mark's look, a section's end, and former properties."""
    if properties is None:
        return etree.Element(W + "pPr")
    found = copy.deepcopy(properties)
    found.tail = None
    for name in ("rPr", "sectPr", "pPrChange"):
        for child in found.findall(W + name):
            found.remove(child)
    return found


def look_of(paragraph: etree._Element) -> bytes:
    """What tells the properties of one paragraph from those of another."""
    return etree.tostring(bare_properties(paragraph.find(W + "pPr")), method="c14n")


def run_of(look: etree._Element | None, leaves: Iterable[Leaf]) -> etree._Element:
    """A run of that look with copies of the leaves."""
    run = etree.Element(W + "r")
    if look is not None:
        run.append(copy.deepcopy(look))
    for _, group in groupby(leaves, key=lambda leaf: id(leaf.node)):
        of_node = list(group)
        node = of_node[0].node
        if node.tag == W + "t":
            made = etree.SubElement(run, W + "t")
            made.text = "".join(leaf.text for leaf in of_node)
            made.set(SPACE, "preserve")
        else:
            made = copy.deepcopy(node)
            made.tail = None
            run.append(made)
    return run


def name_as_deleted(run: etree._Element) -> None:
    """Give the text of a run the names it has under a deletion; boxes are their own story."""
    for node in run:
        node.tag = GONE_NAMES.get(node.tag, node.tag)


def join_neighbours(parent: etree._Element) -> None:
    """Make tracked changes of one kind and author that stand side by side one change."""
    before: etree._Element | None = None
    for child in list(parent):
        if child.tag in WRAPPERS:
            join_neighbours(child)
            if before is not None and _are_alike(before, child):
                before.extend(list(child))
                parent.remove(child)
                join_neighbours(before)
                continue
        elif child.tag != W + "r" and len(child):
            join_neighbours(child)
        before = child


def _are_alike(one: etree._Element, other: etree._Element) -> bool:
    return one.tag == other.tag and one.get(W + "author") == other.get(W + "author")
