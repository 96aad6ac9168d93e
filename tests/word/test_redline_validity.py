"""The rules of ECMA-376 whose breach makes Word repair, hang or lie; and that redlines keep them."""

import io
import zipfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import BY, W, docx, p, r
from lxml import etree

from amendments.comparing import compare_words
from amendments.comparing.align import align
from amendments.word.redline import redline

NS = {"w": W}
MOMENT = datetime(2024, 5, 1, 10, tzinfo=UTC)
WSIS = Path(__file__).parents[2] / "corpus" / "wsis"
CHANGES = (
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "pPrChange",
    "moveFromRangeStart",
    "moveToRangeStart",
)
PARAGRAPH = [
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
ROW = [
    "cnfStyle",
    "divId",
    "gridBefore",
    "gridAfter",
    "wBefore",
    "wAfter",
    "cantSplit",
    "trHeight",
    "tblHeader",
    "tblCellSpacing",
    "jc",
    "hidden",
    "ins",
    "del",
    "trPrChange",
]
FATES = "ancestor::w:*[self::w:ins or self::w:del or self::w:moveFrom or self::w:moveTo]"


def name_of(element):
    return etree.QName(element).localname


def parts_of(content):
    """The main part and those of the notes."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml")]
        texts = [n for n in names if n[5:] in {"document.xml", "footnotes.xml", "endnotes.xml"}]
        return [etree.fromstring(package.read(n)) for n in texts]


def ups(element):
    """The elements around one, up to its own story: a box's story is its own."""
    for up in element.iterancestors():
        if name_of(up) == "txbxContent":
            return
        yield name_of(up)


def out_of_order(root):
    for kind, order in (("pPr", PARAGRAPH), ("trPr", ROW)):
        for properties in root.iterfind(f".//w:{kind}", NS):
            places = [order.index(name_of(c)) for c in properties if name_of(c) in order]
            if places != sorted(places) and kind == "pPr":
                yield f"{kind} out of order"
    for look in root.iterfind(".//w:pPr/w:rPr", NS):
        names = [name_of(child) in {"ins", "del", "moveFrom", "moveTo"} for child in look]
        if names != sorted(names, reverse=True):
            yield "the mark's change stands behind its look"


def misnamed_text(root):
    for name, wanted in (
        ("delText", True),
        ("delInstrText", True),
        ("t", False),
        ("instrText", False),
    ):
        for text in root.iterfind(f".//w:{name}", NS):
            if ("del" in ups(text)) is not wanted:
                yield f"{name} {'outside' if wanted else 'inside'} a deletion"
            if "\n" in (text.text or "") or "\u2029" in (text.text or ""):
                yield f"a line's end inside {name}"


def badly_nested(root):
    for name in ("ins", "del", "moveFrom", "moveTo", "hyperlink"):
        for element in root.iterfind(f".//w:{name}", NS):
            if name in ups(element):
                yield f"{name} inside {name}"


def half_moves(root):
    names = {}
    for kind in ("moveFrom", "moveTo"):
        starts = root.findall(f".//w:{kind}RangeStart", NS)
        ends = [one.get(f"{{{W}}}id") for one in root.iterfind(f".//w:{kind}RangeEnd", NS)]
        names[kind] = sorted(one.get(f"{{{W}}}name") for one in starts)
        if sorted(one.get(f"{{{W}}}id") for one in starts) != sorted(ends):
            yield f"a range of {kind} has one end"
    if names["moveFrom"] != names["moveTo"]:
        yield "a move has one half"


def last_marks(root):
    """Paragraph marks that nothing can be joined with."""
    for holder in ("body", "tc", "footnote", "endnote", "txbxContent"):
        for story in root.iterfind(f".//w:{holder}", NS):
            blocks = [child for child in story if name_of(child) in {"p", "tbl"}]
            last = blocks[-1].find("w:pPr/w:rPr", NS) if blocks else None
            tracked = [] if last is None else [c for c in last if name_of(c) in CHANGES]
            row = story.getparent().find("w:trPr", NS) if holder == "tc" else None
            if tracked and (row is None or not {name_of(c) for c in row} & {"ins", "del"}):
                yield f"the last mark of a {holder} is tracked"


def halved_fields(root):
    begun = []
    for sign in root.iterfind(".//w:fldChar", NS):
        fate = [name_of(up) for up in sign.xpath(FATES, namespaces=NS)]
        kind = sign.get(f"{{{W}}}fldCharType")
        if kind == "begin":
            begun.append(fate)
        elif begun and (begun[-1] if kind == "separate" else begun.pop()) != fate:
            yield "a field is half deleted"


def half_ranges(root):
    for kind in ("bookmark", "commentRange"):
        starts, ends = (
            Counter(one.get(f"{{{W}}}id") for one in root.iterfind(f".//w:{kind}{side}", NS))
            for side in ("Start", "End")
        )
        if starts != ends or any(n > 1 for n in starts.values()):
            yield f"a {kind} has one end, or stands twice"


CHECKS = (
    out_of_order,
    misnamed_text,
    badly_nested,
    half_moves,
    last_marks,
    halved_fields,
    half_ranges,
)


def faults(content):
    """Which rules a file breaks."""
    roots = parts_of(content)
    found = [fault for root in roots for check in CHECKS for fault in check(root)]
    changes = [
        one for root in roots for name in CHANGES for one in root.iterfind(f".//w:{name}", NS)
    ]
    ids = Counter(one.get(f"{{{W}}}id") for one in changes)
    found += [f"the number {i} stands {n} times" for i, n in ids.items() if n > 1]
    found += [f"{name_of(one)} by nobody" for one in changes if not one.get(f"{{{W}}}author")]
    return found


def written(old, new, **options):
    """A redline as the service makes it, found valid."""
    content = redline(
        old, new, author="Brazil", date=MOMENT, words=compare_words, align=align, **options
    )
    assert faults(content) == []
    return content


BROKEN = [
    (p(f"<w:del {BY}>{r('gone')}</w:del>"), "t inside a deletion"),
    (p(f"<w:ins {BY}><w:ins {BY}>{r('new')}</w:ins></w:ins>"), "ins inside ins"),
    (p("x", f"<w:rPr><w:del {BY}/></w:rPr>"), "the last mark of a body is tracked"),
    (p("x", '<w:jc w:val="left"/><w:keepNext/>'), "pPr out of order"),
    (p('<w:bookmarkStart w:id="7" w:name="a"/>'), "a bookmark has one end, or stands twice"),
    (p(f'<w:moveFromRangeStart {BY} w:name="m"/>'), "a move has one half"),
]


@pytest.mark.parametrize(("block", "fault"), BROKEN)
def test_a_broken_rule_is_found(block, fault):
    assert fault in faults(docx(block))


DRAFTS = ["draft-1", "draft-2", "draft-3", "consolidated-2", "agreed", "brazil-1", "usa-2"]


@pytest.mark.parametrize("old", DRAFTS)
@pytest.mark.parametrize("new", DRAFTS)
def test_redlines_of_the_sample_drafts_break_no_rule(old, new):
    content = [(WSIS / f"{name}.docx").read_bytes() for name in (old, new)]
    written(*content)
