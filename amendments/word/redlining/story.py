"""One story of the old file - body, cell, note or box - written over with the new one."""

import copy
from collections.abc import Iterator, Sequence
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
    rising,
    thing_text,
)
from amendments.word.redlining.marks import properties_of
from amendments.word.redlining.placing import Fate, Line, place, settle
from amendments.word.redlining.plain import parent_of
from amendments.word.redlining.script import Step, Words, is_joint, script, whole
from amendments.word.redlining.sides import NOTES, Part
from amendments.word.redlining.units import JOINT, MARK, Unit, text_of, units_of

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
            for a, b in _between(range(i, old[0]), range(j, new[0]), olds, news):
                yield from (self._leaving(olds[n], leaving.get(n)) for n in a)
                for n in b:
                    number, _ = coming.get(n, (0, None))
                    yield self._coming(news[n], number, copies.get(n))
                if a.stop < old[0]:
                    yield Line(olds[a.stop].element, segment=olds[a.stop].segment)
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
            return Line(self._new_table(item.element), "ins", is_new=True)
        if moved is None:
            made = self._bring_paragraph(item.element)
            return Line(made, "ins", is_new=True)
        self._make_copy(moved)
        self._edit([moved], [item.element], MOVED_HERE)
        return Line(moved, "moveTo", is_new=True, move=move)

    def _matched(self, olds: Sequence[Item], news: Sequence[Item]) -> Iterator[Line]:
        if olds[0].is_table:
            self._write_table(olds[0].element, news[0].element)
            yield Line(olds[0].element, segment=olds[0].segment)
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
            for first in editor.edit(element, own):
                first.insert(0, self.bringer.properties(models.pop(0)))
                element.addprevious(first)
                written.append((first, "ins"))
            if mark is None or mark.op is Op.KEPT:
                models.pop(0)
            written.append(
                (element, "del" if mark is not None and mark.op is Op.DELETED else "kept")
            )
            self._write_things(own)
        return written

    def _delete(self, element: etree._Element) -> None:
        units = self._units([element], is_old=True)
        self._editor(EDITED).edit(element, whole(units, Op.DELETED))

    def _move_away(self, old: etree._Element, new: etree._Element) -> None:
        """Track what of a paragraph stands elsewhere now, and what nowhere."""
        before, after = self._units([old], is_old=True), self._units([new], is_old=False)
        steps = script(before, after, self.words, self._likeness)
        steps = [step for step in steps if step.old is not None]
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
        """Write the stories inside the things that are kept."""
        for step in steps:
            if step.old is None or step.new is None or step.old is step.new:
                continue
            if step.old.key[:1] == ("note",):
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

    # --- tables -----------------------------------------------------------------------

    def _write_table(self, old: etree._Element, new: etree._Element) -> None:
        olds, news = list(members(old, W + "tr")), list(members(new, W + "tr"))
        texts = [["\n".join(_texts(row)) for row in rows] for rows in (olds, news)]
        pairs = _row_pairs(olds, news, texts, self.align)
        i = j = 0
        before: etree._Element | None = None
        for a, b in [*pairs, (len(olds), len(news))]:
            for row in olds[i:a]:
                self._delete_row(row)
                before = row
            for row in news[j:b]:
                made = self._new_row(row)
                if before is not None:
                    before.addnext(made)
                elif olds:
                    olds[0].addprevious(made)
                else:
                    old.append(made)
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

    def _new_row(self, row: etree._Element) -> etree._Element:
        made = self.bringer.story(row, source=self.new_part, target=self.old_part)
        self._mark_rows(list(made.iter(W + "tr")))
        return made

    def _new_table(self, table: etree._Element) -> etree._Element:
        made = self.bringer.story(table, source=self.new_part, target=self.old_part)
        self._mark_rows(list(made.iter(W + "tr")))
        return made

    def _mark_rows(self, rows: Sequence[etree._Element]) -> None:
        for row in rows:
            self.bringer.scribe.mark_row(row, "ins")
            for cell in members(row, W + "tc"):
                for paragraph in cell.iterchildren(W + "p"):
                    self.bringer.scribe.mark_paragraph(paragraph, "ins")


def _texts(row: etree._Element) -> list[str]:
    return [text_of(paragraph) for paragraph in row.iter(W + "p")]


def _row_pairs(
    olds: Sequence[etree._Element],
    news: Sequence[etree._Element],
    texts: Sequence[Sequence[str]],
    align: Align,
) -> list[tuple[int, int]]:
    groups = [
        g
        for g in align(*texts)
        if len(g[0]) == len(g[1]) == 1 and _shape(olds[g[0][0]]) == _shape(news[g[1][0]])
    ]
    return [(g[0][0], g[1][0]) for g in rising(groups)]


def _shape(row: etree._Element) -> int:
    return sum(1 for _ in members(row, W + "tc"))


def _are_equal(old: Item, new: Item) -> bool:
    return old.text == new.text and old.things == new.things


def _ends_section(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None


def _between(
    olds: range, news: range, old_items: Sequence[Item], new_items: Sequence[Item]
) -> Iterator[tuple[range, range]]:
    """What leaves and what comes, part by part: between the parts an empty paragraph is kept."""
    old_empty = [n for n in olds if old_items[n].is_empty]
    new_empty = [n for n in news if new_items[n].is_empty]
    i, j = olds.start, news.start
    for a, b in zip(old_empty, new_empty, strict=False):
        yield range(i, a), range(j, b)
        i, j = a + 1, b + 1
    yield range(i, olds.stop), range(j, news.stop)


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
