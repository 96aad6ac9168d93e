"""One reading of a Word file made plain: its tracked changes accepted or rejected in the XML."""

import copy
from collections.abc import Iterable, Sequence
from typing import cast

from lxml import etree

from amendments.model import Reading
from amendments.word.names import ID, VAL, W

COMES = frozenset({W + "ins", W + "moveTo"})
GOES = frozenset({W + "del", W + "moveFrom"})
CONTROLS_OF = ("customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
"""Around content controls that came, went or moved."""
RANGES = tuple(
    W + name
    for kind in ("moveFrom", "moveTo", *CONTROLS_OF)
    for name in (f"{kind}RangeStart", f"{kind}RangeEnd")
)
FORMER = tuple(
    W + name
    for name in [
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblPrExChange",
        "trPrChange",
        "tcPrChange",
        "tblGridChange",
        "numberingChange",
    ]
)
BETWEEN = frozenset(W + name for name in ("bookmarkStart", "bookmarkEnd", "proofErr")) | {*RANGES}
CONTROLS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag"))
"""Wrappers of blocks, through which paragraphs join."""
CELLS = tuple(W + name for name in ("cellIns", "cellDel", "cellMerge"))
LIVE = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
"""The names that words have under a deletion, with those they have elsewhere."""
SETTLED = COMES | GOES | {*RANGES}
TRACKED = (*SETTLED, *FORMER, *CELLS, *LIVE)
ENDED = ("bookmark", "commentRange")
"""What has a start and an end."""
BEFORE_MERGE = frozenset(W + name for name in ("cnfStyle", "tcW", "gridSpan", "hMerge"))
"""What stands before `w:vMerge` in the properties of a cell (CT_TcPr)."""
MERGES = {"cont": "continue", "rest": "restart"}


def make_plain(root: etree._Element, reading: Reading) -> bool:
    """Leave only that reading in a part, no tracked change; whether there were any."""
    tracked = list(root.iterdescendants(*TRACKED))
    if not tracked:
        return False
    gone = COMES if reading is Reading.BEFORE else GOES
    changes = [one for one in tracked if one.tag in COMES or one.tag in GOES]
    marks = [one for one in changes if _is_mark(one)]
    words = [one for one in changes if not _is_mark(one)]
    tables = _drop_rows_and_cells(tracked, marks, reading)
    went = _settle_words(words, gone)
    for element in (one for one in tracked if one.tag in LIVE):
        element.tag = LIVE[element.tag]
    if any(next(one.iter(W + "fldChar"), None) is not None for one in went):
        _drop_stray_codes(root)
    _join_paragraphs(one for one in marks if one.tag in gone)
    _drop_empty(tables)
    for element in (one for one in tracked if one.tag in SETTLED):
        take_out(element)
    _drop_half_ranges(root)
    _settle_formats((one for one in tracked if one.tag in FORMER), reading)
    return True


def parent_of(element: etree._Element) -> etree._Element:
    """The element around one that is known to have one."""
    return cast("etree._Element", element.getparent())  # noqa: SLF001 - lxml's own type


def attributes_of(element: etree._Element) -> list[tuple[str, str]]:
    """The attributes of an element, each name with its value."""
    return [(str(name), str(value)) for name, value in element.items()]


def _is_mark(element: etree._Element) -> bool:
    """Whether it marks properties (a paragraph mark, a row), not content."""
    return parent_of(element).tag in {W + "rPr", W + "trPr"}


def take_out(element: etree._Element) -> None:
    """Remove an element from what it stands in, if it stands in anything."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = parent_of(element)
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def _settle_words(words: Iterable[etree._Element], gone: frozenset[str]) -> list[etree._Element]:
    """Take out the words that went, which it returns; free the others of what marks them."""
    went: list[etree._Element] = []
    for element in words:
        if element.tag in gone:
            take_out(element)
            went.append(element)
        else:
            _unwrap(element)
    return went


def _drop_rows_and_cells(
    tracked: Sequence[etree._Element], marks: Sequence[etree._Element], reading: Reading
) -> list[etree._Element]:
    """Take out what of tables is not there; returns the tables that lost something."""
    row, cell = ("ins", "cellIns") if reading is Reading.BEFORE else ("del", "cellDel")
    lost = [_held_by(one, W + "trPr", W + "tr") for one in marks if one.tag == W + row]
    lost += [_held_by(one, W + "tcPr", W + "tc") for one in tracked if one.tag == W + cell]
    parts = [one for one in lost if one is not None]
    tables = [next(one.iterancestors(W + "tbl"), None) for one in parts]
    for one in parts:
        take_out(one)
    for one in [one for one in tracked if one.tag in CELLS]:
        if one.tag == W + "cellMerge":
            _settle_merge(one, reading)
        take_out(one)
    return [table for table in tables if table is not None]


def _held_by(mark: etree._Element, properties: str, holder: str) -> etree._Element | None:
    """The row, cell or paragraph in whose properties a mark stands."""
    held = parent_of(mark)
    if held.tag != properties:
        return None
    found = held.getparent()
    return found if found is not None and found.tag == holder else None


def _settle_merge(merge: etree._Element, reading: Reading) -> None:
    """Merge a cell with the one above, or part them, as the tracked change has it (17.13.5.3)."""
    properties = parent_of(merge)
    take_out(merge)
    for known in properties.findall(W + "vMerge"):
        properties.remove(known)
    state = MERGES.get(
        merge.get(W + ("vMergeOrig" if reading is Reading.BEFORE else "vMerge")) or ""
    )
    if state is not None:
        made = etree.Element(W + "vMerge", {VAL: state})
        properties.insert(sum(child.tag in BEFORE_MERGE for child in properties), made)


def _drop_stray_codes(root: etree._Element) -> None:
    """Take out the codes of no field: Word deletes a field and leaves a word of its code."""
    depth = 0
    for node in list(root.iterdescendants(W + "fldChar", W + "instrText")):
        kind = node.get(W + "fldCharType")
        if kind == "begin":
            depth += 1
        elif kind == "end":
            depth = max(0, depth - 1)
        elif node.tag == W + "instrText" and not depth:
            take_out(node)


def _drop_empty(tables: Iterable[etree._Element]) -> None:
    """Only after the joining: an emptied table still parts what stood around it."""
    for table in tables:
        if next(table.iter(W + "tc"), None) is None:
            take_out(table)


def _join_paragraphs(marks: Iterable[etree._Element]) -> None:
    """Where a paragraph mark is gone, the next paragraph takes the words in (17.13.5.15)."""
    looks = (_held_by(mark, W + "rPr", W + "pPr") for mark in marks)
    for paragraph in dict.fromkeys(parent_of(look) for look in looks if look is not None):
        following = _following(paragraph) if paragraph.tag == W + "p" else None
        if following is None:
            continue
        place = 1 if following.find(W + "pPr") is not None else 0
        following[place:place] = [child for child in paragraph if child.tag != W + "pPr"]
        take_out(paragraph)


def _following(element: etree._Element) -> etree._Element | None:
    """The paragraph that follows with nothing between, also inside a content control."""
    found = element.getnext()
    while found is not None and found.tag in BETWEEN:
        found = found.getnext()
    if found is None:
        parent = element.getparent()
        return _following(parent) if parent is not None and parent.tag in CONTROLS else None
    while found is not None and found.tag in CONTROLS:
        inner = [child for child in found if child.tag in CONTROLS or child.tag == W + "p"]
        found = inner[0] if inner else None
    return found if found is not None and found.tag == W + "p" else None


def _drop_half_ranges(root: etree._Element) -> None:
    """A bookmark or comment that lost one of its ends with a deleted text loses the other too."""
    ends = list(
        root.iterdescendants(*(W + kind + end for kind in ENDED for end in ("Start", "End")))
    )
    for kind in ENDED:
        starts = {one.get(ID) for one in ends if one.tag == f"{W}{kind}Start"}
        whole = starts & {one.get(ID) for one in ends if one.tag == f"{W}{kind}End"}
        for one in ends:
            if one.tag.startswith(W + kind) and one.get(ID) not in whole:
                take_out(one)


def _settle_formats(changes: Iterable[etree._Element], reading: Reading) -> None:
    """Drop the record of former formatting; the before reading takes it back first."""
    for change in changes:
        now = change.getparent()
        former = change[0] if len(change) else None
        take_out(change)
        if reading is Reading.AFTER or former is None or now is None or former.tag != now.tag:
            continue
        # pPrChange holds neither the mark's look nor a section break: they stay as they are.
        kept = [child for child in now if child.tag in {W + "sectPr", W + "rPr"}]
        now[:] = [*copy.deepcopy(list(former)), *sorted(kept, key=lambda k: k.tag == W + "sectPr")]
