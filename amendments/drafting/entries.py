"""The lines of a draft with their labels, broken ones put together again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from amendments.drafting.calls import Speech, fold
from amendments.drafting.labels import (
    DIRECTION_MARKS,
    Label,
    auto_label,
    label_alone,
    lone_label,
    typed_label,
)
from amendments.drafting.lines import Line, tidy
from amendments.model import Part

ENDS = ".;,:،؛；。，：…!?"
"""What a clause ends with, and a heading does not."""
WIDE = re.compile(r"[\u2e80-\U0003ffff]")
"""Characters of scripts that set no spaces between words."""
SHORT = 15
"""Words: headings of sections and annexes keep below it."""
REST_OF_CALL = 5
"""Words: "of the Bureaux", and not a clause that begins with "of"."""
LONGEST_CALL = 40
"""Words: "instructs" with a long list of addressees."""


@dataclass(frozen=True)
class Entry:
    """A line, the label it opens with, and its words; what is asked of it often is kept."""

    line: Line
    label: Label | None
    text: str
    """Without the label."""

    @property
    def start(self) -> int:
        """Where the words begin in the line."""
        return self.label.end if self.label else 0

    @cached_property
    def style(self) -> str:
        """The style's name as it is compared."""
        return self.line.style.casefold()

    @cached_property
    def ends(self) -> bool:
        """Whether the words end with a mark."""
        seen = self.text.rstrip(DIRECTION_MARKS)
        return seen.rstrip("”’\"')»]")[-1:] in ENDS or seen[-1:] in ENDS

    @cached_property
    def last(self) -> str:
        """The last character that is seen."""
        return self.text.rstrip(DIRECTION_MARKS)[-1:]

    @cached_property
    def size(self) -> int:
        """Words, and two for each Chinese character beyond the first few of a word."""
        words = self.text.count(" ") + 1
        return words if self.text.isascii() else max(words, len(WIDE.findall(self.text)) // 2)

    @cached_property
    def is_lower(self) -> bool:
        """Whether the words begin as the inside of a sentence does."""
        first = next((c for c in self.text if c.isalnum()), "")
        return first.islower()

    @cached_property
    def has_case(self) -> bool:
        """Whether the script tells small letters from capitals."""
        first = next((c for c in self.text if c.isalpha()), "")
        return first.islower() or first.isupper()

    def without_label(self) -> "Entry":
        """The entry with its label read as words."""
        return Entry(self.line, None, tidy(self.line.raw))


def entry_of(line: Line) -> Entry:
    """A line read by itself; an automatic number comes before a typed one."""
    shown = auto_label(line.auto_label) if line.auto_label else None
    if shown is not None:
        return Entry(line, shown, line.text)
    label = typed_label(line.raw)
    return Entry(line, label, tidy(line.raw[label.end :]) if label else line.text)


def entries_of(lines: Sequence[Line], speech: Speech) -> list[Entry]:
    """The lines with labels that stood alone, calls and references in two lines put together."""
    entries: list[Entry] = []
    waiting: Line | None = None
    for line in lines:
        if waiting is not None:
            entries.append(_labelled(waiting, line))
            waiting = None
            continue
        if label_alone(line.raw) and not line.auto_label:
            waiting = line
            continue
        entry = entry_of(line)
        if entries and _goes_on(entries[-1], entry, speech):
            entries[-1] = _joined(entries[-1], line)
        else:
            entries.append(entry)
    if waiting is not None:
        entries.append(entry_of(waiting))
    return entries


def _labelled(alone: Line, line: Line) -> Entry:
    label = lone_label(alone.raw)
    joined = line.labelled_by(alone)
    if label is None or line.auto_label:
        return entry_of(joined)
    return Entry(joined, label, line.text)


def _joined(entry: Entry, line: Line) -> Entry:
    whole = entry.line.followed_by(line)
    return Entry(whole, entry.label, tidy(whole.raw[entry.start :]))


def _goes_on(entry: Entry, following: Entry, speech: Speech) -> bool:
    """Whether a line is the rest of the one before: an open parenthesis, a broken call."""
    if following.label is not None or entry.ends or entry.line.story != following.line.story:
        return False
    if _is_open(entry.text) and _closes(following.text):
        return True
    if entry.label is not None or following.ends or entry.size > LONGEST_CALL:
        return False
    verb = speech.verb(entry.text) if entry.is_lower or not entry.has_case else None
    if verb is None and not entry.style.startswith("call"):
        return False
    if following.size > SHORT:
        return False
    if fold(entry.text).endswith(speech.call_end):
        return True
    # A verb of Chinese is counted in characters, as its words are not set apart.
    size = len(entry.text) if speech.language == "zh" else entry.size
    is_addressed = verb is not None and verb.part is Part.OPERATIVE and size > verb.words
    is_rest = not following.ends and following.size <= REST_OF_CALL
    return is_addressed and is_rest and fold(following.text).startswith(speech.call_start)


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")


def _closes(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return True
    return False
