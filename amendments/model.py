"""The nouns of the program: frozen, typed, no IO."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from amendments.notices import Notice

# --- what a Word file says ------------------------------------------------------


class Reading(StrEnum):
    """Which of the two texts of a file with tracked changes is meant."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Mark:
    """Who tracked a change, when; `move` names the move it belongs to."""

    author: str
    date: str = ""
    id: str = ""
    move: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters with one fate and one look.

    Both marks may stand on one run: one author deletes what another inserted.
    """

    text: str
    inserted: Mark | None = None
    deleted: Mark | None = None
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False

    def exists_in(self, reading: Reading) -> bool:
        """Whether the run is part of that reading."""
        return (self.inserted if reading is Reading.BEFORE else self.deleted) is None


@dataclass(frozen=True, slots=True)
class Comment:
    """A margin comment and the words it stands on."""

    author: str
    date: str
    text: str
    anchor: str
    replies_to: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a Word file in its marked reading: every run that ever was there."""

    number: int
    """Counts from 0 in reading order over the whole file."""
    runs: tuple[Run, ...]
    style: str = ""
    """The style's name as Word shows it ("Call", "Normal after title"); "" where none."""
    label_before: str = ""
    """The automatic number Word shows before the tracked changes ("a)", "1."); "" where none."""
    label_after: str = ""
    list_level: int | None = None
    """0 for the first level of an automatic list; None outside lists."""
    indent: int = 0
    """The left indent in twentieths of a point."""
    story: str = "body"
    """body, table, footnote, endnote, textbox; header or footer in the margins."""
    mark_inserted: Mark | None = None
    mark_deleted: Mark | None = None
    comments: tuple[Comment, ...] = ()
    runs_on: bool = False
    """Whether Word shows the next paragraph in the same line: a heading before its text."""

    def mark_exists_in(self, reading: Reading) -> bool:
        """Whether the paragraph ends here in that reading, or runs on into the next."""
        return (self.mark_inserted if reading is Reading.BEFORE else self.mark_deleted) is None


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change as the file records it, with the id it has there."""

    kind: str
    """inserted, deleted, moved-from, moved-to, merged (of cells), formatted."""
    where: str
    """words, paragraph, row, cell, table, section, numbering, formula, control (of content)."""
    author: str
    date: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class WordDocument:
    """All that was read from one Word file."""

    paragraphs: tuple[Paragraph, ...]
    header: str = ""
    """The text of the page headers, where symbols and sources stand."""
    title: str = ""
    author: str = ""
    company: str = ""
    created: str = ""
    notices: tuple[Notice, ...] = ()
    margins: tuple[Paragraph, ...] = ()
    """What stands in page headers and footers; the numbers of `paragraphs` go on."""
    revisions: tuple[Revision, ...] = ()
    """Every tracked change, also those that change no text: rows, cells, formats."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every tracked change of text, in reading order, repeats left out."""
        found: dict[Mark, None] = {}
        for paragraph in self.paragraphs:
            marks = [m for run in paragraph.runs for m in (run.inserted, run.deleted)]
            for mark in (*marks, paragraph.mark_inserted, paragraph.mark_deleted):
                if mark is not None:
                    found[mark] = None
        return tuple(found)


# --- the resolution ---------------------------------------------------------------


class Kind(StrEnum):
    """What a clause is."""

    TITLE = "title"
    BODY = "body"
    HEADING = "heading"
    CLAUSE = "clause"
    OTHER = "other"


class Part(StrEnum):
    """Where in a resolution a clause stands."""

    FRONT = "front"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Clause:
    """One unit of a resolution as one reading of one file has it."""

    number: int
    kind: Kind
    part: Part
    text: str
    """Without its label, white space tidied, no-break spaces as plain ones."""
    heading: str | None = None
    label: str = ""
    level: int = 0
    address: str = ""
    runs: tuple[Run, ...] = ()
    """The marked reading of the text: those of this clause's reading spell `text` exactly."""
    paragraphs: tuple[int, ...] = ()
    """The numbers of the Word paragraphs it was read from."""

    @property
    def is_on_cover(self) -> bool:
        """Whether it is no part of the text under negotiation: symbol, date, source."""
        return self.kind is Kind.OTHER and self.part is Part.FRONT


