"""The paragraphs of a Word file in reading order, with every run that ever was there."""

from collections.abc import Iterable, Iterator

from lxml import etree

from amendments.model import Reading
from amendments.word.limits import Budget
from amendments.word.looks import PLAIN, Look, Looks, is_merged_away
from amendments.word.marked import LIVE, PLAIN_FORMAT, Fate, Raw, format_in, properties_of
from amendments.word.names import ID, MC, ON, VAL, M, W
from amendments.word.revisions import COMES, GOES, MOVE_ENDS, MOVE_STARTS, Marks
from amendments.word.styles import Styles
from amendments.word.symbols import symbol

P, RUN, TBL, TR, TC, SDT = (W + n for n in ("p", "r", "tbl", "tr", "tc", "sdt"))
SYM = W + "sym"
RPR = W + "rPr"
SEPARATOR = W + "specVanish"
"""On a paragraph mark that never shows (ECMA-376-1, 17.3.2.36): a heading runs into its text."""
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
        *("sdtEndPr", "rubyPr", "proofErr", "lastRenderedPageBreak", "bookmarkStart"),
        *("bookmarkEnd", "trPr", "tcPr", "tblPrEx"),
    )
)
"""What stands inside paragraphs and tables and is no text."""
TRACKED = COMES | GOES
STATING = (W + "trPr", W + "tcPr")
STATED = frozenset(W + name for name in ("ins", "del", "cellIns", "cellDel"))
JOINED = f"{W}numPr/{W}ins"
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
RENDERINGS = frozenset({MC + "Choice", MC + "Fallback"})
ELSEWHERE = frozenset({W + "altChunk", W + "subDoc"})
LONGEST_ANCHOR = 4_000
"""In runs; a comment on a whole chapter is shown by how it begins."""
MOST_OPEN = 50
"""Comments on the same words whose anchors are kept: more would cost their product."""

NO_LOOKS = Looks(etree.Element("none"))


