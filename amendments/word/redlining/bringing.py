"""What comes in from the new file, in terms of the old one: looks, lists, notes, pictures."""

import copy
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from amendments.errors import DraftRefused
from amendments.model import Op
from amendments.word.kinds import DAMAGED
from amendments.word.names import ID, VAL, R, W
from amendments.word.redlining.definitions import Definitions
from amendments.word.redlining.marks import Scribe, bare_properties, put_in_order, run_of
from amendments.word.redlining.outgoing import Outgoing, note_prefixes
from amendments.word.redlining.plain import attributes_of, parent_of, take_out
from amendments.word.redlining.script import whole
from amendments.word.redlining.sides import NOTES, Part, Pointer, Side
from amendments.word.redlining.units import BOX, Leaf, Unit, units_of

TOGGLES = tuple(
    W + name for name in ("b", "i", "strike", "u", "vertAlign", "caps", "smallCaps", "rStyle")
)
STYLES = (W + "pStyle", W + "rStyle", W + "tblStyle")
NAMED_ONCE = tuple(
    W + name
    for name in [
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "permStart",
        "permEnd",
        "proofErr",
    ]
)
"""What may stand in a file only once or means nothing in another: copies go without it."""
IDENTITIES = ("}paraId", "}textId")
DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(slots=True)
class Bringer:
    """Brings content of the new file into the old one."""

    old: Side
    new: Side
    scribe: Scribe
    outgoing: Outgoing
    definitions: Definitions = field(init=False)
    _pictures: int = 0
    _referred: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.definitions = Definitions(self.old, self.new, self.outgoing)
        numbers = [one.get("id") or "" for part in self.old.parts for one in part.root.iter(DOC_PR)]
        self._pictures = max((int(n) for n in numbers if n.isdecimal()), default=0)
        for part in self.old.parts:
            self._referred.update(_named(one) for one in part.root.iter(*NOTES))

    def is_only(self, reference: etree._Element) -> bool:
        """Whether nothing else in the old file refers to the same note."""
        return self._referred[_named(reference)] == 1

    def inserted(
        self,
        units: Sequence[Unit],
        beside: etree._Element | None,
        *,
        source: Part,
        target: Part,
        names: tuple[str, ...] = ("ins",),
    ) -> list[etree._Element]:
        """The units as inserted elements, in the look of the run beside them if emphasis agrees."""
        leaves = [leaf for unit in units for leaf in unit.leaves]
        elements = []
        for link, of_link in groupby(leaves, key=lambda leaf: leaf.link):
            made = []
            for _, group in groupby(of_link, key=_holder):
                made.append(self._copied(list(group), beside, source, target))
            wrapper = self.scribe.element(names[0])
            wrapper.extend(made)
            elements.append(self._linked(wrapper, link, target) if link else wrapper)
        return elements

    def paragraph(self, element: etree._Element, *, source: Part, target: Part) -> etree._Element:
        """A paragraph of the new file whose whole content is inserted."""
        made = etree.Element(W + "p")
        made.append(self.properties(element))
        units = [step.new for step in whole(units_of(element, self.new, source), Op.ADDED)]
        made.extend(
            self.inserted([u for u in units if u is not None], None, source=source, target=target)
        )
        return made

    def properties(self, element: etree._Element) -> etree._Element:
        """The paragraph properties of a new paragraph in the old file's terms."""
        mine = bare_properties(element.find(W + "pPr"))
        put_in_order(mine)
        self.settle(mine)
        return mine

    def settle(self, element: etree._Element) -> None:
        """Point styles and lists to what they are in the old file."""
        for style in list(element.iter(*STYLES)):
            known = self.definitions.style_of(style.get(VAL) or "")
            if known is None:
                take_out(style)
            else:
                style.set(VAL, known)
        for numbering in list(element.iter(W + "numPr")):
            number = numbering.find(W + "numId")
            if number is None:  # only a level: the list is the style's
                continue
            known = self.definitions.list_of(number.get(VAL) or "")
            if known is None:
                take_out(numbering)
            else:
                number.set(VAL, known)

    def learn_list(self, old: etree._Element, new: etree._Element) -> None:
        """Two paragraphs are the same one: so are the lists they stand in."""
        theirs = _list_of(new)
        mine = _list_of(old) if theirs else ""
        if mine:
            self.definitions.learn(theirs, mine)

    def thing(self, node: etree._Element, *, source: Part, target: Part) -> etree._Element:
        """A copy of a note's sign, a picture or a box, with all that it needs."""
        made = copy.deepcopy(node)
        made.tail = None
        self.settle(made)
        self.make_anew(made)
        note_prefixes(node, self.outgoing)
        for one in made.iter("*"):
            for name, value in attributes_of(one):
                if name.startswith(R):
                    pointer = source.pointers.get(value)
                    identity = self._pointed(pointer, target)
                    if identity:
                        one.set(name, identity)
                    else:
                        del one.attrib[name]
        if node.tag in NOTES:
            self._bring_note(node, made)
        return made

    def _pointed(self, pointer: Pointer | None, target: Part) -> str:
        return "" if pointer is None else self.outgoing.point(target.name, pointer, self.new)

    def make_anew(self, element: etree._Element) -> None:
        """Give a copy numbers of its own, and take out what may stand in a file only once."""
        for child in list(element.iter(*NAMED_ONCE)):
            if child is not element:
                parent_of(child).remove(child)
        for one in element.iter("*"):
            for name in [name for name, _ in attributes_of(one) if name.endswith(IDENTITIES)]:
                del one.attrib[name]
        for one in element.iter(DOC_PR):
            self._pictures += 1
            one.set("id", str(self._pictures))

    # --- runs -------------------------------------------------------------------------

    def _copied(
        self, leaves: list[Leaf], beside: etree._Element | None, source: Part, target: Part
    ) -> etree._Element:
        run = leaves[0].run
        if run is None:
            return self.thing(leaves[0].node, source=source, target=target)
        look = run.find(W + "rPr")
        if look is not None:
            look = copy.deepcopy(look)
            self.settle(look)
        if beside is not None and all(leaf.text for leaf in leaves):
            theirs = beside.find(W + "rPr")
            if _emphasis(theirs) == _emphasis(look):
                look = theirs
        made = run_of(look, leaves)
        for original, mine in zip(_others(leaves), [n for n in made if _is_other(n)], strict=True):
            made.replace(mine, self.thing(original, source=source, target=target))
        return made

    def _linked(self, wrapper: etree._Element, address: str, target: Part) -> etree._Element:
        pointer = next(
            (p for part in self.new.parts for p in part.pointers.values() if p.target == address),
            None,
        )
        if pointer is None or not pointer.is_external:
            return wrapper
        link = etree.Element(W + "hyperlink")
        link.set(R + "id", self.outgoing.point(target.name, pointer, self.new))
        link.append(wrapper)
        return link

    # --- notes ------------------------------------------------------------------------

    def _bring_note(self, reference: etree._Element, made: etree._Element) -> None:
        kind = NOTES[reference.tag]
        source, note = self.new.note_parts.get(kind), self.new.note(reference)
        if source is None or note is None:
            return
        target = self.old.note_parts.get(kind)
        if target is None and self.old.is_damaged(f"{kind}s"):
            raise DraftRefused(
                f"The old file's {kind}s are damaged, so those of the new one cannot be put in. "
                f"{DAMAGED}"
            )
        if target is None:
            target = self.old.note_parts[kind] = self.outgoing.new_notes(kind)
        self.outgoing.change(target)
        mine = self.story(note, source=source, target=target)
        taken = {one.get(ID) for one in target.root.iter(W + kind)}
        number = next(n for n in range(1, len(taken) + 2) if str(n) not in taken)
        mine.set(ID, str(number))
        made.set(ID, str(number))
        target.root.append(mine)

    def story(self, element: etree._Element, *, source: Part, target: Part) -> etree._Element:
        """A copy of a note, a row or a table in which every paragraph's content is inserted."""
        made = copy.deepcopy(element)
        made.tail = None
        originals = [p for p in element.iter(W + "p") if not _is_boxed(p, element)]
        copies = [p for p in made.iter(W + "p") if not _is_boxed(p, made)]
        self.settle(made)
        for original, mine in zip(originals, copies, strict=True):
            kept = [r for r in mine.findall(W + "r") if _opens_note(r)]
            mine[:] = [*self.paragraph(original, source=source, target=target)]
            place = 0 if mine.find(W + "pPr") is None else 1
            mine[place:place] = kept
        self.make_anew(made)
        return made


