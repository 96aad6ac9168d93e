"""A Word file's bytes as the paragraphs, labels, comments and properties it holds."""

from collections.abc import Iterable, Iterator

from lxml import etree

from amendments.errors import DraftRefused
from amendments.model import Paragraph, Reading, Revision, WordDocument
from amendments.notices import Notice
from amendments.word.body import Story
from amendments.word.comments import Comments
from amendments.word.formats import format_changes_in
from amendments.word.kinds import DAMAGED, SAVE_AS
from amendments.word.limits import Budget, Limits
from amendments.word.marked import Raw
from amendments.word.names import W
from amendments.word.notes import Notes
from amendments.word.numbering import Lists
from amendments.word.package import Package, PartUnreadable
from amendments.word.paragraphs import Paragraphs
from amendments.word.styles import Styles

MOST_NOTICES = 1_000
"""A real draft has a few dozen; each missing list or comment of a hostile one would be told."""


def read(content: bytes, limits: Limits = Limits()) -> WordDocument:  # noqa: B008 - frozen
    """All that a Word file says, both of its readings.

    Raises:
        DraftRefused: if it cannot be read; the message is one sentence and its cure.

    """
    package = Package(content, limits)
    try:
        return _Reader(package).document()
    except PartUnreadable as error:
        raise DraftRefused(f"{error} {DAMAGED}") from error
    except RecursionError as error:
        raise DraftRefused(f"The file's tables or controls are nested too deeply. {SAVE_AS}") from (
            error
        )


class _Reader:
    """Reads one package; what is damaged beside the main text becomes a notice."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.notices: list[Notice] = []
        self.recorded: list[Revision] = []
        self.budget = Budget(package.limits)

    def document(self) -> WordDocument:
        """Everything, in reading order."""
        styles = Styles(self._part("styles"))
        comments = Comments(self._part("comments"), self._part("commentsExtended"))
        finish = Paragraphs(styles, Lists(self._part("numbering"), styles), comments)
        story, notes = Story(self.budget, styles), Notes(self._notes)
        raws = story.read_stream(self._body(), "body") + notes.read(story)
        paragraphs = tuple(finish.of(story.without_half_moves(raws), story.anchors))
        margins = tuple(finish.of(self._margins(styles), {}, first=len(paragraphs)))
        self.notices += finish.notices + comments.unread() + notes.unread()
        self._tell_what_was_left_out(story)
        core, app = self._property_parts()
        return WordDocument(
            paragraphs=paragraphs,
            margins=margins,
            header=_words(p for p in margins if p.story == "header"),
            title=_first(core, "title"),
            author=_first(core, "creator"),
            company=_first(app, "Company"),
            created=_first(core, "created"),
            revisions=(*story.marks.recorded, *self.recorded),
            notices=_the_first(self.notices),
        )

    # --- parts ------------------------------------------------------------------------

    def _part(self, kind: str) -> etree._Element | None:
        """A part beside the main one; None where there is none or it is damaged."""
        name = self.package.beside(kind)
        return self._optional(name) if name is not None else None

    def _optional(self, name: str) -> etree._Element | None:
        """The root of a part; None where there is none or it is damaged."""
        try:
            return self.package.xml(name)
        except PartUnreadable as error:
            self.notices.append(
                Notice("part-unreadable", name, f"{error} The text was read without it.")
            )
            return None

    def _body(self) -> Iterator[list[etree._Element]]:
        """The blocks of the main text, some at a time."""
        blocks: list[etree._Element] | None = None
        for blocks in self.package.children(self.package.main, W + "body"):
            self._record_formats(blocks)
            yield blocks
        if blocks is None:
            raise DraftRefused(f"The file holds no Word text. {SAVE_AS}")

    def _notes(self, kind: str) -> etree._Element | None:
        root = self._part(kind)
        if root is not None:
            self._record_formats(list(root))
        return root

    def _record_formats(self, blocks: list[etree._Element]) -> None:
        for change in format_changes_in(blocks):
            self.budget.piece()
            self.recorded.append(change)

    def _margins(self, styles: Styles) -> Iterator[Raw]:
        """What stands in the page headers, then in the page footers."""
        for kind in ("header", "footer"):
            for name in dict.fromkeys(r.target for r in self.package.relations if r.kind == kind):
                root = self._optional(name)
                if root is not None:
                    story = Story(self.budget, styles)
                    for raw in story.without_half_moves(story.read(root, kind)):
                        raw.story = kind
                        yield raw
                    self.recorded += story.marks.recorded
                    self._record_formats(list(root))

    def _property_parts(self) -> tuple[etree._Element | None, etree._Element | None]:
        """Core and extended properties, by their relations or under their usual names."""
        names = {r.kind: r.target for r in self.package.relations_of("")}
        core = names.get("core-properties", "docprops/core.xml")
        app = names.get("extended-properties", "docprops/app.xml")
        return self._optional(core), self._optional(app)

    def _tell_what_was_left_out(self, story: Story) -> None:
        if story.elsewhere:
            detail = (
                f"{story.elsewhere} embedded documents were not read; "
                "paste their text into the document in Word."
            )
            self.notices.append(Notice("text-elsewhere", "the document", detail))


def _the_first(notices: list[Notice]) -> tuple[Notice, ...]:
    """As many notices as a person can read, and how many more there are."""
    rest = len(notices) - MOST_NOTICES
    if rest > 0:
        more = Notice("more-notices", "the document", f"{rest} more places are doubtful.")
        return (*notices[:MOST_NOTICES], more)
    return tuple(notices)


def _words(paragraphs: Iterable[Paragraph]) -> str:
    """The words after the tracked changes, repeats left out."""
    texts: dict[str, None] = {}
    for paragraph in paragraphs:
        text = "".join(r.text for r in paragraph.runs if r.exists_in(Reading.AFTER)).strip()
        if text:
            texts.setdefault(text)
    return "\n".join(texts)


def _first(root: etree._Element | None, name: str) -> str:
    if root is None:
        return ""
    found = next(root.iter("{*}" + name), None)
    return (found.text or "").strip()[:1000] if found is not None else ""
