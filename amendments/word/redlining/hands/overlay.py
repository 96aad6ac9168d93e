"""The amendments of several authors laid over each other: who asks what of which words."""

import re
from collections.abc import Iterable

from amendments.model import Piece
from amendments.notices import Notice
from amendments.word.redlining.hands.amending import (
    Amendment,
    Insertion,
    Merger,
    Move,
    Replacement,
    Rewording,
    replacements,
    signature,
    without_number,
    writable,
)
from amendments.word.redlining.hands.ground import Ground, results_of_fields
from amendments.word.redlining.hands.sheets import Authors, Remark, Sheet, Slot, join_in

AFTER_NUMBER = re.compile(r"\s*\S+(?P<gap>\s+)")
"""What parts a typed number from its text: mostly a tab."""

Asked = dict[int, list[Replacement]]
"""By the number of a paragraph what is asked of its words."""

WHERE_THERE_IS_NONE = (
    "It stands in no paragraph of the main text: a text box, a note, or a file read otherwise. "
    "Enter it by hand in Word."
)
WORDS_NOT_FOUND = (
    "The words it changes are not what the paragraph says. "
    "Compare it with the draft it was made on."
)
HALF_A_FIELD = (
    "It changes a part of a field, such as a number that Word makes. Enter it by hand in Word."
)
PARTED = "A table or another thing stands between its clauses. Enter it by hand in Word."
NO_AUTHOR = "It names no author. Say whose it is."


