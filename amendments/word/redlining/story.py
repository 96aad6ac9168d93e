"""One story of the old file - body, cell, note or box - written over with the new one."""

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree
from rapidfuzz import fuzz

from amendments.model import Op
from amendments.word.names import W
from amendments.word.redlining.bringing import Bringer
from amendments.word.redlining.editing import EDITED, MOVED_AWAY, MOVED_HERE, Editor, Names
from amendments.word.redlining.items import (
    Align,
    Item,
    Matching,
    boxes_side_by_side,
    items_of,
    match,
    members,
    thing_text,
)
from amendments.word.redlining.marks import properties_of
from amendments.word.redlining.placing import Fate, Line, place, settle
from amendments.word.redlining.plain import parent_of
from amendments.word.redlining.rows import columns_of, give_grid, pad, row_pairs
from amendments.word.redlining.script import Step, Words, is_joint, script, whole
from amendments.word.redlining.sides import NOTES, Part
from amendments.word.redlining.units import JOINT, MARK, Unit, boxes_of, units_of

FIELDS = W + "fldSimple"


@dataclass(frozen=True, slots=True)
class Story:
    """Where the two stories stand, and all that writing needs."""

    bringer: Bringer
    words: Words
    align: Align
    old_part: Part
    new_part: Part
    moves: list[int]
    """Holds the number of moves so far, so that each has a name of its own."""

    def write(self, old: etree._Element, new: etree._Element) -> None:
        """Track in the old container how it becomes the new one."""
        olds = self._items(old, is_old=True)
        news = self._items(new, is_old=False)
        lines = list(self._lines(olds, news, match(olds, news, self.align)))
        if all(line.is_untouched for line in lines):
            return
        place(lines, old)
        settle(lines, self.bringer.scribe)

    def _items(self, container: etree._Element, *, is_old: bool) -> list[Item]:
        side = self.bringer.old if is_old else self.bringer.new
        part = self.old_part if is_old else self.new_part
        if next(container.iter(W + "p"), None) is None:
            container.insert(0, etree.Element(W + "p"))
        return items_of(container, side, part)

    # --- lines ------------------------------------------------------------------------

    def _lines(
        self, olds: Sequence[Item], news: Sequence[Item], matching: Matching
    ) -> Iterator[Line]:
        """The paragraphs and tables of the redline in order."""
        for old, new in [*matching.groups, *(((i,), (j,)) for i, j in matching.moves)]:
            if not olds[old[-1]].is_empty and not news[new[-1]].is_empty:
                self.bringer.learn_list(olds[old[-1]].element, news[new[-1]].element)
        leaving: dict[int, tuple[int, Item]] = {}
        coming: dict[int, tuple[int, Item]] = {}
        for old_place, new_place in matching.moves:
            self.moves[0] += 1
            leaving[old_place] = (self.moves[0], news[new_place])
            coming[new_place] = (self.moves[0], olds[old_place])
        copies = {j: copy.deepcopy(item.element) for j, (_, item) in coming.items()}
        i = j = 0
        ends = ((len(olds),), (len(news),))
        for old, new in [*matching.groups, ends]:
            yield from (self._leaving(olds[n], leaving.get(n)) for n in range(i, old[0]))
            for n in range(j, new[0]):
                number, _ = coming.get(n, (0, None))
                yield self._coming(news[n], number, copies.get(n))
            if old[0] < len(olds):
                yield from self._matched([olds[n] for n in old], [news[n] for n in new])
            i, j = old[-1] + 1, new[-1] + 1

    def _leaving(self, item: Item, moved: tuple[int, Item] | None) -> Line:
        line = Line(item.element, "del", segment=item.segment)
        if item.is_table:
            for row in members(item.element, W + "tr"):
                self._delete_row(row)
            return line
        if _ends_section(item.element):
            line.mark = "kept"  # with the mark, the section's page layout would go
        elif moved is not None:
            line.mark = "moveFrom"
        if moved is None:
            self._delete(item.element)
        else:
            line.move = moved[0]
            self._move_away(item.element, moved[1].element)
        return line

    def _coming(self, item: Item, move: int, moved: etree._Element | None) -> Line:
        if item.is_table:
            return Line(self._new_rows(item.element), "ins", is_new=True)
        if moved is None:
            made = self._bring_paragraph(item.element)
            return Line(made, "ins", is_new=True)
        self._make_copy(moved)
        self._edit([moved], [item.element], MOVED_HERE)
        return Line(moved, "moveTo", is_new=True, move=move)

    def _matched(self, olds: Sequence[Item], news: Sequence[Item]) -> Iterator[Line]:
        if olds[0].is_table:
            yield from self._matched_tables(olds[0], news[0])
            return
        if len(olds) == len(news) == 1 and _are_equal(olds[0], news[0]):
            yield Line(olds[0].element, segment=olds[0].segment)
            return
        written = self._edit([o.element for o in olds], [n.element for n in news], EDITED)
        for element, mark in written:
            is_old = any(element is item.element for item in olds)
            yield Line(element, mark, segment=olds[0].segment, is_placed=not is_old, is_edited=True)

    # --- paragraphs -------------------------------------------------------------------

    def _units(self, elements: Sequence[etree._Element], *, is_old: bool) -> list[Unit]:
        side = self.bringer.old if is_old else self.bringer.new
        part = self.old_part if is_old else self.new_part
        units: list[Unit] = []
        for n, element in enumerate(elements):
            if n:
                units.append(Unit(JOINT, (), MARK))
            for simple in list(element.iter(FIELDS)):
                make_complex(simple)
            units += units_of(element, side, part)
        return units

    def _edit(
        self, olds: Sequence[etree._Element], news: Sequence[etree._Element], names: Names
    ) -> list[tuple[etree._Element, Fate]]:
        """Write the steps from old to new paragraphs; all paragraphs with their marks' fates."""
        before, after = self._units(olds, is_old=True), self._units(news, is_old=False)
        steps = script(before, after, self.words, self._likeness)
        editor = self._editor(names)
        written: list[tuple[etree._Element, Fate]] = []
        models = list(news)
        for element, (own, mark) in zip(olds, _by_paragraph(steps), strict=True):
            self._write_things(own)
            for first in editor.edit(element, own):
                first.insert(0, self.bringer.properties(models.pop(0)))
                element.addprevious(first)
                written.append((first, "ins"))
            if mark is None or mark.op is Op.KEPT:
                models.pop(0)
            written.append(
                (element, "del" if mark is not None and mark.op is Op.DELETED else "kept")
            )
        return written

    def _delete(self, element: etree._Element) -> None:
        steps = whole(self._units([element], is_old=True), Op.DELETED)
        self._strike_things(steps)
        self._editor(EDITED).edit(element, steps)

    def _move_away(self, old: etree._Element, new: etree._Element) -> None:
        """Track what of a paragraph stands elsewhere now, and what nowhere."""
        before, after = self._units([old], is_old=True), self._units([new], is_old=False)
        steps = script(before, after, self.words, self._likeness)
        steps = [step for step in steps if step.old is not None]
        # Its notes do not move: the new place has them anew.
        self._strike_things(replace(s, new=None) if _is_note(s.old) else s for s in steps)
        self._editor(MOVED_AWAY).edit(old, steps)

    def _editor(self, names: Names) -> Editor:
        def bring(units: Sequence[Unit], beside: etree._Element | None) -> list[etree._Element]:
            return self.bringer.inserted(units, beside, source=self.new_part, target=self.old_part)

        return Editor(self.bringer.scribe, bring, names)

    def _bring_paragraph(self, element: etree._Element) -> etree._Element:
        for simple in list(element.iter(FIELDS)):
            make_complex(simple)
        return self.bringer.paragraph(element, source=self.new_part, target=self.old_part)

    def _make_copy(self, element: etree._Element) -> None:
        """Make a copy of an old paragraph ready to stand in its new place."""
        self.bringer.make_anew(element)
        for section in element.findall(f"{W}pPr/{W}sectPr"):
            properties_of(element).remove(section)
        for unit in self._units([element], is_old=True):
            for leaf in unit.leaves:
                if leaf.run is not None and (unit.is_pinned or leaf.node.tag in NOTES):
                    leaf.run.remove(leaf.node)

    # --- things -----------------------------------------------------------------------

    def _likeness(self, old: Unit, new: Unit) -> float:
        if old.key[0] not in {"note", "box"}:
            return 1.0
        one = thing_text(old.leaves[0].node, self.bringer.old)
        other = thing_text(new.leaves[0].node, self.bringer.new)
        return 0.1 + fuzz.ratio(one, other) / 100

    def _write_things(self, steps: Sequence[Step]) -> None:
        """Write the stories inside the things, before a cut copies these."""
        self._strike_things(steps)
        for step in steps:
            if step.old is None or step.new is None or step.old is step.new:
                continue
            if _is_note(step.old):
                self._write_note(step.old.leaves[0].node, step.new.leaves[0].node)
            elif step.old.key[:1] == ("box",):
                old, new = step.old.leaves[0].node, step.new.leaves[0].node
                for mine, theirs in boxes_side_by_side(old, new):
                    self.write(mine, theirs)

    def _write_note(self, old: etree._Element, new: etree._Element) -> None:
        kind = NOTES[old.tag]
        mine, theirs = self.bringer.old.note(old), self.bringer.new.note(new)
        if mine is None or theirs is None:
            return
        parts = self.bringer.old.note_parts[kind], self.bringer.new.note_parts[kind]
        self.bringer.outgoing.change(parts[0])
        replace(self, old_part=parts[0], new_part=parts[1]).write(mine, theirs)

    def _strike_things(self, steps: Iterable[Step]) -> None:
        """What is written in things that go is seen to go, as the words around them are."""
        for unit in (step.old for step in steps if step.old and step.op is Op.DELETED):
            node = unit.leaves[0].node
            if _is_note(unit):
                self._strike_note(node)
            elif unit.key[:1] == ("box",):
                for box in (box for boxes in boxes_of(node) for box in boxes):
                    self._strike(box)

    def _strike_note(self, reference: etree._Element) -> None:
        note = self.bringer.old.note(reference)
        if note is not None and self.bringer.is_only(reference):
            part = self.bringer.old.note_parts[NOTES[reference.tag]]
            self.bringer.outgoing.change(part)
            replace(self, old_part=part)._strike(note)  # noqa: SLF001 - its own kind

    def _strike(self, story: etree._Element) -> None:
        """Delete all that a note or a box says; its last mark stays."""
        lines = list(self._lines(self._items(story, is_old=True), [], Matching()))
        settle(lines, self.bringer.scribe)

    # --- tables -----------------------------------------------------------------------

    def _matched_tables(self, old: Item, new: Item) -> Iterator[Line]:
        olds, news = (list(members(item.element, W + "tr")) for item in (old, new))
        pairs = row_pairs(olds, news, self.align)
        if pairs or columns_of(old.element) == columns_of(new.element):
            self._write_rows(old.element, olds, news, pairs)
            yield Line(old.element, segment=old.segment)
        else:  # no row is left to stand in the old grid
            yield self._leaving(old, None)
            yield self._coming(new, 0, None)

    def _write_rows(
        self,
        table: etree._Element,
        olds: Sequence[etree._Element],
        news: Sequence[etree._Element],
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        columns = columns_of(table)
        i = j = 0
        before: etree._Element | None = None
        for a, b in [*pairs, (len(olds), len(news))]:
            for row in olds[i:a]:
                self._delete_row(row)
                before = row
            for row in news[j:b]:
                made = self._new_rows(row)
                pad(made, columns)
                if before is not None:
                    before.addnext(made)
                elif olds:
                    olds[0].addprevious(made)
                else:
                    table.append(made)
                before = made
            if a < len(olds):
                cells = zip(members(olds[a], W + "tc"), members(news[b], W + "tc"), strict=True)
                for mine, theirs in cells:
                    self.write(mine, theirs)
                before = olds[a]
            i, j = a + 1, b + 1

    def _delete_row(self, row: etree._Element) -> None:
        for cell in members(row, W + "tc"):
            for item in items_of(cell, self.bringer.old, self.old_part):
                if item.is_table:
                    for inner in members(item.element, W + "tr"):
                        self._delete_row(inner)
                else:
                    self._delete(item.element)
                    self.bringer.scribe.mark_paragraph(item.element, "del")
        self.bringer.scribe.mark_row(row, "del")

    def _new_rows(self, source: etree._Element) -> etree._Element:
        """A row or a whole table of the new file, inserted."""
        made = self.bringer.story(source, source=self.new_part, target=self.old_part)
        for table in made.iter(W + "tbl"):
            give_grid(table)
        self._mark_rows(list(made.iter(W + "tr")))
        return made

    def _mark_rows(self, rows: Sequence[etree._Element]) -> None:
        for row in rows:
            self.bringer.scribe.mark_row(row, "ins")
            for cell in members(row, W + "tc"):
                for paragraph in cell.iterchildren(W + "p"):
                    self.bringer.scribe.mark_paragraph(paragraph, "ins")


def _are_equal(old: Item, new: Item) -> bool:
    if old.is_empty and new.is_empty:
        return True
    return old.text == new.text and old.things == new.things


def _is_note(unit: Unit | None) -> bool:
    return unit is not None and unit.key[:1] == ("note",)


def _ends_section(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None


def _by_paragraph(steps: Sequence[Step]) -> Iterator[tuple[list[Step], Step | None]]:
    """The steps of each old paragraph, and what becomes of its mark; None for the last one's."""
    own: list[Step] = []
    for step in steps:
        if is_joint(step.old):
            yield own, step
            own = []
        else:
            own.append(step)
    yield own, None


def make_complex(simple: etree._Element) -> None:
    """Write a simple field as a complex one: only that can be tracked as a whole."""

    def run(name: str, kind: str = "", words: str = "") -> etree._Element:
        made = etree.Element(W + "r")
        node = etree.SubElement(made, W + name)
        if kind:
            node.set(W + "fldCharType", kind)
        else:
            node.text = words
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return made

    code = simple.get(W + "instr") or ""
    parts = [run("fldChar", "begin"), run("instrText", words=code), run("fldChar", "separate")]
    parts += [child for child in simple if child.tag != W + "fldData"]
    parent = parent_of(simple)
    at = parent.index(simple)
    parent[at : at + 1] = [*parts, run("fldChar", "end")]
