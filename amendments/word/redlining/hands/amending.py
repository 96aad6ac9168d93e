"""What several authors ask of one Word file, in terms of its paragraphs and their words."""

import re
from dataclasses import dataclass

from amendments.model import Op, Piece
from amendments.word.revisions import LONGEST_AUTHOR, UNSEEN

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\u2029\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold (XML 1.0, 2.2), and ends of lines and paragraphs that are none in Word."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """Other words in a clause."""

    author: str
    paragraphs: tuple[int, ...]
    """The Word paragraphs that the clause was read from, as `Clause.paragraphs` has them."""
    pieces: tuple[Piece, ...]
    """What is kept and deleted spells the clause without its label; white space is free."""
    name: str = ""
    """What a notice calls it."""
    remark: str = ""
    """What a margin comment says of it; none where there is nothing to say."""

    @property
    def leaves_nothing(self) -> bool:
        """Whether no word stays or comes: then the clause goes, number and all."""
        return not any(piece.text.strip() for piece in self.pieces if piece.op is not Op.DELETED)


@dataclass(frozen=True, slots=True)
class Insertion:
    """New paragraphs after one that is there."""

    author: str
    after: int
    texts: tuple[str, ...]
    like: int | None = None
    """The paragraph whose format they take; the one before them where none is named."""
    number: str = ""
    """What stands before the first of them where numbers are typed ("4bis", "b) bis")."""
    name: str = ""
    remark: str = ""

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The paragraph that tells where it stands."""
        return (self.after,)


@dataclass(frozen=True, slots=True)
class Deletion:
    """Whole paragraphs that are to go, numbers and all."""

    author: str
    paragraphs: tuple[int, ...]
    name: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """Paragraphs that are to go, and what they say to stand after another one."""

    author: str
    paragraphs: tuple[int, ...]
    after: int
    texts: tuple[str, ...]
    name: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Merger:
    """Several clauses that are to be one, in other words or in the same."""

    author: str
    clauses: tuple[tuple[tuple[int, ...], tuple[Piece, ...]], ...]
    """Each with its paragraphs and pieces, as for a rewording, in the order of the text."""
    name: str = ""
    remark: str = ""

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The paragraphs of all of them."""
        return tuple(number for numbers, _ in self.clauses for number in numbers)


Amendment = Rewording | Insertion | Deletion | Move | Merger


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words put in the place of a stretch of a paragraph's text."""

    start: int
    end: int
    words: str = ""

    def overlaps(self, other: "Replacement") -> bool:
        """Whether both want the same words, or one would insert among those the other deletes."""
        return self.start < other.end and other.start < self.end


def signature(author: str) -> str:
    """The name as a tracked change carries it: one author's is never read as several."""
    name = FORBIDDEN.sub("", UNSEEN.sub("", author)).replace(";", ",")
    return name.strip()[:LONGEST_AUTHOR].rstrip()


def writable(text: str) -> str:
    """The text without the characters that a Word file cannot hold."""
    return FORBIDDEN.sub("", text)


def replacements(texts: list[str], pieces: tuple[Piece, ...]) -> list[list[Replacement]] | None:
    """For each paragraph what the pieces ask of its text; None where they do not spell its end.

    A clause is what its paragraphs say after a label, white space tidied: so the two are
    laid on each other letter by letter from the end. What lies between two letters goes
    with the space between them; words that replace what several paragraphs say stand
    in the first of these.
    """
    laid = _Laid.on(texts, pieces)
    if laid is None:
        return None
    asked: list[list[Replacement]] = [[] for _ in texts]
    for start, end, words in _edits(pieces):
        (first, opens), (last, closes) = laid.place(start), laid.place(end)
        for n in range(first, last + 1):
            one = Replacement(
                opens if n == first else 0,
                closes if n == last else len(texts[n]),
                words if n == first else "",
            )
            if one.start < one.end or one.words:
                asked[n].append(one)
    return asked


def without_number(texts: list[str], pieces: tuple[Piece, ...]) -> list[Replacement]:
    """For each paragraph what stands before the clause in it; none where it is not there."""
    laid = _Laid.on(texts, pieces)
    first, start = laid.place(0) if laid else (0, 0)
    ends = [*(len(text) for text in texts[:first]), start, *(0 for _ in texts[first + 1 :])]
    return [Replacement(0, end) for end in ends]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A clause laid on what its paragraphs say."""

    spelt: str
    letters: list[tuple[int, int]]
    """Where each letter of the clause stands: in which paragraph, and where in it."""

    @classmethod
    def on(cls, texts: list[str], pieces: tuple[Piece, ...]) -> "_Laid | None":
        """None where the pieces do not spell the end of the paragraphs."""
        spelt = "".join(piece.text for piece in pieces if piece.op is not Op.ADDED)
        wanted = _letters(spelt)
        if not wanted or not _letters(" ".join(texts)).endswith(wanted):
            return None
        found = [
            (n, at) for n, text in enumerate(texts) for at, c in enumerate(text) if not c.isspace()
        ]
        return cls(spelt, found[-len(wanted) :])

    def place(self, at: int) -> tuple[int, int]:
        """Where a place in the clause is: close behind a letter, or else close before the next."""
        seen = len(_letters(self.spelt[:at]))
        if seen == len(self.letters) or (seen and not self.spelt[at - 1].isspace()):
            n, behind = self.letters[seen - 1]
            return n, behind + 1
        return self.letters[seen]


def _letters(text: str) -> str:
    return "".join(text.split())


def _edits(pieces: tuple[Piece, ...]) -> list[tuple[int, int, str]]:
    """The stretches of the clause that are replaced, what comes standing behind what goes."""
    edits: list[tuple[int, int, str]] = []
    start = at = 0
    words = ""
    for piece in (*pieces, Piece(Op.KEPT, "")):
        if piece.op is Op.KEPT:
            if start < at or words:
                edits.append((start, at, words))
            at += len(piece.text)
            start, words = at, ""
        elif piece.op is Op.DELETED:
            at += len(piece.text)
        else:
            words += writable(piece.text)
    return edits