@dataclass(frozen=True, slots=True)
class Draft:
    """One reading of one Word file as a resolution."""

    clauses: tuple[Clause, ...]
    title: str = ""
    language: str = "en"
    reading: Reading = Reading.AFTER
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class BracketMeter:
    """How much of a draft is still in square brackets."""

    brackets: int = 0
    options: int = 0
    words: int = 0
    """Words inside brackets; nested ones count once."""


# --- the comparison ----------------------------------------------------------------


class Op(StrEnum):
    """What happened to a run of words."""

    KEPT = "kept"
    DELETED = "deleted"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one fate."""

    op: Op
    text: str


def spell(pieces: tuple[Piece, ...], *, without: Op) -> str:
    """The text of the pieces, less those of one fate."""
    return "".join(piece.text for piece in pieces if piece.op is not without)


def parted(
    pieces: Iterable[Piece], texts: Sequence[str], *, without: Op
) -> list[tuple[Piece, ...]]:
    """The pieces that spell several clauses, less those of one fate, clause by clause.

    The space between two clauses goes to the first of them. What stands where a clause ends
    and takes no room in it, as what was deleted there, stands with the clause that follows.
    """
    parts: list[list[Piece]] = [[]]
    rooms = [len(text) + 1 for text in texts[:-1]]
    for piece in pieces:
        rest = piece.text
        while rooms and piece.op is not without and len(rest) >= rooms[0]:
            room = rooms.pop(0)
            parts[-1].append(Piece(piece.op, rest[:room]))
            parts.append([])
            rest = rest[room:]
        if rest:
            parts[-1].append(Piece(piece.op, rest))
        if rooms and piece.op is not without:
            rooms[0] -= len(rest)
    return [tuple(piece for piece in part if piece.text) for part in parts]


class ChangeKind(StrEnum):
    """What became of a clause between two drafts."""

    UNCHANGED = "unchanged"
    MODIFIED = "modified"
    ADDED = "added"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one clause (or of several that were split or merged)."""

    kind: ChangeKind
    old: tuple[int, ...]
    """Numbers of the clauses in the old draft."""
    new: tuple[int, ...]
    pieces: tuple[Piece, ...]

    @property
    def before(self) -> str:
        """The old wording, exactly; several clauses stand one after the other, a space between."""
        return spell(self.pieces, without=Op.ADDED)

    @property
    def after(self) -> str:
        """The new wording, exactly."""
        return spell(self.pieces, without=Op.DELETED)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one draft differs from another, clause by clause, in the order of the new draft.

    Every clause of both drafts stands in exactly one change; deleted clauses stand
    after the change that holds their old predecessor.
    """

    changes: tuple[Change, ...]
    algorithm: str


# --- States and proposals ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class State:
    """A Member State (ISO 3166 alpha-3) or a group (its acronym)."""

    code: str
    name: str
    is_group: bool = False
    members: tuple[str, ...] = ()
    itu: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A State, group or body named in a text, with its place."""

    code: str
    start: int
    end: int
    words: str


class Action(StrEnum):
    """What a proposal asks for: ITU's signs for proposals, and a move (ITU: SUP* with ADD*)."""

    ADD = "ADD"
    MOD = "MOD"
    SUP = "SUP"
    NOC = "NOC"
    MOVE = "MOVE"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a proposal is held to be somebody's."""

    kind: str
    """tracked-change, redraft, itu-form, bracket, comment, cover, file-name, by-hand, told."""
    words: str
    """The exact words, or the author as recorded by Word."""
    where: str


@dataclass(frozen=True, slots=True)
class Position:
    """Where other States stand on a proposal: support, oppose, reserve."""

    states: tuple[str, ...]
    position: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """One State's or several States' wish for a clause of a base draft."""

    states: tuple[str, ...]
    """Codes; empty where nobody is known yet."""
    action: Action
    base_clauses: tuple[int, ...]
    """Numbers of the base's clauses it is about; for ADD, the one it is to stand after."""
    address: str
    before: str
    after: str
    pieces: tuple[Piece, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
    author: str = ""
    """The tracked changes' author as recorded by Word; "" where there is none."""
    positions: tuple[Position, ...] = ()
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Silent:
    """A difference from the base as circulated that the file does not mark."""

    address: str
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one file against a base asks for, who asks, and what it did not say."""

    proposals: tuple[Proposal, ...]
    silent: tuple[Silent, ...] = ()
    authors: dict[str, str | None] = field(default_factory=dict)
    """Each author recorded by Word with the State it points to, or None."""
    notices: tuple[Notice, ...] = ()