class Story:
    """Reads blocks into paragraphs: the body first, then the notes it refers to."""

    def __init__(
        self, budget: Budget, styles: Styles | None = None, *, has_looks: bool = True
    ) -> None:
        """`budget` bounds what is read of the whole file; `styles` tell what does not show.

        Without looks only words are read, and every run is plain.
        """
        self.marks = Marks()
        self._styles = styles if styles is not None and styles.can_hide else None
        self._budget = budget
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
        self._raw = Raw("body")
        self._parts: dict[etree._Element, Looks] = {}
        self._has_looks = has_looks
        self._looks = NO_LOOKS

    def read(self, root: etree._Element, story: str, fate: Fate = LIVE) -> list[Raw]:
        """The paragraphs of one story, or of one note with the fate of its reference."""
        part = root.getroottree().getroot()
        if part not in self._parts:
            self._parts[part] = self._looks_in(part)
        self._looks = self._parts[part]
        self._begin(story)
        self._blocks(root, fate)
        return self._end()

    def read_stream(self, batches: Iterable[list[etree._Element]], story: str) -> list[Raw]:
        """The paragraphs of a story that comes some blocks at a time."""
        self._begin(story)
        for blocks in batches:
            parent = blocks[0].getparent() if blocks else None
            if parent is not None:
                self._looks = self._looks_in(parent)
                for block in blocks:
                    self._block(block, block.tag, LIVE)
        return self._end()

    def _looks_in(self, root: etree._Element) -> Looks:
        return Looks(root, self._styles) if self._has_looks else NO_LOOKS

    def _begin(self, story: str) -> None:
        self._story, self._fields, self._open_comments = story, [], []

    def _end(self) -> list[Raw]:
        self._boundary()
        done, self.out, self._chain = self.out, [], 0
        return done

    def without_half_moves(self, raws: list[Raw]) -> list[Raw]:
        """The paragraphs, with each move of which only one end was met an ordinary change."""
        half = self.marks.half_moves
        for raw in raws if half else ():
            raw.forget_moves(half)
        return raws

    # --- blocks ---------------------------------------------------------------------

    def _blocks(self, parent: etree._Element, fate: Fate) -> None:
        for child in parent:
            self._block(child, child.tag, fate)

    def _block(self, child: etree._Element, tag: str, fate: Fate) -> None:
        if tag == P:
            self._paragraph(child, fate)
        elif tag == TBL:
            self._boundary()
            self._table(child, fate)
        elif tag == SDT:
            self._blocks(content_of(child), fate)
        elif tag == MC + "AlternateContent":
            self._blocks(choice_of(child), fate)
        elif tag in TRACKED:
            self._blocks(child, self._fate(child, fate))
        elif tag in (W + "customXml", W + "smartTag"):
            self._blocks(child, fate)
        elif tag in ELSEWHERE:
            self.elsewhere += 1
        else:
            self._range(child, tag)

    def _paragraph(self, element: etree._Element, fate: Fate) -> None:
        self._budget.piece()
        raw = self._raw = Raw(self._story, PLAIN_FORMAT, *fate)
        properties = properties_of(element)
        if properties is not None:
            raw.format, mark = format_in(properties)
            self._mark(mark, raw)
            if raw.format.old is not None:
                for joined in properties.iterfind(JOINED):
                    self.marks.record(joined, "numbering")
        self.out.append(raw)
        self._inline(element, fate)
        # An instruction never runs on: a field that lacks its separator would swallow the file.
        self._fields = [False] * len(self._fields)
        for identity in self._open_comments:
            self._anchor(identity, "\n")
        raw.comments, self._waiting = self._waiting, []
        if self._boxes and raw.inserted is None and raw.deleted is None:
            self._empty_boxes()

    def _mark(self, mark: etree._Element | None, raw: Raw) -> None:
        """What became of the paragraph mark."""
        for child in mark if mark is not None else ():
            tag = child.tag
            if tag in TRACKED:
                fate = self._fate(child, (raw.inserted, raw.deleted), "paragraph")
                raw.inserted, raw.deleted = fate
            elif tag == SEPARATOR:
                raw.runs_on = child.get(VAL) in ON

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
            row_fate = self._stated(row, "row", its_fate)
            for cell, cell_fate in self._inside(row, TC, row_fate):
                first = len(self.out)
                self._blocks(cell, self._stated(cell, "cell", cell_fate))
                self._boundary()
                if is_merged_away(cell):
                    self._hide(first)
        self._story = story

    def _hide(self, first: int) -> None:
        """Remember of the paragraphs from there on that Word does not show their words."""
        for raw in self.out[first:]:
            raw.hidden = raw.hidden or any(raw.pieces)

    def _stated(self, element: etree._Element, where: str, fate: Fate) -> Fate:
        """The fate that the properties of a row or a cell state."""
        for properties in element.iterchildren(*STATING):
            for child in properties:
                if child.tag in STATED:
                    self._budget.piece()
                    mark = self.marks.mark_of(child, where)
                    comes = child.tag in (W + "ins", W + "cellIns")
                    fate = (mark, fate[1]) if comes else (fate[0], mark)
        return fate

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
            elif tag in TRACKED:
                yield from self._inside(child, wanted, self._fate(child, fate))
            elif tag in (W + "customXml", W + "smartTag"):
                yield from self._inside(child, wanted, fate)
            else:
                self._range(child, tag)

    def _fate(self, element: etree._Element, fate: Fate, where: str = "words") -> Fate:
        self._budget.piece()
        mark = self.marks.mark_of(element, where)
        return (mark, fate[1]) if element.tag in COMES else (fate[0], mark)

    # --- inside a paragraph ------------------------------------------------------------

    def _inline(self, parent: etree._Element, fate: Fate) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, fate)
            elif tag in SILENT:
                continue
            elif tag in TRACKED:
                self._inline(child, self._fate(child, fate))
            elif tag == MC + "AlternateContent":
                self._inline(choice_of(child), fate)
            elif not self._range(child, tag):
                self._leaf(child, tag, fate, PLAIN)

    def _run(self, run: etree._Element, fate: Fate) -> None:
        look = self._looks.of.get(run, PLAIN)
        if run in self._looks.hidden:
            self._raw.hidden = True
        for child in run:
            tag = child.tag
            if tag == RPR:
                continue
            if tag in TEXTS:
                self._say(child.text, fate, look)
            elif tag not in SILENT:
                self._leaf(child, tag, fate, look)

    def _leaf(self, child: etree._Element, tag: str, fate: Fate, look: Look) -> None:
        if tag in TEXTS:
            self._say(child.text, fate, look)
        elif tag in SIGNS:
            self._say(SIGNS[tag], fate, look)
        elif tag == SYM:
            self._say(symbol(child.get(W + "char"), child.get(W + "font")), fate, look)
        else:
            self._sign(child, tag, fate, look)

    def _sign(self, child: etree._Element, tag: str, fate: Fate, look: Look) -> None:
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
        elif tag == W + "ruby":
            self._ruby(child, fate, look)
        elif tag in ELSEWHERE:
            self.elsewhere += 1
        elif len(child):
            self._inline(child, fate)

    def _ruby(self, child: etree._Element, fate: Fate, look: Look) -> None:
        """The characters, then how they are spoken, in brackets as Word's plain text has them."""
        base, spoken = child.find(W + "rubyBase"), child.find(W + "rt")
        if base is not None:
            self._inline(base, fate)
        if spoken is not None and any(text.text for text in spoken.iter(*TEXTS)):
            self._say("(", fate, look)
            self._inline(spoken, fate)
            self._say(")", fate, look)

    def _say(self, text: str | None, fate: Fate, look: Look) -> None:
        if text and not any(self._fields):
            self._budget.text(len(text))
            if self._raw.say(text, fate, look):
                self._budget.piece()
            for identity in self._open_comments:
                self._anchor(identity, text)

    def _anchor(self, identity: str, text: str) -> None:
        words = self.anchors[identity]
        if len(words) < LONGEST_ANCHOR:
            words.append(text)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

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
    """One of several renderings of the same thing: the first one that has words.

    Word takes the first choice whose names it knows (ECMA-376-3, 7.6) and leaves the others
    without words where it takes a picture; what has words in one only is not to be lost.
    """
    renderings = [child for child in alternatives if child.tag in RENDERINGS]
    worded = (r for r in renderings if next(r.iter(*TEXTS), None) is not None)
    return next(worded, renderings[0] if renderings else etree.Element("none"))
