"""A paragraph as the texts and the other things it is made of, each with its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from amendments.word.body import SIGNS
from amendments.word.names import MC, M, R, W
from amendments.word.redlining.plain import attributes_of
from amendments.word.redlining.sides import NOTES, Part, Side
from amendments.word.symbols import symbol

JOINT = "\u2029"
"""Stands for a paragraph mark while several paragraphs are compared as one."""

INLINE = frozenset(
    W + name
    for name in [
        "hyperlink",
        "sdt",
        "sdtContent",
        "smartTag",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
    ]
)
"""What wraps runs inside a paragraph."""

OPAQUE = frozenset({M + "oMath", M + "oMathPara", MC + "AlternateContent"})
"""What stands between runs and is kept, deleted or inserted as a whole."""

INERT = frozenset(
    W + name
    for name in [
        "softHyphen",
        "lastRenderedPageBreak",
        "commentReference",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "separator",
        "continuationSeparator",
    ]
)
"""What means nothing for a comparison: it goes along with what stands around it."""

SYMBOLS_FROM = 0x100000
"""Where the characters of symbol fonts stand while texts are compared: no text has such."""

SOFT_HYPHEN = W + "softHyphen"
"""The one inert sign that comes along into another file."""

BOX = W + "txbxContent"
RUN = W + "r"
TEXT = W + "t"
CODE = frozenset({W + "fldChar", W + "instrText"})
SPELT = frozenset({*SIGNS, W + "sym"})
"""What stands for a character."""
WORDLESS = INERT | CODE | {W + "rPr"}
"""What a run holds beside its words and things."""

Key = tuple[str, ...]
"""What a thing is: things of one key may be the same thing in both files."""

MARK: Key = ("mark",)
NOTHING: Key = ()


@dataclass(eq=False, slots=True)
class Leaf:
    """A part of a run: some characters of a `w:t`, or one other element."""

    node: etree._Element
    run: etree._Element | None
    """None for what stands in the paragraph itself."""
    text: str = ""
    link: str = ""
    """The address outside the file that the hyperlink around it points to."""


@dataclass(eq=False, slots=True)
class Unit:
    """A text of one fate, a paragraph mark, or a thing without text."""

    text: str
    leaves: tuple[Leaf, ...]
    key: Key = NOTHING
    code: "Unit | None" = None
    """The code of the field that ends here."""
    inside: "tuple[Unit, ...]" = ()
    """The codes of the fields in whose result it stands."""
    is_pinned: bool = False
    """It can be neither deleted nor brought in: the bracket of a field of several paragraphs."""


def units_of(paragraph: etree._Element, side: Side, part: Part) -> list[Unit]:
    """The units of a paragraph in order, its mark left out."""
    return list(_units(list(_leaves(paragraph, part, "")), side, part))


def parted(units: Sequence[Unit], cuts: Iterable[int]) -> list[Unit]:
    """The units with texts cut in two at these places of what they all spell."""
    found: list[Unit] = []
    at = 0
    waiting = sorted(cuts, reverse=True)
    for unit in units:
        end = at + len(unit.text)
        while waiting and waiting[-1] <= at:
            waiting.pop()
        bounds = [at]
        while waiting and waiting[-1] < end:
            bounds.append(waiting.pop())
        if len(bounds) == 1:
            found.append(unit)
        else:
            (leaf,) = unit.leaves
            for a, b in zip(bounds, [*bounds[1:], end], strict=True):
                text = unit.text[a - at : b - at]
                piece = Leaf(leaf.node, leaf.run, text, leaf.link)
                found.append(Unit(text, (piece,), inside=unit.inside))
        at = end
    return found


def text_of(paragraph: etree._Element) -> str:
    """The characters of a paragraph as they are compared."""
    return contents_of(paragraph)[0]


def contents_of(paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
    """The characters as they are compared, and the things: what has a key but is no field's code.

    Things are notes, boxes, pictures, formulas.
    """
    words: list[str] = []
    things: list[etree._Element] = []
    _gather(paragraph, words, things)
    return "".join(words), things


def _gather(parent: etree._Element, words: list[str], things: list[etree._Element]) -> None:
    for child in parent:
        tag = child.tag
        if tag == RUN:
            for node in child:
                kind = node.tag
                if kind == TEXT:
                    words.append(node.text or "")
                elif kind in SPELT:
                    words.append(_sign(node))
                elif kind not in WORDLESS:
                    things.append(node)
        elif tag in INLINE:
            _gather(child, words, things)
        elif tag in OPAQUE:
            things.append(child)


def key_of(node: etree._Element, side: Side, part: Part) -> Key:
    """What a thing is."""
    if node.tag in NOTES:
        return ("note", NOTES[node.tag])
    boxes = boxes_of(node)
    if boxes and boxes[0]:
        return ("box", str(len(boxes[0])))
    tags = " ".join(etree.QName(one).localname for one in node.iter("*"))
    words = "".join(one.text or "" for one in node.iter(TEXT, M + "t"))
    pointed = [_pointed(one, side, part) for one in node.iter("*")]
    return ("thing", tags, words, *filter(None, pointed))


def boxes_of(node: etree._Element) -> list[list[etree._Element]]:
    """The text boxes of a drawing, once for each of its renderings."""
    renderings = list(node) if node.tag == MC + "AlternateContent" else [node]
    return [list(_outer_boxes(rendering)) for rendering in renderings]


def _outer_boxes(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == BOX:
            yield child
        else:
            yield from _outer_boxes(child)


# --- leaves -------------------------------------------------------------------------


def _leaves(parent: etree._Element, part: Part, link: str) -> Iterator[Leaf]:
    for child in parent:
        if child.tag == W + "r":
            for node in child:
                if node.tag == TEXT:
                    yield Leaf(node, child, node.text or "", link)
                elif node.tag != W + "rPr":
                    yield Leaf(node, child, _sign(node), link)
        elif child.tag in OPAQUE:
            yield Leaf(child, None)
        elif child.tag in INLINE:
            inner = part.pointers.get(child.get(R + "id") or "")
            yield from _leaves(child, part, inner.target if inner is not None else link)


def _sign(node: etree._Element) -> str:
    if node.tag == W + "sym":
        sign = symbol(node.get(W + "char"), node.get(W + "font")) or "\0"
        return chr(SYMBOLS_FROM + ord(sign) % 0x10000)
    return SIGNS.get(node.tag, "")


def _pointed(node: etree._Element, side: Side, part: Part) -> str:
    for name, value in attributes_of(node):
        if name.startswith(R):
            pointer = part.pointers.get(value)
            if pointer is not None:
                return pointer.target if pointer.is_external else side.digest(pointer.target)
    return ""


# --- fields -------------------------------------------------------------------------


@dataclass(slots=True)
class _Field:
    begin: int
    result: int
    end: int = 0


def _units(leaves: list[Leaf], side: Side, part: Part) -> Iterator[Unit]:
    whole = {field.begin: field for field in _whole_fields(leaves)}
    open_fields: dict[int, Unit] = {}
    at = 0
    while at < len(leaves):
        leaf, inside = leaves[at], tuple(open_fields.values())
        if at in whole:
            field = whole[at]
            code = tuple(leaves[at : field.result])
            unit = Unit("", code, ("code", _instruction(code)), inside=inside)
            if field.result <= field.end:
                open_fields[field.end] = unit
            yield unit
            at = field.result
            continue
        if at in open_fields:
            ended = open_fields.pop(at)
            yield Unit("", (leaf,), ("end",), code=ended, inside=tuple(open_fields.values()))
        elif leaf.node.tag in CODE:
            yield Unit("", (leaf,), is_pinned=True)
        elif leaf.text or leaf.node.tag in INERT or leaf.node.tag == TEXT:
            yield Unit(leaf.text, (leaf,), inside=inside)
        else:
            yield Unit("", (leaf,), key_of(leaf.node, side, part), inside=inside)
        at += 1


def _whole_fields(leaves: list[Leaf]) -> list[_Field]:
    """The fields that begin and end in the paragraph; those inside a field's code left out."""
    open_fields: list[_Field] = []
    found: list[_Field] = []
    for at, leaf in enumerate(leaves):
        kind = leaf.node.get(W + "fldCharType") if leaf.node.tag == W + "fldChar" else None
        if kind == "begin":
            open_fields.append(_Field(at, 0))
        elif kind == "separate" and open_fields:
            open_fields[-1].result = at + 1
        elif kind == "end" and open_fields:
            field = open_fields.pop()
            field.end = at
            field.result = field.result or at + 1
            found.append(field)
    hidden = [range(f.begin + 1, f.result) for f in found]
    return [f for f in found if not any(f.begin in code for code in hidden)]


def _instruction(code: tuple[Leaf, ...]) -> str:
    words = "".join(leaf.node.text or "" for leaf in code if leaf.node.tag == W + "instrText")
    return " ".join(words.split())
