"""How much a Word file may hold before it is refused unread."""

from dataclasses import dataclass

from amendments.errors import DraftRefused

MB = 1024 * 1024
SPLIT = "Split the document in Word and send its parts."


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file; each is far above what a resolution needs.

    Nesting needs no bound of its own: libxml2 refuses XML deeper than 256 elements, and
    its switch for more (`huge_tree`) stays off.
    """

    file_bytes: int = 20 * MB
    """A long report with photographs is about 10 MB; text alone stays under 1 MB."""
    parts: int = 4_000
    """Word writes 20 to 40; a report with 1,000 pictures stays under 1,100."""
    part_bytes: int = 60 * MB
    """Inflated. 500 pages with tracked changes are about 15 MB of XML."""
    total_bytes: int = 250 * MB
    """Inflated, all parts together, pictures too: what later copies of the file unpack."""
    elements: int = 900_000
    """Start and end tags, and the quotation marks round attributes, in what is parsed at once:
    a part beside the text, or one paragraph or table of it. That many can take 120 MB; a table
    of 350 pages has as many."""
    pieces: int = 120_000
    """Paragraphs, runs and tracked changes together. 500 pages with many tracked changes have
    30,000; each takes some 500 bytes."""
    letters: int = 10_000_000
    """Of text. 500 pages have 1,500,000; one rare sign makes each letter beside it take 4 bytes."""


WHOLE = Limits(file_bytes=250 * MB, elements=2_000_000)
"""For what is written over, which must be in memory as a whole: 500 pages cut to pieces by
tracked changes have 1,500,000 and take 130 MB. How large a file may be was asked before."""


class Budget:
    """How much of one file may still be read."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pieces = limits.pieces
        self._letters = limits.letters

    def piece(self) -> None:
        """Take one more paragraph, run or tracked change in.

        Raises:
            DraftRefused: if it is one too many.

        """
        self._pieces -= 1
        if self._pieces < 0:
            raise DraftRefused(
                f"The file has more than {self._limits.pieces:,} paragraphs, runs and tracked "
                f"changes. {SPLIT}"
            )

    def text(self, letters: int) -> None:
        """Take some text in.

        Raises:
            DraftRefused: if it is too much.

        """
        self._letters -= letters
        if self._letters < 0:
            raise DraftRefused(
                f"The file has more than {self._limits.letters:,} letters of text. {SPLIT}"
            )
