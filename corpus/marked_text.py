"""The plain-text notation of corpus/texts: one paragraph a line, tracked changes in braces.

    author B: J. Silva (Brazil) 2007-05-07T09:12:00Z

    Normal: a)⇥that ITU has a {-B pivotal}{+B leading} role;
    +B Normal: b)⇥a paragraph that B inserts

Before the style's name, `+B` inserts the whole paragraph, `-B` deletes it, `<B` and `>B` are
where it moved from and to. `{+T … {-D …}}` is D deleting words that T had inserted.
"""

import re
from dataclasses import dataclass

TAB = "⇥"


@dataclass(frozen=True, slots=True)
class Author:
    """Who tracks changes, and when they began (RFC 3339 UTC)."""

    name: str
    began: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words with the keys of the authors who inserted and deleted them, "" for nobody."""

    text: str
    inserted: str = ""
    deleted: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; `fate` is one of "+", "-", "<", ">" or "" with the author it is owed to."""

    style: str
    words: tuple[Words, ...]
    fate: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """One file of corpus/texts."""

    authors: dict[str, Author]
    lines: tuple[Line, ...]


_AUTHOR = re.compile(r"author (\w): (.+) (\S+Z)")
_LINE = re.compile(r"(?:([-+<>])(\w) )?(\w+): (.+)")
_BRACE = re.compile(r"\{([-+])(\w) |\}")


def read(text: str) -> MarkedText:
    """The authors and paragraphs of a file; ValueError names the line that is neither."""
    authors: dict[str, Author] = {}
    lines: list[Line] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if author := _AUTHOR.fullmatch(line):
            authors[author[1]] = Author(author[2], author[3])
        elif found := _LINE.fullmatch(line):
            fate, by, style, rest = found.groups(default="")
            lines.append(Line(style, _words(rest.replace(TAB, "\t")), fate, by))
        elif line:
            message = f"line {number} is neither an author nor a paragraph: {line!r}"
            raise ValueError(message)
    return MarkedText(authors, tuple(lines))


def _words(text: str) -> tuple[Words, ...]:
    found: list[Words] = []
    marks: list[tuple[str, str]] = []
    at = 0
    for brace in _BRACE.finditer(text):
        _keep(found, text[at : brace.start()], marks)
        if brace[1]:
            marks.append((brace[1], brace[2]))
        else:
            marks.pop()
        at = brace.end()
    _keep(found, text[at:], marks)
    return tuple(found)


def _keep(found: list[Words], text: str, marks: list[tuple[str, str]]) -> None:
    by = dict(marks)
    if text:
        found.append(Words(text, by.get("+", ""), by.get("-", "")))
