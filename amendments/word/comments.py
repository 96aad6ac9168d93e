"""The margin comments of a Word file and who answers whom."""

from collections.abc import Iterator

from lxml import etree

from amendments.model import Comment
from amendments.notices import Notice
from amendments.word.names import ID, W14, W15, W
from amendments.word.revisions import author_of, date_of

LONGEST_ANCHOR = 4_000
"""In characters; a comment on a whole chapter is shown by how it begins."""

MOST_ABOVE = 20
"""Comments above an answer: Word has one, other programs let answers be answered."""


class Comments:
    """All comments of one file, by id."""

    def __init__(self, root: etree._Element | None, extended: etree._Element | None) -> None:
        """`root` is that of comments.xml, `extended` that of commentsExtended.xml."""
        self._elements: dict[str, etree._Element] = {}
        self._parents: dict[str, str] = {}
        self._answers: dict[str, list[str]] = {}
        self._given: set[str] = set()
        if root is None:
            return
        by_paragraph: dict[str, str] = {}
        for element in root.iter(W + "comment"):
            identity = element.get(ID) or ""
            self._elements.setdefault(identity, element)
            for paragraph in element.iter(W + "p"):
                by_paragraph[paragraph.get(W14 + "paraId") or ""] = identity
        for entry in extended.iter(W15 + "commentEx") if extended is not None else ():
            child = by_paragraph.get(entry.get(W15 + "paraId") or "-")
            parent = by_paragraph.get(entry.get(W15 + "paraIdParent") or "-")
            if child is not None and parent is not None and child != parent:
                self._parents[child] = parent
        for child, parent in self._parents.items():
            self._answers.setdefault(parent, []).append(child)

    def __contains__(self, identity: str) -> bool:
        return identity in self._elements

    def replies_to(self, identity: str, placed: set[str]) -> tuple[str, ...]:
        """The comments without a place of their own that answer one, and that answer these."""
        found = {identity: None}
        waiting = [identity]
        for one in waiting:  # grows while it is read
            answers = self._answers.get(one, ())
            new = [answer for answer in answers if answer not in found and answer not in placed]
            found.update(dict.fromkeys(new))
            waiting += new
        return tuple(found)[1:]

    def thread_of(self, identity: str) -> Iterator[str]:
        """A comment, the one that it answers, and so on."""
        for _ in range(MOST_ABOVE):
            yield identity
            if identity not in self._parents:
                return
            identity = self._parents[identity]

    def comment(self, identity: str, anchor: str) -> Comment:
        """One comment with the words it stands on."""
        self._given.add(identity)
        element = self._elements[identity]
        return Comment(
            author=author_of(element),
            date=date_of(element),
            text=_words_of(element),
            anchor=anchor[:LONGEST_ANCHOR].strip(),
            replies_to=self._parents.get(identity, ""),
            id=identity,
        )

    def unread(self) -> list[Notice]:
        """One notice for each comment with words that stands nowhere in the text."""
        notices = []
        for identity, element in self._elements.items():
            words = _words_of(element)
            if words and identity not in self._given:
                detail = (
                    f"Nothing in the text refers to this comment by {author_of(element)!r}, "
                    f"so it does not show: {words[:200]}"
                )
                notices.append(Notice("comment-unread", f"comment {identity[:20]}", detail))
        return notices


def _words_of(comment: etree._Element) -> str:
    paragraphs = (
        "".join(text.text or "" for text in paragraph.iter(W + "t"))
        for paragraph in comment.iter(W + "p")
    )
    return "\n".join(paragraphs).strip()
