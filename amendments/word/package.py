"""The zip package of a Word file: its parts, within the limits, parsed without surprises."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from amendments.errors import DraftRefused
from amendments.word import parsing
from amendments.word.kinds import (
    DAMAGED,
    SAVE_AS,
    UNLOCK,
    refuse_other_kinds,
    refuse_other_packages,
)
from amendments.word.limits import MB, SPLIT, Limits
from amendments.word.names import STRICT_ROOT
from amendments.word.parsing import CHUNK, PartUnreadable, TooManyElements

__all__ = ["Package", "PartUnreadable", "Relation", "refuse_if_too_large"]


def refuse_if_too_large(content: bytes, limits: Limits) -> None:
    """Pass a file that is small enough to look into.

    Raises:
        DraftRefused: for a larger one.

    """
    if len(content) > limits.file_bytes:
        raise DraftRefused(
            f"The file has {len(content) / MB:.1f} MB, and {limits.file_bytes / MB:.1f} MB is the "
            "most that is read. Remove large pictures or compress them in Word."
        )


@dataclass(frozen=True, slots=True)
class Relation:
    """A pointer from one part to another."""

    kind: str
    """The last word of its type: "styles", "header"."""
    target: str
    id: str


class Package:
    """The parts of one Word file.

    Names of parts are compared in lower case with slashes, since real files have both
    wrong (ECMA-376-2 compares them without case).
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Check the package as a whole; parts are inflated only when asked for.

        Raises:
            DraftRefused: if it is no Word file, too large, damaged or protected.

        """
        self.limits = limits
        self._inflated = 0
        refuse_if_too_large(content, limits)
        refuse_other_kinds(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DraftRefused(f"The file is damaged or cut short. {DAMAGED}") from error
        self._infos = self._checked_parts()
        refuse_other_packages(set(self._infos), self._mimetype())
        self.main = self._main_part()

    def _checked_parts(self) -> dict[str, zipfile.ZipInfo]:
        entries = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(entries) > self.limits.parts:
            raise DraftRefused(f"The file has {len(entries)} parts, too many. {SAVE_AS}")
        if sum(info.file_size for info in entries) > self.limits.total_bytes:
            raise DraftRefused(
                f"The file would unpack to more than {self.limits.total_bytes // MB} MB. "
                "Remove large pictures or compress them in Word."
            )
        parts: dict[str, zipfile.ZipInfo] = {}
        for info in entries:
            if info.flag_bits & 0x1:
                raise DraftRefused(UNLOCK)
            name = info.filename.replace("\\", "/").lstrip("/").lower()
            if name in parts:
                raise DraftRefused(f"The file has the part {info.filename[:80]!r} twice. {DAMAGED}")
            parts[name] = info
        return parts

    def _mimetype(self) -> bytes:
        info = self._infos.get("mimetype")
        if info is None or info.file_size > CHUNK:
            return b""
        try:
            return self.bytes_of("mimetype")
        except PartUnreadable:
            return b""

    def _main_part(self) -> str:
        for relation in self.relations_of(""):
            if relation.kind == "officeDocument" and relation.target in self._infos:
                return relation.target
        for name in ("word/document.xml", *sorted(self._infos)):
            if name in self._infos and re.fullmatch(r"word/document\d*\.xml", name):
                return name
        raise DraftRefused(f"The file is a zip archive without a Word document in it. {SAVE_AS}")

    def beside(self, kind: str) -> str | None:
        """The name of the main part's part of that kind ("styles"); None where there is none."""
        names = [r.target for r in self.relations if r.kind == kind]
        folder = self.main.rpartition("/")[0]
        # Files that lost their relations still have the parts under their usual names.
        names += [f"{folder}/{kind}.xml".lstrip("/").lower()]
        return next((name for name in names if name in self), None)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The pointers of the main part."""
        return self.relations_of(self.main)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def relations_of(self, name: str) -> tuple[Relation, ...]:
        """The pointers of a part ("" for the package) to parts inside the file; none if damaged."""
        folder, base = posixpath.split(name)
        try:
            root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        except PartUnreadable:
            return ()
        if root is None:
            return ()
        found = []
        for relation in root.iter("{*}Relationship"):
            if (relation.get("TargetMode") or "").lower() == "external":
                continue
            target = (relation.get("Target") or "").replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/").lower()
            kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
            found.append(Relation(kind, path, relation.get("Id") or ""))
        return tuple(found)

    def bytes_of(self, name: str) -> bytes:
        """A part inflated, counting what truly comes out.

        Raises:
            PartUnreadable: if it is damaged.
            DraftRefused: if it or all parts together grow too large.

        """
        whole = io.BytesIO()
        for chunk in self._chunks(name):
            whole.write(chunk)
        return whole.getvalue()

    def is_strict(self, name: str) -> bool:
        """Whether a part uses the names of strict files, which stand at its beginning.

        Raises:
            PartUnreadable: if it is damaged there.

        """
        return STRICT_ROOT in next(self._chunks(name), b"")

    def _chunks(self, name: str) -> Iterator[bytes]:
        """A part piece by piece, counting what truly comes out."""
        size = 0
        try:
            with self._zip.open(self._infos[name]) as stream:
                while chunk := stream.read(CHUNK):
                    size += len(chunk)
                    self._inflated += len(chunk)
                    self._refuse_if_swollen(size)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise PartUnreadable(f"The part {name} is damaged.") from error
        except (NotImplementedError, RuntimeError, AttributeError) as error:
            raise PartUnreadable(
                f"The part {name} is packed in a way Word does not use."
            ) from error

    def _refuse_if_swollen(self, size: int) -> None:
        if size > self.limits.part_bytes or self._inflated > self.limits.total_bytes:
            raise DraftRefused(
                f"A part of the file unpacks to more than {self.limits.part_bytes // MB} MB. "
                f"{SPLIT}"
            )

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part; None where the file has no such part.

        Raises:
            PartUnreadable: if it is damaged or declares a document type.
            DraftRefused: if it is too large.

        """
        if name not in self._infos:
            return None
        with self._refusing_too_many():
            return parsing.whole(self.bytes_of(name), name, self.limits.elements)

    def children(self, name: str, parent: str) -> Iterator[list[etree._Element]]:
        """The children of the first element so named in a part; each list is gone with the next.

        Raises:
            PartUnreadable: as `xml` does, when the damaged place is met.
            DraftRefused: if it is too large.

        """
        with self._refusing_too_many():
            yield from parsing.children(self._chunks(name), name, parent, self.limits.elements)

    @contextmanager
    def _refusing_too_many(self) -> Iterator[None]:
        try:
            yield
        except TooManyElements as error:
            raise DraftRefused(
                f"The file has more elements in one part, paragraph or table than are read. {SPLIT}"
            ) from error
