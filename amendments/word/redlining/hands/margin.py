"""What authors say of their amendments, as Word's comments in the margin."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from amendments.notices import Notice
from amendments.word.names import ID, W
from amendments.word.package import PartUnreadable
from amendments.word.redlining.hands.pen import Pen
from amendments.word.redlining.hands.sheets import Authors, Remark
from amendments.word.redlining.marks import SPACE
from amendments.word.redlining.outgoing import Outgoing
from amendments.word.redlining.sides import Part

COMMENTS = "comments"
LONGEST_INITIALS = 9
"""Characters: a sign beside a remark, no name."""
Fate = tuple[str, Authors]
"""What becomes of a paragraph: "ins" or "del", and for whom; neither for nobody."""


@dataclass(slots=True)
class Margin:
    """Puts comments beside paragraphs; the file's own stay."""

    outgoing: Outgoing
    pen: Pen
    notices: list[Notice] = field(default_factory=list)
    _part: Part | None = None

    def note(self, paragraph: etree._Element, remarks: Sequence[Remark], fate: Fate) -> None:
        """Comment on a paragraph; the sign of the comment comes and goes with it."""
        for author, text in remarks:
            part = self._comments()
            if part is None:
                return
            comment = self.pen.by((author,)).element("comment")
            comment.set(W + "initials", _initials(author))
            comment.extend(
                _paragraph(line, is_first=not n) for n, line in enumerate(text.split("\n"))
            )
            part.root.append(comment)
            self._anchor(paragraph, comment.get(ID) or "", fate)

    def _anchor(self, paragraph: etree._Element, identity: str, fate: Fate) -> None:
        start, end = (etree.Element(W + f"commentRange{side}") for side in ("Start", "End"))
        run = etree.Element(W + "r")
        sign = etree.SubElement(run, W + "commentReference")
        for one in (start, end, sign):
            one.set(ID, identity)
        name, authors = fate
        if name:
            run = self.pen.by(authors).wrapped((name,), run)
        paragraph.insert(0 if paragraph.find(W + "pPr") is None else 1, start)
        paragraph.extend([end, run])

    def _comments(self) -> Part | None:
        """The part that holds the comments; None, and a notice, where it is damaged."""
        if self._part is None and not self.notices:
            side = self.outgoing.side
            name = side.package.beside(COMMENTS)
            try:
                root = side.package.xml(name) if name else None
            except PartUnreadable as error:
                why = f"{error} What is said of the amendments was left out."
                self.notices.append(Notice("part-unreadable", name or COMMENTS, why))
                return None
            if name is None or root is None:
                made = etree.Element(W + COMMENTS, nsmap={"w": W.strip("{}")})
                self._part = self.outgoing.new_part(COMMENTS, made)
            else:
                self._part = Part(name, root)
                self.pen.scribe.taken.update(one.get(ID) or "" for one in root.iter(W + "comment"))
            self.outgoing.change(self._part)
        return self._part


def _paragraph(text: str, *, is_first: bool) -> etree._Element:
    """A line of a comment; the first one opens with the comment's own sign."""
    made = etree.Element(W + "p")
    if is_first:
        etree.SubElement(etree.SubElement(made, W + "r"), W + "annotationRef")
    words = etree.SubElement(etree.SubElement(made, W + "r"), W + "t")
    words.text = text
    words.set(SPACE, "preserve")
    return made


def _initials(author: str) -> str:
    """The first letters of a name."""
    return "".join(word[0] for word in author.split())[:LONGEST_INITIALS]
