"""The second look at a redline: what Word shows when all is accepted or rejected."""

from collections.abc import Iterator, Sequence

from amendments.errors import RedlineNotProven
from amendments.model import Paragraph, Reading, WordDocument
from amendments.word.reading import read


def prove(content: bytes, before: list[str], after: list[str]) -> None:
    """Read a redline anew and hold both its texts against those it was made from.

    Raises:
        RedlineNotProven: if one of them is not that text.

    """
    document = read(content)
    for reading, wanted in ((Reading.BEFORE, before), (Reading.AFTER, after)):
        found = texts(document, reading)
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
    """The paragraphs of that reading that have a text; those in boxes come last.

    A box is read after the paragraphs that may join, so that its place among them is
    another in a file with tracked marks than in one without.
    """
    boxed = [p for p in document.paragraphs if p.story == "textbox"]
    others = [p for p in document.paragraphs if p.story != "textbox"]
    found = [*_joined(others, reading), *_joined(boxed, reading)]
    return [text for text in found if text.strip()]


def _joined(paragraphs: Sequence[Paragraph], reading: Reading) -> Iterator[str]:
    held: list[str] = []
    for paragraph in paragraphs:
        held += [run.text for run in paragraph.runs if run.exists_in(reading)]
        if paragraph.mark_exists_in(reading):
            yield "".join(held)
            held = []
    yield "".join(held)
