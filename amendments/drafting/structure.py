"""The clauses of a resolution, read from the paragraphs of one reading of a Word file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from amendments.drafting.addresses import addressed
from amendments.drafting.brackets import OPTION, unbalanced
from amendments.drafting.calls import Speech, Verb, fold, language_of, speech
from amendments.drafting.entries import Entry, entries_of
from amendments.drafting.forms import (
    Call,
    call,
    ends_sentence,
    is_annex,
    is_aside,
    is_body,
    is_heading,
    is_section,
    is_title,
)
from amendments.drafting.front import beginning, title_place
from amendments.drafting.labels import Family, Label
from amendments.drafting.levels import Levels
from amendments.drafting.lines import Line, lines_of
from amendments.model import Clause, Draft, Kind, Part, Reading, WordDocument
from amendments.notices import Notice

NOTES = {"footnote", "endnote"}
FIRST = re.compile(r"(?<!\d)[1一١](?!\d)")
"""The first of several options."""


def read_draft(document: WordDocument, reading: Reading = Reading.AFTER) -> Draft:
    """The resolution that one reading of a Word file holds.

    Every word of the reading stands in exactly one clause. What is no text of the
    resolution (cover, page crumbs, notes) is kept as `other`. Never raises: a file that is
    no resolution gives a draft without clauses. What was guessed is told in the notices.
    """
    lines = lines_of(document, reading)
    language = language_of("\n".join(line.text for line in lines))
    spoken = speech(language)
    entries = entries_of([line for line in lines if line.story not in NOTES], spoken)
    reader = _Reader(spoken)
    start = beginning(entries, spoken)
    reader.front(entries[:start])
    reader.text(entries[start:])
    reader.notes([line for line in lines if line.story in NOTES])
    clauses = addressed(reader.clauses, spoken)
    reader.notices += unbalanced(clauses)
    title = next((c.text for c in clauses if c.kind is Kind.TITLE), "")
    return Draft(clauses, title, language, reading, tuple(reader.notices))


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading that clauses stand under."""

    text: str
    label: Label | None = None
    is_call: bool = False


