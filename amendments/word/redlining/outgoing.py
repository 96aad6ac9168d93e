"""The package of a redline: the old one with some parts changed and some added."""

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from amendments.errors import DraftRefused
from amendments.word.kinds import DAMAGED
from amendments.word.names import ID, MC, STRICT, W
from amendments.word.package import PartUnreadable
from amendments.word.redlining.packing import repacked
from amendments.word.redlining.plain import attributes_of
from amendments.word.redlining.sides import Part, Pointer, Side

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = "[content_types].xml"
DEEPEST = 4
"""How far parts are followed from a copied one: a chart has a sheet, which has nothing."""


@dataclass(slots=True)
class Outgoing:
    """What the redline's package has other than the old one."""

    content: bytes
    side: Side
    changed: list[Part] = field(default_factory=list)
    added: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    """Prefixes that copied content names in words (`mc:Choice Requires="wps"`)."""
    _copies: dict[str, str] = field(default_factory=dict)
    _pointers: dict[str, dict[str, Pointer]] = field(default_factory=dict)

    def change(self, part: Part) -> None:
        """Write that part anew."""
        if all(known is not part for known in self.changed):
            self.changed.append(part)

    def point(self, part: str, pointer: Pointer, source: Side, depth: int = 0) -> str:
        """The id by which a part points to what the other file's part pointed to; "" if lost."""
        if not pointer.is_external:
            copied = self._copy(pointer.target, source, depth)
            if not copied:
                return ""
            pointer = Pointer(pointer.type, copied)
        if part not in self._pointers:
            self._pointers[part] = {}
        mine = self._pointers[part]
        there = {**self.side.pointers_of(part), **mine} if part not in self.added else mine
        for identity, known in there.items():
            if known == pointer:
                return identity
        identity = next(f"red{n}" for n in range(1, len(there) + 2) if f"red{n}" not in there)
        mine[identity] = pointer
        return identity

    def new_notes(self, kind: str) -> Part:
        """A part for the file's first note of a kind."""
        root = etree.Element(W + f"{kind}s", nsmap=_named(self.side.main.root))
        for number, sign in ((-1, "separator"), (0, "continuationSeparator")):
            note = etree.SubElement(root, W + kind)
            note.set(W + "type", sign)
            note.set(ID, str(number))
            run = etree.SubElement(etree.SubElement(note, W + "p"), W + "r")
            etree.SubElement(run, W + sign)
        return self.new_part(f"{kind}s", root)

    def new_part(self, kind: str, root: etree._Element) -> Part:
        """A part of a kind that the main text has none of yet ("footnotes", "comments")."""
        part = Part(posixpath.join(posixpath.dirname(self.side.main.name), f"{kind}.xml"), root)
        self.types[part.name] = f"{WORD_TYPES}.{kind}+xml"
        pointer = Pointer(f"{OFFICE}/{kind}", part.name)
        self._pointers.setdefault(self.side.main.name, {})[f"red{kind}"] = pointer
        return part

    def packed(self) -> bytes:
        """The package; what was not changed stays as it was, byte for byte."""
        parts = {part.name: self._xml(part) for part in self.changed}
        for name, pointers in self._pointers.items():
            if pointers:
                parts.update(self._relations(name, pointers))
        if self.types:
            parts[CONTENT_TYPES] = self._content_types()
        parts.update(self.added)
        return repacked(
            self.content, {name: self._in_its_own_names(name, parts[name]) for name in parts}
        )

    # --- parts ------------------------------------------------------------------------

    def _in_its_own_names(self, name: str, content: bytes) -> bytes:
        """A part in the names of the one it takes the place of: a strict file stays strict."""
        if name not in self.side.package:
            return content
        try:
            is_strict = self.side.package.is_strict(name)
        except PartUnreadable:
            is_strict = False
        for strict, transitional in STRICT.items() if is_strict else ():
            content = content.replace(transitional, strict)
        return content

    def _copy(self, name: str, source: Side, depth: int) -> str:
        """A copy of a part of the other file, with what it points to; the new name."""
        if name in self._copies:
            return self._copies[name]
        if depth > DEEPEST or name not in source.package:
            return ""
        try:
            content = source.package.bytes_of(name)
        except PartUnreadable:
            return ""
        folder, base = posixpath.split(name)
        copied = posixpath.join(folder, f"red{len(self._copies) + 1}-{base}")
        if copied in self.side.package:
            return ""
        self._copies[name] = copied
        self.added[copied] = content
        self.types[copied] = _type_of(name, source)
        inner = {}
        for identity, pointer in source.pointers_of(name).items():
            target = pointer.target
            if not pointer.is_external:
                target = self._copy(target, source, depth + 1)
            if target:
                inner[identity] = Pointer(pointer.type, target, pointer.is_external)
        if inner:
            # The copied part names its targets by these ids, so they must stay.
            self._pointers[copied] = inner
        return copied

    def _xml(self, part: Part) -> bytes:
        root = part.root
        missing = {p: name for p, name in self.prefixes.items() if p not in root.nsmap}
        if missing:
            wider = etree.Element(
                root.tag, dict(attributes_of(root)), nsmap={**_named(root), **missing}
            )
            wider.extend(list(root))
            root = wider
        etree.cleanup_namespaces(root, keep_ns_prefixes=list(_named(root)))
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _relations(self, name: str, pointers: dict[str, Pointer]) -> dict[str, bytes]:
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", base + ".rels")
        root = self._optional(path)
        if root is None:
            root = etree.Element(f"{{{RELATIONS}}}Relationships", nsmap={None: RELATIONS})  # type: ignore[dict-item]
        for identity, pointer in pointers.items():
            one = etree.SubElement(root, f"{{{RELATIONS}}}Relationship")
            one.set("Id", identity)
            one.set("Type", pointer.type)
            if pointer.is_external:
                one.set("Target", pointer.target)
                one.set("TargetMode", "External")
            else:
                one.set("Target", "/" + pointer.target)
        return {path: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}

    def _content_types(self) -> bytes:
        root = self._optional(CONTENT_TYPES)
        if root is None:
            root = etree.Element(f"{{{TYPES}}}Types", nsmap={None: TYPES})  # type: ignore[dict-item]
        for name, content_type in sorted(self.types.items()):
            one = etree.SubElement(root, f"{{{TYPES}}}Override")
            one.set("PartName", "/" + name)
            one.set("ContentType", content_type)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _optional(self, name: str) -> etree._Element | None:
        """The root of a part to be added to; None where there is none."""
        try:
            return self.side.package.xml(name)
        except PartUnreadable as error:
            raise DraftRefused(f"{error} {DAMAGED}") from error


def _named(root: etree._Element) -> dict[str, str]:
    """The namespaces of a part that have a prefix."""
    return {prefix: name for prefix, name in root.nsmap.items() if prefix}


def note_prefixes(element: etree._Element, outgoing: Outgoing) -> None:
    """Remember the prefixes that alternatives require, for the root of the part."""
    for choice in element.iter(MC + "Choice"):
        for prefix in (choice.get("Requires") or "").split():
            if prefix in choice.nsmap:
                outgoing.prefixes.setdefault(prefix, choice.nsmap[prefix])


def _type_of(name: str, source: Side) -> str:
    extension = name.rpartition(".")[2]
    fallback = "application/octet-stream"
    try:
        root = source.package.xml(CONTENT_TYPES)
    except PartUnreadable:
        return fallback
    for one in root if root is not None else ():
        if (one.get("PartName") or "").lower() == "/" + name:
            return one.get("ContentType") or fallback
        if (one.get("Extension") or "").lower() == extension:
            fallback = one.get("ContentType") or fallback
    return fallback
