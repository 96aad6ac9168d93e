"""The tracked changes of a file that change no words: formats, merged cells, content controls."""

from collections.abc import Iterator

from lxml import etree

from amendments.model import Revision
from amendments.word.names import ID, MC, W
from amendments.word.revisions import author_of, date_of

FORMATS = {
    W + "rPrChange": "words",
    W + "pPrChange": "paragraph",
    W + "numberingChange": "numbering",
    W + "sectPrChange": "section",
    **dict.fromkeys((W + "tblPrChange", W + "tblPrExChange", W + "tblGridChange"), "table"),
    W + "trPrChange": "row",
    W + "tcPrChange": "cell",
}
"""What each is about (ECMA-376-1, 17.13.5)."""
CONTROLS = {
    W + "customXmlInsRangeStart": "inserted",
    W + "customXmlDelRangeStart": "deleted",
    W + "customXmlMoveFromRangeStart": "moved-from",
    W + "customXmlMoveToRangeStart": "moved-to",
}
MERGED = W + "cellMerge"
PPR = W + "pPr"
WATCHED = (*FORMATS, *CONTROLS, MERGED)
COPIES = (MC + "Fallback", *FORMATS)
"""A second rendering of a text box, and old states, repeat the changes of others."""


def format_changes_in(blocks: list[etree._Element]) -> Iterator[Revision]:
    """The changes of no words in some children of one element, in document order."""
    parent = blocks[0].getparent() if blocks else None
    if parent is None or next(parent.iter(*WATCHED), None) is None:
        return
    for block in blocks:
        for element in block.iter(*WATCHED):
            if next(element.iterancestors(*COPIES), None) is None:
                kind, where = _meaning(element)
                identity = element.get(ID) or ""
                yield Revision(kind, where, author_of(element), date_of(element), identity)


def _meaning(element: etree._Element) -> tuple[str, str]:
    tag = element.tag
    if tag == MERGED:
        return "merged", "cell"
    if tag in CONTROLS:
        return CONTROLS[tag], "control"
    # The format of a paragraph's mark is the paragraph's.
    outer = next(element.iterancestors(PPR), None)
    return "formatted", "paragraph" if outer is not None and tag == W + "rPrChange" else FORMATS[
        tag
    ]
