"""Which paragraphs of a file with tracked changes are wholly new, and which clauses they make."""

from collections.abc import Iterator
from dataclasses import dataclass

from amendments.drafting.labels import sure_label
from amendments.model import Draft, Paragraph, Run, WordDocument
from amendments.notices import Notice


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A clause that was not there before the tracked changes."""

    runs: tuple[Run, ...]
    address: str
    after_before_clause: int
    """The number of the clause of the text before that it stands after; -1 at the top."""


def _worded(paragraph: Paragraph) -> list[Run]:
    return [run for run in paragraph.runs if run.text.strip()]


def is_new(paragraph: Paragraph) -> bool:
    """Whether all of a paragraph's words were inserted."""
    runs = _worded(paragraph)
    return bool(runs) and all(run.inserted is not None for run in runs)


def is_gone(paragraph: Paragraph) -> bool:
    """Whether all of a paragraph's words were deleted."""
    runs = _worded(paragraph)
    return bool(runs) and all(run.deleted is not None for run in runs)


class Sheets:
    """A file's paragraphs beside the clauses that its two readings make of them."""

    def __init__(self, document: WordDocument, before: Draft, after: Draft) -> None:
        self._paragraphs = {p.number: p for p in document.paragraphs}
        self._new = {p.number for p in document.paragraphs if is_new(p)}
        self._gone = {p.number for p in document.paragraphs if is_gone(p)}
        self._before = before
        self._after = after

    def newcomers(self) -> Iterator[Newcomer]:
        """The new clauses in reading order, also those that somebody else struck again."""
        shown: set[int] = set()
        for clause in self._after.clauses:
            own = [n for n in clause.paragraphs if n not in self._gone]
            if own and all(n in self._new for n in own):
                shown |= set(own)
                runs = tuple(run for run in clause.runs if run.inserted is not None)
                yield Newcomer(runs, clause.address, self._last_before(own[0]))
        for number in sorted(self._new & self._gone - shown):
            runs = _without_label(self._paragraphs[number].runs)
            if any(_is_struck_by_another(run) for run in runs):
                yield Newcomer(runs, f"paragraph {number}", self._last_before(number))

    def _last_before(self, paragraph: int) -> int:
        found = -1
        for clause in self._before.clauses:
            if any(n < paragraph and n not in self._new for n in clause.paragraphs):
                found = clause.number
        return found

    def notices(self) -> tuple[Notice, ...]:
        """Where paragraphs were split or joined and their words kept."""
        doubts: list[Notice] = []
        for clause in self._before.clauses:
            own = [n for n in clause.paragraphs if n not in self._new]
            if any(n + 1 in own and self._paragraphs[n].mark_inserted for n in own):
                detail = "A tracked paragraph mark splits this clause; its words are the same."
                doubts.append(Notice("clause-split", clause.address, detail))
        for clause in self._after.clauses:
            own = [n for n in clause.paragraphs if n not in self._new | self._gone]
            if len(own) > 1 and any(self._paragraphs[n].mark_deleted for n in own):
                detail = "A deleted paragraph mark joins clauses here; their words are the same."
                doubts.append(Notice("clause-joined", clause.address, detail))
        return tuple(doubts)


def _is_struck_by_another(run: Run) -> bool:
    both = run.inserted is not None and run.deleted is not None
    return both and run.inserted.author != run.deleted.author  # type: ignore[union-attr]


def _without_label(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not runs:
        return runs
    first, *rest = runs
    label = sure_label(first.text)
    bare = first.text[label.end :] if label else first.text
    kept = Run(bare, first.inserted, first.deleted)
    return (kept, *rest)
