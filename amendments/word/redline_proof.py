"""The second look at a redline: what Word shows when all is accepted or rejected."""

from lxml import etree

from amendments.errors import RedlineNotProven
from amendments.model import Reading
from amendments.word.names import W
from amendments.word.redline_text import BLOCKS

HIDDEN = {
    Reading.BEFORE: frozenset({W + "ins", W + "moveTo"}),
    Reading.AFTER: frozenset({W + "del", W + "moveFrom"}),
}
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
INSIDE = frozenset(
    W + name
    for name in (
        "r hyperlink sdt sdtContent smartTag customXml fldSimple dir bdo ins del moveTo moveFrom"
    ).split()
)


def prove(body: etree._Element, before: list[str], after: list[str]) -> None:
    """Hold both readings of the redline against the texts it was made from.

    Raises:
        RedlineNotProven: if one of them is not that text.

    """
    for reading, wanted in ((Reading.BEFORE, before), (Reading.AFTER, after)):
        found = texts(body, reading)
        if found == wanted:
            continue
        pairs = enumerate(zip([*found, ""], [*wanted, ""], strict=False), 1)
        place = next((n for n, (a, b) in pairs if a != b), len(wanted))
        side = "old" if reading is Reading.BEFORE else "new"
        raise RedlineNotProven(
            f"The redline does not give the {side} text back at paragraph {place}, so it is "
            "withheld. Save both files anew in Word, or compare them without a redline."
        )


def texts(body: etree._Element, reading: Reading) -> list[str]:
    """The paragraphs of that reading that have a text."""
    found: list[str] = []
    _read_blocks(body, HIDDEN[reading], found)
    return [text for text in found if text.strip()]


def _read_blocks(parent: etree._Element, hidden: frozenset[str], found: list[str]) -> None:
    held = ""
    for child in parent:
        if child.tag == W + "p":
            held += _read(child, hidden)
            look = child.find(f"{W}pPr/{W}rPr")
            if look is None or not any(mark.tag in hidden for mark in look):
                found.append(held)
                held = ""
        elif child.tag in BLOCKS or child.tag == W + "tc":
            found.append(held)
            held = ""
            _read_blocks(child, hidden, found)
    found.append(held)


def _read(parent: etree._Element, hidden: frozenset[str]) -> str:
    text = ""
    for child in parent:
        if child.tag in hidden:
            continue
        if child.tag in INSIDE:
            text += _read(child, hidden)
        elif child.tag in {W + "t", W + "delText"}:
            text += child.text or ""
        elif child.tag == W + "sym":
            code = child.get(W + "char") or ""
            text += chr(int(code, 16)) if code else "\ufffd"
        elif parent.tag == W + "r":
            text += SIGNS.get(str(child.tag).removeprefix(W), "")
    return text