class Overlay:
    """What all amendments ask of each paragraph; those that cannot be placed are left out."""

    def __init__(self, ground: Ground) -> None:
        self.sheets: dict[int, Sheet] = {}
        """By the numbers that `ground.document` has."""
        self.authors: list[str] = []
        """Everybody of whom something stands, in the order in which they first speak."""
        self.notices: list[Notice] = []
        self._ground = ground

    def lay(self, amendment: Amendment) -> None:
        """Take an amendment in as a whole, or leave it out with a notice that says why."""
        author = signature(amendment.author)
        numbers = [self._ground.numbers.get(n, -1) for n in amendment.paragraphs]
        numbers = list(dict.fromkeys(numbers))
        if not author:
            self._leave_out(amendment, NO_AUTHOR)
        elif not numbers or -1 in numbers:
            self._leave_out(amendment, WHERE_THERE_IS_NONE)
        elif isinstance(amendment, Insertion):
            self._add(author, numbers[0], amendment)
        elif self._changes(author, numbers, amendment):
            _note(self._sheet(numbers[0]).remarks, author, amendment)

    def _changes(self, author: str, numbers: list[int], amendment: Amendment) -> bool:
        """Whether what it asks of paragraphs that are there was taken in."""
        told = len(self.notices)
        if isinstance(amendment, Move):
            self._move(author, numbers, amendment)
        elif isinstance(amendment, Merger):
            self._merge(author, amendment)
        elif isinstance(amendment, Rewording) and not amendment.leaves_nothing:
            self._reword(author, numbers, amendment)
        else:
            self._delete(author, numbers, amendment)
        return len(self.notices) == told

    def in_order(self, authors: Iterable[str]) -> Authors:
        """The authors in the order in which they first speak."""
        return tuple(sorted(set(authors), key=self.authors.index))

    # --- the kinds ---------------------------------------------------------------------

    def _reword(self, author: str, numbers: list[int], amendment: Rewording) -> None:
        asked = self._asked(numbers, amendment.pieces)
        if asked is None:
            self._leave_out(amendment, WORDS_NOT_FOUND)
        elif self._is_free(author, asked, amendment):
            self._ask(author, asked)

    def _merge(self, author: str, amendment: Merger) -> None:
        """Clauses made one: the first keeps its number, the last one its mark."""
        asked: Asked = {}
        for n, (paragraphs, pieces) in enumerate(amendment.clauses):
            numbers = list(dict.fromkeys(self._ground.numbers[one] for one in paragraphs))
            own = self._asked(numbers, pieces)
            if own is None:
                self._leave_out(amendment, WORDS_NOT_FOUND)
                return
            labels = without_number([self._ground.text(one) for one in numbers], pieces)
            for number, label in zip(numbers, labels, strict=True):
                gone = [label] if n and label.end else []
                asked[number] = [*gone, *own[number]]
        joined = range(min(asked), max(asked))
        if not all(self._ground.runs_on(number) for number in joined):
            self._leave_out(amendment, PARTED)
        elif any(self._sheet(number).adds(author) for number in joined):
            self._tell_own(amendment)
        elif self._is_free(author, asked, amendment):
            self._ask(author, asked)
            for number in joined:
                self._sheet(number).joiners.append(author)

    def _asked(self, numbers: list[int], pieces: tuple[Piece, ...]) -> Asked | None:
        """What the pieces of a clause ask of its paragraphs; None where they are not its words."""
        asked = replacements([self._ground.text(n) for n in numbers], pieces)
        if asked is None or not all(self._ground.is_legible(n) for n in numbers):
            return None
        return dict(zip(numbers, asked, strict=True))

    def _is_free(self, author: str, asked: Asked, amendment: Amendment) -> bool:
        """Whether the author may ask for that; tells why not."""
        pairs = [(self._sheet(n), new) for n, new in asked.items()]
        if any(sheet.cuts_a_field(one) for sheet, new in pairs for one in new):
            self._leave_out(amendment, HALF_A_FIELD)
            return False
        if any(sheet.is_against_own(author, new) for sheet, new in pairs):
            self._tell_own(amendment)
            return False
        return True

    def _ask(self, author: str, asked: Asked) -> None:
        self._hear(author)
        for number, new in asked.items():
            self._sheet(number).ask(author, new)

    def _delete(self, author: str, numbers: list[int], amendment: Amendment) -> bool:
        """Whether the paragraphs go."""
        sheets = [self._sheet(n) for n in numbers]
        if any(sheet.holds(author) and author not in sheet.deleters for sheet in sheets):
            self._tell_own(amendment)
            return False
        self._hear(author)
        for sheet in sheets:
            if author not in sheet.deleters:
                sheet.deleters.append(author)
        return True

    def _insert(self, author: str, after: int, said: tuple[str, ...], like: int) -> Slot:
        self._hear(author)
        texts = tuple(writable(text) for text in said)
        following = self._sheet(after).following
        own = [slot for slot in following if author in slot.authors and slot.says == texts]
        return own[0] if own else join_in(following, Slot(texts, [author], like))

    def _add(self, author: str, after: int, amendment: Insertion) -> None:
        if author in self._sheet(after).joiners:
            self._tell_own(amendment)
            return
        like = after
        if amendment.like is not None:
            like = self._ground.numbers.get(amendment.like, after)
        slot = self._insert(author, after, self._numbered(amendment, like), like)
        _note(slot.remarks, author, amendment)

    def _numbered(self, amendment: Insertion, like: int) -> tuple[str, ...]:
        """The texts, the first behind its number where that does not come by itself."""
        if not amendment.number or self._ground.document.paragraphs[like].label_after:
            return amendment.texts
        first, *others = amendment.texts
        gap = AFTER_NUMBER.match(self._ground.text(like))
        return (f"{amendment.number}{gap['gap'] if gap else ' '}{first}", *others)

    def _move(self, author: str, numbers: list[int], amendment: Move) -> None:
        after = self._ground.numbers.get(amendment.after)
        if after is None:
            self._leave_out(amendment, WHERE_THERE_IS_NONE)
        elif self._delete(author, numbers, amendment):
            self._insert(author, after, amendment.texts, numbers[-1])

    def _sheet(self, number: int) -> Sheet:
        if number not in self.sheets:
            fields = results_of_fields(self._ground.units(number)).values()
            self.sheets[number] = Sheet(self._ground.text(number), tuple(fields))
        return self.sheets[number]

    def _hear(self, author: str) -> None:
        if author not in self.authors:
            self.authors.append(author)

    # --- what is left out ---------------------------------------------------------------

    def _leave_out(self, amendment: Amendment, why: str) -> None:
        self.notices.append(Notice("amendment-not-placed", _named(amendment), why))

    def _tell_own(self, amendment: Amendment) -> None:
        why = "Its author asks for something else of the same words, which stands. Choose one."
        self.notices.append(Notice("amendment-against-own", _named(amendment), why))


def _note(remarks: list[Remark], author: str, amendment: Amendment) -> None:
    remark = (author, writable(amendment.remark).strip())
    if remark[1] and remark not in remarks:
        remarks.append(remark)


def _named(amendment: Amendment) -> str:
    place = ", ".join(str(n + 1) for n in amendment.paragraphs)
    return amendment.name or f"{amendment.author}, paragraph {place}"
