"""The paragraphs of a Word file in reading order, with every run that ever was there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from amendments.model import Mark, Reading, Run
from amendments.word.names import ID, MC, ON, VAL, M, W
from amendments.word.revisions import COMES, GOES, MOVE_ENDS, MOVE_STARTS, Marks
from amendments.word.symbols import symbol

P, RUN, TBL, TR, TC, SDT = (W + n for n in ("p", "r", "tbl", "tr", "tc", "sdt"))
SYM = W + "sym"
PPR, RPR = W + "pPr", W + "rPr"
MARK = f"{PPR}/{RPR}"
TEXTS = frozenset({W + "t", W + "delText", M + "t"})
SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "",
}
SILENT = frozenset(
    W + n
    for n in (
        *("pPr", "rPr", "instrText", "delInstrText", "sectPr", "tblPr", "tblGrid", "sdtPr"),
        *("sdtEndPr", "rubyPr", "rt", "proofErr", "lastRenderedPageBreak", "bookmarkStart"),
        *("bookmarkEnd", "trPr", "tcPr", "tblPrEx"),
    )
)
"""What stands inside paragraphs and tables and is no text."""
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
ELSEWHERE = frozenset({W + "altChunk", W + "subDoc"})
LOOKS = {W + "b": 0, W + "i": 1, W + "u": 2, W + "strike": 3, W + "dstrike": 3}
HIDING = frozenset({W + "vanish", W + "sz", W + "color"})
TELLING = HIDING | LOOKS.keys()
OFF = frozenset({"0", "false", "off", "none"})
INVISIBLE_SIZE = 4
"""In half-points: nobody reads 2-point type."""

MOST_OPEN = 50
"""Comments on the same words whose anchors are kept: more would cost their product."""

Look = tuple[bool, bool, bool, bool]
PLAIN: Look = (False, False, False, False)
Fate = tuple[Mark | None, Mark | None]
"""Inserted by, deleted by."""
LIVE: Fate = (None, None)


@dataclass(slots=True)
class Raw:
    """A paragraph as it is being read."""

    element: etree._Element
    story: str
    inserted: Mark | None = None
    deleted: Mark | None = None
    texts: list[tuple[str, Fate, Look]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    hidden: bool = False

    def runs(self) -> tuple[Run, ...]:
        """The runs, neighbours of one fate and one look made one."""
        runs: list[Run] = []
        pending: list[str] = []
        fate, look = LIVE, PLAIN
        for text, its_fate, its_look in self.texts:
            if pending and (its_fate != fate or its_look != look):
                runs.append(Run("".join(pending), *fate, *look))
                pending = []
            fate, look = its_fate, its_look
            pending.append(text)
        if pending:
            runs.append(Run("".join(pending), *fate, *look))
        return tuple(runs)

    def lives_in(self, reading: Reading) -> bool:
        """Whether any text of it is part of that reading."""
        gone = 0 if reading is Reading.BEFORE else 1
        return any(fate[gone] is None and text for text, fate, _ in self.texts)

    def ends_in(self, reading: Reading) -> bool:
        """Whether its mark is part of that reading."""
        return (self.inserted if reading is Reading.BEFORE else self.deleted) is None


class Story:
    """Reads blocks into paragraphs: the body first, then the notes it refers to."""

    def __init__(self, marks: Marks) -> None:
        """`marks` is asked for the mark of every tracked change."""
        self.marks = marks
        self.out: list[Raw] = []
        self.notes: list[tuple[str, str, Fate]] = []
        self.anchors: dict[str, list[str]] = {}
        """What stands between the start and the end of each comment's range."""
        self.elsewhere = 0
        self._open_comments: list[str] = []
        self._placed: set[str] = set()
        self._waiting: list[str] = []
        """Comments whose paragraph is being read, or comes next."""
        self._boxes: list[Raw] = []
        self._story = "body"
        self._fields: list[bool] = []
        """For each open field, whether its instruction is still being given."""
        self._chain = 0
        self._raw = Raw(etree.Element("none"), "body")

    def read(self, root: etree._Element, story: str, fate: Fate = LIVE) -> list[Raw]:
        """The paragraphs of one story, or of one note with the fate of its reference."""
        self._story, self._fields, self._open_comments = story, [], []
        self._blocks(root, fate)
        self._boundary()
        done, self.out, self._chain = self.out, [], 0
        return done

    # --- blocks ---------------------------------------------------------------------

    def _blocks(self, parent: etree._Element, fate: Fate) -> None:
        for child in parent:
            tag = child.tag
            if tag == P:
                self._paragraph(child, fate)
            elif tag == TBL:
                self._boundary()
                self._table(child, fate)
            elif tag == SDT:
                self._blocks(content_of(child), fate)
            elif tag == MC + "AlternateContent":
                self._blocks(choice_of(child), fate)
            elif tag in COMES or tag in GOES:
                self._blocks(child, self._fate(child, fate))
            elif tag in (W + "customXml", W + "smartTag"):
                self._blocks(child, fate)
            elif tag in ELSEWHERE:
                self.elsewhere += 1
            else:
                self._range(child, tag)

    def _paragraph(self, element: etree._Element, fate: Fate) -> None:
        raw = Raw(element, self._story, *fate)
        self._raw = raw
        mark = element.find(MARK)
        if mark is not None:
            for child in mark:
                if child.tag in COMES or child.tag in GOES:
                    raw.inserted, raw.deleted = self._fate(child, (raw.inserted, raw.deleted))
        self.out.append(raw)
        self._inline(element, fate)
        # An instruction never runs on: a field that lacks its separator would swallow the file.
        self._fields = [False] * len(self._fields)
        for identity in self._open_comments:
            self.anchors[identity].append("\n")
        raw.comments, self._waiting = self._waiting, []
        if self._boxes and raw.inserted is None and raw.deleted is None:
            self._empty_boxes()

    def _boundary(self) -> None:
        """What follows cannot join: the last paragraph of a cell, a note, before a table.

        Word then keeps the paragraph mark although it is tracked, unless nothing is left.
        """
        for reading in Reading:
            chain: list[Raw] = []
            for raw in reversed(self.out[self._chain :]):
                if raw.ends_in(reading):
                    break
                chain.append(raw)
            if any(raw.lives_in(reading) for raw in chain):
                if reading is Reading.BEFORE:
                    chain[0].inserted = None
                else:
                    chain[0].deleted = None
        self._empty_boxes()
        self._chain = len(self.out)

    def _empty_boxes(self) -> None:
        self.out.extend(self._boxes)
        self._boxes = []
        self._chain = len(self.out)

    def _table(self, table: etree._Element, fate: Fate) -> None:
        story, self._story = self._story, "table" if self._story == "body" else self._story
        for row, its_fate in self._inside(table, TR, fate):
            row_fate = self._stated(row.find(W + "trPr"), "ins", "del", its_fate)
            for cell, cell_fate in self._inside(row, TC, row_fate):
                properties = cell.find(W + "tcPr")
                self._blocks(cell, self._stated(properties, "cellIns", "cellDel", cell_fate))
                self._boundary()
        self._story = story

    def _stated(self, properties: etree._Element | None, comes: str, goes: str, fate: Fate) -> Fate:
        if properties is None:
            return fate
        inserted, deleted = properties.find(W + comes), properties.find(W + goes)
        return (
            self.marks.mark_of(inserted) if inserted is not None else fate[0],
            self.marks.mark_of(deleted) if deleted is not None else fate[1],
        )

    def _inside(
        self, parent: etree._Element, wanted: str, fate: Fate
    ) -> Iterator[tuple[etree._Element, Fate]]:
        """Rows or cells, also inside content controls and wrappers."""
        for child in parent:
            tag = child.tag
            if tag == wanted:
                yield child, fate
            elif tag == SDT:
                yield from self._inside(content_of(child), wanted, fate)
            elif tag in COMES or tag in GOES:
                yield from self._inside(child, wanted, self._fate(child, fate))
            elif tag in (W + "customXml", W + "smartTag"):
                yield from self._inside(child, wanted, fate)
            else:
                self._range(child, tag)

    def _fate(self, element: etree._Element, fate: Fate) -> Fate:
        mark = self.marks.mark_of(element)
        return (mark, fate[1]) if element.tag in COMES else (fate[0], mark)

    # --- inside a paragraph ------------------------------------------------------------

    def _inline(self, parent: etree._Element, fate: Fate) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, fate)
            elif tag in SILENT:
                continue
            elif tag in COMES or tag in GOES:
                self._inline(child, self._fate(child, fate))
            elif tag == MC + "AlternateContent":
                self._inline(choice_of(child), fate)
            elif not self._range(child, tag):
                self._leaf(child, tag, fate, PLAIN)

    def _run(self, run: etree._Element, fate: Fate) -> None:
        look = PLAIN
        for child in run:
            tag = child.tag
            if tag == RPR:
                look = self._look(child)
            elif tag in TEXTS:
                self._say(child.text or "", fate, look)
            elif tag not in SILENT:
                self._leaf(child, tag, fate, look)

    def _leaf(self, child: etree._Element, tag: str, fate: Fate, look: Look) -> None:
        if tag in TEXTS:
            self._say(child.text or "", fate, look)
        elif tag in SIGNS:
            self._say(SIGNS[tag], fate, look)
        elif tag == SYM:
            self._say(symbol(child.get(W + "char")), fate, look)
        else:
            self._sign(child, tag, fate)

    def _sign(self, child: etree._Element, tag: str, fate: Fate) -> None:
        """What stands in a run and is no character: fields, references, drawings."""
        if tag == W + "fldChar":
            self._field(child.get(W + "fldCharType"))
        elif tag in NOTES:
            self.notes.append((NOTES[tag], child.get(ID) or "", fate))
        elif tag == W + "commentReference":
            self._comment(child.get(ID) or "")
        elif tag == W + "txbxContent":
            self._box(child, fate)
        elif tag == MC + "AlternateContent":
            self._inline(choice_of(child), fate)
        elif tag in ELSEWHERE:
            self.elsewhere += 1
        elif len(child):
            self._inline(child, fate)

    def _say(self, text: str, fate: Fate, look: Look) -> None:
        if text and not (self._fields and any(self._fields)):
            self._raw.texts.append((text, fate, look))
            for identity in self._open_comments:
                self.anchors[identity].append(text)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _look(self, properties: etree._Element) -> Look:
        look = PLAIN
        for child in properties:
            tag = child.tag
            if tag not in TELLING:
                continue
            if tag in LOOKS and child.get(VAL) not in OFF:
                # `w:u` alone draws no line; the other switches are on when bare.
                on = child.get(VAL) is not None or tag != W + "u"
                index = LOOKS[tag]
                look = (*look[:index], on, *look[index + 1 :])  # type: ignore[assignment]
            elif tag in HIDING and self._hides(child, tag):
                self._raw.hidden = True
        return look

    def _hides(self, child: etree._Element, tag: str) -> bool:
        value = child.get(VAL)
        if tag == W + "vanish":
            return value in ON
        if tag == W + "sz":
            return (value or "").isdecimal() and int(value or 0) <= INVISIBLE_SIZE
        # White type is usual on the dark heading row of a table.
        return (value or "").upper() == "FFFFFF" and self._story != "table"

    def _box(self, content: etree._Element, fate: Fate) -> None:
        kept = (self.out, self._boxes, self._story, self._fields, self._chain, self._raw)
        self.out, self._boxes, self._story, self._fields, self._chain = [], [], "textbox", [], 0
        self._blocks(content, fate)
        self._boundary()
        box = self.out
        self.out, self._boxes, self._story, self._fields, self._chain, self._raw = kept
        self._boxes.extend(box)

    # --- ranges that cross everything -------------------------------------------------

    def _range(self, child: etree._Element, tag: str) -> bool:
        """Whether it was the start or end of a range (of a move or a comment)."""
        if tag in MOVE_STARTS or tag in MOVE_ENDS:
            self.marks.note_move(child)
        elif tag == W + "commentRangeStart":
            identity = child.get(ID) or ""
            if identity not in self.anchors:
                self.anchors[identity] = []
                self._comment(identity)
                if len(self._open_comments) < MOST_OPEN:
                    self._open_comments.append(identity)
        elif tag == W + "commentRangeEnd":
            if (child.get(ID) or "") in self._open_comments:
                self._open_comments.remove(child.get(ID) or "")
        else:
            return False
        return True

    def _comment(self, identity: str) -> None:
        """Attach a comment to the paragraph where its range begins, or where its sign stands."""
        if identity not in self._placed:
            self._placed.add(identity)
            self._waiting.append(identity)


def content_of(control: etree._Element) -> etree._Element:
    """What a content control holds."""
    content = control.find(W + "sdtContent")
    return content if content is not None else etree.Element("none")


def choice_of(alternatives: etree._Element) -> etree._Element:
    """One of several renderings of the same thing: the first choice."""
    for name in ("Choice", "Fallback"):
        found = alternatives.find(MC + name)
        if found is not None:
            return found
    return etree.Element("none")
