"""One of the two files of a redline: its trees, its notes and what they point to."""

import hashlib
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from amendments.errors import DraftRefused
from amendments.model import Reading
from amendments.word.kinds import DAMAGED
from amendments.word.limits import WHOLE
from amendments.word.names import ID, W
from amendments.word.package import Package, PartUnreadable
from amendments.word.redlining.plain import make_plain, take_out
from amendments.word.redlining.proof import texts_of
from amendments.word.wording import wording_of

NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


COMMENTED = W + "commentReference"
REFERRING = (*NOTES, COMMENTED)


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
        self.package = Package(content, WHOLE)
        self._beside: dict[str, Part | None] = {}
        self.main = self._part(self.package.main)
        body = self.main.root.find(W + "body")
        if body is None:
            raise DraftRefused(f"The file holds no Word text. {DAMAGED}")
        self.body = body
        found = {kind: self.beside(f"{kind}s") for kind in NOTES.values()}
        self.note_parts = {kind: part for kind, part in found.items() if part is not None}
        paragraphs = wording_of([list(body)], self._root_of_notes, self.package.limits)
        self.texts = texts_of(paragraphs, reading)
        """What the file says in that reading, as read before it is made plain."""
        self._digests: dict[str, str] = {}
        references = {
            reference: part.root for part in self.parts for reference in part.root.iter(*REFERRING)
        }
        self.revised = [part for part in self.parts if make_plain(part.root, reading)]
        lost = _lost(references)
        self._drop_notes(lost)
        self._drop_comments(lost)
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

    def numbers(self) -> set[str]:
        """The ids of all annotations, bookmarks and notes."""
        found: set[str] = set()
        for part in self.parts:
            ids = part.root.xpath("//@w:id", namespaces={"w": W[1:-1]}, smart_strings=False)
            found.update(cast("list[str]", ids))
        return found

    def note(self, reference: etree._Element) -> etree._Element | None:
        """The note that a reference stands for."""
        return self._notes.get((NOTES[reference.tag], reference.get(ID) or ""))

    def digest(self, name: str) -> str:
        """What tells one picture from another; "" where the part is missing or damaged."""
        if name not in self._digests:
            try:
                found = hashlib.sha256(self._content(name)).hexdigest()
            except (KeyError, PartUnreadable):
                found = ""
            self._digests[name] = found
        return self._digests[name]

    def _content(self, name: str) -> bytes:
        """What a part says; XML in one form, since every program writes it in its own."""
        root = self._optional(name) if name.endswith(".xml") else None
        if root is None:
            return self.package.bytes_of(name)
        return etree.tostring(root, method="c14n", exclusive=True)

    def beside(self, kind: str) -> Part | None:
        """The part of that kind ("styles") beside the main one; None if missing or damaged."""
        if kind not in self._beside:
            name = self.package.beside(kind) or ""
            root = self._optional(name)
            self._beside[kind] = (
                Part(name, root, self.pointers_of(name)) if root is not None else None
            )
        return self._beside[kind]

    def is_damaged(self, kind: str) -> bool:
        """Whether the file has a part of that kind which nobody can read."""
        return self.beside(kind) is None and self.package.beside(kind) is not None

    def adopt(self, kind: str, part: Part) -> Part:
        """Take in a part of that kind, which the file did not have."""
        self._beside[kind] = part
        return part

    # --- parts ------------------------------------------------------------------------

    def _drop_notes(self, lost: set[tuple[str, str]]) -> None:
        """Notes go with their references."""
        for reference, kind in NOTES.items():
            part = self.note_parts.get(kind)
            notes = [n for n in part.root if (reference, n.get(ID) or "") in lost] if part else []
            for note in notes:
                take_out(note)
            if part and notes and part not in self.revised:
                self.revised.append(part)

    def _drop_comments(self, lost: set[tuple[str, str]]) -> None:
        """Comments go with the words they stand at."""
        part = self.beside("comments") if any(tag == COMMENTED for tag, _ in lost) else None
        if part is None:
            return
        for comment in list(part.root.iter(W + "comment")):
            if (COMMENTED, comment.get(ID) or "") in lost:
                take_out(comment)
        self.revised.append(part)

    def _part(self, name: str) -> Part:
        try:
            root = self.package.xml(name)
        except PartUnreadable as error:
            raise DraftRefused(f"{error} {DAMAGED}") from error
        if root is None:
            raise DraftRefused(f"The file holds no Word text. {DAMAGED}")
        return Part(name, root, self.pointers_of(name))

    def _root_of_notes(self, kind: str) -> etree._Element | None:
        part = self.note_parts.get(kind.removesuffix("s"))
        return None if part is None else part.root

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


def _lost(references: Mapping[etree._Element, etree._Element]) -> set[tuple[str, str]]:
    """What nothing refers to any more, since its references went from the trees they stood in."""
    stay: set[tuple[str, str]] = set()
    gone: set[tuple[str, str]] = set()
    for reference, root in references.items():
        is_there = any(above is root for above in reference.iterancestors())
        (stay if is_there else gone).add((reference.tag, reference.get(ID) or ""))
    return gone - stay
