"""Tracked changes as XML: runs cut only where a change cuts, everything else left as it is."""

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from amendments.model import Op, Piece
from amendments.word.names import ID, M, W
from amendments.word.redline_text import NOTES, Atom, atoms_of

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TOGGLES = tuple(W + name for name in ("b", "i", "strike", "u", "vertAlign", "caps", "smallCaps"))
GONE_NAMES = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}


@dataclass(slots=True)
class Scribe:
    """Who writes, when, and the next free number for a change."""

    author: str
    date: str
    next_id: int

    def element(self, name: str) -> etree._Element:
        """An element of a tracked change with its number, author and date."""
        found = etree.Element(W + name)
        found.set(ID, str(self.next_id))
        found.set(W + "author", self.author)
        found.set(W + "date", self.date)
        self.next_id += 1
        return found

    def mark_paragraph(self, paragraph: etree._Element, name: str) -> None:
        """Track the paragraph's mark as inserted, deleted or moved."""
        properties = paragraph.find(W + "pPr")
        if properties is None:
            properties = etree.Element(W + "pPr")
            paragraph.insert(0, properties)
        look = properties.find(W + "rPr")
        if look is None:
            look = etree.Element(W + "rPr")
            section = properties.find(W + "sectPr")
            at = len(properties) if section is None else properties.index(section)
            properties.insert(at, look)
        look.insert(0, self.element(name))

    def edit(
        self, paragraph: etree._Element, pieces: Sequence[Piece], coming: Sequence[Atom]
    ) -> None:
        """Track the pieces in a paragraph whose atoms spell what is kept and deleted.

        `coming` are the atoms of the new paragraph, which what is kept and added spell.
        """
        atoms = atoms_of(paragraph)
        deleted, added = _changes(atoms, pieces, coming)
        if not atoms and added:
            paragraph.append(self._inserted(added[0], None))
        at = 0
        for _, group in groupby(atoms, key=lambda atom: id(atom.run)):
            of_run = list(group)
            self._edit_run(of_run, at, deleted, added)
            at += len(of_run)
        if all(piece.op is Op.DELETED for piece in pieces):
            self._delete_formulas(paragraph)

    def _edit_run(
        self, atoms: list[Atom], at: int, deleted: set[int], added: dict[int, list[Atom]]
    ) -> None:
        stop = at + len(atoms)
        cuts = {n for n in added if at < n <= stop or n == at == 0}
        gone = {n for n in range(at, stop) if n in deleted}
        if not cuts and not gone:
            return
        run = atoms[0].run
        parts: list[etree._Element] = []
        if at in cuts:
            parts.append(self._inserted(added[at], run))
        start = at
        for n in range(at + 1, stop + 1):
            ends = n == stop or n in cuts or (n in gone) != (n - 1 in gone)
            if not ends:
                continue
            piece = _run_of(run, atoms[start - at : n - at], is_deleted=start in gone)
            parts.append(self._wrapped("del", piece) if start in gone else piece)
            if n in cuts:
                parts.append(self._inserted(added[n], run))
            start = n
        _replace(run, parts)

    def _wrapped(self, name: str, *content: etree._Element) -> etree._Element:
        wrapper = self.element(name)
        wrapper.extend(content)
        return wrapper

    def _inserted(self, atoms: list[Atom], beside: etree._Element | None) -> etree._Element:
        """New characters, in the look of the run beside them where emphasis agrees."""
        runs = []
        for _, group in groupby(atoms, key=lambda atom: id(atom.run)):
            of_run = list(group)
            model = of_run[0].run
            if beside is not None and _emphasis(model) == _emphasis(beside):
                model = beside
            runs.append(_run_of(model, of_run, is_deleted=False))
        return self._wrapped("ins", *runs)

    def _delete_formulas(self, paragraph: etree._Element) -> None:
        for formula in paragraph.findall(M + "oMath") + paragraph.findall(M + "oMathPara"):
            wrapper = self.element("del")
            formula.addprevious(wrapper)
            wrapper.append(formula)

    def move(self, paragraph: etree._Element, name: str, number: int) -> None:
        """Track the content of the paragraph as moved; what `edit` inserted stays inserted."""
        for run in list(paragraph.iter(W + "r")):
            inside = run.getparent()
            if inside.tag == W + "ins" or _is_nested(run, paragraph):
                continue
            moved = inside if inside.tag == W + "del" else run
            wrapper = self.element(name)
            moved.addprevious(wrapper)
            wrapper.append(moved)
        start, end = self.element(f"{name}RangeStart"), etree.Element(W + f"{name}RangeEnd")
        start.set(W + "name", f"move{number}")
        end.set(ID, start.get(ID))
        place = 1 if paragraph.find(W + "pPr") is not None else 0
        paragraph.insert(place, start)
        paragraph.append(end)


def _is_nested(run: etree._Element, paragraph: etree._Element) -> bool:
    """Whether the run belongs to a text box inside the paragraph."""
    return next(run.iterancestors(W + "p")) is not paragraph


def _changes(
    atoms: list[Atom], pieces: Sequence[Piece], coming: Sequence[Atom]
) -> tuple[set[int], dict[int, list[Atom]]]:
    """Which atoms go, and what comes in before which atom."""
    spelled = [atom for atom in coming if atom.text]
    goes_whole = all(piece.op is Op.DELETED for piece in pieces)
    deleted: set[int] = set()
    added: dict[int, list[Atom]] = {}
    at = taken = 0
    for piece in pieces:
        size = len(piece.text)
        if piece.op is Op.ADDED:
            added.setdefault(at, []).extend(spelled[taken : taken + size])
            taken += size
            continue
        taken += size if piece.op is Op.KEPT else 0
        begun = False
        while size:
            atom = atoms[at]
            is_inside = bool(atom.text) or (begun and atom.node.tag in NOTES)
            if piece.op is Op.DELETED and is_inside:
                deleted.add(at)
            size -= len(atom.text)
            begun, at = True, at + 1
    if goes_whole:
        deleted = set(range(len(atoms)))
    return deleted, added


def _emphasis(run: etree._Element) -> tuple[str | None, ...]:
    look = run.find(W + "rPr")
    found = [None if look is None else look.find(name) for name in TOGGLES]
    return tuple(None if one is None else one.get(W + "val", "on") for one in found)


def _run_of(model: etree._Element, atoms: Iterable[Atom], *, is_deleted: bool) -> etree._Element:
    """A run with the model's look that holds these atoms."""
    run = etree.Element(W + "r", nsmap=None)
    look = model.find(W + "rPr")
    if look is not None:
        run.append(copy.deepcopy(look))
    for _, group in groupby(atoms, key=lambda atom: id(atom.node)):
        of_node = list(group)
        node = of_node[0].node
        if node.tag == W + "t":
            made = etree.SubElement(run, node.tag)
            made.text = "".join(atom.text for atom in of_node)
            made.set(SPACE, "preserve")
        else:
            made = copy.deepcopy(node)
            made.tail = None
            run.append(made)
        if is_deleted:
            made.tag = GONE_NAMES.get(made.tag, made.tag)
    return run


def _replace(element: etree._Element, parts: list[etree._Element]) -> None:
    parent = element.getparent()
    place = parent.index(element)
    parent[place : place + 1] = parts
