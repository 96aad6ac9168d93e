"""XML from strangers: no document types, no entities, no network, so many elements at most."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.parsers import expat

from lxml import etree

from amendments.word.names import STRICT, STRICT_ROOT

CHUNK = 64 * 1024
"""What is inflated and parsed at a time stays in the processor's cache."""
ENCODINGS = re.compile(r"utf-?8|utf-?16(le|be)?|us-ascii|ascii|iso-8859-\d+|windows-125\d")
"""What Word and its rivals write; in any other one a check of the bytes proves nothing."""
SIXTEEN_BITS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
SAFELY: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,  # nobody looks an element up by its xml:id, and the table takes time
}


class PartUnreadable(Exception):
    """A part is damaged or forbidden; the message is a sentence without its cure."""


class TooManyElements(Exception):
    """A part has more elements than are read."""


def whole(text: bytes, name: str, most: int) -> etree._Element:
    """The root of a part.

    Raises:
        PartUnreadable: if it is no XML, or XML that Word never writes.
        TooManyElements: if it has more than `most`.

    """
    text = b"".join(_checked(iter((text,)), name))
    _Elements(most).count(text)
    with _unreadable_if_broken(name):
        return etree.fromstring(text, etree.XMLParser(**SAFELY))


def children(
    pieces: Iterator[bytes], name: str, parent: str, most: int
) -> Iterator[list[etree._Element]]:
    """The children of the first element so named, some at a time, each gone with the next.

    So a long text is never in memory as a whole, and what is read has just been parsed and
    is still near the processor: both together take a third less time than one after the other.
    Without such an element there is nothing.

    Raises:
        PartUnreadable: as `whole` does, when the place is met.
        TooManyElements: as `whole` does.

    """
    parser = etree.XMLPullParser(events=("start",), tag=parent, **SAFELY)
    found: etree._Element | None = None
    elements = _Elements(most)
    for text in _checked(pieces, name):
        elements.count(text)
        with _unreadable_if_broken(name):
            parser.feed(text)
        if found is None:
            found = _first(parser)
        # The last child may still be growing.
        if found is not None and len(found) > 1:
            batch = list(found)[:-1]
            yield batch
            # Nodes that nobody holds are freed at once; others would be moved out first.
            batch.clear()
            del found[:-1]
            elements.restart()
    with _unreadable_if_broken(name):
        parser.close()
    if found is not None:
        yield list(found)


def _first(parser: etree.XMLPullParser) -> etree._Element | None:
    for _, element in parser.read_events():
        if isinstance(element, etree._Element):  # noqa: SLF001 - lxml has no other name for it
            return element
    return None


class _Elements:
    """Counts what is to be parsed before it is, since each element and attribute costs memory."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._count = 0

    def count(self, text: bytes) -> None:
        """Take some text in; an attribute costs as much as two elements."""
        self._count += text.count(b"<") + text.count(b'"') + text.count(b"'")
        if self._count > self._most:
            raise TooManyElements

    def restart(self) -> None:
        """Forget what is in memory no longer."""
        self._count = 0


@contextmanager
def _unreadable_if_broken(name: str) -> Iterator[None]:
    try:
        yield
    except (etree.XMLSyntaxError, ValueError) as error:
        if getattr(error, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        if "depth" in str(error):
            raise PartUnreadable(
                f"The part {name} has tables or controls nested too deeply."
            ) from error
        if "XML_PARSE_HUGE" in str(error):
            raise PartUnreadable(
                f"The part {name} has more than 10 MB of text without a break."
            ) from error
        raise PartUnreadable(f"The part {name} is not well-formed XML.") from error


def _checked(pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
    """The text without forbidden declarations, in UTF-8 or what it says, in transitional names."""
    head = next(pieces, b"")
    if head.startswith(SIXTEEN_BITS) or STRICT_ROOT in head:
        # Rare enough to be changed as a whole, so that no name is cut between two pieces.
        pieces = _in_pieces(_transitional(_as_eight_bits(head + b"".join(pieces), name)))
        head = next(pieces, b"")
    prolog = _Prolog(name)
    while not prolog.has_ended(head):
        yield head
        head = next(pieces, b"")
    yield head
    yield from pieces


def _in_pieces(text: bytes) -> Iterator[bytes]:
    return (text[start : start + CHUNK] for start in range(0, len(text), CHUNK))


def _transitional(text: bytes) -> bytes:
    for strict, transitional in STRICT.items() if STRICT_ROOT in text else ():
        text = text.replace(strict, transitional)
    return text


def _as_eight_bits(text: bytes, name: str) -> bytes:
    """UTF-16 as UTF-8, so that what is counted in the bytes is what the parser will meet."""
    if not text.startswith(SIXTEEN_BITS):
        return text
    if text.startswith((b"<\0", b"\0<")):
        text = (b"\xff\xfe" if text.startswith(b"<") else b"\xfe\xff") + text
    try:
        decoded = text.decode("utf-16")
    except UnicodeDecodeError as error:
        raise PartUnreadable(f"The part {name} is not well-formed XML.") from error
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded).encode()


class _Prolog:
    """Reads with expat up to the root element: a DOCTYPE stands only there."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._at_root = False
        self._parser = expat.ParserCreate()
        self._parser.XmlDeclHandler = self._on_declaration
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._on_element

    def has_ended(self, piece: bytes) -> bool:
        """Whether the root element begins in this piece."""
        if not piece:
            raise PartUnreadable(f"The part {self._name} holds no XML.")
        step = 4096
        try:
            for start in range(0, len(piece), step):
                self._parser.Parse(piece[start : start + step], False)  # noqa: FBT003 - expat's own
                if self._at_root:
                    return True
        except (expat.ExpatError, ValueError, LookupError) as error:
            if self._at_root:  # what follows the root's tag is the real parser's to judge
                return True
            raise PartUnreadable(f"The part {self._name} is not well-formed XML.") from error
        return False

    def _on_declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and not ENCODINGS.fullmatch(encoding.lower()):
            raise PartUnreadable(
                f"The part {self._name} is written in the encoding {encoding[:20]!r}."
            )

    def _refuse(self, *_: object) -> None:
        raise PartUnreadable(
            f"The part {self._name} declares a document type, which Word never does."
        )

    def _on_element(self, *_: object) -> None:
        self._at_root = True
