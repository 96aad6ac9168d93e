"""One reading of a Word file made plain: its tracked changes accepted or rejected in the XML."""

import copy
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
BEFORE_MERGE = frozenset(W + name for name in ("cnfStyle", "tcW", "gridSpan", "hMerge"))
"""What stands before `w:vMerge` in the properties of a cell (CT_TcPr)."""
MERGES = {"cont": "continue", "rest": "restart"}


def make_plain(root: etree._Element, reading: Reading) -> bool:
    """Leave only that reading in a part, no tracked change; whether there were any."""
    if next(root.iterdescendants(*COMES, *GOES, *RANGES, *FORMER, *CELLS), None) is None:
        return False
    gone, stays = (COMES, GOES) if reading is Reading.BEFORE else (GOES, COMES)
    _drop_rows_and_cells(root, reading)
    for element in list(root.iterdescendants(*gone)):
        if not _is_mark(element):
            take_out(element)
    for element in list(root.iterdescendants(*stays)):
        if not _is_mark(element):
            _unwrap(element)
    for name, plain in (("delText", "t"), ("delInstrText", "instrText")):
        for element in root.iterdescendants(W + name):
            element.tag = W + plain
    _drop_stray_codes(root)
    _join_paragraphs(root, gone)
    _drop_empty_tables(root)
    for element in list(root.iterdescendants(*COMES, *GOES, *RANGES)):
        take_out(element)
    _drop_half_ranges(root)
    _settle_formats(root, reading)
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


def _drop_rows_and_cells(root: etree._Element, reading: Reading) -> None:
    came = reading is Reading.BEFORE
    for row in list(root.iterdescendants(W + "tr")):
        marks = (W + "ins",) if came else (W + "del",)
        if any(row.find(f"{W}trPr/{mark}") is not None for mark in marks):
            take_out(row)
    for cell in list(root.iterdescendants(W + "tc")):
        name = "cellIns" if came else "cellDel"
        if cell.find(f"{W}tcPr/{W}{name}") is not None:
            take_out(cell)
    for merge in list(root.iterdescendants(W + "cellMerge")):
        _settle_merge(merge, reading)
    for element in list(root.iterdescendants(*CELLS)):
        take_out(element)


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


def _drop_empty_tables(root: etree._Element) -> None:
    """Only after the joining: an emptied table still parts what stood around it."""
    for table in list(root.iterdescendants(W + "tbl")):
        if next(table.iter(W + "tc"), None) is None:
            take_out(table)


def _join_paragraphs(root: etree._Element, gone: frozenset[str]) -> None:
    """Where a paragraph mark is gone, the next paragraph takes the words in (17.13.5.15)."""
    for paragraph in list(root.iterdescendants(W + "p")):
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or not any(child.tag in gone for child in mark):
            continue
        following = _following(paragraph)
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
    for kind in ("bookmark", "commentRange"):
        starts, ends = (list(root.iterdescendants(f"{W}{kind}{side}")) for side in ("Start", "End"))
        whole = {one.get(ID) for one in starts} & {one.get(ID) for one in ends}
        for one in (*starts, *ends):
            if one.get(ID) not in whole:
                take_out(one)


def _settle_formats(root: etree._Element, reading: Reading) -> None:
    """Drop the record of former formatting; the before reading takes it back first."""
    for change in list(root.iterdescendants(*FORMER)):
        now = change.getparent()
        former = change[0] if len(change) else None
        take_out(change)
        if reading is Reading.AFTER or former is None or now is None or former.tag != now.tag:
            continue
        # pPrChange holds neither the mark's look nor a section break: they stay as they are.
        kept = [child for child in now if child.tag in {W + "sectPr", W + "rPr"}]
        now[:] = [*copy.deepcopy(list(former)), *sorted(kept, key=lambda k: k.tag == W + "sectPr")]