class _Reader:
    """Walks through the lines, knowing the part, the heading and the open levels."""

    def __init__(self, spoken: Speech) -> None:
        self.speech = spoken
        self.clauses: list[Clause] = []
        self.notices: list[Notice] = []
        self.part = Part.FRONT
        self.headings: list[_Heading] = []
        self.levels = Levels()
        self.fork: Levels | None = None
        """The open levels where options part."""
        self.awaits_title = False
        self.last = ""
        """The words of the last clause, to see whether they were a chapeau."""

    # --- the three stretches of a file -------------------------------------------------

    def front(self, entries: Sequence[Entry]) -> None:
        """The lines before the text."""
        place = title_place(entries, self.speech)
        for number, entry in enumerate(entries):
            self._keep_whole(Kind.TITLE if number == place else Kind.OTHER, entry.line)

    def text(self, entries: Sequence[Entry]) -> None:
        """The text from its body's line on."""
        self.part = Part.PREAMBLE
        for place, entry in enumerate(entries):
            before = entries[place - 1] if place else None
            after = entries[place + 1] if place + 1 < len(entries) else None
            self._line(entry, before, after)

    def notes(self, lines: Sequence[Line]) -> None:
        """The foot- and endnotes, which stand behind the text."""
        self.headings.clear()
        for line in lines:
            self._keep_whole(Kind.OTHER, line)

    # --- one line -------------------------------------------------------------------------

    def _line(self, entry: Entry, before: Entry | None, after: Entry | None) -> None:
        if is_aside(entry, self.speech):
            self._keep_whole(Kind.OTHER, entry.line)
        elif is_annex(entry, self.speech):
            self._open_annex(entry)
        elif found := call(entry, before, after, self.speech):
            self._open_call(entry, found)
        elif is_body(entry, self.speech):
            self._keep_whole(Kind.BODY, entry.line)
        elif is_section(entry, self.speech):
            self._open_section(entry)
        elif self.awaits_title and is_title(entry):
            self._title(entry)
        elif is_heading(entry):
            self._open_section(entry)
        else:
            self._clause(entry)

    def _open_annex(self, entry: Entry) -> None:
        self.part = Part.ANNEX
        self.headings = [_Heading(entry.line.text)]
        self.levels.start()
        self._keep_whole(Kind.HEADING, entry.line)
        self.awaits_title = True

    def _title(self, entry: Entry) -> None:
        """The title of an annex or of a section, which stands on a line of its own."""
        is_first = self.part is Part.ANNEX and len(self.headings) == 1
        self._keep_whole(Kind.TITLE if is_first else Kind.HEADING, entry.line)
        self.awaits_title = False

    def _open_section(self, entry: Entry) -> None:
        is_article = self.speech.article.fullmatch(fold(entry.text)) is not None
        if is_article and self.part is Part.PREAMBLE:
            self._begin_operative()
        keep = 1 if self.part is Part.ANNEX and self.headings else 0
        heading = _Heading(entry.text or entry.line.text, entry.label)
        self.headings = [*self.headings[:keep], heading]
        self.levels.start()
        self.awaits_title = entry.style.startswith(("section_no", "art_no")) or (
            entry.size <= 2  # noqa: PLR2004 - "Article 3", "I": a title follows
        )
        self._keep(Kind.HEADING, entry, level=0, heading=None)

    def _open_call(self, entry: Entry, found: Call) -> None:
        if self.part is not Part.ANNEX:
            self.part = found.part or self.part
        if not found.is_sure:
            detail = f"“{entry.text}” was taken for a heading by its form; check it."
            self._tell("heading-guessed", entry.text, detail)
        keep = 1 if self.part is Part.ANNEX and self.headings else 0
        self.headings = [*self.headings[:keep], _Heading(entry.text.rstrip(" :,"), is_call=True)]
        self.levels.start()
        self.last = ""
        self._keep_whole(Kind.HEADING, entry.line)

    # --- clauses --------------------------------------------------------------------------

    def _clause(self, entry: Entry) -> None:
        self.awaits_title = False
        if entry.label is not None and not entry.label.is_sure and not self._fits(entry.label):
            entry = entry.without_label()
        if entry.label is None and OPTION.fullmatch(entry.text):
            level = self._at_fork(entry.text)
        elif entry.label is None:
            if self._is_rest(entry):
                self._continue(entry)
                return
            self._change_part_by_verb(entry)
            level = self.levels.unlabelled()
        else:
            self._leave_sibling_heading(entry.label)
            self._change_part_by_number(entry)
            level = self.levels.take(entry.label, _depth(entry))
        self._keep(Kind.CLAUSE, entry, level=level, heading=self._heading())
        self.last = entry.text

    def _at_fork(self, option: str) -> int:
        """The level of "Option 2:" on a line of its own; the lists go on as before option 1."""
        if self.fork is None or FIRST.search(option):
            self.fork = self.levels.copy()
        self.levels = self.fork.copy()
        return 1

    def _heading(self) -> str | None:
        return self.headings[-1].text if self.headings else None

    def _fits(self, label: Label) -> bool:
        """Whether a bare number is the next of its list, or the first one where it may be."""
        may_begin = not self.last or ends_sentence(self.last)
        return self.levels.follows(label, may_begin=may_begin)

    def _is_rest(self, entry: Entry) -> bool:
        """Whether the line goes on with a clause that was cut without a mark."""
        is_after_clause = bool(self.clauses) and self.clauses[-1].kind is Kind.CLAUSE
        return is_after_clause and entry.is_lower and not ends_sentence(self.last)

    def _continue(self, entry: Entry) -> None:
        last = self.clauses[-1]
        text = f"{last.text} {entry.text}"
        space = replace(last.runs[-1], text=" ", inserted=None, deleted=None)
        self.clauses[-1] = replace(
            last,
            text=text,
            runs=(*last.runs, space, *entry.line.runs_from(0)),
            paragraphs=(*last.paragraphs, *entry.line.paragraphs),
        )
        self.last = text
        self._tell("lines-joined", entry.text[:60], "This line was read as the rest of a clause.")

    def _change_part_by_verb(self, entry: Entry) -> None:
        """An operative verb ends a preamble whose paragraphs carry no numbers."""
        if self.part is not Part.PREAMBLE or (self.headings and self.headings[-1].is_call):
            return
        verb = self.speech.verb(entry.text)
        if verb is not None and verb.part is Part.OPERATIVE and not entry.is_lower:
            self._begin_operative()
            self._tell(
                "operative-unnumbered", entry.text[:60], "Operative paragraphs carry no numbers."
            )

    def _change_part_by_number(self, entry: Entry) -> None:
        """The first numbered paragraph begins the operative part, if its verb is no recital's."""
        if self.part is not Part.PREAMBLE or (self.headings and self.headings[-1].is_call):
            return
        families = {rank.family for rank in entry.label.ranks} if entry.label else set()
        verb = self.speech.verb(entry.text)
        says = verb.part if verb is not None and self._tells_part(verb, entry) else None
        if Family.OPERATIVE in families:
            says = Part.OPERATIVE
        is_number = bool(families & {Family.NUMBER, Family.OPERATIVE})
        if is_number and says is not Part.PREAMBLE:
            self._begin_operative()
            self.levels.start()

    def _tells_part(self, verb: Verb, entry: Entry) -> bool:
        """Whether a verb says its part; Chinese verbs have one form, so the comma must say it."""
        return self.speech.language != "zh" or verb.part is Part.OPERATIVE or entry.last in ",，"

    def _begin_operative(self) -> None:
        """The operative part begins, with the headings that stand right before."""
        self.part = Part.OPERATIVE
        for place in range(len(self.clauses) - 1, -1, -1):
            clause = self.clauses[place]
            if clause.kind is not Kind.HEADING or clause.part is not Part.PREAMBLE:
                break
            self.clauses[place] = replace(clause, part=Part.OPERATIVE)

    def _leave_sibling_heading(self, label: Label) -> None:
        """After the heading "1.13 Voting", "1.14" stands beside that heading, not under it."""
        own = self.headings[-1].label if self.headings else None
        if own is None or own.ranks[0].family is not Family.NUMBER:
            return
        path = label.ranks[0].path
        if label.ranks[0].family is Family.NUMBER and len(path) == len(own.ranks[0].path) > 1:
            self.headings.pop()
            self.levels.start()

    # --- keeping --------------------------------------------------------------------------

    def _keep_whole(self, kind: Kind, line: Line) -> None:
        self._add(kind, line.text, line, 0, heading=None)

    def _keep(self, kind: Kind, entry: Entry, *, level: int, heading: str | None) -> None:
        label = entry.label.text if entry.label else ""
        text = entry.text
        start = entry.start
        if not text:  # a label with nothing behind it is all there is to keep
            text, label, start = entry.line.text, "", 0
        self._add(kind, text, entry.line, start, heading=heading, label=label, level=level)

    def _add(
        self,
        kind: Kind,
        text: str,
        line: Line,
        start: int,
        *,
        heading: str | None,
        label: str = "",
        level: int = 0,
    ) -> None:
        self.clauses.append(
            Clause(
                number=len(self.clauses),
                kind=kind,
                part=self.part,
                text=text,
                heading=heading,
                label=label,
                level=level,
                runs=line.runs_from(start),
                paragraphs=line.paragraphs,
            )
        )

    def _tell(self, code: str, where: str, detail: str) -> None:
        self.notices.append(Notice(code, where, detail))


def _depth(entry: Entry) -> int | None:
    """How deep the file itself says a label is: its automatic list's level, or ITU's style.

    ITU's `enumlev1` speaks only where the label can be counted in two ways, as "i)" can:
    styles are often applied by hand and wrong.
    """
    if entry.line.list_level is not None:
        return entry.line.list_level
    is_doubtful = entry.label is not None and len(entry.label.ranks) > 1
    if is_doubtful and entry.style.startswith("enumlev") and entry.style[-1:].isdigit():
        return int(entry.style[-1])
    return None
