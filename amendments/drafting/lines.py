"""The paragraphs of one reading of a Word file, with what was typed apart from how it looks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from amendments.model import Paragraph, Reading, Run, WordDocument

SPACE = re.compile(r"\s+")
"""White space of every width, no-break included; zero-width joiners are part of words and stay."""


@dataclass(frozen=True)
class Line:
    """What stands in one paragraph of a reading.

    Paragraphs whose mark does not exist in the reading run on into the next; the last one's
    style and number are the joined paragraph's, as in Word (ECMA-376-1, 17.13.5.15). Those
    that a style separator ends run on too, and the first one's number is shown.
    """

    raw: str
    """The characters of the reading, tabs and no-break spaces included."""
    runs: tuple[Run, ...]
    """All runs, also those of the other reading."""
    reading: Reading
    paragraphs: tuple[int, ...]
    style: str = ""
    auto_label: str = ""
    list_level: int | None = None
    indent: int = 0
    story: str = "body"

    @cached_property
    def text(self) -> str:
        """The words, white space tidied."""
        return tidy(self.raw)

    @cached_property
    def is_bold(self) -> bool:
        """Whether every letter is bold."""
        lettered = [r for r in self.runs if r.exists_in(self.reading) and r.text.strip()]
        return bool(lettered) and all(run.bold for run in lettered)

    def followed_by(self, other: "Line") -> "Line":
        """Both as one paragraph, a space between them."""
        space = Run(" ")
        return replace(
            self,
            raw=f"{self.raw} {other.raw}",
            runs=(*self.runs, space, *other.runs),
            paragraphs=(*self.paragraphs, *other.paragraphs),
        )

    def labelled_by(self, other: "Line") -> "Line":
        """The line with the other's number, which stood alone, before it."""
        return replace(other.followed_by(self), style=self.style, indent=self.indent)

    def runs_from(self, start: int) -> tuple[Run, ...]:
        """The runs from a place of `raw` on; those of this reading spell the tidy text."""
        return _tidied(self.runs, self.reading, start)


def tidy(text: str) -> str:
    """The text with every run of white space made one plain space."""
    return " ".join(text.split())


def lines_of(document: WordDocument, reading: Reading) -> list[Line]:
    """The paragraphs of a reading that hold words, in reading order."""
    lines = (_line(chain, reading) for chain in _chains(document.paragraphs, reading))
    return [line for line in lines if line is not None]


def _chains(paragraphs: Iterable[Paragraph], reading: Reading) -> Iterator[list[Paragraph]]:
    chain: list[Paragraph] = []
    for paragraph in paragraphs:
        if chain and paragraph.story != chain[-1].story:
            yield chain
            chain = []
        chain.append(paragraph)
        # A style separator shows a heading and its text in one line (ECMA-376-1, 17.3.2.36).
        if paragraph.mark_exists_in(reading) and not paragraph.runs_on:
            yield chain
            chain = []
    if chain:
        yield chain


def _line(chain: Sequence[Paragraph], reading: Reading) -> Line | None:
    worded = [p for p in chain if any(r.exists_in(reading) and r.text.strip() for r in p.runs)]
    if not worded:
        return None
    last = chain[-1]
    first = next((p for p in chain if p.runs_on), last)
    runs = tuple(run for paragraph in worded for run in paragraph.runs)
    label = first.label_before if reading is Reading.BEFORE else first.label_after
    return Line(
        raw="".join(run.text for run in runs if run.exists_in(reading)),
        runs=runs,
        reading=reading,
        paragraphs=tuple(p.number for p in worded),
        style=last.style,
        auto_label=tidy(label),
        list_level=first.list_level if label else None,
        indent=last.indent,
        story=last.story,
    )


def _tidied(runs: Iterable[Run], reading: Reading, start: int) -> tuple[Run, ...]:
    """The runs from a place on, with the white space of a tidy text.

    What only the other reading has keeps its place and its own spaces; before the start
    it is left out with the label it belongs to.
    """
    kept: list[Run] = []
    at = 0
    is_spaced = True
    for run in runs:
        if not run.exists_in(reading):
            if at >= start and run.text:
                kept.append(replace(run, text=SPACE.sub(" ", run.text)))
            continue
        text = SPACE.sub(" ", run.text[start - at :] if at < start else run.text)
        at += len(run.text)
        if is_spaced and text.startswith(" "):
            text = text[1:]
        if text:
            kept.append(run if text == run.text else replace(run, text=text))
            is_spaced = text.endswith(" ")
    return tuple(_without_last_space(kept, reading))


def _without_last_space(runs: list[Run], reading: Reading) -> list[Run]:
    for place in range(len(runs) - 1, -1, -1):
        if runs[place].exists_in(reading):
            text = runs[place].text.rstrip(" ")
            if text:
                if text != runs[place].text:
                    runs[place] = replace(runs[place], text=text)
                break
            del runs[place]
    return runs
