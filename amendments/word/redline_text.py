"""The characters of a paragraph, each with the run it stands in, and the paragraphs of a story."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from amendments.word.names import MC, W

SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
}
NOTES = frozenset({W + "footnoteReference", W + "endnoteReference"})
INLINE = frozenset(
    W + name
    for name in "hyperlink sdt sdtContent smartTag customXml fldSimple dir bdo ins moveTo".split()
)
BLOCKS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "tbl", "tr"))
BETWEEN = frozenset(
    W + name
    for name in (
        "bookmarkStart bookmarkEnd proofErr commentRangeStart commentRangeEnd permStart permEnd"
    ).split()
)
"""What may stand between two paragraphs that follow each other."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One character, or one thing without text (a picture, a note, a field's bracket)."""

    run: etree._Element
    node: etree._Element
    text: str
    """One character, or "" for a thing without text."""


@dataclass(eq=False, slots=True)
class Para:
    """A paragraph of the main story."""

    element: etree._Element
    text: str
    in_table: bool
    segment: int
    """Paragraphs of one segment follow each other with nothing between them."""

    @property
    def is_empty(self) -> bool:
        """Whether it has no text to compare; such paragraphs only give space."""
        return not self.text.strip()


def atoms_of(element: etree._Element) -> list[Atom]:
    """The characters and other things of a paragraph, in order."""
    atoms: list[Atom] = []
    for run in _runs(element):
        for node in run:
            if node.tag == W + "rPr":
                continue
            if node.tag == W + "t":
                atoms += [Atom(run, node, sign) for sign in node.text or ""]
            elif node.tag == W + "sym":
                atoms.append(Atom(run, node, _symbol(node)))
            else:
                atoms.append(Atom(run, node, SIGNS.get(node.tag, "")))
    return atoms


def _symbol(node: etree._Element) -> str:
    try:
        return chr(int(node.get(W + "char") or "", 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def text_of(atoms: list[Atom]) -> str:
    """What the atoms spell."""
    return "".join(atom.text for atom in atoms)


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == W + "r":
            yield child
        elif child.tag in INLINE:
            yield from _runs(child)


def paragraphs_of(body: etree._Element) -> list[Para]:
    """The paragraphs of the main story: the body, its tables and content controls."""
    found: list[Para] = []
    counter = 0

    def walk(parent: etree._Element, *, in_table: bool) -> None:
        nonlocal counter
        counter += 1
        for child in parent:
            if child.tag == W + "p":
                found.append(Para(child, text_of(atoms_of(child)), in_table, counter))
            elif child.tag in BLOCKS or child.tag == W + "tc":
                walk(child, in_table=in_table or child.tag == W + "tbl")
                counter += 1
            elif child.tag == MC + "AlternateContent" or child.tag not in BETWEEN:
                counter += 1

    walk(body, in_table=False)
    return found
