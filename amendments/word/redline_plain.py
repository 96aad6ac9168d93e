"""One reading of a Word file made plain: its tracked changes accepted or rejected in the XML."""

import copy

from lxml import etree

from amendments.model import Reading
from amendments.word.names import W

COMES = frozenset({W + "ins", W + "moveTo"})
GOES = frozenset({W + "del", W + "moveFrom"})
RANGES = tuple(
    W + name
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel")
    for name in (f"{kind}RangeStart", f"{kind}RangeEnd")
)
FORMER = tuple(
    W + name
    for name in (
        "rPrChange pPrChange sectPrChange tblPrChange tblPrExChange trPrChange tcPrChange "
        "tblGridChange numberingChange"
    ).split()
)


def make_plain(body: etree._Element, reading: Reading) -> None:
    """Leave only that reading in the body: no tracked change is left in it."""
    gone, stays = (COMES, GOES) if reading is Reading.BEFORE else (GOES, COMES)
    _drop_rows_and_cells(body, reading)
    for element in list(body.iter(*gone)):
        if not _is_mark(element):
            _remove(element)
    for element in list(body.iter(*stays)):
        if not _is_mark(element):
            _unwrap(element)
    for name, plain in (("delText", "t"), ("delInstrText", "instrText")):
        for element in body.iter(W + name):
            element.tag = W + plain
    _join_paragraphs(body, gone)
    for element in list(body.iter(*COMES, *GOES, *RANGES)):
        _remove(element)
    _settle_formats(body, reading)


def _is_mark(element: etree._Element) -> bool:
    """Whether it marks properties (a paragraph mark, a row), not content."""
    return element.getparent().tag in {W + "rPr", W + "trPr"}


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def _drop_rows_and_cells(body: etree._Element, reading: Reading) -> None:
    came, went = reading is Reading.BEFORE, reading is Reading.AFTER
    for row in list(body.iter(W + "tr")):
        marks = (W + "ins",) if came else (W + "del",)
        if any(row.find(f"{W}trPr/{mark}") is not None for mark in marks):
            _remove(row)
    for cell in list(body.iter(W + "tc")):
        name = "cellIns" if came else "cellDel"
        if cell.find(f"{W}tcPr/{W}{name}") is not None and (came or went):
            _remove(cell)
    for table in list(body.iter(W + "tbl")):
        if next(table.iter(W + "tc"), None) is None:
            _remove(table)
    for element in list(body.iter(W + "cellIns", W + "cellDel", W + "cellMerge")):
        _remove(element)


def _join_paragraphs(body: etree._Element, gone: frozenset[str]) -> None:
    """Where a paragraph mark is gone, the next paragraph takes the words in (17.13.5.15)."""
    for paragraph in list(body.iter(W + "p")):
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        following = paragraph.getnext()
        while following is not None and following.tag in _TRANSPARENT:
            following = following.getnext()
        if mark is None or not any(child.tag in gone for child in mark):
            continue
        if following is None or following.tag != W + "p":
            continue
        place = 1 if following.find(W + "pPr") is not None else 0
        following[place:place] = [child for child in paragraph if child.tag != W + "pPr"]
        _remove(paragraph)


_TRANSPARENT = frozenset(W + name for name in ("bookmarkStart", "bookmarkEnd", "proofErr")) | {
    *RANGES
}


def _settle_formats(body: etree._Element, reading: Reading) -> None:
    """Drop the record of former formatting; the before reading takes it back first."""
    for change in list(body.iter(*FORMER)):
        now = change.getparent()
        former = change[0] if len(change) else None
        _remove(change)
        if reading is Reading.AFTER or former is None or former.tag != now.tag:
            continue
        # pPrChange holds neither the mark's look nor a section break: they stay as they are.
        kept = [child for child in now if child.tag in {W + "sectPr", W + "rPr"}]
        now[:] = [*copy.deepcopy(list(former)), *sorted(kept, key=lambda k: k.tag == W + "sectPr")]
