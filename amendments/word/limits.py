"""How much a Word file may hold before it is refused unread."""

from dataclasses import dataclass

MB = 1024 * 1024


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
    elements: int = 1_500_000
    """In one part of XML. 500 pages have about 200,000; each costs some 200 bytes when parsed."""