def _named(reference: etree._Element) -> tuple[str, str]:
    return NOTES[reference.tag], reference.get(ID) or ""


def _holder(leaf: Leaf) -> int:
    return id(leaf.node if leaf.run is None else leaf.run)


def _is_other(node: etree._Element) -> bool:
    return node.tag not in {W + "rPr", W + "t"}


def _others(leaves: list[Leaf]) -> list[etree._Element]:
    return [leaf.node for leaf in leaves if _is_other(leaf.node)]


def _list_of(paragraph: etree._Element) -> str:
    properties = paragraph.find(W + "pPr")
    numbering = None if properties is None else properties.find(W + "numPr")
    number = None if numbering is None else numbering.find(W + "numId")
    return "" if number is None else number.get(VAL) or ""


def _is_boxed(element: etree._Element, within: etree._Element) -> bool:
    """Whether it stands in a text box inside `within`."""
    for up in element.iterancestors():
        if up is within:
            return False
        if up.tag == BOX:
            return True
    return False


def _opens_note(run: etree._Element) -> bool:
    return any(node.tag in {W + "footnoteRef", W + "endnoteRef"} for node in run)


def _emphasis(look: etree._Element | None) -> dict[str, str]:
    """What of a run's look carries meaning; all else is taken from what stands around it."""
    return {} if look is None else {one.tag: one.get(VAL, "on") for one in look.iter(*TOGGLES)}
