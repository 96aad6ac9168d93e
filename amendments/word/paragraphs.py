"""Paragraphs as the model has them: with style, automatic number, indent and comments."""

from collections.abc import Iterable, Iterator

from amendments.model import Comment, Paragraph, Reading
from amendments.notices import Notice
from amendments.word.comments import Comments
from amendments.word.marked import Format, Raw
from amendments.word.numbering import Counters, Lists, Place, number_kept
from amendments.word.styles import Style, Styles


class Paragraphs:
    """Finishes the paragraphs of one file; lists count on from one call to the next."""

    def __init__(self, styles: Styles, lists: Lists, comments: Comments) -> None:
        """What the paragraphs of the file refer to."""
        self.notices: list[Notice] = []
        self._styles = styles
        self._lists = lists
        self._comments = comments
        self._anchors: dict[str, list[str]] = {}
        self._placed: set[str] = set()
        """The comments that have a place in the text."""
        self._after = Counters()
        self._before = self._after
        """The same until the first tracked change of a number; most files have none."""

    def of(
        self, raws: Iterable[Raw], anchors: dict[str, list[str]], first: int = 0
    ) -> Iterator[Paragraph]:
        """Each paragraph; `anchors` has the words of each comment, `first` is the first number."""
        self._anchors = anchors
        raws = list(raws)
        self._placed.update(identity for raw in raws for identity in raw.comments)
        for number, raw in enumerate(raws, first):
            yield self._paragraph(number, raw)

    def _paragraph(self, number: int, raw: Raw) -> Paragraph:
        form = raw.format
        style = self._styles.get(form.style)
        place = self._place(form, style, number)
        old = self._old_place(form.old) if form.old is not None else place
        before, after = self._labels(old, place, raw)
        if form.number_before is not None and raw.ends_in(Reading.BEFORE):
            before = number_kept(form.number_before)
        if raw.hidden:
            self._tell_hidden(number)
        return Paragraph(
            number=number,
            runs=raw.runs(),
            style=style.name,
            label_before=before,
            label_after=after,
            list_level=place.level if place is not None else None,
            indent=_indent(form.indent, style, place),
            story=raw.story,
            mark_inserted=raw.inserted,
            mark_deleted=raw.deleted,
            comments=self._comments_of(raw) if raw.comments else (),
            runs_on=raw.runs_on,
        )

    def _labels(self, old: Place | None, place: Place | None, raw: Raw) -> tuple[str, str]:
        """The number in each reading; who does not end in one shows none and takes none."""
        before = old if raw.ends_in(Reading.BEFORE) else None
        after = place if raw.ends_in(Reading.AFTER) else None
        if before is not after and self._before is self._after:
            self._before = self._after.copy()
        label = self._after.label(after) if after is not None else ""
        if self._before is self._after:
            return label, label
        return self._before.label(before) if before is not None else "", label

    def _place(self, form: Format, style: Style, number: int) -> Place | None:
        place = self._lists.place(form.numbering, style)
        if isinstance(place, str):
            detail = f"The paragraph names the list {place[:20]!r}, which the file does not define."
            self.notices.append(Notice("numbering-dangling", f"paragraph {number + 1}", detail))
            return None
        return place

    def _old_place(self, old: Format) -> Place | None:
        """The place before the tracked changes of the paragraph's format."""
        place = self._lists.place(old.numbering, self._styles.get(old.style))
        return None if isinstance(place, str) else place

    def _comments_of(self, raw: Raw) -> tuple[Comment, ...]:
        comments: list[Comment] = []
        for identity in raw.comments:
            anchor = self._anchor_of(identity)
            if identity not in self._comments:
                detail = "The text refers to a comment that the file does not hold."
                self.notices.append(Notice("comment-missing", anchor[:80], detail))
                continue
            comments.append(self._comments.comment(identity, anchor))
            # Answers often have no place in the text of their own.
            for reply in self._comments.replies_to(identity, self._placed):
                comments.append(self._comments.comment(reply, anchor))
        return tuple(comments)

    def _anchor_of(self, identity: str) -> str:
        """The words a comment stands on; an answer without its own has those it answers to."""
        thread = (one for one in self._comments.thread_of(identity) if one in self._anchors)
        return "".join(self._anchors.get(next(thread, ""), ()))

    def _tell_hidden(self, number: int) -> None:
        detail = (
            "Some words here do not show in Word (hidden, white or tiny type, or in a cell merged "
            "with the one above); they were read."
        )
        self.notices.append(Notice("hidden-text", f"paragraph {number + 1}", detail))


def _indent(indent: int | None, style: Style, place: Place | None) -> int:
    if indent is None and place is not None:
        indent = place.list.levels[place.level].indent
    return (style.indent if indent is None else indent) or 0
