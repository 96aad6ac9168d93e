"""The second look at a redline: what Word shows when all is accepted or rejected."""

from collections.abc import Iterable, Iterator, Sequence

from amendments.errors import RedlineNotProven
from amendments.model import Reading, WordDocument
from amendments.word.marked import Raw
from amendments.word.wording import read_wording

Ended = tuple[str, bool]
"""The words of a paragraph in one reading, and whether it ends there or runs on."""


def prove(content: bytes, before: list[str], after: list[str]) -> None:
    """Read a redline anew and hold both its texts against those it was made from.

    Raises:
        RedlineNotProven: if one of them is not that text.

    """
    paragraphs = read_wording(content)
    for reading, wanted in ((Reading.BEFORE, before), (Reading.AFTER, after)):
        found = texts_of(paragraphs, reading)
        if found == wanted:
            continue
        pairs = enumerate(zip([*found, ""], [*wanted, ""], strict=False), 1)
        place = next((n for n, (a, b) in pairs if a != b), len(wanted))
        side = "old" if reading is Reading.BEFORE else "new"
        raise RedlineNotProven(
            f"The redline does not give the {side} text back at paragraph {place}, so it is "
            "withheld. Save both files anew in Word, or compare them without a redline."
        )


def texts(document: WordDocument, reading: Reading) -> list[str]:
    """The paragraphs of that reading that have a text; those in boxes come last."""
    return _texts(
        (
            paragraph.story,
            "".join(run.text for run in paragraph.runs if run.exists_in(reading)),
            paragraph.mark_exists_in(reading),
        )
        for paragraph in document.paragraphs
    )


def texts_of(paragraphs: Sequence[Raw], reading: Reading) -> list[str]:
    """The same of paragraphs as they were read."""
    return _texts((raw.story, raw.text_in(reading), raw.ends_in(reading)) for raw in paragraphs)


def _texts(paragraphs: Iterable[tuple[str, str, bool]]) -> list[str]:
    """Paragraphs joined, empty ones left out.

    A box is read after the paragraphs that may join, so that its place among them is
    another in a file with tracked marks than in one without.
    """
    boxed: list[Ended] = []
    others: list[Ended] = []
    for story, text, ends in paragraphs:
        (boxed if story == "textbox" else others).append((text, ends))
    return [text for text in (*_joined(others), *_joined(boxed)) if text.strip()]


def _joined(paragraphs: Sequence[Ended]) -> Iterator[str]:
    held: list[str] = []
    for text, ends in paragraphs:
        held.append(text)
        if ends:
            yield "".join(held)
            held = []
    yield "".join(held)
