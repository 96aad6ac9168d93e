"""One paragraph of the base with all that several authors ask of it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from amendments.word.redlining.hands.amending import Replacement

Authors = tuple[str, ...]
"""Who asks for one thing, in the order in which they first speak."""
Remark = tuple[str, str]
"""An author and what they say of what they ask for."""


@dataclass(slots=True)
class Slot:
    """One thing that comes in at a place, and who asks for it."""

    says: tuple[str, ...]
    authors: list[str]
    like: int = -1
    """The number of the paragraph whose format it takes."""
    remarks: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """One paragraph of the base with all that is asked of it."""

    text: str
    fields: Sequence[tuple[int, int]] = ()
    """Where the results of its fields stand; a field goes as a whole or stays."""
    asked: dict[str, list[Replacement]] = field(default_factory=lambda: defaultdict(list))
    deleters: list[str] = field(default_factory=list)
    joiners: list[str] = field(default_factory=list)
    """Who wants its mark alone to go, so that it runs on into the next."""
    slots: dict[int, list[Slot]] = field(default_factory=lambda: defaultdict(list))
    """What comes in, by the place in the text."""
    following: list[Slot] = field(default_factory=list)
    """The paragraphs that are to follow it."""
    remarks: list[Remark] = field(default_factory=list)

    @property
    def is_touched(self) -> bool:
        """Whether anything is asked of it."""
        return bool(self.changes_marks or any(self.asked.values()))

    @property
    def changes_marks(self) -> bool:
        """Whether a paragraph comes, goes or is joined here."""
        return bool(self.deleters or self.joiners or self.following)

    def cuts_a_field(self, one: Replacement) -> bool:
        """Whether it changes some of a field's result."""
        return not all(
            one.end <= start or one.start >= end or (one.start <= start and one.end >= end)
            for start, end in self.fields
        )

    def holds(self, author: str) -> bool:
        """Whether the author asks for anything of the paragraph itself."""
        return bool(self.asked.get(author)) or author in (*self.deleters, *self.joiners)

    def concerns(self, author: str) -> bool:
        """Whether the author asks for anything here."""
        return self.holds(author) or self.adds(author)

    def adds(self, author: str) -> bool:
        """Whether the author wants a paragraph to follow it."""
        return any(author in slot.authors for slot in self.following)

    def is_against_own(self, author: str, new: Iterable[Replacement]) -> bool:
        """Whether the author has asked otherwise for the same words, or for all to go."""
        own = self.asked.get(author, [])
        fresh = [one for one in new if one not in own]
        clashes = any(one.overlaps(known) for one in fresh for known in own)
        return clashes or author in self.deleters

    def ask(self, author: str, new: Iterable[Replacement]) -> None:
        """Take the author's replacements in."""
        for one in new:
            if one not in self.asked[author]:
                self.asked[author].append(one)
                if one.words:
                    join_in(self.slots[one.end], Slot((one.words,), [author]))

    def strikers(self) -> list[frozenset[str]]:
        """For each character of the text who wants it to go."""
        found = [frozenset(self.deleters)] * len(self.text)
        for author, asked in self.asked.items():
            for one in asked:
                for at in range(one.start, one.end):
                    found[at] |= {author}
        return found


def join_in(slots: list[Slot], new: Slot) -> Slot:
    """Let an author ask for what others ask for in the same place, or for something more.

    Nobody's own order is turned round for it: who wants A and then B does not share a B
    that stands before the A.
    """
    (author,) = new.authors
    own = [n for n, slot in enumerate(slots) if author in slot.authors]
    for slot in slots[own[-1] + 1 if own else 0 :]:
        if slot.says == new.says:
            slot.authors.append(author)
            return slot
    slots.append(new)
    return new
