"""The margin comments of a Word file and who answers whom."""

from lxml import etree

from amendments.model import Comment
from amendments.word.names import ID, W14, W15, W
from amendments.word.revisions import author_of, date_of

LONGEST_ANCHOR = 4_000
"""In characters; a comment on a whole chapter is shown by how it begins."""


class Comments:
    """All comments of one file, by id."""

    def __init__(self, root: etree._Element | None, extended: etree._Element | None) -> None:
        """`root` is that of comments.xml, `extended` that of commentsExtended.xml."""
        self._elements: dict[str, etree._Element] = {}
        self._parents: dict[str, str] = {}
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

    def __contains__(self, identity: str) -> bool:
        return identity in self._elements

    def replies_to(self, identity: str) -> tuple[str, ...]:
        """The ids of the comments that answer one."""
        return tuple(child for child, parent in self._parents.items() if parent == identity)

    def comment(self, identity: str, anchor: str) -> Comment:
        """One comment with the words it stands on."""
        element = self._elements[identity]
        paragraphs = (
            "".join(text.text or "" for text in paragraph.iter(W + "t"))
            for paragraph in element.iter(W + "p")
        )
        return Comment(
            author=author_of(element),
            date=date_of(element),
            text="\n".join(paragraphs).strip(),
            anchor=anchor[:LONGEST_ANCHOR].strip(),
            replies_to=self._parents.get(identity, ""),
            id=identity,
        )
