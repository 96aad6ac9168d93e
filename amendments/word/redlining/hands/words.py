"""The words that several authors ask for, written into one paragraph of the base."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from amendments.word.names import W
from amendments.word.redlining.editing import EDITED, Editor
from amendments.word.redlining.hands.ground import Ground, results_of_fields
from amendments.word.redlining.hands.overlay import Overlay
from amendments.word.redlining.hands.pen import Pen
from amendments.word.redlining.hands.sheets import Authors, Sheet
from amendments.word.redlining.marks import run_of
from amendments.word.redlining.script import Step
from amendments.word.redlining.units import Leaf, Unit, parted

SIGNS = {"\t": "tab", "\n": "br"}
PARTED = re.compile("([\t\n])")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes what is asked of the words of a paragraph.

    What comes in is written first: then every insertion stands beside the base's whole
    text, whoever deletes what. Then those words go that the same authors strike, the words
    of other authors in a turn of their own, so that no change stands inside another.
    """

    ground: Ground
    overlay: Overlay
    pen: Pen

    def write(self, element: etree._Element, sheet: Sheet) -> None:
        """Track the insertions and the deletions."""
        fates = self._fates(self.ground.units_of(element), sheet)
        self._bring_in(element, sheet)
        for authors in dict.fromkeys(fates):
            if authors:
                self._strike(element, fates, authors)
                fates = [fate for fate in fates if fate != authors]

    # --- what comes -------------------------------------------------------------------

    def _bring_in(self, element: etree._Element, sheet: Sheet) -> None:
        coming: dict[Unit, Authors] = {}
        gaps: dict[int, list[Unit]] = {}
        for at, slots in sheet.slots.items():
            for slot in slots:
                unit = Unit(slot.says[0], ())
                coming[unit] = self.overlay.in_order(slot.authors)
                gaps.setdefault(at, []).append(unit)
        if not coming:
            return

        def bring(units: Sequence[Unit], beside: etree._Element | None) -> list[etree._Element]:
            look = None if beside is None else beside.find(W + "rPr")
            return [inserted(self.pen, coming[unit], unit.text, look) for unit in units]

        units = parted(self.ground.units_of(element), gaps)
        steps = list(_with_gaps(units, gaps))
        Editor(self.pen.scribe, bring, EDITED).edit(element, steps)

    # --- what goes --------------------------------------------------------------------

    def _fates(self, units: Sequence[Unit], sheet: Sheet) -> list[Authors]:
        """Who strikes each character, and each thing that has none.

        A thing goes with the words on both sides of it, a field with its result; at the
        ends of the paragraph the paragraph itself is what would have to go.
        """
        ends = frozenset(sheet.deleters)
        inner = sheet.strikers()
        struck = [ends, *inner, ends]
        results = results_of_fields(units)
        fates: list[frozenset[str]] = []
        at = 0
        for unit in units:
            start, end = results.get(_field_of(unit), (at, at))
            if unit.is_pinned:
                fates.append(frozenset())
            elif unit.text:
                fates += inner[at : at + len(unit.text)]
            else:
                fates.append(inner[start] if start < end else struck[at] & struck[at + 1])
            at += len(unit.text)
        ordered = {fate: self.overlay.in_order(fate) for fate in set(fates)}
        return [ordered[fate] for fate in fates]

    def _strike(self, element: etree._Element, fates: Sequence[Authors], authors: Authors) -> None:
        """Delete for these authors what still stands and has their fate."""
        steps = list(_struck(self.ground.units_of(element), [fate == authors for fate in fates]))
        Editor(self.pen.by(authors), _nothing, EDITED).edit(element, steps)


def inserted(pen: Pen, authors: Authors, text: str, look: etree._Element | None) -> etree._Element:
    """The words as an insertion of these authors, in the look that is given."""
    nodes = []
    for words in filter(None, PARTED.split(text)):
        node = etree.Element(W + SIGNS.get(words, "t"))
        nodes.append(Leaf(node, None, "" if words in SIGNS else words))
    return pen.by(authors).wrapped(("ins",), run_of(look, nodes))


def _nothing(units: Sequence[Unit], beside: etree._Element | None) -> list[etree._Element]:
    """What comes in where words only go."""
    del units, beside
    return []


def _field_of(unit: Unit) -> Unit:
    """The code of the outermost field that it belongs to; itself where there is none."""
    return unit.inside[0] if unit.inside else unit.code or unit


def _with_gaps(units: Sequence[Unit], gaps: dict[int, list[Unit]]) -> Iterator[Step]:
    """All units kept, with what comes in as soon as its place is reached and no field is open."""
    closing = {unit.code for unit in units if unit.code is not None}
    waiting = sorted(gaps, reverse=True)
    at = depth = 0
    for unit in units:
        while waiting and waiting[-1] <= at and not depth:
            yield from (Step(None, new) for new in gaps[waiting.pop()])
        yield Step(unit, unit)
        at += len(unit.text)
        depth += (unit in closing) - (unit.code is not None)
    for place in reversed(waiting):
        yield from (Step(None, new) for new in gaps[place])


def _struck(units: Sequence[Unit], goes: Sequence[bool]) -> Iterator[Step]:
    """The units, cut where what goes and what stays meet; things count as one character."""
    cuts: list[int] = []
    n = at = 0
    for unit in units:
        size = len(unit.text)
        cuts += [at + k for k in range(1, size) if goes[n + k] is not goes[n + k - 1]]
        n += size or 1
        at += size
    n = 0
    for piece in parted(units, cuts):
        yield Step(piece, None if goes[n] else piece)
        n += len(piece.text) or 1
