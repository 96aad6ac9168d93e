"""The words of a Word file in both readings and nothing else: what a redline is held against."""

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from amendments.errors import DraftRefused
from amendments.word.body import Story
from amendments.word.kinds import DAMAGED, SAVE_AS
from amendments.word.limits import Budget, Limits
from amendments.word.marked import Raw
from amendments.word.names import W
from amendments.word.notes import Notes
from amendments.word.package import Package, PartUnreadable


def read_wording(content: bytes, limits: Limits = Limits()) -> list[Raw]:  # noqa: B008 - frozen
    """The paragraphs that `read` gives, without numbers, styles, comments and margins.

    Raises:
        DraftRefused: as `read` does.

    """
    package = Package(content, limits)

    def part(kind: str) -> etree._Element | None:
        name = package.beside(kind)
        try:
            return package.xml(name) if name else None
        except PartUnreadable:
            return None

    try:
        return wording_of(_body(package), part, limits)
    except PartUnreadable as error:
        raise DraftRefused(f"{error} {DAMAGED}") from error
    except RecursionError as error:
        raise DraftRefused(f"The file's tables or controls are nested too deeply. {SAVE_AS}") from (
            error
        )


def wording_of(
    blocks: Iterable[list[etree._Element]],
    part: Callable[[str], etree._Element | None],
    limits: Limits,
) -> list[Raw]:
    """The paragraphs of a text and its notes; `part` gives the root of "footnotes", "endnotes".

    Raises:
        DraftRefused: if they are more than the limits allow.

    """
    story, notes = Story(Budget(limits), has_looks=False), Notes(part)
    return story.read_stream(blocks, "body") + notes.read(story)


def _body(package: Package) -> Iterator[list[etree._Element]]:
    blocks = None
    for blocks in package.children(package.main, W + "body"):
        yield blocks
    if blocks is None:
        raise DraftRefused(f"The file holds no Word text. {SAVE_AS}")
