"""Styles and lists that only the new file defines, brought into the old one under free ids.

What the old file defines is never changed: a style of the same name is the same style.
"""

import copy
from collections.abc import Callable, Iterator

from lxml import etree

from amendments.word.names import MC, VAL, W
from amendments.word.redlining.outgoing import Outgoing, note_prefixes
from amendments.word.redlining.plain import attributes_of, parent_of
from amendments.word.redlining.sides import Side
from amendments.word.styles import STYLE_ID, whole

STYLE, NUM, ABSTRACT = W + "style", W + "num", W + "abstractNum"
NUM_ID, ABSTRACT_ID = W + "numId", W + "abstractNumId"
NONE = "0"
"""The list that says a paragraph is in none."""
STYLES_IN_LISTS = (W + "pStyle", W + "styleLink", W + "numStyleLink")
AFTER_NUMS = W + "numIdMacAtCleanup"
"""What ends the definitions of lists: pictures, abstract lists, lists, this (17.9.15)."""


class Definitions:
    """What styles and lists of the new file are called in the old one."""

    def __init__(self, old: Side, new: Side, outgoing: Outgoing) -> None:
        """Both files, and the package that takes in what has to be brought."""
        self._old = old
        self._new = new
        self._outgoing = outgoing
        ids = {_name(style): style.get(STYLE_ID) or "" for style in _all(old, "styles", STYLE)}
        self._new_styles = {s.get(STYLE_ID) or "": s for s in _all(new, "styles", STYLE)}
        self._styles = {i: ids[_name(s)] for i, s in self._new_styles.items() if _name(s) in ids}
        self._brought: set[str] = set()
        """Ids in the new file of the styles that were brought."""
        self._new_nums = {n.get(NUM_ID) or "": n for n in _all(new, "numbering", NUM)}
        self._new_abstracts = _with_levels(_abstracts(new))
        self._lists = {NONE: NONE}
        self._abstracts: dict[str, str] = {}

    def learn(self, new: str, old: str) -> None:
        """Two paragraphs are the same one: so are the lists they stand in."""
        if new in self._lists or old == NONE:
            return
        self._lists[new] = old
        nums = {n.get(NUM_ID): n for n in _all(self._old, "numbering", NUM)}
        if new in self._new_nums and old in nums and (home := _abstract_of(nums[old])):
            abstract = self._new_abstracts.get(_abstract_of(self._new_nums[new]))
            if abstract is not None:
                self._abstracts.setdefault(abstract.get(ABSTRACT_ID) or "", home)

    # --- styles -----------------------------------------------------------------------

    def style_of(self, identity: str) -> str | None:
        """The id in the old file of a style of the new one; None where it cannot have one."""
        if identity not in self._styles and identity in self._new_styles:
            self._bring_style(identity)
        return self._styles.get(identity)

    def _bring_style(self, identity: str) -> None:
        root = self._root("styles")
        if root is None:
            return
        taken = {style.get(STYLE_ID) for style in root.iter(STYLE)}
        free = (f"{identity}{n}" for n in range(2, len(taken) + 3))
        mine = next(one for one in (identity, *free) if one not in taken)
        self._styles[identity] = mine  # first of all, since styles name each other
        self._brought.add(identity)
        made = _copied(self._new_styles[identity], self._outgoing)
        made.attrib.pop(W + "default", "")
        made.set(STYLE_ID, mine)
        root.append(made)
        self._lead(made, "basedOn", self.style_of)
        self._lead(made, "next", self._styles.get)
        self._lead(made, "link", self._linked)
        for number in list(made.iter(NUM_ID)):
            _point(number, self.list_of(number.get(VAL) or ""), drop=parent_of(number))

    @staticmethod
    def _lead(style: etree._Element, name: str, known: Callable[[str], str | None]) -> None:
        pointer = style.find(W + name)
        if pointer is not None:
            _point(pointer, known(pointer.get(VAL) or ""))

    def _linked(self, identity: str) -> str | None:
        """Paragraph and character styles are linked both ways, so an old one gets no new link."""
        if identity in self._styles and identity not in self._brought:
            return None
        return self.style_of(identity)

    # --- lists ------------------------------------------------------------------------

    def list_of(self, num_id: str) -> str | None:
        """The id in the old file of a list of the new one; None where it cannot have one."""
        if num_id not in self._lists and num_id in self._new_nums:
            self._bring_list(num_id)
        return self._lists.get(num_id)

    def _bring_list(self, num_id: str) -> None:
        num = self._new_nums[num_id]
        abstract = self._new_abstracts.get(_abstract_of(num))
        root = self._root("numbering") if abstract is not None else None
        if root is None or abstract is None:
            return
        if self._has(num, abstract, root):
            self._lists[num_id] = num_id
            return
        mine = self._lists[num_id] = _free(root, NUM, NUM_ID)
        made = _copied(num, self._outgoing)
        made.set(NUM_ID, mine)
        _put(made, root, before=(AFTER_NUMS,))
        self._settle_levels(made)
        home = self._abstract(abstract, root)
        for pointer in made.iterchildren(ABSTRACT_ID):
            pointer.set(VAL, home)

    def _has(self, num: etree._Element, abstract: etree._Element, root: etree._Element) -> bool:
        """Whether the old file has the very same list under the same id."""
        homes = _abstracts(self._old)
        return any(
            one.get(NUM_ID) == num.get(NUM_ID)
            and _says(one) == _says(num)
            and (home := homes.get(_abstract_of(one))) is not None
            and _says(home) == _says(abstract)
            for one in root.iterchildren(NUM)
        )

    def _abstract(self, abstract: etree._Element, root: etree._Element) -> str:
        """The abstract list that counts as this one does: learnt, the same, or brought."""
        identity = abstract.get(ABSTRACT_ID) or ""
        if identity not in self._abstracts:
            same = (one for one in root.iterchildren(ABSTRACT) if _says(one) == _says(abstract))
            found = next(same, None)
            if found is not None:
                self._abstracts[identity] = found.get(ABSTRACT_ID) or ""
            else:
                self._bring_abstract(abstract, root)
        return self._abstracts[identity]

    def _bring_abstract(self, abstract: etree._Element, root: etree._Element) -> None:
        mine = _free(root, ABSTRACT, ABSTRACT_ID)
        self._abstracts[abstract.get(ABSTRACT_ID) or ""] = mine
        made = _copied(abstract, self._outgoing)
        made.set(ABSTRACT_ID, mine)
        serials = {one.get(VAL) for one in root.iter(W + "nsid")}
        for serial in made.findall(W + "nsid"):
            if serial.get(VAL) in serials:  # Word takes two of one serial for one list
                made.remove(serial)
        _put(made, root, before=(NUM, AFTER_NUMS))
        self._settle_levels(made)

    def _settle_levels(self, made: etree._Element) -> None:
        """A level stands for styles that came with it only; pictures for bullets stay behind."""
        for picture in list(made.iter(W + "lvlPicBulletId")):
            parent_of(picture).remove(picture)
        for pointer in list(made.iter(*STYLES_IN_LISTS)):
            identity = pointer.get(VAL) or ""
            known = self.style_of(identity)
            is_its_own = identity in self._brought or pointer.tag == W + "numStyleLink"
            _point(pointer, known if is_its_own else None)

    def _root(self, kind: str) -> etree._Element | None:
        """The old file's part to write into; None where it is damaged and stays as it is."""
        part = self._old.beside(kind)
        if part is None:
            if self._old.is_damaged(kind):
                return None
            root = etree.Element(W + kind, nsmap={"w": W[1:-1]})
            part = self._old.adopt(kind, self._outgoing.new_part(kind, root))
        self._outgoing.change(part)
        return part.root


