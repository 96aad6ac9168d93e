"""The old paragraphs with the steps written into them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Protocol

from lxml import etree

from amendments.model import Op
from amendments.word.names import W
from amendments.word.redlining.marks import (
    Scribe,
    join_neighbours,
    name_as_deleted,
    run_of,
)
from amendments.word.redlining.plain import attributes_of, parent_of
from amendments.word.redlining.script import Step, is_joint
from amendments.word.redlining.units import Leaf, Unit

Names = dict[Op, tuple[str, ...]]
EDITED: Names = {Op.KEPT: (), Op.DELETED: ("del",)}
OUT = "out"
"""Stands around what the copy of a moved paragraph leaves out, while it is being edited."""
MOVED_AWAY: Names = {Op.KEPT: ("moveFrom",), Op.DELETED: ("del",)}
MOVED_HERE: Names = {Op.KEPT: ("moveTo",), Op.DELETED: (OUT,)}
"""Which tracked changes stand around a unit of each fate.

Of a moved and edited paragraph the deleted words stand in the old place, the added ones
in the new: so no change stands inside another, which LibreOffice misreads.
"""

CUT = "cut"
"""Stands where an inserted paragraph mark cuts a paragraph, while it is being edited."""


class Bring(Protocol):
    """Makes inserted elements of new units, in the look of a run beside them."""

    def __call__(
        self, units: Sequence[Unit], beside: etree._Element | None
    ) -> list[etree._Element]:
        """The elements, in order."""
        ...


@dataclass(slots=True)
class _Place:
    """A leaf of the old paragraph with its fate, and the element that holds it in the end."""

    leaf: Leaf
    names: tuple[str, ...]
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Editor:
    """Writes steps into one old paragraph after another."""

    scribe: Scribe
    bring: Bring
    names: Names

    def edit(self, paragraph: etree._Element, steps: Sequence[Step]) -> list[etree._Element]:
        """Write the steps; returns the paragraphs that inserted marks cut off, in order."""
        places: list[_Place] = []
        gaps: dict[int, list[Unit]] = {}
        for step in steps:
            if step.old is not None:
                names = () if step.old.is_pinned else self.names[step.op]
                places += [
                    _Place(leaf, names, leaf.node if leaf.run is None else leaf.run)
                    for leaf in step.old.leaves
                ]
            elif step.new is not None:
                gaps.setdefault(len(places), []).append(step.new)
        self._rebuild(places, gaps)
        for at, units in sorted(gaps.items()):
            self._insert(paragraph, places, at, units)
        for element in list(paragraph.iter(W + OUT)):
            parent_of(element).remove(element)
        join_neighbours(paragraph)
        return [_cut_off(paragraph, cut) for cut in list(paragraph.iter(CUT))]

    def _rebuild(self, places: list[_Place], gaps: dict[int, list[Unit]]) -> None:
        """Cut runs where fates change or something comes in, and wrap what is not kept."""
        numbered = list(enumerate(places))
        for _, group in groupby(numbered, key=lambda one: id(one[1].element)):
            of_run = list(group)
            cuts = [
                n
                for n, ((_, before), (at, place)) in enumerate(pairwise(of_run), 1)
                if at in gaps or before.names != place.names
            ]
            if not cuts and not of_run[0][1].names:
                continue
            bounds = [0, *cuts, len(of_run)]
            self._part_run([[place for _, place in of_run[a:b]] for a, b in pairwise(bounds)])

    def _part_run(self, parts: list[list[_Place]]) -> None:
        run = parts[0][0].element
        if len(parts) > 1:
            look = run.find(W + "rPr")
            pieces = [run_of(look, (place.leaf for place in part)) for part in parts]
            for piece in pieces:
                run.addprevious(piece)
            _take_out(run)
        else:
            pieces = [run]
        for piece, part in zip(pieces, parts, strict=True):
            names = part[0].names
            if "del" in names and piece.tag == W + "r":
                name_as_deleted(piece)
            element = self.scribe.wrapped(names, piece)
            for place in part:
                place.element = element

    def _insert(
        self, paragraph: etree._Element, places: list[_Place], at: int, units: list[Unit]
    ) -> None:
        left = places[at - 1].element if at else None
        right = places[at].element if at < len(places) else None
        beside = _text_run([*reversed(places[:at]), *places[at:]])
        parent, follower = _gap(paragraph, left, right)
        for is_mark, group in groupby(units, key=is_joint):
            of_kind = list(group)
            if is_mark:
                elements = [etree.Element(CUT) for _ in of_kind]
            else:
                elements = self.bring(of_kind, beside)
                if parent is not paragraph:
                    elements = _without_links(elements)
            for element in elements:
                if follower is None:
                    parent.append(element)
                else:
                    follower.addprevious(element)


def _text_run(places: Sequence[_Place]) -> etree._Element | None:
    """The run of the nearest text."""
    return next((place.leaf.run for place in places if place.leaf.text), None)


def _gap(
    paragraph: etree._Element, left: etree._Element | None, right: etree._Element | None
) -> tuple[etree._Element, etree._Element | None]:
    """Where to put what comes in between two elements: a parent and what is to follow there."""
    if left is None:
        if right is None:
            return paragraph, None
        return paragraph, _under(paragraph, right)
    parent = paragraph
    if right is not None:
        above = set(right.iterancestors())
        parent = next(up for up in left.iterancestors() if up in above)
    return parent, _under(parent, left).getnext()


def _under(ancestor: etree._Element, element: etree._Element) -> etree._Element:
    """The element or that one of its ancestors which is a child of `ancestor`."""
    while parent_of(element) is not ancestor:
        element = parent_of(element)
    return element


def _take_out(element: etree._Element) -> None:
    parent_of(element).remove(element)


def _without_links(elements: list[etree._Element]) -> list[etree._Element]:
    """What hyperlinks hold instead of the hyperlinks: they cannot stand in each other."""
    found: list[etree._Element] = []
    for element in elements:
        found += list(element) if element.tag == W + "hyperlink" else [element]
    return found


def _cut_off(paragraph: etree._Element, cut: etree._Element) -> etree._Element:
    """A paragraph, without properties, of all that stands before the cut."""
    while (around := parent_of(cut)) is not paragraph:
        before = list(cut.itersiblings(preceding=True))[::-1]
        if around.tag == W + "sdtContent":
            # A content control cannot be in two paragraphs: the first half leaves it.
            around = parent_of(around)
            for child in before:
                around.addprevious(child)
        else:
            shell = etree.Element(around.tag, dict(attributes_of(around)))
            shell.extend(before)
            around.addprevious(shell)
        around.addprevious(cut)
    first = etree.Element(W + "p")
    for child in list(paragraph):
        if child is cut:
            break
        if child.tag != W + "pPr":
            first.append(child)
    paragraph.remove(cut)
    return first
