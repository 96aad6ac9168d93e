"""One of the two files of a redline: its trees, its notes and what they point to."""

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from amendments.errors import DraftRefused
from amendments.model import Reading
from amendments.word.kinds import DAMAGED
from amendments.word.limits import Limits
from amendments.word.names import ID, VAL, W
from amendments.word.package import Package, PartUnreadable
from amendments.word.redlining.plain import make_plain

NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A relationship of a part, also one that points outside the file."""

    type: str
    target: str
    """The part's name in lower case, or the address outside."""
    is_external: bool = False


@dataclass(eq=False, slots=True)
class Part:
    """A part with text in it."""

    name: str
    root: etree._Element
    pointers: dict[str, Pointer] = field(default_factory=dict)


class Side:
    """A file in one reading: no tracked change is left in its trees."""

    def __init__(self, content: bytes, reading: Reading) -> None:
        """Open the file and make it plain; raises DraftRefused."""
        self.package = Package(content, Limits())
        self.main = self._part(self.package.main)
        body = self.main.root.find(W + "body")
        if body is None:
            raise DraftRefused(f"The file holds no Word text. {DAMAGED}")
        self.body = body
        self.note_parts = dict(self._note_parts())
        self._digests: dict[str, str] = {}
        former = set(self._references())
        self.revised = [part for part in self.parts if make_plain(part.root, reading)]
        self._drop_notes(former - set(self._references()))
        self._notes = {
            (kind, note.get(ID) or ""): note
            for kind, part in self.note_parts.items()
            for note in reversed(list(part.root.iter(W + kind)))
            if (note.get(W + "type") or "normal") == "normal"
        }

    @property
    def parts(self) -> tuple[Part, ...]:
        """The main part and those of the notes."""
        return (self.main, *self.note_parts.values())

    def note(self, reference: etree._Element) -> etree._Element | None:
        """The note that a reference stands for."""
        return self._notes.get((NOTES[reference.tag], reference.get(ID) or ""))

    def digest(self, name: str) -> str:
        """What tells one picture from another; "" where the part is missing or damaged."""
        if name not in self._digests:
            try:
                found = hashlib.sha256(self.package.bytes_of(name)).hexdigest()
            except (KeyError, PartUnreadable):
                found = ""
            self._digests[name] = found
        return self._digests[name]

    def styles(self) -> dict[str, str]:
        """The name of each style by its id."""
        for pointer in self.main.pointers.values():
            root = self._optional(pointer.target) if pointer.type.endswith("/styles") else None
            styles = () if root is None else root.iter(W + "style")
            named = ((style.get(W + "styleId") or "", style.find(W + "name")) for style in styles)
            found = {i: (name.get(VAL) or "").lower() for i, name in named if name is not None}
            if found:
                return found
        return {}

    # --- parts ------------------------------------------------------------------------

    def _references(self) -> Iterator[tuple[str, str]]:
        for part in self.parts:
            for reference in part.root.iter(*NOTES):
                yield NOTES[reference.tag], reference.get(ID) or ""

    def _drop_notes(self, lost: set[tuple[str, str]]) -> None:
        """Notes go with their references."""
        for kind, part in self.note_parts.items():
            for note in [n for n in part.root if (kind, n.get(ID) or "") in lost]:
                part.root.remove(note)
                if part not in self.revised:
                    self.revised.append(part)

    def _part(self, name: str) -> Part:
        try:
            root = self.package.xml(name)
        except PartUnreadable as error:
            raise DraftRefused(f"{error} {DAMAGED}") from error
        if root is None:
            raise DraftRefused(f"The file holds no Word text. {DAMAGED}")
        return Part(name, root, self.pointers_of(name))

    def _note_parts(self) -> Iterator[tuple[str, Part]]:
        for pointer in self.main.pointers.values():
            for kind in NOTES.values():
                if pointer.type.endswith(f"/{kind}s"):
                    root = self._optional(pointer.target)
                    if root is not None:
                        pointers = self.pointers_of(pointer.target)
                        yield kind, Part(pointer.target, root, pointers)

    def _optional(self, name: str) -> etree._Element | None:
        try:
            return self.package.xml(name)
        except PartUnreadable:
            return None

    def pointers_of(self, name: str) -> dict[str, Pointer]:
        """The relationships of a part by their ids."""
        folder, base = posixpath.split(name)
        root = self._optional(posixpath.join(folder, "_rels", base + ".rels"))
        found = {}
        for one in root.iter("{*}Relationship") if root is not None else ():
            target = one.get("Target") or ""
            is_external = (one.get("TargetMode") or "").lower() == "external"
            if not is_external:
                path = posixpath.join("/" + folder, target.replace("\\", "/"))
                target = posixpath.normpath(path).lstrip("/").lower()
            found[one.get("Id") or ""] = Pointer(one.get("Type") or "", target, is_external)
        return found