def _all(side: Side, kind: str, tag: str) -> Iterator[etree._Element]:
    part = side.beside(kind)
    return iter(()) if part is None else part.root.iterchildren(tag)


def _abstracts(side: Side) -> dict[str, etree._Element]:
    return {a.get(ABSTRACT_ID) or "": a for a in _all(side, "numbering", ABSTRACT)}


def _with_levels(abstracts: dict[str, etree._Element]) -> dict[str, etree._Element]:
    """Each abstract list by its id, or the one its numbering style leads to (17.9.21)."""
    linked = {
        link.get(VAL): abstract
        for abstract in abstracts.values()
        if (link := abstract.find(W + "styleLink")) is not None
    }
    return {
        identity: linked.get(link.get(VAL), abstract)
        if (link := abstract.find(W + "numStyleLink")) is not None
        else abstract
        for identity, abstract in abstracts.items()
    }


def _abstract_of(num: etree._Element) -> str:
    pointer = num.find(ABSTRACT_ID)
    return "" if pointer is None else pointer.get(VAL) or ""


def _name(style: etree._Element) -> str:
    name = style.find(W + "name")
    return "" if name is None else (name.get(VAL) or "").lower()


def _free(root: etree._Element, tag: str, attribute: str) -> str:
    numbers = (whole(one.get(attribute)) or 0 for one in root.iterchildren(tag))
    return str(max(numbers, default=0) + 1)


def _put(element: etree._Element, root: etree._Element, before: tuple[str, ...]) -> None:
    follower = next(root.iterchildren(*before), None)
    if follower is None:
        root.append(element)
    else:
        follower.addprevious(element)


def _point(pointer: etree._Element, to: str | None, drop: etree._Element | None = None) -> None:
    """Let a pointer lead there; without an aim it goes, or what is to be dropped with it."""
    if to is not None:
        pointer.set(VAL, to)
        return
    gone = pointer if drop is None else drop
    parent_of(gone).remove(gone)


def _copied(element: etree._Element, outgoing: Outgoing) -> etree._Element:
    """A copy without extensions that the old part's root may not allow for."""
    made = copy.deepcopy(element)
    made.tail = None
    note_prefixes(element, outgoing)
    for one in list(made.iter("*")):
        for name, _ in attributes_of(one):
            if name.startswith("{") and not name.startswith(W):
                del one.attrib[name]
        if not one.tag.startswith((W, MC)):
            parent_of(one).remove(one)
    return made


def _says(numbering: etree._Element) -> bytes:
    """What a list or an abstract list says, whatever its ids."""
    made = copy.deepcopy(numbering)
    made.tail = None
    made.attrib.clear()
    for identity in list(made.iterchildren(W + "nsid", ABSTRACT_ID)):
        made.remove(identity)
    return etree.tostring(made, method="c14n", exclusive=True)
